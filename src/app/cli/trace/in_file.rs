//! `tonghop trace FILE UNIT [ID]`: what a result that was written says of a number.
//!
//! In: a workbook, a data file or JSON of ours. Out: for JSON the same pages as for a folder; for a list of all values what it holds, and
//! what it does not say. Not for: reading returns.

use std::io::{self, Write};

use serde::Serialize;

use crate::app::cli::args::TraceArgs;
use crate::app::cli::trace::listed_page::ListedPage;
use crate::app::cli::trace::{TracePage, trace};
use crate::app::cli::{Context, GOOD, findings, limits};
use crate::app::pipeline::traced_file::{self, ListedFile, TracedFile};
use crate::base::error::Error;
use crate::base::finding::{About, Finding};
use crate::base::ids::UnitId;
use crate::base::lang::{Lang, phrase, say};
use crate::base::outside::Shown;
use crate::base::rules::edits;
use crate::base::text;
use crate::result::report::Report;
use crate::result::trace::{ListedPart, ListedResult, ListedTrace};

/// What a list says, with the word that tells it from the traces of a report.
#[derive(Serialize)]
struct WrittenTrace<'r> {
    of: &'static str,
    #[serde(flatten)]
    trace: &'r ListedTrace<'r>,
}

/// Traces in a file.
///
/// # Errors
/// Whatever keeps the file from being read; [`Error::UnknownUnit`], [`Error::UnknownId`].
pub(super) fn run(args: &TraceArgs, context: &mut Context<'_>) -> Result<u8, Error> {
    let limits = limits::of_results(&args.limit)?;
    if args.campaign.is_some() || !args.decisions.is_empty() {
        let note = phrase(
            "Lưu ý: tệp này đã có bộ tiêu chí và quyết định của mình; --campaign, --decisions không được dùng.",
            "Note: this file brings its own scheme and decisions; --campaign and --decisions are not used.",
        );
        writeln!(context.err, "{}", note.get(context.lang))?;
    }
    match traced_file::read(&args.folder, &limits, &context.program)? {
        TracedFile::Report(report, doubts) => of_report(args, &report, &doubts, context)?,
        TracedFile::Listed(file) => of_list(args, &file, context)?,
    }
    Ok(GOOD)
}

fn of_report(
    args: &TraceArgs,
    report: &Report,
    doubts: &[Finding],
    context: &mut Context<'_>,
) -> Result<(), Error> {
    let names = report.unit_names();
    let units: Vec<(UnitId, &str)> = report
        .levels
        .iter()
        .flat_map(|level| {
            let rows = level.rows.iter().map(|row| &row.unit);
            rows.chain(level.gaps.iter().map(|gap| &gap.unit))
        })
        .filter_map(|unit| Some((unit.clone(), *names.get(unit)?)))
        .collect();
    let unit = unit(&units, &args.unit)?;
    let trace = trace(report, &unit, args.id.as_deref())?;
    let file = Shown::file_name(&args.folder);
    let of = (report.unit_name(&unit).unwrap_or_default(), Some(&*file));
    if args.json {
        printed(&trace, context)?;
        return Ok(told(context.err, doubts, of, context.lang)?);
    }
    let page = TracePage {
        report,
        lang: context.lang,
    };
    page.write(context.out, &trace)?;
    Ok(told(context.out, doubts, of, context.lang)?)
}

fn of_list(args: &TraceArgs, file: &ListedFile, context: &mut Context<'_>) -> Result<(), Error> {
    let result = ListedResult {
        rows: &file.rows,
        findings: file.findings.as_deref().unwrap_or_default(),
    };
    let unit = unit(&result.units(), &args.unit)?;
    let part = match &args.id {
        Some(id) => result.part(id).map_err(|nearest| Error::UnknownId {
            id: id.clone(),
            nearest,
        })?,
        None => ListedPart::Unit,
    };
    let trace = result.trace(&unit, part);
    let of = (trace.unit_name, file.is_data_file.then_some(&*file.name));
    if args.json {
        let trace = WrittenTrace {
            of: "list",
            trace: &trace,
        };
        printed(&trace, context)?;
        return Ok(told(context.err, &file.doubts, of, context.lang)?);
    }
    let page = ListedPage {
        file,
        result,
        lang: context.lang,
    };
    page.write(context.out, &trace)?;
    told(context.out, &file.doubts, of, context.lang)?;
    Ok(page.unknown(context.out, &trace)?)
}

