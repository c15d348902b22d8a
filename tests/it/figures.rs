//! The figures of the logic model against counts by queries of the test's own, on the file itself.

use std::collections::BTreeSet;
use std::path::Path;

use nexus_app::programs::generate::{MADE_UP_AT, Scale, generate};
use nexus_app::programs::{self, ModelView, SetupInput, overview, set_up};
use nexus_app::{App, Clock, sample};
use nexus_store::{OpenOptions, Workspace, WorkspaceKey};
use rusqlite::types::FromSql;
use rusqlite::{Connection, OpenFlags};

const KEY: [u8; 32] = [7; 32];

/// The file, read without anything of the program.
struct File(Connection);

impl File {
    fn open(path: &Path) -> Self {
        let file = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
        let key: String = KEY.iter().map(|byte| format!("{byte:02x}")).collect();
        file.pragma_update(None, "key", format!("x'{key}'")).unwrap();
        Self(file)
    }

    /// One value for the cohorts of the program, or one of them.
    fn one<T: FromSql>(&self, sql: &str, program: &str, cohort: &str) -> T {
        let mine = "(SELECT id FROM cohort WHERE deleted = 0 AND program = ?1 AND (?2 = '' OR id = ?2))";
        let sql = sql.replace("{mine}", mine);
        self.0
            .query_row(&sql, [program, cohort], |row| row.get(0))
            .unwrap()
    }

    fn count(&self, sql: &str, program: &str, cohort: &str) -> u32 {
        self.one(&format!("SELECT COUNT(*) FROM ({sql})"), program, cohort)
    }
}

/// Which sheets count: those that no other one corrects.
const CURRENT: &str = "s.deleted = 0 AND NOT EXISTS \
    (SELECT 1 FROM response later WHERE later.corrects = s.id AND later.deleted = 0)";

/// Whether the place `e` was left for another one that is counted.
const MOVED: &str = "EXISTS (SELECT 1 FROM departure d JOIN enrolment onward ON onward.id = d.onward \
    WHERE d.enrolment = e.id AND d.deleted = 0 AND d.returned IS NULL AND onward.deleted = 0 \
      AND onward.cohort IN {mine})";

