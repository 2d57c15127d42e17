//! The results of a run, written together.
//!
//! In: a workbook and JSON, each where it is wanted. Out: both, whole, and what has to be said of which runs they are. Not for: what
//! stands in them, or who may replace what, which `write::files` knows.

use std::fs::Metadata;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::Serialize;

use crate::app::cli::targets::output_error;
use crate::app::cli::{Context, summary};
use crate::app::pipeline::own;
use crate::base::error::Error;
use crate::base::lang::Lang;
use crate::base::outside::Shown;
use crate::output::files::{self, Aside, Written};
use crate::output::{WriteError, json, run};

/// Where the results of a run are wanted.
#[derive(Clone, Copy, Debug)]
pub(super) struct Targets<'a> {
    pub workbook: Option<&'a Path>,
    pub json: Option<&'a Path>,
    /// The JSON stands beside the workbook under its name, whichever that becomes.
    pub is_beside: bool,
}

/// What was written.
#[derive(Debug)]
pub(super) struct Results {
    pub written: Vec<Written>,
    /// Two results of different runs, and how that came about.
    apart: Option<(PathBuf, PathBuf, Apart)>,
}

#[derive(Clone, Copy, Debug)]
enum Apart {
    /// They were so before this run, as one leaves them that is killed between the two.
    Before,
    /// This run wrote the first of them alone.
    Now,
    /// They are not written but read.
    Read,
}

/// Writes the results: all of them beside their places first, so that whatever keeps one from being written keeps the others as
/// they were, and then one right after the other.
///
/// # Errors
/// [`Error::Build`] if one could not be built, [`Error::Output`].
pub(super) fn write(
    targets: Targets<'_>,
    workbook: impl FnOnce() -> Result<Vec<u8>, WriteError>,
    result: &impl Serialize,
    context: &Context<'_>,
) -> Result<Results, Error> {
    let sealed = |bytes: Vec<u8>| own::sealed(&bytes, context.lang, &context.program);
    let workbook = targets
        .workbook
        .map(|path| Ok((path, sealed(workbook()?)?)));
    let workbook = workbook.transpose().map_err(|error| build(&error))?;
    let json = targets.json.map(|path| Ok((path, json::json(result)?)));
    let json = json.transpose().map_err(|error| build(&error))?;
    let is_sealed = workbook.as_ref().is_none_or(|(_, sealed)| sealed.is_sealed);
    let workbook = workbook.map(|(path, sealed)| (path, sealed.bytes));
    let before = targets.workbook.zip(targets.json);
    let before = before.filter(|(one, other)| run::differ(one, other));
    let (workbook, json) = (aside(workbook.as_ref())?, aside(json.as_ref())?);
    let judge = |found: &[u8]| own::in_the_way(found, &context.program);
    let put = |file: Aside<'_>, path: &Path| file.put(path, &judge).map_err(output_error);
    let mut written = Vec::new();
    if let Some((path, file)) = workbook {
        written.push(Written {
            is_unsealed: !is_sealed,
            ..put(file, path)?
        });
    }
    if let Some((path, file)) = json {
        let own = written.first().filter(|_| targets.is_beside);
        let beside = own.map(|own| own.path.with_extension("json"));
        written.push(put(file, beside.as_deref().unwrap_or(path))?);
    }
    let pair = |(one, other): (&Path, &Path), apart| (one.into(), other.into(), apart);
    let apart = before.map(|both| pair(both, Apart::Before));
    let apart = apart.or_else(|| {
        let alone = written
            .first()
            .filter(|_| targets.is_beside && written.len() == 1)?;
        let beside = alone.path.with_extension("json");
        run::differ(&alone.path, &beside).then(|| pair((&alone.path, &beside), Apart::Now))
    });
    Ok(Results { written, apart })
}

fn aside<'a>(
    result: Option<&'a (&'a Path, Vec<u8>)>,
) -> Result<Option<(&'a Path, Aside<'a>)>, Error> {
    let aside = result.map(|(path, bytes)| Ok((*path, files::aside(path, bytes)?)));
    aside.transpose().map_err(output_error)
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
    match &results.apart {
        Some((one, other, apart)) => writeln!(out, "{}", sentence(one, other, *apart, lang)),
        None => Ok(()),
    }
}

/// Says of a result that is read that its other form, beside it, is of another run.
///
/// # Errors
/// What the writer says.
pub(super) fn say_beside(out: &mut dyn Write, read: &Path, lang: Lang) -> io::Result<()> {
    let has = |wanted: &str| {
        read.extension()
            .is_some_and(|own| own.eq_ignore_ascii_case(wanted))
    };
    let other = if has("json") { "xlsx" } else { "json" };
    let beside = read.with_extension(other);
    let is_file = |path: &Path| path.metadata().as_ref().is_ok_and(Metadata::is_file);
    if is_file(read) && run::differ(read, &beside) {
        writeln!(out, "{}", sentence(read, &beside, Apart::Read, lang))?;
    }
    Ok(())
}

fn sentence(one: &Path, other: &Path, apart: Apart, lang: Lang) -> String {
    let (one, other) = (Shown::path(one), Shown::path(other));
    match (apart, lang) {
        (Apart::Before, Lang::Vi) => format!(
            "Lưu ý: trước lần chạy này, {one} và {other} là kết quả của hai lần chạy khác nhau"
        ),
        (Apart::Before, Lang::En) => {
            format!("Note: before this run, {one} and {other} were results of two different runs")
        }
        (Apart::Now, Lang::Vi) => format!(
            "Lưu ý: {other} là kết quả của một lần chạy khác, không dùng cùng {one}; thêm --json để ghi lại cả hai"
        ),
        (Apart::Now, Lang::En) => format!(
            "Note: {other} is the result of another run and does not belong to {one}; add --json to write both"
        ),
        (Apart::Read, Lang::Vi) => format!(
            "Lưu ý: {one} và {other} là kết quả của hai lần chạy khác nhau; hãy kiểm tra xem đã chọn đúng tệp chưa"
        ),
        (Apart::Read, Lang::En) => format!(
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
