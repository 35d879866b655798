//! What moved for one customer, from day to day.

use crate::ledger::Ledger;
use crate::model::{Day, Grain, Period};

/// One step of his MRR.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Change {
    pub(super) day: Day,
    pub(super) from: i64,
    pub(super) to: i64,
    pub(super) plan: u32,
    pub(super) reason: u32,
    /// Catalogue key of the movement.
    pub(super) kind: &'static str,
}

/// What moved from day to day, oldest first: states that differ in MRR or in being there. Where
/// exchange rates change, a movement is taken at those of the day before, and what they did by
/// themselves is told by month.
pub(super) fn changes(ledger: &Ledger, dense: u32, as_of: Day) -> Vec<Change> {
    let foreign = ledger.foreign.find(dense).is_some();
    let mut told = Told { ledger, dense, changes: Vec::new(), state: None };
    for at in ledger.states_of(dense) {
        let day = Day(ledger.states.day[at]);
        if day > as_of {
            break;
        }
        if foreign {
            told.exchange_until(day.plus(-1));
        }
        told.state(at, day);
    }
    if foreign {
        told.exchange_until(as_of);
    }
    told.changes
}

/// What has moved so far.
struct Told<'a> {
    ledger: &'a Ledger,
    dense: u32,
    changes: Vec<Change>,
    /// The state he is in.
    state: Option<usize>,
}

impl Told<'_> {
    fn state(&mut self, at: usize, day: Day) {
        let states = &self.ledger.states;
        let (from, to) = (self.mrr(), self.ledger.worth(self.dense, at, day.plus(-1)).mrr);
        let there = self.state.is_some_and(|state| states.is_present(state));
        let present = states.is_present(at);
        let kind = match (there, present) {
            (false, true) if self.state.is_some() => "movement-reactivation",
            (false, true) => "movement-new",
            (true, false) => "movement-churn",
            _ if to > from => "movement-expansion",
            _ => "movement-contraction",
        };
        if to != from || there != present {
            let (plan, reason) = (states.plan[at], states.reason[at]);
            self.changes.push(Change { day, from, to, plan, reason, kind });
        }
        self.state = Some(at);
    }

    /// What exchange rates did to what he pays, at the end of every month and on this day.
    fn exchange_until(&mut self, day: Day) {
        let (Some(state), Some(last)) = (self.state, self.changes.last()) else {
            return;
        };
        if last.day > day {
            return;
        }
        let months = Period::of(Grain::Month, last.day).until(Period::of(Grain::Month, day));
        for on in months.map(|month| month.last().min(day)) {
            let (from, to) = (self.mrr(), self.ledger.worth(self.dense, state, on).mrr);
            if from != to {
                let (plan, kind) = (self.ledger.states.plan[state], "movement-fx");
                self.changes.push(Change { day: on, from, to, plan, reason: 0, kind });
            }
        }
    }

    fn mrr(&self) -> i64 {
        self.changes.last().map_or(0, |change| change.to)
    }
}

/// Of the changes of a day the last one: each step stands on its own day.
pub(super) fn last_of_each_day(changes: &[Change]) -> impl Iterator<Item = &Change> {
    changes.chunk_by(|one, next| one.day == next.day).filter_map(<[Change]>::last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::testing::{Business, day};
    use crate::model::Currency;

    #[test]
    fn rates_move_him_at_the_end_of_a_month_and_never_in_what_he_did() {
        let business = Business::new()
            .rate_from("USD", "2026-01-01", "0.90")
            .rate_from("USD", "2026-02-10", "0.95")
            .rate_from("USD", "2026-04-02", "0.50")
            .pays_in("USD", "ann", 10_000, "2026-01-05")
            .pays("ann", "Pro", 2_000, "2026-02-20", |row| {
                row.terms.currency = Currency::parse("USD").unwrap();
                row.ended = Some(day("2026-04-10"));
            });
        let book = business.book();
        let changes = changes(&book, 0, day("2026-05-15"));
        let told = changes.iter().map(|one| (one.day.to_string(), one.kind, one.from, one.to));
        let told: Vec<_> = told.collect();
        let line = |on: &str, kind, from, to| (on.to_owned(), kind, from, to);
        let expected = [
            line("2026-01-05", "movement-new", 0, 9_000),
            // At the rate of the day before, so what rates did comes first.
            line("2026-02-19", "movement-fx", 9_000, 9_500),
            line("2026-02-20", "movement-expansion", 9_500, 11_400),
            line("2026-04-09", "movement-fx", 11_400, 6_000),
            line("2026-04-10", "movement-contraction", 6_000, 5_000),
        ];
        assert_eq!(told, expected);
        assert_eq!(changes.last().map(|one| one.to), Some(book.worth_on(0, day("2026-05-15")).mrr));
    }

    #[test]
    fn who_pays_in_the_workspaces_currency_knows_no_rates() {
        let book = Business::new().until("ann", 1_000, "2026-01-05", "2026-03-05").book();
        let told = changes(&book, 0, day("2026-05-15"));
        let kinds = told.iter().map(|one| (one.kind, one.to)).collect::<Vec<_>>();
        assert_eq!(kinds, [("movement-new", 1_000), ("movement-churn", 0)]);
    }
}
