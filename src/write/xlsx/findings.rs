//! `Cảnh báo`: the findings in the report's order, each with links to its file and its cell.
//!
//! In: the report's findings. Out: one row each, with a filter. Not for: ordering them.

use rust_xlsxwriter::{ConditionalFormatCell, ConditionalFormatCellRule, Format, Worksheet};

use crate::cell::ROWS;
use crate::finding::{About, Effect, Fact, Finding, Severity};
use crate::lang::Lang;
use crate::points::Points;
use crate::write::words::{self, fill};
use crate::write::xlsx::links::Links;
use crate::write::xlsx::page::{Done, Page};
use crate::write::xlsx::plan::Book;
use crate::write::xlsx::quote::name_of;
use crate::write::xlsx::styles;

const WIDTHS: [f64; 17] = [
    5.0, 9.5, 8.0, 25.0, 22.0, 38.0, 29.0, 13.0, 6.5, 9.0, 9.0, 9.0, 8.0, 8.0, 34.0, 20.0, 20.0,
];
const SEVERITY: u16 = 1;
/// The last column that is printed; what was found and expected follows as separate values, for filters.
const PRINTED: u16 = 14;
const LAST: u16 = 16;
/// The row of the column heads.
pub(super) const HEADER: u32 = 4;

/// The column of the severities as formulas write it: first and last cell.
pub(super) fn severities(book: &Book) -> Option<(u32, u32, u16)> {
    let shown = book.report.findings.len().min(MOST) as u32;
    (shown > 0).then_some((HEADER + 1, HEADER + shown, SEVERITY))
}

/// Rows that fit below the head, less one that says how many were left out.
const MOST: usize = (ROWS - HEADER - 2) as usize;

/// Writes the sheet.
pub(super) fn write(sheet: &mut Worksheet, book: &Book) -> Done {
    let (report, lang) = (book.report, book.lang);
    let mut page = Page::new(sheet, &book.names.findings, &WIDTHS, lang)?;
    page.title(0, PRINTED, [words::FINDINGS_TITLE.get(lang)])?;
    page.line(1, (0, PRINTED), &report.campaign.name, &styles::subtitle())?;
    page.line(2, (0, PRINTED), &summary(book), &styles::note())?;
    for (column, phrase) in (0_u16..).zip(words::FINDING_HEADS) {
        page.text(HEADER, column, phrase.get(lang), &styles::header())?;
    }
    let mut links = Links::new(&report.intake.folder);
    let mut row = HEADER;
    for (number, finding) in (1_usize..).zip(report.findings.iter().take(MOST)) {
        row += 1;
        finding_row(&mut page, book, &mut links, (row, number), finding)?;
    }
    if report.findings.len() > MOST {
        let rest = (report.findings.len() - MOST).to_string();
        let text = fill(words::MORE_FINDINGS.get(lang), &[&rest]);
        page.free(row + 1, 1, &text, &styles::plain())?;
    }
    mark_severities(&mut page, book)?;
    page.finish(report, Some((HEADER, HEADER)))?;
    page.sheet
        .set_print_area(0, 0, row.max(HEADER), PRINTED)?
        .set_freeze_panes(HEADER + 1, 4)?
        .autofilter(HEADER, 0, row.max(HEADER), LAST)?;
    Ok(())
}

/// How many of each severity, and how many can change a grade or a place.
pub(super) fn summary(book: &Book) -> String {
    let findings = &book.report.findings;
    let of = |severity| findings.iter().filter(|f| f.severity() == severity).count();
    let effect = |can: fn(&Effect) -> bool| {
        findings
            .iter()
            .filter(|finding| finding.effect.as_ref().is_some_and(can))
            .count()
    };
    let numbers = [
        findings.len(),
        of(Severity::Error),
        of(Severity::Warning),
        of(Severity::Info),
        effect(|effect| effect.changes_grade),
        effect(|effect| effect.changes_rank),
    ]
    .map(|count| count.to_string());
    let texts = numbers.each_ref().map(String::as_str);
    fill(words::FINDINGS_LINE.get(book.lang), &texts)
}

