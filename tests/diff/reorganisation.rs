//! July 2025: districts abolished, communes new, departments merged. Nothing is compared that must not be, and it says why.

use tonghop::base::lang::Lang;
use tonghop::campaign::units::Relation;
use tonghop::output::comparison;
use tonghop::result::diff::{self, Class, Diff, Reason, State, UnitDiff};

use super::made::Made;

const CRITERIA: [(&str, &str, i64); 2] = [("1.1", "Máy tính", 60), ("1.2", "Mạng", 40)];

/// Ten districts and four departments in 2024; two departments and communes in 2025.
fn reorganised() -> Diff {
    let scores = |one: i64| {
        [
            ("1.1", Some(one), Some(one), false),
            ("1.2", Some(300), Some(300), false),
        ]
    };
    let mut before = Made::new(2024, &CRITERIA, &["tinh", "huyen"]);
    for (number, code) in (0_i64..).zip(["STC", "SKHDT", "SNV", "SYT"]) {
        before.unit(
            &format!("tinh/{code}"),
            &format!("Sở {code}"),
            &scores(400 + number),
            0,
        );
    }
    for number in 0..10_i64 {
        let name = match number {
            0 => "UBND huyện Sa Thầy".to_string(),
            number => format!("UBND huyện {number}"),
        };
        let code = if number == 0 {
            "SATHAY".to_string()
        } else {
            format!("H{number}")
        };
        before.unit(&format!("huyen/{code}"), &name, &scores(300 + number), 0);
    }
    let mut now = Made::new(2025, &CRITERIA, &["tinh", "xa"]);
    now.unit("tinh/STC", "Sở Tài chính", &scores(500), 0);
    now.unit("tinh/SNV", "Sở SNV", &scores(410), 0);
    now.unit("tinh/SYT", "Sở SYT", &scores(420), 0);
    now.unit("xa/SATHAY", "UBND xã Sa Thầy", &scores(450), 0);
    now.unit("xa/X2", "UBND xã Hai", &scores(350), 0);
    now.succession(
        "merged",
        "tinh/STC|tinh/SKHDT → tinh/STC; 2025-03-01; Nghị quyết 18",
    );
    now.succession(
        "abolished",
        "huyen/SATHAY → xa/SATHAY|xa/X2; 2025-07-01; Luật 72/2025/QH15",
    );
    // Long ago: nothing to this comparison.
    now.succession("merged", "tinh/CU → tinh/SYT; 2010-01-01; ");
    diff::diff(
        &diff::side_of_rows(&before.rows),
        &diff::side_of_rows(&now.rows),
    )
}

fn unit<'d>(diff: &'d Diff, id: &str) -> &'d UnitDiff {
    diff.units()
        .find(|unit| unit.unit.to_string() == id)
        .unwrap()
}

#[test]
fn nothing_is_compared_across_a_break() {
    let diff = reorganised();
    for one in diff.units().filter(|unit| unit.state != State::Compared) {
        let bare = (one.change, one.share, one.places, one.parts.is_some());
        assert_eq!(bare, (None, None, None, false), "{one:#?}");
        assert_eq!(one.class, Class::NotComparable, "{one:#?}");
    }
    let compared: Vec<String> = diff
        .units()
        .filter(|unit| unit.state == State::Compared)
        .map(|unit| unit.unit.to_string())
        .collect();
    assert_eq!(compared, ["tinh/SNV", "tinh/SYT"]);
    let gone = diff
        .units()
        .filter(|unit| unit.state == State::Gone)
        .count();
    // Ten districts, and the department that went into another.
    assert_eq!(gone, 11);
}

#[test]
fn a_merged_department_is_not_the_one_of_its_code() {
    let diff = reorganised();
    let one = unit(&diff, "tinh/STC");
    assert_eq!(one.state, State::Broken);
    let text = comparison::reasons(one, Lang::Vi);
    assert_eq!(
        text,
        "sáp nhập: Sở Tài chính + Sở SKHDT → Sở Tài chính, từ 01/03/2025 (Nghị quyết 18)"
    );
}

