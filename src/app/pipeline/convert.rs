//! A campaign from one form into the other: text files into a workbook, a workbook into text files.
//!
//! In: a campaign in either form. Out: files that were not there before. Not for: what stands in them.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

use crate::app::pipeline::definition_texts::Definition;
use crate::app::pipeline::settings::{Choice, Settings};
use crate::app::pipeline::workbook;
use crate::base::disk;
use crate::base::error::Error;
use crate::base::lang::Lang;
use crate::base::text;
use crate::campaign::documents::{Documents, units_csv};
use crate::campaign::scheme::{self, Scheme};
use crate::campaign::settings::{self, Campaign};
use crate::campaign::units::{self, Registry};
use crate::output::files::{self, OutputError};
use crate::output::xlsx;

/// The campaign of a file, of a folder or of an id, as documents, once they were found to be right.
///
/// # Errors
/// Whatever keeps it from being read.
pub fn documents(of: &str, program: &Path) -> Result<Documents, Error> {
    if scheme::built_in(of).is_some() {
        return Ok(built_in(of));
    }
    let path = Path::new(of);
    let choice = Choice {
        campaign: (!disk::is_folder(path)).then(|| path.to_path_buf()),
        allow_outside: true,
        program: Some(program.to_path_buf()),
        ..Choice::default()
    };
    let found = Settings::find(path, None, &choice)?;
    if let Some(book) = found.book {
        return Ok(book.documents);
    }
    // Without a folder of returns a run does not follow the file; here it is all that can be meant.
    let own = path.join(settings::FILE_NAME);
    if found.text.is_none() && disk::is_file(&own) {
        return documents(&own.to_string_lossy(), program);
    }
    let campaign = found.campaign.clone();
    let scheme = found.definition(&campaign.scheme, "scheme", scheme::BUILT_IN)?;
    let checked = Scheme::parse(scheme.source()).map_err(|errors| scheme.errors(errors))?;
    let registry = found.definition(&campaign.registry, "registry", units::BUILT_IN)?;
    let units =
        Registry::parse(registry.source(), &checked).map_err(|errors| registry.errors(errors))?;
    let Some(text) = &found.text else {
        return Err(Error::PathMissing(path.join(settings::FILE_NAME)));
    };
    campaign
        .check(text.source(), &checked, &units)
        .map_err(|errors| text.errors(errors))?;
    let mut settings = table(text)?;
    for key in ["scheme", "registry"] {
        settings.remove(key);
    }
    Ok(Documents {
        settings,
        scheme: table(&scheme)?,
        units: units::rows(registry.source()).map_err(|errors| registry.errors(errors))?,
    })
}

fn table(text: &Definition) -> Result<Table, Error> {
    text.source()
        .parse()
        .map_err(|error| text.errors(vec![error]))
}

/// The campaign that the program carries by an id.
fn built_in(id: &str) -> Documents {
    let own = Campaign::built_in();
    let mut settings = Table::new();
    settings.insert("name".to_string(), Value::String(own.name));
    settings.insert("year".to_string(), Value::Integer(own.year.into()));
    let title = own.title.into_iter().map(Value::String).collect();
    settings.insert("title".to_string(), Value::Array(title));
    let text = |text: Option<&'static str>| crate::campaign::definition::Source {
        file: "",
        text: text.unwrap_or_default(),
    };
    Documents {
        settings,
        scheme: text(scheme::built_in(id)).parse().unwrap_or_default(),
        units: units::rows(text(units::built_in(id))).unwrap_or_default(),
    }
}

/// A scheme that the program carries, whose criteria those of a proposal are.
#[derive(Clone, Debug)]
pub struct Fitting {
    /// Its id.
    pub id: &'static str,
    /// The campaign by that scheme; what the forms say of themselves is theirs.
    pub documents: Documents,
    /// How many criteria of the scheme stand in the forms with the scheme's text and maximum, and how many it has.
    pub same: (usize, usize),
}