fn finding_row(
    page: &mut Page,
    book: &Book,
    links: &mut Links,
    (row, number): (u32, usize),
    finding: &Finding,
) -> Done {
    let lang = book.lang;
    let (cell, middle) = (styles::cell(), styles::centered());
    let place = &finding.place;
    page.count(row, 0, number, &styles::number(styles::WHOLE))?;
    let severity = words::severity(finding.severity()).get(lang);
    page.text(row, SEVERITY, severity, &middle)?;
    page.text(row, 2, finding.rule.code, &middle)?;
    let unit = place.unit.as_ref();
    let unit = unit.map_or("", |unit| name_of(book.report, unit));
    page.text(row, 3, unit, &cell)?;
    page.text(row, 4, &about(finding, lang), &cell)?;
    page.text(row, 5, &finding.message(lang), &cell)?;
    let file = place.file.as_deref().unwrap_or_default();
    links.write(page, (row, 6), file, file, None)?;
    let sheet = place.sheet.as_deref();
    page.text(row, 7, sheet.unwrap_or_default(), &cell)?;
    match (sheet, place.cell) {
        (Some(sheet), Some(at)) => {
            let target = Some((sheet, Some(at)));
            links.write(page, (row, 8), &at.to_string(), file, target)?;
        }
        (None, Some(at)) => page.text(row, 8, &at.to_string(), &middle)?,
        (_, None) => page.text(row, 8, "", &middle)?,
    }
    effect(page, row, finding.effect.as_ref(), lang)?;
    page.text(row, 14, &finding.advice(lang), &cell)?;
    fact(page, row, 15, finding.found.as_ref(), lang)?;
    fact(page, row, 16, finding.expected.as_ref(), lang)
}

/// What a finding is about, as users call it.
pub(super) fn about(finding: &Finding, lang: Lang) -> String {
    match &finding.about {
        Some(About::Row(text)) => text.clone(),
        Some(About::Group(id, name)) => fill(words::ABOUT_GROUP.get(lang), &[&id.0, name]),
        Some(About::Total) => words::ABOUT_TOTAL.get(lang).to_string(),
        None => String::new(),
    }
}

fn effect(page: &mut Page, row: u32, effect: Option<&Effect>, lang: Lang) -> Done {
    let (number, middle) = (styles::number(styles::POINTS), styles::centered());
    let points = |points: Option<Points>, page: &mut Page, column: u16| match points {
        Some(points) => page.number(row, column, points.0, &number),
        None => page.text(row, column, "", &middle),
    };
    points(effect.and_then(|effect| effect.counted), page, 9)?;
    points(effect.map(|effect| effect.lowest), page, 10)?;
    points(effect.map(|effect| effect.highest), page, 11)?;
    let mark = |can: bool| if can { words::YES.get(lang) } else { "" };
    let bold = middle.clone().set_bold();
    let grade = effect.is_some_and(|effect| effect.changes_grade);
    page.text(row, 12, mark(grade), &bold)?;
    let rank = effect.is_some_and(|effect| effect.changes_rank);
    page.text(row, 13, mark(rank), &bold)
}

/// A number as a number, everything else as text.
fn fact(page: &mut Page, row: u32, column: u16, fact: Option<&Fact>, lang: Lang) -> Done {
    let format: Format = styles::cell();
    match fact {
        Some(Fact::Number(value)) => {
            let number = styles::number(styles::GENERAL);
            page.number(row, column, *value, &number)
        }
        Some(Fact::Text(text)) => page.text(row, column, text, &format),
        Some(fact) => page.text(row, column, &fact.show(lang), &format),
        None => page.text(row, column, "", &format),
    }
}

fn mark_severities(page: &mut Page, book: &Book) -> Done {
    let Some((first, last, column)) = severities(book) else {
        return Ok(());
    };
    let all = [Severity::Error, Severity::Warning, Severity::Info];
    for (index, severity) in all.into_iter().enumerate() {
        let rule = ConditionalFormatCellRule::EqualTo(words::severity(severity).get(book.lang));
        let mark = ConditionalFormatCell::new()
            .set_rule(rule)
            .set_format(styles::severity_mark(index));
        page.sheet
            .add_conditional_format(first, column, last, column, &mark)?;
    }
    Ok(())
}
