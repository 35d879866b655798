//! One customer: who he is, what he pays, what moved.

mod changes;
mod subscriptions;

use super::figure::Value;
use super::frame::country;
use super::{Align, Cell, Column, CustomerView, Figure, Row, Table, raw, surveys};
use crate::book::Book;
use crate::chart::{MarkLine, Role, Said, Size, Step, Steps};
use crate::model::{Day, Money};
use crate::store::account;
use crate::voice::{Arg, Voice};
use crate::{Error, Result};
use changes::{Change, changes, last_of_each_day};

/// Size of the chart, in CSS pixels.
const CHART: Size = Size { width: 640, height: 200 };

/// The page of the customer with this number in the store.
///
/// # Errors
/// `NoSuchCustomer` when there is none (any more).
pub fn customer(book: &Book, id: i64, voice: &Voice) -> Result<CustomerView> {
    let dense = book.ledger.find(id).ok_or(Error::NoSuchCustomer)?;
    let conn = book.reader()?;
    let accounts = account::of_customer(&conn, id)?;
    let changes = changes(&book.ledger, dense, book.as_of);
    let page = Page { book, dense, changes: &changes, voice };
    Ok(CustomerView {
        revision: book.revision,
        name: book.directory()?.person(dense).name.to_owned(),
        subtitle: page.subtitle(),
        status: page.status(),
        figures: page.figures(),
        mrr: page.chart(),
        facts: facts(&accounts, voice),
        subscriptions: subscriptions::cards(book, &conn, &accounts, voice)?,
        movements: page.movements(),
        accounts: super::together::lines(&conn, &accounts, voice)?,
        answers: surveys::given(book, dense, voice)?,
    })
}

struct Page<'a> {
    book: &'a Book,
    dense: u32,
    changes: &'a [Change],
    voice: &'a Voice,
}

