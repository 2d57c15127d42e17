//! What is seen in a terminal: commands, and what the program answers.
//!
//! `tonghop …` runs the real program in the folder around the campaign `dot`; `ls` lists what is there now and `cat` shows a
//! file. Lines on stderr begin with `! `; a status other than 0 stands in brackets.

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
            _ => return Err(format!("no such command: {line}")),
        }
        transcript.push('\n');
    }
    Ok(transcript)
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
