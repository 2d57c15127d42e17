//! The texts of the rules: whole, well formed, and the same as in `docs/`.
#![allow(clippy::expect_used)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use tonghop::base::finding::{Fact, Finding, Place};
use tonghop::base::lang::Lang;
use tonghop::base::rules::{self, Bearing, Page, Rule};
use tonghop::campaign::book;
use unicode_normalization::is_nfc;

const LANGUAGES: [Lang; 2] = [Lang::Vi, Lang::En];
const PLACEHOLDERS: [&str; 6] = [
    "about",
    "found",
    "expected",
    "difference",
    "left_out",
    "nearest",
];

/// Every page of every rule, with a name for messages.
fn pages() -> impl Iterator<Item = (String, &'static Rule, Lang, &'static Page)> {
    rules::ALL.iter().flat_map(|rule| {
        LANGUAGES.map(|lang| {
            (
                format!("{} {lang:?}", rule.code),
                *rule,
                lang,
                rule.page(lang),
            )
        })
    })
}

fn parts(page: &Page) -> [(&'static str, &'static str); 7] {
    [
        ("title", page.title),
        ("message", page.message),
        ("advice", page.advice),
        ("finds", page.finds),
        ("why", page.why),
        ("fix", page.fix),
        ("example", page.example),
    ]
}

/// The fixed pieces of a message, between its placeholders, and the placeholders.
fn pieces(template: &str) -> (Vec<&str>, Vec<&str>) {
    let (mut fixed, mut names) = (Vec::new(), Vec::new());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, tail) = after.split_once('}').expect("a placeholder ends");
        fixed.push(before);
        names.push(name);
        rest = tail;
    }
    fixed.push(rest);
    (fixed, names)
}

#[test]
fn codes_are_unique_sorted_and_well_formed() {
    let codes: Vec<&str> = rules::ALL.iter().map(|rule| rule.code).collect();
    for code in &codes {
        let digits = code.strip_prefix("TH").unwrap_or_default();
        assert!(
            digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit()),
            "{code}"
        );
    }
    assert!(codes.is_sorted_by(|a, b| a < b), "{codes:?}");
    let names: BTreeSet<&str> = rules::ALL.iter().map(|rule| rule.name).collect();
    assert_eq!(names.len(), codes.len(), "two rules have one name");
}

#[test]
fn no_part_of_a_page_is_empty() {
    for (name, _, _, page) in pages() {
        for (part, text) in parts(page) {
            assert!(!text.trim().is_empty(), "{name}: {part} is empty");
            assert_eq!(text, text.trim(), "{name}: {part}");
            assert!(
                !text.contains(['\n', '\t']) && !text.contains("  "),
                "{name}: {part}"
            );
            assert!(is_nfc(text), "{name}: {part} is not in NFC");
        }
    }
}

#[test]
fn messages_use_known_placeholders_only() {
    for (name, _, _, page) in pages() {
        for text in [page.message, page.advice] {
            let unknown: Vec<&str> = pieces(text)
                .1
                .into_iter()
                .filter(|name| !PLACEHOLDERS.contains(name))
                .collect();
            assert!(unknown.is_empty(), "{name}: {unknown:?}");
        }
        for text in [page.title, page.finds, page.why, page.fix, page.example] {
            assert!(!text.contains(['{', '}']), "{name}: {text}");
        }
    }
}

#[test]
fn both_languages_say_the_same_facts() {
    for rule in rules::ALL {
        let facts = |text| pieces(text).1.into_iter().collect::<BTreeSet<_>>();
        assert_eq!(
            facts(rule.vi.message),
            facts(rule.en.message),
            "{}",
            rule.code
        );
        assert_eq!(
            facts(rule.vi.advice),
            facts(rule.en.advice),
            "{}",
            rule.code
        );
    }
}

#[test]
fn messages_are_plain_lines() {
    for (name, _, _, page) in pages() {
        for text in [page.message, page.advice] {
            let first = text.split([' ', ';', ':']).next().unwrap_or_default();
            // A code such as TH101 stands as it is.
            let is_code = first.len() > 1 && !first.chars().any(char::is_lowercase);
            let capital = first.chars().next().is_some_and(char::is_uppercase);
            assert!(!capital || is_code, "{name}: a capital begins {text:?}");
            assert!(
                !text.ends_with(['.', '!']),
                "{name}: a full stop ends {text:?}"
            );
            let lower = text.to_lowercase();
            for word in ["please", "vui lòng", "xin "] {
                assert!(!lower.contains(word), "{name}: {word:?} in {text:?}");
            }
        }
    }
}

