import type { z } from 'zod'
import { WrongInput } from '../../../platform/http/problems.ts'
import type { eventFilterParameters } from './answers.schema.ts'
import { type EventFilter, firstDay, lastDay } from './list/filter.ts'

type Asked = z.output<z.ZodObject<typeof eventFilterParameters>>

/** The filter that a program's checked parameters ask for; a period that ends before it begins is refused. */
export function askedFilter(asked: Asked): EventFilter {
  const from = firstDay(asked.from)
  const to = lastDay(asked.to)
  if (from !== null && to !== null && from > to)
    throw new WrongInput([
      { pointer: '/from', detail: `from is ${asked.from}, after to, which is ${asked.to}` },
    ])
  return {
    span: asked.when,
    text: (asked.q ?? '').trim(),
    themes: asked.theme ?? [],
    kinds: asked.kind ?? [],
    states: asked.status ?? [],
    country: asked.country ?? null,
    guest: asked.guest ?? null,
    organisation: asked.organisation ?? null,
    cooperation: asked.cooperation ?? null,
    seatsOpen: asked.seats === 'open',
    commitmentsOpen: asked.commitments === 'open',
    from,
    to,
  }
}
