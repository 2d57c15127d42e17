//! All units of a level, with or without a result.
//!
//! In: the result of a level. Out: its units in the registry's order, or in that of the result table. Not for: places.

use crate::base::ids::UnitId;
use crate::result::report::{LevelResult, UnitGap, UnitRow};

/// A unit with or without a result.
pub enum Standing<'r> {
    /// With one.
    Row(&'r UnitRow),
    /// Without.
    Gap(&'r UnitGap),
}

impl Standing<'_> {
    /// Which.
    pub fn id(&self) -> &UnitId {
        match self {
            Standing::Row(row) => &row.unit,
            Standing::Gap(gap) => &gap.unit,
        }
    }

    /// Its name.
    pub fn name(&self) -> &str {
        match self {
            Standing::Row(row) => &row.name,
            Standing::Gap(gap) => &gap.name,
        }
    }

    /// Its position in the registry.
    pub fn order(&self) -> u32 {
        match self {
            Standing::Row(row) => row.order,
            Standing::Gap(gap) => gap.order,
        }
    }
}

/// All units of a level in the order of its result table: by place, then those without a result. A unit's position in it is its
/// number (`STT`) on every sheet, as in the decision's own table.
pub fn table_order(level: &LevelResult) -> Vec<Standing<'_>> {
    let rows = level.rows.iter().map(Standing::Row);
    rows.chain(level.gaps.iter().map(Standing::Gap)).collect()
}

/// All units of a level in the registry's order.
pub fn registry_order(level: &LevelResult) -> Vec<Standing<'_>> {
    let rows = level.rows.iter().map(Standing::Row);
    let mut all: Vec<Standing> = rows.chain(level.gaps.iter().map(Standing::Gap)).collect();
    all.sort_by_key(Standing::order);
    all
}
