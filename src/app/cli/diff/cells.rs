//! The cells that differ, in a few lines: named where they are few, else counted by what they hold.
//!
//! In: a comparison. Out: lines. Not for: units as a whole, which are told before.

use std::io::{self, Write};

use crate::app::cli::screen::{STRONG, paint};
use crate::base::lang::{Lang, phrase, say};
use crate::base::outside::Shown;
use crate::output::comparison as words;
use crate::result::diff::{CellChange, CellSubject, Diff};

/// The most cells that are named.
const NAMED: usize = 10;

/// Writes them; nothing where there are none.
pub(super) fn write(out: &mut dyn Write, diff: &Diff, lang: Lang) -> io::Result<()> {
    let of_parts = [
        CellSubject::Group,
        CellSubject::Criterion,
        CellSubject::Figure,
    ];
    let is_part = |cell: &&CellChange| of_parts.contains(&cell.held);
    let cells: Vec<&CellChange> = diff.cells.iter().filter(is_part).collect();
    if cells.is_empty() {
        return Ok(());
    }
    let count = cells.len();
    let head = phrase(
        "Điểm và số liệu khác nhau",
        "Points and figures that differ",
    );
    let head = paint(STRONG, head.get(lang));
    if count <= NAMED {
        writeln!(out, "\n{head}")?;
        let mut lines = cells.iter().map(|cell| line(cell, lang));
        return lines.try_for_each(|line| writeln!(out, "  {line}"));
    }
    let counts = of_parts.into_iter().filter_map(|held| {
        let count = cells.iter().filter(|cell| cell.held == held).count();
        let what = words::held(held).get(lang).to_lowercase();
        (count > 0).then(|| format!("{count} {what}"))
    });
    let counts = counts.collect::<Vec<_>>().join(", ");
    let more = say!(
        lang,
        "{counts} (từng ô: thêm -o TỆP.xlsx)",
        "{counts} (each of them: add -o FILE.xlsx)"
    );
    writeln!(out, "\n{head}: {more}")
}

/// `Sở Y tế: Số liệu 1.1 (Tổng số cán bộ): 40 → 41`.
fn line(cell: &CellChange, lang: Lang) -> String {
    let (unit, item) = (Shown::line(&cell.name), Shown::line(&cell.item));
    let what = words::held(cell.held).get(lang);
    let label = Shown::line(&cell.label);
    let (before, now) = (
        words::seen(&cell.before, lang),
        words::seen(&cell.now, lang),
    );
    let (before, now) = (Shown::line(&before), Shown::line(&now));
    if item == label {
        return format!("{unit}: {what} {item}: {before} → {now}");
    }
    format!("{unit}: {what} {item} ({label}): {before} → {now}")
}
