//! Points that are a share of the maximum: of two figures in rows below a criterion, or one figure in percent, below it or in its own row.
//!
//! In: what was found of forms. Out: the rule that their own points prove, or that some say so and too few to know. Not for: figures that
//! are written together into one cell (`method`).

use crate::base::points::{Decimal, Points};
use crate::base::text;
use crate::campaign::vocabulary::Column;
use crate::input::propose::columns::FormColumn;
use crate::input::propose::draft::Draft;
use crate::input::propose::forms::{SEVERAL, are_nearly_all};
use crate::input::propose::items::ProposedItem;
use crate::input::propose::roles::ColumnUse;
use crate::input::propose::row_kinds::FormRowKind;
use crate::input::propose::row_measure::measure;
use crate::input::propose::value::{CellStatement, written};

/// Rows of figures of which a share may be made; of more nobody knows which two are meant.
const MOST_ROWS: usize = 8;

/// Words of rows that say that points are a share: "Điểm = Tỷ lệ × điểm tối đa".
const SHARE: [&str; 2] = ["tỷ lệ", "tỉ lệ"];
const OF_MAXIMUM: [&str; 3] = ["điểm tối đa", "điểm chuẩn", "thang điểm"];

/// What the share is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ShareOf {
    /// The figures in two rows, by their places among those of the criterion: part and whole.
    Two(usize, usize),
    /// A figure in percent, by its place.
    Percent(usize),
    /// A figure in percent in the criterion's own row.
    OwnPercent,
}

/// How many of so many forms have such points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FoundShare {
    /// What the share is made of; nothing where the words alone say that there is one.
    pub(super) of_what: Option<ShareOf>,
    pub(super) agree: usize,
    pub(super) of: usize,
    /// Whether the forms prove it.
    pub(super) is_proved: bool,
}

/// What a form says of a share.
struct Shared {
    part: Points,
    whole: Points,
    claimed: Points,
    maximum: Points,
    /// Whether it may be one of what stands beside it instead, which is 100 there.
    is_ambiguous: bool,
}

impl Shared {
    /// Whether the points are the share of the maximum, as exactly as people write them.
    fn follows(&self) -> bool {
        let share = || {
            let part = self.part.0.checked_mul(self.maximum.0)?;
            part.checked_div(self.whole.0)
        };
        let off = share().and_then(|points| points.checked_sub(self.claimed.0));
        off.is_some_and(|off| off.abs() < Decimal::new(5, 2))
    }

    /// Whether its points tell one share from another: none and all of them come of anything, and 90 of a plan of 100 are 90 percent.
    fn is_telling(&self) -> bool {
        self.claimed > Points::ZERO && self.claimed < self.maximum && !self.is_ambiguous
    }
}

/// The share that the points of a criterion are, or may be.
pub(super) fn found(draft: &Draft<'_>, item: &ProposedItem) -> Option<FoundShare> {
    let is_plain = item.kind == FormRowKind::Leaf(Vec::new()) && !item.is_unlimited();
    let row = item.row.filter(|_| is_plain && !item.is_group)?;
    let figures = item.figures.get(..MOST_ROWS.min(item.figures.len()))?;
    let pairs = (0..figures.len()).flat_map(|part| {
        let wholes = (0..figures.len()).filter(move |whole| *whole != part);
        wholes.map(move |whole| ShareOf::Two(part, whole))
    });
    let percents = (0..figures.len()).map(ShareOf::Percent);
    let own = [ShareOf::OwnPercent].into_iter();
    let own = own.filter(|_| figures.is_empty());
    let said = |of_what: ShareOf| weigh(draft, item, (row, figures), of_what);
    let two: Vec<FoundShare> = pairs.filter_map(said).collect();
    let percent: Vec<FoundShare> = percents.chain(own).filter_map(said).collect();
    // A percentage beside the figures that it is made of says the same.
    for kind in [&two, &percent] {
        let mut proved = kind.iter().filter(|one| one.is_proved);
        if let (Some(one), None) = (proved.next(), proved.next()) {
            return Some(*one);
        }
    }
    let is_worded = is_worded(draft, row);
    let most = two.into_iter().chain(percent).max_by_key(|one| one.agree);
    let most = most.filter(|one| is_worded || one.agree * 2 >= one.of);
    let unproved = |one: FoundShare| FoundShare {
        is_proved: false,
        ..one
    };
    let nothing = FoundShare {
        of_what: None,
        agree: 0,
        of: 0,
        is_proved: false,
    };
    most.map(unproved)
        .or_else(|| (is_worded && !figures.is_empty()).then_some(nothing))
}

