"""What pages that are no articles call themselves and say, in many languages.

A *name* counts only as a whole: a title or heading, or what stands between the bars of one, is nothing but this. A *phrase* counts
wherever it stands in a short text. Case is ignored.
"""

from newshouse.extraction.patterns import Phrases

CHALLENGE_NAMES = Phrases(
    r"""
    just a moment|one moment,? please|please wait|please stand by|attention required|access (?:to this page (?:has been|is) )?denied
    |access (?:is )?(?:blocked|restricted|forbidden)|forbidden|(?:error |http )?403(?: error)?(?:\W+forbidden)?|blocked|you(?: have
    |['’]ve)? (?:been|are) blocked|security (?:check|checkpoint|verification)|\w+ security checkpoint|human verification|robot check
    |bot (?:verification|detection|check)|are you (?:a )?(?:robot|human|bot)|verify(?:ing)? you are (?:a )?human|pardon our interruption
    |ddos[- ]protection.{0,30}|(?:checking|verifying) your browser.{0,60}|making sure you['’]re not a bot|request (?:blocked|rejected
    |unsuccessful)|captcha(?: challenge)?|(?:solve|enter) the captcha|(?:web ?site|web application) firewall|un momento|un instant
    |einen moment(?: bitte)?|nur einen moment|bitte warten|zugriff (?:verweigert|blockiert)|sicherheitsüberprüfung|accès (?:refusé
    |interdit|bloqué|temporairement restreint)|veuillez patienter|acceso (?:denegado|restringido|bloqueado)|accesso (?:negato|bloccato)
    |acesso (?:negado|bloqueado)|um momento|só um momento|attendere prego|toegang geweigerd|even geduld|åtkomst nekad|ett ögonblick
    |adgang nægtet|ingen tilgang|odmowa dostępu|dostęp zabroniony|přístup odepřen|okamžik|доступ (?:запрещ[её]н|ограничен|заблокирован)
    |один момент|подождите|доступ заборонено|зачекайте|erişim (?:engellendi|reddedildi)|bir dakika lütfen|akses ditolak|تم رفض الوصول
    |لحظة من فضلك|アクセスが?拒否(?:されました)?|しばらくお待ちください|访问被拒绝|请稍候|拒絕存取|잠시만 기다려 주세요
    |접근이 거부되었습니다
    """
)
CHALLENGE_PHRASES = Phrases(
    r"""
    (?:checking|verifying|review(?:ing)?) (?:your browser|the security of your connection|if the site connection is secure)|(?:verify
    |confirm|check|make sure|sure|prove)(?:ing)?(?: that)? you(?:['’]re| are) (?:a |not a )?(?:human|robot|bot|real person)|(?:enable
    |allow) (?:javascript|js)(?: and cookies to continue| and disable any ad ?blocker)|(?:unusual|suspicious|automated) (?:traffic
    |activity|requests?) (?:from|on|detected|coming)|needs to review the security of your connection|protect itself from online attacks
    |you have been blocked|your (?:ip|access|request)(?: address)? (?:has been|was|is) (?:temporarily )?(?:blocked|denied|limited
    |restricted)|don['’]t have permission to (?:access|view) .{0,200}?(?:server|page|resource)|press (?:&|and) hold
    |complete the (?:captcha|security check|challenge)|solve (?:this|the) captcha|i['’]m not a robot
    |something about your browser made us think|(?:ray|incident|event|support|reference) (?:id|#)\W{0,3}[\w.\-]{8,}|ihr(?:en
    |em)? browser wird (?:über|ge)prüft|dass sie (?:ein mensch|kein roboter|kein bot) sind|ungewöhnlichen datenverkehr
    |que vous (?:êtes (?:un )?humain|n['’]êtes pas un robot)|vérifi\w+ (?:de )?votre navigateur|que (?:eres|es usted) (?:un )?humano|
    (?:no eres|no es) un robot|comprobando (?:su|tu) navegador|que (?:você é humano|não é um robô)|non sei un robot
    |sei (?:un essere )?umano|(?:bent|ben) (?:u|je) (?:geen|een) (?:robot|mens)|att du (?:inte är en robot|är människa)|(?:nie )?jest
    (?:eś|em) (?:człowiekiem|robotem)|вы (?:не робот|человек)|проверка (?:браузера|безопасности)|ви (?:не робот|людина)|insan olduğunuzu
    |robot olmadığınızı|أنك (?:لست )?(?:إنسان|روبوت)|人間であること|ロボットではない|您(?:是|不是)(?:真人|机器人)|我不是机器人
    |로봇이 아닙니다
    """
)
# What bot guards leave in the markup of their own pages, whatever language they speak. Some stand on good pages, too, so these count
# only where there is hardly any text.
CHALLENGE_MARKS = (
    b"_cf_chl_opt", b"cf-browser-verification", b"cf-error-details", b"captcha-delivery.com", b"px-captcha", b"_Incapsula_Resource",
    b"/_sec/cp_challenge", b"errors.edgesuite.net", b"awsWafCookieDomainList", b"AwsWafIntegration", b"/.well-known/sgcaptcha",
    b"/.within.website/x/cmd/anubis", b"sucuri_cloudproxy",
)  # fmt: skip

