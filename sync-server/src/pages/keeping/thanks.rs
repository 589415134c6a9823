//! Whom to thank, and whose better days to be glad of.

use axum::response::Html;
use daymark_components::{Language, Words, days_of, say};
use daymark_domain::{Recognised, RecognitionForm, SchoolDay, ThanksWay};
use dioxus::prelude::*;

use super::form::{Form, choices};
use super::{Frame, due, framed};
use crate::pages::form_token;
use crate::pages::mentors::grade;
use crate::service::keeping::thanks::{GoodNews, ToCelebrate, ToThank};
use crate::store::schools::School;
use crate::store::sessions::SignedIn;

/// What the page shows.
pub struct ThanksPage<'a> {
    /// Whoever looks.
    pub who: &'a SignedIn,
    /// The school.
    pub school: &'a School,
    /// The date at the school.
    pub today: SchoolDay,
    /// Both lists.
    pub news: &'a GoodNews,
    /// A form that was not taken.
    pub form: Form<'a>,
}

/// The whole page.
pub fn page(words: Words, page: &ThanksPage<'_>) -> Html<String> {
    let waiting = page.news.mentors.iter().filter(|mentor| mentor.is_due(page.today)).count();
    let frame = Frame {
        who: page.who,
        title: say!(words, "keep-page", page: "thanks"),
        sub: format!(
            "{} · {}",
            page.school.name,
            say!(words, "keep-thanks-count", mentors: waiting, students: page.news.students.len())
        ),
        of: "thanks",
        address: "/staff/thanks".to_owned(),
    };
    let main = rsx! {
        {page.form.refusal()}
        section { class: "section",
            h2 { {say!(words, "keep-thanks-mentors")} }
            p { class: "lead", {say!(words, "keep-thanks-lead")} }
            if page.news.mentors.is_empty() {
                p { {say!(words, "keep-thanks-none")} }
            } else {
                {mentors(words, page)}
            }
        }
        section { class: "section",
            h2 { {say!(words, "keep-celebrate")} }
            p { class: "lead", {say!(words, "keep-celebrate-lead")} }
            match (page.news.through, &page.news.students[..]) {
                (None, _) => rsx! { p { {say!(words, "keep-celebrate-no-attendance")} } },
                (Some(_), []) => rsx! { p { {say!(words, "keep-celebrate-none")} } },
                (Some(day), students) => rsx! {
                    p { class: "quiet-text", {say!(words, "keep-celebrate-through", day: words.day_and_year(day))} }
                    ul { class: "keep-cards",
                        for student in students { {celebrate(words, page, student)} }
                    }
                },
            }
        }
    };
    framed(words, &frame, main)
}

fn mentors(words: Words, page: &ThanksPage<'_>) -> Element {
    rsx! {
        div { class: "scroll",
            table { class: "keep-table",
                thead {
                    tr {
                        th { scope: "col", {say!(words, "keep-col-mentor")} }
                        th { scope: "col", {say!(words, "keep-col-weeks")} }
                        th { scope: "col", {say!(words, "keep-col-reached")} }
                        th { scope: "col", {say!(words, "keep-col-hours")} }
                        th { scope: "col", {say!(words, "keep-col-thanked")} }
                        th { scope: "col", class: "no-print", {say!(words, "keep-col-thank")} }
                    }
                }
                tbody {
                    for mentor in &page.news.mentors { {to_thank(words, page, mentor)} }
                }
            }
        }
    }
}

