//! By which campaign a folder is judged that has none at its top: the one in whose inbox it lies, for all commands alike.

use std::fs;
use std::path::Path;

use crate::propose::command::{said, tonghop};

const CAMPAIGN: &str = r#"
name = "Đợt bao quanh"
year = 2017
scheme = "kontum-2017"
registry = "kontum-2017"
inbox = "phieu"
"#;

/// A campaign with a return in a folder of its inbox, and one in another folder of its own.
fn campaign() -> tempfile::TempDir {
    let around = tempfile::tempdir().unwrap();
    let name = "STNMT_phieu_2017.xlsx";
    let from = format!("samples/kontum-2017/phieu-nop/{name}");
    for folder in ["dot/phieu/dot-1/tinh", "dot/nhap"] {
        let folder = around.path().join(folder);
        fs::create_dir_all(&folder).unwrap();
        fs::copy(&from, folder.join(name)).unwrap();
    }
    fs::write(around.path().join("dot/campaign.toml"), CAMPAIGN).unwrap();
    around
}

/// What each command says on a folder: whether it follows a campaign file, and which.
fn told(folder: &str, around: &Path, unit: &str) -> [bool; 4] {
    let file = format!("{folder}/STNMT_phieu_2017.xlsx");
    let commands: [&[&str]; 3] = [
        &[folder, "-o", "ket-qua.xlsx"],
        &["check", folder],
        &["check", &file],
    ];
    let [run, check, one] = commands.map(|arguments| said(&tonghop(arguments, around)));
    let follows = |text: &str| text.contains("Theo dot/campaign.toml");
    let trace = said(&tonghop(&["trace", folder, unit, "--json"], around));
    let json = fs::read_to_string(around.join("ket-qua.json")).unwrap_or_default();
    assert!(json.is_empty());
    [
        follows(&run),
        follows(&check),
        follows(&one),
        trace.contains("\"of\": \"unit\""),
    ]
}

#[test]
fn a_folder_in_an_inbox_is_judged_by_its_campaign() {
    let around = campaign();
    let folder = "dot/phieu/dot-1/tinh";
    assert_eq!(told(folder, around.path(), "STNMT"), [true; 4]);
}

#[test]
fn a_folder_beside_an_inbox_is_judged_by_no_campaign() {
    let around = campaign();
    assert_eq!(
        told("dot/nhap", around.path(), "STNMT"),
        [false, false, false, true]
    );
}

#[test]
fn a_campaign_that_is_passed_over_is_told_by_all() {
    let around = campaign();
    // Returns lie beside the campaign file.
    let return_of = around.path().join("dot/nhap/STNMT_phieu_2017.xlsx");
    fs::copy(return_of, around.path().join("dot/la.xlsx")).unwrap();
    let folder = "dot/phieu/dot-1/tinh";
    for arguments in [
        &[folder, "-o", "ket-qua.xlsx"][..],
        &["check", folder],
        &["trace", folder, "STNMT"],
    ] {
        let text = said(&tonghop(arguments, around.path()));
        let told = "Không theo dot/campaign.toml vì có phiếu nằm cạnh";
        assert!(text.contains(told), "{arguments:?}: {text}");
    }
}
