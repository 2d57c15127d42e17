//! Files that would hang, flood or fill the run: beside a sound return each costs itself.

mod inputs;
#[cfg(unix)]
mod pipes;

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::Duration;

use assert_cmd::Command;
use tonghop::app::cli;
use tonghop::base::finding::{Fact, Finding};
use tonghop::input::read::{ReadFault, ReadLimits, Reader};
use tonghop::result::report::{Report, UnitRow};
use zip::CompressionMethod;

use super::read::build::{Xlsx, zip};
use super::read::legacy::ods;

/// A campaign, whose inbox has a sound return of this name.
const CAMPAIGN: &str = "samples/kontum-2017/campaign.toml";
const SOUND: &str = "samples/kontum-2017/phieu-nop/So Xay dung.xlsx";
const OTHER: &str = "samples/kontum-2017/phieu-nop/Phieu tu danh gia 2017 - So Tai chinh.xlsx";
const HEADINGS: [&str; 6] = [
    "TT",
    "Tiêu chí",
    "Đơn vị tính",
    "Số liệu",
    "Điểm tối đa",
    "Điểm tự chấm",
];

/// What came of a folder with these files and one sound return.
struct Outcome {
    report: Report,
    status: u8,
    /// What was printed.
    said: String,
    /// The workbook.
    book: Vec<u8>,
}

impl Outcome {
    fn of(files: &[(&str, Vec<u8>)], limits: &[&str]) -> Self {
        let around = tempfile::tempdir().unwrap();
        let folder = campaign(around.path());
        for (name, bytes) in files {
            fs::write(folder.join("phieu-nop").join(name), bytes).unwrap();
        }
        let result = around.path().join("kq.xlsx");
        let mut arguments = vec!["tonghop".into(), folder.into_os_string()];
        arguments.extend(["-o".into(), result.clone().into(), "--json".into()]);
        for limit in limits {
            arguments.extend(["--limit".into(), (*limit).into()]);
        }
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let program = PathBuf::from(env!("CARGO_BIN_EXE_tonghop"));
        let status = cli::run(arguments, program, false, &mut out, &mut err);
        assert_eq!(String::from_utf8_lossy(&err), "");
        let json = fs::read_to_string(result.with_extension("json")).unwrap();
        let report = serde_json::from_str(&json).unwrap();
        Outcome {
            report,
            status,
            said: String::from_utf8(out).unwrap(),
            book: fs::read(result).unwrap(),
        }
    }

    fn rows(&self) -> impl Iterator<Item = &UnitRow> {
        self.report.levels.iter().flat_map(|level| &level.rows)
    }

    /// The findings of a rule in a file.
    fn findings(&self, file: &str, code: &str) -> Vec<&Finding> {
        let findings = self.report.findings.iter();
        let is_in =
            |place: &Option<String>| place.as_deref().is_some_and(|name| name.starts_with(file));
        let wanted = |one: &&Finding| one.rule.code == code && is_in(&one.place.file);
        findings.filter(wanted).collect()
    }
}

/// A campaign with one sound return, which is looked at first.
fn campaign(around: &Path) -> PathBuf {
    let folder = around.join("đợt");
    fs::create_dir_all(folder.join("phieu-nop")).unwrap();
    fs::copy(CAMPAIGN, folder.join("campaign.toml")).unwrap();
    let sound = folder.join("phieu-nop").join("0 So Xay dung.xlsx");
    fs::copy(SOUND, sound).unwrap();
    folder
}

/// The unit of the sound return has the same points as where it is alone.
fn is_unharmed(outcome: &Outcome) {
    static ALONE: LazyLock<Outcome> = LazyLock::new(|| Outcome::of(&[], &[]));
    let unit = ALONE.rows().next().unwrap();
    let beside = outcome.rows().find(|row| row.unit == unit.unit).unwrap();
    assert_eq!(beside.score, unit.score);
    assert_eq!(beside.grading, unit.grading);
}

fn row(number: usize, cells: &[&str]) -> String {
    let mut row = format!("<row r=\"{number}\">");
    for (column, text) in ('A'..).zip(cells) {
        let _ = write!(
            row,
            "<c r=\"{column}{number}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"
        );
    }
    row + "</row>"
}

