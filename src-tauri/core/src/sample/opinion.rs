//! What customers say: an NPS survey each quarter, the loyalty index once a year.

use super::dice::{Dice, Topic};
use super::facts::Answer;
use super::people::Person;
use super::story::Story;
use crate::model::{Day, Grain, Period};

pub(super) const NPS: &str = "NPS";
const LOYALTY: &str = "Loyalty index";

const GLAD: [&str; 9] = [
    "Saves us half a day every week.",
    "Support answered within the hour, and it worked.",
    "Does what it says. No surprises on the invoice either.",
    "The whole team uses it now, even the ones who never wanted to.",
    "Easy to show to new people.",
    "Reports are exactly what our bookkeeper asks for.",
    "We told two other shops about it.",
    "The best change we made this year.",
    "Quiet, fast, never in the way.",
];

const FAIR: [&str; 7] = [
    "Good, but the calendar could be clearer.",
    "Fine for now. We would like more in the reports.",
    "Works well once you know where things are.",
    "A bit slow with many projects open.",
    "Would be great with an app for the phone.",
    "Happy with it, though the price went up.",
    "We only use a small part of it.",
];

const SOUR: [&str; 7] = [
    "We only ever got one person on board.",
    "Too expensive for what we use.",
    "Still no link to our accounting.",
    "Waited four days for an answer.",
    "Too many clicks for simple things.",
    "Invoices come out wrong when a seat changes.",
    "We are looking at other tools.",
];

const AFTER_OUTAGE: [&str; 3] = [
    "Three days without access, in our busiest week.",
    "The outage cost us an order.",
    "Nobody told us when it would be back.",
];

/// How many of 10,000 customers answer a quarter's survey.
const ANSWERS: u32 = 2_600;

/// All answers by day.
pub(super) fn answers(story: &Story, people: &[Person]) -> Vec<Answer> {
    let mut out = Vec::new();
    let first = Period::of(Grain::Quarter, story.first);
    for quarter in first.until(Period::of(Grain::Quarter, story.last)) {
        for person in people {
            let index = (quarter.index().unsigned_abs() as u64) << 32 | person.number as u64;
            let mut dice = Dice::new(story.seed, Topic::Opinion, index);
            out.extend(nps(story, person, quarter, &mut dice));
            if quarter.index().rem_euclid(4) == 1 {
                out.extend(loyalty(story, person, quarter, &mut dice));
            }
        }
    }
    out.sort_by_key(|a| a.day);
    out
}

/// A day in the middle of the quarter on which he is a customer, if he answers.
fn answers_on(
    story: &Story,
    person: &Person,
    quarter: Period,
    often: u32,
    dice: &mut Dice,
) -> Option<Day> {
    let day = quarter.first().plus(31 + dice.between(3, 24));
    (dice.chance(often) && story.first <= day && day <= story.last && person.is_on(day))
        .then_some(day)
}

fn nps(story: &Story, person: &Person, quarter: Period, dice: &mut Dice) -> Option<Answer> {
    let day = answers_on(story, person, quarter, ANSWERS, dice)?;
    let hurt = day > story.outage && day < story.outage.plus(100);
    let feeling = level(person, dice) - if hurt { dice.between(0, 2) } else { 0 };
    let score = u8::try_from(feeling.clamp(0, 10)).unwrap_or_default();
    let anonymous = dice.chance(400);
    let comment = dice.chance(3_600).then(|| match score {
        9.. => dice.pick(&GLAD),
        7..=8 => dice.pick(&FAIR),
        _ if hurt => dice.pick(&AFTER_OUTAGE),
        _ => dice.pick(&SOUR),
    });
    Some(Answer {
        account: (!anonymous).then(|| person.account()),
        survey: NPS,
        wave: quarter.to_string(),
        day,
        score: Some(score),
        items: None,
        comment,
    })
}

fn loyalty(story: &Story, person: &Person, quarter: Period, dice: &mut Dice) -> Option<Answer> {
    let day = answers_on(story, person, quarter, ANSWERS / 2, dice)?;
    let mut item = || u8::try_from(level(person, dice).clamp(1, 10)).unwrap_or(1);
    Some(Answer {
        account: Some(person.account()),
        survey: LOYALTY,
        wave: quarter.to_string(),
        day,
        score: None,
        items: Some([item(), item(), item()]),
        comment: None,
    })
}

/// How he feels, around 8 with a spread of about 2: his contentment and the mood of the day.
fn level(person: &Person, dice: &mut Dice) -> i32 {
    let content = i32::try_from(person.profile.content).unwrap_or_default();
    4 + content / 12 + dice.between(-1, 2)
}
