//! Group 5: the web page, what it holds and the services on it.

use std::error::Error;

use super::published::Unit;
use super::rows::Rows;
use tonghop_tools::generator::dice::Dice;

/// Fits and writes group 5. The page itself is everywhere: 100 %.
///
/// # Errors
/// When nothing gives the printed score.
pub fn fit(unit: &Unit, dice: &mut Dice, rows: &mut Rows) -> Result<(), Box<dyn Error>> {
    let left = unit.group(5) - 2000;
    let services = (1..=3)
        .rev()
        .find(|services| left - 1000 * services >= 2000)
        .ok_or_else(|| format!("{}: nothing fits group 5", unit.code))?;
    let content = left - 1000 * services;
    if content > 5000 || content % 50 != 0 {
        return Err(format!("{}: {content} for content", unit.code).into());
    }
    // Half points: sections up to 60 of them, news up to 40.
    let halves = content / 50;
    let usual = 60 * halves / 100;
    let sections = (usual + dice.between(-4, 4)).clamp((halves - 40).max(0), halves.min(60));
    let news = halves - sections;
    rows.answer("5.1", "co_web", 20, true);
    rows.score("5.2", 50 * sections);
    rows.number(
        "5.2",
        "muc_thong_tin",
        sections + if sections == 60 { 2 } else { 0 },
    );
    let surplus = if news == 40 { dice.between(0, 260) } else { 0 };
    rows.score("5.3", 50 * news);
    rows.number("5.3", "tin_bai", 10 * news + surplus + dice.between(1, 9));
    for (criterion, figure, number) in [
        ("5.4", "dvc_2", 1),
        ("5.5", "dvc_3", 2),
        ("5.6", "dvc_4", 3),
    ] {
        rows.answer(criterion, figure, 10, services >= number);
    }
    Ok(())
}
