//! Figures of a report. Each says what it counts, of whom, what is missing, and which records it was counted from, so
//! that whoever doubts it can look.

use std::collections::BTreeMap;

use super::publication::{Publication, Published};
use super::statistics::{Effect, Missing, Quartiles, Rate};
use super::template::Part;
use crate::assessments::Moment;
use crate::ids::{CohortId, OutcomeEvidenceId, PersonId, ProjectId, SessionId};

/// What a figure measures. A measure with a subject (a sector, a competency) has a figure for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    /// People who give hours as facilitator, coach or mentor.
    Carriers,
    /// Hours given, in minutes.
    HoursGiven,
    /// Hours planned, in minutes.
    HoursPlanned,
    /// Partner institutions and training facilities.
    Partners,
    /// Modules of the curriculum with a published version.
    Modules,
    /// Instruments that were asked.
    Instruments,
    /// Sessions planned.
    Sessions,
    /// Sessions held.
    Held,
    /// Sessions with another institution.
    Joint,
    /// Marks of attendance of people who came, of all marks at sessions that were held.
    Attendance,
    /// Real-world projects.
    Projects,
    /// Pairs of people from different sectors on one project.
    Bridges,
    /// People enrolled.
    Enrolled,
    /// People who came to a session.
    Came,
    /// People who took part to the end.
    Completed,
    /// People who withdrew.
    Withdrew,
    /// Institutions that people come from.
    Institutions,
    /// People of one sector.
    Sector,
    /// People of one career level.
    Level,
    /// People with a sheet at baseline and at the end.
    Surveyed,
    /// Competencies that more people rated higher than lower.
    Risen,
    /// Competencies that enough people rated both times.
    Compared,
    /// Mean change of one competency.
    Change,
    /// Median of one competency at the first occasion.
    MedianBefore,
    /// Median of one competency at the second.
    MedianAfter,
    /// Answers to one statement.
    Answers,
    /// People who did not answer a statement.
    NoAnswers,
    /// Answers in the upper two points of a statement.
    Agreed,
    /// Milestones reached.
    Reached,
    /// Milestones planned.
    Milestones,
    /// Projects that are finished.
    Finished,
    /// Lessons applied.
    Lessons,
    /// Updates that tell how projects go.
    Updates,
    /// Pieces of evidence for one outcome.
    Evidence,
    /// Dated figures of institutions.
    Indicators,
}

impl Measure {
    /// Every measure, in the order of the logic model.
    pub const ALL: [Self; 35] = [
        Self::Carriers,
        Self::HoursGiven,
        Self::HoursPlanned,
        Self::Partners,
        Self::Modules,
        Self::Instruments,
        Self::Sessions,
        Self::Held,
        Self::Joint,
        Self::Attendance,
        Self::Projects,
        Self::Bridges,
        Self::Enrolled,
        Self::Came,
        Self::Completed,
        Self::Withdrew,
        Self::Institutions,
        Self::Sector,
        Self::Level,
        Self::Surveyed,
        Self::Risen,
        Self::Compared,
        Self::Change,
        Self::MedianBefore,
        Self::MedianAfter,
        Self::Answers,
        Self::NoAnswers,
        Self::Agreed,
        Self::Reached,
        Self::Milestones,
        Self::Finished,
        Self::Lessons,
        Self::Updates,
        Self::Evidence,
        Self::Indicators,
    ];

