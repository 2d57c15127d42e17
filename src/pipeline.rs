//! From a folder to a report: finds the definitions, runs the stages in order.
//!
//! In: a path. Out: a [`Report`] or an [`Error`]. Not for: any rule of the field, and not for writing.

pub mod own;
pub mod side;

use std::fs;
use std::path::{Path, PathBuf};

use crate::campaign::{self, Campaign};
use crate::definition::{MOST_BYTES, Source, nearest_or_few};
use crate::error::{DefinitionError, Error, Kind, Problem};
use crate::inbox::{self, Inbox, InboxError};
use crate::intake;
use crate::outside::Shown;
use crate::read::{ReadLimits, Reader};
use crate::recognise::{Known, Lexicon};
use crate::report::{self, Report};
use crate::scheme::{self, Scheme};
use crate::units::{self, Registry};

/// Is told how far the reading of a folder is, by whichever thread reads.
pub trait Watch: Sync {
    /// A folder with so many files is being read.
    fn reading(&self, files: usize);
    /// One of them was read.
    fn read(&self);
}

/// Nobody watches.
impl Watch for () {
    fn reading(&self, _: usize) {}
    fn read(&self) {}
}

/// A campaign folder, or a plain folder of workbooks, with its definitions read and checked.
#[derive(Debug)]
pub struct Plan {
    /// The folder of returned workbooks.
    pub returns: PathBuf,
    /// The settings.
    pub campaign: Campaign,
    /// The criteria.
    pub scheme: Scheme,
    /// The units.
    pub registry: Registry,
    /// The campaign's own files.
    own: Vec<PathBuf>,
}

/// The text of a definition and the name users know it by.
struct Definition {
    file: String,
    text: String,
    path: Option<PathBuf>,
}

impl Definition {
    fn source(&self) -> Source<'_> {
        Source {
            file: &self.file,
            text: &self.text,
        }
    }
}

impl Plan {
    /// Reads the definitions of a folder. A folder without a `campaign.toml` is a plain folder of workbooks.
    ///
    /// # Errors
    /// The folder is missing or no folder; a definition cannot be read or is wrong.
    pub fn new(folder: &Path) -> Result<Plan, Error> {
        let metadata = fs::metadata(folder).map_err(|source| match source.kind() {
            std::io::ErrorKind::NotFound => Error::FolderMissing(folder.to_path_buf()),
            _ => Error::FolderUnreadable {
                path: folder.to_path_buf(),
                source,
            },
        })?;
        if !metadata.is_dir() {
            return Err(Error::NotAFolder(folder.to_path_buf()));
        }
        let (campaign, settings) = settings(folder)?;
        let named = |name: &str, key: &str, built_in: &[(&str, &str)]| {
            definition(folder, name, key, built_in, settings.as_ref())
        };
        let scheme_text = named(&campaign.scheme, "scheme", scheme::BUILT_IN)?;
        let scheme = Scheme::parse(scheme_text.source()).map_err(Error::Definition)?;
        let registry_text = named(&campaign.registry, "registry", units::BUILT_IN)?;
        let registry = Registry::parse(registry_text.source(), &scheme)
            .map_err(Error::Definition)?
            .in_year(campaign.year);
        if let Some(text) = &settings {
            campaign
                .check(text.source(), &scheme, &registry)
                .map_err(Error::Definition)?;
        }
        let returns = if campaign.inbox == "." {
            folder.to_path_buf()
        } else {
            folder.join(&campaign.inbox)
        };
        let own = [settings.as_ref(), Some(&scheme_text), Some(&registry_text)];
        let own = own
            .into_iter()
            .flatten()
            .filter_map(|text| text.path.clone())
            .collect();
        Ok(Plan {
            returns,
            campaign,
            scheme,
            registry,
            own,
        })
    }

    /// Lists the files of the inbox.
    ///
    /// # Errors
    /// The inbox is missing or unreadable, or holds no file that could be a return.
    pub fn list(&self) -> Result<Inbox, Error> {
        let own: Vec<PathBuf> = self
            .own
            .iter()
            .map(|path| fs::canonicalize(path).unwrap_or_else(|_| path.clone()))
            .collect();
        let mut inbox = inbox::list(&self.returns, &self.own).map_err(|error| match error {
            InboxError::Missing(path) => Error::FolderMissing(path),
            InboxError::NotAFolder(path) => Error::NotAFolder(path),
            InboxError::Unreadable { path, source } => Error::FolderUnreadable { path, source },
        })?;
        inbox
            .received
            .retain(|file| fs::canonicalize(&file.path).map_or(true, |path| !own.contains(&path)));
        if inbox.received.is_empty() {
            return Err(Error::NoWorkbook {
                path: self.returns.clone(),
                seen: inbox.seen(),
            });
        }
        Ok(inbox)
    }

    /// Reads, recognises and judges everything in the inbox. `folder` is the inbox as the result's links name it; `done` is
    /// called after each file.
    pub fn report(
        &self,
        inbox: &Inbox,
        limits: ReadLimits,
        program: &Path,
        folder: String,
        done: &(dyn Fn() + Sync),
    ) -> Report {
        let known = Known {
            scheme: &self.scheme,
            lexicon: Lexicon::new(&self.scheme),
            registry: &self.registry,
            year: self.campaign.year,
        };
        let time = limits.time;
        let reader = Reader::new(limits, program.to_path_buf());
        let intake = intake::take_in(inbox, &reader, &known, done);
        report::build(report::Input {
            campaign: &self.campaign,
            scheme: &self.scheme,
            registry: &self.registry,
            submissions: intake.submissions,
            files: intake.files,
            findings: intake.findings,
            folder,
            time,
        })
    }
}

