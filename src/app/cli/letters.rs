//! `tonghop letters FOLDER`, and the letters of a run: where templates are found, what is written, what is said of it.
//!
//! In: what was typed. Out: templates beside a folder, to be changed in Word; letters in a folder, and what is in none of them. Not for:
//! what stands in a letter.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::app::cli::targets::beside;
use crate::app::cli::{Context, GOOD};
use crate::app::pipeline::Plan;
use crate::base::disk;
use crate::base::error::{Error, FaultyTemplate};
use crate::base::lang::{Lang, phrase, plural, say};
use crate::base::opening;
use crate::base::outside::Shown;
use crate::output::WriteError;
use crate::output::docx_template::FieldSpec;
use crate::output::files;
use crate::output::form_set::FormFile;
use crate::output::letters::store::{self, StoredLetters};
use crate::output::letters::templates::{
    FOLDER, LetterKind, LetterTemplates, MOST_BYTES, OwnTemplate,
};
use crate::output::letters::{self, LetterSet};
use crate::result::report::Report;

/// Names that are told one by one.
const MOST_NAMED: usize = 8;

/// Options of `letters`.
#[derive(Debug, Args)]
pub struct LettersArgs {
    /// The folder of returns whose letters are meant.
    #[arg(value_name = "FOLDER")]
    pub folder: PathBuf,
}

/// Writes the templates that are not there, checks those that are, and tells the fields.
///
/// # Errors
/// [`Error::Templates`] for templates with faults; whatever keeps one from being written.
pub fn run(args: &LettersArgs, context: &mut Context<'_>) -> Result<u8, Error> {
    let lang = context.lang;
    if !disk::exists(&args.folder) {
        return Err(Error::FolderMissing(args.folder.clone()));
    }
    if !disk::is_folder(&args.folder) {
        return Err(Error::NotAFolder(args.folder.clone()));
    }
    let folder = beside(&args.folder, FOLDER)?;
    for kind in LetterKind::ALL {
        let path = folder.join(kind.file_name());
        let is_new = disk::entry_or_link(&path).is_err();
        if is_new {
            files::create(&path, &kind.built_in().map_err(|error| build(&error))?)?;
        }
        let path = Shown::path(&path);
        writeln!(
            context.out,
            "{}",
            if is_new {
                say!(lang, "Đã ghi mẫu: {path}", "Template written: {path}")
            } else {
                say!(
                    lang,
                    "Đã có mẫu, giữ nguyên: {path}",
                    "A template is there and stays: {path}"
                )
            }
        )?;
    }
    templates(&folder)?;
    for kind in LetterKind::ALL {
        let name = kind.file_name();
        let head = say!(lang, "Các trường của {name}:", "Fields of {name}:");
        writeln!(context.out, "\n{head}")?;
        for field in kind.fields() {
            writeln!(context.out, "  {}", told(field, lang))?;
        }
    }
    let given = Shown::path(&args.folder);
    let next = [
        phrase(
            "Sửa câu chữ bằng Word, giữ các trường {{…}}, lưu cùng tên",
            "Change the words in Word, keep the fields {{…}}, save under the same name",
        )
        .get(lang)
        .to_string(),
        say!(
            lang,
            "Kiểm tra mẫu đã sửa: tonghop letters \"{given}\"",
            "To check what was changed: tonghop letters \"{given}\""
        ),
        say!(
            lang,
            "Ghi công văn: tonghop \"{given}\" --letters THƯ-MỤC",
            "To write letters: tonghop \"{given}\" --letters DIR"
        ),
    ];
    writeln!(context.out, "\n{}", next.join("\n"))?;
    Ok(GOOD)
}

/// A field in a line.
fn told(field: &FieldSpec, lang: Lang) -> String {
    let (name, about) = (field.name, field.about.get(lang));
    let of = match (field.list, field.is_needed) {
        (None, false) => "",
        (None, true) => phrase(" (phải có)", " (needed)").get(lang),
        (Some(_), false) => {
            phrase(" (trong dòng lặp của bảng)", " (in the repeated row)").get(lang)
        }
        (Some(_), true) => phrase(
            " (trong dòng lặp của bảng, phải có)",
            " (in the repeated row, needed)",
        )
        .get(lang),
    };
    format!("{{{{{name}}}}}: {about}{of}")
}

/// What letters need, looked at before the long work.
#[derive(Debug)]
pub(super) struct Prepared {
    folder: PathBuf,
    templates: LetterTemplates,
    notes: Vec<String>,
}

