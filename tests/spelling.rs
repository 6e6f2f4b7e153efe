//! What pupils type and what it counts as: every line of `spelling/variants.tsv`.

use shanyraq::id::Text;
use shanyraq::quiz::counts_as;

const VARIANTS: &str = include_str!("spelling/variants.tsv");

fn list(words: &str) -> Vec<Text> {
    words.split('|').filter(|word| !word.is_empty()).map(Text::from).collect()
}

#[test]
fn every_variant_counts_as_it_should() {
    let mut mistakes = Vec::new();
    let mut verdicts = [0, 0];
    for line in VARIANTS.lines().filter(|line| !line.starts_with('#')) {
        let columns: Vec<&str> = line.split('\t').collect();
        let [accepted, rejected, typed, verdict, rule] = columns[..] else {
            mistakes.push(format!("not five columns: {line}"));
            continue;
        };
        let is_right = counts_as(typed, &list(accepted), &list(rejected)).is_some();
        verdicts[usize::from(is_right)] += 1;
        if is_right != (verdict == "right") {
            mistakes.push(format!("{accepted} ({rejected}) typed “{typed}” should be {verdict}, by {rule}"));
        }
    }
    assert!(mistakes.is_empty(), "{} of {verdicts:?}:\n{}", mistakes.len(), mistakes.join("\n"));
    assert!(verdicts.iter().sum::<i32>() >= 250, "the issue asks for 250 variants, there are {verdicts:?}");
}

#[test]
fn the_answer_it_counts_as_is_told() {
    let accepted = list("Ассамблея|Assembly");
    assert_eq!(counts_as("assembli", &accepted, &[]), Some(&accepted[1]));
    assert_eq!(counts_as("асамблея", &accepted, &[]), Some(&accepted[0]));
    assert_eq!(counts_as("", &accepted, &[]), None);
}
