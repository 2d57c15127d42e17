//! What is typed at a prompt of Windows, and what is seen there, paths as they are.
//!
//! | line | what it does |
//! |---|---|
//! | `tonghop …` | the program, where `cd` led; quotation marks keep blanks together |
//! | `cd FOLDER` | from the folder around the campaign `dot` |
//! | `ls` | every file; behind a result a number for what is in it, the same for the same bytes |
//! | `move FROM TO` | with the folders that `TO` needs |
//! | `protect FILE` | may only be read from now on |
//! | `hold alone FILE` | another program has it open and lets nobody else; `hold reading FILE`: lets others read it |
//! | `release` | that program closes it |
//!
//! `{here}` is the folder around the campaign, with its drive; `{server}` the same as a server would have it; `{long}` a folder whose path has more than 260 characters; `{"}` a
//! quotation mark that reaches the program.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::wine;
use crate::cases::case::{self, Case};
use crate::cases::compare::text_difference;
use crate::cases::folder::Folder;
use crate::cases::terminal;

/// Thirty characters, nine times below each other.
const LONG: &str = "Thư mục có tên dài đến 30 chữ";
const TIMES: usize = 9;

/// Where the lines of a case are typed.
struct Place {
    root: PathBuf,
    at: PathBuf,
    held: Option<Child>,
    /// The results that were listed.
    results: Vec<Vec<u8>>,
}

impl Drop for Place {
    fn drop(&mut self) {
        self.release();
    }
}

impl Place {
    fn long() -> String {
        [LONG; TIMES].join("\\")
    }

    /// Wine's way to a path of the system below it, which begins like that of a share.
    fn server(&self) -> String {
        let path = self.root.to_str().unwrap().replace('/', "\\");
        format!(r"\\?\unix{path}")
    }

    /// What stands for something is put in its place.
    fn filled(&self, word: &str) -> String {
        word.replace("{here}", &wine::windows(&self.root))
            .replace("{server}", &self.server())
            .replace("{long}", &Place::long())
            .replace("{\"}", "\"")
    }

    fn emptied(&self, text: &str) -> String {
        text.replace(&self.server(), "{server}")
            .replace(&wine::windows(&self.root), "{here}")
            .replace(&Place::long(), "{long}")
            .replace("tonghop.exe", "tonghop")
    }

    fn path(&self, word: &str) -> PathBuf {
        self.root.join(self.filled(word).replace('\\', "/"))
    }

    fn line(&mut self, line: &str) -> String {
        // A quotation mark in braces is no mark to the words of a line.
        let words = terminal::words(&line.replace("{\"}", "{quote}"));
        let words: Vec<String> = words
            .iter()
            .map(|word| word.replace("{quote}", "{\"}"))
            .collect();
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        match words[..] {
            ["tonghop", ref arguments @ ..] => {
                let arguments: Vec<String> =
                    arguments.iter().map(|word| self.filled(word)).collect();
                let said = wine::say(&self.at, &arguments);
                return self.emptied(&said);
            }
            ["cd", folder] => self.at = self.path(folder),
            ["ls"] => return self.list(),
            ["move", from, to] => {
                let to = self.path(to);
                fs::create_dir_all(to.parent().unwrap()).unwrap();
                fs::rename(self.path(from), to).unwrap();
            }
            ["protect", file] => {
                let path = self.path(file);
                let mut permissions = fs::metadata(&path).unwrap().permissions();
                permissions.set_readonly(true);
                fs::set_permissions(path, permissions).unwrap();
            }
            ["hold", how, file] => self.hold(how, file),
            ["release"] => self.release(),
            _ => panic!("no such line: {line}"),
        }
        String::new()
    }

    fn hold(&mut self, how: &str, file: &str) {
        assert!(self.held.is_none());
        let mut held = wine::command("hold.exe")
            .args([how, &wine::windows(&self.path(file))])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut said = String::new();
        BufReader::new(held.stdout.take().unwrap())
            .read_line(&mut said)
            .unwrap();
        assert_eq!(said.trim(), "held");
        self.held = Some(held);
    }

