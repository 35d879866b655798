//! Logins, features used, exports, visits to the cancel page: the log of the last 200 days.

use super::dice::{Dice, Topic};
use super::facts::Event;
use super::people::Person;
use super::story::Story;
use crate::model::Day;

const LOGIN: &str = "login";
const FEATURE: &str = "feature";
const EXPORT: &str = "export";
const CANCEL_PAGE: &str = "cancel_page";

/// What the product can do, the most used first.
const FEATURES: [&str; 8] = [
    "planning",
    "invoices",
    "reports",
    "time sheets",
    "calendar",
    "templates",
    "automation",
    "api",
];

/// Use falls off this many days before a customer leaves.
const FADES: i32 = 45;

/// Adds what one customer did, day by day.
pub(super) fn events(story: &Story, person: &Person, out: &mut Vec<Event>) {
    let mut dice = person.dice(story, Topic::Usage);
    let habit = Habit::new(person, story, &mut dice);
    let begun = out.len();
    let account = person.account();
    let mut note = |day: Day, kind, detail| out.push(Event { account, day, kind, detail });
    for life in &person.lives {
        let Some(first) = life.first_day() else { continue };
        let until = life.ended.unwrap_or(Day::NEVER).min(story.last.plus(1)).min(habit.silent_from);
        let mut day = first.max(story.usage_from).plus(dice.between(0, habit.gap));
        while day < until {
            if !story.is_down(day) {
                note(day, LOGIN, None);
                if dice.chance(2_800) {
                    note(day, FEATURE, Some(FEATURES[dice.below(habit.features) as usize]));
                }
            }
            let fading = life.ended.is_some_and(|end| day.plus(FADES) >= end);
            day = day.plus(dice.between(1, habit.gap * if fading { 5 } else { 2 } - 1));
        }
        if let Some(wish) = life.requested.filter(|day| *day >= story.usage_from) {
            if dice.chance(6_500) {
                note(wish.plus(-dice.between(0, 3)).max(first), CANCEL_PAGE, None);
            }
            if dice.chance(3_500) {
                note(wish.plus(-dice.between(0, 8)).max(first), EXPORT, None);
            }
        }
    }
    if person.is_on(story.last) {
        let lately = story.last.plus(-dice.between(0, 12)).max(person.since());
        if dice.chance(habit.doubt) {
            note(lately, CANCEL_PAGE, None);
        }
        if dice.chance(habit.doubt) {
            note(lately, EXPORT, None);
        }
    }
    out[begun..].sort_by_key(|e| e.day);
}

/// How one customer uses the product.
struct Habit {
    /// Days between two logins, on average.
    gap: i32,
    /// How many of the features he knows.
    features: u32,
    /// No login from this day on, though he pays.
    silent_from: Day,
    /// How likely he looked at the way out lately, of 10,000.
    doubt: u32,
}

impl Habit {
    fn new(person: &Person, story: &Story, dice: &mut Dice) -> Self {
        let content = person.profile.content;
        let sour = content < 30;
        let silent = dice.chance(if sour { 2_000 } else { 350 });
        let since = story.last.plus(-dice.between(12, 60));
        Self {
            gap: 9 - i32::try_from(content / 15).unwrap_or_default() + dice.between(-2, 2),
            features: 2 + (content / 18).min(6) + u32::from(dice.chance(5_000)),
            silent_from: if silent { since } else { Day::NEVER },
            doubt: if sour { 400 } else { 60 },
        }
    }
}
