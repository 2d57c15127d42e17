//! How many findings there are: the terminal, `check`, the sheet and the page say the same numbers, also where many are told as one.

use std::path::Path;
use std::process::Command;

use calamine::{Data, Reader, open_workbook_auto};

use crate::cases::case;
use crate::cases::folder::Folder;

/// Cases with findings that are told together: of the campaign, of nearly all forms, of files that do not count.
const CASES: [&str; 6] = [
    "cli-alike-in-nearly-all-forms",
    "cli-alike-lost-headings",
    "cli-alike-whatever-the-column",
    "cli-files-for-one-reason",
    "TH207-alike-in-all-forms",
    "TH232-alike-in-all-forms",
];

/// The number before a word, where a text says one: `9 lỗi`.
fn count(text: &str, word: &str) -> usize {
    let mut parts = text.split([',', ';', ':', '.']);
    let said = parts.find_map(|part| part.trim().strip_suffix(word)?.trim().parse().ok());
    said.unwrap_or(0)
}

fn severities(text: &str) -> [usize; 3] {
    ["lỗi", "cảnh báo", "ghi chú"].map(|word| count(text, word))
}

fn run(folder: &Path, arguments: &[&str]) -> String {
    let mut program = Command::new(env!("CARGO_BIN_EXE_tonghop"));
    let output = program.args(arguments).current_dir(folder).output();
    String::from_utf8(output.unwrap().stdout).unwrap()
}

/// The sum of the numbers in brackets behind the headings of `check`.
fn of_headings(check: &str) -> usize {
    let headings = check
        .lines()
        .filter(|line| line.ends_with(')') && !line.starts_with(' '));
    let numbers = headings.filter_map(|line| {
        let (_, said) = line.rsplit_once(" (")?;
        let digits: String = said.chars().take_while(char::is_ascii_digit).collect();
        digits.parse::<usize>().ok()
    });
    numbers.sum()
}

#[test]
fn the_numbers_of_the_terminal_are_those_of_the_sheet() {
    let cases = case::all();
    for name in CASES {
        let case = cases.iter().find(|case| case.folder.ends_with(name));
        let folder = Folder::new(case.unwrap()).unwrap().around;
        let said = run(
            folder.path(),
            &["consolidate", "dot", "-o", "kq.xlsx", "--html"],
        );
        let verdict = severities(said.lines().next().unwrap());
        let all: usize = verdict.iter().sum();
        assert!(all > 0, "{name}: {said}");
        let check = run(folder.path(), &["check", "dot"]);
        let last = check.lines().rfind(|line| line.contains("Đã kiểm tra"));
        assert_eq!(severities(last.unwrap()), verdict, "{name}: {check}");
        assert_eq!(of_headings(&check), all, "{name}: {check}");
        let mut book = open_workbook_auto(folder.path().join("kq.xlsx")).unwrap();
        let range = book.worksheet_range("Cảnh báo").unwrap();
        let Some(Data::String(summary)) = range.get_value((2, 0)) else {
            panic!("{name}: no summary");
        };
        assert_eq!(severities(summary), verdict, "{name}: {summary}");
        assert_eq!(count(summary, "mục"), all, "{name}: {summary}");
        let page = std::fs::read_to_string(folder.path().join("kq.html")).unwrap();
        let of_page = summary.replace("Các dòng từng phiếu ấy nằm ngoài vùng in.", "");
        assert!(page.contains(of_page.trim()), "{name}: {summary}");
        // The rows that are printed are as many as the summary says.
        let rows = range
            .rows()
            .skip(5)
            .filter(|row| !row[0].to_string().is_empty());
        let printed = rows.filter(|row| !row[5].to_string().starts_with("Xử lý theo dòng"));
        if let Some((_, shown)) = summary.split_once("Nêu trong ") {
            let shown: usize = shown.split(' ').next().unwrap().parse().unwrap();
            assert_eq!(printed.count(), shown, "{name}: {summary}");
        }
    }
}
