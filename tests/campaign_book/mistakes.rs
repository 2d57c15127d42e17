//! Mistakes that people make in a campaign workbook: each is said at its cell, all at once, and nothing besides.

use tonghop::base::cell::{Cell, CellAddress, CellValue, Format, Grid};
use tonghop::base::finding::Finding;
use tonghop::base::lang::Lang;
use tonghop::campaign::documents::Documents;
use tonghop::input::campaign_book::{self, Read};
use tonghop::output::xlsx::campaign;

use crate::campaign_book::{built_in, same, workbook};

/// A campaign workbook in memory, as a person changes it.
pub(super) struct Book(Vec<Grid>);

impl Book {
    pub(super) fn of(documents: &Documents) -> Book {
        Book(workbook(&campaign::workbook(documents, Lang::Vi).unwrap()).grids)
    }

    fn grid(&mut self, sheet: &str) -> &mut Grid {
        self.0.iter_mut().find(|grid| grid.name == sheet).unwrap()
    }

    fn with(&mut self, sheet: &str, change: impl FnOnce(&mut Vec<Cell>)) {
        let grid = self.grid(sheet);
        let mut cells = grid.cells().to_vec();
        change(&mut cells);
        *grid = Grid::new(grid.name.clone(), grid.visibility, cells, Vec::new());
    }

    fn set(&mut self, sheet: &str, at: &str, value: CellValue) {
        let at: CellAddress = at.parse().unwrap();
        self.with(sheet, |cells| {
            cells.retain(|cell| cell.address != at);
            cells.push(Cell::new(at, value));
        });
    }

    /// A number in a cell with a format.
    pub(super) fn number(&mut self, sheet: &str, at: &str, number: f64, format: Format) {
        self.set(sheet, at, CellValue::Number(number));
        let at: CellAddress = at.parse().unwrap();
        self.with(sheet, |cells| {
            let cell = cells.iter_mut().find(|cell| cell.address == at);
            cell.unwrap().format = format;
        });
    }

    pub(super) fn write(&mut self, sheet: &str, at: &str, text: &str) {
        self.set(sheet, at, CellValue::Text(text.to_string()));
    }

    /// The row in which a text stands, from 1.
    pub(super) fn row(&mut self, sheet: &str, text: &str) -> u32 {
        let grid = self.grid(sheet);
        let cell = grid
            .cells()
            .iter()
            .find(|cell| cell.value.show() == text && cell.address.row > 1);
        cell.unwrap_or_else(|| panic!("{sheet}: {text}"))
            .address
            .row
            + 1
    }

    /// The letters of the column with a heading.
    pub(super) fn column(&mut self, sheet: &str, heading: &str) -> String {
        let grid = self.grid(sheet);
        let cell = grid.row(1).iter().find(|cell| cell.value.show() == heading);
        tonghop::base::cell::column_letters(cell.unwrap().address.column)
    }

    pub(super) fn cell(&mut self, sheet: &str, heading: &str, text: &str) -> String {
        let (column, row) = (self.column(sheet, heading), self.row(sheet, text));
        format!("{column}{row}")
    }

    /// What a cell says.
    pub(super) fn text(&mut self, sheet: &str, at: &str) -> String {
        let at: CellAddress = at.parse().unwrap();
        let cells = self.grid(sheet).cells().iter();
        let mut cells = cells.filter(|cell| cell.address == at);
        cells
            .next()
            .map(|cell| cell.value.show())
            .unwrap_or_default()
    }

    pub(super) fn read(&self) -> Read {
        campaign_book::read(&self.0, "dot-danh-gia.xlsx")
    }
}

pub(super) fn told(finding: &Finding) -> String {
    let sheet = finding.place.sheet.clone().unwrap_or_default();
    let cell = finding
        .place
        .cell
        .map(|cell| cell.to_string())
        .unwrap_or_default();
    format!("{sheet}!{cell} {}", finding.rule.code)
}

fn all(read: &Read) -> Vec<String> {
    let mut all: Vec<String> = read.findings.iter().map(told).collect();
    all.sort();
    all
}

