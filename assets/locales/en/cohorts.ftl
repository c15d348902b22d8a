# Cohorts and the list of them.

screen-start = Cohorts
screen-cohort = Cohort home
cohorts-title = All cohorts
cohorts-count =
    { $count ->
        [one] { $count } cohort
       *[other] { $count } cohorts
    }
cohorts-none = A cohort is a group of people who go through the program together. Make the first one, then import its roster.
cohort-new = New cohort
cohort-create = Make the cohort
cohort-name = Name
cohort-name-hint = For example “Prairie State cohort, 2026–27”
cohort-starts = First day
cohort-ends = Last day
cohort-prefix = Letters of the codes
cohort-prefix-hint = Stand before the number on papers, as in N01. N if left empty.
cohort-sample = sample
sample-text = This is a sample: invented people, never counted with real data.
sample-add = Add the sample cohort
sample-remove = Remove the sample
sample-removed = The sample is gone.
sample-back = Bring it back
cohort-left =
    { $left ->
        [one] { $left } of { $all } people left
       *[other] { $left } of { $all } people left
    }
cohort-people =
    { $count ->
        [0] no people yet
        [one] { $count } person
       *[other] { $count } people
    }
cohort-empty = Nobody is in this cohort yet. Import the registration list, or add people one by one.
cohort-all-people = All people
cohort-who = Who
cohort-who-caption = People by sector and level
cohort-no-level = No level
cohort-no-sector = No sector

step-cohorts-create = making { $detail }
step-cohorts-edit = change to { $detail }
step-cohorts-remove = removing { $detail }
step-sample-fill = adding the sample
step-sample-remove = removing the sample

## Changing a cohort

cohort-details = About the cohort
cohort-back = Cohort home
cohort-facts = Facts
cohort-mark = Short mark
cohort-mark-hint = Stands on spines and papers. Made of the name if left empty.
cohort-prefix-kept =
    { $count ->
        [one] They stay: { $count } code with them was given and may stand on paper.
       *[other] They stay: { $count } codes with them were given and may stand on paper.
    }
cohort-remove-title = Taking it away
cohort-remove-what =
    { $count ->
        [0] The cohort goes into the bin with its sessions, sheets and projects. Nothing is destroyed: undo or the bin brings all of it back.
        [one] The cohort goes into the bin with its sessions, sheets and projects. Its { $count } person stays known. Nothing is destroyed: undo or the bin brings all of it back.
       *[other] The cohort goes into the bin with its sessions, sheets and projects. Its { $count } people stay known. Nothing is destroyed: undo or the bin brings all of it back.
    }
cohort-remove = Remove the cohort
cohort-removed = { $name } is in the bin. Undo brings it back.

## The cohort at a glance

home-today = today
home-sessions = Sessions
home-windows = Windows of assessments
# $moment: the key of a moment, e.g. baseline.
home-window =
    { $moment ->
        [baseline] Baseline window
        [midpoint] Midpoint window
        [end] End window
        [retrospective] Looking back
        [follow-up-weeks] Follow-up, weeks
        [follow-up-six-months] Follow-up, six months
       *[follow-up-twelve-months] Follow-up, twelve months
    }
home-window-opens = , opens { $day }
home-window-closes = , closes { $day }
home-next = Next
home-running = running now
home-now = about to start
home-was-to-start = was to start at { $time }
home-in-minutes = in { $minutes } min
home-in-days =
    { $days ->
        [0] today
        [1] tomorrow
       *[other] in { $days } days
    }
home-session = Session { $number }
home-run = Run session
home-run-on = Back to the session
home-agenda = Agenda
home-print-sign-in = Print sign-in
home-open-session = Open session
home-blocks = First blocks of the agenda
home-more-blocks =
    { $count ->
        [one] and { $count } more block
       *[other] and { $count } more blocks
    }
home-none-next = No further session is planned.
home-no-sessions = No session is planned yet. Paste an agenda, or build one block by block.
home-plan-session = Plan a session
home-attention = Needs attention
home-needs-attention = needs attention
home-code-sign = N00

meter-baseline = Baselines in
meter-end = End sheets in
meter-charters = Charters agreed
meter-news = Project news this month
meter-attended = At the last session

attention-none = Nothing needs attention now.
# $moment: the key of a moment.
attention-sheets =
    { $moment ->
        [baseline] { $count ->
            [one] { $count } baseline missing
           *[other] { $count } baselines missing
        }
        [end] { $count ->
            [one] { $count } end sheet missing
           *[other] { $count } end sheets missing
        }
       *[other] { $count ->
            [one] { $count } sheet missing
           *[other] { $count } sheets missing
        }
    }
attention-projects =
    { $count ->
        [one] { $count } project without news
       *[other] { $count } projects without news
    }
attention-absent =
    { $count ->
        [one] { $count } absent without a word
       *[other] { $count } absent without a word
    }
attention-projects-why = over { $days } days
attention-window-closes = window closes { $day }
attention-window-closed = window closed { $day }
attention-sheets-do = Collect
attention-projects-do = See projects
attention-absent-do = See attendance
attention-days =
    { $days ->
        [0] today
        [one] { $days } day
       *[other] { $days } days
    }
attention-more = and { $count } more
