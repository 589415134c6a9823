# Este teléfono: lo que guarda, recordatorios, espacio, reloj, otra ventana.

skip-to-screen = Ir directo a la pantalla

## Este teléfono

this-phone = Este teléfono
this-phone-lead = Lo que falta enviar, recordatorios, espacio, idioma
this-phone-more = Más
this-phone-help = Lo que ayuda
this-phone-help-lead = Guiones, consejos y actividades; sirven sin conexión
this-phone-pair = Vincular otra vez este teléfono
this-phone-pair-lead = Con un código nuevo de la coordinación; lo guardado se queda
kept-title = Lo que se guarda aquí
kept-paired = Vinculado con
kept-waiting = Falta enviar
kept-nothing-waits = nada
kept-entries = { $n ->
    [one] 1 registro
   *[other] { $n } registros
}
kept-refused = No aceptados por el servidor
kept-sent = Último envío
kept-never = todavía ninguno
kept-when = { $day }, { $time }
kept-build = Daymark
kept-send-now = Enviar ahora
kept-note = Los registros salen solos en cuanto hay conexión. Mientras tanto están a salvo en este teléfono.

## Lo que el servidor no aceptó, y daños

set-aside-title = No aceptados por el servidor
set-aside-lead = Todo lo demás sigue y se envía. Estos registros solo están en este teléfono, palabra por palabra, hasta que usted decida. De alguien que ya no está en este teléfono se guardan 30 días como máximo.
set-aside-what = { $student }, { $day }: { $what }
set-aside-unreadable = { $student }: un registro que ya no se puede leer
set-aside-gone = Alguien que ya no está en este teléfono
set-aside-taking-back = anulación de un registro; el registro vuelve a valer
set-aside-not-shown = un registro de otro mentor
set-aside-sun = un sol en el calendario
set-aside-no-sun = un sol quitado del calendario
set-aside-not-your-student = El servidor de la escuela dice que usted ya no acompaña a esta persona, o que el acompañamiento terminó hace más de 30 días. Si el registro importa, copie el texto y déselo a la coordinación. Después descártelo.
set-aside-anothers = Otro mentor escribió esto en este teléfono antes de que fuera suyo. Aquí no se muestra lo que dice. Avise a la coordinación: cuando este teléfono se vincule de nuevo para ese mentor, se envía. Si no, descártelo.
set-aside-too-long = Es más largo de lo que acepta el servidor. Copie el texto, escríbalo de nuevo en dos partes y descarte este.
set-aside-not-understood = El servidor no entendió cómo estaba escrito. Escríbalo de nuevo. Si tampoco lo acepta, copie el texto, avise a la coordinación y descártelo.
set-aside-again = Escribir de nuevo
set-aside-discard = Descartar
set-aside-discard-sure = ¿Descartarlo de verdad? Toque otra vez
damaged = Los datos de este teléfono estaban dañados al abrir Daymark ({ $at }). Se apartaron, y sus estudiantes vuelven de la escuela con la próxima sincronización.
damaged-rescued = { $n ->
    [0] No había nada por enviar, así que no se perdió nada.
    [one] Se salvó el único registro que faltaba enviar. No se perdió nada.
   *[other] Se salvaron los { $n } registros que faltaba enviar. No se perdió nada.
}
damaged-lost = { $n ->
    [one] No se pudo salvar 1 registro que faltaba enviar. Por favor, mire las páginas de sus estudiantes después de la próxima sincronización y escriba de nuevo lo que falte.
   *[other] No se pudieron salvar { $n } registros que faltaba enviar. Por favor, mire las páginas de sus estudiantes después de la próxima sincronización y escriba de nuevo lo que falte.
}
damaged-pair-again = Ni siquiera se pudo leer la vinculación. Pida un código nuevo a la coordinación. Lo enviado está a salvo en la escuela; lo que faltaba enviar puede haberse perdido.
damaged-read = Lo he leído

## Espacio