MISSING_NAMES = Phrases(
    r"""
    (?:error|http|status|code|page|erreur|errore|erro|fehler|fout|fel|feil|fejl|błąd|chyba|hiba|eroare|ошибка|помилка|virhe|hata
    |σφάλμα)?\W{0,3}404(?:\W{1,3}(?:error|fehler|erreur|errore|erro|(?:page|file|not|seite|nicht|pagina|página|sidan|siden|strona
    |stránka|страница|oops|sorry)\b.{0,30}|ページ.{0,20}|页面.{0,10}|페이지.{0,20}))?|(?:page|file|content|article|story|post|document
    |error)? ?not found(?:\W+404)?|nothing (?:was )?found(?: here)?|page unavailable|oops|whoops|uh[- ]oh|sorry|gone|hoppla|ups|huch
    |oups|oei|nicht gefunden|introuvable|no encontrad[oa]|não encontrad[oa]|non trovat[oa]|niet gevonden|hittades inte|ikke fundet
    |ikke funnet|ei löytynyt|nie znaleziono|nenalezeno|nem található|не найдено|не знайдено|bulunamadı|غير موجود|لא נמצא|見つかりません
    |未找到|찾을 수 없습니다
    |connection timed out\W{1,3}error code \d{3}
    |5\d\d\W{1,3}(?:(?:internal |bad |service |gateway |backend |web )?(?:error|server|gateway|time-?out|unavailable|fetch)\b.{0,40}
    |connection timed out|origin dns error)
    |такой страницы (?:больше )?(?:нет|не существует)|[\w\-]{2,60}\.[\w.\-]{2,30} (?:(?:is|may be) for sale|steht zum verkauf)
    """
)
MISSING_PHRASES = Phrases(
    r"""
    (?:page|article|story|content|file|link|url|address|post|document)(?: that)?(?: you(?:['’]re| are| were|['’]ve| have)?
    (?: been)? (?:looking for|requested|request|trying to (?:reach|view|access|find|open)|followed|searched for|want(?:ed)?))?,? (?:
    (?:is|was|has|have|can|could|does|do)(?:n['’]t| not|not) (?:be |been )*(?:found|exist|available|accessible)|
    (?:is |are )?no longer (?:exists?|available|here|with us)|(?:is|was|has|have|may|might) (?:have )?(?:been |be )?(?:unavailable
    |expired|removed|moved|deleted))|(?:we )?(?:can(?:no|['’])t|could(?:n['’]| no)t|are unable to|were unable to) (?:seem to )?(?:find
    |locate) (?:the|that|this|a|your) (?:page|article|story|content|file)|no (?:such )?page (?:here|was found|exists)|page (?:not
    |cannot be|can['’]t be|could not be) found|(?:seite|artikel|beitrag|inhalt|adresse)(?: \w+){0,3} (?:nicht (?:mehr )?(?:gefunden|gibt
    |vorhanden|verfügbar|existiert)|existiert (?:leider )?nicht)|seite gibt es (?:leider )?nicht|(?:page|article|contenu)
    (?: \w+){0,4} (?:introuvable|non trouvée?|n['’]existe (?:pas|plus)|n['’]est (?:pas|plus) (?:disponible|accessible)
    |n['’]a pas été trouvée?|est inexistante)|(?:página|contenido|artículo|noticia)(?: \w+){0,4} (?:no (?:ha sido |fue |se ha |está )?
    (?:encontrad[oa]|existe|disponible)|no se encuentra)|(?:página|conteúdo|notícia)(?: \w+){0,4} (?:não (?:foi |está |pôde ser )?
    (?:encontrad[oa]|existe|disponível)|inexistente)|(?:pagina|contenuto|articolo)(?: \w+){0,4} (?:non (?:è stat[oa] |è più |è )?
    (?:trovat[oa]|esiste|disponibile)|inesistente)|(?:pagina|artikel)(?: \w+){0,4} (?:niet (?:meer )?(?:gevonden|bestaat|beschikbaar)
    |bestaat (?:helaas )?niet|kan niet (?:worden )?gevonden)|(?:sidan|artikeln)(?: \w+){0,3} (?:kunde inte hittas|hittades inte
    |finns inte|inte hittas|har tagits bort)|(?:siden|artiklen|artikkelen)(?: \w+){0,3} (?:blev ikke fundet|findes ikke
    |kunne ikke findes|finnes ikke|ble ikke funnet|ikke funnet|ikke fundet)|sivua ei (?:löydy|löytynyt|ole)|(?:strona|strony|artykuł)
    (?: \w+){0,3} nie (?:istnieje|została znaleziona|została odnaleziona|został znaleziony)|nie (?:znaleziono|można znaleźć) (?:strony
    |artykułu)|stránk[au](?: \w+){0,3} (?:nenalezena|nebyla nalezena|neexistuje|nenašla|sa nenašla)|oldal(?: \w+){0,2} nem (?:található
    |létezik)|pagin[aă](?: \w+){0,3} (?:nu (?:a fost găsită|există|este disponibilă)|negăsită)|страница(?:та)?
    (?: \w+){0,3} не (?:найдена|существует|е намерена|съществува)|сторінк[ау](?: \w+){0,3} не (?:знайдено|знайдена|існує)|σελίδα
    (?: \w+){0,3} δεν (?:βρέθηκε|υπάρχει)|sayfa(?:ya)?(?: \w+){0,2} (?:bulunamadı|mevcut değil|ulaşılamadı)|الصفحة
    (?: \w+){0,3} غير موجودة|العثور على الصفحة|(?:הדף|העמוד)(?: \w+){0,3} (?:לא נמצא|אינו קיים)|صفحه(?: \w+){0,3} (?:یافت|پیدا) نشد|
    (?:पृष्ठ|पेज)(?: \w+){0,2} नहीं मिला|halaman(?: \w+){0,4} tidak (?:ditemukan|ada)|không tìm thấy trang|ไม่พบหน้า|(?:ページ|記事)
    (?:が|は)(?:見つかりません|存在しません|削除)|(?:页面|頁面|网页|網頁|文章)(?:不存在|未找到|找不到|已删除|已刪除|没有找到)|找不到
    (?:该|您|此)?.{0,6}(?:页面|頁面|网页|網頁)|페이지를 찾을 수 없|존재하지 않는 페이지
    """
)

