//! The page that says how a form is filled in.
//!
//! In: a form and where everything stands. Out: the sheet, one page on paper. Not for: how points follow, which each score's own cell says.

use rust_xlsxwriter::{Format, FormatAlign, Worksheet};

use crate::output::xlsx::page::{SheetPage, WriteResult};
use crate::output::xlsx::styles;
use crate::output::xlsx::template::seats::{FIRST_PAGE, FormRow, HOW_TO, OWN_TOTALS, Seats};
use crate::output::xlsx::template::{BlankForm, LANG, TICK, form_looks};

/// The last column.
const LAST: u16 = 1;
/// What is free between two steps, in points.
const BETWEEN: f64 = 5.0;

/// Writes the sheet.
pub(super) fn write(
    worksheet: &mut Worksheet,
    form: &BlankForm<'_>,
    seats: &Seats<'_>,
) -> WriteResult {
    let mut page = SheetPage::new(worksheet, HOW_TO, &[22.0, 104.0], LANG)?;
    let mut next = page.title(0, LAST, ["HƯỚNG DẪN ĐIỀN PHIẾU"])?;
    if let Some(name) = form.campaign_name() {
        page.line(next, (0, LAST), name, &styles::subtitle())?;
        next += 1;
    }
    next += 1;
    for (looks, meaning) in legend(form) {
        page.free(next, 0, "", &looks)?;
        page.text(next, 1, meaning, &styles::note().set_indent(1))?;
        page.at_least(next, 19.0);
        next += 1;
    }
    next += 1;
    let format = styles::note().set_align(FormatAlign::Top);
    for (number, (head, said)) in (1_u32..).zip(steps(form, seats)) {
        let head = format!("{number}. {head}");
        page.tight(next, 0, &head);
        page.free(next, 0, &head, &format.clone().set_bold())?;
        page.text(next, 1, &said, &format)?;
        let height = page.height(next);
        page.at_least(next, height + BETWEEN);
        next += 1;
    }
    page.finish_as(&form.unit.name, None)?;
    page.sheet.set_print_area(0, 0, next, LAST)?;
    page.sheet.set_print_fit_to_pages(1, 1);
    form_looks::protect(page.sheet);
    Ok(())
}

/// What the looks of cells mean.
fn legend(form: &BlankForm<'_>) -> Vec<(Format, &'static str)> {
    let mut all = vec![
        (form_looks::input(), "Ô nền vàng nhạt: điền vào đây."),
        (
            form_looks::computed(),
            "Ô nền xám: phiếu tự tính, hoặc để cơ quan thẩm định ghi; đã khóa.",
        ),
    ];
    if form.earlier.is_some() {
        all.push((
            form_looks::earlier(),
            "Chữ xám, nghiêng: số của năm trước, in sẵn để đối chiếu; không tính cho năm nay.",
        ));
    }
    all.push((form_looks::wrong(), "Ô đổi sang màu cam: giá trị không hợp lệ, đánh dấu hai phương án, hoặc có điểm mà chưa ghi tài liệu."));
    all
}

/// What to do, in order.
fn steps(form: &BlankForm<'_>, seats: &Seats<'_>) -> Vec<(&'static str, String)> {
    let mut steps = vec![(
        "Thứ tự",
        format!(
            "Kiểm tra trang “{FIRST_PAGE}”, điền lần lượt các trang tiêu chí, rồi xem trang “{OWN_TOTALS}”: cột Ghi chú ở đó cho biết còn bao nhiêu tiêu chí chưa chấm."
        ),
    )];
    steps.push((
        "Số liệu",
        "Chỉ ghi con số, không ghi kèm chữ: 85, không ghi “85 người”. Tỷ lệ phần trăm ghi 97,5, không ghi dấu %. Không có thì ghi 0; để trống nghĩa là chưa có số liệu. Số đã hỏi ở một trang thì các trang khác tự lấy, không hỏi lại.".to_string(),
    ));
    steps.push((
        "Điểm tự chấm",
        "Bấm vào ô điểm để xem cách chấm. Chọn mức trong danh sách, hoặc ghi một số trong khung điểm. Không được điểm thì ghi 0; chưa chấm thì để trống.".to_string(),
    ));
    let rows = seats.sheets.iter().flat_map(|sheet| &sheet.rows);
    let has_options = rows.clone().any(|row| matches!(row, FormRow::Option(..)));
    if has_options {
        steps.push((
            "Phương án",
            format!("Tiêu chí có các phương án bên dưới: chọn “{TICK}” ở cột Đánh dấu của đúng một phương án; điểm tự tính."),
        ));
    }
    steps.push((
        "Kiểm chứng",
        "Mỗi tiêu chí có điểm thì ghi số, ngày, tên văn bản hoặc tài liệu ở cột Tài liệu kiểm chứng; không có tài liệu thì nêu lý do ở cột Giải trình. Cần rộng hơn thì kéo cao dòng.".to_string(),
    ));
    steps.push((
        "Không thay đổi",
        "Không thêm, xóa, chuyển dòng, cột, trang tính; không đổi tên trang. Chép từ nơi khác thì chỉ dán giá trị (Paste Special, Values): dán thường sẽ mất khung kiểm tra của ô.".to_string(),
    ));
    steps.push(("Gửi phiếu", send(form)));
    steps.push((
        "Điểm thẩm định",
        "Đơn vị để trống cột này; cột dành cho cơ quan thẩm định.".to_string(),
    ));
    steps
}

/// How the form is sent.
fn send(form: &BlankForm<'_>) -> String {
    let deadline = form.campaign.deadline_day();
    let until = deadline.map_or_else(String::new, |day| format!(" Hạn nộp: {}.", day.shown(LANG)));
    format!(
        "Lưu và gửi chính tệp Excel này (.xlsx), giữ nguyên tên tệp; không gửi bản quét, ảnh chụp hay PDF thay cho tệp.{until}"
    )
}
