//! The name of a list, and who is on it.

use super::super::ListTab;
use super::super::explain::titled;
use super::super::frame::Frame;
use super::columns::{Columns, Field};
use super::rows::{Entry, Status};
use crate::Result;
use crate::metrics::explain::{By, Metric, explain};
use crate::metrics::{self, Kind, Measure, Member, Moved, Revalued};
use crate::model::{Day, Period};
use crate::voice::Voice;

/// A list by what it is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// All who ever were in a file, or those who are customers on the last day, or of one status.
    Customers(Whose),
    /// Customers of whom no subscription is known that figures can use.
    WithoutFacts,
    /// Who moved in a period, and how.
    Moved(Period, Movement),
    /// Whose money became worth more or less in a period because exchange rates changed.
    Revalued(Period),
    /// Who left in a period; for one reason.
    Churned(Period, Option<u32>),
    /// A cohort at the end of a period since its start: who is there, who is gone, or all.
    Cohort(Period, usize, Part),
    /// Who stands behind a number of a formula.
    Input(Metric, Period, String),
}

/// Which customers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    /// Everyone.
    All,
    /// Who pays or is paused: the customers every figure counts.
    There,
    /// Who is this.
    One(Status),
}

impl Whose {
    fn has(self, status: Status) -> bool {
        match self {
            Self::All => true,
            Self::There => matches!(status, Status::Paying | Status::Paused),
            Self::One(one) => one == status,
        }
    }
}

/// Which movements.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Movement {
    All,
    /// Without who only came into the segment or left it.
    Net,
    Gained,
    Lost,
    One(Kind),
}

/// Which part of a cohort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Here,
    Gone,
    All,
}

const KINDS: [(&str, Kind); 7] = [
    ("new", Kind::New),
    ("expansion", Kind::Expansion),
    ("reactivation", Kind::Reactivation),
    ("contraction", Kind::Contraction),
    ("churn", Kind::Churn),
    ("entered", Kind::Entered),
    ("left", Kind::Left),
];

