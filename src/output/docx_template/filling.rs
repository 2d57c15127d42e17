//! Values in place of fields.
//!
//! In: a part without faults, and values. Out: its XML with them; only the elements that hold a field, and rows that are repeated, are
//! other bytes than before. Not for: the package around it.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::output::docx_template::field_marks::{self, FieldMark};
use crate::output::docx_template::scan::{ScannedParagraph, ScannedPart, ScannedRow};
use crate::output::docx_template::{FieldSpec, FieldValues, ListValues, field_of, shown};

/// Bytes of a part, and what stands there instead.
struct Splice {
    range: Range<usize>,
    text: String,
}

/// Values by the names of fields.
type ByName<'v> = BTreeMap<&'v str, &'v str>;

struct Filling<'p> {
    part: &'p ScannedPart,
    fields: &'p [FieldSpec],
    single: ByName<'p>,
}

/// The XML of a part with values. `None`: it holds no field.
pub(super) fn filled(
    part: &ScannedPart,
    fields: &[FieldSpec],
    values: &FieldValues,
) -> Option<String> {
    let single = by_name(&values.single);
    let filling = Filling {
        part,
        fields,
        single,
    };
    let mut lists: BTreeMap<usize, &ListValues> = BTreeMap::new();
    let mut splices = Vec::new();
    for paragraph in &part.paragraphs {
        let list = filling.list(paragraph);
        let list = list.and_then(|list| values.lists.iter().find(|one| one.list == list));
        if let (Some((row, _)), Some(list)) = (paragraph.cell, list) {
            lists.insert(row, list);
        }
        splices.extend(filling.paragraph(paragraph, &ByName::new()));
    }
    if splices.is_empty() {
        return None;
    }
    for (row, list) in lists {
        let row = part.rows.get(row)?;
        splices.push(if list.rows.is_empty() {
            let table = part.tables.get(row.table)?;
            Splice {
                range: table.clone(),
                text: filling.sentence(list.none),
            }
        } else {
            Splice {
                range: row.range.clone(),
                text: filling.rows(row, list),
            }
        });
    }
    Some(spliced(&part.xml, 0..part.xml.len(), splices))
}

fn by_name<'v>(values: &'v [(&'static str, String)]) -> ByName<'v> {
    let values = values.iter();
    values
        .map(|(name, value)| (*name, value.as_str()))
        .collect()
}

impl Filling<'_> {
    /// The list of which a paragraph has a field.
    fn list(&self, paragraph: &ScannedParagraph) -> Option<&'static str> {
        let (found, _) = field_marks::marks(&paragraph.text);
        let mut fields = found.iter();
        fields.find_map(|mark| field_of(self.fields, &mark.name)?.list)
    }

    /// A row for each line of a list.
    fn rows(&self, row: &ScannedRow, list: &ListValues) -> String {
        let within = |paragraph: &&ScannedParagraph| {
            let first = paragraph.pieces.first();
            first.is_some_and(|piece| {
                row.range.start <= piece.element.start && piece.element.end <= row.range.end
            })
        };
        let mut all = String::new();
        for (number, line) in list.rows.iter().enumerate() {
            let line = by_name(line);
            let paragraphs = self.part.paragraphs.iter().filter(within);
            let mut splices: Vec<Splice> = paragraphs
                .flat_map(|paragraph| self.paragraph(paragraph, &line))
                .collect();
            if number > 0 {
                splices.extend(row.once.iter().map(|range| Splice {
                    range: range.clone(),
                    text: String::new(),
                }));
            }
            all.push_str(&spliced(&self.part.xml, row.range.clone(), splices));
        }
        all
    }

    /// What becomes of the elements that hold the fields of a paragraph.
    fn paragraph(&self, paragraph: &ScannedParagraph, line: &ByName<'_>) -> Vec<Splice> {
        let (found, _) = field_marks::marks(&paragraph.text);
        if found.is_empty() {
            return Vec::new();
        }
        let pieces = paragraph.pieces.iter();
        pieces
            .filter(|piece| {
                let is_in = |mark: &FieldMark| {
                    mark.range.start < piece.text.end && piece.text.start < mark.range.end
                };
                found.iter().any(is_in)
            })
            .map(|piece| Splice {
                range: piece.element.clone(),
                text: self.element(&self.piece(paragraph, &piece.text, &found, line)),
            })
            .collect()
    }

    /// The text of an element: what is of no field, and the value of each field that begins in it.
    fn piece(
        &self,
        paragraph: &ScannedParagraph,
        piece: &Range<usize>,
        found: &[FieldMark],
        line: &ByName<'_>,
    ) -> String {
        let mut text = String::new();
        let mut at = piece.start;
        let keep = |from: usize, to: usize, text: &mut String| {
            text.push_str(paragraph.text.get(from..to).unwrap_or_default());
        };
        for mark in found {
            if mark.range.end <= at || mark.range.start >= piece.end {
                continue;
            }
            if mark.range.start >= at {
                keep(at, mark.range.start, &mut text);
                text.push_str(&self.value(mark, line, paragraph));
            }
            at = mark.range.end.min(piece.end);
        }
        keep(at, piece.end, &mut text);
        text
    }

    /// The value of a field; one that nobody knows stays as it is written.
    fn value(&self, mark: &FieldMark, line: &ByName<'_>, paragraph: &ScannedParagraph) -> String {
        let written = || paragraph.text.get(mark.range.clone()).unwrap_or_default();
        let field = field_of(self.fields, &mark.name);
        let value = field.and_then(|field| line.get(field.name).or(self.single.get(field.name)));
        value.map_or_else(|| written().to_string(), |value| shown(value))
    }

    /// An element that holds a text.
    fn element(&self, text: &str) -> String {
        let w = &self.part.prefix;
        let lines: Vec<String> = text
            .split('\n')
            .map(|line| {
                let line = quick_xml::escape::escape(line);
                format!("<{w}t xml:space=\"preserve\">{line}</{w}t>")
            })
            .collect();
        lines.join(&format!("<{w}br/>"))
    }

    /// The paragraph in place of a table without lines.
    fn sentence(&self, text: &str) -> String {
        let w = &self.part.prefix;
        format!("<{w}p><{w}r>{}</{w}r></{w}p>", self.element(text))
    }
}

/// Bytes with others in their place; what lies within an earlier splice goes with it.
fn spliced(xml: &str, within: Range<usize>, mut splices: Vec<Splice>) -> String {
    splices.sort_by_key(|one| (one.range.start, std::cmp::Reverse(one.range.end)));
    let mut text = String::with_capacity(within.len() + 1024);
    let mut at = within.start;
    for splice in splices {
        if splice.range.start < at {
            continue;
        }
        text.push_str(xml.get(at..splice.range.start).unwrap_or_default());
        text.push_str(&splice.text);
        at = splice.range.end;
    }
    text.push_str(xml.get(at..within.end).unwrap_or_default());
    text
}
