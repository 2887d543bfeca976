import type { PersonMention } from '../people/person-mention.ts'
import type { ReadActor } from '../reading.ts'
import type { StatedTie } from '../ties/tie.ts'
import { isNoActor, listsPeople } from './body-context.ts'
import {
  articledIn,
  betweenTwo,
  englishBodies,
  frenchBodies,
  helpersIn,
  initialledIn,
  type Named,
  properNames,
  subjectsIn,
} from './body-names.ts'
import { quoteOf, type Told, toldOf } from './clauses.ts'
import { koreanBodies } from './korean-bodies.ts'
import { helpersListed, labelledBodies } from './labelled-bodies.ts'

// « pôle de compétitivité fibre énergie vie »: its fields follow without a word between.
const competitiveness =
  /p[ôo]les? de comp[ée]titivit[ée](?: (?!avec|et|pour|dans|sur|entre|qui|en|de|du|des|à|au|aux|par|est|a|sont|ont)\p{L}+){0,4}/giu
// « Grand Pavois (salon nautique) »: a name with its kind in brackets.
const explained =
  /(?<![\p{L}-])(\p{Lu}[\p{L}’'-]+(?: (?:(?:de |du |des |de la )?\p{Lu}[\p{L}’'-]+|\d{4}))*) \((?:salon|festival|foire|association|r[ée]seau|p[ôo]le|soci[ée]t[ée]|entreprise|incubateur|[ée]cole|universit[ée]|ONG|fondation|mus[ée]e)(?![\p{L}])/gu

/** Bodies that take part in a tie besides its parties, each with the first sentence that names it. */
export function readActors(
  tie: StatedTie,
  personsOf: (told: Told) => readonly PersonMention[],
  isPlace: (told: Told, start: number, end: number) => boolean,
): ReadActor[] {
  const found = new Map<string, ReadActor>()
  for (const told of [...toldOf(tie), ...notesOf(tie)]) {
    if (listsPeople.test(told.sentence.unit.plain)) continue
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
            ...[
              ...frenchNames(text),
              ...englishBodies(text).filter(({ name, at }) => !isNoActor(text, at, at + name.length, name)),
            ].map(({ name }) => name),
            ...[...labelledBodies(text), ...helpersListed(text)]
              .filter((each) => !isAPlace(each))
              .map(({ name }) => name),
            ...properNames(text, tie.parties),
            ...[
              ...helpersIn(text),
              ...articledIn(text),
              ...initialledIn(text),
              ...subjectsIn(text),
              ...betweenTwo(text),
            ]
              .filter((each) => !isAPlace(each))
              .map(({ name }) => name),
          ]
        : []),
    ]
    const persons = personsOf(told).map(({ name }) => name)
    for (const name of names) {
      const key = name.toLowerCase()
      if (isParty(name) || titled.test(name)) continue
      if (
        persons.some((person) => person.includes(name)) ||
        [...found.keys()].some((each) => each.includes(key))
      )
        continue
      // « pôle de compétitivité Images », which continues with « et Réseaux ».
      const shorter = [...found].find(
        ([each, { quote }]) => key.startsWith(each) && quote.passage === told.sentence.unit.index,
      )
      if (shorter) found.delete(shorter[0])
      found.set(key, { name, quote: quoteOf(told.sentence) })
    }
  }
  return [...found.values()]
}

/** The cells of a row with more than names, kinds and dates. */
const notesOf = ({ cells }: StatedTie): Told[] =>
  cells
    .filter(({ role }) => ['notes', 'other', 'themes', 'state'].includes(role))
    .map(({ unit, start, end }) => {
      const plain = unit.plain.slice(start, end)
      const sentence = { unit, start, end, text: unit.passage.text.slice(start, end), plain }
      return { sentence, start, end, plain }
    })

