//! Golden values from the standard and the fonts' convention, and round trips through tables of the other direction.

use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::*;

/// The letters of Vietnamese, small.
const SMALL: &str =
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ";

/// The other direction of TCVN3. Capitals with a tone have no code of their own: the fonts for capitals show the small ones.
fn to_tcvn3(text: &str) -> String {
    let code = |c: char| (0xa1..=0xff_u8).find(|&byte| tcvn3::letter(byte) == Some(c));
    let one = |c: char| match code(c).filter(|_| !c.is_ascii()) {
        Some(byte) => char::from(byte),
        None => c,
    };
    text.chars().map(one).collect()
}

/// The other direction of VNI, by decomposing a letter: the breve or the circumflex and the tone share one mark.
fn to_vni(text: &str) -> String {
    let letter = |c: char| -> String {
        let parts: Vec<char> = c.to_lowercase().nfd().collect();
        let Some((base, marks)) = parts.split_first() else {
            return String::new();
        };
        let tone = |marks: &[char], row: &str| -> String {
            let tones = ['\u{300}', '\u{301}', '\u{309}', '\u{303}', '\u{323}'];
            let index = tones.iter().position(|tone| marks.contains(tone));
            let index = index.map_or(0, |index| index + 1);
            row.chars()
                .nth(index)
                .filter(|c| *c != '.')
                .map_or(String::new(), String::from)
        };
        let has = |mark| marks.contains(&mark);
        let coded = match base {
            'đ' => "ñ".to_string(),
            'i' => tone(marks, "iìíæóò"),
            'y' if has('\u{323}') => "î".to_string(),
            'o' if has('\u{31b}') => format!("ô{}", tone(marks, ".øùûõï")),
            'u' if has('\u{31b}') => format!("ö{}", tone(marks, ".øùûõï")),
            _ if has('\u{302}') => format!("{base}{}", tone(marks, "âàáåãä")),
            _ if has('\u{306}') => format!("{base}{}", tone(marks, "êèéúüë")),
            _ => format!("{base}{}", tone(marks, ".øùûõï")),
        };
        if c.is_uppercase() {
            coded.to_uppercase()
        } else {
            coded
        }
    };
    text.nfc().map(letter).collect()
}

/// UTF-8 read as Windows-1252, whose five gaps come out as control characters.
fn to_mojibake(text: &str) -> String {
    let windows = |byte: &u8| {
        (0_u32..0x2200)
            .filter_map(char::from_u32)
            .filter(|c| !('\u{80}'..='\u{9f}').contains(c) && *c != 'đ')
            .find(|&c| bytes::byte_of(c) == Some(*byte))
            .unwrap_or(char::from(*byte))
    };
    text.as_bytes().iter().map(windows).collect()
}

/// Windows-1258 read as Windows-1252.
fn to_1258(text: &str) -> String {
    const KEPT: &str = "àáâăèéêíóôơùúưđÀÁÂĂÈÉÊÍÓÔƠÙÚƯĐ";
    let mut stored = String::new();
    for c in text.nfc() {
        if KEPT.contains(c) {
            stored.push(c);
        } else {
            let mut parts: Vec<char> = c.nfd().collect();
            let tones = ['\u{300}', '\u{301}', '\u{309}', '\u{303}', '\u{323}'];
            let tone = parts
                .iter()
                .position(|part| tones.contains(part))
                .map(|at| parts.remove(at));
            stored.extend(parts.into_iter().nfc());
            stored.extend(tone);
        }
    }
    stored
        .chars()
        .map(|c| bytes::byte_of(c).map_or(c, char::from))
        .collect()
}

fn all(text: &str, encoding: Encoding) -> Vec<String> {
    candidates(text)
        .filter(|(one, _)| *one == encoding)
        .map(|(_, text)| text)
        .collect()
}

#[test]
fn tcvn3_as_it_looks() {
    for (stored, text) in [
        ("Së Tµi chÝnh", "Sở Tài chính"),
        ("S¬n Hµ", "Sơn Hà"),
        ("S¬n H¹", "Sơn Hạ"),
        ("§iÓm tù chÊm", "Điểm tự chấm"),
        ("Tiªu chÝ", "Tiêu chí"),
        ("§¬n vÞ tÝnh", "Đơn vị tính"),
        ("Tæng sè c¸n bé, c«ng chøc", "Tổng số cán bộ, công chức"),
        ("T\u{ad} ph¸p – 2017 “A”", "Tư pháp – 2017 “A”"),
        (
            "Uû ban nh©n d©n huyÖn §¨k Hµ",
            "Uỷ ban nhân dân huyện Đăk Hà",
        ),
    ] {
        assert_eq!(all(stored, Encoding::Tcvn3), [text]);
    }
}

#[test]
fn vni_as_it_looks() {
    for (stored, text) in [
        ("Sôû Taøi chính", "Sở Tài chính"),
        ("SÔÛ TAØI CHÍNH", "SỞ TÀI CHÍNH"),
        ("Ñieåm töï chaám", "Điểm tự chấm"),
        ("Tieâu chí", "Tiêu chí"),
        (
            "UÛy ban nhaân daân huyeän Ñaêk Haø",
            "Ủy ban nhân dân huyện Đăk Hà",
        ),
        ("Coâng ngheä thoâng tin", "Công nghệ thông tin"),
        ("Phöôøng Quyeát Thaéng", "Phường Quyết Thắng"),
        ("kyõ luaät, kyû, kî", "kỹ luật, kỷ, kỵ"),
    ] {
        assert_eq!(all(stored, Encoding::Vni), [text]);
    }
    assert!(
        all("tù", Encoding::Vni).is_empty(),
        "a mark without a vowel"
    );
    assert!(all("n¸m", Encoding::Vni).iter().all(|text| text == "n¸m"));
}

