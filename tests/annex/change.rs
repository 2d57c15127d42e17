//! The narrative when the answers are others.

use tonghop::base::points::{Decimal, percent_of};
use tonghop::campaign::scheme::{SentenceCondition, SentenceSpec};
use tonghop::judge::statistics::{Outcome, Statistic};
use tonghop::output::annex::{self, AnnexBlock};
use tonghop::result::report::{AnnexWords, Report};

use super::sentences;
use crate::decision;

fn statistic<'r>(report: &'r mut Report, id: &str) -> &'r mut Statistic {
    let mut all = report.statistics.iter_mut();
    all.find(|one| one.id == id).unwrap()
}

fn share(report: &mut Report, id: &str, yes: usize, answered: usize) {
    let one = statistic(report, id);
    one.outcome = Outcome::Share {
        yes,
        answered,
        percent: percent_of(Decimal::from(yes), Decimal::from(answered)),
        no_units: Vec::new(),
    };
    one.covered = answered;
}

fn with(start: &str, report: &Report) -> String {
    let all = sentences(&annex::annex(report));
    let found = all.iter().find(|one| one.contains(start));
    found.unwrap_or_else(|| panic!("{start}: {all:#?}")).clone()
}

#[test]
fn words_follow_the_share_and_half_is_no_majority() {
    let mut report = decision::report().clone();
    for (yes, words) in [
        (0, "- Chưa có đơn vị nào có trang"),
        (1, "- Một đơn vị có trang"),
        (13, "- Một số đơn vị có trang"),
        (14, "- Một số đơn vị có trang"),
        (15, "- Đa số các đơn vị có trang"),
        (22, "- Đa số các đơn vị có trang"),
        (23, "- Hầu hết các đơn vị có trang"),
        (27, "- Hầu hết các đơn vị có trang"),
        (28, "- 100% các đơn vị có trang"),
    ] {
        share(&mut report, "portal_share", yes, 28);
        let said = with("trang thông tin điện tử liên kết", &report);
        assert!(said.starts_with(words), "{yes}: {said}");
        assert!(said.ends_with("(28/30 đơn vị có số liệu)."), "{said}");
    }
    report.annex.shares.most_from = Decimal::from(60);
    share(&mut report, "portal_share", 17, 28);
    assert!(with("liên kết với Cổng", &report).starts_with("- Hầu hết"));
    // Rounded to 100% is not all of them, and all of them need no word on those that did not answer.
    share(&mut report, "portal_share", 29_999, 30_000);
    assert!(with("liên kết với Cổng", &report).starts_with("- Hầu hết"));
    share(&mut report, "portal_share", 30, 30);
    let said = with("liên kết với Cổng", &report);
    assert!(
        said.starts_with("- 100%") && !said.contains("số liệu"),
        "{said}"
    );
}

#[test]
fn what_nobody_reported_is_a_word_to_the_author_and_no_claim() {
    let mut report = decision::report().clone();
    let one = statistic(&mut report, "pc_rate_huyen");
    one.covered = 0;
    one.outcome = Outcome::Ratio {
        numerator: Decimal::ZERO,
        denominator: Decimal::ZERO,
        percent: None,
    };
    let none = statistic(&mut report, "trained_others");
    (none.covered, none.outcome) = (
        0,
        Outcome::Sum {
            value: Decimal::ZERO,
        },
    );
    let given = statistic(&mut report, "gov_mail_accounts");
    given.outcome = Outcome::Given {
        value: None,
        of: None,
    };
    let all = sentences(&annex::annex(&report));
    for (id, of) in [
        ("pc_rate_huyen", "được trang bị"),
        ("trained_others", "không chuyên trách CNTT"),
        ("gov_mail_accounts", "khoảng"),
    ] {
        let name = &report
            .statistics
            .iter()
            .find(|one| one.id == id)
            .unwrap()
            .name;
        let notes = all
            .iter()
            .filter(|one| **one == format!("[chưa có số liệu: {name}]"));
        assert_eq!(notes.count(), 1, "{id}: {all:#?}");
        let claims = all
            .iter()
            .filter(|one| one.starts_with('-') && one.contains(of));
        assert_eq!(claims.count(), 0, "{id}: {all:#?}");
    }
}

#[test]
fn nothing_at_all_is_said_without_returns() {
    let mut report = decision::report().clone();
    for level in &mut report.levels {
        level.rows.clear();
    }
    for one in &mut report.statistics {
        one.covered = 0;
        one.outcome = match &one.outcome {
            Outcome::Sum { .. } => Outcome::Sum {
                value: Decimal::ZERO,
            },
            Outcome::Ratio { .. } => Outcome::Ratio {
                numerator: Decimal::ZERO,
                denominator: Decimal::ZERO,
                percent: None,
            },
            Outcome::Share { .. } => Outcome::Share {
                yes: 0,
                answered: 0,
                percent: None,
                no_units: Vec::new(),
            },
            Outcome::Units { .. } => Outcome::Units { units: Vec::new() },
            Outcome::Given { .. } => Outcome::Given {
                value: None,
                of: None,
            },
        };
    }
    let annex = annex::annex(&report);
    let all = sentences(&annex);
    assert!(
        all.iter().all(|one| one.starts_with("[chưa có số liệu: ")),
        "{all:#?}"
    );
    assert_eq!(all.len(), report.statistics.len());
    assert!(annex.footnotes.is_empty());
}