/// How many forms have points that are this share; nothing where no form says anything that tells.
fn weigh(
    draft: &Draft<'_>,
    item: &ProposedItem,
    (row, figures): (usize, &[usize]),
    of_what: ShareOf,
) -> Option<FoundShare> {
    let of = match of_what {
        ShareOf::Two(..) => None,
        ShareOf::Percent(at) => Some(*figures.get(at)?),
        ShareOf::OwnPercent => Some(row),
    };
    let unit = of.and_then(|of| measure(draft, of));
    if unit.as_deref().is_some_and(|unit| !is_percent(unit)) {
        return None;
    }
    let said = (0..draft.forms.count()).filter_map(|place| {
        let number = |of: usize| figure(draft, of, place, of == row);
        let role = |role| draft.roles.number(draft.forms, role, row, place);
        let (part, whole) = match of_what {
            ShareOf::Two(part, whole) => {
                let part = number(*figures.get(part)?)?;
                (part, number(*figures.get(whole)?)?)
            }
            ShareOf::Percent(_) | ShareOf::OwnPercent => {
                (number(of?)?, Points(Decimal::ONE_HUNDRED))
            }
        };
        Some(Shared {
            part,
            whole,
            claimed: role(ColumnUse::Claimed)?,
            maximum: role(ColumnUse::Maximum).unwrap_or_else(|| item.first_limit()),
            is_ambiguous: unit.is_none()
                && of.is_some_and(|of| is_beside_hundred(draft, of, place)),
        })
    });
    let mut said: Vec<Shared> = said.collect();
    // What is stored as a share of one is shown in percent.
    let is_of_one = matches!(of_what, ShareOf::Percent(_) | ShareOf::OwnPercent)
        && said.iter().all(|one| one.part.0 <= Decimal::ONE);
    for one in said.iter_mut().filter(|_| is_of_one) {
        one.whole = Points(Decimal::ONE);
    }
    let agree = said.iter().filter(|one| one.follows()).count();
    let telling = said.iter().filter(|one| one.follows() && one.is_telling());
    let telling = telling.count();
    (telling > 0).then_some(FoundShare {
        of_what: Some(of_what),
        agree,
        of: said.len(),
        is_proved: telling >= SEVERAL && are_nearly_all(agree, said.len()),
    })
}

/// The number of a figure in a row of a form, also one with a sign of percent. In its criterion's own row the score is none.
fn figure(draft: &Draft<'_>, row: usize, place: usize, is_own: bool) -> Option<Points> {
    match figure_said(draft, row, place, is_own)? {
        CellStatement::Number(points) => Some(*points),
        CellStatement::Text(text) => written(text.strip_suffix('%')?),
        CellStatement::Tick => None,
    }
}

/// What a form says of a figure in a row: in the column of figures, else in that of scores.
pub(super) fn figure_said<'a>(
    draft: &Draft<'a>,
    row: usize,
    place: usize,
    is_own: bool,
) -> Option<&'a CellStatement> {
    let said = |role| draft.roles.said(draft.forms, role, row, place);
    let in_scores = || said(ColumnUse::Claimed).filter(|_| !is_own);
    let found = said(ColumnUse::Other(Column::Figure)).or_else(in_scores);
    found.map(|(said, ..)| said)
}

/// Whether a row without a unit of measure has a 100 beside its figure, of which that may be a share as well as of a whole: a plan, a number of all. Not where
/// the row or the heading says that the figure is a percentage.
fn is_beside_hundred(draft: &Draft<'_>, row: usize, place: usize) -> bool {
    let says = |key: &str| SHARE.iter().any(|one| key.contains(one));
    let is_figure = |one: &FormColumn| one.role == Some(ColumnUse::Other(Column::Figure));
    let columns = || draft.roles.columns.iter();
    let heading = columns().any(|one| {
        is_figure(one) && one.places.contains(&place) && (one.text.contains('%') || says(&one.key))
    });
    let text = draft.forms.consensus.rows.get(row);
    let is_said = text.is_some_and(|row| row.text.contains('%') || says(&row.key));
    if heading || is_said {
        return false;
    }
    let is_known = |one: &FormColumn| {
        let is_points = matches!(one.role, Some(ColumnUse::Maximum | ColumnUse::Claimed));
        is_points || is_figure(one)
    };
    let hundred = Some(Points(Decimal::ONE_HUNDRED));
    let mut others = columns().filter(|one| !is_known(one));
    others.any(|one| draft.forms.number(row, place, &one.key) == hundred)
}

/// Whether a unit of measure is that of percentages.
fn is_percent(unit: &str) -> bool {
    let key = text::key(unit);
    unit.contains('%') || key.contains("phần trăm") || SHARE.iter().any(|one| key == *one)
}

/// Whether the words of a row or of those below it say that points are a share of the maximum.
fn is_worded(draft: &Draft<'_>, row: usize) -> bool {
    let rows = &draft.forms.consensus.rows;
    let says = |row: usize| {
        let key = rows.get(row).map_or("", |one| one.key.as_str());
        let has = |words: &[&str]| words.iter().any(|word| key.contains(word));
        has(&SHARE) && has(&OF_MAXIMUM)
    };
    says(row) || draft.forms.consensus.below(Some(row)).any(says)
}
