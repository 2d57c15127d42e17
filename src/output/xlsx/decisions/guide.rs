//! The sheet that says how a decision workbook is filled in, and what becomes of it.
//!
//! In: a report, for the name of its campaign. Out: the sheet, one page on paper. Not for: the manuals.

use rust_xlsxwriter::{FormatAlign, Worksheet};

use crate::campaign::decisions::columns::{FREE, GUIDE, QUESTIONS};
use crate::campaign::decisions::{DecisionKind, DecisionStatus};
use crate::output::xlsx::decisions::{LANG, looks};
use crate::output::xlsx::page::{SheetPage, WriteResult};
use crate::output::xlsx::styles;
use crate::result::report::Report;

/// The last column.
const LAST: u16 = 1;
/// What is free between two lines, in points.
const BETWEEN: f64 = 4.0;

/// Writes the sheet.
pub(super) fn write(worksheet: &mut Worksheet, report: &Report) -> WriteResult {
    let mut page = SheetPage::new(worksheet, GUIDE, &[26.0, 104.0], LANG)?;
    page.title(0, LAST, ["HƯỚNG DẪN GHI QUYẾT ĐỊNH"])?;
    page.line(1, (0, LAST), &report.campaign.name, &styles::subtitle())?;
    let mut next = 3;
    let legend = [
        (looks::words(), "Ô nền vàng: ghi quyết định vào đây."),
        (looks::computed(), "Ô nền xám: tự hiện, không ghi."),
        (
            looks::missing(),
            "Ô chuyển màu cam: còn thiếu, quyết định chưa được áp dụng.",
        ),
    ];
    for (looks, meaning) in legend {
        page.free(next, 0, "", &looks)?;
        page.text(next, 1, meaning, &styles::note().set_indent(1))?;
        page.at_least(next, 19.0);
        next += 1;
    }
    for (heading, lines) in [
        ("Các bước", steps()),
        ("Các lựa chọn ở cột “Quyết định”", verdicts()),
        (
            "Sau khi chạy lại, mỗi quyết định được xếp vào một trong năm nhóm (trang “Quyết định” của kết quả)",
            outcomes(),
        ),
    ] {
        next += 1;
        page.free(next, 0, heading, &styles::section())?;
        page.at_least(next, 20.0);
        next += 1;
        for (head, said) in lines {
            line(&mut page, next, head, &said)?;
            next += 1;
        }
    }
    page.finish(report, None)?;
    page.sheet
        .set_tab_color(styles::FIGURES_TAB)
        .set_print_area(0, 0, next, LAST)?;
    page.sheet.set_print_fit_to_pages(1, 1);
    Ok(())
}

fn line(page: &mut SheetPage, row: u32, head: &str, said: &str) -> WriteResult {
    let format = styles::note().set_align(FormatAlign::Top);
    page.tight(row, 0, head);
    page.free(row, 0, head, &format.clone().set_bold())?;
    page.text(row, 1, said, &format)?;
    let height = page.height(row);
    page.at_least(row, height + BETWEEN);
    Ok(())
}

/// What to do.
fn steps() -> Vec<(&'static str, String)> {
    let of = |head, said: &str| (head, said.to_string());
    vec![
        (
            "1. Trang câu hỏi",
            format!(
                "Ở trang “{QUESTIONS}”, mỗi dòng là một việc còn mở. Bấm vào cột “Vị trí” để mở đúng ô trong phiếu, rồi chọn ở cột “Quyết định”. Được sắp xếp, lọc, tô màu, thêm ghi chú tùy ý; không xóa các cột ẩn ở cuối."
            ),
        ),
        of(
            "2. Căn cứ và người",
            "Ghi căn cứ (văn bản, biên bản, trao đổi với đơn vị) và người quyết định. Quyết định làm đổi điểm, đổi số liệu, hoặc quyết định về tệp, mà thiếu một trong hai thì chưa được áp dụng.",
        ),
        (
            "3. Điểm, số liệu khác",
            format!("Muốn quyết định điểm hoặc số liệu mà không có câu hỏi: ghi ở trang “{FREE}”."),
        ),
        of(
            "4. Chạy lại",
            "Lưu tệp, đóng tệp, rồi chạy tonghop lại như lần trước. Kết quả ghi rõ từng điểm do ai quyết định, căn cứ nào; việc đã quyết định không bị hỏi lại.",
        ),
        of(
            "5. Tệp này là của anh chị",
            "Đã ghi gì vào tệp này thì tonghop không bao giờ ghi đè lên. Câu hỏi mới nằm ở tệp thứ hai cùng tên, có thêm _2; tất cả các tệp ấy đều được đọc.",
        ),
        of(
            "6. Rút lại",
            "Xóa ô ở cột “Quyết định” (ở trang thẩm định khác: xóa điểm và căn cứ của dòng) rồi chạy lại: kết quả trở về như khi chưa quyết định.",
        ),
    ]
}

