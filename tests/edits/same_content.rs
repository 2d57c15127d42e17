//! Two units whose forms say the same throughout: whose each is gets decided in the workbook that a run wrote.

use std::fs;

use serde_json::Value;

use super::book::{Campaign, edit};
use super::decided_files::{answer, asked, json, statuses};

const BOOK: &str = "dot-quyet-dinh.xlsx";
const SECOND: &str = "dot-quyet-dinh_2.xlsx";
const THIRD: &str = "dot-quyet-dinh_3.xlsx";
const SNV: &str = "SNV 2016.xlsx";
const STC: &str = "STC 2016.xlsx";

/// A round in which one unit's form is another's with its own name on it.
fn campaign() -> Campaign {
    let campaign = Campaign::of(&["BDT", "SNV", "STC"]);
    let inbox = campaign.path("dot/phieu-nop");
    fs::copy(inbox.join(STC), inbox.join(SNV)).unwrap();
    edit(&inbox.join(SNV), |form| {
        form.text("Thông tin chung", "C8", "Sở Nội vụ");
    });
    campaign
}

/// What became of the two files.
fn fates(report: &Value) -> [String; 2] {
    let files = report["intake"]["files"].as_array().unwrap();
    [SNV, STC].map(|name| {
        let file = files.iter().find(|file| file["name"] == name).unwrap();
        file["fate"].as_str().unwrap().to_string()
    })
}

/// The files that a finding of the same content is about, and whether it is settled.
fn told(report: &Value) -> Vec<(String, bool)> {
    let findings = report["findings"].as_array().unwrap().iter();
    let findings = findings.filter(|one| one["code"] == "TH110");
    findings
        .map(|one| {
            let file = one["place"]["file"].as_str().unwrap();
            (file.to_string(), one["settled"].is_object())
        })
        .collect()
}

#[test]
#[allow(clippy::too_many_lines)] // One story, each step on those before it.
fn whose_forms_of_the_same_content_are_is_decided() {
    let campaign = campaign();
    let run = || {
        let (text, _) = campaign.run(&["dot", "--json"]);
        (json(&campaign), text)
    };
    let is = |fates: [String; 2], snv: &str, stc: &str| assert_eq!(fates, [snv, stc]);
    let (report, text) = run();
    is(fates(&report), "counted", "refused");
    assert_eq!(told(&report), [(STC.to_string(), false)], "{text}");
    let (first, second) = ("|tệp STC 2016.xlsx|TH110", "|tệp SNV 2016.xlsx|TH110");
    let book = campaign.path(BOOK);
    let (_, cells) = asked(&book, first);
    assert_eq!(cells[..2], ["(chưa rõ đơn vị)", STC], "{cells:?}");
    // Of another unit: no answer.
    answer(&book, first, "tệp của đơn vị", "Ban Dân tộc");
    let (report, text) = run();
    assert_eq!(statuses(&report), ["mistyped"], "{text}");
    assert!(
        text.contains("tệp này là của Sở Tài chính; nếu là bản chép của đơn vị khác thì chọn “không phải phiếu”"),
        "{text}"
    );

    // It is its unit's own: then the other one is asked about.
    answer(&book, first, "tệp của đơn vị", "Sở Tài chính");
    let (report, text) = run();
    assert_eq!(statuses(&report), ["applied"], "{text}");
    is(fates(&report), "refused", "counted");
    assert_eq!(
        told(&report),
        [(STC.to_string(), true), (SNV.to_string(), false)],
        "{text}"
    );
    let (text, _) = campaign.run(&["trace", "dot", "STC"]);
    assert!(
        text.contains("    đơn vị theo quyết định của Phòng CNTT (công văn 12)\n"),
        "{text}"
    );

    // And so is the other: both count, and nothing is open.
    answer(
        &campaign.path(SECOND),
        second,
        "tệp của đơn vị",
        "Sở Nội vụ",
    );
    let (report, text) = run();
    assert_eq!(statuses(&report), ["applied", "applied"], "{text}");
    is(fates(&report), "counted", "counted");
    assert_eq!(
        told(&report),
        [(STC.to_string(), true), (SNV.to_string(), true)]
    );
    assert!(!text.contains("TH413"), "{text}");
    assert!(text.contains("không có câu hỏi mới"), "{text}");

    // No return after all, which another row denies: neither.
    fs::copy(campaign.path(SECOND), campaign.path(THIRD)).unwrap();
    answer(&campaign.path(THIRD), second, "không phải phiếu", "");
    let (report, text) = run();
    assert_eq!(
        statuses(&report),
        ["applied", "contradictory", "contradictory"],
        "{text}"
    );
    is(fates(&report), "refused", "counted");
    edit(&campaign.path(SECOND), |book| book.clear("Câu hỏi", "G5"));
    let (report, text) = run();
    assert_eq!(statuses(&report), ["applied", "applied"], "{text}");
    is(fates(&report), "ignored", "counted");
    fs::remove_file(campaign.path(THIRD)).unwrap();
    let (report, text) = run();
    assert_eq!(statuses(&report), ["applied"], "{text}");
    is(fates(&report), "refused", "counted");

    // Another file with the same scores: that was not decided.
    edit(&campaign.path("dot/phieu-nop/STC 2016.xlsx"), |form| {
        form.text("Tổng hợp", "D16", "900");
    });
    let (report, text) = run();
    assert_eq!(statuses(&report), ["stale"], "{text}");
    is(fates(&report), "counted", "refused");
    // Other scores: nobody asks.
    fs::remove_file(campaign.path("dot/phieu-nop/SNV 2016.xlsx")).unwrap();
    let (report, _) = run();
    assert_eq!(told(&report), []);
}
