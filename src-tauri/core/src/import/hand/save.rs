//! What was typed into the store: one record, added or corrected.

mod write;

use super::super::{Field, Kind};
use super::form::Draft;
use super::read::Typed;
use super::{BY_HAND, Hand, KEY, RecordDraft, RecordWrong, Written};
use crate::model::PlanRecords;
use crate::store::{account, plan, source};
use crate::{Error, Result};
use rusqlite::Transaction;
use std::collections::BTreeMap;

/// Adds a record or corrects one, as part of a change. Where something is wrong nothing is written.
///
/// # Errors
/// `NoSuchRecord`, `NoSuchCustomer` for what is not there (any more).
pub fn save(
    tx: &Transaction<'_>,
    change: i64,
    draft: &RecordDraft,
    hand: &Hand,
) -> Result<Written> {
    let before = Draft::new(tx, draft.record, hand)?;
    let mut saving =
        Saving { tx, change, draft, hand, before, values: BTreeMap::new(), owner: None };
    saving.values = saving.merged()?;
    if draft.record.kind == Kind::Customers
        && let Err(wrong) =
            super::label::add(draft, &mut saving.values, &account::label_names(tx)?, hand)
    {
        return Ok(Written { wrong: vec![wrong], ..Written::default() });
    }
    if let Some(wrong) =
        saving.nameless().or_else(|| saving.silent()).or_else(|| saving.own_referral())
    {
        return Ok(Written { wrong: vec![wrong], ..Written::default() });
    }
    let source = saving.settle()?;
    let typed = Typed {
        kind: draft.record.kind,
        values: &saving.values,
        source: &source.1,
        plans: plans(tx, source.0)?,
        hand,
    };
    match typed.read() {
        Err(wrong) => Ok(Written { wrong, ..Written::default() }),
        Ok(row) => saving.write(source.0, row),
    }
}

/// The price list as readers look plans up: a text stands for the plan it is stored as (see
/// [`Saving::plan_id`]), a new one is called as in a file of its source.
fn plans(tx: &Transaction<'_>, own: i64) -> Result<PlanRecords> {
    let mut all = plan::all(tx)?;
    let listed = plan::listed(&all);
    let of_source = all.iter().filter(|stored| stored.source == own);
    let mut records = PlanRecords::new(of_source.map(|stored| &stored.plan));
    // The last that is put counts.
    all.sort_by_key(|stored| (stored.source == own, std::cmp::Reverse(stored.id)));
    for plan::Stored { id, plan, .. } in &all {
        for text in plan.name.iter().chain([&plan.key]) {
            records.put(text, listed[id]);
        }
    }
    Ok(records)
}

struct Saving<'a> {
    tx: &'a Transaction<'a>,
    change: i64,
    draft: &'a RecordDraft,
    hand: &'a Hand,
    before: Draft<'a>,
    /// Every field as the readers get it: keys in place of numbers.
    values: BTreeMap<String, String>,
    /// The account it belongs to.
    owner: Option<i64>,
}

