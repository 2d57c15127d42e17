//! The published result of Decision 134/QĐ-UBND as a report: 28 units, all criteria of the scheme, the printed group scores.

use indexmap::IndexMap;
use toml::Value;
use tonghop::base::finding::{About, Finding, Place};
use tonghop::base::ids::LevelId;
use tonghop::base::points::{Decimal, Most, Points, percent_of, round_half_away};
use tonghop::base::rules::{totals, units};
use tonghop::input::receipt::{DateBasis, Fate, FileRow};
use tonghop::input::submission::Figure;
use tonghop::judge::statistics::{ComputedFrom, Outcome, Statistic};
use tonghop::result::report::*;

use super::fixture::*;

/// Level, order, the seven group scores and the total as printed.
const PRINTED: &str = "\
tinh 1 100 172 332.7 180.0 83.5 31 -10 889.2
tinh 2 100 162.9 302.9 180 92 40 10 887.8
tinh 3 100 140.7 333 160 86 40 10 869.7
tinh 4 100 165 278.5 180 82.5 33.9 10 852.4
tinh 5 90 190 330 165 89.5 10 -15 859.5
tinh 6 100 167.8 269.8 160 89.5 40 10 837.1
tinh 7 90 144.4 323.9 150 88.5 20 10 832.0
tinh 8 90 124 307.4 165 86.5 40 10 822.9
tinh 9 90 150 295.1 145 81.5 40 10 811.6
tinh 10 100 106.2 318.9 180 85 30 -10 810.1
tinh 11 100 162.37 292.63 160 88.50 0 -10 803.5
tinh 12 80 145 298 160 85.5 23.1 10 801.6
tinh 13 90 125 323.6 100 83.5 40 10 772.1
tinh 14 90 80 338.3 165 86.5 20 -10 769.8
tinh 15 100 180 255 95 100 25.9 10 765.9
tinh 16 70 88.8 263.2 165 83 40 10 720.0
tinh 17 100 119.4 301 85 81.5 20 10 717.3
tinh 18 80 126 275.2 110 80 40 -10 701.2
tinh 19 80 139 275.7 35 81 40 10 660.7
huyen 1 80 165 318.9 150.0 79.0 37 10 840.0
huyen 2 80 172.8 301.0 150 90 39 -10 822.4
huyen 3 80 206 270.6 100 77.0 50.0 -10 773.6
huyen 4 100 157.7 288 60 74 50 -10 719.9
huyen 5 90 156.5 257.3 80 80.0 35 -10 688.4
huyen 6 70 144.3 282.0 70 82.0 42 -10 680.0
huyen 7 100 160 206.9 120 75.0 21 -10 673.3
huyen 8 60 160 203.1 140 50.0 43 10 666.2
huyen 9 70 115.0 100.1 160 64 40 -10 538.6";

const SCHEME: &str = include_str!("../../templates/kontum-2017/scheme.toml");
const UNITS: &str = include_str!("../../templates/kontum-2017/units.csv");

fn maxima(value: &Value) -> IndexMap<LevelId, Most> {
    let of = |value: &Value| match value {
        Value::Integer(number) => Points::from(*number),
        other => points(&other.as_float().unwrap().to_string()),
    };
    let per_level = |level: &str| of(value.get(level).unwrap_or(value));
    ["tinh", "huyen"]
        .map(|level| (LevelId::from(level), per_level(level).into()))
        .into_iter()
        .collect()
}

fn text(value: &Value, key: &str) -> String {
    let text = value.get(key).and_then(Value::as_str);
    text.unwrap_or_default().to_string()
}

fn groups(scheme: &Value) -> Vec<GroupFacts> {
    let criteria = scheme["criterion"].as_array().unwrap();
    let of = |group: &str| -> Vec<CriterionFacts> {
        let chosen = criteria
            .iter()
            .filter(|c| text(c, "id").starts_with(&format!("{group}.")));
        chosen.map(criterion).collect()
    };
    scheme["group"]
        .as_array()
        .unwrap()
        .iter()
        .map(|group| GroupFacts {
            above: Vec::new(),
            id: text(group, "id").as_str().into(),
            name: text(group, "name"),
            short: text(group, "short"),
            maximum: maxima(&group["maximum"]),
            outside_total: group.get("outside_total").is_some(),
            cap: false,
            criteria: of(&text(group, "id")),
        })
        .collect()
}

fn criterion(value: &Value) -> CriterionFacts {
    let figures = value.get("figures").and_then(Value::as_array);
    CriterionFacts {
        id: text(value, "id").as_str().into(),
        name: text(value, "name"),
        maximum: maxima(&value["maximum"]),
        minimum: value
            .get("minimum")
            .and_then(Value::as_integer)
            .map(Points::from)
            .unwrap_or_default(),
        figures: figures
            .into_iter()
            .flatten()
            .map(|figure| FigureFacts {
                id: text(figure, "id").as_str().into(),
                name: text(figure, "name"),
                unit: text(figure, "unit"),
                is_yes_no: text(figure, "kind") == "yes_no",
            })
            .collect(),
        ..CriterionFacts::default()
    }
}

