//! The files of blank forms: names, archives, locks, stamps, and that nothing is overwritten.

use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use tonghop::base::cell::CellValue;
use zip::ZipArchive;

use crate::edits::book::{Parts, edit};
use crate::template::fill::{grids, open_cells};
use crate::template::{Round, files, findings};

const DEEP: &str = "tests/template/deep-tree";

fn copy_all(round: &Round) {
    for form in round.forms() {
        fs::copy(&form, round.inbox().join(form.file_name().unwrap())).unwrap();
    }
}

#[test]
fn blank_forms_are_told_as_blank_and_never_as_zeros() {
    for campaign in ["samples/kontum-2017", DEEP, "tests/forms/xa-2025-tick"] {
        let round = Round::new(campaign, &[]);
        copy_all(&round);
        let report = round.report();
        let forms = round.forms().len();
        let blank = report
            .findings
            .iter()
            .filter(|one| one.rule.code == "TH113");
        assert_eq!(blank.count(), forms, "{campaign}");
        let others = report
            .findings
            .iter()
            .filter(|one| !["TH113", "TH102"].contains(&one.rule.code));
        assert_eq!(others.count(), 0, "{campaign}: {:?}", findings(&report));
        assert!(
            report.levels.iter().all(|level| level.rows.is_empty()),
            "{campaign}"
        );
    }
}

/// Once stored, and once as an office program works them out.
#[test]
fn formulas_over_blanks_give_no_number() {
    for campaign in ["samples/kontum-2017", DEEP, "tests/forms/xa-2025-tick"] {
        let round = Round::new(campaign, &[]);
        let form = round.forms().remove(0);
        for is_worked_out in [false, true] {
            if is_worked_out {
                super::recalculate(&form);
            }
            let grids = grids(&form);
            let cells = grids.iter().flat_map(tonghop::base::cell::Grid::cells);
            let cells: Vec<_> = cells.filter(|cell| cell.formula.is_some()).collect();
            assert!(cells.len() > 10, "{campaign}");
            for cell in cells {
                let is_text = matches!(cell.value, CellValue::Text(_));
                assert!(is_text, "{campaign}: {}: {:?}", cell.address, cell.value);
            }
        }
    }
}

