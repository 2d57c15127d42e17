//! Where things stand: the names of the sheets, and the rows and columns that other sheets refer to.
//!
//! In: a report. Out: positions, decided before anything is written. Not for: writing.

use std::collections::{BTreeSet, HashMap};

use indexmap::IndexMap;

use crate::base::ids::{CriterionId, UnitId};
use crate::base::lang::Lang;
use crate::output::data_file::{ListFile, ValueList};
use crate::output::points_shown;
use crate::output::quote::QuoteStyle;
use crate::output::words;
use crate::output::xlsx::sheet_limits::SheetLimits;
use crate::output::xlsx::text::{sheet_name, sheet_prefix};
use crate::result::report::{LevelResult, ListedRow, Report, listed};
pub(super) use crate::result::report::{Standing, table_order};

/// The names of the sheets.
pub(super) struct Names {
    pub(super) overview: String,
    pub(super) levels: Vec<String>,
    pub(super) statistics: String,
    pub(super) detail: String,
    pub(super) intake: String,
    pub(super) findings: String,
    pub(super) data: String,
    pub(super) comparison: String,
    pub(super) margins: String,
    pub(super) decided: String,
}

impl Names {
    /// Fixed names first, so that a level never takes one of them.
    fn new(report: &Report, lang: Lang) -> Self {
        let fixed = words::SHEETS.map(|phrase| phrase.get(lang).to_string());
        let mut taken = fixed.to_vec();
        let mut levels = Vec::with_capacity(report.levels.len());
        for level in &report.levels {
            let name = sheet_name(&level.name, &taken);
            taken.push(name.clone());
            levels.push(name);
        }
        let [
            overview,
            statistics,
            detail,
            intake,
            findings,
            data,
            decided,
            comparison,
            margins,
        ] = fixed;
        Names {
            overview,
            levels,
            statistics,
            detail,
            intake,
            findings,
            data,
            comparison,
            margins,
            decided,
        }
    }
}

impl Names {
    /// The sheets behind the levels', in their order.
    pub(super) fn of_all_levels(&self, has_decisions: bool, has_comparison: bool) -> Vec<String> {
        let rest = [
            &self.statistics,
            &self.detail,
            &self.intake,
            &self.findings,
            &self.margins,
        ];
        let decided = has_decisions.then_some(&self.decided);
        let comparison = has_comparison.then_some(&self.comparison);
        let all = rest.into_iter().chain(decided).chain(comparison);
        all.chain([&self.data]).cloned().collect()
    }
}

/// The columns of a criterion group in `Chi tiết`.
pub(super) struct GroupColumns {
    /// The first criterion's.
    pub(super) first: u16,
    /// The last criterion's, or the sum's if the group has none.
    pub(super) last: u16,
    /// The sum's.
    pub(super) sum: u16,
}

/// Where things stand in `Chi tiết`.
pub(super) struct DetailPlan {
    /// The sheet, as formulas write it.
    pub(super) prefix: String,
    /// The row of the groups' names; the criteria's numbers and names stand below.
    pub(super) header: u32,
    /// Columns of each group.
    pub(super) groups: Vec<GroupColumns>,
    /// The total's column.
    pub(super) total: u16,
    /// Whether totals are scaled up for some unit, so that another column holds them.
    pub(super) scaled: bool,
    /// Criteria of which some unit has points that are not whole.
    pub(super) fractions: BTreeSet<CriterionId>,
    /// Rows of the levels' headings, which hold the maxima.
    pub(super) levels: Vec<u32>,
    /// Rows of the units.
    pub(super) units: IndexMap<UnitId, u32>,
}

impl DetailPlan {
    fn new(report: &Report, name: &str) -> Self {
        let header = 4;
        let mut next = 2;
        let mut groups = Vec::with_capacity(report.groups.len());
        for group in &report.groups {
            let sum = next + group.criteria.len() as u16;
            groups.push(GroupColumns {
                first: next,
                last: sum.saturating_sub(1).max(next),
                sum,
            });
            next = sum + 1;
        }
        let mut row = header + 3;
        let mut levels = Vec::with_capacity(report.levels.len());
        let mut units = IndexMap::new();
        for level in &report.levels {
            levels.push(row);
            for unit in table_order(level) {
                row += 1;
                units.insert(unit.id().clone(), row);
            }
            row += 1;
        }
        DetailPlan {
            prefix: sheet_prefix(name),
            header,
            groups,
            total: next,
            fractions: fractions(report),
            scaled: report
                .levels
                .iter()
                .flat_map(|level| &level.rows)
                .any(|row| row.score.raw_total != row.score.total),
            levels,
            units,
        }
    }

    /// The first and the last row of the units of a level, by its position among the levels. `None`: it has none.
    pub(super) fn rows(&self, position: usize, level: &LevelResult) -> Option<(u32, u32)> {
        let maxima = self.levels.get(position)?;
        let count = (level.rows.len() + level.gaps.len()) as u32;
        (count > 0).then(|| (maxima + 1, maxima + count))
    }

    /// The column of the totals that are ranked, the last that people see.
    pub(super) fn ranked(&self) -> u16 {
        self.total + u16::from(self.scaled)
    }

    /// The hidden column of the same totals, from which places and the ends of a level are taken: what is typed over a total
    /// that people see then moves no other unit.
    pub(super) fn judged(&self) -> u16 {
        self.ranked() + 1
    }
}