#[test]
fn utf8_as_it_looks() {
    assert_eq!(all("Sá»Ÿ Y táº¿", Encoding::Utf8), ["Sở Y tế"]);
    assert_eq!(
        all("Ä\u{90}iá»ƒm tá»± cháº¥m", Encoding::Utf8),
        ["Điểm tự chấm"]
    );
    assert_eq!(all("Äiá»ƒm", Encoding::Utf8), ["Điểm"], "a byte was lost");
    assert_eq!(
        all("T\u{c3}\u{a0}i ch\u{c3}\u{ad}nh", Encoding::Utf8),
        ["Tài chính"]
    );
    let lost = all("TÃ i chÃnh", Encoding::Utf8);
    assert!(lost.contains(&"Tài chính".to_string()), "{lost:?}");
    assert_eq!(all("Ã¡ â€œxâ€\u{9d}", Encoding::Utf8), ["á “x”"]);
    let twice = to_mojibake(&to_mojibake("Sở"));
    assert!(all(&twice, Encoding::Utf8).contains(&"Sở".to_string()));
    assert!(all("Đã có", Encoding::Utf8).is_empty());
    assert!(
        all(&"á»".repeat(60), Encoding::Utf8).is_empty(),
        "too many ways"
    );
}

#[test]
fn a_long_text_takes_no_longer_for_its_length() {
    let started = std::time::Instant::now();
    let text = "Sá»Ÿ Y táº¿ ".repeat(40_000);
    assert_eq!(all(&text, Encoding::Utf8), ["Sở Y tế ".repeat(40_000)]);
    assert!(all(&"á»".repeat(400_000), Encoding::Utf8).is_empty());
    // Copied for each of its letters anew, it would take an hour.
    assert!(started.elapsed().as_secs() < 30, "{:?}", started.elapsed());
}

#[test]
fn windows_1258_as_it_looks() {
    assert_eq!(
        all("SõÒ Tài chính", Encoding::Windows1258),
        ["Sở Tài chính"]
    );
    assert_eq!(
        all("Ðiê\u{d2}m tý\u{f2} châ\u{ec}m", Encoding::Windows1258),
        ["Điểm tự chấm"]
    );
    assert!(all("Sở", Encoding::Windows1258).is_empty());
}

#[test]
fn plain_text_has_no_candidates() {
    assert_eq!(candidates("1.1 So Tai chinh 89,5").count(), 0);
}

#[test]
fn two_fonts_in_one_cell() {
    let texts: Vec<String> = mixed("Tên đơn vị: Së Tµi chÝnh")
        .map(|(_, text)| text)
        .collect();
    assert!(texts.contains(&"Tên đơn vị: Sở Tài chính".to_string()));
    let texts: Vec<String> = mixed("§¬n vÞ: Sở Tài chính")
        .map(|(_, text)| text)
        .collect();
    assert!(texts.contains(&"Đơn vị: Sở Tài chính".to_string()));
}

#[test]
fn every_letter_has_a_code() {
    for c in SMALL.chars().filter(|c| !c.is_ascii()) {
        let text = c.to_string();
        let upper = text.to_uppercase();
        if to_tcvn3(&text) != text {
            assert_eq!(all(&to_tcvn3(&text), Encoding::Tcvn3), vec![text.clone()]);
        }
        if !matches!(c, 'ì' | 'í') {
            assert_eq!(all(&to_vni(&text), Encoding::Vni), vec![text.clone()]);
            assert_eq!(all(&to_vni(&upper), Encoding::Vni), vec![upper.clone()]);
        }
        assert!(
            all(&to_mojibake(&text), Encoding::Utf8).contains(&text),
            "{c}"
        );
        assert!(
            all(&to_mojibake(&upper), Encoding::Utf8).contains(&upper),
            "{upper}"
        );
        if to_1258(&text) != text {
            assert_eq!(all(&to_1258(&text), Encoding::Windows1258), [text]);
        }
    }
}

fn words() -> impl Strategy<Value = String> {
    let letters: Vec<char> = SMALL.chars().chain(SMALL.to_uppercase().chars()).collect();
    let letter = prop_oneof![
        8 => proptest::sample::select(letters),
        1 => proptest::sample::select("0123456789 .,:;-()/&%".chars().collect::<Vec<_>>()),
    ];
    proptest::collection::vec(letter, 1..40).prop_map(|letters| letters.into_iter().collect())
}

proptest! {
    #[test]
    fn round_trips(text in words()) {
        let lower = text.to_lowercase();
        let back = |stored: String, encoding| {
            let mut found = all(&stored, encoding);
            found.push(stored);
            found
        };
        prop_assert!(back(to_tcvn3(&lower), Encoding::Tcvn3).contains(&lower));
        prop_assert!(back(to_mojibake(&text), Encoding::Utf8).contains(&text));
        prop_assert!(back(to_1258(&text), Encoding::Windows1258).contains(&text));
    }

    #[test]
    fn syllables_survive_vni(first in "[bcdghklmnpqrstvx]", vowel in proptest::sample::select(SMALL.chars().filter(|c| !c.is_ascii()).collect::<Vec<_>>()), last in "[cmnptg]?") {
        let text = format!("{first}{vowel}{last}");
        let stored = to_vni(&text);
        let mut found = all(&stored, Encoding::Vni);
        found.push(stored);
        prop_assert!(found.contains(&text));
    }

    #[test]
    fn digits_and_length_are_bounded(text in ".{0,80}") {
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        for (_, new) in candidates(&text).chain(mixed(&text)) {
            prop_assert_eq!(digits(&new), digits(&text));
        }
        is_vietnamese(&text);
    }
}
