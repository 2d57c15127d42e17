//! Places: as printed, by the printed totals, and by the totals once the wrong ones are corrected.
//!
//! In: a table with its rows added up. Out: the corrected place of each, and findings where the printed order or the printed
//! places do not follow. Not for: totals. Of rows that merely stand in an order equal totals may stand in any.

use crate::base::finding::{About, Fact, Finding};
use crate::base::points::{Decimal, Points};
use crate::base::rules::{foreign, published};
use crate::input::published::{PlacesTold, TableBasis};
use crate::judge::rank::{self, BoundedTotal};
use crate::result::audit::{AuditedRow, TableAudit};

/// Fills in the places by the totals that count.
pub fn place(rows: &mut [AuditedRow]) {
    let places = ranked(rows, |row| row.total);
    for (row, place) in rows.iter_mut().zip(places) {
        row.place = place;
    }
}

/// The place of each row by one of its totals; rows without it have none.
fn ranked(rows: &[AuditedRow], total: impl Fn(&AuditedRow) -> Option<Points>) -> Vec<Option<u32>> {
    let totals: Vec<Option<Points>> = rows.iter().map(total).collect();
    let standings: Vec<BoundedTotal> = totals
        .iter()
        .flatten()
        .map(|&total| BoundedTotal {
            total,
            lowest: total,
            highest: total.into(),
        })
        .collect();
    let mut ranks = rank::rank(&standings).into_iter();
    totals
        .iter()
        .map(|total| total.and_then(|_| ranks.next()).map(|rank| rank.place))
        .collect()
}

/// Findings about places.
pub fn check(ground: TableAudit<'_>, rows: &[AuditedRow]) -> Vec<Finding> {
    if ground.table.places == PlacesTold::None {
        return Vec::new();
    }
    let by_printed = ranked(rows, |row| row.printed.total());
    let mut findings = inversions(ground, rows);
    // Where the order is wrong, the places that follow from it are; saying so of each would bury it.
    if findings.is_empty() && ground.table.places == PlacesTold::Column {
        if let Some(skip) = skip(ground, rows) {
            return vec![skip];
        }
        findings.extend(wrong_places(ground, rows, &by_printed));
    }
    // A total that cannot be read is no wrong one.
    let before = ranked(rows, |row| row.printed.total().or(row.total));
    for (row, by_printed) in rows.iter().zip(before) {
        let (Some(printed), Some(corrected)) = (row.printed.place, row.place) else {
            continue;
        };
        if by_printed.is_some_and(|place| place != corrected) && printed != corrected {
            findings.push(about_place(
                ground,
                row,
                &published::PLACE_CHANGES,
                printed,
                corrected,
            ));
        }
    }
    findings
}

fn about_place(
    ground: TableAudit<'_>,
    row: &AuditedRow,
    rule: &'static crate::base::rules::Rule,
    printed: u32,
    right: u32,
) -> Finding {
    let place = ground.place(row.printed.unit.as_ref(), row.printed.cell);
    Finding::new(rule, place)
        .found(Fact::Number(Decimal::from(printed)))
        .expected(Fact::Number(Decimal::from(right)))
}

/// Rows placed right below one with a lower printed total.
fn inversions(ground: TableAudit<'_>, rows: &[AuditedRow]) -> Vec<Finding> {
    let mut placed: Vec<(u32, Points, &AuditedRow)> = rows
        .iter()
        .filter_map(|row| Some((row.printed.place?, row.printed.total()?, row)))
        .collect();
    placed.sort_by_key(|(place, total, _)| (*place, -*total));
    let pairs = placed.windows(2).filter_map(|pair| match pair {
        [(above_place, above_total, above), (place, total, row)]
            if above_place < place && above_total < total =>
        {
            let place = ground.place(row.printed.unit.as_ref(), row.printed.cell);
            let finding = Finding::new(&published::PLACED_BELOW_FEWER, place);
            let finding = finding.about(About::Row(above.printed.name.clone()));
            Some(finding.found(*total).expected(*above_total))
        }
        _ => None,
    });
    pairs.collect()
}

/// That the places of somebody else's table go beyond its rows: it is an extract.
fn skip(ground: TableAudit<'_>, rows: &[AuditedRow]) -> Option<Finding> {
    let mut places: Vec<u32> = rows.iter().filter_map(|row| row.printed.place).collect();
    places.sort_unstable();
    let last = *places.last()?;
    let at = rows.iter().find(|row| row.printed.place == Some(last))?;
    let is_extract = ground.table.basis == TableBasis::Own && last as usize > rows.len();
    is_extract.then(|| {
        let place = ground.place(None, at.printed.cell);
        let mut shown: Vec<String> = places.iter().take(SHOWN).map(u32::to_string).collect();
        if places.len() > SHOWN {
            shown.push(format!("… {last}"));
        }
        Finding::new(&foreign::PLACES_SKIP, place).found(Fact::Names(shown))
    })
}

/// Places that a finding shows.
const SHOWN: usize = 6;

/// Printed places that fit the totals in no usual way of counting ties, and equal totals with different places. A total that is
/// not known may be any.
fn wrong_places(
    ground: TableAudit<'_>,
    rows: &[AuditedRow],
    by_printed: &[Option<u32>],
) -> Vec<Finding> {
    let mut distinct: Vec<Points> = rows.iter().filter_map(|row| row.printed.total()).collect();
    distinct.sort_unstable();
    distinct.dedup();
    let is_unknown = |row: &&AuditedRow| !row.printed.is_blank() && row.printed.total().is_none();
    let unknown = rows.iter().filter(is_unknown).count() as u32;
    let mut findings = Vec::new();
    for (row, by_printed) in rows.iter().zip(by_printed) {
        let (Some(printed), Some(right), Some(total)) =
            (row.printed.place, *by_printed, row.printed.total())
        else {
            continue;
        };
        let equal = || rows.iter().filter(|row| row.printed.total() == Some(total));
        let counted_up = right..right + equal().count() as u32 + unknown;
        // 1, 2, 2, 3: one more than there are higher totals.
        let dense = distinct.iter().filter(|other| **other > total).count() as u32 + 1;
        if !counted_up.contains(&printed) && !(dense..=dense + unknown).contains(&printed) {
            let rule = &published::PLACE_WRONG;
            findings.push(about_place(ground, row, rule, printed, right));
            continue;
        }
        let above = equal().filter_map(|other| Some((other.printed.place?, other)));
        let above = above.min_by_key(|(place, _)| *place);
        if let Some((place, other)) = above.filter(|(place, _)| *place < printed) {
            let at = ground.place(row.printed.unit.as_ref(), row.printed.cell);
            let finding = Finding::new(&foreign::EQUAL_APART, at).found(total);
            let finding = finding.about(About::Row(other.printed.name.clone()));
            let places = [place, printed].map(|place| place.to_string());
            findings.push(finding.expected(Fact::Names(places.to_vec())));
        }
    }
    findings
}
