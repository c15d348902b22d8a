//! What we hold about a person against the file itself: nothing that it says of them is left out, and nobody else is named.

use std::collections::BTreeSet;
use std::path::Path;

use nexus_app::people::{self, HeldView};
use nexus_app::programs::{SetupInput, overview, set_up};
use nexus_app::{App, Clock, sample};
use nexus_store::{OpenOptions, Workspace, WorkspaceKey};
use rusqlite::{Connection, OpenFlags};

const KEY: [u8; 32] = [9; 32];

/// Every column that names a person, and where the page tells of it.
const NAMED: [(&str, &str); 15] = [
    ("attendance", "person"),
    ("consent_answer", "person"),
    ("enrolment", "person"),
    ("hours", "person"),
    ("lesson", "person"),
    ("next_step", "person"),
    ("outcome_evidence", "person"),
    // Which records are one person: the records themselves are told.
    ("person_alias", "loser"),
    ("person_alias", "winner"),
    ("project_member", "person"),
    ("report_issue", "person"),
    ("response", "rater"),
    ("response", "subject"),
    // That two records are not one person says nothing of either.
    ("two_people", "one"),
    ("two_people", "other"),
];

struct Place {
    folder: tempfile::TempDir,
    app: App,
}

fn place() -> Place {
    let folder = tempfile::tempdir().unwrap();
    let key = WorkspaceKey::from_bytes(KEY);
    let path = folder.path().join("w.nexus");
    let workspace = Workspace::create(&path, &key, &OpenOptions::WRITE).unwrap();
    let app = App::seeded(workspace, "Anastasia Writer", Clock::Device, 5);
    let input = SetupInput {
        facility: "Riverbend".to_owned(),
        zone: "America/Chicago".to_owned(),
    };
    set_up(&app, &input).unwrap();
    sample::fill(&app).unwrap();
    Place { folder, app }
}

fn file(folder: &Path) -> Connection {
    let file = Connection::open_with_flags(folder.join("w.nexus"), OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let key: String = KEY.iter().map(|byte| format!("{byte:02x}")).collect();
    file.pragma_update(None, "key", format!("x'{key}'")).unwrap();
    file
}

/// Rows of a table about somebody, by any of their records.
fn rows(file: &Connection, what: &str, person: &str) -> usize {
    let own = "(SELECT ?1 UNION SELECT b.id FROM same_person a JOIN same_person b ON b.kept = a.kept WHERE a.id = ?1)";
    let sql = format!("SELECT COUNT(*) FROM {}", what.replace("{own}", own));
    let count: u32 = file.query_row(&sql, [person], |row| row.get(0)).unwrap();
    count as usize
}

fn whole(file: &Connection, held: &HeldView, person: &str) {
    let count = |what: &str| rows(file, what, person);
    let sum = |of: &dyn Fn(&people::HeldCohort) -> usize| held.cohorts.iter().map(of).sum::<usize>();
    assert_eq!(
        held.records.len(),
        count("person WHERE deleted = 0 AND id IN {own}")
    );
    assert_eq!(
        sum(&|one| one.places.len()),
        count("enrolment WHERE deleted = 0 AND person IN {own}")
    );
    assert_eq!(
        sum(&|one| one.places.iter().map(|place| place.departures.len()).sum()),
        count("departure d JOIN enrolment e ON e.id = d.enrolment WHERE d.deleted = 0 AND e.person IN {own}")
    );
    assert_eq!(
        sum(&|one| one.attendance.len()),
        count("attendance WHERE deleted = 0 AND person IN {own}")
    );
    assert_eq!(
        sum(&|one| one.sheets.len()),
        count("response WHERE deleted = 0 AND subject IN {own}")
    );
    assert_eq!(
        sum(&|one| one.sheets.iter().map(|sheet| sheet.answers.len()).sum()),
        count("response r, json_each(r.answers) WHERE r.deleted = 0 AND r.subject IN {own}")
    );
    let projects = "(SELECT project FROM project_member WHERE deleted = 0 AND person IN {own})";
    for (table, told) in [
        (
            "milestone",
            sum(&|one| one.projects.iter().map(|project| project.milestones.len()).sum()),
        ),
        (
            "project_update",
            sum(&|one| one.projects.iter().map(|project| project.updates.len()).sum()),
        ),
        (
            "evidence",
            sum(&|one| one.projects.iter().map(|project| project.evidence.len()).sum()),
        ),
    ] {
        let sql = format!("{table} WHERE deleted = 0 AND project IN {projects}");
        assert_eq!(told, count(&sql), "{table}");
    }
    assert_eq!(
        sum(&|one| one.projects.len()),
        count("project_member WHERE deleted = 0 AND person IN {own}")
    );
    assert_eq!(
        sum(&|one| one.lessons.len()),
        count("lesson WHERE deleted = 0 AND person IN {own}")
    );
    assert_eq!(
        sum(&|one| one.next_steps.len()),
        count("next_step WHERE deleted = 0 AND person IN {own}")
    );
    assert_eq!(
        held.hours.len(),
        count("hours WHERE deleted = 0 AND person IN {own}")
    );
    assert_eq!(
        held.issued.len(),
        count("report_issue WHERE deleted = 0 AND person IN {own}")
    );
    assert_eq!(
        held.outcomes.len(),
        count("outcome_evidence WHERE deleted = 0 AND person IN {own}")
    );
    let answers = held.consents.iter().filter(|one| one.means.is_some());
    assert_eq!(
        answers.count(),
        count("consent_answer WHERE deleted = 0 AND person IN {own}")
    );
}

#[test]
fn everything_that_the_file_says_of_a_person_is_held_out_to_them_and_nobody_else_is_named() {
    let place = place();
    let file = file(place.folder.path());
    let mut names: Vec<(String, String)> = Vec::new();
    for cohort in overview(&place.app).unwrap().cohorts {
        for one in people::list(&place.app, &cohort.id).unwrap() {
            names.push((one.id, format!("{} {}", one.given, one.family)));
        }
    }
    let mut seen = [0; 6];
    for (id, name) in &names {
        let held = people::held(&place.app, id).unwrap();
        whole(&file, &held, id);
        let parts = [
            held.records.len() - 1,
            held.cohorts.len() - 1,
            held.hours.len(),
            held.outcomes.len(),
            held.consents.iter().filter(|one| one.means.is_some()).count(),
            held.cohorts.iter().flat_map(|one| &one.next_steps).count(),
        ];
        for (all, part) in seen.iter_mut().zip(parts) {
            *all += part;
        }
        let text = serde_json::to_string(&held).unwrap();
        assert!(text.contains(name.split(' ').next().unwrap()), "{name}");
        for (_, other) in names.iter().filter(|(_, other)| other != name) {
            assert!(!text.contains(other.as_str()), "{name}: {other}");
        }
        assert!(!text.contains("Anastasia"), "{name}: who wrote it down");
    }
    // The comparison would see what is missing everywhere.
    assert!(seen.iter().all(|part| *part > 0), "{seen:?}");
}

#[test]
fn no_column_names_a_person_that_the_page_does_not_know() {
    let columns = nexus_store::CURRENT.catalogue.tables().flat_map(|table| {
        let own = table
            .columns
            .iter()
            .filter(|column| column.refers == Some("person"));
        own.map(|column| (table.name, column.name))
    });
    assert_eq!(columns.collect::<BTreeSet<_>>(), BTreeSet::from(NAMED));
}
