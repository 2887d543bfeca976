import type { FormValues } from '../../../../platform/input/form.ts'
import type { FreeContent, ItemWords } from '../part.ts'

/** Converts what was typed into an item’s form to values for a text’s form. A title alone becomes the text. */
export function asFreeText(values: FormValues): FormValues {
  const typed = Object.entries(values)
  const hasText = typed.some(([name, value]) => /^text\..+\.text$/.test(name) && String(value).trim() !== '')
  if (hasText) return values
  return Object.fromEntries(
    typed
      .filter(([name]) => !name.startsWith('text.'))
      .map(([name, value]) => [name.replace(/^title\./, 'text.'), value]),
  )
}

/** An editor’s words for an item, as a text of their own. */
export function freeTextOf({ title, text }: ItemWords): FreeContent {
  return Object.keys(text).length > 0
    ? { kind: 'text', title, text }
    : { kind: 'text', title: {}, text: title }
}
