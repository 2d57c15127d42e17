//! Letters: to each unit with something to correct, and one reminder to those without a usable return.
//!
//! In: a report and templates. Out: documents as files of a set, the same bytes for the same report; what is not told in them, in
//! numbers and names, so that nobody takes it for told. A letter says what findings say and nothing else; number, date and signature
//! stay blank. Not for: where the files go (`store`), nor for deciding what a finding asks for (`base::rules::requests`).

mod own_mark;
mod reminder;
pub mod store;
pub mod templates;
mod unit_letter;

use crate::base::date::Day;
use crate::base::finding::Finding;
use crate::base::ids::UnitId;
use crate::base::lang::{Phrase, phrase};
use crate::base::moment::Moment;
use crate::base::outside::Shown;
use crate::output::WriteError;
use crate::output::docx_template::{BLANK, FieldSpec};
use crate::output::file_names::{self, NamedUnit};
use crate::output::form_set::FormFile;
use crate::output::letters::templates::LetterTemplates;
use crate::result::report::{GapKind, LevelResult, Report, UnitGap, UnitRow};

pub use crate::output::letters::own_mark::is_ours;

/// How the names of letters end.
const ENDING: &str = ".docx";
/// A day that somebody fills in.
const BLANK_DAY: &str = "ngày …… tháng …… năm ………";

/// A field of a letter: its name, what it becomes, the list it is of, whether a letter needs it.
const fn field(
    name: &'static str,
    about: Phrase,
    list: Option<&'static str>,
    is_needed: bool,
) -> FieldSpec {
    FieldSpec {
        name,
        about,
        list,
        is_needed,
    }
}

/// The authority that the campaign names.
const AUTHORITY: FieldSpec = field(
    "Cơ quan",
    phrase(
        "cơ quan ghi ở đợt đánh giá",
        "the authority that the campaign names",
    ),
    None,
    false,
);

/// The campaign's name.
const CAMPAIGN: FieldSpec = field(
    "Đợt đánh giá",
    phrase("tên đợt đánh giá", "the campaign's name"),
    None,
    false,
);

/// The year assessed.
const YEAR: FieldSpec = field(
    "Năm",
    phrase("năm đánh giá", "the year assessed"),
    None,
    false,
);

/// The last day for returns.
const DEADLINE: FieldSpec = field(
    "Hạn nộp phiếu",
    phrase(
        "hạn nộp của đợt, như “ngày 31/01/2018”; không có thì để chỗ trống",
        "the campaign's deadline, as “ngày 31/01/2018”; blank without one",
    ),
    None,
    false,
);

/// The last day for answers.
const ANSWER_BY: FieldSpec = field(
    "Hạn trả lời",
    phrase(
        "như trên; đã có phiếu lưu sau hạn đó thì để chỗ trống",
        "the same; blank once a return was saved after it",
    ),
    None,
    false,
);

/// The letters of a report, and what is in none of them.
#[derive(Debug, Default)]
pub struct LetterSet {
    /// Letters to single units, in the report's order.
    pub units: Vec<FormFile>,
    /// The reminder, where somebody has to be reminded.
    pub reminder: Option<FormFile>,
    /// How many units the reminder is to.
    pub reminded: usize,
    /// Findings that letters tell.
    pub told: usize,
    /// Findings about units with a result that the office has to look at itself.
    pub untold: usize,
    /// Units of which a file may be: that has to be decided first.
    pub undecided: Vec<String>,
    /// Units whose files could not be read for reasons that are not theirs.
    pub held_back: Vec<String>,
    /// Whether the day for answers is left blank.
    pub is_day_blank: bool,
}

