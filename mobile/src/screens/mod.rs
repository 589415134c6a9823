//! The screens: each asks for its view, shows it, and turns a tap into a request.

mod door;
mod my_week;
mod pair;
mod student;
mod students;
mod today;
mod trouble;

pub use door::DoorScreen;
pub use my_week::MyWeekScreen;
pub use pair::PairScreen;
pub use student::StudentScreen;
pub use students::StudentsScreen;
pub use today::TodayScreen;
pub use trouble::TroubleScreen;
