//! Dates as spreadsheets store them.
//!
//! In: a serial day. Out: a calendar day. Not for: time zones, clocks.

use std::time::{Duration, SystemTime};

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

/// The day in Vietnam of an ISO 8601 time: `2018-01-31T17:30:00Z` is 1 February.
pub fn vietnam_day(iso: &str) -> Option<String> {
    vietnam_time(iso)?.get(..10).map(str::to_string)
}

/// An ISO 8601 time as the clocks of Vietnam (UTC+7 all year) show it, without a zone. A time with another offset is taken to UTC
/// first; one without any, as .ods has them, is that of the office and stays, as a day without a time does.
pub fn vietnam_time(iso: &str) -> Option<String> {
    clock(iso, VIETNAM_MINUTES)
}

/// An ISO 8601 time in UTC, with its `Z`; one without an offset is that of Vietnam. A day without a time stays.
pub fn utc(iso: &str) -> Option<String> {
    let has_time = iso.get(11..16).is_some();
    let local = vietnam_time(iso)?;
    if has_time {
        Some(clock(&format!("{local}+07:00"), 0)? + "Z")
    } else {
        Some(local)
    }
}

/// Minutes by which the clocks of Vietnam are ahead of UTC.
const VIETNAM_MINUTES: i64 = 7 * 60;

/// An ISO 8601 time as clocks show it that are so many minutes ahead of UTC; without an offset it stays.
fn clock(iso: &str, east_minutes: i64) -> Option<String> {
    let number = |range: std::ops::Range<usize>| iso.get(range)?.parse::<i64>().ok();
    let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
    let plain = || iso.get(..iso.len().min(19)).map(str::to_string);
    let (Some(hour), Some(minute)) = (number(11..13), number(14..16)) else {
        return plain();
    };
    let zone = iso.get(16..).unwrap_or_default();
    let offset = if zone.ends_with(['Z', 'z']) {
        0
    } else if let Some(at) = zone.rfind(['+', '-']) {
        let part = |range: std::ops::Range<usize>| zone.get(range)?.parse::<i64>().ok();
        let minutes = part(at + 1..at + 3)? * 60 + part(at + 4..at + 6).unwrap_or_default();
        if zone.get(at..=at) == Some("-") {
            -minutes
        } else {
            minutes
        }
    } else {
        return plain();
    };
    let minutes = hour * 60 + minute - offset + east_minutes;
    let (year, month, day) = civil(days_from_march(year, month, day) + minutes.div_euclid(1440));
    let (hour, minute) = (minutes.rem_euclid(1440) / 60, minutes.rem_euclid(60));
    let second = number(17..19).unwrap_or_default();
    Some(format!(
        "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"
    ))
}

/// An ISO 8601 time as something that compares as instants do, whatever the zone or the decimals that it is written with:
/// the clocks of Vietnam, and the fraction of the second. A text that is no time goes before every time.
pub fn instant(iso: &str) -> (Option<String>, String) {
    let fraction = iso.get(19..).and_then(|rest| rest.strip_prefix(['.', ',']));
    let digits: String = fraction
        .unwrap_or_default()
        .chars()
        .take_while(char::is_ascii_digit)
        .collect();
    (vietnam_time(iso), digits.trim_end_matches('0').to_string())
}

