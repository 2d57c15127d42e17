//! Which campaign a run follows: the file that was named, or the one at the top of a campaign folder.
//!
//! In: a folder, and what was chosen on the command line. Out: the settings, and what they rest on. What lies in a folder of
//! returns was sent by somebody and is not to be trusted: a campaign file among returns is passed over, and said. Not for: the
//! definitions that the settings name.

use std::io;
use std::path::{Component, Path, PathBuf};

use crate::app::pipeline::definition_texts::{Definition, leads_out};
use crate::app::pipeline::workbook;
use crate::base::disk;
use crate::base::error::{Error, Nameable, Problem};
use crate::base::finding::{About, Fact, Finding, Place};
use crate::base::outside::Shown;
use crate::base::rules::{Rule, campaign_fit};
use crate::campaign::book::{self, BookCell, SETTINGS};
use crate::campaign::definition::{Problems, at, nearest_or_few, steps};
use crate::campaign::documents::Document;
use crate::campaign::settings::{self, Campaign};
use crate::input::campaign_book::Read;
use crate::input::inbox;
use crate::output::{files, glimpse};

/// What was chosen about the campaign on the command line.
#[derive(Clone, Debug, Default)]
pub struct Choice {
    /// The campaign's file, wherever it lies.
    pub campaign: Option<PathBuf>,
    /// Whether the campaign may name files and folders outside its own.
    pub allow_outside: bool,
    /// The program's own file, which reads campaign workbooks of some formats.
    pub program: Option<PathBuf>,
    /// The decision workbooks, where they are not those beside the folder.
    pub decisions: Vec<PathBuf>,
}

/// What the settings of a run rest on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Basis {
    /// There is no campaign file: the built-in campaign.
    BuiltIn,
    /// This campaign file.
    Campaign(PathBuf),
    /// The built-in campaign, because this campaign file is not to be trusted.
    PassedOver(PathBuf, Because),
}

/// Why a campaign file is passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// Returns lie beside it.
    AmongReturns,
    /// Its inbox is no subfolder.
    NoSubfolder,
    /// It is a link to a file elsewhere.
    LeadsOut,
    /// There is a campaign.toml as well as a campaign workbook.
    Two,
}

/// The settings of a run.
#[derive(Debug)]
pub(super) struct Settings {
    pub(super) campaign: Campaign,
    /// The campaign file's text; `None` for the built-in campaign and for a workbook.
    pub(super) text: Option<Definition>,
    /// What was read of a campaign workbook.
    pub(super) book: Option<Box<Read>>,
    pub(super) basis: Basis,
    /// The folder from which the campaign names its files.
    pub(super) base: PathBuf,
    allow_outside: bool,
}

impl Settings {
    /// The settings for a folder: those of the file that was named, of the one at its top, of the workbook beside it, or the built-in
    /// ones. `except` is a file in it that is no return.
    ///
    /// # Errors
    /// The campaign file cannot be read, or is none, or its inbox leads out of its folder.
    pub(super) fn find(
        folder: &Path,
        except: Option<&Path>,
        choice: &Choice,
    ) -> Result<Settings, Error> {
        if let Some(file) = &choice.campaign {
            return Settings::read(file, choice);
        }
        let found = Settings::at_the_top(folder, except, choice)?;
        if matches!(found.basis, Basis::Campaign(_)) {
            return Ok(found);
        }
        // What lies beside the folder was put there by whoever runs the campaign, not by those who sent returns.
        let beside = beside(folder, book::BESIDE).ok();
        let Some(beside) = beside.filter(|file| disk::is_file(file)) else {
            return Ok(found);
        };
        let around = self::folder(&beside);
        let name = beside.file_name().unwrap_or_default().to_string_lossy();
        if leads_out(around, &name) && !choice.allow_outside {
            let basis = Basis::PassedOver(beside, Because::LeadsOut);
            return Ok(Settings { basis, ..found });
        }
        Settings::read(&beside, choice)
    }

    /// Those of the campaign file at the top of a folder, if there is one to be trusted.
    fn at_the_top(
        folder: &Path,
        except: Option<&Path>,
        choice: &Choice,
    ) -> Result<Settings, Error> {
        let built_in = |basis| Settings {
            campaign: Campaign::built_in(),
            text: None,
            book: None,
            basis,
            base: folder.to_path_buf(),
            allow_outside: choice.allow_outside,
        };
        let [text, book] = [settings::FILE_NAME, book::FILE_NAME].map(|name| folder.join(name));
        let (name, file) = match (disk::is_file(&text), disk::is_file(&book)) {
            (false, false) => return Ok(built_in(Basis::BuiltIn)),
            (true, true) => return Ok(built_in(Basis::PassedOver(book, Because::Two))),
            (true, false) => (settings::FILE_NAME, text),
            (false, true) => (book::FILE_NAME, book),
        };
        let passed_over = |because| Ok(built_in(Basis::PassedOver(file.clone(), because)));
        if has_returns(folder, except) {
            return passed_over(Because::AmongReturns);
        }
        if leads_out(folder, name) && !choice.allow_outside {
            return passed_over(Because::LeadsOut);
        }
        let settings = Settings::read(&file, choice)?;
        if is_subfolder(&settings.campaign.inbox) {
            Ok(settings)
        } else {
            passed_over(Because::NoSubfolder)
        }
    }

