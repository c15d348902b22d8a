//! Identifiers of records.
//!
//! A record that somebody makes gets a UUIDv7 (made by the caller, who owns clock and randomness). A record
//! that *is a relation* (an enrolment, an attendance mark) gets an id derived from its natural key, so that
//! two laptops that write the same relation write the same row.

use std::str::FromStr;

use uuid::Uuid;

/// An id that is not a UUID.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("expected an id of 32 hexadecimal digits, found {found:?}")]
pub struct BadId {
    /// The text that was found.
    pub found: String,
}

/// Derives the id of a relation row from its table and the parts of its natural key.
///
/// UUIDv8 over BLAKE3; each part is preceded by its length, so `("ab", "c")` and `("a", "bc")` differ.
pub fn derived(table: &str, parts: &[&[u8]]) -> Uuid {
    let mut hasher = blake3::Hasher::new();
    for part in std::iter::once(table.as_bytes()).chain(parts.iter().copied()) {
        hasher.update(&(part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    let mut bytes = [0u8; 16];
    bytes.copy_from_slice(&hasher.finalize().as_bytes()[..16]);
    uuid::Builder::from_custom_bytes(bytes).into_uuid()
}

/// Declares one id type: a UUID that cannot be confused with the id of another kind of record.
#[macro_export]
macro_rules! id_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
        #[cfg_attr(feature = "wire", serde(try_from = "String", into = "String"))]
        #[cfg_attr(feature = "wire", specta(type = String))]
        pub struct $name(pub uuid::Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}", self.0.simple())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::ids::BadId;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                $crate::ids::parse(text).map(Self)
            }
        }

        impl TryFrom<String> for $name {
            type Error = $crate::ids::BadId;
            fn try_from(text: String) -> Result<Self, Self::Error> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.to_string()
            }
        }
    };
}

/// Reads an id written with or without hyphens.
///
/// # Errors
/// [`BadId`] with the text found.
pub fn parse(text: &str) -> Result<Uuid, BadId> {
    Uuid::from_str(text).map_err(|_| BadId {
        found: text.chars().take(60).collect(),
    })
}

id_type!(
    /// The facility that owns the workspace.
    FacilityId
);
id_type!(
    /// A training program, run in cohorts, perhaps under an award.
    ProgramId
);
id_type!(
    /// A group of participants who go through the program together.
    CohortId
);
id_type!(
    /// A person, whatever roles they hold.
    PersonId
);
id_type!(
    /// A person's place in a cohort; derived from both.
    EnrolmentId
);
id_type!(
    /// A sector of cultural institutions (editable data).
    SectorId
);
id_type!(
    /// A career level (editable data).
    LevelId
);
id_type!(
    /// An institution where participants work.
    InstitutionId
);
id_type!(
    /// One day or part of a day of training.
    SessionId
);
id_type!(
    /// One block of a session's agenda.
    BlockId
);
id_type!(
    /// A person's attendance at a session; derived from both.
    AttendanceId
);
id_type!(
    /// A note taken while a session ran.
    NoteId
);
id_type!(
    /// A competency framework.
    FrameworkId
);
id_type!(
    /// An occasion: a cohort answers one version of an instrument in a window of time.
    OccasionId
);
id_type!(
    /// One answered sheet.
    ResponseId
);
id_type!(
    /// A participant's real-world project.
    ProjectId
);
id_type!(
    /// A milestone of a project.
    MilestoneId
);
id_type!(
    /// An institution that works with a program.
    PartnerId
);
id_type!(
    /// An institution's part in a session; derived from both.
    SessionPartnerId
);
id_type!(
    /// Time that somebody gives to a program.
    HoursId
);
id_type!(
    /// A revision of a program's logic model.
    ModelId
);
id_type!(
    /// A person's part in a project; derived from both.
    ProjectMemberId
);
id_type!(
    /// A dated update on a project.
    UpdateId
);
id_type!(
    /// Evidence for an update or for a project as a whole.
    EvidenceId
);
id_type!(
    /// A lesson applied: session or block, competency, what changed.
    LessonId
);
id_type!(
    /// Something that a participant means to do.
    NextStepId
);
id_type!(
    /// A module of the curriculum, the same at every facility.
    ModuleId
);
id_type!(
    /// A published version of a module; derived from what it says.
    ModuleVersionId
);
id_type!(
    /// Which of two texts counts that bear one number; derived from module and number.
    ModuleChoiceId
);
id_type!(
    /// A framework or an instrument of the library; derived from its kind and key, the same at every facility.
    DefinitionId
);
id_type!(
    /// A published version of a framework or an instrument; derived from what it says.
    DefinitionVersionId
);
id_type!(
    /// Which of two contents counts that bear one number; derived from definition and number.
    DefinitionChoiceId
);
id_type!(
    /// A part of a draft, such as an item; derived from its key, so that it is one row in every draft.
    DefinitionPartId
);
id_type!(
    /// An outcome that a program is to have (editable data).
    OutcomeId
);
id_type!(
    /// Evidence filed under an outcome.
    OutcomeEvidenceId
);
id_type!(
    /// A dated figure of an institution.
    IndicatorId
);
id_type!(
    /// A moment after the program at which a cohort is asked again.
    FollowUpId
);

id_type!(
    /// A join of two records of one person; derived from both.
    AliasId
);
id_type!(
    /// Two records that are two people; derived from both.
    TwoPeopleId
);
id_type!(
    /// Leaving a cohort before its end.
    DepartureId
);
id_type!(
    /// A reason to leave (editable data).
    LeavingReasonId
);
id_type!(
    /// Something that people are asked to allow (editable data).
    ConsentKindId
);
id_type!(
    /// One answer to what somebody was asked to allow.
    ConsentId
);
id_type!(
    /// A report that is being written; derived from what it is about and its kind.
    ReportId
);
id_type!(
    /// What people wrote for one section of a report; derived from both.
    ReportTextId
);
id_type!(
    /// A report as it was issued.
    IssueId
);
id_type!(
    /// The order of a report that a funder wants; derived from its key.
    TemplateId
);
id_type!(
    /// The fewest people a number may stand for; derived from the audience.
    ThresholdId
);

