//! The logic without a window: what is dropped, what is said, what the keys do.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;

use super::jobs::asked;
use super::*;
use crate::app::cli::GOOD;

/// A person who does as told beforehand, and what was shown to them.
#[derive(Default)]
struct Script {
    folder: Option<PathBuf>,
    lines: Vec<&'static str>,
    opened: Vec<PathBuf>,
    waited: usize,
    is_ready: bool,
    is_refused: bool,
}

impl Person for Script {
    fn folder(&mut self, _: &str) -> Option<PathBuf> {
        self.folder.take()
    }

    fn ready(&mut self) {
        self.is_ready = true;
    }

    fn line(&mut self) -> Option<String> {
        assert!(std::mem::take(&mut self.is_ready));
        self.waited += 1;
        (!self.lines.is_empty()).then(|| format!("{}\r\n", self.lines.remove(0)))
    }

    fn open(&mut self, file: &Path) -> io::Result<()> {
        self.opened.push(file.to_path_buf());
        if self.is_refused {
            return Err(io::ErrorKind::NotFound.into());
        }
        Ok(())
    }
}

struct Seen {
    status: u8,
    out: String,
    err: String,
    /// The command lines that were run.
    ran: Vec<String>,
}

/// Starts the program in its own window; each job ends with the next of these outcomes, a panic after the last.
fn start(typed: &[&Path], person: &mut Script, outcomes: Vec<Outcome>) -> Seen {
    let arguments = std::iter::once("tonghop".into())
        .chain(typed.iter().map(|path| path.as_os_str().to_os_string()))
        .collect();
    let (mut out, mut err, mut ran) = (Vec::new(), Vec::new(), Vec::new());
    let mut outcomes = outcomes.into_iter();
    let work: &mut Work<'_> = &mut |arguments, out, _| {
        let words: Vec<_> = arguments
            .iter()
            .map(|word| word.to_string_lossy())
            .collect();
        ran.push(words.join(" "));
        writeln!(out, "(the command)").unwrap();
        outcomes.next().unwrap_or_else(|| panic!("a fault"))
    };
    let streams = Streams::default();
    let status = run(arguments, streams, person, (&mut out, &mut err), work);
    Seen {
        status,
        out: String::from_utf8(out).unwrap(),
        err: String::from_utf8(err).unwrap(),
        ran,
    }
}

fn outcome(status: u8, written: &[&str]) -> Outcome {
    Outcome {
        status,
        written: written.iter().map(PathBuf::from).collect(),
    }
}

/// The last lines of what was shown.
fn last(seen: &Seen, lines: usize) -> Vec<&str> {
    let all: Vec<&str> = seen.out.lines().collect();
    all[all.len() - lines..].to_vec()
}

fn results() -> [&'static Path; 3] {
    // In full, as it is dropped: what was built on another system names no drive.
    let sample = std::path::absolute(env!("CARGO_MANIFEST_DIR")).unwrap();
    let path = |name| -> &'static Path { Box::leak(sample.join(name).into_boxed_path()) };
    [
        path("samples/kontum-2017"),
        path("samples/kontum-2016-tong-hop.xlsx"),
        path("samples/decision-134.xlsx"),
    ]
}

#[test]
fn what_is_dropped_is_sorted() {
    let around = tempfile::tempdir().unwrap();
    let at = |name: &str| around.path().join(name);
    for folder in ["đợt", "phiếu về"] {
        fs::create_dir(at(folder)).unwrap();
    }
    for file in ["a.xlsx", "b.xls", "đợt/Campaign.TOML"] {
        fs::write(at(file), "x").unwrap();
    }
    let ours = at("kết quả.xlsx");
    fs::copy(results()[1], &ours).unwrap();
    let dropped = [
        "a.xlsx",
        "đợt",
        "kết quả.xlsx",
        "gone.xlsx",
        "phiếu về",
        "b.xls",
        "a.xlsx",
        "đợt/Campaign.TOML",
        "phiếu về",
    ];
    let arguments: Vec<OsString> = std::iter::once("tonghop".into())
        .chain(dropped.map(|name| at(name).into_os_string()))
        .collect();
    let expected = vec![
        Job::Folder(at("phiếu về")),
        Job::Campaign(at("đợt/Campaign.TOML")),
        Job::Table(ours),
        Job::Files(vec![at("a.xlsx"), at("b.xls")]),
        Job::Missing(at("gone.xlsx")),
    ];
    assert_eq!(asked(&arguments), Asked::Dropped(expected));
}

