/** A passage of a letter and the language that it is in (BCP 47): not always the reader’s. */
export interface Passage {
  text: string
  language: string
  /** Says in the letter’s language that no person has reviewed it, or that its original has changed since. */
  mark?: string | undefined
}

/** A passage for places that hold nothing but plain text: the alternative of a picture. */
export function plainWords({ text, mark }: Passage): string {
  return mark ? `${text} [${mark}]` : text
}

/** A part of a letter, in order. Addresses are absolute. */
export type LetterPart =
  | {
      kind: 'items'
      title: Passage
      items: {
        title: Passage
        text: Passage | null
        /** In the language of the letter. */
        facts: string[]
        credit: Passage | null
        address: string | null
      }[]
      /** Where there are more of them; its label is in the language of the letter. */
      more?: { label: string; address: string }
    }
  | { kind: 'text'; title: Passage | null; text: Passage }
  | {
      kind: 'picture'
      address: string
      width: number
      height: number
      alternative: Passage
      caption: Passage | null
    }
  | { kind: 'quote'; text: Passage; author: string }
  | { kind: 'button'; label: Passage; address: string }

/** A letter as its readers in one language get it: both parts of the mail are drawn from it, and the PDF. */
export interface Letter {
  /** Of the interface. */
  language: 'fr' | 'ko' | 'en'
  /** The group: “Groupe-pays France–Corée”. */
  sender: string
  /** “Lettre n° 12 · octobre 2026”. */
  heading: string
  title: Passage
  /** What inboxes show beside the subject. */
  preview: string
  introduction: Passage | null
  parts: LetterPart[]
  /** The letter on the web. */
  webAddress: string
  /** The page of the group’s members: readers write to these, as answers to a letter may be read by nobody. */
  groupAddress: string
  /** Where openings and clicks are counted: the notice to its readers, and the picture that shows an opening. */
  counting?: { notice: string; pictureAddress: string }
}
