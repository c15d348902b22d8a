//! `nexus show instruments|frameworks`, `nexus export instrument|framework`, `nexus import instrument|framework`.

use nexus_app::assessments::library::{self, DefinitionKind, DefinitionNews};
use serde_json::json;

use crate::arguments::{Arguments, Definition, Version};
use crate::failure::Failure;
use crate::show::print;
use crate::workspace::{to_read, to_write};

/// `nexus show instruments`, `nexus show frameworks`.
pub fn show(arguments: &Arguments, kind: DefinitionKind) -> Result<u8, Failure> {
    let app = to_read(arguments)?;
    let all = library::list(&app)?;
    let (name, lines) = match kind {
        DefinitionKind::Instrument => ("instruments", all.instruments),
        DefinitionKind::Framework => ("frameworks", all.frameworks),
    };
    let mut found = Vec::with_capacity(lines.len());
    for line in lines {
        let view = library::view(&app, kind, &line.key)?;
        found.push(json!({
            "definition": line, "draft": view.draft, "versions": view.versions, "uses": view.uses,
            "instruments": view.instruments,
        }));
    }
    print(&json!({ "schema": 1, name: found }))
}

/// `nexus export instrument`, `nexus export framework`.
pub fn export(arguments: &Arguments, kind: DefinitionKind, options: &Version) -> Result<u8, Failure> {
    let app = to_read(arguments)?;
    let version = match options.number {
        Some(number) => library::version_id(&app, kind, &options.id, number)?,
        None => String::new(),
    };
    let written = library::export(&app, kind, &options.id, &version, &options.out)?;
    println!(
        "{}: {}, version {}",
        options.out.display(),
        written.title,
        written.number
    );
    Ok(0)
}

/// `nexus import instrument`, `nexus import framework`.
pub fn import(arguments: &Arguments, kind: DefinitionKind, options: &Definition) -> Result<u8, Failure> {
    let found = if options.dry_run {
        library::preview(&to_read(arguments)?, &options.file, Some(kind))?
    } else {
        library::import(&to_write(arguments)?, &options.file, Some(kind))?.value
    };
    let news = match found.news {
        DefinitionNews::Same => "here already",
        DefinitionNews::New => "new",
        DefinitionNews::Version => "a new version",
        DefinitionNews::OtherContent => "another content of this number",
    };
    let would = if options.dry_run { "would be: " } else { "" };
    println!("{would}{}, version {}: {news}", found.title, found.number);
    if found.news == DefinitionNews::OtherContent {
        eprintln!(
            "{}: {:?}, version {}: another content has this number here; both are kept until one is chosen in the window",
            found.file, found.title, found.number
        );
    }
    if !found.needs.is_empty() {
        eprintln!(
            "{}: the framework {} is not here; its competencies have no words yet",
            found.file, found.needs
        );
    }
    Ok(u8::from(found.news == DefinitionNews::OtherContent))
}
