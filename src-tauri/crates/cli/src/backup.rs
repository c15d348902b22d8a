//! `nexus backup`: copies of the whole workspace, and putting one back.

use chrono::Utc;
use nexus_app::settings::{self, Home, backups};
use serde_json::json;

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::workspace::{place, tell_options, to_write_plainly, unlock};

/// `nexus backup make`.
pub fn make(arguments: &Arguments) -> Result<u8, Failure> {
    let home = Home::find()?;
    let app = to_write_plainly(arguments, &home)?;
    backups::make(&home, &app)?;
    let view = backups::list(&home, app.ws().path())?;
    if let Some(newest) = view.backups.first() {
        println!("{}", newest.id);
    }
    Ok(0)
}

/// `nexus backup list`. The workspace need not open, nor be there.
pub fn list(arguments: &Arguments) -> Result<u8, Failure> {
    let view = backups::list(&Home::find()?, place(arguments)?)?;
    println!(
        "{:#}",
        json!({ "schema": 1, "folder": view.folder, "backups": view.backups })
    );
    Ok(0)
}

/// `nexus backup restore`.
pub fn restore(arguments: &Arguments, id: &str) -> Result<u8, Failure> {
    let (home, path, with) = (Home::find()?, place(arguments)?, unlock(arguments)?);
    let key = settings::unlock_backup(&home, path, id, &with).map_err(|error| tell_options(&with, error))?;
    let done = settings::restore(&home, path, id, &key, Some(&with), Utc::now())?;
    if let Some(kept) = done.kept {
        println!("what stood there is kept as {kept}");
    }
    println!("{} is as it was at {}", path.display(), done.at);
    Ok(0)
}

/// `nexus backup keys`.
pub fn keys(arguments: &Arguments) -> Result<u8, Failure> {
    let path = place(arguments)?;
    settings::restore_keys(&Home::find()?, path, Utc::now())?;
    println!("{} has the key slots of its newest backup", path.display());
    Ok(0)
}
