//! Which accounts are one customer, and what is missing.

use super::{Answer, long};
use holdfast_core::accounts::Decided;
use holdfast_core::app::Decision;
use holdfast_core::views::{self, HealthView, TogetherView};
use tauri::{AppHandle, Runtime};

/// What is missing, and what has to be asked.
#[tauri::command]
pub(crate) async fn health<R: Runtime>(app: AppHandle<R>) -> Answer<HealthView> {
    long(app, |app, _| views::health(&*app.book()?, &app.voice())).await
}

/// What these customers would be as one.
#[tauri::command]
pub(crate) async fn together<R: Runtime>(
    app: AppHandle<R>,
    customers: Vec<i64>,
) -> Answer<TogetherView> {
    long(app, move |app, _| views::together(&*app.book()?, &customers, &app.voice())).await
}

/// Makes one customer of some of these; the others are kept apart.
#[tauri::command]
pub(crate) async fn decide_join<R: Runtime>(
    app: AppHandle<R>,
    all: Vec<i64>,
    one: Vec<i64>,
) -> Answer<Decision> {
    long(app, move |app, _| app.decide(&Decided::Customers { all, one })).await
}

/// Keeps these customers apart.
#[tauri::command]
pub(crate) async fn decide_apart<R: Runtime>(app: AppHandle<R>, all: Vec<i64>) -> Answer<Decision> {
    long(app, move |app, _| app.decide(&Decided::Customers { all, one: Vec::new() })).await
}

/// Makes a customer of its own of an account.
#[tauri::command]
pub(crate) async fn decide_split<R: Runtime>(app: AppHandle<R>, account: i64) -> Answer<Decision> {
    long(app, move |app, _| app.decide(&Decided::Split { account })).await
}
