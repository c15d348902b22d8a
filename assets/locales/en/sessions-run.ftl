# The screen on which a session is run, and attendance after it.

screen-run = Run the session
screen-attendance = Attendance
run-back = Cohort
run-keys = Running the session
run-now-time = { $time } in { $zone }

## Agenda

run-agenda = Agenda
run-agenda-planned = planned times
run-agenda-actual = actual and expected times
run-agenda-now = now
run-agenda-ends = ends { $time }
run-agenda-plan = planned { $start }–{ $end }
run-agenda-planned-at = planned { $time }
run-agenda-locked = locked
run-agenda-optional = optional
run-agenda-dropped = left out
run-agenda-over = +{ $minutes }
run-agenda-over-long = { $minutes } minutes longer than planned
run-agenda-minutes = { $minutes } minutes
run-agenda-scroll = Agenda of the session

## Now

run-now = Now · block { $number } of { $count }
run-paused = Paused · block { $number } of { $count }
run-left-of = left of { $minutes } min
run-left-amber = last fifth of { $minutes } min
run-left-red = last minutes of { $minutes } min
run-left-over = over its { $minutes } min
run-left-spoken = { $time } left
run-now-region = The block that runs
run-since = since { $time }
run-open-end = no set length
run-ends = ends { $time }
run-ended-at = was to end { $time }
run-paused-since = paused since { $time }
run-behind = { $minutes } min behind
run-ahead = { $minutes } min ahead
run-on-time = on time
run-bar = Time of this block
run-bar-text = { $time } left
run-bar-over = { $time } over
run-next = Next block
run-last = End the session
run-more = + { $minutes } min
run-pause = Pause
run-resume = Go on
run-end = End
run-end-title = End the session now?
run-end-text =
    { $count ->
        [one] One block has not begun. It stays in the plan; you can take the session up again.
       *[other] { $count } blocks have not begun. They stay in the plan; you can take the session up again.
    }
run-next-mark = Next
run-next-details =
    { $optional ->
        [yes] { $minutes } min, optional
       *[no] { $minutes } min
    }
run-next-none = This is the last block.
run-said-now = Now: { $title }, { $minutes } minutes, until { $time }.
run-said-now-open = Now: { $title }.
run-said-more = { $minutes } minutes more: ends { $time }.
run-said-paused = Paused.
run-said-resumed = Goes on, ends { $time }.
run-said-left = { $time } left.
run-said-over = The time of this block is over.
run-said-ended = The session has ended.
run-said-repaired = Done: the session ends { $time }.

## Winning time back

run-repair-title = { $title } is locked at { $time }. Win back { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    }?
run-repair-title-end = The session is to end at { $time }. Win back { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    }?
run-repair-legend = How to win time back
run-repair-shift = Shift the rest
run-repair-shift-fits = Fits, ends { $time }
run-repair-shift-over = Does not fit: ends { $time }
run-repair-shrink =
    { $count ->
        [0] Shrink blocks
        [1] Shrink one block
        [2] Shrink two blocks
        [3] Shrink three blocks
        [4] Shrink four blocks
        [5] Shrink five blocks
       *[other] Shrink { $count } blocks
    }
run-repair-shrink-result = { $minutes }, ends { $time }
run-repair-shrink-none = No block can give that much: each keeps 5 minutes
run-repair-shrink-line = { $title }: { $to } instead of { $from } minutes
run-repair-drop =
    { $count ->
        [0] Drop what is optional
        [1] Drop the optional one
        [2] Drop two optional blocks
        [3] Drop three optional blocks
       *[other] Drop { $count } optional blocks
    }
run-repair-drop-spare =
    { $spare ->
        [0] Fits to the minute
       *[other] { $spare } min to spare
    }
run-repair-drop-over = Still { $minutes } min over: ends { $time }
run-repair-drop-none = None of these blocks is optional
run-repair-apply = Apply
run-repair-key = Win time back
run-repair-later = Not now
run-repair-again =
    { $minutes ->
        [one] Win one minute back
       *[other] Win { $minutes } minutes back
    }

## The clock jumped

run-gap-forward =
    { $minutes ->
        [one] Nobody saw the minute from { $from } to { $to } pass: this laptop slept, or its clock was set. What is right?
       *[other] Nobody saw the { $minutes } minutes from { $from } to { $to } pass: this laptop slept, or its clock was set. What is right?
    }
