//! Errors in the user's language.
//!
//! In: an [`Error`]. Out: what happened and where, in Vietnamese or English. The English texts are the errors' own, and what is
//! wrong in a definition has its words in both languages with it (`base::error`).

use crate::app::cli::{system, unknown};
use crate::base::error::{DefinitionError, Error, Flaw, in_book, in_templates, library};
use crate::base::finding::Finding;
use crate::base::lang::Lang;
use crate::base::outside::Shown;
use crate::base::rules::Severity;
use crate::input::read::ReadLimits;

/// What an error says, one line for each thing that is wrong.
pub fn message(error: &Error, lang: Lang) -> String {
    // What was typed may stand in it as well.
    Shown::lines(&in_words(error, lang)).into()
}

/// What an error says, line by line, each with how bad it is: what is wrong in a campaign workbook is told with what is only doubtful.
pub(super) fn lines(error: &Error, lang: Lang) -> Vec<(Severity, String)> {
    let findings = match error {
        Error::CampaignBook(findings) | Error::ToFill { findings, .. } => findings.as_slice(),
        _ => &[],
    };
    let said = |one: &Finding| String::from(Shown::lines(&in_book(one, lang)));
    let severity = |line: &str| {
        let own = findings.iter().find(|one| said(one) == line);
        own.map_or(Severity::Error, Finding::severity)
    };
    let whole = message(error, lang);
    let lines = whole.lines().map(|line| (severity(line), line.to_string()));
    lines.collect()
}

fn in_words(error: &Error, lang: Lang) -> String {
    match lang {
        Lang::En => match error {
            Error::WrongLimit(_) => {
                format!("{error}: {}", ReadLimits::NAMES.join(", "))
            }
            error => error.to_string(),
        },
        Lang::Vi => vietnamese(error),
    }
}

fn vietnamese(error: &Error) -> String {
    match error {
        Error::FolderMissing(path) => format!("{}: không có thư mục này", Shown::path(path)),
        Error::NotAFolder(path) => format!(
            "{}: là tệp, không phải thư mục; kiểm tra một tệp: tonghop check TỆP",
            Shown::path(path)
        ),
        Error::FolderUnreadable { path, source } => {
            format!(
                "{}: không đọc được thư mục: {}",
                Shown::path(path),
                system::cause(source)
            )
        }
        Error::NoWorkbook { path, seen } => {
            format!(
                "{}: không có bảng tính nào trong thư mục (đã thấy {seen} tệp)",
                Shown::path(path)
            )
        }
        Error::TableUnreadable { path, source } | Error::DefinitionUnreadable { path, source } => {
            format!(
                "{}: không đọc được tệp: {}",
                Shown::path(path),
                system::cause(source)
            )
        }
        Error::Definition(_) | Error::CampaignBook(_) | Error::Templates(_) => {
            about_definition(error)
        }
        Error::Output { .. }
        | Error::OutputForeign(_)
        | Error::OutputUnreadable { .. }
        | Error::OutputForm { .. }
        | Error::OutputNoFile(_)
        | Error::OutputTwice(_)
        | Error::OutputIsInput(_)
        | Error::LettersAmongReturns(_) => about_result(error),
        Error::FormsOfShares => "phiếu trắng ghi điểm, nhưng mục “Điểm trong phiếu ghi theo” (scores_as) của đợt là tỷ lệ; hãy chọn “điểm”, hoặc gửi mẫu phiếu riêng của đợt".to_string(),
        Error::Build(detail) => format!("không lập được bảng tổng hợp: {detail}"),
        Error::Print(source) => format!("không in được: {}", system::cause(source)),
        Error::WrongLimit(typed) => wrong_limit(typed),
        Error::NoUnits(_)
        | Error::NoSuchProvince { .. }
        | Error::TooMuchToPropose { .. }
        | Error::NoCampaignBook { .. }
        | Error::NoCampaign(_)
        | Error::NotUnderstood { .. }
        | Error::NoForm { .. }
        | Error::ToFill { .. } => unknown::about_proposal(error),
        Error::PathMissing(path) => format!("{}: không có tệp hoặc thư mục này", Shown::path(path)),
        Error::TableRefused { .. }
        | Error::NoTable(_)
        | Error::NotAResult(_) | Error::NothingToRollUp { .. } | Error::NotAReport { .. }
        | Error::ImpossibleNumber { .. }
        | Error::Unsound { .. }
        | Error::DataIncomplete { .. } => about_table(error),
        Error::UnknownUnit { .. } | Error::UnknownId { .. } | Error::UnknownCode { .. } => {
            about_name(error)
        }
    }
}

