//! His subscriptions, each with its phases as the sources gave them.

use super::super::{Align, Cell, Column, Row, SubscriptionCard, Table};
use crate::Result;
use crate::book::Book;
use crate::import::hand;
use crate::model::{Day, Interval, Listed, Money, Plan, PlanChange, Status, Subscription, Terms};
use crate::store::{Connection, account, plan, plan_change, subscription};
use crate::voice::{Arg, Voice};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// One stretch of a subscription.
struct Phase<'a> {
    from: Day,
    to: Option<Day>,
    status: Status,
    terms: &'a Terms,
}

/// His subscriptions, the newest first; change logs without a subscription of their own too.
pub(super) fn cards(
    book: &Book,
    conn: &Connection,
    accounts: &[account::Stored],
    voice: &Voice,
) -> Result<Vec<SubscriptionCard>> {
    let plans = plan::all(conn)?;
    let listed = plan::listed(&plans);
    let plans = plans.into_iter().map(|stored| (stored.id, stored.plan)).collect();
    let pen = Pen { plans: &plans, listed: &listed, as_of: book.as_of, voice };
    let mut cards = Vec::new();
    for account in accounts {
        let subscriptions = subscriptions_of(book, conn, account.id)?;
        let changes = changes_of(book, conn, account.id)?;
        let changes: Vec<PlanChange> = changes.into_iter().map(|stored| stored.change).collect();
        let only = subscriptions.len() == 1;
        let is_of = |change: &PlanChange, key: &str| {
            change.subscription == key || (only && change.subscription.is_empty())
        };
        let mut claimed = vec![false; changes.len()];
        for stored in &subscriptions {
            let one = &stored.subscription;
            let log: Vec<&PlanChange> = changes
                .iter()
                .zip(&mut claimed)
                .filter(|(change, _)| is_of(change, &one.key))
                .map(|(change, claimed)| {
                    *claimed = true;
                    change
                })
                .collect();
            cards.push((one.start, pen.card(stored.id, one, &log)));
        }
        let rest = changes.iter().zip(claimed).filter(|(_, claimed)| !claimed);
        let mut logs: BTreeMap<&str, Vec<&PlanChange>> = BTreeMap::new();
        for (change, _) in rest {
            logs.entry(&change.subscription).or_default().push(change);
        }
        for (key, log) in logs {
            cards.push((log[0].day, pen.log_card(key, &log)));
        }
    }
    cards.sort_by_key(|(start, _)| std::cmp::Reverse(*start));
    Ok(cards.into_iter().map(|(_, card)| card).collect())
}

/// The subscriptions of an account, by id.
fn subscriptions_of(
    book: &Book,
    conn: &Connection,
    account: i64,
) -> Result<Vec<subscription::Stored>> {
    let mut found = Vec::new();
    for id in book.rows_of("subscription", "account", &[account])? {
        found.extend(subscription::by_id(conn, id)?);
    }
    Ok(found)
}

/// The changes of an account, oldest first.
fn changes_of(book: &Book, conn: &Connection, account: i64) -> Result<Vec<plan_change::Stored>> {
    let mut found = Vec::new();
    for id in book.rows_of("plan_change", "account", &[account])? {
        found.extend(plan_change::by_id(conn, id)?);
    }
    found.sort_by_key(|stored| (stored.change.day, stored.change.second, stored.id));
    Ok(found)
}

struct Pen<'a> {
    plans: &'a BTreeMap<i64, Plan>,
    listed: &'a FxHashMap<i64, Listed>,
    as_of: Day,
    voice: &'a Voice,
}

