//! Values out of aligned rows.
//!
//! In: the lines of all sheets. Out: scores, figures and sums with their places, and findings about what could not be read.
//! Not for: whether a value is right.

use std::sync::Arc;

use indexmap::IndexMap;
use indexmap::map::Entry as Slot;
use rust_decimal::Decimal;

use crate::cell::{Cell, CellAddress, CellValue, Reading};
use crate::finding::{About, Fact, Finding, Place};
use crate::ids::{CriterionId, FigureId, GroupId};
use crate::number::{self, NotANumber, Sort};
use crate::points::Points;
use crate::recognise::align::{Ground, Taken};
use crate::recognise::label::Column;
use crate::recognise::lexicon::{Item, Lexicon};
use crate::recognise::sheet::{Line, Meaning, Sheet, item_of};
use crate::rules::{damaged, layout, values};
use crate::scheme::{Criterion, Scheme, ScoringRule};
use crate::submission::{Entry, Figure, Found, OwnSum, Spot, Step, SumOf};
use crate::text;

/// What the tables of a workbook hold.
#[derive(Debug, Default)]
pub struct Extract {
    /// Criteria found.
    pub entries: IndexMap<CriterionId, Entry>,
    /// Figures found.
    pub figures: IndexMap<FigureId, Found<Figure>>,
    /// Sums that the unit states.
    pub own_sums: Vec<OwnSum>,
    /// The grade that the unit gives itself.
    pub own_grade: Option<Found<String>>,
    /// Groups lost for a reason that a finding gives.
    pub lost: Vec<GroupId>,
    /// Criteria whose rows a finding explains already.
    pub explained: Vec<CriterionId>,
    /// What could not be read.
    pub findings: Vec<Finding>,
}

