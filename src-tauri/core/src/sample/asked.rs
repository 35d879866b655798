//! The survey of the running quarter with whom it was sent to, and the features that are missed in
//! the answers.

use super::{Answer, Sample};
use crate::Result;
use crate::model::{Day, Grain, Period, Subscription};
use crate::store::feature::{self, State};
use crate::store::theme::Said;
use crate::store::{survey, wave};
use crate::survey::Survey;
use rusqlite::Transaction;

/// What is missed, by the words of those who miss it.
const MISSED: [(&str, &str); 3] = [
    ("Bookkeeping export", "Still no link to our accounting."),
    ("Phone app", "Would be great with an app for the phone."),
    ("Clearer calendar", "Good, but the calendar could be clearer."),
];

/// The first one was shipped so many days before the last day.
const SHIPPED_BEFORE: i32 = 8;

/// Describes the survey and invites everybody who pays at the start of the quarter's second month,
/// when it is sent. `accounts` is what has to be added to a place in the sample to get an id.
pub(super) fn invite(tx: &Transaction<'_>, sample: &Sample, accounts: i64) -> Result<()> {
    let quarter = Period::of(Grain::Quarter, sample.last_day);
    let sent = quarter.first().plus_months(1);
    let name = super::opinion::NPS;
    if sent > sample.last_day || !sample.answers.iter().any(|answer| answer.survey == name) {
        return Ok(());
    }
    let survey = survey::add(tx, &Survey::implied(name, true, false))?;
    let (first, last) = (quarter.first(), quarter.last());
    let wave =
        wave::add(tx, &wave::Wave { id: 0, survey, name: quarter.to_string(), first, last })?;
    let mut invited: Vec<i64> =
        sample.subscriptions.iter().filter(|it| pays(it, sent)).map(|it| it.account).collect();
    invited.sort_unstable();
    invited.dedup();
    invited.iter_mut().for_each(|account| *account += accounts);
    wave::invite(tx, wave, sent, &invited)
}

/// Whether a subscription is paid for on a day, as its dates tell.
fn pays(one: &Subscription, day: Day) -> bool {
    let from = one.trial_end.map_or(one.start, |end| end.max(one.start));
    from <= day && one.ended.is_none_or(|ended| ended > day)
}

/// Notes who misses what; `first` is the id of the first answer.
pub(super) fn wishes(
    tx: &Transaction<'_>,
    sample: &Sample,
    accounts: i64,
    first: i64,
) -> Result<()> {
    for (at, (name, words)) in MISSED.iter().enumerate() {
        let asked = (first..).zip(&sample.answers).filter(|(_, one)| one.comment == Some(*words));
        let asked: Vec<(i64, &Answer)> = asked.collect();
        if asked.is_empty() {
            continue;
        }
        let feature = feature::add(tx, name)?;
        for (id, one) in asked {
            let account = one.account.map(|account| account + accounts);
            feature::request(tx, feature, account, Some(Said::Answer(id)), one.day)?;
        }
        let state = match at {
            0 => State::Shipped(sample.last_day.plus(-SHIPPED_BEFORE)),
            1 => State::Planned,
            _ => State::Asked,
        };
        feature::set_state(tx, feature, state)?;
    }
    Ok(())
}
