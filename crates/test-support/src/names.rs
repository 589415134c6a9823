//! Invented names with the variety of a real district: double surnames, apostrophes, hyphens, diacritics.

use crate::prng::Prng;

/// Where a family's names come from, and what it speaks at home.
pub(crate) struct Culture {
    female: &'static [&'static str],
    male: &'static [&'static str],
    surnames: &'static [&'static str],
    /// How often in a thousand a child carries two surnames.
    two_surnames: u32,
    /// The home language (BCP 47) where it is not English, and how often in a thousand it is spoken.
    home_language: (&'static str, u32),
}

static ENGLISH: Culture = Culture {
    female: &[
        "Abigail",
        "Ava",
        "Charlotte",
        "Chloë",
        "Eleanor",
        "Emma",
        "Evelyn",
        "Grace",
        "Hannah",
        "Harper",
        "Leah",
        "Lily",
        "Madison",
        "Mia",
        "Natalie",
        "Nora",
        "Olivia",
        "Ruby",
        "Sophie",
        "Zoë",
    ],
    male: &[
        "Aiden", "Benjamin", "Caleb", "Daniel", "Elijah", "Ethan", "Gavin", "Henry", "Isaac", "Jack",
        "James", "Jayden", "Liam", "Logan", "Lucas", "Mason", "Noah", "Oliver", "Owen", "Samuel", "Wyatt",
    ],
    surnames: &[
        "Adams",
        "Baker",
        "Bennett",
        "Campbell",
        "Carter",
        "Clark",
        "Collins",
        "Cooper",
        "D'Angelo",
        "Davis",
        "Evans",
        "Fisher",
        "Foster",
        "Hughes",
        "Kelly",
        "Larsen",
        "MacLeod",
        "McCarthy",
        "Miller",
        "Mitchell",
        "Moore",
        "Murphy",
        "Nelson",
        "O'Brien",
        "O'Connor",
        "O'Malley",
        "Olson",
        "Parker",
        "Peterson",
        "Price",
        "Reed",
        "Rogers",
        "Russell",
        "Schmidt",
        "St. John",
        "Sullivan",
        "Turner",
        "Van der Berg",
        "Walker",
        "Wright",
        "Young",
    ],
    two_surnames: 60,
    home_language: ("en", 0),
};
static SPANISH: Culture = Culture {
    female: &[
        "Alejandra",
        "Camila",
        "Daniela",
        "Elena",
        "Esperanza",
        "Gabriela",
        "Guadalupe",
        "Inés",
        "Isabella",
        "Lucía",
        "Luz María",
        "Marisol",
        "Paola",
        "Renata",
        "Sofía",
        "Valentina",
        "Valeria",
        "Ximena",
        "Yesenia",
    ],
    male: &[
        "Alejandro",
        "Ángel",
        "Carlos",
        "Diego",
        "Emiliano",
        "Fernando",
        "Javier",
        "Jesús",
        "José",
        "Joaquín",
        "Juan Carlos",
        "Julián",
        "Luis",
        "Mateo",
        "Miguel",
        "Nicolás",
        "Rafael",
        "Ramón",
        "Santiago",
        "Sebastián",
        "Tomás",
    ],
    surnames: &[
        "Aguilar",
        "Álvarez",
        "Avendaño",
        "Ayala",
        "Castillo",
        "Cervantes",
        "Chávez",
        "Contreras",
        "Cruz",
        "De la Cruz",
        "De León",
        "Delgado",
        "Domínguez",
        "Escobar",
        "Espinoza",
        "Estrada",
        "Flores",
        "Fuentes",
        "Gallegos",
        "García",
        "Gómez",
        "González",
        "Guerrero",
        "Gutiérrez",
        "Hernández",
        "Ibáñez",
        "Jiménez",
        "Juárez",
        "López",
        "Luna",
        "Márquez",
        "Martínez",
        "Medina",
        "Mejía",
        "Mendoza",
        "Morales",
        "Muñoz",
        "Navarro",
        "Núñez",
        "Ortega",
        "Ortiz",
        "Peña",
        "Pérez",
        "Quiñones",
        "Ramírez",
        "Ramos",
        "Reyes",
        "Rivera",
        "Rodríguez",
        "Romero",
        "Salazar",
        "Sánchez",
        "Soto",
        "Torres",
        "Treviño",
        "Vargas",
        "Vásquez",
        "Villaseñor",
        "Zúñiga",
    ],
    two_surnames: 600,
    home_language: ("es", 580),
};
static AFRICAN_AMERICAN: Culture = Culture {
    female: &[
        "Aaliyah",
        "Brianna",
        "Destiny",
        "Ebony",
        "Imani",
        "Jada",
        "Jasmine",
        "Kiara",
        "La'Keisha",
        "Nia",
        "Raven",
        "Tiana",
    ],
    male: &[
        "Amari",
        "Cameron",
        "Da'Shawn",
        "De'Andre",
        "Isaiah",
        "Jalen",
        "Ja'Marcus",
        "Kendrick",
        "Malik",
        "Marcus",
        "Terrence",
        "Trey",
        "Tyrone",
        "Xavier",
        "Zion",
    ],
    surnames: &[
        "Banks",
        "Booker",
        "Brooks",
        "Coleman",
        "Dawson",
        "Franklin",
        "Freeman",
        "Gaines",
        "Harris",
        "Jackson",
        "Jefferson",
        "Jenkins",
        "Johnson",
        "Jones",
        "Mosley",
        "Robinson",
        "Simmons",
        "Thomas",
        "Tubman",
        "Washington",
        "Watkins",
        "Whitfield",
        "Williams",
    ],
    two_surnames: 90,
    home_language: ("en", 0),
};
static VIETNAMESE: Culture = Culture {
    female: &["Anh", "Châu", "Hạnh", "Linh", "Mai", "Minh Anh", "Thảo"],
    male: &["Bảo", "Đức", "Hùng", "Khánh", "Phúc", "Tuấn"],
    surnames: &["Bùi", "Đặng", "Đỗ", "Hoàng", "Lê", "Ngô", "Nguyễn", "Phạm", "Trần", "Võ"],
    two_surnames: 0,
    home_language: ("vi", 650),
};
static SOMALI: Culture = Culture {
    female: &["Amina", "Ayaan", "Deqa", "Faduma", "Hodan", "Ifrah", "Sahra"],
    male: &["Abdi", "Liban", "Yusuf", "Zakariya"],
    surnames: &[
        "Abdullahi",
        "Ahmed",
        "Farah",
        "Hassan",
        "Hussein",
        "Jama",
        "Mohamud",
        "Omar",
        "Osman",
        "Warsame",
    ],
    two_surnames: 120,
    home_language: ("so", 800),
};
static ARABIC: Culture = Culture {
    female: &["Fatima", "Hala", "Jamila", "Layla", "Nour", "Rania", "Zahra"],
    male: &["Adam", "Ibrahim", "Karim", "Omar", "Samir"],
    surnames: &[
        "Abu-Nasser",
        "Al-Hakim",
        "Al-Masri",
        "Al-Sayed",
        "Darwish",
        "El Amrani",
        "Haddad",
        "Khoury",
        "Nasser",
    ],
    two_surnames: 0,
    home_language: ("ar", 700),
};
static SLAVIC: Culture = Culture {
    female: &["Agnieszka", "Daryna", "Kateryna", "Małgorzata", "Žofie"],
    male: &["Bohdan", "Jiří", "Łukasz", "Oleksandr", "Tomáš"],
    surnames: &["Dvořák", "Jabłoński", "Kovalenko", "Kučera", "Novák", "Shevchenko", "Wiśniewski", "Wójcik"],
    two_surnames: 0,
    home_language: ("uk", 450),
};
static PACIFIC: Culture = Culture {
    female: &["Kaʻiulani", "Leilani", "Malia", "Nalani"],
    male: &["Kai", "Keola", "Sione", "Tavita"],
    surnames: &["Faleafaga", "Kahananui", "Kealoha", "Keliʻi", "Leiataua", "Tuiasosopo"],
    two_surnames: 0,
    home_language: ("en", 0),
};
static HAITIAN: Culture = Culture {
    female: &["Angélique", "Fabiola", "Marie-Ange", "Naïka", "Wideline"],
    male: &["Cédric", "Esaïe", "Jean-Baptiste", "Rodney"],
    surnames: &[
        "Baptiste",
        "Célestin",
        "Desrosiers",
        "Étienne",
        "Jean-Louis",
        "Pierre-Louis",
        "Saint-Fleur",
        "Toussaint",
    ],
    two_surnames: 0,
    home_language: ("ht", 700),
};

