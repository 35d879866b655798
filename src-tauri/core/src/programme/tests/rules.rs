//! Rules that hold from a day on.

use super::*;

#[test]
fn other_rules_change_nothing_before_their_day_and_unsound_ones_are_refused() {
    let world = World::with_programme();
    world.bought(&[("zoe", "2025-02-01", "100"), ("zoe", "2025-08-01", "100")]);
    let mut double = rules();
    double.earn.per_amount.as_mut().unwrap().points = 2;
    world.set("2025-06-01", double.clone());
    assert_eq!(world.balance("zoe"), 300);
    world.is_as_read_again();
    world.workspace.undo(None, today()).unwrap().unwrap();
    assert_eq!(world.balance("zoe"), 200);
    world.is_as_read_again();
    double.tiers[1].threshold = 0;
    let entry = ProgrammeEntry { from: None, programme: double };
    let unsound = world.workspace.save_programme(&entry, NOW, today());
    assert_eq!(code(unsound), "unsound_programme");
    let segment =
        |text: &str| Programme { members: Membership::Segment(text.to_owned()), ..rules() };
    for text in ["plan =", "galaxy = \"far\""] {
        let entry = ProgrammeEntry { from: None, programme: segment(text) };
        assert!(world.workspace.save_programme(&entry, NOW, today()).is_err(), "{text}");
    }
    world.set("2025-01-01", segment("plan = \"Solo\""));
    assert_eq!((world.balance("zoe"), world.tier("zoe")), (0, None));
    world.set("2025-01-01", segment("plan = \"Team\""));
    assert_eq!(world.balance("zoe"), 200);
    world.is_as_read_again();
}

#[test]
fn what_was_brought_along_moves_with_the_first_day_and_everything_comes_back() {
    let world = World::with_programme();
    world.bought(&[("zoe", "2025-02-01", "100")]);
    let opening = OpeningEntry { customer: world.id("cid"), points: 400, day: None };
    world.workspace.open_points(&opening, NOW).unwrap().unwrap();
    world.redeem("zoe", 50, None).unwrap();
    world.is_as_read_again();
    world.workspace.undo(None, today()).unwrap().unwrap();
    assert_eq!(world.balance("zoe"), 100);
    world.is_as_read_again();
    world.set("2024-06-01", rules());
    world.is_as_read_again();
    assert_eq!(world.balance("cid"), 400);
    world.workspace.undo(None, today()).unwrap().unwrap();
    world.is_as_read_again();
    world.workspace.redo(None, today()).unwrap().unwrap();
    world.is_as_read_again();
}

#[test]
fn rules_from_an_earlier_day_say_which_later_ones_they_drop_and_undo_brings_them_back() {
    use crate::views::loyalty::{drops, loyalty_preview};
    let world = World::with_programme();
    world.set("2026-05-01", rules());
    world.set("2026-06-01", rules());
    let days = || -> Vec<String> {
        world.book().offer().unwrap().versions.iter().map(|it| it.from.to_string()).collect()
    };
    let (book, voice) = (world.book(), Voice::default());
    let said = |from: &str| loyalty_preview(&book, &rules(), Some(from), &voice).unwrap().drops;
    let both = said("2026-04-01").unwrap();
    assert!(both.contains("1 May 2026") && both.contains("1 Jun 2026"), "{both}");
    assert!(said("2026-05-01").is_some_and(|one| !one.contains("May")), "it is rewritten");
    assert_eq!(said("2026-06-01"), None);
    assert_eq!(drops(book.offer().unwrap(), today(), &voice), Some(both));
    world.set("2026-04-01", rules());
    assert_eq!(days(), ["2025-01-01", "2026-04-01"]);
    world.workspace.undo(None, today()).unwrap().unwrap();
    assert_eq!(days(), ["2025-01-01", "2026-05-01", "2026-06-01"]);
}

#[test]
fn another_currency_says_the_programmes_money_anew_and_undo_brings_it_back_exactly() {
    let world = World::new();
    let mut spend = rules();
    spend.qualification.measure = crate::loyalty::Qualifier::Spend;
    spend.tiers.iter_mut().for_each(|tier| tier.threshold *= 100);
    world.set("2025-01-01", spend);
    world.bought(&[("zoe", "2026-02-01", "600"), ("bob", "2026-02-01", "499.99")]);
    let reward = RewardEntry {
        id: None,
        name: "A cake".to_owned(),
        kind: RewardKind::Gift,
        points: 40,
        worth: Some(1_200),
        retired: false,
    };
    world.workspace.save_reward(&reward, NOW).unwrap();
    let rate = crate::workspace::TypedRate {
        currency: "SEK".to_owned(),
        rate: "0.08".to_owned(),
        ..Default::default()
    };
    world.workspace.save_rate(&rate, NOW, today()).unwrap();
    let told = || {
        let offer = world.book().offer().unwrap().clone();
        (offer, world.tier("zoe"), world.tier("bob"), world.balance("zoe"))
    };
    let before = told();
    assert_eq!((before.1.as_deref(), before.2.as_deref()), (Some("Silver"), Some("Bronze")));
    let mut settings = world.workspace.settings().unwrap();
    settings.currency = "SEK".to_owned();
    let change = world.workspace.save_settings(&settings, NOW, today()).unwrap();
    let (offer, zoe, bob, balance) = told();
    assert_eq!(
        (&zoe, &bob, balance),
        (&before.1, &before.2, before.3),
        "the same tiers and points"
    );
    let rules = &offer.versions[0].programme;
    assert_eq!((rules.tiers[1].threshold, offer.rewards[0].worth), (625_000, Some(15_000)));
    world.workspace.undo(change, today()).unwrap();
    assert_eq!(told(), before);
}
