//! A filter over many customers at once, byte by byte, and over one at a time.

use super::node::{Node, began, pays};
use crate::ledger::{Ledger, Trial};
use crate::model::Day;
use std::ops::Range;

/// Where the states of a run of customers begin, and where those of the last one end.
pub(super) fn bounds<'a>(ledger: &'a Ledger, run: &Range<u32>) -> &'a [u32] {
    &ledger.customers.offsets[run.start as usize..=run.end as usize]
}

/// One byte for each customer and one for each state of theirs, of which both must be set; who has
/// none of them belongs to it.
#[derive(Default)]
pub(super) struct Column {
    pub(super) customers: Option<Vec<u8>>,
    pub(super) states: Option<Vec<u8>>,
}

impl Column {
    fn fixed(customers: Vec<u8>) -> Self {
        Self { customers: Some(customers), states: None }
    }

    fn moving(states: Vec<u8>) -> Self {
        Self { customers: None, states: Some(states) }
    }

    /// Both, put together byte by byte.
    fn join(self, other: Self, both: impl Fn(u8, u8) -> u8 + Copy) -> Self {
        let join = |one: Option<Vec<u8>>, other: Option<Vec<u8>>| match (one, other) {
            (Some(mut all), Some(more)) => {
                add(&mut all, &more, both);
                Some(all)
            }
            (one, other) => one.or(other),
        };
        Self {
            customers: join(self.customers, other.customers),
            states: join(self.states, other.states),
        }
    }

    /// The same with one kind of bytes only.
    fn single(self, bounds: &[u32]) -> Self {
        match (self.customers, self.states) {
            (Some(customers), Some(mut states)) => {
                spread(&customers, &mut states, bounds, |one, other| one & other);
                Self::moving(states)
            }
            (None, None) => Self::fixed(vec![1; bounds.len() - 1]),
            (customers, states) => Self { customers, states },
        }
    }

    /// Those who do not belong to it.
    fn not(self, bounds: &[u32]) -> Self {
        let turned = |all: Vec<u8>| all.into_iter().map(|is| is ^ 1).collect();
        let Self { customers, states } = self.single(bounds);
        Self { customers: customers.map(turned), states: states.map(turned) }
    }

    /// Those who belong to any of them.
    fn any(columns: impl Iterator<Item = Self>, bounds: &[u32]) -> Self {
        let singles = columns.map(|column| column.single(bounds));
        let joined = singles.reduce(|one, other| one.join(other, |a, b| a | b));
        let nobody = || Self::fixed(vec![0; bounds.len() - 1]);
        let Self { customers, states } = joined.unwrap_or_else(nobody);
        match (customers, states) {
            (Some(customers), Some(mut states)) => {
                spread(&customers, &mut states, bounds, |a, b| a | b);
                Self::moving(states)
            }
            (customers, states) => Self { customers, states },
        }
    }
}

