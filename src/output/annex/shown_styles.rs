//! What letters and paragraphs look like when their styles are followed.
//!
//! In: the styles of a document, and what a text says of itself. Out: the looks as words that two programs have in common. Not for:
//! where the text stands.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::output::annex::opened::attribute;

/// Properties by their names; an empty value is what a text has that says nothing.
pub(super) type ShownProperties = BTreeMap<&'static str, String>;

/// How many styles may rest on each other.
const DEEPEST: usize = 20;
/// Lengths are compared by this many twentieths of a point.
const STEP: i64 = 20;
/// The height of a line that nobody has changed, in such steps.
const SINGLE: &str = "12";
/// What letters look like.
const OF_LETTERS: [&str; 8] = ["b", "i", "strike", "u", "color", "sz", "font", "marked"];
/// What paragraphs look like.
const OF_PARAGRAPHS: [&str; 8] = [
    "jc", "left", "right", "first", "before", "after", "line", "shade",
];
/// The style of a paragraph, and of letters.
const STYLE: &str = "style";

/// The styles of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ShownStyles {
    /// What all text has.
    base: ShownProperties,
    /// The style of paragraphs that name none.
    plain: String,
    styles: BTreeMap<String, ShownStyle>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct ShownStyle {
    rests_on: String,
    own: ShownProperties,
}

impl ShownStyles {
    /// Reads the styles of a document; of what cannot be read, nothing.
    pub(super) fn read(xml: &str) -> ShownStyles {
        let mut all = ShownStyles::default();
        let mut reader = Reader::from_str(xml);
        let mut id: Option<String> = None;
        loop {
            match reader.read_event() {
                Ok(Event::Start(tag) | Event::Empty(tag)) => match tag.name().as_ref() {
                    "w:style" => {
                        let own = attribute(&tag, "w:styleId").unwrap_or_default();
                        let of = attribute(&tag, "w:type");
                        let is_first = attribute(&tag, "w:default").is_some_and(|one| is_on(&one));
                        if is_first && of.as_deref() == Some("paragraph") {
                            all.plain.clone_from(&own);
                        }
                        all.styles.entry(own.clone()).or_default();
                        id = Some(own);
                    }
                    _ => all.add(id.as_deref(), &tag),
                },
                Ok(Event::Eof) | Err(_) => return all,
                Ok(_) => {}
            }
        }
    }

    fn add(&mut self, style: Option<&str>, tag: &BytesStart<'_>) {
        let Some(id) = style else {
            self.base.extend(properties(tag));
            return;
        };
        let Some(style) = self.styles.get_mut(id) else {
            return;
        };
        if tag.name().as_ref() == "w:basedOn" {
            style.rests_on = attribute(tag, "w:val").unwrap_or_default();
        } else {
            style.own.extend(properties(tag));
        }
    }

    /// What a style and those that it rests on say.
    fn followed(&self, id: &str) -> ShownProperties {
        let mut chain = Vec::new();
        let mut next = self.styles.get(id);
        while let Some(style) = next.filter(|_| chain.len() < DEEPEST) {
            chain.push(&style.own);
            next = self.styles.get(&style.rests_on);
        }
        let mut all = ShownProperties::new();
        for own in chain.into_iter().rev() {
            all.extend(own.clone());
        }
        all
    }

    /// What a paragraph has that says this of itself.
    fn whole(&self, paragraph: &ShownProperties) -> ShownProperties {
        let style = paragraph.get(STYLE).unwrap_or(&self.plain);
        let mut all = self.base.clone();
        all.extend(self.followed(style));
        all.extend(paragraph.clone());
        all
    }

    /// How a paragraph looks.
    pub(super) fn paragraph(&self, paragraph: &ShownProperties) -> String {
        shown(&self.whole(paragraph), &OF_PARAGRAPHS)
    }

