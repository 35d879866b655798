//! What customers did, as the programme counts it: one flat array, each customer's part sorted.
//!
//! Facts are imported or typed in; nothing in them is computed by a rule. Two books with the same
//! facts in another order are the same facts.

use crate::model::Day;
use rayon::prelude::*;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// The largest amount or number of points one fact can stand for: sums of them stay in 64 bits.
pub(super) const MOST: i64 = 1_000_000_000_000_000;

/// What a customer did on a day.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Fact {
    /// When.
    pub day: Day,
    /// What.
    pub deed: Deed,
}

/// Something the programme counts. `of` names what it is in the store: any number, the same for a
/// payment and its refunds, for one customer never used for two payments.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Deed {
    /// The first day as a customer, or as one again.
    Came,
    /// The first day without him.
    Left,
    /// Left the programme; the first day without him. Before joining: who does both on one day goes on.
    Quit,
    /// Joined the programme, by hand or by import.
    Joined,
    /// Something was given back of this payment, in minor units, above 0.
    Refunded {
        /// The payment.
        of: u32,
        /// How much.
        amount: i64,
    },
    /// Something was given back and nobody says of which payment: it is taken from the latest of its
    /// kind.
    Returned {
        /// What had been paid for.
        by: Payment,
        /// How much, in minor units, above 0.
        amount: i64,
    },
    /// Came by.
    Visited {
        /// What tells us.
        by: Visit,
        /// How many visits it stands for.
        times: u32,
    },
    /// Paid.
    Paid {
        /// What for.
        by: Payment,
        /// The payment.
        of: u32,
        /// How much, in minor units of the workspace's currency.
        amount: i64,
        /// How many visits it stands for.
        visits: u16,
    },
    /// Somebody he referred became a customer.
    Brought {
        /// Dense number of who came.
        whom: u32,
    },
    /// Became a customer because somebody referred him.
    WasBrought {
        /// Dense number of who referred him.
        by: u32,
    },
    /// Points he brought along from an earlier programme.
    Opened {
        /// What was typed in.
        of: u32,
        /// How many.
        points: u32,
    },
    /// Points given or taken, with a reason.
    Adjusted {
        /// What was typed in.
        of: u32,
        /// How many; below 0 they are taken.
        points: i32,
    },
    /// Points used.
    Redeemed {
        /// What was typed in.
        of: u32,
        /// How many.
        points: u32,
    },
}

/// What tells of a visit.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Visit {
    /// A purchase.
    Purchase,
    /// A day with an event of use.
    Use,
}

/// What was paid for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Payment {
    /// A purchase outside the subscription.
    Purchase,
    /// The subscription.
    Subscription,
}

/// The facts of every customer of a ledger, by his dense number.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    /// As they were read. Shared: there may be millions.
    read: Arc<Read>,
    /// Those of customers that have changed since.
    changed: FxHashMap<u32, Arc<[Fact]>>,
}

#[derive(Debug, Default)]
struct Read {
    /// Where the facts of each customer begin; one longer than there are customers.
    offsets: Vec<usize>,
    facts: Vec<Fact>,
    /// Day of birth by customer; `NEVER` where nobody knows.
    birthdays: Vec<Day>,
}

impl Facts {
    /// Sorts rows of (customer, fact), in any order, and days of birth. Rows of customers beyond
    /// the last are left out.
    pub fn new(
        customers: usize,
        rows: impl Iterator<Item = (u32, Fact)> + Clone + Sync,
        birthdays: impl IntoIterator<Item = (u32, Day)>,
    ) -> Self {
        let rows = rows.filter(|(customer, _)| (*customer as usize) < customers);
        let mut offsets = vec![0; customers + 1];
        rows.clone().for_each(|(customer, _)| offsets[customer as usize + 1] += 1);
        (0..customers).for_each(|at| offsets[at + 1] += offsets[at]);
        let none = Fact { day: Day::NEVER, deed: Deed::Came };
        let mut facts = vec![none; offsets.last().copied().unwrap_or(0)];
        let middle = offsets.partition_point(|offset| *offset < facts.len() / 2).min(customers);
        let (low, high) = facts.split_at_mut(offsets[middle]);
        // Each half of the customers looks through all rows for its own.
        rayon::join(
            || place(rows.clone(), &offsets[..=middle], 0, low),
            || place(rows.clone(), &offsets[middle..], middle, high),
        );
        let mut born = vec![Day::NEVER; customers];
        for (customer, day) in birthdays {
            if let Some(known) = born.get_mut(customer as usize) {
                *known = (*known).min(day);
            }
        }
        parts(&offsets, &mut facts).into_par_iter().for_each(<[Fact]>::sort_unstable);
        let read = Arc::new(Read { offsets, facts, birthdays: born });
        Self { read, changed: FxHashMap::default() }
    }

    /// How many customers there are.
    pub fn customers(&self) -> usize {
        self.read.offsets.len().saturating_sub(1)
    }

    /// How many facts there are.
    pub fn len(&self) -> usize {
        let changed = self.changed.iter();
        let more = changed.map(|(at, own)| (own.len(), self.read.of(*at).len()));
        more.fold(self.read.facts.len(), |sum, (own, read)| sum + own - read)
    }

