//! A campaign as the rows of its sheets. Nothing is lost: what no column can hold stands as TOML in a column, or a row, of its own.
//!
//! In: the documents. Out: cells, each with the path of its value. Not for: how they look.

use toml::{Table, Value};

use crate::base::lang::Lang;
use crate::campaign::book::{
    BookColumn, BookSheet, FIGURES, FORMS, FORMULAS, FigureKeys, GIVEN_ID, KIND, OTHER, OVER,
    QUESTION, RULES, RowKind, SEEN, SheetId, WORD, form_of, get, inline, sheet,
};
use crate::campaign::definition::{PathStep, at};
use crate::campaign::documents::{Document, Documents};
use crate::output::xlsx::campaign::values::{CellContent, cell, is_id, plain, remove, type_label};

/// A column of a sheet as it is written.
#[derive(Clone, Debug)]
pub(super) enum LaidColumn {
    /// One that every workbook has.
    Fixed(&'static BookColumn),
    /// What a sheet has for each level, of one of them.
    Level(String),
}

/// A row.
#[derive(Clone, Debug)]
pub(super) struct LaidRow {
    /// What it is.
    pub(super) kind: RowKind,
    /// Its cells, by the columns of the sheet.
    pub(super) cells: Vec<Option<CellContent>>,
    /// The document that its values are of.
    pub(super) document: Document,
    /// The path to what it says.
    pub(super) path: Vec<PathStep>,
}

/// A sheet.
#[derive(Clone, Debug)]
pub(super) struct LaidSheet {
    /// Which one.
    pub(super) sheet: &'static BookSheet,
    /// Its columns.
    pub(super) heads: Vec<LaidColumn>,
    /// Its rows.
    pub(super) rows: Vec<LaidRow>,
}

/// The documents while rows are made of them: what was laid is taken out.
pub(super) struct Layer {
    pub(super) settings: Table,
    pub(super) scheme: Table,
    pub(super) lang: Lang,
    /// The ids of the levels.
    pub(super) levels: Vec<String>,
}

impl LaidSheet {
    pub(super) fn new(id: SheetId) -> LaidSheet {
        let sheet = sheet(id);
        let heads = sheet.columns.iter().map(LaidColumn::Fixed).collect();
        LaidSheet {
            sheet,
            heads,
            rows: Vec::new(),
        }
    }

    /// With a column for each level behind that of all levels, where the sheet has such columns.
    fn with_levels(id: SheetId, levels: &[String]) -> LaidSheet {
        let mut laid = LaidSheet::new(id);
        if let Some(column) = laid.sheet.by_level() {
            let behind = laid.position(column.key).map_or(0, |at| at + 1);
            let of_levels = levels.iter().cloned().map(LaidColumn::Level);
            let _ = laid.heads.splice(behind..behind, of_levels);
        }
        laid
    }

    /// Leaves out the columns that only a proposal has.
    pub(super) fn without_questions(&mut self) {
        let is_of_proposals = |head: &LaidColumn| matches!(head, LaidColumn::Fixed(column) if [QUESTION, FORMS, SEEN].contains(&column.key));
        let kept: Vec<bool> = self
            .heads
            .iter()
            .map(|head| !is_of_proposals(head))
            .collect();
        self.heads.retain(|head| !is_of_proposals(head));
        for row in &mut self.rows {
            let mut kept = kept.iter();
            row.cells.retain(|_| kept.next() == Some(&true));
        }
    }

    /// The position of a column.
    pub(super) fn position(&self, key: &str) -> Option<usize> {
        self.heads
            .iter()
            .position(|head| matches!(head, LaidColumn::Fixed(column) if column.key == key))
    }
}

/// The headings of the sheet of words, in its order.
pub(super) fn headings(sheets: &[LaidSheet]) -> Vec<String> {
    let words = sheets.iter().filter(|laid| laid.sheet.id == SheetId::Words);
    let word = |laid: &LaidSheet, row: &LaidRow| match row.cells.get(laid.position(WORD)?)? {
        Some(CellContent::Text(word)) => Some(word.clone()),
        _ => None,
    };
    words
        .flat_map(|laid| laid.rows.iter().filter_map(|row| word(laid, row)))
        .collect()
}

impl LaidRow {
    pub(super) fn new(
        laid: &LaidSheet,
        kind: RowKind,
        document: Document,
        path: Vec<PathStep>,
    ) -> LaidRow {
        LaidRow {
            kind,
            cells: vec![None; laid.heads.len()],
            document,
            path,
        }
    }

