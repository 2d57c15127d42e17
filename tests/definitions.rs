//! Definitions that are wrong: what is said of them, in the user's language, with line and column.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::time::{Duration, Instant};

use tonghop::app::cli;
use tonghop::base::error::{DefinitionError, Error, Problem};
use tonghop::base::lang::Lang;
use tonghop::campaign::definition::Source;
use tonghop::campaign::scheme::Scheme;
use tonghop::campaign::settings::Campaign;
use tonghop::campaign::units::Registry;

const SCHEME: &str = include_str!("cases/base/scheme.toml");
const CAMPAIGN: &str = include_str!("cases/base/campaign.toml");
const UNITS: &str = include_str!("cases/base/units.csv");

fn source(text: &str) -> Source<'_> {
    Source {
        file: "tệp", text
    }
}

fn said(errors: Vec<DefinitionError>) -> [String; 2] {
    let error = Error::Definition(errors);
    [Lang::Vi, Lang::En].map(|lang| cli::message(&error, lang))
}

fn of_campaign(text: &str) -> [String; 2] {
    said(Campaign::parse(source(text)).unwrap_err())
}

fn of_scheme(text: &str) -> [String; 2] {
    said(Scheme::parse(source(text)).unwrap_err())
}

fn of_units(text: &str) -> [String; 2] {
    let scheme = Scheme::parse(source(SCHEME)).unwrap();
    said(Registry::parse(source(text), &scheme).unwrap_err())
}

/// A table is read for what a file says, and a date in it is a date whatever else stands there.
#[test]
fn an_escape_beside_a_date_changes_nothing() {
    let text = "deadline = 2018-01-31\nname = \"Đợt \\\"số\\\"\" # C:\\phieu\n";
    let table: toml::Table = source(text).parse().unwrap();
    assert!(table["deadline"].is_datetime(), "{table:?}");
    assert_eq!(table["name"].as_str(), Some("Đợt \"số\""));
}

#[test]
fn wrong_values_are_told_in_whole_vietnamese_sentences() {
    for (text, vi, en) in [
        (
            "year = \"abc\"",
            "tệp:1:8: “year”: cần số nguyên, không phải chữ “abc”",
            "tệp:1:8: year: invalid type: string \"abc\", expected i32",
        ),
        (
            "name = \"a\"\nmovement_tolerance = -1",
            "tệp:2:22: “movement_tolerance”: cần số nguyên từ 0 trở lên, không phải số “-1”",
            "tệp:2:22: movement_tolerance: invalid value: integer `-1`, expected u32",
        ),
        (
            "title = \"a\"",
            "tệp:1:9: “title”: cần danh sách [ … ], không phải chữ “a”",
            "tệp:1:9: title: invalid type: string \"a\", expected a sequence",
        ),
        (
            "authority = 5",
            "tệp:1:13: “authority”: cần chữ trong ngoặc kép, không phải số “5”",
            "tệp:1:13: authority: invalid type: integer `5`, expected a string",
        ),
        (
            "year = ",
            "tệp:1:8: sai cú pháp: chữ phải đặt trong ngoặc kép",
            "tệp:1:8: string values must be quoted, expected literal string",
        ),
        (
            "year = 2017\nyear = 2018",
            "tệp:2:1: sai cú pháp: khóa này được ghi hai lần",
            "tệp:2:1: duplicate key",
        ),
        (
            "title = [\"a\"",
            "tệp:1:13: sai cú pháp: danh sách thiếu dấu ]",
            "tệp:1:13: unclosed array, expected `]`",
        ),
    ] {
        assert_eq!(of_campaign(text), [vi, en], "{text}");
    }
    let wrong = SCHEME.replacen("type = \"ratio\"", "type = \"ratios\"", 1);
    let [vi, en] = of_scheme(&wrong);
    assert!(
        vi.contains("không có giá trị “ratios”; chỉ dùng được: declared, yes_no, ratio"),
        "{vi}"
    );
    assert!(en.contains("unknown variant"), "{en}");
    let wrong = SCHEME.replacen("total_maximum = ", "total_maximum = true # ", 1);
    let [vi, _] = of_scheme(&wrong);
    assert!(
        vi.contains("“total_maximum”: cần một số, không phải giá trị đúng/sai “true”"),
        "{vi}"
    );
}

