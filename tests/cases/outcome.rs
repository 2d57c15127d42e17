//! What came out of a run, as short rows of text.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use tonghop::app::cli;
use tonghop::app::pipeline::Plan;
use tonghop::base::lang::Lang;
use tonghop::base::origin::Origin;
use tonghop::base::points::Points;
use tonghop::base::rules::Severity;
use tonghop::input::read::ReadLimits;
use tonghop::input::receipt::Timing;
use tonghop::judge::statistics::Outcome as Number;
use tonghop::result::report::{Report, UnitRow};

use super::case::{Case, Expect};
use super::folder::Folder;

/// What `tonghop consolidate` makes of a case, in this process: all that an [`Expect`] can hold. `CASES_WRITTEN=1` has every case
/// written as well, as `.ci/run` does; else the report alone is made where nothing but its rows can differ.
pub fn run(case: &Case) -> Result<Expect, String> {
    let folder = Folder::new(case)?;
    let is_written = std::env::var_os("CASES_WRITTEN").is_some();
    let is_simple = !case.plain && case.decisions.is_empty();
    let report = if is_simple && !is_written {
        report(&folder)
    } else {
        None
    };
    let Some(report) = report else {
        return written(case, &folder);
    };
    all_accounted_for(&folder, case, &report)?;
    let mut severities = report.findings.iter().map(|one| one.rule.severity);
    let is_wrong = severities.any(|one| one >= Severity::Error);
    Ok(rows(u8::from(is_wrong), &report))
}

/// The report on a case, where it has one.
fn report(folder: &Folder) -> Option<Report> {
    let plan = Plan::new(&folder.campaign()).ok()?;
    let inbox = plan.list().ok()?;
    let program = Path::new(env!("CARGO_BIN_EXE_tonghop"));
    let limits = ReadLimits::default();
    Some(plan.report(&inbox, limits, program, String::new(), &|| {}))
}

/// The same by the command, with all that it writes.
fn written(case: &Case, folder: &Folder) -> Result<Expect, String> {
    let result = folder.around.path().join("kq.xlsx");
    let arguments = [
        "tonghop".into(),
        "consolidate".into(),
        folder.campaign().into_os_string(),
        "-o".into(),
        result.clone().into_os_string(),
        "--json".into(),
    ];
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let program = PathBuf::from(env!("CARGO_BIN_EXE_tonghop"));
    let status = cli::run(arguments.to_vec(), program, false, &mut out, &mut err);
    let err = String::from_utf8_lossy(&err);
    if status == cli::NO_RESULT {
        let around = folder.around.path().to_string_lossy();
        let error = err.replace(&format!("{around}/"), "");
        return Ok(Expect {
            status,
            error: Some(error.trim_end().to_string()),
            ..Expect::default()
        });
    }
    if !err.is_empty() {
        return Err(format!("a run with a result says on stderr: {err}"));
    }
    let json = fs::read_to_string(result.with_extension("json")).map_err(|e| e.to_string())?;
    let report: Report = serde_json::from_str(&json).map_err(|error| error.to_string())?;
    all_accounted_for(folder, case, &report)?;
    Ok(rows(status, &report))
}

/// Every file of the inbox stands in the report, whatever became of it; a folder or an archive stands for what is in it.
fn all_accounted_for(folder: &Folder, case: &Case, report: &Report) -> Result<(), String> {
    for entry in walkdir::WalkDir::new(folder.inbox(case)) {
        let entry = entry.map_err(|error| error.to_string())?;
        let inner = entry.path().strip_prefix(folder.inbox(case)).unwrap();
        let name = inner.to_string_lossy().replace('\\', "/");
        let is_listed = |listed: &str| {
            let within = |outer: &str, inner: &str| inner.starts_with(&format!("{outer}/"));
            listed == name || within(listed, &name) || within(&name, listed)
        };
        if !entry.file_type().is_dir()
            && !report.intake.files.iter().any(|file| is_listed(&file.name))
        {
            return Err(format!("{name} is not in the report"));
        }
    }
    Ok(())
}

fn rows(status: u8, report: &Report) -> Expect {
    let units = || report.levels.iter().flat_map(|level| &level.rows);
    Expect {
        status,
        error: None,
        findings: findings(report),
        units: Some(sorted(units().map(unit))),
        own: Some(sorted(units().map(own))),
        files: Some(sorted(report.intake.files.iter().map(|file| {
            let fate = serde_json::to_value(file.fate).unwrap();
            let kind = Some(file.kind.as_str()).filter(|kind| !kind.is_empty());
            let kind = kind.map(|kind| format!(", {kind}")).unwrap_or_default();
            format!("{} = {}{kind}", file.name, fate.as_str().unwrap())
        }))),
        statistics: Some(sorted(report.statistics.iter().map(|one| {
            let value = number(&one.outcome);
            format!("{} = {value} ({}/{})", one.id, one.covered, one.expected)
        }))),
        messages: Some(sorted(report.findings.iter().map(|finding| {
            format!("{}: {}", finding.rule.code, finding.message(Lang::En))
        }))),
        effects: Some(effects(report)),
        timing: Some(timing(report)),
        gaps: Some(sorted(report.levels.iter().flat_map(|level| {
            level.gaps.iter().map(|gap| {
                let words = gap.reasons.iter().map(word);
                let reasons: Vec<String> = words.collect();
                format!("{} = {}", gap.unit.code, reasons.join(" "))
            })
        }))),
        decisions: Some(decisions(report)),
        settled: Some(settled(report)),
        bounds: Some(sorted(units().map(|row| {
            let (score, grading) = (&row.score, &row.grading);
            let (lowest, highest) = (score.lowest, score.highest);
            let (worst, best) = (&grading.worst, &grading.best);
            format!("{} = {lowest}..{highest} | {worst}..{best}", row.unit.code)
        }))),
    }
}

