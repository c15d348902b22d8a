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
