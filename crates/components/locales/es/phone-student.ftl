# La página de un estudiante, el calendario, marcar en compañía; la semana y el mes del mentor; la lista de estudiantes.

## Cómo puede terminar el año

absence-pace = Este año de { $year } días de clases admite { $n ->
    [one] 1 falta más
   *[other] { $n } faltas más
} y queda { $rule ->
    [more_than] en { $limit } % o menos.
   *[at_least] por debajo del { $limit } %.
}
absence-pace-last = Con una falta más, este año de { $year } días de clases termina { $rule ->
    [more_than] arriba del { $limit } %.
   *[at_least] en { $limit } % o más.
}
absence-pace-lost = Este año termina { $rule ->
    [more_than] arriba del { $limit } %.
   *[at_least] en { $limit } % o más.
} Cada día en la escuela sigue contando, y el próximo año empieza de cero.

## En pocas palabras

brief-title = En breve
brief-others = Otra persona mentora, hoy
brief-other = { $kind }, { $time }
brief-answer = El equipo respondió
brief-begun = Sin terminar
brief-begun-what = { $word ->
    [note] una nota, { $day }, { $time }
    [ask] un pedido al equipo, { $day }, { $time }
   *[other] { $word }, { $day }, { $time }
}
brief-family = Familia
brief-family-reached = último contacto: { $day }
brief-family-not-yet = aún sin contacto
brief-language = Se habla en casa
brief-interpreter = con intérprete adulto
brief-goal = Meta
brief-goal-none = aún no hay una meta acordada
brief-barriers = Lo que estorba
brief-barriers-none = nada conocido

## Cuándo se falta

pattern-title = Cuándo se falta a la escuela
pattern-figure = { $missed } de { $held } días
pattern-day = { $day } ({ $figure })
pattern-most = Se falta más: { $days }
pattern-even = Ningún día de la semana resalta.
pattern-latest = Semana del { $day }: faltó { $figure }.
pattern-week = Semana del { $day }
pattern-more = Día por día, semana por semana
pattern-by-weekday = Faltas por día de la semana, este año
pattern-by-week = Faltas de las últimas semanas

## Dos teléfonos que no coinciden

two-answers-title = { $day }: dos respuestas
two-answers-lead = Un teléfono tiene un sol en este día y otro lo quitó. Elija lo correcto. Las dos respuestas quedan en el historial.
two-answers-sun = Con sol
two-answers-no-sun = Sin sol

## Lo que se puede hacer

do-title = Para este estudiante
do-contact = Registrar un contacto
do-note = Nota
do-goals = Metas
do-praise = Felicitar
do-barriers = Lo que estorba
do-ask = Pedir al equipo
do-starters = Para conversar
do-steps = Pasos
do-wake-up = Llamadas para despertar
do-family = Familia
do-together = Marcar en compañía
do-year = Año escolar
do-log = Lo que se hizo
do-safety = ¿Teme que alguien no esté a salvo?
student-calendar = Calendario

## El historial

student-log-all = Los { $n } registros
log-filter = Mostrar
log-filter-kind = { $word ->
    [all] Todo
    [contacts] Contactos
    [notes] Notas
    [goals] Metas y pasos
    [praise] Felicitaciones
    [barriers] Lo que estorba
    [team] Con el equipo
    [plans] Planes y listas
   *[other] { $word }
}
log-month-entries = { $n ->
    [one] 1 registro
   *[other] { $n } registros
}
log-when-of-day = { $time } · { $state }
log-when-later = del { $day }, escrito { $made }, { $time } · { $state }

## El calendario en manos del estudiante: se le dice al estudiante

together-title = El calendario de { $name }
together-streak = { $n ->
    [one] Viniste el último día de clases, { $name }. ¡Qué bueno que viniste!
   *[other] Viniste { $n } días de clases seguidos, { $name }. ¡Eso cuesta, y lo lograste!
}
together-new-start = Qué gusto verte, { $name }. Cada día se empieza de nuevo.
together-suns = { $n ->
    [0] Este mes aún no hay soles.
    [one] 1 sol este mes
   *[other] { $n } soles este mes
}
together-done = Listo
print-month = Imprimir este mes
paper-school = { $school }

## El año

year-title = El año escolar { $years } de { $name }
year-suns = { $n ->
    [one] 1 sol
   *[other] { $n } soles
}
year-absent = { $n ->
    [one] 1 falta según el registro de la escuela
   *[other] { $n } faltas según el registro de la escuela
}
year-legend = { $absent } falta según el registro de la escuela
year-empty = El calendario de la escuela aún no está en este teléfono. Llega cuando hay conexión.
year-month = Mes por mes
print-year = Imprimir el año

## Mi semana y mi mes

my-week-previous = Semana anterior
my-week-next = Semana siguiente
my-week-waiting = Le esperan, y aún hay tiempo
my-week-others = Los demás
my-week-was = { $met } de { $all } estudiantes tuvieron todos sus días. Lo que faltó ya pasó; esta semana cuenta de nuevo.
my-month = Mi mes
my-month-weeks = { $met } de { $all } semanas cumplieron el modelo
my-month-weeks-why = La semana de un estudiante lo cumple con tres días de clases con contacto, o con todos los días de una semana corta.
my-month-no-weeks = Aún no termina ninguna semana de este mes.
my-month-elements = De qué se compuso el trabajo
my-month-nothing = Aún no hay nada registrado este mes.
my-month-times = { $n ->
    [one] una vez
   *[other] { $n } veces
}
element = { $word ->
    [meet_and_greet] Saludo en la entrada
    [family_outreach] Acercarse a la familia
    [call_home] Llamadas a casa y para despertar
    [one_on_one] A solas y en grupos pequeños
    [tracking] Asistencia, metas, lo que estorba
    [celebrate] Celebrar
    [work_with_staff] Trabajo con el equipo y el personal
   *[other] { $word }
}

## Todos los estudiantes

students-group = Grupo
students-library = Lo que ayuda
students-letters = Primera letra del nombre
students-all = Todos

## Lo que la escuela concedió a este mentor además de lo que ve todo mentor

student-granted-until = La escuela le muestra esto hasta el { $day }. Guárdelo para usted.
student-granted-nothing = La escuela no ha escrito nada aquí.
student-granted-value = { $day }: { $what }: { $value }
student-granted-line = { $day }: { $what }