impl Named {
    /// Reads the name of a list; `None` for a name that is none.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split(':');
        let kind = parts.next()?;
        let rest: Vec<&str> = parts.collect();
        match (kind, rest.as_slice()) {
            ("customers", []) => Some(Self::Customers(Whose::All)),
            ("customers", ["there"]) => Some(Self::Customers(Whose::There)),
            ("customers", ["without-facts"]) => Some(Self::WithoutFacts),
            ("customers", [name]) => {
                let status = Status::ALL.into_iter().find(|status| status.name() == *name)?;
                Some(Self::Customers(Whose::One(status)))
            }
            ("moved", [period]) => Some(Self::Moved(Period::parse(period)?, Movement::All)),
            ("moved", [period, "fx"]) => Some(Self::Revalued(Period::parse(period)?)),
            ("moved", [period, what]) => {
                let what = match *what {
                    "net" => Movement::Net,
                    "gained" => Movement::Gained,
                    "lost" => Movement::Lost,
                    name => Movement::One(KINDS.iter().find(|(known, _)| *known == name)?.1),
                };
                Some(Self::Moved(Period::parse(period)?, what))
            }
            ("churned", [period]) => Some(Self::Churned(Period::parse(period)?, None)),
            ("churned", [period, reason]) => {
                Some(Self::Churned(Period::parse(period)?, Some(reason.parse().ok()?)))
            }
            ("cohort", [cohort, k]) => {
                Some(Self::Cohort(Period::parse(cohort)?, k.parse().ok()?, Part::Here))
            }
            ("cohort", [cohort, k, part]) => {
                let part = match *part {
                    "gone" => Part::Gone,
                    "all" => Part::All,
                    _ => return None,
                };
                Some(Self::Cohort(Period::parse(cohort)?, k.parse().ok()?, part))
            }
            ("input", [metric, period, input]) => Some(Self::Input(
                Metric::parse(metric)?,
                Period::parse(period)?,
                (*input).to_owned(),
            )),
            _ => None,
        }
    }

    /// Its columns; the last one is summed.
    pub(super) fn columns(&self, has_tiers: bool) -> Columns {
        use Field::{
            Change, Country, Customer, Day, Effect, Email, From, Kind, Lost, Mrr, Plan, Reason,
            Since, Status, Tier, To,
        };
        Columns(match self {
            Self::Customers(_) if has_tiers => {
                &[Customer, Email, Country, Plan, Tier, Since, Status, Mrr]
            }
            Self::Customers(_) | Self::WithoutFacts => {
                &[Customer, Email, Country, Plan, Since, Status, Mrr]
            }
            Self::Moved(..) => &[Customer, Kind, Plan, Day, From, To, Change],
            Self::Revalued(..) => &[Customer, Plan, From, To, Effect],
            Self::Churned(..) => &[Customer, Plan, Day, Reason, Lost],
            Self::Cohort(..) => &[Customer, Plan, Country, Since, Status, Mrr],
            Self::Input(..) => &[Customer, Kind, Plan, Since, Mrr],
        })
    }

    /// Whether its own order is that of its last column, the largest first.
    pub(super) fn largest_first(&self) -> bool {
        match self {
            Self::Customers(whose) => *whose != Whose::All,
            Self::WithoutFacts | Self::Moved(..) | Self::Revalued(_) => false,
            Self::Churned(..) | Self::Cohort(..) | Self::Input(..) => true,
        }
    }

    /// "Who left in July 2026"
    pub(super) fn title(&self, voice: &Voice) -> String {
        let of = |key: &str, period: &Period| {
            voice.say(key, &[("period", voice.period(*period).into())])
        };
        match self {
            Self::Customers(_) => voice.say("list-customers", &[]),
            Self::WithoutFacts => voice.say("list-without-facts", &[]),
            Self::Moved(period, _) => of("list-moved", period),
            Self::Revalued(period) => of("list-revalued", period),
            Self::Churned(period, _) => of("list-churned", period),
            Self::Cohort(cohort, k, _) => {
                let k = voice.count(i64::try_from(*k).unwrap_or(i64::MAX));
                let cohort = voice.period(*cohort);
                voice.say("list-cohort", &[("cohort", cohort.into()), ("k", k.into())])
            }
            Self::Input(metric, period, input) => {
                let args = [
                    ("figure", titled(*metric, *period, voice).into()),
                    ("role", voice.say(&format!("input-{input}"), &[]).into()),
                ];
                voice.say("list-input", &args)
            }
        }
    }

    /// The lists beside this one.
    pub(super) fn tabs(&self, frame: &Frame<'_>, voice: &Voice) -> Result<Vec<ListTab>> {
        let names: Vec<(String, &str)> = match self {
            Self::Customers(_) => {
                let one = |(name, key): (&str, _)| (format!("customers:{name}"), key);
                let all = std::iter::once(("customers".to_owned(), "list-all"));
                let some = [
                    ("there", "list-there"),
                    (Status::Paused.name(), "list-paused"),
                    (Status::Left.name(), "list-left"),
                    (Status::Never.name(), "list-never"),
                ];
                all.chain(some.map(one)).collect()
            }
            Self::Moved(period, what) => {
                let net = (*what == Movement::Net)
                    .then(|| (format!("moved:{period}:net"), "movement-net"));
                let rest = [
                    (format!("moved:{period}"), "list-all"),
                    (format!("moved:{period}:gained"), "list-gained"),
                    (format!("moved:{period}:lost"), "list-lost"),
                ];
                net.into_iter().chain(rest).collect()
            }
            Self::Cohort(cohort, k, _) => vec![
                (format!("cohort:{cohort}:{k}"), "list-cohort-here"),
                (format!("cohort:{cohort}:{k}:gone"), "list-cohort-gone"),
                (format!("cohort:{cohort}:{k}:all"), "list-all"),
            ],
            Self::WithoutFacts | Self::Revalued(..) | Self::Churned(..) | Self::Input(..) => {
                Vec::new()
            }
        };
        let tab = |(list, key): (String, &str)| {
            let named = Self::parse(&list);
            let count = match &named {
                Some(named) => named.entries(frame)?.len(),
                None => 0,
            };
            Ok(ListTab {
                current: named.as_ref() == Some(self),
                label: voice.say(key, &[]),
                count: voice.count(i64::try_from(count).unwrap_or(i64::MAX)),
                list,
            })
        };
        names.into_iter().map(tab).collect()
    }

    /// Who is on it, in its own order.
    pub(super) fn entries(&self, frame: &Frame<'_>) -> Result<Vec<Entry>> {
        Ok(match self {
            Self::Customers(whose) => customers(frame, *whose),
            Self::WithoutFacts => {
                let mut entries = customers(frame, Whose::All);
                let ledger = &frame.book.ledger;
                entries.retain(|entry| ledger.states_of(entry.customer).is_empty());
                entries
            }
            Self::Moved(period, what) => moved(frame, *period, *what),
            Self::Revalued(period) => {
                let all = metrics::revalued(&frame.scope(), *period);
                largest_first(all.iter().map(|one| of_exchange(frame, one)).collect())
            }
            Self::Churned(period, reason) => {
                let all = metrics::churned(&frame.scope(), *period);
                let mut entries: Vec<Entry> =
                    all.iter().map(|one| of_move(frame, one, 1)).collect();
                entries.retain(|entry| reason.is_none_or(|reason| reason == entry.reason));
                largest_first(entries)
            }
            Self::Cohort(cohort, k, part) => cohort_entries(frame, *cohort, *k, *part),
            Self::Input(metric, period, input) => input_entries(frame, *metric, *period, input),
        })
    }
}

