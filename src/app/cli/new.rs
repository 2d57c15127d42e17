//! `tonghop new FOLDER`: a campaign proposed from the forms of a folder.
//!
//! In: what was typed. Out: the campaign's files, what to look at in them, and how to go on. Not for: what is proposed.

use std::path::{Path, PathBuf};

use crate::app::cli::args::NewArgs;
use crate::app::cli::progress::Progress;
use crate::app::cli::targets::{beside, output_error};
use crate::app::cli::{Context, GOOD, limits};
use crate::app::pipeline::propose::{Given, Suggested, suggest};
use crate::base::error::Error;
use crate::base::lang::{Lang, plural, say};
use crate::base::outside::Shown;
use crate::campaign::book::BESIDE;
use crate::campaign::documents::{Certainty, Proposal};
use crate::input::propose::{Account, NotUnderstood, Suggestion};
use crate::output::files::{self, Reason};
use crate::output::xlsx;

/// Questions that are printed; all of them stand in the settings.
const MOST_QUESTIONS: usize = 12;

/// Proposes a campaign and writes it.
///
/// # Errors
/// Whatever keeps forms from being read or files from being written; [`Error::NotUnderstood`].
pub fn run(args: &NewArgs, context: &mut Context<'_>) -> Result<u8, Error> {
    let limits = limits::limits(&args.limit)?;
    let lang = context.lang;
    let path = match &args.output {
        Some(path) if is_workbook(path) => path.clone(),
        Some(path) => {
            return Err(Error::OutputForm {
                path: path.clone(),
                wanted: "xlsx",
            });
        }
        None => target(&args.folder)?,
    };
    let given = Given {
        folder: args.folder.clone(),
        blank: args.form.clone(),
        units: args.units.clone(),
        province: args.province.clone(),
    };
    let progress = Progress::new(context);
    let suggested = suggest(&given, &limits, &context.program, lang, &progress)?;
    drop(progress);
    let Suggested {
        suggestion,
        unread,
        listed,
    } = suggested;
    let suggestion = suggestion.map_err(|fault| not_understood(&args.folder, &fault, lang))?;
    let questions = questions(&suggestion.proposal);
    let written = write(&path, &suggestion.proposal, lang)?;
    for line in lines(&suggestion, listed, lang) {
        writeln!(context.out, "{line}")?;
    }
    for line in left_out(&suggestion, &unread, lang) {
        writeln!(context.out, "{line}")?;
    }
    for question in questions.iter().take(MOST_QUESTIONS) {
        writeln!(context.out, "  {}", Shown::line(question))?;
    }
    for line in next(args, &written, questions.len(), lang) {
        writeln!(context.out, "{line}")?;
    }
    context.written.push(written);
    Ok(GOOD)
}

/// What was seen where nothing is proposed.
fn not_understood(folder: &Path, fault: &NotUnderstood, lang: Lang) -> Error {
    let seen: Vec<String> = fault
        .seen
        .iter()
        .take(MOST_QUESTIONS)
        .map(|(file, lines)| say!(lang, "{file}: {lines} dòng", "{file}: {lines} rows"))
        .collect();
    let seen = if seen.is_empty() {
        say!(
            lang,
            "không tệp nào có bảng tiêu chí",
            "no file holds a table of criteria"
        )
    } else {
        seen.join("; ")
    };
    Error::NotUnderstood {
        path: folder.to_path_buf(),
        criteria: fault.criteria,
        seen: Shown::line(&seen).into(),
    }
}

