//! The name of a list: what it is of, how it is called, what stands beside it.

use super::super::ListTab;
use super::super::explain::titled;
use super::super::frame::Frame;
use super::columns::{Columns, Field};
use super::rows::Status;
use crate::Result;
use crate::metrics::Kind;
use crate::metrics::explain::Metric;
use crate::model::Period;
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
    pub(super) fn has(self, status: Status) -> bool {
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

/// Kinds of movements by name, in the order of a list.
pub(super) const KINDS: [(&str, Kind); 7] = [
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
