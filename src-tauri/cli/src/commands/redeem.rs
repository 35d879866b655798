//! `redeem`: points of one customer for a reward.

use crate::args::{self, Arguments};
use crate::commands::answer::customer;
use crate::stop::{DONE, Outcome, Stop};
use crate::{clock, out, place};
use clap::Args;
use holdfast_core::Error;
use holdfast_core::book::Book;
use holdfast_core::model::Day;
use holdfast_core::programme::RedemptionEntry;
use holdfast_core::voice::Voice;

/// `redeem --customer KEY [--reward NAME] [--points N] [--for T] [--on D] [--json]`
#[derive(Debug, Args)]
pub(crate) struct Redeem {
    #[arg(long = "customer", value_name = "KEY", required = true)]
    member: String,
    #[arg(long, value_name = "NAME", required_unless_present = "points")]
    reward: Option<String>,
    #[arg(long, value_name = "N", required_unless_present = "reward")]
    points: Option<i64>,
    #[arg(long = "for", value_name = "T", conflicts_with = "reward")]
    what: Option<String>,
    #[arg(long, value_name = "D", value_parser = args::day)]
    on: Option<Day>,
    #[arg(long)]
    json: bool,
}

impl Redeem {
    pub(crate) fn run(&self, arguments: &Arguments, voice: &Voice) -> Outcome {
        let (workspace, today) = place::workspace(arguments, voice)?;
        let book = workspace.book(today);
        let entry = RedemptionEntry {
            customer: customer(&book, &self.member, voice)?,
            reward: self.reward.as_deref().map(|name| reward(&book, name)).transpose()?,
            what: self.what.clone().unwrap_or_else(|| voice.say("cli-redeemed-for", &[])),
            points: self.points,
            day: self.on.map(|day| day.to_string()),
        };
        let done = workspace.redeem(&entry, clock::now(), today).map_err(|error| match error {
            Error::ShortOfPoints { .. } | Error::BadSetting { .. } | Error::NoProgramme => {
                Stop::Usage(error.message(voice))
            }
            other => Stop::Core(other),
        })?;
        if self.json {
            out::json(&done)?;
        }
        let balance = voice.count(done.balance);
        out::say(&voice.say("cli-redeemed", &[("balance", balance.into())]));
        Ok(DONE)
    }
}

/// The number of the reward of this name.
fn reward(book: &Book, name: &str) -> Result<i64, Stop> {
    let rewards = &book.offer()?.rewards;
    let found = rewards.iter().find(|one| one.name.eq_ignore_ascii_case(name.trim()));
    found.map(|one| one.id).ok_or(Stop::Core(Error::NoSuchReward))
}