#[test]
fn what_is_typed_is_not_taken_for_dropped() {
    let words = |words: &[&str]| -> Vec<OsString> { words.iter().map(OsString::from).collect() };
    for typed in [
        &["tonghop", "check", "/a"][..],
        &["tonghop", "phieu"],
        &["tonghop", "/a", "--json"],
    ] {
        assert_eq!(asked(&words(typed)), Asked::Typed, "{typed:?}");
    }
    for nothing in [&["tonghop"][..], &["tonghop", "--lang", "en"]] {
        assert_eq!(asked(&words(nothing)), Asked::Nothing, "{nothing:?}");
    }
}

/// The command line of each job is understood, whatever the thing is called.
#[test]
fn jobs_are_command_lines() {
    let path = || PathBuf::from("/--json/check");
    let jobs = [
        Job::Folder(path()),
        Job::Campaign(path()),
        Job::Table(path()),
        Job::Files(vec![path(), "/-o".into()]),
        Job::Missing(path()),
    ];
    for job in jobs {
        for lang in [Lang::Vi, Lang::En] {
            let arguments = job.arguments(lang);
            assert_eq!(language(&arguments), lang);
            let parsed = crate::app::cli::usage::parse(arguments, lang, None);
            let Some(cli) = parsed.ok() else {
                panic!("{job:?} is not understood");
            };
            let shown = format!("{cli:?}");
            assert!(shown.contains("\"/--json") && !cli.prints_data(), "{shown}");
        }
    }
}

#[test]
fn a_folder_ends_with_three_lines_and_enter() {
    let [folder, ..] = results();
    let mut person = Script::default();
    person.lines.push("");
    let seen = start(
        &[folder],
        &mut person,
        vec![outcome(FINDINGS, &["/x/a-tong-hop.xlsx", "/x/a.json"])],
    );
    assert_eq!(seen.status, FINDINGS);
    assert_eq!(
        seen.ran,
        [format!("tonghop consolidate -- {}", folder.display())]
    );
    assert_eq!((person.waited, person.opened.len()), (1, 0));
    let lines = last(&seen, 3);
    assert_eq!(lines[0], "Đã ghi 2 kết quả: /x/a-tong-hop.xlsx; /x/a.json.");
    assert!(lines[1].starts_with("Việc tiếp theo: mở kết quả, xem trang “Cảnh báo”"));
    assert_eq!(
        lines[2],
        "Gõ M rồi nhấn Enter để mở kết quả; chỉ nhấn Enter để đóng cửa sổ này. "
    );
    assert!(seen.out.contains("Tổng hợp thư mục") && seen.out.contains("(the command)"));
}

#[test]
fn m_opens_the_workbooks() {
    let [folder, ..] = results();
    for (typed, opens) in [("m", true), (" M ", true), ("", false), ("không", false)] {
        let mut person = Script::default();
        person.lines.push(typed);
        let written = outcome(GOOD, &["/x/a.xlsx", "/x/a.json"]);
        start(&[folder], &mut person, vec![written]);
        let opened = [PathBuf::from("/x/a.xlsx")];
        assert_eq!(
            person.opened,
            if opens { &opened[..] } else { &[] },
            "{typed:?}"
        );
        assert_eq!(person.waited, 1);
    }
}

#[test]
fn a_result_that_does_not_open_is_said_and_read() {
    let mut person = Script {
        lines: vec!["m", ""],
        is_refused: true,
        ..Script::default()
    };
    let seen = start(
        &[results()[0]],
        &mut person,
        vec![outcome(GOOD, &["/x/a.xlsx"])],
    );
    assert_eq!((seen.status, person.waited), (GOOD, 2));
    assert!(
        seen.err
            .contains("lỗi: /x/a.xlsx: không mở được: không có tệp hoặc thư mục này"),
        "{}",
        seen.err
    );
    assert!(seen.out.ends_with("Nhấn Enter để đóng cửa sổ này. "));
}

