//! How fast Holdfast is at 10,000, 100,000 and 1,000,000 customers, beside the bars it is held to.
//!
//! ```text
//! cargo bench -p holdfast-tests                  all three sizes
//! cargo bench -p holdfast-tests -- 100000        only this one
//! ```
//! To look into one stage with a profiler, `files 100000 DIRECTORY` writes what it needs and
//! `stage import DIRECTORY`, `stage click DIRECTORY` run it. `invoices` and `peer` are for `peers.py`.
//!
//! Each stage runs in a process of its own, so that the memory it needs is its own as well. Times
//! are medians; a machine that does something else says so above the table.

mod answers;
mod foreign;
mod imports;
mod loyalty;
mod loyalty_file;
mod machine;
mod stages;

use holdfast_core::sample::Scale;
use stages::{Measured, Stage};
use std::error::Error;
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

type Outcome<T> = Result<T, Box<dyn Error>>;

const SIZES: [u32; 3] = [10_000, 100_000, 1_000_000];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let done = match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["stage", stage, directory] => one_stage(stage, Path::new(directory)),
        ["files", size, directory] => files(size, Path::new(directory)),
        ["invoices", size, file] => {
            write_invoices(size.parse::<u32>().unwrap_or(0), Path::new(file))
        }
        ["peer", file, workspace] => imports::beside_peers(Path::new(file), Path::new(workspace)),
        ref sizes => all(sizes),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(io::stderr(), "{error}");
            ExitCode::FAILURE
        }
    }
}

fn files(size: &str, directory: &Path) -> Outcome<()> {
    write_files(size.parse()?, directory)
}

/// What a child does: one stage, its figures as `name value` on standard output.
fn one_stage(name: &str, directory: &Path) -> Outcome<()> {
    let stage = Stage::ALL.into_iter().find(|s| s.name() == name).ok_or("no such stage")?;
    let mut out = io::stdout().lock();
    for Measured { what, value } in stage.run(directory)? {
        writeln!(out, "{what} {value}")?;
    }
    Ok(())
}

fn all(words: &[&str]) -> Outcome<()> {
    let sizes: Vec<u32> = words.iter().map(|word| word.parse()).collect::<Result<_, _>>()?;
    let sizes = if sizes.is_empty() { SIZES.to_vec() } else { sizes };
    let mut out = io::stdout().lock();
    writeln!(out, "{}\n", machine::describe())?;
    writeln!(out, "{:>9}  {:<44} {:>12}  {:>12}", "customers", "", "measured", "bar")?;
    for size in sizes {
        let directory = tempfile::tempdir()?;
        write_files(size, directory.path())?;
        for stage in Stage::ALL.into_iter().filter(|stage| stage.is_for(size)) {
            for Measured { what, value } in child(stage, directory.path())? {
                let line = stages::line(what, size, value);
                writeln!(out, "{size:>9}  {line}")?;
            }
            out.flush()?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn write_files(customers: u32, directory: &Path) -> Outcome<()> {
    let scale = Scale::of(customers);
    let file =
        |name| File::create(directory.join(name)).map(|f| BufWriter::with_capacity(1 << 20, f));
    let mut subscriptions = file(stages::SUBSCRIPTIONS)?;
    scale.write_subscriptions(&mut subscriptions)?;
    subscriptions.flush()?;
    let mut customers = file(stages::CUSTOMERS)?;
    scale.write_customers(&mut customers)?;
    customers.flush()?;
    write_invoices(scale.customers, &directory.join(stages::INVOICES))
}

fn write_invoices(customers: u32, path: &Path) -> Outcome<()> {
    let mut file = BufWriter::with_capacity(1 << 20, File::create(path)?);
    Scale::of(customers).write_invoices(&mut file)?;
    Ok(file.flush()?)
}

/// Runs a stage in a process of its own.
fn child(stage: Stage, directory: &Path) -> Outcome<Vec<Measured>> {
    let output = Command::new(std::env::current_exe()?)
        .args(["stage", stage.name()])
        .arg(directory)
        .stderr(Stdio::inherit())
        .output()?;
    if !output.status.success() {
        return Err(format!("{} failed", stage.name()).into());
    }
    let text = String::from_utf8(output.stdout)?;
    let measured = |line: &str| {
        let (name, value) = line.split_once(' ')?;
        let what = stages::What::ALL.into_iter().find(|what| what.to_string() == name)?;
        Some(Measured { what, value: value.parse().ok()? })
    };
    Ok(text.lines().filter_map(measured).collect())
}
