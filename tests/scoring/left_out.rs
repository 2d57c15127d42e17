//! What totals can come to while blanks are open that a mean leaves out: by trying all that may stand in them.

use proptest::prelude::*;
use tonghop::base::points::{Decimal, Most, Points};
use tonghop::campaign::scheme::{CombinedAt, Criterion, Scheme, times};
use tonghop::result::diff::{diff, side_of_report, side_of_rows};
use tonghop::result::margins::{Margins, Way};
use tonghop::result::report::{Report, UnitRow, data};

use crate::scoring::trees::{Draws, Said, report_of, scheme};

/// Criteria up to three deep, most of them below means that leave blanks out, with what the unit says for each.
fn criteria(draws: &mut Draws, above: &str, depth: u8, said: &mut Vec<(String, Said)>) -> String {
    let kinds = [
        "mean_of_scored",
        "mean_of_scored",
        "sum",
        "mean",
        "maximum",
        "minimum",
    ];
    drawn(draws, (above, &kinds), depth, said)
}

/// The same, with rules of these kinds above others.
fn drawn(
    draws: &mut Draws,
    (above, kinds): (&str, &[&str]),
    depth: u8,
    said: &mut Vec<(String, Said)>,
) -> String {
    let mut text = String::new();
    for at in 1..=2 + draws.next(2) {
        let id = format!("{above}.{at}");
        let weight = 1 + draws.next(3);
        let has_below = depth < 3 && (depth == 1 || draws.next(3) == 0);
        let mut most = [10, 10, 5][draws.next(3) as usize].to_string();
        let (rule, below) = if has_below {
            let kind = kinds[usize::from(draws.next(kinds.len() as u8))];
            if kind == "sum" && draws.next(3) == 0 {
                most += "\ncap = true";
            }
            (kind, drawn(draws, (&id, kinds), depth + 1, said))
        } else {
            let open = said.iter().filter(|(_, one)| *one == Said::Nothing).count();
            let points = match draws.next(7) {
                0..=2 if open < 6 => Said::Nothing,
                3 => Said::Exempt,
                _ => Said::Points(draws.next(6)),
            };
            said.push((id.clone(), points));
            ("declared", String::new())
        };
        text += &format!(
            "[[criterion]]\nid = \"{id}\"\nname = \"Tiêu chí {id}\"\nmaximum = {most}\nweight = {weight}\n\
             rule = {{ type = \"{rule}\" }}\n\n{below}"
        );
    }
    text
}

/// What a criterion comes to: nothing is said where it does not apply, and there are no points where all of it is blank.
#[allow(
    clippy::option_option,
    reason = "what does not apply is not what is blank"
)]
fn whole(
    scheme: &Scheme,
    one: &Criterion,
    of: &dyn Fn(&str) -> Option<Option<Points>>,
) -> Option<Option<Points>> {
    if !one.rule.combines() {
        return of(&one.id.0);
    }
    let below = scheme.children(CombinedAt::Criterion(&one.id));
    let below = below.map(|child| (child.weight, whole(scheme, child, of)));
    let below: Vec<(Decimal, Option<Option<Points>>)> = below.collect();
    let applies = || {
        below
            .iter()
            .filter_map(|(weight, one)| Some((*weight, (*one)?)))
    };
    applies().next()?;
    if applies().all(|(_, points)| points.is_none()) {
        return Some(None);
    }
    let terms: Vec<(Decimal, Points)> = if one.rule.leaves_blanks() {
        applies()
            .filter_map(|(weight, points)| Some((weight, points?)))
            .collect()
    } else if one.rule.picks().is_some() {
        applies()
            .map(|(weight, points)| (weight, points.unwrap_or_default()))
            .collect()
    } else {
        let all = below.iter();
        all.map(|(weight, one)| (*weight, one.flatten().unwrap_or_default()))
            .collect()
    };
    let points = one.rule.come_to(&terms)?;
    let most = one.maximum_at(&"tinh".into()).filter(|_| one.cap.is_set());
    let most = most.and_then(Most::limit);
    Some(Some(most.map_or(points, |most| points.min(most))))
}

/// The least and the greatest total over all that may stand in the blanks: still nothing, the fewest or the most points.
fn by_trying(scheme: &Scheme, said: &[(String, Said)], scale: Decimal) -> (Points, Points) {
    let blanks = said.iter().filter(|(_, one)| *one == Said::Nothing);
    let blanks: Vec<&str> = blanks.map(|(id, _)| id.as_str()).collect();
    let totals = (0..3_usize.pow(blanks.len() as u32)).map(|way| {
        let of = |id: &str| -> Option<Option<Points>> {
            let at = blanks.iter().position(|one| *one == id);
            let criterion = scheme.criteria.iter().find(|one| one.id.0 == id)?;
            match (at, said.iter().find(|(one, _)| one == id)?.1) {
                (Some(at), _) => Some(match way / 3_usize.pow(at as u32) % 3 {
                    0 => None,
                    1 => Some(Points::ZERO),
                    _ => criterion.maximum_at(&"tinh".into())?.limit(),
                }),
                (None, Said::Points(points)) => Some(Some(Points::from(i64::from(points)))),
                (None, _) => None,
            }
        };
        let top = scheme.children(CombinedAt::Group(&scheme.groups[0].id));
        let top = top.filter_map(|one| Some(times(whole(scheme, one, &of)??, one.weight)));
        times(top.sum(), scale).rounded(6)
    });
    let totals: Vec<Points> = totals.collect();
    (
        totals.iter().copied().min().unwrap_or_default(),
        totals.iter().copied().max().unwrap_or_default(),
    )
}

