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