#[test]
fn names_are_readable_and_safe_and_differ() {
    let round = Round::new(DEEP, &[]);
    let names: Vec<String> = round
        .forms()
        .iter()
        .map(|form| form.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    let expected = [
        "Phiếu 2025 - Khánh Sơn (Cấp tỉnh).xlsx",
        "Phiếu 2025 - Khánh Sơn (Cấp xã).xlsx",
        "Phiếu 2025 - Sở Tài chính.xlsx",
        "Phiếu 2025 - Trung tâm Phục vụ - hành chính công - kiểm soát thủ tục.xlsx",
        "Phiếu 2025 - UBND xã Núi Đỏ.xlsx",
        "Phiếu 2025 - UBND xã Núi đỏ hạ.xlsx",
    ];
    assert_eq!(names, expected);
}

#[test]
fn an_archive_holds_the_same_files_and_is_the_same_each_time() {
    let round = Round::new(DEEP, &[]);
    let bytes = || fs::read(round.around.path().join("phiếu.zip")).unwrap();
    let run = || round.run(&["template", "đợt này", "--zip", "-o", "phiếu"]);
    let (said, status) = run();
    assert!(status == Some(0) && said.contains("phiếu.zip"), "{said}");
    let first = bytes();
    let (said, _) = run();
    assert!(said.contains("đã có đủ 6 phiếu trắng"), "{said}");
    fs::remove_file(round.around.path().join("phiếu.zip")).unwrap();
    run();
    assert!(first == bytes());
    let mut archive = ZipArchive::new(Cursor::new(first)).unwrap();
    let forms = round.forms();
    assert_eq!(archive.len(), forms.len());
    for form in forms {
        let name = form.file_name().unwrap().to_string_lossy().into_owned();
        let mut packed = Vec::new();
        archive
            .by_name(&name)
            .unwrap()
            .read_to_end(&mut packed)
            .unwrap();
        assert!(packed == fs::read(&form).unwrap(), "{name}");
    }
}

#[test]
fn a_form_that_somebody_has_begun_stays() {
    let round = Round::new(DEEP, &[]);
    let first = round.forms().remove(2);
    edit(&first, |parts| {
        parts.text("Thông tin chung", "C13", "Nguyễn Văn A");
    });
    let begun = fs::read(&first).unwrap();
    let (said, status) = round.run(&["template", "đợt này"]);
    assert_eq!(status, Some(0), "{said}");
    assert!(
        said.contains("giữ nguyên") && said.contains("đợt này-phieu-mau_2"),
        "{said}"
    );
    assert!(begun == fs::read(&first).unwrap());
    assert_eq!(
        files(&round.around.path().join("đợt này-phieu-mau_2")).len(),
        6
    );
    // Nothing is left behind, and a set of which one is missing is made whole.
    assert_eq!(round.forms().len(), 6);
    let second = round.around.path().join("đợt này-phieu-mau_2");
    fs::remove_file(files(&second).remove(0)).unwrap();
    let (said, _) = round.run(&["template", "đợt này"]);
    assert!(said.contains("Đã ghi: đợt này-phieu-mau_2"), "{said}");
    assert_eq!(files(&second).len(), 6);
}

#[test]
fn only_what_is_asked_for_can_be_written() {
    let round = Round::new("samples/kontum-2017", &[]);
    let form = round.forms().remove(0);
    let mut parts = Parts::open(&form);
    let sheets: Vec<String> = parts.0["xl/workbook.xml"]
        .split("<sheet ")
        .skip(1)
        .map(|one| one.split('"').nth(1).unwrap().to_string())
        .collect();
    assert_eq!(sheets.len(), 11);
    for sheet in &sheets {
        let text = parts.sheet(sheet);
        assert!(text.contains("<sheetProtection sheet=\"1\""), "{sheet}");
        assert!(
            !text.contains("password") && !text.contains("hashValue"),
            "{sheet}"
        );
    }
    let open = open_cells(&mut parts, "1. Hạ tầng");
    for cell in ["D7", "F6", "H6", "I6"] {
        assert!(open.contains(cell), "{cell}");
    }
    // Texts, the percentage, the maximum, the appraised score, the sum.
    for cell in ["A6", "B6", "D6", "E6", "G6", "F7", "F18", "E5"] {
        assert!(!open.contains(cell), "{cell}");
    }
    assert!(open_cells(&mut parts, "Tổng hợp").is_empty());
}

/// What a form is stamped with is held against what it says, and against the scheme.
#[test]
fn the_form_of_another_unit_or_version_is_found() {
    let with = |change: &dyn Fn(&mut Parts)| {
        let round = Round::new(DEEP, &[]);
        let meant = round.fill(|path| {
            if path.to_string_lossy().contains("Núi Đỏ") {
                edit(path, |parts| change(parts));
            }
            super::recalculate(path);
        });
        assert_eq!(meant.len(), 6);
        findings(&round.report())
    };
    let other_unit = with(&|parts| {
        let text = parts.0.get_mut("xl/sharedStrings.xml").unwrap();
        *text = text.replace("UBND xã Núi Đỏ", "UBND xã Núi đỏ hạ");
    });
    assert!(
        other_unit
            .iter()
            .any(|one| one.contains("Núi Đỏ.xlsx TH104")),
        "{other_unit:?}"
    );
    let other_version = with(&|parts| {
        let text = parts.0.get_mut("docProps/custom.xml").unwrap();
        *text = text.replace("<vt:lpwstr>3</vt:lpwstr>", "<vt:lpwstr>2</vt:lpwstr>");
    });
    assert!(
        other_version
            .iter()
            .any(|one| one.contains("Núi Đỏ.xlsx TH112")),
        "{other_version:?}"
    );
}

/// The column of those who appraise is locked, not forbidden: what a unit writes there counts, and is found.
#[test]
fn a_unit_that_writes_into_the_appraised_column_is_found() {
    let round = Round::new(DEEP, &[]);
    round.fill(|path| {
        if path.to_string_lossy().contains("Núi Đỏ") {
            edit(path, |parts| parts.text("A. Thể chế-hạ tầng", "H8", "1"));
        }
        super::recalculate(path);
    });
    let found = findings(&round.report());
    let [one] = &found[..] else {
        panic!("{found:?}");
    };
    assert!(
        one.contains("Núi Đỏ.xlsx TH422 A. Thể chế-hạ tầng!H8: "),
        "{one}"
    );
}

#[test]
fn last_year_stands_beside_each_blank() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let previous = root.join("samples/kontum-2016");
    let round = Round::new(
        "samples/kontum-2017",
        &["--previous", previous.to_str().unwrap()],
    );
    let forms = round.forms();
    let form = forms
        .iter()
        .find(|one| one.to_string_lossy().contains("Sở Tài chính"));
    let grids = grids(form.unwrap());
    let sheet = grids.iter().find(|grid| grid.name == "1. Hạ tầng").unwrap();
    let said = |cell: &str| {
        let cell = sheet
            .cells()
            .iter()
            .find(|one| one.address.to_string() == cell);
        cell.map_or_else(String::new, |cell| cell.value.show())
    };
    assert_eq!(said("E5"), "Số liệu năm trước (2016)");
    assert_eq!(said("H5"), "Điểm năm trước (2016)");
    assert!(!said("E7").is_empty() && !said("H6").is_empty());
}

