//! What a form refuses while it is filled in, and what it marks: Excel says at once what the department would ask for weeks later.
//!
//! In: what may stand in a cell. Out: its rule, with a word of what is asked for. Not for: what is pasted, which Excel does not look at;
//! it is marked here, and found when the form is read.

use rust_xlsxwriter::{
    ConditionalFormatFormula, DataValidation, DataValidationRule, Formula, Worksheet, XlsxError,
};

use crate::base::points::{Decimal, Most, to_f64};
use crate::campaign::scheme::{Criterion, FigureKind, FigureSpec, Scheme};
use crate::output::xlsx::page::WriteResult;
use crate::output::xlsx::template::drop_downs::{DropDown, DropDowns};
use crate::output::xlsx::template::{BlankForm, LANG, NO, YES, form_looks};
use crate::output::xlsx::text::clip;

/// The most characters of what Excel says beside a cell.
const LONGEST: usize = 250;
/// The most characters of what Excel says of a mistake.
const LONGEST_ERROR: usize = 220;
/// The largest figure that any form can mean.
const LARGEST: u64 = 1_000_000_000_000_000;

/// A rule that refuses what it does not foresee, with what is said of it.
fn refusing(rule: DataValidation, title: &str, refused: &str) -> Result<DataValidation, XlsxError> {
    rule.ignore_blank(true)
        .set_error_title(clip(title, 32))?
        .set_error_message(clip(refused, LONGEST_ERROR))
}

/// The score of a criterion: the points that its rule can give, or any within its limits.
pub(super) fn score(
    form: &BlankForm<'_>,
    criterion: &Criterion,
    lists: &mut DropDowns,
) -> Result<DataValidation, XlsxError> {
    let level = &form.unit.id.level;
    let maximum = criterion.maximum_at(level).unwrap_or_default();
    let lowest = criterion.minimum();
    let range = LANG.range(lowest, maximum);
    let highest = maximum.limit().map_or(Decimal::READABLE, |most| most.0);
    let steps = criterion.rule.steps(maximum);
    let steps = steps.map(|steps| possible(steps, lowest.0, highest));
    let title = format!("Điểm tự chấm {}", criterion.id);
    let method = (form.method)(criterion);
    let id = &criterion.id;
    let (rule, asked, refused) = if let Some(steps) = steps.filter(|steps| steps.len() > 1) {
        let told: Vec<String> = steps.iter().map(|one| LANG.number(*one)).collect();
        let told = told.join("; ");
        let area = lists.area(DropDown::Points(steps));
        let rule = DataValidation::new().allow_list_formula(Formula::new(area));
        let refused =
            format!("Tiêu chí {id} chỉ có các mức điểm: {told}. Chọn một mức trong danh sách.");
        (rule, format!("Các mức: {told}."), refused)
    } else {
        let limits = match maximum {
            Most::Points(most) => DataValidationRule::Between(to_f64(lowest.0), to_f64(most.0)),
            Most::Unlimited => DataValidationRule::GreaterThanOrEqualTo(to_f64(lowest.0)),
        };
        let rule = DataValidation::new().allow_decimal_number(limits);
        let refused = format!(
            "Điểm của tiêu chí {id} là một số {range}, không ghi kèm chữ. Chưa chấm thì để trống."
        );
        (rule, format!("Số điểm {range}."), refused)
    };
    let asked = if method.is_empty() {
        asked
    } else {
        format!("{asked} {method}")
    };
    refusing(rule, &title, &refused)?
        .set_input_title(clip(&title, 32))?
        .set_input_message(clip(&asked, LONGEST))
}

/// Points that are possible on a level, each once, most first.
fn possible(mut steps: Vec<Decimal>, lowest: Decimal, highest: Decimal) -> Vec<Decimal> {
    steps.retain(|one| (lowest..=highest).contains(one));
    steps.sort();
    steps.dedup();
    steps.reverse();
    steps
}

