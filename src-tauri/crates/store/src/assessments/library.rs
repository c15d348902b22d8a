//! Rows of the library: frameworks and instruments, the parts of their drafts, and their published versions.

use nexus_domain::assessments::Moment;
use nexus_domain::assessments::library::{
    Definition, DefinitionKind, DefinitionVersion, Head, Part, PartKind,
};
use nexus_domain::ids::{CohortId, DefinitionChoiceId, DefinitionId, DefinitionPartId, DefinitionVersionId};
use rusqlite::ToSql;

use crate::row::{self, Cells};
use crate::{Read, Result, StoreError, Write};

fn read_framework(text: &str) -> Option<Option<(String, u32)>> {
    if text.is_empty() {
        return Some(None);
    }
    let (key, version) = text.rsplit_once('@')?;
    Some(Some((key.to_owned(), version.parse().ok()?)))
}

fn point(cells: &Cells<'_>, column: &'static str) -> Result<u8> {
    let number = cells.number(column)?;
    number.try_into().map_err(|_| StoreError::BadCell {
        table: "definition",
        column,
        found: number.to_string(),
    })
}

fn read(cells: &Cells<'_>) -> Result<Definition> {
    Ok(Definition {
        id: cells.id("id")?,
        kind: cells.word("kind", DefinitionKind::from_key)?,
        key: cells.text("key")?,
        head: Head {
            title: cells.text("title")?,
            licence: cells.text("licence")?,
            source: cells.text("source")?,
            instructions: cells.text("instructions")?,
            framework: cells.word("framework", read_framework)?,
            low: point(cells, "low")?,
            high: point(cells, "high")?,
            labels: cells.text("labels")?.lines().map(str::to_owned).collect(),
            locked: cells.flag("locked")?,
        },
        drafting: cells.flag("drafting")?,
        base: cells.maybe_number("base")?,
        sample: cells.flag("sample")?,
    })
}

fn read_version(cells: &Cells<'_>) -> Result<DefinitionVersion> {
    Ok(DefinitionVersion {
        id: cells.id("id")?,
        definition: cells.id("definition")?,
        number: cells.number("number")?,
        published: cells.date("published")?.ok_or(StoreError::BadCell {
            table: "definition_version",
            column: "published",
            found: String::new(),
        })?,
        content: cells.text("content")?,
    })
}

fn read_part(cells: &Cells<'_>) -> Result<Part> {
    Ok(Part {
        id: cells.id("id")?,
        definition: cells.id("definition")?,
        kind: cells.word("kind", PartKind::from_key)?,
        key: cells.text("key")?,
        parent: cells.text("parent")?,
        position: cells.number("position")?,
        text: cells.text("text")?,
        words: cells.text("words")?,
        about: cells.text("about")?,
        measures: cells.text("measures")?,
        format: cells.text("format")?,
        low: cells.text("low")?,
        high: cells.text("high")?,
        labels: cells.text("labels")?,
        unit: cells.text("unit")?,
        shown_if: cells.text("shown_if")?,
        levels: cells.text("levels")?,
        sectors: cells.text("sectors")?,
    })
}

/// Every definition of a kind, by title.
///
/// # Errors
/// What SQLite reports.
pub fn all(r: &Read<'_>, kind: DefinitionKind) -> Result<Vec<Definition>> {
    let sql = "SELECT * FROM definition WHERE kind = ?1 AND deleted = 0 ORDER BY title COLLATE NOCASE, id";
    row::list(r, "definition", sql, [kind.key()], read)
}

/// One definition, with whether it lies in the bin; nothing if it never was here.
///
/// # Errors
/// What SQLite reports.
pub fn here(r: &Read<'_>, id: DefinitionId) -> Result<Option<(Definition, bool)>> {
    let sql = "SELECT * FROM definition WHERE id = ?1";
    row::first(r, "definition", sql, [id.to_string()], |cells| {
        Ok((read(cells)?, cells.flag("deleted")?))
    })
}

/// Stores a definition, also one that lay in the bin.
///
/// # Errors
/// What SQLite reports.
pub fn put(w: &Write<'_>, definition: &Definition) -> Result<()> {
    let head = &definition.head;
    let framework = head.framework.as_ref();
    let framework = framework.map_or_else(String::new, |(key, version)| format!("{key}@{version}"));
    row::put(
        w,
        "definition",
        &definition.id.to_string(),
        &[
            ("kind", &definition.kind.key()),
            ("key", &definition.key),
            ("title", &head.title),
            ("licence", &head.licence),
            ("source", &head.source),
            ("instructions", &head.instructions),
            ("framework", &framework),
            ("low", &head.low),
            ("high", &head.high),
            ("labels", &head.labels.join("\n")),
            ("locked", &head.locked),
            ("drafting", &definition.drafting),
            ("base", &definition.base),
            ("sample", &definition.sample),
            ("deleted", &0),
        ],
    )
}

