//! Errors: no result can be made. Faults in what was returned are findings instead.
//!
//! In: what went wrong, with its cause. Out: typed errors whose English text is here and whose Vietnamese text is in `cli/`; what is wrong
//! in a definition has both here.

mod flaw;
mod needs_limit;
mod problem;
mod sentence_fault;
mod slip;
mod template_fault;
mod words;

use std::path::PathBuf;

use crate::base::finding::Finding;
use crate::base::lang::Lang;
use crate::base::outside::Shown;

pub use crate::base::error::flaw::Flaw;
pub use crate::base::error::needs_limit::NeedsLimit;
pub use crate::base::error::problem::{DefinitionError, Nameable, Problem};
pub use crate::base::error::sentence_fault::SentenceFault;
pub use crate::base::error::slip::{Habit, HabitSlip};
pub use crate::base::error::template_fault::{
    DocumentPart, FaultyTemplate, TemplateFault, TemplatePlace, TemplateProblem,
};
pub use crate::base::error::words::library;

/// Why no result can be made.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The folder given does not exist.
    #[error("{}: no such folder", Shown::path(.0))]
    FolderMissing(PathBuf),
    /// What was given is not a folder.
    #[error("{}: is a file, not a folder; to check one file: tonghop check FILE", Shown::path(.0))]
    NotAFolder(PathBuf),
    /// The folder cannot be listed.
    #[error("{}: cannot be read: {source}", Shown::path(path))]
    FolderUnreadable {
        /// The folder.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// Nothing in the folder is a workbook.
    #[error("{}: holds no workbook (files seen: {seen})", Shown::path(path))]
    NoWorkbook {
        /// The folder.
        path: PathBuf,
        /// Files seen, of any kind.
        seen: usize,
    },
    /// Nothing in the folder is a form.
    #[error("{}: nothing in it is a form that is known (workbooks read: {read}): {}", Shown::path(path), files.join(", "))]
    NoForm {
        /// The folder.
        path: PathBuf,
        /// How many workbooks were read.
        read: usize,
        /// The first of them, by name.
        files: Vec<String>,
    },
    /// The file of a published table cannot be opened.
    #[error("{}: cannot be read: {source}", Shown::path(path))]
    TableUnreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A workbook that is named as a campaign's is none.
    #[error(
        "{}: no campaign workbook, but {}",
        Shown::path(path),
        if *is_result { "a result of this program" } else { "another workbook, such as a returned form; run: tonghop new FOLDER, which writes one from the forms of a folder" }
    )]
    NoCampaignBook {
        /// The workbook.
        path: PathBuf,
        /// Whether this program wrote it as a result.
        is_result: bool,
    },
    /// Nobody wrote down the campaign of a folder, and its forms are not those of the built-in scheme.
    #[error("{path}: has no campaign yet: its forms are not those of the built-in scheme, by which they are not judged; run first: tonghop \"{path}\", which proposes one from the forms, then this again, or name it: --campaign FILE", path = Shown::path(.0))]
    NoCampaign(PathBuf),
    /// A list of units holds no name of one.
    #[error("{}: no column of units' names was found", Shown::path(.0))]
    NoUnits(PathBuf),
    /// A list of units names no such province.
    #[error("{}: the list names no province \"{province}\"; it names: {}", Shown::path(path), Shown::line(&known.join(", ")))]
    NoSuchProvince {
        /// The list.
        path: PathBuf,
        /// What was asked for.
        province: String,
        /// The provinces that the list names.
        known: Vec<String>,
    },
    /// The forms of a folder are too large to be compared with each other.
    #[error("{}: the workbooks take more than {} MB together, too much to propose a campaign from", Shown::path(path), limit_bytes / 1_048_576)]
    TooMuchToPropose {
        /// The folder.
        path: PathBuf,
        /// The memory that they may take, in bytes.
        limit_bytes: u64,
    },
    /// Too little was understood of the forms of a folder to propose a campaign.
    #[error(
        "{}: not recognised: {criteria} criteria with points in all forms together; {seen}",
        Shown::path(path)
    )]
    NotUnderstood {
        /// The folder.
        path: PathBuf,
        /// Criteria with points.
        criteria: usize,
        /// What was seen, in the language of the run.
        seen: String,
    },
    /// A campaign that was proposed for a run says too little for one: all that somebody has to fill in.
    #[error(
        "{}: the campaign was proposed from the forms and written there; fill in what they do not tell, and run again:\n{}",
        Shown::path(path),
        findings.iter().map(|one| in_book(one, Lang::En)).collect::<Vec<_>>().join("\n")
    )]
    ToFill {
        /// The campaign workbook.
        path: PathBuf,
        /// What is missing, each with its cell.
        findings: Vec<Finding>,
    },
    /// The file of a published table is damaged, too large or of another kind.
    #[error("{}: {}", Shown::path(path), finding.message(Lang::En))]
    TableRefused {
        /// The file.
        path: PathBuf,
        /// Why, as it is said of returned files.
        finding: Box<Finding>,
    },
    /// Nothing in the file is a result table.
    #[error("{}: holds no result table (a row of headings with units' names and totals, or at least two criterion groups)", Shown::path(.0))]
    NoTable(PathBuf),
    /// A file is no consolidated result of this program, or does not say its year.
    #[error("{}: is no consolidated result of tonghop", Shown::path(.0))]
    NotAResult(PathBuf),
    /// Nothing that was named is a result.
    #[error("nothing to roll up (files seen: {seen}): {}", nothing_rolled_up(*.seen, *.refused))]
    NothingToRollUp {
        /// Files seen.
        seen: usize,
        /// Those of them that were to be taken in and could not be, each told before.
        refused: usize,
    },
    /// A JSON file is no report of this program, or of another form.
    #[error(
        "{}: is no report of tonghop that can be read: {detail}",
        Shown::path(path)
    )]
    NotAReport {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        detail: String,
    },
    /// A report or a data sheet holds a number that this program writes nowhere.
    #[error(
        "{}: {place}: a number that tonghop writes nowhere: beyond ±10^12 (a sum: ±10^21), nearer to 0 than 10^-10, or none",
        Shown::path(path)
    )]
    ImpossibleNumber {
        /// The file.
        path: PathBuf,
        /// Where in it.
        place: String,
    },
    /// A report or a data sheet says what no result of this program says.
    #[error(
        "{}: {place}: {flaw}; tonghop writes no such result",
        Shown::path(path)
    )]
    Unsound {
        /// The file.
        path: PathBuf,
        /// Where in it: the names of the unit, the criterion and the kind of value.
        place: String,
        /// What is wrong.
        flaw: Flaw,
    },
    /// Rows are missing from the list of values of a result.
    #[error("{}: the list of values has {found} rows{}; write the workbook anew", Shown::path(path), of_rows(*expected))]
    DataIncomplete {
        /// The file.
        path: PathBuf,
        /// How many rows there are.
        found: usize,
        /// How many there should be, where that is known.
        expected: Option<usize>,
    },
    /// A campaign, scheme or registry file cannot be read.
    #[error("{}: cannot be read: {source}", Shown::path(path))]
    DefinitionUnreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// A campaign, scheme or registry is wrong.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Definition(Vec<DefinitionError>),
    /// A campaign workbook is wrong: all that is wrong in it, each with its cell.
    #[error("{}", .0.iter().map(|one| in_book(one, Lang::En)).collect::<Vec<_>>().join("\n"))]
    CampaignBook(Vec<Finding>),
    /// The result cannot be written there.
    #[error("{}: cannot be written: {source}", Shown::path(path))]
    Output {
        /// The file or its folder.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The output path names a file that this program did not make.
    #[error("{}: exists and was not made by tonghop", Shown::path(.0))]
    OutputForeign(PathBuf),
    /// There is a file at the output path, and nobody can tell whether this program made it.
    #[error(
        "{}: exists and cannot be read, so that nobody can tell whether tonghop made it: {source}; choose another name",
        Shown::path(path)
    )]
    OutputUnreadable {
        /// The path.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The name of a result says that something else is in it.
    #[error("{}: only .{wanted} can be written, such as {}", Shown::path(path), Shown::path(&path.with_extension(wanted)))]
    OutputForm {
        /// The path.
        path: PathBuf,
        /// What it should end in, without a dot.
        wanted: &'static str,
    },
    /// A result would be written into a folder, a device or a pipe as if it were a file.
    #[error("{}: is no file that can be replaced; choose another name", Shown::path(.0))]
    OutputNoFile(PathBuf),
    /// Two results have one name.
    #[error("{}: two results cannot have one name", Shown::path(.0))]
    OutputTwice(PathBuf),
    /// A result would take the place of a file that is read.
    #[error("{}: is read in this run and cannot be the result too; name another with -o", Shown::path(.0))]
    OutputIsInput(PathBuf),
    /// No unit goes by a name, or several do.
    #[error(
        "there is no single unit \"{name}\"{}",
        or_see(
            nearest,
            "the units are listed on the sheet of returns of the workbook"
        )
    )]
    UnknownUnit {
        /// As typed.
        name: String,
        /// Units that are alike, or that share the name.
        nearest: Vec<String>,
    },
    /// No criterion, figure or statistic has an id.
    #[error(
        "\"{id}\" is no group, criterion, figure or statistic{}",
        did_you_mean(nearest)
    )]
    UnknownId {
        /// As typed.
        id: String,
        /// Ids that are alike.
        nearest: Vec<String>,
    },
    /// No finding has a code.
    #[error(
        "there is no finding of the code \"{code}\"{}",
        or_see(nearest, "for all codes: tonghop explain")
    )]
    UnknownCode {
        /// As typed.
        code: String,
        /// Codes that are alike.
        nearest: Vec<String>,
    },
    /// A bound of the reader that is none.
    #[error(
        "\"{0}\" is no limit: write NAME=VALUE with a whole number above 0 and one of the names"
    )]
    WrongLimit(String),
    /// What is to be checked does not exist.
    #[error("{}: no such file or folder", Shown::path(.0))]
    PathMissing(PathBuf),
    /// Templates of letters are wrong: all that is wrong in them.
    #[error("{}", in_templates(.0, Lang::En))]
    Templates(Vec<FaultyTemplate>),
    /// The folder for letters is one in which returns are looked for, or what lies beside them is told.
    #[error("{}: lies in the folder of the returns or of the campaign, where the next run would take letters for returns; choose another folder", Shown::path(.0))]
    LettersAmongReturns(PathBuf),
    /// Blank forms ask for points, and the scheme says that its forms have shares.
    #[error(
        "blank forms ask for points, but scores_as in the scheme says that forms have shares of the maximum; set it to points, or send forms of your own"
    )]
    FormsOfShares,
    /// The workbook cannot be built: a fault of this program.
    #[error("the workbook cannot be built: {0}")]
    Build(String),
    /// The report cannot be found a place in the terminal or a pipe.
    #[error("cannot print: {0}")]
    Print(#[from] std::io::Error),
}

