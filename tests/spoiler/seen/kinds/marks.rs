//! Struck letters, marks of footnotes, two lines in a cell, letters that nobody sees.

use tonghop::base::cell::{Mark, Piece};
use tonghop::base::points::Decimal;
use tonghop_tools::spoiler::book::Dress;

use super::{Fault, everywhere, fault};
use crate::spoiler::dice::Dice;
use crate::spoiler::seen::desk::{Desk, Number};
use crate::spoiler::seen::law::{Deed, Said};

pub const FAULTS: &[Fault] = &[
    fault("digit struck, new number behind it", everywhere, |w, d| {
        let digit = (1 + d.below(9)).to_string();
        pieces(w, d, |n| {
            vec![(digit.clone(), Mark::Struck), (n, Mark::Plain)]
        })
    }),
    fault("number, digit struck behind it", everywhere, |w, d| {
        let digit = d.below(10).to_string();
        pieces(w, d, |n| {
            vec![(n, Mark::Plain), (digit.clone(), Mark::Struck)]
        })
    }),
    fault(
        "old number struck, new one behind it",
        everywhere,
        |w, d| {
            let old = (1 + d.below(60)).to_string();
            let old = format!("{old} ");
            pieces(w, d, |n| {
                vec![(old.clone(), Mark::Struck), (n, Mark::Plain)]
            })
        },
    ),
    fault("all letters struck", everywhere, |w, d| {
        pieces(w, d, |n| vec![(n, Mark::Struck)])
    }),
    fault("raised mark of a footnote", everywhere, |w, d| {
        let mark = (*d.pick(&["1", "2", "(1)", "*", "[3]", "a"])?).to_string();
        pieces(w, d, |n| {
            vec![(n, Mark::Plain), (mark.clone(), Mark::Raised)]
        })
    }),
    fault("lowered mark of a footnote", everywhere, |w, d| {
        let mark = (1 + d.below(3)).to_string();
        pieces(w, d, |n| {
            vec![(n, Mark::Plain), (mark.clone(), Mark::Lowered)]
        })
    }),
    fault("two lines in a cell", everywhere, |w, d| {
        let number = w.number(d, |_| true)?;
        let other = 1 + d.below(120);
        let text = match d.once_in(2) {
            true => format!("{}\n{other}", number.text()),
            false => format!("{other}\n{}", number.text()),
        };
        w.put_text(&number.spot, &text);
        Some(said(&number, &format!("{text:?}")))
    }),
    fault("number struck as a whole", everywhere, |w, d| {
        let number = w.number(d, |_| true)?;
        w.put_number(&number.spot, number.float(), struck());
        Some(said(&number, "struck"))
    }),
    fault("row struck", everywhere, |w, d| {
        let number = w.score(d, |_| true)?;
        let row = number.spot.at.0;
        let sheet = w.sheet_mut(&number.spot.sheet);
        for (_, content) in sheet.cells.range_mut((row, 0)..(row + 1, 0)) {
            content.dress = struck();
        }
        Some(said(&number, "in a row struck as a whole"))
    }),
    fault("white letters", everywhere, |w, d| {
        let number = w.number(d, |one| !one.value.is_zero())?;
        let dress = Dress {
            is_white: true,
            ..Dress::default()
        };
        w.put_number(&number.spot, number.float(), dress);
        Some(said(&number, "white"))
    }),
    fault("thousands or decimals", everywhere, |w, d| {
        // 12 as "12,000", 5514 as "5.514": two readings, of which one is meant.
        let number = w.figure(d, |one| one.value > Decimal::from(1) && one.is_whole)?;
        let text = match thousands(number.value) {
            Some(text) => text,
            None => format!("{},000", number.value),
        };
        w.put_text(&number.spot, &text);
        Some(Deed {
            what: format!("{}: {text:?} for {}", number.name, number.value),
            said: Said::IfWrong,
        })
    }),
    fault("money with three decimals", everywhere, |w, d| {
        let number = w.figure(d, |one| !one.is_whole && one.value >= Decimal::from(1))?;
        let text = match thousands(number.value) {
            Some(text) => text,
            None => format!("{:.3}", number.float()).replace('.', ","),
        };
        w.put_text(&number.spot, &text);
        Some(Deed {
            what: format!("{}: {text:?} for {}", number.name, number.value),
            said: Said::IfWrong,
        })
    }),
];

/// 5514 as 5.514.
fn thousands(number: Decimal) -> Option<String> {
    let digits = number.to_string();
    let is_whole = digits.bytes().all(|byte| byte.is_ascii_digit());
    (is_whole && (4..=6).contains(&digits.len())).then(|| {
        let (high, low) = digits.split_at(digits.len() - 3);
        format!("{high}.{low}")
    })
}

fn struck() -> Dress {
    Dress {
        is_struck: true,
        ..Dress::default()
    }
}

pub fn said(number: &Number, what: &str) -> Deed {
    Deed {
        what: format!("{} ({}): {what}", number.name, number.value),
        said: Said::At(vec![number.place()]),
    }
}

fn pieces(
    desk: &mut Desk,
    dice: &mut Dice,
    how: impl Fn(String) -> Vec<(String, Mark)>,
) -> Option<Deed> {
    let number = desk.number(dice, |_| true)?;
    let pieces = how(number.text()).into_iter();
    let pieces: Vec<Piece> = pieces.map(|(text, mark)| Piece { text, mark }).collect();
    let what = format!("{pieces:?}");
    desk.put_pieces(&number.spot, pieces);
    Some(said(&number, &what))
}
