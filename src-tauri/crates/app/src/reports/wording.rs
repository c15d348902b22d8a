//! Figures in words: what a reader sees, what the appendix says of it.

use nexus_domain::reports::facts::{Fact, Facts, Value};
use nexus_domain::reports::narrative::token;
use nexus_domain::reports::statistics::Missing;
use nexus_report::documents::story::Definition;
use nexus_report::words::{Date, Words};

use crate::Result;

/// The figures of a report that may be printed, in words.
pub(super) struct Told<'f> {
    /// The figures.
    pub facts: &'f Facts,
    /// The words.
    pub words: &'f Words,
    /// First and last day of what is reported.
    pub period: (Option<Date>, Option<Date>),
}

impl Told<'_> {
    /// A figure as a reader sees it; none where it is withheld or not there.
    pub fn value(&self, key: &str) -> Result<Option<String>> {
        let Some(fact) = self.facts.get(key) else {
            return Ok(None);
        };
        value(fact, self.words).map(Some)
    }

    /// A figure in large type: of a share that has enough people behind it the share alone.
    pub fn large(&self, key: &str) -> Result<Option<String>> {
        match self.facts.get(key).map(|fact| fact.value) {
            Some(Value::Part(rate)) if rate.share().is_some() => {
                let share = format!("{:.0}", rate.share().unwrap_or_default() * 100.0);
                let args = [("share", share.as_str().into())];
                Ok(Some(self.words.with("fact-share", &args)?))
            }
            _ => self.value(key),
        }
    }

    /// A figure that leads to its definition; a dash where it is withheld or not there.
    pub fn linked(&self, key: &str) -> Result<String> {
        Ok(match self.value(key)? {
            Some(value) => token(key, &value),
            None => self.words.get("report-no-value")?,
        })
    }

    /// How many, to decide the form of a word; 0 where it is withheld.
    pub fn number(&self, key: &str) -> u32 {
        match self.facts.get(key).map(|fact| fact.value) {
            Some(Value::Count(count)) => count,
            Some(Value::Part(rate)) => rate.part(),
            Some(Value::Minutes(minutes)) => minutes / 60,
            _ => 0,
        }
    }

    /// A sentence about figures: for each key the argument of that name is its number, and with `-text` the linked
    /// figure. Nothing where one of them may not be printed.
    pub fn sentence(&self, id: &str, keys: &[&str]) -> Result<Option<String>> {
        if keys.iter().any(|key| self.facts.get(key).is_none()) {
            return Ok(None);
        }
        let mut args = Vec::new();
        let texts: Vec<(String, String)> = keys
            .iter()
            .map(|key| Ok((format!("{key}-text"), self.linked(key)?)))
            .collect::<Result<_>>()?;
        for (key, (name, text)) in keys.iter().zip(&texts) {
            args.push((*key, self.number(key).into()));
            args.push((name.as_str(), text.as_str().into()));
        }
        Ok(Some(self.words.with(id, &args)?))
    }

    /// What the figures count, for the appendix.
    pub fn definitions(&self) -> Result<Vec<Definition>> {
        self.facts.iter().map(|fact| self.definition(fact)).collect()
    }

    /// What one figure counts.
    pub fn definition(&self, fact: &Fact) -> Result<Definition> {
        let id = format!("fact-{}", fact.measure.key());
        let name = match fact.name.as_str() {
            "" => self.words.get("fact-no-sector")?,
            name => name.to_owned(),
        };
        Ok(Definition {
            key: fact.key(),
            name: self.words.with(&id, &[("name", name.as_str().into())])?,
            value: value(fact, self.words)?,
            what: self.words.get(&format!("{id}-what"))?,
            base: self.base(fact)?,
        })
    }

    fn base(&self, fact: &Fact) -> Result<String> {
        let words = self.words;
        let mut parts = Vec::new();
        if let Some(n) = fact.n {
            parts.push(words.with("fact-base-n", &[("n", n.into())])?);
        }
        if let Value::Change(effect) = fact.value
            && let Some(g) = effect.g
        {
            let g = signed(g, 2);
            parts.push(words.with("fact-base-effect", &[("g", g.as_str().into())])?);
        }
        if fact.unpaired > 0 {
            parts.push(words.with("fact-base-unpaired", &[("count", fact.unpaired.into())])?);
        }
        if let Some(missing) = fact.missing.filter(|missing| missing.total() > 0) {
            let list = missing_list(missing, words)?;
            parts.push(words.with("fact-base-missing", &[("list", list.as_str().into())])?);
        }
        if let Some(asked) = &fact.asked {
            let numbers: Vec<String> = asked.versions.iter().map(u32::to_string).collect();
            let moments: Vec<String> = asked
                .moments
                .iter()
                .map(|moment| words.get(&format!("report-moment-{}", moment.key())))
                .collect::<std::result::Result<_, _>>()?;
            parts.push(words.with(
                "fact-base-asked",
                &[
                    ("title", asked.title.as_str().into()),
                    ("versions", asked.versions.len().into()),
                    ("numbers", numbers.join(", ").as_str().into()),
                    ("moments", moments.join(", ").as_str().into()),
                ],
            )?);
        }
        Ok(parts.join("; "))
    }

    /// The period in words.
    pub fn period(&self) -> Result<Option<String>> {
        let date = |day: Option<Date>| {
            day.map(|day| self.words.date(day))
                .transpose()
                .map(Option::unwrap_or_default)
        };
        let (from, to) = (date(self.period.0)?, date(self.period.1)?);
        let id = match self.period {
            (Some(_), Some(_)) => "fact-base-period",
            (Some(_), None) => "fact-base-from",
            (None, Some(_)) => "fact-base-until",
            (None, None) => return Ok(None),
        };
        let args = [("from", from.as_str().into()), ("to", to.as_str().into())];
        Ok(Some(self.words.with(id, &args)?))
    }
}

