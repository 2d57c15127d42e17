//! The one rule model: how rules are written, what they give, and who knows their types.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use indexmap::IndexMap;
use serde::Deserialize;
use tonghop::base::error::{DefinitionError, Nameable, Problem};
use tonghop::base::ids::{FigureId, LevelId};
use tonghop::base::points::{Decimal, Points};
use tonghop::campaign::definition::Source;
use tonghop::campaign::scheme::{Scheme, ScoringRule};
use tonghop::input::submission::Figure;
use tonghop::judge::score::figures::Figures;
use tonghop::judge::score::rule::{Scale, Working, evaluate};

use super::layers::code_of_src;

mod combine;
mod left_out;
pub mod trees;
mod unlimited;

const BASE: &str = include_str!("cases/base/scheme.toml");
/// The rule of `BASE` that the tests put another in place of: criterion 2.2, at most 20 points.
const PLACE: &str = r#"rule = { type = "best_of_level", value = { figure = "ho_so" } }"#;

fn scheme(rule: &str) -> Result<Scheme, Vec<DefinitionError>> {
    assert!(BASE.contains(PLACE));
    let text = BASE.replace(PLACE, &format!("rule = {rule}"));
    let (file, text) = ("scheme.toml", text.as_str());
    Scheme::parse(Source { file, text })
}

#[derive(Deserialize)]
struct Alone {
    rule: ScoringRule,
}

fn rule(text: &str) -> ScoringRule {
    let alone: Alone = toml::from_str(&format!("rule = {text}")).unwrap();
    if alone.rule.combines() {
        // It has no place where no criteria stand below.
        return alone.rule;
    }
    let scheme = scheme(text).unwrap();
    scheme.criterion(&"2.2".into()).unwrap().rule.clone()
}