/// Writes the letters of a report.
///
/// # Errors
/// [`WriteError::Seal`] for what no package can hold.
pub fn letters(report: &Report, templates: &LetterTemplates) -> Result<LetterSet, WriteError> {
    let mut letters = LetterSet {
        is_day_blank: answer_day(report).is_none(),
        ..LetterSet::default()
    };
    let year = report.campaign.year;
    let units: Vec<(&LevelResult, &UnitRow)> = rows(report).collect();
    let every = units.iter().map(|(level, row)| NamedUnit {
        name: row.name.clone(),
        level: level.name.clone(),
        code: format!("{} {}", row.unit.level, row.unit.code),
    });
    // All of them, so that a unit's letter is called the same whoever else gets one.
    let every: Vec<NamedUnit> = every.collect();
    let names = file_names::of_units(&format!("Công văn {year} - "), &every, ENDING);
    for ((level, row), name) in units.into_iter().zip(names) {
        let (told, untold) = unit_letter::findings(report, row);
        letters.untold += untold;
        if told.is_empty() {
            continue;
        }
        letters.told += told.len();
        let values = unit_letter::values(report, level, row, &told);
        let bytes = own_mark::marked(templates.correction.fill(&values)?);
        letters.units.push(FormFile { name, bytes });
    }
    remind(report, templates, &mut letters)?;
    Ok(letters)
}

/// The reminder.
fn remind(
    report: &Report,
    templates: &LetterTemplates,
    letters: &mut LetterSet,
) -> Result<(), WriteError> {
    let (mut missing, mut unusable) = (Vec::new(), Vec::new());
    for level in &report.levels {
        for gap in &level.gaps {
            match gap.kind() {
                GapKind::Missing => missing.push((level, gap)),
                GapKind::Undecided => letters.undecided.push(gap.name.clone()),
                GapKind::Unusable => match reminder::requests(report, gap) {
                    Some(requests) => unusable.push((level, gap, requests)),
                    None => letters.held_back.push(gap.name.clone()),
                },
            }
        }
    }
    letters.reminded = missing.len() + unusable.len();
    if letters.reminded == 0 {
        return Ok(());
    }
    let values = reminder::values(report, &missing, &unusable);
    let bytes = own_mark::marked(templates.reminder.fill(&values)?);
    let name = format!("Công văn đôn đốc {}{ENDING}", report.campaign.year);
    letters.reminder = Some(FormFile { name, bytes });
    Ok(())
}

/// The units with a result, level by level in the registry's order.
fn rows(report: &Report) -> impl Iterator<Item = (&LevelResult, &UnitRow)> {
    report.levels.iter().flat_map(|level| {
        let mut rows: Vec<&UnitRow> = level.rows.iter().collect();
        rows.sort_by_key(|row| row.order);
        rows.into_iter().map(move |row| (level, row))
    })
}

/// Whether a finding is about a unit, and something is left to do about it.
fn is_about(finding: &Finding, unit: &UnitId) -> bool {
    finding.settled.is_none() && finding.place.unit.as_ref() == Some(unit)
}

/// Values that every letter has.
fn campaign_values(report: &Report) -> Vec<(&'static str, String)> {
    let campaign = &report.campaign;
    let authority = campaign.authority.trim();
    vec![
        (
            "Cơ quan",
            if authority.is_empty() {
                BLANK.to_string()
            } else {
                authority.to_string()
            },
        ),
        ("Đợt đánh giá", campaign.name.clone()),
        ("Năm", campaign.year.to_string()),
        ("Hạn nộp phiếu", day(campaign.deadline)),
        ("Hạn trả lời", day(answer_day(report))),
    ]
}

/// The day for answers: that for returns, unless a return shows that it has passed. Nobody else's day is known here.
fn answer_day(report: &Report) -> Option<Day> {
    let deadline = report.campaign.deadline?;
    let newest = report.as_of.as_ref().and_then(Moment::day);
    newest
        .is_none_or(|newest| newest <= deadline)
        .then_some(deadline)
}

fn day(day: Option<Day>) -> String {
    day.map_or_else(
        || BLANK_DAY.to_string(),
        |day| format!("ngày {}", day.day_first()),
    )
}

/// A file's own name between quotation marks: the folders of those who received it are nothing to the unit.
fn quoted(name: &str) -> String {
    let own = name.rsplit('/').next().unwrap_or(name);
    format!("“{}”", Shown::line(own))
}

/// The files of a gap.
fn files_of(gap: &UnitGap) -> String {
    let names: Vec<String> = gap.files.iter().map(|name| quoted(name)).collect();
    names.join("; ")
}
