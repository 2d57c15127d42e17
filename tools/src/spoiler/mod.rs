//! The spoiled sample: the returns of `kontum-2017` as an office really gets them.
//!
//! In: the committed workbooks of `samples/kontum-2017`. Out: files by name below the inbox; the same input gives the same
//! bytes. Each file and its defect stand in `samples/kontum-2017-spoiled/README.md`.

pub mod book;
pub mod files;
pub mod raw;
pub mod write;

use std::error::Error;
use std::path::{Path, PathBuf};

use tonghop::base::cell::{CellValue, Visibility};
use tonghop::input::read::{ReadLimits, Reader};
use unicode_normalization::UnicodeNormalization;

use book::{Book, Sheet};

/// A file by its name below the inbox.
pub type File = (String, Vec<u8>);
type Made<T> = Result<T, Box<dyn Error>>;

/// The sample's inbox.
pub struct Source {
    inbox: PathBuf,
    reader: Reader,
}

impl Source {
    /// The sample in the project's folder, to be read with the help of the built program.
    pub fn new(root: &Path, program: PathBuf) -> Self {
        Source {
            inbox: root.join("samples/kontum-2017/phieu-nop"),
            reader: Reader::new(ReadLimits::default(), program),
        }
    }

    fn bytes(&self, file: &str) -> Made<Vec<u8>> {
        Ok(std::fs::read(self.inbox.join(file))?)
    }

    /// A workbook of the sample with its values pasted.
    fn book(&self, file: &str) -> Made<Book> {
        let workbook = self
            .reader
            .read(&self.bytes(file)?)
            .map_err(|fault| format!("{file}: {fault:?}"))?;
        let mut book = Book {
            file: file.to_string(),
            stamp: workbook.properties.custom,
            sheets: workbook.grids.iter().map(Sheet::new).collect(),
        };
        book.paste_values();
        Ok(book)
    }

    /// A workbook after some change, as an .xlsx file saved on a day of January 2018.
    fn changed(&self, file: &str, day: u8, change: impl Fn(&mut Book)) -> Made<Vec<u8>> {
        let mut book = self.book(file)?;
        change(&mut book);
        Ok(write::xlsx(&book.grids(), day)?)
    }
}

/// Where the score of a criterion stands: sheet, row, column.
fn score(book: &Book, id: &str) -> Option<(usize, (u32, u32))> {
    for (index, sheet) in book.sheets.iter().enumerate() {
        let row = sheet
            .cells
            .iter()
            .find(|((_, column), content)| *column < 2 && content.value.show().trim() == id);
        let header = sheet
            .cells
            .iter()
            .find(|(_, content)| content.value.show().to_lowercase().ends_with("tự chấm"));
        if let (Some((at, _)), Some((header, _))) = (row, header) {
            return Some((index, (at.0, header.1)));
        }
    }
    None
}

fn type_score(book: &mut Book, id: &str, value: Option<CellValue>) {
    if let Some((index, at)) = score(book, id)
        && let Some(sheet) = book.sheets.get_mut(index)
    {
        match value {
            Some(value) => sheet.put(at, value),
            None => drop(sheet.cells.remove(&at)),
        }
    }
}

fn each_text(book: &mut Book, mut change: impl FnMut(&str) -> String) {
    for sheet in &mut book.sheets {
        sheet.each_text(&mut change);
    }
}

/// Every number with its decimal comma, as text.
fn commas(book: &mut Book) {
    for sheet in &mut book.sheets {
        for content in sheet.cells.values_mut() {
            if let CellValue::Number(number) = content.value
                && number.fract() != 0.0
            {
                content.value = CellValue::Text(content.value.show().replace('.', ","));
            }
        }
    }
}

fn groups(book: &mut Book) -> impl Iterator<Item = &mut Sheet> {
    book.sheets.iter_mut().filter(|sheet| {
        sheet.name.starts_with(|c: char| c.is_ascii_digit()) || sheet.name.starts_with("Nhom")
    })
}

/// The scores and figures gone: the form as it was sent out.
fn blank(book: &mut Book) {
    for sheet in groups(book) {
        let figures = |sheet: &Sheet, word: &str| {
            let mut cells = sheet.cells.iter();
            cells
                .find(|(_, content)| content.value.show() == word)
                .map(|(at, _)| *at)
        };
        for word in [
            "Số liệu",
            "Điểm tự chấm",
            "Tài liệu kiểm chứng",
            "Giải trình",
        ] {
            if let Some((row, column)) = figures(sheet, word) {
                sheet.cells.retain(|at, _| at.0 <= row || at.1 != column);
            }
        }
    }
    book.sheets.retain(|sheet| sheet.name != "Tổng hợp");
}

