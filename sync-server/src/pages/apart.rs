//! The last thing that is done to a page: what somebody wrote with marks that turn the reading direction ends where its
//! own text ends, so that no name moves a cell, a word or a button beside it. Of every page, whoever wrote it.

use daymark_components::{acts_beyond, apart};

/// The same HTML, in which no text acts beyond its element.
pub fn each_text_apart(html: String) -> String {
    // Hardly any page has such a mark.
    if !acts_beyond(&html) {
        return html;
    }
    let (mut done, mut rest) = (String::with_capacity(html.len() + 64), html.as_str());
    while let Some(tag) = rest.find('<') {
        let (text, from_tag) = rest.split_at(tag);
        done.push_str(&of_text(text));
        let (tag, after) = from_tag.split_at(end_of_tag(from_tag));
        done.push_str(tag);
        rest = after;
    }
    done + &of_text(rest)
}

fn of_text(text: &str) -> std::borrow::Cow<'_, str> {
    if acts_beyond(text) { apart(text) } else { text.into() }
}

/// How long the tag is that begins here: a `>` between quotation marks belongs to a value.
fn end_of_tag(html: &str) -> usize {
    let mut quote = None;
    let end = html.char_indices().find(|(_, c)| match (quote, c) {
        (None, '>') => true,
        (None, '"' | '\'') => {
            quote = Some(*c);
            false
        }
        (Some(open), c) => {
            quote = (open != *c).then_some(open);
            false
        }
        _ => false,
    });
    end.map_or(html.len(), |(at, _)| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_ends_with_the_text_in_which_it_stands() {
        let html = "<td title=\"1 > 0\">\u{202e}Ana</td><td>7</td>".to_owned();
        assert_eq!(each_text_apart(html), "<td title=\"1 > 0\">\u{2068}\u{202e}Ana\u{2069}</td><td>7</td>");
    }

    #[test]
    fn values_of_a_form_stay_as_they_are() {
        let html = "<input value=\"\u{202e}Ana\"><p>x</p>".to_owned();
        assert_eq!(each_text_apart(html.clone()), html);
    }
}
