//! The drawing of answers: the key, and under each statement its bars.

use super::{Likert, Statement};
use crate::ReportError;
use crate::figures::bars::{self, BAR, Pattern, counted, percent};
use crate::figures::{Anchor, Frame, Ink, LABEL, LINE, Mark, SMALL, Scene, widest, wrapped};
use crate::words::Words;

/// The whole figure and the place of each bar.
pub(super) fn scene(data: &Likert, width: f32, words: &Words) -> Result<(Scene, Vec<Frame>), ReportError> {
    let (answers, silent) = (words.get("figure-likert-n")?, words.get("figure-likert-silent")?);
    let room = |head: &str| widest([head, "0000"], SMALL);
    let at_silent = width;
    let at_answers = at_silent - room(&silent)? - 10.0;
    let named = data.after.is_some();
    let moments = [Some(&data.before), data.after.as_ref()].into_iter().flatten();
    let left = match named {
        true => widest(moments.map(|moment| moment.label.as_str()), SMALL)?.min(width * 0.2) + 8.0,
        false => 0.0,
    };
    let full = (at_answers - room(&answers)? - 10.0 - left).max(20.0);
    let most = data.bars().iter().filter_map(|bar| bar.responses.answers()).max();
    let shares = data.shares();

    let mut marks = Vec::new();
    let of = data.options.len();
    let entries: Vec<(Pattern, &str)> = data
        .options
        .iter()
        .enumerate()
        .map(|(at, option)| (Pattern::of_option(at, of), option.as_str()))
        .collect();
    let mut y = bars::key(&mut marks, &entries, width)? + 12.0;
    for (x, head) in [(at_answers, answers), (at_silent, silent)] {
        marks.push(Mark::label(x, y, head, Anchor::End, Ink::Quiet, SMALL));
    }
    y += 4.0;
    let mut frames = Vec::new();
    let mut last: Option<&Statement> = None;
    for bar in data.bars() {
        if !last.is_some_and(|last| std::ptr::eq(last, bar.statement)) {
            y += if last.is_some() { 6.0 } else { 0.0 };
            for line in wrapped(&bar.statement.text, LABEL, width)? {
                y += LINE;
                marks.push(Mark::label(0.0, y, line, Anchor::Start, Ink::Text, LABEL));
            }
            y += 5.0;
            last = Some(bar.statement);
        }
        let mut low = y + BAR;
        if named {
            for (at, line) in wrapped(&bar.moment.label, SMALL, left - 7.5)?
                .into_iter()
                .enumerate()
            {
                let base = y + 8.4 + 9.0 * at as f32;
                marks.push(Mark::label(0.0, base, line, Anchor::Start, Ink::Quiet, SMALL));
                low = low.max(base + 2.5);
            }
        }
        let all = bar.responses.answers();
        if let Some(all) = all.filter(|all| *all > 0) {
            let whole = if shares { all } else { most.unwrap_or(all) };
            let mut parts = Vec::new();
            for (at, count) in bar.responses.counts.iter().enumerate() {
                let count = count.unwrap_or_default();
                let text = match shares {
                    true => percent(count, all, words)?,
                    false => count.to_string(),
                };
                let wide = full * count as f32 / whole as f32;
                parts.push((wide, Pattern::of_option(at, of), text));
            }
            bars::bar(&mut marks, (left, y), &parts)?;
        }
        for (x, count) in [(at_answers, all), (at_silent, bar.responses.silent)] {
            let text = counted(count, words)?;
            marks.push(Mark::label(x, y + 8.4, text, Anchor::End, Ink::Text, SMALL));
        }
        frames.push(Frame {
            x: 0.0,
            y,
            width,
            height: low - y,
        });
        y = low + 3.0;
    }
    let height = y + 1.0;
    Ok((Scene { width, height, marks }, frames))
}
