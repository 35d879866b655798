//! What an import must know of its workspace.

use super::validate::Setting;
use crate::model::{Currency, Day, PlanRecords};
use crate::store::Settings;
use chrono::{DateTime, TimeZone};
use chrono_tz::Tz;

/// The workspace's currency and time zone, and the day it is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Context {
    /// Days are civil dates of this zone.
    pub zone: Tz,
    /// What amounts are in where a file does not say.
    pub currency: Currency,
    /// The day of the import.
    pub today: Day,
}

impl Context {
    /// Of a workspace, at this moment in UTC seconds.
    pub fn of(settings: &Settings, now: i64) -> Self {
        let at = DateTime::from_timestamp(now, 0).unwrap_or_default();
        let today = settings.time_zone.from_utc_datetime(&at.naive_utc()).date_naive();
        Self { zone: settings.time_zone, currency: settings.currency, today: today.into() }
    }

    pub(super) fn setting(&self, plans: PlanRecords) -> Setting {
        Setting { zone: self.zone, currency: self.currency, today: self.today, plans }
    }
}
