//! The loyalty programme from a terminal: rules set, figures of the contract, points redeemed.

use crate::program::{Desk, text};
use serde_json::{Value, json};

/// Two customers, a ready-made programme, and what they bought.
fn desk() -> Desk {
    let desk = Desk::with_workspace();
    let subscriptions = "id,customer,plan,amount,start\nS-1,zoe,Pro,10,2025-01-01\n\
                         S-2,bob,Pro,20,2025-01-01\n";
    let subscriptions = desk.file("subscriptions.csv", subscriptions);
    desk.run(&["import", text(&subscriptions), "--as", "subscriptions"]).expect_code(0);
    let purchases = desk.file("bought.csv", "customer,date,amount\nzoe,2025-06-01,480\n");
    desk.run(&["import", text(&purchases), "--as", "purchases"]).expect_code(0);
    desk.run(&["loyalty"]).expect_code(2);
    desk.run(&["loyalty", "--set", "spend", "--from", "2025-01-01"]).expect_code(0);
    desk
}

fn figures(desk: &Desk) -> Value {
    desk.json(&["loyalty", "--as-of", "2025-06-15", "--members"])
}

#[test]
fn the_programme_is_told_in_the_fields_of_the_contract() {
    let told = figures(&desk());
    assert_eq!(json!([told["programme"], told["as_of"]]), json!(["Points by spend", "2025-06-15"]));
    let tiers: Vec<Value> = told["tiers"].as_array().unwrap().to_vec();
    assert_eq!(tiers.len(), 4);
    // Zoe: six months at ten and 480; Bob: six months at twenty.
    assert_eq!(
        tiers[0],
        json!({"tier": "Bronze", "threshold": 0, "members": 1, "mrr": 2_000, "retention_12": null})
    );
    assert_eq!(
        json!([tiers[1]["tier"], tiers[1]["members"], tiers[1]["mrr"]]),
        json!(["Silver", 1, 1_000])
    );
    let points = &told["points"];
    assert_eq!(
        json!([points["outstanding"], points["earned"], points["redeemed"], points["expired"]]),
        json!([660, 660, 0, 0])
    );
    // 660 points at a cent, 72 of 100 redeemed.
    assert_eq!(told["liability"], 475);
    assert_eq!(
        told["members"],
        json!([
            {"key": "bob", "tier": "Bronze", "balance": 120, "qualifying": 120,
             "next": "Silver", "missing": 380},
            {"key": "zoe", "tier": "Silver", "balance": 540, "qualifying": 540,
             "next": "Gold", "missing": 960},
        ])
    );
    assert_eq!(desk().json(&["loyalty"])["members"], Value::Null, "only where they are asked for");
}

#[test]
fn rules_come_from_a_file_and_unsound_ones_are_refused() {
    let desk = desk();
    let rules = json!({
        "name": "Visits", "aim": "visits", "members": {"who": "everybody"},
        "earn": {
            "per_visit": 5, "visits": "purchases", "per_amount": null, "spend": "purchases",
            "per_month": 0, "per_referral": 0, "to_referred": 0, "birthday": 0, "anniversary": 0,
            "pending_days": 0,
        },
        "tiers": [
            {"name": "Green", "colour": "green", "threshold": 0, "multiplier": 100,
             "benefits": "", "benefits_cost": null},
            {"name": "Gold", "colour": "gold", "threshold": 5, "multiplier": 120,
             "benefits": "", "benefits_cost": null},
        ],
        "qualification": {"measure": "points", "over": "lifetime"},
        "downgrade": {"one_tier": false, "grace_days": 0},
        "expiry": {"when": "never"},
        "cost": {"points": 100, "amount": 100},
        "expected_redemption": 500,
    });
    let set = |rules: &Value| {
        let file = desk.file("rules.json", rules.to_string());
        desk.run(&["loyalty", "--set", text(&file), "--from", "2025-01-01"])
    };
    set(&rules).expect_code(0);
    let told = figures(&desk);
    assert_eq!(json!([told["programme"], told["points"]["earned"]]), json!(["Visits", 5]));
    assert_eq!(told["tiers"][1]["members"], 1);
    let mut unsound = rules.clone();
    unsound["tiers"][1]["threshold"] = json!(0);
    set(&unsound).expect_code(2);
    set(&json!({"name": "Half"})).expect_code(2);
    desk.run(&["loyalty", "--set", "nowhere.json"]).expect_code(4);
    assert_eq!(figures(&desk), told, "nothing was changed");
}

