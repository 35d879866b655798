//! Who brought whom, and what came of it (metrics.md 10).
//!
//! Of several referrals of one customer the first counts; nobody refers himself. A referral has
//! succeeded when who was referred has paid: on his first paying day, or on the day of the referral
//! where that was noted up to 31 days later. Who had paid longer was a customer already and counts
//! for nobody.
//!
//! Conversion = succeeded / referrals of a time. Viral coefficient = referrals per customer at its end
//! x conversion: 4 x 25 % = 1.0. Absent without referrals or customers.
//!
//! Retention of the referred: of those whose first paying day lies twelve months back or more, how
//! many were customers twelve months after it; beside it the same of all others.

use crate::ledger::Ledger;
use crate::model::{Day, Ratio};
use rustc_hash::{FxHashMap, FxHashSet};

/// Days after his first paying day within which somebody may still be noted as referred.
const NOTED_LATE: i32 = 31;

/// One customer referred by another, by their dense numbers.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Referral {
    /// When.
    pub day: Day,
    /// Who referred.
    pub referrer: u32,
    /// Who was referred.
    pub referred: u32,
}

/// Some referrals and what came of them by a day.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Referrals {
    /// The referrals of the time, by day.
    pub made: Vec<Referral>,
    /// Those of them that succeeded, each with its day.
    pub succeeded: Vec<(Referral, Day)>,
    /// Customers at the end of the time.
    pub customers: i64,
}

/// How many of a group were still customers after twelve months.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Kept {
    /// Those whose first paying day lies twelve months back or more.
    pub came: i64,
    /// Customers twelve months after it.
    pub kept: i64,
}

/// What the referred are worth.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Brought {
    /// Everybody who came by a referral that succeeded, ascending.
    pub customers: Vec<u32>,
    /// Those who are customers on the day.
    pub present: i64,
    /// What they pay a month, in minor units.
    pub mrr: i64,
    /// Of them.
    pub kept: Kept,
    /// Of everybody else.
    pub others: Kept,
}

/// The first referral of each customer, by day.
pub fn firsts(all: impl IntoIterator<Item = Referral>) -> Vec<Referral> {
    let mut firsts: FxHashMap<u32, Referral> = FxHashMap::default();
    for one in all.into_iter().filter(|one| one.referrer != one.referred) {
        let known = firsts.entry(one.referred).or_insert(one);
        *known = one.min(*known);
    }
    let mut firsts: Vec<Referral> = firsts.into_values().collect();
    firsts.sort_unstable();
    firsts
}

/// The day a referral of this day succeeded, of somebody with this first paying day; none where he
/// has never paid, or was a customer before.
fn success_on(referred_on: Day, first_paid: Day) -> Option<Day> {
    let is_new = referred_on <= first_paid.plus(NOTED_LATE);
    (is_new && first_paid != Day::NEVER).then(|| first_paid.max(referred_on))
}

/// The day a referral succeeded, if it did by this day.
pub fn success(ledger: &Ledger, referral: &Referral, as_of: Day) -> Option<Day> {
    let first_paid = *ledger.customers.first_paid.get(referral.referred as usize)?;
    success_on(referral.day, first_paid).filter(|day| *day <= as_of)
}

/// The referrals made from one day to another, and what came of them by then. `firsts` as
/// [`firsts`] gives them.
pub fn referrals(ledger: &Ledger, firsts: &[Referral], from: Day, to: Day) -> Referrals {
    let made = firsts.iter().filter(|one| from <= one.day && one.day <= to);
    let made: Vec<Referral> = made.copied().collect();
    let succeeded = made.iter().filter_map(|one| success(ledger, one, to).map(|day| (*one, day)));
    let customers = everybody(ledger).filter(|customer| is_present(ledger, *customer, to)).count();
    let customers = i64::try_from(customers).unwrap_or(i64::MAX);
    Referrals { succeeded: succeeded.collect(), made, customers }
}

impl Referrals {
    /// Succeeded / referrals.
    pub fn conversion(&self) -> Option<Ratio> {
        Ratio::of(count(&self.succeeded), count(&self.made))
    }

    /// Referrals / customers.
    pub fn invitations_per_customer(&self) -> Option<Ratio> {
        Ratio::of(count(&self.made), self.customers)
    }

    /// Referrals per customer x conversion.
    pub fn viral_coefficient(&self) -> Option<Ratio> {
        viral_coefficient(self.invitations_per_customer()?, self.conversion()?)
    }
}

/// Invitations per customer x conversion.
pub fn viral_coefficient(invitations: Ratio, conversion: Ratio) -> Option<Ratio> {
    Ratio::of(invitations.num() * conversion.num(), invitations.den() * conversion.den())
}

