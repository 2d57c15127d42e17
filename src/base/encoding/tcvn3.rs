//! TCVN3, also called ABC: the Vietnamese letters of TCVN 5712:1993 where Latin-1 has its letters, shown by fonts such as
//! `.VnTime`. The fonts for capitals (`.VnTimeH`) show the codes of small letters, so both come out small.
//!
//! In: text that was read as Latin-1 or Windows-1252. Out: its letters.

use std::sync::LazyLock;

use crate::base::encoding::bytes::by_words;

/// The letters from 0xA1 on. A space stands for codes that are no letter.
const LETTERS: &str = "ĂÂÊÔƠƯĐăâêôơưđẰ     àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ";
const FIRST: u8 = 0xa1;

/// The letter of a code.
pub(super) fn letter(byte: u8) -> Option<char> {
    static TABLE: LazyLock<Vec<char>> = LazyLock::new(|| LETTERS.chars().collect());
    let index = byte.checked_sub(FIRST)?;
    let letter = TABLE.get(usize::from(index)).copied();
    letter.filter(|c| *c != ' ')
}

/// Decodes a text. Characters that are no code of a letter stay.
pub(super) fn decode(text: &str) -> Option<String> {
    by_words(text, |word| {
        Some(
            word.iter()
                .map(|&(c, byte)| letter(byte).unwrap_or(c))
                .collect(),
        )
    })
}
