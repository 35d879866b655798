//! What was typed into the store: one record, added or corrected.

use super::super::apply::{number, with_occurrence};
use super::super::facts::{self, Facts, Read};
use super::super::validate::{FactRow, PlanRecord, PlanRecords};
use super::super::{Field, Kind};
use super::form::Draft;
use super::read::{Row, Typed};
use super::{BY_HAND, Hand, KEY, RecordDraft, RecordWrong, Written};
use crate::accounts::after_import;
use crate::model::{Account, Plan, PlanChange, Subscription};
use crate::store::fact::{Fact, Table, Value};
use crate::store::{account, plan, plan_change, source, subscription};
use crate::task::Cancel;
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
    if let Some(wrong) = saving.nameless().or_else(|| saving.silent()) {
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

/// The price list as readers look plans up, the source's own before all others.
fn plans(tx: &Transaction<'_>, own: i64) -> Result<PlanRecords> {
    let mut all = plan::all(tx)?;
    all.sort_by_key(|stored| (stored.source == own, std::cmp::Reverse(stored.id)));
    let record = |plan: Plan| {
        let Plan { key, amount, currency, interval, .. } = plan;
        (key, PlanRecord { amount, currency, interval })
    };
    Ok(all.into_iter().map(|stored| record(stored.plan)).collect())
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
        let owner = match kind {
            Kind::Referrals => self.account_of(Field::Referrer)?,
            _ => self.text(Field::Customer).parse().ok(),
        };
        if kind == Kind::Referrals {
            self.account_of(Field::Referred)?;
        }
        let accounts = &self.before.accounts;
        let owner = owner.and_then(|id| accounts.iter().find(|one| one.id == id).cloned());
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

    /// Puts the key of the first account of a customer in place of his number; gives its id.
    fn account_of(&mut self, field: Field) -> Result<Option<i64>> {
        let Ok(customer) = self.text(field).parse() else { return Ok(None) };
        let first = account::of_customer(self.tx, customer)?.into_iter().next();
        let first = first.ok_or(Error::NoSuchCustomer)?;
        self.set(field, first.account.key);
        Ok(Some(first.id))
    }

    fn source(&self, id: i64) -> Result<String> {
        let all = source::all(self.tx)?;
        Ok(all.into_iter().find(|one| one.0 == id).map(|one| one.1).unwrap_or_default())
    }

    fn write(&self, source: i64, row: Row) -> Result<Written> {
        match row {
            Row::Customer(facts) => self.customer(source, facts),
            Row::Subscription(facts) => self.subscription(source, *facts),
            Row::Change(facts, hash) => self.plan_change(source, *facts, hash),
            Row::Plan(facts) => self.plan(source, facts),
            Row::Fact(row) => self.fact(source, &row),
        }
    }

    /// Opens or corrects an account. With an address that another source knows it becomes one with
    /// that customer, by the rule imports join by.
    fn customer(&self, source: i64, mut facts: Account) -> Result<Written> {
        let id = match self.draft.record.id {
            Some(id) => {
                account::update(self.tx, id, &facts)?;
                id
            }
            None => {
                let mut inserter = account::Inserter::new(self.tx)?;
                if facts.key == KEY {
                    facts.key = format!("{KEY}{}", inserter.next_id());
                }
                if account::has_key(self.tx, source, &facts.key)? {
                    return Ok(self.refused(Field::Id, "hand-key-taken", &facts.key));
                }
                let id =
                    inserter.push(&account::New { source, customer: None, account: &facts })?;
                inserter.finish()?;
                id
            }
        };
        let was = account::by_id(self.tx, id)?.map(|stored| stored.customer);
        after_import(self.tx, self.change, &Cancel::default())?;
        let customer = account::by_id(self.tx, id)?.map(|stored| stored.customer);
        let joined = customer != was || customer.is_some_and(|customer| customer != id);
        Ok(Written { customer, joined: joined && self.before.is_new(), wrong: Vec::new() })
    }

    fn subscription(&self, source: i64, mut facts: Subscription) -> Result<Written> {
        facts.account = self.owner.ok_or(Error::NoSuchCustomer)?;
        facts.terms.plan = self.plan_id(source)?;
        if let Some(id) = self.draft.record.id {
            let stored = subscription::by_id(self.tx, id)?.ok_or(Error::NoSuchRecord)?.subscription;
            facts.key = stored.key;
            if facts.status == stored.status {
                facts.seen_on = stored.seen_on;
            }
            subscription::update(self.tx, id, &facts)?;
            return Ok(self.done());
        }
        let mut inserter = subscription::Inserter::new(self.tx)?;
        if facts.key.is_empty() {
            facts.key = format!("{KEY}{}", inserter.next_id());
        } else if subscription::has_key(self.tx, source, &facts.key)? {
            return Ok(self.refused(Field::Id, "hand-key-taken", &facts.key));
        }
        inserter.push(&facts)?;
        inserter.finish()?;
        Ok(self.done())
    }

    fn plan_change(&self, source: i64, mut facts: PlanChange, hash: u128) -> Result<Written> {
        facts.account = self.owner.ok_or(Error::NoSuchCustomer)?;
        facts.terms.plan = self.plan_id(source)?;
        if let Some(id) = self.draft.record.id {
            plan_change::update(self.tx, id, &facts)?;
            return Ok(self.done());
        }
        let mut nth = 1;
        while plan_change::has_hash(self.tx, with_occurrence(hash, nth))? {
            nth += 1;
        }
        let hash = with_occurrence(hash, nth);
        plan_change::add(self.tx, &plan_change::New { change: &facts, hash })?;
        Ok(self.done())
    }

    fn plan(&self, source: i64, mut facts: Plan) -> Result<Written> {
        let all = plan::all(self.tx)?;
        if self.text(Field::Interval).is_empty() {
            facts.interval = None;
        }
        if let Some(id) = self.draft.record.id {
            let stored = all.into_iter().find(|stored| stored.id == id);
            facts.key = stored.ok_or(Error::NoSuchRecord)?.plan.key;
            plan::update(self.tx, id, &facts)?;
            return Ok(Written::default());
        }
        if all.iter().any(|stored| stored.source == source && stored.plan.key == facts.key) {
            return Ok(self.refused(Field::Name, "hand-key-taken", &facts.key));
        }
        plan::add(self.tx, source, &facts)?;
        Ok(Written::default())
    }

    fn fact(&self, source: i64, row: &FactRow) -> Result<Written> {
        let facts = facts::of(self.kind()).ok_or(Error::NoSuchRecord)?;
        let table = Table::new(facts.table, facts.columns.iter().map(|(name, _)| *name));
        let mut fact = Fact { hash: 0, key: row.key.clone(), values: row.values.clone() };
        for (value, (_, read)) in fact.values.iter_mut().zip(facts.columns) {
            match read {
                Read::Plan => *value = whole(self.plan_id(source)?),
                Read::Customer(Field::Customer) | Read::Anyone(_) => *value = whole(self.owner),
                Read::Customer(field) => *value = whole(self.person(*field)?),
                _ => {}
            }
        }
        if let Some(id) = self.draft.record.id {
            let stored = table.by_id(self.tx, id)?.ok_or(Error::NoSuchRecord)?;
            (fact.hash, fact.key) = (stored.hash, stored.key);
            table.update(self.tx, id, &fact)?;
            return Ok(self.done());
        }
        match self.free(facts, &table, row)? {
            Ok(hash) => fact.hash = hash,
            Err(wrong) => return Ok(Written { wrong: vec![wrong], ..Written::default() }),
        }
        table.add(self.tx, &fact)?;
        Ok(self.done())
    }

    /// The identity of a new fact: of its key there is one, a twin without a key takes the next
    /// number.
    fn free(
        &self,
        facts: &Facts,
        table: &Table,
        row: &FactRow,
    ) -> Result<Result<i64, RecordWrong>> {
        let by_key = !row.key.is_empty();
        let once = by_key || !facts.same.is_empty();
        let mut nth = 1;
        while table.has_hash(self.tx, number(row.hash, nth))? {
            if once {
                let field = if by_key { Some(Field::Id) } else { self.told_apart(facts) };
                let field = field.unwrap_or(Field::Id);
                let key = if by_key { "hand-key-taken" } else { "hand-there-already" };
                return Ok(Err(self.wrong(field, key, &row.key)));
            }
            nth += 1;
        }
        Ok(Ok(number(row.hash, nth)))
    }

    /// The field that tells rows of such a kind apart.
    fn told_apart(&self, facts: &Facts) -> Option<Field> {
        let first = facts.same.first()?;
        facts.columns.iter().find(|(name, _)| name == first)?.1.fields().first().copied()
    }

    /// The account of a customer who was chosen by number.
    fn person(&self, field: Field) -> Result<Option<i64>> {
        let typed = self.draft.values.get(field.code()).cloned();
        let number = typed.map_or_else(|| self.before.text(field), Ok)?;
        let Ok(number) = number.trim().parse() else { return Ok(None) };
        Ok(account::of_customer(self.tx, number)?.first().map(|stored| stored.id))
    }

    /// The plan that was typed: as it was, else one of that name or key, else a new one.
    fn plan_id(&self, source: i64) -> Result<Option<i64>> {
        let text = self.text(Field::Plan);
        if text.is_empty() {
            return Ok(None);
        }
        if self.before.text(Field::Plan)? == text {
            return Ok(self.before.row.get("plan").and_then(serde_json::Value::as_i64));
        }
        let mut all = plan::all(self.tx)?;
        all.sort_by_key(|stored| (stored.source != source, stored.id));
        let is = |stored: &&plan::Stored| {
            let named = stored.plan.name.as_deref().is_some_and(|name| name == text);
            named || stored.plan.key == text
        };
        if let Some(known) = all.iter().find(is) {
            return Ok(Some(known.id));
        }
        let new = Plan { key: text.to_owned(), ..Plan::default() };
        plan::add(self.tx, source, &new).map(Some)
    }

    fn done(&self) -> Written {
        Written { customer: self.before.customer, ..Written::default() }
    }
}

fn whole(number: Option<i64>) -> Value {
    number.map_or(Value::Nothing, Value::Whole)
}
