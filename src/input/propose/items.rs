//! Rows as a scheme has them: groups and criteria with ids, limits and rules.
//!
//! In: the kinds of rows. Out: items in the order of the form. Not for: documents, and not for who says so.

use std::collections::BTreeSet;

use crate::base::points::{Decimal, Most, Points};
use crate::input::propose::cap_proof::FoundCap;
use crate::input::propose::part_proof::DoubtedParts;
use crate::input::propose::part_ways::{PartsTogether, ProvedParts};
use crate::input::propose::printed_points::MEANT_DECIMALS;
use crate::input::propose::row_kinds::{Finder, FormRowKind};
use crate::input::propose::tree::own_part;
use crate::input::propose::value::CellStatement;

/// What a blank score of a criterion means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Blank {
    /// Nobody knows.
    Open,
    /// 0: of points beside the total that somebody left blank none are claimed.
    Zero,
}

/// Where a maximum comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ceiling {
    /// The forms print it, or what stands below it comes to it.
    Said,
    /// The forms print none: it is the highest score seen.
    Seen,
    /// The forms print none and score from 0 to 1: what the score of 1 is worth.
    Index,
    /// The forms print it, and what stands below comes to more: its own row says how much counts.
    Below,
    /// Points are taken off: it is 0, whatever is printed or written as a positive number.
    Penalty,
    /// The forms print none, and the words of the row say that there is no limit.
    Words,
    /// The forms print it, and a criterion below it has no limit: no more than it counts.
    Capped,
}

/// A group or a criterion.
#[derive(Clone, Debug)]
pub(super) struct ProposedItem {
    /// Its row; none for the one group of a list without groups.
    pub(super) row: Option<usize>,
    pub(super) id: String,
    pub(super) is_group: bool,
    /// Its maximum on each level; none where the level does not have it.
    pub(super) maxima: Vec<Option<Most>>,
    /// What the forms print in its row on each level, of what adds up others.
    pub(super) printed: Vec<Option<Points>>,
    /// Its minimum, where that is not 0.
    pub(super) minimum: Points,
    /// What a point of it is worth above it.
    pub(super) weight: Decimal,
    pub(super) kind: FormRowKind,
    /// How the points of those below it come together.
    pub(super) together: PartsTogether,
    /// What its own numbers in the forms say of that, where it is no sum.
    pub(super) parts: Option<ProvedParts>,
    /// What too few of its numbers say of that.
    pub(super) doubted: Option<DoubtedParts>,
    /// What says that no more of those below it counts than what the forms print in its row.
    pub(super) capped: Option<FoundCap>,
    /// Rows below it that are figures.
    pub(super) figures: Vec<usize>,
    /// Whether it stands beside the total.
    pub(super) is_outside: bool,
    /// What a blank score means.
    pub(super) blank: Blank,
    /// Where its maximum comes from.
    pub(super) ceiling: Ceiling,
}

/// Puts items together.
pub(super) struct ItemBuilder<'a> {
    finder: &'a Finder<'a>,
    kinds: &'a [FormRowKind],
    ids: BTreeSet<String>,
    found: Vec<ProposedItem>,
}

impl<'a> ItemBuilder<'a> {
    /// All groups and criteria.
    pub(super) fn all(finder: &'a Finder<'a>, kinds: &'a [FormRowKind]) -> Vec<ProposedItem> {
        let mut items = ItemBuilder {
            finder,
            kinds,
            ids: BTreeSet::new(),
            found: Vec::new(),
        };
        let roots: Vec<usize> = items.scored(None);
        let is_flat = !roots
            .iter()
            .any(|row| items.kind(*row) == &FormRowKind::Sum);
        if is_flat && !roots.is_empty() {
            let at = items.push(None, "1".to_string(), true);
            for row in &roots {
                items.criterion(*row, "1");
            }
            items.add_up(at);
        } else {
            for row in roots {
                items.group(row);
            }
        }
        items.found
    }

