//! Records added, corrected and deleted by hand.

use super::Workspace;
use crate::Result;
use crate::import::hand::{self, Hand, RecordDraft, RecordForm, RecordRef, RecordSaved, Written};
use crate::import::{Context, Kind};
use crate::model::Day;
use crate::store::{Act, Settings, Transaction, change};
use crate::voice::Voice;
use std::sync::PoisonError;

impl Workspace {
    /// A record as a form, or a new one.
    ///
    /// # Errors
    /// `NoSuchRecord`, `NoSuchCustomer` for what is not there (any more).
    pub fn record_form(&self, record: RecordRef, today: Day, voice: &Voice) -> Result<RecordForm> {
        hand::form(&self.store.reader()?, record, &self.hand(today, voice))
    }

    /// Adds a record or corrects one, as one act by hand. Where what was typed makes no sense the
    /// answer says what is wrong, and nothing is changed.
    ///
    /// # Errors
    /// As [`Workspace::record_form`] and [`Store::write`].
    pub fn save_record(
        &self,
        draft: &RecordDraft,
        at: i64,
        today: Day,
        voice: &Voice,
    ) -> Result<RecordSaved> {
        let act = if draft.record.id.is_some() { "correct" } else { "add" };
        let by = self.hand(today, voice);
        self.by_hand(act, draft.record.kind, (at, today), voice, |tx, change| {
            hand::save(tx, change, draft, &by)
        })
    }

    /// Deletes a record with what only makes sense together with it, as one act by hand.
    ///
    /// # Errors
    /// `NoSuchRecord`; `RecordNeeded` for a plan somebody has; as [`Store::write`].
    pub fn delete_record(
        &self,
        record: RecordRef,
        at: i64,
        today: Day,
        voice: &Voice,
    ) -> Result<RecordSaved> {
        self.by_hand("delete", record.kind, (at, today), voice, |tx, _| hand::delete(tx, record))
    }

    fn by_hand(
        &self,
        act: &str,
        kind: Kind,
        (at, today): (i64, Day),
        voice: &Voice,
        work: impl FnOnce(&Transaction<'_>, i64) -> Result<Written>,
    ) -> Result<RecordSaved> {
        let label = hand::label(act, kind);
        let of = Act { kind: "edit", label: &label, at };
        let _turn = self.redeeming.lock().unwrap_or_else(PoisonError::into_inner);
        let was = self.at_this_moment()?;
        let (number, written) =
            self.store.write(&of, |tx, change| Ok((change, work(tx, change)?)))?;
        // What was wrong or says nothing new leaves no trace.
        let change = change::by_id(&self.store.reader()?, number)?.map(|change| change.id);
        if let Some(change) = change
            && !self.renew_deeds(&was, change)?
        {
            self.read_after(today, hand::touches(act, kind).as_deref())?;
        }
        let what = voice.say(&format!("one-{}", kind.code()), &[]);
        let key =
            if written.joined { "hand-said-joined".to_owned() } else { format!("hand-said-{act}") };
        Ok(RecordSaved {
            change,
            customer: written.customer,
            wrong: written.wrong,
            said: voice.say(&key, &[("what", what.into())]),
        })
    }

    fn hand(&self, today: Day, voice: &Voice) -> Hand {
        let book = self.book(today);
        let Settings { time_zone: zone, currency, .. } = book.settings;
        let reasons = book.ledger.reasons.iter().map(|one| one.text.clone());
        Hand {
            context: Context { zone, currency, today: book.as_of },
            voice: *voice,
            reasons: reasons.filter(|text| !text.is_empty()).collect(),
        }
    }
}
