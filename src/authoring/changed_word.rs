//! The fence of a word that changed.

use super::diagnostic::Rule;
use super::fence::{self, alt};
use super::lesson::Context;
use super::reader::Reader;
use crate::course::{Block, Word, WordChange, WordForm, WordPart};
use crate::id::{FigureId, LanguageId};

pub(super) fn word(figure: &Reader<'_>, context: &Context<'_>) -> Option<Block> {
    let (id, title, alt) = (figure.id("id"), figure.words("title"), alt(figure));
    let claims = fence::claims(figure, context);
    let (before_when, after_when) = (figure.words("before-when"), figure.words("after-when"));
    let languages = figure.tables("languages", "a language", |language| {
        let (id, label) = (language.id("id"), language.words("label"));
        let (before, after) = (form(language, "before", "before-parts"), form(language, "after", "after-parts"));
        Some(WordChange { language: LanguageId::from(id?), label: label.unwrap_or_default(), before, after })
    });
    let languages: Vec<_> = languages.into_iter().flatten().collect();
    if languages.is_empty() {
        let remedy = "write [[languages]] with `before` and `after`, each with its parts";
        figure.error("languages", Rule::OutOfBounds, "there is no word here", remedy);
    }
    Some(Block::Word(Word {
        id: FigureId::from(id?),
        title: title.unwrap_or_default(),
        alt: alt.unwrap_or_default(),
        claims,
        before_when: before_when.unwrap_or_default(),
        after_when: after_when.unwrap_or_default(),
        languages,
    }))
}

/// A name, and the word in it taken apart.
fn form(language: &Reader<'_>, name: &str, parts: &str) -> WordForm {
    let whole = language.letters(name).unwrap_or_default();
    let read = language.tables(parts, "a part of a word", |part| {
        let (text, means, marked) = (part.letters("text"), part.words("means"), part.flag("marked"));
        Some(WordPart { text: text?, means: means.unwrap_or_default(), marked })
    });
    let read: Vec<_> = read.into_iter().flatten().collect();
    let word: String = read.iter().map(|part| &*part.text).collect();
    if word.is_empty() || !whole.contains(&word) {
        let message = format!("the parts make “{word}”, which does not stand in `{name}`");
        language.error(parts, Rule::WrongValue, &message, "write the parts of one word of the name, in order");
    }
    WordForm { name: whole, parts: read }
}
