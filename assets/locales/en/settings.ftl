# The first start, and preferences.

welcome-lead = Run leadership training where there is no internet: people, sessions, assessments and projects stay in one encrypted file on this laptop.
welcome-author = Your name
welcome-author-hint = Stands beside what you change, so that colleagues know whom to ask.
welcome-own-title = Start with your facility
welcome-facility = Name of the facility
welcome-zone = Time zone of its sessions
welcome-passphrase = Passphrase
welcome-passphrase-hint = This system has no keychain. Choose at least eight characters; they are asked for at every start.
welcome-own-action = Set up the facility
welcome-sample-title = Look around first
welcome-sample-text = A sample cohort of 24 invented people. It is clearly marked, and never counted with real data.
welcome-sample-action = Open the sample
welcome-sample-facility = Sample facility
welcome-back = Back to { $facility }
welcome-another = Set up your facility…
welcome-only-here = Nothing but this laptop opens this workspace: it was made to look around. For real data, set up your facility.
welcome-private = Nothing leaves this laptop unless you export it.
welcome-recovery-title = Write these twelve words on paper
welcome-recovery-text = They open your workspace if this laptop’s keychain is lost. They are shown only now. Keep them away from the laptop.
welcome-recovery-done = I have written them down

screen-settings = Settings
settings-you = You
settings-look = Look
settings-theme = Colours
settings-text = Size of text
settings-percent = { $size } %
settings-single = Keys of one letter, such as N for the next block
settings-single-hint = Switch them off if you speak to the laptop, or if keys are hit by mistake. Everything has a button too.
settings-on = On
settings-off = Off
theme-system = As the system
theme-light = Light
theme-dark = Dark
theme-contrast = High contrast
theme-contrast-dark = High contrast, dark

## Recovery words

recovery-title = Recovery words
recovery-has = Twelve words on paper open this workspace if the laptop’s keychain is lost.
recovery-none = Nothing but this laptop opens this workspace. Make recovery words before you enter real data.
recovery-renew = New recovery words…
recovery-renew-title = New recovery words
recovery-renew-text = New words take the place of the present ones, which then open this workspace no longer. Copies made until now still open with them.
recovery-renew-do = Make new words
recovery-write = Write them on paper and keep them away from the laptop. They are shown only now.

## About

about-title = About
about-version = Nexus Facilitator { $version }
about-folder = Preferences, the log and the workspaces made here are in { $folder }
about-licence = Free software under the MIT or the Apache 2.0 licence, as you prefer.
about-fonts = Fonts, under the SIL Open Font License

## The facility

settings-facility = Facility
settings-zone-hint = Sessions that were planned keep the zone in which they were planned.
settings-back = Settings

## The bin

screen-bin = Bin
bin-open = Bin
bin-lead = What was removed, step by step. What went together comes back together.
bin-empty = Nothing was removed.
bin-removed = Removed
bin-steps =
    { $count ->
        [one] { $count } step
       *[other] { $count } steps
    }
bin-undone-title =
    { $count ->
        [one] { $count } step that was undone
       *[other] { $count } steps that were undone
    }
bin-undone-lead = Made and taken back again by an undo.
bin-undone = undone: { $step }
bin-who = { $author }, { $at } · { $step }
bin-more =
    { $count ->
        [one] { $count } more
       *[other] { $count } more
    }
bin-bring-back = Bring back
bin-bring-back-named = Bring back { $name }
bin-back = { $name } is back.
step-settings-bring-back = bringing back { $detail }
error-in-use =
    { $what ->
        [program] “{ $name }” stays: it still has cohorts ({ $count }). Move them to another program or remove them first.
        [person] { $name } stays: they take part in a cohort ({ $count }). Take them out of it first.
       *[word] “{ $name }” stays: it stands beside people ({ $count }). Give them another word first.
    }

## Kinds of records, counted

table-other =
    { $count ->
        [one] { $count } record
       *[other] { $count } records
    }
table-facility =
    { $count ->
        [one] { $count } facility
       *[other] { $count } facilities
    }
table-program =
    { $count ->
        [one] { $count } program
       *[other] { $count } programs
    }
