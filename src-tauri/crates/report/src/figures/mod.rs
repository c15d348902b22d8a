//! Figures, computed once: the window draws them as SVG, the report as PDF paths.
//!
//! A figure is a scene of marks, a title that says the finding, an alternative text, and the same data as a
//! table. Marks carry a meaning ([`Ink`]), never a colour: themes and paper choose their own.

mod attendance;
mod bars;
mod cohort_attendance;
mod cohort_dumbbell;
mod dumbbell;
mod likert;
mod marks;
mod medians;
mod milestones;
mod mix;
mod participation;
mod reach_matrix;
mod slope;
mod small_multiples;
mod timeline;

pub use attendance::{AttendanceMark, AttendanceStatus, attendance_strip};
pub use cohort_attendance::{SessionCount, cohort_attendance};
pub use cohort_dumbbell::{CohortDumbbell, MeanRow, cohort_dumbbell};
pub use dumbbell::{Competency, Dumbbell, Moment, Rating, Tally, dumbbell, dumbbell_strips, finding, tally};
pub use likert::{Likert, Responses, Statement, likert};
pub use medians::{MedianRow, Medians, medians};
pub use milestones::{MilestoneStrip, ProjectRow, milestone_strip};
pub use mix::{Mix, mix_table};
pub use participation::{Participation, Rung, participation};
pub use reach_matrix::{ReachMatrix, reach_matrix};
pub use slope::{Slope, SlopeOf, SlopeRow, slope};
pub use small_multiples::{Distribution, SmallMultiples, small_multiples};
pub use timeline::{Milestone, Timeline, UpdateMark, timeline};

use marks::{LABEL, LINE, SMALL, names, widest, wrapped};

#[cfg(test)]
mod tests;

macro_rules! wire {
    ($($item:item)*) => {$(
        #[cfg_attr(feature = "wire", derive(serde::Serialize, specta::Type))]
        #[cfg_attr(feature = "wire", serde(rename_all = "camelCase"))]
        $item
    )*};
}

wire! {
    /// A finding, drawn and tabulated.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Figure {
        /// The finding in one sentence fragment, to stand over the figure.
        pub title: String,
        /// What a reader who cannot see the figure is told.
        pub alt: String,
        /// How to read it, and what was left out.
        pub note: String,
        /// What is drawn.
        pub scene: Scene,
        /// The same data as a table.
        pub table: Table,
        /// Where each row of the table stands in the scene; empty where rows have no place of their own.
        pub frames: Vec<Frame>,
        /// Whether the marks bear numbers that only the table explains: it must then stand beside the scene.
        pub numbered: bool,
    }

    /// Marks on a sheet; x to the right and y downwards, in points.
    ///
    /// Labels are 8 and 9 points high. For the screen ask for two thirds of the width in CSS pixels and enlarge
    /// the drawing by 1.5: labels are then 12 and 13.5 px.
    #[derive(Debug, Clone, PartialEq, Default)]
    pub struct Scene {
        /// Width of the sheet.
        pub width: f32,
        /// Height of the sheet.
        pub height: f32,
        /// The marks, the first at the back.
        pub marks: Vec<Mark>,
    }

    /// A rectangle on the sheet, in points.
    #[derive(Debug, Clone, Copy, PartialEq, Default)]
    pub struct Frame {
        /// Left.
        pub x: f32,
        /// Top.
        pub y: f32,
        /// Width.
        pub width: f32,
        /// Height.
        pub height: f32,
    }

    /// What a mark means. The window maps it to a token of the theme, the PDF to an ink.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Ink {
        /// Words and values.
        Text,
        /// Secondary words.
        Quiet,
        /// A scale's lines.
        Grid,
        /// The first of two measurements, and what is not done yet.
        Before,
        /// The second measurement, and what is done.
        After,
        /// Needs a look: late.
        Late,
        /// A group that holds nothing, or the ground of a mark.
        Paper,
    }

    /// Where a label's position lies in its text.
    #[derive(Debug, Clone, Copy, PartialEq, Eq)]
    pub enum Anchor {
        /// At the beginning.
        Start,
        /// In the middle.
        Middle,
        /// At the end.
        End,
    }

    /// One thing that is drawn.
    #[derive(Debug, Clone, PartialEq)]
    #[cfg_attr(feature = "wire", serde(tag = "kind"))]
    pub enum Mark {
        /// A straight line.
        Line {
            /// Start.
            x1: f32,
            /// Start.
            y1: f32,
            /// End.
            x2: f32,
            /// End.
            y2: f32,
            /// Meaning.
            ink: Ink,
            /// Thickness.
            weight: f32,
            /// Whether it is dashed.
            dashed: bool,
        },
        /// A circle: `fill` inside, a line of `ink` around it.
        Circle {
            /// Centre.
            x: f32,
            /// Centre.
            y: f32,
            /// Radius to the middle of the line.
            r: f32,
            /// Meaning of the line.
            ink: Ink,
            /// Meaning of the inside.
            fill: Ink,
            /// Thickness of the line; 0 for none.
            weight: f32,
        },
        /// A rectangle: `fill` inside, a line of `ink` around it.
        Box {
            /// Left.
            x: f32,
            /// Top.
            y: f32,
            /// Width.
            width: f32,
            /// Height.
            height: f32,
            /// Meaning of the line.
            ink: Ink,
            /// Meaning of the inside.
            fill: Ink,
            /// Thickness of the line; 0 for none.
            weight: f32,
            /// Whether the line is dashed.
            dashed: bool,
        },
        /// Words on one line.
        Label {
            /// Where the anchor lies.
            x: f32,
            /// The baseline.
            y: f32,
            /// The words.
            text: String,
            /// Which end of the words stands at `x`.
            anchor: Anchor,
            /// Meaning.
            ink: Ink,
            /// Type size.
            size: f32,
            /// Whether it is emphasised.
            bold: bool,
        },
    }

    /// A figure's data in rows and columns; the first column names the row.
    #[derive(Debug, Clone, PartialEq, Default)]
    pub struct Table {
        /// Column heads.
        pub heads: Vec<String>,
        /// Rows of as many cells as there are heads.
        pub rows: Vec<Vec<String>>,
        /// Columns that hold figures and are set to the right.
        pub numeric: Vec<u32>,
    }
}
