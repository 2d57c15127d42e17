//! The rows of `Dữ liệu`.
//!
//! In: the report. Out: every value of every unit in one long list, in the order of levels, registry and scheme. Not for:
//! cells.

use rust_decimal::Decimal;

use crate::cell::Reading;
use crate::ids::{FigureId, UnitId};
use crate::points::Points;
use crate::report::{FigureCell, FigureValue, GroupFacts, LevelResult, Report, Source, UnitRow};
use crate::score::CriterionScore;
use crate::write::xlsx::data::{as_number, cell_of};
use crate::write::xlsx::plan::{Standing, registry_order};

const MAXIMUM: &str = "điểm tối đa";
const RETURN: &str = "bài nộp";
const CLAIMED: &str = "tự chấm";
const COMPUTED: &str = "tính theo số liệu";
const APPRAISED: &str = "thẩm định";
const COUNTED: &str = "được tính";
const GROUP: &str = "điểm nhóm";
const TOTAL: &str = "tổng điểm";
const OWN_TOTAL: &str = "tổng điểm đơn vị ghi";
const RANK: &str = "thứ hạng";
const GRADE: &str = "xếp loại";
const READ: &str = "đọc được";
const EMPTY: &str = "để trống";
const UNREADABLE: &str = "không đọc được";
const OPEN: &str = "còn mở";
const EXEMPT: &str = "miễn";
const FINAL: &str = "đã chốt";
const PROVISIONAL: &str = "tạm tính";

/// The kind of value of a figure.
pub(super) fn figure_kind(figure: &FigureId) -> String {
    format!("số liệu:{figure}")
}

/// One row.
#[derive(Clone, Default)]
pub(super) struct DataRow {
    level: String,
    code: String,
    unit: String,
    group: String,
    criterion: String,
    kind: String,
    /// The value, where it is a number.
    pub(super) value: Option<Decimal>,
    text: String,
    status: &'static str,
    file: String,
    sheet: String,
    cell: String,
}

impl DataRow {
    /// The texts with their columns.
    pub(super) fn texts(&self) -> [(u16, &str); 11] {
        [
            (0, &self.level),
            (1, &self.code),
            (2, &self.unit),
            (3, &self.group),
            (4, &self.criterion),
            (5, &self.kind),
            (7, &self.text),
            (8, self.status),
            (9, &self.file),
            (10, &self.sheet),
            (11, &self.cell),
        ]
    }

    fn of_unit(unit: &UnitId, name: &str) -> Self {
        DataRow {
            level: unit.level.0.clone(),
            code: unit.code.clone(),
            unit: name.to_string(),
            ..DataRow::default()
        }
    }

    fn kind(&self, kind: &str, value: Option<Decimal>, status: &'static str) -> Self {
        DataRow {
            kind: kind.to_string(),
            value,
            status,
            ..self.clone()
        }
    }

    fn at(mut self, source: Option<&Source>) -> Self {
        (self.sheet, self.cell) = cell_of(source);
        if let Some(source) = source {
            self.text.clone_from(&source.text);
        }
        self
    }

    fn text(mut self, text: &str) -> Self {
        self.text = text.to_string();
        self
    }
}

/// All rows of a report.
pub(super) fn rows(report: &Report) -> Vec<DataRow> {
    let mut rows = Vec::new();
    for level in &report.levels {
        maxima(&mut rows, report, level);
        for unit in registry_order(level) {
            match unit {
                Standing::Row(unit) => unit_rows(&mut rows, report, unit),
                Standing::Gap(gap) => {
                    let status = if gap.files.is_empty() {
                        EMPTY
                    } else {
                        UNREADABLE
                    };
                    let mut row = DataRow::of_unit(&gap.unit, &gap.name).kind(RETURN, None, status);
                    row.file = gap.files.join("; ");
                    rows.push(row);
                }
            }
        }
    }
    rows
}

