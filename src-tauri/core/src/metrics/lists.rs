//! The customers behind a figure: who moved, who left, who is in a cohort.

use super::cohorts::Measure;
use super::movements::Kind;
use super::scope::Scope;
use super::walk::{Seen, bounds, seen};
use crate::ledger::flag;
use crate::model::{Day, Period};

/// A movement of one customer in one period.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Moved {
    /// Dense number.
    pub customer: u32,
    /// What he did.
    pub kind: Kind,
    /// By how much, in minor units; never below 0.
    pub amount: i64,
    /// MRR at the start of the period.
    pub from: i64,
    /// MRR at its end, at the exchange rates of the start.
    pub to: i64,
    /// Day of his last change in the period; of churn the day he left for the last time.
    pub on: Day,
    /// Place of his state at the end: plan, reason and whether he wanted to go.
    pub state: usize,
    /// Expansion or contraction out of or into a pause.
    pub paused: bool,
}

/// Why somebody left, in three kinds.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, PartialOrd, Ord)]
pub enum Leaving {
    /// He wanted to.
    Voluntary,
    /// A payment failed.
    Involuntary,
    /// No reason is recorded.
    Unknown,
}

impl Leaving {
    /// As the CLI names it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Voluntary => "voluntary",
            Self::Involuntary => "involuntary",
            Self::Unknown => "unknown",
        }
    }

    /// Of a state in which a customer is gone.
    pub fn of(flags: u8) -> Self {
        if flags & flag::INVOLUNTARY != 0 {
            Self::Involuntary
        } else if flags & flag::VOLUNTARY != 0 {
            Self::Voluntary
        } else {
            Self::Unknown
        }
    }
}

/// Everyone who moved in a period, in order of customers: counts and sums by kind are those of the
/// figures. Who pays another amount in another segment stands in it twice. Empty for a period that
/// begins after the as-of date.
pub fn moved(scope: &Scope, period: Period) -> Vec<Moved> {
    let Some((start, end)) = bounds(scope, period) else {
        return Vec::new();
    };
    let mut list = Vec::new();
    for one in seen(scope, start, end) {
        one.each(|kind, amount| list.push(of(scope, &one, kind, amount)));
    }
    list
}

/// Who left in a period, with the last time he did.
pub fn churned(scope: &Scope, period: Period) -> Vec<Moved> {
    let mut list = moved(scope, period);
    list.retain(|one| one.kind == Kind::Churn);
    list
}

fn of(scope: &Scope, one: &Seen, kind: Kind, amount: i64) -> Moved {
    let (from, to) = (one.before.mrr, one.after.mrr);
    let paused = match kind {
        Kind::Expansion => one.before.paused && !one.after.paused,
        Kind::Contraction => one.after.paused && !one.before.paused,
        Kind::New | Kind::Reactivation | Kind::Churn | Kind::Entered | Kind::Left => false,
    };
    let on = Day(scope.ledger.states.day[one.state]);
    Moved { customer: one.customer, kind, amount, from, to, on, state: one.state, paused }
}

/// A customer there at the end of a period who is worth something else then because exchange rates
/// changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Revalued {
    /// Dense number.
    pub customer: u32,
    /// What he adds to the exchange effect, in minor units; below 0 where his money lost value.
    pub amount: i64,
    /// MRR at the end of the period at the rates of its start.
    pub from: i64,
    /// The same at the rates of the end.
    pub to: i64,
    /// Place of his state at the end.
    pub state: usize,
}

/// Everyone behind the exchange effect of a period, in order of customers.
pub fn revalued(scope: &Scope, period: Period) -> Vec<Revalued> {
    let Some((start, end)) = bounds(scope, period) else {
        return Vec::new();
    };
    let one = |one: Seen| {
        let (amount, from, to) = (one.effect(), one.after.mrr, one.closing.mrr);
        let Seen { customer, state, .. } = one;
        (amount != 0).then_some(Revalued { customer, amount, from, to, state })
    };
    seen(scope, start, end).filter_map(one).collect()
}

/// A customer of a cohort.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Member {
    /// Dense number.
    pub customer: u32,
    /// Whether he is there at the end of period k.
    pub there: bool,
    /// What he adds to the cell, in the measure's unit: 1 for customers.
    pub value: i64,
    /// Place of his state at the end of period k.
    pub state: usize,
}

/// Everyone of a cohort at the end of period k: those who are there, and their values, add up to
/// the cell; all of them are its size. Empty when the period begins after the as-of date.
pub fn cohort_members(scope: &Scope, cohort: Period, k: usize, measure: Measure) -> Vec<Member> {
    let period = cohort.plus(i32::try_from(k).unwrap_or(i32::MAX / 2));
    let (Some((_, first)), Some((_, end))) = (bounds(scope, cohort), bounds(scope, period)) else {
        return Vec::new();
    };
    let began = cohort.first()..=first;
    let ledger = scope.ledger;
    let customers = (0..).zip(&ledger.customers.first_paid);
    let own = customers.filter(|(_, day)| began.contains(day)).map(|(customer, _)| customer);
    let own = own.filter(|&customer| scope.has(customer, ledger.states_of(customer).start));
    let member = |customer: u32| {
        let state = ledger.state_on(customer, end)?;
        let there = ledger.states.is_present(state);
        // As the cells of its row: at the exchange rates of the end of period 0.
        let mrr = ledger.worth(customer, state, first).mrr;
        let value = match measure {
            Measure::Customers => i64::from(there),
            Measure::NetMrr => mrr,
            Measure::GrossMrr => mrr.min(ledger.worth_on(customer, first).mrr),
            Measure::Seats => i64::from(ledger.states.seats[state]),
        };
        Some(Member { customer, there, value, state })
    };
    own.filter_map(member).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::testing::{Business, day};
    use crate::model::Status;

    #[test]
    fn who_left_is_listed_with_the_last_day_and_reason() {
        let business = Business::new()
            .pays("ann", "Pro", 1_000, "2026-01-01", |row| {
                row.ended = Some(day("2026-03-05"));
                row.cancel_reason = Some("Price");
            })
            .pays("ann", "Pro", 700, "2026-03-10", |row| {
                row.ended = Some(day("2026-03-20"));
                row.cancel_reason = Some("Card expired");
            });
        let book = business.book();
        let scope = Scope::new(&book, day("2026-06-01"));
        let list = churned(&scope, Period::parse("2026-03").unwrap());
        assert_eq!(list.len(), 1);
        let one = list[0];
        assert_eq!((one.amount, one.from, one.to), (1_000, 1_000, 0));
        assert_eq!(one.on, day("2026-03-20"));
        assert_eq!(Leaving::of(book.states.flags[one.state]), Leaving::Involuntary);
        let reason = book.states.reason[one.state] as usize;
        assert_eq!(book.reasons[reason].text, "Card expired");
    }

    #[test]
    fn a_cell_lists_who_is_there_and_who_is_gone() {
        let business = Business::new()
            .until("gone", 500, "2026-01-05", "2026-02-20")
            .change("less", "2026-01-05", Status::Active, "Pro", 1_000)
            .change("less", "2026-02-05", Status::Active, "Pro", 1_200);
        let book = business.book();
        let scope = Scope::new(&book, day("2026-06-01"));
        let january = Period::parse("2026-01").unwrap();
        let list = cohort_members(&scope, january, 1, Measure::GrossMrr);
        let told = list.iter().map(|one| (one.there, one.value)).collect::<Vec<_>>();
        assert_eq!(told, [(false, 0), (true, 1_000)]);
        assert!(cohort_members(&scope, january, 6, Measure::Customers).is_empty());
    }
}
