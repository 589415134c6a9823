# Las páginas del distrito, los informes como páginas y lo que sale de la casa.


## El distrito

district-title = El distrito
district-tabs = Páginas del distrito
district-tab = { $page ->
    [impact] Efecto
    [variants] Variantes
    [readiness] Preparación
    [self-check] Cinco apoyos
    [agreements] Compartir
    [disclosures] Lo entregado
    [access] Quién miró
   *[district] Escuelas
}
district-sub = Cifras de { $month } de { $n } escuelas. Aquí no se nombra a ningún estudiante.
district-sub-none = { $n } escuelas. Aquí no se nombra a ningún estudiante.
district-month = Mes
district-show = Mostrar
district-no-month = Todavía no hay ningún mes que leer. Las cifras de un mes se pueden leer { $days } días después de que termina: solo meses enteros, para que dos días comparados no revelen nada de unos pocos estudiantes. Mientras tanto, procure que cada escuela importe su asistencia y diga qué tan preparada está.
district-note = En pocas palabras (sin nombres)
district-history = Lo que se dijo antes
district-said-by = { $by }, { $day }
district-moment = { $day }, { $time } UTC
district-wrong = { $word ->
    [no_answer] Aún no se guardó: elija una respuesta para cada pregunta. Lo que eligió sigue ahí.
    [too_long] Aún no se guardó: un texto es demasiado largo. Acórtelo; lo que escribió sigue ahí.
    [empty] Aún no se hizo: hay un campo vacío. Complételo; lo que escribió sigue ahí.
    [no_date] Aún no se guardó: falta una fecha o no se puede leer. Escríbala así: 2026-05-31.
    [no_time] Aún no se guardó: el último día no puede ser anterior al primero ni haber pasado.
    [no_agreement] No se entregó ningún archivo: este acuerdo no está vigente hoy. Anote otro primero.
   *[no_such_key] Ningún estudiante tiene esta clave. Compárela con la exportación del distrito.
}
district-caseload = Estudiantes por mentor
district-caseload-of = { $n ->
    [one] 1 estudiante
   *[other] { $n } estudiantes
}
district-tile-chronic = con ausentismo crónico: { $n } de { $of } estudiantes
district-tile-half = de { $of } escuelas reúnen a la mitad
district-tile-gap = { $n ->
    [one] mentores más hacen falta, con 1 estudiante cada uno
   *[other] mentores más hacen falta, con { $n } estudiantes cada uno
}
district-tile-placed = de { $of } mentores tienen un estudiante hoy
district-tile-record = es hasta donde llega el registro de todas las escuelas
district-first = { $n ->
    [one] Esta escuela reúne a la mitad de los estudiantes con ausentismo crónico del distrito: { $names }. Empiece por ahí.
   *[other] Estas { $n } escuelas reúnen a la mitad de los estudiantes con ausentismo crónico del distrito: { $names }. Empiece por ahí.
}
district-no-first = No se puede decir qué escuelas reúnen a la mitad: se cuentan muy pocos estudiantes o nadie tiene ausentismo crónico.
district-schools = Escuelas, primero la que tiene más
district-col = { $word ->
    [school] Escuela
    [chronic] Ausentismo crónico
    [share] Parte del distrito
    [cumulative] Con las de arriba
    [mentors] Mentores hoy
    [gap] Mentores que faltan
    [readiness] Preparación
    [record] Registro hasta
   *[grade] Grado
}
district-level = { $level ->
    [extreme] 30 % o más
   *[severe] 20 % o más
}
district-hidden = no se muestra: menos de 10, o revelaría a otros
district-chronic-of = { $n } de { $of } estudiantes, { $severe } graves
district-gap = { $n ->
    [one] 1 mentor
   *[other] { $n } mentores
}
district-gap-for = para { $n } sin mentor
district-no-gap = ninguno
district-supply = { $internal } de la escuela, { $partners } de fuera, { $unknown } sin indicar; { $placed } con estudiante
district-ready = { $n } de { $of } listos
district-ready-none = aún sin respuesta
district-record-none = aún no se ha importado nada
district-priority = Grados en que la escuela empieza o cambia
district-priority-lead = Kínder y los grados 1, 6 y 9: ahí es donde más puede cambiar un mentor.
district-priority-none = No se puede mostrar ningún grado de esos.
district-groups = Grupos de estudiantes
district-groups-lead = Cada manera de dividir a los estudiantes del distrito, por separado. No se muestra un grupo de menos de { $n }, ni lo que lo revelaría.

## Efecto

