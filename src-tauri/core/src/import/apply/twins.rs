//! Rows without a key that say the same: each gets a number, so that real twins stay as many as they
//! are.

use rustc_hash::FxHashMap;
use siphasher::sip::SipHasher13;
use std::hash::Hasher;

/// Rows that came more than once and are kept in memory with their count; few in this crate's tests.
const ROOM: usize = if cfg!(test) { 25 } else { 1 << 20 };

/// How often rows came in this file. Only of those that came twice the count is kept, and when these
/// are too many, only of those that came often: the count of another is found again by asking for
/// its numbers one by one, which are where its earlier twins are ([`super::known`]).
#[derive(Default)]
pub(super) struct Twins {
    counts: FxHashMap<u128, u32>,
    /// Smaller counts were let go.
    least: u32,
}

impl Twins {
    /// The number to ask for first; those before it are taken.
    pub(super) fn next(&self, hash: u128) -> u32 {
        self.counts.get(&hash).map_or(1, |count| count + 1)
    }

    /// A row took this number.
    pub(super) fn took(&mut self, hash: u128, nth: u32) {
        if nth < 2.max(self.least) {
            return;
        }
        self.counts.insert(hash, nth);
        while self.counts.len() > ROOM {
            self.least = 2 * self.least.max(4);
            self.counts.retain(|_, count| *count >= self.least);
        }
    }
}

/// What the store keeps to know a row again: its hash and how often it came in its file; above 0.
pub(in crate::import) fn number(hash: u128, nth: u32) -> i64 {
    let mut hasher = SipHasher13::new();
    hasher.write(&hash.to_le_bytes());
    hasher.write(&nth.to_le_bytes());
    (hasher.finish() >> 1).cast_signed().max(1)
}
