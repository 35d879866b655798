//! What is missing in a workspace: kinds of files, months, customers, rates. Pure: [`look`] gets
//! what is there and names what is not.

use crate::model::{Currency, Day, Grain, Period};
use std::collections::{BTreeMap, BTreeSet};

/// Movements a month below which a month without any is nothing unusual.
const LIVELY: usize = 3;

/// What there is.
#[derive(Clone, Debug, Default)]
pub struct Facts<'a> {
    /// Every kind the views speak of, by code.
    pub kinds: Vec<&'a str>,
    /// Those of which something is there.
    pub there: BTreeSet<String>,
    /// Files of subscriptions in which nothing has ended.
    pub without_ended: Vec<String>,
    /// How often anything moved, by month.
    pub movements: BTreeMap<Period, usize>,
    /// Customers of whom no subscription is known.
    pub without_facts: usize,
    /// Addresses that leave open who is one customer.
    pub questions: usize,
    /// Subscriptions by currency that has no rate.
    pub no_rate: Vec<(Currency, usize)>,
    /// Subscriptions that are over and have no date.
    pub no_end: usize,
}

/// One thing that is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lack {
    /// Kinds of files that were never imported and would add answers.
    Kinds(Vec<String>),
    /// Lists of subscriptions that leave out who has left.
    Ended(Vec<String>),
    /// Months in the middle in which nothing moved at all.
    Gaps(Vec<Period>),
    /// Customers of whom no subscription is known.
    Customers(usize),
    /// Addresses that leave open who is one customer.
    Doubts(usize),
    /// Amounts without a rate, by currency.
    Rates(Vec<(Currency, usize)>),
    /// Subscriptions that are over and have no date.
    Dates(usize),
}

impl Lack {
    /// As it crosses to the window.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Kinds(_) => "kinds",
            Self::Ended(_) => "ended",
            Self::Gaps(_) => "gaps",
            Self::Customers(_) => "customers",
            Self::Doubts(_) => "doubts",
            Self::Rates(_) => "rates",
            Self::Dates(_) => "dates",
        }
    }

    /// How many there are of it: kinds, files, months, customers, addresses, subscriptions.
    pub fn count(&self) -> usize {
        match self {
            Self::Kinds(all) | Self::Ended(all) => all.len(),
            Self::Gaps(months) => months.len(),
            Self::Customers(count) | Self::Doubts(count) | Self::Dates(count) => *count,
            Self::Rates(all) => all.iter().map(|(_, count)| count).sum(),
        }
    }
}

/// What is missing: first what makes figures wrong, then what would add some.
pub fn look(facts: &Facts<'_>) -> Vec<Lack> {
    let is_missing = |kind: &&&str| !facts.there.contains(**kind);
    let kinds = facts.kinds.iter().filter(is_missing).map(|kind| (*kind).to_owned());
    let lacks = [
        Lack::Ended(facts.without_ended.clone()),
        Lack::Rates(facts.no_rate.clone()),
        Lack::Dates(facts.no_end),
        Lack::Gaps(gaps(&facts.movements)),
        Lack::Doubts(facts.questions),
        Lack::Customers(facts.without_facts),
        Lack::Kinds(kinds.collect()),
    ];
    lacks.into_iter().filter(|lack| lack.count() > 0).collect()
}

/// How often anything moved, by month, from the days on which it did.
pub fn by_month(days: impl IntoIterator<Item = Day>) -> BTreeMap<Period, usize> {
    let mut months = BTreeMap::new();
    // Days of one customer come in order, so neighbours are mostly of one month.
    let mut last: Option<(Period, usize)> = None;
    for day in days {
        match &mut last {
            Some((month, count)) if month.first() <= day && day <= month.last() => *count += 1,
            _ => {
                if let Some((month, count)) = last.replace((Period::of(Grain::Month, day), 1)) {
                    *months.entry(month).or_default() += count;
                }
            }
        }
    }
    if let Some((month, count)) = last {
        *months.entry(month).or_default() += count;
    }
    months
}

/// Months between the first and the last in which nothing moved, where usually a lot does.
fn gaps(movements: &BTreeMap<Period, usize>) -> Vec<Period> {
    let (Some((first, _)), Some((last, _))) =
        (movements.first_key_value(), movements.last_key_value())
    else {
        return Vec::new();
    };
    let months: Vec<Period> = first.until(*last).collect();
    if movements.values().sum::<usize>() < LIVELY * months.len() {
        return Vec::new();
    }
    months.into_iter().filter(|month| !movements.contains_key(month)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn month(text: &str) -> Period {
        Period::parse(text).unwrap()
    }

    #[test]
    fn a_workspace_in_order_lacks_nothing() {
        let facts = Facts {
            kinds: vec!["customers", "subscriptions"],
            there: ["customers", "subscriptions"].map(str::to_owned).into(),
            movements: [(month("2026-01"), 9), (month("2026-02"), 9)].into(),
            ..Facts::default()
        };
        assert_eq!(look(&facts), []);
    }

    #[test]
    fn every_lack_is_named_with_its_count() {
        let facts = Facts {
            kinds: vec!["customers", "invoices", "tickets"],
            there: ["customers".to_owned()].into(),
            without_ended: vec!["subs.csv".to_owned()],
            movements: [(month("2026-01"), 30), (month("2026-04"), 2)].into(),
            without_facts: 4,
            questions: 3,
            no_rate: vec![
                (Currency::parse("SEK").unwrap(), 5),
                (Currency::parse("USD").unwrap(), 2),
            ],
            no_end: 1,
        };
        let found: Vec<(&str, usize)> =
            look(&facts).iter().map(|lack| (lack.code(), lack.count())).collect();
        let expected = [
            ("ended", 1),
            ("rates", 7),
            ("dates", 1),
            ("gaps", 2),
            ("doubts", 3),
            ("customers", 4),
            ("kinds", 2),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_quiet_month_of_a_small_business_is_no_gap() {
        let quiet = Facts {
            movements: [(month("2026-01"), 2), (month("2026-06"), 2)].into(),
            ..Facts::default()
        };
        assert_eq!(look(&quiet), []);
    }

    proptest! {
        #[test]
        fn months_are_counted_in_any_order(days in prop::collection::vec(19_000..21_000_i32, 0..60)) {
            let counted = by_month(days.iter().map(|day| Day(*day)));
            prop_assert_eq!(counted.values().sum::<usize>(), days.len());
            let mut sorted = days;
            sorted.sort_unstable();
            prop_assert_eq!(by_month(sorted.into_iter().map(Day)), counted);
        }

        #[test]
        fn a_gap_lies_between_months_that_move(
            moved in prop::collection::btree_map(0..60_i32, 1..40_usize, 0..20),
        ) {
            let movements: BTreeMap<Period, usize> =
                moved.iter().map(|(at, n)| (month("2020-01").plus(*at), *n)).collect();
            for gap in gaps(&movements) {
                prop_assert!(!movements.contains_key(&gap));
                prop_assert!(movements.keys().any(|month| *month < gap));
                prop_assert!(movements.keys().any(|month| *month > gap));
            }
        }
    }
}
