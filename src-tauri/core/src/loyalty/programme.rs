//! What a programme is for and by which rules it is played.

use crate::model::Day;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Two at least: one tier tells nobody apart. More than six nobody remembers.
pub const TIERS: std::ops::RangeInclusive<usize> = 2..=6;

/// What the programme is to bring about; the program says whether it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum Aim {
    /// Members come more often.
    Visits,
    /// Members spend more.
    Spend,
    /// Members stay longer.
    Stay,
    /// Members bring others.
    Referrals,
}

/// The rules from a day on. What was earned before stays as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// First day these rules hold.
    pub from: Day,
    /// The rules.
    pub programme: Programme,
}

/// A programme's rules at one time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct Programme {
    /// What members know it by.
    pub name: String,
    /// What it is for.
    pub aim: Aim,
    /// Who takes part.
    pub members: Membership,
    /// What earns points.
    pub earn: Earn,
    /// From the lowest, which everybody has (threshold 0), to the highest.
    pub tiers: Vec<Tier>,
    /// What lifts a member to a tier.
    pub qualification: Qualification,
    /// How a member comes down again.
    pub downgrade: Downgrade,
    /// When points end.
    pub expiry: Expiry,
    /// What a point costs when it is redeemed.
    pub cost: PointCost,
    /// Share of outstanding points that will be redeemed, in thousandths (720 = 72 %).
    pub expected_redemption: u16,
}

/// Who is a member. Without people who are not, nothing can be compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "snake_case", tag = "who", content = "of")]
pub enum Membership {
    /// Every customer from his first day, at the earliest from the programme's.
    Everybody,
    /// Customers of a segment, written as in an address: `plan=Pro`.
    Segment(String),
    /// Those who joined, from the day they did.
    Joined,
}

/// What earns points; nothing of a kind is 0 or none. Visits, amounts and months are multiplied by
/// the tier a member has as the day begins; what is given for a referral, a birthday or an
/// anniversary is the same for everybody.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct Earn {
    /// Points for a visit.
    pub per_visit: u32,
    /// What is a visit.
    pub visits: Visits,
    /// Points for what is paid, rounded down to whole points per transaction.
    pub per_amount: Option<PerAmount>,
    /// What is counted as paid.
    pub spend: Spend,
    /// Points for each full month as a paying customer.
    pub per_month: u32,
    /// Points for who brought a customer.
    pub per_referral: u32,
    /// Points for the customer who was brought.
    pub to_referred: u32,
    /// Points on a birthday.
    pub birthday: u32,
    /// Points on each anniversary of the first day as a customer.
    pub anniversary: u32,
    /// Days until what was earned is in the balance and can be used; until then it is pending.
    pub pending_days: u16,
}

/// So many points for so much paid, a part of it in proportion, rounded down to whole points for
/// each payment. 1 point per 1.00 paid: `{ points: 1, amount: 100 }`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct PerAmount {
    /// Points.
    pub points: u32,
    /// For this much, in minor units of the workspace's currency.
    pub amount: u32,
}

/// What counts as a visit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum Visits {
    /// The visits purchases stand for.
    #[default]
    Purchases,
    /// Each day with an event of use.
    Use,
    /// Both.
    Both,
}

/// What counts as paid. Refunds are taken off in each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum Spend {
    /// Purchases outside the subscription.
    #[default]
    Purchases,
    /// What the subscription costs: paid invoices; months of the ledger where none were imported.
    Subscription,
    /// Both.
    Both,
}

/// A tier. Thresholds are inclusive.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct Tier {
    /// What members know it by.
    pub name: String,
    /// Its colour; its shape follows from its place.
    pub colour: TierColour,
    /// From how much of the qualification's measure: points, minor units, visits or months.
    #[ts(type = "number")]
    pub threshold: i64,
    /// What earns one point at 100 earns this many hundredths: 120 is 1.2 times as many.
    pub multiplier: u16,
    /// What members of it get, in the owner's words.
    pub benefits: String,
    /// What the benefits cost for one member a month, in minor units; none where nobody said.
    #[ts(type = "number | null")]
    pub benefits_cost: Option<i64>,
}

