//! The grade of a unit as a formula, by the limits on the sheet of its level and by what grades ask for in groups.
//!
//! In: where total, groups and limits stand. Out: the formula, which says nothing while open criteria leave more than one grade. Not for:
//! totals and places.

use std::fmt::Write;

use crate::base::ids::GroupId;

use crate::campaign::scheme::Attained;
use crate::judge::score::CriterionScore;
use crate::output::words;
use crate::output::xlsx::live::{EXACT, UnitCells};
use crate::output::xlsx::text::{a1, literal, row_absolute};
use crate::result::report::GradeLimit;

/// The longest formula that is written, in UTF-16 units; Excel takes 8,192.
const LONGEST: usize = 8_000;

/// In the place of what an open criterion without a limit can come to: above all limits of grades, which are at most 10¹².
const WITHOUT_LIMIT: &str = "1E+13";

/// Where on the sheet of a level that stands which the grade of a unit follows from.
pub(in crate::output::xlsx) struct GradeCells<'r> {
    /// The unit's total.
    pub(in crate::output::xlsx) total: String,
    /// The unit's groups, in the order of the report.
    pub(in crate::output::xlsx) groups: Vec<String>,
    /// The ranges of the grades' names and limits, lowest first.
    pub(in crate::output::xlsx) ranges: (String, String),
    /// Each grade with the cells of its name and its limit, lowest first.
    pub(in crate::output::xlsx) grades: Vec<(&'r GradeLimit, String, String)>,
}

/// Points of a unit as formulas: what stands there, with what is added to the total and to each group.
struct PointsAs<'a> {
    total: String,
    added: &'a dyn Fn(&GroupId) -> String,
}

