//! The figures of a report, each counted from a list of records that can be opened.

use std::collections::{BTreeMap, BTreeSet};

use nexus_domain::assessments::{Format, Item, Moment};
use nexus_domain::people::Role;
use nexus_domain::projects::ProjectStatus;
use nexus_domain::reports::facts::{Fact, Facts, Measure, Record, Value};
use nexus_domain::reports::statistics::FEWEST;
use nexus_domain::reports::statistics::{
    AfterOnce, Before, Change, LookingBack, Missing, Rate, Ratings, Sample, TrueChange,
};

use super::gather::{Answered, Gathered, Mark, Place, ProjectWork, Sheets, count};
use super::tables::{answers_key, both_times, compared, levels, moved_key, sectors};
use crate::{AppError, Result};

/// Whether somebody counts.
type Test<'t> = &'t dyn Fn(&Place) -> bool;
/// How much a project counts.
type Amount<'t> = &'t dyn Fn(&ProjectWork) -> u32;

/// Counts everything.
pub(super) fn facts(gathered: &Gathered) -> Result<Facts> {
    let mut facts = Facts::default();
    inputs(gathered, &mut facts);
    activities(gathered, &mut facts)?;
    participation(gathered, &mut facts);
    changes(gathered, &mut facts)?;
    for answered in &gathered.answers {
        statements(answered, &mut facts);
    }
    work(gathered, &mut facts);
    Ok(facts)
}

fn inputs(gathered: &Gathered, facts: &mut Facts) {
    let mut add = |measure, value| facts.add(Fact::of(measure, value).behind(vec![Record::Inputs]));
    let carriers: BTreeSet<_> = gathered
        .hours
        .iter()
        .filter(|hours| hours.role != Role::Staff)
        .map(|hours| hours.person)
        .collect();
    add(Measure::Carriers, Value::Count(count(carriers.len())));
    let given = gathered.hours.iter().map(|hours| hours.given).sum();
    let planned = gathered.hours.iter().map(|hours| hours.planned).sum();
    add(Measure::HoursGiven, Value::Minutes(given));
    add(Measure::HoursPlanned, Value::Minutes(planned));
    add(Measure::Partners, Value::Count(count(gathered.partners.len())));
    let modules = Fact::of(Measure::Modules, Value::Count(gathered.modules));
    facts.add(modules.behind(vec![Record::Curriculum]));
    let asked = gathered.answers.iter().flat_map(|answered| {
        let key = &answered.instrument.key;
        answered
            .cohorts
            .iter()
            .map(move |cohort| Record::Results(*cohort, key.clone()))
    });
    let instruments = Value::Count(count(gathered.answers.len()));
    facts.add(Fact::of(Measure::Instruments, instruments).behind(asked.collect()));
}

fn activities(gathered: &Gathered, facts: &mut Facts) -> Result<()> {
    let sessions = |test: &dyn Fn(&nexus_store::programs::model::Held) -> bool| {
        let found = gathered.sessions.iter().filter(|session| test(session));
        found
            .map(|session| Record::Session(session.cohort, session.session))
            .collect::<Vec<_>>()
    };
    facts.add(Fact::count(Measure::Sessions, sessions(&|_| true)));
    let held = sessions(&|session| session.ended.is_some());
    facts.add(Fact::count(Measure::Held, held.clone()));
    facts.add(Fact::count(
        Measure::Joint,
        sessions(&|session| session.partners > 0),
    ));
    let (came, marked) = gathered.places.iter().fold((0, 0), |(came, marked), place| {
        (came + place.marks.0, marked + place.marks.1)
    });
    if marked > 0 {
        let rate = Rate::of(came, marked).map_err(|bad| AppError::Invalid {
            place: "attendance".to_owned(),
            field: "marks".to_owned(),
            found: bad.to_string(),
            expected: "no more people who came than were marked".to_owned(),
        })?;
        facts.add(Fact::of(Measure::Attendance, Value::Part(rate)).behind(held));
    }
    let projects = projects(gathered, |_| true);
    facts.add(Fact::count(Measure::Projects, projects));
    let bridged: BTreeSet<_> = gathered.work.bridged.iter().copied().collect();
    let bridges = Fact::of(Measure::Bridges, Value::Count(gathered.work.bridges));
    facts.add(bridges.behind(projects_in(gathered, &bridged)));
    Ok(())
}

fn projects(gathered: &Gathered, test: impl Fn(&ProjectWork) -> bool) -> Vec<Record> {
    let found = gathered.work.projects.iter().filter(|project| test(project));
    found
        .map(|project| Record::Project(project.cohort, project.id))
        .collect()
}

fn projects_in(gathered: &Gathered, ids: &BTreeSet<nexus_domain::ids::ProjectId>) -> Vec<Record> {
    projects(gathered, |project| ids.contains(&project.id))
}

