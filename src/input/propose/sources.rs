//! What each proposed value rests on: how many forms agree, one cell that says so, what others say, and what to ask.
//!
//! In: what was found and the documents made of it. Out: a line for each value. Not for: finding out.

use std::collections::BTreeSet;

use crate::base::cell::CellAddress;
use crate::base::lang::{Lang, say};
use crate::base::points::{Most, Points};
use crate::base::text;
use crate::campaign::definition::{PathStep, at};
use crate::campaign::documents::{Certainty, Document, Documents, Proposed, Witness};
use crate::campaign::hints::Hint;
use crate::input::propose::Form;
use crate::input::propose::block::{Block, titled_over};
use crate::input::propose::blocks::own_headings;
use crate::input::propose::cover::FormCover;
use crate::input::propose::draft::Draft;
use crate::input::propose::items::{Blank, ProposedItem};
use crate::input::propose::roles::ColumnUse;
use crate::input::propose::row_kinds::{Finder, FormRowKind};
use crate::input::propose::tree::Tree;
use crate::input::propose::value::{CellStatement, most_said};
use crate::input::tables::{self, Vocabulary};

/// What sources are told by.
pub(super) struct Sources<'a> {
    pub(super) found: &'a Draft<'a>,
    pub(super) finder: &'a Finder<'a>,
    pub(super) kinds: &'a [FormRowKind],
    /// The forms that belong together.
    pub(super) own: &'a [(&'a Form, &'a Tree)],
    pub(super) covers: &'a [FormCover],
    pub(super) lang: Lang,
}

