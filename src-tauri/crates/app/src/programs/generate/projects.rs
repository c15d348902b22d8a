//! Made-up projects: a charter, milestones, dated updates, a lesson applied and a next step.

use chrono::{Days, NaiveDate};
use nexus_domain::cohorts::Cohort;
use nexus_domain::ids::{LessonId, MilestoneId, NextStepId, ProjectId, UpdateId};
use nexus_domain::people::letters::fold;
use nexus_domain::projects::{Lesson, Milestone, MilestoneState, NextStep, Project, ProjectStatus, Update};
use nexus_domain::seed::Seed;
use nexus_store::{Write, projects};

use super::sessions::Source;
use super::{COURSE, Calendar, Maker, Member};
use crate::Result;

/// What a project is about: title, problem, who is better off, how success shows.
struct Topic(&'static str, &'static str, &'static str, &'static str);

const TOPICS: [Topic; 12] = [
    Topic(
        "One card for the whole county",
        "People need a new card in every town, and most give up at the second form.",
        "Readers without a car",
        "Loans across town lines double within a year",
    ),
    Topic(
        "The basement flood plan",
        "The oldest records lie below the water line and nobody knows what to carry out first.",
        "Everybody who looks for their family",
        "A drill takes less than forty minutes",
    ),
    Topic(
        "Saturday at the museum",
        "Families who work on weekdays have never seen the collection.",
        "Families with children under ten",
        "Four Saturdays with forty visitors each",
    ),
    Topic(
        "Staff who answer for their desk",
        "Every question goes to the director, who is away three days a week.",
        "Those who wait for an answer",
        "Half as many questions reach the director",
    ),
    Topic(
        "Names for the photographs",
        "Eleven thousand photographs have no names, and those who know them are over eighty.",
        "The town's oldest residents and its schools",
        "A thousand named photographs by spring",
    ),
    Topic(
        "A budget that the board reads",
        "The board votes on a table of forty columns that nobody explains.",
        "The board, and everybody who pays for the library",
        "The vote takes place in the first meeting",
    ),
    Topic(
        "Evening help with forms",
        "Forms for work and housing are online only, and the library closes at six.",
        "People without a computer at home",
        "Two evenings a week, thirty people a month",
    ),
    Topic(
        "Shared shelf, shared vote",
        "Three small institutions buy the same journals without knowing of each other.",
        "Researchers of three towns",
        "One list, and a fifth less spent twice",
    ),
    Topic(
        "Return of the drum",
        "A drum in the collection belongs to a nation that was never asked.",
        "The nation, and the museum's good name",
        "An agreement that both sides sign",
    ),
    Topic(
        "First week at work",
        "New people learn the work from whoever is there that day.",
        "New colleagues and their teams",
        "Nobody leaves in the first half-year",
    ),
    Topic(
        "The reading room is for you",
        "Students believe that the archive is only for professors.",
        "Students in their first year",
        "A hundred first visits in a term",
    ),
    Topic(
        "A volunteer plan that lasts",
        "Volunteers come for one day, like it, and are never asked again.",
        "Forty people who would like to help",
        "Twenty who come every month",
    ),
];

const MILESTONES: [&str; 4] = [
    "Charter agreed",
    "Talked to those concerned",
    "Trial",
    "Decision of the board",
];
const SPONSORS: [&str; 6] = [
    "The director",
    "The chair of the board",
    "The county librarian",
    "The dean",
    "The head of collections",
    "The friends of the library",
];
const NEWS: [&str; 12] = [
    "Talked to nine people at the desk; seven want it, two want to see the costs first.",
    "The board put it on its list for the next meeting.",
    "The trial runs on two days a week; more came than expected.",
    "The vendor needs a month longer than promised.",
    "A colleague took over the count, so that it goes on while I am away.",
    "Found out that the neighbouring town tried the same; they sent their notes.",
    "The first numbers are in and they are better than feared.",
    "Rewrote the problem after the clinic: it was ours, not theirs.",
    "Nobody came to the first meeting. Asked three of them why.",
    "The sponsor wrote to all department heads.",
    "Moved the trial by two weeks because of the flood.",
    "Showed the plan to the team; they changed half of it.",
];
const LESSONS: [&str; 6] = [
    "Asked before I answered, and heard something else than I expected.",
    "Wrote the sentence of the problem with those who have it.",
    "Told the board what we leave out, not only what we do.",
    "Gave the feedback on the same day, in two sentences.",
    "Let the team decide how to count.",
    "Brought two sectors to one table and kept quiet.",
];
const STEPS: [&str; 6] = [
    "Show the first numbers to the board",
    "Ask the neighbouring town for its notes",
    "Hand the count to a colleague",
    "Write the second page of the plan",
    "Thank everybody who answered",
    "Decide what to stop doing",
];
/// Days from the beginning of the course to each update.
const UPDATES: [u64; 5] = [40, 80, 120, 165, 215];

