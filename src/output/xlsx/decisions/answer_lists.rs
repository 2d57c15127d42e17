//! What can be chosen in the cells of a decision workbook, on a sheet that nobody sees, by names that the rules of cells use: units,
//! criteria, figures, what each unit says of each, and for each question its verdicts and limits.
//!
//! In: a report and the questions. Out: the sheet, the names, and the formulas with which a cell finds what is its own. Not for: the
//! reader, which looks at what was chosen alone.

use rust_xlsxwriter::{Workbook, Worksheet, XlsxError};

use crate::base::ids::{CriterionId, GroupId, LevelId, UnitId};
use crate::base::points::{Decimal, Most, Points, to_f64};
use crate::campaign::decisions::columns::{BLANK_CLAIM, LISTS, NO_RETURN_CLAIM};
use crate::campaign::decisions::{DECISION_KINDS, DecisionKind, DecisionSubject};
use crate::output::xlsx::decisions::LANG;
use crate::output::xlsx::decisions::claim_words;
use crate::output::xlsx::decisions::list_names::{
    CLAIM_LIST, CRITERION_LIST, FEWEST_LIST, ID_LIST, KIND_START, LEVEL_LIST, LIMIT_LIST,
    MOST_LIST, ONLY_WORDS, TARGET_START, UNIT_LIST, WIDEST,
};
use crate::output::xlsx::page::WriteResult;
use crate::output::xlsx::text::{absolute, clean, clip, sheet_prefix};
use crate::result::report::{CriterionFacts, FigureFacts, Question, Report, UnitRow};

/// The most characters of a choice: Excel looks up no text of more than 255.
const LONGEST: usize = 100;
/// The first row below the heads of the lists.
const FIRST: u32 = 1;
/// The most points of what has no limit, as far as a cell lets a person type: more than that is a slip.
const UNLIMITED: f64 = 1e9;
/// Columns of the lists: units, the position of each one's level, criteria, the fewest points of each.
const UNITS: u16 = 0;
const LEVELS: u16 = 1;
const CRITERIA: u16 = 2;
const FEWEST: u16 = 3;
/// The first column of the most points of criteria, one for each level.
const MAXIMA: u16 = 4;

/// A unit that can be chosen.
struct OfferedUnit<'r> {
    words: String,
    level: usize,
    row: Option<&'r UnitRow>,
}

/// What stands in place of a claim of a criterion that its level does not have, or that does not apply to the unit.
const OTHER_LEVEL: &str = "(không áp dụng)";
const EXEMPT: &str = "(được miễn)";

/// The lists.
pub(super) struct AnswerLists<'r> {
    report: &'r Report,
    questions: &'r [Question],
    units: Vec<OfferedUnit<'r>>,
    criteria: Vec<&'r CriterionFacts>,
    figures: Vec<(&'r CriterionFacts, &'r FigureFacts)>,
    files: Vec<String>,
    levels: Vec<&'r LevelId>,
}

/// The words of a criterion as it is chosen.
pub(super) fn criterion(report: &Report, id: &CriterionId) -> String {
    short(&report.criterion_words(id))
}

/// The words of a figure as it is chosen.
fn figure((criterion, figure): (&CriterionFacts, &FigureFacts)) -> String {
    short(&format!("{} – {}", criterion.id, figure.name))
}

/// The files that can be chosen in answer to a question, as they are chosen.
fn file_names(report: &Report, question: &Question) -> Vec<String> {
    let files = report.offered_files(&question.id).into_iter();
    files.map(|file| clean(&file.name, LANG)).collect()
}

/// A text that can be chosen.
fn short(text: &str) -> String {
    let text = clean(text, LANG).replace(['\n', '\r', '\t'], " ");
    if text.encode_utf16().count() <= LONGEST {
        return text;
    }
    format!("{}…", clip(&text, LONGEST - 1).trim_end())
}

impl<'r> AnswerLists<'r> {
    /// The lists of a report and its questions.
    pub(super) fn new(report: &'r Report, questions: &'r [Question]) -> Self {
        let levels: Vec<&LevelId> = report.levels.iter().map(|level| &level.id).collect();
        let listed = |id: &UnitId, words: &str| {
            let level = levels.iter().position(|one| **one == id.level);
            let level = level.unwrap_or_default();
            let row = report.levels.get(level).and_then(|level| level.row(id));
            let words = short(words);
            OfferedUnit { words, level, row }
        };
        let units = report.unit_words();
        AnswerLists {
            units: units
                .iter()
                .map(|(_, id, words)| listed(id, words))
                .collect(),
            criteria: report.groups.iter().flat_map(|one| &one.criteria).collect(),
            figures: report.decidable_figures(),
            files: questions
                .iter()
                .flat_map(|question| file_names(report, question))
                .collect(),
            report,
            questions,
            levels,
        }
    }

