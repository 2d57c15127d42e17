//! A changed campaign is weighed before it counts: what is not as it was when the last result of the folder was made.
//!
//! In: the result that is about to be replaced, and the new one. Out: a few lines. Not for: two years, which `diff` compares.

use std::collections::BTreeSet;
use std::path::Path;

use indexmap::IndexMap;

use crate::base::ids::{CriterionId, GroupId, LevelId, UnitId};
use crate::base::lang::{Lang, phrase, say};
use crate::base::outside::Shown;
use crate::base::points::Points;
use crate::base::text;
use crate::result::diff::{Side, SideItem};
use crate::result::report::GradeLimit;

/// Criteria that are named one by one.
const MOST_NAMED: usize = 5;

/// What became of the criteria, each by its code.
#[derive(Debug, Default)]
struct Changes {
    added: Vec<String>,
    removed: Vec<String>,
    renamed: Vec<String>,
    maximum: Vec<String>,
    rule: Vec<String>,
    /// The codes of all of these.
    touched: BTreeSet<CriterionId>,
}

impl Changes {
    fn new(before: &Side, now: &Side, lang: Lang) -> Changes {
        let mut changes = Changes::default();
        let (was, is) = (&before.criteria, &now.criteria);
        let gone: Vec<&CriterionId> = was.keys().filter(|id| !is.contains_key(*id)).collect();
        let mut new: Vec<&CriterionId> = is.keys().filter(|id| !was.contains_key(*id)).collect();
        for id in gone {
            changes.touched.insert(id.clone());
            let name = name(was, id);
            // Another code for the same text is no loss.
            let other = new
                .iter()
                .position(|new| text::key(name) == text::key(self::name(is, new)));
            match other.map(|place| new.remove(place)) {
                Some(new) => {
                    changes.touched.insert(new.clone());
                    changes.renamed.push(format!("{id} → {new}"));
                }
                None => changes.removed.push(id.to_string()),
            }
        }
        for id in new {
            changes.touched.insert(id.clone());
            changes.added.push(id.to_string());
        }
        for (id, old) in was {
            let Some(new) = is.get(id) else { continue };
            changes.compare(id, (old, new), lang);
        }
        changes
    }

    /// A criterion that both have.
    fn compare(&mut self, id: &CriterionId, (old, new): (&SideItem, &SideItem), lang: Lang) {
        if text::key(&old.name) != text::key(&new.name) {
            self.renamed.push(id.to_string());
            self.touched.insert(id.clone());
        }
        if old.maximum != new.maximum {
            let level = new.maximum.keys().chain(old.maximum.keys());
            let mut level =
                level.filter(|level| old.maximum.get(*level) != new.maximum.get(*level));
            let shown = |item: &SideItem, level| {
                let points = item.maximum.get(level);
                points.map_or("–".to_string(), |points| lang.most(*points))
            };
            let both = level.next().map(|one| (shown(old, one), shown(new, one)));
            let (then, today) = both.unwrap_or_default();
            self.maximum.push(format!("{id}: {then} → {today}"));
            self.touched.insert(id.clone());
        }
        if old.rule != new.rule && !old.rule.is_empty() && !new.rule.is_empty() {
            self.rule.push(id.to_string());
            self.touched.insert(id.clone());
        }
    }

    /// How many scores, of before or now, are those of criteria that are not the same.
    fn scores(&self, before: &Side, now: &Side) -> usize {
        let of = |side: &Side| {
            let mut scores = BTreeSet::new();
            for (unit, one) in &side.units {
                let all = one.result.iter().flat_map(|result| &result.criteria);
                let given = all.filter(|(id, score)| {
                    let is_given = score.claimed.is_some() || score.counted.is_some();
                    is_given && self.touched.contains(*id)
                });
                scores.extend(given.map(|(id, _)| (unit.clone(), id.clone())));
            }
            scores
        };
        of(before).union(&of(now)).count()
    }
}

