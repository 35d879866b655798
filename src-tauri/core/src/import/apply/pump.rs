//! Two threads: one parses and checks, the other writes. Chunks of rows go between them and come
//! back empty, so that a file of any size needs the memory of a few chunks.

use super::Job;
use super::keys::SharedKeys;
use super::rejects::Rejects;
use super::tally::Superseded;
use crate::import::problem::{Code, Problems};
use crate::import::records::{Record, Records};
use crate::import::validate::{Reader, Rejected};
use crate::task::{Progress, Stage};
use crate::{Error, Result};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};

/// Rows of a chunk: few enough that they are still in the processor's cache when they are written.
const ROWS: usize = 256;
/// Chunks on their way.
const CHUNKS: usize = 8;

/// Where the rows of one kind go.
pub(super) trait Target {
    /// One row; its buffers are used again.
    type Row: Default + Send;

    /// Reads a record into a row.
    fn read(
        reader: &mut Reader<'_>,
        record: &Record<'_>,
        row: &mut Self::Row,
    ) -> Result<(), Rejected>;

    /// Takes the names of plans met, in the order of their numbers.
    fn plans(&mut self, names: Vec<String>) -> Result<()>;

    /// The accounts there are. The reading thread looks rows up in them, as it has the time: a row is
    /// written more slowly than it is read.
    fn accounts(&self) -> Option<SharedKeys> {
        None
    }

    /// Whose a row is; on the reading thread.
    fn owner<'r>(_reader: &Reader<'_>, _row: &'r mut Self::Row) -> Option<Owner<'r>> {
        None
    }

    /// Looks up what rows will ask for, all at once and for nothing: most of a look-up among a million
    /// keys is waiting for memory, and a processor waits for many of them in the time of one.
    fn ahead(&self, _rows: &[Self::Row]) {}

    /// Takes a row.
    fn take(&mut self, row: &mut Self::Row) -> Result<()>;
}

/// The key of a row's account, and where its number goes; it stays none where nobody has the key yet.
pub(super) type Owner<'r> = (&'r str, &'r mut Option<usize>);

/// What the reading side found.
#[derive(Debug, Default)]
pub(super) struct Parsed {
    /// Records that are rows, good or not.
    pub(super) rows: u64,
    /// Rows that were left out.
    pub(super) skipped: u64,
    pub(super) problems: Problems,
}

struct Chunk<R> {
    rows: Vec<R>,
    used: usize,
    plans: Vec<String>,
    done: u64,
    bytes: u64,
}

impl<R> Chunk<R> {
    fn new() -> Self {
        Self { rows: Vec::new(), used: 0, plans: Vec::new(), done: 0, bytes: 0 }
    }
}

/// Reads the whole file into `target`, row by row in the order of the file.
pub(super) fn pump<T: Target>(
    job: &Job<'_>,
    superseded: &Superseded,
    target: &mut T,
    progress: &mut dyn FnMut(Progress),
) -> Result<Parsed> {
    std::thread::scope(|scope| {
        let (full, filled) = sync_channel(CHUNKS);
        let (empty, emptied) = channel();
        for _ in 0..CHUNKS {
            empty.send(Chunk::new()).ok();
        }
        let accounts = target.accounts();
        let reading =
            scope.spawn(move || read::<T>(job, superseded, accounts.as_ref(), &full, &emptied));
        let written = write(job, target, &filled, &empty, progress);
        // The reader stops at the next chunk when nobody takes it.
        drop((filled, empty));
        let parsed = reading
            .join()
            .unwrap_or_else(|_| Err(Error::Unexpected("the reading thread stopped".to_owned())));
        match (parsed, written) {
            (_, Err(error)) => Err(error),
            (parsed, Ok(())) => parsed,
        }
    })
}

fn read<T: Target>(
    job: &Job<'_>,
    superseded: &Superseded,
    accounts: Option<&SharedKeys>,
    full: &SyncSender<Chunk<T::Row>>,
    emptied: &Receiver<Chunk<T::Row>>,
) -> Result<Parsed> {
    let mut reader = Reader::new(job.sniffed, job.mapping, job.setting.clone());
    let mut records = Records::rows(job.input, job.sniffed)?;
    let mut rejects = Rejects::new(job.options.rejects.as_deref(), job.sniffed, job.mapping);
    let mut parsed = Parsed::default();
    let mut ended = false;
    while !ended {
        job.cancel.check()?;
        let Ok(mut chunk) = emptied.recv() else { break };
        chunk.used = 0;
        while chunk.used < ROWS {
            let Some(record) = records.next()? else {
                ended = true;
                break;
            };
            if record.is_blank() {
                continue;
            }
            parsed.rows += 1;
            if let Some(later) = superseded.get(&record.line) {
                parsed.skipped += 1;
                let other = || later.to_string();
                parsed.problems.add_with(record.line, Code::Superseded, None, b"", other);
                continue;
            }
            if chunk.used == chunk.rows.len() {
                chunk.rows.push(T::Row::default());
            }
            match T::read(&mut reader, &record, &mut chunk.rows[chunk.used]) {
                Ok(()) => chunk.used += 1,
                Err(Rejected { is_row: false, .. }) => parsed.rows -= 1,
                Err(Rejected { correctable, .. }) => {
                    parsed.skipped += 1;
                    if correctable {
                        rejects.add(&record)?;
                    }
                }
            }
        }
        if let Some(accounts) = accounts {
            let keys = accounts.read();
            for row in &mut chunk.rows[..chunk.used] {
                if let Some((key, number)) = T::owner(&reader, row) {
                    *number = keys.find(key);
                }
            }
        }
        chunk.plans = reader.new_plans();
        (chunk.done, chunk.bytes) = (parsed.rows, records.bytes());
        if full.send(chunk).is_err() {
            break;
        }
    }
    rejects.finish()?;
    parsed.problems = parsed.problems.merge(reader.into_problems());
    Ok(parsed)
}

fn write<T: Target>(
    job: &Job<'_>,
    target: &mut T,
    filled: &Receiver<Chunk<T::Row>>,
    empty: &Sender<Chunk<T::Row>>,
    progress: &mut dyn FnMut(Progress),
) -> Result<()> {
    for mut chunk in filled {
        job.cancel.check()?;
        target.plans(std::mem::take(&mut chunk.plans))?;
        let rows = &mut chunk.rows[..chunk.used];
        target.ahead(rows);
        rows.iter_mut().try_for_each(|row| target.take(row))?;
        let total = job.total(chunk.done, chunk.bytes);
        progress(Progress { done: chunk.done, total, stage: Stage::Rows });
        // The reader may have ended already.
        empty.send(chunk).ok();
    }
    Ok(())
}
