//! What `tonghop new` and a run say about folders that are ruled already, forms that are known, lists, and files that are no forms.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::edits::book::Parts;
use crate::propose::command::{copied, said, tonghop};

fn sample() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/kontum-2017/phieu-nop")
}

/// Returns of the sample, alone in a folder.
fn known(count: usize) -> TempDir {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join("phieu");
    fs::create_dir(&folder).unwrap();
    let mut files: Vec<_> = fs::read_dir(sample())
        .unwrap()
        .map(|one| one.unwrap().path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    for file in files.iter().take(count) {
        fs::copy(file, folder.join(file.file_name().unwrap())).unwrap();
    }
    around
}

/// A table of something else, as a web page that Excel opens.
fn table_of_wages(path: &Path) {
    let row = |name: &str, wage: u32| format!("<tr><td>{name}</td><td>{wage}</td><td>5</td></tr>");
    let rows: String = (1..20)
        .map(|row_number| row(&format!("Nguyễn Văn {row_number}"), 100 * row_number))
        .collect();
    let head = "<tr><td>Họ tên</td><td>Lương</td><td>Phụ cấp</td></tr>";
    fs::write(path, format!("<html><table>{head}{rows}</table></html>")).unwrap();
}

#[test]
fn a_folder_of_other_tables_gives_no_result() {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join("luong");
    fs::create_dir(&folder).unwrap();
    for name in ["a.xls", "b.xls", "c.xls"] {
        table_of_wages(&folder.join(name));
    }
    let run = tonghop(&["luong"], around.path());
    let text = said(&run);
    assert_eq!(run.status.code(), Some(2), "{text}");
    assert!(
        text.contains("không tệp nào trong thư mục là phiếu"),
        "{text}"
    );
    assert!(text.contains("a.xls, b.xls, c.xls"), "{text}");
    let proposed = tonghop(&["new", "luong"], around.path());
    assert_eq!(proposed.status.code(), Some(2), "{}", said(&proposed));
    assert_eq!(fs::read_dir(around.path()).unwrap().count(), 1);
}

/// A table of facts stands before the scored one, and names the unit in a row.
#[test]
fn a_unit_is_named_by_a_row_of_a_table_of_facts() {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join("huyen");
    fs::create_dir(&folder).unwrap();
    let row = |cells: &[&str]| format!("<tr><td>{}</td></tr>", cells.join("</td><td>"));
    for (at, unit) in ["Bắc Hà", "Sơn Động", "Mai Sơn"].into_iter().enumerate() {
        let (name, score) = (format!("UBND huyện {unit}"), (5 + at).to_string());
        let rows = [
            row(&["PHIẾU TỰ ĐÁNH GIÁ NĂM 2025"]),
            row(&["STT", "Nội dung", "Đơn vị tính", "Số liệu"]),
            row(&["1", "Tên địa phương", "", &name]),
            row(&["2", "Dân số", "người", "143568"]),
            row(&["", "", "", ""]),
            row(&["TT", "Tiêu chí", "Điểm tối đa", "Điểm tự chấm"]),
            row(&["1", "Dịch vụ công trực tuyến", "10", &score]),
            row(&["2", "Hồ sơ công việc", "10", &score]),
            row(&["3", "Dữ liệu mở", "20", &score]),
        ];
        let table = format!("<html><table>{}</table></html>", rows.concat());
        fs::write(folder.join(format!("phieu {at}.xls")), table).unwrap();
    }
    let run = tonghop(&["huyen"], around.path());
    let text = said(&run);
    assert!(!text.contains("TH710"), "{text}");
    assert!(text.contains("đã tổng hợp 3/3 đơn vị"), "{text}");
}

#[test]
fn tables_without_points_are_told_with_their_headings_and_never_by_the_built_in_scheme() {
    for heads in [
        ["TT", "Nội dung", "Kế hoạch", "Thực hiện"],
        ["Mã", "Tên chỉ tiêu", "Đơn vị tính", "Giá trị"],
    ] {
        let around = tempfile::tempdir().unwrap();
        let folder = around.path().join("chi-so");
        fs::create_dir(&folder).unwrap();
        let cells = |cells: [&str; 4]| format!("<tr><td>{}</td></tr>", cells.join("</td><td>"));
        for unit in ["SỞ NỘI VỤ", "SỞ TÀI CHÍNH", "SỞ TƯ PHÁP"] {
            let names = [
                "Dịch vụ công trực tuyến",
                "Hồ sơ công việc",
                "Dữ liệu mở",
                "Thuế điện tử",
            ];
            let rows = names.iter().enumerate();
            let rows = rows.map(|(place, name)| {
                cells([
                    &(place + 1).to_string(),
                    name,
                    "10",
                    &(place + 3).to_string(),
                ])
            });
            let rows: String = rows.collect();
            let table = format!(
                "<html><table><tr><td>{unit}</td></tr>{}{rows}</table></html>",
                cells(heads)
            );
            fs::write(folder.join(format!("{unit}.xls")), table).unwrap();
        }
        let run = tonghop(&["chi-so"], around.path());
        let text = said(&run);
        assert_eq!(run.status.code(), Some(2), "{text}");
        let seen = format!("các tiêu đề cột đã thấy: {}; {}", heads[2], heads[3]);
        assert!(text.contains(&seen) && text.contains("--form"), "{text}");
        assert!(
            !text.contains("TH101") && !text.contains("kontum"),
            "{text}"
        );
        assert_eq!(fs::read_dir(around.path()).unwrap().count(), 1);
    }
}

#[test]
fn forms_of_a_scheme_that_is_known_are_told_by_its_name_and_get_its_campaign() {
    let around = known(9);
    let new = tonghop(&["new", "phieu"], around.path());
    let text = said(&new);
    assert_eq!(new.status.code(), Some(0), "{text}");
    assert!(
        text.contains("bộ tiêu chí có sẵn kontum-2017: 42/42"),
        "{text}"
    );
    assert!(!text.contains("Tạm tính"), "{text}");
    let check = tonghop(&["check", "phieu", "--only", "TH112"], around.path());
    let text = said(&check);
    assert!(text.contains("Theo phieu-dot-danh-gia.xlsx"), "{text}");
    assert!(!text.contains("TH112"), "{text}");
    let run = said(&tonghop(&["phieu"], around.path()));
    assert!(run.contains("đã tổng hợp 9/30 đơn vị"), "{run}");
}

#[test]
fn a_folder_that_is_ruled_already_says_by_what() {
    let (around, _) = copied("xa-2025-tick");
    let folder = around.path().join("dot");
    fs::create_dir(&folder).unwrap();
    fs::rename(around.path().join("phieu"), folder.join("phieu")).unwrap();
    let campaign = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/forms/xa-2025-tick");
    for name in ["campaign.toml", "scheme.toml", "units.csv"] {
        let text = fs::read_to_string(campaign.join(name)).unwrap();
        fs::write(folder.join(name), text.replace("phieu-nop", "phieu")).unwrap();
    }
    let text = said(&tonghop(&["new", "dot"], around.path()));
    let own = Path::new("dot").join("campaign.toml");
    assert!(
        text.contains(&format!("vẫn theo {}", own.display())),
        "{text}"
    );
    assert!(
        text.contains("--campaign \"dot-dot-danh-gia.xlsx\""),
        "{text}"
    );
    // A campaign workbook beside the returns is no return.
    let text = said(&tonghop(&["new", "phieu"], &folder));
    assert!(!text.contains("vẫn theo"), "{text}");
    let text = said(&tonghop(&["check", "dot"], around.path()));
    assert!(text.starts_with("Theo "), "{text}");
}

#[test]
fn a_campaign_workbook_among_the_returns_is_told_and_is_no_return() {
    let (around, folder) = copied("xa-2025-tick");
    let text = said(&tonghop(
        &["new", "phieu", "-o", "phieu/cua toi.xlsx"],
        around.path(),
    ));
    assert!(text.contains("nằm trong thư mục phiếu"), "{text}");
    let text = said(&tonghop(&["phieu"], around.path()));
    assert!(text.contains("cua toi.xlsx: cảnh báo TH124"), "{text}");
    assert!(text.contains("đã tổng hợp 11/11 đơn vị"), "{text}");
    // Without its stamp, as after a conversion, its sheets tell.
    fs::remove_file(around.path().join("phieu-dot-danh-gia.xlsx")).unwrap();
    let mut parts = Parts::open(&folder.join("cua toi.xlsx"));
    let custom = parts.0.get_mut("docProps/custom.xml").unwrap();
    *custom = custom.replace("tonghop-dot-danh-gia", "khac");
    parts.save(&folder.join("cua toi.xlsx"));
    let text = said(&tonghop(&["phieu"], around.path()));
    assert!(text.contains("cua toi.xlsx: cảnh báo TH124"), "{text}");
}

#[test]
fn the_folder_of_returns_that_a_workbook_names_is_there_or_told() {
    let (around, _) = copied("xa-2025-tick");
    tonghop(&["new", "phieu"], around.path());
    let book = around.path().join("phieu-dot-danh-gia.xlsx");
    let mut parts = Parts::open(&book);
    let at = crate::edits::book::cell_of(&book, "Đợt", "Thư mục phiếu", "Giá trị");
    parts.text("Đợt", &at, "hop thu");
    parts.save(&book);
    let told = format!(
        "Đợt!{at}: TH728 Thư mục phiếu: “hop thu” không dùng ở lần chạy này, đang xem phieu"
    );
    let text = said(&tonghop(&["check", "phieu"], around.path()));
    assert!(text.contains(&told), "{text}");
    let top = around.path().join("dot");
    fs::create_dir(&top).unwrap();
    fs::rename(&book, top.join("dot-danh-gia.xlsx")).unwrap();
    let run = tonghop(&["dot"], around.path());
    let text = said(&run);
    assert_eq!(run.status.code(), Some(2));
    assert!(text.contains(&format!("Đợt!{at}: TH729")), "{text}");
    fs::create_dir(top.join("hop thu")).unwrap();
    let text = said(&tonghop(&["dot"], around.path()));
    assert!(!text.contains("TH72"), "{text}");
}

#[test]
fn units_of_a_list_that_no_form_names_are_counted() {
    let (around, _) = copied("xa-2025-tick");
    let list = "Mã;Tên\nXDL;UBND xã Di Linh\nXDT;UBND xã Đạ Tẻh\nP2;UBND phường 2 Bảo Lộc\n";
    fs::write(around.path().join("ds.csv"), list).unwrap();
    let text = said(&tonghop(
        &["new", "phieu", "--units", "ds.csv"],
        around.path(),
    ));
    let told = "Danh sách có 3 đơn vị; 2 đơn vị không phiếu nào ghi tên";
    assert!(text.contains(told), "{text}");
}

/// What changed in the campaign since the last result is said with the scores that it touches, and nothing where nothing changed.
#[test]
fn a_changed_campaign_is_weighed_against_the_last_result() {
    let (around, _) = copied("xa-2025-tick");
    let run = || said(&tonghop(&["phieu"], around.path()));
    let told = "Tiêu chí khác với lần tổng hợp trước";
    assert!(!run().contains(told));
    assert!(!run().contains(told));
    let book = around.path().join("phieu-dot-danh-gia.xlsx");
    let mut parts = Parts::open(&book);
    let cell =
        |row: &str, heading: &str| crate::edits::book::cell_of(&book, "Tiêu chí", row, heading);
    parts.text("Tiêu chí", &cell("I.3", "Nội dung"), "Sáng kiến cải cách");
    for (row, maximum) in [("V", "6"), ("V.1", "6")] {
        parts.number("Tiêu chí", &cell(row, "Điểm tối đa"), maximum);
    }
    parts.save(&book);
    let text = run();
    let expected = format!(
        "{told} (phieu-tong-hop.xlsx): đổi tên hoặc mã 1 (I.3), đổi điểm tối đa 1 (V.1: 5 → 6); 22 điểm của các đơn vị bị ảnh hưởng"
    );
    assert!(text.contains(&expected), "{text}");
    assert!(!run().contains(told));
}

/// Forms that tell no year get a campaign that asks for it, and the run says so instead of guessing one.
#[test]
fn what_no_form_tells_is_to_be_filled_in() {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join("phieu");
    fs::create_dir(&folder).unwrap();
    for (number, unit) in ["Sở Nội vụ", "Sở Y tế", "Sở Tư pháp"].iter().enumerate() {
        let row = |code: usize, name: &str, most: usize| {
            let own = most - number;
            format!("<tr><td>{code}</td><td>{name}</td><td>{most}</td><td>{own}</td></tr>")
        };
        let rows = [
            row(1, "Kế hoạch", 30),
            row(2, "Nhân lực", 20),
            row(3, "Hạ tầng", 50),
        ]
        .concat();
        let head = "<tr><td>TT</td><td>Tiêu chí</td><td>Điểm tối đa</td><td>Điểm tự chấm</td></tr>";
        let page = format!("<table><tr><td>{unit}</td></tr><tr><td></td></tr>{head}{rows}</table>");
        fs::write(folder.join(format!("{number}.xls")), page).unwrap();
    }
    let run = tonghop(&["phieu"], around.path());
    let text = said(&run);
    assert_eq!(run.status.code(), Some(2), "{text}");
    assert!(
        text.contains("phieu-dot-danh-gia.xlsx: đã suy ra"),
        "{text}"
    );
    assert!(
        text.contains("Đợt!B4: TH710 Năm đánh giá không được để trống"),
        "{text}"
    );
    assert!(around.path().join("phieu-dot-danh-gia.xlsx").is_file());
    assert!(!around.path().join("phieu-tong-hop.xlsx").exists());
}

/// What changes points is asked before grades, which points can be given later.
#[test]
fn a_run_names_first_what_changes_points() {
    for (name, first) in [
        (
            "camau-cchc",
            "Xem trước: Phần đơn vị tự chấm cộng lại là 14 điểm",
        ),
        (
            "xa-2025-tick",
            "Xem trước: Đơn vị để trống ô điểm cộng, điểm trừ",
        ),
    ] {
        let (around, _) = copied(name);
        let text = said(&tonghop(&["phieu"], around.path()));
        assert!(text.contains(first), "{text}");
    }
}

/// What is only doubtful in a campaign workbook is no error, whatever else is one.
#[test]
fn each_line_about_a_campaign_workbook_says_how_bad_it_is() {
    let (around, _) = copied("camau-cchc");
    let made = tonghop(&["new", "phieu"], around.path());
    assert_eq!(made.status.code(), Some(0), "{}", said(&made));
    let book = around.path().join("phieu-dot-danh-gia.xlsx");
    let mut parts = Parts::open(&book);
    parts.clear("Đơn vị", "C3");
    parts.text("Đơn vị", "A4", "cấp lạ");
    parts.save(&book);
    let run = tonghop(&["phieu"], around.path());
    assert_eq!(run.status.code(), Some(2), "{}", said(&run));
    let text = String::from_utf8(run.stderr).unwrap();
    let label = |code: &str| {
        let mut lines = text.lines();
        let line = lines.find(|line| line.contains(code));
        let label = line.and_then(|line| line.split_once(": "));
        label.map(|(label, _)| label.to_string())
    };
    assert_eq!(label("Đơn vị!A4").as_deref(), Some("lỗi"), "{text}");
    assert_eq!(label("TH734").as_deref(), Some("cảnh báo"), "{text}");
}
