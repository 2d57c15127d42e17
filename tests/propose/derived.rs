//! Three real frameworks, whose schemes were written by hand, derived from their forms alone.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use tonghop::base::text;
use tonghop::campaign::definition::Source;
use tonghop::campaign::scheme::{self, Scheme};
use tonghop::campaign::units::{self, Registry};
use tonghop::input::propose::{Form, Suggestion};

use crate::propose::measure::{facts, forms, guard, proposed, scheme as loaded};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn campaign(name: &str) -> PathBuf {
    root().join("tests/forms").join(name)
}

fn parse(text: &str) -> Scheme {
    Scheme::parse(Source {
        file: "scheme.toml",
        text,
    })
    .unwrap()
}

fn names(suggestion: &Suggestion) -> Vec<String> {
    suggestion
        .proposal
        .documents
        .units
        .iter()
        .map(|row| row["name"].clone())
        .collect()
}

/// Each proposed unit is one of the list, and each of the forms' units is proposed.
fn units_are_those_of(folder: &Path, suggestion: &Suggestion, forms: usize) {
    let list = fs::read_to_string(folder.join("units.csv")).unwrap();
    let mut reader = csv::Reader::from_reader(list.as_bytes());
    let known: Vec<String> = reader
        .records()
        .map(|row| text::key(&row.unwrap()[3]))
        .collect();
    let own = names(suggestion);
    assert_eq!(own.len(), forms, "{own:#?}");
    for name in own {
        assert!(known.contains(&text::key(&name)), "{name}");
    }
}

#[test]
fn a_form_with_three_scores_and_two_rows_of_headings() {
    let folder = campaign("camau-cchc");
    let suggestion = proposed(&forms(&folder.join("phieu-nop")));
    let own = loaded(&suggestion);
    let truth = parse(&fs::read_to_string(folder.join("scheme.toml")).unwrap());
    let level = own.levels[0].id.0.clone();
    let truth = facts(&truth, &["so"])
        .into_iter()
        .map(|(what, id, value)| (what, id.replace("so", &level), value));
    guard(
        "camau-cchc, 10 forms",
        &facts(&own, &[&level]),
        &truth.collect(),
    );
    units_are_those_of(&folder, &suggestion, 10);
    let settings = &suggestion.proposal.documents.settings;
    assert_eq!(settings["year"].as_integer(), Some(2013));
    assert_eq!(
        settings["name"].as_str(),
        Some("Chỉ số cải cách hành chính năm 2013")
    );
    assert_eq!(settings["authority"].as_str(), Some("UBND TỈNH CÀ MAU"));
}

#[test]
fn a_form_whose_options_are_ticked() {
    let folder = campaign("xa-2025-tick");
    let suggestion = proposed(&forms(&folder.join("phieu-nop")));
    let own = loaded(&suggestion);
    let truth = parse(&fs::read_to_string(folder.join("scheme.toml")).unwrap());
    let level = own.levels[0].id.0.clone();
    assert_eq!(own.levels.len(), 1);
    let with_level = |(what, id, value): (&'static str, String, String)| {
        let id = match id.strip_prefix("x ") {
            Some(rest) => format!("{level} {rest}"),
            None if what == "level" => level.to_string(),
            None => id,
        };
        (what, id, value)
    };
    let truth = facts(&truth, &["x"]).into_iter().map(with_level).collect();
    guard("xa-2025-tick, 11 forms", &facts(&own, &[&level]), &truth);
    units_are_those_of(&folder, &suggestion, 11);
    let settings = &suggestion.proposal.documents.settings;
    assert_eq!(settings["year"].as_integer(), Some(2025));
}

/// The level of the unit that a form of the sample is of.
fn level_of(registry: &Registry, suggestion: &Suggestion) -> BTreeMap<String, String> {
    let mut levels = BTreeMap::new();
    for row in &suggestion.proposal.documents.units {
        let id = registry
            .by_name(&row["name"])
            .first()
            .unwrap_or_else(|| panic!("{row:?}"));
        let before = levels.insert(row["level"].clone(), id.level.to_string());
        assert!(before.is_none_or(|before| before == id.level.0), "{row:?}");
    }
    levels
}

fn kontum(of: &[Form], what: &str) {
    let text = scheme::built_in("kontum-2017").unwrap();
    let truth = parse(text);
    let registry = units::built_in("kontum-2017").unwrap();
    let registry = Registry::parse(
        Source {
            file: "units.csv",
            text: registry,
        },
        &truth,
    )
    .unwrap();
    let suggestion = proposed(of);
    assert_eq!(
        names(&suggestion).len(),
        of.len(),
        "{:#?}",
        names(&suggestion)
    );
    let own = loaded(&suggestion);
    let levels = level_of(&registry, &suggestion);
    let seen: Vec<&str> = levels.values().map(String::as_str).collect();
    let own_levels: Vec<&str> = levels.keys().map(String::as_str).collect();
    assert_eq!(seen, own_levels, "levels are named as in the scheme");
    assert_eq!(own.levels.len(), seen.len());
    guard(what, &facts(&own, &own_levels), &facts(&truth, &seen));
}

#[test]
fn the_sample_with_its_scheme_withheld() {
    let all = forms(&root().join("samples/kontum-2017/phieu-nop"));
    for count in [1, 2, 3, 5, 10, all.len()] {
        // From the front, from the end, and every third: districts and agencies in turn.
        let front: Vec<Form> = all.iter().take(count).cloned().collect();
        let end: Vec<Form> = all.iter().rev().take(count).cloned().collect();
        let step: Vec<Form> = all
            .iter()
            .skip(1)
            .step_by(3)
            .chain(&all)
            .take(count)
            .cloned()
            .collect();
        kontum(&front, &format!("kontum-2017, the first {count}"));
        kontum(&end, &format!("kontum-2017, the last {count}"));
        if count <= all.len() / 3 {
            kontum(&step, &format!("kontum-2017, {count}, every third"));
        }
    }
}

#[test]
fn files_shuffled_and_renamed_give_the_same_bytes() {
    for name in ["camau-cchc", "xa-2025-tick"] {
        let mut all = forms(&campaign(name).join("phieu-nop"));
        let before = proposed(&all).proposal.documents;
        all.reverse();
        all.rotate_left(3);
        for (place, form) in all.iter_mut().enumerate() {
            form.file = format!("{}.xlsx", (place * 7) % 11);
        }
        let after = proposed(&all).proposal.documents;
        assert_eq!(
            toml::to_string(&before.scheme).unwrap(),
            toml::to_string(&after.scheme).unwrap()
        );
        assert_eq!(before, after);
    }
}

#[test]
fn the_cells_of_each_file_add_up() {
    for name in ["camau-cchc", "xa-2025-tick"] {
        let all = forms(&campaign(name).join("phieu-nop"));
        let suggestion = proposed(&all);
        for (form, account) in all.iter().zip(&suggestion.files) {
            let cells = form
                .book
                .grids
                .iter()
                .flat_map(tonghop::base::cell::Grid::cells);
            let filled = cells
                .filter(|cell| !text::clean(&cell.value.show()).is_empty())
                .count();
            assert_eq!(
                (form.file.as_str(), filled),
                (account.file.as_str(), account.all())
            );
            assert!(account.answer > 10 && account.form > 50, "{account:?}");
        }
    }
}
