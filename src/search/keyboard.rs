//! What was typed with the keyboard switched to the other alphabet: “fccfv,ktz” is “ассамблея”.

use crate::quiz::letters::lower_text;

/// The letters of one key: on the English keyboard, and on the Kazakh and Russian one.
const KEYS: [(&str, &str); 4] = [
    ("qwertyuiop[]", "йцукенгшщзхъ"),
    ("asdfghjkl;'", "фывапролджэ"),
    ("zxcvbnm,.", "ячсмитьбю"),
    ("2345890-=", "әіңғүұқөһ"),
];

/// The same keys on the other keyboard.
pub(super) fn switched(typed: &str) -> String {
    let key = |letter: char| {
        let mut keys = KEYS.iter().flat_map(|(english, kazakh)| english.chars().zip(kazakh.chars()));
        let other = keys.find_map(|(english, kazakh)| match letter {
            _ if letter == english => Some(kazakh),
            _ if letter == kazakh => Some(english),
            _ => None,
        });
        other.unwrap_or(letter)
    };
    lower_text(typed).chars().map(key).collect()
}

#[cfg(test)]
mod tests {
    use super::switched;

    #[test]
    fn keys_are_the_same_on_both_keyboards() {
        assert_eq!(switched("Fccfv,ktz"), "ассамблея");
        assert_eq!(switched("0fpf0cnfy"), "қазақстан");
        assert_eq!(switched("фыыуьидн"), "assembly");
    }
}
