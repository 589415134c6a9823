# Metas, lo que estorba, reconocimientos, pasos, conversaciones, biblioteca.

day-and-year = { $day } de { $year }
band = { $word ->
    [k2] Kínder a 2.º grado
    [g35] De 3.º a 5.º grado
    [g68] De 6.º a 8.º grado
    [g912] De 9.º a 12.º grado
   *[other] { $word }
}
paper-print = Imprimir
paper-close = Cerrar

## Metas

goals-title = Metas
goals-open = Meta abierta
goals-new = Una nueva meta
goals-none = Aún no hay una meta con { $name }. Elíjanla en compañía: que quepa en una semana.
goals-another = Otra meta además
goals-one-at-a-time = Una meta a la vez es más fácil de cumplir. Si quieren una segunda, fíjenla aquí.
goals-what = ¿Qué van a contar?
goals-before = La semana pasada fueron
goals-from-record = Según lo que sabe este teléfono. Cámbielo si el estudiante lo recuerda mejor.
goals-not-known = no se sabe
goals-try = Intentar
goals-when = ¿Para cuándo?
goals-this-week = Esta semana
goals-next-week = La próxima semana
goals-a-day = Un día
goals-which-day = ¿Qué día?
goals-set = Fijar esta meta
goals-set-saved = Meta guardada aquí: { $goal }
goals-due-now = es hora de revisarla
goals-due-on = La revisan en compañía el { $day }.
goals-counted = ¿Cuántos fueron?
goals-not-counted = sin contar
goals-how = ¿Cómo les fue?
goals-checked = Revisada, guardado aquí: { $result }
goals-after = { $result ->
    [reached] Dígaselo a { $name } en persona, y que la familia también lo oiga.
    [partly] Nombre lo que salió bien: lo hizo { $name }. Luego elijan una meta que se pueda alcanzar.
    [not_reached] Esto dice algo del plan, no de { $name }. Pregunte qué estorbó y hagan más pequeña la próxima meta.
   *[changed] Fijen la meta que ahora quede mejor.
}
goals-praise = Reconocerlo
goals-earlier = Metas anteriores

## Lo que estorba

barriers-title = Lo que estorba
barriers-now = Lo que estorba ahora
barriers-none = No hay nada anotado.
barriers-told = { $told } · { $day }
barriers-resolve = Ya pasó
barriers-resolve-says = Ya pasó: { $factor }
barriers-resolved-saved = Ya no estorba, guardado aquí: { $factor }
barriers-over = { $n ->
    [one] Lo que ya no estorba (1)
   *[other] Lo que ya no estorba ({ $n })
}
barriers-from-to = del { $first } al { $last }
barriers-new = Algo nuevo
barriers-what = ¿De qué supo? Lo más frecuente:
barrier-category = { $word ->
    [barrier] Otra cosa que estorba
    [aversion] La escuela se hace difícil de soportar
    [disengagement] La escuela no atrae
    [misconception] Faltar un día parece no importar
   *[other] { $word }
}
barriers-health = Todo lo del cuerpo o la mente se anota como “salud”, y no se escribe nada más.
barriers-safety = Un niño puede correr peligro: a quién llamar
barriers-change = Cambiar
barriers-who = ¿Quién lo dijo?
barriers-source = { $word ->
    [student] El estudiante
    [family] La familia
    [staff] El personal
    [mentor] Lo vi yo
   *[other] { $word }
}
barriers-how-sure = ¿Qué tan seguro es?
barriers-save = Anotarlo
barriers-saved = Lo que estorba, guardado aquí: { $factor }

## Reconocimiento

