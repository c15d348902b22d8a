//! What is put into a program: partners, and the hours of those who carry it, planned beside given.

use std::collections::BTreeMap;

use nexus_domain::ids::{CohortId, HoursId, PartnerId, PersonId, ProgramId, SessionId};
use nexus_domain::people::Role;
use nexus_domain::programs::inputs::{Hours, Partner, read_hours};
use nexus_store::programs::inputs as rows;
use nexus_store::{Read, Write, cohorts, people, programs, sessions};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::{ProgramLine, read_id};
use crate::input::{day_or_none, id, id_or_none, invalid, line, required};
use crate::{App, AppError, Done, Result};

/// What a program is given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct InputsView {
    /// The program.
    pub program: ProgramLine,
    /// Institutions that work with it, by name.
    pub partners: Vec<PartnerLine>,
    /// Hours, the latest first.
    pub hours: Vec<HoursLine>,
    /// Hours added up by person and role, by name.
    pub loads: Vec<LoadLine>,
    /// All of them.
    pub total: Load,
    /// Who can be chosen: everybody with a role.
    pub people: Vec<Offer>,
    /// The cohorts of the program, the latest first.
    pub cohorts: Vec<Offer>,
    /// Their sessions, the latest first.
    pub sessions: Vec<Offer>,
}

/// Something that a form offers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Offer {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
}

/// One partner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PartnerLine {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it gives or does.
    pub part: String,
    /// Whether it is a training facility of its own.
    pub facility: bool,
}

/// One line of hours. Times are in minutes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct HoursLine {
    /// Its id.
    pub id: String,
    /// Id of the person.
    pub person: String,
    /// Their name.
    pub name: String,
    /// As what.
    pub role: Role,
    /// Id of the cohort, or empty.
    pub cohort: String,
    /// Id of the session, or empty.
    pub session: String,
    /// What the cohort or the session is called; empty for the program as a whole.
    pub whose: String,
    /// Planned.
    pub planned: u32,
    /// Given.
    pub given: u32,
    /// The day, `YYYY-MM-DD`, or empty.
    pub date: String,
    /// What it was for.
    pub what: String,
}

/// Minutes planned and given.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct Load {
    /// Planned.
    pub planned: u32,
    /// Given.
    pub given: u32,
}

/// The hours of one person in one role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct LoadLine {
    /// Id of the person.
    pub person: String,
    /// Their name.
    pub name: String,
    /// As what.
    pub role: Role,
    /// The minutes.
    pub load: Load,
}

/// A partner as a form gives it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PartnerInput {
    /// Its name.
    pub name: String,
    /// What it gives or does; may be empty.
    pub part: String,
    /// Whether it is a training facility of its own.
    pub facility: bool,
}

/// Hours as a form gives them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct HoursInput {
    /// Id of the person.
    pub person: String,
    /// As what.
    pub role: Role,
    /// Id of the cohort, or empty.
    pub cohort: String,
    /// Id of the session, or empty.
    pub session: String,
    /// Planned: `2`, `2.5`, `2:30` or empty.
    pub planned: String,
    /// Given, alike.
    pub given: String,
    /// The day, `YYYY-MM-DD`, or empty.
    pub date: String,
    /// What it was for.
    pub what: String,
}

/// A partner and whether a session is held with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct SessionPartner {
    /// Id of the partner.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether the session is held with it.
    pub held: bool,
}

/// What a program is given.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn inputs(app: &App, program: &str) -> Result<InputsView> {
    let id = read_id(program)?;
    app.ws().read(|r| inputs_of(r, id))
}

