//! What a survey or a wave holds, said before it is deleted.

use super::frame::{Frame, answers_words, count};
use crate::surveys::{TakenAlong, taken_along};
use crate::voice::{Arg, Voice};

/// Of the survey of the page and of its wave: "148 answers, 212 invitations, 3 waves"; empty for
/// nothing.
pub(super) fn holds(frame: &Frame<'_>, voice: &Voice) -> (String, String) {
    let Some(survey) = frame.survey else { return Default::default() };
    let words = |wave| words(taken_along(frame.answers, survey, wave), voice);
    (words(None), words(Some(&frame.wave)))
}

fn words(held: TakenAlong, voice: &Voice) -> String {
    let many = |key: &str, number: usize| {
        let args = [("count", Arg::from(number)), ("text", voice.count(count(number)).into())];
        (number > 0).then(|| voice.say(key, &args))
    };
    let parts = [
        (held.answers > 0).then(|| answers_words(held.answers, voice)),
        many("survey-invitations", held.invitations),
        many("survey-waves", held.waves),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}
