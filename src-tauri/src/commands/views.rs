//! The views: one question, one finished answer.

use super::Answer;
use crate::App;
use holdfast_core::metrics::Measure;
use holdfast_core::views::{
    self, Choice, ChurnView, CohortRate, CustomerView, ExplainView, ListView, OverviewView,
    PageRequest, Query, RetentionView, RevenueView,
};
use tauri::State;

/// The overview.
#[tauri::command(async)]
pub(crate) fn overview(app: State<'_, App>, query: Query) -> Answer<OverviewView> {
    app.answer(|app| views::overview(&*app.book()?, &query, &app.voice()))
}

/// Revenue; `month` is the period that is opened.
#[tauri::command(async)]
pub(crate) fn revenue(
    app: State<'_, App>,
    query: Query,
    month: Option<String>,
) -> Answer<RevenueView> {
    app.answer(|app| views::revenue(&*app.book()?, &query, month.as_deref(), &app.voice()))
}

/// Retention and cohorts.
#[tauri::command(async)]
pub(crate) fn retention(
    app: State<'_, App>,
    query: Query,
    month: Option<String>,
    measure: Measure,
    from: CohortRate,
) -> Answer<RetentionView> {
    app.answer(|app| {
        views::retention(&*app.book()?, &query, month.as_deref(), measure, from, &app.voice())
    })
}

/// Who left.
#[tauri::command(async)]
pub(crate) fn churn(app: State<'_, App>, query: Query, month: Option<String>) -> Answer<ChurnView> {
    app.answer(|app| views::churn(&*app.book()?, &query, month.as_deref(), &app.voice()))
}

/// One customer.
#[tauri::command(async)]
pub(crate) fn customer(app: State<'_, App>, id: i64) -> Answer<CustomerView> {
    app.answer(|app| views::customer(&*app.book()?, id, &app.voice()))
}

/// A page of the customers behind a number.
#[tauri::command(async)]
pub(crate) fn list(
    app: State<'_, App>,
    query: Query,
    list: String,
    page: PageRequest,
) -> Answer<ListView> {
    app.answer(|app| views::list(&*app.book()?, &query, &list, &page, &app.voice()))
}

/// How a figure is computed.
#[tauri::command(async)]
pub(crate) fn explain(
    app: State<'_, App>,
    query: Query,
    metric: String,
    period: String,
) -> Answer<ExplainView> {
    app.answer(|app| views::explain(&*app.book()?, &query, &metric, &period, &app.voice()))
}

/// Customers by part of name, mail address or key.
#[tauri::command(async)]
pub(crate) fn search(app: State<'_, App>, text: String) -> Answer<Vec<Choice>> {
    app.answer(|app| views::search(&*app.book()?, &text, &app.voice()))
}
