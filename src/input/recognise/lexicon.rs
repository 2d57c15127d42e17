//! The scheme's rows and the texts by which they are known.
//!
//! In: a scheme. Out: its rows in the order of the form, found by text or by code. Built once for all workbooks. Not for: captions
//! of sums, which every form has.

use std::sync::OnceLock;

use rustc_hash::{FxHashMap, FxHashSet};

use crate::base::guard;
use crate::base::ids::CriterionId;
use crate::base::points::Decimal;
use crate::base::text::{self, Letters};
use crate::campaign::hints::Hint;
use crate::campaign::scheme::{ChoiceOption, Criterion, FigureSpec, Group, Scheme};
use crate::input::recognise::printed_codes::{
    code_key, for_group, is_by_letter, parted, printed_id, printed_numbers, with_numbers,
    without_group_row,
};

/// A row that a form has.
#[derive(Clone, Copy, Debug)]
pub enum Item<'a> {
    /// The heading of a group.
    Head(&'a Group),
    /// A criterion.
    Criterion(&'a Criterion),
    /// A figure with a row of its own, below its criterion.
    Figure(&'a Criterion, &'a FigureSpec),
}

/// The name of a row, as texts are compared with it.
#[derive(Debug)]
struct Name {
    key: String,
    letters: Letters,
}

/// Words that stand before a code in its cell, as [`code_key`] makes them.
const WORDS_BEFORE_CODES: [&str; 4] = ["tiêuchí", "tc", "chỉtiêu", "mục"];

/// Two texts are not alike at all below this likeness.
pub const ALIKE: f64 = 0.5;

/// What follows a word that stands before codes, in a key.
fn behind_part(key: &str) -> Option<&str> {
    let behind = |word: &str| key.strip_prefix(word)?.strip_prefix(' ');
    Hint::Part.words().find_map(behind)
}

/// All rows of a form, in order, with the texts and codes that name them.
#[derive(Debug)]
pub struct Lexicon<'a> {
    /// Whose rows they are.
    pub scheme: &'a Scheme,
    /// In the scheme's order.
    pub items: Vec<Item<'a>>,
    by_text: FxHashMap<String, Vec<usize>>,
    by_code: FxHashMap<String, usize>,
    groups: FxHashMap<String, &'a Group>,
    /// Codes whose first part is a Roman number and a letter, by the place of the letter: 9.1 for I.1, unless that is IX.1.
    as_letters: Vec<(String, usize)>,
    /// The texts of options.
    options: FxHashSet<String>,
    /// The highest maximum of each criterion over all levels, by its index among the rows.
    highest: FxHashMap<usize, Decimal>,
    /// The names of the rows, each at its index.
    names: OnceLock<Vec<Name>>,
}

impl<'a> Lexicon<'a> {
    /// The rows of a scheme.
    pub fn new(scheme: &'a Scheme) -> Self {
        let mut lexicon = Lexicon {
            scheme,
            items: Vec::new(),
            by_text: FxHashMap::default(),
            by_code: FxHashMap::default(),
            groups: FxHashMap::default(),
            as_letters: Vec::new(),
            options: FxHashSet::default(),
            highest: FxHashMap::default(),
            names: OnceLock::new(),
        };
        let rows = scheme.groups.len() + scheme.criteria.len();
        lexicon.items.reserve(2 * rows);
        lexicon.by_text.reserve(4 * rows);
        lexicon.by_code.reserve(scheme.criteria.len());
        for group in &scheme.groups {
            lexicon.add_group(group);
            let criteria = scheme.criteria.iter();
            let criteria = criteria.filter(|criterion| criterion.group_code() == group.id.0);
            let criteria: Vec<&Criterion> = criteria.collect();
            let for_group = for_group(group, &criteria);
            for criterion in criteria {
                let maxima = scheme.levels.iter();
                let maxima = maxima.filter_map(|level| criterion.maximum.at(&level.id));
                let highest = maxima.max().unwrap_or_default();
                // Without a limit any number may be meant that anybody writes.
                let highest = highest.limit().map_or(Decimal::READABLE, |most| most.0);
                lexicon.highest.insert(lexicon.items.len(), highest);
                lexicon.add_criterion(criterion, for_group);
            }
        }
        let has_letters = scheme.criteria.iter().any(|one| is_by_letter(&one.id.0));
        let as_letters = std::mem::take(&mut lexicon.as_letters).into_iter();
        for (number, index) in as_letters.filter(|_| has_letters) {
            lexicon.by_code.entry(number).or_insert(index);
        }
        lexicon
    }

    fn add_group(&mut self, group: &'a Group) {
        let index = self.items.len();
        self.items.push(Item::Head(group));
        let code = text::key(&group.id.0);
        let names = std::iter::once(group.name.as_str())
            .chain(group.short.as_deref())
            .chain(group.aliases.iter().map(String::as_str));
        for name in names {
            let key = text::key(name);
            let numbered = [code.as_str(), &key].join(" ");
            for number in printed_numbers(&code) {
                self.name([number.as_str(), &key].join(" "), index);
            }
            for key in [["nhóm", &numbered].join(" "), numbered, key] {
                self.groups.insert(key.clone(), group);
                self.name(key, index);
            }
        }
        let numbered = format!("nhóm {code}");
        self.groups.insert(numbered.clone(), group);
        self.name(numbered, index);
        self.groups.insert(code, group);
    }

