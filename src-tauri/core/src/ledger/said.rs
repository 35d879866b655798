//! What customers said when they cancelled: the reason of an end whose subscription names none.
//!
//! It is what they said last in the four hundred days before they left (a yearly plan is cancelled
//! long before its end), else the first thing they said in the month after.

use super::people::People;
use crate::model::Day;
use rustc_hash::FxHashMap;

/// Days before an end in which what was said still speaks of it, and after it.
const BEFORE: i32 = 400;
const AFTER: i32 = 31;

/// Reasons by customer, oldest first.
#[derive(Debug, Default)]
pub struct Said {
    by_customer: FxHashMap<u32, Vec<(Day, String)>>,
}

impl Said {
    /// One more, not older than the last. One of an account nobody handed over is passed by.
    pub fn push(&mut self, people: &People, account: i64, day: Day, reason: &str) {
        if let Some(customer) = people.of(account).filter(|_| !reason.trim().is_empty()) {
            let own = self.by_customer.entry(customer).or_default();
            own.push((day, reason.to_owned()));
        }
    }

    /// Why a customer left on this day; empty where nothing was said.
    pub(super) fn reason(&self, customer: u32, left: Day) -> &str {
        let Some(own) = self.by_customer.get(&customer) else { return "" };
        let after = own.partition_point(|(day, _)| *day <= left);
        let before = own[..after].last().filter(|(day, _)| left.0 - day.0 <= BEFORE);
        let next = || own[after..].first().filter(|(day, _)| day.0 - left.0 <= AFTER);
        before.or_else(next).map_or("", |(_, reason)| reason)
    }
}
