//! What was typed: commands and options, before anything is opened.
//!
//! Help texts are in `words.rs`, in both languages, found by the names of commands and arguments.

use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand};
use clap_complete::Shell;

use crate::app::cli::explain::ExplainArgs;
use crate::app::cli::fail_on::FailOnOption;
use crate::app::cli::formats::{FormatsBeside, NamedOutputs};
pub use crate::app::cli::lang_choice::LangChoice;
use crate::app::cli::letters::LettersArgs;
use crate::app::cli::limits::LimitOption;
use crate::app::cli::list_place::DataPlace;
use crate::app::cli::rollup_args::RollupArgs;
use crate::app::cli::scheme::SchemeArgs;
use crate::app::cli::template::TemplateArgs;
use crate::app::pipeline::settings::Choice;

/// The command line.
#[derive(Debug, Parser)]
#[command(
    name = "tonghop",
    version,
    args_conflicts_with_subcommands = true,
    disable_help_subcommand = true
)]
pub struct Cli {
    /// What to do; a folder alone means `consolidate`.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// The folder alone.
    #[command(flatten)]
    pub consolidate: Option<ConsolidateArgs>,
    /// The language of everything shown.
    #[arg(
        long,
        global = true,
        value_enum,
        default_value = "vi",
        value_name = "vi|en"
    )]
    pub lang: LangChoice,
}

/// Commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// The main job.
    Consolidate(ConsolidateArgs),
    /// A campaign proposed from forms.
    New(NewArgs),
    /// Findings only.
    Check(CheckArgs),
    /// Two years.
    Diff(DiffArgs),
    /// Several results as one.
    Rollup(RollupArgs),
    /// A result table that was published.
    Audit(AuditArgs),
    /// Blank forms.
    Template(TemplateArgs),
    /// Templates of letters.
    Letters(LettersArgs),
    /// A scheme's author's commands.
    Scheme(SchemeArgs),
    /// Where a number comes from.
    Trace(TraceArgs),
    /// The round at a glance.
    Status(StatusArgs),
    /// How far each unit is from the next grade.
    Margins(MarginsArgs),
    /// What a finding means.
    Explain(ExplainArgs),
    /// Shell completions.
    Completions(CompletionsArgs),
    /// The help of a command.
    Help(HelpArgs),
}

impl Cli {
    /// Whether what is printed is for programs.
    pub fn prints_data(&self) -> bool {
        match &self.command {
            Some(Command::Check(args)) => args.json,
            Some(Command::Trace(args)) => args.json,
            Some(Command::Status(args)) => args.folder.json,
            Some(Command::Margins(args)) => args.folder.json,
            Some(Command::Completions(_)) => true,
            _ => false,
        }
    }
}

/// What was chosen about the campaign.
macro_rules! chooses {
    ($($of:ty),*) => { $(impl $of {
        /// What was chosen about the campaign.
        pub fn choice(&self, program: &Path) -> Choice {
            Choice {
                program: Some(program.to_path_buf()),
                campaign: self.campaign.clone(),
                allow_outside: self.allow_outside,
                decisions: self.decisions.clone(),
            }
        }
    })* };
}
chooses!(ConsolidateArgs, CheckArgs, TraceArgs, FolderArgs);

impl AuditArgs {
    /// What was chosen about the campaign; a published table knows of no decisions.
    pub fn choice(&self, program: &Path) -> Choice {
        Choice {
            program: Some(program.to_path_buf()),
            campaign: self.campaign.clone(),
            allow_outside: self.allow_outside,
            decisions: Vec::new(),
        }
    }
}

/// Options of `consolidate`.
#[derive(Debug, Args)]
#[group(id = "consolidation")]
pub struct ConsolidateArgs {
    /// The folder. That it is of the group is how clap sees that these options were meant: one with flattened options in it is empty
    /// of itself.
    #[arg(value_name = "FOLDER", group = "consolidation")]
    pub folder: PathBuf,
    /// Where to write.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Last year's result, to compare with.
    #[arg(long, value_name = "PREVIOUS")]
    pub previous: Option<PathBuf>,
    /// In which formats to write as well.
    #[command(flatten)]
    pub beside: FormatsBeside,
    /// Whether to write the annex in Word as well.
    #[arg(long)]
    pub docx: bool,
    /// Where all values are listed.
    #[arg(long, value_enum, value_name = "sheet|csv|parquet")]
    pub data: Option<DataPlace>,
    /// Where to write letters.
    #[arg(long, value_name = "DIR")]
    pub letters: Option<PathBuf>,
    /// From which severity on the exit status is 1.
    #[command(flatten)]
    pub fail_on: FailOnOption,
    /// Bounds of the reader, `NAME=VALUE`.
    #[command(flatten)]
    pub limit: LimitOption,
    /// The campaign's file, wherever it lies.
    #[arg(long, value_name = "FILE")]
    pub campaign: Option<PathBuf>,
    /// The decision workbooks, where they are not those beside the folder.
    #[arg(long, value_name = "FILE")]
    pub decisions: Vec<PathBuf>,
    /// Whether the campaign may name files outside its folder.
    #[arg(long)]
    pub allow_outside: bool,
}

/// Options of `new`.
#[derive(Debug, Args)]
pub struct NewArgs {
    /// The folder of returned workbooks.
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
    /// A blank form.
    #[arg(long, value_name = "BLANK")]
    pub form: Option<PathBuf>,
    /// A list of units.
    #[arg(long, value_name = "LIST")]
    pub units: Option<PathBuf>,
    /// Of this province.
    #[arg(long, value_name = "NAME", requires = "units")]
    pub province: Option<String>,
    /// Where to write.
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Bounds of the reader, `NAME=VALUE`.
    #[command(flatten)]
    pub limit: LimitOption,
}

