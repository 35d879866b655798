//! A whole file into the store: one transaction, all of it or nothing.

mod accounts;
mod changes;
mod corrected;
mod customers;
mod deleted;
mod facts;
mod keys;
mod known;
mod plans;
mod price_list;
mod pump;
mod rates;
mod rejects;
mod room;
mod subscriptions;
mod tally;
mod twins;

pub(super) use changes::with_occurrence;
pub(super) use plans::records as plan_records;
pub(super) use twins::number;

use super::map::{Mapping, MappingRequest, Origin, map};
use super::memory::Recalled;
use super::preview::decide;
use super::problem::{Problems, Severity};
use super::rates::Direction;
use super::summary::ImportSummary;
use super::validate::Setting;
use super::{Context, Field, FileTrouble, Input, Kind, Sniffed, memory, sniff_as};
use crate::accounts::{Joined, after_import};
use crate::shown::{Notice, NoticeTone};
use crate::store::import_row::{self, Import};
use crate::store::{Act, Store, journal, setting, source};
use crate::task::{Beat, Cancel, Progress, Stage};
use crate::voice::Voice;
use crate::{Error, Result};
use pump::{Parsed, pump};
use room::Room;
use rusqlite::Transaction;
use std::path::PathBuf;
use tally::{Again, Tally};

/// How a file is imported.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Count what would happen and take everything back.
    pub dry_run: bool,
    /// Where rows that are left out are written, as a CSV of the same columns.
    pub rejects: Option<PathBuf>,
    /// The moment of the import, in UTC seconds.
    pub now: i64,
    /// Remember how the file was read for the next one with the same columns: a person has
    /// looked at it.
    pub remember: bool,
}

/// Everything the two threads share.
struct Job<'j> {
    input: &'j Input,
    sniffed: &'j Sniffed,
    mapping: &'j Mapping,
    setting: Setting,
    options: &'j Options,
    cancel: &'j Cancel,
    /// What was said, now and before.
    recalled: &'j Recalled,
    context: Context,
}

/// Counts of the whole file.
struct Done {
    parsed: Parsed,
    tally: Tally,
    joined: Joined,
}

/// Imports a file, or counts what importing it would do. `progress` is called on this thread, every
/// few hundred rows and while they are saved: who shows it to a person thins it out (`task::Paced`).
///
/// # Errors
/// What stops a whole file, `Cancelled`, `WriteBusy`, `DiskFull`: nothing was changed then.
pub fn run(
    store: &Store,
    input: &Input,
    request: &MappingRequest,
    options: &Options,
    voice: &Voice,
    cancel: &Cancel,
    progress: &mut dyn FnMut(Progress),
) -> Result<ImportSummary> {
    let reading = store.reader()?;
    let recalled = memory::recall(&reading, input, request)?;
    let sniffed = sniff_as(input, &recalled.request.dress)?;
    let mut mapping = map(&sniffed, &recalled.request)?;
    mapping.check(&sniffed.file)?;
    check_constants(&mapping)?;
    let undecided = decide(input, &sniffed, &mut mapping, cancel)?;
    let context = Context::of(&setting::read(&reading)?, options.now);
    let plans = plans::records(&reading, &mapping.source)?;
    drop(reading);
    let setting = context.setting(plans);
    let (sniffed, mapping, recalled) = (&sniffed, &mapping, &recalled);
    let job = Job { input, sniffed, mapping, setting, options, cancel, recalled, context };
    let act = Act { kind: "import", label: &sniffed.file, at: options.now };
    // Lines that a later line contradicts are known only at the end, and in a very large file which
    // line a row was on before. They are left out and all is done again, so that every row is written once and the same file again changes nothing. Not
    // with a savepoint: SQLite keeps every page it touched in a list and walks through it after
    // each statement, which makes an import that alters rows quadratic.
    let mut again = Again::default();
    let (change, done) = loop {
        let mut found = None;
        let work =
            |tx: &Transaction<'_>, change: i64| job.work(tx, change, &again, &mut found, progress);
        let done =
            if options.dry_run { store.rehearse(&act, work) } else { store.write(&act, work) };
        match found {
            Some(found) => again = found,
            None => break done?,
        }
    };
    let change = (!options.dry_run).then_some(change);
    Ok(job.summary(change, done, &undecided, voice))
}

