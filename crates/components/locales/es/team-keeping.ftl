## El cuidado de las parejas y de los mentores: lo que comparten las páginas

keep-near = El cuidado de las parejas y de los mentores
keep-page = { $page ->
    [support] Apoyo a los mentores
    [thanks] Gracias y buenas noticias
    [reviews] Revisiones a los dos meses
    [substitutes] Suplentes
    [closing] Cierres
   *[rollover] Nuevo año escolar
}
keep-of-match = { $page ->
    [reviews] Revisión
    [substitutes] Suplente
   *[closing] Cerrar esta pareja
}
keep-to-student = Página del estudiante
keep-to-mentor = Página del mentor
keep-pair = { $student } con { $mentor }
keep-since = desde el { $day }
keep-overdue = atrasado desde el { $day }
keep-ended-on = terminó el { $day }
keep-no-matches = No hay ninguna pareja en marcha. Las parejas empiezan en la página del mentor o en el tablero de parejas.
keep-match-over = Esta pareja ya no está en marcha.
keep-choose = Elija
keep-save = Guardar
keep-note = Nota
keep-noted-by = lo anotó { $by }
keep-written-by = { $by }, { $moment }
keep-mentor-students = { $n ->
    [0] { $name } · sin estudiantes ahora
    [one] { $name } · 1 estudiante ahora
   *[other] { $name } · { $n } estudiantes ahora
}
keep-students-now = { $n ->
    [0] sin estudiantes ahora
    [one] 1 estudiante ahora
   *[other] { $n } estudiantes ahora
}
keep-col-student = Estudiante
keep-col-mentor = Mentor
keep-col-since = Desde
keep-col-reason = Motivo
keep-col-last-day = Último día
keep-col-next-step = Próximo paso
keep-col-due = Para el
keep-col-asked = A quién preguntar
keep-col-stands-in = Suplente
keep-col-for = En lugar de
keep-col-until = Hasta
keep-col-papers = Papeles del mentor
keep-col-goes-on = Nuevo año
keep-col-students = Estudiantes
keep-col-last-talk = Última charla
keep-col-next-talk = Próxima charla
keep-col-weeks = Semanas con tres contactos
keep-col-reached = Días con contacto
keep-col-hours = A solas
keep-col-thanked = Última vez que se le dio las gracias
keep-col-thank = Dar las gracias
keep-wrong = { $word ->
    [no_day] Elija un día.
    [day_to_come] Ese día aún no ha llegado. Elija hoy o un día anterior.
    [day_over] Ese día ya pasó. Elija hoy o un día posterior.
    [choose] Elija una de las respuestas.
    [empty] Escriba algo aquí.
    [too_long] Este texto es demasiado largo. Acórtelo e intente de nuevo.
    [tick_one] Marque al menos uno.
    [say_why] Escriba por qué no se pudo hacer.
    [steps_first] Primero anote que se avisó con tiempo y que se vieron por última vez, o por qué no se pudo. Si alguien puede estar en peligro, o la familia dice que no, elija ese motivo: entonces termina de inmediato.
    [ends_before] Terminaría antes de empezar. Elija un día posterior.
    [already_matched] Estas dos personas ya tienen una pareja abierta. Elija a otro mentor.
    [no_room] Este mentor ya tiene tantos estudiantes como quiere llevar. Escriba por qué este mentor de todos modos, o elija a otro.
    [family_not_asked] Hasta quinto grado también se pregunta a la familia. Elija lo que dijo.
    [what_changes] Escriba qué cambia.
    [against_the_student] El estudiante quiere terminar. Escriba por qué sigue de todos modos, o elija terminar.
    [stands_in_too_long] Una suplencia dura 30 días como máximo. Elija un día anterior; después puede renovarla.
   *[tell_the_family] Primero dígale a la familia quién viene en su lugar, y luego marque esto.
}

## Cierres

