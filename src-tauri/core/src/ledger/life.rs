//! The dates of a subscription without a change log: from when to when it pays (metrics.md 2).
//!
//! - A trial with an end date pays from that date on; without one it pays when its status says so.
//! - A scheduled cancellation pays until the end date; if only the wish is known, until the end of
//!   the current billing period, and on if that is unknown. Over without an end date: it ended on
//!   the day of the request; without that either its end is unknown ([`Reading::NoEnd`]).
//! - Past due counts for the days of grace from the first unpaid day `p`; `p` is the start of the
//!   unpaid billing period, unknown, the day of import.
//! - Paused pays nothing; a pause without a date begins as `p` does.

use super::rows::SubscriptionRow;
use crate::model::{Day, Policy, Status};

/// What the dates of a subscription come to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Reading {
    /// It pays, if its price is above 0.
    Pays(Life),
    /// It never paid.
    Never,
    /// It is over, and nobody knows since when.
    NoEnd,
}

/// The dates of a subscription that pays.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Life {
    /// First day it pays.
    pub(super) from: Day,
    /// First day without it; `NEVER` when none is known.
    pub(super) to: Day,
    /// First day on which it is known to end.
    pub(super) committed_to: Day,
    /// First paused day; `NEVER` when it is not.
    pub(super) paused: Day,
    /// Ends while a payment is due.
    pub(super) unpaid: bool,
}

impl Life {
    /// Reads the dates of a row.
    pub(super) fn of(row: &SubscriptionRow, policy: &Policy) -> Reading {
        if row.status == Status::Pending {
            return Reading::Never;
        }
        let Some(end) = end(row) else {
            return Reading::NoEnd;
        };
        let Some(from) = first_paying_day(row) else {
            return Reading::Never;
        };
        let due = unpaid_from(row).map(|day| day.max(from));
        let to = due.map_or(end, |due| end.min(lapses(due, policy)));
        if to <= from {
            return Reading::Never;
        }
        let paused = paused_from(row).filter(|day| *day < to).unwrap_or(Day::NEVER);
        if paused <= from {
            return Reading::Never;
        }
        Reading::Pays(Self {
            from,
            to,
            committed_to: wished_on(row, end).unwrap_or(to).min(to),
            paused,
            unpaid: due.is_some_and(|due| due <= to),
        })
    }
}

/// The trial of a row: its first day and the first day after it (`NEVER` without one).
pub(super) fn trial(row: &SubscriptionRow) -> Option<(Day, Day)> {
    if row.status == Status::Pending {
        return None;
    }
    let implied = row.trial_end.is_some() || row.status == Status::Trialing;
    let begins = row.trial_start.or_else(|| implied.then_some(row.start))?;
    let ends = row.trial_end.unwrap_or(Day::NEVER);
    let over_before = row.ended.is_some_and(|ended| ended <= begins);
    (begins < ends && !over_before).then_some((begins, ends))
}

/// The first day on which a subscription that is due since `due` no longer counts.
pub(super) fn lapses(due: Day, policy: &Policy) -> Day {
    due.plus(i32::from(policy.grace_days))
}

/// The first day it pays; `None` for a trial of which no end is known.
pub(super) fn first_paying_day(row: &SubscriptionRow) -> Option<Day> {
    match row.trial_end {
        Some(end) => Some(row.start.max(end)),
        None => (row.status != Status::Trialing).then_some(row.start),
    }
}

/// The first day without it, whatever is due or paused; `None` for one that is over undated.
pub(super) fn end(row: &SubscriptionRow) -> Option<Day> {
    if row.ended.is_some() {
        return row.ended;
    }
    let is_over = matches!(row.status, Status::Canceled | Status::Expired);
    let wish = row.at_period_end
        || row.status == Status::NonRenewing
        || (!is_over && row.cancel_requested.is_some());
    // A billing period that ended before the wish is not the one the wish speaks of.
    let still_ahead = |end: &Day| row.cancel_requested.is_none_or(|asked| asked <= *end);
    match row.period_end.filter(still_ahead) {
        Some(end) if wish => Some(end),
        _ if is_over => row.cancel_requested,
        _ => Some(Day::NEVER),
    }
}

