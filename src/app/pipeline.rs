//! From a folder to a report: finds the definitions, runs the stages in order.
//!
//! In: a path. Out: a [`Report`] or an [`Error`]. Not for: any rule of the field, and not for writing.

pub mod convert;
pub mod data_side;
pub mod decision_files;
pub mod decisions;
mod definition_texts;
pub mod forms;
pub mod known_forms;
mod members;
mod nothing;
pub mod propose;
pub mod rollup;
pub mod settings;
pub mod side;
mod side_faults;
mod table_definitions;
pub mod traced_file;
mod way;
pub mod workbook;

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::app::pipeline::decisions::DecisionsOfPlan;
pub use crate::app::pipeline::nothing::{some_form, some_workbook};
use crate::app::pipeline::settings::{Basis, Choice, Settings};
pub use crate::app::pipeline::table_definitions::{Definitions, definitions, load_scheme};
pub use crate::app::pipeline::way::relative;
use crate::base::disk;
use crate::base::error::Error;
use crate::base::finding::{Fact, Finding};
use crate::base::opening;
use crate::base::outside::Shown;
use crate::base::rules::campaign_fit;
use crate::campaign::book::Places;
use crate::campaign::definition::steps;
use crate::campaign::documents::Document;
use crate::campaign::scheme::{self, Scheme};
use crate::campaign::settings::Campaign;
use crate::campaign::units::{self, Registry};
use crate::input::campaign_book::Read;
use crate::input::inbox::{self, Inbox, InboxError};
use crate::input::intake::{self, FolderReader};
use crate::input::read::{ReadLimits, Reader};
use crate::input::recognise::Known;
use crate::output::{files, is_own_text};
use crate::result::report::{self, FileDecisions, Report};

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
    /// The folder that was given.
    folder: PathBuf,
    /// The folder of returned workbooks.
    pub returns: PathBuf,
    /// The settings.
    pub campaign: Campaign,
    /// The criteria.
    pub scheme: Scheme,
    /// The units.
    pub registry: Registry,
    /// What the settings rest on.
    pub basis: Basis,
    /// The campaign's own files.
    own: Vec<PathBuf>,
    /// What is doubtful in the campaign's workbook, and keeps no run from following it.
    pub notes: Vec<Finding>,
    /// The decision workbooks that are applied.
    pub decisions: Vec<PathBuf>,
    /// What they say, once they were read.
    decided: OnceLock<DecisionsOfPlan>,
}

/// The folder of returns: the campaign's inbox, in the folder of the campaign's file.
fn returns(folder: &Path, campaign: &Campaign, is_of: bool) -> PathBuf {
    if campaign.inbox == "." || !is_of {
        folder.to_path_buf()
    } else {
        folder.join(&campaign.inbox)
    }
}

/// That the inbox of a campaign workbook is not what a run looks at.
///
/// # Errors
/// [`Error::CampaignBook`]: it is what the run would look at, and there is no such folder.
fn inbox_note(
    folder: &Path,
    (file, inbox): (&Path, &str),
    is_of: bool,
    places: &Places,
) -> Result<Option<Finding>, Error> {
    let named = settings::folder(file).join(inbox);
    let real = |path: &Path| disk::real(path).ok();
    if [".", ""].contains(&inbox)
        || (real(&named).is_some() && (is_of || real(&named) == real(folder)))
    {
        return Ok(None);
    }
    let spot = places.exact(Document::Settings, &steps!["inbox"]);
    let finding = |rule| settings::inbox_finding(rule, file, inbox, spot);
    if is_of {
        return Err(Error::CampaignBook(vec![finding(
            &campaign_fit::INBOX_WRONG,
        )]));
    }
    let shown = Fact::Name(Shown::path(folder).to_string());
    Ok(Some(finding(&campaign_fit::INBOX_UNUSED).expected(shown)))
}

