//! What customers say, by the rules of metrics.md 8: one metric a file, its definition in the
//! module's words, pure functions over answers. No SQL, no text for people.
//!
//! Shares stay exact ([`Ratio`](crate::model::Ratio)) until they are shown; only margins and the
//! test of a change take a square root, and with it floats.

mod answer;
mod ces;
mod change;
mod csat;
mod due;
mod exact;
mod features;
mod figures;
mod following;
mod latest;
#[cfg(test)]
mod laws;
mod loyalty_index;
mod margin;
mod nps;
mod response;
mod scale;
mod themes;
mod wave;
mod weighted;

pub(crate) use answer::usual_items;
pub use answer::{Answer, Item, ItemKey, Kind, Questions, Survey};
pub use ces::{Effort, effort};
pub use change::{Change, change};
pub use csat::{Satisfaction, satisfaction};
pub use due::{Asked, Asking, AskingRule, asking};
pub use exact::{mean, sum};
pub use features::{Demand, demand};
pub use figures::{Measured, SurveyFigures, View, figures, tally};
pub use following::{Following, following};
pub use latest::latest;
pub use loyalty_index::{LoyaltyIndex, loyalty_index, of_answer};
pub use margin::Interval;
pub use nps::{Class, NoScore, NpsScore, Tally};
pub use response::response_rate;
pub use scale::Scale;
pub use themes::{BUILT_IN, Theme, suggested};
pub use wave::{WaveKey, wave_of};
pub use weighted::{Weighted, weighted};
