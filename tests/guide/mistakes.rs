//! The mistakes of the guide: each is answered as it says, and what it says to write is accepted.

use std::fs;

use toml::Table;

use tonghop::app::cli;
use tonghop::app::pipeline::Plan;
use tonghop::base::lang::Lang;

use super::examples::Files;
use super::{page, stored};

/// The files with a piece of text in one of them. What it says takes the place of what stands there.
fn with(file: &str, piece: &str) -> Files {
    let mut files = Files::of_guide();
    match file {
        "campaign.toml" => files.campaign = in_campaign(&files.campaign, piece),
        "scheme.toml" => files.scheme += &format!("\n{piece}\n"),
        _ => {
            let mut campaign: Table = toml::from_str(&files.campaign).unwrap();
            for of_units in ["exempt", "points"] {
                campaign.remove(of_units);
            }
            files.campaign = toml::to_string(&campaign).unwrap();
            files.units = format!("{piece}\n");
        }
    }
    files
}

fn in_campaign(campaign: &str, piece: &str) -> String {
    let campaign: Table = toml::from_str(campaign).unwrap();
    let is_key = |c: char| c.is_ascii_lowercase() || c == '_';
    let name = |line: &str| -> String {
        line.trim_start_matches('[')
            .chars()
            .take_while(|c| is_key(*c))
            .collect()
    };
    let said: Vec<String> = piece.lines().map(name).collect();
    let kept = campaign.into_iter().filter(|(key, _)| !said.contains(key));
    let is_single = |value: &toml::Value| {
        value.is_str() || value.is_integer() || value.is_bool() || value.is_datetime()
    };
    let (single, rest): (Table, Table) = kept.partition(|(_, value)| is_single(value));
    let [single, rest] = [single, rest].map(|one| toml::to_string(&one).unwrap());
    // A list would become a key of the table above it.
    let start = if rest.starts_with('[') {
        Some(0)
    } else {
        rest.find("\n[").map(|at| at + 1)
    };
    let (lists, tables) = rest.split_at(start.unwrap_or(rest.len()));
    format!("{single}{lists}{piece}\n{tables}")
}

#[test]
fn every_mistake_is_answered_as_the_guide_says() {
    let page = stored();
    let mistakes = page::mistakes(&page);
    assert!(mistakes.len() > 20);
    let mut failed = Vec::new();
    for (file, [wrong, said, right]) in mistakes {
        match with(&file, &wrong).load() {
            Ok(()) => failed.push(format!("{file}: {wrong}\n  is accepted")),
            Err(message) if message.contains(&said) => {}
            Err(message) => failed.push(format!("{file}: {wrong}\n  says {message}")),
        }
        if let Err(message) = with(&file, &right).load() {
            failed.push(format!("{file}: {right}\n  is refused: {message}"));
        }
    }
    assert!(failed.is_empty(), "\n{}", failed.join("\n"));
}

/// A folder in which the list of units has these bytes.
fn loaded(units: &[u8]) -> Result<Plan, String> {
    let files = with("units.csv", "level,code,name");
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("campaign.toml"), files.campaign).unwrap();
    fs::write(folder.path().join("scheme.toml"), files.scheme).unwrap();
    fs::write(folder.path().join("units.csv"), units).unwrap();
    Plan::new(folder.path()).map_err(|error| cli::message(&error, Lang::Vi))
}

#[test]
fn files_in_other_encodings_are_read_or_explained() {
    let text = "level\tcode\tname\r\ntinh\tSTC\tSở Tài chính\r\n";
    let wide = |text: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        let all = std::iter::once(0xfeff).chain(text.encode_utf16());
        all.flat_map(bytes).collect()
    };
    let with_mark = format!("\u{feff}{text}");
    for bytes in [
        wide(text, u16::to_le_bytes),
        wide(text, u16::to_be_bytes),
        with_mark.into_bytes(),
    ] {
        let plan = loaded(&bytes).unwrap();
        assert_eq!(plan.registry.by_name("Sở Tài chính").len(), 1);
    }
    // Windows-1258, TCVN3, and UTF-16 that is cut in the middle of a letter.
    let mut cut = wide(text, u16::to_le_bytes);
    cut.pop();
    for bytes in [
        b"level,code,name\ntinh,STC,S\xf4\xd2 Ta\xcci chi\xecnh\n".to_vec(),
        b"level,code,name\ntinh,STC,S\xeb T\xb5i ch\xddnh\n".to_vec(),
        cut,
    ] {
        let message = loaded(&bytes).unwrap_err();
        assert!(message.contains("không dùng bảng mã UTF-8"), "{message}");
    }
}
