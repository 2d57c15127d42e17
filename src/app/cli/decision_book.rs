//! The decision workbook beside a result: written with what is asked anew, and kept where somebody has written in it.
//!
//! In: a report, the place of its result, the decision workbooks that are there. Out: a file with the questions that none of those that
//! stay asks, and what is said of it. Not for: what stands in it, and not for reading decisions.

use std::collections::BTreeSet;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::app::cli::{Context, results};
use crate::app::pipeline::decision_files;
use crate::app::pipeline::{Plan, settings};
use crate::base::disk;
use crate::base::error::Error;
use crate::base::lang::{Lang, phrase, plural, say};
use crate::base::outside::Shown;
use crate::campaign::decisions::BESIDE;
use crate::input::decisions::AskedQuestion;
use crate::input::read::Reader;
use crate::output::file_in_place::FileInPlace;
use crate::output::files::{self, OtherNameBecause, Written};
use crate::output::xlsx::decisions;
use crate::output::{OutputBytes, OutputFormat};
use crate::result::report::{Question, Report};

/// What a run does about the decision workbook.
#[derive(Debug)]
pub(super) enum DecisionBook {
    /// Nothing: its place would be among the returns, which nobody trusts.
    AmongReturns,
    /// Nothing: those that are there ask all there is to ask.
    Nothing(Vec<PathBuf>),
    /// One is written, beside those that stay.
    New(NewBook),
}

/// A decision workbook that is to be written.
#[derive(Debug)]
pub(super) struct NewBook {
    /// The first name that it may have.
    path: PathBuf,
    made: OutputBytes,
    /// How many questions it asks.
    questions: usize,
    /// Those that stay.
    stay: Vec<PathBuf>,
}

/// What became of it.
#[derive(Debug)]
pub(super) enum BookOutcome {
    AmongReturns,
    Nothing(Vec<PathBuf>),
    Written {
        written: Written,
        questions: usize,
        stay: Vec<PathBuf>,
    },
}

/// Makes the decision workbook of a run. `folder` is what the run was asked to consolidate; of criteria that are only
/// proposed there is none.
///
/// # Errors
/// [`Error::Build`] if it cannot be built.
pub(super) fn made(
    (folder, plan): (&Path, &Plan),
    target: &Path,
    (report, is_provisional): (&Report, bool),
    (program, reader): (&Path, &Reader),
) -> Result<DecisionBook, Error> {
    // Whoever has a campaign proposed looks at that first: what is asked hangs on it.
    if is_provisional {
        return Ok(DecisionBook::Nothing(Vec::new()));
    }
    let around = settings::folder(target);
    let Some(path) = path_beside(target, folder) else {
        return Ok(DecisionBook::Nothing(Vec::new()));
    };
    if is_within(around, &plan.returns) {
        return Ok(DecisionBook::AmongReturns);
    }
    let mut stay = plan.decisions.clone();
    let replaced = replaced(&path, program);
    let is_there = disk::exists(&replaced);
    // A result of that name has no questions, and stays as well.
    stay.retain(|one| !is_same(one, &replaced) && !files::is_ours(one));
    let read = plan.read_decisions(reader);
    let asked: BTreeSet<AskedQuestion> = stay
        .iter()
        .flat_map(|one| read.asked(one).iter().cloned())
        .collect();
    let mut questions = report.questions();
    questions.retain(|one| !asked.contains(&key(one)));
    if questions.is_empty() && !stay.is_empty() && !is_there {
        return Ok(DecisionBook::Nothing(stay));
    }
    let made = decisions::workbook(report, &questions, program);
    Ok(DecisionBook::New(NewBook {
        path,
        made: made.map_err(|error| results::build(&error))?,
        questions: questions.len(),
        stay,
    }))
}

impl DecisionBook {
    /// Writes it. Called after the result has its place.
    ///
    /// # Errors
    /// [`Error::Output`].
    pub(super) fn put(self, context: &Context<'_>) -> Result<BookOutcome, Error> {
        let new = match self {
            DecisionBook::AmongReturns => return Ok(BookOutcome::AmongReturns),
            DecisionBook::Nothing(stay) => return Ok(BookOutcome::Nothing(stay)),
            DecisionBook::New(new) => new,
        };
        let program = &context.program;
        let judge =
            |format: &dyn OutputFormat, found: &mut FileInPlace<'_>| format.kept(found, program);
        let put = files::write(&new.path, &new.made.bytes, &judge)?;
        let written = Written {
            is_unsealed: !new.made.is_sealed,
            ..put
        };
        Ok(BookOutcome::Written {
            written,
            questions: new.questions,
            stay: new.stay,
        })
    }
}

