//! A label a customer does not have yet: its name and its value, in two fields of his form.

use super::super::{Field, Kind};
use super::form::ATTRIBUTE;
use super::{Hand, RecordChoice, RecordDraft, RecordField, RecordInput, RecordWrong};
use crate::voice::Voice;
use std::collections::BTreeMap;

/// Where its name is typed. With a point in it, so no column of a file is called so.
const NAME: &str = "label.name";
const VALUE: &str = "label.value";

/// The fields for a new label; names that other customers have are proposed.
pub(super) fn fields(known: &[String], is_new: bool, voice: &Voice) -> [RecordField; 2] {
    let choices = known.iter().map(|name| RecordChoice { key: name.clone(), label: name.clone() });
    let field = |name: &str, key: &str, choices| RecordField {
        name: name.to_owned(),
        label: voice.say(key, &[]),
        value: String::new(),
        input: RecordInput::Line,
        choices,
        hint: None,
        more: is_new,
    };
    [
        field(NAME, "hand-label-name", choices.collect()),
        field(VALUE, "hand-label-value", Vec::new()),
    ]
}

/// Puts a new label that was typed among the values of a customer.
pub(super) fn add(
    draft: &RecordDraft,
    values: &mut BTreeMap<String, String>,
    known: &[String],
    hand: &Hand,
) -> Result<(), RecordWrong> {
    let typed = |name: &str| draft.values.get(name).map_or("", |text| text.trim());
    let (name, value) = (typed(NAME), typed(VALUE));
    let wrong = |field: &str, key: &str| RecordWrong {
        name: field.to_owned(),
        message: hand.voice.say(key, &[("value", name.into())]),
    };
    match (name.is_empty(), value.is_empty()) {
        (true, true) => return Ok(()),
        (true, false) => return Err(wrong(NAME, "hand-label-nameless")),
        (false, true) => return Err(wrong(VALUE, "hand-label-empty")),
        (false, false) => {}
    }
    let says = |text: &str| text.to_lowercase() == name.to_lowercase();
    let is_field =
        |field: &Field| says(field.code()) || says(&hand.voice.say(&field.label_key(), &[]));
    let has = |known: &String| known.strip_prefix(ATTRIBUTE).is_some_and(says);
    if Kind::Customers.fields().iter().any(is_field) || values.keys().any(has) {
        return Err(wrong(NAME, "hand-label-taken"));
    }
    // In the writing other customers have it in: it is one column of theirs.
    let name = known.iter().find(|known| says(known)).map_or(name, String::as_str);
    values.insert(format!("{ATTRIBUTE}{name}"), value.to_owned());
    Ok(())
}
