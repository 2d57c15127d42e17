//! Where grades begin, as a scheme says it: in points or in percent, for all levels or for each.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use tonghop::base::error::{Nameable, Problem};
use tonghop::base::ids::{GroupId, LevelId};
use tonghop::base::points::{Decimal, Points};
use tonghop::campaign::definition::Source;
use tonghop::campaign::scheme::{Attained, GroupShare, Scheme};

const SCHEME: &str = include_str!("cases/base/scheme.toml");

fn source(text: &str) -> Source<'_> {
    Source {
        file: "tệp", text
    }
}

/// The scheme of the cases with grades that begin here, or its problems with their lines; districts can have 110 points.
fn grades_from(limits: [&str; 4]) -> Result<Scheme, Vec<(usize, Problem)>> {
    let mut text = SCHEME.to_string();
    for (old, new) in ["85", "70", "50", "0"].iter().zip(limits) {
        let old = format!("\nfrom = {old}\n");
        assert_eq!(text.matches(&old).count(), 1);
        text = text.replace(&old, &format!("\nfrom = {new}\n"));
    }
    for (old, new) in [
        (
            "units = \"UBND các huyện\"\n",
            "units = \"UBND các huyện\"\ntotal_maximum = 110\n",
        ),
        (
            "maximum = { tinh = 50, huyen = 55 }",
            "maximum = { tinh = 50, huyen = 65 }",
        ),
        (
            "name = \"Kế hoạch ứng dụng hằng năm\"\nmaximum = 10\n",
            "name = \"Kế hoạch ứng dụng hằng năm\"\nmaximum = { tinh = 10, huyen = 20 }\n",
        ),
    ] {
        assert_eq!(text.matches(old).count(), 1, "{old}");
        text = text.replace(old, new);
    }
    Scheme::parse(source(&text)).map_err(|errors| {
        let all = errors.into_iter();
        all.map(|error| (error.line, error.problem)).collect()
    })
}

#[test]
fn limits_are_points_or_percentages_of_the_level_s_total() {
    let good = grades_from([
        "\"85%\"",
        "{ tinh = 70, huyen = \"62,5 %\" }",
        "\"50%\"",
        "0",
    ]);
    let scheme = good.unwrap();
    let grade = |level: &str, total: &str| {
        let total = Points(total.parse().unwrap());
        let has = Attained::of_total(total);
        scheme.grade(&LevelId::from(level), &has).to_string()
    };
    // A total that is the limit has the grade.
    for (level, total, expected) in [
        ("tinh", "85", "Tốt"),
        ("tinh", "84.9999999999", "Khá"),
        ("tinh", "70", "Khá"),
        ("tinh", "69.99", "Trung bình"),
        ("huyen", "93.5", "Tốt"),
        ("huyen", "93.4999999999", "Khá"),
        ("huyen", "68.75", "Khá"),
        ("huyen", "68.74", "Trung bình"),
        ("huyen", "55", "Trung bình"),
        ("huyen", "54.99", "Yếu"),
    ] {
        assert_eq!(grade(level, total), expected, "{level} {total}");
    }
    // Both begin at a limit of their own, so that only some totals have a grade whatever the level is.
    let has = |total: u32| Attained::of_total(Points(total.into()));
    let anywhere = |total: u32| scheme.grade_anywhere(None, |_| has(total));
    assert_eq!(anywhere(95), Some("Tốt"));
    assert_eq!(anywhere(90), None);
    let missing = scheme.next_grade(&LevelId::from("huyen"), &has(93));
    let half = Points("0.5".parse().unwrap());
    assert_eq!(missing, Some(("Tốt", half)));
}

fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn order(id: &str) -> Problem {
    Problem::OutOfOrder {
        kind: Nameable::Grade,
        id: id.to_string(),
    }
}

fn beyond(value: &str, highest: &str) -> Problem {
    Problem::OutOfRange {
        value: number(value),
        lowest: Decimal::ZERO,
        highest: number(highest),
    }
}

