# Programs: why they exist, who pays for them, their cohorts.

screen-program = Program
program-new = New program
program-create = Make the program
program-name = Name
program-name-hint = For example “Emerging leaders”
program-open = About the program
program-open-named = About { $name }
program-why = What it is for
program-situation = Situation
program-situation-hint = What is the case, for whom, and why it matters. Reports to the funder quote it.
program-award = Award
program-award-hint = Leave it empty if nobody funds the program. The number stands on every summary.
program-funder = Funder
program-award-number = Number
program-award-starts = First day
program-award-ends = Last day
program-no-cohorts = No cohort yet.
program-remove = Remove program
program-removed = { $name } is in the bin. Undo brings it back.
cohort-program = Program

step-programs-create = making { $detail }
step-programs-edit = change to { $detail }
step-programs-facility = change to { $detail }
step-programs-remove = removing { $detail }
