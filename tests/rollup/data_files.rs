//! Results in every form that they have give the same roll-up, and each file is accounted for.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use serde_json::Value;
use tonghop::app::pipeline::rollup;

use crate::edits::book::copy;

const YEARS: [&str; 2] = ["2016", "2017"];
/// How many returns each has.
const RETURNS: usize = 6;

/// Runs the program; gives what it printed.
fn tonghop(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_tonghop"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(arguments)
        .args(["--fail-on", "never"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    String::from_utf8(output.stdout).unwrap()
}

fn name(year: &str, ending: &str) -> String {
    format!("kontum-{year}-tong-hop{ending}")
}

/// A sample with some of its returns, which are read in a quarter of the time.
fn returns(around: &Path, year: &str) -> PathBuf {
    let sample = Path::new("samples").join(format!("kontum-{year}"));
    let own = around.join(year);
    if !own.exists() {
        copy(&sample, &own);
        let inbox = fs::read_dir(own.join("phieu-nop")).unwrap();
        let mut files: Vec<PathBuf> = inbox.map(|one| one.unwrap().path()).collect();
        files.sort();
        for file in files.iter().skip(RETURNS) {
            fs::remove_file(file).unwrap();
        }
    }
    own
}

/// Both samples as workbooks in `sheet`, as workbooks with their lists beside them and as JSON in `csv`, made once.
fn made() -> &'static Path {
    static FOLDER: OnceLock<tempfile::TempDir> = OnceLock::new();
    let folder = FOLDER.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        for data in ["sheet", "csv"] {
            let own = folder.path().join(data);
            fs::create_dir(&own).unwrap();
            for year in YEARS {
                let returns = returns(folder.path(), year);
                let out = own.join(name(year, ".xlsx"));
                let out = out.to_str().unwrap();
                tonghop(&[
                    returns.to_str().unwrap(),
                    "-o",
                    out,
                    "--json",
                    "--data",
                    data,
                ]);
            }
        }
        folder
    });
    folder.path()
}