fn first(from: &str, total: &str, instead: &str) -> Problem {
    Problem::FirstGrade {
        from: number(from),
        total: number(total),
        instead: number(instead),
    }
}

/// What is right for one level may be wrong for another.
#[test]
fn limits_are_looked_at_level_by_level() {
    let level = |name: &str| Problem::MissingKey(name.to_string());
    let good = ["85", "70", "50", "0"];
    for (index, limit, expected) in [
        (0, "{ tinh = 85, huyen = 90 }", vec![]),
        (0, "\"40%\"", vec![order("Khá")]),
        (0, "{ tinh = 85 }", vec![level("huyen")]),
        (1, "{ tinh = 70, huyen = 85 }", vec![order("Khá")]),
        (1, "{ tinh = 70, huyen = \"77%\" }", vec![]),
        (
            3,
            "{ tinh = 0, huyen = 1 }",
            vec![Problem::LastGrade("Yếu".to_string())],
        ),
        (3, "\"0%\"", vec![]),
        // 10 points come besides.
        (0, "{ tinh = 85, huyen = 120 }", vec![]),
        (0, "{ tinh = 115, huyen = 115 }", vec![beyond("115", "110")]),
        (0, "\"109,5%\"", vec![beyond("120.45", "120")]),
        (0, "\"110%\"", vec![beyond("121", "120")]),
        (
            0,
            "{ tinh = 85, huyen = 0.85 }",
            vec![order("Khá"), first("0.85", "110", "93.5")],
        ),
        (
            0,
            "\"0.85%\"",
            vec![
                order("Khá"),
                first("0.85", "100", "85"),
                first("0.935", "110", "93.5"),
            ],
        ),
    ] {
        let mut limits = good;
        limits[index] = limit;
        let problems = grades_from(limits).err().unwrap_or_default();
        let problems: Vec<Problem> = problems.into_iter().map(|(_, problem)| problem).collect();
        assert_eq!(problems, expected, "{limit}");
    }
}

/// What is no limit, and a limit of no level.
#[test]
fn limits_that_say_nothing_are_refused() {
    let unknown = grades_from(["{ tinh = 85, huyen = 85, xa = 85 }", "70", "50", "0"]);
    let unknown = unknown.unwrap_err();
    assert!(
        matches!(&unknown[..], [(_, Problem::Dangling { kind: Nameable::Level, id, .. })] if id == "xa"),
        "{unknown:?}"
    );
    for wrong in [
        "\"tám mươi\"",
        "\"80\"",
        "\"-5%\"",
        "\"khoảng 80%\"",
        "\"%\"",
        "true",
        "[80]",
    ] {
        let problems = grades_from([wrong, "70", "50", "0"]).unwrap_err();
        assert!(
            matches!(
                &problems[..],
                [(_, Problem::Value { .. } | Problem::Slip(_))]
            ),
            "{wrong}: {problems:?}"
        );
    }
}

/// The scheme of the cases whose best grade asks for this in groups besides.
fn asking(lines: &str) -> Result<Scheme, Vec<Problem>> {
    let text = SCHEME.replace("\nfrom = 85\n", &format!("\nfrom = 85\n{lines}\n"));
    let scheme = Scheme::parse(source(&text));
    scheme.map_err(|errors| errors.into_iter().map(|error| error.problem).collect())
}

