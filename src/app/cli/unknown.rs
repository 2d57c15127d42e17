//! A plain folder is never guessed in silence: forms that are not the built-in scheme's get a campaign of their own.
//!
//! In: a run without a campaign file, and its report. Out: the plan of a campaign proposed from the forms, marked provisional, where
//! the forms are others; what is said about it. Not for: what is proposed.

use std::path::Path;

use crate::app::cli::args::ConsolidateArgs;
use crate::app::cli::progress::Progress;
use crate::app::cli::{Context, new, next};
use crate::app::pipeline::known_forms::{are_others, is_known};
use crate::app::pipeline::propose::{ProposalInput, suggest_from};
use crate::app::pipeline::settings::{Basis, Choice};
use crate::app::pipeline::{Plan, some_form};
use crate::base::error::{Error, in_book};
use crate::base::lang::{Lang, Phrase, phrase, say};
use crate::base::outside::Shown;
use crate::input::intake::FolderReader;
use crate::input::propose::{UnitList, nearest_provinces};
use crate::input::read::Reader;
use crate::result::diff::Side;
use crate::result::report::Report;

/// A run by a campaign that was proposed from the forms.
pub(super) struct Provisional {
    /// Its plan.
    pub(super) plan: Plan,
    /// What is said about it, in lines.
    pub(super) lines: Vec<String>,
}

