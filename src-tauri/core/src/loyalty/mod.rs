//! The loyalty programme by the rules of metrics.md 10: pure functions over what customers did.
//!
//! Only what people did is stored. Points, tiers and what they cost are computed from it by the
//! rules of their day. No SQL, no text for people.

mod account;
mod cost;
mod counted;
mod event;
mod fact;
mod holding;
mod lot;
mod members;
mod months;
mod payments;
mod programme;
mod rules;
mod standing;
mod ticks;
mod walk;

pub use account::{Account, Down, Next, replay};
pub use cost::{cost_of, expected_breakage, liability, observed_breakage};
pub use event::{Entry, Source, TierChange, What, Why};
pub use fact::{Deed, Fact, Facts, Payment, Visit};
pub use lot::Lot;
pub use members::Spans;
pub use months::{Month, Movements};
pub use programme::{
    Aim, Downgrade, Earn, Expiry, Membership, PerAmount, PointCost, Programme, Qualification,
    Qualifier, QualifyingTime, Spend, TIERS, Tier, TierColour, Unsound, Version, Visits,
};
pub use rules::Rules;
pub use standing::{PACE, SOON, Standing, Standings};
