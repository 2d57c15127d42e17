//! Times as documents, archives and disks state them.
//!
//! In: an ISO 8601 text, a time of the system or of a zip archive. Out: a [`Moment`], which keeps the text, and what the clocks of
//! Vietnam (UTC+7 all year) showed then. Not for: how long something takes.

use std::fmt;
use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

use crate::base::date::Day;

/// Seconds by which the clocks of Vietnam are ahead of UTC.
const EAST_SECONDS: i64 = 7 * 3600;
/// Seconds of a day.
const DAY_SECONDS: i64 = 86_400;
/// Days from 1 March 0000 to 1 January 1970.
const EPOCH: i64 = 719_468;

/// When something was, as it was written: an ISO 8601 time or day, or a text that is neither and stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Moment {
    text: String,
    local: Option<Local>,
}

/// What the clocks of Vietnam showed. Two compare as the instants do, however they were written; a day alone goes before its times.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Local {
    /// The day.
    pub day: Day,
    /// The second of the day, and billionths of one. `None`: only the day is known.
    pub time: Option<(u32, u32)>,
}

impl Moment {
    /// The text as it was written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What the clocks of Vietnam showed. A time with an offset is taken to UTC first; one without any, as .ods has them, is that
    /// of the office. `None` for a text that is no time.
    pub fn local(&self) -> Option<Local> {
        self.local
    }

    /// The day in Vietnam: `2018-01-31T17:30:00Z` is 1 February.
    pub fn day(&self) -> Option<Day> {
        self.local.map(|local| local.day)
    }

    /// The same in UTC with its `Z`, without fractions of a second, if it is a time. A day alone, and what is no time, stays.
    #[must_use]
    pub fn utc(self) -> Moment {
        let shifted = self.local.and_then(|local| {
            let (second, _) = local.time?;
            Local::at(local.day, i64::from(second) - EAST_SECONDS, 0)
        });
        match shifted {
            Some(utc) => Moment::from(format!("{utc}Z")),
            None => self,
        }
    }
}

impl From<String> for Moment {
    fn from(text: String) -> Self {
        Moment {
            local: Local::parse(&text),
            text,
        }
    }
}

impl From<Moment> for String {
    fn from(moment: Moment) -> String {
        moment.text
    }
}

impl From<Day> for Moment {
    fn from(day: Day) -> Self {
        Moment::from(day.to_string())
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text)
    }
}

impl Local {
    /// So many seconds from the beginning of a day, which may lie before or behind it.
    fn at(day: Day, seconds: i64, nanos: u32) -> Option<Local> {
        let day = Day::at(day.days() + seconds.div_euclid(DAY_SECONDS))?;
        Some(Local {
            day,
            time: Some((seconds.rem_euclid(DAY_SECONDS) as u32, nanos)),
        })
    }

    fn parse(text: &str) -> Option<Local> {
        let day = Day::start_of(text)?;
        let number = |at: usize| {
            let digits = text.get(at..at + 2)?;
            let is_number = digits.bytes().all(|byte| byte.is_ascii_digit());
            digits.parse::<i64>().ok().filter(|_| is_number)
        };
        let (Some(hour), Some(minute)) = (number(11), number(14)) else {
            return Some(Local { day, time: None });
        };
        let second = number(17).unwrap_or_default();
        // Nobody knows what such a time means, and it must not become another day. A leap second is one.
        if hour > 24 || minute > 59 || second > 60 {
            return Some(Local { day, time: None });
        }
        let fraction = text
            .get(19..)
            .and_then(|rest| rest.strip_prefix(['.', ',']));
        let seconds = hour * 3600 + minute * 60 + second;
        let east = match offset_minutes(text.get(16..).unwrap_or_default()) {
            Some(offset) => EAST_SECONDS - offset * 60,
            None => 0,
        };
        Local::at(day, seconds + east, nanos(fraction.unwrap_or_default()))
    }
}

/// Minutes by which a time is ahead of UTC, by what stands behind its minutes. `None` where nothing says so.
fn offset_minutes(zone: &str) -> Option<i64> {
    if zone.ends_with(['Z', 'z']) {
        return Some(0);
    }
    let at = zone.rfind(['+', '-'])?;
    let part = |from: usize, to: usize| zone.get(from..to)?.parse::<i64>().ok();
    let minutes = part(at + 1, at + 3)? * 60 + part(at + 4, at + 6).unwrap_or_default();
    Some(if zone.get(at..=at) == Some("-") {
        -minutes
    } else {
        minutes
    })
}

/// Billionths of a second by the digits behind the mark.
fn nanos(fraction: &str) -> u32 {
    let digits = fraction.bytes().take_while(u8::is_ascii_digit).take(9);
    let (count, value) = digits.fold((0, 0), |(count, value), digit| {
        (count + 1, value * 10 + u32::from(digit - b'0'))
    });
    value * 10_u32.pow(9 - count)
}

impl fmt::Display for Local {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = self.day;
        match self.time {
            Some((second, _)) => {
                let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
                write!(f, "{day}T{hour:02}:{minute:02}:{second:02}")
            }
            None => write!(f, "{day}"),
        }
    }
}

/// The day in Vietnam of a time of the system. `None` before 1970.
pub fn day_of(time: SystemTime) -> Option<Day> {
    let since = time.duration_since(SystemTime::UNIX_EPOCH).ok()?;
    let seconds = i64::try_from(since.as_secs()).ok()? + EAST_SECONDS;
    Day::at(seconds.div_euclid(DAY_SECONDS) + EPOCH)
}

