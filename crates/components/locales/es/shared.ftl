# Lo que dicen tanto el teléfono como las páginas del equipo: fechas, cifras, signos del calendario.
# Palabras cortas y amables; de usted. "Sin ver", nunca "ausente", para lo que observó el mentor.
# Español de las escuelas de Estados Unidos, sin género cuando se puede: "faltó", no "estuvo ausente".

app-name = Daymark

## Idiomas

own-name = Español
languages = Idioma

## Fechas y horas

month-1 = enero
month-2 = febrero
month-3 = marzo
month-4 = abril
month-5 = mayo
month-6 = junio
month-7 = julio
month-8 = agosto
month-9 = septiembre
month-10 = octubre
month-11 = noviembre
month-12 = diciembre
month-1-short = ene
month-2-short = feb
month-3-short = mar
month-4-short = abr
month-5-short = may
month-6-short = jun
month-7-short = jul
month-8-short = ago
month-9-short = sep
month-10-short = oct
month-11-short = nov
month-12-short = dic
weekday-1 = lunes
weekday-2 = martes
weekday-3 = miércoles
weekday-4 = jueves
weekday-5 = viernes
weekday-6 = sábado
weekday-7 = domingo
weekday-1-short = lun
weekday-2-short = mar
weekday-3-short = mié
weekday-4-short = jue
weekday-5-short = vie
weekday-6-short = sáb
weekday-7-short = dom
weekday-1-letter = L
weekday-2-letter = M
weekday-3-letter = M
weekday-4-letter = J
weekday-5-letter = V
weekday-6-letter = S
weekday-7-letter = D

# martes 14 de octubre
day-long = { $weekday } { $day } de { $month }
# mar 14 oct
day-short = { $weekday } { $day } { $month }
# 14 de octubre
day-plain = { $day } de { $month }
# octubre 2026
month-of-year = { $month } { $year }
# 7:05
time-of-day = { $hour }:{ $minute }

## Cifras

# 12.9 %, con punto, como en Estados Unidos y México
rate = { $whole }.{ $tenth } %
rate-none = –
grade = { $n ->
    [1] 1.er grado
    [3] 3.er grado
   *[other] { $n }.º grado
}
grade-named = { $code ->
    [K] Kínder
    [KG] Kínder
    [PK] Prekínder
    [TK] Kínder de transición
    [UG] Sin grado
   *[other] { $code }
}

## Qué es una fecha para la escuela

day-type-instructional = Día de clases
day-type-make-up = Día de reposición
day-type-holiday = Día feriado
day-type-weather = Cierre por el clima
day-type-emergency = Cierre por emergencia
day-type-strike = Huelga
day-type-teacher-only = Solo maestros
day-type-non-instructional = Sin clases

## Cuánta escuela se perdió

tier-not-applicable = aún sin días de clases
tier-not-enough-data = faltan datos para decirlo
tier-satisfactory = va bien
tier-at-risk = en riesgo
tier-moderate = crónica
tier-severe = crónica grave
tier-provisional = aún es pronto para decirlo
absence-badge = { $rate } · { $tier }
absence-none-yet = Aún no hay días de clases registrados
absence-days = { $n ->
    [one] Faltó { $missed } de { $enrolled } día
   *[other] Faltó { $missed } de { $enrolled } días
}
absence-working-chronic = { $days ->
    [one] Si asiste 1 día, queda
   *[other] Si asiste { $days } días seguidos, queda
} { $rule ->
    [more_than] en { $limit } % o menos.
   *[at_least] por debajo del { $limit } %.
}
absence-working-below = { $rule ->
    [more_than] { $limit } % o menos: { $missed } ÷ { $enrolled } = { $rate }. La ausencia es crónica si pasa del { $limit } %.
   *[at_least] Menos del { $limit } %: { $missed } ÷ { $enrolled } = { $rate }. La ausencia es crónica desde el { $limit } %.
}
absence-working-provisional = Solo hay { $days } días de clases; el porcentaje cuenta a partir de { $least } días.
absence-record-to = Registro de la escuela completo hasta { $day }.
absence-record-none = Aún no se ha importado ningún registro de la escuela.

## El calendario del mes

calendar-of = Calendario, { $month }
calendar-previous = Mes anterior
calendar-next = Mes siguiente
calendar-legend-sun = día marcado entre los dos
calendar-legend-official = { $present } asistió, { $late } llegó tarde, { $part } parte del día, { $absent } faltó: registro de la escuela
calendar-sign-present = ✓
calendar-sign-late = T
calendar-sign-part = ½
calendar-sign-absent = F
calendar-sign-two-answers = ?
calendar-says-present = registro de la escuela: asistió
calendar-says-late = registro de la escuela: llegó tarde
calendar-says-part = registro de la escuela: parte del día
calendar-says-absent = registro de la escuela: faltó
calendar-says-sun = sol, marcado entre los dos
calendar-says-two-answers = dos teléfonos no coinciden sobre el sol
calendar-says-today = hoy
calendar-cell = { $day }: { $facts }
calendar-cell-nothing = nada marcado

## Las casillas de una semana

week-cell-met = ✓
week-cell-called = ☎
week-cell-absent = F
week-says-greeted = saludo en la entrada
week-says-met = encuentro
week-says-called = llamada
week-says-called-family = llamada a la familia
week-says-absent = faltó según el registro de la escuela
week-says-none = sin contacto
week-says-closed = sin clases
week-says-ahead = aún no llega
week-cell = { $day }: { $facts }
rate-says = Perdió { $rate }; la línea marca el 10 %

## Datos de un estudiante que se conceden, y lo que la escuela cuenta en ellos

grant-field = { $word ->
    [birthday] Fecha de nacimiento
    [attendance_reasons] Por qué faltó, como lo escribió la escuela
    [discipline] Conducta: reportes, detenciones, suspensiones
   *[courses] Materias: reprobadas, notas, créditos
}
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
