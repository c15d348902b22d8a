# Assessments: occasions, paper sheets, the form on the laptop, ratings from files, results.

screen-assessments = Assessments
assessments-none = An assessment asks everybody the same questions, before and after. Plan the first one; the sheets come from paper, from this laptop or from a file.

## Moments

moment-baseline = Baseline
moment-midpoint = Half-way
moment-end = End of program
moment-retrospective = Looking back
moment-follow-up-weeks = Weeks later
moment-follow-up-six-months = Six months later
moment-follow-up-twelve-months = Twelve months later

## Occasions

occasions-title = Occasions
occasion-plan = Plan an occasion
occasion-plan-save = Plan it
occasion-change = Change days
occasion-change-title = Days of the occasion
occasion-change-save = Save the days
occasion-remove = Take it off the plan
occasion-instrument = What is asked
occasion-moment = When
occasion-moment-hint = Fixes what the ratings may be compared with; it cannot be changed later.
occasion-opens = Opens
occasion-due = Due
occasion-window = { $opens } to { $due }
occasion-from = from { $opens }
occasion-until = until { $due }
occasion-open-ended = no days fixed
occasion-sheets = Sheets
occasion-missing = Missing
occasion-more = and { $count } more
occasion-unfinished =
    { $count ->
        [one] one sheet typed half-way
       *[other] { $count } sheets typed half-way
    }
occasion-version = version { $version }
occasion-elsewhere =
    { $count ->
        [one] one sheet is of another version
       *[other] { $count } sheets are of another version
    }
occasion-again = An earlier version is planned at this moment. Version { $version } gets an occasion of its own; who has a sheet in one is not missing in the other.
occasion-ahead = not open yet
occasion-open = open
occasion-late = overdue
occasion-complete = complete

## Instruments

instruments-title = Instruments
instruments-locked = locked: their wording never changes within a version
instrument-name = Name
instrument-version = Version { $version }
instrument-items = Items
instrument-licence = Licence
instrument-source = Source

## Forms on paper

print-open = Print forms…
print-title = Print forms
print-whose = For whom
print-everybody = Everybody ({ $count })
print-missing = Those missing ({ $count })
print-one = One person
print-blank = Without a code
print-person = Person
print-hint = One PDF, a form beginning on a page of its own. A form with a code has the wording for that person’s context.
print-show = Open to print
print-save = Save as PDF…
print-file = { $moment } form { $whom }.pdf
print-file-blank = blank
print-file-all = all
print-done = The forms are in { $file }.

## Answers

answer-none = not typed yet
answer-blank = left blank
answer-declined = declined
answer-unreadable = unreadable
answer-unreadable-found = unreadable: { $found }
answer-not-shown = not asked
answer-between = { $low } to { $high }
answer-at-least = { $low } or more
answer-at-most = { $high } or less
answer-number = a number

## Typing paper sheets

paper-open = Type paper sheets
paper-title = Enter paper sheets
paper-done = Done
paper-entered = Sheets entered
paper-order = Order of the sheets
paper-order-code = By code
paper-order-pile = As in the pile
paper-code = Code on the sheet
paper-no-code = Nobody here has the code { $code }.
paper-item = Item { $number }, { $name }
paper-grid = Sheets, a row a person and a column an item
paper-person = Code and person
paper-read = Read
paper-at = item { $item } of { $of }
paper-so-far = { $done } of { $of } typed
paper-double = two sheets
paper-corrected = corrected
paper-was = corrected; it was { $old }
paper-below =
    { $count ->
        [one] 1 more person below
       *[other] { $count } more people below
    }
paper-keys = What the keys do
paper-key-sets = sets, moves on
paper-key-next = next person
paper-key-back = back
paper-key-undo = undo
paper-key-moves = to another place
paper-key-clear = takes an answer of a new row away
paper-key-drop = gives up the change of a stored sheet
paper-every-key = Every key is saved
paper-unreadable = { $code }, item { $number }: the sheet says { $found }; expected { $expected }. Kept as unreadable.
paper-unreadable-words = { $code }, item { $number }: the sheet says { $found }. Kept as unreadable.
paper-expected = expected
paper-elsewhere = sheet of another version
paper-write-number = Type the number, Enter goes on
paper-write-words = Type the words, Enter goes on
paper-field-long = Enter goes on, Shift and Enter begin a line
paper-key-chooses = take a choice or give it back
paper-key-on = goes on to the next item
paper-key-writes = opens the field of a number or of words
paper-found-nothing = something unreadable
paper-differs = { $code }, item { $number }: first { $first }, then { $second }.
paper-go = Go there
paper-matters =
    { $count ->
        [one] and one more
       *[other] and { $count } more
    }
