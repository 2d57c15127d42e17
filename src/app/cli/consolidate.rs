//! `tonghop FOLDER`: the main job.

use std::path::{Path, PathBuf};

use crate::app::cli::args::ConsolidateArgs;
use crate::app::cli::decision_book::BookOutcome;
use crate::app::cli::formats::Target;
use crate::app::cli::list_place::ListedIn;
use crate::app::cli::progress::Progress;
use crate::app::cli::results::Results;
use crate::app::cli::targets::{beside, is_below};
use crate::app::cli::{
    Context, FINDINGS, GOOD, annex, basis, decision_book, letters, limits, list_place, results,
    summary, targets, unknown, weighed,
};
use crate::app::pipeline::settings::{Basis, Choice, RESULT};
use crate::app::pipeline::side::{self, BareTableBasis};
use crate::app::pipeline::{Plan, Watch, relative, some_form, some_workbook};
use crate::base::error::Error;
use crate::base::finding::TableSide;
use crate::base::lang::phrase;
use crate::base::outside::Shown;
use crate::input::intake::FolderReader;
use crate::input::read::{ReadLimits, Reader};
use crate::output::xlsx::SheetLimits;
use crate::output::{comparison, files, is_own_text};
use crate::result::diff::{self, Diff, Side};
use crate::result::report::{self, Report};

/// Reads a folder and writes the consolidated workbook.
///
/// # Errors
/// Whatever keeps a result from being made or written; see [`Error`].
pub fn run(args: &ConsolidateArgs, context: &mut Context<'_>) -> Result<u8, Error> {
    let limits = limits::limits(&args.limit)?;
    let choice = args.choice(&context.program);
    let mut plan = unknown::chosen(&args.folder, &choice, context.lang)?;
    let target = target(args, &mut plan)?;
    let targets = args.beside.of(&target);
    let annex = look_at(args, (&target, &targets))?;
    let places = (args.letters.as_deref(), &*args.folder, &*plan.returns);
    let letters = letters::prepare(places, context.lang)?;
    // After the target's folder is clear of what killed runs left, which may be this one.
    let inbox = plan.list()?;
    let folder = relative(target.parent().unwrap_or(Path::new("")), &plan.returns);
    let progress = Progress::new(context);
    let previous = last_year(args, &choice, &limits, (context, &progress))?;
    progress.reading(inbox.received.len());
    let done = || progress.read();
    let reader = Reader::new(limits.clone(), context.program.clone());
    // Forms that nobody knows are asked again: what a campaign is proposed from, and what that campaign understands of them.
    let returned = match plan.basis {
        Basis::BuiltIn => FolderReader::keeping(&reader, &is_own_text),
        _ => FolderReader::new(&reader, &is_own_text),
    };
    let mut report = plan.report_from(&inbox, &returned, folder.clone(), &done);
    let asked = (&reader, &returned);
    let provisional = unknown::plan(args, (&plan, &report), asked, (context, &progress))?;
    let mut said = Vec::new();
    let is_provisional = provisional.is_some();
    if let Some(provisional) = provisional {
        let decisions = std::mem::take(&mut plan.decisions);
        (plan, said) = (provisional.plan, provisional.lines);
        plan.decisions = decisions;
        report = plan.report_from(&inbox, &returned, folder, &|| {});
    }
    drop(returned);
    progress.writing();
    some_workbook(&report, &plan.returns).and_then(|()| some_form(&report, &plan.returns))?;
    said.extend(weighed(&target, (&plan, &report), &limits, context));
    let comparison = match (previous, &args.previous) {
        (Some(previous), Some(path)) => Some(compare(&previous, path, &mut report, &plan)),
        _ => None,
    };
    let whole = (&report, comparison.as_ref(), is_provisional);
    let places = (&*target, &*targets);
    let written = write(args, places, (&plan, whole), (&reader, context))?;
    let annex = annex::write(annex.as_deref(), &report)?;
    drop(progress);
    said.extend(comparison.map(|one| comparison::verdict(&one, context.lang)));
    said.iter()
        .try_for_each(|line| writeln!(context.out, "{line}"))?;
    if let Some(previous) = &args.previous {
        results::say_beside(context.out, previous, context.lang)?;
    }
    let basis = basis::lines(&plan, &inbox, context.lang);
    summary::write(context.out, &report, &basis, context.lang)?;
    list_place::say(&written.results, written.listed_in, context)?;
    decision_book::say(context.out, &written.book, context.lang)?;
    annex::say(annex.as_ref(), context)?;
    letters::write(letters.as_ref(), (&plan, &report), context)?;
    say_where(&target, &plan, context)?;
    let status = status(&report, args);
    free(report);
    Ok(status)
}

/// Frees a report, which takes most of a second over ten thousand units, without waiting for it: the program is about to end.
fn free(report: Report) {
    if cfg!(target_family = "wasm") {
        drop(report);
    } else {
        rayon::spawn(move || drop(report));
    }
}

/// What was written, but for what goes to others: annex and letters.
struct RunWritten {
    results: Results,
    listed_in: ListedIn,
    book: BookOutcome,
}

