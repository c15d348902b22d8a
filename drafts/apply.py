import re
base='/work/wt/bench/src-tauri/crates/'
# generator
p=base+'app/src/programs/generate/mod.rs'
s=open(p).read()
s=s.replace("mod assessments;\nmod people;\n","mod assessments;\nmod people;\nmod projects;\nmod sessions;\n")
s=s.replace("use nexus_domain::programs::Program;","use nexus_domain::programs::{Facility, Program};")
s=s.replace('''pub(crate) struct Calendar {
''','''struct Calendar {
    /// When its sessions take place.
    sessions: [NaiveDate; 6],
''').replace("    pub sheets: [NaiveDate; 3],","    sheets: [NaiveDate; 3],")
s=s.replace("pub(crate) struct Member {\n    pub enrolment: Enrolment,\n    pub person: Person,","struct Member {\n    enrolment: Enrolment,\n    person: Person,")
s=s.replace("pub(crate) struct Maker<'a> {\n    pub app: &'a App,\n    pub seed: Seed,\n    pub words: Vocabulary,\n","struct Maker<'a> {\n    app: &'a App,\n    seed: Seed,\n    words: Vocabulary,\n    facility: Facility,\n")
s=s.replace('''/// Makes a program of this scale,''','''/// Makes a program of this scale in a workspace whose facility is set up,''')
s=s.replace('''/// # Errors
/// Those of the store.
pub fn generate''','''/// # Errors
/// [`AppError::NotFound`] without a facility; those of the store.
pub fn generate''')
s=s.replace('''        words: app.ws().read(nexus_store::people::vocabulary)?,
    };''','''        words: app.ws().read(nexus_store::people::vocabulary)?,
        facility,
    };''')
s=s.replace('''    let program = Program {
        id: ProgramId(app.new_id()),
        name: "Leading where''','''    let facility = app.ws().read(programs::facility)?.ok_or(AppError::NotFound {
        what: "facility",
        key: String::new(),
    })?;
    let program = Program {
        id: ProgramId(app.new_id()),
        name: "Leading where''')
s=s.replace("use crate::{App, Result};","use crate::{App, AppError, Result};")
s=s.replace('''pub(crate) fn furnish(''','''fn furnish(''')
s=s.replace('''    assessments::answer(maker, w, cohort, members, calendar)
}''','''    assessments::answer(maker, w, cohort, members, calendar)?;
    let sources = sessions::hold(maker, w, cohort, members, calendar)?;
    projects::run(maker, w, cohort, members, calendar, &sources)
}''')
a=s.index("    let (starts, ends) = (cohort.starts"); b=s.index("    Calendar {\n",a)
s=s[:a]+'''    let (starts, ends) = (cohort.starts.unwrap_or(LAST), cohort.ends.unwrap_or(LAST));
    let sessions = [1, 40, 80, 120, 170, COURSE - 1].map(|days| starts + Days::new(days));
'''+s[b:].replace("    Calendar {\n","    Calendar {\n        sessions,\n",1)
open(p,'w').write(s)
p=base+'app/src/programs/generate/people.rs'
s=open(p).read()
if "mod tests" not in s:
    s+=open('/tmp/bench/drafts/people_test.rs').read()
