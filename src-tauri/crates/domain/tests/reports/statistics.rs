//! Statistics agree with NumPy and SciPy to 1e-9; `tests/fixtures/statistics/make.py` made the data sets.

use nexus_domain::assessments::Design;
use nexus_domain::ids::EnrolmentId;
use nexus_domain::reports::statistics::{
    AfterOnce, Before, Change, Given, Ratings, Sample, Why, alpha, t_quantile_95,
};
use serde_json::Value;
use uuid::Uuid;

fn cases(kind: &str) -> Vec<Value> {
    let text = include_str!("../../../../../tests/fixtures/statistics/cases.json");
    let all: Value = serde_json::from_str(text).unwrap();
    all[kind].as_array().unwrap().clone()
}

#[track_caller]
fn assert_near(found: f64, expected: &Value, what: &Value) {
    let expected = expected.as_f64().unwrap();
    let off = (found - expected).abs() / expected.abs().max(1.0);
    assert!(off <= 1e-9, "{found} is not {expected}: {what}");
}

fn given(values: &Value) -> Vec<(EnrolmentId, Given)> {
    let one = |value: &Value| match value.as_str() {
        None => Given::Value(value.as_f64().unwrap()),
        Some("blank") => Given::Missing(Why::Blank),
        Some("declined") => Given::Missing(Why::Declined),
        Some("unreadable") => Given::Missing(Why::Unreadable),
        Some(other) => {
            assert_eq!(other, "not-shown");
            Given::Missing(Why::NotShown)
        }
    };
    let people = values.as_array().unwrap().iter().enumerate();
    people
        .map(|(at, value)| (EnrolmentId(Uuid::from_u128(at as u128)), one(value)))
        .collect()
}

fn change(case: &Value) -> Change<Before> {
    let before = Ratings::<Before>::of(Design::Pre, given(&case["before"])).unwrap();
    let after = Ratings::<AfterOnce>::of(Design::Post, given(&case["after"])).unwrap();
    Change::between(&before, &after)
}

#[test]
fn quantiles_of_t_agree() {
    for case in cases("quantiles") {
        let degrees = case[0].as_u64().unwrap() as usize;
        assert_near(t_quantile_95(degrees), &case[1], &case);
    }
}

#[test]
fn paired_changes_agree() {
    let cases = cases("pairs");
    for case in &cases {
        let found = change(case);
        let account = found.account;
        let counts = [
            ("paired", account.paired),
            ("only_before", account.only_before),
            ("only_after", account.only_after),
            ("neither", account.neither),
            ("up", found.moved.up),
            ("down", found.moved.down),
        ];
        for (key, count) in counts {
            assert_eq!(case[key], count, "{key} of {}", case["name"]);
        }
        assert_eq!(account.before.total(), account.only_after + account.neither);
        assert_eq!(account.after.total(), account.only_before + account.neither);
        match found.effect {
            Err(few) => assert!(case["effect"].is_null() && few.found < 5, "{case}"),
            Ok(effect) => {
                let expected = &case["effect"];
                assert_near(effect.mean, &expected["mean"], case);
                assert_near(effect.low, &expected["low"], case);
                assert_near(effect.high, &expected["high"], case);
                assert_near(effect.sd, &expected["sd"], case);
                match effect.g {
                    Some(g) => assert_near(g, &expected["g"], case),
                    None => assert!(expected["g"].is_null(), "{case}"),
                }
            }
        }
    }
    assert!(cases.len() > 150);
}

#[test]
fn the_worked_example_of_lakens_comes_out() {
    let cases = cases("pairs");
    let case = cases.iter().find(|case| case["name"] == "Lakens 2013").unwrap();
    let effect = change(case).effect.unwrap();
    // As printed: a mean difference of 1, t(9) = 4.74, d_z = 1.50.
    let d = effect.mean / effect.sd;
    assert!((effect.mean - 1.0).abs() < 1e-12);
    assert!((d - 1.50).abs() < 0.005, "{d}");
    assert!((d * 10_f64.sqrt() - 4.74).abs() < 0.005);
    assert!((effect.g.unwrap() - 1.5 * (1.0 - 3.0 / 35.0)).abs() < 1e-9);
}

#[test]
fn means_and_quartiles_agree() {
    for case in cases("samples") {
        let values = case["values"].as_array().unwrap().iter();
        let sample = Sample::of(values.map(|value| value.as_f64().unwrap())).unwrap();
        let quartiles = sample.quartiles();
        assert_near(sample.mean(), &case["mean"], &case);
        assert_near(sample.sd(), &case["sd"], &case);
        assert_near(quartiles.low, &case["low"], &case);
        assert_near(quartiles.median, &case["median"], &case);
        assert_near(quartiles.high, &case["high"], &case);
    }
}

#[test]
fn alphas_agree() {
    let mut given = 0;
    for case in cases("alphas") {
        let rows: Vec<Vec<Option<f64>>> = case["rows"]
            .as_array()
            .unwrap()
            .iter()
            .map(|row| row.as_array().unwrap().iter().map(Value::as_f64).collect())
            .collect();
        let found = alpha(&rows);
        assert_eq!(case["complete"], found.complete);
        assert_eq!(found.complete + found.incomplete, rows.len());
        if let Some(items) = case["items"].as_u64() {
            assert_eq!(found.items as u64, items, "{case}");
        }
        match found.value {
            Some(value) => {
                assert_near(value, &case["alpha"], &case);
                given += 1;
            }
            None => assert!(case["alpha"].is_null(), "{case}"),
        }
    }
    assert!(given > 10);
}
