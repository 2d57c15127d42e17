//! `tonghop diff`: what changed between two years, and what may be compared.

mod both_years;
mod cells;

use std::io::{self, Write};

use crate::app::cli::args::DiffArgs;
use crate::app::cli::formats::NamedOutputs;
use crate::app::cli::progress::Progress;
use crate::app::cli::results;
use crate::app::cli::screen::{STRONG, paint};
use crate::app::cli::table::{self, words_then};
use crate::app::cli::unknown::marked;
use crate::app::cli::{Context, FINDINGS, GOOD, findings, limits, targets};
use crate::app::pipeline::settings::Choice;
use crate::app::pipeline::side::{self, BareTableBasis};
use crate::base::error::Error;
use crate::base::finding::TableSide;
use crate::base::lang::{Lang, phrase, say};
use crate::base::outside::Shown;
use crate::base::points::Decimal;
use crate::output::Content;
use crate::output::comparison as words;
use crate::result::diff::{
    self, Class, Diff, ItemChange, LevelDiff, State, StatisticDiff, StatisticYear,
};

/// Compares, prints the summary, and writes what was asked for.
///
/// # Errors
/// Whatever keeps a side from being read or a result from being written; see [`Error`].
pub fn run(args: &DiffArgs, context: &mut Context<'_>) -> Result<u8, Error> {
    let limits = limits::limits(&args.limit)?;
    let (before, now) = (&args.previous, &args.current);
    let NamedOutputs(targets) = &args.results;
    targets::named(targets, &[before, now])?;
    let program = context.program.clone();
    let progress = Progress::new(context);
    let choice = Choice {
        campaign: None,
        allow_outside: args.allow_outside,
        program: Some(context.program.clone()),
        decisions: Vec::new(),
    };
    let lang = context.lang;
    let side = |path, by| {
        let side = side::side(path, by, &choice, &limits, &program, &progress)?;
        Ok::<_, Error>(marked(side, lang))
    };
    let by_previous = BareTableBasis {
        beside: now,
        scheme: args.previous_scheme.as_deref(),
        registry: args.previous_registry.as_deref(),
        side: TableSide::Previous,
    };
    let by_current = BareTableBasis {
        beside: before,
        scheme: args.current_scheme.as_deref(),
        registry: args.current_registry.as_deref(),
        side: TableSide::Current,
    };
    let previous = side(before, by_previous)?;
    let current = side(now, by_current)?;
    drop(progress);
    let mut diff = diff::diff(&previous, &current);
    let unnamed = diff.findings.iter_mut();
    for finding in unnamed.filter(|one| one.place.file.is_none()) {
        finding.place.file = Some(Shown::file_name(before).into());
    }
    for (side, by) in [(&previous, by_previous), (&current, by_current)] {
        if by.is_named() && !side.is_table {
            writeln!(context.out, "{}", not_used(&side.name, context.lang))?;
        }
    }
    print(&diff, context)?;
    for read in [before, now] {
        results::say_beside(context.out, read, context.lang)?;
    }
    let written = results::write(targets, false, Content::Diff(&diff), context)?;
    results::say(&written, context)?;
    let is_same = diff.is_empty() && diff.findings.is_empty();
    let differs = args.exit_code && !is_same;
    Ok(if differs { FINDINGS } else { GOOD })
}

/// That a result brings its own scheme and registry.
fn not_used(name: &str, lang: Lang) -> String {
    let name = Shown::line(name);
    say!(
        lang,
        "Lưu ý: {name} không phải bảng công bố, đã có bộ tiêu chí và danh sách đơn vị của mình; tùy chọn cho bên này không được dùng.",
        "Note: {name} is no published table and brings its own scheme and registry; the options for this side are not used."
    )
}

/// Prints the summary.
fn print(diff: &Diff, context: &mut Context<'_>) -> io::Result<()> {
    let (lang, width) = (context.lang, context.width);
    let out = &mut *context.out;
    writeln!(out, "{}", words::verdict(diff, lang))?;
    writeln!(out, "  − {}", words::side(&diff.previous, lang))?;
    writeln!(out, "  + {}", words::side(&diff.current, lang))?;
    doubts(out, diff, lang)?;
    if diff.is_empty() {
        return Ok(());
    }
    items(out, diff, lang)?;
    for level in &diff.levels {
        both_years::table(out, diff, level, lang, width)?;
        movers(out, level, lang)?;
    }
    others(out, diff, lang)?;
    statistics(out, diff, lang, width)?;
    cells::write(out, diff, lang)
}

/// What makes the files doubtful that are compared.
fn doubts(out: &mut dyn Write, diff: &Diff, lang: Lang) -> io::Result<()> {
    if diff.findings.is_empty() {
        return Ok(());
    }
    let head = phrase(
        "Cảnh báo về tệp được so sánh",
        "Findings about the files compared",
    );
    writeln!(
        out,
        "\n{}: {}",
        paint(STRONG, head.get(lang)),
        diff.findings.len()
    )?;
    let mut all = diff.findings.iter();
    all.try_for_each(|finding| findings::write(out, finding, lang))
}

