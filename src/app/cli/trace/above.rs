//! The page of one criterion of one unit whose points come from those below it.

use std::fmt::Display;
use std::io::{self, Write};

use crate::app::cli::decimals::{is_told_whole, range_shown, shown};
use crate::app::cli::rule::{AT_MOST_MAXIMUM, RuleWords};
use crate::app::cli::trace::{CRITERION, NOT_ON_LEVEL, TracePage};
use crate::base::ids::{CriterionId, FigureId};
use crate::base::lang::{phrase, say};
use crate::base::points::{Most, Points};
use crate::result::trace::AboveTrace;

impl TracePage<'_> {
    /// The page of a criterion above others.
    pub(super) fn above(&self, out: &mut dyn Write, trace: &AboveTrace<'_>) -> io::Result<()> {
        let lang = self.lang;
        let of = (CRITERION, trace.criterion as &dyn Display, trace.name);
        self.head(out, trace.unit_name, of, None)?;
        let (Some(working), Some(subtotal)) = (trace.working, trace.subtotal) else {
            return writeln!(out, "{}", NOT_ON_LEVEL.get(lang));
        };
        let number = |points: Points| shown(points.0, lang);
        let open = phrase("chưa xác định", "open").get(lang).to_string();
        let heading = phrase("Điểm từ các tiêu chí con", "From the criteria below").get(lang);
        let points = working.points.map_or_else(|| open.clone(), number);
        writeln!(out, "{heading}: {points}")?;
        let name = |id: &FigureId| self.name(id);
        let words = RuleWords {
            lang,
            name: &name,
            is_unlimited: false,
        };
        let rule = phrase("quy tắc", "rule").get(lang);
        let at_most = if trace.cap {
            AT_MOST_MAXIMUM.get(lang)
        } else {
            ""
        };
        writeln!(out, "  {rule}: {}{at_most}", words.rule(trace.rule))?;
        for one in working.below() {
            let (id, name) = (&one.criterion, self.criterion_name(&one.criterion));
            let points = match one.points {
                Some(points) => number(points),
                None if one.exempt => phrase("không áp dụng", "does not apply")
                    .get(lang)
                    .to_string(),
                None => open.clone(),
            };
            writeln!(out, "  {id} ({name}): {points}")?;
        }
        if let Some(terms) = words.working(working, Most::ZERO) {
            let label = phrase("tính", "working").get(lang);
            let sign = match working.points {
                None => "→",
                Some(points) if is_told_whole(points.0) => "=",
                Some(_) => "≈",
            };
            let cut = working.uncapped.map(|sum| {
                let sum = number(sum);
                say!(
                    lang,
                    "{sum} → {points} (tối đa {points})",
                    "{sum} → {points} (at most {points})"
                )
            });
            writeln!(out, "  {label}: {terms} {sign} {}", cut.unwrap_or(points))?;
        }
        let sum = working.points.map(|_| subtotal.sum);
        let sum = sum.map_or(open, number);
        self.brought(out, (sum, subtotal.lowest, subtotal.highest))?;
        self.sums(out, &trace.sums)?;
        self.findings(out, &trace.findings)
    }

    /// The text of a criterion in the scheme.
    pub(super) fn criterion_name(&self, id: &CriterionId) -> &str {
        let groups = || self.report.groups.iter();
        let criteria = groups().flat_map(|group| &group.criteria);
        let mut criteria = criteria.map(|one| (&one.id, &one.name));
        let above = groups().flat_map(|group| &group.above);
        let mut above = above.map(|one| (&one.id, &one.name));
        let named = criteria.find(|(one, _)| *one == id);
        let named = named.or_else(|| above.find(|(one, _)| *one == id));
        named.map_or("", |(_, name)| name)
    }

    /// What criteria bring to the total, with what open ones can still make of it.
    pub(super) fn brought(
        &self,
        out: &mut dyn Write,
        (sum, lowest, highest): (String, Points, Most),
    ) -> io::Result<()> {
        let lang = self.lang;
        let heading = phrase("Điểm được tính", "Counted").get(lang);
        let range = if lowest == highest {
            String::new()
        } else {
            let range = range_shown(lowest, highest, lang);
            say!(
                lang,
                " – còn tiêu chí con chưa xác định, có thể {range}",
                " – criteria below are open, {range}"
            )
        };
        writeln!(out, "\n{heading}: {sum}{range}")
    }
}
