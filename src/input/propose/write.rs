//! Items, levels and units as the documents of a campaign.
//!
//! In: what was found. Out: tables with exactly the keys of a scheme and a campaign. Not for: what is certain (`sources`).

use indexmap::IndexMap;
use toml::{Table, Value};

use crate::base::points::{Decimal, Most, Points};
use crate::base::text;
use crate::campaign::scheme::UNLIMITED;
use crate::campaign::vocabulary::Column;
use crate::input::propose::answers::{graded, is_answered};
use crate::input::propose::columns::FormColumn;
use crate::input::propose::draft::{Draft, ProposedLevel};
use crate::input::propose::form_decimals;
use crate::input::propose::items::{Blank, Ceiling, ProposedItem};
use crate::input::propose::method::{self, Labelled};
use crate::input::propose::roles::ColumnUse;
use crate::input::propose::row_kinds::FormRowKind;
use crate::input::propose::row_measure::measure;
use crate::input::propose::score_sense;
use crate::input::propose::share_rules::{self, ShareOf, figure_said};
use crate::input::propose::toml_values::{number, table};
use crate::input::propose::value::CellStatement;
use crate::input::propose::word_scores;
use crate::input::tables::{self, TableKind, Vocabulary};

/// A maximum: one number where all levels have the same.
fn maximum(levels: &[ProposedLevel], maxima: &[Option<Most>]) -> Value {
    let number = |most: Most| most.limit().map_or(UNLIMITED.into(), number);
    match maxima.first().copied().flatten() {
        Some(first) if maxima.iter().all(|one| *one == Some(first)) => number(first),
        _ => {
            let of = |(level, one): (&ProposedLevel, &Option<Most>)| {
                Some((level.id.clone(), number((*one)?)))
            };
            Value::Table(levels.iter().zip(maxima).filter_map(of).collect())
        }
    }
}

/// The scheme.
pub(super) fn scheme(found: &Draft<'_>) -> Table {
    let own = || (found.id.clone(), 1);
    let (id, version) = found.stamp.clone().unwrap_or_else(own);
    let mut scheme = table([
        ("id", id.into()),
        ("version", version.into()),
        ("name", found.scheme_name.clone().into()),
        ("total_maximum", number(found.total)),
    ]);
    if let Some(shares) = score_sense::found(found) {
        scheme.insert("scores_as".to_string(), shares.key.into());
    }
    if let Some(rounding) = form_decimals::rounding(found) {
        scheme.insert("rounding".to_string(), Value::Table(rounding));
    }
    let level = |(place, level): (usize, &ProposedLevel)| {
        let entries = [
            ("id", &level.id),
            ("name", &level.name),
            ("units", &level.units),
        ];
        let mut level = table(entries.map(|(key, text)| (key, text.clone().into())));
        if let Some(own) = found.own_total(place) {
            level.insert("total_maximum".to_string(), number(own));
        }
        Value::Table(level)
    };
    scheme.insert(
        "level".to_string(),
        Value::Array(found.levels.iter().enumerate().map(level).collect()),
    );
    let of = |is_group: bool| {
        let items = found
            .items
            .iter()
            .filter(move |item| item.is_group == is_group);
        Value::Array(items.map(|one| Value::Table(item(found, one))).collect())
    };
    scheme.insert("group".to_string(), of(true));
    scheme.insert("criterion".to_string(), of(false));
    scheme
}