/// A value given for every row is wrong in every row: said once, before anything is read.
pub(super) fn check_constants(mapping: &Mapping) -> Result<()> {
    use super::value::{DateOrder, Decimals, Number, Stamp, flag, interval, status};
    for (field, origin) in &mapping.origins {
        let Origin::Constant(value) = origin else { continue };
        let cell = value.as_bytes();
        let number = || Number::read(cell, Decimals::Unknown);
        let good = match field {
            Field::Currency | Field::Base => crate::model::Currency::parse(value).is_some(),
            Field::Direction => Direction::from_code(value).is_some(),
            Field::Status => status(cell).is_some(),
            Field::AtPeriodEnd => flag(cell).is_some(),
            Field::Interval => interval(cell).is_some(),
            Field::IntervalCount => number().and_then(Number::whole).is_some_and(|n| n > 0),
            field if field.is_date() => Stamp::read(cell, DateOrder::DayFirst).is_ok(),
            field if field.is_number() => number().is_some(),
            _ => true,
        };
        if !good {
            let (field, value) = (field.code().to_owned(), value.clone());
            return Err(FileTrouble::BadValue { field, value }.into());
        }
    }
    Ok(())
}

impl Job<'_> {
    /// The work of one attempt; a disk that is too full for it says by how much.
    fn work(
        &self,
        tx: &Transaction<'_>,
        change: i64,
        again: &Again,
        found: &mut Option<Again>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(i64, Done)> {
        let mut room = Room::new(tx)?;
        let mut note = |step: Progress| {
            room.note(tx, step);
            progress(step);
        };
        let done = self.try_once(tx, change, again, found, &mut note);
        done.map_err(|error| room.explain(error, tx))
    }

    /// One attempt; where lines contradict each other and are not left out yet, or a line has to be
    /// known, `found` gets them and the error takes everything back.
    fn try_once(
        &self,
        tx: &Transaction<'_>,
        change: i64,
        again: &Again,
        found: &mut Option<Again>,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<(i64, Done)> {
        let mut done = self.attempt(tx, again, progress)?;
        if let Some(next) = again.next(&mut done.tally) {
            *found = Some(next);
            return Err(Error::Unexpected("to be done again".into()));
        }
        let rows = done.parsed.rows;
        let beat = &mut || self.beat(rows, Stage::Saving, progress);
        done.joined = after_import(tx, change, beat)?;
        import_row::insert(tx, &self.row(change, &done))?;
        let problems = &mut done.parsed.problems;
        *problems = std::mem::take(problems).merge(std::mem::take(&mut done.tally.problems));
        if let Some(kept) = self.kept(problems).filter(|_| !self.options.dry_run) {
            import_row::keep_problems(tx, change, &kept)?;
        }
        if !self.options.dry_run {
            import_row::keep_same(tx, change, &done.tally.same.runs())?;
        }
        if self.options.remember {
            let (said, day) = (&self.recalled.request, self.context.today);
            memory::remember(tx, self.input, self.sniffed, self.mapping, said, day)?;
        }
        if !self.options.dry_run {
            journal::bring_to_disk(tx, beat)?;
        }
        beat()?;
        Ok((change, done))
    }

    /// Says that it still goes on, unless it has to stop. What only counts saves nothing, and does
    /// not say so.
    fn beat(&self, done: u64, stage: Stage, progress: &mut dyn FnMut(Progress)) -> Result<()> {
        self.cancel.check()?;
        if self.options.dry_run && stage != Stage::Rows {
            progress(Progress { done, total: Some(done), stage: Stage::Rows });
            return Ok(());
        }
        let total = match stage {
            Stage::Rows => self.total(0, 0),
            Stage::Saving | Stage::Figures => Some(done),
        };
        progress(Progress { done, total, stage });
        Ok(())
    }

    fn attempt(
        &self,
        tx: &Transaction<'_>,
        again: &Again,
        progress: &mut dyn FnMut(Progress),
    ) -> Result<Done> {
        let source = source::find_or_add(tx, &self.mapping.source)?;
        let (mapping, cancel) = (self.mapping, self.cancel);
        let expected = self.sniffed.row_estimate;
        let mut begin = || self.beat(0, Stage::Rows, progress);
        let beat: &mut Beat<'_> = &mut begin;
        let (parsed, tally) = match mapping.kind {
            Kind::Subscriptions => {
                let mut rows = subscriptions::Subscriptions::load(tx, source, mapping, beat)?;
                (pump(self, &again.superseded, &mut rows, progress)?, rows.finish()?)
            }
            Kind::Customers => {
                let mut rows = customers::Customers::load(tx, source, mapping, beat)?;
                (pump(self, &again.superseded, &mut rows, progress)?, rows.finish()?)
            }
            Kind::PlanChanges => {
                let mut rows = changes::Changes::load(tx, source, expected, cancel, beat)?;
                let parsed = pump(self, &again.superseded, &mut rows, progress)?;
                let end = &mut || self.beat(parsed.rows, Stage::Saving, progress);
                let tally = rows.finish(end)?;
                (parsed, tally)
            }
            Kind::Plans => {
                let mut rows = price_list::PriceList::load(tx, source, mapping)?;
                (pump(self, &again.superseded, &mut rows, progress)?, rows.finish())
            }
            Kind::Rates => {
                let mut rows = rates::Rates::load(tx)?;
                (pump(self, &again.superseded, &mut rows, progress)?, rows.finish())
            }
            _ => {
                let load = facts::FactRows::load;
                let mut rows = load(tx, source, mapping, again, expected, cancel, beat)?;
                let parsed = pump(self, &again.superseded, &mut rows, progress)?;
                let end = &mut || self.beat(parsed.rows, Stage::Saving, progress);
                let tally = rows.finish(end)?;
                (parsed, tally)
            }
        };
        Ok(Done { parsed, tally, joined: Joined::default() })
    }

    /// Rows of the file, as far as can be told from what was read of its bytes.
    fn total(&self, rows: u64, bytes: u64) -> Option<u64> {
        if self.sniffed.complete {
            return Some(self.sniffed.row_estimate);
        }
        let wide = if self.sniffed.encoding.is_wide() { 2 } else { 1 };
        let share = u128::from(rows) * u128::from(self.input.size / wide);
        u64::try_from(share.checked_div(u128::from(bytes))?).ok().map(|total| total.max(rows))
    }

    fn row(&self, change: i64, done: &Done) -> Import {
        let count = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
        Import {
            change,
            file: self.sniffed.file.clone(),
            kind: self.mapping.kind.code().to_owned(),
            exporter: self.mapping.exporter.to_owned(),
            rows: count(done.parsed.rows),
            new: count(done.tally.new),
            changed: count(done.tally.changed),
            unchanged: count(done.tally.unchanged),
            skipped: count(done.parsed.skipped + done.tally.skipped),
            mapping: self.mapping.summary(&self.sniffed.header),
            has_ended: done.tally.ended || self.mapping.kind != Kind::Subscriptions,
        }
    }

    /// What is kept of the problems; nothing where there are none.
    fn kept(&self, problems: &Problems) -> Option<String> {
        let header = &self.sniffed.header;
        let column = |field: &Field| {
            Some((field.code().to_owned(), self.mapping.column_of(*field, header)?))
        };
        let columns = self.mapping.origins.keys().filter_map(column).collect();
        (!problems.is_empty()).then(|| super::past::kept(problems, columns)).flatten()
    }

    fn summary(
        &self,
        change: Option<i64>,
        done: Done,
        undecided: &[Field],
        voice: &Voice,
    ) -> ImportSummary {
        let import = self.row(change.unwrap_or_default(), &done);
        let problems = done.parsed.problems;
        let column =
            |field| self.mapping.column_of(field, &self.sniffed.header).unwrap_or_default();
        let mut notices = super::preview::notices_of_run(
            self.sniffed,
            self.mapping,
            undecided,
            &self.context,
            import.has_ended || import.rows == import.skipped,
            voice,
        );
        notices.extend(done.joined.notices(voice));
        notices.extend(self.recalled.from.as_ref().map(|from| Notice {
            code: "remembered".to_owned(),
            tone: NoticeTone::Info,
            text: super::preview::remembered(from, voice),
            link: None,
        }));
        ImportSummary {
            import: change,
            at: super::summary::instant(self.options.now),
            errors: problems.count(Severity::Error),
            warnings: problems.count(Severity::Warning),
            guesses: problems.count(Severity::Guess),
            causes: problems.causes(voice, column),
            problems: problems.say(voice, column),
            notices,
            ..ImportSummary::of(import)
        }
    }
}
