//! The units of the tables against the registry.
//!
//! In: published tables and the registry. Out: findings about names that nobody knows, units that stand in two rows, in the
//! table of another level, or nowhere without a note. Not for: numbers.

use std::collections::HashSet;

use indexmap::IndexMap;

use crate::base::cell::CellAddress;
use crate::base::finding::{About, Fact, Finding, Place};
use crate::base::ids::{LevelId, UnitId};
use crate::base::rules::{foreign, printed};
use crate::base::text;
use crate::campaign::units::Unit;
use crate::input::published::{PublishedRow, PublishedTable, TableBasis, TableContext};
use crate::result::audit::TableAudit;

/// Findings about units, each with the number of its table.
pub fn check(
    tables: &[PublishedTable],
    known: TableContext<'_>,
    file: &str,
) -> Vec<(usize, Finding)> {
    let mut findings = Vec::new();
    let mut seen: HashSet<&UnitId> = HashSet::new();
    let mut names: HashSet<String> = HashSet::new();
    for (index, table) in tables.iter().enumerate() {
        let ground = TableAudit { known, file, table };
        let is_other = is_of_others(table);
        if is_other && table.basis != TableBasis::Own {
            findings.push((index, of_others(ground)));
        }
        for row in &table.rows {
            match &row.unit {
                None if table.basis == TableBasis::Own => {
                    if !names.insert(text::key(&row.name)) {
                        findings.push((index, twice(ground, row)));
                    }
                }
                None if is_other => {}
                None => findings.push((index, unknown(ground, row))),
                Some(unit) if seen.contains(unit) => {
                    findings.push((index, twice(ground, row)));
                }
                Some(unit) => {
                    seen.insert(unit);
                    findings.extend(other_level(ground, row, unit).map(|one| (index, one)));
                }
            }
        }
    }
    findings.extend(without_result(tables, known, file));
    findings
}

/// Whether the registry is not that of a table: it knows less than half of its units.
fn is_of_others(table: &PublishedTable) -> bool {
    unknown_rows(table) * 2 > table.rows.len() && table.rows.len() > 1
}

fn unknown_rows(table: &PublishedTable) -> usize {
    let unknown = table.rows.iter().filter(|row| row.unit.is_none());
    unknown.count()
}

/// That most units of a table are not in the registry.
fn of_others(ground: TableAudit<'_>) -> Finding {
    let place = Place {
        cell: None,
        ..ground.place(None, CellAddress::new(ground.table.header, 0))
    };
    let (unknown, all) = (unknown_rows(ground.table), ground.table.rows.len());
    Finding::new(&foreign::OTHER_REGISTRY, place).found(Fact::Name(format!("{unknown}/{all}")))
}

fn twice(ground: TableAudit<'_>, row: &PublishedRow) -> Finding {
    let place = ground.place(row.unit.as_ref(), row.cell);
    Finding::new(&printed::UNIT_TWICE, place).about(About::Row(row.name.clone()))
}

fn unknown(ground: TableAudit<'_>, row: &PublishedRow) -> Finding {
    Finding::new(&printed::UNIT_UNKNOWN, ground.place(None, row.cell))
        .found(Fact::Text(row.name.clone()))
        .expected(Fact::Names(ground.known.registry.nearest(&row.name)))
}

fn other_level(ground: TableAudit<'_>, row: &PublishedRow, unit: &UnitId) -> Option<Finding> {
    let own = ground
        .table
        .level
        .as_ref()
        .filter(|level| **level != unit.level)?;
    let name = |id: &LevelId| {
        let level = ground.known.scheme.level(id);
        Fact::Name(level.map_or_else(|| id.0.to_string(), |level| level.name.clone()))
    };
    let place = ground.place(Some(unit), row.cell);
    let finding = Finding::new(&printed::UNIT_OF_OTHER_LEVEL, place);
    let finding = finding.about(About::Row(row.name.clone()));
    Some(finding.found(name(&unit.level)).expected(name(own)))
}

/// Units of the levels that have a table, without points anywhere, and without a note that names them. One finding where most
/// units of a level are.
fn without_result(
    tables: &[PublishedTable],
    known: TableContext<'_>,
    file: &str,
) -> Vec<(usize, Finding)> {
    let mut by_level: IndexMap<&LevelId, Vec<(usize, &Unit, Finding)>> = IndexMap::new();
    for unit in known.registry.units() {
        let finding = without_one(tables, unit, file);
        let of_level = by_level.entry(&unit.id.level).or_default();
        of_level.extend(finding.map(|(index, finding)| (index, unit, finding)));
    }
    let mut findings = Vec::new();
    for (level, mut missing) in by_level {
        let all = known
            .registry
            .units()
            .filter(|unit| unit.id.level == *level);
        if missing.len() > NAMED && missing.len() * 2 > all.count() {
            let names = missing
                .iter()
                .take(NAMED)
                .map(|(_, unit, _)| unit.name.as_str());
            let names = names.collect::<Vec<_>>().join("; ");
            let about = About::Row(format!("{names}; … +{}", missing.len() - NAMED));
            missing.truncate(1);
            for (_, _, finding) in &mut missing {
                finding.place.unit = None;
                finding.place.cell = None;
                finding.about = Some(about.clone());
            }
        }
        findings.extend(
            missing
                .into_iter()
                .map(|(index, _, finding)| (index, finding)),
        );
    }
    findings
}

/// Units that a finding about many names.
const NAMED: usize = 5;

fn without_one(tables: &[PublishedTable], unit: &Unit, file: &str) -> Option<(usize, Finding)> {
    let own = |table: &&PublishedTable| {
        table.level.as_ref() == Some(&unit.id.level) && !is_of_others(table)
    };
    let index = tables.iter().position(|table| own(&table))?;
    let rows = || {
        let of_table = |table| std::iter::repeat(table);
        tables
            .iter()
            .enumerate()
            .flat_map(move |(index, table)| of_table((index, table)).zip(&table.rows))
            .filter(|(_, row)| row.unit.as_ref() == Some(&unit.id))
    };
    let is_noted = tables
        .iter()
        .any(|table| table.notes.iter().any(|note| note.units.contains(&unit.id)));
    if is_noted || rows().any(|(_, row)| !row.is_blank() || row.remark.is_some()) {
        return None;
    }
    let (index, sheet, cell) = match rows().next() {
        Some(((index, table), row)) => (index, &table.sheet, Some(row.cell)),
        None => (index, &tables.get(index)?.sheet, None),
    };
    let place = Place {
        unit: Some(unit.id.clone()),
        file: Some(file.to_string()),
        sheet: Some(sheet.clone()),
        cell,
    };
    let finding = Finding::new(&printed::NO_RESULT_NO_NOTE, place);
    Some((index, finding.about(About::Row(unit.name.clone()))))
}
