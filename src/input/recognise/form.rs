//! Which form was filled in: of which year, version and level, and whether it was filled in at all.
//!
//! In: the cover, the stamp and what the tables hold. Out: findings, and whether the workbook can count. Not for: whose it is.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::cell::{Cell, CellAddress, Reading};
use crate::base::finding::{Fact, Finding, Place};
use crate::base::ids::{LevelId, UnitId};
use crate::base::points::Most;
use crate::base::rules::{files, forms, layout};
use crate::base::text;
use crate::campaign::scheme::{Criterion, Level, Scheme};
use crate::campaign::stamp::{STAMP_SCHEME, STAMP_VERSION};
use crate::campaign::vocabulary::Column;
use crate::input::recognise::Known;
use crate::input::recognise::answer::{OptionMark, mark};
use crate::input::recognise::cover::Cover;
use crate::input::recognise::cover_value::CoverValue;
use crate::input::recognise::merge::Extract;
use crate::input::recognise::sheet::{MAX_ROWS, Sheet};

/// What a workbook is recognised from.
pub struct FormSigns<'a> {
    /// What it says about itself.
    pub cover: &'a Cover,
    /// Its custom document properties.
    pub stamp: &'a BTreeMap<String, String>,
    /// What its tables hold.
    pub extract: &'a Extract,
    /// Its sheets.
    pub sheets: &'a [Sheet<'a>],
    /// Whether any sheet has a table with the headings of a form.
    pub has_table: bool,
    /// Whose it is, where that is clear.
    pub unit: Option<&'a UnitId>,
}

/// Findings about the form, and whether it can count.
pub fn check(form: &FormSigns<'_>, known: &Known<'_>) -> (Vec<Finding>, bool) {
    let year = other_year(form, known.year);
    // Last year's form has last year's stamp: one cause, one finding.
    let version = other_version(form, known.scheme).filter(|_| year.is_none());
    let refused: Vec<Finding> = [
        no_form(form),
        version,
        year,
        other_level(form, known.scheme),
        blank(form, known.scheme),
    ]
    .into_iter()
    .flatten()
    .collect();
    let counts = refused.is_empty();
    let periods = other_periods(form, known.year);
    let periods = periods.into_iter().filter(|_| counts);
    (refused.into_iter().chain(periods).collect(), counts)
}

fn no_form(form: &FormSigns<'_>) -> Option<Finding> {
    let has_rows = !form.extract.entries.is_empty() || !form.extract.explained.is_empty();
    let rule = if form.has_table {
        &forms::OTHER_FORM
    } else {
        &layout::NO_TABLE
    };
    (!has_rows).then(|| Finding::new(rule, Place::default()))
}

fn other_version(form: &FormSigns<'_>, scheme: &Scheme) -> Option<Finding> {
    let id = form.stamp.get(STAMP_SCHEME)?;
    let version = form.stamp.get(STAMP_VERSION).cloned().unwrap_or_default();
    let expected = scheme.version.to_string();
    let same = *id == scheme.id && (version.is_empty() || version == expected);
    let name = |id: &str, version: &str| Fact::Name(format!("{id} v{version}"));
    (!same).then(|| {
        let finding = Finding::new(&forms::OTHER_VERSION, Place::default());
        finding
            .found(name(id, &version))
            .expected(name(&scheme.id, &expected))
    })
}

fn other_year(form: &FormSigns<'_>, expected: i32) -> Option<Finding> {
    let (year, place) = form
        .cover
        .year
        .as_ref()
        .filter(|(year, _)| *year != expected)?;
    let finding =
        Finding::new(&files::OTHER_YEAR, place.clone()).found(Fact::Name(year.to_string()));
    Some(finding.expected(Fact::Name(expected.to_string())))
}

/// The form of another level: the cover says so, or the maxima in it are those of another level and not of the unit's own.
fn other_level(form: &FormSigns<'_>, scheme: &Scheme) -> Option<Finding> {
    let own = &form.unit?.level;
    let stated = form.cover.level.as_ref();
    let by_cover =
        stated.and_then(|stated| Some((level_named(stated, scheme)?, stated.place.clone())));
    let by_cover = by_cover.filter(|(level, _)| level.id != *own);
    let (other, place) = by_cover.or_else(|| level_of_maxima(form.extract, scheme, own))?;
    let name = |level: &Level| Fact::Name(level.name.clone());
    let finding = Finding::new(&files::OTHER_LEVEL, place).found(name(other));
    Some(
        scheme
            .level(own)
            .map_or(finding.clone(), |level| finding.expected(name(level))),
    )
}

/// The level that a cover names.
pub fn level_named<'s>(stated: &CoverValue, scheme: &'s Scheme) -> Option<&'s Level> {
    let key = text::key(&stated.text);
    scheme.levels.iter().find(|level| {
        let name = text::key(&level.name);
        key == name || format!("cấp {key}") == name || key == text::key(&level.id.0)
    })
}

