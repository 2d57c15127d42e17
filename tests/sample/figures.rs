//! The fitted figures, checked with arithmetic of their own: rules, group scores and statistics, all in whole hundredths.

use std::collections::BTreeMap;

use super::root;

/// A row of a CSV file by its header.
type Row = BTreeMap<String, String>;

/// The rows of a CSV file in the project.
pub fn table(path: &str) -> Vec<Row> {
    let mut reader = csv::Reader::from_path(root().join(path)).unwrap();
    reader.deserialize().map(|row| row.unwrap()).collect()
}

/// One unit's scores, in hundredths by criterion, and figures as they stand.
#[derive(Default)]
struct Unit {
    level: String,
    scores: BTreeMap<String, i64>,
    figures: BTreeMap<String, String>,
}

impl Unit {
    fn count(&self, figure: &str) -> i64 {
        self.figures[figure].parse().unwrap()
    }

    fn has(&self, figure: &str) -> bool {
        match self.figures[figure].as_str() {
            "Có" => true,
            "Không" => false,
            number => number.parse::<i64>().unwrap() > 0,
        }
    }

    fn group(&self, id: &str) -> i64 {
        let of_group = |criterion: &str| criterion.split('.').next() == Some(id);
        self.scores
            .iter()
            .filter(|(criterion, _)| of_group(criterion))
            .map(|(_, score)| score)
            .sum()
    }
}

fn units() -> BTreeMap<String, Unit> {
    let mut units: BTreeMap<String, Unit> = BTreeMap::new();
    for row in table("samples/kontum-2017-source/figures.csv") {
        let unit = units.entry(row["unit"].clone()).or_default();
        unit.level.clone_from(&row["level"]);
        let value = &row["value"];
        let old = if row["item"] == "score" {
            let score = hundredths(value);
            unit.scores
                .insert(row["criterion"].clone(), score)
                .is_some()
        } else {
            unit.figures
                .insert(row["item"].clone(), value.clone())
                .is_some()
        };
        assert!(!old, "{row:?} stands twice");
    }
    units
}

fn scheme() -> toml::Table {
    let text = std::fs::read_to_string(root().join("templates/kontum-2017/scheme.toml")).unwrap();
    text.parse().unwrap()
}

fn list<'a>(value: &'a toml::Table, key: &str) -> &'a [toml::Value] {
    value[key].as_array().unwrap()
}

fn text<'a>(value: &'a toml::Value, key: &str) -> &'a str {
    value[key].as_str().unwrap()
}

/// A decimal number with at most two decimals, in hundredths.
fn hundredths(text: &str) -> i64 {
    let (whole, decimals) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let size = format!("{}{decimals:0<2}", whole.trim_start_matches('-'));
    let size: i64 = size.parse().unwrap();
    if text.starts_with('-') { -size } else { size }
}

/// A number of the scheme, in hundredths.
fn scheme_hundredths(value: &toml::Value) -> i64 {
    match value {
        toml::Value::Float(number) => hundredths(&number.to_string()),
        other => 100 * other.as_integer().unwrap(),
    }
}

/// A limit that may depend on the level, in hundredths.
fn limit(value: &toml::Value, level: &str) -> i64 {
    match value {
        toml::Value::Table(levels) => scheme_hundredths(&levels[level]),
        same => scheme_hundredths(same),
    }
}

/// `factor * part / whole` to the nearest whole number, halves up. Nothing here is negative.
fn rounded(factor: i64, part: i64, whole: i64) -> i64 {
    let doubled = 2 * factor * part / whole;
    (doubled + 1) / 2
}

/// What a rule gives, before the maximum; `None` for points that are only declared.
fn by_rule(rule: &toml::Value, maximum: i64, unit: &Unit) -> Option<i64> {
    let points = |value: &toml::Value| scheme_hundredths(&value["points"]);
    Some(match text(rule, "type") {
        "yes_no" => {
            let figures = rule["figures"].as_array().unwrap();
            let all = figures
                .iter()
                .all(|figure| unit.has(figure.as_str().unwrap()));
            if all { maximum } else { 0 }
        }
        "ratio" => {
            let whole = unit.count(text(rule, "denominator"));
            rounded(maximum, unit.count(text(rule, "numerator")), whole)
        }
        "tiers" => {
            let part = unit.count(text(&rule["value"], "ratio"));
            let whole = unit.count(text(&rule["value"], "of"));
            let tiers = rule["tiers"].as_array().unwrap();
            let reached = |from: &toml::Value| 10_000 * part >= scheme_hundredths(from) * whole;
            let tier = tiers.iter().find(|tier| reached(&tier["from"]));
            tier.map_or(0, points)
        }
        "per_item" => {
            let items = rule["items"].as_array().unwrap();
            let of = |item: &toml::Value| {
                let per = item.get("per").map_or(1, |per| per.as_integer().unwrap());
                points(item) * (unit.count(text(item, "figure")) / per)
            };
            items.iter().map(of).sum()
        }
        "choice" => {
            let chosen = &unit.figures[text(rule, "figure")];
            let options = rule["options"].as_array().unwrap();
            points(
                options
                    .iter()
                    .find(|option| text(option, "name") == chosen)
                    .unwrap(),
            )
        }
        _ => return None,
    })
}

