//! Which rules a report follows, and what its head says of them.

use super::*;
use crate::store::schools::SchoolStore;
use crate::store::settings::{NewSetting, SettingStore};

#[tokio::test]
async fn a_schools_own_rule_holds_for_its_rows_and_is_named_in_the_districts_report() {
    let demo = district::demo().await;
    let schools = demo.store.schools().await.unwrap();
    let own = schools.iter().find(|school| school.sis_id == "410002").unwrap();
    let before = json(&demo.store, "attendance", &Question::default()).await;
    let new = NewSetting {
        school_id: Some(own.id),
        key: "severe_from_percent".to_owned(),
        value: Some("90".to_owned()),
        from: Some(day("2026-01-01")),
        at: 0,
        by: "Pat".to_owned(),
    };
    demo.store.add_setting(new).await.unwrap();
    let after = json(&demo.store, "attendance", &Question::default()).await;
    assert_eq!(after["rule"]["schools"]["410002"]["severe_from_percent"], "90");
    assert_eq!(after["rule"]["settings"]["severe_from_percent"], "20");
    assert_eq!((&before["rule"]["version"], &after["rule"]["version"]), (&0.into(), &1.into()));
    let severe = |report: &Value, school: &str| {
        rows_where(report, "students", &[("school_id", school), ("tier", "severe")]).len()
    };
    assert!(severe(&before, "410002") > 0);
    assert_eq!(severe(&after, "410002"), 0);
    assert_eq!(severe(&after, "410001"), severe(&before, "410001"));
    let earlier = Question { as_of: Some(day("2025-12-19")), ..Question::default() };
    let earlier = json(&demo.store, "attendance", &earlier).await;
    assert_eq!(earlier["rule"]["schools"], serde_json::json!({}), "the rule began later");
}

#[tokio::test]
async fn a_value_for_one_report_alone_is_named_in_it_and_kept_nowhere() {
    let demo = district::demo().await;
    let overrides = vec![("minimum_enrolled_days".to_owned(), "180".to_owned())];
    let asked = Question { overrides, ..Question::default() };
    let report = json(&demo.store, "attendance", &asked).await;
    assert_eq!(report["rule"]["overridden"], serde_json::json!(["minimum_enrolled_days"]));
    assert!(rows_where(&report, "students", &[("tier", "moderate")]).is_empty());
    assert!(demo.store.settings().await.unwrap().is_empty());
}

#[tokio::test]
async fn a_wrong_value_is_answered_with_what_there_is() {
    let demo = district::demo().await;
    let asked = |key: &str, value: &str| Question {
        overrides: vec![(key.to_owned(), value.to_owned())],
        ..Question::default()
    };
    let said = async |question| match facts(&demo.store, &question).await {
        Ok(_) => panic!("accepted"),
        Err(error) => error.to_string(),
    };
    let wrong_value = said(asked("half_day_rule", "never")).await;
    assert!(wrong_value.contains("allowed: miss_ge_half_is_absent"), "{wrong_value}");
    let contradiction = said(asked("chronic_from_percent", "4")).await;
    assert!(contradiction.contains("at_risk_from_percent must stay below"), "{contradiction}");
}

#[tokio::test]
async fn without_a_record_the_sentence_says_what_to_import() {
    let folder = tempfile::tempdir().unwrap();
    let store = crate::store::sqlite::SqliteStore::open(folder.path()).unwrap();
    let Err(error) = facts(&store, &Question::default()).await else { panic!("a report of nothing") };
    assert!(error.to_string().contains("import attendance"), "{error}");
}

#[tokio::test]
async fn page_and_report_say_the_same_of_every_student() {
    let demo = district::demo().await;
    let schools = demo.store.schools().await.unwrap();
    for school in schools {
        let id = school.sis_id.clone();
        let report =
            json(&demo.store, "attendance", &Question { school: Some(school.id), ..Question::default() })
                .await;
        let now = demo.district.instant(demo.district.calendar.today, 8 * 3_600);
        let view = crate::service::week::week(&demo.store, school, None, now).await.unwrap();
        let chronic =
            rows_where(&report, "students", &[]).iter().filter(|row| row["chronic"] == true).count();
        assert_eq!(view.chronic.n as usize, chronic, "{id}");
        for row in &view.rows {
            let sis_id = sis_id(&demo.store, row.of.student_id).await;
            let rows = rows_where(&report, "students", &[("student_id", &sis_id)]);
            let figure = row.standing.unwrap().figure;
            let shown = serde_json::to_value((figure.missed, figure.enrolled)).unwrap();
            assert_eq!(shown, serde_json::json!([rows[0]["absent_days"], rows[0]["enrolled_days"]]), "{id}");
        }
    }
}

async fn sis_id(store: &crate::store::sqlite::SqliteStore, id: daymark_domain::StudentId) -> String {
    store
        .read(move |db| {
            Ok(db.query_row("SELECT sis_id FROM student WHERE id = ?1", [id.as_bytes()], |row| row.get(0))?)
        })
        .await
        .unwrap()
}