impact-title = Lo que se puede decir del efecto
impact-caution = Lea esto primero
impact-caution-lot = A los estudiantes no se les asignó mentor por sorteo. Estas cifras describen lo que pasó; no prueban por qué. Ningún análisis del estudio más conocido del programa cumplió los estándares del What Works Clearinghouse.
impact-caution-mean = Se elige a los estudiantes cuando más faltan. Algunos habrían vuelto sin mentor.
impact-baseline = { $word ->
    [last_year_to_date] Cada estudiante se compara con los mismos meses del año pasado.
   *[before_match] No se sabe nada del año pasado: cada estudiante se compara con este año antes de tener mentor. Las ausencias tienen sus temporadas.
}
impact-design = { $word ->
    [own_past] Cómo se hizo: estudiantes frente a su propio pasado, sin grupo de comparación. El diseño más débil.
    [dosage_split] Cómo se hizo: según cuántas veces se vio a los estudiantes, frente a su propio pasado. Nadie lo asignó; es una cifra secundaria.
   *[matched_against_unmatched] Cómo se hizo: el cambio de los estudiantes con mentor menos el de los que podrían tenerlo y no lo tienen, de la misma escuela y banda de grados. Cuenta como con mentor quien alguna vez lo tuvo.
}
impact-tile-cohort = estudiantes han tenido mentor este año: { $active } ahora, { $closed } ya no
impact-tile-change = puntos de días faltados, en promedio ({ $n } estudiantes). Menos es mejor.
impact-tile-days = días ganados, { $each } por estudiante
impact-tile-dosage = de las semanas con los contactos deseados
impact-tile-unmatched = estudiantes que podrían tener mentor no lo han tenido
impact-by = { $by ->
    [school] Por escuela
    [grade_band] Por banda de grados
    [dosage] Según cuántas veces se les vio
    [mentor_type] Según de dónde vienen los mentores
   *[variant] Según lo que se probó
}
impact-chart = { $by ->
    [school] Días faltados antes y ahora, por escuela; la tabla de abajo dice lo mismo
    [grade_band] Días faltados antes y ahora, por banda de grados; la tabla de abajo dice lo mismo
    [dosage] Días faltados antes y ahora, según los contactos; la tabla de abajo dice lo mismo
    [mentor_type] Días faltados antes y ahora, según de dónde vienen los mentores; la tabla de abajo dice lo mismo
   *[variant] Días faltados antes y ahora, según lo que se probó; la tabla de abajo dice lo mismo
}
impact-before = días faltados antes
impact-now = días faltados ahora
impact-col = { $word ->
    [group] Grupo
    [students] Estudiantes
    [before] Faltas antes
    [now] Faltas ahora
    [change] Cambio en puntos
    [days] Días ganados
    [directions] Mejor, igual, peor
   *[movements] Se recuperaron, entraron
}
impact-students = { $n } de { $of }
impact-each = { $n } cada uno
impact-directions = { $improved } mejor, { $same } igual, { $worse } peor
impact-movements = { $recovered } se recuperaron, { $entered } entraron
impact-excluded = { $why ->
    [no_baseline] { $n } sin año anterior
    [no_school_day] { $n } sin día de clase
    [too_few_days] { $n } con muy pocos días
    [too_many_unmarked] { $n } con demasiados días sin marcar
    [no_band] { $n } sin grado
   *[no_comparison] { $n } sin nadie con quien comparar
}
impact-comparison = Junto a estudiantes que podrían tener mentor y no lo tienen
impact-difference = { $points } puntos: { $days } días de un año escolar
impact-difference-of = { $matched } estudiantes con mentor pasaron de { $matched_before } a { $matched_now }; { $unmatched } sin mentor, de { $unmatched_before } a { $unmatched_now }.
impact-no-comparison = No hay con quién comparar, o en un grupo hay menos de { $n } estudiantes.
impact-barriers = Lo que estaba en el camino
impact-barrier = { $word ->
    [barrier] Algo en el camino, como salud, transporte o vivienda: { $n } estudiantes ({ $percent })
    [aversion] La escuela se hace difícil: { $n } estudiantes ({ $percent })
    [disengagement] La escuela no los engancha: { $n } estudiantes ({ $percent })
   *[misconception] Se cree que los días no importan: { $n } estudiantes ({ $percent })
}
impact-referrals = Ayuda que dieron otros
impact-referrals-opened = Derivaciones de estudiantes con mentor hechas este año: { $n }
impact-referrals-open = En curso ahora: { $n }
impact-referrals-closed = Terminadas este año: { $n }, la mitad de ellas en { $days } días o menos
impact-referrals-none-closed = Ninguna ha terminado este año.
impact-words = Lo que escribieron las escuelas sobre este mes
impact-words-none = Ninguna escuela ha escrito nada de este mes todavía. La dirección o la coordinación lo hace en Informes, Lo que enseñó el mes.