paper-again =
    { $count ->
        [one] Type one sheet twice as a check
       *[other] Type { $count } sheets twice as a check
    }
paper-again-done =
    { $count ->
        [one] One sheet was typed twice
       *[other] { $count } sheets were typed twice
    }
paper-again-title = Type some sheets twice
paper-again-back = Back to all sheets
paper-mismatches =
    { $count ->
        [0] the same
        [one] 1 differs
       *[other] { $count } differ
    }
correct-title = { $code } has a sheet already
correct-text = A stored sheet is never overwritten. A correction counts in its place, and both stay in the history.
correct-yes = Correct it
correct-no = Leave it as it is

## The form on the laptop

form-open = Hand over the laptop
codes-title = Whose turn is it?
codes-back = Back to assessments
codes-lead = Choose the code of the next person and hand the laptop over. The form shows no names, and nothing of anybody else.
codes-pin = Number that takes the laptop back
codes-pin-hint = Digits, if you like. After each sheet they are asked for before this list is shown again.
codes-done = { $done } of { $of } sheets are in
codes-answered = { $code }, sheet is in
codes-begun = { $code }, left half-way
codes-key-answered = sheet is in
codes-key-begun = left half-way
codes-again-text = The person can answer once more. The new sheet counts in place of the old one, and both stay in the history.
codes-again = Answer once more
form-how = Choose in each row what fits best. You may leave a row empty, or say that you prefer not to answer.
form-private = The number keys choose and go on to the next row. What you choose is kept on this laptop as you go.
form-several = Choose every one that fits.
form-number-wrong = Expected a number, { $expected }.
form-decline = Prefer not to answer
form-clear = Take the answer away
form-submit = Hand in
form-later = Go on another time
form-progress = { $done } of { $of } answered
form-progress-label = Rows answered
form-empty-title =
    { $count ->
        [one] One row is empty
       *[other] { $count } rows are empty
    }
form-empty-text = You may hand the sheet in as it is. Empty rows count as left blank.
form-empty-first = Go to the first
form-empty-submit = Hand in as it is
thanks-title = Thank you
thanks-text = Your sheet is in. Please hand the laptop back.
thanks-later-title = Kept for later
thanks-later-text = Your answers wait for you on this laptop. Please hand it back.
thanks-next = Next person
thanks-pin = Number
thanks-pin-wrong = That is another number.

## Going on with a newer version

move-on = Continue on version { $version }
move-carried =
    { $count ->
        [0] No answer is carried over to version { $version }.
        [one] One answer is carried over to version { $version }.
       *[other] { $count } answers are carried over to version { $version }.
    }
move-lost =
    { $count ->
        [one] One answer has no place there:
       *[other] { $count } answers have no place there:
    }
move-lost-kept = They stay where they are until you continue, and are gone then.
move-stay = Stay on this version

## Looking at an instrument

preview-open = Look at it
preview-close = Close
preview-as = Look at it as
preview-form = Form
preview-phone = Phone
preview-paper = Paper
preview-page = Page { $page } of { $of }
preview-all = Answer it as others would: nothing of it is kept.
preview-skipped =
    { $count ->
        [one] One item is not asked after these answers.
       *[other] { $count } items are not asked after these answers.
    }
preview-again = Begin again

## Responses for other programs

export-open = Export responses…
export-file = responses { $cohort }.csv
export-done =
    { $count ->
        [one] One sheet is in { $file }; { $dictionary } beside it says what the columns mean.
       *[other] { $count } sheets are in { $file }; { $dictionary } beside it says what the columns mean.
    }

## Ratings from a file

