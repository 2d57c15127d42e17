//! Reports built by hand: units from group sums or criterion points, ranked and graded as the program does it.

use indexmap::IndexMap;

use tonghop::base::cell::{CellAddress, Reading};
use tonghop::base::ids::{CriterionId, FigureId, GroupId, LevelId, UnitId};
use tonghop::base::origin::Origin;
use tonghop::base::points::{Decimal, Most, Points};
use tonghop::campaign::scheme::Attained;
use tonghop::input::submission::Figure;
use tonghop::judge::rank::{Grading, Rank};
use tonghop::judge::score::{CriterionScore, GroupScore, UnitScore};
use tonghop::result::report::{
    FigureCell, GradeLimit, GroupFacts, LevelResult, Report, UnitRow, ValueSource,
};

pub fn points(text: &str) -> Points {
    text.parse().unwrap()
}

pub fn unit_id(level: &str, code: &str) -> UnitId {
    UnitId {
        level: level.into(),
        code: code.to_string(),
    }
}

pub fn limits(list: &[(&str, i64)]) -> Vec<GradeLimit> {
    list.iter()
        .map(|(name, from)| GradeLimit {
            name: (*name).to_string(),
            from: Points::from(*from),
            ..GradeLimit::default()
        })
        .collect()
}

/// A criterion that counts as claimed.
pub fn counted(value: Points) -> CriterionScore {
    CriterionScore {
        claimed: Reading::Value(value),
        computed: Some(value),
        appraised: None,
        counted: Some(value),
        lowest: value,
        highest: value.into(),
        exempt: false,
        weight: Decimal::ONE,
        own: None,
        basis: None,
        decided: None,
        passed_over: false,
        cut: false,
        left_out: None,
        appraised_counts: false,
    }
}

/// A criterion that could not be read.
pub fn open(maximum: Points) -> CriterionScore {
    CriterionScore {
        claimed: Reading::Unreadable,
        computed: None,
        appraised: None,
        counted: None,
        lowest: Points::ZERO,
        highest: maximum.into(),
        exempt: false,
        weight: Decimal::ONE,
        own: None,
        basis: None,
        decided: None,
        passed_over: false,
        cut: false,
        left_out: None,
        appraised_counts: false,
    }
}

/// A criterion that the unit is exempt from.
pub fn exempt() -> CriterionScore {
    CriterionScore {
        claimed: Reading::Empty,
        counted: None,
        lowest: Points::ZERO,
        highest: Most::ZERO,
        exempt: true,
        weight: Decimal::ONE,
        own: None,
        basis: None,
        decided: None,
        passed_over: false,
        cut: false,
        left_out: None,
        appraised_counts: false,
        computed: None,
        appraised: None,
    }
}

/// Group sums spread over the criteria, each as full as its maximum allows; penalties take what is negative.
pub fn spread(
    groups: &[GroupFacts],
    level: &str,
    sums: &[&str],
) -> IndexMap<CriterionId, CriterionScore> {
    let mut scores = IndexMap::new();
    for (group, sum) in groups.iter().zip(sums) {
        let mut rest = points(sum);
        for criterion in &group.criteria {
            let maximum = if rest < Points::ZERO {
                criterion.minimum
            } else {
                most(criterion.maximum[level])
            };
            let part = if (rest < Points::ZERO) == (maximum < Points::ZERO) {
                if rest.abs() > maximum.abs() {
                    maximum
                } else {
                    rest
                }
            } else {
                Points::ZERO
            };
            rest = rest - part;
            scores.insert(criterion.id.clone(), counted(part));
        }
        assert_eq!(rest, Points::ZERO, "group {} cannot hold {sum}", group.id);
    }
    scores
}

/// A maximum that is a number.
pub fn most(most: Most) -> Points {
    most.limit().unwrap()
}

