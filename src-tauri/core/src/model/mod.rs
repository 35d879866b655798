//! The words of the field as types. No SQL, no files, no text for people.

mod currency;
mod day;
mod facts;
mod interval;
mod money;
mod period;
mod plan_records;
mod policy;
mod ratio;
mod rows;
mod survey;

pub use currency::Currency;
pub use day::Day;
pub use facts::{Account, Listed, Plan, PlanChange, Status, Subscription, Terms};
pub use interval::{Interval, Unit};
pub use money::{Money, round_div};
pub use period::{Grain, Period};
pub use plan_records::PlanRecords;
pub use policy::{Policy, Targets};
pub use ratio::Ratio;
pub use rows::{AccountRow, InvoiceRow, PlanChangeRow, SubscriptionRow};
pub use survey::NpsCategory;
