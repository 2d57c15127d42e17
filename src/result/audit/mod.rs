//! The audit of a published result: what in the tables does not add up.
//!
//! In: published tables, the scheme and the registry. Out: an [`Audit`]: every row with its sum, what rounding can explain,
//! its place and grade once wrong totals are corrected, and findings, worst first. Not for: files, and not for units' own
//! workbooks.

mod grades;
mod notation;
mod percentages;
mod ranks;
mod rescaled;
mod totals;
mod units;

use std::cmp::Reverse;
use std::collections::HashSet;

use serde::{Deserialize, Serialize};

pub use crate::result::audit::rescaled::{OwnTotals, Rescaled};

use crate::base::cell::CellAddress;
use crate::base::finding::{About, Finding, Place};
use crate::base::ids::{GroupId, LevelId, UnitId};
use crate::base::points::Points;
use crate::base::rules::{Bearing, Rule, foreign, printed, published as rules};
use crate::input::published::{
    Note, PlacesTold, Published, PublishedRow, PublishedTable, TableBasis, TableContext,
};

/// The version of the audit's form as JSON; counted up when a field changes its meaning or goes away.
pub const FORMAT: u32 = 1;

/// An audited result.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Audit {
    /// [`FORMAT`].
    pub format: u32,
    /// The program and its version.
    pub program: String,
    /// The file's name.
    pub file: String,
    /// The scheme's id and version.
    pub scheme: (String, u32),
    /// The findings in numbers.
    pub verdict: Verdict,
    /// The tables, row by row.
    pub tables: Vec<AuditedTable>,
    /// What does not add up, worst first, then as the tables stand in the file.
    pub findings: Vec<Finding>,
}

/// The findings in numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// Tables found.
    pub tables: usize,
    /// Units with a result.
    pub units: usize,
    /// Totals that could be added up.
    pub totals_checked: usize,
    /// Totals that are not the sum of their columns.
    pub totals_wrong: usize,
    /// Those of them that rounding of the printed columns can explain.
    pub within_rounding: usize,
    /// Units placed right below one with fewer points.
    pub inversions: usize,
    /// Units whose place changes once the wrong totals are corrected.
    pub places_changed: usize,
    /// Units whose grade does not follow from their points.
    pub grades_wrong: usize,
    /// All other findings.
    pub other: usize,
}

/// An audited table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AuditedTable {
    /// The sheet's name.
    pub sheet: String,
    /// The level.
    pub level: Option<LevelId>,
    /// The level's name; empty if it is not known.
    pub level_name: String,
    /// The groups that have a column, by id and name.
    pub groups: Vec<(GroupId, String)>,
    /// Those of them that are outside the maximum of the total, and never scaled up.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub outside: Vec<GroupId>,
    /// What of the scheme and the registry holds for it.
    #[serde(default, skip_serializing_if = "TableBasis::is_scheme")]
    pub basis: TableBasis,
    /// Whether it prints grades that the scheme's limits were held against.
    #[serde(default)]
    pub is_graded: bool,
    /// Where the places of the units are told.
    pub places: PlacesTold,
    /// The rows.
    pub rows: Vec<AuditedRow>,
    /// The notes about units of its level.
    pub notes: Vec<Note>,
}

/// An audited row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AuditedRow {
    /// As printed.
    pub printed: PublishedRow,
    /// The sum of its columns. `None` where a column is missing, blank or unreadable.
    pub sum: Option<Points>,
    /// The printed total less the sum.
    pub difference: Option<Points>,
    /// How the total is scaled up, where not all of its maximum applies to the unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rescaled: Option<Rescaled>,
    /// The most that rounding of the printed numbers can make the two differ.
    pub rounding: Points,
    /// What comes of the comparison.
    pub check: TotalCheck,
    /// What the difference is equal to, where rounding does not explain it.
    pub causes: Vec<Cause>,
    /// The total that counts here: the printed one unless it is wrong, else the sum.
    pub total: Option<Points>,
    /// The place by `total`, from 1; equal totals share it.
    pub place: Option<u32>,
    /// The grade by `total`.
    pub grade: Option<String>,
}

/// What comes of comparing a printed total with the sum of its columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TotalCheck {
    /// The two are equal.
    Right,
    /// They differ by no more than rounding can cause.
    WithinRounding,
    /// They differ by more.
    Wrong,
    /// There is no total, or no sum, to compare.
    Open,
    /// The unit has no result.
    Blank,
}

