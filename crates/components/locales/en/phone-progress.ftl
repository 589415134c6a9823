# Goals, barriers, recognition, steps, conversation starters, library.

day-and-year = { $day } { $year }
band = { $word ->
    [k2] K to grade 2
    [g35] Grades 3 to 5
    [g68] Grades 6 to 8
    [g912] Grades 9 to 12
   *[other] { $word }
}
paper-print = Print
paper-close = Close

## Goals

goals-title = Goals
goals-open = Open goal
goals-new = A new goal
goals-none = No goal with { $name } yet. Choose it together: small enough for a week.
goals-another = Another goal beside it
goals-one-at-a-time = One goal at a time is easier to keep. If you both want a second one, set it here.
goals-what = What do you count?
goals-before = Last week it was
goals-from-record = Filled in from what this phone knows. Change it if the student remembers better.
goals-not-known = not known
goals-try = Try
goals-when = By when?
goals-this-week = This week
goals-next-week = Next week
goals-a-day = A day
goals-which-day = Which day?
goals-set = Set this goal
goals-set-saved = Goal saved here: { $goal }
goals-due-now = time to look at it
goals-due-on = You look at it together on { $day }.
goals-counted = How many were it?
goals-not-counted = not counted
goals-how = How did it go?
goals-checked = Looked at, saved here: { $result }
goals-after = { $result ->
    [reached] Say it to { $name } in person, and let the family hear it too.
    [partly] Name what went well, { $name } did that. Then make the next goal one that can be reached.
    [not_reached] That is news about the plan, not about { $name }. Ask what got in the way, and make the next goal smaller.
   *[changed] Set the goal that fits better now.
}
goals-praise = Give praise
goals-earlier = Earlier goals

## What stands in the way

barriers-title = In the way
barriers-now = In the way now
barriers-none = Nothing is noted.
barriers-told = { $told } · { $day }
barriers-resolve = It is over
barriers-resolve-says = It is over: { $factor }
barriers-resolved-saved = No longer in the way, saved here: { $factor }
barriers-over = { $n ->
    [one] No longer in the way (1)
   *[other] No longer in the way ({ $n })
}
barriers-from-to = { $first } to { $last }
barriers-new = Something new
barriers-what = What did you hear of? Most often:
barrier-category = { $word ->
    [barrier] Something else is in the way
    [aversion] School is hard to bear
    [disengagement] School does not pull
    [misconception] A missed day does not seem to matter
   *[other] { $word }
}
barriers-health = Whatever concerns body or mind is noted as “health”, and nothing more is written about it.
barriers-safety = A child may be in danger: whom to phone
barriers-change = Another one
barriers-who = Who said so?
barriers-source = { $word ->
    [student] The student
    [family] The family
    [staff] Staff
    [mentor] I saw it
   *[other] { $word }
}
barriers-how-sure = How sure are you?
barriers-save = Note it
barriers-saved = In the way, saved here: { $factor }

## Praise

praise-title = Praise
praise-whom = Who hears it?
praise-family = { $name }'s family
praise-earned = Earned lately
praise-goal-reached = Reached a goal, { $day }
praise-came-back = Came back on { $day } after days away
praise-form = { $word ->
    [words] In words
    [note_home] Note home
    [call_home] Call home
    [certificate] Certificate
    [treat] Time together
   *[other] { $word }
}
praise-anything = Anything else that got better
praise-what-for = What for?
praise-how = How?
praise-save = Praise
praise-saved = Praised, saved here: { $reason }
praise-tip = Praise soon, and for what got better than the student's own past. No rankings and no prizes for perfect attendance: they reward health and luck, and who missed one day may give up.
praise-given = Given so far
praise-line = { $whom } · { $form } · { $day }
certificate-show = Show it
certificate-label = Certificate to print
certificate-title = A warm word for
certificate-for = { $word ->
    [fewer_absences] for missing fewer days than before
    [days_in_a_row] for day after day at school
    [goal_reached] for reaching a goal
    [came_back] for coming back
    [on_time] for being on time more often
   *[effort] for trying hard
}
certificate-place = { $school }, { $date }

