//! Do the items of a scale go together?

use super::{FEWEST, Sample};

/// Cronbach's α and what it rests on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Alpha {
    /// People who answered every item.
    pub complete: usize,
    /// People who left out one or more; they are not in it.
    pub incomplete: usize,
    /// Items on which people differ; the others say nothing and are left out.
    pub items: usize,
    /// α; none below [`FEWEST`] complete cases or two such items, or where their sum is the same for everybody.
    pub value: Option<f64>,
}

/// Cronbach's α of people's answers, each person's in the order of the items.
///
/// α = k / (k − 1) · (1 − Σ s²ᵢ / s²ₜ) with k items, s²ᵢ the variance of item i and s²ₜ that of the sum, over
/// complete cases (Cronbach 1951, doi 10.1007/BF02310555). It can be below zero where items go against each
/// other: then one of them is probably turned round. A person with fewer answers than the first is incomplete.
pub fn alpha(people: &[Vec<Option<f64>>]) -> Alpha {
    let width = people.first().map_or(0, Vec::len);
    let complete: Vec<Vec<f64>> = people
        .iter()
        .filter_map(|answers| answers.iter().copied().collect::<Option<Vec<f64>>>())
        .filter(|answers| answers.len() == width && answers.iter().all(|answer| answer.is_finite()))
        .collect();
    let variance = |values: Vec<f64>| Sample::of(values).map(|sample| sample.sd().powi(2)).ok();
    let column = |item: usize| complete.iter().map(|answers| answers[item]).collect::<Vec<f64>>();
    let variances: Vec<(usize, f64)> = (0..width)
        .filter_map(|item| Some((item, variance(column(item))?)))
        .filter(|(_, variance)| *variance > 0.0)
        .collect();
    let sum = |answers: &Vec<f64>| variances.iter().map(|(item, _)| answers[*item]).sum::<f64>();
    let of_sum = variance(complete.iter().map(sum).collect()).filter(|variance| *variance > 1e-12);
    let k = variances.len() as f64;
    let of_items: f64 = variances.iter().map(|(_, variance)| variance).sum();
    Alpha {
        complete: complete.len(),
        incomplete: people.len() - complete.len(),
        items: variances.len(),
        value: of_sum
            .filter(|_| variances.len() >= 2 && complete.len() >= FEWEST)
            .map(|of_sum| k / (k - 1.0) * (1.0 - of_items / of_sum)),
    }
}
