//! What every survey comes to, wave by wave, under the names of `surveys --json`.

use super::answer::{Answer, ItemKey, Kind, Survey};
use super::wave::WaveKey;
use super::{NpsScore, Tally, effort, latest, loyalty_index, response_rate, satisfaction};
use crate::model::{Day, Ratio};
use serde::{Deserialize, Serialize, Serializer};
use std::collections::BTreeMap;
use ts_rs::TS;

/// Which answers of a window count.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "lowercase")]
#[ts(export, rename = "AnswerView")]
pub enum View {
    /// All of them.
    #[default]
    All,
    /// Of each customer his last one.
    Latest,
}

impl View {
    /// Both.
    pub const ALL: [Self; 2] = [Self::All, Self::Latest];

    /// As the CLI and lists name it.
    pub fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Latest => "latest",
        }
    }

    /// The answers that count of those that are not blank.
    fn of<'a>(self, answers: impl Iterator<Item = &'a Answer>) -> Vec<&'a Answer> {
        match self {
            Self::All => answers.collect(),
            Self::Latest => latest(answers),
        }
    }

    /// The answers that count of those that gave a score.
    pub fn scored<'a>(self, answers: impl IntoIterator<Item = &'a Answer>) -> Vec<&'a Answer> {
        self.of(answers.into_iter().filter(|answer| answer.is_scored()))
    }

    /// The answers that count of those that gave an item.
    pub fn itemed<'a>(self, answers: impl IntoIterator<Item = &'a Answer>) -> Vec<&'a Answer> {
        self.of(answers.into_iter().filter(|answer| answer.items.iter().any(Option::is_some)))
    }
}

/// How many gave which score of NPS, or are of which group.
pub fn tally<'a>(answers: impl IntoIterator<Item = &'a Answer>) -> Tally {
    let mut tally = Tally::default();
    for answer in answers {
        let score = answer.score.and_then(|score| NpsScore::try_from(i64::from(score)).ok());
        match (score, answer.group) {
            (Some(score), _) => tally.add(score),
            (None, Some(class)) => tally.add_group(class),
            (None, None) => {}
        }
    }
    tally
}

/// What a survey comes to in one wave and view.
#[derive(Clone, PartialEq, Debug, Serialize)]
pub struct SurveyFigures {
    /// Its name.
    pub survey: String,
    /// What is measured: a survey of NPS that asks the items too gives `nps` and `cli`.
    #[serde(serialize_with = "code")]
    pub kind: Kind,
    /// The wave.
    #[serde(serialize_with = "name")]
    pub wave: WaveKey,
    /// Which answers count.
    pub view: View,
    /// How many those are.
    pub answers: i64,
    /// How many were invited; absent without invitations.
    pub invited: Option<i64>,
    /// Answers / invited.
    pub response_rate: Option<Ratio>,
    /// What they come to.
    #[serde(flatten)]
    pub measured: Measured,
}

/// What answers come to, by kind.
#[derive(Clone, PartialEq, Debug, Serialize)]
#[serde(untagged)]
pub enum Measured {
    /// NPS, in points.
    Nps {
        /// 9 and 10.
        promoters: i64,
        /// 7 and 8.
        passives: i64,
        /// 0 to 6.
        detractors: i64,
        /// From -100 to 100.
        score: Option<f64>,
        /// Middle of the adjusted interval.
        center: Option<f64>,
        /// Half of its width.
        margin: Option<f64>,
        /// Its lower end.
        low: Option<f64>,
        /// Its upper end.
        high: Option<f64>,
    },
    /// The loyalty index, 0 to 100, and the mean of each item on its scale.
    Cli {
        /// The index.
        score: Option<f64>,
        /// Means by item.
        items: BTreeMap<String, Option<f64>>,
    },
    /// Satisfaction.
    Csat {
        /// How many chose one of the two highest.
        top_two: i64,
        /// Their share.
        score: Option<Ratio>,
    },
    /// Effort, and questions of one's own.
    Mean {
        /// On the scale.
        score: Option<Ratio>,
        /// How many lie above the middle of the scale.
        agreeing: i64,
        /// Their share.
        agreeing_rate: Option<Ratio>,
    },
}

