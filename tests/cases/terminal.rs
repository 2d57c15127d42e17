//! What is seen in a terminal: commands, and what the program answers.
//!
//! `tonghop …` runs the real program in the folder around the campaign `dot`; `ls` lists what is there now and `cat` shows a
//! file; `copy FROM TO`, `delete FILE` and `change FILE OLD NEW` are what a person does between two runs. Lines on stderr begin with `! `; a status other than 0 stands in brackets.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use assert_cmd::Command;
use walkdir::WalkDir;

use super::case::Case;
use super::folder::Folder;

/// Runs the commands of a case; gives the transcript.
pub fn run(case: &Case, commands: &str) -> Result<String, String> {
    run_with(case, commands, &|| {
        Command::new(env!("CARGO_BIN_EXE_tonghop"))
    })
}

/// Runs the commands of a case with a program that may be made for another system.
pub fn run_with(
    case: &Case,
    commands: &str,
    program: &dyn Fn() -> Command,
) -> Result<String, String> {
    let folder = Folder::new(case)?;
    let mut transcript = String::new();
    for line in commands
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
    {
        let _ = writeln!(transcript, "$ {line}");
        let words = words(line);
        match words.first().map(String::as_str) {
            Some("tonghop") => {
                transcript.push_str(&tonghop(program(), folder.around.path(), &words[1..]));
            }
            Some("ls") => transcript.push_str(&list(folder.around.path())),
            Some("cat") => {
                let path = folder.around.path().join(&words[1]);
                let text = fs::read(path).map_err(|error| format!("{line}: {error}"))?;
                let _ = writeln!(transcript, "{}", String::from_utf8_lossy(&text).trim_end());
            }
            Some(done) => by_hand(done, folder.around.path(), &words[1..])
                .map_err(|error| format!("{line}: {error}"))?,
            None => return Err(format!("no such command: {line}")),
        }
        transcript.push('\n');
    }
    Ok(transcript)
}

/// What a person does to files between two runs.
fn by_hand(done: &str, around: &Path, words: &[String]) -> Result<(), String> {
    let said = |error: std::io::Error| error.to_string();
    match (done, words) {
        ("copy", [from, to]) => {
            let to = around.join(to);
            fs::create_dir_all(to.parent().unwrap()).map_err(said)?;
            fs::copy(around.join(from), to).map_err(said)?;
        }
        ("delete", [file]) => fs::remove_file(around.join(file)).map_err(said)?,
        ("change", [file, old, new]) => {
            let path = around.join(file);
            let text = fs::read_to_string(&path).map_err(said)?;
            if !text.contains(old) {
                return Err(format!("{file} has no {old}"));
            }
            fs::write(path, text.replace(old, new)).map_err(said)?;
        }
        _ => return Err("no such command".to_string()),
    }
    Ok(())
}

/// Words between spaces; quotation marks keep spaces together.
pub fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            c => words.last_mut().unwrap().push(c),
        }
    }
    words
}

/// What a program says to arguments in a folder.
pub fn tonghop(mut program: Command, folder: &Path, arguments: &[String]) -> String {
    let output = program
        .current_dir(folder)
        .args(arguments)
        .env_remove("COLUMNS")
        .env("NO_COLOR", "1")
        .output()
        .unwrap();
    let mut text = String::from_utf8_lossy(&output.stdout).into_owned();
    for line in String::from_utf8_lossy(&output.stderr).lines() {
        let _ = writeln!(text, "! {line}");
    }
    match output.status.code() {
        Some(0) => {}
        Some(status) => {
            let _ = writeln!(text, "[{status}]");
        }
        None => text.push_str("[killed]\n"),
    }
    if cfg!(windows) {
        text = as_elsewhere(&text);
    }
    text
}

/// What the program says on Windows, as it says it on other systems.
pub fn as_elsewhere(text: &str) -> String {
    text.replace("tonghop.exe", "tonghop").replace('\\', "/")
}

/// Every file and its size; of the program's own results only whether they are there.
fn list(root: &Path) -> String {
    let mut lines: Vec<String> = WalkDir::new(root)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| !entry.file_type().is_dir())
        .map(|entry| {
            let name = entry.path().strip_prefix(root).unwrap();
            name.to_string_lossy().replace('\\', "/") + "\n"
        })
        .collect();
    lines.sort();
    lines.concat()
}
