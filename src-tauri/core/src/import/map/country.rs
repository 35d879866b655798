//! What a country looks like in a cell: its code of ISO 3166, or a name of those our users sell to most.

use crate::import::value::decoded;

/// Codes of two letters, one after the other.
const CODES: &str = "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCG\
CHCICKCLCMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHU\
IDIEILIMINIOIQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMY\
MZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTF\
TGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSYEYTZAZMZW";

/// Names in English, Dutch and Swedish.
#[rustfmt::skip]
const NAMES: &[&str] = &[
    "australia", "australië", "australien", "austria", "oostenrijk", "österrike", "belgium", "belgië",
    "belgien", "canada", "kanada", "china", "kina", "czechia", "czech republic", "tsjechië", "tjeckien",
    "denmark", "denemarken", "danmark", "estonia", "estland", "finland", "france", "frankrijk",
    "frankrike", "germany", "duitsland", "tyskland", "deutschland", "iceland", "ijsland", "island",
    "india", "indien", "ireland", "ierland", "irland", "italy", "italië", "italien", "japan", "latvia",
    "letland", "lettland", "lithuania", "litouwen", "litauen", "luxembourg", "luxemburg", "mexico",
    "mexiko", "netherlands", "the netherlands", "nederland", "nederländerna", "new zealand",
    "nieuw zeeland", "nya zeeland", "norway", "noorwegen", "norge", "poland", "polen", "portugal",
    "spain", "spanje", "spanien", "sweden", "zweden", "sverige", "switzerland", "zwitserland",
    "schweiz", "united kingdom", "verenigd koninkrijk", "storbritannien", "great britain",
    "united states", "united states of america", "verenigde staten", "usa", "uk",
];

/// Whether a trimmed cell names a country.
pub(super) fn is_country(cell: &[u8]) -> bool {
    let text = decoded(cell).to_lowercase().replace('-', " ");
    let is_code = |code: &[u8]| code.eq_ignore_ascii_case(text.as_bytes());
    NAMES.contains(&text.as_str()) || (text.len() == 2 && CODES.as_bytes().chunks(2).any(is_code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_are_known_by_code_and_name_and_parts_of_them_are_not() {
        for cell in ["NL", "se", "Zweden", "United States", "Nieuw-Zeeland"] {
            assert!(is_country(cell.as_bytes()), "{cell}");
        }
        for cell in ["North", "Skåne", "LN", "Utrecht", "EMEA", "NY", ""] {
            assert!(!is_country(cell.as_bytes()), "{cell}");
        }
    }
}