    /// How letters look in a paragraph.
    pub(super) fn letters(&self, paragraph: &ShownProperties, run: &ShownProperties) -> String {
        let mut all = self.whole(paragraph);
        if let Some(style) = run.get(STYLE) {
            all.extend(self.followed(style));
        }
        all.extend(run.clone());
        shown(&all, &OF_LETTERS)
    }
}

fn shown(all: &ShownProperties, names: &[&str]) -> String {
    let said = names.iter().filter_map(|name| {
        let value = all.get(name).filter(|value| !value.is_empty())?;
        Some(format!("{name}={value}"))
    });
    said.collect::<Vec<_>>().join(" ")
}

fn is_on(value: &str) -> bool {
    !matches!(value, "0" | "false" | "off")
}

/// What an element says of looks.
pub(super) fn properties(tag: &BytesStart<'_>) -> Vec<(&'static str, String)> {
    let value = || attribute(tag, "w:val");
    let plain = |nothing: &[&str]| {
        let value = value().unwrap_or_default();
        if nothing.contains(&value.as_str()) {
            String::new()
        } else {
            value
        }
    };
    let on = || {
        let is_on = value().is_none_or(|value| is_on(&value));
        if is_on { "1" } else { "" }.to_string()
    };
    match tag.name().as_ref() {
        "w:b" => vec![("b", on())],
        "w:i" => vec![("i", on())],
        "w:strike" => vec![("strike", on())],
        "w:u" => vec![("u", plain(&["none"]))],
        "w:color" => vec![("color", plain(&["auto"]))],
        "w:sz" => vec![("sz", plain(&[]))],
        "w:highlight" => vec![("marked", plain(&["none"]))],
        "w:rFonts" => one(tag, "font", &["w:ascii"]),
        "w:jc" => vec![("jc", plain(&["left", "start"]))],
        "w:pStyle" | "w:rStyle" => vec![(STYLE, plain(&[]))],
        "w:shd" => {
            let fill = attribute(tag, "w:fill").filter(|fill| fill != "auto");
            vec![("shade", fill.unwrap_or_default())]
        }
        "w:ind" => indents(tag),
        "w:spacing" => spaces(tag),
        _ => Vec::new(),
    }
}

/// A property that has one of these attributes.
fn one(tag: &BytesStart<'_>, name: &'static str, keys: &[&str]) -> Vec<(&'static str, String)> {
    let found = keys.iter().find_map(|key| attribute(tag, key));
    found.map(|value| (name, value)).into_iter().collect()
}

/// A length in steps; nothing for none.
fn steps(value: &str, sign: i64) -> String {
    let twips: i64 = value.parse().unwrap_or_default();
    let steps = (twips * sign + STEP / 2).div_euclid(STEP);
    if steps == 0 {
        String::new()
    } else {
        steps.to_string()
    }
}

fn indents(tag: &BytesStart<'_>) -> Vec<(&'static str, String)> {
    let first: (&'static str, &[&str], i64) = match attribute(tag, "w:firstLine") {
        Some(_) => ("first", &["w:firstLine"], 1),
        None => ("first", &["w:hanging"], -1),
    };
    let all: [(&'static str, &[&str], i64); 3] = [
        ("left", &["w:left", "w:start"], 1),
        ("right", &["w:right", "w:end"], 1),
        first,
    ];
    let lengths = all.into_iter().flat_map(|(name, keys, sign)| {
        let found = one(tag, name, keys).into_iter();
        found.map(move |(name, value)| (name, steps(&value, sign)))
    });
    lengths.collect()
}

fn spaces(tag: &BytesStart<'_>) -> Vec<(&'static str, String)> {
    let all = [
        ("before", "w:before"),
        ("after", "w:after"),
        ("line", "w:line"),
    ];
    let lengths = all.into_iter().flat_map(|(name, key)| {
        let found = one(tag, name, &[key]).into_iter();
        found.map(|(name, value)| (name, steps(&value, 1)))
    });
    lengths
        .map(|(name, value)| match (name, value.as_str()) {
            ("line", SINGLE) => (name, String::new()),
            _ => (name, value),
        })
        .collect()
}
