import type { PersonMention } from '../people/person-mention.ts'
import type { ReadActor } from '../reading.ts'
import type { StatedTie } from '../ties/tie.ts'
import { quoteOf, type Told, toldOf } from './clauses.ts'

const heads =
  "association|amicale|universit[ée]|[ée]cole|institut|chambre|agence|comit[ée]|office|mus[ée]e|port autonome|lyc[ée]e|coll[èe]ge|h[ôo]pital|centre hospitalier|CHU|conservatoire|orchestre|ch[œo]e?ur|p[ôo]le|cluster|f[ée]d[ée]ration|ONG|fondation|syndicat|parc naturel|coop[ée]rative|mission locale|centre|club|compagnie|th[ée][âa]tre|biblioth[èe]que|m[ée]diath[èe]que|SDIS|laboratoire|r[ée]seau|maison|collectif|groupement|chambre d[’']agriculture|chantier naval|caisse|soci[ée]t[ée]|entreprise|ligue|union|conseil|service|banque|AFD|Agence"
// Words at which the name of a body ends.
const stop =
  /[,;:.()\u00ab\u00bb“”]|\s(?:qui|que|dont|où|et|ou|ainsi|avec|pour|en|dans|sur|par|à|au|aux|a|ont|est|sont|se|s[’']|y|ne|n[’']|lors|afin|depuis|fond[ée]e?|assure|assurent|envoie|associe|soutient|accompagne|participe|participent|organise|organisent|met|mettent|vient|reste|doit|peut|porte|portent|anime|gère|gèrent|travaille|travaillent|coordonne|forme|accueille|accueillent|prend|apporte|fournit|finance|financent|–|-|—)(?=[\s’'])/u

const french = new RegExp(`(?<![\\p{L}-])((?:[Ll][’']|[Ll]e |[Ll]a |[Ll]es |[Dd][’']|[Dd]u |[Dd]e la |[Dd]es |[Uu]ne? )?)((?:${heads})(?:s|es|x)?\\b[^]*)`, 'u')
const english = /(?<![\p{L}])((?:the )?)((?:\p{Lu}[\p{L}’'&-]+ (?:(?:of|and|the|for|de|&) )?){1,6}(?:University|College|School|Hospital|Institute|Association|Chamber|Agency|Museum|Orchestra|Choir|Club|Foundation|Trust|Company|Centre|Center|Society|Federation|Board|Office|Theatre|Library|Port)(?: of (?:\p{Lu}[\p{L}’'-]+ ?(?:and )?)+)?)/gu
const korean =
  /((?:[가-힣A-Za-z0-9·&]+ ){0,2}[가-힣A-Za-z0-9·&]*(?:대학교|대학|연구원|연구소|상공회의소|협회|재단|박물관|미술관|진흥원|공사|고등학교|중학교|초등학교|병원|합창단|오케스트라|교향악단|극단|무용단|공단|센터|문화원|도서관|조합|연맹|기념관|수목원|학교|연합회|위원회|교육청|항만청|예술단|회사|클럽|자매결연협회|친선협회|한인회|체육회))(?=[^가-힣]|은|는|이|가|을|를|과|와|의|에|도|에서|등|및|로|으로|측|$)/gu
const named = /(?<![\p{L}\d-])(\p{Lu}\p{Ll}+\p{Lu}[\p{L}\d]+|\p{Lu}{4,}|\p{Lu}\p{L}+\d{3,4})(?![\p{L}-])/gu

/** Bodies that take part in a tie beside its parties, each with the first sentence that names it. */
export function readActors(tie: StatedTie, personsOf: (told: Told) => readonly PersonMention[]): ReadActor[] {
  const found = new Map<string, ReadActor>()
  for (const told of toldOf(tie)) {
    const text = told.sentence.unit.passage.text.slice(told.start, told.end)
    const names = /[가-힣]/.test(text) ? koreanBodies(text) : [...frenchBodies(text), ...englishBodies(text), ...properNames(text, tie)]
    const persons = personsOf(told).map(({ name }) => name)
    for (const name of names) {
      const key = name.toLowerCase()
      if (persons.some((person) => person.includes(name)) || [...found.keys()].some((each) => each.includes(key))) continue
      found.set(key, { name, quote: quoteOf(told.sentence) })
    }
  }
  return [...found.values()]
}

function frenchBodies(text: string): string[] {
  const names: string[] = []
  let rest = text
  for (let match = french.exec(rest); match; match = french.exec(rest)) {
    const [, article = '', tail = ''] = match
    const end = stop.exec(tail)?.index ?? tail.length
    const name = tail.slice(0, end).replace(/\s+/g, ' ').trim()
    rest = tail.slice(Math.max(1, Math.min(end, tail.length)))
    const isOne = !/^(?:des |les )$/i.test(article) && !/^\p{L}+s\b/u.test(name.split(' ')[0] === 'Chambre' ? '' : (name.split(' ')[0] ?? '').replace(/^(?:réseau|CHU|ONG|SDIS)s?$/u, ''))
    const says = /\s/.test(name) || /^(?:SDIS|CHU|AFD)$/.test(name)
    if (isOne && says && isBody(name)) names.push(quoted(name, tail, end))
    if (rest.length < 4) break
  }
  return names
}

// « association Oasis », « l’association « Les Amis de Goris » »
function quoted(name: string, tail: string, end: number): string {
  const inside = /^\s*[«“]\s*([^»”]{2,60}?)\s*[»”]/u.exec(tail.slice(end))
  return inside && name.split(' ').length <= 2 ? `${name} ${inside[1]}` : name
}

const notBodies = /^(?:[ée]cole (?:primaire|maternelle)s?$|conseil (?:municipal|r[ée]gional|d[ée]partemental|communautaire)|centre[- ]ville|maison commune|r[ée]seau (?:d[’']eau|d[’']influence)|office religieux|service(?:s)? (?:de|des|du|public)|centre du|union europ|soci[ée]t[ée] civile|agence (?:fran|de l[’']eau$)|comit[ée] de (?:pilotage|suivi|s[ée]lection)|conseil d[’'])/iu

const isBody = (name: string) => !notBodies.test(name) && name.length <= 90 && name.length >= 4

const englishBodies = (text: string) => Array.from(text.matchAll(english), (match) => (match[2] ?? '').trim())

const koreanBodies = (text: string) =>
  Array.from(text.matchAll(korean), (match) => trimKorean((match[1] ?? '').trim())).filter((name) => name.length > 3 && !/^(?:두|양|각|그|이|해당|현지|지역|관내|관련|주요|여러) ?(?:대학|학교|센터|협회|기업)/u.test(name))

// What ends in a particle before the name belongs to what stands before.
function trimKorean(name: string): string {
  const words = name.split(' ')
  const from = words.findLastIndex((word, at) => at < words.length - 1 && /(?:은|는|이|가|을|를|과|와|의|에|에서|로|으로|하고|하여|및|등|년|월|일|한|된|인|간|도|부터|까지|시|군|구|며|고|던|할|는데)$/u.test(word))
  return words.slice(from + 1).join(' ')
}

function properNames(text: string, tie: StatedTie): string[] {
  return Array.from(text.matchAll(named), (match) => match[1] ?? '').filter(
    (name) => !tie.parties.some((party) => party.name.toUpperCase().includes(name.toUpperCase())) && !/^(?:MOUS?|PIB|UNESCO|COVID|COP\d*|TGV|ONU|SOMMAIRE|ARTICLE|NOTE|HTTP|WWW|PDF|RAS|GAOK|CUF|AIMF|CGLU|FAICT|DAECT|MEAE)$/.test(name),
  )
}
