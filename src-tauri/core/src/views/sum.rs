//! The movements of a period as a sum, which is also the legend of their chart.

use super::frame::Frame;
use super::raw;
use super::{Part, SumLine};
use crate::chart::Role;
use crate::metrics::PeriodFigures;
use crate::model::{Period, round_div};
use crate::voice::Voice;

/// `46,700 + 1,208 + 275 + 174 - 10 - 437 = 47,910`. In a segment who entered and who left for
/// another one stand in it too; an exchange effect does when there is one. Where the rounded parts
/// would not come to the rounded end, cents are shown: a sum must add up as it is read.
pub(super) fn movements(frame: &Frame<'_>, period: Period, voice: &Voice) -> SumLine {
    let figures = frame.at(period);
    let name = voice.month_short(period);
    let cents = figures.is_some_and(|figures| !adds_up_in_units(frame, figures));
    let edge = |key: &str, minor: i64, role: &str| Part {
        key: role.to_owned(),
        label: voice.say(key, &[("period", name.as_str().into())]),
        value: minor,
        text: if cents {
            voice.money_cents(frame.money(minor))
        } else {
            voice.money(frame.money(minor))
        },
        raw: Some(raw::money(frame.money(minor))),
        role: None,
        list: Some(format!("input:mrr_end:{period}:mrr_{role}")),
    };
    let part = |key: &str, minor: i64, role: Option<Role>| Part {
        key: key.to_owned(),
        label: voice.say(&format!("movement-{key}"), &[]),
        value: minor,
        text: if cents {
            voice.signed_money_cents(frame.money(minor))
        } else {
            voice.signed_money(frame.money(minor))
        },
        raw: Some(raw::money(frame.money(minor))),
        role: role.map(|role| role.name().to_owned()),
        list: Some(format!("moved:{period}:{key}")),
    };
    let mut parts = Vec::new();
    let (mut start, mut end) = (0, 0);
    if let Some(f) = figures {
        (start, end) = (f.mrr_start, f.mrr_end);
        parts.extend([
            part("new", f.new, Some(Role::New)),
            part("expansion", f.expansion, Some(Role::Expansion)),
            part("reactivation", f.reactivation, Some(Role::Reactivation)),
            part("contraction", -f.contraction, Some(Role::Contraction)),
            part("churn", -f.churn, Some(Role::Churn)),
        ]);
        if f.entered != 0 || f.left != 0 {
            parts.push(part("entered", f.entered, None));
            parts.push(part("left", -f.left, None));
        }
        if f.fx != 0 {
            parts.push(part("fx", f.fx, None));
        }
    }
    SumLine {
        start: edge("period-start", start, "start"),
        parts,
        end: edge("period-end", end, "end"),
    }
}

fn adds_up_in_units(frame: &Frame<'_>, f: &PeriodFigures) -> bool {
    let scale = i128::from(frame.money(0).currency.scale());
    let units = |minor: i64| round_div(minor.into(), scale);
    let gained = units(f.new) + units(f.expansion) + units(f.reactivation) + units(f.entered);
    let lost = units(f.contraction) + units(f.churn) + units(f.left);
    units(f.mrr_start) + gained - lost + units(f.fx) == units(f.mrr_end)
}
