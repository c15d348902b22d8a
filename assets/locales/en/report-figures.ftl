### Words of the figures of whole groups, for screen and paper.

figure-percent = { $share } %
figure-count-share = { $count } ({ $share })
figure-withheld = A dash is withheld: too few people stand behind it.
figure-withheld-or-unknown = A dash is withheld or not known.

## Answers to statements

figure-likert-title =
    “{ $option }” or above: up on { $up } of { $rows } { $rows ->
        [one] statement
       *[other] statements
    }, down on { $down ->
        [0] none
       *[other] { $down }
    }
figure-likert-title-once = { $share } of the answers are “{ $option }” or above
figure-likert-title-counts = { $part } of { $all } answers are “{ $option }” or above
figure-likert-none = No answers that may be shown
figure-likert-key = Upper bar: { $before }. Lower bar: { $after }.
figure-likert-key-once = Answers at { $before }.
figure-likert-few = Drawn as counts: some statement has fewer than { $fewest } answers.
figure-likert-moment = When
figure-likert-answers = Answers
figure-likert-silent = No answer
figure-likert-n = n

## Two moments side by side

figure-slope-title =
    { $rows ->
        [0] Nothing was rated both times
       *[other] Up on { $up } of { $rows } { $rows ->
            [one] competency
           *[other] competencies
        }, down on { $down ->
            [0] none
           *[other] { $down }
        }
    }
figure-slope-title-people =
    { $rows ->
        [0] { $competency }: nobody rated both times
       *[other] { $competency }: up for { $up } of { $rows } { $rows ->
            [one] person
           *[other] people
        }, down for { $down ->
            [0] none
           *[other] { $down }
        }
    }
figure-slope-left = { $name }  { $value }
figure-slope-right = { $value }  { $name }
figure-slope-key = { $measure } from { $low } to { $high }. Ring: { $before }. Dot: { $after }. A dashed line goes down.
figure-slope-unpaired =
    { $count ->
        [one] One has a value at one end only and has no line.
       *[other] { $count } have a value at one end only and have no line.
    }

## Means of a cohort

figure-means-title =
    { $rows ->
        [0] Too few people rated both times for a mean
       *[other] { $up ->
            [0] Mean self-rating up on none of { $rows } { $rows ->
                [one] competency
               *[other] competencies
            }, down on { $down ->
                [0] none
               *[other] { $down }
            }
           *[other] Mean self-rating up on { $up } of { $rows } { $rows ->
                [one] competency
               *[other] competencies
            }, most on { $most }{ $down ->
                [0] {""}
               *[other] , down on { $down }
            }
        }
    }
figure-means-key = Mean self-rating from { $low } to { $high } of the people who rated both times. Ring: { $before }. Dot: { $after }. n counts these people, row by row.
figure-means-people = Small marks: each person, before above the line, after below it.
figure-means-few = Below { $fewest } people no mean is given.
figure-means-head = Mean at { $moment }
figure-means-medians = Median
figure-means-column = median
figure-means-median = { $before } → { $after }
figure-means-alt = { $name }: mean { $before }, then { $after }, n { $count }.
figure-means-alt-few = { $name }: no mean, n { $count }.
figure-means-alt-withheld = { $name }: withheld.

## Who is reached

figure-reach-title =
    { $all } { $all ->
        [one] person
       *[other] people
    } from { $sectors } { $sectors ->
        [one] sector
       *[other] sectors
    }, most from { $name }: { $most }
figure-reach-title-all =
    { $all } { $all ->
        [one] person
       *[other] people
    } by sector and level
figure-reach-title-withheld = People by sector and level
figure-reach-nobody = Nobody is enrolled yet
figure-reach-key = The area of a square stands for the number beside it.

## Participation

figure-participation-title = Of { $all } { $base }, { $part } { $last }
figure-participation-none = Participation is not recorded yet
figure-participation-key = Shares are of those { $base }.
figure-participation-few = Counts only: shares are given from { $fewest } people.
figure-participation-rung = Step
figure-participation-people = People
figure-participation-share = Share

## Distributions

figure-multiples-title =
    The most frequent rating moved up on { $up } of { $rows } { $rows ->
        [one] competency
       *[other] competencies
    }, down on { $down ->
        [0] none
       *[other] { $down }
    }
figure-multiples-title-once =
    Ratings at { $moment } in { $rows } { $rows ->
        [one] competency
       *[other] competencies
    }
figure-multiples-key = How many gave each rating from { $low } to { $high }. Open bar: { $before }. Filled bar: { $after }.
figure-multiples-key-once = How many gave each rating from { $low } to { $high } at { $before }.

## Attendance of a cohort

figure-cohort-attendance-title =
    { $sessions ->
        [0] No session held yet
       *[other] { $there } of { $expected } places taken in { $sessions } { $sessions ->
            [one] session
           *[other] sessions
        }
    }
figure-cohort-attendance-key = At the right: who was there, late or not, of all who were expected.

## Milestones of many projects

figure-strip-title =
    { $all ->
        [0] No milestones yet
       *[other] { $done } of { $all } milestones reached in { $projects } { $projects ->
            [one] project
           *[other] projects
        }{ $overdue ->
            [0] {""}
           *[other] , { $overdue } overdue
        }
    }
figure-strip-key = Dot: reached. Ring: planned. Square: overdue on { $date }, the dashed line.
figure-strip-project = Project
figure-strip-alt = { $project }: { $done } reached, { $overdue } overdue, { $planned } planned.
