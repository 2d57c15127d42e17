//! All that was found out about a campaign, before it is written down.
//!
//! In: forms, their covers, columns and items. Out: names, levels, units, the total. Not for: documents.

use toml::Value;

use crate::base::points::{Decimal, Points};
use crate::base::text;
use crate::campaign::hints::Hint;
use crate::campaign::units::offices::{UnitTier, capital, sentence, slug};
use crate::campaign::vocabulary::Column;
use crate::input::propose::columns::FormColumn;
use crate::input::propose::cover::{CommonTexts, FormCover, assessed, year_of_most};
use crate::input::propose::cover_text::CoverText;
use crate::input::propose::forms::{Forms, majority};
use crate::input::propose::indices::IndexScores;
use crate::input::propose::items::{ProposedItem, is_below, times};
use crate::input::propose::printed_points::MEANT_DECIMALS;
use crate::input::propose::roles::{ColumnUse, Roles};
use crate::input::propose::row_kinds::{Finder, FormRowKind};
use crate::input::propose::spelling::Spellings;
use crate::input::propose::units::{ListedUnit, ProposedUnit, units};
use crate::input::propose::weights::Weighing;
use crate::input::propose::word_scores;

/// A level.
#[derive(Clone, Debug)]
pub(super) struct ProposedLevel {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) units: String,
}

/// What was found out.
pub(super) struct Draft<'a> {
    pub(super) forms: &'a Forms<'a>,
    pub(super) roles: &'a Roles,
    pub(super) id: String,
    /// The id and the version of the scheme that the forms are stamped with.
    pub(super) stamp: Option<(String, i64)>,
    pub(super) name: String,
    pub(super) scheme_name: String,
    /// The year, and how many forms name it.
    pub(super) year: Option<i32>,
    pub(super) years: (usize, usize),
    pub(super) title: Vec<String>,
    pub(super) title_seen: Option<(CoverText, usize, usize)>,
    pub(super) authority: Option<String>,
    pub(super) authority_seen: Option<(CoverText, usize, usize)>,
    pub(super) levels: Vec<ProposedLevel>,
    pub(super) items: Vec<ProposedItem>,
    /// Whether nothing but its numbers says that the column of scores is one.
    pub(super) is_score_guessed: bool,
    /// How weights that the forms print were understood.
    pub(super) weighing: Weighing,
    /// How many of so many forms print totals that are rounded to whole numbers, where they do.
    pub(super) whole_totals: Option<(usize, usize)>,
    /// What scores from 0 to 1 are that no maximum is printed for.
    pub(super) indices: Option<IndexScores>,
    pub(super) total: Points,
    /// Whether a row of the forms says that total.
    pub(super) is_total_printed: bool,
    /// Units with the place of their level.
    pub(super) units: Vec<(usize, ProposedUnit)>,
    /// Headings of codes and texts that the words do not know.
    pub(super) labels: Vec<(&'static str, String)>,
    /// Captions of rows of sums that the words do not know.
    pub(super) captions: Vec<(&'static str, String)>,
    /// Lines without codes that add up those below them, with these, where too little says that they are groups.
    pub(super) doubted_heads: Vec<(String, Vec<String>)>,
    /// Files whose lines took too long to be looked at.
    pub(super) slow: Vec<String>,
    /// The words of a column of words, as options that are worth nothing yet.
    pub(super) words: Option<Value>,
}

impl<'a> Draft<'a> {
    /// The total of a level, where it is another than that of the scheme.
    pub(super) fn own_total(&self, level: usize) -> Option<Points> {
        let own = inside(&self.items, level);
        (own != self.total && own > Points::ZERO).then_some(own)
    }

    /// What the criteria at or below an item come to on a level as they are, before any weight.
    pub(super) fn unweighed(&self, item: &ProposedItem, level: usize) -> Option<Points> {
        if !item.is_group && item.kind != FormRowKind::Sum {
            return item.maxima.get(level).copied().flatten()?.limit();
        }
        let has = |one: &ProposedItem| one.maxima.get(level).is_some_and(Option::is_some);
        let below = self.items.iter();
        let below = below.filter(|one| is_below(one, &item.id) && has(one));
        below.map(|one| self.unweighed(one, level)).sum()
    }

    /// Whether points are weighed by what the forms print.
    pub(super) fn is_weighed(&self) -> bool {
        self.items.iter().any(|item| item.weight != Decimal::ONE)
    }

    /// The key in `[columns]` of what a column was taken for: one of weights that nothing is weighed by is passed over.
    pub(super) fn key_of(&self, column: &FormColumn) -> Option<&'static str> {
        match column.role? {
            ColumnUse::Weight if !self.is_weighed() => {
                Some(ColumnUse::Other(Column::Ignored).key())
            }
            role => Some(role.key()),
        }
    }

    pub(super) fn new(
        finder: &Finder<'a>,
        (covers, files): (&[FormCover], &[&str]),
        mut items: Vec<ProposedItem>,
        list: &[ListedUnit],
    ) -> Draft<'a> {
        let said = CommonTexts::new(covers);
        let authority = said
            .authority(covers)
            .map(|(one, count, of)| (one.clone(), count, of));
        let title_seen = said
            .title(covers)
            .map(|(one, count, of)| (one.clone(), count, of));
        let key = authority.as_ref().map(|(one, ..)| one.key.as_str());
        let spellings = Spellings::new(files.iter().copied(), covers, key);
        let units = units(covers, &said, key, (list, files, &spellings));
        let year_of_most = year_of_most(covers);
        let title = title_seen.as_ref().map(|(one, ..)| one.text.clone());
        let year = assessed(covers);
        let (total, is_total_printed) = total(finder, &mut items);
        let name = match &title {
            Some(title) => matter(title),
            None => String::new(),
        };
        let mut scheme_name = name.clone();
        if let Some((before, _)) = name.rsplit_once(" năm ") {
            scheme_name = before.to_string();
        }
        let levels = levels(finder, covers, &units);
        let units = place(units, finder.levels, &levels);
        let heading = title.unwrap_or_default().to_uppercase();
        Draft {
            forms: finder.forms,
            roles: finder.roles,
            id: slug(&scheme_name)
                .get(..60)
                .map_or_else(|| slug(&scheme_name), str::to_string),
            stamp: None,
            name,
            scheme_name,
            year,
            years: year_of_most.map_or((0, 0), |(_, count, of)| (count, of)),
            title: vec!["KẾT QUẢ".to_string(), heading]
                .into_iter()
                .filter(|line| !line.is_empty())
                .collect(),
            title_seen,
            authority: authority.as_ref().map(|(one, ..)| one.text.clone()),
            authority_seen: authority,
            levels,
            items,
            is_score_guessed: false,
            weighing: Weighing::Open,
            whole_totals: None,
            indices: None,
            total,
            is_total_printed,
            units,
            labels: Vec::new(),
            captions: Vec::new(),
            doubted_heads: Vec::new(),
            slow: Vec::new(),
            words: word_scores::options(finder.forms, &finder.roles.columns),
        }
    }
}

