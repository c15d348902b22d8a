//! Where journeys begin: the sample, a facility of one's own, a cohort with the people of the roster.

use chrono::{DateTime, TimeDelta, Timelike as _, Utc};
use fantoccini::Locator;

use crate::stage::{Window, fixture};

/// A window on the list of cohorts, with the sample.
pub async fn sample(name: &'static str) -> Window {
    let window = Window::open(name).await;
    window.ready("welcome").await;
    window.write("Your name", "Ana Souza").await;
    window.press("Open the sample").await;
    window.ready("start").await;
    window
}

/// A window on the page of the sample's cohort.
pub async fn sample_cohort(name: &'static str) -> Window {
    let window = sample(name).await;
    window.press("SC").await;
    window.ready("cohort").await;
    window
}

/// A window on the first person of the sample.
pub async fn sample_person(name: &'static str) -> Window {
    let window = sample_cohort(name).await;
    first_person(&window).await;
    window
}

/// From a cohort to the page of its first person.
pub async fn first_person(window: &Window) {
    window.press("People").await;
    window.ready("people").await;
    let name = window.find(Locator::Css("tr[data-row='0'] th")).await;
    name.click().await.unwrap();
    window.ready("person").await;
}

/// A facility of one's own, on its empty list of cohorts.
pub async fn facility(window: &Window) {
    window.ready("welcome").await;
    window.write("Your name", "Ana Souza").await;
    window
        .write("Name of the facility", "Prairie State training facility")
        .await;
    window.press("Set up the facility").await;
    window.says("Write these twelve words").await;
    window.press("I have written them down").await;
    window.ready("start").await;
}

/// A new cohort, on its page.
pub async fn new_cohort(window: &Window) {
    window.press("New cohort").await;
    window.write("Name", "Prairie State cohort, 2026–27").await;
    window.press("Make the cohort").await;
    window.ready("cohort").await;
}

/// From the page of an empty cohort: the 24 people of the roster.
pub async fn import_roster(window: &Window) {
    window.press("Import roster").await;
    window.ready("roster").await;
    window.answer(&fixture("rosters/roster.csv"));
    window.press("Choose a file").await;
    window.says("3 to decide").await;
    window.ready("roster").await;
    window.press("Add all 24").await;
    window.says("24 people are new").await;
}

/// A facility of one's own with a cohort of the 24 people of the roster; the id of the cohort.
pub async fn cohort_of_24(window: &Window) -> String {
    facility(window).await;
    new_cohort(window).await;
    import_roster(window).await;
    let address = window.client.current_url().await.unwrap().to_string();
    let (_, rest) = address.split_once("/c/").expect("the address of a cohort");
    rest.split('/').next().unwrap().to_owned()
}

/// Minutes by which the day of [`agenda_of_now`] begins in the past.
const LATE: u32 = 20;

/// The day on which it is now, as YYYY-MM-DD, and the agenda of the fixture, moved so that it was to begin
/// twenty minutes ago. Its zone is one in which it is between noon and one o'clock now, so that no midnight
/// comes between.
pub fn agenda_of_now() -> (String, String) {
    agenda_at(Utc::now())
}

fn agenda_at(now: DateTime<Utc>) -> (String, String) {
    let behind = i64::from(now.hour()) - 12;
    let local = now - TimeDelta::hours(behind);
    let text = std::fs::read_to_string(fixture("agenda.md")).unwrap();
    let moved = text.replace("America/Chicago", &format!("Etc/GMT{behind:+}"));
    let lines = moved.lines().map(|line| match line.split_once(' ') {
        Some((time, rest)) if time.len() == 5 && time.contains(':') => {
            let (hours, minutes) = time.split_once(':').unwrap();
            let planned = hours.parse::<u32>().unwrap() * 60 + minutes.parse::<u32>().unwrap();
            let at = planned - 510 + local.hour() * 60 + local.minute() - LATE;
            format!("{:02}:{:02} {rest}", at / 60, at % 60)
        }
        _ => line.to_owned(),
    });
    (
        local.format("%Y-%m-%d").to_string(),
        lines.collect::<Vec<_>>().join("\n"),
    )
}
