//! The home of a cohort and the page of a participant: with the sample, with nothing yet, and with long names.

use std::time::Duration;

use fantoccini::Locator;
use fantoccini::key::Key;

use crate::scenes::{new_cohort, sample, sample_cohort, sample_person};
use crate::shell::fits;
use crate::stage::Window;

/// A name as some people have it.
const LONG: (&str, &str) = (
    "Bartholomew Nguyễn-Thị-Hạnh Maximilian",
    "Featherstonehaugh-Montgomery von und zu Wolfenbüttelshausen",
);

/// Presses something by the name that is read out.
async fn press_named(window: &Window, name: &str) {
    let place = format!("//*[@aria-label={name:?}]");
    window.find(Locator::XPath(&place)).await.click().await.unwrap();
}

/// Waits until the figures are drawn.
async fn drawn(window: &Window) {
    window.gone(Locator::Css("main [aria-busy='true']")).await;
}

/// Looks at what stands further down.
async fn lower(window: &Window, what: &str) {
    let down = "document.querySelector('main').scrollTop = arguments[0]";
    window.client.execute(down, vec![560.into()]).await.unwrap();
    let drawn =
        "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()));";
    window.client.execute_async(drawn, vec![]).await.unwrap();
    window.look(what).await;
    window.client.execute(down, vec![0.into()]).await.unwrap();
}

fn enter(text: &str) -> String {
    format!("{text}{}", char::from(Key::Enter))
}

#[tokio::test]
async fn the_home_of_the_sample_leads_to_what_comes_next() {
    let window = sample_cohort("home").await;
    window.says("Baselines in").await;
    window.says("Needs attention").await;
    window.says("2 absent without a word").await;
    window.accessible("sample").await;
    lower(&window, "sample-below").await;

    window.press("Run session").await;
    window.ready("run").await;
    window.client.back().await.unwrap();
    window.ready("cohort").await;
    window.press("Agenda").await;
    window.ready("session").await;
    window.press("Cohort home").await;
    window.ready("cohort").await;
    window.press("See projects").await;
    window.ready("projects").await;
    window.press("Cohort home").await;
    window.ready("cohort").await;
    window.press("See attendance").await;
    window.ready("attendance").await;
    window.press("Cohort home").await;
    window.ready("cohort").await;
    window.press("About the cohort").await;
    window.ready("cohort-details").await;
    window.accessible("details").await;
    window.press("Cohort home").await;
    window.ready("cohort").await;
    window
        .find(Locator::XPath("//td//a[starts-with(@aria-label, 'N10 ')]"))
        .await
        .click()
        .await
        .unwrap();
    window.ready("person").await;
    window.close().await;
}

#[tokio::test]
async fn a_new_cohort_says_what_to_do_first() {
    let window = sample("home-empty").await;
    new_cohort(&window).await;
    window.says("Nobody is in this cohort yet").await;
    window.press("Sessions").await;
    window.ready("sessions").await;
    window.press("New session").await;
    window.write("Title", "A first morning").await;
    window.write("Day", &enter("2031-10-05")).await;
    window.ready("session").await;
    window.press("Cohort home").await;
    window.ready("cohort").await;
    window.says("A first morning").await;
    window.says("Nothing needs attention now").await;
    window.accessible("session-only").await;
    window.press("Add person").await;
    window.ready("people").await;
    window.write("Given name", "Ana").await;
    window.write("Family name", &enter("Souza")).await;
    let row = window.find(Locator::Css("tr[data-row='0'] th")).await;
    row.click().await.unwrap();
    window.ready("person").await;
    drawn(&window).await;
    window.says("No sheet of this person yet").await;
    window.says("No project yet").await;
    window.says("to come").await;
    window.accessible("person").await;
    window.close().await;
}

