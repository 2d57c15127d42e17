//! What changes nothing: it adds no finding and changes no number.

use std::collections::{BTreeMap, BTreeSet};

use tonghop::base::cell::{CellValue, Mark, Piece, SheetFacts, Visibility};
use tonghop::base::points::Decimal;
use tonghop_tools::spoiler::book::{Dress, Sheet};

use super::formats::format;
use super::{Stage, Variation, everywhere};
use crate::spoiler::dice::Dice;
use crate::spoiler::seen::Way;
use crate::spoiler::seen::desk::{Desk, Number};
use crate::spoiler::truth::{Spot, truth};

use Stage::{Cells, Layout, Sheets};

const fn variation(
    name: &'static str,
    stage: Stage,
    apply: fn(&mut Desk, &mut Dice) -> Option<String>,
) -> Variation {
    let (fits, allowed): (fn(Way) -> bool, _) = (everywhere, &[]);
    Variation {
        name,
        stage,
        fits,
        allowed,
        apply,
    }
}

/// On a web page there are no sheets.
fn has_sheets(way: Way) -> bool {
    way != Way::Html
}

/// Where formulas are kept with their results.
fn keeps_results(way: Way) -> bool {
    matches!(way, Way::Xlsx | Way::Ods)
}

pub const VARIATIONS: &[Variation] = &[
    variation("saved anew", Cells, |_, _| Some("saved anew".to_string())),
    variation("fonts, colours, borders", Cells, |w, _| {
        for sheet in &mut w.book.sheets {
            for content in sheet.cells.values_mut() {
                content.dress.is_gaudy = true;
            }
        }
        Some("all cells coloured".to_string())
    }),
    variation("float dust", Cells, |w, d| {
        let number = w.number(d, |_| true)?;
        let value = match number.value.is_zero() {
            true => *d.pick(&[1.1e-16, -2.2e-16, 5.684_341_886_080_802e-14])?,
            false => number.float() * (1.0 + f64::EPSILON),
        };
        w.put(&number.spot, CellValue::Number(value));
        Some(format!("{}: {value:e}", number.name))
    }),
    Variation {
        fits: keeps_results,
        ..variation("formula whose result is a text", Cells, |w, d| {
            let number = w.number(d, |one| one.float().fract() == 0.0)?;
            let result = CellValue::Text(number.value.to_string());
            w.put_formula(&number.spot, &format!("{}+0", number.value), result);
            Some(format!("{}: a text", number.name))
        })
    },
    Variation {
        fits: keeps_results,
        ..variation("formula with its result", Cells, |w, d| {
            let number = w.number(d, |_| true)?;
            let result = CellValue::Number(number.float());
            w.put_formula(&number.spot, &format!("{}+0", number.value), result);
            Some(format!("{}: a formula", number.name))
        })
    },
    variation("formats that say the same", Cells, |w, d| {
        let number = w.number(d, |one| one.value >= Decimal::from(0))?;
        let text = format!("{:.2}", number.float()).replace('.', ",");
        let (code, shown) = match d.below(3) {
            0 => ("0.00", text),
            1 => ("0.00\" điểm\"", format!("{text} điểm")),
            _ => ("#,##0.00", text),
        };
        w.put_number(&number.spot, number.float(), format(code, &shown));
        Some(format!("{}: {code} shows {shown}", number.name))
    }),
    variation("mark of a footnote behind a name", Cells, |w, d| {
        let label = *d.pick(&["tên đơn vị", "criterion"])?;
        let spot = match label {
            "criterion" => text_of_criterion(w, d)?.1,
            label => w.right_of(&[label])?,
        };
        let piece = |text: &str, mark| Piece {
            text: text.to_string(),
            mark,
        };
        let text = w.text(&spot);
        w.put_pieces(
            &spot,
            vec![piece(&text, Mark::Plain), piece("1", Mark::Raised)],
        );
        Some(format!("{text}¹"))
    }),
    variation("number of a note behind a criterion", Cells, |w, d| {
        let (_, spot) = text_of_criterion(w, d)?;
        let text = format!("{} ({})", w.text(&spot), 1 + d.below(3));
        w.put_text(&spot, &text);
        Some(text)
    }),
    variation("\"Tiêu chí 1.1\" as code", Cells, |w, d| {
        let number = w.score(d, |_| true)?;
        let (column, _) = w.label_columns(&number.spot)?;
        let spot = Spot {
            at: (number.spot.at.0, column),
            ..number.spot.clone()
        };
        let text = format!("Tiêu chí {}", w.text(&spot));
        w.put_text(&spot, &text);
        Some(text)
    }),
    Variation {
        allowed: &["TH207"],
        ..variation("text of a criterion cut off", Cells, |w, d| {
            let (_, spot) = text_of_criterion(w, d)?;
            let text = w.text(&spot);
            let length = text.chars().count();
            let cut: String = text.chars().take(length - length / 4).collect();
            w.put_text(&spot, &cut);
            (length > 24).then_some(cut)
        })
    },
    variation("province behind the unit's name", Cells, |w, _| {
        let spot = w.right_of(&["tên đơn vị", "tên cơ quan"])?;
        let text = format!("{} tỉnh Kon Tum", w.text(&spot));
        w.put_text(&spot, &text);
        (!text.contains("Kon Tum tỉnh") && !text.contains("tỉnh tỉnh")).then_some(text)
    }),
    variation("blank rows", Layout, |w, d| {
        let number = w.score(d, |_| true)?;
        let count = 1 + d.below(3) as u32;
        let (name, row) = (number.spot.sheet.clone(), number.spot.at.0);
        w.sheet_mut(&name).insert_rows(row, count);
        Some(format!("{name}: {count} rows above row {}", row + 1))
    }),
    variation("rows above", Layout, |w, d| {
        let name = w.score(d, |_| true)?.spot.sheet;
        let count = 1 + d.below(5) as u32;
        w.sheet_mut(&name).insert_rows(0, count);
        Some(format!("{name}: {count} rows above"))
    }),
    variation("blank column", Layout, |w, d| {
        let number = w.score(d, |_| true)?;
        let name = number.spot.sheet.clone();
        let column = match d.below(3) {
            0 => 0,
            1 => number.spot.at.1,
            _ => number.spot.at.1 + 1,
        };
        w.sheet_mut(&name).insert_column(column);
        Some(format!("{name}: a blank column before column {column}"))
    }),
    variation("columns in another order", Layout, swapped),
    variation("numbers of the columns below the header", Layout, numbering),
    variation("words beside the table", Layout, |w, d| {
        let name = w.score(d, |_| true)?.spot.sheet;
        let sheet = w.sheet_mut(&name);
        let end = sheet.end();
        sheet.put_text(
            (end + 2, 1),
            "Ghi chú: số liệu lấy từ báo cáo của các phòng.",
        );
        Some(format!("{name}: a note below"))
    }),
    Variation {
        fits: has_sheets,
        ..variation("sheets in another order", Sheets, |w, d| {
            for place in (1..w.book.sheets.len()).rev() {
                w.book.sheets.swap(place, d.below(place + 1));
            }
            Some("sheets shuffled".to_string())
        })
    },
    Variation {
        fits: has_sheets,
        ..variation("sheets under other names", Sheets, |w, d| {
            let first = d.below(50);
            let names: Vec<String> = w.scores.values().map(|spot| spot.sheet.clone()).collect();
            let groups = w
                .book
                .sheets
                .iter_mut()
                .filter(|one| names.contains(&one.name));
            for (number, sheet) in groups.enumerate() {
                sheet.name = format!("Sheet{}", first + number);
            }
            Some("sheets renamed".to_string())
        })
    },
    Variation {
        fits: has_sheets,
        ..variation("a sheet that repeats all scores", Sheets, |w, _| summary(w))
    },
];

