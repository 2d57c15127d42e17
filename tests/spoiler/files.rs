//! Defects of files: a folder of real ones, written and read again, held against the same law.

use std::fs;
use std::path::Path;

use rayon::prelude::*;
use tonghop::app::pipeline::Plan;
use tonghop::base::ids::UnitId;
use tonghop::input::read::ReadLimits;
use tonghop::result::report::Report;
use tonghop_tools::spoiler::book::Book;
use tonghop_tools::spoiler::{File, raw, write};
use unicode_normalization::UnicodeNormalization;

use super::defects::{self, Defect};
use super::dice::Dice;
use super::law;
use super::run::Spoiled;
use super::truth::truth;
use super::work::number;

/// What happens to the file of a return, given as its name without ending and its bytes.
type Change = fn(&str, &[u8], &Book, &mut Dice) -> Vec<File>;

/// Defects of files, by class.
pub const CHANGES: &[(&str, Change)] = &[
    ("F01", |name, bytes, _, _| {
        let owner = (format!("~${name}.xlsx"), vec![7; 165]);
        vec![as_xlsx(name, bytes), owner]
    }),
    ("F02", |name, bytes, _, _| {
        let inner = format!("thu muc/{name}.xlsx");
        vec![(format!("{name}.zip"), raw::zip(&inner, bytes).unwrap())]
    }),
    ("F02", |name, bytes, _, _| {
        let inner = raw::zip("a.xlsx", bytes).unwrap();
        vec![(format!("{name}.zip"), raw::zip("b.zip", &inner).unwrap())]
    }),
    ("F03", |name, _, _, _| {
        vec![(format!("{name}.rar"), b"Rar!\x1a\x07\x01\x00".to_vec())]
    }),
    ("F03", |name, _, _, _| {
        vec![(format!("{name}.7z"), b"7z\xbc\xaf\x27\x1c".to_vec())]
    }),
    ("F05", |name, bytes, _, _| {
        let copy = (format!("Copy of {name}.xlsx"), bytes.to_vec());
        vec![as_xlsx(name, bytes), copy]
    }),
    ("F07", |name, _, book, _| {
        vec![(format!("{name}.xls"), raw::html(book))]
    }),
    ("F07", |name, bytes, _, _| {
        vec![(format!("{name}.xls"), bytes.to_vec())]
    }),
    ("F07", |name, bytes, _, _| {
        vec![(format!("{name}.pdf"), bytes.to_vec())]
    }),
    ("F09", |name, bytes, _, _| {
        vec![(format!("{name}.xlsm"), bytes.to_vec())]
    }),
    ("F11", |name, _, _, _| {
        vec![as_xlsx(name, &raw::encrypted())]
    }),
    ("F14", |name, _, _, _| vec![as_xlsx(name, b"")]),
    ("F14", |name, bytes, _, dice| {
        let half = bytes.len() / 4 + dice.below(bytes.len() / 2);
        vec![as_xlsx(name, &bytes[..half])]
    }),
    ("F14", |name, bytes, _, dice| {
        let mut bytes = bytes.to_vec();
        let at = dice.below(bytes.len());
        bytes[at] ^= 1 << dice.below(8);
        vec![as_xlsx(name, &bytes)]
    }),
    ("F15", |name, _, _, _| {
        vec![(format!("{name}.pdf"), raw::pdf())]
    }),
    ("F15", |name, _, _, _| {
        vec![(format!("{name}.png"), b"\x89PNG\r\n\x1a\n".to_vec())]
    }),
    ("F17", |name, bytes, _, _| {
        let system = ("Thumbs.db".to_string(), b"thumbs".to_vec());
        vec![as_xlsx(name, bytes), system]
    }),
    ("F17", |name, bytes, _, _| {
        vec![as_xlsx(&format!("Dot 1/a/{name}"), bytes)]
    }),
    ("F18", |name, bytes, _, _| {
        vec![as_xlsx(&name.nfd().collect::<String>(), bytes)]
    }),
    ("F28", |name, bytes, _, _| {
        let zone = b"[ZoneTransfer]\r\nZoneId=3\r\n".to_vec();
        let mark = (format!("{name}.xlsx_Zone.Identifier"), zone);
        vec![as_xlsx(name, bytes), mark]
    }),
];