fn name<'i>(items: &'i IndexMap<CriterionId, SideItem>, id: &CriterionId) -> &'i str {
    items.get(id).map_or("", |item| item.name.as_str())
}

/// What changed since the result of a path was made; nothing where its criteria are those of now.
pub(super) fn lines(path: &Path, before: &Side, now: &Side, lang: Lang) -> Vec<String> {
    let limits = limits(path, before, now, lang);
    let changes = Changes::new(before, now, lang);
    if changes.touched.is_empty() {
        return limits;
    }
    let parts = [
        (phrase("thêm", "added"), &changes.added),
        (phrase("bỏ", "removed"), &changes.removed),
        (phrase("đổi tên hoặc mã", "renamed"), &changes.renamed),
        (phrase("đổi điểm tối đa", "other maximum"), &changes.maximum),
        (phrase("đổi cách chấm", "other rule"), &changes.rule),
    ];
    let said: Vec<String> = parts
        .into_iter()
        .filter(|(_, all)| !all.is_empty())
        .map(|(what, all)| {
            let named: Vec<String> = all.iter().take(MOST_NAMED).cloned().collect();
            let more = if all.len() > MOST_NAMED { "; …" } else { "" };
            let (what, count, named) = (what.get(lang), all.len(), named.join("; "));
            format!("{what} {count} ({named}{more})")
        })
        .collect();
    let (path, said) = (Shown::path(path), said.join(", "));
    let scores = changes.scores(before, now);
    let said = Shown::line(&said);
    let criteria = say!(
        lang,
        "Tiêu chí khác với lần tổng hợp trước ({path}): {said}; {scores} điểm của các đơn vị bị ảnh hưởng",
        "The criteria are not those of the last result ({path}): {said}; {scores} scores of units are touched"
    );
    [criteria].into_iter().chain(limits).collect()
}

/// A grade with where it begins on each level and what it asks for of groups.
type GradeTold = (String, Vec<(Points, Vec<(GroupId, Points)>)>);

