//! What a workspace is set to.

use super::Workspace;
use super::rebase::rebase;
use super::reprice::reprice;
use crate::app::WorkspaceSettings;
use crate::model::{Currency, Day};
use crate::store::{Act, Settings, change, setting};
use crate::{Error, Result};

impl Workspace {
    /// Its settings.
    pub fn settings(&self) -> Result<WorkspaceSettings> {
        let conn = self.store.reader()?;
        let settings = setting::read(&conn)?;
        Ok(WorkspaceSettings {
            name: settings.name,
            currency: settings.currency.to_string(),
            time_zone: settings.time_zone.name().to_owned(),
            targets: settings.targets,
            policy: settings.policy,
        })
    }

    /// Saves the settings as one act by hand. The number to undo it by; `None` where they were so
    /// already.
    ///
    /// # Errors
    /// `BadSetting` names the field that makes no sense; nothing is changed then.
    pub fn save_settings(
        &self,
        new: &WorkspaceSettings,
        at: i64,
        today: Day,
    ) -> Result<Option<i64>> {
        let book = self.book(today);
        let (old, day) = (book.settings.clone(), book.as_of);
        let settings = checked(new, &old)?;
        let act = Act { kind: "edit", label: "settings", at };
        let change = self.write(&act, today, |tx, change| {
            setting::write(tx, &settings)?;
            reprice(tx, old.currency, settings.currency, day)?;
            rebase(tx, old.currency, settings.currency)?;
            Ok(change)
        })?;
        // A change that changes nothing leaves no trace.
        Ok(change::by_id(&self.store.reader()?, change)?.map(|change| change.id))
    }
}

fn checked(new: &WorkspaceSettings, old: &Settings) -> Result<Settings> {
    let bad =
        |field: &'static str, value: &str| Error::BadSetting { field, value: value.to_owned() };
    let name = new.name.trim();
    if name.is_empty() {
        return Err(bad("name", name));
    }
    if new.policy.grace_days > 90 {
        return Err(bad("grace_days", &new.policy.grace_days.to_string()));
    }
    let targets = &new.targets;
    for percent in [targets.monthly_retention, targets.yearly_retention, targets.monthly_churn] {
        if let Some(percent) = percent.filter(|percent| *percent > 10_000) {
            return Err(bad("target", &percent.to_string()));
        }
    }
    Ok(Settings {
        name: name.to_owned(),
        currency: Currency::parse(&new.currency).ok_or_else(|| bad("currency", &new.currency))?,
        time_zone: new.time_zone.parse().map_err(|_| bad("time_zone", &new.time_zone))?,
        as_of: old.as_of,
        policy: new.policy,
        targets: new.targets,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Founding;
    use crate::voice::Voice;
    use crate::workspace::TypedRate;

    const TODAY: Day = Day(20_600);

    #[test]
    fn another_currency_takes_its_rates_along_and_undo_brings_them_back() {
        let folder = tempfile::tempdir().unwrap();
        let founding = Founding {
            name: "Rates".to_owned(),
            currency: Currency::EUR,
            time_zone: chrono_tz::UTC,
        };
        let path = folder.path().join("rates.holdfast");
        let workspace = Workspace::create(&path, &founding, TODAY).unwrap();
        for (currency, rate) in [("SEK", "0.08"), ("USD", "0.9")] {
            let (currency, rate) = (currency.to_owned(), rate.to_owned());
            let typed = TypedRate { currency, rate, ..TypedRate::default() };
            workspace.save_rate(&typed, 0, TODAY).unwrap();
        }
        let shown = || {
            let view = workspace.rates(&Voice::default()).unwrap();
            let rates = view
                .currencies
                .iter()
                .flat_map(|one| one.rates.iter().map(move |rate| (one, rate)));
            let mut said: Vec<String> =
                rates.map(|(one, rate)| format!("{} {}", one.currency, rate.rate)).collect();
            said.sort();
            said
        };
        let mut settings = workspace.settings().unwrap();
        settings.currency = "SEK".to_owned();
        let change = workspace.save_settings(&settings, 0, TODAY).unwrap();
        assert_eq!(shown(), ["EUR 12.5", "USD 11.25"]);
        workspace.undo(change, TODAY).unwrap();
        assert_eq!(shown(), ["SEK 0.08", "USD 0.9"]);
    }
}
