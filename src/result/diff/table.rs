//! A side from a published table, of which there is nothing but totals, groups, places and grades.
//!
//! In: what a file publishes, and the scheme and registry it was recognised by. Out: a [`Side`]. Not for: whether the table
//! adds up, which `audit` says; the difference becomes a part of its own.

use crate::base::ids::{LevelId, UnitId};
use crate::base::points::{Most, Points};
use crate::base::text;
use crate::campaign::scheme::Scheme;
use crate::input::published::{Published, PublishedRow, PublishedTable, TableBasis, TableContext};
use crate::result::audit::{self, AuditedTable, OwnTotals};
use crate::result::diff::side::{Side, SideItem, SideResult, SideUnit, kept};
use crate::result::report::{GradeLimit, other_option_names};

/// The side of a published table. `file` is its name. A unit is there where a row or a note names it: of others the table says
/// nothing.
pub fn side(published: &Published, known: TableContext<'_>, file: &str) -> Side {
    let is_own = |table: &PublishedTable| table.basis == TableBasis::Own;
    let mut side = if published.tables.iter().all(is_own) {
        own(published, known, file)
    } else {
        of_scheme(published, known)
    };
    side.name = file.to_string();
    side.year = year(published);
    side.is_table = true;
    side.registered = known
        .asked
        .then(|| known.registry.units().map(|unit| unit.id.clone()).collect());
    for table in &published.tables {
        for row in &table.rows {
            add(&mut side, known, table, row);
        }
    }
    let noted = published.tables.iter().flat_map(|table| &table.notes);
    for id in noted.flat_map(|note| &note.units) {
        let Some(unit) = known.registry.get(id) else {
            continue;
        };
        side.units.entry(id.clone()).or_insert_with(|| SideUnit {
            name: unit.name.clone(),
            order: unit.order,
            others: unit.aliases.clone(),
            ..SideUnit::default()
        });
    }
    let levels = &side.levels;
    let at = |id: &UnitId| levels.get_index_of(&id.level).unwrap_or(usize::MAX);
    side.units
        .sort_by(|a, one, b, other| (at(a), one.order, a).cmp(&(at(b), other.order, b)));
    side
}

/// What holds for tables of the scheme, without units.
fn of_scheme(published: &Published, known: TableContext<'_>) -> Side {
    let scheme = known.scheme;
    let is_scaled = published.tables.iter().all(|one| one.basis.is_scheme());
    let mut side = Side {
        scheme: format!("{} {}", scheme.id, scheme.version),
        total_maximum: is_scaled.then_some(Points(scheme.total_maximum)),
        totals: scheme
            .levels
            .iter()
            .filter_map(|level| Some((level.id.clone(), Points(level.total_maximum?))))
            .filter(|_| is_scaled)
            .collect(),
        grades: GradeLimit::all(scheme),
        levels: scheme
            .levels
            .iter()
            .map(|level| (level.id.clone(), level.name.clone()))
            .collect(),
        successions: known.registry.successions().cloned().collect(),
        ..Side::default()
    };
    items(&mut side, scheme);
    side.successions.sort();
    side
}

/// What holds for tables that are not the scheme's: their columns where these add up, all without a maximum.
fn own(published: &Published, known: TableContext<'_>, file: &str) -> Side {
    let level = LevelId::default();
    let name = published.tables.first().map(|table| table.sheet.clone());
    let mut side = Side {
        levels: [(level.clone(), name.unwrap_or_default())].into(),
        ..Side::default()
    };
    let audit = audit::audit(published, known, file, &OwnTotals::default(), Vec::new());
    let adds_up = |table: &&AuditedTable| table.rows.iter().any(|row| row.sum.is_some());
    let groups = audit.tables.iter().filter(adds_up);
    for (id, name) in groups.flat_map(|table| &table.groups) {
        let item = SideItem {
            name: name.clone(),
            group: id.clone(),
            // Both years have none, which is the same.
            maximum: [(level.clone(), Most::ZERO)].into(),
            ..SideItem::default()
        };
        side.groups.insert(id.clone(), item);
    }
    side
}

fn items(side: &mut Side, scheme: &Scheme) {
    for group in &scheme.groups {
        let item = SideItem {
            name: group.name.clone(),
            group: group.id.clone(),
            maximum: scheme.most_of_group(group),
            outside_total: group.outside_total,
            others: group.aliases.clone(),
            ..SideItem::default()
        };
        side.groups.insert(group.id.clone(), sorted(item));
        for criterion in scheme.scored(&group.id) {
            let item = SideItem {
                name: criterion.name.clone(),
                group: group.id.clone(),
                maximum: scheme.most_of(criterion),
                rule: serde_json::to_string(&criterion.rule).unwrap_or_default(),
                outside_total: false,
                others: criterion.aliases.clone(),
                option_names: other_option_names(&criterion.rule),
            };
            side.criteria.insert(criterion.id.clone(), sorted(item));
        }
    }
}

fn sorted(mut item: SideItem) -> SideItem {
    item.maximum.sort_keys();
    item
}

/// A row whose name the registry does not know stays a unit of its own: likeness never decides.
fn add(side: &mut Side, known: TableContext<'_>, table: &PublishedTable, row: &PublishedRow) {
    let id = match (&row.unit, &table.level) {
        (Some(unit), _) => unit.clone(),
        (None, level) => UnitId {
            level: level.clone().unwrap_or_default(),
            code: format!("“{}”", text::clean(&row.name)),
        },
    };
    let unit = known.registry.get(&id);
    let found = side.units.len() as u32;
    let result = (!row.is_blank()).then(|| SideResult {
        total: row.total().map(|points| Points(kept(points.0))),
        place: row.place,
        grade: row
            .grade
            .as_ref()
            .map(|word| grade(known.scheme, &word.text)),
        groups: row
            .groups
            .iter()
            .filter(|(id, _)| side.groups.contains_key(*id))
            .filter_map(|(id, printed)| {
                let points = printed.value.value()?;
                Some((id.clone(), Points(kept(points.0))))
            })
            .collect(),
        ..SideResult::default()
    });
    let one = SideUnit {
        name: unit.map_or_else(|| text::clean(&row.name), |unit| unit.name.clone()),
        order: unit.map_or(u32::MAX / 2 + found, |unit| unit.order),
        others: unit.map_or_else(Vec::new, |unit| unit.aliases.clone()),
        result,
        ..SideUnit::default()
    };
    side.units.entry(id).or_insert(one);
}

/// A grade in the scheme's writing.
fn grade(scheme: &Scheme, word: &str) -> String {
    let same = |name: &&str| text::key(name) == text::key(word);
    let mut names = scheme.grades.iter().map(|grade| grade.name.as_str());
    names.find(same).unwrap_or(word).to_string()
}

/// The year of a title such as `… NĂM 2016`, where all such lines agree.
fn year(published: &Published) -> Option<i32> {
    let mut found = None;
    for line in &published.lines {
        for cell in &line.cells {
            let key = text::key(&cell.text);
            let words: Vec<&str> = key.split(' ').collect();
            for pair in words.windows(2) {
                let [word, number] = pair else { continue };
                let number = number.trim_matches(|c: char| !c.is_ascii_digit());
                let year = number.parse::<i32>().ok();
                let Some(year) = year.filter(|year| *word == "năm" && (1990..2100).contains(year))
                else {
                    continue;
                };
                match found {
                    None => found = Some(year),
                    Some(other) if other != year => return None,
                    Some(_) => {}
                }
            }
        }
    }
    found
}
