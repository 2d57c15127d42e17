//! Results to be rolled up, from files and folders.
//!
//! In: paths. Out: the facts of each result, read on all processors and reduced as they come; what is none, and what could not be
//! read, so that every file is accounted for. Not for: putting them together.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::app::pipeline::Watch;
use crate::app::pipeline::{data_side, side};
use crate::base::cell::Grid;
use crate::base::disk;
use crate::base::error::Error;
use crate::base::finding::Finding;
use crate::base::lang::Lang;
use crate::base::outside::Shown;
use crate::base::seal::{REPORT, ROLLUP, own_titles};
use crate::campaign::book;
use crate::campaign::decisions;
use crate::input::inbox::{self, InboxError};
use crate::input::intake;
use crate::input::read::ReadLimits;
use crate::output::data_file;
use crate::output::format_of;
use crate::output::glimpse::Glimpse;
use crate::output::outstanding;
use crate::result::report::Report;
use crate::result::report::record::CampaignColumns;
use crate::result::rollup::{FileCounts, ResultFacts, ResultHeading};

/// How the name of a result ends that stands beside its folder.
const ENDING: &str = "-tong-hop";
/// The banner stands among so many first rows.
const BANNER_WITHIN: u32 = 12;

/// All that was read.
#[derive(Debug, Default)]
pub struct GatheredResults {
    /// The results.
    pub results: Vec<ResultFacts>,
    /// How many files there were.
    pub counts: FileCounts,
    /// Files that could not be looked at.
    pub findings: Vec<Finding>,
    /// Files that were to be taken in and could not be, by name.
    pub refused: Vec<(String, Error)>,
    /// Files that are no results, by name.
    pub ignored: Vec<String>,
}

/// A file that may be a result.
#[derive(Clone, Debug)]
pub struct MaybeResult {
    /// Where it is.
    pub path: PathBuf,
    /// What it is called in what is said of it.
    pub name: String,
    /// Whether it was named itself, and not the folder that it is in.
    pub is_named: bool,
}

/// What a file turned out to be.
enum FoundFile {
    /// A result, and the data file beside it that its list of all values lies in.
    Result(Box<ResultFacts>, Option<PathBuf>),
    /// A data file, not read yet: it may lie beside its workbook.
    Data,
    /// A data file that counts with its workbook.
    Part,
    Other,
    Refused(Error),
}

/// The files that may be results, each once.
///
/// # Errors
/// [`Error::PathMissing`], [`Error::FolderUnreadable`].
pub fn candidates(
    paths: &[PathBuf],
    gathered: &mut GatheredResults,
) -> Result<Vec<MaybeResult>, Error> {
    let mut all = Vec::new();
    for path in paths {
        let Ok(found) = disk::entry(path) else {
            return Err(Error::PathMissing(path.clone()));
        };
        if found.is_folder() {
            all.extend(in_folder(path, paths.len() > 1, gathered)?);
        } else {
            all.push(MaybeResult {
                path: path.clone(),
                name: Shown::file_name(path).into(),
                is_named: true,
            });
        }
    }
    let mut seen: Vec<PathBuf> = Vec::new();
    all.retain(|one| {
        let own = place(&one.path);
        let is_new = !seen.contains(&own);
        if is_new {
            seen.push(own);
        }
        is_new
    });
    gathered.counts.found += all.len();
    Ok(all)
}

/// The files of a folder. `is_one_of` several inputs: their names begin with that of the folder.
fn in_folder(
    folder: &Path,
    is_one_of: bool,
    gathered: &mut GatheredResults,
) -> Result<Vec<MaybeResult>, Error> {
    let inbox = inbox::list(folder, &[]).map_err(|error| match error {
        InboxError::Missing(path) => Error::FolderMissing(path),
        InboxError::NotAFolder(path) => Error::NotAFolder(path),
        InboxError::Unreadable { path, source } => Error::FolderUnreadable { path, source },
    })?;
    let named = |name: &str| {
        if is_one_of {
            format!("{}/{name}", &*Shown::file_name(folder))
        } else {
            name.to_string()
        }
    };
    for refused in &inbox.refused {
        let finding = intake::load_finding(&refused.fault, &named(&refused.name));
        gathered.findings.push(finding);
        gathered.counts.found += 1;
        gathered.counts.refused += 1;
    }
    gathered.counts.found += inbox.ignored.len();
    gathered.counts.ignored += inbox.ignored.len();
    let received = inbox.received.into_iter();
    Ok(received
        .map(|received| MaybeResult {
            name: named(&received.name),
            path: received.path,
            is_named: false,
        })
        .collect())
}

/// Reads what may be results.
pub fn read(
    candidates: &[MaybeResult],
    limits: &ReadLimits,
    program: &Path,
    watch: &dyn Watch,
    gathered: &mut GatheredResults,
) {
    watch.reading(candidates.len());
    let mut met: Vec<FoundFile> = candidates
        .par_iter()
        .map(|one| {
            let met = look(one, limits, program);
            watch.read();
            met
        })
        .collect();
    let of_workbooks: HashSet<PathBuf> = met.iter().filter_map(list_of).collect();
    candidates.par_iter().zip(&mut met).for_each(|(one, met)| {
        if matches!(met, FoundFile::Data) {
            *met = if of_workbooks.contains(&place(&one.path)) {
                FoundFile::Part
            } else {
                taken(one, limits, program)
            };
        }
    });
    for (one, met) in candidates.iter().zip(met) {
        match met {
            FoundFile::Result(facts, _) => gathered.results.push(*facts),
            FoundFile::Part => {
                gathered.counts.found -= 1;
                gathered.counts.with_workbook += 1;
            }
            FoundFile::Data => {}
            FoundFile::Other => {
                gathered.counts.ignored += 1;
                gathered.ignored.push(one.name.clone());
            }
            FoundFile::Refused(error) => {
                gathered.counts.refused += 1;
                gathered.refused.push((one.name.clone(), error));
            }
        }
    }
}

