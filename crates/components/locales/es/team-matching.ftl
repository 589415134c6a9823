# De los candidatos a las parejas activas: páginas para el equipo y la coordinación, y dos cartas a casa.

## Candidates

matching-candidates = Candidatos
matching-candidates-lead = Estudiantes cuyas ausencias piden que alguien esté con ellos. Decida sobre cada uno: un mentor, esperar, o primero otra ayuda.
matching-candidates-about = { $school } · registro hasta el { $day } · { $open } de { $all } por decidir
matching-candidates-count = { $n ->
    [one] 1 estudiante, primero la mayor necesidad
   *[other] { $n } estudiantes, primero la mayor necesidad
}
matching-candidates-none = Ninguna regla se ha cumplido para ningún estudiante de esta escuela.
matching-candidates-no-match = Ningún estudiante corresponde a esta selección. Elija «Todos» para ver la lista entera.
matching-no-record = Todavía no hay asistencia registrada, así que nadie puede estar en la lista.
matching-to-imports = Importar la asistencia
matching-show = Mostrar
matching-show-do = Mostrar
matching-show-word = { $word ->
    [open] Por decidir
    [undecided] Nadie ha decidido
    [look_again] Revisar de nuevo
    [match] Decidido: mentor
    [wait] Decidido: esperar
    [other_intervention] Decidido: otra ayuda
    [mentored] Tiene mentor
   *[all] Todos
}
matching-priority-grades = Grados prioritarios (K, 1, 6, 9)
matching-priority-grade = grado prioritario
matching-priority-grade-says = En un grado de cambio o de comienzo: un mentor puede cambiar el año.
matching-rule = Regla
matching-rule-any = Todas las reglas
matching-rule-word = { $rule ->
    [chronic_now] Ausencia crónica este año
    [two_in_ten] Primera señal (primeros 10 días)
    [two_in_twenty] Segunda señal (primeros 20 días)
    [four_in_forty] Tercera señal (primeros 40 días)
    [september] Septiembre
    [prior_year_chronic] Ausencia crónica el año pasado
    [concern] Conducta o cursos
   *[almost_never] Casi nunca asiste
}
matching-col-missed = Faltas este año
matching-col-why = Por qué está en la lista
matching-col-decision = Decisión
matching-figure = { $missed } de { $enrolled } días = { $rate } %
matching-because-chronic = Faltó { $figure }: ausencia crónica ({ $percent } % o más)
matching-because-signal = { $rule ->
    [prior_year_chronic] El año pasado faltó { $missed } de { $enrolled } días: ausencia crónica
    [september] Faltó { $missed } días en septiembre (límite { $n }), al { $day }
   *[other] Faltó { $missed } de { $enrolled } días al { $day } (límite { $n } en los primeros { $of })
}
matching-because-concern = { $concern ->
    [attendance] Asistencia
    [absences] Días que faltó
    [tardies] Llegadas tarde
    [missed_classes] Clases que faltó
    [behaviour] Notas de conducta
    [behaviour_referrals] Reportes de conducta
    [detentions] Detenciones
    [suspension] Días de suspensión
    [in_school_suspension] Suspensiones dentro de la escuela
    [out_of_school_suspension] Días de suspensión fuera de la escuela
    [mathematics] Matemáticas reprobadas
    [english] Inglés reprobado
    [course_failure] Calificaciones D y F
   *[credits] Créditos obtenidos
}: { $seen }
matching-almost-never = casi nunca asiste: faltó { $figure }
matching-almost-never-says = Casi nunca asiste: de los últimos días de clases faltó { $figure }. Un mentor no es la primera ayuda que hace falta: acuda a trabajo social.
matching-state = { $word ->
    [undecided] nadie ha decidido
    [look_again] revisar de nuevo
   *[decided] decidido
}
matching-has-mentor = mentor: { $mentor }
matching-decision = { $word ->
    [match] Mentor
    [wait] Esperar
   *[other_intervention] Primero otra ayuda
}
matching-decision-reason = { $word ->
    [need] alguien tiene que estar ya
    [transition_grade] un año de cambio
    [mentor_available] un mentor adecuado tiene lugar
    [grade_hot_spot] muchas ausencias en este grado
    [family_asks] la familia o el estudiante lo pidió
    [cause_is_over] la causa ya pasó
    [improving] mejora sin ayuda
    [no_mentor_yet] ningún mentor tiene lugar todavía
    [family_waits] la familia quiere esperar
    [almost_never_attends] casi nunca asiste: trabajo social
    [helped_already] otros ya ayudan
    [health_first] primero la salud
    [family_declines] la familia no quiere un mentor
   *[other] otra razón (dígala en la nota)
}
matching-decided = { $decision }: { $reason }, { $day }
matching-decision-and-reason = { $decision }: { $reason }
matching-candidate-title = Candidato
matching-to-candidates = A los candidatos
matching-to-student = Página del estudiante
matching-not-listed = Ninguna regla se ha cumplido para este estudiante. Puede decidir de todos modos.
matching-is-preparing = Se está preparando una pareja.
matching-decide = Decidir
matching-choice = Decisión y razón
matching-choose = Elija …
matching-look-again = Revisar de nuevo el (si espera)
matching-look-again-says = Hay algo nuevo desde la última decisión, o llegó su día. Por favor, revise de nuevo.
matching-look-again-on = Revisar de nuevo el { $day }
matching-note = Nota
matching-decide-do = Guardar la decisión
matching-decisions = Decisiones
matching-in-force = vigente
matching-by = { $by }, { $moment }
matching-profile = Lo que un mentor debe saber
matching-profile-says = Pregunte al estudiante. Las familias pueden leer esto.
matching-home-language = En casa se habla
matching-not-known = no se sabe
matching-interests = Intereses
matching-strengths = Lo que hace bien
matching-preferences = Lo que desea de un mentor
matching-availability = Tiene tiempo
matching-time = { $part ->
    [mon_before] lun antes de clases
    [mon_during] lun durante clases
    [mon_after] lun después de clases
    [tue_before] mar antes de clases
    [tue_during] mar durante clases
    [tue_after] mar después de clases
    [wed_before] mié antes de clases
    [wed_during] mié durante clases
    [wed_after] mié después de clases
    [thu_before] jue antes de clases
    [thu_during] jue durante clases
    [thu_after] jue después de clases
    [fri_before] vie antes de clases
    [fri_during] vie durante clases
   *[fri_after] vie después de clases
}
matching-profile-do = Guardar

