//! Answers and figures that stand in the row of a criterion, in layouts that no scheme of the project has.

use crate::forms::layouts::Layout;

#[test]
fn answers_in_two_columns_are_scored_by_their_answer() {
    let rows = "TT | Nội dung | Điểm tối đa | Kết quả thực hiện | | Tài liệu kiểm chứng
        | | | Có | Không |
        I | Hạ tầng số | 20 | | |
        1 | Có cổng thông tin điện tử | 10 | {} | {} | QĐ 1
        2 | Có mạng nội bộ | 10 | {} | {} | QĐ 2
        II | Nhân lực số | 12 | | |
        1 | Có cán bộ chuyên trách | 12 | {} | {} | QĐ 3";
    let layout = Layout::new(
        rows,
        &[
            ("Sở Tài chính", &["x", "", "X", "", "", "x"]),
            ("Sở Nội vụ", &["x", "", "x", "x", "✓", ""]),
            ("Sở Y tế", &["", "x", "", "", "x", ""]),
            ("Sở Xây dựng", &["☑", "☐", "", "x", "✓", "x"]),
        ],
    );
    let expected = [
        "Sở Nội vụ open 22..32",
        "Sở Tài chính 20",
        "Sở Xây dựng 22",
        "Sở Y tế open 12..22",
    ];
    let (totals, findings) = layout.result();
    assert_eq!(totals, expected);
    let blank = ["TH303 Sở Y tế.xlsx D9", "TH442 Sở Y tế.xlsx D9"];
    let both = ["TH348 Sở Nội vụ.xlsx E9", "TH442 Sở Nội vụ.xlsx D9"];
    let mut expected = [blank, both].concat();
    expected.sort_unstable();
    assert_eq!(findings, expected);
}

#[test]
fn an_answer_that_contradicts_the_points_beside_it_is_told() {
    let rows = "TT | Nội dung | Điểm tối đa | Có | Không | Điểm tự chấm | Tài liệu kiểm chứng
        I | Hạ tầng số | 20 | | | {} |
        1 | Có cổng thông tin điện tử | 10 | {} | {} | {} | QĐ 1
        2 | Có mạng nội bộ | 10 | {} | {} | {} | QĐ 2
        II | Nhân lực số | 12 | | | {} |
        1 | Có cán bộ chuyên trách | 12 | {} | {} | {} | QĐ 3";
    let layout = Layout::new(
        rows,
        &[
            (
                "Sở Tài chính",
                &["20", "x", "", "10", "x", "", "10", "0", "", "x", "0"],
            ),
            (
                "Sở Nội vụ",
                &["10", "x", "", "10", "", "x", "0", "12", "x", "", "12"],
            ),
            (
                "Sở Y tế",
                &["10", "", "x", "0", "x", "", "10", "12", "", "x", "12"],
            ),
            (
                "Sở Xây dựng",
                &["20", "x", "x", "10", "x", "", "10", "12", "x", "", "12"],
            ),
        ],
    );
    let expected = [
        "Sở Nội vụ 22",
        "Sở Tài chính 20",
        "Sở Xây dựng 32",
        "Sở Y tế 22",
    ];
    let (totals, findings) = layout.result();
    assert_eq!(totals, expected);
    let expected = ["TH348 Sở Xây dựng.xlsx E7", "TH403 Sở Y tế.xlsx F10"];
    assert_eq!(findings, expected);
}

#[test]
fn a_number_below_yes_that_may_be_a_mark_is_no_points() {
    let rows = "TT | Nội dung | Điểm tối đa | Có | Không | Tài liệu kiểm chứng
        I | Hạ tầng số | 20 | | |
        1 | Có cổng thông tin điện tử | 10 | {} | {} | QĐ 1
        2 | Có mạng nội bộ | 10 | {} | {} | QĐ 2
        II | Nhân lực số | 12 | | |
        1 | Có cán bộ chuyên trách | 12 | {} | {} | QĐ 3";
    let layout = Layout::new(
        rows,
        &[
            ("Sở Tài chính", &["x", "", "x", "", "1", ""]),
            ("Sở Nội vụ", &["1", "0", "x", "", "0", "1"]),
            ("Sở Y tế", &["x", "", "", "x", "1", "0"]),
            ("Sở Xây dựng", &["x", "", "x", "", "1", ""]),
        ],
    );
    // Nobody wrote a sign below the last one, so that nothing tells whether 1 is an answer or a point of 12.
    let (totals, _) = layout.result();
    let expected = [
        "Sở Nội vụ open 20..32",
        "Sở Tài chính open 20..32",
        "Sở Xây dựng open 20..32",
        "Sở Y tế open 10..22",
    ];
    assert_eq!(totals, expected);
}

