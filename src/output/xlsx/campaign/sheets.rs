//! The sheets of a campaign put together.

use crate::base::lang::Lang;
use crate::campaign::book::SheetId;
use crate::campaign::documents::Documents;
use crate::output::xlsx::campaign::lay::{LaidSheet, Layer, tables};
use crate::output::xlsx::campaign::single;
use crate::output::xlsx::campaign::values::is_id;

/// The sheets of a campaign, in order, without that of the sources.
pub(super) fn sheets(documents: &Documents, lang: Lang) -> Vec<LaidSheet> {
    let levels = tables(&documents.scheme, "level").unwrap_or_default();
    let ids = levels.iter().filter_map(|level| level.get("id")?.as_str());
    let mut layer = Layer {
        settings: documents.settings.clone(),
        scheme: documents.scheme.clone(),
        lang,
        levels: ids.filter(|id| is_id(id)).map(str::to_string).collect(),
    };
    let list = |layer: &mut Layer, id| layer.list(id);
    let levels = list(&mut layer, SheetId::Levels);
    let units = layer.units(documents);
    let words = single::words(&mut layer);
    let criteria = layer.criteria();
    let grades = list(&mut layer, SheetId::Grades);
    let statistics = layer.statistics();
    let sentences = list(&mut layer, SheetId::Sentences);
    let given = layer.given();
    let exempt = list(&mut layer, SheetId::Exempt);
    let points = list(&mut layer, SheetId::Points);
    let settings = single::settings(&mut layer);
    vec![
        settings, levels, units, words, criteria, grades, statistics, sentences, given, exempt,
        points,
    ]
}
