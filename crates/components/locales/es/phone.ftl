# La aplicación del mentor.

## En todas partes

page-title = { $screen } · Daymark
tab-today = Hoy
tab-door = Entrada
tab-students = Estudiantes
tabs = Pantallas
undo = Deshacer
try-again = Intentar de nuevo
back = Atrás
opening = Abriendo Daymark …
loading = Cargando …
no-such-page = Esa página no existe.
to-today = Ir a Hoy

## Cómo van las cosas, arriba a la derecha en cada pantalla

sync-all-saved = todo guardado
sync-saved-here = { $n ->
    [one] 1 guardado aquí
   *[other] { $n } guardados aquí
}
sync-sending = enviando …
sync-sent-at = enviado { $time }
sync-sent-on = enviado { $day }, { $time }
sync-no-connection = sin conexión
sync-server = falla del servidor
sync-pair-again = vincular otra vez
sync-says = { $state }. Toque para enviar ahora.

## Fallas, cada una con una salida

failure-not-paired = Este teléfono aún no está vinculado con un mentor.
failure-code-refused = El código es incorrecto, ya se usó o tiene más de diez minutos. Pida uno nuevo a la coordinación.
failure-no-connection = Desde aquí no se llega al servidor de la escuela. Revise la conexión e intente de nuevo.
failure-server = El servidor de la escuela no pudo responder. Detalle técnico, en inglés: { $detail }
failure-not-saved = No se guardó nada. Detalle técnico, en inglés: { $detail }
failure-unreadable = No se pudo leer lo que este teléfono tiene guardado. Detalle técnico, en inglés: { $detail }
failure-no-storage = Este navegador no puede guardar datos de forma segura. Detalle técnico, en inglés: { $detail }
failure-open-elsewhere = Daymark está abierto en otra ventana, que es la que guarda los datos. Ciérrela o siga allí.
failure-no-such-match = Este estudiante no está, o ya no está, en este teléfono.
failure-no-such-entry = Ese registro ya no está.
failure-invalid = Eso no se puede guardar. Detalle técnico, en inglés: { $detail }
failure-not-started = Daymark no pudo abrirse en este navegador. Actualice el navegador o abra Daymark en otro. Nada de lo guardado se pierde.
failure-no-javascript = Daymark guarda los registros de sus estudiantes en este teléfono y para eso necesita JavaScript. Actívelo para esta página, por favor.
failure-app-stopped = Daymark se detuvo. Lo guardado está a salvo. Ábralo de nuevo.
trouble-title = Algo lo impide
trouble-elsewhere-title = Abierto en otra ventana
trouble-pair-again = El servidor de la escuela ya no conoce este teléfono. Sus registros se conservan. Pida un código nuevo a la coordinación.
trouble-pair-again-do = Vincular otra vez
trouble-refused = { $n ->
    [one] El servidor de la escuela no aceptó 1 registro. Se conserva aquí; avise a la coordinación.
   *[other] El servidor de la escuela no aceptó { $n } registros. Se conservan aquí; avise a la coordinación.
}

## Vincular

pair-title = Vincular este teléfono
pair-lead = En la página del equipo, la coordinación elige el nombre de usted y toca “Vincular un teléfono”. Aparecen una imagen y un código de diez caracteres. Escanee la imagen con la cámara de este teléfono o escriba aquí el código.
pair-code = Código de vinculación
pair-code-hint = Diez letras y números. Sirve una sola vez, durante diez minutos.
pair-code-incomplete = { $n ->
    [one] Hasta ahora 1 carácter; el código tiene diez.
   *[other] Hasta ahora { $n } caracteres; el código tiene diez.
}
pair-code-wrong-character = El código solo tiene letras y números, sin la letra U. Revise, por favor: { $what }
pair-server = Servidor de la escuela
pair-server-hint = La dirección que aparece en la página de la coordinación, por ejemplo https://daymark.example.org
pair-server-missing = Escriba la dirección del servidor de la escuela; comienza con https://
pair-submit = Vincular
pair-working = Vinculando …
pair-already = Este teléfono está vinculado con { $mentor }. Si lo vincula otra vez, se conserva lo guardado.
pair-privacy = En este teléfono solo están los estudiantes de usted. Lo que registra se guarda primero aquí y se envía cuando hay conexión.

## Hoy

today-morning = Buenos días, { $name }
today-afternoon = Buenas tardes, { $name }
today-evening = Buenas noches, { $name }
today-school-day = { $day } · día de clases { $n }
today-plain = { $day }
today-no-school = { $day } · hoy no hay clases: { $what }
today-calls = Llamadas antes del timbre
today-calls-none = Esta mañana no hay llamadas.
today-then = Después
today-door = { $n ->
    [one] Entrada, 1 estudiante
   *[other] Entrada, { $n } estudiantes
}
today-bell = timbre { $time }
today-absent = { $n ->
    [one] 1 faltó ayer
   *[other] { $n } faltaron ayer
}
today-greeted = { $n ->
    [one] 1 saludo
   *[other] { $n } saludos
}
today-no-students-title = Aún no hay estudiantes
today-no-students = La coordinación le asigna estudiantes. Aparecen en este teléfono en cuanto tiene conexión.
today-look-again = Buscar de nuevo

## Llamadas

