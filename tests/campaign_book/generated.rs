//! Campaigns that nobody wrote, with texts of any characters and rules of any type, known or not.

use indexmap::IndexMap;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use toml::{Table, Value};
use tonghop::campaign::documents::Documents;

use crate::campaign_book::{same, there_and_back};

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        8 => "[A-Za-zăâđêôơưạếộ0-9 .,%&()/'\"-]{1,30}",
        1 => "\\PC{1,12}",
        1 => select(vec!["", " a", "a  b", "=1+1", "'x", "1.10", "1/2", "(1)", "-", "a\nb", "a|b", "có", "nhóm", "e\u{301}"]).prop_map(str::to_string),
    ]
}

fn number() -> impl Strategy<Value = Value> {
    prop_oneof![
        (-1000_i64..1000).prop_map(Value::Integer),
        (-100_000_i32..100_000).prop_map(|hundredth| Value::Float(f64::from(hundredth) / 100.0)),
        select(vec![
            Value::Integer(i64::MAX),
            Value::Float(1e-11),
            Value::Float(3e13),
            Value::Boolean(true)
        ]),
    ]
}

fn id() -> impl Strategy<Value = String> {
    "[a-z_]{1,6}[0-9]{0,2}"
}

fn table(pairs: Vec<(&str, Value)>) -> Value {
    let pairs = pairs
        .into_iter()
        .map(|(key, value)| (key.to_string(), value));
    Value::Table(pairs.collect())
}

fn strings(all: Vec<String>) -> Value {
    Value::Array(all.into_iter().map(Value::String).collect())
}

fn rule() -> impl Strategy<Value = Value> {
    let of = |name: &str| ("type", Value::String(name.to_string()));
    let one = |text: String| Value::String(text);
    prop_oneof![
        select(vec!["declared", "sum", "strange", "linear_between"])
            .prop_map(move |name| table(vec![of(name)])),
        vec(id(), 0..4).prop_map(move |all| table(vec![of("yes_no"), ("figures", strings(all))])),
        (id(), id()).prop_map(move |(a, b)| table(vec![
            of("ratio"),
            ("numerator", one(a)),
            ("denominator", one(b))
        ])),
        (id(), id()).prop_map(move |(a, b)| table(vec![
            of("ratio"),
            ("part", one(a)),
            ("denominator", one(b))
        ])),
        (id(), vec((number(), number()), 0..3)).prop_map(move |(a, all)| {
            let tiers = all
                .into_iter()
                .map(|(from, points)| table(vec![("from", from), ("points", points)]));
            let value = table(vec![("ratio", one(a.clone())), ("of", one(a))]);
            table(vec![
                of("tiers"),
                ("value", value),
                ("tiers", Value::Array(tiers.collect())),
            ])
        }),
        (text(), vec((text(), number(), vec(text(), 0..3)), 1..4)).prop_map(move |(a, all)| {
            let options = all.into_iter().map(|(name, points, aliases)| {
                table(vec![
                    ("name", one(name)),
                    ("points", points),
                    ("aliases", strings(aliases)),
                    ("more", Value::Integer(1)),
                ])
            });
            table(vec![
                of("choice"),
                ("figure", one(a)),
                ("options", Value::Array(options.collect())),
            ])
        }),
        (id(), number(), text()).prop_map(move |(a, points, more)| {
            let item = table(vec![
                ("figure", one(a)),
                ("points", points),
                ("per", Value::Integer(2)),
            ]);
            table(vec![
                of("per_item"),
                ("items", Value::Array(vec![item])),
                ("weird", one(more)),
            ])
        }),
    ]
}

fn maximum() -> impl Strategy<Value = Value> {
    prop_oneof![
        number(),
        (number(), number()).prop_map(|(a, b)| table(vec![("tinh", a), ("huyen", b)])),
        number().prop_map(|a| table(vec![("huyen", a)])),
        number().prop_map(|a| table(vec![("khac", a)])),
        Just(Value::from("unlimited")),
        number().prop_map(|a| table(vec![("tinh", a), ("huyen", Value::from("unlimited"))])),
    ]
}

