# Words of the window itself: navigation, palette, keys, status bar, help, fields and tables that every screen shares.

app-name = Nexus Facilitator
shell-window-title = { $screen } – Nexus Facilitator
shell-skip = Go to the page
shell-menu = Menu
shell-navigation = Main
shell-status = Status

## Status bar

status-here = On this laptop
status-zone = Times in { $zone }
status-saved = Saved { $time }

## Actions that every screen shares

action-save = Save
action-cancel = Cancel
action-close = Close
action-undo = Undo { $step }
action-redo = Redo { $step }
action-dismiss = Dismiss this message

shell-program = Program

## Sizes of files

size-bytes =
    { $bytes ->
        [one] 1 byte
       *[other] { $bytes } bytes
    }
size-kilobytes = { $size } KB
size-megabytes = { $size } MB

## Find or do

palette-open = Find or do…
palette-title = Find or do
palette-placeholder = A name, a code, or what you want to do
palette-do = Do
palette-sessions = Sessions
palette-frameworks = Frameworks
palette-none = Nothing here is called “{ $typed }”.
palette-count =
    { $count ->
        [one] { $count } line
       *[other] { $count } lines
    }
do-go = Go to { $screen }
do-another = Open or set up another facility
do-sample = Open the sample cohort
do-theme = Colours: { $theme }
do-larger = Larger text
do-smaller = Smaller text
do-size-normal = Text of normal size
do-window = Put the window back to its first size
do-words-import = csv excel xlsx file registration list
do-words-reports = pdf export print preview narrative award
do-words-module = curriculum lesson exercise training
do-words-theme = theme dark light contrast night
do-words-help = guide manual how

## Help

screen-help = Help
help-search = Search the help
help-contents = Contents
help-found =
    { $count ->
        [0] Nothing found
        [one] { $count } place
       *[other] { $count } places
    }

## The cohort that is open

switch-label = Change the cohort:
switch-menu = Cohorts

## Keys

keys-title = Keys
keys-open = Keys
keys-window = Everywhere
keys-show = Show the keys
keys-undo = Undo the last step
keys-redo = Do it again
keys-single-on = Keys of one letter can be switched off in the settings.
keys-single-off = Keys of one letter are switched off in the settings.

## Keys as they are printed on a keyboard

key-mod = Ctrl
key-alt = Alt
key-shift = Shift
key-space = Space
key-enter = Enter
key-escape = Esc
key-tab = Tab
key-home = Home
key-end = End
key-delete = Del
key-backspace = Backspace
key-pageup = Page Up
key-pagedown = Page Down

## Fields and tables

field-date-placeholder = e.g. 23 Nov 2026
field-date-open = Choose a day for { $label }
field-date-unread = “{ $found }” is not a day. Write it like 23 Nov 2026 or 2026-11-23.
field-number-range = “{ $found }” is not a whole number from { $min } to { $max }.
calendar-previous = Previous month
calendar-next = Next month
meter-of = of { $of }
meter-left =
    { $count ->
        [one] { $count } left
       *[other] { $count } left
    }
progress-of = { $value } of { $max }
problem-row = Row
problem-field = Field
problem-found = Found
problem-expected = Expected
problem-whole-column = All
figure-show-table = Table
figure-show-drawing = Drawing
figure-walk = Row by row
figure-walk-hint = Up and down: from row to row. Left and right: along a row.
figure-walk-row = { $row } of { $rows }. { $text }
figure-walk-cells = { $name }: { $cells }
figure-walk-cell = { $head } { $value }

## Screens of the window

screen-lost-title = Nothing is here
screen-lost-text = This address leads nowhere. What you look for may have been renamed or taken away.
screen-lost-action = Go to the start
screen-failed-title = This page could not be shown
screen-failed-text = Nothing was lost: everything saved is still on this laptop.
screen-failed-again = Try again
screen-loading = Loading…

## Undo

undo-done = Undone: { $step }.
redo-done = Done again: { $step }.
undo-kept = { $column } stays: { $by } changed it on { $at }.
step-other = last step

## Errors without a home of their own

error-unexpected = Something unexpected happened: { $found }
error-unknown = Something went wrong (code { $code }).

error-invalid = { $place }, { $field }: expected { $expected }, found “{ $found }”.
error-not-found = No { $what } { $key } is here any more.
error-unusable = { $file } cannot be used: { $found }.
error-no-workspace = No workspace is open.
error-panicked = Something unexpected stopped this step; nothing was changed. ({ $detail })
error-file = The file { $path } could not be used: { $detail }
error-file-missing = There is no file at { $path }.
error-file-exists = { $path } exists already and was not replaced.
error-read-only = This place cannot be written to. Nothing was changed.
error-disk-full = The disk is full. Nothing of this step was kept; everything before it is safe.
error-database = The workspace reported: { $detail }
error-workspace-missing = There is no workspace at { $path }.
error-workspace-not-ours = { $path } is no workspace of this program, but { $found }.
error-workspace-wrong-key = The key does not open { $path }, or the file is damaged.
error-workspace-newer = The workspace was written by a later version (format { $found }; this one knows { $known }). It was left untouched.
error-workspace-older = The workspace has the older format { $found } (this version: { $known }).
error-workspace-corrupt = The workspace is damaged: { $detail }
error-workspace-busy = Another window already works on this workspace.
error-keys-missing = The key slots at { $path } are missing. Put your copy of that file back.
error-keys-damaged = The key slots at { $path } are damaged. Put your copy of that file back.
error-keys-no-slot = The workspace does not open this way.
error-keys-wrong =
    { $kind ->
        [words] These are recovery words, but not those of this workspace. If new words were made since, the newest are the right ones.
        [passphrase] This passphrase does not open this workspace. Capitals and spaces count.
        [key-file] This key file does not open this workspace.
       *[laptop] The key that this laptop keeps does not open this workspace.
    }
error-key-file-missing = There is no key file at { $path }.
error-key-file-size = { $path } cannot be a key file.
error-keys-bad-words =
    { $problem ->
        [count] There are twelve recovery words; { $found } stand here.
        [unknown] Word { $place }, “{ $found }”, is not on the list from which recovery words are made. Look at its letters again.
       *[order] Each of these words is on the list, but they do not belong together in this order. One may be misread, or two may have changed places.
    }
error-keys-short-passphrase = A passphrase needs at least { $expected } characters.
error-keys-no-keychain = This system has no keychain to keep the key. Choose a passphrase instead.
error-keys-wrap = The key could not be kept: { $detail }
error-stopped = Stopped. Nothing was kept of it.
error-report = The PDF could not be made: { $detail }
error-missing-glyphs = The PDF was not made: no font here draws { $characters } (in { $place }). Add one in Settings, under Fonts for other scripts.
error-not-opened = { $detail } cannot be opened from here. Save a copy first, then open that.
error-no-viewer = No program here shows this file. It waits at { $detail } until the window is closed.
error-window = The system would not move the window: { $detail }
