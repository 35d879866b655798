//! `import`: CSV files into the workspace, each an import of its own.

use crate::args::{self, Arguments};
use crate::commands::imports;
use crate::interrupt::cancel_on_interrupt;
use crate::progress::ProgressLine;
use crate::stop::{self, CANCELLED, DONE, Outcome, PROBLEMS, Stop, USAGE, WORKSPACE};
use crate::{clock, out, place};
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueEnum};
use holdfast_core::import::{
    DateOrder, Dress, FileTrouble, ImportSummary, Input, Kind, MappingRequest, Options, Problem,
    Severity, instant, kind, open, run, turn,
};
use holdfast_core::store::Store;
use holdfast_core::task::{Cancel, Paced};
use holdfast_core::voice::Voice;
use holdfast_core::{Error, Result};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How often progress is said at most.
const TICK: Duration = Duration::from_millis(50);

/// `import FILE... [--as KIND] [--map FIELD=COLUMN]... [--set FIELD=VALUE]... [--dry-run] ...`
#[derive(Debug, Args)]
pub(crate) struct Import {
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[arg(id = "kind", long = "as", value_name = "KIND", value_parser = kinds())]
    kind: Option<Kind>,
    #[arg(long, value_name = "FIELD=COLUMN", value_parser = args::pair)]
    map: Vec<(String, String)>,
    #[arg(long, value_name = "FIELD=VALUE", value_parser = args::pair)]
    set: Vec<(String, String)>,
    #[arg(long)]
    map_only: bool,
    #[arg(long, value_name = "day-first|month-first|year-first")]
    dates: Option<Dates>,
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    #[arg(long, value_name = "CHARACTER|tab")]
    delimiter: Option<String>,
    #[arg(long)]
    headerless: bool,
    #[arg(long)]
    dry_run: bool,
    #[arg(long, value_name = "FILE")]
    rejects: Option<PathBuf>,
    #[arg(long)]
    progress: bool,
    #[arg(long)]
    json: bool,
}

/// How dates like 03/04/2025 are read.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Dates {
    #[value(name = "day-first")]
    Day,
    #[value(name = "month-first")]
    Month,
    #[value(name = "year-first")]
    Year,
}

impl From<Dates> for DateOrder {
    fn from(dates: Dates) -> Self {
        match dates {
            Dates::Day => Self::DayFirst,
            Dates::Month => Self::MonthFirst,
            Dates::Year => Self::YearFirst,
        }
    }
}

/// What is imported by itself: a file, or one of those inside it.
struct Table {
    /// As people call it.
    name: String,
    input: Result<Input>,
}

/// The tables of a file; one that cannot be opened is told of when its turn comes.
fn tables(path: &Path) -> Vec<Table> {
    match open(path) {
        Ok(inputs) => {
            let table = |input: Input| Table { name: input.name.clone(), input: Ok(input) };
            inputs.into_iter().map(table).collect()
        }
        Err(error) => {
            let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
            vec![Table { name, input: Err(error) }]
        }
    }
}

fn kinds() -> impl TypedValueParser<Value = Kind> {
    PossibleValuesParser::new(Kind::ALL.map(Kind::code))
        .try_map(|code| Kind::from_code(&code).ok_or("kind"))
}

impl Import {
    pub(crate) fn run(&self, arguments: &Arguments, voice: &Voice) -> Outcome {
        self.look_at_fields(voice)?;
        self.look_at_rejects(voice)?;
        let cancel = cancel_on_interrupt()?;
        let store = place::writing(arguments, voice)?;
        let mut done = Vec::new();
        let mut code = DONE;
        let tables: Vec<Table> = self.files.iter().flat_map(|file| tables(file)).collect();
        if self.rejects.is_some() && tables.len() > 1 {
            return Err(Stop::Usage(voice.say("cli-rejects-one-file", &[])));
        }
        for (at, table) in self.in_turn(tables) {
            let (summary, of_file) = self.table(table, &store, &cancel, voice);
            code = worse(code, of_file);
            done.push((at, summary));
            if matches!(of_file, CANCELLED | WORKSPACE) {
                break;
            }
        }
        done.sort_by_key(|(at, _)| *at);
        let done: Vec<ImportSummary> = done.into_iter().map(|(_, summary)| summary).collect();
        self.show(&done, voice)?;
        Ok(code)
    }