    /// By the end of its input.
    fn release(&mut self) {
        if let Some(mut held) = self.held.take() {
            drop(held.stdin.take());
            held.wait().unwrap();
        }
    }

    fn list(&mut self) -> String {
        let mut lines = Vec::new();
        for entry in WalkDir::new(&self.root).sort_by_file_name() {
            let entry = entry.unwrap();
            if entry.file_type().is_dir() {
                continue;
            }
            let name = entry.path().strip_prefix(&self.root).unwrap();
            let name = name.to_str().unwrap().replace('/', "\\");
            let mut line = self.emptied(&name);
            let is_result = line.contains("-tong-hop") || line.starts_with("kq");
            if is_result {
                line.push_str(&format!(" #{}", self.number(entry.path())));
            }
            lines.push(line + "\n");
        }
        lines.sort();
        lines.concat()
    }

    fn number(&mut self, result: &Path) -> usize {
        let bytes = fs::read(result).unwrap();
        let known = self.results.iter().position(|known| *known == bytes);
        1 + known.unwrap_or_else(|| {
            self.results.push(bytes);
            self.results.len() - 1
        })
    }
}

fn run(case: &Case, commands: &str) -> String {
    let folder = Folder::new(case).unwrap();
    let root = folder.around.path().to_path_buf();
    let mut place = Place {
        at: root.clone(),
        root,
        held: None,
        results: Vec::new(),
    };
    let mut transcript = String::new();
    for line in commands
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
    {
        let seen = place.line(line);
        let gap = if seen.is_empty() { "" } else { "\n" };
        transcript.push_str(&format!("> {line}\n{seen}{gap}"));
    }
    transcript
}

#[test]
#[ignore = "needs Wine and the program for Windows"]
fn what_is_typed_at_windows_is_answered() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/windows/cases");
    let cases = case::of(&folder);
    let may_update = std::env::var_os("UPDATE_EXPECTED").is_some();
    let mut failures = Vec::new();
    for case in &cases {
        let actual = wine::steady(|| run(case, case.commands.as_ref().unwrap()));
        let path = case.folder.join("transcript.txt");
        if may_update {
            fs::write(path, actual).unwrap();
            continue;
        }
        let expected = fs::read_to_string(path).unwrap();
        let difference = text_difference(&expected, &actual);
        if !difference.is_empty() {
            failures.push(format!("{}\n{difference}", case.name));
        }
    }
    assert!(!cases.is_empty(), "no case begins with $CASE");
    assert!(failures.is_empty(), "{}", failures.join("\n\n"));
}

/// What the screens of `cases/data` show on other systems, they show here.
#[test]
#[ignore = "needs Wine and the program for Windows"]
fn screens_are_those_of_other_systems() {
    let cases = case::all();
    let compared: Vec<String> = cases
        .par_iter()
        .filter(|case| !case.unix_only)
        .filter_map(|case| {
            let commands = case.commands.as_ref()?;
            let actual =
                wine::steady(|| terminal::run_with(case, commands, &wine::tonghop).unwrap());
            let expected = fs::read_to_string(case.folder.join("transcript.txt")).unwrap();
            let difference = text_difference(
                &terminal::as_elsewhere(&expected),
                &terminal::as_elsewhere(&wine::without_wine(&actual)),
            );
            Some(if difference.is_empty() {
                difference
            } else {
                format!("{}\n{difference}", case.name)
            })
        })
        .collect();
    assert!(!compared.is_empty(), "no case begins with $CASE");
    let failures = compared.join("\n");
    assert!(failures.trim().is_empty(), "{failures}");
}

/// Nobody may write into this folder of Wine's, not even who may write everywhere.
#[test]
#[ignore = "needs Wine and the program for Windows"]
fn a_folder_that_may_only_be_read_takes_no_result() {
    let output = wine::tonghop()
        .args(["samples/kontum-2017", "-o", r"Z:\sys\kq.xlsx"])
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    let causes = ["không có quyền truy cập", "ổ đĩa chỉ cho phép đọc"];
    let lines = causes.map(|cause| format!("lỗi: Z:\\sys: không ghi được kết quả: {cause}\n"));
    assert!(lines.contains(&said), "{said}");
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
}