fn level(groups: &[GroupFacts], id: &str, name: &str, units: &str) -> LevelResult {
    let registry: Vec<csv::StringRecord> = csv::Reader::from_reader(UNITS.as_bytes())
        .records()
        .map(Result::unwrap)
        .filter(|record| &record[0] == id)
        .collect();
    let mut level = LevelResult {
        total_maximum: None,
        id: id.into(),
        name: name.to_string(),
        units: units.to_string(),
        rows: Vec::new(),
        gaps: Vec::new(),
        places: RowPlaces::default(),
    };
    for record in &registry {
        let unit = unit_id(id, &record[2]);
        let order: u32 = record[1].parse().unwrap();
        let start = format!("{id} {order} ");
        let Some(line) = PRINTED.lines().find(|line| line.starts_with(&start)) else {
            level.gaps.push(UnitGap {
                unit,
                name: record[3].to_string(),
                order,
                files: Vec::new(),
                reasons: Vec::new(),
            });
            continue;
        };
        let values: Vec<&str> = line.split(' ').skip(2).collect();
        let criteria = spread(groups, id, &values[..7]);
        let file = format!("{order:02}_{}_2017.xlsx", record[2].to_lowercase());
        let mut row = row(unit, &record[3], order, &file, score(groups, id, criteria));
        row.own_total = Some(points(values[7]));
        figure(&mut row, "cbcc", number(40 + i64::from(order) * 3));
        figure(&mut row, "may_tinh", number(39 + i64::from(order) * 3));
        figure(&mut row, "co_lan", Figure::Yes(true));
        level.rows.push(row);
    }
    level
}

fn statistics(scheme: &Value, levels: &[LevelResult]) -> Vec<Statistic> {
    let section = |id: &str| {
        let all = scheme["section"].as_array().unwrap();
        let found = all
            .iter()
            .find(|section| text(section, "id") == id)
            .unwrap();
        (id.to_string(), text(found, "name"))
    };
    scheme["statistic"]
        .as_array()
        .unwrap()
        .iter()
        .map(|value| {
            let level = value.get("level").and_then(Value::as_str);
            let chosen = levels
                .iter()
                .filter(|l| level.is_none_or(|level| l.id.0 == level));
            let covered = chosen.clone().map(|l| l.rows.len()).sum();
            let gaps: Vec<_> = chosen
                .flat_map(|l| &l.gaps)
                .map(|gap| gap.unit.clone())
                .collect();
            let (outcome, basis) = outcome(value, level, levels, covered);
            Statistic {
                id: text(value, "id"),
                name: text(value, "name"),
                section: section(&text(value, "section")),
                unit: value
                    .get("unit")
                    .and_then(Value::as_str)
                    .map(str::to_string),
                headline: value.get("headline").is_some(),
                formula: "Σ Số CBCC được trang bị máy tính ÷ Σ Tổng số cán bộ, công chức"
                    .to_string(),
                outcome,
                covered,
                expected: covered + gaps.len(),
                left_out: gaps,
                basis,
            }
        })
        .collect()
}

fn outcome(
    value: &Value,
    level: Option<&str>,
    levels: &[LevelResult],
    covered: usize,
) -> (Outcome, ComputedFrom) {
    let mut basis = ComputedFrom {
        level: level.map(LevelId::from),
        ..ComputedFrom::default()
    };
    let rows = || {
        levels
            .iter()
            .filter(|l| level.is_none_or(|level| l.id.0 == level))
            .flat_map(|l| &l.rows)
    };
    let sum = |figure: &str| -> Decimal {
        let values = rows().filter_map(|row| row.figures.get(figure)?.value.clone());
        let numbers = values.map(|value| match value {
            Figure::Number(number) => number,
            _ => Decimal::ZERO,
        });
        Decimal::checked_sum(numbers).unwrap()
    };
    let outcome = match value["formula"]["type"].as_str().unwrap() {
        "sum" => Outcome::Sum {
            value: Decimal::from(36),
        },
        "ratio" => {
            let (numerator, denominator) = (sum("may_tinh"), sum("cbcc"));
            basis.figures = vec!["may_tinh".into()];
            basis.of = vec!["cbcc".into()];
            let percent = round_half_away(percent_of(numerator, denominator).unwrap(), 2);
            Outcome::Ratio {
                numerator,
                denominator,
                percent: Some(percent),
            }
        }
        "share_yes" => {
            basis.figures = vec!["co_lan".into()];
            Outcome::Share {
                yes: covered,
                answered: covered,
                percent: Some(Decimal::ONE_HUNDRED),
                no_units: Vec::new(),
            }
        }
        "units_at_maximum" => Outcome::Units {
            units: rows()
                .filter(|row| row.score.groups["6"].sum == row.score.groups["6"].maximum)
                .map(|row| row.unit.clone())
                .collect(),
        },
        _ => Outcome::Given {
            value: Some(Decimal::from(680)),
            of: None,
        },
    };
    (outcome, basis)
}

