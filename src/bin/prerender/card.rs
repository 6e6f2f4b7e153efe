//! What other sites read of a page to show it: where it lies, its picture and its words (Open Graph), and how it is embedded
//! (oEmbed 1.0). All of that wants full addresses, which a folder of files does not know: `SHANYRAQ_ADDRESS` names it, and
//! without it there is none of that.

use anyhow::{Result, ensure};
use shanyraq::course::quoted;

use crate::page::escape;

/// Where the course will lie: a full address that ends with a slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Site(String);

/// The picture of the course, from its root; 1280 by 965.
pub(crate) const PICTURE: &str = "cover.png";
/// The size of the frame that is proposed, in CSS pixels: as wide as a column, as tall as the beginning of a lesson.
const WIDTH: u32 = 640;
const HEIGHT: u32 = 760;

/// What a card says of a page.
pub(crate) struct Card<'a> {
    /// The path of the page, from the root of the course.
    pub(crate) path: &'a str,
    pub(crate) language: &'a str,
    pub(crate) title: &'a str,
    pub(crate) description: &'a str,
    /// The title of the course.
    pub(crate) course: &'a str,
}

impl Site {
    /// The address as it was given.
    ///
    /// # Errors
    /// It is not one of the web, or has more than a path.
    pub(crate) fn new(address: &str) -> Result<Self> {
        let is_plain = !address.contains(['?', '#', '"', '<', '>', ' ']);
        let is_web =
            ["https://", "http://"].iter().any(|start| address.len() > start.len() && address.starts_with(start));
        ensure!(is_plain && is_web, "SHANYRAQ_ADDRESS is `{address}`, but must be like `https://school.kz/course/`");
        Ok(Self(format!("{}/", address.trim_end_matches('/'))))
    }

    /// The address.
    pub(crate) fn address(&self) -> &str {
        &self.0
    }

    /// For the head of a page; of a lesson it says where its oEmbed lies.
    pub(crate) fn head(&self, card: &Card<'_>, is_lesson: bool) -> String {
        let (title, course, path) = (escape(card.title), escape(card.course), card.path);
        let root = &self.0;
        let oembed = if is_lesson {
            format!(
                "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{root}{path}oembed.json\" title=\"{title}\">"
            )
        } else {
            String::new()
        };
        let properties = [
            ("type", "article"),
            ("url", &format!("{root}{path}")),
            ("title", &title),
            ("description", &escape(card.description)),
            ("site_name", &course),
            ("locale", card.language),
            ("image", &format!("{root}{PICTURE}")),
        ];
        let property = |(name, content): &(&str, &str)| format!("<meta property=\"og:{name}\" content=\"{content}\">");
        let properties: String = properties.iter().map(property).collect();
        format!("{oembed}<link rel=\"canonical\" href=\"{root}{path}\">{properties}")
    }

    /// What `oEmbed` answers for a lesson. The `blockquote` is what `WordPress` loads its script for: without it the frame
    /// stays as tall as it is proposed here. It shows the link in it until the frame has spoken.
    pub(crate) fn oembed(&self, card: &Card<'_>) -> String {
        let (root, path, title) = (&self.0, card.path, escape(card.title));
        let frame = format!(
            "<blockquote><a href=\"{root}{path}\">{title}</a></blockquote>\
             <iframe src=\"{root}{path}?embed\" width=\"{WIDTH}\" height=\"{HEIGHT}\" title=\"{title}\" frameborder=\"0\"></iframe>"
        );
        format!(
            "{{\"version\":\"1.0\",\"type\":\"rich\",\"title\":{},\"provider_name\":{},\"provider_url\":{},\"cache_age\":86400,\
             \"width\":{WIDTH},\"height\":{HEIGHT},\"html\":{}}}",
            quoted(card.title),
            quoted(card.course),
            quoted(root),
            quoted(&frame)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::{Card, Site};

    #[test]
    fn an_address_is_one_of_the_web() {
        assert_eq!(Site::new("https://school.kz/course").unwrap(), Site::new("https://school.kz/course/").unwrap());
        for address in ["", "school.kz", "ftp://school.kz/", "https://", "https://school.kz/?a", "https://a b/"] {
            assert!(Site::new(address).is_err(), "{address}");
        }
    }

    #[test]
    fn what_is_embedded_is_a_link_and_one_plain_frame() {
        let card = Card { path: "kk/a/", language: "kk", title: "«A» & \"b\"", description: "", course: "C" };
        let site = Site::new("https://school.kz/course").unwrap();
        let oembed = site.oembed(&card);
        assert!(oembed.contains(r#""html":"<blockquote><a href=\"https://school.kz/course/kk/a/\">«A» &amp; &quot;b&quot;</a></blockquote><iframe src=\"https://school.kz/course/kk/a/?embed\" width=\"640\" height=\"760\" title=\"«A» &amp; &quot;b&quot;\" frameborder=\"0\"></iframe>""#), "{oembed}");
        assert!(site.head(&card, true).starts_with("<link rel=\"alternate\" type=\"application/json+oembed\" href=\"https://school.kz/course/kk/a/oembed.json\""));
        assert!(!site.head(&card, false).contains("oembed"));
    }
}