# Servers that fail, sites that are being mended, pages kept back from a country, names of sites for sale: served with 200 all the same.
ERROR_NAMES = Phrases(
    r"""
    (?:(?:http|server|internal|status|code|error|fehler|erreur|errore|erro|fout|fel|błąd|chyba|hiba|ошибка|hata|エラー)\W{0,3}){0,3}
    (?:5[0-3]\d|451|410|429)(?:\W{1,3}(?:error|fehler|erreur|(?:internal|bad|service|gateway|backend|server|unavailable|gone|too many)\b
    .{0,60}|web server.{0,30}|connection timed out))?|(?:error )?(?:5\d\d )?(?:internal server error|bad gateway|service
    (?: temporarily)? unavailable|gateway time-?out|backend fetch failed|bandwidth limit exceeded|account suspended|connection timed out
    |database error|error establishing a database connection|the request could not be satisfied|application error|runtime error
    |server error(?: in .{1,30} application)?|temporarily unavailable|(?:site |website )?(?:is )?(?:under|down for|in|undergoing)
    (?: scheduled)? maintenance|maintenance(?: mode)?|scheduled maintenance|briefly unavailable for scheduled maintenance.{0,40})
    |something went wrong|an (?:unexpected )?error (?:has )?occurred|error|wordpress \W (?:error|fehler|erreur|errore?)|fehler|wartung
    (?:sarbeiten|smodus)?|technische (?:störung|probleme)|interner serverfehler|erreur|une erreur est survenue|(?:site )?en maintenance
    |service (?:momentanément |temporairement )?indisponible|errore?|si è verificato un errore|sito in manutenzione|manutenzione
    |servicio no disponible|(?:sitio |web )?en mantenimiento|estamos en mantenimiento|(?:site )?em manutenção
    |fout|onderhoud|er ging iets mis
    |fel|underhåll|ett fel har (?:inträffat|uppstått)|fejl|feil|vedligeholdelse|vedlikehold|virhe|huoltokatko|błąd(?: serwera)?
    |przerwa techniczna|chyba(?: serveru)?|údržba|karbantartás|eroare|ошибка(?: сервера)?|внутренняя ошибка сервера|технические работы
    |сайт временно недоступен|помилка|технічні роботи|hata|bakım(?: çalışması|dayız)?|σφάλμα|خطأ|صيانة|エラー|(?:ただいま)?メンテナンス中
    (?:です)?|系统维护中?|系統維護中?|服务器错误|网站维护中?|점검 중|서비스 점검(?: 중| 안내)?|domain
    (?: name)? (?:for sale|expired|is parked)|(?:this )?domain (?:name )?(?:is|may be) for sale
    |(?:\d{3}\W{1,3})?unavailable (?:due to|for) legal reasons|access (?:from your (?:country|region)|in your region).{0,40}
    |depublizierte seite|(?:hinweis\W{1,3})?seite depubliziert
    """
)
ERROR_PHRASES = Phrases(
    r"""
    server is temporarily unable to service your request|encountered an (?:internal|unexpected) error|guru meditation
    |first byte timeout|(?:something )?(?:has |went )gone? ?wrong on our (?:side|end)|could not load (?:this|the) page
    |we['’]ll be (?:right )?back(?: soon| shortly)?\b|backend fetch failed
    |has been a critical error on (?:this|your) website|establishing a database connection|database error|sqlstate\[
    |(?:server error|runtime error) in ['‘“/]|account has been suspended|briefly unavailable for scheduled maintenance|(?:site|website
    |page) is (?:currently |temporarily )?(?:down for|under|undergoing) (?:scheduled )?maintenance|the request could not be satisfied
    |kritischen fehler auf (?:deiner|dieser|ihrer) website|(?:website|seite) wird (?:zurzeit|derzeit|gerade|momentan) gewartet
    |technischer fehler aufgetreten|erreur critique sur (?:ce|votre) site|site est (?:actuellement )?en (?:cours de )?maintenance
    |(?:sitio|web|portal) (?:está |se encuentra )?en mantenimiento|realizando tareas de mantenimiento|error crítico en (?:esta|tu) web
    |sito (?:è )?in manutenzione|errore critico su|er is een kritieke fout|website is in onderhoud|trwają prace serwisowe
    |проводятся технические работы|bakım çalışması yapılmaktadır|ただいまメンテナンス|サービスを一時停止|系统升级维护|시스템 점검
    |country belonging to the european economic area|(?:not|un)available (?:in|from) your (?:country|region|location)|unavailable in most
    european countries|domain (?:name )?(?:is|may be) for sale|buy this domain|get your domain name|this domain has expired
    |(?:seite|inhalt|beitrag|artikel) (?:wurde )?depubliziert|(?:seite|artikel|beitrag) (?:steht|ist) (?:hier )?nicht mehr
    (?:zur verfügung|online)|aus lizenzrechtlichen gründen|artikeln är borttagen|(?:artikkeli|sivu) on poistettu|artikkelia ei (?:löydy
    |ole)|artykuł (?:jest )?niedostępny|artykuł został usunięty|материал (?:был )?удал[её]н|(?:기사|페이지)를 찾을 수 없|삭제된 기사|článek
    (?: nebyl nalezen| neexistuje)|içerik (?:bulunamadı|yayından kaldırıl)|الصفحة المطلوبة غير|articles? archived and is not available
    |(?:article|story|page) has been archived|(?:story|article) was taken down|(?:contenu|article|page) (?:est )?indisponible|contenu
    n['’]est plus accessible|(?:contenuto|pagina|articolo) (?:richiest[oa] )?(?:è stat[oa] rimoss[oa]|non disponibile)|deze pagina bestaat
    niet|文章已被?删除|页面找不到
    """
)

