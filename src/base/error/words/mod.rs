//! What is wrong in a definition, in the user's language: the only place where a [`Problem`] has Vietnamese words.
//!
//! In: a problem. Out: a sentence. The English one is the problem's own. Not for: where it stands, which files and workbooks tell in
//! their own ways.

mod kinds;
pub mod library;
mod slips;

use crate::base::error::Problem;
use crate::base::lang::{Lang, say};

impl Problem {
    /// What is wrong.
    pub fn said(&self, lang: Lang) -> String {
        say!(lang, ("{}", vietnamese(self)), "{self}")
    }
}

/// That a blank is 0 by a criterion, and left out by one above it.
fn blank_is_left_out(id: &str, above: &str) -> String {
    format!(
        "tiêu chí “{id}” coi ô trống là 0 điểm (blank_is_zero), nhưng “{above}” ở trên lấy bình quân bỏ ô trống (mean_of_scored); \
         bỏ blank_is_zero nếu ô trống không tính vào bình quân, đổi “{above}” thành \"mean\" nếu ô trống là 0 điểm"
    )
}

/// What is wrong, in Vietnamese.
#[allow(clippy::too_many_lines)] // One arm for each kind of problem.
fn vietnamese(problem: &Problem) -> String {
    let kind = kinds::kind;
    match problem {
        Problem::Syntax(detail) => library::syntax(detail),
        Problem::Slip(slip) => slips::said(slip),
        Problem::UnknownKey { key, nearest } => format!("không có khóa “{key}”{}", is_it(nearest)),
        Problem::MissingKey(key) => format!("thiếu khóa “{key}”"),
        Problem::Duplicate { kind: of, id } => {
            format!("{} “{id}” được khai báo hai lần", kind(*of))
        }
        Problem::Dangling {
            kind: of,
            id,
            nearest,
        } => format!("không có {} “{id}”{}", kind(*of), is_it(nearest)),
        Problem::OutOfOrder { kind: of, id } => {
            format!("{} “{id}” không thấp hơn mục đứng trước", kind(*of))
        }
        Problem::AmbiguousMeasure => "ghi figure = …, hoặc ratio = … và of = …".to_string(),
        Problem::Empty(key) => format!("“{key}” không được để trống"),
        Problem::NoParent { .. }
        | Problem::WrongFigureKind(_)
        | Problem::LastGrade(_)
        | Problem::FirstGrade { .. }
        | Problem::LastGradeAsks(_)
        | Problem::ShareOfGroup { .. }
        | Problem::SumRule(_)
        | Problem::NothingToCap(_)
        | Problem::NoOwnPoints { .. } => about_scheme(problem),
        Problem::BlankIsLeftOut { id, above } => blank_is_left_out(id, above),
        Problem::Sentence(fault) => fault.vietnamese(),
        Problem::Repeated { key, name } => format!("“{name}” ghi hai lần ở “{key}”"),
        Problem::AmbiguousName {
            name,
            first,
            second,
        } => format!("tên “{name}” chỉ cả {first} lẫn {second}"),
        Problem::Outside(key) => format!(
            "“{key}” dẫn ra ngoài thư mục của đợt đánh giá; nếu đúng ý muốn thì thêm --allow-outside"
        ),
        Problem::NotQuoted => {
            "không hiểu nội dung; tệp nằm ngoài thư mục của đợt đánh giá nên nội dung không được nêu lại"
                .to_string()
        }
        Problem::Value { key, detail } if key.is_empty() => library::value(detail),
        Problem::Value { key, detail } => format!("“{key}”: {}", library::value(detail)),
        Problem::NoLabel(_) | Problem::NoWord(_) | Problem::NothingWeighed(_) => about_word(problem),
        Problem::Fields { .. }
        | Problem::BrokenRow
        | Problem::NotWhole { .. }
        | Problem::NotADay { .. }
        | Problem::FollowsItself(_)
        | Problem::BeforeAndAfter => about_row(problem),
        Problem::MaximaDoNotAddUp { .. }
        | Problem::LessThanBelow { .. }
        | Problem::Unlimited { .. }
        | Problem::OutOfRange { .. }
        | Problem::ImpossibleNumber
        | Problem::TooMany { .. }
        | Problem::FileTooLarge { .. }
        | Problem::TooLong { .. } => about_amount(problem),
    }
}

/// Problems of words that forms are read by.
fn about_word(problem: &Problem) -> String {
    match problem {
        Problem::NoLabel(word) => format!("“{word}” không có chữ nào ngoài ngoặc để nhận ra"),
        Problem::NoWord(word) => format!(
            "“{word}” không dùng làm từ thay cho số được: có chữ số, để trống hoặc đã có nghĩa là 0"
        ),
        Problem::NothingWeighed(word) => format!(
            "cột “{word}” được khai là hệ số mà không nhóm, tiêu chí nào có hệ số: ghi hệ số (cột “Hệ số” ở trang Tiêu chí, khóa weight), nếu không nhân thì chọn “bỏ qua” (khóa ignored)"
        ),
        other => other.to_string(),
    }
}

