//! `--help` in the user's language: the arguments are declared once, their words come from the
//! catalogue by name (`cli-about-import`, `cli-arg-dry-run`).

use crate::args::Arguments;
use clap::{Arg, ArgAction, Command, CommandFactory};

use holdfast_core::import::Kind;
use holdfast_core::voice::Voice;

/// The parser with its words put in.
pub(crate) fn localised(voice: &Voice) -> Command {
    let root = speak(Arguments::command(), voice)
        .about(voice.say("cli-about", &[]))
        .subcommand_help_heading(voice.say("cli-heading-commands", &[]))
        .arg(version(voice))
        .mut_subcommands(|command| {
            let about = voice.say(&format!("cli-about-{}", command.get_name()), &[]);
            speak(command, voice).about(about)
        });
    let usage = usage(&root);
    root.override_usage(usage)
        .mut_subcommands(|command| {
            let usage = format!("holdfast-cli {}", self::usage(&command));
            command.override_usage(usage)
        })
        .after_help(voice.say("cli-after-help", &[]))
}

/// Words of a command's arguments, headings and own `--help`.
fn speak(command: Command, voice: &Voice) -> Command {
    let template = format!(
        "{{about}}\n\n{}: {{usage}}\n\n{{all-args}}{{after-help}}",
        voice.say("cli-heading-usage", &[])
    );
    command
        .help_template(template)
        .disable_help_flag(true)
        .mut_args(|arg| explained(arg, voice))
        .arg(explained(
            Arg::new("help").short('h').long("help").action(ArgAction::Help).display_order(1000),
            voice,
        ))
}

fn version(voice: &Voice) -> Arg {
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    explained(version.display_order(1001), voice)
}

fn explained(arg: Arg, voice: &Voice) -> Arg {
    let key = format!("cli-arg-{}", arg.get_id().as_str().replace('_', "-"));
    let heading = if arg.is_positional() { "cli-heading-arguments" } else { "cli-heading-options" };
    let takes_value = arg.get_action().takes_values();
    let kinds: Vec<&str> = Kind::ALL.iter().map(|kind| kind.code()).collect();
    // What can be chosen and what is taken otherwise is said in the words themselves.
    arg.help(voice.say(&key, &[("kinds", kinds.join(", ").into())]))
        .help_heading(voice.say(heading, &[]))
        .hide_possible_values(takes_value)
        .hide_default_value(takes_value)
}

/// `metrics [--from P] [--to P] ... [--json]`, as the contract writes it.
fn usage(command: &Command) -> String {
    let own = |arg: &&Arg| !["help", "version"].contains(&arg.get_id().as_str());
    let mut parts = vec![command.get_name().to_owned()];
    parts.extend(command.get_positionals().map(value));
    let options = command.get_arguments().filter(|arg| !arg.is_positional()).filter(own);
    parts.extend(options.map(option));
    if command.has_subcommands() {
        parts.push("COMMAND".to_owned());
    }
    parts.join(" ")
}

fn option(arg: &Arg) -> String {
    let name = arg.get_long().unwrap_or_default();
    let repeated = if matches!(arg.get_action(), ArgAction::Append) { "..." } else { "" };
    if arg.get_action().takes_values() {
        format!("[--{name} {}]{repeated}", value(arg))
    } else {
        format!("[--{name}]")
    }
}

fn value(arg: &Arg) -> String {
    let names = arg.get_value_names().unwrap_or_default();
    let names: Vec<&str> = names.iter().map(|name| name.as_str()).collect();
    let more = if arg.is_positional() && matches!(arg.get_action(), ArgAction::Append) {
        "..."
    } else {
        ""
    };
    let text = names.join(" ") + more;
    if arg.is_positional() && !arg.is_required_set() { format!("[{text}]") } else { text }
}
