//! From rows to the book: spans by customer, then states, in parallel where it pays.

use super::people::People;
use super::prices::Prices;
use super::said::Said;
use super::spans::{Entries, Span};
use super::states::{Fill, Table};
use super::trials::first_of_each;
use super::{Customers, Ledger, Log, Rates, States};
use crate::model::{Day, Policy};
use rayon::prelude::*;
use std::ops::Range;

/// Spans below which a second thread costs more than it brings.
const SMALL: usize = 100_000;

/// What every subscription is read against; shared by the threads that load.
#[derive(Debug)]
pub struct Sources {
    /// Who the accounts are.
    pub people: People,
    /// What terms are worth.
    pub prices: Prices,
    /// What is known of earlier days, [sorted](Log::sorted).
    pub log: Log,
    /// What customers said when they cancelled.
    pub said: Said,
    /// The rules.
    pub policy: Policy,
}

/// The book of everything that was read: `entries` are what each loading thread collected, in
/// order of the ids of their rows.
pub fn build(sources: Sources, entries: Vec<Entries>) -> Ledger {
    let mut parts = entries.into_iter();
    let mut all = parts.next().unwrap_or_default();
    parts.for_each(|part| all.append(part));
    all.own_logs(&sources);
    all.left_out.no_rate.sort_unstable();

    let Sources { people, prices, policy, .. } = sources;
    let (spans, bounds) = by_customer(all.spans, people.ids.len());
    let reasons = all.reasons.into_list();
    let involuntary = reasons.iter().map(|reason| reason.involuntary).collect::<Vec<_>>();
    let table = tables(&spans, &bounds, &involuntary, prices.rates());
    drop((spans, bounds));

    let Table { states, offsets, foreign } = table;
    let states_of = |customer: u32| {
        offsets[customer as usize] as usize..offsets[customer as usize + 1] as usize
    };
    let first_paid = first_paid(&states, &offsets);
    let trials = first_of_each(all.trials, &states, states_of);
    let earliest = first_paid.iter().min().copied().filter(|day| *day != Day::NEVER);
    let currency = prices.currency();
    let (plans, rates) = prices.into_names();
    Ledger {
        first_paid: earliest,
        currency,
        policy,
        customers: Customers { id: people.ids, first_paid, attributes: people.attributes, offsets },
        states,
        foreign: foreign.with_rates(rates),
        plans,
        reasons,
        trials,
        left_out: all.left_out,
    }
}

/// The first state of a customer is the one of his first paying day.
fn first_paid(states: &States, offsets: &[u32]) -> Vec<Day> {
    let first = |bounds: &[u32]| match bounds {
        &[from, to] if from < to => Day(states.day[from as usize]),
        _ => Day::NEVER,
    };
    offsets.windows(2).map(first).collect()
}

/// Brings the spans of each customer together, keeping the order they came in, and says where
/// those of each begin.
fn by_customer(spans: Vec<Span>, customers: usize) -> (Vec<Span>, Vec<u32>) {
    let mut bounds = vec![0_u32; customers + 1];
    for span in &spans {
        bounds[span.customer as usize + 1] += 1;
    }
    for at in 1..bounds.len() {
        bounds[at] += bounds[at - 1];
    }
    if spans.is_sorted_by_key(|span| span.customer) {
        return (spans, bounds);
    }
    let mut next = bounds.clone();
    let Some(&any) = spans.first() else {
        return (spans, bounds);
    };
    let mut sorted = vec![any; spans.len()];
    for span in spans {
        let place = &mut next[span.customer as usize];
        sorted[*place as usize] = span;
        *place += 1;
    }
    (sorted, bounds)
}

/// The states of all customers: one run of customers each for a few threads, then joined.
fn tables(spans: &[Span], bounds: &[u32], involuntary: &[bool], rates: &Rates) -> Table {
    let customers = bounds.len() - 1;
    let fill = |range: Range<usize>| {
        let runs = bounds[range.start..=range.end].windows(2);
        let room = spans.len() / customers.max(1) * range.len() * 2;
        let mut fill = Fill::new(room, involuntary, rates);
        runs.for_each(|run| fill.customer(&spans[run[0] as usize..run[1] as usize]));
        fill.table
    };
    if spans.len() < SMALL {
        return fill(0..customers);
    }
    let runs = rayon::current_num_threads() * 2;
    let step = customers.div_ceil(runs.max(1)).max(1);
    let starts = (0..customers).step_by(step).collect::<Vec<_>>();
    let parts = starts.into_par_iter().map(|at| fill(at..customers.min(at + step)));
    Table::join(parts.collect())
}
