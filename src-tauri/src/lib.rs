//! The window and the commands, nothing else.
//!
//! ```text
//! main -> run -> builder -> commands -> holdfast_core
//!            \-> window (one, guarded), plugins (called only from here)
//! ```

mod commands;
mod desk;
pub mod files;
mod home;
mod importing;
mod plugins;
mod relaunch;
#[cfg(feature = "e2e")]
mod seam;
mod state;
mod window;

pub use home::Home;
pub use relaunch::with_working_graphics;
pub use state::App;

use tauri::{Builder, Context, Manager, Runtime};

/// The program without window and plugins: state and commands. Tests run it on the mock runtime.
pub fn builder<R: Runtime>(app: App) -> Builder<R> {
    Builder::new().manage(app).manage(files::Chosen::default()).invoke_handler(commands::handler())
}

/// The configuration, the built UI and what the window may ask for, all compiled in.
pub fn context<R: Runtime>() -> Context<R> {
    tauri::generate_context!()
}

/// Opens the window and runs until it is closed.
///
/// # Errors
/// When there is no place for the program's files, or no window can be opened.
pub fn run() -> Result<(), Box<dyn std::error::Error>> {
    let home = Home::locate()?;
    let app = App::new(home.clone());
    let open = move |app: &mut tauri::App| {
        // Only here is it sure that no other window of this program is open.
        let ours = app.state::<App>();
        ours.home().forget_rejects();
        ours.reopen();
        Ok(window::open(app.handle())?)
    };
    plugins::all(builder(app), &home).setup(open).run(context())?;
    Ok(())
}
