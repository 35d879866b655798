//! A question with one column for each answer: `How likely ... - 0`, `... - 1`, up to 10.

use super::super::guess::Head;
use super::super::{Header, Mapping, Origin, question};
use crate::import::value::{rating, trim};
use crate::import::{Field, Sniffed};

/// Columns of one question, fewer are no scale.
const LEAST: usize = 5;

impl Mapping {
    /// Reads the columns of a scale as one: the cell that holds something is the answer. Where cells
    /// do not say which answer they are, the columns are none of them: gives those to leave out.
    pub(super) fn apply_scales(
        &mut self,
        sniffed: &Sniffed,
        head: &Head<'_>,
        left_out: &[usize],
    ) -> Vec<usize> {
        let mut unread = Vec::new();
        for (question, columns) in scales(&sniffed.header) {
            let name = Header::new(question).name;
            let asked = [Field::Score, Field::Service, Field::Experience, Field::Quality];
            let field = asked.into_iter().find(|field| question::likeness(*field, &name) > 0.0);
            let free = |at: &usize| !left_out.contains(at) && !self.uses(*at);
            let Some(field) = field.filter(|_| columns.iter().all(free)) else { continue };
            let names_itself = |at: &usize| {
                let mine = option(&sniffed.header[*at]);
                head.columns[*at].all(|cell| rating(trim(cell)) == mine)
            };
            if self.origins.contains_key(&field) || !columns.iter().all(names_itself) {
                unread.extend(columns);
            } else {
                self.put(field, Origin::Either(columns), 0.9);
            }
        }
        unread
    }
}

/// Questions and the columns of their answers, side by side.
fn scales(header: &[String]) -> Vec<(&str, Vec<usize>)> {
    let mut scales: Vec<(&str, Vec<usize>)> = Vec::new();
    for (at, name) in header.iter().enumerate() {
        let (question, _) = asked(name);
        if option(name).is_none() {
            continue;
        }
        match scales.last_mut() {
            Some((known, columns)) if *known == question && columns.last() == Some(&(at - 1)) => {
                columns.push(at);
            }
            _ => scales.push((question, vec![at])),
        }
    }
    scales.retain(|(_, columns)| columns.len() >= LEAST);
    scales
}

/// `How likely ...` and `10 - Extremely likely` of a column.
fn asked(name: &str) -> (&str, &str) {
    name.split_once(" - ").unwrap_or((name, ""))
}

/// The number of the answer a column is for.
fn option(name: &str) -> Option<&[u8]> {
    rating(asked(name).1.trim().as_bytes())
}
