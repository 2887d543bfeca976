import { longestRead } from './mail-line.ts'
import { isRule } from './quote-beginnings.ts'

const sentFrom =
  /^(?:\W{0,3})(?:envoyé (?:de|depuis|à partir|avec|via|par) |télécharge[rz] outlook|obtenir outlook|obtenez outlook|provenance ?: ?courrier|expédié depuis |sent (?:from|via|with|using) |get outlook|download outlook|enviado (?:desde|do) |von meinem |.{0,40}에서 (?:보냄|보냈습니다|발송|전송됨|전송했습니다|작성됨|보낸 메일)|.{0,30}(?:용|for) outlook|outlook .{0,20}(?:다운로드|받기)|.{0,30}(?:앱|메일)(?:에서|으로) 보낸)/i
const devices =
  /iphone|ipad|ipod|android|galaxy|samsung|huawei|xiaomi|smartphone|mobile|t[ée]l[ée]phone|tablette|outlook|windows|yahoo|gmail|proton|orange|sfr|free|laposte|blackberry|courrier|mail|app|갤럭시|삼성|모바일|스마트폰|아이폰|휴대|네이버|다음|카카오|메일/i
const virus =
  /^(?:garanti sans virus|virus-free|l['’]absence de virus|sans virus|(?:cet? )?(?:e-?mail|message|courriel|courrier électronique) a été (?:vérifié|analysé|contrôlé)|this (?:e-?mail|message) (?:has been|was) (?:scanned|checked)|scanned (?:for|by)|이 (?:메일|이메일)은 .{0,20}바이러스)(?!\p{L}).{0,80}$/iu
const picture =
  /^\[(?:cid:|image|logo|icône|photo|그림|이미지)[^\]]{0,200}\]$|^<(?:cid:|https?:\/\/)\S{1,300}>$/i

/** A line that a program adds below what its user writes. */
export function isAdded(text: string): boolean {
  const line = text.trim()
  if (line === '' || line.length > 160) return false
  return (
    (sentFrom.test(line) && devices.test(line) && (!isSpoken(line) || /excus/i.test(line))) ||
    virus.test(line)
  )
}

const confidential =
  /confiden|privileg|propri[ée]taire|secret professionnel|기밀|비밀|보안|유출|보호받|보호되|대외비/i
const intended =
  /destinataire|intended|recipient|par erreur|in error|détrui|supprim|delete|destroy|수신인|수신자|지정된|잘못|삭제|폐기|무단|privileg/i
const aboutItself = /messag|courri?el|e-?mail|\bmail\b|전자우편|메일|전자메일|문서/i
const paper =
  /(?:imprim|print|인쇄|출력).{0,80}(?:environ|planet|planète|arbre|tree|paper|papier|환경|종이|지구)|(?:environ|planète|planet|환경|지구|종이).{0,80}(?:imprim|print|인쇄|출력)/i

const hours =
  /(?:horaires?|heures|jours) (?:d['’]envoi|de (?:travail|bureau)|ouvr|habituel)|déconnexion|(?:working|office|normal|business) (?:hours|pattern)|work flexibly|(?:업무|근무)\s?시간/i
const thisMail =
  /\b(?:ce|cet|mes|mon) (?:message|e-?mail|mail|courriel)|\bthis (?:message|e-?mail)|\bmy (?:working hours|e-?mails?)|(?:본|이) (?:이?메일|메시지)/i
const noHurry =
  /(?:pas|aucune?|sans|ni).{0,30}(?:répon|immédiat|tenu|obligation)|(?:not|n['’]t|no) .{0,40}(?:repl|respon|answer|expect|obligat)|(?:회신|답변|답장).{0,20}(?:않|없)/i

/** « Si ce courriel vous parvient hors des heures de travail, il n’appelle pas de réponse » */
const saysNoHurry = (text: string) => hours.test(text) && thisMail.test(text) && noHurry.test(text)

/** Small print on secrecy, errors of delivery, paper, hours of work. */
export function isSmallPrint(paragraph: string): boolean {
  const text = paragraph.slice(0, 3_000)
  if (text.length <= longestRead && (paper.test(text) || saysNoHurry(text))) return true
  return text.length >= 60 && confidential.test(text) && intended.test(text) && aboutItself.test(text)
}

const closings =
  /^(?:(?:bien |très |le plus |avec mes )?(?:cordial\p{L}*|amical\p{L}*|respectu\p{L}*|sincère\p{L}*)(?:\s(?:à (?:vous|toi)|vôtre|salutations))?|cdlt|cdt|bien à (?:vous|toi)|salutations(?: \p{L}+){0,2}|(?:meilleures|sincères|respectueuses|cordiales) salutations|(?:bonne|excellente|belle) (?:journée|soirée|semaine|réception|continuation|fin de .{1,20})(?: à (?:vous|tous|toutes))?|merci(?: (?:beaucoup|d['’]avance|à vous|encore|bien|par avance))?|(?:avec |tous )?(?:mes|nos) (?:remerciements|salutations|meilleures salutations|sentiments)(?: .{1,40})?|à (?:bientôt|très bientôt|votre disposition)|(?:(?:best|kind|warm|warmest|kindest|many) )?(?:regards|wishes|thanks)|best|all the best|yours(?: (?:sincerely|faithfully|truly))?|sincerely(?: yours)?|respectfully|cheers|thank you(?: (?:very much|so much|in advance|again))?|thanks(?: (?:again|a lot|in advance))?|(?:대단히 |정말 |항상 |다시 한번 |다시 한 번 )?(?:감사합니다|고맙습니다|감사드립니다)|감사|안녕히 계십시오|수고하(?:세요|십시오|시기 바랍니다)|(?:좋은 |즐거운 |편안한 )(?:하루|주말|저녁|오후) (?:되세요|보내세요|되십시오|보내십시오|보내시기 바랍니다|되시기 바랍니다)|(?:.{0,12} )?(?:드림|올림|배상))\s*[,.!~^:)]*$/iu
const formal =
  /^(?:(?:je|nous) (?:vous|te) (?:prie|prions|remercie|souhaite)|veuillez (?:agréer|recevoir|croire)|dans l['’]attente|en vous remerciant|restant à votre|bien cordialement|please accept)/i

/** « Cordialement, », 감사합니다, “Best regards”. */
export function isClosing(text: string): boolean {
  const line = text.trim().replace(/^[-–—]\s*/, '')
  const [one = '', other] = line.split(/\s[/|–-]\s/)
  if (other !== undefined && line.length <= 80) return closings.test(one) && closings.test(other)
  return line.length <= 60 ? closings.test(line) : line.length <= 250 && formal.test(line)
}

const koreanSigner = /^(?:[\p{L}\d·\s]{1,40}\s)?[가-힣]{2,4}\s?(?:드림|올림|배상|拜上)[.\s]*$/u

export const isKoreanSigner = (text: string): boolean => text.length <= 60 && koreanSigner.test(text.trim())

const labelled =
  /^\W{0,2}(?:t[ée]l(?:[ée]phone)?|mob(?:ile)?|port(?:able)?|fax|phone|cell|gsm|direct|office|standard|ligne directe|e-?mail|mail|courriel|adresse|address|web|site|전화|연락처|휴대(?:폰|전화)?|핸드폰|팩스|사무실|직통|이메일|메일|주소|h\.?p|c\.?p|[tmfe])\s*[.:：)/]/i
const contact = /[^\s@<>]{1,64}@[^\s@<>]{1,64}\.\p{L}{2}|(?:https?:\/\/|www\.)\S/iu
const place =
  /\b\d{5}\s+\p{Lu}|\bcedex\b|^(?:BP|CS)\s?\d|\d{1,4}(?:\s?(?:bis|ter))?,?\s+(?:rue|avenue|av\.|bd|boulevard|place|quai|chemin|cours|allée|route|impasse)\b|^(?:\d{1,4},?\s)?(?:rue|avenue|boulevard|place|hôtel de ville)\b|\((?:우|우편번호)?\)?\s?\d{5}|^\(?우\)?\s?\d{5}|[가-힣]+(?:로|길)\s?\d+(?:-\d+)?(?:번길)?(?=\s|,|$|\()/u

/** A telephone number: nine figures or more, with nothing but signs between them. */
export function hasTelephone(text: string): boolean {
  let figures = 0
  let gap = 0
  for (const sign of text.slice(0, longestRead)) {
    if (sign >= '0' && sign <= '9') {
      figures += 1
      gap = 0
      if (figures >= 9) return true
    } else if (figures > 0 && gap < 3 && ' .-()/\u00a0\u202f+'.includes(sign)) gap += 1
    else figures = sign === '+' ? 0 : 0
  }
  return false
}

// A sentence that ends in an address of the web is one; a label before it is none.
function beforeLink(line: string): string {
  const link = line.search(/https?:\/\/|www\./i)
  const words = link < 0 ? '' : line.slice(0, link).replace(/[\s:：<([|-]+$/, '')
  return labelled.test(`${words}:`) ? '' : words
}

/** Whether a line tells how to reach somebody, rather than being a sentence that does. */
export function isContact(text: string): boolean {
  const line = text.trim()
  if (line === '' || line.length > 160 || isSentence(line) || isSentence(beforeLink(line))) return false
  return hasTelephone(line) || contact.test(line) || labelled.test(line) || place.test(line)
}

const koreanSentence =
  /(?:니다|니까|세요|셔요|어요|아요|여요|해요|에요|예요|네요|군요|지요|죠|십시오|시오|바람|했음|없음|있음|됨|임|함)[.!?~^)\s]*$/
const abbreviated = /(?<!\p{L})(?:inc|ltd|co|corp|dr|mme|tél|tel|etc|ext|\p{L})\.$/iu

const spoken =
  /(?<!\p{L})(?:je|j['’]\p{L}+|nous|vous|tu|on|il|elle|ils|elles|est|sont|sera|seront|avons|avez|ont|était|suis|voici|voilà|oui|non|pas|c['’]est|i|we|you|they|it|is|are|was|were|have|has|will|can|yes|not|please|merci|thanks)(?!\p{L}|[.-]\p{L})/iu
const counted = /^\d{1,4}\s?(?:\p{Ll}|명|개|원|곳|건|%)|\d\s?(?:명|개소|곳|억|만 ?원)/u

const isSpoken = (text: string) => spoken.test(text)

/** Whether a line says something: it ends like a sentence, has a verb of every day, or counts. */
export function isSentence(text: string): boolean {
  const line = text.trim()
  if (line.length > 160) return true
  if (/[.!?…。:;,]["»”)\]]*$/.test(line) && !abbreviated.test(line)) return !/^[\d\s().+-]+$/.test(line)
  return koreanSentence.test(line) || isSpoken(line) || (counted.test(line) && !place.test(line))
}

/** « Nantes, capitale verte ! », “Follow us on …”: what an office says of itself below its numbers. */
export const isMotto = (text: string): boolean =>
  text.length <= 100 &&
  (!isSpoken(text) || /^(?:suivez|retrouvez|rejoignez|visitez|follow|visit|find|join)\b/i.test(text)) &&
  !koreanSentence.test(text)

const invites =
  /^(?:(?:suivez|retrouvez|rejoignez|contactez)[- ](?:nous|moi)|(?:follow|find|join|connect with|visit) (?:us|me))\b.{0,60}(?:facebook|linked|twitter|instagram|youtube|tiktok|mastodon|bluesky|réseaux|social|\bx\b|www)/i

const offices =
  /^(?:service|direction|pôle|département|mairie|ville|commune|communauté|métropole|région|conseil|cabinet|office|bureau|agence|délégation|mission|syndicat|secrétariat|centre|division|préfecture|department|city|town|borough|university)\s(?!:)|\s(?:department|division|team|office|council|unit|services|métropole)$|(?:[과팀국실청시군구처부도]|센터|담당관|재단|공사|의회|진흥원|사업소)$/iu

/** Whether a line is the name of an office. */
export const isOffice = (text: string): boolean =>
  text.length <= 60 && offices.test(text.trim()) && !isSentence(text)

/** Whether a line may stand below a closing formula: a name, a post, a body, an address. */
export function isSignatureLine(text: string): boolean {
  const line = text.trim()
  if (
    line === '' ||
    isRule(line) ||
    picture.test(line) ||
    isAdded(line) ||
    isContact(line) ||
    invites.test(line)
  )
    return true
  return line.length <= 100 && !isSentence(line) && !/^(?:[-*•→▶]|=>|\d{1,2}[.)])\s/.test(line)
}

export const isPicture = (text: string): boolean => picture.test(text.trim().slice(0, longestRead))

/** « P.-S. », 추신. */
export const isPostscript = (text: string): boolean =>
  /^(?:p\.?\s?-?\s?s\.?|n\.?b\.?|추신)\s*[:：.)\-–—\s]/i.test(text)
