//! Which survey, wave and view of the answers is asked for, worked out once for a page.

use super::{SurveyBar, SurveyQuery};
use crate::Result;
use crate::book::{Answers, Book};
use crate::model::{Day, Grain, Money, Period};
use crate::segment::Mask;
use crate::survey::{Answer, Kind, Survey, View, WaveKey};
use crate::views::{Choice, Query};
use crate::voice::{Arg, Voice};
use std::collections::BTreeMap;

/// The answers a page is about.
pub(super) struct Frame<'a> {
    pub(super) book: &'a Book,
    pub(super) answers: &'a Answers,
    /// Place of the survey; `None` where there is none at all.
    pub(super) survey: Option<u32>,
    /// The waves of the survey, oldest first.
    pub(super) waves: Vec<WaveKey>,
    /// The wave the page is about.
    pub(super) wave: WaveKey,
    pub(super) view: View,
    members: Option<Mask>,
}

impl<'a> Frame<'a> {
    /// Works it out. What the address names and is not there (any more) gives the newest: an old
    /// link still opens.
    pub(super) fn new(book: &'a Book, query: &Query, ask: &SurveyQuery) -> Result<Self> {
        let answers = book.answers()?;
        let filter = query.filter();
        let members = if filter.is_everyone() { None } else { Some(book.mask(&filter)?) };
        let named = ask.survey.as_deref().and_then(|name| answers.survey(name));
        let survey = named.or_else(|| newest(answers, book.as_of));
        let waves = survey.map_or_else(Vec::new, |survey| waves(answers, survey, book.as_of));
        let today = WaveKey::of(Period::of(Grain::Quarter, book.as_of));
        let asked = ask.wave.as_deref().map(WaveKey::named).filter(|wave| waves.contains(wave));
        let wave = asked.or_else(|| waves.last().cloned()).unwrap_or(today);
        Ok(Self { book, answers, survey, waves, wave, view: ask.view, members })
    }

    /// The same to type answers in: the wave of today is there even before its first answer, and is
    /// the one meant unless another is named.
    pub(super) fn of_today(book: &'a Book, query: &Query, ask: &SurveyQuery) -> Result<Self> {
        let mut frame = Self::new(book, query, ask)?;
        let today = book.as_of;
        let running = |wave: &&crate::book::Wave| {
            Some(wave.survey) == frame.survey && wave.first <= today && today <= wave.last
        };
        let running = frame.answers.waves.iter().rev().find(running).map(|wave| wave.key.clone());
        let now = running.unwrap_or_else(|| WaveKey::of(Period::of(Grain::Quarter, today)));
        if !frame.waves.contains(&now) {
            frame.waves.push(now.clone());
        }
        let named = ask.wave.as_deref().map(WaveKey::named);
        frame.wave = named.filter(|wave| frame.waves.contains(wave)).unwrap_or(now);
        Ok(frame)
    }

