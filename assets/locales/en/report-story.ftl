### Words of reports in chapters: what the program says of its figures by itself.
### Arguments that end in -text hold a linked figure; those of the same name without it decide the form of a word.

story-figure = Figure { $number }. { $caption }
story-table = Table { $number }. { $caption }
story-spine = Logic model, part { $place } of { $of }: { $name }
story-definitions = What the figures count
story-definitions-period = All figures are of { $period }.
story-same-as-above = as above
story-definitions-how = Each figure of this report with what it counts, of how many, and what is missing. Where a dash stands, a number is withheld because it stands for too few people or would give such a number away.
story-definition-figure = Figure
story-definition-value = Value
story-definition-what = What is counted
story-definition-base = Of what
story-withheld = A dash is a number that stands for too few people, or that would give such a number away.

## Columns of the logic model

story-column-inputs = What is put in
story-column-activities = What is done
story-column-participation = Who takes part
story-column-short = By the end
story-column-medium = Back at work
story-column-long = In the long run

## Key figures

story-key-carriers =
    { $count ->
        [one] person carries the program
       *[other] people carry the program
    }
story-key-hours = given by them
story-key-partners =
    { $count ->
        [one] partner
       *[other] partners
    }
story-key-modules =
    { $count ->
        [one] module of the curriculum
       *[other] modules of the curriculum
    }
story-key-held =
    { $count ->
        [one] session held
       *[other] sessions held
    }
story-key-attendance = marked as come
story-key-joint =
    { $count ->
        [one] joint session
       *[other] joint sessions
    }
story-key-projects =
    { $count ->
        [one] real-world project
       *[other] real-world projects
    }
story-key-finished =
    { $count ->
        [one] of them is finished
       *[other] of them are finished
    }
story-key-reached =
    { $count ->
        [one] milestone reached
       *[other] milestones reached
    }
story-key-lessons =
    { $count ->
        [one] lesson applied
       *[other] lessons applied
    }

## Heads of tables

story-head-role = Role
story-head-people = People
story-head-planned = Planned, h
story-head-given = Given, h
story-head-day = Day
story-head-session = Session
story-head-came = Came
story-head-cohort = Cohort
story-head-sessions = Sessions
story-head-sector = Sector
story-head-level = Career level
story-head-competency = Competency
story-head-change = Mean change (95 %)
story-head-up = Higher
story-head-same = Same
story-head-down = Lower
story-head-n = n
story-head-all = All
story-head-status = State
story-head-projects = Projects
story-head-institution = Institution
story-head-counted = What is counted
story-head-value = Value
story-head-source = Source
story-head-outcome = Outcome
story-head-evidence = Evidence
story-head-instrument = Instrument
story-head-when = When
story-head-expected = Expected
story-head-sheets = Sheets
story-head-statement = Statement
story-head-responses = Responses
story-head-silent = Non-responses

## Inputs and activities

story-hours = Hours of those who carry the program
story-partners = Partners
story-inputs-none = No hours and no partners are recorded.
story-role-facilitator = Facilitators
story-role-coach = Coaches
story-role-mentor = Mentors
story-role-staff = Staff
story-role-participant = Participants
story-sessions = Sessions that were held
story-activities-none = No session was held yet.
story-bridges = People from different sectors work together on one project in { $bridges-text } { $bridges ->
        [one] pair
       *[other] pairs
    }.

## Participation

story-participation = { $enrolled-text } { $enrolled ->
        [one] person
       *[other] people
    } from { $institutions-text } { $institutions ->
        [one] institution
       *[other] institutions
    } enrolled.
story-participation-none = Nobody is enrolled yet.
story-rung-enrolled = enrolled
story-rung-came = came to a session
story-rung-completed = took part to the end
story-rung-surveyed = asked at both ends
story-ladder = From enrolment to the end of the program
story-by-sector = People enrolled by sector
story-by-level = People enrolled by career level
story-matrix = People enrolled by sector and career level

## Short-term outcomes

story-short = { $surveyed-text } of { $enrolled-text } people rated themselves at the start and at the end. More people went up than down in { $risen-text } of { $compared-text } competencies.
story-short-none = The self-assessment was not asked at both ends, so there is no change to report.
story-short-few = Fewer than { $fewest } people rated any competency both times, or too few to print: there is no change to report.
story-change-caption = Mean self-rating, baseline (ring) and end (dot), sorted by change
story-unpaired =
    { $count ->
        [0] Everybody is paired.
        [one] 1 person is unpaired and not counted here. Blank, declined and unreadable answers lower n, row by row.
       *[other] { $count } people are unpaired and not counted here. Blank, declined and unreadable answers lower n, row by row.
    }
