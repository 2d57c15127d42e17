//! Which columns of a campaign workbook the keys of a rule or a formula stand in.
//!
//! A rule type that is not told here goes into the column of other parameters as a whole, and nothing of it is lost.

use toml::{Table, Value};

use crate::base::lang::{Phrase, phrase};

/// Where a rule has the figures that it uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureKeys {
    /// It uses none.
    None,
    /// A list of figures under a key.
    List(&'static str),
    /// A part and a whole.
    Pair(&'static str, &'static str),
    /// A figure, or one in percent of another, in a table under a key.
    Measure(&'static str),
    /// One figure under a key.
    One(&'static str),
}

/// A type of rules or formulas.
#[derive(Clone, Copy, Debug)]
pub struct RuleType {
    /// Its name in the documents.
    pub value: &'static str,
    /// What people call it.
    pub label: Phrase,
    /// Where its figures stand.
    pub form: FigureKeys,
    /// The list that its rows below are, where it needs one.
    pub list: Option<&'static str>,
}

const fn rule(
    value: &'static str,
    label: Phrase,
    form: FigureKeys,
    list: Option<&'static str>,
) -> RuleType {
    RuleType {
        value,
        label,
        form,
        list,
    }
}

/// The types of rules.
pub const RULES: &[RuleType] = &[
    rule(
        "declared",
        phrase(
            "Đơn vị tự chấm, không tính từ số liệu",
            "Claimed by the unit",
        ),
        FigureKeys::None,
        None,
    ),
    rule(
        "yes_no",
        phrase("Có thì đạt điểm tối đa", "Yes gives the maximum"),
        FigureKeys::List("figures"),
        None,
    ),
    rule(
        "ratio",
        phrase("Tỷ lệ × điểm tối đa", "Share × maximum"),
        FigureKeys::Pair("numerator", "denominator"),
        None,
    ),
    rule(
        "linear",
        phrase(
            "Số liệu % × điểm tối đa (hoặc theo đường thẳng giữa các mốc)",
            "Figure in percent × maximum (or on a line between points)",
        ),
        FigureKeys::Measure("value"),
        None,
    ),
    rule(
        "tiers",
        phrase(
            "Theo bậc (mỗi bậc một dòng bên dưới)",
            "By tiers (rows below)",
        ),
        FigureKeys::Measure("value"),
        Some("tiers"),
    ),
    rule(
        "per_item",
        phrase(
            "Cộng theo số lượng (mỗi thứ một dòng bên dưới)",
            "Points for each (rows below)",
        ),
        FigureKeys::None,
        Some("items"),
    ),
    rule(
        "choice",
        phrase(
            "Theo phương án ghi ở số liệu (phương án ở dòng bên dưới)",
            "By the option in a figure (rows below)",
        ),
        FigureKeys::One("figure"),
        Some("options"),
    ),
    rule(
        "options",
        phrase(
            "Đánh dấu một phương án (phương án ở dòng bên dưới)",
            "One option is ticked (rows below)",
        ),
        FigureKeys::None,
        Some("options"),
    ),
    rule(
        "best_of_level",
        phrase(
            "So với đơn vị cao nhất cùng cấp × điểm tối đa",
            "Against the level's best × maximum",
        ),
        FigureKeys::Measure("value"),
        None,
    ),
    rule(
        "sum",
        phrase("Cộng các tiêu chí con", "Sum of the criteria below"),
        FigureKeys::None,
        None,
    ),
    rule(
        "given",
        phrase(
            "Tỉnh cho điểm (trang Điểm tỉnh cho)",
            "Given by the province (sheet of points)",
        ),
        FigureKeys::None,
        None,
    ),
    rule(
        "maximum",
        phrase(
            "Lấy tiêu chí con cao nhất",
            "The best of the criteria below",
        ),
        FigureKeys::None,
        None,
    ),
    rule(
        "minimum",
        phrase(
            "Lấy tiêu chí con thấp nhất",
            "The weakest of the criteria below",
        ),
        FigureKeys::None,
        None,
    ),
    rule(
        "mean",
        phrase(
            "Bình quân các tiêu chí con theo hệ số",
            "Mean of the criteria below by weight",
        ),
        FigureKeys::None,
        None,
    ),
    rule(
        "mean_of_scored",
        phrase(
            "Bình quân các tiêu chí con có điểm, bỏ ô trống",
            "Mean of the criteria below that have points",
        ),
        FigureKeys::None,
        None,
    ),
];

/// The types of formulas of statistics.
pub const FORMULAS: &[RuleType] = &[
    rule(
        "sum",
        phrase("Tổng số liệu của các đơn vị", "Sum over the units"),
        FigureKeys::List("figures"),
        None,
    ),
    rule(
        "ratio",
        phrase(
            "Tỷ lệ % giữa hai tổng số liệu",
            "One sum in percent of another",
        ),
        FigureKeys::Pair("numerator", "denominator"),
        None,
    ),
    rule(
        "share_yes",
        phrase("Tỷ lệ % đơn vị trả lời Có", "Share of units that say yes"),
        FigureKeys::List("figures"),
        None,
    ),
    rule(
        "units_at_maximum",
        phrase(
            "Số đơn vị đạt điểm tối đa của nhóm",
            "Units at the maximum of a group",
        ),
        FigureKeys::None,
        None,
    ),
    rule(
        "given",
        phrase("Tỉnh cung cấp", "Given by the province"),
        FigureKeys::None,
        None,
    ),
];

/// The form of a type; [`FigureKeys::None`] for one that is not known.
pub fn form_of(types: &[RuleType], value: &str) -> FigureKeys {
    let found = types.iter().find(|one| one.value == value);
    found.map_or(FigureKeys::None, |one| one.form)
}

impl FigureKeys {
    /// Takes the figures out of a rule, and what they are measured by, as far as `is_plain` says that a cell can hold them.
    pub fn take(
        self,
        rule: &mut Table,
        is_plain: impl Fn(&str) -> bool,
    ) -> (Vec<String>, Option<String>) {
        let text = |value: Option<&Value>| {
            let text = value.and_then(Value::as_str).filter(|one| is_plain(one));
            text.map(str::to_string)
        };
        match self {
            FigureKeys::None => (Vec::new(), None),
            FigureKeys::List(key) => {
                let all = rule.get(key).and_then(Value::as_array);
                let all = all.filter(|all| !all.is_empty());
                let all: Option<Vec<String>> =
                    all.and_then(|all| all.iter().map(|one| text(Some(one))).collect());
                if all.is_some() {
                    rule.remove(key);
                }
                (all.unwrap_or_default(), None)
            }
            FigureKeys::One(key) => {
                let one = text(rule.get(key));
                if one.is_some() {
                    rule.remove(key);
                }
                (one.into_iter().collect(), None)
            }
            FigureKeys::Pair(part, whole) => {
                let (first, second) = (text(rule.get(part)), text(rule.get(whole)));
                for (key, found) in [(part, &first), (whole, &second)] {
                    if found.is_some() {
                        rule.remove(key);
                    }
                }
                (first.into_iter().collect(), second)
            }
            FigureKeys::Measure(key) => {
                let Some(table) = rule.get(key).and_then(Value::as_table) else {
                    return (Vec::new(), None);
                };
                let (figure, ratio, of) = (
                    text(table.get("figure")),
                    text(table.get("ratio")),
                    text(table.get("of")),
                );
                let taken = match (table.len(), figure, ratio, of) {
                    (1, Some(figure), None, None) => (vec![figure], None),
                    (2, None, Some(ratio), Some(of)) => (vec![ratio], Some(of)),
                    _ => return (Vec::new(), None),
                };
                rule.remove(key);
                taken
            }
        }
    }

    /// Puts figures into a rule. `Err`: the form has no place for that many, or for what they are measured by.
    ///
    /// # Errors
    /// Which column holds too much: [`super::FIGURES`] or [`super::OVER`].
    pub fn put(
        self,
        rule: &mut Table,
        figures: Vec<String>,
        over: Option<String>,
    ) -> Result<(), &'static str> {
        let count = figures.len();
        let mut first = figures.first().cloned();
        let is_single = !matches!(self, FigureKeys::List(_) | FigureKeys::None);
        if (self == FigureKeys::None && count > 0) || (is_single && count > 1) {
            return Err(super::FIGURES);
        }
        if over.is_some() && !matches!(self, FigureKeys::Pair(..) | FigureKeys::Measure(_)) {
            return Err(super::OVER);
        }
        let mut set = |key: &str, value: Option<Value>| {
            if let Some(value) = value {
                rule.insert(key.to_string(), value);
            }
        };
        match self {
            FigureKeys::None => {}
            FigureKeys::List(key) => {
                let all = figures.into_iter().map(Value::String).collect();
                set(key, (count > 0).then_some(Value::Array(all)));
            }
            FigureKeys::One(key) => set(key, first.take().map(Value::String)),
            FigureKeys::Pair(part, whole) => {
                set(part, first.take().map(Value::String));
                set(whole, over.map(Value::String));
            }
            FigureKeys::Measure(key) => {
                let mut measure = Table::new();
                let name = if over.is_some() { "ratio" } else { "figure" };
                if let Some(first) = first.take() {
                    measure.insert(name.to_string(), Value::String(first));
                }
                if let Some(over) = over {
                    measure.insert("of".to_string(), Value::String(over));
                }
                set(key, (!measure.is_empty()).then_some(Value::Table(measure)));
            }
        }
        Ok(())
    }

    /// The keys below a rule that stand in the column of figures.
    pub const FIGURES_AT: [&'static str; 6] =
        ["figures", "numerator", "part", "value", "figure", "group"];
    /// The keys below a rule that stand in the column of what they are measured by.
    pub const OVER_AT: [&'static str; 2] = ["denominator", "whole"];
}