impl UnitCells<'_> {
    /// The grade by the limits on the sheet: of the total and its groups, and the same at both bounds while criteria are open. What
    /// findings can still change does not hold a grade back. A grade that the limits do not give stands as long as the total does.
    pub(in crate::output::xlsx) fn grade(&self, cells: &GradeCells<'_>) -> String {
        let none = literal(words::UNGRADED.get(self.book.lang));
        let total = &cells.total;
        let own = self.elsewhere(self.book.detail.ranked());
        let (lowest, highest) = self.open(true, None);
        let is_open = !lowest.is_empty() || !highest.is_empty();
        let has = self.report().attained(self.unit);
        let level = &self.unit.unit.level;
        let known = self.unit.grading.grade.as_deref();
        match known {
            None if !is_open => return none,
            Some(grade) if self.report().grade(level, &has) != Some(grade) => {
                return self.as_it_stands(cells, grade, &none);
            }
            _ => {}
        }
        let of = |points: &PointsAs<'_>| self.by_limits(cells, points, &has);
        let mut grade = of(&PointsAs {
            total: total.clone(),
            added: &|_| String::new(),
        });
        if is_open {
            let bound = |part: &str, added: &dyn Fn(&GroupId) -> String| {
                let total = format!("ROUND({total}{part},{EXACT})");
                of(&PointsAs { total, added })
            };
            let low = bound(&lowest, &|id| self.open(false, Some(id)).0);
            let high = bound(&highest, &|id| self.open(false, Some(id)).1);
            grade = format!("IF({low}={high},{grade},{none})");
        }
        let formula = format!("IF({total}={own},IFERROR({grade},{none}),{none})");
        if formula.encode_utf16().count() <= LONGEST {
            return formula;
        }
        known.map_or(none.clone(), |grade| self.as_it_stands(cells, grade, &none))
    }

    /// A grade that stands as long as the total does, and the groups where grades ask for these.
    fn as_it_stands(&self, cells: &GradeCells<'_>, grade: &str, none: &str) -> String {
        let value = self.unit.score.total.rounded(EXACT);
        let mut same = format!("{}={value}", cells.total);
        if self.asks_for_groups(cells) {
            for (cell, (group, _)) in cells.groups.iter().zip(self.groups()) {
                let score = self.unit.score.groups.get(&group.id);
                let sum = score.map(|score| score.sum.rounded(EXACT));
                let _ = write!(same, ",N({cell})={}", sum.unwrap_or_default());
            }
            same = format!("AND({same})");
        }
        format!("IF({same},{},{none})", literal(grade))
    }

    fn asks_for_groups(&self, cells: &GradeCells<'_>) -> bool {
        let level = &self.unit.unit.level;
        let mut grades = cells.grades.iter();
        grades.any(|(limit, ..)| limit.minima.contains_key(level))
    }

    /// The grade of points by the limits; whatever lies below all limits has the lowest grade.
    fn by_limits(&self, cells: &GradeCells<'_>, points: &PointsAs<'_>, has: &Attained) -> String {
        let (names, limits) = &cells.ranges;
        let first = |range: &str| range.split(':').next().unwrap_or_default().to_string();
        let (worst, least) = (first(names), first(limits));
        let total = &points.total;
        if !self.asks_for_groups(cells) {
            return format!("IF({total}<{least},{worst},LOOKUP({total},{limits},{names}))");
        }
        let mut formula = worst;
        for (limit, name, from) in cells.grades.iter().skip(1) {
            let mut conditions = format!("{total}>={from}");
            let minima = limit.minima.get(&self.unit.unit.level);
            for (id, minimum) in minima.into_iter().flatten() {
                let Some(share) = has.groups.get(id).filter(|one| !one.maximum.is_zero()) else {
                    continue;
                };
                let place = self.report().groups.iter().position(|one| one.id == *id);
                let Some(cell) = place.and_then(|place| cells.groups.get(place)) else {
                    continue;
                };
                let (added, needed) = ((points.added)(id), share.needed(*minimum));
                let needed = needed.rounded(EXACT);
                let _ = write!(conditions, ",ROUND(N({cell}){added}-{needed},9)>=0");
            }
            formula = format!("IF(AND({conditions}),{name},{formula})");
        }
        formula
    }

    /// What open criteria can still take away and add, as long as their cells are empty: in the total, where a point may be worth more,
    /// or in a group alone.
    fn open(&self, in_total: bool, only: Option<&GroupId>) -> (String, String) {
        let (mut lowest, mut highest) = (String::new(), String::new());
        let groups = self.groups();
        for (group, columns) in groups.filter(|(group, _)| only.is_none_or(|id| *id == group.id)) {
            let scale = if !in_total || group.outside_total || !self.is_scaled() {
                String::new()
            } else {
                let whole = self.report().total_at(&self.unit.unit.level);
                format!("*{whole}/{}", self.possible().normalize())
            };
            let is_open = CriterionScore::is_open;
            let mut open = self.columns(group, columns, is_open);
            open.retain(|column| {
                let criterion = group.criteria.get(usize::from(column - columns.first));
                let one = criterion.filter(|one| one.one_of.is_some() || one.capped_by.is_some());
                let score = one.and_then(|one| self.unit.score.criteria.get(&one.id));
                if let Some(score) = score {
                    let _ = write!(lowest, "+({}){scale}", score.lowest);
                    let most = score.highest.limit();
                    let most = most.map_or(WITHOUT_LIMIT.to_string(), |most| most.to_string());
                    let _ = write!(highest, "+({most}){scale}");
                }
                score.is_none()
            });
            for column in &open {
                let at = usize::from(column - columns.first);
                let minimum = group.criteria.get(at).map(|criterion| criterion.minimum);
                if let Some(minimum) = minimum.filter(|minimum| !minimum.is_zero()) {
                    let cell = self.elsewhere(*column);
                    let _ = write!(lowest, "+({cell}=\"\")*({minimum}){scale}");
                }
            }
            let is_unlimited = |column: &u16| {
                let criterion = group.criteria.get(usize::from(*column - columns.first));
                let most = criterion.and_then(|one| one.maximum.get(&self.unit.unit.level));
                most.is_some_and(|most| most.is_unlimited())
            };
            let (unlimited, limited): (Vec<u16>, Vec<u16>) =
                open.iter().copied().partition(is_unlimited);
            for column in unlimited {
                let cell = self.elsewhere(column);
                let _ = write!(highest, "+({cell}=\"\")*{WITHOUT_LIMIT}{scale}");
            }
            self.maxima_of_open(&limited, &scale, &mut highest);
        }
        (lowest, highest)
    }

    /// The maxima of open criteria that have a limit, run by run of neighbours.
    fn maxima_of_open(&self, open: &[u16], scale: &str, highest: &mut String) {
        for run in open.chunk_by(|a, b| a.saturating_add(1) == *b) {
            let (Some(first), Some(last)) = (run.first(), run.last()) else {
                continue;
            };
            let cells = format!("{}:{}", self.elsewhere(*first), a1(self.row, *last));
            let prefix = &self.book.detail.prefix;
            let maxima = format!(
                "{prefix}{}:{}",
                row_absolute(self.maxima, *first),
                row_absolute(self.maxima, *last)
            );
            let _ = write!(highest, "+SUMPRODUCT(({cells}=\"\")*{maxima}){scale}");
        }
    }
}
