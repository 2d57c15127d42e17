//! Templates that an office has changed, by the program itself.

use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;
use tonghop::output::letters::templates::LetterKind;
use zip::ZipArchive;

use super::{paragraphs, part};

fn run(folder: &Path, arguments: &[&str]) -> (String, Option<i32>) {
    let output = Command::new(env!("CARGO_BIN_EXE_tonghop"))
        .current_dir(folder)
        .args(arguments)
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    (String::from_utf8(said).unwrap(), output.status.code())
}

/// A folder with a few returns of the sample.
fn returns() -> TempDir {
    let folder = TempDir::new().unwrap();
    let inbox = folder.path().join("phiếu");
    fs::create_dir(&inbox).unwrap();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/kontum-2017/phieu-nop");
    let mut files: Vec<_> = fs::read_dir(sample)
        .unwrap()
        .map(|one| one.unwrap().path())
        .collect();
    files.retain(|path| path.extension().is_some_and(|end| end == "xlsx"));
    files.sort();
    for file in files.iter().take(2) {
        fs::copy(file, inbox.join(file.file_name().unwrap())).unwrap();
    }
    folder
}

/// Changes texts in the document of a file.
fn changed(file: &Path, change: &[(&str, &str)]) {
    let bytes = fs::read(file).unwrap();
    let document = part(&bytes, "word/document.xml");
    let document = change.iter().fold(document, |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    });
    let archive = ZipArchive::new(Cursor::new(&bytes)).unwrap();
    let names = archive.file_names().map(|name| name.unwrap().into_owned());
    let with_text = |name: String| {
        let is_changed = name == "word/document.xml";
        let text = if is_changed {
            document.clone()
        } else {
            part(&bytes, &name)
        };
        (name, text)
    };
    let parts: Vec<(String, String)> = names.map(with_text).collect();
    let parts: Vec<(&str, &str)> = parts
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_str()))
        .collect();
    fs::write(
        file,
        tonghop::output::docx_template::package(&parts).unwrap(),
    )
    .unwrap();
}

#[test]
fn an_office_changes_the_words_of_its_letters() {
    let folder = returns();
    let at = folder.path();
    let (said, status) = run(at, &["letters", "phiếu"]);
    assert_eq!(status, Some(0), "{said}");
    assert!(said.contains("{{Tên đơn vị}}") && said.contains("phiếu-mau-cong-van"));
    let own = at.join("phiếu-mau-cong-van");
    let reminder = own.join(LetterKind::Reminder.file_name());
    assert_eq!(
        fs::read(&reminder).unwrap(),
        LetterKind::Reminder.built_in().unwrap()
    );
    // A word of the office's own; in the other template two mistakes.
    changed(&reminder, &[("Rất mong nhận được", "Trân trọng đề nghị")]);
    let letter = own.join(LetterKind::Correction.file_name());
    changed(
        &letter,
        &[
            ("{{Hạn trả lời}}", "{{Hạn trả lơi}}"),
            ("Kính gửi: {{Tên đơn vị}}", "Kính gửi: {{Tên đơn vị"),
        ],
    );
    let (said, status) = run(at, &["phiếu", "--letters", "công văn"]);
    assert_eq!(status, Some(2), "{said}");
    assert!(
        said.contains("{{Hạn trả lơi}}") && said.contains("không đi thành cặp"),
        "{said}"
    );
    assert!(!at.join("công văn").exists() && !at.join("phiếu-tong-hop.xlsx").exists());
    let (said, status) = run(at, &["letters", "phiếu", "--lang", "en"]);
    assert!(
        status == Some(2) && said.contains("there is no field {{Hạn trả lơi}}"),
        "{said}"
    );
    fs::remove_file(&letter).unwrap();
    let (said, _) = run(at, &["phiếu", "--letters", "công văn", "--lang", "en"]);
    assert!(said.contains("By the office's own templates"), "{said}");
    let written = fs::read(at.join("công văn/Công văn đôn đốc 2017.docx")).unwrap();
    let text = paragraphs(&written).join("\n");
    assert!(
        text.contains("Trân trọng đề nghị sự phối hợp")
            && text.contains("28 đơn vị chưa nộp phiếu"),
        "{text}"
    );
    // Among the returns they would be taken for returns.
    let (said, status) = run(at, &["phiếu", "--letters", "phiếu/công văn"]);
    assert!(
        status == Some(2) && said.contains("nằm trong thư mục phiếu"),
        "{said}"
    );
}

#[test]
fn no_unit_is_written_to_by_criteria_that_nobody_confirmed() {
    let folder = returns();
    let at = folder.path();
    let campaign = "name = \"Đợt\"\nyear = 2017\nscheme = \"kontum-2017\"\nregistry = \"kontum-2017\"\nprovisional = true\n";
    fs::write(at.join("campaign.toml"), campaign).unwrap();
    let arguments = [
        "phiếu",
        "--campaign",
        "campaign.toml",
        "--letters",
        "công văn",
    ];
    let (said, _) = run(at, &arguments);
    assert!(said.contains("Công văn: chưa ghi"), "{said}");
    assert!(!at.join("công văn").exists());
}