/// Everyone on the last day of the focus that has come; in a segment, who is in it then (who has
/// left by the plan of his last day).
fn customers(frame: &Frame<'_>, whose: Whose) -> Vec<Entry> {
    let ledger = &frame.book.ledger;
    let day = frame.book.as_of;
    let scope = frame.scope();
    let all = 0..u32::try_from(ledger.len()).unwrap_or(u32::MAX);
    let entries = all.filter_map(|customer| {
        let inside = match ledger.state_on(customer, day) {
            Some(state) => scope.has(customer, state),
            None => scope.members.is_none(),
        };
        let entry = inside.then(|| Entry::on(frame, customer, day))?;
        whose.has(entry.status).then_some(entry)
    });
    let mut entries: Vec<Entry> = entries.collect();
    entries.sort_by_key(|entry| (entry.status, std::cmp::Reverse(entry.amount)));
    entries
}

fn moved(frame: &Frame<'_>, period: Period, what: Movement) -> Vec<Entry> {
    let gain =
        |kind| matches!(kind, Kind::New | Kind::Expansion | Kind::Reactivation | Kind::Entered);
    let mut all = metrics::moved(&frame.scope(), period);
    all.retain(|one| match what {
        Movement::All => true,
        Movement::Net => !matches!(one.kind, Kind::Entered | Kind::Left),
        Movement::Gained => gain(one.kind),
        Movement::Lost => !gain(one.kind),
        Movement::One(kind) => kind == one.kind,
    });
    let place = |kind| KINDS.iter().position(|(_, known)| *known == kind);
    all.sort_by_key(|one| (place(one.kind), std::cmp::Reverse(one.amount)));
    all.iter().map(|one| of_move(frame, one, if gain(one.kind) { 1 } else { -1 })).collect()
}

/// A movement as a row; `sign` is what its amount counts as in the sum.
fn of_move(frame: &Frame<'_>, one: &Moved, sign: i64) -> Entry {
    let states = &frame.book.ledger.states;
    let role = match one.kind {
        Kind::New => "movement-new",
        Kind::Expansion => "movement-expansion",
        Kind::Reactivation => "movement-reactivation",
        Kind::Contraction => "movement-contraction",
        Kind::Churn => "movement-churn",
        Kind::Entered => "movement-entered",
        Kind::Left => "movement-left",
    };
    Entry {
        amount: sign * one.amount,
        role,
        day: one.on,
        from: one.from,
        to: one.to,
        plan: states.plan[one.state],
        reason: states.reason[one.state],
        ..Entry::on(frame, one.customer, frame.book.as_of)
    }
}

