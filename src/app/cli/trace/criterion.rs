//! The page of one criterion of one unit.

use std::fmt::Display;
use std::io::{self, Write};

use crate::app::cli::decimals::{most_told, shown};
use crate::app::cli::margins;
use crate::app::cli::rule::{AT_MOST_MAXIMUM, RuleWords};
use crate::app::cli::trace::{CRITERION, NOT_ON_LEVEL, TracePage, steps};
use crate::base::cell::Reading;
use crate::base::ids::FigureId;
use crate::base::lang::{phrase, say};
use crate::base::points::{Decimal, Most, Points};
use crate::campaign::scheme::times;
use crate::input::submission::Row;
use crate::judge::score::{CountedBy, CriterionScore};
use crate::result::trace::{CriterionTrace, GroupSum, SumsAbove};

impl TracePage<'_> {
    /// The page of one criterion.
    pub(super) fn criterion(
        &self,
        out: &mut dyn Write,
        trace: &CriterionTrace<'_>,
    ) -> io::Result<()> {
        let lang = self.lang;
        let maximum = trace.maximum.unwrap_or_default();
        let of = (CRITERION, trace.criterion as &dyn Display, trace.name);
        self.head(out, trace.unit_name, of, Some(maximum))?;
        if trace.counted_by == CountedBy::OtherLevel {
            return writeln!(out, "{}", NOT_ON_LEVEL.get(lang));
        }
        self.claimed(out, trace)?;
        self.computed(out, trace, maximum)?;
        self.counted(out, trace)?;
        self.sums(out, &trace.sums)?;
        self.statistics(out, &trace.statistics)?;
        self.findings(out, &trace.findings)
    }

    fn claimed(&self, out: &mut dyn Write, trace: &CriterionTrace<'_>) -> io::Result<()> {
        let lang = self.lang;
        let reading = trace.score.map(|score| &score.claimed);
        let value = match reading {
            Some(Reading::Value(points)) => lang.number(points.0),
            Some(Reading::Unreadable) => phrase("không đọc được", "not understood")
                .get(lang)
                .to_string(),
            _ => phrase("không có", "none").get(lang).to_string(),
        };
        let heading = phrase("Điểm tự chấm", "Self score").get(lang);
        writeln!(out, "{heading}: {value}")?;
        let Some(source) = trace.source else {
            let none = phrase(
                "không thấy dòng của tiêu chí trong",
                "its row was not found in",
            );
            return writeln!(out, "  {} {}", none.get(lang), trace.file);
        };
        writeln!(out, "  {}", self.place(trace.file, source))?;
        if let Some(row) = &source.row {
            let label = phrase("dòng", "row").get(lang);
            let why = steps::ground(row, trace.name, lang);
            writeln!(out, "  {label}: {} – {why}", self.row_text(row))?;
        }
        if matches!(reading, Some(Reading::Value(_))) {
            let done = phrase("cách đọc", "done").get(lang);
            writeln!(
                out,
                "  {done}: {} → {value}",
                steps::steps(&source.steps, lang)
            )?;
        }
        for (label, text) in [
            (phrase("tài liệu kiểm chứng", "evidence"), &source.evidence),
            (phrase("giải trình", "explanation"), &source.explanation),
        ] {
            if let Some(text) = text {
                writeln!(out, "  {}: {text}", label.get(lang))?;
            }
        }
        Ok(())
    }

    fn computed(
        &self,
        out: &mut dyn Write,
        trace: &CriterionTrace<'_>,
        maximum: Most,
    ) -> io::Result<()> {
        let lang = self.lang;
        let working = &trace.working;
        let heading = phrase("Điểm tính từ số liệu", "Computed from figures").get(lang);
        let none = if trace.rule.is_computed() {
            phrase("không tính được", "cannot be computed")
        } else {
            phrase("không có quy tắc tính", "nothing to compute")
        };
        let none = none.get(lang).to_string();
        let score = working.points.map_or(none, |points| shown(points.0, lang));
        writeln!(out, "\n{heading}: {score}")?;
        let name = |id: &FigureId| self.name(id);
        let is_unlimited = maximum.is_unlimited();
        let words = RuleWords {
            lang,
            name: &name,
            is_unlimited,
        };
        let rule = phrase("quy tắc", "rule").get(lang);
        writeln!(out, "  {rule}: {}", words.rule(trace.rule))?;
        for figure in &trace.figures {
            self.figure(out, figure)?;
        }
        if let Some(terms) = words.working(working, maximum) {
            let label = phrase("tính", "working").get(lang);
            let result = match working.points {
                Some(_) if !working.terms.is_arithmetic() => format!("→ {score}"),
                Some(_) if working.exact == working.points => format!("= {score}"),
                Some(_) => format!("≈ {score}"),
                None => phrase(
                    "→ không tính được vì số liệu thiếu hoặc không hợp lý",
                    "→ cannot be computed: figures are missing or make no sense",
                )
                .get(lang)
                .to_string(),
            };
            writeln!(out, "  {label}: {terms} {result}")?;
        }
        self.yardstick(out, trace)
    }

    /// Whose value the unit is measured by, and what it would have without that.
    fn yardstick(&self, out: &mut dyn Write, trace: &CriterionTrace<'_>) -> io::Result<()> {
        let Some(yardstick) = &trace.yardstick else {
            return Ok(());
        };
        let mut shifted = yardstick.without.iter();
        let own = shifted.find(|one| one.unit == trace.unit);
        let lines = margins::without(yardstick, own, self.lang);
        lines.iter().try_for_each(|line| writeln!(out, "  {line}"))
    }

    fn counted(&self, out: &mut dyn Write, trace: &CriterionTrace<'_>) -> io::Result<()> {
        let lang = self.lang;
        let Some(score) = trace.score else {
            return Ok(());
        };
        let points = |points: Points| shown(points.0, lang);
        let none = || phrase("không có", "none").get(lang).to_string();
        let heading = phrase("Điểm thẩm định", "Appraised score").get(lang);
        let appraised = score.appraised.map_or_else(none, points);
        writeln!(out, "\n{heading}: {appraised}")?;
        if let Some(source) = trace.source.and_then(|source| source.appraised.as_ref()) {
            writeln!(out, "  {}", self.place(trace.file, source))?;
            let is_own = !source.steps.is_empty() && trace.counted_by != CountedBy::Decided;
            if let Some(points) = score.appraised.filter(|_| is_own) {
                let done = phrase("cách đọc", "done").get(lang);
                let steps = steps::steps(&source.steps, lang);
                let value = lang.number(points.0);
                writeln!(out, "  {done}: {steps} → {value}")?;
            }
        }
        let heading = phrase("Điểm được tính", "Counted").get(lang);
        let value = score.counted.map_or_else(none, points);
        let why = match (trace.counted_by, trace.one_of) {
            (CountedBy::PassedOver, Some(above)) => say!(
                lang,
                "không cộng: mục {above} chỉ lấy điểm của một tiêu chí con, và đó là tiêu chí khác",
                "not added: {above} takes the points of one criterion below it, which is another"
            ),
            (by, _) => self.counted_by(score, by),
        };
        let mut figures = trace.figures.iter().filter_map(|figure| figure.cell);
        let has_figure = figures.any(|cell| cell.decided.is_some());
        let before = if has_figure && trace.counted_by == CountedBy::Decided {
            phrase(
                "; điểm đã quyết định được tính trước điểm tính từ số liệu đã quyết định",
                "; points that were decided on go before those of decided figures",
            )
        } else {
            phrase("", "")
        };
        let own = score
            .own
            .filter(|_| !score.passed_over && !score.weight.is_zero());
        let own = own.map(|own| self.in_total(own, score));
        let cut = trace.capped_by.filter(|_| score.cut);
        let cut = cut.map(|above| {
            say!(
                lang,
                "; mục {above} chỉ tính đến điểm tối đa nên chỉ còn cộng {value}",
                "; {above} counts no further than to its maximum, which leaves {value}"
            )
        });
        let (own, cut) = (own.unwrap_or_default(), cut.unwrap_or_default());
        let before = before.get(lang);
        writeln!(out, "{heading}: {own}{value} – {why}{before}{cut}")
    }

    /// Points of its own on their way to what counts: by their weight, and where they are cut to what is left of a maximum.
    fn in_total(&self, own: Points, score: &CriterionScore) -> String {
        let lang = self.lang;
        let mut text = shown(own.0, lang);
        if score.weight != Decimal::ONE {
            text = format!("{text} × {} = ", shown(score.weight, lang));
            if score.cut {
                text += &shown(times(own, score.weight).0, lang);
            }
        }
        if score.cut {
            text += " → ";
        }
        text
    }

    /// The group's sum and the total, with their terms.
    pub(super) fn sums(&self, out: &mut dyn Write, trace: &SumsAbove<'_>) -> io::Result<()> {
        let lang = self.lang;
        let heading = phrase("Cộng vào", "Adds to").get(lang);
        writeln!(out, "\n{heading}")?;
        let name = |id: &FigureId| self.name(id);
        let words = RuleWords {
            lang,
            name: &name,
            is_unlimited: false,
        };
        for (above, subtotal) in &trace.above {
            let word = phrase("mục", "criterion").get(lang);
            let mut how = words.rule(&above.rule);
            if !above.cap.is_empty() {
                how += AT_MOST_MAXIMUM.get(lang);
            }
            let sum = subtotal.working.points.map(|_| shown(subtotal.sum.0, lang));
            let sum = sum.unwrap_or_else(|| "?".to_string());
            writeln!(out, "  {word} {} ({}): {how} = {sum}", above.id, above.name)?;
        }
        let group = &trace.group;
        let word = phrase("nhóm", "group").get(lang);
        let most = if group.cap {
            phrase("chỉ tính đến tối đa", "no more counts than the maximum")
        } else {
            phrase("tối đa", "maximum")
        };
        let most = most_told(most, group.maximum, lang);
        writeln!(
            out,
            "  {word} {} ({}): {} ({most})",
            group.id,
            group.name,
            self.group_sum(group)
        )?;
        let terms: Vec<String> = trace
            .groups
            .iter()
            .map(|(_, points)| self.term(*points))
            .collect();
        let word = phrase("tổng điểm", "total").get(lang);
        let sum = shown(trace.raw_total.0, lang);
        writeln!(out, "  {word}: {} = {sum}", terms.join(" + "))?;
        if trace.total != trace.raw_total {
            let total = shown(trace.total.0, lang);
            writeln!(
                out,
                "{}",
                say!(
                    lang,
                    "  quy đổi theo phần điểm áp dụng cho đơn vị: {total}",
                    "  scaled to what applies to the unit: {total}"
                )
            )?;
        }
        Ok(())
    }

    /// The terms of a group and what they come to, as far as they count.
    fn group_sum(&self, group: &GroupSum<'_>) -> String {
        let lang = self.lang;
        let open = group.terms.iter().filter(|(_, points)| points.is_none());
        let open = open.count();
        if open == group.terms.len() && open > 0 {
            let none = phrase("chưa tiêu chí nào được tính", "no criterion counts yet");
            return none.get(lang).to_string();
        }
        let term = |points: &Option<Points>| {
            points.map_or_else(|| "?".to_string(), |points| self.term(points))
        };
        let terms: Vec<String> = group.terms.iter().map(|(_, points)| term(points)).collect();
        let mut sum = format!("{} = {}", terms.join(" + "), shown(group.sum.0, lang));
        if let Some(uncapped) = group.uncapped {
            let (from, to) = (shown(uncapped.0, lang), shown(group.sum.0, lang));
            sum += &say!(
                lang,
                ", cộng đủ {from} → {to}",
                ", all points {from} → {to}"
            );
        }
        match open {
            0 => sum,
            1 => say!(
                lang,
                "{sum}, còn 1 tiêu chí chưa tính",
                "{sum}, 1 criterion open"
            ),
            open => say!(
                lang,
                "{sum}, còn {open} tiêu chí chưa tính",
                "{sum}, {open} criteria open"
            ),
        }
    }

    /// A term of a sum; negative ones in parentheses.
    fn term(&self, points: Points) -> String {
        let text = shown(points.0, self.lang);
        if points < Points::ZERO {
            format!("({text})")
        } else {
            text
        }
    }

    /// Code and text of a row as they stand.
    pub(super) fn row_text(&self, row: &Row) -> String {
        let text = [&*row.code, &*row.text];
        let text: Vec<&str> = text.into_iter().filter(|one| !one.is_empty()).collect();
        say!(
            self.lang,
            ("“{}”", text.join(" ")),
            ("\"{}\"", text.join(" "))
        )
    }
}
