//! The sheets whose rows are of several kinds: the tree of criteria, and the statistics by section.

use std::collections::BTreeSet;

use toml::{Table, Value};

use crate::base::cell::{CellAddress, Grid};
use crate::base::finding::Fact;
use crate::base::lang::{Lang, Phrase, say};
use crate::base::rules::{campaign_fit, campaign_form, campaign_values};
use crate::campaign::book::{
    FIGURES, FORMULAS, FigureKeys, KIND, OVER, RULES, RowKind, RuleType, SheetId, form_of, get,
    sheet,
};
use crate::campaign::definition::{PathStep, at, steps};
use crate::campaign::documents::Document;
use crate::input::campaign_book::BookReading;
use crate::input::campaign_book::cells::{one_of, shown};
use crate::input::campaign_book::heads::Heads;
use crate::input::campaign_book::row::BookRow;

/// What stands above a row.
#[derive(Default)]
pub(super) struct RowsAbove {
    /// The code of the last group or criterion.
    code: String,
    above: Above,
}

/// The criterion that rows below belong to.
#[derive(Clone, Copy, Default, PartialEq)]
enum Above {
    /// There is none.
    #[default]
    Nothing,
    /// Its place in the list of criteria.
    Criterion(usize),
    /// A row that is told to be wrong, so that nobody knows.
    Lost,
}

/// The ids and names of the levels.
pub(super) fn levels(grid: &Grid, heads: &Heads) -> Vec<(String, String)> {
    let columns = (heads.find("id"), heads.find("name"));
    let (Some((id, _)), name) = columns else {
        return Vec::new();
    };
    let text = |row: u32, column: u32| {
        grid.get(CellAddress::new(row, column))
            .map(shown)
            .unwrap_or_default()
    };
    let rows = grid
        .rows()
        .filter_map(|row| row.first())
        .map(|cell| cell.address.row);
    let below = rows.filter(|row| *row > heads.row);
    let levels = below.map(|row| {
        (
            text(row, id),
            name.map(|(name, _)| text(row, name)).unwrap_or_default(),
        )
    });
    levels.filter(|(id, _)| !id.is_empty()).collect()
}

/// The list of a criterion, or of its rule, that rows of a kind stand in.
fn list_of(kind: RowKind) -> &'static str {
    match kind {
        RowKind::Figure => "figures",
        RowKind::Option => "options",
        RowKind::Tier => "tiers",
        _ => "items",
    }
}

/// Which rows a rule does not use, and which rules use such rows.
fn rows_of_others(list: &str, rows: &str) -> Fact {
    let kinds = sheet(SheetId::Criteria).kinds();
    let kind = kinds.iter().find(|(kind, _)| list_of(*kind) == list);
    let using = RULES.iter().filter(|rule| rule.list == Some(list));
    let using: Vec<Phrase> = using.map(|rule| rule.label).collect();
    let said = |lang| {
        let kind = kind.map_or("", |(_, entry)| entry.label.get(lang));
        let using: Vec<String> = using
            .iter()
            .map(|label| Fact::Text(label.get(lang).to_string()).show(lang))
            .collect();
        say!(
            lang,
            ("“{kind}” ở dòng {rows}, chỉ dùng với {}", using.join(", ")),
            ("\"{kind}\" in row {rows}, of {}", using.join(", "))
        )
    };
    Fact::Said(said(Lang::Vi), said(Lang::En))
}

impl BookReading {
    /// What kind of row it is; `None` where that is said to be wrong.
    fn kind(&mut self, row: BookRow<'_>) -> Option<RowKind> {
        let (at, heading) = row.at(KIND)?;
        let heading = heading.to_string();
        let Some(cell) = row.cell(KIND) else {
            self.add(&campaign_form::BLANK, at, &heading, None, None);
            return None;
        };
        let kinds = row.sheet.kinds();
        let choices: Vec<_> = kinds.iter().map(|(_, choice)| *choice).collect();
        match one_of(&choices, cell) {
            Ok(value) => kinds
                .iter()
                .find(|(_, one)| one.value == value)
                .map(|(kind, _)| *kind),
            Err(fault) => {
                self.fault(at, &heading, fault);
                None
            }
        }
    }

