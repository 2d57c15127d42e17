//! As many decimals as the forms of a campaign write points with.
//!
//! In: what was found. Out: the rounding of a scheme, where that is another than the usual one. Not for: rounding.

use toml::Table;

use crate::campaign::scheme::Rounding;
use crate::input::propose::draft::Draft;
use crate::input::propose::items::ProposedItem;
use crate::input::propose::roles::ColumnUse;
use crate::input::propose::weights::Weighing;

/// More decimals than these are noise of a computation.
const MOST_DECIMALS: u32 = 4;

/// The key of the decimals of totals.
pub(super) const TOTAL_DECIMALS: &str = "total_decimals";

/// As many decimals as the forms write points with, where those are more than a scheme has that says nothing; no decimals of totals,
/// where the forms round theirs.
pub(super) fn rounding(found: &Draft<'_>) -> Option<Table> {
    let usual = Rounding::default();
    let roles = [ColumnUse::Maximum, ColumnUse::Claimed];
    let mut most = 0;
    for item in &found.items {
        let Some(row) = item.row else { continue };
        for form in 0..found.forms.count() {
            for role in roles {
                let said = found.roles.number(found.forms, role, row, form);
                most = most.max(said.map_or(0, |points| points.0.normalize().scale()));
            }
        }
    }
    // Weights are written with few decimals; those of a mean are quotients, and its totals have the decimals that forms write.
    let scale = |item: &ProposedItem| match item.weight.normalize().scale() {
        written if written <= MOST_DECIMALS => written,
        _ => 0,
    };
    if matches!(found.weighing, Weighing::Mean(..)) {
        let keys: Vec<&str> = found.roles.keys(ColumnUse::Claimed).collect();
        let of = |place| {
            keys.iter()
                .flat_map(move |key| found.forms.summed(place, key))
        };
        let totals = (0..found.forms.count()).flat_map(of);
        most = most.max(
            totals
                .map(|one| one.0.normalize().scale())
                .max()
                .unwrap_or_default(),
        );
    }
    let of = |is_group: bool| {
        let items = found
            .items
            .iter()
            .filter(move |one| one.is_group == is_group);
        items.map(scale).max().unwrap_or_default()
    };
    let most = i64::from((most + of(true) + of(false)).min(MOST_DECIMALS));
    let keys = [
        ("points_decimals", usual.points_decimals),
        (TOTAL_DECIMALS, usual.total_decimals),
    ];
    let more = keys.into_iter().filter(|(_, own)| most > i64::from(*own));
    let mut more: Table = more
        .map(|(key, _)| (key.to_string(), most.into()))
        .collect();
    if found.whole_totals.is_some() {
        more.insert(TOTAL_DECIMALS.to_string(), 0.into());
    }
    (!more.is_empty()).then_some(more)
}
