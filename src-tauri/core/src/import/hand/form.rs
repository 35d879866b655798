//! A record as a form: its fields as typed text, and what there is to choose.

use super::super::facts::{self, Read};
use super::super::problem::spoken_interval;
use super::super::{Field, Kind};
use super::fields::{self, owners, table_of};
use super::typed::Typist;
use super::{BY_HAND, Hand, RecordChoice, RecordField, RecordForm, RecordInput, RecordRef};
use crate::model::{Currency, Status};
use crate::store::trace::{self, Values};
use crate::store::{Connection, account, plan, rate, source, subscription};
use crate::voice::Voice;
use crate::{Error, Result};
use serde_json::Value;
use std::collections::BTreeSet;

/// Before the name of a label of a customer.
pub(super) const ATTRIBUTE: &str = crate::import::map::ATTRIBUTE;

/// A record as it stands, or a new one with what is usual.
///
/// # Errors
/// `NoSuchRecord`, `NoSuchCustomer` for what is not there (any more).
pub fn form(conn: &Connection, record: RecordRef, hand: &Hand) -> Result<RecordForm> {
    let draft = Draft::new(conn, record, hand)?;
    let mut fields = Vec::new();
    for field in fields::of(record.kind, record.id.is_none()) {
        if field != Field::Customer || draft.accounts.len() > 1 {
            fields.push(draft.field(field)?);
        }
    }
    fields.extend(draft.attributes());
    if record.kind == Kind::Customers {
        fields.extend(super::label::fields(
            &account::label_names(conn)?,
            draft.is_new(),
            &hand.voice,
        ));
    }
    let voice = &hand.voice;
    let what = voice.say(&format!("one-{}", record.kind.code()), &[]);
    let act = if record.id.is_some() { "hand-title-correct" } else { "hand-title-add" };
    Ok(RecordForm {
        record: RecordRef { customer: draft.customer, ..record },
        title: voice.say(act, &[("what", what.into())]),
        about: draft.about(),
        fields,
        today: voice.day(hand.context.today),
    })
}

/// The value of a field as a list shows it.
pub(crate) fn said(
    conn: &Connection,
    kind: Kind,
    row: &Values,
    field: Field,
    voice: &Voice,
) -> Result<Option<String>> {
    let typist = Typist { conn, kind, row, voice };
    let text = typist.said(field)?;
    Ok(match (field, text) {
        (Field::Status, Some(code)) => Some(state(kind, &code, voice)),
        (Field::Interval, Some(code)) => Some(spoken_interval(voice, &code)),
        (Field::Referrer | Field::Referred, Some(customer)) => {
            let accounts = account::of_customer(conn, customer.parse().unwrap_or_default())?;
            accounts.first().map(name_of)
        }
        (_, text) => text,
    })
}

/// What a record holds before anything is typed.
pub(super) struct Draft<'a> {
    conn: &'a Connection,
    kind: Kind,
    is_new: bool,
    hand: &'a Hand,
    pub(super) row: Values,
    /// The customer it is about.
    pub(super) customer: Option<i64>,
    /// His accounts.
    pub(super) accounts: Vec<account::Stored>,
}

impl<'a> Draft<'a> {
    pub(super) fn new(conn: &'a Connection, record: RecordRef, hand: &'a Hand) -> Result<Self> {
        record.by_hand()?;
        let RecordRef { kind, id, customer } = record;
        let row = match id {
            Some(id) => trace::row(conn, table_of(kind), id)?.ok_or(Error::NoSuchRecord)?,
            None => usual(kind, hand),
        };
        let owner = match (kind, id) {
            (Kind::Customers, Some(id)) => Some(id),
            _ => owners(kind).first().and_then(|column| row.get(*column)).and_then(Value::as_i64),
        };
        let customer = match owner {
            Some(id) => account::by_id(conn, id)?.map(|stored| stored.customer),
            None => customer,
        };
        let accounts = match customer {
            Some(customer) => account::of_customer(conn, customer)?,
            None => Vec::new(),
        };
        let needs = !owners(kind).is_empty() && kind != Kind::Customers && kind != Kind::Answers;
        if needs && accounts.is_empty() {
            return Err(Error::NoSuchCustomer);
        }
        Ok(Self { conn, kind, is_new: id.is_none(), hand, row, customer, accounts })
    }

    fn voice(&self) -> &Voice {
        &self.hand.voice
    }

    /// The key of a plan of the price list.
    pub(super) fn plan_key(&self) -> Option<String> {
        let key = self.row.get("key").and_then(Value::as_str).filter(|_| !self.is_new);
        key.filter(|_| self.kind == Kind::Plans).map(str::to_owned)
    }

    /// The name of who it is about; of a plan its key.
    fn about(&self) -> String {
        if let Some(key) = self.plan_key() {
            return key;
        }
        self.accounts.first().map_or_else(String::new, name_of)
    }

