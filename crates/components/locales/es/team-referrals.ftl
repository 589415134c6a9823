# Derivaciones, directorio de recursos y la página de un estudiante para el personal.

## Derivaciones

referrals-title = Derivaciones
referrals-count = { $n } a la vista, { $overdue } con plazo vencido
referrals-new = Nueva derivación
referrals-resources = Dónde hay ayuda
referrals-filter = Mostrar
referrals-filter-do = Mostrar
referrals-filter-word = { $word ->
    [open] Abiertas
    [all] Todas
    [draft] En preparación
    [requested] Pedidas
    [accepted] Aceptadas
    [rejected] No aceptadas
    [in_progress] En curso
    [on_hold] En espera
    [failed] Sin terminar
    [completed] Listas
    [cancelled] Ya no se desean
   *[entered_in_error] Anotadas por error
}
asks-refer = Hacer una derivación
referrals-none = Aquí no hay derivaciones.
referral-col-what = Para qué
referral-col-student = Estudiante
referral-col-status = Cómo va
referral-owner = Quién se encarga
referral-due = Plazo
referral-due-none = sin fecha
referral-overdue = vencida desde el { $day }
referral-kind = { $word ->
    [health] Salud o enfermería escolar
    [mental_health] Salud mental
    [social_work] Trabajo social
    [attendance_outreach] Apoyo a la asistencia
    [housing] Vivienda
    [food] Alimentos
    [transport] Transporte
    [child_care] Cuidado de niños
    [legal] Ayuda legal
    [academic_support] Tutoría
    [evaluation] Evaluación de educación especial
    [enrichment] Actividad después de clases
    [language] Intérprete o traducción
   *[other] Otra cosa
}
referral-status = { $word ->
    [draft] En preparación
    [requested] Pedida
    [accepted] Aceptada
    [rejected] No aceptada
    [in_progress] En curso
    [on_hold] En espera
    [failed] Sin terminar
    [completed] Lista
    [cancelled] Ya no se desea
   *[entered_in_error] Anotada por error
}
referral-outcome = Qué resultó
referral-outcome-none = Todavía nada
referral-outcome-word = { $word ->
    [need_met] Necesidad resuelta
    [partly] Resuelta en parte
    [not_met] Sin resolver
    [family_declined] La familia no la quiso
    [no_capacity] No tenían lugar
   *[lost_contact] No se pudo ubicar a nadie
}
referral-consent = Qué nos permite compartir
referral-consent-hint = Nadie de fuera sabe del estudiante antes de que haya consentimiento. Comparta solo lo que necesitan para esto.
referral-consent-word = { $word ->
    [school_official] Queda en la escuela, con el personal a cargo
    [written] Firmado por la familia: fecha, datos, motivo, destinatario
    [family_itself] La familia va por su cuenta, no se pasa ningún dato
    [emergency] La salud o la seguridad corre peligro ahora
   *[awaited] Todavía no hay consentimiento
}
referral-back = Todas las derivaciones
referral-to-student = A la página del estudiante
referral-to = A quién
referral-urgency = Para cuándo hace falta la ayuda
referral-reason = Por qué
referral-reason-hint = Uno o dos hechos. Las familias pueden pedir leerlo. Sobre la salud, anote solo que es por salud.
referral-asked = Mentor
referral-asked-says = La pidió el mentor. Cada paso es una respuesta en el teléfono del mentor.
referral-ask-waits = { $mentor } pidió algo para este estudiante: { $kind }.
referral-ask-answer = Responder la petición con esta derivación
referral-from-ask = { $mentor } pide
referral-new-title = Derivación para { $student }
referral-what = Para qué
referral-choose = Elija
referral-resource = Del directorio
referral-resource-none = Otra persona u oficina
referral-suggested = Sirve para lo que estorba
referral-others = Otros
referral-to-other = U otra persona u oficina: nombre
referral-begin = Empezar con
referral-begin-word = { $word ->
    [requested] Ya se les pidió
   *[draft] En preparación: todavía no se le ha pedido a nadie
}
referral-add = Guardar derivación
referral-step = Próximo paso
referral-step-status = ¿Cómo va?
referral-step-do = Guardar paso
referral-step-by = { $by }, { $moment } · a cargo de { $owner }
referral-note = Qué se hizo
referral-answer = Lo que lee el mentor
referral-answer-hint = Llega al teléfono del mentor en su próxima sincronización. Cuando algo no es posible, diga por qué.
referral-history = Historia
referral-wrong = { $word ->
    [no_recipient] ¿A quién? Elija del directorio o escriba un nombre. No se guardó nada.
    [too_long] Un texto es demasiado largo. No se guardó nada.
    [no_reason] El mentor lo pidió: diga por qué no es posible. No se guardó nada.
    [not_next] Ese paso no sigue desde aquí. No se guardó nada.
    [no_consent] No se puede pedir nada antes de que haya consentimiento. Diga qué lo permite o déjela en preparación. No se guardó nada.
    [no_outcome] Diga qué resultó antes de cerrarla. No se guardó nada.
    [other_outcome] Ese resultado no va con este paso. No se guardó nada.
    [moved] Mientras tanto alguien dio otro paso: mire la historia abajo. No se guardó nada.
   *[unreadable] Falta algo. No se guardó nada.
}

