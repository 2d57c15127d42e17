//! Packages that no program would write: each is read right, or refused with the reason.

use tonghop::input::read::{Bound, FileKind, ReadFault, ReadLimits, SheetProblem, Workbook};
use zip::CompressionMethod::{Deflated, Stored};

use super::build::{self, Xlsx};
use super::{damaged, number, problems, reader, reader_with, text, value};

fn read(xlsx: Xlsx) -> Workbook {
    reader().read(&xlsx.build()).unwrap()
}

#[test]
fn a_claim_of_a_billion_texts_is_not_believed() {
    for claim in ["1000000000", "18446744073709551615", "-1"] {
        let shared = format!(
            "<sst xmlns=\"x\" count=\"9\" uniqueCount=\"{claim}\"><si><t>uniqueCount</t></si></sst>"
        );
        let workbook = read(
            Xlsx::new()
                .shared(&shared)
                .sheet("A", "<row><c r=\"A1\" t=\"s\"><v>0</v></c></row>"),
        );
        assert_eq!(value(&workbook, "A", "A1"), text("uniqueCount"));
    }
}

#[test]
fn one_text_referred_to_many_times_is_bounded() {
    let shared = format!("<sst><si><t>{}</t></si></sst>", "a".repeat(1 << 20));
    let cells = "<row><c t=\"s\"><v>0</v></c></row>".repeat(12_000);
    let file = Xlsx::new().shared(&shared).sheet("A", &cells).build();
    let fault = reader().read(&file).unwrap_err();
    assert!(
        matches!(
            fault,
            ReadFault::TooLarge {
                what: Bound::TextBytes,
                ..
            }
        ),
        "{fault}"
    );
}

#[test]
fn a_wrong_crc_is_found_and_costs_one_sheet() {
    let data = |n| format!("<row><c r=\"A1\"><v>{n}</v></c></row>");
    let mut file = Xlsx::new()
        .stored()
        .sheet("A", &data(2025))
        .sheet("B", &data(1))
        .build();
    let year = memchr::memmem::find(&file, b"2025").unwrap();
    file[year] = b'9';
    let workbook = reader().read(&file).unwrap();
    assert_eq!(value(&workbook, "A", "A1"), None);
    assert_eq!(value(&workbook, "B", "A1"), number(1.0));
    assert!(matches!(
        problems(&workbook)[..],
        [SheetProblem::Damaged(_)]
    ));
}

#[test]
fn odd_entries_of_the_workbook_part_cost_only_themselves() {
    let data = "<worksheet><sheetData><row><c r=\"A1\"><v>1</v></c></row></sheetData></worksheet>"
        .to_string();
    let workbook = read(
        Xlsx::new()
            .entry("Macro", "", "xlMacrosheet", Some(data.clone()))
            .entry("Lost", "", "", None)
            .entry("Gone", "", "worksheet", None)
            .entry("A", "state=\"Hidden\"", "worksheet", Some(data.clone()))
            .entry("A", "", "worksheet", Some(data)),
    );
    assert_eq!(value(&workbook, "A", "A1"), number(1.0));
    assert_eq!(workbook.grids.len(), 1);
    assert_eq!(
        workbook.grids[0].visibility,
        tonghop::base::cell::Visibility::Hidden
    );
    assert_eq!(workbook.skipped, ["Macro"]);
    assert_eq!(
        problems(&workbook),
        [
            SheetProblem::Missing,
            SheetProblem::Missing,
            SheetProblem::Doubled
        ]
    );
}