    /// A field as it is typed.
    pub(super) fn text(&self, field: Field) -> Result<String> {
        let first = || self.accounts.first().map_or_else(String::new, |one| one.id.to_string());
        let typist =
            Typist { conn: self.conn, kind: self.kind, row: &self.row, voice: self.voice() };
        let text = typist.text(field)?;
        Ok(match field {
            Field::Customer if text.is_empty() => first(),
            Field::AtPeriodEnd if text.is_empty() => "false".to_owned(),
            Field::Referrer if text.is_empty() => {
                self.customer.map_or_else(String::new, |customer| customer.to_string())
            }
            _ => text,
        })
    }

    fn field(&self, field: Field) -> Result<RecordField> {
        let value = self.text(field)?;
        let (input, choices) = self.choices(field, &value)?;
        let voice = self.voice();
        let label = match field {
            Field::Customer => voice.say("hand-account", &[]),
            Field::Amount if facts::of(self.kind).is_some() => voice.say("hand-amount", &[]),
            Field::Kind if self.kind == Kind::Tickets => voice.say("hand-ticket-kind", &[]),
            Field::Referrer | Field::Referred => voice.say(&format!("hand-{}", field.code()), &[]),
            field => voice.say(&field.label_key(), &[]),
        };
        let hint = match field {
            Field::Id => Some("hand-key-hint"),
            Field::Ended => Some("hand-ended-hint"),
            Field::Amount if self.kind == Kind::Subscriptions => Some("hand-price-hint"),
            Field::Mrr => Some("hand-mrr-hint"),
            _ => None,
        };
        let holds = !value.is_empty() && !self.is_usual(field, &value);
        Ok(RecordField {
            name: field.code().to_owned(),
            label,
            input,
            choices,
            hint: hint.map(|key| voice.say(key, &[])),
            more: fields::is_detail(self.kind, field) && !holds,
            value,
        })
    }

    /// Whether it says no more than what is so anyway.
    fn is_usual(&self, field: Field, value: &str) -> bool {
        match field {
            Field::AtPeriodEnd => value == "false",
            Field::Visits => value == "1",
            Field::Refunded => self.row.get("refunded").and_then(Value::as_i64) == Some(0),
            _ => false,
        }
    }

    fn choices(&self, field: Field, value: &str) -> Result<(RecordInput, Vec<RecordChoice>)> {
        use RecordInput as I;
        let same = |text: &String| RecordChoice { key: text.clone(), label: text.clone() };
        Ok(match field {
            Field::Customer => (I::Choice, self.account_choices()?),
            Field::Referrer | Field::Referred => (I::Customer, self.person(value)?),
            Field::Subscription => (I::Choice, self.subscriptions(value)?),
            Field::Status => (I::Choice, self.states()),
            Field::Interval => (I::Choice, self.intervals(value)),
            Field::AtPeriodEnd => {
                let yes_or_no = ["false", "true"].map(|key| RecordChoice {
                    key: key.to_owned(),
                    label: self.voice().say(&format!("hand-{key}"), &[]),
                });
                (I::Choice, yes_or_no.into())
            }
            Field::Comment => (I::Text, Vec::new()),
            Field::Plan => (I::Line, self.plans()?.iter().map(same).collect()),
            Field::Currency => (I::Line, self.currencies()?.iter().map(same).collect()),
            Field::Reason | Field::CancelReason => {
                (I::Line, self.hand.reasons.iter().map(same).collect())
            }
            _ => (I::Line, Vec::new()),
        })
    }

    fn account_choices(&self) -> Result<Vec<RecordChoice>> {
        let sources = source::all(self.conn)?;
        let choice = |stored: &account::Stored| {
            let source = sources.iter().find(|one| one.0 == stored.source);
            let source = source.map_or("", |(_, name)| name.as_str());
            let source = source_name(source, self.voice());
            let label = format!("{source} · {}", stored.account.key);
            RecordChoice { key: stored.id.to_string(), label }
        };
        Ok(self.accounts.iter().map(choice).collect())
    }

    fn person(&self, customer: &str) -> Result<Vec<RecordChoice>> {
        let Ok(number) = customer.parse() else { return Ok(Vec::new()) };
        let first = account::of_customer(self.conn, number)?.into_iter().next();
        let choice = |one| RecordChoice { key: customer.to_owned(), label: name_of(&one) };
        Ok(first.map(choice).into_iter().collect())
    }

    /// His subscriptions by key; none of them first.
    fn subscriptions(&self, chosen: &str) -> Result<Vec<RecordChoice>> {
        let none = RecordChoice {
            key: String::new(),
            label: self.voice().say("hand-no-subscription", &[]),
        };
        let plans = plan::all(self.conn)?;
        let mut choices = vec![none];
        for account in &self.accounts {
            for stored in subscription::of_account(self.conn, account.id)? {
                let one = stored.subscription;
                let plan = plans.iter().find(|plan| Some(plan.id) == one.terms.plan);
                let plan = plan.map(|stored| stored.plan.name.as_ref().unwrap_or(&stored.plan.key));
                let plan = plan.cloned().unwrap_or_else(|| self.voice().say("unknown-plan", &[]));
                let label = format!("{plan} · {}", self.voice().day(one.start));
                choices.push(RecordChoice { key: one.key, label });
            }
        }
        if choices.iter().all(|choice| choice.key != chosen) {
            choices.push(RecordChoice { key: chosen.to_owned(), label: chosen.to_owned() });
        }
        Ok(choices)
    }