praise-title = Reconocer
praise-whom = ¿Quién lo va a oír?
praise-family = La familia de { $name }
praise-earned = Ganado en estos días
praise-goal-reached = Logró una meta, { $day }
praise-came-back = Volvió el { $day } después de varios días
praise-form = { $word ->
    [words] Con palabras
    [note_home] Nota a casa
    [call_home] Llamada a casa
    [certificate] Diploma
    [treat] Un rato juntos
   *[other] { $word }
}
praise-anything = Cualquier otra cosa que mejoró
praise-what-for = ¿Por qué?
praise-how = ¿Cómo?
praise-save = Reconocer esto
praise-saved = Reconocimiento guardado aquí: { $reason }
praise-tip = Reconozca pronto, y por lo que mejoró frente al propio pasado del estudiante. Sin listas de mejores ni premios por asistencia perfecta: premian la salud y la suerte, y quien faltó un día puede rendirse.
praise-given = Hasta ahora
praise-line = { $whom } · { $form } · { $day }
certificate-show = Mostrar
certificate-label = Diploma para imprimir
certificate-title = Unas palabras con cariño para
certificate-for = { $word ->
    [fewer_absences] por faltar menos días que antes
    [days_in_a_row] por venir a la escuela día tras día
    [goal_reached] por alcanzar una meta
    [came_back] por volver
    [on_time] por llegar a tiempo más veces
   *[effort] por tanto esfuerzo
}
certificate-place = { $school }, { $date }

## Pasos

steps-title = Pasos
steps-lead = Pasos en el camino por la escuela, al ritmo de { $name }. Marque lo que ya está; otro toque lo quita.
steps-elementary = Hasta 5.º grado
steps-middle = De 6.º a 8.º grado
steps-high = De 9.º a 12.º grado
steps-done = logrado el { $day }
steps-next = el siguiente
steps-saved = Paso logrado, guardado aquí: { $step }

## Para iniciar una conversación

starters-title = De qué conversar
starters-used = { $used } de { $all } ya usadas
starters-another = Otra pregunta
starters-asked = Ya la conversamos
starters-saved = Este teléfono lo recuerda
starters-grades = ¿Para qué grados?
starters-lead = Una pregunta que ya usó no vuelve hasta que se usen todas. Eso queda en este teléfono. Cuente también algo suyo.

## Biblioteca

library-title = Biblioteca
library-lead = Siempre aquí, sin conexión
library-find = ¿Qué busca?
library-scripts = Llamadas
library-call-home = Una llamada a casa en seis pasos
library-tips = Lecciones cortas
library-activities = Actividades
library-sheets = Hojas para imprimir
library-sources = Dónde leer más
library-sources-lead = Todo lo de aquí se escribió para Daymark. Estas organizaciones profundizan más; pida los textos a la coordinación.

## Actividades: unos minutos en compañía

