//! The committed bindings are what the shell would write today; `cargo xtask bindings` writes them.

use std::path::Path;

#[test]
fn the_bindings_are_up_to_date() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/src/lib/ipc/bindings.gen.ts");
    let wanted = nexus_facilitator::bindings::text().unwrap();
    if std::env::var_os("NEXUS_WRITE_BINDINGS").is_some() {
        std::fs::write(&file, &wanted).unwrap();
    }
    let found = std::fs::read_to_string(&file).unwrap();
    assert!(
        found == wanted,
        "the types that cross have changed: run cargo xtask bindings"
    );
}
