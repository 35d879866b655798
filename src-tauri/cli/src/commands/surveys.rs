//! `surveys`: what every survey comes to, wave by wave.

use crate::args::{self, Arguments, Scope};
use crate::stop::{DONE, Outcome};
use crate::table::TextTable;
use crate::{asked, out};
use clap::Args;
use holdfast_core::model::{Day, Ratio};
use holdfast_core::survey::{Answer, Measured, SurveyFigures, figures};
use holdfast_core::voice::Voice;

/// `surveys [--from D] [--to D] [--json]`
#[derive(Debug, Args)]
pub(crate) struct Surveys {
    #[arg(long, value_name = "D", value_parser = args::day)]
    from: Option<Day>,
    #[arg(long, value_name = "D", value_parser = args::day)]
    to: Option<Day>,
    #[command(flatten)]
    scope: Scope,
    #[arg(long)]
    json: bool,
}

impl Surveys {
    pub(crate) fn run(&self, arguments: &Arguments, voice: &Voice) -> Outcome {
        let book = asked::book(arguments, &self.scope, voice)?;
        let members = asked::segment(&book, &self.scope, voice)?;
        let answers = book.answers()?;
        let last = self.to.unwrap_or(book.as_of).min(book.as_of);
        let is_in = |answer: &&Answer| {
            let day = answer.day;
            self.from.is_none_or(|from| from <= day)
                && day <= last
                && members.as_ref().is_none_or(|mask| book.is_in(mask, answer.customer, day))
        };
        let rows: Vec<&Answer> = answers.rows.iter().filter(is_in).collect();
        let found = figures(&answers.surveys, &rows, |survey, wave| {
            let invited = answers.wave(survey, wave)?.invited.len();
            (invited > 0).then(|| i64::try_from(invited).unwrap_or(i64::MAX))
        });
        if self.json {
            out::json(&found)?;
        } else if found.is_empty() {
            out::say(&voice.say("cli-no-answers", &[]));
        } else {
            let table = table(&found, voice);
            out::data(|writer| table.write(writer))?;
        }
        Ok(DONE)
    }
}

fn table(found: &[SurveyFigures], voice: &Voice) -> TextTable {
    let say = |key: &str| voice.say(key, &[]);
    let mut table = TextTable::new().words(say("column-survey")).words(say("column-wave"));
    table = table.words(say("column-measure")).words(say("column-view"));
    table = table.numbers(say("column-answers")).numbers(say("column-score"));
    table = table.numbers(say("column-interval")).numbers(say("column-response"));
    for one in found {
        let (score, interval) = shown(&one.measured, voice);
        table.row(vec![
            one.survey.clone(),
            one.wave.to_string(),
            say(&format!("survey-kind-{}", one.kind.code())),
            say(&format!("answers-{}", one.view.name())),
            voice.count(one.answers),
            score,
            interval,
            one.response_rate.map_or(voice.absent(), |rate| voice.percent(rate, 0)),
        ]);
    }
    table
}

/// The score, and where it probably lies where that can be told.
fn shown(measured: &Measured, voice: &Voice) -> (String, String) {
    let tenths = |value: f64| Ratio::of((value * 10.0).round() as i64, 10);
    let signed = |value: Option<f64>| {
        value.map_or(voice.absent(), |value| voice.signed_count(value.round() as i64))
    };
    let decimal =
        |value: Option<Ratio>| value.map_or(voice.absent(), |value| voice.decimal(value, 1));
    match measured {
        Measured::Nps { score, low, high, .. } => {
            (signed(*score), format!("{} – {}", signed(*low), signed(*high)))
        }
        Measured::Cli { score, .. } => (decimal(score.and_then(tenths)), voice.absent()),
        Measured::Csat { score, .. } => {
            (score.map_or(voice.absent(), |share| voice.percent(share, 1)), voice.absent())
        }
        Measured::Mean { score, .. } => (decimal(*score), voice.absent()),
    }
}
