//! Customer loyalty index (metrics.md 8).
//!
//! An answer's score is the mean of the items it gives (one is enough, blanks are left out), times
//! ten on the scale of 1 to 10 (8.5 -> 85, so the lowest is 10); other scales rescale to 0-100 by
//! their own lowest and highest answer. The survey's is the mean over answers, each item's own mean
//! beside it, on the item's own scale.

use super::answer::{Answer, Item};
use super::exact;
use crate::model::Ratio;

/// The index of some answers.
#[derive(Clone, PartialEq, Debug)]
pub struct LoyaltyIndex {
    /// How many answers gave at least one item.
    pub answers: i64,
    /// The mean of their scores, 0 to 100.
    pub score: Option<Ratio>,
    /// The mean of each item on its own scale, in the order of the survey.
    pub items: Vec<Option<Ratio>>,
}

/// The score of one answer, 0 to 100; absent where it gives no item.
pub fn of_answer(items: &[Item], answer: &Answer) -> Option<Ratio> {
    let given = items.iter().zip(answer.items.iter());
    exact::mean(given.filter_map(|(item, value)| item.scale.hundred((*value)?)))
}

/// The index of answers to a survey with these items.
pub fn loyalty_index<'a>(
    items: &[Item],
    answers: impl IntoIterator<Item = &'a Answer>,
) -> LoyaltyIndex {
    let mut scores = Vec::new();
    let mut sums = vec![(0_i64, 0_i64); items.len()];
    for answer in answers {
        scores.extend(of_answer(items, answer));
        for (sum, value) in sums.iter_mut().zip(answer.items.iter()) {
            if let Some(value) = value {
                *sum = (sum.0 + i64::from(*value), sum.1 + 1);
            }
        }
    }
    LoyaltyIndex {
        answers: i64::try_from(scores.len()).unwrap_or(i64::MAX),
        score: exact::mean(scores),
        items: sums.into_iter().map(|(sum, count)| Ratio::of(sum, count)).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::answer::tests::with_items;
    use super::super::answer::{ItemKey, usual_items};
    use super::super::scale::Scale;
    use super::*;

    fn index(answers: &[Answer]) -> LoyaltyIndex {
        loyalty_index(&usual_items(), answers)
    }

    #[test]
    fn the_score_is_the_mean_of_the_items_times_ten() {
        let one = index(&[with_items(&[Some(9), Some(8), Some(8)])]);
        assert_eq!(one.score.unwrap().scaled(1_000), 83_333);
        let half = index(&[with_items(&[Some(9), Some(8), None])]);
        assert_eq!(half.score.unwrap().scaled(10), 850);
        assert_eq!(index(&[with_items(&[Some(1); 3])]).score.unwrap().scaled(1), 10);
    }

    #[test]
    fn every_answer_counts_once_however_many_items_it_gives() {
        let index = index(&[
            with_items(&[Some(10), None, None]),
            with_items(&[Some(4), Some(4), Some(4)]),
            with_items(&[None, None, None]),
        ]);
        assert_eq!((index.answers, index.score.unwrap().scaled(1)), (2, 70));
        let items: Vec<_> = index.items.iter().map(|mean| mean.unwrap().scaled(10)).collect();
        assert_eq!(items, [70, 40, 40]);
    }

    #[test]
    fn an_item_of_another_scale_counts_by_its_own_ends() {
        let own = Item { key: ItemKey::Own(1), name: "Price".to_owned(), scale: Scale::FIVE };
        let mut items = usual_items();
        items.push(own);
        let answer = with_items(&[None, None, None, Some(4)]);
        assert_eq!(loyalty_index(&items, [&answer]).score.unwrap().scaled(1), 75);
    }

    #[test]
    fn without_items_there_is_no_index() {
        let none = index(&[with_items(&[None; 3])]);
        assert_eq!((none.answers, none.score), (0, None));
    }
}
