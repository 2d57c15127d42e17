//! What a decision rests on: what stands in the unit's file, as a checksum and in words.
//!
//! In: a unit in the result, and what is decided of it. Out: the ground, the same as long as the unit says the same, whatever file, row
//! or sheet it says it in. Not for: comparing grounds.

use std::collections::HashMap;

use crate::base::finding::{Fact, Finding};
use crate::base::ids::{CriterionId, FigureId};
use crate::base::lang::Lang;
use crate::base::rules::doubtful;
use crate::base::text;
use crate::campaign::decisions::DecisionGround;
use crate::input::inbox::sha256;
use crate::result::report::{CriterionFacts, GroupFacts, UnitRow};

/// How many hexadecimal digits a checksum has.
const DIGITS: usize = 16;
/// The most characters of a text that the words of a ground quote; its checksum is of the whole.
const LONGEST_QUOTE: usize = 120;

/// What people call the figures of all criteria: a criterion may be computed by those of another.
pub(super) type FigureNames<'r> = HashMap<&'r FigureId, &'r str>;

/// The names of all figures.
pub(super) fn figure_names(groups: &[GroupFacts]) -> FigureNames<'_> {
    let criteria = groups.iter().flat_map(|group| &group.criteria);
    let figures = criteria.flat_map(|one| &one.figures);
    figures.map(|one| (&one.id, one.name.as_str())).collect()
}

/// A ground in the making.
#[derive(Default)]
struct GroundDraft {
    whole: Vec<String>,
    words: Vec<String>,
}

impl GroundDraft {
    /// Adds what is written under a name; nothing where nothing is.
    fn add(&mut self, name: &str, written: &str) {
        self.add_as((name, name), written);
    }

    /// The same, where it has another name in the checksum.
    fn add_as(&mut self, (id, name): (&str, &str), written: &str) {
        let written = text::clean(written);
        // The name is in the checksum as well, so that what moves from one column to another is not the same.
        self.whole.push(format!("{id}\u{1f}{written}"));
        if written.is_empty() {
            return;
        }
        let quote = match text::beginning(&written, LONGEST_QUOTE) {
            Some(beginning) => format!("{name} “{beginning}…”"),
            None => format!("{name} “{written}”"),
        };
        self.words.push(quote);
    }

    fn number(&mut self, name: &str, fact: Option<&Fact>) {
        let shown = fact.map(|fact| fact.show(Lang::Vi)).unwrap_or_default();
        self.whole.push(format!("{name}\u{1f}{shown}"));
        if !shown.is_empty() {
            self.words.push(format!("{name} {shown}"));
        }
    }

    fn finish(self) -> DecisionGround {
        let whole = sha256(self.whole.join("\u{1e}").as_bytes());
        DecisionGround {
            hash: whole.chars().take(DIGITS).collect(),
            words: self.words.join("; "),
        }
    }
}

/// Of the score of a criterion: the claim and the appraised score as they are written, the figures of its rule, what its figures come to,
/// evidence and explanation.
pub(super) fn of_criterion(
    row: &UnitRow,
    (id, facts): (&CriterionId, Option<&CriterionFacts>),
    names: &FigureNames<'_>,
) -> DecisionGround {
    let mut draft = GroundDraft::default();
    let Some(source) = row.sources.get(id) else {
        draft.whole.push("phiếu không có dòng này".to_string());
        draft.words.push("phiếu không có dòng này".to_string());
        return with_figures(draft, row, (id, facts), names);
    };
    if source.text.is_empty() {
        draft.words.push("điểm tự chấm để trống".to_string());
    }
    draft.add("điểm tự chấm", &source.text);
    let appraised = source.appraised.as_ref();
    draft.add(
        "điểm thẩm định trong phiếu",
        appraised.map_or("", |one| &one.text),
    );
    draft.add(
        "tài liệu kiểm chứng",
        source.evidence.as_deref().unwrap_or_default(),
    );
    draft.add(
        "giải trình",
        source.explanation.as_deref().unwrap_or_default(),
    );
    with_figures(draft, row, (id, facts), names)
}

fn with_figures(
    mut draft: GroundDraft,
    row: &UnitRow,
    (id, facts): (&CriterionId, Option<&CriterionFacts>),
    names: &FigureNames<'_>,
) -> DecisionGround {
    let figures = facts.map(|facts| facts.rule.figures()).unwrap_or_default();
    for figure in figures {
        let cell = row.figures.get(figure);
        let own = facts.and_then(|facts| facts.figures.iter().find(|one| one.id == *figure));
        let id = own.map_or(figure.0.as_str(), |own| own.name.as_str());
        let name = names.get(figure).copied().unwrap_or(id);
        draft.add_as((id, name), cell.map_or("", |cell| &cell.source.text));
    }
    let computed = row.score.criteria.get(id).and_then(|score| score.computed);
    draft.number("tính theo số liệu được", computed.map(Fact::from).as_ref());
    draft.finish()
}

/// Of a figure: what stands there, and what it is held against.
pub(super) fn of_figure(row: &UnitRow, id: &FigureId, finding: &Finding) -> DecisionGround {
    let mut draft = GroundDraft::default();
    let written = row.figures.get(id).map(|cell| &*cell.source.text);
    match written {
        None => draft.words.push("phiếu không có số liệu này".to_string()),
        Some("") => draft.words.push("số liệu để trống".to_string()),
        Some(_) => {}
    }
    draft.add("số liệu", written.unwrap_or_default());
    // What others have is no word of this form, and changes with each of theirs.
    let beside = finding.expected.as_ref();
    let beside = beside.filter(|_| finding.rule != &doubtful::OTHER_MAGNITUDE);
    draft.number("so với", beside);
    draft.finish()
}

/// Of a sum: what is stated, in each place where it is another, what it was added up to, and what is claimed of each criterion in it:
/// points that go to one of them go there because of what it claims.
pub(super) fn of_sum(
    findings: &[&Finding],
    row: &UnitRow,
    is_in: impl Fn(&CriterionId) -> bool,
) -> DecisionGround {
    let mut draft = GroundDraft::default();
    for (id, source) in row.sources.iter().filter(|(id, _)| is_in(id)) {
        let appraised = source.appraised.as_ref().map_or("", |one| &one.text);
        let [claim, appraised] = [&source.text, appraised].map(text::clean);
        draft
            .whole
            .push(format!("{id}\u{1f}{claim}\u{1f}{appraised}"));
    }
    let mut said: Vec<&Option<Fact>> = Vec::new();
    for finding in findings {
        if !said.contains(&&finding.found) {
            said.push(&finding.found);
            draft.number("đơn vị ghi", finding.found.as_ref());
        }
    }
    let first = findings.first();
    draft.number("cộng lại", first.and_then(|one| one.expected.as_ref()));
    draft.finish()
}

/// Of a group as a whole: what is claimed in it.
pub(super) fn of_group(row: &UnitRow, group: Option<&GroupFacts>) -> DecisionGround {
    let mut draft = GroundDraft::default();
    let criteria = group.map_or(&[][..], |group| &group.criteria);
    for one in criteria {
        let source = row.sources.get(&one.id);
        draft.add(&one.id.0, source.map_or("", |source| &source.text));
        let appraised = source.and_then(|source| source.appraised.as_ref());
        let name = format!("{} (thẩm định)", one.id);
        draft.add(&name, appraised.map_or("", |one| &one.text));
    }
    draft.finish()
}
