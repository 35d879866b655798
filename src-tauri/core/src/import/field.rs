//! What a file can hold and what its columns can mean: the list of cli.md, one for window and CLI.

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
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Customers, Self::Subscriptions, Self::PlanChanges];

    /// As the CLI and the store call it: `plan-changes`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Customers => "customers",
            Self::Subscriptions => "subscriptions",
            Self::PlanChanges => "plan-changes",
        }
    }

    /// Reads what `code` writes.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Whether any other column can be kept as a label of the customer.
    pub fn keeps_labels(self) -> bool {
        match self {
            Self::Customers => true,
            Self::Subscriptions | Self::PlanChanges => false,
        }
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
            ],
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
        }
    }
}

/// Declares the fields with their names.
macro_rules! fields {
    ($($(#[$doc:meta])* $field:ident = $code:literal,)*) => {
        /// What a column can mean.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        #[derive(Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        #[ts(export, rename = "ImportField")]
        pub enum Field {
            $($(#[$doc])* $field,)*
        }

        impl Field {
            /// Every field of every kind.
            pub const ALL: &'static [Self] = &[$(Self::$field,)*];

            /// As the CLI and the window call it: `amount_minor`.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$field => $code,)*
                }
            }
        }
    };
}

fields! {
    /// The key of the row itself.
    Id = "id",
    /// The key of the customer it belongs to.
    Customer = "customer",
    /// The key of the subscription it belongs to.
    Subscription = "subscription",
    /// Name of the person or company.
    Name = "name",
    /// Mail address.
    Email = "email",
    /// Company, beside the name.
    Company = "company",
    /// Country.
    Country = "country",
    /// First seen by the source.
    Created = "created",
    /// Day of birth.
    Birthday = "birthday",
    /// Comma-separated labels.
    Tags = "tags",
    /// A card's last month.
    CardExpires = "card_expires",
    /// Plan, by code or name.
    Plan = "plan",
    /// Units paid for.
    Quantity = "quantity",
    /// ISO 4217 code.
    Currency = "currency",
    /// Unit of the billing interval.
    Interval = "interval",
    /// How many of those units.
    IntervalCount = "interval_count",
    /// Price for one interval and one unit, in major units.
    Amount = "amount",
    /// The same in minor units.
    AmountMinor = "amount_minor",
    /// The whole monthly amount in major units.
    Mrr = "mrr",
    /// The same in minor units.
    MrrMinor = "mrr_minor",
    /// What the source calls its state.
    Status = "status",
    /// The day of a change.
    Date = "date",
    /// First day of a subscription.
    Start = "start",
    /// First day of the trial.
    TrialStart = "trial_start",
    /// First day after the trial.
    TrialEnd = "trial_end",
    /// First day of the current billing period.
    PeriodStart = "period_start",
    /// First day of the next one.
    PeriodEnd = "period_end",
    /// Whether it ends with the current period.
    AtPeriodEnd = "at_period_end",
    /// When the customer asked to cancel.
    CancelRequested = "cancel_requested",
    /// First day without it.
    Ended = "ended",
    /// First unpaid day.
    PastDueSince = "past_due_since",
    /// First paused day.
    PausedOn = "paused_on",
    /// Why it was cancelled.
    CancelReason = "cancel_reason",
    /// Recurring discount in percent.
    DiscountPercent = "discount_percent",
}

impl Field {
    /// Reads what `code` writes.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|field| field.code() == code)
    }

    /// Key of its label in the catalogue: `field-amount-minor`.
    pub(crate) fn label_key(self) -> String {
        format!("field-{}", self.code().replace('_', "-"))
    }

    /// Whether its cells are dates.
    pub(crate) fn is_date(self) -> bool {
        matches!(
            self,
            Self::Created
                | Self::Birthday
                | Self::Date
                | Self::Start
                | Self::TrialStart
                | Self::TrialEnd
                | Self::PeriodStart
                | Self::PeriodEnd
                | Self::CancelRequested
                | Self::Ended
                | Self::PastDueSince
                | Self::PausedOn
        )
    }

    /// Whether it is shown as a number.
    pub(crate) fn is_number(self) -> bool {
        let whole = [Self::Quantity, Self::IntervalCount, Self::AmountMinor, Self::MrrMinor];
        self.is_decimal() || whole.contains(&self)
    }

    /// Whether its cells are numbers with decimals.
    pub(crate) fn is_decimal(self) -> bool {
        matches!(self, Self::Amount | Self::Mrr | Self::DiscountPercent)
    }
}