/// What is wrong in a campaign workbook, and what to write, in one line.
pub fn in_book(finding: &Finding, lang: Lang) -> String {
    let place = &finding.place;
    let file = place.file.iter().cloned();
    let within = match (&place.sheet, place.cell) {
        (Some(sheet), Some(cell)) => Some(format!("{sheet}!{cell}")),
        (Some(sheet), None) => Some(sheet.clone()),
        (None, _) => None,
    };
    let said = [
        format!("{} {}", finding.rule.code, finding.message(lang)),
        finding.advice(lang),
    ];
    let place: Vec<String> = file.chain(within).collect();
    format!("{}: {}", place.join(": "), said.join("; "))
}

/// What is wrong in templates, a line for each fault.
pub fn in_templates(templates: &[FaultyTemplate], lang: Lang) -> String {
    let lines = templates.iter().flat_map(|one| {
        let file = Shown::path(&one.path);
        let faults = one.faults.iter();
        faults.map(move |fault| format!("{file}: {}", fault.said(lang)))
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn did_you_mean(nearest: &[String]) -> String {
    if nearest.is_empty() {
        String::new()
    } else {
        format!("; did you mean {}?", nearest.join(", "))
    }
}

/// As [`did_you_mean`]; where nothing is alike, where to look.
fn or_see(nearest: &[String], where_to: &str) -> String {
    if nearest.is_empty() {
        format!("; {where_to}")
    } else {
        did_you_mean(nearest)
    }
}

fn of_rows(expected: Option<usize>) -> String {
    match expected {
        Some(expected) => format!(" instead of {expected}"),
        None => " and does not say how many it should have".to_string(),
    }
}

/// Why no file gave anything to roll up.
fn nothing_rolled_up(seen: usize, refused: usize) -> String {
    match refused {
        0 => "none of them is a consolidated result of tonghop".to_string(),
        refused if refused == seen => format!("{refused} could not be taken in, as told above"),
        refused => format!(
            "{refused} could not be taken in, as told above; the others are no consolidated results of tonghop"
        ),
    }
}
