//! Columns about a person that no figure needs: phone, address, day of birth, IP address. They are
//! left out unless somebody asks for them.

use super::Header;
use super::content::Column;

/// Words of such headers, each as a whole word of the name.
const WORDS: [&str; 62] = [
    "phone",
    "phones",
    "telephone",
    "tel",
    "mobile",
    "cellphone",
    "fax",
    "telefoon",
    "telefoonnummer",
    "mobiel",
    "gsm",
    "telefon",
    "telefonnummer",
    "mobil",
    "mobilnummer",
    "mobiltelefon",
    "address",
    "address1",
    "address2",
    "address3",
    "street",
    "street2",
    "zip",
    "zipcode",
    "postcode",
    "postal",
    "postalcode",
    "adres",
    "straat",
    "straatnaam",
    "huisnummer",
    "postkod",
    "postnummer",
    "postnr",
    "adress",
    "gata",
    "gatuadress",
    "line1",
    "line2",
    "birthday",
    "birthdate",
    "birth",
    "dob",
    "geboortedatum",
    "geboorte",
    "verjaardag",
    "födelsedatum",
    "födelsedag",
    "födelse",
    "födelseår",
    "ip",
    "ipv4",
    "ipv6",
    "ssn",
    "bsn",
    "personnummer",
    "passport",
    "iban",
    "bankrekening",
    "kontonummer",
    "latitude",
    "longitude",
];

/// Words that make it something else: a mail address, the name of a person.
const OTHER: [&str; 20] = [
    "country",
    "countrycode",
    "land",
    "landcode",
    "landskod",
    "region",
    "email",
    "mail",
    "e",
    "mailadres",
    "emailadres",
    "epost",
    "marketing",
    "has",
    "status",
    "type",
    "valid",
    "verified",
    "count",
    "wallet",
];

/// Whether a column is about a person and no figure needs it.
pub(super) fn is_private(header: &Header, cells: &Column<'_>) -> bool {
    let is_word = |c: char| c.is_alphanumeric();
    let words: Vec<&str> = header.name.split(|c| !is_word(c)).filter(|w| !w.is_empty()).collect();
    let named = words.iter().any(|word| WORDS.contains(word));
    let other = words.iter().any(|word| OTHER.contains(word));
    (named && !other) || cells.is_phone_or_ip()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn private(name: &str, cells: &[&str]) -> bool {
        is_private(&Header::new(name), &Column::new(cells.iter().copied()))
    }

    #[test]
    fn what_no_figure_needs_is_known_by_name_or_cells() {
        let names = [
            "Phone",
            "Default Address Zip",
            "Telefoonnummer",
            "Mobil",
            "Date of birth",
            "IP Address",
            "billing_postcode",
            "Födelsedatum",
            "Person - Phone (Mobile)",
            "Card Address Line1",
        ];
        for name in names {
            assert!(private(name, &[]), "{name}");
        }
        let names = ["Email address", "E-mailadres", "Country", "Plan", "Tips", "Tags", "City"];
        for name in names {
            assert!(!private(name, &[]), "{name}");
        }
        assert!(private("contact", &["+31 6 1234 5678", "(030) 234-5678", "+46701234567"]));
        assert!(private("last seen from", &["10.0.0.1", "192.168.1.20", "8.8.8.8"]));
        assert!(!private("number", &["1200", "1300", "140000"]));
        assert!(!private("when", &["2025-01-02 10:00", "2025-01-03 10:00", "2025-01-02"]));
    }
}
