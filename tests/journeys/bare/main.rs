//! A window of Tauri with a sentence in it and nothing else: the baseline of starting and of memory.

fn main() -> tauri::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!("tests/journeys/bare/tauri.conf.json"))
}
