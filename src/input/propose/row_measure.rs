//! The unit of measure of a row, as most forms write it.
//!
//! In: what was found of forms. Out: the unit. Not for: what a figure says.

use indexmap::IndexMap;

use crate::base::text;
use crate::campaign::vocabulary::Column;
use crate::input::propose::draft::Draft;
use crate::input::propose::roles::ColumnUse;
use crate::input::propose::value::CellStatement;

/// The unit of measure that most forms write in a row.
pub(super) fn measure(found: &Draft<'_>, row: usize) -> Option<String> {
    let role = ColumnUse::Other(Column::Measure);
    let said = |place: usize| match found.roles.said(found.forms, role, row, place)?.0 {
        CellStatement::Text(text) => Some(text.clone()),
        _ => None,
    };
    let mut counts: IndexMap<String, (String, usize)> = IndexMap::new();
    for text in (0..found.forms.count()).filter_map(said) {
        counts.entry(text::key(&text)).or_insert((text, 0)).1 += 1;
    }
    let most = counts.values().map(|(_, count)| *count).max()?;
    let first = counts.into_values().find(|(_, count)| *count == most)?;
    Some(first.0)
}