    pub(super) fn set(&mut self, laid: &LaidSheet, key: &str, value: Option<CellContent>) {
        if let Some(cell) = laid.position(key).and_then(|at| self.cells.get_mut(at)) {
            *cell = value;
        }
    }
}

/// An array of tables; `None` where something else stands there.
pub(super) fn tables(table: &Table, key: &str) -> Option<Vec<Table>> {
    let all = table.get(key)?.as_array().filter(|all| !all.is_empty())?;
    all.iter().map(|one| one.as_table().cloned()).collect()
}

/// As [`tables`], and takes it out.
fn take_tables(table: &mut Table, key: &str) -> Vec<Table> {
    let taken = tables(table, key);
    if taken.is_some() {
        table.remove(key);
    }
    taken.unwrap_or_default()
}

impl Layer {
    /// A sheet whose rows are those of one array.
    pub(super) fn list(&mut self, id: SheetId) -> LaidSheet {
        let mut laid = LaidSheet::with_levels(id, &self.levels);
        let (document, key) = laid.sheet.rows;
        let from = match document {
            Document::Settings | Document::Units => &mut self.settings,
            Document::Scheme => &mut self.scheme,
        };
        for (index, table) in take_tables(from, key).into_iter().enumerate() {
            let row = self.row(&laid, RowKind::Only, table, (document, at![key, index]));
            laid.rows.push(row);
        }
        laid
    }

    pub(super) fn units(&self, documents: &Documents) -> LaidSheet {
        let mut laid = LaidSheet::new(SheetId::Units);
        for (index, unit) in documents.units.iter().enumerate() {
            let value = |(key, text): (&String, &String)| {
                let whole = text
                    .parse::<i64>()
                    .ok()
                    .filter(|whole| whole.to_string() == *text);
                let value = match whole.filter(|_| key == "order") {
                    Some(whole) => Value::Integer(whole),
                    None => Value::String(text.clone()),
                };
                (key.clone(), value)
            };
            let table: Table = unit.iter().map(value).collect();
            let row = self.row(&laid, RowKind::Only, table, (Document::Units, at![index]));
            laid.rows.push(row);
        }
        laid
    }

    pub(super) fn given(&mut self) -> LaidSheet {
        let mut laid = LaidSheet::new(SheetId::Given);
        let all = self.settings.get("given").and_then(Value::as_table);
        let is_plain = |(id, value): (&String, &Value)| value.is_table() && plain(id).is_some();
        let Some(all) = all.filter(|all| all.iter().all(is_plain)).cloned() else {
            return laid;
        };
        self.settings.remove("given");
        for (id, value) in all {
            let table = value.as_table().cloned().unwrap_or_default();
            let path = at!["given", id.as_str()];
            let mut row = self.row(&laid, RowKind::Only, table, (Document::Settings, path));
            row.set(&laid, GIVEN_ID, Some(CellContent::Text(id)));
            laid.rows.push(row);
        }
        laid
    }

    /// Each group, and behind it the criteria that are next and of it; so both keep their order.
    pub(super) fn criteria(&mut self) -> LaidSheet {
        let mut laid = LaidSheet::with_levels(SheetId::Criteria, &self.levels);
        let groups = take_tables(&mut self.scheme, "group");
        let criteria = take_tables(&mut self.scheme, "criterion");
        let mut rest = criteria.into_iter().enumerate().peekable();
        for (index, group) in groups.into_iter().enumerate() {
            let id = group
                .get("id")
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_string();
            let path = (Document::Scheme, at!["group", index]);
            let row = self.row(&laid, RowKind::Group, group, path);
            laid.rows.push(row);
            while let Some((index, criterion)) = rest.next_if(|(_, one)| is_under(one, &id)) {
                self.criterion(&mut laid, index, criterion);
            }
        }
        for (index, criterion) in rest {
            self.criterion(&mut laid, index, criterion);
        }
        laid
    }

    fn criterion(&self, laid: &mut LaidSheet, index: usize, mut criterion: Table) {
        let figures = take_tables(&mut criterion, "figures");
        let mut below: Vec<(&str, RowKind, Vec<Table>)> = Vec::new();
        if let Some(Value::Table(rule)) = criterion.get_mut("rule") {
            for (key, kind) in [
                ("tiers", RowKind::Tier),
                ("options", RowKind::Option),
                ("items", RowKind::Item),
            ] {
                below.push((key, kind, take_tables(rule, key)));
            }
            if rule.is_empty() {
                criterion.remove("rule");
            }
        }
        let path = (Document::Scheme, at!["criterion", index]);
        let row = self.row(laid, RowKind::Criterion, criterion, path);
        laid.rows.push(row);
        for (at, figure) in figures.into_iter().enumerate() {
            let path = (Document::Scheme, at!["criterion", index, "figures", at]);
            let row = self.row(laid, RowKind::Figure, figure, path);
            laid.rows.push(row);
        }
        for (key, kind, entries) in below {
            for (at, entry) in entries.into_iter().enumerate() {
                let path = (Document::Scheme, at!["criterion", index, "rule", key, at]);
                let row = self.row(laid, kind, entry, path);
                laid.rows.push(row);
            }
        }
    }