/// Takes a definition into the bin, or out of it. Its versions come and go with it, and stay readable.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn set_deleted(w: &Write<'_>, id: DefinitionId, deleted: bool) -> Result<()> {
    row::set_deleted(w, "definition", &id.to_string(), deleted)
}

/// The published versions of every definition of a kind that is not in the bin, by definition and number.
///
/// # Errors
/// What SQLite reports.
pub fn all_versions(r: &Read<'_>, kind: DefinitionKind) -> Result<Vec<DefinitionVersion>> {
    let sql = "SELECT v.* FROM definition_version v JOIN definition d ON d.id = v.definition AND d.deleted = 0 \
               WHERE d.kind = ?1 AND v.deleted = 0 ORDER BY v.definition, v.number, v.id";
    row::list(r, "definition_version", sql, [kind.key()], read_version)
}

/// The published versions of one definition by number, whether or not it lies in the bin.
///
/// # Errors
/// What SQLite reports.
pub fn versions(r: &Read<'_>, definition: DefinitionId) -> Result<Vec<DefinitionVersion>> {
    let sql = "SELECT * FROM definition_version WHERE definition = ?1 AND deleted = 0 ORDER BY number, id";
    row::list(
        r,
        "definition_version",
        sql,
        [definition.to_string()],
        read_version,
    )
}

/// One published version, wherever it is: what was asked can be read for ever.
///
/// # Errors
/// [`StoreError::NotFound`] for one that never was here.
pub fn version(r: &Read<'_>, id: DefinitionVersionId) -> Result<DefinitionVersion> {
    let (id, sql) = (id.to_string(), "SELECT * FROM definition_version WHERE id = ?1");
    let found = row::first(r, "definition_version", sql, [&id], read_version)?;
    found.ok_or(StoreError::NotFound {
        what: "definition_version",
        id,
    })
}

/// Adds a published version; one that lay in the bin comes out of it.
///
/// # Errors
/// What SQLite reports.
pub fn add_version(w: &Write<'_>, version: &DefinitionVersion) -> Result<()> {
    let id = version.id.to_string();
    let sql = "SELECT id FROM definition_version WHERE id = ?1";
    if row::first(w, "definition_version", sql, [&id], |_| Ok(()))?.is_some() {
        return row::set_deleted(w, "definition_version", &id, false);
    }
    row::put(
        w,
        "definition_version",
        &id,
        &[
            ("definition", &version.definition.to_string()),
            ("number", &version.number),
            ("published", &version.published.to_string()),
            ("content", &version.content),
        ],
    )
}

/// The versions that were chosen where two contents of one definition of a kind bear one number.
///
/// # Errors
/// What SQLite reports.
pub fn chosen(r: &Read<'_>, kind: DefinitionKind) -> Result<Vec<DefinitionVersionId>> {
    let sql = "SELECT c.* FROM definition_choice c JOIN definition d ON d.id = c.definition \
               WHERE d.kind = ?1 AND c.deleted = 0 ORDER BY c.id";
    row::list(r, "definition_choice", sql, [kind.key()], |cells| {
        cells.id("definition_version")
    })
}

/// Chooses a version among those that bear its number.
///
/// # Errors
/// What SQLite reports.
pub fn choose(w: &Write<'_>, version: &DefinitionVersion) -> Result<()> {
    row::put(
        w,
        "definition_choice",
        &DefinitionChoiceId::of(version.definition, version.number).to_string(),
        &[
            ("definition", &version.definition.to_string()),
            ("number", &version.number),
            ("definition_version", &version.id.to_string()),
            ("deleted", &0),
        ],
    )
}

/// The parts of a draft, by kind and place.
///
/// # Errors
/// What SQLite reports.
pub fn parts(r: &Read<'_>, definition: DefinitionId) -> Result<Vec<Part>> {
    let sql = "SELECT * FROM definition_part WHERE definition = ?1 AND deleted = 0 ORDER BY kind, position, key, id";
    row::list(r, "definition_part", sql, [definition.to_string()], read_part)
}

/// The keys that parts of a kind ever bore in the drafts of a definition, those in the bin included.
///
/// # Errors
/// What SQLite reports.
pub fn part_keys(
    r: &Read<'_>,
    definition: DefinitionId,
    kind: PartKind,
    parent: &str,
) -> Result<Vec<String>> {
    let sql = "SELECT key FROM definition_part WHERE definition = ?1 AND kind = ?2 AND (parent = ?3 OR ?4) ORDER BY key";
    row::list(
        r,
        "definition_part",
        sql,
        rusqlite::params![definition.to_string(), kind.key(), parent, !kind.bound()],
        |cells| cells.text("key"),
    )
}

