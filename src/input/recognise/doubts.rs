//! Rows and tables that cannot be taken, or only with doubt.
//!
//! In: lines. Out: findings about labels: no score column, merged scores, codes and texts that disagree, unknown rows.

use std::sync::Arc;

use crate::base::cell::{Cell, CellAddress, CellValue};
use crate::base::finding::{Fact, Finding};
use crate::base::number::{self, NotANumber, Sort};
use crate::base::points::{Most, Points};
use crate::base::rules::{cells, layout, row_labels, sheets};
use crate::campaign::vocabulary::Column;
use crate::input::recognise::align::Ground;
use crate::input::recognise::answer::{self, OptionMark};
use crate::input::recognise::columns::heading;
use crate::input::recognise::lexicon::{ALIKE, Item};
use crate::input::recognise::reader::SheetReader;
use crate::input::recognise::sheet::{Line, item_of};
use crate::input::recognise::subject::Subject;
use crate::input::seen;
use crate::input::submission::StatedMaximum;
use crate::input::tables::{Role, Table, Titled};

impl SheetReader<'_, '_> {
    /// Tables with criteria but without a column of self scores, or with two.
    pub(super) fn unreadable_tables(&mut self, lines: &[Line<'_, '_>]) {
        let mut open: Option<(CellAddress, Finding)> = None;
        for line in lines.iter().filter(|line| !line.has_scores()) {
            let Some(Item::Criterion(criterion)) = item_of(line, self.lexicon) else {
                continue;
            };
            let header = CellAddress::new(
                line.table.header,
                line.table
                    .columns
                    .get(Column::Criterion)
                    .unwrap_or_default(),
            );
            // The lines come table by table.
            if open.as_ref().is_none_or(|(of, _)| *of != header) {
                // Of two such columns the first is shown.
                let rival = line
                    .table
                    .rival
                    .and(line.table.columns.get(Column::Claimed));
                let column = rival.unwrap_or(header.column);
                let place = self.place(CellAddress::new(header.row, column));
                let finding = Finding::new(&layout::SCORE_COLUMN_MISSING, place);
                if let Some((_, whole)) = open.replace((header, finding)) {
                    self.tell(whole);
                }
            }
            if let Some((_, finding)) = &mut open {
                finding.criteria.push(criterion.id.clone());
            }
            self.into.explained.push(criterion.id.clone());
        }
        if let Some((_, whole)) = open {
            self.tell(whole);
        }
    }

    /// The maxima that a row states, that of the first column in front: numbers, or words that there is none. Anything else says
    /// nothing; only a different maximum is worth a finding.
    ///
    /// # Errors
    /// [`NotANumber::Impossible`] for a number that no form can mean: on what scale the claim is cannot be told.
    pub(super) fn stated_maxima(
        &mut self,
        line: &Line<'_, '_>,
        subject: Subject<'_>,
        sort: Sort,
    ) -> Result<Vec<StatedMaximum>, NotANumber> {
        let table = line.table;
        let first = table.columns.get(Column::Maximum);
        let further = further_maxima(table, first);
        let beside = |column: &u32| table.grid.seen(CellAddress::new(line.row, *column));
        let own = line.cell(Column::Maximum).zip(first);
        // All of them are kept until every form is judged.
        let mut maxima = Vec::with_capacity(usize::from(own.is_some()) + further.len());
        let cells = further
            .iter()
            .filter_map(|column| Some((beside(column)?, *column)));
        for (cell, column) in own.into_iter().chain(cells) {
            let read = match number::read(&cell.value, sort, "") {
                Err(NotANumber::Impossible) => {
                    self.impossible(cell, subject);
                    return Err(NotANumber::Impossible);
                }
                read => read.ok().flatten(),
            };
            let in_words = match &cell.value {
                CellValue::Text(text) if number::says_no_limit(text) => Some(Most::Unlimited),
                CellValue::Text(text) => number::says_limit(text).map(|most| Points(most).into()),
                _ => None,
            };
            let most = read.map(|number| Most::Points(Points(number.value)));
            let heading = (!further.is_empty()).then(|| Arc::from(heading(table, column)));
            maxima.extend(most.or(in_words).map(|most| StatedMaximum {
                most,
                cell: cell.address,
                heading,
            }));
        }
        Ok(maxima)
    }

    /// A number that no form can mean, beside the scores.
    pub(super) fn impossible(&mut self, cell: &Cell, subject: Subject<'_>) {
        let finding = Finding::new(&cells::IMPOSSIBLE_NUMBER, self.place(cell.address));
        let about = subject.about(self.scheme);
        let mut finding = finding.about(about).found(Fact::Text(cell.value.show()));
        finding.criteria.extend(subject.criterion());
        self.into.findings.push(finding);
    }

