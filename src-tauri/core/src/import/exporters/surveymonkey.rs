//! SurveyMonkey, responses with the actual texts or as numbers. Its second header row is not read as
//! one (see the sniffing of headers); a blank header goes on with the question to its left.

use super::{Exporter, Layout};
use crate::import::{Field as F, Kind};

pub(super) const SURVEYMONKEY: Exporter =
    Exporter { name: "surveymonkey", title: "SurveyMonkey", prefixes: &[], layouts: &[RESPONSES] };

const RESPONSES: Layout = Layout {
    kind: Kind::Answers,
    all: &["respondent id", "collector id"],
    any: &["start date", "end date", "date created", "date modified"],
    fields: &[
        (F::Id, &["respondent id"]),
        (F::Email, &["email address"]),
        (F::Date, &["end date", "date modified", "start date", "date created"]),
    ],
    asks: true,
    ..Layout::NEW
};
