import type { TextDocument, TextPassage, TextRemark } from './text-document.ts'

type Read = Omit<TextDocument, 'language'>

/** A document whose passages know their places in its source, with its language and what was left out of its words. */
export function finishDocument(read: Read): TextDocument {
  const marks = read.source.match(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g)?.length ?? 0
  const lost = read.source.match(/\ufffd/g)?.length ?? 0
  const seen: TextRemark[] = [
    ...(marks > 0 ? [{ code: 'directionMarksLeftOut' as const, detail: String(marks) }] : []),
    ...(lost > 0 ? [{ code: 'lettersLost' as const, detail: String(lost) }] : []),
  ]
  return { ...read, language: textLanguage(read.source), remarks: [...read.remarks, ...seen] }
}

/** Finishes a document of a format that has no text of its own: its source is that of its passages, a line each. */
export function finishPassages(
  read: Omit<Read, 'source' | 'passages'> & { passages: readonly TextPassage[] },
): TextDocument {
  let offset = 0
  const passages = read.passages.map((passage, index) => {
    const start = offset
    offset += passage.text.length + 1
    return {
      ...passage,
      line: index + 1,
      at: Array.from({ length: passage.text.length + 1 }, (_, i) => start + i),
    }
  })
  return finishDocument({ ...read, passages, source: passages.map(({ text }) => text).join('\n') })
}

/** The language a text is written in; null when it cannot be recognised. */
function textLanguage(text: string): 'fr' | 'ko' | 'en' | null {
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
