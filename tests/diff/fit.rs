//! TH510 to TH515: sides that are not results of one kind, and nearly; and that nothing is claimed where they are not.

use tonghop::base::lang::Lang;
use tonghop::base::points::{Decimal, Points};
use tonghop::output::comparison;
use tonghop::result::diff::{self, Apart, Class, Diff, Side, State};
use tonghop::result::report::kind::Kind;

use super::made::{Made, Score};

const CRITERIA: [(&str, &str, i64); 2] = [("1.1", "Máy tính", 60), ("1.2", "Mạng", 40)];

/// A year with departments that every province has, and with districts of its own.
fn year(year: i32, criteria: &[(&str, &str, i64)], districts: &[&str], points: i64) -> Made {
    let mut made = Made::new(year, criteria, &["tinh", "huyen"]);
    let scores: Vec<Score> = criteria
        .iter()
        .map(|(id, ..)| (*id, Some(points), Some(points), false))
        .collect();
    for name in ["Sở Tài chính", "Sở Nội vụ", "Sở Y tế"] {
        made.unit(&format!("tinh/{name}"), name, &scores, 0);
    }
    for name in districts {
        made.unit(&format!("huyen/{name}"), name, &scores, 0);
    }
    made
}

const HERE: [&str; 5] = ["Đăk Hà", "Đăk Tô", "Sa Thầy", "Kon Rẫy", "Tu Mơ Rông"];
const THERE: [&str; 5] = ["Ba Tơ", "Bình Sơn", "Mộ Đức", "Trà Bồng", "Đức Phổ"];

fn side(made: &Made) -> Side {
    diff::side_of_rows(&made.rows)
}

fn compared(before: &Made, now: &Made) -> Diff {
    diff::diff(&side(before), &side(now))
}

fn codes(diff: &Diff) -> Vec<&'static str> {
    diff.findings.iter().map(|one| one.rule.code).collect()
}

#[test]
fn another_place_is_said_once_and_no_change_is_claimed() {
    let before = year(2016, &CRITERIA, &THERE, 300);
    let now = year(2017, &CRITERIA, &HERE, 350);
    let diff = compared(&before, &now);
    assert_eq!(codes(&diff), ["TH510"]);
    assert_eq!(
        diff.findings[0].message(Lang::Vi),
        "huyen: chỉ 0/5 đơn vị của bên ít đơn vị hơn có ở bên kia"
    );
    assert_eq!(diff.apart, [Apart::Units]);
    for unit in diff.units() {
        assert_eq!(unit.class, Class::NotComparable, "{}", unit.name);
        assert_eq!((unit.change, unit.share, unit.places), (None, None, None));
        assert_eq!(unit.parts, None, "{}", unit.name);
    }
    let of = |state: State| diff.units().filter(|unit| unit.state == state).count();
    assert_eq!((of(State::Compared), of(State::New)), (3, 5));
    assert!(diff.cells.is_empty() && !diff.is_empty());
    assert!(diff.levels.iter().all(|level| level.up.is_empty()));
    let said = comparison::verdict(&diff, Lang::Vi);
    assert!(
        said.contains("5 chỉ có ở bên sau, 5 chỉ có ở bên trước"),
        "{said}"
    );
    assert!(said.contains("số liệu chỉ đặt cạnh nhau"), "{said}");
    assert!(
        !said.contains("mới") && !said.contains("không còn"),
        "{said}"
    );
}

/// Nor what only last year's result can tell of a unit.
#[test]
fn of_another_place_no_large_change_is_told() {
    let now = year(2017, &CRITERIA, &HERE, 10);
    let told = |before: &Made| diff::findings(&side(before), &side(&now), Decimal::from(50)).len();
    assert_eq!(told(&year(2016, &CRITERIA, &HERE, 390)), 8);
    assert_eq!(told(&year(2016, &CRITERIA, &THERE, 390)), 0);
    assert_eq!(told(&year(2018, &CRITERIA, &HERE, 390)), 0);
}

#[test]
fn near_another_place() {
    let now = year(2017, &CRITERIA, &HERE, 350);
    // One of five is left.
    let one_left = ["Ba Tơ", "Bình Sơn", "Mộ Đức", "Trà Bồng", "Đăk Hà"];
    let few = &THERE[..2];
    let names: [&[&str]; 2] = [&one_left, few];
    for districts in names {
        let diff = compared(&year(2016, &CRITERIA, districts, 300), &now);
        assert_eq!(codes(&diff), [""; 0], "{districts:?}");
        assert!(diff.units().any(|unit| unit.change.is_some()));
    }
    // A level that is not on the other side tells nothing.
    let mut communes = year(2017, &CRITERIA, &[], 350);
    let scores = [("1.1", Some(10), Some(10), false)];
    for name in ["A", "B", "C"] {
        communes.unit(&format!("xa/{name}"), name, &scores, 0);
    }
    assert_eq!(
        codes(&compared(&year(2016, &CRITERIA, &HERE, 300), &communes)),
        [""; 0]
    );
}