/// Headings over codes and texts that the words do not know, with the key of their kind.
pub(super) fn labels(
    own: &[(&Form, &Tree)],
    vocabulary: &Vocabulary,
) -> Vec<(&'static str, String)> {
    let mut labels: Vec<(&'static str, String)> = Vec::new();
    let mut seen = BTreeSet::new();
    for (form, tree) in own {
        for block in &tree.blocks {
            let Some(grid) = form.grids().get(block.sheet) else {
                continue;
            };
            let text = block.labels.last().copied();
            for column in &block.labels {
                let shown = titled_over(grid, (block.first, block.header), *column).join(" ");
                let is_known = tables::role(&shown, vocabulary, tables::TableKind::Form).is_some();
                let key = if Some(*column) == text {
                    "criterion"
                } else {
                    "code"
                };
                if !is_known && !shown.is_empty() && seen.insert(text::key(&shown)) {
                    labels.push((key, shown));
                }
            }
        }
    }
    let blocks: Vec<&Block> = own.iter().flat_map(|(_, tree)| &tree.blocks).collect();
    let parts = own_headings(&blocks, vocabulary).into_iter();
    let new = parts.filter(|(_, heading)| seen.insert(text::key(heading)));
    labels.extend(new.map(|(key, heading)| (key, heading.to_string())));
    labels
}

/// Captions of rows of sums that the words do not know, with the key of their kind.
pub(super) fn captions(
    own: &[(&Form, &Tree)],
    vocabulary: &Vocabulary,
) -> Vec<(&'static str, String)> {
    let mut captions: Vec<(&'static str, String)> = Vec::new();
    let mut seen = BTreeSet::new();
    for (_, tree) in own {
        for (block, place) in tree.sums.iter().copied() {
            let Some((block, line)) = tree.line((block, place)) else {
                continue;
            };
            let is_known = vocabulary.caption(&line.key).is_some()
                || vocabulary.sum_of(&line.key).is_some()
                || !Hint::Sum.begins(&line.key);
            if is_known || !seen.insert(line.key.clone()) {
                continue;
            }
            let mut behind = block.lines.iter().skip(place + 1);
            let key = if behind.any(|line| line.code.is_coded()) {
                "sum"
            } else {
                "total"
            };
            captions.push((key, line.text.clone()));
        }
    }
    captions
}

impl Sources<'_> {
    /// The sources of all values, in the order of the documents.
    pub(super) fn all(&self, documents: &Documents) -> Vec<Proposed> {
        let mut all = self.settings();
        all.extend(self.levels());
        let (mut group, mut criterion) = (0, 0);
        let mut criteria = Vec::new();
        for item in &self.found.items {
            let (table, place) = if item.is_group {
                ("group", &mut group)
            } else {
                ("criterion", &mut criterion)
            };
            let lines = self.item(item, table, *place);
            *place += 1;
            if item.is_group {
                all.extend(lines);
            } else {
                criteria.extend(lines);
            }
        }
        all.extend(criteria);
        all.extend(self.list());
        all.extend(self.figures_beside(None, at!["group", 0, "name"]));
        all.push(self.grades());
        all.extend(self.units(documents));
        if self.own.len() < 2 {
            // One form agrees with itself whatever it says.
            for one in all
                .iter_mut()
                .filter(|one| one.certainty == Certainty::Sure)
            {
                one.certainty = Certainty::Look;
            }
        }
        all
    }

    /// The sources of a group or a criterion: its text, its maximum, its rule.
    fn item(&self, item: &ProposedItem, table: &str, place: usize) -> Vec<Proposed> {
        let Some(row) = item.row else {
            return Vec::new();
        };
        let Some(one) = self.finder.forms.consensus.rows.get(row) else {
            return Vec::new();
        };
        let mut name = Sources::blank(at![table, place, "name"]);
        for form in 0..self.own.len() {
            let Some(node) = self
                .finder
                .forms
                .node(row, form)
                .filter(|node| !node.key.is_empty())
            else {
                continue;
            };
            name.of += 1;
            let witness = node
                .at
                .and_then(|(sheet, at)| self.witness(form, sheet, at, &node.text));
            if node.key == one.key {
                name.agree += 1;
                name.witness = name.witness.or(witness);
            } else if one
                .others
                .iter()
                .any(|(text, at, _)| *at == form && *text == node.text)
            {
                name.others.extend(witness);
            }
        }
        self.settle(&mut name);
        let mut lines = vec![name, self.maximum(item, row, table, place)];
        if item.minimum < Points::ZERO && item.kind != FormRowKind::Sum {
            lines.push(self.minimum(item, row, table, place));
        }
        if item.blank == Blank::Zero {
            let mut line = Sources::blank(at![table, place, "blank_is_zero"]);
            let all = 0..self.own.len();
            let is_blank = |form: &usize| self.finder.claimed(row, *form).is_none();
            (line.agree, line.of) = (all.filter(is_blank).count(), self.own.len());
            line.certainty = Certainty::Look;
            line.question = say!(
                self.lang,
                "Đơn vị để trống ô điểm cộng, điểm trừ thì coi là không đề nghị cộng, trừ và tính 0 điểm: có đúng không? Nếu không đúng thì ghi “không” ở cột “Trống là 0” của dòng này, khi đó ô trống là chưa rõ",
                "A unit that leaves a bonus or penalty blank is taken to claim none and has 0 points: is that right? If not, write \"no\" into the column \"Trống là 0\" of this row, and a blank stays open"
            );
            lines.push(line);
        }
        lines.extend(self.share(item, at![table, place, "rule", "type"]));
        if !item.is_leaf() {
            lines.extend(self.figures_beside(Some(row), at![table, place, "name"]));
        }
        lines
    }

    fn maximum(&self, item: &ProposedItem, row: usize, table: &str, place: usize) -> Proposed {
        let mut line = Sources::blank(at![table, place, "maximum"]);
        let mut seen = BTreeSet::new();
        for form in 0..self.own.len() {
            let said = self
                .found
                .roles
                .said(self.finder.forms, ColumnUse::Maximum, row, form);
            let Some((said, sheet, at)) = said else {
                continue;
            };
            let Some(most) = most_said(said) else {
                continue;
            };
            let level = self
                .finder
                .levels
                .iter()
                .position(|forms| forms.contains(&form));
            let meant = level.and_then(|level| item.maxima.get(level).copied().flatten());
            let meant = if most < Points::ZERO {
                Some(Most::Points(item.minimum))
            } else {
                meant
            };
            let says = match said {
                CellStatement::Text(text) => text.clone(),
                _ => most.limit().unwrap_or_default().to_string(),
            };
            let witness = || self.witness(form, sheet, at, &says);
            // What comes to the number before weights is right as well: the weights are the forms' own.
            let unweighed = level.filter(|_| self.found.is_weighed());
            let unweighed = unweighed.and_then(|level| self.found.unweighed(item, level));
            line.of += 1;
            if meant == Some(most) {
                line.agree += 1;
                line.witness = line.witness.clone().or_else(witness);
            } else if unweighed.map(Most::Points) == Some(most) {
                line.agree += 1;
            } else if seen.insert(most) {
                line.others.extend(witness());
            }
        }
        self.settle(&mut line);
        self.ask_maximum(item, row, &mut line);
        line
    }

    fn minimum(&self, item: &ProposedItem, row: usize, table: &str, place: usize) -> Proposed {
        let lang = self.lang;
        let mut line = Sources::blank(at![table, place, "minimum"]);
        let is_printed = (0..self.finder.levels.len())
            .any(|level| self.finder.printed(row, level) == Some(item.minimum));
        line.certainty = if is_printed {
            Certainty::Sure
        } else {
            Certainty::Unclear
        };
        if !is_printed {
            let least = item.minimum.to_string();
            line.question = if item.is_minimum_seen() {
                say!(
                    lang,
                    "Bị trừ nhiều nhất bao nhiêu điểm? Phiếu không ghi; thấp nhất đã thấy là {least}.",
                    "How much can be taken off? The forms do not say; the lowest seen is {least}."
                )
            } else {
                say!(
                    lang,
                    "Bị trừ nhiều nhất bao nhiêu điểm? Điểm tối đa ghi ở phiếu được hiểu là mức trừ nhiều nhất: {least}.",
                    "How much can be taken off? The maximum that the forms print is taken for the most: {least}."
                )
            };
        }
        line
    }

    fn grades(&self) -> Proposed {
        let mut line = Sources::blank(at!["grade"]);
        line.certainty = Certainty::Unclear;
        if let Some(printed) = self.grades_printed() {
            line.question = say!(
                self.lang,
                "Phiếu có ghi mức xếp loại nhưng chương trình chưa lấy: {printed}. Ghi mỗi loại một dòng, điểm ở cột “Từ điểm”; các cấp có mức khác nhau thì ghi ở cột “Từ điểm” của từng cấp. Để trống thì kết quả không xếp loại.",
                "The forms tell the grades, which are not taken from there: {printed}. Write a row for each grade with the points from which it begins, by level where these differ. Without them nothing is graded."
            );
            return line;
        }
        line.question = say!(
            self.lang,
            "Phiếu không cho biết mức xếp loại. Từ bao nhiêu điểm thì xếp loại nào? Để trống thì kết quả không xếp loại.",
            "Forms do not tell the grades. Which grade begins at how many points? Without them nothing is graded."
        );
        line
    }

    pub(super) fn blank(path: Vec<PathStep>) -> Proposed {
        Proposed {
            document: Document::Scheme,
            path,
            agree: 0,
            of: 0,
            certainty: Certainty::Sure,
            witness: None,
            others: Vec::new(),
            question: String::new(),
        }
    }

    /// How far to trust a value by how many agree, and the question where they do not.
    fn settle(&self, line: &mut Proposed) {
        let (agree, of) = (line.agree, line.of);
        line.certainty = match agree {
            _ if agree == of => Certainty::Sure,
            _ if agree * 2 > of => Certainty::Look,
            _ => Certainty::Unclear,
        };
        if line.certainty != Certainty::Sure {
            line.question = say!(
                self.lang,
                "{agree}/{of} phiếu ghi như vậy: có đúng không?",
                "{agree} of {of} forms say so: is that right?"
            );
        }
    }

    pub(super) fn witness(
        &self,
        form: usize,
        sheet: usize,
        at: CellAddress,
        says: &str,
    ) -> Option<Witness> {
        let (form, _) = self.own.get(form)?;
        Some(Witness {
            file: form.file.clone(),
            sheet: form.grids().get(sheet)?.name.clone(),
            cell: at.to_string(),
            says: says.to_string(),
        })
    }
}
