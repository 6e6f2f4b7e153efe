//! Names by which things are known: kebab-case words, said aloud by authors, never a position or a hash.

use std::fmt;
use std::rc::Rc;

use crate::wire::{Receipt, Value, Wire};

/// Text that is shared, not copied: prompts, labels and ids are cloned on every render.
pub type Text = Rc<str>;

/// Whether `name` is made of lower-case ASCII words and digits joined by single hyphens.
pub fn is_kebab_case(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_lowercase() || first.is_ascii_digit())
        && !name.ends_with('-')
        && !name.contains("--")
        && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(Text);

        impl $name {
            /// The id as it is written in content and addresses.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Wire for $name {
            fn to_wire(&self) -> Value {
                Value::Text(self.0.clone())
            }

            fn from_wire(value: Value, receipt: &mut Receipt) -> Self {
                Self(Text::from_wire(value, receipt))
            }
        }

        impl From<&str> for $name {
            fn from(name: &str) -> Self {
                Self(Text::from(name))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// A lesson; also its folder in `content/` and its part of the address.
    LessonId;
    /// A section of a lesson; also its anchor in the page.
    SectionId;
    /// A goal of a lesson: what a pupil can do afterwards.
    GoalId;
    /// A question. Progress hangs on it: never changed once published.
    QuestionId;
    /// An option or an item of a question; unique within the question.
    OptionId;
    /// A claim of the article.
    ClaimId;
    /// A term of the glossary.
    TermId;
    /// A figure; unique within its lesson.
    FigureId;
    /// A language as in BCP 47, such as `kk`; also the first part of an address.
    LanguageId;
}

#[cfg(test)]
mod tests {
    use super::is_kebab_case;

    #[test]
    fn ids_are_words_joined_by_single_hyphens() {
        for good in ["a", "forum-1992", "1992-forum", "nine-seats"] {
            assert!(is_kebab_case(good), "{good}");
        }
        for bad in ["", "-a", "a-", "a--b", "Forum", "форум", "a_b", "a b"] {
            assert!(!is_kebab_case(bad), "{bad}");
        }
    }
}