/// What each verdict means.
fn verdicts() -> Vec<(&'static str, String)> {
    let said = |kind: DecisionKind| match kind {
        DecisionKind::KeepClaim => "Tính theo điểm của đơn vị như đang có; câu hỏi khép lại.",
        DecisionKind::TakeComputed => {
            "Tính theo điểm tính từ số liệu, hoặc từ các điểm thành phần; với tổng điểm thì bỏ phần chênh lệch."
        }
        DecisionKind::Appraise => {
            "Tính theo số ở cột “Điểm hoặc số liệu”. Với tổng điểm hoặc tổng nhóm thì không quyết định con số tổng: chọn thêm tiêu chí nhận điểm; cột ấy để trống thì phần chênh lệch được cộng vào tiêu chí ấy."
        }
        DecisionKind::Zero => "Tiêu chí được 0 điểm.",
        DecisionKind::KeepFigure => "Số liệu giữ như phiếu ghi; câu hỏi khép lại.",
        DecisionKind::AppraiseFigure => {
            "Tính theo số ở cột “Điểm hoặc số liệu” (có là 1, không là 0): điểm tính từ số liệu và các chỉ tiêu thống kê theo số ấy."
        }
        DecisionKind::LeaveOut => {
            "Coi như đơn vị không có số liệu này: không đưa vào chỉ tiêu thống kê, không tính điểm theo nó."
        }
        DecisionKind::AskUnit => "Chờ đơn vị giải trình; đến khi đó câu hỏi vẫn còn mở.",
        DecisionKind::UseFile => {
            "Trong các tệp của đơn vị, tính tệp chọn ở cột “Tiêu chí, đơn vị hoặc tệp”; các tệp khác không được tính."
        }
        DecisionKind::OfUnit => "Tệp là phiếu của đơn vị chọn ở cột “Tiêu chí, đơn vị hoặc tệp”.",
        DecisionKind::NoReturn => "Tệp không phải là phiếu của đơn vị nào; tệp được bỏ qua.",
    };
    let kinds = crate::campaign::decisions::DECISION_KINDS.into_iter();
    kinds
        .map(|kind| (kind.name().get(LANG), said(kind).to_string()))
        .collect()
}

/// What becomes of a decision.
fn outcomes() -> Vec<(&'static str, String)> {
    let said = |status: DecisionStatus| match status {
        DecisionStatus::Applied => "Quyết định có hiệu lực, câu hỏi đã khép lại.",
        DecisionStatus::Stale => {
            "Phiếu đã khác so với lúc quyết định (đơn vị gửi tệp mới, ô ghi khác), nên chưa áp dụng; nêu lúc đó ghi gì, nay ghi gì."
        }
        DecisionStatus::NotNeeded => "Không còn câu hỏi ấy nữa.",
        DecisionStatus::Contradictory => {
            "Hai dòng quyết định khác nhau về cùng một việc; chưa dòng nào được áp dụng."
        }
        DecisionStatus::Mistyped => {
            "Không hiểu được hoặc còn thiếu; thông báo nêu ô và điều cần ghi."
        }
    };
    let all = crate::campaign::decisions::STATUSES.into_iter();
    all.map(|status| (status.name().get(LANG), said(status).to_string()))
        .collect()
}