/// Errors of what an office wrote: the files of a campaign, templates of letters.
fn about_definition(error: &Error) -> String {
    match error {
        Error::Definition(errors) => errors.iter().map(definition).collect::<Vec<_>>().join("\n"),
        Error::CampaignBook(findings) => {
            let lines = findings.iter().map(|one| in_book(one, Lang::Vi));
            lines.collect::<Vec<_>>().join("\n")
        }
        Error::Templates(templates) => in_templates(templates, Lang::Vi),
        other => other.to_string(),
    }
}

/// Errors of what is read as a result.
fn about_table(error: &Error) -> String {
    match error {
        Error::TableRefused { path, finding } => format!(
            "{}: {}; {}",
            Shown::path(path),
            finding.message(Lang::Vi),
            finding.advice(Lang::Vi)
        ),
        Error::NoTable(path) => format!(
            "{}: không thấy bảng kết quả nào (cần dòng tiêu đề có tên đơn vị và tổng điểm, hoặc ít nhất hai nhóm tiêu chí)",
            Shown::path(path)
        ),
        Error::NotAResult(path) => format!(
            "{}: không phải bảng tổng hợp do tonghop ghi ra",
            Shown::path(path)
        ),
        Error::NothingToRollUp { seen, refused } => {
            let why = match refused {
                0 => "không tệp nào là bảng tổng hợp do tonghop ghi ra (THƯ MỤC-tong-hop.xlsx)"
                    .to_string(),
                refused if refused == seen => {
                    format!("{refused} tệp không gộp được, lý do ghi ở trên")
                }
                refused => format!(
                    "{refused} tệp không gộp được, lý do ghi ở trên; các tệp còn lại không phải bảng tổng hợp do tonghop ghi ra"
                ),
            };
            format!("không có kết quả nào để gộp: đã xem {seen} tệp, {why}")
        }
        Error::NotAReport { path, detail } => format!(
            "{}: không phải báo cáo JSON mà tonghop đọc được: {}",
            Shown::path(path),
            library::json(detail)
        ),
        Error::ImpossibleNumber { path, place } => format!(
            "{}: {place}: có số mà tonghop không bao giờ ghi: vượt ±10^12 (với tổng: ±10^21), khác 0 mà nhỏ hơn 10^-10, hoặc không phải là số",
            Shown::path(path)
        ),
        Error::Unsound { path, place, flaw } => format!(
            "{}: {place}: {}; tonghop không ghi kết quả như vậy, hãy tổng hợp lại",
            Shown::path(path),
            vietnamese_flaw(flaw)
        ),
        Error::DataIncomplete {
            path,
            found,
            expected,
        } => {
            let expected = expected.map_or_else(
                || "không ghi phải có bao nhiêu".to_string(),
                |expected| format!("phải có {expected}"),
            );
            format!(
                "{}: danh sách giá trị có {found} dòng, {expected}; hãy tổng hợp lại",
                Shown::path(path)
            )
        }
        other => other.to_string(),
    }
}

