//! Formulas that stay true when somebody edits the workbook by hand.
//!
//! In: where a unit's scores stand, and what the run knew of them. Out: sums, totals, grades and places as formulas; what is
//! cleared, typed as text or out of its limits gives no number instead of a wrong one. Not for: cells and formats.

mod caps;
mod grading;

use std::fmt::Write;

use crate::base::points::Decimal;

use crate::base::points::{Points, round_half_away};
use crate::judge::score::CriterionScore;
use crate::output::xlsx::plan::{Book, GroupColumns};
use crate::output::xlsx::text::{a1, absolute, cells_of_row, row_absolute};
use crate::result::report::{CriterionFacts, GroupFacts, LevelResult, Report, UnitRow};

pub(super) use crate::output::points_shown::{says_nothing, shown};
pub(super) use crate::output::xlsx::live::grading::GradeCells;

/// Decimals that formulas keep: enough for every total, too few for the noise of binary sums.
pub(super) const EXACT: u32 = 10;
/// What stands for the sum of a group with a cell that cannot count.
pub(super) const WRONG: &str = "?";

/// A unit's row in `Chi tiết`, and its level's maxima there.
#[derive(Clone, Copy)]
pub(super) struct UnitCells<'b> {
    book: &'b Book<'b>,
    unit: &'b UnitRow,
    row: u32,
    maxima: u32,
    units: (u32, u32),
}

impl<'b> UnitCells<'b> {
    /// Where a unit of a level stands. `None`: nowhere.
    pub(super) fn new(book: &'b Book<'b>, level: &LevelResult, unit: &'b UnitRow) -> Option<Self> {
        let row = book.detail.units.get(&unit.unit).copied()?;
        let position = book
            .report
            .levels
            .iter()
            .position(|one| one.id == level.id)?;
        let maxima = book.detail.levels.get(position).copied()?;
        Some(UnitCells {
            book,
            unit,
            row,
            maxima,
            units: book.detail.rows(position, level)?,
        })
    }

