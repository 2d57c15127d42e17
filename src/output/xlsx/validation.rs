//! What Excel refuses and what it marks when somebody types into the workbook.
//!
//! In: where points are typed, and where they are computed. Out: data validation and marks. Not for: the formulas, which give
//! no number for what gets past this.

use rust_xlsxwriter::{
    ConditionalFormatFormula, DataValidation, DataValidationRule, Formula, XlsxError,
};

use crate::base::ids::LevelId;
use crate::base::points::Points;
use crate::output::edit_words;
use crate::output::words;
use crate::output::xlsx::live::WRONG;
use crate::output::xlsx::page::{SheetPage, WriteResult};
use crate::output::xlsx::plan::Book;
use crate::output::xlsx::styles;
use crate::output::xlsx::text::{a1, column_absolute, literal, row_absolute};

/// What refuses everything typed into a computed cell.
pub(super) fn computed(book: &Book) -> Result<DataValidation, XlsxError> {
    let text = edit_words::COMPUTED.fill(book.lang, &[&book.names.detail]);
    DataValidation::new()
        .allow_custom(Formula::new("FALSE"))
        .set_error_title(edit_words::COMPUTED_TITLE.get(book.lang))?
        .set_error_message(text)
}

/// Marks what says that something is wrong: the sign for a group, or a total that is empty.
pub(super) fn mark(
    page: &mut SheetPage,
    (top, left): (u32, u16),
    (bottom, right): (u32, u16),
    total: u16,
) -> WriteResult {
    let rule = format!(
        "=OR({}={},{}=\"\")",
        a1(top, left),
        literal(WRONG),
        column_absolute(top, total)
    );
    let wrong = ConditionalFormatFormula::new()
        .set_rule(rule.as_str())
        .set_format(styles::wrong());
    page.sheet
        .add_conditional_format(top, left, bottom, right, &wrong)?;
    Ok(())
}

/// Points within their limits in the rows of a level, and nothing in its sums.
pub(super) fn level(
    page: &mut SheetPage,
    book: &Book,
    (maxima, level): (u32, &LevelId),
    units: (u32, u32),
) -> WriteResult {
    let (first, last) = units;
    let mut sums: Vec<u16> = Vec::new();
    let mut typed: Vec<(Limits, Vec<u16>)> = Vec::new();
    for (group, columns) in book.report.groups.iter().zip(&book.detail.groups) {
        sums.push(columns.sum);
        for (column, criterion) in (columns.first..).zip(&group.criteria) {
            let most = criterion.maximum.get(level);
            let limits = Limits {
                fewest: criterion.minimum,
                is_unlimited: most.is_some_and(|most| most.is_unlimited()),
            };
            match typed.iter_mut().find(|(own, _)| *own == limits) {
                Some((_, all)) => all.push(column),
                None => typed.push((limits, vec![column])),
            }
        }
    }
    sums.extend(book.detail.total..=book.detail.ranked());
    for (limits, columns) in typed {
        points(page, book, maxima, (limits, &columns), units)?;
    }
    if let (Some(left), Some(right)) = (sums.first().copied(), sums.last().copied()) {
        let refusal = computed(book)?.set_multi_range(ranges(units, &sums));
        page.sheet
            .add_data_validation(first, left, last, right, &refusal)?;
        let rule = format!("={}={}", a1(first, left), literal(WRONG));
        let wrong = ConditionalFormatFormula::new()
            .set_rule(rule.as_str())
            .set_multi_range(ranges(units, &sums))
            .set_format(styles::wrong());
        page.sheet
            .add_conditional_format(first, left, last, right, &wrong)?;
    }
    Ok(())
}

/// Between which points something may be typed.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Limits {
    fewest: Points,
    /// Whether there is no most; otherwise it stands in the row of the maxima.
    is_unlimited: bool,
}

/// Columns of criteria whose limits are the same, as far as they do not stand in a row.
fn points(
    page: &mut SheetPage,
    book: &Book,
    maxima: u32,
    (limits, columns): (Limits, &[u16]),
    units: (u32, u32),
) -> WriteResult {
    let (Some(left), Some(right)) = (columns.first().copied(), columns.last().copied()) else {
        return Ok(());
    };
    let (first, last) = units;
    let (lang, area) = (book.lang, ranges(units, columns));
    let minimum = limits.fewest;
    let fewest = lang.number(minimum.0);
    let maximum = row_absolute(maxima, left);
    let rule = if limits.is_unlimited {
        DataValidationRule::GreaterThanOrEqualTo(Formula::new(minimum.to_string()))
    } else {
        DataValidationRule::Between(
            Formula::new(minimum.to_string()),
            Formula::new(maximum.clone()),
        )
    };
    let [prompt, refused] = if limits.is_unlimited {
        [edit_words::OPEN_PROMPT, edit_words::OPEN_REFUSED]
    } else {
        [edit_words::SCORE_PROMPT, edit_words::SCORE_REFUSED]
    };
    let typed = DataValidation::new()
        .allow_decimal_number_formula(rule)
        .set_input_title(edit_words::SCORE_TITLE.get(lang))?
        .set_input_message(prompt.fill(lang, &[&fewest]))?
        .set_error_title(edit_words::SCORE_TITLE.get(lang))?
        .set_error_message(refused.fill(lang, &[&fewest]))?
        .set_multi_range(area.clone());
    page.sheet
        .add_data_validation(first, left, last, right, &typed)?;
    let cell = a1(first, left);
    let exempt = literal(words::EXEMPT_SHORT.get(lang));
    let outside = if limits.is_unlimited {
        format!("{cell}<{minimum}")
    } else {
        format!("OR({cell}<{minimum},{cell}>{maximum})")
    };
    let rule = format!("=OR(AND(ISTEXT({cell}),{cell}<>{exempt}),AND(ISNUMBER({cell}),{outside}))");
    let wrong = ConditionalFormatFormula::new()
        .set_rule(rule.as_str())
        .set_multi_range(area)
        .set_format(styles::wrong());
    page.sheet
        .add_conditional_format(first, left, last, right, &wrong)?;
    Ok(())
}

/// The rows of some columns, neighbours joined, as Excel lists ranges.
fn ranges((first, last): (u32, u32), columns: &[u16]) -> String {
    let runs = columns.chunk_by(|a, b| a.saturating_add(1) == *b);
    let parts: Vec<String> = runs
        .filter_map(|run| Some((run.first()?, run.last()?)))
        .map(|(left, right)| format!("{}:{}", a1(first, *left), a1(last, *right)))
        .collect();
    parts.join(" ")
}