    /// Several tables in the order the window imports them in, each with its place among those given:
    /// a price list before the subscriptions that it completes.
    fn in_turn(&self, tables: Vec<Table>) -> Vec<(usize, Table)> {
        let mut tables: Vec<(usize, Table)> = tables.into_iter().enumerate().collect();
        if tables.len() > 1 {
            let request = self.request();
            tables.sort_by_cached_key(|(_, table)| {
                turn(table.input.as_ref().ok().and_then(|input| kind(input, &request)))
            });
        }
        tables
    }

    /// What the flags say of a file.
    fn request(&self) -> MappingRequest {
        MappingRequest {
            kind: self.kind,
            map: self.map.clone(),
            set: self.set.clone(),
            map_only: self.map_only,
            date_order: self.dates.map(DateOrder::from),
            dress: Dress {
                encoding: self.encoding.clone(),
                delimiter: self.delimiter.clone(),
                headless: self.headerless,
            },
            ..MappingRequest::default()
        }
    }

    /// Of two columns or values for one field one would be dropped without a word.
    fn look_at_fields(&self, voice: &Voice) -> Result<(), Stop> {
        let mut fields: Vec<&String> =
            self.map.iter().chain(&self.set).map(|(field, _)| field).collect();
        fields.sort_unstable();
        match fields.windows(2).find(|pair| pair[0] == pair[1]) {
            Some(pair) => {
                let field = pair[0].as_str().into();
                Err(Stop::Usage(voice.say("cli-said-twice", &[("field", field)])))
            }
            None => Ok(()),
        }
    }

