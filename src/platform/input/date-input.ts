import { z } from 'zod'
import { isTold, readSaidDate, type SaidDate } from '../dates/index.ts'
import type { PlainMessageKey } from '../i18n/translate.ts'

/**
 * A date in a form, as people say it: EDTF, and the words where it says less. `today` (an ISO day) lends its year to a date
 * without one. What is not understood is said with what was typed.
 */
export function saidDate(language: string, today?: string) {
  return z
    .string()
    .trim()
    .min(1)
    .transform((text, check) => reached(text, read(text, language, today), check))
}

/** A date in a form where the field may stay empty: null then. */
export function optionalSaidDate(language: string, today?: string) {
  return z
    .string()
    .trim()
    .default('')
    .transform((text, check) => {
      return text === '' ? null : reached(text, read(text, language, today), check)
    })
}

function read(text: string, language: string, today: string | undefined): SaidDate | null {
  const said = readSaidDate(text, language, today)
  return said && { edtf: said.edtf, words: said.words }
}

function reached(text: string, said: SaidDate | null, check: z.core.$RefinementCtx): SaidDate {
  if (said === null) return refuse('ui.form.date', text, check)
  return isTold(said.edtf) ? said : refuse('ui.form.dateReach', text, check)
}

function refuse(
  message: PlainMessageKey | 'ui.form.date',
  text: string,
  check: z.core.$RefinementCtx,
): never {
  check.issues.push({
    code: 'custom',
    message,
    params: { text: text.slice(0, 60) },
    input: text,
  })
  return z.NEVER
}
