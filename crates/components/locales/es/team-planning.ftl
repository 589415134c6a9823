# El plan de la escuela, su lista del año, el evento de inicio y lo que se imprime para él.

## El plan

plan-title = El plan de la escuela
plan-lead = Trece preguntas para responder en equipo. Escriban lo que ya sepan: cada vez que guardan queda una versión propia.
plan-part = { $n }. { $part ->
    [begin] Antes de empezar
    [run] El programa en marcha
   *[learn] Mirar atrás y aprender
}
plan-prompt = { $letter }. { $prompt ->
    [point_person] ¿Quién guía a los mentores?
    [data] ¿Qué dicen sus cifras?
    [students] ¿Qué estudiantes primero?
    [mentors] ¿Quién podría ser mentor?
    [announce] ¿Cómo se entera todo el mundo?
    [recruit] ¿Cómo consiguen mentores?
    [resources] ¿Quién ayuda con lo que estorba?
    [training] ¿Qué aprenden los mentores?
    [matching] ¿Cómo se encuentran estudiante y mentor?
    [support] ¿Cómo acompañan a los mentores?
    [review] ¿Está funcionando?
    [revise] ¿Qué van a cambiar?
   *[celebrate] ¿Cómo van a celebrar?
}
plan-help = { $prompt ->
    [point_person] Alguien del equipo de asistencia que ve lo bueno en cada familia, tiene tiempo para los mentores y lleva al equipo lo que se repite. Nombren también a quien lo reemplaza.
    [data] Quienes tuvieron ausencia crónica el año pasado y las primeras señales de este: dos faltas en el primer mes, cuatro en los primeros dos. Miren por grado, por grupo de estudiantes y, si lo saben, por barrio.
    [students] Consideren la necesidad, dónde un mentor puede cambiar más (escuela nueva, grado nuevo) y qué adultos hay. Quien casi nunca viene necesita primero otro tipo de ayuda.
    [mentors] Personal que de todos modos ve al estudiante cada día, una organización aliada, un programa juvenil, estudiantes mayores. ¿Quién ya se lleva bien con estos estudiantes?
    [announce] Las familias se enteran antes del primer encuentro y en su idioma. El personal sabe qué hacen los mentores y qué no. ¿Quién lo dice, cuándo y cómo?
    [recruit] Unas palabras en la reunión del personal, una pregunta personal, una carta. ¿Cuántos estudiantes por mentor? Para el personal, uno o dos es un buen número.
    [resources] Salud, transporte, cuidado de niños, vivienda, comida, seguridad en el camino. ¿Quién ayuda en la escuela y en el barrio, y cómo lo contacta un mentor? ¿Qué hacen los programas después de clases?
    [training] Qué hace un mentor, cómo guarda la confidencialidad, qué hace de inmediato si un estudiante podría estar en peligro, a quién pide ayuda. ¿Cómo siguen aprendiendo durante el año?
    [matching] Quién decide y qué cuenta: una buena relación que ya existe, el idioma, el horario. ¿Qué llega a saber el mentor y quién cuida que los teléfonos estén al día?
    [support] Los mentores son un punto fijo en la reunión del equipo. ¿Quién habla con cada mentor y cada cuánto? Dos conversaciones en el primer mes son un buen comienzo.
    [review] Al menos una vez al mes: faltas de los estudiantes con mentor, contactos hechos, lo que dicen mentores, familias y estudiantes. ¿Qué causas se repiten?
    [revise] ¿Qué estudiantes necesitan otra cosa? ¿Qué harán distinto, desde cuándo, y cómo sabrán que ayudó?
   *[celebrate] Día, hora y lugar. Agradezcan a estudiantes, familias, mentores y aliados. Cuenta mejorar, no ser perfecto. ¿Qué empieza ahí para el año que viene?
}
plan-open = Aún sin respuesta.
plan-do = Guardar como versión nueva
plan-saved = Guardado. Esta es la versión { $n }.
plan-too-long = No se guardó nada: una respuesta pasa de { $max } caracteres. Lo que escribió sigue aquí.
plan-newer = Aún no se guardó nada: alguien guardó la versión { $n } mientras usted escribía. Lo que escribió sigue aquí. Lea la otra versión, copie lo que quiera conservar y guarde de nuevo.
plan-newer-read = Leer la otra versión
plan-history = Versiones
plan-history-none = Aún ninguna. La primera vez que guarde será la versión 1.
plan-version = Versión { $n }
plan-version-title = { $school } · plan, versión { $n }
plan-by = { $name }, { $moment }

## La lista del año

