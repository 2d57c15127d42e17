//! Days of the calendar.
//!
//! In: a text such as `2018-01-31`, or a serial day as spreadsheets store it. Out: a [`Day`], which there is in the calendar, and how
//! people write it. Not for: times, which `moment` has.
//!
//! Written here and not taken from a crate: days, one time zone without summer time, and nothing else is what returns need.

use std::fmt;
use std::ops::RangeInclusive;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::base::lang::Lang;

/// The years that there are for this program.
pub const YEARS: RangeInclusive<i64> = 1..=9999;

/// A day of the calendar, in the years 1 to 9999. It is stored as `2018-01-31`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    year: u16,
    month: u8,
    of_month: u8,
}

/// What was to be a day and is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a day such as 2018-01-31")]
pub struct NotADay;

impl Day {
    /// A day by its year, its month and its number in the month, if there is one.
    pub fn new(year: i64, month: i64, day: i64) -> Option<Day> {
        let is_there = YEARS.contains(&year)
            && (1..=12).contains(&month)
            && (1..=31).contains(&day)
            && Day::at(days_from_march(year, month, day))
                .is_some_and(|one| i64::from(one.of_month) == day);
        is_there.then_some(Day {
            year: year as u16,
            month: month as u8,
            of_month: day as u8,
        })
    }

    /// A serial day. `None` beyond the years 1900 to 9999.
    ///
    /// Serial 1 is 1 January 1900 (or serial 0 is 1 January 1904). Excel counts a 29 February 1900 that never was, so serials
    /// below 61 in the base 1900 lie a day later than plain counting says.
    pub fn of_serial(serial: f64, base_1904: bool) -> Option<Day> {
        if !(0.0..2_958_466.0).contains(&serial) {
            return None;
        }
        let days = serial.floor() as i64;
        // Days from 1 March 0000 to the base: 30 December 1899 or 1 January 1904.
        Day::at(match (base_1904, days) {
            (true, _) => days + 695_361,
            (false, 0..=60) => days + 693_900,
            (false, _) => days + 693_899,
        })
    }

    /// The day with which a text begins: `2018-01-31`, also with a time behind it.
    pub fn start_of(text: &str) -> Option<Day> {
        let number = |range: RangeInclusive<usize>| {
            let digits = text.get(range)?;
            let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
            digits.parse().ok().filter(|_| is_number)
        };
        let is_hyphen = |at: usize| text.get(at..=at) == Some("-");
        if is_hyphen(4) && is_hyphen(7) {
            Day::new(number(0..=3)?, number(5..=6)?, number(8..=9)?)
        } else {
            None
        }
    }

    /// The day so many days after 1 March 0000: Howard Hinnant's `civil_from_days`.
    pub(super) fn at(days: i64) -> Option<Day> {
        let era = days.div_euclid(146_097);
        let day_of_era = days.rem_euclid(146_097);
        let year_of_era =
            (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let month_from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
        let month = if month_from_march < 10 {
            month_from_march + 3
        } else {
            month_from_march - 9
        };
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        YEARS.contains(&year).then_some(Day {
            year: year as u16,
            month: month as u8,
            of_month: day as u8,
        })
    }

    /// Days since 1 March 0000.
    pub(super) fn days(self) -> i64 {
        days_from_march(self.year.into(), self.month.into(), self.of_month.into())
    }

    /// Days since 30 December 1899, which `LibreOffice` counts from; Excel's serial day from 1 March 1900 on.
    pub fn serial(self) -> i32 {
        (self.days() - 693_899) as i32
    }

    /// The serial day in Excel, which counts a 29 February 1900 that never was.
    pub fn serial_of_excel(self) -> i32 {
        let serial = self.serial();
        serial - i32::from(serial <= 60)
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.year.into()
    }

    /// The month, from 1.
    pub fn month(self) -> u32 {
        self.month.into()
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u32 {
        self.of_month.into()
    }

    /// As people write it in a language: `31/01/2018` in Vietnamese.
    pub fn shown(self, lang: Lang) -> String {
        match lang {
            Lang::Vi => self.day_first(),
            Lang::En => self.to_string(),
        }
    }

    /// As people write it in Vietnam, whatever the language around it: `31/01/2018`.
    pub fn day_first(self) -> String {
        format!("{:02}/{:02}/{}", self.of_month, self.month, self.year)
    }
}

/// Hours, minutes and seconds of a duration such as `PT720H00M00S`.
pub fn duration(text: &str) -> Option<(u32, u32, f64)> {
    let (hours, rest) = text.strip_prefix("PT")?.split_once('H')?;
    let (minutes, rest) = rest.split_once('M').unwrap_or(("0", rest));
    let seconds = rest.strip_suffix('S').unwrap_or("0");
    Some((
        hours.parse().ok()?,
        minutes.parse().ok()?,
        seconds.parse().ok()?,
    ))
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

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.of_month)
    }
}

