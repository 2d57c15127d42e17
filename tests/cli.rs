//! The command line as a whole: traces of the sample, what becomes of output that cannot be written.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::process::Stdio;

use assert_cmd::Command;
use tonghop::base::points::Decimal;
use tonghop::campaign::scheme::ScoringRule;
use tonghop::input::submission::Figure;
use tonghop::judge::score::rule::Terms;
use tonghop::judge::statistics::Outcome;
use tonghop::result::report::{CriterionFacts, Report};
use tonghop::result::trace::{Amount, CriterionTrace, StatisticTrace, TraceTarget, target};

use super::decision::report;

fn tonghop(arguments: &[&str]) -> std::process::Output {
    Command::new(env!("CARGO_BIN_EXE_tonghop"))
        .args(arguments)
        .output()
        .unwrap()
}

/// The cells and numbers in the stored text were looked up in the workbook and in `samples/kontum-2017-source/figures.csv`
/// (STNMT, 2.5: 23.27, 19 of 49), the sums in the printed decision (172 and 889,2).
#[test]
fn a_trace_of_the_sample_reads_as_stored() {
    let output = tonghop(&["trace", "samples/kontum-2017", "STNMT", "2.5"]);
    let expected = fs::read_to_string("tests/data/trace/STNMT-2.5.txt").unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), expected);
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn a_working_comes_to_what_was_computed() {
    let report = report();
    let mut compared = 0;
    for row in report.levels.iter().flat_map(|level| &level.rows) {
        for group in &report.groups {
            for criterion in &group.criteria {
                let trace = CriterionTrace::new(report, &row.unit, group, criterion).unwrap();
                let computed = trace.score.unwrap().computed;
                let last_line = trace.working.points;
                assert_eq!(last_line, computed, "{} {}", row.unit, criterion.id);
                compared += usize::from(criterion.rule.is_computed());
            }
        }
    }
    assert!(compared > 1000, "only {compared} workings were compared");
}

/// As the score has it: less than nothing cannot be counted, and is no answer.
#[test]
fn a_negative_number_is_neither_yes_nor_no() {
    let mut report = report().clone();
    let group = report.groups[0].clone();
    let asks = |criterion: &&CriterionFacts| matches!(criterion.rule, ScoringRule::YesNo { .. });
    let criterion = group.criteria.iter().find(asks).unwrap();
    let ScoringRule::YesNo { figures } = &criterion.rule else {
        unreachable!()
    };
    for (value, expected) in [(-1, None), (0, Some(false)), (1, Some(true))] {
        let row = &mut report.levels[0].rows[0];
        let cell = row.figures.get_mut(&figures[0]).unwrap();
        cell.value = Some(Figure::Number(Decimal::from(value)));
        let unit = row.unit.clone();
        let trace = CriterionTrace::new(&report, &unit, &group, criterion).unwrap();
        let Terms::YesNo { answers } = &trace.working.terms else {
            unreachable!()
        };
        assert_eq!(answers[0], expected, "{value}");
    }
}