    fn add_criterion(&mut self, criterion: &'a Criterion, for_group: Option<&CriterionId>) {
        let index = self.items.len();
        self.items.push(Item::Criterion(criterion));
        let code = code_key(&criterion.id.0);
        if printed_id(&criterion.id.0) == criterion.id.0 {
            self.by_code.insert(code, index);
        } else {
            self.by_code.entry(code).or_insert(index);
        }
        let without = without_group_row(criterion, for_group);
        if let Some(without) = &without {
            self.by_code.entry(code_key(without)).or_insert(index);
        }
        let codes = [Some(criterion.id.0.as_str()), without.as_deref()];
        for code in codes.into_iter().flatten() {
            let key = code_key(code);
            let mut numbers = with_numbers(&key, '.');
            if let Some(number) = numbers.next() {
                self.by_code.entry(number).or_insert(index);
            }
            let as_letters = numbers.map(|number| (number, index));
            self.as_letters.extend(as_letters);
        }
        let codes: Vec<String> = codes.iter().flatten().map(|one| text::key(one)).collect();
        for name in std::iter::once(&criterion.name).chain(&criterion.aliases) {
            let key = text::key(name);
            for code in &codes {
                self.name([code.as_str(), &key].join(" "), index);
                for number in printed_numbers(code) {
                    self.name([number.as_str(), &key].join(" "), index);
                }
            }
            self.name(key, index);
        }
        let options = criterion.rule.option_rows().iter();
        let names = options.flat_map(ChoiceOption::names);
        self.options.extend(names.map(text::key));
        for figure in &criterion.figures {
            let Some(name) = &figure.name else { continue };
            let index = self.items.len();
            self.items.push(Item::Figure(criterion, figure));
            for name in std::iter::once(name).chain(&figure.aliases) {
                self.name(text::key(name), index);
            }
        }
    }

    /// Adds the key of a text to those of a row.
    fn name(&mut self, key: String, item: usize) {
        let items = self.by_text.entry(key).or_default();
        if !items.contains(&item) {
            items.push(item);
        }
    }

    /// The heads of groups with one criterion that has the group's own name, each with that criterion.
    pub fn heads_alone(&self) -> impl Iterator<Item = (usize, usize)> {
        let is_criterion = |item: usize| matches!(self.items.get(item), Some(Item::Criterion(_)));
        let of = move |(head, item): (usize, &Item<'a>)| {
            let Item::Head(group) = item else { return None };
            let parts = self.items.get(head + 1..)?.iter();
            let parts = parts.take_while(|one| !matches!(one, Item::Head(_)));
            let parts = parts.filter(|one| matches!(one, Item::Criterion(_)));
            let name = text::key(&group.name);
            let is_alone = parts.count() == 1
                && is_criterion(head + 1)
                && text::key(self.name_of(head + 1)) == name;
            is_alone.then_some((head, head + 1))
        };
        self.items.iter().enumerate().filter_map(of)
    }

    /// Whether a row or a group has this key.
    pub fn has_key(&self, key: &str) -> bool {
        !self.of_text(key).is_empty() || self.is_group(key) || self.options.contains(key)
    }

    /// Whether a group has this key.
    pub fn is_group(&self, key: &str) -> bool {
        self.group(key).is_some()
    }

