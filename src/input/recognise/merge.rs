//! The sheets of a workbook put together: what stands in two places.
//!
//! In: what each sheet holds. Out: each criterion and figure once, or a finding that says where it stands twice. The same value
//! twice does no harm; of different values none counts, unless one place has the better right: a visible sheet before a
//! hidden one, the first table of a sheet before a second one below it.

use std::sync::Arc;

use indexmap::{IndexMap, IndexSet};
use rustc_hash::{FxBuildHasher, FxHashSet};

use crate::base::cell::{Reading, Visibility};
use crate::base::finding::{About, Fact, Finding, Place};
use crate::base::ids::{ById, CriterionId, FigureId, GroupId};
use crate::base::origin::Origin;
use crate::base::rules::{columns, layout, sheets};
use crate::campaign::scheme::Scheme;
use crate::input::recognise::reader::{FromTable, SheetExtract};
use crate::input::recognise::subject::figure_label;
use crate::input::recognise::tally::{NAMED, Tally};
use crate::input::submission::{Entry, Figure, Found, OwnSum};

/// What the tables of a workbook hold.
#[derive(Debug, Default)]
pub struct Extract {
    /// Criteria found, in the scheme's order.
    pub entries: ById<CriterionId, Entry>,
    /// Figures found.
    pub figures: ById<FigureId, Found<Figure>>,
    /// Sums that the unit states.
    pub own_sums: Vec<OwnSum>,
    /// Sums in the column of appraised scores.
    pub appraised_sums: Vec<OwnSum>,
    /// The grade that the unit gives itself.
    pub own_grade: Option<Found<String>>,
    /// Criteria whose rows were not taken for a reason that a finding gives.
    pub explained: Vec<CriterionId>,
    /// What could not be read.
    pub findings: Vec<Finding>,
}

impl Extract {
    /// Takes a row with the same score in place of one from a table without evidence, such as a summary of all scores.
    fn take_fuller(&mut self, id: &CriterionId, entry: Entry) {
        if let Some(first) = self.entries.get_mut(id)
            && first.evidence_cell.is_none()
            && entry.evidence_cell.is_some()
        {
            *first = entry;
        }
    }
}

/// A criterion that stands in two places with different scores.
struct Clash {
    criterion: CriterionId,
    first: Origin,
    second: Found<crate::base::points::Points>,
}

/// The clashes of one group between two sheets, or within one.
#[derive(Default)]
struct Clashes {
    /// One for each criterion at least.
    named: Vec<Clash>,
    criteria: IndexSet<CriterionId>,
    further: u64,
}

/// What is learnt of a sheet while it is added.
struct SheetMerge {
    name: Arc<str>,
    is_hidden: bool,
    /// That a hidden sheet says what no visible one does.
    says_more: bool,
    /// Criteria for which it says something else than the visible ones.
    differs: Vec<CriterionId>,
    /// Its tables that have a criterion which an earlier one of the sheet has with another score.
    lesser: Vec<u32>,
}

/// Puts the sheets together, in the order of their tabs. What a sheet holds is dropped once it is added, all but what is new.
pub struct Merger<'s> {
    scheme: &'s Scheme,
    into: Extract,
    /// The table of each entry.
    tables: Vec<u32>,
    clashes: IndexMap<(GroupId, Arc<str>, Arc<str>), Clashes>,
    explained: FxHashSet<CriterionId>,
    /// Sheets that come after all visible ones.
    hidden: Vec<SheetExtract>,
    /// Figures of tables without a column of figures.
    unasked: Vec<(FigureId, Found<Figure>)>,
}

impl<'s> Merger<'s> {
    /// Nothing yet.
    pub fn new(scheme: &'s Scheme) -> Self {
        let figures = scheme.criteria.iter().map(|one| one.figures.len());
        Merger {
            scheme,
            into: Extract {
                entries: ById::with_capacity_and_hasher(scheme.criteria.len(), FxBuildHasher),
                figures: ById::with_capacity_and_hasher(figures.sum(), FxBuildHasher),
                ..Extract::default()
            },
            tables: Vec::with_capacity(scheme.criteria.len()),
            clashes: IndexMap::new(),
            explained: FxHashSet::default(),
            hidden: Vec::new(),
            unasked: Vec::new(),
        }
    }

