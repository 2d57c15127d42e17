//! The lists of a comparison: criteria that changed, statistics, every cell that differs.
//!
//! In: a comparison. Out: one sheet each, with a filter. Not for: units.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::base::cell::ROWS;
use crate::base::lang::{Lang, Phrase};
use crate::base::points::{Decimal, Points};
use crate::output::comparison;
use crate::output::comparison_heads as heads;
use crate::output::sentence::{capital, sentence};
use crate::output::xlsx::diff::heading;
use crate::output::xlsx::numbers::{grouped, right, scale, signed};
use crate::output::xlsx::page::{SheetPage, WriteResult};
use crate::output::xlsx::styles;
use crate::output::xlsx::tabs::{self, Tab};
use crate::result::diff::{
    CellChange, Class, Diff, ItemChange, Seen, StatisticDiff, StatisticYear,
};

/// Rows that fit below the head, less one that says how many were left out.
const MOST: usize = ROWS as usize - 10;

/// Heads and print set-up.
fn begin<'s>(
    sheet: &'s mut Worksheet,
    diff: &Diff,
    (name, widths): (&str, &[f64]),
    texts: &[String],
    lang: Lang,
) -> Result<(SheetPage<'s>, u32), XlsxError> {
    let mut page = SheetPage::new(sheet, name, widths, lang)?;
    let row = heading(&mut page, diff, widths.len() as u16 - 1)? + 1;
    for (column, text) in (0_u16..).zip(texts) {
        page.text(row, column, text, &styles::header())?;
    }
    Ok((page, row))
}

fn end(page: &mut SheetPage, (header, row): (u32, u32), last: u16) -> WriteResult {
    let footer = heads::FOOTER.get(page.lang());
    page.finish_as(footer, Some((header, header)))?;
    page.sheet
        .set_tab_color(tabs::color(Tab::Data))
        .set_freeze_panes(header + 1, 0)?
        .autofilter(header, 0, row, last)?;
    Ok(())
}

fn texts(phrases: &[Phrase], years: (&str, &str), lang: Lang) -> Vec<String> {
    let text = |phrase: &Phrase| phrase.fill(lang, &[years.0, years.1]);
    phrases.iter().map(text).collect()
}

/// Criteria and groups that are not the same in both years; what levels share is said once.
pub(super) fn items(sheet: &mut Worksheet, diff: &Diff, name: &str, lang: Lang) -> WriteResult {
    let widths = [26.0, 8.0, 56.0, 28.0, 60.0];
    let phrases = [
        heads::LEVEL,
        heads::CODE,
        heads::CONTENT,
        heads::COMPARED,
        heads::WHY,
    ];
    let texts = texts(&phrases, ("", ""), lang);
    let mut rows: Vec<(&ItemChange, Vec<&str>)> = Vec::new();
    for item in &diff.items {
        let level = diff.levels.iter().find(|level| level.id == item.level);
        let level = level.map_or(item.level.0.as_str(), |level| level.name.as_str());
        let same = |known: &ItemChange| {
            let told = |one: &ItemChange| (one.name.clone(), one.class, one.reasons.clone());
            (&known.group, &known.criterion) == (&item.group, &item.criterion)
                && told(known) == told(item)
        };
        match rows.iter_mut().find(|(known, _)| same(known)) {
            Some((_, levels)) => levels.push(level),
            None => rows.push((item, vec![level])),
        }
    }
    // Where every row is of all levels, that is said once, and there is no column of it.
    let is_of_all = rows.iter().all(|(_, of)| of.len() == diff.levels.len());
    let skipped = usize::from(is_of_all);
    let (widths, texts) = (widths.get(skipped..), texts.get(skipped..));
    let (widths, texts) = (widths.unwrap_or_default(), texts.unwrap_or_default());
    let (mut page, header) = begin(sheet, diff, (name, widths), texts, lang)?;
    let code_at = 1 - u16::from(is_of_all);
    if let (true, Some((_, levels))) = (is_of_all, rows.first()) {
        let text = heads::COMMON_ROWS.fill(lang, &[&levels.join(", ")]);
        let text = sentence(&text);
        page.line(header - 1, (0, code_at + 3), &text, &styles::note())?;
    }
    let mut row = header;
    for (item, levels) in &rows {
        row += 1;
        let code = item.criterion.as_ref().map_or(&item.group.0, |id| &id.0);
        let reasons = item.reasons.iter();
        let reasons: Vec<String> = reasons
            .map(|one| comparison::item_reason(one, lang))
            .collect();
        if !is_of_all {
            page.text(row, 0, &levels.join(", "), &styles::cell())?;
        }
        page.text(row, code_at, code, &styles::centered())?;
        page.text(row, code_at + 1, &item.name, &styles::cell())?;
        let class = capital(comparison::class(item.class).get(lang));
        page.text(row, code_at + 2, &class, &styles::centered())?;
        let reasons = sentence(&reasons.join("; "));
        page.text(row, code_at + 3, &reasons, &styles::cell())?;
    }
    end(&mut page, (header, row), code_at + 3)
}