#[test]
fn points_are_redeemed_as_far_as_they_reach() {
    let desk = desk();
    let redeem = |points: &str| {
        let arguments = ["redeem", "--customer", "zoe", "--points", points, "--on", "2025-06-10"];
        desk.run(&[&arguments[..], &["--for", "A mug", "--json"]].concat())
    };
    assert_eq!(redeem("500").expect_code(0).json()["redemption"], 1);
    let refused = redeem("41").expect_code(2);
    assert!(refused.words.contains("40"), "{}", refused.words);
    assert_eq!(figures(&desk)["members"][1]["balance"], 40);
    desk.run(&["redeem", "--customer", "nobody", "--points", "1"]).expect_code(2);
    desk.run(&["redeem", "--customer", "zoe"]).expect_code(2);
    let segment = ["customers", "--segment", "tier = \"Silver\"", "--as-of", "2025-06-15"];
    let silver = desk.json(&segment);
    assert_eq!(
        json!([silver[0]["key"], silver[0]["tier"], silver[0]["points"]]),
        json!(["zoe", "Silver", 40])
    );
    assert_eq!(silver.as_array().unwrap().len(), 1);
    desk.run(&["check"]).expect_code(0);
}

#[test]
fn the_sample_has_a_programme_in_use() {
    let desk = Desk::new();
    desk.run(&["sample"]).expect_code(0);
    let told = desk.json(&["loyalty", "--members"]);
    let tiers = told["tiers"].as_array().unwrap();
    let names: Vec<&Value> = tiers.iter().map(|tier| &tier["tier"]).collect();
    assert_eq!(names, ["Bronze", "Silver", "Gold", "Platinum"]);
    let members: Vec<i64> = tiers.iter().map(|tier| tier["members"].as_i64().unwrap()).collect();
    assert!(members.is_sorted_by(|one, next| one > next) && members[3] > 0, "{members:?}");
    let number = |name: &str| told["points"][name].as_i64().unwrap();
    assert!(number("redeemed") > 0 && number("adjusted") > 0, "{}", told["points"]);
    assert_eq!(
        number("earned") - number("redeemed") - number("expired") - number("reversed")
            + number("adjusted"),
        number("outstanding")
    );
    let listed = told["members"].as_array().unwrap();
    assert_eq!(i64::try_from(listed.len()).unwrap(), members.iter().sum::<i64>());
    let balances = listed.iter().map(|one| one["balance"].as_i64().unwrap());
    assert!(balances.min().unwrap() >= 0, "nobody took more than he had");
}

#[cfg(unix)]
#[test]
fn a_redemption_that_was_acknowledged_outlives_a_kill_and_none_is_there_in_part() {
    use holdfast_core::store::{self, redemption};
    use std::io::Read;
    use std::process::Stdio;

    let desk = desk();
    let begun = || {
        let arguments =
            ["redeem", "--customer", "zoe", "--points", "1", "--on", "2025-06-10", "--json"];
        let mut command = desk.command(&arguments);
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let there = || {
        let conn = store::open_reading(&desk.path("workspace.holdfast")).unwrap();
        assert_eq!(store::check(&conn).unwrap(), []);
        redemption::all(&conn).unwrap().len()
    };
    let clock = std::time::Instant::now();
    assert!(begun().wait().unwrap().success());
    let whole = u64::try_from(clock.elapsed().as_micros()).unwrap();
    let (mut nothing, mut kept) = (0, 0);
    for round in 1_u64.. {
        let before = there();
        let mut child = begun();
        // Longer from round to round, and from twenty to twenty: where other tests run beside this one
        // a redemption takes a multiple of what it took at first.
        let longer = 1 << (round / 20);
        std::thread::sleep(std::time::Duration::from_micros(whole * longer * (round % 10) / 8));
        child.kill().unwrap();
        let mut said = String::new();
        child.stdout.take().unwrap().read_to_string(&mut said).unwrap();
        child.wait().unwrap();
        let after = there();
        assert!(after == before || after == before + 1, "{before} then {after}");
        assert!(said.is_empty() || after == before + 1, "acknowledged and lost: {said}");
        if after == before {
            nothing += 1
        } else {
            kept += 1
        }
        if round >= 20 && nothing > 0 && kept > 0 {
            break;
        }
        assert!(round < 80, "{nothing} stopped, {kept} came through");
    }
}
