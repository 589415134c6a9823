# La página de un estudiante para el personal: lo que tiene junto a la cifra, y el expediente que se lleva.

file-late = llegó cuando la pareja ya había terminado
file-goal-counted = { $n } de { $aim } hasta el { $day }
file-match-status = { $word ->
    [proposed] propuesta
    [family_notified] familia avisada, sin empezar
    [active] activa
    [paused] en pausa
   *[closed] cerrada
}
file-match-stands-in = suple a otro mentor
file-match-until = pensada hasta el { $day }
file-number-change = Cambiar o comprobar este número
file-number-past = { $n ->
    [one] Qué pasó con este número: 1 anotación
   *[other] Qué pasó con este número: { $n } anotaciones
}
file-marks = Días marcados juntos
file-disagree = Los dos calendarios no coinciden
file-disagree-day = registro de la escuela: { $status }; marcado juntos como presente
file-replaced = Marcas que la escuela cambió después
file-replaced-gone = retirada
file-replaced-when = registrada el { $first }, cambiada el { $last }
file-indicators = Conducta y materias
file-indicators-none = Ningún archivo ha traído datos. Llegan con Importar, indicadores.
file-indicator-what = Qué
file-indicator-period = Cuándo
file-indicator-value = Cuánto
file-indicator-replaced = corregido después
file-indicator = { $word ->
    [behaviour_referrals] Conducta: reportes
    [behaviour_mark] Conducta: notas no satisfactorias
    [detentions] Conducta: detenciones
    [suspensions_in_school] Conducta: suspensiones dentro de la escuela
    [suspension_days_out] Conducta: días de suspensión fuera de la escuela
    [classes_missed] Materias: clases perdidas
    [classes_held] Materias: clases impartidas
    [tardies] Materias: llegadas tarde
    [course_failures_math] Materias: matemáticas reprobadas
    [course_failures_english] Materias: inglés reprobado
    [ds] Materias: notas D
    [fs] Materias: notas F
    [credits_earned] Materias: créditos obtenidos
   *[credits_possible] Materias: créditos posibles
}
file-written = Lo que el personal escribió y decidió
file-written-what = { $what ->
    [candidate] Decisión sobre un mentor
    [profile] Lo que contó el estudiante antes de la pareja
    [notice] Lo que se dijo a la familia o ella firmó
    [step] Paso de la pareja
    [review] Revisión a los dos meses
    [closing] Paso del cierre de una pareja
    [hand_over] Relevo al siguiente mentor
    [decision] Decisión del equipo
    [action] Acción del equipo
   *[celebration] Celebración
}
record-by = Mostrado a { $by }, { $moment }
record-others = Antes de entregarlo, lea lo que se escribió libremente: los nombres de otros estudiantes deben quedar ilegibles. Los contactos en grupo no nombran a nadie más.

## El expediente como archivo

export-title = Llevarse el expediente
export-open = Guardar todo en un archivo
export-says = Todo lo que tiene el expediente impreso. El nombre de usted, la hora y el motivo quedan en el archivo y en el registro de accesos.
export-purpose = Para qué
export-purpose-word = { $word ->
    [family_inspection] la familia pidió verlo
    [other_school] la escuela a la que se cambia el estudiante
    [school_official] personal a quien le corresponde
    [court] orden de un tribunal
   *[emergency] la salud o la seguridad están en peligro ahora
}
export-format = Como
export-csv = tabla (CSV)
export-json = datos para otro sistema (JSON)
export-do = Guardar el archivo
