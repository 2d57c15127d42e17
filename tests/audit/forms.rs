//! Shapes of tables: headers of several rows, headings that differ, two levels under one header, numbers as text.

use tonghop::base::cell::{Cell, CellAddress, CellRange, CellValue, Grid, Visibility};
use tonghop::input::published::{Notation, PlacesTold};
use tonghop::result::audit::{self, OwnTotals};

use crate::audit::table::Table;
use crate::audit::{codes, known, read, recognised};

/// A sheet of these rows; what reads as a number is one, unless it begins with an apostrophe.
fn grid(rows: &[Vec<&str>], merges: &[&str]) -> Grid {
    let mut cells = Vec::new();
    for (row, texts) in (0_u32..).zip(rows) {
        for (column, text) in (0_u32..).zip(texts) {
            let value = match (text.strip_prefix('\''), text.parse()) {
                (Some(text), _) => CellValue::Text(text.to_string()),
                (None, Ok(number)) => CellValue::Number(number),
                (None, Err(_)) if text.is_empty() => continue,
                (None, Err(_)) => CellValue::Text((*text).to_string()),
            };
            let address = CellAddress::new(row, column);
            cells.push(Cell::new(address, value));
        }
    }
    let range = |text: &&str| {
        let (first, last) = text.split_once(':').unwrap();
        CellRange {
            first: first.parse().unwrap(),
            last: last.parse().unwrap(),
        }
    };
    Grid::new(
        "Kết quả",
        Visibility::Visible,
        cells,
        merges.iter().map(range).collect(),
    )
}

const NAMES: [&str; 9] = [
    "Hạ tầng kỹ thuật CNTT",
    "Nguồn nhân lực CNTT",
    "Sử dụng các phần mềm ứng dụng",
    "Chính sách và đầu tư cho ƯDCNTT",
    "Trang/Cổng TTĐT",
    "An toàn thông tin",
    "Điểm cộng/trừ",
    "Tổng điểm",
    "Xếp loại",
];

fn row<'a>(name: &'a str, points: &[&'a str]) -> Vec<&'a str> {
    let mut row = vec!["", name];
    row.extend(points);
    row
}

fn audited(grids: &[Grid]) -> Vec<String> {
    let audit = audit::audit(
        &recognised(grids),
        known(),
        "bang.xlsx",
        &OwnTotals::default(),
        Vec::new(),
    );
    let is_missing = |code: &String| code.ends_with("TH625");
    codes(&audit)
        .into_iter()
        .filter(|code| !is_missing(code))
        .collect()
}

#[test]
fn a_header_may_have_two_rows_and_merged_labels() {
    let mut upper = vec!["STT", "Tên đơn vị", "Điểm các nhóm tiêu chí"];
    upper.extend([""; 6]);
    upper.extend(["Tổng điểm", "Xếp loại"]);
    let lower: Vec<&str> = ["", ""]
        .into_iter()
        .chain(NAMES[..7].iter().copied())
        .collect();
    let points = [
        "100", "172", "332.7", "180", "83.5", "31", "-10", "889.2", "Tốt",
    ];
    let merges = ["A2:A3", "B2:B3", "C2:I2", "J2:J3", "K2:K3"];
    let rows = [
        vec!["KẾT QUẢ"],
        upper,
        lower,
        row("Sở Tài nguyên và Môi trường", &points),
    ];
    let published = recognised(&[grid(&rows, &merges)]);
    let table = &published.tables[0];
    assert_eq!(
        (table.columns.len(), table.rows.len(), table.header),
        (7, 1, 2)
    );
    assert!(table.columns.iter().all(|column| !column.by_position));
    assert_eq!(audited(&[grid(&rows, &merges)]), [""; 0]);
    // The numbers of the columns are no row.
    let mut numbered = rows.to_vec();
    numbered.insert(
        3,
        vec![
            "(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)", "(8)", "(9)", "(10)",
        ],
    );
    assert_eq!(
        recognised(&[grid(&numbered, &merges)]).tables[0].rows.len(),
        1
    );
}

#[test]
fn a_heading_that_is_no_name_is_known_by_its_neighbours() {
    let header = |portal, policy| {
        Table::right()
            .with("Trang/Cổng TTĐT", portal)
            .with("Chính sách và đầu tư cho ƯDCNTT", policy)
    };
    let policy = "Chính sách và đầu tư cho ƯDCNTT";
    assert_eq!(codes(&header("Trang/ cổng TTĐT", policy).audit()), [""; 0]);
    assert_eq!(
        codes(&header("5. Trang TTĐT (100 điểm)", policy).audit()),
        [""; 0]
    );
    assert_eq!(codes(&header("Website", policy).audit()), ["G1 TH632"]);
    assert_eq!(
        codes(&header("Website", "Cơ chế").audit()),
        ["F1 TH632", "G1 TH632"]
    );
    // Between the two stands a third: which is which cannot be told.
    let extra = Table::right().each(|at, line| {
        let mut cells: Vec<&str> = line.split(';').collect();
        cells[6] = if at == 0 { "Website" } else { cells[6] };
        cells.insert(6, if at == 0 { "Khác" } else { "1" });
        cells.join(";")
    });
    let audit = extra.audit();
    assert_eq!(codes(&audit)[0], " TH631");
    assert_eq!(audit.verdict.totals_checked, 0);
}

#[test]
fn missing_columns_are_said_and_the_rest_is_audited() {
    let without = |gone: &'static [usize]| {
        Table::right().each(move |_, line| {
            let cells = line.split(';').enumerate();
            let left: Vec<&str> = cells
                .filter(|(at, _)| !gone.contains(at))
                .map(|(_, cell)| cell)
                .collect();
            left.join(";")
        })
    };
    assert_eq!(codes(&without(&[8]).audit()), [" TH631"]);
    let no_total = without(&[9]).audit();
    assert_eq!(codes(&no_total), [" TH631"]);
    assert_eq!(no_total.tables[0].rows[0].place, Some(1));
    let bare = without(&[2, 3, 4, 5, 6, 7, 8])
        .with("822,8;Khá", "873,6;Khá")
        .with("773,6", "822,8");
    let mut found = codes(&bare.audit());
    found.sort();
    assert_eq!(found, [" TH631", "D3 TH609"]);
}

