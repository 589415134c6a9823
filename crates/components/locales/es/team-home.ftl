# La barra de todas las páginas, páginas que se mantienen al día, y la primera página de la coordinación.

## La barra

bar-group = { $group ->
    [work] Trabajo de hoy
    [people] Personas
    [programme] Programa
   *[data] Datos
}
bar-page = { $page ->
    [home] Inicio
    [week] Semana
    [meeting] Reunión
    [actions] Acciones
    [asks] Preguntas
    [referrals] Derivaciones
    [students] Estudiantes
    [candidates] Candidatos
    [matches] Parejas
    [staff] Mentores
    [support] Apoyo
    [closing] Cierre
    [planning] Plan
    [checklist] Lista del año
    [kick-off] Evento de inicio
    [readiness] Preparación
    [reflections] Reflexiones
    [variants] Variantes
    [reports] Informes
    [district] Distrito
    [imports] Importar
    [numbers] Teléfonos
    [accounts] Cuentas
   *[help] Ayuda
}

## Páginas que se mantienen al día

live-as-of = Datos de las { $time }.
live-new = Hay algo nuevo.
live-reload = Cargarlo ahora
live-lost = Se perdió la conexión: esta página no cambia hasta que vuelva.

## La primera página

home-title = { $school } · hoy
home-open = { $n ->
    [0] No hay nada pendiente.
    [one] Hay 1 clase de trabajo pendiente.
   *[other] Hay { $n } clases de trabajo pendientes.
}
home-area = { $area ->
    [targeting] Quién necesita un mentor
    [recruiting] Mentores: búsqueda, revisión, capacitación
    [matching] Parejas
    [support] Contactos y apoyo a los mentores
    [notification] Familias
    [integration] El equipo y sus servicios
    [district] Los pasos del año
   *[documentation] Registros
}
home-urgent = primero esto
home-nothing = No hay nada pendiente.
home-more = { $n ->
    [one] y 1 más
   *[other] y { $n } más
}
home-do = { $task ->
    [candidates_undecided] Decidir
    [students_without_mentor] Buscar un mentor
    [screenings_ending] Renovar
    [agreements_ending] Renovar
    [mentors_not_ready] Ver qué falta
    [matches_waiting] Ver qué falta
    [no_contact_this_week] Ver la semana
    [contacts_missed_for_weeks] Ver la semana
    [reviews_due] Revisar
    [check_ins_due] Conversar
    [phones_silent] Ver los teléfonos
    [entries_unread] Ver los teléfonos
    [entries_handed_in] Revisarlo
    [mentors_without_phone] Vincular un teléfono
    [dead_numbers] Reparar
    [notices_missing] Avisar a las familias
    [asks_waiting] Responder
    [referrals_overdue] Dar seguimiento
    [referrals_open] Dar seguimiento
    [actions_overdue] Ver las acciones
    [record_behind] Importar
    [import_problems] Ver qué estuvo mal
    [opened_elsewhere] Ver quién y por qué
   *[steps_overdue] Ver la lista
}
home-task = { $task ->
    [candidates_undecided] { $n ->
        [one] 1 candidato sin decisión
       *[other] { $n } candidatos sin decisión
    }
    [students_without_mentor] { $n ->
        [one] 1 estudiante debe tener mentor y no lo tiene
       *[other] { $n } estudiantes deben tener mentor y no lo tienen
    }
    [screenings_ending] { $n ->
        [one] A 1 mentor se le vence una revisión o una formación en 30 días
       *[other] A { $n } mentores se les vence una revisión o una formación en 30 días
    }
    [agreements_ending] { $n ->
        [one] 1 acuerdo termina en 30 días
       *[other] { $n } acuerdos terminan en 30 días
    }
    [mentors_not_ready] { $n ->
        [one] A 1 mentor le falta algo antes de tener datos de un estudiante en su teléfono
       *[other] A { $n } mentores les falta algo antes de tener datos de un estudiante en su teléfono
    }
    [matches_waiting] { $n ->
        [one] 1 pareja está propuesta y no activa
       *[other] { $n } parejas están propuestas y no activas
    }
    [no_contact_this_week] { $n ->
        [one] 1 pareja sin contacto esta semana
       *[other] { $n } parejas sin contacto esta semana
    }
    [contacts_missed_for_weeks] { $n ->
        [one] 1 pareja lleva semanas sin los contactos esperados
       *[other] { $n } parejas llevan semanas sin los contactos esperados
    }
    [reviews_due] { $n ->
        [one] Falta 1 revisión de los 60 días
       *[other] Faltan { $n } revisiones de los 60 días
    }
    [check_ins_due] { $n ->
        [one] Toca 1 conversación de apoyo con un mentor
       *[other] Tocan { $n } conversaciones de apoyo con mentores
    }
    [phones_silent] { $n ->
        [one] No se supo del teléfono de 1 mentor en una semana
       *[other] No se supo de los teléfonos de { $n } mentores en una semana
    }
    [entries_unread] { $n ->
        [one] No se pudo leer algo que envió el teléfono de 1 mentor
       *[other] No se pudo leer algo que enviaron los teléfonos de { $n } mentores
    }
    [entries_handed_in] { $n ->
        [one] 1 mentor que se fue entregó anotaciones que nadie ha revisado
       *[other] { $n } mentores que se fueron entregaron anotaciones que nadie ha revisado
    }
    [mentors_without_phone] { $n ->
        [one] 1 mentor tiene estudiantes y no tiene teléfono vinculado
       *[other] { $n } mentores tienen estudiantes y no tienen teléfono vinculado
    }
    [dead_numbers] { $n ->
        [one] 1 número no sirve
       *[other] { $n } números no sirven
    }
    [notices_missing] { $n ->
        [one] Falta avisar a 1 familia
       *[other] Falta avisar a { $n } familias
    }
    [asks_waiting] { $n ->
        [one] 1 pregunta de un mentor espera
       *[other] { $n } preguntas de mentores esperan
    }
    [referrals_overdue] { $n ->
        [one] 1 derivación pasó de su fecha
       *[other] { $n } derivaciones pasaron de su fecha
    }
    [referrals_open] { $n ->
        [one] 1 derivación está en marcha
       *[other] { $n } derivaciones están en marcha
    }
    [actions_overdue] { $n ->
        [one] 1 acción del equipo pasó de su fecha
       *[other] { $n } acciones del equipo pasaron de su fecha
    }
    [record_behind] { $n ->
        [one] El registro de la escuela lleva 1 día de clases de atraso
       *[other] El registro de la escuela lleva { $n } días de clases de atraso
    }
    [import_problems] { $n ->
        [one] La última importación de 1 clase de archivo fue rechazada o dejó filas fuera
       *[other] Las últimas importaciones de { $n } clases de archivos fueron rechazadas o dejaron filas fuera
    }
    [opened_elsewhere] { $n ->
        [one] Otra escuela abrió a 1 de nuestros estudiantes esta semana
       *[other] Otras escuelas abrieron a { $n } de nuestros estudiantes esta semana
    }
   *[steps_overdue] { $n ->
        [one] 1 paso del año pasó de su fecha
       *[other] { $n } pasos del año pasaron de su fecha
    }
}
home-record-to = Registro de la escuela completo hasta el { $day }
home-record-none = Todavía no se ha importado la asistencia

