//! `Cảnh báo`: the findings in the order in which to deal with them, each with links to its file and its cell.
//!
//! In: the report's findings. Out: one row each, with a filter; a cause is told once, and what nearly all forms have alike stands in one row,
//! form by form below the rows that are printed. Not for: ordering them.

use rust_xlsxwriter::{
    ConditionalFormatCell, ConditionalFormatCellRule, Format, Worksheet, XlsxError,
};

use crate::base::finding::{About, Effect, Fact, Finding};
use crate::base::lang::{Lang, Phrase, phrase};
use crate::base::points::Most;
use crate::base::rules::Severity;
use crate::base::seal::own_titles;
use crate::output::outstanding;
use crate::output::words;
use crate::output::xlsx::links::{self, Links};
use crate::output::xlsx::numbers;
use crate::output::xlsx::page::{SheetPage, WriteResult};
use crate::output::xlsx::plan::Book;
use crate::output::xlsx::styles;
use crate::output::xlsx::tabs::{self, Tab};
use crate::result::report::{ListedRow, ToldFinding};

const WIDTHS: [f64; 18] = [
    5.0, 10.0, 8.0, 27.0, 48.0, 42.0, 24.0, 15.0, 7.0, 22.0, 24.0, 12.0, 12.0, 12.0, 10.0, 10.0,
    20.0, 20.0,
];
const SEVERITY: u16 = 1;
const FILE: u16 = 6;
/// The widest that the column of files becomes, in digits.
const WIDEST: f64 = 42.0;
const EFFECT: u16 = 9;
/// The last column that is printed; single values follow, for filters.
const PRINTED: u16 = EFFECT;
const LAST: u16 = 17;
/// The row of the column heads.
const HEADER: u32 = 4;

/// That what is told together is printed once.
const NOT_PRINTED: Phrase = phrase(
    "Các dòng từng phiếu ấy nằm ngoài vùng in.",
    "These rows are outside the print area.",
);

/// Writes the sheet. Gives the place of its table.
pub(super) fn write(sheet: &mut Worksheet, book: &Book) -> Result<String, XlsxError> {
    let (report, lang) = (book.report, book.lang);
    let all = &book.findings;
    let mut widths = WIDTHS;
    if let Some(width) = widths.get_mut(usize::from(FILE)) {
        let files: Vec<String> = all.iter().map(|row| row.told.file_shown(lang)).collect();
        let files = files.iter().map(String::as_str);
        *width = links::width_for(files, (*width, WIDEST));
    }
    let mut page = SheetPage::new(sheet, &book.names.findings, &widths, lang)?;
    page.title(0, PRINTED, [own_titles::FINDINGS.get(lang)])?;
    page.line(1, (0, PRINTED), &report.campaign.name, &styles::subtitle())?;
    let mut summary = outstanding::summary(report, all, lang);
    if all.iter().any(|row| row.within.is_some()) {
        summary.push(' ');
        summary.push_str(NOT_PRINTED.get(lang));
    }
    page.line(2, (0, PRINTED), &summary, &styles::note())?;
    for (column, phrase) in (0_u16..).zip(words::FINDING_HEADS) {
        page.text(HEADER, column, phrase.get(lang), &styles::header())?;
    }
    let mut links = Links::new(&report.intake.folder, book.limits.links);
    let mut row = HEADER;
    let most = book.limits.findings;
    let mut printed = HEADER;
    for (number, told) in (1_usize..).zip(all.iter().take(most)) {
        row += 1;
        finding_row(&mut page, book, &mut links, (row, number), told)?;
        if told.within.is_none() {
            printed = row;
        }
    }
    if all.len() > most {
        let rest = (all.len() - most).to_string();
        let text = match book.list {
            Some(list) => words::MORE_FINDINGS_IN.fill(lang, &[&rest, list.name()]),
            None => words::MORE_FINDINGS.fill(lang, &[&rest]),
        };
        page.free(row + 1, 1, &text, &styles::plain())?;
    }
    links.tell(&mut page, HEADER - 1, PRINTED)?;
    let last = row.max(HEADER);
    mark_severities(&mut page, (HEADER, last))?;
    page.finish(report, Some((HEADER, HEADER)))?;
    page.sheet
        .set_tab_color(tabs::color(Tab::Work))
        .set_print_area(0, 0, printed, PRINTED)?
        .set_freeze_panes(HEADER + 1, 4)?
        .autofilter(HEADER, 0, last, LAST)?;
    Ok(tabs::area(&book.names.findings, (HEADER, 0), (last, LAST)))
}

/// A row: a finding, or several that are told together.
fn finding_row(
    page: &mut SheetPage,
    book: &Book,
    links: &mut Links,
    (row, number): (u32, usize),
    listed: &ListedRow<'_>,
) -> WriteResult {
    let lang = book.lang;
    let (cell, middle) = (styles::cell(), styles::centered());
    let (told, finding) = (&listed.told, listed.told.first);
    page.count(row, 0, number, &styles::number(styles::WHOLE))?;
    let severity = words::severity(finding.severity(), lang);
    page.text(row, SEVERITY, &severity, &middle)?;
    page.text(row, 2, finding.rule.code, &middle)?;
    page.text(row, 3, &unit_name(book, told), &cell)?;
    let (message, advice) = outstanding::told(listed, lang);
    page.text(row, 4, &message, &cell)?;
    page.text(row, 5, &advice, &cell)?;
    place_cells(page, links, row, told)?;
    page.text(row, EFFECT, &outstanding::consequences(told, lang), &cell)?;
    let about = told.same(|one| about(one, lang));
    page.text(row, EFFECT + 1, &about.unwrap_or_default(), &cell)?;
    effect_cells(page, row, told, lang)?;
    match told.same(|one| one.share.as_ref().map(|_| one.found_shown(lang))) {
        Some(Some(share)) if !told.is_several() => page.text(row, LAST - 1, &share, &cell)?,
        _ => fact(page, row, LAST - 1, same_fact(told, |one| &one.found), lang)?,
    }
    fact(page, row, LAST, same_fact(told, |one| &one.expected), lang)
}

