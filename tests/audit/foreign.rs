//! Tables that the built-in scheme did not make: what was published elsewhere, as readable text, and tables of their own.

use tonghop::base::finding::Finding;
use tonghop::base::lang::Lang;
use tonghop::base::rules::Severity;
use tonghop::input::published::{PlacesTold, TableBasis, TableContext};
use tonghop::result::audit::{self, Audit, OwnTotals};

use crate::audit::table::Table;
use crate::audit::{audited, codes, known, read};
use crate::cases::{grid, xlsx};

/// The bytes of a workbook that is told as text.
fn workbook(text: &str) -> Vec<u8> {
    xlsx::write(&grid::sheets(text).unwrap(), &xlsx::Extras::default())
}

fn file(name: &str) -> String {
    let path = format!(
        "{}/tests/data/tables/{name}.txt",
        env!("CARGO_MANIFEST_DIR")
    );
    std::fs::read_to_string(path).unwrap()
}

fn of_text(text: &str) -> Audit {
    audited(&workbook(text))
}

/// The audit of a file by a scheme that somebody named for it.
fn asked(text: &str) -> Audit {
    let by = TableContext {
        asked: true,
        ..known()
    };
    let grids = read(&workbook(text)).unwrap().grids;
    let published = tonghop::input::published::recognise(&grids, by);
    audit::audit(
        &published,
        by,
        "bang.xlsx",
        &OwnTotals::default(),
        Vec::new(),
    )
}

#[test]
fn an_index_with_weights_is_one_statement() {
    let audit = of_text(&file("pci-2021"));
    assert_eq!(codes(&audit), [" TH636", "L3 TH635"]);
    let table = &audit.tables[0];
    assert_eq!((table.rows.len(), table.groups.len()), (21, 10));
    assert_eq!(
        (table.basis, table.places),
        (TableBasis::Own, PlacesTold::Column)
    );
    assert_eq!(audit.verdict.totals_checked, 0);
    // A place that does not follow from the printed score is still found.
    let swapped = file("pci-2021").replace("73.02 | 1 |", "73.02 | 3 |");
    assert_eq!(
        codes(&of_text(&swapped)),
        ["A4 TH606", " TH636", "L3 TH635"]
    );
}

#[test]
fn two_header_rows_and_a_total_known_by_its_place() {
    let audit = of_text(&file("dti-2022-extract"));
    assert_eq!(codes(&audit), [" TH636", "K3 TH637", "K4 TH635"]);
    let table = &audit.tables[0];
    assert_eq!((table.rows.len(), table.groups.len()), (5, 8));
    assert_eq!(table.groups[0].1, "Nhận thức số");
    // Where no column alone falls from place to place, there is no total, which is said.
    let other = file("dti-2022-extract").replace("0.7024", "0.7324");
    assert_eq!(codes(&of_text(&other)), [" TH631", " TH636"]);
}

#[test]
fn a_table_of_another_province_is_not_held_against_the_registry() {
    let text = file("hanoi-cchc-2020-extract");
    let audit = of_text(&text);
    assert_eq!(codes(&audit), [" TH636", "B4 TH640"]);
    assert!(audit.tables[0].rows.iter().all(|row| row.grade.is_none()));
    // Named by somebody as the scheme's, its units are the registry's; most of them are missing, which is one finding.
    let named = codes(&asked(&text));
    assert_eq!(
        named,
        ["B4 TH608", " TH625", " TH631", " TH642"],
        "{named:?}"
    );
}

/// A table of its own, of 100 points, that adds up.
const OWN: &str = "\
[Bảng]
1 | STT | Xã, phường | Chính quyền số | Kinh tế số | Xã hội số | Tổng điểm | Thứ hạng
2 | 1 | Phường A | 40 | 25.5 | 20 | 85.5 | 1
3 | 2 | Xã B | 35 | 25.5 | 20 | 80.5 | 2
4 | 3 | Xã C | 30 | 20.5 | 20 | 70.5 | 3
5 | 4 | Xã D | 30 | 20.5 | 10 | 60.5 | 4
";