/// Howard Hinnant's `days_from_civil`, counted from 1 March 0000.
fn days_from_march(year: i64, month: i64, day: i64) -> i64 {
    let year_from_march = year - i64::from(month <= 2);
    let month_from_march = (month + 9).rem_euclid(12);
    year_from_march * 365 + year_from_march.div_euclid(4) - year_from_march.div_euclid(100)
        + year_from_march.div_euclid(400)
        + (153 * month_from_march + 2) / 5
        + day
        - 1
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

/// The time of an MS-DOS date and time, as zip archives have them. They are local times without a zone; they are taken for
/// those of Vietnam (UTC+7), where there is one zone and no summer time. `None` for no date.
pub fn from_dos(date: u16, time: u16) -> Option<SystemTime> {
    const EAST_SECONDS: u64 = 7 * 3600;
    let (year, month, day) = (1980 + (date >> 9), (date >> 5) & 15, date & 31);
    let (hour, minute, second) = (time >> 11, (time >> 5) & 63, (time & 31) * 2);
    if !(1..=12).contains(&month) || day == 0 || hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    // 1 January 1970 is day 719,468 counted from 1 March 0000.
    let days = days_from_march(year.into(), month.into(), day.into()) - 719_468;
    let days = u64::try_from(days).ok()?;
    let of_day = u64::from(hour) * 3600 + u64::from(minute) * 60 + u64::from(second);
    let seconds = days * 86_400 + of_day - EAST_SECONDS;
    Some(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
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
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_517_443_199);
        // `date -u -d @1517443199`
        assert_eq!(iso_utc(time).as_deref(), Some("2018-01-31T23:59:59Z"));
    }

    #[test]
    fn days_are_those_of_vietnam() {
        let day = |iso: &str| vietnam_day(iso).unwrap_or_default();
        assert_eq!(day("2018-01-31T16:59:59Z"), "2018-01-31");
        assert_eq!(day("2018-01-31T17:00:00Z"), "2018-02-01");
        assert_eq!(day("2017-12-31T20:00:00.5Z"), "2018-01-01");
        assert_eq!(day("2020-02-28T23:30:00+07:00"), "2020-02-28");
        assert_eq!(day("2020-02-28T23:30:00-05:00"), "2020-02-29");
        assert_eq!(day("2018-01-31T23:30:00.123"), "2018-01-31");
        assert_eq!(day("2018-01-31"), "2018-01-31");
        assert_eq!(vietnam_day("hôm qua"), None);
        let time = |iso: &str| vietnam_time(iso).unwrap_or_default();
        assert_eq!(time("2018-01-31T17:30:05.5Z"), "2018-02-01T00:30:05");
        assert_eq!(time("2018-01-31T23:30:00.123"), "2018-01-31T23:30:00");
    }

    #[test]
    fn every_time_has_one_text_in_utc() {
        let one = |iso: &str| utc(iso).unwrap_or_default();
        assert_eq!(one("2018-01-31T09:00:00+07:00"), "2018-01-31T02:00:00Z");
        assert_eq!(one("2018-02-01T06:59:59.5"), "2018-01-31T23:59:59Z");
        assert_eq!(one("2018-01-31T23:59:59Z"), "2018-01-31T23:59:59Z");
        assert_eq!(one("2018-01-31"), "2018-01-31");
        assert_eq!(utc("sớm"), None);
    }

    #[test]
    fn times_compare_as_instants() {
        // The later text is the earlier time.
        assert!(instant("2018-01-31T09:00:00+07:00") < instant("2018-01-31T03:00:00Z"));
        assert_eq!(
            instant("2018-01-31T10:00:00+07:00"),
            instant("2018-01-31T03:00:00Z")
        );
        assert_eq!(
            instant("2018-01-31T10:00:00.50"),
            instant("2018-01-31T10:00:00.5+07:00")
        );
        assert!(instant("2018-01-31T10:00:00") < instant("2018-01-31T10:00:00.25"));
        assert!(instant("2018-01-31T10:00:00.25") < instant("2018-01-31T10:00:00.5"));
        assert!(instant("hôm qua") < instant("1601-01-01T00:00:00Z"));
    }

    #[test]
    fn dos_times_are_those_of_vietnam() {
        // 28 February 2018, 6:30:10.
        let (date, time) = (0x4C5C, 0x33C5);
        let utc = |date, time| from_dos(date, time).and_then(iso_utc);
        assert_eq!(utc(date, time).as_deref(), Some("2018-02-27T23:30:10Z"));
        assert_eq!(utc(0x21, 0x3800).as_deref(), Some("1980-01-01T00:00:00Z"));
        assert_eq!(utc(0, 0), None);
    }

    #[test]
    fn days_as_people_write_them() {
        assert_eq!(day_first("2018-01-31T10:00:00Z"), "31/01/2018");
        assert_eq!(day_first("sớm"), "sớm");
    }
}
