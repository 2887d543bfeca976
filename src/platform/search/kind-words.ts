/**
 * Words that only say what kind of authority a name belongs to, folded, with the codes of the kinds they may
 * mean. They are hints: Korean counties are called « ville » too, and metropolitan cities 시.
 */
export interface KindWord {
  words: string
  kinds: readonly string[]
  /** Taken off only before « de », « du », “of”: Ville-Dommange and Kansas City are whole names. */
  needsOf?: true
  /** Takes an article with it: « région de la Normandie », but « ville de La Rochelle ». */
  takesArticle?: true
}

const selfGoverningCity = ['special_self_governing_city']
const koreanCities = ['si', 'metropolitan_city', 'special_city', ...selfGoverningCity, 'administrative_place']
const cities = [...koreanCities, 'commune', 'ville_paris', 'municipality']
const selfGoverningProvince = ['special_self_governing_do']
const provinces = ['do', ...selfGoverningProvince, 'level_1']
const regions = ['region', 'collectivite_corse', 'collectivite_unique', 'level_1']
const counties = ['gun', 'level_2']
const districts = ['autonomous_gu', 'administrative_place', 'arrondissement_municipal', 'level_2']
const metropoles = ['metropole', 'metropole_lyon']
const collectivites = ['collectivite_corse', 'collectivite_unique', 'collectivite_outre_mer']
const agglomerations = ['communaute_agglomeration', 'communaute_urbaine', 'metropole']

/** Before a name: « ville d'Évian », « région Normandie », “city of Seoul”. */
export const leadingKindWords: readonly KindWord[] = longestFirst([
  { words: 'ville', kinds: cities, needsOf: true },
  { words: 'ville speciale', kinds: ['special_city'], needsOf: true },
  { words: 'special city', kinds: ['special_city'], needsOf: true },
  { words: 'ville metropolitaine', kinds: ['metropolitan_city'], needsOf: true },
  { words: 'metropolitan city', kinds: ['metropolitan_city'], needsOf: true },
  { words: 'ville speciale autonome', kinds: selfGoverningCity, needsOf: true },
  { words: 'ville autonome speciale', kinds: selfGoverningCity, needsOf: true },
  { words: 'province speciale autonome', kinds: selfGoverningProvince },
  { words: 'province autonome speciale', kinds: selfGoverningProvince },
  { words: 'ville et eurometropole', kinds: ['commune', 'metropole'] },
  { words: 'mairie', kinds: ['commune', 'ville_paris', 'municipality'], needsOf: true },
  { words: 'commune', kinds: ['commune', 'municipality'], needsOf: true },
  { words: 'city', kinds: cities, needsOf: true },
  { words: 'town', kinds: ['commune', 'municipality'], needsOf: true },
  { words: 'municipality', kinds: ['commune', 'municipality', 'si'], needsOf: true },
  { words: 'region', kinds: regions, takesArticle: true },
  { words: 'conseil regional', kinds: regions, takesArticle: true },
  { words: 'province', kinds: provinces, takesArticle: true },
  { words: 'departement', kinds: ['departement'], takesArticle: true },
  { words: 'conseil departemental', kinds: ['departement'], takesArticle: true },
  { words: 'comte', kinds: counties, needsOf: true, takesArticle: true },
  { words: 'county', kinds: counties, takesArticle: true },
  { words: 'district', kinds: districts },
  { words: 'arrondissement', kinds: districts, needsOf: true },
  { words: 'metropole', kinds: metropoles },
  { words: 'metropole europeenne', kinds: metropoles },
  { words: 'eurometropole', kinds: metropoles },
  { words: 'agglomeration', kinds: agglomerations },
  { words: 'communaute d agglomeration', kinds: ['communaute_agglomeration'] },
  { words: 'communaute urbaine', kinds: ['communaute_urbaine'] },
  { words: 'communaute de communes', kinds: ['communaute_communes'] },
  { words: 'etablissement public territorial', kinds: ['ept'] },
  { words: 'collectivite europeenne', kinds: ['collectivite_europeenne_alsace'] },
  { words: 'collectivite', kinds: collectivites, needsOf: true, takesArticle: true },
  { words: 'collectivite territoriale', kinds: collectivites, takesArticle: true },
])

/** Short forms, taken off before « de » or a name of several words: CA de La Rochelle, CC Cœur de Savoie. */
export const leadingKindLetters: readonly KindWord[] = [
  { words: 'ca', kinds: ['communaute_agglomeration'] },
  { words: 'cc', kinds: ['communaute_communes'] },
  { words: 'cu', kinds: ['communaute_urbaine'] },
  { words: 'ept', kinds: ['ept'] },
]

/** After a name: “Gyeonggi Province”, « Nantes Métropole », Busan Gwangyeoksi. */
export const trailingKindWords: readonly KindWord[] = longestFirst([
  { words: 'metropole', kinds: ['metropole', 'communaute_urbaine', 'communaute_agglomeration'] },
  { words: 'agglomeration', kinds: agglomerations },
  { words: 'agglo', kinds: agglomerations },
  { words: 'communaute', kinds: ['communaute_communes', 'communaute_agglomeration'] },
  { words: 'city', kinds: cities },
  { words: 'special city', kinds: ['special_city'] },
  { words: 'integrated special city', kinds: ['special_city'] },
  { words: 'metropolitan city', kinds: ['metropolitan_city'] },
  { words: 'special self governing city', kinds: selfGoverningCity },
  { words: 'special self governing province', kinds: selfGoverningProvince },
  { words: 'teukbyeolsi', kinds: ['special_city'] },
  { words: 'gwangyeoksi', kinds: ['metropolitan_city'] },
  { words: 'teukbyeoljachisi', kinds: selfGoverningCity },
  { words: 'teukbyeoljachido', kinds: selfGoverningProvince },
  { words: 'province', kinds: provinces },
  { words: 'region', kinds: regions },
  { words: 'county', kinds: counties },
  { words: 'district', kinds: districts },
])

/** Romanised Korean endings, written apart or after a hyphen, in the official way and in the older ones. */
export const romanisedEndings: readonly KindWord[] = [
  { words: 'si', kinds: koreanCities },
  { words: 'shi', kinds: koreanCities },
  { words: 'gun', kinds: ['gun'] },
  { words: 'kun', kinds: ['gun'] },
  { words: 'gu', kinds: ['autonomous_gu', 'administrative_place'] },
  { words: 'ku', kinds: ['autonomous_gu', 'administrative_place'] },
  { words: 'do', kinds: ['do', 'special_self_governing_do'] },
]

/** Korean endings, the longer before those they end with. */
export const hangulEndings: readonly KindWord[] = [
  { words: '특별자치시', kinds: selfGoverningCity },
  { words: '특별자치도', kinds: selfGoverningProvince },
  { words: '통합특별시', kinds: ['special_city'] },
  { words: '특별시', kinds: ['special_city'] },
  { words: '광역시', kinds: ['metropolitan_city'] },
  { words: '자치구', kinds: ['autonomous_gu'] },
  { words: '시', kinds: cities },
  { words: '군', kinds: ['gun'] },
  { words: '구', kinds: districts },
  { words: '도', kinds: ['do', 'special_self_governing_do'] },
]

function longestFirst(words: readonly KindWord[]): readonly KindWord[] {
  return words.toSorted((a, b) => b.words.length - a.words.length)
}
