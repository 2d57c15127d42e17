//! The sheet that says whose form it is: unit, level, year, period, deadline, who filled it in, and where to sign.
//!
//! In: a form. Out: the sheet. Not for: criteria.

use rust_xlsxwriter::{FormatAlign, Worksheet};

use crate::output::xlsx::page::{SheetPage, WriteResult};
use crate::output::xlsx::styles;
use crate::output::xlsx::template::seats::FIRST_PAGE;
use crate::output::xlsx::template::{BlankForm, LANG, form_looks};

/// The last column.
const LAST: u16 = 2;
/// The room for a signature, in points.
const SIGNATURE: f64 = 70.0;

/// Writes the sheet.
pub(super) fn write(worksheet: &mut Worksheet, form: &BlankForm<'_>) -> WriteResult {
    let mut page = SheetPage::new(worksheet, FIRST_PAGE, &[7.0, 52.0, 62.0], LANG)?;
    letterhead(&mut page, form)?;
    let mut next = page.title(3, LAST, [form.title().as_str()])?;
    if let Some(name) = form.campaign_name() {
        page.line(next, (0, LAST), name, &styles::letterhead())?;
        next += 1;
    }
    let subtitle = styles::subtitle();
    page.line(next, (0, LAST), "Cách điền: xem trang Hướng dẫn", &subtitle)?;
    let end = lines(&mut page, form, next + 2)?;
    let last = signatures(&mut page, end + 1)?;
    page.finish_as(&form.unit.name, None)?;
    page.sheet.set_print_area(0, 0, last, LAST)?;
    page.sheet.set_print_fit_to_pages(1, 1);
    page.sheet.set_tab_color(styles::INPUT_TAB);
    form_looks::protect(page.sheet);
    Ok(())
}

fn letterhead(page: &mut SheetPage<'_>, form: &BlankForm<'_>) -> WriteResult {
    let format = styles::letterhead();
    let unit = form.unit.name.to_uppercase();
    page.line(
        0,
        (0, 1),
        &form.campaign.authority,
        &styles::plain().set_align(FormatAlign::Center),
    )?;
    page.line(1, (0, 1), &unit, &format)?;
    page.line(
        0,
        (LAST, LAST),
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        &format,
    )?;
    page.line(1, (LAST, LAST), "Độc lập - Tự do - Hạnh phúc", &format)
}

/// What the form says of itself, and what is asked. Gives the row after it.
fn lines(
    page: &mut SheetPage<'_>,
    form: &BlankForm<'_>,
    first: u32,
) -> Result<u32, rust_xlsxwriter::XlsxError> {
    let (campaign, unit) = (form.campaign, form.unit);
    let level = form.scheme.level(&unit.id.level);
    let level = level.map_or("", |level| level.name.as_str());
    let deadline = campaign.deadline_day();
    let deadline = deadline.map_or_else(String::new, |day| day.shown(LANG));
    let year = campaign.year.to_string();
    let period = format!("Năm {year}");
    let all: [(&str, &str, bool); 9] = [
        ("Tên đơn vị", &unit.name, false),
        ("Cấp", level, false),
        ("Năm đánh giá", &year, false),
        ("Hạn nộp", &deadline, false),
        ("Kỳ số liệu", &period, true),
        ("Người lập biểu", "", true),
        ("Điện thoại, thư điện tử", "", true),
        ("Thủ trưởng đơn vị", "", true),
        ("Ngày lập", "", true),
    ];
    let all = all
        .into_iter()
        .filter(|(label, value, _)| *label != "Hạn nộp" || !value.is_empty());
    let mut next = first;
    for (number, (label, value, is_input)) in (1_u32..).zip(all) {
        page.free(next, 0, &number.to_string(), &form_looks::middle(false))?;
        page.text(next, 1, label, &form_looks::text(false))?;
        let format = if is_input {
            form_looks::words().set_indent(1)
        } else {
            form_looks::text(false).set_bold()
        };
        page.text(next, LAST, value, &format)?;
        page.at_least(next, 21.0);
        next += 1;
    }
    Ok(next)
}

/// Where the two sign. Gives the last row.
fn signatures(page: &mut SheetPage<'_>, first: u32) -> Result<u32, rust_xlsxwriter::XlsxError> {
    let day = styles::subtitle().set_unlocked();
    page.line(first, (LAST, LAST), "………………, ngày … tháng … năm ……", &day)?;
    let bold = styles::letterhead();
    page.line(first + 1, (0, 1), "NGƯỜI LẬP BIỂU", &bold)?;
    page.line(first + 1, (LAST, LAST), "THỦ TRƯỞNG ĐƠN VỊ", &bold)?;
    let small = styles::subtitle();
    page.line(first + 2, (0, 1), "(Ký, ghi rõ họ tên)", &small)?;
    page.line(first + 2, (LAST, LAST), "(Ký tên, đóng dấu)", &small)?;
    page.at_least(first + 3, SIGNATURE);
    Ok(first + 3)
}
