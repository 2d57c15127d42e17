//! What is said at the end in a window that closes: what was written, what to do next, and what the keys do.
//!
//! In: how the jobs ended. Out: three sentences. Not for: what the commands themselves say, which stands above.

use std::path::{Path, PathBuf};

use crate::base::lang::{Lang, Phrase, phrase, say};
use crate::base::outside::Shown;

/// How all jobs ended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct End {
    /// What was written.
    pub(super) written: Vec<PathBuf>,
    /// How many jobs could not be done.
    pub(super) failed: usize,
    /// Consolidated folders; `None` without one, as below.
    pub(super) results: Option<WorstFinding>,
    /// Returns that were checked.
    pub(super) returns: Option<WorstFinding>,
    /// Tables that were audited.
    pub(super) tables: Option<WorstFinding>,
}

/// What was found in all of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum WorstFinding {
    /// Nothing that has to be dealt with.
    Nothing,
    /// Errors.
    Errors,
}

/// What was written, and what to do next.
pub(super) fn closing(end: &End, lang: Lang) -> [String; 2] {
    [done(end, lang), next(end, lang)]
}

fn done(end: &End, lang: Lang) -> String {
    let paths: Vec<String> = end
        .written
        .iter()
        .map(|path| Shown::path(path).to_string())
        .collect();
    let only_read = end.returns.is_some() || end.tables.is_some();
    let written = match paths.as_slice() {
        [] if only_read => say!(
            lang,
            "Đã kiểm tra xong; không ghi và không sửa tệp nào",
            "Checked; no file was written or changed"
        ),
        [] => {
            return say!(
                lang,
                "Chưa có kết quả; lý do nêu ở trên, sau chữ “lỗi”.",
                "There is no result; why stands above, behind \"error\"."
            );
        }
        [one] => say!(
            lang,
            "Đã ghi kết quả: {one}",
            "The result was written: {one}"
        ),
        several => {
            let (count, all) = (several.len(), several.join("; "));
            say!(
                lang,
                "Đã ghi {count} kết quả: {all}",
                "{count} results were written: {all}"
            )
        }
    };
    match end.failed {
        0 => format!("{written}."),
        failed => say!(
            lang,
            "{written}; còn {failed} mục chưa làm được, lý do nêu ở trên, sau chữ “lỗi”.",
            "{written}; not done: {failed}, why stands above, behind \"error\"."
        ),
    }
}

/// What to do with each kind, in one sentence.
fn next(end: &End, lang: Lang) -> String {
    let result = end.results.map(|found| match found {
        WorstFinding::Errors => phrase(
            "mở kết quả, xem trang “Cảnh báo” để biết tệp nào, ô nào cần sửa, sửa xong thì kéo thả lại thư mục",
            "open the result, whose sheet “Findings” says which file and cell to correct, and drop the folder again",
        ),
        WorstFinding::Nothing => phrase(
            "mở kết quả, xem trang “Tổng quan” và “Cảnh báo” trước khi trình ký",
            "open the result, and look at its sheets “Overview” and “Findings” before it is signed",
        ),
    });
    let returns = end.returns.map(|found| match found {
        WorstFinding::Errors => phrase(
            "xử lý các lỗi của phiếu nêu ở trên, lưu tệp, rồi kéo thả lại để kiểm tra lần nữa",
            "settle the errors of the returns named above, save the files, and drop them again",
        ),
        WorstFinding::Nothing => phrase(
            "xem các cảnh báo và ghi chú của phiếu ở trên (nếu có), phiếu không có lỗi thì dùng được",
            "look at the warnings and notes of the returns above, if there are any; returns without errors can be used",
        ),
    });
    let tables = end.tables.map(|found| match found {
        WorstFinding::Errors => phrase(
            "đối chiếu bảng kết quả với các dòng nêu ở trên trước khi dùng hoặc trình ký",
            "compare the table of results with what is said above before it is used or signed",
        ),
        WorstFinding::Nothing => phrase(
            "xem các dòng về bảng kết quả ở trên (nếu có), bảng không có lỗi thì dùng được",
            "look at what is said of the table of results above; a table without errors can be used",
        ),
    });
    let steps = [result, returns, tables].map(|step| step.map(|step| step.get(lang)));
    let steps: Vec<&str> = steps.into_iter().flatten().collect();
    let steps = match steps.as_slice() {
        [] => say!(
            lang,
            "xử lý theo lý do đó rồi kéo thả lại, các tệp đã có vẫn giữ nguyên",
            "settle that and drop it again; all files are as they were"
        ),
        steps => steps.join("; "),
    };
    say!(lang, "Việc tiếp theo: {steps}.", "Next: {steps}.")
}

/// What the keys do.
pub(super) fn keys(results: usize) -> Phrase {
    match results {
        0 => phrase(
            "Nhấn Enter để đóng cửa sổ này. ",
            "Press Enter to close this window. ",
        ),
        1 => phrase(
            "Gõ M rồi nhấn Enter để mở kết quả; chỉ nhấn Enter để đóng cửa sổ này. ",
            "Type M and press Enter to open the result; press Enter alone to close this window. ",
        ),
        _ => phrase(
            "Gõ M rồi nhấn Enter để mở các kết quả; chỉ nhấn Enter để đóng cửa sổ này. ",
            "Type M and press Enter to open the results; press Enter alone to close this window. ",
        ),
    }
}

/// Whether what was typed asks for the results.
pub(super) fn is_open(typed: &str) -> bool {
    typed.trim_start().starts_with(['m', 'M'])
}

/// The title of the dialog for a folder.
pub(super) const TITLE: Phrase = phrase(
    "Chọn thư mục chứa các phiếu đã nhận",
    "Choose the folder of returned workbooks",
);

/// What stands in the window while the dialog is open.
pub(super) const CHOOSE: Phrase = phrase(
    "Hãy chọn thư mục chứa các phiếu đã nhận trong hộp thoại vừa mở.",
    "Choose the folder of returned workbooks in the dialog that has opened.",
);

/// What can be dropped, where no folder was chosen.
pub(super) const DROP: Phrase = phrase(
    "Chưa chọn thư mục nào, nên chưa làm gì.\n\
     Cách dùng: kéo thư mục chứa các phiếu đã nhận, thả lên biểu tượng tonghop; kết quả là một tệp Excel nằm cạnh thư mục đó.\n\
     Cũng thả được: một hay nhiều phiếu (chỉ kiểm tra), tệp campaign.toml của đợt đánh giá, hoặc bảng kết quả (kiểm lại).",
    "No folder was chosen, and nothing was done.\n\
     How it is used: drop the folder of returned workbooks on the icon of tonghop; the result is an Excel file beside that folder.\n\
     These can be dropped too: returns (they are checked), a campaign's campaign.toml, or a table of results (it is audited).",
);

/// A fault of the program itself.
pub(super) const FAULT: Phrase = phrase(
    "tonghop gặp lỗi của chính chương trình và dừng giữa chừng; các tệp đã có vẫn giữ nguyên; hãy chụp lại cửa sổ này và gửi cho người phụ trách chương trình",
    "tonghop met a fault of its own and stopped half-way; all files are as they were; please send a picture of this window to whoever looks after the program",
);

/// A result that does not open.
pub(super) fn not_opened(path: &Path, cause: &str, lang: Lang) -> String {
    let path = Shown::path(path);
    say!(
        lang,
        "{path}: không mở được: {cause}; hãy mở tệp này trong thư mục của nó",
        "{path}: cannot be opened: {cause}; open it from its folder"
    )
}
