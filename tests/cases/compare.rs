//! What was expected against what came out.

use std::fmt::Write as _;
use std::fs;

use super::case::{Case, Expect};

/// The parts of an [`Expect`] that are lists of rows.
const PARTS: [&str; 13] = [
    "error",
    "findings",
    "units",
    "own",
    "files",
    "statistics",
    "messages",
    "effects",
    "timing",
    "gaps",
    "bounds",
    "decisions",
    "settled",
];

/// What differs, as lines with `-` (expected) and `+` (came out). Nothing differs: nothing.
pub fn difference(expected: &Expect, actual: &Expect) -> String {
    let mut text = String::new();
    if expected.status != actual.status {
        let _ = writeln!(
            text,
            "  status\n    - {}\n    + {}",
            expected.status, actual.status
        );
    }
    for name in PARTS {
        let Some(expected) = part(expected, name) else {
            continue;
        };
        let lines = rows(expected, part(actual, name).unwrap_or_default());
        if !lines.is_empty() {
            let _ = writeln!(text, "  {name}\n{lines}");
        }
    }
    text.trim_end().to_string()
}

fn part<'a>(expect: &'a Expect, name: &str) -> Option<&'a str> {
    match name {
        "error" => expect.error.as_deref(),
        "findings" => Some(&expect.findings),
        "units" => expect.units.as_deref(),
        "own" => expect.own.as_deref(),
        "files" => expect.files.as_deref(),
        "statistics" => expect.statistics.as_deref(),
        "messages" => expect.messages.as_deref(),
        "timing" => expect.timing.as_deref(),
        "gaps" => expect.gaps.as_deref(),
        "bounds" => expect.bounds.as_deref(),
        "decisions" => expect.decisions.as_deref(),
        "settled" => expect.settled.as_deref(),
        _ => expect.effects.as_deref(),
    }
}

/// Rows in any order, each as often as it is expected.
fn rows(expected: &str, actual: &str) -> String {
    let plain = |text: &str| -> Vec<String> {
        text.lines()
            .map(|line| line.trim().to_string())
            .filter(|line| !line.is_empty())
            .collect()
    };
    let mut left = plain(actual);
    let mut missing = Vec::new();
    for row in plain(expected) {
        match left.iter().position(|other| matches(&row, other)) {
            Some(index) => {
                left.remove(index);
            }
            None => missing.push(row),
        }
    }
    let marked = |rows: Vec<String>, mark: char| {
        rows.into_iter().map(move |row| format!("    {mark} {row}"))
    };
    let lines: Vec<String> = marked(missing, '-').chain(marked(left, '+')).collect();
    lines.join("\n")
}

/// In a known gap, `*` stands for any text.
fn matches(expected: &str, actual: &str) -> bool {
    let mut parts = expected.split('*');
    let Some(mut rest) = actual.strip_prefix(parts.next().unwrap_or_default()) else {
        return false;
    };
    let mut last = None;
    for part in parts {
        let Some(at) = rest.find(part) else {
            return false;
        };
        rest = &rest[at + part.len()..];
        last = Some(part);
    }
    rest.is_empty() || last.is_some_and(|part| part.is_empty() || actual.ends_with(part))
}

/// Writes what came out into the case, where `UPDATE_EXPECTED` asks for it. The part `[expect]` comes last in its file.
pub fn update(case: &Case, actual: &Expect) {
    let path = case.folder.join("case.toml");
    let old = fs::read_to_string(&path).unwrap();
    let (kept, _) = old.split_once("[expect]").unwrap_or((&old, ""));
    let mut text = format!(
        "{}\n\n[expect]\nstatus = {}\n",
        kept.trim_end(),
        actual.status
    );
    let wanted = |name: &str| match &case.expect {
        Some(expect) => name == "findings" || part(expect, name).is_some(),
        None => matches!(name, "error" | "findings" | "units"),
    };
    for name in PARTS {
        let Some(rows) = part(actual, name).filter(|_| wanted(name)) else {
            continue;
        };
        if name == "findings" && actual.error.is_some() {
            continue;
        }
        let quoted = match rows {
            "" => "\"\"".to_string(),
            rows => format!("'''\n{rows}\n'''"),
        };
        let _ = writeln!(text, "{name} = {quoted}");
    }
    fs::write(path, text).unwrap();
}

/// Two texts line by line, for transcripts.
pub fn text_difference(expected: &str, actual: &str) -> String {
    if expected.replace("\r\n", "\n") == actual {
        return String::new();
    }
    let (expected, actual): (Vec<&str>, Vec<&str>) =
        (expected.lines().collect(), actual.lines().collect());
    let same = expected
        .iter()
        .zip(&actual)
        .take_while(|(a, b)| a == b)
        .count();
    let rest = |lines: &[&str], mark: char| -> Vec<String> {
        let shown = lines.iter().skip(same).take(12);
        shown.map(|line| format!("    {mark} {line}")).collect()
    };
    let mut lines = vec![format!("  transcript.txt from line {}", same + 1)];
    lines.extend(rest(&expected, '-'));
    lines.extend(rest(&actual, '+'));
    lines.join("\n")
}