impl Plan {
    /// Reads the definitions of a folder, as [`Plan::chosen`] does where nothing was chosen.
    ///
    /// # Errors
    /// As those of [`Plan::chosen`].
    pub fn new(folder: &Path) -> Result<Plan, Error> {
        Plan::chosen(folder, &Choice::default())
    }

    /// Reads the definitions of a folder: of a campaign's folder, of its inbox, or of one in that. Any other is a plain folder of workbooks.
    ///
    /// # Errors
    /// The folder is missing or no folder; a definition cannot be read, is wrong, or lies outside the campaign's folder.
    pub fn chosen(folder: &Path, choice: &Choice) -> Result<Plan, Error> {
        let mut plan = Plan::defined(folder, choice)?;
        plan.decisions = decisions::files(folder, &choice.decisions)?;
        Ok(plan)
    }

    /// As [`Plan::chosen`], without decisions.
    fn defined(folder: &Path, choice: &Choice) -> Result<Plan, Error> {
        let metadata = disk::entry(folder).map_err(|source| match source.kind() {
            std::io::ErrorKind::NotFound => Error::FolderMissing(folder.to_path_buf()),
            _ => Error::FolderUnreadable {
                path: folder.to_path_buf(),
                source,
            },
        })?;
        if !metadata.is_folder() {
            opening::regular(&metadata).map_err(|source| Error::TableUnreadable {
                path: folder.to_path_buf(),
                source,
            })?;
            return Err(Error::NotAFolder(folder.to_path_buf()));
        }
        let settings = Settings::find(folder, None, choice)?;
        if settings.basis == Basis::BuiltIn
            && let Some(around) = settings::around(folder, choice)?
        {
            let mut plan = Plan::defined(&around, choice)?;
            plan.look_at(folder);
            return Ok(plan);
        }
        let campaign = settings.campaign.clone();
        let is_of = settings.is_of(folder);
        if let Some(book) = settings.book {
            return Plan::of_book(folder, campaign, *book, settings.basis, is_of);
        }
        let scheme_text = settings.definition(&campaign.scheme, "scheme", scheme::BUILT_IN)?;
        let scheme =
            Scheme::parse(scheme_text.source()).map_err(|errors| scheme_text.errors(errors))?;
        let registry_text = settings.definition(&campaign.registry, "registry", units::BUILT_IN)?;
        let registry = Registry::parse(registry_text.source(), &scheme)
            .map_err(|errors| registry_text.errors(errors))?
            .in_year(campaign.year);
        if let Some(text) = &settings.text {
            campaign
                .check(text.source(), &scheme, &registry)
                .map_err(|errors| text.errors(errors))?;
        }
        let returns = returns(folder, &campaign, is_of);
        let own = [settings.text, Some(scheme_text), Some(registry_text)];
        let own = own.into_iter().flatten().filter_map(|text| text.path);
        Ok(Plan {
            folder: folder.to_path_buf(),
            returns,
            campaign,
            scheme,
            registry,
            basis: settings.basis,
            own: own.collect(),
            notes: Vec::new(),
            decisions: Vec::new(),
            decided: OnceLock::new(),
        })
    }

    /// The plan of a campaign workbook, in which everything stands.
    fn of_book(
        folder: &Path,
        campaign: Campaign,
        book: Read,
        basis: Basis,
        is_of: bool,
    ) -> Result<Plan, Error> {
        let Some(loaded) = book.loaded else {
            return Err(Error::CampaignBook(book.findings));
        };
        let mut notes = book.findings;
        if let Basis::Campaign(file) = &basis {
            notes.extend(inbox_note(
                folder,
                (file, &campaign.inbox),
                is_of,
                &book.places,
            )?);
        }
        let own = match &basis {
            Basis::Campaign(file) => vec![file.clone()],
            _ => Vec::new(),
        };
        Ok(Plan {
            folder: folder.to_path_buf(),
            returns: returns(folder, &campaign, is_of),
            registry: loaded.registry.in_year(campaign.year),
            scheme: loaded.scheme,
            campaign,
            basis,
            own,
            notes,
            decisions: Vec::new(),
            decided: OnceLock::new(),
        })
    }

