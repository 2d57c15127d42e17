//! The README keeps its word: its commands run, print what it shows, and exist in both languages.
//!
//! A block that begins with `cargo run --release --` or `tonghop` is a command; the block after it is what it prints, in which a
//! line of `…` stands for any lines.

use std::fs;
use std::path::Path;
use std::process::Command;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

pub fn text(name: &str) -> String {
    fs::read_to_string(Path::new(ROOT).join(name)).unwrap()
}

/// The lines of each fenced block.
pub fn blocks(text: &str) -> Vec<Vec<&str>> {
    let mut blocks = Vec::new();
    let mut open: Option<Vec<&str>> = None;
    for line in text.lines() {
        match (&mut open, line.starts_with("```")) {
            (None, true) => open = Some(Vec::new()),
            (None, false) => {}
            (Some(lines), false) => lines.push(line),
            (Some(_), true) => blocks.extend(open.take()),
        }
    }
    blocks
}

pub fn arguments(line: &str) -> Option<Vec<&str>> {
    let rest = line
        .strip_prefix("cargo run --release -- ")
        .or_else(|| line.strip_prefix("tonghop "))?;
    Some(rest.split(' ').collect())
}

/// A copy of the samples, so that no run writes into the project.
fn samples() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(
        &Path::new(ROOT).join("samples"),
        &folder.path().join("samples"),
    );
    folder
}

pub fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        // What a run by hand left there.
        } else if !entry
            .file_name()
            .to_string_lossy()
            .starts_with("kontum-2017-tong-hop")
        {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Whether the shown lines are the printed ones, but for what `…` leaves out.
fn is_shown(printed: &[&str], shown: &[&str]) -> bool {
    match shown {
        [] => printed.is_empty(),
        ["…", rest @ ..] => (0..=printed.len()).any(|from| is_shown(&printed[from..], rest)),
        [first, rest @ ..] => printed
            .split_first()
            .is_some_and(|(line, below)| line == first && is_shown(below, rest)),
    }
}

#[test]
fn commands_print_what_the_readme_shows() {
    let folder = samples();
    let mut ran = 0;
    for name in ["README.md", "README.vi.md"] {
        let text = text(name);
        let blocks = blocks(&text);
        for pair in blocks.windows(2) {
            let [line] = pair[0].as_slice() else { continue };
            let Some(arguments) = arguments(line) else {
                continue;
            };
            let output = Command::new(env!("CARGO_BIN_EXE_tonghop"))
                .current_dir(folder.path())
                .args(&arguments)
                .output()
                .unwrap();
            let printed = String::from_utf8(output.stdout).unwrap().replace('\\', "/");
            let printed: Vec<&str> = printed.lines().collect();
            assert!(
                is_shown(&printed, &pair[1]),
                "{name}: {line} prints\n{}",
                printed.join("\n")
            );
            ran += 1;
        }
    }
    assert!(ran > 0);
    assert!(
        folder
            .path()
            .join("samples/kontum-2017-tong-hop.xlsx")
            .is_file()
    );
}

#[test]
fn every_command_is_in_both_readmes() {
    let help = Command::new(env!("CARGO_BIN_EXE_tonghop"))
        .args(["--help", "--lang", "en"])
        .output()
        .unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let commands: Vec<&str> = help
        .lines()
        .skip_while(|line| !line.starts_with("Commands:"))
        .skip(1)
        .map_while(|line| line.strip_prefix("  "))
        .filter(|line| !line.starts_with(' '))
        .filter_map(|line| line.split(' ').next())
        .filter(|command| *command != "help")
        .collect();
    assert!(commands.len() > 5, "{help}");
    for name in ["README.md", "README.vi.md"] {
        let text = text(name);
        for command in &commands {
            let named = [format!("`tonghop {command}"), format!("(`{command}`)")];
            assert!(
                named.iter().any(|words| text.contains(words)),
                "{name} does not say `tonghop {command}`"
            );
        }
    }
}

/// The targets of a Markdown text's links, but for those that lead out of the project.
fn local_links(text: &str) -> impl Iterator<Item = &str> {
    text.split("](")
        .skip(1)
        .filter_map(|rest| rest.split([')', '#']).next())
        .filter(|link| !link.is_empty() && !link.contains("://"))
}

#[test]
fn what_the_readmes_point_to_is_there() {
    for name in ["README.md", "README.vi.md"] {
        for link in local_links(&text(name)) {
            assert!(Path::new(ROOT).join(link).exists(), "{name}: {link}");
        }
    }
}

fn is_page(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|kind| kind == "md")
}

/// The packer refuses a dead link; here everybody sees it before the archives are made.
#[test]
fn pages_that_the_archive_has_lead_to_pages_that_it_has() {
    let packer = text("tools/release/archive.py");
    let pages: Vec<&str> = packer
        .lines()
        .filter_map(|line| line.trim_start().strip_prefix('"')?.split_once("\": \""))
        .map(|(source, _)| source)
        .filter(|source| is_page(source))
        .collect();
    assert!(pages.len() > 5, "{pages:?}");
    for page in &pages {
        let at = |path: &Path| Path::new(ROOT).join(path).canonicalize().unwrap();
        let folder = Path::new(page).parent().unwrap();
        for link in local_links(&text(page)).filter(|link| is_page(link)) {
            let linked = at(&folder.join(link));
            let named = pages.iter().any(|page| at(Path::new(page)) == linked);
            assert!(named, "{page}: {link}: not in tools/release/archive.py");
        }
    }
}
