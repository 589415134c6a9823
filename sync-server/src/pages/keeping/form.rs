//! Fields of forms that keep what was typed and say at the field what is wrong with it.

use daymark_components::{Words, say};
use daymark_domain::NoteText;
use dioxus::prelude::*;

use crate::service::keeping::{Fields, SHORT_CHARACTERS_MAX, Wrong};

/// A form as it was sent; empty when it was not.
#[derive(Clone, Copy)]
pub struct Form<'a> {
    /// In which language.
    pub words: Words,
    /// What was typed.
    pub typed: &'a Fields,
    /// Why it was not taken.
    pub wrong: Option<Wrong>,
}

/// One of the choices of a field: its word, and what it says.
pub type Choice = (String, String);

impl Form<'_> {
    /// What stands in a field: what was typed, or else what is proposed.
    pub fn value(&self, name: &str, proposed: &str) -> String {
        self.typed.get(name).map_or_else(|| proposed.to_owned(), Clone::clone)
    }

    /// Why the form was not taken, above it.
    pub fn refusal(&self) -> Element {
        rsx! {
            if let Some(wrong) = self.wrong {
                p { class: "notice bad", role: "alert", {say!(self.words, "keep-wrong", word: wrong.why)} }
            }
        }
    }

    /// Whether the form was not taken because of this field, or something stands in it.
    pub fn asks_for(&self, name: &str) -> bool {
        self.wrong_at(name).is_some() || !self.value(name, "").is_empty()
    }

    fn wrong_at(&self, name: &str) -> Option<Wrong> {
        self.wrong.filter(|wrong| wrong.field == name)
    }

    fn says_wrong(&self, name: &str) -> Element {
        let words = self.words;
        rsx! {
            if let Some(wrong) = self.wrong_at(name) {
                small { class: "late", id: "wrong-{name}", {say!(words, "keep-wrong", word: wrong.why)} }
            }
        }
    }

    /// A field of a line: `kind` is the input's type.
    pub fn line(&self, label: String, name: &'static str, kind: &'static str, proposed: &str) -> Element {
        let (value, wrong) = (self.value(name, proposed), self.wrong_at(name).is_some());
        rsx! {
            label { class: "field", "{label}"
                input {
                    r#type: kind,
                    name,
                    value: "{value}",
                    maxlength: "{SHORT_CHARACTERS_MAX}",
                    autocomplete: "off",
                    "aria-invalid": if wrong { "true" },
                    "aria-describedby": if wrong { "wrong-{name}" },
                }
                {self.says_wrong(name)}
            }
        }
    }

    /// A longer text.
    pub fn text(&self, label: String, name: &'static str, hint: Option<String>) -> Element {
        let (value, wrong) = (self.value(name, ""), self.wrong_at(name).is_some());
        rsx! {
            label { class: "field", "{label}"
                if let Some(hint) = hint {
                    small { "{hint}" }
                }
                textarea {
                    name,
                    rows: "3",
                    maxlength: "{NoteText::MAX_CHARACTERS}",
                    "aria-invalid": if wrong { "true" },
                    "aria-describedby": if wrong { "wrong-{name}" },
                    "{value}"
                }
                {self.says_wrong(name)}
            }
        }
    }

    /// One of many, in a list that opens.
    pub fn select(&self, label: String, name: &'static str, choices: Vec<Choice>, proposed: &str) -> Element {
        let (value, wrong) = (self.value(name, proposed), self.wrong_at(name).is_some());
        rsx! {
            label { class: "field", "{label}"
                select {
                    name,
                    "aria-invalid": if wrong { "true" },
                    "aria-describedby": if wrong { "wrong-{name}" },
                    if proposed.is_empty() {
                        option { value: "", {say!(self.words, "keep-choose")} }
                    }
                    for (word, says) in choices {
                        option { value: "{word}", selected: word == value, "{says}" }
                    }
                }
                {self.says_wrong(name)}
            }
        }
    }

    /// One of a few, all to be seen.
    pub fn radios(
        &self,
        legend: String,
        name: &'static str,
        choices: Vec<Choice>,
        proposed: &str,
    ) -> Element {
        let value = self.value(name, proposed);
        rsx! {
            fieldset { class: "choices",
                legend { "{legend}" }
                {self.says_wrong(name)}
                for (word, says) in choices {
                    label {
                        input { r#type: "radio", name, value: "{word}", checked: word == value }
                        " {says}"
                    }
                }
            }
        }
    }

    /// Any of many; a box is named `prefix_word`.
    pub fn ticks(&self, legend: String, prefix: &'static str, choices: Vec<Choice>) -> Element {
        rsx! {
            fieldset { class: "choices many",
                legend { "{legend}" }
                {self.says_wrong(prefix)}
                for (word, says) in choices {
                    {self.tick(format!("{prefix}_{word}"), says)}
                }
            }
        }
    }

    /// One box.
    pub fn tick(&self, name: String, says: String) -> Element {
        let checked = self.typed.contains_key(&name);
        rsx! {
            label {
                input { r#type: "checkbox", name: "{name}", value: "yes", checked }
                " {says}"
            }
        }
    }

    /// One box that may have to be ticked.
    pub fn promise(&self, name: &'static str, says: String) -> Element {
        rsx! {
            div { class: "choices",
                {self.tick(name.to_owned(), says)}
                {self.says_wrong(name)}
            }
        }
    }
}

/// Choices from words of the domain.
pub fn choices<T: Copy>(
    all: &[T],
    word: impl Fn(T) -> &'static str,
    says: impl Fn(&'static str) -> String,
) -> Vec<Choice> {
    all.iter().map(|one| (word(*one).to_owned(), says(word(*one)))).collect()
}