/// What a difference is equal to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cause {
    /// A column.
    pub group: GroupId,
    /// What must have been done with it.
    pub slip: SumSlip,
}

/// What can be done wrong with a column when a row is added up. Ordered: the likeliest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SumSlip {
    /// It was left out.
    LeftOut,
    /// It was added with the other sign.
    SignTurned,
    /// It was counted twice.
    Twice,
}

impl Audit {
    /// The row that a finding is about, where it is about one.
    pub fn row(&self, finding: &Finding) -> Option<&AuditedRow> {
        let (sheet, cell) = (finding.place.sheet.as_deref()?, finding.place.cell?);
        let tables = self.tables.iter().filter(|table| table.sheet == sheet);
        tables
            .flat_map(|table| &table.rows)
            .find(|row| row.printed.cell.row == cell.row)
    }
}

/// A table while it is judged, with what it is judged by.
#[derive(Clone, Copy)]
struct TableAudit<'a> {
    known: TableContext<'a>,
    file: &'a str,
    table: &'a PublishedTable,
}

impl TableAudit<'_> {
    /// Whether limits and ranges of the scheme hold for the table.
    fn is_of_scheme(&self) -> bool {
        self.table.basis.is_scheme()
    }

    /// Whether a column of points is outside the maximum of the total.
    fn is_outside(&self, id: &GroupId) -> bool {
        let group = self.known.scheme.group(id);
        group.is_some_and(|group| group.outside_total)
    }

    /// The name of a column of points.
    fn name(&self, id: &GroupId) -> String {
        let group = self.known.scheme.group(id);
        group.map_or_else(|| id.0.to_string(), |group| group.name.clone())
    }

    /// A column of points, as findings name it.
    fn about(&self, id: &GroupId) -> About {
        match self.known.scheme.group(id) {
            Some(group) => About::Group(id.clone(), group.name.clone()),
            None => About::Row(id.0.to_string()),
        }
    }

    /// The place of the heading of the totals; of the table where there is none.
    fn of_totals(&self) -> Place {
        let total = self.table.rows.iter().find_map(|row| row.total.as_ref());
        let cell = total.map(|total| CellAddress::new(self.table.header, total.cell.column));
        Place {
            cell,
            ..self.place(None, CellAddress::new(self.table.header, 0))
        }
    }

    /// The place of a cell, of a unit where it is about one.
    fn place(&self, unit: Option<&UnitId>, cell: CellAddress) -> Place {
        Place {
            unit: unit.cloned(),
            file: Some(self.file.to_string()),
            sheet: Some(self.table.sheet.clone()),
            cell: Some(cell),
        }
    }
}

/// What is in doubt about published tables that are compared: numbers that cannot be read or are not what is seen, formulas without
/// a result, all rows but the first of a unit, which column is the total, and whose table it is.
pub fn in_doubt(published: &Published, known: TableContext<'_>, file: &str) -> Vec<Finding> {
    let own = OwnTotals::default();
    let tables = published.tables.iter();
    let of_cells =
        tables.flat_map(|table| notation::check(TableAudit { known, file, table }, &own));
    let of_units = units::check(&published.tables, known, file);
    let of_cells = of_cells
        .chain(of_units.into_iter().map(|(_, finding)| finding))
        .filter(|finding| finding.rule.bearing == Bearing::InDoubt)
        .chain(
            published
                .tables
                .iter()
                .flat_map(|table| notation::looks(TableAudit { known, file, table })),
        )
        .chain(notation::uncalculated(published, file));
    once(of_cells.collect())
}

/// Findings without those about a heading that another table, of another level below the same header, has as well.
fn once(mut findings: Vec<Finding>) -> Vec<Finding> {
    let mut told = HashSet::new();
    findings.retain(|finding| {
        let of_heading = [
            &printed::SEVERAL_TOTALS,
            &printed::COLUMN_BY_POSITION,
            &foreign::TOTAL_CHOSEN,
            &foreign::TOTAL_BY_ORDER,
            &foreign::TOTAL_BY_SUM,
        ];
        let place = &finding.place;
        !of_heading.contains(&finding.rule)
            || told.insert((finding.rule.code, place.sheet.clone(), place.cell))
    });
    findings
}