/// What a title is about: without the words for a form, without what stands in brackets.
fn matter(title: &str) -> String {
    let title = title.split('(').next().unwrap_or(title).trim();
    let words: Vec<&str> = title.split(' ').collect();
    let keys: Vec<String> = words.iter().map(|word| text::key(word)).collect();
    let said = |at: usize| leading(keys.get(at..).unwrap_or_default(), Hint::Title);
    let mut begin = 0;
    loop {
        let result = leading(keys.get(begin..).unwrap_or_default(), Hint::TitleResult);
        match (said(begin), result) {
            (0, 0) => break,
            // The result of what follows is what the title is about.
            (0, result) if said(begin + result) == 0 => break,
            (0, result) => begin += result,
            (said, _) => begin += said,
        }
    }
    let rest = words.get(begin..).filter(|rest| rest.len() > 1);
    let rest = rest.unwrap_or(&words).join(" ");
    capital(&sentence(&rest))
}

/// How many words are the longest of some that these begin with.
fn leading(keys: &[String], hint: Hint) -> usize {
    let begins = |words: &&str| {
        let mut words = words.split(' ').enumerate();
        words.all(|(at, word)| keys.get(at).is_some_and(|key| key == word))
    };
    let lengths = hint.words().filter(begins);
    lengths
        .map(|words| words.split(' ').count())
        .max()
        .unwrap_or_default()
}

/// What the groups inside the total add up to on a level.
fn inside(items: &[ProposedItem], level: usize) -> Points {
    let of = items.iter().filter(|one| one.is_group && !one.is_outside);
    // One without a limit stands beside the total.
    let most = |one: &ProposedItem| one.maxima.get(level).copied().flatten()?.limit();
    let all = of.filter_map(|one| Some(times(most(one)?, one.weight)));
    all.sum::<Points>().rounded(MEANT_DECIMALS)
}

