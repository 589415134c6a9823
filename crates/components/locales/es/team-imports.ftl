## Importar los datos de una escuela

imports-title = Importar
imports-title-says = De los registros de tu escuela a Daymark. No se guarda nada antes de que veas qué cambiaría.
imports-back = Todas las importaciones
imports-new = Importar un archivo
imports-kind = { $kind ->
    [oneroster] Estudiantes y familias
    [calendar] Calendario escolar
    [attendance] Asistencia
    [contacts] Contactos de la familia
    [indicators] Conducta y cursos
   *[students] Grupos de estudiantes
}
imports-kind-says = { $kind ->
    [oneroster] Un conjunto OneRoster, versión 1.1 o 1.2, en un solo archivo zip. Va primero.
    [calendar] Días de clase y días libres: un archivo CSV o un calendario de eventos (ICS).
    [attendance] Lo que la escuela registró cada día, en un archivo CSV.
    [contacts] A quién se puede llamar, cuándo y en qué orden, en un archivo CSV.
    [indicators] Reportes de conducta, suspensiones y cursos reprobados por período, en un archivo CSV.
   *[students] Cómo agrupan los informes a los estudiantes, por ejemplo si aprenden inglés, en un archivo CSV.
}
imports-file = Archivo
imports-through = Último día que cubre el archivo, si no es la fecha más reciente que trae
imports-reporting = Estudiantes sin fila
imports-reporting-as-before = como hasta ahora
imports-reporting-yes = estuvieron presentes
imports-reporting-no = no se sabe
imports-whole = El archivo trae todas las ausencias de su primer día al último: retirar lo que ya no trae
imports-map = El archivo tiene otras columnas o códigos
imports-map-says = Cómo escribe tu escuela la asistencia (TOML)
imports-map-where = Pregunta a quien cuida el servidor: la guía trae un ejemplo para empezar.
imports-events = Solo para un calendario de eventos (ICS)
imports-events-says = Vale para { $school }, de lunes a viernes, entre estos dos días.
imports-first = Primer día de clases
imports-last = Último día de clases
imports-event-words = El calendario usa palabras propias
imports-event-words-says = Qué significan las palabras del calendario (TOML)
imports-try-says = Daymark lee el archivo y muestra qué cambiaría. Todavía no se guarda nada.
imports-try = Revisar el archivo

## Un archivo que no se aceptó

imports-refused-no-file = No llegó ningún archivo, o está vacío. Elige un archivo.
imports-refused-too-large = El archivo pesa más de 200 megabytes. Exporta una sola escuela o un solo año.
imports-refused-date = No se pudo leer una fecha. Escríbela así: 2026-10-14.
imports-refused-words = No se pudo leer la tabla de equivalencias.
imports-refused-busy = Se está trabajando con otro archivo. Espera a que termine e inténtalo de nuevo.
imports-refused-no-room = Este servidor no recibe archivos por la web. Importa desde su línea de comandos.

## Mientras trabaja, y después

imports-state-trying = Leyendo el archivo
imports-state-tried = Qué haría el archivo
imports-state-importing = Importando
imports-state-imported = Importado
imports-state-refused = No se importó
imports-state-undoing = Deshaciendo
imports-state-undone = Deshecho
imports-state-not-undone = No se deshizo
imports-state-broken = Algo salió mal
imports-size = { $kilobytes } KB
imports-lead = { $kind }, { $size }
imports-number = Número { $n } en el historial
imports-waiting = Trabajo en curso
imports-waiting-percent = Se ha leído el { $percent } % del archivo
imports-waiting-since = Desde { $moment }
imports-waiting-says = Un archivo grande tarda uno o dos minutos. Esta página muestra sola el resultado; también puedes volver más tarde.
imports-gone = Este archivo ya no está aquí
imports-gone-says = Pasó una hora, otro archivo tomó su lugar o el servidor volvió a empezar. Lo que no llegó a "Importado" no se guardó. El historial muestra lo que sí. Sube el archivo de nuevo.
imports-tried-says = Todavía no se guarda nada. Mira las cantidades y lo que no se pudo leer, y luego importa.
imports-would = Qué cambiaría
imports-did = Qué cambió
imports-agree = Antes, confirma esto
imports-agree-skip = { $n ->
    [one] Importar sin la fila que no se pudo usar
   *[other] Importar sin las { $n } filas que no se pudieron usar
}
imports-agree-withdrawals = { $says } De verdad terminaron.
imports-confirm = Importar
imports-nothing-to-do = No hay nada que importar: todo está aquí ya, o ninguna fila sirve.
imports-imported-says = Importado. Los teléfonos lo reciben en su próxima sincronización.
imports-again = Elegir otro archivo
imports-to-week = A la semana del equipo
imports-to-history = A todas las importaciones
imports-undone-says = Deshecho. Filas que volvieron a como estaban: { $back }. Filas agregadas que terminaron: { $ended }. Los teléfonos lo reciben en su próxima sincronización.

## Por qué no se guardó nada