/// Audits what a file publishes. `file` is its name in findings; `own` is what it says of its totals, where this program wrote it;
/// `of_reader` are findings about what could not be read of it.
pub fn audit(
    published: &Published,
    known: TableContext<'_>,
    file: &str,
    own: &OwnTotals,
    of_reader: Vec<Finding>,
) -> Audit {
    let of_reader = of_reader.into_iter().map(|finding| (0, finding));
    let mut findings: Vec<(usize, Finding)> = of_reader.collect();
    let mut tables = Vec::with_capacity(published.tables.len());
    for (index, table) in published.tables.iter().enumerate() {
        let ground = TableAudit { known, file, table };
        let (mut rows, of_sums) = totals::rows(ground, own);
        ranks::place(&mut rows);
        if ground.is_of_scheme() {
            grades::grade(ground, &mut rows);
        }
        let found = [
            of_sums.into_iter().collect(),
            totals::check(ground, &rows),
            ranks::check(ground, &rows),
            grades::check(ground, &rows),
            notation::check(ground, own),
        ];
        findings.extend(found.into_iter().flatten().map(|finding| (index, finding)));
        tables.push(audited(ground, rows));
    }
    findings.extend(units::check(&published.tables, known, file));
    let of_formulas = notation::uncalculated(published, file);
    findings.extend(of_formulas.into_iter().map(|finding| (0, finding)));
    let of_text = percentages::check(&published.lines, file);
    findings.extend(of_text.into_iter().map(|finding| (usize::MAX, finding)));
    findings.sort_by_key(|(table, finding)| {
        let place = finding.place.cell.map(|cell| (cell.row, cell.column));
        (
            Reverse(finding.severity()),
            *table,
            place,
            finding.rule.code,
        )
    });
    let findings: Vec<Finding> = findings.into_iter().map(|(_, finding)| finding).collect();
    let findings = once(findings);
    Audit {
        format: FORMAT,
        program: concat!("tonghop ", env!("CARGO_PKG_VERSION")).to_string(),
        file: file.to_string(),
        scheme: (known.scheme.id.clone(), known.scheme.version),
        verdict: verdict(&tables, &findings),
        tables,
        findings,
    }
}

fn audited(ground: TableAudit<'_>, rows: Vec<AuditedRow>) -> AuditedTable {
    let table = ground.table;
    let level = table
        .level
        .as_ref()
        .and_then(|id| ground.known.scheme.level(id));
    AuditedTable {
        sheet: table.sheet.clone(),
        level: table.level.clone(),
        level_name: level.map(|level| level.name.clone()).unwrap_or_default(),
        groups: table
            .columns
            .iter()
            .map(|column| (column.group.clone(), ground.name(&column.group)))
            .collect(),
        outside: table
            .columns
            .iter()
            .filter(|column| ground.is_outside(&column.group))
            .map(|column| column.group.clone())
            .collect(),
        is_graded: ground.is_of_scheme()
            && rows.iter().any(|row| row.printed.grade.is_some())
            && !rows.iter().any(|row| grades::is_unseen(ground, row)),
        basis: table.basis,
        places: table.places,
        rows,
        notes: table.notes.clone(),
    }
}

fn verdict(tables: &[AuditedTable], findings: &[Finding]) -> Verdict {
    let of = |wanted: &[&'static Rule]| {
        let those = findings.iter().filter(|one| wanted.contains(&one.rule));
        those.count()
    };
    let rows = || tables.iter().flat_map(|table| &table.rows);
    let is = |check: TotalCheck| rows().filter(|row| row.check == check).count();
    let within_rounding = is(TotalCheck::WithinRounding);
    let totals_wrong = within_rounding + is(TotalCheck::Wrong);
    let inversions = of(&[&rules::PLACED_BELOW_FEWER]);
    let places_changed = of(&[&rules::PLACE_CHANGES]);
    let grades_wrong = of(&[&rules::GRADE_WRONG, &rules::GRADE_ON_WRONG_TOTAL]);
    let is_other = |one: &&Finding| {
        let is_note = one.rule == &printed::COLUMN_BY_POSITION;
        !is_note && one.rule.bearing != Bearing::Counted
    };
    Verdict {
        tables: tables.len(),
        units: rows().filter(|row| row.check != TotalCheck::Blank).count(),
        totals_checked: totals_wrong + is(TotalCheck::Right),
        totals_wrong,
        within_rounding,
        inversions,
        places_changed,
        grades_wrong,
        other: findings.iter().filter(is_other).count(),
    }
}
