//! Text from outside on its way out: what is written opens elsewhere, and leads nowhere but below the folder.
//!
//! Broken on purpose, these tests fail: without `incoming::workbook` in `Reader::read`, with `to_string_lossy` in the inbox, and
//! without the prefix of links.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::io::Read as _;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;
use tonghop::base::finding::Fact;
use tonghop::base::lang::Lang;

use crate::cases::case::Case;
use crate::cases::folder::Folder;

/// Characters that a terminal obeys or XML cannot have.
fn is_odd(c: char) -> bool {
    let is_break = matches!(c, '\n' | '\t' | '\r');
    (c.is_control() && !is_break)
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{fffe}' | '\u{ffff}')
}

struct Written {
    folder: TempDir,
    said: String,
    /// The links to files.
    targets: Vec<String>,
}

impl Written {
    fn workbook(&self) -> std::path::PathBuf {
        self.folder.path().join("kq.xlsx")
    }
}

/// Runs everything that prints or writes over a case, and looks into the workbook.
fn written(case: &str, beside: &dyn Fn(&Path)) -> Written {
    let case: Case = toml::from_str(case).unwrap();
    let folder = Folder::new(&case).unwrap();
    beside(&folder.campaign());
    let folder = folder.around;
    let mut said = String::new();
    for arguments in [
        &["consolidate", "dot", "-o", "kq.xlsx", "--json"][..],
        &["check", "dot"],
        &["diff", "kq.json", "kq.xlsx", "-o", "ss.xlsx"],
        &["trace", "dot", "STC"],
        // Beside the returns: nothing stands before their names in links.
        &["consolidate", "dot", "-o", "dot/phieu/kq.xlsx"],
    ] {
        let program = env!("CARGO_BIN_EXE_tonghop");
        let output = Command::new(program)
            .args(arguments)
            .current_dir(folder.path())
            .output()
            .unwrap();
        said.push_str(std::str::from_utf8(&output.stdout).unwrap());
        said.push_str(std::str::from_utf8(&output.stderr).unwrap());
    }
    let json = fs::read_to_string(folder.path().join("kq.json")).unwrap();
    assert!(
        !json.contains(is_odd),
        "the JSON has characters that are obeyed"
    );
    let mut targets = Vec::new();
    for name in ["kq.xlsx", "ss.xlsx", "dot/phieu/kq.xlsx"] {
        let book = fs::File::open(folder.path().join(name)).unwrap();
        let mut zip = zip::ZipArchive::new(book).unwrap();
        for index in 0..zip.len() {
            let mut part = zip.by_index(index).unwrap();
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            assert!(!text.contains(is_odd), "{name}: {index}");
            assert!(!text.contains("&#x"), "{name}: {index}");
            let external = text.split("Target=\"").skip(1);
            let external = external.filter(|rest| rest.contains("TargetMode=\"External\""));
            targets.extend(external.map(|rest| rest.split('"').next().unwrap().to_string()));
        }
    }
    Written {
        folder,
        said,
        targets,
    }
}

const HOSTILE: &str = r#"
[[workbook]]
from = "STC"
edit = '''
2.: rename to 2. Ứng dụng\u{1}\u{1b}]0;x\u{7}
Thông tin chung: rename to a\u{fffe}\u{202e}
2.!F8 = '\u{1b}]0;x\u{7}\u{1b}[2J\u{9b}31m\u{202e}8
2.!F9 = '\u{200e}7
'''
"#;

/// The level's name and the unit's name with what a TOML or a CSV file can have.
fn names(campaign: &Path) {
    let change = |name: &str, old: &str, new: &str| {
        let text = fs::read_to_string(campaign.join(name)).unwrap();
        assert!(text.contains(old), "{name} has no {old}");
        fs::write(campaign.join(name), text.replace(old, new)).unwrap();
    };
    change(
        "scheme.toml",
        "\"Cấp tỉnh\"",
        r#""Cấp\u0001\uFFFE\u001b tỉnh\u202e""#,
    );
    change(
        "scheme.toml",
        "\"Hạ tầng kỹ thuật\"",
        r#""Hạ tầng\nkỹ thuật\u009b""#,
    );
    change("units.csv", "Sở TC", "Sở TC\u{1b}\u{202e}");
    change("campaign.toml", "UBND TỈNH THỬ", r"UBND\u001b\u2066");
}

#[test]
fn hostile_texts_reach_neither_terminal_nor_xml() {
    let written = written(HOSTILE, &names);
    assert!(!written.said.contains(is_odd), "{:?}", written.said);
    assert!(
        written.said.contains("2. Ứng dụng␁␛]0;x␇"),
        "{}",
        written.said
    );
    let json = fs::read_to_string(written.folder.path().join("kq.json")).unwrap();
    assert!(json.contains("Cấp␁⟨U+FFFE⟩␛ tỉnh⟨U+202E⟩"));
}

#[cfg(unix)]
#[test]
fn names_of_files_lead_nowhere_but_below_the_folder() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;

    const NAMES: [&[u8]; 6] = [
        b"mailto:a@b.xlsx",
        b"javascript:alert(1).xlsx",
        br"\\server\share\x.xlsx",
        b"http:/x.xlsx",
        b"a\xff.xlsx",
        b"a\xfe.xlsx",
    ];
    let written = written(HOSTILE, &|campaign: &Path| {
        let form = campaign.join("phieu/STC.xlsx");
        fs::create_dir(campaign.join("phieu/http:")).unwrap();
        for name in NAMES {
            fs::copy(&form, campaign.join("phieu").join(OsStr::from_bytes(name))).unwrap();
        }
    });
    let json = fs::read_to_string(written.folder.path().join("kq.json")).unwrap();
    assert!(json.contains("a⟨FF⟩.xlsx") && json.contains("a⟨FE⟩.xlsx"));
    assert!(
        written
            .targets
            .iter()
            .any(|target| target.contains("mailto:"))
    );
    for target in &written.targets {
        let path = target.split('#').next().unwrap();
        let is_scheme = path.split('/').next().unwrap().contains(':');
        assert!(path.starts_with("./") || !is_scheme, "{target}");
        assert!(!path.contains(['⟨', '\\']), "{target} leads elsewhere");
    }
}

#[test]
#[ignore = "needs Python with openpyxl"]
fn openpyxl_opens_what_is_written() {
    let written = written(HOSTILE, &names);
    let script = "import sys, openpyxl; openpyxl.load_workbook(sys.argv[1])";
    let status = Command::new("python3")
        .args(["-c", script])
        .arg(written.workbook())
        .status()
        .unwrap();
    assert!(status.success());
}

/// A cell can hold 32,767 characters, and a finding about it stands in a line of the terminal.
#[test]
fn a_message_quotes_the_beginning_of_a_long_text() {
    let fact = Fact::Text("điểm ".repeat(6_000));
    for lang in [Lang::Vi, Lang::En] {
        let shown = fact.show(lang);
        assert!(shown.chars().count() < 320, "{shown}");
        assert!(shown.contains('…'), "{shown}");
    }
    let usual = Fact::Text("10,0 đ".to_string());
    assert_eq!(usual.show(Lang::Vi), "“10,0 đ”");
}
