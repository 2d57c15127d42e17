//! The sheets of an .xlsx package: which there are, where they are stored, and what calamine must not see of them.
//!
//! In: a [`Package`]. Out: the list of worksheets, faults for those that are not there, and a package in which the entries that
//! would make calamine refuse the whole workbook are crossed out. Not for: cells.

use std::collections::{HashMap, HashSet};

use quick_xml::events::{BytesStart, Event};

use crate::base::cell::{SheetFacts, Visibility};
use crate::input::read::fault::{ReadFault, SheetFault, SheetProblem};
use crate::input::read::package::Package;
use crate::input::read::xml;

/// The sheets of a workbook.
#[derive(Debug, Default)]
pub(super) struct Sheets {
    /// Worksheets that calamine will find under their names, in the order of the tabs.
    pub(super) found: Vec<SheetPart>,
    /// Sheets without cells (charts, dialogs, macros), by name.
    pub(super) skipped: Vec<String>,
    /// Worksheets that cannot be read.
    pub(super) faults: Vec<SheetFault>,
}

/// A worksheet and the part it is stored in.
#[derive(Debug)]
pub(super) struct SheetPart {
    pub(super) name: String,
    pub(super) visibility: Visibility,
    pub(super) part: usize,
    /// What stands beside its cells, once it was looked for.
    pub(super) facts: SheetFacts,
    /// Whether it holds what Excel never writes; see [`crate::input::read::second_look::is_suspicious`].
    pub(super) is_suspicious: bool,
}

/// Where the main parts of the package are.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct MainPart {
    /// The folder of the main part, with its slash: mostly `xl/`.
    pub(super) folder: String,
    /// The name of the main part in the folder: mostly `workbook.xml`.
    pub(super) name: String,
}

/// Finds the main part through the package's relationships, as calamine does.
///
/// # Errors
/// [`ReadFault::Damaged`] if the package does not say.
pub(super) fn main_part(package: &Package) -> Result<MainPart, ReadFault> {
    let bytes = needed(package, "_rels/.rels")?;
    let target = relationships(bytes)
        .into_iter()
        .filter(|(_, relation)| relation.kind.ends_with("/relationships/officeDocument"))
        .map(|(_, relation)| relation)
        .max_by_key(|relation| relation.position)
        .ok_or_else(|| ReadFault::Damaged("_rels/.rels names no workbook".to_string()))?;
    let target = xml::decoded(&target.target).into_owned();
    let (folder, name) = target.split_at(target.rfind('/').map_or(0, |slash| slash + 1));
    let name = if name.is_empty() {
        "workbook.xml"
    } else {
        name
    };
    Ok(MainPart {
        folder: folder.strip_prefix('/').unwrap_or(folder).to_string(),
        name: name.to_string(),
    })
}

/// The bytes of a part that the workbook cannot do without.
///
/// # Errors
/// [`ReadFault::Damaged`] if it is damaged or not there.
pub(super) fn needed<'a>(package: &'a Package, name: &str) -> Result<&'a [u8], ReadFault> {
    refuse_damage(package, name)?;
    package
        .named(name)
        .ok_or_else(|| ReadFault::Damaged(format!("the part {name} is missing")))
}

/// Refuses a workbook whose part of this name is damaged.
///
/// # Errors
/// [`ReadFault::Damaged`].
pub(super) fn refuse_damage(package: &Package, name: &str) -> Result<(), ReadFault> {
    match package.damage(name) {
        Some(part) => Err(ReadFault::Damaged(part.to_string())),
        None => Ok(()),
    }
}

/// One relationship.
#[derive(Debug, Default)]
pub(super) struct Relationship {
    pub(super) target: String,
    /// A URL that ends in what the target is.
    pub(super) kind: String,
    position: usize,
}

/// Relationships by their IDs; of two with one ID the later one counts, as in calamine.
pub(super) fn relationships(bytes: &[u8]) -> HashMap<String, Relationship> {
    let mut found = HashMap::new();
    let mut reader = xml::reader(bytes);
    while let Ok(event) = reader.read_event() {
        match event {
            Event::Start(tag) if tag.local_name().as_ref() == "Relationship" => {
                let mut relation = Relationship {
                    position: found.len(),
                    ..Relationship::default()
                };
                let mut id = None;
                for attribute in xml::attributes(&tag) {
                    match attribute.key {
                        "Id" => id = Some(attribute.value.to_string()),
                        "Target" => relation.target = attribute.value.to_string(),
                        "Type" => relation.kind = attribute.value.to_string(),
                        _ => {}
                    }
                }
                if let Some(id) = id {
                    found.insert(id, relation);
                }
            }
            Event::End(tag) if tag.local_name().as_ref() == "Relationships" => break,
            Event::Eof => break,
            _ => {}
        }
    }
    found
}

