//! The printed group scores of the units that returned a workbook, and an assumed size for each.

use std::error::Error;
use std::path::Path;

use tonghop_tools::generator::hundredths::hundredths;

/// Officials (cán bộ, công chức) of each unit. Made up; the sums are chosen so that a whole number of computers gives the
/// printed 97,93 % and 77,28 %.
const OFFICIALS: [(&str, i64); 28] = [
    ("STNMT", 58),
    ("SGTVT", 52),
    ("STC", 61),
    ("SKHCN", 37),
    ("VPUBND", 66),
    ("SGDDT", 56),
    ("BQLKKT", 34),
    ("SXD", 45),
    ("SNV", 63),
    ("SYT", 49),
    ("SKHDT", 41),
    ("SCT", 43),
    ("TTT", 35),
    ("BDT", 27),
    ("STP", 47),
    ("SLDTBXH", 57),
    ("STTTT", 31),
    ("SVHTTDL", 46),
    ("SNGV", 22),
    ("SATHAY", 92),
    ("TPKONTUM", 138),
    ("NGOCHOI", 97),
    ("TUMORONG", 84),
    ("DAKGLEI", 103),
    ("DAKHA", 109),
    ("DAKTO", 94),
    ("KONPLONG", 88),
    ("IAHDRAI", 62),
];

/// A unit with its printed scores.
pub struct Unit {
    /// `tinh` or `huyen`.
    pub level: String,
    /// Its place in the printed table, from 1.
    pub order: i64,
    /// The registry's code.
    pub code: String,
    /// Officials.
    pub officials: i64,
    groups: Vec<i64>,
}

impl Unit {
    /// The printed score of a group, 1 to 7, in hundredths of a point.
    pub fn group(&self, number: usize) -> i64 {
        self.groups.get(number - 1).copied().unwrap_or(0)
    }

    /// Whether the unit is a provincial agency.
    pub fn provincial(&self) -> bool {
        self.level == "tinh"
    }
}

/// Reads the printed table and finds each unit's code in the registry.
///
/// # Errors
/// When a table cannot be read, or a unit is in one table only.
pub fn read(root: &Path) -> Result<Vec<Unit>, Box<dyn Error>> {
    let mut codes = Vec::new();
    for record in csv::Reader::from_path(root.join("templates/kontum-2017/units.csv"))?.records() {
        let record = record?;
        codes.push((record[3].to_string(), record[2].to_string()));
    }
    let mut units = Vec::new();
    let results = root.join("tests/data/kontum-2017/published-results.csv");
    for record in csv::Reader::from_path(results)?.records() {
        let record = record?;
        if record[3].is_empty() {
            continue;
        }
        let name = &record[2];
        let (_, code) = codes
            .iter()
            .find(|(known, _)| known == name)
            .ok_or_else(|| format!("{name} is not in the registry"))?;
        let (_, officials) = OFFICIALS
            .iter()
            .find(|(known, _)| known == code)
            .ok_or_else(|| format!("{code} has no size"))?;
        units.push(Unit {
            level: record[0].to_string(),
            order: record[1].parse()?,
            code: code.clone(),
            officials: *officials,
            groups: (3..10)
                .map(|column| hundredths(&record[column]))
                .collect::<Result<_, _>>()?,
        });
    }
    Ok(units)
}