## Variantes

variants-title = Lo que se probó
variants-lead = Parejas que prueban una manera de acompañar junto a las que prueban otra. Cada estudiante se queda con lo que probó su primera pareja del año.
variants-none = Ninguna pareja prueba nada en particular todavía. La coordinación dice qué prueba cada pareja en su página de variantes.
variants-staff-title = Lo que prueban nuestras parejas
variants-staff-lead = Parte de la agenda de aprendizaje: acuerde con el distrito dos o tres maneras, dé a cada una un nombre corto sin personas y diga aquí qué pareja prueba cuál. El distrito compara grupos, nunca estudiantes.
variants-no-match = Todavía no hay ninguna pareja. Empiece con un mentor y un estudiante.
variants-col = { $word ->
    [student] Estudiante
    [mentor] Mentor
   *[variant] Lo que prueba
}
variants-of = Lo que prueba la pareja de { $student }
variants-save = Guardar
variants-changes = cambió antes; se dijo { $n } veces

## Preparación

readiness-title = Qué tan preparada está nuestra escuela
readiness-lead = Cinco preguntas. El distrito lee las respuestas junto a la necesidad, para ver dónde empezar. Cada vez que guarda, queda anotado.
readiness-none = Todavía no se ha respondido nada.
readiness-save = Guardar las respuestas
readiness-district-title = Qué tan preparadas están las escuelas
readiness-district-lead = La dirección o la coordinación de cada escuela responde por ella. Pregunte a las que no lo han hecho.
readiness-answered = Respondido
readiness-question = { $word ->
    [need] Necesidad
    [committed_principal] Una dirección comprometida
    [support_staff] Personal para quien necesita más
    [working_team] Un equipo que funciona
   *[partners] Aliados
}
readiness-about = { $word ->
    [need] ¿Hay aquí estudiantes a quienes un mentor les cambiaría algo?
    [committed_principal] ¿La dirección lleva la reunión semanal y respalda a los mentores?
    [support_staff] ¿Hay trabajo social, enfermería u orientación para quienes necesitan más que un mentor?
    [working_team] ¿Hay ya un equipo que mira la asistencia cada semana?
   *[partners] ¿Vienen a la escuela otras personas que podrían traer mentores o ayuda?
}
readiness-answer = { $word ->
    [yes] Sí
    [partly] En parte
   *[not_yet] Todavía no
}

## Lo que enseñó el mes

reflection-title = Lo que enseñó el mes
reflection-lead = Junto a las cifras del mes, con sus propias palabras. El distrito las lee: no escriba nombres ni nada por lo que se pueda reconocer a un estudiante.
reflection-figures = Las cifras del mes de nuestra escuela
reflection-prompt = { $word ->
    [worked] ¿Qué funcionó?
    [did_not] ¿Qué no funcionó?
   *[change] ¿Qué va a cambiar?
}
reflection-save = Guardar
reflection-by = Lo escribió por última vez { $by }, { $moment }

## Los cinco apoyos

self-check-title = Los cinco apoyos
self-check-sub = Lo que un distrito da a sus escuelas, según quien lo dirige
self-check-lead = Mírelos en equipo dos o tres veces al año. Cada vez que guarda, queda con su fecha.
self-check-none = Todavía no se ha anotado nada. Empiece abajo.
self-check-new = ¿Cómo están hoy?
self-check-save = Guardar la mirada de hoy
self-check-col = Apoyo
self-check-support = { $word ->
    [actionable_data] Datos con los que se puede actuar
    [positive_engagement] Trato cálido
    [capacity_building] Aprender a hacerlo
    [shared_accountability] Cada quien responde por una parte
   *[partnerships] Aliados
}
self-check-about = { $word ->
    [actionable_data] Cada escuela ve quién falta y cuánto, a tiempo y de la misma manera.
    [positive_engagement] A las familias y estudiantes se les recibe con calidez antes que nada.
    [capacity_building] Directores, equipos y mentores aprenden cómo se hace y siguen aprendiendo.
    [shared_accountability] La asistencia está en las metas del distrito, de cada escuela y de cada aliado.
   *[partnerships] Las oficinas de la ciudad y otros ayudan con lo que está en el camino.
}
self-check-standing = { $word ->
    [not_yet] Todavía no
    [begun] Empezado
    [some_schools] En algunas escuelas
   *[all_schools] En todas las escuelas
}

