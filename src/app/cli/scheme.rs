//! `tonghop scheme …`: for a scheme's author.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use crate::app::cli::{Context, GOOD, grades, rule};
use crate::app::pipeline::{self, convert, workbook};
use crate::base::error::{Error, in_book};
use crate::base::lang::{Lang, phrase, say};
use crate::base::outside::Shown;
use crate::base::points::Decimal;
use crate::campaign::scheme::{PerLevel, Scheme};

/// `scheme …`
#[derive(Debug, Args)]
pub struct SchemeArgs {
    /// What to do with it.
    #[command(subcommand)]
    pub command: SchemeCommand,
}

/// Commands about a scheme.
#[derive(Debug, Subcommand)]
pub enum SchemeCommand {
    /// Says what is wrong with it.
    Check(SchemePath),
    /// Prints it.
    Show(SchemePath),
    /// Writes a campaign as a workbook.
    Export(ExportArgs),
    /// Writes a campaign workbook as text files.
    Import(ImportArgs),
}

/// Options of `scheme export`.
#[derive(Debug, Args)]
pub struct ExportArgs {
    /// A campaign's file or folder, or the id of a built-in scheme.
    #[arg(value_name = "CAMPAIGN")]
    pub campaign: String,
    /// The workbook.
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
}

/// Options of `scheme import`.
#[derive(Debug, Args)]
pub struct ImportArgs {
    /// The workbook.
    #[arg(value_name = "FILE")]
    pub workbook: PathBuf,
    /// The folder of the text files.
    #[arg(short, long, value_name = "FOLDER")]
    pub output: PathBuf,
}

/// Which scheme.
#[derive(Debug, Args)]
pub struct SchemePath {
    /// A file, or the id of a built-in scheme.
    #[arg(value_name = "SCHEME", default_value = "kontum-2017")]
    pub scheme: String,
}

/// Checks or prints a scheme.
///
/// # Errors
/// The scheme cannot be read or is wrong; [`Error::Print`].
pub fn run(command: &SchemeCommand, context: &mut Context<'_>) -> Result<u8, Error> {
    match command {
        SchemeCommand::Check(path) if workbook::is_book(Path::new(&path.scheme)) => {
            check_book(Path::new(&path.scheme), context)?;
        }
        SchemeCommand::Check(path) => {
            let scheme = pipeline::load_scheme(&path.scheme)?;
            let good = phrase("đúng", "is good").get(context.lang);
            writeln!(
                context.out,
                "{}: {good}: {}",
                path.scheme,
                counts(&scheme, context.lang)
            )?;
        }
        SchemeCommand::Export(args) => {
            convert::export(&args.campaign, &args.output, &context.program, context.lang)?;
            let written = phrase("Đã ghi", "Written").get(context.lang);
            writeln!(context.out, "{written}: {}", Shown::path(&args.output))?;
        }
        SchemeCommand::Import(args) => {
            let written = phrase("Đã ghi", "Written").get(context.lang);
            for path in convert::import(&args.workbook, &args.output, &context.program)? {
                writeln!(context.out, "{written}: {}", Shown::path(&path))?;
            }
        }
        SchemeCommand::Show(path) => show(&pipeline::load_scheme(&path.scheme)?, context)?,
    }
    Ok(GOOD)
}

/// A campaign workbook that is right, with what is doubtful in it.
fn check_book(path: &Path, context: &mut Context<'_>) -> Result<(), Error> {
    let read = workbook::read(path, &context.program)?;
    let lang = context.lang;
    for note in &read.findings {
        writeln!(context.out, "{}", in_book(note, lang))?;
    }
    let Some(loaded) = &read.loaded else {
        return Err(Error::CampaignBook(read.findings));
    };
    let (path, counts) = (Shown::path(path), counts(&loaded.scheme, lang));
    let units = loaded.registry.units().count();
    let line = say!(
        lang,
        "{path}: đúng: {counts}, {units} đơn vị",
        "{path}: is good: {counts}, {units} units"
    );
    writeln!(context.out, "{line}")?;
    Ok(())
}