/// Errors of what was asked for by a name.
fn about_name(error: &Error) -> String {
    match error {
        Error::UnknownUnit { name, nearest } => {
            let hint = match nearest.as_slice() {
                [] => "; tên các đơn vị có ở trang “Tình hình nộp” của bảng tổng hợp".to_string(),
                nearest => is_it(nearest),
            };
            format!("không xác định được đơn vị “{name}”{hint}")
        }
        Error::UnknownId { id, nearest } => format!(
            "“{id}” không phải mã của nhóm, tiêu chí, số liệu hay chỉ tiêu thống kê{}",
            is_it(nearest)
        ),
        Error::UnknownCode { code, nearest } => {
            let hint = match nearest.as_slice() {
                [] => "; xem mọi mã: tonghop explain".to_string(),
                nearest => is_it(nearest),
            };
            format!("không có mã cảnh báo “{code}”{hint}")
        }
        other => other.to_string(),
    }
}

/// Errors of where a result goes.
fn about_result(error: &Error) -> String {
    match error {
        Error::Output { path, source } => {
            format!(
                "{}: không ghi được kết quả: {}",
                Shown::path(path),
                system::cause(source)
            )
        }
        Error::OutputForeign(path) => {
            format!(
                "{}: đã có tệp này và không phải do tonghop tạo ra; hãy chọn tên khác",
                Shown::path(path)
            )
        }
        Error::OutputUnreadable { path, source } => format!(
            "{}: đã có tệp này nhưng không đọc được nên không biết có phải do tonghop tạo ra hay không: {}; hãy chọn tên khác",
            Shown::path(path),
            system::cause(source)
        ),
        Error::OutputForm { path, wanted } => {
            let example = path.with_extension(wanted);
            format!(
                "{}: chỉ ghi được tệp .{wanted}, ví dụ {}",
                Shown::path(path),
                Shown::path(&example)
            )
        }
        Error::LettersAmongReturns(path) => format!(
            "{}: nằm trong thư mục phiếu hoặc thư mục của đợt, lần chạy sau sẽ nhầm công văn là phiếu; hãy chọn thư mục khác",
            Shown::path(path)
        ),
        Error::OutputNoFile(path) => format!(
            "{}: không phải tệp có thể ghi đè; hãy chọn tên khác",
            Shown::path(path)
        ),
        Error::OutputTwice(path) => format!(
            "{}: hai kết quả không thể cùng một tên; hãy chọn hai tên khác nhau",
            Shown::path(path)
        ),
        Error::OutputIsInput(path) => format!(
            "{}: là tệp đang được đọc nên không thể ghi kết quả vào đó; hãy chọn tên khác bằng -o",
            Shown::path(path)
        ),
        other => other.to_string(),
    }
}

fn definition(error: &DefinitionError) -> String {
    let DefinitionError {
        file,
        line,
        column,
        problem,
    } = error;
    format!("{file}:{line}:{column}: {}", problem.said(Lang::Vi))
}

fn vietnamese_flaw(flaw: &Flaw) -> String {
    match flaw {
        Flaw::Twice => "có hai lần trong tệp".to_string(),
        Flaw::Unknown(id) => format!("kết quả này không có “{id}”"),
        Flaw::OtherLevel(level) => format!("nằm ở cấp “{level}”"),
        Flaw::Year(found) => format!("{found} không phải năm từ 1 đến 9999"),
        Flaw::Count { found, least } => {
            format!("{found} không phải số nguyên từ {least} trở lên")
        }
        Flaw::TooMany { found, limit } => {
            let number = |value: usize| Lang::Vi.number(value.into());
            format!("có {}, nhiều nhất là {}", number(*found), number(*limit))
        }
    }
}

fn wrong_limit(typed: &str) -> String {
    let names = ReadLimits::NAMES.join(", ");
    format!(
        "“{typed}” không phải là giới hạn: ghi TÊN=SỐ với số nguyên lớn hơn 0; các tên: {names}"
    )
}

fn is_it(nearest: &[String]) -> String {
    if nearest.is_empty() {
        String::new()
    } else {
        format!("; có phải là {}?", nearest.join(", "))
    }
}
