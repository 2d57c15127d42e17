//! The logic without a window: what is done, what is said, what the keys do.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

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
fn start(typed: &[&Path], person: &mut Script, outcomes: Vec<CommandOutcome>) -> Seen {
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

fn outcome(status: u8, written: &[&str]) -> CommandOutcome {
    CommandOutcome {
        status,
        written: written.iter().map(PathBuf::from).collect(),
        tables: Vec::new(),
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
    let [folder, ours, table] = results();
    for (path, ends, first, second) in [
        (table, GOOD, "Đã kiểm tra xong", "xem các cảnh báo"),
        (
            table,
            FINDINGS,
            "Đã kiểm tra xong",
            "xử lý các lỗi của phiếu",
        ),
        (ours, FINDINGS, "Đã kiểm tra xong", "đối chiếu bảng kết quả"),
        (ours, GOOD, "Đã kiểm tra xong", "bảng không có lỗi"),
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

/// Each kind of thing has its own next step, and errors of one are not said of another.
#[test]
fn what_is_next_is_said_of_each_kind() {
    let [folder, ours, file] = results();
    let mut person = Script::default();
    let outcomes = vec![
        outcome(GOOD, &["/x/a.xlsx"]),
        outcome(GOOD, &[]),
        outcome(FINDINGS, &[]),
    ];
    let seen = start(&[folder, ours, file], &mut person, outcomes);
    assert_eq!(
        last(&seen, 3)[1],
        "Việc tiếp theo: mở kết quả, xem trang “Tổng quan” và “Cảnh báo” trước khi trình ký; xử lý các lỗi của phiếu nêu ở trên, \
        lưu tệp, rồi kéo thả lại để kiểm tra lần nữa; xem các dòng về bảng kết quả ở trên (nếu có), bảng không có lỗi thì dùng được."
    );
}

/// A table that was taken for a return is audited then.
#[test]
fn a_table_of_results_is_audited() {
    let [_, _, table] = results();
    let mut person = Script::default();
    let mut checked = outcome(GOOD, &[]);
    checked.tables.push(table.to_path_buf());
    let seen = start(&[table], &mut person, vec![checked, outcome(FINDINGS, &[])]);
    let shown = table.display();
    assert_eq!(
        seen.ran,
        [
            format!("tonghop check -- {shown}"),
            format!("tonghop audit -- {shown}")
        ]
    );
    assert!(
        seen.out.contains("\nKiểm lại bảng kết quả "),
        "{}",
        seen.out
    );
    assert_eq!((seen.status, person.waited), (FINDINGS, 1));
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
