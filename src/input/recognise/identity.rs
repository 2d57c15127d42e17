//! Whose workbook it is.
//!
//! In: the cover, the letterheads, the stamp, the file name. Out: one unit on which all that name one agree, or a finding.
//! Not for: choosing between several files of one unit.

use std::collections::BTreeMap;

use indexmap::IndexSet;

use crate::base::finding::{Fact, Finding, Place};
use crate::base::guard;
use crate::base::ids::{LevelId, UnitId};
use crate::base::rules::{Rule, former, forms, units};
use crate::base::text;
use crate::campaign::stamp::{STAMP_LEVEL, STAMP_UNIT};
use crate::campaign::units::{Registry, Succession, Unit};
use crate::input::recognise::Known;
use crate::input::recognise::cover::Cover;
use crate::input::recognise::cover_value::CoverValue;
use crate::input::recognise::file_name::{named_by_file, words_of};
use crate::input::recognise::form;
use crate::input::recognise::letterhead::{self, LetterheadOwner};
use crate::input::recognise::titles::within_province;

/// Names on covers, of those that are no unit's as they stand, that are compared letter by letter with the units' names. A cover
/// has one; where a sheet has a label in each of ten thousand cells, the next is taken for a name that is not registered.
const MOST_COMPARED: usize = 50;

/// A unit that one source names.
struct Claim {
    unit: UnitId,
    by: Fact,
    place: Place,
}

impl Claim {
    /// That of a name on the form.
    fn stated(unit: UnitId, stated: &CoverValue) -> Self {
        Claim {
            unit,
            by: Fact::Text(stated.text.clone()),
            place: stated.place.clone(),
        }
    }

    /// That of something without a cell: its place is that of the first claim.
    fn beside(claims: &[Claim], unit: &Unit, by: String) -> Self {
        let first = claims.first();
        Claim {
            unit: unit.id.clone(),
            by: Fact::Name(by),
            place: first.map(|claim| claim.place.clone()).unwrap_or_default(),
        }
    }
}

/// Why it is not clear whose a workbook is.
#[derive(Debug)]
pub struct UnclearOwner {
    /// What is wrong.
    pub finding: Finding,
    /// The units that are named all the same.
    pub named: Vec<UnitId>,
}

/// Whether a finding asks whose a file is.
pub fn asks_owner(rule: &Rule) -> bool {
    let asking = [
        &units::UNIT_UNKNOWN,
        &units::IDENTITY_CONFLICT,
        &units::UNIT_NOT_NAMED,
        &units::INITIALS_OF_SEVERAL,
        &former::FORMER_UNIT,
        &forms::NAME_WITHOUT_MARKS,
    ];
    asking.contains(&rule)
}

/// The unit of a workbook, and a finding where its name had to be understood.
///
/// # Errors
/// No unit is named, the one on the cover is not registered, or two are named.
pub fn identify(
    cover: &Cover,
    stamp: &BTreeMap<String, String>,
    file: &str,
    known: &Known<'_>,
) -> Result<(UnitId, Option<Finding>), Box<UnclearOwner>> {
    let registry = known.registry;
    let (mut claims, doubt) = named_on_cover(cover, known);
    if claims.is_empty()
        && let Some(stated) = unknown_name(cover, registry)
    {
        return Err(Box::new(not_registered(stated, stamp, file, registry)));
    }
    if let Some(unit) = stamped(stamp, registry) {
        claims.push(Claim::beside(&claims, unit, unit.name.clone()));
    }
    if claims.is_empty() {
        let of_letterhead = match letterhead::owner(cover, known) {
            Some(LetterheadOwner::Unregistered(stated)) => {
                return Err(Box::new(not_registered(stated, stamp, file, registry)));
            }
            Some(LetterheadOwner::Unit(stated)) => vec![stated],
            Some(LetterheadOwner::Several(one, other)) => vec![one, other],
            None => Vec::new(),
        };
        let claim = |stated| Some(Claim::stated(named(stated, cover, known)?, stated));
        claims.extend(of_letterhead.into_iter().filter_map(claim));
    }
    if let Some(unit) = named_by_file(file, registry) {
        let by = format!("{} ({file})", unit.name);
        claims.push(Claim::beside(&claims, unit, by));
    }
    let renamed = former(&mut claims, registry)?;
    if claims.is_empty()
        && let Some(unclear) = initials_only(file, registry)
    {
        return Err(unclear);
    }
    if claims.is_empty()
        && let Some(stated) = letterhead::unlisted(cover)
    {
        return Err(Box::new(not_registered(stated, stamp, file, registry)));
    }
    let unit = agreed(&claims)?;
    Ok((unit, renamed.or(doubt)))
}

