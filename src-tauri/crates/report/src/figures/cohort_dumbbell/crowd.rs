//! Every person of a cohort as a faint mark behind the means.

use super::MeanRow;
use crate::figures::{Ink, Mark};

/// Radius of a person's mark, and the distance between two of them.
const PERSON: f32 = 1.3;
const STEP: f32 = 3.6;

/// People behind a row: how many gave each rating, drawn in short lines, those before above the middle and those after
/// below it.
#[derive(Default)]
pub(super) struct Crowd {
    before: Vec<(u8, usize)>,
    after: Vec<(u8, usize)>,
    across: usize,
}

impl Crowd {
    /// The people of a row, where points of the scale stand `step` points apart.
    pub(super) fn of(row: &MeanRow, step: f32) -> Self {
        let count = |pick: fn(&(u8, u8)) -> u8| {
            let mut counts: std::collections::BTreeMap<u8, usize> = std::collections::BTreeMap::new();
            for person in &row.people {
                *counts.entry(pick(person)).or_default() += 1;
            }
            counts.into_iter().collect()
        };
        Self {
            before: count(|person| person.0),
            after: count(|person| person.1),
            across: ((step * 0.8 / STEP).floor() as usize).max(1),
        }
    }

    fn lines(&self, counts: &[(u8, usize)]) -> usize {
        let most = counts.iter().map(|(_, count)| *count).max().unwrap_or(0);
        most.div_ceil(self.across.max(1))
    }

    pub(super) fn height(&self) -> f32 {
        let lines = self.lines(&self.before).max(self.lines(&self.after));
        if lines == 0 {
            return 0.0;
        }
        2.0 * (10.0 + STEP * lines as f32)
    }

    pub(super) fn draw(&self, marks: &mut Vec<Mark>, middle: f32, place: &impl Fn(f32) -> f32) {
        for (counts, up) in [(&self.before, -1.0), (&self.after, 1.0)] {
            for (value, count) in counts {
                for person in 0..*count {
                    let (line, at) = (person / self.across, person % self.across);
                    let here = (count - line * self.across).min(self.across);
                    let x = place(f32::from(*value)) + (at as f32 - (here - 1) as f32 / 2.0) * STEP;
                    let y = middle + up * (8.0 + STEP * line as f32);
                    marks.push(if up < 0.0 {
                        Mark::Circle {
                            x,
                            y,
                            r: PERSON,
                            ink: Ink::Before,
                            fill: Ink::Paper,
                            weight: 0.6,
                        }
                    } else {
                        Mark::dot(x, y, PERSON + 0.2, Ink::Before)
                    });
                }
            }
        }
    }
}
