//! Figures behind the scores, ticks, texts beside them.

use tonghop::base::cell::CellValue;
use tonghop::base::points::Decimal;
use tonghop::campaign::scheme::Formula;
use tonghop::input::submission::Figure;

use super::{Defect, Stage, harmless, wrong};
use crate::spoiler::dice::Dice;
use crate::spoiler::truth::Spot;
use crate::spoiler::work::Work;

use Stage::Cells;

pub const DEFECTS: &[Defect] = &[
    harmless("V01", Cells, |w, d| typed(w, d, |n| n.to_string())),
    harmless("V08", Cells, |w, d| typed(w, d, |n| format!(" {n}\u{a0}"))),
    wrong("V03", Cells, |w, d| typed(w, d, thousands)),
    wrong("V07", Cells, |w, d| typed(w, d, |n| format!("{n} người"))),
    wrong("V07", Cells, |w, d| typed(w, d, |n| format!("> {n}"))),
    wrong("V14", Cells, |w, d| {
        typed(w, d, |n| {
            format!("{n}-{}", n.checked_add(Decimal::TEN).unwrap())
        })
    }),
    wrong("V14", Cells, |w, d| typed(w, d, |n| format!("{n} + 3"))),
    wrong("V09", Cells, |w, d| {
        typed(w, d, |n| n.to_string().replace('0', "O").replace('1', "l"))
    }),
    wrong("V11", Cells, |w, d| {
        let (id, spot, _) = w.figure(d, is_number)?;
        w.sheet(&spot.sheet).cells.remove(&spot.at);
        Some(format!("{id}: blank"))
    }),
    wrong("V10", Cells, |w, d| {
        let word = *d.pick(&["-", "x", "không", "N/A", "chưa có", "…"])?;
        let (id, spot, _) = w.figure(d, is_number)?;
        w.put_text(&spot, word);
        Some(format!("{id}: {word}"))
    }),
    wrong("V19", Cells, |w, d| {
        let (id, spot, _) = w.figure(d, |_| true)?;
        w.put(&spot, CellValue::Error("#REF!".to_string()));
        Some(format!("{id}: #REF!"))
    }),
    wrong("V37", Cells, |w, d| {
        let (id, spot, _) = w.figure(d, is_number)?;
        w.put(&spot, CellValue::Bool(true));
        Some(format!("{id}: TRUE"))
    }),
    wrong("V17", Cells, |w, d| {
        let (id, spot, _) = w.figure(d, is_number)?;
        w.put(&spot, CellValue::NotCalculated);
        w.sheet(&spot.sheet).cells.get_mut(&spot.at)?.formula = Some("OFFSET(A1,2,2)".into());
        Some(format!("{id}: not calculated"))
    }),
    wrong("V04", Cells, |w, d| {
        let (id, spot, value) = w.figure(d, is_number)?;
        let serial = plain(&value)?.to_f64();
        let base_1904 = false;
        w.put(&spot, CellValue::Date { serial, base_1904 });
        Some(format!("{id}: shown as a date"))
    }),
    wrong("B02", Cells, |w, d| {
        let (id, spot, value) = w.figure(d, |v| plain(v).is_some_and(|n| !n.is_zero()))?;
        w.put(&spot, CellValue::Number(-plain(&value)?.to_f64()));
        Some(format!("{id}: negative"))
    }),
    wrong("B08", Cells, swapped),
    wrong("B09", Cells, |w, d| denominator(w, d, Some(0.0))),
    wrong("B09", Cells, |w, d| denominator(w, d, None)),
    wrong("V27", Cells, |w, d| answered(w, d, "Có/Không")),
    wrong("V27", Cells, |w, d| answered(w, d, "")),
    wrong("V27", Cells, |w, d| answered(w, d, "?")),
    wrong("V27", Cells, |w, d| answered(w, d, "Có, Không")),
    wrong("V27", Cells, |w, d| answered(w, d, "đang triển khai")),
    wrong("V27", Cells, |w, d| answered(w, d, "chưa có")),
    harmless("V27", Cells, |w, d| in_words(w, d, "CÓ", "KHÔNG")),
    harmless("V27", Cells, |w, d| in_words(w, d, " có ", "không.")),
    harmless("V32", Cells, |w, d| beside(w, d, "=cmd|' /C calc'!A0")),
    harmless("V32", Cells, |w, d| {
        beside(w, d, "- đã ban hành; + đã kiểm tra")
    }),
    harmless("V36", Cells, |w, d| beside(w, d, &"rất dài ".repeat(5000))),
    wrong("V33", Cells, |w, d| {
        evidence(w, d, "D:\\Van ban\\QD 12.pdf")
    }),
    wrong("V34", Cells, |w, d| {
        evidence(w, d, "2017-001 và 2017-002, 17/QĐ\n18/QĐ")
    }),
    wrong("B16", Cells, |w, d| {
        evidence(w, d, "Quyết định số 17/QĐ ngày 03/02/2012")
    }),
];

