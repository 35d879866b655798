//! The records of a customer, or of the workspace, kind by kind.

use super::{Align, Cell, Column, Row, Table};
use crate::Result;
use crate::book::Book;
use crate::import::hand::{day_column, kinds, owners, said, table_of};
use crate::import::{Field, Kind};
use crate::store::{Connection, account, record, trace};
use crate::voice::Voice;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Kinds that are about no customer.
const ABOUT_NOBODY: [Kind; 2] = [Kind::Plans, Kind::Costs];

/// Which records are wanted.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, TS)]
#[ts(export)]
pub struct RecordsRequest {
    /// Of this customer; of nobody: the price list and the costs.
    pub customer: Option<i64>,
    /// Of this kind; the first there is one of where that is open.
    pub kind: Option<Kind>,
    /// How many, the newest first.
    #[ts(type = "number")]
    pub limit: usize,
}

/// Records of one kind, and how many there are of the others.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
#[ts(export)]
pub struct RecordsView {
    /// State of the book it came from.
    pub revision: u64,
    /// Every kind, in the order files are best taken.
    pub kinds: Vec<RecordTab>,
    /// The kind of the table.
    pub kind: Kind,
    /// Its newest rows; the key of each is the record's number.
    pub table: Table,
    /// "Show all 1,284"; none where these are all.
    pub more: Option<String>,
}

/// How many records there are of a kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export)]
pub struct RecordTab {
    /// Which.
    pub kind: Kind,
    /// "Invoices"
    pub label: String,
    /// "invoice": what one of them is called.
    pub one: String,
    /// "12"; empty for none.
    pub count: String,
    /// Whether there is any.
    pub any: bool,
}

/// The newest records of a kind.
///
/// # Errors
/// What can go wrong with the file.
pub fn records(book: &Book, request: &RecordsRequest, voice: &Voice) -> Result<RecordsView> {
    let conn = book.reader()?;
    let of = Of::new(book, &conn, request.customer)?;
    let mut kinds = Vec::new();
    for kind in of.kinds() {
        let count = of.count(kind)?;
        kinds.push(tab(kind, count, voice));
    }
    // Subscriptions and their changes stand on the page already.
    let fresh =
        |tab: &&RecordTab| tab.any && !matches!(tab.kind, Kind::Subscriptions | Kind::PlanChanges);
    let first = || kinds.iter().find(fresh).or(kinds.first()).map(|tab| tab.kind);
    let kind = request.kind.or_else(first).unwrap_or(Kind::Subscriptions);
    let (ids, count) = of.newest(kind, request.limit)?;
    let table = table(&conn, kind, &ids, count, voice)?;
    let more = (count > ids.len())
        .then(|| voice.say("records-more", &[("count", voice.count(number(count)).into())]));
    Ok(RecordsView { revision: book.revision, kinds, kind, table, more })
}

fn tab(kind: Kind, count: usize, voice: &Voice) -> RecordTab {
    let code = kind.code();
    RecordTab {
        kind,
        label: voice.say(&format!("records-{code}"), &[]),
        one: voice.say(&format!("one-{code}"), &[]),
        count: if count == 0 { String::new() } else { voice.count(number(count)) },
        any: count > 0,
    }
}

/// Whose records.
struct Of<'a> {
    book: &'a Book,
    conn: &'a Connection,
    accounts: Option<Vec<i64>>,
}

impl<'a> Of<'a> {
    fn new(book: &'a Book, conn: &'a Connection, customer: Option<i64>) -> Result<Self> {
        let accounts = match customer {
            Some(customer) => {
                let all = account::of_customer(conn, customer)?;
                Some(all.into_iter().map(|stored| stored.id).collect())
            }
            None => None,
        };
        Ok(Self { book, conn, accounts })
    }

    fn kinds(&self) -> impl Iterator<Item = Kind> + use<> {
        let nobody = self.accounts.is_none();
        let is = move |kind: &Kind| ABOUT_NOBODY.contains(kind) == nobody;
        kinds().filter(|kind| *kind != Kind::Customers).filter(is)
    }

