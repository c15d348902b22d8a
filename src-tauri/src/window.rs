//! The window: made when its colours are known, so that the first thing drawn is already right.

use nexus_app::settings::Preferences;
use tauri::utils::config::Color;
use tauri::{AppHandle, Manager, Theme, WebviewUrl, WebviewWindowBuilder};

const NAME: &str = "main";

/// Settings of the environment that the web view needs before it starts.
#[cfg(target_os = "linux")]
pub fn prepare_environment() {
    // WebKitGTK draws nothing on some drivers with its DMA-BUF renderer. Set by re-executing would cost a
    // start; the variable is read when the web process starts, which inherits it.
    if std::env::var_os("WEBKIT_DISABLE_DMABUF_RENDERER").is_none() {
        tracing::info!("WEBKIT_DISABLE_DMABUF_RENDERER is not set");
    }
}

/// Other systems need none.
#[cfg(not(target_os = "linux"))]
pub fn prepare_environment() {}

/// Opens the main window with the theme and size of text that were chosen.
pub fn open(app: &tauri::App, preferences: &Preferences) -> tauri::Result<()> {
    let (theme, paper) = match preferences.theme.as_str() {
        "light" => (Some(Theme::Light), Color(0xfb, 0xfa, 0xf7, 0xff)),
        "dark" => (Some(Theme::Dark), Color(0x16, 0x19, 0x1c, 0xff)),
        _ => (None, Color(0xfb, 0xfa, 0xf7, 0xff)),
    };
    let look = serde_json::json!({ "theme": preferences.theme, "text": preferences.text_size });
    WebviewWindowBuilder::new(app, NAME, WebviewUrl::App("index.html".into()))
        .title("Nexus Facilitator")
        .inner_size(1280.0, 800.0)
        .min_inner_size(640.0, 480.0)
        .theme(theme)
        .background_color(paper)
        .initialization_script(format!("window.nexusLook = {look};"))
        .build()?;
    Ok(())
}

/// Brings the window to the front, when the app was started a second time.
pub fn focus(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(NAME) {
        for done in [window.unminimize(), window.show(), window.set_focus()] {
            if let Err(error) = done {
                tracing::warn!(%error, "the window could not be brought to the front");
            }
        }
    }
}
