//! How a language counts: which form of a word stands with which number.

use super::fill;
use crate::id::Text;

/// How a language chooses among plural forms; the rules of Unicode CLDR for whole numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PluralRule {
    /// 1 is one, the rest other: Kazakh, English.
    OneOther,
    /// 1, 21 are one; 2–4, 22–24 few; the rest many: Russian.
    OneFewMany,
}

impl PluralRule {
    const ONE_FEW_MANY: &str = "one-few-many";

    /// The rule of that name; an unknown name is the simpler rule.
    pub(super) fn of(name: &str) -> Self {
        if name == Self::ONE_FEW_MANY { Self::OneFewMany } else { Self::OneOther }
    }

    /// The name of the rule, as authors write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::OneOther => "one-other",
            Self::OneFewMany => Self::ONE_FEW_MANY,
        }
    }
}

/// The forms of a word that counts; `{n}` stands for the number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plural {
    /// For one.
    pub one: Text,
    /// For few; the same as `other` where the language does not tell them apart.
    pub few: Text,
    /// For many and for all other numbers.
    pub other: Text,
}

impl Plural {
    /// The form for `n`, with the number filled in.
    pub fn say(&self, rule: PluralRule, n: usize) -> String {
        let one = match rule {
            PluralRule::OneOther => n == 1,
            PluralRule::OneFewMany => n % 10 == 1 && n % 100 != 11,
        };
        let few =
            matches!(rule, PluralRule::OneFewMany) && (2..=4).contains(&(n % 10)) && !(12..=14).contains(&(n % 100));
        let form = match (one, few) {
            (true, _) => &self.one,
            (false, true) => &self.few,
            (false, false) => &self.other,
        };
        fill(form, &[("n", &n)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn say(rule: PluralRule, n: usize) -> String {
        let plural = Plural { one: "{n} one".into(), few: "{n} few".into(), other: "{n} other".into() };
        plural.say(rule, n)
    }

    #[test]
    fn russian_counts_in_three_forms() {
        let check = |n: usize, form: &str| assert_eq!(say(PluralRule::OneFewMany, n), format!("{n} {form}"));
        for n in [1, 21, 101] {
            check(n, "one");
        }
        for n in [2, 4, 22, 104] {
            check(n, "few");
        }
        for n in [0, 5, 11, 12, 14, 111, 112] {
            check(n, "other");
        }
    }

    #[test]
    fn kazakh_and_english_count_in_two() {
        assert_eq!(say(PluralRule::OneOther, 1), "1 one");
        assert_eq!(say(PluralRule::OneOther, 2), "2 other");
        assert_eq!(say(PluralRule::OneOther, 21), "21 other");
    }
}