keep-closing-count = { $planned ->
    [one] 1 previsto
   *[other] { $planned } previstos
}, { $open ->
    [one] 1 con pasos pendientes
   *[other] { $open } con pasos pendientes
}
keep-closing-lead = Un buen cierre se avisa con tiempo, tiene su despedida y se deja por escrito. Nadie se entera ante una puerta vacía.
keep-closing-planned = Van a terminar
keep-closing-planned-none = No hay ningún cierre previsto.
keep-closing-open = Terminadas, con pasos pendientes
keep-closing-begin = Parejas en marcha: elija una para preparar su cierre
keep-reason = { $word ->
    [goals_met] Metas alcanzadas
    [year_end] Fin del año
    [pupil_moved] El estudiante se mudó
    [mentor_left] El mentor se fue
    [rematch] Otro mentor
    [family_withdrew] La familia ya no lo desea
    [safety] Seguridad
   *[programme_end] Fin del programa
}
keep-steps = Pasos del cierre
keep-steps-done = Todos los pasos están hechos
keep-steps-more = { $n ->
    [one] y 1 más
   *[other] y { $n } más
}
keep-step = { $word ->
    [notice] Aviso con tiempo
    [final_meeting] Último encuentro
    [mentor_talk] Charla con el mentor
    [student_talk] Charla con el estudiante
    [family_talk] Charla con la familia
    [contact_rules] Reglas de contacto después
   *[documented] Dejado por escrito
}
keep-step-about = { $word ->
    [notice] El mentor, el estudiante y la familia saben el día, con al menos dos semanas de antelación si se puede.
    [final_meeting] Los dos miran atrás, dicen lo que fue bueno y se despiden.
    [mentor_talk] Qué salió bien, qué costó y si volverá a ser mentor.
    [student_talk] Qué ayudó, qué no, y qué quiere ahora.
    [family_talk] Qué notó la familia y a quién llama desde ahora.
    [contact_rules] Todos saben si pueden seguir en contacto después, y cómo.
   *[documented] Lo que la escuela debe conservar está escrito. Con esto el cierre está completo.
}
keep-step-open = Pendiente
keep-step-note-do = Anotar: { $step }
keep-step-state = Qué pasó
keep-step-state-word = { $word ->
    [done] Hecho
    [not_possible] No se pudo hacer
   *[reopened] Anotado por error; sigue pendiente
}
keep-step-day = Cuándo
keep-step-who = Quién lo hizo
keep-step-note = Nota
keep-step-note-hint = { $word ->
    [contact_rules] Escriba la regla con palabras que el estudiante y la familia entiendan.
   *[other] Solo lo que la escuela necesita conservar. Si no se pudo hacer, escriba por qué.
}
keep-step-taken = { $state } · { $day } · { $who } · lo anotó { $by }
keep-plan-title = Preparar el cierre
keep-plan-last-day = Se ven por última vez el
keep-plan-hint = La pareja sigue hasta que usted la cierre más abajo.
keep-plan-do = Preparar el cierre
keep-plan-call-off = Sigue, después de todo
keep-plan-says = { $reason }, último encuentro el { $day }. Lo preparó { $by }, { $moment }.
keep-end-title = Cerrar la pareja hoy
keep-end-says = El teléfono del mentor pierde al estudiante en su próxima sincronización. Lo registrado queda en la escuela, y lo que el teléfono aún no ha enviado todavía llega.
keep-end-at-once = Si alguien puede estar en peligro, o la familia dice que no: elija ese motivo y ciérrela ahora. Los pasos pueden venir después.
keep-end-safety = A quién llamar
keep-end-do = Cerrarla hoy
keep-print-title = Para imprimir
keep-print-certificate = Certificado para el estudiante
keep-print-thank-you = Agradecimiento para el mentor
keep-continued = Estas dos personas siguen juntas en el nuevo año escolar.
keep-continued-as = Su nueva pareja
keep-next-title = Otro mentor para este estudiante
keep-next-says = Esto propone una nueva pareja con un nuevo registro. El teléfono del nuevo mentor no recibe nada del anterior: lo que deba saber, lo escribe usted aquí.
keep-next-mentor = Nuevo mentor
keep-next-start = Primer día
keep-next-expected = Pensada para durar hasta
keep-next-rationale = Por qué estas dos personas
keep-next-do = Proponer esta pareja
keep-hand-over = Traspaso para el nuevo mentor
keep-hand-over-hint = Con sus propias palabras: qué le gusta al estudiante, qué ayuda por la mañana, a quién llamar. Nada que se haya dicho en confianza.
keep-hand-over-print = Imprimir el traspaso
keep-hand-over-anew = Escribirlo de nuevo
keep-hand-over-keep-close = Solo para este mentor. Por favor, guárdelo donde nadie más lo lea.
keep-together = Con { $mentor }, del { $first } al { $last }
keep-sheet-back = Volver