impl ReportTextId {
    /// The one text of this section.
    pub fn of(report: ReportId, section: &str) -> Self {
        Self(derived("report_text", &[report.0.as_bytes(), section.as_bytes()]))
    }
}

impl TemplateId {
    /// The one template of this key.
    pub fn of(key: &str) -> Self {
        Self(derived("report_template", &[key.as_bytes()]))
    }
}

impl ThresholdId {
    /// The one threshold of this audience.
    pub fn of(audience: &str) -> Self {
        Self(derived("report_threshold", &[audience.as_bytes()]))
    }
}

impl AliasId {
    /// The one join of this record to that one.
    pub fn of(loser: PersonId, winner: PersonId) -> Self {
        Self(derived(
            "person_alias",
            &[loser.0.as_bytes(), winner.0.as_bytes()],
        ))
    }
}

impl TwoPeopleId {
    /// The one statement that these are two people, whichever is named first.
    pub fn of(one: PersonId, other: PersonId) -> Self {
        let (one, other) = (one.min(other), one.max(other));
        Self(derived("two_people", &[one.0.as_bytes(), other.0.as_bytes()]))
    }
}

impl EnrolmentId {
    /// The one enrolment of this person in this cohort.
    pub fn of(cohort: CohortId, person: PersonId) -> Self {
        Self(derived("enrolment", &[cohort.0.as_bytes(), person.0.as_bytes()]))
    }
}

impl OccasionId {
    /// The one occasion of this cohort, first version of an instrument and moment.
    pub fn of(cohort: CohortId, instrument: &str, moment: &str) -> Self {
        Self(derived(
            "occasion",
            &[cohort.0.as_bytes(), instrument.as_bytes(), moment.as_bytes()],
        ))
    }

    /// The one occasion of this cohort, version of an instrument and moment. `definition` is the row of a version
    /// that did not ship with the program; the first version that ships has the id of [`OccasionId::of`].
    pub fn of_version(
        cohort: CohortId,
        instrument: &str,
        (version, definition): (u32, Option<DefinitionVersionId>),
        moment: &str,
    ) -> Self {
        if version <= 1 && definition.is_none() {
            return Self::of(cohort, instrument, moment);
        }
        let definition = definition.map_or([0; 16], |row| *row.0.as_bytes());
        Self(derived(
            "occasion",
            &[
                cohort.0.as_bytes(),
                instrument.as_bytes(),
                moment.as_bytes(),
                &version.to_le_bytes(),
                &definition,
            ],
        ))
    }
}

impl OutcomeId {
    /// The one outcome with this key that a program starts with.
    pub fn of(program: ProgramId, key: &str) -> Self {
        Self(derived("outcome", &[program.0.as_bytes(), key.as_bytes()]))
    }
}

impl FollowUpId {
    /// The one follow-up of this cohort at a moment that every cohort has.
    pub fn of(cohort: CohortId, moment: &str) -> Self {
        Self(derived("follow_up", &[cohort.0.as_bytes(), moment.as_bytes()]))
    }
}

impl AttendanceId {
    /// The one attendance record of this person at this session.
    pub fn of(session: SessionId, person: PersonId) -> Self {
        Self(derived(
            "attendance",
            &[session.0.as_bytes(), person.0.as_bytes()],
        ))
    }
}

impl ProjectMemberId {
    /// The one part of this person in this project.
    pub fn of(project: ProjectId, person: PersonId) -> Self {
        Self(derived(
            "project_member",
            &[project.0.as_bytes(), person.0.as_bytes()],
        ))
    }
}

impl SessionPartnerId {
    /// The one part of this institution in this session.
    pub fn of(session: SessionId, partner: PartnerId) -> Self {
        Self(derived(
            "session_partner",
            &[session.0.as_bytes(), partner.0.as_bytes()],
        ))
    }
}

impl ModuleChoiceId {
    /// The one choice between texts of this module under this number.
    pub fn of(module: ModuleId, number: u32) -> Self {
        Self(derived(
            "module_choice",
            &[module.0.as_bytes(), &number.to_le_bytes()],
        ))
    }
}

impl DefinitionChoiceId {
    /// The one choice between contents of this definition under this number.
    pub fn of(definition: DefinitionId, number: u32) -> Self {
        Self(derived(
            "definition_choice",
            &[definition.0.as_bytes(), &number.to_le_bytes()],
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relation_has_one_id_wherever_it_is_made() {
        let cohort = CohortId(Uuid::from_u128(1));
        let person = PersonId(Uuid::from_u128(2));
        assert_eq!(EnrolmentId::of(cohort, person), EnrolmentId::of(cohort, person));
        assert_ne!(derived("t", &[b"ab", b"c"]), derived("t", &[b"a", b"bc"]));
        assert_eq!(EnrolmentId::of(cohort, person).0.get_version_num(), 8);
    }

    #[test]
    fn ids_are_read_with_and_without_hyphens_and_refused_otherwise() {
        let id = PersonId(Uuid::from_u128(7));
        assert_eq!(id.to_string().parse::<PersonId>(), Ok(id));
        assert_eq!(id.0.hyphenated().to_string().parse::<PersonId>(), Ok(id));
        assert_eq!("N01".parse::<PersonId>(), Err(BadId { found: "N01".into() }));
    }
}
