//! Where the window was and how large, so that it comes back there; always on a screen that is there.

use serde::{Deserialize, Serialize};

/// Size that a window starts with, in pixels of the design.
pub const SIZE: (f64, f64) = (1280.0, 800.0);
/// Below this the pages do not fit.
pub const LEAST: (f64, f64) = (640.0, 480.0);
/// So much of a screen is taken by a frame and a title that nobody tells of.
const FRAME: f64 = 40.0;

/// Where the window was. Sizes are in pixels of the design, corners in pixels of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Place {
    /// Width of the content.
    pub width: f64,
    /// Height of the content.
    pub height: f64,
    /// The corner at the top left; none where the system does not tell (Wayland).
    pub corner: Option<(i32, i32)>,
    /// Whether it filled the screen.
    pub maximized: bool,
}

impl Default for Place {
    fn default() -> Self {
        Self {
            width: SIZE.0,
            height: SIZE.1,
            corner: None,
            maximized: false,
        }
    }
}

/// What a screen leaves for windows, in its pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Screen {
    /// Its corner at the top left.
    pub corner: (i32, i32),
    /// Its width and height.
    pub size: (u32, u32),
    /// Its pixels for one of the design.
    pub scale: f64,
}

impl Screen {
    fn holds(&self, (x, y): (i32, i32)) -> bool {
        let inside = |at: i32, from: i32, length: u32| {
            let (at, from) = (i64::from(at), i64::from(from));
            (from..from + i64::from(length)).contains(&at)
        };
        inside(x, self.corner.0, self.size.0) && inside(y, self.corner.1, self.size.1)
    }
}

impl Place {
    /// The same place as far as the screens allow: not larger than the screen it is on, not beyond its edges,
    /// and in the middle of the first screen if its own is gone.
    #[must_use]
    pub fn fitted(self, screens: &[Screen]) -> Self {
        let size = |value: f64, usual: f64| if value.is_finite() { value } else { usual };
        let mut fitted = Self {
            width: size(self.width, SIZE.0).max(LEAST.0),
            height: size(self.height, SIZE.1).max(LEAST.1),
            ..self
        };
        let own = self
            .corner
            .and_then(|corner| screens.iter().find(|screen| screen.holds(corner)));
        let Some(screen) = own.or(screens.first()) else {
            fitted.corner = None;
            return fitted;
        };
        let scale = if screen.scale > 0.0 { screen.scale } else { 1.0 };
        let room = |length: u32, least: f64| (f64::from(length) / scale).max(least);
        fitted.width = fitted.width.min(room(screen.size.0, LEAST.0));
        fitted.height = fitted.height.min(room(screen.size.1, LEAST.1 + FRAME) - FRAME);
        let spare = (
            spare(screen.size.0, fitted.width * scale),
            spare(screen.size.1, (fitted.height + FRAME) * scale),
        );
        let middle = (screen.corner.0 + spare.0 / 2, screen.corner.1 + spare.1 / 2);
        let (x, y) = own.and(self.corner).unwrap_or(middle);
        fitted.corner = Some((
            x.clamp(screen.corner.0, screen.corner.0.saturating_add(spare.0)),
            y.clamp(screen.corner.1, screen.corner.1.saturating_add(spare.1)),
        ));
        fitted
    }
}

/// The pixels that are left of `room` beside a stretch of `length`.
fn spare(room: u32, length: f64) -> i32 {
    i32::try_from(i64::from(room) - length.ceil() as i64)
        .unwrap_or_default()
        .max(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const LAPTOP: Screen = Screen {
        corner: (0, 0),
        size: (1366, 768),
        scale: 1.0,
    };
    const BESIDE: Screen = Screen {
        corner: (1366, 0),
        size: (3840, 2160),
        scale: 2.0,
    };

    fn place(width: f64, height: f64, corner: Option<(i32, i32)>) -> Place {
        Place {
            width,
            height,
            corner,
            maximized: false,
        }
    }

    #[test]
    fn a_place_that_fits_stays() {
        let there = place(1000.0, 600.0, Some((1400, 100)));
        assert_eq!(there.fitted(&[LAPTOP, BESIDE]), there);
        let maximized = Place {
            maximized: true,
            ..there
        };
        assert!(maximized.fitted(&[LAPTOP, BESIDE]).maximized);
    }

    #[test]
    fn a_window_of_a_screen_that_is_gone_stands_in_the_middle_and_fits() {
        let there = place(1800.0, 1000.0, Some((1500, 100)));
        let now = there.fitted(&[LAPTOP]);
        assert_eq!(now, place(1366.0, 728.0, Some((0, 0))));
        assert_eq!(Place::default().fitted(&[BESIDE]).corner, Some((2006, 240)));
    }

    #[test]
    fn a_window_beyond_an_edge_comes_back() {
        let there = place(1000.0, 600.0, Some((900, 700)));
        assert_eq!(there.fitted(&[LAPTOP]).corner, Some((366, 128)));
    }

    #[test]
    fn nonsense_gives_the_usual_window() {
        let there = place(f64::NAN, -3.0, None);
        let now = there.fitted(&[]);
        assert_eq!((now.width, now.height), (SIZE.0, LEAST.1));
        assert_eq!(serde_json::from_str::<Place>("{}").unwrap(), Place::default());
    }

    proptest! {
        #[test]
        fn every_window_lies_on_a_screen(
            width in any::<f64>(), height in any::<f64>(), x in any::<i32>(), y in any::<i32>(),
            left in -5000_i32..5000, wide in 700_u32..5000, high in 600_u32..3000, scale in 0.5_f64..3.0,
        ) {
            let screen = Screen { corner: (left, 0), size: (wide, high), scale };
            let now = place(width, height, Some((x, y))).fitted(&[LAPTOP, screen]);
            prop_assert!(now.width >= LEAST.0 && now.height >= LEAST.1);
            if let Some(corner) = now.corner {
                prop_assert!(LAPTOP.holds(corner) || screen.holds(corner));
            }
        }
    }
}
