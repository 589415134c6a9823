# La pantalla de inicio, la entrada y las llamadas.

## El día según la hora

today-at-the-door = En la entrada
today-also = A cualquier hora
today-group = Varios estudiantes a la vez
today-group-lead = Un solo registro para un grupo o un evento
due-more = { $n ->
    [one] 1 más
   *[other] { $n } más
}
due-done-line = { $what } · hecho
due-goal-result = { $goal } · { $result }
due-goal-page = Todo sobre esta meta
due-starters = Algo de qué platicar
due-follow-up-call = Llamar ahora
due-celebrate-page = Reconocerlo de otra manera
evening-title = Antes de mañana
evening-all-sent = Todo lo de hoy llegó a la escuela. Buenas noches.
evening-unsent = { $n ->
    [one] 1 registro está guardado en este teléfono y aún no se envía.
   *[other] { $n } registros están guardados en este teléfono y aún no se envían.
}
evening-send = Enviar ahora
evening-calls = { $n ->
    [one] Por llamar antes del timbre el { $day }: 1 estudiante
   *[other] Por llamar antes del timbre el { $day }: { $n } estudiantes
}
evening-no-calls = Ninguna llamada antes del timbre el { $day }.

## Lo que respondió el equipo

answers-title = Respuestas del equipo
answers-line = Usted pidió { $asked }: { $status }
answers-by = { $who }, { $day }
answers-read = Ya lo leí

## Llamadas

call-fold = { $name }: todo sobre esta llamada
call-others = { $n ->
    [one] 1 persona más a quien llamar
   *[other] { $n } personas más a quienes llamar
}
call-more = Terminó de otra manera
call-speaks = Habla { $language }
call-speaks-interpreter = Habla { $language }. Llame con un adulto que interprete; nunca el niño o la niña.
call-interpreter = Llame con un adulto que interprete; nunca el niño o la niña.
call-best-hours = Mejor hora para llamar: { $hours }
call-done-reason = { $done } · motivo según dijeron: { $reason }
call-after-wrong = El número quedó anotado como equivocado, y se pidió otro a la oficina.
call-after-language = No tenían un idioma en común.
call-ask-interpreter = Pedir al equipo un intérprete
calls-every-day = Cada día de clases, como pidió la coordinación
calls-ended = Llamadas que ya cumplieron su tarea
calls-ended-days = { $n ->
    [one] 1 día en la escuela: según el plan, las llamadas pueden terminar.
   *[other] { $n } días seguidos en la escuela: según el plan, las llamadas pueden terminar.
}
calls-ended-day = Llegó el último día del plan.
calls-end = Terminar las llamadas
calls-plan-again = Hacer otro plan
office-ask = Pedir un número a la oficina
office-asked = Se pidió a la oficina un número que funcione.
others-greeted = Otro mentor ya saludó { $time }
others-did = Otro mentor hoy: { $kind } · { $time } · { $reach ->
    [student] habló con el estudiante
    [family] habló con la familia
   *[other] no encontró a nadie
}

## La llamada a casa en seis pasos

script-open = Cómo hablar: seis pasos
script-step = Paso { $n } de { $of }
script-back = Paso anterior
script-next = Paso siguiente
script-unconfirmed = Usted solo no vio a { $name }. Diga eso, y no “falta”.
call-step = { $step ->
    [learn] Conocer
    [share] Compartir
    [inform] Informar
    [discuss] Conversar
    [ask] Preguntar
   *[plan] Llegar a un plan
}
call-step-do = { $step ->
    [learn] Diga quién es y pregunte cómo están. Después escuche; puede haber preocupación en casa.
    [share] Cuente algo bueno que vio hace poco. La familia debe oírlo antes que cualquier número.
    [inform] Diga cuántos días se perdieron, como noticia y no como reproche. Casi todas las familias creen que son menos.
    [discuss] Hable de lo que da un día en la escuela y de lo que cuesta recuperar en casa.
    [ask] Pregunte qué lo hace difícil y qué ayudaría. Espere la respuesta.
   *[plan] Acuerden una cosa pequeña para mañana y cuándo vuelven a hablar. Dé las gracias.
}
call-step-say = { $step ->
    [learn] “Hola, habla { $mentor }, acompaño a { $name } en la escuela. ¿Cómo están todos hoy?”
    [share] “Siempre me alegra cuando { $name } entra por la puerta. Hoy nos hizo falta { $name }.”
    [inform] “Quiero que sepa cuántos días van hasta ahora, para que lo veamos juntos.”
    [discuss] “En un día como hoy la clase empieza algo nuevo. Es más fácil estar que ponerse al día.”
    [ask] “¿Qué hace difícil la mañana para { $name }? ¿Qué podría hacer la escuela?”
   *[plan] “Entonces mañana probamos esto. Espero a { $name } en la entrada y le llamo. ¡Muchas gracias!”
}
pace-missed = { $missed } de { $of } días de clases perdidos en lo que va del año.
pace-left = { $n ->
    [0] Ahora cuenta cada día en la escuela: con una falta más sería ausentismo crónico.
    [one] Con 1 falta más, el año aún queda por debajo del ausentismo crónico.
   *[other] Con hasta { $n } faltas más, el año aún queda por debajo del ausentismo crónico.
}
pace-over = Pase lo que haya pasado: desde hoy cuenta cada día en la escuela.

## Mensajes a la familia, con los mensajes del propio teléfono

text-open = Mejor mandar un mensaje
text-to = ¿A quién?
text-what = ¿Sobre qué?
text-language = ¿En qué idioma?
text-name = { $template ->
    [hello] Presentarse
    [missed] Hoy nos hizo falta
    [good_news] Buenas noticias
    [tomorrow] Hasta mañana
    [good_time] ¿Cuándo llamar?
   *[thanks] Gracias
}
text-body = { $template ->
    [hello] Hola, soy { $mentor } y acompaño a { $name } en la escuela este año. Me da mucho gusto. Puede escribirme o llamarme a este número.
    [missed] Hola, soy { $mentor }, de la escuela. Hoy no vi a { $name } y espero que todo esté bien. ¿A qué hora le puedo llamar?
    [good_news] Hola, soy { $mentor }, de la escuela, con buenas noticias: { $name } viene cada vez más seguido. ¡Gracias por lo que hacen en casa!
    [tomorrow] Hola, soy { $mentor }, de la escuela. Mañana espero con gusto a { $name } en la entrada.
    [good_time] Hola, soy { $mentor } y acompaño a { $name } en la escuela. Quisiera hablar unos minutos esta semana. ¿A qué hora le queda bien?
   *[thanks] Hola, soy { $mentor }, de la escuela. Gracias por hablar conmigo sobre { $name }. Me alegra que lo hagamos juntos.
}
text-ask-first = Nadie ha preguntado aún a esta familia si quiere mensajes. Mejor pregunte primero por teléfono.
text-no-language = En casa hablan { $language }. Aún no hay mensaje en ese idioma; es mejor una llamada con intérprete.
text-with-guardian = Lo que { $name } vaya a leer va también a la familia: deje a este adulto entre quienes lo reciben.
text-write = Abrir mensajes para { $name }
text-sent = Ya lo mandé: registrarlo
text-own-phone = Sale de su propio teléfono. Aquí solo queda el contacto, no las palabras.
