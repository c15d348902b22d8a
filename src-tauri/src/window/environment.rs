//! What has to stand in the environment before the web view starts.

/// The DMA-BUF renderer of WebKitGTK leaves the window empty on some drivers and desktops, and where there is no
/// graphics card. Without it pages are drawn by the processor, which is plenty for ours.
#[cfg(target_os = "linux")]
const RENDERER: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// Starts the program anew in its own process, once, if the environment lacks what the web view needs. What the
/// person set themselves stays, `0` too. The environment of a running process cannot be changed safely; to be
/// replaced can, and costs some milliseconds.
///
/// Comes back if there is nothing to do, or with what stood in the way; the window then does its best.
#[cfg(target_os = "linux")]
pub fn settle() -> Option<std::io::Error> {
    use std::os::unix::process::CommandExt as _;
    if std::env::var_os(RENDERER).is_some() {
        return None;
    }
    let program = match std::env::current_exe() {
        Ok(program) => program,
        Err(error) => return Some(error),
    };
    let mut arguments = std::env::args_os();
    let mut again = std::process::Command::new(program);
    if let Some(own) = arguments.next() {
        again.arg0(own);
    }
    Some(again.args(arguments).env(RENDERER, "1").exec())
}

/// Notes in the log what the web view gets: the first question when a window stays empty.
#[cfg(target_os = "linux")]
pub fn note() {
    let value = std::env::var_os(RENDERER).unwrap_or_default();
    tracing::info!(value = %value.to_string_lossy(), "WEBKIT_DISABLE_DMABUF_RENDERER");
}

/// Other systems need nothing.
#[cfg(not(target_os = "linux"))]
pub fn settle() -> Option<std::io::Error> {
    None
}

/// Other systems need nothing.
#[cfg(not(target_os = "linux"))]
pub fn note() {}
