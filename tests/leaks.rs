//! Wording of one campaign never leaks into another: what is said of forms of other offices holds no word of the campaign that the
//! program carries.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;
use std::process::Command;

use toml::{Table, Value};

use tonghop::campaign::scheme;
use tonghop::campaign::units;

use crate::readme::copy;

/// Words that only the built-in campaign has, besides the names in it.
const OWN: [&str; 4] = ["cntt", "kon tum", "kontum", "công nghệ thông tin"];

/// Names shorter than this are words of any office.
const SHORTEST: usize = 8;

/// The names of a scheme, wherever they stand.
fn names(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Table(table) => {
            for (key, value) in table {
                match value {
                    Value::String(text) if ["name", "short"].contains(&key.as_str()) => {
                        found.insert(text.to_lowercase());
                    }
                    value => names(value, found),
                }
            }
        }
        Value::Array(all) => all.iter().for_each(|one| names(one, found)),
        _ => {}
    }
}

/// What must not be said.
fn own_words() -> BTreeSet<String> {
    let scheme: Table = toml::from_str(scheme::built_in("kontum-2017").unwrap()).unwrap();
    let mut words = BTreeSet::new();
    for list in ["group", "criterion", "section", "statistic"] {
        names(&scheme[list], &mut words);
    }
    let registry = units::built_in("kontum-2017").unwrap();
    let mut registry = csv::Reader::from_reader(registry.as_bytes());
    words.extend(registry.records().map(|row| row.unwrap()[3].to_lowercase()));
    words.retain(|word| word.chars().count() >= SHORTEST);
    words.extend(OWN.map(str::to_string));
    words
}

/// All that a file holds as text: the parts of a workbook, or the file itself.
fn text(path: &Path) -> String {
    let bytes = fs::read(path).unwrap();
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(&bytes)) else {
        return String::from_utf8_lossy(&bytes).to_lowercase();
    };
    let mut all = String::new();
    for index in 0..archive.len() {
        let mut part = Vec::new();
        archive
            .by_index(index)
            .unwrap()
            .read_to_end(&mut part)
            .unwrap();
        all += &String::from_utf8_lossy(&part)
            .replace("&amp;", "&")
            .to_lowercase();
    }
    all
}

/// What is said and written by runs on a folder.
fn said(folder: &Path, returns: &Path) -> String {
    let one = fs::read_dir(returns)
        .unwrap()
        .flatten()
        .map(|entry| entry.path())
        .min()
        .unwrap();
    let [folder, one] = [folder, &one].map(|path| path.to_str().unwrap().to_string());
    let mut all = String::new();
    for arguments in [
        vec![&*folder, "--json"],
        vec![&*folder, "--lang", "en"],
        vec!["new", &folder],
        vec!["check", &folder],
        vec!["check", &one],
        vec!["trace", &folder, "no such unit"],
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_tonghop"))
            .args(arguments)
            .output()
            .unwrap();
        all += &String::from_utf8_lossy(&output.stdout).to_lowercase();
        all += &String::from_utf8_lossy(&output.stderr).to_lowercase();
    }
    let around = Path::new(&folder).parent().unwrap();
    let written = fs::read_dir(around)
        .unwrap()
        .flatten()
        .map(|entry| entry.path());
    let written: Vec<_> = written.filter(|path| path.is_file()).collect();
    assert!(written.len() > 2, "{written:?}");
    all + &written.iter().map(|path| text(path)).collect::<String>()
}

#[test]
fn no_word_of_the_built_in_campaign_is_said_of_others() {
    let words = own_words();
    assert!(words.len() > 50);
    for forms in ["camau-cchc", "xa-2025-tick"] {
        let source = Path::new("tests/forms").join(forms);
        let files = fs::read_dir(source.join("phieu-nop")).unwrap().flatten();
        let mut given: String = files.map(|file| text(&file.path())).collect();
        for file in ["campaign.toml", "scheme.toml", "units.csv"] {
            given += &text(&source.join(file));
        }
        let folder = tempfile::tempdir().unwrap();
        for (name, from) in [("phieu", source.join("phieu-nop")), ("dot", source.clone())] {
            let around = folder.path().join(format!("{name} quanh"));
            fs::create_dir(&around).unwrap();
            let to = around.join(name);
            copy(&from, &to);
            let returns = if name == "dot" {
                to.join("phieu-nop")
            } else {
                to.clone()
            };
            let said = said(&to, &returns);
            let leaks = words
                .iter()
                .filter(|word| said.contains(*word) && !given.contains(*word));
            let leaks: Vec<&String> = leaks.collect();
            assert_eq!(leaks, Vec::<&String>::new(), "{forms}, {name}");
        }
    }
}