/// As [`inputs`], within a transaction.
pub(crate) fn inputs_of(r: &Read<'_>, id: ProgramId) -> Result<InputsView> {
    let program = programs::by_id(r, id)?;
    let cohorts: Vec<_> = cohorts::all(r)?
        .into_iter()
        .map(|(cohort, _)| cohort)
        .filter(|cohort| cohort.program == id)
        .collect();
    let mut held = Vec::new();
    for cohort in &cohorts {
        for session in sessions::of_cohort(r, cohort.id)? {
            held.push((
                session.date,
                format!("{} · {}", cohort.mark, session.title),
                session.id,
            ));
        }
    }
    held.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(&other.1)));
    let rows = rows::hours(r, id)?;
    let mut lines = Vec::new();
    for hours in &rows {
        let cohort = cohorts.iter().find(|cohort| Some(cohort.id) == hours.cohort);
        let session = held.iter().find(|(_, _, id)| Some(*id) == hours.session);
        lines.push(HoursLine {
            id: hours.id.to_string(),
            person: hours.person.to_string(),
            name: people::by_id(r, hours.person)?.name(),
            role: hours.role,
            cohort: hours.cohort.map(|id| id.to_string()).unwrap_or_default(),
            session: hours.session.map(|id| id.to_string()).unwrap_or_default(),
            whose: match (session, cohort) {
                (Some((_, name, _)), _) => name.clone(),
                (None, Some(cohort)) => cohort.mark.clone(),
                (None, None) => String::new(),
            },
            planned: hours.planned,
            given: hours.given,
            date: hours.date.map(|day| day.to_string()).unwrap_or_default(),
            what: hours.what.clone(),
        });
    }
    let pick = |id: String, name: String| Offer { id, name };
    Ok(InputsView {
        program: ProgramLine::of(&program),
        partners: rows::partners(r, id)?.into_iter().map(partner_line).collect(),
        loads: loads(&lines),
        total: total(&rows),
        people: people::with_roles(r)?
            .into_iter()
            .map(|person| pick(person.id.to_string(), person.name()))
            .collect(),
        cohorts: cohorts
            .iter()
            .map(|cohort| pick(cohort.id.to_string(), cohort.name.clone()))
            .collect(),
        sessions: held
            .into_iter()
            .map(|(_, name, id)| pick(id.to_string(), name))
            .collect(),
        hours: lines,
    })
}

fn partner_line(partner: Partner) -> PartnerLine {
    PartnerLine {
        id: partner.id.to_string(),
        name: partner.name,
        part: partner.part,
        facility: partner.facility,
    }
}

/// All hours added up.
pub(super) fn total(rows: &[Hours]) -> Load {
    rows.iter().fold(Load::default(), |load, hours| Load {
        planned: load.planned.saturating_add(hours.planned),
        given: load.given.saturating_add(hours.given),
    })
}

fn loads(lines: &[HoursLine]) -> Vec<LoadLine> {
    let mut loads: BTreeMap<(String, String, &str), LoadLine> = BTreeMap::new();
    for hours in lines {
        let key = (hours.name.to_lowercase(), hours.person.clone(), hours.role.key());
        let line = loads.entry(key).or_insert_with(|| LoadLine {
            person: hours.person.clone(),
            name: hours.name.clone(),
            role: hours.role,
            load: Load::default(),
        });
        line.load.planned = line.load.planned.saturating_add(hours.planned);
        line.load.given = line.load.given.saturating_add(hours.given);
    }
    loads.into_values().collect()
}

/// Adds a partner. Gives its id.
///
/// # Errors
/// [`AppError::Invalid`] for a name that is empty or taken; [`AppError::NotFound`]; those of the store.
pub fn partner_add(app: &App, program: &str, input: &PartnerInput) -> Result<Done<String>> {
    let program = read_id(program)?;
    let id = PartnerId(app.new_id());
    app.act("programs.partner-add", &tidy_name(&input.name), |w| {
        programs::by_id(w, program)?;
        rows::put_partner(w, &read_partner(w, id, program, input)?)?;
        Ok(id.to_string())
    })
}

/// Changes a partner.
///
/// # Errors
/// As [`partner_add`].
pub fn partner_edit(app: &App, partner: &str, input: &PartnerInput) -> Result<Done<()>> {
    let id: PartnerId = id("partner", partner)?;
    app.act("programs.partner-edit", &tidy_name(&input.name), |w| {
        let before = rows::partner(w, id)?;
        Ok(rows::put_partner(
            w,
            &read_partner(w, id, before.program, input)?,
        )?)
    })
}

/// Takes a partner into the bin. Sessions that were held with it are joint no longer.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn partner_remove(app: &App, partner: &str) -> Result<Done<()>> {
    let id: PartnerId = id("partner", partner)?;
    let name = app.ws().read(|r| rows::partner(r, id))?.name;
    app.act("programs.partner-remove", &name, |w| {
        Ok(rows::set_partner_deleted(w, id, true)?)
    })
}

fn tidy_name(name: &str) -> String {
    nexus_domain::people::letters::tidy(name)
}

fn read_partner(r: &Read<'_>, id: PartnerId, program: ProgramId, input: &PartnerInput) -> Result<Partner> {
    let name = required("partner", "name", line("partner", "name", &input.name)?, "a name")?;
    let mut others = rows::partners(r, program)?
        .into_iter()
        .filter(|other| other.id != id);
    if others.any(|other| other.name.to_lowercase() == name.to_lowercase()) {
        return Err(invalid(
            "partner",
            "name",
            &name,
            "a name that no other partner has",
        ));
    }
    Ok(Partner {
        id,
        program,
        part: line(&name, "part", &input.part)?,
        name,
        facility: input.facility,
    })
}

