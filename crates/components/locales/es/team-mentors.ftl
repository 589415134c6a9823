### Mentores desde la primera pregunta hasta su salida: qué necesitan, qué está listo y si los estudiantes llegan a sus teléfonos.

mentors-title = Mentores
mentors-count = { $n ->
    [one] 1 mentor
   *[other] { $n } mentores
} · lugar para { $open ->
    [one] 1 estudiante más
   *[other] { $open } estudiantes más
}
mentors-none = Aún no hay mentores. Agregue el primero abajo: para empezar basta un nombre.
mentors-none-here = Por ahora no hay mentores aquí.
mentors-filters = Qué mentores
mentors-filter = { $word ->
    [here] Todos
    [attention] Algo vence o falta
    [prospect] Posibles
    [applied] Con solicitud
    [screened] Verificados
    [trained] Capacitados
    [ready] Listos
    [matched] Con estudiantes
    [paused] En pausa
   *[left] Ya no están
} ({ $n })
# `MentorState`.
mentors-state = { $word ->
    [prospect] Posible
    [applied] Con solicitud
    [screened] Verificado
    [trained] Capacitado
    [ready] Listo
    [matched] Con estudiantes
    [paused] En pausa
   *[left] Ya no está
}
# `MentorType`.
mentors-kind = { $word ->
    [school_staff] Personal de la escuela
    [partner_staff] Personal de una organización aliada
    [national_service] Servicio nacional
    [college_work_study] Trabajo y estudio universitario
    [graduate_intern] Practicante de posgrado
    [retiree] Persona jubilada
    [parent_volunteer] Madre o padre voluntario
    [community_volunteer] Voluntario de la comunidad
   *[peer] Estudiante mayor
}
mentors-col-mentor = Mentor
mentors-col-state = En qué punto está
mentors-col-missing = Falta o vence
mentors-col-students = Estudiantes
mentors-col-phone = Último contacto del teléfono
mentors-col-shut = Acceso cerrado
# `ClearanceGap`.
mentors-gap = { $word ->
    [agreement] Acuerdo de confidencialidad
    [background_check] Verificación de antecedentes
    [suitability] Conversación sobre el trabajo
    [training] Capacitación obligatoria
    [pause] En pausa
   *[left] Ya no está
}
mentors-soon = { $word ->
    [agreement] El acuerdo vale hasta el { $day }
    [background_check] La verificación vale hasta el { $day }
    [training] La formación vale hasta { $day }
   *[suitability] La conversación vale hasta el { $day }
}
mentors-nothing = nada
mentors-of-capacity = { $n } de { $capacity }
mentors-students = { $n }
mentors-no-phone = sin teléfono
mentors-add-hint = Para empezar basta un nombre. La solicitud, la verificación, la capacitación y el acuerdo se anotan en la página del mentor.
mentors-add-whole = Copiar una solicitud completa en papel

## Un mentor

