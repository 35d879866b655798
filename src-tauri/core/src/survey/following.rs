//! What became of those who answered: NPS class against churn.
//!
//! Of the answers with a score by customers of their day, given so long ago that the months after
//! them are over: how many were no customers any more on the day so many months later. Every answer
//! counts, so a customer who answered twice counts twice. Absent without such answers.

use super::nps::Class;
use crate::ledger::Ledger;
use crate::model::{Day, Ratio};

/// Of the answers of one class.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Following {
    /// Customers behind the answers, one an answer.
    pub answered: Vec<u32>,
    /// Those of them who had left.
    pub left: Vec<u32>,
}

impl Following {
    /// The share of those who left.
    pub fn rate(&self) -> Option<Ratio> {
        let count = |all: &Vec<u32>| i64::try_from(all.len()).unwrap_or(i64::MAX);
        Ratio::of(count(&self.left), count(&self.answered))
    }
}

/// What became of each class within these months, in the order of [`Class::ALL`].
pub fn following(
    ledger: &Ledger,
    as_of: Day,
    months: u32,
    answers: impl IntoIterator<Item = (u32, Day, Class)>,
) -> [Following; 3] {
    let mut classes: [Following; 3] = Default::default();
    let is_there = |customer, day| {
        ledger.state_on(customer, day).is_some_and(|state| ledger.states.is_present(state))
    };
    for (customer, day, class) in answers {
        let after = day.plus_months(months);
        if after > as_of || !is_there(customer, day) {
            continue;
        }
        let at = class as usize;
        classes[at].answered.push(customer);
        if !is_there(customer, after) {
            classes[at].left.push(customer);
        }
    }
    classes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ledger::testing::Business;

    #[test]
    fn only_answers_whose_months_are_over_count() {
        // One who left in May, one who stayed.
        let business = Business::new().until("Left", 1_000, "2025-01-01", "2025-05-10").on(
            "Stayed",
            "Pro",
            1_000,
            "2025-01-01",
        );
        let ledger = business.book();
        let day = |text: &str| Day::parse(text).unwrap();
        let answers = [
            (0, day("2025-04-01"), Class::Detractor),
            (1, day("2025-04-01"), Class::Detractor),
            (1, day("2025-12-01"), Class::Promoter),
            (0, day("2025-06-01"), Class::Detractor),
        ];
        let [detractors, passives, promoters] = following(&ledger, day("2026-01-15"), 3, answers);
        assert_eq!((detractors.answered, detractors.left), (vec![0, 1], vec![0]));
        assert_eq!(passives.rate(), None);
        assert_eq!(promoters.answered.len(), 0, "three months are not over yet");
    }
}