## Steps

steps-title = Steps
steps-lead = Steps on the way through school, at { $name }'s own pace. Tick what is done; a second tap takes it back.
steps-elementary = Up to grade 5
steps-middle = Grades 6 to 8
steps-high = Grades 9 to 12
steps-done = done { $day }
steps-next = next
steps-saved = Step done, saved here: { $step }

## Conversation starters

starters-title = Something to talk about
starters-used = { $used } of { $all } used
starters-another = Another one
starters-asked = We talked about it
starters-saved = Remembered on this phone
starters-grades = For which grades?
starters-lead = A starter that you used does not come again until all were used. That stays on this phone. Tell something of your own too.

## Library

library-title = Library
library-lead = Always here, without a network
library-find = What do you look for?
library-scripts = Calls
library-call-home = A call home in six steps
library-tips = Short lessons
library-activities = Activities
library-sheets = Sheets to print
library-sources = Where to read more
library-sources-lead = Everything here was written for Daymark. These publishers go deeper; ask your coordinator for them.

## Activities: a few minutes together

activity-kind = { $word ->
    [game] Games
    [talk] Talk
    [art] Draw and write
    [plan] Plan
    [move] Move
   *[other] { $word }
}
activity = { $tag ->
    [question_dice] Question dice
    [two_truths] Two truths and a wish
    [short_game] A short game
    [guess_my_rule] Guess my rule
    [quiz_swap] Quiz swap
    [high_low] High and low of the week
    [song_swap] Song swap
    [what_would_you_do] What would you do?
    [reporter] Reporter for a day
    [read_aloud] Read aloud
    [name_picture] My name as a picture
    [good_morning_comic] Comic of a good morning
    [thank_you_card] Thank-you card
    [way_to_school_map] Map of my way to school
    [page_of_me] A page of me
    [mark_calendar] Mark the calendar together
    [morning_plan] Evening and morning, step by step
    [week_ahead] The week ahead
    [plan_b] Plan B for the morning
    [first_ten_minutes] The first ten minutes
    [find_a_club] Find a club
    [credit_count] Count the credits
    [job_advert] Read a job advert
    [walk_and_talk] Walk and talk
    [stretch_and_breathe] Stretch and breathe
    [ball_toss] Catch and tell
    [school_helper] A job for the school
   *[other] { $tag }
}
activity-how = { $tag ->
    [question_dice] Write down six easy things to tell: a food, a place, an animal, a song, a joke, a wish. Take turns to roll and tell.
    [two_truths] Each says two true things and one wish. The other guesses which one is still a wish.
    [short_game] Cards, noughts and crosses, a board game of ten minutes. Let the student teach you one.
    [guess_my_rule] Put things from a pencil case into two heaps by a secret rule. The other finds the rule. Then change places.
    [quiz_swap] Each makes five questions about something they know well. You will lose theirs, and that is the point.
    [high_low] What was the best of this week, what was the hardest? You tell yours too, and keep it short.
    [song_swap] Each plays one song and says what they like about it. No comment on taste.
    [what_would_you_do] Make up small things that happen at school: lost bag, empty seat at lunch, late bus. What would each of you do?
    [reporter] The student interviews you or somebody of the staff with three questions. Write down the best answer together.
    [read_aloud] A picture book or two pages of a story. Take turns, do the voices.
    [name_picture] Draw the letters of the name large and fill each one with something that you like.
    [good_morning_comic] Four boxes: waking up, getting ready, the way, the door of the school. Draw what helps in each.
    [thank_you_card] Who helps you get to school? Make them a card and find a moment to hand it over.
    [way_to_school_map] Draw the way from bed to classroom. Mark what is fun on it and what takes long.
    [page_of_me] Words and pictures for what I am good at, what I am learning, and where I want to be in a year.
    [mark_calendar] Put a sun on each day that was spent at school. Look at what went well in the good weeks.
    [morning_plan] What can be ready the evening before? When does what happen in the morning? Write it on a card for the door.
    [week_ahead] Look through next week: tests, trips, days without school. Choose one thing to look forward to.
    [plan_b] What if the bus is gone, the alarm is silent, nobody can drive? Agree on a second way, and whom to call.
    [first_ten_minutes] Choose one piece of work and begin it together, ten minutes, no more. Beginning is the hardest part.
    [find_a_club] Look at what the school offers after lessons. Choose one and go to the door of it together.
    [credit_count] Write down the credits that are done, those of this term, and those to come. Circle the next one.
    [job_advert] Read a job, a course or an apprenticeship that sounds good. What do they ask for? What is there already?
    [walk_and_talk] Once around the building. Talking is easier side by side.
    [stretch_and_breathe] Stand up, stretch slowly, breathe in for four and out for six, five times.
    [ball_toss] Throw a soft ball. Who catches it tells something: a colour, a hope, somebody kind.
    [school_helper] Water the plants, hand out books, set up chairs. Being needed is a reason to come.
   *[other] { $tag }
}

