//! What a cohort answered, instrument by instrument and moment by moment: the sheets that count, and how many were
//! expected.

use std::collections::BTreeSet;

use nexus_domain::assessments::{Instrument, Moment, Response};
use nexus_domain::cohorts::Enrolment;
use nexus_domain::ids::{CohortId, PersonId};
use nexus_domain::people::Person;
use nexus_store::{Read, assessments, cohorts};

use super::{count, library, versions};
use crate::Result;

/// What one cohort answered to one instrument at one moment.
pub(crate) struct Sitting {
    /// Key of the instrument.
    pub instrument: String,
    /// When.
    pub moment: Moment,
    /// The versions that were asked, the oldest first.
    pub versions: Vec<Instrument>,
    /// How many a sheet is expected from or was got.
    pub expected: u32,
    /// The sheets that count.
    pub sheets: Vec<Response>,
}

/// Everything that a cohort was asked, by instrument and moment. `members` are those of the cohort.
///
/// # Errors
/// Those of the store.
pub(crate) fn sittings(
    r: &Read<'_>,
    cohort: CohortId,
    members: &[(Enrolment, Person)],
) -> Result<Vec<Sitting>> {
    let occasions = assessments::occasions(r, cohort)?;
    let asked: BTreeSet<(String, Moment)> = occasions
        .iter()
        .map(|one| (one.instrument.clone(), one.moment))
        .collect();
    let members = Members(members);
    let mut sittings = Vec::new();
    for (instrument, moment) in asked {
        let own = versions::of_moment(r, cohort, &instrument, moment)?;
        let mut sheets = versions::counting(r, &own)?;
        members.drop_uncounted(&mut sheets);
        let versions = own.iter().map(|one| library::asked(r, one));
        sittings.push(Sitting {
            instrument,
            moment,
            versions: versions.collect::<Result<_>>()?,
            expected: members.asked(&sheets),
            sheets,
        });
    }
    Ok(sittings)
}

/// Who is in a cohort, as results count them.
pub(super) struct Members<'m>(pub &'m [(Enrolment, Person)]);

impl Members<'_> {
    /// Everybody in a cohort.
    pub(super) fn read(r: &Read<'_>, cohort: CohortId) -> Result<Vec<(Enrolment, Person)>> {
        Ok(cohorts::members(r, cohort)?)
    }

    /// Leaves out the sheets of people who wanted them kept and no longer counted.
    pub(super) fn drop_uncounted(&self, sheets: &mut Vec<Response>) {
        let uncounted: BTreeSet<PersonId> = self
            .0
            .iter()
            .filter(|(enrolment, _)| !enrolment.counts())
            .map(|(_, person)| person.id)
            .collect();
        sheets.retain(|sheet| !uncounted.contains(&sheet.subject));
    }

    /// How many a sheet is expected from or was got: everybody but those who left without one.
    pub(super) fn asked(&self, sheets: &[Response]) -> u32 {
        let has = |person: PersonId| sheets.iter().any(|sheet| sheet.subject == person);
        let asked = self
            .0
            .iter()
            .filter(|(enrolment, person)| enrolment.left.is_none() || has(person.id));
        count(asked.count())
    }
}
