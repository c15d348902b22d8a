//! The shell: the only Rust that knows the window. It finds the app's home, opens the workspace, and
//! hands each command to one use-case.

mod backups;
pub mod bindings;
mod commands;
mod dialogs;
mod error;
mod log;
mod state;
mod tasks;
mod window;

use nexus_app::settings::Home;
use tauri::Manager;

use dialogs::Dialogs;
use state::Shell;

/// Starts the window and runs until it is closed.
///
/// # Errors
/// When there is no home for the app, or the system cannot open a window.
pub fn run() -> Result<(), StartError> {
    let unsettled = window::settle();
    let home = Home::find()?;
    let _log = log::start(&home)?;
    if let Some(error) = unsettled {
        tracing::warn!(%error, "the environment of the window could not be set");
    }
    window::note();
    let specta = bindings::builder();
    tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, _, _| window::focus(app)))
        .plugin(tauri_plugin_dialog::init())
        .invoke_handler(specta.invoke_handler())
        .setup(move |app| {
            specta.mount_events(app);
            // Only here is it sure that no other window shows them.
            home.sweep_prints();
            home.ready_fonts();
            let preferences = home.preferences()?;
            let (asks, asked) = std::sync::mpsc::channel();
            let shell = Shell::new(home.clone(), asks);
            shell.reopen(&preferences);
            app.manage(shell);
            app.manage(tasks::Tasks::default());
            backups::follow(app.handle().clone(), asked);
            app.manage(Dialogs::new(app.handle().clone()));
            window::open(app, &home, &preferences)?;
            Ok(())
        })
        .build(tauri::generate_context!())?
        .run(|app, event| {
            if let tauri::RunEvent::Exit = event {
                leave(app);
            }
        });
    Ok(())
}

/// Takes away what was made to be printed and closes the workspace, if the window got so far. A workspace that is
/// closed is one file: whoever copies it by hand has all of it.
fn leave(app: &tauri::AppHandle) {
    if let Some(shell) = app.try_state::<Shell>() {
        shell.home().sweep_prints();
        if let Err(error) = shell.close() {
            tracing::warn!(code = error.code, "the workspace was left open");
        }
    }
}

/// Why the window could not start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The app's own files.
    #[error(transparent)]
    App(#[from] nexus_app::AppError),
    /// The system's window.
    #[error(transparent)]
    Window(#[from] tauri::Error),
}
