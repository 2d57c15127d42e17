//! `docs/huong-dan-bo-tieu-chi.md` keeps its word: each key, column and rule of a campaign stands in it and each of its own exists,
//! its examples load, and its mistakes are answered as it says.
//!
//! What the program knows by itself is written into the page by `UPDATE_EXPECTED=1 cargo test guide`: the cells of the campaign
//! workbook, and its sheets. A new key is a row with its meaning, and a line in an example.

mod examples;
mod keys;
mod mistakes;
mod page;
mod places;

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

use page::{PAGE, Row};

fn stored() -> String {
    fs::read_to_string(PAGE).unwrap().replace("\r\n", "\n")
}

/// What is in one of two lists and not in the other.
fn differences(told: &BTreeSet<String>, accepted: &BTreeSet<String>, of: &str) -> Vec<String> {
    let missing = accepted.difference(told);
    let missing = missing.map(|one| format!("{of}: {one} is not in the guide"));
    let unknown = told.difference(accepted);
    let unknown = unknown.map(|one| format!("{of}: {one} is in the guide and does not exist"));
    missing.chain(unknown).collect()
}

fn set<T: AsRef<str>>(all: impl IntoIterator<Item = T>) -> BTreeSet<String> {
    all.into_iter()
        .map(|one| one.as_ref().to_string())
        .collect()
}

#[test]
fn every_key_is_told_and_exists() {
    let page = stored();
    let rows = page::rows(&page);
    let accepted = keys::accepted();
    let mut wrong = Vec::new();
    for (table, keys) in &accepted {
        let told = rows.iter().filter(|row| row.table == *table);
        let told = set(told.map(|row| &row.key));
        wrong.extend(differences(&told, &set(keys), table));
    }
    let tables = set(accepted.iter().map(|(table, _)| table));
    let told = set(rows.iter().map(|row| &row.table));
    wrong.extend(differences(&told, &tables, "tables"));
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_type_of_rules_tells_its_keys() {
    let page = stored();
    let rows = page::rows(&page);
    let mut wrong = Vec::new();
    for row in rows.iter().filter(|row| keys::TYPES.contains(&&*row.table)) {
        let told = set(page::quoted(&row.cells[2]));
        let accepted = set(keys::of_type(&row.table, &row.key));
        let of = format!("{} {}", row.table, row.key);
        wrong.extend(differences(&told, &accepted, &of));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_cell_of_the_workbook_is_told() {
    let page = stored();
    let right = page::with_places(&page, places::place, &places::sheets());
    if std::env::var_os("UPDATE_EXPECTED").is_some_and(|value| value == "1") {
        fs::write(PAGE, &right).unwrap();
        return;
    }
    assert!(page == right, "run UPDATE_EXPECTED=1 cargo test guide");
}

#[test]
fn every_option_of_a_proposal_is_told() {
    let help = Command::new(env!("CARGO_BIN_EXE_tonghop"))
        .args(["new", "--help"])
        .output()
        .unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let words = help.split_whitespace();
    let options = set(words.filter(|word| word.starts_with("--")));
    assert!(options.len() > 4, "{help}");
    let page = stored();
    let of = |row: &&Row| row.table == keys::NEW;
    let told = set(page::rows(&page).iter().filter(of).map(|row| &row.key));
    let wrong = differences(&told, &options, keys::NEW);
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
