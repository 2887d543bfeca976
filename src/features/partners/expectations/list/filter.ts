import { isCode } from '../../../../platform/input/code.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { type Theme, themes } from '../../../networks/index.ts'
import { type ExpectationState, states } from '../expectation.ts'

/** Whose expectations: all that the reader may see, those addressed to their authorities, those of their authorities. */
export const views = ['all', 'received', 'sent'] as const
export type View = (typeof views)[number]

/** How long it has been open: for too long, for more than a month, for more than three. */
export const ages = ['late', 'month', 'quarter'] as const
export type Age = (typeof ages)[number]

/** What a reader asks of the list; what is not understood is left out, never an error. */
export interface ExpectationFilter {
  view: View
  text: string
  theme: Theme | null
  status: ExpectationState | 'open' | null
  /** Of the asker. */
  country: string | null
  age: Age | null
}

/** Names of the parameters that the list reads: the page cache knows no other. */
export const expectationParameters = [
  'view',
  'q',
  'theme',
  'status',
  'country',
  'age',
  'page',
  'now',
] as const

export const statuses = ['open', ...states] as const

/** Reads the filter from an address. */
export function readExpectationFilter(query: unknown): ExpectationFilter {
  const read = (name: string) => parameterOf(query, name)
  const among = <T extends string>(codes: readonly T[], name: string): T | null => {
    const text = read(name)
    return isCode(codes, text) ? text : null
  }
  const country = read('country') ?? ''
  return {
    view: among(views, 'view') ?? 'all',
    text: (read('q') ?? '').slice(0, 200).trim(),
    theme: among(themes, 'theme'),
    status: among(statuses, 'status'),
    country: /^[A-Z]{2}$/.test(country) ? country : null,
    age: among(ages, 'age'),
  }
}

/** The filter as parameters of an address, without one that is taken away. */
export function filterParameters(
  { view, text, theme, status, country, age }: ExpectationFilter,
  without = '',
): Record<string, string | undefined> {
  const all = {
    view: view === 'all' ? undefined : view,
    q: text || undefined,
    theme: theme ?? undefined,
    status: status ?? undefined,
    country: country ?? undefined,
    age: age ?? undefined,
  }
  return Object.fromEntries(Object.entries(all).filter(([name]) => name !== without))
}
