//! Schemes of any shape: whatever stands below what, the parts that counts by criterion add up to what the whole comes to.

use indexmap::IndexMap;
use proptest::prelude::*;
use tonghop::base::cell::{CellAddress, CellValue, Reading};
use tonghop::base::ids::{GroupId, LevelId, UnitId};
use tonghop::base::origin::Origin;
use tonghop::base::points::{Decimal, Most, Points};
use tonghop::campaign::definition::Source;
use tonghop::campaign::rulings::{Exemption, Ruling};
use tonghop::campaign::scheme::{CombinedAt, Criterion, Scheme, times};
use tonghop::campaign::settings::Campaign;
use tonghop::campaign::units::Registry;
use tonghop::input::read::ReadLimits;
use tonghop::input::submission::{Entry, Found, Submission};
use tonghop::judge::score::best::OpenBests;
use tonghop::judge::score::{ScoreTree, UnitScore, score};
use tonghop::result::report::{self, Report};

/// Numbers that somebody drew, one after the other.
pub struct Draws(pub Vec<u8>, pub usize);

impl Draws {
    pub fn next(&mut self, below: u8) -> u8 {
        self.1 += 1;
        self.0.get(self.1 - 1).copied().unwrap_or_default() % below
    }
}

/// What a criterion with points of its own has from the unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Said {
    Points(u8),
    Nothing,
    Exempt,
}

/// A group of criteria up to three deep, with what the unit says for each, as a scheme writes it; `most` says what it comes to.
pub fn criteria(
    draws: &mut Draws,
    above: &str,
    depth: u8,
    said: &mut Vec<(String, Said)>,
) -> String {
    let mut text = String::new();
    for at in 1..=2 + draws.next(2) {
        let id = format!("{above}.{at}");
        let weight = 1 + draws.next(3);
        let has_below = depth < 3 && draws.next(3) == 0;
        let mut most = "maximum = 10".to_string();
        let (rule, below) = if has_below {
            let kind = ["sum", "mean", "maximum", "minimum"][draws.next(4) as usize];
            if kind == "sum" && draws.next(2) == 0 {
                most = format!("maximum = {}\ncap = true", 1 + draws.next(20));
            }
            (kind, criteria(draws, &id, depth + 1, said))
        } else {
            let points = match draws.next(6) {
                0 | 1 => Said::Nothing,
                2 => Said::Exempt,
                _ => Said::Points(draws.next(11)),
            };
            said.push((id.clone(), points));
            ("declared", String::new())
        };
        text += &format!(
            "[[criterion]]\nid = \"{id}\"\nname = \"Tiêu chí {id}\"\n{most}\nweight = {weight}\n\
             rule = {{ type = \"{rule}\" }}\n\n{below}"
        );
    }
    text
}

/// A scheme of those criteria, all maxima as they come; a group that is cut counts so much less.
pub fn scheme(criteria: &str, less: Option<u8>) -> Scheme {
    let cap = less.is_some();
    let with = |maximum: &str| {
        format!(
            "id = \"cay\"\nversion = 1\nname = \"Cây\"\ntotal_maximum = {maximum}\n\
             [[level]]\nid = \"tinh\"\nname = \"Cấp tỉnh\"\nunits = \"sở\"\n\
             [[group]]\nid = \"1\"\nname = \"Nhóm\"\nmaximum = {maximum}\ncap = {cap}\n\n{criteria}"
        )
    };
    let parsed: Scheme = toml::from_str(&with("100000")).unwrap();
    let most = combined(&parsed, &|one| one.maximum_at(&"tinh".into())?.limit());
    let less = Points::from(i64::from(less.unwrap_or_default()));
    let most = (most - less).max(Points::from(1));
    let text = with(&most.0.to_string());
    toml::from_str(&text).unwrap()
}

/// What a criterion comes to by the points of those that carry some; nothing where nothing of it applies. Of what one counts only what
/// applies is taken, in a sum or a mean what does not apply is nothing.
fn whole(
    scheme: &Scheme,
    one: &Criterion,
    of: &dyn Fn(&Criterion) -> Option<Points>,
) -> Option<Points> {
    if !one.rule.combines() {
        return of(one);
    }
    let below = scheme.children(CombinedAt::Criterion(&one.id));
    let below = below.map(|child| (child.weight, whole(scheme, child, of)));
    let below: Vec<(Decimal, Option<Points>)> = below.collect();
    below.iter().find_map(|(_, points)| *points)?;
    let is_choice = one.rule.picks().is_some();
    let below = below.into_iter().filter_map(|(weight, points)| {
        let points = points.or((!is_choice).then_some(Points::ZERO))?;
        Some((weight, points))
    });
    let points = one.rule.come_to(&below.collect::<Vec<_>>())?;
    let most = one.maximum_at(&"tinh".into()).filter(|_| one.cap.is_set());
    let most = most.and_then(Most::limit);
    Some(most.map_or(points, |most| points.min(most)))
}

