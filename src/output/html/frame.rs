//! What stands around the parts: the head of the document, the heading, the contents, the foot.
//!
//! In: the report and the parts. Out: the whole page. Not for: the parts.

use crate::base::lang::Lang;
use crate::output::html::element_writer::Markup;
use crate::output::html::material::{Material, level_anchor};
use crate::output::html::{page_words, policy};
use crate::output::{comparison, outstanding, words};

/// The style and the script, which every page carries whole.
const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// Writes the page around its parts.
pub(super) fn write(page: &mut Markup, all: &Material<'_>, parts: impl FnOnce(&mut Markup)) {
    page.verbatim("<!DOCTYPE html>\n");
    let language = page_words::LANGUAGE.get(all.lang);
    page.within("html", &[("lang", language)], |page| {
        head(page, all);
        let says = script_words(all.lang);
        let says = says.each_ref().map(|(name, text)| (*name, *text));
        page.within("body", &says, |page| {
            let skip = [("class", "skip"), ("href", "#noi-dung")];
            page.leaf("a", &skip, page_words::SKIP.get(all.lang));
            heading(page, all);
            contents(page, all);
            page.within("main", &[("id", "noi-dung"), ("tabindex", "-1")], parts);
            foot(page, all);
            page.within("script", &[], |page| page.verbatim(SCRIPT));
        });
    });
}

/// The mark of the program comes first: by it a page of ours is known again.
fn head(page: &mut Markup, all: &Material<'_>) {
    let campaign = &all.report.campaign;
    page.within("head", &[], |page| {
        page.void("meta", &[("charset", "utf-8")]);
        page.void(
            "meta",
            &[("name", "generator"), ("content", &all.report.program)],
        );
        let policy = policy::policy(STYLE, SCRIPT);
        let look = [
            ("http-equiv", "Content-Security-Policy"),
            ("content", &*policy),
        ];
        page.void("meta", &look);
        let view = "width=device-width, initial-scale=1";
        page.void("meta", &[("name", "viewport"), ("content", view)]);
        page.void(
            "meta",
            &[("name", "color-scheme"), ("content", "light dark")],
        );
        page.void("meta", &[("name", "referrer"), ("content", "no-referrer")]);
        page.leaf("title", &[], &campaign.name);
        page.within("style", &[], |page| page.verbatim(STYLE));
    });
}

/// What the script says, where the script finds it.
fn script_words(lang: Lang) -> [(&'static str, &'static str); 4] {
    [
        ("data-search", page_words::SEARCH.get(lang)),
        ("data-all", page_words::EVERYTHING.get(lang)),
        ("data-rows", page_words::ROWS_SHOWN.get(lang)),
        ("data-clear", page_words::CLEAR.get(lang)),
    ]
}

fn heading(page: &mut Markup, all: &Material<'_>) {
    let (report, lang) = (all.report, all.lang);
    let campaign = &report.campaign;
    page.within("header", &[("id", "dau-trang")], |page| {
        page.leaf("p", &[("class", "authority")], &campaign.authority);
        page.within("h1", &[], |page| {
            for (position, line) in campaign.title.iter().enumerate() {
                if position > 0 {
                    page.void("br", &[]);
                }
                page.text(line);
            }
            if campaign.title.is_empty() {
                page.text(&campaign.name);
            }
        });
        let year = page_words::YEAR.fill(lang, &[&campaign.year.to_string()]);
        let mut about = campaign.name.clone();
        if !about.contains(&campaign.year.to_string()) {
            about.push_str(&format!(", {year}"));
        }
        page.leaf(
            "p",
            &[("class", "campaign")],
            &format!("{about} – {}", campaign.scheme_name),
        );
        if let Some(text) = outstanding::provisional(report, lang) {
            page.leaf("p", &[("class", "provisional")], &text);
        }
        page.leaf("p", &[], &format!("{}.", report.units_line(lang)));
        if let Some(certain) = report.certainty_line(lang) {
            page.leaf("p", &[], &format!("{certain}."));
        }
        page.leaf("p", &[("class", "note")], &made(all));
    });
}

/// By what the page was made, and from returns of when.
fn made(all: &Material<'_>) -> String {
    let mut made = words::MADE_WITH.fill(all.lang, &[&all.report.program]);
    if let Some(as_of) = &all.report.as_of {
        let day = match as_of.day() {
            Some(day) => day.shown(all.lang),
            None => as_of.to_string(),
        };
        made.push_str(&words::AS_OF.fill(all.lang, &[&day]));
    }
    made.push('.');
    made
}

fn contents(page: &mut Markup, all: &Material<'_>) {
    let (report, lang) = (all.report, all.lang);
    let mut parts: Vec<(String, String)> = Vec::new();
    let mut add = |anchor: &str, text: &str| parts.push((anchor.to_string(), text.to_string()));
    add("tong-quan", page_words::OVERVIEW.get(lang));
    for (position, level) in report.levels.iter().enumerate() {
        add(&level_anchor(position), &level.name);
    }
    if !report.statistics.is_empty() {
        add("thong-ke", page_words::STATISTICS.get(lang));
    }
    if let Some(diff) = all.comparison {
        let (before, _) = comparison::years(diff, lang);
        add("so-sanh", &page_words::COMPARISON.fill(lang, &[&before]));
    }
    add("canh-bao", page_words::FINDINGS.get(lang));
    if !report.decisions.is_empty() {
        add("quyet-dinh", page_words::DECISIONS.get(lang));
    }
    add("don-vi", page_words::UNITS.get(lang));
    let label = page_words::CONTENTS.get(lang);
    page.within("nav", &[("aria-label", label)], |page| {
        page.within("ul", &[], |page| {
            for (anchor, text) in &parts {
                page.within("li", &[], |page| {
                    page.leaf("a", &[("href", &format!("#{anchor}"))], text);
                });
            }
        });
    });
}

fn foot(page: &mut Markup, all: &Material<'_>) {
    page.within("footer", &[], |page| {
        page.leaf("p", &[], page_words::ABOUT_FILE.get(all.lang));
        page.within("p", &[("class", "screen")], |page| {
            page.leaf(
                "a",
                &[("href", "#dau-trang")],
                page_words::BACK.get(all.lang),
            );
        });
    });
}