CONSENT_NAMES = Phrases(
    r"""
    before you continue(?: to .{1,40})?|(?:we (?:value|care about|respect) )?your (?:personal data|privacy)(?: choices| settings
    | matters(?: to us)?| is important to us)?|(?:manage |your )?(?:cookie|privacy|consent)s? (?:consent|settings|preferences|wall|notice
    |choices|cent(?:er|re)
    |manager|management|banner)|(?:manage|accept|allow) (?:all )?cookies|cookies?|consent|datenschutz-?einstellungen
    |privatsphäre-?einstellungen|cookie-einstellungen|zustimmung(?: erforderlich)?|einwilligung|(?:mit werbung|werbefrei) (?:weiterlesen
    |lesen)|(?:nous respectons )?votre vie privée(?: (?:est importante.{0,20}|nous importe.{0,10}|compte.{0,15}|avant tout))?|vos choix
    (?: (?:en matière|relatifs|concernant|de confidentialité|sur les cookies).{0,40})?|(?:gérer|paramètres des|gestion des) cookies
    |(?:valoramos |respetamos )?(?:tu|su) privacidad(?: (?:nos importa|es importante.{0,20}|es lo primero))?
    |configuración de (?:cookies|privacidad)|la tua privacy(?: (?:è importante.{0,20}|ci sta a cuore))?|impostazioni (?:dei )?cookie
    |(?:privacy|cookie)-?(?:instellingen
    |voorkeuren)|cookies (?:accepteren|toestaan)|(?:dina )?cookie-?inställningar|evästeasetukset|ustawienia (?:prywatności
    |plików cookie)|nastavení (?:soukromí|cookies)|adatvédelmi beállítások|настройки (?:cookie|конфиденциальности)|çerez (?:ayarları
    |tercihleri)|クッキー設定|cookie 设置
    """
)
CONSENT_PHRASES = Phrases(
    r"""
    we (?:and|with|together with)(?: \w+)? (?:our )?(?:\d[\d.,]* )?(?:\w+ ){0,3}(?:partners|vendors|providers)|(?:our
    |with) (?:\d[\d.,]* )(?:\w+ ){0,2}(?:partners|vendors)|(?:access|store|storing|accessing) (?:and/or |or )?(?:access
    (?:ing)? )?information on (?:a|your) device|we (?:use|store|set) .{0,60}cookies|(?:accept|allow|reject|refuse
    |manage) (?:all )?cookies|(?:read|browse|continue) (?:with(?:out)? )(?:ads|advertising|tracking)|(?:wir|unsere) (?:und )?
    (?:unsere )?(?:bis zu )?(?:\d[\d.,]* )?(?:\w+ )?partner|informationen auf (?:einem|ihrem|deinem) (?:end)?gerät|(?:verwenden|nutzen
    |setzen) (?:\w+ ){0,4}cookies|cookies (?:akzeptieren|zustimmen|ablehnen)|(?:mit|ohne) werbung (?:und tracking )?(?:weiter)?(?:lesen
    |nutzen)|pur-abo|nous et nos (?:\d[\d .,]* )?(?:\w+ )?partenaires|(?:informations|données) (?:stockées )?sur (?:un
    |votre) (?:appareil|terminal)|continuer sans accepter|(?:accepter|refuser|utilisons) (?:\w+ ){0,3}cookies
    |nosotros y nuestros (?:\d[\d .,]* )?(?:\w+ )?socios|información en (?:un|su|tu) dispositivo|(?:aceptar|rechazar|utilizamos
    |usamos) (?:\w+ ){0,3}cookies|noi e i nostri (?:\d[\d .,]* )?(?:\w+ )?(?:partner|fornitori)|informazioni (?:su
    |sul) (?:un |tuo )?dispositivo|(?:accettare|accetta|rifiuta|utilizziamo) (?:\w+ ){0,3}cookie|nós e os nossos (?:\d[\d .,]* )?
    (?:\w+ )?parceiros|informações (?:num|em um|no seu) dispositivo|(?:aceitar|rejeitar|utilizamos) (?:\w+ ){0,3}cookies
    |wij en onze (?:\d[\d .,]* )?(?:\w+ )?partners|informatie op (?:een|je|uw) apparaat|cookies (?:accepteren|weigeren)
    |gebruiken (?:\w+ ){0,3}cookies|vi och våra (?:\d[\d .,]* )?(?:\w+ )?partner|information på (?:en|din) enhet|använder (?:\w+ ){0,3}
    (?:cookies|kakor)|(?:godkänn|acceptera) (?:alla )?(?:cookies|kakor)|vi og vores (?:\d[\d .,]* )?(?:\w+ )?partnere|(?:oplysninger
    |informasjon) på en enhet|bruger cookies|bruker (?:\w+ ){0,2}informasjonskapsler|laitteella olevia tietoja
    |hyväksy (?:kaikki )?evästeet|my i nasi (?:\d[\d .,]* )?(?:\w+ )?partnerzy|informacj\w+ na urządzeniu|(?:używamy
    |korzystamy z) (?:\w+ ){0,2}(?:cookies|ciasteczek)|akceptuj(?:ę|esz)? (?:wszystkie )?(?:cookies|pliki)|informac\w+ v zařízení|
    (?:používáme|přijmout) (?:\w+ ){0,2}cookies|információk tárolása|sütiket (?:használunk|elfogad)|informații
    (?:lor)? de pe un dispozitiv|πληροφορίες σε (?:μια )?συσκευή|(?:используем|принять) (?:\w+ ){0,2}(?:cookie|файлы cookie)|bir cihazda
    (?:ki)? bilgi|çerezleri? (?:kabul|kullan)|クッキーを(?:使用|受け入れ)|接受(?:所有)? ?cookie|쿠키를 (?:사용|허용)
    """
)

