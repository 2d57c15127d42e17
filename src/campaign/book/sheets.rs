//! The sheets of a campaign workbook, in the order of their tabs.

use crate::base::lang::{Lang, Phrase, phrase};
use crate::campaign::book::settings::SETTINGS as SETTINGS_OF;
use crate::campaign::book::{BookColumn, BookSheet, CellSort, SheetId, WORDS_OF, columns};
use crate::campaign::documents::Document;

/// The name of the sheet with the lists of the drop-downs. Names that begin with `_` are not read.
pub const HIDDEN_LIST: &str = "_danh_muc";

const SETTINGS: BookSheet = BookSheet {
    id: SheetId::Settings,
    name: phrase("Đợt", "Campaign"),
    about: phrase(
        "Đợt đánh giá: sửa ở cột Giá trị rồi lưu, chương trình đọc thẳng tệp này. Rê chuột lên tiêu đề cột để xem cách ghi.",
        "The campaign: correct the values and save; the program reads this file. Headings have comments.",
    ),
    rows: (Document::Settings, ""),
    columns: columns::SETTINGS,
};

/// All sheets.
pub const SHEETS: &[BookSheet] = &[
    SETTINGS,
    BookSheet {
        id: SheetId::Levels,
        name: phrase("Cấp", "Levels"),
        about: phrase(
            "Các cấp được xếp hạng riêng, mỗi cấp một dòng.",
            "Levels that are ranked among themselves, one a row.",
        ),
        rows: (Document::Scheme, "level"),
        columns: columns::LEVELS,
    },
    BookSheet {
        id: SheetId::Units,
        name: phrase("Đơn vị", "Units"),
        about: phrase(
            "Các đơn vị phải nộp phiếu, mỗi đơn vị một dòng; đơn vị không có ở đây thì không thể báo là chưa nộp.",
            "Who has to return a form, one unit a row; one that is not here cannot be called missing.",
        ),
        rows: (Document::Units, ""),
        columns: columns::UNITS,
    },
    BookSheet {
        id: SheetId::Words,
        name: phrase("Cột", "Headings"),
        about: phrase(
            "Tiêu đề cột, tên dòng cộng và nhãn ở bìa của phiếu, ngoài những chữ chương trình đã biết.",
            "Headings, captions and labels of the forms, besides those that are known anyway.",
        ),
        rows: (Document::Settings, ""),
        columns: columns::WORDS,
    },
    BookSheet {
        id: SheetId::Criteria,
        name: phrase("Tiêu chí", "Criteria"),
        about: phrase(
            "Cây tiêu chí từ trên xuống: nhóm, tiêu chí, và dưới mỗi tiêu chí là số liệu, bậc hoặc phương án của nó.",
            "The tree from top to bottom: groups, criteria, and below each its figures, tiers or options.",
        ),
        rows: (Document::Scheme, "criterion"),
        columns: columns::CRITERIA,
    },
    BookSheet {
        id: SheetId::Grades,
        name: phrase("Xếp loại", "Grades"),
        about: phrase("Các loại, từ cao xuống thấp.", "Grades, best first."),
        rows: (Document::Scheme, "grade"),
        columns: columns::GRADES,
    },
    BookSheet {
        id: SheetId::Statistics,
        name: phrase("Thống kê", "Statistics"),
        about: phrase(
            "Các chỉ tiêu thống kê của báo cáo, theo mục.",
            "The statistics of the report, by section.",
        ),
        rows: (Document::Scheme, "statistic"),
        columns: columns::STATISTICS,
    },
    BookSheet {
        id: SheetId::Sentences,
        name: phrase("Câu chữ", "Sentences"),
        about: phrase(
            "Các câu của phụ lục Word (--docx), theo mục; trường trong ngoặc nhọn chỉ là tên, điều kiện ở cột riêng.",
            "The sentences of the annex (--docx), by section; fields are names, conditions have a column.",
        ),
        rows: (Document::Scheme, "sentence"),
        columns: columns::SENTENCES,
    },
    BookSheet {
        id: SheetId::Given,
        name: phrase("Tỉnh cung cấp", "Given"),
        about: phrase(
            "Những con số do tỉnh nắm, không lấy từ phiếu.",
            "Figures that the province holds itself.",
        ),
        rows: (Document::Settings, "given"),
        columns: columns::GIVEN,
    },
    BookSheet {
        id: SheetId::Exempt,
        name: phrase("Không áp dụng", "Exempt"),
        about: phrase(
            "Tiêu chí không áp dụng cho một số đơn vị.",
            "Criteria that do not apply to units.",
        ),
        rows: (Document::Settings, "exempt"),
        columns: columns::EXEMPT,
    },
    BookSheet {
        id: SheetId::Points,
        name: phrase("Điểm tỉnh cho", "Given points"),
        about: phrase(
            "Điểm do tỉnh hoặc cuộc khảo sát cho từng đơn vị; điểm đơn vị tự ghi ở tiêu chí ấy không được tính.",
            "Points that the province or a survey gives units; what the units claim there does not count.",
        ),
        rows: (Document::Settings, "points"),
        columns: columns::POINTS,
    },
    BookSheet {
        id: SheetId::Sources,
        name: phrase("Nguồn", "Sources"),
        about: phrase(
            "Mỗi giá trị đề xuất lấy từ đâu và bao nhiêu phiếu giống nhau. Trang này chỉ để xem, không được đọc lại.",
            "Where each proposed value comes from, and how many forms agree. Not read.",
        ),
        rows: (Document::Settings, ""),
        columns: &[],
    },
];

