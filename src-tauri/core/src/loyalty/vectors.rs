//! The numbers of metrics.md 10, and the cases its words are about.

use super::testing::{Deeds, day, from, lines, programme, tier_days, tiers};
use super::*;

fn line(day: &str, points: i64, balance: i64) -> (String, i64, i64) {
    (day.to_owned(), points, balance)
}

#[test]
fn a_visit_earns_five_points() {
    let earn = Earn { per_visit: 5, ..Earn::default() };
    let rules = from("2026-01-01", Programme { earn, ..programme() });
    let deeds = Deeds::since("2026-01-01").visits("2026-01-05", 1).visits("2026-01-09", 3);
    assert_eq!(deeds.on(&rules, "2026-02-01").balance, 20);
    let paid = Deed::Paid { by: Payment::Purchase, of: 1, amount: 100, visits: 2 };
    let deeds = deeds.and("2026-01-10", paid);
    assert_eq!(deeds.on(&rules, "2026-02-01").balance, 30, "a purchase stands for visits as well");
}

#[test]
fn a_hundred_spent_earns_100_120_170_by_tier() {
    let mut tiers = tiers(&[0, 500, 2_500]);
    (tiers[1].multiplier, tiers[2].multiplier) = (120, 170);
    let rules = from("2026-01-01", Programme { tiers, ..programme() });
    for (already, earned) in [(0, 100), (500, 120), (2_500, 170)] {
        let deeds = Deeds::since("2026-01-01").pays("2026-01-02", already);
        let account = deeds.pays("2026-01-03", 100).on(&rules, "2026-01-03");
        assert_eq!(account.balance, already + earned);
    }
}

#[test]
fn points_are_rounded_down_once_for_each_transaction() {
    let mut tiers = tiers(&[0, 500]);
    tiers[0].multiplier = 120;
    let rules = from("2026-01-01", Programme { tiers, ..programme() });
    let pay = |of, amount| Deed::Paid { by: Payment::Subscription, of, amount, visits: 0 };
    let deeds =
        Deeds::since("2026-01-01").and("2026-01-02", pay(7, 199)).and("2026-01-02", pay(8, 199));
    assert_eq!(deeds.on(&rules, "2026-01-02").balance, 4, "1.99 x 1.2 = 2.388, twice");
}

#[test]
fn thresholds_are_inclusive() {
    let rules = from("2026-01-01", programme());
    for (spent, tier) in [(499, 0), (500, 1), (2_499, 1), (2_500, 2)] {
        let account = Deeds::since("2026-01-01").pays("2026-01-05", spent).on(&rules, "2026-01-05");
        assert_eq!(account.tier, Some(tier), "{spent}");
    }
}

#[test]
fn a_balance_that_rests_for_a_year_ends() {
    let idle = Programme { expiry: Expiry::Idle(12), ..programme() };
    let rules = from("2021-01-01", idle);
    let deeds = Deeds::since("2021-01-01").pays("2021-01-01", 500);
    assert_eq!(deeds.on(&rules, "2021-12-31").balance, 500);
    let account = deeds.on(&rules, "2022-06-01");
    assert_eq!(lines(&account)[1..], [line("2022-01-01", -500, 0)]);
    let account = deeds.pays("2021-12-31", 100).on(&rules, "2023-01-01");
    let expired = &lines(&account)[2..];
    assert_eq!(expired, [line("2022-12-31", -500, 100), line("2022-12-31", -100, 0)]);
}

#[test]
fn each_lot_ends_so_many_months_after_it_was_earned() {
    let rules = from("2021-01-01", Programme { expiry: Expiry::Each(12), ..programme() });
    let deeds = Deeds::since("2021-01-01").pays("2021-01-01", 500).pays("2021-12-31", 100);
    let account = deeds.redeems("2021-06-01", 200).on(&rules, "2022-02-01");
    assert_eq!(lines(&account).last(), Some(&line("2022-01-01", -300, 100)));
    assert_eq!(account.expiring, [(day("2022-12-31"), 100)]);
}

