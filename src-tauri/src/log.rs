//! The log file: what the program did, never whose data it was. One file a day, the last seven are kept.

use nexus_app::settings::Home;
use nexus_app::{AppError, Result};
use tracing_appender::non_blocking::WorkerGuard;
use tracing_appender::rolling::{RollingFileAppender, Rotation};

/// Starts the log in the app's home; it is written until the guard is dropped.
pub fn start(home: &Home) -> Result<WorkerGuard> {
    let folder = home.folder("logs")?;
    let file = RollingFileAppender::builder()
        .rotation(Rotation::DAILY)
        .max_log_files(7)
        .filename_prefix("nexus")
        .filename_suffix("log")
        .build(&folder)
        .map_err(|error| AppError::Io {
            path: folder,
            source: std::io::Error::other(error),
        })?;
    let (writer, guard) = tracing_appender::non_blocking(file);
    // A second start in one process (tests) keeps the first subscriber.
    let _ = tracing_subscriber::fmt()
        .with_ansi(false)
        .with_writer(writer)
        .try_init();
    Ok(guard)
}
