//! The loyalty programme by the rules of metrics.md 10: pure functions over what customers did.
//!
//! Only what people did is stored. Points, tiers and what they cost are computed from it by the
//! rules of their day. No SQL, no text for people.

mod account;
mod cost;
mod counted;
mod effect;
mod event;
mod fact;
mod from_ledger;
mod holding;
#[cfg(test)]
mod laws;
mod lot;
mod members;
mod months;
mod moves;
mod payments;
mod preview;
mod programme;
mod ready;
mod referral;
mod rules;
mod simulate;
mod standing;
mod tenure;
#[cfg(test)]
mod testing;
mod ticks;
#[cfg(test)]
mod vectors;
mod walk;

pub use account::{Account, Down, Next, replay};
pub use cost::{cost_of, expected_breakage, liability, observed_breakage};
pub use effect::{Compared, Doubt, Effect, Subject, effect, subjects};
pub use event::{Entry, Source, TierChange, What, Why};
pub use fact::{Deed, Fact, Facts, Payment, Visit};
pub use from_ledger::{comings, ledger_payments};
pub use holding::same_tier;
pub use lot::Lot;
pub use members::Spans;
pub use months::{MOST_TIERS, Month, Movements, moved_between};
pub use moves::{Move, Moves, moved_since, moves};
pub use payments::spent;
pub use preview::{Draft, Group, MonthlyCost, Moved, Preview, is_replayed, preview};
pub use programme::{
    Aim, Downgrade, Earn, Expiry, Membership, PerAmount, PointCost, Programme, Qualification,
    Qualifier, QualifyingTime, Spend, TIERS, Tier, TierColour, Unsound, Version, Visits,
};
pub use ready::{Names, by_spend, by_visit};
pub use referral::{
    Brought, Kept, Referral, Referrals, brought, firsts, promoters_to_ask, referrals, success,
    viral_coefficient,
};
pub use rules::Rules;
pub use simulate::{SimulatedMonth, simulate};
pub use standing::{PACE, SOON, Standing, Standings};
pub use tenure::{Tenure, by_tenure};
