//! How an annex looks outside the places for the author, as far as every office program keeps it.
//!
//! In: the elements of a part, one after the other. Out: the looks of each paragraph with text, and measures of columns and pages. A
//! program writes all of it anew whenever it saves: only what is shown counts, whether a style says it or the text itself. Not for:
//! what the text says (`by_hand`).

use std::collections::BTreeMap;

use quick_xml::events::BytesStart;
use sha2::{Digest, Sha256};

use crate::base::seal::hex;
use crate::output::annex::opened::attribute;
use crate::output::annex::shown_styles::{ShownProperties, ShownStyles, properties};

/// By how much a measure may differ, in twentieths of a point: 1 mm. Programs reckon in units of their own.
const ROUNDED: i64 = 57;

/// How an annex looks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct AnnexLooks {
    /// The looks of each paragraph, in order.
    pub(super) lines: Vec<String>,
    /// Widths of columns, sizes and margins of pages, in twentieths of a point.
    pub(super) measures: Vec<i64>,
}

impl AnnexLooks {
    /// What is noted of it: a checksum, and the measures.
    pub(super) fn noted(&self) -> String {
        let sum = hex(&Sha256::digest(self.lines.join("\n")));
        let measures = self.measures.iter().map(i64::to_string);
        let parts: Vec<String> = [sum].into_iter().chain(measures).collect();
        parts.join(" ")
    }

    /// Whether an annex of which this was noted looked the same.
    pub(super) fn is_as_noted(&self, noted: &str) -> bool {
        let now = self.noted();
        let (now, then): (Vec<&str>, Vec<&str>) = (
            now.split_whitespace().collect(),
            noted.split_whitespace().collect(),
        );
        let is_near = |(now, then): (&&str, &&str)| match (now.parse::<i64>(), then.parse::<i64>())
        {
            (Ok(now), Ok(then)) => now.abs_diff(then) <= ROUNDED.unsigned_abs(),
            _ => false,
        };
        now.len() == then.len()
            && now.first() == then.first()
            && now.iter().zip(&then).skip(1).all(is_near)
    }
}

/// The looks of a part while it is read.
pub(super) struct LooksReader<'s> {
    styles: &'s ShownStyles,
    /// The elements around the reader.
    around: Vec<String>,
    /// The row of the table in which the reader stands.
    row: usize,
    cell: ShownProperties,
    paragraph: ShownProperties,
    run: ShownProperties,
    /// The looks of the letters of the paragraph, with how many there are.
    letters: Vec<(String, usize)>,
    measures: Vec<i64>,
}

impl<'s> LooksReader<'s> {
    /// A reader for a part of a document with these styles.
    pub(super) fn new(styles: &'s ShownStyles) -> LooksReader<'s> {
        LooksReader {
            styles,
            around: Vec::new(),
            row: 0,
            cell: BTreeMap::new(),
            paragraph: BTreeMap::new(),
            run: BTreeMap::new(),
            letters: Vec::new(),
            measures: Vec::new(),
        }
    }

    /// An element begins, within a place for the author or outside.
    pub(super) fn start(&mut self, tag: &BytesStart<'_>, is_within: bool) {
        match tag.name().as_ref() {
            "w:tbl" => self.row = 0,
            "w:tr" => self.row += 1,
            "w:tc" => self.cell.clear(),
            "w:p" => self.paragraph.clear(),
            "w:r" => self.run.clear(),
            _ => {}
        }
        self.sign(tag, is_within);
        self.around.push(tag.name().as_ref().to_string());
    }

    /// An element ends.
    pub(super) fn end(&mut self, name: &str) {
        self.around.pop();
        if name == "w:tbl" {
            self.cell.clear();
        }
    }

    /// What an element says by itself; nothing where it is the author's.
    pub(super) fn sign(&mut self, tag: &BytesStart<'_>, is_within: bool) {
        if is_within {
            return;
        }
        let mut outer = self.around.iter().rev().map(String::as_str);
        let (parent, beyond) = (outer.next(), outer.next());
        let name = tag.name();
        match (beyond, parent, name.as_ref()) {
            (Some("w:r"), Some("w:rPr"), _) => self.run.extend(properties(tag)),
            (Some("w:p"), Some("w:pPr"), _) => self.paragraph.extend(properties(tag)),
            (_, Some("w:tcPr"), "w:tcW") if self.row == 1 => self.measure(tag, &["w:w"]),
            (_, Some("w:tcPr"), "w:shd") => self.cell.extend(properties(tag)),
            (_, Some("w:sectPr"), "w:pgSz") => self.measure(tag, &["w:w", "w:h"]),
            (_, Some("w:sectPr"), "w:pgMar") => {
                self.measure(tag, &["w:top", "w:right", "w:bottom", "w:left"]);
            }
            _ => {}
        }
    }

    fn measure(&mut self, tag: &BytesStart<'_>, keys: &[&str]) {
        for key in keys {
            let value = attribute(tag, key);
            let number = value.and_then(|value| value.parse().ok());
            self.measures.push(number.unwrap_or_default());
        }
    }

    /// Text that the reader meets outside the places.
    pub(super) fn text(&mut self, text: &str) {
        let count = text.chars().filter(|c| !c.is_whitespace()).count();
        if count == 0 {
            return;
        }
        let looks = self.styles.letters(&self.paragraph, &self.run);
        match self.letters.last_mut().filter(|(last, _)| *last == looks) {
            Some((_, letters)) => *letters += count,
            None => self.letters.push((looks, count)),
        }
    }

    /// The paragraph ends: how it looks; nothing of one without text.
    pub(super) fn finish_line(&mut self) -> String {
        let letters = std::mem::take(&mut self.letters);
        if letters.is_empty() {
            return String::new();
        }
        let paragraph = self.styles.paragraph(&self.paragraph);
        let letters = letters
            .iter()
            .map(|(looks, count)| format!("{count}:{looks}"));
        let letters: Vec<String> = letters.collect();
        format!("{paragraph}|{:?}|{}", self.cell, letters.join("|"))
    }

    /// Widths of columns, sizes and margins of pages, in twentieths of a point.
    pub(super) fn measures(self) -> Vec<i64> {
        self.measures
    }
}
