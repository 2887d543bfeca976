import type { z } from 'zod'
import type { CooperationFilter } from './filter.ts'
import type { filterParameters } from './schema.ts'

type Asked = z.output<z.ZodObject<typeof filterParameters>>

/** The filter that a program's checked parameters ask for. */
export function askedFilter(asked: Asked): CooperationFilter {
  return {
    text: (asked.q ?? '').trim(),
    themes: asked.theme ?? [],
    statuses: asked.status ?? [],
    kinds: asked.kind ?? [],
    confirmations: asked.confirmation ?? [],
    country: asked.country ?? null,
    within: asked.within ?? null,
    level: asked.level ?? null,
    from: asked.from ?? null,
    to: asked.to ?? null,
    sort: asked.sort,
    scope: asked.scope,
  }
}
