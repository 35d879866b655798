//! Net promoter score (metrics.md 8).
//!
//! NPS = % promoters (9-10) - % detractors (0-6) of those who gave a score. Only whole numbers from
//! 0 to 10 are scores; a blank answer is in no count. Without a score there is no NPS. Where a source
//! kept only the group of an answer, it counts in that group and has no score.

use crate::model::Ratio;

/// An answer to "how likely are you to recommend us": 0 to 10.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct NpsScore(u8);

/// A number that is no answer to that question.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not a score from 0 to 10")]
pub struct NoScore;

/// What a score makes of who gave it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Class {
    /// 0 to 6.
    Detractor,
    /// 7 and 8.
    Passive,
    /// 9 and 10.
    Promoter,
}

impl Class {
    /// Every class, the unhappiest first.
    pub const ALL: [Self; 3] = [Self::Detractor, Self::Passive, Self::Promoter];

    /// As lists and the catalogue name it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Detractor => "detractors",
            Self::Passive => "passives",
            Self::Promoter => "promoters",
        }
    }
}

impl NpsScore {
    /// The number, 0 to 10.
    pub fn value(self) -> u8 {
        self.0
    }

    /// Promoter, passive or detractor.
    pub fn class(self) -> Class {
        match self.0 {
            0..=6 => Class::Detractor,
            7..=8 => Class::Passive,
            _ => Class::Promoter,
        }
    }
}

impl TryFrom<i64> for NpsScore {
    type Error = NoScore;

    fn try_from(number: i64) -> Result<Self, NoScore> {
        u8::try_from(number).ok().filter(|score| *score <= 10).map(Self).ok_or(NoScore)
    }
}

/// How many gave which score. The only thing the score, its margin and a change need.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Tally {
    /// By score, 0 to 10.
    pub scores: [u32; 11],
    /// Those without a score, by class in the order of [`Class::ALL`].
    pub groups: [u32; 3],
}

impl Tally {
    /// Counts scores; what is blank was left out before.
    pub fn of(scores: impl IntoIterator<Item = NpsScore>) -> Self {
        let mut tally = Self::default();
        scores.into_iter().for_each(|score| tally.add(score));
        tally
    }

    /// Counts one more.
    pub fn add(&mut self, score: NpsScore) {
        self.scores[usize::from(score.0)] += 1;
    }

    /// Counts one more of whom only the class is known.
    pub fn add_group(&mut self, class: Class) {
        self.groups[class as usize] += 1;
    }

    fn group(&self, class: Class) -> i64 {
        i64::from(self.groups[class as usize])
    }

    fn between(&self, low: usize, high: usize) -> i64 {
        self.scores[low..=high].iter().map(|count| i64::from(*count)).sum()
    }

    /// How many gave a score, or are known by their class.
    pub fn answers(&self) -> i64 {
        self.promoters() + self.passives() + self.detractors()
    }

    /// 9 and 10.
    pub fn promoters(&self) -> i64 {
        self.between(9, 10) + self.group(Class::Promoter)
    }

    /// 7 and 8.
    pub fn passives(&self) -> i64 {
        self.between(7, 8) + self.group(Class::Passive)
    }

    /// 0 to 6.
    pub fn detractors(&self) -> i64 {
        self.between(0, 6) + self.group(Class::Detractor)
    }

    /// How many of a class.
    pub fn class(&self, class: Class) -> i64 {
        match class {
            Class::Detractor => self.detractors(),
            Class::Passive => self.passives(),
            Class::Promoter => self.promoters(),
        }
    }

    /// (promoters - detractors) / answers, from -1 to 1: times 100 it is the score.
    pub fn score(&self) -> Option<Ratio> {
        Ratio::of(self.promoters() - self.detractors(), self.answers())
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// So many promoters, passives and detractors.
    pub(in crate::survey) fn tally(promoters: u32, passives: u32, detractors: u32) -> Tally {
        let mut scores = [0; 11];
        (scores[10], scores[7], scores[3]) = (promoters, passives, detractors);
        Tally { scores, groups: [0; 3] }
    }

    #[test]
    fn only_whole_numbers_from_0_to_10_are_scores() {
        assert_eq!(NpsScore::try_from(10).map(NpsScore::value), Ok(10));
        for number in [-1, 11, 256, i64::MAX] {
            assert_eq!(NpsScore::try_from(number), Err(NoScore), "{number}");
        }
    }

    #[test]
    fn six_detracts_seven_and_eight_are_passive_and_nine_promotes() {
        let class = |number: i64| NpsScore::try_from(number).unwrap().class();
        assert_eq!([class(0), class(6)], [Class::Detractor; 2]);
        assert_eq!([class(7), class(8)], [Class::Passive; 2]);
        assert_eq!([class(9), class(10)], [Class::Promoter; 2]);
    }

    #[test]
    fn groups_without_scores_count_as_their_scores_would() {
        let mut groups = Tally::default();
        [(Class::Promoter, 5), (Class::Passive, 3), (Class::Detractor, 2)]
            .into_iter()
            .for_each(|(class, times)| (0..times).for_each(|_| groups.add_group(class)));
        assert_eq!(groups.score(), tally(5, 3, 2).score());
        assert_eq!((groups.answers(), groups.scores), (10, [0; 11]), "and no score is made up");
        assert_eq!(groups.variance(), tally(5, 3, 2).variance());
    }

    #[test]
    fn the_score_is_promoters_less_detractors_of_all_who_gave_one() {
        let points = |tally: Tally| tally.score().map(|score| score.scaled(1_000));
        assert_eq!(points(tally(50, 30, 20)), Some(300));
        assert_eq!(points(tally(8, 1, 1)), Some(700));
        assert_eq!(points(tally(6, 0, 0)), Some(1_000));
        assert_eq!(points(tally(0, 0, 3)), Some(-1_000));
        assert_eq!(points(tally(0, 0, 0)), None);
    }
}