/// The plan of a proposed campaign, where there is no campaign file and the forms are not those of the built-in scheme.
///
/// # Errors
/// The campaign's files cannot be written or read again; [`Error::NotUnderstood`] where the forms are others of which too little is
/// understood, [`Error::NoForm`] where nothing is a form.
pub(super) fn plan(
    args: &ConsolidateArgs,
    (plan, report): (&Plan, &Report),
    (reader, folder): (&Reader, &FolderReader<'_>),
    (context, progress): (&Context<'_>, &Progress),
) -> Result<Option<Provisional>, Error> {
    if plan.basis != Basis::BuiltIn || is_known(report) {
        return Ok(None);
    }
    let lang = context.lang;
    let given = ProposalInput {
        folder: args.folder.clone(),
        ..ProposalInput::default()
    };
    let suggested = suggest_from(&given, reader, folder, lang, progress)?;
    // Others than the scheme's are never taken for its; what the scheme's own forms lack is a finding of the run.
    if !are_others(&suggested.suggestion, plan, report) {
        return Ok(None);
    }
    let suggestion = match suggested.suggestion {
        Ok(suggestion) => suggestion,
        Err(fault) => {
            some_form(report, &plan.returns)?;
            return Err(new::not_understood(&args.folder, &fault, lang));
        }
    };
    let questions = new::questions(&suggestion.proposal);
    let campaign = new::write_proposal(&new::target(&args.folder)?, &suggestion.proposal, lang)?;
    let choice = Choice {
        campaign: Some(campaign.clone()),
        ..args.choice(&context.program)
    };
    let plan = chosen(&args.folder, &choice, lang).map_err(|error| match error {
        Error::CampaignBook(findings) => Error::ToFill {
            path: campaign.clone(),
            findings,
        },
        error => error,
    })?;
    let mut lines = new::lines(&suggestion, (&UnitList::default(), None), (None, lang));
    lines.extend(next(&args.folder, &campaign, &questions, lang));
    let guide = next::guide(context.is_own_window).get(lang);
    lines.push(guide.to_string());
    Ok(Some(Provisional { plan, lines }))
}

fn no_province(path: &Path, province: &str, known: &[String]) -> String {
    let near = nearest_provinces(province, known);
    let hint = if near.is_empty() {
        format!("danh sách có: {}", known.join(", "))
    } else {
        let near: Vec<String> = near.iter().map(|one| format!("“{one}”")).collect();
        format!("có phải là {}?", near.join(", "))
    };
    let (path, province, hint) = (Shown::path(path), Shown::line(province), Shown::line(&hint));
    format!("{path}: danh sách không có tỉnh “{province}”; {hint}")
}

/// Errors of what a campaign is proposed from.
pub(super) fn about_proposal(error: &Error) -> String {
    match error {
        Error::NoForm { path, read, files } => no_form(path, *read, files),
        Error::NoCampaignBook { path, is_result } => no_campaign(path, *is_result),
        Error::NoCampaign(path) => format!(
            "{0}: chưa có đợt đánh giá: các phiếu không theo bộ tiêu chí có sẵn, nên không xem theo bộ ấy. Hãy chạy trước: tonghop \"{0}\" (suy ra đợt đánh giá từ chính các phiếu, ghi thành tệp -dot-danh-gia.xlsx bên cạnh thư mục), rồi chạy lại lệnh này; đã có tệp đợt đánh giá ở chỗ khác thì nêu bằng --campaign TỆP",
            Shown::path(path)
        ),
        Error::NoUnits(path) => format!("{}: không thấy cột nào ghi tên đơn vị", Shown::path(path)),
        Error::NoSuchProvince {
            path,
            province,
            known,
        } => no_province(path, province, known),
        Error::TooMuchToPropose { path, limit_bytes } => format!(
            "{}: các tệp chiếm hơn {} MB bộ nhớ, nhiều quá để suy ra đợt đánh giá; hãy chuyển các tệp không phải phiếu ra ngoài, hoặc suy ra từ một phần số phiếu rồi chạy cả thư mục với --campaign",
            Shown::path(path),
            limit_bytes / 1_048_576
        ),
        Error::NotUnderstood {
            path,
            criteria,
            seen,
        } => format!(
            "{}: không nhận ra: cả thư mục chỉ thấy {criteria} tiêu chí có điểm; {seen}",
            Shown::path(path)
        ),
        Error::ToFill { path, findings } => {
            let missing = findings.iter().map(|one| in_book(one, Lang::Vi));
            format!(
                "{}: đã suy ra đợt đánh giá từ chính các phiếu và ghi vào tệp này; điền những gì phiếu không cho biết rồi chạy lại:\n{}",
                Shown::path(path),
                missing.collect::<Vec<_>>().join("\n")
            )
        }
        error => error.to_string(),
    }
}

/// That a workbook is no campaign's, in Vietnamese.
fn no_campaign(path: &Path, is_result: bool) -> String {
    let what = if is_result {
        "mà là kết quả do chương trình ghi ra; tệp đợt đánh giá có tên kết thúc bằng -dot-danh-gia.xlsx"
    } else {
        "mà là một bảng tính khác, ví dụ phiếu của đơn vị. Để có tệp đợt đánh giá suy ra từ các phiếu: tonghop new THƯ-MỤC-PHIẾU"
    };
    format!("{}: không phải tệp đợt đánh giá {what}", Shown::path(path))
}

/// That nothing in a folder is a form, in Vietnamese.
fn no_form(path: &Path, read: usize, files: &[String]) -> String {
    format!(
        "{}: không tệp nào trong thư mục là phiếu mà chương trình nhận ra (đã đọc {read} bảng tính: {}); xem lại có đúng thư mục không. Nếu đây là phiếu tự chấm thì phiếu phải có cột điểm tự chấm có tiêu đề (ví dụ “Điểm tự chấm”) và cột điểm tối đa; điểm từ 0 đến 1 thì chỉ cần cột điểm tự chấm",
        Shown::path(path),
        files.join(", ")
    )
}

/// The plan for a folder; what is said of it names the campaign as provisional where nobody has confirmed it.
///
/// # Errors
/// As [`Plan::chosen`].
pub(super) fn chosen(folder: &Path, choice: &Choice, lang: Lang) -> Result<Plan, Error> {
    let mut plan = Plan::chosen(folder, choice)?;
    if plan.campaign.provisional {
        mark(&mut plan, lang);
    }
    Ok(plan)
}

/// What the name of a campaign that nobody has confirmed begins with.
const UNCONFIRMED: Phrase = phrase("TẠM TÍNH", "PROVISIONAL");

/// A side with the name that its result would have.
pub(super) fn marked(mut side: Side, lang: Lang) -> Side {
    if side.is_unconfirmed {
        side.name = format!("{} – {}", UNCONFIRMED.get(lang), side.name);
    }
    side
}

/// Writes on the result that nobody has confirmed what it rests on.
fn mark(plan: &mut Plan, lang: Lang) {
    let word = UNCONFIRMED.get(lang);
    let why = phrase(
        "Theo bộ tiêu chí suy ra từ chính các phiếu, chưa được xác nhận",
        "By criteria derived from the forms themselves, not confirmed",
    );
    plan.campaign.name = format!("{word} – {}", plan.campaign.name);
    plan.campaign
        .title
        .push(format!("{word}: {}", why.get(lang)));
}

fn next(folder: &Path, campaign: &Path, questions: &[String], lang: Lang) -> Vec<String> {
    let (folder, campaign) = (Shown::path(folder), Shown::path(campaign));
    let count = questions.len();
    let first = questions
        .first()
        .map_or_else(String::new, |one| Shown::line(one).to_string());
    let mut lines = vec![say!(
        lang,
        "TẠM TÍNH: các phiếu không theo bộ tiêu chí có sẵn; kết quả theo bộ tiêu chí suy ra từ chính các phiếu, chưa được xác nhận",
        "PROVISIONAL: the forms are not those of the built-in scheme; the result follows criteria derived from the forms, not confirmed"
    )];
    if count > 0 {
        lines.push(say!(
            lang,
            "Xem trước: {first} (trong {count} câu hỏi; giá trị còn ngờ thì tô màu trong {campaign})",
            "To look at first: {first} (of {count} questions; doubtful values are coloured in {campaign})"
        ));
    }
    lines.push(say!(
        lang,
        "Sửa xong thì ghi “không” ở dòng “Tạm tính” của trang đầu tệp ấy, rồi chạy lại: tonghop \"{folder}\"",
        "Once corrected, write \"no\" in the row \"Provisional\" of its first sheet and run again: tonghop \"{folder}\""
    ));
    lines
}
