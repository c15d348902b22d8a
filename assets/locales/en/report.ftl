# Words of reports and of the figures that screen and paper share.
# Every id begins with report- or figure-, so that the window can load this file beside the others.
# Dates come in as words; numbers as numbers. "Finding" titles carry no full stop.

## Dates

report-month-1 = January
report-month-2 = February
report-month-3 = March
report-month-4 = April
report-month-5 = May
report-month-6 = June
report-month-7 = July
report-month-8 = August
report-month-9 = September
report-month-10 = October
report-month-11 = November
report-month-12 = December
report-month-short-1 = Jan
report-month-short-2 = Feb
report-month-short-3 = Mar
report-month-short-4 = Apr
report-month-short-5 = May
report-month-short-6 = Jun
report-month-short-7 = Jul
report-month-short-8 = Aug
report-month-short-9 = Sep
report-month-short-10 = Oct
report-month-short-11 = Nov
report-month-short-12 = Dec
report-date-full = { $day } { $month } { $year }
report-date-short = { $day } { $month }

## Columns and states

report-column-competency = Competency
report-column-change = Change
report-column-milestone = Milestone
report-column-planned = Planned
report-column-reached = Reached
report-column-state = State
report-column-session = Session
report-column-date = Date
report-column-attendance = Attendance
report-column-sector = Sector
report-column-total = Total
report-column-code = Code
report-column-name-institution = Name and institution
report-column-arrived = Arrived
report-column-signature = Signature
report-column-time = Time
report-column-minutes = Minutes
report-column-block = What
report-column-competencies = Competencies
report-column-number = No.
report-column-item = Statement
report-column-letter = Letter
report-no-value = –
report-rating-blank = left blank
report-rating-declined = declined
report-rating-unreadable = unreadable
report-rating-not-shown = not asked
report-rating-no-sheet = no sheet
report-attendance-to-come = to come
report-attendance-expected = not recorded
report-attendance-present = present
report-attendance-late = late
report-attendance-late-at = late, { $time }
report-attendance-absent = absent
report-attendance-excused = excused
# One letter each, drawn into a small box.
report-letter-present = P
report-letter-late = L
report-letter-absent = A
report-letter-excused = E
report-milestone-done = done
report-milestone-done-late = done, { $late }
report-milestone-late =
    { $days ->
        [one] 1 day late
       *[other] { $days } days late
    }
report-milestone-overdue = overdue
report-milestone-planned = planned

## Figures

figure-ratings-title =
    { $up ->
        [0] { $down ->
            [0] No change on { $paired ->
                [one] the one competency rated twice
               *[other] any of { $paired } competencies
            }
           *[other] Down on { $down } of { $paired } { $paired ->
                [one] competency
               *[other] competencies
            }, up on none
        }
       *[other] Up on { $up } of { $paired } { $paired ->
            [one] competency
           *[other] competencies
        }, down on { $down ->
            [0] none
           *[other] { $down }
        }
    }
figure-ratings-once = { $rated } of { $rows } competencies rated at { $moment }
figure-ratings-no-pair = No competency was rated at both { $before } and { $after }
figure-moment-date = { $moment }, { $date }
figure-ratings-key = Self-rating from { $low } to { $high }. Ring: { $before }. Dot: { $after }. A ring around a dot: no change.
figure-ratings-key-once = Self-rating from { $low } to { $high }. Ring: { $before }.
figure-ratings-unpaired =
    { $count ->
        [one] One competency was not rated both times and does not count.
       *[other] { $count } competencies were not rated both times and do not count.
    }
figure-ratings-source = { $instrument }.
figure-medians-title =
    Median up on { $up } of { $rows } { $rows ->
        [one] item
       *[other] items
    }, down on { $down ->
        [0] none
       *[other] { $down }
    }
