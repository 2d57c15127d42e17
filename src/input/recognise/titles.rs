//! What titles and names say by their words: a year, a draft, the province behind a unit's name.
//!
//! In: keys of texts. Out: what they say. Not for: where they stand.

use crate::base::text;
use crate::campaign::hints::Hint;
use crate::campaign::scheme::Scheme;
use crate::campaign::settings::Campaign;
use crate::campaign::units::Registry;

/// The province of a campaign as a key: `kon tum`, by its authority or by the name of its scheme.
pub fn province(campaign: &Campaign, scheme: &Scheme) -> Option<String> {
    let behind = |text: &str| {
        let key = text::key(text);
        let at = key.rfind("tỉnh ")?;
        let name = key.get(at + "tỉnh ".len()..)?.trim();
        (1..=4)
            .contains(&name.split(' ').count())
            .then(|| name.to_string())
    };
    behind(&campaign.authority).or_else(|| behind(&scheme.name))
}

/// The key of a registered name within one that names the campaign's own province besides: `Sở Tài chính tỉnh Kon Tum`, `UBND tỉnh
/// Kon Tum – Sở Tài chính`. `None` where nothing is to be left off, or what is left is no unit.
pub fn within_province(key: &str, province: Option<&str>, registry: &Registry) -> Option<String> {
    if !registry.by_name_key(key).is_empty() {
        return None;
    }
    let own = province.map(|name| format!("tỉnh {name}"));
    let mut rest = key;
    for authority in ["ubnd ", "ủy ban nhân dân "] {
        let full = own.iter().map(|own| format!("{authority}{own} "));
        for start in full.chain([format!("{authority}tỉnh ")]) {
            rest = rest.strip_prefix(start.as_str()).unwrap_or(rest);
        }
    }
    let ends = own.into_iter().chain(province.map(str::to_string));
    let mut rests = vec![rest.to_string()];
    rests.extend(ends.filter_map(|end| Some(rest.strip_suffix(&end)?.trim_end().to_string())));
    if province.is_none() {
        rests.extend(behind_any_province(key));
    }
    rests.retain(|rest| rest != key && !registry.by_name_key(rest).is_empty());
    rests.pop()
}

/// What stands behind an authority of the province, whichever that is: of names of one to three words.
fn behind_any_province(key: &str) -> Vec<String> {
    let mut authorities = ["ubnd tỉnh ", "ủy ban nhân dân tỉnh "].iter();
    let rest = authorities.find_map(|authority| key.strip_prefix(authority));
    let words: Vec<&str> = rest.unwrap_or_default().split(' ').collect();
    let behind = (1..=3).filter_map(|place| Some(words.get(place..)?.join(" ")));
    behind.filter(|behind| !behind.is_empty()).collect()
}

/// Whether a text above a table may be a title that says so; quick, because every text is asked.
pub fn may_be_not_final(key: &str) -> bool {
    Hint::NotFinal.is_in(key)
}

/// The most words of a title that goes on behind its year; a sentence that mentions a year is another matter.
const LONGEST: usize = 16;

/// The year that a text above a table names: `NHÓM 5: TRANG TTĐT NĂM 2016`, `KẾT QUẢ NĂM 2016 CỦA ĐƠN VỊ`. A day, and what a decision is
/// of, is no year of a form.
pub fn year_named(key: &str) -> Option<i32> {
    let words: Vec<&str> = key.split(' ').collect();
    let year = |pair: &[&str]| match pair {
        ["năm", year] if year.len() == 4 => year.parse().ok(),
        _ => None,
    };
    let years = words.windows(2).enumerate();
    let mut years = years.filter_map(|(at, pair)| Some((at, year(pair)?)));
    let (at, year) = years.next_back()?;
    let is_title = at + 2 == words.len() || words.len() <= LONGEST;
    let before = words.get(..at)?.join(" ");
    let is_other = |word: &str| format!(" {before} ").contains(&format!(" {word} "));
    ((2000..=2099).contains(&year) && is_title && !Hint::OtherYear.words().any(is_other))
        .then_some(year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_behind_an_authority() {
        let behind = behind_any_province("ubnd tỉnh hà nam sở y tế");
        assert!(behind.contains(&"sở y tế".to_string()), "{behind:?}");
        assert!(behind_any_province("sở y tế tỉnh hà nam").is_empty());
    }

    #[test]
    fn years_of_titles() {
        assert_eq!(
            year_named(&text::key("NHÓM 5: TRANG TTĐT NĂM 2016")),
            Some(2016)
        );
        assert_eq!(
            year_named(&text::key("KẾT QUẢ TỰ CHẤM NĂM 2016 (của đơn vị)")),
            Some(2016)
        );
        assert_eq!(
            year_named(&text::key("Văn bản ban hành từ năm 2016 đến nay")),
            None
        );
        assert_eq!(
            year_named(&text::key("Kon Tum, ngày 12 tháng 01 năm 2018")),
            None
        );
        assert_eq!(year_named(&text::key("Kế hoạch năm 2018")), None);
    }
}
