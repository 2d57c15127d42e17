//! Properties: what holds for every number, name and order, not only for those that a case thought of.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use unicode_normalization::UnicodeNormalization;

use tonghop::base::cell::{COLUMNS, Cell, CellAddress, CellValue, Grid, ROWS, Visibility};
use tonghop::base::number::{self, Sort};
use tonghop::base::points::{Decimal, Points};
use tonghop::base::text::{clean, key};
use tonghop::campaign::definition::Source;
use tonghop::campaign::scheme::Scheme;
use tonghop::campaign::settings::Campaign;
use tonghop::campaign::units::Registry;
use tonghop::input::recognise::{Known, recognise};
use tonghop::input::submission::Submission;
use tonghop::judge::rank::{BoundedTotal, rank};

use crate::cases::grid::{Sheet, Value};
use crate::cases::{folder, outcome};

proptest! {
    #[test]
    fn addresses_survive_the_round_trip(row in 0..ROWS, column in 0..COLUMNS) {
        let address = CellAddress::new(row, column);
        let shown = address.to_string();
        prop_assert_eq!(shown.parse::<CellAddress>().unwrap(), address);
        prop_assert_eq!(shown.to_lowercase().parse::<CellAddress>().unwrap(), address);
    }

    #[test]
    fn a_text_and_its_clean_form_have_one_key(
        any in any::<String>(),
        likely in "[ aAáÁạđĐÐoOuỳỶ1.,&(\u{ad}\u{200b}\u{301}\u{323}\u{a0}\t\r\n\u{1}]{0,24}",
    ) {
        for text in [any, likely] {
            prop_assert_eq!(key(&clean(&text)), key(&text), "{:?}", text);
        }
    }

    #[test]
    fn places_ignore_the_order_and_are_shared_by_equals(
        totals in prop::collection::vec(0_i64..12, 1..20),
        swaps in prop::collection::vec(any::<(Index, Index)>(), 0..20),
    ) {
        let place_of = |totals: &[i64]| -> BTreeMap<i64, u32> {
            let ranks = rank(&totals.iter().map(|total| standing(*total)).collect::<Vec<_>>());
            totals.iter().copied().zip(ranks.iter().map(|rank| rank.place)).collect()
        };
        let places = place_of(&totals);
        for total in &totals {
            let above = totals.iter().filter(|other| *other > total).count();
            prop_assert_eq!(places[total] as usize, above + 1);
        }
        let mut shuffled = totals;
        shuffle(&mut shuffled, &swaps);
        prop_assert_eq!(place_of(&shuffled), places);
    }

    #[test]
    fn a_number_is_read_in_every_way_it_is_written(
        hundredths in -1000_i64..=20_00,
        way in select(WAYS.to_vec()),
    ) {
        let value = Decimal::new(hundredths, 2);
        let sort = Sort::Points { lowest: Decimal::from(-10), highest: Decimal::from(20) };
        let text = way(&value.normalize().to_string());
        let read = number::read(&CellValue::Text(text.clone()), sort, "");
        prop_assert_eq!(read.unwrap().unwrap().value, value, "{:?}", text);
        let stored = value.to_string().parse().unwrap();
        let read = number::read(&CellValue::Number(stored), sort, "").unwrap().unwrap();
        prop_assert_eq!(read.value, value);
    }

    #[test]
    fn counts_are_read_with_their_thousands(count in 0_i64..100_000_000, mark in select(vec!['.', ',', ' ', '\u{a0}'])) {
        let text = CellValue::Text(thousands(count, mark));
        let read = number::read(&text, Sort::Count, "người").unwrap().unwrap();
        prop_assert_eq!(read.value, Decimal::from(count));
    }

    #[test]
    fn keys_of_keys_are_the_keys(text in any::<String>()) {
        let once = key(&text);
        prop_assert_eq!(key(&once), once);
    }

    #[test]
    fn keys_do_not_see_how_letters_are_composed(text in "[A-Za-zăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵĐ0-9 .,&'/-]{0,40}") {
        let composed: String = text.nfc().collect();
        let decomposed: String = text.nfd().collect();
        prop_assert_eq!(key(&composed), key(&decomposed));
        prop_assert_eq!(key(&text.to_uppercase()), key(&text));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn rows_and_sheets_in_any_order_say_the_same(
        sheet_swaps in prop::collection::vec(any::<(Index, Index)>(), 0..8),
        row_swaps in prop::collection::vec(any::<(Index, Index)>(), 0..30),
    ) {
        let mut sheets = folder::form("STC").unwrap();
        let straight = understood(&sheets);
        for sheet in &mut sheets {
            shuffle_rows(sheet, &row_swaps);
        }
        shuffle(&mut sheets, &sheet_swaps);
        prop_assert_eq!(understood(&sheets), straight);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Claims in and out of range, appraised or not, bonus up to its cap and totals of any size: the range of a total always
    /// holds the total, and always agrees with the best and the worst grade.
    #[test]
    fn ranges_agree_with_grades(
        claims in prop::array::uniform4(0_i64..26),
        appraised in prop::option::of(0_i64..24),
        blank in any::<bool>(),
        bonus in -2_i64..10,
        own_total in 30_i64..110,
    ) {
        let [first, second, third, fourth] = claims;
        let mut edit = format!(
            "1.!F5 = {first}\n1.!F9 = {second}\n2.!F8 = {third}\n2.!F9 = {fourth}\n3.!F5 = {bonus}\n\
             Tổng hợp!D8 = {own_total}\n"
        );
        if let Some(granted) = appraised {
            edit += &format!("1.!G5 = {granted}\n");
        }
        if blank {
            edit += "1.!F8 =\n";
        }
        let case = format!("[[workbook]]\nfrom = \"STC\"\nedit = \"\"\"\n{edit}\"\"\"\n");
        let outcome = outcome::run(&toml::from_str(&case).unwrap()).unwrap();
        let bounds = outcome.bounds.unwrap();
        let (range, grades) = bounds.split_once(" = ").unwrap().1.split_once(" | ").unwrap();
        let (lowest, highest) = range.split_once("..").unwrap();
        let grade = |total: &str| match total.parse::<Decimal>().unwrap() {
            total if total >= Decimal::from(85) => "Tốt",
            total if total >= Decimal::from(70) => "Khá",
            total if total >= Decimal::from(50) => "Trung bình",
            _ => "Yếu",
        };
        prop_assert_eq!(grades, format!("{}..{}", grade(lowest), grade(highest)), "{}", edit);
        if let Some(total) = outcome.units.unwrap().split(' ').nth(2) && total != "open" {
            let number = |text: &str| text.parse::<Decimal>().unwrap();
            let total = number(total);
            prop_assert!(number(lowest) <= total && total <= number(highest), "{}", edit);
        }
    }
}

#[test]
fn files_under_any_name_say_the_same() {
    let orders = [
        [1, 2, 3],
        [1, 3, 2],
        [2, 1, 3],
        [2, 3, 1],
        [3, 1, 2],
        [3, 2, 1],
    ];
    let units = orders.map(|order| {
        let workbook = |(code, name): (&str, i32)| {
            format!("[[workbook]]\nfrom = \"{code}\"\nfile = \"{name}.xlsx\"\n")
        };
        let case: String = ["STC", "SNV", "DHA"]
            .into_iter()
            .zip(order)
            .map(workbook)
            .collect();
        outcome::run(&toml::from_str(&case).unwrap()).unwrap().units
    });
    assert!(units.iter().all(|one| one == &units[0]), "{units:?}");
}

/// Ways in which people write a number whose plain form is `-89.5`.
const WAYS: &[fn(&str) -> String] = &[
    str::to_string,
    |plain| plain.replace('.', ","),
    |plain| format!("{plain}\u{a0}"),
    |plain| format!("\u{200b} {plain}\t"),
    |plain| format!("'{plain}"),
    |plain| format!("{} điểm", plain.replace('.', ",")),
    |plain| format!("{plain}đ"),
    |plain| format!("{plain}/20"),
    |plain| plain.chars().map(full_width).collect(),
    |plain| plain.replace('-', "\u{2212}"),
    |plain| plain.replace('-', "\u{2013} "),
    |plain| match plain.strip_prefix('-') {
        Some(size) => format!("({size})"),
        None => format!("+{plain}"),
    },
];

fn full_width(c: char) -> char {
    match c.to_digit(10) {
        Some(digit) => char::from_u32(0xff10 + digit).unwrap(),
        None => c,
    }
}

fn thousands(count: i64, mark: char) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(mark);
        }
        text.push(digit);
    }
    text
}

