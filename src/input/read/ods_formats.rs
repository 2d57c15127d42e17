//! The number formats of an .ods file, as codes of Excel.
//!
//! In: the tags of styles of numbers. Out: a code for the name of such a style. Not for: numbers beside which the file keeps the text that
//! was shown; this is for formulas without a result, and for what a conditional format gives.

use std::collections::HashMap;

use quick_xml::events::BytesStart;

use crate::input::read::xml;

/// Characters of a code that are kept: Excel takes 255.
const LONGEST: usize = 255;

/// A style of numbers that is open.
#[derive(Debug, Default)]
struct OpenNumberStyle {
    name: String,
    kind: String,
    code: String,
    /// What conditions take in its place: the condition, and the name of the other style.
    others: Vec<(String, String)>,
    in_text: bool,
}

/// The formats by name.
#[derive(Debug, Default)]
pub(super) struct OdsFormats {
    found: HashMap<String, String>,
    open: Option<OpenNumberStyle>,
}

impl OdsFormats {
    /// Takes in a tag; whether it belongs to a style of numbers.
    pub(super) fn start(&mut self, tag: &BytesStart<'_>) -> bool {
        let value = |key: &str| xml::local_attribute(tag, key);
        let name = tag.local_name();
        let name = name.as_ref();
        if let Some(open) = &mut self.open {
            open.start(name, tag);
            return true;
        }
        let is_format = matches!(
            name,
            "number-style"
                | "percentage-style"
                | "currency-style"
                | "date-style"
                | "time-style"
                | "text-style"
        );
        if is_format {
            self.open = Some(OpenNumberStyle {
                name: value("name").unwrap_or_default().to_string(),
                kind: name.to_string(),
                ..OpenNumberStyle::default()
            });
        }
        is_format
    }

    /// Takes in a text.
    pub(super) fn text(&mut self, text: &str) {
        if let Some(open) = self.open.as_mut().filter(|open| open.in_text) {
            open.literal(text);
        }
    }

    /// Takes in the end of a tag.
    pub(super) fn end(&mut self, name: &str) {
        let Some(open) = &mut self.open else {
            return;
        };
        open.in_text &= name != "text" && name != "currency-symbol";
        if name == open.kind
            && let Some(open) = self.open.take()
        {
            let code = open.finish(&self.found);
            self.found.insert(open.name, code);
        }
    }

    /// The code of the style with this name.
    pub(super) fn code(&self, name: &str) -> Option<&str> {
        self.found.get(name).map(String::as_str)
    }
}

impl OpenNumberStyle {
    fn start(&mut self, name: &str, tag: &BytesStart<'_>) {
        let value = |key: &str| xml::local_attribute(tag, key);
        let count = |key| value(key).and_then(|text| text.parse::<usize>().ok());
        match name {
            "number" => {
                let decimals = count("decimal-places");
                let digits = count("min-integer-digits").unwrap_or(0).min(LONGEST);
                let is_grouped = value("grouping") == Some("true");
                // The general format tells neither.
                if decimals.is_none() && !is_grouped && digits < 2 {
                    return self.code.push_str("General");
                }
                self.code.push_str(if is_grouped { "#,##" } else { "" });
                self.code.push_str(&if digits > 0 {
                    "0".repeat(digits)
                } else {
                    "#".to_string()
                });
                if let Some(decimals) = decimals.filter(|decimals| *decimals > 0) {
                    self.code.push('.');
                    self.code.push_str(&"0".repeat(decimals.min(LONGEST)));
                }
                let factor = value("display-factor").and_then(|text| text.parse::<f64>().ok());
                let mut factor = factor.unwrap_or(1.0);
                while (1_000.0..1e30).contains(&factor) {
                    self.code.push(',');
                    factor /= 1_000.0;
                }
            }
            "scientific-number" => self.code.push_str("0.00E+00"),
            "fraction" => self.code.push_str("# ?/?"),
            "text-content" => self.code.push('@'),
            "text" | "currency-symbol" => self.in_text = true,
            "map" => {
                let (condition, other) = (value("condition"), value("apply-style-name"));
                if let (Some(condition), Some(other)) = (condition, other) {
                    let condition = xml::decoded(condition)
                        .replace("value()", "")
                        .replace("!=", "<>");
                    self.others.push((condition, other.to_string()));
                }
            }
            _ => {}
        }
    }

    /// Letters that are shown as they are.
    fn literal(&mut self, text: &str) {
        for c in text.chars().take(LONGEST) {
            if c == '%' && self.kind == "percentage-style" {
                self.code.push('%');
            } else if c != ' ' || !self.code.is_empty() {
                self.code.push('\\');
                self.code.push(c);
            }
        }
    }

    /// The code, with those that conditions take before it.
    fn finish(&self, found: &HashMap<String, String>) -> String {
        let own = match self.kind.as_str() {
            "date-style" | "time-style" => "dd/mm/yyyy",
            "number-style" | "currency-style" | "percentage-style" if self.code.is_empty() => {
                "\"\""
            }
            _ => &self.code,
        };
        let mut code = String::new();
        for (condition, other) in &self.others {
            let other = found.get(other).map_or("General", String::as_str);
            code.push_str(&format!("[{condition}]{other};"));
        }
        code.push_str(own);
        code.chars().take(2 * LONGEST).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use quick_xml::events::Event;

    #[test]
    fn styles_of_numbers_become_codes() {
        let mut formats = OdsFormats::default();
        let styles = "<number:number-style style:name=\"N0\"><number:number number:min-integer-digits=\"1\"/></number:number-style>\
            <number:percentage-style style:name=\"N10\"><number:number number:decimal-places=\"0\" number:min-integer-digits=\"1\"/><number:text>%</number:text></number:percentage-style>\
            <number:number-style style:name=\"N20P0\"><number:number number:decimal-places=\"1\" number:min-integer-digits=\"1\" number:grouping=\"true\" number:display-factor=\"1000\"/><number:text> đ</number:text></number:number-style>\
            <number:number-style style:name=\"N20\"><number:text>-</number:text><style:map style:condition=\"value()&gt;=0\" style:apply-style-name=\"N20P0\"/></number:number-style>\
            <number:number-style style:name=\"N30\"/><number:date-style style:name=\"N40\"><number:day/></number:date-style>";
        let mut reader = xml::reader(styles.as_bytes());
        while let Ok(event) = reader.read_event() {
            match event {
                Event::Start(tag) => assert!(formats.start(&tag)),
                Event::End(tag) => formats.end(tag.local_name().as_ref()),
                Event::Eof => break,
                other => formats.text(&xml::text(&other).unwrap_or_default()),
            }
        }
        for (name, code) in [
            ("N0", "General"),
            ("N10", "0%"),
            ("N20", "[>=0]#,##0.0,\\ \\đ;\\-"),
            ("N30", "\"\""),
            ("N40", "dd/mm/yyyy"),
        ] {
            assert_eq!(formats.code(name), Some(code), "{name}");
        }
    }
}
