### Words of the summary of a session, the coach's brief, the statements for a funder and the certificate.

## Summary of a session

report-session-kicker = Session summary
report-session-title = { $session }: summary
report-session-attended-of = { $attended } of { $invited } invited attended
report-session-attended = { $attended } attended
report-session-invited = { $invited } invited; attendance is not recorded
report-session-attendance-none = Attendance is not recorded.
report-session-agenda = The agenda as it ran
report-session-agenda-none = No agenda is recorded.
report-session-planned = Planned, min
report-session-actual = Actual, min
report-session-left-out = left out
report-session-questions = Closing questions
report-session-question = Question
report-session-questions-none = No closing question was asked.
report-session-keep = Keep
report-session-change = Change
report-session-said = “{ $text }”
report-session-said-none = nothing was noted
report-session-voices-none = Nobody’s words are recorded.
report-session-decisions = Decisions
report-session-decisions-none = No decision is recorded.
report-session-decision = Decision
report-session-owner = Who
report-session-owner-none = nobody named
report-session-due = By
report-session-due-none = no date
report-session-next = Next session
report-session-next-none = none is planned.

## The coach's brief

report-brief-kicker = Coach brief
report-brief-title = Coach brief, { $coach }
report-brief-heading = Before the meeting on { $date }
report-brief-heading-open = Before the next meeting
report-brief-count =
    { $people ->
        [one] 1 participant
       *[other] { $people } participants
    }, { $waiting ->
        [0] nothing waits for a reply
        [one] 1 message waits for a reply
       *[other] { $waiting } messages wait for a reply
    }
report-brief-nobody = No participant is assigned to this coach.
report-brief-name = Name
report-brief-project = Project
report-brief-news = Last news
report-brief-waiting = To answer
report-brief-no-project = no project
report-brief-no-status = status not recorded
report-brief-no-news = none yet
report-brief-waiting-heading = Needs a reply
report-brief-waiting-none = Nothing waits for a reply.
report-brief-since = Since { $date }
report-brief-rose = Rose most
report-brief-fell = Fell
report-brief-milestones =
    { $all ->
        [0] no milestones yet
       *[other] { $reached } of { $all } milestones reached
    }
report-brief-overdue = Overdue since { $date }: { $text }
report-brief-coming = Next, { $date }: { $text }
report-brief-news-none = No news is recorded yet.

## Performance statements

report-statements-kicker = Performance statements
report-statements-title = { $program }: performance statements
report-statements-period = { $first } to { $last }
report-statements-asked = { $instrument }, asked at { $moment }
report-statements-none = No statement was answered yet.
report-statements-part = Statements { $first } to { $last }
report-statements-count = Number of
report-statements-participants = Participants
report-statements-responses = Total responses
report-statements-silent = Non-responses
report-statements-note = Participants could have answered; those who left a statement empty or handed in no sheet are non-responses.

## Certificate

report-certificate-kicker = Certificate of completion
report-certificate-title = { $name }: certificate of completion
report-certificate-text = has completed { $program }, a program of { $facility }.
report-certificate-sessions =
    { $attended } of { $held } { $held ->
        [one] session
       *[other] sessions
    } attended
report-certificate-hours =
    { $hours ->
        [1] 1 hour of training
       *[other] { $hours } hours of training
    }
report-certificate-date = Date
