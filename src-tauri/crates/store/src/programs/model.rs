//! The logic model of a program: its revisions, and the rows behind its figures.
//!
//! A figure is the length or the sum of one of these lists, so that what a screen opens behind a figure is what
//! was counted.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use nexus_domain::cohorts::Leaving;
use nexus_domain::ids::{
    CohortId, EnrolmentId, LevelId, PersonId, ProgramId, ProjectId, SectorId, SessionId,
};
use nexus_domain::people::SizeBand;
pub use nexus_domain::programs::Scope;
use nexus_domain::programs::model::{Model, Revision};
use rusqlite::params;

use crate::row::{self, Cells};
use crate::{Read, Result, StoreError, Write};

/// One enrolment, as it counts for the reach of a program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enrolled {
    /// The cohort.
    pub cohort: CohortId,
    /// The person.
    pub person: PersonId,
    /// Sector at that time.
    pub sector: Option<SectorId>,
    /// Career level at that time.
    pub level: Option<LevelId>,
    /// Size of the institution at that time.
    pub size: Option<SizeBand>,
    /// Region at that time.
    pub region: String,
    /// Institution at that time.
    pub institution: String,
    /// Whether the person was at a session of the cohort.
    pub came: bool,
    /// How the person left the cohort, if they did and did not come back.
    pub left: Option<Leaving>,
}

/// One session, as it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The cohort.
    pub cohort: CohortId,
    /// The session.
    pub session: SessionId,
    /// Its title.
    pub title: String,
    /// The planned day.
    pub date: NaiveDate,
    /// When it began.
    pub began: Option<DateTime<Utc>>,
    /// When it ended; none if it did not take place yet.
    pub ended: Option<DateTime<Utc>>,
    /// How many came.
    pub came: u32,
    /// With how many partners it is held.
    pub partners: u32,
}

const COHORTS: &str = "JOIN cohort c ON c.id = x.cohort AND c.deleted = 0 \
                       AND c.program = ?1 AND (?2 IS NULL OR c.id = ?2)";