    /// Adds the next sheet.
    pub fn add(&mut self, sheet: SheetExtract, tally: &mut Tally) {
        if sheet.visibility == Visibility::Visible {
            self.put(sheet, tally);
        } else {
            self.hidden.push(sheet);
        }
    }

    /// What all sheets hold together.
    pub fn finish(mut self, tally: &mut Tally) -> Extract {
        for sheet in std::mem::take(&mut self.hidden) {
            self.put(sheet, tally);
        }
        self.report_clashes(tally);
        for (id, found) in std::mem::take(&mut self.unasked) {
            self.put_unasked(id, found);
        }
        let (mut into, scheme) = (self.into, self.scheme);
        // They are kept until every form is judged, and a form has no rows of other levels.
        into.entries.shrink_to_fit();
        into.figures.shrink_to_fit();
        let mut criteria = scheme.criteria.iter();
        let is_sorted = |id: &CriterionId| criteria.any(|criterion| criterion.id == *id);
        if !into.entries.keys().all(is_sorted) {
            into.entries
                .sort_by_cached_key(|id, _| scheme.criteria.iter().position(|one| one.id == *id));
        }
        into
    }

    fn put(&mut self, sheet: SheetExtract, tally: &mut Tally) {
        self.unasked.extend(sheet.unasked);
        let mut adding = SheetMerge {
            name: sheet.name,
            is_hidden: sheet.visibility != Visibility::Visible,
            says_more: false,
            differs: Vec::new(),
            lesser: Vec::new(),
        };
        for entry in sheet.entries {
            self.put_entry(entry, &mut adding, tally);
        }
        for figure in sheet.figures {
            self.put_figure(figure, &mut adding, tally);
        }
        if !adding.is_hidden {
            let counted = |own: &FromTable<OwnSum>| !adding.lesser.contains(&own.table);
            let own_sums = sheet.own_sums.into_iter().filter(counted);
            self.into.own_sums.extend(own_sums.map(|own| own.value));
            self.into.appraised_sums.extend(sheet.appraised_sums);
            self.into.own_grade = self.into.own_grade.take().or(sheet.own_grade);
        }
        for id in sheet.explained {
            if self.explained.insert(id.clone()) {
                self.into.explained.push(id);
            }
        }
        self.into.findings.extend(sheet.findings);
        if adding.says_more {
            let place = Place {
                sheet: Some(adding.name.to_string()),
                ..Place::default()
            };
            let finding = Finding {
                criteria: adding.differs,
                ..Finding::new(&sheets::HIDDEN_SHEET, place)
            };
            self.into.findings.extend(tally.take(finding));
        }
    }

    fn put_entry(
        &mut self,
        entry: FromTable<(CriterionId, Entry)>,
        adding: &mut SheetMerge,
        tally: &mut Tally,
    ) {
        let (table, (id, entry)) = (entry.table, entry.value);
        let is_blank = entry.claimed.value == Reading::Empty;
        let Some((index, _, first)) = self.into.entries.get_full(&id) else {
            adding.says_more |= adding.is_hidden && !is_blank;
            self.into.entries.insert(id, entry);
            self.tables.push(table);
            return;
        };
        if first.claimed.value == entry.claimed.value {
            if !adding.is_hidden {
                self.into.take_fuller(&id, entry);
            }
            return;
        }
        let is_same_sheet = first.claimed.origin.is_on(&adding.name);
        let is_same_table = self.tables.get(index).is_none_or(|one| *one == table);
        if adding.is_hidden && !is_same_sheet {
            // A blank copy says nothing.
            if !is_blank {
                adding.says_more = true;
                adding.differs.push(id);
            }
        } else if is_same_sheet && !is_same_table {
            if !adding.lesser.contains(&table) {
                adding.lesser.push(table);
                let place = entry.claimed.origin.place();
                let finding = Finding::new(&sheets::SECOND_TABLE, place);
                self.into.findings.extend(tally.take(finding));
            }
        } else {
            self.clash(id, entry);
        }
    }

