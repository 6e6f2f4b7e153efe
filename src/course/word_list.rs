//! A table of words as a struct: a field for each key of the table.

/// Declares a struct of texts that knows its keys and is made from a list in the order of its fields.
macro_rules! word_list {
    ($(#[$about:meta])* $name:ident $($(#[$doc:meta])* $text:ident,)*) => {
        $(#[$about])*
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct $name {
            $($(#[$doc])* pub $text: Text,)*
        }

        impl $name {
            /// The keys of all texts, as fields are named in Rust.
            pub const TEXTS: &[&str] = &[$(stringify!($text)),*];

            /// All texts, in the order of the keys.
            pub fn texts(&self) -> Vec<Text> {
                vec![$(self.$text.clone()),*]
            }
        }

        impl From<Vec<Text>> for $name {
            fn from(list: Vec<Text>) -> Self {
                let mut list = list.into_iter();
                let mut next = || list.next().unwrap_or_default();
                Self { $($text: next(),)* }
            }
        }
    };
}

pub(super) use word_list;