    /// Merged ranges over the scores of several criteria: whose score it is cannot be told.
    pub(super) fn merged_scores(&mut self, lines: &[Line<'_, '_>]) {
        let scores = lines.iter().filter(|line| line.has_scores());
        let scores = scores.filter_map(|line| {
            let Some(Item::Criterion(criterion)) = item_of(line, self.lexicon) else {
                return None;
            };
            Some((criterion.id.clone(), line.table.address(line.row)))
        });
        let Some(grid) = lines.first().map(|line| line.table.grid) else {
            return;
        };
        for (range, criteria) in seen::merged(grid, scores) {
            let mut finding = seen::merged_finding(grid, range);
            finding.criteria = criteria;
            self.tell(finding);
            self.merged.push(range);
        }
    }

    /// Says so where code or text is not the form's.
    pub(super) fn doubtful_labels(&mut self, line: &Line<'_, '_>, item: usize, ground: Ground) {
        if line.also.is_none() && ground == Ground::CodeAndText {
            return;
        }
        let place = self.place(line.table.address(line.row));
        let expected = Fact::Name(self.lexicon.label_of(item));
        if line.also.is_some() {
            let finding = Finding::new(&sheets::ROW_SPLIT, place.clone());
            self.tell(finding.expected(expected.clone()));
        }
        let finding = match ground {
            Ground::CodeAndText => return,
            Ground::TextAndOrder => Finding::new(&row_labels::CODE_DIFFERS, place)
                .found(Fact::Text(line.labels.code().to_string())),
            Ground::CodeAndOrder => Finding::new(&row_labels::TEXT_EDITED, place)
                .found(Fact::Text(line.labels.text.clean().to_string())),
        };
        self.tell(finding.expected(expected));
    }

    /// A row whose code says one criterion and whose text says another, or none.
    pub(super) fn torn(&mut self, line: &Line<'_, '_>, by_code: usize) {
        let found = format!("{} {}", line.labels.code(), line.labels.text.clean());
        let criterion = match self.lexicon.items.get(by_code) {
            Some(Item::Criterion(criterion)) => criterion.id.clone(),
            _ => return,
        };
        self.into.explained.push(criterion.clone());
        let finding = Finding::new(
            &row_labels::CODE_TEXT_DISAGREE,
            self.place(line.table.address(line.row)),
        );
        self.tell(
            finding
                .on(&criterion)
                .found(Fact::Text(found))
                .expected(Fact::Name(self.lexicon.label_of(by_code))),
        );
    }

    /// A row that is none of the form matters only if it holds a score.
    pub(super) fn unknown(&mut self, line: &Line<'_, '_>) {
        let ticked = |column: &Column| {
            let cell = line.cell(*column)?;
            answer::mark(&cell.value).filter(|mark| mark.is_tick())?;
            Some(cell)
        };
        let beside = [Column::Tick, Column::Yes, Column::No];
        let scored = line.cell(Column::Claimed);
        let Some(cell) = scored.or_else(|| beside.iter().find_map(ticked)) else {
            return;
        };
        let is_tick = || answer::mark(&cell.value).is_some_and(OptionMark::is_tick);
        if !matches!(cell.value, CellValue::Number(_))
            && !cell.value.show().contains(|c: char| c.is_ascii_digit())
            && !is_tick()
        {
            return;
        }
        if self.tally.is_only_counted(&row_labels::ROW_UNKNOWN) {
            return;
        }
        let nearest = self
            .lexicon
            .most_alike(line.labels.text.key())
            .filter(|(_, alike)| *alike > ALIKE);
        let names = nearest
            .map(|(item, _)| self.lexicon.label_of(item))
            .into_iter()
            .collect();
        let finding = Finding::new(&row_labels::ROW_UNKNOWN, self.place(cell.address));
        self.tell(
            finding
                .found(Fact::Text(line.labels.text.clean().to_string()))
                .expected(Fact::Names(names)),
        );
    }
}

/// Columns of maxima besides the first: a form may have one for each level.
fn further_maxima(table: &Table<'_>, first: Option<u32>) -> Vec<u32> {
    let titled = table.titled.iter();
    let is_maximum = |one: &&Titled| one.role == Some(Role::Column(Column::Maximum));
    let columns = titled.filter(is_maximum).map(|one| one.column);
    columns
        .filter(|column| first.is_some_and(|first| first != *column))
        .collect()
}
