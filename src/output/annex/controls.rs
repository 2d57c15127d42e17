//! What an author has written into the places of an annex, taken over into the next one.
//!
//! In: the bytes of an annex that lies there. Out: the texts of its places as XML that stands by itself, and what keeps the file from
//! being replaced. What needs another part, such as a picture or a list, is never taken over by halves. Not for: files.

use std::collections::BTreeMap;
use std::ops::Range;

use quick_xml::events::{BytesEnd, BytesStart, Event};
use quick_xml::{Reader, Writer};

use crate::output::annex::by_hand::{HandWritten, OutsideLine};
use crate::output::annex::opened::{DocumentParts, LOOKS, MARK, NOTES, PLACES, attribute};
use crate::output::annex::place_names::{PlaceNames, first_words};
use crate::output::annex::spilled::{self, NotedPlace, noted_places};
use crate::output::annex::tags::{Carried, mark_of};

/// Why an annex that lies there may not be replaced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeptBecause {
    /// It is none of ours, or cannot be understood.
    NotOurs,
    /// A file beside it says that somebody has it open.
    Open,
    /// Somebody has changed what stands outside the places.
    Outside,
    /// Somebody has changed how it looks outside the places: letters, paragraphs, columns, pages.
    Looks,
    /// Places that it had are gone. Here and below: the names of places as a reader sees them.
    Gone(Vec<String>),
    /// Places stand in it more than once.
    Twice(Vec<String>),
    /// Places stand elsewhere than they were put.
    Moved(Vec<String>),
    /// What stands in these places needs more than text: pictures, lists, links, styles of its own.
    NotText(Vec<String>),
    /// The new annex has no such places; this is what stands in them, by its first words.
    NoPlace(Vec<String>),
}

/// An annex that lies there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Earlier {
    /// What its author has written.
    pub(super) carried: Carried,
    /// What keeps it from being replaced.
    pub(super) kept: Vec<KeptBecause>,
}

/// The places that stand elsewhere than they were put, where what stands around them is as it was.
fn moved(noted: &[NotedPlace<'_>], written: &HandWritten) -> Vec<String> {
    let found = |tag: &str| written.places.get(tag);
    let stayed = |one: &&NotedPlace<'_>| {
        found(one.tag).is_some_and(|place| place.behind.is_some() && place.behind == one.behind)
    };
    // Those that stand between the same two lines may have changed places.
    let mut now: Vec<&NotedPlace<'_>> = noted.iter().filter(stayed).collect();
    now.sort_by_key(|one| found(one.tag).map(|place| place.content.start));
    let then = noted.iter().filter(stayed);
    let swapped: Vec<&str> = then
        .zip(&now)
        .filter(|(then, now)| then.tag != now.tag)
        .map(|(then, _)| then.tag)
        .collect();
    let moved = noted
        .iter()
        .filter(|one| found(one.tag).is_some() && (!stayed(one) || swapped.contains(&one.tag)));
    moved.map(|one| one.tag.to_string()).collect()
}