## Revisiones a los dos meses

keep-reviews-count = { $n ->
    [one] 1 para ahora o pronto
   *[other] { $n } para ahora o pronto
}, { $overdue } atrasadas
keep-reviews-lead = A los sesenta días del comienzo se pregunta a todos si la pareja debe seguir. Decide el estudiante; terminar entonces no es culpa de nadie.
keep-reviews-due = Para hacer
keep-reviews-none = No hay ninguna revisión en las próximas dos semanas.
keep-reviews-held = Revisiones hechas
keep-review-none = Ninguna todavía.
keep-review-due-on = La primera revisión es para el
keep-asked-student = al estudiante
keep-asked-family-too = al estudiante y a la familia
keep-review-title = Guardar una revisión
keep-review-says = Pregunte sin el mentor presente. Empiece por el estudiante.
keep-review-student = Qué dice el estudiante
keep-review-family = Qué dice la familia
keep-wish = { $whom ->
    [student] { $word ->
        [keep] Estudiante: que siga como está
        [change] Estudiante: que siga, con algún cambio
        [end] Estudiante: terminar, u otro mentor
       *[unsure] Estudiante: aún no lo sabe
    }
   *[family] { $word ->
        [keep] Familia: que siga como está
        [change] Familia: que siga, con algún cambio
        [end] Familia: terminar, u otro mentor
       *[unsure] Familia: aún no lo sabe
    }
}
keep-review-works = Qué va bien
keep-review-decision = Decisión
keep-decision = { $word ->
    [go_on] Sigue
    [change] Sigue, con un cambio
   *[end_without_fault] Termina, y nadie tiene la culpa
}
keep-review-change = Qué cambia, o por qué sigue
keep-review-change-hint = Hace falta cuando algo cambia, o cuando sigue aunque el estudiante quiere terminar.
keep-review-day = Se preguntó el
keep-review-do = Guardar esta revisión

## Suplentes

keep-substitutes-count = { $n ->
    [0] nadie hace una suplencia ahora
    [one] 1 suplente ahora
   *[other] { $n } suplentes ahora
}
keep-substitutes-lead = Cuando un mentor no puede venir, otra persona lo suple por 30 días como máximo. Termina sola en su último día, y ninguno ve lo que escribió el otro.
keep-substitutes-now = Suplencias de ahora
keep-substitutes-none = No hay suplentes. Elija abajo qué mentor no puede venir.
keep-substitutes-for-whom = ¿Qué mentor no puede venir?
keep-substitutes-before = Antes
keep-is-substitute = suple por un tiempo
keep-stands-in-because = { $word ->
    [illness] Mentor enfermo
    [family] Familia del mentor
    [leave] Viaje o licencia
    [papers] Papeles del mentor vencidos
    [mentor_left] El mentor se fue y aún no hay otro
   *[other] Otra cosa
}
keep-stands-in-now = { $mentor } suple hasta el { $day }.
keep-stands-in-open = Renovar o cerrar
keep-substitute-title = Que otra persona supla desde hoy
keep-substitute-says = Es una pareja propia con su propio registro. El teléfono recibe al estudiante solo si los papeles del mentor están en orden.
keep-substitute-last-day = Último día
keep-substitute-longest = Como máximo hasta el { $day }
keep-substitute-do = Empezar la suplencia
keep-basis = Por qué puede saber del estudiante
keep-basis-word = { $word ->
    [school_official] Hace un trabajo de la escuela, bajo su control
   *[consent] La familia firmó para esta persona
}
keep-family-told = La familia sabe quién viene en su lugar
keep-family-told-first = La familia sabe quién viene en su lugar (necesario hasta quinto grado)
keep-ends-itself = Termina sola después del { $day }.
keep-renew-title = Renovarla
keep-renew-do = Renovarla
keep-terms = Lo que se decidió
keep-term = { $reason }, hasta el { $day }