#[test]
fn the_oldest_points_are_used_first() {
    let rules = from("2026-01-01", programme());
    let deeds = Deeds::since("2026-01-01").pays("2026-01-02", 30).pays("2026-01-02", 30);
    let account = deeds.pays("2026-01-03", 30).redeems("2026-01-04", 45).on(&rules, "2026-01-04");
    let left: Vec<i64> = account.lots.iter().map(Lot::left).collect();
    assert_eq!(left, [0, 15, 30]);
}

#[test]
fn a_refund_takes_what_the_amount_kept_would_not_have_earned() {
    let rules = from("2026-01-01", programme());
    let deeds = Deeds::since("2026-01-01").pays("2026-01-02", 100).refunded("2026-01-10", 0, 30);
    let account = deeds.on(&rules, "2026-01-10");
    assert_eq!((account.balance, account.measure), (70, 70));
    let account = deeds.refunded("2026-01-11", 0, 500).on(&rules, "2026-01-11");
    assert_eq!((account.balance, account.measure), (0, 0), "never more than it earned");
}

#[test]
fn what_had_expired_is_not_taken_twice() {
    let rules = from("2021-01-01", Programme { expiry: Expiry::Each(12), ..programme() });
    let deeds = Deeds::since("2021-01-01").pays("2021-01-01", 100).redeems("2021-02-01", 60);
    let deeds = deeds.refunded("2022-03-01", 0, 100);
    let account = deeds.on(&rules, "2022-03-01");
    assert_eq!(account.balance, -60, "40 had ended; the 60 that were used are owed");
    assert_eq!((account.lots[0].expired, account.lots[0].reversed), (40, 60));
}

#[test]
fn later_points_fill_what_a_reversal_left_open() {
    let rules = from("2026-01-01", programme());
    let deeds = Deeds::since("2026-01-01").pays("2026-01-02", 100).redeems("2026-01-03", 100);
    let deeds = deeds.refunded("2026-01-04", 0, 100);
    let account = deeds.on(&rules, "2026-01-04");
    assert_eq!((account.balance, account.redeemable()), (-100, 0));
    let account = deeds.pays("2026-01-05", 130).on(&rules, "2026-01-05");
    assert_eq!((account.balance, account.lots[0].left(), account.lots[1].left()), (30, 0, 30));
}

#[test]
fn an_import_undone_after_its_points_were_spent_leaves_them_owed() {
    let rules = from("2026-01-01", programme());
    let deeds = Deeds::since("2026-01-01").redeems("2026-01-03", 80);
    assert_eq!(deeds.on(&rules, "2026-01-04").balance, -80);
    let account = deeds.pays("2026-01-05", 50).pays("2026-01-06", 50).on(&rules, "2026-01-06");
    assert_eq!(account.balance, 20);
    assert_eq!(account.lots.iter().map(Lot::left).collect::<Vec<_>>(), [0, 0, 20]);
}

#[test]
fn on_one_day_points_end_then_are_reversed_earned_and_redeemed() {
    let rules = from("2021-01-01", Programme { expiry: Expiry::Each(12), ..programme() });
    let deeds = Deeds::since("2021-01-01").pays("2021-01-01", 10).pays("2021-05-01", 20);
    let deeds =
        deeds.redeems("2022-01-01", 25).pays("2022-01-01", 40).refunded("2022-01-01", 1, 20);
    let moved: Vec<i64> =
        deeds.on(&rules, "2022-01-01").statement.iter().map(|it| it.points).collect();
    assert_eq!(moved, [10, 20, -10, -20, 40, -25]);
}

#[test]
fn a_refund_of_the_same_day_or_one_that_names_no_payment_counts_as_well() {
    let rules = from("2026-01-01", programme());
    let deeds = Deeds::since("2026-01-01").pays("2026-01-02", 100).refunded("2026-01-02", 0, 40);
    assert_eq!(lines(&deeds.on(&rules, "2026-01-02")), [line("2026-01-02", 60, 60)]);
    let deeds = deeds
        .pays("2026-01-05", 10)
        .and("2026-01-06", Deed::Returned { by: Payment::Purchase, amount: 3_000 });
    let account = deeds.on(&rules, "2026-01-06");
    assert_eq!((account.lots[1].left(), account.lots[0].left()), (0, 40), "the latest first");
}

