//! Each command of the README, typed into two windows: it ends, its status is right, its progress was drawn and is gone, and the
//! last screen is the one stored in `screens`.
//!
//! `commands.toml` lists them. They run in one folder, one after another, as a person types them; the first one twice.
//! `UPDATE_EXPECTED=1 cargo test terminal` stores what is seen, to be read before it is kept.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rayon::prelude::*;
use serde::Deserialize;

use super::pty::{Ended, Terminal, WINDOWS, Window};
use crate::readme::{arguments, blocks, copy, text};

/// No command takes so long, on however busy a machine.
const BOUND: Duration = Duration::from_secs(60);
/// What a progress bar is drawn with.
const BAR: [char; 2] = ['█', '░'];
/// The folder around the samples.
const FOLDER: &str = "Hồ sơ năm 2017";

/// The returns of the two sample rounds that lie in the folder: on a screen these are like all, and read in a third of the time.
const RETURNS: [&str; 14] = [
    "BDT 2016.xlsx",
    "DAKHA 2016.xlsx",
    "SKHCN 2016.xlsx",
    "STNMT 2016.xlsx",
    "VPUBND 2016.xlsx",
    "Huyen Ia H'Drai.xlsx",
    "SGDDT-phieu-danh-gia-2017.xls",
    "STNMT_phieu_2017.xlsx",
    "So KHDT 2017.xlsx",
    "Sở KH&CN - Phiếu tự chấm điểm CNTT 2017.xlsx",
    "Tu Mơ Rông - phiếu tự đánh giá.xlsx",
    "UBND TP Kon Tum - phieu 2017.xlsx",
    "UBND huyện Đăk Glei.ods",
    "phieu tu danh gia UBND huyen Dak Ha.xlsx",
];

/// The commands, and how each has to end.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Commands {
    run: Vec<Run>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Run {
    /// The name of its stored screens.
    name: String,
    arguments: Vec<String>,
    status: i32,
    /// Whether it reads a folder of returns, and says how far it is.
    #[serde(default)]
    reads: bool,
    /// Whether it is typed into the first window alone: what the others would show is shown by another run, or has no width.
    #[serde(default)]
    once: bool,
}

impl Run {
    /// The windows that it is typed into.
    fn windows(&self) -> &'static [Window] {
        if self.once { &WINDOWS[..1] } else { &WINDOWS }
    }
}

fn runs() -> Vec<Run> {
    let text = fs::read_to_string("tests/terminal/commands.toml").unwrap();
    toml::from_str::<Commands>(&text).unwrap().run
}

#[test]
fn every_command_ends_and_shows_what_is_stored() {
    let failures: Vec<String> = (0..WINDOWS.len())
        .into_par_iter()
        .flat_map(|which| typed_in(which, &runs()))
        .collect();
    assert!(failures.is_empty(), "\n{}", failures.join("\n\n"));
}

/// Types commands in one folder: those for all windows into this one, of the others its share, so that all folders take as long.
/// Gives what is wrong.
fn typed_in(which: usize, runs: &[Run]) -> Vec<String> {
    let (once, always): (Vec<_>, Vec<_>) = runs.iter().partition(|run| run.once);
    let share = once.into_iter().skip(which).step_by(WINDOWS.len());
    let own: Vec<&str> = share.chain(always).map(|run| run.name.as_str()).collect();
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join(FOLDER);
    fs::create_dir(&folder).unwrap();
    copy(Path::new("samples"), &folder.join("samples"));
    for round in ["kontum-2016", "kontum-2017"] {
        keep_returns(&folder.join("samples").join(round).join("phieu-nop"));
    }
    let mut failures = Vec::new();
    for run in runs.iter().filter(|run| own.contains(&&*run.name)) {
        let window = WINDOWS[if run.once { 0 } else { which }];
        let typed = format!(
            "tonghop {} ({} columns)",
            run.arguments.join(" "),
            window.columns
        );
        match Terminal::start(window, &folder, &run.arguments).end(BOUND) {
            Ok(ended) => {
                let wrong = wrong(run, window, &ended).join("; ");
                if !wrong.is_empty() {
                    failures.push(format!("{typed}: {wrong}; the screen:\n{}", ended.screen));
                }
            }
            Err(screen) => failures.push(format!("{typed} does not end; the screen:\n{screen}")),
        }
    }
    failures
}

