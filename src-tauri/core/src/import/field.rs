//! What the columns of a file can mean: the list of cli.md, one for window and CLI.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
    /// The key of the invoice it pays.
    Invoice = "invoice",
    /// The part of an amount that is tax.
    Tax = "tax",
    /// What was taken off an invoice.
    Discount = "discount",
    /// The part of a payment that went back.
    Refunded = "refunded",
    /// The day it went back.
    RefundedOn = "refunded_on",
    /// Why a payment failed.
    Failure = "failure",
    /// What somebody did, or what a ticket is.
    Kind = "kind",
    /// Which feature, which page.
    Detail = "detail",
    /// The day a ticket was opened.
    Opened = "opened",
    /// The day it was closed.
    Closed = "closed",
    /// How urgent it is.
    Priority = "priority",
    /// What it is about.
    Subject = "subject",
    /// Why a customer cancelled.
    Reason = "reason",
    /// In the customer's words.
    Comment = "comment",
    /// Name of the survey.
    Survey = "survey",
    /// The round of a survey.
    Wave = "wave",
    /// How likely to recommend, 0 to 10.
    Score = "score",
    /// Quality of the product, 1 to 10.
    Quality = "quality",
    /// Service, 1 to 10.
    Service = "service",
    /// Overall experience, 1 to 10.
    Experience = "experience",
    /// How many visits a row stands for.
    Visits = "visits",
    /// The key of the customer who recommended.
    Referrer = "referrer",
    /// The key of the one who came.
    Referred = "referred",
    /// The day somebody joined the loyalty programme.
    Joined = "joined",
    /// The first day he was no member of it.
    LeftOn = "left_on",
    /// Points he brought from an earlier programme.
    Opening = "opening",
    /// The day they begin.
    OpeningOn = "opening_on",
    /// A month, quarter or year.
    Period = "period",
    /// What a currency is worth, or how many of it one unit of another buys.
    Rate = "rate",
    /// Which of both a rate is.
    Direction = "direction",
    /// The currency rates are quoted against.
    Base = "base",
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
                | Self::Opened
                | Self::Closed
                | Self::RefundedOn
                | Self::Joined
                | Self::LeftOn
                | Self::OpeningOn
        )
    }

    /// Whether it is shown as a number.
    pub(crate) fn is_number(self) -> bool {
        let whole = [Self::Quantity, Self::IntervalCount, Self::AmountMinor, Self::MrrMinor];
        self.is_decimal()
            || self.is_rating()
            || whole.contains(&self)
            || matches!(self, Self::Visits | Self::Opening)
    }

    /// Whether its cells are numbers with decimals.
    pub(crate) fn is_decimal(self) -> bool {
        self.is_money() || matches!(self, Self::DiscountPercent | Self::Rate)
    }

    /// Whether its cells are amounts in major units.
    pub(crate) fn is_money(self) -> bool {
        let beside = [Self::Tax, Self::Discount, Self::Refunded];
        matches!(self, Self::Amount | Self::Mrr) || beside.contains(&self)
    }

    /// Whether it is what a survey asks.
    pub(crate) fn is_asked(self) -> bool {
        self.is_rating() || self == Self::Comment
    }

    /// Whether it is an answer on a scale of a survey.
    pub(crate) fn is_rating(self) -> bool {
        matches!(self, Self::Score | Self::Quality | Self::Service | Self::Experience)
    }
}
