//! Start-up.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    match nexus_facilitator::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("Nexus Facilitator cannot start: {error}");
            ExitCode::FAILURE
        }
    }
}