    /// One file of rejects holds the columns of one file, and overwrites nothing.
    fn look_at_rejects(&self, voice: &Voice) -> Result<(), Stop> {
        let Some(path) = &self.rejects else { return Ok(()) };
        if self.files.len() > 1 {
            return Err(Stop::Usage(voice.say("cli-rejects-one-file", &[])));
        }
        if path.exists() {
            return Err(Error::FileExists { file: path.display().to_string() }.into());
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        if let Some(missing) = folder.filter(|folder| !folder.is_dir()) {
            let args = [("folder", missing.display().to_string().into())];
            return Err(Stop::Usage(voice.say("cli-no-folder", &args)));
        }
        Ok(())
    }

    /// Imports one table; what came of it and the exit code it alone would have.
    fn table(
        &self,
        table: Table,
        store: &Store,
        cancel: &Cancel,
        voice: &Voice,
    ) -> (ImportSummary, u8) {
        let now = clock::now();
        let done = table.input.and_then(|input| self.take(&input, store, cancel, now, voice));
        match done {
            Ok(summary) => {
                let code = if summary.errors > 0 { PROBLEMS } else { DONE };
                (summary, code)
            }
            Err(error) => (refused(table.name, &error, now, voice), code(&error)),
        }
    }

    fn take(
        &self,
        input: &Input,
        store: &Store,
        cancel: &Cancel,
        now: i64,
        voice: &Voice,
    ) -> Result<ImportSummary> {
        cancel.check()?;
        let request = self.request();
        let options =
            Options { dry_run: self.dry_run, rejects: self.rejects.clone(), now, remember: false };
        let line = ProgressLine::new(&input.name, self.progress);
        let mut paced = Paced::new(TICK, clock::stopwatch(), |step| line.show(step, voice));
        let mut progress = |step| paced.take(step);
        let done = run(store, input, &request, &options, voice, cancel, &mut progress);
        paced.finish();
        line.clear();
        done
    }

    fn show(&self, done: &[ImportSummary], voice: &Voice) -> Result<(), Stop> {
        if self.json {
            return out::json(&done);
        }
        for summary in done {
            tell(summary, voice);
        }
        if self.dry_run {
            out::say(&voice.say("cli-dry-run", &[]));
        }
        let lines: Vec<_> = done.iter().filter(|summary| !summary.kind.is_empty()).collect();
        if lines.is_empty() {
            return Ok(());
        }
        let table = imports::table(lines.into_iter().map(imports::ImportLine::from), voice);
        out::data(|writer| table.write(writer))
    }
}

/// Problems of one cause that are told one by one.
const TOLD: usize = 3;

/// Problems and notices of one file, as words: of each cause the first few, then how many more.
fn tell(summary: &ImportSummary, voice: &Voice) {
    let file = summary.file.as_str();
    if summary.causes.is_empty() {
        summary.problems.iter().for_each(|problem| tell_one(file, problem, voice));
        let says_how =
            |problem: &Problem| ["unknown_kind", "wrong_columns"].contains(&problem.code.as_str());
        if summary.problems.iter().any(says_how) {
            out::say(&voice.say("cli-say-how", &[]));
        }
    }
    for cause in &summary.causes {
        let is = |p: &&Problem| p.code == cause.code && p.column == cause.column;
        let told: Vec<&Problem> = summary.problems.iter().filter(is).take(TOLD).collect();
        told.iter().for_each(|problem| tell_one(file, problem, voice));
        let more = cause.count.saturating_sub(told.len() as u64);
        if more > 0 {
            let lines = cause.lines.iter().skip(told.len()).map(u64::to_string);
            let args = [
                ("file", file.into()),
                ("title", cause.title.as_str().into()),
                ("count", voice.count(i64::try_from(more).unwrap_or(i64::MAX)).into()),
                ("lines", lines.collect::<Vec<_>>().join(", ").into()),
            ];
            out::say(&voice.say("cli-more-problems", &args));
        }
    }
    for notice in &summary.notices {
        let args = [("file", file.into()), ("message", notice.text.as_str().into())];
        out::say(&voice.say("cli-problem-file", &args));
    }
}

fn tell_one(file: &str, problem: &Problem, voice: &Voice) {
    let mut args = vec![("file", file.into()), ("message", problem.message.as_str().into())];
    let key = if problem.line == 0 {
        "cli-problem-file"
    } else {
        args.push(("line", problem.line.to_string().into()));
        "cli-problem"
    };
    out::say(&voice.say(key, &args));
}

/// A file that was not taken at all, in the form of those that were.
fn refused(file: String, error: &Error, now: i64, voice: &Voice) -> ImportSummary {
    let line = match error {
        Error::File(FileTrouble::StrayQuote { line, .. } | FileTrouble::Limit { line, .. }) => {
            *line
        }
        _ => 0,
    };
    let problem = Problem {
        line,
        column: String::new(),
        value: String::new(),
        code: error.code().to_owned(),
        severity: Severity::Error,
        message: error.message(voice),
    };
    ImportSummary {
        import: None,
        file,
        kind: String::new(),
        exporter: String::new(),
        at: instant(now),
        rows: 0,
        new: 0,
        changed: 0,
        unchanged: 0,
        skipped: 0,
        undone: false,
        mapping: std::collections::BTreeMap::new(),
        problems: vec![problem],
        causes: Vec::new(),
        errors: 1,
        warnings: 0,
        guesses: 0,
        notices: Vec::new(),
    }
}

/// What was said about the file does not fit it, the file itself is no good, or it cannot be read.
fn code(error: &Error) -> u8 {
    match error {
        Error::File(
            FileTrouble::UnknownField { .. }
            | FileTrouble::UnknownColumn { .. }
            | FileTrouble::BadValue { .. },
        ) => USAGE,
        Error::File(FileTrouble::NotAFile { .. }) => stop::INPUT_OUTPUT,
        Error::File(_) => PROBLEMS,
        error => stop::code(error),
    }
}

/// Of several files the gravest outcome counts.
fn worse(one: u8, other: u8) -> u8 {
    let gravity = |code| {
        [DONE, PROBLEMS, USAGE, stop::INPUT_OUTPUT, WORKSPACE, CANCELLED]
            .iter()
            .position(|known| *known == code)
    };
    if gravity(one) >= gravity(other) { one } else { other }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_several_files_the_gravest_outcome_counts() {
        assert_eq!(worse(PROBLEMS, DONE), PROBLEMS);
        assert_eq!(worse(PROBLEMS, stop::INPUT_OUTPUT), stop::INPUT_OUTPUT);
        assert_eq!(worse(CANCELLED, PROBLEMS), CANCELLED);
    }
}