mentors-clear = Todo está listo. Los estudiantes asignados a { $name } llegan al teléfono.
mentors-not-clear = Ningún estudiante llega todavía al teléfono de { $name }. Falta:
mentors-decided = { $word ->
    [left] { $name } ya no está. No hay estudiantes en el teléfono.
   *[pause] { $name } está en pausa. No hay estudiantes en el teléfono hasta su regreso.
} { $n ->
    [0] No queda ninguna asignación abierta.
    [one] Queda 1 asignación abierta: ciérrela abajo o busque a alguien que lo supla.
   *[other] Quedan { $n } asignaciones abiertas: ciérrelas abajo o busque a alguien que lo supla.
}
mentors-kept = Lo registrado se conserva. Los estudiantes vuelven solos al teléfono cuando todo esté listo.
mentors-ladder = Lo que necesita un mentor
mentors-rung = { $word ->
    [application] Solicitud
    [background] Verificación de antecedentes
    [suitability] Conversación sobre el trabajo
    [training] Capacitación
   *[agreement] Acuerdo de confidencialidad
}
mentors-rung-state = { $word ->
    [done] vale hasta el { $day }
    [there] listo
    [by_employer] responde su empleador
    [soon] vence después del { $day }
    [over] venció después del { $day }
    [not_clear] no apto
   *[missing] falta
}
mentors-application-why = Quién es, cómo comunicarse, qué idiomas habla, cuándo tiene tiempo y para cuántos estudiantes.
mentors-background-why = Se guardan el resultado, las fechas y quién verificó. Conserve el informe en otro lugar.
mentors-suitability-why = ¿Puede dar tres contactos por semana y llamadas, y mira a los niños con esperanza?
mentors-agreement-why = Se firma una vez al año. Sin él ningún estudiante llega al teléfono.
mentors-topics-open = Todavía falta:
mentors-application-do = { $word ->
    [write] Anotar la solicitud
   *[change] Cambiar la solicitud
}
mentors-agreement-do = { $word ->
    [sign] Leer y firmar
   *[renew] Firmar de nuevo
}
mentors-screening-do = { $word ->
    [write] Anotar el resultado
   *[renew] Anotar un resultado más reciente
}
mentors-training-do = { $word ->
    [write] Anotar una capacitación
   *[more] Anotar otra capacitación
}
mentors-save = Guardar
mentors-choose = Elija
mentors-field = { $word ->
    [name] Nombre
    [kind] De dónde viene
    [organisation] Organización
    [contact] Teléfono o correo
    [languages] Idiomas, separados por comas
    [times] Tiene tiempo
    [capacity] Estudiantes a la vez
    [interests] Intereses
    [motives] ¿Por qué quiere ser mentor?
    [from_paper] Copiado de una hoja con fecha
    [reference] Referencia
    [result] Resultado
    [day] Fecha
    [checked_by] Quién verificó
    [topics] Temas
    [hours] Horas, en cuartos (2.25)
    [given_by] A cargo de
    [documents] Ha leído
    [decision] Qué se decide
    [from] Desde
    [reason] Motivo
    [how] Cómo se firmó
    [signed_name] Nombre tal como se firmó
   *[signed_day] Firmado el
}
mentors-through = Vale hasta (vacío: { $months ->
    [one] 1 mes
   *[other] { $months } meses
})
mentors-screening-hint = No se guarda nada más: ni informe ni motivo.
# `ScreeningResult`.
mentors-result = { $word ->
    [clear] Apto
   *[not_clear] No apto
}
# `TrainingTopic`.
mentors-topic = { $word ->
    [first_training] Primera capacitación, con casos
    [confidentiality] Confidencialidad
    [duty_to_report] Deber de informar
    [calls_and_talks] Saludos, llamadas y conversaciones
    [boundaries] Qué es y qué no es un mentor
    [families] Idiomas y circunstancias de las familias
    [app] Cómo usar Daymark
   *[other] Reunión mensual u otra cosa
}
# `MentorDocument`.
mentors-document = { $word ->
    [building_rules] Reglas del edificio
    [emergency_procedures] Procedimientos de emergencia
    [duty_to_report] Deber de informar, en una página
    [handbook] Manual para voluntarios
   *[photos_and_media] Fotos, teléfonos y redes sociales
}
mentors-documents = Documentos que el mentor ha leído
mentors-documents-none = Aún no hay ninguno anotado.
mentors-documents-do = Anotar lo que se leyó
mentors-document-row = { $document } · leído el { $day }
# `MentorDecision`.
mentors-decision = { $word ->
    [paused] Pausa
    [back] Regresa
   *[left] Se va
}
mentors-decision-title = { $word ->
    [away] Pausa o salida
   *[back] Regreso
}
mentors-decision-do = { $word ->
    [away] Poner en pausa a este mentor, o anotar que se va
   *[back] Anotar qué pasa ahora
}
mentors-decision-hint = Mientras un mentor está en pausa o ya no está, no hay estudiantes en el teléfono. No se pierde nada de lo registrado.
mentors-decision-row = { $word ->
    [paused] En pausa desde el { $day }
    [back] De regreso desde el { $day }
   *[left] Se fue el { $day }
}
mentors-file = Lo que está anotado
mentors-file-none = Aún nada. Lo que guarde arriba aparece aquí, con quién lo anotó.
mentors-signature-row = Acuerdo { $version } firmado por { $name } { $how ->
    [paper] en papel
    [screen] en pantalla
    [phone] en el teléfono del mentor
   *[earlier] antes
} el { $day }, vale hasta el { $through }
mentors-signature-hash = { $signed } · texto { $hash }
mentors-screening-row = { $kind ->
    [background] Verificación de antecedentes
   *[suitability] Conversación sobre el trabajo
}: { $result ->
    [clear] apto
   *[not_clear] no apto
} · { $day }, vale hasta el { $through } · verificó { $who }
mentors-training-row = { $topic } · { $minutes ->
    [0] sin horas anotadas
   *[other] { $minutes } minutos
} · { $day }{ $word ->
    [nobody] {""}
   *[somebody] {" "}· a cargo de { $who }
}
mentors-by = Anotado por { $who }, { $moment }
mentors-by-nobody = Ya estaba antes de llevar registros
mentors-taken-back = retirado
mentors-take-back = ¿Anotado por error?
mentors-take-back-hint = La línea queda en la lista y ya no cuenta. Si entonces falta algo, los estudiantes salen del teléfono.
mentors-take-back-do = Retirarlo
mentors-match-status = { $word ->
    [proposed] propuesta
    [family_notified] familia avisada
   *[paused] en pausa
}

