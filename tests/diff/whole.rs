//! Reports as JSON that no run wrote: each is refused with its place, or what does not fit is told.

use std::path::Path;

use serde_json::{Value, json};

use tonghop::app::cli;
use tonghop::app::pipeline::side;
use tonghop::base::error::Error;
use tonghop::base::lang::Lang;
use tonghop::output::json::json as written;
use tonghop::result::diff::Side;

use crate::arithmetic::reported;

/// A change of a report.
type Change = fn(&mut Value);
/// A part of one.
type Part = fn(&mut Value) -> &mut Value;

fn report() -> Value {
    serde_json::to_value(reported(&[])).unwrap()
}

fn read(value: &Value) -> Result<Side, Error> {
    side::of_json(
        Path::new("nam-truoc.json"),
        &serde_json::to_vec(value).unwrap(),
    )
}

fn refusal(change: impl Fn(&mut Value)) -> [String; 2] {
    let mut value = report();
    change(&mut value);
    let error = read(&value).map(|_| ()).unwrap_err();
    [Lang::Vi, Lang::En].map(|lang| cli::message(&error, lang))
}

/// The row of Sở Tài chính.
fn row(value: &mut Value) -> &mut Value {
    &mut value["levels"][0]["rows"][0]
}

fn twice(list: &mut Value) {
    let items = list.as_array_mut().unwrap();
    items.push(items[0].clone());
}

#[test]
fn what_a_run_wrote_hangs_together() {
    let side = side::of_json(Path::new("a.json"), &written(&reported(&[])).unwrap()).unwrap();
    assert_eq!(side.doubts, []);
    assert!(
        side.units
            .values()
            .filter(|unit| unit.result.is_some())
            .count()
            > 2
    );
}

#[test]
fn what_stands_there_twice_is_refused() {
    let lists: [(Part, &str); 8] = [
        (|value| &mut value["levels"], "tinh, đợt:cấp"),
        (|value| &mut value["grades"], "đợt:xếp loại từ"),
        (|value| &mut value["groups"], "tinh, 1, điểm tối đa"),
        (
            |value| &mut value["groups"][0]["criteria"],
            "tinh, 1.1, điểm tối đa",
        ),
        (
            |value| &mut value["groups"][0]["criteria"][0]["figures"],
            "số liệu:",
        ),
        (|value| &mut value["levels"][0]["rows"], "bài nộp"),
        (|value| &mut value["levels"][0]["gaps"], "bài nộp"),
        (|value| &mut value["statistics"], "thống kê:"),
    ];
    for (list, place) in lists {
        let [vi, en] = refusal(|value| twice(list(value)));
        // A level that is doubled has its maxima twice as well, and these come first.
        assert!(vi.contains(place) || place.contains("cấp"), "{vi}");
        assert!(vi.starts_with("nam-truoc.json: "), "{vi}");
        assert!(vi.contains("có hai lần trong tệp"), "{vi}");
        assert!(en.contains("stands in it twice"), "{en}");
    }
    // A unit with and without a result.
    let [vi, _] = refusal(|value| {
        let mut gap = value["levels"][0]["gaps"][0].clone();
        gap["unit"] = row(value)["unit"].clone();
        value["levels"][0]["gaps"].as_array_mut().unwrap().push(gap);
    });
    assert!(vi.contains("bài nộp: có hai lần"), "{vi}");
}

#[test]
fn a_member_that_stands_in_an_object_twice_is_refused_with_its_place() {
    let text = String::from_utf8(written(&reported(&[])).unwrap()).unwrap();
    let doubled = text.replacen("\"year\": 2017,", "\"year\": 2017,\n\"year\": 2016,", 1);
    let line = doubled[..doubled.find("2016").unwrap()].lines().count();
    let error = side::of_json(Path::new("a.json"), doubled.as_bytes()).map(|_| ());
    let message = cli::message(&error.unwrap_err(), Lang::Vi);
    assert!(
        message.contains("khóa “year” được ghi hai lần"),
        "{message}"
    );
    assert!(message.contains(&format!("dòng {line}")), "{message}");
}

