//! The lists of a comparison: criteria that changed, statistics, every cell that differs.
//!
//! In: a comparison. Out: one sheet each, with a filter. Not for: units.

use rust_decimal::Decimal;
use rust_xlsxwriter::Worksheet;

use crate::cell::ROWS;
use crate::diff::{Action, CellChange, Class, Diff, Seen, StatisticDiff, StatisticYear};
use crate::lang::{Lang, Phrase};
use crate::write::comparison;
use crate::write::comparison_heads as heads;
use crate::write::words::fill;
use crate::write::xlsx::diff::heading;
use crate::write::xlsx::page::{Done, Page};
use crate::write::xlsx::styles;

/// Rows that fit below the head, less one that says how many were left out.
const MOST: usize = ROWS as usize - 10;

/// Heads and print set-up.
fn begin<'s>(
    sheet: &'s mut Worksheet,
    diff: &Diff,
    (name, widths): (&str, &[f64]),
    texts: &[String],
    lang: Lang,
) -> Result<(Page<'s>, u32), rust_xlsxwriter::XlsxError> {
    let mut page = Page::new(sheet, name, widths, lang)?;
    let row = heading(&mut page, diff, widths.len() as u16 - 1)? + 1;
    for (column, text) in (0_u16..).zip(texts) {
        page.text(row, column, text, &styles::header())?;
    }
    Ok((page, row))
}

fn end(page: &mut Page, (header, row): (u32, u32), last: u16) -> Done {
    let title = heads::TITLE.get(page.lang());
    page.finish_as(title, Some((header, header)))?;
    page.sheet
        .set_freeze_panes(header + 1, 0)?
        .autofilter(header, 0, row, last)?;
    Ok(())
}

fn texts(phrases: &[Phrase], years: (&str, &str), lang: Lang) -> Vec<String> {
    let text = |phrase: &Phrase| fill(phrase.get(lang), &[years.0, years.1]);
    phrases.iter().map(text).collect()
}

/// Criteria and groups that are not the same in both years.
pub(super) fn items(sheet: &mut Worksheet, diff: &Diff, name: &str, lang: Lang) -> Done {
    let widths = [12.0, 8.0, 60.0, 24.0, 60.0];
    let phrases = [
        heads::LEVEL,
        heads::CODE,
        heads::CONTENT,
        heads::COMPARED,
        heads::WHY,
    ];
    let texts = texts(&phrases, ("", ""), lang);
    let (mut page, header) = begin(sheet, diff, (name, &widths), &texts, lang)?;
    let mut row = header;
    for item in &diff.items {
        row += 1;
        let level = diff.levels.iter().find(|level| level.id == item.level);
        let level = level.map_or(item.level.0.as_str(), |level| level.name.as_str());
        let code = item.criterion.as_ref().map_or(&item.group.0, |id| &id.0);
        let reasons: Vec<String> = item
            .reasons
            .iter()
            .map(|reason| comparison::reason(reason, lang))
            .collect();
        page.text(row, 0, level, &styles::cell())?;
        page.text(row, 1, code, &styles::centered())?;
        page.text(row, 2, &item.name, &styles::cell())?;
        page.text(
            row,
            3,
            comparison::class(item.class).get(lang),
            &styles::centered(),
        )?;
        page.text(row, 4, &reasons.join("; "), &styles::cell())?;
    }
    end(&mut page, (header, row), 4)
}

/// Statistics side by side, with the coverage of both years.
pub(super) fn statistics(sheet: &mut Worksheet, diff: &Diff, name: &str, lang: Lang) -> Done {
    let widths = [70.0, 13.0, 12.0, 13.0, 12.0, 13.0, 22.0];
    let (before, now) = comparison::years(diff, lang);
    let texts = vec![
        heads::STATISTIC.get(lang).to_string(),
        before.clone(),
        fill(heads::COVERAGE.get(lang), &[&before]),
        now.clone(),
        fill(heads::COVERAGE.get(lang), &[&now]),
        heads::CHANGE.get(lang).to_string(),
        heads::COMPARED.get(lang).to_string(),
    ];
    let (mut page, header) = begin(sheet, diff, (name, &widths), &texts, lang)?;
    let mut row = header;
    for one in &diff.statistics {
        row += 1;
        page.text(row, 0, &one.name, &styles::cell())?;
        year(&mut page, (row, 1), one, one.before.as_ref())?;
        year(&mut page, (row, 3), one, one.now.as_ref())?;
        match one.change {
            Some(change) => page.number(row, 5, change, &styles::number(styles::SIGNED))?,
            None => page.text(row, 5, "–", &styles::centered())?,
        }
        page.text(
            row,
            6,
            comparison::class(one.class).get(lang),
            &styles::centered(),
        )?;
    }
    end(&mut page, (header, row), 6)
}