    fn read(file: &Path, choice: &Choice) -> Result<Settings, Error> {
        let base = folder(file).to_path_buf();
        if workbook::is_book(file) {
            return Settings::of_book(file, base, choice);
        }
        let name = Path::new(file.file_name().unwrap_or_default());
        let is_outside = leads_out(&base, &name.to_string_lossy());
        let text = Definition::read(file, is_outside)?;
        let campaign = Campaign::parse(text.source()).map_err(|errors| text.errors(errors))?;
        let settings = Settings {
            campaign,
            text: Some(text),
            book: None,
            basis: Basis::Campaign(file.to_path_buf()),
            base,
            allow_outside: choice.allow_outside,
        };
        settings.stay_inside("inbox", &settings.campaign.inbox)?;
        Ok(settings)
    }

    /// The settings of a campaign workbook.
    fn of_book(file: &Path, base: PathBuf, choice: &Choice) -> Result<Settings, Error> {
        let program = choice.program.clone().unwrap_or_default();
        let read = workbook::read(file, &program)?;
        let Some(loaded) = &read.loaded else {
            return Err(Error::CampaignBook(read.findings));
        };
        let mut campaign = loaded.campaign.clone();
        if !read.documents.settings.contains_key("registry") {
            campaign.registry = Shown::file_name(file).to_string();
        }
        let settings = Settings {
            campaign,
            text: None,
            book: Some(Box::new(read)),
            basis: Basis::Campaign(file.to_path_buf()),
            base,
            allow_outside: choice.allow_outside,
        };
        settings.stay_inside("inbox", &settings.campaign.inbox)?;
        Ok(settings)
    }

    /// Whether `folder` is the one from which the campaign names its files.
    pub(super) fn is_of(&self, folder: &Path) -> bool {
        match (disk::real(&self.base), disk::real(folder)) {
            (Ok(base), Ok(folder)) => base == folder,
            _ => self.base == folder,
        }
    }

    /// A definition by the id of a built-in one, or by its path from the campaign's folder.
    pub(super) fn definition(
        &self,
        name: &str,
        key: &str,
        built_in: &[(&str, &str)],
    ) -> Result<Definition, Error> {
        if let Some(definition) = Definition::built_in(name, built_in) {
            return Ok(definition);
        }
        self.stay_inside(key, name)?;
        let path = self.base.join(name);
        if disk::exists(&path) {
            return Definition::read(&path, leads_out(&self.base, name));
        }
        let known: Vec<String> = built_in.iter().map(|(id, _)| (*id).to_string()).collect();
        let problem = Problem::Dangling {
            kind: Nameable::BuiltIn,
            id: name.to_string(),
            nearest: nearest_or_few(name, &known),
        };
        Err(self.wrong(vec![(at![key], problem)]))
    }

    fn stay_inside(&self, key: &str, named: &str) -> Result<(), Error> {
        if self.allow_outside || !leads_out(&self.base, named) {
            return Ok(());
        }
        let problem = Problem::Outside(key.to_string());
        Err(self.wrong(vec![(at![key], problem)]))
    }

    /// That the inbox of a campaign workbook leads out of its folder; it names no other file.
    fn inbox_wrong(&self, file: &Path) -> Finding {
        let path = steps!["inbox"];
        let spot = self.book.as_ref();
        let spot = spot.and_then(|book| book.places.exact(Document::Settings, &path));
        inbox_finding(&campaign_fit::INBOX_WRONG, file, &self.campaign.inbox, spot)
    }

    fn wrong(&self, problems: Problems) -> Error {
        match (&self.text, &self.basis) {
            (Some(text), _) => Error::Definition(text.source().locate(problems)),
            (None, Basis::Campaign(file)) => Error::CampaignBook(vec![self.inbox_wrong(file)]),
            (None, _) => Error::Definition(Vec::new()),
        }
    }
}

/// What is said of the inbox of a campaign workbook, at its cell.
pub(super) fn inbox_finding(
    rule: &'static Rule,
    file: &Path,
    inbox: &str,
    spot: Option<&BookCell>,
) -> Finding {
    let place = Place {
        unit: None,
        file: Some(Shown::file_name(file).to_string()),
        sheet: spot.map(|spot| spot.sheet.clone()),
        cell: spot.map(|spot| spot.cell),
    };
    let setting = SETTINGS.iter().find(|one| one.key == "inbox");
    let label = setting.map_or("", |one| one.label.vi).to_string();
    let finding = Finding::new(rule, place).about(About::Row(label));
    finding.found(Fact::Text(inbox.to_string()))
}

