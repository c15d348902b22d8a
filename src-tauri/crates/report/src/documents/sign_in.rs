//! The sign-in sheet of a session.

use crate::documents::Paper;
use crate::words::Date;

/// What the sheet needs.
#[derive(Debug, Clone, PartialEq)]
pub struct SignInSheet {
    /// Display name of the cohort.
    pub cohort: String,
    /// Number of the award that pays for the program.
    pub award: Option<String>,
    /// The session's title.
    pub session: String,
    /// Its day.
    pub date: Date,
    /// Where it takes place.
    pub place: Option<String>,
    /// Who leads it.
    pub facilitator: Option<String>,
    /// Sheet size.
    pub paper: Paper,
    /// Who is expected, in order of the code; staff are not listed.
    pub people: Vec<Attendee>,
    /// Empty rows for people who come without being listed.
    pub spare_rows: u32,
}

/// One expected person.
#[derive(Debug, Clone, PartialEq)]
pub struct Attendee {
    /// Participant code.
    pub code: String,
    /// Name.
    pub name: String,
    /// Institution.
    pub institution: Option<String>,
}
