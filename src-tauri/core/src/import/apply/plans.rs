//! Plans by the numbers the reader gave them, as the ids they have in the store.

use crate::Result;
use crate::model::{Plan, PlanRecords};
use crate::store::plan;
use rusqlite::{Connection, Transaction};
use rustc_hash::FxHashMap;

/// Plans of one source.
pub(super) struct Plans<'tx> {
    tx: &'tx Transaction<'tx>,
    source: i64,
    ids: FxHashMap<String, i64>,
    /// Ids by the reader's numbers.
    numbers: Vec<i64>,
}

impl<'tx> Plans<'tx> {
    pub(super) fn load(tx: &'tx Transaction<'tx>, source: i64) -> Result<Self> {
        let stored = plan::all(tx)?.into_iter().filter(|stored| stored.source == source);
        let ids = stored.map(|stored| (stored.plan.key, stored.id)).collect();
        Ok(Self { tx, source, ids, numbers: Vec::new() })
    }

    /// Takes the names of the next numbers; a plan nobody knows is added.
    pub(super) fn name(&mut self, names: Vec<String>) -> Result<()> {
        for name in names {
            let id = match self.ids.get(&name) {
                Some(id) => *id,
                None => {
                    let new = Plan { key: name.clone(), ..Plan::default() };
                    let id = plan::add(self.tx, self.source, &new)?;
                    self.ids.insert(name, id);
                    id
                }
            };
            self.numbers.push(id);
        }
        Ok(())
    }

    /// The id of a number.
    pub(super) fn id(&self, number: Option<i64>) -> Option<i64> {
        self.numbers.get(usize::try_from(number?).ok()?).copied()
    }
}

/// The price list of a source, for the reader.
pub(in crate::import) fn records(conn: &Connection, source: &str) -> Result<PlanRecords> {
    let Some(source) = crate::store::source::find(conn, source)? else {
        return Ok(PlanRecords::default());
    };
    let all = plan::all(conn)?;
    let own = all.iter().filter(|stored| stored.source == source);
    Ok(PlanRecords::new(own.map(|stored| &stored.plan)))
}