/// Whether a set of criteria, all at their most points, carries the unit to a total, with that total.
fn raised(scheme: &Scheme, said: &[(String, Said)], raised: &[&str]) -> Points {
    let of = |id: &str| -> Option<Option<Points>> {
        let criterion = scheme.criteria.iter().find(|one| one.id.0 == id)?;
        if raised.contains(&id) {
            return Some(criterion.maximum_at(&"tinh".into())?.limit());
        }
        match said.iter().find(|(one, _)| one == id)?.1 {
            Said::Points(points) => Some(Some(Points::from(i64::from(points)))),
            Said::Nothing => Some(None),
            Said::Exempt => None,
        }
    };
    let top = scheme.children(CombinedAt::Group(&scheme.groups[0].id));
    let top = top.filter_map(|one| Some(times(whole(scheme, one, &of)??, one.weight)));
    top.sum()
}

/// Whether two numbers are one. Each subtotal has six decimals, so that the last one of a sum of some may differ.
fn is_meant(one: Points, other: Points) -> bool {
    let off = (one - other).abs();
    off.0 <= Decimal::new(2, 6)
}

fn row_of(scheme: &Scheme, said: &[(String, Said)]) -> UnitRow {
    report_of(scheme, said).levels[0].rows[0].clone()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn the_range_of_a_total_is_all_that_blanks_can_make_of_it(draws in proptest::collection::vec(any::<u8>(), 100)) {
        let mut said = Vec::new();
        let text = criteria(&mut Draws(draws, 0), "1", 1, &mut said);
        let scheme = scheme(&text, None);
        let row = row_of(&scheme, &said);
        let score = &row.score;
        let (least, most) = by_trying(&scheme, &said, score.scale);
        let shown = format!("{text}\n{said:?}\n{score:#?}");
        prop_assert!(is_meant(score.lowest, least), "lowest {}, {}", least, &shown);
        let highest = score.highest.limit().unwrap_or_default();
        prop_assert!(is_meant(highest, most), "highest {}, {}", most, &shown);
    }
}

/// All sets of so many of these.
fn sets<'s>(all: &[&'s str], of: usize) -> Vec<Vec<&'s str>> {
    if of == 0 {
        return vec![Vec::new()];
    }
    let first = all.iter().enumerate();
    let with = first.flat_map(|(at, one)| {
        let rest = sets(&all[at + 1..], of - 1).into_iter();
        rest.map(|rest| [vec![*one], rest].concat())
            .collect::<Vec<_>>()
    });
    with.collect()
}

proptest! {
    #[test]
    fn the_criteria_that_carry_a_unit_over_do_so(
        draws in proptest::collection::vec(any::<u8>(), 60),
        above in 1..30_i64,
    ) {
        let mut said = Vec::new();
        let mut draws = Draws(draws, 0);
        let text = drawn(&mut draws, ("1", &["mean_of_scored", "mean_of_scored", "sum"]), 2, &mut said);
        said.retain(|(_, one)| *one != Said::Exempt);
        let scheme = scheme(&text, None);
        prop_assume!(scheme.criteria.iter().filter(|one| !one.rule.combines()).count() == said.len());
        let limit = row_of(&scheme, &said).score.total + Points::from(above);
        let grade = |name: &str, from: Points| format!("[[grade]]\nname = \"{name}\"\nfrom = {from}\n\n");
        let grades = grade("Tốt", limit.rounded(3)) + &grade("Khá", Points::ZERO);
        let scheme = super::trees::scheme(&format!("{grades}{text}"), None);
        let report = report_of(&scheme, &said);
        let margins = Margins::new(&report);
        let climb = margins.levels[0].units[0].above.as_ref();
        prop_assume!(climb.is_some());
        let climb = climb.unwrap();
        let ids: Vec<&str> = said.iter().map(|(id, _)| id.as_str()).collect();
        let shown = format!("{text}\n{said:?}\n{climb:#?}");
        let reaches = |of: &[&str]| raised(&scheme, &said, of).rounded(6) >= climb.limit;
        match &climb.way {
            Way::Criteria { criteria, total } => {
                let named: Vec<&str> = criteria.iter().map(|one| one.0.as_str()).collect();
                prop_assert_eq!(total.rounded(6), raised(&scheme, &said, &named).rounded(6), "{}", &shown);
                prop_assert!(reaches(&named), "{}", &shown);
                for fewer in 0..named.len() {
                    prop_assert!(!sets(&ids, fewer).iter().any(|of| reaches(of)), "{}", &shown);
                }
            }
            Way::OutOfReach { .. } => {
                let any = (0..=ids.len()).any(|count| sets(&ids, count).iter().any(|of| reaches(of)));
                prop_assert!(!any, "{}", &shown);
            }
            Way::NotKnown => {
                prop_assert!(said.iter().any(|(_, one)| *one == Said::Nothing), "{}", &shown);
            }
        }
    }
}

