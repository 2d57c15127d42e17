//! TOML in one line, for what no column of a campaign workbook has.
//!
//! In: a table. Out: its keys and values in one line, and back. Not for: files.

use toml::{Table, Value};

use crate::base::error::Problem;
use crate::campaign::slips;

/// The entries of a table in one line, parted by commas, without braces around them.
pub fn inline(table: &Table) -> String {
    let entries = table
        .iter()
        .map(|(key, value)| format!("{} = {}", key_text(key), value_text(value)));
    entries.collect::<Vec<_>>().join(", ")
}

/// A value in one line.
pub fn inline_value(value: &Value) -> String {
    value_text(value)
}

/// Reads such a line.
///
/// # Errors
/// [`Problem::Slip`], what is written by a habit of offices; else [`Problem::Syntax`].
pub fn parse(line: &str) -> Result<Table, Problem> {
    let text = format!("v = {{ {} }}", line.trim().trim_end_matches(','));
    let mut table: Table = toml::from_str(&text).map_err(|error| {
        let byte = error.span().map_or(0, |span| span.start);
        let slip = slips::in_line(&text, byte, error.message());
        let syntax = || Problem::Syntax(error.message().to_string());
        slip.map_or_else(syntax, |(_, slip)| Problem::Slip(slip))
    })?;
    match (table.remove("v"), table.is_empty()) {
        (Some(Value::Table(inner)), true) => Ok(inner),
        _ => Err(Problem::Syntax("invalid inline table".to_string())),
    }
}

fn key_text(key: &str) -> String {
    let is_bare = !key.is_empty()
        && key
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "_-".contains(c));
    if is_bare {
        key.to_string()
    } else {
        quoted(key)
    }
}

fn value_text(value: &Value) -> String {
    match value {
        Value::String(text) => quoted(text),
        Value::Array(items) => {
            let items: Vec<String> = items.iter().map(value_text).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Table(table) if table.is_empty() => "{}".to_string(),
        Value::Table(table) => format!("{{ {} }}", inline(table)),
        Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) => {
            value.to_string()
        }
    }
}

/// A text in quotation marks; whatever a cell would not keep as it is, by its number.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_alphanumeric() && c as u32 <= 0x1ef9 => quoted.push(c),
            ' '..='~' => quoted.push(c),
            c if (c as u32) < 0x1_0000 => quoted.push_str(&format!("\\u{:04X}", c as u32)),
            c => quoted.push_str(&format!("\\U{:08X}", c as u32)),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_line_gives_the_table_again() {
        let text = "a = 1\n\"b c\" = [\"x\\ny\", 2.5, { d = true }]\ne = {}\nf = 2018-01-31\ng = \"–“\\u202E\"";
        let table: Table = toml::from_str(text).unwrap();
        let line = inline(&table);
        assert!(!line.contains('\n'), "{line}");
        assert_eq!(parse(&line).unwrap(), table, "{line}");
        assert!(parse("a = ").is_err());
        let instead = |line: &str| match parse(line).unwrap_err() {
            Problem::Slip(slip) => (slip.written, slip.instead),
            other => (other.to_string(), String::new()),
        };
        let pair = |written: &str, instead: &str| (written.to_string(), instead.to_string());
        assert_eq!(instead("a = 0,5, b = 1"), pair("0,5", "0.5"));
        assert_eq!(instead("a = có"), pair("có", "true"));
        assert!(parse("a = 1 }, b = { c = 1").is_err());
    }
}
