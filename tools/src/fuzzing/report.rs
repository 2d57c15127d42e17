//! Reports of any content given to `diff` and `--previous`: each is refused, or compared in time without a fault, and what is not
//! whole is told.
//!
//! In: JSON from its first brace on; or else edits of the tests' report, four bytes each: which value (two bytes), what becomes of
//! it, and which value of the list or of the report takes its place.

use std::path::Path;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use serde_json::Value;

use tonghop::app::cli;
use tonghop::app::pipeline::side;
use tonghop::base::error::Error;
use tonghop::base::lang::Lang;
use tonghop::base::points::Decimal;
use tonghop::output::json::json;
use tonghop::result::diff::{self, Side};

/// What one input may take, tests being not optimised.
const TIME: Duration = Duration::from_secs(10);

/// A report of three units, as a run wrote it.
const REPORT: &str = include_str!("report.json");

static RIGHT: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(REPORT).unwrap());
static SIDE: LazyLock<Side> =
    LazyLock::new(|| side::of_json(Path::new("truoc.json"), REPORT.as_bytes()).unwrap());

/// What takes the place of values.
const VALUES: [&str; 24] = [
    "0",
    "-1",
    "1",
    "999999",
    "4294967295",
    "4294967296",
    "18446744073709551615",
    "1e300",
    "0.5",
    "null",
    "true",
    "[]",
    "{}",
    "\"\"",
    "\"0\"",
    "\"-5\"",
    "\"1000000000001\"",
    "\"1e21\"",
    "\"0.0000000000001\"",
    "\"tinh\"",
    "\"huyen\"",
    "\"1.1\"",
    "\"nowhere\"",
    "\"\\u202e\\u0000\"",
];

/// Compares what the bytes make of a report with the right one.
pub fn run(data: &[u8]) {
    let start = Instant::now();
    if data.first() == Some(&b'{') {
        compare(data);
    } else {
        let mut value = RIGHT.clone();
        for edit in data.chunks_exact(4).take(20) {
            if let &[high, low, what, with] = edit {
                spoil(
                    &mut value,
                    usize::from(u16::from_be_bytes([high, low])),
                    what,
                    with,
                );
            }
        }
        compare(&serde_json::to_vec(&value).unwrap());
    }
    assert!(start.elapsed() < TIME, "too slow: {:?}", start.elapsed());
}

fn compare(bytes: &[u8]) {
    let side = match side::of_json(Path::new("bao-cao.json"), bytes) {
        Ok(side) => side,
        Err(error) => return refused(&error),
    };
    for (previous, current) in [(&*SIDE, &side), (&side, &*SIDE), (&side, &side)] {
        let diff = diff::diff(previous, current);
        let _ = diff::findings(previous, current, Decimal::from(50));
        json(&diff).unwrap();
        for finding in &diff.findings {
            for lang in [Lang::Vi, Lang::En] {
                assert!(!finding.message(lang).is_empty());
            }
        }
    }
    // A report that says something else than it said when it was written never passes without a word.
    assert!(side == *SIDE || !side.doubts.is_empty());
}

fn refused(error: &Error) {
    let is_refusal = matches!(
        error,
        Error::NotAReport { .. } | Error::ImpossibleNumber { .. } | Error::Unsound { .. }
    );
    assert!(is_refusal, "{error}");
    for lang in [Lang::Vi, Lang::En] {
        let message = cli::message(error, lang);
        assert!(!message.contains(|c: char| c.is_control()), "{message:?}");
    }
}

/// All values of a report, in order.
fn values<'v>(value: &'v mut Value, at: &mut usize, call: &mut dyn FnMut(usize, &mut Value)) {
    call(*at, value);
    *at += 1;
    match value {
        Value::Array(items) => items.iter_mut().for_each(|one| values(one, at, call)),
        Value::Object(members) => members.values_mut().for_each(|one| values(one, at, call)),
        _ => {}
    }
}

fn spoil(report: &mut Value, which: usize, what: u8, with: u8) {
    let mut all = 0;
    let mut other = Value::Null;
    let wanted = usize::from(with) * 7;
    values(report, &mut all, &mut |at, value| {
        if at == wanted {
            other = value.clone();
        }
    });
    let (which, with) = (which % all, usize::from(with));
    values(report, &mut 0, &mut |at, value| {
        if at == which {
            change(value, what, with, &other);
        }
    });
}

fn change(value: &mut Value, what: u8, with: usize, other: &Value) {
    match (what % 6, value) {
        (0, value) => *value = serde_json::from_str(VALUES[with % VALUES.len()]).unwrap(),
        (1, value) => *value = other.clone(),
        (2, Value::Array(items)) if !items.is_empty() => {
            let twice = items[with % items.len()].clone();
            items.push(twice);
        }
        (3, Value::Array(items)) if !items.is_empty() => drop(items.remove(with % items.len())),
        (4, Value::Array(items)) => items.reverse(),
        (2 | 3, Value::Object(members)) if !members.is_empty() => {
            let name = members.keys().nth(with % members.len()).unwrap().clone();
            let old = members.remove(&name).unwrap();
            if what % 6 == 2 {
                members.insert(format!("{name}x"), old);
            }
        }
        (_, Value::String(text)) => text.push('9'),
        (_, value) => *value = other.clone(),
    }
}
