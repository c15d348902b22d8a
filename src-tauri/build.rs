//! Points Tauri at the capability files and at the built user interface.
fn main() {
    let attributes = tauri_build::Attributes::new().capabilities_path_pattern("src-tauri/capabilities/**/*");
    tauri_build::try_build(attributes).expect("tauri.conf.json, capabilities and icons must be sound");
}
