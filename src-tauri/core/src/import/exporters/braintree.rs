//! Braintree, transactions. Their time zone is a column of its own. Amounts and customers stand
//! further right under names that vary: the guesses find them.

use super::{Exporter, Layout, Mark, Means, Words};
use crate::import::{Field as F, Kind};

pub(super) const BRAINTREE: Exporter =
    Exporter { name: "braintree", title: "Braintree", prefixes: &[], layouts: &[TRANSACTIONS] };

const TRANSACTIONS: Layout = Layout {
    kind: Kind::Payments,
    all: &["transaction id", "transaction type", "transaction status", "created datetime"],
    any: &["created timezone", "escrow status", "settlement date"],
    fields: &[
        (F::Id, &["transaction id"]),
        (F::Customer, &["customer id"]),
        (F::Email, &["customer email"]),
        (F::Date, &["created datetime"]),
        (F::Currency, &["currency iso code", "currency"]),
        (F::Status, &["transaction status"]),
        (F::Failure, &["processor response text"]),
    ],
    marks: &[
        Mark { column: "transaction type", words: Words::Of(&["credit"]), means: Means::Back },
        Mark { column: "transaction status", words: Words::Of(&["voided"]), means: Means::Aside },
    ],
    ..Layout::NEW
};