/// A hidden copy of the first group's sheet, with other scores.
fn hidden_copy(book: &mut Book) {
    let Some(mut copy) = groups(book).next().cloned() else {
        return;
    };
    copy.name = "Ban cu".to_string();
    copy.visibility = Visibility::Hidden;
    let own = Book {
        file: String::new(),
        stamp: book.stamp.clone(),
        sheets: vec![copy],
    };
    let at = score(&own, "1.1").map(|(_, at)| at);
    let mut copy = own.sheets;
    if let (Some(at), Some(sheet)) = (at, copy.first_mut()) {
        sheet.put(at, CellValue::Number(10.0));
    }
    book.sheets.extend(copy);
}

/// All files of the spoiled inbox.
///
/// # Errors
/// When the sample cannot be read or a workbook cannot be written.
pub fn files(source: &Source) -> Made<Vec<File>> {
    let mut files = first_batch(source)?;
    files.extend(second_batch(source)?);
    files.extend(other_files(source)?);
    files.extend(districts(source)?);
    files.extend(raw::others());
    Ok(files)
}

fn named(name: &str, bytes: Vec<u8>) -> File {
    (name.to_string(), bytes)
}

/// What the provincial agencies sent first.
fn first_batch(source: &Source) -> Made<Vec<File>> {
    let number = |value: f64| Some(CellValue::Number(value));
    let stnmt = "STNMT_phieu_2017.xlsx";
    let sgtvt = "Phieu tu danh gia 2017 - So GTVT.xlsx";
    let stc = source.bytes("Phieu tu danh gia 2017 - So Tai chinh.xlsx")?;
    let skhcn = "Sở KH&CN - Phiếu tự chấm điểm CNTT 2017.xlsx";
    let office = "VP UBND tinh_danh gia ung dung CNTT 2017.xlsx";
    let education = source.book("SGDDT-phieu-danh-gia-2017.xls")?;
    Ok(vec![
        named("Dot 1/So TNMT.xlsx", source.changed(stnmt, 12, commas)?),
        named(
            "Dot 1/So GTVT.xlsx",
            source.changed(sgtvt, 10, |book| type_score(book, "2.1", number(0.0)))?,
        ),
        named(
            "Dot 2/So GTVT (ban sua).xlsx",
            source.changed(sgtvt, 20, |_| ())?,
        ),
        named(
            "Dot 1/So Tai chinh.zip",
            raw::zip("Phieu So Tai chinh.xlsx", &stc)?,
        ),
        named(
            "Dot 1/So KHCN.xlsx",
            source.changed(skhcn, 17, |book| {
                for (number, sheet) in (1..).zip(groups(book)) {
                    sheet.name = format!("Sheet{number}");
                }
            })?,
        ),
        named(
            "Dot 1/VP UBND tinh.xlsx",
            source.changed(office, 30, |book| {
                for sheet in groups(book) {
                    sheet.insert_rows(9, 2);
                }
            })?,
        ),
        named("Dot 1/So GDDT.xls", raw::html(&education)),
        named("Dot 1/BQL Khu kinh te.xlsx", raw::encrypted()),
        named(
            "Dot 1/So Xay dung.xlsx",
            source.changed("So Xay dung.xlsx", 8, |book| each_text(book, raw::tcvn3))?,
        ),
    ])
}

/// What the provincial agencies sent later.
fn second_batch(source: &Source) -> Made<Vec<File>> {
    let number = |value: f64| Some(CellValue::Number(value));
    let text = |text: &str| Some(CellValue::Text(text.to_string()));
    let health = "BC tự chấm CNTT - Sở Y tế.xlsx";
    Ok(vec![
        named(
            "Dot 2/So Noi vu.xlsx",
            source.changed(
                "Biểu tự đánh giá - Sở Nội vụ.xlsx",
                16,
                |book| {
                    each_text(book, |text| text.replace("2017", "2016"));
                    for content in book
                        .sheets
                        .iter_mut()
                        .flat_map(|sheet| sheet.cells.values_mut())
                    {
                        if content.value == CellValue::Number(2017.0) {
                            content.value = CellValue::Number(2016.0);
                        }
                    }
                },
            )?,
        ),
        named(
            "Dot 2/So KHDT.xlsx",
            source.changed("So KHDT 2017.xlsx", 26, |book| {
                book.sheets.retain(|sheet| !sheet.name.starts_with('5'));
            })?,
        ),
        named(
            "Dot 2/So Tu phap.xlsx",
            source.changed("SoTuPhap_CNTT2017.xlsx", 5, |book| {
                type_score(
                    book,
                    "1.1",
                    Some(CellValue::Date {
                        serial: 43228.0,
                        base_1904: false,
                    }),
                );
            })?,
        ),
        named(
            "Dot 2/So LDTBXH.xlsx",
            source.changed("So LDTBXH - phieu tu danh gia.xlsx", 19, |book| {
                type_score(book, "1.2", number(200.0));
            })?,
        ),
        named(
            "Dot 2/So TTTT.xlsx",
            source.changed("Phieu_STTTT_2017.xlsx", 5, blank)?,
        ),
        named(
            "Dot 2/So Y te - lan 2.xlsx",
            source.changed(health, 24, |book| {
                type_score(book, "1.3", text("khoảng 10"));
            })?,
        ),
    ])
}

