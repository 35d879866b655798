//! What the user does with the loyalty programme: rules written, members taken in, points redeemed
//! and adjusted, rewards offered. Checked here, written by the store; the rules of points and tiers
//! are in [`crate::loyalty`].

mod members;
mod points;
mod ready;
mod rewards;
mod rules;
#[cfg(test)]
mod tests;

pub use members::{MemberEntry, OpeningEntry, join, leave, opening};
pub use points::{AdjustmentEntry, RedemptionEntry, adjust, redeem, redeemed};
pub use ready::{by_spend, by_visit};
pub use rewards::{RewardEntry, save as save_reward};
pub use rules::{ProgrammeEntry, save};

use crate::model::Day;
use crate::store::account;
use crate::{Error, Result};
use rusqlite::Transaction;

/// The longest reason, and the longest words for what was redeemed.
const LONGEST: usize = 200;

/// The most points one act is about.
const MOST: i64 = 1_000_000_000;

/// The accounts of a customer, his first one first.
fn accounts(tx: &Transaction<'_>, customer: i64) -> Result<Vec<i64>> {
    let accounts: Vec<i64> =
        account::of_customer(tx, customer)?.into_iter().map(|stored| stored.id).collect();
    if accounts.is_empty() { Err(Error::NoSuchCustomer) } else { Ok(accounts) }
}

/// A day as it was typed; today without.
pub(crate) fn day(typed: Option<&str>, today: Day) -> Result<Day> {
    match typed.map(str::trim) {
        None | Some("") => Ok(today),
        Some(text) => Day::parse(text).ok_or_else(|| Error::BadDay { value: text.to_owned() }),
    }
}

/// Text without the space around it; refused where it is empty or too long.
fn text(typed: &str, longest: usize, field: &'static str) -> Result<String> {
    let text = typed.trim();
    if text.is_empty() || text.chars().count() > longest {
        return Err(Error::BadSetting { field, value: text.to_owned() });
    }
    Ok(text.to_owned())
}
