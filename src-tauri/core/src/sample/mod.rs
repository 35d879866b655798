//! The sample business: about 640 customers over 36 months, the same on every machine.
//!
//! [`generate`] makes facts, as an import would: accounts, subscriptions with their change log,
//! usage events, survey answers, purchases, referrals. It knows no metric; retention, churn and
//! the rest come out of the same code as for imported files. It has what real businesses have:
//! seasons, a price change that reaches each customer at his next round year, an outage that
//! drives away large customers, trials that lead to nothing, pauses, scheduled cancellations,
//! failed payments of which most are recovered, customers who return, four currencies.
//!
//! Chance comes from a small generator of whole numbers seeded for each customer, so the same
//! [`Spec`] gives the same bytes everywhere. All names are invented; addresses lie in domains kept
//! for examples.

mod asked;
mod dice;
mod facts;
mod life;
mod market;
mod names;
mod opinion;
mod people;
mod profile;
mod purchases;
mod rewards;
mod scale;
mod story;
mod usage;
mod words;
mod write;

pub use facts::{Answer, Event, Purchase, Rate, Referral, Sample};
pub use scale::Scale;
pub use write::{create, name, write};

use crate::model::Day;
use story::Story;

/// What to make.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Spec {
    /// Another seed, another business.
    pub seed: u64,
    /// About how many customers pay on the last day; see [`Spec::CUSTOMERS`].
    pub customers: u32,
    /// Months from the first to the last, the last one included; see [`Spec::MONTHS`].
    pub months: u32,
    /// Nothing is known after it: the as-of date of the workspace.
    pub last_day: Day,
}

impl Spec {
    /// The customers that can be asked for.
    pub const CUSTOMERS: std::ops::RangeInclusive<u32> = 10..=100_000;
    /// The months that can be asked for.
    pub const MONTHS: std::ops::RangeInclusive<u32> = 3..=240;
}

impl Default for Spec {
    /// What the window offers: 640 customers, 36 months up to 20 November 2026.
    fn default() -> Self {
        // 20 November 2026 is day 20,777.
        Self { seed: 1, customers: 640, months: 36, last_day: Day(20_777) }
    }
}

/// Makes the business. Numbers outside the ranges of [`Spec`] are taken at the nearest end.
pub fn generate(spec: &Spec) -> Sample {
    let customers = spec.customers.clamp(*Spec::CUSTOMERS.start(), *Spec::CUSTOMERS.end());
    let months = spec.months.clamp(*Spec::MONTHS.start(), *Spec::MONTHS.end());
    let story = Story::new(&Spec { months, ..*spec });
    let people = people::people(&story, customers);
    facts::facts(&story, &people)
}

#[cfg(test)]
mod tests;