fn to_thank(words: Words, page: &ThanksPage<'_>, mentor: &ToThank) -> Element {
    let of = &mentor.of;
    let year = mentor.dosage.as_ref().map(|dosage| dosage.year);
    let weeks =
        year.map(|year| say!(words, "keep-weeks-met", met: year.weeks_met, of: year.weeks_applicable));
    let thanked =
        of.last_thanks.map_or_else(|| say!(words, "keep-thanked-never"), |day| words.day_short(day));
    rsx! {
        tr {
            th { scope: "row",
                a { class: "n", href: "/staff/support/{of.id}", "{of.name}" }
                small { {say!(words, "keep-students-now", n: of.starts.len())} }
            }
            td { "data-label": say!(words, "keep-col-weeks"), {weeks.unwrap_or_default()} }
            td { "data-label": say!(words, "keep-col-reached"),
                {year.map(|year| say!(words, "keep-days-reached", n: year.dates_reached)).unwrap_or_default()}
            }
            td { "data-label": say!(words, "keep-col-hours"),
                {say!(words, "keep-hours", hours: mentor.minutes / 60, minutes: mentor.minutes % 60)}
            }
            td { "data-label": say!(words, "keep-col-thanked"),
                "{thanked}"
                small { {say!(words, "keep-thanks-next")} " " {due(words, mentor.due, page.today)} }
            }
            td { class: "no-print",
                details {
                    summary { "data-testid": "thank", {say!(words, "keep-thank-open", name: of.name.as_str())} }
                    form { method: "post", action: "/staff/thanks",
                        {form_token(page.who)}
                        input { r#type: "hidden", name: "mentor", value: "{of.id}" }
                        {page.form.select(say!(words, "keep-thank-way"), "way", choices(ThanksWay::ALL, ThanksWay::word, |word| say!(words, "keep-thank-way-word", word: word)), ThanksWay::Words.word())}
                        {page.form.line(say!(words, "keep-talk-day"), "day", "date", &page.today.to_string())}
                        button { class: "small-btn", {say!(words, "keep-thank-do")} }
                    }
                    p { class: "keep-links",
                        for language in Language::ALL {
                            a { lang: language.word(), hreflang: language.word(), href: "/staff/thanks/{of.id}?in={language.word()}",
                                {say!(Words::of(language), "keep-thank-card")}
                            }
                        }
                    }
                }
            }
        }
    }
}

fn celebrate(words: Words, page: &ThanksPage<'_>, student: &ToCelebrate) -> Element {
    let of = &student.of;
    let language = of.language.as_deref().filter(|language| *language != "en");
    rsx! {
        li { class: "panel",
            h3 { a { href: "/staff/students/{of.id}", "{of.name}" } }
            p { class: "quiet-text",
                {grade(words, of.grade.as_deref())}
                if let Some(language) = language { " · " {say!(words, "keep-language", language: language)} }
            }
            for why in reasons(words, student) { p { "{why}" } }
            for said in &student.said {
                p { class: "quiet-text",
                    {say!(words, "keep-celebrated", whom: said.whom.word(), form: say!(words, "recognition-form", word: said.form.word()), day: words.day_short(said.day), by: said.by.as_str())}
                }
            }
            details { class: "no-print",
                summary { "data-testid": "celebrate", {say!(words, "keep-celebrate-open", name: of.name.as_str())} }
                form { method: "post", action: "/staff/thanks",
                    {form_token(page.who)}
                    input { r#type: "hidden", name: "student", value: "{of.id}" }
                    {page.form.radios(say!(words, "keep-celebrate-whom"), "whom", choices(Recognised::ALL, Recognised::word, |word| say!(words, "keep-celebrate-whom-word", word: word)), Recognised::Student.word())}
                    {page.form.select(say!(words, "keep-celebrate-how"), "form", choices(RecognitionForm::ALL, RecognitionForm::word, |word| say!(words, "recognition-form", word: word)), RecognitionForm::Words.word())}
                    {page.form.line(say!(words, "keep-talk-day"), "day", "date", &page.today.to_string())}
                    button { class: "small-btn", {say!(words, "keep-celebrate-do")} }
                }
            }
        }
    }
}

/// What got better, against the student's own past.
fn reasons(words: Words, student: &ToCelebrate) -> Vec<String> {
    let spot = &student.spot;
    let fewer = spot.fewer_absences.map(
        |(now, before)| say!(words, "keep-fewer", now: days_of(now.to_halves()), before: days_of(before.to_halves())),
    );
    let row = (spot.present_in_a_row > 1).then(|| match spot.at_least {
        true => say!(words, "keep-row-at-least", n: spot.present_in_a_row),
        false => say!(words, "keep-row", n: spot.present_in_a_row),
    });
    fewer.into_iter().chain(row).collect()
}