#[test]
fn a_commune_is_not_the_district_of_its_name() {
    let diff = reorganised();
    let one = unit(&diff, "xa/SATHAY");
    assert_eq!((one.state, &one.before), (State::New, &None));
    assert!(matches!(
        one.reasons.as_slice(),
        [Reason::Succession {
            relation: Relation::Abolished,
            ..
        }]
    ));
    let text = comparison::reasons(one, Lang::En);
    assert!(
        text.contains("Luật 72/2025/QH15") && text.contains("UBND huyện Sa Thầy"),
        "{text}"
    );
    // The cell view shows units as a whole only, where they are not the same.
    let cells = diff.cells.iter().filter(|cell| cell.unit.level.0 != "tinh");
    assert!(cells.clone().count() > 0);
    assert!(cells.into_iter().all(|cell| cell.item.is_empty()));
}

#[test]
fn places_are_among_the_units_compared() {
    let diff = reorganised();
    let one = unit(&diff, "tinh/SYT");
    let places = [&one.before, &one.now].map(|result| result.as_ref().unwrap().common_place);
    assert_eq!((places, one.places), ([Some(1), Some(1)], Some(0)));
}

#[test]
fn another_name_under_one_code_is_said() {
    let scores = [("1.1", Some(10), Some(10), false)];
    let mut before = Made::new(2016, &CRITERIA, &["tinh"]);
    before.unit("tinh/A", "Sở Cũ", &scores, 0);
    let mut now = Made::new(2017, &CRITERIA, &["tinh"]);
    now.unit("tinh/A", "Sở Mới", &scores, 0);
    let diff = diff::diff(
        &diff::side_of_rows(&before.rows),
        &diff::side_of_rows(&now.rows),
    );
    let one = unit(&diff, "tinh/A");
    assert_eq!(
        (one.state, one.class),
        (State::Compared, Class::Conditional)
    );
    assert!(matches!(
        one.reasons.as_slice(),
        [Reason::NameDiffers { .. }]
    ));
}

/// Codes made of initials go over to another unit when a unit comes or goes: `SNV` was Sở Ngoại vụ and is Sở Nội vụ.
#[test]
fn a_code_that_names_another_unit_gives_way_to_the_whole_name() {
    let of = |points: i64| [("1.1", Some(points), Some(points), false)];
    let mut before = Made::new(2023, &CRITERIA, &["tinh"]);
    before.unit("tinh/SNV", "Sở Ngoại vụ", &of(449), 0);
    before.unit("tinh/SNV-2", "Sở Nội vụ", &of(461), 0);
    before.unit("tinh/A", "Sở Cũ", &of(400), 0);
    let mut now = Made::new(2024, &CRITERIA, &["tinh"]);
    now.unit("tinh/SNV", "Sở Nội vụ", &of(432), 0);
    now.unit("tinh/A", "Sở Mới", &of(500), 0);
    let sides = [&before, &now].map(|made| diff::side_of_rows(&made.rows));
    let forth = diff::diff(&sides[0], &sides[1]);
    let one = unit(&forth, "tinh/SNV");
    assert_eq!(one.change.unwrap().to_string(), "-2.9");
    assert_eq!((one.state, one.class), (State::Compared, Class::Comparable));
    // What has one code and two names, none of which stands elsewhere, is compared with a word, and is no mover.
    let named = |diff: &Diff, at: usize| diff.levels[0].units[at].name.clone();
    let moved: Vec<String> = forth.levels[0]
        .up
        .iter()
        .chain(&forth.levels[0].down)
        .map(|at| named(&forth, *at))
        .collect();
    assert_eq!(moved, ["Sở Nội vụ"]);
    let gone = forth.levels[0].units.iter();
    let gone: Vec<&str> = gone
        .filter(|one| one.state == State::Gone)
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(gone, ["Sở Ngoại vụ"]);
    // Backwards the other one is new.
    let back = diff::diff(&sides[1], &sides[0]);
    let new = back.levels[0].units.iter();
    let new: Vec<&str> = new
        .filter(|one| one.state == State::New)
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(new, ["Sở Ngoại vụ"]);
    assert_eq!(unit(&back, "tinh/SNV-2").change.unwrap().to_string(), "2.9");
}
