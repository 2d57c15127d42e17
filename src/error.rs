//! Errors: no result can be made. Faults in what was returned are findings instead.
//!
//! In: what went wrong, with its cause. Out: typed errors whose English text is here and whose Vietnamese text is in `cli/`.

use std::path::PathBuf;

use crate::finding::Finding;
use crate::lang::Lang;
use crate::outside::Shown;
use crate::points::Decimal;

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
    /// The file of a published table cannot be opened.
    #[error("{}: cannot be read: {source}", Shown::path(path))]
    TableUnreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
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
        "{}: {place}: a number beyond ±10^21, or none; tonghop writes no such number",
        Shown::path(path)
    )]
    ImpossibleNumber {
        /// The file.
        path: PathBuf,
        /// Where in it.
        place: String,
    },
    /// Rows are missing from the data sheet of a consolidated workbook.
    #[error("{}: the data sheet has {found} rows{}; write the workbook anew", Shown::path(path), of_rows(*expected))]
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
        "\"{id}\" is no criterion with points of its own, no figure and no statistic{}",
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
    /// The workbook cannot be built: a fault of this program.
    #[error("the workbook cannot be built: {0}")]
    Build(String),
    /// The report cannot be found a place in the terminal or a pipe.
    #[error("cannot print: {0}")]
    Print(#[from] std::io::Error),
}

/// Something wrong in a campaign, scheme or registry file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}:{column}: {problem}")]
pub struct DefinitionError {
    /// The file, as the user named it.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub problem: Problem,
}

/// What can be wrong in a definition.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// Not TOML, or not CSV; the library's own words.
    #[error("{0}")]
    Syntax(String),
    /// A key that does not exist.
    #[error("unknown key \"{key}\"{}", did_you_mean(nearest))]
    UnknownKey {
        /// The key.
        key: String,
        /// Known keys that are alike, or all of them if they are few.
        nearest: Vec<String>,
    },
    /// A key that has to be there.
    #[error("missing key \"{0}\"")]
    MissingKey(String),
    /// An id that was used before.
    #[error("{kind} \"{id}\" is defined twice")]
    Duplicate {
        /// Of what.
        kind: Kind,
        /// Which.
        id: String,
    },
    /// A reference to something that is not defined.
    #[error("there is no {kind} \"{id}\"{}", did_you_mean(nearest))]
    Dangling {
        /// To what.
        kind: Kind,
        /// As written.
        id: String,
        /// Defined names that are alike.
        nearest: Vec<String>,
    },
    /// Maxima that do not add up.
    #[error("the maxima {of} add up to {sum} on level \"{level}\", stated is {stated}")]
    MaximaDoNotAddUp {
        /// Of what: a group's id, or the total.
        of: String,
        /// On which level.
        level: String,
        /// What they add up to.
        sum: Decimal,
        /// What is stated.
        stated: Decimal,
    },
    /// Grades or tiers that do not fall from the first to the last.
    #[error("{kind} \"{id}\" does not come lower than the one before it")]
    OutOfOrder {
        /// Of what.
        kind: Kind,
        /// Which.
        id: String,
    },
    /// A number outside what is possible there.
    #[error("{value} is outside {lowest} to {highest}")]
    OutOfRange {
        /// The number.
        value: Decimal,
        /// The lowest possible.
        lowest: Decimal,
        /// The highest possible.
        highest: Decimal,
    },
    /// A figure of a kind that its rule cannot use.
    #[error("figure \"{0}\" is of a kind that this rule or formula cannot use")]
    WrongFigureKind(String),
    /// A value made up of parts that do not go together.
    #[error("give either figure = …, or ratio = … and of = …")]
    AmbiguousMeasure,
    /// A list that must not be empty.
    #[error("\"{0}\" must not be empty")]
    Empty(String),
    /// A rule that does not fit whether there are criteria below.
    #[error("criterion \"{0}\" must have rule type \"sum\" exactly if there are criteria below it")]
    SumRule(String),
    /// A name that stands for two units.
    #[error("the name \"{name}\" stands for both {first} and {second}")]
    AmbiguousName {
        /// The name.
        name: String,
        /// One unit.
        first: String,
        /// Another.
        second: String,
    },
    /// A number of a size that nothing can mean.
    #[error("a number beyond ±1,000,000,000,000, or nearer to 0 than 0.0000000001")]
    ImpossibleNumber,
    /// More of something than a definition may have.
    #[error("more than {limit} of \"{key}\" ({found})")]
    TooMany {
        /// The key, or the word for the rows.
        key: String,
        /// How many there are.
        found: usize,
        /// How many there may be.
        limit: usize,
    },
    /// A definition file is too large.
    #[error("the file has {found} bytes, a definition may have {limit}")]
    FileTooLarge {
        /// Its size in bytes.
        found: u64,
        /// The largest size in bytes.
        limit: u64,
    },
    /// A path that leads out of the campaign's folder.
    #[error("\"{0}\" leads out of the campaign's folder; if that is meant, add --allow-outside")]
    Outside(String),
    /// Something wrong in a file outside the campaign's folder.
    #[error(
        "not understood; the file lies outside the campaign's folder, so nothing of it is quoted"
    )]
    NotQuoted,
    /// Any other wrong value; the library's own words.
    #[error("{0}")]
    Value(String),
}

/// What a definition can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A level.
    Level,
    /// A grade.
    Grade,
    /// A criterion group.
    Group,
    /// A criterion.
    Criterion,
    /// A figure.
    Figure,
    /// A section.
    Section,
    /// A statistic.
    Statistic,
    /// A tier of a rule.
    Tier,
    /// A unit.
    Unit,
    /// How units follow one another.
    Relation,
    /// A built-in scheme or registry.
    BuiltIn,
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Kind::Level => "level",
            Kind::Grade => "grade",
            Kind::Group => "group",
            Kind::Criterion => "criterion",
            Kind::Figure => "figure",
            Kind::Section => "section",
            Kind::Statistic => "statistic",
            Kind::Tier => "tier",
            Kind::Unit => "unit",
            Kind::Relation => "relation",
            Kind::BuiltIn => "built-in definition",
        })
    }
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