#[test]
fn two_levels_under_one_header_are_two_tables() {
    let province = Table::right().text();
    let districts: Vec<&str> = province.lines().collect();
    let mut lines = vec![districts[0].to_string(), "I;Các sở, ban, ngành".to_string()];
    for (number, name) in (1..).zip(["Sở Tài chính", "Sở Nội vụ", "Sở Y Tế"]) {
        let total = 500 - number;
        lines.push(format!(
            "{number};{name};100;100;100;100;50;40;{};{total};Yếu",
            10 - number
        ));
    }
    lines.push("II;UBND các huyện, thành phố".to_string());
    lines.extend(districts[1..].iter().map(|line| (*line).to_string()));
    let workbook = read(lines.join("\n").as_bytes()).unwrap();
    let published = recognised(&workbook.grids);
    let levels: Vec<_> = published
        .tables
        .iter()
        .map(|table| {
            (
                table.level.clone().unwrap().to_string(),
                table.rows.len(),
                table.places,
            )
        })
        .collect();
    let expected = [
        ("tinh".to_string(), 3, PlacesTold::Order),
        ("huyen".to_string(), 10, PlacesTold::Order),
    ];
    assert_eq!(levels, expected);
    assert_eq!(audited(&workbook.grids), [""; 0]);
}

#[test]
fn several_tables_may_stand_on_one_sheet() {
    let text = Table::right().text();
    let twice = format!("{text}\n\n{}", text.lines().next().unwrap());
    let upper = twice.replace("UBND huyện Sa Thầy", "UBND huyện Sa Thầy ");
    let published = recognised(&read(upper.as_bytes()).unwrap().grids);
    assert_eq!(
        published.tables.len(),
        1,
        "a header without rows is no table"
    );
    let other = "1;Sở Tài chính;100;100;100;100;50;40;9;499;Yếu";
    let published = recognised(&read(format!("{twice}\n{other}").as_bytes()).unwrap().grids);
    let levels: Vec<_> = published
        .tables
        .iter()
        .map(|table| table.level.clone().unwrap().0)
        .collect();
    assert_eq!(levels, ["huyen", "tinh"]);
}

#[test]
fn texts_among_numbers_are_said() {
    let header: Vec<&str> = ["STT", "Tên đơn vị"].into_iter().chain(NAMES).collect();
    let with = |policy: &'static str| {
        let points = [
            "100", "172", "332.7", policy, "83.5", "31", "-10", "889.2", "Tốt",
        ];
        [grid(
            &[header.clone(), row("Sở Tài nguyên và Môi trường", &points)],
            &[],
        )]
    };
    assert_eq!(audited(&with("180")), [""; 0]);
    assert_eq!(audited(&with("'180.0")), ["F2 TH623"]);
    assert_eq!(audited(&with("'180,0")), ["F2 TH622"]);
    let table = &recognised(&with("'180.0")).tables[0];
    let printed = &table.rows[0].groups["4"];
    assert_eq!((printed.decimals, printed.written), (1, Notation::Point));
}

#[test]
fn what_is_no_result_table_is_none() {
    for text in [
        "",
        "a;b\n1;2",
        "Tên đơn vị;Số máy tính\nSở Tài chính;5",
        "TT;Tiêu chí;Điểm tối đa\n1;A;5",
    ] {
        assert!(
            recognised(&read(format!("{text}\n").as_bytes()).unwrap().grids)
                .tables
                .is_empty(),
            "{text}"
        );
    }
}
