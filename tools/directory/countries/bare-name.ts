import { slugify } from '../slugify.ts'

/** A name without the words and endings that only say what kind of area it is, in a rough common spelling. */
export function bareName(name: string): string {
  const words = slugify(name.replaceAll(/\(.*?\)|\[.*?\]/gu, '')).split('-')
  const telling = words.filter((word) => !genericWords.has(word))
  return (telling.length > 0 ? telling : words).map(rough).join('-')
}

const genericWords = new Set(
  (
    'province provincia provincie region regione regiao state estado oblast oblisi oblasts voblasts ' +
    'voblasc horad governorate county district department departamento departement prefecture ' +
    'municipality municipio autonomous avtonomnyy avtonomnaya okrug respublika republic oblysy rayon ' +
    'sahari city town of the de du des la le les l el al and og parish parroquia canton kanton ' +
    'division territory voivodeship wojewodztwo zupanija kraj kray krai wilaya lan apskritis maakunta ' +
    'sheng shi zizhiqu principado comunidad foral autonoma grad islands metropolitan'
  ).split(' '),
)

const adjectives = /(?:sk|ck)(?:aya|aja|iy|yy|oye|ie|a|i|y)$/u

function rough(word: string): string {
  return word
    .replace(adjectives, '')
    .replaceAll('kh', 'h')
    .replaceAll('y', 'i')
    .replaceAll('w', 'v')
    .replaceAll('q', 'k')
    .replaceAll(/(.)\1/gu, '$1')
}
