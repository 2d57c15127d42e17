//! Words beside a score that name another number: `Đề nghị chấm lại: 15 điểm`.
//!
//! In: the lines of a sheet, its comments and text boxes. Out: findings at the words. What counts is the number in the cell of the
//! score: the words may be older than it.

use crate::base::cell::{CellAddress, Reading};
use crate::base::finding::{About, Fact, Finding, Place};
use crate::base::guard;
use crate::base::number::{self, Sort};
use crate::base::points::Decimal;
use crate::base::rules::doubtful;
use crate::base::text;
use crate::campaign::scheme::Criterion;
use crate::campaign::vocabulary::Column;
use crate::input::recognise::lexicon::{Item, Lexicon};
use crate::input::recognise::reader::SheetExtract;
use crate::input::recognise::sheet::{Line, Sheet, item_of};

/// Words that correct what stands beside them, as [`text::key`] makes them.
const CORRECTIONS: [&str; 14] = [
    "sửa lại",
    "sửa thành",
    "sửa điểm",
    "chấm lại",
    "tính lại",
    "điều chỉnh",
    "đính chính",
    "đề nghị chấm",
    "đề nghị sửa",
    "đúng là",
    "thực tế là",
    "chốt",
    "ghi nhầm",
    "chấm nhầm",
];

/// Findings about the words beside scores.
pub fn check(
    sheet: &Sheet<'_>,
    lines: &[Line<'_, '_>],
    lexicon: &Lexicon<'_>,
    into: &SheetExtract,
) -> Vec<Finding> {
    let facts = &sheet.grid.facts;
    let mut findings = Vec::new();
    for line in lines.iter().filter(|line| line.has_scores()) {
        guard::check();
        let Some(Item::Criterion(criterion)) = item_of(line, lexicon) else {
            continue;
        };
        let columns = [Column::Explanation, Column::Evidence, Column::Figure];
        let cells = columns.into_iter().filter_map(|column| line.cell(column));
        let in_cells = cells.map(|cell| (cell.address, cell.value.show()));
        let comments = facts.comment_texts.iter();
        let comments = comments.filter(|(at, _)| at.row == line.row).cloned();
        let boxes = facts
            .box_texts
            .iter()
            .filter(|(over, _)| over.has_row(line.row));
        let boxes = boxes.map(|(over, text)| (over.first, text.clone()));
        let score = into.entries.iter().map(|taken| &taken.value);
        let mut score = score.filter(|(id, entry)| {
            let at = entry.claimed.origin.cell();
            *id == criterion.id && at.is_some_and(|(_, at)| at.row == line.row)
        });
        let Some((_, entry)) = score.next() else {
            continue;
        };
        let Reading::Value(claimed) = entry.claimed.value else {
            continue;
        };
        let highest = lexicon.highest_of(&criterion.id);
        let said = in_cells
            .chain(comments)
            .chain(boxes)
            .filter_map(|(at, text)| {
                let other =
                    corrected(&text, criterion, highest).filter(|other| *other != claimed.0)?;
                Some((at, text, other))
            });
        let found: Vec<(CellAddress, String, Decimal)> = said.collect();
        findings.extend(found.into_iter().map(|(at, text, _)| {
            let place = Place {
                sheet: Some(sheet.grid.name.clone()),
                cell: Some(at),
                ..Place::default()
            };
            let finding = Finding::new(&doubtful::WORDS_CORRECT, place);
            let finding = finding.about(About::Row(criterion.label()));
            finding.found(Fact::Text(text)).expected(claimed)
        }));
    }
    findings
}

/// The points that a text says should stand there: the number before `điểm`, or the last one, behind words that correct.
fn corrected(text: &str, criterion: &Criterion, highest: Decimal) -> Option<Decimal> {
    let key = text::key(text);
    let is_correction = CORRECTIONS.iter().any(|words| key.contains(words));
    if !is_correction {
        return None;
    }
    let sort = Sort::Points {
        lowest: criterion.minimum.unwrap_or_default(),
        highest,
    };
    let read = |word: &str| {
        let word = word.trim_matches(['(', ')', ':', ';', '.', ',', '“', '”', '"']);
        let value = crate::base::cell::CellValue::Text(word.to_string());
        let number = number::read(&value, sort, "").ok().flatten()?;
        let Sort::Points { lowest, highest } = sort else {
            return None;
        };
        (lowest..=highest)
            .contains(&number.value)
            .then_some(number.value)
    };
    let clean = text::clean(text);
    let words: Vec<&str> = clean
        .split([' ', ':', '='])
        .filter(|word| !word.is_empty())
        .collect();
    let is_points = |word: &&str| ["điểm", "đ"].contains(&text::key(word).as_str());
    let before_points = words
        .windows(2)
        .filter(|pair| pair.last().is_some_and(is_points));
    let named = before_points
        .filter_map(|pair| read(pair.first()?))
        .next_back();
    // A number of a document or a day is no points, though points are spoken of.
    let of_others = ["số", "ngày", "tháng", "năm", "lần", "điều", "khoản"];
    let is_other = |word: &str| of_others.contains(&text::key(word).as_str());
    let behind = words
        .windows(2)
        .filter(|pair| pair.first().is_some_and(|word| !is_other(word)));
    // "Sửa lại thành 15" speaks of the score that it stands at.
    let speaks_of_points = |word: &&str| is_points(word) || text::key(word) == "thành";
    let speaks_of_points = words.iter().any(speaks_of_points);
    named.or_else(|| {
        behind
            .filter_map(|pair| read(pair.last()?))
            .next_back()
            .filter(|_| speaks_of_points)
    })
}
