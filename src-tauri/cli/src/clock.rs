//! The clock, read nowhere else: the core is told the day and the time.

use chrono::{DateTime, TimeZone, Utc};
use holdfast_core::model::Day;
use std::time::{Duration, Instant};

#[expect(clippy::disallowed_methods, reason = "the one place that asks what time it is")]
fn utc() -> DateTime<Utc> {
    Utc::now()
}

/// Now, in UTC seconds.
pub(crate) fn now() -> i64 {
    utc().timestamp()
}

/// The calendar day it is in this time zone.
pub(crate) fn today(zone: &impl TimeZone) -> Day {
    Day::from(utc().with_timezone(zone).date_naive())
}

/// How long it has been since this was asked for.
pub(crate) fn stopwatch() -> impl Fn() -> Duration {
    let begun = Instant::now();
    move || begun.elapsed()
}
