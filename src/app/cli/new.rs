//! `tonghop new FOLDER`: a campaign proposed from the forms of a folder.
//!
//! In: what was typed. Out: the campaign's files, what to look at in them, and how to go on. Not for: what is proposed.

use std::path::{Path, PathBuf};

use indexmap::IndexMap;

use crate::app::cli::args::NewArgs;
use crate::app::cli::carried::{self, CarryOutcome, OfEarlier};
use crate::app::cli::list_words;
use crate::app::cli::progress::Progress;
use crate::app::cli::targets::{beside, is_below};
use crate::app::cli::{Context, GOOD, limits, next};
use crate::app::pipeline::convert::{self, Fitting};
use crate::app::pipeline::propose::{ProposalInput, Suggested, suggest};
use crate::app::pipeline::settings::{self, Choice};
use crate::base::disk;
use crate::base::error::Error;
use crate::base::lang::{Lang, phrase, plural, say};
use crate::base::outside::Shown;
use crate::campaign::book::BESIDE;
use crate::campaign::definition::at;
use crate::campaign::documents::{Certainty, Documents, Proposal};
use crate::input::propose::{Account, FLOOR, NotUnderstood, Suggestion, UnitList};
use crate::output::files::{self, OtherNameBecause};
use crate::output::{WriteError, xlsx};

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
    let given = ProposalInput {
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
    let by = (context.program.as_path(), lang);
    let earlier = carried::of_earlier(&args.folder, &path, &suggestion.proposal, by);
    let list = earlier.as_ref().and_then(|one| carried::list(one, lang));
    let given = (&listed, args.province.as_deref());
    let mut said = lines(&suggestion, given, (list, lang));
    said.extend(left_out(&suggestion, &unread, lang));
    let fitting = convert::fitting(&suggestion.proposal.documents);
    let written = if let Some(fitting) = fitting {
        let documents = by_scheme(&fitting, &suggestion.proposal.documents, listed.units.len());
        let written = write(&path, &documents, lang)?;
        said.extend(fits(&fitting, &args.folder, &written, lang));
        written
    } else {
        let (questions, written) = write_carried(&path, &suggestion, (earlier, lang), &mut said)?;
        let asked = questions.iter().take(MOST_QUESTIONS);
        said.extend(asked.map(|question| format!("  {}", Shown::line(question))));
        said.push(is_written(&written, questions.len(), lang));
        said.push(to_confirm(lang));
        written
    };
    said.extend(next(args, &written, &context.program, lang));
    for line in said {
        writeln!(context.out, "{line}")?;
    }
    let guide = next::guide(context.is_own_window).get(lang);
    writeln!(context.out, "{guide}")?;
    context.written.push(written);
    Ok(GOOD)
}

/// Writes a proposal, with the corrections of a workbook that the folder has already; gives what to ask, and where it stands.
fn write_carried(
    path: &Path,
    suggestion: &Suggestion,
    (earlier, lang): (Option<OfEarlier>, Lang),
    said: &mut Vec<String>,
) -> Result<(Vec<String>, PathBuf), Error> {
    let proposal = &suggestion.proposal;
    let of_forms = questions(proposal);
    said.extend(earlier.iter().flat_map(|one| carried::lines(one, lang)));
    let Some(CarryOutcome::Carried(carried, _)) = earlier.map(|one| one.outcome) else {
        return Ok((of_forms, write_proposal(path, proposal, lang)?));
    };
    let written = put(path, xlsx::campaign::carried(&carried, lang))?;
    // What differs was told by itself.
    let mut asked = questions(&carried.proposal);
    asked.retain(|one| of_forms.contains(one));
    Ok((asked, written))
}

/// The campaign of a scheme that the program carries; of a list of units that was given, where the scheme has their levels.
fn by_scheme(fitting: &Fitting, proposed: &Documents, listed: usize) -> Documents {
    let mut documents = fitting.documents.clone();
    let levels = documents.scheme.get("level").and_then(|one| one.as_array());
    let is_level = |id: &String| {
        let mut ids = levels.into_iter().flatten().filter_map(|one| one.get("id"));
        ids.any(|one| one.as_str() == Some(id))
    };
    let level = |unit: &IndexMap<String, String>| unit.get("level").is_some_and(is_level);
    if listed > 0 && proposed.units.iter().all(level) {
        documents.units.clone_from(&proposed.units);
    }
    documents
}