/// Names that screens must bear: the longest, the shortest, and what sorts, wraps and escapes badly.
/// They go to the demo mentor's caseload (`people`), so that every screen and screenshot shows them.
pub(crate) static AWKWARD: &[(&str, &str, &Culture)] = &[
    (
        "Wilhelmina-Alexandrina Maximiliane",
        "Featherstonehaugh-Papadimitriou de los Santos y Villaseñor",
        &ENGLISH,
    ),
    ("Li", "Wu", &ENGLISH),
    ("José Ángel", "De la Cruz Villaseñor", &SPANISH),
    ("Siobhán", "O'Connor-Nakamura", &ENGLISH),
    ("Đức", "Nguyễn", &VIETNAMESE),
    ("D'Artagnan", "St. John III", &AFRICAN_AMERICAN),
    ("Łucja", "Brzęczyszczykiewicz", &SLAVIC),
    ("Kaʻiulani", "Keliʻi", &PACIFIC),
    ("María José", "Peña Ibáñez", &SPANISH),
];

/// A family's culture, as frequent as in a large district.
pub(crate) fn culture(prng: &mut Prng) -> &'static Culture {
    prng.weighted(&[
        (&ENGLISH, 390),
        (&SPANISH, 350),
        (&AFRICAN_AMERICAN, 120),
        (&VIETNAMESE, 35),
        (&SOMALI, 25),
        (&ARABIC, 25),
        (&SLAVIC, 20),
        (&PACIFIC, 15),
        (&HAITIAN, 20),
    ])
}

