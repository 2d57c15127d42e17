//! Which option of a criterion was chosen: its row is ticked, or its points are written on it.
//!
//! In: the lines of a criterion's options and what stands on its own row. Out: its score, or findings and no score. A tick counts
//! for the option's points; two options, points that are not the option's, and a score that says otherwise leave it open. Where scores
//! are shares, the share that an option's points are of the most says that option. Not for: a criterion without any tick, which
//! `judge` sees.

use crate::base::cell::{Cell, Reading};
use crate::base::finding::{About, Fact, Finding};
use crate::base::number::{Sort, Step};
use crate::base::points::{Decimal, Points};
use crate::base::rules::{Rule, doubtful, options, row_labels};
use crate::base::text;
use crate::campaign::scheme::{ChoiceOption, Criterion};
use crate::campaign::vocabulary::Column;
use crate::input::recognise::answer::{self, OptionMark};
use crate::input::recognise::options::OptionLine;
use crate::input::recognise::reader::SheetReader;
use crate::input::recognise::shares;
use crate::input::recognise::subject::Subject;
use crate::input::submission::{Entry, Found};
use crate::input::tables::box_in;

/// The options below a criterion.
#[derive(Clone, Copy)]
pub(super) struct Below<'b> {
    pub(super) criterion: &'b Criterion,
    /// Its highest maximum over all levels.
    pub(super) highest: Points,
    pub(super) options: &'b [OptionLine<'b, 'b, 'b>],
}

/// What stands on the row of an option.
struct OptionAnswer<'b> {
    line: OptionLine<'b, 'b, 'b>,
    says: OptionStatement,
    found: Found<Points>,
}

/// What is said of an option.
#[derive(Clone, Copy, PartialEq)]
enum OptionStatement {
    Yes,
    Cross,
    Points(Points),
}

/// What was chosen.
enum Chosen {
    Nothing,
    One(Found<Points>),
    /// A finding says why.
    Unclear,
}

impl Below<'_> {
    fn option(&self, line: &OptionLine<'_, '_, '_>) -> Option<&ChoiceOption> {
        self.criterion.rule.option_rows().get(line.1.option?)
    }
}

impl SheetReader<'_, '_> {
    /// Reads the rows of a criterion's options into its entry.
    pub(super) fn options(&mut self, entry: &mut Entry, below: Below<'_>) {
        self.edited_options(below);
        match self.chosen(below, &[Column::Claimed, Column::Tick, Column::Yes]) {
            Chosen::Nothing => self.own_share(&mut entry.claimed, below),
            Chosen::Unclear => entry.claimed.value = Reading::Unreadable,
            Chosen::One(found) => match (&entry.claimed.value, &found.value) {
                (Reading::Empty, _) => entry.claimed = found,
                (Reading::Value(own), Reading::Value(ticked)) if own != ticked => {
                    if self.as_share(*own, below) == Some(*ticked) {
                        entry.claimed = found;
                    } else {
                        let finding = Finding::new(&options::TICK_DISAGREES, found.origin.place());
                        self.tell_of(below, finding.found(*own).expected(*ticked));
                        entry.claimed.value = Reading::Unreadable;
                    }
                }
                _ => {}
            },
        }
        if entry.appraised.is_none() {
            entry.appraised = match self.chosen(below, &[Column::Appraised]) {
                Chosen::Nothing | Chosen::Unclear => None,
                Chosen::One(found) => Some(Box::new(found)),
            };
        }
        let subject = Subject::Criterion(below.criterion);
        for (line, _) in below.options {
            let said = self.words(line, Column::Evidence, subject);
            entry.evidence = entry.evidence.take().or(said);
            let said = self.words(line, Column::Explanation, subject);
            entry.explanation = entry.explanation.take().or(said);
        }
    }

    /// What a score of a criterion with options comes to as a share of its most points, where the scores of forms are shares.
    fn as_share(&self, written: Points, below: Below<'_>) -> Option<Points> {
        let group = self.scheme.group(&below.criterion.group())?;
        let whole = self.scheme.whole_of_group(group)?;
        let is_share = (Decimal::ZERO..=whole).contains(&written.0);
        shares::of_maximum(written, below.highest, whole).filter(|_| is_share)
    }

