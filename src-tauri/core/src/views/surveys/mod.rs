//! Surveys: what they come to, entering answers, following them up.

mod asked;
mod card;
mod charts;
mod enter;
mod follow;
mod frame;
mod given;
mod groups;
mod holds;
mod lines;
mod list;
mod money;
mod page;
mod past;
mod pasted;
mod results;
#[cfg(test)]
mod tests;
mod wishes;

pub use enter::{entering, person};
pub use follow::following_up;
pub use given::{GivenAnswer, given};
pub use list::{answers_list, is_ours};
pub use page::{
    AskingCard, CommentRow, EnterView, FeatureRow, FollowView, Gauge, GroupCard, GroupRow, ItemRow,
    Person, RecentAnswer, ScoreCard, ScoreKey, SurveyBar, SurveyQuery, SurveysView, ThemeRow,
};
pub use past::{HistoryLine, answer_history};
pub use pasted::{PastedLine, PastedView, pasted};
pub use results::surveys;

use crate::survey::{Item, ItemKey, Kind, Survey};
use crate::voice::{Language, Voice};

/// What an item is called.
fn item_words(item: &Item, voice: &Voice) -> String {
    match item.key {
        ItemKey::Own(_) => item.name.clone(),
        ItemKey::Quality => voice.say("item-quality", &[]),
        ItemKey::Service => voice.say("item-service", &[]),
        ItemKey::Experience => voice.say("item-experience", &[]),
    }
}

/// The program's own words for the question of a kind.
fn usual_question(kind: Kind, voice: &Voice) -> String {
    voice.say(&format!("question-{}", kind.code()), &[])
}

/// The question in the user's language: his words, or the program's own.
fn question(survey: &Survey, voice: &Voice) -> String {
    let at = Language::ALL.iter().position(|language| *language == voice.language);
    let own = at.and_then(|at| survey.questions.get(at)).and_then(Clone::clone);
    own.unwrap_or_else(|| usual_question(survey.kind, voice))
}
