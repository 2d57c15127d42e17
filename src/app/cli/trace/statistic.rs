//! The page of one statistic: what each unit adds, and who is left out.

use std::io::{self, Write};

use crate::app::cli::decimals::most_shown;
use crate::app::cli::rule::yes_no;
use crate::app::cli::trace::TracePage;
use crate::app::cli::trace::figure::unusable;
use crate::base::lang::{phrase, say};
use crate::base::points::Decimal;
use crate::judge::statistics::Outcome;
use crate::result::trace::{Amount, Contribution, LeftOutBecause, StatisticTrace};

impl TracePage<'_> {
    /// The page of one statistic.
    pub(super) fn statistic(
        &self,
        out: &mut dyn Write,
        trace: &StatisticTrace<'_>,
    ) -> io::Result<()> {
        let lang = self.lang;
        let statistic = trace.statistic;
        let word = phrase("Chỉ tiêu", "Statistic").get(lang);
        writeln!(out, "{word} {}: {}\n", statistic.id, statistic.name)?;
        let value = phrase("Giá trị", "Value").get(lang);
        writeln!(out, "{value}: {}", self.outcome(trace))?;
        self.formula(out, trace)?;
        if matches!(statistic.outcome, Outcome::Given { .. }) {
            let given = phrase(
                "Số do tỉnh tự ghi (trang “Tỉnh cung cấp” của tệp đợt đánh giá, [given] trong campaign.toml), không lấy từ phiếu.",
                "The province gives this number (sheet \"Tỉnh cung cấp\" of the campaign workbook, [given] in campaign.toml); no return holds it.",
            );
            return writeln!(out, "{}", given.get(lang));
        }
        let label = phrase("Phạm vi", "Coverage").get(lang);
        let of = phrase("đơn vị", "units").get(lang);
        writeln!(
            out,
            "{label}: {}/{} {of}",
            statistic.covered, statistic.expected
        )?;
        let own = trace
            .contributions
            .iter()
            .find(|one| one.unit == trace.unit);
        let own_name = self.report.unit_name(trace.unit).unwrap_or_default();
        writeln!(out)?;
        match own {
            Some(one) => writeln!(out, "{own_name}: {}", self.amount(one))?,
            None => writeln!(
                out,
                "{}",
                say!(
                    lang,
                    "{own_name}: không được tính vào chỉ tiêu này",
                    "{own_name}: is not in this statistic"
                )
            )?,
        }
        let heading = phrase("Từng đơn vị", "Each unit").get(lang);
        writeln!(out, "\n{heading}: {}", trace.contributions.len())?;
        for one in &trace.contributions {
            writeln!(out, "  {}: {}", one.name, self.amount(one))?;
        }
        if trace.left_out.is_empty() {
            return Ok(());
        }
        let heading = phrase("Không được tính", "Left out").get(lang);
        writeln!(out, "\n{heading}: {}", trace.left_out.len())?;
        for one in &trace.left_out {
            writeln!(out, "  {}: {}", one.name, self.why(&one.why))?;
        }
        Ok(())
    }

    fn formula(&self, out: &mut dyn Write, trace: &StatisticTrace<'_>) -> io::Result<()> {
        let lang = self.lang;
        let formula = &trace.statistic.formula;
        let formula = match &trace.statistic.outcome {
            Outcome::Given { .. } => return Ok(()),
            Outcome::Share { .. } => say!(
                lang,
                "số đơn vị trả lời có ÷ số đơn vị đã trả lời: {formula}",
                "units that say yes ÷ units that answered: {formula}"
            ),
            Outcome::Units { .. } => say!(
                lang,
                "các đơn vị đạt điểm tối đa của nhóm {formula}",
                "the units at the maximum of group {formula}"
            ),
            Outcome::Sum { .. } | Outcome::Ratio { .. } => formula.clone(),
        };
        let label = phrase("Cách tính", "Formula").get(lang);
        writeln!(out, "{label}: {formula}")
    }

    fn outcome(&self, trace: &StatisticTrace<'_>) -> String {
        let lang = self.lang;
        let decimals = self.report.campaign.percent_decimals;
        let number = |value| lang.number(value);
        let share = |percent: Option<_>| {
            let none = || phrase("không có", "none").get(lang).to_string();
            percent.map_or_else(none, |value| lang.percent(value, decimals))
        };
        match &trace.statistic.outcome {
            Outcome::Sum { value } => match &trace.statistic.unit {
                Some(unit) => format!("{} {unit}", number(*value)),
                None => number(*value),
            },
            Outcome::Ratio {
                numerator,
                denominator,
                percent,
            } => format!(
                "{} ÷ {} = {}",
                number(*numerator),
                number(*denominator),
                share(*percent)
            ),
            Outcome::Share {
                yes,
                answered,
                percent,
                ..
            } => format!("{yes} ÷ {answered} = {}", share(*percent)),
            Outcome::Units { units } => {
                let names = units.iter().filter_map(|unit| self.report.unit_name(unit));
                let names: Vec<&str> = names.collect();
                match names.len() {
                    0 => "0".to_string(),
                    count => format!("{count} ({})", names.join("; ")),
                }
            }
            Outcome::Given { value, of } => {
                let none = || phrase("không có", "none").get(lang).to_string();
                let value = value.map_or_else(none, number);
                of.map_or(value.clone(), |of| format!("{value}/{}", number(of)))
            }
        }
    }

    /// What a unit adds, and where it stands.
    fn amount(&self, one: &Contribution<'_>) -> String {
        let lang = self.lang;
        let number = |value| lang.number(value);
        let amount = match &one.amount {
            Amount::Sum(terms) => {
                let shown: Vec<String> = terms.iter().map(|term| number(*term)).collect();
                match (
                    shown.as_slice(),
                    Decimal::checked_sum(terms.iter().copied()),
                ) {
                    ([only], _) => only.clone(),
                    (_, Some(sum)) => format!("{} = {}", shown.join(" + "), number(sum)),
                    (_, None) => shown.join(" + "),
                }
            }
            Amount::Ratio(part, whole) => format!("{} ÷ {}", number(*part), number(*whole)),
            Amount::Yes(answer) => yes_no(*answer, lang).to_string(),
            Amount::Group(sum, maximum) => {
                format!("{}/{}", number(sum.0), most_shown(*maximum, self.lang))
            }
        };
        // What was decided stands where it was, whatever the cell of the form says.
        let decided = one.decided.iter();
        let decided = decided.map(|(_, decided)| self.figure_decided(decided));
        let decided: Vec<String> = decided.map(|said| format!("; {said}")).collect();
        let decided = decided.concat();
        let cells: Vec<String> = one
            .cells
            .iter()
            .map(|(_, sheet, cell)| format!("{sheet}!{cell}"))
            .collect();
        if cells.is_empty() {
            format!("{amount} – {}{decided}", one.file)
        } else {
            format!("{amount} – {}: {}{decided}", one.file, cells.join(", "))
        }
    }

    fn why(&self, why: &LeftOutBecause) -> String {
        let lang = self.lang;
        match why {
            LeftOutBecause::NoReturn => phrase("chưa có phiếu được tính", "no return that counts")
                .get(lang)
                .to_string(),
            LeftOutBecause::Figure(id, why, text) => {
                let text = if text.is_empty() {
                    String::new()
                } else {
                    say!(lang, " “{text}”", " \"{text}\"")
                };
                format!("{} – {}{text}", self.name(id), unusable(*why, lang))
            }
            LeftOutBecause::Ratio(part, whole) => {
                let (part, whole) = (lang.number(*part), lang.number(*whole));
                say!(
                    lang,
                    "{part} ÷ {whole} không hợp lý",
                    "{part} ÷ {whole} makes no sense"
                )
            }
            LeftOutBecause::Open => phrase(
                "còn tiêu chí chưa tính được trong nhóm",
                "criteria of the group are open",
            )
            .get(lang)
            .to_string(),
        }
    }
}
