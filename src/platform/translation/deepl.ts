import { z } from 'zod'
import { askProvider } from './ask-provider.ts'
import { type Translator, TranslatorTrouble } from './translator.ts'

// The service takes fifty texts and 128 KiB at once.
const textsACall = 50
const lettersACall = 30_000
const answer = z.object({ translations: z.array(z.object({ text: z.string() })) })

/** DeepL: POST /v2/translate, the key in a header of its own. */
export function deepl(url: string, key: string): Translator {
  return {
    name: 'DeepL',
    translate: async (texts, from, to) => {
      const translated: string[] = []
      for (const text of batches(texts)) {
        const { translations } = await askProvider(
          {
            url: `${url}/v2/translate`,
            headers: { authorization: `DeepL-Auth-Key ${key}` },
            body: { text, source_lang: sourceOf(from), target_lang: targetOf(to) },
          },
          answer,
        )
        if (translations.length !== text.length) throw new TranslatorTrouble('answer')
        translated.push(...translations.map((each) => each.text))
      }
      return translated
    },
  }
}

function batches(texts: string[]): string[][] {
  const made: string[][] = []
  let letters = 0
  for (const text of texts) {
    const last = made.at(-1)
    if (last && last.length < textsACall && letters + text.length <= lettersACall) {
      last.push(text)
      letters += text.length
    } else {
      made.push([text])
      letters = text.length
    }
  }
  return made
}

const sourceOf = (language: string) => (language.split('-')[0] ?? language).toUpperCase()

// English and Portuguese are refused as targets without their country.
function targetOf(language: string): string {
  const named: Record<string, string> = { en: 'EN-GB', pt: 'PT-PT' }
  return named[language] ?? language.toUpperCase()
}
