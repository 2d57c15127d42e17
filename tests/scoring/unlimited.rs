//! Maxima without a limit: where they may stand, and what is refused because nothing can be computed from none.

use tonghop::base::error::{NeedsLimit, Problem};
use tonghop::base::points::{Decimal, Most, Points};
use tonghop::campaign::definition::Source;
use tonghop::campaign::scheme::{CombinedAt, Pick, Scheme, ScoringRule};
use tonghop::input::submission::Figure;
use tonghop::judge::score::rule::{Scale, evaluate};

use super::{BASE, Known, rule};

/// The bonus group of `BASE`, and the first criterion of it.
const GROUP: &str = "minimum = -10\nmaximum = 10\noutside_total = true";
const BONUS: &str = "maximum = 8\nrule = { type = \"declared\" }";
const WITHOUT: &str = "maximum = \"unlimited\"\nrule = { type = \"declared\" }";

fn with(changes: &[(&str, &str)]) -> Result<Scheme, Vec<Problem>> {
    let mut text = BASE.to_string();
    for (from, to) in changes {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    let (file, text) = ("scheme.toml", text.as_str());
    let errors = |all: Vec<tonghop::base::error::DefinitionError>| {
        all.into_iter().map(|error| error.problem).collect()
    };
    Scheme::parse(Source { file, text }).map_err(errors)
}

fn refused(id: &str, why: NeedsLimit) -> Vec<Problem> {
    let id = id.to_string();
    vec![Problem::Unlimited { id, why }]
}

fn group(maximum: &str) -> String {
    GROUP.replace("maximum = 10", maximum)
}

#[test]
fn a_bonus_beside_the_total_has_no_limit_where_nothing_above_states_one() {
    let free = group("maximum = \"không giới hạn\"");
    let scheme = with(&[(GROUP, &free), (BONUS, WITHOUT)]).unwrap();
    let level = "tinh".into();
    assert_eq!(scheme.groups[2].maximum_at(&level), Most::Unlimited);
    let of = |id: &str| scheme.criterion(&id.into()).unwrap().maximum_at(&level);
    assert_eq!(of("3.1"), Some(Most::Unlimited));
    assert_eq!(of("3.2"), Some(Most::Points(Points::from(5))));
    // No more than ten counts: the group keeps its maximum.
    let capped = group("maximum = 10\ncap = true");
    let scheme = with(&[(GROUP, &capped), (BONUS, WITHOUT)]).unwrap();
    let most = scheme.combined_most(CombinedAt::Group(&"3".into()), &level, &|one| {
        one.maximum_at(&level)
    });
    assert_eq!(most, Some(Most::Points(Points::from(10))));
    // One level alone.
    let levels = WITHOUT.replace("\"unlimited\"", "{ tinh = 8, huyen = \"unlimited\" }");
    let free = group("maximum = { tinh = 10, huyen = \"unlimited\" }");
    let scheme = with(&[(GROUP, &free), (BONUS, &levels)]).unwrap();
    assert!(scheme.groups[2].maximum_at(&"huyen".into()).is_unlimited());
}

#[test]
fn what_needs_a_limit_refuses_none() {
    let above = |id: &str| NeedsLimit::Above(id.to_string());
    assert_eq!(
        with(&[(BONUS, WITHOUT)]).unwrap_err(),
        refused("3.1", above("3"))
    );
    let capped = group("maximum = \"unlimited\"\ncap = true");
    assert_eq!(
        with(&[(GROUP, &capped)]).unwrap_err(),
        refused("3", NeedsLimit::Cap)
    );
    // A group of the total, and a criterion of it.
    let first = "maximum = { tinh = 50, huyen = 45 }";
    let inside = [(first, "maximum = \"unlimited\"")];
    let both = [NeedsLimit::Total, NeedsLimit::Statistic];
    assert_eq!(
        with(&inside).unwrap_err(),
        both.map(|why| refused("1", why)).concat()
    );
    let declared = "maximum = 5\nrule = { type = \"declared\" }";
    let inside = [(declared, WITHOUT)];
    assert_eq!(with(&inside).unwrap_err(), refused("1.10", above("1")));
    // The units that have all of it, and grades that ask for a share of it.
    let free = group("maximum = \"unlimited\"");
    let statistic = ("group = \"1\" }", "group = \"3\" }");
    let counted = with(&[(GROUP, &free), statistic]).unwrap_err();
    assert_eq!(counted, refused("3", NeedsLimit::Statistic));
    let asked = |minimum: &str| format!("from = 85\ngroups = {{ 3 = {minimum} }}");
    let percent = with(&[(GROUP, &free), ("from = 85", &asked("\"60%\""))]).unwrap_err();
    assert_eq!(percent, refused("3", NeedsLimit::Share));
    assert!(with(&[(GROUP, &free), ("from = 85", &asked("6"))]).is_ok());
}

#[test]
fn rules_that_take_a_share_of_the_maximum_refuse_none() {
    let free = group("maximum = \"unlimited\"");
    let bonus = |rule: &str| format!("maximum = \"unlimited\"\nrule = {rule}");
    let of = |rule: &str| with(&[(GROUP, &free), (BONUS, &bonus(rule))]);
    for shares in [
        r#"{ type = "yes_no", figures = ["co_mang"] }"#,
        r#"{ type = "ratio", numerator = "may_tinh", denominator = "can_bo" }"#,
        r#"{ type = "linear", value = { ratio = "may_tinh", of = "can_bo" } }"#,
        r#"{ type = "best_of_level", value = { figure = "ho_so" } }"#,
    ] {
        assert_eq!(
            of(shares).unwrap_err(),
            refused("3.1", NeedsLimit::Rule),
            "{shares}"
        );
    }
    for counted in [
        r#"{ type = "per_item", items = [{ figure = "so_pm", points = 2 }] }"#,
        r#"{ type = "tiers", value = { figure = "so_pm" }, tiers = [{ from = 1, points = 500 }] }"#,
        r#"{ type = "given" }"#,
    ] {
        assert!(of(counted).is_ok(), "{counted}");
    }
}

/// 37 things of 5 points each are 185 where there is no limit, and the maximum where there is one.
#[test]
fn things_are_counted_without_end() {
    let rule = rule(r#"{ type = "per_item", items = [{ figure = "so_pm", points = 5 }] }"#);
    let many = Figure::Number(Decimal::from(37));
    let known = Known([("so_pm", many)].into_iter().collect());
    let points = |maximum: Most| {
        let (level, decimals, below) = (&"tinh".into(), 2, &[][..]);
        let scale = Scale {
            level,
            maximum,
            decimals,
            below,
        };
        evaluate(&rule, &known, scale).points
    };
    assert_eq!(points(Most::Unlimited), Some(Points::from(185)));
    assert_eq!(points(Points::from(20).into()), Some(Points::from(20)));
}

/// A sum with one that has no limit has none; of several of which the weakest counts, those that have one bound it.
#[test]
fn the_most_comes_together_as_the_points_do() {
    let three = Most::Points(Points::from(3));
    let below = [(Decimal::TWO, three), (Decimal::ONE, Most::Unlimited)];
    let come = |rule: &str| rule_of(rule).come_to_most(&below);
    assert_eq!(come(r#"{ type = "sum" }"#), Some(Most::Unlimited));
    assert_eq!(come(r#"{ type = "maximum" }"#), Some(Most::Unlimited));
    assert_eq!(come(r#"{ type = "mean" }"#), Some(Most::Unlimited));
    assert_eq!(
        come(r#"{ type = "minimum" }"#),
        Some(Most::Points(Points::from(6)))
    );
    assert_eq!(
        rule_of(r#"{ type = "minimum" }"#).picks(),
        Some(Pick::Weakest)
    );
    assert_eq!(come(r#"{ type = "declared" }"#), None);
}

fn rule_of(text: &str) -> ScoringRule {
    rule(text)
}
