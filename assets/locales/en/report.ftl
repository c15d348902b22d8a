# Words of reports and of the figures that screen and paper share.
# Dates come in as words; numbers as numbers. "Finding" titles carry no full stop.

## Dates

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec
date-full = { $day } { $month } { $year }
date-short = { $day } { $month }

## Columns and states

column-competency = Competency
column-change = Change
column-milestone = Milestone
column-planned = Planned
column-reached = Reached
column-state = State
column-session = Session
column-date = Date
column-attendance = Attendance
column-sector = Sector
column-total = Total
column-code = Code
column-name-institution = Name and institution
column-arrived = Arrived
column-signature = Signature
column-time = Time
column-minutes = Minutes
column-block = What
column-competencies = Competencies
column-number = No.
column-item = Statement
no-value = –
rating-blank = left blank
rating-declined = declined
rating-unreadable = unreadable
rating-not-shown = not asked
rating-no-sheet = no sheet
attendance-expected = not recorded
attendance-present = present
attendance-late = late
attendance-late-at = late, { $time }
attendance-absent = absent
attendance-excused = excused
# One letter each, drawn into a small box.
letter-present = P
letter-late = L
letter-absent = A
letter-excused = E
milestone-done = done
milestone-done-late = done, { $late }
milestone-late =
    { $days ->
        [one] 1 day late
       *[other] { $days } days late
    }
milestone-overdue = overdue
milestone-planned = planned

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
figure-attendance-key = P present, L late, A absent, E excused; an empty box is not recorded.
figure-label = Figure { $number }.

## Every report

report-as-of = Data as of { $date }
report-page = { $page } of { $pages }
report-award = Award { $number }

## Participant summary

participant-kicker = Participant summary
participant-title = { $name }: participant summary
participant-code = Participant { $code }
participant-coach = Coach: { $name }
participant-key-sessions = sessions attended
participant-key-competencies = competencies up
participant-key-milestones = milestones reached
participant-key-lessons =
    { $count ->
        [one] lesson applied
       *[other] lessons applied
    }
participant-key-of = { $part } of { $whole }
participant-ratings-none = No self-assessment is recorded yet.
participant-ratings = Self-assessment
participant-stands-out = What stands out
participant-project = Project
participant-project-none = No project is recorded yet.
participant-project-status = Status: { $status }
participant-updates = Latest updates
participant-update-evidence =
    { $count ->
        [one] 1 piece of evidence
       *[other] { $count } pieces of evidence
    }
participant-attendance = Attendance
participant-attendance-none = No session is planned yet.
participant-lessons = Lessons applied
participant-lessons-none = No lesson is recorded as applied yet.
participant-lesson-source = From { $source }, on { $competency }
participant-lesson-source-only = From { $source }
participant-lesson-competency-only = On { $competency }
participant-steps = Next steps
participant-steps-none = No next step is recorded.
participant-step-due = By { $date }: { $text }
participant-coach-notes = From the coach

## Sign-in sheet

sign-in-kicker = Sign-in sheet
sign-in-title = { $session }: sign-in sheet
sign-in-expected =
    { $count ->
        [0] Nobody is expected yet. The rows are for those who come.
        [one] 1 person is expected. The empty rows are for those who come without being listed.
       *[other] { $count } people are expected. The empty rows are for those who come without being listed.
    }
sign-in-facilitator = Facilitator: { $name }

## Agenda

agenda-kicker = Agenda
agenda-title = { $session }: agenda
agenda-purpose = Purpose
agenda-locked = fixed time
agenda-optional = optional
agenda-minutes =
    { $count ->
        [one] 1 minute
       *[other] { $count } minutes
    }
agenda-empty = No block is planned yet.
agenda-note = Blocks marked “{ $locked }” do not move. Those marked “{ $optional }” are left out first if time runs short.

## Paper form

form-kicker = { $occasion }
form-title = { $instrument }: paper form
form-code = Participant code
form-how = Ring one number in each row. Leave a row empty if you do not know; write a dash through a row that you prefer not to answer.
form-scale = { $value } = { $label }
form-foot = { $instrument }, version { $version }, code { $code }
form-foot-blank = { $instrument }, version { $version }, code ________
form-source = { $licence }. { $source }