/// Groups and criteria that are not the same; what levels share is said once.
fn items(out: &mut dyn Write, diff: &Diff, lang: Lang) -> io::Result<()> {
    let mut lines: Vec<(String, Vec<&str>)> = Vec::new();
    let of_criteria =
        |item: &&ItemChange| item.criterion.is_some() || item.class == Class::NotComparable;
    let has_inner = |item: &ItemChange| {
        let inner = |one: &&ItemChange| one.criterion.is_some() && one.group == item.group;
        diff.items.iter().any(|one| inner(&one))
    };
    let shown = diff
        .items
        .iter()
        .filter(|item| of_criteria(item) || !has_inner(item));
    for item in shown {
        let code = item.criterion.as_ref().map_or(&item.group.0, |id| &id.0);
        let reasons: Vec<String> = item
            .reasons
            .iter()
            .map(|reason| words::item_reason(reason, lang))
            .collect();
        let line = format!("{code} ({}): {}", item.name, reasons.join("; "));
        let level = diff.levels.iter().find(|level| level.id == item.level);
        let level = level.map_or(item.level.0.as_str(), |level| level.name.as_str());
        match lines.iter_mut().find(|(known, _)| *known == line) {
            Some((_, levels)) => levels.push(level),
            None => lines.push((line, vec![level])),
        }
    }
    if lines.is_empty() {
        return Ok(());
    }
    let head = phrase("Tiêu chí thay đổi", "Criteria that changed");
    writeln!(out, "\n{}", paint(STRONG, head.get(lang)))?;
    for (line, levels) in lines {
        if levels.len() == diff.levels.len() {
            writeln!(out, "  {line}")?;
        } else {
            writeln!(out, "  {line} [{}]", levels.join(", "))?;
        }
    }
    Ok(())
}

fn movers(out: &mut dyn Write, level: &LevelDiff, lang: Lang) -> io::Result<()> {
    let heads = [
        (phrase("Tăng nhiều nhất", "Up most"), &level.up),
        (phrase("Giảm nhiều nhất", "Down most"), &level.down),
    ];
    for (head, positions) in heads {
        if positions.is_empty() {
            continue;
        }
        writeln!(out, "  {}:", head.get(lang))?;
        for unit in positions.iter().filter_map(|at| level.units.get(*at)) {
            let change = unit.change.map(|change| words::signed(change.0, lang));
            let parts = unit.parts.as_ref();
            let parts = parts.map(|parts| words::parts(parts, &level.groups, lang));
            // Of a table without groups nobody knows what a change is made of.
            let parts = parts.filter(|parts| !parts.is_empty());
            let parts = parts.map_or_else(String::new, |parts| format!(" = {parts}"));
            let change = change.unwrap_or_default();
            writeln!(out, "    {} {change}{parts}", unit.name)?;
        }
    }
    Ok(())
}

/// Units without a result in both years, or that are not compared, and why.
fn others(out: &mut dyn Write, diff: &Diff, lang: Lang) -> io::Result<()> {
    let mut lines: Vec<String> = Vec::new();
    for unit in diff.units() {
        let is_renamed = unit.name_before.is_some();
        if unit.state == State::Compared && !is_renamed {
            continue;
        }
        let state = words::state(unit.state, words::is_by_years(diff)).get(lang);
        let mut line = format!("{}: {state}", unit.name);
        let only_name = |reason: &&diff::Reason| {
            unit.state != State::Compared
                || matches!(
                    reason,
                    diff::Reason::Succession { .. } | diff::Reason::NameDiffers { .. }
                )
        };
        for reason in unit.reasons.iter().filter(only_name) {
            line.push_str("; ");
            line.push_str(&words::reason(reason, lang));
        }
        lines.push(line);
    }
    if lines.is_empty() {
        return Ok(());
    }
    let head = if words::is_by_years(diff) {
        phrase(
            "Đơn vị đổi tên, mới, không còn, chưa có kết quả hoặc không so sánh được",
            "Units renamed, new, gone, without a result or not comparable",
        )
    } else {
        phrase(
            "Đơn vị đổi tên, chỉ có ở một bên, chưa có kết quả hoặc không so sánh được",
            "Units renamed, on one side only, without a result or not comparable",
        )
    };
    writeln!(out, "\n{}", paint(STRONG, head.get(lang)))?;
    lines.iter().try_for_each(|line| writeln!(out, "  {line}"))
}

fn statistics(
    out: &mut dyn Write,
    diff: &Diff,
    lang: Lang,
    width: Option<usize>,
) -> io::Result<()> {
    let differ: Vec<&StatisticDiff> = diff
        .statistics
        .iter()
        .filter(|one| !one.is_same())
        .collect();
    if differ.is_empty() {
        return Ok(());
    }
    let (before, now) = words::years(diff, lang);
    let heads = [
        phrase("Chỉ tiêu thống kê", "Statistic")
            .get(lang)
            .to_string(),
        before,
        now,
        phrase("Thay đổi", "Change").get(lang).to_string(),
    ];
    let mut rows = vec![heads];
    rows.extend(differ.iter().map(|one| {
        let year = |year: &Option<StatisticYear>| {
            let Some(year) = year else {
                return "–".to_string();
            };
            let value = value(year.value, one.is_percent, lang);
            match year.expected {
                0 => value,
                expected => format!("{value} ({}/{expected})", year.covered),
            }
        };
        let change = match one.change {
            Some(change) if one.is_percent => {
                let unit = phrase(" điểm %", " pp").get(lang);
                format!("{}{unit}", words::signed(change, lang))
            }
            Some(change) if one.class == Class::Conditional => {
                let note = phrase(" (khác phạm vi)", " (other coverage)").get(lang);
                format!("{}{note}", words::signed(change, lang))
            }
            Some(change) => words::signed(change, lang),
            None if one.class != Class::NotComparable => "–".to_string(),
            None => words::class(one.class).get(lang).to_string(),
        };
        [one.name.clone(), year(&one.before), year(&one.now), change]
    }));
    writeln!(out)?;
    table::indented(out, &rows, (&words_then(3, 0), width))
}

fn value(value: Option<Decimal>, is_percent: bool, lang: Lang) -> String {
    match value {
        Some(value) if is_percent => lang.share(value, 2),
        Some(value) => lang.number(value),
        None => "–".to_string(),
    }
}
