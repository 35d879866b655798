//! Who is on a list, in its own order.

use super::super::frame::Frame;
use super::named::{KINDS, Movement, Named, Part, Whose};
use super::rows::Entry;
use crate::Result;
use crate::metrics::explain::{By, Metric, explain};
use crate::metrics::{self, Kind, Measure, Member, Moved, Revalued};
use crate::model::{Day, Period};

impl Named {
    /// Who is on it, in its own order.
    pub(super) fn entries(&self, frame: &Frame<'_>) -> Result<Vec<Entry>> {
        Ok(match self {
            Self::Customers(whose) => customers(frame, *whose),
            Self::WithoutFacts => {
                let mut entries = customers(frame, Whose::All);
                let ledger = &frame.book.ledger;
                entries.retain(|entry| ledger.states_of(entry.customer).is_empty());
                entries
            }
            Self::Moved(period, what) => moved(frame, *period, *what),
            Self::Revalued(period) => {
                let all = metrics::revalued(&frame.scope(), *period);
                by_size(all.iter().map(|one| of_exchange(frame, one)).collect())
            }
            Self::Churned(period, reason) => {
                let all = metrics::churned(&frame.scope(), *period);
                let mut entries: Vec<Entry> =
                    all.iter().map(|one| of_move(frame, one, 1)).collect();
                entries.retain(|entry| reason.is_none_or(|reason| reason == entry.reason));
                by_size(entries)
            }
            Self::Cohort(cohort, k, part) => cohort_entries(frame, *cohort, *k, *part),
            Self::Input(metric, period, input) => input_entries(frame, *metric, *period, input),
        })
    }
}

/// Everyone on the last day of the focus that has come; in a segment, who is in it then (who has
/// left by the plan of his last day).
fn customers(frame: &Frame<'_>, whose: Whose) -> Vec<Entry> {
    let ledger = &frame.book.ledger;
    let day = frame.book.as_of;
    let scope = frame.scope();
    let all = 0..u32::try_from(ledger.len()).unwrap_or(u32::MAX);
    let entries = all.filter_map(|customer| {
        let inside = match ledger.state_on(customer, day) {
            Some(state) => scope.has(customer, state),
            None => scope.members.is_none(),
        };
        let entry = inside.then(|| Entry::on(frame, customer, day))?;
        whose.has(entry.status).then_some(entry)
    });
    let mut entries: Vec<Entry> = entries.collect();
    entries.sort_by_key(|entry| (entry.status, std::cmp::Reverse(entry.amount)));
    entries
}

fn moved(frame: &Frame<'_>, period: Period, what: Movement) -> Vec<Entry> {
    let gain =
        |kind| matches!(kind, Kind::New | Kind::Expansion | Kind::Reactivation | Kind::Entered);
    let mut all = metrics::moved(&frame.scope(), period);
    all.retain(|one| match what {
        Movement::All => true,
        Movement::Net => !matches!(one.kind, Kind::Entered | Kind::Left),
        Movement::Gained => gain(one.kind),
        Movement::Lost => !gain(one.kind),
        Movement::One(kind) => kind == one.kind,
    });
    let place = |kind| KINDS.iter().position(|(_, known)| *known == kind);
    all.sort_by_key(|one| (place(one.kind), std::cmp::Reverse(one.amount)));
    all.iter().map(|one| of_move(frame, one, if gain(one.kind) { 1 } else { -1 })).collect()
}

/// A movement as a row; `sign` is what its amount counts as in the sum.
fn of_move(frame: &Frame<'_>, one: &Moved, sign: i64) -> Entry {
    let states = &frame.book.ledger.states;
    let role = match one.kind {
        Kind::New => "movement-new",
        Kind::Expansion => "movement-expansion",
        Kind::Reactivation => "movement-reactivation",
        Kind::Contraction => "movement-contraction",
        Kind::Churn => "movement-churn",
        Kind::Entered => "movement-entered",
        Kind::Left => "movement-left",
    };
    Entry {
        amount: sign * one.amount,
        role,
        day: one.on,
        from: one.from,
        to: one.to,
        plan: states.plan[one.state],
        reason: states.reason[one.state],
        ..Entry::on(frame, one.customer, frame.book.as_of)
    }
}

fn of_exchange(frame: &Frame<'_>, one: &Revalued) -> Entry {
    Entry {
        amount: one.amount,
        role: "movement-fx",
        from: one.from,
        to: one.to,
        plan: frame.book.ledger.states.plan[one.state],
        ..Entry::on(frame, one.customer, frame.book.as_of)
    }
}

fn cohort_entries(frame: &Frame<'_>, cohort: Period, k: usize, part: Part) -> Vec<Entry> {
    let day = frame.last_day(cohort.plus(i32::try_from(k).unwrap_or(i32::MAX / 2)));
    let members = metrics::cohort_members(&frame.scope(), cohort, k, Measure::NetMrr);
    let wanted = members.iter().filter(|member| match part {
        Part::Here => member.there,
        Part::Gone => !member.there,
        Part::All => true,
    });
    // The cell, and so its list, stands at the exchange rates of the cohort's own period.
    let entry =
        |member: &Member| Entry { amount: member.value, ..Entry::on(frame, member.customer, day) };
    by_size(wanted.map(entry).collect())
}

fn input_entries(frame: &Frame<'_>, metric: Metric, period: Period, input: &str) -> Vec<Entry> {
    let Some(explained) = explain(&frame.scope(), metric, period) else {
        return Vec::new();
    };
    let Some(input) = explained.inputs.iter().find(|known| known.name == input) else {
        return Vec::new();
    };
    let own = explained.customers.iter().filter(|one| input.roles.contains(&one.role));
    let day = frame.last_day(period);
    let entry = |one: &metrics::explain::Listed| Entry {
        amount: match input.by {
            By::Sum => one.amount.unwrap_or(0),
            By::Count => mrr_on(frame, one.customer, day),
        },
        role: role_key(one.role),
        ..Entry::on(frame, one.customer, day)
    };
    by_size(own.map(entry).collect())
}

fn mrr_on(frame: &Frame<'_>, customer: u32, day: Day) -> i64 {
    frame.book.ledger.worth_on(customer, day).mrr
}

/// The catalogue key of a role.
fn role_key(role: &str) -> &'static str {
    const ROLES: [(&str, &str); 24] = [
        ("start", "role-start"),
        ("end", "role-end"),
        ("new", "role-new"),
        ("expansion", "role-expansion"),
        ("reactivation", "role-reactivation"),
        ("contraction", "role-contraction"),
        ("churn", "role-churn"),
        ("entered", "role-entered"),
        ("left", "role-left"),
        ("fx", "role-fx"),
        ("kept", "role-kept"),
        ("gained", "role-gained"),
        ("lost", "role-lost"),
        ("then", "role-then"),
        ("now", "role-now"),
        ("lesser", "role-lesser"),
        ("committed", "role-committed"),
        ("joined_and_left", "role-joined_and_left"),
        ("converted", "role-converted"),
        ("still_open", "role-still_open"),
        ("not_converted", "role-not_converted"),
        ("churned_in_6_months", "role-churned_in_6_months"),
        ("there_in_6_months", "role-there_in_6_months"),
        ("", "absent"),
    ];
    ROLES.iter().find(|(known, _)| *known == role).map_or("absent", |(_, key)| key)
}

fn by_size(mut entries: Vec<Entry>) -> Vec<Entry> {
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.amount.abs()));
    entries
}
