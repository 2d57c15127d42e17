//! What the definitions accept, as their readers say it themselves when they meet a key that they do not know.

use serde::de::DeserializeOwned;

use tonghop::campaign::rulings::{Exemption, GivenPoints};
use tonghop::campaign::scheme::{
    ChoiceOption, CountedItem, Criterion, FigureSpec, Formula, Grade, Group, Level, Measure,
    Rounding, Scheme, ScoringRule, Section, SentenceSpec, ShareWords, StatisticSpec, Tier, Words,
};
use tonghop::campaign::settings::{Campaign, GivenFigure};
use tonghop::campaign::units;

/// The command whose options are told.
pub const NEW: &str = "tonghop new";

/// The tables whose rows are types.
pub const TYPES: [&str; 2] = ["rule", "formula"];

/// Keys of a rule that a report writes and no scheme has.
const OF_REPORTS: [&str; 4] = ["part", "whole", "percent", "best"];

/// What a reader expects in place of what it does not know.
fn expected<T: DeserializeOwned>(text: &str) -> Vec<String> {
    let Err(error) = toml::from_str::<T>(text) else {
        panic!("{text} is accepted");
    };
    let message = error.message();
    assert!(message.starts_with("unknown "), "{text}: {message}");
    let names = message.split('`').skip(1).step_by(2).skip(1);
    names
        .filter(|name| !OF_REPORTS.contains(name))
        .map(str::to_string)
        .collect()
}

/// The keys of a table.
fn of<T: DeserializeOwned>() -> Vec<String> {
    expected::<T>("no_such_key = 1")
}

/// The keys of a type of rules or formulas, besides its type.
pub fn of_type(table: &str, name: &str) -> Vec<String> {
    let text = format!("type = \"{name}\"\nno_such_key = 1");
    match table {
        "rule" => expected::<ScoringRule>(&text),
        _ => expected::<Formula>(&text),
    }
}

/// All tables, by the names of the guide, with their keys.
pub fn accepted() -> Vec<(&'static str, Vec<String>)> {
    let words = |table: &str| expected::<Campaign>(&format!("[{table}]\nno_such_key = []"));
    let unknown = "type = \"no_such_type\"";
    vec![
        ("campaign.toml", of::<Campaign>()),
        ("[given.…]", of::<GivenFigure>()),
        ("[[exempt]]", of::<Exemption>()),
        ("[[points]]", of::<GivenPoints>()),
        ("scheme.toml", of::<Scheme>()),
        ("[rounding]", of::<Rounding>()),
        ("[words]", of::<Words>()),
        ("[[level]]", of::<Level>()),
        ("[[grade]]", of::<Grade>()),
        ("[[group]]", of::<Group>()),
        ("[[criterion]]", of::<Criterion>()),
        ("figures", of::<FigureSpec>()),
        ("rule", expected::<ScoringRule>(unknown)),
        ("value", of::<Measure>()),
        ("tiers", of::<Tier>()),
        ("items", of::<CountedItem>()),
        ("options", of::<ChoiceOption>()),
        ("[[section]]", of::<Section>()),
        ("[[statistic]]", of::<StatisticSpec>()),
        ("[[sentence]]", of::<SentenceSpec>()),
        ("[share_words]", of::<ShareWords>()),
        ("formula", expected::<Formula>(unknown)),
        ("[columns]", words("columns")),
        ("[rows]", words("rows")),
        ("[cover]", words("cover")),
        ("units.csv", units::COLUMNS.map(str::to_string).to_vec()),
        (NEW, new_options()),
    ]
}

/// The options are held against the help, which is what people see of them.
fn new_options() -> Vec<String> {
    let page = super::stored();
    let rows = super::page::rows(&page);
    let own = rows.into_iter().filter(|row| row.table == NEW);
    own.map(|row| row.key).collect()
}
