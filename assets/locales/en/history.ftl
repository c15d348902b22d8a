# Who changed a record and when. A column is called `column-<table>-<column>`, or `column-<column>` in every table.

history-title = Changes
history-created = added
history-changed = changed
history-removed = removed
history-back = brought back
history-turned = undone or done again
history-cell = { $column }: { $old } → { $new }
history-nothing = –
history-yes = yes
history-no = no

## Columns

column-deleted = In the bin
column-name = Name
column-title = Title
column-text = Text
column-zone = Time zone
column-starts = First day
column-ends = Last day
column-position = Place in the list
column-cohort = Cohort
column-program = Program
column-person = Person
column-session = Session
column-block = Block
column-project = Project
column-partner-part = What it gives
column-partner-trains = A training facility
column-session-partner-partner = Held with
column-hours-role = As
column-hours-planned = Hours planned, in minutes
column-hours-given = Hours given, in minutes
column-due = Due
column-done = Done
column-date = Day
column-place = Place
column-began = Began
column-ended = Ended
column-competency = Competency
column-competencies = Competencies

## Programs and cohorts

column-situation = Situation
column-criteria = Criteria of selection
column-funder = Funder
column-award = Number of the award
column-award-starts = First day of the award
column-award-ends = Last day of the award
column-sample = Sample
column-cohort-mark = Short mark
column-prefix = Letters of the codes

## People and words

column-given = Given name
column-family = Family name
column-email = E-mail
column-institution = Institution
column-person-position = Position
column-enrolment-position = Position
column-region = Region
column-sector = Sector
column-level = Level
column-size = Size of institution
column-aspiration = Aspiration
column-consent = Consent to share
column-roles = Roles
column-number = Number of the code
column-registered = Registered
column-synonyms = Spellings
column-loser = Record
column-winner = Record that counts
column-replaced = Fields taken over
column-one = One record
column-other = Other record
column-enrolment = Place
column-way = How
column-departure-day = Last day
column-reason = Reason
column-departure-words = Own words
column-departure-answers = Answers
column-onward = Goes on at
column-returned = Back since
column-consent-answer-kind = What was asked
column-answer = Answer
column-day = Day
column-means = How it came
column-recorder = Recorded by
column-wording = Wording
column-consent-answer-version = Version of the wording
column-consent-kind-version = Version of the wording
column-mark = Glyph

## Sessions

column-session-starts = Begins at
column-minutes = Minutes
column-locked = Locked
column-optional = Optional
column-run-minutes = Minutes as run
column-dropped = Left out
column-instructions = Instructions
column-paused = Paused
column-held = Minutes held
column-accepted = Late start accepted
column-attendance-mark = Attendance
column-arrived = Arrived
column-walk-in = Walk-in

## Curriculum

column-purpose = Purpose
column-materials = Materials
column-notes = Facilitator notes
column-application = Use in the project
column-licence = Licence
column-source = Source
column-drafting = Being worked on
column-module = Module
column-module-version = Made from
column-published = Published
column-module-choice-module-version = Text that counts

## Assessments

column-instrument = Instrument
column-version = Version
column-moment = Moment
column-opens = Opens
column-occasion-definition-version = Version that is asked
column-definition = Framework or instrument
column-kind = Kind
column-key = Id
column-framework = Framework
column-low = From
column-high = To
column-labels = Words of the points
column-definition-locked = Locked
column-base = Began from version
column-content = File
column-definition-version-number = Version
column-definition-choice-number = Version
column-definition-choice-definition-version = Content that counts
column-parent = Belongs to
column-words = Words below it
column-about = Competency
column-measures = Measures
column-format = Answer
column-unit = Unit
column-shown-if = Asked if
column-levels = Levels
column-sectors = Sectors

## Projects

column-problem = Problem
column-beneficiaries = Who benefits
column-sponsor = Sponsor
column-success = Measure of success
column-agreed = Agreed on
column-state = State
column-what = What changed

## Reports

step-reports-choose = choices for a report ({ $detail })
step-reports-write = text of a report ({ $detail })
step-reports-issue = issuing “{ $detail }”
step-reports-withdraw = removing the issued report “{ $detail }”
step-reports-template = adding the template “{ $detail }”
step-reports-template-remove = removing the template { $detail }
step-reports-threshold = threshold for readers: { $detail }
column-report-template = Template
column-report-audience = Readers
column-report-sheet = Sheet size
column-report-left-out = Sections left out
column-report-text-report = Report
column-report-text-section = Section
column-report-threshold-audience = Readers
column-report-threshold-people = Fewest people