/// The day on which it became known that it will end.
pub(super) fn wished_on(row: &SubscriptionRow, end: Day) -> Option<Day> {
    let is_over = matches!(row.status, Status::Canceled | Status::Expired) && end <= row.seen_on;
    let scheduled = row.at_period_end
        || row.status == Status::NonRenewing
        || (end != Day::NEVER && end > row.seen_on);
    row.cancel_requested.or_else(|| (scheduled && !is_over).then_some(row.seen_on))
}

/// The first unpaid day, where something is due.
pub(super) fn unpaid_from(row: &SubscriptionRow) -> Option<Day> {
    match row.status {
        Status::PastDue => row.past_due_since.or(row.period_start).or(Some(row.seen_on)),
        // Over because it stayed unpaid: the source still says since when.
        Status::Canceled | Status::Expired => row.past_due_since,
        Status::Active
        | Status::Trialing
        | Status::Paused
        | Status::NonRenewing
        | Status::Pending => None,
    }
}

/// The first paused day, where it is paused today.
pub(super) fn paused_from(row: &SubscriptionRow) -> Option<Day> {
    (row.status == Status::Paused)
        .then(|| row.paused_on.or(row.period_start).unwrap_or(row.seen_on))
}

#[cfg(test)]
mod tests {
    use super::super::testing::{day, row};
    use super::*;

    fn life(row: &SubscriptionRow) -> Life {
        match Life::of(row, &Policy::default()) {
            Reading::Pays(life) => life,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_wish_to_cancel_ends_with_the_billing_period() {
        let wish = SubscriptionRow {
            cancel_requested: Some(day("2026-05-10")),
            period_end: Some(day("2026-06-01")),
            ..row("2026-01-01")
        };
        let life = life(&wish);
        assert_eq!((life.committed_to, life.to), (day("2026-05-10"), day("2026-06-01")));
        let unknown = SubscriptionRow { period_end: None, ..wish };
        assert_eq!(super::end(&unknown), Some(Day::NEVER), "and on if that is unknown");
    }

    #[test]
    fn cancelled_with_a_later_end_pays_until_then() {
        let later = SubscriptionRow {
            status: Status::Canceled,
            cancel_requested: Some(day("2026-05-10")),
            ended: Some(day("2026-08-01")),
            ..row("2026-01-01")
        };
        assert_eq!(life(&later).to, day("2026-08-01"));
    }

    #[test]
    fn what_is_over_ended_when_it_was_asked_or_is_left_out() {
        let over = SubscriptionRow { status: Status::Canceled, ..row("2026-01-01") };
        let asked = SubscriptionRow { cancel_requested: Some(day("2026-05-10")), ..over };
        assert_eq!(life(&asked).to, day("2026-05-10"));
        assert_eq!(Life::of(&over, &Policy::default()), Reading::NoEnd);
    }

    #[test]
    fn past_due_counts_through_the_grace() {
        let due = SubscriptionRow {
            status: Status::PastDue,
            period_start: Some(day("2026-06-01")),
            ..row("2026-01-01")
        };
        let life = life(&due);
        assert_eq!((life.to, life.unpaid), (day("2026-07-01"), true));
    }

    #[test]
    fn a_trial_pays_from_its_end_unless_it_has_ended_by_then() {
        let trial = SubscriptionRow {
            status: Status::Trialing,
            trial_end: Some(day("2026-01-15")),
            ..row("2026-01-01")
        };
        assert_eq!(life(&trial).from, day("2026-01-15"));
        let gone = SubscriptionRow { ended: Some(day("2026-01-15")), ..trial };
        assert_eq!(Life::of(&gone, &Policy::default()), Reading::Never);
        let open = SubscriptionRow { trial_end: None, ..trial };
        assert_eq!(Life::of(&open, &Policy::default()), Reading::Never);
    }

    #[test]
    fn what_ends_on_the_day_it_starts_never_was() {
        let none = SubscriptionRow { ended: Some(day("2026-01-01")), ..row("2026-01-01") };
        assert_eq!(Life::of(&none, &Policy::default()), Reading::Never);
    }
}