## Un niño en peligro

danger-not-here = ¿Puede haber un niño en peligro? Eso no es una derivación.
danger-whom = A quién llamar ahora
staff-safety-title = Un niño puede estar en peligro
staff-safety-call = Llame ahora, en este orden. Quien lo sospecha, lo informa; nadie puede hacerlo en su lugar.
danger-none = Todavía no hay nadie anotado. Llame ahora a la oficina de la escuela o a la dirección, o al 911. Después anote los contactos en Ayuda.
danger-not-written = Aquí no se anota nada, salvo que se abrió esta página.

## Dónde hay ayuda

resources-title = Dónde hay ayuda
resources-lead = Servicios que ayudan con lo que aleja a los estudiantes de la escuela. Llame antes de derivar: los números cambian.
resources-new = Agregar un servicio
resources-none = Todavía no hay servicios. Empiece con los dos o tres a los que más llama.
resource-retired = ya no se ofrece
resource-for = Para: { $whom }
resource-verified = Comprobado el { $day }
resource-not-verified = Nadie lo ha comprobado todavía
resource-change = Cambiar un servicio
resource-back = Todos los servicios
resource-wrong = Un servicio necesita un nombre, y ninguna línea más de { $max } caracteres. No se guardó nada.
resource-name = Nombre
resource-factors = Ayuda con
resource-eligibility = Para quién
resource-hours = Horario
resource-phone = Teléfono
resource-verified-day = Comprobado el
resource-retire = Ya no ofrecerlo. Las derivaciones a este servicio se conservan.
resource-save = Guardar servicio
resource-history = Versiones anteriores
resource-saved-by = { $by }, { $moment }

## La página de un estudiante

students-find-title = Buscar a un estudiante
student-title = Estudiante
student-refer = Derivar para recibir ayuda
student-record = Todo lo registrado, para imprimir
student-attendance = Asistencia
staff-student-calendar = Calendario
student-missing-refused = Hay demasiados días sin marca para decir cuánto faltó.
staff-student-unmarked = Días sin marca: { $days }
contact-points-title = A quién llamar
contact-points-none = La escuela no ha nombrado a nadie.
contact-point-restricted = Antes de llamar: { $what }
contact-point-former = ya no figura
contact-point-no-number = sin número
contact-point-interpreter = con intérprete, nunca el niño
contact-point-hours = mejor { $hours }
contact-point-texts = acepta mensajes
contact-point-no-texts = sin mensajes
file-none = No hay nada registrado.
file-barriers = Lo que estorba
file-source = { $word ->
    [student] lo dijo el estudiante
    [family] lo dijo la familia
    [staff] lo dijo el personal
   *[mentor] lo vio el mentor
}
file-over = superado desde el { $day }
file-goals = Metas
file-matches = Mentores
file-from-to = { $first } al { $last }
file-since = desde el { $day }
file-timeline = Lo que anotaron los mentores
file-minutes = { $n ->
    [one] 1 minuto
   *[other] { $n } minutos
}
file-outcome = { $word ->
    [reached_student] se habló con el estudiante
    [reached_guardian] se habló con la familia
    [left_message] se dejó un mensaje
    [no_answer] sin respuesta
    [wrong_number] número equivocado
    [declined] no quiso hablar
    [language_barrier] sin idioma en común
    [held] se hizo
    [shortened] más corto de lo previsto
    [student_absent] el estudiante no vino
    [mentor_absent] el mentor no pudo venir
    [cancelled_by_school] la escuela necesitó el tiempo
   *[other] { $word }
}
file-door = { $word ->
    [greeted] Saludo en la puerta
    [late] Llegó tarde, saludo en la puerta
   *[not_seen] No se le vio en la puerta
}
file-note = { $word ->
    [team] Nota para el equipo
   *[match] Nota para mentor y coordinación
}
file-note-sensitive = Nota delicada: aquí solo la ve la coordinación
file-recognition = Reconocimiento: { $reason }, { $form }
file-ask = Pidió al equipo: { $kind }
file-safety = Se avisó de una preocupación por su seguridad; no se anota nada más
file-taken-back = retirado
amendments-title = Lo que la familia agrega al registro
amendment-new = Agregar una nota de la familia
amendment-says = Un padre, una madre o un estudiante adulto puede no estar de acuerdo con el registro. Sus palabras se guardan y se muestran junto con él mientras exista; el registro mismo no se cambia.
amendment-by = De quién
amendment-day = Entregada el
amendment-text = En sus palabras
amendment-do = Guardar con el registro
amendment-wrong = Hacen falta nombre, fecha y texto. No se guardó nada.
amendment-from = { $who }, { $day } · anotado por { $by }

