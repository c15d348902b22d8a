//! Running heads and feet.

use super::{BOTTOM, SIDE, hairline, push_line, setting};
use crate::ReportError;
use crate::fonts::Face;
use crate::model::{Look, Report};
use crate::page::{Laid, Owner, Paint};
use crate::text::{Fall, Line, Setting, Span, lines};
use crate::words::Words;

/// Running heads and feet, when the number of pages is known.
pub(super) fn add(report: &Report, words: &Words, laid: &mut Laid) -> Result<(), ReportError> {
    let (width, height) = laid.size;
    let count = laid.pages.len();
    // The middle keeps its place; what stands left of it must not run into it.
    let left = if report.foot.1.is_empty() { 400.0 } else { 170.0 };
    for at in 0..count {
        let mut paint = Vec::new();
        if let Some(head) = &report.head {
            let room = width - 2.0 * SIDE;
            text_at(&mut paint, Owner::Header, head, SIDE, 36.0, (Place::Left, room))?;
        }
        if report.foot.0.is_empty() && report.foot.1.is_empty() {
            laid.pages[at].paint.extend(paint);
            continue;
        }
        let rule = height - BOTTOM + 22.0;
        paint.push((Owner::Footer, hairline(SIDE, width - SIDE, rule)));
        let base = rule + 16.0;
        let number = words.with(
            "report-page",
            &[("page", (at + 1).into()), ("pages", count.into())],
        )?;
        text_at(
            &mut paint,
            Owner::Footer,
            &report.foot.0,
            SIDE,
            base,
            (Place::Left, left),
        )?;
        text_at(
            &mut paint,
            Owner::Footer,
            &report.foot.1,
            width / 2.0,
            base,
            (Place::Middle, 130.0),
        )?;
        text_at(
            &mut paint,
            Owner::Footer,
            &number,
            width - SIDE,
            base,
            (Place::Right, 70.0),
        )?;
        laid.pages[at].paint.extend(paint);
    }
    Ok(())
}

enum Place {
    Left,
    Middle,
    Right,
}

/// At most two lines; longer text ends in an ellipsis, since the page itself says it in full.
fn text_at(
    paint: &mut Vec<(Owner, Paint)>,
    owner: Owner,
    text: &str,
    x: f32,
    y: f32,
    (place, room): (Place, f32),
) -> Result<(), ReportError> {
    let (setting, tone) = setting(Look::Small);
    let whole = Setting {
        fall: Fall::Whole,
        ..setting
    };
    let mut set = lines(&[Span::new(Face::Sans, text)], whole, Some(room))?;
    if set.len() > 2 {
        let mut short: String = set.iter().take(2).map(Line::text).collect();
        short.truncate(
            short
                .trim_end()
                .char_indices()
                .nth_back(2)
                .map_or(0, |(at, _)| at),
        );
        set = lines(&[Span::new(Face::Sans, format!("{short}…"))], whole, Some(room))?;
    }
    for (at, line) in set.iter().enumerate() {
        let x = match place {
            Place::Left => x,
            Place::Middle => x - line.width / 2.0,
            Place::Right => x - line.width,
        };
        push_line(
            paint,
            owner,
            line,
            x,
            y + at as f32 * setting.leading,
            setting.size,
            tone,
        );
    }
    Ok(())
}
