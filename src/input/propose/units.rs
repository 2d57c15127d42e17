//! The units that the forms name, as rows of a registry.
//!
//! In: covers of forms and what a list of units says. Out: units with their names, and which forms are theirs. Without a list nobody
//! can be called missing. Not for: documents.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::text;
use crate::campaign::units::offices::{UnitTier, code, kind_of, name};
use crate::input::propose::cover::{CommonTexts, FormCover};
use crate::input::propose::cover_text::CoverText;
use crate::input::propose::spelling::Spellings;

/// A unit of a list that was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedUnit {
    /// Its name.
    pub name: String,
    /// Its code, where the list has one.
    pub code: Option<String>,
}

/// A unit that is proposed.
#[derive(Clone, Debug)]
pub(super) struct ProposedUnit {
    pub(super) name: String,
    pub(super) code: String,
    pub(super) aliases: Vec<String>,
    /// The forms that name it, by their places, with the place of the name.
    pub(super) forms: Vec<(usize, CoverText)>,
    pub(super) tier: Option<UnitTier>,
    /// Whether a list that was given has it.
    pub(super) is_listed: bool,
    /// What stands below its name in a form, as a part that writes for it.
    pub(super) part: Option<String>,
    /// Whether the forms print it in capitals, and nothing says which of its letters are.
    pub(super) is_guessed: bool,
}

impl ProposedUnit {
    /// Whether a list has it and no form names it.
    pub(super) fn is_unseen(&self) -> bool {
        self.is_listed && self.forms.is_empty()
    }
}

/// The units of forms and of a list, in the order of the list, then by name.
pub(super) fn units(
    covers: &[FormCover],
    said: &CommonTexts,
    authority: Option<&str>,
    (list, spellings): (&[ListedUnit], &Spellings),
) -> Vec<ProposedUnit> {
    let mut units: Vec<ProposedUnit> = list.iter().map(listed).collect();
    let called: Vec<ComparedName> = units
        .iter()
        .map(|unit| ComparedName::new(&unit.name))
        .collect();
    let mut found: BTreeMap<String, ProposedUnit> = BTreeMap::new();
    for (place, cover) in covers.iter().enumerate() {
        let is_listed = |one: &CoverText| {
            let name = ComparedName::new(&one.text);
            called.iter().any(|own| own.is(&name))
        };
        let by_list = || said.only_own(cover, authority, is_listed);
        let Some(stated) = said.unit(cover, authority).or_else(by_list) else {
            continue;
        };
        let spelt = |one: &CoverText| spellings.of(&one.text);
        let (shown, is_guessed) = spelt(&stated);
        let other = said.letterhead(cover, authority).map(|one| spelt(&one).0);
        let names: Vec<ComparedName> = [Some(&shown), other.as_ref()]
            .into_iter()
            .flatten()
            .map(|name| ComparedName::new(name))
            .collect();
        // The name behind the label first, and as it stands before it without the province.
        let of_list = |name: &ComparedName| called.iter().position(|own| own.is(name));
        let known = names.iter().find_map(of_list).or_else(|| {
            let own = |name: &ComparedName| of_list(&name.without_province(authority)?);
            names.iter().find_map(own)
        });
        let unit = match known.and_then(|place| units.get_mut(place)) {
            Some(unit) => unit,
            None => found.entry(core(&shown)).or_insert_with(|| ProposedUnit {
                code: String::new(),
                aliases: Vec::new(),
                forms: Vec::new(),
                tier: kind_of(&text::key(&shown)),
                is_listed: false,
                part: None,
                is_guessed,
                name: shown.clone(),
            }),
        };
        let is_new = |unit: &ProposedUnit, one: &String| {
            let key = text::key(one);
            key != text::key(&unit.name)
                && !unit.aliases.iter().any(|alias| text::key(alias) == key)
        };
        for one in [Some(shown), other].into_iter().flatten() {
            if is_new(unit, &one) {
                unit.aliases.push(one);
            }
        }
        let is_own = |part: &&CoverText| stated.key != part.key && cover.named.is_none();
        let part = said.part_below(cover, authority).filter(is_own);
        unit.part = unit.part.take().or(part.map(|part| part.text.clone()));
        unit.forms.push((place, stated));
    }
    units.extend(found.into_values());
    keep_apart(&mut units);
    codes(&mut units);
    units
}

fn listed(one: &ListedUnit) -> ProposedUnit {
    ProposedUnit {
        name: name(&text::clean(&one.name)),
        code: one.code.clone().unwrap_or_default(),
        aliases: Vec::new(),
        forms: Vec::new(),
        tier: kind_of(&text::key(&one.name)),
        is_listed: true,
        part: None,
        is_guessed: false,
    }
}

/// A name without what an office may leave out: `UBND xã X` is `xã X`.
fn core(name: &str) -> String {
    let key = text::key(name).replace("ủy ban nhân dân", "ubnd");
    key.strip_prefix("ubnd ").unwrap_or(&key).to_string()
}

/// A name, ready to be compared with many.
struct ComparedName {
    core: String,
    /// Without diacritics.
    bare: String,
}

impl ComparedName {
    fn new(name: &str) -> Self {
        let core = core(name);
        let bare = text::strip_marks(&core);
        ComparedName { core, bare }
    }

    /// The name of an office without the campaign's own province: `Sở Tài chính tỉnh Hà Nam`, `Sở Y tế Hà Nam`.
    fn without_province(&self, authority: Option<&str>) -> Option<ComparedName> {
        let (_, province) = authority?.split_once("tỉnh ")?;
        let is_office = kind_of(&self.core) == Some(UnitTier::Province);
        let place = self.core.strip_suffix(province).filter(|_| is_office)?;
        let office = place.strip_suffix("tỉnh ").unwrap_or(place);
        let office = office.strip_suffix(' ')?;
        // A word for its kind alone is no name.
        office.contains(' ').then(|| ComparedName::new(office))
    }

    /// Whether a name is that of this unit, also in a letterhead without diacritics.
    fn is(&self, name: &ComparedName) -> bool {
        self.core == name.core || (name.bare == name.core && self.bare == name.core)
    }
}

/// An alias that two units have is neither's.
fn keep_apart(units: &mut [ProposedUnit]) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for unit in units.iter() {
        let names: BTreeSet<String> = unit
            .aliases
            .iter()
            .chain([&unit.name])
            .map(|name| text::key(name))
            .collect();
        for name in names {
            *counts.entry(name).or_default() += 1;
        }
    }
    for unit in units {
        unit.aliases
            .retain(|alias| counts.get(&text::key(alias)) == Some(&1));
    }
}

/// Gives each unit without a code one.
fn codes(units: &mut [ProposedUnit]) {
    let mut used: BTreeSet<String> = units.iter().map(|unit| unit.code.to_lowercase()).collect();
    for unit in units.iter_mut().filter(|unit| unit.code.is_empty()) {
        unit.code = code(&unit.name, &mut used);
    }
}