story-changes = Change by competency, of those who rated it both times
story-ways-sector = Mean of all ratings by sector: which way people went
story-ways-level = Mean of all ratings by career level: which way people went
story-ways-withheld-sector = By sector nothing can be printed: the groups are too small.
story-ways-withheld-level = By career level nothing can be printed: the groups are too small.
story-both = Mean change from the baseline, and from ratings that look back
story-head-from-baseline = From baseline
story-head-looking-back = Looking back
story-looking-back = Some people also rated the time before the program when it had ended. Such ratings tend to show more change. The two stand beside each other and are never mixed.
story-alpha = Cronbach’s α of the { $items } ratings: { $list }.
story-alpha-one = { $alpha } at { $moment } (n = { $n })
story-limits = What this does not show
story-limits-self = Ratings by the people themselves tend to shift as they learn what a skill asks of them, so a rating that stays or falls can go with growth. There is no group to compare with: the change is that of people who took part, whatever else happened in that time.

## Medium and long term

story-milestones = { $reached-text } of { $milestones-text } milestones are reached.
story-projects = Projects by what their latest update says
story-status-on-course = On course
story-status-slower = Slower than planned
story-status-stuck = Stuck
story-status-changed-course = Changed course
story-status-finished = Finished
story-status-none = No update yet
story-outcomes = Outcomes and the evidence filed under them
story-evidence-told = Evidence that may be told
story-indicators = Figures of institutions
story-long-none = There is nothing to claim yet: outcomes in the long run show after the end of a program.
story-quotes-kept =
    { $count ->
        [one] 1 more voice is not quoted: no consent, or it names somebody.
       *[other] { $count } more voices are not quoted: no consent, or they name somebody.
    }
story-quote-lesson = Lesson applied, { $day }
story-quote-evidence = { $asked }, { $day }
story-quote-answer = { $asked } ({ $day })

## Statements and instruments

story-statements = Answers by option, { $moment }, { $participants } participants
story-statements-none = No instrument of a funder was asked.
story-instruments = What was asked, and how many answered
story-instruments-none = No instrument was asked yet.
story-method = Changes compare the same people; medians and quartiles are type 7 of Hyndman and Fan; intervals are 95 % by Student’s t; below five people there are counts and no statistic. No test of significance is made.

## Covers

story-kicker-funder = Funder report
story-kicker-cohort = Cohort report
story-cohorts =
    { $count ->
        [one] 1 cohort
       *[other] { $count } cohorts
    }
story-funder = Funded by { $name }
story-no-instrument = no instrument of a funder was asked
story-statements-of = Performance statements, { $name }
story-coach-of = Coach brief, { $name }
story-certificate-of = Certificate, { $name }

## What is withheld, and what stands in the way

report-withheld-came = People who came
report-withheld-completed = People who took part to the end
report-withheld-withdrew = People who withdrew
report-withheld-surveyed = People asked at both ends
report-withheld-sector = People by sector
report-withheld-level = People by career level
report-withheld-sector-level = People by sector and career level
report-withheld-change-by-sector = Change by sector
report-withheld-change-by-level = Change by career level
report-withheld-answers = Answers by option
report-withheld-quotes = Voices that are not quoted
report-why-small = Groups of fewer than { $threshold }; the total is shown.
report-why-protects = It would give away a smaller number.
report-why-few =
    { $respondents ->
        [0] Nobody is counted here.
        [one] 1 person is counted here, fewer than { $threshold }.
       *[other] { $respondents } people are counted here, fewer than { $threshold }.
    }
report-why-nothing-safe = Leaving out single numbers would not be enough.
report-why-entangled = It brings too many facts together to be checked.
report-why-own = Participants get no counts of others.
report-why-quotes = No consent to share, or they name somebody.
report-problem-empty = { $section }: nothing is written yet, and the report needs it.
report-problem-long = { $section }: { $words } words, at most { $most }.
report-problem-pages = { $pages } pages before the appendix; the template takes at most { $most }. Leave a section out or shorten the texts.
report-problem-stale =
    { $count ->
        [one] { $section }: 1 figure has changed since it was written.
       *[other] { $section }: { $count } figures have changed since they were written.
    }
