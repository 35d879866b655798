//! Who is due for a survey, and who was asked too often.
//!
//! Somebody was asked on the day of an invitation, and on the day of an answer nobody invited him
//! to; several on one day are one. Due is who was not asked for so many days, or never. Asked too
//! often is who was asked again within fewer days than he is left in peace, in the last year.
//!
//! Each kind of survey is counted by itself: whoever has rated a call is not asked too often when he
//! is asked for his NPS in the same month, and is as due for that as before.

use crate::model::Day;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How far back it is looked for people who were asked too often.
const YEAR: i32 = 365;

/// How often people are asked; the user's to change.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[ts(export)]
pub struct AskingRule {
    /// Days after which somebody is due again.
    pub due_after: u16,
    /// Days for which he is left in peace.
    pub rest: u16,
}

impl Default for AskingRule {
    fn default() -> Self {
        Self { due_after: 180, rest: 90 }
    }
}

impl AskingRule {
    /// Whether it makes sense: nobody is due while he is left in peace, and at least once in ten
    /// years everybody is.
    pub fn is_sensible(self) -> bool {
        self.rest >= 1 && self.rest <= self.due_after && self.due_after <= 3_650
    }
}

/// What the rule says of one customer.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Asking {
    /// When he was last asked.
    pub last: Option<Day>,
    /// It is time again.
    pub due: bool,
    /// Of two days closer than the rest the later one, the last such.
    pub too_often: Option<Asked>,
}

/// Asked again too soon.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Asked {
    /// On this day,
    pub on: Day,
    /// so many days after the time before.
    pub after: i32,
}

/// What the rule says of somebody asked on these days, in any order.
pub fn asking(rule: AskingRule, as_of: Day, asked: &[Day]) -> Asking {
    let mut days: Vec<Day> = asked.iter().copied().filter(|day| *day <= as_of).collect();
    days.sort_unstable();
    days.dedup();
    let last = days.last().copied();
    let soon = |pair: &[Day]| {
        let after = pair[1].0 - pair[0].0;
        let recent = as_of.0 - pair[1].0 < YEAR;
        (recent && after < i32::from(rule.rest)).then_some(Asked { on: pair[1], after })
    };
    Asking {
        last,
        due: last.is_none_or(|last| as_of.0 - last.0 >= i32::from(rule.due_after)),
        too_often: days.windows(2).rev().find_map(soon),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(days: &[i32]) -> Asking {
        let days: Vec<Day> = days.iter().copied().map(Day).collect();
        asking(AskingRule::default(), Day(1_000), &days)
    }

    #[test]
    fn who_was_never_asked_is_due() {
        assert_eq!(asked(&[]), Asking { last: None, due: true, too_often: None });
    }

    #[test]
    fn who_was_asked_180_days_ago_is_due_and_the_day_after_was_not_yet() {
        assert!(asked(&[820]).due);
        assert!(!asked(&[821]).due);
        assert!(!asked(&[700, 900]).due);
        assert!(asked(&[700, 1_001]).due, "what is planned has not happened");
    }

    #[test]
    fn asked_again_within_ninety_days_is_too_often() {
        assert_eq!(asked(&[900, 990]).too_often, None);
        assert_eq!(asked(&[991, 902]).too_often, Some(Asked { on: Day(991), after: 89 }));
        assert_eq!(asked(&[950, 950]).too_often, None, "one day is one time");
        assert_eq!(asked(&[600, 610]).too_often, None, "longer ago than a year");
    }

    #[test]
    fn nobody_is_due_while_he_is_left_in_peace() {
        assert!(AskingRule::default().is_sensible());
        assert!(!AskingRule { due_after: 60, rest: 90 }.is_sensible());
        assert!(!AskingRule { due_after: 60, rest: 0 }.is_sensible());
    }
}