    /// Lists the files of the inbox, and those of the campaign's folder that its inbox leaves out.
    ///
    /// # Errors
    /// The inbox is missing or unreadable, or holds no file that could be a return.
    pub fn list(&self) -> Result<Inbox, Error> {
        let listed = |folder: &Path| {
            inbox::list(folder, &self.own_in(folder)).map_err(|error| match error {
                InboxError::Missing(path) => Error::FolderMissing(path),
                InboxError::NotAFolder(path) => Error::NotAFolder(path),
                InboxError::Unreadable { path, source } => Error::FolderUnreadable { path, source },
            })
        };
        let mut inbox = listed(&self.returns)?;
        if inbox.received.is_empty() {
            return Err(Error::NoWorkbook {
                path: self.returns.clone(),
                seen: inbox.seen(),
            });
        }
        if self.returns != self.folder && self.returns.starts_with(&self.folder) {
            let around = listed(&self.folder)?;
            inbox.leave_out(&around, &self.folder, &self.returns, &files::is_own);
        }
        Ok(inbox)
    }

    /// Looks at the files of a folder, whatever the inbox of the campaign is.
    pub fn look_at(&mut self, folder: &Path) {
        self.folder = folder.to_path_buf();
        self.returns = folder.to_path_buf();
    }

    /// The folder of returned workbooks as the campaign names it; in full where it does not.
    pub fn inbox(&self) -> &Path {
        match self.returns.strip_prefix(&self.folder) {
            Ok(inner) if !inner.as_os_str().is_empty() => inner,
            _ => &self.returns,
        }
    }

    /// Those of the campaign's own files that lie in a folder, by their paths in it.
    fn own_in(&self, folder: &Path) -> Vec<PathBuf> {
        let full = |path: &Path| disk::real(path).unwrap_or_else(|_| path.to_path_buf());
        let folder = full(folder);
        let mut own: Vec<PathBuf> = self.own.iter().map(|path| full(path)).collect();
        own.retain_mut(|path| match path.strip_prefix(&folder) {
            Ok(inner) => {
                *path = inner.to_path_buf();
                true
            }
            Err(_) => false,
        });
        own
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
        let reader = Reader::new(limits, program.to_path_buf());
        let reader = FolderReader::new(&reader, &is_own_text);
        self.report_from(inbox, &reader, folder, done)
    }

    /// As [`Plan::report`], from a folder that somebody else may have read already.
    pub fn report_from(
        &self,
        inbox: &Inbox,
        reader: &FolderReader<'_>,
        folder: String,
        done: &(dyn Fn() + Sync),
    ) -> Report {
        let known = Known::new(&self.campaign, &self.scheme, &self.registry);
        let time = reader.limits().time;
        let DecisionsOfPlan {
            mut decisions,
            faults,
            ..
        } = self.read_decisions(reader.reader()).clone();
        decisions.sort_by(|one, other| one.place.cmp(&other.place));
        // Whose a file is has to be known before it is read, which file counts before anything is judged.
        let (mut of_files, decisions) = FileDecisions::apart(decisions, &self.registry);
        let owners = of_files.owners(&self.registry);
        let looked = intake::look_at_all(inbox, reader, &known, &owners, done);
        of_files.weigh(&looked, &self.registry);
        let choices = of_files.choices(&looked);
        let mut intake = looked.settle(inbox, &known, &choices);
        intake.findings.extend(faults);
        report::build(report::Input {
            campaign: &self.campaign,
            scheme: &self.scheme,
            registry: &self.registry,
            submissions: intake.submissions,
            files: intake.files,
            findings: intake.findings,
            folder,
            decisions,
            of_files,
            time,
        })
    }
}
