//! `tonghop template [CAMPAIGN]`: a blank form for each unit.
//!
//! In: what was typed. Out: the forms in a folder or an archive, and what to do with them. Not for: what a form looks like.

use std::path::{Path, PathBuf};

use clap::Args;

use crate::app::cli::limits::LimitOption;
use crate::app::cli::progress::Progress;
use crate::app::cli::rule::RuleWords;
use crate::app::cli::targets::beside;
use crate::app::cli::{Context, GOOD, limits};
use crate::app::pipeline::forms::{self, BlankForms};
use crate::app::pipeline::settings::{self, Choice};
use crate::app::pipeline::side::{self, BareTableBasis};
use crate::base::disk;
use crate::base::error::Error;
use crate::base::ids::FigureId;
use crate::base::lang::{Lang, plural, say};
use crate::base::outside::Shown;
use crate::base::points::Most;
use crate::campaign::book;
use crate::campaign::documents::Loaded;
use crate::campaign::scheme::{Criterion, Scheme};
use crate::output::form_set::{self, WrittenSet};
use crate::result::diff::Side;

/// What stands behind the name of a campaign in the name of the folder of its forms.
const ENDING: &str = "-phieu-mau";
/// The ending of an archive.
const ZIP: &str = "zip";
/// Units that are named one by one.
const MOST_NAMED: usize = 8;

/// Options of `template`.
#[derive(Debug, Args)]
pub struct TemplateArgs {
    /// A campaign's file or folder, or the id of a built-in scheme.
    #[arg(value_name = "CAMPAIGN")]
    pub campaign: Option<String>,
    /// Where to write.
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// Into one archive.
    #[arg(long)]
    pub zip: bool,
    /// Last year's result, to show beside the blanks.
    #[arg(long, value_name = "PREVIOUS")]
    pub previous: Option<PathBuf>,
    /// Bounds of the reader, `NAME=VALUE`.
    #[command(flatten)]
    pub limit: LimitOption,
    /// Whether the campaign may name files outside its folder.
    #[arg(long)]
    pub allow_outside: bool,
}

/// Writes the forms.
///
/// # Errors
/// Whatever keeps the campaign or last year's result from being read, or the forms from being written.
pub fn run(args: &TemplateArgs, context: &mut Context<'_>) -> Result<u8, Error> {
    let limits = limits::limits(&args.limit)?;
    let lang = context.lang;
    let program = context.program.clone();
    let of = forms::meant(args.campaign.as_deref(), &program)?;
    let loaded = forms::loaded(&of, &program)?;
    let target = target(args, &of)?;
    let progress = Progress::new(context);
    let previous = args.previous.as_deref().map(|path| {
        let choice = Choice {
            program: Some(program.clone()),
            allow_outside: args.allow_outside,
            ..Choice::default()
        };
        let by = BareTableBasis::beside(Path::new(&of));
        side::side(path, by, &choice, &limits, &program, &progress)
    });
    let previous = previous.transpose()?;
    let made = forms::forms(&loaded, previous.as_ref(), &method)?;
    drop(progress);
    let written = if args.zip {
        let bytes = form_set::zip(&made.files).map_err(|error| Error::Build(error.to_string()))?;
        form_set::archive(&target, &bytes, made.files.len())?
    } else {
        form_set::folder(&target, &made.files)?
    };
    let mut lines = vec![campaign(&of, &loaded, lang)];
    lines.extend(is_written(&target, &written, &made, lang));
    lines.extend(previous.iter().flat_map(|side| earlier(side, &made, lang)));
    lines.extend(next(&of, &loaded, &written, lang));
    for line in lines {
        writeln!(context.out, "{line}")?;
    }
    Ok(GOOD)
}

/// Where the forms go.
fn target(args: &TemplateArgs, of: &str) -> Result<PathBuf, Error> {
    let named = args.output.clone();
    let path = named.map_or_else(|| own_place(of), Ok)?;
    let has_ending = path
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case(ZIP));
    if !args.zip || has_ending {
        return Ok(path);
    }
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(format!(".{ZIP}"));
    Ok(path.with_file_name(name))
}

