use super::*;
use daymark_test_support::{DistrictPlan, generate, write_export};
#[test]
#[ignore]
fn large_district() {
    let school = School::empty();
    let folder = tempfile::tempdir().unwrap();
    let district = generate(&DistrictPlan::large(day("2025-10-14"), std::env::var("STUDENTS").unwrap().parse().unwrap()));
    write_export(&district, folder.path()).unwrap();
    let timed = |name: &str, work: &dyn Fn() -> Result<ImportReport, ImportError>| {
        let start = std::time::Instant::now();
        let report = work().unwrap();
        println!("{name}: {:.1?}\n{}", start.elapsed(), report.to_string().lines().last().unwrap());
    };
    for _ in 0..2 {
        timed("oneroster", &|| import_oneroster(&school.store, &folder.path().join("oneroster"), &skipping()));
        timed("calendar", &|| import_calendar(&school.store, &folder.path().join("calendar.csv"), &skipping()));
        timed("attendance", &|| import_attendance(&school.store, &folder.path().join("attendance.csv"), &skipping()));
    }
    println!("{}", std::fs::read_to_string("/proc/self/status").unwrap().lines().filter(|l| l.starts_with("VmHWM")).next().unwrap());
}
