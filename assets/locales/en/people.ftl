# People of a cohort and the roster import.

screen-people = People
people-caption = People of the cohort
people-search = Search people
people-shown =
    { $shown ->
        [one] { $shown } person of { $all }
       *[other] { $shown } people of { $all }
    }
people-no-match = Nobody here matches “{ $search }”.
person-add = Add person
person-details = Details
person-print = Print summary
person-pdf = Save summary as PDF…
person-pdf-file = { $code }.pdf
person-pdf-done = The summary is in { $file }.
person-leave = Take out of the cohort
person-left = { $name } is no longer in the cohort. The code stays theirs.

## Fields

field-person = Person
field-code = Code
field-name = Name
field-given = Given name
field-family = Family name
field-full-name = Full name
field-email = E-mail
field-institution = Institution
field-sector = Sector
field-position = Position
field-level = Level
field-region = Region
field-size = Size of institution
field-consent = Consent to share
field-consent-short = May share
field-registered = Registered
field-aspiration = Aspiration
field-none = Not known
consent-yes = Yes
consent-no = No
consent-not-answered = Not answered
size-1-5 = 1 to 5 people
size-6-20 = 6 to 20 people
size-21-100 = 21 to 100 people
size-over-100 = more than 100 people

## Roster import

roster-open = Import roster…
roster-title = Import roster
roster-check-title = Check before anything is added
roster-done-title = The roster is in
roster-lead = A registration list as it comes: any column order, blank lines and totals included. You see every row that is in doubt before anything is added.
roster-choose = Choose a file…
roster-kinds = CSV with any delimiter, or an Excel workbook (.xlsx).
roster-kind = Lists of people
roster-step-file = File
roster-step-check = Check
roster-step-done = Done
roster-reading = Reading the file…
roster-file = { $rows } rows, { $form }
roster-ready = { $count } ready
roster-to-decide = { $count } to decide
roster-left-out = { $count } not people, left out
roster-nothing-yet = Nothing has been added yet
roster-columns = Columns
roster-mapped = { $mapped } of { $all } mapped
roster-in-file = In the file
roster-becomes = Becomes
roster-becomes-of = “{ $column }” becomes
roster-not-read = Not read
roster-nameless = Column { $number }
roster-problems = Problems
roster-good-kept = good rows are kept
roster-no-problems = Nothing is in doubt.
roster-group-decide =
    { $count ->
        [one] { $count } to decide
       *[other] { $count } to decide
    }
roster-group-care = { $count } read with care
roster-group-out = { $count } left out
roster-choice = Row { $row }, { $field }: what to do
roster-type = Row { $row }, { $field }: type a value
roster-no-name = No column holds names yet. Choose which one does.
roster-add =
    { $count ->
        [one] Add { $count } person
       *[other] Add { $count } people
    }
roster-add-all = Add all { $count } as chosen
roster-take-over = Take over
roster-one-undo = One undo takes the whole import back.
roster-undo = Undo the import
roster-save-waiting = Save waiting rows as CSV…
roster-save-rejects = Save rows set aside as CSV…
roster-rejects-file = rows set aside.csv
roster-result =
    { $added ->
        [0] Nobody is new. { $enrolled } known people joined the cohort, { $changed } were brought up to date.
        [one] { $added } person is new. { $enrolled } known people joined the cohort, { $changed } were brought up to date.
       *[other] { $added } people are new. { $enrolled } known people joined the cohort, { $changed } were brought up to date.
    }
roster-result-rest = { $recognised } recognised without a change, { $aside } rows set aside, { $out } left out.

roster-remember = Remember “{ $spelling }” as { $word }
roster-words = Sectors and levels…

## What is the matter with a row

matter-duplicate-row = one row per person; row { $first } is the same, with another { $fields }
matter-differs-from-stored = { $name } is stored with another { $fields }
matter-email-taken = an address of their own; { $name } has it
matter-email-taken-row = an address of their own; { $name } in row { $row } has it
matter-email-missing = an e-mail address; the person goes in without one
matter-email-bad = an e-mail address such as name@example.org
matter-name-missing = a given or a family name
matter-name-known = somebody of this name is known at { $institution }; this is taken as another person
matter-names-swapped = read as { $read }
matter-damaged-letters = a name without damaged letters
matter-damaged-kept = letters were damaged on the way; “{ $stored }” stays
matter-word-guessed = read as { $read }
matter-word-several = one of { $words } words
matter-word-unknown = one of { $words } words
matter-size-unknown = a number of people or a range such as 6–20; left empty
matter-consent-unclear = yes or no; taken as not answered
matter-consent-not-widened = stored consent says less; an import never widens it
matter-consent-narrowed = the new, narrower answer is taken
matter-date-unreadable = a date; left empty
matter-date-ambiguous = the order of day and month; no value settles it
matter-one-line = read as one line
matter-hidden-character = a hidden character ({ $code }) was taken out
matter-looks-like-formula = looks like a formula; kept as plain text
matter-from-formula = computed by a formula; the value last saved is taken
matter-too-long = at most { $limit } characters
matter-extra-cells = { $columns } cells; the row has { $found }
matter-unclosed-quote = a closing quotation mark
matter-blank-row = the row is blank
matter-totals-row = the row sums up others
matter-header-again = the row repeats the names of the columns