/// Gives every member a project of their own.
pub(super) fn run(
    maker: &mut Maker<'_>,
    w: &Write<'_>,
    cohort: &Cohort,
    members: &[Member],
    calendar: &Calendar,
    sources: &[Source],
) -> Result<()> {
    let starts = calendar.sheets[0];
    for member in members {
        let project = charter(maker, cohort, member, starts);
        projects::put(w, &project)?;
        projects::put_member(w, project.id, member.person.id)?;
        for (position, title) in MILESTONES.into_iter().enumerate() {
            projects::put_milestone(w, &milestone(maker, project.id, position as u32, title, starts))?;
        }
        let finished = maker.seed.once_in(3);
        for (at, day) in UPDATES.into_iter().enumerate() {
            let last = at + 1 == UPDATES.len();
            let update = Update {
                id: UpdateId(maker.app.new_id()),
                project: project.id,
                date: starts + Days::new(day + u64::from(maker.seed.below(14))),
                status: status(&mut maker.seed, last && finished),
                text: (*maker.seed.pick(&NEWS)).to_owned(),
                author: member.person.name(),
                corrects: None,
            };
            projects::add_update(w, &update)?;
        }
        if let Some(source) = sources.get(maker.seed.below(sources.len() as u32) as usize) {
            projects::put_lesson(w, &lesson(maker, &project, member, source))?;
        }
        let step = NextStep {
            id: NextStepId(maker.app.new_id()),
            cohort: cohort.id,
            person: member.person.id,
            text: (*maker.seed.pick(&STEPS)).to_owned(),
            due: Some(starts + Days::new(COURSE + 30)),
            done: None,
        };
        projects::put_next_step(w, &step)?;
    }
    Ok(())
}

fn charter(maker: &mut Maker<'_>, cohort: &Cohort, member: &Member, starts: NaiveDate) -> Project {
    let Topic(title, problem, beneficiaries, success) = maker.seed.pick(&TOPICS);
    Project {
        id: ProjectId(maker.app.new_id()),
        cohort: cohort.id,
        title: (*title).to_owned(),
        problem: (*problem).to_owned(),
        beneficiaries: (*beneficiaries).to_owned(),
        institution: member.enrolment.institution.clone(),
        sponsor: (*maker.seed.pick(&SPONSORS)).to_owned(),
        success: (*success).to_owned(),
        agreed: Some(starts + Days::new(14 + u64::from(maker.seed.below(14)))),
    }
}

/// Three milestones are reached about when they should be; the last one lies ahead or was given up.
fn milestone(
    maker: &mut Maker<'_>,
    project: ProjectId,
    position: u32,
    title: &str,
    starts: NaiveDate,
) -> Milestone {
    let due = starts + Days::new(u64::from(position) * 70 + 20);
    let reached = position < 3 && !maker.seed.once_in(12);
    Milestone {
        id: MilestoneId(maker.app.new_id()),
        project,
        position,
        title: title.to_owned(),
        due,
        done: reached.then(|| due + Days::new(u64::from(maker.seed.below(10)))),
        state: match (reached, maker.seed.below(8)) {
            (true, _) => MilestoneState::Done,
            (false, 0) => MilestoneState::Dropped,
            (false, 1..=3) => MilestoneState::Planned,
            (false, _) => MilestoneState::UnderWay,
        },
    }
}

fn status(seed: &mut Seed, finished: bool) -> ProjectStatus {
    match seed.below(10) {
        _ if finished => ProjectStatus::Finished,
        0 => ProjectStatus::Stuck,
        1 => ProjectStatus::ChangedCourse,
        2 | 3 => ProjectStatus::Slower,
        _ => ProjectStatus::OnCourse,
    }
}

fn lesson(maker: &mut Maker<'_>, project: &Project, member: &Member, source: &Source) -> Lesson {
    Lesson {
        id: LessonId(maker.app.new_id()),
        project: project.id,
        person: member.person.id,
        session: Some(source.session),
        block: Some(source.block),
        competency: fold(source.competency).replace(' ', "-"),
        what: (*maker.seed.pick(&LESSONS)).to_owned(),
        date: source.day + Days::new(10 + u64::from(maker.seed.below(10))),
    }
}
