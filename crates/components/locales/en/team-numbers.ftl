# Families' numbers: those that do not work, and one with its history.

numbers-title = Numbers that do not work
numbers-count = { $n ->
    [0] nothing to repair
    [one] 1 to repair
   *[other] { $n } to repair
}
numbers-lead = Mentors met these numbers as wrong or disconnected, or asked for one that works. Look on the emergency card, lunch and trip forms, or ask at the office. The number you set goes to the mentors' phones, and no import overwrites it.
numbers-none = Every number that mentors tried works, as far as they told. To change a number all the same, open the student's page.
numbers-col-student = Student
numbers-col-whose = Whose number
numbers-col-told = Who met it
numbers-col-do = Repair
numbers-told = { $n ->
    [one] { $mentor }, { $day }
   *[other] { $n } calls, the last by { $mentor }, { $day }
}
numbers-asked = { $mentor } asks for a number that works
numbers-repair = Repair
numbers-back = All numbers to repair
number-title = Number of { $name }
number-students = Guardian of
number-hand-set = Set by hand: imports leave it alone.
number-what = What is true now?
number-what-word = { $word ->
    [replaced] There is another number
    [verified] I called: this number works
    [retired] It does not work, and there is no other yet
   *[released] Let the school's next file say the number again
}
number-new = The other number
number-source = Where does it come from?
number-source-word = { $word ->
    [emergency_card] emergency card
    [lunch_form] lunch form
    [trip_form] trip form
    [family] the family said it
    [home_visit] visit at home
    [office] school office
   *[other] somewhere else
}
number-day = On which day
number-answer = What the mentor reads
number-answer-hint = The mentor asked for a number that works, and is answered when you save. Families may ask to read it.
number-save = Save
number-past = What became of it
number-past-word = { $word ->
    [replaced] Another number
    [verified] Called, and it works
    [retired] No number that works
    [released] Left to the school's file
   *[recorded] In the school's record
}
number-wrong = { $word ->
    [phone] Write a number that can be called: 7 to 20 digits. Nothing was saved.
    [same] This is the number that is there already. If it works, say so above. Nothing was saved.
    [source] Say where it comes from. Nothing was saved.
    [day] Choose a day that is not to come. Nothing was saved.
    [answer] The answer is too long. Nothing was saved.
    [moved] Somebody else changed this number in between: look at what became of it below. Nothing was saved.
   *[what] Choose what is true now. Nothing was saved.
}