#[test]
fn pending_points_are_in_no_balance_and_can_be_reversed_before() {
    let mut programme = programme();
    programme.earn.pending_days = 14;
    let rules = from("2026-01-01", programme);
    let deeds = Deeds::since("2026-01-01").pays("2026-01-02", 100).refunded("2026-01-10", 0, 30);
    let account = deeds.on(&rules, "2026-01-15");
    assert_eq!((account.balance, account.pending, account.measure), (0, 70, 70));
    assert_eq!(lines(&deeds.on(&rules, "2026-01-16")), [line("2026-01-16", 70, 70)]);
    // Reversals come before earnings on the day they could first be used as well.
    let late = Deeds::since("2026-01-01").pays("2026-01-02", 100).refunded("2026-01-16", 0, 30);
    assert_eq!(lines(&late.on(&rules, "2026-01-16")), [line("2026-01-16", 70, 70)]);
}

#[test]
fn a_tier_is_valid_for_a_year_from_the_day_it_was_reached_or_last_earned_again() {
    let rules = from("2025-01-01", programme());
    let once = Deeds::since("2025-01-01").pays("2025-03-10", 500);
    let account = once.on(&rules, "2025-12-01");
    assert_eq!(account.down, Some(Down { on: day("2026-03-10"), to: 0 }));
    assert_eq!(account.next, Some(Next { tier: 2, missing: 2_000 }));
    let days = |deeds: &Deeds| tier_days(&deeds.on(&rules, "2027-12-31"));
    let change = |day: &str, tier| (day.to_owned(), Some(tier));
    assert_eq!(days(&once)[1..], [change("2025-03-10", 1), change("2026-03-10", 0)]);
    let again = once.pays("2026-03-09", 10);
    assert_eq!(days(&again)[1..], [change("2025-03-10", 1), change("2027-03-09", 0)]);
}

#[test]
fn who_comes_down_does_so_after_the_grace_by_one_tier_or_to_the_earned_one() {
    let days = |one_tier| {
        let downgrade = Downgrade { one_tier, grace_days: 30 };
        let rules = from("2025-01-01", Programme { downgrade, ..programme() });
        let deeds = Deeds::since("2025-01-01").pays("2025-01-10", 2_500);
        tier_days(&deeds.on(&rules, "2028-01-01"))[1..].to_vec()
    };
    let change = |day: &str, tier| (day.to_owned(), Some(tier));
    assert_eq!(days(false), [change("2025-01-10", 2), change("2026-02-09", 0)]);
    let slowly = [change("2025-01-10", 2), change("2026-02-09", 1), change("2027-03-11", 0)];
    assert_eq!(days(true), slowly);
}

#[test]
fn what_a_calendar_year_earned_is_kept_to_the_end_of_the_next() {
    let (measure, over) = (Qualifier::Points, QualifyingTime::CalendarYear);
    let qualification = Qualification { measure, over };
    let rules = from("2024-01-01", Programme { qualification, ..programme() });
    let deeds = Deeds::since("2024-01-01").pays("2024-06-01", 2_500).pays("2025-06-01", 500);
    let change = |day: &str, tier| (day.to_owned(), Some(tier));
    let days = tier_days(&deeds.on(&rules, "2028-01-01"));
    let expected = [change("2024-06-01", 2), change("2026-01-01", 1), change("2027-01-01", 0)];
    assert_eq!(days[1..], expected);
}

