/** A passage of a letter and the language that it is in (BCP 47): not always the reader’s. */
export interface Passage {
  text: string
  language: string
  /** That no person has reviewed it, or that its original has changed since, in words of the letter’s language. */
  mark?: string | undefined
}

/** A passage where nothing but plain text can stand: what stands for a picture. */
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
  /** Of the group: “Groupe-pays France–Corée”. */
  sender: string
  /** “Lettre n° 12 · octobre 2026”. */
  heading: string
  title: Passage
  /** What inboxes show beside the subject. */
  preview: string
  introduction: Passage | null
  parts: LetterPart[]
  /** The same on the web. */
  webAddress: string
  /** Who is in the group: whom to write to, as answers to a letter may be read by nobody. */
  groupAddress: string
  /** Of one whose openings and clicks are counted: what its readers are told of it, and the picture by which it is seen. */
  counting?: { notice: string; pictureAddress: string }
}