fn compare(app: &App, file: &File, program: &str, cohort: &str) -> ModelView {
    let model = programs::model(app, program, Some(cohort).filter(|id| !id.is_empty())).unwrap();
    let count = |sql: &str| file.count(sql, program, cohort);
    // Somebody who moved within what is counted is there where they go on.
    let people =
        format!("SELECT * FROM enrolment e WHERE deleted = 0 AND cohort IN {{mine}} AND NOT {MOVED}");

    let participation = &model.participation;
    assert_eq!(participation.enrolments, count(&people));
    let persons = format!("SELECT DISTINCT person FROM ({people})");
    assert_eq!(participation.leaders, count(&persons));
    let came = "SELECT DISTINCT person FROM enrolment e WHERE deleted = 0 AND cohort IN {mine} AND person IN \
         (SELECT a.person FROM attendance a JOIN session s ON s.id = a.session \
         WHERE a.deleted = 0 AND s.deleted = 0 AND a.mark IN ('present', 'late') AND s.cohort = e.cohort)";
    assert_eq!(participation.came, count(came));
    let institutions = format!("SELECT DISTINCT lower(institution) FROM ({people}) WHERE institution <> ''");
    assert_eq!(participation.institutions, count(&institutions));
    for (shares, column) in [
        (&participation.sectors, "sector"),
        (&participation.levels, "level"),
    ] {
        for share in shares {
            let sql = match share.name.as_str() {
                "" => format!("{people} AND {column} IS NULL"),
                name => {
                    let name = name.replace('\'', "''");
                    format!("{people} AND {column} IN (SELECT id FROM {column} WHERE name = '{name}')")
                }
            };
            assert_eq!(share.count, count(&sql), "{column} {}", share.name);
        }
        let all: u32 = shares.iter().map(|share| share.count).sum();
        assert_eq!(all, participation.enrolments);
    }

    let activities = &model.activities;
    let sessions = "SELECT id FROM session WHERE deleted = 0 AND cohort IN {mine}";
    assert_eq!(activities.sessions, count(sessions));
    assert_eq!(
        activities.held,
        count(&format!("{sessions} AND ended IS NOT NULL"))
    );
    let joint = format!(
        "{sessions} AND id IN (SELECT session FROM session_partner y JOIN partner p ON p.id = y.partner \
         WHERE y.deleted = 0 AND p.deleted = 0)"
    );
    assert_eq!(activities.joint, count(&joint));
    let projects = "SELECT id FROM project WHERE deleted = 0 AND cohort IN {mine}";
    assert_eq!(activities.projects, count(projects));
    let lessons = format!("SELECT id FROM lesson WHERE deleted = 0 AND project IN ({projects})");
    assert_eq!(activities.lessons, count(&lessons));
    let bridges = "SELECT DISTINCT a.person, b.person FROM project p \
         JOIN project_member a ON a.project = p.id AND a.deleted = 0 \
         JOIN project_member b ON b.project = p.id AND b.deleted = 0 AND a.person < b.person \
         JOIN enrolment ea ON ea.cohort = p.cohort AND ea.person = a.person AND ea.deleted = 0 \
         JOIN enrolment eb ON eb.cohort = p.cohort AND eb.person = b.person AND eb.deleted = 0 \
         WHERE p.deleted = 0 AND p.cohort IN {mine} AND ea.sector <> eb.sector";
    assert_eq!(activities.bridges, count(bridges));

    let hours = "SELECT * FROM hours WHERE deleted = 0 AND program = ?1 AND (?2 = '' OR cohort = ?2)";
    let carriers = format!("SELECT DISTINCT person FROM ({hours}) WHERE role <> 'staff'");
    assert_eq!(model.inputs.carriers, count(&carriers));
    for (minutes, column) in [
        (model.inputs.load.given, "given"),
        (model.inputs.load.planned, "planned"),
    ] {
        let sql = format!("SELECT COALESCE(SUM({column}), 0) FROM ({hours})");
        assert_eq!(minutes, file.one::<u32>(&sql, program, cohort));
    }
    let asked = "SELECT instrument FROM occasion WHERE deleted = 0 AND cohort IN {mine} GROUP BY instrument";
    assert_eq!(model.inputs.instruments, count(asked));
    let shared = format!("{asked} HAVING COUNT(DISTINCT cohort) > 1");
    assert_eq!(model.inputs.shared, count(&shared));
    let modules = "SELECT DISTINCT module FROM module_version v JOIN module m ON m.id = v.module \
                   WHERE v.deleted = 0 AND m.deleted = 0 AND ?1 <> ?2";
    assert_eq!(model.inputs.modules, count(modules));

    // Of each competency, how many rated it higher and lower at the end than before.
    let changes = format!(
        "WITH rated AS (SELECT o.cohort, o.moment, s.subject, json_extract(a.value, '$[0]') AS item, \
             CAST(json_extract(a.value, '$[1]') AS INTEGER) AS rating \
           FROM occasion o JOIN response s ON s.occasion = o.id AND {CURRENT}, json_each(s.answers) a \
           WHERE o.deleted = 0 AND o.instrument = 'competency-self-assessment' AND o.cohort IN {{mine}} \
             AND json_extract(a.value, '$[1]') GLOB '[1-5]') \
         SELECT b.item, COUNT(*) AS pairs, SUM(e.rating > b.rating) AS up, SUM(e.rating < b.rating) AS down \
         FROM rated b JOIN rated e ON e.cohort = b.cohort AND e.subject = b.subject AND e.item = b.item \
         WHERE b.moment = 'baseline' AND e.moment = 'end' GROUP BY b.item HAVING pairs >= 5"
    );
    assert_eq!(model.short.compared, count(&changes));
    let higher = format!("SELECT * FROM ({changes}) WHERE up > down");
    assert_eq!(model.short.higher, count(&higher));

    // The one item of the shipped instruments that asks for a reaction.
    let reactions = format!(
        "SELECT json_extract(a.value, '$[1]') AS code FROM occasion o \
         JOIN response s ON s.occasion = o.id AND {CURRENT}, json_each(s.answers) a \
         WHERE o.deleted = 0 AND o.instrument = 'imls-training' AND o.cohort IN {{mine}} \
           AND json_extract(a.value, '$[0]') = 'interest' AND json_extract(a.value, '$[1]') GLOB '[1-5]'"
    );
    let quality = model.short.quality.map(|one| (one.high, one.ratings));
    let ratings = count(&reactions);
    let high = count(&format!("SELECT * FROM ({reactions}) WHERE code IN ('4', '5')"));
    assert_eq!(quality, (ratings >= 5).then_some((high, ratings)));

    let evidence: u32 = model.outcomes.iter().map(|outcome| outcome.evidence).sum();
    let filed = "SELECT e.id FROM outcome_evidence e JOIN outcome o ON o.id = e.outcome AND o.deleted = 0 \
         WHERE e.deleted = 0 AND o.program = ?1 AND (?2 = '' OR e.cohort = ?2) \
           AND (e.cohort IS NULL OR e.cohort IN {mine}) AND NOT EXISTS \
           (SELECT 1 FROM outcome_evidence later WHERE later.corrects = e.id AND later.deleted = 0)";
    assert_eq!(evidence, count(filed));
    model
}