    /// What is asked; `None` where there is no survey at all.
    pub(super) fn described(&self) -> Option<&'a Survey> {
        self.answers.surveys.get(self.survey? as usize)
    }

    /// Whether an answer belongs to the survey and the segment and is known.
    fn is_ours(&self, answer: &Answer) -> bool {
        Some(answer.survey) == self.survey
            && answer.day <= self.book.as_of
            && self
                .members
                .as_ref()
                .is_none_or(|mask| self.book.is_in(mask, answer.customer, answer.day))
    }

    /// The answers of a wave, blank ones too.
    pub(super) fn of_wave<'f>(
        &'f self,
        wave: &'f WaveKey,
    ) -> impl Iterator<Item = &'a Answer> + 'f {
        let rows = &self.answers.rows;
        rows.iter().filter(move |row| row.wave == *wave && self.is_ours(row))
    }

    /// The answers with a score of a wave, as the view counts them.
    pub(super) fn scored(&self, wave: &WaveKey) -> Vec<&'a Answer> {
        self.view.scored(self.of_wave(wave))
    }

    /// The answers with an item of a wave, as the view counts them.
    pub(super) fn itemed(&self, wave: &WaveKey) -> Vec<&'a Answer> {
        self.view.itemed(self.of_wave(wave))
    }

    /// The answers with a score of the wave of the page.
    pub(super) fn here(&self) -> Vec<&'a Answer> {
        self.scored(&self.wave)
    }

    /// How many were invited to a wave; `None` where nobody was.
    pub(super) fn invited(&self, wave: &WaveKey) -> Option<i64> {
        let invited = self.answers.wave(self.survey?, wave)?.invited.len();
        (invited > 0).then(|| i64::try_from(invited).unwrap_or(i64::MAX))
    }

    /// First and last day of the wave of the page, where it has days of its own.
    pub(super) fn days(&self) -> Option<(Day, Day)> {
        let wave = self.answers.wave(self.survey?, &self.wave)?;
        Some((wave.first, wave.last))
    }

    /// What kind of survey the page is about; NPS where there is none.
    pub(super) fn kind(&self) -> Kind {
        self.described().map_or(Kind::Nps, |survey| survey.kind)
    }

    /// The wave before.
    pub(super) fn before(&self, wave: &WaveKey) -> Option<&WaveKey> {
        let at = self.waves.iter().position(|known| known == wave)?;
        self.waves.get(at.checked_sub(1)?)
    }

    /// Whether a wave is over.
    pub(super) fn is_finished(&self, wave: &WaveKey) -> bool {
        let last = self.survey.and_then(|survey| self.answers.wave(survey, wave)).map(|it| it.last);
        let last = last.or_else(|| wave.quarter().map(Period::last));
        last.is_none_or(|last| self.book.as_of > last)
    }

    /// What a customer pays on a day, in minor units.
    pub(super) fn mrr(&self, customer: u32, day: Day) -> i64 {
        let ledger = &self.book.ledger;
        ledger.worth_on(customer, day).mrr
    }

    /// An amount in the workspace's currency.
    pub(super) fn money(&self, minor: i64) -> Money {
        Money::new(minor, self.book.ledger.currency)
    }

    /// The name of the list of answers that meet a condition.
    pub(super) fn list(&self, what: &str) -> String {
        let survey = self.described().map_or("", |survey| survey.name.as_str());
        let (survey, wave) = (written(survey), written(self.wave.name()));
        format!("answers:{survey}:{wave}:{}:{what}", self.view.name())
    }

    /// The choices at the top.
    pub(super) fn bar(&self, follow: usize, voice: &Voice) -> SurveyBar {
        let surveys = self.answers.surveys.iter();
        let choice =
            |survey: &Survey| Choice { key: survey.name.clone(), label: survey.name.clone() };
        let wave =
            |wave: &WaveKey| Choice { key: wave.to_string(), label: wave_words(wave, voice) };
        SurveyBar {
            surveys: surveys.map(choice).collect(),
            survey: self.described().map_or_else(String::new, |survey| survey.name.clone()),
            waves: self.waves.iter().rev().map(wave).collect(),
            wave: self.wave.to_string(),
            wave_words: wave_words(&self.wave, voice),
            view: self.view,
            follow: if follow == 0 { String::new() } else { voice.count(count(follow)) },
        }
    }
}

/// The survey that was answered last, the first one where none was.
fn newest(answers: &Answers, as_of: Day) -> Option<u32> {
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    // Of the last year the one that is answered most: the usual one.
    for row in answers.rows.iter().rev().filter(|row| row.day <= as_of) {
        if as_of.0 - row.day.0 > 366 && !counts.is_empty() {
            break;
        }
        *counts.entry(row.survey).or_default() += 1;
    }
    let most =
        counts.into_iter().max_by_key(|(survey, count)| (*count, std::cmp::Reverse(*survey)));
    most.map(|(survey, _)| survey).or((!answers.surveys.is_empty()).then_some(0))
}

/// The waves of a survey: those with answers and those with days of their own, oldest first.
fn waves(answers: &Answers, survey: u32, as_of: Day) -> Vec<WaveKey> {
    let mut first: BTreeMap<WaveKey, Day> = BTreeMap::new();
    for wave in answers.waves.iter().filter(|wave| wave.survey == survey) {
        first.insert(wave.key.clone(), wave.first);
    }
    for row in answers.rows.iter().filter(|row| row.survey == survey && row.day <= as_of) {
        first.entry(row.wave.clone()).or_insert_with(|| row.wave.begins(row.day));
    }
    let mut waves: Vec<_> = first.into_iter().collect();
    waves.sort_by(|(a, a_day), (b, b_day)| (a_day, a).cmp(&(b_day, b)));
    waves.into_iter().map(|(wave, _)| wave).collect()
}

/// "Q3 2026", "Autumn 2026"
pub(super) fn wave_words(wave: &WaveKey, voice: &Voice) -> String {
    wave.quarter().map_or_else(|| wave.to_string(), |quarter| voice.period(quarter))
}

/// A name as it stands in the name of a list, where `:` parts.
pub(super) fn written(name: &str) -> String {
    name.replace('%', "%25").replace(':', "%3A")
}

/// Reads what `written` writes.
pub(super) fn read(name: &str) -> String {
    name.replace("%3A", ":").replace("%25", "%")
}

/// As the words count.
pub(super) fn count(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// "147 answers"
pub(super) fn answers_words(answers: usize, voice: &Voice) -> String {
    let args = [("count", Arg::from(answers)), ("text", voice.count(count(answers)).into())];
    voice.say("survey-answers", &args)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_colons_can_be_part_of_a_list() {
        for name in ["NPS", "a:b%3Ac", "100 %"] {
            assert!(!written(name).contains(':'));
            assert_eq!(read(&written(name)), name);
        }
    }
}
