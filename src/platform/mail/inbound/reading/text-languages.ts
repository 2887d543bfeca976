import { wordSet } from '../../../reading/word-lists.ts'

const french = wordSet(`
  le la les un une des du de et est sont nous vous je il elle que qui pour dans avec sur pas au aux ce cette ces en par plus notre
  nos votre vos avons avez mais ou où si bien bonjour merci oui non à été aussi d'une d'un c'est l'on leur leurs
`)
const english = wordSet(`
  the a an and is are we you i he she that which for in with on not at this these by more our your have has but or if well hello
  thank thanks yes no to of be been it was were from as will would can there their us
`)
const mostLooked = 20_000

/** In which of Korean, French and English a text is, the most used first. */
export function languagesOf(text: string): string[] {
  const looked = text.slice(0, mostLooked)
  const hangul = looked.match(/\p{Script=Hangul}/gu)?.length ?? 0
  const words =
    looked
      .toLowerCase()
      .replace(/[’‘]/g, "'")
      .match(/[a-zà-öø-ÿœ']+/g) ?? []
  let [isFrench, isEnglish, latin] = [0, 0, 0]
  const count = (word: string, weight: number) => {
    if (french.has(word) || /^(?:d|l|j|n|c|s|qu)'|[éèêàùçœ]/.test(word)) isFrench += weight
    if (english.has(word)) isEnglish += weight
  }
  for (const word of words) {
    latin += word.length
    // An apostrophe parts two words in French and none in English: such a word counts whole and in parts, any other twice.
    const isParted = word.includes("'")
    count(word, isParted ? 1 : 2)
    if (isParted) for (const part of word.split("'")) count(part, 1)
  }
  const found: [string, number][] = []
  // Names of places and people stand in their own letters: they make no language.
  if (hangul > 1 && hangul * 8 > latin) found.push(['ko', hangul * 2])
  const isSaid = latin > 0 && (hangul === 0 || latin * 4 > hangul)
  const [more, less] = isFrench >= isEnglish ? (['fr', 'en'] as const) : (['en', 'fr'] as const)
  const [many, few] = [Math.max(isFrench, isEnglish), Math.min(isFrench, isEnglish)]
  if (isSaid && many > (hangul > 0 ? 2 : 0)) found.push([more, latin])
  if (isSaid && few > 4 && few * 3 > many) found.push([less, latin / 2])
  return found.sort(([, a], [, b]) => b - a).map(([language]) => language)
}
