//! Kinds of files whose rows are plain facts: what their columns are, and how each is read. One
//! table a kind; reading, identity, insert and comparison are the same for all of them.

use super::{Field, Kind};
use Field as F;
use Read as R;

/// One kind of fact.
#[derive(Debug)]
pub(super) struct Facts {
    pub(super) kind: Kind,
    /// Its table in the store.
    pub(super) table: &'static str,
    /// The table's own columns, and where each comes from.
    pub(super) columns: &'static [(&'static str, Read)],
    /// What a column of the file can mean, in the order it is offered.
    pub(super) fields: &'static [Field],
    /// Of each group one must be there.
    pub(super) required: &'static [&'static [Field]],
    /// Names of columns of which such a file has one.
    pub(super) tells: &'static [&'static str],
    /// Columns that tell a row from every other where it has no key of its own; none: all of them.
    pub(super) same: &'static [&'static str],
}

/// How a column of the table is filled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Read {
    /// The account of this key; must be there.
    Customer(Field),
    /// The account of this key or, without it, of the mail address; nobody without both.
    Anyone(Field),
    /// Text as it stands; nothing of an empty cell.
    Text(Field),
    /// Text, or this where the cell is empty.
    TextOr(Field, &'static str),
    /// A day that must be there.
    Day(Field),
    /// A day, or nothing.
    MaybeDay(Field),
    /// The amount; must be there.
    Price,
    /// Its currency.
    Currency,
    /// Another amount in that currency, or nothing.
    Money(Field),
    /// Another amount in that currency, or 0.
    MoneyOrNone(Field),
    /// A whole number, 1 where the cell is empty.
    Count(Field),
    /// A whole number, or nothing.
    MaybeCount(Field),
    /// An answer from the first to the second number; anything else is reported and left blank.
    Scale(Field, u8, u8),
    /// The group an answer belongs to, where its source kept nothing else of it.
    Category(Field),
    /// A plan by code or name.
    Plan,
    /// One of these words; the first where the cell is empty.
    OneOf(Field, &'static [Word]),
    /// The last day of the month on a card.
    CardEnd,
    /// A month, quarter or year: `2026-03`.
    Period,
}

/// A word as it is stored, and how files spell it (lower case, one `_` between words).
pub(super) type Word = (&'static str, &'static [&'static str]);

/// The facts of a kind; none for kinds with rules of their own.
pub(super) fn of(kind: Kind) -> Option<&'static Facts> {
    ALL.iter().find(|facts| facts.kind == kind)
}

#[rustfmt::skip]
const INVOICE_STATES: &[Word] = &[
    ("paid", &["paid", "betaald", "betald", "closed", "settled", "voldaan", "completed", "posted", "collected",
        "yes", "y", "true", "ja"]),
    ("open", &["open", "due", "past_due", "unpaid", "overdue", "sent", "openstaand", "onbetaald",
        "verzonden", "obetald", "förfallen", "skickad", "öppen", "pending", "processing", "partially_paid",
        "not_paid", "payment_due", "failed", "no", "n", "false", "nee", "nej"]),
    ("draft", &["draft", "concept", "utkast", "proforma"]),
    ("void", &["void", "voided", "cancelled", "canceled", "credited", "vervallen", "geannuleerd",
        "makulerad", "krediterad", "refunded", "deleted"]),
    ("uncollectible", &["uncollectible", "written_off", "oninbaar", "avskriven", "bad_debt", "forgiven"]),
];

#[rustfmt::skip]
const PAYMENT_STATES: &[Word] = &[
    ("paid", &["paid", "succeeded", "success", "successful", "complete", "completed", "captured",
        "settled", "betaald", "gelukt", "geslaagd", "betald", "lyckades", "genomförd", "ok", "approved",
        "settling", "submitted_for_settlement", "settlement_confirmed"]),
    ("failed", &["failed", "failure", "declined", "denied", "error", "mislukt", "geweigerd",
        "misslyckades", "nekad", "avvisad", "void", "canceled", "cancelled", "blocked",
        "processor_declined", "gateway_rejected", "settlement_declined", "authorization_expired"]),
    ("pending", &["pending", "processing", "uncaptured", "authorized", "requires_action", "open",
        "in_behandeling", "väntar", "on_hold", "incomplete"]),
    ("refunded", &["refunded", "refund", "partially_refunded", "partial_refund", "terugbetaald",
        "återbetald", "reversed", "chargeback_refunded"]),
    ("disputed", &["disputed", "dispute", "chargeback", "charged_back", "betwist", "bestridd"]),
];

#[rustfmt::skip]
const ALL: &[Facts] = &[
    Facts {
        kind: Kind::Invoices,
        table: "invoice",
        columns: &[
            ("account", R::Customer(F::Customer)),
            ("subscription", R::Text(F::Subscription)),
            ("day", R::Day(F::Date)),
            ("period_start", R::MaybeDay(F::PeriodStart)),
            ("period_end", R::MaybeDay(F::PeriodEnd)),
            ("plan", R::Plan),
            ("amount", R::Price),
            ("currency", R::Currency),
            ("tax", R::Money(F::Tax)),
            ("discount", R::Money(F::Discount)),
            ("status", R::OneOf(F::Status, INVOICE_STATES)),
            ("quantity", R::Count(F::Quantity)),
        ],
        fields: &[
            F::Id, F::Customer, F::Email, F::Subscription, F::Date, F::PeriodStart, F::PeriodEnd, F::Plan,
            F::Amount, F::AmountMinor, F::Currency, F::Tax, F::Discount, F::Status, F::Quantity,
        ],
        required: &[&[F::Customer, F::Email], &[F::Date], &[F::Amount, F::AmountMinor]],
        tells: &[
            "invoice id", "invoice number", "invoice", "invoice no", "invoice date", "number",
            "amount due", "invoice total", "factuur", "factuurnummer", "factuurnr", "factuurdatum",
            "faktura", "fakturanummer", "fakturanr", "fakturadatum", "invoice amount", "line item period start",
        ],
        same: &[],
    },
    Facts {
        kind: Kind::Payments,
        table: "payment",
        columns: &[
            ("account", R::Customer(F::Customer)),
            ("invoice", R::Text(F::Invoice)),
            ("day", R::Day(F::Date)),
            ("amount", R::Price),
            ("currency", R::Currency),
            ("status", R::OneOf(F::Status, PAYMENT_STATES)),
            ("refunded", R::MoneyOrNone(F::Refunded)),
            ("failure", R::Text(F::Failure)),
            ("card_expires", R::CardEnd),
            ("refunded_on", R::MaybeDay(F::RefundedOn)),
        ],
        fields: &[
            F::Id, F::Customer, F::Email, F::Invoice, F::Date, F::Amount, F::AmountMinor, F::Currency,
            F::Status, F::Refunded, F::RefundedOn, F::Failure, F::CardExpires,
        ],
        required: &[&[F::Customer, F::Email], &[F::Date], &[F::Amount, F::AmountMinor]],
        tells: &[
            "payment id", "charge id", "transaction id", "amount refunded", "refunded", "refunded amount",
            "failure", "failure reason", "failure code", "decline reason", "payment date", "payment status",
            "paid at", "betaling", "betaaldatum", "betaalnummer", "terugbetaald", "betalning",
            "betalningsdatum", "betalnings id", "återbetalt",
        ],
        same: &[],
    },
    Facts {
        kind: Kind::Events,
        table: "event",
        columns: &[
            ("account", R::Customer(F::Customer)),
            ("day", R::Day(F::Date)),
            ("kind", R::TextOr(F::Kind, "login")),
            ("detail", R::Text(F::Detail)),
        ],
        fields: &[F::Customer, F::Email, F::Date, F::Kind, F::Detail],
        required: &[&[F::Customer, F::Email], &[F::Date]],
        tells: &[
            "event", "event name", "event type", "action", "activity", "last login", "login", "logged in at",
            "gebeurtenis", "actie", "activiteit", "ingelogd op", "händelse", "aktivitet", "inloggad",
        ],
        same: &[],
    },
    Facts {
        kind: Kind::Tickets,
        table: "ticket",
        columns: &[
            ("account", R::Customer(F::Customer)),
            ("opened", R::Day(F::Opened)),
            ("closed", R::MaybeDay(F::Closed)),
            ("kind", R::Text(F::Kind)),
            ("priority", R::Text(F::Priority)),
            ("subject", R::Text(F::Subject)),
        ],
        fields: &[
            F::Id, F::Customer, F::Email, F::Opened, F::Closed, F::Kind, F::Priority, F::Subject,
        ],
        required: &[&[F::Customer, F::Email], &[F::Opened]],
        tells: &[
            "ticket id", "ticket", "ticket number", "case number", "case id", "subject", "priority",
            "requester", "ticketnummer", "onderwerp", "prioriteit", "ärende", "ärendenummer", "ämne", "prioritet",
        ],
        same: &[],
    },
    Facts {
        kind: Kind::Cancellations,
        table: "cancellation",
        columns: &[
            ("account", R::Customer(F::Customer)),
            ("subscription", R::Text(F::Subscription)),
            ("day", R::Day(F::Date)),
            ("reason", R::Text(F::Reason)),
            ("comment", R::Text(F::Comment)),
        ],
        fields: &[F::Customer, F::Email, F::Subscription, F::Date, F::Reason, F::Comment],
        required: &[&[F::Customer, F::Email], &[F::Date], &[F::Reason, F::Comment]],
        tells: &[
            "cancellation reason", "cancel reason", "churn reason", "cancellation feedback", "reason",
            "reason code", "cancellation reason comments", "opzegreden", "reden", "reden opzegging", "uppsägningsorsak",
            "orsak", "anledning",
        ],
        same: &[],
    },
    Facts {
        kind: Kind::Answers,
        table: "answer",
        columns: &[
            ("account", R::Anyone(F::Customer)),
            ("survey", R::TextOr(F::Survey, "NPS")),
            ("wave", R::Text(F::Wave)),
            ("day", R::Day(F::Date)),
            ("score", R::Scale(F::Score, 0, 10)),
            ("quality", R::Scale(F::Quality, 1, 10)),
            ("service", R::Scale(F::Service, 1, 10)),
            ("experience", R::Scale(F::Experience, 1, 10)),
            ("comment", R::Text(F::Comment)),
            ("category", R::Category(F::Score)),
        ],
        fields: &[
            F::Id, F::Customer, F::Email, F::Survey, F::Wave, F::Date, F::Score, F::Quality, F::Service,
            F::Experience, F::Comment,
        ],
        required: &[&[F::Date], &[F::Score, F::Quality, F::Service, F::Experience, F::Comment]],
        tells: &[
            "score", "nps", "nps score", "rating", "likelihood to recommend", "quality", "service",
            "experience", "answer", "response", "cijfer", "kwaliteit", "aanbeveling", "beoordeling", "betyg",
            "poäng", "kvalitet", "svar",
        ],
        same: &[],
    },
    Facts {
        kind: Kind::Purchases,
        table: "purchase",
        columns: &[
            ("account", R::Customer(F::Customer)),
            ("day", R::Day(F::Date)),
            ("amount", R::Price),
            ("currency", R::Currency),
            ("visits", R::Count(F::Visits)),
        ],
        fields: &[
            F::Id, F::Customer, F::Email, F::Date, F::Amount, F::AmountMinor, F::Currency, F::Visits,
        ],
        required: &[&[F::Customer, F::Email], &[F::Date], &[F::Amount, F::AmountMinor]],
        tells: &[
            "order id", "order number", "order date", "purchase id", "purchase date", "purchase",
            "visits", "visit", "receipt", "receipt number", "bestelnummer", "besteldatum", "aankoop", "aankoopdatum",
            "bezoeken", "kassabon", "ordernummer", "orderdatum", "köp", "köpdatum", "besök", "kvitto",
        ],
        same: &[],
    },
    Facts {
        kind: Kind::Referrals,
        table: "referral",
        columns: &[
            ("referrer", R::Customer(F::Referrer)),
            ("referred", R::Customer(F::Referred)),
            ("day", R::Day(F::Date)),
        ],
        fields: &[F::Referrer, F::Referred, F::Date],
        required: &[&[F::Referrer], &[F::Referred], &[F::Date]],
        tells: &[
            "referrer", "referred by", "referrer id", "aanbrenger", "aangebracht door", "värvare", "värvad av",
        ],
        same: &["referred"],
    },
    Facts {
        kind: Kind::Members,
        table: "member",
        columns: &[
            ("account", R::Customer(F::Customer)),
            ("joined", R::MaybeDay(F::Joined)),
            ("left_on", R::MaybeDay(F::LeftOn)),
            ("opening", R::MaybeCount(F::Opening)),
            ("opening_on", R::MaybeDay(F::OpeningOn)),
        ],
        fields: &[F::Customer, F::Email, F::Joined, F::LeftOn, F::Opening, F::OpeningOn],
        required: &[&[F::Customer, F::Email], &[F::Joined, F::LeftOn, F::Opening]],
        tells: &[
            "member since", "joined programme", "enrolled", "enrolled on", "points balance",
            "opening points", "loyalty points", "lid sinds", "puntensaldo", "spaarpunten", "medlem sedan", "poängsaldo",
        ],
        same: &["account", "joined"],
    },
    Facts {
        kind: Kind::Costs,
        table: "cost",
        columns: &[
            ("period", R::Period),
            ("amount", R::Price),
            ("currency", R::Currency),
        ],
        fields: &[F::Id, F::Period, F::Amount, F::AmountMinor, F::Currency],
        required: &[&[F::Period], &[F::Amount, F::AmountMinor]],
        tells: &[
            "cost", "costs", "spend", "marketing spend", "acquisition cost", "cac", "marketing cost",
            "kosten", "marketingkosten", "wervingskosten", "kostnad", "kostnader", "marknadsföringskostnad",
        ],
        same: &["period", "currency"],
    },
];

impl Facts {
    /// The words a column of this field may hold, where it is one of a few.
    pub(super) fn words(&self, field: Field) -> Option<&'static [Word]> {
        self.columns.iter().find_map(|(_, read)| match read {
            R::OneOf(of, words) if *of == field => Some(*words),
            _ => None,
        })
    }
}

impl Read {
    /// Whether it names somebody.
    pub(super) fn is_account(self) -> bool {
        matches!(self, R::Customer(_) | R::Anyone(_))
    }

    /// The field a column comes from; a fixed one where it is always the same.
    pub(super) fn fields(self) -> &'static [Field] {
        /// A field as a list that lasts.
        fn one(field: Field) -> &'static [Field] {
            let at = Field::ALL.iter().position(|known| *known == field).unwrap_or_default();
            &Field::ALL[at..=at]
        }
        match self {
            R::Price => &[F::Amount, F::AmountMinor],
            R::Currency => &[F::Currency],
            R::Plan => &[F::Plan],
            R::CardEnd => &[F::CardExpires],
            R::Period => &[F::Period],
            R::Anyone(_) => &[F::Customer, F::Email],
            R::Customer(F::Customer) => &[F::Customer, F::Email],
            R::Customer(field)
            | R::Text(field)
            | R::TextOr(field, _)
            | R::Day(field)
            | R::MaybeDay(field)
            | R::Money(field)
            | R::MoneyOrNone(field)
            | R::Count(field)
            | R::MaybeCount(field)
            | R::Scale(field, ..)
            | R::Category(field)
            | R::OneOf(field, _) => one(field),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::map::Header;
    use super::*;

    #[test]
    fn every_column_is_filled_from_a_field_that_is_offered() {
        for facts in ALL {
            for (name, read) in facts.columns {
                let offered = read.fields().iter().any(|field| facts.fields.contains(field));
                assert!(offered, "{name} of {:?}", facts.kind);
            }
            let names = facts.columns.iter().map(|(name, _)| *name).collect::<Vec<_>>();
            assert!(facts.same.iter().all(|name| names.contains(name)));
            for name in facts.tells {
                assert_eq!(Header::new(name).name, *name);
            }
        }
    }
}