fn combined(scheme: &Scheme, of: &dyn Fn(&Criterion) -> Option<Points>) -> Points {
    let group = GroupId::from("1");
    let all = scheme.children(CombinedAt::Group(&group));
    let all = all.filter_map(|one| Some(times(whole(scheme, one, of)?, one.weight)));
    let sum = all.sum::<Points>();
    let most = scheme.cap(CombinedAt::Group(&group), &"tinh".into());
    most.map_or(sum, |most| sum.min(most)).rounded(6)
}

fn entry(points: Option<u8>) -> Entry {
    let points = points.map(|points| Points::from(i64::from(points)));
    Entry {
        claimed: Found {
            value: points.map_or(Reading::Empty, Reading::Value),
            origin: Origin::Cell {
                sheet: "Phiếu".into(),
                cell: CellAddress { row: 0, column: 0 },
            },
            written: CellValue::Text(String::new()),
            steps: Vec::new(),
            row: None,
        },
        appraised: None,
        either: Vec::new(),
        stated_ratio: None,
        maxima: Vec::new(),
        evidence: None,
        evidence_cell: None,
        explanation: None,
    }
}

fn submission(said: &[(String, Said)]) -> Submission {
    let entries = said.iter().filter_map(|(id, said)| match said {
        Said::Points(points) => Some((id.as_str().into(), entry(Some(*points)))),
        Said::Nothing => Some((id.as_str().into(), entry(None))),
        Said::Exempt => None,
    });
    Submission {
        unit: UnitId {
            level: LevelId::from("tinh"),
            code: "STC".into(),
        },
        file: "STC.xlsx".to_string(),
        entries: entries.collect(),
        figures: IndexMap::default(),
        own_sums: Vec::new(),
        appraised_sums: Vec::new(),
        own_grade: None,
        explained: Vec::new(),
    }
}

pub fn scored(scheme: &Scheme, said: &[(String, Said)]) -> UnitScore {
    let exempt = said.iter().filter(|(_, said)| *said == Said::Exempt);
    let ruling = Ruling {
        exempt: exempt.map(|(id, _)| id.as_str().into()).collect(),
        granted: Vec::new(),
        decided: Vec::new(),
        figures: Vec::new(),
    };
    score(
        &submission(said),
        &ScoreTree::new(scheme, OpenBests::default()),
        &ruling,
    )
}