/// Where a grade begins, as a scheme may write it or not.
fn limit() -> impl Strategy<Value = Value> {
    let percent = (0..1000_u32).prop_map(|tenth| format!("{}%", f64::from(tenth) / 10.0));
    let others = select(vec![
        "80 %",
        "82,5%",
        "-5%",
        "80",
        "tám mươi",
        "%",
        "1e2%",
        "5000%",
    ]);
    prop_oneof![
        4 => number(),
        4 => percent.prop_map(Value::String),
        1 => others.prop_map(|text| Value::String(text.to_string())),
    ]
}

fn grades() -> impl Strategy<Value = Value> {
    let from = prop_oneof![
        limit(),
        (limit(), limit()).prop_map(|(a, b)| table(vec![("tinh", a), ("huyen", b)])),
        limit().prop_map(|a| table(vec![("huyen", a)])),
        limit().prop_map(|a| table(vec![("khac", a)])),
    ];
    let group = select(vec!["1", "II", "a b", "nhóm", "1:2"]);
    let minima = prop_oneof![
        Just(Vec::new()),
        limit().prop_map(|each| vec![("each_group", each)]),
        limit().prop_map(|each| vec![("each_group", table(vec![("tinh", each)]))]),
        vec((group, limit()), 0..3).prop_map(|all| vec![("groups", table(all))]),
    ];
    vec((text(), from, minima), 0..3).prop_map(|all| {
        let all = all.into_iter().map(|(name, from, minima)| {
            let own = vec![("name", Value::String(name)), ("from", from)];
            table(own.into_iter().chain(minima).collect())
        });
        Value::Array(all.collect())
    })
}

fn criterion() -> impl Strategy<Value = Value> {
    let figure = (
        id(),
        text(),
        select(vec!["count", "amount", "yes_no", "choice", "other"]),
    );
    let id = (1..3, 1..40).prop_map(|(a, b)| format!("{a}.{b}"));
    (
        id,
        text(),
        maximum(),
        (rule(), any::<bool>()),
        vec(figure, 0..3),
        vec(text(), 0..3),
    )
        .prop_map(|(id, name, maximum, (rule, cap), figures, aliases)| {
            let figures = figures.into_iter().map(|(id, name, kind)| {
                table(vec![
                    ("id", Value::String(id)),
                    ("name", Value::String(name)),
                    ("kind", Value::String(kind.to_string())),
                ])
            });
            table(vec![
                ("id", Value::String(id)),
                ("name", Value::String(name)),
                ("maximum", maximum),
                ("cap", Value::Boolean(cap)),
                ("rule", rule),
                ("figures", Value::Array(figures.collect())),
                ("aliases", strings(aliases)),
            ])
        })
}

fn units() -> impl Strategy<Value = Vec<IndexMap<String, String>>> {
    let unit = (text(), text(), vec(text(), 0..3), 0..9_u32);
    let unit = unit.prop_map(|(name, code, aliases, order)| {
        let aliases = aliases.iter().map(|one| one.replace(['\n', '|'], " "));
        let aliases = aliases.collect::<Vec<_>>().join("|");
        let all = [
            ("level", "tinh".to_string()),
            ("code", code),
            ("name", name),
            ("aliases", aliases),
            ("order", order.to_string()),
        ];
        let all = all
            .into_iter()
            .filter(|(_, value)| !value.trim().is_empty());
        all.map(|(key, value)| (key.to_string(), value)).collect()
    });
    vec(unit, 0..4)
}

