//! A scale from its lowest to its highest answer, kept with the survey for ever.

use crate::model::Ratio;

/// From the lowest to the highest answer, both included.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Scale {
    /// The lowest answer.
    pub low: u8,
    /// The highest one, above the lowest.
    pub high: u8,
}

impl Scale {
    /// 0 to 10: how likely to recommend.
    pub const NPS: Self = Self { low: 0, high: 10 };
    /// 1 to 10: the loyalty index.
    pub const TEN: Self = Self { low: 1, high: 10 };
    /// 1 to 5: satisfaction.
    pub const FIVE: Self = Self { low: 1, high: 5 };
    /// 1 to 7: effort.
    pub const SEVEN: Self = Self { low: 1, high: 7 };

    /// A scale of this program: two answers at least, none above 10.
    pub fn new(low: u8, high: u8) -> Option<Self> {
        (low < high && high <= 10).then_some(Self { low, high })
    }

    /// Whether it holds an answer.
    pub fn has(self, answer: u8) -> bool {
        (self.low..=self.high).contains(&answer)
    }

    /// Every answer, the lowest first.
    pub fn answers(self) -> impl Iterator<Item = u8> {
        self.low..=self.high
    }

    /// An answer from 0 to 100: ten times itself on the scale of 1 to 10 (the lowest is 10), on any
    /// other by its lowest and highest answer (4 of 1-5 is 75).
    pub fn hundred(self, answer: u8) -> Option<Ratio> {
        let answer = i64::from(answer);
        if self == Self::TEN {
            return Ratio::of(answer * 10, 1);
        }
        let (low, high) = (i64::from(self.low), i64::from(self.high));
        Ratio::of((answer - low) * 100, high - low)
    }

    /// Whether an answer is one of the two highest.
    pub fn is_top_two(self, answer: u8) -> bool {
        answer + 1 >= self.high
    }

    /// Whether an answer lies above the middle of the scale.
    pub fn is_above_middle(self, answer: u8) -> bool {
        u16::from(answer) * 2 > u16::from(self.low) + u16::from(self.high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_scales_rescale_by_their_own_ends() {
        let hundred = |scale: Scale, answer| scale.hundred(answer).unwrap().scaled(1);
        assert_eq!(hundred(Scale::FIVE, 4), 75);
        assert_eq!(hundred(Scale::TEN, 1), 10);
        assert_eq!(hundred(Scale::TEN, 10), 100);
        assert_eq!(hundred(Scale::NPS, 0), 0);
    }

    #[test]
    fn a_scale_has_two_answers_at_least() {
        assert!(Scale::new(3, 3).is_none() && Scale::new(1, 11).is_none());
        assert_eq!(Scale::new(1, 5), Some(Scale::FIVE));
    }
}
