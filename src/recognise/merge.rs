//! The sheets of a workbook put together: what stands in two places.
//!
//! In: what each sheet holds. Out: each criterion and figure once, or a finding that says where it stands twice. The same value
//! twice does no harm; of different values none counts, unless one place has the better right: a visible sheet before a
//! hidden one, the first table of a sheet before a second one below it.

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use crate::cell::{Reading, Visibility};
use crate::finding::{About, Fact, Finding, Place};
use crate::ids::{ById, CriterionId, FigureId, GroupId};
use crate::recognise::extract::{SheetExtract, Taken};
use crate::recognise::figures::figure_label;
use crate::rules::{layout, sheets};
use crate::scheme::Scheme;
use crate::submission::{Entry, Figure, Found, OwnSum, Spot};

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

/// Puts the sheets together.
pub fn merge(mut sheets: Vec<SheetExtract>, scheme: &Scheme) -> Extract {
    // Stable: visible sheets first, each kind in the order of the tabs.
    sheets.sort_by_key(|sheet| sheet.visibility != Visibility::Visible);
    let figures = scheme.criteria.iter().map(|one| one.figures.len());
    let mut merger = Merger {
        scheme,
        into: Extract {
            entries: ById::with_capacity_and_hasher(scheme.criteria.len(), FxBuildHasher),
            figures: ById::with_capacity_and_hasher(figures.sum(), FxBuildHasher),
            ..Extract::default()
        },
        tables: Vec::with_capacity(scheme.criteria.len()),
        clashes: Vec::new(),
    };
    for sheet in sheets {
        merger.add(sheet);
    }
    merger.report_clashes();
    let mut into = merger.into;
    let mut criteria = scheme.criteria.iter();
    let is_sorted = |id: &CriterionId| criteria.any(|criterion| criterion.id == *id);
    if !into.entries.keys().all(is_sorted) {
        into.entries
            .sort_by_cached_key(|id, _| scheme.criteria.iter().position(|one| one.id == *id));
    }
    into
}

/// A criterion that stands in two places with different scores.
struct Clash {
    criterion: CriterionId,
    group: GroupId,
    first: Spot,
    second: Found<crate::points::Points>,
}

struct Merger<'s> {
    scheme: &'s Scheme,
    into: Extract,
    /// The table of each entry.
    tables: Vec<u32>,
    clashes: Vec<Clash>,
}

impl Merger<'_> {
    fn add(&mut self, sheet: SheetExtract) {
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
            if is_hidden && first.claimed.spot.sheet != name {
                // A blank copy says nothing.
                if entry.claimed.value != Reading::Empty {
                    hidden_says = true;
                    hidden_differs.push(id);
                }
            } else if first.claimed.spot.sheet == name
                && self.tables.get(place).is_some_and(|one| *one != table)
            {
                if !lesser.contains(&table) {
                    lesser.push(table);
                    let cell = Some(entry.claimed.spot.cell);
                    let place = Place {
                        sheet: Some(name.to_string()),
                        cell,
                        ..Place::default()
                    };
                    self.into
                        .findings
                        .push(Finding::new(&sheets::SECOND_TABLE, place));
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
                && first.is_none_or(|first| first.spot.sheet != name && first.value != found.value);
            self.figure(id, found, is_hidden || lesser.contains(&table));
        }
        let counted = |own: &Taken<OwnSum>| !lesser.contains(&own.table);
        if !is_hidden {
            self.into
                .own_sums
                .extend(own_sums.into_iter().filter(counted).map(|own| own.value));
            self.into.appraised_sums.extend(appraised_sums);
            self.into.own_grade = self.into.own_grade.take().or(own_grade);
        }
        self.into.explained.extend(explained);
        self.into.findings.extend(findings);
        if hidden_says {
            let place = Place {
                sheet: Some(name.to_string()),
                ..Place::default()
            };
            self.into.findings.push(Finding {
                criteria: hidden_differs,
                ..Finding::new(&sheets::HIDDEN_SHEET, place)
            });
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
            .map(crate::scheme::Criterion::group)
            .unwrap_or_default();
        let first = first.claimed.spot.clone();
        self.clashes.push(Clash {
            criterion: id,
            group,
            first,
            second: entry.claimed,
        });
    }

    fn figure(&mut self, id: FigureId, found: Found<Figure>, is_lesser: bool) {
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
        let finding = Finding::new(&sheets::FIGURE_TWICE, place(&found.spot))
            .about(About::Row(label.unwrap_or_default()))
            .found(Fact::Text(found.text()))
            .expected(Fact::Name(name(&first.spot)));
        first.value = Reading::Unreadable;
        self.into.findings.push(finding);
    }

    /// Two sheets with the same group are one cause: one finding, however many criteria differ.
    fn report_clashes(&mut self) {
        let mut by_sheets: IndexMap<(GroupId, String, String), Vec<Clash>> = IndexMap::new();
        for clash in self.clashes.drain(..) {
            let sheets = (
                clash.first.sheet.to_string(),
                clash.second.spot.sheet.to_string(),
            );
            by_sheets
                .entry((clash.group.clone(), sheets.0, sheets.1))
                .or_default()
                .push(clash);
        }
        for ((group, first, second), clashes) in by_sheets {
            if first != second && clashes.len() > 1 {
                let group_name = self
                    .scheme
                    .group(&group)
                    .map(|one| one.name.clone())
                    .unwrap_or_default();
                let place = Place {
                    sheet: Some(second.clone()),
                    ..Place::default()
                };
                let finding = Finding::new(&sheets::GROUP_TWICE, place)
                    .about(About::Group(group, group_name))
                    .found(Fact::Text(second))
                    .expected(Fact::Text(first));
                let finding = clashes
                    .iter()
                    .fold(finding, |finding, clash| finding.on(&clash.criterion));
                self.into.findings.push(finding);
                continue;
            }
            for clash in clashes {
                let label = self
                    .scheme
                    .criterion(&clash.criterion)
                    .map(crate::scheme::Criterion::label);
                let finding = Finding::new(&layout::CRITERION_TWICE, place(&clash.second.spot))
                    .about(About::Row(label.unwrap_or_default()))
                    .on(&clash.criterion)
                    .found(Fact::Text(clash.second.text()))
                    .expected(Fact::Name(name(&clash.first)));
                self.into.findings.push(finding);
            }
        }
    }
}

fn place(spot: &Spot) -> Place {
    Place {
        sheet: Some(spot.sheet.to_string()),
        cell: Some(spot.cell),
        ..Place::default()
    }
}

fn name(spot: &Spot) -> String {
    format!("{}!{}", spot.sheet, spot.cell)
}
