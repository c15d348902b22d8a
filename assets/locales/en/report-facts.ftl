### Figures of reports: what each is called, and what it counts.
### An id is fact- and the measure; what it counts stands under the same id with -what.

fact-carriers = Facilitators, coaches and mentors
fact-carriers-what = People with hours as facilitator, coach or mentor of the program, each person once.
fact-hours-given = Hours given
fact-hours-given-what = Hours of everybody who carries the program, as entered under inputs.
fact-hours-planned = Hours planned
fact-hours-planned-what = Hours planned for everybody who carries the program, as entered under inputs.
fact-partners = Partners
fact-partners-what = Institutions that work with the program, training facilities among them; the own facility is not counted.
fact-modules = Modules
fact-modules-what = Modules of the curriculum with a published version.
fact-instruments = Instruments
fact-instruments-what = Instruments that were asked, each once, whatever the versions.
fact-sessions = Sessions planned
fact-sessions-what = Sessions in the plan, those that were held included.
fact-held = Sessions held
fact-held-what = Sessions that began and ended.
fact-joint = Joint sessions
fact-joint-what = Sessions, planned or held, with another institution.
fact-attendance = Attendance
fact-attendance-what = Marks of people who came or came late, of all marks at sessions that were held.
fact-projects = Real-world projects
fact-projects-what = Projects of participants, whatever their state.
fact-bridges = Bridges across sectors
fact-bridges-what = Pairs of people from different sectors who work on one project; a pair counts once.
fact-enrolled = People enrolled
fact-enrolled-what = Places in the cohort, or in all cohorts of the program; whoever moved counts where they go on.
fact-came = People who came
fact-came-what = People enrolled who were at one session or more.
fact-completed = People who took part to the end
fact-completed-what = People enrolled who did not leave and came to at least two of three sessions that were held.
fact-withdrew = People who withdrew
fact-withdrew-what = People enrolled who withdrew and did not come back.
fact-institutions = Institutions
fact-institutions-what = Institutions of the people enrolled, each name once.
fact-sector = Sector: { $name }
fact-sector-what = People enrolled whose institution belongs to this sector, as it was when they enrolled.
fact-level = Career level: { $name }
fact-level-what = People enrolled who were at this career level when they enrolled.
fact-surveyed = Asked at both ends
fact-surveyed-what = People enrolled with a sheet of the self-assessment at baseline and at the end.
fact-risen = Competencies that rose
fact-risen-what = Competencies that more people rated higher at the end than lower, of those with five pairs or more.
fact-compared = Competencies compared
fact-compared-what = Competencies that five people or more rated both times.
fact-change = Change: { $name }
fact-change-what = Mean of the end rating less the baseline rating of the same people, with the 95 % interval of the mean by Student’s t.
fact-median-before = Median at baseline: { $name }
fact-median-before-what = Middle rating at baseline of the people who rated both times.
fact-median-after = Median at the end: { $name }
fact-median-after-what = Middle rating at the end of the people who rated both times.
fact-answers = Responses: { $name }
fact-answers-what = Answers on the scale to this statement.
fact-no-answers = Non-responses: { $name }
fact-no-answers-what = People from whom a sheet was expected, less the responses to this statement.
fact-agreed = In the upper two points: { $name }
fact-agreed-what = Responses in the upper two points of the scale of this statement.
fact-reached = Milestones reached
fact-reached-what = Milestones of all projects that were reached; dropped ones are not counted.
fact-milestones = Milestones planned
fact-milestones-what = Milestones of all projects; dropped ones are not counted.
fact-finished = Projects finished
fact-finished-what = Projects whose latest update says that they are finished.
fact-lessons = Lessons applied
fact-lessons-what = Things learned in the program and used in a project, as they were told.
fact-updates = Updates on projects
fact-updates-what = Dated updates; a corrected one counts once.
fact-evidence = Evidence: { $name }
fact-evidence-what = Pieces of dated evidence filed under this outcome; a corrected one counts once.
fact-indicators = Figures of institutions
fact-indicators-what = Dated figures with a source that institutions gave.

## Values

fact-share = { $share } %
fact-part = { $part } of { $whole }
fact-part-share = { $part } of { $whole } ({ $share } %)
fact-hours = { $hours } h
fact-change-value = { $mean } ({ $low } to { $high })
fact-median-value = { $median } ({ $low }–{ $high })
fact-no-sector = not said

## What a figure rests on

fact-base-n = n = { $n }
fact-base-effect = Hedges g_z = { $g }
fact-base-unpaired =
    { $count ->
        [one] 1 person with one end only, not counted
       *[other] { $count } people with one end only, not counted
    }
fact-base-missing = missing: { $list }
fact-base-blank = { $count } left blank
fact-base-declined = { $count } declined
fact-base-unreadable = { $count } unreadable
fact-base-not-shown = { $count } not asked
fact-base-no-sheet = { $count } without a sheet
fact-base-period = { $from } to { $to }
fact-base-from = from { $from }
fact-base-until = until { $to }
fact-base-asked = { $title }, { $versions ->
        [one] version
       *[other] versions
    } { $numbers }, { $moments }
