# El bloqueo del teléfono: el PIN, lo que cierra el teléfono, y un navegador que no debe guardar nada.

failure-locked = Daymark está bloqueado. Ábralo con su PIN.

## El teclado

pad-digits = { $n ->
    [0] Ningún número todavía
    [one] 1 número
   *[other] { $n } números
}
pad-delete = Borrar el último número
pad-done = OK
pad-too-short = Un PIN tiene al menos seis números.

## Elegir un PIN

pin-choose-title = Elija un PIN
pin-choose-lead = Abre Daymark en este teléfono: seis números o más. Solo usted lo sabe. Por favor, no use el mismo que desbloquea el teléfono.
pin-again-title = El mismo PIN otra vez
pin-again-lead = Para que usted y Daymark hablen del mismo.
pin-differs = Eran dos PIN distintos. Por favor, elija de nuevo.
pin-repeats = Ese PIN se repite; otra persona lo probaría pronto. Por favor, elija otro.
pin-row = Esos números están en fila; otra persona los probaría pronto. Por favor, elija otros.
pin-length = Un PIN tiene de seis a doce números.
pin-lost = Nadie puede consultarlo, tampoco la escuela. Si lo olvida, la coordinación le da un código nuevo, y lo que no se había enviado se pierde.

## Abrir

unlock-title = Daymark está bloqueado
unlock-lead = Su PIN
unlock-wrong = { $n ->
    [one] Ese no era el PIN. Queda 1 intento. Si también falla, este teléfono olvida todo.
   *[other] Ese no era el PIN. Quedan { $n } intentos. Después del último, este teléfono olvida todo.
}
unlock-tries = { $n ->
    [one] Queda 1 intento.
   *[other] Quedan { $n } intentos.
}
lock-waiting = { $n ->
    [one] 1 registro espera ser enviado; está a salvo.
   *[other] { $n } registros esperan ser enviados; están a salvo.
}
unlock-forgotten = ¿Lo olvidó? Pida un código nuevo a la coordinación.
unlock-new-code = Tengo un código nuevo
unlock-forget-sure = { $n ->
    [0] ¿Olvidar de verdad todo lo de este teléfono? Toque otra vez
    [one] Se perdería 1 registro sin enviar. Toque otra vez
   *[other] Se perderían { $n } registros sin enviar. Toque otra vez
}

## En «Este teléfono»

lock-section = Bloqueo
lock-note = Daymark se bloquea solo después de 15 minutos sin tocarlo, y después de 5 minutos detrás de otra aplicación.
lock-now = Bloquear ahora
pin-change = Cambiar el PIN
pin-change-old = El PIN de ahora
pin-change-stop = Dejarlo como está
pin-changed = Desde ahora el PIN nuevo abre Daymark.

## Cuando el teléfono no se puede leer

lease-title = Demasiado tiempo sin contacto
lease-lead = Este teléfono lleva tanto tiempo sin saber de la escuela que ahora no puede mostrar nada. No se perdió nada. Vaya adonde haya conexión: Daymark pregunta solo y se abre de nuevo.
lease-send = Preguntar ahora
gone-wrong-pins = Después de diez PIN equivocados este teléfono olvidó todo. Lo enviado está a salvo en la escuela y vuelve cuando este teléfono se vincule otra vez. Pida un código nuevo a la coordinación.
gone-asked = Este teléfono olvidó todo. Lo enviado está a salvo en la escuela y vuelve cuando este teléfono se vincule otra vez.
gone-school = La escuela quitó los datos de Daymark de este teléfono.

## Un navegador que no debe guardar nada

install-title = Primero instale Daymark
install-lead = Los registros de estudiantes solo se guardan en un teléfono para una aplicación instalada. En una pestaña del navegador Daymark no guarda nada.
install-android = Android: abra el menú del navegador (tres puntos), toque «Instalar aplicación» o «Agregar a la pantalla principal» y abra Daymark desde allí.
install-ios = iPhone: toque el botón de compartir, luego «Agregar a inicio», y abra Daymark desde allí.
install-code = Su código, para escribirlo en la aplicación instalada: { $code }
install-now = Instalar
use-once = Usarlo una vez, sin guardar nada
use-once-lead = Para un teléfono que no es suyo: todo se borra al cerrar esta pestaña, también los registros sin enviar.
once-banner = Aquí no se guarda nada: al cerrar esta pestaña se borra todo. Envíe antes de cerrarla.
