//! The same through files that `LibreOffice` saves, .xls first, of which no program here writes any itself.
//!
//! It makes of an .xlsx file what it thinks the other kind is, so that the result is not what our own writers think. What it calculates
//! anew cannot be stale in it; such faults are left out.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use rayon::prelude::*;
use tonghop_tools::spoiler::book::Book;

use super::law::{self, Deed};
use super::{Trial, Way, outcome, report, some_faults, written};
use crate::spoiler::dice::Dice;
use crate::spoiler::truth::truth;

/// A return with faults, and the files that are made of it before and after them.
struct Pair {
    seed: u64,
    trial: Trial,
    spoilt: Book,
    deeds: Vec<Deed>,
}

fn pair(way: Way, seed: u64) -> Pair {
    let mut dice = Dice::new(seed);
    let mut trial = Trial::new(Way::Xlsx, &mut dice);
    let read = trial.outcome();
    trial.way = way;
    let faults = some_faults(way, &mut dice);
    let (spoilt, deeds) = trial.spoil(&read, &faults, &mut dice);
    Pair {
        seed,
        trial,
        spoilt,
        deeds,
    }
}

/// Converts all .xlsx files of a folder, a hundred at a time.
fn convert(folder: &Path, ending: &str) -> BTreeMap<String, Vec<u8>> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|one| one.unwrap().path())
        .collect();
    files.sort();
    let out = folder.join("out");
    for some in files.chunks(100) {
        let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
        let status = Command::new("soffice")
            .args([&profile, "--headless", "--convert-to", ending, "--outdir"])
            .arg(&out)
            .args(some)
            .output()
            .unwrap();
        assert!(status.status.success(), "{status:?}");
    }
    let made = fs::read_dir(out).unwrap().map(|one| one.unwrap().path());
    made.map(|path| {
        let name = path.file_stem().unwrap().to_str().unwrap().to_string();
        (name, fs::read(path).unwrap())
    })
    .collect()
}

fn holds(way: Way, ending: &str) {
    truth().known();
    let seeds = super::seeds(way);
    let pairs: Vec<Pair> = seeds.into_par_iter().map(|seed| pair(way, seed)).collect();
    let folder = tempfile::tempdir().unwrap();
    let put = |name: String, book: &Book| {
        fs::write(
            folder.path().join(format!("{name}.xlsx")),
            written(book, Way::Xlsx),
        )
        .unwrap();
    };
    for pair in &pairs {
        if !pair.trial.varied.is_empty() {
            put(format!("{}a", pair.seed), &pair.trial.before);
        }
        put(format!("{}b", pair.seed), &pair.spoilt);
    }
    for index in 0..truth().units.len() {
        put(format!("unit{index}"), &super::book(index, way));
    }
    let made = convert(folder.path(), ending);
    let read = |index: usize, name: String| {
        let meant = &truth().units[index];
        outcome::of(index, &way.name(meant), &made[&name])
    };
    let usual: Vec<_> = (0..truth().units.len())
        .into_par_iter()
        .map(|index| read(index, format!("unit{index}")))
        .collect();
    let broken: Vec<String> = pairs
        .par_iter()
        .map(|pair| {
            let (index, seed) = (pair.trial.index, pair.seed);
            let own;
            let before = if pair.trial.varied.is_empty() {
                &usual[index]
            } else {
                own = read(index, format!("{seed}a"));
                &own
            };
            let after = read(index, format!("{seed}b"));
            let mut problems = pair.trial.alarms(before, &usual[index]);
            if problems.is_empty() {
                problems = law::broken(pair.trial.meant(), before, &after, &pair.deeds);
            }
            let told = law::told(before, &after);
            report(&pair.trial, seed, &problems, &pair.deeds, &told)
        })
        .filter(|text| !text.is_empty())
        .collect();
    let shown: String = broken.iter().take(400).cloned().collect();
    assert!(
        broken.is_empty(),
        "{} of {} seeds break the law:\n{shown}",
        broken.len(),
        pairs.len()
    );
}

#[test]
#[ignore = "needs LibreOffice"]
fn what_a_person_sees_in_xls_counts_or_is_said() {
    holds(Way::OfficeXls, "xls");
}

#[test]
#[ignore = "needs LibreOffice"]
fn what_a_person_sees_in_ods_of_an_office_counts_or_is_said() {
    holds(Way::OfficeOds, "ods");
}
