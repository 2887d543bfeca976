/** A service that translates by machine. Its words are never relied on before a person has read them. */
export interface Translator {
  /** The maker of a text, as readers see it. */
  name: string
  /** Translations in the order of the texts; throws TranslatorTrouble. Languages are BCP 47. */
  translate(texts: string[], from: string, to: string): Promise<string[]>
}

export const troubles = ['refused', 'quota', 'busy', 'unreachable', 'tooLong', 'answer'] as const
export type Trouble = (typeof troubles)[number]

/** Why a service did not translate; says nothing that it answered, which may repeat the text or the key. */
export class TranslatorTrouble extends Error {
  readonly trouble: Trouble

  constructor(trouble: Trouble) {
    super(`The translation service did not translate: ${trouble}`)
    this.trouble = trouble
  }
}

export function isTrouble(text: string): text is Trouble {
  return troubles.some((known) => known === text)
}
