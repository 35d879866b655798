//! Sets of row ids, small in memory and in the file: ids of rows that came together follow each other.

use crate::{Error, Result};
use rustc_hash::FxHashMap;

/// Ids of rows of one table, in any order; a bit each, in blocks of 512.
#[derive(Debug, Default)]
pub struct Ids(FxHashMap<i64, [u64; 8]>);

impl Ids {
    /// Adds one; above 0.
    pub fn add(&mut self, row: i64) {
        let (block, word, bit) = Self::place(row);
        self.0.entry(block).or_default()[word] |= bit;
    }

    /// Whether it is among them.
    pub fn holds(&self, row: i64) -> bool {
        let (block, word, bit) = Self::place(row);
        self.0.get(&block).is_some_and(|words| words[word] & bit != 0)
    }

    fn place(row: i64) -> (i64, usize, u64) {
        (row >> 9, (row >> 6 & 7) as usize, 1 << (row & 63))
    }

    /// The same as ranges that follow each other, from the smallest id on.
    pub fn runs(&self) -> Runs {
        let mut blocks: Vec<(&i64, &[u64; 8])> = self.0.iter().collect();
        blocks.sort_unstable_by_key(|(block, _)| **block);
        let mut runs = Runs::default();
        for (block, words) in blocks {
            for (word, bits) in (0..).zip(words) {
                let mut left = *bits;
                while left != 0 {
                    let bit = i64::from(left.trailing_zeros());
                    runs.push((block << 9) + (word << 6) + bit);
                    left &= left - 1;
                }
            }
        }
        runs
    }
}

/// Ids as ranges: (first, last), sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Runs(Vec<(i64, i64)>);

impl Runs {
    /// Adds an id larger than all before.
    fn push(&mut self, id: i64) {
        match self.0.last_mut() {
            Some((_, last)) if *last + 1 == id => *last = id,
            _ => self.0.push((id, id)),
        }
    }

    /// How many ids.
    pub fn len(&self) -> usize {
        let all: i64 = self.0.iter().map(|(first, last)| last - first + 1).sum();
        usize::try_from(all).unwrap_or_default()
    }

    /// None at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each id, the smallest first.
    pub fn ids(&self) -> impl Iterator<Item = i64> {
        self.0.iter().flat_map(|(first, last)| *first..=*last)
    }

    /// As the file keeps them: of each range how far it begins behind the one before and how many
    /// ids follow its first, seven bits a byte.
    pub(super) fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut at = 0;
        for (first, last) in &self.0 {
            put(&mut bytes, (first - at).cast_unsigned());
            put(&mut bytes, (last - first).cast_unsigned());
            at = *last;
        }
        bytes
    }

    /// Reads what [`Runs::bytes`] wrote.
    pub(super) fn read(bytes: &[u8]) -> Result<Self> {
        let damaged = || Error::Damaged { details: "ids of rows".to_owned() };
        let (mut left, mut at, mut runs) = (bytes, 0_i64, Vec::new());
        while !left.is_empty() {
            let gap = take(&mut left).ok_or_else(damaged)?;
            let length = take(&mut left).ok_or_else(damaged)?;
            let first = at.checked_add_unsigned(gap).ok_or_else(damaged)?;
            let last = first.checked_add_unsigned(length).ok_or_else(damaged)?;
            runs.push((first, last));
            at = last;
        }
        Ok(Self(runs))
    }
}

fn put(bytes: &mut Vec<u8>, mut number: u64) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn take(bytes: &mut &[u8]) -> Option<u64> {
    let mut number = 0;
    for shift in (0..63).step_by(7) {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        number |= u64::from(byte & 0x7F) << shift;
        if byte & 0x80 == 0 {
            return Some(number);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_in_any_order_are_ranges_and_read_back() {
        let mut ids = Ids::default();
        let given = [700, 3, 1, 2, 699, 4_000_000_000, 511, 512, 3];
        given.iter().for_each(|id| ids.add(*id));
        assert!(given.iter().all(|id| ids.holds(*id)) && !ids.holds(4));
        let runs = ids.runs();
        assert_eq!(runs.0, [(1, 3), (511, 512), (699, 700), (4_000_000_000, 4_000_000_000)]);
        assert_eq!(runs.len(), 8);
        assert_eq!(runs.ids().take(4).collect::<Vec<_>>(), [1, 2, 3, 511]);
        assert_eq!(Runs::read(&runs.bytes()).unwrap(), runs);
        assert_eq!(Runs::read(&[]).unwrap(), Runs::default());
    }

    #[test]
    fn a_million_rows_that_came_together_are_a_few_bytes() {
        let mut ids = Ids::default();
        (1..=1_200_000).rev().for_each(|id| ids.add(id));
        assert!(ids.runs().bytes().len() < 10);
        // Every third one missing: two bytes a range.
        let mut gaps = Ids::default();
        (1..=1_200_000).filter(|id| id % 3 != 0).for_each(|id| gaps.add(id));
        assert_eq!(gaps.runs().bytes().len(), 800_000);
    }

    #[test]
    fn bytes_nobody_wrote_are_damage() {
        for bytes in [&[0x80][..], &[1], &[0xFF; 12], &[1, 0x80]] {
            assert!(Runs::read(bytes).is_err(), "{bytes:?}");
        }
    }
}
