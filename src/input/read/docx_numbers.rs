//! The numbers that Word sets before the paragraphs of its lists.
//!
//! In: the part `numbering.xml`, and the lists and levels of paragraphs in their order. Out: the number or the sign that is seen before
//! each. Not for: lists that take their levels from a style, and ways to count that are not told here: they give nothing.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::events::{BytesStart, Event};

use crate::input::read::docx_controls::sign_of_font;
use crate::input::read::docx_look::is_on;
use crate::input::read::xml;

/// Levels of a list.
const LEVELS: usize = 9;

/// Bytes of the text of a level; Word writes some ten.
const LONGEST: usize = 60;

/// All lists, and how far each has come.
#[derive(Debug, Default)]
pub(super) struct DocxNumbers {
    /// The levels that lists share, by their IDs.
    shared: BTreeMap<String, BTreeMap<usize, ListLevel>>,
    lists: BTreeMap<String, NumberedList>,
    /// The numbers that came last, which lists of the same levels go on with.
    last: BTreeMap<String, [Option<u32>; LEVELS]>,
    begun: BTreeSet<String>,
}

/// A list.
#[derive(Debug, Default)]
struct NumberedList {
    shared: String,
    /// Where it begins anew, by levels.
    starts: BTreeMap<usize, u32>,
    /// The levels that it has for itself.
    own: BTreeMap<usize, ListLevel>,
}

/// How a level is numbered.
#[derive(Clone, Debug, Default)]
struct ListLevel {
    start: u32,
    format: String,
    text: String,
    /// Whether the numbers of all levels are decimal in it.
    is_legal: bool,
    /// The level behind which it begins anew, from 1; 0 for none, and where nothing is said each one above.
    restart: Option<usize>,
    font: String,
}

/// Where in the part the reader is.
#[derive(Debug, Default)]
struct ListPlace {
    shared: Option<String>,
    list: Option<String>,
    overridden: usize,
    level: Option<usize>,
}

impl DocxNumbers {
    /// Reads the part; a part that breaks off gives what came before.
    pub(super) fn read(part: &[u8]) -> Self {
        let mut numbers = DocxNumbers::default();
        let mut reader = xml::reader(part);
        let mut place = ListPlace::default();
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(tag) => numbers.start(&tag, &mut place),
                Event::End(tag) => match tag.local_name().as_ref() {
                    "abstractNum" | "num" => place = ListPlace::default(),
                    "lvl" => place.level = None,
                    _ => {}
                },
                Event::Eof => break,
                _ => {}
            }
        }
        numbers
    }

    fn start(&mut self, tag: &BytesStart<'_>, place: &mut ListPlace) {
        let attribute = |key| xml::local_attribute(tag, key).map(str::to_string);
        let level = || attribute("ilvl").and_then(|level| level.parse().ok());
        match tag.local_name().as_ref() {
            "abstractNum" => place.shared = attribute("abstractNumId"),
            "num" => {
                place.list = attribute("numId");
                let id = place.list.clone().unwrap_or_default();
                self.lists.insert(id, NumberedList::default());
            }
            "lvlOverride" => place.overridden = level().unwrap_or_default(),
            "lvl" => place.level = level().filter(|level| *level < LEVELS),
            _ => {}
        }
        let own = place.list.as_ref().and_then(|id| self.lists.get_mut(id));
        if let (Some(list), None) = (own, place.level) {
            match tag.local_name().as_ref() {
                "abstractNumId" => list.shared = attribute("val").unwrap_or_default(),
                "startOverride" => {
                    let start = attribute("val").and_then(|start| start.parse().ok());
                    list.starts
                        .extend(start.map(|start| (place.overridden, start)));
                }
                _ => {}
            }
            return;
        }
        let Some(level) = place.level else { return };
        let levels = match (&place.list, &place.shared) {
            (Some(id), _) => self.lists.get_mut(id).map(|list| &mut list.own),
            (_, Some(id)) => Some(self.shared.entry(id.clone()).or_default()),
            _ => None,
        };
        if let Some(levels) = levels {
            levels.entry(level).or_default().property(tag);
        }
    }

    /// The number or the sign before the next paragraph of a list at a level.
    pub(super) fn next(&mut self, id: &str, at: usize) -> Option<String> {
        let list = self.lists.get(id)?;
        let shared = self.shared.get(&list.shared)?;
        let level = |at: usize| list.own.get(&at).or_else(|| shared.get(&at));
        let own = level(at).filter(|level| level.text.len() <= LONGEST)?;
        let counted = self.last.entry(list.shared.clone()).or_default();
        if self.begun.insert(id.to_string()) {
            for (place, last) in counted.iter_mut().enumerate() {
                if list.starts.contains_key(&place) {
                    *last = None;
                }
            }
        }
        let start = |at: usize| {
            let start = list.starts.get(&at).copied();
            start.or_else(|| level(at).map(|level| level.start))
        };
        for (place, last) in counted.iter_mut().enumerate().skip(at) {
            if place == at {
                *last = last.map_or_else(|| start(at), |last| last.checked_add(1));
            } else if level(place).is_some_and(|below| below.begins_behind(at)) {
                *last = None;
            }
        }
        if own.format == "bullet" {
            return Some(own.bullet());
        }
        let mut text = String::new();
        let mut parts = own.text.split('%');
        text.push_str(parts.next()?);
        for part in parts {
            let place = part.chars().next()?.to_digit(10)?.checked_sub(1)? as usize;
            let number = counted
                .get(place)
                .copied()
                .flatten()
                .or_else(|| start(place))?;
            let format = &level(place)?.format;
            let format = if own.is_legal { "decimal" } else { format };
            text.push_str(&in_format(number, format)?);
            text.push_str(part.get(1..)?);
        }
        Some(text)
    }
}

