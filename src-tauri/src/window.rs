//! The one window: made here, so that its guards cannot be configured away.

use crate::{App, files};
use tauri::webview::{NewWindowResponse, PageLoadEvent};
use tauri::{AppHandle, DragDropEvent, Manager, Url, WebviewWindowBuilder, WindowEvent, Wry};

const MAIN: &str = "main";

/// Opens it. It shows itself when its page has loaded, so that nobody sees it empty.
pub(crate) fn open(app: &AppHandle<Wry>) -> tauri::Result<()> {
    let Some(config) = app.config().app.windows.iter().find(|window| window.label == MAIN) else {
        return Err(tauri::Error::WindowNotFound);
    };
    let window = WebviewWindowBuilder::from_config(app, config)?
        .data_directory(app.state::<App>().home().web_view())
        .devtools(cfg!(debug_assertions))
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_page_load(|window, load| {
            if load.event() == PageLoadEvent::Finished {
                let _shown = window.show();
            }
        })
        .build()?;
    let handle = app.clone();
    window.on_window_event(move |event| {
        if let WindowEvent::DragDrop(DragDropEvent::Drop { paths, .. }) = event {
            files::dropped(&handle, paths);
        }
    });
    #[cfg(feature = "e2e")]
    crate::seam::drive(app.clone(), window);
    Ok(())
}

/// Brings it to the front.
pub(crate) fn show(app: &AppHandle<Wry>) {
    if let Some(window) = app.get_webview_window(MAIN) {
        // A window manager may refuse; the window is then where the user left it.
        let _shown = window.unminimize().and_then(|()| window.show());
        let _focused = window.set_focus();
    }
}

/// Only our own pages: a link to anywhere else goes nowhere.
fn is_ours(url: &Url) -> bool {
    if cfg!(windows) {
        matches!(url.scheme(), "http" | "https") && url.host_str() == Some("tauri.localhost")
    } else {
        url.scheme() == "tauri" && url.host_str() == Some("localhost")
    }
}