fn participation(gathered: &Gathered, facts: &mut Facts) {
    let people = |test: &dyn Fn(&Place) -> bool| {
        let found = gathered.places.iter().filter(|place| test(place));
        found
            .map(|place| Record::Person(place.cohort, place.person))
            .collect::<Vec<_>>()
    };
    facts.add(Fact::count(Measure::Enrolled, people(&|_| true)));
    let both = both_times(gathered);
    let yes: [(Measure, &str, Test<'_>); 4] = [
        (Measure::Came, "came", &|place| place.came),
        (Measure::Completed, "completed", &|place| place.completed),
        (Measure::Withdrew, "withdrew", &Place::withdrew),
        (Measure::Surveyed, "surveyed", &|place| both.contains(&place.id)),
    ];
    for (measure, table, test) in yes {
        facts.add(Fact::count(measure, people(test)).needing(table, Some(0)));
    }
    let institutions: BTreeMap<String, &Place> = gathered
        .places
        .iter()
        .filter(|place| !place.institution.is_empty())
        .map(|place| (place.institution.to_lowercase(), place))
        .collect();
    let behind = institutions
        .values()
        .map(|place| Record::Person(place.cohort, place.person));
    facts.add(Fact::count(Measure::Institutions, behind.collect()));
    for (measure, table, axis) in [
        (Measure::Sector, "sector", sectors(gathered)),
        (Measure::Level, "level", levels(gathered)),
    ] {
        for (row, one) in axis.categories.iter().enumerate() {
            let behind = people(&|place| {
                let id = match measure {
                    Measure::Sector => place.sector.map(|id| id.to_string()),
                    _ => place.level.map(|id| id.to_string()),
                };
                let id = id.unwrap_or_else(|| super::tables::UNKNOWN.to_owned());
                one.values.contains(&id)
            });
            let subject = one.values.first().map_or("", String::as_str);
            let fact = Fact::count(measure, behind).about(subject, &one.label);
            facts.add(fact.needing(table, Some(row)));
        }
    }
}

/// How one competency changed.
pub(super) struct Competency<'g> {
    /// The item.
    pub item: &'g Item,
    /// The change.
    pub change: TrueChange,
    /// The change against ratings that look back, where there are some: never mixed with the other.
    pub looking_back: Option<Change<LookingBack>>,
    /// Ratings of those who rated both times, at the first.
    pub before: Vec<f64>,
    /// The same people at the second.
    pub after: Vec<f64>,
}

/// Every competency that is rated on the scale of its instrument, in the order of the sheet.
pub(super) fn competencies<'g>(gathered: &'g Gathered) -> Result<Vec<Competency<'g>>> {
    let Some((answered, before, after)) = compared(gathered) else {
        return Ok(Vec::new());
    };
    let rated = answered.instrument.items.iter().filter(|item| {
        matches!(item.format, Format::Rating(_))
            && *answered.instrument.scale_of(item) == answered.instrument.scale
    });
    let back = answered.moments.get(&Moment::Retrospective);
    rated.map(|item| competency(item, before, after, back)).collect()
}

fn competency<'g>(
    item: &'g Item,
    before: &Sheets,
    after: &Sheets,
    back: Option<&Sheets>,
) -> Result<Competency<'g>> {
    let mixed = |error: nexus_domain::reports::statistics::WrongDesign| AppError::Invalid {
        place: item.text.clone(),
        field: "design".to_owned(),
        found: error.to_string(),
        expected: "ratings given before and after".to_owned(),
    };
    let given = |sheets: &Sheets| -> Vec<_> {
        sheets
            .of(&item.key)
            .map(|(place, mark)| (place, mark.given()))
            .collect()
    };
    let first = Ratings::<Before>::of(Moment::Baseline.design(), given(before)).map_err(mixed)?;
    let second = Ratings::<AfterOnce>::of(Moment::End.design(), given(after)).map_err(mixed)?;
    let known: BTreeMap<_, _> = before
        .of(&item.key)
        .filter_map(|(place, mark)| Some((place, mark.point()?)))
        .collect();
    let both = after
        .of(&item.key)
        .filter_map(|(place, mark)| Some((f64::from(*known.get(&place)?), f64::from(mark.point()?))));
    let (earlier, later) = both.unzip();
    let looking_back = match back {
        Some(back) => {
            let then =
                Ratings::<LookingBack>::of(Moment::Retrospective.design(), given(back)).map_err(mixed)?;
            Some(Change::between(&then, &second))
        }
        None => None,
    };
    Ok(Competency {
        item,
        change: Change::between(&first, &second),
        looking_back,
        before: earlier,
        after: later,
    })
}

