//! What is wrong in a template, all of it at once.
//!
//! In: the parts of a template, and the fields that there are. Out: each fault with its place. Not for: filling in.

use std::collections::BTreeMap;

use crate::base::error::{TemplateFault, TemplatePlace, TemplateProblem};
use crate::base::text;
use crate::output::docx_template::scan::{ScannedParagraph, ScannedPart};
use crate::output::docx_template::{FieldSpec, field_marks, field_of};

/// Fields that are told of where a name is like none.
const MOST_TOLD: usize = 30;

/// All that is wrong, in the order of the document; last what is missing.
pub(super) fn faults(parts: &[ScannedPart], fields: &[FieldSpec]) -> Vec<TemplateFault> {
    let mut faults = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    for part in parts {
        let mut inspection = Inspection {
            part,
            fields,
            rows: BTreeMap::new(),
            tables: BTreeMap::new(),
            faults: Vec::new(),
        };
        for paragraph in &part.paragraphs {
            seen.extend(inspection.paragraph(paragraph));
        }
        faults.append(&mut inspection.faults);
    }
    let missing = fields
        .iter()
        .filter(|field| field.is_needed && !seen.contains(&field.name));
    faults.extend(missing.map(|field| TemplateFault {
        place: None,
        problem: TemplateProblem::Missing(field.name.to_string()),
    }));
    faults
}

struct Inspection<'p> {
    part: &'p ScannedPart,
    fields: &'p [FieldSpec],
    /// The first field of a list in each row.
    rows: BTreeMap<usize, &'p FieldSpec>,
    /// The row that is repeated in each table.
    tables: BTreeMap<usize, usize>,
    faults: Vec<TemplateFault>,
}

impl<'p> Inspection<'p> {
    /// Looks at a paragraph; gives the names of its fields.
    fn paragraph(&mut self, paragraph: &'p ScannedParagraph) -> Vec<&'p str> {
        let (found, is_paired) = field_marks::marks(&paragraph.text);
        if !is_paired {
            self.fault(paragraph, TemplateProblem::Unpaired);
        } else if let Some(name) = self.single(&paragraph.text) {
            self.fault(paragraph, TemplateProblem::SingleBraces(name));
        }
        let mut seen = Vec::new();
        for mark in found {
            let Some(field) = field_of(self.fields, &mark.name) else {
                let nearest = self.nearest(&mark.name);
                let name = mark.name;
                self.fault(paragraph, TemplateProblem::Unknown { name, nearest });
                continue;
            };
            seen.push(field.name);
            if field.list.is_some() {
                self.of_list(paragraph, field);
            }
        }
        seen
    }

    /// A field whose name stands between single braces.
    fn single(&self, text: &str) -> Option<String> {
        let text = text.replace("{{", "").replace("}}", "");
        let mut names = field_marks::in_single_braces(&text);
        let field = names.find_map(|name| field_of(self.fields, name))?;
        Some(field.name.to_string())
    }

    fn of_list(&mut self, paragraph: &'p ScannedParagraph, field: &'p FieldSpec) {
        let name = || field.name.to_string();
        let Some((at, _)) = paragraph.cell else {
            return self.fault(paragraph, TemplateProblem::OutsideRow(name()));
        };
        let Some(row) = self.part.rows.get(at) else {
            return;
        };
        if let Some(first) = self.rows.get(&at) {
            if first.list != field.list {
                let problem = TemplateProblem::TwoLists(first.name.to_string(), name());
                self.fault(paragraph, problem);
            }
            return;
        }
        self.rows.insert(at, field);
        let mut around = row.around;
        let mut is_within = false;
        while let Some(outer) = around {
            is_within |= self.rows.contains_key(&outer);
            around = self.part.rows.get(outer).and_then(|row| row.around);
        }
        let holds_other = self.rows.keys().any(|other| {
            let other = self.part.rows.get(*other);
            other.is_some_and(|other| {
                other.range.start > row.range.start && other.range.end < row.range.end
            })
        });
        if row.is_obstructed || is_within || holds_other {
            self.fault(paragraph, TemplateProblem::NotRepeatable);
        }
        let repeated = *self.tables.entry(row.table).or_insert(at);
        if repeated != at {
            self.fault(paragraph, TemplateProblem::TwoRows(name()));
        }
    }

    /// The names that are alike, or all of them.
    fn nearest(&self, name: &str) -> Vec<String> {
        let names = || self.fields.iter().map(|field| field.name);
        let alike = text::nearest(name, names());
        let told: Vec<&str> = if alike.is_empty() {
            names().take(MOST_TOLD).collect()
        } else {
            alike
        };
        told.into_iter()
            .map(|name| format!("{{{{{name}}}}}"))
            .collect()
    }

    fn fault(&mut self, paragraph: &ScannedParagraph, problem: TemplateProblem) {
        let cell = paragraph.cell.and_then(|(row, cell)| {
            let row = self.part.rows.get(row)?;
            Some((row.table + 1, row.number, cell))
        });
        self.faults.push(TemplateFault {
            place: Some(TemplatePlace {
                part: self.part.kind,
                cell,
                text: paragraph.text.clone(),
            }),
            problem,
        });
    }
}
