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
    if let Some(why) = &annex.written.instead_of {
        let reason = match why {
            OtherNameBecause::Locked => phrase("tệp đang mở", "the file is open"),
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
    let names = |tags: &[String]| Shown::line(&tags.join(", ")).to_string();
    match why {
        KeptBecause::NotOurs => phrase(
            "không phải phụ lục do tonghop ghi",
            "it is no annex of tonghop",
        )
        .get(lang)
        .to_string(),
        KeptBecause::Outside => phrase(
            "đã sửa ngoài các chỗ dành cho người soạn",
            "it was changed outside the places for the author",
        )
        .get(lang)
        .to_string(),
        KeptBecause::Gone(tags) => {
            let names = names(tags);
            say!(
                lang,
                "mất chỗ dành cho người soạn {names}",
                "places for the author are gone: {names}"
            )
        }
        KeptBecause::Twice(tags) => {
            let names = names(tags);
            say!(
                lang,
                "chỗ dành cho người soạn {names} có nhiều lần, không rõ lấy chữ ở chỗ nào",
                "places for the author stand in it more than once: {names}"
            )
        }
        KeptBecause::NotText(tags) => {
            let names = names(tags);
            say!(
                lang,
                "chỗ {names} có hình, danh sách đánh số hoặc kiểu riêng, chưa chép sang được",
                "places {names} hold pictures, lists or styles of their own, which cannot be taken over"
            )
        }
        KeptBecause::NoPlace(tags) => {
            let names = names(tags);
            say!(
                lang,
                "câu chữ hiện nay không còn chỗ {names} mà ở đó đã có chữ",
                "there are no places {names} any more, and something stands in them"
            )
        }
    }
}
