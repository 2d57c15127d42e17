//! What a person corrected in a campaign that was proposed, carried into a later proposal.
//!
//! In: the earlier proposal as it was written, what the person made of it, and the later proposal. Out: the later one with the
//! corrections, and everything in which it differs from the person's. A value that both changed is the person's, and asks. Not for: files.

mod merging;
mod same_rows;

use std::collections::HashMap;

use indexmap::IndexMap;
use toml::{Table, Value};

use crate::base::lang::{Lang, say};
use crate::base::text;
use crate::campaign::book::{BookNote, PROVISIONAL, inline_value, shown_as};
use crate::campaign::carry::merging::Merging;
use crate::campaign::carry::same_rows::is_list;
use crate::campaign::definition::PathStep;
use crate::campaign::documents::{Certainty, Document, Documents, Proposal, Proposed};

/// What a difference is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeSort {
    /// The person corrected it, and the later proposal says otherwise than both.
    Asked,
    /// The later proposal says otherwise, and nobody corrected it.
    Other,
    /// The later proposal has it in addition.
    Added,
    /// The later proposal does not have it any more, and nobody corrected it.
    Gone,
    /// A correction of the person that was carried over.
    Kept,
}

/// A difference between what a person made of a proposal and a later one.
#[derive(Clone, Debug, PartialEq)]
pub struct BookChange {
    /// What it is.
    pub sort: ChangeSort,
    /// The document.
    pub document: Document,
    /// The list that it stands in; empty for a value of the document itself.
    pub list: String,
    /// What the row is called.
    pub row: String,
    /// The key of the value; empty for a row as a whole.
    pub key: String,
    /// What the person's says; empty where it says nothing.
    pub before: String,
    /// What was proposed now; empty where nothing was.
    pub proposed: String,
    /// Where it stands now; `None` where it stands no more.
    path: Option<Vec<PathStep>>,
}

impl BookChange {
    /// What the person's says and what was proposed now, as cells have it; empty where nothing is.
    pub fn shown(&self, lang: Lang) -> [String; 2] {
        let at = (self.document, self.list.as_str(), self.key.as_str());
        [&self.before, &self.proposed].map(|value| shown_as(at, value, lang))
    }

    /// Whether it is a row as a whole.
    pub fn is_row(&self) -> bool {
        self.key.is_empty()
    }

    /// Whether what it is about stands in the later file.
    pub fn stands(&self) -> bool {
        self.path.is_some()
    }
}

/// A proposal with corrections.
#[derive(Clone, Debug)]
pub struct CarriedProposal {
    /// The campaign.
    pub proposal: Proposal,
    /// What was proposed without them: what a later correction is told from.
    pub proposed: Documents,
    /// In what it differs, the most important first.
    pub changes: Vec<BookChange>,
    /// What people wrote beside the rows of the earlier one.
    pub notes: Vec<BookNote>,
}

/// Carries corrections over. `before` is the earlier proposal; without it whatever differs may be one.
pub fn carry(
    before: Option<&Documents>,
    own: &Documents,
    later: Proposal,
    lang: Lang,
) -> CarriedProposal {
    let proposed = later.as_read();
    let mut merging = Merging::default();
    let settings = |of: &Documents| {
        let mut table = of.settings.clone();
        // That nobody has confirmed the later one holds whatever was said of the earlier.
        table.remove(PROVISIONAL);
        table
    };
    let old = before.map(settings);
    let of_settings = (old.as_ref(), &settings(own), &settings(&proposed));
    let mut merged = merging.document(Document::Settings, of_settings);
    if let Some(provisional) = proposed.settings.get(PROVISIONAL) {
        merged.insert(PROVISIONAL.to_string(), provisional.clone());
    }
    let old = before.map(|one| &one.scheme);
    let scheme = merging.document(Document::Scheme, (old, &own.scheme, &proposed.scheme));
    let units = |of: &Documents| of.units.iter().map(unit_table).collect::<Vec<_>>();
    let old = before.map(units);
    let place = (Document::Units, "");
    let units = merging.list(place, (old.as_deref(), &units(own), &units(&proposed)));
    let mut proposal = later;
    proposal.documents = Documents {
        settings: merged,
        scheme,
        units: units.into_iter().map(unit_of).collect(),
    };
    merging.place(&mut proposal);
    // Of a list that the person filled in nothing is asked as a whole.
    let Proposal {
        documents,
        proposed: asked,
        ..
    } = &mut proposal;
    asked.retain(|one| match (one.document, one.path.as_slice()) {
        (Document::Scheme, [PathStep::Key(list)]) => {
            !is_list(own.scheme.get(list)) || !documents.scheme.contains_key(list)
        }
        _ => true,
    });
    for heading in &mut proposal.headings {
        if let Some(meaning) = merging.words.get(&text::key(&heading.text)) {
            heading.role = meaning
                .as_deref()
                .and_then(|one| one.strip_prefix("columns."))
                .map(str::to_string);
        }
    }
    let mut changes = merging.changes;
    changes.sort_by_key(|one| one.sort);
    ask(&mut proposal, &changes, lang);
    CarriedProposal {
        proposal,
        proposed,
        changes,
        notes: Vec::new(),
    }
}