absent-one = faltó ayer
absent-more = faltó { $n } días
call = Llamar
call-person = Llamar al { $phone }, { $name }
call-no-number = ningún número que funcione
call-nobody = La escuela no tiene a quién llamar por { $name }. Avise a la coordinación.
call-restriction = Antes de llamar: { $text }
call-how = ¿Cómo terminó?
call-reached-student = Hablé con { $name }
call-reached-guardian = Hablé con la familia
call-no-answer = No contestaron
call-wrong-number = Número equivocado
call-left-message = Dejé un mensaje
call-declined = No quiso hablar
call-language-barrier = Sin idioma en común
call-done = { $outcome } · { $time }
call-again = Llamar otra vez
call-saving = Guardando …
say-call = Llamada a { $name }: { $outcome }

## La familia: quién es cada persona y qué se habla en casa. Lo demás se muestra como lo escribe la escuela

relation = { $word ->
    [mother] Madre
    [father] Padre
    [parent] Madre o padre
    [stepmother] Madrastra
    [stepfather] Padrastro
    [grandmother] Abuela
    [grandfather] Abuelo
    [grandparent] Abuela o abuelo
    [aunt] Tía
    [uncle] Tío
    [sister] Hermana
    [brother] Hermano
    [guardian] Responsable legal
    [foster-parent] Familia de acogida
   *[other] { $written }
}
home-language = { $tag ->
    [ar] árabe
    [en] inglés
    [es] español
    [fr] francés
    [ht] criollo haitiano
    [ko] coreano
    [pt] portugués
    [ru] ruso
    [so] somalí
    [tl] tagalo
    [vi] vietnamita
    [zh] chino
   *[other] { $written }
}

## Entrada

door-title = Entrada
door-bell = { $day } · timbre { $time }
door-day = { $day }
door-no-school = { $day } · { $what }
door-list = Estudiantes por saludar
door-greeted = Saludo { $time }
door-late = Llegó tarde, saludo { $time }
door-not-seen = Sin ver · toque para cambiar
door-saving-greeted = Saludo
door-saving-late = Llegó tarde, saludo
door-saving-not-seen = Sin ver
door-saving-clear = Quitando …
door-week = { $done } de { $wanted } esta semana
door-back = ¿vuelve hoy?
door-refused = el servidor no lo aceptó
door-choose = { $name }: cambie lo que vio
door-choice-greeted = Saludo
door-choice-late = Tarde
door-choice-not-seen = Sin ver
door-choice-clear = Nada aún
door-count = Saludos: { $greeted } de { $total }
door-rest = { $n ->
    [one] falta 1
   *[other] faltan { $n }
}
door-unseen = { $n } sin ver
door-hint = Toque un nombre para saludar. Toque otra vez para cambiar.
door-toast-greeted = { $name }: saludo guardado aquí
door-toast-late = { $name }: tarde, guardado aquí
door-toast-not-seen = { $name }: sin ver, guardado aquí
door-toast-clear = { $name }: quitado
door-toast-saving = Guardando: { $name } …
door-toast-failed = { $name }: no se guardó. { $why }
door-say = { $name }: { $what }. { $greeted } de { $total }.

## Estudiantes

students-title = Estudiantes
students-count = { $n ->
    [one] 1 estudiante
   *[other] { $n } estudiantes
}
students-list = Sus estudiantes
student-together = { $n ->
    [one] su primer día de clases en compañía
   *[other] { $n } días de clases en compañía
}
student-row-week = { $done } de { $wanted } esta semana
student-in-a-row = { $n } días seguidos
student-mark-today = Poner el sol de hoy
student-unmark-today = Quitar el sol de hoy
student-no-school-today = Hoy no hay clases
student-marked = { $day }: sol puesto, guardado aquí
student-unmarked = { $day }: sol quitado, guardado aquí
student-one-on-one = Encuentro individual de hoy
student-one-on-one-minutes = { $n } min
student-one-on-one-saved = { $n } minutos con { $name }, guardado aquí
student-people = Familia
student-note = Nota
student-note-label = Una nota corta sobre hoy
student-note-hint = Escriba lo que le diría a la familia: puede pedir leerla.
student-note-who = Quién puede leerla en la escuela
student-note-match = Usted y la coordinación
student-note-team = El equipo de la escuela
student-note-save = Guardar nota
student-note-saved = Nota guardada aquí
student-note-long = { $n } caracteres; el máximo es 2000.
student-log = Lo que se hizo
student-log-empty = Aún nada. Aquí aparece lo que usted hace en la entrada, por teléfono y en compañía.
student-toast-void = Deshecho
student-write-failed = No se guardó. { $why }
log-door-greeted = Saludo en la entrada
log-door-late = Llegó tarde, saludo
log-door-not-seen = Sin ver en la entrada
log-call = Llamada para despertar: { $outcome }
log-one-on-one = Encuentro individual, { $n } min
log-note-match = Nota, para usted y la coordinación
log-note-team = Nota, para el equipo
log-unknown = Escrito por un Daymark más nuevo
log-when = { $day }, { $time } · { $state }
log-saved = guardado aquí
log-sent = enviado
log-refused = el servidor no lo aceptó
log-voided = deshecho
log-void-says = Deshacer: { $what }
