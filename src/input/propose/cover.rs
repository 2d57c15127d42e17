//! What a form says about itself above its tables: unit, level, year, title, authority.
//!
//! In: the grids of a form and where its tables begin. Out: texts with their places, and what they are among those of other forms.
//! Not for: codes and levels of units.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::cell::{CellAddress, CellValue, Grid};
use crate::base::text;
use crate::campaign::hints::Hint;
use crate::campaign::units::offices::{is_authority, kind_of, sentence};
use crate::campaign::units::superior::is_office;
use crate::campaign::vocabulary::CoverLine;
use crate::input::propose::cover_text::CoverText;
use crate::input::propose::forms::majority;
use crate::input::propose::in_sight;
use crate::input::propose::superiors::{Superiors, letterheads, lowest_key};
use crate::input::propose::tree::Tree;
use crate::input::tables::{Vocabulary, title_years};

/// What a form says about itself.
#[derive(Clone, Debug, Default)]
pub(super) struct FormCover {
    /// Behind a label `Tên đơn vị`.
    pub(super) named: Option<CoverText>,
    /// Behind a label `Cấp`.
    pub(super) level: Option<CoverText>,
    /// All texts above the tables.
    pub(super) texts: Vec<CoverText>,
    /// The years that they name.
    pub(super) years: Vec<(i32, CoverText)>,
}

/// Rows of a sheet without a table that are looked at.
const TOP_ROWS: u32 = 40;
/// Columns to the right of a label in which its value is looked for.
const FURTHEST: u32 = 8;

/// Reads the cover of a form.
pub(super) fn cover(grids: &[Grid], tree: &Tree, vocabulary: &Vocabulary) -> FormCover {
    let mut cover = FormCover::default();
    for (sheet, grid) in in_sight(grids) {
        let first = tree
            .blocks
            .iter()
            .find(|block| block.sheet == sheet)
            .map(|block| block.first);
        let end = first.unwrap_or(TOP_ROWS).min(TOP_ROWS);
        for cell in grid
            .cells()
            .iter()
            .take_while(|cell| cell.address.row < end)
        {
            let CellValue::Text(raw) = &cell.value else {
                continue;
            };
            for line in raw.lines() {
                take(&mut cover, grid, sheet, cell.address, line, vocabulary);
            }
        }
        if cover.named.is_none() {
            cover.named = in_row(grid, sheet, end, vocabulary);
        }
    }
    cover
}

/// The unit's name out of a row of a table of general facts, `Tên địa phương | UBND huyện Sa Thầy`, as the reader takes it: no other row
/// has such a label and a unit's name behind it.
fn in_row(grid: &Grid, sheet: usize, end: u32, vocabulary: &Vocabulary) -> Option<CoverText> {
    let below = grid
        .cells()
        .iter()
        .skip_while(|cell| cell.address.row < end);
    let mut near = below.take_while(|cell| cell.address.row < TOP_ROWS);
    near.find_map(|cell| {
        let label = text::key(&cell.value.show());
        let is_label =
            label.starts_with("tên ") && vocabulary.cover_line(&label) == Some(CoverLine::Unit);
        let (text, at) = beside(grid, cell.address).filter(|_| is_label)?;
        let key = text::key(&text);
        kind_of(&key).is_some().then_some(CoverText {
            text,
            key,
            sheet,
            at,
        })
    })
}

fn take(
    cover: &mut FormCover,
    grid: &Grid,
    sheet: usize,
    at: CellAddress,
    line: &str,
    vocabulary: &Vocabulary,
) {
    let shown = text::clean(line);
    let key = text::key(&shown);
    if key.is_empty() {
        return;
    }
    let stated = |text: String, at| CoverText {
        key: text::key(&text),
        text,
        sheet,
        at,
    };
    if let Some((above, own)) = authority_and_office(&shown) {
        cover.texts.push(stated(text::clean(above), at));
        cover.texts.push(stated(text::clean(own), at));
        return;
    }
    let (label, inline) = shown.split_once(':').unwrap_or((&shown, ""));
    if let Some(line) = vocabulary.cover_line(&text::key(label)) {
        let value = match text::clean(inline) {
            inline if !inline.is_empty() => Some((inline, at)),
            _ => beside(grid, at),
        };
        if let Some((value, at)) = value {
            let value = stated(value, at);
            match line {
                CoverLine::Unit if cover.named.is_none() => cover.named = Some(value),
                CoverLine::Level if cover.level.is_none() => cover.level = Some(value),
                CoverLine::Year => cover
                    .years
                    .extend(year(&format!("năm {}", value.key)).map(|year| (year, value))),
                _ => {}
            }
            return;
        }
    }
    let one = stated(shown.clone(), at);
    if cover.level.is_none() && Hint::Block.begins(&key) && !Hint::NoBlock.begins(&key) {
        let name = sentence(without_brackets(&shown));
        cover.level = Some(CoverText {
            text: name,
            ..one.clone()
        });
    }
    cover
        .years
        .extend(year(&key).map(|year| (year, one.clone())));
    cover.texts.push(one);
}