/// That a scheme is known already, and which units are expected.
fn fits(fitting: &Fitting, folder: &Path, written: &Path, lang: Lang) -> Vec<String> {
    let id = fitting.id;
    let (same, all) = fitting.same;
    let (folder, written) = (Shown::path(folder), Shown::path(written));
    vec![
        say!(
            lang,
            "Đây là phiếu của bộ tiêu chí có sẵn {id}: {same}/{all} tiêu chí đúng nội dung và điểm tối đa. Không cần suy ra: tonghop \"{folder}\" đã chấm theo bộ ấy",
            "These are forms of the built-in scheme {id}: {same} of {all} criteria have its text and maximum. Nothing has to be derived: tonghop \"{folder}\" follows that scheme"
        ),
        say!(
            lang,
            "Đã ghi: {written} (đợt đánh giá theo bộ {id}; sửa tên, năm, hạn nộp và danh sách đơn vị ở đó nếu khác)",
            "Written: {written} (the campaign by {id}; correct its name, year, deadline and units there where they differ)"
        ),
    ]
}

/// Where a proposal stands.
fn is_written(written: &Path, questions: usize, lang: Lang) -> String {
    let written = Shown::path(written);
    say!(
        lang,
        "Đã ghi: {written} ({questions} câu hỏi; giá trị còn ngờ thì tô màu trong tệp)",
        "Written: {written} ({questions} questions; doubtful values are coloured in it)"
    )
}

/// What was seen where nothing is proposed.
pub(super) fn not_understood(folder: &Path, fault: &NotUnderstood, lang: Lang) -> Error {
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
    } else if (1..FLOOR).contains(&fault.criteria.len()) {
        seen.join("; ")
    } else {
        let headings = fault.headings.iter().take(MOST_QUESTIONS);
        let headings: Vec<&str> = headings.map(String::as_str).collect();
        let (seen, headings) = (seen.join("; "), headings.join("; "));
        say!(
            lang,
            "{seen}; các tiêu đề cột đã thấy: {headings}. Phiếu cần một cột điểm đơn vị tự chấm (ví dụ tiêu đề “Điểm tự chấm”) hoặc cột đánh dấu, và cột điểm tối đa: sửa tiêu đề cột ấy ở các phiếu rồi chạy lại; hoặc đưa thêm phiếu mẫu còn trống có các cột ấy: tonghop new THƯ-MỤC-PHIẾU --form PHIẾU-MẪU. Các tiêu đề được hiểu: docs/tieu-de.md",
            "{seen}; headings that were seen: {headings}. A form needs a column of the self score (such as \"Điểm tự chấm\") or one of ticks, and one of the maximum: correct its heading in the forms and run again, or add a blank form that has them: tonghop new FOLDER --form FORM. Headings that are understood: docs/tieu-de.md"
        )
    };
    Error::NotUnderstood {
        path: folder.to_path_buf(),
        criteria: fault.criteria.len(),
        seen: Shown::line(&seen).into(),
    }
}