    fn count(&self, kind: Kind) -> Result<usize> {
        match self.accounts {
            Some(_) => Ok(self.ids(kind)?.len()),
            None => record::count(self.conn, table_of(kind)),
        }
    }

    fn ids(&self, kind: Kind) -> Result<Vec<i64>> {
        let accounts = self.accounts.as_deref().unwrap_or_default();
        let mut ids = Vec::new();
        for column in owners(kind) {
            ids.extend(self.book.rows_of(table_of(kind), column, accounts)?);
        }
        ids.sort_unstable();
        ids.dedup();
        Ok(ids)
    }

    /// The newest ones by their day, and how many there are.
    fn newest(&self, kind: Kind, limit: usize) -> Result<(Vec<i64>, usize)> {
        let table = table_of(kind);
        if self.accounts.is_none() {
            let count = record::count(self.conn, table)?;
            return Ok((record::newest(self.conn, table, 0, limit)?, count));
        }
        let mut dated = Vec::new();
        for id in self.ids(kind)? {
            let day = match day_column(kind) {
                Some(column) => record::day(self.conn, table, column, id)?,
                None => None,
            };
            dated.push((day, id));
        }
        dated.sort_unstable_by(|one, other| other.cmp(one));
        let count = dated.len();
        Ok((dated.into_iter().take(limit).map(|(_, id)| id).collect(), count))
    }
}

fn table(conn: &Connection, kind: Kind, ids: &[i64], count: usize, voice: &Voice) -> Result<Table> {
    let shown = columns(kind);
    let mut rows = Vec::new();
    for id in ids {
        let Some(values) = trace::row(conn, table_of(kind), *id)? else { continue };
        let mut cells = Vec::new();
        for field in shown {
            let text = said(conn, kind, &values, *field, voice)?;
            cells.push(Cell::text(text.unwrap_or_else(|| voice.absent())));
        }
        rows.push(Row { key: id.to_string(), cells, open: None });
    }
    let column = |field: &Field| Column {
        key: field.code().to_owned(),
        label: voice.say(&head(kind, *field), &[]),
        align: if field.is_number() { Align::End } else { Align::Start },
        sortable: false,
    };
    Ok(Table { columns: shown.iter().map(column).collect(), rows, total: None, count })
}

/// The key of a column's head.
fn head(kind: Kind, field: Field) -> String {
    match field {
        Field::Amount if !matches!(kind, Kind::Subscriptions | Kind::PlanChanges | Kind::Plans) => {
            "hand-amount".to_owned()
        }
        Field::Kind if kind == Kind::Tickets => "hand-ticket-kind".to_owned(),
        Field::Referrer | Field::Referred => format!("hand-{}", field.code()),
        field => field.label_key(),
    }
}

/// What a list shows of a record: enough to know which it is.
fn columns(kind: Kind) -> &'static [Field] {
    use Field as F;
    match kind {
        Kind::Customers => &[F::Name, F::Email],
        Kind::Subscriptions => &[F::Start, F::Ended, F::Plan, F::Status, F::Amount],
        Kind::PlanChanges => &[F::Date, F::Plan, F::Status, F::Amount, F::Quantity],
        Kind::Plans => &[F::Name, F::Id, F::Interval, F::Amount],
        Kind::Invoices => &[F::Date, F::Id, F::Status, F::PeriodStart, F::PeriodEnd, F::Amount],
        Kind::Payments => &[F::Date, F::Id, F::Status, F::Failure, F::Amount],
        Kind::Events => &[F::Date, F::Kind, F::Detail],
        Kind::Tickets => &[F::Opened, F::Closed, F::Kind, F::Subject],
        Kind::Cancellations => &[F::Date, F::Reason, F::Comment],
        Kind::Answers => &[F::Date, F::Survey, F::Score, F::Comment],
        Kind::Purchases => &[F::Date, F::Visits, F::Amount],
        Kind::Referrals => &[F::Date, F::Referrer, F::Referred],
        Kind::Members => &[F::Joined, F::LeftOn, F::Opening],
        Kind::Costs => &[F::Period, F::Amount],
        Kind::Rates => &[],
    }
}

fn number(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