#[test]
fn years_that_are_none_are_refused() {
    for year in [0, -1, 10_000, 999_999] {
        let [vi, en] = refusal(|value| value["campaign"]["year"] = json!(year));
        assert!(
            vi.contains(&format!("{year} không phải năm từ 1 đến 9999")),
            "{vi}"
        );
        assert!(en.contains(&format!("{year} is no year")), "{en}");
    }
    let mut near = report();
    near["campaign"]["year"] = json!(9999);
    assert_eq!(read(&near).unwrap().year, Some(9999));
}

#[test]
fn what_is_not_there_is_refused() {
    let cases: [(Change, &str); 8] = [
        (
            |value| row(value)["unit"]["level"] = json!("xa"),
            "nằm ở cấp “xa”",
        ),
        (|value| value["levels"][0]["id"] = json!("xa"), "“tinh”"),
        (
            |value| value["groups"][0]["maximum"]["xa"] = json!("5"),
            "không có “xa”",
        ),
        (
            |value| {
                row(value)["score"]["criteria"]["9.9"] =
                    row(value)["score"]["criteria"]["1.1"].clone();
            },
            "không có “9.9”",
        ),
        (
            |value| row(value)["score"]["groups"]["9"] = row(value)["score"]["groups"]["1"].clone(),
            "không có “9”",
        ),
        (
            |value| {
                drop(
                    value["groups"][0]["criteria"][0]["maximum"]
                        .as_object_mut()
                        .unwrap()
                        .remove("tinh"),
                );
            },
            "không có “1.1”",
        ),
        (
            |value| value["statistics"][0]["basis"]["level"] = json!("xa"),
            "không có “xa”",
        ),
        (
            |value| value["statistics"][0]["left_out"] = json!([{"level": "tinh", "code": "X"}]),
            "không có “tinh/X”",
        ),
    ];
    for (change, said) in cases {
        let [vi, _] = refusal(change);
        assert!(vi.contains(said), "{said}: {vi}");
    }
}

#[test]
fn counts_that_are_none_are_refused() {
    let [vi, en] = refusal(|value| row(value)["rank"]["place"] = json!(0));
    assert!(
        vi.contains("thứ hạng: 0 không phải số nguyên từ 1 trở lên"),
        "{vi}"
    );
    assert!(en.contains("0 is no whole number from 1 up"), "{en}");
    let [vi, _] = refusal(|value| row(value)["rank"]["place"] = json!(-1));
    assert!(
        vi.contains("cần số nguyên từ 0 trở lên, không phải số “-1”"),
        "{vi}"
    );
    let [vi, _] = refusal(|value| value["statistics"][0]["covered"] = json!(1u64 << 40));
    assert!(vi.contains("1099511627776 không phải số nguyên"), "{vi}");
}

#[test]
fn more_than_any_definition_has_is_refused() {
    let many = |list: &mut Value, of: usize| {
        let one = list[0].clone();
        *list = Value::Array(vec![one; of]);
    };
    let [vi, en] = refusal(|value| many(&mut value["groups"][0]["criteria"], 5_001));
    assert!(vi.contains("nhiều nhất là 5000"), "{vi}");
    assert!(en.contains("more than 5000"), "{en}");
    let [vi, _] = refusal(|value| many(&mut value["levels"][0]["gaps"], 50_001));
    assert!(vi.contains("nhiều nhất là 50.000"), "{vi}");
}

#[test]
fn numbers_have_the_bounds_of_what_is_read() {
    for number in ["1000000000001", "-1000000000001", "0.00000000001"] {
        let changes: [Part; 4] = [
            |value| &mut row(value)["score"]["criteria"]["1.1"]["counted"],
            |value| &mut value["groups"][0]["criteria"][0]["maximum"]["tinh"],
            |value| &mut value["grades"][0]["from"],
            |value| &mut value["campaign"]["total_maximum"],
        ];
        for change in changes {
            let [vi, en] = refusal(|value| *change(value) = json!(number));
            assert!(vi.contains("vượt ±10^12"), "{number}: {vi}");
            assert!(en.contains("beyond ±10^12"), "{number}: {en}");
        }
    }
    // The sum of what is readable may be larger.
    let mut near = report();
    near["statistics"][0]["outcome"] = json!({"kind": "sum", "value": "1000000000001"});
    near["statistics"][0]["basis"]["figures"] = json!([]);
    assert!(read(&near).is_ok());
}

