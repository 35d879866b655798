//! NPS weighted by MRR: what each answer says counts as much as its customer pays.
//!
//! (MRR of promoters - MRR of detractors) / MRR of all who gave a score, each with his MRR on the
//! day of his answer. Who is anonymous or paid nothing then has no weight. Absent where nobody has
//! any. Where all pay the same it is the NPS of those who pay.

use super::nps::Class;
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

/// Weighs classes by the MRR given with each.
pub fn weighted(classes: impl IntoIterator<Item = (Class, i64)>) -> Weighted {
    let mut sum = Weighted::default();
    for (class, mrr) in classes.into_iter().filter(|(_, mrr)| *mrr > 0) {
        sum.answers += 1;
        match class {
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
        let (up, down) = (Class::Promoter, Class::Detractor);
        let sum = weighted([(up, 1_000), (up, 1_000), (down, 6_000), (up, 0)]);
        assert_eq!((sum.answers, sum.score()), (3, Ratio::of(-1, 2)));
        assert_eq!(weighted([(up, 0)]).score(), None);
    }
}