#[test]
fn for_life_a_tier_stays() {
    let (measure, over) = (Qualifier::Spend, QualifyingTime::Lifetime);
    let qualification = Qualification { measure, over };
    let tiers = tiers(&[0, 50_000]);
    let rules = from("2015-01-01", Programme { qualification, tiers, ..programme() });
    let deeds = Deeds::since("2015-01-01").pays("2015-01-02", 300).pays("2018-01-02", 200);
    let account = deeds.on(&rules, "2026-01-01");
    assert_eq!((account.tier, account.down, account.measure), (Some(1), None, 50_000));
}

#[test]
fn full_months_birthdays_and_anniversaries_earn_by_themselves() {
    let earn = Earn { per_month: 2, birthday: 50, anniversary: 100, ..Earn::default() };
    let rules = from("2025-01-31", Programme { earn, ..programme() });
    let rows = Deeds::since("2025-01-31").rows;
    let facts = Facts::new(1, rows.iter().copied(), [(0, day("1990-03-05"))]);
    let days = |to| {
        let account = replay(&rules, &facts, 0, day(to));
        account.statement.iter().map(|it| (it.day.to_string(), it.points)).collect::<Vec<_>>()
    };
    let pair = |day: &str, points| (day.to_owned(), points);
    assert_eq!(
        days("2025-03-31"),
        [pair("2025-02-28", 2), pair("2025-03-05", 50), pair("2025-03-31", 2)]
    );
    assert_eq!(days("2026-01-31").last(), Some(&pair("2026-01-31", 100)));
}

#[test]
fn both_sides_of_a_referral_are_rewarded() {
    let earn = Earn { per_referral: 200, to_referred: 100, ..Earn::default() };
    let rules = from("2025-01-01", Programme { earn, ..programme() });
    let deeds = Deeds::since("2025-01-01").and("2025-01-01", Deed::WasBrought { by: 4 });
    let account = deeds.and("2025-02-01", Deed::Brought { whom: 9 }).on(&rules, "2025-02-01");
    assert_eq!(lines(&account), [line("2025-01-01", 100, 100), line("2025-02-01", 200, 300)]);
}

#[test]
fn who_joined_by_hand_is_a_member_from_then_until_he_quits() {
    let joined = Programme { members: Membership::Joined, ..programme() };
    let rules = from("2025-01-01", joined);
    let deeds = Deeds::since("2025-01-01").pays("2025-01-02", 10).and("2025-02-01", Deed::Joined);
    let deeds = deeds.pays("2025-02-02", 20).and("2025-03-01", Deed::Quit).pays("2025-03-02", 40);
    let account = deeds.on(&rules, "2025-03-02");
    assert_eq!((account.balance, account.tier), (20, None));
    let expected = [("2025-02-01".to_owned(), Some(0)), ("2025-03-01".to_owned(), None)];
    assert_eq!(tier_days(&account), expected);
}

#[test]
fn who_is_taken_out_of_a_programme_for_everybody_stays_out_until_he_joins_again() {
    let rules = from("2025-01-01", programme());
    let deeds = Deeds::since("2025-01-01").pays("2025-01-02", 10).and("2025-02-01", Deed::Quit);
    let deeds = deeds.pays("2025-02-02", 20).and("2025-03-01", Deed::Left);
    // Coming back as a customer is not joining.
    let deeds = deeds.and("2025-04-01", Deed::Came).pays("2025-04-02", 40);
    let out = deeds.on(&rules, "2025-04-30");
    assert_eq!((out.balance, out.redeemable(), out.tier), (10, 10, None));
    let deeds = deeds.and("2025-05-01", Deed::Joined).pays("2025-05-02", 5);
    let account = deeds.redeems("2025-05-03", 15).on(&rules, "2025-05-03");
    assert_eq!((account.balance, account.tier), (0, Some(0)));
    let days: Vec<String> = tier_days(&account).into_iter().map(|(day, _)| day).collect();
    assert_eq!(days, ["2025-01-01", "2025-02-01", "2025-05-01"]);
}

