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
use crate::base::rules::{layout, sheets};
use crate::campaign::scheme::Scheme;
use crate::input::recognise::reader::{SheetExtract, Taken};
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
        let (mut into, scheme) = (self.into, self.scheme);
        let mut criteria = scheme.criteria.iter();
        let is_sorted = |id: &CriterionId| criteria.any(|criterion| criterion.id == *id);
        if !into.entries.keys().all(is_sorted) {
            into.entries
                .sort_by_cached_key(|id, _| scheme.criteria.iter().position(|one| one.id == *id));
        }
        into
    }

    #[expect(clippy::too_many_lines, reason = "to be parted into its steps")]
    fn put(&mut self, sheet: SheetExtract, tally: &mut Tally) {
        let SheetExtract {
            name,
            visibility,
            entries,
            figures,
            own_sums,
            appraised_sums,
            own_grade,
            explained,
            findings,
        } = sheet;
        let is_hidden = visibility != Visibility::Visible;
        let mut hidden_says = false;
        let mut hidden_differs: Vec<CriterionId> = Vec::new();
        let mut lesser: Vec<u32> = Vec::new();
        for Taken {
            value: (id, entry),
            table,
        } in entries
        {
            let Some((place, _, first)) = self.into.entries.get_full(&id) else {
                hidden_says |= is_hidden && entry.claimed.value != Reading::Empty;
                self.into.entries.insert(id, entry);
                self.tables.push(table);
                continue;
            };
            if first.claimed.value == entry.claimed.value {
                continue;
            }
            if is_hidden && !first.claimed.origin.is_on(&name) {
                // A blank copy says nothing.
                if entry.claimed.value != Reading::Empty {
                    hidden_says = true;
                    hidden_differs.push(id);
                }
            } else if first.claimed.origin.is_on(&name)
                && self.tables.get(place).is_some_and(|one| *one != table)
            {
                if !lesser.contains(&table) {
                    lesser.push(table);
                    let place = entry.claimed.origin.place();
                    let finding = Finding::new(&sheets::SECOND_TABLE, place);
                    self.into.findings.extend(tally.take(finding));
                }
            } else {
                self.clash(id, entry);
            }
        }
        for Taken {
            value: (id, found),
            table,
        } in figures
        {
            let first = self.into.figures.get(&id);
            hidden_says |= is_hidden
                && found.value != Reading::Empty
                && first
                    .is_none_or(|first| !first.origin.is_on(&name) && first.value != found.value);
            self.figure(id, found, is_hidden || lesser.contains(&table), tally);
        }
        let counted = |own: &Taken<OwnSum>| !lesser.contains(&own.table);
        if !is_hidden {
            self.into
                .own_sums
                .extend(own_sums.into_iter().filter(counted).map(|own| own.value));
            self.into.appraised_sums.extend(appraised_sums);
            self.into.own_grade = self.into.own_grade.take().or(own_grade);
        }
        for id in explained {
            if self.explained.insert(id.clone()) {
                self.into.explained.push(id);
            }
        }
        self.into.findings.extend(findings);
        if hidden_says {
            let place = Place {
                sheet: Some(name.to_string()),
                ..Place::default()
            };
            let finding = Finding {
                criteria: hidden_differs,
                ..Finding::new(&sheets::HIDDEN_SHEET, place)
            };
            self.into.findings.extend(tally.take(finding));
        }
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

    fn figure(&mut self, id: FigureId, found: Found<Figure>, is_lesser: bool, tally: &mut Tally) {
        let Some(first) = self.into.figures.get_mut(&id) else {
            self.into.figures.insert(id, found);
            return;
        };
        if is_lesser || first.value == found.value {
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
