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
sync-not-genuine = no contestó el servidor de su escuela · avise a la coordinación
sync-out-of-step = no coincide con la escuela · avise a la coordinación
sync-says = { $state }. Toque para enviar ahora.

## Fallas, cada una con una salida

failure-not-paired = Este teléfono aún no está vinculado con un mentor.
failure-code-refused = El código es incorrecto, ya se usó o tiene más de diez minutos. Pida uno nuevo a la coordinación.
failure-words-differ = La coordinación no aceptó este teléfono, o nadie comparó las palabras en diez minutos. Pida un código nuevo.
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
    [one] El servidor de la escuela no aceptó 1 registro. Se conserva palabra por palabra en Este teléfono.
   *[other] El servidor de la escuela no aceptó { $n } registros. Se conservan palabra por palabra en Este teléfono.
}
trouble-refused-do = Verlo

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
pair-was-cleared = Los datos de Daymark en este teléfono ya no están: el navegador los borró por falta de espacio, o alguien los borró. Lo enviado está a salvo en la escuela y vuelve cuando este teléfono se vincula otra vez. Los registros que faltaba enviar se perdieron.
pair-already = Este teléfono está vinculado con { $mentor }. Si lo vincula otra vez, se conserva lo guardado.
agreement-title = Acuerdo de confidencialidad
agreement-read = Leer el acuerdo
agreement-name = Usted es { $name }. Su escuela guarda su respuesta con la fecha de hoy.
agreement-accept = Lo leí y lo acepto
pair-school-cleared = Su escuela retiró este teléfono del programa. Los estudiantes y todo lo que usted registró ya no están en él. Si es un error, pida un código nuevo a la coordinación.
pair-words-title = Comparar tres palabras
pair-words-lead = La página de la coordinación muestra tres palabras. Léanse estas en voz alta:
pair-words-wait = Falta que la coordinación toque “Son las palabras” …
pair-words-offline = En este momento no hay conexión. El teléfono sigue preguntando solo.
pair-give-up = Usar otro código
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
student-log = Lo que se hizo
student-log-empty = Aún nada. Aquí aparece lo que usted hace en la entrada, por teléfono y en compañía.
student-toast-void = Deshecho
student-write-failed = No se guardó. { $why }
log-door-greeted = Saludo en la entrada
log-door-late = Llegó tarde, saludo
log-door-not-seen = Sin ver en la entrada
log-note-match = Nota, para usted y la coordinación
log-note-team = Nota, para el equipo
log-unknown = Escrito por un Daymark más nuevo
log-when = { $day }, { $time } · { $state }
log-saved = guardado aquí
log-sent = enviado
log-seen = visto por el equipo
log-voided = deshecho
log-void-says = Deshacer: { $what }

## El historial: cada tipo de registro en palabras

