//! Lists of units: every row with a name is a unit, or it is told.

use tonghop::input::propose::listed as unit_list;

use crate::propose::kinds::form;

#[test]
fn every_row_of_a_list_with_a_name_is_a_unit() {
    let lines = "DANH SÁCH ĐƠN VỊ\n\nTT|Tên đơn vị\n1|Bộ Tài chính\n2|Sở Y tế\n3|Tỉnh đoàn\n4|Trạm Y tế xã Thanh Hà\n\
                 5|Sở Y tế\n|Người lập biểu";
    let list = form("ds.xlsx", &[("Sheet1", lines.to_string())]);
    let found = unit_list(&list.book.grids, None);
    let names: Vec<&str> = found.units.iter().map(|unit| unit.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "Bộ Tài chính",
            "Sở Y tế",
            "Tỉnh đoàn",
            "Trạm Y tế xã Thanh Hà"
        ]
    );
    let rows: Vec<u32> = found.passed.iter().map(|passed| passed.row).collect();
    assert_eq!(rows, [1, 8, 9]);
    // Without ordinals, a caption and a title are no units.
    let lines = "Tên đơn vị\nBáo Hà Nam\nCác huyện\nUBND huyện Duy Tiên\nQuỹ Đầu tư phát triển";
    let list = form("ds.xlsx", &[("Sheet1", lines.to_string())]);
    let found = unit_list(&list.book.grids, None);
    assert_eq!(found.units.len(), 3);
    assert_eq!(found.passed.len(), 1);
}