LOGIN_NAMES = Phrases(
    r"""
    (?:please )?(?:log|sign)[ -]?in(?: (?:to (?:your|continue|read|view|access|the site)|or (?:register|sign|create|subscribe)|with
    (?: your)? (?:google|facebook|apple|email|account)|and|now)\b.{0,40}| / .{0,20})?|login(?: (?:page|required|/ .{0,20}|or .{0,20}))?
    |subscribe(?: (?:now|today|to (?:read|continue|unlock|access|our)\b.{0,40}))?|subscriptions?|register(?: now)?|sign ?up
    (?: (?:now|today|free|for (?:free|an? account|our).{0,20}|to .{0,20}|or .{0,20}))?|create (?:an|your) (?:free )?account|(?:my
    |your) account
    |member (?:login|area)|join (?:us|now)|anmelden|anmeldung|einloggen|registrier(?:en|ung)|(?:mein )?(?:konto|abo)|abonnieren
    |se connecter|connexion|s['’]identifier|s['’]inscrire|s['’]abonner|abonnez-vous(?: (?:pour|à|dès).{0,30})?|créer un compte
    |identification|inici(?:ar
    |a) sesión|acceder|acceso|regístrate|registro|suscr[ií]b(?:ete|ase|irse)(?: (?:ahora|ya|a|para) ?.{0,30})?|crear (?:una )?cuenta
    |accedi|registrati|abbonati
    |abbonamenti|entrar|iniciar sessão|assine|cadastre-se|fazer login|inloggen|aanmelden|registreren|abonneer|abonneren|word (?:abonnee
    |lid)
    |logga in|bli prenumerant|log ind|logg inn|kirjaudu(?: sisään)?|zaloguj(?: się)?|logowanie|rejestracja|přihlášení|přihlásit se
    |bejelentkezés|autentificare|вход|войти|авторизация|регистрация|увійти|вхід|σύνδεση|giriş(?: yap)?|تسجيل الدخول|התחברות|ログイン
    |会員登録|登录|登入|登錄|로그인|masuk|đăng nhập
    """
)
# "The rest is for subscribers", as it stands below a teaser or in its place.
PAYWALL_PHRASES = Phrases(
    r"""
    (?:subscribe|sign (?:up|in)|log ?in|register|join|become a (?:\w+ )?(?:member|subscriber))(?: (?:now|today|here|free|for free
    |below))?(?: or (?:subscribe|sign (?:up|in)|log ?in|register))? to (?:continue|keep|finish|unlock|read|view|access|get (?:full
    |unlimited) access)|to (?:continue|keep|finish) reading(?: this)?\b|(?:continue|keep) reading for [$€£]|(?:article|story|content
    |post)(?: \w+)? is (?:\w+ ){0,3}(?:for
    |to) (?:our |\w+ )?(?:\w+ )?(?:subscribers|members|subscription)|(?:for
    |to) (?:paid |paying |premium |registered |digital )?subscribers only|(?:subscriber|member)[- ](?:only|exclusive)|already (?:a|an
    |have a) (?:\w+ )?(?:subscriber|member|subscription|account)|you(?:['’]ve| have) (?:reached|read|used|hit) (?:your|all|the) .{0,40}
    (?:articles?|stories|limit)|unlock (?:this|the (?:full|rest)) |(?:artikel|inhalt|beitrag|text) .{0,40}(?:für|nur) (?:unsere )?
    (?:abonnent|mitglieder|digital-?abo|registrierte)|(?:jetzt )?weiterlesen mit|(?:mit|im) .{1,25}(?:abo|plus) (?:weiterlesen|lesen)|
    (?:schon|bereits) (?:abonnent|ein abo|registriert|kund)|(?:artikel|beitrag|text) (?:weiter ?)?(?:zu ?lesen|freischalten
    |freizuschalten)|zugang zu allen (?:plus-?|\w+ )?(?:artikeln|inhalten)|(?:article|contenu|suite)(?: \w+){0,3} (?:est )?
    (?:réservée?s?|accessible uniquement) (?:aux?|à nos) |pour (?:lire la suite|continuer (?:la|votre) lecture|poursuivre (?:la
    |votre) lecture|lire l['’]intégralité|accéder à l['’]intégralité)|il vous reste \d+|déjà abonnée?|abonnez-vous pour|(?:contenido
    |artículo|noticia)(?: \w+){0,3} (?:exclusiv|sol[oa]|sólo|reservad)\w* (?:para|a) |(?:suscríbete|regístrate|inicia sesión
    |hazte socio)(?: \w+)? (?:para|y) (?:seguir|continuar|leer|sigue|acceder)|para (?:seguir|continuar) leyendo|ya (?:eres|soy
    |estás) suscri|exclusivo (?:para|de) assinantes|(?:assine|cadastre-se|faça login)(?: \w+)? (?:para|e) (?:continu|ler|ter)
    |para continuar (?:a ler|lendo)|já é assinante|riservat[oaie] (?:agli|ai|solo) |(?:abbonati|registrati|accedi) per (?:continuare
    |leggere|proseguire)|per continuare a leggere|sei già abbonat|(?:artikel|verhaal) is (?:alleen|exclusief) (?:voor|toegankelijk
    |beschikbaar)|verder lezen|(?:artikel|verhaal) (?:verder )?te lezen|(?:al|bent u|ben je) abonnee\?|(?:för|våra) prenumeranter
    |för att (?:fortsätta )?läsa|redan prenumerant|(?:kun |bare )?for abonnenter|for (?:at læse|å lese) (?:videre|hele|resten)
    |allerede abonnent|vain tilaajille|jatkaaksesi lukemista|oletko jo tilaaja|dla (?:prenumeratorów|subskrybentów|zalogowanych)|(?:aby
    |by|żeby) (?:czytać|przeczytać) (?:dalej|cały|całość)|pozostało (?:\w+ ){0,2}\d+ ?%|masz już (?:prenumeratę|subskrypcję)|(?:pro
    |jen pro) předplatitele|odemkn\w+ (?:článek|celý)|csak előfizető|előfizetőink(?:nek|) |(?:только )?для подписчиков|доступ(?:ен|на
    |но) только (?:по подписке|подписчикам)
    |чтобы (?:продолжить чтение|читать дальше|прочитать)|для передплатників|щоб (?:продовжити читання|читати далі)|abonelere özel
    |okumaya devam etmek için|μόνο για συνδρομητές|للمشتركين فقط|لمتابعة القراءة|למנויים בלבד|לקריאת הכתבה המלאה|会員限定
    |残り[:：]? ?\d[\d,]* ?文字|続きを(?:読む|お読み|読み)(?:には|になる|いただく)|(?:订阅|訂閱|登录|登錄|登入)(?:后|後|以|即可|才能)?
    (?:继续)?(?:阅读|閱讀|查看)|(?:付费|付費|会员|會員)(?:专享|專享|内容|文章|可读)|구독자 전용|유료 (?:회원|구독)|로그인 후 (?:이용
    |계속)|khusus pelanggan|untuk (?:melanjutkan|terus) membaca
    """
)

