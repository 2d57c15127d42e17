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
use crate::input::propose::Form;
use crate::input::propose::block::titled_over;
use crate::input::propose::cover::FormCover;
use crate::input::propose::draft::Draft;
use crate::input::propose::items::{Blank, Ceiling, ProposedItem};
use crate::input::propose::roles::ColumnUse;
use crate::input::propose::row_kinds::{Finder, FormRowKind, most_said};
use crate::input::propose::tree::Tree;
use crate::input::propose::value::CellStatement;
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
    labels
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
            line.of += 1;
            if meant == Some(most) {
                line.agree += 1;
                line.witness = line.witness.clone().or_else(witness);
            } else if seen.insert(most) {
                line.others.extend(witness());
            }
        }
        self.settle(&mut line);
        self.ask_maximum(item, row, &mut line);
        line
    }

    /// What to ask of a maximum that the forms do not print, or not so.
    fn ask_maximum(&self, item: &ProposedItem, row: usize, line: &mut Proposed) {
        let lang = self.lang;
        if item.ceiling == Ceiling::Seen {
            line.certainty = Certainty::Unclear;
            line.question = say!(
                lang,
                "Các phiếu không ghi điểm tối đa ở dòng này; số ở đây là điểm cao nhất đã thấy. Điểm tối đa là bao nhiêu?",
                "The forms print no maximum here; this is the highest score seen. What is the maximum?"
            );
            if self.found.is_weighed() {
                let most = item.first_limit().to_string();
                line.question = say!(
                    lang,
                    "Các phiếu ghi trọng số mà không ghi điểm tối đa; đã lấy thang {most} theo điểm cao nhất đã thấy: có đúng không?",
                    "The forms print weights and no maximum; scores are taken to go up to {most}, by the highest seen: is that right?"
                );
            }
            if self.finder.is_bonus(row) && item.minimum == Points::ZERO {
                let more = say!(
                    lang,
                    " Điểm thưởng không có mức tối đa thì ghi: không giới hạn.",
                    " For a bonus without a maximum write: unlimited."
                );
                line.question.push_str(&more);
            }
        } else if item.ceiling == Ceiling::Penalty {
            line.certainty = Certainty::Look;
            line.question = say!(
                lang,
                "Dòng này được hiểu là điểm trừ: cao nhất là 0, điểm bị trừ ghi số âm. Có đúng không? Nếu là điểm được cộng thì ghi điểm tối đa và bỏ điểm thấp nhất.",
                "This row is taken to be points taken off: 0 at most, and what is taken off is written below 0. Is that right? If points are added, write the maximum and remove the minimum."
            );
            if item.is_minimum_seen() {
                let least = lang.number(item.minimum.0);
                let seen = say!(
                    lang,
                    " Các phiếu không ghi bị trừ nhiều nhất bao nhiêu: {least} là số thấp nhất đã thấy, phiếu trừ nhiều hơn sẽ bị báo; nếu quy định khác thì sửa ở cột “Điểm tối thiểu”.",
                    " The forms do not say how much may be taken off: {least} is the lowest seen, and a form below it is reported; correct the column \"Điểm tối thiểu\" where the rules say otherwise."
                );
                line.question.push_str(&seen);
            }
        } else if let Some(question) = self.ask_no_limit(item) {
            line.certainty = Certainty::Look;
            line.question = question;
        } else if item.ceiling == Ceiling::Below {
            line.certainty = Certainty::Look;
            line.question = say!(
                lang,
                "Các mục con cộng lại hơn điểm tối đa của mục này: điểm được tính là số đơn vị ghi ở chính dòng của mục (không quá điểm tối đa), điểm các mục con không cộng. Có đúng không? Nếu là cộng các mục con và tính đến điểm tối đa: chọn “Cộng các tiêu chí con”, ghi “có” ở “Tính đến tối đa”, xóa “Điểm của chính mục”.",
                "The parts come to more than this maximum: what counts is what the unit writes on this row, up to the maximum, and the parts add nothing. Is that right? If the parts are added up as far as the maximum: choose “Cộng các tiêu chí con”, say “có” in “Tính đến tối đa” and clear “Điểm của chính mục”."
            );
        } else if line.agree == 0 && line.of > 0 {
            let others = self.survey_below(row);
            let sum = item.first_limit().to_string();
            line.certainty = Certainty::Look;
            line.question = say!(
                lang,
                "Phần đơn vị tự chấm cộng lại là {sum} điểm, phiếu ghi số khác{others}: đơn vị có tự chấm phần còn lại không?",
                "What units score themselves adds up to {sum}, the forms print another number{others}: do units score the rest?"
            );
        }
    }

    /// What to ask where something has no limit.
    fn ask_no_limit(&self, item: &ProposedItem) -> Option<String> {
        let most = item.first_limit().to_string();
        let lang = self.lang;
        Some(match item.ceiling {
            Ceiling::Words => say!(
                lang,
                "Các phiếu không ghi điểm tối đa ở dòng này; lời của dòng ghi là không giới hạn. Có đúng không? Nếu có mức tối đa thì ghi số.",
                "The forms print no maximum here; the words of the row say that there is no limit. Is that right? If there is a maximum, write it."
            ),
            Ceiling::Capped => say!(
                lang,
                "Phiếu ghi mục này tối đa {most} điểm mà bên dưới có tiêu chí không giới hạn: được hiểu là cộng lại chỉ tính đến {most}. Có đúng không? Nếu điểm vượt vẫn được cộng thì chuyển tiêu chí đó sang nhóm điểm cộng ngoài tổng.",
                "The forms print {most} here and a criterion below has no limit: together no more than {most} is taken to count. Is that right? If more counts, move that criterion to a group of bonus beside the total."
            ),
            _ if item.is_group && item.is_unlimited() => say!(
                lang,
                "Nhóm này có điểm cộng không giới hạn nên được cộng ngoài tổng điểm tối đa. Có đúng không?",
                "This group has a bonus without a limit, so it is added beside the maximum of the total. Is that right?"
            ),
            _ => return None,
        })
    }

    /// Rows below one whose points are not the unit's.
    fn survey_below(&self, row: usize) -> String {
        let rows = &self.finder.forms.consensus.rows;
        let is_below = |place: usize| {
            let mut next = rows.get(place).and_then(|one| one.parent);
            while let Some(above) = next {
                if above == row {
                    return true;
                }
                next = rows.get(above).and_then(|one| one.parent);
            }
            false
        };
        let of = self
            .kinds
            .iter()
            .enumerate()
            .filter(|(place, kind)| **kind == FormRowKind::Survey && is_below(*place));
        let names: Vec<String> = of
            .filter_map(|(place, _)| rows.get(place))
            .map(|one| format!("{} {}", one.code.joined(), one.text))
            .collect();
        if names.is_empty() {
            String::new()
        } else {
            format!(" ({})", names.join("; "))
        }
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
            line.question = say!(
                lang,
                "Bị trừ nhiều nhất bao nhiêu điểm? Phiếu không ghi; thấp nhất đã thấy là {least}.",
                "How much can be taken off? The forms do not say; the lowest seen is {least}."
            );
        }
        line
    }

    fn grades(&self) -> Proposed {
        let mut line = Sources::blank(at!["grade"]);
        line.certainty = Certainty::Unclear;
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