/// Names, codes and mergers that the list of units tells.
#[test]
fn near_another_place_where_units_changed() {
    let now = year(2017, &CRITERIA, &HERE, 350);
    let mut renamed = year(2016, &CRITERIA, &THERE, 300);
    for (old, new) in THERE.iter().zip(HERE) {
        renamed.succession("renamed", &format!("huyen/{old} → huyen/{new}; ; "));
    }
    let relation = Kind::Succession;
    assert!(renamed.rows.iter().any(|row| row.kind == relation));
    let mut merged = year(2016, &CRITERIA, &THERE, 300);
    let all: Vec<String> = THERE.iter().map(|one| format!("huyen/{one}")).collect();
    merged.succession("merged", &format!("{} → huyen/Đăk Hà; ; ", all.join("|")));
    let mut recoded = year(2016, &CRITERIA, &[], 300);
    let scores = [("1.1", Some(10), Some(10), false)];
    for (number, name) in HERE.iter().enumerate() {
        recoded.unit(&format!("huyen/{number}"), name, &scores, 0);
    }
    for before in [renamed, merged, recoded] {
        assert_eq!(codes(&compared(&before, &now)), [""; 0]);
    }
}

const OTHERS: [(&str, &str, i64); 2] = [("I.1", "Nhận thức số", 60), ("I.2", "Thể chế số", 40)];

/// A year by criteria of which none is the others'; its groups are others too.
fn by_others(of: i32) -> Made {
    let mut made = year(of, &OTHERS, &HERE, 300);
    for row in &mut made.rows {
        if row.group == "1" || row.group == "2" {
            row.group = format!("N{}", row.group).into();
        }
        if row.kind == Kind::Scheme {
            row.text = "khac 1".into();
        }
    }
    made
}

#[test]
fn criteria_of_which_none_is_shared_are_neither_new_nor_gone() {
    let now = year(2017, &CRITERIA, &HERE, 350);
    let diff = compared(&by_others(2016), &now);
    assert_eq!(codes(&diff), ["TH511"]);
    assert_eq!(
        diff.findings[0].message(Lang::Vi),
        "không nhóm, tiêu chí nào có cùng mã và cùng tên ở cả hai bên (khac 1; thu 1)"
    );
    assert!(diff.items.is_empty() && diff.cells.is_empty());
    assert!(
        diff.units()
            .all(|unit| unit.places.is_none() && unit.share.is_none())
    );
    // Of one year too, without saying it twice.
    assert_eq!(codes(&compared(&by_others(2017), &now)), ["TH511"]);
}

#[test]
fn near_criteria_of_which_one_is_shared() {
    let now = year(2017, &CRITERIA, &HERE, 350);
    let mut criteria = OTHERS;
    criteria[0] = CRITERIA[0];
    let diff = compared(&year(2016, &criteria, &HERE, 300), &now);
    assert_eq!(codes(&diff), [""; 0]);
    assert!(!diff.items.is_empty());
}

/// The sides of two years, the first one without a scale, and with totals so many times as large.
fn on_other_scale(percent: i64) -> Diff {
    let now = side(&year(2017, &CRITERIA, &HERE, 400));
    let mut before = side(&year(2016, &CRITERIA, &HERE, 400));
    (before.total_maximum, before.is_table) = (None, true);
    for unit in before.units.values_mut() {
        let result = unit.result.as_mut().unwrap();
        result.total = Some(Points(
            Decimal::from(80)
                .checked_mul(Decimal::new(percent, 2))
                .unwrap(),
        ));
    }
    diff::diff(&before, &now)
}

#[test]
fn totals_on_two_scales_are_not_subtracted() {
    for percent in [1000, 800, 12] {
        let diff = on_other_scale(percent);
        assert_eq!(codes(&diff), ["TH512"], "{percent}");
        assert!(diff.units().all(|unit| unit.change.is_none()));
    }
}

