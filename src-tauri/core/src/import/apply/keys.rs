//! Keys of one table in memory: text to a dense number, exact, a few bytes a key.

use crate::{Error, Result};
use hashbrown::HashTable;
use rustc_hash::FxBuildHasher;
use std::hash::BuildHasher;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard};

/// Keys in the order they came. Their texts lie in one buffer and are compared whole: two keys
/// with the same hash stay two keys.
#[derive(Default)]
pub(super) struct Keys {
    texts: Vec<u8>,
    /// Where each text ends.
    ends: Vec<u32>,
    table: HashTable<u32>,
}

impl Keys {
    /// The number of a key.
    #[inline]
    pub(super) fn find(&self, key: &str) -> Option<usize> {
        let is_key = |number: &u32| text(&self.texts, &self.ends, *number) == key.as_bytes();
        self.table.find(hash(key.as_bytes()), is_key).map(|number| *number as usize)
    }

    /// Adds a key that is not there yet and gives its number.
    pub(super) fn add(&mut self, key: &str) -> Result<usize> {
        let number = u32::try_from(self.ends.len()).map_err(|_| too_many())?;
        self.texts.extend_from_slice(key.as_bytes());
        self.ends.push(u32::try_from(self.texts.len()).map_err(|_| too_many())?);
        let (texts, ends) = (&self.texts, &self.ends);
        let rehash = |number: &u32| hash(text(texts, ends, *number));
        self.table.insert_unique(hash(key.as_bytes()), number, rehash);
        Ok(number as usize)
    }
}

/// Keys that one thread adds to and another looks up in. None is taken out and no number changes, so
/// that what was found stays right.
#[derive(Clone, Default)]
pub(super) struct SharedKeys(Arc<RwLock<Keys>>);

impl SharedKeys {
    /// To look up many.
    pub(super) fn read(&self) -> RwLockReadGuard<'_, Keys> {
        self.0.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// The number of a key.
    pub(super) fn find(&self, key: &str) -> Option<usize> {
        self.read().find(key)
    }

    /// Adds a key that is not there yet and gives its number.
    pub(super) fn add(&self, key: &str) -> Result<usize> {
        self.0.write().unwrap_or_else(PoisonError::into_inner).add(key)
    }
}

fn text<'k>(texts: &'k [u8], ends: &[u32], number: u32) -> &'k [u8] {
    let at = number as usize;
    let start = if at == 0 { 0 } else { ends[at - 1] as usize };
    &texts[start..ends[at] as usize]
}

fn hash(key: &[u8]) -> u64 {
    FxBuildHasher.hash_one(key)
}

fn too_many() -> Error {
    Error::Unexpected("more keys than an import can hold".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_found_again_and_no_other() {
        let mut keys = Keys::default();
        for n in 0..10_000 {
            assert_eq!(keys.add(&format!("cus_{n}")).unwrap(), n);
        }
        assert!((0..10_000).all(|n| keys.find(&format!("cus_{n}")) == Some(n)));
        assert_eq!(keys.find("cus_"), None);
        assert_eq!(keys.find(""), None);
    }
}
