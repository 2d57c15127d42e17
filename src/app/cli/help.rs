//! Help in the user's language.
//!
//! In: the command as clap derives it. Out: the same with texts from `words.rs`. Clap's own English headings, usage lines and names of
//! values are replaced, because users read Vietnamese. Not for: what is wrong with a command line, which is in `usage`.

use clap::builder::Styles;
use clap::{Arg, ArgAction, Command, CommandFactory};

use crate::app::cli::args::Cli;
use crate::app::cli::screen::{STRONG, paint};
use crate::app::cli::{formats, typed, words};
use crate::base::lang::{Lang, phrase};

/// Help is no wider than this, however wide the terminal.
const WIDEST: usize = 100;

/// The command line with all its help in one language, for a terminal of so many columns.
pub fn command(lang: Lang, width: Option<usize>) -> Command {
    translate(Cli::command(), "tonghop", lang, width)
        .disable_version_flag(true)
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(text("tonghop", "version", lang).unwrap_or_default())
                .help_heading(words::OPTIONS.get(lang)),
        )
}

fn translate(command: Command, path: &str, lang: Lang, width: Option<usize>) -> Command {
    let template = format!(
        "{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}",
        paint(STRONG, words::USAGE.get(lang))
    );
    let own = if path == "tonghop" {
        "consolidate"
    } else {
        path
    };
    let about = words::help(path).map_or("", |phrase| phrase.get(lang));
    let styles = Styles::plain().header(STRONG).literal(STRONG);
    let usage = usage(&command, path, lang);
    let mut order = 0;
    command
        .about(about)
        .styles(styles)
        .term_width(width.unwrap_or(WIDEST).min(WIDEST))
        .override_usage(usage)
        .help_template(template)
        .subcommand_help_heading(words::COMMANDS.get(lang))
        .disable_help_flag(true)
        .mut_args(|one| {
            // As typed, not by their names in another language.
            order += 1;
            let help = text(own, one.get_id().as_str(), lang);
            let help = help.or_else(|| formats::help(&one, lang));
            argument(one, order, lang).help(help.unwrap_or_default())
        })
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help(text(own, "help", lang).unwrap_or_default())
                .help_heading(words::OPTIONS.get(lang)),
        )
        .mut_subcommands(|sub| {
            let name = sub.get_name().to_string();
            let below = if path == "tonghop" {
                name
            } else {
                format!("{path} {name}")
            };
            translate(sub, &below, lang, width)
        })
}

/// An argument in a language, at its place among those of its command.
fn argument(argument: Arg, order: usize, lang: Lang) -> Arg {
    let (argument, heading) = if argument.is_positional() {
        (argument.display_order(order), words::ARGUMENTS)
    } else {
        (argument, words::OPTIONS)
    };
    let value = value_name(&argument, lang);
    let argument = argument.help_heading(heading.get(lang));
    match value {
        Some(value) => argument
            .value_name(value)
            .hide_default_value(true)
            .hide_possible_values(true),
        None => argument,
    }
}

/// What stands for the value of an argument, where it takes one.
fn value_name(argument: &Arg, lang: Lang) -> Option<&'static str> {
    if !argument.get_action().takes_values() {
        return None;
    }
    let derived = argument.get_value_names()?.first()?;
    let known = typed::VALUES.iter().find(|value| value.key == *derived);
    known.map(|value| value.name.get(lang))
}

