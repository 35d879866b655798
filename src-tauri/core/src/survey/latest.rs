//! Of each customer his last answer in the window (metrics.md 8): by day, then by entry. An answer
//! without a customer is its own.

use super::answer::Answer;
use std::collections::HashMap;

/// The answers of a window that count in the view *latest*, in their order. Blank ones have to be
/// left out before: a comment alone does not take the place of a score.
pub fn latest<'a>(answers: impl IntoIterator<Item = &'a Answer>) -> Vec<&'a Answer> {
    let mut last: HashMap<u32, &Answer> = HashMap::new();
    let mut kept = Vec::new();
    for answer in answers {
        match answer.customer {
            None => kept.push(answer),
            Some(customer) => {
                let known = last.entry(customer).or_insert(answer);
                if (answer.day, answer.id) > (known.day, known.id) {
                    *known = answer;
                }
            }
        }
    }
    kept.extend(last.into_values());
    kept.sort_unstable_by_key(|answer| (answer.day, answer.id));
    kept
}

#[cfg(test)]
mod tests {
    use super::super::answer::tests::given;
    use super::*;

    #[test]
    fn the_last_answer_of_a_customer_counts_by_day_then_by_entry() {
        let answers = [
            given(1, Some(7), 100, Some(3)),
            given(2, Some(7), 90, Some(10)),
            given(3, Some(7), 100, Some(8)),
            given(4, Some(9), 80, Some(6)),
        ];
        let kept: Vec<i64> = latest(&answers).iter().map(|answer| answer.id).collect();
        assert_eq!(kept, [4, 3]);
    }

    #[test]
    fn answers_without_a_customer_all_stay() {
        let answers = [given(1, None, 100, Some(3)), given(2, None, 100, Some(3))];
        assert_eq!(latest(&answers).len(), 2);
    }
}
