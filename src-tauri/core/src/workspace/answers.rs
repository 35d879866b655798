//! Writes of surveys and answers: they rebuild the answers' part of the book alone.

use super::Workspace;
use crate::Result;
use crate::book::Book;
use crate::model::Day;
use crate::store::{Act, Transaction, change};
use crate::surveys::{
    self, AnswerEntry, NewSurvey, NewWave, PastedAnswers, Remark, Saved, SurveyWords,
};
use std::sync::{Arc, PoisonError};

/// Tables that hold nothing but surveys, answers and what is made of them.
const TABLES: [&str; 11] = [
    "answer",
    "answer_item",
    "deleted",
    "feature",
    "feature_request",
    "invitation",
    "survey",
    "survey_item",
    "theme",
    "theme_mark",
    "wave",
];

/// Whether all of these tables hold nothing else: the money then stays as it is.
pub(super) fn are_answers<'a>(mut tables: impl Iterator<Item = &'a String>) -> bool {
    tables.all(|table| TABLES.contains(&table.as_str()))
}

impl Workspace {
    /// Saves an answer that was typed in, or corrected: it is on disk when this returns.
    ///
    /// # Errors
    /// As [`surveys::enter`] and [`crate::store::Store::write`].
    pub fn save_answer(&self, entry: &AnswerEntry, at: i64, today: Day) -> Result<Saved> {
        let book = self.book(today);
        let act =
            Act { kind: "edit", label: if entry.id.is_some() { "correct" } else { "answer" }, at };
        let (answer, change) = self.store.write(&act, |tx, change| {
            Ok((surveys::enter(tx, book.answers()?, entry, book.as_of)?, change))
        })?;
        self.renew_answers(Some(answer))?;
        // A correction that corrects nothing leaves no trace; a new answer always is one.
        let change = if entry.id.is_some() { self.standing(change)? } else { Some(change) };
        Ok(Saved { answer, change })
    }

    /// Takes an answer away.
    ///
    /// # Errors
    /// `NoSuchAnswer`; as [`crate::store::Store::write`].
    pub fn remove_answer(&self, id: i64, at: i64) -> Result<Saved> {
        let act = Act { kind: "edit", label: "answer-removed", at };
        let change = self.store.write(&act, |tx, change| {
            surveys::remove(tx, id)?;
            Ok(change)
        })?;
        self.renew_answers(Some(id))?;
        Ok(Saved { answer: id, change: Some(change) })
    }

    /// Saves what was pasted as answers to a survey, all of it in one change; what cannot be used is
    /// left out.
    ///
    /// # Errors
    /// As [`surveys::enter`] and [`crate::store::Store::write`].
    pub fn paste_answers(
        &self,
        survey: &str,
        wave: Option<&str>,
        text: &str,
        at: i64,
        today: Day,
    ) -> Result<PastedAnswers> {
        let book = self.book(today);
        let answers = book.answers()?;
        let pasted = surveys::paste(&book, &surveys::named(answers, survey, false)?, wave, text)?;
        let act = Act { kind: "edit", label: "answers", at };
        let (saved, change) = self.store.write(&act, |tx, change| {
            let mut saved = 0;
            for entry in pasted.entries() {
                surveys::enter(tx, answers, entry, book.as_of)?;
                saved += 1;
            }
            Ok((saved, change))
        })?;
        self.renew_answers(None)?;
        Ok(PastedAnswers { saved, change: self.standing(change)? })
    }

    /// Writes a new survey; the change to undo it by.
    ///
    /// # Errors
    /// As [`surveys::describe`].
    pub fn describe_survey(&self, new: &NewSurvey, at: i64, today: Day) -> Result<Option<i64>> {
        self.write_answers("survey", at, today, |tx, book| {
            surveys::describe(tx, book.answers()?, new)
        })
    }

    /// Writes the name of a survey and the words of its question; the change to undo it by.
    ///
    /// # Errors
    /// As [`surveys::reword`].
    pub fn reword_survey(&self, new: &SurveyWords, at: i64, today: Day) -> Result<Option<i64>> {
        self.write_answers("question", at, today, |tx, book| {
            surveys::reword(tx, book.answers()?, new)
        })
    }

    /// Deletes a survey, or one wave of it, with all that is in it; the change to undo it by.
    ///
    /// # Errors
    /// As [`surveys::delete`].
    pub fn delete_survey(
        &self,
        survey: &str,
        wave: Option<&str>,
        at: i64,
        today: Day,
    ) -> Result<Option<i64>> {
        let label = if wave.is_some() { "wave-deleted" } else { "survey-deleted" };
        self.write_answers(label, at, today, |tx, book| {
            surveys::delete(tx, book.answers()?, survey, wave)
        })
    }

    /// Writes a wave with its invitations; the change to undo it by.
    ///
    /// # Errors
    /// As [`surveys::wave`].
    pub fn set_wave(&self, new: &NewWave, at: i64, today: Day) -> Result<Option<i64>> {
        self.write_answers("wave", at, today, |tx, book| surveys::wave(tx, book, new))
    }

    /// Writes what the user says of comments and features; the change to undo it by.
    ///
    /// # Errors
    /// As [`surveys::remark`].
    pub fn remark(&self, remark: &Remark, at: i64, today: Day) -> Result<Option<i64>> {
        self.write_answers("remark", at, today, |tx, book| surveys::remark(tx, remark, book.as_of))
    }

    fn write_answers(
        &self,
        label: &str,
        at: i64,
        today: Day,
        work: impl FnOnce(&Transaction<'_>, &Book) -> Result<()>,
    ) -> Result<Option<i64>> {
        let book = self.book(today);
        let change = self.store.write(&Act { kind: "edit", label, at }, |tx, change| {
            work(tx, &book)?;
            Ok(change)
        })?;
        self.renew_answers(None)?;
        self.standing(change)
    }

    /// The change, if it left any trace.
    pub(super) fn standing(&self, change: i64) -> Result<Option<i64>> {
        Ok(change::by_id(&self.store.reader()?, change)?.map(|change| change.id))
    }

    /// The next book with the answers' part anew, or with one answer spliced in. The lock is held
    /// meanwhile: of two answers saved at once neither is lost.
    pub(super) fn renew_answers(&self, answer: Option<i64>) -> Result<()> {
        let mut book = self.book.write().unwrap_or_else(PoisonError::into_inner);
        *book = Arc::new(book.with_answers(answer)?);
        Ok(())
    }
}
