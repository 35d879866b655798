//! The lives as rows: what an import would have brought.

use super::dice::Topic;
use super::life::{Life, Phase};
use super::market::{self, Coin};
use super::people::Person;
use super::story::Story;
use super::{opinion, purchases, usage};
use crate::model::{Account, Currency, Day, Plan, PlanChange, Status, Subscription};

/// All facts of the sample. `Subscription::account` and the `account` of every other row is the
/// place of the account in `accounts`, counted from 1; `Terms::plan` the same in `plans`.
#[derive(Debug)]
pub struct Sample {
    /// What the workspace reports in.
    pub currency: Currency,
    /// The last day anything is known of.
    pub last_day: Day,
    /// What the other currencies are worth.
    pub rates: Vec<Rate>,
    /// The price list of the last day.
    pub plans: Vec<Plan>,
    /// In order of sign-up.
    pub accounts: Vec<Account>,
    /// As they stand on the last day, by account and then by first day.
    pub subscriptions: Vec<Subscription>,
    /// Of subscriptions whose terms changed or that were interrupted: all their states, in order.
    pub changes: Vec<PlanChange>,
    /// Logins and features of the last 200 days, by account and day.
    pub events: Vec<Event>,
    /// Survey answers by day.
    pub answers: Vec<Answer>,
    /// What was bought beside subscriptions, by account and day.
    pub purchases: Vec<Purchase>,
    /// Who sent whom, by account of the one sent.
    pub referrals: Vec<Referral>,
}

/// What one unit of a currency is worth in the workspace's.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rate {
    /// Not the workspace's own.
    pub currency: Currency,
    /// A decimal: `1.16`.
    pub rate: &'static str,
}

/// What a customer did on a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Event {
    /// Who.
    pub account: i64,
    /// When.
    pub day: Day,
    /// `login`, `feature`, `export` or `cancel_page`.
    pub kind: &'static str,
    /// Which feature.
    pub detail: Option<&'static str>,
}

/// An answer to a survey.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Answer {
    /// Who; `None` for one who gave no name.
    pub account: Option<i64>,
    /// `NPS` or `Loyalty index`.
    pub survey: &'static str,
    /// The quarter: `2026-Q3`.
    pub wave: String,
    /// When.
    pub day: Day,
    /// 0 to 10, of `NPS`.
    pub score: Option<u8>,
    /// Product quality, customer service, overall experience: 1 to 10 each, of `Loyalty index`.
    pub items: Option<[u8; 3]>,
    /// In his own words.
    pub comment: Option<&'static str>,
}

/// Something bought beside the subscription.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Purchase {
    /// Who.
    pub account: i64,
    /// When.
    pub day: Day,
    /// Minor units of `currency`.
    pub amount: i64,
    /// Of the amount.
    pub currency: Currency,
    /// Visits it stands for: days of training, for one.
    pub visits: u32,
}

/// A customer sent by another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Referral {
    /// Who told about it.
    pub referrer: i64,
    /// Who came.
    pub referred: i64,
    /// When he came.
    pub day: Day,
}

pub(super) fn facts(story: &Story, people: &[Person]) -> Sample {
    let rate = |coin: Coin| coin.rate().map(|rate| Rate { currency: coin.currency(), rate });
    let mut sample = Sample {
        currency: Coin::Eur.currency(),
        last_day: story.last,
        rates: Coin::ALL.into_iter().filter_map(rate).collect(),
        plans: market::plans(story.last, story.price_change),
        accounts: people.iter().map(|p| account(p, story)).collect(),
        subscriptions: Vec::with_capacity(people.len() * 11 / 10),
        changes: Vec::new(),
        events: Vec::new(),
        answers: opinion::answers(story, people),
        purchases: Vec::new(),
        referrals: referrals(story, people),
    };
    for person in people {
        for (n, life) in person.lives.iter().enumerate() {
            let key = format!("S-{}-{}", 1_000 + person.number, n + 1);
            if life.needs_log() {
                sample.changes.extend(changes(person, life, &key));
            }
            sample.subscriptions.extend(subscription(person, life, key, story.last));
        }
        usage::events(story, person, &mut sample.events);
        purchases::purchases(story, person, &mut sample.purchases);
    }
    sample
}

fn account(person: &Person, story: &Story) -> Account {
    let gone = person.gone().is_some_and(|day| day <= story.last);
    let mut dice = person.dice(story, Topic::Card);
    person.profile.account(person.number, person.since(), gone, story, &mut dice)
}

/// Today's state, which is that of the last phase.
fn subscription(person: &Person, life: &Life, key: String, last: Day) -> Option<Subscription> {
    let (first, now) = (life.phases.first()?, life.phases.last()?);
    let since = |status| (now.status == status).then_some(now.day);
    Some(Subscription {
        account: person.account(),
        key,
        terms: now.terms,
        status: now.status,
        start: first.day,
        trial_start: life.trial.map(|t| t.0),
        trial_end: life.trial.map(|t| t.1),
        period_start: life.period.map(|p| p.0),
        period_end: life.period.map(|p| p.1),
        at_period_end: now.status == Status::NonRenewing,
        cancel_requested: life.requested,
        ended: life.ended,
        past_due_since: since(Status::PastDue),
        paused_on: since(Status::Paused),
        cancel_reason: life.reason.map(str::to_owned),
        seen_on: last,
    })
}

fn changes(person: &Person, life: &Life, key: &str) -> impl Iterator<Item = PlanChange> {
    life.phases.iter().map(move |phase: &Phase| PlanChange {
        account: person.account(),
        subscription: key.to_owned(),
        day: phase.day,
        second: 0,
        status: phase.status,
        terms: phase.terms,
    })
}

/// Of those who came through a referral most name a customer of that day.
fn referrals(story: &Story, people: &[Person]) -> Vec<Referral> {
    let referral = |person: &Person| {
        if person.profile.channel != super::profile::REFERRAL {
            return None;
        }
        let mut dice = person.dice(story, Topic::Referral);
        let day = person.since();
        let earlier = u32::try_from(person.number).unwrap_or(u32::MAX);
        let asked = (0..6).map(|_| &people[dice.below(earlier) as usize]);
        let mut glad = asked.filter(|p| p.number < person.number && p.is_on(day));
        let referrer = glad.next()?.account();
        Some(Referral { referrer, referred: person.account(), day })
    };
    people.iter().filter_map(referral).collect()
}