open(p,'w').write(s)
open(base+'app/tests/sample_sizes.rs','w').write(open('/tmp/bench/drafts/sample_sizes.rs').read())
# store baseline
p=base+'store/src/baseline.rs'
s=open(p).read()
s=s.replace("use nexus_domain::sessions::Mark;\n","")
s=s.replace("use crate::{Read, Result, Write, row};","use crate::sessions::Attended;\nuse crate::{Read, Result, Write, row};")
s=s.replace('''           arrived TEXT, deleted''','''           arrived TEXT, walk_in INTEGER NOT NULL, deleted''').replace("person TEXT NOT NULL, mark TEXT NOT NULL, \\\n","person TEXT NOT NULL, mark TEXT NOT NULL, \\\n")
s=s.replace("INSERT INTO bare (id, session, person, mark, arrived, deleted)","INSERT INTO bare (id, session, person, mark, arrived, walk_in, deleted)").replace("SELECT id, session, person, mark, arrived, deleted FROM","SELECT id, session, person, mark, arrived, walk_in, deleted FROM")
s=s.replace("/// Writes into the bare table what `sessions::put_mark` writes","/// Writes into the bare table what `sessions::put_attendance` writes")
s=s.replace("pub fn put_mark(w: &Write<'_>, session: SessionId, person: PersonId, mark: Mark) -> Result<()> {","pub fn put_attendance(w: &Write<'_>, session: SessionId, person: PersonId, attended: &Attended) -> Result<()> {")
s=s.replace('("mark", &mark.key()),\n            ("arrived", &None::<String>),','("mark", &attended.mark.key()),\n            ("arrived", &attended.arrived.map(wall)),\n            ("walk_in", &attended.walk_in),')
s=s.replace("use crate::sessions::Attended;","use crate::log::wall;\nuse crate::sessions::Attended;")
open(p,'w').write(s)
p=base+'bench/src/writes.rs'
s=open(p).read()
s=s.replace("use nexus_domain::sessions::Mark;\n","use nexus_domain::sessions::Presence;\n").replace("use nexus_store::{ActionMeta,","use nexus_store::sessions::Attended;\nuse nexus_store::{ActionMeta,")
s=s.replace('const GROUP: &str = "writing";','''const GROUP: &str = "writing";
const PRESENT: Attended = Attended {
    mark: Presence::Present,
    arrived: None,
    walk_in: false,
};''')
s=s.replace("sessions::put_mark(w, session, person, Mark::Present, None)","sessions::put_attendance(w, session, person, &PRESENT)")
s=s.replace("baseline::put_mark(w, session, person, Mark::Present)","baseline::put_attendance(w, session, person, &PRESENT)")
s=s.replace("baseline::put_mark(w, *session, *person, Mark::Present)","baseline::put_attendance(w, *session, *person, &PRESENT)")
s=s.replace("sessions::put_mark(w, *session, *person, Mark::Present, None)","sessions::put_attendance(w, *session, *person, &PRESENT)")
open(p,'w').write(s)
# bench screens
p=base+'bench/src/screens.rs'
s=open(p).read()
s=s.replace("use nexus_app::{App, assessments, changes, cohorts, people, programs};","use nexus_app::{App, assessments, changes, cohorts, people, programs, projects, sessions};")
s=s.replace('''    Screen {
        name: "what undo would turn",''','''    Screen {
        name: "sessions of a cohort",
        ask: |app, spot| done(sessions::list(app, &spot.cohort)),
        rows: |spot| {
            let mut rows = spot.rows(&["cohort", "enrolment", "person", "session"]);
            rows.extend(spot.of_sessions(&["block", "attendance"]));
            rows
        },
    },
    Screen {
        name: "a session as planned",
        ask: |app, spot| done(sessions::view(app, &spot.session)),
        rows: |spot| {
            let mut rows = spot.rows(&["cohort", "enrolment", "person", "session"]);
            rows.extend(spot.of_session(&["block", "attendance"]));
            rows
        },
    },
    Screen {
        name: "a session as it runs",
        ask: |app, spot| done(sessions::run_view(app, &spot.session)),
        rows: |spot| {
            let mut rows = spot.rows(&["cohort", "enrolment", "person", "session"]);
            rows.extend(spot.of_session(&["block", "attendance", "note"]));
            rows
        },
    },
    Screen {
        name: "projects of a cohort",
        ask: |app, spot| done(projects::list(app, &spot.cohort)),
        rows: |spot| {
            let mut rows = spot.rows(&["cohort", "enrolment", "person", "project"]);
            rows.extend(spot.of_projects(&["project_member", "milestone", "project_update"]));
            rows
        },
    },
    Screen {
        name: "a project",
        ask: |app, spot| done(projects::view(app, &spot.project)),
        rows: |spot| {
            let mut rows = spot.rows(&["cohort", "enrolment", "person", "session"]);
            rows.extend(spot.of_sessions(&["block"]));
            rows.extend(spot.of_project(&["project", "project_member", "milestone", "project_update", "lesson"]));
            rows
        },
    },
    Screen {
        name: "a person's projects",
        ask: |app, spot| done(projects::of_person(app, &spot.cohort, &spot.person)),
        rows: |spot| {
            let mut rows = spot.rows(&["cohort", "enrolment", "person"]);
            rows.extend(spot.of_project(&["project", "project_member", "milestone", "project_update", "lesson"]));
            rows
        },
    },
    Screen {
        name: "what undo would turn",''')
open(p,'w').write(s)
