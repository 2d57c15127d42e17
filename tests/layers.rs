//! Holds the folders of `src/` against the imports: data flows down the list, and nothing imports in a ring.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

mod imports;
mod names;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use imports::{Imports, Module, code, imports, imports_of, module, public, rings, sources, types};
use names::SHARED;

/// The folders, lowest first: each imports from itself and from those before it.
const FOLDERS: [&str; 7] = [
    "base", "campaign", "input", "judge", "result", "output", "app",
];

/// Crates that one module alone may use, because it is the only one that knows the format.
const KEPT: &[(&str, &str)] = &[
    ("calamine", "src/input/read/"),
    ("rust_decimal", "src/base/points/"),
    ("rust_xlsxwriter", "src/output/"),
];

/// Path and code of every file of `src/`, without its comments and tests.
pub fn code_of_src() -> Vec<(String, String)> {
    let files = sources(Path::new("src"));
    let shown = |path: &Path| path.to_string_lossy().replace('\\', "/");
    files.iter().map(|path| (shown(path), code(path))).collect()
}

fn shown(module: &[String]) -> String {
    module.join("::")
}

#[test]
fn folders_import_from_those_before_them() {
    let place = |module: &Module| {
        let found = FOLDERS.iter().position(|one| *one == module[0]);
        found.unwrap_or_else(|| panic!("{} stands in no folder of FOLDERS", shown(module)))
    };
    let mut wrong = Vec::new();
    for (own, used) in imports() {
        let upwards = used.iter().filter(|other| place(other) > place(&own));
        wrong.extend(upwards.map(|other| format!("{} uses {}", shown(&own), shown(other))));
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn modules_of_a_folder_import_in_no_ring() {
    let mut arrows: BTreeMap<Module, BTreeSet<Module>> = BTreeMap::new();
    for (own, used) in imports() {
        let own: Module = own.into_iter().take(2).collect();
        let others = used.into_iter().filter(|other| other.len() > 1);
        let others = others.map(|other| other.into_iter().take(2).collect::<Module>());
        let others = others.filter(|other| *other != own && other[0] == own[0]);
        let others: Vec<Module> = others.collect();
        arrows.entry(own).or_default().extend(others);
    }
    assert_eq!(rings(&arrows), BTreeSet::new());
}

/// A file may import what stands in its folder's `mod.rs`, which names it.
fn between_files(imports: Imports) -> Imports {
    let apart = |own: &Module, other: &Module| {
        own.iter().take(2).eq(other.iter().take(2))
            && !own.starts_with(other)
            && !other.starts_with(own)
    };
    let of = |(own, used): (Module, BTreeSet<Module>)| {
        let used = used.into_iter().filter(|other| apart(&own, other));
        (own.clone(), used.collect())
    };
    imports.into_iter().map(of).collect()
}

#[test]
fn files_of_a_module_import_in_no_ring() {
    assert_eq!(rings(&between_files(imports())), BTreeSet::new());
}

#[test]
fn a_ring_is_found() {
    let arrows = BTreeMap::from([
        ("a", BTreeSet::from(["b"])),
        ("b", BTreeSet::from(["c"])),
        ("c", BTreeSet::from(["b"])),
    ]);
    assert_eq!(rings(&arrows), BTreeSet::from([BTreeSet::from(["b", "c"])]));
}

/// Two files that use each other through the names that their folder gives them.
#[test]
fn a_ring_over_a_name_in_between_is_found() {
    let file = |path: &[&str], code: &str| {
        let path: Module = path.iter().map(ToString::to_string).collect();
        (path, code.to_string())
    };
    let around = file(
        &["judge", "sum"],
        "mod one;\npub use crate::judge::sum::one::{First, Second};\npub(super) use crate::judge::sum::two::{Other as Last, More};",
    );
    let one = file(&["judge", "sum", "one"], "use super::Last;");
    let two = |code: &str| file(&["judge", "sum", "two"], code);
    let of = |code: &str| imports_of(&[around.clone(), one.clone(), two(code)]);
    let ring = of("use crate::judge::sum::{Second, three};");
    let ring = rings(&between_files(ring));
    let both = [one.0.clone(), two("").0];
    assert_eq!(ring, BTreeSet::from([BTreeSet::from(both)]));
    let apart = of("use crate::judge::sum::Third;");
    assert_eq!(rings(&between_files(apart)), BTreeSet::new());
    // What is called as its file is.
    let same = [
        file(
            &["judge", "sum"],
            "pub use crate::judge::sum::three::three;",
        ),
        file(&["judge", "sum", "three"], "use crate::judge::sum::three;"),
    ];
    assert_eq!(rings(&between_files(imports_of(&same))), BTreeSet::new());
}

/// Two modules may be called alike where they are of one thing, which is told; else one of them is called by what it holds.
#[test]
fn modules_that_share_a_name_mean_the_same() {
    let mut called: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for own in imports().into_keys() {
        let name = own.last().cloned().unwrap_or_default();
        called.entry(name).or_default().insert(shown(&own));
    }
    called.retain(|_, modules| modules.len() > 1);
    let is_told = |name: &str| SHARED.iter().any(|(told, _)| *told == name);
    let untold = called.iter().filter(|(name, _)| !is_told(name));
    let untold: Vec<_> = untold.map(|(_, modules)| modules).collect();
    assert!(
        untold.is_empty(),
        "the same name for two things? {untold:?}"
    );
    let is_shared = |name: &str| called.contains_key(name);
    let gone: Vec<&str> = SHARED
        .iter()
        .map(|(name, _)| *name)
        .filter(|name| !is_shared(name))
        .collect();
    assert_eq!(gone, [""; 0], "these names are shared no more");
    assert!(SHARED.is_sorted_by(|one, next| one.0 < next.0));
}

#[test]
fn crates_of_formats_are_used_in_one_place() {
    let mut wrong = Vec::new();
    for path in sources(Path::new("src")) {
        let (text, shown) = (code(&path), path.to_string_lossy().replace('\\', "/"));
        for (kept, keeper) in KEPT {
            if text.contains(&format!("{kept}::")) && !shown.starts_with(keeper) {
                wrong.push(format!("{shown} uses {kept}"));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

/// The module of a public item is public, or one public module names it; nobody has to choose between two paths.
#[test]
fn nothing_is_public_by_two_paths() {
    let (modules, named) = public();
    let is_public = |module: &[String]| (1..=module.len()).all(|n| modules.contains(&module[..n]));
    let mut paths: BTreeMap<&Module, Vec<String>> = BTreeMap::new();
    for (by, item) in &named {
        let mut item = item;
        // What is named may itself only be named there.
        while let Some((_, further)) = named.iter().find(|(own, _)| own == item) {
            item = further;
        }
        let own = paths.entry(item).or_insert_with(|| {
            let defined = is_public(&item[..item.len() - 1]).then(|| shown(item));
            defined.into_iter().collect()
        });
        own.extend(is_public(&by[..by.len() - 1]).then(|| shown(by)));
    }
    let twice: Vec<_> = paths.values().filter(|paths| paths.len() > 1).collect();
    assert!(twice.is_empty(), "{twice:#?}");
}

/// A name means one thing: nobody has to ask of which module it is. What stands for the same on another system has the same name, and
/// the condition on which it is compiled.
#[test]
fn no_two_types_share_a_name() {
    let sources = code_of_src();
    let mut named: BTreeMap<&str, Vec<(&str, Option<&str>)>> = BTreeMap::new();
    let program = sources
        .iter()
        .filter(|(path, _)| !path.ends_with("/tests.rs"));
    for (path, code) in program {
        for (name, condition) in types(code) {
            named.entry(name).or_default().push((path, condition));
        }
    }
    assert!(named.len() > 300, "the types were not found");
    named.retain(|_, places| !is_one_thing(places));
    assert!(named.is_empty(), "{named:#?}");
}

/// Whether at most one of the definitions is compiled: they stand in one file, each on a condition of its own.
fn is_one_thing(places: &[(&str, Option<&str>)]) -> bool {
    let files: BTreeSet<&str> = places.iter().map(|(path, _)| *path).collect();
    let conditions: BTreeSet<&str> = places.iter().filter_map(|(_, one)| *one).collect();
    places.len() == 1 || (files.len() == 1 && conditions.len() == places.len())
}

#[test]
fn types_are_found_with_their_conditions() {
    let code = "pub(super) struct Plain(u32);\n\
                #[cfg(unix)]\n\
                use std::os;\n\
                #[cfg(windows)]\n\
                #[derive(Debug)]\n\
                enum Own {}\n\
                impl Iterator for Plain {\n    type Item = u32;\n}\n\
                #[cfg(not(windows))]\n\
                mod none {\n    pub trait Around {}\n}\n\
                pub type Other<T> = Vec<T>;\n";
    let found = [
        ("Plain", None),
        ("Own", Some("windows)]")),
        ("Around", Some("not(windows))]")),
        ("Other", None),
    ];
    assert_eq!(types(code), found);
}

#[test]
fn source_files_stay_small() {
    let folders = ["src", "tests", "tools", "benches", "fuzz/targets"];
    let long: Vec<String> = folders
        .iter()
        .flat_map(|folder| sources(Path::new(folder)))
        .map(|path| {
            let text = std::fs::read_to_string(&path).unwrap();
            (text.lines().count(), path)
        })
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
    let opens = ["File::open(", "fs::read(", "fs::read_to_string("];
    let wrong: Vec<_> = sources(Path::new("src"))
        .into_iter()
        .filter(|path| module(path) != ["base", "opening"])
        .filter(|path| opens.iter().any(|call| code(path).contains(call)))
        .collect();
    assert!(
        wrong.is_empty(),
        "a pipe or a device would be read here; use src/base/opening.rs: {wrong:?}"
    );
}

#[test]
fn one_place_asks_what_is_on_disks_and_one_for_the_time() {
    let asks = [
        "fs::metadata(",
        "fs::symlink_metadata(",
        "fs::canonicalize(",
        "fs::read_dir(",
        ".canonicalize()",
        ".symlink_metadata()",
        ".read_dir()",
        ".is_dir()",
        ".is_file()",
        ".exists()",
        "Instant::now(",
    ];
    // The children, the walk and the temporary files are compiled only where the system has such things.
    let may: [&[&str]; 6] = [
        &["base", "clock"],
        &["base", "disk"],
        &["input", "inbox", "walk"],
        &["input", "read", "child"],
        &["input", "read", "job"],
        &["output", "temporary"],
    ];
    let wrong: Vec<_> = sources(Path::new("src"))
        .into_iter()
        .filter(|path| !path.ends_with("tests.rs"))
        .filter(|path| may.iter().all(|may| module(path) != *may))
        .filter(|path| asks.iter().any(|call| code(path).contains(call)))
        .collect();
    assert!(
        wrong.is_empty(),
        "a page has no disk and no clock; use src/base/disk.rs, src/base/clock.rs: {wrong:?}"
    );
}

/// The table of `docs/architecture.md` and the list of `src/lib.rs` name each folder, in this order.
#[test]
fn the_map_shows_the_house() {
    let map = std::fs::read_to_string("docs/architecture.md").unwrap();
    let rows: Vec<(&str, &str)> = map
        .lines()
        .filter_map(|line| {
            let mut cells = line.strip_prefix("| `")?.splitn(2, "` |");
            let (folder, rest) = (cells.next()?, cells.next()?);
            Some((folder, rest.rsplit_once('|')?.0.rsplit_once('|')?.1))
        })
        .collect();
    let folders: Vec<&str> = rows.iter().map(|(folder, _)| *folder).collect();
    assert_eq!(folders, FOLDERS);
    let front = std::fs::read_to_string("src/lib.rs").unwrap();
    let listed: Vec<&str> = front
        .lines()
        .filter_map(|line| line.strip_prefix("//! ")?.split('`').nth(1))
        .filter(|name| FOLDERS.contains(name))
        .collect();
    assert_eq!(listed, FOLDERS);
    for (folder, modules) in rows {
        let told: BTreeSet<&str> = modules.split('`').skip(1).step_by(2).collect();
        let text = std::fs::read_to_string(format!("src/{folder}/mod.rs")).unwrap();
        let there = text
            .lines()
            .filter_map(|line| line.strip_prefix("pub mod "));
        let there: BTreeSet<&str> = there.map(|line| line.trim_end_matches(';')).collect();
        if folder == "output" {
            assert!(told.is_subset(&there), "{folder}: {told:?}, {there:?}");
        } else {
            assert_eq!(told, there, "{folder}");
        }
    }
}
