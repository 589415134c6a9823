//! Days with contact as suns: so many done of so many wanted.

use dioxus::prelude::*;

use crate::{SunIcon, Words, say};

/// A sun for each day that is done, an open ring for each that is still wanted. More than wanted shows as all of them.
#[component]
pub fn ContactSuns(words: Words, done: u32, wanted: u32) -> Element {
    rsx! {
        if wanted > 0 {
            span { class: "suns", role: "img", "aria-label": say!(words, "my-week-suns", done: done, wanted: wanted),
                for n in 0..wanted {
                    if n < done { SunIcon { key: "{n}" } } else { i { key: "{n}", class: "no-sun" } }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test::html_of;

    #[test]
    fn each_day_that_is_done_is_a_sun_and_each_that_is_wanted_a_ring() {
        for (done, wanted, suns, rings) in
            [(0, 3, 0, 3), (2, 3, 2, 1), (5, 3, 3, 0), (1, 1, 1, 0), (0, 0, 0, 0)]
        {
            let html = html_of(rsx! { ContactSuns { words: Words::english(), done, wanted } });
            let count = |what: &str| html.matches(what).count();
            assert_eq!((count("<svg"), count("no-sun")), (suns, rings), "{done} of {wanted}: {html}");
            assert_eq!(html.contains(&format!("{done} of {wanted} days")), wanted > 0);
        }
    }
}
