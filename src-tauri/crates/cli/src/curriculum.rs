//! `nexus show curriculum`, `nexus export curriculum`, `nexus import curriculum`.

use std::path::Path;

use nexus_app::curriculum::{self, CurriculumImport};
use nexus_app::{App, AppError};
use serde_json::json;

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::show::print;
use crate::workspace::{to_read, to_write};

/// `nexus show curriculum`.
pub fn show(arguments: &Arguments) -> Result<u8, Failure> {
    let modules = curriculum::records(&to_read(arguments)?)?;
    print(&json!({ "schema": 1, "modules": modules }))
}

/// `nexus export curriculum`.
pub fn export(arguments: &Arguments, out: &Path, module: Option<&str>) -> Result<u8, Failure> {
    let app = to_read(arguments)?;
    let module = module.map(|name| find(&app, name)).transpose()?;
    let written = curriculum::export(&app, module.as_deref(), out)?;
    println!(
        "{}: {} modules, {} published versions",
        out.display(),
        written.modules,
        written.versions
    );
    Ok(0)
}

/// The id of the module with this title or id.
fn find(app: &App, name: &str) -> Result<String, Failure> {
    let modules = curriculum::list(app)?.modules;
    let mut found = modules
        .into_iter()
        .filter(|module| module.id == name || module.title.to_lowercase() == name.trim().to_lowercase());
    match (found.next(), found.next()) {
        (Some(module), None) => Ok(module.id),
        (None, _) => Err(AppError::NotFound {
            what: "module",
            key: name.to_owned(),
        }
        .into()),
        (Some(_), Some(_)) => Err(Failure::Usage(format!(
            "several modules are called {name:?}; give the id of one"
        ))),
    }
}

/// `nexus import curriculum`.
pub fn import(arguments: &Arguments, file: &Path, dry_run: bool) -> Result<u8, Failure> {
    let found = if dry_run {
        curriculum::preview(&to_read(arguments)?, file)?
    } else {
        curriculum::import(&to_write(arguments)?, file)?.value
    };
    tell(&found);
    println!(
        "{}{} modules new, {} new versions, {} here already",
        if dry_run { "would be: " } else { "" },
        found.new.len(),
        found.versions.len() + found.other_text.len(),
        found.same
    );
    Ok(u8::from(
        !found.other_text.is_empty() || !found.drafts_left.is_empty(),
    ))
}

fn tell(found: &CurriculumImport) {
    let file = &found.file;
    for one in &found.other_text {
        eprintln!(
            "{file}: {:?}, version {}: another text has this number here; both are kept until one is chosen in the window",
            one.title, one.number
        );
    }
    for title in &found.drafts_left {
        eprintln!("{file}: {title:?}: the draft of the file was left out, the module is here already");
    }
}