/// That grades begin elsewhere, or are others, with the units whose grade is another one now.
fn limits(path: &Path, before: &Side, now: &Side, lang: Lang) -> Vec<String> {
    let levels: Vec<&LevelId> = now.levels.keys().collect();
    let told = |side: &Side| -> Vec<GradeTold> {
        let limits = |grade: &GradeLimit| {
            let of = |level: &&LevelId| {
                let minima = grade.minima.get(*level).into_iter().flatten();
                (
                    grade.at(level),
                    minima.map(|(id, one)| (id.clone(), *one)).collect(),
                )
            };
            levels.iter().map(of).collect()
        };
        let grades = side.grades.iter();
        grades.map(|one| (one.name.clone(), limits(one))).collect()
    };
    let (then, today) = (told(before), told(now));
    // Where nothing was graded, no unit has another grade.
    if then == today || then.is_empty() {
        return Vec::new();
    }
    let is_other = |one: &&GradeTold| !then.contains(one) || !today.contains(one);
    let names: BTreeSet<&str> = then
        .iter()
        .chain(&today)
        .filter(is_other)
        .map(|(name, _)| name.as_str())
        .collect();
    let names = names.into_iter().collect::<Vec<_>>().join(", ");
    let grade = |side: &Side, unit: &UnitId| {
        let result = side.units.get(unit)?.result.as_ref()?;
        result.grade.clone()
    };
    let units = now.units.keys();
    let both = units.filter_map(|unit| grade(before, unit).zip(grade(now, unit)));
    let moved = both.filter(|(then, today)| then != today);
    let (path, names, moved) = (Shown::path(path), Shown::line(&names), moved.count());
    vec![say!(
        lang,
        "Mức xếp loại khác với lần tổng hợp trước ({path}): {names}; {moved} đơn vị xếp loại khác trước",
        "Grades do not begin where they did in the last result ({path}): {names}; {moved} units have another grade"
    )]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::points::Decimal;
    use crate::result::diff::{SideResult, SideScore, SideUnit};

    fn side(criteria: &[(&str, &str, u32, &str)]) -> Side {
        let mut side = Side::default();
        let mut result = SideResult::default();
        for (id, name, maximum, rule) in criteria {
            let maximum = Points(Decimal::from(*maximum));
            let item = SideItem {
                name: (*name).to_string(),
                maximum: IndexMap::from([(LevelId::from("tinh"), maximum.into())]),
                rule: (*rule).to_string(),
                ..SideItem::default()
            };
            side.criteria.insert(CriterionId::from(*id), item);
            let score = SideScore {
                claimed: Some(maximum),
                ..SideScore::default()
            };
            result.criteria.insert(CriterionId::from(*id), score);
        }
        for code in ["A", "B"] {
            let unit = UnitId {
                level: LevelId::from("tinh"),
                code: code.to_string(),
            };
            let own = SideUnit {
                result: Some(result.clone()),
                ..SideUnit::default()
            };
            side.units.insert(unit, own);
        }
        side
    }

    #[test]
    fn limits_of_one_level_that_changed_are_told_with_the_units() {
        let with = |huyen: u32, grade: &str| {
            let mut side = side(&[("1.1", "Máy tính", 20, "a")]);
            for level in ["tinh", "huyen"] {
                let id = LevelId::from(level);
                side.levels.insert(id, String::new());
            }
            let limit = |name: &str, from: u32, levels: &[(&str, u32)]| GradeLimit {
                name: name.to_string(),
                from: Points(from.into()),
                levels: levels
                    .iter()
                    .map(|(id, from)| (LevelId::from(*id), Points((*from).into())))
                    .collect(),
                ..GradeLimit::default()
            };
            side.grades = vec![limit("Tốt", 16, &[("huyen", huyen)]), limit("Yếu", 0, &[])];
            let units = side.units.values_mut();
            for result in units.filter_map(|unit| unit.result.as_mut()) {
                result.grade = Some(grade.to_string());
            }
            side
        };
        let lines = |now: &Side| lines(Path::new("x.xlsx"), &with(15, "Tốt"), now, Lang::Vi);
        assert!(lines(&with(15, "Tốt")).is_empty());
        let mut ungraded = with(15, "");
        ungraded.grades.clear();
        let (path, now) = (Path::new("x.xlsx"), with(15, "Tốt"));
        assert!(super::lines(path, &ungraded, &now, Lang::Vi).is_empty());
        assert_eq!(
            lines(&with(16, "Yếu")),
            [
                "Mức xếp loại khác với lần tổng hợp trước (x.xlsx): Tốt; 2 đơn vị xếp loại khác trước"
            ]
        );
    }

    #[test]
    fn what_changed_is_counted_by_its_kind_with_the_scores() {
        let before = side(&[
            ("1.1", "Máy tính", 20, "a"),
            ("1.2", "Mạng", 20, "a"),
            ("1.3", "Thư điện tử", 10, "a"),
            ("1.4", "Chữ ký số", 10, "a"),
            ("1.5", "Cổng", 10, "a"),
        ]);
        assert!(lines(Path::new("x.xlsx"), &before, &before, Lang::Vi).is_empty());
        let now = side(&[
            ("1.1", "MÁY TÍNH", 25, "a"),
            ("1.2", "Mạng nội bộ", 20, "b"),
            ("1.6", "Thư điện tử", 10, "a"),
            ("1.5", "Cổng", 10, "a"),
            ("1.7", "Trang", 5, "a"),
        ]);
        let said = lines(Path::new("x.xlsx"), &before, &now, Lang::Vi);
        let expected = "Tiêu chí khác với lần tổng hợp trước (x.xlsx): thêm 1 (1.7), bỏ 1 (1.4), đổi tên hoặc mã 2 (1.3 → 1.6; 1.2), \
            đổi điểm tối đa 1 (1.1: 20 → 25), đổi cách chấm 1 (1.2); 12 điểm của các đơn vị bị ảnh hưởng";
        assert_eq!(said, [expected]);
    }
}