/// The report of that unit alone.
pub fn report_of(scheme: &Scheme, said: &[(String, Said)]) -> Report {
    let units = "level,order,code,name,aliases\ntinh,1,STC,Sở Tài chính,\n";
    let source = Source {
        file: "units.csv",
        text: units,
    };
    let registry = Registry::parse(source, scheme).unwrap();
    let exempt = said.iter().filter(|(_, said)| *said == Said::Exempt);
    let mut campaign = Campaign::built_in();
    campaign.exemptions = exempt
        .map(|(id, _)| Exemption {
            unit: "STC".to_string(),
            criterion: id.as_str().into(),
            reason: "không có chức năng này".to_string(),
        })
        .collect();
    report::build(report::Input {
        campaign: &campaign,
        scheme,
        registry: &registry,
        submissions: vec![submission(said)],
        files: Vec::new(),
        findings: Vec::new(),
        folder: String::new(),
        time: ReadLimits::default().time,
        decisions: Vec::new(),
        of_files: report::FileDecisions::default(),
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn parts_add_up_to_the_whole(draws in proptest::collection::vec(any::<u8>(), 80)) {
        let mut said = Vec::new();
        let mut draws = Draws(draws, 0);
        let text = criteria(&mut draws, "1", 1, &mut said);
        let less = (draws.next(2) == 0).then(|| draws.next(30));
        let scheme = scheme(&text, less);
        let got = scored(&scheme, &said);
        let group = &got.groups[&GroupId::from("1")];
        let of = |open: u8| {
            let said = &said;
            move |one: &Criterion| {
                let (_, said) = said.iter().find(|(id, _)| *id == one.id.0)?;
                match said {
                    Said::Points(points) => Some(Points::from(i64::from(*points))),
                    Said::Nothing => Some(Points::from(i64::from(open))),
                    Said::Exempt => None,
                }
            }
        };
        let shown = format!("{text}\n{said:?}\n{got:#?}");
        prop_assert_eq!(group.lowest.rounded(6), combined(&scheme, &of(0)), "lowest {}", shown);
        prop_assert_eq!(group.highest.rounded(6), combined(&scheme, &of(10)), "highest {}", shown);
        prop_assert!(group.lowest <= group.sum && group.sum <= group.highest, "{}", shown);
        let most = |one: &Criterion| of(10)(one).and(one.maximum_at(&"tinh".into())?.limit());
        prop_assert_eq!(group.maximum.rounded(6), combined(&scheme, &most), "maximum {}", shown);
        if got.open == 0 {
            prop_assert_eq!(group.sum.rounded(6), combined(&scheme, &of(0)), "sum {}", shown);
        }
    }
}

/// What a mean that leaves out blanks, of leaves and of sums of leaves, comes to.
fn mean_of_scored(below: &[(u8, Vec<Said>)]) -> Option<Points> {
    let (mut sum, mut weights) = (Points::ZERO, Points::ZERO);
    for (weight, said) in below {
        let points = said.iter().filter_map(|said| match said {
            Said::Points(points) => Some(Points::from(i64::from(*points))),
            _ => None,
        });
        let points: Vec<Points> = points.collect();
        if points.is_empty() {
            continue;
        }
        let weight = Points::from(i64::from(*weight));
        weights = weights + weight;
        sum = sum + times(points.into_iter().sum(), weight.0);
    }
    sum.0.checked_div(weights.0).map(Points)
}

proptest! {
    #[test]
    fn what_a_mean_leaves_out_is_in_no_sum(
        below in proptest::collection::vec((1..4_u8, proptest::collection::vec(0..14_u8, 1..3)), 1..5),
        factor in 1..4_u8,
    ) {
        let (mut text, mut said, mut meant) = (String::new(), Vec::new(), Vec::new());
        let drawn = |points: &u8| if *points > 10 { Said::Nothing } else { Said::Points(*points) };
        for (at, (weight, points)) in below.iter().enumerate() {
            let id = format!("1.1.{at}");
            let one = |id: &str, rule: &str, weight: u8| format!(
                "[[criterion]]\nid = \"{id}\"\nname = \"Tiêu chí {id}\"\nmaximum = 10\nweight = {weight}\n\
                 rule = {{ type = \"{rule}\" }}\n\n"
            );
            let points: Vec<Said> = points.iter().map(drawn).collect();
            if let [only] = points.as_slice() {
                text += &one(&id, "declared", *weight);
                said.push((id, *only));
            } else {
                text += &one(&id, "sum", *weight);
                for (place, points) in points.iter().enumerate() {
                    let id = format!("{id}.{place}");
                    text += &one(&id, "declared", 1);
                    said.push((id, *points));
                }
            }
            meant.push((*weight, points));
        }
        let text = format!(
            "[[criterion]]\nid = \"1.1\"\nname = \"Bình quân\"\nmaximum = 20\nweight = {factor}\n\
             rule = {{ type = \"mean_of_scored\" }}\n\n{text}"
        );
        let scheme = scheme(&text, None);
        let got = scored(&scheme, &said);
        let group = &got.groups[&GroupId::from("1")];
        // A sum with a blank part is open, a blank beside others with points is not.
        let is_whole = |said: &Vec<Said>| !said.contains(&Said::Nothing) || said.iter().all(|one| *one == Said::Nothing);
        let want = mean_of_scored(&meant);
        let shown = format!("{text}\n{said:?}\n{got:#?}");
        let want = times(want.unwrap_or_default(), Decimal::from(factor)).rounded(6);
        prop_assert_eq!(group.sum.rounded(6), want, "sum {}", &shown);
        if meant.iter().all(|(_, said)| is_whole(said)) && said.iter().any(|(_, said)| *said != Said::Nothing) {
            prop_assert_eq!(got.open, 0, "open {}", &shown);
            prop_assert_eq!(group.lowest, group.sum, "lowest {}", &shown);
        }
        prop_assert!(group.lowest <= group.sum && group.sum <= group.highest, "{}", shown);
    }
}