fn of_exchange(frame: &Frame<'_>, one: &Revalued) -> Entry {
    Entry {
        amount: one.amount,
        role: "movement-fx",
        from: one.from,
        to: one.to,
        plan: frame.book.ledger.states.plan[one.state],
        ..Entry::on(frame, one.customer, frame.book.as_of)
    }
}

fn cohort_entries(frame: &Frame<'_>, cohort: Period, k: usize, part: Part) -> Vec<Entry> {
    let day = frame.last_day(cohort.plus(i32::try_from(k).unwrap_or(i32::MAX / 2)));
    let members = metrics::cohort_members(&frame.scope(), cohort, k, Measure::NetMrr);
    let wanted = members.iter().filter(|member| match part {
        Part::Here => member.there,
        Part::Gone => !member.there,
        Part::All => true,
    });
    // The cell, and so its list, stands at the exchange rates of the cohort's own period.
    let entry =
        |member: &Member| Entry { amount: member.value, ..Entry::on(frame, member.customer, day) };
    largest_first(wanted.map(entry).collect())
}

fn input_entries(frame: &Frame<'_>, metric: Metric, period: Period, input: &str) -> Vec<Entry> {
    let Some(explained) = explain(&frame.scope(), metric, period) else {
        return Vec::new();
    };
    let Some(input) = explained.inputs.iter().find(|known| known.name == input) else {
        return Vec::new();
    };
    let own = explained.customers.iter().filter(|one| input.roles.contains(&one.role));
    let day = frame.last_day(period);
    let entry = |one: &metrics::explain::Listed| Entry {
        amount: match input.by {
            By::Sum => one.amount.unwrap_or(0),
            By::Count => mrr_on(frame, one.customer, day),
        },
        role: role_key(one.role),
        ..Entry::on(frame, one.customer, day)
    };
    largest_first(own.map(entry).collect())
}

fn mrr_on(frame: &Frame<'_>, customer: u32, day: Day) -> i64 {
    frame.book.ledger.worth_on(customer, day).mrr
}

/// The catalogue key of a role.
fn role_key(role: &str) -> &'static str {
    const ROLES: [(&str, &str); 24] = [
        ("start", "role-start"),
        ("end", "role-end"),
        ("new", "role-new"),
        ("expansion", "role-expansion"),
        ("reactivation", "role-reactivation"),
        ("contraction", "role-contraction"),
        ("churn", "role-churn"),
        ("entered", "role-entered"),
        ("left", "role-left"),
        ("fx", "role-fx"),
        ("kept", "role-kept"),
        ("gained", "role-gained"),
        ("lost", "role-lost"),
        ("then", "role-then"),
        ("now", "role-now"),
        ("lesser", "role-lesser"),
        ("committed", "role-committed"),
        ("joined_and_left", "role-joined_and_left"),
        ("converted", "role-converted"),
        ("still_open", "role-still_open"),
        ("not_converted", "role-not_converted"),
        ("churned_in_6_months", "role-churned_in_6_months"),
        ("there_in_6_months", "role-there_in_6_months"),
        ("", "absent"),
    ];
    ROLES.iter().find(|(known, _)| *known == role).map_or("absent", |(_, key)| key)
}

fn largest_first(mut entries: Vec<Entry>) -> Vec<Entry> {
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.amount.abs()));
    entries
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_none_are_refused() {
        for name in [
            "",
            "customers:rich",
            "moved",
            "moved:2026-13",
            "moved:2026-10:up",
            "cohort:2026-05",
            "input:mrr:2026-10",
        ] {
            assert_eq!(Named::parse(name), None, "{name}");
        }
    }
}