## La solicitud

mentors-application-title = { $word ->
    [new] Solicitud de un nuevo mentor
   *[change] Solicitud
}
mentors-application-hint = Solo con el nombre ya es un posible mentor; lo demás puede anotarse después.
mentors-back = ‹ Volver
mentors-not-saved = Aún no se guardó. Lo que hay que corregir se dice junto a su campo.
mentors-reference = Referencia { $n }
mentors-reference-field = { $word ->
    [name] Nombre
    [relation] De dónde conoce al mentor
   *[contact] Teléfono o correo
}
mentors-day = Día
mentors-part = { $word ->
    [before] Antes de clases
    [during] Durante las clases
   *[after] Después de clases
}
mentors-weekday = { $word ->
    [mon] Lunes
    [tue] Martes
    [wed] Miércoles
    [thu] Jueves
   *[fri] Viernes
}
# `Availability`.
mentors-time = { $word ->
    [mon_before] lunes antes de clases
    [mon_during] lunes durante las clases
    [mon_after] lunes después de clases
    [tue_before] martes antes de clases
    [tue_during] martes durante las clases
    [tue_after] martes después de clases
    [wed_before] miércoles antes de clases
    [wed_during] miércoles durante las clases
    [wed_after] miércoles después de clases
    [thu_before] jueves antes de clases
    [thu_during] jueves durante las clases
    [thu_after] jueves después de clases
    [fri_before] viernes antes de clases
    [fri_during] viernes durante las clases
   *[fri_after] viernes después de clases
}
# Qué impide guardar un formulario.
mentors-wrong = { $word ->
    [name_missing] Escriba el nombre.
    [kind_missing] Elija de dónde viene el mentor.
    [contact_missing] Escriba un número o una dirección para comunicarse.
    [languages_missing] Escriba al menos un idioma.
    [capacity_wrong] Escriba un número de 1 a 60.
    [line_too_long] Acórtelo a 120 caracteres.
    [text_too_long] Acórtelo a 1000 caracteres.
    [day_missing] Elija una fecha.
    [day_in_future] Elija hoy o una fecha anterior.
    [through_before_day] Elija un último día que no sea anterior a la fecha.
    [result_missing] Elija el resultado.
    [checker_missing] Escriba quién verificó: un nombre o una oficina.
    [topics_missing] Marque al menos un tema.
    [hours_wrong] Escriba horas en cuartos de 0.25 a 12, como 2.25.
    [documents_missing] Marque lo que se leyó.
    [how_missing] Elija si se firmó en papel o en pantalla.
    [signature_missing] Escriba el nombre tal como se firmó.
    [decision_missing] Elija qué se decide.
   *[reason_missing] Escriba un motivo en pocas palabras.
}

