//! What is wrong with single rows, with line, column and value. Whole files: [`super::FileTrouble`].

use super::Field;
use super::cause::{Cause, ProblemCause};
use crate::model::Interval;
use crate::voice::Voice;
use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How many problems of a cause are kept with their lines; the others are only counted.
const KEPT: usize = 1_000;
/// Characters of a value that are shown.
const SHOWN: usize = 60;

/// What a problem does to its row.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export, rename = "ImportSeverity")]
pub enum Severity {
    /// The row is left out.
    Error,
    /// The row is taken; look at it.
    Warning,
    /// Something was guessed; confirm it.
    Guess,
}

/// Declares the codes with severity.
macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident = $name:literal $severity:ident,)*) => {
        /// What can be wrong with a row.
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
        #[derive(Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Code {
            $($(#[$doc])* $code,)*
        }

        impl Code {
            /// Every code.
            pub const ALL: &'static [Self] = &[$(Self::$code,)*];

            /// Stable name.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$code => $name,)*
                }
            }

            /// What it does to the row.
            pub fn severity(self) -> Severity {
                match self {
                    $(Self::$code => Severity::$severity,)*
                }
            }
        }
    };
}

codes! {
    /// More cells than the header has, so nothing stands where it should.
    TooManyCells = "too_many_cells" Error,
    /// No key of the customer.
    NoCustomer = "no_customer" Error,
    /// No date of the change.
    NoDate = "no_date" Error,
    /// No day of something that happened on one.
    NoDay = "no_day" Error,
    /// A row of a price list without key and name.
    NoPlan = "no_plan" Error,
    /// No amount.
    AmountMissing = "amount_missing" Error,
    /// A word for the state of an invoice or a payment that nobody taught us.
    BadState = "bad_state" Error,
    /// An answer that is not on its scale.
    BadRating = "bad_rating" Warning,
    /// No first day.
    NoStart = "no_start" Error,
    /// Not a date.
    BadDate = "bad_date" Error,
    /// Not a month, quarter or year.
    BadPeriod = "bad_period" Error,
    /// Not an amount.
    BadAmount = "bad_amount" Error,
    /// No amount at all, and none in the plan.
    NoAmount = "no_amount" Error,
    /// Not a currency of ISO 4217.
    BadCurrency = "bad_currency" Error,
    /// Not a rate above 0.
    BadRate = "bad_rate" Error,
    /// A rate of the workspace's own currency.
    OwnCurrency = "own_currency" Warning,
    /// Rates against another currency, and none that leads from it to the workspace's.
    NoCross = "no_cross" Error,
    /// Not an interval.
    BadInterval = "bad_interval" Error,
    /// An interval of no units.
    ZeroInterval = "zero_interval" Error,
    /// Not a number of units.
    BadQuantity = "bad_quantity" Error,
    /// Not a discount between 0 and 100 percent.
    BadDiscount = "bad_discount" Error,
    /// A status nobody taught us.
    BadStatus = "bad_status" Error,
    /// Neither yes nor no.
    BadFlag = "bad_flag" Error,
    /// A row of totals.
    TotalRow = "total_row" Warning,
    /// The header once more.
    HeaderAgain = "header_again" Warning,
    /// A remark below the table.
    Remark = "remark" Warning,
    /// A row of another sort than the file is imported for.
    Aside = "aside" Warning,
    /// A key that a spreadsheet has rounded.
    RoundedKey = "rounded_key" Error,
    /// A customer who is said to have brought himself.
    SelfReferral = "self_referral" Error,
    /// Exactly as an earlier row.
    SameRow = "same_row" Warning,
    /// A later row has the same key and other values; that one counts.
    Superseded = "superseded" Warning,
    /// Deleted by hand, and the file says what it said then.
    StillDeleted = "still_deleted" Warning,
    /// Deleted by hand, and the file says something else now.
    BackAgain = "back_again" Warning,
    /// Not a date, in a column that can do without.
    BadDetail = "bad_detail" Warning,
    /// Ends on or before its first day: never was active.
    EndedBeforeStart = "ended_before_start" Warning,
    /// Over, and no date says since when: it stays out of the figures.
    NoEnd = "no_end" Warning,
    /// A price below zero: who has it pays nothing.
    BelowZero = "below_zero" Warning,
    /// Over, and all it says of money is the nothing of today.
    PriceGone = "price_gone" Warning,
    /// Two rows for one subscription and moment say different things; the later one counts.
    SameMoment = "same_moment" Warning,
    /// The interval comes from a word in the plan's name.
    IntervalGuessed = "interval_guessed" Guess,
    /// The sign beside the amount is of another currency than its column names.
    SignDiffers = "sign_differs" Warning,
    /// The sign beside the amount belongs to several currencies.
    SignGuessed = "sign_guessed" Guess,
}

/// One problem, finished for the reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export, rename = "ImportProblem")]
pub struct Problem {
    /// Line of the file, from 1.
    pub line: u64,
    /// Header of the column; empty where it is about the whole row.
    pub column: String,
    /// The cell.
    pub value: String,
    /// `bad_amount`
    pub code: String,
    /// What it does to the row.
    pub severity: Severity,
    /// What is wrong and what to do, in the user's language.
    pub message: String,
}

/// A problem as it was found, before anybody is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Found {
    pub(super) line: u64,
    pub(super) code: Code,
    /// What the cell should have been.
    pub(super) field: Option<Field>,
    pub(super) value: String,
    /// What the sentence needs besides: another line, a number of months.
    pub(super) other: String,
}

