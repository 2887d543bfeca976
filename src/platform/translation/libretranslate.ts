import { z } from 'zod'
import { askProvider } from './ask-provider.ts'
import { type Translator, TranslatorTrouble } from './translator.ts'

const textsACall = 20
const answer = z.object({ translatedText: z.array(z.string()) })

/** LibreTranslate, which a body can run by itself: POST /translate. */
export function libreTranslate(url: string, key: string | null): Translator {
  return {
    name: 'LibreTranslate',
    translate: async (texts, from, to) => {
      const translated: string[] = []
      for (let at = 0; at < texts.length; at += textsACall) {
        const q = texts.slice(at, at + textsACall)
        const { translatedText } = await askProvider(
          {
            url: `${url}/translate`,
            headers: {},
            body: {
              q,
              source: codeOf(from),
              target: codeOf(to),
              format: 'text',
              ...(key === null ? {} : { api_key: key }),
            },
          },
          answer,
        )
        if (translatedText.length !== q.length) throw new TranslatorTrouble('answer')
        translated.push(...translatedText)
      }
      return translated
    },
  }
}

const codeOf = (language: string) => language.split('-')[0] ?? language
