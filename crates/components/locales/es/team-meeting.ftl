# La reunión del equipo de la escuela: informe, mapa de calor, decisiones, tareas, acta.

## El informe

meet-title = { $school } · reunión del equipo
meet-step = Reunión
meet-as-of = Datos al { $day }
meet-marked = { $rate } de los días registrados
meet-not-synced = { $n ->
    [one] 1 asignación cuyo teléfono no dio señales esta semana
   *[other] { $n } asignaciones cuyos teléfonos no dieron señales esta semana
}
meet-empty = Todavía no hay asistencia registrada, así que no hay de qué hablar. Importe primero la asistencia de la escuela.
meet-empty-do = Importar asistencia
meet-day = Datos al
meet-day-do = Mostrar ese día
meet-csv = Tabla para hoja de cálculo
meet-wall = En la pared
meet-names = { $word ->
    [full] Nombres
    [initials] Solo iniciales
   *[none] Sin nombres
}
meet-number = Estudiante { $n }
meet-hidden = No se muestra en la pared
meet-begin-says = Empiece la reunión para anotar decisiones y tareas junto a cada estudiante.
meet-begin = Empezar la reunión de hoy
meet-held = Reunión del { $day }
meet-came-to = { $decisions ->
    [one] 1 decisión
   *[other] { $decisions } decisiones
}, { $actions ->
    [one] 1 tarea
   *[other] { $actions } tareas
}
meet-record-link = Quién está, comprobaciones, notas
meet-record = Volver a la reunión
meet-packet = Informe
meet-minutes = Acta
meet-agenda = Agenda
meet-agenda-item = { $word ->
    [freshness] Qué tan al día está el registro
    [open_actions] Lo que quedó pendiente
    [mentor_leads] Coordinación de mentores: cómo están los mentores
    [school_picture] La escuela en conjunto
    [students] Estudiante por estudiante
    [early_signals] Señales tempranas sin mentor
    [matches] Asignaciones que necesitan ayuda
    [causes] Qué se interpone
    [asks] Lo que piden los mentores
   *[bright_spots] Buenas noticias
}
meet-leads-none = Todavía no hay nada anotado. Quien coordina a los mentores cuenta cómo están y qué necesitan.
meet-leads-do = Anotarlo
meet-for-school = Para toda la escuela

## La escuela en conjunto

meet-was-last-year = { $rate } hace un año
meet-was = { $rate } hace 4 semanas
meet-ada = { $word ->
    [rarely_a_problem] asistencia diaria promedio; arriba de 97 % rara vez hay mucho ausentismo crónico
    [tells_nothing] asistencia diaria promedio; entre 93 % y 97 % no dice nada del ausentismo crónico
    [nearly_always_a_problem] asistencia diaria promedio; debajo de 93 % casi siempre hay mucho ausentismo crónico
   *[other] asistencia diaria promedio
}
meet-came-and-went = en una semana: { $came ->
    [one] 1 estudiante nuevo con ausentismo crónico
   *[other] { $came } estudiantes nuevos con ausentismo crónico
}, { $went } ya no
meet-tile-help = { $n ->
    [one] asignación necesita ayuda
   *[other] asignaciones necesitan ayuda
}
meet-trend = Ausentismo crónico, semana a semana
meet-trend-says = Con ausentismo crónico: { $first } al { $from }, { $last } al { $to }.
meet-as-table = Lo mismo en una tabla
meet-trend-week = Hasta
meet-trend-chronic = Crónico
meet-trend-ada = Asistencia diaria
meet-of = { $n } de { $of }
meet-grades = Por grado
meet-grade = Grado
meet-grade-none = no indicado
meet-enrolled = Inscritos
meet-weekdays = Por día de la semana
meet-weekday = Día
meet-missed = Faltas
meet-dips = Días en que muchos faltaron
meet-dip = { $day }: { $rate } de faltas
meet-dips-says = En estos días se faltó al menos el doble que en un día promedio. ¿Qué pasó ese día?

## Estudiante por estudiante

meet-students = Estudiantes con mentor
meet-students-none = Todavía ningún estudiante tiene mentor.
meet-sort = Ordenar por
meet-col = { $word ->
    [name] Estudiante
    [quarter] Asistencia del período anterior
    [september] Faltas en septiembre
    [missed] Faltas hasta hoy
    [mentor] Mentor
    [notes] Notas
    [supports] Otros apoyos directos
    [on_track] En camino
    [contacts] Contactos de la semana
    [family] Último contacto con la familia
   *[referrals] Derivaciones abiertas
}
meet-col-ten = Últimos 10 días
meet-quarter-says = Período anterior: el cuarto del año escolar antes de este
meet-none = –
meet-notes = { $n ->
    [one] 1 nota
   *[other] { $n } notas
}
meet-actions-open = { $n ->
    [one] 1 tarea pendiente
   *[other] { $n } tareas pendientes
}
meet-on-track = { $word ->
    [off_track] fuera de camino
    [on_track] en camino
   *[college_ready] listo para la universidad
}
meet-ten-says = faltó { $missed } de los últimos { $of } días de clase
meet-family-never = todavía no

