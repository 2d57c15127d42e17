//! What an amount counts, and how it is shown.
//!
//! In: how many. Out: the words. Not for: limits, which those who enforce them know.

use serde::{Deserialize, Serialize};

use crate::base::lang::{Lang, say};
use crate::base::points::Decimal;

/// What an amount counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AmountUnit {
    /// Bytes, shown as KB, MB or GB.
    Bytes,
    /// Bytes once unpacked.
    UnpackedBytes,
    /// Bytes of text.
    TextBytes,
    /// Bytes of cell formats.
    FormatBytes,
    /// Cells.
    Cells,
    /// Merged ranges.
    MergedRanges,
    /// Parts of a workbook's package.
    Parts,
    /// Files.
    Files,
    /// Seconds.
    Seconds,
}

impl AmountUnit {
    /// So many of them, in words.
    pub(super) fn show(self, count: u64, lang: Lang) -> String {
        let size = lang.size(count);
        let (vi, en) = match self {
            AmountUnit::Bytes => return size,
            AmountUnit::UnpackedBytes => {
                return say!(lang, "{size} sau khi giải nén", "{size} unpacked");
            }
            AmountUnit::TextBytes => return say!(lang, "{size} chữ", "{size} of text"),
            AmountUnit::FormatBytes => {
                return say!(lang, "{size} định dạng ô", "{size} of cell formats");
            }
            AmountUnit::Cells => ("ô", "cell"),
            AmountUnit::MergedRanges => ("vùng gộp ô", "merged range"),
            AmountUnit::Parts => ("thành phần", "part"),
            AmountUnit::Files => ("tệp", "file"),
            AmountUnit::Seconds => ("giây", "second"),
        };
        let number = lang.number(Decimal::from(count));
        let plural = if count == 1 { "" } else { "s" };
        say!(lang, "{number} {vi}", "{number} {en}{plural}")
    }
}
