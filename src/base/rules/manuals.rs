//! The page of a rule, and the manual of all of them.
//!
//! In: the texts of the rules. Out: what `tonghop explain` prints, and the Markdown of `docs/`. Not for: single findings,
//! which `finding` words.

use crate::base::lang::{Lang, Phrase, phrase};
use crate::base::rules::{ALL, Rule, Severity, in_workbook};

const FINDS: Phrase = phrase("Phát hiện gì", "What it finds");
const WHY: Phrase = phrase("Vì sao quan trọng", "Why it matters");
const FIX: Phrase = phrase("Cách xử lý", "How to fix it");
const EXAMPLE: Phrase = phrase("Ví dụ", "Example");

const TITLE: Phrase = phrase("Cảnh báo của tonghop", "Findings of tonghop");
const INTRODUCTION: Phrase = phrase(
    "Mỗi cảnh báo có một mã. Trang này cũng được in ra bằng lệnh `tonghop explain` kèm mã, ví dụ `tonghop explain TH301`.\n\
    \n\
    - **lỗi**: một con số, một trang tính hoặc một tệp chưa được tính cho đến khi có người quyết định;\n\
    - **cảnh báo**: đã đọc được và có người cần xem lại;\n\
    - **ghi chú**: để biết, không phải làm gì.\n\
    \n\
    Ô trống không bao giờ được coi là 0. Phần không đọc được thì để trống và được liệt kê, không biến thành 0 và không biến mất.",
    "Every finding has a code. Its page is also printed by `tonghop explain` with the code, such as `tonghop explain TH301`.\n\
    \n\
    - **error**: a number, a sheet or a file does not count until somebody decides;\n\
    - **warning**: it was read, and somebody should look;\n\
    - **info**: worth knowing, nothing to do.\n\
    \n\
    A blank is never a zero. What cannot be read is left open and listed; it never becomes 0 and never vanishes.",
);

/// The chapters of the manual, by the digit behind `TH`.
const CHAPTERS: &[(char, Phrase)] = &[
    ('1', phrase("Tệp và đơn vị", "Files and units")),
    (
        '2',
        phrase("Trang tính, cột và dòng", "Sheets, columns and rows"),
    ),
    ('3', phrase("Giá trị trong ô", "Values in cells")),
    (
        '4',
        phrase("Tổng điểm và quy tắc", "Totals and scoring rules"),
    ),
    (
        '5',
        phrase(
            "So sánh với năm trước, gộp kết quả",
            "Against the year before, results rolled up",
        ),
    ),
    ('6', phrase("Bảng kết quả đã công bố", "Published tables")),
    ('7', phrase("Tệp đợt đánh giá", "Campaign workbooks")),
    ('8', phrase("Quyết định", "Decisions")),
    (
        '9',
        phrase(
            "Tệp và trang tính không đọc được",
            "Files and sheets that cannot be read",
        ),
    ),
];

/// Characters in a line of a page; a terminal shows 80.
const WIDTH: usize = 78;

/// The page of a rule as plain text, as `tonghop explain` prints it.
pub fn page(rule: &Rule, lang: Lang) -> String {
    // An example is one line of what the program prints.
    page_in(rule, lang, WIDTH, |example| format!("  {example}"))
}

/// The page of a rule for a terminal of so many columns.
pub fn page_of_width(rule: &Rule, lang: Lang, width: usize) -> String {
    page_in(rule, lang, width, |example| indented(example, width))
}

fn page_in(rule: &Rule, lang: Lang, width: usize, example: impl Fn(&str) -> String) -> String {
    let mut blocks = vec![heading(rule, lang)];
    let block = |(title, body): (&str, String)| format!("{title}\n{}", indented(&body, width));
    blocks.extend(parts(rule, lang).map(block));
    let (title, shown) = (EXAMPLE.get(lang), rule.page(lang).example);
    blocks.push(format!("{title}\n{}\n", example(shown)));
    blocks.join("\n\n")
}

/// The pages of all rules in Markdown, with a table of contents.
pub fn manual(lang: Lang) -> String {
    let mut contents = vec![
        format!("# {}", TITLE.get(lang)),
        INTRODUCTION.get(lang).to_string(),
    ];
    let mut pages = Vec::new();
    for (digit, name) in CHAPTERS {
        let rules: Vec<&Rule> = ALL
            .iter()
            .copied()
            .filter(|rule| chapter(rule) == Some(*digit))
            .collect();
        if rules.is_empty() {
            continue;
        }
        let name = format!("TH{digit}xx · {}", name.get(lang));
        let links: Vec<String> = rules
            .iter()
            .map(|rule| format!("- [{}](#{})", heading(rule, lang), anchor(rule)))
            .collect();
        contents.extend([format!("**{name}**"), links.join("\n")]);
        pages.push(format!("## {name}"));
        pages.extend(rules.iter().map(|rule| section(rule, lang)));
    }
    contents.append(&mut pages);
    contents.join("\n\n") + "\n"
}

/// The page of a rule as a section of the manual. It has an anchor of its own, because those that are made from headings with
/// diacritics differ from one Markdown reader to the next.
fn section(rule: &Rule, lang: Lang) -> String {
    let mut blocks = vec![
        format!("<a id=\"{}\"></a>", anchor(rule)),
        format!("### {}", heading(rule, lang)),
    ];
    blocks.extend(parts(rule, lang).map(|(title, body)| format!("**{title}.** {body}")));
    let (title, example) = (EXAMPLE.get(lang), rule.page(lang).example);
    blocks.extend([format!("**{title}:**"), format!("```text\n{example}\n```")]);
    blocks.join("\n\n")
}

fn anchor(rule: &Rule) -> String {
    rule.code.to_lowercase()
}

/// `TH301 · Điểm không đọc được (lỗi)`.
fn heading(rule: &Rule, lang: Lang) -> String {
    let severity = match rule.severity {
        Severity::Error => phrase("lỗi", "error"),
        Severity::Warning => phrase("cảnh báo", "warning"),
        Severity::Info => phrase("ghi chú", "info"),
    };
    let title = rule.page(lang).title;
    format!("{} · {title} ({})", rule.code, severity.get(lang))
}

/// The parts in whole sentences, each with its heading. Keys that a page names have their place in a campaign workbook with them.
fn parts(rule: &Rule, lang: Lang) -> [(&'static str, String); 3] {
    let page = rule.page(lang);
    let named = [rule.vi.finds, rule.vi.fix, rule.vi.advice].join(" ");
    let places = in_workbook::places(&named, lang);
    let fix = [Some(page.fix.to_string()), places];
    let fix: Vec<String> = fix.into_iter().flatten().collect();
    [
        (FINDS.get(lang), page.finds.to_string()),
        (WHY.get(lang), page.why.to_string()),
        (FIX.get(lang), fix.join(" ")),
    ]
}

fn chapter(rule: &Rule) -> Option<char> {
    rule.code.strip_prefix("TH")?.chars().next()
}

/// A text in lines of at most so many characters, each indented by two.
fn indented(text: &str, width: usize) -> String {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(format!("  {word}")),
        }
    }
    lines.join("\n")
}
