//! What becomes of the processes that read files when the program ends before them.
#![cfg(target_os = "linux")]

use std::fs;
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::read::legacy::ods;

const BOUND: Duration = Duration::from_secs(60);
/// A person takes this for at once.
const AT_ONCE: Duration = Duration::from_secs(1);
/// calamine reads this table for ever.
const ENDLESS: &str = "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"A\"><table:table-row><table:table-cell/></table:table-row>";

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