/// A column holds points of the total, and its maximum is the most that stands there for a unit: 10 of three equal ones without a blank,
/// 10 of two with one.
#[test]
fn the_maximum_of_a_column_is_of_what_stands_in_it() {
    let (scheme, _) = three();
    let most = |said: [Said; 3]| {
        let said = ["1.1.1", "1.1.2", "1.1.3"]
            .map(str::to_string)
            .into_iter()
            .zip(said);
        let report = report_of(&scheme, &said.collect::<Vec<_>>());
        let (group, level) = (&report.groups[0], &report.levels[0]);
        let most = group
            .criteria
            .iter()
            .map(|one| level.most_there(group, one).unwrap());
        most.map(|most| most.rounded(2).to_string())
            .collect::<Vec<_>>()
    };
    let points = Said::Points(6);
    assert_eq!(most([points; 3]), ["3.33", "3.33", "3.33"]);
    assert_eq!(most([points, points, Said::Nothing]), ["5", "5", "10"]);
    assert_eq!(most([points, Said::Nothing, Said::Nothing]), ["10"; 3]);
}

/// A mean of three that leaves blanks out, and what a unit says that leaves out one.
fn three() -> (Scheme, Vec<(String, Said)>) {
    let one = |id: &str, rule: &str| {
        format!(
            "[[criterion]]\nid = \"{id}\"\nname = \"Tiêu chí {id}\"\nmaximum = 10\n\
             rule = {{ type = \"{rule}\" }}\n\n"
        )
    };
    let below = ["1.1.1", "1.1.2", "1.1.3"].map(|id| one(id, "declared"));
    let text = one("1.1", "mean_of_scored") + &below.concat();
    let said = [
        ("1.1.1", Said::Points(8)),
        ("1.1.2", Said::Points(5)),
        ("1.1.3", Said::Nothing),
    ];
    (
        scheme(&text, None),
        said.map(|(id, said)| (id.to_string(), said)).to_vec(),
    )
}

/// A blank in one year makes the others worth more: that is the unit's change in the group, granted by nobody, and no part of it is open.
#[test]
fn a_blank_that_is_left_out_changes_its_group() {
    let (scheme, said) = three();
    let whole: Vec<(String, Said)> = said
        .iter()
        .map(|(id, said)| {
            (
                id.clone(),
                if *said == Said::Nothing {
                    Said::Points(6)
                } else {
                    *said
                },
            )
        })
        .collect();
    let [before, now] = [whole, said].map(|said| report_of(&scheme, &said));
    let as_rows = |report: &Report| side_of_rows(&data::rows(report));
    let pairs = [
        (side_of_report(&before), side_of_report(&now)),
        (as_rows(&before), as_rows(&now)),
    ];
    for (before, now) in pairs {
        let diff = diff(&before, &now);
        let unit = diff.units().next().unwrap();
        let parts = unit.parts.clone().unwrap();
        assert_eq!(Some(parts.sum()), unit.change);
        let of_group = parts.groups[0].rounded(6);
        assert_eq!(of_group.to_string(), "0.166667");
        let others = [
            parts.appraisal,
            parts.open,
            parts.arithmetic,
            parts.criteria_changed,
        ];
        assert_eq!(others, [Points::ZERO; 4]);
    }
}

/// An inner mean that is blank as a whole counts by its own weight once it has points, however many criteria are below it.
#[test]
fn a_blank_mean_inside_another_can_change_as_much_as_any_criterion() {
    let one = |id: &str, rule: &str| {
        format!(
            "[[criterion]]\nid = \"{id}\"\nname = \"Tiêu chí {id}\"\nmaximum = 10\n\
             rule = {{ type = \"{rule}\" }}\n\n"
        )
    };
    let text = one("1.1", "mean_of_scored")
        + &one("1.1.1", "mean_of_scored")
        + &one("1.1.1.1", "declared")
        + &one("1.1.1.2", "declared")
        + &one("1.1.2", "declared");
    let scheme = scheme(&text, None);
    let said = [
        ("1.1.1.1", Said::Nothing),
        ("1.1.1.2", Said::Nothing),
        ("1.1.2", Said::Points(6)),
    ];
    let said = said.map(|(id, said)| (id.to_string(), said));
    let report = report_of(&scheme, &said);
    let score = &report.levels[0].rows[0].score;
    assert_eq!(score.total, Points::from(6));
    assert_eq!(
        (score.lowest, score.highest),
        (Points::from(3), Points::from(8).into())
    );
    let effects: Vec<_> = report
        .findings
        .iter()
        .filter_map(|one| one.effect)
        .collect();
    let effects: Vec<_> = effects
        .iter()
        .map(|one| (one.lowest, one.highest))
        .collect();
    assert_eq!(effects, [(Points::from(-3), Points::from(2).into()); 2]);
}