fn item(found: &Draft<'_>, item: &ProposedItem) -> Table {
    let row = item.row.and_then(|row| found.forms.consensus.rows.get(row));
    let name = row
        .map(|row| row.text.clone())
        .filter(|text| !text.is_empty());
    let name = name.unwrap_or_else(|| found.scheme_name.clone());
    let mut written = table([("id", item.id.clone().into()), ("name", name.into())]);
    let others = row.map_or(&[][..], |row| row.others.as_slice());
    if !others.is_empty() {
        let names = others
            .iter()
            .map(|(text, ..)| Value::from(text.clone()))
            .collect();
        written.insert("aliases".to_string(), Value::Array(names));
    }
    if !item.is_group
        && let Some(unit) = item.row.and_then(|row| measure(found, row))
    {
        written.insert("unit".to_string(), unit.into());
    }
    if item.minimum < Points::ZERO {
        written.insert("minimum".to_string(), number(item.minimum));
    }
    written.insert("maximum".to_string(), maximum(&found.levels, &item.maxima));
    if item.weight != Decimal::ONE {
        written.insert("weight".to_string(), number(Points(item.weight)));
    }
    if item.is_outside {
        written.insert("outside_total".to_string(), true.into());
    }
    if item.ceiling == Ceiling::Capped {
        written.insert("cap".to_string(), true.into());
    }
    if item.ceiling == Ceiling::Below {
        written.insert("own_points".to_string(), true.into());
    }
    if item.blank == Blank::Zero {
        written.insert("blank_is_zero".to_string(), true.into());
    }
    if !item.is_group {
        scoring(found, item, &mut written);
    }
    written
}

/// Writes how a criterion is scored, and its figures.
fn scoring(found: &Draft<'_>, item: &ProposedItem, written: &mut Table) {
    let figures = item.figures.iter().enumerate();
    let figures = figures.filter_map(|(place, row)| figure(found, item, place, *row));
    let mut figures: Vec<Value> = figures.collect();
    let mut rule = rule(item);
    let is_plain = item.kind == FormRowKind::Leaf(Vec::new());
    if let Some(row) = item.row.filter(|_| is_plain)
        && let Some((kind, answered)) = answer(found, item, row)
    {
        rule = answered;
        let id = figure_id(item, 0);
        let answer = table([("id", id.into()), ("kind", kind.into())]);
        figures.insert(0, Value::Table(answer));
        let has_points = !word_scores::is_said(found.forms, &found.roles.columns, row);
        if has_points && found.roles.keys(ColumnUse::Claimed).next().is_none() {
            written.insert("by_figures".to_string(), true.into());
        }
    }
    if let Some(row) = item.row.filter(|_| is_plain && figures.is_empty()) {
        let (own, ratio) = together(found, item, row);
        figures = own;
        rule = ratio.unwrap_or(rule);
    }
    let share = share_rules::found(found, item).filter(|one| one.is_proved);
    if let Some(share) = share.and_then(|one| one.of_what) {
        rule = share_rule(item, share, &mut figures).unwrap_or(rule);
    }
    written.insert("rule".to_string(), Value::Table(rule));
    if !figures.is_empty() {
        written.insert("figures".to_string(), Value::Array(figures));
    }
}

/// The kind of the figure that a row is answered by, and its rule, where forms tick an answer.
fn answer(found: &Draft<'_>, item: &ProposedItem, row: usize) -> Option<(&'static str, Table)> {
    let id = figure_id(item, 0);
    if is_answered(found, row) {
        let figures = Value::Array(vec![id.into()]);
        let rule = table([("type", "yes_no".into()), ("figures", figures)]);
        return Some(("yes_no", rule));
    }
    let columns = &found.roles.columns;
    let options = if word_scores::is_said(found.forms, columns, row) {
        found.words.clone()?
    } else {
        graded(found, item, row)?
    };
    let rule = table([
        ("type", "choice".into()),
        ("figure", id.into()),
        ("options", options),
    ]);
    Some(("choice", rule))
}

fn rule(item: &ProposedItem) -> Table {
    match &item.kind {
        FormRowKind::Sum => table([("type", item.together.rule().into())]),
        FormRowKind::Leaf(options) if !options.is_empty() => {
            let option = |(name, points): &(String, Points)| {
                Value::Table(table([
                    ("name", name.clone().into()),
                    ("points", number(*points)),
                ]))
            };
            let options = options.iter().map(option).collect();
            table([
                ("type", "options".into()),
                ("options", Value::Array(options)),
            ])
        }
        _ => table([("type", "declared".into())]),
    }
}

