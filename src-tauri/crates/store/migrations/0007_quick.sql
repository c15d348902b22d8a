-- What screens ask for again and again, answered from an index however many records there are.

-- Counting who is in each cohort needs no row of an enrolment.
DROP INDEX enrolment_cohort;
CREATE INDEX enrolment_cohort ON enrolment (cohort, deleted, number);
-- Nor does finding out whether and where a person is enrolled.
DROP INDEX enrolment_person;
CREATE INDEX enrolment_person ON enrolment (person, cohort, deleted);
CREATE INDEX person_roles ON person (family, given) WHERE roles <> '';

-- Whether something takes the place of a row that is never edited.
CREATE INDEX note_corrects ON note (corrects) WHERE corrects IS NOT NULL;

-- The bin: of the tables that hold much.
CREATE INDEX person_bin ON person (id) WHERE deleted = 1;
CREATE INDEX enrolment_bin ON enrolment (id) WHERE deleted = 1;
CREATE INDEX session_bin ON session (id) WHERE deleted = 1;
CREATE INDEX block_bin ON block (id) WHERE deleted = 1;
CREATE INDEX attendance_bin ON attendance (id) WHERE deleted = 1;
CREATE INDEX note_bin ON note (id) WHERE deleted = 1;
CREATE INDEX occasion_bin ON occasion (id) WHERE deleted = 1;
CREATE INDEX response_bin ON response (id) WHERE deleted = 1;
CREATE INDEX project_bin ON project (id) WHERE deleted = 1;
CREATE INDEX project_member_bin ON project_member (id) WHERE deleted = 1;
CREATE INDEX milestone_bin ON milestone (id) WHERE deleted = 1;
CREATE INDEX project_update_bin ON project_update (id) WHERE deleted = 1;
CREATE INDEX evidence_bin ON evidence (id) WHERE deleted = 1;
CREATE INDEX lesson_bin ON lesson (id) WHERE deleted = 1;
CREATE INDEX next_step_bin ON next_step (id) WHERE deleted = 1;
