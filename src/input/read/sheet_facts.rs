//! What stands beside the cells of an .xlsx sheet: hidden rows and columns, pictures, text boxes, comments.
//!
//! In: an inflated package. Out: [`SheetFacts`]. Not for: cells, or what pictures show. Nothing here is needed to read a sheet,
//! so what cannot be read is left out.

use crate::base::cell::{COLUMNS, Lines, ROWS, SheetFacts};
use crate::input::read::package::Package;
use crate::input::read::{find, overlay, worksheets};
use memchr::{memchr, memmem, memrchr};

/// What stands beside the cells of the sheet in this part.
pub(super) fn facts(package: &Package, sheet: usize) -> SheetFacts {
    let mut facts = SheetFacts::default();
    hidden(package.content(sheet), &mut facts);
    let name = package.name(sheet);
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    if let Some(relations) = package.named(&format!("{folder}/_rels/{file}.rels")) {
        for relation in worksheets::relationships(relations).into_values() {
            let target = || package.named(&resolved(folder, &relation.target));
            match relation.kind.rsplit('/').next() {
                Some("drawing") => overlay::drawing(target().unwrap_or_default(), &mut facts),
                Some("comments") => overlay::comments(target().unwrap_or_default(), &mut facts),
                _ => {}
            }
        }
    }
    facts
}

/// The name of a part from the folder of another: `../drawings/drawing1.xml`.
fn resolved(folder: &str, target: &str) -> String {
    if let Some(absolute) = target.strip_prefix('/') {
        return absolute.to_string();
    }
    let mut path: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            ".." => drop(path.pop()),
            "." | "" => {}
            part => path.push(part),
        }
    }
    path.join("/")
}

/// A tag of a sheet part: its name without a prefix, and its attributes.
pub(super) struct SheetTag<'a> {
    pub(super) name: &'a [u8],
    attributes: &'a [u8],
}

impl<'a> SheetTag<'a> {
    /// The tag around this place in the bytes. No `<` can stand inside a tag. Tags of rows, columns and cells are short;
    /// longer ones are not looked through, so that a hostile sheet cannot make it take long.
    pub(super) fn around(bytes: &'a [u8], at: usize) -> Option<Self> {
        const LONGEST: usize = 1024;
        let from = at.saturating_sub(LONGEST);
        let start = from + memrchr(b'<', bytes.get(from..at)?)? + 1;
        let ahead = bytes.get(at..bytes.len().min(at + LONGEST))?;
        let end = at + memchr(b'>', ahead)?;
        let tag = bytes.get(start..end)?;
        let name_end = tag.iter().position(u8::is_ascii_whitespace)?;
        let (name, attributes) = tag.split_at_checked(name_end)?;
        let name = name.rsplit(|&byte| byte == b':').next().unwrap_or(name);
        // Text after a tag is not within it.
        (memchr(b'>', bytes.get(start..at)?).is_none()).then_some(SheetTag { name, attributes })
    }

    /// The value of an attribute in double quotes, as programs write it.
    pub(super) fn value(&self, key: &str) -> Option<&'a str> {
        let found = memmem::find_iter(self.attributes, key.as_bytes());
        found
            .filter_map(|at| {
                let before = self.attributes.get(at.checked_sub(1)?)?;
                let rest = self
                    .attributes
                    .get(at + key.len()..)?
                    .strip_prefix(b"=\"")?;
                let value = rest.get(..memchr(b'"', rest)?)?;
                before.is_ascii_whitespace().then_some(value)
            })
            .find_map(|value| std::str::from_utf8(value).ok())
    }

    fn number(&self, key: &str) -> Option<u32> {
        self.value(key)?.parse().ok()
    }
}

/// A row of less than so many points shows nothing of what is in it.
pub(super) const FLAT_ROW: f64 = 2.0;
/// Nor does a column of less than so many characters.
const FLAT_COLUMN: f64 = 0.3;

/// Hidden rows and columns, also those without a height or a width. Most sheets have none and do not even hold the word.
fn hidden(sheet: &[u8], facts: &mut SheetFacts) {
    let flat = find::NO_HEIGHT
        .find_iter(sheet)
        .chain(find::HEIGHT_OF_ONE.find_iter(sheet))
        .chain(find::HEIGHT_ABOVE_ONE.find_iter(sheet))
        .chain(find::NO_WIDTH.find_iter(sheet));
    for at in find::HIDDEN.find_iter(sheet).chain(flat) {
        let Some(tag) = SheetTag::around(sheet, at + 1) else {
            continue;
        };
        let is_below = |key, least: f64| {
            let size = tag.value(key).and_then(|size| size.parse::<f64>().ok());
            size.is_some_and(|size| size < least)
        };
        let is_hidden = matches!(tag.value("hidden"), Some("1" | "true"));
        if !is_hidden && !is_below("ht", FLAT_ROW) && !is_below("width", FLAT_COLUMN) {
            continue;
        }
        match tag.name {
            b"row" => {
                if let Some(row) = tag.number("r").filter(|row| (1..=ROWS).contains(row)) {
                    Lines::add(&mut facts.hidden_rows, row - 1, row - 1);
                }
            }
            b"col" => {
                if let (Some(first), Some(last)) = (tag.number("min"), tag.number("max"))
                    && (1..=COLUMNS).contains(&first)
                {
                    let last = last.clamp(first, COLUMNS);
                    Lines::add(&mut facts.hidden_columns, first - 1, last - 1);
                }
            }
            _ => {}
        }
    }
    for list in [&mut facts.hidden_rows, &mut facts.hidden_columns] {
        if !list.is_sorted() {
            list.sort_unstable();
            let mut joined = Vec::new();
            for lines in list.iter() {
                Lines::add(&mut joined, lines.first, lines.last);
            }
            *list = joined;
        }
    }
}
