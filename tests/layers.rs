//! Holds the layer table of `src/lib.rs` against the imports: a module uses its own layer and those its row allows.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::fs;
use std::path::{Path, PathBuf};

/// Layer, its modules, the layers they may use besides their own.
const LAYERS: &[(&str, &[&str], &[&str])] = &[
    (
        "words",
        &[
            "cell", "date", "encoding", "error", "finding", "formula", "guard", "ids", "lang",
            "number", "opening", "outside", "points", "rules", "seal", "text",
        ],
        &[],
    ),
    (
        "definitions",
        &[
            "campaign",
            "definition",
            "receipt",
            "scheme",
            "submission",
            "units",
        ],
        &["words"],
    ),
    (
        "input",
        &["inbox", "intake", "read", "recognise"],
        &["words", "definitions"],
    ),
    (
        "judgement",
        &["check", "rank", "score", "statistics"],
        &["words", "definitions"],
    ),
    (
        "result",
        &["audit", "diff", "edits", "published", "report", "trace"],
        &["words", "definitions", "judgement"],
    ),
    ("output", &["write"], &["words", "judgement", "result"]),
    (
        "wiring",
        &["cli", "main", "pipeline"],
        &[
            "words",
            "definitions",
            "input",
            "judgement",
            "result",
            "output",
        ],
    ),
];

/// Crates that one module alone may use, because it is the only one that knows the format.
const KEPT: &[(&str, &str)] = &[
    ("calamine", "read"),
    ("rust_decimal", "points"),
    ("rust_xlsxwriter", "write"),
];

fn sources(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}

/// The top-level module of a file: `src/check/totals.rs` is `check`.
fn module(path: &Path) -> String {
    let inner = path.strip_prefix("src").unwrap();
    let first = inner.iter().next().unwrap().to_string_lossy();
    first.trim_end_matches(".rs").to_string()
}

fn layer_of(module: &str) -> usize {
    let found = LAYERS
        .iter()
        .position(|(_, modules, _)| modules.contains(&module));
    found.unwrap_or_else(|| {
        panic!("src/{module} stands in no layer: add it to tests/layers.rs and src/lib.rs")
    })
}

/// The modules that a line of code names by `crate::`, without comments.
fn named(line: &str) -> Vec<String> {
    let code = line.split("//").next().unwrap_or_default();
    let word = |rest: &str| {
        rest.chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect()
    };
    code.split("crate::").skip(1).map(word).collect()
}

#[test]
fn imports_keep_to_the_layers() {
    let mut files = Vec::new();
    sources(Path::new("src"), &mut files);
    assert!(files.len() > 30, "the sources were not found");
    let mut wrong = Vec::new();
    for path in files {
        let own = module(&path);
        if own == "lib" {
            continue;
        }
        let (_, _, allowed) = LAYERS[layer_of(&own)];
        let text = fs::read_to_string(&path).unwrap();
        for (number, line) in text.lines().enumerate() {
            for used in named(line).into_iter().filter(|used| !used.is_empty()) {
                let (name, _, _) = LAYERS[layer_of(&used)];
                let same = layer_of(&used) == layer_of(&own);
                if !same && !allowed.contains(&name) {
                    wrong.push(format!(
                        "{}:{}: {own} uses {used}",
                        path.display(),
                        number + 1
                    ));
                }
            }
            for (kept, keeper) in KEPT {
                let code = line.split("//").next().unwrap_or_default();
                if own != *keeper && code.contains(&format!("{kept}::")) {
                    wrong.push(format!(
                        "{}:{}: {own} uses {kept}",
                        path.display(),
                        number + 1
                    ));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn source_files_stay_small() {
    let mut files = Vec::new();
    for folder in ["src", "tests", "benches", "examples", "samples"] {
        sources(Path::new(folder), &mut files);
    }
    let long: Vec<String> = files
        .into_iter()
        .map(|path| (fs::read_to_string(&path).unwrap().lines().count(), path))
        .filter(|(lines, _)| *lines > 400)
        .map(|(lines, path)| format!("{}: {lines} lines", path.display()))
        .collect();
    assert!(
        long.is_empty(),
        "longer than 400 lines:\n{}",
        long.join("\n")
    );
}

#[test]
fn one_place_opens_what_others_wrote() {
    let opens = |line: &str| {
        ["File::open(", "fs::read(", "fs::read_to_string("]
            .iter()
            .any(|call| line.contains(call))
    };
    let mut files = Vec::new();
    sources(Path::new("src"), &mut files);
    let mut wrong = Vec::new();
    for path in files {
        let text = fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        if module(&path) != "opening" && code.lines().any(opens) {
            wrong.push(path);
        }
    }
    assert!(
        wrong.is_empty(),
        "a pipe or a device would be read here; use src/opening.rs: {wrong:?}"
    );
}
