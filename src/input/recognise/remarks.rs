//! Words beside a score or a figure that name another number: `Đề nghị chấm lại: 15 điểm`.
//!
//! In: the lines of a sheet, its texts, comments and text boxes. Out: findings at the words. What counts is the number in the cell of
//! the score: the words may be older than it. Words speak of the row that they stand in, or of the criterion that they name.

use crate::base::cell::{CellAddress, CellRange, CellValue, Reading};
use crate::base::finding::{About, Fact, Finding, Place};
use crate::base::guard;
use crate::base::number::{self, Sort};
use crate::base::points::Decimal;
use crate::base::rules::doubtful;
use crate::base::text;
use crate::campaign::scheme::Criterion;
use crate::campaign::vocabulary::Column;
use crate::input::recognise::correction;
use crate::input::recognise::lexicon::Item;
use crate::input::recognise::mentions;
use crate::input::recognise::merge::Extract;
use crate::input::recognise::reader::SheetExtract;
use crate::input::recognise::recall::Recall;
use crate::input::recognise::sheet::{Line, Sheet, item_of};
use crate::input::recognise::subject::figure_label;
use crate::input::submission::{Entry, Figure};

/// Where words stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    /// They are the text of a cell.
    Cell,
    /// They are a comment to one.
    Comment,
    /// They lie over cells.
    TextBox,
}

/// Words that correct something, and the cells that they stand in or lie over.
struct Remark {
    over: CellRange,
    stands: Stands,
    text: String,
}

/// Findings about the words beside scores, and about numbers that lie over them.
pub fn check(
    sheet: &Sheet<'_>,
    lines: &[Line<'_, '_>],
    recall: &Recall<'_>,
    into: &SheetExtract,
) -> Vec<Finding> {
    let mut findings = numbers_over(sheet, lines, recall, into);
    for remark in remarks(sheet, recall) {
        guard::check();
        let named = mentions::named(&remark.text, recall.lexicon);
        // Words that name a criterion speak of it (`naming`), or of its figures where they stand in the row of one. Those in the row
        // of another criterion may cite it, and speak of that row; a box lies anywhere.
        let speaks_of = |line: &Line<'_, '_>| match item_of(line, recall.lexicon) {
            Some(Item::Figure(of, _)) if !named.is_empty() => {
                named.iter().any(|(criterion, _)| criterion.id == of.id)
            }
            Some(Item::Criterion(of)) if remark.stands != Stands::TextBox => {
                named.iter().all(|(criterion, _)| criterion.id != of.id)
            }
            _ => named.is_empty(),
        };
        let words = mentions::without(&remark.text, recall.lexicon);
        let here = lines.iter().filter(|line| line.has_scores());
        let here = here.filter(|line| is_beside(line, &remark) && speaks_of(line));
        let scored = here.filter_map(|line| Corrigible::of(line, recall, into));
        findings.extend(scored.filter_map(|one| one.finding(sheet, &remark, &words)));
    }
    findings
}

