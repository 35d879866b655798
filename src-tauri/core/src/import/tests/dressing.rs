//! Any table, written in any dress a program gives it, reads back as the same table.

use super::super::records::Records;
use super::super::value::text as cell_text;
use super::*;
use proptest::prelude::*;

/// How a table is written.
#[derive(Clone, Debug)]
struct Dress {
    delimiter: char,
    quote: char,
    escaped: bool,
    quote_all: bool,
    ends: Vec<&'static str>,
    code: &'static str,
    mark: bool,
    sep: bool,
    title: bool,
    blank_rows: bool,
    last_end: bool,
}

fn dress() -> impl Strategy<Value = Dress> {
    let delimiter = prop::sample::select(vec![',', ';', '\t', '|']);
    let ends = prop::sample::select(vec![
        vec!["\n"],
        vec!["\r\n"],
        vec!["\r"],
        vec!["\r\n", "\n"],
        vec!["\n", "\r\n", "\r\n"],
    ]);
    let code = prop::sample::select(vec!["utf-8", "utf-16le", "utf-16be", "windows-1252"]);
    let quoting = (prop::sample::select(vec!['"', '"', '\'']), any::<bool>(), any::<bool>());
    let more = (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    (delimiter, ends, code, quoting, more).prop_map(
        |(
            delimiter,
            ends,
            code,
            (quote, escaped, all),
            (mark, sep, title, blank_rows, last_end),
        )| {
            Dress {
                delimiter,
                quote,
                escaped,
                // Apostrophes are only known as quotes where they stand around everything.
                quote_all: all || quote == '\'',
                ends,
                code,
                mark,
                sep,
                title,
                blank_rows,
                last_end,
            }
        },
    )
}

impl Dress {
    fn cell(&self, cell: &str, out: &mut String) {
        let special = |c| matches!(c, '"' | '\r' | '\n') || c == self.delimiter || c == self.quote;
        if !self.quote_all && !cell.contains(special) {
            out.push_str(cell);
            return;
        }
        out.push(self.quote);
        for c in cell.chars() {
            if self.escaped && (c == '\\' || c == self.quote) {
                out.push('\\');
            } else if c == self.quote {
                out.push(c);
            }
            out.push(c);
        }
        out.push(self.quote);
    }

    fn write(&self, table: &[Vec<String>]) -> Vec<u8> {
        let mut out = String::new();
        if self.sep {
            out += &format!("sep={}\r\n", self.delimiter);
        }
        let mut ends = self.ends.iter().cycle();
        if self.title {
            out += &format!("Report of our subscriptions{0}{0}", self.ends[0]);
        }
        for (at, row) in table.iter().enumerate() {
            if at > 0 {
                out.push_str(ends.next().unwrap());
                if self.blank_rows && at % 3 == 2 {
                    out.push_str(ends.next().unwrap());
                }
            }
            for (column, cell) in row.iter().enumerate() {
                if column > 0 {
                    out.push(self.delimiter);
                }
                self.cell(cell, &mut out);
            }
        }
        if self.last_end {
            out.push_str(self.ends[0]);
        }
        self.encode(&out)
    }

    fn encode(&self, text: &str) -> Vec<u8> {
        let marked = if self.mark { format!("\u{FEFF}{text}") } else { text.to_owned() };
        match self.code {
            "utf-16le" => marked.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            "utf-16be" => marked.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            "windows-1252" => encoding_rs::WINDOWS_1252.encode(text).0.into_owned(),
            _ => marked.into_bytes(),
        }
    }
}

/// Cells as they occur: words, amounts, dates, and now and then something that must be quoted.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => "[a-zA-Z]{1,8}( [a-zëåö]{1,8})?",
        3 => "[0-9]{1,4}",
        2 => "[0-9]{1,3},[0-9]{2}",
        1 => Just(String::new()),
        1 => Just("2025-03-31".to_owned()),
        1 => "[a-z]{1,5}[,;|\"'\t][a-zA-Z]{1,5}",
        1 => "[a-z]{1,5}\n[a-zA-Z]{1,5}",
        1 => Just("Ek \"Bo\" & co, Malmö".to_owned()),
    ]
}

fn table() -> impl Strategy<Value = Vec<Vec<String>>> {
    let names = ["id", "customer", "amount", "start date", "note", "plan"];
    (3..=6_usize, 4..12_usize).prop_flat_map(move |(columns, rows)| {
        let key = (1..9_999_u32).prop_map(|n| format!("key-{n}"));
        let row = (key, prop::collection::vec(cell(), columns - 1));
        let row = row.prop_map(|(key, cells)| [vec![key], cells].concat());
        let header = names.iter().take(columns).map(|n| (*n).to_owned()).collect::<Vec<_>>();
        prop::collection::vec(row, rows).prop_map(move |rows| [vec![header.clone()], rows].concat())
    })
}

