//! Records that stand among the rows and are none: totals, the header once more, remarks.

use super::super::problem::Code;
use super::super::records::Record;
use super::super::value::{text, trim};

/// What the first cell of a row of totals says, in lower case.
const TOTALS: [&str; 15] = [
    "total",
    "totals",
    "grand total",
    "sub total",
    "subtotal",
    "sum",
    "totaal",
    "eindtotaal",
    "subtotaal",
    "som",
    "totaal generaal",
    "totalt",
    "summa",
    "delsumma",
    "slutsumma",
];

/// How a remark below a table begins, in lower case.
const REMARKS: [&str; 14] = [
    "#",
    "--",
    "==",
    "**",
    "generated ",
    "exported ",
    "printed ",
    "end of ",
    "gegenereerd ",
    "geëxporteerd ",
    "einde ",
    "skapad ",
    "exporterad ",
    "slut på ",
];

/// Why a record is no row; `None` for all that are.
#[inline]
pub(super) fn beside(record: &Record<'_>, header: &[String]) -> Option<Code> {
    if is_header(record, header) {
        return Some(Code::HeaderAgain);
    }
    let filled = record.filled();
    if filled > 2.max(header.len() / 2) {
        return None;
    }
    sparse(record, filled, header.len())
}

/// Few cells hold something: a total or a remark. Out of the way of good rows.
#[cold]
fn sparse(record: &Record<'_>, filled: usize, width: usize) -> Option<Code> {
    let first = record.fields().map(text).find(|cell| !cell.is_empty())?.to_lowercase();
    let is_word = |c: char| c.is_alphabetic() || c == ' ';
    let word: String = first.chars().take_while(|c| is_word(*c)).collect();
    // "Total: 120 rows" and a bare "Total"; not "Total Energies".
    let bare = first.trim_end_matches([':', '.']) == word.trim() || first.contains(':');
    if bare && TOTALS.contains(&word.trim()) {
        return Some(Code::TotalRow);
    }
    let remark = REMARKS.iter().any(|begin| first.starts_with(begin));
    (filled == 1 && width > 2 && (remark || first.split(' ').count() > 4)).then_some(Code::Remark)
}

/// Every cell that has a name in the header holds that name.
fn is_header(record: &Record<'_>, header: &[String]) -> bool {
    let Some(first) = header.first() else { return false };
    if trim(record.get(0)) != first.as_bytes() || header.len() < 2 {
        return false;
    }
    let given = |name: &&String| !name.starts_with('(') && !name.ends_with(')');
    let named = header.iter().enumerate().filter(|(_, name)| given(name));
    let same = named.clone().filter(|(at, name)| text(record.get(*at)) == **name).count();
    same > 1 && same == named.count()
}

#[cfg(test)]
mod tests {
    use super::super::super::records::{Dialect, Records};
    use super::*;

    fn of(row: &str) -> Option<Code> {
        let header = ["id", "customer", "amount", "start", "plan (metadata)"].map(str::to_owned);
        let mut records =
            Records::new("t.csv", Box::new(row.as_bytes()), Dialect::of(b',')).unwrap();
        let record = records.next().unwrap().unwrap();
        beside(&record, &header)
    }

    #[test]
    fn totals_headers_and_remarks_are_no_rows() {
        assert_eq!(of("Total,,1200.00,,"), Some(Code::TotalRow));
        assert_eq!(of(",Totaal:,\"1.200,00\",,"), Some(Code::TotalRow));
        assert_eq!(of("Summa: 12,,,,"), Some(Code::TotalRow));
        assert_eq!(of("id,customer,amount,start,anything"), Some(Code::HeaderAgain));
        assert_eq!(of("Exported on 2025-11-01,,,,"), Some(Code::Remark));
        assert_eq!(of("All amounts are without VAT.,,,,"), Some(Code::Remark));
    }

    #[test]
    fn a_customer_called_total_is_one() {
        assert_eq!(of("Total,c1,9.00,2025-01-01,pro"), None);
        assert_eq!(of("Total Energies,c1,,,"), None);
        assert_eq!(of("Anna,,,,"), None);
        assert_eq!(of("1,id,customer,amount,start"), None);
    }
}