fn maxima(rows: &mut Vec<DataRow>, report: &Report, level: &LevelResult) {
    let base = DataRow {
        level: level.id.0.clone(),
        ..DataRow::default()
    };
    for group in &report.groups {
        let mut row = base.clone();
        row.group.clone_from(&group.id.0);
        if let Some(points) = group.maximum.get(&level.id) {
            rows.push(row.kind(MAXIMUM, Some(points.0), FINAL).text(&group.name));
        }
        for criterion in &group.criteria {
            row.criterion.clone_from(&criterion.id.0);
            if let Some(points) = criterion.maximum.get(&level.id) {
                rows.push(
                    row.kind(MAXIMUM, Some(points.0), FINAL)
                        .text(&criterion.name),
                );
            }
        }
    }
}

fn unit_rows(rows: &mut Vec<DataRow>, report: &Report, unit: &UnitRow) {
    let mut base = DataRow::of_unit(&unit.unit, &unit.name);
    base.file.clone_from(&unit.file);
    let status = if unit.score.open > 0 {
        PROVISIONAL
    } else {
        FINAL
    };
    rows.push(base.kind(RETURN, None, READ));
    rows.push(base.kind(TOTAL, Some(unit.score.total.0), status));
    if let Some(own) = unit.own_total {
        rows.push(base.kind(OWN_TOTAL, Some(own.0), READ));
    }
    rows.push(base.kind(RANK, Some(unit.rank.place.into()), status));
    let grade = unit.grading.grade.as_deref();
    let graded = if grade.is_some() { FINAL } else { OPEN };
    rows.push(
        base.kind(GRADE, None, graded)
            .text(grade.unwrap_or_default()),
    );
    let mut known: Vec<&FigureId> = Vec::new();
    for group in &report.groups {
        group_rows(rows, &base, group, unit);
        for criterion in &group.criteria {
            for figure in &criterion.figures {
                if let Some(cell) = unit.figures.get(&figure.id) {
                    let mut row = base.clone();
                    row.group.clone_from(&group.id.0);
                    row.criterion.clone_from(&criterion.id.0);
                    rows.push(figure_row(&row, &figure.id, cell));
                    known.push(&figure.id);
                }
            }
        }
    }
    for (id, cell) in &unit.figures {
        if !known.contains(&id) {
            rows.push(figure_row(&base, id, cell));
        }
    }
}

fn group_rows(rows: &mut Vec<DataRow>, base: &DataRow, group: &GroupFacts, unit: &UnitRow) {
    let mut row = base.clone();
    row.group.clone_from(&group.id.0);
    if let Some(score) = unit.score.groups.get(&group.id) {
        let sum = (!score.blank).then_some(score.sum.0);
        let status = if score.lowest == score.highest {
            FINAL
        } else {
            PROVISIONAL
        };
        rows.push(row.kind(GROUP, sum, status));
    }
    for criterion in &group.criteria {
        row.criterion.clone_from(&criterion.id.0);
        if let Some(score) = unit.score.criteria.get(&criterion.id) {
            criterion_rows(rows, &row, score, unit.sources.get(&criterion.id));
        }
    }
}

fn criterion_rows(
    rows: &mut Vec<DataRow>,
    row: &DataRow,
    score: &CriterionScore,
    source: Option<&Source>,
) {
    let (claimed, status) = match &score.claimed {
        Reading::Value(points) => (Some(points.0), READ),
        Reading::Empty => (None, EMPTY),
        Reading::Unreadable => (None, UNREADABLE),
    };
    rows.push(row.kind(CLAIMED, claimed, status).at(source));
    let number = |points: Option<Points>| points.map(|points| points.0);
    for (kind, points) in [(COMPUTED, score.computed), (APPRAISED, score.appraised)] {
        if points.is_some() {
            rows.push(row.kind(kind, number(points), FINAL));
        }
    }
    let status = match (score.counted, score.exempt) {
        (_, true) => EXEMPT,
        (Some(_), false) => FINAL,
        (None, false) => OPEN,
    };
    rows.push(row.kind(COUNTED, number(score.counted), status));
}

fn figure_row(row: &DataRow, id: &FigureId, cell: &FigureCell) -> DataRow {
    let value = cell.value.as_ref();
    let status = match value {
        Some(_) => READ,
        None if cell.source.text.trim().is_empty() => EMPTY,
        None => UNREADABLE,
    };
    let filled = row
        .kind(&figure_kind(id), value.and_then(as_number), status)
        .at(Some(&cell.source));
    match value {
        Some(FigureValue::Choice(choice)) => filled.text(choice),
        _ => filled,
    }
}
