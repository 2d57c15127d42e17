//! Habits of Excel, of Word and of the office that a TOML file does not take, told from the line that the reader refused.
//!
//! In: the text of a definition, and where its reader stopped or a value stands. Out: what is written and what to write instead. Not
//! for: reading the text; whatever is no known habit is told in the reader's words.

use crate::base::date::Day;
use crate::base::encoding::{Encoding, is_vietnamese};
use crate::base::error::{Habit, HabitSlip};
use crate::base::outside::Shown;

/// The most characters of what is written that are said again.
const MOST: usize = 100;

/// A habit and the byte at which it shows.
pub type FoundHabit = (usize, HabitSlip);

const CURLY: [char; 7] = ['“', '”', '„', '‟', '″', '‘', '’'];

const YES: [&str; 8] = ["có", "co", "đúng", "dung", "yes", "x", "True", "TRUE"];
const NO: [&str; 7] = ["không", "khong", "sai", "no", "kg", "False", "FALSE"];

/// The keys that take a percentage as a text, in lines of their own.
const LIMITS: [&str; 1] = ["from"];

/// What the readers say of a backslash.
const ESCAPES: [&str; 3] = [
    "missing escaped value",
    "invalid escape",
    "too few unicode value digits",
];

/// What could not be read at a byte, by the whole line around it. `message` is what the reader says.
pub fn in_line(text: &str, byte: usize, message: &str) -> Option<FoundHabit> {
    let before = text.get(..byte)?;
    let after = text.get(byte..)?;
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    let line = text.get(start..byte + after.find('\n').unwrap_or(after.len()))?;
    let here = |(at, slip)| (start + at, slip);
    if ESCAPES.iter().any(|one| message.starts_with(one)) {
        return backslash(line, byte - start).map(here);
    }
    let (bare, rest) = bare(line);
    quotes(&bare, rest)
        .or_else(|| number(&bare))
        .or_else(|| truth(&bare))
        .or_else(|| colon(&bare))
        .map(here)
}

/// What stands where a value of another kind is wanted: `written` is its text in the file.
pub fn in_value(written: &str, expected: &str) -> Option<HabitSlip> {
    let inner = written.trim_matches(['"', '\'']);
    if expected.contains("datetime") {
        let instead = day(inner)?.to_string();
        return Some(slip(Habit::Day, written, &instead));
    }
    if written.starts_with('[') && !written.starts_with("[[") && expected.contains("a sequence") {
        let name = written.split(']').next()?.trim_start_matches('[');
        let is_name = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
        let [one, two] = [format!("[{name}]"), format!("[[{name}]]")];
        return is_name.then(|| slip(Habit::Brackets, &one, &two));
    }
    let instead = decimal_comma(inner)?;
    Some(slip(Habit::DecimalComma, written, &instead))
}

/// A number that somebody may mean as thousands, where the format sees decimals: `1.000`, and not `0.125` or `12.5`.
pub fn thousands(written: &str) -> Option<HabitSlip> {
    let (whole, decimals) = written.trim_start_matches(['+', '-']).split_once('.')?;
    let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let is_group = (1..=3).contains(&whole.len()) && !whole.starts_with('0');
    let is_thousand = decimals.len() == 3 && decimals.ends_with('0');
    let is_meant = is_group && is_thousand && are_digits(whole) && are_digits(decimals);
    is_meant.then(|| slip(Habit::Thousands, written, &written.replace('.', "")))
}

/// A path in quotation marks whose backslashes were read as signs: `"D:\nop"`. `written` is its text in the file.
pub fn path(written: &str, value: &str) -> Option<HabitSlip> {
    let is_read = value.contains(|c: char| c.is_control()) && written.contains('\\');
    is_read.then(|| slip(Habit::Backslash, written, &written.replace('\\', "/")))
}

/// A name in the letters of an old font, which say nothing in Unicode: `Së Tµi chÝnh`.
pub fn old_font(name: &str) -> Option<HabitSlip> {
    // Letters that only Unicode has are no font's.
    let is_old = |c: char| c.is_ascii() || matches!(c, '\u{a0}'..='\u{ff}');
    if name.is_ascii() || !name.chars().all(is_old) || is_vietnamese(name) {
        return None;
    }
    let fonts = [Encoding::Tcvn3, Encoding::Vni].into_iter();
    let mut texts = fonts.flat_map(|font| font.decode(name));
    let instead = texts.find(|text| is_vietnamese(text))?;
    Some(slip(Habit::OldFont, name, &instead))
}

fn slip(habit: Habit, written: &str, instead: &str) -> HabitSlip {
    let short =
        |text: &str| -> String { Shown::line(text).to_string().chars().take(MOST).collect() };
    HabitSlip {
        habit,
        written: short(written),
        instead: short(instead),
    }
}