/// A sheet.
pub fn sheet(id: SheetId) -> &'static BookSheet {
    // Every id stands in the table.
    let found = SHEETS.iter().find(|sheet| sheet.id == id);
    found.unwrap_or(&SETTINGS)
}

/// Where a value of a list of a document stands: the sheet, and the heading of its column. A value of the document itself is a setting,
/// named by its label.
pub fn place_of(document: Document, list: &str, key: &str) -> (Phrase, Option<Phrase>) {
    if list.is_empty() && document != Document::Units {
        let setting = SETTINGS_OF.iter().find(|one| one.key == key);
        return (SETTINGS.name, setting.map(|one| one.label));
    }
    let (found, column) = column_of(document, list, key);
    (found.name, column.map(|one| one.heading))
}

/// A value of a list of a document as its cell has it: of a drop-down the words of its entry.
pub fn shown_as((document, list, key): (Document, &str, &str), value: &str, lang: Lang) -> String {
    let (_, column) = column_of(document, list, key);
    let value_of = if WORDS_OF.contains(&list) {
        format!("{list}.{value}")
    } else {
        value.to_string()
    };
    let entry = column.and_then(|one| match one.sort {
        CellSort::Choice(entries) => entries.iter().find(|entry| entry.value == value_of),
        _ => None,
    });
    entry.map_or_else(
        || value.to_string(),
        |entry| entry.label.get(lang).to_string(),
    )
}

/// The sheet and the column of a value of a list of a document.
fn column_of(
    document: Document,
    list: &str,
    key: &str,
) -> (&'static BookSheet, Option<&'static BookColumn>) {
    let list = match list {
        "group" => "criterion",
        "section" => "statistic",
        list => list,
    };
    let found = SHEETS
        .iter()
        .filter(|one| !one.columns.is_empty())
        .find(|one| one.rows == (document, list) && one.id != SheetId::Words);
    let found = match document {
        Document::Units => sheet(SheetId::Units),
        _ if WORDS_OF.contains(&list) => sheet(SheetId::Words),
        _ => found.unwrap_or(&SETTINGS),
    };
    let is_it =
        |column: &&BookColumn| column.key == key || column.key.strip_suffix(".type") == Some(key);
    (found, found.columns.iter().find(is_it))
}