/// Statistics side by side, with the coverage of both years.
pub(super) fn statistics(
    sheet: &mut Worksheet,
    diff: &Diff,
    name: &str,
    lang: Lang,
) -> WriteResult {
    let widths = [72.0, 13.0, 13.0, 13.0, 13.0, 13.0, 28.0];
    let (before, now) = comparison::years(diff, lang);
    let texts = [
        heads::STATISTIC.get(lang).to_string(),
        before.clone(),
        heads::COVERAGE.fill(lang, &[&before]),
        now.clone(),
        heads::COVERAGE.fill(lang, &[&now]),
        heads::CHANGE.get(lang).to_string(),
        heads::COMPARED.get(lang).to_string(),
    ];
    let classes = || diff.statistics.iter().map(|one| one.class);
    let is_shared = classes().all(|class| classes().next() == Some(class));
    let columns = if is_shared { 6 } else { 7 };
    let (widths, texts) = (widths.get(..columns), texts.get(..columns));
    let (widths, texts) = (widths.unwrap_or_default(), texts.unwrap_or_default());
    let (mut page, header) = begin(sheet, diff, (name, widths), texts, lang)?;
    let shown = common(&mut page, (header - 1, columns as u16 - 1), classes())?;
    let mut row = header;
    for one in &diff.statistics {
        row += 1;
        page.text(row, 0, &one.name, &styles::cell())?;
        year(&mut page, (row, 1), one, one.before.as_ref())?;
        year(&mut page, (row, 3), one, one.now.as_ref())?;
        match one.change {
            Some(change) => {
                let format = right(&signed(scale(change)));
                page.number(row, 5, change, &format)?;
            }
            None => page.text(row, 5, "–", &styles::centered())?,
        }
        if shown.is_none() {
            let class = capital(comparison::class(one.class).get(lang));
            page.text(row, 6, &class, &styles::centered())?;
        }
    }
    end(&mut page, (header, row), texts.len() as u16 - 1)
}

/// The class of all rows, where it is one, said above them instead of in each.
fn common(
    page: &mut SheetPage,
    (row, last): (u32, u16),
    mut classes: impl Iterator<Item = Class>,
) -> Result<Option<Class>, XlsxError> {
    let first = classes.next();
    let shared = first.filter(|first| classes.all(|class| class == *first));
    if let Some(class) = shared {
        let lang = page.lang();
        let text = heads::COMMON_ROWS.fill(lang, &[comparison::class(class).get(lang)]);
        page.line(row, (0, last), &sentence(&text), &styles::note())?;
    }
    Ok(shared)
}

fn year(
    page: &mut SheetPage,
    (row, column): (u32, u16),
    one: &StatisticDiff,
    year: Option<&StatisticYear>,
) -> WriteResult {
    let middle = styles::centered();
    match year.and_then(|year| year.value) {
        Some(value) if one.is_percent => {
            let share = value.hundredth();
            let format = if value.is_integer() { "0%" } else { "0.00%" };
            page.number(row, column, share, &right(format))?;
        }
        Some(value) => {
            page.number(row, column, value, &right(&grouped(scale(value))))?;
        }
        None => page.text(row, column, "–", &middle)?,
    }
    let coverage = match year {
        Some(year) if year.expected > 0 => format!("{}/{}", year.covered, year.expected),
        _ => "–".to_string(),
    };
    page.text(row, column + 1, &coverage, &middle)
}