/// A middle name, as most families of any culture give them here.
pub(crate) fn middle(prng: &mut Prng) -> &'static str {
    ENGLISH.given(prng)
}

impl Culture {
    pub(crate) fn given(&self, prng: &mut Prng) -> &'static str {
        let names = if prng.chance(500) { self.female } else { self.male };
        prng.pick(names)
    }
    /// A mother's, an uncle's, ... given name.
    pub(crate) fn given_for(&self, relation: &str, prng: &mut Prng) -> &'static str {
        match relation {
            "Mother" | "Grandmother" | "Stepmother" | "Aunt" => prng.pick(self.female),
            "Father" | "Stepfather" | "Uncle" => prng.pick(self.male),
            _ => self.given(prng),
        }
    }
    /// One surname.
    pub(crate) fn surname(&self, prng: &mut Prng) -> &'static str {
        prng.pick(self.surnames)
    }
    /// A child's surname from its parents': the first alone, both, or both with a hyphen.
    pub(crate) fn childs_surname(&self, first: &str, second: &str, prng: &mut Prng) -> String {
        match prng.chance(self.two_surnames) {
            true if first != second => format!("{first}{}{second}", prng.weighted(&[(" ", 4), ("-", 1)])),
            _ => first.to_owned(),
        }
    }
    /// Whether somebody of this culture speaks Spanish.
    pub(crate) fn speaks_spanish(&self) -> bool {
        self.home_language.0 == "es"
    }
    /// The language to call home in.
    pub(crate) fn language(&self, prng: &mut Prng) -> &'static str {
        let (language, per_mille) = self.home_language;
        if prng.chance(per_mille) { language } else { "en" }
    }
}

/// A word as it stands in an e-mail address: `Muñoz` is `munoz`, `O'Brien` is `obrien`.
pub(crate) fn ascii_letters(word: &str) -> String {
    word.to_lowercase().chars().filter_map(plain_letter).collect()
}

fn plain_letter(letter: char) -> Option<char> {
    const PLAIN: &[(&str, char)] = &[
        ("áàâäãåảạăắằẳẵặấầẩẫậą", 'a'),
        ("çćč", 'c'),
        ("ďđ", 'd'),
        ("éèêëẻẽẹếềểễệęě", 'e'),
        ("íìîïỉĩị", 'i'),
        ("ł", 'l'),
        ("ñńň", 'n'),
        ("óòôöõøỏọốồổỗộơớờởỡợ", 'o'),
        ("ř", 'r'),
        ("śš", 's'),
        ("úùûüủũụưứừửữựů", 'u'),
        ("ý", 'y'),
        ("źżž", 'z'),
    ];
    match letter {
        'a'..='z' => Some(letter),
        _ => PLAIN.iter().find(|(accented, _)| accented.contains(letter)).map(|&(_, plain)| plain),
    }
}

const NEIGHBOURHOODS: &[&str] = &[
    "Harbor Point",
    "Cesar Chavez",
    "Lincoln",
    "Mill Creek",
    "Rosa Parks",
    "Prairie View",
    "Eastgate",
    "Orchard Park",
    "Sacagawea",
    "Maple Grove",
    "Riverside",
    "Frederick Douglass",
    "Cedar Hill",
    "Sunnyside",
    "Northfield",
    "Jane Addams",
    "Pine Ridge",
    "Lakeshore",
    "Whitman",
    "Juniper",
    "Franklin",
    "Valley View",
    "Dolores Huerta",
    "Fairmont",
    "Stonebridge",
    "Meadowbrook",
    "Langston Hughes",
    "Westwood",
    "Bayview",
    "Granite Falls",
    "Clearwater",
    "Hillcrest",
    "Sojourner Truth",
    "Oak Terrace",
];

/// The neighbourhood that a group of schools is named after; numbered once the names run out.
pub(crate) fn neighbourhood(number: usize) -> String {
    let name = NEIGHBOURHOODS[number % NEIGHBOURHOODS.len()];
    match number / NEIGHBOURHOODS.len() {
        0 => name.to_owned(),
        round => format!("{name} {}", round + 1),
    }
}
