//! What always holds of surveys (metrics.md 11).

use super::answer::tests::{given, with_items};
use super::answer::usual_items;
use super::*;
use proptest::prelude::*;

fn score() -> impl Strategy<Value = NpsScore> {
    (0..=10_i64).prop_map(|number| NpsScore::try_from(number).unwrap())
}

fn scores() -> impl Strategy<Value = Vec<NpsScore>> {
    prop::collection::vec(score(), 0..200)
}

/// Promoters become detractors and the other way round; passives stay.
fn exchanged(score: NpsScore) -> NpsScore {
    let number = match score.class() {
        Class::Promoter => 0,
        Class::Passive => i64::from(score.value()),
        Class::Detractor => 10,
    };
    NpsScore::try_from(number).unwrap()
}

proptest! {
    #[test]
    fn promoters_and_detractors_exchanged_change_the_sign(scores in scores()) {
        let tally = Tally::of(scores.iter().copied());
        let other = Tally::of(scores.into_iter().map(exchanged));
        let points = |tally: &Tally| tally.score().map(|score| score.scaled(1_000_000));
        prop_assert_eq!(points(&tally), points(&other).map(|points| -points));
        prop_assert_eq!(tally.variance(), other.variance());
        let (one, two) = (tally.interval(), other.interval());
        prop_assert_eq!(one.is_some(), two.is_some());
        if let (Some(one), Some(two)) = (one, two) {
            prop_assert!((one.low + two.high).abs() < 1e-9 && (one.high + two.low).abs() < 1e-9);
        }
    }

    #[test]
    fn the_interval_stays_within_its_ends_and_holds_its_middle(scores in scores()) {
        if let Some(interval) = Tally::of(scores).interval() {
            prop_assert!(-100.0 <= interval.low && interval.high <= 100.0);
            let center = interval.center.value();
            prop_assert!(interval.low <= center && center <= interval.high);
            prop_assert!(interval.margin > 0.0);
        }
    }

    #[test]
    fn blank_answers_change_nothing(
        rows in prop::collection::vec((prop::option::of(0..9_u32), 0..50_i32, 0..=10_u8), 0..60),
        blanks in prop::collection::vec((prop::option::of(0..9_u32), 0..50_i32), 0..20),
    ) {
        let scored: Vec<Answer> = (1..).zip(&rows)
            .map(|(id, (customer, day, score))| given(id, *customer, *day, Some(*score)))
            .collect();
        let mut mixed = scored.clone();
        mixed.extend((1_000..).zip(&blanks).map(|(id, (who, day))| given(id, *who, *day, None)));
        let tally = |answers: &[Answer]| {
            let with_score = answers.iter().filter(|answer| answer.score.is_some());
            let kept = latest(with_score);
            let scores = kept.iter().filter_map(|answer| answer.score);
            Tally::of(scores.filter_map(|score| NpsScore::try_from(i64::from(score)).ok()))
        };
        prop_assert_eq!(tally(&scored), tally(&mixed));
    }

    #[test]
    fn blank_items_change_no_index(
        rows in prop::collection::vec(prop::array::uniform3(1..=10_u8), 1..40),
        blanks in 0..20_usize,
    ) {
        let mut answers: Vec<Answer> =
            rows.iter().map(|items| with_items(&items.map(Some))).collect();
        let before = loyalty_index(&usual_items(), &answers);
        answers.extend(std::iter::repeat_with(|| with_items(&[None; 3])).take(blanks));
        prop_assert_eq!(loyalty_index(&usual_items(), &answers), before);
    }

    #[test]
    fn weighting_by_equal_mrr_changes_nothing(scores in scores(), mrr in 1..1_000_000_i64) {
        let plain = Tally::of(scores.iter().copied()).score();
        let weighed = weighted(scores.into_iter().map(|score| (score.class(), mrr)));
        prop_assert_eq!(weighed.score(), plain);
    }

    #[test]
    fn a_change_there_and_back_is_the_same_the_other_way(one in scores(), two in scores()) {
        let (one, two) = (Tally::of(one), Tally::of(two));
        let (there, back) = (change(&one, &two), change(&two, &one));
        prop_assert_eq!(there.map(|c| c.by.scaled(1_000)), back.map(|c| -c.by.scaled(1_000)));
        prop_assert_eq!(there.and_then(|c| c.is_shown()), back.and_then(|c| c.is_shown()));
    }

    #[test]
    fn the_latest_view_holds_each_customer_once(
        rows in prop::collection::vec((prop::option::of(0..9_u32), 0..50_i32, 0..=10_u8), 0..60),
    ) {
        let answers: Vec<Answer> = (1..).zip(&rows)
            .map(|(id, (customer, day, score))| given(id, *customer, *day, Some(*score)))
            .collect();
        let kept = latest(&answers);
        let mut customers: Vec<u32> = kept.iter().filter_map(|answer| answer.customer).collect();
        let all = customers.len();
        customers.sort_unstable();
        customers.dedup();
        prop_assert_eq!(customers.len(), all);
        let anonymous = answers.iter().filter(|answer| answer.customer.is_none()).count();
        prop_assert_eq!(kept.len(), all + anonymous);
        let (mut reversed, mut straight) = (answers.clone(), latest(&answers));
        reversed.reverse();
        straight.sort_by_key(|answer| answer.id);
        let mut other = latest(&reversed);
        other.sort_by_key(|answer| answer.id);
        prop_assert_eq!(straight, other, "the order of rows does not matter");
    }
}
