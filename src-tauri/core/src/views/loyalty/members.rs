//! The members as a list with its filters.

use super::frame::Frame;
use super::moves::{Going, Way};
use super::{LoyaltyMembersView, LoyaltyQuery};
use crate::Result;
use crate::book::Book;
use crate::loyalty::Standing;
use crate::views::Choice;
use crate::voice::Voice;

/// The filters of the list of members, each with how many it finds.
///
/// # Errors
/// What SQLite gives.
pub fn loyalty_members(
    book: &Book,
    ask: &LoyaltyQuery,
    voice: &Voice,
) -> Result<LoyaltyMembersView> {
    let frame = Frame::new(book, ask)?;
    let rows = &frame.standings.rows;
    let count = |keep: &dyn Fn(&Standing) -> bool| rows.iter().filter(|row| keep(row)).count();
    let choice = |what: &str, label: String, found: usize| Choice {
        key: frame.list(what),
        label: format!("{label} {}", voice.count(i64::try_from(found).unwrap_or(i64::MAX))),
    };
    let mut filters = Vec::new();
    if frame.programme.is_some() {
        let all = count(&|row| row.tier.is_some());
        filters.push(choice("members", voice.say("loyalty-filter-all", &[]), all));
        for (place, tier) in frame.tiers().iter().enumerate() {
            let found = count(&|row| row.tier.is_some_and(|tier| usize::from(tier) == place));
            filters.push(choice(&format!("tier={place}"), tier.name.clone(), found));
        }
        let going = Going::of(&frame);
        for way in [Way::UP, Way::DOWN] {
            let found = going.way(way).len();
            let key = if way == Way::UP { "loyalty-filter-up" } else { "loyalty-filter-down" };
            filters.push(choice(&format!("move={}", way.name()), voice.say(key, &[]), found));
        }
        let ending = count(&|row| row.ending > 0);
        filters.push(choice("ending", voice.say("loyalty-filter-ending", &[]), ending));
        let owing = count(&|row| row.balance < 0);
        if owing > 0 {
            filters.push(choice("negative", voice.say("loyalty-filter-negative", &[]), owing));
        }
    }
    Ok(LoyaltyMembersView {
        revision: book.revision,
        top: frame.bar(voice),
        notices: Vec::new(),
        list: frame.programme.map(|_| frame.list("members")),
        filters,
    })
}