    /// The word that begins the keys of its figures, and under which its words are found.
    pub fn key(self) -> &'static str {
        match self {
            Self::Carriers => "carriers",
            Self::HoursGiven => "hours-given",
            Self::HoursPlanned => "hours-planned",
            Self::Partners => "partners",
            Self::Modules => "modules",
            Self::Instruments => "instruments",
            Self::Sessions => "sessions",
            Self::Held => "held",
            Self::Joint => "joint",
            Self::Attendance => "attendance",
            Self::Projects => "projects",
            Self::Bridges => "bridges",
            Self::Enrolled => "enrolled",
            Self::Came => "came",
            Self::Completed => "completed",
            Self::Withdrew => "withdrew",
            Self::Institutions => "institutions",
            Self::Sector => "sector",
            Self::Level => "level",
            Self::Surveyed => "surveyed",
            Self::Risen => "risen",
            Self::Compared => "compared",
            Self::Change => "change",
            Self::MedianBefore => "median-before",
            Self::MedianAfter => "median-after",
            Self::Answers => "answers",
            Self::NoAnswers => "no-answers",
            Self::Agreed => "agreed",
            Self::Reached => "reached",
            Self::Milestones => "milestones",
            Self::Finished => "finished",
            Self::Lessons => "lessons",
            Self::Updates => "updates",
            Self::Evidence => "evidence",
            Self::Indicators => "indicators",
        }
    }

    /// The column of the logic model to which it belongs.
    pub fn part(self) -> Part {
        match self {
            Self::Carriers
            | Self::HoursGiven
            | Self::HoursPlanned
            | Self::Partners
            | Self::Modules
            | Self::Instruments => Part::Inputs,
            Self::Sessions | Self::Held | Self::Joint | Self::Attendance | Self::Projects | Self::Bridges => {
                Part::Activities
            }
            Self::Enrolled
            | Self::Came
            | Self::Completed
            | Self::Withdrew
            | Self::Institutions
            | Self::Sector
            | Self::Level => Part::Participation,
            Self::Surveyed
            | Self::Risen
            | Self::Compared
            | Self::Change
            | Self::MedianBefore
            | Self::MedianAfter
            | Self::Answers
            | Self::NoAnswers
            | Self::Agreed => Part::Short,
            Self::Reached
            | Self::Milestones
            | Self::Finished
            | Self::Lessons
            | Self::Updates
            | Self::Evidence => Part::Medium,
            Self::Indicators => Part::Long,
        }
    }
}

/// A figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Fact {
    /// What it measures.
    pub measure: Measure,
    /// Key of what it is about, such as a sector or an item; empty where the measure says all.
    pub subject: String,
    /// What that is called.
    pub name: String,
    /// How much.
    pub value: Value,
    /// How many people or answers are behind it, where the value does not say.
    pub n: Option<u32>,
    /// What is missing.
    pub missing: Option<Missing>,
    /// People with one end of a change only.
    pub unpaired: u32,
    /// The instrument that was asked.
    pub asked: Option<Asked>,
    /// Places of published tables that must be printed for this to be printed.
    pub needs: Vec<Needed>,
    /// The records that it was counted from.
    pub behind: Vec<Record>,
}

/// A place in a table of counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Needed {
    /// Key of the table.
    pub table: String,
    /// Row from 0; none for the number of people behind the whole table.
    pub row: Option<usize>,
}

/// How much.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    /// So many.
    Count(u32),
    /// So many of so many.
    Part(Rate),
    /// Minutes, told as hours.
    Minutes(u32),
    /// A mean change with its interval.
    Change(Effect),
    /// A median with its quartiles.
    Median(Quartiles),
}

/// An instrument and the versions of it that were asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Its title.
    pub title: String,
    /// Versions, the oldest first.
    pub versions: Vec<u32>,
    /// When.
    pub moments: Vec<Moment>,
}

/// A record that a figure was counted from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Record {
    /// A person in a cohort.
    Person(CohortId, PersonId),
    /// A session of a cohort.
    Session(CohortId, SessionId),
    /// A project of a cohort.
    Project(CohortId, ProjectId),
    /// What a cohort answered to one instrument.
    Results(CohortId, String),
    /// Evidence for an outcome.
    Evidence(Option<CohortId>, OutcomeEvidenceId),
    /// Hours and partners of the program.
    Inputs,
    /// The curriculum.
    Curriculum,
}

impl Fact {
    /// A number of records.
    pub fn count(measure: Measure, behind: Vec<Record>) -> Self {
        let count = u32::try_from(behind.len()).unwrap_or(u32::MAX);
        Self::of(measure, Value::Count(count)).behind(behind)
    }

    /// A figure about nothing in particular.
    pub fn of(measure: Measure, value: Value) -> Self {
        Self {
            measure,
            subject: String::new(),
            name: String::new(),
            value,
            n: None,
            missing: None,
            unpaired: 0,
            asked: None,
            needs: Vec::new(),
            behind: Vec::new(),
        }
    }