function frenchNames(text: string): Named[] {
  return frenchBodies(text).filter(({ name, article, at, end }) => {
    const head = name.split(' ')[0] ?? ''
    const isMany =
      /^(?:des |les |nos |vos |leurs )$/i.test(article) ||
      (/^\p{L}+[sx]$/u.test(head) && !/^(?:CHU|SDIS|archives|hospices|secours)$/iu.test(head))
    const says = /\s/.test(name) || /^(?:SDIS|CHU|AFD|IUT|Croix-Rouge)$/.test(name)
    // « l’école de l’image »: with its article, one of its kind.
    const isOne =
      (/^[ée]cole (?:d|nationale|municipale|sup)/iu.test(name) && /l[’']$/i.test(article)) ||
      // « l’Institut national de l’énergie solaire »: its own name, by its capital inside a sentence.
      (!notBodies.test(name) &&
        /^(?:[ÉE]cole|Institut|Centre|Maison|Collectif|Club|P[ôo]le|Ligue|Union|Office|Mission|Soci[ée]t[ée]|Caisse|Banque|Bureau(?! des (?:affaires|relations|[ée]changes))) /u.test(
          name,
        ) &&
        article !== '')
    const helps =
      /^conseil (?:r|d[ée]p)/iu.test(name) &&
      /\p{Lu}/u.test(name) &&
      (helping.test(text.slice(0, at - article.length)) || gives.test(text.slice(end, end + 40)))
    // « une école », « un centre de formation »: any of its kind.
    const isAny = /^une? $/i.test(article) && !/\p{Lu}/u.test(name)
    return (
      !isAny &&
      !isMany &&
      says &&
      (isBody(name) || isOne || helps) &&
      !isNoActor(text, at - article.length, end, name)
    )
  })
}

const helping =
  /(?:[Aa]vec|aide|appui|concours|soutien|participation|partenariat|financement)(?: d[eu]| avec)? ?$/u

// « Le conseil départemental apportera 20 000 euros »
const gives =
  /^,? (?:a |ont |y )?(?:apport|financ|cofinanc|vers|accord|contribu|subventionn|appui|accompagn|souti?en|particip)\p{Ll}+/u

const notBodies =
  /^(?:[ée]cole (?:primaire|maternelle)s?$|conseil (?:municipal|g[ée]n[ée]ral|r[ée]gional|d[ée]partemental|communautaire)|centre[- ]ville|maison commune|r[ée]seau (?:d[’']eau|d[’']influence)|office religieux|service(?:s)? (?:de|des|du|public)|centre du|union europ|soci[ée]t[ée] civile|agence de l[’']eau$|comit[ée] populaire|syndicat mixte (?:du|de) (?:pays|bassin)|comit[ée] de (?:pilotage|suivi|s[ée]lection)|conseil d[’']|conseil de cercle|comit[ée] de (?:jumelage|coop[ée]ration)$|route d|bureau (?:de|des|du|d[’'](?![ée]tudes \S)))/iu

// « centre », « réseau », « maison » say little by themselves: a proper name must follow.
const weak =
  /^(?:salon|foire|festival|route|parc|th[ée][âa]tre|centre|maison|club|r[ée]seau|p[ôo]le|service|soci[ée]t[ée]|entreprise|union|conseil|banque|groupement|collectif|ligue|caisse|laboratoire|compagnie|troupe|groupe|chorale|ch[œo]e?ur|fanfare|ballet|brasserie|fromagerie|scierie|verrerie|lutherie|op[ée]rateur|r[ée]gie|radio|start-up|plateforme|[ée]cole|institut(?! fran)|comit[ée](?! (?:r[ée]gional|d[ée]partemental)))\b/iu

// « son Festival de la céramique »: an event written with a capital is one of its own.
const properEvent = /^(?:Festival|Foire|Biennale) (?:de la |de l[’'])\p{Ll}|^[Ss]alon .*\p{Lu}|^Route /u

// Names that are specific enough without a proper name.
const known =
  /^(?:service culturel|caisse des d[ée]p[ôo]ts|centre (?:de formation|de recherche|de documentation|culturel|hospitalier|d[’']art)\b|[ée]cole (?:nationale|sup[ée]rieure|de musique|de danse|des beaux-arts))/iu

const isBody = (name: string) =>
  !notBodies.test(name) &&
  !/ (?:votre|notre|leur|leurs|nos|vos|son|sa|ses)$/u.test(name) &&
  name.length <= 90 &&
  name.length >= 4 &&
  (!weak.test(name) ||
    (/\s.*[\p{Lu}\d]/su.test(name) && !/^(?:festival|foire|route) /iu.test(name)) ||
    properEvent.test(name) ||
    known.test(name))

const titled =
  /^(?:M\.|MM\.|Mme|Mmes|Mlle|Mr|Mrs|Ms|Dr|Me|Madame|Monsieur|Maître|Councillor|Mayor|Alderman|Professor|Professeur|Docteur)(?![\p{L}-])/u
