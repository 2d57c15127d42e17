//! What a workbook says to a person who types into it, in both languages.
//!
//! In: nothing. Out: phrases. Not for: what a run says of a result that was edited, which is in `cli/summary`.

use crate::base::lang::phrases;

phrases! {
    LEVEL_GUIDE: "Sửa điểm ở trang “{0}”; tổng điểm, xếp loại và thứ hạng ở trang này tự tính lại. Thứ tự dòng, ghi chú và các dòng dưới bảng là của lần chạy, không đổi theo khi sửa điểm. Dòng này không in.",
        "Change points on the sheet “{0}”; totals, grades and ranks here follow. The order of the rows, the remarks and the lines below the table are those of the run and do not follow. This line is not printed.";
    COMPUTED_TITLE: "Ô tự tính", "Computed cell";
    COMPUTED: "Ô này tự tính, không gõ vào đây. Sửa điểm của từng tiêu chí ở trang “{0}”; tổng điểm, xếp loại và thứ hạng tự tính lại.",
        "This cell is computed; do not type here. Change the points of the criteria on the sheet “{0}”; totals, grades and ranks follow.";
    SCORE_TITLE: "Điểm của tiêu chí", "Points of the criterion";
    SCORE_PROMPT: "Số từ {0} đến điểm tối đa của tiêu chí (dòng “điểm tối đa”). Ô trống hoặc chữ không được tính là 0: đơn vị sẽ chưa có tổng điểm.",
        "A number from {0} to the criterion's maximum (row “maximum”). A blank or a text is no 0: the unit has no total then.";
    SCORE_REFUSED: "Điểm phải là số từ {0} đến điểm tối đa của tiêu chí ở cấp này. Chỉ gõ số, không gõ kèm chữ.",
        "Points must be a number from {0} to the criterion's maximum on this level. Type the number alone.";
    OPEN_PROMPT: "Số từ {0} trở lên (tiêu chí không giới hạn điểm). Ô trống hoặc chữ không được tính là 0: đơn vị sẽ chưa có tổng điểm.",
        "A number from {0} up (the criterion is unlimited). A blank or a text is no 0: the unit has no total then.";
    OPEN_REFUSED: "Điểm phải là số từ {0} trở lên. Chỉ gõ số, không gõ kèm chữ.",
        "Points must be a number from {0} up. Type the number alone.";
    SCORES_EDITED: "Đã có điểm hoặc mức xếp loại sửa tay sau lần chạy; ghi chú và các dòng dưới bảng không đổi theo.",
        "Points or grade limits were changed by hand since the run; the remarks and the lines below the table do not follow.";
    ORDER_EDITED: "Thứ tự dòng không còn theo thứ hạng: đã có điểm sửa tay; ghi chú và các dòng dưới bảng không đổi theo.",
        "The rows no longer stand by rank: points were changed by hand; the remarks and the lines below the table do not follow.";
    TOTALS_MISSING: "Có đơn vị chưa tính được kết quả: điểm ở trang “{0}” bị xóa, không phải là số hoặc ngoài giới hạn, hoặc ô tự tính bị sửa; ghi chú và các dòng dưới bảng không đổi theo.",
        "A unit has no result: points on the sheet “{0}” were cleared, are no number or out of their limits, or a computed cell was changed; the remarks and the lines below the table do not follow.";
    REMARK_GONE: "Đã sửa tay sau lần chạy; ghi chú của lần chạy không còn đúng.",
        "Changed by hand since the run; the remark of the run no longer holds.";
    OVERVIEW_EDITED: "Đã sửa tay sau lần chạy: số đơn vị theo xếp loại, điểm bình quân và các đơn vị đứng đầu, đứng cuối tự tính lại; những gì khác ở trang này là của lần chạy.",
        "Changed by hand since the run: units per grade, averages, and the best and the last units follow; all else on this page is that of the run.";
    JUDGED_TOTAL: "Tổng điểm để xếp hạng", "Total that is ranked";
    DETAIL_GUIDE: "Chỉ sửa điểm của từng tiêu chí ở trang này; tổng điểm, xếp loại và thứ hạng ở các trang khác tự tính lại. “?”: trong nhóm có ô bị xóa, không phải là số hoặc ngoài giới hạn, nên đơn vị chưa có tổng điểm.",
        "Change the points of criteria on this sheet only; totals, grades and ranks on the other sheets follow. “?”: a cell of the group was cleared, is no number or is out of its limits, so the unit has no total.";
}
