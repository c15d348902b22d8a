//! The parts of the brief: the table of everybody, and the block of one participant.

use super::{BriefParticipant, BriefProject, Waiting};
use crate::ReportError;
use crate::documents::{led, line, small};
use crate::figures::{Dumbbell, finding, tally};
use crate::model::{Align, Block, Cell, Column, Entry, Grid, Look, Prose, Width};
use crate::words::{Date, Words};

/// So many competencies are named that rose most, or fell.
const NAMED: usize = 3;

/// Everybody in one table.
pub(super) fn overview(people: &[BriefParticipant], words: &Words) -> Result<Grid, ReportError> {
    let mut rows = Vec::new();
    for person in people {
        let project = person.project.as_ref();
        let status = match project {
            Some(project) => match &project.status {
                Some(status) => status.clone(),
                None => words.get("report-brief-no-status")?,
            },
            None => words.get("report-brief-no-project")?,
        };
        let news = project.and_then(|project| project.news.as_ref());
        let news = match news {
            Some(news) => words.date(news.date)?,
            None => words.get("report-brief-no-news")?,
        };
        rows.push(vec![
            Cell::mono(person.code.as_str()),
            Cell::text(person.name.as_str()),
            Cell::text(status),
            Cell::text(news),
            Cell::text(person.waiting.len().to_string()),
        ]);
    }
    Ok(Grid {
        columns: vec![
            Column::words(words.get("report-column-code")?, Width::Points(40.0)),
            Column::words(words.get("report-brief-name")?, Width::Share(1.3)),
            Column::words(words.get("report-brief-project")?, Width::Share(1.0)),
            Column::words(words.get("report-brief-news")?, Width::Share(0.9)),
            Column {
                head: words.get("report-brief-waiting")?,
                width: Width::Points(58.0),
                align: Align::Right,
            },
        ],
        rows,
        row_head: 1,
        row_height: 0.0,
        tight: false,
        chart: None,
    })
}

/// The block of one participant.
pub(super) fn participant(
    blocks: &mut Vec<Block>,
    person: &BriefParticipant,
    words: &Words,
) -> Result<(), ReportError> {
    blocks.push(Block::Heading(2, person.name.clone()));
    let code = words.with(
        "report-participant-code",
        &[("code", person.code.as_str().into())],
    )?;
    blocks.extend(line(&[Some(code), Some(person.identity.join(" · "))]));
    blocks.push(Block::Heading(3, words.get("report-brief-waiting-heading")?));
    blocks.push(if person.waiting.is_empty() {
        small(words.get("report-brief-waiting-none")?)
    } else {
        let entries = person.waiting.iter().map(|one| waiting(one, words));
        Block::List(entries.collect::<Result<_, _>>()?)
    });
    blocks.push(Block::Heading(3, words.get("report-participant-ratings")?));
    match &person.ratings {
        Some(ratings) => change(blocks, ratings, words)?,
        None => blocks.push(small(words.get("report-participant-ratings-none")?)),
    }
    blocks.push(Block::Heading(3, words.get("report-participant-project")?));
    match &person.project {
        Some(project) => state(blocks, project, words)?,
        None => blocks.push(small(words.get("report-participant-project-none")?)),
    }
    blocks.push(Block::Heading(3, words.get("report-participant-steps")?));
    if person.next_steps.is_empty() {
        blocks.push(small(words.get("report-participant-steps-none")?));
        return Ok(());
    }
    let mut entries = Vec::new();
    for step in &person.next_steps {
        let text = match step.due {
            Some(due) => dated("report-participant-step-due", due, &step.text, words)?,
            None => step.text.clone(),
        };
        let parts = vec![Prose::plain(Look::Body, text)];
        entries.push(Entry { parts });
    }
    blocks.push(Block::List(entries));
    Ok(())
}

fn dated(id: &str, date: Date, text: &str, words: &Words) -> Result<String, ReportError> {
    words.with(id, &[("date", words.date(date)?.into()), ("text", text.into())])
}

fn waiting(one: &Waiting, words: &Words) -> Result<Entry, ReportError> {
    let mut parts = vec![Prose::plain(Look::Voice, one.text.as_str())];
    if let Some(since) = one.since {
        let since = words.with("report-brief-since", &[("date", words.date(since)?.into())])?;
        parts.push(Prose::plain(Look::Small, since));
    }
    Ok(Entry { parts })
}

/// The finding in one sentence, then what rose most and what fell.
fn change(blocks: &mut Vec<Block>, ratings: &Dumbbell, words: &Words) -> Result<(), ReportError> {
    let text = format!("{}.", finding(ratings, words)?);
    blocks.push(Block::Text(Prose::plain(Look::Body, text)));
    if tally(&ratings.rows).paired() == 0 {
        return Ok(());
    }
    let rows = ratings.rows.iter();
    let mut moved: Vec<(i16, &str)> = rows
        .filter_map(|row| Some((row.change().filter(|change| *change != 0)?, row.name.as_str())))
        .collect();
    moved.sort_by_key(|(change, _)| -change);
    let rose = moved.iter().filter(|(change, _)| *change > 0).take(NAMED);
    let fell = moved.iter().rev().filter(|(change, _)| *change < 0).take(NAMED);
    let named = |(change, name): &(i16, &str)| {
        let sign = if *change > 0 { '+' } else { '−' };
        format!("{name} {sign}{}", change.abs())
    };
    let lists: [(&str, Vec<String>); 2] = [
        ("report-brief-rose", rose.map(named).collect()),
        ("report-brief-fell", fell.map(named).collect()),
    ];
    for (id, list) in lists {
        if !list.is_empty() {
            let label = format!("{}:", words.get(id)?);
            blocks.push(Block::Text(led(Look::Body, &label, &list.join(", "))));
        }
    }
    Ok(())
}

fn state(blocks: &mut Vec<Block>, project: &BriefProject, words: &Words) -> Result<(), ReportError> {
    blocks.push(Block::Text(Prose::bold(Look::Label, project.title.as_str())));
    let status = match &project.status {
        Some(status) => words.with(
            "report-participant-project-status",
            &[("status", status.as_str().into())],
        )?,
        None => words.sentence(&words.get("report-brief-no-status")?),
    };
    let args = [
        ("reached", project.reached.into()),
        ("all", project.milestones.into()),
    ];
    let reached = words.with("report-brief-milestones", &args)?;
    blocks.extend(line(&[Some(status), Some(reached)]));
    for (title, planned) in &project.overdue {
        let text = dated("report-brief-overdue", *planned, title, words)?;
        blocks.push(Block::Text(Prose::plain(Look::Body, text)));
    }
    if let Some((title, planned)) = &project.coming {
        let text = dated("report-brief-coming", *planned, title, words)?;
        blocks.push(Block::Text(Prose::plain(Look::Body, text)));
    }
    match &project.news {
        Some(news) => blocks.push(Block::Quote(news.text.clone(), words.date(news.date)?)),
        None => blocks.push(small(words.get("report-brief-news-none")?)),
    }
    Ok(())
}
