//! A record of each kind into its table.

use super::super::super::Field;
use super::super::super::apply::{number, with_occurrence};
use super::super::super::facts::{self, Facts, Read};
use super::super::super::validate::FactRow;
use super::super::read::Row;
use super::super::typed::is_listed;
use super::super::{KEY, RecordWrong, Written};
use super::Saving;
use crate::accounts::after_import;
use crate::model::{Account, Plan, PlanChange, Subscription, Terms};
use crate::store::fact::{Fact, Table, Value};
use crate::store::{account, plan, plan_change, subscription};
use crate::{Error, Result};

impl Saving<'_> {
    pub(super) fn write(&self, source: i64, row: Row) -> Result<Written> {
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
        after_import(self.tx, self.change, &mut || Ok(()))?;
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
            self.keep_open(&stored.terms, &mut facts.terms)?;
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
            let stored = plan_change::by_id(self.tx, id)?.ok_or(Error::NoSuchRecord)?.change;
            self.keep_open(&stored.terms, &mut facts.terms)?;
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

    /// An interval that was left to a price list which does not have it yet is shown as it is read
    /// without; who does not change it leaves it open.
    fn keep_open(&self, stored: &Terms, terms: &mut Terms) -> Result<()> {
        if terms.interval == stored.interval && !is_listed(self.tx, terms.plan)? {
            terms.listed = stored.listed;
        }
        Ok(())
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