/// The table as an import would read it.
fn read(bytes: Vec<u8>) -> Result<Vec<Vec<String>>> {
    let input = Input::bytes("t.csv", bytes)?;
    let sniffed = sniff(&input)?;
    let mut all = vec![sniffed.header.clone()];
    let mut records = Records::rows(&input, &sniffed)?;
    while let Some(record) = records.next()? {
        if !record.is_blank() {
            all.push(record.fields().map(cell_text).collect());
        }
    }
    Ok(all)
}

/// A line end is a line end, whichever.
fn alike(table: &[Vec<String>]) -> Vec<Vec<String>> {
    let cell = |cell: &String| cell.replace("\r\n", "\n").trim().to_owned();
    table.iter().map(|row| row.iter().map(cell).collect()).collect()
}

#[test]
fn any_table_in_any_dress_reads_back_the_same() {
    let result = super::fuzz::runner(600).run(&(table(), dress()), |(table, dress)| {
        let bytes = dress.write(&table);
        let shown = String::from_utf8_lossy(&bytes).into_owned();
        let back = read(bytes);
        prop_assert!(back.is_ok(), "{:?} of {}", back, shown);
        prop_assert_eq!(alike(&back.unwrap()), alike(&table), "{}", shown);
        Ok(())
    });
    result.unwrap();
}

#[test]
fn nul_bytes_among_the_text_are_dropped() {
    let rows = read(b"id,na\0me\0,amount\n1,An\0n,9\n2,\0Bo,8\0\n".to_vec()).unwrap();
    assert_eq!(rows, [["id", "name", "amount"], ["1", "Ann", "9"], ["2", "Bo", "8"]]);
}

#[test]
fn other_codes_read_as_the_same_names() {
    for code in
        ["windows-1250", "iso-8859-2", "windows-1251", "koi8-r", "windows-1253", "iso-8859-15"]
    {
        let code = encoding_rs::Encoding::for_label(code.as_bytes()).unwrap();
        let names = match code.name() {
            "windows-1251" | "KOI8-R" => ["Пекарня у моста", "Анна Иванова", "Кофейня Север"],
            "windows-1253" => ["Αρτοποιείο Ήλιος", "Άννα Παπαδοπούλου", "Καφέ Βορράς"],
            "ISO-8859-15" => ["Café € Zoë", "Bäckerei Groß", "Åsa Söderström"],
            _ => ["Piekarnia Żółw i Łoś", "Święta Księgarnia", "Čajovňa Žilina"],
        };
        let csv = format!(
            "id;name;city\n1;{};Gdańsk\n2;{};Łódź\n3;{};Poznań\n",
            names[0], names[1], names[2]
        );
        let csv = if names[0].starts_with('P') {
            csv
        } else {
            csv.replace(['ń', 'Ł', 'ó', 'ź'], "o")
        };
        let bytes = code.encode(&csv).0.into_owned();
        let rows = read(bytes).unwrap();
        let read: Vec<&str> = rows[1..].iter().map(|row| row[1].as_str()).collect();
        assert_eq!(read, names, "{}", code.name());
    }
}

#[test]
fn what_stands_around_a_table_is_no_row_of_it() {
    let csv = "Subscriptions of Acme;;;\nExported;2025-11-01;;\n;;;\n\
               id;customer id;amount;start date\n;;Required;YYYY-MM-DD\n\
               1;a;9,50;2025-01-01\n2;b;12,00;2025-02-01\n;;;\n3;c;7,00;2025-02-01\n\
               id;customer id;amount;start date\n4;d;8,00;2025-02-01\n\
               Total;;36,50;\nGenerated by Acme Books;;;\n\n";
    let world = World::new();
    let summary = world.import(&text(csv)).unwrap();
    assert_eq!((summary.new, summary.errors), (4, 0), "{:?}", summary.problems);
    assert_eq!(codes(&summary), [(10, "header_again"), (12, "total_row"), (13, "remark")]);
    let notices: Vec<&str> = summary.notices.iter().map(|n| n.code.as_str()).collect();
    assert_eq!(notices[..2], ["lines_above", "lines_below"]);
    assert_eq!(
        world.rows("SELECT amount FROM subscription ORDER BY key"),
        ["950", "1200", "700", "800"]
    );
}

#[test]
fn a_key_a_spreadsheet_has_rounded_is_no_key() {
    let csv = "id,customer id,amount,start date\n1,1.18E+10,9,2025-01-01\n2,b,9,2025-01-01\n";
    let summary = World::new().import(&text(csv)).unwrap();
    assert_eq!((summary.new, codes(&summary)), (1, vec![(2, "rounded_key")]));
}
