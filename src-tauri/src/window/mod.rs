//! The window: made when its colours are known and shown when its page is there, so that the first thing drawn
//! is already right. It comes back where it was.

mod environment;
mod place;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use nexus_app::settings::{Home, Preferences};
use tauri::utils::config::Color;
use tauri::{
    AppHandle, LogicalSize, Manager, PhysicalPosition, Theme, WebviewUrl, WebviewWindow,
    WebviewWindowBuilder, WindowEvent,
};

pub use environment::{note, settle};
use place::{LEAST, Place, Screen};

const NAME: &str = "main";
/// Where the place of the window is remembered.
const FILE: &str = "window";
/// How long a window that is being pulled about must rest before its place is remembered.
const REST: Duration = Duration::from_millis(400);
/// A page that takes longer is shown as it is.
const PATIENCE: Duration = Duration::from_secs(4);

/// What the colours `--paper` of `tokens.css` are.
const LIGHT: Color = Color(0xfb, 0xf9, 0xf4, 0xff);
const DARK: Color = Color(0x16, 0x18, 0x1a, 0xff);
const WHITE: Color = Color(0xff, 0xff, 0xff, 0xff);
const BLACK: Color = Color(0x00, 0x00, 0x00, 0xff);

/// The theme that the system draws frames and menus with, and the paper; none means as the system has it.
fn dress(theme: &str) -> (Option<Theme>, Option<Color>) {
    match theme {
        "light" => (Some(Theme::Light), Some(LIGHT)),
        "dark" => (Some(Theme::Dark), Some(DARK)),
        "contrast" => (Some(Theme::Light), Some(WHITE)),
        "contrast-dark" => (Some(Theme::Dark), Some(BLACK)),
        _ => (None, None),
    }
}

/// Opens the main window with the theme and size of text that were chosen.
pub fn open(app: &tauri::App, home: &Home, preferences: &Preferences) -> tauri::Result<()> {
    let (theme, paper) = dress(&preferences.theme);
    let look = serde_json::json!({ "theme": preferences.theme, "text": preferences.text_size });
    let window = WebviewWindowBuilder::new(app, NAME, WebviewUrl::App("index.html".into()))
        .title("Nexus Facilitator")
        .min_inner_size(LEAST.0, LEAST.1)
        .visible(false)
        .theme(theme)
        .background_color(paper.unwrap_or(LIGHT))
        .initialization_script(format!("window.nexusLook = {look};"))
        .build()?;
    if paper.is_none() && window.theme()? == Theme::Dark {
        window.set_background_color(Some(DARK))?;
    }
    put(&window, home.kept::<Place>(FILE).unwrap_or_default())?;
    follow(&window, home.clone());
    let late = window.clone();
    tauri::async_runtime::spawn(async move {
        tokio::time::sleep(PATIENCE).await;
        appear(&late);
    });
    Ok(())
}

/// The page is there: shows the window.
pub fn show(app: &AppHandle) {
    if let Some(window) = app.get_webview_window(NAME) {
        appear(&window);
    }
}

/// Shows the window if it is not shown yet.
fn appear(window: &WebviewWindow) {
    if !window.is_visible().unwrap_or(false)
        && let Err(error) = window.show().and_then(|()| window.set_focus())
    {
        tracing::error!(%error, "the window could not be shown");
    }
}

/// Draws frame and menus in the theme that was chosen while the window is open.
pub fn redress(app: &AppHandle, preferences: &Preferences) -> tauri::Result<()> {
    match app.get_webview_window(NAME) {
        Some(window) => window.set_theme(dress(&preferences.theme).0),
        None => Ok(()),
    }
}

fn screens(window: &WebviewWindow) -> tauri::Result<Vec<Screen>> {
    let first = window.primary_monitor()?;
    let all = window.available_monitors()?;
    let screens = first.into_iter().chain(all).map(|monitor| {
        let area = monitor.work_area();
        Screen {
            corner: (area.position.x, area.position.y),
            size: (area.size.width, area.size.height),
            scale: monitor.scale_factor(),
        }
    });
    Ok(screens.collect())
}

fn put(window: &WebviewWindow, place: Place) -> tauri::Result<()> {
    let place = place.fitted(&screens(window)?);
    window.set_size(LogicalSize::new(place.width, place.height))?;
    if let Some((x, y)) = place.corner {
        window.set_position(PhysicalPosition::new(x, y))?;
    }
    if place.maximized {
        window.maximize()?;
    }
    Ok(())
}

/// Puts the window back to the size that it had at first, in the middle of the screen.
pub fn reset(app: &AppHandle) -> tauri::Result<()> {
    match app.get_webview_window(NAME) {
        Some(window) => {
            window.unmaximize()?;
            put(&window, Place::default())
        }
        None => Ok(()),
    }
}

/// Remembers where the window is whenever it has been moved and rests again.
fn follow(window: &WebviewWindow, home: Home) {
    let moves = Arc::new(AtomicU64::new(0));
    let own = window.clone();
    window.on_window_event(move |event| match event {
        WindowEvent::Moved(_) | WindowEvent::Resized(_) => {
            let mine = moves.fetch_add(1, Ordering::Relaxed) + 1;
            let (moves, own, home) = (Arc::clone(&moves), own.clone(), home.clone());
            tauri::async_runtime::spawn(async move {
                tokio::time::sleep(REST).await;
                if moves.load(Ordering::Relaxed) == mine {
                    remember(&own, &home);
                }
            });
        }
        WindowEvent::CloseRequested { .. } => remember(&own, &home),
        _ => {}
    });
}

fn remember(window: &WebviewWindow, home: &Home) {
    let kept = home.kept::<Place>(FILE).unwrap_or_default();
    let now = match place_of(window, kept) {
        Ok(now) if now != kept => now,
        Ok(_) => return,
        Err(error) => return tracing::warn!(%error, "the place of the window is not known"),
    };
    if let Err(error) = home.keep(FILE, &now) {
        tracing::warn!(code = error.code(), "the place of the window could not be kept");
    }
}

fn place_of(window: &WebviewWindow, before: Place) -> tauri::Result<Place> {
    if window.is_maximized()? {
        return Ok(Place {
            maximized: true,
            ..before
        });
    }
    if window.is_minimized()? || window.is_fullscreen()? || !window.is_visible()? {
        return Ok(before);
    }
    let size = window.inner_size()?.to_logical::<f64>(window.scale_factor()?);
    let corner = window.outer_position().ok().map(|at| (at.x, at.y));
    Ok(Place {
        width: size.width,
        height: size.height,
        corner,
        maximized: false,
    })
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The paper of the window is that of the page, or a start flashes.
    #[test]
    fn the_paper_is_that_of_the_tokens() {
        let tokens = include_str!("../../../ui/src/styles/tokens.css");
        let paper = |block: &str| {
            let (_, rest) = tokens.split_once(block).unwrap();
            let (_, rest) = rest.split_once("--paper: ").unwrap();
            rest.split(';').next().unwrap().to_owned()
        };
        let hex = |color: Color| format!("#{:02x}{:02x}{:02x}", color.0, color.1, color.2);
        for (theme, block) in [
            ("light", ":root {"),
            ("dark", "[data-theme='dark']"),
            ("contrast", "[data-theme='contrast']"),
            ("contrast-dark", "[data-theme='contrast-dark']"),
        ] {
            assert_eq!(hex(dress(theme).1.unwrap()), paper(block), "{theme}");
        }
        assert_eq!(dress("system"), (None, None));
    }
}
