//! A Bloom filter of hashes: what it does not hold was certainly never put in.
//!
//! Split in blocks (Putze, Sanders and Singler, 2007; as Parquet lays them out): all bits of a hash
//! lie in one line of the processor's cache. Twelve bits a hash, so that one of about 150 strangers
//! is taken for known, and looked up for nothing.

/// Bits a hash.
const BITS: usize = 12;
/// Words of a block; each hash sets one bit in each.
const WORDS: usize = 8;
/// Odd numbers that spread a hash over the words.
const SALTS: [u32; WORDS] = [
    0x47b6_137b,
    0x4497_4d91,
    0x8824_ad5b,
    0xa2b7_289d,
    0x7054_95c7,
    0x2df1_424b,
    0x9efc_4947,
    0x5c6b_fb31,
];

/// Hashes that may have been met.
pub(super) struct Filter {
    blocks: Vec<[u32; WORDS]>,
}

impl Filter {
    /// With room for so many hashes; more make it say yes more often, never wrongly no.
    pub(super) fn new(hashes: usize) -> Self {
        let blocks = (hashes * BITS).div_ceil(WORDS * 32).max(1);
        Self { blocks: vec![[0; WORDS]; blocks] }
    }

    /// Puts a hash in.
    #[inline]
    pub(super) fn add(&mut self, hash: i64) {
        let at = self.block(hash);
        for (word, bit) in self.blocks[at].iter_mut().zip(bits(hash)) {
            *word |= bit;
        }
    }

    /// False only for a hash that was never put in.
    #[inline]
    pub(super) fn may_hold(&self, hash: i64) -> bool {
        let block = &self.blocks[self.block(hash)];
        block.iter().zip(bits(hash)).all(|(word, bit)| word & bit != 0)
    }

    /// The high bits choose the block (the highest is 0 in every hash of a fact).
    fn block(&self, hash: i64) -> usize {
        let wide = u128::from(hash.cast_unsigned() << 1) * self.blocks.len() as u128;
        usize::try_from(wide >> 64).unwrap_or_default()
    }
}

/// The low bits choose a bit in each word.
#[inline]
fn bits(hash: i64) -> [u32; WORDS] {
    let low = (hash & 0xFFFF_FFFF) as u32;
    SALTS.map(|salt| 1 << (low.wrapping_mul(salt) >> 27))
}

#[cfg(test)]
mod tests {
    use super::super::tests::hash;
    use super::*;

    #[test]
    fn what_was_put_in_is_found_and_few_strangers_are() {
        let mut filter = Filter::new(50_000);
        (0..50_000).for_each(|n| filter.add(hash(n)));
        assert!((0..50_000).all(|n| filter.may_hold(hash(n))));
        let strangers = (50_000..150_000).filter(|n| filter.may_hold(hash(*n))).count();
        assert!((100..1_500).contains(&strangers), "{strangers} of 100,000");
    }

    #[test]
    fn too_many_never_make_it_forget() {
        let mut filter = Filter::new(10);
        (0..10_000).for_each(|n| filter.add(hash(n)));
        assert!((0..10_000).all(|n| filter.may_hold(hash(n))));
    }
}