fn keep_returns(folder: &Path) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_dir() {
            keep_returns(&entry.path());
        } else if !RETURNS.iter().any(|name| entry.file_name() == *name) {
            fs::remove_file(entry.path()).unwrap();
        }
    }
}

/// The second run replaces what the first one wrote, and leaves nothing beside it.
#[test]
fn a_second_run_writes_the_same_file_again() {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join(FOLDER);
    fs::create_dir(&folder).unwrap();
    copy(Path::new("samples/kontum-2017"), &folder.join("phiếu về"));
    let run = || {
        let arguments = [format!("{FOLDER}/phiếu về")];
        let ended = Terminal::start(WINDOWS[0], around.path(), &arguments).end(BOUND);
        let ended = ended.unwrap();
        assert_eq!(ended.status.code(), Some(0));
        assert!(ended.written.contains("đang lập và ghi kết quả"));
        fs::read(folder.join("phiếu về-tong-hop.xlsx")).unwrap()
    };
    let (first, second) = (run(), run());
    assert!(first == second);
    let entries = fs::read_dir(&folder).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(
        names,
        [
            "phiếu về",
            "phiếu về-quyet-dinh.xlsx",
            "phiếu về-tong-hop.xlsx"
        ]
    );
}

fn wrong(run: &Run, window: Window, ended: &Ended) -> Vec<String> {
    let mut wrong = Vec::new();
    if ended.status.code() != Some(run.status) {
        wrong.push(format!("{} instead of {}", ended.status, run.status));
    }
    if ended.written.contains(BAR) != run.reads {
        let was = if run.reads { "no" } else { "a" };
        wrong.push(format!("{was} progress bar was drawn"));
    }
    if ended.screen.contains(BAR) {
        wrong.push("the progress bar was left".to_string());
    }
    if !ended.is_ready {
        wrong.push("the cursor is not where a person types on".to_string());
    }
    // A word that is wider than the terminal, such as a path, stays whole, and programs read what is no sentence.
    let is_for_programs = run.name.ends_with("-json") || run.name == "completions";
    let mut broken = ended.broken.iter().filter(|line| line.trim().contains(' '));
    if let Some(line) = broken.next().filter(|_| !is_for_programs) {
        wrong.push(format!("wider than the terminal: {line}"));
    }
    let stored = stored(run, window);
    if std::env::var_os("UPDATE_EXPECTED").is_some() {
        fs::write(stored, &ended.screen).unwrap();
    } else if fs::read_to_string(&stored).unwrap_or_default() != ended.screen {
        wrong.push(format!("the last screen is not {}", stored.display()));
    }
    wrong
}

fn stored(run: &Run, window: Window) -> PathBuf {
    let name = format!("{}-{}.txt", run.name, window.columns);
    Path::new("tests/terminal/screens").join(name)
}

#[test]
fn no_screen_is_stored_that_nobody_looks_at() {
    let runs = runs();
    let of = |run: &Run| -> Vec<PathBuf> {
        let windows = run.windows().iter();
        windows.map(|window| stored(run, *window)).collect()
    };
    let mut wanted: Vec<PathBuf> = runs.iter().flat_map(of).collect();
    let entries = fs::read_dir("tests/terminal/screens").unwrap();
    let mut found: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    wanted.sort();
    found.sort();
    assert_eq!(found, wanted);
}