/// The table of the manual tells each class of defects once.
#[test]
fn the_manual_says_of_every_class_what_a_form_does_about_it() {
    let page = fs::read_to_string("docs/phieu.md").unwrap();
    let rows = page.lines().filter_map(|line| {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let is_one = |kind: &&&str| ["Chặn", "Báo khi điền", "Vẫn có thể"].contains(kind);
        cells.get(1).filter(is_one)?;
        cells.get(2).map(ToString::to_string)
    });
    let told: Vec<String> = rows
        .flat_map(|codes| codes.split(' ').map(str::to_string).collect::<Vec<_>>())
        .collect();
    let classes = include_str!("../data/defect-classes.csv");
    let mut classes: Vec<String> = csv::Reader::from_reader(classes.as_bytes())
        .records()
        .map(|row| row.unwrap()[0].to_string())
        .collect();
    let mut sorted = told.clone();
    sorted.sort();
    classes.sort();
    assert_eq!(sorted, classes);
}

/// Whatever form a campaign has, its forms are the same.
#[test]
fn a_campaign_workbook_gives_the_same_forms() {
    let round = Round::new(DEEP, &[]);
    let book = "phiếu-dot-danh-gia.xlsx";
    let (said, status) = round.run(&["scheme", "export", "đợt này", "-o", book]);
    assert_eq!(status, Some(0), "{said}");
    let (said, status) = round.run(&["template", book]);
    assert_eq!(status, Some(0), "{said}");
    let others = files(&round.around.path().join("phiếu-phieu-mau"));
    let forms = round.forms();
    assert_eq!(others.len(), forms.len());
    for (one, other) in forms.iter().zip(&others) {
        assert_eq!(one.file_name(), other.file_name());
        assert!(
            fs::read(one).unwrap() == fs::read(other).unwrap(),
            "{}",
            one.display()
        );
    }
    let (said, status) = round.run(&["template", "không có"]);
    assert!(status == Some(2) && said.contains("không có"), "{said}");
}

/// A published table has no criteria and no figures, which is said.
#[test]
fn a_published_table_shows_groups_and_totals_of_last_year() {
    let round = Round::new("samples/kontum-2017", &[]);
    let table =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/kontum-2016/ket-qua-cong-bo-2016.csv");
    let arguments = ["template", "đợt này", "-o", "có năm trước", "--previous"];
    let arguments: Vec<&str> = arguments.into_iter().chain(table.to_str()).collect();
    let (said, status) = round.run(&arguments);
    assert!(
        status == Some(0) && said.contains("chỉ có điểm nhóm và tổng điểm"),
        "{said}"
    );
}
