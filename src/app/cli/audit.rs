//! `tonghop audit`: what does not add up in a result table that was published.

use std::io;

use crate::app::cli::args::AuditArgs;
use crate::app::cli::formats::Named;
use crate::app::cli::results;
use crate::app::cli::screen::{of_severity, paint};
use crate::app::cli::table::{self, Column, Layout};
use crate::app::cli::{Context, FINDINGS, GOOD, targets, words};
use crate::app::pipeline::settings::{self, Choice};
use crate::app::pipeline::{self, side};
use crate::base::error::Error;
use crate::base::finding::{About, Finding};
use crate::base::lang::{Lang, phrase, plural, say};
use crate::base::outside::Shown;
use crate::input::intake;
use crate::input::published::{self, Known};
use crate::input::read::ReadLimits;
use crate::output::Content;
use crate::result::audit::{self, Audit, Verdict};

/// Audits a table, prints what was found, and writes what was asked for.
///
/// # Errors
/// Whatever keeps the table from being read or a result from being written; see [`Error`].
pub fn run(args: &AuditArgs, context: &mut Context<'_>) -> Result<u8, Error> {
    let folder = settings::folder(&args.table);
    let asked = (args.scheme.as_deref(), args.registry.as_deref());
    let choice = Choice {
        campaign: None,
        allow_outside: args.allow_outside,
        program: Some(context.program.clone()),
    };
    let definitions = pipeline::definitions(folder, &args.table, asked, &choice)?;
    let Named(targets) = &args.results;
    targets::named(targets, &[&args.table])?;
    let file = Shown::file_name(&args.table);
    let limits = ReadLimits::default();
    let bytes = side::bytes(&args.table, &limits)?;
    let workbook = side::workbook(&args.table, &bytes, &limits, &context.program)?;
    let known = Known {
        scheme: &definitions.scheme,
        registry: &definitions.registry,
        vocabulary: &definitions.vocabulary,
    };
    let published = published::recognise(&workbook.grids, known);
    if published.tables.is_empty() {
        return Err(Error::NoTable(args.table.clone()));
    }
    let faults = workbook.faults.iter();
    let of_reader = faults.map(|fault| intake::sheet_finding(fault, &file));
    let doubts = side::doubts(&args.table, &workbook);
    let doubts = doubts
        .into_iter()
        .chain(side::passed_over(&definitions.basis));
    let audit = audit::audit(&published, known, &file, of_reader.chain(doubts).collect());
    print(&audit, context)?;
    results::say_beside(context.out, &args.table, context.lang)?;
    let written = results::write(targets, false, Content::Audit(&audit), context)?;
    results::say(&written, context)?;
    let mut findings = audit.findings.iter();
    let is_bad = findings.any(|finding| args.fail_on.includes(finding.severity()));
    Ok(if is_bad { FINDINGS } else { GOOD })
}

/// Prints the verdict in one line, and the findings as a table.
fn print(audit: &Audit, context: &mut Context<'_>) -> io::Result<()> {
    let lang = context.lang;
    let out = &mut *context.out;
    let verdict = verdict(&audit.verdict, audit.findings.len(), lang);
    writeln!(out, "{}: {verdict}", audit.file)?;
    if audit.findings.is_empty() {
        return Ok(());
    }
    writeln!(out)?;
    let heads = [
        phrase("Mức", "Severity"),
        phrase("Mã", "Code"),
        phrase("Ô", "Cell"),
        phrase("Hạng", "Place"),
        phrase("Đơn vị", "Unit"),
        phrase("Nội dung", "Finding"),
    ];
    let mut rows = vec![heads.map(|head| head.get(lang).to_string())];
    rows.extend(
        audit
            .findings
            .iter()
            .map(|finding| line(audit, finding, lang)),
    );
    let layout = Layout {
        columns: &[
            Column::Short,
            Column::Short,
            Column::Short,
            Column::Short,
            Column::Words,
            Column::Sentence,
        ],
        indent: 0,
        width: context.width,
    };
    table::write(out, &rows, &layout)?;
    writeln!(out, "\n{}", words::more(context.is_own_window).get(lang))
}

/// A finding as a row of the table.
fn line(audit: &Audit, finding: &Finding, lang: Lang) -> [String; 6] {
    let place = &finding.place;
    let sheet = place.sheet.clone().unwrap_or_default();
    let cell = place.cell.map(|cell| format!("!{cell}"));
    let row = audit.row(finding).filter(|_| place.unit.is_some());
    let places = row.map(|row| (row.printed.place, row.place));
    let places = match places {
        Some((Some(printed), Some(right))) if printed != right => format!("{printed} → {right}"),
        Some((Some(printed), _)) => printed.to_string(),
        _ => String::new(),
    };
    let unit = match (row, &finding.about) {
        (Some(row), _) => row.printed.name.clone(),
        (None, Some(About::Row(name))) => name.clone(),
        (None, _) => String::new(),
    };
    [
        paint(
            of_severity(finding.severity()),
            finding.severity().name().get(lang),
        ),
        finding.rule.code.to_string(),
        format!("{sheet}{}", cell.unwrap_or_default()),
        places,
        unit,
        finding.message(lang),
    ]
}

/// The findings in one sentence.
fn verdict(verdict: &Verdict, findings: usize, lang: Lang) -> String {
    let Verdict {
        tables,
        units,
        totals_checked,
        ..
    } = *verdict;
    let what = say!(
        lang,
        "{tables} bảng, {units} đơn vị",
        ("{}, {}", plural(tables, "table"), plural(units, "unit"))
    );
    if findings == 0 {
        return say!(
            lang,
            "{what}: {totals_checked} tổng điểm cộng đúng, thứ hạng và xếp loại đúng.",
            "{what}: {totals_checked} totals add up, places and grades are right."
        );
    }
    format!("{what}: {}.", faults(verdict, lang).join("; "))
}

/// What was found, kind by kind.
fn faults(verdict: &Verdict, lang: Lang) -> Vec<String> {
    let Verdict {
        totals_checked,
        totals_wrong,
        within_rounding,
        inversions,
        places_changed,
        grades_wrong,
        other,
        ..
    } = *verdict;
    let beyond = totals_wrong - within_rounding;
    let parts = [
        (
            totals_wrong,
            say!(
                lang,
                "{totals_wrong}/{totals_checked} tổng điểm không khớp các cột ({within_rounding} có thể do làm tròn, {beyond} thì không)",
                "{totals_wrong} of {totals_checked} totals are not the sum of their columns ({within_rounding} by rounding, {beyond} not)"
            ),
        ),
        (
            inversions,
            say!(
                lang,
                "{inversions} chỗ xếp dưới đơn vị ít điểm hơn",
                "{inversions} placed below a unit with fewer points"
            ),
        ),
        (
            places_changed,
            say!(
                lang,
                "{places_changed} đơn vị đổi thứ hạng khi sửa tổng",
                (
                    "{} changed once totals are corrected",
                    plural(places_changed, "place")
                )
            ),
        ),
        (
            grades_wrong,
            say!(
                lang,
                "{grades_wrong} xếp loại không có căn cứ",
                ("{} without a basis", plural(grades_wrong, "grade"))
            ),
        ),
        (
            other,
            say!(
                lang,
                "{other} việc khác cần xem",
                ("{}", plural(other, "other finding"))
            ),
        ),
    ];
    let parts = parts.into_iter().filter(|(count, _)| *count > 0);
    parts.map(|(_, text)| text).collect()
}
