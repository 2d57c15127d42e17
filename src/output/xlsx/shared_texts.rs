//! The texts that cells of a workbook share, and more of them.
//!
//! In: the part of a saved workbook that holds them, and texts. Out: their numbers, by which cells name them, and the part with all of
//! them. A text has one number, however many cells it stands in. Not for: the cells.

use std::collections::HashMap;
use std::mem;

use memchr::{memchr3, memmem};

/// Where the part stands.
pub(super) const PART: &str = "xl/sharedStrings.xml";
/// How it ends.
const END: &str = "</sst>";
/// The length of `_x0041_`, which office programs take for the character of that number.
const ESCAPE: usize = 7;

/// The texts.
pub(super) struct SharedTexts {
    /// The part, without what ends it.
    xml: String,
    /// Their numbers, by what stands in their elements.
    numbers: HashMap<String, usize>,
    /// How many there are. Those of several fonts have no number here.
    texts: usize,
    /// How many cells name them.
    cells: usize,
    /// The element of a text on its way to its number.
    element: String,
}

impl SharedTexts {
    /// Those of a part that this program wrote.
    pub(super) fn of(part: &str) -> Self {
        let xml = part.strip_suffix(END).unwrap_or(part);
        let mut numbers = HashMap::new();
        let all = xml.split("<si>").skip(1);
        let all = all.map(|one| one.strip_suffix("</si>").unwrap_or(one));
        let mut texts = 0;
        for one in all {
            numbers.entry(one.to_string()).or_insert(texts);
            texts += 1;
        }
        SharedTexts {
            numbers,
            texts,
            cells: stated(xml, " count=\"").map_or(0, |(cells, _)| cells),
            xml: xml.to_string(),
            element: String::new(),
        }
    }

    /// The number of a text.
    pub(super) fn number(&mut self, text: &str) -> usize {
        let is_blank = |sign: char| matches!(sign, ' ' | '\t' | '\n');
        self.element.clear();
        self.element.push_str("<t");
        if text.starts_with(is_blank) || text.ends_with(is_blank) {
            self.element.push_str(" xml:space=\"preserve\"");
        }
        self.element.push('>');
        escaped(text, &mut self.element);
        self.element.push_str("</t>");
        if let Some(number) = self.numbers.get(&self.element) {
            return *number;
        }
        let number = self.texts;
        self.texts += 1;
        for part in ["<si>", &self.element, "</si>"] {
            self.xml.push_str(part);
        }
        self.numbers.insert(mem::take(&mut self.element), number);
        number
    }

    /// Notes that a cell names one of them.
    pub(super) fn note(&mut self) {
        self.cells += 1;
    }

    /// The part with all of them.
    pub(super) fn part(self) -> String {
        let mut xml = self.xml;
        let counts = [(" uniqueCount=\"", self.texts), (" count=\"", self.cells)];
        for (name, count) in counts {
            if let Some((_, at)) = stated(&xml, name) {
                xml.replace_range(at, &count.to_string());
            }
        }
        xml.push_str(END);
        xml
    }
}

/// A number in the head of the part, and where it stands.
fn stated(xml: &str, name: &str) -> Option<(usize, std::ops::Range<usize>)> {
    let head = xml.split_once("<si>").map_or(xml, |(head, _)| head);
    let start = head.find(name)? + name.len();
    let digits = head.get(start..)?.find('"')?;
    let at = start..start + digits;
    Some((head.get(at.clone())?.parse().ok()?, at))
}

/// A text as XML has it, so that office programs show it as it is.
fn escaped(text: &str, xml: &mut String) {
    let bytes = text.as_bytes();
    // Most texts have neither.
    if memchr3(b'&', b'<', b'>', bytes).is_none() && memmem::find(bytes, b"_x").is_none() {
        return xml.push_str(text);
    }
    let mut start = 0;
    let signs = text.bytes().enumerate();
    for (at, sign) in signs.filter(|(_, sign)| matches!(sign, b'&' | b'<' | b'>' | b'_')) {
        let stands_for = match sign {
            b'&' => "&amp;",
            b'<' => "&lt;",
            b'>' => "&gt;",
            _ if is_escape(bytes.get(at..at + ESCAPE)) => "_x005F_",
            _ => continue,
        };
        xml.push_str(text.get(start..at).unwrap_or_default());
        xml.push_str(stands_for);
        start = at + 1;
    }
    xml.push_str(text.get(start..).unwrap_or_default());
}

fn is_escape(text: Option<&[u8]>) -> bool {
    let digits = text.and_then(|text| text.strip_prefix(b"_x")?.strip_suffix(b"_"));
    digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_one_number_and_the_part_counts_them() {
        let part = "<sst xmlns=\"m\" count=\"3\" uniqueCount=\"2\"><si><t>a</t></si><si><r><t>b</t></r></si></sst>";
        let mut texts = SharedTexts::of(part);
        let numbers = ["a", "b", " c & d", "b", " c & d"].map(|text| {
            texts.note();
            texts.number(text)
        });
        assert_eq!(numbers, [0, 2, 3, 2, 3]);
        assert_eq!(
            texts.part(),
            "<sst xmlns=\"m\" count=\"8\" uniqueCount=\"4\"><si><t>a</t></si><si><r><t>b</t></r></si><si><t>b</t></si>\
             <si><t xml:space=\"preserve\"> c &amp; d</t></si></sst>"
        );
    }

    #[test]
    fn what_looks_like_an_escape_is_one_no_more() {
        for (text, expected) in [
            ("a_x0041_", "a_x005F_x0041_"),
            ("_x00_", "_x00_"),
            ("_x004ế_", "_x004ế_"),
            ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ] {
            let mut xml = String::new();
            escaped(text, &mut xml);
            assert_eq!(xml, expected);
        }
    }
}
