//! Scores typed in every way but the right one.

use tonghop::base::cell::{CellValue, Format};
use tonghop::base::points::Points;

use super::{Defect, Stage, harmless, wrong};
use crate::spoiler::dice::Dice;
use crate::spoiler::work::{Work, number};

use Stage::Cells;

pub const DEFECTS: &[Defect] = &[
    harmless("V01", Cells, |w, d| typed(w, d, |s| format!("{s}"))),
    harmless("V02", Cells, |w, d| typed(w, d, comma)),
    harmless("V02", Cells, |w, d| {
        typed(w, d, |s| format!("{:.2}", number(s)).replace('.', ","))
    }),
    harmless("V08", Cells, |w, d| {
        typed(w, d, |s| format!("\u{a0}{}\u{200b} ", comma(s)))
    }),
    harmless("V08", Cells, |w, d| typed(w, d, full_width)),
    harmless("V07", Cells, |w, d| {
        typed(w, d, |s| format!("{} điểm", comma(s)))
    }),
    harmless("V07", Cells, |w, d| {
        typed(w, d, |s| format!("{}đ", comma(s)))
    }),
    wrong("V07", Cells, |w, d| {
        typed(w, d, |s| format!("~{}", comma(s)))
    }),
    wrong("V07", Cells, |w, d| {
        typed(w, d, |s| format!(">= {}", comma(s)))
    }),
    wrong("V07", Cells, |w, d| {
        typed(w, d, |s| format!("khoảng {}", comma(s)))
    }),
    wrong("V03", Cells, |w, d| {
        typed(w, d, |s| format!("{:.3}", number(s)).replace('.', ","))
    }),
    wrong("V04", Cells, date),
    wrong("V04", Cells, serial_date),
    wrong("V05", Cells, percent),
    wrong("V05", Cells, |w, d| {
        typed(w, d, |s| format!("{}%", comma(s)))
    }),
    wrong("V06", Cells, out_of),
    wrong("V06", Cells, |w, d| {
        typed(w, d, |s| format!("{}/41", comma(s)))
    }),
    wrong("V09", Cells, |w, d| with_digit(w, d, '0', 'O')),
    wrong("V09", Cells, |w, d| with_digit(w, d, '1', 'l')),
    wrong("V10", Cells, |w, d| {
        let words = ["-", "x", "không", "KCĐ", "N/A", "…", "—", "có", "Đạt"];
        let word = *d.pick(&words)?;
        let (id, spot, _) = w.score(d, |_, _, _| true)?;
        w.put_text(&spot, word);
        Some(format!("{id}: {word}"))
    }),
    wrong("V11", Cells, |w, d| {
        let (id, spot, _) = w.score(d, |_, _, _| true)?;
        w.sheet(&spot.sheet).cells.remove(&spot.at);
        Some(format!("{id}: blank"))
    }),
    harmless("V12", Cells, |w, d| {
        penalty(w, d, |s| format!("\u{2212}{}", comma(s)))
    }),
    harmless("V12", Cells, |w, d| {
        penalty(w, d, |s| format!("({})", comma(s)))
    }),
    wrong("V13", Cells, |w, d| penalty(w, d, comma)),
    wrong("V14", Cells, |w, d| {
        typed(w, d, |s| format!("5-{}", comma(s)))
    }),
    wrong("V14", Cells, |w, d| {
        typed(w, d, |s| format!("{} (15)", comma(s)))
    }),
    wrong("V14", Cells, |w, d| {
        typed(w, d, |s| format!("{} {}", comma(s), comma(s)))
    }),
    wrong("V14", Cells, |w, d| {
        typed(w, d, |s| format!("{}; 3", comma(s)))
    }),
    wrong("V17", Cells, |w, d| {
        formula(w, d, "VLOOKUP(A1,B2:C3,2)", None)
    }),
    wrong("V18", Cells, |w, d| formula(w, d, "3+4", Some(1.0))),
    wrong("V20", Cells, |w, d| {
        formula(w, d, "'[Book2.xlsx]Sheet1'!A1", Some(1.0))
    }),
    wrong("V23", Cells, |w, d| {
        let (id, spot, _) = w.score(d, |_, _, _| true)?;
        let own = tonghop::base::cell::CellAddress::new(spot.at.0, spot.at.1);
        w.put(&spot, CellValue::NotCalculated);
        w.sheet(&spot.sheet).cells.get_mut(&spot.at)?.formula = Some(format!("{own}+1"));
        Some(format!("{id}: ={own}+1"))
    }),
    wrong("V19", Cells, |w, d| {
        let errors = [
            "#REF!", "#DIV/0!", "#N/A", "#VALUE!", "#NAME?", "#NUM!", "#NULL!",
        ];
        let error = *d.pick(&errors)?;
        let (id, spot, _) = w.score(d, |_, _, _| true)?;
        w.put(&spot, CellValue::Error(error.to_string()));
        Some(format!("{id}: {error}"))
    }),
    wrong("V25", Cells, |w, d| {
        let (id, spot, _) = w.score(d, |_, _, _| true)?;
        w.sheet(&spot.sheet).cells.get_mut(&spot.at)?.format = Format::Hidden;
        Some(format!("{id}: format ;;;"))
    }),
    wrong("V35", Cells, |w, d| {
        typed(w, d, |s| format!("{:E}", number(s)).replace('E', "E+0"))
    }),
    wrong("V37", Cells, |w, d| {
        let (id, spot, _) = w.score(d, |_, _, _| true)?;
        w.put(&spot, CellValue::Bool(true));
        Some(format!("{id}: TRUE"))
    }),
    wrong("B01", Cells, |w, d| {
        let (id, spot, _) = w.score(d, |_, _, _| true)?;
        let above = number(w.maximum(&id)) + 1.0 + d.below(40) as f64 / 2.0;
        w.put(&spot, CellValue::Number(above));
        Some(format!("{id}: {above}"))
    }),
    wrong("B02", Cells, |w, d| {
        let (id, spot, score) = w.score(d, |_, s, m| s > Points::ZERO && m > Points::ZERO)?;
        w.put(&spot, CellValue::Number(-number(score)));
        Some(format!("{id}: -{score}"))
    }),
    wrong("V15", Cells, appraised),
    wrong("V16", Cells, |w, d| shifted(w, d, "kiểm chứng")),
    wrong("V16", Cells, |w, d| shifted(w, d, "giải trình")),
    wrong("V16", Cells, |w, d| shifted(w, d, "đơn vị tính")),
    wrong("V16", Cells, |w, d| shifted(w, d, "số liệu")),
];