/// One that fails does not keep the others from being done.
#[test]
fn several_things_are_each_dealt_with() {
    let [folder, ours, table] = results();
    let other = folder.join("phieu-nop");
    let mut person = Script::default();
    let outcomes = vec![
        outcome(NO_RESULT, &[]),
        outcome(GOOD, &["/x/b.xlsx"]),
        outcome(FINDINGS, &[]),
        outcome(GOOD, &[]),
    ];
    let seen = start(&[table, folder, ours, &other], &mut person, outcomes);
    assert_eq!(seen.status, NO_RESULT);
    let commands: Vec<&str> = seen
        .ran
        .iter()
        .filter_map(|line| line.split(' ').nth(1))
        .collect();
    assert_eq!(commands, ["consolidate", "consolidate", "audit", "check"]);
    assert!(
        seen.out.contains("4/4. Kiểm tra 1 tệp phiếu"),
        "{}",
        seen.out
    );
    let done = last(&seen, 3)[0];
    assert_eq!(
        done,
        "Đã ghi kết quả: /x/b.xlsx; còn 1 mục chưa làm được, lý do nêu ở trên, sau chữ “lỗi”."
    );
}

#[test]
fn files_are_only_read_and_what_fails_says_so() {
    let [folder, _, table] = results();
    for (path, ends, first, second) in [
        (table, GOOD, "Đã kiểm tra xong", "xem các cảnh báo"),
        (table, FINDINGS, "Đã kiểm tra xong", "sửa các ô"),
        (table, NO_RESULT, "Chưa có kết quả", "xử lý theo lý do đó"),
        (folder, NO_RESULT, "Chưa có kết quả", "xử lý theo lý do đó"),
        (folder, GOOD, "Đã ghi kết quả", "trước khi trình ký"),
    ] {
        let written: &[&str] = if ends == GOOD && path == folder {
            &["/x/a.xlsx"]
        } else {
            &[]
        };
        let mut person = Script::default();
        let seen = start(&[path], &mut person, vec![outcome(ends, written)]);
        let lines = last(&seen, 3);
        assert!(
            lines[0].starts_with(first) && lines[1].contains(second),
            "{lines:?}"
        );
        assert_eq!((seen.status, person.waited), (ends, 1));
    }
}

/// A fault of the program's own stays to be read as well, and keeps the status that it has elsewhere.
#[test]
fn a_panic_waits() {
    let mut person = Script::default();
    let seen = start(&[results()[0]], &mut person, Vec::new());
    assert_eq!((seen.status, person.waited), (101, 1));
    assert!(
        seen.err
            .contains("lỗi: tonghop gặp lỗi của chính chương trình"),
        "{}",
        seen.err
    );
    let mut person = Script::default();
    let seen = start(&[Path::new("--wrong")], &mut person, Vec::new());
    assert_eq!((seen.status, person.waited), (101, 1));
}

#[test]
fn a_click_asks_for_a_folder() {
    let mut person = Script {
        folder: Some("/x/phieu".into()),
        ..Script::default()
    };
    let seen = start(
        &[],
        &mut person,
        vec![outcome(GOOD, &["/x/phieu-tong-hop.xlsx"])],
    );
    assert_eq!(seen.ran, ["tonghop consolidate -- /x/phieu"]);
    assert_eq!((seen.status, person.waited), (GOOD, 1));
    let mut person = Script::default();
    let seen = start(&[], &mut person, Vec::new());
    assert_eq!(
        (seen.status, person.waited, seen.ran.len()),
        (NO_RESULT, 1, 0)
    );
    let lines = last(&seen, 4);
    assert_eq!(lines[0], "Chưa chọn thư mục nào, nên chưa làm gì.");
    assert!(
        lines[1].starts_with("Cách dùng: kéo thư mục") && lines[2].starts_with("Cũng thả được:")
    );
    assert_eq!(lines[3], "Nhấn Enter để đóng cửa sổ này. ");
}

#[test]
fn what_was_typed_waits_too_and_says_no_more() {
    let mut person = Script::default();
    let seen = start(
        &[Path::new("check"), Path::new("a")],
        &mut person,
        vec![outcome(NO_RESULT, &[])],
    );
    assert_eq!((seen.status, person.waited), (NO_RESULT, 1));
    assert_eq!(seen.out, "(the command)\nNhấn Enter để đóng cửa sổ này. ");
}
