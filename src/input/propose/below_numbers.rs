//! What the numbers in rows below a row say: figures in the column of scores ("Tổng số hồ sơ").
//!
//! In: a row and what is below it. Out: whether these are figures of it. Not for: rows that a column of figures marks, options
//! (`choice_proof`).

use crate::base::points::Points;
use crate::base::text;
use crate::campaign::hints::{Hint, names_figure};
use crate::campaign::vocabulary::Column;
use crate::input::propose::consensus::ConsensusRow;
use crate::input::propose::forms::{SEVERAL, are_nearly_all};
use crate::input::propose::part_proof::{SaidParts, proved};
use crate::input::propose::roles::ColumnUse;
use crate::input::propose::row_kinds::{Finder, FormRowKind};
use crate::input::propose::value::CellStatement;

/// What a form says in a row that has points of its own, and below it.
pub(super) struct NumbersBelow {
    place: usize,
    own: Points,
    below: Vec<Option<Points>>,
}

impl NumbersBelow {
    fn sum(&self) -> Points {
        self.below.iter().copied().flatten().sum()
    }

    /// Whether what is below adds up to the row.
    fn is_sum(&self) -> bool {
        self.own > Points::ZERO && self.sum() == self.own
    }
}

impl Finder<'_> {
    /// The rows below a row that are figures of it, where all are that say anything.
    pub(super) fn figures_below(
        &self,
        row: usize,
        below: &[usize],
        kinds: &[FormRowKind],
    ) -> Option<Vec<usize>> {
        let said = below.iter().copied().filter(|one| !self.is_silent(*one));
        let said: Vec<usize> = said.collect();
        self.are_figures(row, &said, kinds).then_some(said)
    }

    /// Whether no form says anything in a row, and its words are not those of a figure: "Ghi chú: kèm văn bản", "(ghi rõ số, ngày)".
    pub(super) fn is_silent(&self, row: usize) -> bool {
        let mut levels = 0..self.levels.len();
        levels.all(|level| self.most(row, level).is_none())
            && (0..self.forms.count()).all(|place| self.claimed(row, place).is_none())
            && self.forms.consensus.below(Some(row)).next().is_none()
            && !self.is_figure(row)
            && !self.is_worded_figure(row)
            && !self.is_answered(row)
    }

    /// Whether what is below a row are figures of it: rows without maxima under points of the row's own that they do not add up to. One
    /// of them says more than the row can have; or their words are those of figures; or what stands above comes to what the forms say
    /// only with the row's own points.
    fn are_figures(&self, row: usize, below: &[usize], kinds: &[FormRowKind]) -> bool {
        let most = (0..self.levels.len()).find_map(|level| self.printed(row, level));
        let Some(most) = most.filter(|most| *most > Points::ZERO) else {
            return false;
        };
        let is_plain = |place: &usize| {
            let is_leaf = match kinds.get(*place) {
                Some(FormRowKind::Leaf(options)) => options.is_empty(),
                // "Tỷ lệ (%)" with "95%" is a figure like the numbers beside it.
                Some(FormRowKind::Words) => self.is_worded_figure(*place),
                _ => false,
            };
            let mut levels = 0..self.levels.len();
            is_leaf && levels.all(|level| self.most(*place, level).is_none())
        };
        if below.is_empty() || !below.iter().all(is_plain) {
            return false;
        }
        let rows = &self.forms.consensus.rows;
        let is_coded = |place: &usize| rows.get(*place).is_none_or(|one| one.code.is_coded());
        let is_worded = below.iter().all(|place| self.is_worded_figure(*place));
        if below.iter().any(is_coded) && !is_worded {
            return false;
        }
        let said = self.numbers_below(row, below);
        if said.is_empty() || said.iter().any(|one| one.own > most) {
            return false;
        }
        let sums = said.iter().filter(|one| one.is_sum()).count();
        let is_beyond = |one: &NumbersBelow| one.below.iter().flatten().any(|one| *one > most);
        let is_beyond = said.iter().any(is_beyond);
        match self.proved_above(row, &said) {
            ProvedAbove::Own => is_beyond || is_worded || !is_another_way(&said),
            ProvedAbove::Nothing if is_beyond || is_worded => {
                // What happens to be the same once says nothing where others differ.
                let others = said.len() - sums;
                let is_other = sums == 0 || others >= SEVERAL && others * 3 >= said.len() * 2;
                is_other && (is_beyond || self.do_most_say(said.len(), below))
            }
            ProvedAbove::Below | ProvedAbove::Beside | ProvedAbove::Nothing => false,
        }
    }

    /// Whether so many forms are nearly all, and several, of those that say a number in some rows.
    fn do_most_say(&self, count: usize, rows: &[usize]) -> bool {
        let is_said = |place: &usize| rows.iter().any(|row| self.number(*row, *place).is_some());
        let of = (0..self.forms.count()).filter(is_said).count();
        count == of || are_most(count, of)
    }

    /// Whether a row has neither a code nor a maximum nor rows below it, and is called as a figure is.
    pub(super) fn is_bare_figure(&self, row: usize) -> bool {
        let one = self.forms.consensus.rows.get(row);
        let is_coded = one.is_none_or(|one| one.code.is_coded());
        let mut levels = 0..self.levels.len();
        let is_blank = levels.all(|level| self.most(row, level).is_none());
        let is_alone = self.forms.consensus.below(Some(row)).next().is_none();
        !is_coded && is_blank && is_alone && self.is_worded_figure(row)
    }

    /// Rows among those right below a row, or below none, that are figures beside criteria: without codes and maxima, called as figures
    /// are, where the maxima of the others alone come to what is printed above, unless the forms' own numbers above count them.
    pub(super) fn figures_beside(&self, row: Option<usize>, kinds: &[FormRowKind]) -> Vec<usize> {
        let below = || self.forms.consensus.below(row);
        let is_bare = |place: &usize| {
            let is_leaf = matches!(kinds.get(*place), Some(FormRowKind::Leaf(_)));
            is_leaf && self.is_bare_figure(*place)
        };
        let found: Vec<usize> = below().filter(is_bare).collect();
        let is_whole = |level: usize| {
            let most = |one: usize| self.printed(one, level).filter(|one| *one > Points::ZERO);
            let others = below().filter(|one| !found.contains(one)).filter_map(most);
            let sum: Points = others.sum();
            let stated = match row {
                Some(row) => self.printed(row, level).into_iter().collect(),
                None => self.total_maxima(level),
            };
            sum > Points::ZERO && stated.contains(&sum)
        };
        let is_said = !found.is_empty() && (0..self.levels.len()).any(is_whole);
        if is_said && self.counted_beside(row, &found) != Some(true) {
            found
        } else {
            Vec::new()
        }
    }

    /// Whether the next numbers above rows that may be figures count their points, as nearly all forms say that tell: one is enough
    /// where none leaves them out.
    fn counted_beside(&self, row: Option<usize>, found: &[usize]) -> Option<bool> {
        let (mut counted, mut left_out) = (0, 0);
        for place in 0..self.forms.count() {
            let numbers = found.iter().filter_map(|one| self.number(*one, place));
            let points: Points = numbers.sum();
            let Some((above, stated)) = self.stated_at(row, place) else {
                continue;
            };
            let others = self.sum_of_criteria(above, place);
            let is_counted = stated.contains(&(others + points))
                || stated.contains(&self.sum_below(above, place));
            let is_left_out = stated.contains(&others);
            counted += usize::from(is_counted && !is_left_out);
            left_out += usize::from(is_left_out && !points.is_zero());
        }
        let of = counted + left_out;
        match (counted, left_out) {
            (1.., 0) => Some(true),
            _ if are_most(counted, of) => Some(true),
            _ if are_most(left_out, of) => Some(false),
            _ => None,
        }
    }

    /// Rows right below a row, or below none, that were taken for figures beside criteria, with what a form writes there, where no
    /// number above proves it.
    pub(super) fn doubted_beside(
        &self,
        row: Option<usize>,
        kinds: &[FormRowKind],
    ) -> Option<(usize, Vec<(usize, Points)>)> {
        let is_found = |one: &usize| {
            let is_taken = kinds.get(*one) == Some(&FormRowKind::Figure);
            is_taken && self.is_bare_figure(*one) && !self.is_figure(*one)
        };
        let found: Vec<usize> = self.forms.consensus.below(row).filter(is_found).collect();
        if found.is_empty() || self.counted_beside(row, &found) == Some(false) {
            return None;
        }
        let said = |place: usize| {
            let number = |one: &usize| Some((*one, self.number(*one, place)?));
            let numbers: Vec<(usize, Points)> = found.iter().filter_map(number).collect();
            let is_any = numbers.iter().any(|(_, points)| !points.is_zero());
            is_any.then_some((place, numbers))
        };
        (0..self.forms.count()).find_map(said)
    }

    /// What the forms of a level print as the most of the total.
    pub(super) fn total_maxima(&self, level: usize) -> Vec<Points> {
        let places = self.levels.get(level).map_or(&[][..], Vec::as_slice);
        let of = |place: &usize| {
            let keys = self.roles.keys(ColumnUse::Maximum);
            let totals = keys.flat_map(|key| self.forms.summed(*place, key));
            totals.collect::<Vec<_>>()
        };
        places.iter().flat_map(of).collect()
    }

    /// Whether what is printed above a row is what it and the rows beside it print together.
    pub(super) fn is_counted_above(&self, row: &ConsensusRow) -> bool {
        let beside = || self.forms.consensus.below(row.parent);
        let is_it =
            |one: usize| self.forms.consensus.rows.get(one).map(|one| &one.key) == Some(&row.key);
        let is_whole = |level: usize| {
            let most = |one: usize| self.printed(one, level).filter(|most| *most > Points::ZERO);
            let sum: Points = beside().filter_map(most).sum();
            let stated = match row.parent {
                Some(above) => self.printed(above, level).into_iter().collect(),
                None => self.total_maxima(level),
            };
            beside().any(|one| is_it(one) && most(one).is_some()) && stated.contains(&sum)
        };
        (0..self.levels.len()).any(is_whole)
    }

    /// A form with the numbers that it writes in rows of figures below a row, where nothing but these rows says that they are no points.
    pub(super) fn unproved_figures(
        &self,
        row: usize,
        figures: &[usize],
    ) -> Option<(usize, Vec<Option<Points>>)> {
        if figures.iter().any(|one| self.is_figure(*one)) {
            return None;
        }
        let said = self.numbers_below(row, figures);
        let is_proved = self.proved_above(row, &said) == ProvedAbove::Own;
        let first = said.into_iter().next().filter(|_| !is_proved)?;
        Some((first.place, first.below))
    }

    /// Whether a row is called as figures are: "Số người được tập huấn", "Tỷ lệ hoàn thành (%)", or has a unit of measure that is not points.
    fn is_worded_figure(&self, row: usize) -> bool {
        let Some(one) = self.forms.consensus.rows.get(row) else {
            return false;
        };
        let measure = |place: usize| {
            let role = ColumnUse::Other(Column::Measure);
            match self.roles.said(self.forms, role, row, place)?.0 {
                CellStatement::Text(text) => Some(text::key(text)),
                _ => None,
            }
        };
        let is_measured = || {
            let mut all = (0..self.forms.count()).filter_map(measure);
            all.any(|unit| !Hint::Points.is_in(&unit))
        };
        names_figure(&one.key) || is_measured()
    }

    /// What the forms that say something both in a row and below it say.
    pub(super) fn numbers_below(&self, row: usize, below: &[usize]) -> Vec<NumbersBelow> {
        let said = (0..self.forms.count()).filter_map(|place| {
            let own = self.number(row, place)?;
            let below: Vec<Option<Points>> =
                below.iter().map(|one| self.number(*one, place)).collect();
            let is_said = below.iter().any(Option::is_some);
            is_said.then_some(NumbersBelow { place, own, below })
        });
        said.collect()
    }

    /// What a form gives itself in a row, where that is a number.
    pub(super) fn number(&self, row: usize, place: usize) -> Option<Points> {
        match self.claimed(row, place) {
            Some(CellStatement::Number(points)) => Some(*points),
            _ => None,
        }
    }

    /// What the next numbers above a row say of it: that its own points count, or those below it.
    pub(super) fn proved_above(&self, row: usize, said: &[NumbersBelow]) -> ProvedAbove {
        let (mut own, mut below, mut both, mut none) = (0, 0, 0, 0);
        for one in said.iter().filter(|one| one.own != one.sum()) {
            let Some((above, stated)) = self.stated_above(row, one.place) else {
                continue;
            };
            let (sum, points) = (self.sum_below(above, one.place), one.sum());
            let is_own = stated.contains(&sum);
            own += usize::from(is_own);
            none += usize::from(is_own && points.is_zero());
            below += usize::from(stated.contains(&(sum + points - one.own)));
            both += usize::from(!points.is_zero() && stated.contains(&(sum + points)));
        }
        match (own, below, both) {
            (own, 0, 0) if own >= SEVERAL => ProvedAbove::Own,
            (0, below, 0) if below > 0 => ProvedAbove::Below,
            // Where there is nothing below, the row's own points are all.
            (own, 0, both) if are_most(both, both + own - none) => ProvedAbove::Beside,
            _ => ProvedAbove::Nothing,
        }
    }

    /// The next row above a row with points of its own, else the total, and what a form says there.
    pub(super) fn stated_above(
        &self,
        row: usize,
        place: usize,
    ) -> Option<(Option<usize>, Vec<Points>)> {
        self.stated_at(self.forms.consensus.rows.get(row)?.parent, place)
    }

    /// A row, or the next one above with points of its own, else the total, and what a form says there.
    fn stated_at(&self, row: Option<usize>, place: usize) -> Option<(Option<usize>, Vec<Points>)> {
        let rows = &self.forms.consensus.rows;
        let mut above = row;
        while let Some(one) = above {
            if let Some(stated) = self.number(one, place) {
                return Some((Some(one), vec![stated]));
            }
            above = rows.get(one)?.parent;
        }
        let keys = self.roles.keys(ColumnUse::Claimed);
        let totals = keys.flat_map(|key| self.forms.summed(place, key));
        let totals: Vec<Points> = totals.collect();
        (!totals.is_empty()).then_some((None, totals))
    }

    /// As [`Finder::sum_below`], without what may be figures.
    fn sum_of_criteria(&self, row: Option<usize>, place: usize) -> Points {
        let below = self.forms.consensus.below(row);
        let below = below.filter(|one| !self.is_bare_figure(*one));
        let points = |one: usize| match self.number(one, place) {
            Some(points) => points,
            None => self.sum_of_criteria(Some(one), place),
        };
        below.map(points).sum()
    }

    /// What the rows below a row come to as they are: their own points, where they have some, else of those below them.
    pub(super) fn sum_below(&self, row: Option<usize>, place: usize) -> Points {
        let below = self.forms.consensus.below(row);
        let points = |one: usize| match self.number(one, place) {
            Some(points) => points,
            None => self.sum_below(Some(one), place),
        };
        below.map(points).sum()
    }
}

/// What is proved of a row that has points of its own, and below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ProvedAbove {
    /// Its own points count.
    Own,
    /// Those below it count.
    Below,
    /// Both count: what is below it stands beside it.
    Beside,
    /// Nothing.
    Nothing,
}

/// Whether so many of so many are several and nearly all.
pub(super) fn are_most(part: usize, whole: usize) -> bool {
    part >= SEVERAL && are_nearly_all(part, whole)
}

/// Whether points of a row come of those below it in another way than as a sum.
fn is_another_way(said: &[NumbersBelow]) -> bool {
    let of = |one: &NumbersBelow| SaidParts {
        place: one.place,
        parts: one.below.clone(),
        own: vec![one.own],
    };
    let said: Vec<SaidParts> = said.iter().map(of).collect();
    proved(&said, None).is_some()
}