room-title = Espacio para registros
room-folder = Los registros se guardan en una carpeta de esta computadora. Solo una persona puede borrarla.
room-promised = Este navegador prometió no borrar por su cuenta lo que se guarda aquí.
room-may-be-cleared = Este navegador podría borrar lo guardado aquí si al teléfono le falta espacio. Lo enviado está a salvo en la escuela.
room-unknown = Este navegador no dice si podría borrar lo guardado aquí. Lo enviado está a salvo en la escuela.
room-free = { $n } MB libres para Daymark
room-install = Ponga Daymark en la pantalla de inicio: los navegadores conservan lo que es de una aplicación que está ahí.
room-ask = Pedir al navegador que lo conserve
notice-storage-full = Este teléfono está casi lleno: quedan { $n } MB para Daymark. Envíe lo que falta y luego borre algunas fotos, videos o aplicaciones. Por favor, no borre los datos del navegador.
notice-storage-full-unknown = Este teléfono está casi lleno. Envíe lo que falta y luego borre algunas fotos, videos o aplicaciones. Por favor, no borre los datos del navegador.
notice-unsent = Hay registros de otro día que solo están en este teléfono, y este navegador podría borrarlos si le falta espacio. Por favor, abra Daymark donde haya conexión.

## Reloj y versión

notice-clock-ahead = El reloj de este teléfono está adelantado { $span }, y los registros quedarían con otra hora. Póngalo en automático en los ajustes del teléfono.
notice-clock-behind = El reloj de este teléfono está atrasado { $span }, y los registros quedarían con otra hora. Póngalo en automático en los ajustes del teléfono.
span-minutes = { $n ->
    [one] 1 minuto
   *[other] { $n } minutos
}
span-hours = { $n ->
    [one] 1 hora
   *[other] { $n } horas
}
span-days = { $n ->
    [one] 1 día
   *[other] { $n } días
}
notice-new-version = Hay una nueva versión de Daymark. Llega la próxima vez que cierre Daymark y lo abra de nuevo.

## Otra ventana

trouble-elsewhere = Daymark está abierto en otra ventana de este navegador, que es la que guarda los datos. Puede seguir en esta.
trouble-was-closed = Usted siguió en otra ventana y por eso esta se cerró. Todo lo guardado está allí.
trouble-no-answer = La otra ventana no responde. Ciérrela, por favor; entonces Daymark se abre aquí.
trouble-go-on-here = Seguir aquí
trouble-go-on-note = La otra ventana termina de guardar y luego se cierra. No se pierde nada.

## Recordatorios

reminders-title = Recordatorios
reminders-lead = Para el calendario de su teléfono. No nombran a ningún estudiante; cualquiera puede verlos.
reminder-wake-up = Llamadas para despertar
reminder-wake-up-says = Abra Daymark: muestra a quién llamar antes del timbre.
reminder-door = En la entrada de la escuela
reminder-door-says = Abra la lista de la entrada en Daymark y salude a sus estudiantes.
reminder-week = Una mirada a mi semana
reminder-week-when = Los miércoles, cuando todavía hay tiempo
reminder-week-says = Abra Mi semana en Daymark: ¿quién le espera todavía esta semana?
reminder-title = { $what } · Daymark
reminder-time = Hora: { $what }
reminders-days-school = En días de clases según el calendario de su escuela, hasta el { $until }. Si el calendario cambia, cree el archivo de nuevo.
reminders-days-week = El calendario de su escuela aún no está en este teléfono; por eso son todos los días de lunes a viernes hasta el { $until }, también los feriados. Cree el archivo de nuevo más adelante.
reminders-file = Ponerlos en mi calendario
reminders-notices = Mostrar también un aviso aquí
reminders-notices-note = Solo mientras Daymark está abierto
reminders-notices-refused = A este navegador se le indicó no mostrar avisos de Daymark. Puede cambiarlo en los ajustes del navegador para esta página.
given-shared = Entregado a la aplicación que eligió. Agregue allí todos los eventos.
given-downloaded = El archivo daymark-reminders.ics está en sus descargas. Ábralo y agregue todos los eventos.
given-saved-as = Guardado como { $path }. Ábralo y agregue todos los eventos.
given-failed = Aquí no se pudo crear el archivo. { $detail }

## Un teléfono vacío

waits-title = Sus estudiantes aún no están en este teléfono
waits-for = Su escuela espera:
# Una palabra de `ClearanceGap`.
waits-for-word = { $word ->
    [agreement] el acuerdo de confidencialidad, firmado hace menos de un año
    [background_check] la verificación de antecedentes
    [suitability] la conversación sobre el trabajo
    [training] la primera capacitación
   *[other] una cosa más
}
waits-decided = { $word ->
    [left] Su escuela anotó que usted ya no es mentor o mentora.
   *[pause] Su escuela puso en pausa su trabajo de mentoría.
}
waits-ask = Pregunte en { $school }. Lo que usted registró se conserva, y sus estudiantes llegan solos a este teléfono cuando todo esté listo.
