//! What a row of a decision workbook names: a unit, a criterion, a kind of decision.
//!
//! In: texts as people leave them. Out: what they mean, or why that cannot be told. Not for: whether it fits the question.

use crate::base::cell::CellValue;
use crate::base::finding::Fact;
use crate::base::ids::{CriterionId, FigureId, GroupId, UnitId};
use crate::base::lang::Lang;
use crate::base::text;
use crate::campaign::decisions::columns::WHICH_FILE;
use crate::campaign::decisions::{DECISION_KINDS, DecisionKind, DecisionSubject};
use crate::campaign::scheme::{Criterion, Level, Scheme};
use crate::input::decisions::DecisionContext;

/// The unit of a name, another name or a code, also with its level's name in parentheses behind it; nothing where it is none or more
/// than one.
pub(super) fn unit(written: &str, context: DecisionContext<'_>) -> Option<UnitId> {
    let DecisionContext {
        scheme, registry, ..
    } = context;
    match registry.by_name(written) {
        [one] => return Some(one.clone()),
        [] => {}
        _ => return None,
    }
    if let Some(unit) = registry.by_code(written.trim()) {
        return Some(unit.id.clone());
    }
    let (name, level) = written.trim().strip_suffix(')')?.rsplit_once(" (")?;
    let is_meant = |one: &&Level| text::key(&one.name) == text::key(level);
    let level = scheme.levels.iter().find(is_meant)?;
    let mut of_level = registry.by_name(name).iter();
    of_level.find(|unit| unit.level == level.id).cloned()
}

/// The same of a cell in which a unit is named.
///
/// # Errors
/// That it is none, and which units have names like it.
pub(super) fn named_unit(written: &str, context: DecisionContext<'_>) -> Result<UnitId, Fact> {
    if let Some(unit) = unit(written, context) {
        return Ok(unit);
    }
    let nearest = context.registry.nearest(written).join("; ");
    let (vi, en) = if nearest.is_empty() {
        (String::new(), String::new())
    } else {
        (
            format!("; gần giống: {nearest}"),
            format!("; similar: {nearest}"),
        )
    };
    Err(Fact::Said(
        format!("không rõ đơn vị “{written}”{vi}"),
        format!("which unit \"{written}\" is cannot be told{en}"),
    ))
}

/// The unit that a file is of, which is one of those that are expected.
///
/// # Errors
/// As those of [`named_unit`]; the unit no longer exists.
pub(super) fn owner(written: &str, context: DecisionContext<'_>) -> Result<UnitId, Fact> {
    let unit = named_unit(written, context)?;
    let is_expected = |id: &UnitId| context.registry.get(id).is_some_and(|one| one.expected);
    if is_expected(&unit) {
        return Ok(unit);
    }
    Err(Fact::Said(
        format!("“{written}” không phải là đơn vị của đợt đánh giá này"),
        format!("\"{written}\" is no unit of this campaign"),
    ))
}

/// The kind of decision that is written, in either language, with or without its marks.
///
/// # Errors
/// What is written, and what it may have been.
pub(super) fn kind(written: &str) -> Result<DecisionKind, Fact> {
    const LANGS: [Lang; 2] = [Lang::Vi, Lang::En];
    let is = |key: fn(&str) -> String| {
        let written = key(written);
        let mut kinds = DECISION_KINDS.into_iter();
        kinds.find(|kind| {
            LANGS
                .iter()
                .any(|lang| key(kind.name().get(*lang)) == written)
        })
    };
    if let Some(kind) = is(text::key).or_else(|| is(text::bare_key)) {
        return Ok(kind);
    }
    let of = |lang: Lang| {
        let names = DECISION_KINDS.iter().map(|kind| kind.name().get(lang));
        text::nearest(written, names).join("; ")
    };
    let written = text::clean(written);
    let (vi, en) = match (of(Lang::Vi), of(Lang::En)) {
        (vi, en) if vi.is_empty() && en.is_empty() => (String::new(), String::new()),
        (vi, _) if !vi.is_empty() => (format!("; gần giống: {vi}"), format!("; similar: {vi}")),
        (_, en) => (format!("; gần giống: {en}"), format!("; similar: {en}")),
    };
    Err(Fact::Said(
        format!("“{written}” không có trong danh sách quyết định{vi}"),
        format!("\"{written}\" is not in the list of decisions{en}"),
    ))
}

