//! Rows of the curriculum: modules, their published versions, and choices between texts of one number.

pub(crate) mod catalogue;
mod uses;

use nexus_domain::curriculum::{Here, Module, ModuleText, ModuleVersion};
use nexus_domain::ids::{ModuleChoiceId, ModuleId, ModuleVersionId};
use rusqlite::ToSql;

pub use uses::{BlockOrigin, ModuleLesson, ModuleUse, lessons, origins, uses, uses_by_version};

use crate::row::{self, Cells};
use crate::{Read, Result, StoreError, Write};

fn read_text(cells: &Cells<'_>) -> Result<ModuleText> {
    Ok(ModuleText {
        title: cells.text("title")?,
        purpose: cells.text("purpose")?,
        minutes: cells.maybe_number("minutes")?,
        competencies: cells.text("competencies")?.lines().map(str::to_owned).collect(),
        materials: cells.text("materials")?,
        notes: cells.text("notes")?,
        application: cells.text("application")?,
        licence: cells.text("licence")?,
        source: cells.text("source")?,
    })
}

fn text_cells<'a>(text: &'a ModuleText, competencies: &'a dyn ToSql) -> [(&'static str, &'a dyn ToSql); 9] {
    [
        ("title", &text.title),
        ("purpose", &text.purpose),
        ("minutes", &text.minutes),
        ("competencies", competencies),
        ("materials", &text.materials),
        ("notes", &text.notes),
        ("application", &text.application),
        ("licence", &text.licence),
        ("source", &text.source),
    ]
}

fn read(cells: &Cells<'_>) -> Result<Module> {
    Ok(Module {
        id: cells.id("id")?,
        text: read_text(cells)?,
        drafting: cells.flag("drafting")?,
        base: cells.maybe_id("module_version")?,
        sample: cells.flag("sample")?,
    })
}

fn read_version(cells: &Cells<'_>) -> Result<ModuleVersion> {
    Ok(ModuleVersion {
        id: cells.id("id")?,
        module: cells.id("module")?,
        number: cells.number("number")?,
        published: cells.date("published")?.ok_or(StoreError::BadCell {
            table: "module_version",
            column: "published",
            found: String::new(),
        })?,
        text: read_text(cells)?,
    })
}

/// Every module, by title.
///
/// # Errors
/// What SQLite reports.
pub fn all(r: &Read<'_>) -> Result<Vec<Module>> {
    let sql = "SELECT * FROM module WHERE deleted = 0 ORDER BY title COLLATE NOCASE, id";
    row::list(r, "module", sql, [], read)
}

/// One module.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn by_id(r: &Read<'_>, id: ModuleId) -> Result<Module> {
    let id = id.to_string();
    let sql = "SELECT * FROM module WHERE id = ?1 AND deleted = 0";
    row::first(r, "module", sql, [&id], read)?.ok_or(StoreError::NotFound { what: "module", id })
}

/// A module with its versions, wherever they are; nothing if it never was here.
///
/// # Errors
/// What SQLite reports.
pub fn here(r: &Read<'_>, id: ModuleId) -> Result<Option<Here>> {
    let key = id.to_string();
    let sql = "SELECT * FROM module WHERE id = ?1";
    let found = row::first(r, "module", sql, [&key], |cells| {
        Ok((read(cells)?, cells.flag("deleted")?))
    })?;
    let Some((module, in_bin)) = found else {
        return Ok(None);
    };
    let sql = "SELECT * FROM module_version WHERE module = ?1 ORDER BY number, id";
    let versions = row::list(r, "module_version", sql, [&key], |cells| {
        Ok((read_version(cells)?, cells.flag("deleted")?))
    })?;
    Ok(Some(Here {
        module,
        in_bin,
        versions,
        chosen: chosen(r, id)?,
    }))
}

/// Stores a module, also one that lay in the bin.
///
/// # Errors
/// What SQLite reports.
pub fn put(w: &Write<'_>, module: &Module) -> Result<()> {
    let competencies = module.text.competencies.join("\n");
    let base = module.base.map(|id| id.to_string());
    let mut cells: Vec<(&str, &dyn ToSql)> = text_cells(&module.text, &competencies).to_vec();
    cells.extend([
        ("drafting", &module.drafting as &dyn ToSql),
        ("module_version", &base),
        ("sample", &module.sample),
        ("deleted", &0),
    ]);
    row::put(w, "module", &module.id.to_string(), &cells)
}

/// Takes a module into the bin, or out of it. Its versions come and go with it.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn set_deleted(w: &Write<'_>, id: ModuleId, deleted: bool) -> Result<()> {
    row::set_deleted(w, "module", &id.to_string(), deleted)
}

/// The published versions of a module, by number.
///
/// # Errors
/// What SQLite reports.
pub fn versions(r: &Read<'_>, module: ModuleId) -> Result<Vec<ModuleVersion>> {
    let sql = "SELECT * FROM module_version WHERE module = ?1 AND deleted = 0 ORDER BY number, id";
    row::list(r, "module_version", sql, [module.to_string()], read_version)
}

/// The published versions of every module, by module and number.
///
/// # Errors
/// What SQLite reports.
pub fn all_versions(r: &Read<'_>) -> Result<Vec<ModuleVersion>> {
    let sql = "SELECT v.* FROM module_version v JOIN module m ON m.id = v.module AND m.deleted = 0 \
               WHERE v.deleted = 0 ORDER BY v.module, v.number, v.id";
    row::list(r, "module_version", sql, [], read_version)
}

/// Adds a published version; one that lay in the bin comes out of it.
///
/// # Errors
/// What SQLite reports.
pub fn add_version(w: &Write<'_>, version: &ModuleVersion) -> Result<()> {
    let id = version.id.to_string();
    let sql = "SELECT id FROM module_version WHERE id = ?1";
    if row::first(w, "module_version", sql, [&id], |_| Ok(()))?.is_some() {
        return row::set_deleted(w, "module_version", &id, false);
    }
    let competencies = version.text.competencies.join("\n");
    let (module, published) = (version.module.to_string(), version.published.to_string());
    let mut cells: Vec<(&str, &dyn ToSql)> = vec![
        ("module", &module),
        ("number", &version.number),
        ("published", &published),
    ];
    cells.extend(text_cells(&version.text, &competencies));
    row::put(w, "module_version", &id, &cells)
}

/// The versions that were chosen where two texts of a module bear one number.
///
/// # Errors
/// What SQLite reports.
pub fn chosen(r: &Read<'_>, module: ModuleId) -> Result<Vec<ModuleVersionId>> {
    let sql = "SELECT * FROM module_choice WHERE module = ?1 AND deleted = 0 ORDER BY number";
    row::list(r, "module_choice", sql, [module.to_string()], |cells| {
        cells.id("module_version")
    })
}

/// The versions that were chosen in any module.
///
/// # Errors
/// What SQLite reports.
pub fn all_chosen(r: &Read<'_>) -> Result<Vec<ModuleVersionId>> {
    let sql = "SELECT * FROM module_choice WHERE deleted = 0 ORDER BY id";
    row::list(r, "module_choice", sql, [], |cells| cells.id("module_version"))
}

/// Chooses a version among those that bear its number.
///
/// # Errors
/// What SQLite reports.
pub fn choose(w: &Write<'_>, version: &ModuleVersion) -> Result<()> {
    row::put(
        w,
        "module_choice",
        &ModuleChoiceId::of(version.module, version.number).to_string(),
        &[
            ("module", &version.module.to_string()),
            ("number", &version.number),
            ("module_version", &version.id.to_string()),
            ("deleted", &0),
        ],
    )
}
