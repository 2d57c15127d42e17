//! Which unit of one year is which of the other: by code, by the whole name where a code names another unit, and by what the registries
//! say, never by likeness.
//!
//! In: two sides. Out: for each unit of either the state, the partner and the reasons. Not for: results.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::base::date::Day;
use crate::base::ids::{LevelId, UnitId};
use crate::base::text;
use crate::campaign::units::{Relation, Succession};
use crate::result::diff::side::Side;
use crate::result::diff::{Reason, State};

/// A unit of either year with its partner.
pub struct Pair<'s> {
    /// The unit then.
    pub before: Option<&'s UnitId>,
    /// The unit now.
    pub now: Option<&'s UnitId>,
    /// What is known about it.
    pub state: State,
    /// Why it is so.
    pub reasons: Vec<Reason>,
}

/// All pairs, those of the current year first.
pub fn pairs<'s>(previous: &'s Side, current: &'s Side) -> Vec<Pair<'s>> {
    let pairing = Pairing::new(previous, current);
    let mut pairs: Vec<Pair<'s>> = current.units.keys().map(|unit| pairing.now(unit)).collect();
    let taken: HashSet<&UnitId> = pairs.iter().filter_map(|pair| pair.before).collect();
    let gone: Vec<Pair<'s>> = previous
        .units
        .keys()
        .filter(|unit| !taken.contains(unit))
        .map(|unit| pairing.gone(unit))
        .collect();
    pairs.extend(gone);
    pairs
}

/// Units by their level and the key of a name; nothing where several have it.
type UnitsByKey<'s> = HashMap<(&'s LevelId, String), Option<&'s UnitId>>;

/// Units by their names, and by what they are called besides, which counts where no unit has it as its name.
struct UnitsByName<'s> {
    names: UnitsByKey<'s>,
    others: UnitsByKey<'s>,
}

impl<'s> UnitsByName<'s> {
    fn of(side: &'s Side) -> Self {
        let mut all = UnitsByName {
            names: UnitsByKey::new(),
            others: UnitsByKey::new(),
        };
        for (id, unit) in &side.units {
            let mut keys = unit.keys();
            let name = keys.next().unwrap_or_default();
            let other = |known: &mut Option<&'s UnitId>| *known = known.filter(|one| *one == id);
            let of_name = all.names.entry((&id.level, name));
            of_name.and_modify(other).or_insert(Some(id));
            for key in keys {
                let of_name = all.others.entry((&id.level, key));
                of_name.and_modify(other).or_insert(Some(id));
            }
        }
        all
    }

    fn get(&self, level: &'s LevelId, name: &str) -> Option<&'s UnitId> {
        let key = (level, text::key(name));
        let found = self.names.get(&key).or_else(|| self.others.get(&key));
        found.copied().flatten()
    }
}

struct Pairing<'s> {
    previous: &'s Side,
    current: &'s Side,
    /// The units of each side by level and name, where one alone has it.
    named: [UnitsByName<'s>; 2],
    /// What both registries say happened between the two years, by the units before and after.
    successions: HashMap<&'s UnitId, Vec<&'s Succession>>,
}

impl<'s> Pairing<'s> {
    fn new(previous: &'s Side, current: &'s Side) -> Self {
        let mut pairing = Pairing {
            previous,
            current,
            named: [previous, current].map(UnitsByName::of),
            successions: HashMap::new(),
        };
        let all = current.successions.iter().chain(&previous.successions);
        let mut seen = BTreeSet::new();
        for one in all.filter(|one| seen.insert(*one)) {
            if pairing.is_between(one) {
                let units: BTreeSet<&UnitId> =
                    one.predecessors.iter().chain(&one.successors).collect();
                for unit in units {
                    pairing.successions.entry(unit).or_default().push(one);
                }
            }
        }
        pairing
    }

    /// What happened to a unit.
    fn about(&self, unit: &UnitId) -> impl Iterator<Item = &'s Succession> + '_ {
        self.successions.get(unit).into_iter().flatten().copied()
    }

    /// Whether a change lies between the two years: by its day, else by the units that were and are there.
    fn is_between(&self, one: &Succession) -> bool {
        let year = one.date.map(Day::year);
        if let (Some(year), Some(before), Some(now)) = (year, self.previous.year, self.current.year)
        {
            let (first, last) = (before.min(now), before.max(now));
            return year > first && year <= last;
        }
        let was = |side: &Side, unit: &UnitId| side.units.contains_key(unit);
        let goes = |units: &[UnitId], from: &Side, to: &Side| {
            units.iter().any(|unit| was(from, unit) && !was(to, unit))
        };
        [&one.predecessors, &one.successors].iter().any(|units| {
            goes(units, self.previous, self.current) || goes(units, self.current, self.previous)
        })
    }

