//! One person over time: their records, places, roles, and what they allow.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use nexus_domain::cohorts::participant_code;
use nexus_domain::ids::{AliasId, CohortId, PersonId};
use nexus_domain::people::Role;
use nexus_domain::people::alias::Join;
use nexus_store::people::alias;
use nexus_store::programs::{self, inputs};
use nexus_store::{Read, cohorts, people};
use serde::{Deserialize, Serialize};
use specta::Type;

use super::merge::record_view;
use super::{ConsentView, LeftView, RecordView, consent, leaving, read_id};
use crate::{App, Result};

/// One person over time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct OverTimeView {
    /// Where they take part or took part, the latest first.
    pub places: Vec<PlaceView>,
    /// What else they do or did, by cohort.
    pub roles: Vec<RoleLine>,
    /// What they allow.
    pub consents: Vec<ConsentView>,
    /// Other records of the same person.
    pub records: Vec<JoinedView>,
    /// Whether it is settled which record counts; it is not where two laptops chose differently.
    pub settled: bool,
    /// Cohorts to which they could move.
    pub cohorts: Vec<CohortOffer>,
    /// The present day at the facility.
    pub today: String,
}

/// A place in a cohort.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct PlaceView {
    /// Id of the cohort.
    pub cohort: String,
    /// Its name.
    pub name: String,
    /// Its short mark.
    pub mark: String,
    /// Name of its program.
    pub program: String,
    /// Participant code.
    pub code: String,
    /// Codes of other records of the person in the same cohort.
    pub also: Vec<String>,
    /// First and last day of the cohort, where they are known.
    pub starts: Option<String>,
    /// Last day of the cohort.
    pub ends: Option<String>,
    /// The last day in the cohort from which they moved here, if they did.
    pub since: Option<String>,
    /// How they left, if they have and did not come back.
    pub left: Option<LeftView>,
    /// How they had left before, the latest first.
    pub before: Vec<LeftView>,
}

/// A role in a cohort.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct RoleLine {
    /// Which.
    pub role: Role,
    /// Id of the cohort; empty for a role in a program as a whole, or in general.
    pub cohort: String,
    /// Name of the cohort or program; empty for a role in general.
    pub name: String,
    /// The first day of which something is written down.
    pub from: Option<String>,
    /// The last one.
    pub to: Option<String>,
    /// Minutes given.
    pub minutes: u32,
}

/// Another record of the same person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct JoinedView {
    /// The record.
    pub record: RecordView,
    /// When it was joined, RFC 3339; empty where that is not known.
    pub at: String,
    /// Who joined it.
    pub by: String,
}

/// A cohort to which somebody could move.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Type)]
pub struct CohortOffer {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// One person over time.
///
/// # Errors
/// [`crate::AppError::NotFound`]; those of the store.
pub fn over_time(app: &App, person: &str) -> Result<OverTimeView> {
    let id = read_id(person)?;
    app.ws().read(|r| {
        let person = people::by_id(r, id)?;
        let places = places(r, person.id)?;
        let here = |id: &str| {
            places
                .iter()
                .any(|place| place.cohort == id && place.left.is_none())
        };
        let settled = alias::groups(r)?
            .into_iter()
            .find(|group| group.kept == person.id)
            .is_none_or(|group| group.settled);
        let cohorts = cohorts::all(r)?.into_iter().map(|(cohort, _)| CohortOffer {
            id: cohort.id.to_string(),
            name: cohort.name,
        });
        Ok(OverTimeView {
            cohorts: cohorts.filter(|cohort| !here(&cohort.id)).collect(),
            places,
            roles: roles(r, person.id, &person.roles)?,
            consents: consent::of_person(app, r, &person)?,
            records: records(app, r, person.id)?,
            settled,
            today: app.today(r)?.to_string(),
        })
    })
}

fn places(r: &Read<'_>, person: PersonId) -> Result<Vec<PlaceView>> {
    let mut places = Vec::new();
    for (place, cohort) in cohorts::of_person(r, person)? {
        let code = |number: u32| participant_code(&cohort.prefix, number);
        let mut before = Vec::new();
        for departure in cohorts::departures(r, place.id)? {
            if departure.returned.is_some() {
                before.push(leaving::left_view(r, &departure)?);
            }
        }
        let left = place
            .left
            .as_ref()
            .map(|left| leaving::left_view(r, left))
            .transpose()?;
        places.push(PlaceView {
            cohort: cohort.id.to_string(),
            program: programs::by_id(r, cohort.program)?.name,
            code: code(place.number),
            also: place.also.iter().map(|number| code(*number)).collect(),
            starts: cohort.starts.map(|day| day.to_string()),
            ends: cohort.ends.map(|day| day.to_string()),
            since: place.since.map(|day| day.to_string()),
            left,
            before,
            name: cohort.name,
            mark: cohort.mark,
        });
    }
    Ok(places)
}

/// Roles by cohort, as the hours tell them, and those of which no hours tell.
fn roles(r: &Read<'_>, person: PersonId, general: &[Role]) -> Result<Vec<RoleLine>> {
    type Span = (Option<NaiveDate>, Option<NaiveDate>, u32, String);
    let mut found: BTreeMap<(Role, Option<CohortId>, String), Span> = BTreeMap::new();
    for program in programs::all(r)? {
        for hours in inputs::hours(r, program.id)? {
            if hours.person != person {
                continue;
            }
            let name = match hours.cohort {
                Some(cohort) => cohorts::by_id(r, cohort)?.name,
                None => program.name.clone(),
            };
            let key = (hours.role, hours.cohort, program.id.to_string());
            let (from, to, minutes, _) = found.entry(key).or_insert((hours.date, hours.date, 0, name));
            *from = [*from, hours.date].into_iter().flatten().min();
            *to = (*to).max(hours.date);
            *minutes += hours.given;
        }
    }
    let told: Vec<Role> = found.keys().map(|(role, ..)| *role).collect();
    let mut lines: Vec<RoleLine> = found
        .into_iter()
        .map(|((role, cohort, _), (from, to, minutes, name))| RoleLine {
            role,
            cohort: cohort.map(|id| id.to_string()).unwrap_or_default(),
            name,
            from: from.map(|day| day.to_string()),
            to: to.map(|day| day.to_string()),
            minutes,
        })
        .collect();
    lines.extend(
        general
            .iter()
            .filter(|role| !told.contains(role))
            .map(|role| RoleLine {
                role: *role,
                cohort: String::new(),
                name: String::new(),
                from: None,
                to: None,
                minutes: 0,
            }),
    );
    Ok(lines)
}

/// The other records of a person, each with when it was joined.
pub(super) fn records(app: &App, r: &Read<'_>, person: PersonId) -> Result<Vec<JoinedView>> {
    let joins = alias::joins(r)?;
    let mut records = Vec::new();
    for other in alias::records(r, person)?.into_iter().skip(1) {
        let own = |join: &&Join| join.loser == other || join.winner == other;
        let mut latest = None;
        for join in joins.iter().filter(own) {
            let row = AliasId::of(join.loser, join.winner).to_string();
            let entry = app.ws().history("person_alias", &row)?.into_iter().next();
            latest = latest.max(entry.map(|entry| (entry.at, entry.author)));
        }
        let (at, by) = latest.map(|(at, by)| (at.to_rfc3339(), by)).unwrap_or_default();
        records.push(JoinedView {
            record: record_view(r, other)?,
            at,
            by,
        });
    }
    Ok(records)
}
