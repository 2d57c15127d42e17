//! The program for Windows as a person there meets it: dropped on, clicked, in a console window of its own.
//!
//! Wine in a pseudo-terminal gives a program such a window, and Explorer's way to pass what was dropped is a full path.
//! `windows.rs` says what is needed.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use zip::ZipArchive;

use crate::readme::copy;
use crate::terminal::pty::{Ended, Terminal, WINDOWS};
use crate::windows::wine;

/// Wine's first start makes its folder; no run takes so long, on however busy a machine.
const BOUND: Duration = Duration::from_secs(120);
/// How long a program may show nothing, and how often it is started.
const STARTED: Duration = Duration::from_secs(40);
const STARTS: usize = 3;
/// After so long the window still waits.
const SETTLED: Duration = Duration::from_secs(2);
/// What the last line begins with.
const ENTER: &str = "Nhấn Enter để đóng cửa sổ này.";
const OPEN: &str = "Gõ M rồi nhấn Enter để mở kết quả; chỉ nhấn Enter";

/// The program with what was dropped on it, in a window of its own. Now and then Wine starts no console for a program, however long
/// one waits; then it is started again.
fn drop_on(folder: &Path, dropped: &[&Path]) -> Terminal {
    let dropped: Vec<String> = dropped.iter().map(|path| wine::windows(path)).collect();
    let words = wine::typed(&wine::exe(), &dropped);
    for _ in 0..STARTS {
        let terminal = Terminal::of(WINDOWS[1], folder, "env", &words);
        let since = Instant::now();
        while since.elapsed() < STARTED {
            if !terminal.screen().trim().is_empty() {
                return terminal;
            }
            thread::sleep(Duration::from_millis(50));
        }
    }
    panic!("nothing was ever shown");
}

/// A folder with a blank and diacritics in its path, and the sample's returns in it.
fn returns(around: &Path, name: &str) -> PathBuf {
    let folder = around.join("Hồ sơ năm 2017");
    if !folder.exists() {
        fs::create_dir(&folder).unwrap();
    }
    let returns = folder.join(name);
    copy(Path::new("samples/kontum-2017/phieu-nop"), &returns);
    returns
}

/// Lines end where the window does; words stand apart by one blank all the same.
fn flat(screen: &str) -> String {
    screen.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn waits(terminal: &Terminal, prompt: &str) -> String {
    terminal.until(BOUND, |screen| flat(screen).contains(prompt));
    // Wine takes the keys of its terminal for a console's only from the first reading on.
    thread::sleep(SETTLED);
    flat(&terminal.screen())
}

/// Presses Enter, again where Wine was not ready for it.
fn enter(terminal: Terminal) -> Ended {
    let process = format!("/proc/{}/stat", terminal.process());
    let is_there = || fs::read_to_string(&process).is_ok_and(|state| !state.contains(") Z "));
    for _ in 0..20 {
        if !is_there() {
            break;
        }
        terminal.keys(b"\r");
        thread::sleep(SETTLED);
    }
    terminal.end(BOUND).expect("Enter closes the window")
}

#[test]
#[ignore = "needs Wine and the program for Windows"]
fn a_dropped_folder_is_consolidated_and_the_window_waits() {
    let around = tempfile::tempdir().unwrap();
    let returns = returns(around.path(), "phiếu về & kèm");
    let terminal = drop_on(around.path(), &[&returns]);
    let screen = waits(&terminal, OPEN);
    let result = around
        .path()
        .join("Hồ sơ năm 2017/phiếu về & kèm-tong-hop.xlsx");
    assert!(result.is_file());
    let said = flat(&format!("Đã ghi kết quả: {}.", wine::windows(&result)));
    assert!(screen.contains(&said), "{screen}");
    assert!(screen.contains("Việc tiếp theo: mở kết quả"), "{screen}");
    let ended = enter(terminal);
    assert_eq!(ended.status.code(), Some(0), "{}", ended.screen);
    assert!(ended.written.contains('█'), "no progress was shown");
    links_lead_to_files(&result);
}

/// Each link to a file is relative, with `/`, and leads to a file that is there.
fn links_lead_to_files(result: &Path) {
    let mut archive = ZipArchive::new(fs::File::open(result).unwrap()).unwrap();
    let mut targets = Vec::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        if part.name().unwrap().starts_with("xl/worksheets/_rels/") {
            let mut text = String::new();
            part.read_to_string(&mut text).unwrap();
            let relations = text.split("<Relationship ");
            let links = relations.filter(|one| one.contains("/hyperlink\""));
            let target = |one: &str| {
                one.split("Target=\"")
                    .nth(1)?
                    .split('"')
                    .next()
                    .map(String::from)
            };
            targets.extend(links.filter_map(target));
        }
    }
    assert!(targets.len() > 20, "{targets:?}");
    for target in targets {
        let path = target.replace("&amp;", "&").replace("%20", " ");
        assert!(!path.contains(['\\', '%', ':']), "{target}");
        assert!(result.parent().unwrap().join(&path).is_file(), "{target}");
    }
}

