//! Finding what a user would name: a role and the words on it.

/// An XPath for elements of an ARIA role whose words, label or title are exactly `name`. What can be
/// pressed is also named by a part of it: a key or an explanation may stand beside its words.
pub(crate) fn by_role(role: &str, name: &str) -> String {
    let name = quoted(name);
    let elements = elements(role);
    let part = match role {
        "button" | "link" | "menuitem" => {
            format!("or .//text()[normalize-space(.)={name}]")
        }
        _ => String::new(),
    };
    format!(
        "//*[{elements}][normalize-space(.)={name} {part} or @aria-label={name} or @title={name} \
         or @id=//label[normalize-space(.)={name}]/@for \
         or ancestor::label[normalize-space(text())={name}] \
         or @aria-labelledby=//*[normalize-space(.)={name}]/@id]"
    )
}

/// An XPath for the innermost elements that hold `text` among their own words.
pub(crate) fn by_text(text: &str) -> String {
    format!("//body//*[text()[contains(normalize-space(.), {})]]", quoted(text))
}

/// Which elements have a role by themselves, besides those that say so.
fn elements(role: &str) -> String {
    let native = match role {
        "button" => "self::button or self::summary",
        "link" => "self::a[@href]",
        "heading" => {
            "self::h1 or self::h2 or self::h3 or self::h4 or self::legend or self::caption"
        }
        "textbox" => "self::textarea or self::input[not(@type) or @type='text']",
        "searchbox" => "self::input[@type='search']",
        "checkbox" => "self::input[@type='checkbox']",
        "radio" => "self::input[@type='radio']",
        "combobox" => "self::select",
        "option" => "self::option",
        "table" => "self::table",
        "row" => "self::tr",
        "cell" => "self::td",
        "columnheader" | "rowheader" => "self::th",
        "dialog" => "self::dialog",
        "navigation" => "self::nav",
        "region" => "self::section",
        _ => "false()",
    };
    format!("@role='{role}' or (not(@role) and ({native}))")
}

/// As an XPath literal, which knows no escapes.
fn quoted(text: &str) -> String {
    if !text.contains('\'') {
        return format!("'{text}'");
    }
    let parts: Vec<String> = text.split('\'').map(|part| format!("'{part}'")).collect();
    format!("concat({})", parts.join(", \"'\", "))
}
