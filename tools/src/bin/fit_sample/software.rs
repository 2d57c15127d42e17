//! Group 3: four ratios, the one-stop software and the number of special programs.

use std::error::Error;

use super::published::Unit;
use super::rows::Rows;
use super::rule::{part_for, ratio};
use tonghop_tools::generator::dice::Dice;

/// The parts of group 3 that are not the same everywhere.
struct Software {
    one_stop: i64,
    programs: i64,
    sent: i64,
    sent_online: i64,
    received: i64,
    received_online: i64,
    mail: i64,
    signed: i64,
}

/// Fits and writes group 3. eOffice, accounting and open-source software are everywhere: 30 of 30, 100 %, 100 %.
///
/// # Errors
/// When no figures give the printed score.
pub fn fit(unit: &Unit, dice: &mut Dice, rows: &mut Rows) -> Result<(), Box<dyn Error>> {
    let signing = if unit.provincial() { 40 } else { 30 };
    // Each round of tries accepts shares that lie farther from each other.
    let software = (0..60_000)
        .find_map(|attempt| attempt_at(unit, signing, 6 + attempt / 1500, dice))
        .ok_or_else(|| format!("{}: nothing fits group 3", unit.code))?;
    rows.answer("3.1", "co_eoffice", 40, true);
    rows.score("3.2", ratio(60, software.sent_online, software.sent));
    rows.number("3.2", "vb_di", software.sent);
    rows.number("3.2", "vb_di_dt", software.sent_online);
    rows.score(
        "3.3",
        ratio(60, software.received_online, software.received),
    );
    rows.number("3.3", "vb_den", software.received);
    rows.number("3.3", "vb_den_dt", software.received_online);
    rows.score("3.4", ratio(40, software.mail, unit.officials));
    rows.number("3.4", "thu_cv", software.mail);
    rows.answer("3.5", "co_pm_ke_toan", 20, true);
    rows.answer("3.6", "co_pmnm", 20, true);
    let one_stop = match software.one_stop {
        40 => "Liên thông",
        20 => "Nội bộ",
        _ => "Chưa có",
    };
    rows.score("3.7", 100 * software.one_stop);
    rows.text("3.7", "mot_cua", one_stop);
    rows.score("3.8", 1000 * software.programs.min(4));
    rows.number("3.8", "pm_chuyen_nganh", software.programs);
    rows.score("3.9", ratio(signing, software.signed, software.sent_online));
    rows.number("3.9", "vb_ky_so", software.signed);
    Ok(())
}

/// One try: shares near a common level, the documents received make the sum exact.
fn attempt_at(unit: &Unit, signing: i64, spread: i64, dice: &mut Dice) -> Option<Software> {
    let one_stop = 20 * dice.between(0, 2);
    let programs = dice.between(0, 5);
    let left = unit.group(3) - 8000 - 100 * one_stop - 1000 * programs.min(4);
    let share = left / (160 + signing);
    let usual = if left < 5000 { 4..=20 } else { 45..=96 };
    if !usual.contains(&share) {
        return None;
    }
    let (low, high) = if unit.provincial() {
        (23, 57)
    } else {
        (17, 40)
    };
    let sent = odd_looking(unit.officials * dice.between(low, high) + dice.between(1, 98));
    let mut near = |whole: i64, lift: i64| {
        let wanted = dice.between(share + lift - spread, share + lift + spread);
        (whole * wanted.clamp(0, 100) / 100 + dice.between(-3, 3)).clamp(0, whole)
    };
    let sent_online = near(sent, 2);
    let mail = near(unit.officials, 3);
    let signed = near(sent_online, -8);
    if sent_online == 0 {
        return None;
    }
    let rest = left
        - ratio(60, sent_online, sent)
        - ratio(40, mail, unit.officials)
        - ratio(signing, signed, sent_online);
    if (rest / 60 - share).abs() > spread + 4 || rest > 6000 {
        return None;
    }
    let received = odd_looking(sent * dice.between(150, 290) / 100 + dice.between(1, 97));
    let received_online = part_for(rest, 60, received)?;
    if [sent, sent_online, signed, received, received_online]
        .iter()
        .any(|count| count % 100 == 0 && *count > 0)
    {
        return None;
    }
    Some(Software {
        one_stop,
        programs,
        sent,
        sent_online,
        received,
        received_online,
        mail,
        signed,
    })
}

/// A count that does not look rounded.
fn odd_looking(count: i64) -> i64 {
    if count % 10 == 0 { count + 3 } else { count }
}