#[test]
fn a_sum_of_nothing_reads_true_and_conditions_hold() {
    let mut report = decision::report().clone();
    statistic(&mut report, "trained_it_staff").outcome = Outcome::Sum {
        value: Decimal::ZERO,
    };
    let said = with("chuyên trách CNTT được đào tạo", &report);
    assert_eq!(
        said,
        "- Trong năm 2017, chưa có cán bộ, công chức chuyên trách CNTT được đào tạo, tập huấn (28/30 đơn vị có số liệu)."
    );
    assert!(
        !sentences(&annex::annex(&report))
            .iter()
            .any(|one| one.contains("cho 0 người"))
    );
    let at = |when, value: Option<i64>| SentenceSpec {
        section: "a".to_string(),
        text: "X".to_string(),
        statistic: Some("pc_rate_tinh".to_string()),
        when: Some(when),
        value: value.map(Decimal::from),
        ..SentenceSpec::default()
    };
    // 97,93%.
    for (when, value, is_said) in [
        (SentenceCondition::AtLeast, Some(97), true),
        (SentenceCondition::AtLeast, Some(98), false),
        (SentenceCondition::Below, Some(98), true),
        (SentenceCondition::Below, Some(97), false),
        (SentenceCondition::Full, None, false),
        (SentenceCondition::Zero, None, false),
        (SentenceCondition::AboveZero, None, true),
    ] {
        report.annex.sentences = vec![at(when, value)];
        let all = sentences(&annex::annex(&report));
        let said = "- X (19/20 đơn vị có số liệu)".to_string();
        assert_eq!(all.contains(&said), is_said, "{when:?} {value:?}: {all:?}");
    }
}

#[test]
fn units_at_a_maximum_are_all_none_or_listed() {
    let mut report = decision::report().clone();
    let top = |report: &mut Report, count: usize| {
        let units: Vec<_> = report.levels[0]
            .rows
            .iter()
            .map(|row| row.unit.clone())
            .collect();
        statistic(report, "policy_top").outcome = Outcome::Units {
            units: units[..count].to_vec(),
        };
    };
    top(&mut report, 0);
    let said = with("chính sách và đầu tư cho ứng dụng", &report);
    assert!(
        said.starts_with("- Chưa có đơn vị cấp tỉnh nào đạt mức"),
        "{said}"
    );
    assert_eq!(annex::annex(&report).footnotes.len(), 1);
    top(&mut report, 19);
    let said = with("chính sách và đầu tư cho ứng dụng", &report);
    assert!(
        said.starts_with("- 100% các đơn vị cấp tỉnh^1 đạt mức"),
        "{said}"
    );
    top(&mut report, 1);
    let said = with("chính sách và đầu tư cho ứng dụng", &report);
    assert!(
        said.starts_with("- Một đơn vị cấp tỉnh^1 đạt mức"),
        "{said}"
    );
    assert_eq!(
        annex::annex(&report).footnotes[0],
        "Sở Tài nguyên và Môi trường."
    );
}

#[test]
fn a_scheme_without_sentences_says_each_statistic_in_its_own_words() {
    let mut report = decision::report().clone();
    report.annex = AnnexWords::default();
    let annex = annex::annex(&report);
    let all = sentences(&annex);
    assert_eq!(all.len(), report.statistics.len());
    for said in [
        "- Tỷ lệ đơn vị có mạng nội bộ: 100% (28/28 đơn vị; 28/30 đơn vị có số liệu).",
        "- Tỷ lệ CBCC cấp tỉnh được trang bị máy tính: 97,93% (19/20 đơn vị có số liệu).",
        "- Cán bộ chuyên trách CNTT: 36 người (28/30 đơn vị có số liệu).",
        "- Đơn vị liên thông eOffice qua đường truyền số liệu chuyên dùng: 30/30 đơn vị.",
    ] {
        assert!(all.iter().any(|one| one == said), "{said}\n{all:#?}");
    }
    assert_eq!(annex.footnotes.len(), 2);
    assert!(
        !annex
            .blocks
            .iter()
            .any(|block| matches!(block, AnnexBlock::Subheading(_)))
    );
    report.statistics.clear();
    let annex = annex::annex(&report);
    assert_eq!(annex.places().count(), 1);
}

#[test]
fn levels_are_as_many_as_the_scheme_has() {
    let mut report = decision::report().clone();
    let headings = |report: &Report| -> Vec<String> {
        let blocks = annex::annex(report).blocks.into_iter();
        let heads = blocks.filter_map(|block| match block {
            AnnexBlock::Heading(text) => Some(text),
            _ => None,
        });
        heads.collect()
    };
    let two = [
        "1. Kết quả chung",
        "2. Kết quả xếp loại cấp tỉnh (sở, ban, ngành)",
        "3. Kết quả xếp loại cấp huyện (UBND các huyện, thành phố)",
    ];
    assert_eq!(headings(&report), two);
    for number in 3..=5 {
        let mut more = report.levels[1].clone();
        more.id = format!("cap{number}").as_str().into();
        report.levels.push(more);
    }
    assert_eq!(headings(&report).len(), 6);
    report.levels.truncate(1);
    report.levels[0].rows.truncate(1);
    report.grades.clear();
    assert_eq!(
        headings(&report)[1..],
        ["2. Kết quả xếp hạng cấp tỉnh (sở, ban, ngành)"]
    );
}
