//! A survey or a wave taken away with everything in it.

use super::remove;
use crate::book::Answers;
use crate::store::{survey as surveys, wave as waves};
use crate::survey::WaveKey;
use crate::{Error, Result};
use rusqlite::Transaction;

/// What goes when a survey or a wave does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TakenAlong {
    /// Answers, those without a score too.
    pub answers: usize,
    /// Invitations.
    pub invitations: usize,
    /// Waves that have days of their own or answers; of a wave itself none.
    pub waves: usize,
}

/// What a survey, by its place, or one wave of it holds.
pub fn taken_along(answers: &Answers, survey: u32, wave: Option<&WaveKey>) -> TakenAlong {
    let is_of = |key: &WaveKey| wave.is_none_or(|wave| wave == key);
    let waves = answers.waves.iter().filter(|known| known.survey == survey && is_of(&known.key));
    TakenAlong {
        answers: answers.rows.iter().filter(|row| row.survey == survey && is_of(&row.wave)).count(),
        invitations: waves.map(|known| known.invited.len()).sum(),
        waves: if wave.is_some() { 0 } else { answers.waves_of(survey).len() },
    }
}

/// Deletes a survey with its items, waves, invitations and answers, or one wave of it with its
/// invitations and answers. What customers asked for stays, without the comment they said it in; a
/// file that brought answers does not bring them again.
///
/// # Errors
/// `NoSuchSurvey`.
pub fn delete(
    tx: &Transaction<'_>,
    answers: &Answers,
    survey: &str,
    wave: Option<&str>,
) -> Result<()> {
    let place = answers.survey(survey);
    let place = place.ok_or_else(|| Error::NoSuchSurvey { survey: survey.to_owned() })?;
    let wave = wave.map(WaveKey::named);
    let is_of = |key: &WaveKey| wave.as_ref().is_none_or(|wave| wave == key);
    let mut rows = answers.rows.iter().filter(|row| row.survey == place && is_of(&row.wave));
    rows.try_for_each(|row| remove(tx, row.id))?;
    let mut known = answers.waves.iter().filter(|known| known.survey == place && is_of(&known.key));
    known.try_for_each(|known| waves::remove(tx, known.id))?;
    let id = answers.surveys[place as usize].id;
    // Of one that only answers speak of nothing else is stored.
    if wave.is_none() && id != 0 { surveys::remove(tx, id) } else { Ok(()) }
}
