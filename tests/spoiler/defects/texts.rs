//! Labels in other letters: decomposed, capitals, old encodings, old tone marks.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::{Defect, Stage, harmless, wrong};
use crate::spoiler::dice::Dice;
use crate::spoiler::work::Work;

use Stage::Texts;

pub const DEFECTS: &[Defect] = &[
    harmless("E01", Texts, |w, _| {
        everywhere(w, |text| text.nfd().collect())
    }),
    harmless("E02", Texts, |w, _| everywhere(w, other_tone)),
    harmless("E07", Texts, |w, _| {
        everywhere(w, |text| text.replace('Đ', "Ð"))
    }),
    harmless("E10", Texts, |w, _| everywhere(w, str::to_uppercase)),
    wrong("E03", Texts, |w, _| everywhere(w, tcvn3)),
    wrong("E04", Texts, |w, _| everywhere(w, vni)),
    wrong("E13", Texts, |w, _| everywhere(w, mojibake)),
    wrong("E05", Texts, |w, d| one_sheet(w, d, tcvn3)),
    wrong("E05", Texts, |w, d| one_sheet(w, d, vni)),
    wrong("E05", Texts, |w, d| one_sheet(w, d, mojibake)),
    wrong("E06", Texts, |w, d| {
        one_sheet(w, d, |text| {
            text.chars()
                .map(|c| if c.is_ascii() { c } else { '?' })
                .collect()
        })
    }),
];

#[allow(clippy::unnecessary_wraps, reason = "the shape of a defect")]
fn everywhere(work: &mut Work, how: fn(&str) -> String) -> Option<String> {
    for sheet in &mut work.book.sheets {
        sheet.each_text(&mut |text| how(text));
    }
    Some("all texts in other letters".to_string())
}

fn one_sheet(work: &mut Work, dice: &mut Dice, how: fn(&str) -> String) -> Option<String> {
    let at = dice.below(work.book.sheets.len());
    let sheet = work.book.sheets.get_mut(at)?;
    sheet.each_text(&mut |text| how(text));
    Some(format!("{} in other letters", sheet.name))
}

/// The tone on the other vowel of open syllables: hòa, hoà.
fn other_tone(text: &str) -> String {
    const PAIRS: [(&str, &str); 6] = [
        ("hòa", "hoà"),
        ("hóa", "hoá"),
        ("thủy", "thuỷ"),
        ("khỏe", "khoẻ"),
        ("Hòa", "Hoà"),
        ("HÓA", "HOÁ"),
    ];
    let mut changed = text.to_string();
    for (one, other) in PAIRS {
        changed = changed.replace(one, other);
    }
    changed
}

/// The letters of TCVN 5712:1993 from 0xA1 on; a space is no letter.
const TCVN3: &str = "ĂÂÊÔƠƯĐăâêôơưđẰ     àảãáạẲằẳẵắẴẮẦẨẪẤỀặầẩẫấậèỂẻẽéẹềểễếệìỉỄẾỒĩíịòỔỏõóọồổỗốộờởỡớợùỖủũúụừửữứựỳỷỹýỵỐ";

fn tcvn3(text: &str) -> String {
    let composed: String = text.nfc().collect();
    let code = |c: char| {
        let at = |c: char| TCVN3.chars().position(|one| one == c && c != ' ');
        let small = || c.to_lowercase().next().and_then(at);
        let code = at(c).or_else(|| small().filter(|_| !c.is_ascii()));
        code.and_then(|at| char::from_u32(0xa1 + at as u32))
            .unwrap_or(c)
    };
    composed.chars().map(code).collect()
}

/// Behind a vowel the letter that stands for its marks: the shape, then the tone.
const VNI: [(&str, char); 17] = [
    ("\u{300}", 'ø'),
    ("\u{301}", 'ù'),
    ("\u{309}", 'û'),
    ("\u{303}", 'õ'),
    ("\u{323}", 'ï'),
    ("\u{302}", 'â'),
    ("\u{302}\u{300}", 'à'),
    ("\u{302}\u{301}", 'á'),
    ("\u{302}\u{309}", 'å'),
    ("\u{302}\u{303}", 'ã'),
    ("\u{302}\u{323}", 'ä'),
    ("\u{306}", 'ê'),
    ("\u{306}\u{300}", 'è'),
    ("\u{306}\u{301}", 'é'),
    ("\u{306}\u{309}", 'ú'),
    ("\u{306}\u{303}", 'ü'),
    ("\u{306}\u{323}", 'ë'),
];

fn vni(text: &str) -> String {
    text.nfc().map(vni_letter).collect()
}

fn vni_letter(c: char) -> String {
    let small = c.to_lowercase().next().unwrap_or(c);
    let capital = small != c;
    let fit = |code: char| match capital {
        true => code.to_uppercase().to_string(),
        false => code.to_string(),
    };
    match small {
        'đ' => return fit('ñ'),
        'í' | 'ì' => return fit(small),
        'ỉ' => return fit('æ'),
        'ĩ' => return fit('ó'),
        'ị' => return fit('ò'),
        'ỵ' => return fit('î'),
        _ => {}
    }
    let parts: Vec<char> = std::iter::once(small).nfd().collect();
    let base = parts.first().copied().unwrap_or(small);
    let horn = parts.contains(&'\u{31b}');
    let mut marks: Vec<char> = parts
        .into_iter()
        .filter(|mark| is_combining_mark(*mark) && *mark != '\u{31b}')
        .collect();
    marks.sort_by_key(|mark| !matches!(mark, '\u{302}' | '\u{306}'));
    let marks: String = marks.into_iter().collect();
    let base = match (base, horn) {
        ('o', true) => 'ô',
        ('u', true) => 'ö',
        (base, _) => base,
    };
    let mark = VNI.iter().find(|(one, _)| *one == marks);
    fit(base) + &mark.map(|(_, code)| fit(*code)).unwrap_or_default()
}

/// UTF-8 read as Windows-1252.
fn mojibake(text: &str) -> String {
    encoding_rs::WINDOWS_1252
        .decode_without_bom_handling(text.as_bytes())
        .0
        .into_owned()
}