figure-medians-once = Medians at { $moment }
figure-medians-too-few = Too few sheets at { $before } and { $after } for a comparison
figure-medians-key = Medians of ratings from { $low } to { $high }. Ring: { $before }. Dot: { $after }. A ring around a dot: no change. n counts the people rated both times.
figure-medians-key-once = Medians of ratings from { $low } to { $high }. Ring: { $before }. n counts the people who gave a rating.
figure-medians-few = Below { $fewest } ratings nothing but counts is given.
figure-medians-outcome = { $value }, n { $count }
figure-medians-count = n { $count }
figure-medians-head = Median at { $moment }
figure-medians-rated = Ratings
figure-medians-paired = Rated both times
figure-medians-up = Up
figure-medians-down = Down
figure-medians-mean = Mean change (95 % interval)
figure-medians-interval = { $mean } ({ $low } to { $high })
figure-ratings-alt-row = { $name }: { $before }, then { $after }.
figure-ratings-alt-once = { $name }: { $before }.
figure-timeline-title =
    { $all ->
        [0] No milestones yet
       *[other] { $done } of { $all } milestones reached{ $overdue ->
            [0] {""}
           *[other] , { $overdue } overdue
        }
    }
figure-timeline-key = Dot: reached. Ring: planned. Tick: an update. The thick line ends on { $date }.
figure-timeline-updates =
    { $count ->
        [0] No updates.
        [one] 1 update.
       *[other] { $count } updates.
    }
figure-attendance-title =
    { $held ->
        [0] No session held yet
       *[other] Attended { $there } of { $held } { $held ->
            [one] session
           *[other] sessions
        }{ $late ->
            [0] {""}
           *[other] , { $late } late
        }
    }
figure-attendance-key = P present, L late, A absent, E excused; an empty box is to come or not recorded.

## Every report

report-as-of = Data as of { $date }
report-page = { $page } of { $pages }
report-award = Award { $number }
report-link-fact = Where this comes from: { $words }
report-link-address = Opens { $address }

## Participant summary

report-participant-kicker = Participant summary
report-participant-title = { $name }: participant summary
report-participant-code = Participant { $code }
report-participant-coach = Coach: { $name }
report-participant-key-sessions = sessions attended
report-participant-key-competencies = competencies up
report-participant-key-milestones = milestones reached
report-participant-key-lessons =
    { $count ->
        [one] lesson applied
       *[other] lessons applied
    }
report-participant-key-of = { $part } of { $whole }
report-participant-ratings-none = No self-assessment is recorded yet.
report-participant-ratings = Self-assessment
report-participant-stands-out = What stands out
report-participant-project = Project
report-participant-project-none = No project is recorded yet.
report-participant-project-status = Status: { $status }
report-participant-updates = Latest updates
report-participant-update-evidence =
    { $count ->
        [one] 1 piece of evidence
       *[other] { $count } pieces of evidence
    }
report-participant-attendance = Attendance
report-participant-attendance-none = No session is planned yet.
report-participant-lessons = Lessons applied
report-participant-lessons-none = No lesson is recorded as applied yet.
report-participant-lesson-source = From { $source }, on { $competency }
report-participant-lesson-source-only = From { $source }
report-participant-lesson-competency-only = On { $competency }
report-participant-steps = Next steps
report-participant-steps-none = No next step is recorded.
report-participant-step-due = By { $date }: { $text }
report-participant-coach-notes = From the coach

## Sign-in sheet

report-sign-in-kicker = Sign-in sheet
report-sign-in-title = { $session }: sign-in sheet
report-sign-in-expected =
    { $count ->
        [0] Nobody is expected yet. The rows are for those who come.
        [one] 1 person is expected. The empty rows are for those who come without being listed.
       *[other] { $count } people are expected. The empty rows are for those who come without being listed.
    }
report-sign-in-facilitator = Facilitator: { $name }

## Agenda

report-agenda-kicker = Agenda
report-agenda-title = { $session }: agenda
report-agenda-purpose = Purpose
report-agenda-locked = fixed time
report-agenda-optional = optional
report-agenda-empty = No block is planned yet.
report-agenda-note = Blocks marked “{ $locked }” do not move. Those marked “{ $optional }” are left out first if time runs short.

## Paper form

