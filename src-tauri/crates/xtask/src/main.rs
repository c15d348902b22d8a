//! The two commands of the house, `cargo xtask run` and `cargo xtask test`, and what they need.

mod bench;
mod install;
mod open;
mod shell;
mod soak;
mod test;

use std::process::ExitCode;

const USAGE: &str =
    "cargo xtask run                            opens the app; without a display, tours it in a virtual one
cargo xtask test [--only STEP[,STEP…]]   everything that must hold
cargo xtask bench [--size S|M|L]           ratios against named baselines, at size L where none is named
cargo xtask bench --smoke                  the same in little, to see that it runs
cargo xtask soak [--kills N] [--hours H] [--seed S]
                                           kills the program over and over; nothing may be lost
cargo xtask ui                             builds the user interface into ui/dist
cargo xtask bindings                       writes the types that cross to the window";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let result = match words.as_slice() {
        ["run"] => open::run(),
        ["test"] => test::run(None),
        ["test", "--only", steps] => test::run(Some(steps)),
        ["bench"] => bench::run("L"),
        ["bench", "--size", size] => bench::run(size),
        ["bench", "--smoke"] => bench::smoke(),
        ["soak", options @ ..] => soak::run(options),
        ["bindings"] => install::bindings(),
        ["ui"] => install::ui().and_then(|()| install::build_ui()),
        _ => {
            eprintln!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nxtask: {error}");
            ExitCode::FAILURE
        }
    }
}
