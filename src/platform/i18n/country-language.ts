/** The main language of a country (BCP 47), by Unicode's likely subtags: KR → ko, FR → fr, MA → ar. */
export function languageOf(country: string): string {
  const known = languages.get(country)
  if (known !== undefined) return known
  const language = /^[A-Z]{2}$/.test(country) ? new Intl.Locale(`und-${country}`).maximize().language : 'en'
  languages.set(country, language)
  return language
}

const languages = new Map<string, string>()