/// The cell with the text of a criterion.
fn text_of_criterion(desk: &mut Desk, dice: &mut Dice) -> Option<(Number, Spot)> {
    let number = desk.score(dice, |_| true)?;
    let (_, column) = desk.label_columns(&number.spot)?;
    let at = (number.spot.at.0, column);
    let sheet = number.spot.sheet.clone();
    Some((number, Spot { sheet, at }))
}

/// Two columns that change places with their headings.
fn swapped(desk: &mut Desk, dice: &mut Dice) -> Option<String> {
    let number = desk.score(dice, |_| true)?;
    let words = [
        "đơn vị tính",
        "số liệu",
        "tối đa",
        "tự chấm",
        "thẩm định",
        "kiểm chứng",
        "giải trình",
    ];
    let (one, other) = (*dice.pick(&words)?, *dice.pick(&words)?);
    let columns = (
        desk.column_of(&number.spot, one)?,
        desk.column_of(&number.spot, other)?,
    );
    let header = desk.header(&number.spot)?;
    let rows = desk.criteria_below(&number.spot.sheet, header);
    let end = rows.last()?.0 + 40;
    let name = number.spot.sheet.clone();
    let beyond = desk.sheet(&name)?.end();
    // Another table below keeps its columns.
    let next = (header + 1..end.min(beyond)).find(|row| {
        let sheet = desk.sheet(&name).unwrap();
        sheet
            .row(*row)
            .any(|(_, one)| matches!(one.value.show().as_str(), "TT" | "STT"))
    });
    let end = next.map_or(end, |row| row.saturating_sub(7));
    if columns.0 == columns.1 || desk.is_merged(&name, (header, 0), (end, 99)) {
        return None;
    }
    desk.sheet_mut(&name)
        .swap_columns(header..end, columns.0, columns.1);
    Some(format!("{name}: {one} and {other} in each other's place"))
}