## Which mentors fit

matching-to-mentors = Ver qué mentores corresponden
matching-to-candidate = Volver al estudiante
matching-suggestions = Mentores para { $student }
matching-suggestions-title = Mentores que corresponden
matching-suggestions-lead = Cada mentor con lugar, y lo que habla a favor de los dos. Usted decide.
matching-no-mentor = Ningún mentor tiene lugar.
matching-to-mentor-list = A los mentores
matching-to-rules = Cambiar lo que cuenta
matching-points = { $points } de { $of } puntos
matching-look = Ver a { $mentor }
matching-full = { $n ->
    [one] 1 mentor no tiene lugar y no se muestra.
   *[other] { $n } mentores no tienen lugar y no se muestran.
}
matching-factor = { $factor ->
    [existing_relationship] Se conocen y se llevan bien
    [seen_in_the_day] Se ven en el día normal
    [family_language] El mentor habla el idioma de la familia
    [known_to_family] La familia conoce al mentor
   *[similar_experience] Sus vidas tienen algo en común
}
matching-factor-is = { $holds ->
    [yes] sí: { $points } puntos
    [no] no (serían { $points })
   *[unknown] no se sabe (serían { $points })
}
matching-time-unknown = Tiempo juntos: no se sabe. Pregunte a los dos cuándo tienen tiempo.
matching-time-never = Nunca tienen tiempo a la misma hora.
matching-time-shared = Tiempo juntos: { $times }
matching-room = Lugar para { $room } de { $capacity } estudiantes
matching-room-unknown = Lugar: no se sabe, no hay solicitud
matching-mentor-likes = Le gusta: { $interests }
matching-mentor-lacks = El teléfono queda vacío: { $gaps }
matching-gap = { $gap ->
    [agreement] falta firmar el acuerdo
    [background_check] falta o venció la verificación de antecedentes
    [suitability] falta o venció la entrevista de idoneidad
    [training] falta capacitación
    [pause] el mentor descansa
   *[left] el mentor se fue
}
matching-pair = { $student } con { $mentor }
matching-pair-title = Una pareja posible
matching-to-suggestions = Volver a los mentores
matching-known = Lo que usted sabe de los dos
matching-known-says = Cuenta de inmediato, y solo para estos dos.
matching-holds = { $holds ->
    [yes] Sí
    [no] No
   *[unknown] No se sabe
}
matching-known-do = Guardar
matching-propose = Proponer esta pareja
matching-propose-says = Si no falta nada, la pareja queda activa de inmediato. Si no, espera, y la página siguiente dice qué falta.
matching-propose-do = Proponer

