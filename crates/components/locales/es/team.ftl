# Las páginas del equipo escolar y de la coordinación, que arma el servidor.

## En todas partes

team-skip = Ir al contenido
team-steps = Páginas
team-sign-out = Cerrar sesión
team-signed-in-as = Sesión de { $name }

## Iniciar sesión

sign-in-title = Iniciar sesión
sign-in-lead = Para el equipo de la escuela y la coordinación.
sign-in-name = Nombre de usuario
sign-in-password = Contraseña
sign-in-do = Entrar
sign-in-refused = El nombre de usuario y la contraseña no coinciden.
sign-in-too-often = { $minutes ->
    [one] Demasiados intentos. Intente de nuevo en un minuto.
   *[other] Demasiados intentos. Intente de nuevo en { $minutes } minutos.
}

## La semana

week-title = { $school } · semana
week-title-this = { $school } · esta semana
week-of = Semana del { $day }
week-record-to = registro de la escuela completo hasta { $day }
week-record-none = aún no se ha importado el registro de la escuela
week-calendar-none = esta semana no tiene calendario escolar
week-phones-silent = { $of ->
    [one] { $n } de 1 teléfono sin noticias hoy
   *[other] { $n } de { $of } teléfonos sin noticias hoy
}
week-before = ‹ { $day }
week-after = { $day } ›
week-this = Esta semana
week-tiles = La escuela en cifras
week-tile-chronic = con ausencia crónica: { $n } de { $of } estudiantes
week-was-chronic = { $rate } hace 4 semanas
week-tile-met = de las asignaciones con 3 contactos, a la fecha: { $n } de { $of }
week-was-met = semana pasada { $rate }
week-tile-no-contact = de { $of } estudiantes con mentor, sin contacto esta semana
week-matches = Asignaciones de esta semana
week-col-student = Estudiante
week-col-contacts = Contactos
week-col-missed = Faltas de este año
week-col-phone = Teléfono del mentor
week-contacts = { $done } de { $wanted }
week-no-contact = sin contacto esta semana
week-no-school = sin clases
week-missed = { $missed } de { $enrolled } días · { $tier }
week-not-enrolled = ya sin inscripción
week-phone-today = envió hoy { $time }
week-phone-since = sin noticias desde { $day }
week-phone-none = sin teléfono vinculado
week-phone-never = aún sin noticias
week-legend-met = saludo o encuentro
week-legend-called = llamada
week-legend-absent = faltó según el registro de la escuela
week-legend-closed = sin clases
week-legend-line = línea oscura: 10 %
week-empty = En esta semana nadie tiene mentor asignado.

## Las páginas de la coordinación