#[test]
fn a_table_of_its_own_is_added_up() {
    let right = of_text(OWN);
    assert_eq!(codes(&right), [" TH636"]);
    assert_eq!(right.verdict.totals_checked, 4);
    let of = |old: &str, new: &str| {
        assert!(OWN.contains(old));
        codes(&of_text(&OWN.replace(old, new)))
    };
    assert_eq!(of("80.5", "84.5"), ["F3 TH601", " TH636"]);
    assert_eq!(of("60.5 | 4", "57.5 | 4"), ["F5 TH601", " TH636"]);
    // Most totals are not sums: nothing is claimed of any.
    let index = OWN
        .replace("85.5", "0.85")
        .replace("80.5", "0.81")
        .replace("70.5", "0.70")
        .replace("60.5", "0.61");
    assert_eq!(codes(&of_text(&index)), [" TH636", "F1 TH635"]);
}

#[test]
fn pages_of_a_table_of_its_own_are_one_table_and_blocks_are_not() {
    let head = "STT | Xã, phường | Chính quyền số | Kinh tế số | Xã hội số | Tổng điểm | Thứ hạng";
    let page = |first: u32| {
        format!(
            "{OWN}6 | {head}\n7 | {first} | Xã E | 20 | 20.5 | 10 | 50.5 | {first}\n8 | {0} | Xã G | 20 | 10.5 | 10 | 40.5 | {0}\n",
            first + 1
        )
    };
    assert_eq!(of_text(&page(5)).tables.len(), 1);
    assert_eq!(of_text(&page(1)).tables.len(), 2);
    assert_eq!(codes(&of_text(&page(5))), [" TH636"]);
    assert_eq!(codes(&of_text(&page(1))), [" TH636", " TH636"]);
}

#[test]
fn all_totals_without_one_column_are_one_error() {
    let without = |line: &str| {
        let mut cells: Vec<String> = line.split(';').map(str::to_string).collect();
        let number = |text: &str| text.replace(',', ".").parse::<f64>().unwrap();
        let total = number(&cells[9]) - number(&cells[8]);
        cells[9] = format!("{total:.1}").replace('.', ",");
        cells[10] = "Khá".to_string();
        cells.join(";")
    };
    let spoilt = Table::right().each(|at, line| match at {
        1..=9 => without(line),
        _ => line.to_string(),
    });
    let found = codes(&spoilt.audit());
    let count = |code: &str| found.iter().filter(|one| one.ends_with(code)).count();
    assert_eq!((count("TH641"), count("TH603")), (1, 0), "{found:?}");
    // One row that does contain it: the others are told one by one.
    let but_one = Table::right().each(|at, line| match at {
        1..=8 => without(line),
        _ => line.to_string(),
    });
    let found = codes(&but_one.audit());
    assert!(!found.iter().any(|one| one.ends_with("TH641")), "{found:?}");
}

#[test]
fn a_scheme_s_table_on_another_scale_is_not_graded() {
    let tenth = |(place, cell): (usize, &str)| {
        if !(2..=9).contains(&place) {
            return cell.to_string();
        }
        let number: f64 = cell.replace(',', ".").parse().unwrap();
        format!("{:.2}", number / 10.0).replace('.', ",")
    };
    let hundred = Table::right().each(|at, line| {
        if at == 0 {
            return line.to_string();
        }
        let cells: Vec<String> = line.split(';').enumerate().map(tenth).collect();
        cells.join(";")
    });
    let audit = hundred.audit();
    assert_eq!(codes(&audit), [" TH642"]);
    assert_eq!(audit.tables[0].basis, TableBasis::OtherScale);
    // Other words for grades.
    let words = Table::right().each(|_, line| {
        let line = line.replace(";Tốt", ";A").replace(";Khá", ";B");
        line.replace(";Trung bình", ";C").replace(";Yếu", ";D")
    });
    assert_eq!(codes(&words.audit()), [" TH642"]);
    // One word that the scheme has: the others are wrong one by one.
    let near = Table::right().with(";Tốt", ";A");
    assert_eq!(codes(&near.audit()), ["K2 TH609"]);
    // What is stated as the maximum.
    let stated = Table::right().and(";Điểm tối đa;10;20;30;16;10;5;;500");
    assert_eq!(codes(&stated.audit()), [" TH642"]);
    let same = Table::right().and(";Điểm tối đa;100;220;350;180;100;50;;1000");
    assert_eq!(codes(&same.audit()), [""; 0]);
}