#[test]
fn contributions_add_up_to_the_statistic() {
    let report = report();
    let unit = &report.levels[0].rows[0].unit;
    for statistic in &report.statistics {
        let trace = StatisticTrace::new(report, unit, statistic);
        let amounts = || trace.contributions.iter().map(|one| &one.amount);
        if !matches!(statistic.outcome, Outcome::Given { .. }) {
            assert_eq!(
                trace.contributions.len(),
                statistic.covered,
                "{}",
                statistic.id
            );
        }
        match &statistic.outcome {
            Outcome::Sum { value } => {
                let terms = amounts().flat_map(|amount| match amount {
                    Amount::Sum(terms) => terms.clone(),
                    other => panic!("{other:?}"),
                });
                assert_eq!(
                    Decimal::checked_sum(terms),
                    Some(*value),
                    "{}",
                    statistic.id
                );
            }
            Outcome::Ratio {
                numerator,
                denominator,
                ..
            } => {
                let sums =
                    amounts().fold(
                        (Decimal::ZERO, Decimal::ZERO),
                        |sums, amount| match amount {
                            Amount::Ratio(part, whole) => {
                                let add = |sum: Decimal, one: &Decimal| sum.checked_add(*one);
                                (add(sums.0, part).unwrap(), add(sums.1, whole).unwrap())
                            }
                            other => panic!("{other:?}"),
                        },
                    );
                assert_eq!(sums, (*numerator, *denominator), "{}", statistic.id);
            }
            Outcome::Share { yes, .. } => {
                let count = amounts().filter(|one| **one == Amount::Yes(true)).count();
                assert_eq!(count, *yes, "{}", statistic.id);
            }
            Outcome::Units { units } => {
                let is_top = |one: &&Amount| matches!(one, Amount::Group(sum, most) if sum == most);
                assert_eq!(
                    amounts().filter(is_top).count(),
                    units.len(),
                    "{}",
                    statistic.id
                );
            }
            Outcome::Given { .. } => {}
        }
    }
}

#[test]
fn a_report_that_was_written_explains_as_much_as_a_new_one() {
    let report = report();
    let json = serde_json::to_string(report).unwrap();
    let read: Report = serde_json::from_str(&json).unwrap();
    assert_eq!(read, *report);
    assert!(matches!(
        target(&read, "1.1"),
        Ok(TraceTarget::Criterion(..))
    ));
    assert!(matches!(
        target(&read, "pc_rate_tinh"),
        Ok(TraceTarget::Statistic(_))
    ));
}

/// A folder with the return of one unit, whose result is to stand beside it.
fn small() -> tempfile::TempDir {
    let around = tempfile::tempdir().unwrap();
    fs::create_dir(around.path().join("phieu")).unwrap();
    let name = "STNMT_phieu_2017.xlsx";
    let from = format!("samples/kontum-2017/phieu-nop/{name}");
    fs::copy(from, around.path().join("phieu").join(name)).unwrap();
    around
}

#[test]
fn a_result_stands_alone_and_no_temporary_file_is_left() {
    let around = small();
    Command::new(env!("CARGO_BIN_EXE_tonghop"))
        .current_dir(around.path())
        .args(["phieu", "--json"])
        .assert()
        .success();
    let mut names: Vec<String> = fs::read_dir(around.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    assert_eq!(
        names,
        [
            "phieu",
            "phieu-quyet-dinh.xlsx",
            "phieu-tong-hop.json",
            "phieu-tong-hop.xlsx"
        ]
    );
}

#[cfg(unix)]
#[test]
fn a_result_has_the_permissions_of_any_new_file() {
    use std::os::unix::fs::PermissionsExt;
    let around = small();
    let any = around.path().join("any");
    fs::write(&any, "").unwrap();
    Command::new(env!("CARGO_BIN_EXE_tonghop"))
        .current_dir(around.path())
        .arg("phieu")
        .assert()
        .success();
    let mode = |path: &std::path::Path| fs::metadata(path).unwrap().permissions().mode();
    let result = around.path().join("phieu-tong-hop.xlsx");
    assert_eq!(mode(&result), mode(&any));
}

/// What is left behind by a run that was stopped while it wrote is neither a return nor in the way.
#[test]
fn a_left_temporary_file_is_no_return() {
    let around = small();
    let left = around.path().join("phieu/.tonghop-4194305-a1B2c3.tmp");
    fs::write(&left, "PK").unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_tonghop"))
        .current_dir(around.path())
        .args(["check", "phieu", "--only", "TH901", "--json"])
        .output()
        .unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap().trim(), "[]");
    assert!(left.exists());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_no_success() {
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_tonghop"))
        .args(["explain", "TH301"])
        .stdout(full)
        .stderr(Stdio::piped())
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(said, "lỗi: không in được: ổ đĩa đã đầy\n");
}

#[cfg(unix)]
#[test]
fn a_closed_pipe_ends_quietly() {
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_tonghop"))
        .arg("explain")
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0));
}

