//! What words in some column say of a whole row (see [`Mark`]).

use super::super::map::{Mark, Means};
use super::super::problem::Code;
use super::super::records::Record;
use super::super::value::trim;
use super::memo::Memo;
use super::{Kept, Reader, Rejected};
use crate::model::Status;

/// The marks of a file, each with what it found in the words met so far.
pub(super) struct Marks<'m>(Vec<(usize, &'m Mark, Memo<bool>)>);

impl<'m> Marks<'m> {
    pub(super) fn new(marks: &'m [(usize, &'static Mark)]) -> Self {
        Self(marks.iter().map(|(at, mark)| (*at, *mark, Memo::default())).collect())
    }
}

/// What the marks say of the row being read.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Said {
    /// It is paid once.
    pub(super) once: bool,
    /// The money went back.
    pub(super) back: bool,
    /// Its end is none.
    pub(super) goes_on: bool,
    /// Its status.
    pub(super) status: Option<Status>,
}

impl Reader<'_> {
    /// Looks at the marks of a row; one that is not what the file is about is left out.
    pub(super) fn look_at_marks(&mut self, record: &Record<'_>) -> Kept<()> {
        let mut said = Said::default();
        for (at, mark, memo) in &mut self.marks.0 {
            let cell = trim(record.get(*at));
            if !memo.of(cell, |cell| mark.is_on(cell)) {
                continue;
            }
            match mark.means {
                Means::Aside => {
                    let column = || self.header.get(*at).cloned().unwrap_or_default();
                    self.problems.add_with(self.line, Code::Aside, None, cell, column);
                    return Err(Rejected { correctable: false, is_row: true });
                }
                Means::Continues => {
                    return Err(Rejected { correctable: false, is_row: false });
                }
                Means::Once => said.once = true,
                Means::Back => said.back = true,
                Means::GoesOn => said.goes_on = true,
                Means::Is(status) => said.status = Some(status),
            }
        }
        self.said = said;
        Ok(())
    }
}
