//! The result as a table on the terminal, as Markdown and as JSON.

use std::fmt::Write as _;
use std::path::Path;

use crate::line::Line;
use crate::{Failure, Result};

/// Prints the table and leaves `<name>.json` and `<name>.md` in the folder.
pub fn write(lines: &[Line], title: &str, name: &str, folder: &Path) -> Result<()> {
    let table = markdown(lines, title);
    print!("{table}");
    let put = |name: String, text: &str| {
        let path = folder.join(name);
        std::fs::create_dir_all(folder)
            .and_then(|()| std::fs::write(&path, text))
            .map_err(|source| Failure::File { path, source })
    };
    let json = serde_json::to_string_pretty(lines).map_err(|error| Failure::Process(error.to_string()))?;
    put(format!("{name}.json"), &json)?;
    put(format!("{name}.md"), &table)
}

fn markdown(lines: &[Line], title: &str) -> String {
    let head = ["what", "against", "measured", "baseline", "ratio", "aim"].map(str::to_owned);
    let mut text = format!("# {title}\n");
    let mut groups: Vec<&str> = lines.iter().map(|line| line.group.as_str()).collect();
    groups.dedup();
    for group in groups {
        let rows: Vec<[String; 6]> = lines
            .iter()
            .filter(|line| line.group == group)
            .map(cells)
            .collect();
        let all = || std::iter::once(&head).chain(&rows);
        let width = |at: usize| all().map(|row| row[at].chars().count()).max().unwrap_or(0);
        let widths: Vec<usize> = (0..head.len()).map(width).collect();
        let _ = write!(text, "\n## {group}\n\n");
        for (at, row) in all().enumerate() {
            for (column, cell) in row.iter().enumerate() {
                // Words to the left, numbers to the right.
                let _ = match column {
                    0 | 1 => write!(text, "| {cell:<0$} ", widths[column]),
                    _ => write!(text, "| {cell:>0$} ", widths[column]),
                };
            }
            text.push_str("|\n");
            if at == 0 {
                for (column, width) in widths.iter().enumerate() {
                    let _ = match column {
                        0 | 1 => write!(text, "|{}", "-".repeat(width + 2)),
                        _ => write!(text, "|{}:", "-".repeat(width + 1)),
                    };
                }
                text.push_str("|\n");
            }
        }
    }
    text
}

fn cells(line: &Line) -> [String; 6] {
    let value = |value: Option<f64>| match value {
        Some(value) if value >= 100.0 => format!("{value:.0} {}", line.unit),
        Some(value) => format!("{value:.2} {}", line.unit),
        None => "not measured".to_owned(),
    };
    let ratio = line
        .ratio()
        .map_or_else(String::new, |ratio| format!("{ratio:.1} ×"));
    let goal = line.goal.map_or_else(String::new, |goal| {
        let sign = if line.more { '≥' } else { '≤' };
        let missed = if line.missed() { ", missed" } else { "" };
        format!("{sign} {goal} ×{missed}")
    });
    [
        line.what.clone(),
        line.against.clone(),
        value(line.value),
        value(line.baseline),
        ratio,
        goal,
    ]
}
