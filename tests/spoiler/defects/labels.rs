//! Codes, texts, maxima and sums that somebody changed.

use tonghop::base::cell::{CellAddress, CellRange, CellValue};
use tonghop::base::ids::CriterionId;

use super::{Defect, Stage, harmless, wrong};
use crate::spoiler::dice::Dice;
use crate::spoiler::truth::Spot;
use crate::spoiler::work::{Work, group, number};

use Stage::{Cells, Labels};

pub const DEFECTS: &[Defect] = &[
    wrong("S14", Labels, |w, d| {
        code(w, d, |id, _| CellValue::Text(id.replace('.', "-")))
    }),
    wrong("S14", Labels, |w, d| {
        code(w, d, |id, _| {
            id.parse().map_or(CellValue::Bool(true), CellValue::Number)
        })
    }),
    wrong("S14", Labels, |w, d| {
        code(w, d, |id, _| {
            let (group, place) = id.split_once('.').unwrap_or((id, "1"));
            CellValue::IsoDate(format!("2018-{place:0>2}-{group:0>2}"))
        })
    }),
    wrong("S14", Labels, |w, d| {
        code(w, d, |id, d| {
            CellValue::Text(format!("{}.{}", &id[..1], d.below(9) + 1))
        })
    }),
    wrong("S14", Labels, |w, d| {
        code(w, d, |_, d| {
            CellValue::Text(format!("{}.{}", d.below(7) + 1, d.below(9) + 1))
        })
    }),
    wrong("S14", Labels, |w, d| {
        code(w, d, |_, _| CellValue::Text(String::new()))
    }),
    wrong("S14", Labels, renumbered),
    harmless("V28", Labels, |w, d| {
        code(w, d, |id, _| CellValue::Text(format!("{id}.")))
    }),
    harmless("V28", Labels, |w, d| {
        code(w, d, |id, _| CellValue::Text(format!(" {id}\n")))
    }),
    harmless("V28", Labels, |w, d| {
        text(w, d, |text, _| text.replacen(' ', "\n", 1))
    }),
    harmless("E14", Labels, |w, d| {
        text(w, d, |text, _| text.replace(' ', "  "))
    }),
    wrong("S15", Labels, |w, d| text(w, d, dropped_letter)),
    wrong("S15", Labels, |w, d| {
        text(w, d, |text, _| format!("{text} (theo báo cáo quý IV)"))
    }),
    wrong("S15", Labels, |w, d| {
        text(w, d, |text, _| other_meaning(text))
    }),
    wrong("S15", Labels, |w, d| {
        text(w, d, |_, _| "Nội dung khác do đơn vị tự thêm".to_string())
    }),
    wrong("S15", Labels, exchanged),
    wrong("S15", Labels, exchanged_figures),
    wrong("B27", Cells, other_maximum),
    wrong("B04", Cells, |w, d| sum(w, d, "cộng nhóm")),
    wrong("B05", Cells, |w, d| sum(w, d, "tổng điểm")),
    wrong("B11", Cells, |w, d| {
        let spot = w.right_of(&["tự xếp loại"])?;
        let grade = *d.pick(&["Tốt", "Khá", "Trung bình", "Yếu", "Xuất sắc"])?;
        w.put_text(&spot, grade);
        Some(format!("own grade {grade}"))
    }),
    wrong("B25", Cells, |w, _| {
        let spot = w.right_of(&["kỳ số liệu"])?;
        w.put_text(&spot, "01/01/2016 - 31/12/2016");
        Some("data of 2016".to_string())
    }),
    wrong("V29", Cells, |w, _| {
        let spot = w.right_of(&["kỳ số liệu"])?;
        w.put_text(&spot, "31/12/20018");
        Some("data of 20018".to_string())
    }),
    wrong("S16", Labels, merged_scores),
    harmless("S16", Labels, merged_text),
];