fn as_xlsx(name: &str, bytes: &[u8]) -> File {
    (format!("{name}.xlsx"), bytes.to_vec())
}

/// A few returns as files, some spoiled inside as well; what was done is told.
fn folder(dice: &mut Dice) -> (Vec<File>, Vec<String>) {
    // A text longer than a cell of Excel holds (V36) cannot be written.
    let fits = |one: &&'static Defect| one.harmless && one.class != "V36";
    let harmless: Vec<&'static Defect> = defects::all().filter(fits).collect();
    let count = truth().units.len();
    let (first, mut files, mut told) = (dice.below(count), Vec::new(), Vec::new());
    for step in 0..4 {
        let picked: Vec<&'static Defect> = dice.pick(&harmless).copied().into_iter().collect();
        let spoiled = Spoiled::with((first + step * 5) % count, &picked, dice);
        let name = spoiled.meant.unit.code.clone();
        let bytes = write::xlsx(&spoiled.book.grids(), 10).unwrap();
        let done = spoiled.done.join("; ");
        if dice.once_in(6) {
            // F04: an earlier version with another score; the one that was saved later counts.
            let earlier = write::xlsx(&other_score(&spoiled).grids(), 3).unwrap();
            files.push(as_xlsx(&name, &earlier));
            files.push(as_xlsx(&format!("{name} (ban sua)"), &bytes));
            told.push(format!("{name}: {done}; F04"));
            continue;
        }
        let (class, change) = dice.pick(CHANGES).unwrap();
        files.extend(change(&name, &bytes, &spoiled.book, dice));
        told.push(format!("{name}: {done}; {class}"));
    }
    (files, told)
}

fn other_score(spoiled: &Spoiled) -> Book {
    let mut book = spoiled.meant.book.clone();
    let (id, spot) = spoiled.meant.score_spots.iter().next().unwrap();
    let score = number(spoiled.meant.scores[id]);
    let sheet = book.sheet(&spot.sheet).unwrap();
    sheet.put(spot.at, tonghop::base::cell::CellValue::Number(score - 1.0));
    book
}

fn report(files: &[File]) -> Report {
    let around = tempfile::tempdir().unwrap();
    let sample = Path::new("samples/kontum-2017");
    let campaign = around.path().join("dot");
    let inbox = campaign.join("phieu-nop");
    fs::create_dir_all(&inbox).unwrap();
    for entry in fs::read_dir(sample).unwrap() {
        let path = entry.unwrap().path();
        if path.is_file() {
            fs::copy(&path, campaign.join(path.file_name().unwrap())).unwrap();
        }
    }
    for (name, bytes) in files {
        let path = inbox.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    let plan = Plan::new(&campaign).unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_tonghop"));
    let list = plan.list().unwrap();
    plan.report(
        &list,
        ReadLimits::default(),
        program,
        "phieu-nop".to_string(),
        &|| {},
    )
}

fn silent(seed: u64) -> String {
    let (files, told) = folder(&mut Dice::new(seed));
    let report = report(&files);
    let mut wrong: Vec<(UnitId, Vec<String>)> = law::broken(&report, truth()).into_iter().collect();
    for file in &report.intake.files {
        let is_silent = file.unit.is_none() && file.fate == tonghop::input::receipt::Fate::Counted;
        if is_silent {
            wrong.push((law::nowhere(), vec![format!("{} is nobody's", file.name)]));
        }
    }
    match wrong.is_empty() {
        true => String::new(),
        false => format!("seed {seed}: {told:?}: {wrong:?}\n"),
    }
}

#[test]
fn nothing_is_silently_wrong_in_real_files() {
    truth().known();
    let seeds = super::seeds(12);
    // Writing and reading takes its time: one in ten.
    let seeds = match seeds.end - seeds.start {
        1 => seeds,
        count => 0..count / 10,
    };
    let silent: String = seeds.into_par_iter().map(silent).collect();
    assert!(silent.is_empty(), "{silent}");
}