fn standing(total: i64) -> BoundedTotal {
    let total = Points::from(total);
    BoundedTotal {
        total,
        lowest: total,
        highest: total.into(),
    }
}

fn shuffle<T>(list: &mut [T], swaps: &[(Index, Index)]) {
    for (one, other) in swaps {
        list.swap(one.index(list.len()), other.index(list.len()));
    }
}

/// Swaps rows below the header of a table; a cover stays as it is.
fn shuffle_rows(sheet: &mut Sheet, swaps: &[(Index, Index)]) {
    let is_header = sheet.cells.get(&(3, 0)) == Some(&Value::Text("TT".to_string()));
    let mut rows: BTreeMap<u32, Vec<(u32, Value)>> = BTreeMap::new();
    for ((row, column), value) in sheet
        .cells
        .iter()
        .filter(|((row, _), _)| is_header && *row > 3)
    {
        rows.entry(*row).or_default().push((*column, value.clone()));
    }
    let mut order: Vec<u32> = rows.keys().copied().collect();
    if order.is_empty() {
        return;
    }
    shuffle(&mut order, swaps);
    sheet.cells.retain(|(row, _), _| *row <= 3);
    for (to, cells) in order.into_iter().zip(rows.into_values()) {
        let cells = cells
            .into_iter()
            .map(|(column, value)| ((to, column), value));
        sheet.cells.extend(cells);
    }
}

