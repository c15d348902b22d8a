//! Tables of people, their consent, sessions and who came to them.

use nexus_domain::cohorts::{Cohort, Leaving, participant_code};
use nexus_domain::people::consent::{ConsentAnswer, ConsentMeans};
use nexus_domain::people::{Consent, Role, SizeBand};
use nexus_domain::reports::sheet::{Sheet, Value};
use nexus_domain::sessions::{Presence, SessionState};
use nexus_store::cohorts;

use super::Source;
use super::columns::{Col, as_day, code, day, flag, joined, maybe_day, text, whole, word};
use crate::Result;
use crate::people::{consents_of, list_of};
use crate::sessions::records_of;

pub(super) fn people_columns() -> Vec<Col> {
    vec![
        text("cohort"),
        text("code"),
        text("also"),
        text("given_name"),
        text("family_name"),
        text("email"),
        text("institution"),
        text("position"),
        text("region"),
        text("sector"),
        text("level"),
        code("size", SizeBand::ALL),
        text("aspiration"),
        code("consent", [Consent::NotAnswered, Consent::No, Consent::Yes]),
        code("roles", Role::ALL),
        day("registered"),
        code("left", [Leaving::Withdrawn, Leaving::Moved]),
        day("left_on"),
        text("left_why"),
    ]
}

pub(super) fn people(source: &Source<'_>, cohort: &Cohort, sheet: &mut Sheet) -> Result<()> {
    for line in list_of(source.r, cohort.id)? {
        sheet.push(vec![
            cohort.mark.as_str().into(),
            line.code.into(),
            joined(&line.also),
            line.given.into(),
            line.family.into(),
            line.email.into(),
            line.institution.into(),
            line.position.into(),
            line.region.into(),
            line.sector.into(),
            line.level.into(),
            word(&line.size),
            line.aspiration.into(),
            word(&line.consent),
            joined(line.roles.iter().map(|role| role.key())),
            maybe_day(line.registered.as_ref()),
            line.left.as_ref().map_or(Value::NONE, |left| word(&left.way)),
            maybe_day(line.left.as_ref().map(|left| &left.day)),
            line.left.map_or(Value::NONE, |left| left.reason.into()),
        ]);
    }
    Ok(())
}

pub(super) fn consent_columns() -> Vec<Col> {
    vec![
        text("cohort"),
        text("code"),
        text("name"),
        text("asked"),
        code("allowed", [Consent::NotAnswered, Consent::No, Consent::Yes]),
        code("answer", ConsentAnswer::ALL),
        day("answered"),
        code("means", ConsentMeans::ALL),
        text("author"),
        text("wording"),
        whole("wording_version"),
    ]
}

/// A row an answer, the latest first, and one for what somebody never answered.
pub(super) fn consent(source: &Source<'_>, cohort: &Cohort, sheet: &mut Sheet) -> Result<()> {
    for (enrolment, person) in cohorts::members(source.r, cohort.id)? {
        for asked in consents_of(source.app, source.r, &person)? {
            let first = [
                Value::from(cohort.mark.as_str()),
                participant_code(&cohort.prefix, enrolment.number).into(),
                person.name().into(),
                asked.name.into(),
                word(&asked.state),
            ];
            if asked.entries.is_empty() {
                sheet.push(first.to_vec());
            }
            for entry in asked.entries {
                let mut row = first.to_vec();
                row.extend([
                    word(&entry.answer),
                    as_day(&entry.day),
                    word(&entry.means),
                    entry.recorder.into(),
                    entry.wording.into(),
                    Some(entry.version).filter(|version| *version > 0).into(),
                ]);
                sheet.push(row);
            }
        }
    }
    Ok(())
}

pub(super) fn attendance_columns() -> Vec<Col> {
    vec![
        text("cohort"),
        text("session"),
        day("date"),
        text("session_title"),
        text("code"),
        text("name"),
        code("presence", Presence::ALL),
        text("arrived"),
        flag("walk_in"),
    ]
}

pub(super) fn attendance(source: &Source<'_>, cohort: &Cohort, sheet: &mut Sheet) -> Result<()> {
    for record in records_of(source.app, source.r, cohort.id)? {
        for line in record.attendance {
            sheet.push(vec![
                cohort.mark.as_str().into(),
                record.session.mark.as_str().into(),
                as_day(&record.session.date),
                record.session.title.as_str().into(),
                line.code.into(),
                line.name.into(),
                word(&line.mark),
                line.arrived.into(),
                line.walk_in.into(),
            ]);
        }
    }
    Ok(())
}

pub(super) fn session_columns() -> Vec<Col> {
    let states = [SessionState::Planned, SessionState::Running, SessionState::Ended];
    vec![
        text("cohort"),
        text("session"),
        day("date"),
        text("session_title"),
        text("place"),
        text("zone"),
        text("starts"),
        text("ends"),
        whole("blocks"),
        code("session_state", states),
        text("began"),
        text("ended"),
        whole("behind").of("minutes"),
        whole("enrolled").of("people"),
        whole("expected").of("people"),
        whole("present").of("people"),
        whole("late").of("people"),
        whole("absent").of("people"),
        whole("excused").of("people"),
        whole("notes"),
    ]
}

pub(super) fn sessions(source: &Source<'_>, cohort: &Cohort, sheet: &mut Sheet) -> Result<()> {
    for record in records_of(source.app, source.r, cohort.id)? {
        let line = record.session;
        let tally = line.tally;
        sheet.push(vec![
            cohort.mark.as_str().into(),
            line.mark.into(),
            as_day(&line.date),
            line.title.into(),
            line.place.into(),
            line.zone.into(),
            line.starts.into(),
            line.ends.into(),
            line.blocks.into(),
            word(&line.state),
            line.began.into(),
            line.ended.into(),
            record.behind.into(),
            line.enrolled.into(),
            tally.expected.into(),
            tally.present.into(),
            tally.late.into(),
            tally.absent.into(),
            tally.excused.into(),
            super::count(record.notes.len()).into(),
        ]);
    }
    Ok(())
}

pub(super) fn agenda_columns() -> Vec<Col> {
    vec![
        text("cohort"),
        text("session"),
        day("date"),
        whole("block"),
        text("block_title"),
        text("starts"),
        text("ends"),
        whole("minutes").of("minutes"),
        flag("locked"),
        flag("optional"),
        text("competencies"),
        text("instructions"),
        text("began"),
        text("ended"),
        flag("dropped"),
        text("module"),
        whole("module_version"),
    ]
}

pub(super) fn agendas(source: &Source<'_>, cohort: &Cohort, sheet: &mut Sheet) -> Result<()> {
    for record in records_of(source.app, source.r, cohort.id)? {
        for (number, block) in (1u32..).zip(record.agenda) {
            sheet.push(vec![
                cohort.mark.as_str().into(),
                record.session.mark.as_str().into(),
                as_day(&record.session.date),
                number.into(),
                block.title.into(),
                block.starts.into(),
                block.ends.into(),
                block.minutes.into(),
                block.locked.into(),
                block.optional.into(),
                joined(&block.competencies),
                block.instructions.into(),
                block.began.into(),
                block.ended.into(),
                block.dropped.into(),
                block
                    .module
                    .as_ref()
                    .map_or(Value::NONE, |module| module.title.as_str().into()),
                block.module.map(|module| module.number).into(),
            ]);
        }
    }
    Ok(())
}