## El registro para imprimir

staff-record-title = Registro de { $student }
record-of = { $school } · al { $day }
record-lead = Todo lo que Daymark guarda sobre este estudiante, incluidas las notas delicadas. Imprímalo solo para que lo revise la familia; queda anotado que se abrió.
record-name = Le dicen
record-birthday = Nacimiento
record-language = Idioma en casa
record-enrolled = Inscripción
record-official = La asistencia según la escuela
record-status = { $word ->
    [present] presente
    [tardy] tarde
    [early_departure] salió temprano
    [partial] parte del día
    [absent_excused] ausente, justificado
    [absent_unexcused] ausente, sin justificar
    [absent_suspension] ausente, suspendido
   *[in_school_suspension] suspensión dentro de la escuela
}
record-accesses = Quién vio este registro
record-access = { $word ->
    [student_viewed] se abrió la página
    [student_record_printed] se abrió el registro completo
    [student_record_exported] se llevó todo el expediente
    [student_given_to_phone] llegó al teléfono del mentor
    [student_taken_from_phone] salió del teléfono del mentor
    [field_granted] un dato más concedido al teléfono del mentor
    [field_grant_ended] terminó lo concedido al teléfono del mentor
    [field_grant_ran_out] venció lo concedido al teléfono del mentor
    [field_grants_viewed] visto lo concedido al teléfono del mentor
    [glass_broken] abierto por otra escuela
    [glass_looked_behind] consultado por otra escuela
    [glass_mended] cerrado por otra escuela
    [number_viewed] se miró un número
    [number_set] se comprobó o cambió un número
    [referral_viewed] se abrió una derivación
    [referral_added] se hizo una derivación
    [referral_step_taken] avanzó una derivación
    [ask_answered] se respondió al mentor
    [amendment_added] se guardó una nota de la familia
    [match_added] se asignó un mentor
    [match_ended] terminó con su mentor
    [decision_added] decisión del equipo anotada
    [decision_taken_back] decisión retirada
    [action_added] tarea del equipo anotada
    [action_step_taken] tarea actualizada
    [action_viewed] tarea abierta
    [candidate_viewed] visto como candidato
    [candidate_decided] decidido como candidato
    [mentee_profile_saved] perfil para un mentor guardado
    [mentors_suggested] mentores posibles vistos
    [pair_noted] anotado lo que habla por un mentor
    [match_viewed] pareja abierta
    [match_proposed] pareja propuesta
    [match_basis_set] dicho por qué el mentor puede saber
    [match_activated] pareja activada
    [match_paused] pareja en pausa
    [match_resumed] la pareja continúa
    [wake_up_calls_set] llamadas de despertar iniciadas o terminadas
    [match_end_expected] otro último día de una pareja previsto
    [proposal_withdrawn] propuesta de pareja retirada
    [family_told] informado a la familia
    [consent_recorded] consentimiento anotado
    [consent_withdrawn] consentimiento retirado
    [family_letter_opened] carta a la familia abierta
    [closing_planned] se planeó el cierre
    [closing_step_noted] se anotó un paso del cierre
    [rematch_proposed] se propuso otro mentor
    [hand_over_written] se escribió la entrega
    [match_reviewed] se revisó la asignación
    [substitute_added] se encontró un suplente
    [substitute_renewed] el suplente se queda más tiempo
    [match_carried_over] la asignación pasó al nuevo año
    [celebration_noted] se celebró
   *[other] { $word }
}