/// Sheet, heading of the column, a text of the row, what is written there, and the finding.
type Planted = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
);

const TWELVE: [Planted; 12] = [
    ("Đợt", "Giá trị", "Hạn nộp", "cuối tháng 1", "TH708"),
    ("Đợt", "Mục", "Cơ quan", "Cơ quan chủ trì", "TH719"),
    ("Đơn vị", "Cấp", "Sở Tài chính", "tihn", "TH722"),
    ("Đơn vị", "Tên đơn vị", "Sở Nội vụ", "", "TH710"),
    ("Tiêu chí", "Điểm tối đa", "1.2", "hai mươi", "TH707"),
    ("Tiêu chí", "Loại dòng", "2.1", "muc", "TH709"),
    (
        "Tiêu chí",
        "Theo số liệu",
        "3.1",
        "khong_co_so_nay",
        "TH722",
    ),
    ("Tiêu chí", "Từ mức", "5.1", "90", "TH711"),
    ("Tiêu chí", "Tham số khác", "4.1", "khoa 1", "TH718"),
    ("Xếp loại", "Từ điểm", "Khá", "900", "TH724"),
    ("Thống kê", "Thuộc mục", "eoffice_linked", "zz", "TH722"),
    (
        "Tỉnh cung cấp",
        "Mã chỉ tiêu",
        "eoffice_linked",
        "eoffice_linkd",
        "TH722",
    ),
];

/// Plants mistakes one after the other; gives what has to be told.
fn plant(book: &mut Book, mistakes: &[Planted]) -> Vec<String> {
    let mut planted: Vec<String> = Vec::new();
    for (sheet, heading, row, value, code) in mistakes {
        let at = book.cell(sheet, heading, row);
        book.write(sheet, &at, value);
        planted.push(format!("{sheet}!{at} {code}"));
    }
    planted.sort();
    planted
}

#[test]
fn twelve_mistakes_are_told_at_their_twelve_cells() {
    let mut book = Book::of(&built_in());
    let planted = plant(&mut book, &TWELVE);
    let read = book.read();
    assert_eq!(all(&read), planted);
    assert!(read.is_wrong());
}

/// Each alone gives itself alone: one mistake is told once, and hides nothing that it does not touch. The twelve are told together, each
/// once, by the test above.
#[test]
fn each_mistake_alone_is_told_once() {
    let others: [Planted; 15] = [
        ("Tiêu chí", "Điểm tối đa", "1", "một trăm điểm", "TH707"),
        ("Đợt", "Giá trị", "Tổng điểm tối đa", "một nghìn", "TH707"),
        ("Đợt", "Giá trị", "Năm đánh giá", "2017,5", "TH727"),
        ("Đợt", "Giá trị", "Số chữ số lẻ của điểm", "-1", "TH727"),
        ("Đơn vị", "Thứ tự", "Sở Tài chính", "2,5", "TH727"),
        ("Cột", "Tiêu đề trong phiếu", "Điểm tự cho", "(…)", "TH731"),
        ("Xếp loại", "Từ điểm", "Tốt", "1200", "TH724"),
        ("Xếp loại", "Từ điểm", "Yếu", "100", "TH724"),
        ("Đơn vị", "Tên đơn vị", "STC", "Së Tµi chÝnh", "TH726"),
        ("Tiêu chí", "Điểm tối đa", "1.2", "25", "TH723"),
        (
            "Tiêu chí",
            "Tham số khác",
            "1.2",
            "rule.points = 3",
            "TH726",
        ),
        ("Tiêu chí", "Mã", "1.3", "1.2", "TH721"),
        ("Cấp", "Mã cấp", "huyen", "", "TH710"),
        ("Đợt", "Giá trị", "Năm đánh giá", "", "TH710"),
        (
            "Không áp dụng",
            "Đơn vị",
            "STC",
            "Sở Tài chính và Kế hoạch",
            "TH722",
        ),
    ];
    for mistake in &others {
        let mut book = Book::of(&built_in());
        let planted = plant(&mut book, &[*mistake]);
        let told = all(&book.read());
        if mistake.4 == "TH723" {
            // It is the group whose sum is wrong.
            let group = book.cell("Tiêu chí", "Điểm tối đa", "1");
            assert!(
                told.iter()
                    .all(|one| *one == format!("Tiêu chí!{group} TH723")),
                "{told:?}"
            );
            assert!(!told.is_empty());
            continue;
        }
        assert_eq!(told, planted, "{mistake:?}");
    }
}