/// Problems as they are found: the first with all they say, the others counted.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Problems {
    found: Vec<Found>,
    causes: Vec<Cause>,
}

impl Problems {
    pub(super) fn add(&mut self, line: u64, code: Code, field: Option<Field>, value: &[u8]) {
        self.add_with(line, code, field, value, String::new);
    }

    pub(super) fn add_with(
        &mut self,
        line: u64,
        code: Code,
        field: Option<Field>,
        value: &[u8],
        other: impl FnOnce() -> String,
    ) {
        let cause = self.causes.iter_mut().find(|cause| cause.is(code, field));
        let shown = || super::value::decoded(value).chars().take(SHOWN).collect::<String>();
        let again = |cause: &mut Cause| {
            cause.again(line, shown);
            cause.count
        };
        let count = cause.map(again);
        if count.is_some_and(|count| count > KEPT as u64) {
            return;
        }
        let found = Found { line, code, field, value: shown(), other: other() };
        if count.is_none() {
            self.causes.push(Cause::new(found.clone()));
        }
        self.found.push(found);
    }

    /// Every one that was kept.
    pub(super) fn into_found(self) -> Vec<Found> {
        self.found
    }

    /// Both lists as one, by line.
    pub(super) fn merge(mut self, other: Self) -> Self {
        for cause in other.causes {
            match self.causes.iter_mut().find(|known| known.is(cause.code(), cause.field())) {
                Some(known) => known.join(cause),
                None => self.causes.push(cause),
            }
        }
        self.found.extend(other.found);
        self.found.sort_by_key(|found| found.line);
        self.first(KEPT)
    }

    /// All causes with the first lines of each.
    pub(super) fn first(&self, most: usize) -> Self {
        let mut kept: FxHashMap<(Code, Option<Field>), usize> = FxHashMap::default();
        let mut is_first = |found: &&Found| {
            let kept = kept.entry((found.code, found.field)).or_default();
            *kept += 1;
            *kept <= most
        };
        let found = self.found.iter().filter(|found| is_first(found)).cloned().collect();
        Self { found, causes: self.causes.clone() }
    }

    /// What is wrong with each of the rows that were left out, by line.
    pub(super) fn left_out(mut self) -> Self {
        self.found.retain(|found| found.code.leaves_out());
        self.found.sort_by_key(|found| found.line);
        self.found.dedup_by_key(|found| found.line);
        self
    }

    /// Nothing was found.
    pub(super) fn is_empty(&self) -> bool {
        self.causes.is_empty()
    }

    /// How many there are of a severity.
    pub(super) fn count(&self, severity: Severity) -> u64 {
        let of = self.causes.iter().filter(|cause| cause.code().severity() == severity);
        of.map(|cause| cause.count).sum()
    }

    /// What is wrong, each once: the gravest and most frequent first.
    pub(super) fn causes(
        &self,
        voice: &Voice,
        column: impl Fn(Field) -> String,
    ) -> Vec<ProblemCause> {
        let mut causes: Vec<&Cause> = self.causes.iter().collect();
        causes.sort_by_key(|cause| (cause.code().severity(), std::cmp::Reverse(cause.count)));
        let say = |cause: &Cause| cause.say(voice, cause.field().map(&column).unwrap_or_default());
        causes.into_iter().map(say).collect()
    }

    /// Finished for the reader; `column` names the column of a field.
    pub(super) fn say(&self, voice: &Voice, column: impl Fn(Field) -> String) -> Vec<Problem> {
        let say = |found: &Found| found.say(voice, found.field.map(&column).unwrap_or_default());
        self.found.iter().map(say).collect()
    }
}

impl Code {
    /// Whether its row is left out: what is wrong, and what is no row of its own.
    pub fn leaves_out(self) -> bool {
        self.severity() == Severity::Error
            || matches!(
                self,
                Self::TotalRow
                    | Self::HeaderAgain
                    | Self::Remark
                    | Self::Aside
                    | Self::OwnCurrency
                    | Self::SameRow
                    | Self::Superseded
                    | Self::StillDeleted
            )
    }
}

impl Found {
    pub(super) fn say(&self, voice: &Voice, column: String) -> Problem {
        let key = format!("problem-{}", self.code.name().replace('_', "-"));
        let field = match self.field {
            Some(field) => voice.say(&field.label_key(), &[]),
            None => String::new(),
        };
        let other = match self.code {
            Code::IntervalGuessed => spoken_interval(voice, &self.other),
            _ => self.other.clone(),
        };
        let args = [
            ("value", self.value.as_str().into()),
            ("column", column.as_str().into()),
            ("field", field.into()),
            ("other", other.into()),
        ];
        Problem {
            line: self.line,
            column,
            value: self.value.clone(),
            code: self.code.name().to_owned(),
            severity: self.code.severity(),
            message: voice.say(&key, &args),
        }
    }
}

/// `3 month`, as [`interval_code`] writes it, in the reader's words.
pub(super) fn spoken_interval(voice: &Voice, code: &str) -> String {
    let (count, unit) = code.split_once(' ').unwrap_or(("1", code));
    let count = count.parse::<i64>().unwrap_or(1);
    let args = [("n", count.into()), ("count", voice.count(count).into())];
    voice.say(&format!("import-interval-{unit}s"), &args)
}

/// An interval as a problem carries it until it is said.
pub(super) fn interval_code(interval: Interval) -> String {
    format!("{} {}", interval.count, interval.unit.code())
}
