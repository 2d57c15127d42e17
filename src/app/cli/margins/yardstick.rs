//! Whose value others are measured by, and what falls without it.

use std::io::{self, Write};

use crate::app::cli::decimals::shown;
use crate::app::cli::findings;
use crate::app::cli::margins::MarginsPage;
use crate::app::cli::screen::{STRONG, paint};
use crate::app::cli::table::{self, ColumnContent, Layout};
use crate::base::lang::{Lang, phrase, say};
use crate::base::points::{Decimal, Points};
use crate::result::margins::{Setter, Shifted, Yardstick};

impl MarginsPage<'_> {
    /// Every yardstick.
    pub(super) fn yardsticks(&self, out: &mut dyn Write, all: &[Yardstick<'_>]) -> io::Result<()> {
        let lang = self.lang;
        if all.is_empty() {
            return Ok(());
        }
        let heading = phrase(
            "Mốc so sánh: điểm tính theo giá trị cao nhất của cấp",
            "Yardsticks: points measured by the best value of a level",
        );
        writeln!(out, "\n{}", paint(STRONG, heading.get(lang)))?;
        all.iter().try_for_each(|one| self.yardstick(out, one))
    }

    fn yardstick(&self, out: &mut dyn Write, one: &Yardstick<'_>) -> io::Result<()> {
        let lang = self.lang;
        let (id, name, level) = (one.criterion, one.name, one.level_name);
        writeln!(
            out,
            "\n  {} – {level}",
            paint(STRONG, &format!("{id} {name}"))
        )?;
        for line in set_by(one, lang) {
            writeln!(out, "    {line}")?;
        }
        for finding in one.set_by.iter().flat_map(|setter| &setter.findings) {
            findings::write(out, finding, lang)?;
        }
        if !one.counts {
            let note = phrase(
                "    Điểm tự chấm được tính, điểm theo mốc chỉ để đối chiếu: tổng điểm không đổi theo mốc.",
                "    Claims count, and what is measured is only held against them: no total follows the yardstick.",
            );
            writeln!(out, "{}", note.get(lang))?;
        }
        if one.without.is_empty() {
            return Ok(());
        }
        writeln!(out, "    {}", if_dropped(one, lang))?;
        let heads = [
            phrase("Đơn vị", "Unit"),
            phrase("Điểm theo mốc", "Points by it"),
            phrase("Tổng điểm", "Total"),
            phrase("Xếp loại", "Grade"),
            phrase("Hạng", "Place"),
        ];
        let heads = heads.map(|head| head.get(lang).to_string()).to_vec();
        let rows = one.without.iter().map(|shifted| {
            let cells = cells(shifted, lang);
            [shifted.name.to_string()]
                .into_iter()
                .chain(cells)
                .collect()
        });
        let rows: Vec<Vec<String>> = [heads].into_iter().chain(rows).collect();
        let layout = Layout {
            columns: &[
                ColumnContent::Words,
                ColumnContent::Words,
                ColumnContent::Words,
                ColumnContent::Words,
                ColumnContent::Short,
            ],
            indent: 6,
            width: self.width,
        };
        table::write(out, &rows, &layout)
    }
}

/// A value as people write it.
fn value(value: Decimal, one: &Yardstick<'_>, lang: Lang) -> String {
    let sign = if one.is_percent { "%" } else { "" };
    format!("{}{sign}", shown(value, lang))
}

/// Whose value is the yardstick, with its cells, and which is the next.
fn set_by(one: &Yardstick<'_>, lang: Lang) -> Vec<String> {
    let best = value(one.best, one, lang);
    let mut lines: Vec<String> = one
        .set_by
        .iter()
        .map(|setter| {
            let (name, at) = (setter.name, place(setter));
            say!(
                lang,
                "mốc {best}: của {name} ({at})",
                "yardstick {best}: of {name} ({at})"
            )
        })
        .collect();
    let next = one.next.as_ref().map(|next| {
        let (value, names) = (value(next.value, one, lang), next.units.join("; "));
        (value, names)
    });
    lines.push(match next {
        _ if one.set_by.len() > 1 => phrase(
            "Nhiều đơn vị cùng có giá trị này: bỏ giá trị của một đơn vị thì mốc không đổi.",
            "Several units have this value: without any one of them the yardstick stands.",
        )
        .get(lang)
        .to_string(),
        Some((value, names)) => say!(
            lang,
            "giá trị cao tiếp theo: {value} của {names}",
            "next best value: {value} of {names}"
        ),
        None => phrase(
            "Không đơn vị nào khác có giá trị để làm mốc.",
            "No other unit has a value to measure by.",
        )
        .get(lang)
        .to_string(),
    });
    lines
}

/// The file and the cells of a value.
fn place(setter: &Setter<'_>) -> String {
    let cells = setter.cells.iter();
    let cells = cells.map(|one| format!("{}!{}", one.sheet, one.cell));
    let cells: Vec<String> = cells.collect();
    format!("{}: {}", setter.file, cells.join(", "))
}

fn if_dropped(one: &Yardstick<'_>, lang: Lang) -> String {
    let next = one.next.as_ref().map(|next| value(next.value, one, lang));
    let next = next.unwrap_or_default();
    say!(
        lang,
        "Nếu giá trị này sai và phải bỏ thì mốc là {next}:",
        "If this value is wrong and left out, the yardstick is {next}:"
    )
}

/// Points, total, grade and place, now and then.
fn cells(one: &Shifted<'_>, lang: Lang) -> [String; 4] {
    let points = |points: Option<Points>| {
        points.map_or_else(|| "?".to_string(), |points| shown(points.0, lang))
    };
    let turned = |now: String, then: String| {
        if now == then {
            now
        } else {
            format!("{now} → {then}")
        }
    };
    let grade = |grade: Option<&str>| grade.unwrap_or("–").to_string();
    // Without its own value the total of a unit is only what is left of it.
    let at_least = match one.points {
        (Some(_), None) if one.total.0 != one.total.1 => "≥ ",
        _ => "",
    };
    let total = |points: Points| shown(points.0, lang);
    [
        turned(points(one.points.0), points(one.points.1)),
        turned(
            total(one.total.0),
            format!("{at_least}{}", total(one.total.1)),
        ),
        turned(grade(one.grade.0), grade(one.grade.1)),
        turned(one.place.0.to_string(), one.place.1.to_string()),
    ]
}

/// The yardstick of a criterion in lines, with what one unit would have without it.
pub(in crate::app::cli) fn without(
    one: &Yardstick<'_>,
    unit: Option<&Shifted<'_>>,
    lang: Lang,
) -> Vec<String> {
    let mut lines = set_by(one, lang);
    let Some(unit) = unit else {
        return lines;
    };
    let [points, total, grade, place] = cells(unit, lang);
    let start = if_dropped(one, lang);
    if !one.counts {
        lines.push(say!(
            lang,
            "{start} điểm theo mốc {points}; điểm tự chấm được tính nên tổng điểm không đổi",
            "{start} points by it {points}; the claim counts, so no total changes"
        ));
        return lines;
    }
    lines.push(say!(
        lang,
        "{start} điểm tiêu chí {points}, tổng điểm {total}, xếp loại {grade}, hạng {place}",
        "{start} points {points}, total {total}, grade {grade}, place {place}"
    ));
    lines
}
