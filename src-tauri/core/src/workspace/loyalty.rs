//! Writes of the loyalty programme: rules, rewards, members, points. They leave the money alone.

use super::Workspace;
use crate::book::Points;
use crate::loyalty::{Account, Deed, Fact, What, replay};
use crate::model::Day;
use crate::programme::{
    self, AdjustmentEntry, MemberEntry, OpeningEntry, ProgrammeEntry, RedemptionEntry, RewardEntry,
};
use crate::store::{Act, Transaction};
use crate::{Error, Result};
use serde::Serialize;
use std::sync::{Arc, PoisonError};
use ts_rs::TS;

/// Tables that hold nothing but what people did with the programme.
const TABLES: [&str; 5] = ["adjustment", "member", "programme", "redemption", "reward"];

/// Whether all of these tables hold nothing else: the money then stays as it is.
pub(super) fn are_loyalty<'a>(mut tables: impl Iterator<Item = &'a String>) -> bool {
    tables.all(|table| TABLES.contains(&table.as_str()))
}

/// Points that were redeemed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct Redeemed {
    /// Number of the redemption.
    pub redemption: i64,
    /// The change, to undo it by.
    pub change: i64,
    /// What is left.
    #[ts(type = "number")]
    pub balance: i64,
}

impl Workspace {
    /// Writes rules that hold from a day on; the change to undo it by, none where they were so.
    ///
    /// # Errors
    /// As [`programme::save`]; a segment that means nothing in this workspace.
    pub fn save_programme(
        &self,
        entry: &ProgrammeEntry,
        at: i64,
        today: Day,
    ) -> Result<Option<i64>> {
        let book = self.book(today);
        let change =
            self.write_loyalty("programme", at, None, |tx| programme::save(tx, &book, entry))?;
        self.standing(change)
    }

    /// Writes a reward of the catalogue: its number, and the change to undo it by.
    ///
    /// # Errors
    /// As [`programme::save_reward`].
    pub fn save_reward(&self, entry: &RewardEntry, at: i64) -> Result<(i64, Option<i64>)> {
        let mut id = 0;
        let change = self.write_loyalty("reward", at, None, |tx| {
            id = programme::save_reward(tx, entry)?;
            Ok(())
        })?;
        Ok((id, self.standing(change)?))
    }

    /// Redeems points: they are on disk as used when this returns.
    ///
    /// # Errors
    /// `ShortOfPoints` where the balance does not reach, `NoProgramme`; as [`programme::redeemed`].
    pub fn redeem(&self, entry: &RedemptionEntry, at: i64, today: Day) -> Result<Redeemed> {
        // Of two redemptions at once the second one sees what the first has left.
        let _turn = self.redeeming.lock().unwrap_or_else(PoisonError::into_inner);
        let book = self.book(today);
        let row = programme::redeemed(&self.store.reader()?, entry, book.as_of)?;
        book.offer()?.on(row.day).ok_or(Error::NoProgramme)?;
        let customer = book.ledger.find(entry.customer).ok_or(Error::NoSuchCustomer)?;
        let used = u32::try_from(row.points).unwrap_or(u32::MAX);
        let deed = Deed::Redeemed { of: u32::MAX, points: used };
        let after = covered(book.points()?, customer, Fact { day: row.day, deed }, book.as_of)?;
        let mut redemption = 0;
        let change = self.write_loyalty("redeem", at, Some(entry.customer), |tx| {
            redemption = programme::redeem(tx, entry.customer, &row)?;
            Ok(())
        })?;
        Ok(Redeemed { redemption, change, balance: after.balance })
    }

    /// Gives or takes points, with a reason; the change to undo it by.
    ///
    /// # Errors
    /// `ShortOfPoints` where more is taken than there is; as [`programme::adjust`].
    pub fn adjust_points(&self, entry: &AdjustmentEntry, at: i64, today: Day) -> Result<i64> {
        let _turn = self.redeeming.lock().unwrap_or_else(PoisonError::into_inner);
        let book = self.book(today);
        let customer = book.ledger.find(entry.customer).ok_or(Error::NoSuchCustomer)?;
        if entry.points < 0 {
            let day = programme::day(entry.day.as_deref(), book.as_of)?;
            let points = i32::try_from(entry.points).unwrap_or(i32::MIN);
            let deed = Deed::Adjusted { of: u32::MAX, points };
            covered(book.points()?, customer, Fact { day, deed }, book.as_of)?;
        }
        self.write_loyalty("adjust", at, Some(entry.customer), |tx| {
            programme::adjust(tx, entry, book.as_of).map(drop)
        })
    }

