//! Which files import which, and what they define, told from the sources.
//!
//! In: `src/`. Out: for each file the files it names by `crate::`, `super::` or `self::`, and its types, outside comments and inline
//! tests.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A file as its path of modules: `src/judge/check/totals.rs` is `judge`, `check`, `totals`.
pub type Module = Vec<String>;

/// The imports of each file.
pub type Imports = BTreeMap<Module, BTreeSet<Module>>;

/// All sources below a folder.
pub fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

/// The path of modules of a file in `src/`.
pub fn module(path: &Path) -> Module {
    let inner = path.strip_prefix("src").unwrap().with_extension("");
    let mut parts: Module = inner
        .iter()
        .map(|part| part.to_string_lossy().into_owned())
        .collect();
    if parts.last().is_some_and(|last| last == "mod") {
        parts.pop();
    }
    parts
}

/// What is compiled into the program: without comments, and without the tests that stand at the end of a file.
pub fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    // Elsewhere the attribute stands before one item, and the rest of the file is still the program.
    let tests = text.rfind("#[cfg(test)]\n").filter(|at| {
        let mut lines = text[*at..].lines().skip(1);
        lines.find(|line| !line.starts_with("#[")) == Some("mod tests {")
    });
    let lines = text[..tests.unwrap_or(text.len())].lines();
    lines
        .map(|line| line.split("//").next().unwrap_or_default())
        .collect::<Vec<_>>()
        .join("\n")
}

/// The types that code defines, each with the condition, if any, on which it is compiled: its own, or that of the module around it.
/// Associated types are none.
pub fn types(code: &str) -> Vec<(&str, Option<&str>)> {
    let (mut types, mut own, mut around) = (Vec::new(), None, None);
    for line in code.lines() {
        let item = line.trim();
        if let Some(condition) = item.strip_prefix("#[cfg(") {
            own = Some(condition);
            continue;
        }
        let item = item.strip_prefix("pub").map_or(item, |rest| {
            let within = rest.strip_prefix('(').and_then(|rest| rest.split_once(')'));
            within.map_or(rest, |(_, rest)| rest).trim_start()
        });
        let (kind, rest) = item.split_once(' ').unwrap_or((item, ""));
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
        let name = &rest[..end.unwrap_or(rest.len())];
        match kind {
            "type" if line.starts_with(' ') => {}
            "struct" | "enum" | "union" | "trait" | "type" => {
                types.push((name, own.or(around)));
            }
            "mod" if rest.ends_with('{') => around = own,
            _ => {}
        }
        if line == "}" {
            around = None;
        }
        if line.ends_with([';', '{', '}']) {
            own = None;
        }
    }
    types
}

/// The imports between the files of `src/`.
pub fn imports() -> Imports {
    let files: Vec<(Module, String)> = sources(Path::new("src"))
        .into_iter()
        .map(|path| (module(&path), code(&path)))
        .filter(|(own, _)| own != &["lib"] && own != &["main"])
        .collect();
    assert!(files.len() > 30, "the sources were not found");
    imports_of(&files)
}

/// The imports between files, by their code. Who names what another file names in turn imports both.
pub fn imports_of(files: &[(Module, String)]) -> Imports {
    let known: BTreeSet<&Module> = files.iter().map(|(own, _)| own).collect();
    let made_from = made_from(files);
    let of = |(own, code): &(Module, String)| {
        let mut used = BTreeSet::new();
        let mut open = paths(code, own);
        let mut seen: BTreeSet<Module> = BTreeSet::new();
        while let Some(path) = open.pop() {
            let file = (1..=path.len()).rev().map(|n| path[..n].to_vec());
            let file = file.into_iter().find(|at| known.contains(at));
            let is_own = file.as_ref() == Some(own);
            used.extend(file.filter(|_| !is_own));
            // What a file names is imported by itself, whatever stands behind it. Where more follows, a name that is a file's as well
            // is the file.
            let is_name = |n: &usize| *n == path.len() || !known.contains(&path[..*n].to_vec());
            let further = (1..=path.len()).rev().filter(is_name).find_map(|n| {
                let whole = made_from.get(&path[..n])?;
                Some([&whole[..], &path[n..]].concat())
            });
            open.extend(further.filter(|path| !is_own && seen.insert(path.clone())));
        }
        (own.clone(), used)
    };
    files.iter().map(of).collect()
}

/// What each path is made from that a file's `use` makes, whoever may see it.
fn made_from(files: &[(Module, String)]) -> BTreeMap<Module, Module> {
    let mut made = BTreeMap::new();
    for (own, code) in files {
        for (at, _) in code.match_indices("use crate::") {
            let line = code[..at].rsplit('\n').next().unwrap_or_default();
            if line.is_empty() || line.starts_with("pub") {
                let used = code[at + "use crate::".len()..].split(';').next();
                for (name, item) in names(used.unwrap_or_default()) {
                    made.insert([&own[..], &[name]].concat(), item);
                }
            }
        }
    }
    made
}

