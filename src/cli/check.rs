//! `tonghop check`: findings only, for folders and for single files before they are sent.

use std::path::{Path, PathBuf};

use crate::campaign;
use crate::cli::args::CheckArgs;
use crate::cli::{Context, FINDINGS, GOOD, findings};
use crate::error::Error;
use crate::finding::Finding;
use crate::inbox::{Inbox, Received};
use crate::lang::Lang;
use crate::pipeline::Plan;
use crate::read::ReadLimits;
use crate::report::Report;
use crate::rules::units;

/// Checks files and folders.
///
/// # Errors
/// Whatever keeps them from being read at all; see [`Error`].
pub fn run(args: &CheckArgs, context: &mut Context<'_>) -> Result<u8, Error> {
    let mut reports = Vec::new();
    for path in &args.paths {
        let mut report = if path.is_file() {
            check_file(path, context)?
        } else {
            check_folder(path, context)?
        };
        report.findings.retain(|finding| is_wanted(finding, args));
        reports.push(report);
    }
    if args.json {
        let all: Vec<&Finding> = reports.iter().flat_map(|report| &report.findings).collect();
        serde_json::to_writer_pretty(&mut *context.out, &all).map_err(std::io::Error::from)?;
        writeln!(context.out)?;
    } else {
        reports
            .iter()
            .try_for_each(|report| print(report, context))?;
    }
    let is_bad = |finding: &Finding| args.fail_on.includes(finding.severity());
    let bad = reports
        .iter()
        .any(|report| report.findings.iter().any(is_bad));
    Ok(if bad { FINDINGS } else { GOOD })
}

fn is_wanted(finding: &Finding, args: &CheckArgs) -> bool {
    let is_in = |codes: &[String]| {
        codes
            .iter()
            .any(|code| code.eq_ignore_ascii_case(finding.rule.code))
    };
    (args.only.is_empty() || is_in(&args.only)) && !is_in(&args.ignore)
}

fn check_folder(folder: &Path, context: &Context<'_>) -> Result<Report, Error> {
    let plan = Plan::new(folder)?;
    let inbox = plan.list()?;
    Ok(plan.report(
        &inbox,
        ReadLimits::default(),
        &context.program,
        String::new(),
        &|| {},
    ))
}

/// Checks one file, by the campaign of the folder it is in, or of the folder above that. Other units are not asked for.
fn check_file(path: &Path, context: &Context<'_>) -> Result<Report, Error> {
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    let is_campaign = |folder: &Path| folder.join(campaign::FILE_NAME).is_file();
    let above = folder.join("..");
    let plan = Plan::new(if !is_campaign(folder) && is_campaign(&above) {
        &above
    } else {
        folder
    })?;
    let unreadable = |source| Error::FolderUnreadable {
        path: path.to_path_buf(),
        source,
    };
    let metadata = path.metadata().map_err(unreadable)?;
    let received = Received {
        path: path.to_path_buf(),
        entry: None,
        name: path
            .file_name()
            .map_or_else(PathBuf::new, PathBuf::from)
            .to_string_lossy()
            .into_owned(),
        size_bytes: metadata.len(),
        modified: metadata.modified().ok(),
    };
    let inbox = Inbox {
        received: vec![received],
        ..Inbox::default()
    };
    let mut report = plan.report(
        &inbox,
        ReadLimits::default(),
        &context.program,
        String::new(),
        &|| {},
    );
    report
        .findings
        .retain(|finding| ![&units::UNIT_MISSING, &units::NOTHING_USABLE].contains(&finding.rule));
    Ok(report)
}

/// Prints the findings of each unit, worst first; units without findings only count.
fn print(report: &Report, context: &mut Context<'_>) -> Result<(), Error> {
    let lang = context.lang;
    let mut sections: Vec<(Option<&str>, Vec<&Finding>)> = Vec::new();
    for finding in &report.findings {
        let name = finding
            .place
            .unit
            .as_ref()
            .and_then(|unit| report.unit_name(unit));
        match sections.iter_mut().find(|(other, _)| *other == name) {
            Some((_, findings)) => findings.push(finding),
            None => sections.push((name, vec![finding])),
        }
    }
    let out = &mut *context.out;
    for (name, list) in &mut sections {
        list.sort_by_key(|finding| std::cmp::Reverse(finding.severity()));
        let unknown = match lang {
            Lang::Vi => "Chưa rõ đơn vị",
            Lang::En => "Unit not known",
        };
        writeln!(out, "{} ({})", name.unwrap_or(unknown), list.len())?;
        list.iter()
            .try_for_each(|finding| findings::write(out, finding, lang))?;
        writeln!(out)?;
    }
    let (files, count) = (report.intake.files.len(), report.findings.len());
    match (count, lang) {
        (0, Lang::Vi) => writeln!(out, "Đã kiểm tra {files} tệp: không có cảnh báo.")?,
        (0, Lang::En) => writeln!(out, "{files} files checked: no findings.")?,
        (_, Lang::Vi) => writeln!(
            out,
            "Đã kiểm tra {files} tệp: {count} cảnh báo. Xem giải thích: tonghop explain MÃ"
        )?,
        (_, Lang::En) => writeln!(
            out,
            "{files} files checked: {count} findings. For more: tonghop explain CODE"
        )?,
    }
    Ok(())
}