activity-kind = { $word ->
    [game] Juegos
    [talk] Conversar
    [art] Dibujar y escribir
    [plan] Planear
    [move] Moverse
   *[other] { $word }
}
activity = { $tag ->
    [question_dice] Dado de preguntas
    [two_truths] Dos verdades y un deseo
    [short_game] Un juego corto
    [guess_my_rule] Adivina mi regla
    [quiz_swap] Intercambio de preguntas
    [high_low] Lo mejor y lo difícil de la semana
    [song_swap] Intercambio de canciones
    [what_would_you_do] ¿Qué harías?
    [reporter] Reportero por un día
    [read_aloud] Leer en voz alta
    [name_picture] Mi nombre en dibujo
    [good_morning_comic] Historieta de una buena mañana
    [thank_you_card] Tarjeta de agradecimiento
    [way_to_school_map] Mapa de mi camino a la escuela
    [page_of_me] Una página sobre mí
    [mark_calendar] Marcar el calendario en compañía
    [morning_plan] La noche y la mañana, paso a paso
    [week_ahead] La semana que viene
    [plan_b] Plan B para la mañana
    [first_ten_minutes] Los primeros diez minutos
    [find_a_club] Encontrar un club
    [credit_count] Contar los créditos
    [job_advert] Leer una oferta de trabajo
    [walk_and_talk] Caminar y conversar
    [stretch_and_breathe] Estirarse y respirar
    [ball_toss] Atrapa y cuenta
    [school_helper] Una tarea para la escuela
   *[other] { $tag }
}
activity-how = { $tag ->
    [question_dice] Anoten seis cosas fáciles de contar: una comida, un lugar, un animal, una canción, un chiste, un deseo. Tiren el dado por turnos y cuenten.
    [two_truths] Cada quien dice dos cosas ciertas y un deseo. La otra persona adivina cuál es todavía un deseo.
    [short_game] Cartas, gato o un juego de mesa de diez minutos. Deje que el estudiante le enseñe uno.
    [guess_my_rule] Separen las cosas del estuche en dos montones con una regla secreta. La otra persona la descubre. Luego cambien de papel.
    [quiz_swap] Cada quien prepara cinco preguntas sobre algo que conoce bien. Usted va a perder en las suyas, y de eso se trata.
    [high_low] ¿Qué fue lo mejor de esta semana y qué fue lo más difícil? Cuente también lo suyo, en pocas palabras.
    [song_swap] Cada quien pone una canción y dice qué le gusta de ella. Sin opinar sobre los gustos.
    [what_would_you_do] Inventen cosas pequeñas que pasan en la escuela: una mochila perdida, un lugar vacío en el almuerzo, un autobús tarde. ¿Qué haría cada quien?
    [reporter] El estudiante le hace tres preguntas a usted o a alguien del personal. Escriban la mejor respuesta.
    [read_aloud] Un libro ilustrado o dos páginas de un cuento. Por turnos y con voces.
    [name_picture] Dibujen las letras del nombre en grande y llenen cada una con algo que les guste.
    [good_morning_comic] Cuatro cuadros: despertar, alistarse, el camino, la puerta de la escuela. Dibujen lo que ayuda en cada uno.
    [thank_you_card] ¿Quién te ayuda a llegar a la escuela? Hagan una tarjeta y busquen un momento para entregarla.
    [way_to_school_map] Dibujen el camino de la cama al salón. Marquen lo divertido y lo que tarda mucho.
    [page_of_me] Palabras y dibujos de lo que hago bien, lo que estoy aprendiendo y dónde quiero estar en un año.
    [mark_calendar] Pongan un sol en cada día que pasó en la escuela. Miren qué ayudó en las semanas buenas.
    [morning_plan] ¿Qué puede quedar listo la noche anterior? ¿Qué pasa a qué hora en la mañana? Escríbanlo en una tarjeta para la puerta.
    [week_ahead] Repasen la próxima semana: exámenes, paseos, días sin clases. Elijan algo que les dé ganas.
    [plan_b] ¿Y si el autobús ya se fue, la alarma no suena o nadie puede manejar? Acuerden otra manera, y a quién llamar.
    [first_ten_minutes] Elijan una tarea y empiécenla en compañía, diez minutos y ya. Empezar es lo más difícil.
    [find_a_club] Miren lo que la escuela ofrece después de clases. Elijan algo y vayan hasta la puerta.
    [credit_count] Anoten los créditos que ya están, los de este periodo y los que faltan. Encierren en un círculo el siguiente.
    [job_advert] Lean un empleo, un curso o un aprendizaje que suene bien. ¿Qué piden? ¿Qué hay ya?
    [walk_and_talk] Una vuelta al edificio. Hablar es más fácil lado a lado.
    [stretch_and_breathe] De pie, estírense despacio; tomen aire en cuatro y suéltenlo en seis, cinco veces.
    [ball_toss] Lancen una pelota suave. Quien la atrapa cuenta algo: un color, una ilusión, alguien amable.
    [school_helper] Regar las plantas, repartir libros, acomodar sillas. Hacer falta es una razón para venir.
   *[other] { $tag }
}

## Para iniciar una conversación. Con calidez, sin tocar los problemas de casa

