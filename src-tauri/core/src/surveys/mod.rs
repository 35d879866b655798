//! What the user does with surveys: answers typed in, surveys and waves described, people invited,
//! comments sorted. Checked here, written by the store; the rules of the figures are in
//! [`crate::survey`].

mod delete;
mod describe;
mod enter;
mod paste;
mod remark;
#[cfg(test)]
pub(crate) mod tests;

pub use delete::{TakenAlong, delete, taken_along};
pub use describe::{Invitees, NewSurvey, NewWave, SurveyWords, describe, reword, wave};
pub use enter::{AnswerEntry, Saved, enter, remove};
pub use paste::{PasteLine, Pasted, PastedAnswers, Wrong, paste};
pub use remark::{Remark, remark};

use crate::book::Answers;
use crate::store::{account, survey};
use crate::survey::{Survey, usual_items};
use crate::{Error, Result};
use rusqlite::Transaction;

/// The id of a survey in the store. One that only answers speak of is described as it is implied, so
/// that waves and words can belong to it.
fn stored(tx: &Transaction<'_>, answers: &Answers, name: &str) -> Result<i64> {
    if let Some(id) = survey::find(tx, name)? {
        return Ok(id);
    }
    let known = answers.survey(name).map(|at| &answers.surveys[at as usize]);
    let known = known.ok_or_else(|| Error::NoSuchSurvey { survey: name.to_owned() })?;
    survey::add(tx, known)
}

/// The survey of this name; answers may name one nobody has described, which is one of NPS. Where
/// nobody has described it and an answer gives the usual items, it asks for them too.
pub(crate) fn named(answers: &Answers, name: &str, has_items: bool) -> Result<Survey> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Error::NoSuchSurvey { survey: String::new() });
    }
    let known = answers.survey(name).map(|at| answers.surveys[at as usize].clone());
    let mut survey = known.unwrap_or_else(|| Survey::implied(name, true, false));
    if has_items && survey.id == 0 && survey.items.is_empty() {
        survey.items = usual_items();
    }
    Ok(survey)
}

/// The account that stands for a customer: his first.
fn account_of(tx: &Transaction<'_>, customer: i64) -> Result<i64> {
    let accounts = account::of_customer(tx, customer)?;
    accounts.first().map(|account| account.id).ok_or(Error::NoSuchCustomer)
}
