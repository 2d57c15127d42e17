//! `tonghop trace`: where a number comes from: file, sheet, cell, and all that was done to it.

mod above;
mod criterion;
mod figure;
mod group;
mod in_file;
mod listed_page;
mod listed_words;
mod origin;
mod statistic;
mod steps;
mod unit;

use std::fmt::Display;
use std::io::{self, Write};

use serde::Serialize;

use crate::app::cli::args::TraceArgs;
use crate::app::cli::decimals::most_told;
use crate::app::cli::progress::Progress;
use crate::app::cli::unknown;
use crate::app::cli::{Context, GOOD, basis, limits};
use crate::app::pipeline::Watch;
use crate::app::pipeline::known_forms::own_report;
use crate::app::pipeline::settings::Basis;
use crate::base::disk;
use crate::base::error::Error;
use crate::base::finding::Finding;
use crate::base::ids::{FigureId, UnitId};
use crate::base::lang::{Lang, Phrase, phrase, say};
use crate::base::points::Most;
use crate::base::text;
use crate::campaign::units::Registry;
use crate::result::report::Report;
use crate::result::trace::{
    self, AboveTrace, CriterionTrace, FigureTrace, GroupTrace, StatisticTrace, TraceTarget,
    UnitTrace,
};

/// What a trace can be written as.
#[derive(Serialize)]
#[serde(tag = "of", rename_all = "snake_case")]
enum Trace<'r> {
    Unit(UnitTrace<'r>),
    Criterion(Box<CriterionTrace<'r>>),
    Above(Box<AboveTrace<'r>>),
    Group(Box<GroupTrace<'r>>),
    Figure(FigureTrace<'r>),
    Statistic(StatisticTrace<'r>),
}

/// The word for a criterion.
const CRITERION: Phrase = phrase("tiêu chí", "criterion");
/// That a criterion is none of the unit's.
const NOT_ON_LEVEL: Phrase = phrase(
    "Cấp của đơn vị không có tiêu chí này.",
    "The unit's level does not have this criterion.",
);

/// Traces a unit, or one of its groups, criteria or figures, or a statistic: in a folder, or in a result that was written.
///
/// # Errors
/// Whatever keeps the folder or the file from being read; [`Error::UnknownUnit`], [`Error::UnknownId`].
pub fn run(args: &TraceArgs, context: &mut Context<'_>) -> Result<u8, Error> {
    if disk::is_file(&args.folder) {
        return in_file::run(args, context);
    }
    if !disk::exists(&args.folder) {
        return Err(Error::PathMissing(args.folder.clone()));
    }
    let limits = limits::limits(&args.limit)?;
    let plan = unknown::chosen(&args.folder, &args.choice(&context.program), context.lang)?;
    let unit = unit(&plan.registry, &args.unit);
    // Where the forms are others, no unit of the built-in list is meant.
    if plan.basis != Basis::BuiltIn
        && let Err(unknown) = unit
    {
        return Err(unknown);
    }
    let inbox = plan.list()?;
    let progress = Progress::new(context);
    progress.reading(inbox.received.len());
    let done = || progress.read();
    let report = own_report(&plan, &inbox, limits, &context.program, &done)?;
    drop(progress);
    let unit = unit?;
    let trace = trace(&report, &unit, args.id.as_deref())?;
    if args.json {
        serde_json::to_writer_pretty(&mut *context.out, &trace).map_err(io::Error::from)?;
        writeln!(context.out)?;
        return Ok(GOOD);
    }
    if let Some(doubt) = basis::passed_over(&plan, context.lang) {
        writeln!(context.out, "{doubt}\n")?;
    }
    let page = TracePage {
        report: &report,
        lang: context.lang,
    };
    page.write(context.out, &trace)?;
    Ok(GOOD)
}

fn trace<'r>(report: &'r Report, unit: &'r UnitId, id: Option<&str>) -> Result<Trace<'r>, Error> {
    let whole = || {
        let of_unit = UnitTrace::new(report, unit).map(Trace::Unit);
        of_unit.ok_or_else(|| unknown_unit(unit))
    };
    let Some(id) = id else {
        return whole();
    };
    let target = trace::target(report, id).map_err(|nearest| Error::UnknownId {
        id: id.to_string(),
        nearest,
    })?;
    // Without a return there is nothing to say about one criterion.
    match target {
        TraceTarget::Criterion(group, criterion) => {
            match CriterionTrace::new(report, unit, group, criterion) {
                Some(trace) => Ok(Trace::Criterion(Box::new(trace))),
                None => whole(),
            }
        }
        TraceTarget::Above(group, above) => match AboveTrace::new(report, unit, group, above) {
            Some(trace) => Ok(Trace::Above(Box::new(trace))),
            None => whole(),
        },
        TraceTarget::Group(group) => match GroupTrace::new(report, unit, group) {
            Some(trace) => Ok(Trace::Group(Box::new(trace))),
            None => whole(),
        },
        TraceTarget::Figure(_, figure) => FigureTrace::new(report, unit, &figure.id)
            .map(Trace::Figure)
            .ok_or_else(|| Error::UnknownId {
                id: id.to_string(),
                nearest: Vec::new(),
            }),
        TraceTarget::Statistic(statistic) => Ok(Trace::Statistic(StatisticTrace::new(
            report, unit, statistic,
        ))),
    }
}

fn unknown_unit(unit: &UnitId) -> Error {
    Error::UnknownUnit {
        name: unit.to_string(),
        nearest: Vec::new(),
    }
}

/// The unit of a name, an alias, a code (`STC`, `tinh/STC`), or of such a name without diacritics where one unit only has it.
pub(super) fn unit(registry: &Registry, name: &str) -> Result<UnitId, Error> {
    let unknown = |nearest: Vec<String>| Error::UnknownUnit {
        name: name.to_string(),
        nearest,
    };
    let with_level = || {
        let mut all = registry.units();
        all.find(|unit| unit.id.to_string().eq_ignore_ascii_case(name))
    };
    if let Some(unit) = with_level().or_else(|| registry.by_code(name)) {
        return Ok(unit.id.clone());
    }
    match registry.by_name(name) {
        [unit] => return Ok(unit.clone()),
        [] => {}
        several => return Err(unknown(several.iter().map(ToString::to_string).collect())),
    }
    let bare = text::bare_key(name);
    let same: Vec<&UnitId> = registry
        .units()
        .filter(|unit| unit.names().any(|one| text::bare_key(one) == bare))
        .map(|unit| &unit.id)
        .collect();
    match same.as_slice() {
        [unit] => Ok((*unit).clone()),
        [] => Err(unknown(proposals(registry, name, &bare))),
        several => Err(unknown(several.iter().map(ToString::to_string).collect())),
    }
}

/// Units that may be meant: whose name is alike or holds what was typed; else whose code is alike.
fn proposals(registry: &Registry, name: &str, bare: &str) -> Vec<String> {
    /// More would help nobody.
    const MOST: usize = 5;
    let mut names = registry.nearest(name);
    let holds = |unit: &&crate::campaign::units::Unit| {
        !bare.is_empty() && unit.names().any(|one| text::bare_key(one).contains(bare))
    };
    for unit in registry.units().filter(holds) {
        if !names.contains(&unit.name) {
            names.push(unit.name.clone());
        }
    }
    if names.is_empty() {
        let codes = registry.units().map(|unit| unit.id.code.as_str());
        let alike = text::nearest(name, codes).into_iter();
        names.extend(alike.map(str::to_string));
    }
    names.truncate(MOST);
    names
}

/// What the pages of a trace share.
struct TracePage<'r> {
    report: &'r Report,
    lang: Lang,
}

impl TracePage<'_> {
    /// The page of a trace.
    fn write(&self, out: &mut dyn Write, trace: &Trace<'_>) -> io::Result<()> {
        match trace {
            Trace::Unit(trace) => self.unit(out, trace),
            Trace::Criterion(trace) => self.criterion(out, trace),
            Trace::Above(trace) => self.above(out, trace),
            Trace::Group(trace) => self.group_alone(out, trace),
            Trace::Figure(trace) => self.figure_alone(out, trace),
            Trace::Statistic(trace) => self.statistic(out, trace),
        }
    }

    /// The first line of a page, and a blank one: whose, what it is about with its id and its name, and its most points.
    fn head(
        &self,
        out: &mut dyn Write,
        unit: &str,
        (of, id, name): (Phrase, &dyn Display, &str),
        most: Option<Most>,
    ) -> io::Result<()> {
        let of = of.get(self.lang);
        let most = most.map_or_else(String::new, |most| {
            let word = phrase("tối đa", "maximum");
            format!(" ({})", most_told(word, most, self.lang))
        });
        writeln!(out, "{unit} – {of} {id}: {name}{most}\n")
    }

    /// A figure's name in quotation marks.
    fn name(&self, id: &FigureId) -> String {
        let mut criteria = self.report.groups.iter().flat_map(|group| &group.criteria);
        let name = criteria.find_map(|one| one.figures.iter().find(|figure| figure.id == *id));
        let name = name.map_or(id.0.as_str(), |figure| figure.name.as_str());
        say!(self.lang, "“{name}”", "\"{name}\"")
    }

    /// Findings under a heading; nothing where there are none.
    fn findings(&self, out: &mut dyn Write, findings: &[&Finding]) -> io::Result<()> {
        if findings.is_empty() {
            return Ok(());
        }
        let heading = phrase("Cảnh báo", "Findings").get(self.lang);
        writeln!(out, "\n{heading}: {}", findings.len())?;
        findings
            .iter()
            .try_for_each(|finding| crate::app::cli::findings::write(out, finding, self.lang))
    }

    /// The statistics that a number goes into; nothing where there are none.
    fn statistics(
        &self,
        out: &mut dyn Write,
        statistics: &[trace::StatisticName],
    ) -> io::Result<()> {
        if statistics.is_empty() {
            return Ok(());
        }
        let heading = phrase("Đưa vào chỉ tiêu thống kê", "Goes into statistics").get(self.lang);
        writeln!(out, "\n{heading}")?;
        let left_out =
            phrase(" – đơn vị không được tính", " – the unit is left out").get(self.lang);
        for one in statistics {
            let note = if one.left_out { left_out } else { "" };
            writeln!(out, "  {}: {}{note}", one.id, one.name)?;
        }
        Ok(())
    }
}
