/** The language a text is written in; null when it cannot be recognised. */
export function textLanguage(text: string): 'fr' | 'ko' | 'en' | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const hangul = text.match(/\p{Script=Hangul}/gu)?.length ?? 0
  if (letters === 0) return null
  if (hangul * 4 > letters) return 'ko'
  const french = count(text, /(?<!\p{L})(?:le|la|les|des|une|et|est|dans|pour|qui|aux)(?!\p{L})/giu)
  const english = count(text, /(?<!\p{L})(?:the|and|of|is|with|for|was|which|to|by)(?!\p{L})/giu)
  if (french === english) return null
  return french > english ? 'fr' : 'en'
}

const count = (text: string, words: RegExp) => text.match(words)?.length ?? 0
