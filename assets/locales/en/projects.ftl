# Real-world projects: the list, the board, one project, its milestones, updates, evidence and lessons.

screen-projects = Projects
projects-caption = Projects of the cohort
projects-board = Projects by how they go
projects-none = Lessons stay when they are used on something real. Make a project for each participant: what is to change, for whom, and how you will know.
projects-nobody = Projects belong to people, and nobody is in this cohort yet. Import the roster first.
projects-search = Search projects and people
projects-show = Which projects
projects-show-all = All { $count }
projects-show-silent = Without news { $count }
projects-show-overdue = Overdue { $count }
projects-look = How to look at them
projects-look-list = List
projects-look-board = Board
projects-shown =
    { $shown ->
        [one] { $shown } project of { $all }
       *[other] { $shown } projects of { $all }
    }
projects-no-match = No project here matches.
projects-without =
    { $count ->
        [one] One person has no project yet:
       *[other] { $count } people have no project yet:
    }
projects-agreed = Charters agreed
projects-told = News within 30 days
projects-on-time = No milestone overdue
projects-column-empty = none
projects-move-asks = How a project goes is told with a word on what happened. It goes into its updates.

## One project

project-mark = Project
project-new = New project
project-create = Make the project
project-title = Title
project-title-hint = What will be different, in a few words
project-status = How it goes
project-news = Last news
project-next = Next milestone
project-all-reached = all reached
project-no-milestone = none yet
project-no-update = No update yet
project-no-news = no news yet
project-days =
    { $days ->
        [0] today
        [one] yesterday
       *[other] { $days } days ago
    }
project-days-charter =
    { $days ->
        [0] none since today’s charter
        [one] none since the charter, 1 day ago
       *[other] none since the charter, { $days } days ago
    }
project-stale = no news
project-board-keys = On the board: move a project to another status
project-remove = Remove project
project-removed = “{ $title }” is in the bin.
project-undo = Undo
project-people = Who works on it
project-person-first = Who works on it
project-person-add = Add a person
project-person-none = Choose a person
project-person-remove = Remove { $name } from the project
project-remove-word = Remove

## Charter

project-charter = Charter
charter-problem = Problem
charter-problem-hint = What is to be changed
charter-beneficiaries = Who benefits
charter-beneficiaries-hint = Who is better off when it succeeds
charter-success = Measure of success
charter-success-hint = How anybody can tell that it succeeded
charter-sponsor = Sponsor
charter-sponsor-hint = Who backs it at the institution
charter-agreed = Agreed on
field-saved = Saved { $time }

## Milestones

project-milestones = Milestones
milestones-none = No milestones yet. Three to five are enough: what is reached, and when.
milestones-look = How to look at the milestones
milestones-look-line = Line
milestones-column-empty = none
milestone-new = Next milestone
milestone-placeholder = e.g. Pilot in two branches
milestone-add = Add milestone
milestone-title = What is reached
milestone-due = Planned for
milestone-done = Reached on
milestone-state = State
milestone-state-planned = Planned
milestone-state-under-way = Under way
milestone-state-done = Done
milestone-state-dropped = Dropped
milestone-overdue = overdue
milestone-overdue-since = overdue since
milestone-reached-on = reached on { $day }
milestone-state-of = State of { $title }
milestone-title-of = Title of { $title }
milestone-due-of = Planned day of { $title }
milestone-done-of = Day of reaching { $title }
milestone-up-of = Move { $title } up
milestone-down-of = Move { $title } down
milestone-remove-of = Remove { $title }
milestone-move-keys = In the list: move a milestone up or down
milestone-board-keys = On the board: move a milestone to another state
milestone-moved = { $title }: { $state }

## Updates

project-updates = Updates
updates-count =
    { $count ->
        [0] none yet
        [one] 1 update
       *[other] { $count } updates
    }
updates-none = Nothing was told yet. One sentence every few weeks is enough.
update-add = Add update
update-add-of = Add update: { $title }
update-what = What happened
update-placeholder = One sentence, then Enter
update-status = How it goes
update-date = On
update-correct = Correct
update-correct-of = Correct the update of { $day }
update-correct-done = Put in its place
update-corrected = corrected
update-double = Two people corrected the same update. Remove the one that does not count.
update-remove-of = Remove the update of { $day }

## Evidence

project-evidence = Evidence for the project
project-evidence-none = What shows that something changed? Minutes, a count, a letter. Evidence for one update stands with it.
evidence-add = Add evidence
evidence-add-of = Add evidence: { $name }
evidence-kind = Kind of evidence
evidence-kind-text = Words
evidence-kind-link = Address
evidence-kind-file = File
evidence-title = Title
evidence-title-hint = May stay empty
evidence-text = What supports it
evidence-link = Address
evidence-link-hint = Begins with https://, http:// or mailto:. It is shown here and never opened by this program.
evidence-file-hint = Up to 10 MB. The file is copied into the encrypted workspace and is never run.
evidence-choose = Choose a file…
evidence-any-file = Any file
evidence-put = Add it
evidence-open = Open
evidence-open-of = Open { $name }
evidence-save = Save a copy…
evidence-save-of = Save a copy of { $name }
evidence-saved = The copy is in { $file }.
evidence-remove-of = Remove { $name }
evidence-away = The file is on another laptop.

## Lessons

project-lessons = Lessons applied
lessons-none = Which block of a session changed something in this project?
lesson-add = Add lesson
lesson-add-title = Lesson applied
lesson-edit = Change
lesson-edit-of = Change “{ $what }”
lesson-edit-title = Change the lesson
lesson-remove-of = Remove “{ $what }”
lesson-what = What changed
lesson-what-hint = In the project, in one sentence
lesson-who = Who learnt it
lesson-session = From the session
lesson-block = From the block
lesson-competency = Through the competency
lesson-date = Told on
lesson-none = Not said
lesson-save = Keep the lesson

## Steps of undo

step-projects-create = making the project { $detail }
step-projects-edit = change to the charter of { $detail }
step-projects-remove = removing the project { $detail }
step-projects-member-add = adding a person to { $detail }
step-projects-member-remove = taking a person out of { $detail }
step-projects-milestone-add = adding the milestone { $detail }
step-projects-milestone-edit = change to the milestone { $detail }
step-projects-milestone-move = moving the milestone { $detail }
step-projects-milestone-remove = removing the milestone { $detail }
step-projects-update-add = update on { $detail }
step-projects-update-correct = correction of an update on { $detail }
step-projects-update-remove = removing an update on { $detail }
step-projects-evidence-add = adding evidence to { $detail }
step-projects-evidence-remove = removing evidence from { $detail }
step-projects-lesson-add = adding a lesson to { $detail }
step-projects-lesson-edit = change to a lesson in { $detail }
step-projects-lesson-remove = removing a lesson from { $detail }
step-projects-step-add = adding a next step of { $detail }
step-projects-step-edit = change to a next step of { $detail }
step-projects-step-done = next step of { $detail }
step-projects-step-remove = removing a next step of { $detail }
