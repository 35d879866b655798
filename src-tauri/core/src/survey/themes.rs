//! What a comment is about, suggested by its words. What the user says of it by hand counts more.
//!
//! A theme is suggested where one of its words begins a word of the comment: `price` finds
//! `priced`; one that ends in a space has to be a whole word. Words are in the three languages of
//! the program; upper and lower case are the same.

/// A theme of everybody's, with the words that suggest it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Theme {
    /// As it is stored, and as the catalogue names it.
    pub key: &'static str,
    /// Beginnings of words, in lower case.
    pub words: &'static [&'static str],
}

/// The themes every workspace has.
#[rustfmt::skip]
pub const BUILT_IN: [Theme; 8] = [
    Theme { key: "support", words: &[
        "support", "answer", "helpdesk", "helped", "helpful", "service", "reply", "repl", "waited", "wait",
        "antwoord", "hulp", "geholpen", "helpen", "wacht", "gewacht", "klantenservice", "ondersteuning",
        "svar", "hjälp", "kundtjänst", "vänta"] },
    Theme { key: "price", words: &[
        "price", "pricing", "expensive", "cost", "cheap", "invoice", "dear ", "pay",
        "prijs", "prijz", "duur", "kosten", "goedkoop", "factu", "betal",
        "pris", "dyr", "kosta", "kostnad", "billig", "faktur"] },
    Theme { key: "ease", words: &[
        "easy", "simple", "click", "complicated", "confusing", "clear", "unclear", "intuitive", "difficult",
        "makkelijk", "eenvoudig", "klik", "ingewikkeld", "verwarrend", "duidelijk", "onduidelijk", "moeilijk",
        "enkel", "enkla", "lätt", "klick", "krånglig", "tydlig", "otydlig", "svår"] },
    Theme { key: "speed", words: &[
        "slow", "fast ", "faster", "quick", "speed", "lag ", "hang", "freez",
        "traag", "langzaam", "snel", "hapert",
        "långsam", "seg ", "snabb", "hänger"] },
    Theme { key: "reliability", words: &[
        "outage", "down ", "crash", "bug", "error", "broken", "fail", "unavailable", "without access", "missing",
        "storing", "fout", "kapot", "werkt niet", "vastgelopen", "onbereikbaar", "verdwen",
        "avbrott", "fel ", "krasch", "trasig", "nere", "försvann"] },
    Theme { key: "getting-started", words: &[
        "setup", "set up", "onboard", "getting started", "training", "learn", "new people", "on board", "install",
        "opstart", "inricht", "instell", "inwerk", "leren", "aan de slag", "installat",
        "komma igång", "kom igång", "inställ", "introduk", "utbild", "lära", "installer"] },
    Theme { key: "links", words: &[
        "integrat", "link", "export", "import", "api", "accounting", "bookkeep", "connect", "sync",
        "koppel", "boekhoud", "exporter", "importer", "synchron",
        "koppling", "bokföring", "integrer", "exporter", "synkron"] },
    Theme { key: "features", words: &[
        "feature", "would like", "would be great", "missing", "wish", "app ", "phone", "mobile", "report", "calendar",
        "functie", "graag", "zou fijn", "mis ", "wens", "telefoon", "mobiel", "rapport", "agenda",
        "funktion", "skulle vilja", "saknar", "önskar", "telefon", "mobil", "rapport", "kalender"] },
];

/// Whether one of the words begins a word of a comment. Both in lower case.
fn speaks_of(comment: &str, words: impl IntoIterator<Item = impl AsRef<str>>) -> bool {
    words.into_iter().any(|word| {
        let word = word.as_ref();
        !word.is_empty() && begins(comment, word)
    })
}

fn begins(comment: &str, word: &str) -> bool {
    let start = word.trim_end();
    let is_whole = start.len() < word.len();
    let in_word = |beside: Option<char>| beside.is_some_and(char::is_alphanumeric);
    comment.match_indices(start).any(|(at, _)| {
        let (before, after) = (&comment[..at], &comment[at + start.len()..]);
        let goes_on = is_whole && in_word(after.chars().next());
        !in_word(before.chars().next_back()) && !goes_on
    })
}

/// The themes a comment suggests, by their places: of those built in, then of the user's own, each a
/// list of words.
pub fn suggested(comment: &str, own: &[Vec<String>]) -> Vec<usize> {
    let comment = comment.to_lowercase();
    let built_in = BUILT_IN.iter().map(|theme| speaks_of(&comment, theme.words));
    let own = own.iter().map(|words| speaks_of(&comment, words));
    let spoken_of = built_in.chain(own).enumerate();
    spoken_of.filter(|(_, spoken_of)| *spoken_of).map(|(at, _)| at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn themes(comment: &str) -> Vec<&'static str> {
        suggested(comment, &[]).into_iter().map(|at| BUILT_IN[at].key).collect()
    }

    #[test]
    fn a_comment_suggests_its_themes_in_three_languages() {
        assert_eq!(themes("Too expensive for what we use."), ["price"]);
        assert_eq!(themes("Wij vinden het te duur"), ["price"]);
        assert_eq!(themes("Alldeles för dyrt"), ["price"]);
        assert_eq!(themes("Still no link to our accounting."), ["links"]);
        assert_eq!(themes("Waited four days for an answer."), ["support"]);
        assert_eq!(themes("Very good."), Vec::<&str>::new());
    }

    #[test]
    fn a_word_is_found_at_its_beginning_only() {
        assert!(!themes("A catalink").contains(&"links"));
        assert!(!themes("we appreciate the grapes").contains(&"features"), "a whole word");
        assert!(themes("There should be an APP.").contains(&"features"));
    }

    #[test]
    fn themes_of_ones_own_come_after() {
        let own = [vec!["seat".to_owned(), String::new()]];
        assert_eq!(suggested("Two more seats", &own), [BUILT_IN.len()]);
        assert_eq!(suggested("Nothing", &own), Vec::<usize>::new());
    }
}
