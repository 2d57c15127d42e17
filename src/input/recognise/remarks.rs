//! Words beside a score or a figure that name another number: `Đề nghị chấm lại: 15 điểm`.
//!
//! In: the lines of a sheet, its comments and text boxes. Out: findings at the words. What counts is the number in the cell of the
//! score: the words may be older than it.

use crate::base::cell::Reading;
use crate::base::finding::{About, Fact, Finding, Place};
use crate::base::guard;
use crate::base::number::{self, Sort};
use crate::base::origin::Origin;
use crate::base::points::Decimal;
use crate::base::rules::doubtful;
use crate::base::text;
use crate::campaign::scheme::Criterion;
use crate::campaign::vocabulary::Column;
use crate::input::recognise::lexicon::{Item, Lexicon};
use crate::input::recognise::reader::SheetExtract;
use crate::input::recognise::sheet::{Line, Sheet, item_of};
use crate::input::recognise::subject::figure_label;
use crate::input::submission::Figure;

/// Words that correct what stands beside them, as [`text::key`] makes them.
const CORRECTIONS: [&str; 19] = [
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
    "điểm đúng",
    "số đúng",
    "chỉ đạt",
    "chỉ còn",
    "giảm còn",
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
        let Some((about, counts, corrected)) = beside(line, lexicon, into) else {
            continue;
        };
        let columns = [Column::Explanation, Column::Evidence, Column::Figure];
        let cells = columns.into_iter().filter_map(|column| line.cell(column));
        let in_cells = cells.map(|cell| (cell.address, cell.value.show()));
        let comments = facts.comment_texts.iter();
        let comments = comments.filter(|(at, _)| at.row == line.row).cloned();
        let boxes = facts.box_texts.iter();
        let boxes = boxes
            .filter(|(over, _)| over.has_row(line.row))
            .map(|(over, text)| (over.first, text.clone()));
        let said = in_cells.chain(comments).chain(boxes);
        let said = said.filter(|(_, text)| corrected(text).is_some_and(|other| other != counts));
        findings.extend(said.map(|(at, text)| {
            let place = Place {
                sheet: Some(sheet.grid.name.clone()),
                cell: Some(at),
                ..Place::default()
            };
            let finding = Finding::new(&doubtful::WORDS_CORRECT, place);
            let finding = finding.about(About::Row(about.clone()));
            finding
                .found(Fact::Text(text))
                .expected(Fact::Number(counts))
        }));
    }
    findings
}

/// A text in which `15đ` and `15điểm` are two words.
fn apart_from_points(text: &str) -> String {
    let apart = |word: &str| {
        let number = word.trim_end_matches([')', '.', ',', ';']);
        let number = number
            .strip_suffix("điểm")
            .or_else(|| number.strip_suffix('đ'));
        let number = number.filter(|number| number.ends_with(|c: char| c.is_ascii_digit()));
        number.map_or_else(|| word.to_string(), |number| format!("{number} điểm"))
    };
    let words: Vec<String> = text.split(' ').map(apart).collect();
    words.join(" ")
}

/// Whether a word is one for points.
fn is_points(word: &str) -> bool {
    ["điểm", "đ"].contains(&text::key(word).as_str())
}

/// The number that a text says should stand in a row instead.
type Corrected<'a> = Box<dyn Fn(&str) -> Option<Decimal> + 'a>;

/// What a row is about, the number that counts there, and what tells another one from a text beside it.
fn beside<'a>(
    line: &Line<'_, '_>,
    lexicon: &Lexicon<'a>,
    into: &SheetExtract,
) -> Option<(String, Decimal, Corrected<'a>)> {
    let is_here = |origin: &Origin| origin.cell().is_some_and(|(_, at)| at.row == line.row);
    match item_of(line, lexicon)? {
        Item::Criterion(criterion) => {
            let mut scores = into.entries.iter().map(|taken| &taken.value);
            let score =
                scores.find(|(id, entry)| *id == criterion.id && is_here(&entry.claimed.origin));
            let Reading::Value(claimed) = score?.1.claimed.value else {
                return None;
            };
            let highest = lexicon.highest_of(&criterion.id);
            let corrected = move |text: &str| corrected(text, criterion, highest);
            Some((criterion.label(), claimed.0, Box::new(corrected)))
        }
        Item::Figure(criterion, figure) => {
            let mut figures = into.figures.iter().map(|taken| &taken.value);
            let found = figures.find(|(id, found)| *id == figure.id && is_here(&found.origin));
            let Reading::Value(Figure::Number(number)) = found?.1.value else {
                return None;
            };
            Some((
                figure_label(criterion, figure),
                number,
                Box::new(corrected_figure),
            ))
        }
        Item::Head(_) => None,
    }
}

/// The number that a text says a figure should be: the last one behind `là`, `thành`, `còn` or a colon, after words that correct. Points
/// are none.
fn corrected_figure(text: &str) -> Option<Decimal> {
    let key = text::key(text);
    if !CORRECTIONS.iter().any(|words| key.contains(words)) {
        return None;
    }
    let spread = apart_from_points(&text::clean(text)).replace([':', '='], " là ");
    let words: Vec<&str> = spread.split(' ').filter(|word| !word.is_empty()).collect();
    let says = |word: &str| ["là", "thành", "còn"].contains(&text::key(word).as_str());
    let pairs = words.windows(2).zip(1..).filter(|(pair, at)| {
        let next = words.get(at + 1);
        pair.first().is_some_and(|word| says(word)) && !next.is_some_and(|word| is_points(word))
    });
    let number = |word: &str| {
        let word = word.trim_matches(['(', ')', ';', '.', ',', '“', '”', '"']);
        let value = crate::base::cell::CellValue::Text(word.to_string());
        number::read(&value, Sort::Amount, "").ok().flatten()
    };
    let numbers = pairs.filter_map(|(pair, _)| number(pair.last()?));
    numbers.map(|number| number.value).last()
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
    let clean = apart_from_points(&text::clean(text));
    let words: Vec<&str> = clean
        .split([' ', ':', '='])
        .filter(|word| !word.is_empty())
        .collect();
    let before_points = words
        .windows(2)
        .filter(|pair| pair.last().is_some_and(|word| is_points(word)));
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
    let speaks_of_points = |word: &str| is_points(word) || text::key(word) == "thành";
    let speaks_of_points = words.iter().any(|word| speaks_of_points(word));
    named.or_else(|| {
        behind
            .filter_map(|pair| read(pair.last()?))
            .next_back()
            .filter(|_| speaks_of_points)
    })
}
