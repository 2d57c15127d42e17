//! The units of the tables against the registry.
//!
//! In: published tables and the registry. Out: findings about names that nobody knows, units that stand in two rows, in the
//! table of another level, or nowhere without a note. Not for: numbers.

use std::collections::HashSet;

use crate::base::finding::{About, Fact, Finding, Place};
use crate::base::ids::{LevelId, UnitId};
use crate::base::rules::printed;
use crate::input::published::{Known, PublishedRow, PublishedTable};
use crate::result::audit::Ground;

/// Findings about units, each with the number of its table.
pub fn check(tables: &[PublishedTable], known: Known<'_>, file: &str) -> Vec<(usize, Finding)> {
    let mut findings = Vec::new();
    let mut seen: HashSet<&UnitId> = HashSet::new();
    for (index, table) in tables.iter().enumerate() {
        let ground = Ground { known, file, table };
        for row in &table.rows {
            match &row.unit {
                None => findings.push((index, unknown(ground, row))),
                Some(unit) if seen.contains(unit) => {
                    let finding =
                        Finding::new(&printed::UNIT_TWICE, ground.place(Some(unit), row.cell));
                    findings.push((index, finding.about(About::Row(row.name.clone()))));
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

fn unknown(ground: Ground<'_>, row: &PublishedRow) -> Finding {
    Finding::new(&printed::UNIT_UNKNOWN, ground.place(None, row.cell))
        .found(Fact::Text(row.name.clone()))
        .expected(Fact::Names(ground.known.registry.nearest(&row.name)))
}

fn other_level(ground: Ground<'_>, row: &PublishedRow, unit: &UnitId) -> Option<Finding> {
    let own = ground
        .table
        .level
        .as_ref()
        .filter(|level| **level != unit.level)?;
    let name = |id: &LevelId| {
        let level = ground.known.scheme.level(id);
        Fact::Name(level.map_or_else(|| id.0.clone(), |level| level.name.clone()))
    };
    let place = ground.place(Some(unit), row.cell);
    let finding = Finding::new(&printed::UNIT_OF_OTHER_LEVEL, place);
    let finding = finding.about(About::Row(row.name.clone()));
    Some(finding.found(name(&unit.level)).expected(name(own)))
}

/// Units of the levels that have a table, without points anywhere, and without a note that names them.
fn without_result(
    tables: &[PublishedTable],
    known: Known<'_>,
    file: &str,
) -> Vec<(usize, Finding)> {
    let mut findings = Vec::new();
    for unit in known.registry.units() {
        let own = |table: &&PublishedTable| table.level.as_ref() == Some(&unit.id.level);
        let Some(index) = tables.iter().position(|table| own(&table)) else {
            continue;
        };
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
            continue;
        }
        let (index, sheet, cell) = match (rows().next(), tables.get(index)) {
            (Some(((index, table), row)), _) => (index, &table.sheet, Some(row.cell)),
            (None, Some(table)) => (index, &table.sheet, None),
            (None, None) => continue,
        };
        let place = Place {
            unit: Some(unit.id.clone()),
            file: Some(file.to_string()),
            sheet: Some(sheet.clone()),
            cell,
        };
        let finding = Finding::new(&printed::NO_RESULT_NO_NOTE, place);
        findings.push((index, finding.about(About::Row(unit.name.clone()))));
    }
    findings
}
