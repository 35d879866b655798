//! Headers that are questions of a survey, in English, Dutch and Swedish.

use super::super::Field as F;

/// For each field pieces of its question: of one group all are there. Surest first.
#[rustfmt::skip]
const ASKED: &[(F, f64, &[&[&str]])] = &[
    (F::Score, 0.9, &[
        &["likely", "recommend"], &["likelihood", "recommend"], &["would you recommend"],
        &["waarschijnlijk", "aanbe"], &["waarschijnlijk", "aanraden"], &["waarschijnlijk", "aanraadt"],
        &["hoe graag", "aanbe"], &["troligt", "rekommend"], &["sannolik", "rekommend"],
        &["skulle du rekommendera"], &["net promoter"],
    ]),
    (F::Service, 0.6, &[
        &["customer service"], &["customer support"], &["our support"], &["klantenservice"],
        &["klantendienst"], &["kundtjänst"], &["kundservice"], &["vår support"],
    ]),
    (F::Experience, 0.6, &[
        &["overall", "experience"], &["overall", "satisf"], &["totale ervaring"],
        &["ervaring", "geheel"], &["helhet"], &["upplevelse"],
    ]),
    (F::Quality, 0.6, &[&["quality"], &["kwaliteit"], &["kvalitet"]]),
    (F::Comment, 0.7, &[
        &["reason for your"], &["main reason"], &["why did you"], &["why do you"], &["tell us"], &["improve"],
        &["why", "score"], &["why", "rating"], &["why", "answer"], &["anything else"], &["could we do"], &["should we do"], &["do better"], &["feedback"], &["comment"],
        &["reden", "cijfer"], &["reden", "score"], &["waarom"], &["verbeter"], &["toelicht"],
        &["opmerking"], &["beter", "doen"], &["varför"], &["anledning"], &["förbättra"], &["kommentar"],
        &["bättre", "göra"], &["göra bättre"],
    ]),
];

/// How a question begins.
const BEGIN: [&str; 28] = [
    "how", "what", "why", "which", "would", "do", "did", "does", "are", "is", "please", "hoe",
    "wat", "waarom", "welke", "welk", "zou", "heeft", "bent", "hur", "vad", "varför", "vilken",
    "vilket", "skulle", "har", "är", "vill",
];

/// Fewer words are the name of a column, no question.
const LEAST_WORDS: usize = 3;

/// How surely a header asks for a field, 0 to 1. Names are as [`Header::name`](super::Header) gives
/// them.
pub(super) fn likeness(field: F, name: &str) -> f64 {
    let asked = ASKED.iter().find(|(known, ..)| *known == field);
    let Some((_, sure, groups)) = asked.filter(|_| name.split(' ').count() >= LEAST_WORDS) else {
        return 0.0;
    };
    let all = |group: &&[&str]| group.iter().all(|piece| name.contains(piece));
    if groups.iter().any(all) { *sure } else { 0.0 }
}

/// Whether a header speaks of recommending, which only surveys do.
pub(super) fn is_of_nps(name: &str) -> bool {
    name.split(' ').any(|word| word == "nps") || likeness(F::Score, name) > 0.0
}

/// Whether a header is a question.
pub(in crate::import) fn is_asked(name: &str) -> bool {
    let mut words = name.split(' ');
    let begins = words.next().is_some_and(|first| BEGIN.contains(&first));
    (begins && words.count() + 1 >= LEAST_WORDS)
        || ASKED.iter().any(|(field, ..)| likeness(*field, name) > 0.0)
}

#[cfg(test)]
mod tests {
    use super::super::Header;
    use super::*;

    fn asks(shown: &str) -> Option<F> {
        let name = Header::new(shown).name;
        let sure = |field: F| (likeness(field, &name), field);
        let best = ASKED.iter().map(|(field, ..)| sure(*field));
        let best = best.max_by(|a, b| a.0.total_cmp(&b.0))?;
        (best.0 > 0.0).then_some(best.1)
    }

    #[test]
    fn a_question_says_what_it_asks_for_in_three_languages() {
        for question in [
            "How likely is it that you would recommend Harbour to a friend or colleague?",
            "Hoe waarschijnlijk is het dat je ons zou aanbevelen bij een collega?",
            "Hoe waarschijnlijk is het dat u ons aanbeveelt?",
            "Hur troligt är det att du skulle rekommendera oss till en kollega?",
            "Hur sannolikt är det att du rekommenderar oss?",
        ] {
            assert_eq!(asks(question), Some(F::Score), "{question}");
        }
        for question in [
            "What is the main reason for your score?",
            "Wat is de belangrijkste reden voor dit cijfer?",
            "Vad kan vi göra bättre?",
            "What should we improve, and why?",
        ] {
            assert_eq!(asks(question), Some(F::Comment), "{question}");
        }
        assert_eq!(asks("How do you rate our customer service?"), Some(F::Service));
        assert_eq!(asks("Hoe beoordeel je de kwaliteit van het product?"), Some(F::Quality));
        assert_eq!(asks("Which plan are you on?"), None);
    }

    #[test]
    fn columns_of_other_files_are_no_questions() {
        assert!(is_asked("which plan are you on"));
        for name in ["timestamp", "event", "customer id", "event name", "page url", "date created"]
        {
            assert!(!is_asked(name), "{name}");
        }
    }
}