/// Stores a part, also one that lay in the bin.
///
/// # Errors
/// What SQLite reports.
pub fn put_part(w: &Write<'_>, part: &Part) -> Result<()> {
    let cells: [(&str, &dyn ToSql); 18] = [
        ("definition", &part.definition.to_string()),
        ("kind", &part.kind.key()),
        ("key", &part.key),
        ("parent", &part.parent),
        ("position", &part.position),
        ("text", &part.text),
        ("words", &part.words),
        ("about", &part.about),
        ("measures", &part.measures),
        ("format", &part.format),
        ("low", &part.low),
        ("high", &part.high),
        ("labels", &part.labels),
        ("unit", &part.unit),
        ("shown_if", &part.shown_if),
        ("levels", &part.levels),
        ("sectors", &part.sectors),
        ("deleted", &0),
    ];
    row::put(w, "definition_part", &part.id.to_string(), &cells)
}

/// Takes a part into the bin, or out of it.
///
/// # Errors
/// [`StoreError::NotFound`].
pub fn set_part_deleted(w: &Write<'_>, id: DefinitionPartId, deleted: bool) -> Result<()> {
    row::set_deleted(w, "definition_part", &id.to_string(), deleted)
}

/// The key of every definition of a kind, those in the bin included.
///
/// # Errors
/// What SQLite reports.
pub fn keys(r: &Read<'_>, kind: DefinitionKind) -> Result<Vec<String>> {
    let sql = "SELECT key FROM definition WHERE kind = ?1 ORDER BY key";
    row::list(r, "definition", sql, [kind.key()], |cells| cells.text("key"))
}

/// An occasion at which an instrument is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InstrumentUse {
    /// Key of the instrument.
    pub instrument: String,
    /// Number of the version.
    pub version: u32,
    /// The very version, where it did not ship with the program.
    pub definition: Option<DefinitionVersionId>,
    /// When it is asked.
    pub moment: Moment,
    /// The cohort.
    pub cohort: CohortId,
    /// Its name.
    pub name: String,
    /// Its short mark.
    pub mark: String,
    /// Whether the cohort is a sample.
    pub sample: bool,
    /// How many people answered.
    pub sheets: u32,
}

fn read_use(cells: &Cells<'_>) -> Result<InstrumentUse> {
    Ok(InstrumentUse {
        instrument: cells.text("instrument")?,
        version: cells.number("version")?,
        definition: cells.maybe_id("definition_version")?,
        moment: cells.word("moment", Moment::from_key)?,
        cohort: cells.id("cohort")?,
        name: cells.text("name")?,
        mark: cells.text("mark")?,
        sample: cells.flag("sample")?,
        sheets: cells.number("sheets")?,
    })
}

/// Occasions of cohorts that are here.
const ASKED: &str = "FROM occasion o JOIN cohort c ON c.id = o.cohort AND c.deleted = 0 \
    LEFT JOIN program p ON p.id = c.program WHERE o.deleted = 0";

/// The occasions at which an instrument is asked, those of the cohort that began last first.
///
/// # Errors
/// What SQLite reports.
pub fn uses(r: &Read<'_>, instrument: &str) -> Result<Vec<InstrumentUse>> {
    let sql = format!(
        "SELECT o.instrument, o.version, o.definition_version, o.moment, c.id AS cohort, c.name, c.mark, \
                COALESCE(p.sample, 0) AS sample, (SELECT COUNT(DISTINCT r.subject) FROM response r \
                WHERE r.occasion = o.id AND r.deleted = 0) AS sheets \
         {ASKED} AND o.instrument = ?1 ORDER BY c.starts DESC, c.id, o.opens DESC, o.id"
    );
    row::list(r, "occasion", &sql, [instrument], read_use)
}

/// The cohorts that are asked each instrument, once each: its key, the cohort, and whether that is a sample.
///
/// # Errors
/// What SQLite reports.
pub fn asked(r: &Read<'_>) -> Result<Vec<(String, CohortId, bool)>> {
    let sql = format!(
        "SELECT DISTINCT o.instrument, c.id AS cohort, COALESCE(p.sample, 0) AS sample {ASKED} ORDER BY 1, 2"
    );
    row::list(r, "occasion", &sql, [], |cells| {
        Ok((
            cells.text("instrument")?,
            cells.id("cohort")?,
            cells.flag("sample")?,
        ))
    })
}
