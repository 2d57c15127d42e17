//! Values out of aligned rows.
//!
//! In: the lines of all sheets. Out: scores, figures and sums with their places, and findings about what could not be read.
//! Not for: whether a value is right.

use std::sync::Arc;

use crate::cell::{Cell, CellAddress, CellRange, CellValue, Format, Reading, Visibility};
use crate::finding::{Fact, Finding, Place};
use crate::guard;
use crate::ids::{CriterionId, FigureId, GroupId};
use crate::number::{self, NotANumber, Number, Sort};
use crate::points::{Decimal, Points};
use crate::recognise::align::{self, Ground};
use crate::recognise::beside;
use crate::recognise::formulas::Outcome;
use crate::recognise::label::Column;
use crate::recognise::lexicon::{Item, Lexicon};
use crate::recognise::sheet::{Line, MAX_ROWS, Meaning, Sheet};
pub(super) use crate::recognise::subject::Subject;
use crate::recognise::tally::Tally;
use crate::recognise::unread::unread;
use crate::rules::{cells, damaged, values};
use crate::scheme::{Criterion, Scheme, ScoringRule, Word};
use crate::submission::{Entry, Figure, Found, OwnSum, Spot, Step, SumOf};
use crate::text;

/// Something that a line of a sheet says, and the header row of the table it stands in.
#[derive(Debug)]
pub struct Taken<T> {
    /// What it says.
    pub value: T,
    /// The header row, which tells one table of a sheet from another.
    pub table: u32,
}

/// What the tables of one sheet hold, in reading order; the same thing may stand there twice.
#[derive(Debug)]
pub struct SheetExtract {
    /// The sheet.
    pub name: Arc<str>,
    /// Whether the sheet is shown.
    pub visibility: Visibility,
    /// Criteria.
    pub entries: Vec<Taken<(CriterionId, Entry)>>,
    /// Figures.
    pub figures: Vec<Taken<(FigureId, Found<Figure>)>>,
    /// Sums that the unit states.
    pub own_sums: Vec<Taken<OwnSum>>,
    /// Sums in the column of appraised scores.
    pub appraised_sums: Vec<OwnSum>,
    /// The grade that the unit gives itself.
    pub own_grade: Option<Found<String>>,
    /// Criteria whose rows were not taken for a reason that a finding gives.
    pub explained: Vec<CriterionId>,
    /// What could not be read.
    pub findings: Vec<Finding>,
}

/// Reads the tables of one sheet. `formulas` looks at the formulas of its cells; `tally` has the findings of the sheets before.
pub fn extract(
    sheet: &Sheet<'_>,
    scheme: &Scheme,
    lexicon: &Lexicon<'_>,
    formulas: &dyn Fn(&Cell) -> Outcome,
    tally: &mut Tally,
) -> SheetExtract {
    let name: Arc<str> = Arc::from(sheet.grid.name.as_str());
    let (lines, cut) = sheet.lines(lexicon);
    let mut into = SheetExtract {
        name: name.clone(),
        visibility: sheet.grid.visibility,
        entries: Vec::with_capacity(lines.len()),
        figures: Vec::with_capacity(lines.len()),
        own_sums: Vec::new(),
        appraised_sums: Vec::new(),
        own_grade: None,
        explained: Vec::new(),
        findings: Vec::new(),
    };
    if cut {
        let place = Place {
            sheet: Some(name.to_string()),
            ..Place::default()
        };
        let rows = Decimal::from(MAX_ROWS);
        let finding =
            Finding::new(&damaged::TOO_LARGE, place).found(Fact::Name(format!("> {rows}")));
        let finding = finding.expected(Fact::Number(rows));
        into.findings.extend(tally.take(finding));
    }
    SheetReader {
        name,
        scheme,
        lexicon,
        formulas,
        group: None,
        merged: Vec::new(),
        tally,
        into: &mut into,
    }
    .read(&lines);
    let beside = beside::check(sheet, &into).into_iter();
    let named = beside.filter_map(|finding| tally.take(finding));
    into.findings.extend(named);
    into
}

/// Reads the lines of one sheet. Its parts are spread over this file, `doubts.rs`, `figures.rs` and `sums.rs`.
pub(super) struct SheetReader<'r, 's> {
    pub(super) name: Arc<str>,
    pub(super) scheme: &'s Scheme,
    pub(super) lexicon: &'r Lexicon<'s>,
    /// Looks at the formula of a cell.
    pub(super) formulas: &'r dyn Fn(&Cell) -> Outcome,
    pub(super) group: Option<GroupId>,
    /// Merged ranges over the scores of several criteria.
    pub(super) merged: Vec<CellRange>,
    pub(super) tally: &'r mut Tally,
    pub(super) into: &'r mut SheetExtract,
}

