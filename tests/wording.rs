//! One word for one thing: words that users read badly, and that must not come back.
//!
//! A phrase here stands for a kind of fault; what to write in its place stands beside it.

use std::fs;
use std::path::{Path, PathBuf};

use tonghop::base::lang::Lang;
use tonghop::base::rules;

/// What must not be written, and what is written in its place.
const BANNED: &[(&str, &str)] = &[
    ("nộp chậm", "nộp muộn"),
    ("phiếu chậm", "phiếu muộn"),
    ("mang th1", "báo mã TH1…"),
    ("mang th2", "báo mã TH2…"),
    ("mang th3", "báo mã TH3…"),
    ("mang th4", "báo mã TH4…"),
    ("mang th9", "báo mã TH9…"),
    ("phát sinh", "báo"),
    ("khối", "cấp"),
    ("dấu của mẫu", "mã nhận dạng của mẫu"),
    ("tệp chủ", "tệp khóa tạm (~$…)"),
    ("nhận bài", "nhận phiếu"),
    ("gửi bài", "gửi phiếu"),
    ("bài chấm", "phiếu chấm"),
    ("tổng điểm in ", "tổng điểm công bố"),
    ("xếp loại in ", "xếp loại công bố"),
    ("gần giống: không có", "không có tên gần giống"),
    ("gần nhất:", "gần giống:"),
    ("tự gõ tiếp", "gợi ý tự động"),
    ("chỉ ghi được một thư mục", "chỉ nhận một thư mục"),
    ("báo đơn vị kiểm tra", "đề nghị đơn vị kiểm tra"),
    ("tự khai", "tự chấm"),
    ("để ngỏ", "chưa xác định"),
    ("được được báo", "thì báo"),
    ("[options]", "[TÙY CHỌN]"),
    ("<folder>", "<THƯ MỤC>"),
];

/// A return is a "phiếu". The words of the sheets are held to this where they are made.
const RETURN: (&str, &str) = ("bài nộp", "phiếu");

/// What stands in forms and is quoted as it stands.
const QUOTED: [&str; 3] = ["“khối”", r#"\"khối\""#, "điểm trừ: nộp phiếu chậm"];

/// What is wrong in a text, one line for each.
fn wrong(name: &str, text: &str, banned: &[(&str, &str)]) -> Vec<String> {
    let mut lower = text.to_lowercase();
    for quoted in QUOTED {
        lower = lower.replace(quoted, "");
    }
    // Sources and pages break lines anywhere.
    let joined = lower.replace('\\', " ");
    let joined = joined.split_whitespace().collect::<Vec<_>>().join(" ") + " ";
    let found = banned.iter().filter(|(bad, _)| joined.contains(bad));
    found
        .map(|(bad, better)| format!("{name}: “{bad}”; write: {better}"))
        .collect()
}

fn with_return() -> Vec<(&'static str, &'static str)> {
    BANNED.iter().copied().chain([RETURN]).collect()
}

/// Sources without what stands in comments and tests.
fn sources(folder: &str, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(path.to_str().unwrap(), files);
        } else {
            files.push(path);
        }
    }
}

fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let code = text.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn banned_words_do_not_come_back() {
    let mut found = Vec::new();
    for rule in rules::ALL {
        let page = rules::page(rule, Lang::Vi);
        found.extend(wrong(rule.code, &page, &with_return()));
        let line = format!("{} {}", rule.vi.message, rule.vi.advice);
        found.extend(wrong(rule.code, &line, &with_return()));
    }
    for name in [
        "README.vi.md",
        "docs/canh-bao.md",
        "docs/tieu-de.md",
        "docs/huong-dan-bo-tieu-chi.md",
        "page/web/page.html",
        "page/web/page.js",
        "page/web/done.js",
        "page/web/start.js",
    ] {
        let text = fs::read_to_string(name).unwrap();
        // Rows of a table of headings say what forms say.
        let is_ours = |line: &&str| !(name == "docs/tieu-de.md" && line.starts_with("| `"));
        let text: Vec<&str> = text.lines().filter(is_ours).collect();
        let text = text.join("\n");
        found.extend(wrong(name, &text, &with_return()));
    }
    for (folder, banned) in [
        ("src/app/cli", with_return()),
        ("src/base/rules", with_return()),
        ("src/output", BANNED.to_vec()),
    ] {
        let mut files = Vec::new();
        sources(folder, &mut files);
        assert!(files.len() > 10, "{folder}");
        for path in files {
            // The names of values in help have both languages side by side.
            let text = code(&path).replace("\"[OPTIONS]\"", "");
            found.extend(wrong(&path.to_string_lossy(), &text, &banned));
        }
    }
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

/// Who asks which language it is: where texts are chosen, and where the two languages differ in more than words.
const ASKS: [&str; 6] = [
    "src/base/lang.rs",
    // Days are written in another order.
    "src/base/date.rs",
    // A page of the manual is a file's worth of texts.
    "src/base/rules/mod.rs",
    // An error is English by itself; what the system says has words of its own in Vietnamese.
    "src/app/cli/errors.rs",
    "src/app/cli/dropped/mod.rs",
    // The option of the command line.
    "src/app/cli/dropped/jobs.rs",
];

/// Whether a line of code chooses by the language.
fn asks(line: &str) -> bool {
    let is_arm = |lang: &str| {
        let mut rest = line;
        while let Some((_, after)) = rest.split_once(lang) {
            let after = after.trim_start_matches(')').trim_start();
            if after.starts_with("=>") || after.starts_with("if ") {
                return true;
            }
            rest = after;
        }
        false
    };
    is_arm("Lang::Vi") || is_arm("Lang::En") || line.contains("== Lang::")
}

/// One way to say something: a `phrase`, or `say!`.
#[test]
fn nothing_else_asks_for_the_language() {
    let (mut files, mut found) = (Vec::new(), Vec::new());
    sources("src", &mut files);
    for path in files {
        let name = path.to_string_lossy().replace('\\', "/");
        let text = code(&path);
        let lines = text.lines().filter(|line| asks(line));
        if !ASKS.contains(&name.as_str()) {
            found.extend(lines.map(|line| format!("{name}: {line}")));
        }
    }
    assert!(
        found.is_empty(),
        "use say! or phrase:\n{}",
        found.join("\n")
    );
    assert!(
        asks("    Lang::Vi => 1,") && asks("(_, Lang::En) if x => 1") && asks("lang == Lang::En")
    );
    assert!(!asks("f(Lang::Vi)") && !asks("use crate::base::lang::{Lang, say};"));
}

/// In a cell they get a capital and a full stop, in the terminal neither: so each is one sentence, its parts set off by `;`.
#[test]
fn messages_are_one_sentence() {
    for rule in rules::ALL {
        for page in [&rule.vi, &rule.en] {
            for text in [page.message, page.advice] {
                assert!(!text.contains(". "), "{}: {text:?}", rule.code);
                assert!(
                    !text.ends_with([';', ':', ',', '?']),
                    "{}: {text:?}",
                    rule.code
                );
            }
        }
    }
}

#[test]
fn a_banned_word_is_found() {
    for (bad, _) in BANNED {
        let text = format!("Tệp {} {bad}, thì sao", "x \\\n");
        assert_eq!(wrong("x", &text, BANNED).len(), 1, "{bad}");
    }
    assert!(wrong("x", "Ô “Khối” ở đầu phiếu", BANNED).is_empty());
}