/// Asks about what differs and was not decided by the person; what they corrected asks no more.
fn ask(proposal: &mut Proposal, changes: &[BookChange], lang: Lang) {
    let asked = proposal.proposed.iter().enumerate().rev();
    // Of several the first.
    let mut places: HashMap<(Document, Vec<PathStep>), usize> = asked
        .map(|(at, one)| ((one.document, one.path.clone()), at))
        .collect();
    for change in changes {
        let Some(path) = &change.path else { continue };
        let place = places.get(&(change.document, path.clone()));
        let known = place.and_then(|at| proposal.proposed.get_mut(*at));
        let question = question(change, lang);
        let is_persons = matches!(change.sort, ChangeSort::Kept | ChangeSort::Asked);
        let known = match known {
            Some(known) if is_persons && !change.is_row() => Some(says_otherwise(known)),
            other => other,
        };
        match (known, change.sort) {
            (Some(known), ChangeSort::Kept) => {
                known.certainty = Certainty::Sure;
                known.question = String::new();
            }
            (Some(known), _) => {
                known.certainty = known.certainty.max(Certainty::Look);
                known.question = format!("{} {question}", known.question).trim().to_string();
            }
            (None, ChangeSort::Kept) => {}
            (None, _) => {
                let at = proposal.proposed.len();
                places.insert((change.document, path.clone()), at);
                proposal.proposed.push(Proposed {
                    document: change.document,
                    path: path.clone(),
                    agree: 0,
                    of: 0,
                    certainty: Certainty::Look,
                    witness: None,
                    others: Vec::new(),
                    question,
                });
            }
        }
    }
}

/// The forms that said a value say another one than the person's, which none of them is known to say.
fn says_otherwise(known: &mut Proposed) -> &mut Proposed {
    known.agree = 0;
    let witness = known.witness.take();
    known.others.splice(..0, witness);
    known
}

fn question(change: &BookChange, lang: Lang) -> String {
    let quoted = |text: &String| match text.as_str() {
        "" => say!(lang, "để trống", "blank"),
        text => say!(lang, "“{text}”", "\"{text}\""),
    };
    let [before, now] = change.shown(lang);
    let (before, now) = (quoted(&before), quoted(&now));
    match change.sort {
        ChangeSort::Asked if change.key.is_empty() => say!(
            lang,
            "Tệp trước có sửa dòng này, lần này các phiếu không còn có: đang giữ",
            "Corrected in the earlier file, and forms do not have it any more: kept"
        ),
        ChangeSort::Asked => say!(
            lang,
            "Tệp trước đã sửa thành {before}, lần này suy ra {now}: đang giữ {before}",
            "Corrected to {before} in the earlier file, proposed now: {now}; kept: {before}"
        ),
        ChangeSort::Added => say!(
            lang,
            "Tệp trước chưa có dòng này",
            "The earlier file does not have this row"
        ),
        ChangeSort::Other | ChangeSort::Gone | ChangeSort::Kept => say!(
            lang,
            "Tệp trước ghi {before}, lần này suy ra {now}",
            "The earlier file says {before}, proposed now: {now}"
        ),
    }
}

fn unit_table(unit: &IndexMap<String, String>) -> Table {
    let text = |(key, value): (&String, &String)| (key.clone(), Value::String(value.clone()));
    unit.iter().map(text).collect()
}

fn unit_of(table: Table) -> IndexMap<String, String> {
    let text = |(key, value)| match value {
        Value::String(text) => (key, text),
        other => (key, inline_value(&other)),
    };
    table.into_iter().map(text).collect()
}
