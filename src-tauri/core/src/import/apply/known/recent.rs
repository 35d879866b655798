//! The rows a file met lately, by hash: exact, some 30 bytes each.

use hashbrown::HashTable;

/// A row of the store as this file spoke of it.
#[derive(Clone, Copy)]
pub(super) struct Entry {
    pub(super) hash: i64,
    pub(super) row: i64,
    pub(super) line: u32,
}

/// Entries in the order they came.
pub(super) struct Recent {
    entries: Vec<Entry>,
    table: HashTable<u32>,
}

impl Recent {
    /// Empty, with room for so many.
    pub(super) fn with_room(many: usize) -> Self {
        Self { entries: Vec::with_capacity(many), table: HashTable::with_capacity(many) }
    }

    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    #[inline]
    pub(super) fn find(&mut self, hash: i64) -> Option<&mut Entry> {
        let entries = &self.entries;
        let at = *self.table.find(spread(hash), |at| entries[*at as usize].hash == hash)?;
        self.entries.get_mut(at as usize)
    }

    pub(super) fn holds(&self, hash: i64) -> bool {
        let is_it = |at: &u32| self.entries[*at as usize].hash == hash;
        self.table.find(spread(hash), is_it).is_some()
    }

    /// Adds an entry of a hash that is not there.
    pub(super) fn add(&mut self, entry: Entry) {
        let at = u32::try_from(self.entries.len()).unwrap_or(u32::MAX);
        self.entries.push(entry);
        let entries = &self.entries;
        let again = |at: &u32| spread(entries[*at as usize].hash);
        self.table.insert_unique(spread(entry.hash), at, again);
    }

    /// Everything in the order of the hashes. It is empty once [`Recent::clear`] was called.
    pub(super) fn sorted(&mut self) -> &[Entry] {
        self.table.clear();
        self.entries.sort_unstable_by_key(|entry| entry.hash);
        &self.entries
    }

    pub(super) fn clear(&mut self) {
        self.entries.clear();
        self.table.clear();
    }
}

/// The table wants its high bits as random as its low ones; the highest of a fact's hash is 0.
fn spread(hash: i64) -> u64 {
    hash.cast_unsigned().rotate_left(32)
}