fn scoped<T>(
    r: &Read<'_>,
    table: &'static str,
    sql: &str,
    scope: Scope,
    read: impl Fn(&Cells<'_>) -> Result<T>,
) -> Result<Vec<T>> {
    let sql = sql.replace("{cohorts}", COHORTS);
    let values = params![scope.program.to_string(), scope.cohort.map(|id| id.to_string())];
    row::list(r, table, &sql, values, read)
}

/// Everybody who is enrolled, cohort by cohort in the order of the codes.
///
/// # Errors
/// What SQLite reports.
pub fn enrolled(r: &Read<'_>, scope: Scope) -> Result<Vec<Enrolled>> {
    let sql = "SELECT x.id, x.cohort, x.person, x.sector, x.level, x.size, x.region, x.institution, \
                 EXISTS (SELECT 1 FROM attendance a JOIN session s ON s.id = a.session \
                         WHERE a.person = x.person AND a.deleted = 0 AND a.mark IN ('present', 'late') \
                           AND s.cohort = x.cohort AND s.deleted = 0) AS came, \
                 (SELECT d.way FROM departure d WHERE d.enrolment = x.id AND d.deleted = 0 \
                  AND d.returned IS NULL ORDER BY d.day, d.id LIMIT 1) AS way, \
                 (SELECT d.onward FROM departure d WHERE d.enrolment = x.id AND d.deleted = 0 \
                  AND d.returned IS NULL ORDER BY d.day, d.id LIMIT 1) AS onward \
               FROM enrolment x {cohorts} JOIN person p ON p.id = x.person AND p.deleted = 0 \
               WHERE x.deleted = 0 ORDER BY x.cohort, x.number, x.id";
    let found = scoped(r, "enrolment", sql, scope, |cells| {
        let (id, onward): (EnrolmentId, Option<EnrolmentId>) = (cells.id("id")?, cells.maybe_id("onward")?);
        let one = Enrolled {
            cohort: cells.id("cohort")?,
            person: cells.person("person")?,
            sector: cells.maybe_id("sector")?,
            level: cells.maybe_id("level")?,
            size: cells.maybe_word("size", SizeBand::from_key)?,
            region: cells.text("region")?,
            institution: cells.text("institution")?,
            came: cells.flag("came")?,
            left: cells.maybe_word("way", Leaving::from_key)?,
        };
        Ok((id, onward, one))
    })?;
    let several = r.kept()?;
    let mut once: Vec<Enrolled> = Vec::with_capacity(found.len());
    for mut one in where_they_go_on(found) {
        if several.contains_key(&one.person) {
            let same = |other: &&mut Enrolled| other.cohort == one.cohort && other.person == one.person;
            if let Some(first) = once.iter_mut().find(same) {
                first.left = first.left.and(one.left);
                continue;
            }
            one.came |= came(r, one.cohort, one.person)?;
        }
        once.push(one);
    }
    Ok(once)
}

/// Somebody who moved within what is counted counts once, where they go on; having come before counts there too.
fn where_they_go_on(mut found: Vec<(EnrolmentId, Option<EnrolmentId>, Enrolled)>) -> Vec<Enrolled> {
    let moved: Vec<(EnrolmentId, EnrolmentId, bool)> = found
        .iter()
        .filter_map(|(id, onward, one)| Some((*id, (*onward)?, one.came)))
        .collect();
    for (from, to, came) in moved {
        if let Some((.., goes_on)) = found.iter_mut().find(|(id, ..)| *id == to) {
            goes_on.came |= came;
            found.retain(|(id, ..)| *id != from);
        }
    }
    found.into_iter().map(|(.., one)| one).collect()
}

/// Whether somebody was at a session of a cohort, by any of their records.
fn came(r: &Read<'_>, cohort: CohortId, person: PersonId) -> Result<bool> {
    for session in crate::sessions::of_cohort(r, cohort)? {
        let marks = crate::sessions::attendance(r, session.id)?;
        if marks
            .get(&person)
            .is_some_and(|attended| attended.mark.attended())
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// How many came to a session, each person once.
fn came_to(r: &Read<'_>, session: SessionId) -> Result<u32> {
    let mut came = 0;
    for (person, attended) in crate::sessions::attendance(r, session)? {
        came += u32::from(attended.mark.attended() && crate::people::by_id(r, person).is_ok());
    }
    Ok(came)
}

/// The sessions, the earliest first.
///
/// # Errors
/// What SQLite reports.
pub fn sessions(r: &Read<'_>, scope: Scope) -> Result<Vec<Held>> {
    let sql = "SELECT x.id, x.cohort, x.title, x.date, x.began, x.ended, \
                 (SELECT COUNT(*) FROM attendance a JOIN person p ON p.id = a.person AND p.deleted = 0 \
                  WHERE a.session = x.id AND a.deleted = 0 AND a.mark IN ('present', 'late')) AS came, \
                 (SELECT COUNT(*) FROM session_partner y JOIN partner o ON o.id = y.partner AND o.deleted = 0 \
                  WHERE y.session = x.id AND y.deleted = 0) AS partners \
               FROM session x {cohorts} WHERE x.deleted = 0 ORDER BY x.date, x.starts, x.id";
    let mut held = scoped(r, "session", sql, scope, |cells| {
        Ok(Held {
            cohort: cells.id("cohort")?,
            session: cells.id("id")?,
            title: cells.text("title")?,
            date: day(cells, "date")?,
            began: cells.instant("began")?,
            ended: cells.instant("ended")?,
            came: cells.number("came")?,
            partners: cells.number("partners")?,
        })
    })?;
    let sql =
        "SELECT DISTINCT a.session FROM same_person s JOIN attendance a ON a.person = s.id AND a.deleted = 0";
    let twice: Vec<SessionId> = row::list(r, "attendance", sql, [], |cells| cells.id("session"))?;
    for session in held.iter_mut().filter(|held| twice.contains(&held.session)) {
        session.came = came_to(r, session.session)?;
    }
    Ok(held)
}

/// How often somebody came to the sessions of their cohort that were held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marks {
    /// The cohort.
    pub cohort: CohortId,
    /// The person.
    pub person: PersonId,
    /// Sessions to which they came.
    pub came: u32,
    /// Sessions at which anything was marked of them, whether they came or not.
    pub marked: u32,
}

/// The marks of attendance at sessions that were held, added up by person.
///
/// # Errors
/// What SQLite reports.
pub fn marks(r: &Read<'_>, scope: Scope) -> Result<Vec<Marks>> {
    let sql = "SELECT x.cohort, a.person, x.id AS session, a.mark IN ('present', 'late') AS came \
               FROM session x {cohorts} \
               JOIN attendance a ON a.session = x.id AND a.deleted = 0 AND a.mark <> 'expected' \
               JOIN person p ON p.id = a.person AND p.deleted = 0 \
               WHERE x.deleted = 0 AND x.ended IS NOT NULL ORDER BY x.cohort, a.person, x.id, came";
    let found: Vec<(CohortId, PersonId, SessionId, bool)> = scoped(r, "attendance", sql, scope, |cells| {
        Ok((
            cells.id("cohort")?,
            cells.person("person")?,
            cells.id("session")?,
            cells.flag("came")?,
        ))
    })?;
    // Two records of one person may both stand at one session: it counts once, and as come if one of them did.
    let mut once: BTreeMap<(CohortId, PersonId, SessionId), bool> = BTreeMap::new();
    for (cohort, person, session, came) in found {
        *once.entry((cohort, person, session)).or_default() |= came;
    }
    let mut sums: BTreeMap<(CohortId, PersonId), (u32, u32)> = BTreeMap::new();
    for ((cohort, person, _), came) in once {
        let sum = sums.entry((cohort, person)).or_default();
        *sum = (sum.0 + u32::from(came), sum.1 + 1);
    }
    Ok(sums
        .into_iter()
        .map(|((cohort, person), (came, marked))| Marks {
            cohort,
            person,
            came,
            marked,
        })
        .collect())
}

/// Who works on which project, with the sector of the enrolment; projects without people are left out.
///
/// # Errors
/// What SQLite reports.
pub fn project_people(r: &Read<'_>, scope: Scope) -> Result<Vec<(ProjectId, PersonId, Option<SectorId>)>> {
    let places = "SELECT x.cohort, x.person, x.sector FROM enrolment x {cohorts} \
                  WHERE x.deleted = 0 ORDER BY x.number";
    let places = scoped(r, "enrolment", places, scope, |cells| {
        let place: (CohortId, PersonId) = (cells.id("cohort")?, cells.person("person")?);
        Ok((place, cells.maybe_id("sector")?))
    })?;
    let mut sectors: BTreeMap<(CohortId, PersonId), Option<SectorId>> = BTreeMap::new();
    for (place, sector) in places {
        sectors.entry(place).or_insert(sector);
    }
    let members = "SELECT x.id, x.cohort, m.person FROM project x {cohorts} \
                   JOIN project_member m ON m.project = x.id AND m.deleted = 0 \
                   WHERE x.deleted = 0 ORDER BY x.id, m.person";
    let members = scoped(r, "project", members, scope, |cells| {
        let place = (cells.id("cohort")?, cells.person("person")?);
        Ok((cells.id("id")?, place))
    })?;
    let placed = members.into_iter().filter_map(|(project, place)| {
        let sector = sectors.get(&place)?;
        Some((project, place.1, *sector))
    });
    let mut found: Vec<(ProjectId, PersonId, Option<SectorId>)> = placed.collect();
    let mut seen = BTreeSet::new();
    found.retain(|(project, person, _)| seen.insert((*project, *person)));
    Ok(found)
}

/// The projects with the number of lessons that were applied to each, the oldest first.
///
/// # Errors
/// What SQLite reports.
pub fn projects(r: &Read<'_>, scope: Scope) -> Result<Vec<(ProjectId, u32)>> {
    let sql = "SELECT x.id, (SELECT COUNT(*) FROM lesson l WHERE l.project = x.id AND l.deleted = 0) AS lessons \
               FROM project x {cohorts} WHERE x.deleted = 0 ORDER BY x.id";
    scoped(r, "project", sql, scope, |cells| {
        Ok((cells.id("id")?, cells.number("lessons")?))
    })
}

/// How often one answer stands at one item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tally {
    /// Key of the item.
    pub item: String,
    /// The stored code of the answer.
    pub code: String,
    /// How often.
    pub count: u32,
}

/// How often each answer was given to one version of an instrument, by items; corrected sheets are left out.
///
/// # Errors
/// What SQLite reports.
pub fn tallies(r: &Read<'_>, scope: Scope, instrument: &str, version: u32) -> Result<Vec<Tally>> {
    let sql = "SELECT json_extract(a.value, '$[0]') AS item, json_extract(a.value, '$[1]') AS code, COUNT(*) AS count \
               FROM occasion x {cohorts} JOIN response s ON s.occasion = x.id AND s.deleted = 0, json_each(s.answers) a \
               WHERE x.deleted = 0 AND x.instrument = ?3 AND x.version = ?4 \
                 AND s.id NOT IN (SELECT corrects FROM response WHERE corrects IS NOT NULL AND deleted = 0) \
               GROUP BY 1, 2 ORDER BY 1, 2"
        .replace("{cohorts}", COHORTS);
    let cohort = scope.cohort.map(|id| id.to_string());
    let values = params![scope.program.to_string(), cohort, instrument, version];
    row::list(r, "response", &sql, values, |cells| {
        Ok(Tally {
            item: cells.text("item")?,
            code: cells.text("code")?,
            count: cells.number("count")?,
        })
    })
}

fn day(cells: &Cells<'_>, column: &'static str) -> Result<NaiveDate> {
    cells.date(column)?.ok_or_else(|| StoreError::BadCell {
        table: cells.table,
        column,
        found: String::new(),
    })
}

fn read_revision(cells: &Cells<'_>) -> Result<Revision> {
    let content = cells.text("content")?;
    let bad = || StoreError::BadCell {
        table: cells.table,
        column: "content",
        found: content.chars().take(80).collect(),
    };
    let value: serde_json::Value = serde_json::from_str(&content).map_err(|_| bad())?;
    let list = |name: &str| -> Option<Vec<String>> {
        let words = value.get(name)?.as_array()?.iter();
        words.map(|word| word.as_str().map(str::to_owned)).collect()
    };
    Ok(Revision {
        id: cells.id("id")?,
        program: cells.id("program")?,
        number: cells.number("number")?,
        date: day(cells, "date")?,
        remark: cells.text("remark")?,
        model: Model {
            situation: value["situation"].as_str().ok_or_else(bad)?.to_owned(),
            sectors: list("sectors").ok_or_else(bad)?,
            levels: list("levels").ok_or_else(bad)?,
            competencies: list("competencies").ok_or_else(bad)?,
            outcomes: list("outcomes").ok_or_else(bad)?,
            // Revisions from before there were criteria name none.
            criteria: list("criteria").unwrap_or_default(),
        },
    })
}

/// The revisions of a program's model, the latest first.
///
/// # Errors
/// What SQLite reports; [`StoreError::BadCell`].
pub fn revisions(r: &Read<'_>, program: ProgramId) -> Result<Vec<Revision>> {
    let sql = "SELECT * FROM model WHERE program = ?1 AND deleted = 0 ORDER BY number DESC, id DESC";
    row::list(r, "model", sql, [program.to_string()], read_revision)
}

/// Stores a revision. It is never changed afterwards.
///
/// # Errors
/// What SQLite reports.
pub fn add_revision(w: &Write<'_>, revision: &Revision) -> Result<()> {
    let model = &revision.model;
    let content = serde_json::json!({
        "situation": model.situation,
        "sectors": model.sectors,
        "levels": model.levels,
        "competencies": model.competencies,
        "outcomes": model.outcomes,
        "criteria": model.criteria,
    });
    row::put(
        w,
        "model",
        &revision.id.to_string(),
        &[
            ("program", &revision.program.to_string()),
            ("number", &revision.number),
            ("date", &revision.date.to_string()),
            ("remark", &revision.remark),
            ("content", &content.to_string()),
        ],
    )
}
