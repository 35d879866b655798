//! The price list.

use super::bulk::inserter;
use super::deleted;
use super::terms::{Codes, text, unit};
use super::trace::Values;
use crate::model::{Interval, Listed, Plan, PlanRecords};
use crate::{Error, Result};
use rusqlite::{Connection, Row, Transaction, params};
use rustc_hash::FxHashMap;

const COLUMNS: [&str; 7] = ["source", "key", "name", "amount", "currency", "unit", "unit_count"];

/// A plan with its place in the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Its id.
    pub id: i64,
    /// Where it comes from.
    pub source: i64,
    /// What it says.
    pub plan: Plan,
}

inserter!("plan", COLUMNS, (i64, &Plan), |bulk, (source, plan)| {
    bulk.put(source)?;
    bulk.put(&plan.key)?;
    bulk.put(&plan.name)?;
    bulk.put(plan.amount)?;
    bulk.put(plan.currency.as_ref().map(|c| c.code()))?;
    bulk.put(plan.interval.map(|i| i.unit.code()))?;
    bulk.put(plan.interval.map(|i| i.count))
});

/// Adds one plan and gives its id.
pub fn add(tx: &Transaction<'_>, source: i64, plan: &Plan) -> Result<i64> {
    let mut inserter = Inserter::new(tx)?;
    let id = inserter.push(&(source, plan))?;
    inserter.finish()?;
    Ok(id)
}

/// Rewrites what a plan says; columns that stay the same leave no trace in the change.
pub fn update(tx: &Transaction<'_>, id: i64, plan: &Plan) -> Result<()> {
    let mut statement = tx.prepare_cached(
        "UPDATE plan SET key = ?2, name = ?3, amount = ?4, currency = ?5, unit = ?6, unit_count = ?7
         WHERE id = ?1",
    )?;
    statement.execute(params![
        id,
        plan.key,
        plan.name,
        plan.amount,
        plan.currency.as_ref().map(|c| c.code()),
        plan.interval.map(|i| i.unit.code()),
        plan.interval.map(|i| i.count),
    ])?;
    Ok(())
}

/// Every plan, by id.
pub fn all(conn: &Connection) -> Result<Vec<Stored>> {
    let sql = format!("SELECT id, {} FROM plan ORDER BY id", COLUMNS.join(", "));
    let mut statement = conn.prepare_cached(&sql)?;
    let mut rows = statement.query([])?;
    let mut codes = Codes::default();
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(stored(row, &mut codes)?);
    }
    Ok(found)
}

/// What is listed of each of these plans, by id: what its source says of its key or, where it says
/// nothing, of the plan of that name.
pub fn listed(all: &[Stored]) -> FxHashMap<i64, Listed> {
    let mut sources: FxHashMap<i64, Vec<&Plan>> = FxHashMap::default();
    for stored in all {
        sources.entry(stored.source).or_default().push(&stored.plan);
    }
    let of = |(source, plans)| (source, PlanRecords::new(plans));
    let records: FxHashMap<i64, PlanRecords> = sources.into_iter().map(of).collect();
    all.iter().map(|one| (one.id, records[&one.source].listed(&one.plan.key))).collect()
}

/// The plan that a JSON object of its columns stands for, as [`deleted::old`] gives it.
pub fn of_values(conn: &Connection, values: &Values) -> Result<Plan> {
    let mut statement = conn.prepare_cached(&deleted::select(&COLUMNS))?;
    let mut rows = statement.query([deleted::json(values)?])?;
    let row = rows.next()?.ok_or_else(|| Error::Unexpected("no row of JSON".to_owned()))?;
    Ok(stored(row, &mut Codes::default())?.plan)
}

fn stored(row: &Row<'_>, codes: &mut Codes) -> Result<Stored> {
    let currency = text(row, 5)?.map(|code| codes.currency(code.as_bytes())).transpose()?;
    let unit = text(row, 6)?.map(|code| unit(code.as_bytes())).transpose()?;
    let count: Option<u32> = row.get(7)?;
    Ok(Stored {
        id: row.get(0)?,
        source: row.get(1)?,
        plan: Plan {
            key: row.get(2)?,
            name: row.get(3)?,
            amount: row.get(4)?,
            currency,
            interval: unit.zip(count).and_then(|(unit, count)| Interval::new(unit, count)),
        },
    })
}