#[test]
fn members_of_a_segment_are_members_while_they_belong_to_it() {
    let business =
        crate::ledger::testing::Business::new().until("A", 100, "2025-02-01", "2025-04-01");
    let spans = Spans::present(&business.book());
    let segment = Programme { members: Membership::Segment("plan=Pro".to_owned()), ..programme() };
    let version = Version { from: day("2025-01-01"), programme: segment };
    let rules = Rules::new(vec![version], |_| Ok::<_, ()>(spans.clone())).unwrap();
    let deeds = Deeds::since("2025-01-01").pays("2025-01-15", 1).pays("2025-03-01", 2);
    let account = deeds.pays("2025-04-01", 4).on(&rules, "2025-04-01");
    assert_eq!((account.balance, account.tier), (2, None));
    let expected = [("2025-02-01".to_owned(), Some(0)), ("2025-04-01".to_owned(), None)];
    assert_eq!(tier_days(&account), expected);
}

#[test]
fn liability_is_points_times_redemption_times_cost() {
    assert_eq!(liability(&programme(), 1_000_000), 700_000, "7,000.00 in cents");
    assert_eq!(liability(&programme(), -5), 0);
    let breakage = expected_breakage(&programme()).unwrap();
    assert_eq!(breakage, crate::model::Ratio::of(3, 10).unwrap());
    let ended = Movements { redeemed: 72, expired: 28, ..Movements::default() };
    assert_eq!(observed_breakage(&ended), crate::model::Ratio::of(28, 100));
    assert_eq!(observed_breakage(&Movements::default()), None);
}

#[test]
fn lower_thresholds_lift_on_their_day_and_higher_ones_wait_for_the_end_of_the_time() {
    let version = |from: &str, thresholds: &[i64]| {
        let programme = Programme { tiers: tiers(thresholds), ..programme() };
        Version { from: day(from), programme }
    };
    let versions = [
        version("2025-01-01", &[0, 500]),
        version("2025-06-01", &[0, 300]),
        version("2025-09-01", &[0, 1_000]),
    ];
    let rules = Rules::plain(versions.to_vec());
    let deeds = Deeds::since("2025-01-01").pays("2025-02-01", 400);
    let days = tier_days(&deeds.on(&rules, "2026-12-31"));
    let change = |day: &str, tier| (day.to_owned(), Some(tier));
    assert_eq!(days[1..], [change("2025-06-01", 1), change("2026-06-01", 0)]);
}

#[test]
fn what_counts_as_a_visit_and_as_paid_is_the_programmes_choice() {
    let paid = |by, of| Deed::Paid { by, of, amount: 1_000, visits: 0 };
    let seen = |by| Deed::Visited { by, times: 1 };
    let deeds = Deeds::since("2026-01-01")
        .and("2026-01-02", paid(Payment::Purchase, 1))
        .and("2026-01-02", paid(Payment::Subscription, 2))
        .and("2026-01-03", seen(Visit::Purchase))
        .and("2026-01-03", seen(Visit::Use))
        .and("2026-01-04", seen(Visit::Use));
    let points = |spend, visits| {
        let earn = Earn { spend, visits, per_visit: 100, ..programme().earn };
        let rules = from("2026-01-01", Programme { earn, ..programme() });
        deeds.on(&rules, "2026-01-31").balance
    };
    assert_eq!(points(Spend::Purchases, Visits::Purchases), 110);
    assert_eq!(points(Spend::Subscription, Visits::Use), 210);
    assert_eq!(points(Spend::Both, Visits::Both), 320);
}

#[test]
fn spend_that_was_given_back_lifts_nobody() {
    let qualification = Qualification { measure: Qualifier::Spend, over: QualifyingTime::Rolling };
    let rules = from("2026-01-01", Programme { qualification, ..programme() });
    let deeds = Deeds::since("2026-01-01").pays("2026-01-02", 4).refunded("2026-01-03", 0, 2);
    assert_eq!(deeds.on(&rules, "2026-01-03").measure, 200);
    let account = deeds.pays("2026-01-04", 2).on(&rules, "2026-01-04");
    assert_eq!((account.measure, account.tier), (400, Some(0)), "4.00 of 5.00");
}