run-gap-back =
    { $minutes ->
        [one] The clock of this laptop went back one minute, from { $from } to { $to }. What is right?
       *[other] The clock of this laptop went back { $minutes } minutes, from { $from } to { $to }. What is right?
    }
run-gap-clock = The clock: go on at { $time }
run-gap-forgive =
    { $minutes ->
        [one] The minute does not count
       *[other] The { $minutes } minutes do not count
    }

## In the room

run-room = In the room
run-room-none = Nothing is written down for this block.
run-competencies = Competencies
run-competencies-notes = notes today
run-competency-notes =
    { $count ->
        [one] one note today
       *[other] { $count } notes today
    }
run-look-for = Look for: { $what }.
run-note = Quick note
run-note-how = { $keys } starts, Enter keeps
run-note-how-plain = Enter keeps
run-note-label = Quick note
run-note-hint = What you see or hear
run-note-corrected = corrected
run-note-correct = Correct
run-note-correct-label = Correct the note of { $time }
run-note-keep = Keep
run-said-note = Note kept, { $time }.
run-said-corrected = Note corrected.
run-said-note-removed = Note removed.
run-notes = Notes of this session

## Before and after

run-before = Not started · { $count ->
        [one] one block
       *[other] { $count } blocks
    }
run-before-planned = planned start
run-before-starts = Starts at { $time }
run-before-meanwhile = People can be marked below while they arrive.
run-before-in =
    { $minutes ->
        [0] starts now
       *[other] in { $minutes } min
    }
run-before-in-hours = in { $hours } h { $minutes } min
run-before-late = { $minutes } min ago
run-before-late-hours = { $hours } h { $minutes } min ago
run-before-other-day = Planned for { $date }. Starting it now moves it to today.
run-before-until = until { $time }
run-before-empty = This session has no blocks yet. Put them into its agenda, then come back to run it.
run-start = Start
run-after = Ended { $time }
run-after-title = How the day went
run-after-on-time = Ended on time.
run-after-late =
    { $minutes ->
        [one] Ended one minute later than planned.
       *[other] Ended { $minutes } minutes later than planned.
    }
run-after-early =
    { $minutes ->
        [one] Ended one minute earlier than planned.
       *[other] Ended { $minutes } minutes earlier than planned.
    }
run-after-caption = Each block as planned and as it was
run-after-block = Block
run-after-planned = Planned
run-after-actual = Actual
run-after-minutes = Minutes
run-after-change = Change
run-after-not-run = not run
run-after-whole = The session
run-reopen = Take it up again
run-attendance-open = Attendance

## Attendance

run-attendance = Attendance
run-attendance-grid = People of this session. { $keys } mark and move on; Enter sets the time of somebody late.
run-count-present = present
run-count-late = late
run-count-absent = absent
run-count-excused = excused
run-count-expected = expected
run-mark-present = Present
run-mark-late = Late
run-mark-absent = Absent
run-mark-excused = Excused
run-mark-expected = Expected
run-mark-and-move = mark and move on
run-rest = rest present
run-rest-key = Everybody still expected is present
run-walk-in-key = Take in somebody who is not on the list
run-walk-in = walk-in
run-walk-in-label = Walk-in: name, then a comma and the institution if you like
run-walk-in-hint = Given Family, Institution
run-walk-in-add = Add
run-late-at = at { $time }
run-late-set = when?
run-late-label = When { $name } came
run-late-wrong = A time is written like 9:05.
run-cell = { $name }, { $code }, { $mark }
run-cell-late = { $name }, { $code }, late at { $time }
run-cell-walk-in = { $cell }, walk-in
run-attendance-none = Nobody is expected yet. Import the roster of the cohort, or take people in as they come.
run-said-present = { $name } is present.
run-said-late = { $name } is late.
run-said-late-at = { $name } is late, came at { $time }.
run-said-absent = { $name } is absent.
run-said-excused = { $name } is excused.
run-said-expected = { $name } is expected again.
run-said-rest =
    { $count ->
        [one] One more is present.
       *[other] { $count } more are present.
    }
run-said-nobody-left = Nobody is expected any more.
run-said-walk-in = { $name } was added as { $code } and is present.
run-attendance-clear = Back to expected
run-late-key = Set when somebody late came
run-attendance-note = Everything here can still be changed. Ctrl Z takes the last change back.