/// Options of `check`.
#[derive(Debug, Args)]
pub struct CheckArgs {
    /// Files and folders.
    #[arg(value_name = "FILE|FOLDER", required = true)]
    pub paths: Vec<PathBuf>,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
    /// From which severity on the exit status is 1.
    #[command(flatten)]
    pub fail_on: FailOnOption,
    /// These codes only.
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub only: Vec<String>,
    /// Not these codes.
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    pub ignore: Vec<String>,
    /// Bounds of the reader, `NAME=VALUE`.
    #[command(flatten)]
    pub limit: LimitOption,
    /// The campaign's file, wherever it lies.
    #[arg(long, value_name = "FILE")]
    pub campaign: Option<PathBuf>,
    /// The decision workbooks, where they are not those beside the folder.
    #[arg(long, value_name = "FILE")]
    pub decisions: Vec<PathBuf>,
    /// Whether the campaign may name files outside its folder.
    #[arg(long)]
    pub allow_outside: bool,
}

/// Options of `diff`.
#[derive(Debug, Args)]
pub struct DiffArgs {
    /// The earlier result.
    #[arg(value_name = "PREVIOUS")]
    pub previous: PathBuf,
    /// The later result.
    #[arg(value_name = "CURRENT")]
    pub current: PathBuf,
    /// Where to write results.
    #[command(flatten)]
    pub results: NamedOutputs,
    /// The scheme of the earlier result, where it is a bare table.
    #[arg(long, value_name = "SCHEME")]
    pub previous_scheme: Option<String>,
    /// Its units.
    #[arg(long, value_name = "REGISTRY")]
    pub previous_registry: Option<String>,
    /// The scheme of the later result, where it is a bare table.
    #[arg(long, value_name = "SCHEME")]
    pub current_scheme: Option<String>,
    /// Its units.
    #[arg(long, value_name = "REGISTRY")]
    pub current_registry: Option<String>,
    /// Whether differences make the exit status 1.
    #[arg(long)]
    pub exit_code: bool,
    /// Bounds of the reader, `NAME=VALUE`.
    #[command(flatten)]
    pub limit: LimitOption,
    /// Whether the campaign may name files outside its folder.
    #[arg(long)]
    pub allow_outside: bool,
}

/// Options of `audit`.
#[derive(Debug, Args)]
pub struct AuditArgs {
    /// The file.
    #[arg(value_name = "TABLE")]
    pub table: PathBuf,
    /// The campaign it is a result of.
    #[arg(long, value_name = "CAMPAIGN")]
    pub campaign: Option<PathBuf>,
    /// The scheme it was made by.
    #[arg(long, value_name = "SCHEME")]
    pub scheme: Option<String>,
    /// The units it is about.
    #[arg(long, value_name = "REGISTRY")]
    pub registry: Option<String>,
    /// Where to write results.
    #[command(flatten)]
    pub results: NamedOutputs,
    /// From which severity on the exit status is 1.
    #[command(flatten)]
    pub fail_on: FailOnOption,
    /// Whether the campaign may name files outside its folder.
    #[arg(long)]
    pub allow_outside: bool,
}

/// Options of `trace`.
#[derive(Debug, Args)]
pub struct TraceArgs {
    /// The folder, or a result that was written.
    #[arg(value_name = "FOLDER|RESULT")]
    pub folder: PathBuf,
    /// The unit.
    #[arg(value_name = "UNIT")]
    pub unit: String,
    /// What to trace; the whole unit without it.
    #[arg(value_name = "ID")]
    pub id: Option<String>,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
    /// Bounds of the reader, `NAME=VALUE`.
    #[command(flatten)]
    pub limit: LimitOption,
    /// The campaign's file, wherever it lies.
    #[arg(long, value_name = "FILE")]
    pub campaign: Option<PathBuf>,
    /// The decision workbooks, where they are not those beside the folder.
    #[arg(long, value_name = "FILE")]
    pub decisions: Vec<PathBuf>,
    /// Whether the campaign may name files outside its folder.
    #[arg(long)]
    pub allow_outside: bool,
}

/// Options of commands that look at one folder.
#[derive(Debug, Args)]
pub struct FolderArgs {
    /// The folder.
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
    /// The decision workbooks, where they are not those beside the folder.
    #[arg(long, value_name = "FILE")]
    pub decisions: Vec<PathBuf>,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
    /// Bounds of the reader, `NAME=VALUE`.
    #[command(flatten)]
    pub limit: LimitOption,
    /// The campaign's file, wherever it lies.
    #[arg(long, value_name = "FILE")]
    pub campaign: Option<PathBuf>,
    /// Whether the campaign may name files outside its folder.
    #[arg(long)]
    pub allow_outside: bool,
}

/// Options of `status`.
#[derive(Debug, Args)]
pub struct StatusArgs {
    /// What is read.
    #[command(flatten)]
    pub folder: FolderArgs,
}

/// Options of `margins`.
#[derive(Debug, Args)]
pub struct MarginsArgs {
    /// What is read.
    #[command(flatten)]
    pub folder: FolderArgs,
    /// One unit alone.
    #[arg(value_name = "UNIT")]
    pub unit: Option<String>,
}

/// Options of `help`.
#[derive(Debug, Args)]
pub struct HelpArgs {
    /// The command, and the one below it.
    #[arg(value_name = "COMMAND")]
    pub of: Vec<String>,
}

/// Options of `completions`.
#[derive(Debug, Args)]
pub struct CompletionsArgs {
    /// The shell.
    #[arg(value_name = "SHELL", value_enum)]
    pub shell: Shell,
}
