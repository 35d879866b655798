//! NPS weighted by MRR: what each answer says counts as much as its customer pays.
//!
//! (MRR of promoters - MRR of detractors) / MRR of all who gave a score, each with his MRR on the
//! day of his answer. Who is anonymous or paid nothing then has no weight. Absent where nobody has
//! any. Where all pay the same it is the NPS of those who pay.

use super::nps::{Class, NpsScore};
use crate::model::Ratio;

/// What the classes pay.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Weighted {
    /// Answers with a weight.
    pub answers: i64,
    /// MRR of promoters, in minor units.
    pub promoters: i64,
    /// MRR of passives.
    pub passives: i64,
    /// MRR of detractors.
    pub detractors: i64,
}

impl Weighted {
    /// MRR of all of them.
    pub fn mrr(&self) -> i64 {
        self.promoters + self.passives + self.detractors
    }

    /// From -1 to 1: times 100 it is the score.
    pub fn score(&self) -> Option<Ratio> {
        Ratio::of(self.promoters - self.detractors, self.mrr())
    }
}

/// Weighs scores by the MRR given with each.
pub fn weighted(scores: impl IntoIterator<Item = (NpsScore, i64)>) -> Weighted {
    let mut sum = Weighted::default();
    for (score, mrr) in scores.into_iter().filter(|(_, mrr)| *mrr > 0) {
        sum.answers += 1;
        match score.class() {
            Class::Promoter => sum.promoters += mrr,
            Class::Passive => sum.passives += mrr,
            Class::Detractor => sum.detractors += mrr,
        }
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_detractor_outweighs_small_promoters() {
        let score = |number: i64| NpsScore::try_from(number).unwrap();
        let scores = [(score(9), 1_000), (score(10), 1_000), (score(2), 6_000), (score(10), 0)];
        let sum = weighted(scores);
        assert_eq!((sum.answers, sum.score()), (3, Ratio::of(-1, 2)));
        assert_eq!(weighted([(score(9), 0)]).score(), None);
    }
}
