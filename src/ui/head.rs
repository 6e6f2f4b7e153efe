//! What a page says about itself in its head; the prerenderer writes it, navigation keeps it true.

use super::{Address, View};
use crate::course::fill;
use crate::course::{Content, Page};

/// The head of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The title of the document.
    pub title: String,
    /// What the page is about, in a sentence or two.
    pub description: String,
}

/// The head of a page at an address.
pub fn head(page: &Page, address: &Address) -> Head {
    let words = &page.words;
    match (&page.content, &address.view) {
        (Content::Lesson(lesson), View::Result(_)) => Head {
            title: format!("{} – {}", fill(&words.result_title, &[("lesson", &lesson.title)]), words.course_title),
            description: lesson.summary.to_string(),
        },
        (Content::Lesson(lesson), View::Lesson(_) | View::Cover | View::Practice | View::Progress | View::Search) => {
            Head {
                title: format!("{} – {}", lesson.title, words.course_title),
                description: lesson.summary.to_string(),
            }
        }
        (Content::Desk(outline), View::Practice) => Head {
            title: format!("{} – {}", outline.words.practice_title, words.course_title),
            description: outline.words.practice_about.to_string(),
        },
        (Content::Desk(outline), View::Progress) => Head {
            title: format!("{} – {}", outline.words.progress_title, words.course_title),
            description: outline.words.progress_about.to_string(),
        },
        (Content::Desk(outline), View::Search) => Head {
            title: format!("{} – {}", outline.words.search_title, words.course_title),
            description: outline.words.search_about.to_string(),
        },
        (Content::Desk(_), View::Cover | View::Lesson(_) | View::Result(_)) => Head {
            title: format!("{} – {}", words.course_title, words.course_tagline),
            description: words.course_about.to_string(),
        },
    }
}
