//! Forms whose bonus has no maximum: words stand in the column of maxima, or in the text of the row, or a group bounds it.

use tonghop::campaign::documents::Certainty;
use tonghop::input::propose::{Form, Suggestion};

use crate::propose::kinds::{form, maxima};
use crate::propose::measure::{proposed, scheme};

const UNITS: [&str; 4] = [
    "UBND xã Đắk Hà",
    "UBND xã Ngọk Tem",
    "UBND phường Lê Lợi",
    "UBND xã Bờ Y",
];

/// A form with a bonus group; `group` and `bonus` are what stands in the maxima of the group and of its first criterion.
fn of(index: usize, group: &str, bonus: &str, text: &str) -> Form {
    let shift = index as u32;
    let lines = format!(
        "{}\nPHIẾU TỰ CHẤM ĐIỂM NĂM 2025\n\nTT|Nội dung|Điểm tối đa|Điểm tự chấm\n\
         I|Công tác chỉ đạo|60|{}\n1|Ban hành kế hoạch|40|{}\n2|Báo cáo đúng hạn|20|20\n\
         II|Kết quả thực hiện|40|{}\n1|Hồ sơ trực tuyến|25|{}\n2|Số hóa hồ sơ|15|10\n\
         III|Điểm thưởng|{group}|{}\n1|{text}|{bonus}|{}\n2|Được tặng bằng khen|5|\n|Tổng cộng|100|{}",
        UNITS[index],
        50 + shift,
        30 + shift,
        31 + shift,
        21 + shift,
        6 * shift,
        6 * shift,
        81 + 8 * shift,
    );
    form(&format!("{index}.xlsx"), &[("Phiếu", lines)])
}

fn forms(group: &str, bonus: &str, text: &str) -> Suggestion {
    let all: Vec<Form> = (0..4).map(|index| of(index, group, bonus, text)).collect();
    proposed(&all)
}

fn question(suggestion: &Suggestion, part: &str) -> Certainty {
    let mut lines = suggestion.proposal.proposed.iter();
    let line = lines.find(|line| line.question.contains(part));
    line.unwrap_or_else(|| panic!("{part}")).certainty
}

#[test]
fn words_in_the_column_of_maxima_are_no_limit() {
    for words in ["không giới hạn", "Không hạn chế", "Khong khong che"] {
        let found = forms("", words, "Mỗi sáng kiến được cộng 2 điểm");
        let own = scheme(&found);
        let expected = [
            "I 60",
            "II 40",
            "III unlimited",
            "I.1 40",
            "I.2 20",
            "II.1 25",
            "II.2 15",
            "III.1 unlimited",
            "III.2 5",
        ];
        assert_eq!(maxima(&own, 0), expected, "{words}");
        assert_eq!(own.total_maximum.to_string(), "100");
        assert!(own.groups[2].outside_total && own.criteria[5].blank_is_zero);
        let sure = found.proposal.proposed.iter().find(|line| {
            let witness = line.witness.as_ref();
            witness.is_some_and(|one| one.says == words)
        });
        let sure = sure.map(|line| (line.agree, line.of, line.certainty));
        assert_eq!(sure, Some((4, 4, Certainty::Sure)), "{words}");
    }
}

#[test]
fn a_group_that_prints_a_maximum_bounds_what_has_none() {
    let found = forms("10", "không giới hạn", "Mỗi sáng kiến được cộng 2 điểm");
    let own = scheme(&found);
    assert_eq!(maxima(&own, 0)[2], "III 10");
    assert_eq!(maxima(&own, 0)[7], "III.1 unlimited");
    assert!(own.groups[2].cap.is_set() && own.groups[2].outside_total);
    assert_eq!(question(&found, "chỉ tính đến 10"), Certainty::Look);
}

#[test]
fn words_of_the_row_say_so_where_nothing_is_printed_and_are_asked_about() {
    let text = "Mỗi sáng kiến được cộng 2 điểm (không giới hạn số lượng)";
    let own = scheme(&forms("", "", text));
    assert_eq!(maxima(&own, 0)[7], "III.1 unlimited");
    let found = forms("", "", text);
    assert_eq!(
        question(&found, "lời của dòng ghi là không giới hạn"),
        Certainty::Look
    );
    // A number that is printed goes before words, and words that name a maximum are no words of none.
    assert_eq!(maxima(&scheme(&forms("", "8", text)), 0)[7], "III.1 8");
    let most = "Mỗi sáng kiến được cộng 2 điểm, không giới hạn số lượng, tối đa 9 điểm";
    assert_eq!(maxima(&scheme(&forms("", "", most)), 0)[7], "III.1 18");
}

#[test]
fn the_lowest_that_was_seen_is_said_to_be_no_rule() {
    let of = |index: usize, most: &str, taken: i32| {
        let lines = format!(
            "{}\nPHIẾU TỰ CHẤM ĐIỂM NĂM 2025\n\nTT|Nội dung|Điểm tối đa|Điểm tự chấm\n\
             I|Công tác chỉ đạo|100|{}\n1|Ban hành kế hoạch|60|{}\n2|Báo cáo đúng hạn|40|20\n\
             II|Điểm trừ|{most}|{taken}\n1|Báo cáo chậm (mỗi lần trừ 5 điểm)|{most}|{taken}",
            UNITS[index],
            50 + index,
            30 + index,
        );
        form(&format!("{index}.xlsx"), &[("Phiếu", lines)])
    };
    let asked = |most: &str| {
        let taken = [0, -5, -10, -5];
        let all: Vec<Form> = (0..4).map(|at| of(at, most, taken[at])).collect();
        let found = proposed(&all).proposal.proposed.into_iter();
        let mut found = found.filter(|one| one.question.contains("điểm trừ: cao nhất là 0"));
        found.next().unwrap().question
    };
    let seen = "-10 là số thấp nhất đã thấy";
    assert!(asked("").contains(seen), "{}", asked(""));
    assert!(!asked("-20").contains(seen), "{}", asked("-20"));
}
