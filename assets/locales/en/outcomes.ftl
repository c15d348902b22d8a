# After the program: follow-ups of a cohort, outcomes with their evidence, figures of institutions.

screen-outcomes = Outcomes
outcomes-none = This program has no outcomes yet. Start with the nine that every program starts with, or write your own.
outcomes-fill = Start with the nine
outcomes-contribution = What is told here is what the program contributed to. It proves nothing by itself.
outcome-add = Add an outcome
outcome-edit-title = Change the outcome
outcome-title = What is to be seen
outcome-term = When
outcome-term-medium = Back at work
outcome-term-long = In the long run
outcome-up = Move up
outcome-down = Move down
outcome-save = Keep the outcome
outcome-change = Change
outcome-change-of = Change { $name }
outcome-remove = Remove
outcome-remove-of = Remove { $name }
outcome-elsewhere =
    { $count ->
        [one] One more from another cohort.
       *[other] { $count } more from other cohorts.
    }

## Evidence

outcome-evidence-count =
    { $count ->
        [0] No evidence yet
        [one] 1 piece of evidence
       *[other] { $count } pieces of evidence
    }
outcome-evidence-add = Add evidence
outcome-evidence-add-of = Add evidence: { $name }
outcome-evidence-put = File the evidence
outcome-evidence-what = What happened
outcome-evidence-date = On
outcome-evidence-witness = Who can confirm it
outcome-evidence-witness-hint = Name or office; somebody besides the participant if possible
outcome-evidence-link = Where more can be read
outcome-evidence-link-hint = An address or a document. It is shown here and never opened by this program.
outcome-evidence-file = File
outcome-evidence-file-hint = Up to 10 MB, kept inside the encrypted workspace. It is neither opened nor run here.
outcome-evidence-file-choose = Choose a file
outcome-evidence-file-other = Choose another file
outcome-evidence-file-any = Any file
outcome-evidence-file-none = Leave it out
outcome-evidence-file-save = Save a copy
outcome-evidence-file-save-of = Save a copy of { $name }
outcome-evidence-file-open = Open
outcome-evidence-file-open-of = Open a copy of { $name }
outcome-evidence-file-saved = Saved as { $file }
outcome-evidence-file-away = Not on this laptop yet
outcome-evidence-quote = May it be quoted?
outcome-quote-not-asked = Not asked to be quoted
outcome-quote-no = Not to be quoted
outcome-quote-yes = May be quoted
outcome-about = About
outcome-about-cohort = The cohort as a whole
outcome-about-program = The program, all cohorts
outcome-evidence-program = about the whole program
outcome-evidence-confirms = confirmed by { $name }
outcome-evidence-nobody = nobody named who can confirm it
outcome-evidence-corrected = corrected
outcome-evidence-correct = Correct
outcome-evidence-correct-of = Correct “{ $what }”
outcome-evidence-correct-title = Correct the evidence
outcome-evidence-correct-done = Put in its place
outcome-evidence-double = Two people corrected the same evidence. Remove the one that does not count.

## Figures of institutions

indicators = Figures of institutions
indicators-none = No figures yet. What an institution counts anyway says the most: hours, visits, budget, staff.
indicator-add = Add a figure
indicator-change = Change the figure
indicator-institution = Institution
indicator-name = What is counted
indicator-name-hint = The same words each time, so that days can be compared
indicator-value = How much
indicator-value-hint = With its unit, e.g. 52 hours
indicator-date = For the day
indicator-source = Source
indicator-source-hint = Where somebody else can look it up
indicator-save = Keep the figure

## Follow-ups

follow-ups = Asking again
follow-ups-from = Counted from the cohort’s last day, { $day }.
follow-ups-no-end = The cohort has no last day yet, so there are no days to plan with.
follow-ups-set-end = Set the last day
follow-up-moment-follow-up-weeks = 4 to 8 weeks later
follow-up-moment-follow-up-six-months = 6 months later
follow-up-moment-follow-up-twelve-months = 12 months later
follow-up-planned = Planned
follow-up-due = Due now
follow-up-overdue = Overdue
follow-up-done = Done
follow-up-window = { $opens } to { $closes }
follow-up-done-on = on { $day }
follow-up-no-days = no days yet
follow-up-assessment = An assessment is planned; no sheet has come yet.
follow-up-sheets =
    { $count ->
        [one] 1 person gave a sheet
       *[other] { $count } people gave a sheet
    }
follow-up-finish = Mark as done
follow-up-finish-of = Mark as done: { $name }
follow-up-reopen = Not done
follow-up-reopen-of = Not done after all: { $name }
follow-up-done-day = Done on
follow-up-add = Add another
follow-up-title = What it is
follow-up-weeks = Weeks after the last day
follow-up-weeks-hint = There are four weeks for it from then on.
follow-up-put = Plan it

## In the bin

table-outcome =
    { $count ->
        [one] { $count } outcome
       *[other] { $count } outcomes
    }
table-outcome-evidence =
    { $count ->
        [one] { $count } piece of evidence
       *[other] { $count } pieces of evidence
    }
table-indicator =
    { $count ->
        [one] { $count } figure
       *[other] { $count } figures
    }
table-follow-up =
    { $count ->
        [one] { $count } follow-up
       *[other] { $count } follow-ups
    }

## Columns

column-outcome-title = What is to be seen
column-term = When
column-outcome = Outcome
column-indicator-name = What is counted
column-value = How much
column-indicator-date = For the day
column-weeks = Weeks after the last day

## Steps of undo

step-outcomes-fill = first outcomes of { $detail }
step-outcomes-add = adding the outcome “{ $detail }”
step-outcomes-edit = change to the outcome “{ $detail }”
step-outcomes-move = moving the outcome “{ $detail }”
step-outcomes-remove = removing the outcome “{ $detail }”
step-outcomes-evidence-add = adding evidence for “{ $detail }”
step-outcomes-evidence-correct = correcting evidence for “{ $detail }”
step-outcomes-evidence-remove = removing evidence for “{ $detail }”
step-outcomes-indicator-add = adding the figure { $detail }
step-outcomes-indicator-edit = change to the figure { $detail }
step-outcomes-indicator-remove = removing the figure { $detail }
step-outcomes-follow-up-add = planning the follow-up { $detail }
step-outcomes-follow-up-done = follow-up of { $detail }
step-outcomes-follow-up-remove = removing the follow-up { $detail }