## Conversation starters. Warm, open, never about trouble at home

starter = { $tag ->
    [k2_01] What made you laugh this week?
    [k2_02] If you were an animal for one day, which one would you be?
    [k2_03] What is your favourite game at recess?
    [k2_04] Who do you like to sit next to, and why?
    [k2_05] What can you do now that you could not do last year?
    [k2_06] If our school had a pet, what should it be called?
    [k2_07] What is the best thing to draw?
    [k2_08] Which story could you hear again and again?
    [k2_09] What would you put into a magic backpack?
    [k2_10] What is your favourite colour today?
    [k2_11] What do you want to learn next?
    [k2_12] If you could fly, where would you land first?
    [k2_13] What sound do you like best?
    [k2_14] Show me with your hands: how big was your day?
    [k2_15] What is something kind that somebody did for you?
    [k2_16] What food should there be every day for lunch?
    [k2_17] If it rained something else than water, what should it be?
    [k2_18] What song do you like to sing?
    [k2_19] Which place in this school do you like most?
    [k2_20] What do you like to build?
    [k2_21] What would you teach a robot?
    [k2_22] What is the funniest word you know?
    [k2_23] If you were the teacher for one day, what would we do?
    [k2_24] What helps you when you feel shy?
    [k2_25] What do you look for when you are outside?
    [k2_26] Which superpower would make the morning easy?
    [k2_27] What are you good at that I do not know yet?
    [k2_28] Who would you like to play with more often?
    [k2_29] What is the softest thing you know?
    [k2_30] What do you hope will happen tomorrow?
    [g35_01] What was the best minute of your day so far?
    [g35_02] If you could add one lesson to the school day, what would it be?
    [g35_03] What are you proud of this week, even if it is small?
    [g35_04] Who in this school makes you feel welcome?
    [g35_05] What is a game that you could teach me?
    [g35_06] If you wrote a book, what would it be about?
    [g35_07] What do you wonder about?
    [g35_08] What is harder than it looks?
    [g35_09] Which three things would you take to an island?
    [g35_10] What makes somebody a good friend?
    [g35_11] What was something new that you tried?
    [g35_12] If you could ask an animal one question, which animal and what?
    [g35_13] What do you do to wake up properly?
    [g35_14] What is the best prize that nobody has invented yet?
    [g35_15] When do you learn best: with others, alone, moving, quiet?
    [g35_16] What is a rule that you would change, and what would you put in its place?
    [g35_17] What would you do with one more hour every day?
    [g35_18] Which person from a story would you like to meet?
    [g35_19] What did you get better at by practising?
    [g35_20] What is something that most people here do not know about you?
    [g35_21] Which job looks like the most fun?
    [g35_22] What should every classroom have?
    [g35_23] What is a good thing about the season we are in?
    [g35_24] If you planned a day for the two of us at school, what would we do?
    [g35_25] What mistake taught you something?
    [g35_26] Which invention could you not live without?
    [g35_27] How do you cheer somebody up?
    [g35_28] What is on your list of things to learn one day?
    [g35_29] What part of the day goes by the fastest?
    [g35_30] What would make Monday a better day?
    [g68_01] What is one thing that went right this week?
    [g68_02] What are you into right now that you could talk about for ten minutes?
    [g68_03] Which teacher explains things so that they stick? What do they do?
    [g68_04] If you ran this school for a day, what would you change first?
    [g68_05] What music helps you to get going?
    [g68_06] What is something that people your age understand better than adults?
    [g68_07] What is a skill that you want to have in a year?
    [g68_08] When did you last surprise yourself?
    [g68_09] What makes a good day at school good?
    [g68_10] Which part of the day gives you energy, and which part takes it?
    [g68_11] Who do you like to work with, and why?
    [g68_12] What would you like to be asked more often?
    [g68_13] If you could swap lives with somebody for a day, who would it be?
    [g68_14] What is worth getting up for?
    [g68_15] Which club or team would you start here?
    [g68_16] What is something difficult that you did anyway?
    [g68_17] What do you wish your teachers knew about how you learn?
    [g68_18] What would your friends say you are good at?
    [g68_19] What is the best advice that you have heard, and the worst?
    [g68_20] Would you rather be early or be surprised?
    [g68_21] What do you do when you are bored that turns out well?
    [g68_22] Which place would you like to see, and what would you do there first?
    [g68_23] What should new students know about this school?
    [g68_24] What is a small thing that makes you feel respected?
    [g68_25] What would you make if you had all the tools?
    [g68_26] What have you changed your mind about?
    [g68_27] Which subject would be great if it were taught another way? How?
    [g68_28] What do you look forward to in the next two weeks?
    [g68_29] What helps you to start when you do not feel like it?
    [g68_30] What would you like us to do next time?
    [g912_01] What has been on your mind in a good way?
    [g912_02] What do you do that makes time fly?
    [g912_03] What does a good week look like for you?
    [g912_04] Which class is worth the effort, and what makes it so?
    [g912_05] What would you like to be known for at this school?
    [g912_06] What are you better at than a year ago?
    [g912_07] Who do you go to when you need a straight answer?
    [g912_08] What would you try if nobody kept score?
    [g912_09] What kind of work could you imagine doing for a while?
    [g912_10] What do you want to have seen before you are thirty?
    [g912_11] What makes a morning work for you?
    [g912_12] When do you feel that you belong somewhere?
    [g912_13] What is a problem in this town that you would like to solve?
    [g912_14] Which decision are you glad you made?
    [g912_15] What do people often get wrong about your age?
    [g912_16] What would you teach if you had one lesson?
    [g912_17] What is something you finished that was not easy?
    [g912_18] How do you know that you can trust somebody?
    [g912_19] What would you tell a ninth grader on the first day?
    [g912_20] What do you need more of this month: rest, company, quiet, a challenge?
    [g912_21] Which show, book or game says something true?
    [g912_22] What is the next step that you can see from here?
    [g912_23] What does success mean to you, in your own words?
    [g912_24] What would you do with a free year and enough money?
    [g912_25] What is one thing that an adult did for you that you will do for others?
    [g912_26] Where do you do your best thinking?
    [g912_27] What would make coming here tomorrow worth it?
    [g912_28] What are you curious about that no class covers?
    [g912_29] What is a habit that you would like to keep?
    [g912_30] What should I ask you next week?
   *[other] { $tag }
}