/// What the names on the cover claim; of one without diacritics only where no other is a unit's, with a finding that says so.
fn named_on_cover(cover: &Cover, known: &Known<'_>) -> (Vec<Claim>, Option<Finding>) {
    let mut claims: Vec<Claim> = Vec::new();
    for stated in &cover.units {
        guard::check();
        if let Some(unit) = named(stated, cover, known) {
            claims.push(Claim::stated(unit, stated));
        }
    }
    if !claims.is_empty() {
        return (claims, None);
    }
    let mut few = cover.units.iter().take(MOST_COMPARED);
    let Some((stated, unit)) =
        few.find_map(|stated| Some((stated, unmarked(stated, known.registry)?)))
    else {
        return (claims, None);
    };
    let doubt = Finding::new(&forms::NAME_WITHOUT_MARKS, stated.place.clone())
        .found(Fact::Text(stated.text.clone()))
        .expected(Fact::Name(unit.name.clone()));
    (vec![Claim::stated(unit.id.clone(), stated)], Some(doubt))
}

/// That a cover names what is not registered, and which units it may be all the same.
fn not_registered(
    stated: &CoverValue,
    stamp: &BTreeMap<String, String>,
    file: &str,
    registry: &Registry,
) -> UnclearOwner {
    let by_others = [
        stamped(stamp, registry),
        named_by_file(file, registry),
        alike(&stated.text, registry),
    ];
    // Two levels have the name, and nothing says which is meant.
    let same_name = registry.by_name(&stated.text).iter();
    let same_letters = registry.of_initials(&stated.text);
    let same_name = same_name.chain(same_letters.into_iter().map(|unit| &unit.id));
    UnclearOwner {
        finding: unknown(stated, registry),
        named: distinct(same_name.chain(by_others.into_iter().flatten().map(|unit| &unit.id))),
    }
}

/// The unit on which all agree.
///
/// # Errors
/// There is none, or two are named.
fn agreed(claims: &[Claim]) -> Result<UnitId, Box<UnclearOwner>> {
    let Some(first) = claims.first() else {
        return Err(Box::new(UnclearOwner {
            finding: Finding::new(&units::UNIT_NOT_NAMED, Place::default()),
            named: Vec::new(),
        }));
    };
    match claims.iter().find(|claim| claim.unit != first.unit) {
        Some(other) => {
            let finding = Finding::new(&units::IDENTITY_CONFLICT, first.place.clone());
            Err(Box::new(UnclearOwner {
                finding: finding.found(first.by.clone()).expected(other.by.clone()),
                named: distinct(claims.iter().map(|claim| &claim.unit)),
            }))
        }
        None => Ok(first.unit.clone()),
    }
}

/// That a file which nothing else names has letters in its name that are the initials of several units.
fn initials_only(file: &str, registry: &Registry) -> Option<Box<UnclearOwner>> {
    let words = words_of(file);
    let of_word = |word: &String| {
        let units = registry.of_initials(word);
        (!units.is_empty()).then(|| (word.to_uppercase(), units))
    };
    let (letters, units) = words.iter().find_map(of_word)?;
    let names = units.iter().map(|unit| unit.name.clone()).collect();
    let finding = Finding::new(&units::INITIALS_OF_SEVERAL, Place::default());
    Some(Box::new(UnclearOwner {
        finding: finding
            .found(Fact::Name(letters))
            .expected(Fact::Names(names)),
        named: distinct(units.iter().map(|unit| &unit.id)),
    }))
}

/// The first name on the cover that is meant to be a unit's. A label such as `Đơn vị: triệu đồng` is none; it matters only where
/// nothing else is.
fn unknown_name<'c>(cover: &'c Cover, registry: &Registry) -> Option<&'c CoverValue> {
    let mut compared: IndexSet<&'c str> = IndexSet::new();
    for stated in &cover.units {
        guard::check();
        let is_new = compared.insert(&stated.text);
        if stated.is_name
            || compared.len() > MOST_COMPARED
            || (is_new && !registry.nearest(&stated.text).is_empty())
        {
            return Some(stated);
        }
    }
    None
}

fn distinct<'u>(units: impl Iterator<Item = &'u UnitId>) -> Vec<UnitId> {
    let units: IndexSet<&UnitId> = units.collect();
    units.into_iter().cloned().collect()
}