#[test]
fn grades_ask_for_points_of_groups() {
    let scheme = asking("each_group = \"60%\"\ngroups = { 3 = 2, 1 = 40 }").unwrap();
    let level = LevelId::from("huyen");
    let minima = scheme.minima(&scheme.grades[0], &level);
    let minima: Vec<String> = minima
        .iter()
        .map(|(id, one)| format!("{id} {one}"))
        .collect();
    // Of bonus and penalty only what is asked for by name.
    assert_eq!(minima, ["1 40", "2 33", "3 2"]);
    let grade = |total: u32, groups: [u32; 3], maximum: u32| {
        let shares = ["1", "2", "3"].into_iter().zip(groups).zip([45, 55, 10]);
        let shares = shares.map(|((id, points), whole)| {
            let share = GroupShare {
                points: Points(points.into()).into(),
                maximum: Points(if id == "1" { maximum } else { whole }.into()).into(),
                whole: Points(whole.into()).into(),
            };
            (GroupId::from(id), share)
        });
        let has = Attained {
            total: Points(total.into()).into(),
            groups: shares.collect(),
        };
        scheme.grade(&level, &has).to_string()
    };
    assert_eq!(grade(85, [40, 33, 2], 45), "Tốt");
    assert_eq!(grade(84, [40, 33, 2], 45), "Khá");
    assert_eq!(grade(95, [39, 33, 2], 45), "Khá");
    assert_eq!(grade(95, [40, 32, 2], 45), "Khá");
    assert_eq!(grade(95, [40, 33, 1], 45), "Khá");
    // Of what does not apply to the unit nothing is asked: 27/45 of 40 are 24.
    assert_eq!(grade(95, [24, 33, 2], 27), "Tốt");
    assert_eq!(grade(95, [23, 33, 2], 27), "Khá");
    assert_eq!(grade(95, [0, 33, 2], 0), "Tốt");
}

/// A level that is left out asks for nothing.
#[test]
fn grades_ask_for_points_of_groups_by_level() {
    let asked = |lines: &str, level: &str| {
        let scheme = asking(lines).unwrap();
        let minima = scheme.minima(&scheme.grades[0], &LevelId::from(level));
        let all = minima.iter().map(|(id, one)| format!("{id} {one}"));
        all.collect::<Vec<_>>()
    };
    let own = "each_group = { huyen = \"60%\" }\ngroups = { 3 = 2 }";
    assert_eq!(asked(own, "huyen"), ["1 27", "2 33", "3 2"]);
    assert_eq!(asked(own, "tinh"), ["3 2"]);
    let both = "each_group = { tinh = 20, huyen = \"60%\" }";
    assert_eq!(asked(both, "huyen"), ["1 27", "2 33"]);
    assert_eq!(asked(both, "tinh"), ["1 20", "2 20"]);
    // Each is held against what its own level can have.
    let problems = |lines: &str| asking(lines).unwrap_err();
    let high = problems("each_group = { tinh = 20, huyen = 46 }");
    assert_eq!(high, [beyond("46", "45")]);
    assert!(matches!(
        &problems("each_group = { thon = 5 }")[..],
        [Problem::Dangling {
            kind: Nameable::Level,
            ..
        }]
    ));
}

#[test]
fn what_is_asked_of_groups_can_be_had() {
    let problems = |lines: &str| asking(lines).unwrap_err();
    let range = |value: &str, highest: &str| beyond(value, highest);
    assert_eq!(problems("each_group = \"110%\""), [range("110", "100")]);
    assert_eq!(problems("each_group = 46"), [range("46", "45")]);
    assert_eq!(problems("groups = { 3 = 11 }"), [range("11", "10")]);
    assert_eq!(problems("groups = { 2 = -1 }"), [range("-1", "50")]);
    assert!(matches!(
        &problems("groups = { 4 = 1 }")[..],
        [Problem::Dangling { .. }]
    ));
    assert!(matches!(
        &problems("each_group = 0.6")[..],
        [Problem::ShareOfGroup { instead, .. }] if *instead == number("27")
    ));
    let last = SCHEME.replace("\nfrom = 0\n", "\nfrom = 0\neach_group = 5\n");
    let last = Scheme::parse(source(&last)).unwrap_err();
    assert!(matches!(&last[0].problem, Problem::LastGradeAsks(name) if name == "Yếu"));
}
