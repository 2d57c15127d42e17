//! The kinds of fault: each of them one thing that a person sees and a program may miss, or one that only looks like a fault.

mod columns;
mod formats;
mod formulas;
mod harmless;
mod lines;
mod marks;
mod words;

use super::Way;
use super::desk::Desk;
use super::law::Deed;
use crate::spoiler::dice::Dice;

/// One kind of fault.
pub struct Fault {
    pub name: &'static str,
    /// Whether a file written in this way can have it.
    pub fits: fn(Way) -> bool,
    /// Does it, and says what must be said; `None` where the return has no place for it.
    pub apply: fn(&mut Desk, &mut Dice) -> Option<Deed>,
}

/// When a harmless variation is done: those that need the addresses as they were come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    Cells,
    Layout,
    Sheets,
}

/// One harmless variation.
pub struct Variation {
    pub name: &'static str,
    pub stage: Stage,
    pub fits: fn(Way) -> bool,
    /// Codes that it may add: notes that the reader was right.
    pub allowed: &'static [&'static str],
    /// Does it, and says what was done.
    pub apply: fn(&mut Desk, &mut Dice) -> Option<String>,
}

/// All harmless variations.
pub fn variations() -> impl Iterator<Item = &'static Variation> {
    harmless::VARIATIONS.iter()
}

/// All kinds of fault.
pub fn faults() -> impl Iterator<Item = &'static Fault> {
    let lists = [
        marks::FAULTS,
        formats::FAULTS,
        lines::FAULTS,
        formulas::FAULTS,
        columns::FAULTS,
        words::FAULTS,
    ];
    lists.into_iter().flatten()
}

const fn fault(
    name: &'static str,
    fits: fn(Way) -> bool,
    apply: fn(&mut Desk, &mut Dice) -> Option<Deed>,
) -> Fault {
    Fault { name, fits, apply }
}

fn everywhere(_: Way) -> bool {
    true
}
