//! What a customer is on a day, for lists of everybody.

use super::{Ledger, flag};
use crate::model::Day;
use serde::Serialize;

/// What a customer is on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// MRR above 0.
    Paying,
    /// A customer without MRR.
    Paused,
    /// Was one.
    Left,
    /// Never was one, or not yet.
    Never,
}

impl Standing {
    /// Every standing.
    pub const ALL: [Self; 4] = [Self::Paying, Self::Paused, Self::Left, Self::Never];

    /// `paying`, `paused`, `left`, `never`
    pub fn name(self) -> &'static str {
        match self {
            Self::Paying => "paying",
            Self::Paused => "paused",
            Self::Left => "left",
            Self::Never => "never",
        }
    }
}

impl Ledger {
    /// What a customer is on this day.
    pub fn standing(&self, customer: u32, day: Day) -> Standing {
        let Some(state) = self.state_on(customer, day) else { return Standing::Never };
        // Little money in another currency may come to nothing and is paid all the same.
        let flags = self.states.flags[state];
        let pays = self.states.mrr[state] > 0 || flags & flag::PAUSED == 0;
        match (flags & flag::PRESENT != 0, pays) {
            (false, _) => Standing::Left,
            (true, true) => Standing::Paying,
            (true, false) => Standing::Paused,
        }
    }

    /// The first day without who is no longer there on this day; the last time, where he left
    /// more than once.
    pub fn left_on(&self, customer: u32, day: Day) -> Option<Day> {
        let state = self.state_on(customer, day)?;
        if self.states.is_present(state) {
            return None;
        }
        let states = self.states_of(customer).start..=state;
        let gone = states.rev().take_while(|state| !self.states.is_present(*state)).last();
        gone.map(|state| Day(self.states.day[state]))
    }
}
