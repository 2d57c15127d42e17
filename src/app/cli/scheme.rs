//! `tonghop scheme check` and `scheme show`: for a scheme's author.

use crate::app::cli::args::SchemeCommand;
use crate::app::cli::{Context, GOOD};
use crate::app::pipeline;
use crate::base::error::Error;
use crate::base::lang::{Lang, phrase};
use crate::base::points::Decimal;
use crate::campaign::scheme::{Criterion, Measure, PerLevel, Scheme, ScoringRule};

/// Checks or prints a scheme.
///
/// # Errors
/// The scheme cannot be read or is wrong; [`Error::Print`].
pub fn run(command: &SchemeCommand, context: &mut Context<'_>) -> Result<u8, Error> {
    match command {
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
        SchemeCommand::Show(path) => show(&pipeline::load_scheme(&path.scheme)?, context)?,
    }
    Ok(GOOD)
}

fn counts(scheme: &Scheme, lang: Lang) -> String {
    let figures: usize = scheme
        .criteria
        .iter()
        .map(|criterion| criterion.figures.len())
        .sum();
    let (levels, groups) = (scheme.levels.len(), scheme.groups.len());
    let (criteria, statistics) = (scheme.criteria.len(), scheme.statistics.len());
    match lang {
        Lang::Vi => format!(
            "{levels} cấp, {groups} nhóm, {criteria} tiêu chí, {figures} số liệu, {statistics} chỉ tiêu thống kê"
        ),
        Lang::En => format!(
            "{levels} levels, {groups} groups, {criteria} criteria, {figures} figures, {statistics} statistics"
        ),
    }
}

fn show(scheme: &Scheme, context: &mut Context<'_>) -> Result<(), Error> {
    let lang = context.lang;
    let out = &mut *context.out;
    writeln!(out, "{} (v{}): {}", scheme.id, scheme.version, scheme.name)?;
    writeln!(out, "{}", counts(scheme, lang))?;
    let grades: Vec<String> = scheme
        .grades
        .iter()
        .map(|grade| format!("{} ≥ {}", grade.name, lang.number(grade.from)))
        .collect();
    writeln!(out, "{}", grades.join(" · "))?;
    for group in &scheme.groups {
        writeln!(
            out,
            "\n{}. {} [{}]",
            group.id,
            group.name,
            maximum(&group.maximum, scheme, lang)
        )?;
        for criterion in scheme
            .criteria
            .iter()
            .filter(|criterion| criterion.group() == group.id)
        {
            let rule = rule(criterion, scheme, lang);
            writeln!(
                out,
                "  {} {} [{}] {rule}",
                criterion.id,
                criterion.name,
                maximum(&criterion.maximum, scheme, lang)
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

/// A maximum, or those of the levels in the scheme's order.
fn maximum(maximum: &PerLevel, scheme: &Scheme, lang: Lang) -> String {
    match maximum {
        PerLevel::All(value) => lang.number(*value),
        PerLevel::Each(values) => {
            let levels = scheme.levels.iter();
            let shown: Vec<String> = levels
                .filter_map(|level| Some((&level.id, values.get(&level.id)?)))
                .map(|(level, value)| format!("{level} {}", lang.number(*value)))
                .collect();
            shown.join(", ")
        }
    }
}

/// A rule in words.
fn rule(criterion: &Criterion, scheme: &Scheme, lang: Lang) -> String {
    let number = |value: Decimal| lang.number(value);
    let measure = |value: &Measure| match (&value.figure, &value.ratio, &value.of) {
        (Some(figure), _, _) => figure.0.clone(),
        (None, Some(part), Some(whole)) => format!("{part}/{whole} %"),
        _ => String::new(),
    };
    match &criterion.rule {
        ScoringRule::Declared {} => phrase("tự chấm", "declared").get(lang).to_string(),
        ScoringRule::YesNo { figures } => {
            let names: Vec<String> = figures.iter().map(ToString::to_string).collect();
            format!(
                "{}: {}",
                phrase("có/không", "yes/no").get(lang),
                names.join(" + ")
            )
        }
        ScoringRule::Ratio {
            numerator,
            denominator,
        } => {
            let times = phrase("× điểm tối đa", "× maximum").get(lang);
            format!(
                "{numerator} / {denominator} {times} ({} {})",
                scheme.rounding.points_decimals,
                phrase("số lẻ", "decimals").get(lang)
            )
        }
        ScoringRule::Tiers { value, tiers } => {
            let steps: Vec<String> = tiers
                .iter()
                .map(|tier| format!("≥ {}: {}", number(tier.from), number(tier.points)))
                .collect();
            format!("{}: {}", measure(value), steps.join("; "))
        }
        ScoringRule::PerItem { items } => {
            let parts: Vec<String> = items
                .iter()
                .map(|item| match item.per {
                    per if per == Decimal::ONE => {
                        format!("{} × {}", number(item.points), item.figure)
                    }
                    per => format!(
                        "{} × ⌊{} / {}⌋",
                        number(item.points),
                        item.figure,
                        number(per)
                    ),
                })
                .collect();
            parts.join(" + ")
        }
        ScoringRule::Choice { options, .. } => options
            .iter()
            .map(|option| format!("{}: {}", option.name, number(option.points)))
            .collect::<Vec<_>>()
            .join("; "),
        ScoringRule::BestOfLevel { value } => {
            format!(
                "{} / {}",
                measure(value),
                phrase(
                    "tốt nhất trong cấp × điểm tối đa",
                    "best of the level × maximum"
                )
                .get(lang)
            )
        }
        ScoringRule::Sum {} => phrase("tổng các tiêu chí con", "sum of the criteria below")
            .get(lang)
            .to_string(),
    }
}