/// A line that stands in brackets as a whole, without these: `(Khối sở)`.
fn without_brackets(shown: &str) -> &str {
    let inside = shown
        .strip_prefix('(')
        .and_then(|one| one.strip_suffix(')'));
    let inside = inside.filter(|one| !one.contains(['(', ')']));
    inside.map_or(shown, str::trim)
}

/// A letterhead in one line: `UBND TỈNH HÀ NAM – SỞ Y TẾ`.
fn authority_and_office(shown: &str) -> Option<(&str, &str)> {
    let mut parts = [" – ", " - ", "/"].iter();
    let (above, own) = parts.find_map(|dash| shown.split_once(dash))?;
    let is_letterhead = is_authority(&text::key(above)) && is_office(own, &text::key(own));
    is_letterhead.then_some((above, own))
}

fn beside(grid: &Grid, at: CellAddress) -> Option<(String, CellAddress)> {
    let right = grid
        .row(at.row)
        .iter()
        .filter(|cell| cell.address.column > at.column);
    let mut near = right.take_while(|cell| cell.address.column - at.column <= FURTHEST);
    near.find_map(|cell| {
        let shown = text::clean(cell.value.show().trim_start_matches([':', ' ']));
        (!shown.is_empty()).then_some((shown, cell.address))
    })
}

/// The year that the words name: `năm 2025`, or the last one that a title ends in.
pub(super) fn year(key: &str) -> Option<i32> {
    said_year(key).or_else(|| title_years(key).map(|(_, last)| last))
}

/// Whether the words name two years that follow each other, and nothing says which is meant.
pub(super) fn is_of_two_years(key: &str) -> bool {
    said_year(key).is_none() && title_years(key).is_some_and(|(first, last)| first != last)
}

fn said_year(key: &str) -> Option<i32> {
    let (_, after) = key.rsplit_once("năm ")?;
    let digits = after.get(..4)?;
    let is_end = after.get(4..5).is_none_or(|next| next == " ");
    digits
        .parse()
        .ok()
        .filter(|year| is_end && (2000..=2100).contains(year))
}

/// The year that most forms name, each the one that it names most.
pub(super) fn year_of_most(covers: &[FormCover]) -> Option<(i32, usize, usize)> {
    let of = |cover: &FormCover| majority(cover.years.iter().map(|(year, _)| *year));
    majority(covers.iter().filter_map(of).map(|(year, ..)| year))
}

/// The year assessed: that of the title, else that of most forms.
pub(super) fn assessed(covers: &[FormCover]) -> Option<i32> {
    let said = CommonTexts::new(covers);
    let of_title = said.title(covers).and_then(|(one, ..)| year(&one.key));
    of_title.or_else(|| year_of_most(covers).map(|(year, ..)| year))
}

/// What the forms say together.
#[derive(Debug, Default)]
pub(super) struct CommonTexts {
    /// How many forms have each text above their tables.
    counts: BTreeMap<String, usize>,
    /// How many forms have each text as the lowest line of a letterhead.
    lowest: BTreeMap<String, usize>,
    superiors: Superiors,
    forms: usize,
}

/// In how many forms each key is.
fn counts(forms: impl Iterator<Item = BTreeSet<String>>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for key in forms.flatten() {
        *counts.entry(key).or_default() += 1;
    }
    counts
}

impl CommonTexts {
    pub(super) fn new(covers: &[FormCover]) -> CommonTexts {
        let of_texts = |cover: &FormCover| cover.texts.iter().map(|one| one.key.clone()).collect();
        let mut said = CommonTexts {
            counts: counts(covers.iter().map(of_texts)),
            forms: covers.len(),
            ..CommonTexts::default()
        };
        let authority = said.authority(covers).map(|(one, ..)| one.key.clone());
        let authority = authority.as_deref();
        let of_lowest = |cover: &FormCover| {
            let heads = letterheads(&cover.texts, authority).into_iter();
            heads.map(|lines| lowest_key(&lines)).collect()
        };
        said.lowest = counts(covers.iter().map(of_lowest));
        let mut superiors = Superiors::default();
        for cover in covers {
            match said.own_line(cover, authority) {
                Some((Some(upper), own)) => superiors.take(upper, own),
                Some((None, own)) => superiors.take_top(own),
                None => {}
            }
        }
        said.superiors = superiors;
        said
    }

    fn is_common(&self, key: &str) -> bool {
        self.is_much(&self.counts, key)
    }

    fn is_much(&self, counts: &BTreeMap<String, usize>, key: &str) -> bool {
        let count = counts.get(key).copied().unwrap_or_default();
        count > 1 && count * 2 > self.forms
    }

