# Programs: why they exist, who pays for them, their cohorts.

screen-program = Program
program-new = New program
program-create = Make the program
program-name = Name
program-name-hint = For example “Emerging leaders”
program-open = About the program
program-open-named = About { $name }
program-why = What it is for
program-situation = Situation
program-criteria = Criteria of selection
program-criteria-hint = One a line: what decides who takes part.
program-situation-hint = What is the case, for whom, and why it matters. Reports to the funder quote it.
program-award = Award
program-award-hint = Leave it empty if nobody funds the program. The number stands on every summary.
program-funder = Funder
program-award-number = Number
program-award-starts = First day
program-award-ends = Last day
program-no-cohorts = No cohort yet.
program-remove = Remove program
program-removed = { $name } is in the bin. Undo brings it back.
cohort-program = Program

step-programs-create = making { $detail }
step-programs-edit = change to { $detail }
step-programs-facility = change to { $detail }
step-programs-remove = removing { $detail }

step-programs-partner-add = new partner { $detail }
step-programs-partner-edit = change to { $detail }
step-programs-partner-remove = removing { $detail }
step-programs-hours-add = hours of { $detail }
step-programs-hours-edit = change to hours of { $detail }
step-programs-hours-remove = removing hours of { $detail }
step-programs-session-partner = partners of { $detail }
step-programs-revise = version of the model of { $detail }

## The logic model

screen-model = Logic model
model-title = What we put in, and what came of it
model-mark-version = Program · Logic model, version { $number }
model-scope = What is counted
model-whole = Whole program
model-all-cohorts = all cohorts
model-as-of = as of { $date }
model-edit = Edit model
model-print = Print
model-file = { $name } logic model.pdf
model-no-situation = Nobody has written yet why the program exists.
model-write = Write it
model-revised = This model says what the coalition knows to date. Revised { $date }
model-changed = Its words have changed since.
model-never = No version was agreed yet.
model-behind = opens what is behind a figure
model-words = Words of the model
model-part-situation = Situation
model-part-sectors = Sectors
model-part-levels = Career levels
model-part-competencies = Competencies
model-part-outcomes = Outcomes
model-part-criteria = Criteria of selection
model-none = none yet
model-change = Change them
model-next = What version { $number } would change
model-same = Nothing has changed since the last version.
model-reordered = another order
model-remark = Agreed with, or why
model-remark-hint = For example “with archives and museums”.
model-agree = Agree version { $number }
model-agreed = Version { $number } is kept. Undo takes it back.
model-versions = Versions
model-version = Version { $number }

## What is put in

screen-inputs = Inputs
inputs-hint = Who carries the program, and with what: planned beside given.
hours-loads = Hours by person
hours-total = { $given } given of { $planned } planned
hours-lines = Every entry
hours-person = Person
hours-role = As
hours-planned = Hours planned
hours-given = Hours given
hours-hint = 2, 2.5 or 2:30
hours-date = Day
hours-for = For
hours-whole = the whole program
hours-what = What for
hours-new = Add hours
hours-change = Change hours
hours-remove = Remove these hours
hours-none = No hours yet. Add what is planned first, and what was given afterwards.
hours-nobody = Hours are of people with a role. Nobody has one yet.
partners-title = Partner institutions
partners-none = No partner yet. A session that is held with one is a joint session.
partner-name = Name of the institution
partner-part = What it gives
partner-part-hint = For example rooms, mentors, modules
partner-kind = Kind
partner-facility = A training facility
partner-other = Institution
partner-new = Add partner
partner-change = Change partner
partner-remove = Remove the partner

## Whom it reaches

screen-reach = Reach
reach-hint = The table counts enrolments, with what was true of people on that day.
# Only where somebody enrolled in two cohorts.
reach-people =
    { $people ->
        [one] 1 person in { $enrolments } enrolments; { $came } came to a session.
       *[other] { $people } people in { $enrolments } enrolments; { $came } of the people came to a session.
    }
reach-rows = Rows
reach-columns = Columns
reach-sector = Sector
reach-level = Career level
reach-size = Size of institution
reach-region = Region
reach-size-1-5 = 1–5 staff
reach-size-6-20 = 6–20 staff
reach-size-21-100 = 21–100 staff
reach-size-over-100 = over 100 staff
reach-none = not known
reach-all = All
reach-came =
    { $count ->
        [one] { $count } came
       *[other] { $count } came
    }

## What a figure of the whole program is made of

screen-behind = By cohort
behind-cohort = Cohort
behind-count = Part
behind-of = of
behind-twice = In more than one cohort, counted once
behind-whole = Whole program
behind-leaders = Leaders enrolled. Somebody who moved counts where they go on.
behind-instruments = Instruments in use
behind-projects = Real-world projects
behind-bridges = Pairs across sectors who work on one project
behind-held = Sessions held
behind-joint = Joint sessions, held or planned
behind-higher = Ratings that went up between baseline and end, of all that were given both times. The sheet counts the competencies in which more went up than down.
behind-quality = Reactions to the sessions in the upper two points of their scale