/// One `<sheet>` of the workbook part, with the places of what may have to be crossed out.
struct SheetEntry {
    name: String,
    visibility: Visibility,
    relation: String,
    /// The last byte of the tag's name.
    tag_end: usize,
    /// The last byte of the key of a `state` that Excel does not know.
    odd_state: Option<usize>,
}

impl SheetEntry {
    fn new(tag: &BytesStart<'_>, start: usize) -> Self {
        let mut entry = SheetEntry {
            name: String::new(),
            visibility: Visibility::Visible,
            relation: String::new(),
            tag_end: start + tag.name().as_ref().len(),
            odd_state: None,
        };
        for attribute in xml::attributes(tag) {
            match attribute.key {
                "name" => entry.name = xml::decoded(attribute.value).into_owned(),
                "state" => {
                    let known = ["visible", "hidden", "veryHidden"].contains(&attribute.value);
                    let key_end = start + attribute.key_offset + attribute.key.len() - 1;
                    entry.odd_state = (!known).then_some(key_end);
                    entry.visibility = match attribute.value.to_ascii_lowercase().as_str() {
                        "hidden" => Visibility::Hidden,
                        "veryhidden" => Visibility::VeryHidden,
                        _ => Visibility::Visible,
                    };
                }
                _ if attribute.local_key() == "id" => entry.relation = attribute.value.to_string(),
                _ => {}
            }
        }
        entry
    }
}

/// Lists the worksheets, and crosses out every other entry of the workbook part.
///
/// # Errors
/// [`ReadFault::Damaged`] if the workbook part or its relationships cannot be read.
pub(super) fn sheets(package: &mut Package, main: &MainPart) -> Result<Sheets, ReadFault> {
    let workbook = format!("{}{}", main.folder, main.name);
    let relations = format!("{}_rels/{}.rels", main.folder, main.name);
    let relations = relationships(needed(package, &relations)?);
    let entries = entries(needed(package, &workbook)?)?;
    let mut sheets = Sheets::default();
    let mut seen = SeenSheets::default();
    let mut crossed = Vec::new();
    for entry in entries {
        crossed.extend(entry.odd_state);
        match seen.place(package, main, &entry, relations.get(&entry.relation)) {
            Ok(part) => sheets.found.push(SheetPart {
                name: entry.name,
                visibility: entry.visibility,
                part,
                facts: SheetFacts::default(),
                is_suspicious: false,
            }),
            Err(problem) => {
                crossed.push(entry.tag_end);
                match problem {
                    Some(problem) => sheets.faults.push(SheetFault {
                        sheet: entry.name,
                        problem,
                    }),
                    None => sheets.skipped.push(entry.name),
                }
            }
        }
    }
    if let Some(part) = package.find(&workbook) {
        for offset in crossed {
            package.cross_out(part, offset);
        }
    }
    Ok(sheets)
}

fn entries(workbook: &[u8]) -> Result<Vec<SheetEntry>, ReadFault> {
    let mut entries = Vec::new();
    let mut reader = xml::reader(workbook);
    loop {
        let start = reader.buffer_position() as usize;
        match reader.read_event() {
            Ok(Event::Start(tag)) if tag.local_name().as_ref() == "sheet" => {
                entries.push(SheetEntry::new(&tag, start));
            }
            Ok(Event::End(tag)) if tag.local_name().as_ref() == "workbook" => return Ok(entries),
            Ok(Event::Eof) => {
                return Err(ReadFault::Damaged("the workbook part is cut".to_string()));
            }
            Ok(_) => {}
            Err(error) => return Err(ReadFault::Damaged(format!("workbook part: {error}"))),
        }
    }
}

/// The names and parts that came already: calamine finds only the first sheet of a name, and a part that stands in for many
/// sheets would be read as often.
#[derive(Default)]
struct SeenSheets {
    names: HashSet<String>,
    parts: HashSet<usize>,
}

impl SeenSheets {
    /// The part of a worksheet; `Err(None)` for a sheet without cells.
    fn place(
        &mut self,
        package: &Package,
        main: &MainPart,
        entry: &SheetEntry,
        relation: Option<&Relationship>,
    ) -> Result<usize, Option<SheetProblem>> {
        let relation = relation.ok_or(Some(SheetProblem::Missing))?;
        if relation.kind.rsplit('/').next() != Some("worksheet") {
            return Err(None);
        }
        let path = match relation.target.strip_prefix('/') {
            Some(absolute) => absolute.to_string(),
            None => format!("{}{}", main.folder, relation.target),
        };
        let Some(part) = package.find(&path) else {
            return Err(Some(match package.damage(&path) {
                Some(part) => SheetProblem::Damaged(part.detail.clone()),
                None => SheetProblem::Missing,
            }));
        };
        if self.names.insert(entry.name.clone()) && self.parts.insert(part) {
            Ok(part)
        } else {
            Err(Some(SheetProblem::Doubled))
        }
    }
}