/// The question as a row of a workbook has it.
fn key(question: &Question) -> AskedQuestion {
    let id = question.id.to_string();
    (id.trim().to_string(), question.ground.hash.clone())
}

/// The path of the first decision workbook of a folder, beside the result.
fn path_beside(target: &Path, folder: &Path) -> Option<PathBuf> {
    let beside = settings::beside(folder, &format!("{BESIDE}.xlsx")).ok()?;
    Some(target.with_file_name(beside.file_name()?))
}

/// The name that the workbook will have: the first that is free, or taken by one that nobody has changed.
fn replaced(path: &Path, program: &Path) -> PathBuf {
    let mut names = (1..=files::NAMES).map(|number| files::numbered(path, number));
    let is_ready =
        |path: &PathBuf| !disk::exists(path) || decision_files::is_untouched(path, program);
    names.find(is_ready).unwrap_or_else(|| path.to_path_buf())
}

fn is_same(one: &Path, other: &Path) -> bool {
    match (disk::real(one), disk::real(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => one == other,
    }
}

/// Whether a folder is another, or lies in it.
fn is_within(inner: &Path, folder: &Path) -> bool {
    match (disk::real(inner), disk::real(folder)) {
        (Ok(inner), Ok(folder)) => inner.starts_with(folder),
        _ => false,
    }
}

/// Says what became of the decision workbook.
///
/// # Errors
/// What the writer says.
pub(super) fn say(out: &mut dyn Write, outcome: &BookOutcome, lang: Lang) -> io::Result<()> {
    match outcome {
        BookOutcome::AmongReturns => {
            let note = phrase(
                "Không lập tệp quyết định vì kết quả nằm trong thư mục nhận phiếu",
                "No decision workbook is written, because the result lies among the returns",
            );
            writeln!(out, "{}", note.get(lang))
        }
        BookOutcome::Nothing(stay) => {
            let Some(names) = names(stay) else {
                return Ok(());
            };
            let line = say!(
                lang,
                "Tệp quyết định: {names} (giữ nguyên; không có câu hỏi mới)",
                "Decisions: {names} (kept as it is; nothing new is asked)"
            );
            writeln!(out, "{line}")
        }
        BookOutcome::Written {
            written,
            questions,
            stay,
        } => say_written(out, written, (*questions, stay), lang),
    }
}

fn say_written(
    out: &mut dyn Write,
    written: &Written,
    (questions, stay): (usize, &[PathBuf]),
    lang: Lang,
) -> io::Result<()> {
    let path = Shown::path(&written.path);
    let names = names(stay);
    let count = match (questions, &names) {
        (0, _) => phrase("không có câu hỏi nào", "nothing is asked")
            .get(lang)
            .to_string(),
        (_, None) => say!(
            lang,
            "{questions} câu hỏi",
            ("{}", plural(questions, "question"))
        ),
        (_, Some(_)) => say!(
            lang,
            "{questions} câu hỏi mới",
            ("{}", plural(questions, "new question"))
        ),
    };
    let line = say!(
        lang,
        "Tệp quyết định: {path} ({count})",
        "Decisions: {path} ({count})"
    );
    writeln!(out, "{line}")?;
    if let Some(names) = names {
        let kept = say!(
            lang,
            "  ({names}: đã có người ghi nên giữ nguyên, vẫn được đọc)",
            "  ({names}: somebody has written in it, so it stays as it is and is read)"
        );
        writeln!(out, "{kept}")?;
    }
    let other = written.also.iter().map(|(_, why)| why);
    let mut reasons = written.instead_of.iter().chain(other);
    let is_open = |why: &&OtherNameBecause| {
        matches!(
            why,
            OtherNameBecause::Locked | OtherNameBecause::OwnerFile | OtherNameBecause::NotOurs
        )
    };
    if reasons.any(|why| is_open(&why)) {
        let note = phrase(
            "  (tên mặc định đang mở ở chương trình khác hoặc là tệp không phải của tonghop)",
            "  (the usual name is open in another program, or is no file of tonghop)",
        );
        writeln!(out, "{}", note.get(lang))?;
    }
    Ok(())
}

/// Some files as they are found from here; nothing of none.
fn names(paths: &[PathBuf]) -> Option<String> {
    let from_here = paths
        .iter()
        .map(|path| path.strip_prefix(".").unwrap_or(path));
    let names: Vec<String> = from_here
        .map(|path| Shown::path(path).to_string())
        .collect();
    (!names.is_empty()).then(|| names.join("; "))
}