#[test]
fn every_score_is_what_its_figures_give() {
    let scheme = scheme();
    let units = units();
    assert_eq!(units.len(), 28);
    for (code, unit) in &units {
        assert_eq!(unit.scores.len(), list(&scheme, "criterion").len());
        for criterion in list(&scheme, "criterion") {
            let id = text(criterion, "id");
            let maximum = limit(&criterion["maximum"], &unit.level);
            let minimum = criterion.get("minimum").map_or(0, scheme_hundredths);
            let score = unit.scores[id];
            assert!((minimum..=maximum).contains(&score), "{code} {id}: {score}");
            if let Some(points) = by_rule(&criterion["rule"], maximum, unit) {
                assert_eq!(score, points.min(maximum), "{code} {id}");
            }
        }
    }
}

#[test]
fn group_scores_are_the_printed_ones() {
    let units = units();
    let registry = table("templates/kontum-2017/units.csv");
    let mut compared = 0;
    for row in table("tests/data/kontum-2017/published-results.csv") {
        let unit = registry
            .iter()
            .find(|unit| unit["name"] == row["unit"])
            .unwrap();
        let Some(unit) = units.get(&unit["code"]) else {
            assert!(row["total_as_printed"].is_empty());
            continue;
        };
        for (column, printed) in &row {
            let Some((group, _)) = column.split_once('_').filter(|(group, _)| group.len() == 1)
            else {
                continue;
            };
            assert_eq!(
                unit.group(group),
                hundredths(printed),
                "{} {column}",
                row["unit"]
            );
            compared += 1;
        }
    }
    assert_eq!(compared, 196);
}

/// A statistic as it is printed, computed from the figures; `None` where the province gives it.
fn computed(
    statistic: &toml::Value,
    scheme: &toml::Table,
    units: &BTreeMap<String, Unit>,
) -> Option<String> {
    let formula = &statistic["formula"];
    let level = statistic.get("level").map(|level| level.as_str().unwrap());
    let members = || {
        units
            .iter()
            .filter(|(_, unit)| level.is_none_or(|level| level == unit.level))
    };
    let sum = |figure: &str| -> i64 { members().map(|(_, unit)| unit.count(figure)).sum() };
    let figures = || {
        formula["figures"]
            .as_array()
            .unwrap()
            .iter()
            .map(|figure| figure.as_str().unwrap())
    };
    Some(match text(formula, "type") {
        "sum" => figures().map(sum).sum::<i64>().to_string(),
        "share_yes" => {
            let yes = |unit: &Unit| i64::from(figures().all(|figure| unit.has(figure)));
            let whole = members().map(|_| 1).sum();
            let part = members().map(|(_, unit)| yes(unit)).sum();
            format!("{}%", rounded(100, part, whole))
        }
        "ratio" => {
            let whole = sum(text(formula, "denominator"));
            let percent = rounded(10_000, sum(text(formula, "numerator")), whole);
            format!("{},{:02}%", percent / 100, percent % 100)
        }
        "units_at_maximum" => {
            let id = text(formula, "group");
            let group = list(scheme, "group")
                .iter()
                .find(|group| text(group, "id") == id)
                .unwrap();
            let top = members()
                .filter(|(_, unit)| unit.group(id) == limit(&group["maximum"], &unit.level));
            let mut codes: Vec<&str> = top.map(|(code, _)| code.as_str()).collect();
            codes.sort_unstable();
            codes.join("; ")
        }
        _ => return None,
    })
}

#[test]
fn every_printed_statistic_comes_out() {
    let scheme = scheme();
    let units = units();
    let registry = table("templates/kontum-2017/units.csv");
    let code = |name: &str| {
        let unit = registry.iter().find(|unit| unit["name"] == name);
        unit.map_or(name, |unit| unit["code"].as_str()).to_string()
    };
    let mut compared = 0;
    for row in table("tests/data/kontum-2017/published-statistics.csv") {
        let mut printed: Vec<String> = row["as_printed"].split("; ").map(code).collect();
        printed.sort();
        let Some(statistic) = list(&scheme, "statistic")
            .iter()
            .find(|one| text(one, "id") == row["id"])
        else {
            assert!(
                !units.contains_key(&printed[0]),
                "{} did return a workbook",
                printed[0]
            );
            continue;
        };
        if let Some(value) = computed(statistic, &scheme, &units) {
            assert_eq!(value, printed.join("; "), "{}", row["id"]);
            compared += 1;
        }
    }
    assert_eq!(compared, 19);
}

#[test]
fn figures_are_plausible() {
    for (code, unit) in units() {
        for (part, whole) in [
            ("may_tinh", "cbcc"),
            ("cbcc", "cbccvc"),
            ("may_tinh", "tong_mt"),
            ("mt_internet", "tong_mt"),
            ("mt_diet_virus", "tong_mt"),
            ("dung_internet", "cbccvc"),
            ("tap_huan", "can_tap_huan"),
            ("can_tap_huan", "cbccvc"),
            ("thu_cv", "cbcc"),
            ("vb_di_dt", "vb_di"),
            ("vb_di", "vb_den"),
            ("vb_den_dt", "vb_den"),
            ("vb_ky_so", "vb_di_dt"),
            ("chi_cntt", "chi_tx"),
        ] {
            assert!(
                unit.count(part) <= unit.count(whole),
                "{code}: {part} > {whole}"
            );
        }
        let officials = if unit.level == "tinh" {
            20..=80
        } else {
            60..=140
        };
        assert!(officials.contains(&unit.count("cbcc")), "{code}");
    }
}