/// The time of an MS-DOS date and time, as zip archives have them. They are local times without a zone; they are taken for
/// those of Vietnam. `None` for no date.
pub fn from_dos(date: u16, time: u16) -> Option<SystemTime> {
    let (year, month, day) = (1980 + (date >> 9), (date >> 5) & 15, date & 31);
    let (hour, minute, second) = (time >> 11, (time >> 5) & 63, (time & 31) * 2);
    let day = Day::new(year.into(), month.into(), day.into())?;
    if hour > 23 || minute > 59 || second > 59 {
        return None;
    }
    let of_day = i64::from(hour) * 3600 + i64::from(minute) * 60 + i64::from(second);
    let seconds = (day.days() - EPOCH) * DAY_SECONDS + of_day - EAST_SECONDS;
    let seconds = u64::try_from(seconds).ok()?;
    Some(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moment(text: &str) -> Moment {
        Moment::from(text.to_string())
    }

    fn day(text: &str) -> String {
        let day = moment(text).day();
        day.map(|day| day.to_string()).unwrap_or_default()
    }

    fn local(text: &str) -> String {
        let local = moment(text).local();
        local.map(|local| local.to_string()).unwrap_or_default()
    }

    #[test]
    fn days_are_those_of_vietnam() {
        assert_eq!(day("2018-01-31T16:59:59Z"), "2018-01-31");
        assert_eq!(day("2018-01-31T17:00:00Z"), "2018-02-01");
        assert_eq!(day("2017-12-31T20:00:00.5Z"), "2018-01-01");
        assert_eq!(day("2020-02-28T23:30:00+07:00"), "2020-02-28");
        assert_eq!(day("2020-02-28T23:30:00-05:00"), "2020-02-29");
        assert_eq!(day("2018-01-31T23:30:00.123"), "2018-01-31");
        assert_eq!(day("2018-01-31"), "2018-01-31");
        assert_eq!(day("hôm qua"), "");
        assert_eq!(local("2018-01-31T17:30:05.5Z"), "2018-02-01T00:30:05");
        assert_eq!(local("2018-01-31T23:30:00.123"), "2018-01-31T23:30:00");
    }

    #[test]
    fn a_text_stays_as_it_was_written() {
        for text in ["2018-01-31T09:00:00.50+07:00", "2018-01-31", "hôm qua", ""] {
            assert_eq!(moment(text).to_string(), text);
            let json = serde_json::to_string(&moment(text)).unwrap_or_default();
            assert_eq!(json, format!("\"{text}\""));
            assert_eq!(serde_json::from_str(&json).ok(), Some(moment(text)));
        }
    }

    #[test]
    fn every_time_has_one_text_in_utc() {
        let utc = |text: &str| moment(text).utc().to_string();
        assert_eq!(utc("2018-01-31T09:00:00+07:00"), "2018-01-31T02:00:00Z");
        assert_eq!(utc("2018-02-01T06:59:59.5"), "2018-01-31T23:59:59Z");
        assert_eq!(utc("2018-01-31T23:59:59Z"), "2018-01-31T23:59:59Z");
        assert_eq!(utc("2018-01-31"), "2018-01-31");
        assert_eq!(utc("sớm"), "sớm");
    }

    #[test]
    fn times_compare_as_instants() {
        let at = |text: &str| moment(text).local();
        // The later text is the earlier time.
        assert!(at("2018-01-31T09:00:00+07:00") < at("2018-01-31T03:00:00Z"));
        assert_eq!(at("2018-01-31T10:00:00+07:00"), at("2018-01-31T03:00:00Z"));
        assert_eq!(
            at("2018-01-31T10:00:00.50"),
            at("2018-01-31T10:00:00.5+07:00")
        );
        assert!(at("2018-01-31T10:00:00") < at("2018-01-31T10:00:00.25"));
        assert!(at("2018-01-31T10:00:00.25") < at("2018-01-31T10:00:00.5"));
        assert!(at("2018-01-31") < at("2018-01-31T00:00:00"));
        assert!(at("hôm qua") < at("1601-01-01T00:00:00Z"));
    }

    #[test]
    fn dos_times_are_those_of_vietnam() {
        let seconds = |date, time| {
            let time = from_dos(date, time)?;
            let since = time.duration_since(SystemTime::UNIX_EPOCH).ok()?;
            Some(since.as_secs())
        };
        // 28 February 2018, 6:30:10: `date -u -d 2018-02-27T23:30:10Z +%s`.
        let (date, time) = (0x4C5C, 0x33C5);
        assert_eq!(seconds(date, time), Some(1_519_774_210));
        let day = from_dos(date, time).and_then(day_of);
        assert_eq!(
            day.map(|day| day.to_string()).as_deref(),
            Some("2018-02-28")
        );
        assert_eq!(seconds(0x21, 0x3800), Some(315_532_800));
        assert_eq!(seconds(0, 0), None);
    }

    #[test]
    fn times_of_the_system_are_days_of_vietnam() {
        // 2018-01-31T16:59:59Z and a second later.
        let day = |seconds| day_of(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds));
        assert_eq!(day(1_517_417_999), Day::new(2018, 1, 31));
        assert_eq!(day(1_517_418_000), Day::new(2018, 2, 1));
    }
}