## A proposal

matching-why = Por qué estos dos
matching-why-words = En una frase
matching-rationale = { $code ->
    [existing_relationship] Se conocen y se llevan bien
    [seen_in_the_day] Se ven en el día normal
    [family_language] Idioma de la familia
    [known_to_family] La familia lo conoce
    [similar_experience] Algo en común
    [shared_interests] Los mismos intereses
    [needs] Puede ayudar con lo que hace falta
    [availability] Tiempo a las mismas horas
    [location] Cerca uno del otro
    [student_asked] El estudiante lo pidió
   *[family_asked] La familia lo pidió
}
matching-expected-end = Último día previsto
matching-because = Por qué el mentor puede saber del estudiante
matching-because-later = Todavía no está claro, o con consentimiento
matching-because-word = { $word ->
    [staff] Trabaja para la escuela
    [under_school_control] Hace un trabajo de la escuela, bajo su control, como dice el aviso anual
   *[partner_agreement] Lo mismo, por un acuerdo escrito con la organización
}
matching-because-hint = Sin una razón o un consentimiento firmado, ningún estudiante está en el teléfono del mentor.
matching-told = Se informó a la familia
matching-told-not-yet = Todavía no se le informó
matching-channel = Cómo
matching-channel-word = { $word ->
    [letter] Carta
    [call] Llamada
    [in_person] En persona
    [text] Mensaje de texto
   *[email] Correo electrónico
}
matching-notice-language = Idioma
matching-notice-day = El día
matching-answer = Respuesta de la familia
matching-answer-word = { $word ->
    [agrees] Está de acuerdo
    [no_answer] Informada, aún sin respuesta
    [questions] Primero tiene preguntas
   *[declines] No lo quiere
}
matching-answered-by = Quién respondió

## The board

matching-board = Parejas
matching-board-about = { $waiting } esperan un mentor, { $preparing } en preparación, { $active } activas
matching-waiting = Estudiantes que esperan un mentor: { $n }
matching-waiting-none = Nadie espera. Decida primero sobre los candidatos.
matching-best = El que mejor corresponde: { $mentor }, { $points } de { $of } puntos
matching-free = Mentores con lugar: { $n }
matching-free-none = Ningún mentor tiene lugar. Agregue mentores o pida más lugar.
matching-preparing = En preparación
matching-paused = En pausa
matching-active = Activas
matching-col-mentor = Mentor
matching-col-next = Qué sigue
matching-col-end = Último día previsto
matching-status = { $word ->
    [proposed] propuesta
    [family_notified] familia informada
    [active] activa
    [paused] en pausa
   *[closed] terminada
}
matching-can-begin = No falta nada: puede empezar.
matching-rules = Lo que cuenta
matching-rules-say = Cuánto cuenta cada cosa, de 0 a { $most }. La lista de mentores cambia de inmediato; ninguna pareja cambia.
matching-family-first = Se informa a la familia antes del primer encuentro
matching-family-first-word = { $grade ->
    [none] en ningún grado
    [0] hasta kínder
   *[other] hasta { $grade }.º grado
}
matching-family-first-hint = Hasta este grado una pareja no puede empezar antes de informar a la familia.
matching-rules-do = Guardar

## One match

