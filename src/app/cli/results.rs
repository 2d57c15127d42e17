//! The results of a run, written together.
//!
//! In: what there is to write, and where it is wanted in which format. Out: all of it, whole, and what has to be said of which runs
//! the files are. Not for: what stands in them, which each format knows.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::app::cli::formats::Target;
use crate::app::cli::{Context, summary};
use crate::base::disk;
use crate::base::error::Error;
use crate::base::lang::{Lang, say};
use crate::base::outside::Shown;
use crate::output::data_file::DataFormat;
use crate::output::file_in_place::FileInPlace;
use crate::output::files::{self, OutputError, StagedFile, Written};
use crate::output::{Content, OutputBytes, OutputFormat, WriteError, formats, main_format, run};

/// What was written.
#[derive(Debug, Default)]
pub(super) struct Results {
    pub written: Vec<Written>,
    /// Results of different runs, two by two, and how that came about.
    apart: Vec<(PathBuf, PathBuf, OutOfStep)>,
}

#[derive(Clone, Copy, Debug)]
enum OutOfStep {
    /// They were so before this run, as one leaves them that is killed between the two.
    Before,
    /// This run wrote the first of them without the other, whose format this is.
    Now(&'static str),
    /// They are not written but read.
    Read,
}

/// Writes the results: all of them beside their places first, so that whatever keeps one from being written keeps the others as
/// they were, and then one right after the other. `is_beside`: they stand under the name of the first, whichever that becomes.
///
/// # Errors
/// [`Error::Build`] if one could not be built, [`Error::Output`].
pub(super) fn write(
    targets: &[Target],
    is_beside: bool,
    result: Content<'_>,
    context: &Context<'_>,
) -> Result<Results, Error> {
    let made = made(targets, result, (context.lang, &context.program))?;
    put(targets, is_beside, &made, &context.program, || Ok(None))
}

/// Makes the results, each in its format.
///
/// # Errors
/// [`Error::Build`] if one could not be built.
pub(super) fn made(
    targets: &[Target],
    result: Content<'_>,
    (lang, program): (Lang, &Path),
) -> Result<Vec<OutputBytes>, Error> {
    let written = |target: &Target| target.format.write(result, lang, program);
    let made: Result<Vec<OutputBytes>, WriteError> = targets.par_iter().map(written).collect();
    made.map_err(|error| build(&error))
}

/// Writes the results that were made as [`write()`] does, and puts another file in its place before them, once all are written aside.
///
/// # Errors
/// [`Error::Output`], and those of the other file.
pub(super) fn put(
    targets: &[Target],
    is_beside: bool,
    made: &[OutputBytes],
    program: &Path,
    put_other: impl FnOnce() -> Result<Option<Written>, Error>,
) -> Result<Results, Error> {
    let mut apart = pairs(targets);
    let aside: Result<Vec<StagedFile<'_>>, OutputError> = targets
        .iter()
        .zip(made)
        .map(|(target, made)| files::aside(&target.path, &made.bytes))
        .collect();
    let judge =
        |format: &dyn OutputFormat, found: &mut FileInPlace<'_>| format.kept(found, program);
    let mut written: Vec<Written> = Vec::with_capacity(targets.len());
    let aside = aside?;
    let other = put_other()?;
    for ((target, made), file) in targets.iter().zip(made).zip(aside) {
        let first = written.first().filter(|_| is_beside);
        let path = match first {
            Some(first) => first.path.with_extension(target.format.extension()),
            None => target.path.clone(),
        };
        let put = file.put(&path, &judge)?;
        written.push(Written {
            is_unsealed: !made.is_sealed,
            ..put
        });
    }
    if let Some(first) = written.first().filter(|_| is_beside) {
        apart.extend(left(targets, &first.path));
        apart.extend(left_data(&first.path));
    }
    written.extend(other);
    Ok(Results { written, apart })
}

/// Results that are to be replaced and are of different runs than the first of them.
fn pairs(targets: &[Target]) -> Vec<(PathBuf, PathBuf, OutOfStep)> {
    let Some((first, others)) = targets.split_first() else {
        return Vec::new();
    };
    let others = others.iter();
    let others = others.filter(|other| run::differ(&first.path, &other.path));
    others
        .map(|other| (first.path.clone(), other.path.clone(), OutOfStep::Before))
        .collect()
}

/// Results beside what was written that this run did not write, of other runs.
fn left(targets: &[Target], written: &Path) -> Vec<(PathBuf, PathBuf, OutOfStep)> {
    let is_written = |extension: &&str| {
        let mut asked = targets.iter().map(|target| target.format.extension());
        asked.any(|one| one == *extension)
    };
    let others = formats().map(OutputFormat::extension);
    let others = others.filter(|extension| !is_written(extension));
    let others = others.map(|extension| (written.with_extension(extension), extension));
    others
        .filter(|(beside, _)| run::differ(written, beside))
        .map(|(beside, extension)| (written.into(), beside, OutOfStep::Now(extension)))
        .collect()
}

/// Data files beside what was written that are of other runs.
fn left_data(written: &Path) -> impl Iterator<Item = (PathBuf, PathBuf, OutOfStep)> {
    let all = DataFormat::ALL.into_iter();
    let beside = all.map(|format| (format.beside(written), format.option()));
    let others = beside.filter(|(beside, _)| run::differ(written, beside));
    others.map(|(beside, option)| (written.into(), beside, OutOfStep::Now(option)))
}

/// Says where results were written, also to whoever runs the command.
///
/// # Errors
/// What the writer says.
pub(super) fn say(results: &Results, context: &mut Context<'_>) -> io::Result<()> {
    let (out, lang) = (&mut *context.out, context.lang);
    let mut written = results.written.iter();
    let paths = written.clone().map(|one| one.path.clone());
    context.written.extend(paths);
    written.try_for_each(|one| summary::result(out, one, lang))?;
    let mut notes = results.apart.iter();
    notes
        .try_for_each(|(one, other, apart)| writeln!(out, "{}", sentence(one, other, *apart, lang)))
}

/// Says of a result that is read that its other form, beside it, is of another run.
///
/// # Errors
/// What the writer says.
pub(super) fn say_beside(out: &mut dyn Write, read: &Path, lang: Lang) -> io::Result<()> {
    let is_own = |format: &&dyn OutputFormat| {
        read.extension()
            .is_some_and(|own| own.eq_ignore_ascii_case(format.extension()))
    };
    if !disk::is_file(read) {
        return Ok(());
    }
    // A workbook of any other kind is what an office program made of ours.
    let own = formats().find(is_own).unwrap_or(main_format());
    let others = formats().map(OutputFormat::extension);
    let others = others.filter(|other| *other != own.extension());
    let beside = others.map(|other| read.with_extension(other));
    let mut apart = beside.filter(|beside| run::differ(read, beside));
    apart.try_for_each(|beside| writeln!(out, "{}", sentence(read, &beside, OutOfStep::Read, lang)))
}

fn sentence(one: &Path, other: &Path, apart: OutOfStep, lang: Lang) -> String {
    let (one, other) = (Shown::path(one), Shown::path(other));
    match apart {
        OutOfStep::Before => say!(
            lang,
            "Lưu ý: trước lần chạy này, {one} và {other} là kết quả của hai lần chạy khác nhau",
            "Note: before this run, {one} and {other} were results of two different runs"
        ),
        OutOfStep::Now(format) => say!(
            lang,
            "Lưu ý: {other} là kết quả của một lần chạy khác, không dùng cùng {one}; thêm --{format} để ghi lại cả hai",
            "Note: {other} is the result of another run and does not belong to {one}; add --{format} to write both"
        ),
        OutOfStep::Read => say!(
            lang,
            "Lưu ý: {one} và {other} là kết quả của hai lần chạy khác nhau; hãy kiểm tra xem đã chọn đúng tệp chưa",
            "Note: {one} and {other} are results of two different runs; see whether the right one was named"
        ),
    }
}

/// The error of a result that could not be built.
pub(super) fn build(error: &WriteError) -> Error {
    let cause = std::error::Error::source(error)
        .map(|cause| format!(": {cause}"))
        .unwrap_or_default();
    Error::Build(format!("{error}{cause}"))
}
