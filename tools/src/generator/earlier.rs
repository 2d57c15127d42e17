//! The made-up year before the sample: `samples/kontum-2016`.
//!
//! In: the figures of the sample year. Out: the files of a small campaign, wholly invented: a former name, a unit that has gone
//! since, one that was not yet there, two that had not returned, another maximum, another criterion. Not for: anything that is said of the real units.

use std::error::Error;
use std::path::Path;

use super::hundredths::{decimal, hundredths};
use super::returns::{self, OwnTotal, Return, Saved};
use super::scheme::Scheme;
use super::{hand, workbook};

/// The units that had not returned then, though they do in the sample.
const MISSING: [&str; 2] = ["SXD", "KONPLONG"];
/// The unit that there was not yet.
const NEW: &str = "BQLKKT";
/// Of the sample year's unit: code, name and cover then.
const OTHERS: [(&str, &str, &str); 2] = [
    ("STTTT", "SBCVT", "Sở Bưu chính, Viễn thông"),
    ("SNGV", "BTDKT", "Ban Thi đua - Khen thưởng"),
];
/// What the table that was published says other than the sum of its columns.
const MISPRINTS: [(&str, i64); 2] = [("STC", 1000), ("NGOCHOI", -50)];
/// Groups of the form, 1 to 7.
const GROUPS: usize = 7;