## El cambio de año escolar

keep-year-from = año escolar desde el { $day }
keep-year-lead = Un registro es de un solo año escolar. Quienes siguen juntos lo hacen en una pareja nueva; la anterior se cierra y queda en la escuela.
keep-year-nothing = { $n ->
    [0] No queda nada del año anterior, y todavía no hay parejas en marcha. Las que hubieran empezado antes del { $day } estarían aquí.
    [one] No queda nada del año anterior. 1 pareja está en marcha en el año que empezó el { $day }.
   *[other] No queda nada del año anterior. { $n } parejas están en marcha en el año que empezó el { $day }.
}
keep-year-count = { $n ->
    [one] 1 pareja empezó el año pasado
   *[other] { $n } parejas empezaron el año pasado
}: se propone que { $on } sigan y { $ended } terminen. Cámbielo con las casillas.
keep-year-caption = No pasa nada hasta que usted pulse el botón del final.
keep-year-says = Las parejas marcadas siguen desde hoy como nuevas. Todas las demás terminan hoy, y sus pasos esperan en Cierres. Los teléfonos cambian en su próxima sincronización; nada de lo no enviado se pierde.
keep-year-do = Empezar el nuevo año
keep-year-done = { $on ->
    [one] 1 pareja sigue
   *[other] { $on } parejas siguen
}, { $ended ->
    [one] 1 terminó.
   *[other] { $ended } terminaron.
}
keep-year-done-steps = A los cierres
keep-year-proposals = Propuestas del año pasado
keep-year-proposals-say = { $n ->
    [one] 1 propuesta del año pasado nunca empezó. Espera en el tablero de parejas.
   *[other] { $n } propuestas del año pasado nunca empezaron. Esperan en el tablero de parejas.
}
keep-goes-on = sigue
keep-not-enrolled = ya no está inscrito aquí
keep-papers-good = en orden
keep-gap = { $word ->
    [agreement] acuerdo de confidencialidad
    [background_check] verificación de antecedentes
    [suitability] entrevista de idoneidad
    [training] capacitación
    [pause] en pausa
   *[left] se fue
}
keep-gap-now = { $what }: falta o venció
keep-gap-soon = { $what }: vence antes del { $day }

## Apoyo a los mentores