/// Findings about words that name a criterion: wherever they stand, they speak of the score that counts.
pub fn naming(sheets: &[Sheet<'_>], recall: &Recall<'_>, extract: &Extract) -> Vec<Finding> {
    let mut findings = Vec::new();
    for sheet in sheets {
        for remark in remarks(sheet, recall) {
            guard::check();
            for (criterion, words) in mentions::named(&remark.text, recall.lexicon) {
                let entry = extract.entries.get(&criterion.id);
                let scored = entry.and_then(|one| Corrigible::of_entry(criterion, one, recall));
                let told = scored.and_then(|one| one.finding(sheet, &remark, &words));
                findings.extend(told);
            }
        }
    }
    findings
}

/// All words of a sheet that correct something: in cells, comments and text boxes.
fn remarks(sheet: &Sheet<'_>, recall: &Recall<'_>) -> Vec<Remark> {
    let facts = &sheet.grid.facts;
    let one = |at: CellAddress| CellRange {
        first: at,
        last: at,
    };
    let cells = sheet.grid.cells().iter().zip(sheet.texts);
    let cells = cells.filter_map(|(cell, text)| {
        let text = text.filter(|text| recall.corrects(text))?;
        Some((one(cell.address), Stands::Cell, text.raw()))
    });
    let comments = facts.comment_texts.iter();
    let comments = comments.map(|(at, text)| (one(*at), Stands::Comment, text.as_str()));
    let boxes = facts.box_texts.iter();
    let boxes = boxes.map(|(over, text)| (*over, Stands::TextBox, text.as_str()));
    let facts = comments.chain(boxes);
    let facts = facts.filter(|(_, _, text)| correction::is_one(&text::key(text)));
    let all = cells.chain(facts);
    all.map(|(over, stands, text)| Remark {
        over,
        stands,
        text: text.to_string(),
    })
    .collect()
}

/// Whether words stand or lie in the row of a line, and are not its own labels.
fn is_beside(line: &Line<'_, '_>, remark: &Remark) -> bool {
    let over = remark.over;
    let labels = [Column::Code, Column::Criterion].map(|column| line.table.columns.get(column));
    let is_label = remark.stands == Stands::Cell && labels.contains(&Some(over.first.column));
    !is_label && (over.has_row(line.row) || line.also.is_some_and(|row| over.has_row(row)))
}

/// Text boxes that hold nothing but a number and lie over one that counts: whoever looks at the sheet sees theirs.
fn numbers_over(
    sheet: &Sheet<'_>,
    lines: &[Line<'_, '_>],
    recall: &Recall<'_>,
    into: &SheetExtract,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (over, text) in &sheet.grid.facts.box_texts {
        let value = CellValue::Text(text.clone());
        let Some(number) = number::read(&value, Sort::Amount, "").ok().flatten() else {
            continue;
        };
        for line in lines.iter().filter(|line| line.has_scores()) {
            let hidden = Corrigible::of(line, recall, into);
            let hidden = hidden.filter(|one| over.contains(one.cell));
            let hidden = hidden.filter(|one| !one.says(number.value));
            findings.extend(hidden.map(|one| one.told(sheet, over.first, text)));
        }
    }
    findings
}

/// A number that counts, and that words may correct.
struct Corrigible<'a> {
    about: String,
    cell: CellAddress,
    counts: Decimal,
    /// What was appraised instead.
    appraised: Option<Decimal>,
    /// The criterion with its highest points; none for a figure.
    of: Option<(&'a Criterion, Decimal)>,
}

impl<'a> Corrigible<'a> {
    /// The number of a line.
    fn of(line: &Line<'_, '_>, recall: &Recall<'a>, into: &SheetExtract) -> Option<Self> {
        match item_of(line, recall.lexicon)? {
            Item::Criterion(criterion) => {
                let mut scores = into.entries.iter().map(|taken| &taken.value);
                let (_, entry) = scores.find(|(id, entry)| {
                    let at = entry.claimed.origin.cell();
                    *id == criterion.id && at.is_some_and(|(_, at)| at.row == line.row)
                })?;
                Corrigible::of_entry(criterion, entry, recall)
            }
            Item::Figure(criterion, figure) => {
                let mut figures = into.figures.iter().map(|taken| &taken.value);
                let found = figures.find_map(|(id, found)| {
                    let (_, cell) = found.origin.cell()?;
                    (*id == figure.id && cell.row == line.row).then_some((found, cell))
                });
                let (found, cell) = found?;
                let Reading::Value(Figure::Number(counts)) = found.value else {
                    return None;
                };
                Some(Corrigible {
                    about: figure_label(criterion, figure),
                    cell,
                    counts,
                    appraised: None,
                    of: None,
                })
            }
            Item::Head(_) => None,
        }
    }

    /// The score of a criterion.
    fn of_entry(criterion: &'a Criterion, entry: &Entry, recall: &Recall<'_>) -> Option<Self> {
        let (_, cell) = entry.claimed.origin.cell()?;
        let appraised = entry.appraised.as_ref();
        Some(Corrigible {
            about: criterion.label(),
            cell,
            counts: entry.claimed.value.value()?.0,
            appraised: appraised.and_then(|found| Some(found.value.value()?.0)),
            of: Some((criterion, recall.lexicon.highest_of(&criterion.id))),
        })
    }

    /// Whether this is the number that counts, or the one that was appraised.
    fn says(&self, number: Decimal) -> bool {
        number == self.counts || Some(number) == self.appraised
    }

    /// That words name another number.
    fn finding(&self, sheet: &Sheet<'_>, remark: &Remark, words: &str) -> Option<Finding> {
        let corrected = match self.of {
            Some((criterion, highest)) => correction::points(words, criterion, highest),
            None => correction::figure(words),
        };
        let is_other = match corrected {
            Some(number) => !self.says(number),
            None if self.counts.is_zero() => self.of.is_some() && correction::adds(words),
            None => correction::takes_back(words),
        };
        is_other.then(|| self.told(sheet, remark.over.first, &remark.text))
    }

    fn told(&self, sheet: &Sheet<'_>, at: CellAddress, text: &str) -> Finding {
        let place = Place {
            sheet: Some(sheet.grid.name.clone()),
            cell: Some(at),
            ..Place::default()
        };
        let finding = Finding::new(&doubtful::WORDS_CORRECT, place);
        let finding = finding.about(About::Row(self.about.clone()));
        finding
            .found(Fact::Text(text.to_string()))
            .expected(Fact::Number(self.counts))
    }
}
