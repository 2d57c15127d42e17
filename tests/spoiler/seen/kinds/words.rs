//! Words around the numbers that say something else: another unit, another year, half a year, another score; and figures that
//! nobody can believe.

use tonghop::base::cell::{CellAddress, CellValue};
use tonghop::base::points::Decimal;
use tonghop::input::submission::Figure;

use super::marks::said;
use super::{Fault, everywhere, fault};
use crate::spoiler::dice::Dice;
use crate::spoiler::seen::Way;
use crate::spoiler::seen::desk::{Desk, place};
use crate::spoiler::seen::law::{Deed, Said};
use crate::spoiler::truth::{Spot, truth};

pub const FAULTS: &[Fault] = &[
    fault(
        "letterhead of another unit on one sheet",
        has_sheets,
        |w, d| {
            let name = w.sheet_of_score(d)?.spot.sheet;
            let other = &truth().units[other_unit(w, d)?].unit;
            let registry = &truth().plan.registry;
            let own = registry.get(&w.meant.unit)?.name.to_uppercase();
            let other = registry.get(other)?.name.to_uppercase();
            let sheet = w.sheet_mut(&name);
            let mut is_done = false;
            sheet.each_text(&mut |text| match text.to_uppercase() == own {
                true => {
                    is_done = true;
                    other.clone()
                }
                false => text.to_string(),
            });
            is_done.then(|| on_sheet(&name, &format!("letterhead {other}")))
        },
    ),
    fault("sheet of another unit", has_sheets, |w, d| {
        let name = w.sheet_of_score(d)?.spot.sheet;
        let other = &truth().units[other_unit(w, d)?];
        let other_sheet = other.book.sheets.iter().find(|one| one.name == name)?;
        let mut copy = other_sheet.clone();
        for content in copy.cells.values_mut() {
            content.formula = None;
        }
        *w.sheet_mut(&name) = copy;
        Some(on_sheet(&name, &format!("that of {}", other.unit.code)))
    }),
    fault(
        "another year in the title of one sheet",
        has_sheets,
        |w, d| {
            let name = w.sheet_of_score(d)?.spot.sheet;
            let sheet = w.sheet_mut(&name);
            let title = |text: &str| text.to_uppercase().contains("NĂM 2017");
            let (at, text) = sheet
                .cells
                .iter()
                .map(|(at, content)| (*at, content.value.show()))
                .find(|(at, text)| at.0 < 8 && title(text))?;
            sheet.put_text(at, &text.replace("2017", "2016"));
            Some(on_sheet(&name, "NĂM 2016"))
        },
    ),
    fault("figures of half a year", everywhere, |w, d| {
        let spot = w.right_of(&["kỳ số liệu"])?;
        let periods = [
            "01/01/2017 - 30/06/2017",
            "6 tháng đầu năm 2017",
            "Quý I/2017",
            "01/01/2017 – 30/09/2017",
        ];
        let period = *d.pick(&periods)?;
        w.put_text(&spot, period);
        Some(Deed {
            what: format!("data of {period}"),
            said: Said::At(vec![place(&spot)]),
        })
    }),
    fault("a draft", everywhere, |w, d| {
        let spot = w.find(|text| text.starts_with("phiếu tự đánh giá"))?;
        let word = *d.pick(&["(DỰ THẢO)", "(Bản nháp)", "- Dự thảo lần 1"])?;
        let text = format!("{} {word}", w.text(&spot));
        w.put_text(&spot, &text);
        Some(Deed {
            what: format!("title {text:?}"),
            said: Said::At(vec![place(&spot)]),
        })
    }),
    fault("comment that corrects a score", has_comments, |w, d| {
        let number = w.score(d, |one| one.value >= Decimal::from(2))?;
        let other = format!("{:.0}", (number.float() / 2.0).floor());
        let texts = [
            "Sửa lại: {} điểm",
            "Sửa lại thành {}",
            "Đề nghị chấm lại {} điểm",
            "Điểm đúng là {}",
        ];
        let text = d.pick(&texts)?.replace("{}", &other);
        let at = CellAddress::new(number.spot.at.0, number.spot.at.1);
        let facts = &mut w.sheet_mut(&number.spot.sheet).facts;
        facts.comments.push(at);
        facts.comments.sort();
        facts.comment_texts.push((at, text.clone()));
        facts.comment_texts.sort();
        Some(said(&number, &format!("comment {text:?}")))
    }),
    fault("explanation that corrects a score", everywhere, |w, d| {
        let number = w.score(d, |one| one.value >= Decimal::from(2))?;
        let column = w.column_of(&number.spot, "giải trình")?;
        let other = format!("{:.0}", (number.float() / 2.0).floor());
        let texts = [
            "Đề nghị chấm lại: {} điểm",
            "Sửa lại: {} điểm",
            "Điểm đúng là {} điểm",
        ];
        let text = d.pick(&texts)?.replace("{}", &other);
        let at = (number.spot.at.0, column);
        w.sheet_mut(&number.spot.sheet).put_text(at, &text);
        Some(Deed {
            what: format!("{}: explained by {text:?}", number.name),
            said: Said::InRow(number.place()),
        })
    }),
    fault("ratio typed over its formula", everywhere, ratio),
    fault("money in thousands, and said so", everywhere, |w, d| {
        let number = w.figure(d, |one| !one.is_whole && one.value >= Decimal::from(1))?;
        let row = number.spot.at.0;
        let sheet = w.sheet_mut(&number.spot.sheet);
        let (column, _) = sheet
            .row(row)
            .find(|(_, one)| one.value.show() == "triệu đồng")?;
        sheet.put_text((row, column), "nghìn đồng");
        sheet.put(number.spot.at, CellValue::Number(number.float() * 1000.0));
        Some(Deed {
            what: format!("{}: ×1000 beside \"nghìn đồng\"", number.name),
            said: Said::IfWrong,
        })
    }),
    fault("figure a thousand times as large", everywhere, |w, d| {
        let other_units: Vec<&crate::spoiler::truth::Meant> = truth()
            .units
            .iter()
            .filter(|one| one.unit.level == w.meant.unit.level)
            .collect();
        let largest = |one: &Number| {
            let id = one.name.strip_prefix("figure ").unwrap();
            let values = other_units
                .iter()
                .filter_map(|unit| match unit.figures.get(id)? {
                    Figure::Number(value) => Some(value.to_f64()),
                    _ => None,
                });
            values.fold(0.0_f64, f64::max)
        };
        let number = w.figure(d, |one| {
            one.float() >= 2.0 && one.float() * 1000.0 > 30.0 * largest(one)
        })?;
        w.put(&number.spot, CellValue::Number(number.float() * 1000.0));
        Some(said(&number, "×1000"))
    }),
];

