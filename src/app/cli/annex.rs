//! The annex of a run: where it goes, and what is said of it.
//!
//! In: what was typed, and a report. Out: a document beside the result, and lines about it. Not for: what stands in it.

use std::io;
use std::path::{Path, PathBuf};

use crate::app::cli::args::ConsolidateArgs;
use crate::app::cli::{Context, results};
use crate::app::pipeline::settings;
use crate::base::error::Error;
use crate::base::lang::{Lang, phrase, say};
use crate::base::outside::Shown;
use crate::output::annex::{self, ENDING, KeptBecause, StoredAnnex};
use crate::output::files::OtherNameBecause;
use crate::result::report::Report;

/// Where the annex goes, where one is wanted: beside the result, under the name of the folder.
pub(super) fn path(args: &ConsolidateArgs, target: &Path) -> Option<PathBuf> {
    if !args.docx {
        return None;
    }
    let beside = settings::beside(&args.folder, ENDING).ok()?;
    Some(target.with_file_name(beside.file_name()?))
}

/// Writes the annex.
///
/// # Errors
/// [`Error::Build`], [`Error::Output`].
pub(super) fn write(path: Option<&Path>, report: &Report) -> Result<Option<StoredAnnex>, Error> {
    let Some(path) = path else {
        return Ok(None);
    };
    let ready =
        annex::ready(&annex::annex(report), path).map_err(|error| results::build(&error))?;
    Ok(Some(ready.put()?))
}

/// Says what became of it.
///
/// # Errors
/// What the writer says.
pub(super) fn say(annex: Option<&StoredAnnex>, context: &mut Context<'_>) -> io::Result<()> {
    let Some(annex) = annex else {
        return Ok(());
    };
    let lang = context.lang;
    let path = Shown::path(&annex.written.path);
    let (carried, places) = (annex.carried, annex.places);
    let line = say!(lang, "Phụ lục: {path}", "Annex: {path}");
    writeln!(context.out, "{line}")?;
    let line = say!(
        lang,
        "  (chỗ dành cho người soạn: {places}; đã có chữ, giữ nguyên: {carried})",
        "  (places for the author: {places}; written in and kept: {carried})"
    );
    writeln!(context.out, "{line}")?;
    for (path, why) in &annex.kept {
        let name = Shown::file_name(path);
        let reasons: Vec<String> = why.iter().map(|one| reason(one, lang)).collect();
        let reason = reasons.join("; ");
        let line = say!(
            lang,
            "  ({name} được giữ nguyên, bản mới mang tên khác: {reason})",
            "  ({name} stays as it is and the new one has another name: {reason})"
        );
        writeln!(context.out, "{line}")?;
    }
    for path in &annex.besides {
        let name = Shown::file_name(path);
        let line = say!(
            lang,
            "  (bên cạnh còn phụ lục {name}; chữ chỉ có ở tệp ấy không được chép sang, hãy xem rồi chép tay hoặc xóa tệp)",
            "  ({name} is there as well; words that stand only in it were not taken over: copy them by hand, or delete it)"
        );
        writeln!(context.out, "{line}")?;
    }
    if let Some(why) = &annex.written.instead_of {
        let reason = match why {
            OtherNameBecause::Locked | OtherNameBecause::OwnerFile => {
                phrase("tệp đang mở", "the file is open")
            }
            OtherNameBecause::NotAllowed | OtherNameBecause::ReadOnly => {
                phrase("không được phép ghi đè tệp", "the file may not be replaced")
            }
            _ => phrase(
                "tệp vừa được thay đổi",
                "the file has changed in the meantime",
            ),
        };
        let reason = reason.get(lang);
        let line = say!(
            lang,
            "  (tên khác vì: {reason})",
            "  (another name because: {reason})"
        );
        writeln!(context.out, "{line}")?;
    }
    context.written.push(annex.written.path.clone());
    Ok(())
}

fn reason(why: &KeptBecause, lang: Lang) -> String {
    let said = match why {
        KeptBecause::NotOurs => phrase(
            "không phải phụ lục do tonghop ghi",
            "it is no annex of tonghop",
        ),
        KeptBecause::Open => phrase(
            "đang mở ở chương trình khác, vì bên cạnh có tệp khóa tạm ~$… hoặc .~lock.…#; nếu không ai mở thì xóa tệp khóa tạm",
            "it is open in another program, as an owner file, ~$… or .~lock.…#, stands beside it; if nobody has it open, delete the owner file",
        ),
        KeptBecause::Outside => phrase(
            "đã sửa ngoài các chỗ dành cho người soạn",
            "it was changed outside the places for the author",
        ),
        KeptBecause::Looks => phrase(
            "đã đổi định dạng ngoài các chỗ dành cho người soạn: kiểu chữ, căn dòng, độ rộng cột hoặc lề trang",
            "its looks were changed outside the places for the author: letters, paragraphs, widths of columns or margins",
        ),
        KeptBecause::Gone(_) => phrase(
            "mất chỗ dành cho người soạn: ",
            "places for the author are gone: ",
        ),
        KeptBecause::Twice(_) => phrase(
            "có chỗ dành cho người soạn xuất hiện nhiều lần, không rõ lấy chữ ở chỗ nào: ",
            "places for the author stand in it more than once: ",
        ),
        KeptBecause::Moved(_) => phrase(
            "có chỗ dành cho người soạn đã được chuyển đi nơi khác; ở bản mới, chỗ ấy ở vị trí cũ: ",
            "places for the author were moved, and stand in the new one where they were: ",
        ),
        KeptBecause::NotText(_) => phrase(
            "có hình, danh sách đánh số hoặc kiểu riêng, chưa chép sang được, ở chỗ: ",
            "pictures, lists or styles of their own cannot be taken over from: ",
        ),
        KeptBecause::NoPlace(_) => phrase(
            "câu chữ hiện nay không còn chỗ cho phần đã viết: ",
            "there is no place any more for what stands in it: ",
        ),
    };
    let names = match why {
        KeptBecause::NotOurs | KeptBecause::Open | KeptBecause::Outside | KeptBecause::Looks => {
            &[][..]
        }
        KeptBecause::Gone(names)
        | KeptBecause::Twice(names)
        | KeptBecause::Moved(names)
        | KeptBecause::NotText(names)
        | KeptBecause::NoPlace(names) => names,
    };
    format!("{}{}", said.get(lang), Shown::line(&names.join(", ")))
}