## The library

library-topic = { $word ->
    [calls] Calls
    [meeting] Meeting
    [trust] Trust and safety
    [growth] Growth and goals
    [texts] Texts
    [families] Families
    [activities] Activities
    [sources] Read more
   *[other] { $word }
}
leaf-title = { $key ->
    [first_meeting] The first meeting
    [does_not_talk] When a student does not talk
    [silence] Let silence work
    [after_an_absence] After a day away
    [wake_up_call] A good wake-up call
    [first_call_home] The first call home
    [interpreter] Another language at home
    [boundaries] Warm, and with boundaries
    [confidentiality] What stays with you
    [duty_to_report] When you must tell
    [what_to_write] What to write down
    [growth_mindset] Not yet
    [celebrate_improvement] Celebrate what got better
    [small_goals] Goals that fit into a week
    [setback] After a bad week
    [two_days_a_month] Two days a month
    [texts_do] Texts: what helps
    [texts_do_not] Texts: what to leave out
    [newcomers] New in the country
    [goodbye] Saying goodbye
   *[other] { $key }
}
leaf = { $key ->
    [first_meeting]
        Say who you are, why you come, and on which days. Say that you were glad to be asked.
        Ask for the name that the student likes to be called by. Do one small thing together rather than talk all the time.
        Do not begin with absences. The first thing that a student should learn is that somebody looks forward to the morning with them in it.
        End by saying when you meet again, and be there.
    [does_not_talk]
        Many do not talk in the first weeks. It says little about you.
        Do something with your hands: a game, a walk, a drawing. Side by side is easier than face to face.
        Offer two choices in place of a question. Tell something small of your own day.
        Come back as you said. Being there, again and again, is the message.
    [silence]
        After a question count slowly to ten. Most people need that long to find a true answer.
        Do not fill the gap with a second question. Look at something together meanwhile.
        If nothing comes, say that it may wait, and mean it.
    [after_an_absence]
        Say first that you noticed and that you are glad: “I missed you yesterday. Good that you are here.”
        Ask openly: “Is there something that I should know?” Do not ask for a reason as if it were owed.
        Help with the first step back: which lesson now, what was missed, whom to ask.
    [wake_up_call]
        Short, friendly, the same each time: a greeting, the time, one good thing that the day holds.
        Wait until you hear that feet are on the floor.
        If the family answers, thank them. If nobody does, try the next number, then let it be: the door comes later.
    [first_call_home]
        The first call holds only good news. Say who you are and one thing that you saw their child do well.
        Ask which language they like to speak, and when a call suits them.
        Do not ask about absences in this call. You will need their trust for the next one.
    [interpreter]
        Ask the office for an adult interpreter. Never let the child or a brother or sister interpret.
        Speak to the family, not to the interpreter. Short sentences, no abbreviations of the school.
        Say a greeting in their language, even if it comes out wrong.
    [boundaries]
        You are a steady adult, not a friend of the same age, a parent or a therapist.
        Meet where others can see you, at times that the school knows. No rides, no money, no private accounts.
        Promise only what you can keep. When you cannot come, say so before.
    [confidentiality]
        What a student tells you is not for the staff room, the hallway or your own family.
        Share with the coordinator what is needed to help, and no more. Say so to the student before you do.
        On the phone, lock the screen. Never write a name into a message or a photo caption.
    [duty_to_report]
        If you have reason to think that a child is hurt, neglected or in danger, you must report it. Do not wait until you are sure.
        Do not promise to keep it secret. Listen, do not question, thank the student for telling you.
        Phone the person whom your school has named, at once. The law of your state may ask you to phone the authorities yourself.
        Daymark is not the way to report. The page “Safety concern” of a student shows whom to phone.
    [what_to_write]
        Write what you saw and heard, not what you think of it. “Came at 9:40, said that the bus did not stop.”
        Write as if the family read it beside you: they may ask to.
        No diagnoses, no names of other students, nothing about papers or status.
    [growth_mindset]
        Praise what a student did: the try, the plan, the second start. “You set two alarms, and it worked.”
        Add “yet”: “You are not on time every day yet.”
        Tell how you learned something slowly. Brains and habits grow with use.
    [celebrate_improvement]
        Compare a student with their own past only: three days last week, four this week.
        Celebrate soon and small: a word at the door, a note home, a call to the family.
        No rankings and no prizes for perfect attendance. They reward health and luck, and those who missed a day may give up.
    [small_goals]
        One goal at a time, for a week or two, chosen by the student. “Three days last week, try four.”
        Ask what could get in the way, and plan for that one thing.
        Look at it together on the day you said. Reached or not, name what helped.
    [setback]
        A bad week is news about the plan, not about the student.
        Ask what was different. Look at the calendar for a day that keeps coming back, such as Mondays.
        Make the next goal smaller and the next contact sooner.
    [two_days_a_month]
        Missing two days a month looks like little. Over a school year it is about eighteen days, a tenth of the year.
        All days count, with a note or without: a lesson that was missed is missed.
        Say it as a sum, never as a reproach, and say what is still possible.
    [texts_do]
        Write short and kind, by day, in the language of the family.
        Say who you are in the first text, and that they may answer or not.
        Say one good thing or one simple question. Log it here as a contact.
    [texts_do_not]
        No reasons for absences, no health, no names of others, no grades.
        No texts to students from your own account, unless the school allows it and a guardian is in it.
        No pictures, no jokes that could be misread, nothing late in the evening. What is urgent is a call.
    [newcomers]
        Show the building, the bus, the lunch line: what nobody explains is what keeps people away.
        Ask about what they like and can do, in any language. Do not ask how they came or about papers.
        Find one student or club that shares something with them.
    [goodbye]
        Say weeks before that the year or the match ends. No surprises.
        Look back together at the calendar: what changed, what the student did.
        Say who will be there next, and introduce them if you can. Do not promise visits that you will not make.
   *[other] { $key }
}

