//! Rows and columns inserted, deleted, moved; headers, second tables, stray cells.

use tonghop::base::cell::{CellValue, Lines};

use super::{Defect, Stage, harmless, wrong};
use crate::spoiler::dice::Dice;
use crate::spoiler::truth::Spot;
use crate::spoiler::work::{Work, group};

use Stage::Layout;

pub const DEFECTS: &[Defect] = &[
    harmless("S28", Layout, |w, d| inserted(w, d, |_, _| None)),
    harmless("S10", Layout, |w, d| {
        inserted(w, d, |_, _| Some("(xem giải trình kèm theo)"))
    }),
    harmless("S18", Layout, |w, d| {
        let sheet = w.layout(d)?;
        let count = d.below(6) as u32 + 1;
        w.sheet(&sheet).insert_rows(0, count);
        Some(format!("{sheet}: {count} rows above"))
    }),
    harmless("S11", Layout, |w, d| {
        let sheet = w.layout(d)?;
        w.sheet(&sheet).insert_column(0);
        Some(format!("{sheet}: a column in front"))
    }),
    harmless("S31", Layout, |w, d| {
        let sheet = w.layout(d)?;
        w.sheet(&sheet).put_text((60, 300), "ghi chú ngoài bảng");
        Some(format!("{sheet}: a note far to the right"))
    }),
    harmless("S30", Layout, |w, d| {
        let sheet = w.layout(d)?;
        let end = w.sheet(&sheet).end();
        w.sheet(&sheet).put_text((end + 3, 1), ".");
        Some(format!("{sheet}: a stray full stop"))
    }),
    wrong("S22", Layout, |w, d| {
        let sheet = w.layout(d)?;
        w.sheet(&sheet)
            .put((1_048_575, 16_383), CellValue::Number(1.0));
        Some(format!("{sheet}: XFD1048576"))
    }),
    wrong("S12", Layout, deleted),
    wrong("S12", Layout, |w, d| {
        let sheet = w.layout(d)?;
        let spots = w.meant.figure_spots.iter();
        let on: Vec<_> = spots.filter(|(_, spot)| spot.sheet == sheet).collect();
        let (id, spot) = d.pick(&on)?;
        let (id, row) = ((*id).clone(), spot.at.0);
        w.sheet(&sheet).delete_row(row);
        Some(format!("{id}: row deleted"))
    }),
    wrong("S13", Layout, block_moved),
    wrong("S29", Layout, split),
    wrong("S17", Layout, |w, d| header(w, d, "Điểm", Some("Tự chấm"))),
    wrong("S17", Layout, |w, d| {
        header(w, d, "Điểm đơn vị tự đánh giá", None)
    }),
    wrong("S17", Layout, |w, d| header(w, d, "Điểm", None)),
    wrong("S17", Layout, |w, d| header(w, d, "Kết quả", None)),
    wrong("S11", Layout, |w, d| {
        let spot = spot_on(w, d)?;
        w.sheet(&spot.sheet).delete_column(spot.at.1);
        Some(format!("{}: the score column deleted", spot.sheet))
    }),
    wrong("S11", Layout, |w, d| {
        let spot = spot_on(w, d)?;
        let (code, _) = w.label_columns(&spot)?;
        w.sheet(&spot.sheet).delete_column(code);
        Some(format!("{}: the codes deleted", spot.sheet))
    }),
    wrong("S11", Layout, |w, d| {
        let spot = spot_on(w, d)?;
        let (_, name) = w.label_columns(&spot)?;
        w.sheet(&spot.sheet).delete_column(name);
        Some(format!("{}: the texts deleted", spot.sheet))
    }),
    wrong("S11", Layout, |w, d| columns_swapped(w, d, true)),
    wrong("S11", Layout, |w, d| columns_swapped(w, d, false)),
    wrong("S11", Layout, second_column),
    wrong("S19", Layout, second_table),
    wrong("S20", Layout, |w, d| {
        inserted(w, d, |_, d| {
            d.pick(&["Cộng", "Tổng cộng", "Tiểu cộng mục I"]).copied()
        })
    }),
    wrong("S21", Layout, |w, d| {
        let sheet = w.layout(d)?;
        let rows = w.criteria_on(&sheet);
        let (row, id) = d.pick(&rows)?.clone();
        Lines::add(&mut w.sheet(&sheet).facts.hidden_rows, row, row);
        Some(format!("{id}: its row is hidden"))
    }),
    wrong("V31", Layout, |w, d| doubled(w, d, false)),
    wrong("V31", Layout, |w, d| doubled(w, d, true)),
];

