//! What several screens share.

mod callees;
mod header;
mod languages;
mod page;
mod tabs;
mod toast;
mod view;

pub use callees::Callees;
pub use languages::Languages;
pub use page::Page;
pub use tabs::Tab;
pub use toast::{Toast, ToastLine};
pub use view::{Waiting, use_view};
