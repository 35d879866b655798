//! The account of a row: found by its key, or opened.

use super::keys::SharedKeys;
use crate::Result;
use crate::model::Account;
use crate::store::account::{self, Blanks, Inserter, New};
use crate::task::Beat;
use rusqlite::Transaction;

/// Accounts of one source, those in the store and those this import opens.
pub(super) struct Accounts<'tx> {
    tx: &'tx Transaction<'tx>,
    source: i64,
    keys: SharedKeys,
    ids: Vec<i64>,
    blanks: Vec<Blanks>,
    inserter: Inserter<'tx>,
    scratch: Account,
}

/// What a row that is about something else knows of its customer; empty for nothing.
#[derive(Clone, Copy, Default)]
pub(super) struct Known<'r> {
    pub(super) name: &'r str,
    pub(super) email: &'r str,
    pub(super) country: &'r str,
}

impl<'tx> Accounts<'tx> {
    /// Loads the keys of a source.
    pub(super) fn load(
        tx: &'tx Transaction<'tx>,
        source: i64,
        beat: &mut Beat<'_>,
    ) -> Result<Self> {
        let inserter = Inserter::new(tx)?;
        let (keys, scratch) = (SharedKeys::default(), Account::default());
        let (ids, blanks) = (Vec::new(), Vec::new());
        let mut accounts = Self { tx, source, keys, ids, blanks, inserter, scratch };
        account::known(tx, source, |id, key, blanks| {
            if accounts.ids.len().is_multiple_of(4096) {
                beat()?;
            }
            accounts.remember(id, key, blanks)
        })?;
        Ok(accounts)
    }

    fn remember(&mut self, id: i64, key: &str, blanks: Blanks) -> Result<()> {
        self.keys.add(key)?;
        self.ids.push(id);
        self.blanks.push(blanks);
        Ok(())
    }

    /// Whether an account belongs to this source (its ids come in order).
    pub(super) fn owns(&self, id: i64) -> bool {
        self.ids.binary_search(&id).is_ok()
    }

    /// The number of a key among those known, and the account's id.
    pub(super) fn find(&self, key: &str) -> Option<(usize, i64)> {
        self.keys.find(key).map(|number| (number, self.ids[number]))
    }

    /// The keys, for who looks them up elsewhere.
    pub(super) fn keys(&self) -> SharedKeys {
        self.keys.clone()
    }

    /// Opens an account with everything its source says.
    pub(super) fn open(&mut self, account: &Account) -> Result<i64> {
        let id = self.inserter.push(&New { source: self.source, customer: None, account })?;
        let blanks = Blanks {
            name: account.name.is_none(),
            email: account.email.is_none(),
            country: account.country.is_none(),
        };
        self.remember(id, &account.key, blanks)?;
        Ok(id)
    }

    /// The account of a key, whose number may be known already, opened when it is not there; blanks
    /// in it are filled with what is known, what stands there stays.
    pub(super) fn resolve(
        &mut self,
        number: Option<usize>,
        key: &str,
        known: Known<'_>,
    ) -> Result<i64> {
        let found = number.or_else(|| self.keys.find(key));
        let Some((number, id)) = found.map(|number| (number, self.ids[number])) else {
            let mut account = std::mem::take(&mut self.scratch);
            account.key.clear();
            account.key.push_str(key);
            set(&mut account.name, known.name);
            set(&mut account.email, known.email);
            set(&mut account.country, known.country);
            let id = self.open(&account)?;
            self.scratch = account;
            return Ok(id);
        };
        let blanks = self.blanks[number];
        let fills = (blanks.name && !known.name.is_empty())
            || (blanks.email && !known.email.is_empty())
            || (blanks.country && !known.country.is_empty());
        if fills {
            self.inserter.settle(id)?;
            account::fill(self.tx, id, known.name, known.email, known.country)?;
            let left = &mut self.blanks[number];
            left.name &= known.name.is_empty();
            left.email &= known.email.is_empty();
            left.country &= known.country.is_empty();
        }
        Ok(id)
    }

    /// Makes sure that an account can be read and altered.
    pub(super) fn settle(&mut self, id: i64) -> Result<()> {
        self.inserter.settle(id)
    }

    /// Writes what was opened.
    pub(super) fn flush(&mut self) -> Result<()> {
        self.inserter.flush()
    }
}

fn set(slot: &mut Option<String>, text: &str) {
    if text.is_empty() {
        *slot = None;
    } else {
        let kept = slot.get_or_insert_default();
        kept.clear();
        kept.push_str(text);
    }
}