#[test]
fn no_total_that_adds_up_is_one_error_and_moves_nobody() {
    let off = |rows: std::ops::RangeInclusive<usize>| {
        Table::right().each(|at, line| {
            if !rows.contains(&at) {
                return line.to_string();
            }
            let mut cells: Vec<String> = line.split(';').map(str::to_string).collect();
            let total: f64 = cells[9].replace(',', ".").parse().unwrap();
            cells[9] = format!("{:.1}", total + 3.3).replace('.', ",");
            cells.join(";")
        })
    };
    let all = off(1..=10).audit();
    assert_eq!(codes(&all), ["J1 TH643"]);
    assert_eq!(all.verdict.totals_wrong, 10);
    let near = off(1..=9).audit();
    let wrong = codes(&near);
    let count = wrong.iter().filter(|one| one.ends_with("TH601")).count();
    assert_eq!(count, 9, "{wrong:?}");
}

#[test]
fn units_of_another_registry_are_one_finding() {
    let others = Table::right().each(|at, line| match at {
        0..=3 => line.to_string(),
        _ => line.replace("UBND huyện ", "UBND huyện Mới "),
    });
    let audit = others.audit();
    assert_eq!(codes(&audit), [" TH639"]);
    assert_eq!(audit.findings[0].severity(), Severity::Warning);
    // One unknown name is told as such, and the unit as missing.
    let one = Table::right().with("UBND huyện Đăk Hà", "UBND huyện Mới");
    assert_eq!(codes(&one.audit()), [" TH625", "B7 TH626"]);
}

#[test]
fn most_units_missing_are_one_finding() {
    let mut table = Table::right();
    for _ in 0..7 {
        table = table.without(5);
    }
    let audit = table.audit();
    assert_eq!(codes(&audit), [" TH625"]);
    assert!(audit.findings[0].place.unit.is_none());
    let near = Table::right().without(11).without(10);
    assert_eq!(codes(&near.audit()), [" TH625", " TH625"]);
}

/// Stored numbers: seven columns, one of them with decimals, and a total.
fn stored(total: &str) -> Vec<String> {
    let head = Table::right();
    let head = head.text();
    let head = head.lines().next().unwrap().replace(';', " | ");
    let rows = [
        "UBND huyện Sa Thầy | 100 | 200.5 | 300 | 150 | 90 | 50 | 10 | 900.5 | Tốt".to_string(),
        format!("UBND thành phố Kon Tum | 80 | 172.8 | 301 | 150 | 90 | 39 | -10 | {total} | Khá"),
        "UBND huyện Ngọc Hồi | 80 | 206 | 270.6 | 100 | 77 | 50 | -10 | 773.6 | Khá".to_string(),
    ];
    let mut text = format!("[Bảng]\n1 | {head}\n");
    for (at, row) in rows.iter().enumerate() {
        text.push_str(&format!("{} | {} | {row}\n", at + 2, at + 1));
    }
    let audit = of_text(&text);
    codes(&audit)
        .into_iter()
        .filter(|one| !one.ends_with("TH625"))
        .collect()
}

#[test]
fn a_whole_number_among_stored_decimals_is_no_rounding() {
    assert_eq!(stored("822.8"), [""; 0]);
    assert_eq!(stored("823"), ["J3 TH602"]);
    assert_eq!(stored("823.8"), ["J3 TH601"]);
    assert_eq!(stored("821.8"), ["J3 TH601"]);
}