/// Looks at where letters are wanted, for a folder as it was given and its returns, and reads their templates; nothing where none are.
///
/// # Errors
/// [`Error::LettersAmongReturns`], [`Error::Templates`], [`Error::OutputNoFile`] for a file in place of the folder.
pub(super) fn prepare(
    (wanted, given, returns): (Option<&Path>, &Path, &Path),
    lang: Lang,
) -> Result<Option<Prepared>, Error> {
    let Some(folder) = wanted else {
        return Ok(None);
    };
    if disk::exists(folder) && !disk::is_folder(folder) {
        return Err(Error::OutputNoFile(folder.to_path_buf()));
    }
    let is_in = |around: &Path| full(folder).starts_with(full(around));
    if is_in(returns) || is_in(given) {
        return Err(Error::LettersAmongReturns(folder.to_path_buf()));
    }
    let own = beside(given, FOLDER)?;
    let templates = templates(&own)?;
    Ok(Some(Prepared {
        folder: folder.to_path_buf(),
        templates,
        notes: notes(&own, lang),
    }))
}

/// A path without links, as far as it is there.
fn full(path: &Path) -> PathBuf {
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    let there = whole.ancestors().find_map(|one| {
        let real = disk::real(one).ok()?;
        Some(real.join(whole.strip_prefix(one).ok()?))
    });
    there.unwrap_or(whole)
}

/// The templates of a folder, and the program's where it has none.
fn templates(folder: &Path) -> Result<LetterTemplates, Error> {
    let mut own = Vec::new();
    for kind in LetterKind::ALL {
        let path = folder.join(kind.file_name());
        if disk::entry_or_link(&path).is_err() {
            continue;
        }
        let bytes =
            opening::read(&path, MOST_BYTES).map_err(|error| Error::DefinitionUnreadable {
                path: path.clone(),
                source: std::io::Error::other(error),
            })?;
        own.push((kind, OwnTemplate { path, bytes }));
    }
    let of = |kind: LetterKind| {
        let found = own.iter().find(|(one, _)| *one == kind);
        found.map(|(_, own)| own.clone())
    };
    let read = LetterTemplates::read(of).map_err(|error| build(&error))?;
    read.map_err(|faulty: Vec<FaultyTemplate>| Error::Templates(faulty))
}

fn build(error: &WriteError) -> Error {
    Error::Build(error.to_string())
}

/// Which templates are an office's own, and what lies beside them that is none.
fn notes(folder: &Path, lang: Lang) -> Vec<String> {
    let Ok(entries) = disk::list(folder) else {
        return Vec::new();
    };
    let mut names: Vec<String> = entries
        .iter()
        .map(|path| Shown::name(path.file_name().unwrap_or_default()).to_string())
        .filter(|name| !name.starts_with(['~', '.']))
        .collect();
    names.sort();
    let is_template = |name: &String| {
        let mut all = LetterKind::ALL.iter();
        all.any(|kind| kind.file_name() == name)
    };
    let (used, others): (Vec<String>, Vec<String>) = names.into_iter().partition(is_template);
    let folder = Shown::path(folder);
    let mut notes = Vec::new();
    if !used.is_empty() {
        let used = used.join(", ");
        notes.push(say!(
            lang,
            "  Theo mẫu của cơ quan: {folder} ({used})",
            "  By the office's own templates: {folder} ({used})"
        ));
    }
    if !others.is_empty() {
        let others = listed(&others);
        let known = LetterKind::ALL.map(LetterKind::file_name).join(", ");
        notes.push(say!(
            lang,
            "  Lưu ý: {folder} có tệp không dùng làm mẫu: {others}; chỉ dùng {known}",
            "  Note: {folder} holds files that are no templates: {others}; only {known} are"
        ));
    }
    notes
}

/// Writes the letters of a report, and says so. No unit is written to by criteria that nobody has confirmed.
///
/// # Errors
/// [`Error::Build`], [`Error::Output`].
pub(super) fn write(
    prepared: Option<&Prepared>,
    (plan, report): (&Plan, &Report),
    context: &mut Context<'_>,
) -> Result<(), Error> {
    let Some(prepared) = prepared else {
        return Ok(());
    };
    let lang = context.lang;
    if plan.campaign.provisional {
        let not = phrase(
            "Công văn: chưa ghi, vì đợt đánh giá được suy ra từ phiếu và chưa ai xác nhận; xem lại, ghi “không” ở dòng “Tạm tính” của tệp đợt đánh giá rồi chạy lại",
            "Letters: none, as the campaign was proposed from the forms and nobody has confirmed it; look at it, write “không” in its row “Tạm tính”, and run again",
        );
        writeln!(context.out, "{}", not.get(lang))?;
        return Ok(());
    }
    let letters = letters::letters(report, &prepared.templates).map_err(|error| build(&error))?;
    let all: Vec<&FormFile> = letters.units.iter().chain(&letters.reminder).collect();
    let stored = store::put(&prepared.folder, &all)?;
    let mut lines = vec![sum(prepared, &letters, lang)];
    if !all.is_empty() {
        lines.extend(prepared.notes.iter().cloned());
    }
    lines.extend(blank(&letters, lang));
    lines.extend(left_out(&letters, lang));
    lines.extend(beside_others(&stored, lang));
    for line in lines {
        writeln!(context.out, "{line}")?;
    }
    Ok(())
}