    /// A score on the row of the criterion itself: it is the points of an option, or the share that these are. What may be either
    /// counts for nothing.
    fn own_share(&mut self, claimed: &mut Found<Points>, below: Below<'_>) {
        let Reading::Value(written) = claimed.value else {
            return;
        };
        let all = below.criterion.rule.option_rows();
        let worth = |points: Points| all.iter().find(|one| one.points == points.0);
        let Some((share, option)) = self
            .as_share(written, below)
            .and_then(|share| Some((share, worth(share)?)))
        else {
            return;
        };
        if share == written {
            return;
        }
        if worth(written).is_none() {
            claimed.value = Reading::Value(share);
            claimed.steps.push(Step::Option(option.name.clone()));
            return;
        }
        let finding = Finding::new(&doubtful::SHARE_OR_POINTS, claimed.origin.place());
        let meant = Fact::Numbers(vec![written.0, share.0]);
        self.tell_of(below, finding.found(written).expected(meant));
        claimed.value = Reading::Unreadable;
    }

    /// Says so where the text of an option's row was edited.
    fn edited_options(&mut self, below: Below<'_>) {
        for (line, row) in below.options.iter().filter(|(_, row)| row.is_edited) {
            let place = self.place(line.table.address(line.row));
            let option = below.option(&(line, *row));
            let expected = option.map(|option| option.name.clone()).unwrap_or_default();
            let finding = Finding::new(&row_labels::TEXT_EDITED, place);
            let found = Fact::Text(line.labels.text.clean().to_string());
            self.tell(finding.found(found).expected(Fact::Name(expected)));
        }
    }

    /// The option that is chosen in some columns.
    fn chosen(&mut self, below: Below<'_>, columns: &[Column]) -> Chosen {
        let mut written: Vec<OptionAnswer<'_>> = Vec::new();
        for line in below.options {
            for (index, column) in columns.iter().enumerate() {
                let at = |column: Column| line.0.table.columns.get(column);
                let earlier = columns.get(..index).unwrap_or_default();
                if earlier.iter().any(|other| at(*other) == at(*column)) {
                    continue;
                }
                match self.written(below, *line, *column) {
                    Ok(found) => written.extend(found),
                    Err(()) => return Chosen::Unclear,
                }
            }
            if columns.contains(&Column::Tick) {
                match self.boxed(below, *line) {
                    Ok(found) => written.extend(found),
                    Err(()) => return Chosen::Unclear,
                }
            }
        }
        let known = below.options.iter().filter(|(_, row)| row.option.is_some());
        let is_worthless = |one: &OptionAnswer<'_>| {
            let option = below.option(&one.line);
            option.is_some_and(|option| option.points.is_zero())
        };
        let said = meant(written, known.count(), &is_worthless);
        if let Some(unclear) = unclear(below, &said) {
            self.tell_of(below, unclear);
            return Chosen::Unclear;
        }
        let mut chosen = said.into_iter();
        let Some(first) = chosen.next() else {
            return Chosen::Nothing;
        };
        let option = below.option(&first.line);
        let points = option.map(|option| Points(option.points));
        let mut found = first.found;
        found.value = points.map_or(Reading::Unreadable, Reading::Value);
        found
            .steps
            .extend(option.map(|option| Step::Option(option.name.clone())));
        Chosen::One(found)
    }

    /// What stands on the row of an option in a column, if anything.
    ///
    /// # Errors
    /// It cannot be read, which a finding says.
    fn written<'b>(
        &mut self,
        below: Below<'b>,
        line: OptionLine<'b, 'b, 'b>,
        column: Column,
    ) -> Result<Option<OptionAnswer<'b>>, ()> {
        let subject = Subject::Criterion(below.criterion);
        let Some(cell) = line.0.cell(column) else {
            return Ok(None);
        };
        let columns = &line.0.table.columns;
        let is_answer =
            column == Column::Yes && columns.get(Column::Claimed) != columns.get(column);
        let marked = match text::clean(&cell.value.show()).as_str() {
            // Below `Có` beside a column of points, they are marks.
            "1" if is_answer => Some(OptionMark::Yes),
            "0" if is_answer => Some(OptionMark::No),
            _ => answer::mark(&cell.value),
        };
        let says = match marked {
            Some(OptionMark::Blank | OptionMark::No) => {
                return if self.is_struck_out(cell, subject) {
                    Err(())
                } else {
                    Ok(None)
                };
            }
            Some(OptionMark::Yes) => OptionStatement::Yes,
            Some(OptionMark::Cross) => OptionStatement::Cross,
            None => return self.points_written(below, line, column),
        };
        if self.is_struck_out(cell, subject) {
            return Err(());
        }
        self.seen(cell, &Fact::Text(cell.value.show()), None, subject);
        let found = self.found(cell, Reading::Empty, Vec::new());
        Ok(Some(OptionAnswer { line, says, found }))
    }

    /// The tick in the box that the text of an option has, before it or in the cell of its code: `☑ Đúng hạn`.
    ///
    /// # Errors
    /// It is struck out, which a finding says.
    fn boxed<'b>(
        &mut self,
        below: Below<'b>,
        line: OptionLine<'b, 'b, 'b>,
    ) -> Result<Option<OptionAnswer<'b>>, ()> {
        let cells = [Column::Criterion, Column::Code].map(|column| line.0.cell(column));
        let is_ticked = |cell: &&Cell| box_in(&cell.value.show()) == Some(true);
        let Some(cell) = cells.into_iter().flatten().find(is_ticked) else {
            return Ok(None);
        };
        if self.is_struck_out(cell, Subject::Criterion(below.criterion)) {
            return Err(());
        }
        let found = self.found(cell, Reading::Empty, Vec::new());
        let says = OptionStatement::Yes;
        Ok(Some(OptionAnswer { line, says, found }))
    }

    fn points_written<'b>(
        &mut self,
        below: Below<'b>,
        line: OptionLine<'b, 'b, 'b>,
        column: Column,
    ) -> Result<Option<OptionAnswer<'b>>, ()> {
        let sort = Sort::Points {
            lowest: below.criterion.minimum().0,
            highest: below.highest.0,
        };
        let subject = Subject::Criterion(below.criterion);
        let Some(found) = self.points(line.0, column, sort, subject) else {
            return Ok(None);
        };
        match found.value {
            Reading::Empty => Ok(None),
            Reading::Unreadable => Err(()),
            Reading::Value(written) => {
                let own = below.option(&line).map(|option| Points(option.points));
                let share = self
                    .as_share(written, below)
                    .filter(|one| Some(*one) == own);
                let says = OptionStatement::Points(share.unwrap_or(written));
                Ok(Some(OptionAnswer { line, says, found }))
            }
        }
    }

    fn tell_of(&mut self, below: Below<'_>, finding: Finding) {
        let about = About::Row(below.criterion.label());
        self.tell(finding.about(about).on(&below.criterion.id));
    }
}