/// The nearest folder around this one whose campaign file names an inbox in which it lies, named as shortly as it can be; the file
/// may be passed over for another reason. A campaign that has its returns elsewhere is none of this folder's.
///
/// # Errors
/// See `Settings::find`.
pub(super) fn around(folder: &Path, choice: &Choice) -> Result<Option<PathBuf>, Error> {
    let named = |folder: &Path| {
        if folder.as_os_str().is_empty() {
            PathBuf::from(".")
        } else {
            folder.to_path_buf()
        }
    };
    let full = std::path::absolute(folder).unwrap_or_default();
    let above = folder.ancestors().skip(1).map(named);
    for one in above.chain(full.ancestors().skip(1).map(named)) {
        let found = Settings::find(&one, None, choice)?;
        let inbox = match &found.basis {
            Basis::BuiltIn => None,
            Basis::Campaign(_) => Some(found.campaign.inbox),
            Basis::PassedOver(file, _) => {
                let read = Settings::read(file, choice).ok();
                read.map(|read| read.campaign.inbox)
            }
        };
        if inbox.is_some_and(|inbox| is_below(folder, &one, &inbox)) {
            return Ok(Some(one));
        }
    }
    Ok(None)
}

/// Whether a folder is the inbox of a campaign around it, or lies in it.
fn is_below(folder: &Path, campaign: &Path, inbox: &str) -> bool {
    if !is_subfolder(inbox)
        && !beside(campaign, book::BESIDE).is_ok_and(|book| disk::is_file(&book))
    {
        return false;
    }
    match (disk::real(folder), disk::real(&campaign.join(inbox))) {
        (Ok(folder), Ok(inbox)) => folder.starts_with(inbox),
        _ => false,
    }
}

/// The campaign file that a run on a folder follows where none is named, be it right or wrong.
pub fn ruling(folder: &Path, choice: &Choice) -> Option<PathBuf> {
    if let Ok(found) = Settings::find(folder, None, choice) {
        return match found.basis {
            Basis::Campaign(file) => Some(file),
            Basis::PassedOver(..) => None,
            Basis::BuiltIn => {
                let around = around(folder, choice).ok().flatten()?;
                ruling(&around, choice)
            }
        };
    }
    let top = [settings::FILE_NAME, book::FILE_NAME].map(|name| folder.join(name));
    let beside = beside(folder, book::BESIDE).ok();
    top.into_iter()
        .chain(beside)
        .find(|file| disk::is_file(file))
}

/// A path beside a folder, with its name and this ending.
///
/// # Errors
/// The folder has no name of its own, and its path cannot be found out.
pub fn beside(folder: &Path, ending: &str) -> io::Result<PathBuf> {
    let full = match folder.file_name() {
        Some(_) => folder.to_path_buf(),
        // `.` and `..` have no name of their own. On Windows the real path begins with `\\?\`, which no person and no link knows.
        None if cfg!(windows) => std::path::absolute(folder)?,
        None => disk::real(folder)?,
    };
    let name = full.file_name().unwrap_or_else(|| "thu-muc".as_ref());
    let mut file = name.to_os_string();
    file.push(ending);
    Ok(full.parent().unwrap_or(&full).join(file))
}

/// Whether this is the path of a subfolder, and not of the folder itself.
fn is_subfolder(inbox: &str) -> bool {
    let mut parts = Path::new(inbox).components();
    parts.any(|part| part != Component::CurDir)
}

/// Whether returns lie in a folder itself, not below it.
fn has_returns(folder: &Path, except: Option<&Path>) -> bool {
    let except = except.and_then(|path| path.file_name());
    let paths = disk::list(folder).unwrap_or_default();
    paths.iter().any(|path| {
        path.file_name() != except
            && path.file_name() != Some(book::FILE_NAME.as_ref())
            && inbox::is_workbook_or_archive(path)
            && !files::is_own(path)
            && !glimpse::is_campaign(path)
    })
}

/// What stands behind a folder's name in the names of its results, before a number of a further one.
pub const RESULT: &str = "-tong-hop";

/// The folder by whose campaign a file with results is judged: the one that it is a result of, as its name says, where that or a
/// campaign workbook beside it is there; else its own.
pub fn of_result(path: &Path) -> PathBuf {
    let own = folder(path);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let has_own = names_campaign(own);
    let result = name.rsplit_once(RESULT).map(|(before, _)| own.join(before));
    let is_there = |folder: &PathBuf| disk::is_folder(folder) || has_campaign(folder);
    match result.filter(is_there) {
        Some(folder) if !has_own => folder,
        _ => own.to_path_buf(),
    }
}

/// Whether there is a campaign file at the top of a folder.
pub fn names_campaign(folder: &Path) -> bool {
    let names = [settings::FILE_NAME, book::FILE_NAME];
    names.iter().any(|name| disk::is_file(&folder.join(name)))
}

/// Whether there is a campaign file at the top of a folder or a campaign workbook beside it.
pub fn has_campaign(folder: &Path) -> bool {
    let book = beside(folder, book::BESIDE);
    names_campaign(folder) || book.is_ok_and(|book| disk::is_file(&book))
}

/// The folder of a file.
pub fn folder(path: &Path) -> &Path {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}