/// Where things stand on the sheet of a level.
pub(super) struct LevelPlan {
    /// The sheet, as formulas write it.
    pub(super) prefix: String,
    /// The row of the column heads; the maxima stand below it.
    pub(super) header: u32,
    /// The first unit's row.
    pub(super) first: u32,
    /// Units with a result.
    pub(super) results: u32,
    /// Units without one, below them.
    pub(super) gaps: u32,
    /// The first group's column.
    pub(super) groups: u16,
    /// The total's column; grade, rank and remarks follow.
    pub(super) total: u16,
}

impl LevelPlan {
    fn new(report: &Report, level: &LevelResult, name: &str) -> Self {
        let header = 5 + report.campaign.title.len() as u32;
        let groups = 2;
        LevelPlan {
            prefix: sheet_prefix(name),
            header,
            first: header + 2,
            results: level.rows.len() as u32,
            gaps: level.gaps.len() as u32,
            groups,
            total: groups + report.groups.len() as u16,
        }
    }

    /// The grade's column.
    pub(super) fn grade(&self) -> u16 {
        self.total + 1
    }

    /// The rank's column.
    pub(super) fn rank(&self) -> u16 {
        self.total + 2
    }

    /// The remarks' column, the last.
    pub(super) fn remarks(&self) -> u16 {
        self.total + 3
    }

    /// The row of the maxima.
    pub(super) fn maxima(&self) -> u32 {
        self.header + 1
    }

    /// The rows of the units with a result, both included. `None`: there is none.
    pub(super) fn rows(&self) -> Option<(u32, u32)> {
        let last = self.results.checked_sub(1)?;
        Some((self.first, self.first + last))
    }

    /// The row below the table.
    pub(super) fn end(&self) -> u32 {
        self.first + self.results + self.gaps
    }
}

/// Everything that the sheets have to know of each other.
pub(super) struct Book<'r> {
    /// The report.
    pub(super) report: &'r Report,
    /// The language.
    pub(super) lang: Lang,
    /// The names of the units.
    pub(super) unit_names: HashMap<&'r UnitId, &'r str>,
    /// The names of the sheets.
    pub(super) names: Names,
    /// The decimals that points are shown with, at least one.
    pub(super) decimals: u32,
    /// `Chi tiết`.
    pub(super) detail: DetailPlan,
    /// The levels' sheets.
    pub(super) levels: Vec<LevelPlan>,
    /// The rows of `Thống kê`, one for each statistic.
    pub(super) statistics: Vec<u32>,
    /// The rows of the list of all findings.
    pub(super) findings: Vec<ListedRow<'r>>,
    /// How many rows `Dữ liệu` has.
    pub(super) data: usize,
    /// The file that has them, where the sheet only says which.
    pub(super) list: Option<&'r dyn ListFile>,
    /// How much the sheets hold.
    pub(super) limits: SheetLimits,
}

impl<'r> Book<'r> {
    /// Decides where everything stands.
    pub(super) fn new(
        report: &'r Report,
        (list, limits): (ValueList<'r>, SheetLimits),
        lang: Lang,
    ) -> Self {
        let (data, list) = match list {
            ValueList::Sheet(rows) => (rows, None),
            ValueList::File(file) => (1, Some(file)),
        };
        let names = Names::new(report, lang);
        let levels = report
            .levels
            .iter()
            .zip(&names.levels)
            .map(|(level, name)| LevelPlan::new(report, level, name))
            .collect();
        Book {
            report,
            lang,
            decimals: points_shown::decimals(report),
            detail: DetailPlan::new(report, &names.detail),
            statistics: statistic_rows(report),
            findings: listed(report),
            data,
            list,
            limits,
            unit_names: report.unit_names(),
            names,
            levels,
        }
    }

    /// A unit's name, or its code where it has none.
    pub(super) fn name_of<'a>(&'a self, unit: &'a UnitId) -> &'a str {
        self.told().name_of(unit)
    }

    /// How its statistics are told.
    pub(super) fn told(&self) -> QuoteStyle<'_, 'r> {
        QuoteStyle {
            lang: self.lang,
            percent_decimals: self.report.campaign.percent_decimals,
            names: &self.unit_names,
        }
    }
}

fn fractions(report: &Report) -> BTreeSet<CriterionId> {
    let rows = report.levels.iter().flat_map(|level| &level.rows);
    let scores = rows.flat_map(|row| &row.score.criteria);
    let broken = scores.filter(|(_, score)| {
        let counted = score.counted.map(|points| points.0);
        counted.is_some_and(|points| !points.is_integer())
    });
    broken.map(|(id, _)| id.clone()).collect()
}

/// The row of the column heads in `Thống kê`.
pub(super) const STATISTICS_HEADER: u32 = 3;

/// Each section has a heading above its statistics.
fn statistic_rows(report: &Report) -> Vec<u32> {
    let mut next = STATISTICS_HEADER;
    let mut section = None;
    let mut rows = Vec::with_capacity(report.statistics.len());
    for statistic in &report.statistics {
        if section != Some(&statistic.section) {
            section = Some(&statistic.section);
            next += 1;
        }
        next += 1;
        rows.push(next);
    }
    rows
}

/// A level with its place in the book.
pub(super) struct PlacedLevel<'b> {
    /// The book.
    pub(super) book: &'b Book<'b>,
    /// The result.
    pub(super) result: &'b LevelResult,
    /// Where it stands.
    pub(super) plan: &'b LevelPlan,
    /// What is said below its table of the units without a result, a line for each kind.
    pub(super) notes: Vec<String>,
}
