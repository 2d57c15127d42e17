//! `tonghop check`: findings only, for folders and for single files before they are sent.

use std::cmp::Reverse;
use std::collections::HashMap;
use std::path::Path;

use indexmap::IndexSet;

use crate::app::cli::args::CheckArgs;
use crate::app::cli::findings::{self, Others};
use crate::app::cli::next::{DECISIONS, OF_FILES, OF_NEARLY_ALL};
use crate::app::cli::progress::Progress;
use crate::app::cli::screen::{STRONG, paint};
use crate::app::cli::unknown;
use crate::app::cli::{Context, FINDINGS, GOOD, basis, explain, limits, words};
use crate::app::pipeline::known_forms::own_report;
use crate::app::pipeline::{Watch, some_workbook};
use crate::base::disk;
use crate::base::error::Error;
use crate::base::finding::Finding;
use crate::base::lang::{Lang, phrase, plural, say};
use crate::base::opening;
use crate::base::outside::Shown;
use crate::base::rules::{Bearing, Rule, Severity, edits};
use crate::input::inbox::{Inbox, Received};
use crate::result::report::{Report, ToldFinding, together};

/// Checks files and folders.
///
/// # Errors
/// Whatever keeps them from being read at all; see [`Error`].
pub fn run(args: &CheckArgs, context: &mut Context<'_>) -> Result<u8, Error> {
    limits::limits(&args.limit)?;
    // A code that no finding has is refused: a filter that does nothing would look like a clean file.
    let (only, ignore) = (all_rules(&args.only)?, all_rules(&args.ignore)?);
    let is_wanted = |finding: &Finding| {
        (only.is_empty() || only.contains(&finding.rule)) && !ignore.contains(&finding.rule)
    };
    for path in &args.paths {
        let Ok(found) = disk::entry(path) else {
            return Err(Error::PathMissing(path.clone()));
        };
        if !found.is_folder() {
            opening::regular(&found).map_err(|source| Error::TableUnreadable {
                path: path.clone(),
                source,
            })?;
        }
    }
    let mut reports = Vec::new();
    let mut said = IndexSet::new();
    for path in &args.paths {
        let (mut report, basis) = if disk::is_file(path) {
            check_file(path, args, context)?
        } else {
            check_folder(path, args, context)?
        };
        // Returns of one folder rest on the same.
        if !args.json && said.insert(basis.clone()) {
            writeln!(context.out, "{basis}")?;
        }
        report.findings.retain(is_wanted);
        reports.push(report);
    }
    if args.json {
        let all: Vec<&Finding> = reports.iter().flat_map(|report| &report.findings).collect();
        serde_json::to_writer_pretty(&mut *context.out, &all).map_err(std::io::Error::from)?;
        writeln!(context.out)?;
    } else {
        print(&reports, context)?;
    }
    let is_bad = |finding: &Finding| args.fail_on.includes(finding.severity());
    let bad = reports
        .iter()
        .any(|report| report.findings.iter().any(is_bad));
    Ok(if bad { FINDINGS } else { GOOD })
}

fn all_rules(codes: &[String]) -> Result<Vec<&'static Rule>, Error> {
    codes.iter().map(|code| explain::rule(code)).collect()
}

/// Checks a folder, and says by what.
fn check_folder(
    folder: &Path,
    args: &CheckArgs,
    context: &mut Context<'_>,
) -> Result<(Report, String), Error> {
    let limits = limits::limits(&args.limit)?;
    let choice = args.choice(&context.program);
    let plan = unknown::chosen(folder, &choice, context.lang)?;
    let inbox = plan.list()?;
    let progress = Progress::new(context);
    progress.reading(inbox.received.len());
    let done = || progress.read();
    let report = own_report(&plan, &inbox, limits, &context.program, &done)?;
    some_workbook(&report, &plan.returns)?;
    drop(progress);
    Ok((report, basis::lines(&plan, &inbox, context.lang)))
}

/// Checks one file, and says by what: the campaign of a folder that it is in. Other units are not asked for.
fn check_file(
    path: &Path,
    args: &CheckArgs,
    context: &mut Context<'_>,
) -> Result<(Report, String), Error> {
    let limits = limits::limits(&args.limit)?;
    let choice = args.choice(&context.program);
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let mut plan = unknown::chosen(folder, &choice, context.lang)?;
    plan.look_at(folder);
    // What was decided is about the returns of a folder; a single file is checked as it is.
    plan.decisions.clear();
    let unreadable = |source| Error::FolderUnreadable {
        path: path.to_path_buf(),
        source,
    };
    let found = disk::entry(path).map_err(unreadable)?;
    let received = Received {
        path: path.to_path_buf(),
        entry: None,
        name: Shown::file_name(path).into(),
        size_bytes: found.bytes,
        modified: found.modified,
    };
    let inbox = Inbox {
        received: vec![received],
        ..Inbox::default()
    };
    let mut report = own_report(&plan, &inbox, limits, &context.program, &|| {})?;
    let is_table = |finding: &Finding| finding.rule == &edits::RESULT_TABLE;
    if report.findings.iter().any(is_table) {
        context.tables.push(path.to_path_buf());
    }
    report
        .findings
        .retain(|finding| finding.rule.bearing != Bearing::NoResult);
    Ok((report, basis::lines(&plan, &inbox, context.lang)))
}