    /// A row of the tree.
    pub(super) fn criterion(&mut self, row: BookRow<'_>, tree: &mut RowsAbove) {
        let Some(kind) = self.kind(row) else {
            tree.above = Above::Lost;
            self.is_lost = true;
            return;
        };
        let mut table = self.table(
            row,
            kind,
            if matches!(kind, RowKind::Group | RowKind::Criterion) {
                &tree.code
            } else {
                ""
            },
        );
        let list = match kind {
            RowKind::Group | RowKind::Criterion => {
                match table.get("id").and_then(Value::as_str) {
                    Some(id) => id.clone_into(&mut tree.code),
                    None => self.is_lost = true,
                }
                if kind == RowKind::Group {
                    tree.above = Above::Nothing;
                    let index = self.push(Document::Scheme, "group", table);
                    return self.places(row, Document::Scheme, &steps!["group", index]);
                }
                self.uses(row, "rule", RULES, &mut table);
                let index = self.push(Document::Scheme, "criterion", table);
                tree.above = Above::Criterion(index);
                return self.places(row, Document::Scheme, &steps!["criterion", index]);
            }
            below => list_of(below),
        };
        match tree.above {
            // Its criterion is told to be wrong, and what belongs to it is not known.
            Above::Lost => {
                self.faulty.insert((self.sheet.clone(), row.number));
            }
            Above::Nothing => {
                if let Some((at, heading)) = row.at(KIND) {
                    let found = row.cell(KIND).map(|cell| Fact::Text(shown(cell)));
                    let heading = heading.to_string();
                    self.add(&campaign_form::NO_PARENT, at, &heading, found, None);
                }
            }
            Above::Criterion(index) => {
                if kind == RowKind::Item {
                    self.item(row, &mut table);
                }
                self.below(row, index, list, table);
            }
        }
    }

    /// The figure that an item counts.
    fn item(&mut self, row: BookRow<'_>, table: &mut Table) {
        let Some(Value::Array(figures)) = table.remove(FIGURES) else {
            return;
        };
        match (figures.as_slice(), row.at(FIGURES)) {
            ([one], _) => {
                table.insert("figure".to_string(), one.clone());
            }
            (_, Some((at, heading))) => {
                let heading = heading.to_string();
                let found = row.cell(FIGURES).map(|cell| Fact::Text(shown(cell)));
                self.add(&campaign_form::NOT_USED, at, &heading, found, None);
            }
            _ => {}
        }
    }

    /// Puts a row into a list of the criterion above.
    fn below(&mut self, row: BookRow<'_>, criterion: usize, list: &str, entry: Table) {
        let all = self
            .documents
            .scheme
            .get_mut("criterion")
            .and_then(Value::as_array_mut);
        let Some(Value::Table(above)) = all.and_then(|all| all.get_mut(criterion)) else {
            return;
        };
        let mut path = at!["criterion", criterion];
        let holder = if list == "figures" {
            above
        } else {
            path.push(PathStep::from("rule"));
            let rule = above
                .entry("rule")
                .or_insert_with(|| Value::Table(Table::new()));
            let Value::Table(rule) = rule else { return };
            rule
        };
        let entries = holder
            .entry(list)
            .or_insert_with(|| Value::Array(Vec::new()));
        let Value::Array(entries) = entries else {
            return;
        };
        entries.push(Value::Table(entry));
        path.extend([PathStep::from(list), PathStep::from(entries.len() - 1)]);
        self.places(row, Document::Scheme, &path);
    }

    /// A section or a statistic.
    pub(super) fn statistic(&mut self, row: BookRow<'_>) {
        let Some(kind) = self.kind(row) else { return };
        let mut table = self.table(row, kind, "");
        let list = if kind == RowKind::Section {
            "section"
        } else {
            "statistic"
        };
        if kind == RowKind::Statistic {
            self.uses(row, "formula", FORMULAS, &mut table);
            if let Some(Value::String(level)) = table.get_mut("level") {
                *level = self.level_id(level);
            }
        }
        let index = self.push(Document::Scheme, list, table);
        self.places(row, Document::Scheme, &steps![list, index]);
    }

