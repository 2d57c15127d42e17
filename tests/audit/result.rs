//! Results of this program, audited by what they hold: totals scaled up, weights, maxima of one level, units without a grade.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;
use tonghop::base::seal::of_results;
use tonghop::input::read::{ReadLimits, Reader};
use tonghop::result::audit::{Audit, TotalCheck};

use crate::edits::book::{Parts, copy};

const EXEMPT: &str = "[[exempt]]\nunit = \"Sở Ngoại vụ\"\ncriterion = \"1.2\"\nreason = \"không có\"\n\
    [[exempt]]\nunit = \"Sở Y tế\"\ncriterion = \"3.1\"\nreason = \"không có\"\n";

/// The returns of the sample that these tests need: those of both levels that they name, and some beside them.
const RETURNS: [&str; 8] = [
    "BC tự chấm CNTT - Sở Y tế.xlsx",
    "Phieu danh gia - So Ngoai vu.xlsx",
    "Phieu_STTTT_2017.xlsx",
    "So KHDT 2017.xlsx",
    "Thanh tra tinh - phieu 2017.xlsm",
    "Ngoc Hoi_tu danh gia CNTT.xlsx",
    "UBND huyen Sa Thay.xls",
    "UBND TP Kon Tum - phieu 2017.xlsx",
];

/// Copies the sample with these returns alone, so that a run takes a third of the time.
fn copy_few(from: &Path, to: &Path) {
    copy(from, to);
    let inbox = to.join("phieu-nop");
    for entry in fs::read_dir(&inbox).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap();
        if path.is_file() && !RETURNS.contains(&name) {
            fs::remove_file(path).unwrap();
        }
    }
    fs::remove_dir_all(inbox.join("Huyện")).unwrap();
    let left = fs::read_dir(inbox).unwrap().count();
    assert_eq!(left, RETURNS.len());
}

/// The result of a copy of the sample, with some texts of its scheme in place of others, and settings more.
fn result(scheme: &[(&str, &str)], settings: &str) -> (TempDir, PathBuf) {
    result_called("xếp loại", scheme, settings)
}

/// As [`result`], of a campaign that is called something else than a grading, and holds no figures of the province then.
fn result_called(called: &str, scheme: &[(&str, &str)], settings: &str) -> (TempDir, PathBuf) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = tempfile::tempdir().unwrap();
    let campaign = folder.path().join("dot");
    let sample = root.join("samples/kontum-2017");
    copy_few(&sample, &campaign);
    let mut text = fs::read_to_string(root.join("templates/kontum-2017/scheme.toml")).unwrap();
    for (old, new) in scheme {
        assert!(text.contains(old), "{old}");
        text = text.replacen(old, new, 1);
    }
    fs::write(campaign.join("scheme.toml"), text).unwrap();
    let own = fs::read_to_string(sample.join("campaign.toml")).unwrap();
    let own = own.replacen("\"kontum-2017\"", "\"scheme.toml\"", 1);
    let own = own.replace("xếp loại", called);
    let given = own.find("# Figures that the province").unwrap();
    let kept = if called == "xếp loại" {
        own.len()
    } else {
        given
    };
    let own = own[..kept].to_string();
    fs::write(campaign.join("campaign.toml"), own + settings).unwrap();
    let output = program(&[campaign.to_str().unwrap(), "--fail-on", "never"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let file = folder.path().join("dot-tong-hop.xlsx");
    (folder, file)
}

fn program(arguments: &[&str]) -> std::process::Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_tonghop"));
    program.args(arguments).output().unwrap()
}

/// The audit of a result, and its findings but for the note on percentages that are the same.
fn audited(folder: &TempDir, file: &Path) -> (Audit, Vec<String>) {
    let (json, book) = (folder.path().join("a.json"), folder.path().join("a.xlsx"));
    let [file, json, book] = [file, &json, &book].map(|path| path.to_str().unwrap());
    let output = program(&["audit", file, "--json", json, "-o", book]);
    assert_ne!(output.status.code(), Some(2), "{output:?}");
    let audit: Audit = serde_json::from_slice(&fs::read(json).unwrap()).unwrap();
    let mut codes = crate::audit::codes(&audit);
    codes.retain(|code| !code.ends_with("TH624"));
    (audit, codes)
}

#[test]
fn a_total_that_is_scaled_up_is_right_and_a_wrong_one_is_not() {
    let (folder, file) = result(&[], EXEMPT);
    let (audit, codes) = audited(&folder, &file);
    assert_eq!(codes, [""; 0]);
    assert_eq!(audit.verdict.totals_checked, audit.verdict.units);
    let rows = audit.tables.iter().flat_map(|table| &table.rows);
    let rescaled = rows.filter_map(|row| row.rescaled);
    let rescaled: Vec<String> = rescaled
        .map(|one| format!("{}/{}", one.applies, one.whole))
        .collect();
    assert_eq!(rescaled, ["960/1000", "980/1000"]);
    // The sums of the workbook are live, and scaled up as well.
    let grids = crate::audit::read(&fs::read(folder.path().join("a.xlsx")).unwrap());
    let grids = grids.unwrap().grids;
    let sum = |place: usize| {
        let row = &audit.tables[0].rows[place];
        let cell = format!("L{}", place + 6).parse().unwrap();
        (row.sum, grids[0].get(cell).unwrap().formula.clone())
    };
    let place = audit.tables[0]
        .rows
        .iter()
        .position(|row| row.printed.name == "Sở Y Tế");
    let place = place.unwrap();
    let at = place + 6;
    let formula = format!("ROUND(SUM(D{at},E{at},F{at},G{at},H{at},I{at})*1000/960+SUM(J{at}),10)");
    assert_eq!(sum(place).1.as_deref(), Some(formula.as_str()));

    let total = &audit.tables[0].rows[place].printed;
    let cell = total.total.as_ref().unwrap().cell.to_string();
    let raw: tonghop::base::points::Points = total
        .groups
        .values()
        .map(|one| *one.value.value().unwrap())
        .sum();
    let mut parts = Parts::open(&file);
    parts.number("Cấp tỉnh", &cell, &raw.to_string());
    let spoiled = folder.path().join("dot-sua.xlsx");
    parts.save(&spoiled);
    let (audit, codes) = audited(&folder, &spoiled);
    assert_eq!(audit.tables[0].rows[place].check, TotalCheck::Wrong);
    assert!(codes.contains(&format!("{cell} TH601")), "{codes:?}");
}

