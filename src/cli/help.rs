//! Help and usage errors in the user's language.
//!
//! In: the command as clap derives it. Out: the same with texts from `words.rs`. Clap's own English headings and messages
//! are replaced, because users read Vietnamese.

use std::ffi::OsString;
use std::path::Path;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory};

use crate::cli::args::Cli;
use crate::cli::words;
use crate::lang::{Lang, phrase};
use crate::text;

/// The command line with all its help in one language.
pub fn command(lang: Lang) -> Command {
    translate(Cli::command(), "tonghop", lang)
        .disable_version_flag(true)
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(text("tonghop", "version", lang))
                .help_heading(words::OPTIONS.get(lang)),
        )
}

fn translate(command: Command, path: &str, lang: Lang) -> Command {
    let template = format!(
        "{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}",
        words::USAGE.get(lang)
    );
    let own = if path == "tonghop" {
        "consolidate"
    } else {
        path
    };
    let about = words::HELP
        .iter()
        .find(|(name, _)| *name == path)
        .map_or("", |(_, phrase)| phrase.get(lang));
    command
        .about(about)
        .help_template(template)
        .subcommand_help_heading(words::COMMANDS.get(lang))
        .disable_help_flag(true)
        .mut_args(|argument| {
            let heading = if argument.is_positional() {
                words::ARGUMENTS
            } else {
                words::OPTIONS
            };
            let help = text(own, argument.get_id().as_str(), lang);
            let takes_value = argument.get_action().takes_values();
            let argument = argument.help(help).help_heading(heading.get(lang));
            if takes_value {
                argument.hide_default_value(true).hide_possible_values(true)
            } else {
                argument
            }
        })
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help(text(own, "help", lang))
                .help_heading(words::OPTIONS.get(lang)),
        )
        .mut_subcommands(|sub| {
            let name = sub.get_name().to_string();
            let below = if path == "tonghop" {
                name
            } else {
                format!("{path} {name}")
            };
            translate(sub, &below, lang)
        })
}

fn text(command: &str, argument: &str, lang: Lang) -> &'static str {
    let of = |path: &str| {
        words::HELP
            .iter()
            .find(|(name, _)| *name == path)
            .map(|(_, phrase)| phrase.get(lang))
    };
    of(&format!("{command} {argument}"))
        .or_else(|| of(&format!("* {argument}")))
        .unwrap_or_default()
}

/// What to say where the first word is neither a command nor a path but much like a command.
pub fn mistyped(arguments: &[OsString], lang: Lang) -> Option<String> {
    let command = Cli::command();
    let names: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
    let typed = first_word(arguments)?;
    if names.contains(&typed.as_str()) || Path::new(&typed).exists() {
        return None;
    }
    let nearest = text::nearest(&typed, names);
    let nearest = nearest.first()?;
    let message = match lang {
        Lang::Vi => format!("không có lệnh hoặc thư mục “{typed}”; có phải là lệnh {nearest}?"),
        Lang::En => format!(
            "there is no command or folder \"{typed}\"; did you mean the command {nearest}?"
        ),
    };
    Some(with_label(&message, lang))
}

/// The first word that is no option and no value of one.
fn first_word(arguments: &[OsString]) -> Option<String> {
    const WITH_VALUE: [&str; 6] = [
        "--lang",
        "-o",
        "--output",
        "--previous",
        "--fail-on",
        "--limit",
    ];
    let mut words = arguments.iter().skip(1).map(|word| word.to_string_lossy());
    while let Some(word) = words.next() {
        if WITH_VALUE.contains(&word.as_ref()) {
            words.next();
        } else if !word.starts_with('-') {
            return Some(word.into_owned());
        }
    }
    None
}

fn with_label(message: &str, lang: Lang) -> String {
    let more = phrase("xem: tonghop --help", "see: tonghop --help").get(lang);
    format!("{}: {message}\n  {more}\n", words::ERROR.get(lang))
}

/// What is wrong with a command line, in one line and a hint.
pub fn usage_error(error: &clap::Error, lang: Lang) -> String {
    let value = |kind: ContextKind| -> String {
        match error.get(kind) {
            Some(ContextValue::String(text)) => text.clone(),
            Some(ContextValue::Strings(texts)) => texts.join(", "),
            _ => String::new(),
        }
    };
    let (argument, found) = (
        value(ContextKind::InvalidArg),
        value(ContextKind::InvalidValue),
    );
    let message = match (error.kind(), lang) {
        (ErrorKind::UnknownArgument, Lang::Vi) => format!("không có tùy chọn “{argument}”"),
        (ErrorKind::UnknownArgument, Lang::En) => format!("unknown option \"{argument}\""),
        (ErrorKind::InvalidSubcommand, Lang::Vi) => {
            format!("không có lệnh “{}”", value(ContextKind::InvalidSubcommand))
        }
        (ErrorKind::InvalidSubcommand, Lang::En) => format!(
            "unknown command \"{}\"",
            value(ContextKind::InvalidSubcommand)
        ),
        (ErrorKind::MissingRequiredArgument, Lang::Vi) => format!("thiếu {argument}"),
        (ErrorKind::MissingRequiredArgument, Lang::En) => format!("missing {argument}"),
        (ErrorKind::MissingSubcommand, Lang::Vi) => "thiếu lệnh con".to_string(),
        (ErrorKind::MissingSubcommand, Lang::En) => "missing subcommand".to_string(),
        (ErrorKind::InvalidValue | ErrorKind::ValueValidation, Lang::Vi) => {
            format!("{argument} không nhận giá trị “{found}”")
        }
        (ErrorKind::InvalidValue | ErrorKind::ValueValidation, Lang::En) => {
            format!("{argument} does not take the value \"{found}\"")
        }
        (ErrorKind::ArgumentConflict, Lang::Vi) if argument.is_empty() => {
            "chỉ ghi được một thư mục, hoặc một lệnh ở đầu".to_string()
        }
        (ErrorKind::ArgumentConflict, Lang::En) if argument.is_empty() => {
            "only one folder can be given, or a command first".to_string()
        }
        (ErrorKind::ArgumentConflict, Lang::Vi) => {
            format!("{argument} không dùng được cùng lệnh hoặc tùy chọn khác đã ghi")
        }
        (ErrorKind::ArgumentConflict, Lang::En) => {
            format!("{argument} cannot be used with the others")
        }
        (_, Lang::Vi) => format!("dòng lệnh không đúng: {}", error.kind()),
        (_, Lang::En) => format!("wrong command line: {}", error.kind()),
    };
    let nearest = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ]
    .map(value)
    .into_iter()
    .find(|text| !text.is_empty());
    let hint = match (nearest, lang) {
        (Some(name), Lang::Vi) => format!("; có phải là {name}?"),
        (Some(name), Lang::En) => format!("; did you mean {name}?"),
        (None, _) => String::new(),
    };
    with_label(&format!("{message}{hint}"), lang)
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
            every_text(&command(lang), "tonghop", &mut missing);
            assert!(missing.is_empty(), "{missing:?}");
            command(lang).debug_assert();
        }
    }
}