/// Sums, bounds and the rescaled total of a unit.
pub fn score(
    groups: &[GroupFacts],
    level: &str,
    criteria: IndexMap<CriterionId, CriterionScore>,
) -> UnitScore {
    let mut sums: IndexMap<GroupId, GroupScore> = IndexMap::new();
    for group in groups {
        let of: Vec<&CriterionScore> = group.criteria.iter().map(|c| &criteria[&c.id]).collect();
        let spared: Points = group
            .criteria
            .iter()
            .filter(|c| criteria[&c.id].exempt)
            .map(|c| most(c.maximum[level]))
            .sum();
        sums.insert(
            group.id.clone(),
            GroupScore {
                sum: of.iter().filter_map(|c| c.counted).sum(),
                lowest: of.iter().map(|c| c.lowest).sum(),
                highest: of.iter().map(|c| c.highest).sum(),
                maximum: group.maximum[level] - spared,
                blank: of.iter().all(|c| c.counted.is_none()),
                uncapped: None,
            },
        );
    }
    let total = |part: fn(&GroupScore) -> Points| -> Points {
        let of = |outside: bool| -> Points {
            let chosen = groups.iter().filter(|group| group.outside_total == outside);
            chosen.map(|group| part(&sums[&group.id])).sum()
        };
        let inside = || groups.iter().filter(|group| !group.outside_total);
        let whole: Points = inside().map(|group| most(group.maximum[level])).sum();
        let possible: Points = inside().map(|group| most(sums[&group.id].maximum)).sum();
        if whole == possible {
            return of(false) + of(true);
        }
        {
            let product = of(false).checked_mul(whole.0).unwrap();
            Points(product.0.checked_div(possible.0).unwrap()) + of(true)
        }
    };
    let (all, lowest, highest) = (
        total(|g| g.sum),
        total(|g| g.lowest),
        total(|g| most(g.highest)),
    );
    UnitScore {
        subtotals: IndexMap::new(),
        raw_total: sums.values().map(|group| group.sum).sum(),
        reaches: IndexMap::new(),
        open: criteria
            .values()
            .filter(|c| c.counted.is_none() && !c.exempt)
            .count(),
        criteria,
        groups: sums,
        total: all,
        scale: Decimal::ONE,
        lowest,
        highest: highest.into(),
    }
}

/// Ranks and grades the rows of a level.
pub fn judge(level: &mut LevelResult, grades: &[GradeLimit]) {
    level.rows.sort_by(|a, b| {
        b.score
            .total
            .cmp(&a.score.total)
            .then(a.order.cmp(&b.order))
    });
    let all: Vec<(Points, Points, Points)> = level
        .rows
        .iter()
        .map(|row| (row.score.total, row.score.lowest, most(row.score.highest)))
        .collect();
    let id = level.id.clone();
    let name = |total: Points| {
        let limit = grades.iter().find(|grade| total >= grade.at(&id));
        limit.unwrap_or(grades.last().unwrap()).name.clone()
    };
    for (index, row) in level.rows.iter_mut().enumerate() {
        let (total, lowest, highest) = all[index];
        let ahead = |test: &dyn Fn(&(Points, Points, Points)) -> bool| {
            let others = all.iter().enumerate().filter(|(other, _)| *other != index);
            others.filter(|(_, other)| test(other)).count() as u32 + 1
        };
        row.rank = Rank {
            place: ahead(&|other| other.0 > total),
            best: ahead(&|other| other.1 > highest),
            worst: ahead(&|other| other.2 > lowest),
        };
        let (worst, best) = (name(lowest), name(highest));
        let above = grades.iter().rfind(|grade| grade.at(&id) > total);
        row.grading = Grading {
            grade: (worst == best).then(|| name(total)),
            worst,
            best,
            next: above.map(|grade| (grade.name.clone(), grade.at(&id) - total)),
            withheld: None,
        };
    }
}