choice-keep = Keep the first
choice-update = Update it
choice-new-person = New person
choice-leave-empty = Leave empty
choice-as-found = As found
choice-leave-out = Leave out
choice-type = Type another
choice-month-first = Month first
choice-day-first = Day first

## Steps of undo

step-people-import = import of { $detail }
step-people-add = adding { $detail }
step-people-edit = change to { $detail }
step-people-leave = taking { $detail } out
step-people-remove = removing { $detail }
step-people-staff-add = adding { $detail }
step-people-word-add = adding { $detail }
step-people-word-rename = renaming { $detail }
step-people-word-learn = a spelling of { $detail }
step-people-word-forget = forgetting a spelling of { $detail }
step-people-word-draw = the glyph of { $detail }
step-people-word-move = moving { $detail }
step-people-word-remove = removing { $detail }

## Roles, and people who take part nowhere

roles-title = Roles
role-facilitator = Facilitator
role-facilitator-hint = runs sessions
role-coach = Coach
role-coach-hint = reviews projects, answers questions
role-mentor = Mentor
role-mentor-hint = meets one or more participants regularly
role-staff = Staff
role-staff-hint = helps to run the program
screen-staff = Staff
staff-mark = Facilitators, coaches, mentors
staff-lead = They are never counted as attendees. Somebody who takes part in a cohort can have a role too.
staff-none = Nobody has a role yet. Add who runs sessions, coaches or mentors, or give a participant a role on their page.
staff-add = Add staff
staff-takes-part = Takes part in
staff-others = In no cohort
staff-others-lead = Known from before, without a role. An import recognises them; open one to give a role or to remove them.
person-remove = Remove this person
person-removed = { $name } is in the bin. Undo brings them back.

## Sectors and levels

screen-words = Sectors and levels
words-open = Sectors and levels
words-lead = These words place people. Give each the spellings under which files bring it, and an import understands them by itself. A changed word changes wherever it stands.
words-sectors = Sectors
words-levels = Levels
words-move-hint = Alt ↑ and Alt ↓ move a word
words-moved = { $name } is now { $place } of { $of }
words-new = New word
words-add-sector = Add sector
words-add-level = Add level
words-name-of = Name of { $name }
words-glyph-of = Glyph of { $name }
words-up = Move { $name } up
words-down = Move { $name } down
words-remove = Remove
words-remove-named = Remove { $name }
words-people =
    { $count ->
        [0] beside nobody
        [one] beside { $count } person
       *[other] beside { $count } people
    }
words-also = Also
words-learn = Add a spelling
words-learn-of = Another spelling of { $name }
words-forget = Forget the spelling { $spelling } of { $name }
words-shared = “{ $spelling }” belongs to { $taken } and to { $other }, because two laptops were told so. It is read as { $taken }. Take it from one of them.
words-to-roster = Back to the roster
glyph-none = No glyph
glyph-book = Book
glyph-arch = Arch
glyph-diamond = Diamond
glyph-box = Box
glyph-temple = Temple
error-word-taken = “{ $spelling }” already means { $by }.


## The page of a participant

person-shares = answers may be shared with the coalition
person-keeps = answers stay in this facility
person-keeps-unasked = answers stay in this facility, not asked yet
person-ratings = Self-assessment, baseline → end
person-ratings-none = No sheet of this person yet.
person-ratings-collect = Collect a self-assessment
person-project =
    { $count ->
        [0] Project
        [one] Project
       *[other] Projects
    }
person-project-last = last update { $day },
person-project-none = No project yet. A project is the real change at work to which the lessons are applied.
person-project-open = Projects
person-project-update = Add update
person-evidence =
    { $count ->
        [one] { $count } piece of evidence
       *[other] { $count } pieces of evidence
    }
person-lessons = Lessons applied
person-lesson-add = Add
person-lessons-none = Nothing yet. A lesson is written where it changed something: on the page of a project.
person-steps = Next steps
person-steps-none = What they mean to do next, in their own words. Open steps stand in their summary.
person-steps-open = { $count } open
person-step-text = Next step
person-step-by = By
person-step-add = Add step
person-step-save = Save step
person-step-due = by { $day }
person-step-overdue = was due { $day }
person-step-done-on = done { $day }
person-step-edit = Change “{ $step }”
person-step-edit-short = Change
person-step-remove = Remove “{ $step }”
person-step-removed = The step is in the bin.
person-attendance = Attendance
person-attendance-sum =
    { $late ->
        [0] { $came } of { $held }
        [one] { $came } of { $held }, one late
       *[other] { $came } of { $held }, { $late } late
    }
