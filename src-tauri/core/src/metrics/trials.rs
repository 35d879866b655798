//! Trials and their conversion (metrics.md 7).
//!
//! Conversion of a cohort = customers whose trial began in the period and who paid on a day after
//! it began, by the as-of date / customers whose trial began in the period. Once per customer, and
//! a trial of one who pays already is none (the ledger keeps one trial each). In a segment, a trial
//! belongs by the plan that is tried. Without a trial the rate is absent.

use super::calendar::Calendar;
use super::scope::Scope;
use crate::ledger::Trial;
use crate::model::{Day, Ratio};
use rayon::prelude::*;
use std::ops::Range;

/// Trials below which a second thread costs more than it brings.
const SMALL: usize = 40_000;

/// Trials of one period.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Trials {
    /// Customers whose trial began in the period.
    pub started: i64,
    /// Those of them who have paid since.
    pub converted: i64,
    /// Those who have not, and whose trial is not over.
    pub open: i64,
}

impl Trials {
    /// Converted / started.
    pub fn conversion(&self) -> Option<Ratio> {
        Ratio::of(self.converted, self.started)
    }
}

/// What has become of a trial by the as-of date.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Outcome {
    Converted,
    Open,
    Lost,
}

/// What has become of a trial that has begun by the as-of date.
pub(super) fn outcome(trial: &Trial, as_of: Day) -> Outcome {
    if trial.converts <= as_of {
        Outcome::Converted
    } else if trial.ends > as_of {
        Outcome::Open
    } else {
        Outcome::Lost
    }
}

/// The trials of the scope, with their places in the ledger's list.
pub(super) fn all<'a>(scope: &Scope<'a>) -> impl Iterator<Item = &'a Trial> {
    let members = scope.members;
    let trials = scope.ledger.trials.iter().enumerate();
    trials.filter(move |(at, _)| members.is_none_or(|mask| mask.has_trial(*at))).map(|one| one.1)
}

/// Trials of every period of a calendar.
pub(super) fn by_period(scope: &Scope, calendar: &Calendar) -> Vec<Trials> {
    let trials = &scope.ledger.trials;
    let begin = calendar.first.first();
    let part = |range: Range<usize>| {
        let mut rows = vec![Trials::default(); calendar.len()];
        for at in range.filter(|at| scope.members.is_none_or(|mask| mask.has_trial(*at))) {
            let trial = &trials[at];
            if let Some(row) = rows.get_mut(calendar.ends.seen(trial.begins.0))
                && trial.begins >= begin
            {
                let outcome = outcome(trial, scope.as_of);
                row.started += 1;
                row.converted += i64::from(outcome == Outcome::Converted);
                row.open += i64::from(outcome == Outcome::Open);
            }
        }
        rows
    };
    if trials.len() < SMALL {
        return part(0..trials.len());
    }
    let starts = (0..trials.len()).step_by(SMALL / 2).collect::<Vec<_>>();
    let parts = starts.into_par_iter().map(|at| part(at..trials.len().min(at + SMALL / 2)));
    let add = |mut all: Vec<Trials>, part: Vec<Trials>| {
        for (one, more) in all.iter_mut().zip(part) {
            one.started += more.started;
            one.converted += more.converted;
            one.open += more.open;
        }
        all
    };
    parts.reduce(|| vec![Trials::default(); calendar.len()], add)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::testing::{Business, day};
    use crate::model::{Grain, Status};

    #[test]
    fn four_of_fourteen_convert() {
        let mut business = Business::new();
        for at in 0..14 {
            business = business.pays(&format!("c{at}"), "Pro", 1_000, "2026-03-01", |row| {
                row.trial_start = Some(day("2026-03-01"));
                row.trial_end = Some(day("2026-03-15"));
                if at >= 4 {
                    row.ended = Some(day("2026-03-15"));
                    row.status = Status::Canceled;
                }
            });
        }
        let book = business.book();
        let month = |as_of| {
            let calendar = Calendar::new(Grain::Month, day("2026-03-01"), as_of);
            by_period(&Scope::new(&book, as_of), &calendar)[0]
        };
        let later = month(day("2026-04-30"));
        assert_eq!((later.started, later.converted, later.open), (14, 4, 0));
        assert_eq!(later.conversion().unwrap().scaled(10_000), 2_857);
        let early = month(day("2026-03-10"));
        assert_eq!((early.converted, early.open), (0, 14));
    }
}
