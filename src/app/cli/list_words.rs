//! What is said of a list of units that was given.
//!
//! In: the list as it was read. Out: lines. Not for: which units the forms name.

use crate::base::lang::{Lang, say};
use crate::base::outside::Shown;
use crate::input::propose::{PassedRow, UnitList};

/// What to know of the provinces of a list: whose units were taken, and whose may not be meant.
pub(super) fn of_provinces(list: &UnitList, province: Option<&str>, lang: Lang) -> Option<String> {
    let count = list.provinces.len();
    let rows = list.without_province;
    match province {
        None if count > 1 => {
            let first = list.provinces.first().map_or("", String::as_str);
            Some(say!(
                lang,
                "Danh sách ghi đơn vị của {count} tỉnh và đã lấy cả: nếu đợt này chỉ của một tỉnh thì thêm --province TỈNH, ví dụ --province \"{first}\"",
                "The list names units of {count} provinces, and all were taken: for those of one add --province NAME, such as --province \"{first}\""
            ))
        }
        Some(province) if count == 0 => {
            let province = Shown::line(province);
            Some(say!(
                lang,
                "Danh sách không ghi tỉnh nên đã lấy cả danh sách, không lọc theo “{province}”",
                "The list names no provinces, so all of it was taken, not only that of \"{province}\""
            ))
        }
        Some(_) if rows > 0 => Some(say!(
            lang,
            "{rows} dòng của danh sách có tên đơn vị mà không ghi tỉnh: không được lấy",
            "{rows} rows of the list name a unit and no province: they were not taken"
        )),
        _ => None,
    }
}

/// The rows of a list that were taken for no unit: a title, a caption, a name that stands there twice.
pub(super) fn passed_rows(list: &UnitList, lang: Lang) -> Option<String> {
    const SHOWN: usize = 20;
    let count = list.passed.len();
    let one = |(at, passed): (usize, &PassedRow)| {
        let row = passed.row;
        let text = Shown::line(&passed.text);
        if at < SHOWN {
            say!(lang, "dòng {row} “{text}”", "row {row} \"{text}\"")
        } else {
            row.to_string()
        }
    };
    let rows: Vec<String> = list.passed.iter().enumerate().map(one).collect();
    let rows = rows.join(", ");
    (count > 0).then(|| {
        say!(
            lang,
            "{count} dòng của danh sách không được lấy làm đơn vị (tiêu đề, tên nhóm, tên đã có ở trên): {rows}",
            "{count} rows of the list were not taken for units (a title, a caption, a name that stands above already): {rows}"
        )
    })
}

/// Units that are named at most.
const MOST_UNITS: usize = 20;

/// That forms name units that the list does not have, once for all of them; nothing where it has all.
pub(super) fn without(units: &[String], lang: Lang) -> Option<String> {
    if units.is_empty() {
        return None;
    }
    let mut names: Vec<&str> = units.iter().take(MOST_UNITS).map(String::as_str).collect();
    if units.len() > MOST_UNITS {
        names.push("…");
    }
    let (count, names) = (units.len(), names.join("; "));
    let names = Shown::line(&names);
    Some(say!(
        lang,
        "Danh sách đơn vị không có {count} đơn vị đã có phiếu: {names}",
        "The list of units does not have {count} that returned a form: {names}"
    ))
}