/// The report with limits of its own for the last level, by which its units are graded.
pub fn with_own_limits(mut report: Report, limits: &[i64]) -> Report {
    let level = report.levels.last_mut().unwrap();
    for (grade, from) in report.grades.iter_mut().zip(limits) {
        grade.levels.insert(level.id.clone(), Points::from(*from));
    }
    judge(level, &report.grades);
    report
}

/// The report with a share of each group that its best grades ask for, and its units graded by it: "Tốt" withheld from some of them, and
/// open where open criteria decide.
pub fn with_minima(mut report: Report, shares: &[Decimal]) -> Report {
    for level in &mut report.levels {
        let id = level.id.clone();
        let inside = || report.groups.iter().filter(|group| !group.outside_total);
        for (grade, share) in report.grades.iter_mut().zip(shares) {
            let of = |group: &GroupFacts| {
                let minimum = most(group.maximum[&id]).checked_mul(*share).unwrap();
                (group.id.clone(), minimum)
            };
            grade.minima.insert(id.clone(), inside().map(of).collect());
        }
        let whole = |group: &GroupId| {
            let mut groups = report.groups.iter();
            groups.find(|one| one.id == *group).unwrap().maximum[&id]
        };
        let name = |has: &Attained| {
            let mut grades = report.grades.iter();
            let reached = grades.find(|grade| grade.is_reached(&id, has));
            reached.or(report.grades.last()).unwrap().name.clone()
        };
        for row in &mut level.rows {
            let score = &row.score;
            let worst = name(&score.attained(score.lowest, |one| one.lowest.into(), whole));
            let best = name(&score.attained(score.highest, |one| one.highest, whole));
            let now = name(&score.attained(score.total, |one| one.sum.into(), whole));
            row.grading.grade = (worst == best).then_some(now);
            (row.grading.worst, row.grading.best) = (worst, best);
        }
    }
    report
}

/// A row that `judge` still has to rank and grade.
pub fn row(id: UnitId, name: &str, order: u32, file: &str, score: UnitScore) -> UnitRow {
    let sources = score
        .criteria
        .iter()
        .zip(7..)
        .map(|((id, criterion), line)| {
            let text = match &criterion.claimed {
                Reading::Value(points) => points.to_string().replace('.', ","),
                Reading::Empty => String::new(),
                Reading::Unreadable => "=cmd|'/c calc'!A1".to_string(),
            };
            (id.clone(), source("1. Hạ tầng", line, 5, &text))
        })
        .collect();
    UnitRow {
        unit: id,
        name: name.to_string(),
        order,
        file: file.to_string(),
        score,
        rank: Rank {
            place: 0,
            best: 0,
            worst: 0,
        },
        grading: Grading {
            grade: None,
            worst: String::new(),
            best: String::new(),
            next: None,
            withheld: None,
        },
        own_total: None,
        own_total_share: None,
        own_sum: None,
        own_grade: None,
        sources,
        figures: IndexMap::new(),
    }
}

pub fn source(sheet: &str, row: u32, column: u32, text: &str) -> ValueSource {
    ValueSource {
        origin: Origin::Cell {
            sheet: sheet.into(),
            cell: CellAddress::new(row, column),
        },
        text: text.into(),
        evidence: None,
        explanation: None,
        steps: Box::default(),
        row: None,
        appraised: None,
    }
}

pub fn figure(row: &mut UnitRow, id: &str, value: Figure) {
    let cell = FigureCell {
        value: Some(value),
        decided: None,
        contradicted: false,
        source: source("1. Hạ tầng", 8, 3, "x"),
    };
    row.figures.insert(FigureId::from(id), cell);
}

pub fn number(value: i64) -> Figure {
    Figure::Number(Decimal::from(value))
}

pub fn levels(all: &[(&str, i64)]) -> IndexMap<LevelId, Most> {
    all.iter()
        .map(|(level, maximum)| (LevelId::from(*level), Points::from(*maximum).into()))
        .collect()
}