/// Each rule type as a scheme and as a report writes it.
const WRITTEN: [(&str, &str); 17] = [
    (r#"{ type = "declared" }"#, r#"{"type":"declared"}"#),
    (
        r#"{ type = "yes_no", figures = ["co_mang", "so_pm"] }"#,
        r#"{"type":"yes_no","figures":["co_mang","so_pm"]}"#,
    ),
    (
        r#"{ type = "ratio", numerator = "may_tinh", denominator = "can_bo" }"#,
        r#"{"type":"ratio","part":"may_tinh","whole":"can_bo"}"#,
    ),
    (
        r#"{ type = "tiers", value = { ratio = "may_tinh", of = "can_bo" }, tiers = [{ from = 90.5, points = 20 }, { from = 50, points = 0.5 }] }"#,
        r#"{"type":"tiers","value":{"percent":["may_tinh","can_bo"]},"tiers":[["90.5","20"],["50","0.5"]]}"#,
    ),
    (
        r#"{ type = "tiers", value = { figure = "so_pm" }, tiers = [{ from = 1, points = 20 }] }"#,
        r#"{"type":"tiers","value":{"figure":"so_pm"},"tiers":[["1","20"]]}"#,
    ),
    (
        r#"{ type = "per_item", items = [{ figure = "so_pm", points = 5 }, { figure = "ho_so", points = 0.5, per = 10 }] }"#,
        r#"{"type":"per_item","items":[{"figure":"so_pm","points":"5","per":"1"},{"figure":"ho_so","points":"0.5","per":"10"}]}"#,
    ),
    (
        r#"{ type = "choice", figure = "muc_vb", options = [{ name = "Có", aliases = ["Rồi"], points = 5 }, { name = "Chưa", points = 0 }] }"#,
        r#"{"type":"choice","figure":"muc_vb","options":[["Có","5"],["Chưa","0"]]}"#,
    ),
    (
        r#"{ type = "best_of_level", value = { figure = "ho_so" } }"#,
        r#"{"type":"best_of_level","value":{"figure":"ho_so"},"best":{}}"#,
    ),
    (
        r#"{ type = "options", options = [{ name = "Đúng hạn", aliases = ["Kịp thời"], points = 5 }, { name = "Trễ hạn", points = 0.5 }] }"#,
        r#"{"type":"options","options":[["Đúng hạn","5"],["Trễ hạn","0.5"]]}"#,
    ),
    (
        r#"{ type = "linear", value = { figure = "so_pm" }, between = [{ from = 50, points = 2 }, { from = 90, points = 10 }, { from = 100, points = 20 }] }"#,
        r#"{"type":"linear","value":{"figure":"so_pm"},"between":[["50","2"],["90","10"],["100","20"]]}"#,
    ),
    (
        r#"{ type = "linear", value = { figure = "so_pm" } }"#,
        r#"{"type":"linear","value":{"figure":"so_pm"},"between":[]}"#,
    ),
    (r#"{ type = "given" }"#, r#"{"type":"given"}"#),
    (r#"{ type = "sum" }"#, r#"{"type":"sum"}"#),
    (r#"{ type = "maximum" }"#, r#"{"type":"maximum"}"#),
    (r#"{ type = "minimum" }"#, r#"{"type":"minimum"}"#),
    (r#"{ type = "mean" }"#, r#"{"type":"mean"}"#),
    (
        r#"{ type = "mean_of_scored" }"#,
        r#"{"type":"mean_of_scored"}"#,
    ),
];

/// No type is missing above: what is read says which there are.
#[test]
fn every_rule_type_is_written() {
    let error = serde_json::from_str::<ScoringRule>(r#"{"type":"?"}"#).unwrap_err();
    let error = error.to_string();
    let (_, known) = error.split_once("expected one of ").unwrap();
    let known: BTreeSet<&str> = known.split('`').skip(1).step_by(2).collect();
    let of = |(_, in_report): (&'static str, &'static str)| {
        let named = in_report.strip_prefix(r#"{"type":""#).unwrap();
        named.split('"').next().unwrap()
    };
    let written: BTreeSet<&str> = WRITTEN.into_iter().map(of).collect();
    assert_eq!(known, written);
}

/// Reports and workbooks of former years hold rules in this form, and `diff` compares it as text.
#[test]
fn a_report_writes_a_rule_as_it_always_has_and_reads_it_again() {
    for (in_scheme, in_report) in WRITTEN {
        let rule = rule(in_scheme).without_aliases();
        assert_eq!(serde_json::to_string(&rule).unwrap(), in_report);
        let again: ScoringRule = serde_json::from_str(in_report).unwrap();
        assert_eq!(again, rule, "{in_report}");
    }
    let best = r#"{"type":"best_of_level","value":{"figure":"ho_so"},"best":{"tinh":"12.5"}}"#;
    let rule: ScoringRule = serde_json::from_str(best).unwrap();
    assert_eq!(serde_json::to_string(&rule).unwrap(), best);
}

#[test]
fn what_a_rule_cannot_be_is_refused() {
    let ambiguous = Problem::AmbiguousMeasure;
    let unknown = |key: &str| Problem::UnknownKey {
        key: key.to_string(),
        nearest: Vec::new(),
    };
    let of_measure = |measure: &str| format!(r#"{{ type = "best_of_level", value = {measure} }}"#);
    for (rule, problem) in [
        (of_measure("{}"), ambiguous.clone()),
        (of_measure(r#"{ ratio = "may_tinh" }"#), ambiguous.clone()),
        (
            of_measure(r#"{ figure = "ho_so", ratio = "so_pm", of = "ho_so" }"#),
            ambiguous,
        ),
        // The best values are results: one that stands in a scheme would be passed over.
        (
            r#"{ type = "best_of_level", value = { figure = "ho_so" }, best = { tinh = "5" } }"#
                .into(),
            unknown("best"),
        ),
    ] {
        let errors = scheme(&rule).unwrap_err();
        let problems: Vec<&Problem> = errors.iter().map(|error| &error.problem).collect();
        assert_eq!(problems, [&problem], "{rule}");
        assert_eq!(
            errors[0].line,
            BASE[..BASE.find(PLACE).unwrap()].lines().count() + 1
        );
    }
    // A text that may mean a thousand is no number.
    let per = |per: &str| {
        format!(
            r#"{{ type = "per_item", items = [{{ figure = "so_pm", points = 5, per = {per} }}] }}"#
        )
    };
    assert!(scheme(&per("1000")).is_ok());
    for text in [r#""1.000""#, r#""1,5""#, r#""""#, r#""một""#] {
        assert!(scheme(&per(text)).is_err(), "{text}");
    }
}

/// A criterion of the third level needs one of the second, and the message names what to write.
#[test]
fn a_criterion_without_the_one_above_says_what_to_write() {
    let text = BASE.replacen("id = \"2.1\"\n", "id = \"2.9\"\n", 1);
    let (file, text) = ("scheme.toml", text.as_str());
    let errors = Scheme::parse(Source { file, text }).unwrap_err();
    let messages: Vec<String> = errors.iter().map(ToString::to_string).collect();
    let expected = "criterion \"2.1.1\" stands below \"2.1\", which is not there: add a [[criterion]] with id = \"2.1\" and rule = { type = \"sum\" }";
    assert!(
        messages.iter().any(|one| one.ends_with(expected)),
        "{messages:?}"
    );
}

#[test]
fn a_line_has_two_ends_and_goes_to_the_right() {
    let line = |points: &str| {
        scheme(&format!(
            r#"{{ type = "linear", value = {{ figure = "so_pm" }}, between = [{points}] }}"#
        ))
    };
    assert!(line("{ from = 0, points = 20 }, { from = 5, points = 0 }").is_ok());
    let one = line("{ from = 0, points = 20 }").unwrap_err();
    assert_eq!(one[0].problem, Problem::Empty("between".to_string()));
    let back = line("{ from = 5, points = 20 }, { from = 5, points = 0 }").unwrap_err();
    assert!(matches!(back[0].problem, Problem::OutOfOrder { .. }));
    let above = line("{ from = 0, points = 0 }, { from = 5, points = 21 }").unwrap_err();
    assert!(matches!(above[0].problem, Problem::OutOfRange { .. }));
}

#[test]
fn the_last_grade_begins_at_nothing() {
    let text = BASE.replace("from = 0\n", "from = 10\n");
    assert_ne!(text, BASE);
    let (file, text) = ("scheme.toml", text.as_str());
    let errors = Scheme::parse(Source { file, text }).unwrap_err();
    assert!(matches!(&errors[..], [one] if one.problem == Problem::LastGrade("Yếu".to_string())));
    assert_eq!(errors[0].line, 33);
}

#[test]
fn options_that_cannot_be_told_apart_are_refused() {
    let options =
        |options: &str| scheme(&format!(r#"{{ type = "options", options = [{options}] }}"#));
    let problems = |errors: Vec<DefinitionError>| -> Vec<Problem> {
        errors.into_iter().map(|error| error.problem).collect()
    };
    let empty = Problem::Empty("options".to_string());
    assert_eq!(problems(options("").unwrap_err()), [empty]);
    let signs = r#"{ name = "≥ 80%", points = 2 }, { name = "< 80%", points = 0 }"#;
    assert!(options(signs).is_ok());
    let ambiguous = Problem::AmbiguousName {
        name: "ĐẠT.".to_string(),
        first: "Đạt".to_string(),
        second: "Không".to_string(),
    };
    let alike =
        r#"{ name = "Đạt", points = 2 }, { name = "Không", aliases = ["ĐẠT."], points = 0 }"#;
    assert_eq!(problems(options(alike).unwrap_err()), [ambiguous]);
    let (kind, id) = (Nameable::Option, "Đạt".to_string());
    let twice = r#"{ name = "Đạt", points = 2 }, { name = "Đạt", points = 0 }"#;
    assert_eq!(
        problems(options(twice).unwrap_err()),
        [Problem::Duplicate { kind, id }]
    );
    let above = options(r#"{ name = "Đạt", points = 21 }"#).unwrap_err();
    assert!(matches!(above[0].problem, Problem::OutOfRange { .. }));
}

#[derive(Default)]
struct Known(BTreeMap<&'static str, Figure>);

impl Figures for Known {
    fn figure(&self, id: &FigureId) -> Option<&Figure> {
        self.0.get(id.0.as_str())
    }
}

fn worked(rule: &ScoringRule, figures: &[(&'static str, Figure)]) -> Working {
    let level = LevelId::from("tinh");
    let scale = Scale {
        level: &level,
        maximum: Points::from(20).into(),
        decimals: 2,
        below: &[],
    };
    evaluate(rule, &Known(figures.iter().cloned().collect()), scale)
}

/// What a figure must be for each rule to give points, and what it may not be. A number below zero counts nothing and answers
/// nothing; a part above its whole and a whole of zero make no sense.
#[test]
fn the_last_line_of_a_working_is_the_score() {
    let number = |value: i64| Figure::Number(Decimal::from(value));
    let pair = |part, whole| vec![("may_tinh", number(part)), ("can_bo", number(whole))];
    let one = |value| vec![("so_pm", number(value))];
    let [ratio, tiers, choice, options, line, share] =
        [2, 3, 6, 8, 9, 10].map(|at| rule(WRITTEN[at].0));
    let yes = rule(r#"{ type = "yes_no", figures = ["so_pm"] }"#);
    let items =
        rule(r#"{ type = "per_item", items = [{ figure = "so_pm", points = 1.5, per = 2 }] }"#);
    let mut best = rule(r#"{ type = "best_of_level", value = { figure = "so_pm" } }"#);
    best.set_best(|_| IndexMap::from([("tinh".into(), Decimal::from(3))]));
    let mut none = best.clone();
    none.set_best(|_| IndexMap::from([("tinh".into(), Decimal::ZERO)]));
    let chosen = |name: &str| vec![("muc_vb", Figure::Choice(name.to_string()))];
    for (rule, figures, points) in [
        (&yes, vec![("so_pm", Figure::Yes(true))], Some("20")),
        (&yes, vec![("so_pm", Figure::Yes(false))], Some("0")),
        (&yes, one(3), Some("20")),
        (&yes, one(0), Some("0")),
        (&yes, one(-1), None),
        (&yes, vec![], None),
        (&ratio, pair(2, 3), Some("13.33")),
        (&ratio, pair(4, 3), None),
        (&ratio, pair(0, 0), None),
        (&ratio, pair(-1, 3), None),
        (&tiers, pair(19, 20), Some("20")),
        (&tiers, pair(181, 200), Some("20")),
        (&tiers, pair(1, 2), Some("0.5")),
        (&tiers, pair(1, 3), Some("0")),
        (&tiers, pair(3, 2), None),
        (&items, one(5), Some("3")),
        (&items, one(999), Some("20")),
        (&items, one(-2), None),
        (&choice, chosen("Có"), Some("5")),
        (&choice, chosen("Rồi"), None),
        (&choice, vec![("muc_vb", Figure::Yes(true))], None),
        (&best, one(2), Some("13.33")),
        (&best, one(-2), None),
        (&none, one(0), None),
        (&ScoringRule::default(), one(2), None),
        (&options, one(2), None),
        (&line, one(49), Some("2")),
        (&line, one(50), Some("2")),
        (&line, one(60), Some("4")),
        (&line, one(91), Some("11")),
        (&line, one(150), Some("20")),
        (&share, one(87), Some("17.4")),
        (&share, one(100), Some("20")),
        (&share, one(101), None),
        (&share, vec![], None),
    ] {
        let working = worked(rule, &figures);
        let shown = working.points.map(|points| points.to_string());
        assert_eq!(shown.as_deref(), points, "{rule:?} {figures:?}");
        assert_eq!(working.exact.map(|exact| exact.rounded(2)), working.points);
    }
}

/// Who has to be touched for a new type: its variant, its evaluation, its check, its words. In these the compiler holds every
/// match to be whole; all others ask the rule.
#[test]
fn rule_types_are_known_in_four_places() {
    const PLACES: [&str; 4] = [
        "src/app/cli/rule.rs",
        "src/campaign/scheme/check_rule.rs",
        "src/campaign/scheme/rule.rs",
        "src/judge/score/rule.rs",
    ];
    let files = code_of_src();
    let knows = |text: &&str| text.contains("ScoringRule::") || text.contains("Terms::");
    let found: Vec<&str> = files
        .iter()
        .filter(|(_, text)| knows(&text.as_str()))
        .map(|(path, _)| path.as_str())
        .collect();
    assert_eq!(found, PLACES);
    for path in PLACES {
        let text = fs::read_to_string(path).unwrap();
        assert!(
            text.contains("#![deny(clippy::wildcard_enum_match_arm)]"),
            "{path}"
        );
        assert!(!text.contains("_ =>"), "{path}");
    }
}