    /// The keys of all rows and groups.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.by_text
            .keys()
            .map(String::as_str)
            .chain(self.group_keys())
            .chain(self.options.iter().map(String::as_str))
    }

    /// The keys of the groups.
    pub fn group_keys(&self) -> impl Iterator<Item = &str> {
        self.groups.keys().map(String::as_str)
    }

    /// The highest maximum of a criterion over all levels, by its index among the rows.
    pub fn highest(&self, item: usize) -> Decimal {
        self.highest.get(&item).copied().unwrap_or_default()
    }

    /// The highest maximum of a criterion over all levels, by its id.
    pub fn highest_of(&self, id: &CriterionId) -> Decimal {
        let is_it = |item: &Item<'_>| matches!(item, Item::Criterion(one) if one.id == *id);
        let item = self.items.iter().position(is_it);
        item.map_or(Decimal::ZERO, |item| self.highest(item))
    }

    /// Whether a row's text stands whole in a key, or the key is its beginning, cut off. Others may begin so as well: the row has
    /// the code besides.
    pub fn is_whole_or_cut_off(&self, item: usize, key: &str) -> bool {
        const SHORTEST: usize = 12;
        let begins = |name: &Name| name.key.len() > key.len() && name.key.starts_with(key);
        self.stands_in(item, key)
            || key.chars().count() >= SHORTEST && self.names().get(item).is_some_and(begins)
    }

    /// The rows of a text, by its key; also where a word such as “phần” stands before the code: `Phần A. Hạ tầng`.
    pub fn of_text(&self, key: &str) -> &[usize] {
        let whole = self.by_text.get(key).map(Vec::as_slice);
        let of_code = || {
            let rest = behind_part(key)?;
            let items = self.by_text.get(rest)?.as_slice();
            let is_coded = |item: &usize| self.is_numbered(*item, rest);
            items.iter().all(is_coded).then_some(items)
        };
        whole.or_else(of_code).unwrap_or_default()
    }

    /// Whether a key begins with the code of a row, as forms print it.
    fn is_numbered(&self, item: usize, key: &str) -> bool {
        let code = match self.items.get(item) {
            Some(Item::Head(group)) => text::key(&group.id.0),
            Some(Item::Criterion(criterion)) => text::key(printed_id(&criterion.id.0)),
            Some(Item::Figure(..)) | None => return false,
        };
        let begins = |code: &str| {
            key.strip_prefix(code)
                .is_some_and(|rest| rest.starts_with(' '))
        };
        begins(&code) || printed_numbers(&code).iter().any(|number| begins(number))
    }

    /// The criterion of a code as it stands in a cell.
    pub fn of_code(&self, code: &str) -> Option<usize> {
        let key = code_key(code);
        let by_key = |key: &str| self.by_code.get(key).copied();
        // `Tiêu chí 1.1` is said of 1.1.
        let named = || {
            WORDS_BEFORE_CODES
                .iter()
                .find_map(|word| by_key(key.strip_prefix(word)?))
        };
        by_key(&key)
            .or_else(|| by_key(&parted(&key)?))
            .or_else(named)
    }

    /// The group of a key; a word such as “phần” may stand before its code.
    pub fn group(&self, key: &str) -> Option<&'a Group> {
        let by_key = |key: &str| self.groups.get(key).copied();
        let is_of_code = |group: &&Group, rest: &str| {
            let code = text::key(&group.id.0);
            let behind = rest.strip_prefix(code.as_str());
            behind.is_some_and(|name| name.is_empty() || name.starts_with(' '))
        };
        let of_code = || {
            let rest = behind_part(key)?;
            by_key(rest).filter(|group| is_of_code(group, rest))
        };
        by_key(key).or_else(of_code)
    }

    /// The name of a row, as the scheme writes it.
    pub fn name_of(&self, item: usize) -> &'a str {
        match self.items.get(item) {
            Some(Item::Head(group)) => &group.name,
            Some(Item::Criterion(criterion)) => &criterion.name,
            Some(Item::Figure(criterion, figure)) => figure.label(criterion),
            None => "",
        }
    }

    /// Code and text of a row, as findings name it.
    pub fn label_of(&self, item: usize) -> String {
        match self.items.get(item) {
            Some(Item::Head(group)) => format!("{}. {}", group.id, group.name),
            Some(Item::Criterion(criterion)) => criterion.label(),
            Some(Item::Figure(criterion, figure)) => {
                format!("{} – {}", criterion.id, figure.label(criterion))
            }
            None => String::new(),
        }
    }

    /// The names of all rows, each at its index. Made when they are first asked for.
    fn names(&self) -> &[Name] {
        self.names.get_or_init(|| {
            let name = |item| {
                let key = text::key(self.name_of(item));
                let letters = Letters::of(&key);
                Name { key, letters }
            };
            (0..self.items.len()).map(name).collect()
        })
    }

    /// Whether the whole name of a criterion, of two words or more, stands in a text of this key, and no other criterion's.
    pub fn stands_in(&self, item: usize, key: &str) -> bool {
        let padded = |key: &str| format!(" {key} ");
        let own = self.names().get(item).map(|name| padded(&name.key));
        let own = own.unwrap_or_default();
        let text = padded(key);
        if own.split_whitespace().count() < 2 || !text.contains(&own) {
            return false;
        }
        let without = text.replacen(&own, " ", 1);
        let others = self.names().iter().enumerate();
        !others
            .filter(|(other, _)| *other != item)
            .filter(|(other, _)| matches!(self.items.get(*other), Some(Item::Criterion(_))))
            .map(|(_, other)| padded(&other.key))
            .any(|other| {
                without.contains(&other) || (other.contains(&own) && text.contains(&other))
            })
    }

    /// How alike a text of this key and the name of a row are.
    pub fn likeness(&self, item: usize, key: &str) -> f64 {
        let name = self.names().get(item);
        name.map_or(0.0, |name| text::likeness_of_keys(key, &name.key))
    }

    /// The criterion or figure whose text is most like one of this key, and how alike they are; none where nothing is. It
    /// proposes only. Most names are told from the text by their letters alone, since a comparison takes a hundred times as
    /// long and a sheet has ten thousand rows.
    pub fn most_alike(&self, key: &str) -> Option<(usize, f64)> {
        let letters = Letters::of(key);
        let mut best = None;
        let mut least = ALIKE;
        for (item, name) in self.names().iter().enumerate() {
            guard::check();
            if matches!(self.items.get(item), Some(Item::Head(_)))
                || letters.most_alike(&name.letters) < least
            {
                continue;
            }
            let alike = text::likeness_of_keys(key, &name.key);
            if alike >= least {
                best = Some((item, alike));
                least = alike;
            }
        }
        best
    }
}
