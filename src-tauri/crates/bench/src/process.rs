//! What this process used so far, where the system tells it without asking in C.

use serde::{Deserialize, Serialize};

/// Time on the processor and the most memory at once.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub struct Used {
    /// Seconds of processor time, in all threads.
    pub seconds: Option<f64>,
    /// The most memory that was in use, in megabytes.
    pub megabytes: Option<f64>,
}

/// What this process used so far.
#[cfg(target_os = "linux")]
pub fn used() -> Used {
    // User and system time are the 14th and 15th field of the line, in hundredths of a second; the second
    // field is the name of the program in parentheses and may hold blanks.
    let seconds = std::fs::read_to_string("/proc/self/stat").ok().and_then(|line| {
        let (_, rest) = line.rsplit_once(") ")?;
        let mut fields = rest.split(' ').skip(11);
        let mut field = || fields.next()?.parse::<f64>().ok();
        Some((field()? + field()?) / 100.0)
    });
    let megabytes = std::fs::read_to_string("/proc/self/status")
        .ok()
        .and_then(|text| {
            let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
            let kilobytes: f64 = line.trim().strip_suffix(" kB")?.trim().parse().ok()?;
            Some(kilobytes / 1_024.0)
        });
    Used { seconds, megabytes }
}

/// Other systems tell this only through calls in C; the lines then say that it was not measured.
#[cfg(not(target_os = "linux"))]
pub fn used() -> Used {
    Used::default()
}