    pub(super) fn statistics(&mut self) -> LaidSheet {
        let mut laid = LaidSheet::new(SheetId::Statistics);
        let sections = take_tables(&mut self.scheme, "section");
        let statistics = take_tables(&mut self.scheme, "statistic");
        let mut rest = statistics.into_iter().enumerate().peekable();
        for (index, section) in sections.into_iter().enumerate() {
            let id = section.get("id").cloned();
            let path = (Document::Scheme, at!["section", index]);
            let row = self.row(&laid, RowKind::Section, section, path);
            laid.rows.push(row);
            while let Some((index, one)) =
                rest.next_if(|(_, one)| one.get("section") == id.as_ref())
            {
                let path = (Document::Scheme, at!["statistic", index]);
                let row = self.row(&laid, RowKind::Statistic, one, path);
                laid.rows.push(row);
            }
        }
        for (index, one) in rest {
            let path = (Document::Scheme, at!["statistic", index]);
            let row = self.row(&laid, RowKind::Statistic, one, path);
            laid.rows.push(row);
        }
        laid
    }

    /// The row of a table.
    fn row(
        &self,
        laid: &LaidSheet,
        kind: RowKind,
        mut table: Table,
        (document, path): (Document, Vec<PathStep>),
    ) -> LaidRow {
        let mut row = LaidRow::new(laid, kind, document, path);
        if let Some((_, choice)) = laid.sheet.kinds().iter().find(|(one, _)| *one == kind) {
            let label = choice.label.get(self.lang).to_string();
            row.set(laid, KIND, Some(CellContent::Text(label)));
        }
        Layer::figures(laid, &mut row, &mut table);
        self.of_levels(laid, &mut row, &mut table);
        for (head, place) in laid.heads.iter().zip(&mut row.cells) {
            let LaidColumn::Fixed(column) = head else {
                continue;
            };
            if column.key.starts_with('@') || !column.is_of(kind) {
                continue;
            }
            let Some(value) = get(&table, column.key) else {
                continue;
            };
            let written = match (column.key, column.sort) {
                ("rule.type", _) => type_label(RULES, value, self.lang),
                ("formula.type", _) => type_label(FORMULAS, value, self.lang),
                (_, sort) => cell(sort, value, self.lang),
            };
            if written.is_some() {
                *place = written;
                remove(&mut table, column.key);
            }
        }
        if !table.is_empty() {
            row.set(laid, OTHER, Some(CellContent::Text(inline(&table))));
        }
        row
    }

    /// The figures of a rule or a formula, and of what is counted.
    fn figures(laid: &LaidSheet, row: &mut LaidRow, table: &mut Table) {
        let (key, types) = match row.kind {
            RowKind::Criterion => ("rule", RULES),
            RowKind::Statistic => ("formula", FORMULAS),
            RowKind::Item => {
                let (figure, _) = FigureKeys::One("figure").take(table, is_id);
                row.set(
                    laid,
                    FIGURES,
                    figure.into_iter().next().map(CellContent::Text),
                );
                return;
            }
            _ => return,
        };
        let Some(Value::Table(rule)) = table.get_mut(key) else {
            return;
        };
        let form = rule.get("type").and_then(Value::as_str);
        let form = form.map_or(FigureKeys::None, |value| form_of(types, value));
        let (figures, over) = form.take(rule, is_id);
        let text = (!figures.is_empty()).then(|| CellContent::Text(figures.join(", ")));
        row.set(laid, FIGURES, text);
        row.set(laid, OVER, over.map(CellContent::Text));
    }

    /// What is said of single levels.
    fn of_levels(&self, laid: &LaidSheet, row: &mut LaidRow, table: &mut Table) {
        let column = laid.sheet.by_level().filter(|one| one.is_of(row.kind));
        let Some(column) = column else { return };
        let Some(Value::Table(values)) = table.get(column.key) else {
            return;
        };
        let content = |value: &Value| cell(column.sort, value, self.lang);
        let known = |(level, value): (&String, &Value)| {
            self.levels.contains(level) && content(value).is_some()
        };
        if values.is_empty() || !values.iter().all(known) {
            return;
        }
        for (head, place) in laid.heads.iter().zip(&mut row.cells) {
            if let LaidColumn::Level(level) = head {
                *place = values.get(level).and_then(content);
            }
        }
        table.remove(column.key);
    }
}

/// Whether a criterion is of the group of this id.
fn is_under(criterion: &Table, group: &str) -> bool {
    let id = criterion
        .get("id")
        .and_then(Value::as_str)
        .unwrap_or_default();
    id.split('.').next() == Some(group)
}
