//! The audit of a result that this program wrote as data: every sum, place and grade again, by the scheme that stands in it, and
//! every share from its numerator and denominator.
//!
//! In: a data file or a report as JSON. Out: what does not fit, as an audit without tables. Not for: tables that were printed, nor for claimed
//! points and maxima, nor for whether points and statistics follow from what the units handed in.

use crate::app::cli::args::AuditArgs;
use crate::app::cli::{Context, findings};
use crate::app::pipeline::{data_side, side};
use crate::base::error::Error;
use crate::base::lang::{Lang, phrase, plural, say};
use crate::base::outside::Shown;
use crate::input::read::ReadLimits;
use crate::result::audit::{self, Audit, Verdict};
use crate::result::diff::{Side, SideResult};

/// The audit of a file, with a sentence that says what was added up. `None`: it is none of these files.
///
/// # Errors
/// Whatever keeps it from being read; see [`Error`].
pub(super) fn audited(
    args: &AuditArgs,
    limits: &ReadLimits,
    context: &Context<'_>,
) -> Result<Option<(Audit, Vec<String>)>, Error> {
    let path = &args.table;
    let mut side = if let Some(format) = data_side::format(path) {
        let listed = data_side::of_file(path, format, limits, &context.program)?;
        side::of_list(path, &listed)?
    } else {
        let bytes = side::bytes(path, limits)?;
        if !side::is_json(&bytes) {
            return Ok(None);
        }
        side::of_json(path, &bytes)?
    };
    let mut found = std::mem::take(&mut side.doubts);
    found.sort_by_key(|one| std::cmp::Reverse(one.severity()));
    let name = Shown::file_name(path);
    let mut lines = vec![said(&side, found.len(), context.lang)];
    lines.push(by(&side, context.lang));
    if args.campaign.is_some() || args.scheme.is_some() || args.registry.is_some() {
        lines.push(not_used(context.lang));
    }
    let results = || side.units.values().filter_map(|unit| unit.result.as_ref());
    let verdict = Verdict {
        tables: 0,
        units: results().count(),
        totals_checked: results().filter(|one| one.total.is_some()).count(),
        other: found.len(),
        ..Verdict::default()
    };
    let scheme = side.scheme.rsplit_once(' ');
    let audit = Audit {
        format: audit::FORMAT,
        program: concat!("tonghop ", env!("CARGO_PKG_VERSION")).to_string(),
        file: name.to_string(),
        scheme: scheme.map_or_else(
            || (side.scheme.clone(), 0),
            |(id, version)| (id.to_string(), version.parse().unwrap_or_default()),
        ),
        verdict,
        tables: Vec::new(),
        findings: found,
    };
    Ok(Some((audit, lines)))
}

/// What was added up, and what comes of it, in one sentence.
fn said(side: &Side, found: usize, lang: Lang) -> String {
    let results = || side.units.values().filter_map(|unit| unit.result.as_ref());
    let count = |has: &dyn Fn(&SideResult) -> bool| results().filter(|one| has(one)).count();
    let groups: usize = results().map(|one| one.groups.len()).sum();
    let totals = count(&|one| one.total.is_some());
    let places = count(&|one| one.place.is_some());
    let grades = count(&|one| one.grade.is_some());
    let shares = side.statistics.values().filter(|one| one.is_percent());
    let shares = shares.count();
    let what = say!(
        lang,
        "{totals} tổng điểm, {groups} điểm nhóm, {places} thứ hạng, {grades} xếp loại, {shares} tỷ lệ thống kê",
        (
            "{}, {}, {}, {}, {}",
            plural(totals, "total"),
            plural(groups, "group sum"),
            plural(places, "place"),
            plural(grades, "grade"),
            plural(shares, "share")
        )
    );
    if found == 0 {
        return say!(lang, "{what}: đều đúng.", "{what}: all right.");
    }
    say!(
        lang,
        "{what}: {found} cảnh báo.",
        ("{what}: {}.", plural(found, "finding"))
    )
}

/// By what it was judged.
fn by(side: &Side, lang: Lang) -> String {
    let scheme = Shown::line(&side.scheme);
    say!(
        lang,
        "Tính lại từ điểm được tính của từng tiêu chí, theo bộ tiêu chí ghi trong tệp ({scheme}); tỷ lệ thống kê tính lại từ tử số, mẫu số ghi trong tệp. Không kiểm tra điểm tự chấm, điểm tối đa, và không cộng lại tử số, mẫu số từ số liệu của đơn vị.",
        "Computed again from the points that count for each criterion, by the scheme in the file ({scheme}); shares from the numerators and denominators in the file. Claimed points and maxima are not checked, nor are numerators and denominators added up from the figures of the units."
    )
}

fn not_used(lang: Lang) -> String {
    let note = phrase(
        "Lưu ý: tệp đã có bộ tiêu chí và danh sách đơn vị của mình; --campaign, --scheme, --registry không được dùng.",
        "Note: the file brings its own scheme and units; --campaign, --scheme and --registry are not used.",
    );
    note.get(lang).to_string()
}

/// Prints the sentence and the findings.
///
/// # Errors
/// What the writer says.
pub(super) fn print(
    audit: &Audit,
    lines: &[String],
    context: &mut Context<'_>,
) -> std::io::Result<()> {
    let (out, lang) = (&mut *context.out, context.lang);
    let mut lines = lines.iter();
    if let Some(first) = lines.next() {
        writeln!(out, "{}: {first}", audit.file)?;
    }
    lines.try_for_each(|line| writeln!(out, "{line}"))?;
    if audit.findings.is_empty() {
        return Ok(());
    }
    writeln!(out)?;
    let mut all = audit.findings.iter();
    all.try_for_each(|one| findings::write(out, one, lang))
}
