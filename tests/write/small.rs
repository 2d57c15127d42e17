//! A small report with one of everything: two levels, a tie, an open criterion, an exemption, a unit missing and one that
//! sent something unusable, hostile text.

use indexmap::IndexMap;

use tonghop::base::cell::CellAddress;
use tonghop::base::finding::{About, Finding, Place};
use tonghop::base::ids::CriterionId;
use tonghop::base::points::{Decimal, Points};
use tonghop::base::rules::{totals, units, values};
use tonghop::input::receipt::{DateBasis, Fate, FileRow};
use tonghop::input::submission::Figure;
use tonghop::judge::score::CriterionScore;
use tonghop::judge::statistics::{ComputedFrom, Outcome, Statistic};
use tonghop::result::report::*;

use super::fixture::*;

/// Text that Excel or a terminal might take for more than text.
pub const HOSTILE: &str = "=cmd|'/c calc'!A1 \u{1}\u{7}_x0041_ <b>&amp;";

fn criterion(id: &str, name: &str, tinh: i64, huyen: i64) -> CriterionFacts {
    CriterionFacts {
        id: id.into(),
        name: name.to_string(),
        maximum: levels(&[("tinh", tinh), ("huyen", huyen)]),
        ..CriterionFacts::default()
    }
}

fn groups() -> Vec<GroupFacts> {
    let mut first = criterion("1.1", "Máy tính", 400, 400);
    first.figures = vec![FigureFacts {
        id: "may_tinh".into(),
        name: "Số máy tính".to_string(),
        unit: "máy".to_string(),
        is_yes_no: false,
    }];
    let mut bonus = criterion("3.1", "Cộng, trừ", 20, 20);
    bonus.minimum = Points::from(-20);
    let group = |id: &str, name: &str, maximum: i64, criteria| GroupFacts {
        above: Vec::new(),
        id: id.into(),
        name: name.to_string(),
        short: name.to_string(),
        maximum: levels(&[("tinh", maximum), ("huyen", maximum)]),
        outside_total: id == "3",
        cap: false,
        criteria,
    };
    vec![
        group(
            "1",
            "Hạ tầng",
            600,
            vec![first, criterion("1.2", "Mạng", 200, 200)],
        ),
        group(
            "2",
            "An toàn",
            400,
            vec![criterion("2.1", "Tường lửa", 400, 400)],
        ),
        group("3", "Điểm cộng/trừ", 20, vec![bonus]),
    ]
}

fn criteria(values: [CriterionScore; 4]) -> IndexMap<CriterionId, CriterionScore> {
    ["1.1", "1.2", "2.1", "3.1"]
        .into_iter()
        .map(CriterionId::from)
        .zip(values)
        .collect()
}

fn values_of(values: [&str; 4]) -> IndexMap<CriterionId, CriterionScore> {
    criteria(values.map(|value| counted(points(value))))
}

fn provincial(groups: &[GroupFacts]) -> LevelResult {
    let unit = |order: u32, code: &str, name: &str, of| {
        let file = format!("{order:02} {code} 100%.xlsx");
        row(
            unit_id("tinh", code),
            name,
            order,
            &file,
            score(groups, "tinh", of),
        )
    };
    let mut own = unit(
        1,
        "A",
        "Sở Khoa học và Công nghệ",
        values_of(["365.8", "178.5", "295.6", "10"]),
    );
    own.own_total = Some(points("852.4"));
    own.own_grade = Some("Tốt".to_string());
    figure(&mut own, "may_tinh", number(83));
    figure(&mut own, "co_lan", Figure::Yes(true));
    let mut tie = unit(2, "B", HOSTILE, values_of(["400", "178.2", "281.7", "-10"]));
    figure(&mut tie, "may_tinh", number(17));
    figure(&mut tie, "co_lan", Figure::Yes(false));
    let half = criteria([
        counted(points("300.1")),
        open(points("200")),
        counted(points("300.2")),
        counted(points("0")),
    ]);
    let spared = criteria([
        counted(points("333.33")),
        exempt(),
        counted(points("300")),
        counted(points("-10")),
    ]);
    LevelResult {
        total_maximum: None,
        id: "tinh".into(),
        name: "Cấp tỉnh".to_string(),
        units: "sở, ban, ngành".to_string(),
        rows: vec![
            own,
            tie,
            unit(3, "C", "Sở Tư pháp", half),
            unit(4, "D", "Sở Ngoại vụ", spared),
        ],
        gaps: vec![UnitGap {
            unit: unit_id("tinh", "E"),
            name: "Sở Nông nghiệp".to_string(),
            order: 5,
            files: Vec::new(),
            reasons: Vec::new(),
        }],
        places: RowPlaces::default(),
    }
}

fn district(groups: &[GroupFacts]) -> LevelResult {
    let blank = criteria([
        open(points("400")),
        open(points("200")),
        counted(points("123.456")),
        counted(Points::ZERO),
    ]);
    let unit = unit_id("huyen", "F");
    LevelResult {
        total_maximum: None,
        id: "huyen".into(),
        name: "Cấp huyện".to_string(),
        units: "UBND các huyện, thành phố".to_string(),
        rows: vec![row(
            unit,
            "UBND huyện Sa Thầy",
            1,
            "h/sa thay.xls",
            score(groups, "huyen", blank),
        )],
        gaps: vec![UnitGap {
            unit: unit_id("huyen", "G"),
            name: "UBND huyện Kon Rẫy".to_string(),
            order: 2,
            files: vec!["kon ray.pdf".to_string()],
            reasons: vec![GapReason::NotAWorkbook],
        }],
        places: RowPlaces::default(),
    }
}

