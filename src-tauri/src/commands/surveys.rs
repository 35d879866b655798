//! Surveys: what they come to, answers typed in, what is made of comments.

use super::{Answer, long};
use crate::App;
use holdfast_core::surveys::{
    AnswerEntry, NewSurvey, NewWave, PastedAnswers, Remark, Saved, SurveyWords,
};
use holdfast_core::views::Query;
use holdfast_core::views::surveys::{
    self as views, EnterView, FollowView, HistoryLine, PastedView, Person, SurveyQuery, SurveysView,
};
use tauri::{AppHandle, Runtime, State};

/// What a survey comes to.
#[tauri::command(async)]
pub(crate) fn surveys(app: State<'_, App>, query: Query, ask: SurveyQuery) -> Answer<SurveysView> {
    app.answer(|app| views::surveys(&*app.book()?, &query, &ask, &app.voice()))
}

/// The form to type answers in, and what they come to.
#[tauri::command(async)]
pub(crate) fn survey_enter(
    app: State<'_, App>,
    query: Query,
    ask: SurveyQuery,
) -> Answer<EnterView> {
    app.answer(|app| views::entering(&*app.book()?, &query, &ask, &app.voice()))
}

/// Whom to call, what they say, what they miss, whom to ask next.
#[tauri::command(async)]
pub(crate) fn survey_follow(
    app: State<'_, App>,
    query: Query,
    ask: SurveyQuery,
    theme: Option<String>,
) -> Answer<FollowView> {
    app.answer(|app| {
        views::following_up(&*app.book()?, &query, &ask, theme.as_deref(), &app.voice())
    })
}

/// A customer who is asked.
#[tauri::command(async)]
pub(crate) fn survey_person(
    app: State<'_, App>,
    ask: SurveyQuery,
    customer: i64,
) -> Answer<Person> {
    app.answer(|app| views::person(&*app.book()?, &ask, customer, &app.voice()))
}

/// Saves an answer; it is on disk when this answers.
#[tauri::command(async)]
pub(crate) fn answer_save(app: State<'_, App>, entry: AnswerEntry) -> Answer<Saved> {
    app.answer(|app| app.workspace()?.save_answer(&entry, app.now(), app.today()))
}

/// Takes an answer away.
#[tauri::command(async)]
pub(crate) fn answer_remove(app: State<'_, App>, id: i64) -> Answer<Saved> {
    app.answer(|app| app.workspace()?.remove_answer(id, app.now()))
}

/// What became of an answer since it was entered.
#[tauri::command(async)]
pub(crate) fn answer_history(app: State<'_, App>, id: i64) -> Answer<Vec<HistoryLine>> {
    app.answer(|app| views::answer_history(&*app.book()?, id, &app.voice()))
}

/// What was pasted, as it is understood; nothing is written.
#[tauri::command]
pub(crate) async fn answers_look<R: Runtime>(
    app: AppHandle<R>,
    ask: SurveyQuery,
    text: String,
) -> Answer<PastedView> {
    long(app, move |app, _| views::pasted(&*app.book()?, &ask, &text, &app.voice())).await
}

/// Saves what was pasted, all of it in one change.
#[tauri::command]
pub(crate) async fn answers_paste<R: Runtime>(
    app: AppHandle<R>,
    survey: String,
    wave: Option<String>,
    text: String,
) -> Answer<PastedAnswers> {
    long(app, move |app, _| {
        let (at, today) = (app.now(), app.today());
        app.workspace()?.paste_answers(&survey, wave.as_deref(), &text, at, today)
    })
    .await
}

/// Writes a new survey; the change to undo it by.
#[tauri::command(async)]
pub(crate) fn survey_new(app: State<'_, App>, new: NewSurvey) -> Answer<Option<i64>> {
    app.answer(|app| app.workspace()?.describe_survey(&new, app.now(), app.today()))
}

/// Writes the name of a survey and the words of its question; the change to undo it by.
#[tauri::command]
pub(crate) async fn survey_reword<R: Runtime>(
    app: AppHandle<R>,
    new: SurveyWords,
) -> Answer<Option<i64>> {
    long(app, move |app, _| app.workspace()?.reword_survey(&new, app.now(), app.today())).await
}

/// Deletes a survey, or one wave of it, with all that is in it; the change to undo it by.
#[tauri::command]
pub(crate) async fn survey_delete<R: Runtime>(
    app: AppHandle<R>,
    survey: String,
    wave: Option<String>,
) -> Answer<Option<i64>> {
    long(app, move |app, _| {
        let (at, today) = (app.now(), app.today());
        app.workspace()?.delete_survey(&survey, wave.as_deref(), at, today)
    })
    .await
}

/// Writes a wave and its invitations; the change to undo it by.
#[tauri::command]
pub(crate) async fn wave_set<R: Runtime>(app: AppHandle<R>, new: NewWave) -> Answer<Option<i64>> {
    long(app, move |app, _| app.workspace()?.set_wave(&new, app.now(), app.today())).await
}

/// Writes what the user says of comments, features and how often people are asked.
#[tauri::command(async)]
pub(crate) fn remark(app: State<'_, App>, remark: Remark) -> Answer<Option<i64>> {
    app.answer(|app| app.workspace()?.remark(&remark, app.now(), app.today()))
}
