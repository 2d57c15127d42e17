//! Damaged copies of a workbook of every format: cut, with bits flipped, with a block wiped, with parts swapped.
//!
//! Each is read and understood without a panic and within the limits; where the format has checksums, each number is the
//! undamaged one or there is a finding. `DAMAGED_COPIES=1000 cargo test --release --test tests damage` tries so many of each
//! format. A flipped digit in a format without checksums (.xls, text, web pages) cannot be told from a number that was
//! typed, so only the bounds are tested there.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;
use std::time::{Duration, Instant};

use rayon::prelude::*;
use tonghop::app::pipeline::Plan;
use tonghop::input::read::{ReadLimits, Reader};
use tonghop::input::recognise::{self, Known};
use tonghop_tools::spoiler::book::Sheet;
use zip::ZipArchive;
use zip::write::{SimpleFileOptions, ZipWriter};

use super::dice::Dice;

/// A workbook to damage.
struct Whole {
    format: &'static str,
    bytes: Vec<u8>,
    /// Whether the format has checksums, so that every damage shows.
    checked: bool,
    /// The campaign it belongs to.
    campaign: &'static str,
}

fn whole() -> Vec<Whole> {
    let sample = "samples/kontum-2017";
    let one = |format, file: &str, checked, campaign| Whole {
        format,
        bytes: std::fs::read(file).unwrap(),
        checked,
        campaign,
    };
    let of_sample = |format, file: &str, checked| {
        let path = format!("{sample}/phieu-nop/{file}");
        one(format, &path, checked, sample)
    };
    let small = "tests/cases/data/F09-xlsb/files/STC.xlsb";
    let page = "samples/kontum-2017-spoiled/phieu-nop/Dot 1/So GDDT.xls";
    let page = one("html", page, false, sample);
    let mut text = of_sample("csv", "STNMT_phieu_2017.xlsx", false);
    text.bytes = delimited(&text.bytes);
    vec![
        of_sample("xlsx", "STNMT_phieu_2017.xlsx", true),
        of_sample("xlsm", "Thanh tra tinh - phieu 2017.xlsm", true),
        one("xlsb", small, true, "tests/cases/base"),
        of_sample("xls", "Ban Dan toc - phieu cham 2017.xls", false),
        of_sample("ods", "phieu tu danh gia so cong thuong.ods", true),
        page,
        text,
    ]
}

/// A workbook as text with semicolons, one sheet below the other.
fn delimited(bytes: &[u8]) -> Vec<u8> {
    let workbook = reader().read(bytes).unwrap();
    let mut lines = String::new();
    for sheet in workbook.grids.iter().map(Sheet::new) {
        for row in 0..sheet.end() {
            let last = sheet.row(row).last().map_or(0, |(column, _)| column + 1);
            let fields = (0..last).map(|column| sheet.text((row, column)));
            let fields: Vec<String> = fields
                .map(|text| text.replace([';', '"', '\r', '\n'], " "))
                .collect();
            lines.push_str(&fields.join(";"));
            lines.push_str("\r\n");
        }
    }
    lines.into_bytes()
}

fn reader() -> Reader {
    let program = Path::new(env!("CARGO_BIN_EXE_tonghop"));
    Reader::new(ReadLimits::default(), program.to_path_buf())
}

/// What is understood from a file: its numbers, and whether anything is said to be wrong.
struct Understood {
    numbers: BTreeMap<String, String>,
    is_warned: bool,
}

fn understand(bytes: &[u8], reader: &Reader, known: &Known<'_>) -> Understood {
    let nothing = |is_warned| Understood {
        numbers: BTreeMap::new(),
        is_warned,
    };
    let Ok(workbook) = reader.read(bytes) else {
        return nothing(true);
    };
    let stamp = &workbook.properties.custom;
    let recognised = recognise::recognise(&workbook.grids, stamp, "a.xlsx", known);
    let is_warned = !recognised.findings.is_empty()
        || !workbook.faults.is_empty()
        || !workbook.damaged_parts.is_empty();
    let Some(submission) = recognised.submission else {
        return nothing(is_warned);
    };
    let scores = submission.entries.iter().filter_map(|(id, entry)| {
        let points = entry.claimed.value.value()?;
        Some((format!("score {id}"), points.to_string()))
    });
    let figures = submission.figures.iter().filter_map(|(id, found)| {
        let figure = found.value.value()?;
        Some((format!("figure {id}"), format!("{figure:?}")))
    });
    Understood {
        numbers: scores.chain(figures).collect(),
        is_warned,
    }
}

