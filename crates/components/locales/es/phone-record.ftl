# Registrar contactos, grupos, notas, peticiones al equipo, seguridad.

## Formularios

form-less = Menos: { $what }
form-more = Más: { $what }

## Un texto empezado

draft-kept = Se conserva en este teléfono mientras escribe.
draft-begun = Empezado: { $day } { $time }
draft-discard = Desechar
draft-count = { $n } de 2,000 caracteres
draft-too-long = { $n } caracteres: sobran { $over }. El máximo es 2,000. Todo queda aquí hasta que lo acorte.
draft-far-too-long = { $n } caracteres: sobran { $over }. Si Daymark se cierra ahora, solo se conservan los primeros 8,000.
draft-not-kept = Este texto está solo en la pantalla: no se pudo conservar. { $why }
draft-of = { $word ->
    [note] Una nota
    [ask] Una petición al equipo
    [private] Solo para mí
   *[other] { $word }
}

## Un contacto de cualquier tipo

record-title = Registrar un contacto
record-element = { $word ->
    [one_on_one] Tiempo en compañía
    [call_home] Llamadas
    [family_outreach] La familia
    [work_with_staff] Personal de la escuela
    [celebrate] Para celebrar
   *[other] { $word }
}
record-group-link = Con varios estudiantes a la vez
record-change = Cambiar
record-ended = ¿En qué terminó?
record-which-number = ¿Qué número era?
record-wrong-number = Daymark no volverá a ofrecer ese número hasta que la oficina lo cambie.
record-length = ¿Cuánto duró?
record-length-other = Minutos
record-when = Cuándo: { $day }
record-day = ¿Qué día?
record-today = Hoy
record-yesterday = Ayer
record-other-day = Otro día
record-follow-up = ¿Quiere retomarlo?
record-follow-up-day = Retomarlo el
record-follow-up-says = Ese día aparece en Hoy. Lo que quiera decir entonces va en una nota.
record-follow = { $name } · { $day }
record-tomorrow = Mañana
record-next-school-day = Próximo día de clases
record-in-three = En 3 días de clases
record-next-week = La próxima semana
record-more = Diga más, si quiere
record-with = ¿Con quién?
record-where = ¿Dónde?
record-activity = ¿Qué hicieron?
record-activity-none = Nada en especial
record-save = Guardar: { $what }
record-say-end = Toque cómo terminó la llamada
record-saved = { $what }, { $name }: guardado aquí
record-another = Registrar otro
record-then-note = Escribir una nota al respecto
record-to-student = A la página del estudiante

## Un grupo

group-title = Grupo
group-sub = Un registro que se guarda para cada estudiante
group-again = El mismo grupo otra vez
group-who = Quiénes estuvieron
group-kind = ¿Qué fue?
group-choose = { $n ->
    [0] Toque dos nombres o más
    [1] Toque un nombre más
   *[other] { $n } elegidos
}
group-save = Guardar: { $kind }, { $n } estudiantes
group-saved = Guardado aquí para { $n } estudiantes
group-taken-back = Deshecho para todo el grupo

## Una nota

note-kept = ¿Para quién es?
note-shareable = La escuela
note-sensitive = La escuela, personal
note-private = Solo yo
note-sensitive-says = Solo usted y la coordinación pueden leerla. No sale en listas, hojas impresas ni exportaciones.
note-private-label = Solo para mí
note-private-hint = Queda en este teléfono y nunca se envía. Si el teléfono se pierde o la asignación termina, desaparece.
note-danger = ¿Un menor está en peligro? No lo escriba aquí.
note-for-school = Convertirlo en nota para la escuela
note-begun = También empezado, solo en este teléfono
note-go-on = Continuar

## Pedir ayuda al equipo

ask-title = Pedir al equipo
ask-when-read = El equipo lo lee en su próxima reunión. La respuesta llega aquí.
ask-danger = ¿Un menor está en peligro? Aquí no.
ask-danger-link = A quién llamar ahora
ask-what = ¿Qué hace falta?
ask-by-when = ¿Para cuándo?
ask-text = Unas palabras para el equipo
ask-text-hint = Puede dejarlo vacío. La familia puede pedir leerlo.
ask-choose = Toque lo que hace falta
ask-save = Pedir al equipo
ask-saved = Petición guardada aquí
ask-earlier = Peticiones anteriores
ask-none = Todavía ninguna.
ask-no-answer = Aún sin respuesta.
ask-status = { $word ->
    [accepted] Alguien se encarga
    [in_progress] Se está atendiendo
    [on_hold] En espera de algo
    [completed] Resuelto
    [rejected] No es posible
    [cancelled] Ya no hace falta
   *[other] { $word }
}
ask-read = Ya lo leí

