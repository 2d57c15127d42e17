//! The little XML that the guard itself reads: names and raw attributes, with their places in the bytes.
//!
//! In: the bytes of one part. Out: start tags and where they stand. Not for: cells, which calamine reads.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// A reader with the settings that calamine uses, so that both see the same tags.
pub(super) fn reader(bytes: &[u8]) -> Reader<&[u8]> {
    let mut reader = Reader::from_reader(bytes);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.check_comments = false;
    config.expand_empty_elements = true;
    reader
}

/// One attribute as it stands in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct RawAttribute<'a> {
    /// The name with its prefix.
    pub(super) key: &'a str,
    /// The value, entities undecoded.
    pub(super) value: &'a str,
    /// Bytes from the `<` of the tag to the key.
    pub(super) key_offset: usize,
}

impl RawAttribute<'_> {
    /// The name without its prefix.
    pub(super) fn local_key(&self) -> &str {
        self.key.rsplit(':').next().unwrap_or(self.key)
    }
}

/// The attributes of a tag, up to the first one that is malformed. Doubled names are not looked for: quick-xml's own check
/// takes quadratic time.
pub(super) fn attributes<'a>(tag: &'a BytesStart<'_>) -> impl Iterator<Item = RawAttribute<'a>> {
    let raw = tag.attributes_raw();
    let before = 1 + tag.name().as_ref().len();
    let mut position = 0;
    std::iter::from_fn(move || {
        let rest = raw.get(position..)?;
        let key_start = position + (rest.len() - rest.trim_ascii_start().len());
        let equals = key_start + place_of(b'=', raw.get(key_start..)?)?;
        let key = raw.get(key_start..equals)?.trim_ascii_end();
        let rest = raw.get(equals + 1..)?;
        let quoted = rest.trim_ascii_start();
        let quote = *quoted.as_bytes().first()?;
        if !matches!(quote, b'"' | b'\'') {
            return None;
        }
        let value_start = equals + 1 + (rest.len() - quoted.len()) + 1;
        let value_end = value_start + place_of(quote, raw.get(value_start..)?)?;
        position = value_end + 1;
        Some(RawAttribute {
            key,
            value: raw.get(value_start..value_end)?,
            key_offset: before + key_start,
        })
    })
}

/// Where an ASCII character first stands.
fn place_of(ascii: u8, text: &str) -> Option<usize> {
    memchr::memchr(ascii, text.as_bytes())
}

/// The raw value of the attribute with this name, prefix included.
pub(super) fn attribute<'a>(tag: &'a BytesStart<'_>, key: &str) -> Option<&'a str> {
    attributes(tag).find(|a| a.key == key).map(|a| a.value)
}

/// The raw value of the attribute with this name, whatever its prefix.
pub(super) fn local_attribute<'a>(tag: &'a BytesStart<'_>, key: &str) -> Option<&'a str> {
    attributes(tag)
        .find(|a| a.local_key() == key)
        .map(|a| a.value)
}

/// The text that an event adds: text, CDATA or an entity; `None` for any other event. An entity that XML does not know adds nothing.
pub(super) fn text<'a>(event: &Event<'a>) -> Option<Cow<'a, str>> {
    match event {
        Event::Text(text) => Some(text.xml10_content()),
        Event::CData(text) => Some(text.xml10_content()),
        Event::GeneralRef(entity) => {
            if let Ok(Some(c)) = entity.resolve_char_ref() {
                return Some(Cow::Owned(c.to_string()));
            }
            let known = quick_xml::escape::resolve_xml_entity(&entity.xml10_content());
            Some(Cow::Borrowed(known.unwrap_or_default()))
        }
        _ => None,
    }
}

/// A raw value with its entities decoded; as it stands if that fails.
pub(super) fn decoded(value: &str) -> Cow<'_, str> {
    quick_xml::escape::unescape(value).unwrap_or(Cow::Borrowed(value))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]
mod tests {
    use quick_xml::events::Event;

    use super::*;

    #[test]
    fn attributes_come_with_their_places() {
        let xml = br#"<x:sheet name = "a &amp; state=&quot;" r:id='rId1' bad>"#;
        let mut reader = reader(xml);
        let Event::Start(tag) = reader.read_event().unwrap() else {
            panic!("no start tag");
        };
        let found: Vec<_> = attributes(&tag).collect();
        assert_eq!(found.len(), 2);
        assert_eq!(decoded(found[0].value), "a & state=\"");
        assert_eq!(found[1].local_key(), "id");
        assert_eq!(found[1].value, "rId1");
        assert!(xml[found[1].key_offset..].starts_with(b"r:id"));
    }
}
