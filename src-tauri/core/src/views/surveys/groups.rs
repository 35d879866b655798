//! A score by plan, by country, by how long they are customers, by tier of the loyalty programme as
//! of the day the book is seen from.

use super::card::{FEW, gauge, margin, points};
use super::frame::Frame;
use super::{GroupCard, GroupRow};
use crate::model::Day;
use crate::survey::{Answer, Kind, Survey, effort, satisfaction, tally};
use crate::views::TierMark;
use crate::views::frame::country;
use crate::views::loyalty::mark;
use crate::voice::Voice;
use std::collections::BTreeMap;

/// The most groups a card shows; the smallest are left out.
const MOST: usize = 8;

/// By what answers are grouped: whatever gives each answer of a customer one group on its day. Each
/// makes a card, whose rows and their lists follow from [`By::of`] and [`By::words`].
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum By {
    Plan,
    Country,
    Tenure,
    Tier,
}

impl By {
    pub(super) const ALL: [Self; 4] = [Self::Plan, Self::Country, Self::Tenure, Self::Tier];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Country => "country",
            Self::Tenure => "tenure",
            Self::Tier => "tier",
        }
    }

    /// The group of an answer on its day; `None` of an anonymous one.
    pub(super) fn of(self, frame: &Frame<'_>, answer: &Answer) -> Option<String> {
        let (ledger, customer) = (&frame.book.ledger, answer.customer?);
        Some(match self {
            Self::Plan => {
                let state = ledger.state_on(customer, answer.day)?;
                ledger.plans.get(ledger.states.plan[state] as usize).cloned().unwrap_or_default()
            }
            Self::Country => {
                let countries = ledger.attribute("country")?;
                countries.values[countries.codes[customer as usize] as usize].clone()
            }
            Self::Tenure => {
                let first = ledger.customers.first_paid[customer as usize];
                tenure(first, answer.day)?.to_owned()
            }
            // Where points cannot be read there is no such card; the page is as good without.
            Self::Tier => frame.book.tier_of(customer).ok()??.to_owned(),
        })
    }

    /// The bars of a tier.
    fn mark(self, frame: &Frame<'_>, group: &str) -> Option<TierMark> {
        match self {
            Self::Plan | Self::Country | Self::Tenure => None,
            Self::Tier => {
                let tiers = &frame.book.programme().ok()?.tiers;
                let place = tiers.iter().position(|tier| tier.name == group)?;
                Some(mark(&tiers[place], place, tiers.len()))
            }
        }
    }

    /// What a group is called.
    pub(super) fn words(self, group: &str, voice: &Voice) -> String {
        match self {
            Self::Plan if group.is_empty() => voice.say("unknown-plan", &[]),
            Self::Plan | Self::Tier => group.to_owned(),
            Self::Country => country(group, voice),
            Self::Tenure => voice.say(&format!("tenure-{group}"), &[]),
        }
    }
}

/// How long somebody is a customer on a day.
fn tenure(first: Day, day: Day) -> Option<&'static str> {
    if day < first {
        return None;
    }
    let is_over = |months: u32| first.plus_months(months) <= day;
    Some(match (is_over(6), is_over(12), is_over(36)) {
        (false, ..) => "new",
        (true, false, _) => "months",
        (_, true, false) => "years",
        (.., true) => "long",
    })
}

/// The cards of a survey's answers.
pub(super) fn groups(
    frame: &Frame<'_>,
    survey: &Survey,
    scored: &[&Answer],
    voice: &Voice,
) -> Vec<GroupCard> {
    let card = |by: By| {
        let mut groups: BTreeMap<String, Vec<&Answer>> = BTreeMap::new();
        for answer in scored {
            if let Some(group) = by.of(frame, answer) {
                groups.entry(group).or_default().push(answer);
            }
        }
        let mut groups: Vec<_> = groups.into_iter().collect();
        groups.sort_by_key(|(name, rows)| (std::cmp::Reverse(rows.len()), name.clone()));
        groups.truncate(MOST);
        let few = groups.iter().find(|(_, rows)| (rows.len() as i64) < FEW);
        let note = few.map(|(group, rows)| {
            let args = [
                ("answers", voice.count(rows.len() as i64).into()),
                ("group", by.words(group, voice).into()),
            ];
            voice.say("survey-few-group", &args)
        });
        let row = |(group, rows): &(String, Vec<&Answer>)| {
            let (text, gauge) = score(survey, rows, voice);
            GroupRow {
                label: by.words(group, voice),
                mark: by.mark(frame, group),
                answers: voice.count(rows.len() as i64),
                text,
                gauge,
                list: frame.list(&format!("{}={}", by.name(), super::frame::written(group))),
            }
        };
        GroupCard {
            key: by.name().to_owned(),
            title: voice.say(&format!("survey-by-{}", by.name()), &[]),
            note,
            rows: groups.iter().map(row).collect(),
        }
    };
    By::ALL.map(card).into_iter().filter(|card| card.rows.len() > 1).collect()
}

/// "+28 ± 19" with its band; under ten answers the band alone.
fn score(survey: &Survey, rows: &[&Answer], voice: &Voice) -> (String, Option<super::Gauge>) {
    let scores = || rows.iter().filter_map(|answer| answer.score);
    match survey.kind {
        Kind::Nps | Kind::Cli => {
            let tally = tally(rows.iter().copied());
            let Some((score, interval)) = tally.score().zip(tally.interval()) else {
                return (voice.absent(), None);
            };
            let shown = (tally.answers() >= FEW).then_some(score);
            let margin = margin(&interval, voice);
            let text = shown.map_or_else(
                || margin.clone(),
                |score| format!("{} {margin}", points(score, voice)),
            );
            (text, Some(gauge(&interval, shown, voice)))
        }
        Kind::Csat => {
            let found = satisfaction(survey.scale, scores());
            (voice.share(found.top_two, found.answers, 0), None)
        }
        Kind::Ces | Kind::Own => {
            let mean = effort(survey.scale, scores()).mean();
            (mean.map_or_else(|| voice.absent(), |mean| voice.decimal(mean, 1)), None)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tenure_is_counted_in_calendar_months() {
        let day = |text: &str| Day::parse(text).unwrap();
        let of = |first: &str, on: &str| tenure(day(first), day(on));
        assert_eq!(of("2026-01-31", "2026-07-30"), Some("new"));
        assert_eq!(of("2026-01-31", "2026-07-31"), Some("months"));
        assert_eq!(of("2025-01-31", "2026-01-31"), Some("years"));
        assert_eq!(of("2023-01-31", "2026-01-31"), Some("long"));
        assert_eq!(of("2026-01-31", "2026-01-30"), None);
    }
}
