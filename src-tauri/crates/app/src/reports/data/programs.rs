//! Tables of what a program is given, whom it reaches and what comes after it.

use std::collections::BTreeMap;

use nexus_domain::cohorts::{Cohort, participant_code};
use nexus_domain::outcomes::{FollowUpState, OutcomeTerm, QuoteConsent};
use nexus_domain::people::{Role, SizeBand};
use nexus_domain::programs::Program;
use nexus_domain::reports::sheet::{Sheet, Value};
use nexus_store::programs::model::{self, enrolled};
use nexus_store::{cohorts, people};

use super::Source;
use super::columns::{Col, as_day, code, day, flag, maybe_day, text, whole, word};
use crate::Result;
use crate::outcomes::{program_of, view_of};
use crate::programs::inputs_of;

pub(super) fn hours_columns() -> Vec<Col> {
    vec![
        text("program"),
        text("given_to"),
        text("person_id"),
        text("name"),
        code("role", Role::ALL),
        whole("planned_minutes").of("minutes"),
        whole("given_minutes").of("minutes"),
        day("date"),
        text("purpose"),
    ]
}

/// Hours of the cohort and of the program as a whole.
pub(super) fn hours(source: &Source<'_>, program: &Program, sheet: &mut Sheet) -> Result<()> {
    for line in inputs_of(source.r, program.id)?.hours {
        if !source.concerns(&line.cohort) {
            continue;
        }
        sheet.push(vec![
            program.name.as_str().into(),
            line.whose.into(),
            line.person.into(),
            line.name.into(),
            word(&line.role),
            line.planned.into(),
            line.given.into(),
            as_day(&line.date),
            line.what.into(),
        ]);
    }
    Ok(())
}

pub(super) fn partner_columns() -> Vec<Col> {
    vec![text("program"), text("partner"), text("part"), flag("trains")]
}

pub(super) fn partners(source: &Source<'_>, program: &Program, sheet: &mut Sheet) -> Result<()> {
    for partner in inputs_of(source.r, program.id)?.partners {
        sheet.push(vec![
            program.name.as_str().into(),
            partner.name.into(),
            partner.part.into(),
            partner.facility.into(),
        ]);
    }
    Ok(())
}

pub(super) fn outcome_columns() -> Vec<Col> {
    vec![
        text("program"),
        text("outcome"),
        code("term", OutcomeTerm::ALL),
        text("cohort"),
        text("code"),
        text("name"),
        day("date"),
        text("happened"),
        text("witness"),
        text("link"),
        text("file"),
        code("quote", QuoteConsent::ALL),
        text("author"),
        flag("corrected"),
        flag("double"),
    ]
}

/// A row a piece of evidence, and one for an outcome that has none.
pub(super) fn outcomes(source: &Source<'_>, program: &Program, sheet: &mut Sheet) -> Result<()> {
    let mut marks = BTreeMap::new();
    let mut codes = BTreeMap::new();
    for (cohort, _) in cohorts::all(source.r)? {
        if cohort.program != program.id {
            continue;
        }
        for (enrolment, person) in cohorts::members(source.r, cohort.id)? {
            let code = participant_code(&cohort.prefix, enrolment.number);
            codes.insert((cohort.id.to_string(), person.id.to_string()), code);
        }
        marks.insert(cohort.id.to_string(), cohort.mark);
    }
    for outcome in program_of(source.app, source.r, program.id)?.outcomes {
        let first = [
            Value::from(program.name.as_str()),
            outcome.title.into(),
            word(&outcome.term),
        ];
        let mut evidence = outcome.evidence;
        evidence.retain(|one| source.concerns(&one.cohort));
        if evidence.is_empty() {
            sheet.push(first.to_vec());
        }
        for one in evidence {
            let mut row = first.to_vec();
            let code = codes.get(&(one.cohort.clone(), one.person.clone()));
            row.extend([
                marks.get(&one.cohort).cloned().into(),
                code.cloned().into(),
                one.person_name.into(),
                as_day(&one.date),
                one.what.into(),
                one.witness.into(),
                one.link.into(),
                one.file.map(|file| file.name).into(),
                word(&one.quote),
                one.author.into(),
                one.corrected.into(),
                one.double.into(),
            ]);
            sheet.push(row);
        }
    }
    Ok(())
}

pub(super) fn figure_columns() -> Vec<Col> {
    vec![
        text("program"),
        text("institution"),
        text("figure"),
        text("amount"),
        day("date"),
        text("found_in"),
    ]
}

pub(super) fn figures(source: &Source<'_>, program: &Program, sheet: &mut Sheet) -> Result<()> {
    for one in program_of(source.app, source.r, program.id)?.indicators {
        sheet.push(vec![
            program.name.as_str().into(),
            one.institution.into(),
            one.name.into(),
            one.value.into(),
            as_day(&one.date),
            one.source.into(),
        ]);
    }
    Ok(())
}

pub(super) fn follow_up_columns() -> Vec<Col> {
    let states = [
        FollowUpState::Planned,
        FollowUpState::Due,
        FollowUpState::Overdue,
        FollowUpState::Done,
    ];
    vec![
        text("cohort"),
        text("follow_up"),
        whole("weeks").of("weeks"),
        day("opens"),
        day("closes"),
        code("follow_up_state", states),
        day("done"),
        whole("sheets"),
    ]
}

pub(super) fn follow_ups(source: &Source<'_>, cohort: &Cohort, sheet: &mut Sheet) -> Result<()> {
    for one in view_of(source.app, source.r, cohort.id)?.follow_ups {
        let name = match &one.moment {
            Some(moment) => word(moment),
            None => one.title.into(),
        };
        sheet.push(vec![
            cohort.mark.as_str().into(),
            name,
            one.weeks.into(),
            maybe_day(one.opens.as_ref()),
            maybe_day(one.closes.as_ref()),
            word(&one.state),
            maybe_day(one.done.as_ref()),
            one.sheets.into(),
        ]);
    }
    Ok(())
}

pub(super) fn reach_columns() -> Vec<Col> {
    vec![
        text("cohort"),
        text("sector"),
        text("level"),
        code("size", SizeBand::ALL),
        text("region"),
        whole("enrolled").of("people"),
        whole("came").of("people"),
    ]
}

/// A row for each place of the table of reach, by all four facts.
pub(super) fn reach(source: &Source<'_>, cohort: &Cohort, sheet: &mut Sheet) -> Result<()> {
    let words = people::vocabulary(source.r)?;
    let scope = model::Scope {
        program: cohort.program,
        cohort: Some(cohort.id),
    };
    let mut places: BTreeMap<_, (u32, u32)> = BTreeMap::new();
    for one in enrolled(source.r, scope)? {
        let sector = words.sectors.iter().position(|word| Some(word.id) == one.sector);
        let level = words.levels.iter().position(|word| Some(word.id) == one.level);
        // Those of whom something is not known come last.
        let last = |place: Option<usize>| place.unwrap_or(usize::MAX);
        let place = (
            last(sector),
            last(level),
            one.size.is_none(),
            one.size,
            one.region,
        );
        let (enrolled, came) = places.entry(place).or_default();
        *enrolled += 1;
        *came += u32::from(one.came);
    }
    for ((sector, level, _, size, region), (enrolled, came)) in places {
        let sector = words.sectors.get(sector).map(|word| word.name.as_str());
        let level = words.levels.get(level).map(|word| word.name.as_str());
        sheet.push(vec![
            cohort.mark.as_str().into(),
            sector.into(),
            level.into(),
            word(&size),
            region.into(),
            enrolled.into(),
            came.into(),
        ]);
    }
    Ok(())
}