checklist-title = Lista del año
checklist-year = { $first }–{ $second }
checklist-lead = Lo que el programa necesita, por función y por mes. Una marca dice cuándo se hizo y qué lo muestra. La marca se puede quitar; el historial queda.
checklist-role = { $role ->
    [principal] Dirección
    [coordinator] Coordinación
   *[captain] Responsable del distrito
}
checklist-count = { $done } de { $all } hechos
checklist-due = Hasta el { $day }
checklist-overdue = Atrasado: era para el { $day }
checklist-done = Hecho el { $day } · { $name }
checklist-evidence-of = { $said } · { $evidence }
checklist-taken-back = Marca retirada · { $name }
checklist-tick = Marcar
checklist-tick-do = Está hecho
checklist-take-back = Quitar la marca
checklist-take-back-do = Quitar
checklist-day = ¿Cuándo se hizo?
checklist-evidence = ¿Qué lo muestra? (un enlace, una carpeta, una frase; sin nombres de estudiantes)
checklist-why = ¿Por qué? (sin nombres de estudiantes)
checklist-history = Historial
checklist-wrong = No se cambió nada. El día debe ser hoy o antes, y la nota de { $max } caracteres como máximo. Lo que escribió sigue en el paso.
step = { $word ->
    [name_lead] Nombrar a quien guía a los mentores e integrarlo al equipo de asistencia
    [meeting] Fijar día, hora y sala de la reunión semanal del equipo, y dirigirla
    [tell_staff] Contar a todo el personal qué hacen los mentores y pedir su ayuda
    [free_time] Dar a los mentores del personal tiempo para tres contactos por semana
    [welcome_families] Recibir en persona a las familias en el evento de inicio
    [half_year] Mirar con el equipo la primera mitad del año y cambiar el plan donde no ayuda
    [thank_mentors] Agradecer en persona a cada mentor
    [next_year] Decidir cómo sigue el próximo año
    [last_year_list] Hacer la lista de quienes tuvieron ausencia crónica el año pasado
    [calendar] Pedir que se importen estudiantes y calendario, y ver que estén bien
    [early_signals] Buscar cada semana las primeras señales: dos faltas en el primer mes
    [choose_students] Decidir por cada estudiante de la lista: un mentor, esperar u otra ayuda
    [find_mentors] Invitar a personas a ser mentores y revisar lo que pide su distrito
    [train_mentors] Capacitar a los mentores: tareas, confidencialidad, qué hacer si un estudiante podría estar en peligro
    [agreements] Tener firmado el acuerdo de confidencialidad de cada mentor antes de dar nombres de estudiantes
    [tell_families] Avisar a las familias antes del primer encuentro, en su idioma
    [match] Asignar estudiantes a mentores y anotar por qué
    [kick_off] Hacer el evento de inicio: invitar, imprimir, recibir
    [resources] Tener una lista de quién ayuda con qué: salud, transporte, cuidado de niños, vivienda
    [check_ins] Hablar dos veces con cada mentor en el primer mes y luego cada mes
    [first_review] Mirar con el equipo los primeros meses: contactos, faltas, causas que se repiten
    [day_60] Preguntar a cada estudiante a los sesenta días si seguimos así
    [mentors_meet] Reunir a los mentores para escuchar cómo están
    [second_review] Mirar de nuevo con el equipo y cambiar lo que no ayuda
    [celebrate] Celebrar con estudiantes, familias y mentores
    [close_matches] Cerrar las asignaciones con una buena despedida y anotar lo que debe seguir
    [next_list] Hacer la primera lista para el próximo año
    [data_arrives] Cuidar que la asistencia de cada escuela llegue cada día
    [partners] Acordar por escrito con las organizaciones aliadas qué pueden ver y qué hacen
    [training_offer] Ofrecer capacitación a coordinadores y mentores de todas las escuelas
    [compare_schools] Mirar las escuelas lado a lado: ¿dónde hay ausencias y dónde hay mentores?
    [share_learning] Reunir a los coordinadores para compartir lo que ayudó
    [needs] Contar para el próximo año: cuántos estudiantes, cuántos mentores, qué falta
    [invite_schools] Invitar escuelas para el próximo año y decir qué necesitan
   *[year_report] Contar al distrito qué trajo el año, con la cautela que corresponde
}

## El evento de inicio