/// A folder with copies of files that were made.
fn folder(files: &[(&str, &str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (data, year, ending) in files {
        let name = name(year, ending);
        fs::copy(made().join(data).join(&name), folder.path().join(&name)).unwrap();
    }
    folder
}

/// What a roll-up prints, and what it says in JSON.
fn rolled(of: &[&Path]) -> (String, Value) {
    let to = tempfile::tempdir().unwrap();
    let (out, json) = (to.path().join("a.xlsx"), to.path().join("a.json"));
    let mut arguments = vec!["rollup", "-o", out.to_str().unwrap()];
    arguments.extend(["--json", json.to_str().unwrap()]);
    arguments.extend(of.iter().map(|path| path.to_str().unwrap()));
    let said = tonghop(&arguments);
    let value = serde_json::from_slice(&fs::read(json).unwrap()).unwrap();
    (said, value)
}

/// What is said of a file that gives nothing to roll up.
fn refused(file: &Path) -> (String, Option<i32>) {
    let output = Command::new(env!("CARGO_BIN_EXE_tonghop"))
        .arg("rollup")
        .arg(file)
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    (String::from_utf8(said).unwrap(), output.status.code())
}

/// All that does not depend on the names of the files.
fn tables(mut value: Value) -> Value {
    let all = value.as_object_mut().unwrap();
    all.remove("files");
    all.remove("checksum");
    all.remove("tonghop-run");
    for result in all["results"].as_array_mut().unwrap() {
        result.as_object_mut().unwrap().remove("file");
    }
    value
}

/// Found, read, refused, ignored, with their workbooks.
fn counts(value: &Value) -> [u64; 5] {
    let files = &value["files"];
    let count = |name: &str| files[name].as_u64().unwrap_or_default();
    let all = ["found", "read", "refused", "ignored", "with_workbook"].map(count);
    assert_eq!(all[0], all[1] + all[2] + all[3]);
    all
}

#[test]
fn results_in_every_form_give_the_same_tables() {
    let of = |data: &'static str, ending: &'static str| YEARS.map(|year| (data, year, ending));
    let sheets = folder(&of("sheet", ".xlsx"));
    let (said, first) = rolled(&[sheets.path()]);
    assert_eq!(counts(&first), [2, 2, 0, 0, 0], "{said}");
    assert_eq!(
        first["statistics"][0]["years"].as_object().unwrap().len(),
        2
    );
    let first = tables(first);
    let now = &first["results"][1];
    assert!(!now["authority"].as_str().unwrap().is_empty(), "{now}");
    for result in first["results"].as_array().unwrap() {
        assert_eq!(result["label"], format!("kontum-{}", result["year"]));
    }
    let states = first["results"].as_array().unwrap();
    let states: Vec<bool> = states
        .iter()
        .map(|one| one["provisional"].is_null())
        .collect();
    assert!(states.contains(&false), "{first}");
    let both = [of("csv", ".xlsx"), of("csv", "-du-lieu.csv")].concat();
    for (files, expected) in [
        (of("sheet", ".json").to_vec(), [2, 2, 0, 0, 0]),
        (of("csv", "-du-lieu.csv").to_vec(), [2, 2, 0, 0, 0]),
        (both.clone(), [2, 2, 0, 0, 2]),
    ] {
        let folder = folder(&files);
        let (said, value) = rolled(&[folder.path()]);
        assert_eq!(counts(&value), expected, "{said}");
        let is_told = said.contains("2 tệp dữ liệu đi kèm");
        assert_eq!(is_told, expected[4] == 2, "{said}");
        assert!(tables(value) == first, "{files:?}: {said}");
    }
    // Each kind in one call, by name.
    let list = made().join("csv").join(name("2016", "-du-lieu.csv"));
    let json = made().join("sheet").join(name("2017", ".json"));
    let (_, value) = rolled(&[&list, &json]);
    assert!(tables(value) == first, "each by name");
}

/// In each form, and in either language of its workbook: to how many decimals it rounds, and in one language why it is provisional.
#[test]
fn a_result_says_the_same_of_its_campaign_in_every_form() {
    let program = Path::new(env!("CARGO_BIN_EXE_tonghop"));
    let said = |path: &Path| {
        let limits = tonghop::output::xlsx::own_limits();
        let (facts, _) = rollup::facts(path, "x", &limits, program).unwrap();
        (facts.percent_decimals, facts.provisional, facts.authority)
    };
    let english = tempfile::tempdir().unwrap();
    let english = english.path().join("a.xlsx");
    let of = returns(made(), "2017");
    let of = of.to_str().unwrap();
    tonghop(&[of, "-o", english.to_str().unwrap(), "--lang", "en"]);
    let made = |data: &str, ending: &str| said(&made().join(data).join(name("2017", ending)));
    let first = made("sheet", ".xlsx");
    assert_eq!(first.0, Some(2));
    assert!(
        first.1.as_deref().unwrap().starts_with("TẠM TÍNH – còn "),
        "{first:?}"
    );
    for other in [
        made("sheet", ".json"),
        made("csv", ".xlsx"),
        made("csv", "-du-lieu.csv"),
        said(&english),
    ] {
        assert_eq!(other, first);
    }
}

#[test]
fn each_data_file_is_accounted_for() {
    let place = |folder: &tempfile::TempDir, ending: &str| -> PathBuf {
        folder.path().join(name("2017", ending))
    };
    let both = [("csv", "2017", ".xlsx"), ("csv", "2017", "-du-lieu.csv")];
    // Named, they are no two results either.
    let own = folder(&both);
    let (workbook, list) = (place(&own, ".xlsx"), place(&own, "-du-lieu.csv"));
    let (said, value) = rolled(&[&list, &workbook]);
    assert_eq!(counts(&value), [1, 1, 0, 0, 1], "{said}");
    assert!(!said.contains("TH52"), "{said}");
    // A copy that no workbook names is the result twice.
    fs::copy(&list, own.path().join("bản sao.csv")).unwrap();
    let (said, value) = rolled(&[own.path()]);
    assert_eq!(counts(&value), [2, 1, 0, 1, 1], "{said}");
    assert!(said.contains("TH523"), "{said}");
    // A list of somebody else is no result.
    fs::write(own.path().join("bản sao.csv"), "schema,campaign\n1,x\n").unwrap();
    let (said, value) = rolled(&[own.path()]);
    assert_eq!(counts(&value), [2, 1, 0, 1, 1], "{said}");
    assert!(said.contains("TH522") && !said.contains("TH523"), "{said}");
    // Where the workbook cannot be read, its list stands by itself.
    let own = folder(&both);
    let bytes = fs::read(place(&own, ".xlsx")).unwrap();
    let list = place(&own, "-du-lieu.csv");
    fs::remove_file(place(&own, ".xlsx")).unwrap();
    fs::write(own.path().join("a.xlsx"), &bytes).unwrap();
    let other = own.path().join("khác-du-lieu.csv");
    fs::rename(&list, &other).unwrap();
    let (said, value) = rolled(&[own.path()]);
    assert_eq!(counts(&value), [2, 1, 1, 0, 0], "{said}");
    assert!(said.contains("a.xlsx: lỗi TH521"), "{said}");
    // Alone it is refused for what it lacks, and not said to be no result.
    let (text, status) = refused(&own.path().join("a.xlsx"));
    assert_eq!(status, Some(2), "{text}");
    assert!(
        text.contains("1 tệp không gộp được, lý do ghi ở trên") && !text.contains("không tệp nào"),
        "{text}"
    );
    // One that was changed is told.
    let text = fs::read_to_string(&other).unwrap();
    fs::write(&other, text.replacen("Giải trình", "Giai trinh", 1)).unwrap();
    fs::remove_file(own.path().join("a.xlsx")).unwrap();
    let (said, value) = rolled(&[own.path()]);
    assert_eq!(counts(&value), [1, 1, 0, 0, 0], "{said}");
    assert!(said.contains("TH508"), "{said}");
    fs::write(&other, text).unwrap();
    let (said, value) = rolled(&[own.path()]);
    assert_eq!(value["results"][0]["label"], "khác");
    assert!(!said.contains("TH508"), "{said}");
}

/// A result that is left out is an error in every form, beside one that is taken in.
#[test]
fn a_data_file_that_is_left_out_is_an_error() {
    let own = folder(&[
        ("csv", "2016", "-du-lieu.csv"),
        ("csv", "2017", "-du-lieu.csv"),
    ]);
    let list = own.path().join(name("2016", "-du-lieu.csv"));
    let text = fs::read_to_string(&list).unwrap();
    let head = text.replacen(",kind,", ",loai,", 1);
    let version = text.replacen("\r\n1,", "\r\n2,", 1);
    let cut = text
        .get(..text.len() / 2)
        .or(text.get(..text.len() / 2 + 1));
    let cut = cut.unwrap().trim_end_matches(|c| c != ',');
    for (damaged, why) in [(&*head, "“kind”"), (&*version, "2"), (cut, "hỏng")] {
        assert!(damaged != text);
        fs::write(&list, damaged).unwrap();
        let (said, status) = refused(own.path());
        let line = said.lines().find(|line| line.contains("lỗi TH521"));
        let line = line.unwrap_or_else(|| panic!("{said}"));
        assert!(line.contains("2016") && line.contains(why), "{line}");
        assert!(!said.contains("TH508") && status == Some(1), "{said}");
    }
}