#[test]
fn yes_and_no_below_documents_are_no_answer() {
    let rows = "TT | Nội dung | Điểm tối đa | Điểm tự chấm | Tài liệu kiểm chứng |
        | | | | Có | Không
        I | Hạ tầng số | 20 | {} | |
        1 | Có cổng thông tin điện tử | 10 | {} | {} | {}
        2 | Có mạng nội bộ | 10 | {} | {} | {}
        3 | Có quy chế | 10 | {} | {} | {}";
    let layout = Layout::new(
        rows,
        &[
            (
                "Sở Tài chính",
                &["20", "10", "", "x", "10", "x", "", "0", "x", ""],
            ),
            (
                "Sở Nội vụ",
                &["20", "10", "x", "", "0", "x", "", "10", "", "x"],
            ),
            (
                "Sở Y tế",
                &["30", "10", "x", "", "10", "x", "", "10", "x", ""],
            ),
            (
                "Sở Xây dựng",
                &["10", "0", "", "x", "10", "x", "", "0", "", "x"],
            ),
        ],
    );
    let (totals, findings) = layout.result();
    let expected = [
        "Sở Nội vụ 20",
        "Sở Tài chính 20",
        "Sở Xây dựng 10",
        "Sở Y tế 30",
    ];
    assert_eq!(totals, expected);
    assert!(
        !findings.iter().any(|one| one.starts_with("TH403")),
        "{findings:?}"
    );
}

#[test]
fn units_may_give_the_same_answers() {
    let mut rows = "TT | Nội dung | Điểm tối đa | Có | Không | Tài liệu kiểm chứng
        1 | Hạ tầng số | 60 | | |"
        .to_string();
    let mut same = Vec::new();
    for number in 1..=12 {
        rows.push_str(&format!(
            "\n'1.{number} | Việc thứ {number} của năm | 5 | {{}} | {{}} |"
        ));
        same.extend(if number == 4 { ["", "x"] } else { ["x", ""] });
    }
    let mut other = same.clone();
    other[..2].copy_from_slice(&["", "x"]);
    let layout = Layout::new(
        &rows,
        &[
            ("Sở Tài chính", &same),
            ("Sở Nội vụ", &same),
            ("Sở Y tế", &other),
        ],
    );
    let (totals, findings) = layout.result();
    assert_eq!(totals, ["Sở Nội vụ 55", "Sở Tài chính 55", "Sở Y tế 50"]);
    assert_eq!(findings, [""; 0]);
}

#[test]
fn figures_that_stand_together_in_the_cell_of_the_method() {
    let rows = "TT | Tiêu chí | Điểm tối đa | Cách tính | Điểm tự chấm | Minh chứng
        1 | Thủ tục hành chính | 30 | | |
        1.1 | Tỷ lệ hồ sơ trực tuyến | 20 | {} | {} | Báo cáo 1
        1.2 | Công khai thủ tục | 10 | Chấm theo thực tế | {} | Báo cáo 2
        2 | Hạ tầng | 20 | | |
        2.1 | Mạng nội bộ | 20 | Đủ: 20 | 20 | QĐ 5";
    let layout = Layout::new(
        rows,
        &[
            ("Sở Tài chính", &["a = 12; b = 15; tỷ lệ = a/b", "16", "10"]),
            ("Sở Nội vụ", &["a: 10 hồ sơ, b: 20 hồ sơ", "10", "8"]),
            ("Sở Y tế", &["a = 9\\nb = 12\\ntỷ lệ = a/b", "18", "7"]),
            ("Sở Xây dựng", &["a=20 hồ sơ; b=chưa rõ", "15", "9"]),
            ("Sở Tư pháp", &["a = 12; b = 24; a = 13", "10", "10"]),
            ("Thanh tra tỉnh", &["a = 7; b = 7 (100%)", "20", "6"]),
            ("Ban Dân tộc", &["a = 3; tỷ lệ = a/b", "5", "5"]),
        ],
    );
    let (totals, findings) = layout.result();
    let expected = [
        "Ban Dân tộc 30",
        "Sở Nội vụ 38",
        "Sở Tài chính 46",
        "Sở Tư pháp 40",
        "Sở Xây dựng 44",
        "Sở Y tế 45",
        "Thanh tra tỉnh 46",
    ];
    assert_eq!(totals, expected);
    let expected = [
        "TH210 Ban Dân tộc.xlsx E7",
        "TH304 Sở Tư pháp.xlsx D7",
        "TH304 Sở Xây dựng.xlsx D7",
        "TH304 Thanh tra tỉnh.xlsx D7",
        "TH403 Sở Y tế.xlsx E7",
    ];
    assert_eq!(findings, expected);
}