    fn kind(&self, row: usize) -> &'a FormRowKind {
        self.kinds.get(row).unwrap_or(&FormRowKind::Words)
    }

    /// Rows with points below a row.
    fn scored(&self, parent: Option<usize>) -> Vec<usize> {
        let has_points = |row: &usize| match self.kind(*row) {
            FormRowKind::Leaf(_) => true,
            FormRowKind::Sum => !self.scored(Some(*row)).is_empty(),
            _ => false,
        };
        let below = self.finder.forms.consensus.below(parent);
        below.filter(has_points).collect()
    }

    fn group(&mut self, row: usize) {
        let id = self.id(row, "");
        let at = self.push(Some(row), id.clone(), true);
        let below = self.scored(Some(row));
        if below.is_empty() {
            // A group without parts is its only criterion.
            self.leaf(row, format!("{id}.1"));
        }
        for one in below {
            self.criterion(one, &id);
        }
        self.add_up(at);
    }

    fn criterion(&mut self, row: usize, above: &str) {
        let id = self.id(row, above);
        let below = self.scored(Some(row));
        if self.kind(row) != &FormRowKind::Sum || below.is_empty() {
            self.leaf(row, id);
            return;
        }
        let at = self.push(Some(row), id.clone(), false);
        for one in below {
            self.criterion(one, &id);
        }
        self.add_up(at);
        self.cap(at, row);
    }

    /// Takes the points of a criterion from its own row where the form prints a lower maximum there than its parts come to, and
    /// units write their points there.
    fn cap(&mut self, at: usize, row: usize) {
        let finder = self.finder;
        let printed: Vec<Option<Points>> = (0..finder.levels.len())
            .map(|level| finder.printed(row, level))
            .collect();
        let Some(item) = self.found.get_mut(at) else {
            return;
        };
        let levels = || item.maxima.iter().zip(&printed);
        let is_below = levels()
            .any(|(sum, printed)| printed.is_some_and(|own| sum.is_some_and(|sum| own < sum)));
        let is_other = levels()
            .any(|(sum, printed)| sum.is_some_and(|sum| printed.is_none_or(|own| own > sum)));
        let is_claimed = (0..finder.forms.count())
            .any(|place| matches!(finder.claimed(row, place), Some(CellStatement::Number(_))));
        if is_below && !is_other && is_claimed {
            for (maximum, printed) in item.maxima.iter_mut().zip(printed) {
                *maximum = maximum.and(printed.map(Most::Points));
            }
            (item.ceiling, item.minimum) = (Ceiling::Below, Points::ZERO);
            item.kind = FormRowKind::Leaf(Vec::new());
        }
    }

    fn push(&mut self, row: Option<usize>, id: String, is_group: bool) -> usize {
        let levels = 0..self.finder.levels.len();
        let printed = |level| self.finder.printed(row?, level);
        let printed = levels.map(printed).collect();
        self.found.push(ProposedItem {
            row,
            id,
            is_group,
            maxima: vec![None; self.finder.levels.len()],
            printed,
            minimum: Points::ZERO,
            weight: Decimal::ONE,
            kind: FormRowKind::Sum,
            together: PartsTogether::Sum,
            parts: None,
            doubted: None,
            capped: None,
            figures: Vec::new(),
            is_outside: false,
            blank: Blank::Open,
            ceiling: Ceiling::Said,
        });
        self.found.len() - 1
    }

    fn leaf(&mut self, row: usize, id: String) {
        let at = self.push(Some(row), id, false);
        let kind = self.kind(row).clone();
        let of_options = match &kind {
            FormRowKind::Leaf(options) => options.iter().map(|(_, points)| *points).max(),
            _ => None,
        };
        let finder = self.finder;
        let given = given(finder, row);
        let is_penalty = of_options.is_none() && finder.is_taken_off(row);
        let least = given.iter().copied().fold(Points::ZERO, Ord::min);
        let below = given.iter().filter(|points| **points < Points::ZERO);
        // One who writes a number below 0 where nothing is taken off made a mistake.
        let is_taken_off = is_penalty || finder.is_bonus(row) || below.count() * 2 > given.len();
        let mut minimum = if is_taken_off { least } else { Points::ZERO };
        let mut is_open = false;
        let by_words = finder.is_bonus(row) && finder.mentions_no_limit(row);
        let mut is_by_words = false;
        let mut maxima = Vec::new();
        for level in 0..finder.levels.len() {
            let printed = finder.printed(row, level);
            minimum = minimum.min(printed.unwrap_or_default());
            let said = self.most_said(row, level, of_options);
            if said.is_none() && finder.is_lacking(row, level) {
                maxima.push(None);
                continue;
            }
            is_by_words |= said.is_none() && by_words;
            let said = said.or(by_words.then_some(Most::Unlimited));
            is_open |= said.is_none();
            let highest = || given.iter().copied().fold(Points::ZERO, Ord::max);
            let maximum = said.unwrap_or_else(|| Most::Points(highest()));
            let maximum = maximum.max(Most::ZERO);
            let taken =
                Points::ZERO - printed.map_or_else(highest, |points| points.max(Points::ZERO));
            let (maximum, least) = if is_penalty {
                (Most::ZERO, taken.min(minimum))
            } else {
                (maximum, minimum)
            };
            minimum = least;
            maxima.push(Some(maximum));
        }
        let figures = self.figures(row);
        if let Some(item) = self.found.get_mut(at) {
            (item.maxima, item.minimum) = (maxima, minimum);
            item.ceiling = match (is_penalty, is_by_words, is_open) {
                (true, ..) => Ceiling::Penalty,
                (_, true, _) => Ceiling::Words,
                (.., true) => Ceiling::Seen,
                _ => item.ceiling,
            };
            (item.kind, item.figures) = (kind, figures);
            if (is_penalty || finder.is_bonus(row)) && finder.is_left_blank(row) {
                item.blank = Blank::Zero;
            }
        }
    }

    /// The most of a row that has points: its own, that of its options, or that of the rows below it.
    fn most_said(&self, row: usize, level: usize, of_options: Option<Points>) -> Option<Most> {
        let of_parts = || self.finder.most_of_parts(row, level, self.kinds);
        let of_rows = || of_options.or_else(of_parts).map(Most::Points);
        self.finder.most(row, level).or_else(of_rows)
    }

    /// The figures of a row.
    fn figures(&self, row: usize) -> Vec<usize> {
        let is_figure = |one: &usize| self.kind(*one) == &FormRowKind::Figure;
        let below = self.finder.forms.consensus.below(Some(row));
        below.filter(is_figure).collect()
    }

    /// The limits of an item from those right below it.
    fn add_up(&mut self, at: usize) {
        add_up(&mut self.found, at);
    }

    /// The id of a row: that of the row above and its own code, or its place where it has none.
    fn id(&mut self, row: usize, above: &str) -> String {
        let rows = &self.finder.forms.consensus.rows;
        let one = rows.get(row);
        let parent = one
            .and_then(|one| one.parent)
            .and_then(|parent| rows.get(parent));
        let parent = parent.filter(|_| !above.is_empty());
        let own = one.filter(|one| one.code.is_coded());
        let own = own.map(|one| own_part(&one.code, parent.map(|parent| &parent.code)));
        let own = own
            .map(|own| own.replace('.', "-"))
            .filter(|own| !own.is_empty());
        let path = |part: &str| match above {
            "" => part.to_string(),
            above => format!("{above}.{part}"),
        };
        let mut number = 1;
        let mut id = path(&own.clone().unwrap_or_else(|| number.to_string()));
        while !self.ids.insert(id.clone()) {
            number += 1;
            id = match &own {
                Some(own) => path(&format!("{own}-{number}")),
                None => path(&number.to_string()),
            };
        }
        id
    }
}