/// A line without its comment, in which all that stands in straight quotation marks is such marks, each byte at its place, and what
/// stands behind a quotation mark that is not closed, with its place.
fn bare(line: &str) -> (String, Option<(usize, &str)>) {
    let mut bare = String::with_capacity(line.len());
    let mut open: Option<(char, usize)> = None;
    let mut is_escaped = false;
    for (at, c) in line.char_indices() {
        match open {
            None if c == '#' => break,
            None if c == '"' || c == '\'' => {
                open = Some((c, at));
                bare.push('"');
            }
            None => bare.push(c),
            Some((quote, _)) => {
                if c == quote && !is_escaped {
                    open = None;
                }
                is_escaped = quote == '"' && c == '\\' && !is_escaped;
                bare.extend(std::iter::repeat_n('"', c.len_utf8()));
            }
        }
    }
    let rest = open.and_then(|(_, at)| Some((at, line.get(at..)?)));
    (bare, rest)
}

/// Curly quotation marks where straight ones should be.
fn quotes(bare: &str, rest: Option<(usize, &str)>) -> Option<FoundHabit> {
    let straight = |text: &str| text.trim().replace(CURLY, "\"");
    if let Some((at, rest)) = rest {
        let end = rest.find(CURLY)?;
        let close = rest.get(end..)?.chars().next()?.len_utf8();
        let written = rest.get(..end + close)?;
        return Some((at, slip(Habit::Quotes, written, &straight(written))));
    }
    let at = bare.find(CURLY)?;
    let after = bare.get(at..)?;
    let end = after
        .char_indices()
        .skip(1)
        .find(|(_, c)| CURLY.contains(c));
    let end = end.map_or(after.len(), |(end, c)| end + c.len_utf8());
    let written = after.get(..end)?;
    Some((at, slip(Habit::Quotes, written, &straight(written))))
}

/// A day, a number with a comma or with `%`, outside quotation marks.
fn number(bare: &str) -> Option<FoundHabit> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '/' | '-' | '%');
    let key = bare.split('=').next().unwrap_or_default();
    let is_limit = LIMITS.contains(&key.trim());
    let mut at = 0;
    // What follows a letter is part of a key.
    let mut is_in_word = false;
    while let Some(c) = bare.get(at..)?.chars().next() {
        if is_in_word || !is_part(c) {
            is_in_word = c.is_alphanumeric() || c == '_' || (is_in_word && c == '-');
            at += c.len_utf8();
            continue;
        }
        let rest = bare.get(at..)?;
        let length = rest.find(|c| !is_part(c)).unwrap_or(rest.len());
        let written = rest.get(..length)?.trim_matches(',');
        let start = at + rest.get(..length)?.find(written)?;
        let found = day(written)
            .map(|day| day.to_string())
            .filter(|instead| instead != written)
            .map(|instead| slip(Habit::Day, written, &instead))
            .or_else(|| Some(slip(Habit::DecimalComma, written, &decimal_comma(written)?)))
            .or_else(|| {
                let plain = written
                    .strip_suffix('%')
                    .filter(|plain| !plain.is_empty())?;
                let plain = plain.replace(',', ".");
                if is_limit {
                    let instead = format!("\"{plain}%\"");
                    return Some(slip(Habit::BarePercent, written, &instead));
                }
                Some(slip(Habit::Percent, written, &plain))
            })
            .or_else(|| grouped(written));
        if let Some(found) = found {
            return Some((start, found));
        }
        at += length;
    }
    None
}

/// `0,5` with a point.
fn decimal_comma(written: &str) -> Option<String> {
    let (whole, decimals) = written.split_once(',')?;
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|one| one.is_ascii_digit());
    let is_number = are_digits(whole.trim_start_matches('-')) && are_digits(decimals);
    is_number.then(|| format!("{whole}.{decimals}"))
}

/// `1.000.000`, in which each point can only part thousands.
fn grouped(written: &str) -> Option<HabitSlip> {
    let parts: Vec<&str> = written.split('.').collect();
    let are_digits = |part: &&str| !part.is_empty() && part.bytes().all(|one| one.is_ascii_digit());
    let is_grouped = parts.len() > 2
        && parts.iter().all(are_digits)
        && parts.iter().skip(1).all(|part| part.len() == 3);
    is_grouped.then(|| slip(Habit::Grouped, written, &parts.concat()))
}

/// A day as offices write it, `31/01/2025`, or as a file has it.
fn day(written: &str) -> Option<Day> {
    let parts: Vec<&str> = written.split(['/', '-', '.']).collect();
    let [first, second, third] = parts.as_slice() else {
        return None;
    };
    let number = |text: &str| text.parse::<i64>().ok().filter(|_| text.len() <= 4);
    let (year, day) = if first.len() == 4 {
        (first, third)
    } else {
        (third, first)
    };
    if year.len() != 4 {
        return None;
    }
    Day::new(number(year)?, number(second)?, number(day)?)
}