/// Whether a score only follows the maximum of its criterion, which changed for all units alike.
fn follows_scheme(cell: &CellChange) -> bool {
    cell.share.is_some_and(|(then, now)| then == now)
}

/// Every cell that differs, without what the list of criteria says once for all units, and without units of which only the
/// comparison is broken: they are in the table of their level.
pub(super) fn cells(sheet: &mut Worksheet, diff: &Diff, name: &str, lang: Lang) -> WriteResult {
    let widths = [10.0, 35.0, 14.0, 8.0, 60.0, 16.0, 16.0, 12.0, 28.0];
    let (before, now) = comparison::years(diff, lang);
    let phrases = [
        heads::ACTION,
        heads::UNIT,
        heads::HELD,
        heads::CODE,
        heads::CONTENT,
    ];
    let mut texts = texts(&phrases, (&before, &now), lang);
    texts.extend([before, now]);
    texts.extend([heads::DIFFERENCE, heads::COMPARED].map(|head| head.get(lang).to_string()));
    let last = widths.len() as u16 - 1;
    let (mut page, header) = begin(sheet, diff, (name, &widths), &texts, lang)?;
    let mut note = heads::CELLS_NOTE.get(lang).to_string();
    let scheme = diff.cells.iter().filter(|cell| follows_scheme(cell));
    let scheme = scheme.count();
    if scheme > 0 {
        let items = heads::ITEMS.get(lang);
        let text = heads::SCHEME_ONLY.fill(lang, &[&scheme.to_string(), items]);
        note = format!("{note} {text}");
    }
    page.line(header - 1, (0, last), &note, &styles::note())?;
    let shown = diff.cells.iter();
    let shown = shown.filter(|cell| cell.before != cell.now && !follows_scheme(cell));
    let shown: Vec<&CellChange> = shown.collect();
    let mut row = header;
    for cell in shown.iter().take(MOST) {
        row += 1;
        cell_row(&mut page, row, cell)?;
    }
    if shown.len() > MOST {
        let rest = (shown.len() - MOST).to_string();
        let more = heads::MORE.fill(lang, &[&rest]);
        page.free(row + 1, 1, &more, &styles::plain())?;
    }
    end(&mut page, (header, row), last)
}

fn cell_row(page: &mut SheetPage, row: u32, cell: &CellChange) -> WriteResult {
    let lang = page.lang();
    let middle = styles::centered();
    let action = comparison::action(cell.action).get(lang);
    page.text(row, 0, action, &middle)?;
    page.text(row, 1, &cell.name, &styles::cell())?;
    page.text(row, 2, comparison::held(cell.held).get(lang), &middle)?;
    page.text(row, 3, &cell.item, &middle)?;
    page.text(row, 4, &cell.label, &styles::cell())?;
    let (then, today) = cell.share.unzip();
    seen(page, (row, 5), &cell.before, then)?;
    seen(page, (row, 6), &cell.now, today)?;
    match (cell.class, &cell.before, &cell.now) {
        (Class::Comparable, Seen::Number(old), Seen::Number(new)) => {
            let change = (Points(*new) - Points(*old)).0;
            let format = right(&signed(scale(change)));
            page.number(row, 7, change, &format)?;
        }
        _ => page.text(row, 7, "–", &middle)?,
    }
    let class = capital(comparison::class(cell.class).get(lang));
    page.text(row, 8, &class, &middle)
}

/// A number as a number; points out of another maximum say something as a share only, so it stands beside them.
fn seen(
    page: &mut SheetPage,
    (row, column): (u32, u16),
    seen: &Seen,
    share: Option<Decimal>,
) -> WriteResult {
    let lang = page.lang();
    match (seen, share) {
        (Seen::Number(value), None) => {
            page.number(row, column, *value, &right(&grouped(scale(*value))))
        }
        (_, Some(share)) => {
            let text = format!("{} ({}%)", comparison::seen(seen, lang), lang.number(share));
            page.text(row, column, &text, &styles::centered())
        }
        (_, None) => page.text(
            row,
            column,
            &comparison::seen(seen, lang),
            &styles::centered(),
        ),
    }
}
