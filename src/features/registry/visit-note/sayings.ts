/** What a guest says, in the order of a visit. */
export const occasions = ['greeting', 'pleasure', 'thanks', 'toast', 'farewell'] as const
export type Occasion = (typeof occasions)[number]

/** Words to say in the language of the hosts, and how they sound to readers of the other script. */
export interface Saying {
  occasion: Occasion
  text: string
  sounds: string
  /** The language in the other script (BCP 47). */
  soundsIn: string
}

/** The words for a language, by the occasion; none for a language that nobody wrote them down in. No speaker has reviewed them yet. */
export function sayingsIn(language: string): readonly Saying[] {
  const known = Object.hasOwn(words, language) ? words[language] : undefined
  return occasions.flatMap((occasion) => {
    const [text, sounds] = known?.[occasion] ?? []
    return text && sounds ? [{ occasion, text, sounds, soundsIn: scripts[language] ?? language }] : []
  })
}

const scripts: Readonly<Record<string, string>> = { ko: 'ko-Latn', fr: 'fr-Hang' }

const words: Readonly<Record<string, Readonly<Record<Occasion, readonly [text: string, sounds: string]>>>> = {
  ko: {
    greeting: ['안녕하십니까', 'annyeonghasimnikka'],
    pleasure: ['만나 뵙게 되어 반갑습니다', 'manna boepge doeeo bangapseumnida'],
    thanks: ['감사합니다', 'gamsahamnida'],
    toast: ['건배!', 'geonbae'],
    farewell: ['안녕히 계십시오', 'annyeonghi gyesipsio'],
  },
  fr: {
    greeting: ['Bonjour', '봉주르'],
    pleasure: ['Très heureux de vous rencontrer', '트레 죄뢰 드 부 랑콩트레'],
    thanks: ['Merci', '메르시'],
    toast: ['À votre santé !', '아 보트르 상테'],
    farewell: ['Au revoir', '오 르부아르'],
  },
}