imports-why-bad-rows = No se importó nada: { $skipped } de { $rows } filas no se pudieron usar. Corrígelas y exporta de nuevo, o acepta importar las demás.
imports-why-withdrawals = Terminarían { $ended } de { $before }: { $what }. Es más de uno de cada diez. Revisa que la exportación esté completa.
imports-why-time-zone = No se importó nada: no se conoce la zona horaria de la escuela. Pregunta a quien cuida el servidor.
imports-why-not-yet = No se importó nada: la asistencia no puede estar completa hasta el { $through }, porque hoy es { $today }.
imports-why-no-school-days = No se importó nada: es un calendario de eventos. Indica el primer y el último día de clases.
imports-why-no-school = No se importó nada: el archivo no corresponde a esta escuela. Importa primero a los estudiantes y las familias.
imports-why-other-schools = No se importó nada: el archivo también cambia otra escuela. Exporta solo tu escuela, o pide a quien cuida el servidor que importe el archivo del distrito.
imports-why-file = No se importó nada: el archivo no se pudo leer hasta el final.

## Lo que dice un informe

imports-nothing = Ninguna fila.
imports-counts = Cantidades
imports-rows = { $rows ->
    [one] 1 fila leída, { $skipped } sin usar
   *[other] { $rows } filas leídas, { $skipped } sin usar
}
imports-what = Qué
imports-added = Nuevo
imports-corrected = Cambiado
imports-ended = Terminado
imports-unchanged = Como antes
imports-noun = { $noun ->
    [school] Escuelas
    [student] Estudiantes
    [enrollment] Inscripciones
    [attributes] Grupos de estudiantes
    [guardian] Tutores
    [guardian_link] Tutores de estudiantes
    [attendance_record] Registros de asistencia
    [calendar_day] Días del calendario
    [school_setting] Ajustes de la escuela
    [match] Parejas de mentoría
   *[indicator] Indicadores
}
imports-noun-one = { $noun ->
    [school] escuela
    [student] estudiante
    [enrollment] inscripción
    [attributes] grupos de un estudiante
    [guardian] tutor
    [guardian_link] tutor de un estudiante
    [attendance_record] registro de asistencia
    [calendar_day] día del calendario
    [school_setting] ajuste de la escuela
    [match] pareja de mentoría
   *[indicator] indicador
}
imports-done = { $done ->
    [added] Nuevo
    [corrected] Cambiado
   *[withdrawn] Terminado
}
imports-problems = Filas que no se pudieron usar
imports-problems-says = Corrígelas donde se hace el archivo y expórtalo de nuevo.
imports-problem-file = Archivo
imports-problem-line = Línea
imports-problem-column = Columna
imports-problem-expected = Se esperaba
imports-problem-found = Dice
imports-problem-row = toda la fila
imports-problem-nothing = nada
imports-problems-more = { $n ->
    [one] Y 1 más.
   *[other] Y { $n } más.
}
imports-notes = Observaciones
imports-readings = Cómo se leyeron las palabras del archivo
imports-readings-says = Revisa que cada una signifique lo que debe. Una tabla de equivalencias puede decir otra cosa.
imports-reading-found = En el archivo
imports-reading-as = Se leyó como
imports-reading-times = Veces
imports-sample = Los primeros cambios
imports-sample-says = Cinco de cada clase, con los números propios de la exportación.

## El historial

imports-history = Lo que se importó
imports-history-none = Todavía no se importó nada.
imports-older = Importaciones anteriores
imports-when = Cuándo
imports-who = Quién
imports-outcome = Resultado
imports-changes = Cambios
imports-skipped = Filas sin usar
imports-by-district = Línea de comandos
imports-by-other-school = Otra escuela
imports-outcome-undoes = Deshizo el número { $n }
imports-outcome-undone = Importado, deshecho después
imports-outcome-same = Nada nuevo
imports-outcome-applied = Importado
imports-outcome-tried = Solo se revisó
imports-outcome-refused = No se aceptó
imports-entry-title = { $kind }: una importación
imports-entry = { $outcome } · { $by } · { $moment }
imports-undo = Deshacer esta importación
imports-undo-says = Lo que cambió vuelve a como estaba y lo que agregó termina. Solo se puede deshacer la última importación.
imports-undo-do = Deshacer
imports-undo-nothing = Esa importación no guardó nada, así que no hay nada que deshacer.
imports-undo-undoing = No se puede deshacer algo ya deshecho. Importa el archivo de nuevo.
imports-undo-already = Esa importación ya se deshizo.
imports-undo-built-on = No se deshizo nada: la importación número { $later } vino después y se apoya en ella. Solo se puede deshacer la última.
imports-undo-not-kept = No se deshizo nada: esa importación es demasiado antigua. Importa un archivo corregido.
imports-undo-matched = { $n ->
    [one] No se deshizo nada: un estudiante de esta importación ya tiene mentor. Termina primero esa pareja.
   *[other] No se deshizo nada: { $n } estudiantes de esta importación ya tienen mentor. Termina primero esas parejas.
}
