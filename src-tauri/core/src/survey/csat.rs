//! Customer satisfaction (metrics.md 8): the share of answers in the top two boxes of the scale.

use super::scale::Scale;
use crate::model::Ratio;

/// The satisfaction of some answers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Satisfaction {
    /// How many there are.
    pub answers: i64,
    /// How many chose one of the two highest.
    pub top_two: i64,
}

impl Satisfaction {
    /// Their share.
    pub fn share(&self) -> Option<Ratio> {
        Ratio::of(self.top_two, self.answers)
    }
}

/// The satisfaction of answers on a scale.
pub fn satisfaction(scale: Scale, answers: impl IntoIterator<Item = u8>) -> Satisfaction {
    let mut satisfaction = Satisfaction { answers: 0, top_two: 0 };
    for answer in answers {
        satisfaction.answers += 1;
        satisfaction.top_two += i64::from(scale.is_top_two(answer));
    }
    satisfaction
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_and_five_of_five_are_satisfied() {
        let found = satisfaction(Scale::FIVE, [5, 4, 4, 3, 1]);
        assert_eq!(found.share(), Ratio::of(3, 5));
        assert_eq!(satisfaction(Scale::FIVE, []).share(), None);
    }
}
