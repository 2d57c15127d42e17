//! What to ask of how forms weigh and round.
//!
//! In: how weights and totals were understood. Out: questions. Not for: which column holds weights.

use crate::base::lang::{Lang, say};
use crate::input::propose::weights::Weighing;

/// What to ask about the column of weights, by how they were understood.
pub(super) fn question(weighing: Weighing, lang: Lang) -> String {
    match weighing {
        Weighing::Open => say!(
            lang,
            "Cột này có vẻ ghi hệ số (trọng số), nhưng các số ấy không cộng lại thành 1 hoặc 100 ở từng mục, tổng điểm trong các phiếu cũng không cho biết nhân thế nào, nên CHƯA được dùng: điểm đang cộng thẳng, không nhân hệ số. Nếu phải nhân thì ghi ở cột “Hệ số” trang Tiêu chí và chọn “cột: hệ số” ở cột Là.",
            "This column seems to hold the weights of rows, but they do not come to 1 or 100 below each, and the totals of the forms do not say how they count, so they are NOT used: points are added as they are. If they have to be multiplied, fill in the column \"Hệ số\" of the sheet of criteria and choose \"column: weight\" in the column Is."
        ),
        Weighing::AddsUp => say!(
            lang,
            "Cột này được lấy làm hệ số (trọng số) của từng dòng, ghi ở cột “Hệ số” trang Tiêu chí: có đúng không? Nếu thật ra là điểm tối đa thì chọn “cột: điểm tối đa” ở cột Là, xóa cột “Hệ số” và ghi lại điểm tối đa ở trang ấy.",
            "This column was taken for the weights of rows, which stand in the column \"Hệ số\" of the sheet of criteria: is that right? If these are the maxima, choose \"column: maximum\" in the column Is, clear that column and write the maxima there."
        ),
        Weighing::Proved(agree, of) => say!(
            lang,
            "Cột này được lấy làm hệ số (trọng số) và đã nhân như ở cột “Hệ số” trang Tiêu chí, vì tổng điểm của {agree}/{of} phiếu tính như vậy: có đúng không? Nếu không thì sửa cột “Hệ số” ở trang ấy; nếu không nhân thì xóa cột ấy và chọn “bỏ qua” ở cột Là.",
            "This column was taken for the weights of rows, multiplied as the column \"Hệ số\" of the sheet of criteria has them, since the totals of {agree}/{of} forms come to it: is that right? If not, correct that column; if nothing is multiplied, clear it and choose \"passed over\" in the column Is."
        ),
        Weighing::Mean(agree, of) => say!(
            lang,
            "Cột này được lấy làm hệ số (trọng số): tổng điểm của {agree}/{of} phiếu là bình quân theo hệ số (cộng hệ số × điểm rồi chia cho tổng hệ số), nên cột “Hệ số” trang Tiêu chí ghi hệ số đã chia cho tổng ấy. Có đúng không? Nếu không thì sửa cột “Hệ số” ở trang ấy.",
            "This column was taken for the weights of rows: the totals of {agree}/{of} forms are weighted means (weights times points, by the sum of the weights), so the column \"Hệ số\" of the sheet of criteria holds the weights divided by that sum. Is that right? If not, correct that column."
        ),
        Weighing::Plain(agree, of) => say!(
            lang,
            "Cột này có vẻ ghi hệ số (trọng số), nhưng tổng điểm của {agree}/{of} phiếu là cộng thẳng, không nhân, nên hệ số KHÔNG được dùng: có đúng không? Nếu phải nhân thì ghi ở cột “Hệ số” trang Tiêu chí và chọn “cột: hệ số” ở cột Là.",
            "This column seems to hold the weights of rows, but the totals of {agree}/{of} forms are simple sums, so they are NOT used: is that right? If they have to be multiplied, fill in the column \"Hệ số\" of the sheet of criteria and choose \"column: weight\" in the column Is."
        ),
    }
}

/// What to ask where forms print their totals rounded to whole numbers.
pub(super) fn whole_totals((agree, of): (usize, usize), lang: Lang) -> String {
    say!(
        lang,
        "Tổng điểm trong {agree}/{of} phiếu được làm tròn đến số nguyên: tổng phiếu ghi được coi là đúng khi khớp sau khi làm tròn; kết quả vẫn giữ phần lẻ, xếp hạng và xếp loại theo tổng chưa làm tròn. Có đúng không? Nếu phiếu phải ghi cả phần lẻ thì ghi số chữ số ở đây.",
        "The totals of {agree}/{of} forms are rounded to whole numbers: a total that a form states is taken to be right where it is what the points come to after rounding; results keep the decimals, places and grades follow the totals before rounding. Is that right? If forms have to state decimals, write here how many."
    )
}