use crate::spoiler::seen::desk::Number;

/// On a web page all tables stand on one sheet, and nothing tells where one ends.
fn has_sheets(way: Way) -> bool {
    way == Way::Xlsx
}

/// A web page as it is written here has no comments.
fn has_comments(way: Way) -> bool {
    way == Way::Xlsx
}

fn on_sheet(name: &str, what: &str) -> Deed {
    Deed {
        what: format!("{name}: {what}"),
        said: Said::OnSheet(name.to_string()),
    }
}

fn other_unit(desk: &Desk, dice: &mut Dice) -> Option<usize> {
    let units = &truth().units;
    let others: Vec<usize> = (0..units.len()).filter(|one| *one != desk.index).collect();
    dice.pick(&others).copied()
}

/// The ratio that stands in the row of a criterion, over its figures.
fn ratio(desk: &mut Desk, dice: &mut Dice) -> Option<Deed> {
    let figures: Vec<Spot> = desk.figures.values().cloned().collect();
    let is_figure = |sheet: &str, at: (u32, u32)| {
        figures
            .iter()
            .any(|spot| spot.sheet == sheet && spot.at == at)
    };
    let mut ratios = Vec::new();
    for (id, spot) in &desk.scores {
        let Some(column) = desk.column_of(spot, "số liệu") else {
            continue;
        };
        let at = (spot.at.0, column);
        let content = desk.sheet(&spot.sheet)?.cells.get(&at);
        let Some(CellValue::Number(value)) = content.map(|content| &content.value) else {
            continue;
        };
        if *value > 2.0 && !is_figure(&spot.sheet, at) {
            ratios.push((
                id.clone(),
                Spot {
                    sheet: spot.sheet.clone(),
                    at,
                },
                *value,
            ));
        }
    }
    let (id, spot, value) = dice.pick(&ratios)?.clone();
    desk.take_row(&spot.sheet, spot.at.0)?;
    // What it is a ratio of can be read, or that is what is said.
    let scheme = &truth().plan.scheme;
    for figure in scheme.criterion(&id)?.rule.figures() {
        let part = desk.figures.get(figure)?.clone();
        desk.take_row(&part.sheet, part.at.0)?;
    }
    let other = (value * 55.5).floor() / 100.0;
    desk.put(&spot, CellValue::Number(other));
    Some(Deed {
        what: format!("{id}: a ratio of {other} for {value}"),
        said: Said::InRow(place(&spot)),
    })
}