/// The row (1) (2) (3) … that stands in most forms, below a header of one row.
fn numbering(desk: &mut Desk, dice: &mut Dice) -> Option<String> {
    let number = desk.score(dice, |_| true)?;
    let header = desk.header(&number.spot)?;
    let name = number.spot.sheet.clone();
    if desk.is_merged(&name, (header, 0), (header + 1, 99)) {
        return None;
    }
    let sheet = desk.sheet_mut(&name);
    let columns: Vec<u32> = sheet.row(header).map(|(column, _)| column).collect();
    let style = dice.below(3);
    sheet.insert_rows(header + 1, 1);
    for (number, column) in (1..).zip(columns) {
        let at = (header + 1, column);
        match style {
            0 => sheet.put_text(at, &format!("({number})")),
            1 => sheet.put_text(at, &format!("[{number}]")),
            _ => sheet.put(at, CellValue::Number(f64::from(number))),
        }
    }
    Some(format!("{name}: numbers of the columns"))
}

/// All scores once more on a sheet of their own.
fn summary(desk: &mut Desk) -> Option<String> {
    let mut sheet = Sheet {
        name: "Bảng điểm".to_string(),
        visibility: Visibility::Visible,
        cells: BTreeMap::new(),
        merges: Vec::new(),
        facts: SheetFacts::default(),
        flat_rows: BTreeSet::new(),
    };
    sheet.put_text((0, 0), "BẢNG ĐIỂM TỰ CHẤM");
    for (column, heading) in (0..).zip(["TT", "Tiêu chí", "Điểm tự chấm"]) {
        sheet.put_text((2, column), heading);
    }
    let scheme = &truth().plan.scheme;
    for (row, (id, score)) in (3..).zip(&desk.meant.scores) {
        let name = &scheme.criterion(id)?.name;
        sheet.put_text((row, 0), &id.0);
        sheet.put_text((row, 1), name);
        sheet.put_dressed(
            (row, 2),
            CellValue::Number(score.0.to_f64()),
            Dress::default(),
        );
    }
    desk.book.sheets.push(sheet);
    Some("a sheet with all scores".to_string())
}
