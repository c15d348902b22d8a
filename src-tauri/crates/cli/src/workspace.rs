//! Making, opening and checking a workspace.

use std::path::Path;

use nexus_app::programs::{SetupInput, set_up};
use nexus_app::settings::{self, Home, Unlock};
use nexus_app::{App, AppError, Clock};

use crate::arguments::Arguments;
use crate::failure::Failure;

/// The file that `--workspace` names.
pub fn place(arguments: &Arguments) -> Result<&Path, Failure> {
    let place = arguments.workspace.as_deref();
    place.ok_or_else(|| Failure::Usage("--workspace FILE is missing".to_owned()))
}

/// What the command line offers to open it.
pub fn unlock(arguments: &Arguments) -> Result<Unlock, Failure> {
    if let Some(path) = &arguments.passphrase_file {
        let text = std::fs::read_to_string(path)
            .map(zeroize::Zeroizing::new)
            .map_err(|source| Failure::File {
                path: path.clone(),
                source,
            })?;
        let first = text.lines().next().unwrap_or_default().to_owned();
        return Ok(Unlock::Passphrase(zeroize::Zeroizing::new(first)));
    }
    Ok(arguments
        .key_file
        .clone()
        .map_or(Unlock::Keychain, Unlock::KeyFile))
}

/// With nothing offered but a keychain that does not help, the options are named.
pub fn tell_options(with: &Unlock, error: AppError) -> Failure {
    match (with, error) {
        (Unlock::Keychain, AppError::Key(error)) => Failure::NoKey {
            reason: error.to_string(),
        },
        (_, error) => error.into(),
    }
}

fn app(home: &Home, workspace: nexus_app::Workspace) -> Result<App, Failure> {
    home.ready_fonts();
    let author = home.preferences()?.author;
    let author = if author.is_empty() { "nexus" } else { &author };
    Ok(App::new(workspace, author, Clock::Device))
}

/// Opens the workspace to write, and makes the first backup of the day. Without a backup the work goes on.
pub fn to_write(arguments: &Arguments) -> Result<App, Failure> {
    let home = Home::find()?;
    let app = to_write_plainly(arguments, &home)?;
    if let Err(error) = settings::backups::make_if_due(&home, &app) {
        eprintln!("nexus: no backup was made today: {error}");
    }
    Ok(app)
}

/// Opens the workspace to write what is made up: ids follow from the seed.
pub fn to_make_up(arguments: &Arguments, clock: Clock, seed: u64) -> Result<App, Failure> {
    Ok(App::seeded(
        open(arguments, &Home::find()?)?,
        "nexus",
        clock,
        seed,
    ))
}

/// Opens the workspace to write.
pub fn to_write_plainly(arguments: &Arguments, home: &Home) -> Result<App, Failure> {
    app(home, open(arguments, home)?)
}

fn open(arguments: &Arguments, home: &Home) -> Result<nexus_app::Workspace, Failure> {
    let (path, with) = (place(arguments)?, unlock(arguments)?);
    settings::open(home, path, &with).map_err(|error| tell_options(&with, error))
}

/// Opens the workspace to read, beside an app that writes.
pub fn to_read(arguments: &Arguments) -> Result<App, Failure> {
    let (home, path, with) = (Home::find()?, place(arguments)?, unlock(arguments)?);
    let workspace = settings::open_to_read(&home, path, &with).map_err(|error| tell_options(&with, error))?;
    app(&home, workspace)
}

/// `nexus init`.
pub fn init(arguments: &Arguments, facility: &str, zone: &str) -> Result<u8, Failure> {
    let (path, with) = (place(arguments)?, unlock(arguments)?);
    let input = SetupInput {
        facility: facility.to_owned(),
        zone: zone.to_owned(),
    };
    nexus_app::programs::check(&input)?;
    if let Unlock::KeyFile(file) = &with {
        if !file.exists() {
            eprintln!(
                "nexus: making the key file {}; without it the workspace cannot be opened",
                file.display()
            );
        }
        if settings::is_beside(file, path) {
            eprintln!("nexus: the key file lies beside the workspace; keep it elsewhere");
        }
    }
    let workspace = settings::create(path, &with).map_err(|error| tell_options(&with, error))?;
    set_up(&app(&Home::find()?, workspace)?, &input)?;
    println!("{} is ready for {}", path.display(), input.facility.trim());
    Ok(0)
}

/// `nexus verify`. A sound file in which a row names one that is not there gives 1.
pub fn verify(arguments: &Arguments) -> Result<u8, Failure> {
    let found = to_read(arguments)?.ws().check().map_err(AppError::from)?;
    for page in &found.pages {
        eprintln!("page: {page}");
    }
    for difference in &found.differences {
        let column = difference.column.unwrap_or("the whole row");
        eprintln!(
            "row: {} {}: {column} differs from the log",
            difference.table, difference.row
        );
    }
    for tie in &found.dangling {
        eprintln!(
            "reference: {} {}: {} names {} {}, which is not there",
            tie.table, tie.row, tie.column, tie.target, tie.names
        );
    }
    if !found.is_sound() {
        return Err(Failure::Unsound(found.pages.len() + found.differences.len()));
    }
    println!("sound: every page is readable and every row is what the log says");
    Ok(u8::from(!found.dangling.is_empty()))
}
