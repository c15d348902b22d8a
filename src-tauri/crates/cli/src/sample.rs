//! `nexus sample`: made-up data of a chosen size.

use std::io::IsTerminal as _;

use nexus_app::Clock;
use nexus_app::programs::generate::{MADE_UP_AT, Scale, generate};

use crate::arguments::{Arguments, Size};
use crate::failure::Failure;
use crate::workspace::{to_make_up, to_write};

/// `nexus sample`.
pub fn fill(arguments: &Arguments, size: Size, seed: Option<u64>) -> Result<u8, Failure> {
    let scale = match size {
        Size::Small => {
            let app = match seed {
                Some(seed) => to_make_up(arguments, Clock::Device, seed)?,
                None => to_write(arguments)?,
            };
            println!("{}", nexus_app::sample::fill(&app)?.value);
            return Ok(0);
        }
        Size::Middle => Scale::M,
        Size::Large => Scale::L,
    };
    let seed = seed.unwrap_or(1);
    let app = to_make_up(arguments, Clock::Fixed(MADE_UP_AT), seed)?;
    let terminal = std::io::stderr().is_terminal();
    generate(&app, scale, seed, |done| {
        if terminal {
            eprint!("\r{done} of {} cohorts", scale.cohorts);
        } else if done % 100 == 0 {
            eprintln!("{done} of {} cohorts", scale.cohorts);
        }
    })?;
    if terminal {
        eprintln!();
    }
    println!(
        "{} people in {} cohorts",
        scale.cohorts * scale.people,
        scale.cohorts
    );
    Ok(0)
}