/// `có` for `true`.
fn truth(bare: &str) -> Option<FoundHabit> {
    bare.match_indices('=').find_map(|(equals, _)| {
        let value = bare.get(equals + 1..)?.split([',', '}', ']']).next()?;
        let written = value.trim();
        let at = equals + 1 + value.find(written)?;
        let lower = written.to_lowercase();
        let is_in = |words: &[&str]| words.contains(&written) || words.contains(&&*lower);
        let instead = match (is_in(&YES), is_in(&NO)) {
            (true, _) => "true",
            (_, true) => "false",
            (false, false) => return None,
        };
        Some((at, slip(Habit::Truth, written, instead)))
    })
}

/// `year: 2025`.
fn colon(bare: &str) -> Option<FoundHabit> {
    let (key, _) = bare.split_once(':').filter(|_| !bare.contains('='))?;
    let name = key.trim();
    let is_key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    let is_name = !name.is_empty() && name.chars().all(is_key);
    is_name.then(|| {
        let [written, instead] = [format!("{name}: …"), format!("{name} = …")];
        (key.len(), slip(Habit::Colon, &written, &instead))
    })
}

/// The text in quotation marks around a byte, with `/` for its backslashes.
fn backslash(line: &str, at: usize) -> Option<FoundHabit> {
    let start = line.get(..at)?.rfind('"')?;
    let rest = line.get(start + 1..)?;
    let end = rest.find('"').unwrap_or(rest.len());
    let written = rest.get(..end)?.trim_end();
    let instead = format!("\"{}\"", written.replace('\\', "/"));
    let written = format!("\"{written}\"");
    Some((start, slip(Habit::Backslash, &written, &instead)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn habits_are_told_from_the_line() {
        for (line, habit, at, written, instead) in [
            ("maximum = 0,5", Habit::DecimalComma, 10, "0,5", "0.5"),
            (
                "a = { from = 0,5, points = -1,25 }",
                Habit::DecimalComma,
                13,
                "0,5",
                "0.5",
            ),
            ("n = 50%  # half", Habit::Percent, 4, "50%", "50"),
            ("from = 82,5%", Habit::BarePercent, 7, "82,5%", "\"82.5%\""),
            ("n = 1.000.000", Habit::Grouped, 4, "1.000.000", "1000000"),
            ("d = 31/01/2025", Habit::Day, 4, "31/01/2025", "2025-01-31"),
            ("d = 2025-1-5", Habit::Day, 4, "2025-1-5", "2025-01-05"),
            ("name = “Tốt”", Habit::Quotes, 7, "“Tốt”", "\"Tốt\""),
            ("name = \"Tốt”", Habit::Quotes, 7, "\"Tốt”", "\"Tốt\""),
            ("on = có", Habit::Truth, 5, "có", "true"),
            ("on = Không", Habit::Truth, 5, "Không", "false"),
            ("year: 2025", Habit::Colon, 4, "year: …", "year = …"),
        ] {
            let (found, slip) = in_line(line, line.len(), "").unwrap();
            let said = (
                found,
                slip.habit,
                slip.written.as_str(),
                slip.instead.as_str(),
            );
            assert_eq!(said, (at, habit, written, instead), "{line}");
        }
        let line = r#"inbox = "C:\phieu nop" # here"#;
        let (at, slip) = in_line(line, 12, "missing escaped value").unwrap();
        assert_eq!((at, slip.instead.as_str()), (8, "\"C:/phieu nop\""));
    }

    #[test]
    fn what_is_no_habit_is_left_to_the_reader() {
        for line in [
            "d = 2025-01-31 x",
            "name = \"“Tốt” 0,5 31/01/2025\" x",
            "name = # 0,5",
            "muc-1,2 = 3 4",
            "d = 31/02/2025",
            "a = [\"x\"",
            "",
        ] {
            assert_eq!(in_line(line, line.len(), ""), None, "{line}");
        }
        for number in [
            "0.125", "12.5", "1.234", "1000.000", "1.00", "1.0000", "x.000",
        ] {
            assert_eq!(thousands(number), None, "{number}");
        }
        for name in [
            "Sở Tài chính",
            "Sơn Tây",
            "Ia H'Drai",
            "Hà Nam",
            "STC",
            "Krông Nô",
            "Phú Quý",
        ] {
            assert_eq!(old_font(name), None, "{name}");
        }
        assert_eq!(old_font("Së Tµi chÝnh").unwrap().instead, "Sở Tài chính");
        assert_eq!(thousands("1.500").unwrap().instead, "1500");
        assert_eq!(thousands("1.500").unwrap().plain(), "1.5");
    }
}
