# La página de un estudiante para el personal: lo que tiene junto a la cifra, y el expediente que se lleva.

file-late = llegó cuando la pareja ya había terminado
file-time-uncertain = hora no segura: el reloj del teléfono estaba mal por más de un día
file-handed-in = llegó del teléfono cuando el mentor ya no estaba
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
file-written = Lo que el personal escribió y decidió
file-written-what = { $what ->
    [grant] Más datos concedidos al teléfono del mentor
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
export-recipient = A quién: la escuela, el juzgado, la oficina (no hace falta para la familia ni para el personal)
record-disclosures = A quién se entregó este expediente
record-disclosures-none = A nadie fuera de la escuela.
export-format = Como
export-csv = tabla (CSV)
export-json = datos para otro sistema (JSON)
export-do = Guardar el archivo

## Abrir en una emergencia

glass-link = Un estudiante de otra escuela, en una emergencia
glass-title = Un estudiante de otra escuela
glass-lead = Puede abrir a un estudiante de otra escuela durante unas horas cuando tiene que actuar y no puede esperar. La dirección de la otra escuela ve quién abrió a quién y por qué, y la familia también. Se cierra solo.
glass-key = La clave del estudiante en la exportación del distrito
glass-reason = Por qué no puede esperar
glass-hours = Durante cuánto tiempo
glass-for = { $n ->
    [one] 1 hora
   *[other] { $n } horas
}
glass-break = Abrir y avisar a la otra escuela
glass-refused = No se abrió nada. Nadie está inscrito con esa clave, o la clave o el motivo falta o es demasiado largo.
glass-own = Lo que usted abrió
glass-into = Nuestros estudiantes que otros abrieron
glass-none = Nada todavía.
glass-number = Número { $n }, cerrado
glass-period = { $from } a { $until }
glass-back = Todo lo abierto
glass-open-until = No es un estudiante de su escuela. La página se cierra { $moment }. Cada consulta queda anotada en las dos escuelas.
glass-mend = Cerrar ahora
