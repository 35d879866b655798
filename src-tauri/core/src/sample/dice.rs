//! The chance behind the sample: whole numbers only, so every platform draws the same business.

/// A stream of random numbers: SplitMix64 (Steele, Lea and Flood, 2014).
#[derive(Clone, Debug)]
pub(super) struct Dice(u64);

/// The step of SplitMix64: 2^64 over the golden ratio.
const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

impl Dice {
    /// The stream of one thing: the same seed, topic and index give the same numbers, whatever
    /// else is drawn. So a larger business does not change who its first customers are.
    pub(super) fn new(seed: u64, topic: Topic, index: u64) -> Self {
        let mut dice = Self(seed);
        let seed = dice.next();
        Self(seed ^ mix(index.wrapping_mul(STEP).wrapping_add(topic as u64)))
    }

    /// Another number for every number: unique, and in no order.
    pub(super) fn scatter(n: u64) -> u64 {
        mix(n.wrapping_mul(STEP))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        mix(self.0)
    }

    /// A number from 0 to `n - 1`; 0 when `n` is 0.
    pub(super) fn below(&mut self, n: u32) -> u32 {
        let high = self.next() >> 32;
        u32::try_from((high * u64::from(n)) >> 32).unwrap_or_default()
    }

    /// A number from `low` to `high`, both included.
    pub(super) fn between(&mut self, low: i32, high: i32) -> i32 {
        let span = high.saturating_sub(low).saturating_add(1).max(1);
        low + self.below(span.unsigned_abs()).cast_signed()
    }

    /// Whether something happens that happens `n` times out of 10,000.
    pub(super) fn chance(&mut self, n: u32) -> bool {
        self.below(10_000) < n
    }

    /// One of a list that has at least one entry.
    pub(super) fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(u32::try_from(list.len()).unwrap_or(u32::MAX)) as usize]
    }

    /// One of a list that has at least one entry, each as often as its weight says.
    pub(super) fn weighted<'a, T>(&mut self, list: &'a [T], weight: impl Fn(&T) -> u32) -> &'a T {
        let total = list.iter().map(&weight).sum();
        let mut at = self.below(total);
        for entry in list {
            match at.checked_sub(weight(entry)) {
                Some(rest) => at = rest,
                None => return entry,
            }
        }
        &list[0]
    }
}

/// What a stream is for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Topic {
    /// How many sign up in a month.
    SignUps = 1,
    /// Who a customer is.
    Profile,
    /// How long his card is good.
    Card,
    /// What becomes of him.
    Life,
    /// How he uses the product.
    Usage,
    /// What he says in surveys.
    Opinion,
    /// What he buys beside his subscription.
    Purchases,
    /// Who sent him.
    Referral,
    /// Rows for benchmarks.
    Scale,
    /// What he takes for his points.
    Rewards,
}

fn mix(z: u64) -> u64 {
    let z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_those_of_splitmix64() {
        let mut dice = Dice(1_234_567);
        let drawn: Vec<u64> = (0..3).map(|_| dice.next()).collect();
        // The reference vector of the published algorithm for seed 1234567.
        assert_eq!(
            drawn,
            [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]
        );
    }

    #[test]
    fn draws_stay_in_their_bounds_and_reach_both_ends() {
        let mut dice = Dice::new(1, Topic::Life, 0);
        let drawn: Vec<i32> = (0..1_000).map(|_| dice.between(-2, 2)).collect();
        assert_eq!(drawn.iter().min(), Some(&-2));
        assert_eq!(drawn.iter().max(), Some(&2));
        let often = (0..10_000).filter(|_| dice.chance(2_500)).count();
        assert!((2_300..2_700).contains(&often), "{often}");
    }
}