    fn report(&self) -> &'b Report {
        self.book.report
    }

    fn groups(&self) -> impl Iterator<Item = (&'b GroupFacts, &'b GroupColumns)> {
        self.report().groups.iter().zip(&self.book.detail.groups)
    }

    /// Columns of a group's criteria of which something holds.
    fn columns(
        &self,
        group: &GroupFacts,
        columns: &GroupColumns,
        holds: impl Fn(&CriterionScore) -> bool,
    ) -> Vec<u16> {
        let score = |id| self.unit.score.criteria.get(id);
        (columns.first..)
            .zip(&group.criteria)
            .filter(|(_, criterion)| score(&criterion.id).is_some_and(&holds))
            .map(|(column, _)| column)
            .collect()
    }

    /// The sum of a group: every cell that counted at the time of the run must hold a number within its limits, every
    /// other one a number or what it held; else [`WRONG`]. Empty where nothing stands.
    pub(super) fn group_sum(&self, group: &GroupFacts, columns: &GroupColumns) -> Option<String> {
        let count = group.criteria.len();
        if count == 0 {
            return None;
        }
        let (first, last) = (columns.first, columns.last);
        let range = format!("{}:{}", a1(self.row, first), a1(self.row, last));
        let maxima = format!(
            "{}:{}",
            row_absolute(self.maxima, first),
            row_absolute(self.maxima, last)
        );
        let valid = format!(
            "SUMPRODUCT(ISNUMBER({range})*({range}>={})*({range}<={maxima}))",
            minima(group)
        );
        let sum = format!("ROUND(SUM({range}),{EXACT})");
        let sum = match self.as_chosen(group, columns) {
            Some(chosen) => format!("IF({chosen},{sum},\"{WRONG}\")"),
            None => sum,
        };
        let needed = self.columns(group, columns, |score| shown(score).is_some());
        if needed.len() == count {
            return Some(format!("IF({valid}={count},{sum},\"{WRONG}\")"));
        }
        let exempt = |score: &CriterionScore| score.exempt && shown(score).is_none();
        let exempt = self.columns(group, columns, exempt).len();
        let mut conditions = format!("{valid}+{exempt}=COUNTA({range})");
        if !needed.is_empty() {
            let cells = cells_of_row(self.row, &needed);
            conditions = format!("AND(COUNT({cells})={},{conditions})", needed.len());
        }
        Some(format!(
            "IF({conditions},IF(COUNT({range})=0,\"\",{sum}),\"{WRONG}\")"
        ))
    }

    /// That the criteria of which one counts, or not all points of which count, are as they were when that was settled: adding up does
    /// not settle it. Those that count in full below a cap must not come to more.
    fn as_chosen(&self, group: &GroupFacts, columns: &GroupColumns) -> Option<String> {
        let caps = self.caps(group);
        let is_fixed = |criterion: &CriterionFacts| {
            let score = self.unit.score.criteria.get(&criterion.id);
            // With a number in a blank that a mean leaves out the others would count less.
            let is_left_out = score.is_some_and(|score| score.left_out.is_some());
            let below = caps
                .iter()
                .any(|cap| cap.is_fixed && cap.holds(&criterion.id));
            criterion.one_of.is_some() || below || is_left_out
        };
        let same = (columns.first..).zip(&group.criteria);
        let same = same.filter(|(_, criterion)| is_fixed(criterion));
        let same = same.filter_map(|(column, criterion)| {
            let score = self.unit.score.criteria.get(&criterion.id)?;
            let cell = a1(self.row, column);
            Some(match shown(score) {
                Some(points) => {
                    format!("ABS(N({cell})-({}))<0.000001", points.rounded(EXACT))
                }
                None if score.exempt => format!("ISTEXT({cell})"),
                None => format!("{cell}=\"\""),
            })
        });
        let within = caps.iter().filter(|cap| !cap.is_fixed).map(|cap| {
            let below = (columns.first..).zip(&group.criteria);
            let below = below.filter(|(_, criterion)| cap.holds(&criterion.id));
            let below: Vec<u16> = below.map(|(column, _)| column).collect();
            let cells = cells_of_row(self.row, &below);
            format!("ROUND(SUM({cells}),9)<={}", cap.most.rounded(EXACT))
        });
        let all: Vec<String> = same.chain(within).collect();
        (!all.is_empty()).then(|| format!("AND({})", all.join(",")))
    }

    /// The sum of the groups, of none but the criteria's own points.
    pub(super) fn raw_total(&self) -> String {
        let (mut said, mut sums, mut criteria) = (Vec::new(), Vec::new(), Vec::new());
        let mut conditions = String::new();
        for (group, columns) in self.groups() {
            sums.push(columns.sum);
            if group.criteria.is_empty() {
                continue;
            }
            criteria.extend(columns.first..=columns.last);
            if says_nothing(group, self.unit) {
                let _ = write!(conditions, "{}<>\"{WRONG}\",", a1(self.row, columns.sum));
            } else {
                said.push(columns.sum);
            }
        }
        let sum = cells_of_row(self.row, &sums);
        if !said.is_empty() {
            let count = said.len();
            let _ = write!(
                conditions,
                "COUNT({})={count},",
                cells_of_row(self.row, &said)
            );
        }
        let own = cells_of_row(self.row, &criteria);
        if own.is_empty() {
            return format!("ROUND(SUM({sum}),{EXACT})");
        }
        format!(
            "IF(AND({conditions}ABS(SUM({sum})-SUM({own}))<0.000001),ROUND(SUM({sum}),{EXACT}),\"\")"
        )
    }

    /// Whether the total is the sum scaled up, or otherwise more than the sum.
    pub(super) fn is_scaled(&self) -> bool {
        self.unit.score.raw_total != self.unit.score.total
    }

    /// The total that is ranked: the sum, or the sum scaled up to the whole maximum where the unit is exempt from criteria;
    /// bonus and penalty are never scaled. Where neither gives the report's total, it stands as long as the sum does.
    pub(super) fn ranked_total(&self) -> String {
        self.ranked_of(a1(self.row, self.book.detail.total))
    }

    /// The same from the points alone, whatever stands in the cells of the totals.
    pub(super) fn judged_total(&self) -> String {
        self.ranked_of(self.raw_total())
    }

    fn ranked_of(&self, raw: String) -> String {
        if !self.is_scaled() {
            return raw;
        }
        match self.scaled() {
            Some(scaled) => format!("IF({raw}=\"\",\"\",{scaled})"),
            None => format!(
                "IF({raw}={},{},\"\")",
                self.unit.score.raw_total.rounded(EXACT),
                self.unit.score.total.rounded(EXACT)
            ),
        }
    }

    fn scaled(&self) -> Option<String> {
        let campaign = &self.report().campaign;
        let score = &self.unit.score;
        let sums = |outside: bool| -> Points {
            self.groups()
                .filter(|(group, _)| group.outside_total == outside)
                .filter_map(|(group, _)| score.groups.get(&group.id))
                .map(|score| score.sum)
                .sum()
        };
        let scaled = sums(false)
            .checked_mul(self.report().total_at(&self.unit.unit.level).0)?
            .0
            .checked_div(self.possible())?;
        let exact = (Points(scaled) + sums(true)).0;
        let decimals = [EXACT, campaign.points_decimals]
            .into_iter()
            .find(|&decimals| {
                round_half_away(exact, decimals) == round_half_away(score.total.0, EXACT)
            })?;
        let cells = |outside: bool| -> String {
            let groups = self.groups();
            let chosen = groups.filter(|(group, _)| group.outside_total == outside);
            let columns: Vec<u16> = chosen.map(|(_, columns)| columns.sum).collect();
            cells_of_row(self.row, &columns)
        };
        let whole = row_absolute(self.maxima, self.book.detail.total);
        let possible = self.possible().normalize();
        let scaled = format!("SUM({})*{whole}/{possible}", cells(false));
        let rest = cells(true);
        let rest = if rest.is_empty() {
            rest
        } else {
            format!("+SUM({rest})")
        };
        Some(format!("ROUND({scaled}{rest},{decimals})"))
    }

    /// The points that the unit can reach in the groups inside the total.
    fn possible(&self) -> Decimal {
        let inside = self.groups().filter(|(group, _)| !group.outside_total);
        let maxima = inside.filter_map(|(group, _)| self.unit.score.groups.get(&group.id));
        let limits = maxima.filter_map(|score| score.maximum.limit());
        limits.sum::<Points>().0
    }

    /// A cell of the unit's row in `Chi tiết`, from another sheet.
    pub(super) fn elsewhere(&self, column: u16) -> String {
        format!("{}{}", self.book.detail.prefix, a1(self.row, column))
    }

    /// The total on the level's sheet: nothing unless the groups there still are those of `Chi tiết`.
    pub(super) fn total(&self, row: u32, groups: &[u16]) -> String {
        let sum = format!("ROUND(SUM({}),{EXACT})", cells_of_row(row, groups));
        let ranked = self.elsewhere(self.book.detail.ranked());
        let total = if self.is_scaled() { &ranked } else { &sum };
        let raw = self.elsewhere(self.book.detail.total);
        format!("IF({sum}={raw},{total},\"\")")
    }

    /// The place among the totals of `Chi tiết`; nothing where the level's sheet shows another total.
    pub(super) fn place(&self, total: &str) -> String {
        let shown = self.elsewhere(self.book.detail.ranked());
        let column = self.book.detail.judged();
        let (own, prefix) = (self.elsewhere(column), &self.book.detail.prefix);
        let (first, last) = self.units;
        format!(
            "IF({total}={shown},IFERROR(RANK({own},{prefix}{}:{}),\"\"),\"\")",
            absolute(first, column),
            absolute(last, column)
        )
    }
}

/// The fewest points of a group's criteria: one number where they are equal, else an array.
fn minima(group: &GroupFacts) -> String {
    let all: Vec<Points> = group.criteria.iter().map(|one| one.minimum).collect();
    match all.split_first() {
        Some((first, rest)) if rest.iter().all(|other| other == first) => first.to_string(),
        _ => {
            let list: Vec<String> = all.iter().map(Points::to_string).collect();
            format!("{{{}}}", list.join(","))
        }
    }
}
