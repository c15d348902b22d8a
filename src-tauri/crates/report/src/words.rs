//! The words of reports and figures, from `assets/locales/en/report*.ftl`, and of data for other programs, from
//! `data.ftl`.

use std::cell::OnceCell;
use std::fmt::Write as _;

use chrono::Datelike;
use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};

use crate::ReportError;

/// A day without a time.
pub type Date = chrono::NaiveDate;

/// The words of one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
    language: &'static str,
}

macro_rules! words {
    ($file:literal) => {
        include_str!(concat!("../../../../assets/locales/", $file))
    };
}

const ENGLISH: &[&str] = &[
    words!("en/data.ftl"),
    words!("en/report.ftl"),
    words!("en/report-facts.ftl"),
    words!("en/report-story.ftl"),
    words!("en/report-documents.ftl"),
    words!("en/report-figures.ftl"),
];

thread_local! {
    static WORDS: OnceCell<std::rc::Rc<Words>> = const { OnceCell::new() };
}

impl Words {
    /// English, read once per thread.
    pub fn english() -> std::rc::Rc<Self> {
        WORDS.with(|words| {
            words
                .get_or_init(|| std::rc::Rc::new(Self::read("en-US", ENGLISH)))
                .clone()
        })
    }

    fn read(language: &'static str, sources: &[&str]) -> Self {
        let mut bundle = FluentBundle::new(language.parse().into_iter().collect());
        bundle.set_use_isolating(false);
        for source in sources {
            // A line that cannot be read leaves its message out; asking for it is then a `ReportError::Words`.
            let resource = match FluentResource::try_new((*source).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(resource);
        }
        Self { bundle, language }
    }

    /// BCP 47 tag of the language.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// A message without arguments.
    ///
    /// # Errors
    /// [`ReportError::Words`] if it does not exist.
    pub fn get(&self, id: &str) -> Result<String, ReportError> {
        self.with(id, &[])
    }

    /// A message with arguments.
    ///
    /// # Errors
    /// [`ReportError::Words`] if it does not exist or wants another argument.
    pub fn with(&self, id: &str, args: &[(&str, FluentValue<'_>)]) -> Result<String, ReportError> {
        let missing = || ReportError::Words { id: id.to_owned() };
        let message = self.bundle.get_message(id).ok_or_else(missing)?;
        let pattern = message.value().ok_or_else(missing)?;
        let args: FluentArgs<'_> = args.iter().map(|(name, value)| (*name, value.clone())).collect();
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&args), &mut errors);
        if errors.is_empty() {
            Ok(text.into_owned())
        } else {
            Err(missing())
        }
    }

    /// A date in full, e.g. "18 June 2027".
    ///
    /// # Errors
    /// [`ReportError::Words`].
    pub fn date(&self, date: Date) -> Result<String, ReportError> {
        let month = self.get(&format!("report-month-{}", date.month()))?;
        // As text: the year is a name here, not a quantity with a thousands separator.
        self.with(
            "report-date-full",
            &[
                ("day", date.day().to_string().into()),
                ("month", month.into()),
                ("year", date.year().to_string().into()),
            ],
        )
    }

    /// Day and month, e.g. "18 Jun".
    ///
    /// # Errors
    /// [`ReportError::Words`].
    pub fn short_date(&self, date: Date) -> Result<String, ReportError> {
        let month = self.get(&format!("report-month-short-{}", date.month()))?;
        self.with(
            "report-date-short",
            &[("day", date.day().to_string().into()), ("month", month.into())],
        )
    }

    /// A mid-sentence word as the beginning of a sentence.
    pub fn sentence(&self, word: &str) -> String {
        let mut chars = word.chars();
        let mut out = String::with_capacity(word.len());
        if let Some(first) = chars.next() {
            // Writing into a String cannot fail.
            let _ = write!(out, "{}", first.to_uppercase());
        }
        out.push_str(chars.as_str());
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_can_be_read() {
        for source in ENGLISH {
            let resource = FluentResource::try_new((*source).to_owned());
            assert!(resource.is_ok(), "{:?}", resource.err().map(|(_, errors)| errors));
        }
    }

    #[test]
    fn a_missing_message_or_argument_is_an_error() {
        let words = Words::english();
        assert!(
            matches!(words.get("report-nothing"), Err(ReportError::Words { id }) if id == "report-nothing")
        );
        assert!(words.get("report-page").is_err());
    }

    #[test]
    fn dates_are_written_out() {
        let words = Words::english();
        let date: Date = "2027-06-08".parse().unwrap();
        assert_eq!(words.date(date).unwrap(), "8 June 2027");
        assert_eq!(words.short_date(date).unwrap(), "8 Jun");
    }
}
