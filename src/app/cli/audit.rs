//! `tonghop audit`: what does not add up in a result table that was published.

mod own_list;
mod verdict;

use std::io;

use crate::app::cli::args::AuditArgs;
use crate::app::cli::formats::NamedOutputs;
use crate::app::cli::results;
use crate::app::cli::screen::{of_severity, paint};
use crate::app::cli::table::{self, ColumnContent, Layout};
use crate::app::cli::{Context, FINDINGS, GOOD, targets, words};
use crate::app::pipeline::settings;
use crate::app::pipeline::{self, Definitions, data_side, side};
use crate::base::error::Error;
use crate::base::finding::{About, Finding};
use crate::base::lang::{Lang, phrase};
use crate::base::outside::Shown;
use crate::input::intake;
use crate::input::published::{self, TableContext};
use crate::input::read::ReadLimits;
use crate::output::{Content, xlsx};
use crate::result::audit::{self, Audit, OwnTotals};

/// Audits a table, prints what was found, and writes what was asked for.
///
/// # Errors
/// Whatever keeps the table from being read or a result from being written; see [`Error`].
pub fn run(args: &AuditArgs, context: &mut Context<'_>) -> Result<u8, Error> {
    let NamedOutputs(targets) = &args.results;
    targets::named(targets, &[&args.table])?;
    let audit = match own_list::audited(args, &xlsx::own_limits(), context)? {
        Some((audit, lines)) => {
            own_list::print(&audit, &lines, context)?;
            audit
        }
        None => of_table(args, context)?,
    };
    results::say_beside(context.out, &args.table, context.lang)?;
    let written = results::write(targets, false, Content::Audit(&audit), context)?;
    results::say(&written, context)?;
    let mut findings = audit.findings.iter();
    let is_bad = findings.any(|finding| args.fail_on.includes(finding.severity()));
    Ok(if is_bad { FINDINGS } else { GOOD })
}

/// Audits a printed table, and prints what was found.
fn of_table(args: &AuditArgs, context: &mut Context<'_>) -> Result<Audit, Error> {
    let asked = (args.scheme.as_deref(), args.registry.as_deref());
    let choice = args.choice(&context.program);
    let folder = settings::of_result(&args.table);
    let definitions = pipeline::definitions(&folder, &args.table, asked, &choice)?;
    let file = Shown::file_name(&args.table);
    let limits = ReadLimits::default();
    let bytes = side::bytes(&args.table, &limits)?;
    let workbook = side::workbook(&args.table, &bytes, &limits, &context.program)?;
    let known = TableContext {
        scheme: &definitions.scheme,
        registry: &definitions.registry,
        vocabulary: &definitions.vocabulary,
        asked: definitions.is_asked,
    };
    let published = published::recognise(&workbook.grids, known);
    if published.tables.is_empty() {
        return Err(Error::NoTable(args.table.clone()));
    }
    let faults = workbook.faults.iter();
    let of_reader = faults.map(|fault| intake::sheet_finding(fault, &file));
    let doubts = side::doubts(&args.table, &workbook);
    let limits = &limits;
    let listed = data_side::of_workbook(&args.table, &workbook, limits, &context.program);
    let listed = listed?.unwrap_or_default();
    let doubts = doubts
        .into_iter()
        .chain(listed.doubts)
        .chain(side::passed_over(&definitions.basis));
    let own = OwnTotals::of(&listed.rows, known.scheme);
    let of_file = of_reader.chain(doubts).collect();
    let audit = audit::audit(&published, known, &file, &own, of_file);
    print(&audit, &definitions, context)?;
    Ok(audit)
}

/// Prints the verdict in one line, by what it was judged, and the findings as a table.
fn print(audit: &Audit, by: &Definitions, context: &mut Context<'_>) -> io::Result<()> {
    let lang = context.lang;
    let out = &mut *context.out;
    let said = verdict::verdict(audit, lang);
    writeln!(out, "{}: {said}", audit.file)?;
    for line in verdict::basis(audit, by, lang) {
        writeln!(out, "{line}")?;
    }
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
    let mut rows = vec![table::heads(heads, lang)];
    rows.extend(
        audit
            .findings
            .iter()
            .map(|finding| line(audit, finding, lang)),
    );
    let layout = Layout {
        columns: &[
            ColumnContent::Short,
            ColumnContent::Short,
            ColumnContent::Short,
            ColumnContent::Short,
            ColumnContent::Words,
            ColumnContent::Sentence,
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