impl SheetReader<'_, '_> {
    /// Says what is wrong, or counts it.
    pub(super) fn tell(&mut self, finding: Finding) {
        self.into.findings.extend(self.tally.take(finding));
    }

    fn read(&mut self, lines: &[Line<'_, '_>]) {
        self.unreadable_tables(lines);
        self.merged_scores(lines);
        for line in lines {
            guard::check();
            if !line.has_scores() {
                continue;
            }
            match &line.meaning {
                Meaning::Row(align::Taken::As { item, ground }) => self.row(line, *item, *ground),
                Meaning::Row(align::Taken::Again(item)) => self.again(line, *item),
                Meaning::Row(align::Taken::Torn { by_code }) => self.torn(line, *by_code),
                Meaning::Row(align::Taken::Unknown) => self.unknown(line),
                Meaning::Sum(of) => self.sum(line, of.clone()),
                Meaning::OwnGrade => self.own_grade(line),
            }
        }
    }

    fn row(&mut self, line: &Line<'_, '_>, item: usize, ground: Ground) {
        match self.lexicon.items.get(item) {
            Some(Item::Head(group)) => {
                self.group = Some(group.id.clone());
                self.sum(line, Some(SumOf::Group(group.id.clone())));
            }
            Some(Item::Criterion(criterion)) => {
                let code = criterion.group_code();
                if self.group.as_ref().is_none_or(|group| group.0 != code) {
                    self.group = Some(criterion.group());
                }
                self.doubtful_labels(line, item, ground);
                let highest = self.lexicon.highest(item);
                self.criterion(line, criterion, highest, ground);
            }
            Some(Item::Figure(criterion, figure)) => {
                self.figure(line, criterion, figure, ground);
            }
            None => {}
        }
    }

    fn criterion(
        &mut self,
        line: &Line<'_, '_>,
        criterion: &Criterion,
        highest: Decimal,
        ground: Ground,
    ) {
        let mut entry = self.entry(line, criterion, highest);
        entry.claimed.row = Some(line.as_row(ground));
        if criterion.rule == (ScoringRule::Sum {}) {
            let of = SumOf::Criterion(criterion.id.clone());
            let stated = entry.claimed;
            self.into.own_sums.push(Taken {
                value: OwnSum { of, stated },
                table: line.table.header,
            });
            return;
        }
        let table = line.table.header;
        self.into.entries.push(Taken {
            value: (criterion.id.clone(), entry),
            table,
        });
        for figure in criterion
            .figures
            .iter()
            .filter(|figure| figure.name.is_none())
        {
            self.figure(line, criterion, figure, ground);
        }
    }

    fn entry(&mut self, line: &Line<'_, '_>, criterion: &Criterion, highest: Decimal) -> Entry {
        let sort = Sort::Points {
            lowest: criterion.minimum.unwrap_or_default(),
            highest,
        };
        let subject = Subject::Criterion(criterion);
        let mut claimed = self.claimed(line, subject, sort);
        let appraised = self
            .points(line, Column::Appraised, sort, subject)
            .filter(|found| found.value != Reading::Empty)
            .map(Box::new);
        let stated = self.stated_maximum(line, subject, sort);
        if stated.is_err() {
            claimed.value = Reading::Unreadable;
        }
        let words = |column: Column| {
            let cell = line.cell(column)?;
            let text = match line.table.clean_text(cell) {
                Some(text) => text.clone(),
                None => text::clean(&cell.value.show()).into(),
            };
            Some(text).filter(|text| !text.is_empty())
        };
        let evidence = line.table.columns.get(Column::Evidence);
        Entry {
            claimed,
            appraised,
            stated_maximum: stated.unwrap_or_default(),
            evidence: words(Column::Evidence),
            evidence_cell: evidence.map(|column| CellAddress::new(line.row, column)),
            explanation: words(Column::Explanation),
        }
    }

