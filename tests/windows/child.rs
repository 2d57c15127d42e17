//! The process that reads a file ends with the program, however that ends.

use std::fs;
use std::path::PathBuf;
use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use super::wine;
use crate::read::legacy::ods;

/// calamine reads this table for ever.
pub const ENDLESS: &str = "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"A\"><table:table-row><table:table-cell/></table:table-row>";
const BOUND: Duration = Duration::from_secs(60);
/// The child's own bound is 35 seconds.
const SOON: Duration = Duration::from_secs(5);

/// The processes of this system whose command line has both words.
fn processes(words: [&str; 2]) -> Vec<u32> {
    let entries = fs::read_dir("/proc").unwrap();
    let numbers = entries.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());
    let is_it = |number: &u32| {
        let line = fs::read(format!("/proc/{number}/cmdline")).unwrap_or_default();
        let line = String::from_utf8_lossy(&line).into_owned();
        words.iter().all(|word| line.contains(word)) && !line.starts_with("/usr/bin/")
    };
    numbers.filter(is_it).collect()
}

/// Waits until the program under a name has a file read, and the process that reads it is at work: Wine leaves one behind that is
/// ended while it starts.
pub fn until_it_reads(name: &str) {
    let child = || processes([name, "__read"]);
    until("no process reads", BOUND, || !child().is_empty());
    thread::sleep(Duration::from_secs(1));
    assert_eq!(child().len(), 1);
}

/// Waits until no process reads for the program under a name.
pub fn until_none_reads(name: &str) {
    until("the reading process still runs", SOON, || {
        processes([name, "__read"]).is_empty()
    });
}

/// The program under a name of its own, so that its processes are told from those of other tests.
pub struct Copy {
    pub name: String,
    pub path: PathBuf,
}

impl Copy {
    pub fn new(of: &str) -> Copy {
        let name = format!("{of}-{}.exe", std::process::id());
        let path = wine::exe().with_file_name(&name);
        fs::copy(wine::exe(), &path).unwrap();
        Copy { name, path }
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        // It may still run, if the test failed.
        let _ = fs::remove_file(&self.path);
    }
}

fn until(what: &str, bound: Duration, is_so: impl Fn() -> bool) {
    let since = Instant::now();
    while !is_so() {
        assert!(since.elapsed() < bound, "{what}");
        thread::sleep(Duration::from_millis(20));
    }
}

#[test]
#[ignore = "needs Wine and the program for Windows"]
fn no_reading_process_outlives_the_program() {
    let around = tempfile::tempdir().unwrap();
    let file = around.path().join("treo.ods");
    fs::write(&file, ods(ENDLESS)).unwrap();
    let copy = Copy::new("kept");
    let mut program = wine::command(&copy.name)
        .args(["check", &wine::windows(&file)])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    until_it_reads(&copy.name);
    program.kill().unwrap();
    program.wait().unwrap();
    until_none_reads(&copy.name);
}

/// Wine answers no question about a job, so that its limits are read back only on Windows itself (`src/input/read/job.rs`); here it is seen
/// that limits are set, and then the process is put under them.
#[test]
#[ignore = "needs Wine and the program for Windows"]
fn the_reading_process_is_put_into_a_job_with_limits() {
    let around = tempfile::tempdir().unwrap();
    let file = around.path().join("a.ods");
    fs::write(&file, ods(ENDLESS)).unwrap();
    let output = wine::command(wine::exe().file_name().unwrap().to_str().unwrap())
        .args(["check", &wine::windows(&file), "--limit", "seconds=1"])
        .env("WINEDEBUG", "+sync")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    let calls: Vec<&str> = said
        .lines()
        .filter_map(|line| line.split(":trace:sync:").nth(1))
        .filter(|call| call.contains("JobObject "))
        .map(|call| call.split_once(' ').unwrap().0)
        .collect();
    assert_eq!(
        calls,
        ["NtSetInformationJobObject", "NtAssignProcessToJobObject"]
    );
}
