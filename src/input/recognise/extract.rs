//! Values out of aligned rows.
//!
//! In: the lines of all sheets. Out: scores, figures and sums with their places, and findings about what could not be read.
//! Not for: whether a value is right.

use std::sync::Arc;

use crate::base::cell::{Cell, CellAddress, CellValue, Reading};
use crate::base::finding::{Fact, Finding, Place};
use crate::base::guard;
use crate::base::number::Step;
use crate::base::number::{self, NotANumber, Sort};
use crate::base::points::{Decimal, Points};
use crate::base::rules::{damaged, values};
use crate::campaign::scheme::{Criterion, Scheme, Word, says_nothing_to_score};
use crate::campaign::vocabulary::Column;
use crate::input::recognise::align::{self, Ground};
use crate::input::recognise::answer;
use crate::input::recognise::columns;
use crate::input::recognise::lexicon::Item;
use crate::input::recognise::measures;
use crate::input::recognise::options::{self, OptionLine};
use crate::input::recognise::passed_over;
use crate::input::recognise::reader::FormulaOutcome;
use crate::input::recognise::reader::{FromTable, SheetExtract, SheetReader};
use crate::input::recognise::recall::Recall;
use crate::input::recognise::remarks;
use crate::input::recognise::shares;
use crate::input::recognise::sheet::{Line, MAX_ROWS, Meaning, Sheet};
use crate::input::recognise::sole;
use crate::input::recognise::subject::Subject;
use crate::input::recognise::surroundings;
use crate::input::recognise::tally::Tally;
use crate::input::recognise::ticks::Below;
use crate::input::recognise::unlabelled;
use crate::input::seen::{is_share, unread};
use crate::input::submission::{Entry, Found, OwnSum, SumOf};

/// Reads the tables of one sheet. `formulas` looks at the formulas of its cells; `tally` has the findings of the sheets before.
pub fn extract<'s>(
    sheet: &Sheet<'_>,
    scheme: &'s Scheme,
    recall: &Recall<'s>,
    formulas: &dyn Fn(&Cell) -> FormulaOutcome,
    tally: &mut Tally,
) -> SheetExtract {
    let name: Arc<str> = Arc::from(sheet.grid.name.as_str());
    let (mut lines, cut) = sheet.lines(recall);
    sole::assign(&mut lines, recall.lexicon);
    options::assign(&mut lines, recall.lexicon);
    let mut into = SheetExtract {
        name: name.clone(),
        visibility: sheet.grid.visibility,
        entries: Vec::with_capacity(lines.len()),
        figures: Vec::with_capacity(lines.len()),
        unasked: Vec::new(),
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
        lexicon: recall.lexicon,
        recall,
        formulas,
        group: None,
        merged: Vec::new(),
        tally,
        into: &mut into,
    }
    .read(&lines);
    let mut doubted = columns::check(&lines, recall.lexicon, &mut into);
    doubted.extend(measures::check(&lines, recall.lexicon, &mut into));
    doubted.extend(remarks::check(sheet, &lines, recall, &into));
    doubted.extend(passed_over::check(&lines, recall.lexicon, &into));
    if !cut {
        doubted.extend(unlabelled::check(sheet, &lines, recall.lexicon));
    }
    let named = doubted
        .into_iter()
        .filter_map(|finding| tally.take(finding));
    into.findings.extend(named);
    let beside = surroundings::check(sheet, &into).into_iter();
    let named = beside.filter_map(|finding| tally.take(finding));
    into.findings.extend(named);
    into
}

impl SheetReader<'_, '_> {
    fn read(&mut self, lines: &[Line<'_, '_>]) {
        self.unreadable_tables(lines);
        self.merged_scores(lines);
        for (index, line) in lines.iter().enumerate() {
            guard::check();
            if !line.has_scores() {
                continue;
            }
            match &line.meaning {
                Meaning::Row(align::RowFate::As { item, ground }) => {
                    let below = lines.get(index + 1..).unwrap_or_default();
                    self.row((line, below), *item, *ground);
                }
                // The first counts, and a different value is a finding.
                Meaning::Row(align::RowFate::Again(item)) => {
                    let below = lines.get(index + 1..).unwrap_or_default();
                    self.row((line, below), *item, Ground::CodeAndText);
                }
                Meaning::Row(align::RowFate::Torn { by_code }) => self.torn(line, *by_code),
                Meaning::Row(align::RowFate::Unknown) => {
                    if !self.is_share_of_total(line) {
                        self.unknown(line);
                    }
                }
                Meaning::Sum(of) => {
                    if let Some(of) = self.sum_of(lines, index, of.clone()) {
                        self.sum(line, Some(of));
                    }
                }
                Meaning::OwnGrade => self.own_grade(line),
                // Its criterion has taken it.
                Meaning::Option(_) => {}
            }
        }
    }

