//! What an import did, counted.

use super::super::problem::{Code, Problems};
use super::keys::Keys;
use crate::Result;
use crate::store::Ids;
use rustc_hash::FxHashMap;

/// Counts of rows, and what was found on the way.
#[derive(Debug, Default)]
pub(super) struct Tally {
    pub(super) new: u64,
    pub(super) changed: u64,
    pub(super) unchanged: u64,
    /// Which rows these are.
    pub(super) same: Ids,
    pub(super) skipped: u64,
    /// Something in a list of subscriptions has ended.
    pub(super) ended: bool,
    pub(super) problems: Problems,
    /// Lines that a later line contradicts: (earlier, later).
    pub(super) superseded: Superseded,
    /// Rows whose earlier line has to be known, by hash: the line, once it was met.
    pub(super) asked: Asked,
    /// One of them was not known yet: all is to be done again.
    pub(super) unanswered: bool,
}

impl Tally {
    /// A row says what is there already.
    pub(super) fn same(&mut self, id: i64) {
        self.unchanged += 1;
        self.same.add(id);
    }

    /// A row that was deleted by hand, and is left out.
    pub(super) fn still_deleted(&mut self, line: u64, key: &str) {
        self.skipped += 1;
        self.problems.add(line, Code::StillDeleted, None, key.as_bytes());
    }

    /// A row that was deleted by hand, and is back because its file says something new.
    pub(super) fn back_again(&mut self, line: u64, key: &str) {
        self.problems.add(line, Code::BackAgain, None, key.as_bytes());
    }

    /// The earlier line of this row is forgotten: the next attempt takes note of it.
    pub(super) fn ask(&mut self, hash: i64) {
        self.skipped += 1;
        self.unanswered = true;
        self.asked.insert(hash, None);
    }

    /// This line speaks of a row.
    #[inline]
    pub(super) fn answer(&mut self, hash: i64, line: u32) {
        if !self.asked.is_empty()
            && let Some(answer) = self.asked.get_mut(&hash)
        {
            *answer = Some(line);
        }
    }
}

/// What one attempt at a file found out for the next.
#[derive(Debug, Default)]
pub(super) struct Again {
    /// Lines to leave out.
    pub(super) superseded: Superseded,
    /// Rows whose line to take note of.
    pub(super) asked: Asked,
}

impl Again {
    /// What has to be done again after an attempt that knew this; nothing after one that knew all.
    pub(super) fn next(&self, tally: &mut Tally) -> Option<Self> {
        let asked = std::mem::take(&mut tally.asked);
        if tally.unanswered && self.asked.is_empty() {
            let unanswered = asked.into_keys().map(|hash| (hash, None)).collect();
            return Some(Self { asked: unanswered, superseded: Superseded::default() });
        }
        let superseded = std::mem::take(&mut tally.superseded);
        if self.superseded.is_empty() && !superseded.is_empty() {
            let asked = self.asked.keys().map(|hash| (*hash, None)).collect();
            return Some(Self { superseded, asked });
        }
        None
    }
}

/// Lines by hash of the row they speak of.
pub(super) type Asked = FxHashMap<i64, Option<u32>>;

/// Lines that do not count because a later one has the same key and other values.
pub(super) type Superseded = FxHashMap<u64, u64>;

/// Rows of one table by their key: those in the store, and those of this file with the line that
/// said so last.
#[derive(Default)]
pub(super) struct Seen {
    keys: Keys,
    ids: Vec<i64>,
    /// 0 for a row that is in the store and not in the file so far.
    lines: Vec<u32>,
}

/// What is known of a key.
#[derive(Clone, Copy)]
pub(super) enum Place {
    /// Nothing: a new row.
    Nowhere,
    /// In the store, under this id.
    Stored(i64),
    /// In this file already, on this line.
    Earlier(i64, u64),
}

impl Seen {
    pub(super) fn len(&self) -> usize {
        self.ids.len()
    }

    /// Adds a row that is in the store.
    pub(super) fn stored(&mut self, id: i64, key: &str) -> Result<()> {
        self.add(id, key, 0)
    }

    /// Adds a row this file brings.
    pub(super) fn brought(&mut self, id: i64, key: &str, line: u64) -> Result<()> {
        self.add(id, key, line)
    }

    fn add(&mut self, id: i64, key: &str, line: u64) -> Result<()> {
        self.keys.add(key)?;
        self.ids.push(id);
        self.lines.push(number(line));
        Ok(())
    }

    /// Whether a key is in the store or was met in this file.
    pub(super) fn knows(&self, key: &str) -> bool {
        self.keys.find(key).is_some()
    }

    /// Looks up a key that will be asked for ([`super::pump::Target::ahead`]).
    pub(super) fn ahead(&self, key: &str) {
        std::hint::black_box(self.keys.find(key));
    }

    /// Where a key was met before; from now on it was met on this line.
    pub(super) fn meet(&mut self, key: &str, line: u64) -> Place {
        let Some(at) = self.keys.find(key) else { return Place::Nowhere };
        let earlier = std::mem::replace(&mut self.lines[at], number(line));
        if earlier == 0 {
            Place::Stored(self.ids[at])
        } else {
            Place::Earlier(self.ids[at], u64::from(earlier))
        }
    }
}

fn number(line: u64) -> u32 {
    u32::try_from(line).unwrap_or(u32::MAX)
}