/// How a command is typed.
fn usage(command: &Command, path: &str, lang: Lang) -> String {
    let options = phrase("[TÙY CHỌN]", "[OPTIONS]").get(lang);
    let below = phrase("<LỆNH>", "<COMMAND>").get(lang);
    let mut line = match path {
        "tonghop" => format!("{path} {options}"),
        path => format!("tonghop {path} {options}"),
    };
    for argument in command.get_positionals() {
        let name = value_name(argument, lang).unwrap_or_default();
        let several = argument
            .get_num_args()
            .is_some_and(|range| range.max_values() > 1);
        let dots = if several { "..." } else { "" };
        // A folder alone is a command, so that clap does not call it required.
        if argument.is_required_set() || path == "tonghop" {
            line.push_str(&format!(" <{name}>{dots}"));
        } else {
            line.push_str(&format!(" [{name}]{dots}"));
        }
    }
    if !command.has_subcommands() {
        line
    } else if path == "tonghop" {
        let indent = " ".repeat(words::USAGE.get(lang).chars().count() + 1);
        format!("{line}\n{indent}{path} {below}")
    } else {
        format!("{line} {below}")
    }
}

fn text(command: &str, argument: &str, lang: Lang) -> Option<String> {
    let of = |path: &str| words::help(path).map(|phrase| phrase.get(lang).to_string());
    of(&format!("{command} {argument}")).or_else(|| of(&format!("* {argument}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn every_text(command: &Command, path: &str, missing: &mut Vec<String>) {
        if command
            .get_about()
            .is_none_or(|about| about.to_string().is_empty())
        {
            missing.push(path.to_string());
        }
        for argument in command.get_arguments() {
            if argument
                .get_help()
                .is_none_or(|help| help.to_string().is_empty())
            {
                missing.push(format!("{path} {}", argument.get_id()));
            }
        }
        for sub in command.get_subcommands() {
            every_text(sub, &format!("{path} {}", sub.get_name()), missing);
        }
    }

    #[test]
    fn every_command_and_argument_has_help_in_every_language() {
        for lang in [Lang::Vi, Lang::En] {
            let mut missing = Vec::new();
            every_text(&command(lang, None), "tonghop", &mut missing);
            assert!(missing.is_empty(), "{missing:?}");
            command(lang, None).debug_assert();
        }
    }

    /// Help pages of a command and of all below it.
    fn pages(command: &mut Command, path: &str, all: &mut Vec<(String, String)>) {
        let page = command.render_help().to_string();
        all.push((path.to_string(), page));
        for sub in command.get_subcommands_mut() {
            let below = format!("{path} {}", sub.get_name());
            pages(sub, &below, all);
        }
    }

    /// Clap's own words are English: none may be left.
    #[test]
    fn vietnamese_help_has_no_english_word() {
        const CLAPS: [&str; 10] = [
            "usage",
            "options",
            "arguments",
            "commands",
            "possible",
            "default",
            "values",
            "print ",
            "see ",
            "aliases",
        ];
        let mut root = command(Lang::Vi, None);
        root.build();
        let mut all = Vec::new();
        pages(&mut root, "tonghop", &mut all);
        assert!(all.len() > 10, "{} pages", all.len());
        for (path, page) in all {
            let lower = page.to_lowercase();
            for word in CLAPS {
                assert!(!lower.contains(word), "{path}: {word} in\n{page}");
            }
            // Names of values are in capitals; those of other languages have no letter of Vietnamese alone.
            for value in typed::VALUES {
                let (vi, en) = (value.name.vi, value.name.en);
                let shown = [format!("<{en}>"), format!("[{en}]")];
                let is_shown = shown.iter().any(|shown| page.contains(shown));
                assert!(vi == en || !is_shown, "{path}: {en} in\n{page}");
            }
        }
    }

    #[test]
    fn every_value_has_a_name_in_every_language() {
        fn check(command: &Command, path: &str) {
            for argument in command.get_arguments() {
                let names = argument.get_value_names().unwrap_or_default();
                for name in names
                    .iter()
                    .filter(|_| argument.get_action().takes_values())
                {
                    let is_known = typed::VALUES.iter().any(|value| value.key == *name);
                    assert!(is_known, "{path}: {name}");
                }
            }
            for sub in command.get_subcommands() {
                check(sub, sub.get_name());
            }
        }
        check(&Cli::command(), "tonghop");
    }
}