## Quién necesita algo nuevo

meet-signals-says = { $n ->
    [0] Ningún estudiante muestra una señal sin tener mentor.
    [one] 1 estudiante muestra una señal y no tiene mentor; nuevos en los últimos siete días: { $new }.
   *[other] { $n } estudiantes muestran una señal y no tienen mentor; nuevos en los últimos siete días: { $new }.
}
meet-signals-known = Ya conocidos: { $n }
meet-signals-do = Decidir sobre los candidatos
meet-signal = { $word ->
    [two_in_ten] faltas tempranas: primeros 10 días
    [two_in_twenty] faltas tempranas: primeros 20 días
    [four_in_forty] faltas tempranas: primeros 40 días
    [september] faltas en septiembre
   *[prior_year_chronic] ausentismo crónico el año pasado
}
meet-signal-on = { $signal } ({ $day })
meet-help-none = Cada asignación tiene lo que necesita.
meet-help = { $word ->
    [dosage_not_met] Menos contactos de los deseados, dos semanas seguidas.
    [no_family_contact] Sin contacto con la familia desde hace cuatro semanas.
    [dead_number] Un número no funciona.
    [mentor_not_heard_from] El teléfono del mentor no da señales desde hace una semana.
    [no_phone_paired] El mentor no tiene teléfono vinculado.
    [support_overdue] La conversación de apoyo con el mentor está atrasada.
   *[other] { $word }
}
meet-do-numbers = Corregir números
meet-do-mentors = Ir a los mentores
meet-do-support = Hablar con los mentores
meet-plans = Planes por revisar
meet-plans-none = Todavía ningún plan pide otro intento.
meet-plans-says = Durante semanas hubo los contactos deseados y la asistencia no mejoró. Pruebe otra cosa.
meet-plan = { $days } días de clase con los contactos deseados; faltas { $before } antes, { $now } ahora

## Lo que contaron los mentores

meet-causes-none = Los mentores no han contado de ninguna causa.
meet-cause-family = { $word ->
    [barrier] Algo se interpone
    [aversion] La escuela le cuesta
    [disengagement] La escuela no le atrae
   *[misconception] Un día de falta no parece importar
}
meet-cause = { $cause }: { $n ->
    [one] 1 estudiante
   *[other] { $n } estudiantes
}, { $new } esta semana
meet-cause-shared = compartida: una respuesta para varios
meet-asks-none = Ninguna petición está en espera.
meet-asks-more = { $n ->
    [one] Desde entonces llegó 1 más.
   *[other] Desde entonces llegaron { $n } más.
}
meet-asks-do = Contestarlas
meet-referrals = Derivaciones abiertas
meet-referrals-none = Ninguna derivación está abierta.
meet-referrals-do = Atenderlas
meet-due-on = para el { $day }
meet-bright-none = Todavía nada esta semana. Los pasos pequeños cuentan: cuatro faltas el mes pasado, tres este mes.
meet-bright-days = { $least ->
    [true] al menos { $n } días seguidos
   *[false] { $n } días seguidos
}
meet-bright-fewer = { $now } de falta esta semana, { $before } la pasada
meet-recognitions = Reconocidos esta semana
meet-given = { $whom ->
    [family] familia
   *[student] estudiante
}: { $reason }, { $form }, { $day }
meet-notes-title = Notas para el equipo

## Decisiones y tareas