/// What a tree of a `use` names, and by which names.
fn names(whole: &str) -> Vec<(String, Module)> {
    let mut named = Vec::new();
    tree(whole, &[], &mut named);
    named
}

/// The public modules below the root, as far as their own line goes; and what a `pub use` names: the path that it makes, and the
/// path that it is made from.
pub fn public() -> (BTreeSet<Module>, BTreeSet<(Module, Module)>) {
    let (mut modules, mut named) = (BTreeSet::new(), BTreeSet::new());
    for path in sources(Path::new("src")) {
        let own = match module(&path) {
            own if own == ["lib"] => Vec::new(),
            own => own,
        };
        let within = |name: &str| [&own[..], &[name.to_string()]].concat();
        let text = code(&path);
        for item in text.split([';', '{']) {
            let name = item.trim_start().rsplit('\n').next().unwrap_or(item);
            if let Some(name) = name.strip_prefix("pub mod ") {
                modules.insert(within(name.trim_end()));
            }
        }
        for (at, _) in text.match_indices("pub use ") {
            let used = text[at..].split(';').next().unwrap_or_default();
            let whole = used.strip_prefix("pub use crate::");
            let whole =
                whole.unwrap_or_else(|| panic!("{}: {used}: say it from crate", path.display()));
            assert!(
                !whole.contains('*'),
                "{}: {used}: name each",
                path.display()
            );
            named.extend(
                names(whole)
                    .into_iter()
                    .map(|(name, item)| (within(&name), item)),
            );
        }
    }
    (modules, named)
}

/// Every path that code names, from the root of the crate, groups resolved.
fn paths(code: &str, own: &[String]) -> Vec<Module> {
    let mut found = Vec::new();
    for (start, base) in [("crate::", 0), ("super::", 1), ("self::", 2)] {
        for (at, _) in code.match_indices(start) {
            let before = code[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
                continue;
            }
            let mut rest = &code[at + start.len()..];
            let mut from = match base {
                0 => Vec::new(),
                1 => own[..own.len() - 1].to_vec(),
                _ => own.to_vec(),
            };
            while let Some(further) = rest.strip_prefix("super::") {
                from.pop();
                rest = further;
            }
            tree(rest, &from, &mut found);
        }
    }
    found.into_iter().map(|(_, path)| path).collect()
}

/// Reads one tree of a `use`, or a path in an expression, with the names that it makes; gives what follows it.
fn tree<'c>(code: &'c str, from: &[String], found: &mut Vec<(String, Module)>) -> &'c str {
    let code = code.trim_start();
    if let Some(mut rest) = code.strip_prefix('{') {
        loop {
            rest = rest.trim_start();
            if let Some(after) = rest.strip_prefix('}') {
                return after;
            }
            let after = tree(rest, from, found).trim_start();
            let next = after.find([',', '}']).unwrap_or(after.len());
            rest = after[next..].trim_start_matches(',');
            if rest.is_empty() {
                return rest;
            }
        }
    }
    let end = code
        .find(|c: char| !c.is_alphanumeric() && c != '_')
        .unwrap_or(code.len());
    let (word, rest) = code.split_at(end);
    let mut path = from.to_vec();
    if !word.is_empty() && word != "self" {
        path.push(word.to_string());
    }
    if let Some(further) = rest.strip_prefix("::") {
        return tree(further, &path, found);
    }
    let renamed = rest.trim_start().strip_prefix("as ").map(|name| {
        let end = name.find(|c: char| !c.is_alphanumeric() && c != '_');
        name[..end.unwrap_or(name.len())].to_string()
    });
    let name = renamed.or(path.last().cloned()).unwrap_or_default();
    found.push((name, path));
    rest
}

/// Groups of nodes that reach each other, each in order.
pub fn rings<N: Ord + Clone>(arrows: &BTreeMap<N, BTreeSet<N>>) -> BTreeSet<BTreeSet<N>> {
    let reach = |from: &N| {
        let mut seen = BTreeSet::new();
        let mut open: Vec<&N> = arrows.get(from).into_iter().flatten().collect();
        while let Some(next) = open.pop() {
            if seen.insert(next.clone()) {
                open.extend(arrows.get(next).into_iter().flatten());
            }
        }
        seen
    };
    let reached: BTreeMap<&N, BTreeSet<N>> =
        arrows.keys().map(|node| (node, reach(node))).collect();
    let ring = |(node, to): (&&N, &BTreeSet<N>)| {
        let back = to
            .iter()
            .filter(|other| reached.get(other).is_some_and(|from| from.contains(*node)));
        back.cloned().collect::<BTreeSet<N>>()
    };
    let rings = reached.iter().map(ring);
    rings.filter(|ring| ring.len() > 1).collect()
}
