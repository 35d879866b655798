//! What a file can hold: the kinds of cli.md, one list for window and CLI.

use super::{Field, facts};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the rows of a file are.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(export, rename = "ImportKind")]
pub enum Kind {
    /// One row a customer.
    Customers,
    /// One row a subscription, as it stands today.
    Subscriptions,
    /// One row a change: from that day on this is the state of the subscription.
    PlanChanges,
    /// The price list.
    Plans,
    /// One row an invoice; with a service period it tells what was paid a month.
    Invoices,
    /// One row a charge, refunds and failed ones included.
    Payments,
    /// What customers did: logins, features, data exports, visits to the cancel page.
    Events,
    /// Questions and complaints.
    Tickets,
    /// What customers said when they cancelled.
    Cancellations,
    /// Answers to surveys.
    Answers,
    /// Purchases and visits beside subscriptions.
    Purchases,
    /// Who recommended us to whom.
    Referrals,
    /// Who joined the loyalty programme or left it, and the points he brought.
    Members,
    /// What winning customers cost in a period.
    Costs,
    /// What other currencies are worth from a day on.
    Rates,
}

impl Kind {
    /// Every kind, in the order files are best taken: what others refer to comes first.
    pub const ALL: [Self; 15] = [
        Self::Customers,
        Self::Plans,
        Self::Subscriptions,
        Self::PlanChanges,
        Self::Invoices,
        Self::Payments,
        Self::Events,
        Self::Tickets,
        Self::Cancellations,
        Self::Answers,
        Self::Purchases,
        Self::Referrals,
        Self::Members,
        Self::Costs,
        Self::Rates,
    ];

    /// Those the views of today speak of: a workspace without one of them shows less. What a customer
    /// pays comes from invoices only where no list of subscriptions says it, so they are no lack.
    pub const SHOWN: [Self; 6] = [
        Self::Customers,
        Self::Plans,
        Self::Subscriptions,
        Self::PlanChanges,
        Self::Cancellations,
        Self::Answers,
    ];

    /// As the CLI and the store call it: `plan-changes`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Customers => "customers",
            Self::Subscriptions => "subscriptions",
            Self::PlanChanges => "plan-changes",
            Self::Plans => "plans",
            Self::Invoices => "invoices",
            Self::Payments => "payments",
            Self::Events => "events",
            Self::Tickets => "tickets",
            Self::Cancellations => "cancellations",
            Self::Answers => "answers",
            Self::Purchases => "purchases",
            Self::Referrals => "referrals",
            Self::Members => "members",
            Self::Costs => "costs",
            Self::Rates => "rates",
        }
    }

    /// Reads what `code` writes.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether any other column can be kept as a label of the customer.
    pub fn keeps_labels(self) -> bool {
        self == Self::Customers
    }

    /// The fields a column of such a file can stand for, in the order they are offered.
    pub fn fields(self) -> &'static [Field] {
        use Field as F;
        match self {
            Self::Customers => &[
                F::Id,
                F::Name,
                F::Email,
                F::Company,
                F::Country,
                F::Created,
                F::Birthday,
                F::Tags,
                F::CardExpires,
            ],
            Self::Subscriptions => &[
                F::Id,
                F::Customer,
                F::Name,
                F::Email,
                F::Country,
                F::Plan,
                F::Quantity,
                F::Currency,
                F::Interval,
                F::IntervalCount,
                F::Amount,
                F::AmountMinor,
                F::Mrr,
                F::MrrMinor,
                F::Status,
                F::Start,
                F::TrialStart,
                F::TrialEnd,
                F::PeriodStart,
                F::PeriodEnd,
                F::AtPeriodEnd,
                F::CancelRequested,
                F::Ended,
                F::PastDueSince,
                F::PausedOn,
                F::CancelReason,
                F::DiscountPercent,
            ],
            Self::PlanChanges => &[
                F::Customer,
                F::Subscription,
                F::Date,
                F::Status,
                F::Plan,
                F::Amount,
                F::AmountMinor,
                F::Mrr,
                F::MrrMinor,
                F::Currency,
                F::Interval,
                F::IntervalCount,
                F::Quantity,
                F::Ended,
            ],
            Self::Plans => &[
                F::Id,
                F::Name,
                F::Amount,
                F::AmountMinor,
                F::Currency,
                F::Interval,
                F::IntervalCount,
            ],
            Self::Rates => &[F::Currency, F::Date, F::Rate, F::Direction, F::Base],
            _ => facts::of(self).map_or(&[], |facts| facts.fields),
        }
    }

    /// What such a file cannot do without: of each group one field. The first of a group is the
    /// one asked for when all of it is missing.
    pub fn required(self) -> &'static [&'static [Field]] {
        use Field as F;
        match self {
            Self::Customers => &[&[F::Id, F::Email]],
            Self::Subscriptions => &[
                &[F::Customer, F::Email],
                &[F::Amount, F::AmountMinor, F::Mrr, F::MrrMinor],
                &[F::Start],
            ],
            Self::PlanChanges => &[
                &[F::Customer],
                &[F::Date],
                &[F::Mrr, F::MrrMinor, F::Amount, F::AmountMinor, F::Status],
            ],
            Self::Plans => &[&[F::Id, F::Name]],
            Self::Rates => &[&[F::Currency], &[F::Date], &[F::Rate]],
            _ => facts::of(self).map_or(&[], |facts| facts.required),
        }
    }

    /// Names of columns of which a file of this kind has at least one; empty where any column
    /// will do.
    pub(super) fn tells(self) -> &'static [&'static str] {
        match self {
            Self::Customers | Self::Subscriptions | Self::PlanChanges => &[],
            Self::Plans => &[
                "plan id",
                "plan code",
                "plan key",
                "price id",
                "plancode",
                "plan nummer",
                "abonnementsvorm code",
                "planens kod",
            ],
            Self::Rates => &[
                "rate",
                "exchange rate",
                "fx rate",
                "currency rate",
                "obs value",
                "koers",
                "wisselkoers",
                "kurs",
                "växelkurs",
                "valutakurs",
            ],
            _ => facts::of(self).map_or(&[], |facts| facts.tells),
        }
    }
}