/// Reads an annex that lies there. `names`: the places that the new one has.
pub(super) fn earlier(bytes: &[u8], names: &PlaceNames) -> Earlier {
    let read = || {
        let parts = DocumentParts::read(bytes)?;
        let mark = parts.property(MARK)?;
        let written = HandWritten::read(&parts)?;
        Some((parts, mark, written))
    };
    let Some((parts, mark, written)) = read() else {
        return Earlier {
            kept: vec![KeptBecause::NotOurs],
            ..Earlier::default()
        };
    };
    let places = parts.property(PLACES).unwrap_or_default();
    let then = noted_places(&places);
    let (mark, lines) = mark.split_once(' ').unwrap_or((&mark, ""));
    let gathered = spilled::gathered(&written, &then, lines);
    let written = gathered
        .filter(|gathered| gathered.mark() == mark)
        .unwrap_or(written);
    let notes = parts.property(NOTES).unwrap_or_default();
    let is_of_ours = |note: &OutsideLine| notes.split_whitespace().any(|one| one == note.mark());
    let is_text_ours = written.mark() == mark && written.notes.iter().all(is_of_ours);
    let looks = parts.property(LOOKS).unwrap_or_default();
    let mut kept = Vec::new();
    // Where the text is another one, nobody can tell where a place or a format belongs.
    if !is_text_ours {
        kept.push(KeptBecause::Outside);
    } else if !written.looks().is_as_noted(&looks) {
        kept.push(KeptBecause::Looks);
    }
    let moved = if is_text_ours && written.twice.is_empty() {
        moved(&then, &written)
    } else {
        Vec::new()
    };
    let (carried, not_text, no_place) = carried(&parts, &written, &then, names);
    let shown = |tags: &[String]| -> Vec<String> {
        let name = |tag: &String| names.get(tag).unwrap_or(tag).clone();
        tags.iter().map(name).collect()
    };
    let twice: Vec<String> = written.twice.iter().cloned().collect();
    for (places, why) in [
        (
            shown(&gone(&then, &written, names)),
            KeptBecause::Gone as fn(Vec<String>) -> KeptBecause,
        ),
        (shown(&twice), KeptBecause::Twice),
        (shown(&moved), KeptBecause::Moved),
        (shown(&not_text), KeptBecause::NotText),
        (no_place, KeptBecause::NoPlace),
    ] {
        if !places.is_empty() {
            kept.push(why(places));
        }
    }
    Earlier { carried, kept }
}

/// The places that are gone and that the new annex has.
fn gone(then: &[NotedPlace<'_>], written: &HandWritten, names: &PlaceNames) -> Vec<String> {
    let is_gone = |one: &&NotedPlace<'_>| {
        !written.places.contains_key(one.tag) && names.contains_key(one.tag)
    };
    let gone = then.iter().filter(is_gone);
    gone.map(|one| one.tag.to_string()).collect()
}

/// What the author has written into the places that the new annex has; the tags of those whose content needs another part; and the
/// first words of what stands in places that the new one does not have.
fn carried(
    parts: &DocumentParts,
    written: &HandWritten,
    noted: &[NotedPlace<'_>],
    names: &PlaceNames,
) -> (Carried, Vec<String>, Vec<String>) {
    let (mut carried, mut not_text, mut no_place) = (Carried::new(), Vec::new(), Vec::new());
    let styles = StyleNames::new(&parts.styles);
    for (tag, found) in &written.places {
        let is_prompt = |one: &NotedPlace<'_>| one.tag == tag && one.prompt == mark_of(&found.text);
        let is_untouched = noted.iter().any(is_prompt) || found.text.is_empty();
        if is_untouched && found.more.is_none() {
            continue;
        }
        if !names.contains_key(tag) {
            no_place.push(first_words(&found.text));
            continue;
        }
        let content = |range: &Range<usize>| parts.body.get(range.clone()).unwrap_or_default();
        let own = taken_over(content(&found.content), &styles);
        let more = found.more.as_ref().map(content);
        let more = more.map_or(Some(String::new()), |more| taken_over(more, &styles));
        match own.zip(more) {
            Some((own, more)) => {
                carried.insert(tag.clone(), format!("{own}{more}"));
            }
            None => not_text.push(tag.clone()),
        }
    }
    (carried, not_text, no_place)
}

/// Elements that say nothing of the text and are left out.
const LEFT_OUT: [&str; 8] = [
    "w:proofErr",
    "w:bookmarkStart",
    "w:bookmarkEnd",
    "w:lastRenderedPageBreak",
    "w:permStart",
    "w:permEnd",
    "w:noProof",
    "w:lang",
];
/// Elements that lead into other parts.
const ELSEWHERE: [&str; 13] = [
    "w:drawing",
    "w:pict",
    "w:object",
    "w:numPr",
    "w:footnoteReference",
    "w:endnoteReference",
    "w:commentReference",
    "w:commentRangeStart",
    "w:commentRangeEnd",
    "w:altChunk",
    "w:subDoc",
    "w:sectPr",
    "w:control",
];
/// Elements that name a style.
const STYLED: [&str; 3] = ["w:pStyle", "w:rStyle", "w:tblStyle"];

/// The styles of an old document, and those of ours.
struct StyleNames {
    /// The names of its ids.
    then: BTreeMap<String, String>,
    /// Our ids with their names.
    own: BTreeMap<String, String>,
}

impl StyleNames {
    fn new(then: &str) -> StyleNames {
        StyleNames {
            then: styles(then),
            own: styles(include_str!("../../../templates/annex/styles.xml")),
        }
    }

    /// The id that our own document has for a style of the other.
    fn own_style(&self, id: &str) -> Option<String> {
        let name = self.then.get(id)?.to_lowercase();
        let mut all = self.own.iter();
        all.find(|(_, one)| one.to_lowercase() == name)
            .map(|(id, _)| id.clone())
    }
}

/// The styles of a document: id and name.
fn styles(xml: &str) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    let mut reader = Reader::from_str(xml);
    let mut id = None;
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => match tag.name().as_ref() {
                "w:style" => id = attribute(&tag, "w:styleId"),
                "w:name" => {
                    if let (Some(id), Some(name)) = (id.take(), attribute(&tag, "w:val")) {
                        names.insert(id, name);
                    }
                }
                _ => {}
            },
            Ok(Event::Eof) | Err(_) => return names,
            Ok(_) => {}
        }
    }
}