/// What is missing as a whole is told at the headings of its sheet, and a parent that several miss once.
#[test]
fn what_is_gone_is_told_once_where_it_should_stand() {
    let emptied = |sheet: &str| {
        let mut book = Book::of(&built_in());
        book.with(sheet, |cells| cells.retain(|cell| cell.address.row < 2));
        let read = book.read();
        let english = |text: &str| {
            text.split(' ')
                .any(|word| ["level", "unit", "code"].contains(&word))
        };
        let message = read.findings[0].message(Lang::Vi);
        assert!(!english(&message), "{message}");
        all(&read)
    };
    assert_eq!(emptied("Đơn vị"), ["Đơn vị!A2 TH710"]);
    assert_eq!(emptied("Cấp"), ["Cấp!A2 TH710"]);
    let mut book = Book::of(&built_in());
    let [change, from] =
        ["Thay đổi", "Từ đơn vị"].map(|one| book.cell("Đơn vị", one, "Sở Tài chính"));
    book.write("Đơn vị", &change, "đổi tên");
    book.write("Đơn vị", &from, "STC");
    assert_eq!(all(&book.read()), [format!("Đơn vị!{from} TH732")]);
    let mut forms = crate::propose::measure::xa_2025();
    let mut book = Book::of(&forms);
    let parent = book.row("Tiêu chí", "I.1") - 1;
    book.with("Tiêu chí", |cells| {
        cells.retain(|cell| cell.address.row != parent);
    });
    let at = book.cell("Tiêu chí", "Mã", "I.1.a");
    assert_eq!(all(&book.read()), [format!("Tiêu chí!{at} TH722")]);
    // What is left out is missed by nobody.
    let mut book = Book::of(&forms);
    let at = book.cell("Tiêu chí", "Nội dung", "I");
    book.write("Tiêu chí", &at, &"dài ".repeat(3_000));
    assert_eq!(all(&book.read()), [format!("Tiêu chí!{at} TH730")]);
    // A parent that is told to be wrong is not missing.
    forms.settings.remove("columns");
    let mut book = Book::of(&forms);
    let at = book.cell("Tiêu chí", "Điểm tối đa", "I.1");
    book.write("Tiêu chí", &at, "năm");
    assert_eq!(all(&book.read()), [format!("Tiêu chí!{at} TH707")]);
}

/// What is proposed is confirmed by “không” alone: neither by an emptied cell nor by a row that is gone.
#[test]
fn a_proposal_is_confirmed_by_no_alone() {
    let mut documents = built_in();
    documents
        .settings
        .insert("provisional".to_string(), true.into());
    let is_provisional = |book: &Book| book.read().loaded.unwrap().campaign.provisional;
    let mut book = Book::of(&documents);
    let at = book.cell("Đợt", "Giá trị", "Tạm tính");
    assert!(is_provisional(&book));
    book.write("Đợt", &at, "");
    assert!(is_provisional(&book));
    book.write("Đợt", &at, "không");
    assert!(!is_provisional(&book));
    let proposal = crate::campaign_book::proposal(documents);
    let bytes = campaign::proposed(&proposal, Lang::Vi).unwrap();
    let mut book = Book(workbook(&bytes).grids);
    let row = book.row("Đợt", "Tạm tính") - 1;
    book.with("Đợt", |cells| {
        cells.retain(|cell| cell.address.row != row);
    });
    assert!(is_provisional(&book));
    // One that was never proposed says nothing of it.
    assert!(!is_provisional(&Book::of(&built_in())));
}

