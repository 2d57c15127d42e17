//! Every value of a report in one long list: the rows of `Dữ liệu`, from which next year's comparison is made.
//!
//! In: the report. Out: one row per unit, criterion and kind of value, in the order of levels, registry and scheme, then what
//! the values mean: scheme, statistics, predecessors. Not for: cells.

use std::collections::HashSet;
use std::iter;

use rayon::prelude::*;

use crate::base::cell::Reading;
use crate::base::date::Day;
use crate::base::ids::FigureId;
use crate::base::lang::Lang;
use crate::base::origin::Origin;
use crate::base::points::{Decimal, Most, Points};
use crate::campaign::decisions::{DecidedScore, DecidedValue, DecisionKind};
use crate::input::submission::Figure;
use crate::judge::score::{CountedBy, CriterionScore};
use crate::result::report::kind::Kind;
use crate::result::report::row::DataRow;
use crate::result::report::{
    FigureCell, GroupFacts, LevelResult, Report, Standing, UnitGap, UnitRow, ValueSource, facts,
    registry_order,
};

use crate::result::report::row::status::{
    EMPTY, EXEMPT, FINAL, LEFT_OUT, OPEN, PROVISIONAL, READ, UNLIMITED, UNREADABLE,
};

/// What counts by an appraised score that stands in the form, the same in every language and every year.
pub const BY_APPRAISAL: &str = "theo điểm thẩm định ghi trong phiếu";

/// A figure as a number: yes is 1, no is 0.
pub fn as_number(value: &Figure) -> Option<Decimal> {
    match value {
        Figure::Number(number) => Some(*number),
        Figure::Yes(yes) => Some(Decimal::from(u8::from(*yes))),
        Figure::Choice(_) => None,
    }
}

/// A run of rows that is made without the others.
pub enum RowRun<'r> {
    /// The maxima of a level.
    Maxima(&'r LevelResult),
    /// All of a unit.
    Unit(Standing<'r>),
    /// What the values mean. It says how many rows there are, and so comes last.
    Facts,
}

/// The pieces in which the rows come.
pub fn pieces(report: &Report) -> Vec<RowRun<'_>> {
    let of_level = |level| {
        let units = registry_order(level).into_iter().map(RowRun::Unit);
        iter::once(RowRun::Maxima(level)).chain(units)
    };
    let levels = report.levels.iter().flat_map(of_level);
    levels.chain([RowRun::Facts]).collect()
}

/// All rows of a report.
pub fn rows(report: &Report) -> Vec<DataRow<'_>> {
    let mut rows = Vec::new();
    each(report, &mut |row| rows.push(row));
    rows
}

/// How many rows a report has.
pub fn count(report: &Report) -> usize {
    let of_piece = |piece: &RowRun<'_>| {
        let mut count = 0;
        each_of(piece, (report, 0), &mut |_| count += 1);
        count
    };
    pieces(report).par_iter().map(of_piece).sum()
}

/// Where the rows go, one after the other.
struct Rows<'t, 'r> {
    take: &'t mut dyn FnMut(DataRow<'r>),
}

impl<'r> Rows<'_, 'r> {
    fn push(&mut self, row: DataRow<'r>) {
        (self.take)(row);
    }

    fn extend(&mut self, rows: impl IntoIterator<Item = DataRow<'r>>) {
        rows.into_iter().for_each(|row| self.push(row));
    }
}

/// Hands over each row of a report in turn: all of them together take more memory than the report.
pub fn each<'r>(report: &'r Report, take: &mut dyn FnMut(DataRow<'r>)) {
    let mut above = 0;
    for piece in pieces(report) {
        let mut made = 0;
        each_of(&piece, (report, above), &mut |row| {
            made += 1;
            take(row);
        });
        above += made;
    }
}

/// Hands over each row of a piece of a report in turn. `above` is how many rows come before.
pub fn each_of<'r>(
    piece: &RowRun<'r>,
    (report, above): (&'r Report, usize),
    take: &mut dyn FnMut(DataRow<'r>),
) {
    let mut rows = Rows { take };
    match piece {
        RowRun::Maxima(level) => maxima(&mut rows, report, level),
        RowRun::Unit(Standing::Row(unit)) => unit_rows(&mut rows, report, unit),
        RowRun::Unit(Standing::Gap(gap)) => rows.push(gap_row(gap)),
        RowRun::Facts => rows.extend(facts::rows(report, above)),
    }
}

fn gap_row(gap: &UnitGap) -> DataRow<'_> {
    let status = if gap.files.is_empty() {
        EMPTY
    } else {
        UNREADABLE
    };
    let order = Some(Decimal::from(gap.order));
    let mut row = DataRow::of_unit(&gap.unit, &gap.name).kind(Kind::Return, order, status);
    row.file = gap.files.join("; ").into();
    row
}