report-form-kicker = { $occasion }
report-form-title = { $instrument }: paper form
report-form-code = Participant code
report-form-how = Ring one number in each row. Leave a row empty if you do not know; write a dash through a row that you prefer not to answer.
report-form-item = { $number }. { $text }
report-form-ring-one = Ring one letter
report-form-ring-several = Ring every letter that fits
report-form-write = Please write
report-form-bounds = ({ $low } to { $high })
report-form-at-least = ({ $low } or more)
report-form-at-most = ({ $high } or less)
report-form-only-if = Only if { $test }.
report-form-skip = Otherwise go on with { $number }.
report-form-skip-end = Otherwise you are done.
report-form-test-answered = { $item } has an answer
report-form-test-is = { $item } is { $answers }
report-form-test-is-not = { $item } is not { $answers }
report-form-test-at-least = { $item } is { $number } or more
report-form-test-at-most = { $item } is { $number } or less
report-form-or = { $first } or { $last }
report-form-foot = Code { $code }, version { $version }, { $instrument }
report-form-foot-blank = Code ________, version { $version }, { $instrument }

## Moments of an assessment, in mid-sentence

report-moment-baseline = baseline
report-moment-midpoint = midpoint
report-moment-end = end
report-moment-retrospective = looking back
report-moment-follow-up-weeks = weeks later
report-moment-follow-up-six-months = six months later
report-moment-follow-up-twelve-months = twelve months later
report-instrument-version = { $instrument }, version { $version }

## How a project goes

report-project-on-course = On course
report-project-slower = Slower than planned
report-project-stuck = Stuck
report-project-changed-course = Changed course
report-project-finished = Finished
report-project-benefits = Who benefits: { $who }.

## The logic model

report-model-kicker = Logic model
report-model-heading = What we put in, and what came of it
report-model-title = Logic model, { $name }
report-model-as-of = as of { $date }
report-model-revised = Version { $number }, { $date }
report-model-note = This model says what the coalition knows to date. Outcomes are reported as contribution, never as proof.
report-model-none = none
report-model-inputs = Inputs
report-model-activities = Activities
report-model-participation = Participation
report-model-short = At the end of the program
report-model-medium = Back at work
report-model-long = In time
report-model-evidence =
    { $count ->
        [one] piece of evidence
       *[other] pieces of evidence
    }
report-model-indicators =
    { $count ->
        [one] figure of an institution
       *[other] figures of institutions
    }
report-model-carriers =
    { $count ->
        [one] mentor, facilitator or coach
       *[other] mentors, facilitators and coaches
    }
report-model-carriers-detail = { $given } of { $planned } planned hours given
report-model-facilities =
    { $count ->
        [one] training facility
       *[other] training facilities
    }
report-model-partners =
    { $count ->
        [one] partner institution
       *[other] partner institutions
    }
report-model-instruments =
    { $count ->
        [one] instrument in use
       *[other] instruments in use
    }
report-model-instruments-detail = { $count } of them in two or more cohorts
report-model-criteria =
    { $count ->
        [one] criterion of selection
       *[other] criteria of selection
    }
report-model-percent = { $share } %
report-model-quality = of reactions to the sessions are good
report-model-quality-detail = { $high } of { $ratings } ratings in the upper two points
report-model-modules =
    { $count ->
        [one] module of the curriculum
       *[other] modules of the curriculum
    }
report-model-modules-detail = kept by the coalition
report-model-reused =
    { $count ->
        [one] module used at two or more places
       *[other] modules used at two or more places
    }
report-model-projects =
    { $count ->
        [one] real-world project
       *[other] real-world projects
    }
report-model-projects-detail =
    { $count ->
        [one] { $count } lesson applied
       *[other] { $count } lessons applied to them
    }
report-model-held =
    { $count ->
        [one] session held
       *[other] sessions held
    }
report-model-held-detail = of { $count } planned
report-model-joint =
    { $count ->
        [one] joint session
       *[other] joint sessions
    }
report-model-joint-detail = with another institution
report-model-bridges =
    { $count ->
        [one] pair across sectors
       *[other] pairs across sectors
    }
report-model-bridges-detail = who work on one project
report-model-leaders =
    { $count ->
        [one] leader enrolled
       *[other] leaders enrolled
    }