meet-entry = Anotar una decisión o una tarea
meet-entry-text = Qué se decide o hay que hacer
meet-entry-decision = Guardar como decisión
meet-entry-action = Encargarlo a alguien
meet-decision = Decisión
meet-action = Tarea
meet-decisions = Decisiones
meet-decisions-none = No hay ninguna decisión anotada.
meet-owner = Quién lo hace
meet-owner-none = Elija a una persona
meet-due = Para cuándo
meet-the-school = La escuela
meet-take-back = Retirar
meet-take-back-of = Retirar la decisión sobre { $student }
meet-taken-back = retirada por { $by }
meet-wrong = { $word ->
    [no_text] Escriba qué se decide o hay que hacer.
    [too_long] Esto es demasiado largo. Acórtelo y envíelo de nuevo.
    [no_owner] Elija quién lo hace.
    [no_day] Elija un día para cuando esté hecho.
    [no_reason] Diga por qué no se hará.
    [not_next] Ya terminó. Ábrala de nuevo primero.
    [moved] Alguien la cambió mientras tanto. Mire el historial de abajo y envíe de nuevo.
    [no_name] Dé un nombre al grupo.
   *[unreadable] Falta algo. Elija de nuevo y envíelo otra vez.
}
meet-actions = Tareas
meet-actions-step = Tareas
meet-actions-back = Todas las tareas
meet-actions-which = { $word ->
    [mine] Mías
    [open] Todas las pendientes
   *[all] Todas
}
meet-actions-none = { $word ->
    [mine] Usted no tiene nada pendiente. Lo que otros tienen que hacer está en “Todas las pendientes”.
    [open] No hay nada pendiente. Las tareas se anotan durante la reunión.
   *[all] No hay ninguna tarea anotada.
}
meet-action-what = Qué
meet-action-about = Sobre
meet-action-title = Tarea
meet-action-meeting = De esta reunión
meet-open-none = No quedó nada pendiente.
meet-open-says = { $n } pendientes, { $overdue } con plazo vencido.
meet-state = { $word ->
    [open] Pendiente
    [done] Hecha
   *[dropped] No se hará
}
meet-step-title = ¿Cómo va?
meet-step-state = Está
meet-step-note = Qué se hizo, o por qué no
meet-step-do = Guardar
meet-step-by = { $by }, { $moment } · { $owner }, para el { $due }

## El registro de una reunión

meet-who = Quién está
meet-who-do = Guardar quién está
meet-here = Presentes
meet-others = Quién más: enfermería, organizaciones aliadas
meet-chair = Dirige
meet-chair-other = Otra persona, o no se dice
meet-chair-name = Nombre de la otra persona que dirige
meet-checks = Las cuatro comprobaciones
meet-check = { $word ->
    [fixed_time_and_place] Misma hora y lugar de cada semana
    [principal_led] Dirige la dirección de la escuela
    [data_used] Las decisiones salen de los datos
   *[community_resources] Se usaron recursos de la comunidad
}
meet-check-holds = { $holds ->
    [true] sí
   *[false] no
}
meet-leads-says = Un punto fijo: quien apoya a los mentores cuenta cómo están, quién necesita ayuda, a quién agradecer.
meet-agenda-notes = Notas a la agenda
meet-note-do = Guardar
meet-note-do-of = Guardar la nota: { $item }
meet-came-to-title = A qué se llegó
meet-not-said = no se dice
meet-minutes-title = Acta del { $day }
meet-past = Reuniones anteriores
meet-past-step = Anteriores
meet-past-none = Todavía no hubo ninguna reunión. Empiece una desde el informe.
meet-past-day = Día

## El mapa de calor

meet-days-title = Estudiante por día
meet-days-step = Mapa de calor
meet-days-span = Días
meet-days-span-word = { $word ->
    [year] Todo el año
   *[other] Los últimos { $word } días de clase
}
meet-risk = Cuánto se faltó
meet-risk-word = { $word ->
    [any] Todos
    [chronic] Crónico
    [severe] Grave
    [at_risk] En riesgo
   *[satisfactory] En camino
}
meet-mentored = Mentor
meet-mentored-word = { $word ->
    [any] Con o sin mentor
    [with] Con mentor
   *[without] Sin mentor
}
meet-order = Ordenar por
meet-order-word = { $word ->
    [missed] Faltas del año
    [lately] Faltas de estos días
    [name] Nombre
    [grade] Grado
    [signals] Señales tempranas
   *[outreach] Menos contactos
}
meet-with-signal = Con señal temprana
meet-with-outreach = Mostrar lo que hicieron los mentores
meet-found = Estudiantes { $first } a { $last } de { $of }
meet-found-none = Ningún estudiante cumple. Elija menos criterios.
meet-pages = Páginas de estudiantes
meet-code = { $word ->
    [present] presente
    [tardy] tarde
    [early_departure] salió antes
    [part_present] faltó una parte, cuenta como presente
    [part_absent] faltó una parte, cuenta como falta
    [excused] falta justificada
    [unexcused] falta injustificada
    [suspended] suspendido fuera de la escuela
    [suspended_in_school] suspendido dentro de la escuela
    [unmarked] nada registrado
   *[no_school] sin clases, o no inscrito
}
meet-outreach = { $word ->
    [s] el mentor habló con el estudiante
    [f] el mentor habló con la familia
   *[t] lo intentó, sin respuesta
}
meet-groups = Grupos guardados
meet-group-new = Guardar este grupo
meet-group-says = Pertenece quien cumpla estos criterios, hoy y la próxima semana. No ponga el nombre de ningún estudiante en el nombre del grupo.
meet-group-name = Nombre del grupo
meet-group-do = Guardar grupo
meet-group-owner = { $name } se ocupa
meet-group-nobody = todavía nadie se ocupa
meet-group-retire = Quitar
meet-group-retire-of = Quitar el grupo { $name }