## Compartir

sharing-title = Compartir con aliados
sharing-sub = Solo cuentas, y solo con un acuerdo que tenga fin
sharing-lead = Un archivo de cuentas solo puede salir del distrito mientras haya un acuerdo escrito vigente. Anote quién es el aliado, para qué son las cuentas y hasta cuándo las destruye.
sharing-none = Todavía no hay ningún acuerdo.
sharing-standing = { $word ->
    [holds] vigente
    [ahead] aún no
   *[over] terminado
}
sharing-period = Del { $first } al { $last }. Lo anotó { $by }.
sharing-new = Anotar un acuerdo
sharing-partner = Aliado
sharing-purpose = Para qué son las cuentas
sharing-first = Primer día
sharing-last = Último día: el aliado las destruye a más tardar entonces
sharing-add = Anotarlo
sharing-one-sub = Acuerdo con un aliado
sharing-ended = Terminó el { $day }.
sharing-end = Terminar hoy este acuerdo
share-title = Entregar un archivo
share-lead = Cuentas de estudiantes por escuela y grupo. No lleva ningún número del 1 al 9 ni ninguno que lo revele. Cada archivo dice de quién es la copia y queda anotado abajo.
share-of = De
share-district = El distrito
share-face = Como
share-do = Entregar el archivo
disclosure-title = Archivos entregados
disclosure-none = Todavía no se ha entregado nada.
disclosure-log = Lo que se entregó a otros
disclosure-sub = Cada archivo que salió del distrito, con su acuerdo
disclosure-lead = Se guarda tanto tiempo como los registros mismos. Nada de esta lista se puede cambiar ni quitar.
disclosure-col = { $word ->
    [when] Cuándo
    [to] A quién, para qué
    [what] Qué
    [by] Quién
   *[digest] Huella
}
disclosure-what = { $scope }, { $month }, { $face }

## Quién miró

access-log-title = Quién miró qué
access-log-sub = Cada mirada al registro de un estudiante, cada cambio, cada archivo
access-log-lead = Lo más reciente primero; las horas son UTC. Los estudiantes aparecen con su clave en la exportación del distrito, nunca con su nombre.
access-log-person = Quién
access-log-everybody = Todos
access-log-kind = Qué
access-log-everything = Todo
access-log-school = Escuela
access-log-all-schools = Todas las escuelas
access-log-from = Desde
access-log-until = Hasta
access-log-key = Clave de un estudiante en la exportación
access-log-find = Mostrar lo de este registro
access-log-of = Solo lo que se hizo con el registro { $key }.
access-log-of-all = Mostrar todo
access-log-csv = Guardar como archivo (CSV)
access-log-older = Más antiguo
access-log-none = Nada coincide. Elija menos condiciones.
access-log-nobody = el servidor
access-log-phone = desde el teléfono
access-log-col = { $word ->
    [when] Cuándo
    [who] Quién
    [what] Qué
    [student] Clave del estudiante
   *[school] Escuela
}
access-log-what = { $word ->
    [week_viewed] abrió la semana
    [home_viewed] abrió las tareas
    [student_viewed] abrió la página de un estudiante
    [student_record_printed] imprimió el registro de un estudiante
    [student_record_exported] guardó el registro de un estudiante
    [amendment_added] añadió una declaración de la familia
    [referrals_viewed] abrió las derivaciones
    [referral_viewed] abrió una derivación
    [referral_added] hizo una derivación
    [referral_step_taken] avanzó una derivación
    [safety_contacts_viewed] abrió a quién llamar
    [asks_viewed] abrió las solicitudes
    [ask_answered] respondió una solicitud
    [match_added] hizo una pareja
    [match_viewed] abrió una pareja
    [match_ended] terminó una pareja
    [match_basis_set] fijó por qué un mentor puede ver a un estudiante
    [mentor_viewed] abrió la página de un mentor
    [phone_refused] dijo que las palabras de un teléfono son distintas
    [phone_revoked] bloqueó un teléfono
    [handed_in_looked_at] revisó lo que un teléfono entregó cuando su mentor ya no estaba
    [guardian_set] cambió un contacto familiar
    [number_viewed] abrió un número
    [numbers_viewed] abrió los números
    [number_set] cambió un número
    [meeting_viewed] abrió una reunión
    [minutes_viewed] abrió un acta
    [packet_viewed] abrió el paquete semanal
    [packet_exported] guardó el paquete semanal
    [decision_added] anotó una decisión
    [actions_viewed] abrió las acciones
    [report_made] hizo un informe
    [report_viewed] leyó un informe
    [report_exported] guardó un informe
    [report_frozen] congeló un informe
    [variants_viewed] abrió las variantes
    [access_log_viewed] abrió este registro
    [access_log_exported] guardó este registro
    [field_granted] concedió un dato más al teléfono de un mentor
    [field_grant_ended] terminó lo concedido al teléfono de un mentor
    [field_grant_ran_out] venció lo concedido al teléfono de un mentor
    [field_grants_viewed] abrió lo concedido al teléfono de un mentor
    [glass_broken] abrió a un estudiante de otra escuela
    [glass_looked_behind] consultó a un estudiante de otra escuela
    [glass_mended] cerró a un estudiante de otra escuela
    [glasses_viewed] abrió la lista de estudiantes abiertos por otras escuelas
    [signed_in] entró
    [sign_in_held_up] falló demasiadas veces al entrar
    [factor_changed] cambió un segundo paso
    [password_changed] cambió una contraseña
    [role_changed] recibió otra función
    [account_added] recibió una cuenta
    [account_connected] fue conectada con el distrito
    [account_disconnected] quitó la conexión de una cuenta con el distrito
    [password_set_by_code] eligió una contraseña con un código
    [account_disabled] bloqueó una cuenta
    [connect_link_made] creó un enlace para una cuenta
    [district_refused] fue rechazada por los grupos del distrito
    [access_blanked] borró de quién trataban filas anteriores
   *[other] { $plain }
}

