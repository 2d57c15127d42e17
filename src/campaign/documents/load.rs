//! From the documents of a campaign to what is expected, with everything that is wrong with them at once.
//!
//! In: documents, whatever they came from. Out: settings, scheme and registry, and problems by the paths to them. An entry of a list
//! that is wrong in itself is said and left out, so that the others are looked at too. Not for: the texts of files.

use serde::de::DeserializeOwned;
use toml::{Table, Value};

use crate::base::error::{Nameable, Problem};
use crate::campaign::definition::{PathStep, Problems, Source, at, nearest_or_few, of_table};
use crate::campaign::documents::{Document, Documents};
use crate::campaign::rulings::{Exemption, GivenPoints};
use crate::campaign::scheme::{
    self, Criterion, Grade, Group, Level, Rounding, Scheme, Section, StatisticSpec, Words,
};
use crate::campaign::settings::{Campaign, GivenFigure};
use crate::campaign::units::{self, Registry};

/// A campaign whose documents were read and checked.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The settings.
    pub campaign: Campaign,
    /// The criteria.
    pub scheme: Scheme,
    /// The units, whatever the year.
    pub registry: Registry,
}

/// Something wrong in the documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// In which of them.
    pub document: Document,
    /// Where in it.
    pub path: Vec<PathStep>,
    /// What.
    pub problem: Problem,
}

/// Reads and checks the documents. Without a scheme, or without a registry, there is no campaign.
pub fn load(documents: &Documents) -> (Option<Loaded>, Vec<Misfit>) {
    let mut misfits = Vec::new();
    let scheme = scheme(documents, &mut misfits);
    let campaign = campaign(&documents.settings, &mut misfits);
    let Some(scheme) = scheme else {
        return (None, misfits);
    };
    let registry = registry(documents, &scheme, &mut misfits);
    let Some(campaign) = campaign else {
        return (None, misfits);
    };
    let known = registry.clone().unwrap_or_default();
    let mut problems = campaign.kept.problems(&scheme, &known);
    if registry.is_none() {
        // Which units there are is not known.
        problems.retain(|(_, problem)| {
            !matches!(
                problem,
                Problem::Dangling {
                    kind: Nameable::Unit,
                    ..
                }
            )
        });
    }
    misfits.extend(campaign.told(Document::Settings, problems));
    let Some(registry) = registry else {
        return (None, misfits);
    };
    let mut campaign = campaign.kept;
    if !documents.settings.contains_key("scheme") {
        campaign.scheme.clone_from(&scheme.id);
    }
    let loaded = Loaded {
        campaign,
        scheme,
        registry,
    };
    (Some(loaded), misfits)
}

