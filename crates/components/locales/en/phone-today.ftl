# The home screen, the door and calls.

## Today by the hour

today-at-the-door = At the door
today-also = Any time
today-group = Several students at once
today-group-lead = One entry for a group or an event
due-more = { $n ->
    [one] 1 more
   *[other] { $n } more
}
due-done-line = { $what } · done
due-goal-result = { $goal } · { $result }
due-goal-page = All about this goal
due-starters = Something to talk about
due-follow-up-call = Call now
due-celebrate-page = Praise in another way
evening-title = Before tomorrow
evening-all-sent = Everything from today has reached the school. Good night.
evening-unsent = { $n ->
    [one] 1 entry is saved on this phone and not sent yet.
   *[other] { $n } entries are saved on this phone and not sent yet.
}
evening-send = Send now
evening-calls = { $n ->
    [one] To call before the bell on { $day }: 1 student
   *[other] To call before the bell on { $day }: { $n } students
}
evening-no-calls = No calls before the bell on { $day }.

## What the team answered

answers-title = Answers from the team
answers-line = You asked for { $asked }: { $status }
answers-by = { $who }, { $day }
answers-read = I have read it

## Calls

call-fold = { $name }: everything about this call
call-others = { $n ->
    [one] 1 other person to call
   *[other] { $n } other people to call
}
call-more = It ended in another way
call-speaks = Speaks { $language }
call-speaks-interpreter = Speaks { $language }. Call with an adult who interprets; never let the child do it.
call-interpreter = Call with an adult who interprets; never let the child do it.
call-best-hours = Best time to call: { $hours }
call-done-reason = { $done } · reason as told: { $reason }
call-after-wrong = The number is noted as wrong, and the office is asked for another one.
call-after-language = You had no common language.
call-ask-interpreter = Ask the team for an interpreter
calls-every-day = Every school day, as your coordinator asked
calls-ended = Wake-up calls that have done their work
calls-ended-days = { $n ->
    [one] 1 day at school: the plan says that the calls can end.
   *[other] { $n } days at school in a row: the plan says that the calls can end.
}
calls-ended-day = The last day of the plan has come.
calls-end = End the calls
calls-plan-again = Make another plan
office-ask = Ask the office for a number
office-asked = The office was asked for a number that works.
others-greeted = Greeted by another mentor { $time }
others-did = Another mentor today: { $kind } · { $time } · { $reach ->
    [student] reached the student
    [family] reached the family
   *[other] reached nobody
}

## The call home in six steps, by us after the outline that attendance programmes share

script-open = How to talk: six steps
script-step = Step { $n } of { $of }
script-back = Step back
script-next = Next step
script-unconfirmed = You only did not see { $name }. Say that, and not “absent”.
call-step = { $step ->
    [learn] Learn
    [share] Share
    [inform] Inform
    [discuss] Discuss
    [ask] Ask
   *[plan] Arrive at a plan
}
call-step-do = { $step ->
    [learn] Say who you are and ask how they are. Then listen; there may be worry at home.
    [share] Tell something good that you saw lately. A family should hear it before any number.
    [inform] Say how many days were missed, as news and not as blame. Most families guess too few.
    [discuss] Talk about what a day at school gives, and what is hard to make up at home.
    [ask] Ask what stands in the way, and what would help. Wait for the answer.
   *[plan] Agree on one small thing for tomorrow, and on when you talk again. Say thank you.
}
call-step-say = { $step ->
    [learn] “Hello, this is { $mentor }, { $name }’s mentor at school. How are you all today?”
    [share] “I am always glad when { $name } comes through the door. We missed { $name } today.”
    [inform] “I want you to know how many days it is so far, so that we can look at it together.”
    [discuss] “On a day like today the class begins something new. It is easier to be there than to catch up.”
    [ask] “What makes the morning hard for { $name }? What could the school do?”
   *[plan] “So this is what we try tomorrow. I will look out for { $name } at the door and call you. Thank you!”
}
pace-missed = { $missed } of { $of } school days missed so far this year.
pace-left = { $n ->
    [0] Every day at school counts now: one more missed day makes it chronic absence.
    [one] With 1 more missed day the year still stays below chronic absence.
   *[other] With up to { $n } more missed days the year still stays below chronic absence.
}
pace-over = Whatever was before: each day at school from now on counts.

## Texts to the family, by the phone's own messages

text-open = Send a text instead
text-to = To whom?
text-what = What about?
text-language = In which language?
text-name = { $template ->
    [hello] Introduce yourself
    [missed] Missed you today
    [good_news] Good news
    [tomorrow] See you tomorrow
    [good_time] When to call?
   *[thanks] Thank you
}
text-body = { $template ->
    [hello] Hello, this is { $mentor }, { $name }’s mentor at school this year. I am glad about that. You can write or call me at this number.
    [missed] Hello, this is { $mentor } from school. I did not get to see { $name } today and hope that all is well. When can I call you?
    [good_news] Hello, this is { $mentor } from school with good news: { $name } is coming to school more steadily. Thank you for what you do at home!
    [tomorrow] Hello, this is { $mentor } from school. I look forward to greeting { $name } at the door tomorrow morning.
    [good_time] Hello, this is { $mentor }, { $name }’s mentor. I would like to talk for a few minutes this week. What is a good time for you?
   *[thanks] Hello, this is { $mentor } from school. Thank you for talking with me about { $name }. I am glad that we do this together.
}
text-ask-first = Nobody has asked this family yet whether texts are welcome. Better ask on the phone first.
text-no-language = At home they speak { $language }. There is no text in it yet; a call with an interpreter is better.
text-with-guardian = Anything that { $name } is to read goes to the family too: keep this adult as a receiver.
text-write = Open messages to { $name }
text-sent = I sent it: record it
text-own-phone = It goes from your own phone. Here only the contact is kept, not the words.
