//! Ctrl-C in a console of Windows: the run ends at once, says so, and leaves what was there as it was.

use std::fs;
use std::path::Path;
use std::time::Duration;

use super::child::{Copy, ENDLESS, until_it_reads, until_none_reads};
use super::wine;
use crate::read::legacy::ods;
use crate::terminal::pty::{Terminal, WINDOWS};

const BOUND: Duration = Duration::from_secs(60);

#[test]
#[ignore = "needs Wine and the program for Windows"]
fn ctrl_c_ends_a_run_at_once() {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join("phiếu về");
    fs::create_dir(&folder).unwrap();
    let sample = Path::new("samples/kontum-2017/phieu-nop/STNMT_phieu_2017.xlsx");
    fs::copy(sample, folder.join("STNMT.xlsx")).unwrap();
    let first = wine::tonghop()
        .arg(wine::windows(&folder))
        .output()
        .unwrap();
    assert_eq!(first.status.code(), Some(0), "{first:?}");
    let result = around.path().join("phiếu về-tong-hop.xlsx");
    let before = fs::read(&result).unwrap();
    fs::write(folder.join("treo.ods"), ods(ENDLESS)).unwrap();

    let copy = Copy::new("stopped");
    let arguments = wine::typed(&copy.path, &[wine::windows(&folder)]);
    let terminal = Terminal::of(WINDOWS[1], around.path(), "env", &arguments);
    terminal.until(BOUND, |screen| {
        screen.contains("đang đọc") && screen.contains("1/2 tệp")
    });
    until_it_reads(&copy.name);
    terminal.keys(b"\x03");
    let sentence = "đã dừng theo yêu cầu; chưa ghi tệp nào, kết quả cũ (nếu có) giữ nguyên";
    terminal.until(Duration::from_secs(5), |screen| screen.contains(sentence));
    until_none_reads(&copy.name);
    let ended = terminal.end(BOUND).unwrap();
    assert_eq!(ended.status.code(), Some(130), "{}", ended.screen);
    assert!(fs::read(&result).unwrap() == before);
    let mut names: Vec<_> = fs::read_dir(around.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    names.sort();
    assert_eq!(
        names,
        [
            "phiếu về",
            "phiếu về-quyet-dinh.xlsx",
            "phiếu về-tong-hop.xlsx"
        ]
    );
}