/// Takes a renamed unit for the one it is now, with a finding that says so.
///
/// # Errors
/// A finding: a unit that is named no longer exists.
fn former(claims: &mut [Claim], registry: &Registry) -> Result<Option<Finding>, Box<UnclearOwner>> {
    let mut renamed = None;
    for claim in claims {
        let Some(unit) = registry.get(&claim.unit).filter(|unit| !unit.expected) else {
            continue;
        };
        let Some(now) = registry.renamed(&unit.id) else {
            return Err(Box::new(UnclearOwner {
                finding: former_unit(&former::FORMER_UNIT, claim, unit, registry),
                named: Vec::new(),
            }));
        };
        claim.unit = now.id.clone();
        let finding = former_unit(&former::FORMER_NAME, claim, unit, registry);
        renamed = renamed.or(Some(finding));
    }
    Ok(renamed)
}

/// The finding about a unit that no longer exists, with what became of it.
fn former_unit(rule: &'static Rule, claim: &Claim, unit: &Unit, registry: &Registry) -> Finding {
    let of_unit = |one: &&Succession| one.predecessors.contains(&unit.id);
    let name = |id: &UnitId| {
        let known = registry.get(id);
        known.map_or_else(|| id.to_string(), |unit| unit.name.clone())
    };
    let mut after: Vec<String> = Vec::new();
    for succession in registry.successions().filter(of_unit) {
        after.extend(succession.successors.iter().map(name));
    }
    after.dedup();
    Finding::new(rule, claim.place.clone())
        .found(Fact::Text(unit.name.clone()))
        .expected(Fact::Names(after))
}

/// The unit of a name; where two levels have it, the level on the cover decides.
fn named(stated: &CoverValue, cover: &Cover, known: &Known<'_>) -> Option<UnitId> {
    let registry = known.registry;
    let key = text::key(&stated.text);
    let within = within_province(&key, known.province.as_deref(), registry);
    match registry.by_name_key(within.as_deref().unwrap_or(&key)) {
        [] => {
            let unit = registry.meant_by_code(&stated.text)?;
            Some(unit.id.clone())
        }
        [unit] => Some(unit.clone()),
        several => {
            let level = form::level_named(cover.level.as_ref()?, known.scheme)?;
            several.iter().find(|unit| unit.level == level.id).cloned()
        }
    }
}

/// The unit of a name that was written without any diacritics, if it is one unit's only. Names that have diacritics are
/// never compared without them: Sơn Hà is not Sơn Hạ.
fn unmarked<'r>(stated: &CoverValue, registry: &'r Registry) -> Option<&'r Unit> {
    let plain = text::key(&stated.text);
    if text::strip_marks(&plain) != plain {
        return None;
    }
    let bare = text::bare_key(&stated.text);
    let mut units = registry
        .units()
        .filter(|unit| unit.names().any(|name| text::bare_key(name) == bare));
    units.next().filter(|_| units.next().is_none())
}

fn unknown(stated: &CoverValue, registry: &Registry) -> Finding {
    let finding = Finding::new(&units::UNIT_UNKNOWN, stated.place.clone())
        .found(Fact::Text(stated.text.clone()));
    let mut names = registry.nearest(&stated.text);
    if names.is_empty() {
        let same_letters = registry.of_initials(&stated.text).into_iter();
        names.extend(same_letters.map(|unit| unit.name.clone()));
    }
    finding.expected(Fact::Names(names))
}

/// The one unit whose name is very like this one. It may have sent the form, and does not count as missing; it is not taken for
/// the unit that is meant.
fn alike<'r>(name: &str, registry: &'r Registry) -> Option<&'r Unit> {
    const LIKENESS: f64 = 0.75;
    let key = text::key(name);
    let is_alike = |name: &str| text::likeness_of_keys(&key, &text::key(name)) >= LIKENESS;
    let mut units = registry.units().filter(|unit| unit.names().any(is_alike));
    units.next().filter(|_| units.next().is_none())
}

fn stamped<'r>(stamp: &BTreeMap<String, String>, registry: &'r Registry) -> Option<&'r Unit> {
    let code = stamp.get(STAMP_UNIT)?;
    match stamp.get(STAMP_LEVEL) {
        Some(level) => registry.get(&UnitId {
            level: LevelId::from(level.clone()),
            code: code.clone(),
        }),
        None => registry.units().find(|unit| unit.id.code == *code),
    }
}
