//! Why something must have a maximum that is a number.
//!
//! In: nothing. Out: the reason, in both languages. Not for: finding where it is.

use std::fmt;

/// What needs a limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NeedsLimit {
    /// It is in the total, which is a sum of maxima.
    Total,
    /// Its points are a part of its maximum.
    Rule,
    /// No more than its maximum counts.
    Cap,
    /// Something above it states a maximum.
    Above(String),
    /// Something above it takes the best, the weakest or the mean of several.
    Choice(String),
    /// A share of it is asked for.
    Share,
    /// Units that have all of it are counted.
    Statistic,
}

impl fmt::Display for NeedsLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            NeedsLimit::Total => {
                "a group inside the total has a maximum: write outside_total = true, or a number and cap = true"
            }
            NeedsLimit::Rule => "its points are a share of its maximum: write a number",
            NeedsLimit::Cap => "cap = true needs a number",
            NeedsLimit::Above(above) => {
                return write!(
                    f,
                    "{above} above it states a maximum: write \"unlimited\" there too, or cap = true if no more than that counts"
                );
            }
            NeedsLimit::Choice(above) => {
                return write!(
                    f,
                    "{above} above it does not add up what is below it: write a number"
                );
            }
            NeedsLimit::Share => "a grade asks for a percentage of it: write points",
            NeedsLimit::Statistic => "no unit can have all of it, so none can be counted",
        };
        f.write_str(text)
    }
}

impl NeedsLimit {
    /// The same in Vietnamese.
    pub(super) fn vietnamese(&self) -> String {
        match self {
            NeedsLimit::Total => "nhóm nằm trong tổng điểm phải có điểm tối đa: ghi có ở “Ngoài tổng” (outside_total = true) \
                nếu là điểm cộng, hoặc ghi một số và ghi có ở “Tính đến tối đa” (cap = true)"
                .to_string(),
            NeedsLimit::Rule => {
                "cách tính điểm lấy theo điểm tối đa: phải ghi một số, hoặc chọn cách tính khác".to_string()
            }
            NeedsLimit::Cap => "“Tính đến tối đa” (cap = true) thì phải ghi một số".to_string(),
            NeedsLimit::Above(above) => format!(
                "“{above}” ở trên lại có điểm tối đa: ghi “không giới hạn” ở đó, hoặc ghi có ở “Tính đến tối đa” (cap = true) \
                của mục đó nếu chỉ tính đến số ấy"
            ),
            NeedsLimit::Choice(above) => {
                format!("“{above}” ở trên không cộng điểm các tiêu chí con: phải ghi một số")
            }
            NeedsLimit::Share => "mức xếp loại đòi tỷ lệ phần trăm của nhóm này: ghi số điểm thay cho tỷ lệ".to_string(),
            NeedsLimit::Statistic => {
                "không đơn vị nào đạt điểm tối đa được nên không thống kê được".to_string()
            }
        }
    }
}