/// A text of letters of UTF-8 that were read one byte at a time, without a consonant that would tell what it cannot be; another one for
/// each number.
fn suspect(number: usize, letters: usize) -> String {
    const SIGNS: [char; 11] = ['»', 'â', 'á', '¿', '°', '€', 'Æ', 'Ã', 'ă', 'º', ' '];
    let letter = |at: usize| SIGNS[(at * at + (number >> (at % 16))) % SIGNS.len()];
    (0..letters).map(letter).collect()
}

/// One text that may be a label with a part of it in another font, in many cells, and many that are too long for that, but not for an
/// old encoding. Without what is remembered of the one, or without the bound for the others, either takes 25 seconds of a processor.
#[test]
fn long_texts_of_an_old_encoding_take_no_minutes() {
    let mut rows = row(1, &HEADINGS);
    for number in 2..502 {
        rows += &row(number, &[&suspect(40_000, 450)]);
    }
    for number in 502..802 {
        rows += &row(number, &[&suspect(number, 970)]);
    }
    let file = Xlsx::new().sheet("S", &rows).build();
    let outcome = Outcome::of(&[("Sở Tài chính.xlsx", file)], &["seconds=10"]);
    assert_eq!(outcome.findings("Sở Tài chính", "TH952").len(), 0);
    assert_eq!(outcome.findings("Sở Tài chính", "TH114").len(), 1);
    is_unharmed(&outcome);
}

/// Texts of which each may be a label, a part of it in another font: there is no end of such, only of the time for them.
#[test]
fn recognition_that_takes_too_long_is_stopped() {
    let mut rows = row(1, &HEADINGS);
    // Each text is another one: those that are known already take no time.
    for number in 2..20_002 {
        rows += &row(number, &[&suspect(number, 300)]);
    }
    let file = Xlsx::new().sheet("S", &rows).build();
    let outcome = Outcome::of(&[("Sở Tài chính.xlsx", file)], &["seconds=3"]);
    assert_eq!(outcome.status, 1);
    let findings = outcome.findings("Sở Tài chính", "TH952");
    assert_eq!(findings.len(), 1);
    assert!(findings[0].place.unit.is_some());
    is_unharmed(&outcome);
}

#[test]
fn wrong_rows_are_named_at_first_and_then_counted() {
    let names = [
        ("1.2", "Mạng nội bộ (LAN)"),
        ("1.3", "Mạng không dây (Wi-Fi) phục vụ công việc"),
    ];
    let mut book = Xlsx::new();
    for sheet in ["A", "B", "C"] {
        let mut rows = row(1, &HEADINGS);
        for number in 2..1_002 {
            let (code, name) = names[number % 2];
            rows += &row(number, &[code, name, "", "", "", "năm lăm"]);
        }
        for number in 1_002..1_202 {
            rows += &row(number, &["", "Một dòng lạ", "", "", "", "5"]);
        }
        book = book.sheet(sheet, &rows);
    }
    let outcome = Outcome::of(&[("Sở Tài chính.xlsx", book.build())], &[]);
    assert_eq!(outcome.status, 1);
    for (code, all) in [("TH301", 3_000), ("TH208", 600)] {
        let findings = outcome.findings("Sở Tài chính", code);
        assert_eq!(findings.len(), 101, "{code}");
        let more: Vec<&Fact> = findings
            .iter()
            .filter_map(|one| one.found.as_ref())
            .collect();
        assert!(more.contains(&&Fact::More(all - 100)), "{code}");
    }
    // What they leave open is open.
    let mut rows = outcome.rows();
    let row = rows.find(|row| row.file == "Sở Tài chính.xlsx").unwrap();
    for (code, _) in names {
        let mut criteria = row.score.criteria.iter();
        let (_, score) = criteria.find(|(id, _)| id.0 == code).unwrap();
        assert_eq!(score.counted, None, "{code}");
    }
    is_unharmed(&outcome);
}

/// A sheet without an end, in 600 bytes: the reader of .ods waits for what never comes.
fn endless() -> Vec<u8> {
    let content = b"<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\"><office:body><office:spreadsheet><table:table table:name=\"A\"><table:table-row><table:table-cell/></table:table-row>";
    let parts: [(&str, &[u8]); 2] = [
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("content.xml", content),
    ];
    zip(&parts, CompressionMethod::Stored)
}