    /// Whether nothing is known of anybody.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// One customer's facts, by day.
    pub fn of(&self, customer: u32) -> &[Fact] {
        if !self.changed.is_empty()
            && let Some(own) = self.changed.get(&customer)
        {
            return own;
        }
        self.read.of(customer)
    }

    /// The same with these facts of one customer in place of those he had; nobody else's are
    /// touched.
    #[must_use]
    pub fn with(&self, customer: u32, mut own: Vec<Fact>) -> Self {
        let mut next = self.clone();
        if (customer as usize) < self.customers() {
            own.sort_unstable();
            next.changed.insert(customer, own.into());
        }
        next
    }

    /// The first day on which what is known of a customer differs from these other facts; none where
    /// it is the same.
    pub fn first_difference(&self, other: &Self, customer: u32) -> Option<Day> {
        let (own, other) = (self.of(customer), other.of(customer));
        let at = own.iter().zip(other).take_while(|(one, two)| one == two).count();
        let days = [own, other].into_iter().filter_map(|facts| facts.get(at));
        days.map(|fact| fact.day).min()
    }

    /// His day of birth.
    pub fn birthday(&self, customer: u32) -> Option<Day> {
        let known = self.read.birthdays.get(customer as usize).copied();
        known.filter(|day| *day != Day::NEVER)
    }
}

impl Read {
    fn of(&self, customer: u32) -> &[Fact] {
        let at = customer as usize;
        match (self.offsets.get(at), self.offsets.get(at + 1)) {
            (Some(&from), Some(&to)) => &self.facts[from..to],
            _ => &[],
        }
    }
}

/// Puts the facts of the customers from `first` on where the offsets say that they belong.
fn place(
    rows: impl Iterator<Item = (u32, Fact)>,
    offsets: &[usize],
    first: usize,
    facts: &mut [Fact],
) {
    let base = offsets.first().copied().unwrap_or(0);
    let mut next: Vec<usize> = offsets.iter().map(|offset| offset - base).collect();
    // The last offset is where the customer behind them begins.
    next.pop();
    for (customer, fact) in rows {
        let at = (customer as usize).checked_sub(first).and_then(|at| next.get_mut(at));
        if let Some(at) = at {
            facts[*at] = fact;
            *at += 1;
        }
    }
}

/// The part of each customer, to be sorted on its own.
fn parts<'a>(offsets: &[usize], facts: &'a mut [Fact]) -> Vec<&'a mut [Fact]> {
    let mut rest = facts;
    let mut parts = Vec::with_capacity(offsets.len());
    for pair in offsets.windows(2) {
        let (part, behind) = rest.split_at_mut(pair[1] - pair[0]);
        parts.push(part);
        rest = behind;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_are_found_by_customer_and_sorted_by_day() {
        let at = |day, deed| Fact { day: Day(day), deed };
        let rows = [
            (1, at(5, Deed::Left)),
            (0, at(3, Deed::Came)),
            (1, at(2, Deed::Came)),
            (7, at(1, Deed::Came)),
        ];
        let facts = Facts::new(3, rows.into_iter(), [(2, Day(-9_000)), (9, Day(0))]);
        assert_eq!(facts.of(1), [at(2, Deed::Came), at(5, Deed::Left)]);
        assert_eq!((facts.of(2).len(), facts.of(7).len(), facts.len()), (0, 0, 3));
        assert_eq!((facts.birthday(2), facts.birthday(1)), (Some(Day(-9_000)), None));
    }

    #[test]
    fn facts_of_one_customer_are_spliced_in() {
        let at = |day| Fact { day: Day(day), deed: Deed::Came };
        let rows = |own: &[i32]| -> Vec<(u32, Fact)> {
            let own = own.iter().map(|day| (1, at(*day)));
            [(0, at(1)), (2, at(2)), (2, at(3))].into_iter().chain(own).collect()
        };
        let made = |own: &[i32]| Facts::new(3, rows(own).into_iter(), [(1, Day(-5))]);
        for own in [&[][..], &[7], &[9, 4, 5]] {
            let spliced = made(&[8, 6]).with(1, own.iter().map(|day| at(*day)).collect());
            let fresh = made(own);
            assert!((0..4).all(|customer| spliced.of(customer) == fresh.of(customer)));
            assert_eq!((spliced.len(), spliced.birthday(1)), (fresh.len(), Some(Day(-5))));
        }
        assert_eq!(made(&[1]).with(9, vec![at(1)]).len(), 4, "nobody has that number");
    }

    #[test]
    fn what_was_known_before_the_first_difference_is_the_same() {
        let at = |day| Fact { day: Day(day), deed: Deed::Came };
        let made = |own: &[i32]| Facts::new(1, own.iter().map(|day| (0, at(*day))), []);
        let known = made(&[2, 5, 9]);
        for (other, day) in [
            (&[2, 5, 9][..], None),
            (&[2, 5], Some(9)),
            (&[2, 5, 9, 12], Some(12)),
            (&[2, 7, 9], Some(5)),
            (&[1, 2, 5, 9], Some(1)),
        ] {
            assert_eq!(known.first_difference(&made(other), 0), day.map(Day), "{other:?}");
        }
    }

    #[test]
    fn a_fact_takes_three_words() {
        assert_eq!(size_of::<Fact>(), 24);
    }
}