fn damaged(bytes: &[u8], dice: &mut Dice) -> (String, Vec<u8>) {
    let mut copy = bytes.to_vec();
    match dice.below(4) {
        0 => {
            let length = dice.below(copy.len());
            copy.truncate(length);
            (format!("cut to {length}"), copy)
        }
        1 => {
            let mut places = Vec::new();
            for _ in 0..=dice.below(8) {
                let (at, bit) = (dice.below(copy.len()), dice.below(8));
                copy[at] ^= 1 << bit;
                places.push((at, bit));
            }
            (format!("bits flipped at {places:?}"), copy)
        }
        2 => {
            let (at, length) = (dice.below(copy.len()), 1 + dice.below(512));
            let end = copy.len().min(at + length);
            copy[at..end].fill(0);
            (format!("wiped {at}..{end}"), copy)
        }
        _ => swapped(bytes, dice).unwrap_or_else(|| blocks_swapped(copy, dice)),
    }
}

/// Two parts of a package in each other's place, each with its checksum.
fn swapped(bytes: &[u8], dice: &mut Dice) -> Option<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut names: Vec<String> = Vec::new();
    let mut parts: Vec<Vec<u8>> = Vec::new();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).ok()?;
        let mut part = Vec::new();
        entry.read_to_end(&mut part).ok()?;
        names.push(entry.name().ok()?.into_owned());
        parts.push(part);
    }
    let (one, other) = (dice.below(names.len()), dice.below(names.len()));
    names.swap(one, other);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in names.iter().zip(parts) {
        zip.start_file(name.as_str(), SimpleFileOptions::default())
            .ok()?;
        zip.write_all(&part).ok()?;
    }
    let what = format!("{} and {} swapped", names[one], names[other]);
    Some((what, zip.finish().ok()?.into_inner()))
}

fn blocks_swapped(mut copy: Vec<u8>, dice: &mut Dice) -> (String, Vec<u8>) {
    let blocks = copy.len() / 512;
    let (one, other) = (dice.below(blocks), dice.below(blocks));
    for at in 0..512 {
        copy.swap(one * 512 + at, other * 512 + at);
    }
    (format!("blocks {one} and {other} swapped"), copy)
}

/// What is wrong with one damaged copy, and how long it took.
fn trial(
    whole: &Whole,
    usual: &Understood,
    seed: u64,
    reader: &Reader,
    known: &Known<'_>,
) -> (Option<String>, Duration) {
    let (what, copy) = damaged(&whole.bytes, &mut Dice::new(seed));
    let start = Instant::now();
    let now = understand(&copy, reader, known);
    let took = start.elapsed();
    let changed = now
        .numbers
        .iter()
        .find(|(id, value)| usual.numbers.get(*id) != Some(value));
    let silent = changed
        .filter(|_| whole.checked && !now.is_warned)
        .map(|(id, value)| {
            let before = usual.numbers.get(id);
            format!(
                "{} seed {seed}, {what}: {id} is {value} for {before:?}\n",
                whole.format
            )
        });
    (silent, took)
}

#[test]
fn damaged_copies_are_found_or_read_right() {
    let copies = std::env::var("DAMAGED_COPIES")
        .ok()
        .and_then(|text| text.parse().ok());
    let copies: u64 = copies.unwrap_or(6);
    let reader = reader();
    let mut silent = Vec::new();
    for whole in whole() {
        let plan = Plan::new(Path::new(whole.campaign)).unwrap();
        let known = Known::new(&plan.campaign, &plan.scheme, &plan.registry);
        let usual = understand(&whole.bytes, &reader, &known);
        assert!(!usual.numbers.is_empty(), "{}", whole.format);
        let trials: Vec<(Option<String>, Duration)> = (0..copies)
            .into_par_iter()
            .map(|seed| trial(&whole, &usual, seed, &reader, &known))
            .collect();
        let slowest = trials.iter().map(|(_, took)| *took).max().unwrap();
        eprintln!("{}: {copies} copies, slowest {slowest:?}", whole.format);
        assert!(slowest < Duration::from_secs(60), "{}", whole.format);
        silent.extend(trials.into_iter().filter_map(|(text, _)| text));
    }
    assert!(silent.is_empty(), "{}", silent.concat());
}