## Los primeros pasos de una escuela

home-first-title = Primeros pasos
home-first-lead = { $done } de { $of } hechos. En este orden no hay que hacer nada dos veces.
home-first-done = hecho
home-first-next = sigue
home-first-open = pendiente
home-first-step = { $step ->
    [help_numbers] Diga a quién llaman los mentores cuando un estudiante puede estar en peligro
    [roster] Traiga la lista: estudiantes, responsables, inscripciones
    [calendar] Traiga el calendario escolar
    [attendance] Traiga la asistencia
    [candidates] Decida quién necesita un mentor
    [mentor] Agregue el primer mentor
    [agreement] Haga que el mentor lea y firme el acuerdo de confidencialidad
    [match] Forme la primera pareja
   *[phone] Vincule el teléfono del mentor
}
home-first-why = { $step ->
    [help_numbers] Está en el teléfono de cada mentor, también sin red.
    [roster] Un conjunto OneRoster del sistema de la escuela. Usted ve lo que haría antes de que se guarde algo.
    [calendar] Solo cuentan los días de clases.
    [attendance] Desde el año pasado, si hay archivo: muestra quién faltó demasiado.
    [candidates] La lista dice quién faltó demasiado y por qué está ahí el nombre.
    [mentor] Alguien a quien los estudiantes encuentran en el edificio.
    [agreement] Antes de eso, ningún dato de un estudiante llega a un teléfono.
    [match] Un estudiante, un adulto. Usted dice por qué ellos dos.
   *[phone] Un código que sirve una vez, durante diez minutos.
}
