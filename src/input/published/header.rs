//! The columns of criterion groups in a result table.
//!
//! In: a table and the scheme. Out: its groups' columns. A heading that is no name of a group counts as the group that alone is
//! missing at its place between known neighbours. Not for: rows.

use crate::base::cell::CellAddress;
use crate::base::ids::GroupId;
use crate::base::text;
use crate::campaign::scheme::Scheme;
use crate::campaign::vocabulary::Column;
use crate::input::published::GroupColumn;
use crate::input::tables::{Role, Table, Titled};

/// The groups' columns, in the scheme's order.
pub fn groups(table: &Table<'_>, scheme: &Scheme) -> Vec<GroupColumn> {
    let mut groups: Vec<GroupColumn> = Vec::new();
    for titled in &table.titled {
        let Some(Role::Group(place)) = titled.role else {
            continue;
        };
        let group = scheme.groups.get(place);
        let is_new = |id: &&GroupId| groups.iter().all(|group| group.group != **id);
        if let Some(id) = group.map(|group| &group.id).filter(is_new) {
            groups.push(group_column(table, id, titled, false));
        }
    }
    let missing = by_position(table, &groups, scheme);
    groups.extend(missing);
    let order = |group: &GroupColumn| scheme.groups.iter().position(|one| one.id == group.group);
    groups.sort_by_key(order);
    groups
}

fn group_column(
    table: &Table<'_>,
    id: &GroupId,
    titled: &Titled,
    by_position: bool,
) -> GroupColumn {
    let cell = table.grid.cells().get(titled.position);
    let row = cell.map_or(table.header, |cell| cell.address.row);
    GroupColumn {
        group: id.clone(),
        heading: text::clean(&cell.map(|cell| cell.value.show()).unwrap_or_default()),
        cell: CellAddress::new(row, titled.column),
        by_position,
    }
}

/// Groups whose headings are no known names: between two known columns stand as many unknown ones as groups are missing. At
/// least half of the groups have to be known by their names.
fn by_position(table: &Table<'_>, groups: &[GroupColumn], scheme: &Scheme) -> Vec<GroupColumn> {
    let column_of = |id: &GroupId| {
        let mut groups = groups.iter();
        groups
            .find(|group| group.group == *id)
            .map(|group| group.cell.column)
    };
    let name = table.columns.get(Column::Unit).unwrap_or_default();
    let mut found = Vec::new();
    if groups.len() * 2 < scheme.groups.len() {
        return found;
    }
    let mut left = name;
    let mut missing: Vec<&GroupId> = Vec::new();
    let ends = scheme
        .groups
        .iter()
        .map(|group| (Some(&group.id), column_of(&group.id)))
        .chain([(None, table.columns.get(Column::Total))]);
    for (group, column) in ends {
        let Some(right) = column else {
            missing.extend(group);
            continue;
        };
        let unknown: Vec<&Titled> = table
            .titled
            .iter()
            .filter(|titled| titled.role.is_none())
            .filter(|titled| left < titled.column && titled.column < right)
            .collect();
        if unknown.len() == missing.len() {
            let columns = missing.iter().zip(unknown);
            found.extend(columns.map(|(id, titled)| group_column(table, id, titled, true)));
        }
        missing.clear();
        left = right;
    }
    found
}