/// What all findings of a row say; nothing where they say several things.
fn same_fact<'r>(
    told: &ToldFinding<'r>,
    of: impl Fn(&'r Finding) -> &'r Option<Fact>,
) -> Option<&'r Fact> {
    told.same(of)?.as_ref()
}

/// Whose a finding is, or how many units' several are; empty where it is about the campaign.
fn unit_name(book: &Book<'_>, told: &ToldFinding<'_>) -> String {
    if told.is_several() {
        return told.whose(book.lang);
    }
    let place = &told.first.place;
    match (&place.unit, &place.file) {
        (Some(unit), _) => book.name_of(unit).to_string(),
        (None, Some(_)) => words::UNIT_NOT_KNOWN.get(book.lang).to_string(),
        (None, None) => String::new(),
    }
}

/// File, sheet and cell, with links; of several those of the first.
fn place_cells(
    page: &mut SheetPage,
    links: &mut Links,
    row: u32,
    told: &ToldFinding<'_>,
) -> WriteResult {
    let (cell, middle) = (styles::cell(), styles::centered());
    let place = &told.first.place;
    let file = place.file.as_deref().unwrap_or_default();
    let shown = told.file_shown(page.lang());
    links.write(page, (row, FILE), &shown, file, None)?;
    let sheet = place.sheet.as_deref();
    page.text(row, FILE + 1, sheet.unwrap_or_default(), &cell)?;
    match (sheet, place.cell) {
        (Some(sheet), Some(at)) => {
            let target = Some((sheet, Some(at)));
            links.write(page, (row, FILE + 2), &at.to_string(), file, target)
        }
        (None, Some(at)) => page.text(row, FILE + 2, &at.to_string(), &middle),
        (_, None) => page.text(row, FILE + 2, "", &middle),
    }
}

/// What a finding is about, as users call it.
pub(super) fn about(finding: &Finding, lang: Lang) -> String {
    match &finding.about {
        Some(About::Row(text)) => text.clone(),
        Some(About::Group(id, name)) => words::ABOUT_GROUP.fill(lang, &[&id.0, name]),
        Some(About::Total) => words::ABOUT_TOTAL.get(lang).to_string(),
        Some(About::Parts) => words::ABOUT_PARTS.get(lang).to_string(),
        None => String::new(),
    }
}

/// The parts of an effect as single values; of several those that are the same for all.
fn effect_cells(page: &mut SheetPage, row: u32, told: &ToldFinding<'_>, lang: Lang) -> WriteResult {
    let can =
        |what: fn(&Effect) -> bool| told.all().any(|one| one.effect.as_ref().is_some_and(what));
    let same = told.same(|one| one.effect).flatten();
    let effect = same.as_ref();
    let (number, middle) = (numbers::right(styles::GENERAL), styles::centered());
    let points = [
        effect.and_then(|effect| effect.counted).map(Most::Points),
        effect.map(|effect| effect.lowest.into()),
        effect.map(|effect| effect.highest),
    ];
    for (column, points) in (EFFECT + 2..).zip(points) {
        match points {
            Some(most) => page.most(row, column, most, &number)?,
            None => page.text(row, column, "", &middle)?,
        }
    }
    let marks = [
        can(|effect| effect.changes_grade),
        can(|effect| effect.changes_rank),
    ];
    for (column, can) in (EFFECT + 5..).zip(marks) {
        let mark = if can { words::YES.get(lang) } else { "" };
        page.text(row, column, mark, &middle)?;
    }
    Ok(())
}

/// A number as a number, everything else as text.
fn fact(
    page: &mut SheetPage,
    row: u32,
    column: u16,
    fact: Option<&Fact>,
    lang: Lang,
) -> WriteResult {
    let format: Format = styles::cell();
    match fact {
        Some(Fact::Number(value)) => {
            let number = numbers::right(styles::GENERAL);
            page.number(row, column, *value, &number)
        }
        Some(Fact::Text(text)) => page.text(row, column, text, &format),
        Some(fact) => page.text(row, column, &fact.show(lang), &format),
        None => page.text(row, column, "", &format),
    }
}

fn mark_severities(page: &mut SheetPage, (header, last): (u32, u32)) -> WriteResult {
    if last == header {
        return Ok(());
    }
    let all = [Severity::Error, Severity::Warning, Severity::Info];
    for (index, severity) in all.into_iter().enumerate() {
        let rule = ConditionalFormatCellRule::EqualTo(words::severity(severity, page.lang()));
        let mark = ConditionalFormatCell::new()
            .set_rule(rule)
            .set_format(styles::severity_mark(index));
        page.sheet
            .add_conditional_format(header + 1, SEVERITY, last, SEVERITY, &mark)?;
    }
    Ok(())
}