    /// Writes what a customer brought from an earlier programme; the change to undo it by.
    ///
    /// # Errors
    /// As [`programme::opening`].
    pub fn open_points(&self, entry: &OpeningEntry, at: i64) -> Result<Option<i64>> {
        let change = self.write_loyalty("opening", at, Some(entry.customer), |tx| {
            programme::opening(tx, entry)
        })?;
        self.standing(change)
    }

    /// Takes a customer into the programme; the change to undo it by.
    ///
    /// # Errors
    /// As [`programme::join`].
    pub fn join_programme(&self, entry: &MemberEntry, at: i64, today: Day) -> Result<i64> {
        let book = self.book(today);
        self.write_loyalty("join-programme", at, Some(entry.customer), |tx| {
            programme::join(tx, entry, book.as_of)
        })
    }

    /// Takes a customer out of the programme; the change to undo it by, none where he had left.
    ///
    /// # Errors
    /// As [`programme::leave`].
    pub fn leave_programme(&self, entry: &MemberEntry, at: i64, today: Day) -> Result<Option<i64>> {
        let book = self.book(today);
        let change = self.write_loyalty("leave-programme", at, Some(entry.customer), |tx| {
            programme::leave(tx, entry, book.as_of)
        })?;
        self.standing(change)
    }

    fn write_loyalty(
        &self,
        label: &str,
        at: i64,
        customer: Option<i64>,
        work: impl FnOnce(&Transaction<'_>) -> Result<()>,
    ) -> Result<i64> {
        let change = self.store.write(&Act { kind: "edit", label, at }, |tx, change| {
            work(tx)?;
            Ok(change)
        })?;
        self.renew_points(customer)?;
        Ok(change)
    }

    /// The next book with everybody's acts anew, or those of one customer. Whoever reads goes on with
    /// the book there is; where that became another one meanwhile it is done again, so that of two acts
    /// at once neither is lost.
    pub(super) fn renew_points(&self, customer: Option<i64>) -> Result<()> {
        loop {
            let before = Arc::clone(&self.book.read().unwrap_or_else(PoisonError::into_inner));
            let next = Arc::new(before.with_points(customer)?);
            let mut book = self.book.write().unwrap_or_else(PoisonError::into_inner);
            if Arc::ptr_eq(&book, &before) {
                *book = next;
                return Ok(());
            }
        }
    }
}

/// The account after points were used or taken that it covers, on the day of it and on all days up to
/// this one.
fn covered(points: &Points, customer: u32, fact: Fact, as_of: Day) -> Result<Account> {
    if fact.day > as_of {
        return Err(Error::BadSetting { field: "day_ahead", value: fact.day.to_string() });
    }
    let before = points.account(customer, as_of);
    let on = points.account(customer, fact.day).balance.min(before.balance);
    let own = points.facts.of(customer).iter().chain([&fact]);
    let facts = points.facts.with(customer, own.copied().collect());
    let after = replay(&points.rules, &facts, customer, as_of);
    if before.balance >= 0 && uncovered(&after) <= uncovered(&before) {
        return Ok(after);
    }
    let wanted = match fact.deed {
        Deed::Redeemed { points, .. } => i64::from(points),
        Deed::Adjusted { points, .. } => -i64::from(points),
        _ => 0,
    };
    Err(Error::ShortOfPoints { balance: on, points: wanted })
}

/// Points that were used or taken though nothing covered them on that day.
fn uncovered(account: &Account) -> i64 {
    let owed = account.lots.iter().filter(|lot| {
        lot.points == 0 && matches!(lot.what, What::Redeemed { .. } | What::Adjusted { .. })
    });
    owed.map(|lot| lot.redeemed + lot.taken).sum()
}