/// Writes the result in all its forms, the list of values and the decision workbook, which are made side by side.
fn write(
    args: &ConsolidateArgs,
    (target, targets): (&Path, &[Target]),
    (plan, (report, comparison, is_provisional)): (&Plan, (&Report, Option<&Diff>, bool)),
    (reader, context): (&Reader, &Context<'_>),
) -> Result<RunWritten, Error> {
    let most = (plan.campaign.data_rows, SheetLimits::default());
    let listed_in = list_place::place(args.data, most, report);
    let run = (args.folder.as_path(), plan);
    let (program, lang) = (&*context.program, context.lang);
    let (results, book) = rayon::join(
        || list_place::made(targets, (report, comparison), listed_in, (lang, program)),
        || decision_book::made(run, target, (report, is_provisional), (program, reader)),
    );
    let (book, results) = (book?, results?);
    Ok(RunWritten {
        results: results.put(targets, program)?,
        listed_in,
        book: book.put(context)?,
    })
}

/// Where the result goes; decisions that lie beside it count as well, where none were named.
fn target(args: &ConsolidateArgs, plan: &mut Plan) -> Result<PathBuf, Error> {
    let named = args.output.clone();
    let target = named.map_or_else(|| default_output(&args.folder), Ok)?;
    if args.decisions.is_empty() {
        plan.add_decisions_beside(&args.folder, &target);
    }
    Ok(target)
}

/// How the criteria differ from those of the result that is about to be replaced, where that is a campaign's and can be read.
fn weighed(
    target: &Path,
    (plan, report): (&Plan, &Report),
    limits: &ReadLimits,
    context: &Context<'_>,
) -> Vec<String> {
    let Basis::Campaign(_) = plan.basis else {
        return Vec::new();
    };
    if !files::is_ours(target) {
        return Vec::new();
    }
    let before = side::own_result(target, limits, &context.program);
    let now = || side::of_report(report);
    before.map_or_else(Vec::new, |before| {
        weighed::lines(target, &before, &now(), context.lang)
    })
}

/// Last year's result, where there is one to compare with.
fn last_year(
    args: &ConsolidateArgs,
    choice: &Choice,
    limits: &ReadLimits,
    (context, progress): (&Context<'_>, &Progress),
) -> Result<Option<Side>, Error> {
    let Some(path) = args.previous.as_deref() else {
        return Ok(None);
    };
    // The campaign that was named is this year's.
    let choice = Choice {
        campaign: None,
        decisions: Vec::new(),
        ..choice.clone()
    };
    let (program, folder) = (&context.program, &args.folder);
    side::side(
        path,
        BareTableBasis::beside(folder),
        &choice,
        limits,
        program,
        progress,
    )
    .map(|side| Some(unknown::marked(side, context.lang)))
}

/// That a result lies among the returns.
fn say_where(target: &Path, plan: &Plan, context: &mut Context<'_>) -> Result<(), Error> {
    if is_below(target, &plan.returns) {
        let note = phrase(
            "Lưu ý: kết quả nằm trong thư mục nhận phiếu; các lần chạy sau nhận ra tệp này và không tính là phiếu (TH123)",
            "Note: the result lies among the returns; later runs recognise it and do not count it as one (TH123)",
        );
        writeln!(context.out, "{}", note.get(context.lang))?;
    }
    Ok(())
}

/// Tests, before the long work, where results go. Gives the place of the annex, where one is wanted.
fn look_at(
    args: &ConsolidateArgs,
    (target, targets): (&Path, &[Target]),
) -> Result<Option<PathBuf>, Error> {
    let read: Vec<&Path> = args.previous.iter().map(PathBuf::as_path).collect();
    let (main, _) = targets.split_at(1);
    if args.output.is_some() {
        targets::named(main, &read)?;
    } else {
        let mut main = main.iter();
        main.try_for_each(|main| files::probe(&main.path).map_err(Error::from))?;
    }
    let annex = annex::path(args, target);
    let results = targets.iter().map(|one| one.path.as_path());
    let results: Vec<&Path> = results.chain(annex.as_deref()).collect();
    targets::apart(&results, &read)?;
    Ok(annex)
}

/// Compares with last year, and adds the findings that only this can give.
fn compare(previous: &Side, path: &Path, report: &mut Report, plan: &Plan) -> Diff {
    let current = side::of_report(report);
    let tolerance = plan.campaign.movement_tolerance.into();
    let mut findings = diff::findings(previous, &current, tolerance);
    let mut diff = diff::diff(previous, &current);
    for doubt in &mut diff.findings {
        // Nobody can choose the scheme of last year's table here.
        doubt.table = Some(TableSide::LastYear);
    }
    // Its file does not lie in the inbox, from which the links of findings start.
    let file = match relative(&plan.returns, path).as_str() {
        // The returns themselves are no name.
        "" | "." => Shown::file_name(path).into(),
        file => String::from(Shown::line(file)),
    };
    let of_result = findings.iter_mut().filter(|one| one.place.unit.is_none());
    for doubt in of_result.chain(&mut diff.findings) {
        doubt.place.file = Some(file.clone());
    }
    findings.extend(diff.findings.iter().cloned());
    report::add_findings(report, findings, &plan.registry);
    diff
}

fn status(report: &Report, args: &ConsolidateArgs) -> u8 {
    let is_bad = report
        .findings
        .iter()
        .any(|finding| args.fail_on.includes(finding.severity()));
    if is_bad { FINDINGS } else { GOOD }
}

/// `FOLDER-tong-hop.xlsx` beside the folder.
fn default_output(folder: &Path) -> Result<PathBuf, Error> {
    beside(folder, &format!("{RESULT}.xlsx"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_result_stands_beside_the_folder() {
        let path = default_output(Path::new("samples/kontum-2017/")).ok();
        assert_eq!(
            path,
            Some(PathBuf::from("samples/kontum-2017-tong-hop.xlsx"))
        );
    }
}
