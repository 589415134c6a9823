# Iniciar sesión con más que una contraseña, y la propia cuenta.

## El segundo paso

sign-in-code-title = Segundo paso
sign-in-code-lead = Ese fue el primer paso. Ahora muestre que tiene lo que solo usted tiene.
sign-in-code-back = Empezar de nuevo
proof-title = ¿Sigue siendo usted?
proof-lead = { $name }, antes de esto Daymark pregunta quién es usted si la última vez fue hace más de { $minutes } minutos. Lo que escribió se conserva.
proof-refused = Eso no coincide. Intente de nuevo.
proof-code = Código de su aplicación de autenticación
proof-code-or = También sirve un código de recuperación.
proof-recovery-code = Código de recuperación
proof-do = Continuar
bar-account = Su cuenta
bar-second-factor = Proteja su acceso

## Su cuenta

account-title = Su cuenta
account-second-step = Segundo paso al iniciar sesión
account-second-step-by = Una contraseña puede ser robada sin que nadie lo note. Agregue un segundo paso; a partir del { $day }, una contraseña sola no abre nada aquí.
account-app-since = Se pide una aplicación de autenticación desde el { $day }.
account-app-none = No hay ninguna aplicación de autenticación.
account-app-add = Configurar una aplicación de autenticación
account-app-another = Configurar otra aplicación en su lugar
account-app-remove = Quitar la aplicación
account-codes-left = { $n ->
    [one] Queda 1 código de recuperación.
   *[other] Quedan { $n } códigos de recuperación.
}
account-codes-new = Crear nuevos códigos de recuperación
account-password = Contraseña
account-password-none = Esta cuenta no tiene contraseña: usted entra por el acceso de su distrito.
account-password-says = { $least } caracteres o más. Una frase es fácil de recordar. Se cierra la sesión de su cuenta en todos los demás navegadores.
account-password-new = Nueva contraseña
account-password-do = Cambiar la contraseña
account-password-wrong = La contraseña no se cambió: necesita { $least } caracteres o más.
account-sessions = Dónde tiene la sesión abierta
account-session-browser = Navegador
account-session-began = Inicio
account-session-seen = Último uso
account-session-end-col = Cerrar
account-session-this = este navegador
account-session-unknown = navegador desconocido
account-session-end = Cerrar
account-session-end-which = Cerrar la sesión: { $browser }
account-session-end-others = Cerrar todas las demás sesiones

## Llaves de acceso

sign-in-passkey-lead = O sin contraseña, con una llave de acceso de este dispositivo o una llave de seguridad.
sign-in-passkey-refused = Esa llave de acceso no abre nada aquí. Entre con su contraseña.
passkey-show = Usar una llave de acceso
passkey-failed = No se usó ninguna llave de acceso. Intente de nuevo o siga sin ella.
account-passkeys = Llaves de acceso
account-passkeys-says = Una llave de acceso se guarda en su teléfono, computadora o llave de seguridad y se abre con su PIN, huella o rostro. Ninguna página falsa puede pedirla, y no necesita contraseña.
account-passkey-add = Agregar una llave de acceso
account-passkey-added = agregada el { $day }
account-passkey-used = último uso el { $day }
account-passkey-unused = aún sin usar
account-passkey-remove = Quitar
account-passkey-remove-which = Quitar: { $name }
account-passkey-wrong = La llave de acceso no se agregó. Quizás tardó demasiado, o este dispositivo ya tiene una.
passkey-new-title = Agregar una llave de acceso
passkey-new-lead = Póngale un nombre por el que reconozca el dispositivo y luego haga lo que pida su navegador.
passkey-name = Nombre, por ejemplo: mi portátil
passkey-make = Crear la llave de acceso
passkey-nowhere = Las llaves de acceso necesitan un navegador con JavaScript y una dirección https con nombre. Una aplicación de autenticación funciona en todas partes.

## El acceso propio del distrito