/// The one path of a file that may be reached by several.
fn place(path: &Path) -> PathBuf {
    disk::real(path).unwrap_or_else(|_| path.to_path_buf())
}

/// The data file of a workbook that was read.
fn list_of(met: &FoundFile) -> Option<PathBuf> {
    match met {
        FoundFile::Result(_, beside) => beside.as_deref().map(place),
        _ => None,
    }
}

fn look(one: &MaybeResult, limits: &ReadLimits, program: &Path) -> FoundFile {
    let glimpse = match Glimpse::open(&one.path) {
        Ok(glimpse) => glimpse,
        Err(source) => {
            let path = one.path.clone();
            return FoundFile::Refused(Error::TableUnreadable { path, source });
        }
    };
    if data_side::format_seen(&glimpse).is_some() {
        return FoundFile::Data;
    }
    let is_json = side::is_json(&glimpse.start);
    let is_report = glimpse.has_property(REPORT) || is_json && format_of(&glimpse).is_some();
    if !is_report && (!one.is_named || is_other_of_ours(&glimpse)) {
        return FoundFile::Other;
    }
    taken(one, limits, program)
}

/// Reads what looks like a result.
fn taken(one: &MaybeResult, limits: &ReadLimits, program: &Path) -> FoundFile {
    match facts(&one.path, &one.name, limits, program) {
        Ok((facts, beside)) => FoundFile::Result(Box::new(facts), beside),
        // An audit, a comparison or a roll-up as JSON.
        Err(Error::NotAReport { .. }) if !one.is_named => FoundFile::Other,
        Err(error) => FoundFile::Refused(error),
    }
}

/// Whether this program wrote a file, and no consolidated result into it: then it was named with all others of a folder.
fn is_other_of_ours(glimpse: &Glimpse) -> bool {
    glimpse.has_property(decisions::STAMP)
        || glimpse.has_property(book::STAMP)
        || format_of(glimpse).is_some() && !side::is_json(&glimpse.start)
}

/// The facts of one result, and the data file beside its workbook that they come from. Whatever form results have, this is where it is
/// read.
///
/// # Errors
/// Whatever keeps it from being read; [`Error::NotAResult`] for a file that is none.
pub fn facts(
    path: &Path,
    name: &str,
    limits: &ReadLimits,
    program: &Path,
) -> Result<(ResultFacts, Option<PathBuf>), Error> {
    let none = || Error::NotAResult(path.to_path_buf());
    let mut heading = ResultHeading {
        file: name.to_string(),
        label: label(path),
        ..ResultHeading::default()
    };
    let mut beside = None;
    let side = if let Some(format) = data_side::format(path) {
        let listed = data_side::of_file(path, format, limits, program)?;
        heading.said(&listed.campaign);
        side::of_list(path, &listed)?
    } else {
        let bytes = side::bytes(path, limits)?;
        if side::is_json(&bytes) {
            let (report, side) = side::in_json(path, &bytes)?;
            heading.said(&in_report(report));
            side
        } else {
            let workbook = side::workbook(path, &bytes, limits, program)?;
            let listed = data_side::of_workbook(path, &workbook, limits, program)?;
            let mut listed = listed.ok_or_else(none)?;
            beside = listed.beside.take();
            heading.said(&CampaignColumns {
                percent_decimals: listed.campaign.percent_decimals,
                ..in_workbook(&workbook.grids)
            });
            side::of_own(path, &workbook, &listed)?
        }
    };
    let facts = ResultFacts::of(heading, side).ok_or_else(none)?;
    Ok((facts, beside))
}

/// What a result is called: by the folder whose result it is.
fn label(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default();
    let stem = Shown::name(stem).to_string();
    let own = stem.strip_suffix(data_file::ENDING).unwrap_or(&stem);
    let own = own.strip_suffix(ENDING).unwrap_or(own);
    let is_general = own.is_empty() || format!("-{own}") == ENDING;
    let folder = path.parent().and_then(Path::file_name);
    match folder.filter(|_| is_general) {
        Some(folder) => Shown::name(folder).to_string(),
        None => own.to_string(),
    }
}

/// The authority above the title of the first sheet, and the banner below it.
fn in_workbook(grids: &[Grid]) -> CampaignColumns {
    let names = [own_titles::OVERVIEW.vi, own_titles::OVERVIEW.en];
    let Some(first) = grids.iter().find(|grid| names.contains(&&*grid.name)) else {
        return CampaignColumns::default();
    };
    let text = |row: u32| {
        let cell = first.row(row).first()?;
        (cell.address.column == 0).then(|| cell.value.show().trim().to_string())
    };
    let mut lines = (1..BANNER_WITHIN).filter_map(text);
    let banner = lines.find(|line| outstanding::is_banner(line));
    CampaignColumns {
        authority: text(0).unwrap_or_default(),
        // One language for one state, whatever the workbook's.
        provisional: banner
            .map_or_else(String::new, |line| outstanding::banner_in(&line, Lang::Vi)),
        percent_decimals: None,
    }
}

/// The same of a report as JSON.
fn in_report(report: Report) -> CampaignColumns {
    CampaignColumns {
        provisional: outstanding::banner(&report, Lang::Vi).unwrap_or_default(),
        percent_decimals: Some(report.campaign.percent_decimals),
        authority: report.campaign.authority,
    }
}

/// Whether a file is the workbook of an earlier roll-up.
pub fn is_rollup(path: &Path) -> bool {
    Glimpse::open(path).is_ok_and(|found| found.has_property(ROLLUP))
}
