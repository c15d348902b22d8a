//! Backups beside the work: a thread of its own makes the first one of each day, and tells the screens.

use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Duration;

use nexus_app::ChangedView;
use nexus_app::settings::backups;
use tauri::{AppHandle, Manager as _};

use crate::error::{Answer, CommandError};
use crate::state::{Shell, tell};

/// How often a laptop that stays on looks whether a new day began.
const LOOK: Duration = Duration::from_secs(3_600);

/// Makes the backup of the day whenever it is asked to, and looks once an hour. A backup that cannot be made
/// is told and stands in nobody's way.
pub fn follow(window: AppHandle, asked: Receiver<()>) {
    std::thread::spawn(move || {
        while !matches!(asked.recv_timeout(LOOK), Err(RecvTimeoutError::Disconnected)) {
            let shell = window.state::<Shell>();
            let Ok(app) = shell.app() else {
                continue;
            };
            let made = backups::make_if_due(shell.home(), &app);
            drop(app);
            if !matches!(made, Ok(false)) {
                // What went wrong is kept for whoever asks.
                let _ = went(&window, made.map(drop).map_err(CommandError::from));
            }
        }
    });
}

/// Makes a backup because somebody asked.
pub fn make(window: &AppHandle) -> Answer<()> {
    let shell = window.state::<Shell>();
    let made = backups::make(shell.home(), &*shell.app()?);
    went(window, made.map_err(CommandError::from))
}

/// Remembers how a backup went and tells the screens.
fn went(window: &AppHandle, made: Answer<()>) -> Answer<()> {
    window.state::<Shell>().backup_went(made.as_ref().err().cloned());
    let tables = vec!["backup".to_owned()];
    tell(
        window,
        ChangedView {
            tables,
            rows: Vec::new(),
        },
    );
    made
}
