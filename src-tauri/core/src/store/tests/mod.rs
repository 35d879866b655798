//! A small world for the tests of the store.

mod damage;
mod files;
mod histories;
mod loyalty;
mod tables;
mod undo;

use super::{Act, Founding, Store, account, source, subscription};
use crate::Result;
use crate::model::{Account, Currency, Day, Interval, Status, Subscription, Terms};
use std::path::Path;
use tempfile::TempDir;

/// A workspace in a directory of its own.
pub(super) struct World {
    pub(super) store: Store,
    pub(super) dir: TempDir,
}

pub(super) fn founding() -> Founding {
    Founding {
        name: "Harbour Tools".to_owned(),
        currency: Currency::EUR,
        time_zone: chrono_tz::Europe::Amsterdam,
    }
}

pub(super) fn act(label: &str) -> Act<'_> {
    Act { kind: "edit", label, at: 1_790_000_000 }
}

pub(super) fn world() -> World {
    let dir = TempDir::new().unwrap();
    let store = Store::create(&dir.path().join("harbour.holdfast"), &founding()).unwrap();
    World { store, dir }
}

/// Opens a workspace; its copies would go into a folder of that name.
pub(super) fn open(path: &Path) -> Result<Store> {
    Store::open(path, &path.with_file_name("copies"))
}

pub(super) fn subscription(account: i64, key: &str) -> Subscription {
    Subscription {
        account,
        key: key.to_owned(),
        terms: Terms {
            plan: None,
            amount: Some(2_900),
            mrr: None,
            currency: Currency::EUR,
            interval: Interval::MONTH,
            listed: false,
            quantity: 1,
            discount: 0,
        },
        status: Status::Active,
        start: Day(20_000),
        trial_start: None,
        trial_end: None,
        period_start: None,
        period_end: None,
        at_period_end: false,
        cancel_requested: None,
        ended: None,
        past_due_since: None,
        paused_on: None,
        cancel_reason: None,
        seen_on: Day(20_700),
    }
}

/// Adds so many customers with one subscription each, as one change.
pub(super) fn add_customers(store: &Store, many: usize) {
    store
        .write(&act("customers"), |tx, _| {
            let source = source::find_or_add(tx, "")?;
            let mut accounts = account::Inserter::new(tx)?;
            let mut subscriptions = subscription::Inserter::new(tx)?;
            for n in 0..many {
                let account = Account { key: format!("c{n}"), ..Account::default() };
                let new = account::New { source, customer: None, account: &account };
                let id = accounts.push(&new)?;
                subscriptions.push(&subscription(id, &format!("s{n}")))?;
            }
            accounts.finish()?;
            subscriptions.finish()?;
            Ok(())
        })
        .unwrap();
}