/// What is told of one unit, or of nobody known.
struct UnitFindings<'r> {
    name: Option<&'r str>,
    findings: Vec<ToldFinding<'r>>,
}

impl UnitFindings<'_> {
    fn counts(&self) -> [usize; 3] {
        counts(self.findings.iter().map(|told| told.first))
    }
}

/// Findings by unit, worst first: units by their worst findings and how many of those they have.
fn sections(reports: &[Report], lang: Lang) -> Vec<UnitFindings<'_>> {
    let mut sections: Vec<UnitFindings<'_>> = Vec::new();
    let mut places: HashMap<Option<&str>, usize> = HashMap::new();
    for report in reports {
        let names = report.unit_names();
        let findings: Vec<&Finding> = report.findings.iter().collect();
        for told in together(report, &findings) {
            let finding = told.first;
            let unit = finding.place.unit.as_ref();
            let name = unit.and_then(|unit| names.get(unit).copied());
            let is_decision = finding.rule.bearing == Bearing::OfDecision;
            let name = name.or(is_decision.then(|| DECISIONS.get(lang)));
            let of_all = if told.is_of_files() {
                OF_FILES
            } else {
                OF_NEARLY_ALL
            };
            let of_all = told.is_several().then(|| of_all.get(lang));
            let name = of_all.or(name);
            let place = *places.entry(name).or_insert(sections.len());
            match sections.get_mut(place) {
                Some(section) => section.findings.push(told),
                None => sections.push(UnitFindings {
                    name,
                    findings: vec![told],
                }),
            }
        }
    }
    for section in &mut sections {
        section
            .findings
            .sort_by_key(|told| Reverse(told.first.severity()));
    }
    let is_of_all = |section: &UnitFindings<'_>| section.name == Some(OF_NEARLY_ALL.get(lang));
    sections.sort_by_cached_key(|section| (!is_of_all(section), Reverse(section.counts())));
    sections
}

/// Errors, warnings, notes.
fn counts<'r>(findings: impl Iterator<Item = &'r Finding>) -> [usize; 3] {
    let mut counts = [0; 3];
    let [errors, warnings, notes] = &mut counts;
    for finding in findings {
        match finding.severity() {
            Severity::Error => *errors += 1,
            Severity::Warning => *warnings += 1,
            Severity::Info => *notes += 1,
        }
    }
    counts
}

/// Prints the findings of each unit, worst first; units without findings only count.
fn print(reports: &[Report], context: &mut Context<'_>) -> Result<(), Error> {
    let lang = context.lang;
    let out = &mut *context.out;
    for section in sections(reports, lang) {
        let unknown = phrase("Chưa rõ đơn vị", "Unit not known").get(lang);
        let (name, list) = (section.name.unwrap_or(unknown), &section.findings);
        let findings: usize = list.iter().map(ToldFinding::counted).sum();
        let counted = match list.len() {
            entries if entries == findings => findings.to_string(),
            entries => say!(
                lang,
                "{findings} mục, nêu gộp {entries}",
                ("{}, told in {entries}", plural(findings, "finding"))
            ),
        };
        writeln!(out, "{} ({counted})", paint(STRONG, name))?;
        list.iter()
            .try_for_each(|told| findings::told(out, told, Others::Named, lang))?;
        writeln!(out)?;
    }
    for line in reports.iter().filter_map(|one| one.decisions_line(lang)) {
        writeln!(out, "{line}.")?;
    }
    let files: usize = reports.iter().map(|one| one.intake.files.len()).sum();
    let [errors, warnings, notes] = counts(reports.iter().flat_map(Report::counted_findings));
    let more = words::more(context.is_own_window).get(lang);
    let found = if errors + warnings + notes == 0 {
        phrase("không có cảnh báo.", "no findings.")
            .get(lang)
            .to_string()
    } else {
        say!(
            lang,
            "{errors} lỗi, {warnings} cảnh báo, {notes} ghi chú. {more}",
            (
                "{}, {}, {}. {more}",
                plural(errors, "error"),
                plural(warnings, "warning"),
                plural(notes, "note")
            )
        )
    };
    let checked = say!(
        lang,
        "Đã kiểm tra {files} tệp",
        ("{} checked", plural(files, "file"))
    );
    writeln!(out, "{checked}: {found}")?;
    Ok(())
}
