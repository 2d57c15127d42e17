//! Whether a table is one of the scheme and the registry that it is read by.
//!
//! In: the rows of a table, its columns, the scheme. Out: a [`TableBasis`]. Not for: what is claimed by it, which `audit` says.

use serde::{Deserialize, Serialize};

use crate::base::points::{Decimal, Most, Points};
use crate::base::text;
use crate::campaign::scheme::{Group, Scheme};
use crate::input::published::{PublishedRow, TableContext};

/// What of the scheme and the registry holds for a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TableBasis {
    /// All: it is one of theirs.
    #[default]
    Scheme,
    /// Its units are those of the registry, but its points are on another scale, or its grades are others.
    OtherScale,
    /// Nothing: it is somebody else's table.
    Own,
}

impl TableBasis {
    /// Whether it is the scheme's.
    pub fn is_scheme(&self) -> bool {
        *self == TableBasis::Scheme
    }
}

/// How many times larger the scheme's maximum has to be than every total, for the totals to be on another scale: 1,000 points to 100.
const TIMES: i64 = 8;

/// What holds for a table with these rows. `has_groups`: it has columns of the scheme; `has_own`: it has its own.
pub fn of<'r>(
    rows: impl Iterator<Item = &'r PublishedRow> + Clone,
    stated: Option<Points>,
    (has_groups, has_own): (bool, bool),
    known: TableContext<'_>,
) -> TableBasis {
    let totals: Vec<Points> = rows.clone().filter_map(PublishedRow::total).collect();
    let is_other = is_other_scale(totals, stated, known.scheme) || has_other_grades(rows, known);
    match (known.asked || has_groups, has_own || is_other) {
        (false, true) => TableBasis::Own,
        (true, _) if is_other => TableBasis::OtherScale,
        _ => TableBasis::Scheme,
    }
}

/// Whether a table is somebody else's that has so many columns by the names of groups, and so many units of all that are unknown:
/// nobody says that it was made by the scheme, and it has not all of its groups. What a table lacks of a scheme is said of the scheme's
/// own tables alone.
pub fn is_of_others(
    columns: usize,
    (unknown, units): (usize, usize),
    known: TableContext<'_>,
) -> bool {
    let groups = known.scheme.groups.len();
    let has_few = columns > 1 && columns * 2 <= groups;
    let has_others = units > 1 && unknown * 2 > units;
    !known.asked && columns < groups && (has_few || has_others)
}

/// Whether totals cannot be points of the scheme.
fn is_other_scale(mut totals: Vec<Points>, stated: Option<Points>, scheme: &Scheme) -> bool {
    let maximum = scheme.total_maximum;
    // Bonus without a limit is still not most of the points of most units.
    let bonus = bonus(scheme).at_most(Points(maximum));
    let with_bonus = (bonus + Points(maximum)).0;
    if let Some(stated) = stated {
        return stated.0 != with_bonus && scheme.totals().all(|total| stated.0 != total);
    }
    totals.sort_unstable();
    let Some((median, most)) = totals.get(totals.len() / 2).zip(totals.last()) else {
        return false;
    };
    // A total that is wrong may be of any size; most of them are not.
    let most = most.0.checked_mul(Decimal::from(TIMES));
    median.0 > with_bonus || most.is_some_and(|most| most <= maximum)
}

/// Whether the grades of a table are other words than those of the scheme.
fn has_other_grades<'r>(
    rows: impl Iterator<Item = &'r PublishedRow>,
    known: TableContext<'_>,
) -> bool {
    let grades: Vec<String> = known
        .scheme
        .grades
        .iter()
        .map(|grade| text::key(&grade.name))
        .collect();
    let words: Vec<String> = rows
        .filter_map(|row| row.grade.as_ref())
        .map(|word| text::key(&word.text))
        .collect();
    words.len() > 1 && !words.iter().any(|word| grades.contains(word))
}

/// The most points that any number of a table can stand for; it tells `1.234` from 1234.
pub fn highest(scheme: &Scheme) -> Decimal {
    let total = scheme.totals().max().unwrap_or_default();
    let highest = (bonus(scheme) + Points(total)).limit();
    highest.map_or(Decimal::READABLE, |most| most.0)
}

/// The most points of a group beside the total.
fn bonus(scheme: &Scheme) -> Most {
    let outside = scheme.groups.iter().filter(|group| group.outside_total);
    let of_levels = |group| {
        let levels = scheme.levels.iter();
        levels.map(move |level| Group::worth_at(group, &level.id))
    };
    outside.flat_map(of_levels).max().unwrap_or_default()
}
