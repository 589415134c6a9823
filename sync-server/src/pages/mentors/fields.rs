//! Fields of the mentors' forms: what was typed stays, and what is wrong is said beside it.

use daymark_components::{Words, say};
use daymark_domain::SchoolDay;
use dioxus::prelude::*;

use crate::service::mentor_forms::{LINE_CHARACTERS_MAX, TEXT_CHARACTERS_MAX, Wrong};
use crate::service::referral_form::Fields;

/// A form with what was typed into it. Several forms of a page have fields of one name, so each has a word of its own
/// in front of their ids.
#[derive(Clone, Copy)]
pub struct Typed<'a> {
    /// The form's own word.
    pub form: &'static str,
    /// As it was sent; none: an empty form.
    pub fields: Option<&'a Fields>,
    /// What keeps it from being taken.
    pub wrong: Option<&'a Wrong>,
}

impl Typed<'_> {
    /// What a field says.
    pub(super) fn text(&self, field: &str) -> &str {
        self.fields.and_then(|fields| fields.get(field)).map_or("", String::as_str)
    }
    /// Whether a box is ticked.
    pub(super) fn is_ticked(&self, field: &str) -> bool {
        self.fields.is_some_and(|fields| fields.contains_key(field))
    }
    /// Whether the field is the wrong one.
    fn is_wrong(&self, field: &str) -> bool {
        self.wrong.is_some_and(|wrong| wrong.field == field)
    }
    fn id_of_problem(&self, field: &str) -> Option<String> {
        self.is_wrong(field).then(|| format!("{}-{field}-wrong", self.form))
    }
    /// What is wrong with a field, when it is that one.
    pub(super) fn problem(&self, words: Words, field: &str) -> Element {
        let id = self.id_of_problem(field);
        let why = self.wrong.filter(|wrong| wrong.field == field).map(|wrong| wrong.why);
        rsx! {
            if let (Some(id), Some(why)) = (id, why) {
                small { class: "late", id, role: "alert", {say!(words, "mentors-wrong", word: why)} }
            }
        }
    }
}

/// A line of text.
pub(super) fn line(words: Words, typed: &Typed<'_>, field: &str, label: String, required: bool) -> Element {
    let wrong = typed.is_wrong(field).then_some("true");
    rsx! {
        label { class: "field", "{label}"
            input { name: field, value: typed.text(field), maxlength: "{LINE_CHARACTERS_MAX}", autocomplete: "off", required,
                "aria-invalid": wrong, "aria-describedby": typed.id_of_problem(field)
            }
            {typed.problem(words, field)}
        }
    }
}

/// A longer text.
pub(super) fn area(words: Words, typed: &Typed<'_>, field: &str, label: String) -> Element {
    rsx! {
        label { class: "field", "{label}"
            textarea { name: field, rows: "3", maxlength: "{TEXT_CHARACTERS_MAX}",
                "aria-describedby": typed.id_of_problem(field),
                {typed.text(field)}
            }
            {typed.problem(words, field)}
        }
    }
}

/// A date; `given` stands in an empty form.
pub(super) fn day(
    words: Words,
    typed: &Typed<'_>,
    field: &str,
    label: String,
    given: Option<SchoolDay>,
) -> Element {
    let value = match (typed.fields, given) {
        (None, Some(day)) => day.to_string(),
        _ => typed.text(field).to_owned(),
    };
    let required = given.is_some();
    rsx! {
        label { class: "field", "{label}"
            input { r#type: "date", name: field, value, required, "aria-describedby": typed.id_of_problem(field) }
            {typed.problem(words, field)}
        }
    }
}

/// A choice of one; the first is no choice yet.
pub(super) fn choice(
    words: Words,
    typed: &Typed<'_>,
    field: &str,
    label: String,
    choices: Vec<(&'static str, String)>,
) -> Element {
    rsx! {
        label { class: "field", "{label}"
            select { name: field, required: true, "aria-describedby": typed.id_of_problem(field),
                option { value: "", {say!(words, "mentors-choose")} }
                for (word, said) in choices {
                    option { value: word, selected: typed.text(field) == word, "{said}" }
                }
            }
            {typed.problem(words, field)}
        }
    }
}

/// Choices of which several may be ticked; `group` is the field that the problem is named by.
pub(super) fn boxes(
    words: Words,
    typed: &Typed<'_>,
    group: &str,
    legend: String,
    choices: Vec<(String, String)>,
) -> Element {
    rsx! {
        fieldset { class: "choices mentor-boxes",
            legend { "{legend}" }
            for (name, said) in choices {
                label {
                    input { r#type: "checkbox", name: name.clone(), value: "on", checked: typed.is_ticked(&name) }
                    "{said}"
                }
            }
            {typed.problem(words, group)}
        }
    }
}
