//! `tonghop explain`: what a finding means, why it matters, how to fix it.

use crate::cli::{Context, GOOD, NO_RESULT, words};
use crate::error::Error;
use crate::lang::phrase;
use crate::rules;
use crate::text;

/// Prints the page of a code, or lists all codes.
///
/// # Errors
/// [`Error::Print`].
pub fn run(code: Option<&str>, context: &mut Context<'_>) -> Result<u8, Error> {
    let lang = context.lang;
    let Some(code) = code else {
        for rule in rules::ALL {
            let severity = words::severity(rule.severity, lang);
            writeln!(
                context.out,
                "{}  {severity:<9}  {}",
                rule.code,
                rule.page(lang).title
            )?;
        }
        return Ok(GOOD);
    };
    let Some(rule) = rules::by_code(code) else {
        let nearest = text::nearest(code, rules::ALL.iter().map(|rule| rule.code)).join(", ");
        let said = phrase("không có mã cảnh báo", "there is no finding of the code").get(lang);
        let list = phrase("gần giống", "similar").get(lang);
        let label = words::ERROR.get(lang);
        writeln!(context.err, "{label}: {said} “{code}” ({list}: {nearest})")?;
        return Ok(NO_RESULT);
    };
    write!(context.out, "{}", rules::page(rule, lang))?;
    Ok(GOOD)
}
