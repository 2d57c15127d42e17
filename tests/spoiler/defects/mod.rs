//! The defects: each with the classes of the catalogue it stands for and what it does to a workbook.

mod figures;
mod identity;
mod labels;
mod rows;
mod scores;
mod sheets;
mod texts;

use super::dice::Dice;
use super::work::Work;

/// When a defect is applied: those that need the addresses as they were come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    Cells,
    Labels,
    Layout,
    Sheets,
    Identity,
    Texts,
}

/// Does it, and says what was done; `None` where the workbook has no place for it.
pub type Apply = fn(&mut Work, &mut Dice) -> Option<String>;

/// One defect.
pub struct Defect {
    /// The class in the catalogue.
    pub class: &'static str,
    pub stage: Stage,
    /// Nothing is wrong: it adds no finding and changes no number.
    pub harmless: bool,
    pub apply: Apply,
}

const fn wrong(class: &'static str, stage: Stage, apply: Apply) -> Defect {
    Defect {
        class,
        stage,
        harmless: false,
        apply,
    }
}

const fn harmless(class: &'static str, stage: Stage, apply: Apply) -> Defect {
    Defect {
        class,
        stage,
        harmless: true,
        apply,
    }
}

/// All of them.
pub fn all() -> impl Iterator<Item = &'static Defect> {
    let lists = [
        scores::DEFECTS,
        figures::DEFECTS,
        labels::DEFECTS,
        rows::DEFECTS,
        sheets::DEFECTS,
        identity::DEFECTS,
        texts::DEFECTS,
    ];
    lists.into_iter().flatten()
}
