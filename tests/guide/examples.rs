//! The examples of the guide, loaded as the files of a campaign.

use std::collections::BTreeSet;
use std::fs;

use toml::{Table, Value};

use tonghop::app::cli;
use tonghop::app::pipeline::Plan;
use tonghop::base::lang::Lang;

use super::{keys, page, stored};

/// The three files of a campaign.
#[derive(Clone)]
pub struct Files {
    pub campaign: String,
    pub scheme: String,
    pub units: String,
}

impl Files {
    /// Those that the guide shows whole.
    pub fn of_guide() -> Files {
        let page = stored();
        let toml = page::blocks(&page, "toml");
        let whole = |name: &str| {
            let found = toml
                .iter()
                .find(|one| one.starts_with(&format!("# {name}\n")));
            found.unwrap().clone()
        };
        Files {
            campaign: whole("campaign.toml"),
            scheme: whole("scheme.toml"),
            units: page::blocks(&page, "csv").remove(0),
        }
    }

    /// What the program says of them, in Vietnamese.
    pub fn load(&self) -> Result<(), String> {
        let folder = tempfile::tempdir().unwrap();
        let files = [
            ("campaign.toml", &self.campaign),
            ("scheme.toml", &self.scheme),
            ("units.csv", &self.units),
        ];
        for (name, text) in files {
            fs::write(folder.path().join(name), text).unwrap();
        }
        let loaded = Plan::new(folder.path());
        loaded
            .map(|_| ())
            .map_err(|error| cli::message(&error, Lang::Vi))
    }
}

/// A scheme with what a block adds; criteria of a new group get one outside the total.
fn with(scheme: &str, block: &str) -> String {
    let mut scheme: Table = toml::from_str(scheme).unwrap();
    let block: Table = toml::from_str(block).unwrap();
    for (key, value) in block {
        match (scheme.get_mut(&key), value) {
            (Some(Value::Array(all)), Value::Array(more)) => all.extend(more),
            (_, value) => {
                scheme.insert(key, value);
            }
        }
    }
    let ids = |list: &str| -> BTreeSet<String> {
        let all = scheme[list].as_array().unwrap().iter();
        let first = |one: &Value| {
            one["id"]
                .as_str()
                .unwrap()
                .split('.')
                .next()
                .map(str::to_string)
        };
        all.filter_map(first).collect()
    };
    let missing: Vec<String> = ids("criterion")
        .difference(&ids("group"))
        .cloned()
        .collect();
    for id in missing {
        let group = format!("id = \"{id}\"\nname = \"{id}\"\nmaximum = 0\noutside_total = true");
        let group: Table = toml::from_str(&group).unwrap();
        let groups = scheme["group"].as_array_mut().unwrap();
        groups.push(Value::Table(group));
    }
    toml::to_string(&scheme).unwrap()
}

#[test]
fn every_example_loads() {
    let whole = Files::of_guide();
    assert_eq!(whole.load(), Ok(()));
    let page = stored();
    let mut added = 0;
    for block in page::blocks(&page, "toml") {
        let (first, _) = block.split_once('\n').unwrap();
        let mut files = whole.clone();
        match first {
            "# campaign.toml" | "# scheme.toml" => continue,
            "# thêm vào scheme.toml" => files.scheme = with(&whole.scheme, &block),
            "# campaign.toml hoặc scheme.toml" => {
                files.scheme = with(&whole.scheme, &block);
                files.campaign = with_tables(&whole.campaign, &block);
            }
            first => panic!("which file is {first}?"),
        }
        assert_eq!(files.load(), Ok(()), "{block}");
        added += 1;
    }
    assert!(added > 2);
}

/// A campaign with the tables of a block in place of its own.
fn with_tables(campaign: &str, block: &str) -> String {
    let mut campaign: Table = toml::from_str(campaign).unwrap();
    campaign.extend(toml::from_str::<Table>(block).unwrap());
    toml::to_string(&campaign).unwrap()
}

/// All keys of a value, and the types that it names.
fn keys_of(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Table(table) => {
            for (key, value) in table {
                found.insert(key.clone());
                if let ("type", Some(name)) = (key.as_str(), value.as_str()) {
                    found.insert(format!("type = {name}"));
                }
                keys_of(value, found);
            }
        }
        Value::Array(all) => all.iter().for_each(|one| keys_of(one, found)),
        _ => {}
    }
}

#[test]
fn every_key_and_every_type_stands_in_an_example() {
    let page = stored();
    let mut shown = BTreeSet::new();
    for block in page::blocks(&page, "toml") {
        keys_of(&Value::Table(toml::from_str(&block).unwrap()), &mut shown);
    }
    let head = Files::of_guide().units;
    shown.extend(head.lines().next().unwrap().split(',').map(str::to_string));
    let rows = page::rows(&page);
    let missing = rows.iter().filter(|row| row.table != keys::NEW);
    let missing = missing.filter(|row| {
        let is_type = keys::TYPES.contains(&&*row.table);
        let wanted = if is_type {
            format!("type = {}", row.key)
        } else {
            row.key.clone()
        };
        !shown.contains(&wanted)
    });
    let missing: Vec<String> = missing
        .map(|row| format!("{} {}", row.table, row.key))
        .collect();
    assert_eq!(missing, [""; 0]);
}
