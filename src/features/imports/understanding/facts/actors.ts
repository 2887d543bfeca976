import type { PersonMention } from '../people/person-mention.ts'
import type { ReadActor } from '../reading.ts'
import type { StatedTie } from '../ties/tie.ts'
import { quoteOf, type Told, toldOf } from './clauses.ts'
import { koreanBodies } from './korean-bodies.ts'

const heads =
  "association|amicale|CCI|CMA|CRT|ENSA|universit[ée]|[ée]cole|institut|chambre|agence|comit[ée]|office|mus[ée]e|port autonome|lyc[ée]e|c[ée]gep|coll[èe]ge|h[ôo]pital|centre hospitalier|CHU|conservatoire|orchestre|ch[œo]e?ur|p[ôo]le|cluster|f[ée]d[ée]ration|ONG|fondation|syndicat|parc naturel|coop[ée]rative|mission locale|centre|club|compagnie|th[ée][âa]tre|biblioth[èe]que|m[ée]diath[èe]que|SDIS|laboratoire|r[ée]seau|maison|collectif|groupement|chambre d[’']agriculture|chantier naval|caisse|soci[ée]t[ée]|entreprise|ligue|union|conseil|service|banque|AFD|th[ée][âa]tre|parc|p[ée]pini[èe]re|acad[ée]mie|archives|salon|foire|festival|route|plateforme|orchestre|grand port maritime|station|r[ée]serve|ballet|harmonie|fanfare|campus|bureau|amicale|troupe|brasserie|fromagerie|scierie|r[ée]gie|observatoire|[ée]comus[ée]e|cin[ée]math[èe]que|radio|IUT|INSA|IFSI|CFA|MFR|CAUE|lutherie|verrerie|ferme|jardin botanique|Croix-Rouge|Rotary"
const capitalHeads = heads
  .replace(/(?<=^|\|)[a-z]/g, (letter) => letter.toUpperCase())
  .replace(/(?<=^|\|)\[ée\]/g, '[ÉE]')
// A name of a body goes on by adjectives, by « de … » and by names in capitals; at anything else it ends.
const adjective =
  '\\p{Ll}+(?:ale?s?|els?|elles?|iques?|icoles?|ixtes?|iers?|ières?|oise?s?|aise?s?|ien(?:ne)?s?|ifs?|ives?|aires?|aine?s?|istes?|ant|ante|eux|euse|ine?|ime|ane|esque|ieure?s?|nome|pale?|malgache|belge|suisse|russe|turque|grecque|tch[èe]que|slovaque|serbe|croate|bulgare|arabe|basque|corse|populaire|libre|mixte)(?![\\p{L}])'
const capital = '(?:n° ?\\d+|\\p{Lu}[\\p{L}\\p{M}\\d’-]*|\\d{2,4})'
const ofWords = `(?:de la |de l[’']|du |des |de |d[’']|pour l[’']|pour la |pour le |à la |aux |au )(?:${capital}|(?:[lL][’'])?\\p{Ll}[\\p{L}-]+)(?: (?:${adjective}|${capital}))*`
const french = new RegExp(
  `(?<![\\p{L}-])((?:[Ll][’']|[Ll]e |[Ll]a |[Ll]es |[Dd][’']|[Dd]u |[Dd]e la |[Dd]es |[Uu]ne? )?)((?:${heads}|${heads.toUpperCase()}|${capitalHeads})(?:s|es|x)?(?![\\p{L}])(?: (?:${adjective}))*(?: (?:${ofWords})| et (?:d[’']|de l[’'](?=agri|artis|indus))\\p{Ll}+|[ -](?:${capital})(?: (?:${adjective}))*(?: et (?:${capital}|\\p{Ll}{5,} (?:${adjective})))?)*)`,
  'gu',
)