impl Pen<'_> {
    fn card(&self, id: i64, one: &Subscription, log: &[&PlanChange]) -> SubscriptionCard {
        let mut phases = Vec::new();
        if log.first().is_none_or(|first| first.day > one.start) {
            let to = log.first().map(|first| first.day).or(one.ended);
            let status = if log.is_empty() { one.status } else { Status::Active };
            phases.push(Phase { from: one.start, to, status, terms: &one.terms });
        }
        phases.extend(phases_of(log, one.ended));
        SubscriptionCard {
            id: Some(id),
            can_end: one.ended.is_none(),
            key: shown_key(&one.key),
            title: self.title(&one.terms),
            status: self.status(one.status, one.ended),
            phases: self.table(&phases),
        }
    }

    fn log_card(&self, key: &str, log: &[&PlanChange]) -> SubscriptionCard {
        let last = log[log.len() - 1];
        let ended = matches!(last.status, Status::Canceled | Status::Expired).then_some(last.day);
        SubscriptionCard {
            id: None,
            can_end: false,
            key: key.to_owned(),
            title: self.title(&last.terms),
            status: self.status(last.status, ended),
            phases: self.table(&phases_of(log, None)),
        }
    }

    fn title(&self, terms: &Terms) -> String {
        let args = [
            ("plan", self.plan(terms).into()),
            ("interval", interval(terms.interval(&self.listed(terms)), self.voice).into()),
        ];
        self.voice.say("customer-card", &args)
    }

    fn plan(&self, terms: &Terms) -> String {
        let plan = terms.plan.and_then(|id| self.plans.get(&id));
        let name = plan.map(|plan| plan.name.as_ref().unwrap_or(&plan.key).clone());
        name.unwrap_or_else(|| self.voice.say("unknown-plan", &[]))
    }

    fn listed(&self, terms: &Terms) -> Listed {
        terms.plan.and_then(|id| self.listed.get(&id)).copied().unwrap_or_default()
    }

    /// "€19.00 monthly"
    fn price(&self, terms: &Terms) -> String {
        let listed = self.listed(terms);
        let mrr = terms.mrr.map(|minor| (Money::new(minor, terms.currency), Interval::MONTH));
        let price = || Some((terms.price(&listed)?, terms.interval(&listed)));
        let (money, every) = match mrr.or_else(price) {
            Some((money, every)) => (self.voice.money_cents(money), every),
            None => (self.voice.absent(), terms.interval(&listed)),
        };
        format!("{money} {}", interval(every, self.voice))
    }

    fn status(&self, status: Status, ended: Option<Day>) -> String {
        let on = |key: &str, day: Day| self.voice.say(key, &[("day", self.voice.day(day).into())]);
        match ended {
            Some(day) if day > self.as_of => on("subscription-ends", day),
            Some(day) => on("subscription-ended", day),
            None => self.voice.say(&format!("phase-{}", status.code()), &[]),
        }
    }

    fn table(&self, phases: &[Phase<'_>]) -> Table {
        let column = |key: &str, align| Column {
            key: key.to_owned(),
            label: self.voice.say(&format!("column-{key}"), &[]),
            align,
            sortable: false,
        };
        let columns = [
            ("from", Align::Start),
            ("to", Align::Start),
            ("plan", Align::Start),
            ("status", Align::Start),
            ("quantity", Align::End),
            ("price", Align::End),
        ];
        let rows = phases.iter().enumerate().rev().map(|(at, phase)| self.row(at, phase));
        let rows: Vec<Row> = rows.collect();
        Table {
            columns: columns.map(|(key, align)| column(key, align)).into(),
            count: rows.len(),
            rows,
            total: None,
        }
    }

    fn row(&self, at: usize, phase: &Phase<'_>) -> Row {
        let to = match phase.to {
            Some(day) => self.voice.day(day),
            None => self.voice.say("phase-now", &[]),
        };
        let terms = phase.terms;
        let cells = [
            self.voice.day(phase.from),
            to,
            self.plan(terms),
            self.voice.say(&format!("phase-{}", phase.status.code()), &[]),
            self.voice.count(i64::from(terms.quantity)),
            self.price(terms),
        ];
        Row { key: at.to_string(), cells: cells.map(Cell::text).into(), open: None }
    }
}

/// A log as stretches: each row holds until the next one.
fn phases_of<'a>(log: &[&'a PlanChange], ended: Option<Day>) -> Vec<Phase<'a>> {
    let next = log.iter().skip(1).map(|change| Some(change.day)).chain([ended]);
    log.iter()
        .zip(next)
        // Of two rows of one day the later one counts.
        .filter(|(change, to)| to.is_none_or(|to| to > change.day))
        .map(|(change, to)| Phase {
            from: change.day,
            to,
            status: change.status,
            terms: &change.terms,
        })
        .collect()
}

/// The key of the source; empty where a row had none and was given one by what stands in it.
fn shown_key(key: &str) -> String {
    let is_ours = (key.starts_with("row-") && key.len() > 36) || key.starts_with(hand::KEY);
    if is_ours { String::new() } else { key.to_owned() }
}

/// "monthly", "every 3 months"
fn interval(interval: Interval, voice: &Voice) -> String {
    let unit = interval.unit.code();
    match interval.count {
        1 => voice.say(&format!("interval-{unit}"), &[]),
        count => {
            let count = voice.count(i64::from(count));
            voice.say(&format!("interval-{unit}s"), &[("count", Arg::from(count))])
        }
    }
}
