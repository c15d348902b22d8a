//! Places in the sample to look at, and the rows that belong to them.

use std::collections::BTreeMap;
use std::rc::Rc;

use nexus_app::{App, programs};
use nexus_store::baseline;

use crate::{Failure, Result};

/// Rows by table.
pub type Rows = Vec<(&'static str, Vec<String>)>;

type Tables = BTreeMap<&'static str, Vec<String>>;

/// Tables that hang on a session, and those that hang on a project.
const OF_SESSION: [&str; 3] = ["block", "attendance", "note"];
const OF_PROJECT: [&str; 4] = ["project_member", "milestone", "project_update", "lesson"];

/// One cohort, and something of each kind in it.
pub struct Spot {
    /// Its id.
    pub cohort: String,
    /// Its program.
    pub program: String,
    /// One of its people.
    pub person: String,
    /// One of its occasions.
    pub occasion: String,
    /// One of its sessions.
    pub session: String,
    /// One of its projects.
    pub project: String,
    rows: Tables,
    of_person: Tables,
    of_session: Tables,
    of_sessions: Tables,
    of_project: Tables,
    of_projects: Tables,
    sheets: Vec<String>,
    everything: Rc<Tables>,
}

fn pick(from: &Tables, tables: &[&'static str]) -> Rows {
    let rows = |table: &&'static str| (*table, from.get(table).cloned().unwrap_or_default());
    tables.iter().map(rows).collect()
}

impl Spot {
    /// Rows of the whole workspace.
    pub fn everything(&self, tables: &[&'static str]) -> Rows {
        pick(&self.everything, tables)
    }

    /// Rows of the cohort.
    pub fn rows(&self, tables: &[&'static str]) -> Rows {
        pick(&self.rows, tables)
    }

    /// Rows of the cohort, and others of the person.
    pub fn rows_of_person(&self, tables: &[&'static str], of_person: &[&'static str]) -> Rows {
        let mut rows = self.rows(tables);
        rows.extend(pick(&self.of_person, of_person));
        rows
    }

    /// Rows of the session.
    pub fn of_session(&self, tables: &[&'static str]) -> Rows {
        pick(&self.of_session, tables)
    }

    /// Rows of all sessions of the cohort.
    pub fn of_sessions(&self, tables: &[&'static str]) -> Rows {
        pick(&self.of_sessions, tables)
    }

    /// Rows of the project.
    pub fn of_project(&self, tables: &[&'static str]) -> Rows {
        pick(&self.of_project, tables)
    }

    /// Rows of all projects of the cohort.
    pub fn of_projects(&self, tables: &[&'static str]) -> Rows {
        pick(&self.of_projects, tables)
    }

    /// The sheets of the occasion.
    pub fn sheets(&self) -> Rows {
        vec![("response", self.sheets.clone())]
    }
}

/// Reads rows by their primary keys on one consistent view, and says how many there were.
pub fn read(app: &App, rows: &Rows) -> Result<usize> {
    let expected = rows.iter().map(|(_, ids)| ids.len()).sum();
    let found = app.ws().read(|r| {
        let counts = rows.iter().map(|(table, ids)| baseline::read_rows(r, table, ids));
        counts.sum::<nexus_store::Result<usize>>().map_err(Failure::from)
    })?;
    if found == expected {
        Ok(found)
    } else {
        Err(Failure::Rows { found, expected })
    }
}

/// Spots in up to `count` cohorts, from all over the file.
pub fn spots(app: &App, count: usize) -> Result<Vec<Spot>> {
    let cohorts = programs::overview(app)?.cohorts;
    let finder = Finder { app };
    let everything = Rc::new(finder.all(&["program", "cohort", "person", "enrolment"], "deleted", "0")?);
    let step = (cohorts.len() / count.max(1)).max(1);
    let chosen = cohorts.iter().step_by(step).take(count);
    let spots: Vec<Spot> = chosen
        .map(|cohort| finder.spot(&cohort.id, &cohort.program, &everything))
        .collect::<Result<_>>()?;
    if spots.is_empty() {
        return Err(Failure::Lacks("cohorts"));
    }
    Ok(spots)
}

/// Finds ids by what hangs on what.
struct Finder<'a> {
    app: &'a App,
}

impl Finder<'_> {
    fn ids(&self, table: &'static str, column: &str, value: &str) -> Result<Vec<String>> {
        let read = self.app.ws().read(|r| baseline::ids(r, table, column, value));
        read.map_err(Failure::from)
    }

    fn all(&self, tables: &[&'static str], column: &str, value: &str) -> Result<Tables> {
        let rows = |table: &&'static str| Ok((*table, self.ids(table, column, value)?));
        tables.iter().map(rows).collect()
    }

    /// As [`Finder::all`] for several values.
    fn of_each(&self, tables: &[&'static str], column: &str, values: &[String]) -> Result<Tables> {
        let mut found = Tables::new();
        for value in values {
            for (table, ids) in self.all(tables, column, value)? {
                found.entry(table).or_default().extend(ids);
            }
        }
        Ok(found)
    }

    fn spot(&self, cohort: &str, program: &str, everything: &Rc<Tables>) -> Result<Spot> {
        let mut rows = self.all(&["enrolment", "occasion", "session", "project"], "cohort", cohort)?;
        rows.extend(self.all(&["sector", "level"], "deleted", "0")?);
        rows.insert("cohort", vec![cohort.to_owned()]);
        let people = nexus_app::people::list(self.app, cohort)?;
        rows.insert("person", people.iter().map(|person| person.id.clone()).collect());
        rows.extend(self.of_each(&["response"], "occasion", &rows["occasion"])?);
        let middle = |table: &'static str, lacks| {
            let ids = &rows[table];
            ids.get(ids.len() / 2).cloned().ok_or(Failure::Lacks(lacks))
        };
        let (person, occasion) = (middle("person", "people")?, middle("occasion", "occasions")?);
        let (session, project) = (middle("session", "sessions")?, middle("project", "projects")?);
        let mut of_person = self.all(&["enrolment", "next_step"], "person", &person)?;
        of_person.extend(self.all(&["response"], "subject", &person)?);
        of_person.insert("person", vec![person.clone()]);
        let (changes, actions) = self.app.ws().read(|r| baseline::log_ids(r, "person", &person))?;
        of_person.insert("change", changes);
        of_person.insert("action", actions);
        let mut of_project = self.all(&OF_PROJECT, "project", &project)?;
        of_project.insert("project", vec![project.clone()]);
        Ok(Spot {
            cohort: cohort.to_owned(),
            program: program.to_owned(),
            of_person,
            of_session: self.all(&OF_SESSION, "session", &session)?,
            of_sessions: self.of_each(&OF_SESSION, "session", &rows["session"])?,
            of_project,
            of_projects: self.of_each(&OF_PROJECT, "project", &rows["project"])?,
            sheets: self.ids("response", "occasion", &occasion)?,
            everything: Rc::clone(everything),
            person,
            occasion,
            session,
            project,
            rows,
        })
    }
}