table-partner =
    { $count ->
        [one] { $count } partner
       *[other] { $count } partners
    }
table-session-partner =
    { $count ->
        [one] { $count } partner of a session
       *[other] { $count } partners of sessions
    }
table-report =
    { $count ->
        [one] { $count } report that is written
       *[other] { $count } reports that are written
    }
table-report-text =
    { $count ->
        [one] { $count } text of a report
       *[other] { $count } texts of reports
    }
table-report-template =
    { $count ->
        [one] { $count } template of reports
       *[other] { $count } templates of reports
    }
table-report-threshold =
    { $count ->
        [one] { $count } threshold of reports
       *[other] { $count } thresholds of reports
    }
table-hours =
    { $count ->
        [one] { $count } line of hours
       *[other] { $count } lines of hours
    }
table-model =
    { $count ->
        [one] { $count } version of a model
       *[other] { $count } versions of a model
    }
table-cohort =
    { $count ->
        [one] { $count } cohort
       *[other] { $count } cohorts
    }
table-enrolment =
    { $count ->
        [one] { $count } place in a cohort
       *[other] { $count } places in a cohort
    }
table-sector =
    { $count ->
        [one] { $count } sector
       *[other] { $count } sectors
    }
table-level =
    { $count ->
        [one] { $count } level
       *[other] { $count } levels
    }
table-person =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
table-person-alias =
    { $count ->
        [one] { $count } join of two records
       *[other] { $count } joins of records
    }
table-two-people =
    { $count ->
        [one] { $count } pair of two people
       *[other] { $count } pairs of two people
    }
table-departure =
    { $count ->
        [one] { $count } departure
       *[other] { $count } departures
    }
table-leaving-reason =
    { $count ->
        [one] { $count } reason to leave
       *[other] { $count } reasons to leave
    }
table-consent-kind =
    { $count ->
        [one] { $count } question of consent
       *[other] { $count } questions of consent
    }
table-consent-answer =
    { $count ->
        [one] { $count } answer to a question of consent
       *[other] { $count } answers to questions of consent
    }
table-session =
    { $count ->
        [one] { $count } session
       *[other] { $count } sessions
    }
table-block =
    { $count ->
        [one] { $count } block
       *[other] { $count } blocks
    }
table-attendance =
    { $count ->
        [one] { $count } mark of attendance
       *[other] { $count } marks of attendance
    }
table-note =
    { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }
table-project =
    { $count ->
        [one] { $count } project
       *[other] { $count } projects
    }
table-project-member =
    { $count ->
        [one] { $count } place in a project
       *[other] { $count } places in a project
    }
table-milestone =
    { $count ->
        [one] { $count } milestone
       *[other] { $count } milestones
    }
table-project-update =
    { $count ->
        [one] { $count } update
       *[other] { $count } updates
    }
table-evidence =
    { $count ->
        [one] { $count } piece of evidence
       *[other] { $count } pieces of evidence
    }
table-lesson =
    { $count ->
        [one] { $count } lesson
       *[other] { $count } lessons
    }
table-next-step =
    { $count ->
        [one] { $count } next step
       *[other] { $count } next steps
    }
table-module =
    { $count ->
        [one] { $count } module
       *[other] { $count } modules
    }
table-module-version =
    { $count ->
        [one] { $count } published version
       *[other] { $count } published versions
    }
table-module-choice =
    { $count ->
        [one] { $count } choice between two texts
       *[other] { $count } choices between two texts
    }
table-definition =
    { $count ->
        [one] { $count } framework or instrument
       *[other] { $count } frameworks and instruments
    }
table-definition-version =
    { $count ->
        [one] { $count } published version of an instrument
       *[other] { $count } published versions of instruments
    }
table-definition-choice =
    { $count ->
        [one] { $count } choice between two versions
       *[other] { $count } choices between two versions
    }
table-definition-part =
    { $count ->
        [one] { $count } part of a draft
       *[other] { $count } parts of drafts
    }

## Backups

