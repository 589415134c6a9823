//! The screens: each asks for its view, shows it, and turns a tap into a request.

mod agreement;
mod door;
mod group;
mod library;
pub mod lock;
mod my_month;
mod my_week;
mod pair;
mod student;
mod students;
mod this_phone;
mod today;
mod trouble;

pub use agreement::AgreementScreen;
pub use door::DoorScreen;
pub use group::GroupScreen;
pub use library::LibraryScreen;
pub use my_month::MyMonthScreen;
pub use my_week::MyWeekScreen;
pub use pair::PairScreen;
pub use student::{StudentPageName, StudentPageScreen, StudentScreen};
pub use students::StudentsScreen;
pub use this_phone::ThisPhoneScreen;
pub use today::TodayScreen;
pub use trouble::TroubleScreen;