keep-talks-count = { $n ->
    [one] 1 mentor con estudiantes
   *[other] { $n } mentores con estudiantes
}, { $overdue } atrasados
keep-talks-lead = Dos charlas en el primer mes de cada pareja, después una al mes. Los mentores a quienes no se deja solos se quedan.
keep-talks-due = Para ahora o en una semana
keep-talks-none = No hay ninguna charla en la próxima semana.
keep-talks-later = Más adelante
keep-talk-never = nunca
keep-next-talk = Próxima charla:
keep-talk-title = Guardar una charla
keep-talk-private = Solo para el coordinador y el mentor. No aparece en ningún informe. Lo que toca a la seguridad de un estudiante no va aquí: llame.
keep-talk-day = Cuándo
keep-talk-way = Cómo
keep-talk-way-word = { $word ->
    [in_person] En persona
    [phone] Por teléfono
    [video] Por video
   *[message] Por escrito
}
keep-talk-topics = Sobre qué
keep-topic = { $word ->
    [relationship] Cómo se llevan los dos
    [attendance] Qué muestra la asistencia
    [contacts] Tres contactos por semana
    [family] La familia
    [boundaries] Límites y confidencialidad
    [barriers] Algo que estorba al estudiante
    [tools] La aplicación y el teléfono
    [wellbeing] Cómo está el mentor
    [success] Lo que salió bien
   *[ending] Un cierre, o el próximo año
}
keep-talk-prompts = Preguntas en las que pensaron juntos
keep-talk-needs = Qué necesita el mentor
keep-need = { $word ->
    [time] tiempo en la semana
    [place] un lugar para verse
    [training] capacitación
    [family_help] ayuda con la familia
    [team_help] ayuda del equipo
    [other_students] menos u otros estudiantes
   *[rest] un descanso
}
keep-needs = necesita { $what }
keep-talk-note = Qué se dijo
keep-talk-next = Qué sigue
keep-talk-next-says = Sigue: { $what }
keep-talk-do = Guardar esta charla
keep-talks = Charlas
keep-talks-no = Ninguna todavía. La primera es dos semanas después de que empiece la primera pareja.
keep-prompt = { $word ->
    [best_moment] ¿Cuál fue el mejor momento con su estudiante esta semana, y qué lo hizo posible?
    [strength] ¿Qué hizo bien su estudiante últimamente que nadie le ha dicho?
    [behind_it] En lugar de «no quiere venir»: ¿qué puede estar estorbando, y a quién podría preguntar?
    [absence_tells] Si la última ausencia fuera un mensaje, ¿qué diría?
    [students_eyes] ¿Cómo le contaría su estudiante el último encuentro a un amigo?
    [family_right] ¿Qué hace ya bien esta familia para que su hijo llegue a la escuela?
    [welcome_back] ¿Cuáles fueron sus primeras palabras después de la última ausencia, y qué diría la próxima vez?
    [small_step] ¿Cuál es el paso más pequeño que haría un poco mejor la próxima semana?
    [took_home] ¿Qué se llevó a casa que no le toca cargar a usted?
    [not_mine] ¿Dónde termina su tarea, y quién sigue desde ahí?
    [try_again] ¿Qué intentó que no funcionó, y qué aprendió de eso?
    [first_thought] ¿Qué fue lo primero que pensó cuando faltó, y qué otra cosa podría ser cierta?
    [who_else] ¿Qué adulto de la escuela podría conocer a su estudiante mejor que ahora?
   *[why_i_come] ¿Por qué viene usted, y qué haría que siguiera viniendo?
}
keep-pulse = Tres preguntas
keep-pulse-none = Todavía no se ha preguntado a nadie.
keep-pulse-trend = Las respuestas del propio mentor por mes, de 1 (no) a 5 (sí)
keep-pulse-trend-says = De { $first } en { $from } a { $last } en { $to }
keep-pulse-month = Mes
keep-pulse-mean = En conjunto
keep-pulse-times = Veces respondidas
keep-pulse-new = Anotar respuestas
keep-pulse-says = Responde el mentor o un estudiante, en papel o en una charla, del 1 al 5.
keep-pulse-of = Quién responde
keep-pulse-of-word = { $word ->
    [mentor] El mentor
   *[student] Un estudiante
}
keep-pulse-which = Qué estudiante
keep-pulse-mentor = { $field ->
    [first] Sé cuál es el próximo paso con mi estudiante.
    [second] Tengo apoyo: alguien ayuda cuando lo pido.
   *[third] Lo que hago aquí vale mi tiempo.
}
keep-pulse-student = { $field ->
    [first] Me alegro cuando veo a mi mentor.
    [second] Mi mentor me escucha.
   *[third] Gracias a mi mentor me cuesta menos venir a la escuela.
}
keep-pulse-both = Mentor: «{ $mentor }» Estudiante: «{ $student }»
keep-pulse-score = { $score ->
    [1] 1 · nada
    [2] 2 · un poco
    [3] 3 · en parte
    [4] 4 · casi del todo
   *[5] 5 · del todo
}
keep-pulse-answer = { $question } { $score } de 5
keep-pulse-low = pide una charla
keep-sheet-print = Preguntas para imprimir
keep-sheet-title = Antes de nuestra próxima charla
keep-sheet-for = Para { $name }
keep-sheet-says = Piense en una o dos de estas preguntas antes de que hablemos. Lo que escriba aquí es suyo; solo se anotan las tres respuestas de abajo.
keep-sheet-scale = ¿Cuánto es así hoy? 1 es nada, 5 es del todo.
keep-groups = Los mentores entre sí
keep-group-new = Guardar un encuentro
keep-group-topic = Sobre qué
keep-group-came = Quiénes vinieron
keep-group-who = { $n ->
    [one] Vino 1: { $names }
   *[other] Vinieron { $n }: { $names }
}
keep-groups-held = Encuentros
keep-groups-none = Ninguno todavía. Un grupo de apoyo en invierno conserva a los mentores: prepare uno para enero.