    /// The authority above all units, and how many forms name it.
    pub(super) fn authority<'c>(
        &self,
        covers: &'c [FormCover],
    ) -> Option<(&'c CoverText, usize, usize)> {
        let is_it = |one: &&CoverText| {
            is_authority(&one.key) && (self.forms < 2 || self.is_common(&one.key))
        };
        self.most(covers, is_it)
    }

    /// The title: what most forms have, names what is filled in, and is the longest.
    pub(super) fn title<'c>(
        &self,
        covers: &'c [FormCover],
    ) -> Option<(&'c CoverText, usize, usize)> {
        let is_it = |one: &&CoverText| {
            Hint::Form.begins(&one.key)
                && one.key.split(' ').count() > 3
                && (self.forms < 2 || self.is_common(&one.key))
        };
        self.most(covers, is_it)
    }

    fn most<'c>(
        &self,
        covers: &'c [FormCover],
        is_it: impl Fn(&&CoverText) -> bool,
    ) -> Option<(&'c CoverText, usize, usize)> {
        let all = covers.iter().flat_map(|cover| &cover.texts).filter(is_it);
        let rank = |one: &&CoverText| {
            let count = self.counts.get(&one.key).copied().unwrap_or_default();
            (
                count,
                year(&one.key).is_some(),
                std::cmp::Reverse(one.at.row),
                one.key.clone(),
            )
        };
        let best = all.max_by_key(rank)?;
        Some((
            best,
            self.counts.get(&best.key).copied().unwrap_or_default(),
            self.forms,
        ))
    }

    /// The unit of a form: behind its label, else the lowest line of a letterhead that other forms do not have, else what stands below
    /// the authority.
    pub(super) fn unit(&self, cover: &FormCover, authority: Option<&str>) -> Option<CoverText> {
        // Dots where a name should be are none.
        let is_name = |one: &&CoverText| one.key.chars().any(char::is_alphabetic);
        let named = cover.named.as_ref().filter(is_name).cloned();
        named.or_else(|| self.letterhead(cover, authority))
    }

    /// The unit as the letterhead has it.
    pub(super) fn letterhead(
        &self,
        cover: &FormCover,
        authority: Option<&str>,
    ) -> Option<CoverText> {
        if let Some((upper, own)) = self.own_line(cover, authority) {
            return Some(
                upper.map_or_else(|| own.clone(), |upper| self.superiors.unit(upper, own)),
            );
        }
        let above = cover
            .texts
            .iter()
            .find(|one| Some(one.key.as_str()) == authority);
        // Ministries and provinces that are assessed themselves are each in one form.
        let Some(above) = above else {
            let is_assessed = |key: &str| is_authority(key) && !key.starts_with("tỉnh ");
            return self.only_own(cover, authority, |one| is_assessed(&one.key));
        };
        let is_below = |one: &&CoverText| {
            one.sheet == above.sheet
                && one.at.column == above.at.column
                && one.at.row == above.at.row + 1
        };
        let mut own = cover.texts.iter().filter(|one| !self.is_common(&one.key));
        own.find(is_below).cloned()
    }

    /// The line below the unit's own that names a part of it, as one that writes for it, where fewer than half of the forms have one.
    pub(super) fn part_below<'c>(
        &self,
        cover: &'c FormCover,
        authority: Option<&str>,
    ) -> Option<&'c CoverText> {
        let (upper, own) = self.own_line(cover, authority)?;
        self.superiors.part(upper?, own, self.forms)
    }

    /// The one text of a form that is so, of those that neither name the authority nor stand in most forms. `None` where several are.
    pub(super) fn only_own(
        &self,
        cover: &FormCover,
        authority: Option<&str>,
        is: impl Fn(&CoverText) -> bool,
    ) -> Option<CoverText> {
        let is_own =
            |one: &&CoverText| Some(&*one.key) != authority && !self.is_common(&one.key) && is(one);
        let mut own = cover.texts.iter().filter(is_own);
        let first = own.next()?;
        own.all(|one| one.key == first.key).then(|| first.clone())
    }

    /// The line of a letterhead that is the unit's own, with the one above it.
    fn own_line<'c>(
        &self,
        cover: &'c FormCover,
        authority: Option<&str>,
    ) -> Option<(Option<&'c CoverText>, &'c CoverText)> {
        letterheads(&cover.texts, authority)
            .into_iter()
            .find_map(|lines| {
                let mut lowest = Some(lowest_key(&lines));
                let mut lines = lines.into_iter().rev().peekable();
                while let Some(line) = lines.next() {
                    // A district stands above all its communes, and has a form of its own.
                    let is_much = match lowest.take() {
                        Some(key) => self.is_much(&self.lowest, &key),
                        None => self.is_much(&self.counts, &line.key),
                    };
                    if !is_much {
                        return Some((lines.peek().copied(), line));
                    }
                }
                None
            })
    }
}