/// What the groups inside the total add up to; those beside it are told by what the forms print as their total.
fn total(finder: &Finder<'_>, items: &mut [ProposedItem]) -> (Points, bool) {
    let printed = |item: &ProposedItem| item.row.and_then(|row| finder.printed(row, 0));
    let first = |item: &ProposedItem| times(item.first_limit(), item.weight);
    let is_sure = |item: &ProposedItem| item.is_group && is_beside(finder, item);
    let worth = |item: &ProposedItem| printed(item).unwrap_or(first(item));
    let groups = || items.iter().filter(|one| one.is_group);
    let all: Points = groups().map(worth).sum();
    let sure: Points = groups().filter(|one| is_sure(one)).map(worth).sum();
    let stated = totals(finder);
    let is_stated = |points: Points| stated.contains(&points);
    // A group of criteria that also holds a penalty stands beside only where the total of the forms leaves out it alone.
    let is_left_out = |one: &&ProposedItem| {
        let takes_off = one.row.is_some() && one.minimum < Points::ZERO;
        takes_off && !is_sure(one) && is_stated(all - sure - worth(one))
    };
    let left_out: Vec<&ProposedItem> = groups().filter(is_left_out).collect();
    let mixed = match left_out.as_slice() {
        [one] if !is_stated(all) && !is_stated(all - sure) => Some(*one),
        _ => None,
    };
    let outside = sure + mixed.map_or(Points::ZERO, worth);
    let mixed = mixed.map(|one| one.id.clone());
    let is_beside =
        |item: &ProposedItem| is_sure(item) || item.is_group && mixed.as_ref() == Some(&item.id);
    let is_inside = outside > Points::ZERO && is_stated(all) && !is_stated(all - outside);
    for item in items.iter_mut() {
        let is_unlimited = item.is_group && item.is_unlimited();
        item.is_outside = is_beside(item) && !is_inside || is_unlimited;
    }
    let is_printed = is_stated(all) || is_stated(all - outside);
    (inside(items, 0), is_printed)
}

/// Whether a group stands beside the total: it is called so, or all that it holds takes points off.
fn is_beside(finder: &Finder<'_>, item: &ProposedItem) -> bool {
    let is_called = item.row.is_some_and(|row| finder.is_bonus(row));
    let is_taken_off = item.minimum < Points::ZERO && item.first_limit() <= Points::ZERO;
    is_called || item.row.is_some() && is_taken_off
}

/// What rows of sums say in the columns of the maximum.
fn totals(finder: &Finder<'_>) -> Vec<Points> {
    let keys: Vec<&str> = finder.roles.keys(ColumnUse::Maximum).collect();
    let of = |place| {
        let keys = keys.iter();
        keys.flat_map(move |key| finder.forms.summed(place, key))
    };
    (0..finder.forms.count()).flat_map(of).collect()
}

/// The levels by what covers or their columns of maxima call them, else by the kinds of their units.
fn levels(finder: &Finder<'_>, covers: &[FormCover], units: &[ProposedUnit]) -> Vec<ProposedLevel> {
    let mut levels: Vec<ProposedLevel> = Vec::new();
    for (number, forms) in finder.levels.iter().enumerate() {
        let stated = forms
            .iter()
            .filter_map(|form| covers.get(*form)?.level.as_ref())
            .map(|one| one.text.as_str());
        let stated = majority(stated).map(|(name, ..)| name.to_string());
        let is_of = |unit: &&ProposedUnit| unit.forms.iter().any(|(form, _)| forms.contains(form));
        let tier = majority(units.iter().filter(is_of).filter_map(|unit| unit.tier))
            .map(|(tier, ..)| tier);
        let (id, name, words) = tier.unwrap_or(UnitTier::Province).words();
        let named = forms
            .iter()
            .filter_map(|form| finder.roles.kind_named(*form));
        let named = majority(named).map(|(named, ..)| named);
        let units = named.map_or(words.to_string(), |named| format!("các {named}"));
        let named = named.map(capital);
        let name = stated.or(named).unwrap_or_else(|| name.to_string());
        let short = text::key(&name);
        let own = short.strip_prefix("cấp ").map_or_else(|| slug(&name), slug);
        let id = if own.is_empty() { id.to_string() } else { own };
        let is_used = levels.iter().any(|level| level.id == id);
        levels.push(ProposedLevel {
            id: if is_used {
                format!("{id}-{}", number + 1)
            } else {
                id
            },
            name: if is_used {
                format!("{name} ({})", number + 1)
            } else {
                name
            },
            units,
        });
    }
    levels
}

/// The level of each unit: that of its forms; one that has none has that of units of its kind.
fn place(
    units: Vec<ProposedUnit>,
    places: &[Vec<usize>],
    levels: &[ProposedLevel],
) -> Vec<(usize, ProposedUnit)> {
    let of_form = |form: usize| places.iter().position(|forms| forms.contains(&form));
    let of_forms = |unit: &ProposedUnit| unit.forms.first().and_then(|(form, _)| of_form(*form));
    let of_kind = |tier: Option<UnitTier>| {
        let same = units
            .iter()
            .filter(|unit| unit.tier == tier && tier.is_some());
        majority(same.filter_map(of_forms)).map(|(level, ..)| level)
    };
    let levels: Vec<usize> = units
        .iter()
        .map(|unit| {
            of_forms(unit)
                .or_else(|| of_kind(unit.tier))
                .unwrap_or_default()
                .min(levels.len().saturating_sub(1))
        })
        .collect();
    levels.into_iter().zip(units).collect()
}