/// The points that the forms give themselves in a row.
fn given(finder: &Finder<'_>, row: usize) -> Vec<Points> {
    let points = |place| match finder.claimed(row, place)? {
        CellStatement::Number(points) => Some(*points),
        _ => None,
    };
    (0..finder.forms.count()).filter_map(points).collect()
}

/// Points by a weight. Both are so small that there always is a product.
pub(super) fn times(points: Points, weight: Decimal) -> Points {
    points.checked_mul(weight).unwrap_or(points)
}

/// Whether an item stands right below the one of an id.
pub(super) fn is_below(item: &ProposedItem, id: &str) -> bool {
    let rest = item
        .id
        .strip_prefix(id)
        .and_then(|rest| rest.strip_prefix('.'));
    rest.is_some_and(|rest| !rest.contains('.'))
}

/// The limits of an item from those right below it.
pub(super) fn add_up(found: &mut [ProposedItem], at: usize) {
    let Some(id) = found.get(at).map(|item| item.id.clone()) else {
        return;
    };
    let levels = found.get(at).map_or(0, |item| item.maxima.len());
    let mut maxima: Vec<Option<Most>> = vec![None; levels];
    let mut minimum = Points::ZERO;
    let together = found.get(at).map(|item| item.together);
    let together = together.filter(|way| *way != PartsTogether::Sum);
    let below = || found.iter().filter(|one| is_below(one, &id));
    for one in below() {
        minimum = minimum + times(one.minimum, one.weight);
        for (sum, maximum) in maxima.iter_mut().zip(&one.maxima) {
            if let Some(maximum) = maximum {
                *sum = Some(sum.unwrap_or_default() + maximum.times(one.weight));
            }
        }
    }
    if let Some(way) = together {
        for (level, most) in maxima.iter_mut().enumerate() {
            let limit = |one: &ProposedItem| one.maxima.get(level).copied().flatten()?.limit();
            let parts = below().filter_map(|one| Some((one.weight, limit(one)?)));
            let parts = way.come_to(&parts.collect::<Vec<_>>());
            *most = most.and(parts.map(Most::Points));
        }
    }
    let Some(item) = found.get_mut(at) else {
        return;
    };
    // What has no limit counts no further than to what the form prints above it, nor what the forms say is cut to that.
    let of_levels = || maxima.iter().zip(&item.printed);
    let is_capped = |(sum, printed): (&Option<Most>, &Option<Points>)| {
        *sum == Some(Most::Unlimited) && printed.is_some_and(|own| own > Points::ZERO)
    };
    if item.capped.is_some() {
        for (sum, printed) in maxima.iter_mut().zip(&item.printed) {
            *sum = sum.and(printed.map(Most::Points).or(*sum));
        }
        item.ceiling = Ceiling::Capped;
    } else if of_levels().any(is_capped) && of_levels().all(|one| one.0.is_none() || is_capped(one))
    {
        for (sum, printed) in maxima.iter_mut().zip(&item.printed) {
            *sum = sum.and(printed.map(Most::Points));
        }
        item.ceiling = Ceiling::Capped;
    }
    // Quotients of weights come to what they mean.
    let meant = |most: Most| most.rounded(MEANT_DECIMALS);
    item.maxima = maxima.into_iter().map(|most| most.map(meant)).collect();
    item.minimum = minimum.rounded(MEANT_DECIMALS);
}