    /// Puts the figures of a row where its rule or formula has them, and says what is missing or too much.
    fn uses(&mut self, row: BookRow<'_>, key: &str, types: &[RuleType], table: &mut Table) {
        let figures = match table.remove(FIGURES) {
            Some(Value::Array(all)) => all
                .iter()
                .filter_map(Value::as_str)
                .map(str::to_string)
                .collect(),
            _ => Vec::new(),
        };
        let over = table
            .remove(OVER)
            .and_then(|one| one.as_str().map(str::to_string));
        let Some(Value::Table(rule)) = table.get_mut(key) else {
            return;
        };
        let Some(of) = rule.get("type").and_then(Value::as_str).map(str::to_string) else {
            return;
        };
        // A name that is none of the list is told by itself.
        let is_known = types.iter().any(|one| one.value == of);
        if !is_known && row.cell(&format!("{key}.type")).is_some() {
            return;
        }
        let form = form_of(types, &of);
        let has_other =
            |rule: &Table, keys: &[&str]| keys.iter().any(|key| rule.contains_key(*key));
        let missing = match form {
            FigureKeys::None => None,
            FigureKeys::List(own) | FigureKeys::One(own) | FigureKeys::Measure(own) => {
                (figures.is_empty() && !has_other(rule, &[own])).then_some(FIGURES)
            }
            FigureKeys::Pair(first, second) => {
                if figures.is_empty() && !has_other(rule, &[first, "part"]) {
                    Some(FIGURES)
                } else {
                    (over.is_none() && !has_other(rule, &[second, "whole"])).then_some(OVER)
                }
            }
        };
        if let Err(column) = form.put(rule, figures, over) {
            if let Some((at, heading)) = row.at(column) {
                let found = row.cell(column).map(|cell| Fact::Text(shown(cell)));
                let heading = heading.to_string();
                self.add(&campaign_form::NOT_USED, at, &heading, found, None);
            }
        } else if let Some((at, heading)) = missing.and_then(|column| row.at(column)) {
            let heading = heading.to_string();
            self.add(&campaign_form::BLANK, at, &heading, None, None);
        }
    }

    /// Says which rows below a criterion its rule does not use, and leaves them out.
    fn unused_rows(&mut self) {
        let lists: BTreeSet<&str> = RULES.iter().filter_map(|one| one.list).collect();
        let criteria = self.documents.scheme.get_mut("criterion");
        let criteria = criteria.and_then(Value::as_array_mut).into_iter().flatten();
        let mut unused = Vec::new();
        for (index, criterion) in criteria.enumerate() {
            let Some(Value::Table(rule)) = criterion.get_mut("rule") else {
                continue;
            };
            let value = rule.get("type").and_then(Value::as_str);
            let Some(of) = RULES.iter().find(|one| Some(one.value) == value) else {
                continue;
            };
            for list in lists.iter().filter(|list| of.list != Some(**list)) {
                let entry = |at: usize| steps!["criterion", index, "rule", *list, at];
                let rows = (0..).map_while(|at| self.places.exact(Document::Scheme, &entry(at)));
                let rows: Vec<String> = rows.map(|spot| (spot.cell.row + 1).to_string()).collect();
                let of_type = steps!["criterion", index, "rule", "type"];
                let spot = self.places.exact(Document::Scheme, &of_type);
                if let Some(spot) = spot.filter(|_| !rows.is_empty()) {
                    rule.remove(*list);
                    unused.push((spot.clone(), *list, rows.join(", ")));
                }
            }
        }
        for (spot, list, rows) in unused {
            let found = self.texts.get(&spot).cloned().map(Fact::Text);
            let expected = Some(rows_of_others(list, &rows));
            let heading = self.heading(&spot);
            self.add(
                &campaign_fit::ROWS_UNUSED,
                spot.cell,
                &heading,
                found,
                expected,
            );
        }
    }

    /// Says which rows below a criterion its rule does not use, and which rules have no rows below that they need.
    pub(super) fn lists_of_rules(&mut self) {
        self.unused_rows();
        let all = self
            .documents
            .scheme
            .get("criterion")
            .and_then(Value::as_array);
        let mut wrong = Vec::new();
        for (index, one) in all.into_iter().flatten().enumerate() {
            let Some(table) = one.as_table() else {
                continue;
            };
            let of = get(table, "rule.type").and_then(Value::as_str);
            let list = RULES
                .iter()
                .find(|one| Some(one.value) == of)
                .and_then(|one| one.list);
            let lacks = list.is_some_and(|list| get(table, &format!("rule.{list}")).is_none());
            if lacks
                && let Some(spot) = self.places.find(
                    Document::Scheme,
                    &steps!["criterion", index, "rule", "type"],
                )
            {
                let id = table.get("id").and_then(Value::as_str).unwrap_or_default();
                wrong.push((spot.clone(), id.to_string()));
            }
        }
        // A row below that could not be placed may be what is missing.
        wrong.retain(|(spot, _)| {
            !self.faulty.contains(&(spot.sheet.clone(), spot.cell.row)) && !self.is_lost
        });
        for (spot, id) in wrong {
            self.add(
                &campaign_values::RULE_UNFIT,
                spot.cell,
                "",
                Some(Fact::Text(id)),
                None,
            );
        }
    }
}
