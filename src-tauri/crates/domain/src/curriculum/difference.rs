//! The difference of two texts, side by side: lines aligned, and within changed lines the words that differ.

/// One line of a difference. A side that has no such line has no pieces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DiffLine {
    /// What stands on the left; none where the line is new.
    pub left: Option<Vec<DiffPiece>>,
    /// What stands on the right; none where the line is gone.
    pub right: Option<Vec<DiffPiece>>,
}

/// A piece of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
pub struct DiffPiece {
    /// Its letters, spaces included.
    pub text: String,
    /// Whether the other side has it otherwise.
    pub changed: bool,
}

/// Beyond so many comparisons everything between the equal ends counts as changed.
const MOST: usize = 1_000_000;

/// The lines of two texts side by side.
pub fn difference(left: &str, right: &str) -> Vec<DiffLine> {
    let (left, right): (Vec<&str>, Vec<&str>) = (left.lines().collect(), right.lines().collect());
    let mut lines = Vec::new();
    let (mut gone, mut new): (Vec<&str>, Vec<&str>) = (Vec::new(), Vec::new());
    for (a, b) in align(&left, &right) {
        match (a, b) {
            (Some(a), Some(_)) => {
                pair(&mut gone, &mut new, &mut lines);
                let same = || Some(vec![piece(left[a], false)]);
                lines.push(DiffLine {
                    left: same(),
                    right: same(),
                });
            }
            (Some(a), None) => gone.push(left[a]),
            (None, Some(b)) => new.push(right[b]),
            (None, None) => {}
        }
    }
    pair(&mut gone, &mut new, &mut lines);
    lines
}

/// Sets lines that are gone beside new ones, in order.
fn pair(gone: &mut Vec<&str>, new: &mut Vec<&str>, lines: &mut Vec<DiffLine>) {
    for at in 0..gone.len().max(new.len()) {
        lines.push(match (gone.get(at), new.get(at)) {
            (Some(a), Some(b)) => words(a, b),
            (a, b) => DiffLine {
                left: a.map(|text| vec![piece(text, true)]),
                right: b.map(|text| vec![piece(text, true)]),
            },
        });
    }
    gone.clear();
    new.clear();
}

fn piece(text: &str, changed: bool) -> DiffPiece {
    DiffPiece {
        text: text.to_owned(),
        changed,
    }
}

/// Two lines word by word.
fn words(left: &str, right: &str) -> DiffLine {
    let (a, b): (Vec<&str>, Vec<&str>) = (
        left.split_inclusive(' ').collect(),
        right.split_inclusive(' ').collect(),
    );
    let (mut before, mut after): (Vec<DiffPiece>, Vec<DiffPiece>) = (Vec::new(), Vec::new());
    for (i, j) in align(&a, &b) {
        let changed = i.is_none() || j.is_none();
        if let Some(i) = i {
            add(&mut before, a[i], changed);
        }
        if let Some(j) = j {
            add(&mut after, b[j], changed);
        }
    }
    DiffLine {
        left: Some(before),
        right: Some(after),
    }
}

fn add(pieces: &mut Vec<DiffPiece>, text: &str, changed: bool) {
    match pieces.last_mut() {
        Some(last) if last.changed == changed => last.text.push_str(text),
        _ => pieces.push(piece(text, changed)),
    }
}

/// Places of equal items beside each other, in order (a longest common subsequence); the others alone.
fn align(left: &[&str], right: &[&str]) -> Vec<(Option<usize>, Option<usize>)> {
    let head = left.iter().zip(right).take_while(|(a, b)| a == b).count();
    let (l, r) = (&left[head..], &right[head..]);
    let tail = l
        .iter()
        .rev()
        .zip(r.iter().rev())
        .take_while(|(a, b)| a == b)
        .count();
    let (l, r) = (&l[..l.len() - tail], &r[..r.len() - tail]);
    let mut found: Vec<_> = (0..head).map(|at| (Some(at), Some(at))).collect();
    if l.len().saturating_mul(r.len()) > MOST {
        found.extend((0..l.len()).map(|at| (Some(head + at), None)));
        found.extend((0..r.len()).map(|at| (None, Some(head + at))));
    } else {
        found.extend(
            common(l, r)
                .into_iter()
                .map(|(a, b)| (a.map(|a| head + a), b.map(|b| head + b))),
        );
    }
    let (l, r) = (head + l.len(), head + r.len());
    found.extend((0..tail).map(|at| (Some(l + at), Some(r + at))));
    found
}