/// A campaign of one group, whose sheet of criteria is narrow, and of a group that does not apply to a unit at all.
#[test]
fn what_does_not_apply_is_neither_blank_nor_wrong() {
    let group = |codes: &[&str]| -> String {
        let one = |code: &&str| {
            format!(
                "[[exempt]]\nunit = \"Sở Y tế\"\ncriterion = \"{code}\"\nreason = \"không có\"\n"
            )
        };
        codes.iter().map(one).collect()
    };
    let whole = group(&["1.1", "1.2", "1.3", "1.4", "1.5", "1.6"]);
    // Without the words for a grade above the table, and with them in the note above its first criterion.
    for (settings, name) in [
        (&whole, "xếp loại"),
        (&whole, "chấm"),
        (&group(&["1.1"]), "chấm"),
    ] {
        let (folder, file) = result_called(name, &[], settings);
        let (audit, codes) = audited(&folder, &file);
        assert_eq!(codes, [""; 0], "{name} {settings}");
        assert_eq!(audit.verdict.totals_checked, audit.verdict.units);
    }
    let text = fs::read_to_string("templates/kontum-2017/scheme.toml").unwrap();
    let (from, to) = (
        text.find("# ---------------------------------------------------------------- 2"),
        text.find("[[section]]"),
    );
    let one = [
        (&text[from.unwrap()..to.unwrap()], ""),
        (&text[to.unwrap()..], ""),
        (", at_most = \"cbccvc\"", ""),
        ("total_maximum = 1000", "total_maximum = 100"),
        ("from = 850", "from = 85"),
        ("from = 700", "from = 70"),
        ("from = 500", "from = 50"),
    ];
    for settings in [&whole, &group(&["1.2"])] {
        let (folder, file) = result_called("chấm", &one, settings);
        let (_, codes) = audited(&folder, &file);
        assert_eq!(codes, [""; 0], "{settings}");
    }
}

/// What is printed are points of the total. Whatever a group is called, the list of all values is no table of results.
#[test]
fn weights_and_maxima_of_a_level_are_those_of_the_scheme() {
    let scheme = [
        ("total_maximum = 1000", "total_maximum = 1100"),
        (
            "name = \"Cấp huyện\"",
            "name = \"Cấp huyện\"\ntotal_maximum = 1120",
        ),
        ("id = \"1\"\n", "id = \"1\"\nweight = 2\n"),
        ("name = \"Hạ tầng kỹ thuật CNTT\"", "name = \"Nhóm\""),
        ("maximum = 100\n", "maximum = { tinh = 100, huyen = 110 }\n"),
        ("maximum = 30\n", "maximum = { tinh = 30, huyen = 40 }\n"),
    ];
    let (folder, file) = result(&scheme, EXEMPT);
    let (audit, codes) = audited(&folder, &file);
    assert_eq!(codes, [""; 0]);
    let sheets: Vec<&str> = audit.tables.iter().map(|one| one.sheet.as_str()).collect();
    assert_eq!(sheets, ["Cấp tỉnh", "Cấp huyện"]);
}

#[test]
fn a_unit_without_a_grade_claims_none() {
    let ratio = "rule = { type = \"ratio\", numerator = \"vb_di_dt\", denominator = \"vb_di\" }";
    let (folder, file) = result(&[(ratio, "rule = { type = \"given\" }")], "");
    let (audit, codes) = audited(&folder, &file);
    assert_eq!(codes, [""; 0]);
    let rows = || audit.tables.iter().flat_map(|table| &table.rows);
    let grades = rows().filter(|row| row.printed.grade.is_some()).count();
    assert!((1..rows().count()).contains(&grades), "{grades}");
}

/// The sheets beside those of the levels are no tables of results, wherever the workbook lies and in which language it is.
#[test]
fn only_the_levels_of_a_result_are_tables_of_results() {
    for lang in ["vi", "en"] {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("Kết quả chính thức.xlsx");
        let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
        let (sample, before) = (folder.path().join("dot"), samples.join("kontum-2016"));
        copy_few(&samples.join("kontum-2017"), &sample);
        let [sample, before, out] = [&sample, &before, &file].map(|path| path.to_str().unwrap());
        let output = program(&[
            "consolidate",
            sample,
            "--previous",
            before,
            "-o",
            out,
            "--lang",
            lang,
            "--fail-on",
            "never",
        ]);
        assert_eq!(output.status.code(), Some(0), "{output:?}");
        let reader = Reader::new(ReadLimits::default(), "none".into());
        let grids = reader.read(&fs::read(&file).unwrap()).unwrap().grids;
        let names: Vec<&str> = of_results(&grids).map(|grid| grid.name.as_str()).collect();
        assert_eq!(names, ["Cấp tỉnh", "Cấp huyện", "tonghop"], "{lang}");
        let (audit, codes) = audited(&folder, &file);
        let few = RETURNS.len();
        assert_eq!(
            (audit.tables.len(), audit.verdict.units),
            (2, few),
            "{lang}"
        );
        assert_eq!(codes, [""; 0], "{lang}");
    }
}