/// A score as people write it.
fn comma(score: Points) -> String {
    score.to_string().replace('.', ",")
}

fn full_width(score: Points) -> String {
    let wide = |c: char| match c {
        '0'..='9' => char::from_u32(u32::from(c) - 0x30 + 0xff10).unwrap_or(c),
        '.' => ',',
        other => other,
    };
    score.to_string().chars().map(wide).collect()
}

/// A positive score as some text.
fn typed(work: &mut Work, dice: &mut Dice, how: fn(Points) -> String) -> Option<String> {
    let (id, spot, score) = work.score(dice, |_, score, _| score > Points::ZERO)?;
    let text = how(score);
    work.put_text(&spot, &text);
    Some(format!("{id}: {text:?} for {score}"))
}

fn penalty(work: &mut Work, dice: &mut Dice, how: fn(Points) -> String) -> Option<String> {
    let (id, spot, score) = work.score(dice, |_, score, _| score < Points::ZERO)?;
    let text = how(score.abs());
    work.put_text(&spot, &text);
    Some(format!("{id}: {text:?} for {score}"))
}

/// 8.5 that Excel took for 8 May, or for 5 August.
fn date(work: &mut Work, dice: &mut Dice) -> Option<String> {
    let (id, spot, score) = work.score(dice, |_, score, _| {
        let text = score.to_string();
        text.split_once('.')
            .is_some_and(|(_, part)| part.len() == 1 && score < Points::from(29))
    })?;
    let text = score.to_string();
    let (whole, part) = text.split_once('.')?;
    let iso = match dice.once_in(2) {
        true => format!("2018-0{part}-{:02}", whole.parse::<u32>().ok()?.max(1)),
        false => format!(
            "2018-{:02}-0{part}",
            whole.parse::<u32>().ok()?.clamp(1, 12)
        ),
    };
    work.put(&spot, CellValue::IsoDate(iso.clone()));
    Some(format!("{id}: {iso} for {score}"))
}