## El acuerdo

mentors-agreement-title = Acuerdo de confidencialidad
mentors-agreement-version = versión { $n }
mentors-agreement-print = Imprima esta página para firmar en papel.
mentors-agreement-name = Nombre
mentors-agreement-signature = Firma
mentors-agreement-date = Fecha
mentors-agreement-sign = Firma
mentors-agreement-hint = { $name } lee el texto de arriba y escribe aquí su nombre, o usted copia la firma del papel, que la escuela conserva. Firmado hoy, vale hasta el { $through }.
mentors-agreement-do-sign = Guardar la firma
# `AgreementSigning`.
mentors-signed-how = { $word ->
    [paper] En papel, que la escuela conserva
    [screen] Aquí en pantalla, por el mentor
    [phone] En el teléfono del mentor
   *[earlier] Antes
}
# What the gate refused, on the mentor's page. `$code`: a word of the gate.
unread-title = No se pudo leer
unread-lead = { $n ->
    [one] No se pudo leer 1 anotación del teléfono de { $name }.
   *[other] No se pudieron leer { $n } anotaciones del teléfono de { $name }.
} El teléfono le muestra al mentor qué era: pídale que la escriba de nuevo. Lo que decía no se le muestra a nadie aquí y se borra a los 30 días.
unread-why = { $code ->
    [too-large] Es más grande que cualquier anotación.
    [malformed] Está dañada.
    [unknown-dependency] Depende de una anotación que la escuela nunca recibió.
    [foreign-actor] Se escribió con el nombre de otro teléfono.
    [wrong-sequence] No es la siguiente anotación de su teléfono: quizás el teléfono se restauró de una copia.
    [wrong-start] Sus partes están mal numeradas.
    [not-allowed] Cambia lo que este teléfono no puede cambiar.
    [not-applicable] No cabe en el registro.
    [too-costly] Requiere más trabajo que cualquier anotación.
    [match-ended] Llegó más de 30 días después de terminada la pareja.
    [not-your-match] Trata de un estudiante que no era de este mentor.
   *[other] Fue rechazada.
}
# What a phone brought after its mentor had left, on the mentor's page. `$kind`: a word of the match record.
handed-in-title = Entregado al final
handed-in-lead = { $n ->
    [one] Llegó 1 anotación del teléfono de { $name } después de bloquearlo. Está en el expediente del estudiante como cualquier otra. El teléfono se borra después y { $name } ya no puede corregirla ahí: por favor revísela.
   *[other] Llegaron { $n } anotaciones del teléfono de { $name } después de bloquearlo. Están en los expedientes de los estudiantes como cualquier otra. El teléfono se borra después y { $name } ya no puede corregirlas ahí: por favor revíselas.
}
handed-in-kind = { $kind ->
    [door_check] En la puerta
    [note] Una nota
    [goal] Una meta
    [goal_check] Una revisión de una meta
    [recognition] Un reconocimiento
    [barrier] Lo que se interpone
    [barrier_resolved] Lo que ya no se interpone
    [ask] Una petición al equipo
    [safety_concern] Una preocupación por la seguridad
    [milestone] Un paso de la mentoría
    [wake_up_plan] Cómo se despierta al estudiante por teléfono
    [checklist] Un punto del primer contacto
    [void] Se retiró una anotación
    [calendar_mark] Un día marcado en el calendario del estudiante
    [unknown] Una anotación de una app más nueva
   *[other] Un contacto
}
handed-in-came = llegó { $moment } del teléfono { $tag }
handed-in-do = Ya revisé estas
handed-in-done = { $n ->
    [one] 1 ya revisada
   *[other] { $n } ya revisadas
}
handed-in-looked = { $by } la revisó { $moment }