report-model-leaders-detail =
    { $withdrew ->
        [0] { $came } came to a session, from { $institutions } institutions
       *[other] { $came } came to a session, { $withdrew } withdrew, from { $institutions } institutions
    }
report-model-leaders-enrolments = in { $count } enrolments; { $detail }
report-withdrew = withdrew { $day }
report-moved = moved to another cohort { $day }
report-also = also { $codes }
report-model-unknown = not known
report-model-higher = { $higher } of { $compared }
report-model-higher-label = competencies higher at the end
report-model-higher-detail =
    { $count ->
        [one] { $count } person rated both times
       *[other] { $count } people rated both times
    }
report-model-change = up { $up }, down { $down }
report-model-effort = facilitator hours per participant hour

## What we hold about you

report-held-kicker = What we hold about you
report-held-title = { $name }: what we hold about you
report-held-lead = Everything that { $facility } holds about you in its workspace, over all programs and cohorts.
report-held-left-out = Not in here: who else is in the program, unless somebody wrote a name into a text; who wrote a line down, backs a project or can confirm something; what lies in the bin; and backups, which hold what there was on their day.
report-held-column-what = What
report-held-column-held = What we hold
report-held-record = Who you are
report-held-record-other = Another record of you
report-held-consents = What you allow
report-held-hours = Hours you gave or were to give
report-held-outcomes = What came of it
report-held-issued = Reports about you that were handed out
report-held-data = data as of { $day }
report-held-changes = Changes to your record
report-held-project = Project: { $title }
report-held-evidence = Evidence
report-held-field-given = Given name
report-held-field-family = Family name
report-held-field-email = E-mail
report-held-field-institution = Institution
report-held-field-position = Position
report-held-field-region = Region
report-held-field-sector = Sector
report-held-field-level = Career level
report-held-field-size = Size of institution
report-held-field-aspiration = Aspiration
report-held-field-consent = Sharing answers
report-held-field-roles = Roles
# Whether the record lies in the bin: 0 or 1.
report-held-field-deleted = In the bin
report-held-field-joined = Joined
report-held-field-program = Program
report-held-field-period = Period
report-held-field-code = Participant code
report-held-field-registered = Registered
report-held-field-since = Came from
report-held-field-problem = What is to be changed
report-held-field-beneficiaries = Who benefits
report-held-field-success = How to tell that it succeeded
report-held-field-agreed = Charter agreed
report-held-field-others = With you
report-held-day = { $day }
report-held-by = by { $day }
report-held-no-day = no day
report-held-done = done { $day }
report-held-back = back since { $day }
report-held-joined = { $day }, with the record above
report-held-since = another cohort, after { $day }
report-held-size-1-5 = 1–5 staff
report-held-size-6-20 = 6–20 staff
report-held-size-21-100 = 21–100 staff
report-held-size-over-100 = over 100 staff
report-held-role-facilitator = Facilitator
report-held-role-coach = Coach
report-held-role-mentor = Mentor
report-held-role-staff = Staff
report-held-sharing-yes = allowed
report-held-sharing-no = not allowed
report-held-withdrew = withdrew
report-held-moved = moved to { $cohort }
report-held-answers-count = answers kept and counted
report-held-answers-keep = answers kept, and not counted from that day
report-held-answers-deleted = answers deleted
report-held-walk-in = came without being on the list
report-held-consent-given = allowed
report-held-consent-refused = not allowed
report-held-consent-withdrawn = no longer allowed
report-held-consent-none = not answered
report-held-means-paper = on paper
report-held-means-spoken = spoken
report-held-means-laptop = on the laptop
report-held-means-file = in a file
report-held-means-record = in the record
report-held-quote-yes = may be quoted
report-held-quote-no = may not be quoted
report-held-quote-not-asked = not asked whether it may be quoted
report-held-replaced = replaced by a correction
report-held-unfinished = not finished
report-held-created = Record made
report-held-hours-line = { $given } of { $planned } planned hours given
report-held-others =
    { $count ->
        [one] one other person
       *[other] { $count } other people
    }
report-held-milestone-planned = planned
report-held-milestone-under-way = under way
report-held-milestone-done = reached
report-held-milestone-dropped = dropped
report-held-file = file of { $bytes } bytes
