//! Days of registration, in the three or four ways that one column holds them.

use chrono::NaiveDate;

/// Which of two numbers is the month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "wire", derive(serde::Serialize, serde::Deserialize, specta::Type))]
#[cfg_attr(feature = "wire", serde(rename_all = "kebab-case"))]
pub enum DateOrder {
    /// 9/14/2026.
    MonthFirst,
    /// 14/9/2026.
    DayFirst,
}

/// What the values of a column say about its order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Order {
    /// A value can only be read this way.
    Settled(DateOrder),
    /// Values with two small numbers, and none that settles them.
    Ambiguous,
    /// No value needs it.
    NotNeeded,
}

/// One value, read as far as it goes.
enum Parts {
    Day(NaiveDate),
    Numbers(u32, u32, i32),
    Nothing,
}

/// Settles the order of day and month from the whole column.
pub(super) fn order<'a>(values: impl Iterator<Item = &'a str>) -> Order {
    let mut ambiguous = false;
    for value in values {
        match parts(value) {
            Parts::Numbers(first, second, _) if first <= 12 && second > 12 => {
                return Order::Settled(DateOrder::MonthFirst);
            }
            Parts::Numbers(first, second, _) if first > 12 && second <= 12 => {
                return Order::Settled(DateOrder::DayFirst);
            }
            Parts::Numbers(first, second, _) if first != second => ambiguous = true,
            _ => {}
        }
    }
    if ambiguous {
        Order::Ambiguous
    } else {
        Order::NotNeeded
    }
}

/// Reads one date. A value that only the order could settle is nothing where there is none; one that
/// contradicts the order is nothing too.
pub(super) fn read(value: &str, order: Option<DateOrder>) -> Option<NaiveDate> {
    match parts(value) {
        Parts::Day(day) => Some(day),
        Parts::Numbers(first, second, year) => match order {
            Some(DateOrder::DayFirst) => NaiveDate::from_ymd_opt(year, second, first),
            Some(DateOrder::MonthFirst) => NaiveDate::from_ymd_opt(year, first, second),
            None if first == second => NaiveDate::from_ymd_opt(year, first, second),
            None => None,
        },
        Parts::Nothing => None,
    }
}

fn parts(value: &str) -> Parts {
    let lower = value.trim().to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let number = |word: &str| word.parse::<u32>().ok();
    let year = |word: &str| match word.len() {
        4 => word
            .parse::<i32>()
            .ok()
            .filter(|year| (1900..2200).contains(year)),
        2 => word.parse::<i32>().ok().map(|year| 2000 + year),
        _ => None,
    };
    let day = |y: i32, m: u32, d: u32| NaiveDate::from_ymd_opt(y, m, d).map_or(Parts::Nothing, Parts::Day);
    let [a, b, c, ..] = words.as_slice() else {
        return Parts::Nothing;
    };
    if let (4, Some(y), Some(m)) = (a.len(), year(a), number(b)) {
        // ISO, perhaps with a time after the day ("2026-09-14T09:30").
        let digits: String = c.chars().take_while(char::is_ascii_digit).collect();
        return number(&digits).map_or(Parts::Nothing, |d| day(y, m, d));
    }
    let Some(y) = year(c) else {
        return Parts::Nothing;
    };
    match (number(a), month(a), number(b), month(b)) {
        (Some(first), _, Some(second), _) => Parts::Numbers(first, second, y),
        (Some(d), _, _, Some(m)) => day(y, m, d),
        (_, Some(m), Some(d), _) => day(y, m, d),
        _ => Parts::Nothing,
    }
}

/// The month of an English name or its first three letters.
fn month(word: &str) -> Option<u32> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let at = NAMES
        .iter()
        .position(|name| word.len() >= 3 && name.starts_with(word))?;
    Some(at as u32 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<NaiveDate> {
        Some(NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap())
    }

    #[test]
    fn one_value_settles_the_column() {
        assert_eq!(
            order(["3/4/2026", "9/14/2026"].into_iter()),
            Order::Settled(DateOrder::MonthFirst)
        );
        assert_eq!(
            order(["14.9.2026"].into_iter()),
            Order::Settled(DateOrder::DayFirst)
        );
        assert_eq!(order(["3/4/2026", "2026-09-14"].into_iter()), Order::Ambiguous);
        assert_eq!(
            order(["14 Sep 2026", "", "5/5/2026"].into_iter()),
            Order::NotNeeded
        );
    }

    #[test]
    fn the_three_styles_of_the_sample_are_one_day() {
        for text in [
            "9/14/2026",
            "14 Sep 2026",
            "2026-09-14",
            "Sept 14, 2026",
            "2026-09-14 09:30",
            "9/14/26",
        ] {
            assert_eq!(
                read(text, Some(DateOrder::MonthFirst)),
                day("2026-09-14"),
                "{text}"
            );
        }
        assert_eq!(read("3/4/2026", None), None);
        assert_eq!(read("5/5/2026", None), day("2026-05-05"));
        assert_eq!(read("31/31/2026", Some(DateOrder::DayFirst)), None);
        assert_eq!(read("soon", None), None);
    }
}
