import { z } from 'zod'
import { isWithin, seenDays, toldDays } from '../dates/index.ts'
import { says } from './form.ts'

/** An ISO day that somebody plans for; `error` is the key of what is said of any other text. */
export function dayInput(error: string = says('ui.form.wrong')) {
  return z.iso.date({ error, abort: true }).refine((day) => isWithin(seenDays, day), says('ui.form.dayReach'))
}

/** An ISO day on which something was so, however long ago. */
export function toldDayInput() {
  return z.iso.date({ abort: true }).refine((day) => isWithin(toldDays, day), says('ui.form.dateReach'))
}
