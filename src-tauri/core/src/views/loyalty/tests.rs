//! What the loyalty pages say before there is a programme, and of one that is to begin.

use super::*;
use crate::import::{Input, Kind, MappingRequest, Options, run};
use crate::loyalty::{Membership, Programme};
use crate::model::Day;
use crate::programme::ProgrammeEntry;
use crate::surveys::tests::workspace;
use crate::task::Cancel;
use crate::views::PageRequest;
use crate::voice::{Language, Region, Voice};
use crate::workspace::Workspace;

const TODAY: Day = Day(20_777);
const NOW: i64 = 20_777 * 86_400;

fn voice() -> Voice {
    Voice::new(Language::En, Region::Gb)
}

fn shown(workspace: &Workspace) -> LoyaltyView {
    loyalty(&workspace.book(TODAY), &LoyaltyQuery::default(), None, &voice()).unwrap()
}

fn begin(workspace: &Workspace, programme: Programme, from: &str) {
    let entry = ProgrammeEntry { from: Some(from.to_owned()), programme };
    workspace.save_programme(&entry, NOW, TODAY).unwrap();
}

#[test]
fn without_a_programme_there_are_two_to_start_from() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(folder.path());
    let view = shown(&workspace);
    assert!(view.tiers.is_empty() && view.rules.is_none() && view.works.is_none());
    let keys: Vec<&str> = view.ready.iter().map(|one| one.key.as_str()).collect();
    assert_eq!(keys, ["spend", "visits"]);
    for one in &view.ready {
        assert_eq!(one.preview.unsound, None, "{}", one.key);
        assert_eq!(one.preview.rows.len(), one.programme.tiers.len());
    }
}

#[test]
fn a_programme_that_is_to_begin_says_when_and_has_no_members_yet() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(folder.path());
    let programme = shown(&workspace).ready.remove(0).programme;
    begin(&workspace, programme, "2026-12-01");
    let view = shown(&workspace);
    assert!(view.tiers.is_empty() && view.ready.is_empty());
    let rules = view.rules.unwrap();
    assert_eq!((rules.from.as_str(), rules.since.as_str()), ("2026-12-01", "from 1 Dec 2026"));
    assert_eq!(view.notices[0].code, "not_begun");
}

#[test]
fn the_same_rules_as_a_draft_move_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(folder.path());
    let programme = shown(&workspace).ready.remove(0).programme;
    begin(&workspace, programme.clone(), "2025-11-01");
    let preview = loyalty_preview(&workspace.book(TODAY), &programme, None, &voice()).unwrap();
    assert_eq!(preview.moving, "Nobody changes tier.");
    assert!(preview.rows.iter().all(|row| row.now == row.then && row.change == "0"));
}

#[test]
fn what_cannot_be_played_is_said_instead_of_a_preview() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(folder.path());
    let mut programme = shown(&workspace).ready.remove(0).programme;
    programme.members = Membership::Segment("plan ~".to_owned());
    let preview = loyalty_preview(&workspace.book(TODAY), &programme, None, &voice()).unwrap();
    assert!(preview.unsound.is_some() && preview.rows.is_empty());
    programme.members = Membership::Everybody;
    programme.tiers.truncate(1);
    let simulated = loyalty_simulate(&workspace.book(TODAY), &programme, &voice()).unwrap();
    assert_eq!(simulated.unsound.as_deref(), Some("A programme needs two to six tiers."));
}

#[test]
fn members_can_be_those_of_whom_a_file_says_something() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = workspace(folder.path());
    let csv = "id,name,Branch\nk,Kestrel Cycles,Bakery\nf,Finch Architects,Cafe\n";
    let input = Input::bytes("t.csv", csv.as_bytes()).unwrap();
    let request = MappingRequest { kind: Some(Kind::Customers), ..MappingRequest::default() };
    let (options, cancel) = (Options { now: NOW, ..Options::default() }, Cancel::default());
    run(workspace.store(), &input, &request, &options, &voice(), &cancel, &mut |_| {}).unwrap();
    workspace.reload(TODAY).unwrap();

    let ask = SegmentQuery { text: "branch = 'Cafe'".to_owned(), conditions: None };
    let view = loyalty_segment(&workspace.book(TODAY), &ask, &voice()).unwrap();
    assert_eq!((view.wrong, view.count.unwrap().text.as_str()), (None, "1 of 3 customers today"));
    let labels: Vec<&str> = view.attributes.iter().map(|one| one.key.as_str()).collect();
    assert_eq!(labels, ["plan", "mrr", "cohort", "Branch"]);

    let programme = shown(&workspace).ready.remove(0).programme;
    let members = Membership::Segment("branch in ('Cafe', 'Salon')".to_owned());
    begin(&workspace, Programme { members, ..programme.clone() }, "2025-11-01");
    let book = workspace.book(TODAY);
    let members = |rows: &[TierCard]| rows.iter().map(|tier| tier.members.value).sum::<i64>();
    assert_eq!(members(&shown(&workspace).tiers), 1);
    let list = loyalty_list(&book, &view_list(&ask, &book), &PageRequest::default(), &voice());
    assert_eq!(list.unwrap().table.rows[0].cells[0].text, "Finch Architects");

    let members = Membership::Segment("colour = 'red'".to_owned());
    let entry = ProgrammeEntry { from: None, programme: Programme { members, ..programme } };
    assert!(workspace.save_programme(&entry, NOW, TODAY).is_err(), "nobody has a colour");
    let ask = SegmentQuery { text: "colour = 'red'".to_owned(), conditions: None };
    let view = loyalty_segment(&book, &ask, &voice()).unwrap();
    assert!(view.count.is_none() && view.wrong.is_some());
}

/// The list behind the count of a segment.
fn view_list(ask: &SegmentQuery, book: &crate::book::Book) -> String {
    loyalty_segment(book, ask, &voice()).unwrap().count.unwrap().list.unwrap()
}