    /// A unit of the current year.
    fn now(&self, unit: &'s UnitId) -> Pair<'s> {
        let (renamed, broken): (Vec<&Succession>, Vec<&Succession>) =
            self.about(unit).partition(|one| is_rename(one));
        let mut reasons: Vec<Reason> = broken.iter().map(|one| self.reason(one)).collect();
        let same = self.same(unit);
        if !broken.is_empty() {
            let state = if same.is_some() {
                State::Broken
            } else {
                State::New
            };
            return Pair {
                before: same,
                now: Some(unit),
                state,
                reasons,
            };
        }
        let other = renamed.iter().find_map(|one| {
            let ends = one.predecessors.iter().chain(&one.successors);
            let mut others = ends.filter(|id| *id != unit);
            let (id, _) = self.previous.units.get_key_value(others.next()?)?;
            reasons.push(self.reason(one));
            Some(id)
        });
        // A renamed unit's own code may stand in both registries; the one that it was goes first.
        let Some(before) = other.or(same) else {
            // A table says of a unit that it does not hold neither that it was there nor that it was not.
            let sent = unlisted(unit, (self.current, self.previous), false);
            let state = if let Some(sent) = sent {
                reasons.push(sent);
                State::NotThen
            } else if self.previous.may_leave_out(unit) && reasons.is_empty() {
                State::NotInTableThen
            } else {
                State::New
            };
            return Pair {
                before: None,
                now: Some(unit),
                state,
                reasons,
            };
        };
        if other.is_none() {
            reasons.extend(self.name_differs(unit, before));
        }
        reasons.extend(sent(self.previous, before, false));
        reasons.extend(sent(self.current, unit, true));
        Pair {
            before: Some(before),
            now: Some(unit),
            state: self.state(before, unit),
            reasons,
        }
    }

    /// The unit then that a unit is, whatever became of it: that of its code, unless that code names another unit there, as codes made
    /// of initials do: then that of its whole name, where there is one.
    fn same(&self, unit: &'s UnitId) -> Option<&'s UnitId> {
        let [then, now] = &self.named;
        let of_name = |named: &UnitsByName<'s>, name: &str| named.get(&unit.level, name);
        let own = self.current.units.get(unit)?;
        let of_code = self.previous.units.get_key_value(unit);
        if let Some((before, _)) = of_code.filter(|(_, old)| old.is_called(own)) {
            return Some(before);
        }
        // A code that is new is not held against a name, unless the code of that one has gone over to another unit.
        let has_shifted = |id: &&UnitId| {
            let taken_by = self.current.units.get(*id);
            of_code.is_some() || taken_by.is_some_and(|one| !one.is_called(own))
        };
        let mut names = std::iter::once(&own.name).chain(&own.others);
        let found = names.find_map(|name| of_name(then, name));
        if let Some(before) = found.filter(has_shifted) {
            return Some(before);
        }
        let (before, old) = of_code?;
        of_name(now, &old.name).is_none().then_some(before)
    }

    fn gone(&self, unit: &'s UnitId) -> Pair<'s> {
        let mut reasons: Vec<Reason> = self.about(unit).map(|one| self.reason(one)).collect();
        let sent = unlisted(unit, (self.previous, self.current), true);
        let state = if let Some(sent) = sent {
            reasons.push(sent);
            State::NotNow
        } else if self.current.may_leave_out(unit) && reasons.is_empty() {
            State::NotInTableNow
        } else {
            State::Gone
        };
        Pair {
            before: Some(unit),
            now: None,
            state,
            reasons,
        }
    }

    fn state(&self, before: &UnitId, now: &UnitId) -> State {
        let has = |side: &Side, unit: &UnitId| {
            side.units.get(unit).is_some_and(|one| one.result.is_some())
        };
        match (has(self.previous, before), has(self.current, now)) {
            (true, true) => State::Compared,
            (false, true) => State::NotThen,
            (true, false) => State::NotNow,
            (false, false) => State::Neither,
        }
    }

    fn name_differs(&self, now: &UnitId, before: &UnitId) -> Option<Reason> {
        let then = self.previous.units.get(before)?;
        let now = self.current.units.get(now)?;
        (!then.is_called(now)).then(|| Reason::NameDiffers {
            before: then.name.clone(),
            now: now.name.clone(),
        })
    }

    fn reason(&self, one: &Succession) -> Reason {
        let name = |unit: &UnitId| {
            let known = self
                .current
                .units
                .get(unit)
                .or(self.previous.units.get(unit));
            known.map_or_else(|| unit.to_string(), |one| one.name.clone())
        };
        Reason::Succession {
            relation: one.relation,
            before: one.predecessors.iter().map(name).collect(),
            after: one.successors.iter().map(name).collect(),
            date: one.date,
            basis: one.basis.clone(),
        }
    }
}

/// Whether the unit goes on: one became one.
fn is_rename(one: &Succession) -> bool {
    one.relation == Relation::Renamed && one.predecessors.len() == 1 && one.successors.len() == 1
}

/// That a unit without a result has files that do not count.
fn sent(side: &Side, unit: &UnitId, is_now: bool) -> Option<Reason> {
    let files = side.units.get(unit)?.sent.clone();
    (!files.is_empty()).then_some(Reason::NotCounted { is_now, files })
}

/// That a unit of one side alone has files on the other one, which does not list it.
fn unlisted(unit: &UnitId, (own, other): (&Side, &Side), is_now: bool) -> Option<Reason> {
    let keys: Vec<String> = own.units.get(unit)?.keys().collect();
    let files = other.uncounted.iter();
    let files = files.filter(|one| keys.contains(&one.unit));
    let files: Vec<&str> = files.map(|one| one.file.as_str()).collect();
    (!files.is_empty()).then(|| Reason::NotCounted {
        is_now,
        files: files.join("; "),
    })
}