#[test]
fn pages_are_whole_sentences() {
    for (name, _, _, page) in pages() {
        for text in [page.finds, page.why, page.fix] {
            assert!(text.ends_with('.'), "{name}: {text:?}");
            assert!(
                text.chars().next().is_some_and(|c| !c.is_lowercase()),
                "{name}: {text:?}"
            );
        }
        assert!(!page.title.ends_with('.'), "{name}: {:?}", page.title);
    }
}

/// An example is a place and then the rule's own message, filled in.
#[test]
fn examples_show_the_message() {
    for (name, _, _, page) in pages() {
        let (_, mut rest) = page.example.split_once(": ").expect("a place");
        let (fixed, _) = pieces(page.message);
        for piece in &fixed {
            let at = rest.find(piece);
            assert!(
                at.is_some(),
                "{name}: {piece:?} is not in {:?}",
                page.example
            );
            rest = at
                .and_then(|at| rest.get(at + piece.len()..))
                .unwrap_or_default();
        }
        let ends = fixed.last().is_some_and(|last| !last.is_empty());
        assert!(
            !ends || rest.is_empty(),
            "{name}: {rest:?} follows the message"
        );
    }
}

#[test]
fn codes_on_pages_are_those_of_rules() {
    for (name, _, _, page) in pages() {
        for (_, text) in parts(page) {
            for (at, _) in text.match_indices("TH") {
                let code = text.get(at..at + 5).unwrap_or_default();
                let digits = code.strip_prefix("TH").unwrap_or_default();
                if digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit()) {
                    assert!(rules::by_code(code).is_some(), "{name}: {code} is no rule");
                }
            }
        }
    }
}

#[test]
fn a_page_fits_a_terminal() {
    for (name, rule, lang, _) in pages() {
        let page = rules::page(rule, lang);
        let lines = page
            .lines()
            .filter(|line| !line.ends_with(rule.page(lang).example));
        for line in lines {
            assert!(line.chars().count() <= 80, "{name}: {line:?}");
        }
    }
}

#[test]
fn a_page_has_its_parts_under_headings() {
    let rule = rules::by_code("th301").expect("TH301");
    let page = rules::page(rule, Lang::Vi);
    assert!(
        page.starts_with("TH301 · Điểm không đọc được (lỗi)\n\nPhát hiện gì\n  "),
        "{page}"
    );
    for heading in [
        "\n\nVì sao quan trọng\n  ",
        "\n\nCách xử lý\n  ",
        "\n\nVí dụ\n  ",
    ] {
        assert!(page.contains(heading), "{heading:?} is not in {page}");
    }
    let page = rules::page(rule, Lang::En);
    assert!(
        page.starts_with("TH301 · Score unreadable (error)\n\nWhat it finds\n  "),
        "{page}"
    );
}

/// `UPDATE_EXPECTED=1 cargo test rules` writes them anew.
#[test]
fn manuals_are_up_to_date() {
    for (file, lang) in [
        ("docs/canh-bao.md", Lang::Vi),
        ("docs/findings.md", Lang::En),
    ] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        let manual = rules::manual(lang);
        for rule in rules::ALL {
            assert!(
                manual.contains(&format!("\n### {} · ", rule.code)),
                "{file}: {}",
                rule.code
            );
        }
        if std::env::var_os("UPDATE_EXPECTED").is_some_and(|value| value == "1") {
            fs::write(&path, &manual).expect("docs can be written");
        }
        let stored = fs::read_to_string(&path)
            .unwrap_or_default()
            .replace("\r\n", "\n");
        let same = stored == manual;
        assert!(
            same,
            "{file} is not up to date; run UPDATE_EXPECTED=1 cargo test rules"
        );
    }
}

#[test]
fn no_similar_name_is_said_in_words() {
    let unknown = Finding::new(&rules::row_labels::ROW_UNKNOWN, Place::default())
        .found(Fact::Text("Phần mềm X".to_string()))
        .expected(Fact::Names(Vec::new()));
    let message = unknown.message(Lang::Vi);
    assert!(message.contains("; không có tên gần giống;"), "{message}");
    assert!(unknown.message(Lang::En).contains("; nothing similar;"));
}