fn groups() -> impl Strategy<Value = Value> {
    let group = (text(), maximum(), any::<(bool, bool)>(), text());
    vec(group, 1..3).prop_map(|groups| {
        let groups = groups.into_iter().zip(1..);
        let groups = groups.map(|((name, maximum, (outside, cap), short), id)| {
            table(vec![
                ("id", Value::String(id.to_string())),
                ("name", Value::String(name)),
                ("maximum", maximum),
                ("outside_total", Value::Boolean(outside)),
                ("cap", Value::Boolean(cap)),
                ("short", Value::String(short)),
            ])
        });
        Value::Array(groups.collect())
    })
}

/// Sentences of the annex, with fields, conditions and statistics that a scheme may have or not.
fn sentences() -> impl Strategy<Value = Value> {
    let words = prop_oneof![
        text(),
        (text(), id(), select(vec!["", ".muc", ".toi_da", ".la"]))
            .prop_map(|(text, id, kind)| format!("{text} {{{id}{kind}}} {{chu_thich}}")),
        select(vec!["{nam}", "{", "}}", "{a b}"]).prop_map(str::to_string),
    ];
    let when = select(vec![
        "full",
        "at_least",
        "below",
        "zero",
        "above_zero",
        "strange",
    ]);
    let maybe = |of: BoxedStrategy<String>| proptest::option::of(of);
    let names = (
        maybe(id().boxed()),
        maybe(when.prop_map(str::to_string).boxed()),
        maybe(id().boxed()),
        maybe(id().boxed()),
    );
    let row = (id(), words, names, proptest::option::of(number()));
    vec(row, 0..4).prop_map(|rows| {
        let rows = rows.into_iter().map(|(section, words, names, value)| {
            let (statistic, when, footnote, blank) = names;
            let mut own = vec![
                ("section", Value::String(section)),
                ("text", Value::String(words)),
            ];
            let more = [
                ("statistic", statistic),
                ("when", when),
                ("footnote", footnote),
                ("blank", blank),
            ];
            let more = more
                .into_iter()
                .filter_map(|(key, name)| Some((key, Value::String(name?))));
            own.extend(more);
            own.extend(value.map(|value| ("value", value)));
            table(own)
        });
        Value::Array(rows.collect())
    })
}

/// From which share on units are called most of all, or the majority.
fn share_words() -> impl Strategy<Value = Option<Value>> {
    let both = (number(), proptest::option::of(number())).prop_map(|(most, majority)| {
        let majority = majority.map(|majority| ("majority_from", majority));
        table([("most_from", most)].into_iter().chain(majority).collect())
    });
    proptest::option::of(both)
}

fn documents() -> impl Strategy<Value = Documents> {
    let parts = (
        vec(criterion(), 1..6),
        (groups(), grades(), sentences(), share_words()),
        units(),
        text(),
        vec(text(), 1..3),
    );
    parts.prop_map(
        |(criteria, (groups, grades, sentences, share_words), units, name, title)| {
            let level = |id: &str| {
                let name = Value::String(format!("Cấp {id}"));
                table(vec![
                    ("id", id.into()),
                    ("name", name),
                    ("units", "sở".into()),
                ])
            };
            let weights = vec![("a", Value::Float(0.5)), ("b c", strings(title.clone()))];
            let share_words = share_words.map(|words| ("share_words", words));
            let scheme = [
                ("id", "x".into()),
                ("name", Value::String(name.clone())),
                ("level", Value::Array(vec![level("tinh"), level("huyen")])),
                ("grade", grades),
                ("group", groups),
                ("criterion", Value::Array(criteria)),
                ("sentence", sentences),
                ("weights", table(weights)),
            ];
            let scheme = table(scheme.into_iter().chain(share_words).collect());
            let settings = table(vec![
                ("name", Value::String(name)),
                ("year", Value::Integer(2025)),
                ("title", strings(title)),
            ]);
            let whole = |value: Value| value.as_table().cloned().unwrap_or_else(Table::new);
            Documents {
                settings: whole(settings),
                scheme: whole(scheme),
                units,
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_is_written_is_read(documents in documents()) {
        let read = there_and_back(&documents);
        prop_assert_eq!(same(&read.documents), same(&documents));
    }
}