fn maxima<'r>(rows: &mut Rows<'_, 'r>, report: &'r Report, level: &'r LevelResult) {
    let base = DataRow {
        level: (&*level.id.0).into(),
        ..DataRow::default()
    };
    for group in &report.groups {
        let mut row = base.clone();
        row.group = (&*group.id.0).into();
        if let Some(points) = group.maximum.get(&level.id) {
            rows.push(most(&row, Kind::Maximum, *points).text(&group.name));
        }
        for criterion in &group.criteria {
            row.criterion = (&*criterion.id.0).into();
            if let Some(points) = criterion.maximum.get(&level.id) {
                rows.push(most(&row, Kind::Maximum, *points).text(&criterion.name));
            }
        }
    }
}

/// A maximum: a number, or that there is none.
fn most<'r>(row: &DataRow<'r>, kind: Kind, most: Most) -> DataRow<'r> {
    match most.limit() {
        Some(points) => row.kind(kind, Some(points.0), FINAL),
        None => row.kind(kind, None, UNLIMITED),
    }
}

fn unit_rows<'r>(rows: &mut Rows<'_, 'r>, report: &'r Report, unit: &'r UnitRow) {
    let mut base = DataRow::of_unit(&unit.unit, &unit.name);
    base.file = (&*unit.file).into();
    let status = if unit.score.open > 0 {
        PROVISIONAL
    } else {
        FINAL
    };
    rows.push(base.kind(Kind::Return, Some(unit.order.into()), READ));
    let mut total = base.kind(Kind::Total, Some(unit.score.total.0), status);
    if unit.score.open > 0 {
        // The most that it can come to.
        let highest = unit.score.highest.limit();
        total.text = highest.map_or(UNLIMITED.into(), |highest| highest.0.to_string().into());
    }
    rows.push(total);
    if let Some(own) = unit.own_total {
        let share = unit.own_total_share.as_deref().unwrap_or_default();
        rows.push(base.kind(Kind::OwnTotal, Some(own.0), READ).text(share));
    }
    rows.push(base.kind(Kind::Rank, Some(unit.rank.place.into()), status));
    let grade = unit.grading.grade.as_deref();
    let graded = if grade.is_some() { FINAL } else { OPEN };
    rows.push(
        base.kind(Kind::Grade, None, graded)
            .text(grade.unwrap_or_default()),
    );
    let mut known: HashSet<&FigureId> = HashSet::new();
    for group in &report.groups {
        group_rows(rows, &base, group, unit);
        for criterion in &group.criteria {
            for figure in &criterion.figures {
                if let Some(cell) = unit.figures.get(&figure.id) {
                    let mut row = base.clone();
                    row.group = (&*group.id.0).into();
                    row.criterion = (&*criterion.id.0).into();
                    rows.extend(figure_rows(&row, &figure.id, cell));
                    known.insert(&figure.id);
                }
            }
        }
    }
    for (id, cell) in &unit.figures {
        if !known.contains(id) {
            rows.extend(figure_rows(&base, id, cell));
        }
    }
}

fn group_rows<'r>(
    rows: &mut Rows<'_, 'r>,
    base: &DataRow<'r>,
    group: &'r GroupFacts,
    unit: &'r UnitRow,
) {
    let mut row = base.clone();
    row.group = (&*group.id.0).into();
    if let Some(score) = unit.score.groups.get(&group.id) {
        let sum = (!score.blank).then_some(score.sum.0);
        let status = if score.lowest == score.highest {
            FINAL
        } else {
            PROVISIONAL
        };
        rows.push(row.kind(Kind::Group, sum, status));
    }
    if let Some(applicable) = unit.applicable(group) {
        rows.push(most(&row, Kind::Applicable, applicable));
    }
    for above in &group.above {
        row.criterion = (&*above.id.0).into();
        if let Some(subtotal) = unit.score.subtotals.get(&above.id) {
            let status = if subtotal.lowest == subtotal.highest {
                FINAL
            } else {
                PROVISIONAL
            };
            let sum = row.kind(Kind::Subtotal, Some(subtotal.sum.0), status);
            rows.push(sum.text(&above.name));
        }
    }
    for criterion in &group.criteria {
        row.criterion = (&*criterion.id.0).into();
        if let Some(score) = unit.score.criteria.get(&criterion.id) {
            criterion_rows(rows, &row, score, unit.sources.get(&criterion.id));
        }
    }
}