    fn states(&self) -> Vec<RecordChoice> {
        let codes: Vec<&str> = match facts::of(self.kind) {
            None => Status::ALL.map(Status::code).into(),
            Some(facts) => facts
                .columns
                .iter()
                .filter_map(|(_, read)| match read {
                    Read::OneOf(Field::Status, words) => Some(words.iter().map(|(code, _)| *code)),
                    _ => None,
                })
                .flatten()
                .collect(),
        };
        let choice = |code: &str| RecordChoice {
            key: code.to_owned(),
            label: state(self.kind, code, self.voice()),
        };
        codes.into_iter().map(choice).collect()
    }

    fn intervals(&self, chosen: &str) -> Vec<RecordChoice> {
        let mut codes = vec!["1 month", "3 month", "6 month", "1 year", "2 year", "1 week"];
        if !codes.contains(&chosen) {
            codes.push(chosen);
        }
        let label = |code: &str| match code {
            "" => self.voice().absent(),
            code => spoken_interval(self.voice(), code),
        };
        let choice = |code: &str| RecordChoice { key: code.to_owned(), label: label(code) };
        codes.into_iter().map(choice).collect()
    }

    fn plans(&self) -> Result<BTreeSet<String>> {
        let plans = plan::all(self.conn)?.into_iter();
        Ok(plans.map(|stored| stored.plan.name.unwrap_or(stored.plan.key)).collect())
    }

    fn currencies(&self) -> Result<BTreeSet<String>> {
        let rated = rate::all(self.conn)?.into_iter().map(|rate| rate.currency);
        let all = rated.chain([self.hand.context.currency]);
        Ok(all.map(|currency| currency.to_string()).collect())
    }

    /// The labels of a customer, each a field.
    pub(super) fn attributes(&self) -> Vec<RecordField> {
        let field = |(name, value): (String, String)| RecordField {
            name: format!("{ATTRIBUTE}{name}"),
            label: name,
            value,
            input: RecordInput::Line,
            choices: Vec::new(),
            hint: None,
            more: false,
        };
        labels(&self.row).into_iter().map(field).collect()
    }

    /// Whether it is made and not corrected.
    pub(super) fn is_new(&self) -> bool {
        self.is_new
    }
}

/// Labels of a customer: (name, value).
fn labels(row: &Values) -> Vec<(String, String)> {
    let json = row.get("attributes").and_then(Value::as_str).unwrap_or("{}");
    let labels: std::collections::BTreeMap<String, String> =
        serde_json::from_str(json).unwrap_or_default();
    labels.into_iter().collect()
}

/// What a source is called.
pub(crate) fn source_name(name: &str, voice: &Voice) -> String {
    match name {
        "" => voice.say("account-source-files", &[]),
        BY_HAND => voice.say("account-source-hand", &[]),
        name => name.to_owned(),
    }
}

fn name_of(stored: &account::Stored) -> String {
    let one = &stored.account;
    let told = [&one.name, &one.company, &one.email];
    let told = told.into_iter().flatten().find(|text| !text.is_empty());
    told.unwrap_or(&one.key).clone()
}

/// A state in words.
fn state(kind: Kind, code: &str, voice: &Voice) -> String {
    match kind {
        Kind::Subscriptions | Kind::PlanChanges => voice.say(&format!("phase-{code}"), &[]),
        _ => voice.say(&format!("state-{code}"), &[]),
    }
}

/// What is usual of a new record.
fn usual(kind: Kind, hand: &Hand) -> Values {
    let mut row = Values::new();
    let mut set = |column: &str, value: Value| row.insert(column.to_owned(), value);
    let today = Value::from(hand.context.today.0);
    let currency: Currency = hand.context.currency;
    match kind {
        Kind::Customers => drop(set("created", today)),
        Kind::Subscriptions => {
            set("start", today);
            set("status", "active".into());
            set("unit", "month".into());
            set("unit_count", 1.into());
            set("quantity", 1.into());
        }
        Kind::PlanChanges => {
            set("day", today);
            set("status", "active".into());
            set("unit", "month".into());
            set("unit_count", 1.into());
            set("quantity", 1.into());
        }
        Kind::Plans => {
            set("unit", "month".into());
            set("unit_count", 1.into());
        }
        _ => {
            for (column, read) in facts::of(kind).map_or(&[][..], |facts| facts.columns) {
                match read {
                    Read::Day(_) => drop(set(column, today.clone())),
                    Read::Count(_) => drop(set(column, 1.into())),
                    Read::TextOr(_, word) => drop(set(column, (*word).into())),
                    Read::OneOf(_, words) => {
                        if let Some((word, _)) = words.first() {
                            set(column, (*word).into());
                        }
                    }
                    _ => {}
                }
            }
        }
    }
    let is_priced = kind.fields().contains(&Field::Currency);
    if is_priced {
        set("currency", currency.to_string().into());
    }
    row
}
