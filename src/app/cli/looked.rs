//! One folder, read for a command that writes nothing.
//!
//! In: what was typed. Out: the plan, the files and the report. Not for: commands that write a result (`consolidate`), or that take
//! single files (`check`).

use crate::app::cli::args::FolderArgs;
use crate::app::cli::progress::Progress;
use crate::app::cli::{Context, basis, limits, unknown};
use crate::app::pipeline::known_forms::own_report;
use crate::app::pipeline::{Plan, Watch, some_form, some_workbook};
use crate::base::error::Error;
use crate::base::lang::Lang;
use crate::input::inbox::Inbox;
use crate::result::report::Report;

/// A folder whose definitions were read.
pub(super) struct Looked {
    /// By what it is read.
    pub(super) plan: Plan,
    /// Its files.
    inbox: Inbox,
}

impl Looked {
    /// Reads the definitions of a folder and lists its files.
    ///
    /// # Errors
    /// Whatever keeps them from being read.
    pub(super) fn at(args: &FolderArgs, context: &Context<'_>) -> Result<Self, Error> {
        limits::limits(&args.limit)?;
        let choice = args.choice(&context.program);
        let plan = unknown::chosen(&args.folder, &choice, context.lang)?;
        let inbox = plan.list()?;
        Ok(Looked { plan, inbox })
    }

    /// Reads its files.
    ///
    /// # Errors
    /// [`Error::NoWorkbook`] and [`Error::NoForm`], where there is nothing to say, [`Error::NoCampaign`]; a limit that is none.
    pub(super) fn report(&self, args: &FolderArgs, context: &Context<'_>) -> Result<Report, Error> {
        let limits = limits::limits(&args.limit)?;
        let progress = Progress::new(context);
        progress.reading(self.inbox.received.len());
        let done = || progress.read();
        let program = &context.program;
        let report = own_report(&self.plan, &self.inbox, limits, program, &done)?;
        drop(progress);
        some_workbook(&report, &self.plan.returns)?;
        some_form(&report, &self.plan.returns)?;
        Ok(report)
    }

    /// What it rests on, in lines.
    pub(super) fn basis(&self, lang: Lang) -> String {
        basis::lines(&self.plan, &self.inbox, lang)
    }
}
