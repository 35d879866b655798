//! Values for every row: what a file has no column for and somebody knows all the same.

use super::super::map::{Mapping, MappingRequest};
use super::super::rates::Direction;
use super::super::{Field, problem};
use super::{ImportChoice, ImportConstant, choice};
use crate::model::{Interval, Status, Unit};
use crate::voice::Voice;

/// What tells rows or people apart is never the same in all of them.
const OF_ONE_ROW: [Field; 5] =
    [Field::Id, Field::Customer, Field::Subscription, Field::Email, Field::Name];

/// The fields of this kind that no column stands for, with the value somebody gave.
pub(super) fn of(
    mapping: &Mapping,
    request: &MappingRequest,
    voice: &Voice,
) -> Vec<ImportConstant> {
    let said = |field: Field| request.set.iter().find(|(name, _)| name == field.code());
    let open = |field: &&Field| {
        let free = !mapping.origins.contains_key(field) && !OF_ONE_ROW.contains(field);
        free || said(**field).is_some()
    };
    let fields = mapping.kind.fields().iter().filter(open);
    fields
        .map(|field| {
            let ImportChoice { code, label } = choice(*field, voice);
            let value = said(*field).map(|(_, value)| value.clone());
            ImportConstant { code, label, value, choices: choices(*field, voice) }
        })
        .collect()
}

/// What there is to choose from; nothing where any text will do.
fn choices(field: Field, voice: &Voice) -> Vec<ImportChoice> {
    match field {
        Field::Interval => {
            let units = [Unit::Day, Unit::Week, Unit::Month, Unit::Year];
            let choice = |unit: Unit| {
                let code = problem::interval_code(Interval { unit, count: 1 });
                let label = problem::spoken_interval(voice, &code);
                ImportChoice { code: unit.code().to_owned(), label }
            };
            units.map(choice).into()
        }
        Field::Status => {
            let choice = |status: Status| ImportChoice {
                code: status.code().to_owned(),
                label: voice
                    .say(&format!("import-status-{}", status.code().replace('_', "-")), &[]),
            };
            Status::ALL.map(choice).into()
        }
        Field::AtPeriodEnd => ["yes", "no"]
            .map(|code| ImportChoice {
                code: code.to_owned(),
                label: voice.say(&format!("import-{code}"), &[]),
            })
            .into(),
        Field::Direction => Direction::ALL
            .map(|direction| ImportChoice {
                code: direction.code().to_owned(),
                label: voice.say(&format!("import-direction-{}", direction.code()), &[]),
            })
            .into(),
        _ => Vec::new(),
    }
}