// « avec Archéologie Nouvelle », « sous le contrôle du Gret »: a name in capitals where only whoever helps can stand.
const helper =
  /(?:[Aa]vec|par|[Ww]ith|by|au[x]? c[ôo]t[ée]s (?:de|du)|(?:aide|appui|concours|contr[ôo]le|soutien|help|support|participation)(?: [\p{L}]+)? (?:de|du|d[’']|of)|mobilise|associe|syndicate|company|charity|utility|firm|start-up|NGO|ONG)(?: la| le| l[’']| les|’)? ?(\p{Lu}[\p{L}\p{M}\d]*(?:[-’'][\p{L}\p{M}]+)*(?: (?:de |du |des |et |d[’'])?\p{Lu}[\p{L}\p{M}\d]*(?:-[\p{L}]+)*| populaire| catholique| sans frontières){0,4})/gu
// « l’Agrocampus », « l’Arsenal des mers »: a name in capitals after an article that no place takes.
const articled = /(?<![\p{L}-])[lL][’'](\p{Lu}\p{Ll}{2,}(?: des \p{Ll}+)?)(?![\p{L}-]| \p{Lu})/gu
const notArticled =
  /^(?:Année|Action|État|Europe|Afrique|Amérique|Asie|Océanie|Atlantique|Union|Ambassad|Association|Agence|Assemblée|Exposition|Est|Ouest|Outre|Orient|Occident|Hôtel|Hexagone|Élysée|Inde|Office|Organisation|Institut|École|Université|Église|Histoire|Accord|Intérieur|Antiquité|Empire|Islam|Internet|Adjoint|Élu|Île)/u
const english =
  /(?<![\p{L}])((?:the )?)((?:University|College|School|Hospital|Institute|Chamber|Museum|Port)(?= of \p{Lu})|(?:\p{Lu}[\p{L}’'&-]+ (?:(?:of|and|the|for|de|&) )?){1,6}(?:University|College|School|Hospital|Institute|Association|Chamber|Agency|Museum|Orchestra|Choir|Club|Foundation|Trust|Company|Centre|Center|Society|Federation|Board|Office|Theatre|Library|Port|Conservatoire|Conservatory|Cooperative|Brewery|Academy|Authority|orchestra|choir|museum|hospital|university)(?: of (?:\p{Lu}[\p{L}’'-]+ ?(?:and )?)+)?)/gu
