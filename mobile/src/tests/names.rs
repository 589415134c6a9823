//! Names whose marks turn the reading direction, on every screen that shows one.

use super::*;

/// Turns what comes behind it, and ends more than it began.
const TURNS: &str = "\u{202e}Tyrone\u{2069}\u{202e} Dyer";

fn named() -> String {
    TURNS.to_owned()
}

/// The usual views, with that name in the place of each.
fn prepared(request: &Request) -> Option<Result<Reply, Failure>> {
    Some(Ok(match request {
        Request::Door { .. } => {
            let mut view = door_view(true);
            view.rows.iter_mut().for_each(|row| (row.student, row.first_name) = (named(), named()));
            Reply::Door(view)
        }
        Request::Caseload => {
            let mut view = caseload(true);
            view.rows.iter_mut().for_each(|row| row.student = named());
            Reply::Caseload(view)
        }
        Request::Student { .. } => {
            let mut view = student_view();
            (view.student, view.first_name) = (named(), named());
            view.callees.iter_mut().for_each(|callee| callee.name = named());
            Reply::Student(view)
        }
        Request::MyWeek { .. } => {
            let mut view = day::my_week(Holds::Nothing, true);
            view.rows.iter_mut().for_each(|row| row.who.student = named());
            Reply::MyWeek(view)
        }
        _ => return None,
    }))
}

/// Whether what stands before the name, in its own text, takes the marks in: as many stretches begun as the name ends.
fn is_apart(text: &str) -> bool {
    text.match_indices(TURNS).all(|(at, name)| {
        text[..at].ends_with("\u{2068}\u{2068}") && text[at + name.len()..].starts_with('\u{2069}')
    })
}

#[test]
fn a_name_with_marks_that_turn_the_reading_direction_moves_nothing_on_any_screen() {
    let mut shown = 0;
    for scene in all_scenes() {
        let path = scene.path;
        let html = screen(Scene { also: Some(Prepares(prepared)), tap: &[], ..scene });
        let texts = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
        for text in texts.filter(|text| text.contains(TURNS)) {
            shown += 1;
            assert!(is_apart(text), "{path}: {}", text.escape_unicode());
        }
    }
    assert!(shown > 20, "{shown} names");
}