# A page speaks for its site or to its reader. What is told of others holds no such word.
ADDRESS = Phrases(
    r"""
    \b(?:you|your|yours|we|our|us|i['’]m|this (?:article|story|content|post|page|site|website)|already a (?:subscriber|member)|wir|uns
    |unser|unsere[nmrs]?|du|dein|deine[nmrs]?|diese[rmns]? (?:artikel|inhalt|beitrag|text|seite|website)|(?:haben|können|lesen|testen
    |melden|möchten|nutzen|stimmen|klicken) sie|ihr abo|jetzt|(?:weiterlesen|lesen) mit
    |nous|notre|nos|vous|votre|vos|cet article|ce contenu|la suite de
    |il vous reste|déjà abonnée?|nosotros|nuestr[oa]s?|usted|tu|tus|este (?:artículo|contenido)|esta noticia|suscríbete|regístrate
    |ya eres|noi|nostr[oaie]|tuo|tua|tuoi|quest[oa] (?:articolo|contenuto|pagina)|sei già|nós|noss[oa]s?|você|este conteúdo|esta
    (?: matéria| reportagem)|já é|conteúdo exclusivo|wij|we|onze|ons|je|jij|jouw|uw|dit (?:artikel|verhaal)|verder lezen|vi|vår|våra|vores
    |våre|ditt|dina|dine|den här (?:artikeln|texten|sidan)|denne (?:artikkelen|artikel|siden)|denna (?:artikel|sida)|redan prenumerant
    |allerede abonnent|meidän|sinun|tämä (?:artikkeli|juttu|sivu)|oletko|my|nasz\w*|twoj\w*|twój|ten artykuł|pozostało|masz już
    |náš|naše|váš|vaše|tento článek|článek je|ez a cikk|nostru|noastr[ăe]|acest articol|мы|наш\w*|вы|ваш\w*|эт(?:от|а) (?:материал|статья)
    |материал доступен|уже есть|ця стаття|biz|bizim|siz|bu (?:haber|içerik|yazı)|εμείς|μας|σας|αυτό το άρθρο|هذا المقال|אנחנו|כתבה זו)\b
    |この記事|お客様|お読み|当社|当サイト|本文|您|我们|我們|阅读全文|이 기사|당신|귀하|회원
    """
)

