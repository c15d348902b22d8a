//! A condition in one line of a draft: `item answered`, `item is a b`, `item is-not a b`, `item at-least 3`,
//! `item at-most 3`. Keys hold no spaces.

use crate::assessments::{Condition, Decimal, Test};

/// The line of a condition.
pub fn write_condition(condition: &Condition) -> String {
    let item = &condition.item;
    match &condition.test {
        Test::Answered => format!("{item} answered"),
        Test::Is(codes) => format!("{item} is {}", codes.join(" ")),
        Test::IsNot(codes) => format!("{item} is-not {}", codes.join(" ")),
        Test::AtLeast(least) => format!("{item} at-least {least}"),
        Test::AtMost(most) => format!("{item} at-most {most}"),
    }
}

/// The condition of a line; nothing for an empty line and for one that is none.
pub fn read_condition(line: &str) -> Option<Condition> {
    let mut words = line.split_whitespace();
    let (item, test) = (words.next()?, words.next()?);
    let codes: Vec<String> = words.map(str::to_owned).collect();
    let number = || Decimal::read(codes.first()?);
    Some(Condition {
        item: item.to_owned(),
        test: match test {
            "answered" => Test::Answered,
            "is" => Test::Is(codes),
            "is-not" => Test::IsNot(codes),
            "at-least" => Test::AtLeast(number()?),
            "at-most" => Test::AtMost(number()?),
            _ => return None,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_what_its_condition_says() {
        for line in [
            "mentor answered",
            "mentor is yes maybe",
            "mentor is-not no",
            "hours at-least 12.5",
            "hours at-most -1",
        ] {
            assert_eq!(write_condition(&read_condition(line).unwrap()), line);
        }
        for line in [
            "",
            "mentor",
            "mentor sings",
            "hours at-least many",
            "hours at-least",
        ] {
            assert_eq!(read_condition(line), None, "{line}");
        }
    }
}