/// A file below `samples/kontum-2016`.
pub struct File {
    /// Its path.
    pub path: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// A unit in the published table: its level and name, the points of its groups, and the total printed, in hundredths.
type Row = (String, String, Vec<i64>, i64);

/// All files but the consolidated workbook, which the program writes.
///
/// # Errors
/// When a source cannot be read.
pub fn files(root: &Path) -> Result<Vec<File>, Box<dyn Error>> {
    let text = std::fs::read_to_string(root.join("templates/kontum-2017/scheme.toml"))?;
    let text = earlier_scheme(&text)?;
    let scheme = Scheme::parse(&text)?;
    let all = returns::read(root)?;
    let mut files = vec![File {
        path: "scheme.toml".to_string(),
        bytes: text.into_bytes(),
    }];
    let mut rows: Vec<Row> = Vec::new();
    let returned = all
        .iter()
        .filter(|(_, one)| one.code != NEW && !MISSING.contains(&one.code.as_str()));
    for (number, (_, now)) in (1_usize..).zip(returned) {
        let mut one = Return {
            values: now.values.clone(),
            hand: hand::hand(number % hand::HANDS),
            ..plain(now)
        };
        if let Some((_, code, name)) = OTHERS.iter().find(|(code, _, _)| *code == now.code) {
            one.code = (*code).to_string();
            one.name = (*name).to_string();
            one.cover_name = (*name).to_string();
        }
        shift(&mut one, number)?;
        let groups = (1..=GROUPS)
            .map(|group| group_sum(&one, &scheme, group))
            .collect::<Result<Vec<i64>, _>>()?;
        let sum: i64 = groups.iter().sum();
        let misprint = MISPRINTS.iter().find(|(unit, _)| *unit == one.code);
        let printed = sum + misprint.map_or(0, |(_, more)| *more);
        if misprint.is_some() {
            one.total = OwnTotal::Typed(decimal(printed));
        }
        one.grade = grade(printed).to_string();
        files.push(File {
            path: format!("phieu-nop/{} 2016.xlsx", one.code),
            bytes: workbook(&scheme, &one)?,
        });
        rows.push((one.level.clone(), one.name.clone(), groups, printed));
    }
    files.push(File {
        path: "ket-qua-cong-bo-2016.csv".to_string(),
        bytes: published(rows).into_bytes(),
    });
    Ok(files)
}

/// The table as it would have been published.
fn published(mut rows: Vec<Row>) -> String {
    let mut table = String::from(
        "KẾT QUẢ ĐÁNH GIÁ MỨC ĐỘ ỨNG DỤNG CÔNG NGHỆ THÔNG TIN NĂM 2016 (số liệu giả định)\n\
         TT;Tên đơn vị;Hạ tầng kỹ thuật CNTT;Nguồn nhân lực CNTT;Sử dụng các phần mềm ứng dụng;\
         Chính sách và đầu tư cho ƯDCNTT;Trang/Cổng TTĐT;An toàn thông tin;Điểm cộng/trừ;Tổng điểm;Xếp loại\n",
    );
    rows.sort_by_key(|(level, _, _, total)| (level != "tinh", -total));
    let mut place = 0;
    let mut last = String::new();
    for (level, name, groups, total) in &rows {
        place = if *level == last { place + 1 } else { 1 };
        last.clone_from(level);
        let points: Vec<String> = groups
            .iter()
            .map(|one| decimal(*one).replace('.', ","))
            .collect();
        table.push_str(&format!(
            "{place};{name};{};{};{}\n",
            points.join(";"),
            decimal(*total).replace('.', ","),
            grade(*total)
        ));
    }
    table.push_str(
        "* Sở Xây dựng, UBND huyện Kon Plong chưa thực hiện việc tự đánh giá, xếp loại.\n",
    );
    table
}

/// The scheme of the year before: another maximum in group 4, another criterion 5.3.
fn earlier_scheme(text: &str) -> Result<String, Box<dyn Error>> {
    let changes = [
        ("id = \"kontum-2017\"", "id = \"kontum-2016\""),
        (
            "name = \"Tường lửa, hệ thống phát hiện và phòng chống truy nhập trái phép\"",
            "name = \"Hệ thống phòng chống thư rác tập trung\"",
        ),
    ];
    let mut text = text.to_string();
    for (now, then) in changes {
        if text.matches(now).count() != 1 {
            return Err(format!("{now} does not stand once in the scheme").into());
        }
        text = text.replace(now, then);
    }
    for (id, now, then) in [("4.2", "25", "30"), ("4.3", "25", "20")] {
        let start = text
            .find(&format!("id = \"{id}\""))
            .ok_or("a criterion is missing")?;
        let (head, tail) = text.split_at(start);
        let tail = tail.replacen(&format!("maximum = {now}"), &format!("maximum = {then}"), 1);
        text = format!("{head}{tail}");
    }
    let mut lines: Vec<&str> = text
        .lines()
        .skip_while(|line| line.starts_with('#'))
        .collect();
    let note = "# Số liệu giả định: bộ tiêu chí của năm trước, chỉ để thử lệnh diff.";
    lines.insert(0, note);
    Ok(lines.join("\n") + "\n")
}

/// A return like that of the sample year, but saved a year before and without its own slips.
fn plain(one: &Return) -> Return {
    Return {
        year: 2016,
        code: one.code.clone(),
        level: one.level.clone(),
        name: one.name.clone(),
        cover_name: one.name.clone(),
        values: super::value::Values::default(),
        hand: hand::hand(0),
        stamped: false,
        saved: Saved {
            year: 2017,
            month: 1,
            ..one.saved.clone()
        },
        total: OwnTotal::Sum,
        grade: String::new(),
        text_group: None,
    }
}

/// Other answers than in the sample year, in steps that the rules know.
fn shift(one: &mut Return, number: usize) -> Result<(), Box<dyn Error>> {
    // Criteria by yes or no: maximum and figure.
    let answers = [
        ("1.3", "co_wifi", "10"),
        ("3.6", "co_pmnm", "20"),
        ("4.1", "co_ke_hoach", "30"),
        ("4.4", "co_quy_che_web", "20"),
        ("5.4", "dvc_2", "10"),
        ("5.5", "dvc_3", "10"),
        ("5.6", "dvc_4", "10"),
        ("6.1", "co_quy_che_attt", "5"),
        ("6.4", "co_loc_thu_rac", "5"),
        ("6.5", "co_sao_luu", "10"),
    ];
    // Some units were better then: what they lack now, they had.
    let was_better = number % 5 == 3;
    for (index, (criterion, figure, points)) in answers.into_iter().enumerate() {
        let yes = one.values.get(criterion, figure)? == "Có";
        if was_better && !yes {
            one.values.set(criterion, figure, "Có");
            one.values.set(criterion, "score", points);
        } else if !was_better && (index + number).is_multiple_of(3) {
            let (answer, points) = if yes {
                ("Không", "0")
            } else {
                ("Có", points)
            };
            one.values.set(criterion, figure, answer);
            one.values.set(criterion, "score", points);
        }
    }
    // The maxima of the year before.
    for (criterion, figure, points) in [
        ("4.2", "co_qd_qlvb", "30"),
        ("4.3", "co_quy_che_cntt", "20"),
    ] {
        if one.values.get(criterion, figure)? == "Có" {
            one.values.set(criterion, "score", points);
        }
    }
    Ok(())
}

/// The points of a group, in hundredths.
fn group_sum(one: &Return, scheme: &Scheme, group: usize) -> Result<i64, Box<dyn Error>> {
    let group = scheme.groups.get(group - 1).ok_or("a group is missing")?;
    let mut sum = 0;
    for criterion in &group.criteria {
        sum += hundredths(one.values.get(&criterion.id, "score")?)?;
    }
    Ok(sum)
}

fn grade(total: i64) -> &'static str {
    match total {
        85_000.. => "Tốt",
        70_000.. => "Khá",
        50_000.. => "Trung bình",
        _ => "Yếu",
    }
}
