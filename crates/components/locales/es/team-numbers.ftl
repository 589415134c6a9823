# Teléfonos de las familias: los que no sirven, y uno con su historia.

numbers-title = Teléfonos que no sirven
numbers-count = { $n ->
    [0] nada por reparar
    [one] 1 por reparar
   *[other] { $n } por reparar
}
numbers-lead = Los mentores encontraron estos números equivocados o fuera de servicio, o pidieron uno que funcione. Búsquelo en la tarjeta de emergencia, en los formularios de almuerzo y de paseos, o pregunte en la oficina. El número que usted ponga llega a los teléfonos de los mentores y ninguna importación lo cambia.
numbers-none = Todos los números que los mentores probaron funcionan, según lo que contaron. Para cambiar uno de todas formas, abra la página del estudiante.
numbers-col-student = Estudiante
numbers-col-whose = De quién es
numbers-col-told = Quién lo encontró
numbers-col-do = Reparar
numbers-told = { $n ->
    [one] { $mentor }, { $day }
   *[other] { $n } llamadas, la última de { $mentor }, { $day }
}
numbers-asked = { $mentor } pide un número que funcione
numbers-repair = Reparar
numbers-back = Todos los números por reparar
number-title = Teléfono de { $name }
number-students = Responsable de
number-hand-set = Puesto a mano: las importaciones no lo cambian.
number-what = ¿Qué es cierto ahora?
number-what-word = { $word ->
    [replaced] Hay otro número
    [verified] Llamé: este número funciona
    [retired] No funciona, y todavía no hay otro
   *[released] Que el próximo archivo de la escuela vuelva a decir el número
}
number-new = El otro número
number-source = ¿De dónde viene?
number-source-word = { $word ->
    [emergency_card] tarjeta de emergencia
    [lunch_form] formulario de almuerzo
    [trip_form] formulario de un paseo
    [family] lo dijo la familia
    [home_visit] visita al hogar
    [office] oficina de la escuela
   *[other] otro lugar
}
number-day = Qué día
number-answer = Lo que lee el mentor
number-answer-hint = El mentor pidió un número que funcione y recibe la respuesta cuando usted guarda. Las familias pueden pedir leerla.
number-save = Guardar
number-past = Qué pasó con él
number-past-word = { $word ->
    [replaced] Otro número
    [verified] Se llamó, y funciona
    [retired] Ningún número que funcione
    [released] Se dejó al archivo de la escuela
   *[recorded] En el registro de la escuela
}
number-wrong = { $word ->
    [phone] Escriba un número al que se pueda llamar: de 7 a 20 cifras. No se guardó nada.
    [same] Es el número que ya está. Si funciona, dígalo arriba. No se guardó nada.
    [source] Diga de dónde viene. No se guardó nada.
    [day] Elija un día que no esté por venir. No se guardó nada.
    [answer] La respuesta es demasiado larga. No se guardó nada.
    [moved] Otra persona cambió este número mientras tanto: vea abajo qué pasó con él. No se guardó nada.
   *[what] Elija qué es cierto ahora. No se guardó nada.
}
