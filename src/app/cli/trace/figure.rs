//! A figure in words: its cell, what stands there, what was read.

use std::io::{self, Write};

use crate::app::cli::rule::yes_no;
use crate::app::cli::trace::{CRITERION, TracePage, steps};
use crate::base::lang::{Lang, phrase};
use crate::input::submission::Figure;
use crate::result::trace::{FigureTrace, Unusable};

impl TracePage<'_> {
    /// The page of one figure.
    pub(super) fn figure_alone(
        &self,
        out: &mut dyn Write,
        trace: &FigureTrace<'_>,
    ) -> io::Result<()> {
        let unit = self.report.unit_name(trace.unit).unwrap_or_default();
        let below = CRITERION.get(self.lang);
        let name = format!("{} ({below} {})", trace.name, trace.criterion);
        let of = phrase("số liệu", "figure");
        self.head(out, unit, (of, trace.id, &name), None)?;
        if trace.file.is_none() {
            let none = phrase(
                "Đơn vị chưa có phiếu được tính.",
                "The unit has no return that counts.",
            );
            return writeln!(out, "{}", none.get(self.lang));
        }
        self.figure(out, trace)?;
        self.statistics(out, &trace.statistics)?;
        self.findings(out, &trace.findings)
    }

    /// A figure in a list.
    pub(super) fn figure(&self, out: &mut dyn Write, trace: &FigureTrace<'_>) -> io::Result<()> {
        let lang = self.lang;
        let value = trace.cell.and_then(|cell| cell.value.as_ref());
        let value = match (
            value.map(|value| self.measured(value, trace)),
            trace.unusable,
        ) {
            // A rule computes with it all the same.
            (Some(value), Some(why @ Unusable::Contradicted)) => {
                format!("{value} – {}", unusable(why, lang))
            }
            (_, Some(why)) => unusable(why, lang).to_string(),
            (value, None) => value.unwrap_or_default(),
        };
        writeln!(out, "  {} ({}): {value}", trace.name, trace.id)?;
        let Some(cell) = trace.cell else {
            return Ok(());
        };
        let source = &cell.source;
        if let Some(decided) = &cell.decided {
            writeln!(out, "    {}", self.figure_decided(decided))?;
        }
        if cell.decided.is_some() && source.origin.cell().is_none() {
            let none = phrase("phiếu không có dòng này", "the form has no such row");
            return writeln!(out, "    {}", none.get(lang));
        }
        writeln!(
            out,
            "    {}",
            self.place(trace.file.unwrap_or_default(), source)
        )?;
        if let Some(row) = source.row.as_ref() {
            let why = steps::ground(row, trace.name, lang);
            // A row that is the form's own needs no word.
            if row.ground != crate::input::submission::Ground::CodeAndText
                || crate::base::text::key(&row.text) != crate::base::text::key(trace.name)
            {
                let label = phrase("dòng", "row").get(lang);
                writeln!(out, "    {label}: {} – {why}", self.row_text(row))?;
            }
        }
        let is_read = cell.decided.is_none() && matches!(cell.value, Some(Figure::Number(_)));
        if is_read && !source.steps.is_empty() {
            let done = phrase("cách đọc", "done").get(lang);
            writeln!(out, "    {done}: {}", steps::steps(&source.steps, lang))?;
        }
        Ok(())
    }

    /// A value with its unit of measure.
    fn measured(&self, value: &Figure, trace: &FigureTrace<'_>) -> String {
        let shown = self.figure_value(value);
        match (value, trace.measure) {
            (Figure::Number(_), measure) if !measure.is_empty() => format!("{shown} {measure}"),
            _ => shown,
        }
    }

    /// A value of a figure as people read it.
    pub(super) fn figure_value(&self, value: &Figure) -> String {
        match value {
            Figure::Number(value) => self.lang.number(*value),
            Figure::Yes(answer) => yes_no(*answer, self.lang).to_string(),
            Figure::Choice(name) => name.clone(),
        }
    }
}

/// Why a figure cannot be used.
pub fn unusable(why: Unusable, lang: Lang) -> &'static str {
    match why {
        Unusable::NoRow => phrase("không thấy dòng số liệu", "its row was not found"),
        Unusable::Blank => phrase("bỏ trống", "blank"),
        Unusable::Unreadable => phrase("không đọc được", "not understood"),
        Unusable::Contradicted => phrase(
            "mâu thuẫn với số liệu khác, không đưa vào chỉ tiêu thống kê",
            "contradicted by another figure, in no statistic",
        ),
        Unusable::LeftOut => phrase("không tính, theo quyết định", "left out by decision"),
        Unusable::Negative => phrase("số âm, không dùng được", "negative, not usable"),
    }
    .get(lang)
}