contact-kind = { $kind ->
    [door_greeting] Saludo en la puerta
    [wake_up_call] Llamada para despertar
    [absence_call] Llamada a casa por la ausencia
    [good_news_call] Llamada a casa con buenas noticias
    [text] Mensaje de texto
    [one_on_one] Encuentro individual
    [small_group] Grupo pequeño
    [classroom_visit] Visita en clase
    [family_meeting] Reunión con la familia
    [home_visit] Visita a casa
    [team_consult] Conversación con el personal
    [event] Evento en compañía
    [letter] Carta
   *[other] { $kind }
}
log-call = { $kind }: { $outcome }
log-minutes = { $kind }, { $n } min
session-outcome = { $word ->
    [held] se hizo
    [shortened] más corto de lo previsto
    [student_absent] el estudiante no vino
    [mentor_absent] usted no pudo ir
    [cancelled_by_school] la escuela necesitó ese tiempo
   *[other] { $word }
}
contact-party = { $word ->
    [student] con el estudiante
    [guardian] con la familia
    [other] con otra persona
   *[other] { $word }
}
contact-place = { $word ->
    [school] en la escuela
    [classroom] en clase
    [break] en el desayuno, el almuerzo o el recreo
    [after_school] después de clases
    [home] en casa
    [community] cerca de casa
    [online] por video
   *[other] { $word }
}
log-they-began = por iniciativa de ellos
reported-reason = { $word ->
    [health] Salud
    [family_emergency] Emergencia familiar
    [family_activity] Planes de la familia
    [transport] Sin manera de llegar
    [work] Trabajo
    [religious] Día religioso
    [legal] Juzgado o trámite
    [discipline] Enviado a casa
    [school_activity] Fuera con la escuela
    [skipping] No quiso venir
    [unknown] No se sabe
   *[other] { $word }
}
log-reason = motivo según dicen: { $reason }
log-follow-up = retomar el { $day }
log-came-back = se retomó un contacto anterior
log-group = en grupo
log-goal = Meta: { $goal }
goal-measure = { $word ->
    [days_present] Días en la escuela
    [days_on_time] Días a tiempo
    [days_checked_in] Días en que pasó a saludar
    [mornings_up_alone] Mañanas en que se levantó sin ayuda
   *[other] { $word }
}
goal-from-to = { $measure }: antes { $from }, ahora { $to }
goal-to = { $measure }: intentar { $to }
goal-by-day = hasta el { $day }
goal-by-week = en la semana del { $day }
log-goal-check = Meta revisada: { $result }
goal-result = { $word ->
    [reached] Lograda
    [partly] En camino
    [not_reached] Esta vez no
    [changed] Otra meta en su lugar
   *[other] { $word }
}
log-goal-counted = se contaron { $n }
log-recognition = Reconocimiento: { $reason }
recognition-reason = { $word ->
    [fewer_absences] menos faltas
    [days_in_a_row] días seguidos en la escuela
    [goal_reached] una meta lograda
    [came_back] volvió
    [on_time] llegar a tiempo más veces
    [effort] mucho esfuerzo
   *[other] { $word }
}
recognition-form = { $word ->
    [words] con palabras
    [note_home] una nota a casa
    [call_home] una llamada a casa
    [certificate] un diploma
    [treat] un detalle o un rato juntos
   *[other] { $word }
}
log-days = { $n ->
    [one] 1 día
   *[other] { $n } días
}
log-for-family = para la familia
log-barrier = Lo que estorba: { $factor }
log-barrier-resolved = Ya no estorba: { $factor }
log-barrier-over = Ya no estorba
barrier-factor = { $word ->
    [health] la salud
    [transport] el camino a la escuela
    [unsafe_route] un camino inseguro
    [housing] la vivienda
    [food] la comida
    [clothing] la ropa o lavarla
    [child_care] el cuidado de los pequeños
    [family_duties] tareas en la familia
    [family_trouble] problemas en la familia
    [system_involvement] juzgados u oficinas
    [academic_struggle] la tarea escolar es muy difícil
    [peers] acoso o problemas con otros
    [unwelcome] no se siente bienvenido
    [discipline] las suspensiones
    [parents_schooling] los años de escuela de los padres
    [bored] el aburrimiento
    [no_adult] ningún adulto de confianza en la escuela
    [no_enrichment] nada más allá de las clases
    [credits_behind] faltan créditos
    [job] un empleo
    [only_unexcused_counts] cree que solo cuentan las faltas sin justificar
    [two_days_are_fine] cree que dos días al mes no importan
    [early_grades_do_not_matter] cree que los primeros grados no importan
    [losing_count] nadie cuenta los días
   *[other] { $word }
}
barrier-source = { $word ->
    [student] lo dijo el estudiante
    [family] lo dijo la familia
    [staff] lo dijo el personal
    [mentor] lo vio usted
   *[other] { $word }
}
barrier-confidence = { $word ->
    [sure] seguro
    [likely] probable
    [guess] una suposición
   *[other] { $word }
}
log-ask = Petición al equipo: { $kind }
ask-kind = { $word ->
    [question] una pregunta
    [contact_details] un número o una dirección que sirva
    [health] enfermería u otra ayuda de salud
    [counselling] alguien con quien hablar
    [social_work] trabajo social
    [attendance_outreach] la oficina de asistencia
    [housing] ayuda con la vivienda
    [food] ayuda con la comida
    [transport] un pase de autobús o un transporte
    [child_care] cuidado de niños
    [legal] ayuda legal
    [academic_support] tutoría
    [evaluation] una evaluación
    [enrichment] un club o un equipo
    [language] un intérprete o una traducción
    [other] otra cosa
   *[other] { $word }
}
ask-urgency = { $word ->
    [next_meeting] para la próxima reunión
    [this_week] hace falta esta semana
    [today] hace falta hoy
   *[other] { $word }
}
log-safety-concern = Preocupación por la seguridad, avisada por teléfono
log-milestone = Paso logrado: { $step }
milestone = { $word ->
    [knows_an_adult] conoce a un adulto a quien acudir
    [evening_routine] se prepara la noche anterior
    [reads_daily] lee todos los días
    [walks_with_a_friend] viene con un amigo
    [gets_up_alone] se levanta sin ayuda
    [knows_teachers] sabe el nombre de todos sus maestros
    [joined_a_club] entró a un club o un equipo
    [keeps_a_list] lleva una lista de pendientes
    [asked_for_help] pidió ayuda a un maestro
    [visited_next_school] visitó su próxima escuela
    [knows_credits] sabe qué créditos tiene
    [ninth_grade_on_track] bien encaminado tras el noveno grado
    [saw_college_or_work] conoció una universidad o un lugar de trabajo
    [has_a_plan] tiene un plan para después de la escuela
    [sent_an_application] envió una solicitud
   *[other] { $word }
}
log-plan = Llamadas para despertar: { $days }, de { $from } a { $to }
log-plan-ended = Ya no hay llamadas para despertar
plan-whom = { $word ->
    [student] se llama al estudiante
    [guardian] se llama a la familia
    [other] se llama a otra persona
   *[other] { $word }
}
plan-until-days = { $n ->
    [one] hasta 1 día en la escuela
   *[other] hasta { $n } días seguidos en la escuela
}
plan-until-day = hasta el { $day }
log-checklist = Primer contacto: { $item }
first-contact = { $word ->
    [family_noticed] la escuela le habló de usted a la familia
    [letter_sent] se envió a casa una carta con su foto
    [good_first_call] una primera llamada con algo bueno
    [household_known] quiénes viven en casa y quién decide
    [language_known] el idioma de la familia
    [interpreter_arranged] hay intérprete
    [numbers_checked] los números sirven
    [best_hours_known] cuándo llamar
    [texts_agreed] si se aceptan mensajes de texto
    [way_to_school_known] cómo llega a la escuela
   *[other] { $word }
}
log-note-sensitive = Nota delicada, para usted y la coordinación
log-voided-at = deshecho el { $day }, { $time }