/// What was found, and how the cells of all files were taken.
pub(super) fn lines(suggestion: &Suggestion, listed: usize, lang: Lang) -> Vec<String> {
    let documents = &suggestion.proposal.documents;
    let count = |key: &str| {
        let list = documents.scheme.get(key).and_then(|value| value.as_array());
        list.map_or(0, Vec::len)
    };
    let (forms, units) = (suggestion.forms, documents.units.len());
    let (groups, criteria, levels) = (count("group"), count("criterion"), count("level"));
    let mut lines = vec![say!(
        lang,
        "Suy ra từ {forms} phiếu: {groups} nhóm, {criteria} tiêu chí, {levels} cấp, {units} đơn vị",
        (
            "From {}: {}, {}, {}, {}",
            plural(forms, "form"),
            plural(groups, "group"),
            plural(criteria, "criterion"),
            plural(levels, "level"),
            plural(units, "unit")
        )
    )];
    let sum = |of: fn(&Account) -> usize| -> usize { suggestion.files.iter().map(of).sum() };
    let (all, form, answer) = (
        sum(Account::all),
        sum(|one| one.form),
        sum(|one| one.answer),
    );
    let (note, ignored) = (sum(|one| one.note), sum(|one| one.ignored));
    lines.push(say!(
        lang,
        "{all} ô có nội dung: {form} của mẫu, {answer} là trả lời, {note} là ghi chú, {ignored} không dùng",
        "{all} cells hold something: {form} of the form, {answer} answers, {note} notes, {ignored} not used"
    ));
    if listed == 0 {
        lines.push(say!(
            lang,
            "Chưa có danh sách đơn vị nên không thể nói đơn vị nào chưa nộp: thêm --units TỆP, hoặc ghi thêm vào danh sách",
            "Without a list of units nobody can be called missing: add --units FILE, or add rows to the registry"
        ));
    }
    if forms < 2 {
        lines.push(say!(
            lang,
            "Chỉ có một phiếu để suy ra: mọi giá trị đều nên xem lại",
            "There is one form only to go by: every value is to be looked at"
        ));
    }
    lines
}

/// Files that nothing was taken from.
fn left_out(suggestion: &Suggestion, unread: &[String], lang: Lang) -> Vec<String> {
    let aside = suggestion.aside.iter().map(|file| {
        let file = Shown::line(file);
        say!(
            lang,
            "{file}: không dùng, vì ít dòng giống các phiếu khác (năm khác, mẫu khác hay tệp hỏng?)",
            "{file}: not used, few of its rows are those of the other forms (another year or form, or damaged?)"
        )
    });
    let unread = unread.iter().map(|file| {
        let file = Shown::line(file);
        say!(lang, "{file}: không đọc được", "{file}: cannot be read")
    });
    aside.chain(unread).collect()
}

/// What to ask, what is unclear first, each once.
pub(super) fn questions(proposal: &Proposal) -> Vec<String> {
    let mut questions = Vec::new();
    for certainty in [Certainty::Unclear, Certainty::Look] {
        let of = |certain: Certainty| certain == certainty;
        for one in proposal
            .proposed
            .iter()
            .filter(|one| of(one.certainty) && !one.question.is_empty())
        {
            let place = one.witness.as_ref().map_or_else(String::new, |witness| {
                format!(
                    "{}, {}!{} (“{}”): ",
                    witness.file, witness.sheet, witness.cell, witness.says
                )
            });
            let question = format!("{place}{}", one.question);
            if !questions.contains(&question) {
                questions.push(question);
            }
        }
    }
    questions
}

/// Whether a path names a workbook that Excel opens by its name.
fn is_workbook(path: &Path) -> bool {
    path.extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("xlsx"))
}

/// The campaign workbook of a folder, where a run on the folder finds it.
pub(super) fn target(folder: &Path) -> Result<PathBuf, Error> {
    beside(folder, BESIDE)
}

/// Writes a proposal to a path, or to one with a number behind its name where something else stands there, and gives that path.
pub(super) fn write(target: &Path, proposal: &Proposal, lang: Lang) -> Result<PathBuf, Error> {
    let bytes = xlsx::campaign::proposed(proposal, lang)
        .map_err(|error| Error::Build(error.to_string()))?;
    // What stands there may be corrected by now, or be the result of a run.
    let written = files::write(target, &bytes, &|_, _| Some(Reason::Changed));
    written.map(|written| written.path).map_err(output_error)
}

fn next(args: &NewArgs, written: &Path, questions: usize, lang: Lang) -> Vec<String> {
    let is_found = target(&args.folder).is_ok_and(|target| target == *written);
    let (folder, written) = (Shown::path(&args.folder), Shown::path(written));
    let option = if is_found {
        String::new()
    } else {
        format!(" --campaign \"{written}\"")
    };
    vec![
        say!(
            lang,
            "Đã ghi: {written} ({questions} câu hỏi; giá trị còn ngờ thì tô màu trong tệp)",
            "Written: {written} ({questions} questions; doubtful values are coloured in it)"
        ),
        say!(
            lang,
            "Xem xong thì ghi “không” ở dòng “Tạm tính” của trang đầu, rồi chạy: tonghop \"{folder}\"{option}",
            "Once looked at, write \"no\" in the row \"Provisional\" of the first sheet and run: tonghop \"{folder}\"{option}"
        ),
    ]
}
