# Sessions: the list, the agenda as planned, agendas from text.

screen-sessions = Sessions
sessions-none = No session is planned yet. Paste the agenda that you have, or build one block by block.
sessions-next = Next
sessions-running = Now
sessions-all = All sessions
sessions-caption = Sessions of the cohort
sessions-count =
    { $count ->
        [one] { $count } session
       *[other] { $count } sessions
    }
sessions-keys = Agenda

## One session

session-paste = Paste an agenda
session-new = New session
session-create = Plan the session
session-open = Open the agenda
session-run = Run the session
session-run-back = Back to the run
session-run-see = See how it ran
session-print-sign-in = Print sign-in sheet
session-number = No.
session-title = Title
session-date = Day
session-starts = Starts at
session-starts-hint = 24 hours, such as 09:00
session-times = Times
session-place = Place
session-zone = Time zone
session-attendance = Attendance
session-state = State
session-state-planned = Planned
session-state-running = Running
session-state-ended = Held
session-expected =
    { $count ->
        [one] { $count } expected
       *[other] { $count } expected
    }
session-came = { $came } of { $of }
session-line = Session { $number }
session-blocks =
    { $count ->
        [one] { $count } block
       *[other] { $count } blocks
    }
session-ends = ends { $time }
session-over =
    { $minutes ->
        [one] { $minutes } minute does not fit
       *[other] { $minutes } minutes do not fit
    }
session-today = today
session-tomorrow = tomorrow
session-in-days = in { $count } days
session-when = When and where
session-held-with = Held with
session-paper = On paper
session-paper-agenda = Agenda
session-paper-sign-in = Sign-in sheet
session-paper-done = It is in { $file }.
session-print = Print
session-print-named = Print: { $paper }
session-save = Save…
session-save-named = Save as PDF: { $paper }
session-agenda-file = { $mark } agenda.pdf
session-sign-in-file = { $mark } sign-in.pdf
session-remove = Take this session away
session-removed = { $title } was taken away. Undo brings it back.

## Blocks

blocks-title = Agenda
blocks-none = No blocks yet. Write what happens first and how long it takes.
block-title = Title of the block
block-minutes = Minutes
block-new = New block
block-add = Add
block-add-title = Next block
block-add-after = Add one after it
block-details = More about { $title }
block-grip = Move { $title }
block-word-locked = locked
block-word-optional = optional
block-is-locked = Locked
block-is-begun = Has begun
block-locked = Locked: nothing moves it
block-locked-at = Starts at
block-optional = Optional: left out first when time is short
block-instructions = In the room
block-instructions-hint = What you say or do; it stands beside the clock while the block runs.
block-competencies = Competencies
block-up = Move up
block-down = Move down
block-remove = Take out
block-over =
    { $minutes ->
        [one] { $minutes } minute too much before this
       *[other] { $minutes } minutes too much before this
    }
block-free =
    { $minutes ->
        [one] { $minutes } minute free
       *[other] { $minutes } minutes free
    }
block-moved = { $title } is now { $place } of { $of }, at { $time }.
block-stays = { $title } stays where it is: it is locked or has begun.
block-barrier = { $title } is locked or has begun, so nothing passes it. Unlock it first.
block-first = It is the first block already.
block-last = It is the last block already.
block-keys-move = moves a block up or down

## Agenda from text

agenda-title = An agenda from text
agenda-choose = Choose a file…
agenda-kind = Text
agenda-text = Agenda
agenda-hint = One block a line: time, title, then in parentheses the minutes or “locked”. Competencies in square brackets and “optional” may follow.
agenda-example =
    # Institute, day 1 (Reading room, America/Chicago)
    09:00 Welcome (20 min)
    09:20 Giving feedback (65 min) [Communicating Effectively]
    12:30 Lunch (60 min, locked)
agenda-reads = Reads as
agenda-empty = What you paste shows here as it will be read. Nothing is stored before you add it.
agenda-problems = What to look at
agenda-line = Line { $line }:
agenda-no-time = no time from 00:00 to 23:59 at the beginning. Left out.
agenda-no-title = no title after the time. Left out.
agenda-no-minutes = the parentheses hold neither minutes (1 to 1440) nor “locked”. Left out.
agenda-unknown-zone = this time zone is not known. The facility’s own is used.
agenda-does-not-follow = the block before does not end at this time. Times are computed anew.
agenda-goes-back = it starts before the block above it. Left out.
agenda-too-long = it is longer than 1,000 characters. Left out.
agenda-no-heading = no heading such as “# Title (Place, Zone)”. The session is named after its day.
agenda-too-many = more than 200 blocks. Left out.
agenda-unknown =
    { $count ->
        [one] { $names } is no competency of the framework. It is kept as written.
       *[other] { $names } are no competencies of the framework. They are kept as written.
    }
agenda-add =
    { $count ->
        [one] Add the session with { $count } block
       *[other] Add the session with { $count } blocks
    }
agenda-add-none = Add the session
agenda-one-undo = One undo takes it back.
agenda-nothing-yet = Nothing stored yet

## Steps

step-sessions-create = new session { $detail }
step-sessions-edit = change to { $detail }
step-sessions-remove = taking away { $detail }
step-sessions-import = agenda of { $detail }
step-sessions-block-add = new block { $detail }
step-sessions-block-edit = change to { $detail }
step-sessions-block-move = moving { $detail }
step-sessions-block-remove = taking out { $detail }
step-sessions-start = start of { $detail }
step-sessions-next = next block of { $detail }
step-sessions-more = change of time in { $detail }
step-sessions-pause = pause of { $detail }
step-sessions-resume = going on with { $detail }
step-sessions-end = end of { $detail }
step-sessions-reopen = taking up { $detail } again
step-sessions-shift = later times of { $detail }
step-sessions-shrink = shorter blocks of { $detail }
step-sessions-drop = leaving out optional blocks of { $detail }
step-sessions-mark = attendance of { $detail }
step-sessions-mark-rest = rest present at { $detail }
step-sessions-walk-in = walk-in { $detail }
step-sessions-note = note in { $detail }
step-sessions-note-correct = correction of a note in { $detail }
step-sessions-note-remove = taking away a note in { $detail }
