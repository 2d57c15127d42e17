//! Sheets renamed, reordered, hidden, doubled, gone, put together.

use tonghop::base::cell::{CellValue, Visibility};

use super::{Defect, Stage, harmless, wrong};
use crate::spoiler::dice::Dice;
use crate::spoiler::work::Work;

use Stage::Sheets;

pub const DEFECTS: &[Defect] = &[
    harmless("S06", Sheets, |w, d| {
        let count = w.book.sheets.len();
        for place in (1..count).rev() {
            w.book.sheets.swap(place, d.below(place + 1));
        }
        Some("sheets shuffled".to_string())
    }),
    harmless("S01", Sheets, |w, d| {
        let number = d.below(90);
        renamed(w, d, &|_| format!("Sheet{number}"))
    }),
    harmless("S02", Sheets, |w, d| {
        renamed(w, d, &|name| format!("{} ", name.to_uppercase()))
    }),
    harmless("S02", Sheets, |w, d| {
        renamed(w, d, &|name| {
            format!("{name} biểu chi tiết của đơn vị năm 2017")
                .chars()
                .take(31)
                .collect()
        })
    }),
    harmless("S04", Sheets, |w, _| {
        let mut draft = w.book.sheets.first()?.clone();
        draft.name = "Nháp".to_string();
        draft.cells.clear();
        draft.put_text((0, 0), "nháp");
        w.book.sheets.push(draft);
        Some("an empty draft".to_string())
    }),
    wrong("S01", Sheets, |w, d| {
        // Two names change places.
        let names: Vec<String> = w.group_sheets().into_iter().collect();
        let (one, other) = (d.pick(&names)?.clone(), d.pick(&names)?.clone());
        for sheet in &mut w.book.sheets {
            if sheet.name == one {
                sheet.name.clone_from(&other);
            } else if sheet.name == other {
                sheet.name.clone_from(&one);
            }
        }
        (one != other).then(|| format!("{one} and {other} have each other's name"))
    }),
    wrong("S03", Sheets, |w, d| {
        let at = group_sheet(w, d)?;
        w.book.sheets[at].visibility = Visibility::Hidden;
        Some(format!("{} hidden", w.book.sheets[at].name))
    }),
    wrong("S03", Sheets, |w, d| copied(w, d, Visibility::Hidden, true)),
    wrong("S03", Sheets, |w, d| {
        copied(w, d, Visibility::VeryHidden, true)
    }),
    wrong("S07", Sheets, |w, d| {
        copied(w, d, Visibility::Visible, true)
    }),
    wrong("S04", Sheets, |w, d| {
        copied(w, d, Visibility::Visible, false)
    }),
    wrong("S05", Sheets, |w, d| {
        let at = group_sheet(w, d)?;
        let gone = w.book.sheets.remove(at);
        Some(format!("{} deleted", gone.name))
    }),
    wrong("S05", Sheets, |w, d| {
        let at = group_sheet(w, d)?;
        w.book.sheets[at].cells.clear();
        w.book.sheets[at].merges.clear();
        Some(format!("{} emptied", w.book.sheets[at].name))
    }),
    wrong("S27", Sheets, |w, d| {
        let at = group_sheet(w, d)?;
        let sheet = &mut w.book.sheets[at];
        sheet
            .facts
            .comments
            .push(tonghop::base::cell::CellAddress::new(9, 5));
        sheet
            .facts
            .text_boxes
            .push(tonghop::base::cell::CellAddress::new(12, 2));
        Some(format!("{}: comments", sheet.name))
    }),
    wrong("S26", Sheets, |w, d| {
        let at = group_sheet(w, d)?;
        let sheet = &mut w.book.sheets[at];
        sheet.cells.clear();
        sheet.merges.clear();
        sheet
            .facts
            .pictures
            .push(tonghop::base::cell::CellAddress::new(3, 1));
        Some(format!("{} is a picture", sheet.name))
    }),
    wrong("S08", Sheets, together),
];

fn group_sheet(work: &Work, dice: &mut Dice) -> Option<usize> {
    let names: Vec<String> = work.group_sheets().into_iter().collect();
    let name = dice.pick(&names)?;
    work.book.sheets.iter().position(|one| one.name == *name)
}

fn renamed(work: &mut Work, dice: &mut Dice, how: &dyn Fn(&str) -> String) -> Option<String> {
    let at = group_sheet(work, dice)?;
    let old = work.book.sheets[at].name.clone();
    let new = how(&old);
    if work.book.sheets.iter().any(|one| one.name == new) {
        return None;
    }
    work.book.sheets[at].name.clone_from(&new);
    Some(format!("{old} is called {new:?}"))
}

/// A copy of a sheet stands in the workbook, before it or behind, with other scores or the same.
fn copied(
    work: &mut Work,
    dice: &mut Dice,
    visibility: Visibility,
    other_scores: bool,
) -> Option<String> {
    let at = group_sheet(work, dice)?;
    let mut copy = work.book.sheets[at].clone();
    let name = copy.name.clone();
    let columns: Vec<(u32, u32)> = work
        .meant
        .score_spots
        .values()
        .filter(|spot| spot.sheet == name)
        .map(|spot| spot.at)
        .collect();
    if other_scores {
        // Rows may have moved: everything that is a number in the score column changes.
        let column = columns.first()?.1;
        for (&(_, own), content) in &mut copy.cells {
            if let (true, CellValue::Number(number)) = (own == column, &content.value) {
                content.value = CellValue::Number((number / 2.0).floor());
            }
        }
    }
    copy.name = format!("{} (2)", name.chars().take(27).collect::<String>());
    copy.visibility = visibility;
    let place = if dice.once_in(2) { 0 } else { at + 1 };
    work.book.sheets.insert(place, copy);
    Some(format!(
        "{name} copied, {visibility:?}, other scores: {other_scores}"
    ))
}

/// All groups below each other on one sheet.
fn together(work: &mut Work, _: &mut Dice) -> Option<String> {
    let names = work.group_sheets();
    if names.len() < 2 {
        return None;
    }
    let mut parts = Vec::new();
    work.book.sheets.retain(|sheet| {
        let is_part = names.contains(&sheet.name);
        if is_part {
            parts.push(sheet.clone());
        }
        !is_part
    });
    let mut parts = parts.into_iter();
    let mut all = parts.next()?;
    for part in parts {
        let down = all.end() + 1;
        let cells = part.cells.into_iter();
        all.cells
            .extend(cells.map(|((row, column), content)| ((row + down, column), content)));
        all.merges.extend(part.merges.into_iter().map(|mut range| {
            range.first.row += down;
            range.last.row += down;
            range
        }));
    }
    all.name = "Tat ca".to_string();
    work.book.sheets.push(all);
    Some("all groups on one sheet".to_string())
}