impl Page<'_> {
    fn money(&self, minor: i64) -> Money {
        Money::new(minor, self.book.ledger.currency)
    }

    fn mrr(&self) -> i64 {
        self.changes.last().map_or(0, |change| change.to)
    }

    fn has_left(&self) -> Option<Day> {
        self.changes
            .last()
            .filter(|change| change.kind == "movement-churn")
            .map(|change| change.day)
    }

    fn subtitle(&self) -> String {
        let first = self.book.ledger.customers.first_paid[self.dense as usize];
        let since = if first > self.book.as_of {
            self.voice.say("customer-never", &[])
        } else {
            self.voice.say("customer-since", &[("day", self.voice.day(first).into())])
        };
        let countries = self.book.ledger.attribute("country");
        let code =
            countries.and_then(|one| one.values.get(one.codes[self.dense as usize] as usize));
        match code.map(String::as_str) {
            None | Some("") => since,
            Some(code) => format!("{since} · {}", country(code, self.voice)),
        }
    }

    fn status(&self) -> String {
        match (self.has_left(), self.mrr()) {
            (Some(day), _) => {
                self.voice.say("customer-left", &[("day", self.voice.day(day).into())])
            }
            (None, 0) if self.changes.is_empty() => self.voice.say("status-never", &[]),
            (None, 0) => self.voice.say("status-paused", &[]),
            (None, _) => self.voice.say("status-paying", &[]),
        }
    }

    fn figures(&self) -> Vec<Figure> {
        let months = self.tenure_months();
        let tenure = months.map_or_else(
            || self.voice.absent(),
            |months| {
                let text = self.voice.count(months);
                let args = [("months", Arg::from(months)), ("text", text.into())];
                self.voice.say("customer-tenure", &args)
            },
        );
        let plain = |key: &str, label: &str, value: Option<Value>, text: String| Figure {
            key: key.to_owned(),
            label: self.voice.say(label, &[]),
            value: value.map(Value::number),
            text,
            change: None,
            note: None,
            goal: None,
            spark: None,
            explain: None,
            raw: None,
            list: None,
        };
        let mrr = self.mrr();
        vec![
            plain(
                "mrr",
                "column-mrr",
                Some(Value::Money(mrr)),
                self.voice.money_cents(self.money(mrr)),
            ),
            plain("tenure", "column-tenure", months.map(Value::Count), tenure),
        ]
    }

    /// Whole months from the first paying day until he left, or until now; absent before it.
    fn tenure_months(&self) -> Option<i64> {
        let first = self.book.ledger.customers.first_paid[self.dense as usize];
        if first > self.book.as_of {
            return None;
        }
        let until = self.has_left().unwrap_or(self.book.as_of);
        let mut months = 0;
        while first.plus_months(months + 1) <= until {
            months += 1;
        }
        Some(i64::from(months))
    }

    fn chart(&self) -> crate::chart::Chart {
        let mrr = self.voice.say("column-mrr", &[]);
        let step = |change: &Change| {
            let text = self.voice.money_cents(self.money(change.to));
            let kind = self.voice.say(change.kind, &[]);
            let title = self.voice.day(change.day);
            Step {
                day: change.day,
                mrr: change.to,
                // What only exchange rates did is many small steps, which need no words.
                label: if change.kind == "movement-fx" {
                    String::new()
                } else {
                    self.voice.signed_money(self.money(change.to - change.from))
                },
                spoken: format!("{title}: {kind}, {mrr} {text}"),
                lines: vec![
                    MarkLine::new(Role::Accent, mrr.clone(), text)
                        .raw(raw::money(self.money(change.to))),
                    MarkLine::new(
                        Role::Axis,
                        kind,
                        self.voice.signed_money(self.money(change.to - change.from)),
                    )
                    .raw(raw::money(self.money(change.to - change.from))),
                ],
                title,
            }
        };
        let now = self.voice.money_cents(self.money(self.mrr()));
        let summary = self.voice.say("chart-customer", &[("mrr", now.into())]);
        Steps {
            steps: last_of_each_day(self.changes).map(step).collect(),
            until: self.book.as_of,
            currency: self.book.ledger.currency,
            said: Said { summary, table: self.movements() },
        }
        .draw(CHART, *self.voice)
    }

    /// His movements, newest first.
    fn movements(&self) -> Table {
        let column = |key: &str, align| Column {
            key: key.to_owned(),
            label: self.voice.say(&format!("column-{key}"), &[]),
            align,
            sortable: false,
        };
        let money = |minor| self.voice.money_cents(self.money(minor));
        let row = |(at, change): (usize, &Change)| {
            let ledger = &self.book.ledger;
            let plan = ledger.plans.get(change.plan as usize).map_or("", String::as_str);
            let reason =
                ledger.reasons.get(change.reason as usize).map_or("", |one| one.text.as_str());
            let about = if change.kind == "movement-churn" { reason } else { plan };
            Row {
                key: at.to_string(),
                cells: vec![
                    Cell::text(self.voice.day(change.day)),
                    Cell::text(self.voice.say(change.kind, &[])),
                    Cell::text(about),
                    Cell::text(money(change.from)),
                    Cell::text(money(change.to)),
                    Cell::number(
                        self.voice.signed_money(self.money(change.to - change.from)),
                        raw::money(self.money(change.to - change.from)),
                    ),
                ],
                open: None,
            }
        };
        let rows: Vec<Row> = self.changes.iter().enumerate().rev().map(row).collect();
        let columns = [
            ("day", Align::Start),
            ("kind", Align::Start),
            ("plan-or-reason", Align::Start),
            ("from", Align::End),
            ("to", Align::End),
            ("change", Align::End),
        ];
        Table {
            columns: columns.map(|(key, align)| column(key, align)).into(),
            count: rows.len(),
            rows,
            total: None,
        }
    }
}

/// What the sources say about him: labels with their texts, each text once.
fn facts(accounts: &[account::Stored], voice: &Voice) -> Vec<(String, String)> {
    let mut facts: Vec<(String, String)> = Vec::new();
    let mut add = |label: String, text: Option<String>| {
        let text = text.filter(|text| !text.is_empty());
        if let Some(text) = text
            && !facts.contains(&(label.clone(), text.clone()))
        {
            facts.push((label, text));
        }
    };
    let named = |key: &str| voice.say(&format!("fact-{key}"), &[]);
    for stored in accounts {
        let one = &stored.account;
        let day = |day: Option<Day>| day.map(|day| voice.day(day));
        add(named("email"), one.email.clone());
        add(named("company"), one.company.clone());
        add(named("country"), one.country.as_deref().map(|code| country(code, voice)));
        add(named("created"), day(one.created));
        add(named("birthday"), day(one.birthday));
        add(named("card"), day(one.card_expires));
        add(named("tags"), one.tags.clone());
        for (name, value) in &one.attributes {
            add(name.clone(), Some(value.clone()));
        }
        add(named("keys"), Some(one.key.clone()));
    }
    facts
}