/// A content that stands by itself in another document; `None` where it needs another part.
fn taken_over(content: &str, names: &StyleNames) -> Option<String> {
    let mut reader = Reader::from_str(content);
    let mut writer = Writer::new(Vec::new());
    // Elements that were left out are closed without a trace.
    let mut open: Vec<bool> = Vec::new();
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) => {
                let taken = element(&tag, names)?;
                open.push(matches!(taken, TakenElement::Kept(_)));
                if let TakenElement::Kept(kept) = taken {
                    writer.write_event(Event::Start(kept)).ok()?;
                }
            }
            Event::Empty(tag) => {
                if let TakenElement::Kept(kept) = element(&tag, names)? {
                    writer.write_event(Event::Empty(kept)).ok()?;
                }
            }
            Event::End(tag) => {
                if open.pop()? {
                    let name = tag.name().as_ref().to_string();
                    writer.write_event(Event::End(BytesEnd::new(name))).ok()?;
                }
            }
            Event::Eof => break,
            Event::Comment(_) | Event::PI(_) | Event::Decl(_) => {}
            Event::DocType(_) => return None,
            text => writer.write_event(text).ok()?,
        }
    }
    let xml = String::from_utf8(writer.into_inner()).ok()?;
    Some(in_paragraphs(xml.trim()))
}

/// What becomes of an element.
enum TakenElement<'t> {
    /// It stands in the new document.
    Kept(BytesStart<'t>),
    /// It says nothing of the text.
    LeftOut,
}

/// An element as it is taken over; `None`: it needs another part.
fn element<'t>(tag: &BytesStart<'_>, names: &StyleNames) -> Option<TakenElement<'t>> {
    let name = tag.name();
    let name = name.as_ref();
    if LEFT_OUT.contains(&name) {
        return Some(TakenElement::LeftOut);
    }
    if !name.starts_with("w:") || ELSEWHERE.contains(&name) {
        return None;
    }
    let mut kept = BytesStart::new(name.to_string());
    for one in tag.attributes() {
        let one = one.ok()?;
        let key = one.key.as_ref();
        if key.starts_with("r:") {
            return None;
        }
        let is_own = (key.starts_with("w:") || key == "xml:space") && !key.starts_with("w:rsid");
        if !is_own {
            continue;
        }
        let value = attribute(tag, one.key.as_ref())?;
        let value = if STYLED.contains(&name) && key == "w:val" {
            names.own_style(&value)?
        } else {
            value
        };
        kept.push_attribute((key, value.as_str()));
    }
    Some(TakenElement::Kept(kept))
}

/// Runs that stand alone get a paragraph: a program may have put the control inside of one.
fn in_paragraphs(xml: &str) -> String {
    let is_block = ["<w:p>", "<w:p ", "<w:tbl>", "<w:sdt>"];
    if is_block.iter().any(|one| xml.starts_with(one)) {
        return xml.to_string();
    }
    format!("<w:p><w:pPr><w:pStyle w:val=\"NoiDung\"/></w:pPr>{xml}</w:p>")
}