impl Saving<'_> {
    fn kind(&self) -> Kind {
        self.draft.record.kind
    }

    /// What was typed over what stands there.
    fn merged(&self) -> Result<BTreeMap<String, String>> {
        let mut values = BTreeMap::new();
        for field in super::fields::of(self.kind(), self.before.is_new()) {
            values.insert(field.code().to_owned(), self.before.text(field)?);
        }
        for field in self.before.attributes() {
            values.insert(field.name, field.value);
        }
        for (name, text) in &self.draft.values {
            if let Some(value) = values.get_mut(name) {
                value.clone_from(text);
            }
        }
        Ok(values)
    }

    fn text(&self, field: Field) -> &str {
        self.values.get(field.code()).map_or("", |text| text.trim())
    }

    fn set(&mut self, field: Field, text: String) {
        self.values.insert(field.code().to_owned(), text);
    }

    /// A customer nobody could find again.
    fn nameless(&self) -> Option<RecordWrong> {
        let told = [Field::Name, Field::Email, Field::Company];
        let is = self.kind() == Kind::Customers && told.iter().all(|f| self.text(*f).is_empty());
        is.then(|| self.wrong(Field::Name, "hand-no-name", ""))
    }

    /// A record that says nothing: a file without such columns would not be one of its kind.
    fn silent(&self) -> Option<RecordWrong> {
        let says = [Kind::Answers, Kind::Cancellations].contains(&self.kind());
        let group = self.kind().required().last().filter(|_| says)?;
        let names = || {
            let label = |field: &Field| self.hand.voice.say(&field.label_key(), &[]);
            group.iter().map(label).collect::<Vec<_>>().join(", ")
        };
        let is_silent = group.iter().all(|field| self.text(*field).is_empty());
        is_silent.then(|| self.wrong(group[0], "hand-one-of", &names()))
    }

    /// Somebody who is said to have brought himself.
    fn own_referral(&self) -> Option<RecordWrong> {
        let both = [Field::Referrer, Field::Referred].map(|field| self.text(field));
        let own = self.kind() == Kind::Referrals && both[0] == both[1] && !both[0].is_empty();
        own.then(|| self.wrong(Field::Referred, "hand-own-referral", ""))
    }

    fn wrong(&self, field: Field, key: &str, value: &str) -> RecordWrong {
        let message = self.hand.voice.say(key, &[("value", value.into())]);
        RecordWrong { name: field.code().to_owned(), message }
    }

    fn refused(&self, field: Field, key: &str, value: &str) -> Written {
        Written { wrong: vec![self.wrong(field, key, value)], ..Written::default() }
    }

    /// Puts keys where the form has numbers; the source they are of: id and name.
    fn settle(&mut self) -> Result<(i64, String)> {
        let kind = self.kind();
        if kind == Kind::Customers {
            let stored = self.draft.record.id.map(|id| account::by_id(self.tx, id)).transpose()?;
            return match stored.flatten() {
                Some(stored) => {
                    self.set(Field::Id, stored.account.key);
                    Ok((stored.source, self.source(stored.source)?))
                }
                None => {
                    if self.text(Field::Id).is_empty() {
                        // Its number is known once it is written.
                        self.set(Field::Id, KEY.to_owned());
                    }
                    Ok((source::find_or_add(self.tx, BY_HAND)?, BY_HAND.to_owned()))
                }
            };
        }
        if let Some(key) = self.before.plan_key() {
            self.set(Field::Id, key);
        }
        let owner = if kind == Kind::Referrals {
            self.account_of(Field::Referred)?;
            self.account_of(Field::Referrer)?
        } else {
            let id: Option<i64> = self.text(Field::Customer).parse().ok();
            let own = self.before.accounts.iter().find(|one| Some(one.id) == id);
            own.cloned()
        };
        let accounts = &self.before.accounts;
        let owner = owner.or_else(|| accounts.first().cloned());
        let Some(owner) = owner else {
            let id = match self.before.row.get("source").and_then(serde_json::Value::as_i64) {
                Some(id) => id,
                None => source::find_or_add(self.tx, "")?,
            };
            return Ok((id, self.source(id)?));
        };
        self.owner = Some(owner.id);
        if self.values.contains_key(Field::Customer.code()) {
            self.set(Field::Customer, owner.account.key);
        }
        Ok((owner.source, self.source(owner.source)?))
    }

    /// Puts the key of the first account of a customer in place of his number; gives that account.
    fn account_of(&mut self, field: Field) -> Result<Option<account::Stored>> {
        let Ok(customer) = self.text(field).parse() else { return Ok(None) };
        let first = account::of_customer(self.tx, customer)?.into_iter().next();
        let first = first.ok_or(Error::NoSuchCustomer)?;
        self.set(field, first.account.key.clone());
        Ok(Some(first))
    }

    fn source(&self, id: i64) -> Result<String> {
        let all = source::all(self.tx)?;
        Ok(all.into_iter().find(|one| one.0 == id).map(|one| one.1).unwrap_or_default())
    }
}