matching-case-title = Pareja
matching-to-board = A las parejas
matching-to-mentor = Página del mentor
matching-to-case = Volver a la pareja
matching-ended = Terminada desde el
matching-basis = El mentor puede saber porque
matching-basis-none = todavía nada lo dice
matching-basis-official = hace un trabajo de la escuela
matching-basis-consent = la familia firmó su consentimiento
matching-basis-until = { $basis }, hasta el { $day }
matching-family = Familia
matching-activate = Activar esta pareja
matching-resume = Continuar
matching-waits-for = Antes de que esta pareja pueda empezar:
matching-block = { $word ->
    [family_not_told] En este grado se informa primero a la familia. Anote abajo cómo se le informó.
    [family_declines] La familia no lo quiere. Hable con la familia o retire la pareja.
    [no_basis] Diga por qué el mentor puede saber del estudiante, o anote el consentimiento de la familia.
    [basis_later] El consentimiento empieza más tarde.
    [basis_over] El consentimiento venció. Pida a la familia que firme de nuevo.
    [not_screened] Falta o venció la verificación del mentor. Complétela en la página del mentor.
   *[mentor_away] El mentor descansa o se fue. Elija otro, o espere.
}
matching-on-phone = en el teléfono del mentor
matching-no-phone = listo; el mentor no tiene teléfono vinculado
matching-not-on-phone = en ningún teléfono
matching-family-title = La familia
matching-letter-notice = Carta: quién es el mentor
matching-letter-consent = Consentimiento para firmar
matching-notice-new = Se informó a la familia
matching-notice-do = Guardar
matching-told-by = Quién informó
matching-consent-new = La familia firmó un consentimiento
matching-consent-says = Un consentimiento escrito nombra los registros, para qué y a quién, y lleva firma y fecha. Desde su primer día es lo que permite que el mentor sepa.
matching-consent-do = Guardar el consentimiento
matching-signed-by = Quién firmó
matching-scope = Registros
matching-scope-word = { $word ->
    [attendance_and_contacts] Días de asistencia y ausencia, y cómo comunicarse con la familia
   *[attendance] Solo días de asistencia y ausencia
}
matching-purpose = Para qué
matching-purpose-usual = Mentoría, para que el estudiante esté en la escuela todos los días
matching-recipient = A quién
matching-from = Desde
matching-until = Hasta
matching-signed = Firmado
matching-signed-word = { $word ->
    [on_paper] en papel
   *[electronically] electrónicamente, de modo que se sabe quién firmó
}
matching-withdrawal-new = La familia lo retira
matching-withdrawal-says = El estudiante sale de inmediato del teléfono del mentor, y la pareja queda en pausa.
matching-withdrawn-by = Quién lo dijo
matching-withdrawal-do = Sacar del teléfono
matching-others = Cambios
matching-basis-set = El mentor hace un trabajo de la escuela
matching-basis-do = Guardar
matching-pause = Poner esta pareja en pausa
matching-pause-says = El estudiante sale del teléfono del mentor hasta que la pareja continúe.
matching-pause-do = Poner en pausa
matching-pause-reason = { $word ->
    [mentor_away] El mentor no está
    [student_away] El estudiante no está
    [family_asked] La familia lo pidió
    [to_be_cleared] Hay algo que aclarar
    [consent_withdrawn] La familia lo retiró
   *[other] Otra razón (dígala en la nota)
}
matching-end-change = Prever otro último día
matching-end-do = Guardar
matching-end-on = hasta el { $day }
matching-withdraw = Retirar la propuesta
matching-withdraw-says = Todavía no se ha reunido nadie. La propuesta queda en el historial.
matching-withdraw-do = Retirar
matching-history = Qué pasó
matching-full-warning = Este mentor ya tiene tantos estudiantes como quiere llevar.
matching-full-why = Por qué este mentor, de todos modos
matching-variant = Qué prueba esta pareja (puede quedar vacío)
matching-variant-hint = De la agenda de aprendizaje. Se comparan las parejas con las mismas palabras.
matching-step = { $word ->
    [proposed] Propuesta
    [activate] Activada
    [pause] En pausa
    [resume] Continúa
    [withdraw] Retirada
    [wake_up_calls_begin] Desde ahora el mentor llama antes de la campana
    [wake_up_calls_end] El mentor ya no llama antes de la campana
   *[end_expected] Se prevé otro último día
}
matching-basis-event = { $word ->
    [school_official] El mentor puede saber: hace un trabajo de la escuela
    [consent] El mentor puede saber por consentimiento
   *[none] El mentor ya no puede saber
}
matching-notice-event = { $kind ->
    [notice] Se informó a la familia
    [consent] La familia firmó
   *[withdrawal] La familia lo retiró
}
matching-notice-how = { $channel }, en { $language }, por { $by }
matching-consent-to = a { $recipient }
matching-consent-days = { $from } a { $until }

## What is wrong in a form