/// The sound returns are the first, and the last when there is no time left for slow files together.
#[test]
fn a_folder_of_endless_files_has_an_end() {
    let file = endless();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let count = 8 + threads + 2;
    let names: Vec<String> = (1..=count)
        .map(|number| format!("tệp {number}.ods"))
        .collect();
    let mut files: Vec<(&str, Vec<u8>)> = names
        .iter()
        .map(|name| (name.as_str(), file.clone()))
        .collect();
    let last = "zz So Tai chinh.xlsx";
    let sound = (last, fs::read(OTHER).unwrap());
    files.push(sound.clone());
    let outcome = Outcome::of(&files, &["seconds=1"]);
    assert_eq!(outcome.status, 1);
    let counted = outcome.rows().find(|row| row.file == last);
    let alone = Outcome::of(&[sound], &[]);
    let alone = alone.rows().find(|row| row.file == last).unwrap();
    assert_eq!(counted.unwrap().score, alone.score);
    let stopped = outcome.findings("tệp", "TH931").len();
    let no_time = outcome.findings("tệp", "TH953").len();
    assert!(stopped > 0 && no_time > 0, "{stopped} {no_time}");
    assert_eq!(stopped + no_time, count);
    // Twice four times the second of a file, and one more on each thread; then half a second each.
    assert!(stopped <= 8 + threads, "{stopped}");
    is_unharmed(&outcome);
}

/// Two cells that lie far apart take some 300 MB in the process that reads .ods, out of a file of 500 bytes.
#[test]
fn a_small_file_that_needs_much_memory_has_it_alone() {
    let cell = "<table:table-cell office:value-type=\"float\" office:value=\"1\"/>";
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"A\">\
        <table:table-row>{cell}</table:table-row><table:table-row table:number-rows-repeated=\"50000\"/>\
        <table:table-row><table:table-cell table:number-columns-repeated=\"60\"/>{cell}</table:table-row>\
        </table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let file = ods(&content);
    let reader = Reader::new(
        ReadLimits::default(),
        PathBuf::from(env!("CARGO_BIN_EXE_tonghop")),
    );
    // What its size lets one expect, which counts among what all files take together.
    let (_, expected) = reader.room_bytes(&file);
    assert_eq!(expected, 64 << 20);
    assert_eq!(reader.room_bytes(&fs::read(SOUND).unwrap()).1, 0);
    let held = reader.within(Duration::from_secs(60), expected);
    assert!(matches!(
        held.read(&file),
        Err(ReadFault::OutOfMemory { .. })
    ));
    let outcome = Outcome::of(&[("a.ods", file.clone()), ("b.ods", file)], &[]);
    for name in ["a.ods", "b.ods"] {
        assert_eq!(outcome.findings(name, "TH932").len(), 0);
        assert_eq!(outcome.findings(name, "TH201").len(), 1);
    }
    is_unharmed(&outcome);
}

/// Two files with 64 MiB of blanks each took 460 MB.
#[cfg(target_os = "linux")]
#[test]
fn blanks_in_a_sheet_take_no_memory_but_their_own() {
    let around = tempfile::tempdir().unwrap();
    let folder = campaign(around.path());
    let blanks = " ".repeat(64 << 20);
    let file = Xlsx::new().sheet("S", &blanks).build();
    for name in ["Sở Tài chính.xlsx", "Sở Y tế.xlsx"] {
        fs::write(folder.join("phieu-nop").join(name), &file).unwrap();
    }
    let limited = |megabytes: u32| {
        Command::new("sh")
            .args(["-c", "ulimit -d $0 && exec \"$@\""])
            .arg((megabytes * 1024).to_string())
            .arg(env!("CARGO_BIN_EXE_tonghop"))
            .arg(&folder)
            .arg("-o")
            .arg(around.path().join("kq.xlsx"))
            .output()
            .unwrap()
    };
    // Besides the blanks: what the allocator lays claim to, and the stacks of the threads.
    let output = limited(300);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{told}");
}
