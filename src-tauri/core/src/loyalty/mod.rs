//! The loyalty programme by the rules of metrics.md 10: pure functions over what customers did.
//!
//! Only what people did is stored. Points, tiers and what they cost are computed from it by the
//! rules of their day. No SQL, no text for people.

mod programme;

pub use programme::{
    Aim, Downgrade, Earn, Expiry, Membership, PerAmount, PointCost, Programme, Qualification,
    Qualifier, QualifyingTime, Spend, TIERS, Tier, TierColour, Unsound, Version, Visits,
};
