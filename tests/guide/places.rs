//! Where the workbook of a campaign has what a key of the text files says, and what its sheets are.

use tonghop::campaign::book::{
    self, BookColumn, BookSheet, CellSort, FIGURES, FORMULAS, KIND, MEANING, NO, NOTE, OTHER, OVER,
    QUESTION, RULES, RowKind, RuleType, SETTINGS, SHEETS, SheetId, YES,
};
use tonghop::campaign::documents::Document;

/// The sheet and the cell of a key; `None` for what is no key of a campaign.
pub fn place(table: &str, key: &str) -> Option<String> {
    let only = RowKind::Only;
    let place = match table {
        "campaign.toml" => setting(Document::Settings, key).unwrap_or_else(|| whole(key)),
        "scheme.toml" => setting(Document::Scheme, key).unwrap_or_else(|| whole(key)),
        "[rounding]" => within(Document::Scheme, "rounding", key),
        "[words]" => within(Document::Scheme, "words", key),
        "[given.…]" => cell(SheetId::Given, only, key),
        "[[exempt]]" => cell(SheetId::Exempt, only, key),
        "[[points]]" => cell(SheetId::Points, only, key),
        "[[level]]" => cell(SheetId::Levels, only, key),
        "[[grade]]" => cell(SheetId::Grades, only, key),
        "units.csv" => cell(SheetId::Units, only, key),
        "[[group]]" => cell(SheetId::Criteria, RowKind::Group, key),
        "[[criterion]]" if key == "figures" => {
            format!("{}, dòng “số liệu”", sheet_name(SheetId::Criteria))
        }
        "[[criterion]]" => cell(SheetId::Criteria, RowKind::Criterion, key),
        "figures" => cell(SheetId::Criteria, RowKind::Figure, key),
        "tiers" => cell(SheetId::Criteria, RowKind::Tier, key),
        "items" => cell(SheetId::Criteria, RowKind::Item, key),
        "options" => cell(SheetId::Criteria, RowKind::Option, key),
        "value" => cell(
            SheetId::Criteria,
            RowKind::Criterion,
            if key == "of" { OVER } else { FIGURES },
        ),
        "[[section]]" => cell(SheetId::Statistics, RowKind::Section, key),
        "[[sentence]]" => cell(SheetId::Sentences, only, key),
        "[share_words]" => within(Document::Scheme, "share_words", key),
        "[[statistic]]" => cell(SheetId::Statistics, RowKind::Statistic, key),
        "rule" => label(RULES, key),
        "formula" => label(FORMULAS, key),
        "[columns]" | "[rows]" | "[cover]" => meaning(table.trim_matches(['[', ']']), key),
        _ => return None,
    };
    Some(place)
}

fn sheet_name(id: SheetId) -> &'static str {
    book::sheet(id).name.vi
}

fn setting(document: Document, key: &str) -> Option<String> {
    let found = SETTINGS
        .iter()
        .find(|one| one.document == document && one.key == key)?;
    Some(format!(
        "{} › {}",
        sheet_name(SheetId::Settings),
        found.label.vi
    ))
}

fn within(document: Document, table: &str, key: &str) -> String {
    setting(document, &format!("{table}.{key}")).unwrap_or_else(|| other(SheetId::Settings))
}

/// The sheet of all entries of a list or a table.
fn whole(key: &str) -> String {
    let id = match key {
        "group" => SheetId::Criteria,
        "section" => SheetId::Statistics,
        "columns" | "rows" | "cover" => SheetId::Words,
        _ => {
            let found = SHEETS.iter().find(|sheet| sheet.rows.1 == key);
            found.map_or(SheetId::Settings, |sheet| sheet.id)
        }
    };
    format!("trang {}", sheet_name(id))
}

