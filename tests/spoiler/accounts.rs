//! What the spoiled sample's result says about itself: one count of findings, of files and of units wherever they are told,
//! one number for a unit on every sheet, ranges that agree with the grades beside them.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::path::PathBuf;
use std::sync::OnceLock;

use calamine::{Data, DataType, Range, Reader, Xlsx};
use tonghop::app::cli;
use tonghop::base::points::Most;
use tonghop::base::rules::Severity;
use tonghop::result::report::{GapKind, Report};

/// A run of the program over the spoiled sample.
struct Run {
    said: String,
    sheets: BTreeMap<String, Range<Data>>,
    report: Report,
}

fn run() -> &'static Run {
    static RUN: OnceLock<Run> = OnceLock::new();
    RUN.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let result = folder.path().join("kq.xlsx");
        let arguments = [
            "tonghop".into(),
            "samples/kontum-2017-spoiled".into(),
            "-o".into(),
            result.clone().into_os_string(),
            "--json".into(),
        ];
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let program = PathBuf::from(env!("CARGO_BIN_EXE_tonghop"));
        cli::run(arguments.to_vec(), program, false, &mut out, &mut err);
        assert_eq!(String::from_utf8(err).unwrap(), "");
        let bytes = std::fs::read(&result).unwrap();
        let mut book = Xlsx::new(Cursor::new(bytes)).unwrap();
        let names = book.sheet_names();
        let sheets = names
            .into_iter()
            .map(|name| (name.clone(), book.worksheet_range(&name).unwrap()))
            .collect();
        let json = std::fs::read_to_string(result.with_extension("json")).unwrap();
        Run {
            said: String::from_utf8(out).unwrap(),
            sheets,
            report: serde_json::from_str(&json).unwrap(),
        }
    })
}

/// The number in front of a word.
fn before(text: &str, word: &str) -> Option<usize> {
    let (front, _) = text.split_once(&format!(" {word}"))?;
    let digits = front.rsplit(|c: char| !c.is_ascii_digit()).next()?;
    digits.parse().ok()
}

/// The number of a heading: `Heading: 12 (13 cảnh báo)` or `Heading (12): names`. Of two the one that counts findings.
fn under(heading: &str) -> usize {
    let lines = run().said.lines();
    let Some(line) = lines.into_iter().find(|line| {
        let rest = line.strip_prefix(heading);
        rest.is_some_and(|rest| rest.starts_with(": ") || rest.starts_with(" ("))
    }) else {
        return 0;
    };
    before(line, "cảnh báo)").unwrap_or_else(|| {
        let digits = line.trim_start_matches(|c: char| !c.is_ascii_digit());
        let end = digits.find(|c: char| !c.is_ascii_digit());
        digits[..end.unwrap_or(digits.len())].parse().unwrap()
    })
}

#[test]
fn every_count_of_findings_is_the_same() {
    let run = run();
    let findings = &run.report.findings;
    let of = |severity| {
        findings
            .iter()
            .filter(|one| one.severity() == severity)
            .count()
    };
    let verdict = run.said.lines().next().unwrap();
    assert_eq!(before(verdict, "lỗi"), Some(of(Severity::Error)));
    assert_eq!(before(verdict, "cảnh báo"), Some(of(Severity::Warning)));
    assert_eq!(before(verdict, "ghi chú"), Some(of(Severity::Info)));
    let sections = [
        "Đơn vị chưa nộp phiếu",
        "Đơn vị đã gửi phiếu nhưng phiếu chưa dùng được",
        "Đơn vị có tệp chưa rõ là của ai",
        "Tệp chưa được tính",
        "Có thể đổi xếp loại",
        "Chỉ có thể đổi thứ hạng",
        "Cảnh báo khác",
    ];
    let listed: usize = sections.iter().map(|heading| under(heading)).sum();
    assert_eq!(listed, findings.len());
    let codes = |line: &&str| line.contains(" TH") && line.starts_with("  ");
    let shown = run.said.lines().filter(codes).count();
    let left: usize = run
        .said
        .lines()
        .filter_map(|line| before(line, "cảnh báo nữa"))
        .sum();
    let lists: usize = sections[..3].iter().map(|heading| under(heading)).sum();
    assert_eq!(lists + shown + left, findings.len());
    let rows = run.sheets["Cảnh báo"].rows();
    let is_finding = |cell: &Data| cell.get_string().is_some_and(|text| text.starts_with("TH"));
    let rows = rows.filter(|row| row.iter().any(is_finding)).count();
    assert_eq!(rows, findings.len());
}

#[test]
fn every_count_of_files_adds_up_and_no_replaced_version_waits() {
    let run = run();
    let line = run.said.lines().find(|line| line.starts_with("Đã xem"));
    let line = line.unwrap();
    let (seen, parts) = line.split_once(": ").unwrap();
    let parts: usize = parts
        .split(", ")
        .map(|part| part.split(' ').next().unwrap().parse::<usize>().unwrap())
        .sum();
    assert_eq!(before(seen, "tệp"), Some(39));
    assert_eq!(parts, 39);
    // The README's table has two versions that another one replaces, and eleven files that do not count.
    assert_eq!(before(line, "đã có phiếu khác thay"), Some(2));
    assert!(run.said.contains("xử lý 11 tệp chưa được tính"));
    assert!(run.said.contains("\nTệp chưa được tính: 11\n"));
    let told = format!("{line}.");
    let sheet = &run.sheets["Tình hình nộp"];
    assert!(
        sheet
            .used_cells()
            .any(|(_, _, cell)| cell.get_string() == Some(told.as_str()))
    );
}