/// In every sheet a row that slips by one column is told, in its own row.
#[test]
fn a_row_that_slips_by_one_column_is_told() {
    for (sheet, text) in [
        ("Đợt", "Năm đánh giá"),
        ("Cấp", "huyen"),
        ("Đơn vị", "Sở Tài chính"),
        ("Cột", "Điểm tự cho"),
        ("Tiêu chí", "1"),
        ("Tiêu chí", "1.2"),
        ("Tiêu chí", "may_tinh"),
        ("Xếp loại", "Khá"),
        ("Thống kê", "eoffice_linked"),
        ("Tỉnh cung cấp", "eoffice_linked"),
        ("Không áp dụng", "STC"),
        ("Câu chữ", "dao-tao"),
    ] {
        let mut book = Book::of(&built_in());
        let row = book.row(sheet, text) - 1;
        book.with(sheet, |cells| {
            for cell in cells.iter_mut().filter(|cell| cell.address.row == row) {
                cell.address.column += 1;
            }
        });
        let read = book.read();
        assert!(read.is_wrong(), "{sheet}: {text}");
        for finding in &read.findings {
            let place = &finding.place;
            assert_eq!(
                place.sheet.as_deref(),
                Some(sheet),
                "{text}: {}",
                told(finding)
            );
            let own = place.cell.is_some_and(|cell| cell.row == row);
            assert!(
                own,
                "{text}: {} {}",
                told(finding),
                finding.message(Lang::Vi)
            );
        }
    }
}

#[test]
fn a_sheet_without_its_headings_is_one_finding() {
    let mut book = Book::of(&built_in());
    book.with("Tiêu chí", |cells| {
        cells.retain(|cell| cell.address.row != 1);
    });
    assert_eq!(all(&book.read()), ["Tiêu chí!A1 TH702"]);
}

#[test]
fn headings_and_names_are_known_by_their_meaning_and_what_is_not_known_is_said_once() {
    let documents = built_in();
    let mut book = Book::of(&documents);
    book.write("Xếp loại", "A2", "XEP  LOAI");
    book.write("Đơn vị", "O2", "Điện thoại");
    for row in 3..9 {
        book.write("Đơn vị", &format!("O{row}"), "0123");
        book.write("Đơn vị", &format!("P{row}"), "riêng tôi");
    }
    book.write("Đơn vị", "P2", "_ghi riêng");
    let note = |name: &str| {
        let at = CellAddress::new(0, 0);
        let cell = Cell::new(at, CellValue::Text("x".to_string()));
        Grid::new(
            name,
            tonghop::base::cell::Visibility::Visible,
            vec![cell],
            Vec::new(),
        )
    };
    book.0.extend([note("Sổ tay"), note("_nháp")]);
    book.grid("Cấp").name = "CAP".to_string();
    let read = book.read();
    assert_eq!(all(&read), ["Sổ tay! TH703", "Đơn vị!O2 TH704"]);
    assert!(!read.is_wrong());
    assert_eq!(same(&read.documents), same(&documents));
}

/// Rows are found however many blank ones lie before them, and numbers and codes however Excel stores them.
#[test]
fn what_people_type_is_read_as_they_mean_it() {
    let documents = built_in();
    let mut book = Book::of(&documents);
    book.with("Đơn vị", |cells| {
        let last = cells.iter().map(|cell| cell.address.row).max().unwrap();
        for cell in cells.iter_mut().filter(|cell| cell.address.row == last) {
            cell.address.row += 300;
        }
    });
    let at = book.cell("Tiêu chí", "Điểm tối đa", "1.2");
    book.write("Tiêu chí", &at, "20,0 điểm");
    let at = book.cell("Tiêu chí", "Mã", "1.2");
    book.set("Tiêu chí", &at, CellValue::Number(1.2));
    let at = book.cell("Tiêu chí", "Mã", "1.3");
    book.set(
        "Tiêu chí",
        &at,
        CellValue::IsoDate("2026-03-01".to_string()),
    );
    let read = book.read();
    assert_eq!(all(&read), [format!("Tiêu chí!{at} TH714")]);
    assert_eq!(same(&read.documents), same(&documents));
}