/// The level whose maxima stand in the form, if at least two tell the levels apart and none is the unit's own; with the first of them.
fn level_of_maxima<'s>(
    extract: &Extract,
    scheme: &'s Scheme,
    own: &LevelId,
) -> Option<(&'s Level, Place)> {
    let told: Vec<(&Criterion, Most)> = extract
        .entries
        .iter()
        .filter_map(|(id, entry)| Some((scheme.criterion(id)?, entry.stated_maximum()?)))
        .filter(|(criterion, _)| criterion.maximum.named().next().is_some())
        .collect();
    let fits = |level: &LevelId| {
        told.iter()
            .all(|(criterion, points)| criterion.maximum_at(level) == Some(*points))
    };
    let fits_own = told
        .iter()
        .any(|(criterion, points)| criterion.maximum_at(own) == Some(*points));
    if told.len() < 2 || fits_own {
        return None;
    }
    let level = scheme.levels.iter().find(|level| fits(&level.id))?;
    let (first, _) = told.first()?;
    let entry = extract.entries.get(&first.id)?;
    let place = Place {
        sheet: entry
            .claimed
            .origin
            .cell()
            .map(|(sheet, _)| sheet.to_string()),
        cell: entry.maxima.first().map(|stated| stated.cell),
        ..Place::default()
    };
    Some((level, place))
}

/// The right form with nothing in it.
fn blank(form: &FormSigns<'_>, scheme: &Scheme) -> Option<Finding> {
    let scores = form
        .extract
        .entries
        .values()
        .all(|entry| entry.claimed.value == Reading::Empty && entry.appraised.is_none());
    let figures = form
        .extract
        .figures
        .values()
        .all(|figure| figure.value == Reading::Empty);
    // Of a form of which few rows were read nobody can say that it is blank.
    let all = scheme.criteria.iter();
    let all = all.filter(|one| !one.rule.combines()).count();
    let is_read = form.extract.entries.iter().count() * 2 >= all;
    let is_blank = is_read && scores && figures && !form.sheets.iter().any(has_ticks);
    is_blank.then(|| {
        group_points(form.extract)
            .unwrap_or_else(|| Finding::new(&forms::BLANK_FORM, Place::default()))
    })
}

/// Whether anything is ticked in a table of a sheet, also on rows that the scheme does not have.
fn has_ticks(sheet: &Sheet<'_>) -> bool {
    let columns = [Column::Claimed, Column::Tick, Column::Yes, Column::No];
    sheet.tables.iter().any(|table| {
        let rows = (table.header + 1..table.end).take(MAX_ROWS);
        let choices: Vec<u32> = table.places(Column::Choice).collect();
        let mut cells = rows.flat_map(|row| {
            let of_choices = choices
                .iter()
                .map(move |at| table.grid.seen(CellAddress::new(row, *at)));
            let of_others = columns.map(|column| table.cell(row, column));
            of_others.into_iter().chain(of_choices)
        });
        let is_tick = |cell: &Cell| mark(&cell.value).is_some_and(OptionMark::is_tick);
        cells.any(|cell| cell.is_some_and(is_tick))
    })
}

/// That points stand on rows of groups or sums, of a form without any score.
fn group_points(extract: &Extract) -> Option<Finding> {
    let stated = extract.own_sums.iter().map(|own| &own.stated);
    let stated = stated.filter(|one| one.value.value().is_some_and(|points| !points.is_zero()));
    let written = stated.clone().map(|one| match one.origin.cell() {
        Some((_, cell)) => format!("{} ({cell})", one.text()),
        None => one.text(),
    });
    let written: Vec<String> = written.collect();
    let place = stated.map(|one| one.origin.place()).next()?;
    Some(Finding::new(&forms::GROUP_POINTS_ONLY, place).found(Fact::Names(written)))
}

/// Data periods that name years, none of which is the one assessed; each that is written is told once. They count, with a warning.
fn other_periods(form: &FormSigns<'_>, expected: i32) -> Vec<Finding> {
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let is_other = |stated: &&CoverValue| {
        let numbers = stated.text.split(|c: char| !c.is_ascii_digit());
        let years: Vec<i32> = numbers
            .filter_map(|digits| digits.parse().ok())
            .filter(|year| (1990..=2099).contains(year))
            .collect();
        !years.is_empty() && !years.contains(&expected)
    };
    let others = form.cover.periods.iter().filter(is_other);
    let others = others.filter(|stated| told.insert(&stated.text));
    let finding = |stated: &CoverValue| {
        let finding = Finding::new(&forms::OTHER_PERIOD, stated.place.clone());
        finding
            .found(Fact::Text(stated.text.clone()))
            .expected(Fact::Name(expected.to_string()))
    };
    others.map(finding).collect()
}
