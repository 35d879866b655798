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
}
