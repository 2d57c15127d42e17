//! `tonghop rollup RESULT…`: results of provinces, departments and years as one workbook.
//!
//! In: what was typed. Out: the workbook, and a summary of what was joined. Not for: adding up, which `result::rollup` does.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::app::cli::formats::{NamedOutputs, Target};
use crate::app::cli::progress::Progress;
use crate::app::cli::rollup_args::RollupArgs;
use crate::app::cli::screen::{STRONG, paint};
use crate::app::cli::table::{self, words_then};
use crate::app::cli::{Context, FINDINGS, GOOD, errors, findings, limits, results, targets};
use crate::app::pipeline::rollup::{self as reading, GatheredResults};
use crate::base::disk;
use crate::base::error::Error;
use crate::base::finding::{Fact, Finding, Place};
use crate::base::lang::{Lang, phrase, say};
use crate::base::outside::Shown;
use crate::base::points::Decimal;
use crate::base::rules::{Severity, rollup as rules};
use crate::output::rollup_words as words;
use crate::output::{Content, main_format};
use crate::result::rollup::{self, RolledStatistic, Rollup, StatisticTotal};

/// The name of the workbook where none is given.
const NAME: &str = "tong-hop-chung.xlsx";
/// How many other files are named.
const MOST_NAMED: usize = 10;
/// How many results the summary lists.
const MOST_LISTED: usize = 70;

/// Reads results, puts them together, writes the workbook and prints the summary.
///
/// # Errors
/// Whatever keeps all results from being read or the workbook from being written; see [`Error`].
pub fn run(args: &RollupArgs, context: &mut Context<'_>) -> Result<u8, Error> {
    let limits = limits::of_results(&args.limit)?;
    let mut gathered = GatheredResults::default();
    let candidates = reading::candidates(&args.results, &mut gathered)?;
    let targets = targets(args)?;
    let of_ours = |path: &Path| reading::is_rollup(path);
    let read = candidates.iter().map(|one| one.path.as_path());
    let read: Vec<&Path> = read.filter(|path| !of_ours(path)).collect();
    targets::named(&targets, &read)?;
    let progress = Progress::new(context);
    let program = context.program.clone();
    reading::read(&candidates, &limits, &program, &progress, &mut gathered);
    drop(progress);
    let told = told(&mut gathered);
    if gathered.results.is_empty() {
        for finding in &told {
            findings::write(context.out, finding, context.lang)?;
        }
        let (seen, refused) = (gathered.counts.found, gathered.counts.refused);
        return Err(Error::NothingToRollUp { seen, refused });
    }
    let rollup = rollup::rollup(gathered.results, gathered.counts, told);
    print(&rollup, context)?;
    let written = results::write(&targets, false, Content::Rollup(&rollup), context)?;
    results::say(&written, context)?;
    let mut all = rollup.findings.iter();
    let is_bad = all.any(|finding| args.fail_on.includes(finding.severity()));
    Ok(if is_bad { FINDINGS } else { GOOD })
}

/// Where to write: a workbook in any case.
fn targets(args: &RollupArgs) -> Result<Vec<Target>, Error> {
    let NamedOutputs(named) = &args.outputs;
    let mut all = named.clone();
    let is_main = |target: &Target| target.format.extension() == main_format().extension();
    if !all.iter().any(is_main) {
        let first = args
            .results
            .first()
            .map_or(Path::new("."), PathBuf::as_path);
        let path = if disk::is_folder(first) {
            targets::beside(first, &format!("-{NAME}"))?
        } else {
            first.with_file_name(NAME)
        };
        let format = main_format();
        all.insert(0, Target { format, path });
    }
    Ok(all)
}

/// What is said of files that are not in the roll-up.
fn told(gathered: &mut GatheredResults) -> Vec<Finding> {
    let mut told = std::mem::take(&mut gathered.findings);
    for (name, error) in &gathered.refused {
        let place = Place {
            file: Some(name.clone()),
            ..Place::default()
        };
        told.push(match error {
            // A file that is left out is no lesser fault where others would take it as it is.
            Error::TableRefused { finding, .. } if finding.severity() < Severity::Error => {
                let [vi, en] = [Lang::Vi, Lang::En].map(|lang| finding.message(lang));
                Finding::new(&rules::NO_RESULT, place).found(Fact::Said(vi, en))
            }
            Error::TableRefused { finding, .. } => {
                let mut finding = (**finding).clone();
                finding.place.file = Some(name.clone());
                finding
            }
            error => {
                let [vi, en] = [Lang::Vi, Lang::En].map(|lang| why(error, lang));
                Finding::new(&rules::NO_RESULT, place).found(Fact::Said(vi, en))
            }
        });
    }
    if !gathered.ignored.is_empty() {
        let mut names = gathered.ignored.clone();
        if names.len() > MOST_NAMED + 1 {
            let left = names.len() - MOST_NAMED;
            names.truncate(MOST_NAMED);
            names.push(format!("… +{left}"));
        }
        let finding = Finding::new(&rules::OTHER_FILE, Place::default());
        told.push(finding.found(Fact::Names(names)));
    }
    told
}

