//! The arguments. Their words stand in the catalogue, not here: see `help`.

use crate::commands::{
    answer, check, cohorts, customers, decide, explain, health, import, imports, loyalty, metrics,
    new, redeem, sample, surveys, undo,
};
use chrono_tz::Tz;
use clap::{Args, Parser, Subcommand, ValueEnum};
use holdfast_core::model::{Currency, Day, Grain, Period};
use holdfast_core::voice::Language;
use std::path::PathBuf;

/// Everything that was typed.
#[derive(Debug, Parser)]
#[command(name = "holdfast-cli", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true)]
pub(crate) struct Arguments {
    #[arg(long, global = true, display_order = 900, value_name = "FILE.holdfast")]
    pub(crate) workspace: Option<PathBuf>,
    // Read before parsing (see `words`); here so that a wrong one is refused.
    #[arg(long, global = true, display_order = 901, value_name = "en|nl|sv", value_parser = language)]
    pub(crate) lang: Option<Language>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    New(new::New),
    Sample(sample::Sample),
    Import(import::Import),
    Imports(imports::Imports),
    Undo(undo::Undo),
    Metrics(metrics::Metrics),
    Cohorts(cohorts::Cohorts),
    Customers(customers::Customers),
    Explain(explain::Explain),
    Health(health::Health),
    Join(decide::Join),
    Apart(decide::Apart),
    Split(decide::Split),
    Surveys(surveys::Surveys),
    Answer(answer::Answer),
    Loyalty(loyalty::Loyalty),
    Redeem(redeem::Redeem),
    Check(check::Check),
}

/// For whom and as of when figures are asked.
#[derive(Debug, Args)]
pub(crate) struct Scope {
    #[arg(long, value_name = "D", value_parser = day)]
    pub(crate) as_of: Option<Day>,
    #[arg(long, value_name = "EXPR")]
    pub(crate) segment: Option<String>,
}

/// How long periods are.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum By {
    Month,
    Quarter,
    Year,
    Week,
}

impl From<By> for Grain {
    fn from(by: By) -> Self {
        match by {
            By::Month => Self::Month,
            By::Quarter => Self::Quarter,
            By::Year => Self::Year,
            By::Week => Self::Week,
        }
    }
}

/// Why a value was not understood: the key of what is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Expected(pub(crate) &'static str);

fn language(text: &str) -> Result<Language, Expected> {
    // Only the codes themselves: `nl-BE` would promise formats it does not bring.
    Language::ALL
        .into_iter()
        .find(|language| language.code() == text)
        .ok_or(Expected("cli-expected-language"))
}

/// `2026-11-20`
pub(crate) fn day(text: &str) -> Result<Day, Expected> {
    Day::parse(text).ok_or(Expected("cli-expected-day"))
}

/// `2026-03`, `2026-Q1`, `2026`, `2026-W14`
pub(crate) fn period(text: &str) -> Result<Period, Expected> {
    Period::parse(text).ok_or(Expected("cli-expected-period"))
}

/// `EUR`
pub(crate) fn currency(text: &str) -> Result<Currency, Expected> {
    Currency::parse(text).ok_or(Expected("cli-expected-currency"))
}

/// `Europe/Amsterdam`
pub(crate) fn time_zone(text: &str) -> Result<Tz, Expected> {
    text.parse().map_err(|_| Expected("cli-expected-time-zone"))
}

/// `FIELD=COLUMN`: the field has no `=` in its name, the column may.
pub(crate) fn pair(text: &str) -> Result<(String, String), Expected> {
    let (field, value) = text.split_once('=').ok_or(Expected("cli-expected-pair"))?;
    let field = field.trim();
    if field.is_empty() {
        return Err(Expected("cli-expected-pair"));
    }
    Ok((field.to_owned(), value.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_may_have_an_equals_sign_in_its_name() {
        assert_eq!(pair("amount=Price = net"), Ok(("amount".to_owned(), "Price = net".to_owned())));
        assert_eq!(pair("amount"), Err(Expected("cli-expected-pair")));
        assert_eq!(pair("=x"), Err(Expected("cli-expected-pair")));
    }

    #[test]
    fn only_whole_dates_and_periods_are_read() {
        assert!(day("2026-02-30").is_err());
        assert!(period("2026-13").is_err());
        assert!(language("de").is_err());
    }
}