/// The figures that forms write together in the row of a criterion, and the rule of a share where the points follow from it.
fn together(found: &Draft<'_>, item: &ProposedItem, row: usize) -> (Vec<Value>, Option<Table>) {
    let role = ColumnUse::Other(Column::Figure);
    let key = found
        .roles
        .keys(role)
        .find(|key| !method::labels(found.forms, key, row).is_empty());
    let Some(key) = key else {
        return (Vec::new(), None);
    };
    let labels = method::labels(found.forms, key, row);
    let said = |form: usize| Some(method::figures(found.forms.said(row, form, key)?.0));
    let all: Vec<Labelled> = (0..found.forms.count()).filter_map(said).collect();
    let figure = |(place, label): (usize, &String)| {
        let mut written = table([
            ("id", figure_id(item, place + 1).into()),
            ("name", label.clone().into()),
        ]);
        let mut values = all.iter().filter_map(|one| one.get(label));
        if !values.all(|points| points.0.is_integer()) {
            written.insert("kind".to_string(), "amount".into());
        }
        Value::Table(written)
    };
    let figures = labels.iter().enumerate().map(figure).collect();
    let claimed = |form: usize| {
        let points = found
            .roles
            .number(found.forms, ColumnUse::Claimed, row, form)?;
        Some((said(form)?, points))
    };
    let values: Vec<(Labelled, Points)> = (0..found.forms.count()).filter_map(claimed).collect();
    let is_share = !item.is_unlimited() && method::is_share(&values, &labels, item.first_limit());
    let share = is_share.then(|| {
        table([
            ("type", "ratio".into()),
            ("numerator", figure_id(item, 1).into()),
            ("denominator", figure_id(item, 2).into()),
        ])
    });
    (figures, share)
}

/// The rule of a share of the maximum, and what it needs of the figures.
fn share_rule(item: &ProposedItem, share: ShareOf, figures: &mut Vec<Value>) -> Option<Table> {
    let at = match share {
        ShareOf::Two(part, whole) => {
            return Some(table([
                ("type", "ratio".into()),
                ("numerator", figure_id(item, part + 1).into()),
                ("denominator", figure_id(item, whole + 1).into()),
            ]));
        }
        ShareOf::Percent(at) => at,
        ShareOf::OwnPercent => {
            let own = table([("id", figure_id(item, 0).into())]);
            figures.insert(0, Value::Table(own));
            0
        }
    };
    let figure = figures.get_mut(at)?.as_table_mut()?;
    figure.insert("kind".to_string(), "amount".into());
    figure.insert("unit".to_string(), "%".into());
    let value = table([("figure", figure.get("id")?.clone())]);
    Some(table([
        ("type", "linear".into()),
        ("value", Value::Table(value)),
    ]))
}

/// The id of a figure of a criterion.
fn figure_id(item: &ProposedItem, number: usize) -> String {
    let id = item.id.replace(['.', '-'], "_");
    match number {
        0 => format!("s{id}"),
        number => format!("s{id}_{number}"),
    }
}

/// A figure: how many of something, where all that stands there are whole numbers.
fn figure(found: &Draft<'_>, item: &ProposedItem, place: usize, row: usize) -> Option<Value> {
    let one = found.forms.consensus.rows.get(row)?;
    let is_own = item.row == Some(row);
    let said = |form: usize| figure_said(found, row, form, is_own);
    let values = || (0..found.forms.count()).filter_map(said);
    let is_whole =
        values().all(|said| matches!(said, CellStatement::Number(points) if points.0.is_integer()));
    let id = figure_id(item, place + 1);
    let mut written = table([("id", id.into()), ("name", one.text.clone().into())]);
    let is_percent =
        |said: &CellStatement| matches!(said, CellStatement::Text(text) if text.ends_with('%'));
    let percent = || values().any(is_percent).then(|| "%".to_string());
    if let Some(unit) = measure(found, row).or_else(percent) {
        written.insert("unit".to_string(), unit.into());
    }
    if !is_whole {
        written.insert("kind".to_string(), "amount".into());
    }
    Some(Value::Table(written))
}