    /// The first column of the criteria of each level.
    fn of_level(&self) -> u16 {
        MAXIMA + self.levels.len() as u16
    }

    /// The column of questions; their limits, targets and verdicts stand right of it.
    fn asked(&self) -> u16 {
        self.of_level() + self.levels.len() as u16
    }

    /// The first column of what is claimed, one for each criterion.
    fn claims(&self) -> u16 {
        // Id, fewest, most, place and number of targets, number of verdicts, and the verdicts.
        self.asked() + 7 + DECISION_KINDS.len() as u16
    }

    /// A column right of all claims that stays blank; behind it stand units again, those without a return first, and files.
    fn nothing(&self) -> u16 {
        self.claims() + (self.criteria.len() + self.figures.len()) as u16 + 1
    }

    /// Criteria that a level has.
    fn criteria_of(&self, level: &LevelId) -> Vec<&'r CriterionFacts> {
        let all = self.criteria.iter().copied();
        all.filter(|one| one.maximum.contains_key(level)).collect()
    }

    /// Writes the sheet.
    pub(super) fn write(&self, sheet: &mut Worksheet) -> WriteResult {
        sheet.set_name(LISTS)?;
        for (row, unit) in (FIRST..).zip(&self.units) {
            sheet.write_string(row, UNITS, &unit.words)?;
            sheet.write_number(row, LEVELS, f64::from(unit.level as u32 + 1))?;
            for (column, criterion) in (self.claims()..).zip(&self.criteria) {
                self.claim(sheet, (row, column), unit, criterion)?;
            }
            let column = self.claims() + self.criteria.len() as u16;
            for (column, (criterion, figure)) in (column..).zip(&self.figures) {
                self.figure_said(sheet, (row, column), unit, (criterion, figure))?;
            }
        }
        for (row, criterion) in (FIRST..).zip(&self.criteria) {
            sheet.write_string(row, CRITERIA, self::criterion(self.report, &criterion.id))?;
            sheet.write_number(row, FEWEST, to_f64(criterion.minimum.0))?;
            for (column, level) in (MAXIMA..).zip(&self.levels) {
                let most = most(criterion, level).unwrap_or_default();
                sheet.write_number(row, column, widest(most))?;
            }
        }
        let below = FIRST + self.criteria.len() as u32;
        for (row, (criterion, figure)) in (below..).zip(&self.figures) {
            sheet.write_string(row, CRITERIA, self::figure((criterion, figure)))?;
            let (fewest, most) = self.bounds(figure);
            sheet.write_number(row, FEWEST, fewest)?;
            for (column, level) in (MAXIMA..).zip(&self.levels) {
                let is_there = criterion.maximum.contains_key(*level);
                let most = if is_there { most } else { 0.0 };
                sheet.write_number(row, column, most)?;
            }
        }
        for (column, level) in (self.of_level()..).zip(&self.levels) {
            for (row, criterion) in (FIRST..).zip(self.criteria_of(level)) {
                sheet.write_string(row, column, self::criterion(self.report, &criterion.id))?;
            }
        }
        for (row, question) in (FIRST..).zip(self.questions) {
            self.question(sheet, row, question)?;
        }
        let (missing, here): (Vec<_>, Vec<_>) =
            self.units.iter().partition(|unit| unit.row.is_none());
        for (row, unit) in (FIRST..).zip(missing.into_iter().chain(here)) {
            sheet.write_string(row, self.nothing() + 1, &unit.words)?;
        }
        for (row, name) in (FIRST..).zip(&self.files) {
            sheet.write_string(row, self.nothing() + 2, name)?;
        }
        sheet.set_very_hidden(true);
        Ok(())
    }

    /// What a unit claims of a criterion: a number, or in words why there is none.
    fn claim(
        &self,
        sheet: &mut Worksheet,
        (row, column): (u32, u16),
        unit: &OfferedUnit<'_>,
        criterion: &CriterionFacts,
    ) -> WriteResult {
        let has = self.levels.get(unit.level);
        let has = has.is_some_and(|level| criterion.maximum.contains_key(*level));
        let Some(unit) = unit.row.filter(|_| has) else {
            let words = if has { NO_RETURN_CLAIM } else { OTHER_LEVEL };
            sheet.write_string(row, column, words)?;
            return Ok(());
        };
        let score = unit.score.criteria.get(&criterion.id);
        let source = unit.sources.get(&criterion.id);
        let text = clean(source.map_or("", |source| source.text.trim()), LANG);
        let claimed = score.and_then(|score| score.claimed.value());
        let says = |points: &&Points| {
            [points.0.normalize().to_string(), LANG.number(points.0)].contains(&text)
        };
        match (text.as_str(), claimed.filter(says)) {
            _ if score.is_none_or(|score| score.exempt) => {
                sheet.write_string(row, column, EXEMPT)?;
            }
            ("", _) => {
                sheet.write_string(row, column, BLANK_CLAIM)?;
            }
            (_, Some(points)) => {
                sheet.write_number(row, column, to_f64(points.0))?;
            }
            (text, None) => {
                sheet.write_string(row, column, claim_words::said(text, claimed.copied()))?;
            }
        }
        Ok(())
    }

    /// What the form of a unit says of a figure: a number, a text, or in words why there is none.
    fn figure_said(
        &self,
        sheet: &mut Worksheet,
        (row, column): (u32, u16),
        unit: &OfferedUnit<'_>,
        (criterion, figure): (&CriterionFacts, &FigureFacts),
    ) -> WriteResult {
        let has = self.levels.get(unit.level);
        let has = has.is_some_and(|level| criterion.maximum.contains_key(*level));
        let Some(unit) = unit.row.filter(|_| has) else {
            let words = if has { NO_RETURN_CLAIM } else { OTHER_LEVEL };
            sheet.write_string(row, column, words)?;
            return Ok(());
        };
        let cell = unit.figures.get(&figure.id);
        let text = clean(cell.map_or("", |cell| cell.source.text.trim()), LANG);
        match text.parse::<Decimal>() {
            Ok(number) => sheet.write_number(row, column, to_f64(number))?,
            Err(_) if text.is_empty() => sheet.write_string(row, column, BLANK_CLAIM)?,
            Err(_) => sheet.write_string(row, column, text)?,
        };
        Ok(())
    }

    /// What can be decided of a question, within which points, and for what.
    fn question(&self, sheet: &mut Worksheet, row: u32, question: &Question) -> WriteResult {
        let at = self.asked();
        sheet.write_string(row, at, clip(&question.id.to_string(), 255))?;
        let level = question.id.unit.as_ref().map(|unit| &unit.level);
        let (fewest, most) = self.limits(question, level);
        sheet.write_number(row, at + 1, fewest)?;
        sheet.write_number(row, at + 2, most)?;
        let (down, column, count) = self.target(question, level);
        sheet.write_number(row, at + 3, f64::from(down))?;
        sheet.write_number(row, at + 4, f64::from(column))?;
        sheet.write_number(row, at + 5, f64::from(count))?;
        sheet.write_number(row, at + 6, f64::from(question.kinds.len().max(1) as u32))?;
        for (column, kind) in (at + 7..).zip(&question.kinds) {
            sheet.write_string(row, column, kind.name().get(LANG))?;
        }
        Ok(())
    }

    /// What can be named as the target of a question: where the list begins, below the first row and right of the first column, and how
    /// long it is. A single blank cell right of all lists where nothing can be named.
    fn target(&self, question: &Question, level: Option<&LevelId>) -> (u32, u16, u32) {
        let none = (0, self.nothing(), 1);
        let can = |kind| question.kinds.contains(&kind);
        if can(DecisionKind::OfUnit) {
            return (0, self.nothing() + 1, self.units.len().max(1) as u32);
        }
        if can(DecisionKind::UseFile) {
            let before = self
                .questions
                .iter()
                .take_while(|one| one.id != question.id);
            let before = before.map(|one| self.report.offered_files(&one.id).len());
            let count = self.report.offered_files(&question.id).len();
            let first = before.sum::<usize>() as u32;
            return (first, self.nothing() + 2, count.max(1) as u32);
        }
        let place = level.and_then(|level| self.levels.iter().position(|one| *one == level));
        let (Some(level), Some(place)) = (level, place) else {
            return none;
        };
        if question.range.is_some() || !can(DecisionKind::Appraise) {
            return none;
        }
        let column = self.of_level() + place as u16;
        let all = self.criteria_of(level);
        // Criteria of a group, or below a criterion, stand side by side.
        let group = |id: &GroupId| self.report.groups.iter().find(|one| one.id == *id);
        let is_of = |one: &&CriterionFacts| match &question.id.subject {
            DecisionSubject::Group(id) => {
                group(id).is_some_and(|of| of.criteria.iter().any(|own| own.id == one.id))
            }
            DecisionSubject::Criterion(id) => one.id.0.starts_with(&format!("{id}.")),
            _ => true,
        };
        let first = all.iter().position(is_of).unwrap_or_default();
        let count = all.iter().skip(first).take_while(|one| is_of(one)).count();
        if count == 0 {
            return (0, column, all.len().max(1) as u32);
        }
        (first as u32, column, count as u32)
    }

    /// The fewest and the most points that a decision can give.
    fn limits(&self, question: &Question, level: Option<&LevelId>) -> (f64, f64) {
        let of = |criterion: &&CriterionFacts| {
            let most = most(criterion, level?)?;
            Some((to_f64(criterion.minimum.0), widest(most)))
        };
        if let Some((fewest, most)) = question.range {
            return (to_f64(fewest.0), widest(most));
        }
        let all = self.criteria.iter().filter_map(of);
        let all = all.reduce(|one, other| (one.0.min(other.0), one.1.max(other.1)));
        match &question.id.subject {
            DecisionSubject::Figure(id) => {
                let mut figures = self.figures.iter();
                let figure = figures.find(|(_, figure)| figure.id == *id);
                figure.map(|(_, figure)| self.bounds(figure))
            }
            DecisionSubject::Files | DecisionSubject::File(_) => None,
            _ => all,
        }
        .unwrap_or((-WIDEST, WIDEST))
    }

    /// The least and the most that a figure can be.
    fn bounds(&self, figure: &FigureFacts) -> (f64, f64) {
        let is_choice = !self.report.options(&figure.id).is_empty();
        match figure.is_yes_no {
            _ if is_choice => (ONLY_WORDS, 0.0),
            true => (0.0, 1.0),
            false => (0.0, UNLIMITED),
        }
    }

    /// Gives the lists their names.
    pub(super) fn name(&self, workbook: &mut Workbook) -> Result<(), XlsxError> {
        let asked = self.asked();
        let (units, criteria) = (self.units.len(), self.criteria.len() + self.figures.len());
        let questions = self.questions.len();
        let kinds = asked + 7;
        let lists = [
            (UNIT_LIST, (UNITS, UNITS), units),
            (LEVEL_LIST, (LEVELS, LEVELS), units),
            (CRITERION_LIST, (CRITERIA, CRITERIA), criteria),
            (FEWEST_LIST, (FEWEST, FEWEST), criteria),
            (
                MOST_LIST,
                (MAXIMA, self.of_level().saturating_sub(1)),
                criteria,
            ),
            (ID_LIST, (asked, asked), questions),
            (LIMIT_LIST, (asked + 1, asked + 6), questions),
            (
                CLAIM_LIST,
                (self.claims(), self.claims() + (criteria.max(1) - 1) as u16),
                units,
            ),
            (KIND_START, (kinds, kinds), 1),
            (TARGET_START, (0, 0), 1),
        ];
        for (name, columns, rows) in lists {
            let last = FIRST + (rows.max(1) - 1) as u32;
            let (from, to) = (absolute(FIRST, columns.0), absolute(last, columns.1));
            let area = format!("={}{from}:{to}", sheet_prefix(LISTS));
            workbook.define_name(name, &area)?;
        }
        Ok(())
    }
}

/// A number that a drop-down lets through up to; where there is no limit, more than any that a unit can have.
fn widest(most: Most) -> f64 {
    most.limit().map_or(UNLIMITED, |most| to_f64(most.0))
}

/// The most points of its own that a criterion has on a level.
fn most(criterion: &CriterionFacts, level: &LevelId) -> Option<Most> {
    let own = criterion.own_maximum.get(level);
    own.or_else(|| criterion.maximum.get(level)).copied()
}
