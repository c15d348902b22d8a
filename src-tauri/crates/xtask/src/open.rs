//! `cargo xtask run`: the app on this display, or a tour of it on a virtual one.

use crate::install;
use crate::shell::{Failure, Result, cargo, root, run as shell};

/// Installs what is missing, builds, and opens the app; its first screen offers the sample cohort. Where
/// there is no display, the tour leaves pictures and a PDF in `target/tour`.
///
/// # Errors
/// When something cannot be installed or built, or the tour fails.
pub fn run() -> Result<()> {
    install::system()?;
    install::ui()?;
    install::build_ui()?;
    if has_display() {
        return shell(&mut cargo(&["run"]));
    }
    println!("There is no display: touring the app in a virtual one.");
    install::driver()?;
    let out = root().join("target/tour");
    if out.exists() {
        std::fs::remove_dir_all(&out).map_err(|source| Failure::File {
            path: out.clone(),
            source,
        })?;
    }
    let mut tour = cargo(&["test", "--test", "journeys", "--", "tour::"]);
    shell(tour.env("NEXUS_TOUR_OUT", &out))?;
    println!("Pictures and the PDF of the tour are in {}", out.display());
    Ok(())
}

fn has_display() -> bool {
    !cfg!(target_os = "linux")
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}