/// The settings.
pub(super) fn settings(found: &Draft<'_>) -> Table {
    let mut settings = table([("name", found.name.clone().into())]);
    if let Some(year) = found.year {
        settings.insert("year".to_string(), i64::from(year).into());
    }
    settings.insert("provisional".to_string(), true.into());
    settings.insert("inbox".to_string(), ".".into());
    let title: Vec<Value> = found.title.iter().map(|line| line.clone().into()).collect();
    settings.insert("title".to_string(), Value::Array(title));
    if let Some(authority) = &found.authority {
        settings.insert("authority".to_string(), authority.clone().into());
    }
    let all = &found.roles.columns;
    let is_own = |one: &&FormColumn| !all.iter().any(|first| one.repeats(first));
    let unknown = all.iter().filter(|one| !one.text.is_empty() && is_own(one));
    // What the words say anyway is not said again; those of levels are known only where the levels are called so.
    let plain = Vocabulary::new(&[]);
    let words = unknown.filter_map(|column| {
        let said = column.word.map(|word| ColumnUse::Other(word).key());
        let Some(role) = found.key_of(column) else {
            let is_known = tables::role(&column.text, &plain, TableKind::Form).is_some();
            return is_known.then(|| ("unknown", column.text.clone()));
        };
        let is_of_level = || {
            let known = tables::role(&column.text, &plain, TableKind::Form);
            column.kind.is_some() && known.is_none()
        };
        (said != Some(role) || is_of_level()).then(|| (role, column.text.clone()))
    });
    let labels = found.labels.iter().cloned();
    let columns = lists(once(words.chain(labels)).into_iter());
    for (key, table) in [
        ("columns", columns),
        ("rows", lists(found.captions.iter().cloned())),
    ] {
        if !table.is_empty() {
            settings.insert(key.to_string(), Value::Table(table));
        }
    }
    settings
}

/// Each heading once, as what it was first taken for: the same words over two columns mean one thing to whoever reads them.
fn once(words: impl Iterator<Item = (&'static str, String)>) -> Vec<(&'static str, String)> {
    let mut kept: Vec<(&'static str, String)> = Vec::new();
    for (key, word) in words {
        let same = |one: &&mut (&'static str, String)| text::key(&one.1) == text::key(&word);
        match kept.iter_mut().find(same) {
            Some(first) if first.0 == "unknown" => first.0 = key,
            Some(_) => {}
            None => kept.push((key, word)),
        }
    }
    kept
}

/// Words, in lists by the keys of their kinds.
fn lists(words: impl Iterator<Item = (&'static str, String)>) -> Table {
    let mut lists = Table::new();
    for (key, word) in words {
        let list = lists.entry(key).or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(list) = list {
            list.push(word.into());
        }
    }
    lists
}

/// The registry.
pub(super) fn units(found: &Draft<'_>) -> Vec<IndexMap<String, String>> {
    let mut rows = Vec::new();
    for (level, one) in found.levels.iter().enumerate() {
        let of_level = found.units.iter().filter(|(at, _)| *at == level);
        for (order, (_, unit)) in of_level.enumerate() {
            let mut row = IndexMap::from([
                ("level".to_string(), one.id.clone()),
                ("order".to_string(), (order + 1).to_string()),
                ("code".to_string(), unit.code.clone()),
                ("name".to_string(), unit.name.clone()),
            ]);
            if !unit.aliases.is_empty() {
                row.insert("aliases".to_string(), unit.aliases.join("|"));
            }
            rows.push(row);
        }
    }
    rows
}
