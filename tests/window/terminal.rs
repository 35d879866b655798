//! The same workspace seen from a terminal: what the window shows is held against it.

use crate::driver::Place;
use serde_json::Value;
use std::process::Command;

/// What `holdfast-cli COMMAND --json` says about the workspace made in this place.
#[track_caller]
pub(crate) fn ask(place: &Place, command: &[&str]) -> Value {
    let test = std::env::current_exe().unwrap();
    let executable = test.ancestors().nth(2).unwrap().join("holdfast-cli");
    let output = Command::new(executable)
        .args(command)
        .arg("--json")
        .arg("--workspace")
        .arg(place.workspace())
        .output()
        .unwrap();
    serde_json::from_slice(&output.stdout).unwrap_or_else(|error| panic!("{error}: {output:?}"))
}

/// The figures of every period.
#[track_caller]
pub(crate) fn metrics(place: &Place) -> Vec<Value> {
    ask(place, &["metrics"]).as_array().unwrap().clone()
}

/// The figures of the last period that is over: the one a view opens with.
#[track_caller]
pub(crate) fn focus(place: &Place) -> Value {
    let finished = |period: &&Value| period["finished"] == true;
    metrics(place).iter().rfind(finished).expect("a finished period").clone()
}

/// An amount of minor units of euros in the way the window writes it: `€47,491`.
pub(crate) fn euros(minor: &Value) -> String {
    let whole = (minor.as_i64().unwrap() + 50).div_euclid(100);
    format!("€{}", grouped(whole))
}

/// A rate as the window writes it: `95.4%`.
pub(crate) fn percent(rate: &Value) -> String {
    format!("{:.1}%", rate.as_f64().unwrap() * 100.0)
}

/// A number with its thousands apart: `1,284`.
pub(crate) fn grouped(number: i64) -> String {
    let digits = number.to_string();
    let head = digits.len() % 3;
    let mut text = digits[..head].to_owned();
    for group in digits.as_bytes()[head..].chunks(3) {
        if !text.is_empty() {
            text.push(',');
        }
        text.extend(group.iter().map(|&digit| char::from(digit)));
    }
    text
}