## Hoy: qué más trae el día

today-closed = Hoy no hay clases: ni llamadas ni entrada. Lo demás se conserva.
today-absent-title = Faltan hoy: llame a casa
today-absent-none = Por ahora no se sabe de ninguna falta de hoy.
absent-official = falta hoy
absent-official-more = { $n ->
    [one] falta hoy
   *[other] falta hoy, día { $n }
}
absent-unconfirmed = sin ver · sin confirmar
absent-unconfirmed-says = Usted no vio a { $name } en la entrada. La escuela aún no registra el día: pregunte, sin decir “falta”.
absent-greeted-says = La escuela registró una falta, pero usted saludó hoy a { $name }. Pregunte en la oficina antes de llamar.
absent-called-already = Hoy ya se llamó a la familia:
absent-reason = ¿Qué motivo dieron? Puede omitirlo.
absent-reason-apart = Se guarda como lo dijeron. El código de la escuela no cambia.
absent-reason-said = { $name }: { $reason }, guardado aquí
call-number-wrong = Un mentor halló que este número no sirve. La oficina busca otro.
due-say = { $name }: { $what }, guardado aquí
due-sessions = Un rato en compañía
due-absent-today = falta hoy según la escuela
due-goals = Metas por revisar
due-follow-ups = Por retomar
due-follow-up = { $what }, el { $day }
due-follow-up-done = Ya lo retomé
due-celebrations = Celebrar
due-fewer-absences = { $n ->
    [one] 1 falta menos que la semana anterior
   *[other] { $n } faltas menos que la semana anterior
}
due-two-weeks = { $this } de { $of } días perdidos; { $last } la semana anterior
due-days-in-a-row = { $n ->
    [one] 1 día seguido en la escuela
   *[other] { $n } días seguidos en la escuela
}
due-celebrate-words = Se lo dije
due-celebrate-note = Nota a casa
due-celebrate-call = Llamar a casa con la buena noticia

## Mi semana

my-week = Mi semana
my-week-of = del { $first } al { $last }
my-week-lead = Tres días de clases con contacto para cada estudiante
my-week-students-missing = { $n ->
    [one] 1 estudiante le espera esta semana.
   *[other] { $n } estudiantes le esperan esta semana.
}
my-week-all-met = Esta semana nadie se quedó sin sus días. Gracias.
my-week-no-school = Esta semana no hay clases.
my-week-suns = { $done } de { $wanted } días
my-week-met = todos los días cumplidos
my-week-to-go = { $n ->
    [one] 1 día más, y hay tiempo: quedan { $left }
   *[other] { $n } días más, y hay tiempo: quedan { $left }
}
my-week-short = esta semana no se llega a todos; cada día cuenta
my-week-attempts = { $n ->
    [one] 1 intento
   *[other] { $n } intentos
}
my-week-family = { $n ->
    [one] 1 contacto con la familia
   *[other] { $n } contactos con la familia
}
my-week-hours = Tiempo registrado: { $hours } h { $minutes } min
my-week-suns-legend = Un sol es un día de clases con contacto.
