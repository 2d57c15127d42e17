//! The result of a level in the columns of the decision, and the notes below it.
//!
//! In: a level of a report. Out: blocks. What is open shows its bounds, never a bare number. Not for: how wide columns are.

use crate::base::lang::Lang;
use crate::base::points::{Most, Points};
use crate::output::annex::content::{AnnexBlock, AnnexTable};
use crate::output::annex::said_of::lower_first;
use crate::output::caveats;
use crate::output::points_shown::says_nothing;
use crate::output::words;
use crate::result::report::{GroupFacts, LevelResult, Report, UnitRow, notes};

/// The mark of a unit that has a note of its own below the table.
const MARK: &str = " **";
/// The mark of a unit without a result, which a note below the table tells of.
const NO_RESULT: &str = " *";
/// Decimals of points, as remarks in the workbook have them.
const DECIMALS: u32 = 3;

/// The part of a level, with its number.
pub(super) fn level(number: usize, level: &LevelResult, report: &Report) -> Vec<AnnexBlock> {
    let kind = if report.grades.is_empty() {
        "xếp hạng"
    } else {
        "xếp loại"
    };
    let heading = format!(
        "{number}. Kết quả {kind} {} ({})",
        lower_first(&level.name),
        level.units
    );
    let mut blocks = vec![AnnexBlock::Heading(heading)];
    if level.rows.is_empty() && level.gaps.is_empty() {
        let none = "cấp này không có đơn vị nào trong danh sách";
        blocks.push(AnnexBlock::AuthorNote(none.to_string()));
        return blocks;
    }
    let remarks = level.rows.iter();
    let remarks = remarks.map(|row| caveats::of_result(row, report, Lang::Vi));
    let remarks: Vec<String> = remarks.collect();
    blocks.push(AnnexBlock::Table(table(level, &remarks, report)));
    let notes = notes(level, Lang::Vi).into_iter();
    blocks.extend(notes.map(AnnexBlock::TableNote));
    for (row, remark) in level.rows.iter().zip(&remarks) {
        if !remark.is_empty() {
            let note = format!("** {}: {remark}", row.name);
            blocks.push(AnnexBlock::TableNote(note));
        }
    }
    blocks
}

/// The table; `remarks`: what has to be said of each unit below it.
fn table(level: &LevelResult, remarks: &[String], report: &Report) -> AnnexTable {
    let lang = Lang::Vi;
    let mut heads = vec![words::NUMBER.get(lang).to_string()];
    heads.push(words::UNIT_NAME.get(lang).to_string());
    heads.extend(report.groups.iter().map(|group| group.name.clone()));
    heads.push(words::TOTAL.get(lang).to_string());
    let last = if report.grades.is_empty() {
        words::RANK
    } else {
        words::GRADE
    };
    heads.push(last.get(lang).to_string());
    let mut rows: Vec<Vec<String>> = Vec::new();
    for (row, remark) in level.rows.iter().zip(remarks) {
        let mark = if remark.is_empty() { "" } else { MARK };
        rows.push(unit(rows.len() + 1, (row, mark), report));
    }
    for gap in &level.gaps {
        let mut cells = vec![
            (rows.len() + 1).to_string(),
            format!("{}{NO_RESULT}", gap.name),
        ];
        cells.resize(heads.len(), String::new());
        rows.push(cells);
    }
    AnnexTable { heads, rows }
}

fn unit(number: usize, (row, mark): (&UnitRow, &str), report: &Report) -> Vec<String> {
    let mut cells = vec![number.to_string(), format!("{}{mark}", row.name)];
    cells.extend(report.groups.iter().map(|one| group(one, row)));
    let score = &row.score;
    cells.push(if score.open > 0 {
        bounds(score.lowest, score.highest)
    } else {
        points(score.total)
    });
    cells.push(if report.grades.is_empty() {
        place(row)
    } else {
        grade(row)
    });
    cells
}

/// The points of a group; with their bounds while something in it is open, nothing where nothing in it counts yet.
fn group(group: &GroupFacts, row: &UnitRow) -> String {
    let Some(score) = row.score.groups.get(&group.id) else {
        return String::new();
    };
    if says_nothing(group, row) {
        String::new()
    } else if score.highest == Most::Points(score.lowest) {
        points(score.sum)
    } else {
        bounds(score.lowest, score.highest)
    }
}

fn grade(row: &UnitRow) -> String {
    let grading = &row.grading;
    match &grading.grade {
        Some(grade) if row.score.open == 0 || grading.best == grading.worst => grade.clone(),
        Some(_) => format!("{} – {}", grading.worst, grading.best),
        None => words::UNGRADED.get(Lang::Vi).to_string(),
    }
}

fn place(row: &UnitRow) -> String {
    let rank = &row.rank;
    if row.score.open > 0 && rank.best != rank.worst {
        format!("{}–{}", rank.best, rank.worst)
    } else {
        rank.place.to_string()
    }
}

fn points(points: Points) -> String {
    let number = Lang::Vi.number(points.rounded(DECIMALS).0);
    match number.strip_prefix('-') {
        // A minus that no line ends after.
        Some(rest) => format!("\u{2212}{rest}"),
        None => number,
    }
}

fn bounds(lowest: Points, highest: Most) -> String {
    match highest.limit() {
        Some(highest) if highest == lowest => points(lowest),
        Some(highest) => format!("{} – {}", points(lowest), points(highest)),
        None => format!("từ {} trở lên", points(lowest)),
    }
}
