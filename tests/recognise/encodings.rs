//! Forms in old encodings read as the same form in Unicode does, and nothing else is decoded.

use std::collections::HashMap;

use tonghop::base::cell::{CellValue, Grid};
use tonghop::base::encoding::Encoding;
use tonghop::base::finding::Fact;
use tonghop::base::lang::Lang;
use tonghop::base::text;
use tonghop::campaign::scheme::Scheme;
use tonghop::input::recognise::Recognised;

use crate::recognise::form::{cell, codes, form, read, scheme, with_cells, with_texts};

/// The codes of all letters, found by decoding everything that can be one.
fn codes_of(encoding: Encoding) -> HashMap<char, String> {
    let high: Vec<char> = ('\u{a1}'..='\u{ff}').collect();
    let mut stored: Vec<String> = high.iter().map(char::to_string).collect();
    if encoding == Encoding::Vni {
        let bases = "aeiouyôöAEIOUYÔÖ".chars();
        stored.extend(bases.flat_map(|base| high.iter().map(move |mark| format!("{base}{mark}"))));
    }
    let mut codes = HashMap::new();
    for code in stored {
        for letter in encoding.decode(&code) {
            let mut letters = letter.chars();
            if let (Some(letter), None) = (letters.next(), letters.next()) {
                codes.entry(letter).or_insert_with(|| code.clone());
            }
        }
    }
    codes
}

/// A text in TCVN3 or VNI, as it looks in Latin-1. A capital without a code is written by the small one.
fn stored(text: &str, codes: &HashMap<char, String>) -> String {
    let code = |c: char| {
        let small = c.to_lowercase().next().unwrap();
        let code = codes.get(&c).or_else(|| codes.get(&small));
        code.cloned().unwrap_or_else(|| c.to_string())
    };
    text.chars().map(code).collect()
}

/// UTF-8 read as Windows-1252.
fn mojibake(text: &str) -> String {
    const HIGH: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";
    let shown = |byte: &u8| match byte {
        0x80..=0x9f => HIGH.chars().nth(usize::from(byte - 0x80)).unwrap(),
        other => char::from(*other),
    };
    text.as_bytes().iter().map(shown).collect()
}

fn unit_of(recognised: &Recognised) -> String {
    recognised.unit.as_ref().unwrap().code.clone()
}

fn reads_like_unicode(scheme: &Scheme, unit: &str, change: impl Fn(&str) -> String, name: &str) {
    let plain = form(scheme, unit);
    let expected = read(scheme, &plain);
    let found = read(scheme, &with_texts(&plain, change));
    assert_eq!(codes(&expected), Vec::<&str>::new());
    assert_eq!(codes(&found), ["TH211"], "{name}");
    assert_eq!(unit_of(&found), unit_of(&expected));
    let (found_form, expected_form) = (found.submission.unwrap(), expected.submission.unwrap());
    let keyed = |text: &Option<std::sync::Arc<str>>| text.as_deref().map(text::key);
    assert_eq!(found_form.entries.len(), scheme.scored_count());
    for ((id, one), (other_id, other)) in found_form.entries.iter().zip(&expected_form.entries) {
        assert_eq!(id, other_id);
        assert_eq!(one.claimed, other.claimed);
        assert_eq!(keyed(&one.evidence), keyed(&other.evidence), "{name}");
    }
    for (id, figure) in &expected_form.figures {
        assert_eq!(found_form.figures[id].value, figure.value, "{name} {id:?}");
    }
    let finding = &found.findings[0];
    assert_eq!(finding.place.sheet.as_deref(), Some("Thông tin chung"));
    assert!(
        finding.message(Lang::Vi).contains(name),
        "{}",
        finding.message(Lang::Vi)
    );
}

trait Scored {
    fn scored_count(&self) -> usize;
}

impl Scored for Scheme {
    fn scored_count(&self) -> usize {
        let all = self
            .groups
            .iter()
            .map(|group| self.scored(&group.id).count());
        all.sum()
    }
}

#[test]
fn whole_forms() {
    let scheme = scheme();
    let (tcvn3, vni) = (codes_of(Encoding::Tcvn3), codes_of(Encoding::Vni));
    reads_like_unicode(
        &scheme,
        "Sở Tài chính",
        |text| stored(text, &tcvn3),
        "TCVN3 (ABC)",
    );
    reads_like_unicode(&scheme, "Sở Nội vụ", |text| stored(text, &vni), "VNI");
    reads_like_unicode(&scheme, "Sở Khoa học và Công nghệ", mojibake, "UTF-8");
}

#[test]
fn a_sample_goes_with_the_finding() {
    let scheme = scheme();
    let grids = form(&scheme, "Së Tµi chÝnh");
    let found = read(&scheme, &grids);
    assert_eq!(codes(&found), ["TH211"]);
    assert_eq!(unit_of(&found), "STC");
    let finding = &found.findings[0];
    assert_eq!(finding.place.cell.unwrap().to_string(), "B3");
    assert_eq!(finding.found, Some(Fact::Text("Së Tµi chÝnh".to_string())));
    assert_eq!(
        finding.expected,
        Some(Fact::Text("Sở Tài chính".to_string()))
    );
}

#[test]
fn two_fonts_in_one_cell() {
    let scheme = scheme();
    let mut grids = form(&scheme, "x");
    let line = CellValue::Text("Tên đơn vị: Së Tµi chÝnh".to_string());
    grids = with_cells(&grids, 0, vec![cell("A3", line)]);
    let found = read(&scheme, &grids);
    assert_eq!(unit_of(&found), "STC");
}

#[test]
fn a_year_in_an_old_title_still_counts() {
    let scheme = scheme();
    let title = CellValue::Text("PhiÕu tù ®¸nh gi¸ n¨m 2016".to_string());
    let grids = with_cells(&form(&scheme, "Sở Tài chính"), 0, vec![cell("A1", title)]);
    assert!(codes(&read(&scheme, &grids)).contains(&"TH109"));
}

#[test]
fn unknown_texts_are_left_alone() {
    let scheme = scheme();
    for unit in ["Së L¹", "Sôû Laï", "Sở Lạ"] {
        let found = read(&scheme, &form(&scheme, unit));
        assert_eq!(codes(&found), ["TH103"], "{unit}");
        assert_eq!(found.findings[0].found, Some(Fact::Text(unit.to_string())));
    }
    // Evidence alone makes no workbook one in an old encoding.
    let evidence = CellValue::Text("QuyÕt ®Þnh sè 12".to_string());
    let grids = with_cells(
        &form(&scheme, "Sở Tài chính"),
        1,
        vec![cell("F2", evidence)],
    );
    let found = read(&scheme, &grids);
    assert_eq!(codes(&found), Vec::<&str>::new());
    let entries = found.submission.unwrap().entries;
    assert_eq!(entries[0].evidence.as_deref(), Some("QuyÕt ®Þnh sè 12"));
}

/// No known text, stored in an old encoding, is another known text.
#[test]
fn known_texts_do_not_collide() {
    let scheme = scheme();
    let grids: Vec<Grid> = form(&scheme, "Sở Tài chính");
    let texts: Vec<String> = grids
        .iter()
        .flat_map(Grid::cells)
        .filter_map(|cell| match &cell.value {
            CellValue::Text(text) => Some(text::key(text)),
            _ => None,
        })
        .collect();
    for encoding in Encoding::ALL {
        for text in &texts {
            for decoded in encoding.decode(text) {
                assert!(!texts.contains(&text::key(&decoded)), "{text} {decoded}");
            }
        }
    }
}
