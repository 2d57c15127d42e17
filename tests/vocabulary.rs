//! `docs/tieu-de.md` says which words are known, and how a campaign adds its own.

use std::collections::BTreeSet;
use std::fs;

use tonghop::campaign::definition::Source;
use tonghop::campaign::scheme::Scheme;
use tonghop::campaign::settings::Campaign;
use tonghop::campaign::vocabulary::{BUILT_IN, Column, FileWords, built_in};

const PAGE: &str = "docs/tieu-de.md";
/// What every campaign says besides.
const NEEDED: &str =
    "name = \"Đợt\"\nyear = 2025\nscheme = \"kontum-2017\"\nregistry = \"kontum-2017\"\n";

fn words<'l, T: std::fmt::Debug>(
    table: &'l str,
    lists: &'l indexmap::IndexMap<T, Vec<String>>,
) -> impl Iterator<Item = (String, String)> {
    lists.iter().map(move |(meaning, words)| {
        let meaning = format!("{meaning:?}").replace("SumOf", "sum_of");
        (
            format!("[{table}] {}", meaning.to_lowercase()),
            words.join("; "),
        )
    })
}

/// The page with the words in its tables. `UPDATE_EXPECTED=1 cargo test vocabulary` writes it anew.
fn with_words(page: &str) -> String {
    let FileWords {
        columns,
        rows,
        cover,
    } = built_in();
    let all = words("columns", columns).chain(words("rows", rows));
    let all: Vec<(String, String)> = all.chain(words("cover", cover)).collect();
    let (mut table, mut told) = (String::new(), BTreeSet::new());
    let line = |line: &str| {
        if let Some((_, name)) = line
            .strip_prefix("## ")
            .and_then(|line| line.split_once(": `"))
        {
            table = name.trim_end_matches('`').to_string();
        }
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let ["", key, about, _, ""] = cells[..] else {
            return line.to_string();
        };
        let Some(key) = key.strip_prefix('`').and_then(|key| key.strip_suffix('`')) else {
            return line.to_string();
        };
        let name = format!("{table} {key}");
        let (_, words) = all.iter().find(|(one, _)| *one == name).unwrap();
        told.insert(name);
        format!("| `{key}` | {about} | {words} |")
    };
    let lines: Vec<String> = page.lines().map(line).collect();
    assert_eq!(told, all.iter().map(|(name, _)| name.clone()).collect());
    lines.join("\n") + "\n"
}

#[test]
fn the_page_tells_every_word() {
    let stored = fs::read_to_string(PAGE).unwrap().replace("\r\n", "\n");
    let right = with_words(&stored);
    if std::env::var_os("UPDATE_EXPECTED").is_some_and(|value| value == "1") {
        fs::write(PAGE, &right).unwrap();
        return;
    }
    assert!(
        stored == right,
        "run UPDATE_EXPECTED=1 cargo test vocabulary"
    );
}

#[test]
fn the_example_of_the_page_is_a_campaign_and_part_of_a_scheme() {
    let page = fs::read_to_string(PAGE).unwrap();
    let (_, rest) = page.split_once("```toml\n").unwrap();
    let (text, _) = rest.split_once("```").unwrap();
    let campaign = format!("{NEEDED}{text}");
    let (file, whole) = ("", campaign.as_str());
    let campaign = Campaign::parse(Source { file, text: whole }).unwrap();
    assert_eq!(campaign.columns[&Column::Claimed].len(), 2);
    let base = include_str!("cases/base/scheme.toml");
    let whole = base.replacen("[[level]]", &format!("{text}\n[[level]]"), 1);
    let scheme = Scheme::parse(Source {
        file: "",
        text: &whole,
    })
    .unwrap();
    assert_eq!(scheme.rows, campaign.rows);
}

/// The words of the program are a part of a campaign file as well.
#[test]
fn the_words_of_the_program_are_written_as_a_campaign_writes_them() {
    let text = format!("{NEEDED}{BUILT_IN}");
    let (file, text) = ("", text.as_str());
    let campaign = Campaign::parse(Source { file, text }).unwrap();
    assert_eq!(campaign.columns, *built_in().columns);
}
