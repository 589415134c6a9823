//! What is granted of a student, as the server's answers bring and take it.

use daymark_domain::GrantedField;
use daymark_protocol::{GrantedFieldRow, GrantedLineRow, GrantedRow};

use super::*;

fn granted(days: u64) -> Rows {
    let line =
        GrantedLineRow { day: today().number(), kind: None, text: Some("Dentist".into()), hundredths: None };
    let field = |word: &str| GrantedFieldRow {
        field: word.into(),
        until: today().plus(days).number(),
        lines: vec![line.clone()],
    };
    // What a later server grants this version does not know, and does not show.
    let fields = vec![field("attendance_reasons"), field("shoe_size")];
    Rows { granted: Some(vec![GrantedRow { match_id: [1; 16].into(), fields }]), ..Rows::default() }
}

fn with(core: &mut Core, rows: Rows) {
    core.apply_answer(&answer([Down::from(rows)]), &[]).unwrap();
}

fn stored(core: &Core) -> i64 {
    let count = "SELECT (SELECT count(*) FROM granted_field) + (SELECT count(*) FROM granted_line)";
    core.db.query_row(count, [], |row| row.get(0)).unwrap()
}

#[test]
fn a_granted_field_is_shown_to_its_last_day_and_leaves_by_the_servers_clock_even_if_nobody_says_so() {
    let (mut core, hand) = paired();
    assert!(page(&mut core, 1).granted.is_empty());
    with(&mut core, granted(0));
    let shown = page(&mut core, 1).granted;
    assert_eq!((shown.len(), shown[0].field), (1, GrantedField::AttendanceReasons));
    assert_eq!(shown[0].lines[0].text.as_deref(), Some("Dentist"));
    assert!(page(&mut core, 2).granted.is_empty());
    // A clock that runs ahead shows it no more, and costs nothing: it would not come again.
    hand.set(TUESDAY_MORNING + 86_400);
    assert!(page(&mut core, 1).granted.is_empty());
    core.apply_answer(&answer([]), &[]).unwrap();
    assert_eq!(stored(&core), 4);
    let mut tomorrow = Vec::new();
    Down::from(Welcome::new([7; 8].into(), TUESDAY_MORNING + 86_400, None, None, None)).write(&mut tomorrow);
    Down::from(Done::new(6, false, None)).write(&mut tomorrow);
    core.apply_answer(&tomorrow, &[]).unwrap();
    assert_eq!(stored(&core), 0);
}

#[test]
fn what_is_granted_no_more_leaves_with_an_empty_row_with_the_match_anew_and_with_the_student() {
    let nothing = GrantedRow { match_id: [1; 16].into(), fields: Vec::new() };
    let ended = Rows { granted: Some(vec![nothing]), ..Rows::default() };
    let row = MatchRow {
        id: [1; 16].into(),
        student_id: [1; 16].into(),
        start_day: today().number(),
        wake_up_calls: false,
    };
    let anew = Rows { matches: Some(vec![row]), attendance: Some(Vec::new()), ..Rows::default() };
    for news in [Down::from(ended), Down::from(anew), Revoked::new([1; 16].into(), None).into()] {
        let (mut core, _) = paired();
        with(&mut core, granted(30));
        assert_eq!(stored(&core), 4);
        core.apply_answer(&answer([news]), &[]).unwrap();
        assert_eq!(stored(&core), 0);
    }
}