/// What was found, and how the cells of all files were taken. `of_earlier` says of which list the units are where none was given.
pub(super) fn lines(
    suggestion: &Suggestion,
    (list, province): (&UnitList, Option<&str>),
    (of_earlier, lang): (Option<String>, Lang),
) -> Vec<String> {
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
    let listed = list.units.len();
    if listed > 0 {
        let unseen = suggestion.unseen;
        lines.push(say!(
            lang,
            "Danh sách có {listed} đơn vị; {unseen} đơn vị không phiếu nào ghi tên: đã thêm vào trang Đơn vị và sẽ tính là chưa nộp; đơn vị nào không phải nộp thì xóa dòng đó",
            "The list has {listed} units; {unseen} that no form names were added to the sheet of units and count as missing; delete the rows of those that need not return"
        ));
        lines.extend(list_words::without(&suggestion.unlisted, lang));
        lines.extend(list_words::of_provinces(list, province, lang));
        lines.extend(list_words::passed_rows(list, lang));
    } else if let Some(line) = of_earlier {
        lines.push(line);
    } else {
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

/// What to ask, each once: each stands beside a cell of the workbook. What changes points comes first, and of that what is unclear;
/// grades, which any points can be given later, and whose result it is come last.
pub(super) fn questions(proposal: &Proposal) -> Vec<String> {
    let mut questions = Vec::new();
    let late = [at!["grade"], at!["authority"]];
    let parts = [
        (Certainty::Unclear, false),
        (Certainty::Look, false),
        (Certainty::Unclear, true),
        (Certainty::Look, true),
    ];
    for (certainty, is_late) in parts {
        let of = |certain: Certainty| certain == certainty;
        let values = proposal.proposed.iter();
        let values = values.filter(|one| late.contains(&one.path) == is_late);
        let values = values.map(|one| (one.certainty, one.witness.as_ref(), &one.question));
        let headings = proposal.headings.iter().filter(|_| !is_late);
        let headings = headings.map(|one| (one.certainty, Some(&one.witness), &one.question));
        for (_, witness, question) in values
            .chain(headings)
            .filter(|(certainty, _, question)| of(*certainty) && !question.is_empty())
        {
            let place = witness.map_or_else(String::new, |witness| {
                format!(
                    "{}, {}!{} (“{}”): ",
                    witness.file, witness.sheet, witness.cell, witness.says
                )
            });
            let question = format!("{place}{question}");
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

/// How a proposal is confirmed.
fn to_confirm(lang: Lang) -> String {
    let text = phrase(
        "Khi mọi giá trị đã đúng thì ghi “không” ở dòng “Tạm tính” của trang đầu; đến lúc đó kết quả vẫn ghi TẠM TÍNH",
        "Once all values are right, write \"no\" in the row \"Provisional\" of the first sheet; until then results say PROVISIONAL",
    );
    text.get(lang).to_string()
}

/// Writes a proposal to a path, or to one with a number behind its name where something else stands there, and gives that path.
pub(super) fn write_proposal(
    target: &Path,
    proposal: &Proposal,
    lang: Lang,
) -> Result<PathBuf, Error> {
    put(target, xlsx::campaign::proposed(proposal, lang))
}

/// As [`write_proposal`], a campaign of which nothing is doubtful.
fn write(target: &Path, documents: &Documents, lang: Lang) -> Result<PathBuf, Error> {
    put(target, xlsx::campaign::workbook(documents, lang))
}

fn put(target: &Path, bytes: Result<Vec<u8>, WriteError>) -> Result<PathBuf, Error> {
    let bytes = bytes.map_err(|error| Error::Build(error.to_string()))?;
    // What stands there may be corrected by now, or be the result of a run.
    let written = files::write(target, &bytes, &|_, _| Some(OtherNameBecause::Changed))?;
    Ok(written.path)
}

/// How to go on: by this file, or by the one that rules the folder already.
fn next(args: &NewArgs, written: &Path, program: &Path, lang: Lang) -> Vec<String> {
    let choice = Choice {
        program: Some(program.to_path_buf()),
        ..Choice::default()
    };
    let ruling = settings::ruling(&args.folder, &choice);
    let is_same = |one: &Path| disk::real(one).ok() == disk::real(written).ok();
    let (folder, own) = (Shown::path(&args.folder), Shown::path(written));
    let option = match &ruling {
        Some(file) if is_same(file) => String::new(),
        _ => format!(" --campaign \"{own}\""),
    };
    let mut lines = Vec::new();
    if let Some(other) = ruling.filter(|file| !is_same(file)) {
        let other = Shown::path(&other);
        lines.push(say!(
            lang,
            "Thư mục này vẫn theo {other} (không bị sửa); tệp vừa ghi chỉ dùng khi nêu bằng --campaign như dưới đây. Muốn giữ tệp cũ thì chép sang đó những chỗ cần sửa",
            "This folder still follows {other} (not touched); what was written now is used where --campaign names it, as below. To keep the old one, copy into it what is to be corrected"
        ));
    }
    lines.push(say!(
        lang,
        "Xem và sửa xong thì chạy: tonghop \"{folder}\"{option}",
        "Once looked at and corrected: tonghop \"{folder}\"{option}"
    ));
    if is_below(written, &args.folder) {
        lines.push(say!(
            lang,
            "Lưu ý: tệp này nằm trong thư mục phiếu; các lần chạy nhận ra tệp và không tính là phiếu (TH124), và chỉ theo khi được nêu bằng --campaign. Nên chuyển ra ngoài thư mục",
            "Note: the file lies among the returns; runs recognise it, do not count it as one (TH124), and follow it only where --campaign names it. Better move it out"
        ));
    }
    lines
}