/// What is told of a report with a change: what it is about, what it says, and what it should say.
fn told(change: impl Fn(&mut Value)) -> Vec<String> {
    let mut value = report();
    change(&mut value);
    let side = read(&value).unwrap();
    let told = side.doubts.iter().filter(|one| one.rule.code == "TH506");
    told.map(|one| one.message(Lang::Vi)).collect()
}

#[test]
fn numbers_that_do_not_fit_their_parts_are_told() {
    assert_eq!(told(|_| {}), Vec::<String>::new());
    let total = told(|value| row(value)["score"]["total"] = json!("99.5"));
    assert!(
        total
            .iter()
            .any(|one| one.contains("tổng điểm: ở đây là 99,5")),
        "{total:?}"
    );
    let counted = told(|value| row(value)["score"]["criteria"]["1.1"]["counted"] = json!("1"));
    assert_eq!(counted.len(), 1, "{counted:?}");
    assert!(counted[0].contains("1, điểm nhóm"), "{counted:?}");
    let above = told(|value| row(value)["score"]["criteria"]["1.1"]["counted"] = json!("999"));
    assert!(
        above
            .iter()
            .any(|one| one.contains("1.1, được tính: ở đây là 999")),
        "{above:?}"
    );
    let place = told(|value| row(value)["rank"]["place"] = json!(9));
    assert!(
        place.iter().any(|one| one.contains("thứ hạng: ở đây là 9")),
        "{place:?}"
    );
    let grade = told(|value| row(value)["grading"]["grade"] = json!("Xuất sắc lắm"));
    assert!(
        grade
            .iter()
            .any(|one| one.contains("xếp loại: ở đây là “Xuất sắc lắm”")),
        "{grade:?}"
    );
    let covered = told(|value| value["statistics"][0]["covered"] = json!(4_000));
    assert!(!covered.is_empty());
    let figures = told(|value| {
        for one in value["statistics"].as_array_mut().unwrap() {
            if one["outcome"]["kind"] == "ratio" {
                one["outcome"]["numerator"] = json!("123456");
            }
        }
    });
    assert!(
        figures.iter().any(|one| one.contains("123.456")),
        "{figures:?}"
    );
}

#[test]
fn many_contradictions_are_cut_short() {
    let all = told(|value| {
        let rows = value["levels"][0]["rows"].as_array_mut().unwrap();
        let one = rows[0].clone();
        for n in 0..100 {
            let mut row = one.clone();
            row["unit"]["code"] = json!(format!("X{n}"));
            row["score"]["total"] = json!("1");
            rows.push(row);
        }
    });
    assert_eq!(all.len(), 31);
    assert!(all[30].contains("… +"), "{}", all[30]);
}

/// 20,000 units and as many successions on either side. Each unit went through all successions before.
#[test]
fn a_report_of_the_largest_size_is_compared_in_time() {
    let start = std::time::Instant::now();
    let mut value = report();
    let gap = value["levels"][0]["gaps"][0].clone();
    let gaps = (0..20_000).map(|n| {
        let mut gap = gap.clone();
        gap["unit"]["code"] = json!(format!("X{n}"));
        gap
    });
    let successions: Vec<Value> = (0..20_000)
        .map(|n| {
            let unit = |n: usize| json!({"level": "tinh", "code": format!("X{n}")});
            json!({"relation": "renamed", "predecessors": [unit(n)], "successors": [unit(n + 1)],
                "date": "2017-01-01", "basis": ""})
        })
        .collect();
    value["levels"][0]["gaps"]
        .as_array_mut()
        .unwrap()
        .extend(gaps);
    value["successions"] = Value::Array(successions);
    let current = read(&value).unwrap();
    value["campaign"]["year"] = json!(2016);
    let previous = read(&value).unwrap();
    let diff = tonghop::result::diff::diff(&previous, &current);
    assert!(diff.units().count() > 20_000);
    assert!(
        start.elapsed() < std::time::Duration::from_secs(30),
        "{:?}",
        start.elapsed()
    );
}
