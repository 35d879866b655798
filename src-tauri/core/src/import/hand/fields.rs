//! Which fields a form of a kind has, and which column of the store each is.

use super::super::facts::{self, Read};
use super::super::{Field, Kind};
use Field as F;

/// Fields most records do without: shown when they are asked for, or hold something.
const DETAILS: &[Field] = &[
    F::Id,
    F::Birthday,
    F::CardExpires,
    F::DiscountPercent,
    F::Mrr,
    F::TrialStart,
    F::TrialEnd,
    F::AtPeriodEnd,
    F::CancelRequested,
    F::PastDueSince,
    F::PausedOn,
    F::Subscription,
    F::Invoice,
    F::Tax,
    F::Discount,
    F::Refunded,
    F::RefundedOn,
    F::Failure,
    F::Wave,
    F::Priority,
    F::Visits,
];

/// The fields of a form, in their order. The key of a record is given once, when it is made.
pub(super) fn of(kind: Kind, is_new: bool) -> Vec<Field> {
    let fields: &[Field] = match kind {
        Kind::Customers => &[
            F::Name,
            F::Email,
            F::Company,
            F::Country,
            F::Created,
            F::Tags,
            F::Birthday,
            F::CardExpires,
            F::Id,
        ],
        Kind::Subscriptions => &[
            F::Customer,
            F::Plan,
            F::Amount,
            F::Currency,
            F::Interval,
            F::Quantity,
            F::Start,
            F::Status,
            F::Ended,
            F::CancelReason,
            F::DiscountPercent,
            F::Mrr,
            F::TrialStart,
            F::TrialEnd,
            F::PeriodStart,
            F::PeriodEnd,
            F::AtPeriodEnd,
            F::CancelRequested,
            F::PastDueSince,
            F::PausedOn,
            F::Id,
        ],
        Kind::PlanChanges => &[
            F::Customer,
            F::Subscription,
            F::Date,
            F::Status,
            F::Plan,
            F::Amount,
            F::Currency,
            F::Interval,
            F::Quantity,
            F::Mrr,
        ],
        Kind::Plans => &[F::Name, F::Amount, F::Currency, F::Interval, F::Id],
        _ => facts::of(kind).map_or(&[], |facts| facts.fields),
    };
    let left_out = |field: &Field| {
        let of_files = facts::of(kind).is_some() && matches!(field, F::Email | F::AmountMinor);
        let key = *field == F::Id && (!is_new || kind == Kind::PlanChanges);
        !of_files && !key
    };
    fields.iter().copied().filter(left_out).collect()
}

/// Whether a field is one of those most records do without.
pub(super) fn is_detail(kind: Kind, field: Field) -> bool {
    let period = matches!(field, F::PeriodStart | F::PeriodEnd);
    DETAILS.contains(&field) && !(kind == Kind::PlanChanges && field == F::Subscription)
        || (period && kind == Kind::Subscriptions)
}

/// The table that holds the records of a kind.
pub(crate) fn table_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Customers => "account",
        Kind::Subscriptions => "subscription",
        Kind::PlanChanges => "plan_change",
        Kind::Plans => "plan",
        _ => facts::of(kind).map_or("", |facts| facts.table),
    }
}

/// The tables an act touches whose rows belong to somebody; none where it may be all of them.
pub(crate) fn touches(act: &str, kind: Kind) -> Option<Vec<&'static str>> {
    match (act, kind) {
        ("delete", Kind::Customers) => None,
        ("delete", Kind::Subscriptions) => Some(vec!["subscription", "plan_change"]),
        _ => Some(vec![table_of(kind)]),
    }
}

/// The columns of its table that name an account.
pub(crate) fn owners(kind: Kind) -> Vec<&'static str> {
    match kind {
        Kind::Customers => vec!["id"],
        Kind::Subscriptions | Kind::PlanChanges => vec!["account"],
        Kind::Plans => Vec::new(),
        _ => {
            let columns = facts::of(kind).map_or(&[][..], |facts| facts.columns);
            let names = columns
                .iter()
                .filter(|(_, read)| matches!(read, Read::Customer(_) | Read::Anyone(_)));
            names.map(|(name, _)| *name).collect()
        }
    }
}

/// The column that says when a record is of; none for what is of no day.
pub(crate) fn day_column(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Customers => Some("created"),
        Kind::Subscriptions => Some("start"),
        Kind::PlanChanges => Some("day"),
        Kind::Plans => None,
        _ => {
            let columns = facts::of(kind)?.columns.iter();
            let mut days = columns.filter(|(_, read)| matches!(read, Read::Day(_)));
            days.next().map(|(name, _)| *name)
        }
    }
}

/// The column of a table that holds a field.
pub(crate) fn column_of(kind: Kind, field: Field) -> &'static str {
    match field {
        F::Id => "key",
        F::DiscountPercent => "discount",
        F::Interval => "unit",
        F::Date => "day",
        F::Customer => owners(kind).first().copied().unwrap_or("account"),
        field => field.code(),
    }
}
