//! What spelling needs from the system: hunspell, and its dictionaries of the three languages.

use anyhow::Result;

use crate::needs::{self, Need};

const NEEDS: &[Need] = &[
    Need::same_everywhere("hunspell", &["hunspell"], &["hunspell"]),
    Need::same_everywhere("hunspell's Kazakh dictionary", &["/usr/share/hunspell/kk_KZ.dic"], &["hunspell-kk"]),
    Need::same_everywhere("hunspell's Russian dictionary", &["/usr/share/hunspell/ru_RU.dic"], &["hunspell-ru"]),
    Need::same_everywhere("hunspell's British dictionary", &["/usr/share/hunspell/en_GB.dic"], &["hunspell-en-gb"]),
];

/// Finds them; installs what is missing if it may, else fails with the command that would.
pub(crate) fn ensure() -> Result<()> {
    needs::ensure(NEEDS)
}
