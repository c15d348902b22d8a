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