/// The trace as JSON. What makes the file doubtful goes to where no program takes it for a part of that.
fn printed(trace: &impl Serialize, context: &mut Context<'_>) -> Result<(), Error> {
    serde_json::to_writer_pretty(&mut *context.out, trace).map_err(io::Error::from)?;
    Ok(writeln!(context.out)?)
}

/// What makes the file doubtful, contradictions of other units as a number; nothing where nothing does. `audited`: the file of which
/// `audit` tells all of them; of a workbook it judges what is printed.
fn told(
    out: &mut dyn Write,
    doubts: &[Finding],
    (unit, audited): (&str, Option<&str>),
    lang: Lang,
) -> io::Result<()> {
    if doubts.is_empty() {
        return Ok(());
    }
    let head = phrase("Cảnh báo về tệp kết quả", "Findings about the file");
    writeln!(out, "\n{}: {}", head.get(lang), doubts.len())?;
    let is_of_other = |one: &&Finding| match &one.about {
        Some(About::Row(text)) => one.rule == &edits::CONTRADICTORY && !is_of(text, unit),
        _ => false,
    };
    let mut own = doubts.iter().filter(|one| !is_of_other(one));
    own.try_for_each(|one| findings::write(out, one, lang))?;
    let others = doubts.iter().filter(is_of_other).count();
    if others == 0 {
        return Ok(());
    }
    let more = say!(
        lang,
        "  … và {others} cảnh báo về số của đơn vị khác hoặc của thống kê",
        "  … and {others} about numbers of other units or statistics"
    );
    let all = say!(
        lang,
        ("; xem đủ: tonghop audit {}", audited.unwrap_or_default()),
        (
            "; all of them: tonghop audit {}",
            audited.unwrap_or_default()
        )
    );
    writeln!(out, "{more}{}", audited.map_or("", |_| &all))
}

/// Whether what a contradiction is about is a number of a unit: `Sở Y tế, thứ hạng` is none of `Sở Y`.
fn is_of(about: &str, unit: &str) -> bool {
    let rest = about.strip_prefix(unit);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(", "))
}

/// The unit of a code (`STC`, `tinh/STC`) or a name, as a file has them; of a name without diacritics where one unit only has it.
fn unit(units: &[(UnitId, &str)], typed: &str) -> Result<UnitId, Error> {
    let (key, bare) = (text::key(typed), text::bare_key(typed));
    // From what names one unit to what several may have.
    let is_meant = |way: u8, id: &UnitId, name: &str| match way {
        0 => id.to_string().eq_ignore_ascii_case(typed),
        1 => id.code.eq_ignore_ascii_case(typed),
        2 => text::key(name) == key,
        _ => text::bare_key(name) == bare,
    };
    let by = |way: u8| {
        let meant = units.iter().filter(|(id, name)| is_meant(way, id, name));
        meant.map(|(id, _)| id.clone()).collect::<Vec<UnitId>>()
    };
    let unknown = |nearest: Vec<String>| Error::UnknownUnit {
        name: typed.to_string(),
        nearest,
    };
    let mut found = (0..4).map(by).filter(|found| !found.is_empty());
    match found.next().as_deref() {
        Some([only]) => Ok(only.clone()),
        Some(several) => Err(unknown(several.iter().map(ToString::to_string).collect())),
        None => {
            let names = units.iter().map(|(_, name)| *name);
            let nearest = text::nearest(typed, names).into_iter();
            Err(unknown(nearest.map(str::to_string).collect()))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_begins_another_is_another_unit() {
        assert!(is_of("Xã Đăk Long, tổng điểm", "Xã Đăk Long"));
        assert!(!is_of("Xã Đăk Long Đông, tổng điểm", "Xã Đăk Long"));
    }
}