/// Problems of the parts of a scheme with each other.
fn about_scheme(problem: &Problem) -> String {
    match problem {
        Problem::NoParent { id, above } => format!(
            "tiêu chí “{id}” nằm dưới “{above}” nhưng không có tiêu chí đó: thêm [[criterion]] với id = \"{above}\" và \
            rule = {{ type = \"sum\" }}"
        ),
        Problem::NoOwnPoints { id, others } => {
            let others = others.join(", ");
            let instead = if others.is_empty() {
                "cấp của đơn vị này không có tiêu chí ấy".to_string()
            } else {
                format!("hãy ghi mã {others}")
            };
            format!("tiêu chí “{id}” không có điểm của riêng mình; {instead}")
        }
        Problem::LastGrade(name) => format!(
            "xếp loại cuối cùng (“{name}”) phải bắt đầu từ 0: mọi tổng điểm thấp hơn các mức trên đều thuộc loại này"
        ),
        Problem::WrongFigureKind(id) => {
            format!("số liệu “{id}” thuộc loại mà quy tắc này không dùng được")
        }
        Problem::LastGradeAsks(name) => format!(
            "xếp loại cuối cùng (“{name}”) không đặt được mức tối thiểu của nhóm: đơn vị không đạt loại nào khác đều thuộc loại này"
        ),
        Problem::ShareOfGroup {
            minimum,
            whole,
            instead,
        } => {
            let number = |value| Lang::Vi.number(value);
            format!(
                "{} điểm trên {} điểm tối đa của nhóm thì gần như đơn vị nào cũng đạt; \
                hãy ghi số điểm, như {}, hoặc tỷ lệ có dấu %, như “60%”",
                number(*minimum),
                number(*whole),
                number(*instead)
            )
        }
        Problem::FirstGrade {
            from,
            total,
            instead,
        } => {
            let number = |value| Lang::Vi.number(value);
            format!(
                "xếp loại cao nhất bắt đầu từ {} trên tổng {} điểm nên gần như đơn vị nào cũng đạt; \
                hãy ghi số điểm, như {}, hoặc tỷ lệ có dấu %, như “80%”",
                number(*from),
                number(*total),
                number(*instead)
            )
        }
        Problem::SumRule(id) => {
            format!("tiêu chí “{id}” phải có quy tắc \"sum\" khi và chỉ khi có tiêu chí con")
        }
        Problem::NothingToCap(id) => format!(
            "tiêu chí “{id}” ghi cap = true nhưng không cộng các tiêu chí con (rule = {{ type = \"sum\" }})"
        ),
        other => other.to_string(),
    }
}

/// Problems of a list of units.
fn about_row(problem: &Problem) -> String {
    match problem {
        Problem::Fields { found, expected } => slips::fields(*found, *expected),
        Problem::BrokenRow => {
            "có ô kéo sang dòng dưới: thiếu dấu ngoặc kép đóng, hoặc trong ô có dấu xuống dòng"
                .to_string()
        }
        Problem::NotWhole { column, text } => {
            format!("{column} = “{text}” không phải số nguyên")
        }
        Problem::NotADay { column, text } => {
            format!("{column} = “{text}” không phải ngày, ví dụ 2025-07-01")
        }
        Problem::FollowsItself(code) => format!("đơn vị “{code}” không thể kế thừa chính mình"),
        Problem::BeforeAndAfter => "chỉ ghi một trong hai cột predecessors, successors".to_string(),
        other => other.to_string(),
    }
}

/// Problems of numbers and lengths.
fn about_amount(problem: &Problem) -> String {
    let number = |value| Lang::Vi.number(value);
    match problem {
        Problem::MaximaDoNotAddUp {
            of,
            level,
            sum,
            stated,
        } => format!(
            "điểm tối đa của {of} ở cấp “{level}” tính từ các mục bên dưới là {}, khai báo là {}",
            number(*sum),
            number(*stated)
        ),
        Problem::LessThanBelow {
            id,
            level,
            sum,
            stated,
        } => {
            let (sum, stated) = (number(*sum), number(*stated));
            format!(
                "các tiêu chí con của {id} ở cấp “{level}” cộng lại là {sum}, điểm tối đa khai báo là {stated}: nếu chỉ tính đến \
                {stated} thì ghi cap = true, nếu không thì điểm tối đa là {sum}"
            )
        }
        Problem::Unlimited { id, why } => {
            format!("“{id}” ghi không giới hạn, nhưng {}", why.vietnamese())
        }
        Problem::OutOfRange {
            value,
            lowest,
            highest,
        } => {
            format!(
                "{} nằm ngoài khoảng từ {} đến {}",
                number(*value),
                number(*lowest),
                number(*highest)
            )
        }
        Problem::ImpossibleNumber => {
            "số vượt ±1.000.000.000.000, hoặc khác 0 mà nhỏ hơn 0,0000000001".to_string()
        }
        Problem::TooMany { key, found, limit } => format!(
            "có {} mục “{key}”, nhiều nhất là {}",
            number((*found).into()),
            number((*limit).into())
        ),
        Problem::FileTooLarge { found, limit } => format!(
            "tệp dài {}, tệp khai báo dài nhất {}",
            Lang::Vi.size(*found),
            Lang::Vi.size(*limit)
        ),
        Problem::TooLong { found, limit } => format!(
            "đoạn chữ dài {} ký tự, dài nhất {}",
            number((*found).into()),
            number((*limit).into())
        ),
        other => other.to_string(),
    }
}

fn is_it(nearest: &[String]) -> String {
    if nearest.is_empty() {
        String::new()
    } else {
        format!("; có phải là {}?", nearest.join(", "))
    }
}
