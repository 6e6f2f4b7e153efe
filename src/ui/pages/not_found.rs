//! There is nothing to show at an address: said in every language, in a page that needs nothing beside itself.

use yew::prelude::*;

use crate::course::Edition;
use crate::id::{LanguageId, Text};
use crate::ui::figures::emblem;

/// Why there is nothing to show, in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Regret {
    language: LanguageId,
    title: Text,
    text: Text,
    to_cover: Text,
}

impl Regret {
    /// There is no such page.
    pub fn no_page(edition: &Edition) -> Self {
        Self::of(edition, &edition.words.not_found_title, &edition.words.not_found_text)
    }

    /// The page is not kept, and there is no network.
    pub fn no_network(edition: &Edition) -> Self {
        Self::of(edition, &edition.offline_words.no_network_title, &edition.offline_words.no_network_text)
    }

    /// The heading.
    pub fn title(&self) -> &Text {
        &self.title
    }

    fn of(edition: &Edition, title: &Text, text: &Text) -> Self {
        let (language, to_cover) = (edition.language.clone(), edition.words.to_cover.clone());
        Self { language, title: title.clone(), text: text.clone(), to_cover }
    }
}

/// What [`NotFound`] needs.
#[derive(Clone, PartialEq, Properties)]
pub struct NotFoundProps {
    /// Why, in each language, the original first.
    pub regrets: Vec<Regret>,
    /// The way from the page to the root of the course, as far as it is known before its script has looked.
    #[prop_or_default]
    pub root: AttrValue,
}

/// There is nothing to show at this address.
#[component]
pub fn NotFound(props: &NotFoundProps) -> Html {
    let section = |n: usize, regret: &Regret| {
        let (id, title) = (&regret.language, AttrValue::from(regret.title.clone()));
        html! {
            <section lang={id.to_string()}>
                if n == 0 { <h1>{ title }</h1> } else { <h2>{ title }</h2> }
                <p>{ AttrValue::from(regret.text.clone()) }</p>
                <p><a href={format!("{}{id}/", props.root)} hreflang={id.to_string()} data-language={id.to_string()}>{ AttrValue::from(regret.to_cover.clone()) }</a></p>
            </section>
        }
    };
    html! {
        <main class="not-found" id="content">
            { emblem() }
            { for props.regrets.iter().enumerate().map(|(n, regret)| section(n, regret)) }
        </main>
    }
}