fn plain(value: &Figure) -> Option<Decimal> {
    match value {
        Figure::Number(number) => Some(*number),
        _ => None,
    }
}

fn is_number(value: &Figure) -> bool {
    plain(value).is_some()
}

/// 1234 as 1.234.
fn thousands(number: Decimal) -> String {
    let digits = number.to_string();
    match digits.len() {
        4..=6 => {
            let (high, low) = digits.split_at(digits.len() - 3);
            format!("{high}.{low}")
        }
        _ => digits,
    }
}

fn typed(work: &mut Work, dice: &mut Dice, how: fn(Decimal) -> String) -> Option<String> {
    let (id, spot, value) = work.figure(dice, is_number)?;
    let number = plain(&value)?;
    let text = how(number);
    work.put_text(&spot, &text);
    Some(format!("{id}: {text:?} for {number}"))
}

/// The figures of a ratio of the scheme, as they stand in this workbook.
fn ratio(work: &mut Work, dice: &mut Dice) -> Option<(Spot, Spot, Decimal, Decimal)> {
    let ratios: Vec<_> = work
        .truth
        .plan
        .scheme
        .statistics
        .iter()
        .filter_map(|one| match &one.formula {
            Formula::Ratio {
                numerator,
                denominator,
            } => Some((numerator, denominator)),
            _ => None,
        })
        .collect();
    let (part, whole) = *dice.pick(&ratios)?;
    let meant = work.meant;
    work.take([
        meant.figure_spots.get(part)?,
        meant.figure_spots.get(whole)?,
    ])?;
    Some((
        meant.figure_spots.get(part)?.clone(),
        meant.figure_spots.get(whole)?.clone(),
        plain(meant.figures.get(part)?)?,
        plain(meant.figures.get(whole)?)?,
    ))
}

fn swapped(work: &mut Work, dice: &mut Dice) -> Option<String> {
    let (part, whole, small, large) = ratio(work, dice)?;
    if small >= large {
        return None;
    }
    work.put(&part, CellValue::Number(large.to_f64()));
    work.put(&whole, CellValue::Number(small.to_f64()));
    Some(format!("{} {:?}: {large} of {small}", part.sheet, part.at))
}

fn denominator(work: &mut Work, dice: &mut Dice, value: Option<f64>) -> Option<String> {
    let (_, whole, _, _) = ratio(work, dice)?;
    match value {
        Some(value) => work.put(&whole, CellValue::Number(value)),
        None => {
            work.sheet(&whole.sheet).cells.remove(&whole.at);
        }
    }
    Some(format!(
        "{} {:?}: a whole of {value:?}",
        whole.sheet, whole.at
    ))
}

fn answered(work: &mut Work, dice: &mut Dice, text: &str) -> Option<String> {
    let (id, spot, _) = work.figure(dice, |value| matches!(value, Figure::Yes(true)))?;
    work.put_text(&spot, text);
    Some(format!("{id}: {text:?}"))
}

fn in_words(work: &mut Work, dice: &mut Dice, yes: &str, no: &str) -> Option<String> {
    let (id, spot, value) = work.figure(dice, |value| matches!(value, Figure::Yes(_)))?;
    let text = if value == Figure::Yes(true) { yes } else { no };
    work.put_text(&spot, text);
    Some(format!("{id}: {text:?}"))
}

fn beside(work: &mut Work, dice: &mut Dice, text: &str) -> Option<String> {
    let (id, spot, _) = work.score(dice, |_, _, _| true)?;
    let column = work.column_of(&spot, "giải trình")?;
    work.sheet(&spot.sheet).put_text((spot.at.0, column), text);
    let start: String = text.chars().take(20).collect();
    Some(format!("{id}: explained by {start:?}"))
}

fn evidence(work: &mut Work, dice: &mut Dice, text: &str) -> Option<String> {
    let (id, spot, _) = work.score(dice, |_, _, _| true)?;
    let column = work.column_of(&spot, "kiểm chứng")?;
    work.sheet(&spot.sheet).put_text((spot.at.0, column), text);
    Some(format!("{id}: evidence {text:?}"))
}
