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
step-people-withdraw = withdrawal of { $detail }
step-people-move = moving { $detail }
step-people-return = return of { $detail }
step-people-reason = the reason { $detail }
step-people-merge = joining records of { $detail }
step-people-apart = taking { $detail } apart
step-people-settle = settling which record of { $detail } counts
step-people-two = telling { $detail } from somebody else
step-people-consent = what { $detail } allows
step-people-consent-remove = an answer of { $detail }
step-people-consent-kind = what is asked: { $detail }
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

## People over time

field-standing = Standing
standing-there = takes part
people-gone =
    { $count ->
        [one] { $count } of them left
       *[other] { $count } of them left
    }
left-withdrew = Withdrew { $day }
left-withdrew-why = Withdrew { $day } ({ $reason })
left-moved = Moved to { $cohort } { $day }
left-answers-count = Answers stay and count.
left-answers-keep = Answers stay and no longer count.
left-answers-deleted = Answers were deleted at their request.
places-title = Cohorts and roles
places-none = In no cohort, and no role that was written down.
place-also = also { $codes } on paper
place-since = came from another cohort { $day }
place-before = { $left }, back since { $day }
role-participant = Participant
role-period = { $from } to { $to }
role-hours = { $hours } h
withdraw-open = Withdraw…
withdraw-title = { $name } withdraws
withdraw-lead = Their place and their code stay, and every count says that they left. They can come back.
withdraw-answers = What becomes of the answers?
withdraw-count = Keep them and count them
withdraw-keep = Keep them, but do not count them from that day
withdraw-delete = Delete them, because the person asks for it
withdraw-goes =
    { $sheets ->
        [0] { $name } has no sheet in this cohort.
        [one] { $sheets } sheet of { $name } in this cohort with { $answers } answers is deleted for good, corrections included. This cannot be undone, nor can any step before it. What they allowed stays as proof. Backups made before keep the sheet until they expire.
       *[other] { $sheets } sheets of { $name } in this cohort with { $answers } answers are deleted for good, corrections included. This cannot be undone, nor can any step before it. What they allowed stays as proof. Backups made before keep the sheets until they expire.
    }
withdraw-sure = I have understood that this cannot be undone
withdraw-do = Withdraw
withdraw-do-delete = Withdraw and delete the answers
withdraw-done = { $name } has withdrawn. The place stays.
withdraw-done-deleted = { $name } has withdrawn, and the answers are deleted.
leave-day = Last day
leave-day-hint = On which they took part
leave-reason = Reason
leave-reason-own = Another one, or none
leave-words = In own words
move-open = Move to another cohort…
move-title = { $name } goes on in another cohort
move-lead = They get a new code there. Attendance, sheets and project of this cohort stay here and can be read from both.
move-to = Goes on in
move-do = Move
move-done = { $name } goes on as { $code }.
return-open = Takes part again…
return-title = { $name } comes back
return-lead = The code { $code } is still theirs.
return-day = Since
return-do = Come back
consent-title = Consent
consent-record = Record
consent-record-of = Record an answer: { $name }
consent-record-title = Consent: { $name }
consent-history =
    { $count ->
        [one] { $count } answer so far
       *[other] { $count } answers so far
    }
consent-version = wording { $version }
consent-remove = Take away
consent-remove-of = Take away the answer of { $day }
consent-answer = Answer
consent-given = Given
consent-refused = Refused
consent-withdrawn = Withdrawn
consent-day = Day of the answer
consent-means = How it came
consent-means-paper = On paper
consent-means-spoken = Spoken
consent-means-laptop = On the laptop
consent-means-file = From a list
consent-means-record = From their record
consent-save = Record the answer
records-title = Records of this person
records-none = One record. If this person stands in the workspace twice, join both: nothing is lost, and they can be taken apart again.
records-unsettled = Two laptops joined these records differently. Choose which one counts.
records-settle = { $name } counts
records-joined = joined { $when } by { $by }
records-join = Join with another record…
records-apart = Take apart again
records-apart-of = Take apart again: { $name } { $codes }
records-apart-done = They are two records again.
join-title = Which record is { $name } too?
join-search = Name, e-mail, institution or code
join-nobody = Nobody is found.
join-lead = What one record alone says is kept. Choose where both say something else. Roles of both are kept.
join-same = Both say the same.
join-fields = What both records say
join-field = Field
join-nothing = nothing
join-codes = { $cohort }: { $code } counts, { $also } is remembered on paper.
join-marks =
    { $count ->
        [one] At { $count } session they were marked differently; the mark of { $name } counts.
       *[other] At { $count } sessions they were marked differently; the marks of { $name } count.
    }
join-sheets =
    { $count ->
        [one] At { $count } occasion both have a sheet; it shows there as a double to be settled.
       *[other] At { $count } occasions both have a sheet; they show there as doubles to be settled.
    }
join-do = Join the records
join-done = The records are one person now.
doubles-open = Possible duplicates
doubles-title = Possible duplicates
doubles-lead = Records that may be one person. Joining loses nothing and can be taken back; what you decide is remembered.
doubles-none = No two records look alike.
doubles-why-email = Same e-mail address
doubles-why-institution = Same name and institution
doubles-why-name = Same name
doubles-join = Compare and join…
doubles-join-of = Compare and join… { $name }
doubles-two = These are two people
doubles-two-of = These are two people: { $name }
doubles-two-done = Remembered: two people.
asked-consent = What people are asked to allow
asked-consent-lead = Other words are a new version; answers that were given keep the words that were asked.
asked-name = Name
asked-wording = What is asked
asked-new = Something else to ask
asked-new-wording = Its words
asked-add = Add the question
asked-reasons = Reasons to leave
asked-reasons-lead = An empty name takes a reason off the list; who left for it keeps it.
asked-reason-new = Another reason
asked-reason-add = Add the reason

## What we hold about somebody

held-title = What we hold about you
held-back = Back to the person
held-print = Print
held-pdf = Save as PDF…
held-pdf-done = What we hold is in { $file }.
held-as-of = Last change: { $day }
held-file = { $name }, what we hold.pdf
