//! What came of what customers did: movements of points and of tiers.

use crate::model::Day;

/// A movement of a balance.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Entry {
    /// The day it counts from.
    pub day: Day,
    /// What happened.
    pub what: What,
    /// By how much the balance changed: above 0 more points, below 0 fewer.
    pub points: i64,
    /// The balance after it.
    pub balance: i64,
}

/// Why a balance changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum What {
    /// Points ended that were earned on this day.
    Expired {
        /// When they were earned.
        earned: Day,
    },
    /// Something of a payment was given back.
    Reversed {
        /// The payment.
        of: u32,
        /// When it was paid.
        paid: Day,
    },
    /// Points that can be used from now on.
    Earned(Source),
    /// Brought along from an earlier programme.
    Opened {
        /// What was typed in.
        of: u32,
    },
    /// Given or taken with a reason.
    Adjusted {
        /// What was typed in.
        of: u32,
    },
    /// Used.
    Redeemed {
        /// What was typed in.
        of: u32,
    },
}

/// What points were earned with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Source {
    /// Visits.
    Visit,
    /// A payment.
    Payment {
        /// Which.
        of: u32,
    },
    /// A full month as a customer.
    Month,
    /// Having brought somebody.
    Brought {
        /// Dense number of who came.
        whom: u32,
    },
    /// Having been brought.
    WasBrought {
        /// Dense number of who referred him.
        by: u32,
    },
    /// A birthday.
    Birthday,
    /// An anniversary of the first day as a customer.
    Anniversary,
}

/// The tier from a day on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TierChange {
    /// The first day of it.
    pub day: Day,
    /// Its place among the tiers of the rules of that day, 0 the lowest; none: no member.
    pub tier: Option<u8>,
    /// Why.
    pub why: Why,
}

/// Why a tier changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// Became a member.
    Joined,
    /// Reached it.
    Reached,
    /// The time the one before was valid for had ended.
    Ended,
    /// Other rules.
    Rules,
    /// Is no member any more.
    Left,
}

/// Told to whoever listens to a walk, in order of time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Happened {
    Points(Entry),
    Tier(TierChange),
}
