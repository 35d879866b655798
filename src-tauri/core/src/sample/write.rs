//! The sample into a workspace of its own: one change, all of it or nothing.

use super::{Answer, Event, Purchase, Sample, Spec, asked, generate, rewards};
use crate::model::{Day, Money, PlanChange, Subscription};
use crate::store::{
    Act, Founding, Store, account, answer, event, plan, plan_change, purchase, rate, referral,
    setting, source, subscription,
};
use crate::voice::Voice;
use crate::{Error, Result};
use rusqlite::Transaction;
use rust_decimal::Decimal;
use std::path::Path;

/// What the change that brought the sample is called; an import can be undone, this one cannot.
pub(super) const KIND: &str = "sample";

/// Files no exporter claims share a source without a name; the sample is one of them.
const SOURCE: &str = "";

/// The day of a rate that holds from the beginning, as in the settings: before all data.
const FIRST_DAY: Day = Day(0);

pub(super) const SECONDS_A_DAY: i64 = 86_400;

/// Makes a workspace file with the sample in it, seen from the sample's last day. `name` is what
/// the user calls it.
///
/// # Errors
/// Those of [`Store::create`] and [`Store::write`]; nothing is left behind then.
pub fn create(path: &Path, spec: &Spec, name: &str) -> Result<Store> {
    let sample = generate(spec);
    let time_zone = chrono_tz::Europe::Amsterdam;
    let founding = Founding { name: name.to_owned(), currency: sample.currency, time_zone };
    let store = Store::create(path, &founding)?;
    if let Err(error) = write(&store, &sample) {
        drop(store);
        std::fs::remove_file(path).ok();
        return Err(error);
    }
    Ok(store)
}

/// Writes the sample into an empty workspace, dated on the sample's last day, and fixes the day the
/// workspace is seen from. What customers took for their points comes after the rest: it goes by what
/// they had.
///
/// # Errors
/// Those of [`Store::write`]; nothing has changed then.
pub fn write(store: &Store, sample: &Sample) -> Result<()> {
    let at = i64::from(sample.last_day.0) * SECONDS_A_DAY;
    store.write(&Act { kind: KIND, label: KIND, at }, |tx, _| {
        let settings = setting::read(tx)?;
        setting::write(tx, &setting::Settings { as_of: Some(sample.last_day), ..settings })?;
        rates(tx, sample)?;
        let ids = Ids { accounts: accounts(tx, sample)?, plans: plans(tx, sample)? };
        subscriptions(tx, sample, &ids)?;
        changes(tx, sample, &ids)?;
        events(tx, sample, &ids)?;
        answers(tx, sample, &ids)?;
        purchases(tx, sample, &ids)?;
        referrals(tx, sample, &ids)?;
        rewards::offer(tx, sample.last_day)
    })?;
    rewards::take(store, sample)
}

/// What the workspace of the sample is called in the user's language: `Fjordlight (sample)`.
pub fn name(voice: &Voice) -> String {
    voice.say("sample-name", &[])
}

/// What has to be added to a place in the sample to get the id in the store: rows of one table
/// are written in a row.
struct Ids {
    accounts: i64,
    plans: i64,
}

fn rates(tx: &Transaction<'_>, sample: &Sample) -> Result<()> {
    sample.rates.iter().try_for_each(|one| {
        let value: Decimal = one.rate.parse().map_err(|_| Error::Unexpected(one.rate.into()))?;
        rate::set(tx, rate::Rate { currency: one.currency, day: FIRST_DAY, rate: value })
    })
}

fn accounts(tx: &Transaction<'_>, sample: &Sample) -> Result<i64> {
    let source = source::find_or_add(tx, SOURCE)?;
    let mut rows = account::Inserter::new(tx)?;
    for account in &sample.accounts {
        rows.push(&account::New { source, customer: None, account })?;
    }
    Ok(rows.finish()?.0 - 1)
}

fn plans(tx: &Transaction<'_>, sample: &Sample) -> Result<i64> {
    let source = source::find_or_add(tx, SOURCE)?;
    let mut rows = plan::Inserter::new(tx)?;
    for plan in &sample.plans {
        rows.push(&(source, plan))?;
    }
    Ok(rows.finish()?.0 - 1)
}

fn subscriptions(tx: &Transaction<'_>, sample: &Sample, ids: &Ids) -> Result<()> {
    let mut rows = subscription::Inserter::new(tx)?;
    for one in &sample.subscriptions {
        let mut row = Subscription { account: one.account + ids.accounts, ..one.clone() };
        row.terms.plan = one.terms.plan.map(|plan| plan + ids.plans);
        rows.push(&row)?;
    }
    rows.finish().map(drop)
}

fn changes(tx: &Transaction<'_>, sample: &Sample, ids: &Ids) -> Result<()> {
    let mut rows = plan_change::Inserter::new(tx)?;
    for one in &sample.changes {
        let mut change = PlanChange { account: one.account + ids.accounts, ..one.clone() };
        change.terms.plan = one.terms.plan.map(|plan| plan + ids.plans);
        // No file brought it: what is imported later is new.
        rows.push(&plan_change::New { change: &change, hash: 0 })?;
    }
    rows.finish().map(drop)
}

fn events(tx: &Transaction<'_>, sample: &Sample, ids: &Ids) -> Result<()> {
    let mut rows = event::Inserter::new(tx)?;
    for Event { account, day, kind, detail } in &sample.events {
        let (kind, detail) = ((*kind).to_owned(), detail.map(str::to_owned));
        rows.push(&event::Event { account: account + ids.accounts, day: *day, kind, detail })?;
    }
    rows.finish().map(drop)
}

fn answers(tx: &Transaction<'_>, sample: &Sample, ids: &Ids) -> Result<()> {
    let mut rows = answer::Inserter::new(tx)?;
    for Answer { account, survey, wave, day, score, items, comment } in &sample.answers {
        let [quality, service, experience] = items.map_or([None; 3], |items| items.map(Some));
        rows.push(&answer::Answer {
            account: account.map(|account| account + ids.accounts),
            survey: (*survey).to_owned(),
            wave: Some(wave.clone()),
            day: *day,
            score: *score,
            quality,
            service,
            experience,
            comment: comment.map(str::to_owned),
            category: None,
        })?;
    }
    let (first, _) = rows.finish()?;
    asked::invite(tx, sample, ids.accounts)?;
    asked::wishes(tx, sample, ids.accounts, first)
}

fn purchases(tx: &Transaction<'_>, sample: &Sample, ids: &Ids) -> Result<()> {
    let mut rows = purchase::Inserter::new(tx)?;
    for Purchase { account, day, amount, currency, visits } in &sample.purchases {
        let amount = Money::new(*amount, *currency);
        let account = account + ids.accounts;
        rows.push(&purchase::Purchase { account, day: *day, amount, visits: *visits })?;
    }
    rows.finish().map(drop)
}

fn referrals(tx: &Transaction<'_>, sample: &Sample, ids: &Ids) -> Result<()> {
    let mut rows = referral::Inserter::new(tx)?;
    for one in &sample.referrals {
        let (referrer, referred) = (one.referrer + ids.accounts, one.referred + ids.accounts);
        rows.push(&referral::Referral { referrer, referred, day: one.day })?;
    }
    rows.finish().map(drop)
}
