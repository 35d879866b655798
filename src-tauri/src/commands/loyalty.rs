//! Loyalty: the programme, its members, its points, who brought whom.

use super::{Answer, long};
use crate::App;
use holdfast_core::loyalty::Programme;
use holdfast_core::programme::{
    AdjustmentEntry, MemberEntry, OpeningEntry, ProgrammeEntry, RedemptionEntry, RewardEntry,
};
use holdfast_core::views::loyalty::{
    self as views, LoyaltyLedgerView, LoyaltyMembersView, LoyaltyPersonView, LoyaltyQuery,
    LoyaltyView, PreviewView, ReferralsView, SegmentQuery, SegmentView, SimulationView,
};
use tauri::{AppHandle, Runtime, State};

/// Tiers, who moves, points, rules, whether it works.
#[tauri::command]
pub(crate) async fn loyalty<R: Runtime>(
    app: AppHandle<R>,
    ask: LoyaltyQuery,
    month: Option<String>,
) -> Answer<LoyaltyView> {
    long(app, move |app, _| views::loyalty(&*app.book()?, &ask, month.as_deref(), &app.voice()))
        .await
}

/// What other rules would come to today; nothing is written.
#[tauri::command(async)]
pub(crate) fn loyalty_preview(
    app: State<'_, App>,
    programme: Programme,
    from: Option<String>,
) -> Answer<PreviewView> {
    app.answer(|app| {
        views::loyalty_preview(&*app.book()?, &programme, from.as_deref(), &app.voice())
    })
}

/// Other rules played over the months behind; nothing is written.
#[tauri::command]
pub(crate) async fn loyalty_simulate<R: Runtime>(
    app: AppHandle<R>,
    programme: Programme,
) -> Answer<SimulationView> {
    long(app, move |app, _| views::loyalty_simulate(&*app.book()?, &programme, &app.voice())).await
}

/// Who a segment means while it is put together.
#[tauri::command(async)]
pub(crate) fn loyalty_segment(app: State<'_, App>, ask: SegmentQuery) -> Answer<SegmentView> {
    app.answer(|app| views::loyalty_segment(&*app.book()?, &ask, &app.voice()))
}

/// The members as a list with its filters.
#[tauri::command(async)]
pub(crate) fn loyalty_members(
    app: State<'_, App>,
    ask: LoyaltyQuery,
) -> Answer<LoyaltyMembersView> {
    app.answer(|app| views::loyalty_members(&*app.book()?, &ask, &app.voice()))
}

/// Points by month, what was typed in, rewards.
#[tauri::command(async)]
pub(crate) fn loyalty_ledger(app: State<'_, App>, ask: LoyaltyQuery) -> Answer<LoyaltyLedgerView> {
    app.answer(|app| views::loyalty_ledger(&*app.book()?, &ask, &app.voice()))
}

/// Who brought whom.
#[tauri::command(async)]
pub(crate) fn loyalty_referrals(app: State<'_, App>, ask: LoyaltyQuery) -> Answer<ReferralsView> {
    app.answer(|app| views::loyalty_referrals(&*app.book()?, &ask, &app.voice()))
}

/// One customer's part in the programme.
#[tauri::command(async)]
pub(crate) fn loyalty_person(app: State<'_, App>, customer: i64) -> Answer<LoyaltyPersonView> {
    app.answer(|app| views::loyalty_person(&*app.book()?, customer, &app.voice()))
}

/// Writes rules from a day on; the change to undo it by.
#[tauri::command(async)]
pub(crate) fn programme_save(app: State<'_, App>, entry: ProgrammeEntry) -> Answer<Option<i64>> {
    app.answer(|app| app.workspace()?.save_programme(&entry, app.now(), app.today()))
}

/// Redeems points; the change to undo it by.
#[tauri::command(async)]
pub(crate) fn points_redeem(app: State<'_, App>, entry: RedemptionEntry) -> Answer<Option<i64>> {
    app.answer(|app| {
        let done = app.workspace()?.redeem(&entry, app.now(), app.today())?;
        Ok(Some(done.change))
    })
}

/// Gives or takes points; the change to undo it by.
#[tauri::command(async)]
pub(crate) fn points_adjust(app: State<'_, App>, entry: AdjustmentEntry) -> Answer<Option<i64>> {
    app.answer(|app| app.workspace()?.adjust_points(&entry, app.now(), app.today()).map(Some))
}

/// Writes a reward of the catalogue; the change to undo it by.
#[tauri::command(async)]
pub(crate) fn reward_save(app: State<'_, App>, entry: RewardEntry) -> Answer<Option<i64>> {
    app.answer(|app| app.workspace()?.save_reward(&entry, app.now()).map(|(_, change)| change))
}

/// Writes that a customer joined; the change to undo it by.
#[tauri::command(async)]
pub(crate) fn member_join(app: State<'_, App>, entry: MemberEntry) -> Answer<Option<i64>> {
    app.answer(|app| app.workspace()?.join_programme(&entry, app.now(), app.today()).map(Some))
}

/// Writes that a customer left the programme; the change to undo it by.
#[tauri::command(async)]
pub(crate) fn member_leave(app: State<'_, App>, entry: MemberEntry) -> Answer<Option<i64>> {
    app.answer(|app| app.workspace()?.leave_programme(&entry, app.now(), app.today()))
}

/// Writes what a customer brought from an earlier programme; the change to undo it by.
#[tauri::command(async)]
pub(crate) fn member_opening(app: State<'_, App>, entry: OpeningEntry) -> Answer<Option<i64>> {
    app.answer(|app| app.workspace()?.open_points(&entry, app.now()))
}
