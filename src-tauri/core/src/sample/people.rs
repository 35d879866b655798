//! Everybody who ever signed up, with all that became of them.

use super::dice::{Dice, Topic};
use super::life::{Begin, Life, live, may_return};
use super::market::Tier;
use super::names::Names;
use super::profile::Profile;
use super::story::{SignUp, Story};
use crate::model::Day;

/// One who signed up.
#[derive(Debug)]
pub(super) struct Person {
    /// His place among all, from 0, in order of sign-up.
    pub(super) number: usize,
    pub(super) profile: Profile,
    /// His subscriptions in order of their first day; at least one.
    pub(super) lives: Vec<Life>,
}

impl Person {
    /// The number of his account in the sample, from 1.
    pub(super) fn account(&self) -> i64 {
        i64::try_from(self.number).unwrap_or(i64::MAX - 1) + 1
    }

    pub(super) fn since(&self) -> Day {
        self.lives.iter().find_map(Life::first_day).unwrap_or(Day::NEVER)
    }

    pub(super) fn is_on(&self, day: Day) -> bool {
        self.lives.iter().any(|l| l.is_on(day))
    }

    /// The last time he was there at all, by what is known.
    pub(super) fn gone(&self) -> Option<Day> {
        self.lives.iter().map(|l| l.ended).max_by_key(|e| e.unwrap_or(Day::NEVER)).flatten()
    }

    /// A stream of his own.
    pub(super) fn dice(&self, story: &Story, topic: Topic) -> Dice {
        Dice::new(story.seed, topic, self.number as u64)
    }
}

/// Makes them all, first come first.
pub(super) fn people(story: &Story, customers: u32) -> Vec<Person> {
    let mut names = Names::default();
    let person = |(number, sign_up): (usize, SignUp)| {
        let mut dice = Dice::new(story.seed, Topic::Profile, number as u64);
        let profile = Profile::new(sign_up, &mut names, &mut dice);
        let mut dice = Dice::new(story.seed, Topic::Life, number as u64);
        let lives = lives(sign_up, &profile, story, &mut dice);
        Person { number, profile, lives }
    };
    story.sign_ups(customers).into_iter().enumerate().map(person).collect()
}

/// His subscription, perhaps a second one beside it, perhaps others after he left.
fn lives(sign_up: SignUp, who: &Profile, story: &Story, dice: &mut Dice) -> Vec<Life> {
    let begin = Begin {
        day: sign_up.day,
        trial_days: who.trial_days,
        tier: who.tier,
        seats: who.seats,
        yearly: who.yearly,
        discount: who.discount,
        only_tries: !sign_up.pays,
        until: Day::NEVER,
    };
    let mut lives = vec![live(begin, who, story, dice)];
    if !sign_up.pays {
        return lives;
    }
    if let Some(second) = branch_office(&begin, &lives[0], who, story, dice) {
        lives.push(second);
    }
    let mut last = 0;
    for _ in 0..2 {
        let Some(again) = returns(&begin, &lives[last], story, dice) else { break };
        lives.push(live(again, who, story, dice));
        last = lives.len() - 1;
    }
    lives.sort_by_key(Life::first_day);
    lives
}

/// A few open a second place some months later and take a Starter for it.
fn branch_office(
    begin: &Begin,
    first: &Life,
    who: &Profile,
    story: &Story,
    dice: &mut Dice,
) -> Option<Life> {
    let day = begin.day.plus(dice.between(120, 600));
    let grows = begin.tier != Tier::Starter && dice.chance(700);
    let until = first.ended.unwrap_or(Day::NEVER);
    let second = Begin {
        day,
        trial_days: 0,
        tier: Tier::Starter,
        seats: 1,
        yearly: false,
        discount: 0,
        only_tries: false,
        until,
    };
    (grows && day < until && day <= story.last).then(|| live(second, who, story, dice))
}

/// Of those who left one in four comes back within about a year, some with less than before.
fn returns(begin: &Begin, left: &Life, story: &Story, dice: &mut Dice) -> Option<Begin> {
    let ended = left.ended.filter(|e| *e <= story.last && may_return(left.reason))?;
    let day = ended.plus(dice.between(20, 400));
    let smaller = begin.tier.lower().filter(|_| dice.chance(3_000));
    if !dice.chance(2_600) || day > story.last {
        return None;
    }
    let seats = match smaller {
        Some(Tier::Starter) => 1,
        Some(Tier::Team | Tier::Business) => begin.seats.min(7),
        None => begin.seats,
    };
    let tier = smaller.unwrap_or(begin.tier);
    Some(Begin { day, trial_days: 0, tier, seats, yearly: false, discount: 0, ..*begin })
}
