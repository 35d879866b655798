//! Problems grouped by what is wrong: a thousand bad dates are one thing to correct.

use super::Field;
use super::problem::{Code, Found, Severity};
use crate::voice::Voice;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Lines named of a cause.
const LINES: usize = 10;
/// Values shown of it.
const VALUES: usize = 5;

/// Everything in a file that is wrong in the same way in the same column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[ts(export, rename = "ImportCause")]
pub struct ProblemCause {
    /// `bad_amount`
    pub code: String,
    /// What it does to the rows.
    pub severity: Severity,
    /// Header of the column; empty where it is about whole rows.
    pub column: String,
    /// "Cells that are no amount"
    pub title: String,
    /// How many rows.
    pub count: u64,
    /// The first ten lines.
    pub lines: Vec<u64>,
    /// The first five values, each once.
    pub values: Vec<String>,
    /// The first of them in words, with what to do.
    pub message: String,
}

/// A cause as it is counted.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Cause {
    first: Found,
    pub(super) count: u64,
    lines: Vec<u64>,
    values: Vec<String>,
}

impl Cause {
    pub(super) fn new(first: Found) -> Self {
        let (lines, values) = (vec![first.line], vec![first.value.clone()]);
        Self { first, count: 1, lines, values }
    }

    pub(super) fn code(&self) -> Code {
        self.first.code
    }

    pub(super) fn is(&self, code: Code, field: Option<Field>) -> bool {
        self.first.code == code && self.first.field == field
    }

    /// Counts one more; its value is only made where it is shown.
    pub(super) fn again(&mut self, line: u64, value: impl FnOnce() -> String) {
        self.count += 1;
        if self.lines.len() < LINES {
            self.lines.push(line);
        }
        if self.values.len() < VALUES {
            let value = value();
            if !self.values.contains(&value) {
                self.values.push(value);
            }
        }
    }

    /// Adds what another part of the import found of the same.
    pub(super) fn join(&mut self, other: Self) {
        self.count += other.count;
        self.lines.extend(other.lines);
        self.lines.sort_unstable();
        self.lines.truncate(LINES);
        for value in other.values {
            if self.values.len() < VALUES && !self.values.contains(&value) {
                self.values.push(value);
            }
        }
        if other.first.line < self.first.line {
            self.first = other.first;
        }
    }

    pub(super) fn field(&self) -> Option<Field> {
        self.first.field
    }

    pub(super) fn say(&self, voice: &Voice, column: String) -> ProblemCause {
        let first = self.first.say(voice, column);
        let values = self.values.iter().filter(|value| !value.is_empty());
        ProblemCause {
            title: voice.say(&format!("cause-{}", first.code.replace('_', "-")), &[]),
            code: first.code,
            severity: first.severity,
            column: first.column,
            count: self.count,
            lines: self.lines.clone(),
            values: values.cloned().collect(),
            message: first.message,
        }
    }
}