fn year(
    page: &mut Page,
    (row, column): (u32, u16),
    one: &StatisticDiff,
    year: Option<&StatisticYear>,
) -> Done {
    let middle = styles::centered();
    match year.and_then(|year| year.value) {
        Some(value) if one.is_percent => {
            let share = value / Decimal::ONE_HUNDRED;
            page.number(row, column, share, &styles::number("0.00%"))?;
        }
        Some(value) => page.number(row, column, value, &styles::number("#,##0.##"))?,
        None => page.text(row, column, "–", &middle)?,
    }
    let coverage = match year {
        Some(year) if year.expected > 0 => format!("{}/{}", year.covered, year.expected),
        _ => "–".to_string(),
    };
    page.text(row, column + 1, &coverage, &middle)
}

/// Every cell that differs.
pub(super) fn cells(sheet: &mut Worksheet, diff: &Diff, name: &str, lang: Lang) -> Done {
    let widths = [9.0, 34.0, 16.0, 56.0, 34.0, 12.0, 24.0];
    let (before, now) = comparison::years(diff, lang);
    let phrases = [
        heads::ACTION,
        heads::UNIT,
        heads::CODE,
        heads::CONTENT,
        heads::OLD_NEW,
        heads::DIFFERENCE,
        heads::COMPARED,
    ];
    let texts = texts(&phrases, (&before, &now), lang);
    let (mut page, header) = begin(sheet, diff, (name, &widths), &texts, lang)?;
    page.line(
        header - 1,
        (0, 6),
        heads::CELLS_NOTE.get(lang),
        &styles::note(),
    )?;
    let mut row = header;
    for cell in diff.cells.iter().take(MOST) {
        row += 1;
        cell_row(&mut page, row, cell)?;
    }
    if diff.cells.len() > MOST {
        let rest = (diff.cells.len() - MOST).to_string();
        page.free(
            row + 1,
            1,
            &fill(heads::MORE.get(lang), &[&rest]),
            &styles::plain(),
        )?;
    }
    end(&mut page, (header, row), 6)
}

fn cell_row(page: &mut Page, row: u32, cell: &CellChange) -> Done {
    let lang = page.lang();
    let action = match cell.action {
        Action::Added => "+++",
        Action::Removed => "---",
        Action::Changed => "→",
    };
    page.text(row, 0, action, &styles::centered())?;
    page.text(row, 1, &cell.name, &styles::cell())?;
    page.text(row, 2, &cell.item, &styles::centered())?;
    page.text(row, 3, &cell.label, &styles::cell())?;
    let (before, now) = (
        comparison::seen(&cell.before, lang),
        comparison::seen(&cell.now, lang),
    );
    // Points out of another maximum say something as a share only.
    let text = match cell.share {
        Some((then, today)) => format!(
            "{before} ({}%) → {now} ({}%)",
            lang.number(then),
            lang.number(today)
        ),
        None => format!("{before} → {now}"),
    };
    page.text(row, 4, &text, &styles::centered())?;
    match (cell.class, &cell.before, &cell.now) {
        (Class::Comparable, Seen::Number(old), Seen::Number(new)) => {
            page.number(row, 5, new - old, &styles::number(styles::SIGNED))?;
        }
        _ => page.text(row, 5, "–", &styles::centered())?,
    }
    page.text(
        row,
        6,
        comparison::class(cell.class).get(lang),
        &styles::centered(),
    )
}
