//! People, cohorts and words go in and come out as they were.
#![allow(clippy::unwrap_used)]

use chrono::{DateTime, NaiveDate};
use nexus_domain::cohorts::{Cohort, Enrolment};
use nexus_domain::ids::{CohortId, EnrolmentId, FacilityId, PersonId, ProgramId};
use nexus_domain::people::{Consent, Person, Role, SizeBand, default_levels, default_sectors};
use nexus_domain::programs::{Award, Facility, Program};
use nexus_store::{
    ActionMeta, OpenOptions, StoreError, Workspace, WorkspaceKey, Write, cohorts, people, programs,
};
use uuid::Uuid;

fn act<T>(ws: &Workspace, work: impl FnOnce(&Write<'_>) -> Result<T, StoreError>) -> T {
    let meta = ActionMeta {
        author: "ana",
        kind: "test",
        detail: "",
        now: DateTime::UNIX_EPOCH,
    };
    ws.transact(&meta, work).unwrap().0
}

fn day(text: &str) -> Option<NaiveDate> {
    Some(text.parse().unwrap())
}

#[test]
fn what_is_stored_comes_back() {
    let folder = tempfile::tempdir().unwrap();
    let key = WorkspaceKey::random().unwrap();
    let ws = Workspace::create(&folder.path().join("w.nexus"), &key, &OpenOptions::WRITE).unwrap();
    let facility = Facility {
        id: FacilityId(Uuid::from_u128(1)),
        name: "Riverbend".into(),
        zone: chrono_tz::America::Chicago,
    };
    let program = Program {
        id: ProgramId(Uuid::from_u128(2)),
        name: "Emerging leaders".into(),
        situation: "Few successors".into(),
        criteria: vec!["Small institutions first".into()],
        award: Some(Award {
            funder: "IMLS".into(),
            number: "RE-1".into(),
            starts: day("2026-09-01"),
            ends: None,
        }),
        sample: false,
    };
    let cohort = Cohort {
        id: CohortId(Uuid::from_u128(3)),
        program: program.id,
        name: "Autumn 2026".into(),
        mark: "A 26".into(),
        prefix: "N".into(),
        starts: day("2026-09-14"),
        ends: None,
    };
    let (sectors, levels) = (default_sectors(), default_levels());
    let person = Person {
        id: PersonId(Uuid::from_u128(4)),
        given: "Søren".into(),
        family: "Łukaszewicz".into(),
        email: "s@example.org".into(),
        institution: "Summit".into(),
        position: "Archivist".into(),
        region: "IL".into(),
        sector: Some(sectors[0].id),
        level: Some(levels[1].id),
        size: Some(SizeBand::UpTo20),
        aspiration: "Director".into(),
        consent: Consent::Yes,
        roles: vec![Role::Coach, Role::Staff],
    };
    let enrolment = Enrolment {
        id: EnrolmentId::of(cohort.id, person.id),
        cohort: cohort.id,
        person: person.id,
        number: 1,
        sector: Some(sectors[1].id),
        level: None,
        aspiration: "Head".into(),
        institution: "Valley".into(),
        position: String::new(),
        region: String::new(),
        size: None,
        registered: day("2026-08-01"),
        also: Vec::new(),
        left: None,
        since: None,
    };
    act(&ws, |w| {
        programs::put_facility(w, &facility)?;
        programs::put(w, &program)?;
        cohorts::put(w, &cohort)?;
        for sector in &sectors {
            people::put_sector(w, sector)?;
        }
        for level in &levels {
            people::put_level(w, level)?;
        }
        people::put(w, &person)?;
        cohorts::put_enrolment(w, &enrolment)
    });
    ws.read(|r| {
        assert_eq!(programs::facility(r)?, Some(facility.clone()));
        assert_eq!(programs::all(r)?, std::slice::from_ref(&program));
        assert_eq!(cohorts::all(r)?, [(cohort.clone(), 1)]);
        assert_eq!(cohorts::named(r, "autumn 2026")?, Some(cohort.clone()));
        assert_eq!(people::vocabulary(r)?.sectors, sectors);
        assert_eq!(people::vocabulary(r)?.levels, levels);
        assert_eq!(
            cohorts::members(r, cohort.id)?,
            [(enrolment.clone(), person.clone())]
        );
        assert_eq!(
            cohorts::of_person(r, person.id)?,
            [(enrolment.clone(), cohort.clone())]
        );
        let known = cohorts::known(r, cohort.id)?;
        assert_eq!(known[0].facts.institution, "Valley");
        assert!(known[0].enrolled);
        let elsewhere = cohorts::known(r, CohortId(Uuid::from_u128(9)))?;
        assert_eq!(
            (elsewhere[0].facts.institution.as_str(), elsewhere[0].enrolled),
            ("Summit", false)
        );
        Ok::<_, StoreError>(())
    })
    .unwrap();
    act(&ws, |w| cohorts::set_enrolment_deleted(w, enrolment.id, true));
    ws.read(|r| {
        assert!(cohorts::members(r, cohort.id)?.is_empty());
        assert_eq!(
            cohorts::numbers_used(r, cohort.id)?,
            [1],
            "a number is never given twice"
        );
        Ok::<_, StoreError>(())
    })
    .unwrap();
    assert!(ws.check().unwrap().is_sound());
}
