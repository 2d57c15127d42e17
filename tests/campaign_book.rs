//! The campaign as a workbook: what is written is read again, and what is wrong in it is said with its cell.

mod command;
mod generated;
mod left_open;
mod limits;
mod mistakes;
mod pasted;
mod reworded;
mod sentences;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use indexmap::IndexMap;
use toml::{Table, Value};
use tonghop::base::lang::Lang;
use tonghop::base::points::from_f64;
use tonghop::campaign::definition::PathStep;
use tonghop::campaign::documents::{
    Certainty, Document, Documents, Proposal, Proposed, SeenHeading, Witness,
};
use tonghop::campaign::{scheme, units};
use tonghop::input::campaign_book::{self, Read};
use tonghop::input::read::{ReadLimits, Reader, Workbook};
use tonghop::output::xlsx::campaign;

/// The rows of a `units.csv`.
fn units(text: &str) -> Vec<IndexMap<String, String>> {
    let text: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
    let mut reader = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .from_reader(text[0].as_bytes());
    let heads: Vec<String> = reader
        .headers()
        .unwrap()
        .iter()
        .map(str::to_string)
        .collect();
    let rows = text[1..].join("\n");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(rows.as_bytes());
    let rows = reader.records().map(|record| {
        let record = record.unwrap();
        let pairs = heads.iter().cloned().zip(record.iter().map(str::to_string));
        pairs.filter(|(_, value)| !value.is_empty()).collect()
    });
    rows.collect()
}

fn settings() -> Table {
    let text = "name = \"Đợt thử\"\nyear = 2017\ninbox = \"phieu-nop\"\ndeadline = 2018-01-31\nauthority = \"UBND TỈNH\"\n\
        title = [\"KẾT QUẢ\", \"NĂM 2017\"]\nmovement_tolerance = 25\n[given.gov_mail_accounts]\nvalue = 680\n\
        [given.eoffice_linked]\nvalue = 30\nof = 30\n[[exempt]]\nunit = \"STC\"\ncriterion = \"1.1\"\nreason = \"không có\"\n\
        [columns]\nclaimed = [\"Điểm tự cho\"]\n[rows]\ntotal = [\"Tổng cộng tất cả\"]";
    toml::from_str(text).unwrap()
}

/// The campaign that the program carries.
pub fn built_in() -> Documents {
    Documents {
        settings: settings(),
        scheme: toml::from_str(scheme::built_in("kontum-2017").unwrap()).unwrap(),
        units: units(units::built_in("kontum-2017").unwrap()),
    }
}

fn workbook(bytes: &[u8]) -> Workbook {
    let reader = Reader::new(
        ReadLimits::default(),
        PathBuf::from(env!("CARGO_BIN_EXE_tonghop")),
    );
    reader.read_any(bytes).unwrap()
}

/// What is read of what is written.
pub fn there_and_back(documents: &Documents) -> Read {
    let bytes = campaign::workbook(documents, Lang::Vi).unwrap();
    let mut read = campaign_book::read(&workbook(&bytes).grids, "dot-danh-gia.xlsx");
    // A unit without a code is given one.
    for (unit, written) in read.documents.units.iter_mut().zip(&documents.units) {
        unit.retain(|key, _| key != "code" || written.contains_key(key));
    }
    read
}

/// A value as it counts: numbers by their size, and nothing in place of an empty list.
fn meant(value: &Value) -> Option<Value> {
    match value {
        Value::Integer(whole) => Some(Value::String(format!("={whole}"))),
        Value::Float(float) => {
            let shown =
                from_f64(*float).map_or(float.to_string(), |one| one.normalize().to_string());
            Some(Value::String(format!("={shown}")))
        }
        Value::Array(all) if all.is_empty() => None,
        Value::Array(all) => Some(Value::Array(all.iter().filter_map(meant).collect())),
        Value::Table(table) => {
            let table = table_meant(table);
            (!table.is_empty()).then_some(Value::Table(table))
        }
        other => Some(other.clone()),
    }
}

fn table_meant(table: &Table) -> Table {
    table
        .iter()
        .filter_map(|(key, value)| Some((key.clone(), meant(value)?)))
        .collect()
}

/// Documents in one form, for comparing.
pub fn same(documents: &Documents) -> Documents {
    let parts = |text: &str| {
        let parts = text
            .split('|')
            .map(tonghop::base::text::clean)
            .filter(|one| !one.is_empty());
        parts.collect::<Vec<_>>().join("|")
    };
    let unit = |unit: &IndexMap<String, String>| {
        let mut unit = unit.clone();
        unit.iter_mut().for_each(|(_, value)| *value = parts(value));
        unit.sort_keys();
        unit
    };
    Documents {
        settings: table_meant(&documents.settings),
        scheme: table_meant(&documents.scheme),
        units: documents.units.iter().map(unit).collect(),
    }
}