/// The colours a tier may have; the look gives each a light and a dark shade.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum TierColour {
    /// Brown.
    Bronze,
    /// Grey.
    Silver,
    /// Ochre.
    Gold,
    /// Indigo.
    Platinum,
    /// Green.
    Green,
    /// Violet.
    Violet,
}

/// What lifts a member, and over which time it is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(deny_unknown_fields)]
pub struct Qualification {
    /// What is counted.
    pub measure: Qualifier,
    /// Over which time.
    pub over: QualifyingTime,
}

/// What is counted for a tier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum Qualifier {
    /// Points earned less points reversed.
    Points,
    /// Paid less refunded, in minor units of the workspace's currency.
    Spend,
    /// Visits.
    Visits,
    /// Full months as a paying customer.
    Months,
}

/// The time a measure is counted over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "snake_case")]
pub enum QualifyingTime {
    /// From the day after the same day a year ago up to the day.
    Rolling,
    /// From 1 January; what was reached holds to the end of the next year.
    CalendarYear,
    /// Since the member joined.
    Lifetime,
}

/// How a member comes down when the time his tier is valid for has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct Downgrade {
    /// One tier at a time; else to the one he has earned.
    pub one_tier: bool,
    /// Days he keeps it beyond its end.
    pub grace_days: u16,
}

/// When points can no longer be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
#[serde(rename_all = "snake_case", tag = "when", content = "months")]
pub enum Expiry {
    /// Never.
    Never,
    /// Each lot so many months after it was earned.
    Each(u16),
    /// The whole balance so many months after the last was earned or redeemed.
    Idle(u16),
}

/// So many points cost so much. 100 points = 1.00: `{ points: 100, amount: 100 }`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[ts(export)]
pub struct PointCost {
    /// Points.
    pub points: u32,
    /// Their cost in minor units of the workspace's currency.
    pub amount: u32,
}

/// Why a programme cannot be played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsound {
    /// Fewer than two tiers or more than six.
    Tiers,
    /// The lowest tier does not begin at 0, or a tier does not begin above the one before.
    Thresholds,
    /// A tier without a name, or two of the same.
    Names,
    /// Points for an amount of nothing.
    Amount,
    /// A point that costs something per no points.
    Cost,
    /// More than all points redeemed.
    Redemption,
    /// Points that end at once.
    Expiry,
}

impl Programme {
    /// The first thing that keeps the programme from being played; none when it is sound.
    pub fn unsound(&self) -> Option<Unsound> {
        let tiers = &self.tiers;
        let name = |tier: &Tier| tier.name.trim().to_lowercase();
        let is_named_twice = |at: usize| tiers[..at].iter().any(|it| name(it) == name(&tiers[at]));
        let is_badly_named = |at: usize| name(&tiers[at]).is_empty() || is_named_twice(at);
        let rises = tiers.windows(2).all(|pair| pair[0].threshold < pair[1].threshold);
        let wrong = [
            (!TIERS.contains(&tiers.len()), Unsound::Tiers),
            (!rises || tiers.first().is_some_and(|it| it.threshold != 0), Unsound::Thresholds),
            ((0..tiers.len()).any(is_badly_named), Unsound::Names),
            (self.earn.per_amount.is_some_and(|it| it.amount == 0), Unsound::Amount),
            (self.cost.points == 0, Unsound::Cost),
            (self.expected_redemption > 1000, Unsound::Redemption),
            (matches!(self.expiry, Expiry::Each(0) | Expiry::Idle(0)), Unsound::Expiry),
        ];
        wrong.into_iter().find_map(|(is_wrong, why)| is_wrong.then_some(why))
    }
}