fn findings(levels: &[LevelResult]) -> Vec<Finding> {
    let mut all = Vec::new();
    for row in levels.iter().flat_map(|level| &level.rows) {
        let own = row.own_total.unwrap();
        if own == row.score.total {
            continue;
        }
        let place = Place {
            unit: Some(row.unit.clone()),
            file: Some(row.file.clone()),
            sheet: Some("Tổng hợp".to_string()),
            cell: Some("D14".parse().unwrap()),
        };
        let mut finding = Finding::new(&totals::TOTAL_MISMATCH, place)
            .about(About::Total)
            .found(own)
            .expected(row.score.total)
            .effect(Some(row.score.total), row.score.total, own);
        if let Some(effect) = &mut finding.effect {
            effect.changes_grade = row.unit.code == "SKHCN";
            effect.changes_rank = (own - row.score.total).abs() > Points::from(2);
        }
        all.push(finding);
    }
    let effect = |finding: &Finding| finding.effect.map(|e| (e.changes_grade, e.changes_rank));
    all.sort_by_key(|finding| std::cmp::Reverse(effect(finding)));
    for gap in levels.iter().flat_map(|level| &level.gaps) {
        let place = Place {
            unit: Some(gap.unit.clone()),
            ..Place::default()
        };
        all.push(Finding::new(&units::UNIT_MISSING, place));
    }
    all
}

fn intake(levels: &[LevelResult]) -> FolderFiles {
    let counted = levels
        .iter()
        .flat_map(|level| &level.rows)
        .map(|row| FileRow {
            name: row.file.clone(),
            bytes: 31_744 + u64::from(row.order) * 17,
            sha256: Some(format!(
                "{:064x}",
                u128::from(row.order) * 7_919_777_777_777_777
            )),
            saved: Some((
                format!("2018-01-{:02}T08:{:02}:00Z", 10 + row.order, row.order).into(),
                DateBasis::Document,
            )),
            made: None,
            appraised: false,
            kind: "xlsx".to_string(),
            unit: Some(row.unit.clone()),
            candidates: Vec::new(),
            decided: Vec::new(),
            fate: if row.order == 19 {
                Fate::CountedLate
            } else {
                Fate::Counted
            },
        });
    let mut files: Vec<FileRow> = counted.collect();
    for (name, fate) in [
        ("04_skhcn_2017 (ban cu).xlsx", Fate::Superseded),
        ("Phieu khong ro don vi.xlsx", Fate::Refused),
        ("bao cao scan.pdf", Fate::Unreadable),
        ("Thumbs.db", Fate::Ignored),
    ] {
        files.push(FileRow {
            candidates: Vec::new(),
            decided: Vec::new(),
            name: name.to_string(),
            bytes: 90_000,
            sha256: None,
            saved: Some(("2018-01-20T02:11:00Z".to_string().into(), DateBasis::File)),
            made: None,
            appraised: false,
            kind: name.rsplit('.').next().unwrap().to_string(),
            unit: (fate == Fate::Superseded).then(|| unit_id("tinh", "SKHCN")),
            fate,
        });
    }
    FolderFiles {
        folder: "Tra loi 2017".to_string(),
        files,
    }
}

/// The report.
pub fn report() -> Report {
    let scheme: Value = toml::from_str(SCHEME).unwrap();
    let groups = groups(&scheme);
    let grades = limits(&[("Tốt", 850), ("Khá", 700), ("Trung bình", 500), ("Yếu", 0)]);
    let mut levels = vec![
        level(&groups, "tinh", "Cấp tỉnh", "sở, ban, ngành"),
        level(&groups, "huyen", "Cấp huyện", "UBND các huyện, thành phố"),
    ];
    for level in &mut levels {
        judge(level, &grades);
    }
    Report {
        format: FORMAT,
        program: "tonghop 0.1.0".to_string(),
        as_of: Some("2018-02-20T09:30:00Z".to_string().into()),
        campaign: CampaignFacts {
            name: "Đánh giá, xếp loại mức độ ứng dụng CNTT tỉnh Kon Tum năm 2017".to_string(),
            year: 2017,
            title: vec![
                "KẾT QUẢ".to_string(),
                "ĐÁNH GIÁ, XẾP LOẠI MỨC ĐỘ ỨNG DỤNG CÔNG NGHỆ THÔNG TIN TRONG HOẠT ĐỘNG CỦA CÁC CƠ QUAN NHÀ NƯỚC TRÊN ĐỊA BÀN TỈNH KON TUM NĂM 2017".to_string(),
            ],
            authority: "ỦY BAN NHÂN DÂN TỈNH KON TUM".to_string(),
            deadline: Some("2018-01-28".parse().unwrap()),
            scheme: ("kontum-2017".to_string(), 1),
            scheme_name: text(&scheme, "name"),
            total_maximum: Points::from(1000),
            points_decimals: 2,
            percent_decimals: 2,
            unconfirmed: false,
        },
        statistics: statistics(&scheme, &levels),
        annex: AnnexWords::default(),
        successions: Vec::new(),
        other_names: OtherNames::default(),
        intake: intake(&levels),
        findings: findings(&levels),
        decisions: Vec::new(),
        grades,
        groups,
        levels,
    }
}