/// What they sent later that is no .xlsx of this program's writing, or half of one.
fn other_files(source: &Source) -> Made<Vec<File>> {
    let culture = "So VHTTDL tu danh gia UDCNTT 2017.ods";
    let whole = source.bytes("Phieu danh gia - So Ngoai vu.xlsx")?;
    let half = whole.get(..whole.len() / 2).unwrap_or_default().to_vec();
    Ok(vec![
        named("Dot 2/So Y te.pdf", raw::pdf()),
        named(
            "Dot 2/So Cong thuong.ods",
            source.bytes("phieu tu danh gia so cong thuong.ods")?,
        ),
        named(
            "Dot 2/Thanh tra tinh.xlsm",
            source.bytes("Thanh tra tinh - phieu 2017.xlsm")?,
        ),
        named(
            "Dot 2/Ban Dan toc.xls",
            source.bytes("Ban Dan toc - phieu cham 2017.xls")?,
        ),
        named("Dot 2/So VHTTDL.ods", source.bytes(culture)?),
        named("Dot 2/Copy of So VHTTDL.ods", source.bytes(culture)?),
        named("Dot 2/So Ngoai vu.xlsx", half),
    ])
}

fn districts(source: &Source) -> Made<Vec<File>> {
    let text = |text: &str| Some(CellValue::Text(text.to_string()));
    let error = CellValue::Error("#DIV/0!".to_string());
    Ok(vec![
        named("Huyen/Sa Thay.xls", source.bytes("UBND huyen Sa Thay.xls")?),
        named(
            "Huyen/TP Kon Tum.xlsx",
            source.changed("UBND TP Kon Tum - phieu 2017.xlsx", 23, |book| {
                type_score(book, "1.4", Some(error.clone()));
            })?,
        ),
        named(
            "Huyen/Ngoc Hoi.xlsx",
            source.changed("Ngoc Hoi_tu danh gia CNTT.xlsx", 26, |book| {
                each_text(book, |text| text.nfd().collect());
            })?,
        ),
        named(
            "Huyen/Tu Mo Rong.xlsx",
            source.changed("Huyện/Tu Mơ Rông - phiếu tự đánh giá.xlsx", 29, hidden_copy)?,
        ),
        named(
            "Huyen/Dak Glei.ods",
            source.bytes("Huyện/UBND huyện Đăk Glei.ods")?,
        ),
        named(
            "Huyen/UBND huyen Dak To.xlsx",
            source.changed("phieu tu danh gia UBND huyen Dak Ha.xlsx", 25, |_| ())?,
        ),
        named(
            "Huyen/Dak To.xlsx",
            source.changed("UBND H. Dak To - Phieu CNTT 2017.xlsx", 30, |book| {
                type_score(book, "1.5", text("5-10"));
            })?,
        ),
        named(
            "Huyen/Kon Plong.xlsx",
            source.changed("UBND huyen Kon Plong 2017.xlsx", 18, |book| {
                type_score(book, "1.2", None);
            })?,
        ),
        named(
            "Huyen/Ia H'Drai.xlsx",
            source.changed("Huyen Ia H'Drai.xlsx", 31, |book| {
                each_text(book, raw::mojibake);
            })?,
        ),
        named(
            "Huyen/Phong Kinh te ha tang.xlsx",
            source.changed("UBND huyen Kon Plong 2017.xlsx", 18, |book| {
                each_text(book, |text| {
                    if text.to_uppercase().contains("PLÔNG") {
                        "Phòng Kinh tế - Hạ tầng".to_string()
                    } else {
                        text.to_string()
                    }
                });
            })?,
        ),
    ])
}
