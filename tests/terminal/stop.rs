//! Runs that a person stops half-way: they end at once, say so, and leave what was there as it was.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::pty::{Ended, Terminal, WINDOWS, Window};
use crate::read::legacy::ods;

/// Until a run shows what is waited for, on however busy a machine.
const BOUND: Duration = Duration::from_secs(60);
/// A person takes this for at once.
const AT_ONCE: Duration = Duration::from_secs(1);
const FOLDER: &str = "phiếu về";
const RESULT: &str = "phiếu về-tong-hop.xlsx";
const DECISIONS: &str = "phiếu về-quyet-dinh.xlsx";
const SAMPLES: &str = "samples/kontum-2017/phieu-nop";
/// calamine reads this table for ever.
const ENDLESS: &str = "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"A\"><table:table-row><table:table-cell/></table:table-row>";

/// A folder with one return and its result.
struct Place {
    around: tempfile::TempDir,
    earlier: Vec<u8>,
}

impl Place {
    fn new() -> Place {
        let around = tempfile::tempdir().unwrap();
        let folder = around.path().join(FOLDER);
        fs::create_dir(&folder).unwrap();
        let name = "STNMT_phieu_2017.xlsx";
        fs::copy(Path::new(SAMPLES).join(name), folder.join(name)).unwrap();
        let mut place = Place {
            around,
            earlier: Vec::new(),
        };
        let ended = place.start(WINDOWS[0], &[FOLDER]).end(BOUND).unwrap();
        assert_eq!(ended.status.code(), Some(0), "{}", ended.screen);
        place.earlier = place.result();
        place
    }

    fn start(&self, window: Window, arguments: &[&str]) -> Terminal {
        let arguments: Vec<String> = arguments.iter().map(ToString::to_string).collect();
        Terminal::start(window, self.around.path(), &arguments)
    }

    fn result(&self) -> Vec<u8> {
        fs::read(self.around.path().join(RESULT)).unwrap()
    }

    /// The returns of the sample, over and over, under so many names; and one that a child reads for ever.
    fn fill(&self, files: usize) {
        let folder = self.around.path().join(FOLDER);
        fs::write(folder.join("0 treo.ods"), ods(ENDLESS)).unwrap();
        let mut returns: Vec<PathBuf> = Vec::new();
        for entry in fs::read_dir(SAMPLES).unwrap().map(Result::unwrap) {
            if entry.path().is_file() {
                let copy = folder.join(entry.file_name());
                fs::copy(entry.path(), &copy).unwrap();
                returns.push(copy);
            }
        }
        for number in 0..files {
            let from = &returns[number % returns.len()];
            let name = from.file_name().unwrap().to_str().unwrap();
            fs::hard_link(from, folder.join(format!("{number:04} {name}"))).unwrap();
        }
    }

    /// Nothing but the folder, the result and the decision workbook may stand there.
    fn holds_nothing_else(&self) {
        let entries = fs::read_dir(self.around.path()).unwrap();
        let mut names: Vec<OsString> = entries.map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, [FOLDER, DECISIONS, RESULT]);
    }
}

/// How many files the progress bar says were read.
fn read(screen: &str) -> usize {
    let count = |word: &str| word.split_once('/')?.0.parse().ok();
    let mut counts = screen.split_whitespace().filter_map(count);
    counts.next().unwrap_or(0)
}

fn signal(name: &str, process: u32) {
    let sent = Command::new("kill")
        .args([name, &process.to_string()])
        .status();
    assert!(sent.unwrap().success());
}

/// The processes that a process has started, and that have not ended.
#[cfg(target_os = "linux")]
fn children(process: u32) -> Vec<u32> {
    let entries = fs::read_dir("/proc").unwrap();
    let numbers = entries.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());
    numbers
        .filter(|number| state(*number).is_some_and(|(_, parent)| parent == process))
        .collect()
}

/// A process' state, as a letter, and its parent; nothing of one that has ended.
#[cfg(target_os = "linux")]
fn state(process: u32) -> Option<(char, u32)> {
    let text = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let (_, after) = text.rsplit_once(')')?;
    let mut words = after.split_whitespace();
    let state = words.next()?.chars().next()?;
    (state != 'Z').then_some((state, words.next()?.parse().ok()?))
}

#[cfg(target_os = "linux")]
fn all_end(processes: &[u32]) {
    let since = Instant::now();
    while processes.iter().any(|process| state(*process).is_some()) {
        assert!(since.elapsed() < AT_ONCE, "{processes:?} still run");
        thread::sleep(Duration::from_millis(5));
    }
}

#[cfg(not(target_os = "linux"))]
fn children(_: u32) -> Vec<u32> {
    Vec::new()
}

#[cfg(not(target_os = "linux"))]
fn all_end(_: &[u32]) {}