fn changes(gathered: &Gathered, facts: &mut Facts) -> Result<()> {
    let Some((answered, ..)) = compared(gathered) else {
        return Ok(());
    };
    let asked = answered.asked(&[Moment::Baseline, Moment::End]);
    let behind: Vec<Record> = answered
        .cohorts
        .iter()
        .map(|cohort| Record::Results(*cohort, answered.instrument.key.clone()))
        .collect();
    let all = competencies(gathered)?;
    let enough = |one: &&Competency<'_>| one.change.account.paired as usize >= FEWEST;
    let compared = count(all.iter().filter(enough).count());
    let risen = all
        .iter()
        .filter(enough)
        .filter(|one| one.change.moved.up > one.change.moved.down);
    for (measure, value) in [
        (Measure::Compared, compared),
        (Measure::Risen, count(risen.count())),
    ] {
        let mut fact = Fact::of(measure, Value::Count(value)).behind(behind.clone());
        fact.asked = Some(asked.clone());
        facts.add(fact);
    }
    for one in &all {
        let Ok(effect) = one.change.effect else {
            continue;
        };
        let account = one.change.account;
        let mut add = |measure, value, missing: Missing| {
            let mut fact = Fact::of(measure, value)
                .about(&one.item.key, &one.item.text)
                .behind(behind.clone())
                .needing(&moved_key(&one.item.key), None);
            fact.n = Some(account.paired);
            fact.missing = Some(missing);
            fact.unpaired = account.only_before + account.only_after;
            fact.asked = Some(asked.clone());
            facts.add(fact);
        };
        add(Measure::Change, Value::Change(effect), account.after);
        for (measure, values, missing) in [
            (Measure::MedianBefore, &one.before, account.before),
            (Measure::MedianAfter, &one.after, account.after),
        ] {
            if let Ok(sample) = Sample::of(values.iter().copied()) {
                add(measure, Value::Median(sample.quartiles()), missing);
            }
        }
    }
    Ok(())
}

/// Answers to the statements of an instrument, at each moment.
fn statements(answered: &Answered, facts: &mut Facts) {
    let key = &answered.instrument.key;
    let behind: Vec<Record> = answered
        .cohorts
        .iter()
        .map(|cohort| Record::Results(*cohort, key.clone()))
        .collect();
    for (moment, sheets) in &answered.moments {
        let rated = answered.instrument.items.iter();
        for item in rated.filter(|item| matches!(item.format, Format::Rating(_))) {
            let marks: Vec<Mark> = sheets.of(&item.key).map(|(_, mark)| mark).collect();
            let given = marks.iter().filter_map(|mark| mark.point());
            let answers = count(given.clone().count());
            let high = answered.instrument.scale_of(item).high;
            let agreed = count(given.filter(|point| point + 1 >= high).count());
            let mut add = |measure, value| {
                let subject = format!("{key}/{}/{}", moment.key(), item.key);
                let mut fact = Fact::of(measure, Value::Count(value))
                    .about(&subject, &item.text)
                    .behind(behind.clone())
                    .needing(&answers_key(key, *moment, &item.key), None);
                fact.n = Some(answers);
                fact.missing = Some(Missing::of(marks.iter().map(|mark| mark.given())));
                fact.asked = Some(answered.asked(&[*moment]));
                facts.add(fact);
            };
            add(Measure::Answers, answers);
            add(Measure::NoAnswers, sheets.expected.saturating_sub(answers));
            add(Measure::Agreed, agreed);
        }
    }
}

fn work(gathered: &Gathered, facts: &mut Facts) {
    let all = &gathered.work.projects;
    let sum = |of: &dyn Fn(&ProjectWork) -> u32| all.iter().map(of).sum::<u32>();
    let reached = |project: &ProjectWork| {
        count(
            project
                .milestones
                .iter()
                .filter(|milestone| milestone.reached())
                .count(),
        )
    };
    let some = |of: &dyn Fn(&ProjectWork) -> u32| projects(gathered, |project| of(project) > 0);
    let sums: [(Measure, Amount<'_>); 4] = [
        (Measure::Milestones, &|project| count(project.milestones.len())),
        (Measure::Reached, &reached),
        (Measure::Updates, &|project| project.updates),
        (Measure::Lessons, &|project| project.lessons),
    ];
    for (measure, of) in sums {
        facts.add(Fact::of(measure, Value::Count(sum(of))).behind(some(of)));
    }
    let finished = projects(gathered, |project| {
        project.status == Some(ProjectStatus::Finished)
    });
    facts.add(Fact::count(Measure::Finished, finished));
    for outcome in &gathered.work.outcomes {
        let behind = outcome
            .evidence
            .iter()
            .map(|evidence| Record::Evidence(evidence.cohort, evidence.id));
        let fact = Fact::count(Measure::Evidence, behind.collect());
        facts.add(fact.about(&outcome.id.to_string(), &outcome.title));
    }
    let indicators = Value::Count(count(gathered.work.indicators.len()));
    facts.add(Fact::of(Measure::Indicators, indicators).behind(vec![Record::Inputs]));
}