/// The files of a name below the folders of tests, samples and templates.
fn files(name: &str) -> Vec<PathBuf> {
    fn below(folder: &Path, name: &str, found: &mut Vec<PathBuf>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                below(&path, name, found);
            } else if path.file_name().is_some_and(|one| one == name) {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    for folder in ["tests/cases", "samples", "templates"] {
        below(
            &Path::new(env!("CARGO_MANIFEST_DIR")).join(folder),
            name,
            &mut found,
        );
    }
    found.sort();
    found
}

#[test]
fn the_built_in_campaign_is_read_as_it_is_written() {
    let documents = built_in();
    let read = there_and_back(&documents);
    assert_eq!(read.findings, []);
    assert_eq!(same(&read.documents), same(&documents));
    let loaded = read.loaded.unwrap();
    assert_eq!(loaded.campaign.year, 2017);
    assert_eq!(loaded.campaign.scheme, "kontum-2017");
    assert_eq!(
        loaded.scheme.criteria.len(),
        documents.scheme["criterion"].as_array().unwrap().len()
    );
    assert_eq!(loaded.registry.units().count(), documents.units.len());
}

/// Also those that are wrong: a workbook holds whatever the files say, and what is wrong is judged after that.
#[test]
fn every_scheme_and_campaign_of_the_tests_is_read_as_it_is_written() {
    let comes_back = |documents: Documents, path: &Path| {
        let read = there_and_back(&documents).documents;
        assert_eq!(same(&read), same(&documents), "{}", path.display());
    };
    // Settings and units stand beside a scheme of a few rows, which is written in less time than a whole one.
    let few = std::fs::read_to_string("tests/cases/data/TH340-options-unclear/scheme.toml");
    let mut small = built_in();
    small.scheme = toml::from_str(&few.unwrap()).unwrap();
    let mut count = 0;
    // Many cases have the same one.
    let mut known = BTreeSet::new();
    for name in ["scheme.toml", "campaign.toml"] {
        for path in files(name) {
            let text = std::fs::read_to_string(&path).unwrap();
            let Ok(table) = toml::from_str::<Table>(&text) else {
                continue;
            };
            if !known.insert(text) {
                continue;
            }
            let mut documents = small.clone();
            if name == "scheme.toml" {
                documents.scheme = table;
            } else {
                documents.settings = table;
            }
            comes_back(documents, &path);
            count += 1;
        }
    }
    assert!(count > 15, "{count}");
    for path in files("units.csv") {
        let text = std::fs::read_to_string(&path).unwrap();
        if text.contains(';') || text.matches('"').count() % 2 == 1 {
            continue;
        }
        let mut documents = small.clone();
        documents.units = units(&text);
        comes_back(documents, &path);
    }
}

/// A question about a value that has no row yet gets one, and the row says nothing to whoever reads it.
#[test]
fn questions_without_a_row_get_one() {
    let documents = built_in();
    let mut proposal = proposal(documents.clone());
    let units = documents.units.len();
    let of = |document, path: Vec<PathStep>, question: &str| Proposed {
        document,
        path,
        agree: 0,
        of: 1,
        certainty: Certainty::Unclear,
        witness: None,
        others: Vec::new(),
        question: question.to_string(),
    };
    let asked = ["Tệp a.xlsx của ai?", "Tệp b.xlsx của ai?", "Mục nào ở đâu?"];
    proposal.proposed.extend([
        of(Document::Units, vec![units.into()], asked[0]),
        of(Document::Units, vec![(units + 1).into()], asked[1]),
        of(
            Document::Scheme,
            vec!["section".into(), 99.into()],
            asked[2],
        ),
    ]);
    let bytes = campaign::proposed(&proposal, Lang::Vi).unwrap();
    let grids = workbook(&bytes).grids;
    let texts = || {
        grids
            .iter()
            .flat_map(|grid| grid.cells().iter().map(|cell| cell.value.show()))
    };
    for question in asked {
        assert_eq!(
            texts().filter(|text| text == question).count(),
            1,
            "{question}"
        );
    }
    let read = campaign_book::read(&grids, "a.xlsx");
    assert_eq!(read.findings, []);
    assert_eq!(same(&read.documents), same(&documents));
}

#[test]
fn the_same_campaign_gives_the_same_bytes() {
    let documents = built_in();
    let bytes = || campaign::workbook(&documents, Lang::Vi).unwrap();
    assert_eq!(bytes(), bytes());
    let english = campaign::workbook(&documents, Lang::En).unwrap();
    let read = campaign_book::read(&workbook(&english).grids, "a.xlsx");
    assert_eq!(read.findings, []);
    assert_eq!(same(&read.documents), same(&documents));
}

/// A proposal of the built-in campaign, of which two values are doubtful and one heading means nothing yet.
pub fn proposal(documents: Documents) -> Proposal {
    let witness = |says: &str| Witness {
        file: "STC.xlsx".to_string(),
        sheet: "1".to_string(),
        cell: "E7".to_string(),
        says: says.to_string(),
    };
    let of = |path: Vec<PathStep>, certainty, question: &str| Proposed {
        document: Document::Scheme,
        path,
        agree: 27,
        of: 28,
        certainty,
        witness: Some(witness("20")),
        others: vec![witness("35")],
        question: question.to_string(),
    };
    let maximum = |index: usize| vec!["criterion".into(), index.into(), "maximum".into()];
    let tier = [
        "criterion".into(),
        0.into(),
        "rule".into(),
        "tiers".into(),
        1.into(),
        "points".into(),
    ];
    let heading = |text: &str, role: Option<&str>, certainty| SeenHeading {
        text: text.to_string(),
        forms: 28,
        role: role.map(str::to_string),
        certainty,
        witness: witness(text),
        question: if certainty == Certainty::Sure {
            String::new()
        } else {
            "Cột này là gì?".to_string()
        },
    };
    Proposal {
        proposed: vec![
            of(maximum(1), Certainty::Look, "Điểm tối đa là 20 hay 35?"),
            of(maximum(2), Certainty::Sure, ""),
            of(tier.to_vec(), Certainty::Unclear, "Bậc này bao nhiêu điểm?"),
        ],
        headings: vec![
            heading("Điểm tự cho", Some("claimed"), Certainty::Sure),
            heading("Điểm cụm chấm", None, Certainty::Unclear),
        ],
        documents,
    }
}

/// Points that the province gives know the cell that they stand in.
#[test]
fn given_points_say_where_they_stand() {
    let mut documents = built_in();
    let points = toml::toml! {
        unit = "STC"
        criterion = "1.1"
        points = 9
        source = "Khảo sát"
    };
    let points = vec![Value::Table(points)];
    documents.settings.insert("points".into(), points.into());
    let read = there_and_back(&documents);
    let loaded = read.loaded.unwrap();
    let origin = loaded.campaign.points[0].origin.as_ref().unwrap();
    let origin = origin.to_string();
    assert!(origin.contains(": Điểm tỉnh cho!A"), "{origin}");
}

/// What is proposed reads as the campaign that it proposes; what is doubtful asks in its row, and each value says where it is from.
#[test]
fn a_proposal_asks_and_says_where_it_comes_from() {
    let documents = built_in();
    let proposal = proposal(documents.clone());
    let bytes = campaign::proposed(&proposal, Lang::Vi).unwrap();
    let grids = workbook(&bytes).grids;
    let read = campaign_book::read(&grids, "a.xlsx");
    assert_eq!(read.findings, []);
    assert_eq!(same(&read.documents), same(&documents));
    let cells = |name: &str| {
        let grid = grids.iter().find(|grid| grid.name == name).unwrap();
        let cells = grid
            .cells()
            .iter()
            .map(|cell| (cell.address.to_string(), cell.value.show()));
        cells.collect::<BTreeMap<_, _>>()
    };
    let criteria = cells("Tiêu chí");
    let asks = |row: u32| {
        criteria.iter().any(|(at, text)| {
            let of = at.trim_start_matches(|c: char| c.is_ascii_uppercase());
            of == row.to_string() && text.contains('?')
        })
    };
    // The tier is the fifth row below the group, and 1.2 the one after the tiers.
    let rows: Vec<u32> = (3..20).filter(|row| asks(*row)).collect();
    assert_eq!(rows, [8, 10]);
    assert_eq!(criteria["A10"], "1.2");
    let words = cells("Cột");
    assert!(words.values().any(|text| text == "Điểm cụm chấm"));
    assert!(words.values().any(|text| text == "không nhận ra"));
    let sources = cells("Nguồn");
    assert_eq!(sources["A3"], "Tiêu chí");
    assert_eq!(sources["B3"], "D10");
    assert_eq!(sources["C3"], "20");
    assert_eq!(sources["D3"], "nên xem");
    assert_eq!(sources["E3"], "27/28 phiếu");
    assert!(
        sources["J3"].contains("“35” (STC.xlsx, 1!E7)"),
        "{}",
        sources["J3"]
    );
}