#[test]
fn near_two_scales_the_change_is_told_with_its_condition() {
    for percent in [700, 100, 13] {
        let diff = on_other_scale(percent);
        assert_eq!(codes(&diff), [""; 0], "{percent}");
        let unit = diff.units().next().unwrap();
        assert!(unit.change.is_some() && unit.class == Class::Conditional);
        let said = comparison::reasons(unit, Lang::Vi);
        assert!(said.contains("không cho biết thang điểm"), "{said}");
        // Its maxima are not said to be those of the scheme that it was read by.
        let side = comparison::side(&diff.previous, Lang::Vi);
        assert!(side.contains("thang điểm khác bộ tiêu chí thu 1"), "{side}");
    }
}

#[test]
fn a_later_year_before_an_earlier_one() {
    let before = year(
        2018,
        &CRITERIA,
        &["Đăk Hà", "Đăk Tô", "Sa Thầy", "Ba Tơ"],
        300,
    );
    let now = year(2017, &CRITERIA, &HERE, 350);
    let diff = compared(&before, &now);
    assert_eq!(codes(&diff), ["TH513"]);
    assert_eq!(
        diff.findings[0].message(Lang::Vi),
        "bên trước là kết quả năm 2018, bên sau là kết quả năm 2017"
    );
    let said = comparison::verdict(&diff, Lang::Vi);
    assert!(
        said.contains("2 chỉ có ở bên sau, 1 chỉ có ở bên trước"),
        "{said}"
    );
    assert_eq!(codes(&compared(&now, &before)), [""; 0]);
    let said = comparison::verdict(&compared(&now, &before), Lang::Vi);
    assert!(said.contains("1 mới, 2 không còn"), "{said}");
    let mut unknown = before;
    unknown.rows.retain(|row| row.kind != Kind::Year);
    assert_eq!(codes(&compared(&unknown, &now)), [""; 0]);
}

/// A result by another scheme that shares criteria with the first.
fn by_scheme(scheme: &str) -> Made {
    let mut made = year(2017, &CRITERIA, &HERE, 300);
    let mut rows = made.rows.iter_mut();
    rows.find(|row| row.kind == Kind::Scheme).unwrap().text = scheme.to_string().into();
    made
}

#[test]
fn one_year_by_two_schemes() {
    let now = year(2017, &CRITERIA, &HERE, 350);
    let diff = compared(&by_scheme("khac 1"), &now);
    assert_eq!(codes(&diff), ["TH514"]);
    assert_eq!(
        diff.findings[0].message(Lang::Vi),
        "hai bên cùng là kết quả năm 2017 nhưng theo hai bộ tiêu chí: khac 1; thu 1"
    );
    // Another version of one scheme, and a table, of which the scheme is not its own word.
    assert_eq!(codes(&compared(&by_scheme("thu 2"), &now)), [""; 0]);
    let mut table = side(&by_scheme("khac 1"));
    table.is_table = true;
    assert_eq!(codes(&diff::diff(&table, &side(&now))), [""; 0]);
}

/// A result by an authority; `None`: it does not say by whom.
fn by_authority(of: i32, authority: Option<&str>) -> Made {
    let mut made = year(of, &CRITERIA, &HERE, 300);
    if let Some(authority) = authority {
        made.fact(Kind::Authority, None, authority);
    }
    made
}

/// Departments are called alike everywhere, and so may districts be.
#[test]
fn results_of_two_authorities_are_not_two_years() {
    let now = by_authority(2017, Some("UBND TỈNH KON TUM"));
    let before = by_authority(2016, Some("ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI"));
    let diff = compared(&before, &now);
    assert_eq!(codes(&diff), ["TH515"]);
    assert_eq!(
        diff.findings[0].message(Lang::Vi),
        "bên trước là kết quả của “ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI”, bên sau là kết quả của “UBND TỈNH KON TUM”"
    );
    assert_eq!(diff.apart, [Apart::Units]);
    assert!(diff.units().all(|unit| unit.change.is_none()));
    // Nor is a large change told of any unit.
    let before = side(&before);
    assert!(diff::findings(&before, &side(&now), Decimal::ZERO).is_empty());
    // What hardly shares a unit is said once.
    let mut there = year(2016, &CRITERIA, &THERE, 300);
    there.fact(Kind::Authority, None, "UBND TỈNH QUẢNG NGÃI");
    assert_eq!(codes(&compared(&there, &now)), ["TH510"]);
}

#[test]
fn near_two_authorities() {
    let now = by_authority(2017, Some("UBND TỈNH KON TUM"));
    for authority in [
        None,
        Some("Ủy ban nhân dân tỉnh Kon Tum"),
        Some("SỞ NỘI VỤ TỈNH KON TUM"),
        Some("SỞ THÔNG TIN VÀ TRUYỀN THÔNG"),
    ] {
        let diff = compared(&by_authority(2016, authority), &now);
        assert_eq!(codes(&diff), [""; 0], "{authority:?}");
    }
}