/// Writes another code beside a criterion.
fn code(work: &mut Work, dice: &mut Dice, how: fn(&str, &mut Dice) -> CellValue) -> Option<String> {
    let (id, spot, _) = work.score(dice, |_, _, _| true)?;
    let (column, _) = work.label_columns(&spot)?;
    let value = how(&id.0, dice);
    let shown = format!("{value:?}");
    let at = (spot.at.0, column);
    if value == CellValue::Text(String::new()) {
        work.sheet(&spot.sheet).cells.remove(&at);
    } else {
        work.sheet(&spot.sheet).put(at, value);
    }
    Some(format!("{id}: code {shown}"))
}

/// Writes another text beside a criterion.
fn text(work: &mut Work, dice: &mut Dice, how: fn(&str, &mut Dice) -> String) -> Option<String> {
    let (id, spot, _) = work.score(dice, |_, _, _| true)?;
    let (_, column) = work.label_columns(&spot)?;
    let at = (spot.at.0, column);
    let old = work.sheet(&spot.sheet).text(at);
    let new = how(&old, dice);
    if new == old {
        return None;
    }
    work.sheet(&spot.sheet).put_text(at, &new);
    Some(format!("{id}: text {new:?}"))
}

fn dropped_letter(text: &str, dice: &mut Dice) -> String {
    let gone = dice.below(text.chars().count());
    let kept = text.chars().enumerate().filter(|(at, _)| *at != gone);
    kept.map(|(_, c)| c).collect()
}

/// A small change that makes another criterion of it.
fn other_meaning(text: &str) -> String {
    const SWAPS: [(&str, &str); 8] = [
        ("mức độ 2", "mức độ 3"),
        ("mức độ 3", "mức độ 4"),
        ("mức độ 4", "mức độ 3"),
        ("cộng", "trừ"),
        ("trừ", "cộng"),
        ("có", "không có"),
        ("đúng hạn", "chậm"),
        ("Số", "Tỷ lệ"),
    ];
    let swap = SWAPS.iter().find(|(one, _)| text.contains(one));
    swap.map_or(text.to_string(), |(one, other)| text.replace(one, other))
}

/// Codes that count 1, 2, 3 on their sheet.
fn renumbered(work: &mut Work, dice: &mut Dice) -> Option<String> {
    let sheet = work.layout(dice)?;
    for (number, (row, id)) in (1..).zip(work.criteria_on(&sheet)) {
        let spot = work.meant.score_spots[&id].clone();
        let (column, _) = work.label_columns(&spot)?;
        work.sheet(&sheet)
            .put((row, column), CellValue::Number(f64::from(number)));
    }
    Some(format!("{sheet}: numbered from 1"))
}

/// The texts and codes of two criteria, each in the other's row.
fn exchanged(work: &mut Work, dice: &mut Dice) -> Option<String> {
    let (first, one, _) = work.score(dice, |_, _, _| true)?;
    let (second, other, _) = work.score(dice, |id, _, _| group(id) == group(&first))?;
    let (code, name) = work.label_columns(&one)?;
    let both = dice.once_in(2);
    let columns = if both { vec![code, name] } else { vec![name] };
    for column in columns {
        let (a, b) = ((one.at.0, column), (other.at.0, column));
        let (x, y) = (
            work.sheet(&one.sheet).text(a),
            work.sheet(&other.sheet).text(b),
        );
        work.sheet(&one.sheet).put_text(a, &y);
        work.sheet(&other.sheet).put_text(b, &x);
    }
    // With both exchanged the unit itself says that the scores belong to the other criterion.
    if both {
        let scores = (work.meant.scores[&first], work.meant.scores[&second]);
        work.put(&one, CellValue::Number(number(scores.1)));
        work.put(&other, CellValue::Number(number(scores.0)));
        for spot in [&one, &other] {
            clear_beside(work, spot);
        }
    }
    Some(format!(
        "{first} and {second}: labels exchanged, codes too: {both}"
    ))
}

/// Of a row that now belongs to another criterion only code, text and score are left.
fn clear_beside(work: &mut Work, spot: &Spot) {
    let columns: Vec<u32> = ["số liệu", "tối đa"]
        .iter()
        .filter_map(|word| work.column_of(spot, word))
        .collect();
    for column in columns {
        work.sheet(&spot.sheet).cells.remove(&(spot.at.0, column));
    }
}