/// Stops a run over 1,000 files in some way, and looks at what it leaves.
fn stopped(
    window: Window,
    arguments: &[&str],
    stop: impl Fn(&Terminal),
    bar: (&str, &str),
    (status, sentence): (i32, &str),
) {
    let place = Place::new();
    place.fill(1000);
    let terminal = place.start(window, arguments);
    let mut shown = String::new();
    terminal.until(BOUND, |screen| {
        shown = screen.to_string();
        read(screen) > 20
    });
    // One line that says what it counts.
    let (before, after) = bar;
    assert!(
        shown.starts_with(before) && shown.ends_with(after),
        "{shown}"
    );
    assert_eq!(shown.lines().count(), 1, "{shown}");
    let readers = children(terminal.process());
    assert!(!readers.is_empty() || cfg!(not(target_os = "linux")));
    let since = Instant::now();
    stop(&terminal);
    let ended = terminal.end(BOUND).unwrap();
    let took = since.elapsed();
    assert!(took < AT_ONCE, "{took:?}");
    assert_eq!(ended.status.code(), Some(status));
    assert_eq!(ended.screen, format!("{sentence}\n"));
    assert!(ended.is_ready);
    all_end(&readers);
    assert!(place.result() == place.earlier);
    place.holds_nothing_else();
}

#[test]
fn ctrl_c_ends_a_run_at_once() {
    let sentence = "đã dừng theo yêu cầu; chưa ghi tệp nào, kết quả cũ (nếu có) giữ nguyên";
    let press = |terminal: &Terminal| terminal.keys(b"\x03");
    let bar = ("đang đọc ", "/1027 tệp\n");
    stopped(WINDOWS[0], &[FOLDER], press, bar, (130, sentence));
}

#[test]
fn a_request_to_end_is_followed_at_once() {
    let sentence = "stopped as asked; no file was written, an earlier result is as it was";
    let ask = |terminal: &Terminal| signal("-TERM", terminal.process());
    let arguments = ["check", FOLDER, "--lang", "en"];
    let bar = ("reading ", "/1027 files\n");
    stopped(WINDOWS[1], &arguments, ask, bar, (143, sentence));
}

/// The result is the earlier one or the new one, whole, in whatever moment of its writing a run stops, and what is said of it is
/// true.
#[test]
fn what_is_stopped_while_it_writes_leaves_a_whole_result() {
    let place = Place::new();
    let aside = tempfile::tempdir().unwrap();
    let name = "So KHDT 2017.xlsx";
    let (outside, inside) = (
        aside.path().join(name),
        place.around.path().join(FOLDER).join(name),
    );
    fs::copy(Path::new(SAMPLES).join(name), &inside).unwrap();
    let ended = place.start(WINDOWS[0], &[FOLDER]).end(BOUND).unwrap();
    assert_eq!(ended.status.code(), Some(0));
    let (one, two) = (&place.earlier, place.result());
    assert!(*one != two);
    let mut met = 0;
    // The runs have one return and two in turn, so that what they write is another result.
    for round in 0..6 {
        let expected = if round % 2 == 0 {
            fs::rename(&inside, &outside).unwrap();
            one
        } else {
            fs::rename(&outside, &inside).unwrap();
            &two
        };
        let before = place.result();
        let terminal = place.start(WINDOWS[0], &[FOLDER]);
        met += usize::from(is_met(&place, &terminal));
        let Ended { status, screen, .. } = terminal.end(BOUND).unwrap();
        let after = place.result();
        place.holds_nothing_else();
        assert!(after == before || after == *expected, "{screen}");
        if screen.contains("chưa ghi tệp nào") {
            assert!(after == before, "{screen}");
        } else {
            assert!(after == *expected, "{screen}");
        }
        let stopped = screen.contains("đã dừng theo yêu cầu");
        assert_eq!(
            status.code(),
            Some(if stopped { 130 } else { 0 }),
            "{screen}"
        );
    }
    assert!(met > 0, "no run was met while it wrote");
}

/// Presses Ctrl-C once a temporary file has something in it; whether there was one.
fn is_met(place: &Place, terminal: &Terminal) -> bool {
    let since = Instant::now();
    while since.elapsed() < BOUND {
        let entries = fs::read_dir(place.around.path()).unwrap();
        let mut entries = entries.map(Result::unwrap);
        let written = entries.any(|entry| {
            entry.file_name().to_string_lossy().ends_with(".tmp")
                && entry.metadata().is_ok_and(|found| found.len() > 0)
        });
        if written {
            terminal.keys(b"\x03");
            return true;
        }
        if terminal.screen().contains("Kết quả:") {
            return false;
        }
        // The program needs the processor more than who waits for it.
        thread::sleep(Duration::from_micros(200));
    }
    panic!("it never ended");
}

/// What is killed can put nothing in order; the processes that read for it end all the same.
#[cfg(target_os = "linux")]
#[test]
fn no_reading_process_outlives_the_program() {
    let around = tempfile::tempdir().unwrap();
    let file = around.path().join("treo.ods");
    fs::write(&file, ods(ENDLESS)).unwrap();
    let mut program = Command::new(env!("CARGO_BIN_EXE_tonghop"))
        .arg("check")
        .arg(&file)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let since = Instant::now();
    let readers = loop {
        let readers = children(program.id());
        if !readers.is_empty() {
            break readers;
        }
        assert!(since.elapsed() < BOUND);
        thread::sleep(Duration::from_millis(5));
    };
    // It has the whole file by now, and is at work on it.
    thread::sleep(Duration::from_millis(300));
    assert_eq!(children(program.id()), readers);
    program.kill().unwrap();
    program.wait().unwrap();
    all_end(&readers);
}
