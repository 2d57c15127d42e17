//! Dates as spreadsheets store them.
//!
//! In: a serial day. Out: a calendar day. Not for: time zones, clocks.

use std::time::SystemTime;

/// The calendar day of a serial day: `(year, month, day)`. `None` beyond the years 1900 to 9999.
///
/// Serial 1 is 1 January 1900 (or serial 0 is 1 January 1904). Excel counts a 29 February 1900 that never was, so serials
/// below 61 in the base 1900 lie a day later than plain counting says.
pub fn calendar_day(serial: f64, base_1904: bool) -> Option<(i64, u32, u32)> {
    if !(0.0..2_958_466.0).contains(&serial) {
        return None;
    }
    let days = serial.floor() as i64;
    // Days from 1 March 0000 to the base: 30 December 1899 or 1 January 1904.
    let since_march_0000 = match (base_1904, days) {
        (true, _) => days + 695_361,
        (false, 0..=60) => days + 693_900,
        (false, _) => days + 693_899,
    };
    Some(civil(since_march_0000))
}

/// Howard Hinnant's `civil_from_days`, counted from 1 March 0000.
fn civil(days: i64) -> (i64, u32, u32) {
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = (day_of_year - (153 * month_from_march + 2) / 5 + 1) as u32;
    let month = if month_from_march < 10 {
        month_from_march + 3
    } else {
        month_from_march - 9
    } as u32;
    (year_of_era + era * 400 + i64::from(month <= 2), month, day)
}

/// A time of the system in ISO 8601, UTC, to the second. `None` before 1970.
pub fn iso_utc(time: SystemTime) -> Option<String> {
    let seconds =
        i64::try_from(time.duration_since(SystemTime::UNIX_EPOCH).ok()?.as_secs()).ok()?;
    // 1 January 1970 is day 719,468 counted from 1 March 0000.
    let (year, month, day) = civil(seconds.div_euclid(86_400) + 719_468);
    let of_day = seconds.rem_euclid(86_400);
    let (hour, minute, second) = (of_day / 3600, of_day / 60 % 60, of_day % 60);
    Some(format!(
        "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"
    ))
}

/// An ISO 8601 day (`2018-01-31`, also with a time behind it) as people write it: `31/01/2018`. Other text stays.
pub fn day_first(iso: &str) -> String {
    match (iso.get(..4), iso.get(5..7), iso.get(8..10)) {
        (Some(year), Some(month), Some(day))
            if iso.get(4..5) == Some("-") && iso.get(7..8) == Some("-") =>
        {
            format!("{day}/{month}/{year}")
        }
        _ => iso.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serials_are_days() {
        // Values as Excel and LibreOffice show them.
        assert_eq!(calendar_day(43_126.0, false), Some((2018, 1, 26)));
        assert_eq!(calendar_day(61.0, false), Some((1900, 3, 1)));
        assert_eq!(calendar_day(1.0, false), Some((1900, 1, 1)));
        assert_eq!(calendar_day(0.0, true), Some((1904, 1, 1)));
        assert_eq!(calendar_day(45_992.5, false), Some((2025, 12, 1)));
        assert_eq!(calendar_day(-1.0, false), None);
        assert_eq!(calendar_day(f64::NAN, false), None);
    }

    #[test]
    fn system_times_are_utc() {
        let time = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_517_443_199);
        // `date -u -d @1517443199`
        assert_eq!(iso_utc(time).as_deref(), Some("2018-01-31T23:59:59Z"));
    }

    #[test]
    fn days_as_people_write_them() {
        assert_eq!(day_first("2018-01-31T10:00:00Z"), "31/01/2018");
        assert_eq!(day_first("sớm"), "sớm");
    }
}