    /// Takes a row of the form; the lines below it may be its options.
    fn row(
        &mut self,
        (line, below): (&Line<'_, '_>, &[Line<'_, '_>]),
        item: usize,
        ground: Ground,
    ) {
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
                self.figures_together((line, below), criterion);
                let options = options::below(item, below, self.lexicon);
                self.criterion((line, &options), criterion, highest, ground);
            }
            Some(Item::Figure(criterion, figure)) => {
                self.figure(line, criterion, figure, ground);
            }
            None => {}
        }
    }

    fn criterion(
        &mut self,
        (line, options): (&Line<'_, '_>, &[OptionLine<'_, '_, '_>]),
        criterion: &Criterion,
        highest: Decimal,
        ground: Ground,
    ) {
        let mut entry = self.entry(line, criterion, highest);
        if !options.is_empty() {
            let highest = Points(highest);
            self.options(
                &mut entry,
                Below {
                    criterion,
                    highest,
                    options,
                },
            );
        }
        entry.claimed.row = Some(line.as_row(ground, self.recall));
        let own = criterion.figures.iter().filter(|one| one.name.is_none());
        for figure in own {
            self.figure(line, criterion, figure, ground);
        }
        if criterion.rule.combines() {
            let of = SumOf::Criterion(criterion.id.clone());
            let stated = entry.claimed;
            self.into.own_sums.push(FromTable {
                value: OwnSum { of, stated },
                table: line.table.header,
            });
            return;
        }
        let table = line.table.header;
        self.into.entries.push(FromTable {
            value: (criterion.id.clone(), entry),
            table,
        });
    }

    fn entry(&mut self, line: &Line<'_, '_>, criterion: &Criterion, highest: Decimal) -> Entry {
        let points = |highest| Sort::Points {
            lowest: criterion.minimum.unwrap_or_default(),
            highest,
        };
        let sort = points(highest);
        let subject = Subject::Criterion(criterion);
        let scores = subject.whole(self.scheme).map_or(sort, points);
        let mut claimed = self.claimed(line, subject, scores);
        let appraised = self
            .points(line, Column::Appraised, scores, subject)
            .filter(|found| found.value != Reading::Empty)
            .map(Box::new);
        let stated = self.stated_maxima(line, subject, sort);
        if stated.is_err() {
            claimed.value = Reading::Unreadable;
        }
        let words = [Column::Evidence, Column::Explanation];
        let [said, explanation] = words.map(|column| self.words(line, column, subject));
        let evidence = line.table.columns.get(Column::Evidence);
        let merged = line.words(Column::Evidence).map(|cell| cell.address);
        Entry {
            claimed,
            appraised,
            either: Vec::new(),
            stated_ratio: None,
            maxima: stated.unwrap_or_default(),
            evidence: said,
            evidence_cell: merged
                .or_else(|| evidence.map(|column| CellAddress::new(line.row, column))),
            explanation,
        }
    }

    /// The self score of a row: blank where there is no cell, unreadable under a range merged over several criteria.
    fn claimed(&mut self, line: &Line<'_, '_>, subject: Subject<'_>, sort: Sort) -> Found<Points> {
        let cell = line.table.address(line.row);
        let is_merged = self.merged.iter().any(|range| range.contains(cell));
        let value = if is_merged {
            Reading::Unreadable
        } else {
            Reading::Empty
        };
        let none = Found {
            value,
            origin: self.origin(cell),
            written: CellValue::Text(String::new()),
            steps: Vec::new(),
            row: None,
        };
        if is_merged {
            return none;
        }
        // Where the table has no column of points, they may stand below an answer, which is mostly a mark.
        let columns = &line.table.columns;
        let is_at = |column| columns.get(Column::Claimed) == columns.get(column);
        if is_at(Column::Choice) {
            return none;
        }
        let is_answer = is_at(Column::Yes);
        let is_mark = |cell: &Cell| answer::may_be_mark(&cell.value);
        let is_no = line.cell(Column::No).is_some();
        if is_answer && (is_no || line.cell(Column::Claimed).is_none_or(is_mark)) {
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
        if self.is_struck_out(cell, subject) {
            return Some(self.found(cell, Reading::Unreadable, Vec::new()));
        }
        match self.word(cell).or_else(|| self.word_of_mean(cell, subject)) {
            Some(Word::Blank) => return Some(self.found(cell, Reading::Empty, Vec::new())),
            Some(Word::Zero) => {
                steps.push(Step::Word(cell.value.show()));
                return Some(self.found(cell, Reading::Value(Points::ZERO), steps));
            }
            None => {}
        }
        let read = match subject.whole(self.scheme) {
            Some(whole) => shares::read(cell, whole, subject),
            None if is_share(cell, subject.meant()) => Err(NotANumber::Other),
            None => number::read(&cell.value, sort, ""),
        };
        match read {
            Ok(None) => Some(self.found(cell, Reading::Empty, Vec::new())),
            Ok(Some(number)) => {
                self.approximate(cell, &number, subject);
                self.seen(cell, &Fact::Number(number.value), Some(&number), subject);
                steps.extend(number.steps);
                Some(self.found(cell, Reading::Value(Points(number.value)), steps))
            }
            Err(problem) => {
                let unread = unread(cell, problem, sort, &values::SCORE_UNREADABLE);
                let range = match sort {
                    Sort::Points { lowest, highest } if highest == Decimal::READABLE => {
                        Some(Fact::AtLeast(lowest))
                    }
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

    /// That a text says that there is nothing to score, below a mean that leaves blanks out.
    fn word_of_mean(&self, cell: &Cell, subject: Subject<'_>) -> Option<Word> {
        let (CellValue::Text(text), Subject::Criterion(criterion)) = (&cell.value, subject) else {
            return None;
        };
        let is_meant = || self.scheme.leaves_blanks_above(criterion).is_some();
        (says_nothing_to_score(text) && is_meant()).then_some(Word::Blank)
    }

    /// What the scheme says of a word in place of a number.
    pub(super) fn word(&self, cell: &Cell) -> Option<Word> {
        match &cell.value {
            CellValue::Text(text) => self.scheme.words.meaning(text),
            _ => None,
        }
    }
}
