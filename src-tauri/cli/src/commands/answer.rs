//! `answer`: one answer to a survey.

use crate::args::{self, Arguments};
use crate::stop::{DONE, Outcome, Stop};
use crate::{clock, out, place};
use clap::Args;
use holdfast_core::Error;
use holdfast_core::book::Book;
use holdfast_core::model::Day;
use holdfast_core::survey::{Item, ItemKey, Survey};
use holdfast_core::surveys::AnswerEntry;
use holdfast_core::voice::Voice;

/// `answer --survey NAME --score 9 [--customer KEY] [--on D] [--comment T]`
#[derive(Debug, Args)]
pub(crate) struct Answer {
    #[arg(long, value_name = "NAME")]
    survey: String,
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    score: Option<i64>,
    #[arg(long, value_name = "KEY")]
    customer: Option<String>,
    #[arg(long, value_name = "D", value_parser = args::day)]
    on: Option<Day>,
    #[arg(long, value_name = "T")]
    comment: Option<String>,
    #[arg(long, value_name = "NAME")]
    wave: Option<String>,
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    quality: Option<i64>,
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    service: Option<i64>,
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    experience: Option<i64>,
}

impl Answer {
    pub(crate) fn run(&self, arguments: &Arguments, voice: &Voice) -> Outcome {
        let (workspace, today) = place::workspace(arguments, voice)?;
        let book = workspace.book(today);
        let entry = self.entry(&book, voice)?;
        workspace.save_answer(&entry, clock::now(), today).map_err(|error| match error {
            Error::BadAnswer { .. } | Error::NoSuchSurvey { .. } => {
                Stop::Usage(error.message(voice))
            }
            other => Stop::Core(other),
        })?;
        out::say(&voice.say("cli-answer-saved", &[("survey", entry.survey.as_str().into())]));
        Ok(DONE)
    }

    fn entry(&self, book: &Book, voice: &Voice) -> Result<AnswerEntry, Stop> {
        let customer = match &self.customer {
            Some(key) => Some(customer(book, key, voice)?),
            None => None,
        };
        let answers = book.answers()?;
        let known = answers.survey(self.survey.trim()).map(|at| &answers.surveys[at as usize]);
        Ok(AnswerEntry {
            survey: self.survey.trim().to_owned(),
            wave: self.wave.clone(),
            customer,
            day: self.on.map(|day| day.to_string()),
            score: self.score,
            items: self.items(known),
            comment: self.comment.clone().unwrap_or_default(),
            id: None,
        })
    }

    /// In the order of the survey; of one that asks for none, or is new, in the usual order.
    fn items(&self, survey: Option<&Survey>) -> Vec<Option<i64>> {
        let usual = [self.quality, self.service, self.experience];
        let value = |item: &Item| match item.key {
            ItemKey::Quality => self.quality,
            ItemKey::Service => self.service,
            ItemKey::Experience => self.experience,
            ItemKey::Own(_) => None,
        };
        match survey {
            Some(survey) if !survey.items.is_empty() => survey.items.iter().map(value).collect(),
            _ if usual.iter().any(Option::is_some) => usual.to_vec(),
            _ => Vec::new(),
        }
    }
}

/// The number of the customer with this key.
pub(crate) fn customer(book: &Book, key: &str, voice: &Voice) -> Result<i64, Stop> {
    match book.customers_with_key(key)?.as_slice() {
        [only] => Ok(*only),
        [] => Err(Stop::Usage(voice.say("cli-no-such-key", &[("key", key.into())]))),
        _ => Err(Stop::Usage(voice.say("cli-several-of-key", &[("key", key.into())]))),
    }
}