/// The criterion that a cell names: by its code, its code and name, or its name.
///
/// # Errors
/// Why that cannot be told.
pub(super) fn criterion(value: &CellValue, scheme: &Scheme) -> Result<CriterionId, Fact> {
    let written = text::clean(&value.show());
    // 1.10 typed into a cell that is no text is 1.1.
    if let CellValue::Number(_) = value {
        let longer = format!("{written}0");
        let others = scheme.criteria.iter().map(|one| one.id.0.as_str());
        if others.clone().any(|id| id.starts_with(&longer)) {
            return Err(Fact::Said(
                format!("mã {written} có thể là {longer}, vì ô là số; hãy ghi cả tên tiêu chí"),
                format!(
                    "the code {written} may be {longer}, as the cell is a number; add the criterion's name"
                ),
            ));
        }
    }
    let key = text::key(&written);
    let is_whole = |one: &&Criterion| text::key(&one.label()) == key || text::key(&one.id.0) == key;
    if let Some(one) = scheme.criteria.iter().find(is_whole) {
        return Ok(one.id.clone());
    }
    let (code, rest) = written.split_once([' ', '\n']).unwrap_or((&written, ""));
    let code = code.trim_end_matches(['.', ')', ':', ',']);
    let rest = rest.trim_matches(['(', ')', ' ', '–', '-', ':', '.']);
    let by_code = scheme.criteria.iter().find(|one| one.id.0 == code);
    let has_name = |one: &&Criterion| match rest.strip_suffix('…') {
        // The drop-down clips long names.
        Some(beginning) => text::key(&one.name).starts_with(&text::key(beginning)),
        None => text::key(&one.name) == text::key(rest),
    };
    if let Some(one) = by_code {
        if rest.is_empty() || has_name(&one) {
            return Ok(one.id.clone());
        }
        return Err(Fact::Said(
            format!("mã {code} là “{}”, không phải “{rest}”", one.name),
            format!("the code {code} is \"{}\" and not \"{rest}\"", one.name),
        ));
    }
    let mut named = scheme
        .criteria
        .iter()
        .filter(|one| text::key(&one.name) == key);
    match (named.next(), named.next()) {
        (Some(one), None) => Ok(one.id.clone()),
        _ => Err(Fact::Said(
            format!("không rõ tiêu chí “{written}”"),
            format!("which criterion \"{written}\" is cannot be told"),
        )),
    }
}

/// The figure that a cell names: code of its criterion, a dash, its name, which the drop-down clips where it is long. A figure without a
/// name of its own has its criterion's: only the dash tells them apart.
pub(super) fn figure(written: &str, scheme: &Scheme) -> Option<FigureId> {
    let written = text::clean(written);
    let dash = [" – ", " - "]
        .into_iter()
        .find_map(|dash| written.split_once(dash));
    let (code, name) = dash?;
    let criterion = scheme.criteria.iter().find(|one| one.id.0 == code.trim())?;
    let (key, clipped) = (text::key(name), name.strip_suffix('…').map(text::key));
    let mut named = criterion.figures.iter().filter(|figure| {
        let own = text::key(figure.label(criterion));
        own == key
            || clipped
                .as_ref()
                .is_some_and(|clipped| own.starts_with(clipped.as_str()))
    });
    let first = named.next()?;
    named.next().is_none().then(|| first.id.clone())
}

/// What a row of a question is about, as `Report::question_about` writes it; nothing where it was written otherwise.
pub(super) fn subject(value: &CellValue, scheme: &Scheme) -> Option<DecisionSubject> {
    let written = text::clean(&value.show());
    let key = text::key(&written);
    if key == text::key("Tổng điểm") {
        return Some(DecisionSubject::Total);
    }
    if key == text::key(WHICH_FILE) {
        return Some(DecisionSubject::Files);
    }
    let group = written.strip_prefix("Nhóm ");
    if let Some((id, _)) = group.and_then(|rest| rest.split_once(" (")) {
        return Some(DecisionSubject::Group(GroupId::from(id)));
    }
    if let Some(figure) = figure(&written, scheme) {
        return Some(DecisionSubject::Figure(figure));
    }
    criterion(value, scheme)
        .ok()
        .map(DecisionSubject::Criterion)
}

/// The code of a finding at the beginning of a text, such as `TH421: …`.
pub(super) fn code(text: &str) -> Option<String> {
    let code = text.trim().get(..5)?;
    let digits = code.strip_prefix("TH")?;
    digits
        .bytes()
        .all(|digit| digit.is_ascii_digit())
        .then(|| code.to_string())
}