/// The score of some criterion on a sheet that nobody has moved about.
fn spot_on(work: &mut Work, dice: &mut Dice) -> Option<Spot> {
    let sheet = work.layout(dice)?;
    let rows = work.criteria_on(&sheet);
    let (_, id) = dice.pick(&rows)?;
    Some(work.meant.score_spots[id].clone())
}

/// A row inserted before a criterion, blank or with a text; a subtotal carries a number.
fn inserted(
    work: &mut Work,
    dice: &mut Dice,
    text: fn(&Work, &mut Dice) -> Option<&'static str>,
) -> Option<String> {
    let spot = spot_on(work, dice)?;
    let text = text(work, dice);
    let (_, name) = work.label_columns(&spot)?;
    let count = dice.below(3) as u32 + 1;
    let sheet = work.sheet(&spot.sheet);
    sheet.insert_rows(spot.at.0, count);
    if let Some(text) = text {
        sheet.put_text((spot.at.0, name), text);
        if !text.starts_with('(') {
            sheet.put((spot.at.0, spot.at.1), CellValue::Number(37.0));
        }
    }
    Some(format!(
        "{}: {count} rows before row {}, {text:?}",
        spot.sheet,
        spot.at.0 + 1
    ))
}

fn deleted(work: &mut Work, dice: &mut Dice) -> Option<String> {
    let sheet = work.layout(dice)?;
    let rows = work.criteria_on(&sheet);
    let (row, id) = dice.pick(&rows)?.clone();
    work.sheet(&sheet).delete_row(row);
    Some(format!("{id}: row deleted"))
}

/// A criterion with its figures moves before the first one of its sheet.
fn block_moved(work: &mut Work, dice: &mut Dice) -> Option<String> {
    let sheet = work.layout(dice)?;
    let rows = work.criteria_on(&sheet);
    let place = 1 + dice.below(rows.len().checked_sub(2)?);
    let (from, id) = rows.get(place)?.clone();
    let (to, end) = (rows[0].0, rows.get(place + 1)?.0);
    // Only within one table: a header between them stays where it is.
    if group(&rows[0].1) != group(&rows[place + 1].1) {
        return None;
    }
    work.sheet(&sheet).moved(|(row, column)| {
        let row = match row {
            row if (from..end).contains(&row) => row - from + to,
            row if (to..from).contains(&row) => row + (end - from),
            row => row,
        };
        Some((row, column))
    });
    Some(format!("{id}: moved to the top"))
}

/// A criterion's text goes on in a row of its own.
fn split(work: &mut Work, dice: &mut Dice) -> Option<String> {
    let spot = spot_on(work, dice)?;
    let (_, name) = work.label_columns(&spot)?;
    let sheet = work.sheet(&spot.sheet);
    let text = sheet.text((spot.at.0, name));
    let middle = text
        .char_indices()
        .filter(|(_, c)| *c == ' ')
        .map(|(at, _)| at);
    let middle: Vec<usize> = middle.collect();
    let (head, tail) = text.split_at(*dice.pick(&middle)?);
    sheet.insert_rows(spot.at.0 + 1, 1);
    sheet.put_text((spot.at.0, name), head);
    sheet.put_text((spot.at.0 + 1, name), tail.trim());
    Some(format!("{}: {head:?} | {tail:?}", spot.sheet))
}