ratings-open = Import ratings…
ratings-title = Import ratings
ratings-check-title = Check before anything is stored
ratings-done-title = The ratings are in
ratings-lead = Ratings that somebody typed elsewhere: a column with the participant codes and one for each item. Empty means left blank, a dash declined.
ratings-choose = Choose a file…
ratings-kinds = CSV with any delimiter, or an Excel workbook (.xlsx).
ratings-kind = Tables of ratings
ratings-step-file = File
ratings-step-check = Check
ratings-step-done = Done
ratings-reading = Reading the file…
ratings-nothing-yet = Nothing has been stored yet
ratings-counts = { $rated } answered, { $blank } left blank, { $declined } declined, { $unreadable } unreadable.
ratings-sheets =
    { $count ->
        [one] { $count } sheet
       *[other] { $count } sheets
    }
ratings-corrections =
    { $count ->
        [one] { $count } of them a correction
       *[other] { $count } of them corrections
    }
ratings-aside = { $count } set aside
ratings-problems = Problems
ratings-good-kept = all else is kept
ratings-no-problems = Nothing is in doubt.
ratings-group-second =
    { $count ->
        [one] { $count } second sheet
       *[other] { $count } second sheets
    }
ratings-group-out = { $count } set aside
ratings-group-care = { $count } read with care
ratings-group-columns =
    { $count ->
        [one] { $count } column
       *[other] { $count } columns
    }
ratings-lead-second = a person has one sheet at an occasion
ratings-lead-out = nothing of these rows is stored
ratings-lead-care = the sheets are kept
ratings-lead-columns = between the file and the instrument
ratings-second = Second sheets of the same person
ratings-second-refuse = Leave out
ratings-second-correct = Correct the first
ratings-store =
    { $count ->
        [one] Store { $count } sheet
       *[other] Store { $count } sheets
    }
ratings-other-file = Choose another file
ratings-one-undo = One undo takes the whole import back.
ratings-result =
    { $sheets ->
        [0] No sheet was stored for { $moment }, { $title }.
        [one] { $sheets } sheet is stored for { $moment }, { $title }.
       *[other] { $sheets } sheets are stored for { $moment }, { $title }.
    }
ratings-result-rest = { $corrections } corrected an earlier sheet, { $aside } rows were set aside.
ratings-undo = Undo the import
ratings-another = Import another file
rating-matter-impossible = a number { $expected }; this answer is kept as unreadable
rating-matter-impossible-choice = a choice such as { $expected }; this answer is kept as unreadable
rating-matter-not-asked = nothing: after the answers before it the item is not asked; not read
rating-matter-too-long = at most 4,000 characters; the rest is not read
rating-matter-elsewhere = { $expected }; the row belongs elsewhere and is left out
rating-matter-unknown-code = a code of the cohort, { $expected }
rating-matter-no-code = a code of the cohort, { $expected }
rating-matter-second-refused = one sheet a person; this one is left out
rating-matter-second-corrects = one sheet a person; this one counts in place of the first
rating-matter-unknown-column = an item of the instrument; the column is not read
rating-matter-repeated-column = each item once; the column is not read
rating-matter-missing-column = a column for this item; it counts as not asked
rating-matter-beyond-columns = nothing to the right of the named columns; not read
rating-matter-unclosed-quote = a closing quotation mark; the rest of the file is left out

## Results

results-open = Results
results-title = Results
results-none = No sheet is in yet. Results appear here with the first one.
results-moment =
    { $withdrew ->
        [0] { $moment }: { $sheets } of { $enrolled } sheets
       *[other] { $moment }: { $sheets } of { $enrolled } sheets, { $withdrew } left
    }
counts-title = Every answer, counted
counts-aside = people, not percentages
results-versions =
    { $count ->
        [one] version { $versions }
       *[other] versions { $versions }
    }
answers-title = Choices, numbers and words
answers-inside = Open texts are for the facility’s own eyes: they stand in no report.
answers-choice = Choice
answers-people = People
answers-range = { $low } to { $high } { $unit }.
answers-median = Median { $median }.
answers-none = Nobody answered.
answers-answered = { $count } answered
counts-item = Item
counts-no-sheet = no sheet

## Steps of undo

step-assessments-plan = planning { $detail }
step-assessments-remove = taking { $detail } off the plan
step-assessments-move = continuing on a newer version of { $detail }
step-assessments-sheet = the sheet of { $detail }
step-assessments-import = import of { $detail }
