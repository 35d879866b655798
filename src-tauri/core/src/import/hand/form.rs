//! A record as a form: its fields as typed text.

mod choices;
mod usual;

use super::super::facts;
use super::super::problem::spoken_interval;
use super::super::{Field, Kind};
use super::fields::{self, owners, table_of};
use super::typed::Typist;
use super::{BY_HAND, Hand, RecordField, RecordForm, RecordInput, RecordRef};
use crate::store::trace::{self, Values};
use crate::store::{Connection, account};
use crate::voice::Voice;
use crate::{Error, Result};
use serde_json::Value;
use usual::usual;

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
        // Whoever referred is asked for where nobody is given.
        let is_asked = kind == Kind::Referrals && customer.is_none();
        if needs && accounts.is_empty() && !is_asked {
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