/// The rules that a file defines, in its order.
fn of_file(name: &str) -> Vec<&'static Rule> {
    let source = fs::read_to_string(format!("src/base/rules/{name}.rs"));
    let source = source.expect("the file of rules is there");
    let codes = source.lines().filter_map(|line| {
        let code = line.trim().strip_prefix("code: \"")?;
        code.strip_suffix("\",")
    });
    codes
        .map(|code| rules::by_code(code).expect("every rule is in ALL"))
        .collect()
}

/// Whoever sums findings up asks their rules. A rule of a theme of which it matters bears on them as the others of the theme do.
#[test]
fn rules_of_a_theme_bear_on_sums_alike() {
    // What is no more than worth knowing leaves nothing unread; the other themes have no bearing in common.
    for (theme, bearing) in [("edits", Bearing::OfResult), ("unread", Bearing::Unread)] {
        let rules = of_file(theme);
        let others = rules
            .iter()
            .filter(|rule| rule.severity > rules::Severity::Info && rule.bearing != bearing)
            .map(|rule| rule.code);
        assert!(rules.len() > 4, "{theme}");
        assert_eq!(others.collect::<Vec<_>>(), [""; 0], "{theme}");
    }
}

/// What each bearing is of, told by hand: a rule that gets one, or loses it, is looked at here.
#[test]
fn bearings_are_those_that_were_meant() {
    let of = |bearing: Bearing| -> String {
        let rules = rules::ALL.iter().filter(|rule| rule.bearing == bearing);
        let codes: Vec<&str> = rules.map(|rule| rule.code).collect();
        codes.join(" ")
    };
    assert_eq!(
        of(Bearing::Unread),
        "TH205 TH227 TH904 TH906 TH941 TH942 TH943 TH944 TH945 TH946 TH947"
    );
    assert_eq!(of(Bearing::NoResult), "TH101 TH102 TH118");
    assert_eq!(
        of(Bearing::OfResult),
        "TH123 TH126 TH503 TH504 TH505 TH506 TH508 TH509 TH510 TH511 TH512 TH513 TH514 TH515 TH516 TH521 TH522 TH523 TH524 TH525 TH526 TH527 TH528 TH529"
    );
    assert_eq!(
        of(Bearing::Shared),
        "TH133 TH207 TH209 TH231 TH232 TH233 TH352"
    );
    assert_eq!(
        of(Bearing::InDoubt),
        "TH626 TH627 TH629 TH634 TH636 TH637 TH639 TH642 TH644 TH646"
    );
    assert_eq!(
        of(Bearing::Counted),
        "TH601 TH602 TH603 TH604 TH605 TH606 TH607 TH609 TH610 TH641 TH643"
    );
}

#[test]
fn pages_name_sheets_columns_and_rows_of_campaign_workbooks_that_there_are() {
    let sheets = book::SHEETS.iter().flat_map(|sheet| {
        let columns = sheet.columns.iter().map(|column| column.heading.vi);
        columns.chain([sheet.name.vi]).collect::<Vec<_>>()
    });
    let known: Vec<&str> = sheets
        .chain(book::SETTINGS.iter().map(|setting| setting.label.vi))
        .collect();
    let named: Vec<&str> = rules::workbook_names().collect();
    assert!(named.len() > 20, "{named:?}");
    for name in named {
        assert!(known.contains(&name), "{name}: {known:?}");
    }
    // A key has its place with it on the page that names it.
    let page =
        |code: &str| rules::page(rules::by_code(code).unwrap(), Lang::Vi).replace("\n  ", " ");
    assert!(page("TH441").contains("[[points]] là trang “Điểm tỉnh cho”"));
    assert!(
        page("TH111").contains("units.csv là trang “Đơn vị”; level là trang “Đơn vị”, cột “Cấp”")
    );
    assert!(
        !page("TH301").contains("…-dot-danh-gia.xlsx") || page("TH301").contains("scheme.toml là")
    );
}

/// What is told in a run names the sheet as well as the key.
#[test]
fn advice_that_names_a_key_names_the_sheet() {
    for rule in rules::ALL {
        for text in [rule.vi.message, rule.vi.advice] {
            let names_key = [
                "[[",
                "[columns]",
                "[given]",
                "[words]",
                "units.csv",
                "scheme.toml",
            ];
            let is_named = names_key.iter().any(|key| text.contains(key));
            assert!(
                !is_named || text.contains("tệp đợt đánh giá"),
                "{}: {text}",
                rule.code
            );
        }
    }
}