fn common(left: &[&str], right: &[&str]) -> Vec<(Option<usize>, Option<usize>)> {
    let wide = right.len() + 1;
    // How long the longest common part of what follows is, for each pair of places.
    let mut longest = vec![0u32; (left.len() + 1) * wide];
    for i in (0..left.len()).rev() {
        for j in (0..right.len()).rev() {
            longest[i * wide + j] = if left[i] == right[j] {
                longest[(i + 1) * wide + j + 1] + 1
            } else {
                longest[(i + 1) * wide + j].max(longest[i * wide + j + 1])
            };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut found = Vec::with_capacity(left.len() + right.len());
    while i < left.len() || j < right.len() {
        if i < left.len() && j < right.len() && left[i] == right[j] {
            found.push((Some(i), Some(j)));
            (i, j) = (i + 1, j + 1);
        } else if j == right.len()
            || (i < left.len() && longest[(i + 1) * wide + j] >= longest[i * wide + j + 1])
        {
            found.push((Some(i), None));
            i += 1;
        } else {
            found.push((None, Some(j)));
            j += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn side(lines: &[DiffLine], of: impl Fn(&DiffLine) -> &Option<Vec<DiffPiece>>) -> String {
        let whole = |pieces: &Vec<DiffPiece>| pieces.iter().map(|piece| &*piece.text).collect::<String>();
        let found: Vec<String> = lines
            .iter()
            .filter_map(|line| of(line).as_ref().map(whole))
            .collect();
        found.join("\n")
    }

    #[test]
    fn a_changed_word_is_marked_and_its_line_stays_beside_the_old_one() {
        let found = difference(
            "Sit in fives.\nTell.\nClose.",
            "Sit in threes.\nTell.\nAsk.\nClose.",
        );
        assert_eq!(found.len(), 4);
        let first = &found[0];
        assert_eq!(
            first.left,
            Some(vec![piece("Sit in ", false), piece("fives.", true)])
        );
        assert_eq!(
            first.right,
            Some(vec![piece("Sit in ", false), piece("threes.", true)])
        );
        assert_eq!(
            found[2],
            DiffLine {
                left: None,
                right: Some(vec![piece("Ask.", true)])
            }
        );
    }

    #[test]
    fn long_texts_that_share_nothing_are_set_side_by_side_at_once() {
        let (left, right) = ("a\n".repeat(10_000), "b\n".repeat(10_000));
        assert_eq!(difference(&left, &right).len(), 10_000);
    }

    proptest! {
        #[test]
        fn both_texts_can_be_read_from_their_difference(left in "[ab \n]{0,40}", right in "[ab \n]{0,40}") {
            let lines = difference(&left, &right);
            let whole = |text: &str| text.lines().collect::<Vec<_>>().join("\n");
            prop_assert_eq!(side(&lines, |line| &line.left), whole(&left));
            prop_assert_eq!(side(&lines, |line| &line.right), whole(&right));
            let whole_lines = lines.iter().all(|line| line.left.is_some() && line.right.is_some());
            let mut pieces = lines.iter().flat_map(|line| [&line.left, &line.right]).flatten().flatten();
            let unmarked = whole_lines && pieces.all(|piece| !piece.changed);
            prop_assert_eq!(unmarked, left.lines().eq(right.lines()));
        }

        #[test]
        fn a_text_does_not_differ_from_itself(text in "\\PC{0,40}\n\\PC{0,40}") {
            let lines = difference(&text, &text);
            prop_assert!(lines.iter().all(|line| line.left == line.right));
        }

        #[test]
        fn any_texts_are_compared_without_a_panic(left in any::<String>(), right in any::<String>()) {
            let _ = difference(&left, &right);
        }
    }
}