fn statistics() -> Vec<Statistic> {
    let statistic = |id: &str, name: &str, outcome, basis| Statistic {
        id: id.to_string(),
        name: name.to_string(),
        section: ("a".to_string(), "Hạ tầng".to_string()),
        unit: None,
        headline: true,
        formula: "Σ".to_string(),
        outcome,
        covered: 2,
        expected: 7,
        left_out: vec![unit_id("tinh", "E")],
        basis,
    };
    let of = |figure: &str| ComputedFrom {
        level: None,
        figures: vec![figure.into()],
        ..ComputedFrom::default()
    };
    let sum = Outcome::Sum {
        value: Decimal::from(100),
    };
    let share = Outcome::Share {
        yes: 1,
        answered: 2,
        percent: Some(Decimal::from(50)),
        no_units: vec![unit_id("tinh", "B")],
    };
    vec![
        statistic("sum", "Máy tính", sum, of("may_tinh")),
        statistic("share", "Có mạng", share, of("co_lan")),
    ]
}

fn intake() -> FolderFiles {
    let file = |name: &str, unit: Option<(&str, &str)>, fate| FileRow {
        name: name.to_string(),
        bytes: 31_700,
        sha256: Some("0123456789abcdef".repeat(4)),
        saved: Some((
            "2018-01-31T08:00:00Z".to_string().into(),
            DateBasis::Document,
        )),
        made: None,
        appraised: false,
        kind: "xlsx".to_string(),
        unit: unit.map(|(level, code)| unit_id(level, code)),
        candidates: Vec::new(),
        decided: Vec::new(),
        fate,
    };
    FolderFiles {
        folder: "Tra loi".to_string(),
        files: vec![
            file("01 A 100%.xlsx", Some(("tinh", "A")), Fate::Counted),
            file("02 B 100%.xlsx", Some(("tinh", "B")), Fate::CountedLate),
            file("03 C 100%.xlsx", Some(("tinh", "C")), Fate::Counted),
            file("04 D 100%.xlsx", Some(("tinh", "D")), Fate::Counted),
            file("h/sa thay.xls", Some(("huyen", "F")), Fate::Counted),
            file("01 A cu.xlsx", Some(("tinh", "A")), Fate::Superseded),
            file("kon ray.pdf", Some(("huyen", "G")), Fate::Unreadable),
            file("~$khoa.xlsx", None, Fate::Ignored),
        ],
    }
}

fn findings() -> Vec<Finding> {
    let place = |code: &str, file: &str, sheet: &str| Place {
        unit: Some(unit_id("tinh", code)),
        file: Some(file.to_string()),
        sheet: Some(sheet.to_string()),
        cell: Some(CellAddress::new(6, 3)),
    };
    let mut total = Finding::new(
        &totals::TOTAL_MISMATCH,
        place("A", "01 A 100%.xlsx", "Tổng hợp 'chung'"),
    )
    .about(About::Total)
    .found(points("852.4"))
    .expected(points("849.9"))
    .effect(Some(points("849.9")), points("849.9"), points("852.4"));
    if let Some(effect) = &mut total.effect {
        effect.changes_grade = true;
    }
    let text = tonghop::base::finding::Fact::Text(HOSTILE.to_string());
    let unreadable = Finding::new(
        &values::SCORE_UNREADABLE,
        place("C", "a#b.xlsx", &"x".repeat(2_100)),
    )
    .about(About::Row(format!("1.2 {}", "dài ".repeat(10_000))))
    .found(text)
    .effect(None, Points::ZERO, points("200"));
    let missing = Place {
        unit: Some(unit_id("tinh", "E")),
        ..Place::default()
    };
    vec![
        total,
        unreadable,
        Finding::new(&units::UNIT_MISSING, missing),
    ]
}

/// The report.
pub fn report() -> Report {
    let groups = groups();
    let grades = limits(&[("Tốt", 850), ("Khá", 700), ("Trung bình", 500), ("Yếu", 0)]);
    let mut all = vec![provincial(&groups), district(&groups)];
    for level in &mut all {
        judge(level, &grades);
    }
    Report {
        format: FORMAT,
        program: "tonghop 0.1.0".to_string(),
        as_of: Some("2018-02-20T09:30:00Z".to_string().into()),
        campaign: CampaignFacts {
            name: "2017 & đánh giá".to_string(),
            year: 2017,
            title: vec!["KẾT QUẢ ĐÁNH GIÁ".to_string()],
            authority: "ỦY BAN NHÂN DÂN TỈNH".to_string(),
            deadline: Some("2018-01-31".parse().unwrap()),
            scheme: ("kontum-2017".to_string(), 1),
            scheme_name: "Bộ tiêu chí".to_string(),
            total_maximum: Points::from(1000),
            points_decimals: 2,
            percent_decimals: 2,
            unconfirmed: false,
        },
        grades,
        groups,
        levels: all,
        statistics: statistics(),
        annex: AnnexWords::default(),
        successions: Vec::new(),
        other_names: OtherNames::default(),
        intake: intake(),
        findings: findings(),
        decisions: Vec::new(),
    }
}