sign-in-district = Entrar con { $district }
district-sign-in-title = Entrar con { $district }
district-sign-in-proved = Es usted. Cierre esta ventana y pulse Continuar en la otra.
district-sign-in-failed = { $district } no dio prueba de quién es usted. Intente de nuevo; si sigue igual, avise a su administrador.
district-sign-in-no-account = { $district } le conoce, pero aquí no hay una cuenta para usted, o ya no la hay. Pregunte a su coordinación.
district-sign-in-somebody-else = Aquí hay otra persona conectada, distinta de la que entró con { $district }. Salga primero aquí.
district-sign-in-too-little = { $district } le pidió menos de lo que pide su cuenta aquí. Vuelva y use su código o su llave de acceso.
district-sign-in-not-connected = Este enlace no conecta nada: ya se usó, es demasiado antiguo, o la cuenta de { $district } ya pertenece a alguien aquí. Pida uno nuevo.
district-sign-in-back = A la página de entrada
district-connect-title = Conectar su cuenta con { $district }
district-connect-lead = Desde ahora, quien entre a continuación con { $district } entrará aquí como { $login }. Continúe solo si es usted.
proof-district = También puede demostrarlo con { $district }: abra su acceso, vuelva a esta ventana y pulse Continuar.
proof-district-window = Abrir el acceso de { $district } en otra ventana
proof-district-do = Demostrarlo con { $district }
account-district = Puede entrar con { $district }.

## Las cuentas de una escuela

accounts-title = Cuentas
accounts-lead = Quién puede entrar por su escuela. Quien administra el servidor agrega y bloquea cuentas.
accounts-col = { $word ->
    [name] Nombre
    [login] Nombre de usuario
   *[role] Función
}
accounts-role = { $role ->
    [coordinator] coordinación
    [team] equipo
    [principal] dirección
    [captain] capitanía
    [clerk] secretaría
   *[auditor] auditoría
}
accounts-connected = conectada
accounts-by-the-server = lo hace quien administra el servidor
accounts-link = Crear un enlace
accounts-link-which = Crear un enlace para { $name }
accounts-link-title = Un enlace para { $name }
accounts-link-lead = Envíe esto a { $name } y a nadie más. Quien lo abra y entre con { $district } usará esta cuenta desde entonces. Sirve una vez y durante un día, y se muestra solo ahora.
accounts-link-done = Volver a las cuentas
accounts-back = Volver a una contraseña
accounts-back-which = Volver a una contraseña para { $name }
accounts-back-says = Para cuando el acceso del distrito ya no deja entrar a { $name }, o deja entrar a otra persona. Cierra todas las sesiones de { $name } y le muestra a usted un código para una contraseña nueva.
accounts-back-do = Quitar la conexión
accounts-code-title = Un código para { $name }
accounts-code-lead = Dé esto a { $name } y a nadie más, en persona o por teléfono. En { $page } de este servidor le permite elegir una contraseña. Sirve una vez y durante un día, y se muestra solo ahora. El segundo paso queda como estaba.

## La aplicación de autenticación

authenticator-title = Configurar una aplicación de autenticación
authenticator-now = Terminó el plazo para entrar solo con una contraseña. Configure un segundo paso para continuar.
authenticator-picture = El secreto como imagen para la cámara de la aplicación
authenticator-get = Abra una aplicación de autenticación en su teléfono. Cualquiera sirve.
authenticator-scan = Escanee la imagen o escriba esto en la aplicación:
authenticator-type = Escriba los seis dígitos que muestra la aplicación.
authenticator-code = Código de la aplicación
authenticator-wrong = Ese código no coincide. Espere el siguiente y revise si el reloj de su teléfono está bien.
authenticator-do = Usar esta aplicación

## Códigos de recuperación

recovery-title = Sus códigos de recuperación
recovery-lead = Cada uno le permite entrar una vez si perdió su teléfono. Solo se muestran ahora.
recovery-print = Imprímalos o anótelos, y guárdelos donde guarda sus llaves.
recovery-done = Ya los guardé

## La primera cuenta

setup-title = Poner en marcha Daymark
setup-lead = Para quien acaba de ver el código en la consola del servidor. Crea, una sola vez, la primera cuenta de coordinación de la escuela.
setup-code = Código
setup-name = Su nombre
setup-password-says = Una contraseña tiene { $least } caracteres o más. Una frase es fácil de recordar.
setup-do = Empezar
setup-code-wrong = Ese código no vale, o ya no vale. Pida uno nuevo en la consola.
setup-name-wrong = Faltan el nombre o el nombre de usuario, o ese nombre de usuario ya es de otra persona.
new-password-title = Elegir una contraseña
new-password-lead = Para quien recibió un código porque ya no entra con el acceso del distrito.
new-password-do = Usar esta contraseña
new-password-code-wrong = Ese código no vale, o ya no vale. Pida uno nuevo a quien se lo dio.
setup-password-wrong = La contraseña necesita { $least } caracteres o más.