/// How much, in words.
fn value(fact: &Fact, words: &Words) -> Result<String> {
    Ok(match fact.value {
        Value::Count(count) => count.to_string(),
        Value::Part(rate) => {
            let share = rate.share().map(|share| format!("{:.0}", share * 100.0));
            let mut args = vec![("part", rate.part().into()), ("whole", rate.whole().into())];
            let id = match &share {
                Some(share) => {
                    args.push(("share", share.as_str().into()));
                    "fact-part-share"
                }
                None => "fact-part",
            };
            words.with(id, &args)?
        }
        Value::Minutes(minutes) => {
            let hours = match minutes % 60 {
                0 => (minutes / 60).to_string(),
                _ => format!("{:.1}", f64::from(minutes) / 60.0),
            };
            words.with("fact-hours", &[("hours", hours.as_str().into())])?
        }
        Value::Change(effect) => {
            let [mean, low, high] = [effect.mean, effect.low, effect.high].map(|value| signed(value, 1));
            words.with(
                "fact-change-value",
                &[
                    ("mean", mean.as_str().into()),
                    ("low", low.as_str().into()),
                    ("high", high.as_str().into()),
                ],
            )?
        }
        Value::Median(quartiles) => {
            let [median, low, high] =
                [quartiles.median, quartiles.low, quartiles.high].map(|value| short(value, 2));
            words.with(
                "fact-median-value",
                &[
                    ("median", median.as_str().into()),
                    ("low", low.as_str().into()),
                    ("high", high.as_str().into()),
                ],
            )?
        }
    })
}

/// A difference with its sign; a minus as printers set it.
pub(super) fn signed(value: f64, digits: usize) -> String {
    let text = format!("{:.digits$}", value.abs());
    match text.chars().all(|c| c == '0' || c == '.') {
        true => text,
        false if value < 0.0 => format!("−{text}"),
        false => format!("+{text}"),
    }
}

/// A number without the zeros that say nothing.
fn short(value: f64, digits: usize) -> String {
    let text = format!("{value:.digits$}");
    let text = match text.contains('.') {
        true => text.trim_end_matches('0').trim_end_matches('.'),
        false => &text,
    };
    text.to_owned()
}

fn missing_list(missing: Missing, words: &Words) -> Result<String> {
    let counts = [
        ("fact-base-blank", missing.blank),
        ("fact-base-declined", missing.declined),
        ("fact-base-unreadable", missing.unreadable),
        ("fact-base-not-shown", missing.not_shown),
        ("fact-base-no-sheet", missing.no_sheet),
    ];
    let told: Vec<String> = counts
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(id, count)| words.with(id, &[("count", (*count).into())]))
        .collect::<std::result::Result<_, _>>()?;
    Ok(told.join(", "))
}

#[cfg(test)]
mod tests {
    use nexus_domain::reports::facts::Measure;

    use super::*;

    #[test]
    fn every_measure_has_a_name_and_says_what_it_counts() {
        let words = Words::english();
        let facts = Facts::default();
        let told = Told {
            facts: &facts,
            words: &words,
            period: (Date::from_ymd_opt(2026, 9, 1), Date::from_ymd_opt(2027, 6, 18)),
        };
        for measure in Measure::ALL {
            let fact = Fact::of(measure, Value::Count(3)).about("x", "Archives");
            let definition = told.definition(&fact).unwrap();
            assert!(!definition.what.is_empty(), "{measure:?}");
        }
        assert_eq!(
            told.period().unwrap().as_deref(),
            Some("1 September 2026 to 18 June 2027")
        );
        assert_eq!(told.linked("enrolled").unwrap(), "–");
    }

    #[test]
    fn numbers_are_short_and_differences_bear_their_sign() {
        assert_eq!(
            [signed(1.24, 1), signed(-0.5, 1), signed(0.01, 1)],
            ["+1.2", "−0.5", "0.0"]
        );
        assert_eq!(
            [short(3.0, 2), short(2.5, 2), short(20.0, 2), short(3.25, 2)],
            ["3", "2.5", "20", "3.25"]
        );
    }
}