    /// The same, about something.
    pub fn about(mut self, subject: &str, name: &str) -> Self {
        (self.subject, self.name) = (subject.to_owned(), name.to_owned());
        self
    }

    /// The same, counted from these records.
    pub fn behind(mut self, behind: Vec<Record>) -> Self {
        self.behind = behind;
        self
    }

    /// The same, printed only where a row of a table is.
    pub fn needing(mut self, table: &str, row: Option<usize>) -> Self {
        self.needs.push(Needed {
            table: table.to_owned(),
            row,
        });
        self
    }

    /// Its key: the word of its measure, and the subject behind a stroke.
    pub fn key(&self) -> String {
        match self.subject.as_str() {
            "" => self.measure.key().to_owned(),
            subject => format!("{}/{subject}", self.measure.key()),
        }
    }

    /// May it be printed?
    pub fn is_open(&self, publication: &Publication) -> bool {
        self.needs.iter().all(|needed| {
            let Some(table) = publication.table(&needed.table) else {
                return false;
            };
            let cell = needed
                .row
                .map_or_else(|| table.total(), |row| table.row_total(row));
            matches!(cell, Published::Shown(_))
        })
    }
}

/// The figures of a report by their keys.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Facts(BTreeMap<String, Fact>);

impl Facts {
    /// Adds a figure.
    pub fn add(&mut self, fact: Fact) {
        self.0.insert(fact.key(), fact);
    }

    /// A figure by its key.
    pub fn get(&self, key: &str) -> Option<&Fact> {
        self.0.get(key)
    }

    /// All of them in the order of the logic model, those of one measure by their keys.
    pub fn iter(&self) -> impl Iterator<Item = &Fact> {
        let mut all: Vec<&Fact> = self.0.values().collect();
        all.sort_by_key(|fact| fact.measure);
        all.into_iter()
    }

    /// Takes away what may not be printed.
    pub fn open(&self, publication: &Publication) -> Self {
        let open = self.0.iter().filter(|(_, fact)| fact.is_open(publication));
        Self(open.map(|(key, fact)| (key.clone(), fact.clone())).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reports::publication::{Audience, Axis, Kind, Table, Thresholds, Universe, publish};

    #[test]
    fn a_figure_is_as_long_as_the_list_behind_it_and_has_one_key() {
        let cohort = CohortId(uuid::Uuid::from_u128(1));
        let sessions = (0..3).map(|at| Record::Session(cohort, SessionId(uuid::Uuid::from_u128(at))));
        let fact = Fact::count(Measure::Held, sessions.collect());
        assert_eq!(fact.value, Value::Count(3));
        assert_eq!(fact.key(), "held");
        assert_eq!(fact.about("s1", "Archives").key(), "held/s1");
        let keys: std::collections::BTreeSet<_> = Measure::ALL.iter().map(|one| one.key()).collect();
        assert_eq!(keys.len(), Measure::ALL.len());
    }

    #[test]
    fn what_a_table_withholds_is_no_figure() {
        let table = Table::one_way(
            "sector",
            Kind::Enrolment,
            Axis::of("sector", &["a", "b", "c"]),
            &[12, 15, 3],
        );
        let fact = |row| {
            Fact::of(Measure::Sector, Value::Count(0))
                .about(&format!("{row}"), "")
                .needing("sector", Some(row))
        };
        let mut facts = Facts::default();
        (0..3).for_each(|row| facts.add(fact(row)));
        let open = |audience| {
            let universe = Universe::of("p", 30);
            let printed = publish(
                &universe,
                std::slice::from_ref(&table),
                audience,
                &Thresholds::default(),
                &[],
            );
            facts.open(&printed.unwrap()).iter().count()
        };
        assert_eq!(open(Audience::Funder), 3);
        assert!(open(Audience::Public) < 2);
        let unknown = Fact::of(Measure::Sector, Value::Count(1)).needing("no such table", None);
        let printed = publish(
            &Universe::of("p", 30),
            &[],
            Audience::Funder,
            &Thresholds::default(),
            &[],
        );
        assert!(!unknown.is_open(&printed.unwrap()));
    }
}