when-today = today { $time }
when-yesterday = yesterday { $time }
status-backup = Last backup { $when }
status-backup-none = No backup yet
status-backup-failed = Backup failed
backups-title = Backups
backups-lead = Made by itself once a day and before each update, checked by opening it again, encrypted like the workspace. The last of seven days and of four weeks before them stay.
backups-last = Last backup { $when }
backups-none = There is no backup yet. The first is made within an hour, or now.
backups-folder = They are in { $folder }
backups-now = Back up now
backups-busy = Making and checking it…
backups-done = Backed up and checked.
backups-failed = The last backup could not be made; your work is saved all the same. { $problem }
backups-when = Made
backups-why = Why
backups-size = Size
backups-what = What to do
backups-usual = In the course of work
backups-migration = Before an update of the program
backups-only-second = Only in the second folder
backups-kilobytes = { $size } kB
backups-megabytes = { $size } MB
backups-put-back = Put back…
backups-put-back-of = Put back… (made { $when })
backups-second = Second folder
backups-second-text = A stick or a shared folder keeps a copy of each backup, for the day this laptop is gone.
backups-second-there = Copies go to { $folder }
backups-second-away = { $folder } is not there now. The next backup is copied when it is.
backups-second-choose = Choose a folder…
backups-second-stop = Stop copying
restore-title = Put back the backup made { $when }?
restore-text = The workspace becomes what it was then. What was entered since is not in it.
restore-kept = Nothing is deleted: the file that stands there now stays beside it, with “kept” and the time in its name.
restore-check = The backup is checked first. If it is not good, nothing changes.
restore-do = Put it back
restore-busy = Checking it and putting it back…
restore-done = The workspace is as it was { $when }.
restore-done-kept = The workspace is as it was { $when }. The file that stood there is { $file }.

## Opening a workspace, and one that stays shut

open-offer = Open a workspace…
open-title = Open a workspace
open-lead = A file that ends in .nexus: a workspace from this or another laptop, or a backup of one.
open-choose = Choose the file…
open-kind = Workspaces
open-chosen = { $file }
open-how = What opens it?
open-words = Recovery words
open-passphrase = Passphrase
open-key-file = Key file
open-words-label = The twelve recovery words
open-words-hint = In their order, with a space between. Capitals do not matter.
open-passphrase-label = Its passphrase
open-key-file-choose = Choose the key file…
open-remember = Open by itself on this laptop from now on
open-action = Open
open-back = Back
open-no-way = It has neither recovery words nor a passphrase: it opens only on the laptop that made it.
open-asks-again = Opened. This laptop has no keychain to keep the key, so it asks again at the next start.
open-copied = The backup became a workspace of this laptop. The backup itself stays as it is.
refused-title = Your workspace could not be opened. It was left as it is.
refused-no-key = This laptop has no key for it any more. Nothing you entered is lost: what you kept for this day opens it.
refused-secret = Open it all the same
refused-keys = Its key slots can be taken from the newest backup. What you entered stays.
refused-keys-action = Take them from the backup
refused-backup = The newest backup was made { $when }.
refused-put-back = Put this backup back…
refused-all = All backups
refused-again = Try again
refused-other = Open another workspace…
refused-new = Start something new

error-disk-error = The disk could not be read or written: { $detail }. Nothing of this step was kept; everything before it is.
error-workspace-no-backup = The workspace comes from an earlier version, and no backup could be made before bringing it up to date: { $detail }. It was left as it is.
error-workspace-working = Something still runs on this workspace. Try again in a moment.
error-backup-second = The backup was made on this laptop, but not copied to the second folder: { $detail }.

draft-restored = { $label }: what was being typed when the program ended is back.

## Fonts

fonts-title = Fonts for other scripts
fonts-what = Names in Latin, Greek, Cyrillic, Arabic and Hebrew letters are printed as they are. For names in other scripts, such as Chinese, Japanese or Korean, add a font file once; it stays on this laptop. Without it, a document is refused and the missing characters are named.
fonts-none = No font was added.
fonts-add = Add a font…
fonts-file = Font file
fonts-line = { $name }: { $adds } more characters
fonts-remove = Remove
fonts-remove-one = Remove { $file }
fonts-added = { $name } is ready: { $adds } more characters can be printed.
