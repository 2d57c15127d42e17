//! The profiles of Cargo.toml that programs for people are built with keep what correctness rests on.

use std::fs;
use std::path::Path;

/// An address far outside the grid must end in an error, not wrap round to a cell inside it.
#[test]
fn programs_for_people_check_calamines_arithmetic() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
    let manifest: toml::Table = fs::read_to_string(path).unwrap().parse().unwrap();
    for name in ["release", "dist"] {
        let profile = &manifest["profile"][name];
        let package = &profile["package"]["calamine"];
        assert_eq!(package["overflow-checks"].as_bool(), Some(true), "{name}");
    }
}
