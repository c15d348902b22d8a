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