matching-not-saved = No se guardó nada.
matching-wrong = { $why ->
    [choose] Elija una opción de la lista.
    [no_words] Dígalo aquí con palabras.
    [no_day] Ponga un día.
    [no_date] Esto no es una fecha. Escríbala así: 2025-10-14.
    [day_is_over] Elija un día después de hoy.
    [day_to_come] Este día todavía no llega. Ponga el día en que fue.
    [no_room] El mentor no tiene lugar. Escriba por qué los une de todos modos, o elija a otro.
    [ends_before] El último día no es posterior al primero. Elija uno más tarde.
    [too_long] Es demasiado largo. Acórtelo.
    [no_rationale] Marque al menos una razón.
    [no_language] Ponga el idioma en que se dijo.
    [nobody_answered] Ponga quién de la familia respondió.
    [weights] Cada valor es un número entero de 0 a 5.
    [already] Estos dos ya son pareja, o se está preparando.
    [granted] Esto ya está concedido. Termínelo primero.
    [grant_days] Elija un día desde hoy, dentro de 120 días.
    [moved] Alguien dio otro paso entretanto. Vea cómo está la pareja ahora.
   *[blocked] La pareja todavía no puede empezar. La lista dice qué falta.
}

## Lo que recibe el teléfono de un mentor además de lo que reciben todos

grant-title = Más datos en el teléfono del mentor
grant-to-match = Volver a la pareja
grant-to-grants = Más datos en el teléfono del mentor
grant-lead = El teléfono de un mentor tiene el nombre y el grado del estudiante, a quién llamar y en qué días faltó. Lo demás llega solo si usted lo concede aquí: una cosa, con un motivo, hasta un día. Después sale del teléfono en el siguiente contacto.
grant-in-force = Concedido ahora
grant-none = Nada más llega a este teléfono.
grant-over = Terminado
grant-period = del { $from } al { $until }
grant-by = concedido por { $by }
grant-ended-by = terminado por { $by }, { $moment }
grant-ran-out = venció, { $moment }
grant-end = Terminar
grant-end-of = Terminar: { $field }
grant-new = Conceder algo más
grant-what = Qué
grant-why = Por qué lo necesita este mentor
grant-until = Último día
grant-record-says = Quién concedió qué queda en el registro de accesos. La familia puede pedir verlo.
grant-do = Conceder

## Letters home

letter-title = { $kind ->
    [consent] Consentimiento para mostrar registros escolares
   *[notice] Una persona adulta en la escuela que está para su hijo o hija
}
letter-dear = A la familia de { $student }:
letter-who = Desde el { $day }, { $mentor } será Success Mentor (mentor de asistencia) de { $student } en { $school }.
letter-why = Cada día de escuela cuenta: quien falta dos días al mes se atrasa. Un Success Mentor es una persona adulta de la escuela que nota cuándo { $student } está y cuándo no. Es una ayuda, no un castigo.
letter-does = Qué hace { $mentor }:
letter-role = { $what ->
    [greets] saluda a { $student } en la escuela, al menos tres días por semana
    [calls] le llama a usted el mismo día en que { $student } falta, para preguntar si todo está bien y cómo ayudar
    [talks] conversa con { $student } y se ponen metas pequeñas
    [calendar] marca con { $student } los días de escuela en un calendario
   *[helps] sabe a quién preguntar en la escuela si algo se interpone: la salud, el autobús, la ropa, las preocupaciones
}
letter-knows = { $mentor } ve qué días { $student } estuvo en la escuela y cómo comunicarse con usted, y nada de calificaciones, salud ni dinero. Lo que { $mentor } escribe queda en la escuela, y usted puede leerlo en cualquier momento.
letter-choice = Usted decide. Puede decir que no, ahora o más adelante, y nada malo resulta de eso para { $student }.
letter-contact = Si tiene preguntas, diríjase a { $coordinator }. Puede hablar con nosotros en su idioma; llevamos un intérprete adulto.
letter-phone = Teléfono
letter-thanks = Gracias por traer a su hijo o hija a la escuela.
letter-answer = Por favor, devuelva esta parte
letter-agree = Nos alegra que { $mentor } sea mentor de { $student }.
letter-questions = Tenemos preguntas. Por favor, llámenos.
letter-decline = No queremos un mentor.
letter-best-way = La mejor manera y hora de comunicarse con nosotros
letter-name = Nombre de la madre, el padre o tutor
letter-signature = Firma
letter-date = Fecha
letter-consent-asks = { $school } pide su consentimiento para mostrar estos registros al mentor:
letter-consent-records = Registros (marque uno)
letter-consent-until = Hasta
letter-consent-free = No está obligado a firmar. Sin su firma, { $mentor } no ve ningún registro.
letter-consent-back = Puede retirar este consentimiento en cualquier momento avisando a { $school }. Desde entonces el mentor no ve ningún registro.
