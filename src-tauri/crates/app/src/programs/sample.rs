//! Who and what carries the sample program.

use chrono::{Days, NaiveDate};
use nexus_domain::cohorts::Cohort;
use nexus_domain::ids::{HoursId, PartnerId, PersonId, ProgramId};
use nexus_domain::people::{Person, Role};
use nexus_domain::programs::inputs::{Hours, Partner};
use nexus_store::programs::inputs as rows;
use nexus_store::{Write, cohorts, people, sessions};

use super::model::agree;
use crate::{App, Result};

/// Given name, family name, role, institution, minutes planned and given, and what for.
const PEOPLE: [(&str, &str, Role, &str, u32, u32, &str); 5] = [
    (
        "Ruth",
        "Adeyemi",
        Role::Facilitator,
        "Sample facility",
        960,
        990,
        "Leading the institute",
    ),
    (
        "Lucas",
        "Ferreira",
        Role::Facilitator,
        "Sample facility",
        480,
        450,
        "Leading the project clinics",
    ),
    (
        "Miriam",
        "Stone",
        Role::Coach,
        "Riverbend training centre",
        1_440,
        1_080,
        "Reading and answering projects",
    ),
    (
        "Henrik",
        "Dahl",
        Role::Mentor,
        "Fjord Heritage Museum",
        720,
        540,
        "Meeting four participants",
    ),
    (
        "Grace",
        "Okoro",
        Role::Mentor,
        "Lakeside Public Library",
        720,
        600,
        "Meeting four participants",
    ),
];
/// Name, what it gives, whether it is a training facility.
const PARTNERS: [(&str, &str, bool); 3] = [
    ("Riverbend training centre", "Rooms, one coach", true),
    (
        "Fjord Heritage Museum",
        "A mentor and a day behind the scenes",
        false,
    ),
    ("County Historical Society", "Cases for the project clinic", false),
];

/// Fills in partners, hours and a first version of the model, within an action. The cohort has its sessions; who took
/// part in an earlier one of the program and mentors now is one person.
pub(crate) fn fill(app: &App, w: &Write<'_>, cohort: &Cohort, today: NaiveDate) -> Result<()> {
    let mut partners = Vec::new();
    for (name, part, facility) in PARTNERS {
        let partner = Partner {
            id: PartnerId(app.new_id()),
            program: cohort.program,
            name: name.to_owned(),
            part: part.to_owned(),
            facility,
        };
        rows::put_partner(w, &partner)?;
        partners.push(partner.id);
    }
    let held = sessions::of_cohort(w, cohort.id)?;
    if let (Some(first), Some(partner)) = (held.first(), partners.first()) {
        rows::set_session_partner(w, first.id, *partner, true)?;
    }
    let mut alumni = Vec::new();
    for (other, _) in cohorts::all(w)? {
        if other.program == cohort.program && other.id != cohort.id {
            alumni.extend(
                cohorts::members(w, other.id)?
                    .into_iter()
                    .map(|(_, person)| person),
            );
        }
    }
    for (given_name, family, role, institution, planned, given, what) in PEOPLE {
        let before = alumni
            .iter()
            .find(|one| one.given == given_name && one.family == family);
        let mut person = before.cloned().unwrap_or_else(|| Person {
            given: given_name.to_owned(),
            family: family.to_owned(),
            institution: institution.to_owned(),
            ..crate::people::nobody(PersonId(app.new_id()))
        });
        person.roles.push(role);
        people::put(w, &person)?;
        let session = held.first().filter(|_| role == Role::Facilitator);
        let hours = Hours {
            id: HoursId(app.new_id()),
            program: cohort.program,
            cohort: Some(cohort.id),
            session: session.map(|session| session.id),
            person: person.id,
            role,
            planned,
            given,
            date: session.map_or_else(
                || today.checked_sub_days(Days::new(20)),
                |session| Some(session.date),
            ),
            what: what.to_owned(),
        };
        rows::put_hours(w, &hours)?;
    }
    agree(app, w, cohort.program, "with archives and museums".to_owned())?;
    Ok(())
}

/// Takes what [`fill`] made, and what was added to it, into the bin. People who carry something else stay.
pub(crate) fn remove(w: &Write<'_>, program: ProgramId) -> Result<()> {
    let hours = rows::hours(w, program)?;
    for line in &hours {
        rows::set_hours_deleted(w, line.id, true)?;
    }
    for partner in rows::partners(w, program)? {
        rows::set_partner_deleted(w, partner.id, true)?;
    }
    for line in hours {
        let elsewhere = rows::carries(w, line.person)? || !cohorts::of_person(w, line.person)?.is_empty();
        if !elsewhere && people::by_id(w, line.person).is_ok() {
            people::set_deleted(w, line.person, true)?;
        }
    }
    Ok(())
}