fn serial_date(work: &mut Work, dice: &mut Dice) -> Option<String> {
    let (id, spot, score) = work.score(dice, |_, score, _| score > Points::ZERO)?;
    let serial = number(score);
    work.put(
        &spot,
        CellValue::Date {
            serial,
            base_1904: false,
        },
    );
    Some(format!("{id}: {score} shown as a date"))
}

fn percent(work: &mut Work, dice: &mut Dice) -> Option<String> {
    let (id, spot, score) =
        work.score(dice, |_, score, max| score > Points::ZERO && score < max)?;
    let share = number(score) / number(work.maximum(&id));
    work.put(&spot, CellValue::Number(share));
    work.sheet(&spot.sheet).cells.get_mut(&spot.at)?.format = Format::Percent;
    Some(format!("{id}: {share} as a percentage for {score}"))
}

fn out_of(work: &mut Work, dice: &mut Dice) -> Option<String> {
    let (id, spot, score) =
        work.score(dice, |_, score, max| score > Points::ZERO && max >= score)?;
    let text = format!("{}/{}", comma(score), comma(work.maximum(&id)));
    work.put_text(&spot, &text);
    Some(format!("{id}: {text}"))
}

fn with_digit(work: &mut Work, dice: &mut Dice, digit: char, letter: char) -> Option<String> {
    let (id, spot, score) = work.score(dice, |_, score, _| score.to_string().contains(digit))?;
    let text = comma(score).replace(digit, &letter.to_string());
    work.put_text(&spot, &text);
    Some(format!("{id}: {text}"))
}

fn formula(work: &mut Work, dice: &mut Dice, formula: &str, by: Option<f64>) -> Option<String> {
    let (id, spot, score) = work.score(dice, |_, score, _| score > Points::ZERO)?;
    // A cached value that differs from the meant one counts as stale; an external one is right.
    let external = formula.contains('[');
    let value = match by {
        Some(_) if external => CellValue::Number(number(score)),
        Some(by) => CellValue::Number(number(score) - by),
        None => CellValue::NotCalculated,
    };
    work.put(&spot, value);
    work.sheet(&spot.sheet).cells.get_mut(&spot.at)?.formula = Some(formula.to_string());
    Some(format!("{id}: ={formula}"))
}

/// The score stands in the column of the appraised ones, and the claim is blank or both stand.
fn appraised(work: &mut Work, dice: &mut Dice) -> Option<String> {
    let (id, spot, score) = work.score(dice, |_, _, _| true)?;
    let column = work.column_of(&spot, "thẩm định")?;
    let sheet = work.sheet(&spot.sheet);
    sheet.put((spot.at.0, column), CellValue::Number(number(score)));
    sheet.cells.remove(&spot.at);
    Some(format!("{id}: {score} appraised, not claimed"))
}

/// The score stands in another column; what stood there is gone.
fn shifted(work: &mut Work, dice: &mut Dice, heading: &str) -> Option<String> {
    let (id, spot, score) = work.score(dice, |_, _, _| true)?;
    let column = work.column_of(&spot, heading)?;
    let sheet = work.sheet(&spot.sheet);
    sheet.cells.remove(&spot.at);
    sheet.put((spot.at.0, column), CellValue::Number(number(score)));
    Some(format!("{id}: {score} stands in the column {heading}"))
}