## Un menor que podría no estar a salvo

safety-title = Un menor podría no estar a salvo
safety-lead = Llame ahora. Daymark no llama a nadie y nadie lo está mirando.
safety-phone = Llame ahora
safety-emergency-number = 911
safety-emergency = En peligro ahora mismo: llame al { $number }
safety-call = Llamar a { $name }
safety-call-role = Llamar a { $name }, { $role }
safety-no-contacts = Su escuela no ha puesto aquí sus números. Llame ahora a la oficina de la escuela o a la dirección y pregunte por quien se ocupa de la protección de menores. Después, pida a la coordinación que ponga los números.
safety-do = Haga esto
safety-do-not = Evite esto
safety-point = { $word ->
    [listen] Escuche, mantenga la calma, crea. “Gracias por contármelo. No es tu culpa.”
    [paper] Escriba en papel las palabras del estudiante, con día y hora, para quienes reciben el aviso.
    [report] Pregunte por teléfono quién hace la denuncia y cuándo. La ley del estado puede obligar a usted a hacerla: avisar a la escuela puede no bastar.
    [stay] No deje a solas a un estudiante en peligro.
    [secret] No prometa guardar el secreto. Diga: “Tengo que contárselo a quienes pueden ayudar.”
    [investigate] No investigue: sin preguntas de detalle, sin llamar a la familia, sin hablar con la persona señalada.
    [app] No escriba sobre ello en Daymark, en un mensaje ni en un correo.
   *[other] { $word }
}
safety-after = Después de la llamada
safety-after-says = Aquí solo queda que usted avisó de una preocupación, y cuándo. Nada de lo que fue.
safety-phoned = Ya llamé
safety-recorded = Registrado: usted avisó por teléfono
safety-raised = Usted avisó el { $day } a las { $time }.

## Llamadas para despertar

wake-title = Llamadas para despertar
wake-now = El plan de ahora
wake-none = Aún no hay plan para este estudiante.
wake-since = desde el { $day }
wake-over = Las llamadas llegaron a su fin. Felicidades a los dos.
wake-end = Terminar las llamadas
wake-ended = Sin más llamadas para despertar, guardado aquí
wake-plan = Un plan nuevo
wake-days = ¿Qué mañanas?
wake-days-says = En días sin clases no se llama a nadie.
wake-from = No antes de
wake-to = No después de
wake-whom = ¿A quién?
wake-until = ¿Hasta cuándo?
wake-until-changed = hasta que yo lo cambie
wake-present-days = Días seguidos en la escuela
wake-last-day = Sin llamadas desde el
wake-save = Guardar el plan
wake-saved = Plan guardado aquí

## La familia

family-people = A quién llamar
family-known = Bueno saber
family-language-unknown = Idioma: pregunte
family-texts-off = Su escuela no permite mensajes de texto
family-texts-welcome = Acepta mensajes de texto
family-texts-unwelcome = Prefiere no recibir mensajes
family-texts-unknown = Mensajes de texto: nadie ha preguntado
family-hours-unknown = Mejor hora: pregunte
family-reached = Se habló con la familia por última vez el { $day }.
family-repair-says = ¿Ningún número sirve? La oficina busca otro.
family-repair = Pedir un número a la oficina
family-repair-asked = Se pidió a la oficina, guardado aquí
family-repair-waits = Se pidió un número a la oficina el { $day }. La respuesta llega aquí.
family-first = Primer contacto
family-notice-first = Hasta segundo grado la familia va primero: la escuela le habla de usted antes de que conozca al estudiante.
family-ticked = Marcado, guardado aquí
family-ticked-on = hecho el { $day }
family-first-call = La primera llamada
family-first-call-says = Dos minutos, con algo bueno. Sin hablar de faltas.
family-script = { $line ->
    [hello] “Hola, habla { $mentor }, de { $school }. Este año acompaño a { $name } en la escuela. ¿Tiene dos minutos?”
    [good] “Llamo con algo bueno.” Ahora, una cosa que usted vio.
    [call] “Por la mañana saludo a { $name }. Cuando { $name } falte, llamaré para preguntar si necesitan algo.”
    [reach] “¿Cuál es el mejor número y a qué hora? ¿En qué idioma? ¿Puedo enviar mensajes de texto?”
    [thanks] “¿Hay algo que yo deba saber de { $name }? Gracias. Siempre puede encontrarme por medio de la escuela.”
   *[other] { $line }
}
family-record-call = Registrar la llamada
