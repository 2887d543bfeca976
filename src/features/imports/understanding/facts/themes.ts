import { plainCopy } from '../../../../platform/reading/plain-copy.ts'
import { themesIn } from '../../../networks/themes/index.ts'
import type { Sentence } from '../outline.ts'
import type { ReadTheme } from '../reading.ts'
import { listsPeople } from './body-context.ts'
import { quoteOf, type Told } from './clauses.ts'

const wished = /esper|souhait|aimerai|envisag|ajouter un volet|hope to|wish to|would like|희망|바라|기대/

// An orchestra that plays or a museum that lends is the subject of the exchange.
const playsItself =
  /^(?:institut|pole|cluster|centre|station|observatoire|syndicat|agence de l'eau)\b|orchestr|ballet|harmonie|conservatoire|conservatory|chorale|choe?ur|choir|troupe|compagnie|fanfare|philharmon|theatre|opera\b|musee|museum|ecole (?:nationale |municipale )?(?:de musique|de danse|des beaux)/u
// « Lucie Ferradou, directrice de la culture », « l’avis de la commission culture »
const post =
  /\b(?:direct(?:eur|rice)|adjointe?|chef(?:fe)?|chargee?|responsable|commissions?|conseill(?:er|ere)|vice-presidente?|deleguee?|head|director|officer|service)s?(?: (?:municipale?|generale?|adjointe?|deleguee?|departementale?|regionale?))* (?:(?:de la|de l'|a la|a l'|aux?|des|du|en charge (?:de la|de l'|des|du)|of|for)(?: the)? )?(?:[^\s,.;()]+ ?){1,3}/gu
const recital = /^[^\p{L}]*vu (?:la|le|les|l')/u

/** The themes that sentences name, each with the first sentence. */
export function readThemes(
  told: readonly Pick<Told, 'sentence' | 'plain'>[],
  bodies: readonly string[] = [],
): ReadTheme[] {
  const found = new Map<string, ReadTheme>()
  // « le lycée agricole », « l’Université de Pise »: the name of a body says who takes part, not the subject.
  const names = bodies.map(plainCopy).filter((name) => !playsItself.test(name))
  for (const { sentence, plain: whole } of told) {
    if (listsPeople.test(sentence.unit.plain) || recital.test(whole)) continue
    const plain = names.reduce((rest, name) => rest.replaceAll(name, ' '), whole).replace(post, ' ')
    for (const theme of themesIn(plain, whole)) {
      const before = found.get(theme)
      const isWished = wished.test(plain)
      if (!before) found.set(theme, { theme, isWished, quote: quoteOf(sentence) })
      else if (before.isWished && !isWished) found.set(theme, { theme, isWished, quote: quoteOf(sentence) })
    }
  }
  return [...found.values()]
}

export const wholeSentence = (sentence: Sentence) => ({ sentence, plain: sentence.plain })