fn sum(prepared: &Prepared, letters: &LetterSet, lang: Lang) -> String {
    let folder = Shown::path(&prepared.folder);
    let (units, told, reminded) = (letters.units.len(), letters.told, letters.reminded);
    match (units, reminded) {
        (0, 0) => say!(
            lang,
            "Công văn: không có; không đơn vị nào phải sửa phiếu hay phải đôn đốc",
            "Letters: none; no unit has anything to correct or has to be reminded"
        ),
        (_, 0) => say!(
            lang,
            "Công văn: {units} công văn gửi đơn vị ({told} nội dung), không phải đôn đốc đơn vị nào; thư mục: {folder}",
            (
                "Letters: {} to units ({told} points), nobody has to be reminded; folder: {folder}",
                plural(units, "letter")
            )
        ),
        _ => say!(
            lang,
            "Công văn: {units} công văn gửi đơn vị ({told} nội dung), 1 công văn đôn đốc ({reminded} đơn vị); thư mục: {folder}",
            (
                "Letters: {} to units ({told} points), 1 reminder (to {reminded}); folder: {folder}",
                plural(units, "letter")
            )
        ),
    }
}

/// What a person has to fill in.
fn blank(letters: &LetterSet, lang: Lang) -> Option<String> {
    if letters.units.is_empty() && letters.reminder.is_none() {
        return None;
    }
    Some(if letters.is_day_blank {
        say!(
            lang,
            "  Cần điền trước khi gửi: số, ngày, người ký, và hạn trả lời (đợt không có hạn nộp, hoặc đã có phiếu lưu sau hạn đó)",
            "  To be filled in before sending: number, date, signer, and the day for answers (there is no deadline, or a return was saved after it)"
        )
    } else {
        phrase(
            "  Cần điền trước khi gửi: số, ngày, người ký; hạn trả lời lấy theo hạn nộp của đợt",
            "  To be filled in before sending: number, date, signer; the day for answers is the campaign's deadline",
        )
        .get(lang)
        .to_string()
    })
}

/// What no letter tells.
fn left_out(letters: &LetterSet, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    if letters.untold > 0 {
        let count = letters.untold;
        lines.push(say!(
            lang,
            "  Không đưa vào công văn: {count} cảnh báo mà cơ quan tổng hợp tự xem xét (trang Cảnh báo)",
            ("  In no letter: {} for the office itself (sheet of findings)", plural(count, "finding"))
        ));
    }
    if !letters.undecided.is_empty() {
        let names = listed(&letters.undecided);
        lines.push(say!(
            lang,
            "  Chưa đôn đốc, cần xác định tệp đã nhận là của ai trước (TH118): {names}",
            "  Not reminded, as it has to be decided first whose a file is (TH118): {names}"
        ));
    }
    if !letters.held_back.is_empty() {
        let names = listed(&letters.held_back);
        lines.push(say!(
            lang,
            "  Chưa đôn đốc, cần tự xử lý tệp đã nhận trước (giải nén, quyền đọc, …; xem cảnh báo của tệp): {names}",
            "  Not reminded, as the files received have to be dealt with here first (unpacking, permissions, …; see their findings): {names}"
        ));
    }
    lines
}

/// What stays beside the letters that were written.
fn beside_others(stored: &StoredLetters, lang: Lang) -> Vec<String> {
    let name = |path: &PathBuf| Shown::file_name(path).to_string();
    let mut lines = Vec::new();
    let renamed = stored.written.iter();
    let renamed = renamed.filter(|one| one.instead_of.is_some());
    let renamed: Vec<String> = renamed.map(|one| name(&one.path)).collect();
    if !renamed.is_empty() {
        let names = listed(&renamed);
        lines.push(say!(
            lang,
            "  Công văn đã sửa tay, đang mở hoặc không do tonghop ghi thì giữ nguyên; bản mới ghi thành: {names}",
            "  Letters that were changed by hand, are open or are not by tonghop stay; new ones are called: {names}"
        ));
    }
    if !stored.same.is_empty() {
        let same: Vec<String> = stored.same.iter().map(name).collect();
        let names = listed(&same);
        lines.push(say!(
            lang,
            "  Công văn đã lưu lại bằng chương trình khác mà lời văn không đổi thì giữ nguyên, không ghi bản mới: {names}",
            "  Letters that another program has saved and that say the same stay, and nothing is written: {names}"
        ));
    }
    if !stored.left.is_empty() {
        let left: Vec<String> = stored.left.iter().map(name).collect();
        let names = listed(&left);
        lines.push(say!(
            lang,
            "  Lưu ý: công văn của lần chạy trước, lần này không còn; kiểm tra rồi xóa nếu chưa gửi: {names}",
            "  Note: letters of an earlier run that this one does not write; look at them, and delete them if they were not sent: {names}"
        ));
    }
    lines
}

fn listed(names: &[String]) -> String {
    let told: Vec<&str> = names.iter().take(MOST_NAMED).map(String::as_str).collect();
    let told = Shown::line(&told.join("; ")).to_string();
    match names.len().saturating_sub(MOST_NAMED) {
        0 => told,
        more => format!("{told}; … +{more}"),
    }
}