/// What a workbook of these sheets says, but for the places where it says so.
fn understood(sheets: &[Sheet]) -> BTreeMap<String, String> {
    let source = |file, text| Source { file, text };
    let scheme = Scheme::parse(source("scheme", include_str!("cases/base/scheme.toml"))).unwrap();
    let registry = include_str!("cases/base/units.csv");
    let registry = Registry::parse(source("units", registry), &scheme).unwrap();
    let known = Known::new(&Campaign::built_in(), &scheme, &registry);
    let grids: Vec<Grid> = sheets.iter().map(grid).collect();
    let recognised = recognise(&grids, &BTreeMap::new(), "phieu.xlsx", &known);
    let codes: Vec<&str> = recognised
        .findings
        .iter()
        .map(|one| one.rule.code)
        .collect();
    let mut said = values(&recognised.submission.unwrap());
    said.insert("findings".to_string(), codes.join(" "));
    said
}

fn values(submission: &Submission) -> BTreeMap<String, String> {
    let mut said = BTreeMap::new();
    for (id, entry) in &submission.entries {
        said.insert(id.to_string(), format!("{:?}", entry.claimed.value));
    }
    for (id, found) in &submission.figures {
        said.insert(id.to_string(), format!("{:?}", found.value));
    }
    for own in &submission.own_sums {
        said.insert(format!("{:?}", own.of), format!("{:?}", own.stated.value));
    }
    said
}

pub fn grid(sheet: &Sheet) -> Grid {
    let cells = sheet.cells.iter().map(|((row, column), value)| {
        let value = match value {
            Value::Number(text) => CellValue::Number(text.parse().unwrap()),
            Value::Text(text) => CellValue::Text(text.clone()),
            other => panic!("the form holds {other:?}"),
        };
        Cell::new(CellAddress::new(*row, *column), value)
    });
    Grid::new(
        sheet.name.as_str(),
        Visibility::Visible,
        cells.collect(),
        Vec::new(),
    )
}