/// A value, and which entries of its lists were kept.
struct KeptEntries<T> {
    kept: T,
    lists: Vec<(&'static str, Vec<usize>)>,
}

impl<T> KeptEntries<T> {
    /// Problems by the paths in the documents, where entries stand that were left out.
    fn told(&self, document: Document, problems: Problems) -> Vec<Misfit> {
        let each = problems.into_iter().map(|(mut path, problem)| {
            if let [PathStep::Key(key), PathStep::Index(index), ..] = path.as_mut_slice()
                && let Some((_, kept)) = self.lists.iter().find(|(list, _)| list == key)
                && let Some(old) = kept.get(*index)
            {
                *index = *old;
            }
            Misfit {
                document,
                path,
                problem,
            }
        });
        each.collect()
    }
}

/// Takes out of a list what is no entry of it, and says so; gives the places of the others.
fn entries<T: DeserializeOwned>(
    table: &mut Table,
    key: &'static str,
    document: Document,
    misfits: &mut Vec<Misfit>,
) -> (&'static str, Vec<usize>) {
    let mut kept = Vec::new();
    let Some(Value::Array(all)) = table.get_mut(key) else {
        return (key, kept);
    };
    let mut index = 0;
    all.retain(|one| {
        let read = match one {
            Value::Table(table) => of_table::<T>(table.clone()).err(),
            // What it is instead, the reading of the whole says.
            _ => None,
        };
        let is_good = read.is_none();
        if is_good {
            kept.push(index);
        }
        misfits.extend(read.map(|problem| Misfit {
            document,
            path: at![key, index],
            problem,
        }));
        index += 1;
        is_good
    });
    (key, kept)
}

/// Takes out a table that is none of its kind, and says so.
fn part<T: DeserializeOwned>(
    table: &mut Table,
    key: &str,
    document: Document,
    misfits: &mut Vec<Misfit>,
) {
    let Some(Value::Table(inner)) = table.get(key) else {
        return;
    };
    if let Err(problem) = of_table::<T>(inner.clone()) {
        table.remove(key);
        let path = at![key];
        misfits.push(Misfit {
            document,
            path,
            problem,
        });
    }
}

fn whole<T: DeserializeOwned>(
    table: Table,
    document: Document,
    misfits: &mut Vec<Misfit>,
) -> Option<T> {
    let read = of_table::<T>(table);
    read.map_err(|problem| {
        let path = Vec::new();
        misfits.push(Misfit {
            document,
            path,
            problem,
        });
    })
    .ok()
}

/// The definition that the program carries by the name under a key.
fn built_in<'b>(
    settings: &Table,
    key: &str,
    all: &[(&str, &'b str)],
    misfits: &mut Vec<Misfit>,
) -> Option<&'b str> {
    let name = settings.get(key)?.as_str().unwrap_or_default();
    let found = all
        .iter()
        .find(|(id, _)| *id == name)
        .map(|(_, text)| *text);
    if found.is_none() {
        let known: Vec<String> = all.iter().map(|(id, _)| (*id).to_string()).collect();
        misfits.push(Misfit {
            document: Document::Settings,
            path: at![key],
            problem: Problem::Dangling {
                kind: Nameable::BuiltIn,
                id: name.to_string(),
                nearest: nearest_or_few(name, &known),
            },
        });
    }
    found
}

fn scheme(documents: &Documents, misfits: &mut Vec<Misfit>) -> Option<Scheme> {
    if documents.settings.contains_key("scheme") {
        let text = built_in(&documents.settings, "scheme", scheme::BUILT_IN, misfits)?;
        return Scheme::parse(Source { file: "", text }).ok();
    }
    let of = Document::Scheme;
    let mut table = documents.scheme.clone();
    let lists = vec![
        entries::<Level>(&mut table, "level", of, misfits),
        entries::<Grade>(&mut table, "grade", of, misfits),
        entries::<Group>(&mut table, "group", of, misfits),
        entries::<Criterion>(&mut table, "criterion", of, misfits),
        entries::<Section>(&mut table, "section", of, misfits),
        entries::<StatisticSpec>(&mut table, "statistic", of, misfits),
    ];
    part::<Rounding>(&mut table, "rounding", of, misfits);
    part::<Words>(&mut table, "words", of, misfits);
    let kept: Scheme = whole(table, of, misfits)?;
    let problems = kept.problems();
    let kept = KeptEntries { kept, lists };
    misfits.extend(kept.told(of, problems));
    Some(kept.kept)
}

fn campaign(settings: &Table, misfits: &mut Vec<Misfit>) -> Option<KeptEntries<Campaign>> {
    let of = Document::Settings;
    let mut table = settings.clone();
    let lists = vec![
        entries::<Exemption>(&mut table, "exempt", of, misfits),
        entries::<GivenPoints>(&mut table, "points", of, misfits),
    ];
    if let Some(Value::Table(given)) = table.get_mut("given") {
        let ids: Vec<String> = given.keys().cloned().collect();
        for id in ids {
            let Some(Value::Table(one)) = given.get(&id) else {
                continue;
            };
            if let Err(problem) = of_table::<GivenFigure>(one.clone()) {
                given.remove(&id);
                let path = at!["given", id.as_str()];
                misfits.push(Misfit {
                    document: of,
                    path,
                    problem,
                });
            }
        }
    }
    // Where they are not named, the other two documents are meant.
    for key in ["scheme", "registry"] {
        table
            .entry(key)
            .or_insert_with(|| Value::String(String::new()));
    }
    let kept = whole(table, of, misfits)?;
    Some(KeptEntries { kept, lists })
}

fn registry(documents: &Documents, scheme: &Scheme, misfits: &mut Vec<Misfit>) -> Option<Registry> {
    if documents.settings.contains_key("registry") {
        let text = built_in(&documents.settings, "registry", units::BUILT_IN, misfits)?;
        return Registry::parse(Source { file: "", text }, scheme).ok();
    }
    let text = units_csv(documents);
    let (file, text) = ("", text.as_str());
    let errors = match Registry::parse(Source { file, text }, scheme) {
        Ok(registry) => return Some(registry),
        Err(errors) => errors,
    };
    misfits.extend(errors.into_iter().map(|error| {
        Misfit {
            document: Document::Units,
            // The headings are the first line, and no row takes two.
            path: error
                .line
                .checked_sub(2)
                .map_or_else(Vec::new, |row| at![row]),
            problem: error.problem,
        }
    }));
    None
}

/// The columns of a `units.csv` that every one has.
const COLUMNS: [&str; 3] = ["level", "code", "name"];

/// The rows of the registry as the text of a `units.csv`, each in one line.
pub fn units_csv(documents: &Documents) -> String {
    let mut columns: Vec<&str> = COLUMNS.to_vec();
    for name in documents.units.iter().flat_map(|unit| unit.keys()) {
        if !columns.contains(&name.as_str()) {
            columns.push(name);
        }
    }
    let line = |fields: Vec<String>| {
        let quoted = fields.iter().map(|field| {
            let field = field.replace(['\n', '\r'], " ");
            if field.contains([',', '"', ';']) || field.starts_with('#') {
                format!("\"{}\"", field.replace('"', "\"\""))
            } else {
                field
            }
        });
        quoted.collect::<Vec<_>>().join(",") + "\n"
    };
    let mut text = line(columns.iter().map(|name| (*name).to_string()).collect());
    for unit in &documents.units {
        let value = |name: &&str| unit.get(*name).cloned().unwrap_or_default();
        let fields: Vec<String> = columns.iter().map(value).collect();
        // A line without any field would be passed over.
        text.push_str(&line(fields));
    }
    text
}