starter = { $tag ->
    [k2_01] ¿Qué te hizo reír esta semana?
    [k2_02] Si fueras un animal por un día, ¿cuál serías?
    [k2_03] ¿Cuál es tu juego favorito en el recreo?
    [k2_04] ¿Junto a quién te gusta sentarte, y por qué?
    [k2_05] ¿Qué sabes hacer ahora que el año pasado no sabías?
    [k2_06] Si nuestra escuela tuviera una mascota, ¿cómo se llamaría?
    [k2_07] ¿Qué es lo que más te gusta dibujar?
    [k2_08] ¿Qué cuento podrías oír una y otra vez?
    [k2_09] ¿Qué pondrías en una mochila mágica?
    [k2_10] ¿Cuál es tu color favorito hoy?
    [k2_11] ¿Qué quieres aprender ahora?
    [k2_12] Si pudieras volar, ¿dónde aterrizarías primero?
    [k2_13] ¿Qué sonido te gusta más?
    [k2_14] Muéstrame con las manos: ¿de qué tamaño fue tu día?
    [k2_15] ¿Qué cosa amable hizo alguien por ti?
    [k2_16] ¿Qué comida debería haber todos los días en el almuerzo?
    [k2_17] Si lloviera algo que no fuera agua, ¿qué debería ser?
    [k2_18] ¿Qué canción te gusta cantar?
    [k2_19] ¿Qué lugar de esta escuela te gusta más?
    [k2_20] ¿Qué te gusta construir?
    [k2_21] ¿Qué le enseñarías a un robot?
    [k2_22] ¿Cuál es la palabra más chistosa que conoces?
    [k2_23] Si fueras maestro por un día, ¿qué haríamos?
    [k2_24] ¿Qué te ayuda cuando te da pena hablar?
    [k2_25] ¿Qué buscas cuando estás afuera?
    [k2_26] ¿Qué superpoder haría fácil la mañana?
    [k2_27] ¿Qué haces bien que yo todavía no sé?
    [k2_28] ¿Con quién te gustaría jugar más seguido?
    [k2_29] ¿Qué es lo más suave que conoces?
    [k2_30] ¿Qué esperas que pase mañana?
    [g35_01] ¿Cuál fue el mejor minuto de tu día hasta ahora?
    [g35_02] Si pudieras agregar una clase al día, ¿cuál sería?
    [g35_03] ¿De qué sientes orgullo esta semana, aunque sea algo pequeño?
    [g35_04] ¿Quién te hace sentir bienvenido en esta escuela?
    [g35_05] ¿Qué juego me podrías enseñar?
    [g35_06] Si escribieras un libro, ¿de qué trataría?
    [g35_07] ¿Qué cosas te preguntas?
    [g35_08] ¿Qué es más difícil de lo que parece?
    [g35_09] ¿Qué tres cosas llevarías a una isla?
    [g35_10] ¿Qué hace a alguien un buen amigo?
    [g35_11] ¿Qué cosa nueva probaste?
    [g35_12] Si pudieras hacerle una pregunta a un animal, ¿a cuál y qué?
    [g35_13] ¿Qué haces para despertarte bien?
    [g35_14] ¿Cuál es el mejor premio que nadie ha inventado?
    [g35_15] ¿Cómo aprendes mejor: con otros, a solas, en movimiento, en silencio?
    [g35_16] ¿Qué regla cambiarías, y qué pondrías en su lugar?
    [g35_17] ¿Qué harías con una hora más cada día?
    [g35_18] ¿A qué personaje de un cuento te gustaría conocer?
    [g35_19] ¿En qué mejoraste con la práctica?
    [g35_20] ¿Qué no sabe de ti la mayoría de la gente aquí?
    [g35_21] ¿Qué trabajo parece el más divertido?
    [g35_22] ¿Qué debería tener todo salón de clases?
    [g35_23] ¿Qué tiene de bueno esta época del año?
    [g35_24] Si planearas un día para los dos en la escuela, ¿qué haríamos?
    [g35_25] ¿Qué error te enseñó algo?
    [g35_26] ¿Sin qué invento no podrías vivir?
    [g35_27] ¿Cómo animas a alguien?
    [g35_28] ¿Qué hay en tu lista de cosas por aprender algún día?
    [g35_29] ¿Qué parte del día se te pasa más rápido?
    [g35_30] ¿Qué haría mejor el lunes?
    [g68_01] ¿Qué salió bien esta semana?
    [g68_02] ¿Qué te interesa tanto ahora que podrías hablar de eso diez minutos?
    [g68_03] ¿Qué maestro explica de modo que se te queda? ¿Qué hace?
    [g68_04] Si dirigieras esta escuela por un día, ¿qué cambiarías primero?
    [g68_05] ¿Qué música te ayuda a arrancar?
    [g68_06] ¿Qué entiende mejor la gente de tu edad que los adultos?
    [g68_07] ¿Qué quieres saber hacer dentro de un año?
    [g68_08] ¿Cuándo fue la última vez que algo tuyo te sorprendió?
    [g68_09] ¿Qué hace bueno un buen día de escuela?
    [g68_10] ¿Qué parte del día te da energía y cuál te la quita?
    [g68_11] ¿Con quién te gusta trabajar, y por qué?
    [g68_12] ¿Qué te gustaría que te preguntaran más?
    [g68_13] Si pudieras cambiar de vida con alguien por un día, ¿con quién sería?
    [g68_14] ¿Por qué cosa vale la pena levantarse?
    [g68_15] ¿Qué club o equipo empezarías aquí?
    [g68_16] ¿Qué cosa difícil hiciste de todos modos?
    [g68_17] ¿Qué te gustaría que tus maestros supieran de cómo aprendes?
    [g68_18] ¿Qué dirían tus amigos que haces bien?
    [g68_19] ¿Cuál es el mejor consejo que has oído, y el peor?
    [g68_20] ¿Prefieres llegar temprano o que te sorprendan?
    [g68_21] ¿Qué haces cuando te aburres que termina bien?
    [g68_22] ¿Qué lugar quisieras conocer, y qué harías ahí primero?
    [g68_23] ¿Qué debería saber de esta escuela un estudiante nuevo?
    [g68_24] ¿Qué detalle pequeño te hace sentir respeto?
    [g68_25] ¿Qué harías si tuvieras todas las herramientas?
    [g68_26] ¿Sobre qué has cambiado de opinión?
    [g68_27] ¿Qué materia sería genial si se enseñara de otro modo? ¿Cómo?
    [g68_28] ¿Qué esperas con ganas en las próximas dos semanas?
    [g68_29] ¿Qué te ayuda a empezar cuando no tienes ganas?
    [g68_30] ¿Qué te gustaría que hiciéramos la próxima vez?
    [g912_01] ¿Qué cosa buena te ha dado vueltas en la cabeza?
    [g912_02] ¿Con qué se te va el tiempo volando?
    [g912_03] ¿Cómo es para ti una buena semana?
    [g912_04] ¿Qué clase vale el esfuerzo, y por qué?
    [g912_05] ¿Por qué te gustaría que te conocieran en esta escuela?
    [g912_06] ¿Qué haces mejor que hace un año?
    [g912_07] ¿A quién buscas cuando necesitas una respuesta sincera?
    [g912_08] ¿Qué probarías si nadie llevara la cuenta?
    [g912_09] ¿En qué trabajo te imaginas por un tiempo?
    [g912_10] ¿Qué quieres haber visto antes de los treinta?
    [g912_11] ¿Qué hace que una mañana te funcione?
    [g912_12] ¿Cuándo sientes que perteneces a un lugar?
    [g912_13] ¿Qué problema de esta ciudad te gustaría resolver?
    [g912_14] ¿Qué decisión te alegra haber tomado?
    [g912_15] ¿Qué suele entender mal la gente sobre tu edad?
    [g912_16] ¿Qué enseñarías si tuvieras una sola clase?
    [g912_17] ¿Qué terminaste que no fue fácil?
    [g912_18] ¿Cómo sabes que puedes confiar en alguien?
    [g912_19] ¿Qué le dirías en su primer día a alguien de noveno grado?
    [g912_20] ¿De qué necesitas más este mes: descanso, compañía, calma, un reto?
    [g912_21] ¿Qué serie, libro o juego dice algo verdadero?
    [g912_22] ¿Cuál es el siguiente paso que alcanzas a ver desde aquí?
    [g912_23] ¿Qué es el éxito para ti, en tus palabras?
    [g912_24] ¿Qué harías con un año libre y dinero suficiente?
    [g912_25] ¿Qué hizo un adulto por ti que tú harás por otros?
    [g912_26] ¿Dónde piensas mejor?
    [g912_27] ¿Qué haría que valiera la pena venir mañana?
    [g912_28] ¿Qué te da curiosidad que no se ve en ninguna clase?
    [g912_29] ¿Qué costumbre te gustaría conservar?
    [g912_30] ¿Qué debería preguntarte la próxima semana?
   *[other] { $tag }
}