impl ListLevel {
    fn property(&mut self, tag: &BytesStart<'_>) {
        let value = || xml::local_attribute(tag, "val").unwrap_or_default();
        match tag.local_name().as_ref() {
            "start" => self.start = value().parse().unwrap_or_default(),
            // A copy for older programs comes behind what is meant.
            "numFmt" if self.format.is_empty() => self.format = value().to_string(),
            "lvlText" => self.text = xml::decoded(value()).into_owned(),
            "isLgl" => self.is_legal = is_on(tag),
            "lvlRestart" => self.restart = value().parse().ok(),
            "rFonts" => {
                let font = xml::local_attribute(tag, "ascii").unwrap_or_default();
                self.font = font.to_string();
            }
            _ => {}
        }
    }

    /// Whether it begins anew behind a number of a level above it.
    fn begins_behind(&self, above: usize) -> bool {
        self.restart.is_none_or(|restart| above < restart)
    }

    /// The sign of a list without numbers; a point for one that is not told here.
    fn bullet(&self) -> String {
        let sign = self.text.chars().next();
        let sign = sign.map(|sign| sign_of_font(&self.font, sign).unwrap_or(sign));
        let is_known =
            |sign: &char| !sign.is_alphanumeric() && !('\u{e000}'..='\u{f8ff}').contains(sign);
        sign.filter(is_known).unwrap_or('•').to_string()
    }
}

/// A number as a level counts; nothing for a way to count that is not told here.
fn in_format(number: u32, format: &str) -> Option<String> {
    let letters = |first: u8| {
        let place = number.checked_sub(1)?;
        let letter = char::from(first + (place % 26) as u8);
        let times = place / 26 + 1;
        (times <= 5).then(|| letter.to_string().repeat(times as usize))
    };
    match format {
        "" | "decimal" => Some(number.to_string()),
        "decimalZero" => Some(format!("{number:02}")),
        "lowerLetter" => letters(b'a'),
        "upperLetter" => letters(b'A'),
        "upperRoman" => roman(number),
        "lowerRoman" => roman(number).map(|text| text.to_lowercase()),
        "none" => Some(String::new()),
        _ => None,
    }
}

fn roman(mut number: u32) -> Option<String> {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if !(1..4000).contains(&number) {
        return None;
    }
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while number >= value {
            text.push_str(sign);
            number -= value;
        }
    }
    Some(text)
}
