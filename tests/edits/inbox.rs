//! Results of the program that lie among the returns.

use std::fs;

use super::book::{Campaign, RETURNS};

const INBOX: &str = "dot/phieu-nop";

fn line<'t>(text: &'t str, start: &str) -> &'t str {
    let mut lines = text.lines();
    lines
        .find(|line| line.starts_with(start))
        .unwrap_or_else(|| panic!("{start}: {text}"))
}

#[test]
fn results_among_the_returns_are_known() {
    let campaign = Campaign::new();
    let (before, status) = campaign.run(&["dot", "--json"]);
    let table = "dot/ket-qua-cong-bo-2016.csv";
    campaign.run(&[
        "audit",
        table,
        "-o",
        &format!("{INBOX}/kiem tra.xlsx"),
        "--json",
        &format!("{INBOX}/kiem-tra.json"),
    ]);
    campaign.run(&[
        "diff",
        table,
        "dot-tong-hop.xlsx",
        "-o",
        &format!("{INBOX}/So sánh.xlsx"),
    ]);
    for (from, to) in [
        ("xlsx", "So Noi vu 2016.xlsx"),
        ("xlsx", "a/dot-tong-hop_2.xlsx"),
        ("json", "dot.json"),
    ] {
        let to = campaign.path(INBOX).join(to);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(campaign.path(&format!("dot-tong-hop.{from}")), to).unwrap();
    }
    fs::copy(
        campaign.path("dot/campaign.toml"),
        campaign.path(INBOX).join("a/campaign.toml"),
    )
    .unwrap();

    let (after, same_status) = campaign.run(&["dot", "-o", "x.xlsx", "--json"]);
    assert_eq!(status, same_status, "{after}");
    let json = fs::read_to_string(campaign.path("x.json")).unwrap();
    assert_eq!(json.matches("\"TH123\"").count(), 6, "{json}");
    assert!(after.contains("Kết quả do tonghop ghi ra"), "{after}");
    assert!(
        after.contains("So Noi vu 2016.xlsx: ghi chú TH123"),
        "{after}"
    );
    // A file of nobody is no unit that has to be told.
    let told = |text: &str| {
        let mut lines = text.lines();
        lines.find(|one| one.contains("báo ")).unwrap().to_string()
    };
    assert_eq!(told(&before), told(&after));
    // The same units count, with the same findings.
    let verdict = |text: &str| text.lines().next().unwrap().to_string();
    // Besides, the settings among the returns are not obeyed, which is said.
    let noted = verdict(&before).replace("5 cảnh báo;", "6 cảnh báo, 6 ghi chú;");
    assert_eq!(noted, verdict(&after));
    assert_eq!(
        line(&before, "Đã xem 6 tệp:"),
        "Đã xem 6 tệp: 5 được tính, 1 bỏ qua"
    );
    assert_eq!(
        line(&after, "Đã xem 13 tệp:"),
        "Đã xem 13 tệp: 5 được tính, 8 bỏ qua"
    );
}

#[test]
fn a_published_table_among_the_returns_is_no_result_of_the_program() {
    let campaign = Campaign::new();
    let table = "ket-qua-cong-bo-2016.csv";
    let inside = campaign.path(INBOX).join(table);
    fs::rename(campaign.path("dot").join(table), inside).unwrap();
    let (text, _) = campaign.run(&["dot"]);
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let at = lines.iter().position(|line| line.contains("TH126"));
    let before = lines[..at.unwrap_or_else(|| panic!("{text}"))].iter().rev();
    let heading = before.copied().find(|line| !line.contains(": "));
    assert_eq!(heading, Some("Bảng kết quả, không phải phiếu"), "{text}");
}

#[test]
fn a_result_that_is_written_among_the_returns_stays_the_same() {
    let campaign = Campaign::new();
    let target = format!("{INBOX}/ket qua.xlsx");
    let mut seen = Vec::new();
    for _ in 0..3 {
        campaign.run(&["dot", "-o", &target, "--json"]);
        seen.push(fs::read(campaign.path(&target)).unwrap());
    }
    // The first run did not see its own result yet.
    assert!(seen[1] == seen[2]);
    let files = fs::read_dir(campaign.path(INBOX)).unwrap().count();
    assert_eq!(files, RETURNS.len() + 2);
}

#[test]
fn a_folder_of_results_alone_has_no_return() {
    let campaign = Campaign::consolidated(&["xlsx"]);
    let only = campaign.path("only");
    fs::create_dir(&only).unwrap();
    fs::copy(campaign.path("dot-tong-hop.xlsx"), only.join("a.xlsx")).unwrap();
    let (text, status) = campaign.run(&["only"]);
    assert_eq!(status, Some(2), "{text}");
    let (text, status) = campaign.run(&["check", "dot-tong-hop.xlsx"]);
    assert_eq!(status, Some(0), "{text}");
    assert!(text.contains("TH123"), "{text}");
}
