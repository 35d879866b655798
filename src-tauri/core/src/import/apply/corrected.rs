//! What was corrected by hand outlives the file it corrects: a value stays as it was corrected for as
//! long as the file says what it said before. Says the file something new, the file counts.

use super::super::facts::Facts;
use crate::Result;
use crate::model::{Account, Day, Subscription};
use crate::store::Connection;
use crate::store::fact::{Fact, Value};
use crate::store::trace::{Values, corrected};
use serde_json::{Value as Json, json};
use std::collections::{BTreeMap, BTreeSet};

/// Puts corrections of a subscription into what a file says of it.
pub(super) fn subscription(
    conn: &Connection,
    id: i64,
    stored: &Subscription,
    facts: &mut Subscription,
) -> Result<()> {
    let before = corrected(conn, "subscription", id)?;
    let number = |day: Option<Day>| json!(day.map(|day| day.0));
    macro_rules! keep {
        ($($column:literal $now:expr => $($place:ident).+;)*) => {
            $(if says(&before, $column, &$now) { facts.$($place).+ = stored.$($place).+.clone(); })*
        };
    }
    keep! {
        "plan" json!(facts.terms.plan) => terms.plan;
        "amount" json!(facts.terms.amount) => terms.amount;
        "mrr" json!(facts.terms.mrr) => terms.mrr;
        "currency" json!(facts.terms.currency.code()) => terms.currency;
        "unit" json!(facts.terms.interval.unit.code()) => terms.interval.unit;
        "unit_count" json!(facts.terms.interval.count) => terms.interval.count;
        "listed" json!(i64::from(facts.terms.listed)) => terms.listed;
        "quantity" json!(facts.terms.quantity) => terms.quantity;
        "discount" json!(facts.terms.discount) => terms.discount;
        "status" json!(facts.status.code()) => status;
        "start" json!(facts.start.0) => start;
        "trial_start" number(facts.trial_start) => trial_start;
        "trial_end" number(facts.trial_end) => trial_end;
        "period_start" number(facts.period_start) => period_start;
        "period_end" number(facts.period_end) => period_end;
        "at_period_end" json!(i64::from(facts.at_period_end)) => at_period_end;
        "cancel_requested" number(facts.cancel_requested) => cancel_requested;
        "ended" number(facts.ended) => ended;
        "past_due_since" number(facts.past_due_since) => past_due_since;
        "paused_on" number(facts.paused_on) => paused_on;
        "cancel_reason" json!(facts.cancel_reason) => cancel_reason;
    }
    if facts.status == stored.status {
        facts.seen_on = stored.seen_on;
    }
    Ok(())
}

/// Puts corrections of an account into what a file says of it.
pub(super) fn account(
    conn: &Connection,
    id: i64,
    stored: &Account,
    facts: &mut Account,
) -> Result<()> {
    let before = corrected(conn, "account", id)?;
    let number = |day: Option<Day>| json!(day.map(|day| day.0));
    macro_rules! keep {
        ($($column:literal $now:expr => $place:ident;)*) => {
            $(if says(&before, $column, &$now) { facts.$place = stored.$place.clone(); })*
        };
    }
    keep! {
        "name" json!(facts.name) => name;
        "email" json!(facts.email) => email;
        "company" json!(facts.company) => company;
        "country" json!(facts.country) => country;
        "created" number(facts.created) => created;
        "birthday" number(facts.birthday) => birthday;
        "card_expires" number(facts.card_expires) => card_expires;
        "tags" json!(facts.tags) => tags;
    }
    if let Some(before) = before.get("attributes") {
        labels(before, &stored.attributes, &mut facts.attributes);
    }
    Ok(())
}

/// The same for labels, each by itself: as one was corrected another may be new, or of a file.
fn labels(before: &Json, stored: &[(String, String)], said: &mut Vec<(String, String)>) {
    let before: BTreeMap<String, String> =
        before.as_str().and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default();
    let stored: BTreeMap<&String, &String> =
        stored.iter().map(|(name, value)| (name, value)).collect();
    let file: BTreeMap<String, String> = std::mem::take(said).into_iter().collect();
    let names: BTreeSet<&String> = file.keys().chain(stored.keys().copied()).collect();
    let value = |name: &String| {
        let kept = file.get(name) == before.get(name);
        let value = if kept { stored.get(name).copied() } else { file.get(name) };
        value.map(|value| (name.clone(), value.clone()))
    };
    said.extend(names.into_iter().filter_map(value));
}

/// A fact as its file brought it, before it was corrected; none where nothing was.
pub(super) fn brought(
    conn: &Connection,
    facts: &Facts,
    id: i64,
    stored: &Fact,
) -> Result<Option<Fact>> {
    let before = corrected(conn, facts.table, id)?;
    if before.is_empty() {
        return Ok(None);
    }
    let mut brought = stored.clone();
    for (value, (column, _)) in brought.values.iter_mut().zip(facts.columns) {
        if let Some(old) = before.get(*column) {
            *value = Value::from(old);
        }
    }
    Ok(Some(brought))
}

/// Puts corrections of a fact into what a file says of it.
pub(super) fn fact(
    conn: &Connection,
    facts: &Facts,
    id: i64,
    stored: &Fact,
    said: &mut Fact,
) -> Result<()> {
    let Some(brought) = brought(conn, facts, id, stored)? else { return Ok(()) };
    for (at, value) in said.values.iter_mut().enumerate() {
        if *value == brought.values[at] {
            value.clone_from(&stored.values[at]);
        }
    }
    Ok(())
}

fn says(before: &Values, column: &str, now: &Json) -> bool {
    before.get(column) == Some(now)
}