/// Every survey, wave and view of these answers; `invited` tells how many were invited to a wave.
pub fn figures(
    surveys: &[Survey],
    answers: &[&Answer],
    invited: impl Fn(u32, &WaveKey) -> Option<i64>,
) -> Vec<SurveyFigures> {
    let mut figures = Vec::new();
    for ((survey, wave), rows) in waves(answers) {
        let Some(described) = surveys.get(survey as usize) else { continue };
        let known = invited(survey, &wave);
        let mut push = |kind, view, answers: i64, measured| {
            figures.push(SurveyFigures {
                survey: described.name.clone(),
                kind,
                wave: wave.clone(),
                view,
                answers,
                invited: known,
                response_rate: known.and_then(|known| response_rate(answers, known)),
                measured,
            });
        };
        for view in View::ALL {
            let scored = view.scored(rows.iter().copied());
            if described.has_score() && !scored.is_empty() {
                push(described.kind, view, count(scored.len()), measured(described, &scored));
            }
        }
        for view in View::ALL {
            let itemed = view.itemed(rows.iter().copied());
            if !itemed.is_empty() {
                push(Kind::Cli, view, count(itemed.len()), index(described, &itemed));
            }
        }
    }
    figures
}

type Grouped<'a> = Vec<((u32, WaveKey), Vec<&'a Answer>)>;

/// The answers of each survey and wave: surveys in their order, waves by when they begin.
fn waves<'a>(answers: &[&'a Answer]) -> Grouped<'a> {
    let mut groups: BTreeMap<(u32, WaveKey), (Day, Vec<&Answer>)> = BTreeMap::new();
    for &answer in answers {
        let key = (answer.survey, answer.wave.clone());
        let begins = answer.wave.begins(answer.day);
        let group = groups.entry(key).or_insert((begins, Vec::new()));
        group.0 = group.0.min(begins);
        group.1.push(answer);
    }
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by(|((a, wave_a), (day_a, _)), ((b, wave_b), (day_b, _))| {
        (a, day_a, wave_a).cmp(&(b, day_b, wave_b))
    });
    groups.into_iter().map(|(key, (_, rows))| (key, rows)).collect()
}

fn count(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn measured(survey: &Survey, answers: &[&Answer]) -> Measured {
    let scores = || answers.iter().filter_map(|answer| answer.score);
    match survey.kind {
        Kind::Nps | Kind::Cli => {
            let tally = tally(answers.iter().copied());
            let interval = tally.interval();
            Measured::Nps {
                promoters: tally.promoters(),
                passives: tally.passives(),
                detractors: tally.detractors(),
                score: tally.score().map(|score| score.value() * 100.0),
                center: interval.map(|interval| interval.center.value()),
                margin: interval.map(|interval| interval.margin),
                low: interval.map(|interval| interval.low),
                high: interval.map(|interval| interval.high),
            }
        }
        Kind::Csat => {
            let found = satisfaction(survey.scale, scores());
            Measured::Csat { top_two: found.top_two, score: found.share() }
        }
        Kind::Ces | Kind::Own => {
            let found = effort(survey.scale, scores());
            Measured::Mean {
                score: found.mean(),
                agreeing: found.agreeing,
                agreeing_rate: found.share(),
            }
        }
    }
}

fn index(survey: &Survey, answers: &[&Answer]) -> Measured {
    let index = loyalty_index(&survey.items, answers.iter().copied());
    let names = survey.items.iter().map(|item| match item.key {
        ItemKey::Own(_) => item.name.clone(),
        key => key.code(),
    });
    let means = index.items.iter().map(|mean| mean.map(Ratio::value));
    Measured::Cli { score: index.score.map(Ratio::value), items: names.zip(means).collect() }
}

fn code<S: Serializer>(kind: &Kind, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(kind.code())
}

fn name<S: Serializer>(wave: &WaveKey, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(wave.name())
}

#[cfg(test)]
mod tests {
    use super::super::answer::tests::given;
    use super::*;

    #[test]
    fn a_survey_of_both_kinds_gives_both_in_both_views() {
        let survey = Survey::implied("Autumn", true, true);
        let mut one = given(1, Some(1), 20_000, Some(9));
        one.items = [Some(9), Some(7), Some(8)].into();
        let two = given(2, Some(1), 20_010, Some(2));
        let three = given(3, None, 20_011, None);
        let found = figures(&[survey], &[&one, &two, &three], |_, _| Some(4));
        let told: Vec<_> = found
            .iter()
            .map(|one| (one.kind.code(), one.view.name(), one.answers, one.response_rate))
            .collect();
        let rate = |answers: i64| Ratio::of(answers, 4);
        assert_eq!(
            told,
            [
                ("nps", "all", 2, rate(2)),
                ("nps", "latest", 1, rate(1)),
                ("cli", "all", 1, rate(1)),
                ("cli", "latest", 1, rate(1)),
            ]
        );
        let json = serde_json::to_value(&found).unwrap();
        assert_eq!(json[0]["score"], 0.0);
        assert_eq!(json[0]["wave"], "2024-Q4");
        assert_eq!(json[1]["detractors"], 1);
        assert_eq!(json[2]["score"], 80.0);
        assert_eq!(json[2]["items"]["service"], 7.0);
    }
}