## La biblioteca

library-topic = { $word ->
    [calls] Llamadas
    [meeting] Encuentros
    [trust] Confianza y seguridad
    [growth] Crecer y fijar metas
    [texts] Mensajes
    [families] Familias
    [activities] Actividades
    [sources] Leer más
   *[other] { $word }
}
leaf-title = { $key ->
    [first_meeting] El primer encuentro
    [does_not_talk] Cuando un estudiante no habla
    [silence] Dejar trabajar al silencio
    [after_an_absence] Después de un día de falta
    [wake_up_call] Una buena llamada para despertar
    [first_call_home] La primera llamada a casa
    [interpreter] Otro idioma en casa
    [boundaries] Con calidez y con límites
    [confidentiality] Lo que se queda con usted
    [duty_to_report] Cuando hay que avisar
    [what_to_write] Qué anotar
    [growth_mindset] Todavía no
    [celebrate_improvement] Celebrar lo que mejoró
    [small_goals] Metas que caben en una semana
    [setback] Después de una mala semana
    [two_days_a_month] Dos días al mes
    [texts_do] Mensajes: lo que ayuda
    [texts_do_not] Mensajes: lo que sobra
    [newcomers] Recién llegados al país
    [goodbye] La despedida
   *[other] { $key }
}
leaf = { $key ->
    [first_meeting]
        Diga quién es, por qué viene y qué días. Diga que le dio gusto que se lo pidieran.
        Pregunte con qué nombre le gusta al estudiante que le llamen. Hagan algo pequeño en compañía, en vez de hablar todo el tiempo.
        No empiece por las faltas. Lo primero que un estudiante debe saber es que alguien espera la mañana con gusto por su llegada.
        Al final diga cuándo se ven otra vez, y esté ahí.
    [does_not_talk]
        Muchos no hablan en las primeras semanas. Eso dice poco de usted.
        Hagan algo con las manos: un juego, una caminata, un dibujo. Lado a lado es más fácil que cara a cara.
        Ofrezca dos opciones en lugar de una pregunta. Cuente algo pequeño de su propio día.
        Vuelva cuando dijo. Estar ahí, una y otra vez, es el mensaje.
    [silence]
        Después de una pregunta cuente despacio hasta diez. Casi todos necesitan ese tiempo para hallar una respuesta sincera.
        No llene el hueco con otra pregunta. Mientras tanto, miren algo juntos.
        Si no llega nada, diga que puede esperar, y que sea cierto.
    [after_an_absence]
        Diga primero que lo notó y que le da gusto: “Ayer me hiciste falta. Qué bueno que estás aquí”.
        Pregunte con apertura: “¿Hay algo que deba saber?”. No pida un motivo como si se lo debieran.
        Ayude con el primer paso de regreso: qué clase toca, qué se perdió, a quién preguntar.
    [wake_up_call]
        Corta, amable y siempre igual: un saludo, la hora, una cosa buena que trae el día.
        Espere hasta oír que ya tiene los pies en el suelo.
        Si contesta la familia, dele las gracias. Si no contesta nadie, pruebe el siguiente número y luego déjelo: después viene la entrada.
    [first_call_home]
        La primera llamada lleva solo buenas noticias. Diga quién es y algo que vio hacer bien a su hijo o hija.
        Pregunte en qué idioma prefieren hablar y a qué hora les conviene una llamada.
        En esta llamada no pregunte por las faltas. Va a necesitar su confianza para la siguiente.
    [interpreter]
        Pida a la oficina un intérprete adulto. Nunca deje que interprete el estudiante ni un hermano.
        Hable con la familia, no con el intérprete. Frases cortas, sin siglas de la escuela.
        Salude en su idioma, aunque no le salga perfecto.
    [boundaries]
        Usted es un adulto constante; no es amigo de la misma edad, ni padre o madre, ni terapeuta.
        Reúnanse donde otros los vean y a horas que la escuela conozca. Sin llevarlos en su auto, sin dinero, sin cuentas privadas.
        Prometa solo lo que puede cumplir. Cuando no pueda venir, avise antes.
    [confidentiality]
        Lo que un estudiante le cuenta no es para la sala de maestros, el pasillo ni su propia familia.
        Comparta con la coordinación lo necesario para ayudar, y nada más. Dígaselo antes al estudiante.
        En el teléfono, bloquee la pantalla. Nunca escriba un nombre en un mensaje ni al pie de una foto.
    [duty_to_report]
        Si tiene motivos para pensar que a un niño lo lastiman, lo descuidan o corre peligro, tiene que avisar. No espere a tener certeza.
        No prometa guardar el secreto. Escuche, no interrogue, agradezca que se lo haya contado.
        Llame de inmediato a la persona que su escuela nombró. La ley de su estado puede pedirle que llame usted a las autoridades.
        Daymark no es la manera de avisar. La página “Preocupación por la seguridad” de cada estudiante muestra a quién llamar.
    [what_to_write]
        Escriba lo que vio y oyó, no lo que piensa de ello. “Llegó a las 9:40, dijo que el autobús no paró”.
        Escriba como si la familia leyera a su lado: puede pedirlo.
        Sin diagnósticos, sin nombres de otros estudiantes, nada sobre papeles ni situación migratoria.
    [growth_mindset]
        Elogie lo que el estudiante hizo: el intento, el plan, el volver a empezar. “Pusiste dos alarmas y funcionó”.
        Agregue “todavía”: “Todavía no llegas a tiempo todos los días”.
        Cuente cómo usted aprendió algo poco a poco. El cerebro y las costumbres crecen con el uso.
    [celebrate_improvement]
        Compare a un estudiante solo con su propio pasado: tres días la semana pasada, cuatro esta semana.
        Celebre pronto y en pequeño: una palabra en la entrada, una nota a casa, una llamada a la familia.
        Sin listas de mejores y sin premios por asistencia perfecta. Premian la salud y la suerte, y quien faltó un día puede rendirse.
    [small_goals]
        Una meta a la vez, para una o dos semanas, elegida por el estudiante. “Tres días la semana pasada, intenta cuatro”.
        Pregunte qué podría estorbar y planeen justo para eso.
        Mírenla el día que dijeron. Lograda o no, digan qué ayudó.
    [setback]
        Una mala semana dice algo del plan, no del estudiante.
        Pregunte qué fue distinto. Busquen en el calendario un día que se repite, como los lunes.
        Hagan más pequeña la próxima meta y más pronto el próximo contacto.
    [two_days_a_month]
        Faltar dos días al mes parece poco. En un año escolar son unos dieciocho días, la décima parte del año.
        Todos los días cuentan, con justificante o sin él: una clase perdida está perdida.
        Dígalo como una suma, nunca como un reproche, y diga lo que todavía es posible.
    [texts_do]
        Escriba corto y con amabilidad, de día, en el idioma de la familia.
        En el primer mensaje diga quién es, y que pueden contestar o no.
        Diga una cosa buena o haga una pregunta sencilla. Regístrelo aquí como contacto.
    [texts_do_not]
        Sin motivos de faltas, sin temas de salud, sin nombres de otros, sin calificaciones.
        Sin mensajes a estudiantes desde su propia cuenta, salvo que la escuela lo permita y un responsable los reciba también.
        Sin fotos, sin bromas que se puedan entender mal, nada muy tarde por la noche. Lo urgente es una llamada.
    [newcomers]
        Enseñe el edificio, el autobús, la fila del almuerzo: lo que nadie explica es lo que aleja.
        Pregunte qué les gusta y qué saben hacer, en cualquier idioma. No pregunte cómo llegaron ni por papeles.
        Busque un estudiante o un club que tenga algo en común.
    [goodbye]
        Diga semanas antes que el año o el acompañamiento termina. Sin sorpresas.
        Miren juntos el calendario: qué cambió, qué hizo el estudiante.
        Diga quién estará después y, si puede, preséntelos. No prometa visitas que no hará.
   *[other] { $key }
}