fn cell(id: SheetId, kind: RowKind, key: &str) -> String {
    let names = [key, &format!("{key}.type"), &format!("@{key}")].map(str::to_string);
    // Some columns hold what two keys of different rows say.
    let names = names
        .into_iter()
        .chain((key == "figure").then(|| FIGURES.to_string()));
    let columns = book::sheet(id).columns.iter();
    let columns: Vec<&BookColumn> = columns
        .filter(|one| one.is_of(kind) && !one.is_free())
        .collect();
    let found = names
        .into_iter()
        .find_map(|name| columns.iter().find(|one| one.key == name));
    found.map_or_else(
        || other(id),
        |column| format!("{} › {}", sheet_name(id), column.heading.vi),
    )
}

/// What no column has.
fn other(id: SheetId) -> String {
    let column = book::sheet(SheetId::Levels).column(OTHER).unwrap();
    format!("{} › {}", sheet_name(id), column.heading.vi)
}

fn label(types: &[RuleType], value: &str) -> String {
    let found = types.iter().find(|one| one.value == value);
    found.map_or_else(
        || format!("cả `rule = {{ type = \"{value}\", … }}` ở cột “Tham số khác”"),
        |one| one.label.vi.to_string(),
    )
}

fn meaning(table: &str, key: &str) -> String {
    let column = book::sheet(SheetId::Words).column(MEANING).unwrap();
    let CellSort::Choice(all) = column.sort else {
        panic!("no list");
    };
    let value = format!("{table}.{key}");
    let found = all.iter().find(|one| one.value == value);
    let label = found.map_or_else(|| panic!("{value} cannot be chosen"), |one| one.label.vi);
    format!("{} › {label}", sheet_name(SheetId::Words))
}

/// What can be chosen in a column.
fn list(sheet: &BookSheet, column: &BookColumn) -> String {
    let types = |types: &[RuleType]| types.iter().map(|one| one.label.vi).collect::<Vec<_>>();
    let all: Vec<&str> = match (column.key, column.sort) {
        (KIND, _) => sheet.kinds().iter().map(|(_, one)| one.label.vi).collect(),
        ("rule.type", _) => types(RULES),
        ("formula.type", _) => types(FORMULAS),
        (_, CellSort::YesNo) => vec![YES.vi, NO.vi],
        (_, CellSort::Choice(all)) => all.iter().map(|one| one.label.vi).collect(),
        _ => Vec::new(),
    };
    all.join("; ")
}

/// The columns that mean the same on every sheet.
const EVERYWHERE: [&str; 3] = [OTHER, NOTE, QUESTION];

/// Every sheet with its columns, what to write into them and what to choose.
pub fn sheets() -> String {
    let escaped = |text: &str| text.replace('|', "\\|");
    let levels = book::sheet(SheetId::Levels);
    let everywhere = EVERYWHERE.map(|key| levels.column(key).unwrap());
    let mut text = "Các cột cuối của các trang:\n\n| Cột | Ghi gì |\n|---|---|\n".to_string();
    for column in everywhere {
        let comment = escaped(column.comment.vi);
        text += &format!("| {} | {comment} |\n", column.heading.vi);
    }
    text.push('\n');
    for sheet in SHEETS {
        text += &format!("### Trang “{}”\n\n{}\n\n", sheet.name.vi, sheet.about.vi);
        if sheet.columns.is_empty() {
            continue;
        }
        text += "| Cột | Ghi gì | Chọn trong |\n|---|---|---|\n";
        let own = sheet.columns.iter();
        for column in own.filter(|one| !EVERYWHERE.contains(&one.key)) {
            let (comment, list) = (escaped(column.comment.vi), escaped(&list(sheet, column)));
            text += &format!("| {} | {comment} | {list} |\n", column.heading.vi);
        }
        text.push('\n');
        if sheet.id != SheetId::Settings {
            continue;
        }
        text += "| Mục | Ghi gì | Mấy dòng |\n|---|---|---|\n";
        for setting in SETTINGS {
            let needed = if setting.is_needed {
                " (bắt buộc)"
            } else {
                ""
            };
            let lines = if setting.is_list {
                "mỗi giá trị một dòng"
            } else {
                "một"
            };
            let (label, note) = (setting.label.vi, escaped(setting.note.vi));
            text += &format!("| {label}{needed} | {note} | {lines} |\n");
        }
        text.push('\n');
    }
    text.trim_end().to_string() + "\n"
}