kick-off-title = Evento de inicio
kick-off-lead = Familias, estudiantes y mentores se conocen. Diga aquí cuándo y dónde, e imprima lo que necesite.
kick-off-event = Cuándo y dónde
kick-off-day = Día
kick-off-time = Hora (si ya se sabe)
kick-off-place = Lugar
kick-off-note = Lo que las familias deben saber: comida, cuidado de niños, intérprete
kick-off-do = Guardar
kick-off-saved = Guardado. La invitación ya lo tiene.
kick-off-wrong = No se guardó nada. Hacen falta un día y un lugar, y ningún texto debe ser demasiado largo. Lo que escribió sigue aquí.
kick-off-none = Aún no hay día ni lugar. La invitación trae líneas para escribirlos a mano.
kick-off-when-where = { $day }, { $time }, { $place }
kick-off-day-where = { $day }, { $place }
kick-off-sheets = Para imprimir
kick-off-sheets-say = Cada hoja en inglés o español, en tamaño carta o A4. Los nombres se escriben a mano: aquí no se guarda ninguno.
sheet-name = { $word ->
    [invitation] Boleto dorado
    [information] Hoja de información
    [starters] Para empezar a conversar
    [tips] Consejos para familias
    [month] Calendario de un mes
    [year] Calendario del año
   *[certificates] Reconocimientos
}
sheet-about = { $word ->
    [invitation] La invitación para una familia, con una parte que vuelve a la escuela.
    [information] Cómo se comunican mentor y familia, y qué acepta la familia.
    [starters] Tarjetas para recortar, una mesa para cada edad.
    [tips] Una página para la puerta del refrigerador.
    [month] Un mes grande, para poner un sol cada día de escuela.
    [year] Todos los meses del año escolar en una página.
   *[certificates] Para un estudiante, una familia y un mentor.
}
sheet-back = Volver al evento de inicio
sheet-choices = Idioma y papel
sheet-how-to-print = Para imprimir, use el menú de su navegador. Esta parte no sale en el papel.
sheet-paper = { $word ->
    [letter] Carta
   *[a4] A4
}
sheet-no-calendar = El calendario de la escuela aún no se ha importado: se muestra cada día entre semana como día de clases.
sheet-family-of = Familia de
sheet-language = Nuestro idioma
sheet-interpreter = Queremos un intérprete
sheet-signature = Firma
sheet-date = Fecha
ticket-title = Boleto dorado
ticket-lead = { $school } los invita a celebrar el comienzo de algo bueno.
ticket-for = Para
ticket-why = Ven a conocer a tu mentor: un adulto de la escuela que cada día se alegra de que estés. Nos conocemos, conversamos y ponemos los primeros soles en tu calendario.
ticket-bring = Trae este boleto y a quien te ayuda a llegar a la escuela por la mañana.
ticket-from = Tu mentor
ticket-answer = Por favor devuelvan esta parte a la escuela
ticket-come = Vamos
ticket-not-come = No podemos ir; por favor llámennos
ticket-how-many = Cuántas personas
information-lead = Para que { $school } y su familia se comuniquen con facilidad.
information-ours = De nosotros para ustedes
information-mentor = Nombre del mentor
information-phone = Teléfono
information-phone-two = Otro teléfono
information-hours = Mejores horas
information-languages = Idiomas
information-what = El mentor saluda a su hijo o hija por la mañana, llama cuando falta y anota que hubo un contacto. El equipo de la escuela puede leerlo, y ustedes también: pregunten cuando quieran.
information-office = Oficina de la escuela, para dudas o preocupaciones
information-yours = De ustedes para nosotros
information-student = Estudiante
information-adult = Nombre de un adulto de la familia
information-may-call = Me pueden llamar
information-may-text = Me pueden enviar mensajes de texto
information-neither = Prefiero que me escriban o hablen conmigo solo en la escuela
information-rights = Pueden cambiar o retirar esto cuando quieran; díganle al mentor o a la oficina.
tips-call = A quién llamar en { $school }
starters-say = Recorten las tarjetas y pónganlas en las mesas. Responde quien quiera; quien pregunta también cuenta algo.
starters-band = { $band ->
    [k2] De kínder a 2.º grado
    [g35] De 3.º a 5.º grado
    [g68] De 6.º a 8.º grado
   *[g912] De 9.º a 12.º grado
}
sheet-certificate-title = { $whom ->
    [student] ¡Bien hecho!
    [family] ¡Gracias, familia!
   *[mentor] ¡Gracias por ser mentor!
}
certificate-to = Esto es para
certificate-name = { $whom ->
    [student] Estudiante
    [family] Familia
   *[mentor] Mentor
}
sheet-certificate-for = { $whom ->
    [student] Seguiste adelante y mejoraste. Lo vimos, y nos alegra que estés aquí.
    [family] Ustedes hicieron que las mañanas funcionaran. Eso cambia cada día.
   *[mentor] Usted estuvo, semana tras semana. Alguien vino a la escuela gracias a usted.
}
certificate-what = Sobre todo por
month-sheet-title = { $school } · calendario
month-of = Este calendario es de
month-sheet-say = Pon un sol en cada día que vienes a la escuela. Los días rayados no hay clases.
year-sheet-title = { $school } · { $years }