JAVASCRIPT_PHRASES = Phrases(
    r"""
    (?:enable|requires?|turn on|allow|activate|aktivieren|activer|need|needs|activ(?:a|e|ar)|habilit(?:a|e|ar)|abilita(?:re)?|attiva
    (?:re)?|ative|schakel|aktivera|aktiver|włącz(?:yć)?|povolte|zapněte|engedélyez\w*|activați|включите|увімкніть|etkinleştir\w*|启用
    |啟用|開啟) ?(?:sie |bitte |le |el |o |la |your |you |to |obsługę )*java ?script
    |javascript (?:is |must be |ist |est |está |è |är |er |jest |je )?(?:disabled|required|enabled|turned off|deaktiviert|désactivé
    |desactivado|desativado|disabilitato|uitgeschakeld|inaktiverat|deaktiveret|wyłączon\w+|vypnut\w*|отключ[её]н|выключен|вимкнено)
    |javascript(?:を有効|が無効|를 (?:활성|사용))|without javascript|javascript'i|(?:aktuellen|neueren) browser|(?:upgrade
    |update) your browser|browser (?:is (?:not|no longer|un)|isn['’]t) ?supported|unsupported browser
    """
)

# Pages of the house itself, not of the news. Those of the law are told whatever the page declares of itself.
LEGAL_NAMES = Phrases(
    r"""
    (?:our |the )?(?:privacy|cookies?)(?: (?:and|&) (?:privacy|cookies?))? (?:policy|statement|notice)|privacy|cookies?|terms(?: (?:and|&)
    (?: conditions| (?:privacy|policies|conditions of use))| of (?:use|service|sale)(?: (?:and|&) privacy (?:policy|notice))?)
    |legal(?: notice| information)?|imprint|(?:community|comment|commenting) (?:guidelines|rules|policy)|accessibility statement
    |do not sell (?:or share )?my (?:personal )?info(?:rmation)?|editorial (?:standards|policy|guidelines)|code of (?:ethics|conduct)
    |corrections policy|letters to the editor policy|impressum|datenschutz(?:erklärung|hinweise?|bestimmungen|informationen?
    |richtlinien?)?
    |agb|allgemeine geschäftsbedingungen|nutzungsbedingungen(?: und agb)?|barrierefreiheit(?:serklärung)?|netiquette|mentions légales
    |(?:politique|charte) (?:de (?:confidentialité|protection des données|(?:gestion des )?cookies)|éditoriale|de modération)|cg[uv]
    |conditions générales(?: d['’](?:utilisation|abonnement)| de vente| de service)?(?: et de vente)?|aviso legal
    |política de (?:privacidad|cookies|privacidade)|condiciones (?:generales )?(?:de uso|de contratación|de venta)|condiciones generales
    |términos y condiciones(?: de uso)?|termos (?:de uso|e condições)|note legali|informativa (?:sulla |cookie|e )?privacy
    |informativa (?:estesa )?sui cookie|termini (?:e condizioni|di utilizzo)|privacyverklaring|privacybeleid|cookiebeleid
    |algemene voorwaarden
    |gebruiksvoorwaarden|integritetspolicy|personuppgiftspolicy|om cookies|användarvillkor|personvern(?:erklæring)?|privatlivspolitik
    |cookiepolitik|tietosuoja(?:seloste|lauseke)?|käyttöehdot|polityka (?:prywatności|cookies)|regulamin(?: serwisu)?
    |zásady ochrany osobních údajů|podmínky (?:užití|použití)|adatvédelmi (?:nyilatkozat|tájékoztató)|impresszum
    |felhasználási feltételek|politica de (?:confidențialitate|cookies)|termeni și condiții|политика (?:конфиденциальности
    |обработки персональных данных)|пользовательское соглашение|правила (?:использования|пользования)(?: сайта)?
    |політика конфіденційності|правила користування|gizlilik (?:politikası|sözleşmesi)|künye|kullanım (?:şartları|koşulları)
    |(?:kvkk )?aydınlatma metni|πολιτική απορρήτου|όροι χρήσης|سياسة الخصوصية|شروط الاستخدام|اتفاقية الاستخدام
    |תקנון(?: האתר)?|מדיניות פרטיות|プライバシーポリシー|個人情報保護方針|利用規約|特定商取引法に基づく表記
    |隐私(?:权)?政策|隱私(?:權)?政策|法律声明
    |免责声明|使用条款|개인정보 ?(?:처리|취급)방침|이용약관|청소년 ?보호 ?정책|kebijakan privasi|syarat dan ketentuan|chính sách bảo mật
    """
)
HOUSE_NAMES = Phrases(
    r"""
    (?:about|contact)(?: us)?|contact (?:information|details)|(?:our|meet the|the) (?:team|staff)|masthead|advertise(?: with us)?
    |advertising|media kit|careers?|jobs|newsletters?(?: sign[- ]?up)?|(?:our|all) newsletters|sign up for (?:our |the )?newsletters?
    |submit (?:a|your) (?:letter|tip|story|news)|rss(?: feeds?)?|site ?map|faqs?|frequently asked questions|help(?: cent(?:er|re))?
    |e-?paper|digital edition|classifieds|live scores|fixtures(?: (?:and|&) results)?|tv (?:guide|listings|schedule)|weather(?: forecast)?
    |puzzles|(?:quick |cryptic |daily |prize |mini )?crosswords?(?: no\.? ?[\d,.]+)?|sudoku
    |(?:today['’]s |daily )?horoscopes?(?: today)?|lottery results|kontakt|über uns|mediadaten(?: \d{4})?
    |redaktion|team|wetter in \w+|weather (?:forecast )?(?:in|for) \w+|el tiempo en \w+|corrections|reklama|abo-?shop
    |stellenmarkt|traueranzeigen|börsenkurse|newsletter abonnieren|gewinnspiele|rätsel|leserbrief schreiben|horoskop
    (?: heute)?|tv-programm(?: heute)?|wetter|qui sommes-nous|(?:nous contacter|contactez-nous)|contact|la rédaction|plan du site
    |programme tv|mots croisés|horoscope(?: du jour)?|météo|contacto|quiénes somos|mapa del sitio|cartelera|horóscopo(?: de hoy)?
    |quem somos|fale conosco|contato|expediente|anuncie|horóscopo(?: do dia)?|chi siamo|contatti|redazione|pubblicità|oroscopo
    (?: del giorno)?|over ons|colofon|adverteren|vacatures|tv-gids|tv-tablå|tv-oversigt|om oss|kontakta oss|kontakt|annonsera|annoncer
    |yhteystiedot|o nas|redakcja
    |kontakty|inzerce|redakce|kapcsolat|médiaajánlat|контакты(?: редакции)?|о (?:нас|проекте|редакции)|реклама(?: на сайте)?|редакция
    |контакти|про нас|iletişim|hakkımızda|reklam|(?:günlük )?burç yorumları|επικοινωνία|اتصل بنا|من نحن|צור קשר|אודות
    |お問い合わせ|会社概要|運営会社
    |サイトマップ
    |联系我们|聯絡我們|关于我们|關於我們|广告服务|网站地图|회사 ?소개|hubungi kami|tentang kami|liên hệ
    """
)
# A word that may open a headline counts only before a colon, a quote or a number: "Search: bridge", "Search for missing ferry goes on".
LIST_NAMES = Phrases(
    r"""
    search|search results?(?: for\b.{0,80})?|.{0,60}\bsearch results|(?:suchergebnisse?|résultats de (?:la |votre )?recherche
    |resultados de (?:la )?búsqueda|resultados da (?:busca|pesquisa)|risultati (?:della )?ricerca|zoekresultaten|sökresultat
    |søgeresultater|søkeresultater|hakutulokset|wyniki wyszukiwania|výsledky (?:vy)?hledávání|keresési eredmények|результаты поиска
    |результати пошуку|arama sonuçları|نتائج البحث|検索結果|搜索结果|搜尋結果|검색 결과)(?:\W.{0,80})?|(?:suche|recherche)
    (?:(?: nach| für| pour)?(?: ?[:：] ?|\s)["“„«»'‘].{0,80}|: .{1,60})?|archives?|archiv(?:o|io)?|(?:tag
    |tags|category|categories|topic|author|schlagwort|kategorie|thema|étiquette|mot-clé|catégorie|auteur|etiqueta|categoría|categoria
    |autor|argomento|autore|rubriek|ämne|emne|тег|рубрика|標籤|标签|カテゴリ)(?: archives?)?\s?[:：] ?.{1,60}|(?:author|category|tag
    |monthly|yearly) archives?.{0,60}|(?:all )?(?:posts|articles|stories) (?:by|tagged|filed under) .{1,60}|(?:posts|all (?:articles
    |stories|news)) about .{1,60}|news (?:tagged|filed under) .{1,60}|alle (?:artikel|beiträge) (?:von|zu) .{1,60}|(?:artikel|beiträge)
    (?: mit dem schlagwort .{1,60}| (?:von|zu) ?[:"“„«].{1,60})|tous les articles (?:de|sur|par) .{1,60}|(?:the )?latest (?:news
    |stories|articles|headlines)|all (?:news|articles|stories)|page \d+(?: of \d+)?
    """
)
