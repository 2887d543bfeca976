import { z } from 'zod'
import { isWithin, seenDays, toldDays } from '../dates/index.ts'
import { says } from './form.ts'

/** An ISO day that a person plans for; `error` is the key of the message for any other text. */
export function dayInput(error: string = says('ui.form.wrong')) {
  return z.iso.date({ error }).refine(reaches(seenDays), says('ui.form.dayReach'))
}

/** An ISO day on which something was so, however long ago. */
export function toldDayInput() {
  return z.iso.date().refine(reaches(toldDays), says('ui.form.dateReach'))
}

// What is no day at all has been refused already. It is not left at that by `abort`: a choice between nothing and a day would then say neither.
function reaches(days: { from: string; to: string }) {
  return (text: string) => !z.iso.date().safeParse(text).success || isWithin(days, text)
}