/// The score column is called otherwise.
fn header(work: &mut Work, dice: &mut Dice, text: &str, below: Option<&str>) -> Option<String> {
    let spot = spot_on(work, dice)?;
    let row = work.header(&spot.sheet)?;
    let sheet = work.sheet(&spot.sheet);
    if let Some(below) = below {
        sheet.insert_rows(row + 1, 1);
        sheet.put_text((row + 1, spot.at.1), below);
    }
    sheet.put_text((row, spot.at.1), text);
    Some(format!(
        "{}: the header says {text:?} {below:?}",
        spot.sheet
    ))
}

/// Two columns change places, with their headers or without.
fn columns_swapped(work: &mut Work, dice: &mut Dice, with_header: bool) -> Option<String> {
    let spot = spot_on(work, dice)?;
    let rows = work.criteria_on(&spot.sheet);
    let header = work.header(&spot.sheet)?;
    let heading = *dice.pick(&["tối đa", "số liệu", "thẩm định", "giải trình"])?;
    let other = work.column_of(&spot, heading)?;
    let first = if with_header { header } else { rows.first()?.0 };
    let sheet = work.sheet(&spot.sheet);
    let end = sheet.end();
    if !sheet.merges.is_empty() {
        return None;
    }
    sheet.swap_columns(first..end, spot.at.1, other);
    Some(format!(
        "{}: scores and {heading} swapped, header too: {with_header}",
        spot.sheet
    ))
}

/// A second column with the same header and other numbers.
fn second_column(work: &mut Work, dice: &mut Dice) -> Option<String> {
    let spot = spot_on(work, dice)?;
    let header = work.header(&spot.sheet)?;
    let rows = work.criteria_on(&spot.sheet);
    let sheet = work.sheet(&spot.sheet);
    let text = sheet.text((header, spot.at.1));
    sheet.insert_column(spot.at.1);
    sheet.put_text((header, spot.at.1), &text);
    for (row, _) in rows {
        sheet.put((row, spot.at.1), CellValue::Number(dice.below(9) as f64));
    }
    Some(format!("{}: two columns {text:?}", spot.sheet))
}

/// Last year's table below this year's.
fn second_table(work: &mut Work, dice: &mut Dice) -> Option<String> {
    let spot = spot_on(work, dice)?;
    let header = work.header(&spot.sheet)?;
    let rows = work.criteria_on(&spot.sheet);
    let sheet = work.sheet(&spot.sheet);
    let down = sheet.end() + 2 - header;
    let copy: Vec<_> = sheet
        .cells
        .range((header, 0)..)
        .map(|(&(row, column), content)| ((row + down, column), content.clone()))
        .collect();
    sheet.cells.extend(copy);
    for (row, _) in rows {
        sheet.put(
            (row + down, spot.at.1),
            CellValue::Number(dice.below(6) as f64),
        );
    }
    sheet.put_text((header + down - 1, 1), "Số liệu năm 2016");
    Some(format!("{}: an old table below", spot.sheet))
}

/// The row of a criterion stands a second time below its table, with another score or above with its own.
fn doubled(work: &mut Work, dice: &mut Dice, first: bool) -> Option<String> {
    let spot = spot_on(work, dice)?;
    let row = spot.at.0;
    let sheet = work.sheet(&spot.sheet);
    sheet.insert_rows(row, 1);
    let copy: Vec<_> = sheet
        .row(row + 1)
        .map(|(column, content)| (column, content.clone()))
        .collect();
    for (column, content) in copy {
        sheet.cells.insert((row, column), content);
    }
    let wrong = if first { row } else { row + 1 };
    let other = CellValue::Number(dice.below(4) as f64 + 0.5);
    sheet.put((wrong, spot.at.1), other);
    Some(format!("{}: row {} twice", spot.sheet, row + 1))
}
