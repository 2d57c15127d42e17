//! A folder of forms that nobody knows is read once, however often something is made of it.

use std::fs;
use std::path::{Path, PathBuf};

use tonghop::app::pipeline::Plan;
use tonghop::app::pipeline::propose::{ProposalInput, Suggested, suggest_from};
use tonghop::app::pipeline::settings::Choice;
use tonghop::base::lang::Lang;
use tonghop::input::inbox::Inbox;
use tonghop::input::intake::FolderReader;
use tonghop::input::read::{ReadLimits, Reader};
use tonghop::output::is_own_text;

use crate::edits::book::Parts;
use crate::propose::command::{copied, said, tonghop};

/// A workbook cut off in the middle, and a text.
fn spoil(folder: &Path) {
    let first = first(folder);
    let bytes = fs::read(first).unwrap();
    fs::write(folder.join("cụt.xlsx"), &bytes[..bytes.len() / 2]).unwrap();
    fs::write(folder.join("thư.txt"), "Kính gửi Sở Nội vụ").unwrap();
}

fn first(folder: &Path) -> PathBuf {
    let files = fs::read_dir(folder).unwrap();
    files.map(|file| file.unwrap().path()).min().unwrap()
}

fn program() -> PathBuf {
    PathBuf::from(env!("CARGO_BIN_EXE_tonghop"))
}

/// A report by the built-in campaign, a proposal, and a report by a campaign; between them something is done to the folder.
fn asked(
    folder: &Path,
    files: &FolderReader<'_>,
    inbox: &Inbox,
    between: fn(&Inbox),
) -> [String; 3] {
    let reader = Reader::new(ReadLimits::default(), program());
    let report = |plan: &Plan| {
        let report = plan.report_from(inbox, files, "phieu".to_string(), &|| {});
        serde_json::to_string(&report).unwrap()
    };
    let built_in = report(&Plan::new(folder).unwrap());
    between(inbox);
    let given = ProposalInput {
        folder: folder.to_path_buf(),
        ..ProposalInput::default()
    };
    let Suggested {
        suggestion, unread, ..
    } = suggest_from(&given, &reader, files, Lang::Vi, &()).unwrap();
    let proposed = format!("{:?} {unread:?}", suggestion.unwrap());
    let choice = Choice {
        campaign: Some(folder.with_file_name("phieu-dot-danh-gia.xlsx")),
        program: Some(program()),
        ..Choice::default()
    };
    let own = report(&Plan::chosen(folder, &choice).unwrap());
    [built_in, proposed, own]
}

#[test]
fn what_is_kept_of_files_says_the_same_as_the_files() {
    let (around, folder) = copied("camau-cchc");
    spoil(&folder);
    let reader = Reader::new(ReadLimits::default(), program());
    let inbox = Plan::new(&folder).unwrap().list().unwrap();
    let made = tonghop(&["new", "phieu"], around.path());
    assert_eq!(made.status.code(), Some(0), "{}", said(&made));
    // Away from the folder, so that the first report is by the built-in campaign.
    let book = around.path().join("phieu-dot-danh-gia.xlsx");
    let away = around.path().join("khac.xlsx");
    fs::rename(&book, &away).unwrap();
    let plain = FolderReader::new(&reader, &is_own_text);
    let back = |inbox: &Inbox| {
        let folder = inbox.received[0].path.parent().unwrap();
        let book = folder.with_file_name("phieu-dot-danh-gia.xlsx");
        fs::rename(folder.with_file_name("khac.xlsx"), book).unwrap();
    };
    let expected = asked(&folder, &plain, &inbox, back);
    fs::rename(&book, &away).unwrap();
    let kept = FolderReader::keeping(&reader, &is_own_text);
    let lost = |inbox: &Inbox| {
        let folder = inbox.received[0].path.parent().unwrap();
        let book = folder.with_file_name("phieu-dot-danh-gia.xlsx");
        fs::rename(folder.with_file_name("khac.xlsx"), book).unwrap();
        // From now on nothing of them can be read.
        for file in &inbox.received {
            fs::write(&file.path, "").unwrap();
        }
    };
    let once = asked(&folder, &kept, &inbox, lost);
    for (once, expected) in once.iter().zip(&expected) {
        assert!(once == expected, "{once}\n{expected}");
    }
}

/// The bytes that a process and those that it started have read, as the system counts them.
#[cfg(target_os = "linux")]
fn bytes_read(folder: &Path, command: &str) -> u64 {
    let script = format!("{command} >/dev/null 2>&1; cat /proc/$$/io");
    let mut shell = std::process::Command::new("sh");
    let output = shell.args(["-c", &script]).current_dir(folder).output();
    let text = String::from_utf8(output.unwrap().stdout).unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix("rchar: "));
    line.unwrap().parse().unwrap()
}

#[cfg(target_os = "linux")]
#[test]
fn a_run_on_unknown_forms_reads_each_file_once() {
    let (around, folder) = copied("camau-cchc");
    // A return with a large picture.
    let size = 8 * 1024 * 1024;
    let mut large = Parts::open(&first(&folder));
    let picture = "x".repeat(size);
    large.0.insert("xl/media/image1.bin".to_string(), picture);
    large.save(&first(&folder));
    let command = format!("'{}' phieu", env!("CARGO_BIN_EXE_tonghop"));
    let read = bytes_read(around.path(), &command);
    assert!(around.path().join("phieu-dot-danh-gia.xlsx").is_file());
    assert!(read > size as u64 && read < 2 * size as u64, "{read}");
}