/// Reads the tables of all sheets.
pub fn extract(sheets: &[Sheet<'_>], scheme: &Scheme, lexicon: &Lexicon<'_>) -> Extract {
    let mut extract = Extract::default();
    for sheet in sheets {
        let name: Arc<str> = Arc::from(sheet.grid.name.as_str());
        let (lines, cut) = sheet.lines(lexicon);
        let mut reader = SheetReader {
            name,
            scheme,
            lexicon,
            group: None,
            into: &mut extract,
        };
        if cut {
            let place = Place {
                sheet: Some(sheet.grid.name.clone()),
                ..Place::default()
            };
            let limit = Decimal::from(crate::recognise::sheet::MAX_ROWS);
            let finding = Finding::new(&damaged::TOO_LARGE, place)
                .found(Fact::Name("> MAX_ROWS".to_string()));
            reader
                .into
                .findings
                .push(finding.expected(Fact::Number(limit)));
        }
        reader.read(&lines);
    }
    extract.entries.sort_by_key(|id, _| {
        scheme
            .criteria
            .iter()
            .position(|criterion| criterion.id == *id)
    });
    extract
}

/// Reads the lines of one sheet. Its parts are spread over this file, `figures.rs` and `sums.rs`.
pub(super) struct SheetReader<'r, 's> {
    pub(super) name: Arc<str>,
    pub(super) scheme: &'s Scheme,
    lexicon: &'r Lexicon<'s>,
    pub(super) group: Option<GroupId>,
    pub(super) into: &'r mut Extract,
}

impl SheetReader<'_, '_> {
    fn read(&mut self, lines: &[Line<'_, '_>]) {
        self.unreadable_tables(lines);
        for line in lines {
            if !has_scores(line) {
                continue;
            }
            match &line.meaning {
                Meaning::Row(Taken::As { item, ground }) => self.row(line, *item, *ground),
                Meaning::Row(Taken::Again(item)) => self.again(line, *item),
                Meaning::Row(Taken::Torn { by_code }) => self.torn(line, *by_code),
                Meaning::Row(Taken::Unknown) => self.unknown(line),
                Meaning::Sum(of) => self.sum(line, of.clone()),
                Meaning::OwnGrade => self.own_grade(line),
            }
        }
    }

    /// Tables with criteria but without a column of self scores, or with two.
    fn unreadable_tables(&mut self, lines: &[Line<'_, '_>]) {
        let mut seen: Vec<CellAddress> = Vec::new();
        for line in lines.iter().filter(|line| !has_scores(line)) {
            let Some(Item::Criterion(criterion)) = item_of(line, self.lexicon) else {
                continue;
            };
            let header = CellAddress::new(
                line.table.header,
                line.table
                    .columns
                    .get(&Column::Name)
                    .copied()
                    .unwrap_or_default(),
            );
            if !seen.contains(&header) {
                seen.push(header);
                let finding = Finding::new(&layout::SCORE_COLUMN_MISSING, self.place(header));
                self.into.findings.push(finding);
            }
            if !self.into.lost.contains(&criterion.group()) {
                self.into.lost.push(criterion.group());
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
                self.group = Some(criterion.group());
                self.doubtful_labels(line, item, ground);
                self.criterion(line, criterion);
            }
            Some(Item::Figure(criterion, figure)) => self.figure(line, criterion, figure),
            None => {}
        }
    }

    /// Says so where code or text is not the form's.
    fn doubtful_labels(&mut self, line: &Line<'_, '_>, item: usize, ground: Ground) {
        let place = self.place(line.table.address(line.row));
        let expected = Fact::Name(self.lexicon.label_of(item));
        let finding = match ground {
            Ground::CodeAndText => return,
            Ground::TextAndOrder => Finding::new(&layout::CODE_DIFFERS, place)
                .found(Fact::Text(line.labels.code.clone())),
            Ground::CodeAndOrder => Finding::new(&layout::TEXT_EDITED, place)
                .found(Fact::Text(line.labels.text.clone())),
        };
        self.into.findings.push(finding.expected(expected));
    }

    fn criterion(&mut self, line: &Line<'_, '_>, criterion: &Criterion) {
        let entry = self.entry(line, criterion);
        if criterion.rule == (ScoringRule::Sum {}) {
            let of = SumOf::Criterion(criterion.id.clone());
            self.into.own_sums.push(OwnSum {
                of,
                stated: entry.claimed,
            });
            return;
        }
        match self.into.entries.entry(criterion.id.clone()) {
            Slot::Vacant(slot) => {
                slot.insert(entry);
            }
            Slot::Occupied(mut slot) if slot.get().claimed.value != entry.claimed.value => {
                let first = slot.get_mut();
                let place = place_of(&entry.claimed.spot);
                let finding = Finding::new(&layout::CRITERION_TWICE, place)
                    .about(About::Row(criterion.label()))
                    .on(&criterion.id)
                    .found(Fact::Text(entry.claimed.text.clone()))
                    .expected(Fact::Name(format!(
                        "{}!{}",
                        first.claimed.spot.sheet, first.claimed.spot.cell
                    )));
                first.claimed.value = Reading::Unreadable;
                self.into.findings.push(finding);
            }
            Slot::Occupied(_) => {}
        }
        for figure in criterion
            .figures
            .iter()
            .filter(|figure| figure.name.is_none())
        {
            self.figure(line, criterion, figure);
        }
    }

    fn entry(&mut self, line: &Line<'_, '_>, criterion: &Criterion) -> Entry {
        let highest = self
            .scheme
            .levels
            .iter()
            .filter_map(|level| criterion.maximum.at(&level.id))
            .max();
        let sort = Sort::Points {
            lowest: criterion.minimum.unwrap_or_default(),
            highest: highest.unwrap_or_default(),
        };
        let about = About::Row(criterion.label());
        let claimed = self
            .points(line, Column::Claimed, sort, &about, Some(&criterion.id))
            .unwrap_or_else(|| {
                let spot = Spot {
                    sheet: self.name.clone(),
                    cell: line.table.address(line.row),
                };
                Found {
                    value: Reading::Empty,
                    spot,
                    text: String::new(),
                    steps: Vec::new(),
                }
            });
        let appraised = self
            .points(line, Column::Appraised, sort, &about, Some(&criterion.id))
            .filter(|found| found.value != Reading::Empty);
        // A stated maximum that is no number says nothing; only a different number is worth a finding.
        let stated = line.table.cell(line.row, Column::Maximum).and_then(|cell| {
            let number = number::read(&cell.value, sort, "").ok().flatten()?;
            Some(self.found(cell, Reading::Value(Points(number.value)), number.steps))
        });
        let words = |column: Column| {
            let cell = line.table.cell(line.row, column)?;
            Some(text::clean(&cell.value.show())).filter(|text| !text.is_empty())
        };
        Entry {
            claimed,
            appraised,
            stated_maximum: stated,
            evidence: words(Column::Evidence),
            explanation: words(Column::Explanation),
        }
    }

    /// The points in a column of a row; `None` where the table has no such cell.
    pub(super) fn points(
        &mut self,
        line: &Line<'_, '_>,
        column: Column,
        sort: Sort,
        about: &About,
        criterion: Option<&CriterionId>,
    ) -> Option<Found<Points>> {
        let cell = line.table.cell(line.row, column)?;
        match number::read(&cell.value, sort, "") {
            Ok(None) => Some(self.found(cell, Reading::Empty, Vec::new())),
            Ok(Some(number)) => {
                Some(self.found(cell, Reading::Value(Points(number.value)), number.steps))
            }
            Err(problem) => {
                let finding = self
                    .unreadable(cell, problem, &values::SCORE_UNREADABLE)
                    .about(about.clone());
                let Sort::Points { lowest, highest } = sort else {
                    return None;
                };
                let mut finding = finding.expected(Fact::Range(lowest, highest));
                finding.criterion = criterion.cloned();
                self.into.findings.push(finding);
                Some(self.found(cell, Reading::Unreadable, Vec::new()))
            }
        }
    }

    /// A row of the form once more: the first counts, and a different value is a finding.
    fn again(&mut self, line: &Line<'_, '_>, item: usize) {
        self.row(line, item, Ground::CodeAndText);
    }

    fn torn(&mut self, line: &Line<'_, '_>, by_code: usize) {
        let found = format!("{} {}", line.labels.code, line.labels.text);
        let criterion = match self.lexicon.items.get(by_code) {
            Some(Item::Criterion(criterion)) => criterion.id.clone(),
            _ => return,
        };
        self.into.explained.push(criterion.clone());
        let finding = Finding::new(
            &layout::CODE_TEXT_DISAGREE,
            self.place(line.table.address(line.row)),
        );
        self.into.findings.push(
            finding
                .on(&criterion)
                .found(Fact::Text(found))
                .expected(Fact::Name(self.lexicon.label_of(by_code))),
        );
    }

    /// A row that is none of the form matters only if it holds a score.
    fn unknown(&mut self, line: &Line<'_, '_>) {
        let Some(cell) = line.table.cell(line.row, Column::Claimed) else {
            return;
        };
        if !matches!(cell.value, CellValue::Number(_))
            && !cell.value.show().contains(|c: char| c.is_ascii_digit())
        {
            return;
        }
        let nearest = self
            .lexicon
            .most_alike(&line.labels.text)
            .filter(|(_, alike)| *alike > 0.5);
        let names = nearest
            .map(|(item, _)| self.lexicon.label_of(item))
            .into_iter()
            .collect();
        let finding = Finding::new(&layout::ROW_UNKNOWN, self.place(cell.address));
        self.into.findings.push(
            finding
                .found(Fact::Text(line.labels.text.clone()))
                .expected(Fact::Names(names)),
        );
    }

    pub(super) fn found<T>(&self, cell: &Cell, value: Reading<T>, steps: Vec<Step>) -> Found<T> {
        let spot = Spot {
            sheet: self.name.clone(),
            cell: cell.address,
        };
        Found {
            value,
            spot,
            text: cell.value.show(),
            steps,
        }
    }

    fn place(&self, cell: CellAddress) -> Place {
        Place {
            sheet: Some(self.name.to_string()),
            cell: Some(cell),
            ..Place::default()
        }
    }

    /// A finding about a cell that holds no number: an error value is one of its own kind.
    pub(super) fn unreadable(
        &self,
        cell: &Cell,
        problem: NotANumber,
        other: &'static crate::rules::Rule,
    ) -> Finding {
        let rule = if problem == NotANumber::Error {
            &values::ERROR_VALUE
        } else {
            other
        };
        let found = match (&cell.value, &cell.formula) {
            (CellValue::NotCalculated, Some(formula)) => format!("={formula}"),
            (CellValue::Error(error), Some(formula)) => format!("{error} (={formula})"),
            (value, _) => value.show(),
        };
        Finding::new(rule, self.place(cell.address)).found(Fact::Text(found))
    }
}

fn has_scores(line: &Line<'_, '_>) -> bool {
    line.table.columns.contains_key(&Column::Claimed) && line.table.rival.is_none()
}

pub(super) fn place_of(spot: &Spot) -> Place {
    Place {
        sheet: Some(spot.sheet.to_string()),
        cell: Some(spot.cell),
        ..Place::default()
    }
}