/// Adds hours. Gives the id of the line.
///
/// # Errors
/// [`AppError::Invalid`] for what are no hours, for none at all, and for a cohort or session of another program;
/// [`AppError::NotFound`]; those of the store.
pub fn hours_add(app: &App, program: &str, input: &HoursInput) -> Result<Done<String>> {
    let program = read_id(program)?;
    let id = HoursId(app.new_id());
    app.act("programs.hours-add", &named(app, input)?, |w| {
        programs::by_id(w, program)?;
        rows::put_hours(w, &read_input(w, id, program, input)?)?;
        Ok(id.to_string())
    })
}

/// Changes a line of hours.
///
/// # Errors
/// As [`hours_add`].
pub fn hours_edit(app: &App, hours: &str, input: &HoursInput) -> Result<Done<()>> {
    let id: HoursId = id("hours", hours)?;
    app.act("programs.hours-edit", &named(app, input)?, |w| {
        let before = rows::hours_by_id(w, id)?;
        Ok(rows::put_hours(w, &read_input(w, id, before.program, input)?)?)
    })
}

/// Takes a line of hours into the bin.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn hours_remove(app: &App, hours: &str) -> Result<Done<()>> {
    let id: HoursId = id("hours", hours)?;
    let name = app.ws().read(|r| {
        let row = rows::hours_by_id(r, id)?;
        Ok::<_, AppError>(people::by_id(r, row.person)?.name())
    })?;
    app.act("programs.hours-remove", &name, |w| {
        Ok(rows::set_hours_deleted(w, id, true)?)
    })
}

fn named(app: &App, input: &HoursInput) -> Result<String> {
    let person: PersonId = id("person", &input.person)?;
    Ok(app.ws().read(|r| people::by_id(r, person))?.name())
}

fn read_input(w: &Write<'_>, hours: HoursId, program: ProgramId, input: &HoursInput) -> Result<Hours> {
    let person: PersonId = id("person", &input.person)?;
    let name = people::by_id(w, person)?.name();
    let minutes = |field: &str, text: &str| {
        read_hours(text).map_err(|_| invalid(&name, field, text.trim(), "hours such as 2, 2.5 or 2:30"))
    };
    let (planned, given) = (
        minutes("planned", &input.planned)?,
        minutes("given", &input.given)?,
    );
    if planned == 0 && given == 0 {
        return Err(invalid(&name, "given", "", "hours planned or given"));
    }
    let session: Option<SessionId> = id_or_none("session", &input.session)?;
    let mut cohort: Option<CohortId> = id_or_none("cohort", &input.cohort)?;
    if let Some(session) = session {
        // A session is of one cohort, whatever the form says.
        cohort = Some(sessions::by_id(w, session)?.cohort);
    }
    if let Some(cohort) = cohort {
        let cohort = cohorts::by_id(w, cohort)?;
        if cohort.program != program {
            return Err(invalid(&name, "cohort", &cohort.name, "a cohort of this program"));
        }
    }
    Ok(Hours {
        id: hours,
        program,
        cohort,
        session,
        person,
        role: input.role,
        planned,
        given,
        date: day_or_none(&name, "date", &input.date)?,
        what: line(&name, "what", &input.what)?,
    })
}

/// The partners of the program of a session, with those it is held with marked.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn session_partners(app: &App, session: &str) -> Result<Vec<SessionPartner>> {
    let id: SessionId = id("session", session)?;
    app.ws().read(|r| {
        let session = sessions::by_id(r, id)?;
        let program = cohorts::by_id(r, session.cohort)?.program;
        let held = rows::of_session(r, id)?;
        let all = rows::partners(r, program)?.into_iter();
        Ok(all
            .map(|partner| SessionPartner {
                id: partner.id.to_string(),
                held: held.iter().any(|other| other.id == partner.id),
                name: partner.name,
            })
            .collect())
    })
}

/// Says whether a session is held with a partner.
///
/// # Errors
/// [`AppError::NotFound`]; those of the store.
pub fn session_partner_set(app: &App, session: &str, partner: &str, held: bool) -> Result<Done<()>> {
    let (session, partner): (SessionId, PartnerId) = (id("session", session)?, id("partner", partner)?);
    let title = app.ws().read(|r| sessions::by_id(r, session))?.title;
    app.act("programs.session-partner", &title, |w| {
        rows::partner(w, partner)?;
        Ok(rows::set_session_partner(w, session, partner, held)?)
    })
}
