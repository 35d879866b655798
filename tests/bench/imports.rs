//! The stages that import.

use super::stages::{
    CUSTOMERS, INVOICES, Measured, NOW, SUBSCRIPTIONS, WORKSPACE, What, median, milliseconds, voice,
};
use super::{Outcome, machine};
use holdfast_core::Error;
use holdfast_core::import::{self, Input, MappingRequest, Options};
use holdfast_core::model::Currency;
use holdfast_core::store::{self, Founding, Store};
use holdfast_core::task::{Cancel, Progress, Stage};
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::time::Instant;

pub(crate) fn customers(directory: &Path) -> Outcome<Vec<Measured>> {
    let size = fs::metadata(directory.join(SUBSCRIPTIONS))?.len();
    let times = if size > 100_000_000 { 2 } else { 5 };
    let mut rates = Vec::new();
    for n in 0..times {
        let store = workspace(&directory.join(format!("{n}.holdfast")))?;
        rates.push(bring(&store, &directory.join(SUBSCRIPTIONS))?);
        drop(store);
        fs::remove_file(directory.join(format!("{n}.holdfast")))?;
    }
    let store = workspace(&directory.join(WORKSPACE))?;
    rates.push(bring(&store, &directory.join(SUBSCRIPTIONS))?);
    let again = bring(&store, &directory.join(SUBSCRIPTIONS))?;
    let customers = bring(&store, &directory.join(CUSTOMERS))?;
    let mut measured = vec![
        Measured { what: What::ImportSubscriptions, value: median(rates) },
        Measured { what: What::ImportAgain, value: again },
        Measured { what: What::ImportCustomers, value: customers },
    ];
    measured
        .extend(machine::peak_memory().map(|value| Measured { what: What::ImportMemory, value }));
    Ok(measured)
}

pub(crate) fn workspace(path: &Path) -> Outcome<Store> {
    let name = "Bench".to_owned();
    let time_zone = chrono_tz::UTC;
    Ok(Store::create(path, &Founding { name, currency: Currency::EUR, time_zone })?)
}

/// Imports a file as the window does, validation and identity included; rows a second.
fn bring(store: &Store, path: &Path) -> Outcome<f64> {
    let options = Options { now: NOW, ..Options::default() };
    let (request, cancel) = (MappingRequest::default(), Cancel::default());
    let begun = Instant::now();
    let input = Input::file(path)?;
    let done = import::run(store, &input, &request, &options, &voice(), &cancel, &mut |_| {})?;
    let seconds = begun.elapsed().as_secs_f64();
    if done.skipped > 0 || done.rows == 0 {
        return Err(format!("{} of {} rows were left out", done.skipped, done.rows).into());
    }
    #[expect(clippy::cast_precision_loss, reason = "a count of rows")]
    Ok(done.rows as f64 / seconds)
}

pub(crate) fn invoices(directory: &Path) -> Outcome<Vec<Measured>> {
    let path = directory.join("invoices.holdfast");
    let store = workspace(&path)?;
    let file = directory.join(INVOICES);
    let begun = Instant::now();
    let input = Input::file(&file)?;
    import::preview(&store.reader()?, &input, &MappingRequest::default(), NOW, &voice())?;
    let looked = milliseconds(begun);
    let middle = |step: Progress| step.total.is_some_and(|total| 2 * step.done > total);
    let cancelled = cancelled(&store, &input, middle)?
        .max(cancelled(&store, &input, |step| step.stage == Stage::Saving)?);
    let (first, pauses) = paced(&store, &input)?;
    let again = bring(&store, &file)?;
    let begun = Instant::now();
    store.undo(1)?;
    let undone = milliseconds(begun);
    drop(store);
    fs::remove_file(path)?;
    let mut measured = vec![
        Measured { what: What::PreviewInvoices, value: looked },
        Measured { what: What::CancelInvoices, value: cancelled },
        Measured { what: What::ImportInvoices, value: first },
        Measured { what: What::ProgressPause, value: pauses.0 },
        Measured { what: What::CommitInvoices, value: pauses.1 },
        Measured { what: What::InvoicesAgain, value: again },
        Measured { what: What::UndoInvoices, value: undone },
    ];
    let memory = machine::peak_memory();
    measured.extend(memory.map(|value| Measured { what: What::InvoicesMemory, value }));
    Ok(measured)
}

/// Cancels an import at the first such step: milliseconds until it has ended and nothing is changed.
fn cancelled(store: &Store, input: &Input, at: impl Fn(Progress) -> bool) -> Outcome<f64> {
    let (request, cancel) = (MappingRequest::default(), Cancel::default());
    let options = Options { now: NOW, ..Options::default() };
    let mut asked = None;
    let mut progress = |step: Progress| {
        if asked.is_none() && at(step) {
            asked = Some(Instant::now());
            cancel.cancel();
        }
    };
    let done = import::run(store, input, &request, &options, &voice(), &cancel, &mut progress);
    match (done, asked) {
        (Err(Error::Cancelled), Some(asked)) => Ok(milliseconds(asked)),
        (done, _) => Err(format!("not cancelled: {done:?}").into()),
    }
}

/// Imports a file: rows a second, the longest time between two steps of progress or from the last of
/// them to the end, and the time from the last row to the end, in milliseconds.
fn paced(store: &Store, input: &Input) -> Outcome<(f64, (f64, f64))> {
    let options = Options { now: NOW, ..Options::default() };
    let (request, cancel) = (MappingRequest::default(), Cancel::default());
    let begun = Instant::now();
    let (mut last, mut longest, mut saving) = (begun, 0.0, None);
    let mut progress = |step: Progress| {
        longest = milliseconds(last).max(longest);
        last = Instant::now();
        if step.stage == Stage::Saving {
            saving.get_or_insert(last);
        }
    };
    let done = import::run(store, input, &request, &options, &voice(), &cancel, &mut progress)?;
    let seconds = begun.elapsed().as_secs_f64();
    #[expect(clippy::cast_precision_loss, reason = "a count of rows")]
    let rate = done.rows as f64 / seconds;
    Ok((rate, (milliseconds(last).max(longest), saving.map_or(f64::NAN, milliseconds))))
}

/// Imports a file of invoices, as its peers do: rows, sum of the amounts, seconds.
pub(crate) fn beside_peers(file: &Path, workspace_file: &Path) -> Outcome<()> {
    let begun = Instant::now();
    let store = workspace(workspace_file)?;
    bring(&store, file)?;
    // What goes on beside the answer counts, as with those who do it before.
    drop(store);
    let seconds = begun.elapsed().as_secs_f64();
    let sql = "SELECT count(*), sum(amount) FROM invoice";
    let (rows, sum): (i64, i64) =
        store::open_reading(workspace_file)?
            .query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    writeln!(io::stdout(), "{rows} {sum} {seconds}")?;
    Ok(())
}