/// What is meant by the marks on so many options: a cross on all others beside one ✓ says no, and so does 0 on an option that
/// is worth more, where another one is chosen.
fn meant<'b>(
    mut written: Vec<OptionAnswer<'b>>,
    options: usize,
    is_worthless: &dyn Fn(&OptionAnswer<'b>) -> bool,
) -> Vec<OptionAnswer<'b>> {
    let count =
        |written: &[OptionAnswer<'_>], says| written.iter().filter(|one| one.says == says).count();
    let (yes, crosses) = (
        count(&written, OptionStatement::Yes),
        count(&written, OptionStatement::Cross),
    );
    if yes == 1 && crosses > 0 && yes + crosses == options {
        written.retain(|one| one.says != OptionStatement::Cross);
    }
    let is_zero = |one: &OptionAnswer<'_>| one.says == OptionStatement::Points(Points::ZERO);
    if written.iter().any(|one| !is_zero(one)) {
        written.retain(|one| !is_zero(one));
    } else if written.iter().any(is_worthless) {
        written.retain(is_worthless);
    }
    written
}

/// Why nothing can be taken of what is said: a mark on a row that is none of the options, points that are not the option's, an
/// option that is worth something else in the form, two options.
fn unclear(below: Below<'_>, said: &[OptionAnswer<'_>]) -> Option<Finding> {
    let finding =
        |rule: &'static Rule, one: &OptionAnswer<'_>| Finding::new(rule, one.found.origin.place());
    for one in said {
        let Some(option) = below.option(&one.line) else {
            let text = one.line.0.labels.text.clean().to_string();
            return Some(finding(&options::NO_OPTION, one).found(Fact::Text(text)));
        };
        let points = Points(option.points);
        if let OptionStatement::Points(written) = one.says
            && written != points
        {
            let finding = finding(&options::OTHER_POINTS, one);
            return Some(finding.found(written).expected(points));
        }
        if let Some(worth) = one.line.1.worth.filter(|worth| *worth != points) {
            let finding = finding(&options::OTHER_WORTH, one);
            return Some(finding.found(worth).expected(points));
        }
    }
    let first = said.first()?;
    let other = |one: &&OptionAnswer<'_>| one.line.1.option != first.line.1.option;
    let second = said.iter().find(other)?;
    let name = |one: &OptionAnswer<'_>| {
        let option = below.option(&one.line);
        option.map(|option| option.name.clone()).unwrap_or_default()
    };
    let finding = finding(&options::SEVERAL_TICKED, second);
    let finding = finding.found(Fact::Name(name(second)));
    Some(finding.expected(Fact::Name(name(first))))
}
