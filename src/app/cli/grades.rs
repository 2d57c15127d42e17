//! Where grades begin, in words.
//!
//! In: a scheme. Out: its limits as they are written, with the points that percentages stand for, and in points alone, level by level.

use crate::base::ids::LevelId;
use crate::base::lang::{Lang, say};
use crate::base::points::{Decimal, Points};
use crate::campaign::scheme::{Grade, PerLevel, Scheme, Threshold};

/// The limit of a grade as the scheme writes it: `850`, `80% (65,6)`, `tinh 80, xa 70% (57,4)`.
pub(super) fn written(grade: &Grade, scheme: &Scheme, lang: Lang) -> String {
    let from = from(grade, scheme, lang);
    [from]
        .into_iter()
        .chain(asked(grade, lang))
        .collect::<Vec<_>>()
        .join(", ")
}

/// What a grade asks for in groups, as the scheme writes it: `mỗi nhóm ≥ 60%`, `nhóm 1 ≥ 50%`.
fn asked(grade: &Grade, lang: Lang) -> Vec<String> {
    let said = |minimum: Threshold| match minimum {
        Threshold::Points(points) => lang.number(points),
        Threshold::Percent(percent) => format!("{}%", lang.number(percent)),
    };
    let each = grade.each_group.as_ref().map(|each| {
        let each = match each {
            PerLevel::All(each) => said(*each),
            PerLevel::Each(limits) => {
                let of = |(level, each): (&LevelId, &Threshold)| format!("{level} {}", said(*each));
                limits.iter().map(of).collect::<Vec<_>>().join(", ")
            }
        };
        say!(lang, "mỗi nhóm ≥ {each}", "each group ≥ {each}")
    });
    let single = grade.groups.iter().map(|(id, minimum)| {
        let minimum = said(*minimum);
        say!(lang, "nhóm {id} ≥ {minimum}", "group {id} ≥ {minimum}")
    });
    each.into_iter().chain(single).collect()
}

fn from(grade: &Grade, scheme: &Scheme, lang: Lang) -> String {
    let points = |level: &LevelId| lang.number(scheme.limit(grade, level).0);
    let of_levels = |of: &dyn Fn(&LevelId) -> Option<String>| {
        let levels = scheme.levels.iter();
        let all = levels.filter_map(|level| Some(format!("{} {}", level.id, of(&level.id)?)));
        all.collect::<Vec<_>>().join(", ")
    };
    match &grade.from {
        PerLevel::All(Threshold::Points(from)) => lang.number(*from),
        PerLevel::All(Threshold::Percent(percent)) => {
            let percent = lang.number(*percent);
            match alike(grade, scheme) {
                Some(limit) => format!("{percent}% ({})", lang.number(limit.0)),
                None => format!("{percent}% ({})", of_levels(&|level| Some(points(level)))),
            }
        }
        PerLevel::Each(limits) => of_levels(&|level| {
            Some(match limits.get(level)? {
                Threshold::Points(from) => lang.number(*from),
                Threshold::Percent(percent) => {
                    format!("{}% ({})", lang.number(*percent), points(level))
                }
            })
        }),
    }
}

/// The limit of a grade, where it is the same on all levels.
fn alike(grade: &Grade, scheme: &Scheme) -> Option<Points> {
    let limits = scheme.levels.iter();
    let mut limits = limits.map(|level| scheme.limit(grade, &level.id));
    let first = limits.next()?;
    limits.all(|other| other == first).then_some(first)
}

/// The limits in points, a line for all levels, or one for each of these where they differ: `Xếp loại: Tốt từ 850; Yếu dưới 500.`
pub(super) fn lines(scheme: &Scheme, levels: &[&LevelId], lang: Lang) -> Vec<String> {
    let grades = &scheme.grades;
    if grades.iter().all(|grade| alike(grade, scheme).is_some()) {
        let level = scheme.levels.first().map(|level| &level.id);
        let grades = level.map(|level| in_points(scheme, level, lang));
        let grades = grades.unwrap_or_default();
        return vec![say!(lang, "Xếp loại: {grades}.", "Grades: {grades}.")];
    }
    let of_tables = scheme.levels.iter();
    of_tables
        .filter(|level| levels.is_empty() || levels.contains(&&level.id))
        .map(|level| {
            let (name, grades) = (&level.name, in_points(scheme, &level.id, lang));
            say!(
                lang,
                "Xếp loại, {name}: {grades}.",
                "Grades, {name}: {grades}."
            )
        })
        .collect()
}

/// The limits of a level: `Tốt từ 850; Khá từ 700; Yếu dưới 500`.
fn in_points(scheme: &Scheme, level: &LevelId, lang: Lang) -> String {
    let limit = |grade: &Grade| scheme.limit(grade, level).0;
    let grades = scheme.grades.iter().enumerate().map(|(at, grade)| {
        let name = &grade.name;
        let above = at.checked_sub(1).and_then(|at| scheme.grades.get(at));
        match above {
            Some(above) if limit(grade) <= Decimal::ZERO => {
                let limit = lang.number(limit(above));
                say!(lang, "{name} dưới {limit}", "{name} below {limit}")
            }
            _ => {
                let limit = lang.number(limit(grade));
                let all: Vec<String> = [limit].into_iter().chain(asked(grade, lang)).collect();
                let all = all.join(", ");
                say!(lang, "{name} từ {all}", "{name} from {all}")
            }
        }
    });
    grades.collect::<Vec<_>>().join("; ")
}
