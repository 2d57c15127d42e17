//! The page of one group of one unit.

use std::io::{self, Write};

use crate::app::cli::decimals::{most_shown, shown};
use crate::app::cli::trace::TracePage;
use crate::base::lang::{phrase, say};
use crate::result::trace::GroupTrace;

impl TracePage<'_> {
    /// The page of a group.
    pub(super) fn group_alone(
        &self,
        out: &mut dyn Write,
        trace: &GroupTrace<'_>,
    ) -> io::Result<()> {
        let lang = self.lang;
        let group = &trace.sums.group;
        let most = trace.score.map(|_| group.maximum);
        let of = phrase("nhóm", "group");
        self.head(out, trace.unit_name, (of, &group.id, group.name), most)?;
        let Some(score) = trace.score else {
            let none = phrase(
                "Cấp của đơn vị không có nhóm này.",
                "The unit's level does not have this group.",
            );
            return writeln!(out, "{}", none.get(lang));
        };
        let open = phrase("chưa xác định", "open").get(lang);
        for (id, points) in &group.terms {
            let points = points.map_or_else(|| open.to_string(), |points| shown(points.0, lang));
            writeln!(out, "  {id} ({}): {points}", self.criterion_name(id))?;
        }
        let sum = if score.blank {
            open.to_string()
        } else {
            shown(score.sum.0, lang)
        };
        if let Some(uncapped) = score.uncapped {
            let (from, to) = (shown(uncapped.0, lang), &sum);
            let most = most_shown(group.maximum, lang);
            let cut = say!(
                lang,
                "  cộng đủ: {from} → {to} (tối đa {most})",
                "  all points: {from} → {to} (at most {most})"
            );
            writeln!(out, "{cut}")?;
        }
        self.brought(out, (sum, score.lowest, score.highest))?;
        self.sums(out, &trace.sums)?;
        self.statistics(out, &trace.statistics)?;
        self.findings(out, &trace.findings)
    }
}