## The parent tips sheet

parent-tips-title = Tips for families
parent-tips-lead = School days add up. Small things at home make the mornings easier.
parent-tip = { $key ->
    [evening] Get bag, clothes and lunch ready the evening before.
    [sleep] Keep the same bedtime on school nights. Phones sleep in another room.
    [backup] Agree on a second way to school: a neighbour, a relative, another bus.
    [appointments] Choose the afternoon or a day without school for appointments, where you can.
    [well_enough] A small cold is often no reason to stay home. If you are not sure, ask the school nurse.
    [trips] Plan family trips for the holidays. The calendar of the school shows them.
    [calendar] Hang up a calendar and mark each day at school together.
    [praise] Say what went well this week. Getting better counts more than perfect.
    [worries] If your child does not want to go, ask what the hardest moment of the day is, and tell us.
    [tell_us] Call us when something gets in the way. We look for help with you, not for blame.
   *[other] { $key }
}
parent-tips-foot = Missing two days each month adds up to about eighteen days a year: a tenth of the school year.

## Where to read more: names only

source = { $key ->
    [aw_toolkit] Attendance Works: Relationships Matter, a toolkit for elementary success mentors
    [aw_roots] Attendance Works: Root causes of chronic absence
    [aw_incentives] Attendance Works: Recognition and incentives for attendance
    [mentor_eep] MENTOR: Elements of Effective Practice for Mentoring
    [mentor_growth] MENTOR: Mentors supporting growth mindset
    [nmrc_journey] National Mentoring Resource Center: K-12 journey map
    [nmrc_newcomers] National Mentoring Resource Center: Mentoring immigrant youth
    [search_relationships] Search Institute: Relationships First
    [minnesota_teens] Mentoring Partnership of Minnesota: Tools for mentoring adolescents
    [nyc_activities] New York City Young Men's Initiative: Activity catalog
    [egc_report] Everyone Graduates Center: Meeting the challenge of combating chronic absenteeism
    [ferpa] US Department of Education: How to leverage community relationships while protecting student privacy
   *[other] { $key }
}