/// The texts of two figures below one criterion, exchanged; a swap of meaning that only their texts show.
fn exchanged_figures(work: &mut Work, dice: &mut Dice) -> Option<String> {
    let (id, one, value) = work.figure(dice, |_| true)?;
    let other = work
        .meant
        .figure_spots
        .iter()
        .find(|(_, spot)| spot.sheet == one.sheet && spot.at.0 == one.at.0 + 1)?;
    let (below, other) = (other.0.clone(), other.1.clone());
    let (_, column) = work.label_columns(&one)?;
    work.label_columns(&other)?;
    if work.meant.figures[&below] == value
        || work
            .meant
            .score_spots
            .values()
            .any(|spot| spot.sheet == one.sheet && spot.at.0 == one.at.0)
    {
        return None;
    }
    let sheet = work.sheet(&one.sheet);
    let texts = (
        sheet.text((one.at.0, column)),
        sheet.text((other.at.0, column)),
    );
    let values = (
        sheet.cells.get(&one.at)?.clone(),
        sheet.cells.get(&other.at)?.clone(),
    );
    sheet.put_text((one.at.0, column), &texts.1);
    sheet.put_text((other.at.0, column), &texts.0);
    sheet.cells.insert(one.at, values.1);
    sheet.cells.insert(other.at, values.0);
    Some(format!("{id} and {below}: rows exchanged"))
}

fn other_maximum(work: &mut Work, dice: &mut Dice) -> Option<String> {
    let (id, spot, _) = work.score(dice, |_, _, _| true)?;
    let column = work.column_of(&spot, "tối đa")?;
    let maximum = number(work.maximum(&id)) + 10.0;
    work.sheet(&spot.sheet)
        .put((spot.at.0, column), CellValue::Number(maximum));
    Some(format!("{id}: maximum {maximum}"))
}

fn sum(work: &mut Work, dice: &mut Dice, label: &str) -> Option<String> {
    let spot = work.find(&[label])?;
    let sheet = work.sheet(&spot.sheet);
    let (column, _) = sheet.row(spot.at.0).last()?;
    let value = 100.0 + dice.below(900) as f64;
    sheet.put((spot.at.0, column), CellValue::Number(value));
    Some(format!("{label}: {value}"))
}

/// One merged cell over the scores of two criteria, as Excel leaves it: only the first score stays.
fn merged_scores(work: &mut Work, dice: &mut Dice) -> Option<String> {
    let (id, spot, _) = work.score(dice, |_, _, _| true)?;
    let rows = work.criteria_on(&spot.sheet);
    let (next, below): &(u32, CriterionId) = rows.iter().find(|(row, _)| *row > spot.at.0)?;
    let sheet = work.sheet(&spot.sheet);
    for row in spot.at.0 + 1..=*next {
        sheet.cells.remove(&(row, spot.at.1));
    }
    sheet.merges.push(CellRange {
        first: CellAddress::new(spot.at.0, spot.at.1),
        last: CellAddress::new(*next, spot.at.1),
    });
    Some(format!("{id} and {below}: one merged score"))
}

fn merged_text(work: &mut Work, dice: &mut Dice) -> Option<String> {
    let (id, spot, _) = work.score(dice, |_, _, _| true)?;
    let (_, column) = work.label_columns(&spot)?;
    let next = column + 1;
    let sheet = work.sheet(&spot.sheet);
    if spot.at.1 <= next || sheet.text((spot.at.0, next)).is_empty() {
        return None;
    }
    if sheet
        .merges
        .iter()
        .any(|range| range.contains(CellAddress::new(spot.at.0, column)))
    {
        return None;
    }
    sheet.merges.push(CellRange {
        first: CellAddress::new(spot.at.0, spot.at.1),
        last: CellAddress::new(spot.at.0, spot.at.1),
    });
    Some(format!("{id}: merged with itself"))
}