    fn put_figure(
        &mut self,
        figure: FromTable<(FigureId, Found<Figure>)>,
        adding: &mut SheetMerge,
        tally: &mut Tally,
    ) {
        let (table, (id, found)) = (figure.table, figure.value);
        let is_lesser = adding.is_hidden || adding.lesser.contains(&table);
        let Some(first) = self.into.figures.get_mut(&id) else {
            adding.says_more |= adding.is_hidden && found.value != Reading::Empty;
            self.into.figures.insert(id, found);
            return;
        };
        if first.value == found.value {
            return;
        }
        adding.says_more |=
            adding.is_hidden && found.value != Reading::Empty && !first.origin.is_on(&adding.name);
        if is_lesser {
            return;
        }
        let label = self
            .scheme
            .figure(&id)
            .map(|(criterion, figure)| figure_label(criterion, figure));
        let finding = Finding::new(&sheets::FIGURE_TWICE, found.origin.place())
            .about(About::Row(label.unwrap_or_default()))
            .found(Fact::Text(found.text()))
            .expected(Fact::Name(first.origin.to_string()));
        first.value = Reading::Unreadable;
        self.into.findings.extend(tally.take(finding));
    }

    /// Takes what stands where no column of figures is, unless another table has the figure: then it is told as a number that nothing
    /// takes.
    fn put_unasked(&mut self, id: FigureId, found: Found<Figure>) {
        if self.into.figures.contains_key(&id) {
            return;
        }
        if found.value != Reading::Empty {
            let place = found.origin.place();
            let is_of_it = |one: &Finding| {
                one.rule.code == columns::NUMBER_DROPPED.code
                    && (&one.place.sheet, one.place.cell) == (&place.sheet, place.cell)
            };
            self.into.findings.retain(|one| !is_of_it(one));
        }
        self.into.figures.insert(id, found);
    }

    fn clash(&mut self, id: CriterionId, entry: Entry) {
        let Some(first) = self.into.entries.get_mut(&id) else {
            return;
        };
        first.claimed.value = Reading::Unreadable;
        let group = self
            .scheme
            .criterion(&id)
            .map(crate::campaign::scheme::Criterion::group)
            .unwrap_or_default();
        let first = first.claimed.origin.clone();
        let second = entry.claimed;
        let sheet = |origin: &Origin| {
            let sheet = origin.cell().map(|(sheet, _)| sheet.clone());
            sheet.unwrap_or_default()
        };
        let sheets = (group, sheet(&first), sheet(&second.origin));
        let clashes = self.clashes.entry(sheets).or_default();
        if clashes.criteria.insert(id.clone()) || clashes.named.len() < NAMED {
            clashes.named.push(Clash {
                criterion: id,
                first,
                second,
            });
        } else {
            clashes.further += 1;
        }
    }

    /// Two sheets with the same group are one cause: one finding, however many criteria differ.
    fn report_clashes(&mut self, tally: &mut Tally) {
        for ((group, first, second), clashes) in std::mem::take(&mut self.clashes) {
            if first != second && clashes.named.len() > 1 {
                let group_name = self
                    .scheme
                    .group(&group)
                    .map(|one| one.name.clone())
                    .unwrap_or_default();
                let place = Place {
                    sheet: Some(second.to_string()),
                    ..Place::default()
                };
                let finding = Finding::new(&sheets::GROUP_TWICE, place)
                    .about(About::Group(group, group_name))
                    .found(Fact::Text(second.to_string()))
                    .expected(Fact::Text(first.to_string()));
                let named = clashes.named.iter();
                let finding = named.fold(finding, |finding, clash| finding.on(&clash.criterion));
                self.into.findings.extend(tally.take(finding));
                continue;
            }
            tally.count(&layout::CRITERION_TWICE, clashes.further);
            for clash in clashes.named {
                let label = self
                    .scheme
                    .criterion(&clash.criterion)
                    .map(crate::campaign::scheme::Criterion::label);
                let finding = Finding::new(&layout::CRITERION_TWICE, clash.second.origin.place())
                    .about(About::Row(label.unwrap_or_default()))
                    .on(&clash.criterion)
                    .found(Fact::Text(clash.second.text()))
                    .expected(Fact::Name(clash.first.to_string()));
                self.into.findings.extend(tally.take(finding));
            }
        }
    }
}
