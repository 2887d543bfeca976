import { bareName } from '../../../../platform/search/index.ts'

/**
 * Words before a name that mark it as an authority, over a plain copy that ends where the name begins. The first group is the kind
 * itself, in any language of Latin letters.
 */
const before = new RegExp(
  `(?<![\\p{L}\\p{N}])((?:la |le |les |l'|the |une? )?(?:${[
    "(?:union|federation|groupement|syndicat|communaute|association)(?: intercommunale?| mixte)? (?:des |de |d')?(?:collectivites|communes|municipalites|villes|eaux)",
    'ville(?: metropolitaine| speciale(?: autonome)?| autonome speciale)?',
    'villes(?: jumelles)?',
    'communes?(?: rurale| urbaine)?(?: autonome)?',
    'mairie',
    'municipalites?',
    'cite',
    'conseil (?:regional|departemental|general|provincial|municipal)',
    'regions?',
    'provinces?',
    'departements?',
    'metropole(?: europeenne)?',
    'eurometropole',
    "(?:communaute )?d'agglomeration",
    'agglomeration',
    "communaute (?:urbaine|de communes|d'agglomeration)",
    'collectivite(?: territoriale| europeenne)?',
    'prefectures?',
    'districts?',
    'comtes?',
    'cantons?',
    'gouvernorat',
    'mohafazat',
    'wilaya',
    'voivodies?|judets?|oblasts?|powiats?|gminas?|raions?|comitats?|kraj|bundesland|sous-prefectures?|gouvernorats?',
    'cercle',
    'arrondissement',
    'etat',
    'land',
    'canton',
    'ca|cc|cu|ept',
    'cities|city|towns?|county|municipality|council|borough|prefecture|governorate|metropolitan city|special city|state',
    'ville et (?:de )?(?:la )?(?:metropole|eurometropole)',
  ].join(
    '|',
  )})(?: [a-z-]{3,14}(?:aise?|oise?|ienne?|enne?|een(?:ne)?|ine?|ole|ande?|ique|ois|ais|ain|aine|turque|belge|russe|grecque|malgache|tcheque|serbe|slovaque|croate|jumelle|voisine|soe?ur|partenaire|amie|candidate))?) ?(?:(de|du|des|d'|of)(?: ?(la|l'|le|les|the))?)? ?$`,
  'u',
)

/** Words after a name that mark it as an authority. */
const after =
  /^[ -](?:metropole|agglomeration|agglo|communaute|province|region|prefecture|city|county|district|metropolitan city|special city|council|municipality|governorate|si|shi|gun|gu|do|ken|fu)(?![\p{L}\p{N}])/u

export interface KindBefore {
  /** How many units before the name belong to it. */
  length: number
  kinds: readonly string[]
  /** « du Mans », « des Sables »: the article is part of the name. */
  article: string | null
  /** A kind that does not exist in France: « gouvernorat », « cercle ». */
  isForeign: boolean
}

/** The kind of authority according to the words before a name, or null. */
export function kindBefore(plainBefore: string): KindBefore | null {
  const match = before.exec(plainBefore.slice(-60))
  if (!match) return null
  const [whole, words = '', link = '', article = ''] = match
  if (
    /^(?:la |le |l'|les |une? )?(?:union|federation|groupement|syndicat|association)/.test(words) ||
    (/communaute d/.test(words) && /municipalites/.test(words))
  )
    return { length: whole.length, kinds: ['union_of_municipalities'], article: null, isForeign: false }
  const isLinked =
    link !== '' ||
    /(?:region|province|prefecture|voivodie|judet|oblast|metropole|agglomeration|commune|district|ca|cc|cu|cercle|land|state|city|county|wilaya|departement)s?$/u.test(
      words,
    )
  if (!isLinked) return null
  const bareWords = words.replace(/^(?:la |le |les |l'|the |une? )/u, '')
  return {
    length: whole.length,
    kinds: kindsOf(bareWords),
    isForeign:
      /^(?:gouvernorat|mohafazat|wilaya|cercle|province|land|canton|comte|etat|state|governorate|prefecture|voivodie|judet|oblast|powiat|gmina|raion|comitat|kraj|bundesland)/.test(
        bareWords,
      ),
    article:
      link === 'du'
        ? 'le'
        : link === 'des'
          ? 'les'
          : article === 'la' || article === 'le' || article === 'les'
            ? article
            : null,
  }
}

/** How many units after a name give its kind, with the kinds. */
export function kindAfter(plainAfter: string): { length: number; kinds: readonly string[] } | null {
  const match = after.exec(plainAfter)
  if (!match) return null
  return { length: match[0].length, kinds: bareName(`Nom${match[0]}`).kindHint }
}

function kindsOf(words: string): readonly string[] {
  const known = bareName(`${words} de Nom`).kindHint
  if (known.length > 0) return known
  if (
    /^(?:gouvernorat|mohafazat|wilaya|voivodie|judet|oblast|comitat|kraj|bundesland|etat|land|state|governorate)/.test(
      words,
    )
  )
    return ['level_1']
  if (/^(?:cercle|prefecture|canton)/.test(words)) return ['level_2', 'level_1']
  if (/^(?:villes|communes|municipalites|cite|cities|towns)/.test(words))
    return bareName('ville de Nom').kindHint
  if (/^conseil general/.test(words)) return ['departement']
  return []
}
