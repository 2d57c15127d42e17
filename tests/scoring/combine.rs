//! How points of criteria come together in the one above them.

use tonghop::base::error::Problem;
use tonghop::base::points::{Decimal, Most, Points};
use tonghop::campaign::definition::Source;
use tonghop::campaign::scheme::{Scheme, ScoringRule};
use tonghop::judge::score::rule::{Scale, Working, evaluate};
use tonghop::judge::score::terms::{ChildPoints, range};

use super::{BASE, Known, rule};

fn combine(rule: &ScoringRule, below: &[ChildPoints]) -> Working {
    let scale = Scale {
        level: &"tinh".into(),
        maximum: Points::from(20).into(),
        decimals: 10,
        below,
    };
    evaluate(rule, &Known::default(), scale)
}

/// What is wrong with the scheme where it says something else.
fn with(from: &str, to: &str) -> Vec<Problem> {
    assert!(BASE.contains(from));
    let text = BASE.replacen(from, to, 1);
    let (file, text) = ("scheme.toml", text.as_str());
    let errors = Scheme::parse(Source { file, text }).err();
    let errors = errors.unwrap_or_default().into_iter();
    errors.map(|error| error.problem).collect()
}

/// A criterion above has its points from those below or its own, and says which; what is worth nothing has no weight.
#[test]
fn points_come_together_in_one_way() {
    let both = r#"rule = { type = "sum" }"#;
    let above = || Problem::SumRule("2.1".to_string());
    assert!(with(both, r#"rule = { type = "declared" }"#).contains(&above()));
    assert!(with(both, "own_points = true\nrule = { type = \"sum\" }").contains(&above()));
    // The group is what the criterion has, not what those below add up to.
    let own = "own_points = true\nrule = { type = \"declared\" }";
    assert_eq!(with(both, own), []);
    // The best of two is at most the larger one: 10 and 15 in place of 20 and 25.
    let best = with(both, r#"rule = { type = "maximum" }"#);
    let sums = best.iter().filter_map(|one| match one {
        Problem::MaximaDoNotAddUp { sum, stated, .. } => {
            Some((sum.to_string(), stated.to_string()))
        }
        _ => None,
    });
    let pair = |sum: &str, stated: &str| (sum.to_string(), stated.to_string());
    assert_eq!(
        sums.collect::<Vec<_>>(),
        [
            // That of the criterion itself as well: a sum's is not looked at where the group's is.
            pair("40", "50"),
            pair("10", "20"),
            pair("45", "55"),
            pair("15", "25")
        ]
    );
    let of_both = "maximum = { tinh = 20, huyen = 25 }";
    let cut = |maximum: &str| with(of_both, &format!("maximum = {maximum}"));
    // What adds up to more than it states either counts no further than that, or states too little.
    let told = |level: &str, sum: i64| Problem::LessThanBelow {
        id: "2.1".into(),
        level: level.into(),
        sum: Decimal::from(sum),
        stated: Decimal::from(12),
    };
    assert_eq!(cut("12"), [told("tinh", 20), told("huyen", 25)]);
    assert_eq!(cut("30"), []);
    let capped = cut("12\ncap = true");
    let of = |problems: Vec<Problem>| -> Vec<String> {
        let all = problems.into_iter().filter_map(|one| match one {
            Problem::MaximaDoNotAddUp { of, level, sum, .. } => Some(format!("{of} {level} {sum}")),
            _ => None,
        });
        all.collect()
    };
    assert_eq!(of(capped), ["2 tinh 42", "2 huyen 42"]);
    // A cap that nothing reaches, or that a level does not have.
    assert_eq!(of(cut("30\ncap = true")), ["2.1 tinh 20", "2.1 huyen 25"]);
    let one_level = cut("{ tinh = 20 }\ncap = true");
    assert_eq!(of(one_level), ["2.1 huyen 25"]);
    let name = "name = \"Kế hoạch ứng dụng hằng năm\"";
    let nothing = with(name, &format!("{name}\ncap = true"));
    assert_eq!(nothing, [Problem::NothingToCap("2.3".to_string())]);
    let first = "maximum = 20\nrule = { type = \"ratio\"";
    let nothing = with(first, &format!("weight = 0\n{first}"));
    assert!(matches!(nothing[..], [.., Problem::OutOfRange { .. }]));
}

/// A blank below a mean that leaves blanks out is no zero.
#[test]
fn a_blank_is_left_out_or_a_zero() {
    let both = r#"rule = { type = "sum" }"#;
    let part = "\n\n[[criterion]]\nid = \"2.1.1\"\n";
    let mean = r#"rule = { type = "mean_of_scored" }"#;
    let left_out = with(
        &format!("{both}{part}"),
        &format!("{mean}{part}blank_is_zero = true\n"),
    );
    assert!(left_out.contains(&Problem::BlankIsLeftOut {
        id: "2.1.1".to_string(),
        above: "2.1".to_string(),
    }));
    let zero = with(
        &format!("{both}{part}"),
        &format!("{both}{part}blank_is_zero = true\n"),
    );
    assert_eq!(zero, []);
}

/// What criteria below come to: by their weights, with open ones, with those that do not apply.
#[test]
fn points_of_criteria_below_come_together() {
    let below = |points: &[(Option<i64>, i64)]| -> Vec<ChildPoints> {
        let one = |(id, (points, weight)): (i64, &(Option<i64>, i64))| ChildPoints {
            criterion: id.to_string().as_str().into(),
            weight: Decimal::from(*weight),
            points: points.map(Points::from),
            lowest: Points::from(points.unwrap_or_default()),
            highest: Points::from(points.unwrap_or(10)).into(),
            exempt: false,
            blank: false,
        };
        (1..).zip(points).map(one).collect()
    };
    let text = |points: Points| points.to_string();
    let [sum, mean, best, weakest] = ["sum", "mean", "maximum", "minimum"]
        .map(|kind| rule(&format!(r#"{{ type = "{kind}" }}"#)));
    let settled = [(Some(4), 1), (Some(3), 2)];
    let open = [(Some(4), 1), (None, 2)];
    for (how, terms, points, counts, lowest, highest) in [
        (&sum, &settled, Some("10"), None, "10", "10"),
        (&sum, &open, Some("4"), None, "4", "24"),
        (&mean, &settled, Some("3.3333333333"), None, "3", "3"),
        (&mean, &open, Some("1.3333333333"), None, "1", "8"),
        (&best, &settled, Some("6"), Some("2"), "6", "6"),
        (&best, &open, Some("4"), Some("1"), "4", "20"),
        (&weakest, &settled, Some("4"), Some("1"), "4", "4"),
        // Nothing is certain of what is still open.
        (&weakest, &open, None, Some("2"), "0", "4"),
    ] {
        let terms = below(terms);
        let (low, high) = range(how, &terms);
        let whole = |end: Most| end.rounded(0).to_string();
        assert_eq!(
            (whole(low.into()).as_str(), whole(high).as_str()),
            (lowest, highest),
            "{how:?}"
        );
        let working = combine(how, &terms);
        assert_eq!(working.points.map(text).as_deref(), points, "{how:?}");
        assert_eq!(working.counts().map(|id| id.0.as_str()), counts, "{how:?}");
    }
    let mut exempt = below(&[(Some(4), 1), (Some(9), 1)]);
    exempt[0].exempt = true;
    exempt[0].points = None;
    assert_eq!(combine(&weakest, &exempt).points, Some(Points::from(9)));
    assert_eq!(combine(&best, &[]).points, None);
}

/// A mean of what has points leaves out what is blank, and what does not apply; while all of it is blank it is open.
#[test]
fn a_mean_may_leave_out_what_is_blank() {
    let child = |(at, points): (i64, &Option<i64>)| ChildPoints {
        criterion: at.to_string().as_str().into(),
        weight: Decimal::from(at),
        points: points.map(Points::from),
        lowest: Points::from(points.unwrap_or_default()),
        highest: Points::from(points.unwrap_or(10)).into(),
        exempt: false,
        blank: points.is_none(),
    };
    let below =
        |points: &[Option<i64>]| -> Vec<ChildPoints> { (1..).zip(points).map(child).collect() };
    let [mean, left] =
        ["mean", "mean_of_scored"].map(|kind| rule(&format!(r#"{{ type = "{kind}" }}"#)));
    let of = |how: &ScoringRule, below: &[ChildPoints]| {
        let ends = range(how, below);
        let points = combine(how, below).points;
        let points = points.map(|points| points.rounded(2).to_string());
        (
            points,
            ends.0.rounded(2).to_string(),
            ends.1.rounded(2).to_string(),
        )
    };
    let said = |points: &str, lowest: &str, highest: &str| {
        (
            Some(points.to_string()),
            lowest.to_string(),
            highest.to_string(),
        )
    };
    // (8 x 1 + 5 x 2) / 3, and with the third, which weighs 3, as nothing or 10: / 6.
    let blank = below(&[Some(8), Some(5), None]);
    assert_eq!(of(&left, &blank), said("6", "6", "6"));
    assert_eq!(of(&mean, &blank), said("3", "3", "8"));
    let mut exempt = below(&[Some(8), Some(5), None]);
    (exempt[2].exempt, exempt[2].blank) = (true, false);
    assert_eq!(of(&left, &exempt).0.as_deref(), Some("6"));
    let full = below(&[Some(8), Some(5), Some(2)]);
    assert_eq!(of(&left, &full), of(&mean, &full));
    let nothing = below(&[None, None]);
    assert_eq!(
        of(&left, &nothing),
        (None, "0".to_string(), "10".to_string())
    );
}