/// The scheme that fits a proposal: nearly all criteria of either are the other's, by their texts and maxima.
pub fn fitting(proposed: &Documents) -> Option<Fitting> {
    let found = points(&proposed.scheme);
    scheme::BUILT_IN.iter().find_map(|(id, _)| {
        let mut documents = built_in(id);
        let own = points(&documents.scheme);
        let is_same = |(name, maxima): &(&String, &BTreeSet<String>)| {
            let found = found.get(*name);
            found.is_some_and(|found| !found.is_empty() && found.is_subset(maxima))
        };
        let same = own.iter().filter(is_same).count();
        if same * 100 < own.len().max(found.len()) * FITS_PERCENT {
            return None;
        }
        for key in ["name", "year", "title", "authority", "inbox"] {
            if let Some(value) = proposed.settings.get(key) {
                documents.settings.insert(key.to_string(), value.clone());
            }
        }
        let same = (same, own.len());
        Some(Fitting {
            id,
            documents,
            same,
        })
    })
}

/// Of a hundred criteria so many are the same where a scheme fits; forms have slips of the pen.
const FITS_PERCENT: usize = 95;

/// The maxima of each criterion of a scheme, by its text.
fn points(scheme: &Table) -> BTreeMap<String, BTreeSet<String>> {
    let criteria = scheme.get("criterion").and_then(Value::as_array);
    let criteria = criteria.map_or(&[][..], Vec::as_slice).iter();
    let of = |one: &Value| {
        let name = text::key(one.get("name")?.as_str()?);
        let maxima = match one.get("maximum") {
            Some(Value::Table(levels)) => levels.values().map(Value::to_string).collect(),
            Some(value) => BTreeSet::from([value.to_string()]),
            None => BTreeSet::new(),
        };
        Some((name, maxima))
    };
    criteria.filter_map(of).collect()
}

/// Writes a campaign as a workbook that is not there yet.
///
/// # Errors
/// As those of [`documents`]; the file is there, or cannot be written.
pub fn export(of: &str, to: &Path, program: &Path, lang: Lang) -> Result<(), Error> {
    let ends = to
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("xlsx"));
    if !ends {
        return Err(Error::OutputForm {
            path: to.to_path_buf(),
            wanted: "xlsx",
        });
    }
    let documents = documents(of, program)?;
    let bytes = xlsx::campaign::workbook(&documents, lang)
        .map_err(|error| Error::Build(error.to_string()))?;
    new_file(to, &bytes)
}

/// Writes a campaign workbook as three text files that are not there yet; gives their paths.
///
/// # Errors
/// The workbook cannot be read or is wrong; a file is there, or cannot be written.
pub fn import(from: &Path, folder: &Path, program: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut documents = workbook::read(from, program)?.documents;
    let mut files = Vec::new();
    for (key, name, text) in [
        ("scheme", "scheme.toml", documents.scheme.to_string()),
        ("registry", "units.csv", units_csv(&documents)),
    ] {
        // One that the program carries stays named.
        if !documents.settings.contains_key(key) {
            documents
                .settings
                .insert(key.to_string(), Value::String(name.to_string()));
            files.push((folder.join(name), text));
        }
    }
    files.insert(
        0,
        (
            folder.join(settings::FILE_NAME),
            documents.settings.to_string(),
        ),
    );
    // All or none.
    if let Some((there, _)) = files.iter().find(|(path, _)| disk::exists(path)) {
        return Err(Error::OutputForeign(there.clone()));
    }
    for (path, text) in &files {
        new_file(path, text.as_bytes())?;
    }
    Ok(files.into_iter().map(|(path, _)| path).collect())
}

fn new_file(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    files::create(path, bytes).map_err(|error| match error {
        OutputError::File { path, source } if source.kind() == io::ErrorKind::AlreadyExists => {
            Error::OutputForeign(path)
        }
        error => error.into(),
    })
}