#[test]
fn wrong_rows_of_a_registry_are_told_in_whole_vietnamese_sentences() {
    let head = "level,order,code,name,from,until,relation,predecessors,successors\n";
    for (row, vi) in [
        (
            "tinh,x,A,Sở A,,,,,",
            "tệp:2:1: order = “x” không phải số nguyên",
        ),
        (
            "tinh,1,A,Sở A,hôm qua,,,,",
            "tệp:2:1: from = “hôm qua” không phải ngày, ví dụ 2025-07-01",
        ),
        (
            "tinh,1,A,Sở A,,,renamed,A,",
            "tệp:2:1: đơn vị “A” không thể kế thừa chính mình",
        ),
        (
            "tinh,1,A,Sở A,,,merged,B,C",
            "tệp:2:1: chỉ ghi một trong hai cột predecessors, successors",
        ),
        ("tinh,1,A", "tệp:2:1: dòng có 3 ô, dòng đầu có 9 ô"),
    ] {
        assert_eq!(of_units(&format!("{head}{row}\n"))[0], vi);
    }
    let words = SCHEME.replacen("[[level]]", "[words]\nzero = [\"5\"]\n[[level]]", 1);
    let [vi, _] = of_scheme(&words);
    assert!(
        vi.contains("“5” không dùng làm từ thay cho số được"),
        "{vi}"
    );
}

#[test]
fn texts_have_a_longest_length() {
    let long = "ă".repeat(2_001);
    let short = "ă".repeat(2_000);
    for (key, value) in [
        ("name", format!("\"{long}\"")),
        ("authority", format!("\"{long}\"")),
        ("title", format!("[\"a\", \"{long}\"]")),
    ] {
        let [vi, en] = of_campaign(&format!("year = 2017\n{key} = {value}"));
        assert!(vi.starts_with("tệp:2:"), "{vi}");
        assert!(
            vi.ends_with("đoạn chữ dài 2001 ký tự, dài nhất 2000"),
            "{vi}"
        );
        assert!(
            en.ends_with("a text of 2001 characters; there may be 2000"),
            "{en}"
        );
    }
    assert!(Campaign::parse(source(&CAMPAIGN.replace("Đợt thử", &short))).is_ok());
    let key = "k".repeat(201);
    assert!(of_campaign(&format!("{key} = 1"))[0].ends_with("dài nhất 200"));
    for (place, with) in [
        ("name = \"", &long),
        ("unit = \"", &long),
        ("id = \"", &key),
        ("units = \"", &long),
    ] {
        let scheme = SCHEME.replacen(place, &format!("{place}{with}"), 1);
        assert!(scheme != SCHEME, "{place}");
        let [vi, _] = of_scheme(&scheme);
        assert!(vi.contains("đoạn chữ dài"), "{place}: {vi}");
    }
    for (name, with) in [("Sở Tài chính", &long), ("STC", &key)] {
        let [vi, _] = of_units(&UNITS.replacen(name, with, 1));
        assert!(vi.starts_with("tệp:2:1: đoạn chữ dài"), "{vi}");
    }
    let [vi, _] = of_units(&format!("level,code,name,{key}\n"));
    assert!(vi.contains("đoạn chữ dài 201 ký tự"), "{vi}");
}

#[test]
fn nine_megabytes_of_a_text_are_refused_at_once_and_not_said_again() {
    let text = "a".repeat(9 << 20);
    let start = Instant::now();
    for text in [
        format!("name = \"{text}\""),
        format!("{text} = 1"),
        text.clone(),
    ] {
        let [vi, en] = of_campaign(&text);
        assert!(
            vi.len() < 200 && en.len() < 200,
            "{} {}",
            vi.len(),
            en.len()
        );
    }
    assert!(start.elapsed() < Duration::from_secs(120));
}

#[test]
fn a_title_has_at_most_fifty_lines() {
    let scheme = Scheme::parse(source(SCHEME)).unwrap();
    let registry = Registry::parse(source(UNITS), &scheme).unwrap();
    let check = |lines: usize| {
        let title = format!("title = [{}]", "\"a\",\n".repeat(lines));
        let text = CAMPAIGN.replace("title = [\"KẾT QUẢ ĐÁNH GIÁ THỬ\"]", &title);
        let campaign = Campaign::parse(source(&text)).unwrap();
        campaign.check(source(&text), &scheme, &registry)
    };
    assert_eq!(check(50), Ok(()));
    let errors = check(51).unwrap_err();
    let (key, found, limit) = ("title".to_string(), 51, 50);
    assert_eq!(errors[0].problem, Problem::TooMany { key, found, limit });
    assert_eq!(errors[0].line, 57);
}

/// Such a rule gives every unit the same points: `yes_no` of no figures gave everybody the maximum.
#[test]
fn a_rule_without_anything_to_go_by_is_refused() {
    let start = SCHEME.find("rule = ").unwrap();
    let line = 1 + SCHEME[..start].matches('\n').count();
    let end = start + SCHEME[start..].find('\n').unwrap();
    for (rule, list) in [
        ("{ type = \"yes_no\", figures = [] }", "figures"),
        ("{ type = \"per_item\", items = [] }", "items"),
    ] {
        let wrong = format!("{}rule = {rule}{}", &SCHEME[..start], &SCHEME[end..]);
        let [vi, en] = of_scheme(&wrong);
        let place = format!("tệp:{line}:");
        assert!(
            vi.contains(&place) && vi.contains(&format!("“{list}” không được để trống")),
            "{vi}"
        );
        assert!(
            en.contains(&format!("\"{list}\" must not be empty")),
            "{en}"
        );
    }
}