impl FromStr for Day {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Day, NotADay> {
        let day = Day::start_of(text).filter(|_| text.len() == 10);
        day.ok_or(NotADay)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serials_are_days() {
        let day = |serial, base_1904| Day::of_serial(serial, base_1904).map(|day| day.to_string());
        // Values as Excel and LibreOffice show them.
        assert_eq!(day(43_126.0, false).as_deref(), Some("2018-01-26"));
        assert_eq!(day(61.0, false).as_deref(), Some("1900-03-01"));
        assert_eq!(day(1.0, false).as_deref(), Some("1900-01-01"));
        assert_eq!(day(0.0, true).as_deref(), Some("1904-01-01"));
        assert_eq!(day(45_992.5, false).as_deref(), Some("2025-12-01"));
        assert_eq!(day(2_958_465.0, false).as_deref(), Some("9999-12-31"));
        assert_eq!(day(-1.0, false), None);
        assert_eq!(day(f64::NAN, false), None);
    }

    #[test]
    fn days_have_serials_and_durations_have_parts() {
        for serial in [1.0, 28.0, 59.0, 61.0, 43_228.0] {
            let day = Day::of_serial(serial, false);
            assert_eq!(
                day.map(|day| f64::from(day.serial_of_excel())),
                Some(serial)
            );
        }
        let day: Result<Day, NotADay> = "1900-01-27".parse();
        assert_eq!(day.map(Day::serial), Ok(28));
        assert_eq!(duration("PT720H30M00S"), Some((720, 30, 0.0)));
        assert_eq!(duration("2018-05-08"), None);
        assert_eq!(duration("PT-1H"), None);
    }

    #[test]
    fn a_day_is_one_of_the_calendar() {
        for text in [
            "2018-01-31",
            "2020-02-29",
            "2000-02-29",
            "0001-01-01",
            "9999-12-31",
        ] {
            let day = text.parse::<Day>().map(|day| day.to_string());
            assert_eq!(day.as_deref(), Ok(text));
        }
        for text in [
            "2018-02-29",
            "1900-02-29",
            "2018-04-31",
            "2018-13-01",
            "2018-00-10",
            "2018-01-00",
            "0000-01-01",
            "2018-1-31",
            "2018/01/31",
            "+018-01-31",
            "2018-01-31T10:00:00Z",
            "hôm qua",
            "",
        ] {
            assert_eq!(text.parse::<Day>(), Err(NotADay), "{text}");
        }
    }

    #[test]
    fn every_day_follows_the_one_before() {
        let mut day = Day::new(1896, 1, 1);
        for days in 1..3_000 {
            let before = day;
            day = before.and_then(|before| Day::at(before.days() + 1));
            assert!(day > before, "{days}");
            let again = day.and_then(|day| day.to_string().parse().ok());
            assert_eq!(again, day);
        }
        assert_eq!(
            day.map(|day| day.to_string()).as_deref(),
            Some("1904-03-19")
        );
    }

    #[test]
    fn days_as_people_write_them() {
        let day = Day::start_of("2018-01-31T10:00:00Z");
        assert_eq!(
            day.map(|day| day.shown(Lang::Vi)).as_deref(),
            Some("31/01/2018")
        );
        assert_eq!(
            day.map(|day| day.shown(Lang::En)).as_deref(),
            Some("2018-01-31")
        );
        assert_eq!(Day::start_of("sớm"), None);
    }
}