fn criterion_rows<'r>(
    rows: &mut Rows<'_, 'r>,
    row: &DataRow<'r>,
    score: &'r CriterionScore,
    source: Option<&'r ValueSource>,
) {
    let (claimed, status) = match &score.claimed {
        Reading::Value(points) => (Some(points.0), READ),
        Reading::Empty => (None, EMPTY),
        Reading::Unreadable => (None, UNREADABLE),
    };
    rows.push(row.kind(Kind::Claimed, claimed, status).at(source));
    let number = |points: Option<Points>| points.map(|points| points.0);
    if score.computed.is_some() {
        rows.push(row.kind(Kind::Computed, number(score.computed), FINAL));
    }
    if score.appraised.is_some() {
        let appraised = row.kind(Kind::Appraised, number(score.appraised), FINAL);
        rows.push(appraised.at(source.and_then(|source| source.appraised.as_deref())));
    }
    rows.extend(score.decided.as_deref().map(|one| decided(row, one)));
    let status = match score.counted {
        _ if score.exempt => EXEMPT,
        _ if score.left_out.is_some() => EMPTY,
        Some(_) => FINAL,
        None => OPEN,
    };
    let counted = row.kind(Kind::Counted, number(score.counted), status);
    rows.push(match score.counted_by() {
        CountedBy::Appraised => counted.text(BY_APPRAISAL),
        _ => counted,
    });
    if let Some(text) = source.and_then(|source| source.explanation.as_deref()) {
        rows.push(row.kind(Kind::Explanation, None, READ).text(text));
    }
}

/// What was decided of a score, who did and why, and where that stands.
fn decided<'r>(row: &DataRow<'r>, decided: &'r DecidedScore) -> DataRow<'r> {
    let row = row.kind(Kind::Decided, Some(decided.points.0), FINAL);
    let who = (&*decided.by, decided.on, &*decided.reason);
    by_decision(row, decided.kind, who, &decided.origin)
}

/// A row whose value was decided: who did and why, and where that stands.
fn by_decision<'r>(
    mut row: DataRow<'r>,
    kind: DecisionKind,
    (by, on, reason): (&str, Option<Day>, &str),
    origin: &'r Origin,
) -> DataRow<'r> {
    let day = on.map(|day| day.shown(Lang::Vi)).unwrap_or_default();
    let mut said = vec![kind.name().get(Lang::Vi), by, &day, reason];
    said.retain(|text| !text.is_empty());
    row.text = said.join("; ").into();
    if let Origin::Book(at) = origin {
        row.file = (&*at.document).into();
        row.sheet = (&*at.sheet).into();
        row.cell = at.cell.to_string().into();
    }
    row
}

/// A figure; where one was decided, that, and beside it what the form has.
fn figure_rows<'r>(row: &DataRow<'r>, id: &FigureId, cell: &'r FigureCell) -> Vec<DataRow<'r>> {
    let Some(decided) = cell.decided.as_deref() else {
        return vec![figure_row(row, id, cell)];
    };
    let status = if decided.value.is_some() {
        READ
    } else {
        LEFT_OUT
    };
    let number = decided.value.as_ref().and_then(DecidedValue::number);
    let counts = row.kind(Kind::Figure(id.to_string()), number, status);
    let who = (&*decided.by, decided.on, &*decided.reason);
    let mut counts = by_decision(counts, decided.kind, who, &decided.origin);
    if let Some(DecidedValue::Chosen { option }) = &decided.value {
        // A comparison takes the text as the option: who decided is told by the row that is named.
        counts.text = (&**option).into();
    }
    let text = &cell.source.text;
    let number = text.trim().parse().ok();
    let status = if text.trim().is_empty() { EMPTY } else { READ };
    let in_form = row.kind(Kind::FigureInForm(id.to_string()), number, status);
    vec![counts, in_form.at(Some(&cell.source))]
}

fn figure_row<'r>(row: &DataRow<'r>, id: &FigureId, cell: &'r FigureCell) -> DataRow<'r> {
    let value = cell.value.as_ref();
    let status = match value {
        Some(_) => READ,
        None if cell.source.text.trim().is_empty() => EMPTY,
        None => UNREADABLE,
    };
    let filled = row
        .kind(
            Kind::Figure(id.to_string()),
            value.and_then(as_number),
            status,
        )
        .at(Some(&cell.source));
    match value {
        Some(Figure::Choice(choice)) => filled.text(choice),
        _ => filled,
    }
}

/// How many rows there should be, where the rows say so.
pub fn row_count(rows: &[DataRow<'_>]) -> Option<usize> {
    let row = rows.iter().find(|row| row.kind == Kind::Rows)?;
    usize::try_from(row.value?.to_i64()?).ok()
}