## Gracias y buenas noticias

keep-thanks-count = { $mentors ->
    [one] 1 mentor a quien dar las gracias
   *[other] { $mentors } mentores a quienes dar las gracias
}, { $students ->
    [one] 1 estudiante de quien alegrarse
   *[other] { $students } estudiantes de quienes alegrarse
}
keep-thanks-mentors = Dar las gracias a los mentores
keep-thanks-lead = Nadie pasa seis semanas sin que le den las gracias. Diga qué fue lo que hizo.
keep-thanks-none = Ningún mentor tiene estudiantes todavía.
keep-thanks-next = próxima:
keep-thanked-never = todavía no
keep-weeks-met = { $met } de { $of }
keep-days-reached = { $n ->
    [one] 1 día
   *[other] { $n } días
}
keep-hours = { $hours } h { $minutes } min
keep-thank-open = Dar las gracias a { $name }
keep-thank-way = Cómo
keep-thank-way-word = { $word ->
    [words] De palabra
    [card] Con una tarjeta o una carta
    [public] Delante de otros
    [treat] Con un detalle
   *[to_employer] Con unas palabras a su empleador o universidad
}
keep-thank-do = Marcar como agradecido
keep-thank-card = Tarjeta para imprimir
keep-celebrate = Alegrarse con estudiantes y familias
keep-celebrate-lead = Cada uno frente a su propio pasado, por nombre y sin puestos. Dígaselo pronto, en persona, y dígaselo también a la familia.
keep-celebrate-no-attendance = Todavía no se ha importado la asistencia.
keep-celebrate-none = Esta semana no hay nadie aquí. Vuelva a mirar después de la próxima importación.
keep-celebrate-through = Según el registro de asistencia hasta el { $day }.
keep-language = idioma en casa: { $language }
keep-fewer = { $now } días perdidos esta semana, { $before } en otros tantos días de escuela la semana pasada
keep-row = { $n } días seguidos en la escuela
keep-row-at-least = al menos { $n } días seguidos en la escuela
keep-celebrated = { $whom ->
    [family] Se le dijo a la familia
   *[student] Se le dijo al estudiante
}, { $form } · { $day } · { $by }
keep-celebrate-open = Marcar a { $name }
keep-celebrate-whom = A quién se le dijo
keep-celebrate-whom-word = { $word ->
    [family] A la familia
   *[student] Al estudiante
}
keep-celebrate-how = Cómo
keep-celebrate-do = Marcar como hecho
