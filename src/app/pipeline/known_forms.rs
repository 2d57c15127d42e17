//! Whether forms are those of the scheme that the program carries: a plain folder is never judged by it in silence.
//!
//! In: a run without a campaign file, and its report. Out: whether its forms are others; an error for what cannot propose a campaign
//! of its own. Not for: what is proposed, and not for writing it.

use std::collections::BTreeSet;
use std::path::Path;

use crate::app::pipeline::propose::suggest_inbox;
use crate::app::pipeline::settings::Basis;
use crate::app::pipeline::{Plan, some_form};
use crate::base::error::Error;
use crate::base::lang::Lang;
use crate::base::rules::edits;
use crate::base::text;
use crate::input::inbox::Inbox;
use crate::input::intake::FolderReader;
use crate::input::propose::{NotUnderstood, Suggestion};
use crate::input::read::{ReadLimits, Reader};
use crate::output::is_own_text;
use crate::result::report::Report;

/// Percent of a unit's criteria that are read in forms of the scheme.
const READ_PERCENT: usize = 50;

/// More than one of so many names is the scheme's at least, in forms that are its own.
const KNOWN_SHARE: usize = 3;

/// Reads the files of an inbox by a plan, for a command that writes no campaign. Where nobody named one, forms of another scheme than the
/// built-in one are told and not judged by it.
///
/// # Errors
/// [`Error::NoCampaign`].
pub fn own_report(
    plan: &Plan,
    inbox: &Inbox,
    limits: ReadLimits,
    program: &Path,
    done: &(dyn Fn() + Sync),
) -> Result<Report, Error> {
    let reader = Reader::new(limits, program.to_path_buf());
    if plan.basis != Basis::BuiltIn {
        let returned = FolderReader::new(&reader, &is_own_text);
        return Ok(plan.report_from(inbox, &returned, String::new(), done));
    }
    // What is asked again is not read again.
    let returned = FolderReader::keeping(&reader, &is_own_text);
    let report = plan.report_from(inbox, &returned, String::new(), done);
    if is_known(&report) || are_tables(&report, inbox) || some_form(&report, &plan.returns).is_err()
    {
        return Ok(report);
    }
    // The language is that of questions, of which none is told here.
    let suggested = suggest_inbox(inbox, &plan.returns, &returned, Lang::Vi)?;
    if are_others(&suggested, plan, &report) {
        return Err(Error::NoCampaign(plan.returns.clone()));
    }
    Ok(report)
}

/// Whether forms are others than the scheme's, by what they suggest.
pub fn are_others(
    suggested: &Result<Suggestion, NotUnderstood>,
    plan: &Plan,
    report: &Report,
) -> bool {
    match suggested {
        Ok(suggestion) => !is_of(names(suggestion), plan),
        Err(fault) => is_foreign(fault, plan, report),
    }
}

/// Whether the files are tables of results: these are told as such, whatever scheme they are by.
fn are_tables(report: &Report, inbox: &Inbox) -> bool {
    let tables = report.findings.iter();
    let tables = tables.filter(|one| one.rule == &edits::RESULT_TABLE);
    let tables: BTreeSet<&str> = tables.filter_map(|one| one.place.file.as_deref()).collect();
    let mut received = inbox.received.iter();
    received.all(|one| tables.contains(one.name.as_str()))
}

/// Whether most criteria of the units were read: the forms are the scheme's.
pub fn is_known(report: &Report) -> bool {
    let rows = report.levels.iter().flat_map(|level| &level.rows);
    let (mut read, mut all) = (0, 0);
    for score in rows.flat_map(|row| row.score.criteria.values()) {
        all += 1;
        read += usize::from(score.claimed.value().is_some());
    }
    all > 0 && read * 100 >= all * READ_PERCENT
}

/// Whether forms of which nothing can be proposed are others than the scheme's: by the few criteria with points that were found, or where
/// there are none by what the rows say.
fn is_foreign(fault: &NotUnderstood, plan: &Plan, report: &Report) -> bool {
    if !fault.criteria.is_empty() {
        return !is_of(fault.criteria.iter().map(String::as_str), plan);
    }
    let rows = report.levels.iter().flat_map(|level| &level.rows);
    let mut scores = rows.flat_map(|row| row.score.criteria.values());
    let is_read = scores.any(|score| score.claimed.value().is_some());
    let groups = plan.scheme.groups.iter().map(|one| &one.name);
    let names = groups.chain(plan.scheme.criteria.iter().map(|one| &one.name));
    let names: BTreeSet<String> = names.map(|name| text::key(name)).collect();
    // Forms of the same field share a name or two.
    let shared = names.intersection(&fault.texts).count();
    let is_known = shared * KNOWN_SHARE > names.len().min(fault.texts.len());
    !fault.seen.is_empty() && !is_read && !is_known
}

/// Whether most of the criteria that were found are the scheme's: the forms are its own, however little was read of them.
fn is_of<'s>(names: impl IntoIterator<Item = &'s str>, plan: &Plan) -> bool {
    let known: BTreeSet<String> = plan
        .scheme
        .criteria
        .iter()
        .map(|one| text::key(&one.name))
        .collect();
    let (mut shared, mut all) = (0, 0);
    for name in names {
        all += 1;
        shared += usize::from(known.contains(&text::key(name)));
    }
    shared * 2 >= all
}

/// The criteria of a proposal, by their text.
fn names(suggestion: &Suggestion) -> impl Iterator<Item = &str> {
    let criteria = suggestion.proposal.documents.scheme.get("criterion");
    let criteria = criteria
        .and_then(|list| list.as_array())
        .map_or(&[][..], Vec::as_slice);
    criteria.iter().filter_map(|one| one.get("name")?.as_str())
}