/// Why a file was not taken in, without its path, which stands before it.
fn why(error: &Error, lang: Lang) -> String {
    let said = errors::message(error, lang);
    match error {
        Error::NotAResult(path)
        | Error::TableUnreadable { path, .. }
        | Error::NotAReport { path, .. }
        | Error::ImpossibleNumber { path, .. }
        | Error::Unsound { path, .. }
        | Error::DataIncomplete { path, .. } => {
            let start = format!("{}: ", Shown::path(path));
            said.strip_prefix(&start).unwrap_or(&said).to_string()
        }
        _ => said,
    }
}

/// Prints the summary.
fn print(rollup: &Rollup, context: &mut Context<'_>) -> io::Result<()> {
    let (lang, width) = (context.lang, context.width);
    let out = &mut *context.out;
    writeln!(out, "{}", words::verdict(rollup, lang))?;
    writeln!(out, "{}", words::files(rollup, lang))?;
    writeln!(out)?;
    joined(out, rollup, (lang, width))?;
    writeln!(out)?;
    levels(out, rollup, (lang, width))?;
    if !rollup.statistics.is_empty() {
        writeln!(out)?;
        statistics(out, rollup, (lang, width))?;
    }
    if rollup.findings.is_empty() {
        return writeln!(out);
    }
    let head = phrase("Cảnh báo khi gộp", "Findings of the roll-up");
    let count = rollup.findings.len();
    writeln!(out, "\n{}: {count}", paint(STRONG, head.get(lang)))?;
    let mut all = rollup.findings.iter();
    all.try_for_each(|finding| findings::write(out, finding, lang))?;
    writeln!(out)
}

/// The results that were joined.
fn joined(
    out: &mut dyn Write,
    rollup: &Rollup,
    (lang, width): (Lang, Option<usize>),
) -> io::Result<()> {
    let mut rows = vec![table::heads(
        [
            phrase("Kết quả", "Result"),
            phrase("Năm", "Year"),
            phrase("Đơn vị", "Units"),
            phrase("Có kết quả", "With a result"),
            phrase("Tình trạng", "State"),
            phrase("Cơ quan ban hành", "Authority"),
        ],
        lang,
    )];
    rows.extend(rollup.results.iter().take(MOST_LISTED).map(|result| {
        [
            result.label.clone(),
            result.year.to_string(),
            result.counts.expected.to_string(),
            result.counts.returned.to_string(),
            words::state(result.provisional.as_deref(), &result.counts, lang),
            result.authority.clone(),
        ]
    }));
    table::indented(out, &rows, (&words_then(3, 2), width))?;
    let left = rollup.results.len().saturating_sub(MOST_LISTED);
    if left == 0 {
        return Ok(());
    }
    let more = say!(lang, "  … và {left} kết quả nữa", "  … and {left} more");
    writeln!(out, "{more}")
}

/// The units of each level and year by grade.
fn levels(
    out: &mut dyn Write,
    rollup: &Rollup,
    (lang, width): (Lang, Option<usize>),
) -> io::Result<()> {
    let mut rows = vec![table::heads(
        [
            phrase("Cấp", "Level"),
            phrase("Năm", "Year"),
            phrase("Đơn vị", "Units"),
            phrase("Có kết quả", "With a result"),
            phrase("Xếp loại", "Grades"),
        ],
        lang,
    )];
    rows.extend(rollup.levels.iter().map(|level| {
        let grades = if level.is_alike {
            words::grades(&level.all, lang)
        } else {
            words::not_alike(lang).to_string()
        };
        [
            level.name.clone(),
            level.year.to_string(),
            level.all.expected.to_string(),
            level.all.returned.to_string(),
            grades,
        ]
    }));
    table::indented(out, &rows, (&words_then(3, 1), width))
}

/// Statistics of all results, years as columns.
fn statistics(
    out: &mut dyn Write,
    rollup: &Rollup,
    (lang, width): (Lang, Option<usize>),
) -> io::Result<()> {
    let mut first = vec![
        phrase("Chỉ tiêu thống kê", "Statistic")
            .get(lang)
            .to_string(),
    ];
    first.extend(rollup.years.iter().map(i32::to_string));
    let mut rows = vec![first];
    for one in &rollup.statistics {
        let mut row = vec![one.name.clone()];
        row.extend(rollup.years.iter().map(|year| told_of(one, *year, lang)));
        rows.push(row);
    }
    let columns = words_then(rollup.years.len(), 0);
    table::indented(out, &rows, (&columns, width))
}

/// A statistic in a year: `97,93% (24/30)`.
fn told_of(one: &RolledStatistic, year: i32, lang: Lang) -> String {
    let dash = || "–".to_string();
    let Some(of) = one.years.get(&year) else {
        return dash();
    };
    let StatisticTotal::Sum(sum) = &of.total else {
        return dash();
    };
    let shown = |value: Decimal| {
        if one.is_percent {
            lang.share(value, 2)
        } else {
            lang.number(value)
        }
    };
    let value = sum.value.map_or_else(dash, shown);
    match sum.expected {
        0 => value,
        expected => format!("{value} ({}/{expected})", sum.covered),
    }
}
