import { z } from 'zod'
import {
  hourTrouble,
  isTold,
  isWithin,
  readSaidDate,
  type SaidDate,
  seenDays,
  toldDays,
} from '../dates/index.ts'
import type { PlainMessageKey } from '../i18n/translate.ts'
import { says } from './form.ts'

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

/** A day that `day` reads, or null where the field is left empty. */
export function optionalDayInput(day: z.ZodType<string>) {
  return z
    .union([z.literal(''), day])
    .default('')
    .transform((typed) => typed || null)
}

/** One whole day as people say it, as an ISO day; `error` is the key of the message for any other text, `missing` of that for none. */
export function saidDay(error: string = says('ui.form.wrong'), missing = error) {
  return z
    .string({ error })
    .trim()
    .min(1, missing)
    .transform((text) => readDay(text) ?? text)
    .pipe(z.iso.date({ error }))
}

// Words of any language are read in any: the form’s own decides nothing.
function readDay(text: string): string | null {
  const said = readSaidDate(text, 'en')
  return said !== null && z.iso.date().safeParse(said.edtf).success ? said.edtf : null
}

/** A day that a person plans for; `error` is the key of the message for any other text. */
export function dayInput(error: string = says('ui.form.wrong')) {
  return saidDay(error).refine(reaches(seenDays), says('ui.form.dayReach'))
}

/** A day on which something was so, however long ago. */
export function toldDayInput() {
  return saidDay().refine(reaches(toldDays), says('ui.form.dateReach'))
}

// What is no day at all has been refused already. It is not left at that by `abort`: a choice between nothing and a day would then say neither.
function reaches(days: { from: string; to: string }) {
  return (text: string) => !z.iso.date().safeParse(text).success || isWithin(days, text)
}

/** Refuses beside its field an hour that its clock skips in spring, or shows twice in autumn; for `superRefine`. No hour is none of these. */
export function plainHour<T>(
  field: string,
  hourOf: (typed: T) => { day: string; time: string | null; zone: string },
) {
  return (typed: T, context: z.RefinementCtx<T>) => {
    const { day, time, zone } = hourOf(typed)
    const trouble = time ? hourTrouble(day, time, zone) : null
    if (trouble) context.addIssue({ code: 'custom', path: [field], message: says(trouble) })
  }
}
