//! Number formats that show something else than the number.

use tonghop::base::points::Decimal;
use tonghop_tools::spoiler::book::Dress;

use super::marks::said;
use super::{Fault, everywhere, fault};
use crate::spoiler::seen::desk::{Desk, Number};
use crate::spoiler::seen::law::Deed;

pub const FAULTS: &[Fault] = &[
    fault("hundredth shown as a percentage", everywhere, |w, d| {
        let number = w.number(d, |one| !one.value.is_zero())?;
        let shown = format!("{}%", number.text());
        let stored = number.float() / 100.0;
        w.put_number(&number.spot, stored, format("0.00%", &shown));
        Some(said(&number, &format!("{stored} shown as {shown}")))
    }),
    fault(
        "share of the maximum as a percentage",
        everywhere,
        |w, d| {
            let maxima: Vec<_> = w
                .scores
                .keys()
                .map(|id| (id.clone(), w.maximum(id)))
                .collect();
            let maximum = |one: &Number| {
                let own = one.criterion.as_ref();
                maxima
                    .iter()
                    .find(|(id, _)| own == Some(id))
                    .map_or(0.0, |one| one.1)
            };
            let number = w.score(d, |one| one.float() > 0.0 && maximum(one) > 1.0)?;
            let share = number.float() / maximum(&number);
            let shown = format!("{:.0}%", share * 100.0);
            w.put_number(&number.spot, share, format("0%", &shown));
            Some(said(&number, &format!("{share} shown as {shown}")))
        },
    ),
    fault("shown in thousands", everywhere, |w, d| {
        let number = w.number(d, |one| !one.value.is_zero())?;
        let shown = format!("{:.1}", number.float() / 1000.0).replace('.', ",");
        Some(as_format(w, &number, "0.0,", &shown))
    }),
    fault("stored in dong, shown in millions", everywhere, |w, d| {
        let number = w.figure(d, |one| !one.is_whole && one.value >= Decimal::from(1))?;
        let stored = number.float() * 1_000_000.0;
        let shown = format!("{:.0}", number.float());
        w.put_number(&number.spot, stored, format("#,##0,,", &shown));
        Some(said(&number, &format!("{stored} shown as {shown}")))
    }),
    fault("other number in quotes", everywhere, |w, d| {
        let number = w.number(d, |one| one.value != Decimal::from(20))?;
        Some(as_format(w, &number, "\"20\"", "20"))
    }),
    fault("minus in quotes", everywhere, |w, d| {
        let number = w.number(d, |one| one.value > Decimal::from(0))?;
        let shown = format!("-{:.0}", number.float());
        Some(as_format(w, &number, "\"-\"0", &shown))
    }),
    fault("sign left off", everywhere, |w, d| {
        let number = w.score(d, |one| one.value < Decimal::from(0))?;
        let shown = format!("{:.0}", -number.float());
        Some(as_format(w, &number, "0;0", &shown))
    }),
    fault("another number from ten on", everywhere, |w, d| {
        let number = w.number(d, |one| one.value > Decimal::from(10))?;
        Some(as_format(w, &number, "[>=10]\"10\";0", "10"))
    }),
    fault("a decimal comma that is none", everywhere, |w, d| {
        let is_whole = |one: &Number| one.float().fract() == 0.0;
        let number = w.number(d, |one| one.float() >= 10.0 && is_whole(one))?;
        let digits = format!("{:.0}", number.float());
        let (front, last) = digits.split_at(digits.len() - 1);
        Some(as_format(w, &number, "0\\,0", &format!("{front},{last}")))
    }),
    fault("nothing shown", everywhere, |w, d| {
        let number = w.number(d, |one| !one.value.is_zero())?;
        let code = *d.pick(&[";;;", "\"\"", "\" \"", ";;;@"])?;
        Some(as_format(w, &number, code, ""))
    }),
    fault("a digit more in quotes", everywhere, |w, d| {
        let is_whole = |one: &Number| one.float().fract() == 0.0;
        let number = w.number(d, |one| is_whole(one) && one.value > Decimal::from(0))?;
        let shown = format!("{:.0}0", number.float());
        Some(as_format(w, &number, "0\"0\"", &shown))
    }),
    fault("only a word", everywhere, |w, d| {
        let number = w.number(d, |one| !one.value.is_zero())?;
        Some(as_format(w, &number, "\"đạt\"", "đạt"))
    }),
    fault("a percent sign in quotes", everywhere, |w, d| {
        let is_whole = |one: &Number| one.float().fract() == 0.0;
        let number = w.score(d, |one| is_whole(one) && one.value > Decimal::from(0))?;
        let shown = format!("{:.0}%", number.float());
        Some(as_format(w, &number, "0\"%\"", &shown))
    }),
];

pub fn format(code: &str, shown: &str) -> Dress {
    Dress {
        format: Some((code.to_string(), shown.to_string())),
        ..Dress::default()
    }
}

/// The number as it is, in a format.
fn as_format(desk: &mut Desk, number: &Number, code: &str, shown: &str) -> Deed {
    desk.put_number(&number.spot, number.float(), format(code, shown));
    said(number, &format!("{code} shows {shown:?}"))
}
