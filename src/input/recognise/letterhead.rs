//! Whose name a letterhead of several lines is.
//!
//! In: the lines above the tables that name offices. Out: the line that is the unit's own, below the authority over it; two that
//! contradict each other; or one that no registry has, under which a registered one stands. Not for: names behind a label.

use crate::base::text;
use crate::campaign::units::superior::{
    LowerLine, are_equals, is_bare_part, lower_line, with_place,
};
use crate::campaign::units::{Registry, Unit};
use crate::input::recognise::Known;
use crate::input::recognise::cover::Cover;
use crate::input::recognise::cover_value::CoverValue;
use crate::input::recognise::office_line::OfficeLine;
use crate::input::recognise::titles::within_province;

/// What a letterhead says.
pub enum LetterheadOwner<'c> {
    /// The unit's own line.
    Unit(&'c CoverValue),
    /// Two units of one rank, of which neither is above the other.
    Several(&'c CoverValue, &'c CoverValue),
    /// An office that is not registered, below or beside a registered one.
    Unregistered(&'c CoverValue),
}

/// Takes a line together with the one above it for a unit whose registered name has both: `UBND xã Tân Sơn, huyện Kim Bảng`.
pub fn join(cover: &mut Cover, registry: &Registry) {
    let unit = |name: &str| match registry.by_name(name) {
        [only] => registry.get(only),
        _ => None,
    };
    let mut joined: Vec<(usize, &Unit)> = Vec::new();
    for (at, line) in cover.offices.iter().enumerate() {
        let mut others = cover.offices.iter().enumerate().skip(at + 1);
        let Some((place, below)) = others.find(|(_, one)| one.is_next_to(line)) else {
            continue;
        };
        let (upper, lower) = (&line.stated.text, &below.stated.text);
        let found = unit(&with_place(lower, upper)).or_else(|| unit(&format!("{upper} {lower}")));
        joined.extend(found.map(|found| (place, found)));
    }
    for (place, unit) in joined {
        if let Some(line) = cover.offices.get_mut(place) {
            line.stated.text.clone_from(&unit.name);
            line.key = text::key(&unit.name);
            line.is_unit = true;
            cover.letterheads.push(line.stated.clone());
        }
    }
}

/// The office of the first letterhead, where no line of any names a registered unit: it was read, and is not in the list.
pub fn unlisted(cover: &Cover) -> Option<&CoverValue> {
    let lines = &cover.offices;
    let mut named = lines.iter().skip_while(|line| is_bare_part(&line.key));
    let first = named
        .next()
        .filter(|_| lines.iter().all(|line| !line.is_unit))?;
    let below = named.next().filter(|line| line.is_next_to(first));
    let is_own = |line: &&OfficeLine| lower_line(&first.key, &line.key) == LowerLine::Own;
    Some(&below.filter(is_own).unwrap_or(first).stated)
}

/// Whose the first letterhead is that names a registered unit.
pub fn owner<'c>(cover: &'c Cover, known: &Known<'_>) -> Option<LetterheadOwner<'c>> {
    let lines = &cover.offices;
    let first = lines.iter().position(|line| line.is_unit)?;
    let mut own = lines.get(first)?;
    let above = lines.iter().take(first).rfind(|one| own.is_next_to(one));
    if let Some(above) = above
        && lower_line(&above.key, &own.key) == LowerLine::Place
        && !above.is_staff_of(own)
    {
        return Some(LetterheadOwner::Unregistered(&above.stated));
    }
    let units = |line: &OfficeLine| {
        let within = within_province(&line.key, known.province.as_deref(), known.registry);
        known
            .registry
            .by_name_key(within.as_deref().unwrap_or(&line.key))
    };
    for below in lines.iter().skip(first + 1) {
        if !below.is_next_to(own) || units(below) == units(own) {
            continue;
        }
        match (lower_line(&own.key, &below.key), below.is_unit) {
            (LowerLine::Place, _) | (LowerLine::Staff, false) => break,
            (_, true) if are_equals(&own.key, &below.key) => {
                return Some(LetterheadOwner::Several(&own.stated, &below.stated));
            }
            (_, true) => own = below,
            // `Sở Nội vụ tự chấm như sau` is no other office.
            (LowerLine::Own, false) if below.key.starts_with(&own.key) => {}
            (LowerLine::Own, false) => return Some(LetterheadOwner::Unregistered(&below.stated)),
        }
    }
    Some(LetterheadOwner::Unit(&own.stated))
}