#[test]
#[ignore = "needs Wine and the program for Windows"]
fn an_error_stays_to_be_read_and_keeps_its_status() {
    let around = tempfile::tempdir().unwrap();
    let empty = around.path().join("trống");
    fs::create_dir(&empty).unwrap();
    let terminal = drop_on(around.path(), &[&empty]);
    let screen = waits(&terminal, ENTER);
    assert!(
        screen.contains("lỗi: ") && screen.contains("không có bảng tính nào"),
        "{screen}"
    );
    assert!(
        screen.contains("Chưa có kết quả; lý do nêu ở trên"),
        "{screen}"
    );
    assert_eq!(enter(terminal).status.code(), Some(2));
}

#[test]
#[ignore = "needs Wine and the program for Windows"]
fn several_things_are_each_dealt_with() {
    let around = tempfile::tempdir().unwrap();
    let one = returns(around.path(), "một");
    let file = one.join("SoTuPhap_CNTT2017.xlsx");
    let gone = around.path().join("không còn.xlsx");
    let terminal = drop_on(around.path(), &[&file, &gone, &one]);
    let screen = waits(&terminal, OPEN);
    assert!(screen.contains("còn 1 mục chưa làm được"), "{screen}");
    // A key that opens the result: Wine has no program for it, which stays to be read as well.
    terminal.keys(b"m\r");
    let screen = waits(&terminal, ENTER);
    assert!(screen.contains("không mở được"), "{screen}");
    let ended = enter(terminal);
    assert_eq!(ended.status.code(), Some(2));
    for heading in [
        "1/3. Tổng hợp thư mục",
        "2/3. Kiểm tra 1 tệp phiếu",
        "3/3. ",
    ] {
        assert!(ended.written.contains(heading), "{heading}");
    }
}

/// A decision's tables are audited, whether they came as a workbook, which looks like a return at first, or in Word.
#[test]
#[ignore = "needs Wine and the program for Windows"]
fn a_table_of_results_is_audited() {
    for name in ["decision-134.xlsx", "decision-134.docx"] {
        let around = tempfile::tempdir().unwrap();
        let table = around.path().join(name);
        fs::copy(Path::new("samples").join(name), &table).unwrap();
        let terminal = drop_on(around.path(), &[&table]);
        let screen = waits(&terminal, ENTER);
        assert!(
            screen.contains("đối chiếu bảng kết quả") && screen.contains("docs\\canh-bao.html"),
            "{screen}"
        );
        let ended = enter(terminal);
        assert_eq!(ended.status.code(), Some(1), "{name}");
        let verdict = "12/28 tổng điểm không khớp các cột";
        assert!(flat(&ended.written).contains(verdict), "{name}");
    }
}

#[test]
#[ignore = "needs Wine and the program for Windows"]
fn a_click_where_no_folder_is_chosen_says_what_to_drop() {
    let around = tempfile::tempdir().unwrap();
    let terminal = drop_on(around.path(), &[]);
    let screen = waits(&terminal, ENTER);
    assert!(screen.contains("Chưa chọn thư mục nào"), "{screen}");
    assert!(screen.contains("Cách dùng: kéo thư mục"), "{screen}");
    assert_eq!(enter(terminal).status.code(), Some(2));
}

/// In the window of a shell, and without a window, nobody is waited for.
#[test]
#[ignore = "needs Wine and the program for Windows"]
fn where_the_window_is_not_its_own_it_does_not_wait() {
    let around = tempfile::tempdir().unwrap();
    let returns = returns(around.path(), "phiếu");
    let (exe, folder) = (wine::exe(), wine::windows(&returns));
    let arguments = ["/c".to_string(), wine::windows(&exe), folder.clone()];
    let words = wine::typed(Path::new("cmd"), &arguments);
    let shell = Terminal::of(WINDOWS[1], around.path(), "env", &words);
    let ended = shell.end(BOUND).unwrap();
    assert_eq!(ended.status.code(), Some(0), "{}", ended.screen);
    assert!(!ended.written.contains("Enter"));
    let output = wine::tonghop().arg(&folder).output().unwrap();
    assert_eq!(output.status.code(), Some(0));
    let out = String::from_utf8(output.stdout).expect("UTF-8 into files and pipes");
    assert!(
        out.contains("đã tổng hợp") && !out.contains("Enter") && !out.contains('\x1b'),
        "{out}"
    );
}

/// What Explorer, the task manager and the warnings of Windows say of the program, and that it asks for no rights.
#[test]
#[ignore = "needs Wine and the program for Windows"]
fn the_program_says_what_it_is() {
    let bytes = fs::read(wine::exe()).unwrap();
    let has = |wanted: &[u8]| bytes.windows(wanted.len()).any(|part| part == wanted);
    let wide = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    for text in ["tổng hợp phiếu tự đánh giá", env!("CARGO_PKG_VERSION")] {
        assert!(has(&wide(text)), "{text}");
    }
    assert!(has(b"level=\"asInvoker\""));
    let icon = fs::read("assets/tonghop.ico").unwrap();
    assert!(has(&icon[icon.len() - 2_000..]), "the icon");
}