/// The folder of forms beside a campaign.
fn own_place(of: &str) -> Result<PathBuf, Error> {
    let path = Path::new(of);
    if forms::is_built_in(of) {
        return Ok(PathBuf::from(format!("{of}{ENDING}")));
    }
    if disk::is_folder(path) {
        return beside(path, ENDING);
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    match name
        .strip_suffix(book::BESIDE)
        .filter(|before| !before.is_empty())
    {
        Some(before) => Ok(path.with_file_name(format!("{before}{ENDING}"))),
        None => beside(settings::folder(path), ENDING),
    }
}

/// How the points of a criterion follow, for the unit that claims them.
fn method(scheme: &Scheme, criterion: &Criterion) -> String {
    let name = |id: &FigureId| {
        let found = scheme.figure(id);
        found.map_or_else(|| id.0.to_string(), |(of, one)| one.label(of).to_string())
    };
    let words = RuleWords {
        lang: Lang::Vi,
        name: &name,
        is_unlimited: scheme.maxima_of(criterion).all(Most::is_unlimited),
    };
    // Of points that follow from no figures there is nothing to say.
    if !criterion.rule.is_computed() {
        return String::new();
    }
    let said = words.rule(&criterion.rule);
    format!("Cách chấm: {said}.")
}

/// Which campaign the forms are of.
fn campaign(of: &str, loaded: &Loaded, lang: Lang) -> String {
    let (campaign, scheme) = (&loaded.campaign, &loaded.scheme);
    let name = Shown::line(&campaign.name).to_string();
    let year = campaign.year.to_string();
    let named = if name.contains(&year) {
        name
    } else {
        say!(lang, "{name}, năm {year}", "{name}, year {year}")
    };
    let (id, version, of) = (&scheme.id, scheme.version, Shown::line(of));
    say!(
        lang,
        "{named}; bộ tiêu chí {id} (v{version}), theo {of}",
        "{named}; scheme {id} (v{version}), by {of}"
    )
}

fn is_written(target: &Path, written: &WrittenSet, made: &BlankForms, lang: Lang) -> Vec<String> {
    let (asked, path) = (Shown::path(target), Shown::path(&written.path));
    let all = made.files.len();
    let levels: Vec<String> = made
        .levels
        .iter()
        .map(|(name, count)| format!("{name}: {count}"))
        .collect();
    let levels = levels.join(", ");
    let mut lines = Vec::new();
    if written.is_other {
        lines.push(say!(
            lang,
            "{asked} đã có phiếu khác (đã điền hoặc của lần ghi trước) nên giữ nguyên, không ghi đè",
            "{asked} holds other forms (filled in, or written earlier), which stay as they are"
        ));
    }
    lines.push(if written.new == 0 {
        say!(
            lang,
            "{path}: đã có đủ {all} phiếu trắng, đúng như lần này ({levels})",
            (
                "{path}: all {} are there already, the very same ({levels})",
                plural(all, "blank form")
            )
        )
    } else {
        say!(
            lang,
            "Đã ghi: {path}: {all} phiếu trắng, mỗi đơn vị một phiếu ({levels})",
            (
                "Written: {path}: {}, one for each unit ({levels})",
                plural(all, "blank form")
            )
        )
    });
    lines
}

/// What the forms show of last year.
fn earlier(side: &Side, made: &BlankForms, lang: Lang) -> Vec<String> {
    let all = made.files.len();
    let missing = made.without_earlier.len();
    let with = all - missing;
    let year = side
        .year
        .map_or_else(|| "?".to_string(), |year| year.to_string());
    let mut lines = vec![say!(
        lang,
        "Năm trước ({year}): in mờ cạnh ô trống ở {with}/{all} phiếu",
        "Last year ({year}): printed in grey beside the blanks of {with} of {all} forms"
    )];
    if side.is_table {
        lines.push(say!(
            lang,
            "  Bảng năm trước chỉ có điểm nhóm và tổng điểm: tiêu chí và số liệu để trống. Muốn đủ thì dùng bảng tổng hợp hoặc thư mục phiếu năm trước",
            "  Last year's table has groups and totals only: criteria and figures stay blank. For all of it name last year's consolidated workbook or folder"
        ));
    }
    if missing > 0 {
        let named: Vec<&str> = made
            .without_earlier
            .iter()
            .take(MOST_NAMED)
            .map(String::as_str)
            .collect();
        let mut named = named.join("; ");
        if missing > MOST_NAMED {
            named.push_str(&format!("; … +{}", missing - MOST_NAMED));
        }
        let named = Shown::line(&named);
        lines.push(say!(
            lang,
            "  Chưa có số năm trước (đơn vị mới, sáp nhập, chia tách hoặc năm trước không nộp): {named}",
            "  Nothing of last year (new, merged or split units, or no return then): {named}"
        ));
    }
    if !side.doubts.is_empty() {
        let doubts = side.doubts.len();
        lines.push(say!(
            lang,
            "  Lưu ý: tệp năm trước có {doubts} cảnh báo; xem bằng: tonghop diff",
            "  Note: {doubts} findings about last year's file; to see them: tonghop diff"
        ));
    }
    lines
}

/// What to do with the forms.
fn next(of: &str, loaded: &Loaded, written: &WrittenSet, lang: Lang) -> Vec<String> {
    let inbox = forms::inbox(of, &loaded.campaign);
    let mut lines = vec![say!(
        lang,
        "Việc tiếp theo: mở vài phiếu xem lại, rồi gửi cho mỗi đơn vị tệp mang tên đơn vị đó",
        "Next: look at some of them, then send each unit the file that has its name"
    )];
    let full = |path: &Path| std::path::absolute(path).unwrap_or_default();
    let is_within = inbox
        .as_ref()
        .is_some_and(|inbox| full(&written.path).starts_with(full(inbox)));
    if is_within {
        lines.push(say!(
            lang,
            "Lưu ý: các phiếu trắng đang nằm trong thư mục nhận phiếu; nên chuyển ra ngoài, nếu không lần tổng hợp sau sẽ coi là đơn vị gửi phiếu trắng (TH113)",
            "Note: the blank forms lie among the returns; move them out, else the next run takes them for blank returns (TH113)"
        ));
    }
    lines.push(match inbox {
        Some(inbox) => {
            let inbox = Shown::path(&inbox);
            let folder = forms::folder(of);
            let folder = Shown::path(&folder);
            say!(
                lang,
                "Phiếu gửi về thì để vào {inbox}, rồi chạy: tonghop \"{folder}\"",
                "Put what comes back into {inbox}, then run: tonghop \"{folder}\""
            )
        }
        None => say!(
            lang,
            "Phiếu gửi về thì để vào một thư mục, rồi chạy: tonghop THƯ-MỤC",
            "Put what comes back into a folder, then run: tonghop FOLDER"
        ),
    });
    lines
}
