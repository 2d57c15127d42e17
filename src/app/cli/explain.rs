//! `tonghop explain`: what a finding means, why it matters, how to fix it.

use clap::Args;

use crate::app::cli::screen::{STRONG, of_severity, paint};
use crate::app::cli::table::{self, ColumnContent, Layout};
use crate::app::cli::{Context, GOOD};
use crate::base::error::Error;
use crate::base::rules::{self, Rule};
use crate::base::text;

/// A page is no wider than this, however wide the terminal.
const WIDEST: usize = 100;

/// Options of `explain`.
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// A code; without one all are listed.
    #[arg(value_name = "CODE")]
    pub code: Option<String>,
}

/// Prints the page of a code, or lists all codes.
///
/// # Errors
/// [`Error::UnknownCode`], [`Error::Print`].
pub fn run(code: Option<&str>, context: &mut Context<'_>) -> Result<u8, Error> {
    let lang = context.lang;
    let Some(code) = code else {
        let rows: Vec<[String; 3]> = rules::ALL
            .iter()
            .map(|rule| {
                let severity = rule.severity.name().get(lang);
                [
                    paint(STRONG, rule.code),
                    paint(of_severity(rule.severity), severity),
                    rule.page(lang).title.to_string(),
                ]
            })
            .collect();
        let layout = Layout {
            columns: &[
                ColumnContent::Short,
                ColumnContent::Short,
                ColumnContent::Words,
            ],
            indent: 0,
            width: context.width,
        };
        table::write(context.out, &rows, &layout)?;
        return Ok(GOOD);
    };
    let rule = rule(code)?;
    let page = match context.width {
        Some(width) => rules::page_of_width(rule, lang, width.min(WIDEST)),
        None => rules::page(rule, lang),
    };
    // Headings stand at the margin.
    for line in page.split_inclusive('\n') {
        match line.strip_suffix('\n') {
            Some(heading) if !heading.is_empty() && !heading.starts_with(' ') => {
                writeln!(context.out, "{}", paint(STRONG, heading))?;
            }
            _ => write!(context.out, "{line}")?,
        }
    }
    Ok(GOOD)
}

/// The rule of a code as typed: `TH401`, `th401` or `401`.
///
/// # Errors
/// [`Error::UnknownCode`], with those that are alike.
pub(super) fn rule(code: &str) -> Result<&'static Rule, Error> {
    let whole = if code.starts_with(|c: char| c.is_ascii_digit()) {
        format!("TH{code}")
    } else {
        code.to_string()
    };
    rules::by_code(&whole).ok_or_else(|| {
        let codes = rules::ALL.iter().map(|rule| rule.code);
        let mut nearest = text::nearest(&whole.to_uppercase(), codes);
        // Digits alike are no neighbours: 9999 is not 909.
        if let Some(typed) = hundred(&whole).filter(|typed| *typed > 0) {
            nearest.retain(|code| hundred(code) == Some(typed));
        }
        Error::UnknownCode {
            code: code.to_string(),
            nearest: nearest.into_iter().map(str::to_string).collect(),
        }
    })
}

/// The hundred that a code belongs to, which is its theme.
fn hundred(code: &str) -> Option<u64> {
    let number: u64 = code.get(2..)?.parse().ok()?;
    Some(number / 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_may_be_typed_in_short() {
        for typed in ["TH401", "th401", "401"] {
            assert_eq!(
                rule(typed).ok().map(|rule| rule.code),
                Some("TH401"),
                "{typed}"
            );
        }
        let unknown = rule("499");
        let Err(Error::UnknownCode { code, nearest }) = unknown else {
            unreachable!("499 is no code");
        };
        assert_eq!(code, "499");
        assert!(
            nearest.iter().any(|code| code.starts_with("TH4")),
            "{nearest:?}"
        );
        let far = rule("9999");
        let is_guess = |error: &Error| matches!(error, Error::UnknownCode { nearest, .. } if !nearest.is_empty());
        assert!(far.is_err_and(|error| !is_guess(&error)));
    }
}