/// What a run prints in a terminal of so many columns.
fn in_terminal(arguments: &[&str], width: usize, colour: bool) -> String {
    let stream = tonghop::app::cli::Stream {
        width: Some(width),
        colour,
    };
    let streams = tonghop::app::cli::Streams {
        out: stream,
        err: stream,
    };
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let words = ["tonghop"].iter().chain(arguments);
    tonghop::app::cli::run_on(
        words.map(Into::into).collect(),
        env!("CARGO_BIN_EXE_tonghop").into(),
        streams,
        false,
        &mut out,
        &mut err,
    );
    String::from_utf8([out, err].concat()).unwrap()
}

/// What has long lines and is not typed in `terminal`. A word that is wider than the terminal, such as a path, stays whole.
#[test]
fn no_line_is_wider_than_the_terminal() {
    let commands: [&[&str]; 4] = [
        &["explain"],
        &["explain", "TH401"],
        &["--help"],
        &["diff", "--khong-co"],
    ];
    for command in commands {
        for width in [80, 120] {
            let text = in_terminal(command, width, true);
            assert!(text.lines().count() > 1, "{command:?}: {text}");
            for line in text.lines() {
                let plain: String = line.split('\x1b').enumerate().fold(
                    String::new(),
                    |seen, (at, part)| match at {
                        0 => seen + part,
                        _ => seen + part.split_once('m').unwrap().1,
                    },
                );
                let is_one_word = !plain.trim().contains(' ');
                let columns = unicode_width::UnicodeWidthStr::width(plain.as_str());
                assert!(
                    columns <= width || is_one_word,
                    "{command:?} at {width}: {plain}"
                );
            }
        }
    }
}

#[test]
fn what_programs_read_is_neither_broken_nor_coloured() {
    // Its name alone is wider than that.
    let file = "samples/kontum-2017/phieu-nop/Sở KH&CN - Phiếu tự chấm điểm CNTT 2017.xlsx";
    let text = in_terminal(&["check", file, "--json"], 40, true);
    let findings: serde_json::Value = serde_json::from_str(&text).unwrap();
    assert!(!findings.as_array().unwrap().is_empty());
    assert!(text.lines().any(|line| line.chars().count() > 40), "{text}");
    assert!(!text.contains('\x1b'));
    let script = in_terminal(&["completions", "bash"], 40, true);
    assert_eq!(script.as_bytes(), tonghop(&["completions", "bash"]).stdout);
}

/// Through a pipe there are no colours, unless they are asked for; <https://no-color.org> goes before all.
#[test]
fn colours_go_where_they_are_wanted() {
    let explained = |set: &[(&str, &str)]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_tonghop"));
        for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
            command.env_remove(name);
        }
        let output = command
            .args(["explain", "TH401"])
            .envs(set.iter().copied())
            .output();
        String::from_utf8(output.unwrap().stdout).unwrap()
    };
    assert!(!explained(&[]).contains('\x1b'));
    assert!(explained(&[("CLICOLOR_FORCE", "1")]).contains('\x1b'));
    let both = explained(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]);
    assert!(!both.contains('\x1b'));
}

/// A pipe in the place of the result would keep the program waiting for a reader.
#[cfg(unix)]
#[test]
fn a_pipe_is_no_result() {
    let around = small();
    let pipe = around.path().join("a.xlsx");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    assert!(made.unwrap().success());
    for arguments in [
        ["phieu", "-o", "a.xlsx"],
        ["consolidate", "phieu", "-oa.xlsx"],
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_tonghop"))
            .current_dir(around.path())
            .args(arguments)
            .timeout(std::time::Duration::from_secs(60))
            .output()
            .unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("không phải tệp có thể ghi đè"), "{said}");
    }
}
