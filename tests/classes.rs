//! The catalogue of defects, `tests/data/defect-classes.csv`: every class has its cases, or the reason why it has none.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// How many classes of each kind there are: files, sheets, values, business rules, encodings.
const COUNTS: [(char, usize); 5] = [('F', 28), ('S', 32), ('V', 37), ('B', 30), ('E', 16)];

/// A line of the catalogue.
struct Class {
    covered_by: Vec<String>,
    note: String,
}

fn classes() -> BTreeMap<String, Class> {
    let text = include_str!("data/defect-classes.csv");
    let mut classes = BTreeMap::new();
    for record in csv::Reader::from_reader(text.as_bytes()).records() {
        let record = record.expect("a line of the catalogue");
        let field = |index: usize| record.get(index).expect("four fields").to_string();
        assert!(!field(1).is_empty(), "{}: no name", field(0));
        let class = Class {
            covered_by: field(2).split_whitespace().map(str::to_string).collect(),
            note: field(3),
        };
        assert!(
            classes.insert(field(0), class).is_none(),
            "{} twice",
            field(0)
        );
    }
    classes
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The class that the name of a case begins with.
fn class_of(case: &str) -> Option<&str> {
    let (id, _) = case.split_once('-')?;
    let (kind, number) = id.split_at_checked(1)?;
    let is_class = COUNTS.iter().any(|(one, _)| kind.starts_with(*one));
    (is_class && number.len() == 2 && number.bytes().all(|b| b.is_ascii_digit())).then_some(id)
}

#[test]
fn the_catalogue_is_whole() {
    let classes = classes();
    for (kind, count) in COUNTS {
        for number in 1..=count {
            let id = format!("{kind}{number:02}");
            assert!(classes.contains_key(&id), "{id} is missing");
        }
    }
    let all: usize = COUNTS.iter().map(|(_, count)| count).sum();
    assert_eq!(classes.len(), all);
}

#[test]
fn every_class_has_a_case_or_a_reason() {
    for (id, class) in classes() {
        assert!(
            !class.covered_by.is_empty() || !class.note.is_empty(),
            "{id} has neither a case nor a reason"
        );
        for name in class.covered_by {
            let place = if name.contains('/') {
                root().join(&name)
            } else {
                root()
                    .join("tests/cases/data")
                    .join(&name)
                    .join("case.toml")
            };
            assert!(place.is_file(), "{id}: there is no {name}");
        }
    }
}

#[test]
fn every_case_of_a_class_is_in_the_catalogue() {
    let classes = classes();
    let folders = std::fs::read_dir(root().join("tests/cases/data")).expect("the cases");
    for folder in folders {
        let name = folder.expect("a case").file_name();
        let name = name.to_string_lossy();
        let Some(id) = class_of(&name) else { continue };
        let named: BTreeSet<&str> = classes
            .get(id)
            .expect("a class of the catalogue")
            .covered_by
            .iter()
            .map(String::as_str)
            .collect();
        assert!(
            named.contains(name.as_ref()),
            "{name} is not in the catalogue"
        );
    }
}