impl Node<'_> {
    /// Who can belong to it by what never changes; none where nothing can be told from that.
    pub(super) fn fixed(&self, ledger: &Ledger, run: &Range<u32>) -> Option<Vec<u8>> {
        let Self::All(parts) = self else { return None };
        let fixed = parts.iter().filter(|part| !part.moves());
        fixed.filter_map(|part| part.column(ledger, run).customers).reduce(|mut all, more| {
            add(&mut all, &more, |one, other| one & other);
            all
        })
    }

    /// Whether a customer belongs to it in one state of his.
    pub(super) fn holds(&self, ledger: &Ledger, customer: usize, state: usize) -> bool {
        let each = |part: &Self| part.holds(ledger, customer, state);
        let first_paid = || ledger.customers.first_paid[customer];
        match self {
            Self::All(parts) => parts.iter().all(each),
            Self::Any(parts) => parts.iter().any(each),
            Self::Not(inner) => !each(inner),
            Self::Known(attribute, is) => is[attribute.codes[customer] as usize] != 0,
            Self::Plan(is) => is[ledger.states.plan[state] as usize] != 0,
            Self::Mrr(tests) => pays(tests, ledger.states.mrr[state]),
            Self::Cohort(tests) => began(tests, first_paid()),
            Self::NeverPaid => first_paid() == Day::NEVER,
        }
    }

    /// By customer and by state of a run whether they belong to it.
    pub(super) fn column<'n>(&'n self, ledger: &Ledger, run: &Range<u32>) -> Column {
        let customers = run.start as usize..run.end as usize;
        let bounds = bounds(ledger, run);
        let states = || bounds[0] as usize..bounds[run.len()] as usize;
        let first_paid = &ledger.customers.first_paid[customers.clone()];
        let each = |parts: &'n [Self]| parts.iter().map(|part| part.column(ledger, run));
        match self {
            Self::All(parts) => {
                let join = |one: Column, other| one.join(other, |a, b| a & b);
                each(parts).fold(Column::default(), join)
            }
            Self::Any(parts) => Column::any(each(parts), bounds),
            Self::Not(inner) => inner.column(ledger, run).not(bounds),
            Self::Known(attribute, is) => {
                let codes = &attribute.codes[customers];
                Column::fixed(codes.iter().map(|code| is[*code as usize]).collect())
            }
            Self::Plan(is) => {
                let plans = &ledger.states.plan[states()];
                Column::moving(plans.iter().map(|plan| is[*plan as usize]).collect())
            }
            Self::Mrr(tests) => {
                let amounts = &ledger.states.mrr[states()];
                Column::moving(amounts.iter().map(|mrr| u8::from(pays(tests, *mrr))).collect())
            }
            Self::Cohort(tests) => {
                Column::fixed(first_paid.iter().map(|day| u8::from(began(tests, *day))).collect())
            }
            Self::NeverPaid => {
                let never = |day: &Day| u8::from(*day == Day::NEVER);
                Column::fixed(first_paid.iter().map(never).collect())
            }
        }
    }

    /// By trial whether its customer, with the plan that is tried and nothing paid, belongs to it.
    pub(super) fn of_trials(&self, ledger: &Ledger, trials: &[Trial]) -> Vec<u8> {
        let customer = |trial: &Trial| trial.customer as usize;
        let each = |is: &dyn Fn(&Trial) -> u8| trials.iter().map(is).collect();
        let joined = |parts: &[Self], empty: u8, both: fn(u8, u8) -> u8| {
            let mut all = vec![empty; trials.len()];
            parts.iter().for_each(|part| add(&mut all, &part.of_trials(ledger, trials), both));
            all
        };
        match self {
            Self::All(parts) => joined(parts, 1, |one, other| one & other),
            Self::Any(parts) => joined(parts, 0, |one, other| one | other),
            Self::Not(inner) => {
                inner.of_trials(ledger, trials).into_iter().map(|is| is ^ 1).collect()
            }
            Self::Known(attribute, is) => {
                let codes = &attribute.codes;
                trials.iter().map(|trial| is[codes[customer(trial)] as usize]).collect()
            }
            Self::Plan(is) => trials.iter().map(|trial| is[trial.plan as usize]).collect(),
            Self::Mrr(tests) => vec![u8::from(pays(tests, 0)); trials.len()],
            Self::Cohort(tests) => {
                each(&|trial| u8::from(began(tests, ledger.customers.first_paid[customer(trial)])))
            }
            Self::NeverPaid => {
                each(&|trial| u8::from(ledger.customers.first_paid[customer(trial)] == Day::NEVER))
            }
        }
    }
}

/// Puts more bytes to those there are, one by one.
pub(super) fn add(all: &mut [u8], more: &[u8], both: impl Fn(u8, u8) -> u8) {
    all.iter_mut().zip(more).for_each(|(one, other)| *one = both(*one, *other));
}

/// Puts the byte of each customer to the bytes of his states.
fn spread(customers: &[u8], states: &mut [u8], bounds: &[u32], both: impl Fn(u8, u8) -> u8) {
    let base = bounds.first().copied().unwrap_or(0);
    for (own, is) in bounds.windows(2).zip(customers) {
        let own = (own[0] - base) as usize..(own[1] - base) as usize;
        states[own].iter_mut().for_each(|state| *state = both(*state, *is));
    }
}