## Informes

reports-title = Informes
reports-sub = Cada uno con sus reglas, para leer, guardar y conservar
reports-lead = Un informe se hace del registro cada vez que se abre. Congélelo cuando lo entregue: así queda como estaba. Cada lectura y cada archivo queda anotado.
reports-frozen = Informes congelados
reports-frozen-none = Todavía no se ha congelado nada.
report-title = { $word ->
    [attendance] Asistencia
    [early-signals] Señales tempranas
    [candidates] Candidatos
    [weekly-packet] Paquete semanal
    [satt] Tablas de la escuela (SATT)
    [datt] Tablas del distrito (DATT)
    [monthly-impact] Efecto mensual
    [needs-assessment] Diagnóstico de necesidades
    [heat-map] Mapa de calor
    [dosage] Contactos
    [weekday-pattern] Días de la semana
    [variants] Lo que se probó
   *[share] Cuentas para aliados
}
report-about = { $word ->
    [attendance] Quién faltó cuánto: días, tasa, nivel y señales de cada estudiante.
    [early-signals] Estudiantes cuyas primeras semanas, o el año pasado, dicen que este año puede ir mal.
    [candidates] Estudiantes que podrían tener mentor: qué regla se cumplió y con qué números, y quién necesita antes otra ayuda.
    [weekly-packet] Lo que el equipo tiene sobre la mesa cada semana.
    [satt] Los estudiantes de la escuela por nivel, año y grupo. Los grupos pequeños no se muestran.
    [datt] Estudiantes por nivel, año, escuela y grupo. Los grupos pequeños no se muestran.
    [monthly-impact] Lo que se puede decir del efecto del programa. No hubo sorteo: las cifras describen y no prueban.
    [needs-assessment] Dónde están los estudiantes con ausentismo crónico y cuántos mentores hay para ellos.
    [heat-map] Estudiantes y días de clase, con un signo por día.
    [dosage] Tres contactos por semana: por pareja y por mentor.
    [weekday-pattern] En qué días de la semana caen las ausencias, por escuela y grado.
    [variants] Parejas que prueban una manera junto a las que prueban otra.
   *[share] Cuentas por escuela y grupo sin números pequeños.
}
report-as-of = Al { $day }
report-frozen-by = Lo congeló { $by }, { $moment }, número { $n }
report-questions = Preguntas para leerlo
report-question = { $word ->
    [better] ¿Va mejor o peor?
    [grades] ¿Qué grados, qué generaciones?
    [schools] ¿Hay diferencias entre escuelas?
    [subgroups] ¿Qué grupos? Mire el porcentaje y la cuenta: ambos importan.
   *[who] ¿Quiénes exactamente? La escuela lo sabe: en su propia lista de asistencia.
}
report-day = Al día (vacío: el último registrado)
report-no-day = Esto no es una fecha. Escríbala así: 2026-02-05.
report-nothing = Todavía no hay nada que informar. Importe primero la asistencia; los meses del distrito se pueden leer una semana después de terminar.
report-empty = El informe no tiene filas: nadie coincide con lo que busca.
report-csv = Guardar para hoja de cálculo (CSV)
report-json = Guardar como JSON
report-csv-keys = Guardar con las claves de los estudiantes (CSV)
report-json-keys = Guardar con las claves de los estudiantes (JSON)
report-freeze = Congelar
report-marked = Cada archivo lleva su nombre y la hora, y queda anotado.
report-marked-students = Este informe habla de estudiantes. Un archivo les da nombres que solo valen en él y omite los grados que pocos comparten; el que lleva sus claves se queda dentro del equipo. Cada archivo lleva su nombre y la hora, y queda anotado.
report-by = { $by ->
    [all] Todos los estudiantes
    [district] El distrito
    [school] Por escuela
    [grade] Por grado
    [race_ethnicity] Por raza y etnicidad
    [special_education] Por educación especial
    [english_learner] Por aprendizaje de inglés
    [lunch] Por almuerzo
    [gender] Por género
    [zip] Por código postal
    [grade_band] Por banda de grados
    [dosage] Por contactos
    [mentor_type] Según de dónde vienen los mentores
   *[variant] Por lo que se probó
}
report-column = { $word ->
    [school_id] Escuela
    [student_id] Clave del estudiante
    [group] Grupo
    [hidden] No se muestra
    [grade] Grado
    [year] Año
    [enrolled] Inscritos
    [without_tier] Muy pocos días para decir
    [satisfactory] Satisfactorio
    [at_risk] En riesgo
    [moderate] Moderado
    [severe] Grave
    [chronic] Crónico
    [satisfactory_percent] Satisfactorio, %
    [at_risk_percent] En riesgo, %
    [moderate_percent] Moderado, %
    [severe_percent] Grave, %
    [chronic_percent] Crónico, %
    [level] Qué tan extendido
    [share_percent] Parte del distrito, %
    [cumulative_percent] Con las de arriba, %
    [mentors] Mentores con estudiante
    [matched_students] Estudiantes con mentor
    [chronic_unmatched] Crónicos sin mentor
    [enrolled_days] Días inscritos
    [absent_days] Días faltados
    [unmarked_days] Días sin marcar
    [tardies] Retardos
    [rate_percent] Faltó, %
    [tier] Nivel
    [provisional] Provisional
    [signals] Señales
    [rule] Regla
    [rules] Reglas
    [fired_on] Desde
    [days] Días
    [working] Cálculo
    [design] Cómo se hizo
    [students] Estudiantes
    [looked_at] Considerados
    [mean_before_percent] Media antes, %
    [mean_now_percent] Media ahora, %
    [median_before_percent] Mediana antes, %
    [median_now_percent] Mediana ahora, %
    [mean_change_points] Cambio, puntos
    [days_gained] Días ganados
    [days_gained_each] Días ganados cada uno
    [improved] Mejor
    [same] Igual
    [worse] Peor
    [recovered] Recuperados
    [entered] Entraron
    [caution] Advertencia
    [mentor] Mentor
    [start] Desde
    [end] Hasta
    [weeks_met] Semanas cumplidas
    [weeks_applicable] Semanas que cuentan
    [met_percent] Semanas cumplidas, %
    [met_when_present_percent] Cumplidas estando en la escuela, %
    [dates_reached] Fechas con contacto
    [attempts] Intentos
    [family_contacts] Contactos con la familia
    [this_week_done] Esta semana
    [this_week_wanted] Deseados
    [weeks_missed_running] Semanas seguidas sin cumplir
    [needs_help] Necesita ayuda
    [last_reached] Último contacto
    [last_family_contact] Último contacto con la familia
    [weekday] Día
    [mondays_and_fridays_percent] En lunes y viernes, %
    [even_percent] Si fuera parejo, %
    [not_chronic] No crónico
    [almost_never_attends] Casi nunca asiste
    [concerns] Preocupaciones
    [priority_grade] Grado prioritario
    [matched] Tiene mentor
    [attendance_previous_quarter_percent] Asistencia, trimestre anterior, %
    [september_days_absent] Faltas en septiembre
    [last_ten_days] Últimos diez días
    [contacts_this_week] Contactos esta semana
    [contacts_wanted] Deseados
    [barriers] En el camino
    [on_track] En camino
    [team_notes_this_week] Notas esta semana
    [mentor_type] de dónde vienen los mentores
    [referrals] derivaciones
    [extra_supports] Otra ayuda
    [open_referrals] Derivaciones abiertas
    [open_actions] Acciones abiertas
   *[other] { $plain }
}
report-value = { $word ->
    [true] sí
    [false] no
    [yes] sí
    [no] no
    [all] todos
    [district] el distrito
    [not_stated] sin indicar
    [other_grades] otros grados
    [ordinary] común
    [severe] grave
    [extreme] extremo
    [satisfactory] satisfactorio
    [at_risk] en riesgo
    [moderate] moderado
    [not_enough_data] muy pocos días para decir
    [not_applicable] sin día de clase
    [free] gratis
    [reduced] reducido
    [paid] pagado
    [male] masculino
    [female] femenino
    [unspecified] sin especificar
    [elementary] hasta 5.º grado
    [middle] grados 6 a 8
    [high] grados 9 a 12
    [no_band] sin grado
    [had_dosage] se les vio lo suficiente
    [had_less] se les vio menos
    [ever_matched] todos los que han tenido mentor
    [no_variant] nada en particular
    [monday] lunes
    [tuesday] martes
    [wednesday] miércoles
    [thursday] jueves
    [friday] viernes
    [two_in_ten] 2 faltas en los primeros 10 días
    [two_in_twenty] 2 faltas en los primeros 20 días
    [four_in_forty] 4 faltas en los primeros 40 días
    [prior_year_chronic] crónico el año pasado
    [chronic_now] crónico ahora
    [on_track] en camino
    [off_track] fuera de camino
    [college_ready] listo para la universidad
    [black] negra
    [white] blanca
    [asian] asiática
    [hispanic] hispana
   *[other] { $plain }
}
report-definition = { $comparator ->
    [more_than] Ausentismo crónico: faltar por cualquier motivo a más del { $percent } % de los días de clase en que se estuvo inscrito, con al menos { $days } días de inscripción.
   *[at_least] Ausentismo crónico: faltar por cualquier motivo al menos al { $percent } % de los días de clase en que se estuvo inscrito, con al menos { $days } días de inscripción.
}
report-working = Cómo se calculó
report-rules = Reglas de la versión { $n }. Los números son días enteros; una parte se compara con exactitud y solo después se redondea.
report-fresh = { $school }: registrado hasta el { $day }, { $percent } de los días marcados
report-not-fresh = { $school }: nada registrado
report-settings = Todos los ajustes de este informe
report-not-recorded = No está en este informe: { $names }.
setting-name = { $key ->
    [chronic_comparator] Justo en el límite crónico
    [minimum_enrolled_days] Mínimo de días inscritos
    [half_day_rule] Un día faltado en parte
    [out_of_school_suspension] Una suspensión fuera de la escuela
    [in_school_suspension] Una suspensión dentro de la escuela
    [missing_marks] Un día sin registro
    [label_refused_above_missing_percent] Sin nivel por encima de tantos días sin registro, %
    [five_percent_is] Justo en el límite de riesgo
    [at_risk_from_percent] En riesgo desde, %
    [chronic_from_percent] Crónica desde, %
    [severe_from_percent] Grave desde, %
    [school_severe_from_percent] La ausencia de una escuela es grave desde, %
    [school_extreme_from_percent] La ausencia de una escuela es extrema desde, %
    [fixed_count_days] Crónica solo por número, días
    [signals_start] Las señales tempranas se cuentan desde
    [signal_first_absences] Primera señal: días faltados
    [signal_first_days] Primera señal: en los primeros días
    [signal_second_absences] Segunda señal: días faltados
    [signal_second_days] Segunda señal: en los primeros días
    [signal_third_absences] Tercera señal: días faltados
    [signal_third_days] Tercera señal: en los primeros días
    [signal_september_absences] Señal de septiembre: días faltados (0: no se usa)
    [prior_year_signal] La ausencia crónica del año pasado es señal
    [near_zero_from_percent] Casi nunca asiste: faltas desde, %
    [near_zero_days] Casi nunca asiste: de los últimos días
    [school_year_starts] El año escolar empieza el
    [small_group_minimum] Grupo más pequeño que se muestra
    [texting] A quién pueden escribir los mentores
    [contacts_wanted_per_week] Contactos deseados por semana
    [duplicate_contact_minutes] Registros de dos teléfonos son un contacto dentro de, minutos
    [dosage_missed_weeks] Una pareja necesita ayuda desde tantas semanas sin cumplir
    [abc_attendance_below_percent] Sexto grado: asistencia por debajo de, %
    [abc_behaviour_marks] Sexto grado: notas de conducta
    [abc_course_failures] Cursos reprobados
    [diplomas_now_attendance_percent] Diplomas Now: asistencia, %
    [diplomas_now_comparator] Diplomas Now: justo en el límite
    [diplomas_now_suspended_days] Diplomas Now: días de suspensión
    [prevention_from_percent] Prevención: asistencia desde, %
    [on_track_above_percent] Por buen camino por encima de, %
    [college_ready_above_percent] Listo para la universidad por encima de, %
    [on_track_limit_is] Justo en el límite del buen camino
    [check_tardies] Llegadas tarde en un mes
    [check_tardies_percent] Llegadas tarde, %
    [check_missed_classes] Clases faltadas en un mes
    [check_missed_classes_percent] Clases faltadas, %
    [check_absences] Días completos faltados en un mes
    [check_absences_percent] Días faltados en un mes, %
    [check_behaviour_referrals] Reportes de conducta en un mes
    [check_detentions] Detenciones en un mes
    [check_in_school_suspensions] Suspensiones dentro de la escuela en un mes
    [check_out_of_school_suspension_days] Días de suspensión fuera de la escuela en un mes
    [check_ds] Notas D
    [check_fs] Notas F
    [check_credits_below_percent] Créditos por debajo de, %
    [improvement_same_within_points] Cuenta como igual dentro de, puntos
    [before_after_minimum_days] Mínimo de días antes y después de tener mentor
    [impact_days_in_year] Días de clase de un año
    [impact_small_group] Muy pequeño para concluir por debajo de, estudiantes
    [dosage_split_percent] Visto lo suficiente desde, % de las semanas
    [revise_plan_after_days] El plan se revisa después de, días de clase
    [barrier_shared_students] Una causa cuenta como compartida desde, estudiantes
    [barrier_shared_percent] Una causa cuenta como compartida desde, %
   *[other] { $key }
}
setting-value = { $word ->
    [at_least] crónica
    [more_than] aún no crónica
    [miss_ge_half_is_absent] una ausencia si se faltó la mitad o más
    [attend_ge_half_is_present] presente si se asistió la mitad o más
    [fractional] la parte que se faltó
    [absent] una ausencia
    [not_absent] no es ausencia
    [present] presente
    [absent_from_half_day] una ausencia desde medio día
    [exclude] no cuenta
    [own_first_day] el primer día del estudiante
    [school_first_day] el primer día de la escuela
    [alone] por sí sola
    [with_two_absences] con dos días faltados en los primeros 20
    [off] a nadie
    [guardians] a los tutores
    [students_with_guardian] a estudiantes, junto con un tutor
    [satisfactory] satisfactoria
    [at_risk] en riesgo
    [off_track] fuera del buen camino
    [on_track] por buen camino
   *[other] { $word }
}
working-rule = { $word ->
    [absence_rate] Faltas
    [two_in_ten] Primera señal
    [two_in_twenty] Segunda señal
    [four_in_forty] Tercera señal
    [september] Señal de septiembre
    [prior_year_chronic] Crónica el año pasado
    [almost_never_attends] Casi nunca asiste
    [contact_dosage] Semanas con los contactos deseados
    [shared_barrier] Causa compartida
    [own_past] Frente a su propio pasado
    [dosage_split] Según cuántas veces se les vio
    [matched_against_unmatched] Junto a estudiantes sin mentor
   *[other] { $plain }
}
working-unit = { $word ->
    [days] días
    [students] estudiantes
    [weeks] semanas
    [matched_students] estudiantes con mentor
   *[other] { $plain }
}
working-count = { $rule }: { $n } de { $of } { $unit }
working-count-alone = { $rule }: { $n } { $unit }
working-unmarked = { $n } más sin registro
working-setting = { $name }: { $value }
working-through = registrado hasta el { $day }
working-nothing-recorded = todavía no hay nada registrado
working-criterion = { $setting }: { $seen } ({ $side ->
    [from] cuenta desde { $limit }
    [below] cuenta por debajo de { $limit }
   *[up_to] cuenta hasta { $limit }
})
district-first-shown = De las escuelas que se pueden mostrar, estas tienen más estudiantes con ausentismo crónico: { $names }. Las otras son demasiado pequeñas para nombrarlas a su lado.
reports-beside = Junto a las cifras
reports-beside-page = { $page ->
    [reflections] Lo que enseñó el mes
    [readiness] Qué tan preparada está nuestra escuela
   *[variants] Lo que prueban nuestras parejas
}
share-face-word = { $word ->
    [csv] Filas para hoja de cálculo (CSV)
   *[json] Para programas (JSON)
}