## La hoja de consejos para familias

parent-tips-title = Consejos para familias
parent-tips-lead = Los días de escuela se suman. Cosas pequeñas en casa hacen más fáciles las mañanas.
parent-tip = { $key ->
    [evening] Dejen listas la noche anterior la mochila, la ropa y la comida.
    [sleep] Mantengan la misma hora de dormir entre semana. Los teléfonos duermen en otro cuarto.
    [backup] Acuerden otra manera de llegar a la escuela: un vecino, un familiar, otro autobús.
    [appointments] Cuando se pueda, elijan la tarde o un día sin clases para las citas.
    [well_enough] Un resfriado ligero muchas veces no es motivo para quedarse en casa. Si hay duda, pregunten a la enfermería de la escuela.
    [trips] Planeen los viajes en familia para las vacaciones. El calendario de la escuela las muestra.
    [calendar] Cuelguen un calendario y marquen cada día en la escuela.
    [praise] Digan qué salió bien esta semana. Mejorar cuenta más que ser perfecto.
    [worries] Si su hijo o hija no quiere ir, pregunten cuál es el momento más difícil del día y cuéntennos.
    [tell_us] Llámennos cuando algo estorbe. Buscamos ayuda con ustedes, no culpables.
   *[other] { $key }
}
parent-tips-foot = Faltar dos días cada mes suma unos dieciocho días al año: la décima parte del año escolar.

## Dónde leer más: solo nombres

source = { $key ->
    [aw_toolkit] Attendance Works: Relationships Matter (guía para mentores de primaria)
    [aw_roots] Attendance Works: Root causes (las causas de las faltas)
    [aw_incentives] Attendance Works: Recognition and incentives (reconocimientos)
    [mentor_eep] MENTOR: Elements of Effective Practice (elementos de la buena práctica)
    [mentor_growth] MENTOR: Growth mindset (mentalidad de crecimiento)
    [nmrc_journey] National Mentoring Resource Center: Journey map K-12 (mapa de pasos)
    [nmrc_newcomers] National Mentoring Resource Center: Immigrant youth (jóvenes inmigrantes)
    [search_relationships] Search Institute: Relationships First (primero las relaciones)
    [minnesota_teens] Mentoring Partnership of Minnesota: Mentoring adolescents (acompañar a adolescentes)
    [nyc_activities] New York City Young Men's Initiative: Activity catalog (actividades)
    [egc_report] Everyone Graduates Center: Combating chronic absenteeism (informe)
    [ferpa] US Department of Education: Protecting student privacy (privacidad de los estudiantes)
   *[other] { $key }
}
