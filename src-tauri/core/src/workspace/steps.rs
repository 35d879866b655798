//! Changes taken back and done again, one after the other or any of them.

use super::{Workspace, answers, deeds, loyalty};
use crate::app::Turned;
use crate::model::Day;
use crate::store::change::{self, Change};
use crate::store::{Outcome, Store};
use crate::{Error, Result};
use std::sync::PoisonError;

impl Workspace {
    /// Takes a change back: this one, or the last one that stands. `None` where there is none.
    ///
    /// # Errors
    /// As [`Store::undo`].
    pub fn undo(&self, change: Option<i64>, today: Day) -> Result<Option<Turned>> {
        let turned = self.find(change, last_standing)?;
        if let Some(turned) = &turned {
            self.turn(turned.change, today, Store::undo)?;
        }
        Ok(turned)
    }

    /// Does a change again that was taken back: this one, or the first one after all that stand.
    /// `None` where there is none.
    ///
    /// # Errors
    /// As [`Store::redo`].
    pub fn redo(&self, change: Option<i64>, today: Day) -> Result<Option<Turned>> {
        let turned = self.find(change, first_undone)?;
        if let Some(turned) = &turned {
            self.turn(turned.change, today, Store::redo)?;
        }
        Ok(turned)
    }

    /// Answers taken back or done again touch the answers alone, acts of the loyalty programme the
    /// points; a purchase or another fact it counts, those of its customer.
    fn turn(
        &self,
        change: i64,
        today: Day,
        turn: fn(&Store, i64) -> Result<Outcome>,
    ) -> Result<()> {
        let _turn = self.redeeming.lock().unwrap_or_else(PoisonError::into_inner);
        let was = self.at_this_moment()?;
        let done = turn(&self.store, change)?;
        if answers::are_answers(done.tables.keys()) {
            return self.renew_answers(None);
        }
        if loyalty::are_loyalty(done.tables.keys()) {
            return self.renew_points(None);
        }
        if deeds::are_deeds(done.tables.keys()) && self.renew_deeds(&was, change)? {
            return Ok(());
        }
        self.reload(today)
    }

    fn find(
        &self,
        asked: Option<i64>,
        or: impl Fn(&[Change]) -> Option<&Change>,
    ) -> Result<Option<Turned>> {
        let conn = self.store.reader()?;
        let turned =
            |of: &Change| Turned { change: of.id, kind: of.kind.clone(), label: of.label.clone() };
        match asked {
            Some(id) => {
                let found = change::by_id(&conn, id)?.ok_or(Error::NoSuchChange { change: id })?;
                Ok(Some(turned(&found)))
            }
            None => Ok(or(&change::all(&conn)?).map(turned)),
        }
    }
}

/// Of changes, newest first, the one to take back next.
fn last_standing(changes: &[Change]) -> Option<&Change> {
    changes.iter().find(|change| change.is_step() && !change.undone)
}

/// Of changes, newest first, the one to do again next: whatever was done since stays the last.
fn first_undone(changes: &[Change]) -> Option<&Change> {
    changes.iter().take_while(|change| change.undone).filter(|change| change.is_step()).last()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(id: i64, kind: &str, undone: bool) -> Change {
        Change { id, at: 0, kind: kind.to_owned(), label: String::new(), undone }
    }

    #[test]
    fn the_last_change_that_stands_is_taken_back_and_the_first_one_after_it_done_again() {
        let newest_first = |undone: [bool; 3]| {
            let [one, two, three] = undone;
            [
                change(4, "edit", three),
                change(3, "import", two),
                change(2, "edit", one),
                change(1, "sample", false),
            ]
        };
        let steps = |undone| {
            let changes = newest_first(undone);
            (last_standing(&changes).map(|c| c.id), first_undone(&changes).map(|c| c.id))
        };
        assert_eq!(steps([false, false, false]), (Some(4), None));
        assert_eq!(steps([false, false, true]), (Some(3), Some(4)));
        assert_eq!(steps([false, true, true]), (Some(2), Some(3)));
        assert_eq!(steps([true, true, true]), (None, Some(2)), "the sample itself stays");
        assert_eq!(steps([true, true, false]), (Some(4), None), "something was done since");
    }
}