/// The settings of a folder, and their text where it has any.
fn settings(folder: &Path) -> Result<(Campaign, Option<Definition>), Error> {
    let path = folder.join(campaign::FILE_NAME);
    if !path.is_file() {
        return Ok((Campaign::default(), None));
    }
    let text = read_text(&path)?;
    let campaign =
        Campaign::parse(text.source()).map_err(|error| Error::Definition(vec![error]))?;
    Ok((campaign, Some(text)))
}

/// A definition by the id of a built-in one, or by its path from the campaign's folder.
fn definition(
    folder: &Path,
    name: &str,
    key: &str,
    built_in: &[(&str, &str)],
    settings: Option<&Definition>,
) -> Result<Definition, Error> {
    if let Some((id, text)) = built_in.iter().find(|(id, _)| *id == name) {
        return Ok(Definition {
            file: (*id).to_string(),
            text: (*text).to_string(),
            path: None,
        });
    }
    let path = folder.join(name);
    if path.is_file() {
        return read_text(&path);
    }
    let known: Vec<String> = built_in.iter().map(|(id, _)| (*id).to_string()).collect();
    let problem = Problem::Dangling {
        kind: Kind::BuiltIn,
        id: name.to_string(),
        nearest: nearest_or_few(name, &known),
    };
    let fallback = Definition {
        file: campaign::FILE_NAME.to_string(),
        text: String::new(),
        path: None,
    };
    let settings = settings.unwrap_or(&fallback);
    Err(Error::Definition(
        settings
            .source()
            .locate(vec![(crate::definition::at![key], problem)]),
    ))
}

/// Reads a definition file; UTF-8 is the only encoding there is.
fn read_text(path: &Path) -> Result<Definition, Error> {
    let file = Shown::path(path).to_string();
    let unreadable = |source| Error::DefinitionUnreadable {
        path: path.to_path_buf(),
        source,
    };
    let found = fs::metadata(path).map_err(unreadable)?.len();
    if found > MOST_BYTES {
        let limit = MOST_BYTES;
        let problem = Problem::FileTooLarge { found, limit };
        return Err(Error::Definition(vec![DefinitionError {
            file,
            line: 1,
            column: 1,
            problem,
        }]));
    }
    let bytes = fs::read(path).map_err(unreadable)?;
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Definition {
            file,
            text,
            path: Some(path.to_path_buf()),
        }),
        Err(error) => {
            let before = error
                .as_bytes()
                .get(..error.utf8_error().valid_up_to())
                .unwrap_or_default();
            let line = before.split(|byte| *byte == b'\n').count();
            let problem = Problem::Syntax("not UTF-8".to_string());
            Err(Error::Definition(vec![DefinitionError {
                file,
                line,
                column: 1,
                problem,
            }]))
        }
    }
}

/// Reads and checks a scheme file or a built-in scheme.
///
/// # Errors
/// The file cannot be read, or the scheme is wrong.
pub fn load_scheme(name: &str) -> Result<Scheme, Error> {
    let text = built_in_or_file(name, scheme::BUILT_IN)?;
    Scheme::parse(text.source()).map_err(Error::Definition)
}

/// The scheme and the registry of these names or files; where they are not given, those of the folder's campaign. A built-in
/// scheme that is given alone brings its own registry.
///
/// # Errors
/// A definition cannot be read or is wrong.
pub fn definitions(
    folder: &Path,
    scheme: Option<&str>,
    registry: Option<&str>,
) -> Result<(Scheme, Registry), Error> {
    let (campaign, settings) = settings(folder)?;
    let of_campaign = |name: &str, key: &str, built_in: &[(&str, &str)]| {
        definition(folder, name, key, built_in, settings.as_ref())
    };
    let own_registry = scheme.filter(|name| units::built_in(name).is_some());
    let scheme = match scheme {
        Some(name) => built_in_or_file(name, scheme::BUILT_IN)?,
        None => of_campaign(&campaign.scheme, "scheme", scheme::BUILT_IN)?,
    };
    let scheme = Scheme::parse(scheme.source()).map_err(Error::Definition)?;
    let registry = match registry.or(own_registry) {
        Some(name) => built_in_or_file(name, units::BUILT_IN)?,
        None => of_campaign(&campaign.registry, "registry", units::BUILT_IN)?,
    };
    let registry = Registry::parse(registry.source(), &scheme).map_err(Error::Definition)?;
    let registry = match settings {
        Some(_) => registry.in_year(campaign.year),
        None => registry,
    };
    Ok((scheme, registry))
}

/// A definition by the id of a built-in one, or by its path.
fn built_in_or_file(name: &str, built_in: &[(&str, &str)]) -> Result<Definition, Error> {
    match built_in.iter().find(|(id, _)| *id == name) {
        Some((id, text)) => Ok(Definition {
            file: (*id).to_string(),
            text: (*text).to_string(),
            path: None,
        }),
        None => read_text(Path::new(name)),
    }
}