/// A tick.
pub(super) fn tick(sign: &str, lists: &mut DropDowns) -> Result<DataValidation, XlsxError> {
    let area = lists.area(DropDown::Words(vec![sign.to_string()]));
    let rule = DataValidation::new().allow_list_formula(Formula::new(area));
    let refused = format!("Chọn “{sign}” ở một phương án của tiêu chí; bỏ chọn thì xóa ô.");
    refusing(rule, "Đánh dấu", &refused)
}

/// What stands around a figure.
pub(super) struct FigureAt<'a> {
    /// Its own cell.
    pub(super) cell: String,
    /// The cell of the figure that it cannot exceed, and what that is called.
    pub(super) most: Option<(String, String)>,
    /// The criterion that asks for it.
    pub(super) criterion: &'a Criterion,
}

/// A figure.
pub(super) fn figure(
    scheme: &Scheme,
    figure: &FigureSpec,
    at: &FigureAt<'_>,
    lists: &mut DropDowns,
) -> Result<DataValidation, XlsxError> {
    let new = DataValidation::new;
    let list = |lists: &mut DropDowns, words: Vec<String>| {
        let told = words.join("; ");
        let rule = new().allow_list_formula(Formula::new(lists.area(DropDown::Words(words))));
        (rule, format!("Chọn một trong danh sách: {told}."))
    };
    let is_percent = figure.is_percent(at.criterion);
    let (rule, refused) = match figure.kind {
        FigureKind::YesNo => list(lists, vec![YES.to_string(), NO.to_string()]),
        FigureKind::Choice => {
            let options = scheme.options(&figure.id).iter();
            list(lists, options.map(|one| one.name.clone()).collect())
        }
        FigureKind::Count | FigureKind::Amount if is_percent => {
            let mut rules = scheme.criteria.iter();
            let is_more = rules.any(|one| {
                one.rule.figures().contains(&&figure.id) && one.rule.foresees_above_hundred()
            });
            let most = if is_more { 1_000_000.0 } else { 100.0 };
            let limits = DataValidationRule::Between(0.0, most);
            let refused = "Ghi tỷ lệ phần trăm là một số, không ghi dấu %: 97,5 nghĩa là 97,5%. Tỷ lệ không âm và không quá 100.";
            (new().allow_decimal_number(limits), refused.to_string())
        }
        FigureKind::Count | FigureKind::Amount => numbers(figure.kind, at),
    };
    refusing(rule, "Số liệu", &refused)
}

/// A number, zero or more, no more than another.
fn numbers(kind: FigureKind, at: &FigureAt<'_>) -> (DataValidation, String) {
    let cell = &at.cell;
    let is_whole = kind == FigureKind::Count;
    let mut conditions = vec![
        format!("ISNUMBER({cell})"),
        format!("{cell}>=0"),
        format!("{cell}<{LARGEST}"),
    ];
    let mut refused = if is_whole {
        conditions.push(format!("{cell}=INT({cell})"));
        "Ghi một số nguyên không âm, không ghi kèm chữ. ".to_string()
    } else {
        "Ghi một số không âm, không ghi kèm chữ. ".to_string()
    };
    if let Some((most, name)) = &at.most {
        conditions.push(format!("OR({most}=\"\",{cell}<={most})"));
        let name = clip(name, 90);
        refused.push_str(&format!("Không được lớn hơn “{name}”. "));
    }
    refused.push_str("Không có thì ghi 0; chưa có số liệu thì để trống.");
    let formula = format!("=AND({})", conditions.join(","));
    (
        DataValidation::new().allow_custom(Formula::new(formula)),
        refused,
    )
}

/// Refuses a date or a sentence where nothing is foreseen but a mark: puts a rule on a cell.
pub(super) fn put(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    rule: &DataValidation,
) -> WriteResult {
    sheet.add_data_validation(row, column, row, column, rule)?;
    Ok(())
}

/// Marks a cell while a condition holds.
pub(super) fn mark(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    condition: &str,
) -> WriteResult {
    let mark = ConditionalFormatFormula::new()
        .set_rule(condition)
        .set_format(form_looks::wrong());
    sheet.add_conditional_format(row, column, row, column, &mark)?;
    Ok(())
}
