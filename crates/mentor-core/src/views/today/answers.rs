//! What the team answered.

use super::StudentToday;
use crate::api::AnswerCard;
use crate::storage::StorageError;
use crate::views::asks::{Asked, asks};

/// Not read yet, or read today.
pub(super) fn cards(student: &StudentToday<'_>) -> Result<Vec<AnswerCard>, StorageError> {
    let asks = asks(student.day.core, student.mentee.match_id)?.into_iter();
    let news = asks.filter(|Asked { view, read }| {
        view.answer.is_some() && read.is_none_or(|day| day == student.day.today)
    });
    let card =
        |Asked { view, read }| AnswerCard { who: student.mentee.who(), ask: view, done: read.is_some() };
    Ok(news.map(card).collect())
}