coordinate-add-mentor = Agregar un mentor
coordinate-mentor-name = Nombre del mentor
coordinate-add = Agregar
coordinate-col-heard = Última señal
coordinate-moment = { $day } { $time }
coordinate-never = nunca
coordinate-match = Asignar un estudiante
coordinate-match-student = Estudiante
coordinate-match-find = Buscar
coordinate-match-do = Asignar
coordinate-match-end = Terminar
coordinate-pair = Vincular un teléfono
mentor-students = Estudiantes
mentor-students-none = Aún no hay estudiantes.
mentor-phones = Teléfonos
mentor-phones-none = Aún no hay ningún teléfono vinculado.
mentor-col-since = Desde
mentor-col-wake-up = Llamadas para despertar
mentor-col-end = Fin
mentor-col-phone = Teléfono
mentor-col-paired = Vinculado
mentor-phone = { $tag } · { $platform ->
    [web] aplicación web
    [desktop] computadora
   *[other] { $platform }
}
mentor-wake-up-yes = sí
mentor-wake-up-no = no
mentor-wake-up-start = Empezar
mentor-wake-up-stop = Dejar
mentor-end-reason = Motivo
mentor-ended = terminó { $day }
mentor-revoke = Bloquear
mentor-revoked = bloqueado { $moment }
mentor-leaving = { $how ->
    [left] Dejó el programa
   *[lost] Perdido o robado
}
mentor-leaving-says = { $how ->
    [left] El teléfono entrega primero lo que no ha enviado y luego se borra.
   *[lost] El teléfono se borra de inmediato. Lo que no ha enviado se pierde.
}
# Al lado de un teléfono. `$moment`: cuándo llegó la última.
mentor-clock-off = { $n ->
    [one] 1 anotación llegó con un reloj que estaba mal por más de un día ({ $moment }). Su hora no es segura.
   *[other] { $n } anotaciones llegaron con un reloj que estaba mal por más de un día (la última: { $moment }). Sus horas no son seguras.
}
mentor-handed-in = { $n ->
    [0] no faltaba enviar nada
    [one] entregó 1 registro sin enviar
   *[other] entregó { $n } registros sin enviar
}
mentor-wiped = borrado { $moment }
mentor-not-wiped = se borra en su próximo contacto
match-title = Asignar un estudiante a { $mentor }
match-back = Volver al mentor
match-name = Parte del nombre
match-grade = Grado
match-grade-any = Todos los grados
match-found-none = Ningún estudiante de esta escuela coincide.
match-found-more = Se muestran los primeros { $n }. Escriba más del nombre para encontrar a los demás.
match-has-mentor = ya tiene mentor
match-start = Primer día
match-wake-up = El mentor llama antes del timbre
end-goals-met = Metas cumplidas
end-year-end = Fin del año escolar
end-pupil-moved = El estudiante se mudó
end-mentor-left = El mentor se fue
end-rematch = Otro mentor
end-family-withdrew = La familia se retiró
end-safety = Seguridad
end-programme-end = Fin del programa
end-substitute-over = Terminó el último día de la suplencia
end-not-begun = Propuesta que no llegó a empezar
pairing-title = Vincular el teléfono de { $mentor }
pairing-lead = { $mentor } puede escanear la imagen con la cámara del teléfono, o abrir { $address } y escribir el código. Sirve una sola vez, durante diez minutos.
pairing-code = Código
pairing-picture = El código de vinculación como imagen
pairing-until = Válido hasta las { $time }
pairing-back = Volver al mentor
pairing-compare = El teléfono de { $mentor } muestra tres palabras. ¿Son estas?
pairing-same = Son las palabras
pairing-differ = Son distintas
pairing-why = Nada llega al teléfono antes de que usted compare. Si otra persona usó el código, sus palabras son otras.
pairing-done = El teléfono de { $mentor } está vinculado.
pairing-refused = Las palabras eran distintas, o se probó el código con otro teléfono. Ningún teléfono quedó vinculado y el código ya no sirve.
pairing-no-code = No hay ningún código que sirva.
pairing-elsewhere = Se hizo un código para { $mentor } que aún espera su teléfono. Aquí no se puede mostrar. Cuando un teléfono lo use, sus palabras aparecen en esta página.
pairing-again = Hacer un código nuevo

## Qué salió mal

page-not-found = Esa página no existe.
page-not-yours = Su cuenta no tiene acceso a esta página.
page-went-wrong = Algo falló de nuestro lado. No se cambió nada. Intente de nuevo.
page-expired = Este formulario estuvo abierto demasiado tiempo o vino de otro lugar. No se cambió nada. Intente de nuevo desde la página, por favor.
page-bad-form = Falta algo en este formulario o algo es demasiado largo. No se cambió nada. Vuelva atrás e intente de nuevo.
page-to-start = A la primera página

## Lo que piden los mentores

asks-title = Preguntas de los mentores
asks-lead = Lo que responda aquí llega al teléfono del mentor en su próxima sincronización. Lo urgente se pide por teléfono.
asks-open = Abiertas
asks-open-none = No hay nada abierto.
asks-done = Cerradas
asks-who = { $student } · { $grade }
asks-what = { $kind } · { $urgency }
asks-from = { $mentor }, { $moment }
asks-answered = { $status } · { $by }, { $moment }
asks-status = ¿Cómo va?
asks-status-word = { $word ->
    [accepted] Aceptada
    [in_progress] En curso
    [on_hold] En espera
    [completed] Lista
    [rejected] No es posible
   *[cancelled] Ya no hace falta
}
asks-text = Respuesta al mentor
asks-text-hint = Las familias pueden pedir leerla. Cuando algo no es posible, diga por qué.
asks-do = Enviar respuesta
asks-again = Responder de nuevo

## La ayuda de la escuela para los mentores

help-title = Ayuda para mentores
help-lead = Los mentores ven esto en su teléfono, también sin conexión.
help-safety = A quién llamar si un estudiante puede estar en peligro
help-safety-says = En este orden. Los mentores llaman enseguida, antes de escribir en la aplicación. Las líneas vacías no se guardan.
help-safety-contact = Contacto { $n }
help-safety-name = Nombre u oficina
help-safety-role = Cargo
help-safety-phone = Teléfono
help-safety-wrong = Cada contacto necesita un nombre y un número de teléfono.
help-texting = ¿A quién pueden escribir mensajes los mentores?
help-texting-says = Desde su propio teléfono, con los textos que ofrece la aplicación.
help-texting-word = { $word ->
    [guardians] A padres y tutores que lo aceptaron
    [students_with_guardian] También a estudiantes, con copia a un adulto de la familia
   *[off] A nadie
}
help-do = Guardar
help-saved = Guardado. Los teléfonos lo reciben en su próxima sincronización.
