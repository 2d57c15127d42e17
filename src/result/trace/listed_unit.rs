//! What a result that was written says of one unit, or of a part of it: rows of its list of all values, and findings.
//!
//! In: the rows and findings of a data file or a workbook. Out: those that are about what is asked, with maxima and the sums that they go
//! into. Not for: how a cell was read, what a rule computed and who handed in what, of which a list says nothing.

use std::collections::BTreeSet;

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::base::ids::UnitId;
use crate::base::points::{Decimal, Most, Points};
use crate::base::text;
use crate::result::report::kind::{Kind, Part};
use crate::result::report::record::{ListedFinding, kind_keys, severity_key, state_key};
use crate::result::report::row::{DataRow, status};

/// All that a result that was written says.
#[derive(Clone, Copy, Debug)]
pub struct ListedResult<'r> {
    /// Its rows.
    pub rows: &'r [DataRow<'r>],
    /// Its findings.
    pub findings: &'r [ListedFinding],
}

/// What is asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ListedPart<'r> {
    /// The whole unit.
    Unit,
    /// A criterion, by its id.
    Criterion(&'r str),
    /// A group.
    Group(&'r str),
    /// A figure.
    Figure(&'r str),
    /// A statistic.
    Statistic(&'r str),
}

/// What a list says of a unit, or of a part of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ListedTrace<'r> {
    /// Whose.
    pub unit: UnitId,
    /// Its name.
    pub unit_name: &'r str,
    /// Its level's name.
    pub level_name: &'r str,
    /// What was asked about.
    pub part: ListedPart<'r>,
    /// What that is called; empty for the unit.
    pub name: &'r str,
    /// Whether the unit has a result.
    pub has_result: bool,
    /// The rows about it, in their order, each with its maximum where it has one.
    #[serde(serialize_with = "as_values")]
    pub rows: Vec<(&'r DataRow<'r>, Option<Most>)>,
    /// The sums that it goes into, likewise.
    #[serde(serialize_with = "as_values")]
    pub sums: Vec<(&'r DataRow<'r>, Option<Most>)>,
    /// The rule of the criterion, as JSON; empty where there is none.
    pub rule: &'r str,
    /// The findings that touch it.
    #[serde(serialize_with = "as_findings")]
    pub findings: Vec<&'r ListedFinding>,
}

impl<'r> ListedResult<'r> {
    /// The units with their names, in the order of the list.
    pub fn units(self) -> Vec<(UnitId, &'r str)> {
        let returns = self.rows.iter().filter(|row| row.kind == Kind::Return);
        returns.map(|row| (unit_of(row), &*row.unit)).collect()
    }

    /// The year assessed, the campaign's name, the scheme's id and version, as far as the rows say so.
    pub fn campaign(self) -> [String; 3] {
        let row = |kind: Kind| self.rows.iter().find(|row| row.kind == kind);
        let text = |kind: Kind| {
            row(kind)
                .map(|row| row.text.to_string())
                .unwrap_or_default()
        };
        let year = row(Kind::Year).and_then(|row| row.value);
        let year = year.map(|year| year.normalize().to_string());
        [
            year.unwrap_or_default(),
            text(Kind::Campaign),
            text(Kind::Scheme),
        ]
    }

    /// What an id stands for, in the same order and with the same prefixes as for a report (`trace::target`).
    ///
    /// # Errors
    /// The ids most like it, where nothing has it.
    pub fn part(self, id: &str) -> Result<ListedPart<'r>, Vec<String>> {
        let (kind, plain) = id.split_once(':').unwrap_or(("", id));
        let all: Vec<(&str, ListedPart<'r>)> = self.rows.iter().flat_map(parts_of).collect();
        let is_meant = |(own, part): &&(&str, ListedPart<'r>)| {
            let is_asked = match part {
                ListedPart::Group(_) => kind.is_empty() || kind == "group",
                ListedPart::Figure(_) => kind.is_empty() || kind == "figure",
                ListedPart::Statistic(_) => kind.is_empty() || kind == "statistic",
                ListedPart::Criterion(_) | ListedPart::Unit => kind.is_empty(),
            };
            is_asked && own.eq_ignore_ascii_case(plain.trim())
        };
        let found = all.iter().filter(is_meant);
        if let Some((_, part)) = found.min_by_key(|(_, part)| order(*part)) {
            return Ok(*part);
        }
        let mut ids: Vec<&str> = all.iter().map(|(id, _)| *id).collect();
        ids.sort_unstable();
        ids.dedup();
        let nearest = text::nearest(plain, ids);
        Err(nearest.into_iter().map(str::to_string).collect())
    }

    /// What it says of a part of a unit. Of a unit without a result that is what it says of the unit.
    pub fn trace(self, unit: &UnitId, part: ListedPart<'r>) -> ListedTrace<'r> {
        let own: Vec<&DataRow<'_>> = self
            .rows
            .iter()
            .filter(|row| unit_of(row) == *unit)
            .collect();
        let has_result = own.iter().any(|row| row.kind == Kind::Total);
        let of_statistic = matches!(part, ListedPart::Statistic(_));
        let part = if has_result || of_statistic {
            part
        } else {
            ListedPart::Unit
        };
        let rows: Vec<&DataRow<'_>> = if of_statistic {
            self.rows.iter().filter(|row| is_of(part, row)).collect()
        } else {
            own.iter().copied().filter(|row| is_of(part, row)).collect()
        };
        let group = rows.first().map_or("", |row| &*row.group);
        let is_sum = |row: &&&DataRow| match part {
            ListedPart::Criterion(_) => {
                row.kind == Kind::Total || row.kind == Kind::Group && row.group == group
            }
            ListedPart::Group(_) => row.kind == Kind::Total,
            _ => false,
        };
        let sums: Vec<&DataRow<'_>> = own.iter().filter(is_sum).copied().collect();
        let touching = |finding: &&ListedFinding| {
            finding.place.unit.as_ref() == Some(unit)
                && (part == ListedPart::Unit || rows.iter().any(|row| finding.touches(row)))
        };
        let mut levels = self.rows.iter();
        let level = levels.find(|row| row.kind == Kind::Level && *row.level == *unit.level.0);
        ListedTrace {
            unit: unit.clone(),
            unit_name: own.first().map_or("", |row| &row.unit),
            level_name: level.map_or("", |row| &row.text),
            part,
            name: self.name(part),
            has_result,
            rows: rows.iter().map(|row| (*row, self.most(row))).collect(),
            sums: sums.iter().map(|row| (*row, self.most(row))).collect(),
            rule: self.rule(part),
            findings: self.findings.iter().filter(touching).collect(),
        }
    }

    /// What a group or a criterion is called.
    pub fn item_name(self, group: &str, criterion: &str) -> &'r str {
        let mut rows = self.rows.iter();
        let named = rows.find(|row| {
            let has_name = match row.kind {
                Kind::Maximum => true,
                Kind::Subtotal => !criterion.is_empty(),
                _ => false,
            };
            let is_group = group.is_empty() || row.group == group;
            has_name && is_group && row.criterion == criterion
        });
        named.map_or("", |row| &*row.text)
    }

    /// What a figure is called.
    pub fn figure_name(self, id: &str) -> &'r str {
        let is_name = |row: &&DataRow| matches!(&row.kind, Kind::FigureName(own) if own == id);
        self.rows.iter().find(is_name).map_or("", |row| &*row.text)
    }

    fn name(self, part: ListedPart<'_>) -> &'r str {
        match part {
            ListedPart::Unit => "",
            ListedPart::Criterion(id) => self.item_name("", id),
            ListedPart::Group(id) => self.item_name(id, ""),
            ListedPart::Figure(id) => self.figure_name(id),
            ListedPart::Statistic(id) => {
                let is_value = |row: &&DataRow| matches!(&row.kind, Kind::Statistic(own, Part::Value) if own == id);
                self.rows.iter().find(is_value).map_or("", |row| &*row.text)
            }
        }
    }

    fn rule(self, part: ListedPart<'_>) -> &'r str {
        let ListedPart::Criterion(id) = part else {
            return "";
        };
        let mut rows = self.rows.iter();
        let rule = rows.find(|row| row.kind == Kind::Rule && row.criterion == id);
        rule.map_or("", |row| &*row.text)
    }

    /// Whether a criterion shows itself weighted: what counts for a unit of the level is none of the points that it comes from. Then the
    /// maximum of the list is that of what counts alone.
    fn is_weighted(self, of: &DataRow) -> bool {
        let is_here = |row: &&DataRow| (&row.level, &row.criterion) == (&of.level, &of.criterion);
        let points = |row: &'r DataRow| Some((&*row.code, row.value?.normalize()));
        let here = || self.rows.iter().filter(is_here);
        let unweighted = here().filter(|row| is_unweighted(row));
        let unweighted: BTreeSet<(&str, Decimal)> = unweighted.filter_map(points).collect();
        let counted = here().filter(|row| row.kind == Kind::Counted);
        let mut counted = counted.filter_map(points);
        counted.any(|own| !own.1.is_zero() && !unweighted.contains(&own))
    }

    /// The most points of what a row of a unit scores, as far as the list says it in the same points.
    fn most(self, row: &DataRow) -> Option<Most> {
        if is_unweighted(row) && self.is_weighted(row) {
            return None;
        }
        let is_here = |of: &DataRow| of.level == row.level;
        let of_total = |level: &str| {
            let mut rows = self.rows.iter();
            rows.find(|one| one.kind == Kind::TotalMaximum && one.level == level)
        };
        let most = match row.kind {
            Kind::Claimed | Kind::Computed | Kind::Appraised | Kind::Decided | Kind::Counted => {
                let mut rows = self.rows.iter();
                rows.find(|of| {
                    of.kind == Kind::Maximum && is_here(of) && of.criterion == row.criterion
                })
            }
            Kind::Group => {
                let mut rows = self.rows.iter();
                rows.find(|of| {
                    let is_maximum = of.kind == Kind::Maximum && of.criterion.is_empty();
                    is_maximum && is_here(of) && of.group == row.group
                })
            }
            Kind::Total | Kind::OwnTotal => of_total(&row.level).or_else(|| of_total("")),
            _ => None,
        }?;
        if most.status == status::UNLIMITED {
            return Some(Most::Unlimited);
        }
        Some(Most::Points(Points(most.value?)))
    }
}

/// Whether a row holds points of a criterion as they are before its weight.
fn is_unweighted(row: &DataRow) -> bool {
    let kinds = [
        Kind::Claimed,
        Kind::Computed,
        Kind::Appraised,
        Kind::Decided,
    ];
    kinds.contains(&row.kind)
}

fn unit_of(row: &DataRow) -> UnitId {
    UnitId {
        level: (&*row.level).into(),
        code: row.code.to_string(),
    }
}

/// What a row shows that there is, by id.
fn parts_of<'r>(row: &'r DataRow<'_>) -> Vec<(&'r str, ListedPart<'r>)> {
    match &row.kind {
        Kind::Maximum | Kind::Subtotal if !row.criterion.is_empty() => {
            vec![(&row.criterion, ListedPart::Criterion(&row.criterion))]
        }
        Kind::Maximum => vec![(&row.group, ListedPart::Group(&row.group))],
        Kind::Figure(id) | Kind::FigureName(id) => vec![(id, ListedPart::Figure(id))],
        Kind::Statistic(id, _) => vec![(id, ListedPart::Statistic(id))],
        _ => Vec::new(),
    }
}

/// Which of two things with one id is meant.
fn order(part: ListedPart<'_>) -> u8 {
    match part {
        ListedPart::Unit | ListedPart::Criterion(_) => 0,
        ListedPart::Group(_) => 1,
        ListedPart::Figure(_) => 2,
        ListedPart::Statistic(_) => 3,
    }
}

/// Whether a row is about a part.
fn is_of(part: ListedPart<'_>, row: &DataRow) -> bool {
    match part {
        ListedPart::Criterion(id) => row.criterion == id,
        ListedPart::Group(id) => {
            let kinds = [Kind::Group, Kind::Applicable, Kind::Subtotal, Kind::Counted];
            row.group == id && kinds.contains(&row.kind)
        }
        ListedPart::Figure(id) => match &row.kind {
            Kind::Figure(own) | Kind::FigureInForm(own) => own == id,
            _ => false,
        },
        ListedPart::Statistic(id) => {
            matches!(&row.kind, Kind::Statistic(own, _) if own == id)
        }
        ListedPart::Unit => match row.kind {
            Kind::Return
            | Kind::Total
            | Kind::OwnTotal
            | Kind::Rank
            | Kind::Grade
            | Kind::Group => true,
            Kind::Counted => row.status == status::OPEN,
            _ => false,
        },
    }
}

/// A row as programs read it, by the names of the columns of the data files.
struct RecordOfRow<'r>(&'r DataRow<'r>, Option<Most>);

impl Serialize for RecordOfRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let RecordOfRow(row, most) = self;
        let (kind, item, part) = kind_keys(&row.kind);
        let mut map = serializer.serialize_map(None)?;
        let texts = [
            ("group_id", &*row.group),
            ("criterion_id", &row.criterion),
            ("kind", kind),
            ("item_id", &item),
            ("part", part),
            ("text", &row.text),
            ("status", state_key(&row.status)),
            ("file", &row.file),
            ("sheet", &row.sheet),
            ("cell", &row.cell),
        ];
        for (name, text) in texts {
            if !text.is_empty() {
                map.serialize_entry(name, text)?;
            }
        }
        map.serialize_entry("value", &row.value)?;
        if let Some(most) = most {
            map.serialize_entry("maximum", &most.limit())?;
        }
        map.end()
    }
}

fn as_values<S: Serializer>(
    rows: &[(&DataRow, Option<Most>)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(rows.iter().map(|(row, most)| RecordOfRow(row, *most)))
}

fn as_findings<S: Serializer>(
    findings: &[&ListedFinding],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(findings.iter().map(|one| {
        serde_json::json!({
            "code": one.code,
            "severity": severity_key(one.severity),
            "place": one.place,
            "message": one.message,
        })
    }))
}