#[test]
fn words_of_headings_say_something_and_stand_once() {
    let scheme = Scheme::parse(source(SCHEME)).unwrap();
    let units = Registry::parse(source(UNITS), &scheme).unwrap();
    for (words, vi, en) in [
        (
            "claimed = [\"Điểm xã\", \"Điểm xã\"]",
            "tệp:11:23: “Điểm xã” ghi hai lần ở “claimed”",
            "tệp:11:23: \"Điểm xã\" stands twice under \"claimed\"",
        ),
        (
            "claimed = [\"(xã)\"]",
            "tệp:11:12: “(xã)” không có chữ nào ngoài ngoặc để nhận ra",
            "tệp:11:12: \"(xã)\" has no letter or digit outside brackets, so that nothing is known by it",
        ),
        (
            "claimed = []",
            "tệp:11:11: “claimed” không được để trống",
            "tệp:11:11: \"claimed\" must not be empty",
        ),
    ] {
        let text = format!("{CAMPAIGN}\n[columns]\n{words}\n");
        let campaign = Campaign::parse(source(&text)).unwrap();
        let of_all = said(campaign.check(source(&text), &scheme, &units).unwrap_err());
        let of_words = said(campaign.check_words(source(&text)).unwrap_err());
        assert_eq!(of_all, [vi, en], "{words}");
        assert_eq!(of_words, [vi, en], "{words}");
    }
}

/// The problem of the first grade, where a scheme has this total and its grades begin at these points.
fn first_grade(total: &str, limits: [&str; 3]) -> Option<Problem> {
    let mut text = SCHEME.to_string();
    let mut put = |old: String, new: String| {
        assert_eq!(text.matches(&old).count(), 1);
        text = text.replace(&old, &new);
    };
    for (old, new) in ["85", "70", "50"].iter().zip(limits) {
        put(format!("\nfrom = {old}\n"), format!("\nfrom = {new}\n"));
    }
    put(
        "total_maximum = 100\n".to_string(),
        format!("total_maximum = {total}\n"),
    );
    let errors = Scheme::parse(source(&text)).err().unwrap_or_default();
    let is_sum = |one: &Problem| matches!(one, Problem::MaximaDoNotAddUp { .. });
    let mut problems = errors.into_iter().map(|error| error.problem);
    problems.find(|one| !is_sum(one))
}

/// Shares and percentages of a total are no points; a total of 1 has grades of its own.
#[test]
fn the_first_grade_is_no_share_of_the_total() {
    let first = |from: &str, total: &str, instead: &str| {
        let [from, total, instead] = [from, total, instead].map(|text| text.parse().unwrap());
        Some(Problem::FirstGrade {
            from,
            total,
            instead,
        })
    };
    let shares = ["0.8", "0.65", "0.5"];
    assert_eq!(first_grade("82", shares), first("0.8", "82", "65.6"));
    let whole = ["1", "0.65", "0.5"];
    assert_eq!(first_grade("82", whole), first("1", "82", "82"));
    let percent = ["80", "65", "50"];
    assert_eq!(first_grade("1000", percent), first("80", "1000", "800"));
    for (total, limits) in [
        ("1", shares),
        ("1.6", shares),
        ("100", percent),
        ("160", percent),
        ("1011", ["101", "65", "50"]),
    ] {
        assert_eq!(first_grade(total, limits), None, "{total}");
    }
}

/// Where a unit passes or fails, half of the points may be enough.
#[test]
fn a_first_grade_of_two_may_be_low() {
    let start = SCHEME.find("[[grade]]").unwrap();
    let (before, rest) = SCHEME.split_at(start);
    let after = &rest[rest.find("[[group]]").unwrap()..];
    let problem = |from: &str| {
        let grades = format!(
            "[[grade]]\nname = \"Đạt\"\nfrom = {from}\n\n[[grade]]\nname = \"Chưa đạt\"\nfrom = 0\n\n"
        );
        let before = before.replace("total_maximum = 100", "total_maximum = 120");
        let errors = Scheme::parse(source(&format!("{before}{grades}{after}"))).err();
        let mut problems = errors.into_iter().flatten().map(|error| error.problem);
        problems.find(|one| !matches!(one, Problem::MaximaDoNotAddUp { .. }))
    };
    assert_eq!(problem("50"), None);
    assert!(matches!(problem("0.5"), Some(Problem::FirstGrade { .. })));
}