fn workspace(folder: &tempfile::TempDir, clock: Clock) -> App {
    let key = WorkspaceKey::from_bytes(KEY);
    let path = folder.path().join("w.nexus");
    let workspace = Workspace::create(&path, &key, &OpenOptions::WRITE).unwrap();
    let app = App::seeded(workspace, "Ana", clock, 3);
    let input = SetupInput {
        facility: "Riverbend".to_owned(),
        zone: "America/Chicago".to_owned(),
    };
    set_up(&app, &input).unwrap();
    app
}

/// Every program as a whole, and each of its cohorts.
fn compare_all(folder: &tempfile::TempDir, app: &App) -> Vec<ModelView> {
    let file = File::open(&folder.path().join("w.nexus"));
    let mut seen = Vec::new();
    for program in overview(app).unwrap().programs {
        let whole = compare(app, &file, &program.id, "");
        for cohort in &whole.cohorts {
            seen.push(compare(app, &file, &program.id, &cohort.id));
        }
        seen.push(whole);
    }
    seen
}

#[test]
fn each_figure_of_the_model_is_what_the_file_holds_at_size_s() {
    let folder = tempfile::tempdir().unwrap();
    let app = workspace(&folder, Clock::Device);
    sample::fill(&app).unwrap();
    let seen = compare_all(&folder, &app);
    let whole = seen.last().unwrap();
    // The comparison would see a figure that is nothing everywhere.
    assert_eq!(seen.len(), 3);
    assert_eq!((whole.participation.leaders, whole.inputs.shared), (36, 2));
    assert!(whole.activities.bridges > 0 && whole.activities.criteria == 4);
    assert!(whole.short.quality.is_some_and(|quality| quality.high > 0));
    let marks: BTreeSet<_> = whole.cohorts.iter().map(|cohort| &cohort.name).collect();
    assert_eq!(marks.len(), 2);
}

#[test]
fn each_figure_of_the_model_is_what_the_file_holds_at_size_m() {
    let folder = tempfile::tempdir().unwrap();
    let app = workspace(&folder, Clock::Fixed(MADE_UP_AT));
    generate(&app, Scale::M, 11, |_| {}).unwrap();
    let seen = compare_all(&folder, &app);
    let whole = seen.last().unwrap();
    assert_eq!(seen.len(), 26);
    assert_eq!(
        (whole.participation.leaders, whole.activities.sessions),
        (600, 150)
    );
    assert!(whole.short.compared > 0);
}