/// What a table lacks of the built-in scheme is not said of the table of somebody else.
#[test]
fn groups_of_a_scheme_that_nobody_named_are_not_missed() {
    let units = ["Phường A", "Xã B", "Xã C", "Xã D"];
    let table = |heads: &str, points: &str, units: &[&str]| {
        let rows = (2u32..).zip(units).map(|(at, unit)| {
            let place = at - 1;
            format!("{at} | {place} | {unit} | {points} | {place}\n")
        });
        let rows: Vec<String> = rows.collect();
        format!(
            "[Bảng]\n1 | STT | Đơn vị | {heads} | Thứ hạng\n{}",
            rows.concat()
        )
    };
    let missed = |audit: &Audit| -> Vec<String> {
        let of = |one: &&Finding| one.rule.code == "TH631";
        let missed = audit.findings.iter().filter(of);
        missed.map(|one| one.message(Lang::Vi)).collect()
    };
    // Without a column of points; with some that are called like groups; with most of them, and units that nobody knows.
    let two = "Hạ tầng kỹ thuật CNTT | An toàn thông tin | Kinh tế số | Tổng điểm";
    let most = "Hạ tầng kỹ thuật CNTT | An toàn thông tin | Trang/Cổng TTĐT | Nguồn nhân lực CNTT | Tổng điểm";
    for (heads, points) in [
        ("Tổng điểm", "755"),
        (two, "30 | 40 | 50 | 120"),
        (most, "30 | 40 | 50 | 60 | 180"),
    ] {
        let audit = of_text(&table(heads, points, &units));
        assert_eq!(audit.tables[0].basis, TableBasis::Own, "{heads}");
        assert_eq!(missed(&audit), [""; 0], "{heads}");
    }
    // Departments are called so everywhere: a few columns or none do not make a table of the scheme's.
    let departments = ["Sở Y tế", "Sở Tài chính", "Sở Xây dựng", "Sở Nội vụ"];
    let own = of_text(&table(two, "30 | 40 | 50 | 120", &departments));
    assert_eq!(missed(&own), [""; 0]);
    assert_eq!(own.verdict.totals_checked, 4);
    let bare = of_text(&table("Tổng điểm", "755", &departments));
    let said = ["bảng không có cột điểm thành phần, nên không cộng lại được tổng điểm"];
    assert_eq!(missed(&bare), said);
    // Where the scheme was chosen for it, or it has most of its groups, they are named.
    let named = missed(&asked(&table(two, "30 | 40 | 50 | 120", &units)));
    assert!(
        named[0].contains("Nguồn nhân lực CNTT; Sử dụng"),
        "{named:?}"
    );
    let named = missed(&of_text(&table(
        most,
        "30 | 40 | 50 | 60 | 180",
        &departments,
    )));
    assert!(named[0].contains("Sử dụng các phần mềm"), "{named:?}");
}

/// A table of its own whose total has a heading that says nothing, in a column of so many more than the sum.
fn of_unnamed_total(more: [i32; 5], heads: [&str; 2]) -> Audit {
    let points = [
        [30, 25, 20],
        [28, 26, 10],
        [27, 20, 15],
        [21, 20, 17],
        [20, 18, 13],
    ];
    let [total, place] = heads;
    let mut lines = vec![format!(
        "STT;Phòng, ban;Thể chế số;Hạ tầng số;Nhân lực số;{total};{place}"
    )];
    for (at, ([a, b, c], more)) in points.into_iter().zip(more).enumerate() {
        let sum = a + b + c + more;
        let number = at + 1;
        lines.push(format!(
            "{number};Phòng số {number};{a};{b};{c};{sum};{number}"
        ));
    }
    audited(lines.join("\n").as_bytes())
}

#[test]
fn a_total_without_a_name_is_known_by_the_sums() {
    let audit = of_unnamed_total([0; 5], ["Kết quả", "Xếp hạng"]);
    assert_eq!(codes(&audit), [" TH636", "F1 TH646"]);
    assert_eq!(audit.verdict.totals_checked, 5);
    let audit = of_unnamed_total([0, 0, 0, -6, 0], ["Kết quả", "Xếp hạng"]);
    assert_eq!(codes(&audit), ["F5 TH601", " TH636", "F1 TH646"]);
    // Sums of fewer than half tell nothing.
    let audit = of_unnamed_total([0, 0, 9, -7, 5], ["Kết quả", "Xếp hạng"]);
    assert!(!codes(&audit).iter().any(|one| one.contains("TH646")));
}

#[test]
fn places_of_a_year_are_places() {
    let audit = of_unnamed_total([0; 5], ["Tổng điểm", "Xếp hạng năm 2024"]);
    assert_eq!(codes(&audit), [" TH636"]);
    assert_eq!(audit.tables[0].places, PlacesTold::Column);
    // Of two years the later one; the earlier says nothing of these totals.
    for heads in ["Xếp hạng 2023;Xếp hạng 2024", "Xếp hạng 2024;Hạng năm 2023"] {
        let is_first = heads.starts_with("Xếp hạng 2024");
        let text = "STT;Phòng, ban;A số;B số;Tổng điểm;".to_string() + heads + "\n";
        let rows = [(1, 30, 25), (2, 28, 26), (3, 27, 20)].map(|(place, a, b)| {
            let (now, then) = (place, 4 - place);
            let (first, second) = if is_first { (now, then) } else { (then, now) };
            format!("{place};Phòng {place};{a};{b};{};{first};{second}\n", a + b)
        });
        assert_eq!(
            codes(&audited((text + &rows.concat()).as_bytes())),
            [" TH636"],
            "{heads}"
        );
    }
}