// “Fraunhofer ISE”
const withInitials = /(?<![\p{L}-])(\p{Lu}\p{Ll}{3,} \p{Lu}{2,5})(?![\p{L}-])/gu
const named =
  /(?<![\p{L}\d-])(\p{Lu}\p{Ll}+\p{Lu}[\p{L}\d]+|\p{Lu}\p{L}+\d{3,4}|(?<=(?:[LlDd][’']|[Ll]a |[Ll]e |[Dd]u |par |avec ))\p{Lu}{3,8}(?: \p{Lu}\p{Ll}+)?)(?![\p{L}-])/gu
// « pôle de compétitivité fibre énergie vie »: its fields follow without a word between.
const competitiveness =
  /p[ôo]les? de comp[ée]titivit[ée](?: (?!avec|et|pour|dans|sur|entre|qui|en|de|du|des|à|au|aux|par|est|a|sont|ont)\p{L}+){0,4}/giu
// « Grand Pavois (salon nautique) »: a name that says in brackets what it is.
const explained =
  /(?<![\p{L}-])(\p{Lu}[\p{L}’'-]+(?: (?:(?:de |du |des |de la )?\p{Lu}[\p{L}’'-]+|\d{4}))*) \((?:salon|festival|foire|association|r[ée]seau|p[ôo]le|soci[ée]t[ée]|entreprise|incubateur|[ée]cole|universit[ée]|ONG|fondation|mus[ée]e)(?![\p{L}])/gu

/** Bodies that take part in a tie beside its parties, each with the first sentence that names it. */
export function readActors(
  tie: StatedTie,
  personsOf: (told: Told) => readonly PersonMention[],
  isPlace: (told: Told, start: number, end: number) => boolean,
): ReadActor[] {
  const found = new Map<string, ReadActor>()
  for (const told of toldOf(tie)) {
    const text = told.sentence.unit.passage.text.slice(told.start, told.end)
    const isParty = (name: string) =>
      tie.parties.some(
        (party) =>
          party.name.includes(name) ||
          (name.includes(party.name) && party.name.length > name.length - (/[가-힣]/.test(name) ? 2 : 4)),
      )
    const isAPlace = ({ name, at }: Named) => isPlace(told, told.start + at, told.start + at + name.length)
    const names = [
      ...(/[가-힣]/.test(text) ? koreanBodies(text) : []),
      ...(/\p{Script=Latin}{4}.*\p{Script=Latin}{4}/su.test(text)
        ? [
            ...Array.from(text.matchAll(competitiveness), ([name]) => name),
            ...Array.from(text.matchAll(explained), (match) => match[1] ?? ''),
            ...frenchBodies(text),
            ...englishBodies(text),
            ...properNames(text, tie),
            ...initialled(text)
              .filter((each) => !isAPlace(each))
              .map(({ name }) => name),
            ...[...helpersIn(text), ...articledIn(text)]
              .filter((each) => !isAPlace(each))
              .map(({ name }) => name),
          ]
        : []),
    ]
    const persons = personsOf(told).map(({ name }) => name)
    for (const name of names) {
      const key = name.toLowerCase()
      if (isParty(name)) continue
      if (
        persons.some((person) => person.includes(name) || (name.includes(person) && !/[가-힣]/.test(name))) ||
        [...found.keys()].some((each) => each.includes(key))
      )
        continue
      found.set(key, { name, quote: quoteOf(told.sentence) })
    }
  }
  return [...found.values()]
}

function frenchBodies(text: string): string[] {
  return Array.from(text.matchAll(french)).flatMap((match) => {
    const [whole, article = '', tail = ''] = match
    const name = tail.replace(/\s+/g, ' ').trim()
    const head = name.split(' ')[0] ?? ''
    const isMany =
      /^(?:des |les )$/i.test(article) ||
      (/^\p{L}+[sx]$/u.test(head) && !/^(?:CHU|SDIS|archives|Archives)$/.test(head))
    const full = quoted(name, text.slice(match.index + whole.length))
    const says = /\s/.test(full) || /^(?:SDIS|CHU|AFD)$/.test(full)
    // « l’école de l’image »: with its article, one of its kind.
    const isOne =
      (/^[ée]cole (?:d|nationale|municipale|sup)/iu.test(full) && /^l[’']$/i.test(article)) ||
      // « l’Institut national de l’énergie solaire »: its own name, by its capital inside a sentence.
      (/^(?:[ÉE]cole|Institut|Centre|Maison|Collectif|Club) /u.test(full) && article !== '')
    const before = text.slice(Math.max(0, match.index - 24), match.index) + article
    if ((venue.test(name) && inside.test(before)) || (fair.test(name) && during.test(before))) return []
    const isHelp =
      /^conseil (?:d[ée]partemental|r[ée]gional|g[ée]n[ée]ral) /iu.test(name) && helps.test(before)
    return !isMany && says && (isBody(full) || isOne || isHelp) ? [full] : []
  })
}

// « au théâtre Paul-Éluard », « lors de la foire de Tamatave »: where something took place.
const venue = /^(?:th[ée][âa]tre|maison|centre|station|parc|biblioth[èe]que|m[ée]diath[èe]que)\b/iu
const fair = /^(?:festival|salon|foire)\b/iu
const during =
  /(?:\blors (?:du|de)|pendant|durant|en marge (?:du|de)|\binvit\p{L}+ (?:au|à)|venue (?:au|à))(?: la | le | l[’'] ?| )?$/iu
const inside =
  /(?:\b(?:[àa]|dans|lors (?:du|de)|pendant|durant|pour|en marge (?:du|de)|invitation|venue) (?:la |le |l[’'])?|\b(?:au|aux|lors du|pendant le) )(?:la |le |l[’'])?$/iu
const helps =
  /\b(?:aide|appui|soutien|concours|participation|financement|avec|par) (?:financier |technique )?(?:du|de|le) ?$/iu

// « association Oasis », « l’association « Les Amis de Goris » »
function quoted(name: string, after: string): string {
  const inside = /^\s*[«“]\s*([^»”]{2,60}?)\s*[»”]/u.exec(after)
  return inside && name.split(' ').length <= 2 ? `${name} ${inside[1]}` : name
}

const notBodies =
  /^(?:[ée]cole (?:primaire|maternelle)s?$|conseil (?:municipal|g[ée]n[ée]ral|r[ée]gional|d[ée]partemental|communautaire)|centre[- ]ville|maison commune|r[ée]seau (?:d[’']eau|d[’']influence)|office religieux|service(?:s)? (?:de|des|du|public)|centre du|union europ|soci[ée]t[ée] civile|agence de l[’']eau$|comit[ée] populaire|syndicat mixte (?:du|de) (?:pays|bassin)|comit[ée] de (?:pilotage|suivi|s[ée]lection)|conseil d[’']|bureau (?:de|des|du|d[’']))/iu

// « centre », « réseau », « maison » say little by themselves: a name of their own must follow.
const weak =
  /^(?:salon|foire|festival|troupe|r[ée]gie|bureau|radio|ferme|amicale|route|parc|th[ée][âa]tre|centre|maison|club|r[ée]seau|p[ôo]le|service|soci[ée]t[ée]|entreprise|union|conseil|banque|groupement|collectif|ligue|caisse|laboratoire|compagnie|[ée]cole|institut(?! fran)|comit[ée](?! (?:r[ée]gional|d[ée]partemental)))\b/iu

// « son Festival de la céramique »: an event written with a capital is one of its own.
const properEvent = /^(?:Festival|Foire|Salon|Biennale|Route) (?:de|du|des|d[’'])/u

const isBody = (name: string) =>
  !notBodies.test(name) &&
  !/ (?:votre|notre|leur|leurs|nos|vos|son|sa|ses)$/u.test(name) &&
  name.length <= 90 &&
  name.length >= 4 &&
  (!weak.test(name) || /\s.*\p{Lu}/su.test(name) || properEvent.test(name) || name === 'service culturel')

const englishBodies = (text: string) =>
  Array.from(text.matchAll(english), (match) => (match[2] ?? '').trim()).filter(
    // « la Région Centre », “the Foreign Affairs Office”
    (name) =>
      !/(?:Affairs|Hall|Relations|Mayor|Exhibition|Congress|Convention|Conference)['’s]* (?:Office|Centre|Center)/u.test(
        name,
      ) && !/^(?:Région|Ville|Département|Mairie|Métropole)\b/u.test(name),
  )

interface Named {
  name: string
  /** Where it begins in its sentence. */
  at: number
}

const initialled = (text: string): Named[] =>
  Array.from(text.matchAll(withInitials), (match) => ({ name: match[1] ?? '', at: match.index })).filter(
    ({ name }) =>
      !/^(?:Réf|Le|La|Les|The|Monsieur|Madame|Objet|Ville|Région|Cabinet|Groupe|Conseil|Article|Point|Annexe)\b/u.test(
        name,
      ),
  )

const articledIn = (text: string): Named[] =>
  Array.from(text.matchAll(articled), (match) => ({ name: match[1] ?? '', at: match.index + 2 })).filter(
    ({ name }) => !notArticled.test(name),
  )

function helpersIn(text: string): Named[] {
  return Array.from(text.matchAll(helper), (match) => ({
    name: match[1] ?? '',
    at: match.index + match[0].length - (match[1] ?? '').length,
  })).filter(
    ({ name }) =>
      name.length > 2 &&
      !/^(?:M|Mme|MM|Madame|Monsieur|Mesdames|Messieurs|Mr|Mrs|Ms|Année|Semaine|Fête|Journées?|Festival|Europe|État|Ville|Région|Département|Commune|Métropole|Délégation|Province|Comité [Pp]opulaire|Il|Elle)\b/u.test(
        name,
      ),
  )
}

function properNames(text: string, tie: StatedTie): string[] {
  return Array.from(text.matchAll(named), (match) => match[1] ?? '').filter(
    (name) =>
      name !== '' &&
      !tie.parties.some((party) => party.name.toUpperCase().includes(name.toUpperCase())) &&
      !/^(?:MOUS?|PIB|UNESCO|COVID|COP\d*|TGV|ONU|SOMMAIRE|ARTICLE|NOTE|HTTP|WWW|PDF|RAS|GAOK|CUF|AIMF|CGLU|FAICT|DAECT|MEAE)$/.test(
        name,
      ),
  )
}