#[test]
fn a_unit_has_one_number_on_every_sheet() {
    let run = run();
    for level in &run.report.levels {
        let names: BTreeSet<&str> = level
            .rows
            .iter()
            .map(|row| row.name.as_str())
            .chain(level.gaps.iter().map(|gap| gap.name.as_str()))
            .collect();
        let numbers = |sheet: &str| -> Vec<(f64, String)> {
            let mut seen = BTreeSet::new();
            let rows = run.sheets[sheet].rows();
            rows.filter_map(|row| {
                let name = row
                    .get(1)?
                    .get_string()
                    .filter(|name| names.contains(name))?;
                let number = row[0].get_float()?;
                // The other files of a unit stand below, in a list with numbers of its own.
                seen.insert(name.to_string())
                    .then(|| (number, name.to_string()))
            })
            .collect()
        };
        let first = numbers(&level.name);
        assert_eq!(first.len(), names.len(), "{}", level.name);
        let rising = first.iter().map(|(number, _)| *number);
        assert!(rising.eq((1..=names.len()).map(|number| number as f64)));
        for sheet in ["Chi tiết", "Tình hình nộp"] {
            assert_eq!(numbers(sheet), first, "{sheet}");
        }
    }
}

#[test]
fn each_unit_without_a_result_has_the_reason_of_the_readme() {
    // The right column of the README's table of units.
    let expected = [
        ("BQLKKT", "tệp có mật khẩu"),
        ("SNV", "phiếu của năm khác"),
        ("STTTT", "phiếu chưa điền"),
        ("SNGV", "tệp không đọc được"),
        ("SNNPTNT", "tệp nén chưa mở được"),
        ("KONRAY", "tệp rỗng"),
    ];
    let run = run();
    let gaps = || run.report.levels.iter().flat_map(|level| &level.gaps);
    for (code, reason) in expected {
        let gap = gaps().find(|gap| gap.unit.code == code).unwrap();
        let told = format!("{} ({reason})", gap.name);
        let level = run
            .report
            .levels
            .iter()
            .find(|one| one.id == gap.unit.level);
        let sheet = &run.sheets[&level.unwrap().name];
        let texts: Vec<&str> = sheet
            .used_cells()
            .filter_map(|(_, _, cell)| cell.get_string())
            .collect();
        let notes = texts.iter().filter(|text| text.starts_with("* "));
        assert!(notes.clone().any(|note| note.contains(&told)), "{code}");
        let remark = format!("Đã gửi, chưa dùng được: {reason}.");
        assert!(texts.contains(&remark.as_str()), "{code}");
        assert!(run.said.contains(&told), "{code}");
    }
    let undecided = gaps().filter(|gap| gap.kind() == GapKind::Undecided);
    let codes: Vec<&str> = undecided.map(|gap| gap.unit.code.as_str()).collect();
    assert_eq!(codes, ["DAKHA"]);
    assert_eq!(gaps().count(), expected.len() + 1);
}

#[test]
fn no_return_without_a_time_of_its_own_is_called_in_time() {
    let run = run();
    let rows = run.sheets["Tình hình nộp"].rows();
    let mut unknown = Vec::new();
    for row in rows {
        let texts: Vec<&str> = row.iter().filter_map(|cell| cell.get_string()).collect();
        if texts.contains(&"Ngày của tệp") {
            assert!(!texts.contains(&"Đúng hạn"), "{texts:?}");
        }
        if texts.contains(&"Chưa rõ thời điểm") {
            unknown.push(texts[0].to_string());
        }
    }
    // A web page has no document properties.
    assert_eq!(unknown, ["Sở Giáo dục và đào tạo"]);
    let counts = run.report.unit_counts();
    assert_eq!(
        (counts.in_time, counts.late, counts.time_unknown),
        (22, 0, 1)
    );
}

#[test]
fn ranges_agree_with_the_grades_beside_them() {
    let report = &run().report;
    let grade = |total: Most| {
        let limits = report.grades.iter();
        let mut reached = limits.filter(|limit| total >= limit.from);
        reached.next().map(|limit| limit.name.clone())
    };
    let mut wider = 0;
    for row in report.levels.iter().flat_map(|level| &level.rows) {
        let (score, grading) = (&row.score, &row.grading);
        assert_eq!(
            grade(score.highest).as_ref(),
            Some(&grading.best),
            "{}",
            row.name
        );
        assert_eq!(
            grade(score.lowest.into()).as_ref(),
            Some(&grading.worst),
            "{}",
            row.name
        );
        assert!(score.lowest <= score.total && score.total <= score.highest);
        wider += usize::from(score.open == 0 && score.lowest < score.highest);
        for group in score.groups.values() {
            assert!(group.lowest <= group.sum && group.sum <= group.highest);
        }
    }
    assert!(
        wider > 0,
        "no finding widens a range without leaving a criterion open"
    );
}