#[tokio::test]
async fn long_names_have_their_room() {
    let window = sample_cohort("home-long").await;
    window.press("About the cohort").await;
    window.ready("cohort-details").await;
    let name = "Leadership for small and rural libraries, archives and museums of seven counties, 2026–27";
    window
        .write("Name", &format!("{name}{}", char::from(Key::Tab)))
        .await;
    window.says("Leadership for small").await;
    window.press("Cohort home").await;
    window.ready("cohort").await;
    window.press("Agenda").await;
    window.ready("session").await;
    let title = "Project clinic II: evidence that boards, deans, mayors and county commissioners believe";
    let place = "(//label[normalize-space(.) = 'Title'])[last()]";
    let label = window.find(Locator::XPath(place)).await;
    let id = label.attr("for").await.unwrap().unwrap();
    let field = window.find(Locator::Id(&id)).await;
    field.clear().await.unwrap();
    field
        .send_keys(&format!("{title}{}", char::from(Key::Tab)))
        .await
        .unwrap();
    window.says(title).await;
    window.press("Cohort home").await;
    window.ready("cohort").await;
    window.says("county commissioners believe").await;
    // Somebody who needs attention gets a long name.
    window
        .find(Locator::XPath("//td//a[starts-with(@aria-label, 'N10 ')]"))
        .await
        .click()
        .await
        .unwrap();
    window.ready("person").await;
    drawn(&window).await;
    window
        .write("Given name", &format!("{}{}", LONG.0, char::from(Key::Tab)))
        .await;
    window
        .find(Locator::XPath("//h1[contains(., 'Bartholomew')]"))
        .await;
    // Tab has led to the next field.
    let all = format!("{}a{}", char::from(Key::Control), char::from(Key::Null));
    window.type_here(&all).await;
    window
        .type_here(&format!("{}{}", LONG.1, char::from(Key::Tab)))
        .await;
    window
        .find(Locator::XPath("//h1[contains(., 'Wolfenbüttelshausen')]"))
        .await;
    window
        .write(
            "Institution",
            &enter("Consortium of the Public Libraries, Archives and Local Museums of the Upper Valley"),
        )
        .await;
    window.says("Upper Valley").await;
    drawn(&window).await;
    let top = "document.querySelector('main').scrollTop = 0";
    window.client.execute(top, vec![]).await.unwrap();
    window.accessible("person").await;
    fits(&window, "person").await;
    window.press("Cohort home").await;
    window.ready("cohort").await;
    window.says("Featherstonehaugh").await;
    window.accessible("cohort").await;
    fits(&window, "cohort").await;
    window.close().await;
}

#[tokio::test]
async fn a_participant_on_one_page_and_what_they_mean_to_do_next() {
    let window = sample_person("participant").await;
    drawn(&window).await;
    window.says("Lessons applied").await;
    window.find(Locator::Css("[data-mark='present']")).await;
    window.accessible("sample").await;
    lower(&window, "sample-below").await;
    window.press("Table").await;
    window.says("Baseline").await;
    window.look("table").await;
    window.press("Drawing").await;

    let step = "Show the board the count of Saturday visits";
    window.write("Next step", step).await;
    window.write("By", &enter("2031-01-30")).await;
    press_named(&window, &format!("Change “{step}”")).await;
    window.write("Next step", "Show the mayor the count").await;
    window.press("Save step").await;
    window.says("Show the mayor the count").await;
    window.says("by Jan 30, 2031").await;
    window.look("step").await;
    window.choose("Show the mayor the count").await;
    press_named(&window, "Remove “Show the mayor the count”").await;
    window.says("The step is in the bin").await;
    window
        .gone(Locator::XPath("//label[contains(., 'Show the mayor')]"))
        .await;
    window.control('z').await;
    window
        .find(Locator::XPath("//label[contains(., 'Show the mayor')]"))
        .await;
    window.control('z').await;
    let open = "//label[contains(., 'Show the mayor')]/input[not(@checked)]";
    window.find(Locator::XPath(open)).await;

    window.press("Add update").await;
    window.ready("project").await;
    let focused = "return document.activeElement?.closest('form') !== null";
    let start = std::time::Instant::now();
    while window.client.execute(focused, vec![]).await.unwrap() != true {
        assert!(
            start.elapsed() < Duration::from_secs(20),
            "the form has the focus"
        );
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    window.client.back().await.unwrap();
    window.ready("person").await;
    let pdf = window.file("summary.pdf");
    window.answer(&pdf);
    window.press("Save summary as PDF").await;
    window
        .until("the summary", || {
            std::fs::read(&pdf).is_ok_and(|bytes| bytes.starts_with(b"%PDF-"))
        })
        .await;
    window.close().await;
}