#[test]
fn bombs_are_refused_by_their_declared_size() {
    let file = Xlsx::new()
        .part("xl/big.xml", &vec![b' '; 40 << 20])
        .sheet("A", "")
        .build();
    let limits = ReadLimits {
        inflated_bytes: 32 << 20,
        ..ReadLimits::default()
    };
    let fault = reader_with(limits.clone()).read(&file).unwrap_err();
    assert!(
        matches!(
            fault,
            ReadFault::TooLarge {
                what: Bound::InflatedBytes,
                ..
            }
        ),
        "{fault}"
    );
    // The same with a lie about the size in the directory and in the part's header.
    let mut lie = file.clone();
    let size = (40_u32 << 20).to_le_bytes();
    for at in memchr::memmem::find_iter(&file, &size) {
        lie[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
    }
    let workbook = reader_with(limits).read(&lie).unwrap();
    assert_eq!(workbook.damaged_parts.len(), 1);
}

#[test]
fn formats_that_multiply_are_refused() {
    let long = "d".repeat(1 << 20);
    let formats = "<xf fontId=\"0\" numFmtId=\"200\"/>".repeat(10_000);
    let fonts = format!(
        "<styleSheet><fonts><font><name val=\"{long}\"/></font></fonts><cellXfs>{formats}</cellXfs></styleSheet>"
    );
    let numbers = format!(
        "<styleSheet><numFmts><numFmt numFmtId=\"200\" formatCode=\"{long}\"/></numFmts><cellXfs>{formats}</cellXfs></styleSheet>"
    );
    // As many as Excel allows, and as long: such workbooks come back, and are read.
    let ordinary = "<xf fontId=\"0\" numFmtId=\"200\"/>".repeat(64_000);
    let ordinary = numbers
        .replace(&long, &"0".repeat(255))
        .replace(&formats, &ordinary);
    let file = Xlsx::new().styles(&ordinary).sheet("A", "").build();
    assert!(reader().read(&file).is_ok());
    for styles in [&fonts, &numbers] {
        let file = Xlsx::new().styles(styles).sheet("A", "").build();
        let fault = reader().read(&file).unwrap_err();
        assert!(
            matches!(
                fault,
                ReadFault::TooLarge {
                    what: Bound::FormatBytes,
                    ..
                }
            ),
            "{fault}"
        );
    }
}

#[test]
fn too_many_entries_and_cells_are_refused() {
    let names: Vec<String> = (0..300).map(|n| format!("xl/part{n}.xml")).collect();
    let parts: Vec<(&str, &[u8])> = names
        .iter()
        .map(|name| (name.as_str(), b"".as_slice()))
        .collect();
    let limits = ReadLimits {
        entries: 100,
        cells: 3,
        ..ReadLimits::default()
    };
    let fault = reader_with(limits.clone())
        .read(&build::zip(&parts, Deflated))
        .unwrap_err();
    assert_eq!(
        fault,
        ReadFault::TooLarge {
            what: Bound::Entries,
            found: 300,
            limit: 100
        }
    );
    let file = Xlsx::new()
        .sheet("A", &"<row><c><v>1</v></c><c><v>1</v></c></row>".repeat(2))
        .build();
    let fault = reader_with(limits).read(&file).unwrap_err();
    assert_eq!(
        fault,
        ReadFault::TooLarge {
            what: Bound::Cells,
            found: 4,
            limit: 3
        }
    );
}

#[test]
fn a_file_cut_anywhere_or_with_any_byte_changed_is_no_panic() {
    let file = Xlsx::new()
        .stored()
        .shared("<sst uniqueCount=\"1\"><si><t>a</t></si></sst>")
        .sheet("A", "<row><c r=\"A1\" t=\"s\"><v>0</v></c></row>")
        .build();
    for at in 0..file.len() {
        if at > 4 {
            let cut = reader().read(&file[..at]);
            let fault = cut.unwrap_err();
            let is_told = matches!(fault, ReadFault::Cut { .. } | ReadFault::Damaged(_));
            assert!(is_told, "{at}: {fault:?}");
        }
        let mut changed = file.clone();
        changed[at] ^= 0x11;
        if let Ok(workbook) = reader().read(&changed) {
            let right = value(&workbook, "A", "A1") == text("a");
            assert!(
                right || damaged(&workbook, "A1") || !workbook.faults.is_empty(),
                "{at}: {workbook:?}"
            );
        }
    }
}

#[test]
fn the_kind_is_told_by_the_content() {
    let zip = |name: &str| build::zip(&[(name, b"x")], Stored);
    let compound = |stream: &str| {
        let mut file = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
        file.resize(512, 0);
        file.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
        file.resize(512 + 64, 0);
        file.extend([(stream.len() as u8 + 1) * 2, 0, 2]);
        file.resize(1024, 0);
        file
    };
    let cases: Vec<(Vec<u8>, FileKind)> = vec![
        (zip("word/document.xml"), FileKind::Word),
        (zip("a.txt"), FileKind::Zip),
        (compound("WordDocument"), FileKind::Word),
        (compound("Other"), FileKind::Compound),
        (b"%PDF-1.4".to_vec(), FileKind::Pdf),
        (b"Rar!\x1a\x07\x01\0".to_vec(), FileKind::Rar),
        (b"\xff\xd8\xff\xe0..".to_vec(), FileKind::Image),
        (b"\xef\xbb\xbf <html><body>".to_vec(), FileKind::Html),
        (b"<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">".to_vec(), FileKind::SpreadsheetMl2003),
        ("BM;Tỷ lệ;3\n".as_bytes().to_vec(), FileKind::Text),
        (vec![0; 9000], FileKind::Zeros),
        (Vec::new(), FileKind::Empty),
        (vec![1, 2, 3, 4], FileKind::Unknown),
    ];
    for (bytes, kind) in cases {
        assert_eq!(tonghop::input::read::sniff(&bytes), kind);
        let fault = match kind {
            FileKind::SpreadsheetMl2003 => ReadFault::Damaged("the XML is cut".to_string()),
            FileKind::Zeros => ReadFault::OnlyZeros { bytes: 9000 },
            kind => ReadFault::NotAWorkbook(kind),
        };
        assert_eq!(reader().read(&bytes), Err(fault));
    }
    let encrypted = compound("EncryptedPackage");
    assert_eq!(reader().read(&encrypted), Err(ReadFault::Password));
}

#[test]
fn time_is_bounded_as_well() {
    let mut cells = String::new();
    for row in 1..=3_000 {
        cells.push_str(&format!(
            "<row r=\"{row}\"><c r=\"A{row}\"><v>1</v></c></row>"
        ));
    }
    let file = Xlsx::new().sheet("A", &cells).build();
    assert!(reader().read(&file).is_ok());
    let limits = ReadLimits {
        time: std::time::Duration::ZERO,
        ..ReadLimits::default()
    };
    let fault = reader_with(limits).read(&file).unwrap_err();
    assert!(matches!(fault, ReadFault::TimedOut { .. }), "{fault}");
}
