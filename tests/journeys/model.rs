//! The logic model of a program: its figures and what is behind them, what is put in, its words and versions.

use fantoccini::Locator;

use crate::scenes::sample_cohort;
use crate::stage::Window;

/// Follows a figure by its column and what it counts.
async fn behind(window: &Window, label: &str) {
    let place = format!("//p[contains(., '{label}')]/a");
    window.find(Locator::XPath(&place)).await.click().await.unwrap();
}

async fn back_to_model(window: &Window) {
    window.press("Logic model").await;
    window.ready("model").await;
}

#[tokio::test]
async fn a_program_is_read_on_one_sheet_and_its_words_are_agreed() {
    let window = sample_cohort("model").await;
    back_to_model(&window).await;
    window.says("mentors, facilitators and coaches").await;
    window.says("21 came to a session").await;
    window.accessible("cohort").await;

    // Behind a figure stand the records that it counts.
    behind(&window, "leaders enrolled").await;
    window.ready("reach").await;
    window.says("Academic").await;
    window.accessible("reach").await;
    window
        .field("Columns")
        .await
        .select_by_label("Size of institution")
        .await
        .unwrap();
    window.says("over 100 staff").await;
    window.press("Logic model").await;
    window.ready("model").await;
    behind(&window, "mentors, facilitators and coaches").await;
    window.ready("inputs").await;
    window.says("Ruth Adeyemi").await;
    window.accessible("inputs").await;

    // Hours, wrong and right.
    window.press("Add hours").await;
    window.write("Hours planned", "two").await;
    window.press("Save").await;
    window.says("expected hours such as 2, 2.5 or 2:30").await;
    window.accessible("hours").await;
    window.write("Hours planned", "2,5").await;
    window.write("What for", "A visit to the archive").await;
    window.press("Save").await;
    window.says("A visit to the archive").await;
    window.press("Add partner").await;
    window.write("Name of the institution", "State archive").await;
    window.press("Save").await;
    window.says("State archive").await;
    window.control('z').await;
    window
        .gone(Locator::XPath("//th[contains(., 'State archive')]"))
        .await;
    window.control('y').await;
    window.says("State archive").await;

    // A session that is held with a partner is a joint one.
    window.press("Sessions").await;
    window.ready("sessions").await;
    let second = window.find(Locator::Css("tr[data-row='1'] th")).await;
    second.click().await.unwrap();
    window.ready("session").await;
    window.says("Held with").await;
    window.choose("State archive").await;
    back_to_model(&window).await;
    window
        .find(Locator::XPath("//p[contains(., 'joint sessions')]/a[. = '2']"))
        .await;

    // Its words: changed, agreed, kept.
    window.press("Edit model").await;
    window.ready("revisions").await;
    window.says("Nothing has changed since the last version").await;
    window
        .write("Situation", "Leaders retire, and nobody follows them.")
        .await;
    window.field("Situation").await;
    window.press("Sessions").await;
    window.ready("sessions").await;
    back_to_model(&window).await;
    window.says("Its words have changed since").await;
    window.press("Edit model").await;
    window.ready("revisions").await;
    window.says("What version 2 would change").await;
    window.write("Agreed with, or why", "with the museums").await;
    window.accessible("words").await;
    window.press("Agree version 2").await;
    window.says("with the museums").await;
    window.press("Logic model").await;
    window.ready("model").await;
    window.says("version 2").await;
    let scope = window
        .find(Locator::XPath("//label[contains(., 'Whole program')]"))
        .await;
    scope.click().await.unwrap();
    window.says("all cohorts").await;
    window.look("whole").await;

    // Behind a figure of all cohorts stands the part of each.
    for (label, parts) in [("leaders enrolled", "36"), ("real-world projects", "29")] {
        behind(&window, label).await;
        window.ready("behind").await;
        window.says("Whole program").await;
        let total = format!("//tfoot//td[normalize-space(.) = '{parts}']");
        window.find(Locator::XPath(&total)).await;
        window.accessible(&format!("behind-{parts}")).await;
        back_to_model(&window).await;
        let scope = window
            .find(Locator::XPath("//label[contains(., 'Whole program')]"))
            .await;
        scope.click().await.unwrap();
        window.says("all cohorts").await;
    }
    window.press("Print").await;
    let pdf = window.file("home/prints/SC 26–27 logic model.pdf");
    window
        .until("the sheet is there", || {
            std::fs::read(&pdf).is_ok_and(|bytes| bytes.starts_with(b"%PDF-"))
        })
        .await;
    std::fs::copy(&pdf, crate::stage::pictures().join("model.pdf")).unwrap();
    behind(&window, "real-world projects").await;
    window.ready("behind").await;
    window.press("Earlier sample cohort").await;
    window.ready("projects").await;
    window.close().await;
}
