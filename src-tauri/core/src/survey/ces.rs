//! Customer effort (metrics.md 8): the mean of the answers, and the share of those who agree that it
//! was easy, which is above the middle of the scale: 5-7 of 7, 4-5 of 5.

use super::scale::Scale;
use crate::model::Ratio;

/// The effort of some answers; of a question of one's own too.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Effort {
    /// How many there are.
    pub answers: i64,
    /// What they sum to.
    pub sum: i64,
    /// How many lie above the middle.
    pub agreeing: i64,
}

impl Effort {
    /// Their mean, on the scale.
    pub fn mean(&self) -> Option<Ratio> {
        Ratio::of(self.sum, self.answers)
    }

    /// The share of those who agree.
    pub fn share(&self) -> Option<Ratio> {
        Ratio::of(self.agreeing, self.answers)
    }
}

/// The effort of answers on a scale.
pub fn effort(scale: Scale, answers: impl IntoIterator<Item = u8>) -> Effort {
    let mut effort = Effort { answers: 0, sum: 0, agreeing: 0 };
    for answer in answers {
        effort.answers += 1;
        effort.sum += i64::from(answer);
        effort.agreeing += i64::from(scale.is_above_middle(answer));
    }
    effort
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_answers_above_the_middle_agrees() {
        let seven = effort(Scale::SEVEN, [4, 5, 7, 1]);
        assert_eq!((seven.agreeing, seven.mean()), (2, Ratio::of(17, 4)));
        let five = effort(Scale::FIVE, [3, 4, 5]);
        assert_eq!(five.share(), Ratio::of(2, 3));
        // Without a middle answer the upper half agrees.
        assert_eq!(effort(Scale::TEN, [5, 6]).agreeing, 1);
    }
}