/// A value of an enum as JSON has it.
fn word(value: &impl serde::Serialize) -> String {
    let value = serde_json::to_value(value).unwrap();
    value.as_str().unwrap().to_string()
}

fn decisions(report: &Report) -> String {
    sorted(report.decisions.iter().map(|row| {
        let Origin::Book(at) = &row.origin else {
            panic!("a decision stands in a workbook");
        };
        let (sheet, cell) = (&at.sheet, at.cell);
        let (before, after) = (points(row.before), points(row.after));
        format!(
            "{sheet}!{cell} = {}, {before} -> {after}",
            word(&row.status)
        )
    }))
}

fn settled(report: &Report) -> String {
    sorted(report.findings.iter().filter_map(|finding| {
        let settled = finding.settled.as_ref()?;
        let also = settled.also.iter().map(|one| (one.before, one.after));
        let all = [(settled.before, settled.after)].into_iter().chain(also);
        let all = all.map(|(before, after)| format!("{} -> {}", points(before), points(after)));
        let all: Vec<String> = all.collect();
        Some(format!("{} = {}", place(finding), all.join("; ")))
    }))
}

fn points(points: Option<Points>) -> String {
    points.map_or("-".to_string(), |points| points.to_string())
}

fn timing(report: &Report) -> String {
    let counted = report.intake.files.iter().filter(|file| file.counts());
    sorted(counted.filter_map(|file| {
        let timing = match report.timing(file)? {
            Timing::InTime => "in_time",
            Timing::Late => "late",
            Timing::Unknown => "unknown",
            Timing::Appraised => "appraised",
        };
        Some(format!("{} = {timing}", file.name))
    }))
}

fn sorted(rows: impl Iterator<Item = String>) -> String {
    let mut rows: Vec<String> = rows.collect();
    rows.sort();
    rows.join("\n")
}

fn place(finding: &tonghop::base::finding::Finding) -> String {
    let place = &finding.place;
    let unit = || place.unit.as_ref().map(|unit| unit.code.clone());
    let file = place.file.clone().or_else(unit);
    let mut within = place.sheet.clone().unwrap_or("-".to_string());
    if let Some(cell) = place.cell {
        let _ = write!(within, "!{cell}");
    }
    format!(
        "{} | {within} | {}",
        file.unwrap_or("-".to_string()),
        finding.rule.code
    )
}

fn findings(report: &Report) -> String {
    sorted(report.findings.iter().map(place))
}

fn effects(report: &Report) -> String {
    sorted(report.findings.iter().filter_map(|finding| {
        let effect = finding.effect?;
        let grade = if effect.changes_grade { " grade" } else { "" };
        let rank = if effect.changes_rank { " rank" } else { "" };
        let (lowest, highest) = (effect.lowest, effect.highest);
        Some(format!(
            "{} | {lowest}..{highest}{grade}{rank}",
            place(finding)
        ))
    }))
}

fn unit(row: &UnitRow) -> String {
    let score = &row.score;
    let total = if score.open == 0 {
        score.total.to_string()
    } else {
        format!("open {}..{}", score.lowest, score.highest)
    };
    let grade = row.grading.grade.as_deref().unwrap_or("-");
    format!("{} = {total} | {grade} | {}", row.unit.code, row.rank.place)
}

fn own(row: &UnitRow) -> String {
    let total = row
        .own_total
        .map_or("-".to_string(), |total| total.to_string());
    let grade = row.own_grade.as_deref().unwrap_or("-");
    format!("{} = {total} | {grade}", row.unit.code)
}

fn number(outcome: &Number) -> String {
    let percent = |percent: Option<tonghop::base::points::Decimal>| {
        percent.map_or("-".to_string(), |percent| {
            format!("{} %", percent.normalize())
        })
    };
    match outcome {
        Number::Sum { value } => value.normalize().to_string(),
        Number::Ratio { percent: of, .. } | Number::Share { percent: of, .. } => percent(*of),
        Number::Units { units } => {
            let codes: Vec<&str> = units.iter().map(|unit| unit.code.as_str()).collect();
            format!("[{}]", codes.join(" "))
        }
        Number::Given { value, .. } => value.map_or("-".to_string(), |value| value.to_string()),
    }
}