/// A command or an option that the README names, and nobody types here, could hang.
#[test]
fn every_command_of_the_readme_is_typed() {
    let runs = runs();
    let mut missing = Vec::new();
    for name in ["README.md", "README.vi.md"] {
        let text = text(name);
        let blocks = blocks(&text);
        for typed in blocks.iter().flatten().filter_map(|line| arguments(line)) {
            if !runs.iter().any(|run| run.arguments == typed) {
                missing.push(format!("{name}: tonghop {}", typed.join(" ")));
            }
        }
        for line in text.lines() {
            let missed = named(line)
                .into_iter()
                .filter(|named| !named.is_typed(&runs));
            missing.extend(missed.map(|named| format!("{name}: {named:?} of {line}")));
        }
    }
    assert!(
        missing.is_empty(),
        "not in tests/terminal/commands.toml:\n{}",
        missing.join("\n")
    );
}

/// A command as a text names it, and an option that stands in its line.
#[derive(Debug)]
struct Named {
    words: Vec<String>,
    option: Option<String>,
}

impl Named {
    fn is_typed(&self, runs: &[Run]) -> bool {
        let has_option = |run: &Run| {
            let option = self.option.as_ref();
            option.is_none_or(|option| run.arguments.contains(option))
        };
        runs.iter().any(|run| {
            // A folder alone is the main command.
            let first = run.arguments.first();
            let is_main =
                self.words == ["consolidate"] && first.is_some_and(|one| one.contains('/'));
            (is_main || run.arguments.starts_with(&self.words)) && has_option(run)
        })
    }
}

/// The commands between backticks in a line, each with each option that stands between backticks in it.
fn named(line: &str) -> Vec<Named> {
    let spans: Vec<&str> = line.split('`').skip(1).step_by(2).collect();
    let is_option = |word: &&str| word.starts_with('-');
    let of_spans = spans.iter().flat_map(|span| span.split(' '));
    let options: Vec<&str> = of_spans.filter(is_option).collect();
    let mut named = Vec::new();
    for span in spans
        .iter()
        .filter_map(|span| span.strip_prefix("tonghop "))
    {
        for words in commands(span) {
            let bare = [None].into_iter();
            for option in bare.chain(options.iter().map(|option| Some((*option).to_string()))) {
                let words = words.clone();
                named.push(Named { words, option });
            }
        }
    }
    named
}

/// `diff PREVIOUS CURRENT` is `diff`, `scheme check\|show [SCHEME]` is `scheme check` and `scheme show`, `FOLDER` is
/// `consolidate`.
fn commands(span: &str) -> Vec<Vec<String>> {
    let is_word = |word: &&str| word.starts_with(|c: char| c.is_ascii_lowercase());
    let written: Vec<&str> = span.split(' ').take_while(is_word).collect();
    let alternatives = |word: &str| -> Vec<String> {
        let words = word.split('|').map(|word| word.trim_end_matches('\\'));
        words.map(str::to_string).collect()
    };
    match written.as_slice() {
        [] => vec![vec!["consolidate".to_string()]],
        [first, rest @ ..] => match rest.first() {
            None => vec![vec![(*first).to_string()]],
            Some(second) => alternatives(second)
                .into_iter()
                .map(|second| vec![(*first).to_string(), second])
                .collect(),
        },
    }
}

#[test]
fn commands_are_found_in_a_line() {
    let found = |line: &str| -> Vec<String> {
        let one = |named: Named| {
            let words = named.words.join(" ");
            named
                .option
                .map_or(words.clone(), |option| format!("{words} {option}"))
        };
        named(line).into_iter().map(one).collect()
    };
    assert_eq!(
        found("| `tonghop FOLDER` (`consolidate`) | reads; `-o FILE`, `--json` |"),
        ["consolidate", "consolidate -o", "consolidate --json"]
    );
    assert_eq!(
        found("| `tonghop scheme check\\|show [SCHEME]` | for authors |"),
        ["scheme check", "scheme show"]
    );
    assert_eq!(found("`tonghop explain 301`"), ["explain"]);
    assert_eq!(found("a line about tonghop"), Vec::<String>::new());
}