/// What the referred are worth on a day, beside everybody else.
pub fn brought(ledger: &Ledger, firsts: &[Referral], as_of: Day) -> Brought {
    let came = firsts.iter().filter(|one| success(ledger, one, as_of).is_some());
    let mut brought =
        Brought { customers: came.map(|one| one.referred).collect(), ..Brought::default() };
    brought.customers.sort_unstable();
    for customer in everybody(ledger) {
        let is_referred = brought.customers.binary_search(&customer).is_ok();
        if is_referred && is_present(ledger, customer, as_of) {
            brought.present += 1;
            brought.mrr += ledger.worth_on(customer, as_of).mrr;
        }
        let first_paid = ledger.customers.first_paid[customer as usize];
        let after = first_paid.plus_months(12);
        if first_paid != Day::NEVER && after <= as_of {
            let kept = if is_referred { &mut brought.kept } else { &mut brought.others };
            kept.came += 1;
            kept.kept += i64::from(is_present(ledger, customer, after));
        }
    }
    brought
}

impl Kept {
    /// Still customers after twelve months / came.
    pub fn rate(&self) -> Option<Ratio> {
        Ratio::of(self.kept, self.came)
    }
}

/// Promoters who are customers on the day and have never referred anybody, in the order given.
pub fn promoters_to_ask(
    ledger: &Ledger,
    all: &[Referral],
    promoters: impl IntoIterator<Item = u32>,
    as_of: Day,
) -> Vec<u32> {
    let known = all.iter().filter(|one| one.day <= as_of && one.referrer != one.referred);
    let referrers: FxHashSet<u32> = known.map(|one| one.referrer).collect();
    let asked = promoters.into_iter().filter(|customer| !referrers.contains(customer));
    asked.filter(|customer| is_present(ledger, *customer, as_of)).collect()
}

fn everybody(ledger: &Ledger) -> std::ops::Range<u32> {
    0..u32::try_from(ledger.len()).unwrap_or(u32::MAX)
}

pub(super) fn is_present(ledger: &Ledger, customer: u32, day: Day) -> bool {
    ledger.state_on(customer, day).is_some_and(|state| ledger.states.is_present(state))
}

fn count<T>(all: &[T]) -> i64 {
    i64::try_from(all.len()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::testing::{Business, day};

    fn referral(on: &str, referrer: u32, referred: u32) -> Referral {
        Referral { day: day(on), referrer, referred }
    }

    #[test]
    fn four_invitations_each_of_which_a_quarter_succeeds_bring_one_customer_each() {
        let ratio = |num: i64, den: i64| Ratio::of(num, den).unwrap();
        assert_eq!(viral_coefficient(ratio(4, 1), ratio(1, 4)), Ratio::of(1, 1));
    }

    #[test]
    fn a_referral_succeeds_on_the_first_paying_day_and_only_of_who_was_no_customer() {
        let business = Business::new()
            .on("A", "Pro", 1_000, "2025-01-01")
            .on("B", "Pro", 2_000, "2025-03-01")
            .until("C", 3_000, "2025-04-01", "2025-09-01");
        let ledger = business.book();
        let all = [
            referral("2025-02-20", 0, 1),
            referral("2025-02-25", 2, 1),
            referral("2025-03-10", 1, 2),
            referral("2025-06-01", 1, 0),
            referral("2025-06-01", 1, 1),
        ];
        let firsts = firsts(all);
        assert_eq!(firsts.len(), 3, "the second referral of B and that of himself are none");
        let to = day("2026-06-01");
        let found = referrals(&ledger, &firsts, day("2025-01-01"), to);
        let won: Vec<u32> = found.succeeded.iter().map(|it| it.0.referred).collect();
        assert_eq!(won, [1, 2], "A was a customer before");
        assert_eq!(found.conversion(), Ratio::of(2, 3));
        assert_eq!(found.viral_coefficient(), Ratio::of(2, 2), "two brought, two are there");
        let brought = brought(&ledger, &firsts, to);
        assert_eq!((brought.present, brought.mrr), (1, 2_000));
        assert_eq!(brought.kept, Kept { came: 2, kept: 1 });
        assert_eq!(brought.others, Kept { came: 1, kept: 1 });
        assert_eq!(promoters_to_ask(&ledger, &all, [2, 0, 1], to), [0; 0], "C has left");
        let early = day("2025-05-01");
        assert_eq!(promoters_to_ask(&ledger, &all[..1], [2, 0, 1], early), [2, 1]);
    }

    #[test]
    fn a_referral_may_be_noted_a_month_late() {
        let paid = day("2026-03-01");
        assert_eq!(success_on(day("2026-02-01"), paid), Some(paid));
        assert_eq!(success_on(day("2026-04-01"), paid), Some(day("2026-04-01")));
        assert_eq!(success_on(day("2026-04-02"), paid), None, "a customer for longer");
        assert_eq!(success_on(day("2026-02-01"), Day::NEVER), None);
    }

    #[test]
    fn without_referrals_there_is_no_coefficient() {
        assert_eq!(Referrals { customers: 5, ..Referrals::default() }.viral_coefficient(), None);
    }
}
