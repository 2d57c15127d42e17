//! The units that the forms name, as rows of a registry.
//!
//! In: covers of forms and what a list of units says. Out: units with their names, and which forms are theirs. Without a list nobody
//! can be called missing. Not for: documents.

use std::collections::{BTreeMap, BTreeSet};

use crate::base::text;
use crate::campaign::units::offices::{UnitTier, code, kind_of, name};
use crate::input::propose::cover::{CommonTexts, FormCover};
use crate::input::propose::cover_text::CoverText;
use crate::input::propose::file_units;
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
    /// The file whose name alone has it, where its form names no unit.
    pub(super) file: Option<String>,
    /// A file of its whose name names another unit than the form does, with that name.
    pub(super) filed_as: Option<(String, String)>,
}

impl ProposedUnit {
    /// Whether a list has it and no form names it.
    pub(super) fn is_unseen(&self) -> bool {
        self.is_listed && self.forms.is_empty()
    }

    /// Takes other names, each once.
    fn take_names(&mut self, names: impl Iterator<Item = String>) {
        for one in names {
            let key = text::key(&one);
            let is_known = |name: &String| text::key(name) == key;
            if !is_known(&self.name) && !self.aliases.iter().any(is_known) {
                self.aliases.push(one);
            }
        }
    }
}

/// The units of forms and of a list, in the order of the list, then by name.
pub(super) fn units(
    covers: &[FormCover],
    said: &CommonTexts,
    authority: Option<&str>,
    (list, files, spellings): (&[ListedUnit], &[&str], &Spellings),
) -> Vec<ProposedUnit> {
    let mut units: Vec<ProposedUnit> = list.iter().map(listed).collect();
    let called: Vec<ComparedName> = units
        .iter()
        .map(|unit| ComparedName::new(&unit.name))
        .collect();
    let mut found: BTreeMap<String, ProposedUnit> = BTreeMap::new();
    let stated = stated_units(covers, (said, authority), (&called, files));
    for (place, stated, file) in stated {
        let Some(cover) = covers.get(place) else {
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
        if file.is_some() && known.is_none() && !list.is_empty() {
            continue;
        }
        let of_form = || {
            let name = file.and(names.first())?;
            let all = found.keys();
            let mut same = all.filter(|one| text::strip_marks(one) == name.core);
            // "xa Ha Long" is neither of Hà Long and Hạ Long.
            same.next().filter(|_| same.next().is_none()).cloned()
        };
        let same = of_form();
        let unit = match known.and_then(|place| units.get_mut(place)) {
            Some(unit) => unit,
            None => found
                .entry(same.unwrap_or_else(|| core(&shown)))
                .or_insert_with(|| ProposedUnit {
                    is_guessed,
                    file: file.map(ToString::to_string),
                    ..unlisted(&shown)
                }),
        };
        unit.take_names([Some(shown), other].into_iter().flatten());
        let is_own = |part: &&CoverText| stated.key != part.key && cover.named.is_none();
        let part = said.part_below(cover, authority).filter(is_own);
        unit.part = unit.part.take().or(part.map(|part| part.text.clone()));
        unit.forms.push((place, stated));
    }
    units.extend(found.into_values());
    filed_elsewhere(&mut units, files);
    keep_apart(&mut units);
    codes(&mut units);
    units
}

/// A unit that a form names, or that the name of its file does: the place of the form, the name, the file.
type StatedUnit<'f> = (usize, CoverText, Option<&'f str>);

/// What the forms are called, those that only the names of files tell last: a form may name such a unit as well.
fn stated_units<'f>(
    covers: &[FormCover],
    (said, authority): (&CommonTexts, Option<&str>),
    (called, files): (&[ComparedName], &[&'f str]),
) -> Vec<StatedUnit<'f>> {
    let mut stated: Vec<StatedUnit<'f>> = Vec::new();
    for (place, cover) in covers.iter().enumerate() {
        let is_listed = |one: &CoverText| {
            let name = ComparedName::new(&one.text);
            called.iter().any(|own| own.is(&name))
        };
        let by_list = || said.only_own(cover, authority, is_listed);
        let by_form = said.unit(cover, authority).or_else(by_list);
        let by_file = || {
            let file: &'f str = files.get(place)?;
            Some((place, file_units::named(file)?, Some(file)))
        };
        stated.extend(by_form.map(|one| (place, one, None)).or_else(by_file));
    }
    stated.sort_by_key(|(place, _, file)| (file.is_some(), *place));
    stated
}

fn listed(one: &ListedUnit) -> ProposedUnit {
    ProposedUnit {
        code: one.code.clone().unwrap_or_default(),
        is_listed: true,
        ..unlisted(&name(&text::clean(&one.name)))
    }
}

fn unlisted(name: &str) -> ProposedUnit {
    ProposedUnit {
        name: name.to_string(),
        code: String::new(),
        aliases: Vec::new(),
        forms: Vec::new(),
        tier: kind_of(&text::key(name)),
        is_listed: false,
        part: None,
        is_guessed: false,
        file: None,
        filed_as: None,
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

/// Notes the files whose names name another unit than their forms do: a letterhead may have been left from the form that was copied. Where most
/// files do so, names of files say something else.
fn filed_elsewhere(units: &mut [ProposedUnit], files: &[&str]) {
    let mut agree = 0;
    let mut other: Vec<(usize, (String, String))> = Vec::new();
    for (place, unit) in units
        .iter()
        .enumerate()
        .filter(|(_, unit)| unit.file.is_none())
    {
        let own: Vec<String> = [&unit.name]
            .into_iter()
            .chain(&unit.aliases)
            .map(|name| ComparedName::new(name).bare)
            .collect();
        let of_files = unit.forms.iter().filter_map(|(form, _)| files.get(*form));
        for file in of_files {
            let Some(named) =
                file_units::named(file).filter(|one| !file_units::is_short(&one.text))
            else {
                continue;
            };
            let bare = ComparedName::new(&named.text).bare;
            if own.iter().any(|name| file_units::are_alike(name, &bare)) {
                agree += 1;
            } else {
                other.push((place, ((*file).to_string(), named.text)));
            }
        }
    }
    if other.len() * 2 > agree {
        return;
    }
    for (place, filed_as) in other {
        if let Some(unit) = units.get_mut(place) {
            unit.filed_as.get_or_insert(filed_as);
        }
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