fn counts(scheme: &Scheme, lang: Lang) -> String {
    let figures: usize = scheme
        .criteria
        .iter()
        .map(|criterion| criterion.figures.len())
        .sum();
    let (levels, groups) = (scheme.levels.len(), scheme.groups.len());
    let (criteria, statistics) = (scheme.criteria.len(), scheme.statistics.len());
    say!(
        lang,
        "{levels} cấp, {groups} nhóm, {criteria} tiêu chí, {figures} số liệu, {statistics} chỉ tiêu thống kê",
        "{levels} levels, {groups} groups, {criteria} criteria, {figures} figures, {statistics} statistics"
    )
}

fn show(scheme: &Scheme, context: &mut Context<'_>) -> Result<(), Error> {
    let lang = context.lang;
    let out = &mut *context.out;
    writeln!(out, "{} (v{}): {}", scheme.id, scheme.version, scheme.name)?;
    writeln!(out, "{}", counts(scheme, lang))?;
    let limits: Vec<String> = scheme
        .grades
        .iter()
        .map(|grade| format!("{} ≥ {}", grade.name, grades::written(grade, scheme, lang)))
        .collect();
    writeln!(out, "{}{}", limits.join(" · "), shares(scheme, lang))?;
    for group in &scheme.groups {
        writeln!(
            out,
            "\n{}. {} [{}{}{}]",
            group.id,
            group.name,
            cap(group.cap.is_set(), lang),
            maximum(&group.maximum, scheme, lang),
            weight(group.weight, lang)
        )?;
        for criterion in scheme
            .criteria
            .iter()
            .filter(|criterion| criterion.group_code() == group.id.0)
        {
            let rule = rule::short(&criterion.rule, scheme.rounding.points_decimals, lang);
            writeln!(
                out,
                "  {} {} [{}{}{}] {rule}",
                criterion.id,
                criterion.name,
                cap(criterion.cap.is_set(), lang),
                maximum(&criterion.maximum, scheme, lang),
                weight(criterion.weight, lang)
            )?;
            for figure in criterion
                .figures
                .iter()
                .filter(|figure| figure.name.is_some())
            {
                writeln!(
                    out,
                    "      {} = {} ({})",
                    figure.id,
                    figure.label(criterion),
                    figure.unit
                )?;
            }
        }
    }
    let heading = phrase("Chỉ tiêu thống kê", "Statistics").get(lang);
    writeln!(out, "\n{heading}")?;
    for statistic in &scheme.statistics {
        writeln!(
            out,
            "  {}) {}: {}",
            statistic.section, statistic.id, statistic.name
        )?;
    }
    Ok(())
}

/// A line that scores are shares of the maximum; nothing where they are points.
fn shares(scheme: &Scheme, lang: Lang) -> String {
    let Some(whole) = scheme.scores_as.whole() else {
        return String::new();
    };
    let whole = lang.number(whole);
    let line = say!(
        lang,
        "Điểm trong phiếu là tỷ lệ, {whole} là điểm tối đa",
        "Scores in the forms are shares, {whole} is the maximum"
    );
    format!("\n{line}")
}

/// That no more than a maximum counts.
fn cap(is_capped: bool, lang: Lang) -> &'static str {
    if is_capped {
        phrase("không quá ", "at most ").get(lang)
    } else {
        ""
    }
}

/// A weight as a factor; nothing where it changes nothing.
fn weight(weight: Decimal, lang: Lang) -> String {
    if weight == Decimal::ONE {
        return String::new();
    }
    format!(" × {}", lang.number(weight))
}

/// A maximum, or those of the levels in the scheme's order.
fn maximum(maximum: &PerLevel, scheme: &Scheme, lang: Lang) -> String {
    match maximum {
        PerLevel::All(value) => lang.most(*value),
        PerLevel::Each(values) => {
            let levels = scheme.levels.iter();
            let shown: Vec<String> = levels
                .filter_map(|level| Some((&level.id, values.get(&level.id)?)))
                .map(|(level, value)| format!("{level} {}", lang.most(*value)))
                .collect();
            shown.join(", ")
        }
    }
}