    /// The self score of a row: blank where there is no cell, unreadable under a range merged over several criteria.
    fn claimed(&mut self, line: &Line<'_, '_>, subject: Subject<'_>, sort: Sort) -> Found<Points> {
        let cell = line.table.address(line.row);
        let spot = Spot {
            sheet: self.name.clone(),
            cell,
        };
        let is_merged = self.merged.iter().any(|range| range.contains(cell));
        let value = if is_merged {
            Reading::Unreadable
        } else {
            Reading::Empty
        };
        let none = Found {
            value,
            spot,
            written: CellValue::Text(String::new()),
            steps: Vec::new(),
            row: None,
        };
        if is_merged {
            return none;
        }
        self.points(line, Column::Claimed, sort, subject)
            .unwrap_or(none)
    }

    /// The points in a column of a row; `None` where the table has no such cell.
    pub(super) fn points(
        &mut self,
        line: &Line<'_, '_>,
        column: Column,
        sort: Sort,
        subject: Subject<'_>,
    ) -> Option<Found<Points>> {
        let cell = line.cell(column)?;
        let Some((result, mut steps)) = self.result(cell, subject) else {
            return Some(self.found(cell, Reading::Unreadable, Vec::new()));
        };
        let cell = result.as_ref();
        match self.word(cell) {
            Some(Word::Blank) => return Some(self.found(cell, Reading::Empty, Vec::new())),
            Some(Word::Zero) => {
                steps.push(Step::Word(cell.value.show()));
                return Some(self.found(cell, Reading::Value(Points::ZERO), steps));
            }
            None => {}
        }
        // Points shown as a percentage may be points or a share of the maximum.
        let read = match cell.format {
            Format::Percent if matches!(subject, Subject::Criterion(_)) => Err(NotANumber::Other),
            _ => number::read(&cell.value, sort, ""),
        };
        match read {
            Ok(None) => Some(self.found(cell, Reading::Empty, Vec::new())),
            Ok(Some(number)) => {
                self.approximate(cell, &number, subject);
                self.hidden_value(cell, &number, subject);
                steps.extend(number.steps);
                Some(self.found(cell, Reading::Value(Points(number.value)), steps))
            }
            Err(problem) => {
                let unread = unread(cell, problem, sort, &values::SCORE_UNREADABLE);
                let range = match sort {
                    Sort::Points { lowest, highest } => Some(Fact::Range(lowest, highest)),
                    Sort::Count | Sort::Amount => None,
                };
                let finding = Finding::new(unread.rule, self.place(cell.address));
                let about = subject.about(self.scheme);
                let mut finding = finding.about(about).found(unread.found);
                finding.expected = unread.expected.or(range);
                finding.criteria.extend(subject.criterion());
                self.tell(finding);
                Some(self.found(cell, Reading::Unreadable, Vec::new()))
            }
        }
    }

    /// A row of the form once more: the first counts, and a different value is a finding.
    fn again(&mut self, line: &Line<'_, '_>, item: usize) {
        self.row(line, item, Ground::CodeAndText);
    }

    /// What the scheme says of a word in place of a number.
    pub(super) fn word(&self, cell: &Cell) -> Option<Word> {
        match &cell.value {
            CellValue::Text(text) => self.scheme.words.meaning(text),
            _ => None,
        }
    }

    /// Says so where a number is there that nobody sees.
    fn hidden_value(&mut self, cell: &Cell, number: &Number, subject: Subject<'_>) {
        if cell.format == Format::Hidden && !number.value.is_zero() {
            let finding = Finding::new(&cells::HIDDEN_VALUE, self.place(cell.address));
            let finding = finding
                .about(subject.about(self.scheme))
                .found(Fact::Number(number.value));
            self.tell(finding);
        }
    }

    /// Says so where a number was written as an approximate one.
    pub(super) fn approximate(&mut self, cell: &Cell, number: &Number, subject: Subject<'_>) {
        if number.steps.contains(&Step::Approximate) {
            let finding = Finding::new(&cells::APPROXIMATE, self.place(cell.address));
            let finding = finding
                .about(subject.about(self.scheme))
                .found(Fact::Text(cell.value.show()));
            self.tell(finding.expected(Fact::Number(number.value)));
        }
    }

    pub(super) fn found<T>(&self, cell: &Cell, value: Reading<T>, steps: Vec<Step>) -> Found<T> {
        let spot = Spot {
            sheet: self.name.clone(),
            cell: cell.address,
        };
        Found {
            value,
            spot,
            written: cell.value.clone(),
            steps,
            row: None,
        }
    }

    pub(super) fn place(&self, cell: CellAddress) -> Place {
        Place {
            sheet: Some(self.name.to_string()),
            cell: Some(cell),
            ..Place::default()
        }
    }
}
