//! What can be wrong in a definition: a campaign, a scheme or a registry.
//!
//! In: nothing. Out: typed problems with their English texts; the Vietnamese ones are in `words`. Not for: errors of other files.

use crate::base::error::did_you_mean;
use crate::base::error::needs_limit::NeedsLimit;
use crate::base::error::sentence_fault::SentenceFault;
use crate::base::error::slip::HabitSlip;
use crate::base::points::Decimal;

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
    /// A habit of offices that the format does not take.
    #[error("{0}")]
    Slip(HabitSlip),
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
        kind: Nameable,
        /// Which.
        id: String,
    },
    /// A reference to something that is not defined.
    #[error("there is no {kind} \"{id}\"{}", did_you_mean(nearest))]
    Dangling {
        /// To what.
        kind: Nameable,
        /// As written.
        id: String,
        /// Defined names that are alike.
        nearest: Vec<String>,
    },
    /// Something is ruled of a criterion that has no points of its own there.
    #[error(
        "criterion \"{id}\" has no points of its own for this unit{}",
        did_you_mean(others)
    )]
    NoOwnPoints {
        /// Which.
        id: String,
        /// Those that its points are taken from, or that takes them; none where the level does not have it.
        others: Vec<String>,
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
    /// A criterion that adds up more than it states.
    #[error(
        "the criteria below {id} add up to {sum} on level \"{level}\", stated is {stated}: write cap = true if no more than \
        {stated} counts, else state {sum}"
    )]
    LessThanBelow {
        /// Which.
        id: Box<str>,
        /// On which level.
        level: Box<str>,
        /// What those below add up to.
        sum: Decimal,
        /// What is stated.
        stated: Decimal,
    },
    /// A cap where nothing is added up.
    #[error(
        "criterion \"{0}\" has cap = true but does not add up criteria below it (rule type \"sum\")"
    )]
    NothingToCap(String),
    /// A blank that is 0 below a mean that leaves blanks out.
    #[error("\"{id}\" takes a blank for 0, but \"{above}\" above it leaves blanks out")]
    BlankIsLeftOut {
        /// Which.
        id: String,
        /// The mean.
        above: String,
    },
    /// A maximum without a limit where one is needed.
    #[error("\"{id}\" is unlimited, but {why}")]
    Unlimited {
        /// Of what.
        id: String,
        /// What needs a limit.
        why: NeedsLimit,
    },
    /// Grades or tiers that do not fall from the first to the last.
    #[error("{kind} \"{id}\" does not come lower than the one before it")]
    OutOfOrder {
        /// Of what.
        kind: Nameable,
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
    /// A last grade that does not begin at nothing.
    #[error(
        "the last grade, \"{0}\", has to begin at 0: it is that of all totals below the others"
    )]
    LastGrade(String),
    /// A last grade that asks for points of groups.
    #[error(
        "the last grade, \"{0}\", cannot ask for points of groups: it is that of all units that reach no other"
    )]
    LastGradeAsks(String),
    /// A minimum of a group that looks like a share of it.
    #[error(
        "{minimum} of {whole} points of a group is next to nothing: write points, such as {instead}, or a percentage in quotation marks, such as \"60%\""
    )]
    ShareOfGroup {
        /// What is written.
        minimum: Decimal,
        /// The maximum of the group.
        whole: Decimal,
        /// The points that it may stand for.
        instead: Decimal,
    },
    /// A first grade that begins at a share or a percentage of the total, so that nearly every total has it.
    #[error(
        "the first grade begins at {from} of {total} points, so that nearly every unit would have it: write points, such as {instead}, or a percentage in quotation marks, such as \"80%\""
    )]
    FirstGrade {
        /// Where it begins.
        from: Decimal,
        /// The total of the level that has most.
        total: Decimal,
        /// The points that it stands for.
        instead: Decimal,
    },
    /// A criterion below one that is not there.
    #[error(
        "criterion \"{id}\" stands below \"{above}\", which is not there: add a [[criterion]] with id = \"{above}\" and rule = {{ type = \"sum\" }}"
    )]
    NoParent {
        /// The criterion.
        id: String,
        /// What is missing.
        above: String,
    },
    /// A word that stands twice in one list.
    #[error("\"{name}\" stands twice under \"{key}\"")]
    Repeated {
        /// The list.
        key: String,
        /// The word.
        name: String,
    },
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
    #[error("{}{detail}", of_key(key))]
    Value {
        /// The key whose value it is, where that is known.
        key: String,
        /// What is wrong with it.
        detail: String,
    },
    /// A text that is longer than any can be.
    #[error("a text of {found} characters; there may be {limit}")]
    TooLong {
        /// Its length in characters.
        found: usize,
        /// The largest length there.
        limit: usize,
    },
    /// A row of a table with more or fewer fields than it has columns.
    #[error("the row has {found} fields, the first row has {expected}")]
    Fields {
        /// How many it has.
        found: u64,
        /// How many it should have.
        expected: u64,
    },
    /// A field of a row goes on in the next line: mostly a quotation mark that is not closed.
    #[error(
        "a field goes on in the next line: close its quotation mark, or take the line break out"
    )]
    BrokenRow,
    /// A column that holds whole numbers holds something else.
    #[error("{column} = \"{text}\" is not a whole number")]
    NotWhole {
        /// The column.
        column: &'static str,
        /// What stands there.
        text: String,
    },
    /// A column that holds days holds something else.
    #[error("{column} = \"{text}\" is not a day such as 2025-07-01")]
    NotADay {
        /// The column.
        column: String,
        /// What stands there.
        text: String,
    },
    /// A unit that comes from itself, or went into itself.
    #[error("unit \"{0}\" cannot follow itself")]
    FollowsItself(String),
    /// Units before and units after in one row.
    #[error("give either predecessors or successors")]
    BeforeAndAfter,
    /// A word for 0 or for a blank that is none: it holds a digit, says nothing, or means both.
    #[error("\"{0}\" cannot be such a word: it holds a digit, is empty, or means 0 already")]
    NoWord(String),
    /// A word for a column, a row or a line of a cover that has no letter.
    #[error("\"{0}\" has no letter or digit outside brackets, so that nothing is known by it")]
    NoLabel(String),
    /// A heading of weights, where no group and no criterion has one.
    #[error(
        "the column \"{0}\" is said to hold weights, and no group or criterion has one: give them their weights, or leave the column out of \"weight\""
    )]
    NothingWeighed(String),
    /// A row of a sentence that cannot be said, or part of which says nothing.
    #[error("{0}")]
    Sentence(SentenceFault),
}

/// What a definition can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nameable {
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
    /// An option of a rule.
    Option,
    /// A unit.
    Unit,
    /// How units follow one another.
    Relation,
    /// A built-in scheme or registry.
    BuiltIn,
    /// A place for an author's text.
    Blank,
    /// A field of a sentence.
    Field,
}

impl std::fmt::Display for Nameable {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Nameable::Level => "level",
            Nameable::Grade => "grade",
            Nameable::Group => "group",
            Nameable::Criterion => "criterion",
            Nameable::Figure => "figure",
            Nameable::Section => "section",
            Nameable::Statistic => "statistic",
            Nameable::Tier => "tier",
            Nameable::Option => "option",
            Nameable::Unit => "unit",
            Nameable::Relation => "relation",
            Nameable::BuiltIn => "built-in definition",
            Nameable::Blank => "place for the author",
            Nameable::Field => "field",
        })
    }
}

fn of_key(key: &str) -> String {
    if key.is_empty() {
        String::new()
    } else {
        format!("{key}: ")
    }
}
