import { isCode } from '../../../../platform/input/code.ts'
import { parameterOf, parametersOf } from '../../../../platform/input/parameters.ts'
import { type Theme, themes } from '../../../networks/index.ts'
import { type Tier, tiers } from '../../competence.ts'
import { forms, type PartnershipForm } from '../../forms.ts'
import { type WishKind, wishKinds } from '../codes.ts'

export const boardStates = ['open', 'expired', 'found', 'all'] as const
export type BoardState = (typeof boardStates)[number]

export const boardSorts = ['side', 'newest', 'expiry'] as const
export type BoardSort = (typeof boardSorts)[number]

export const boardViews = ['list', 'map'] as const
export type BoardView = (typeof boardViews)[number]

/** What a reader asks of the board; what is not understood is left out, never an error. */
export interface BoardFilter {
  text: string
  themes: Theme[]
  kinds: WishKind[]
  forms: PartnershipForm[]
  /** Of the authorities themselves. */
  levels: Tier[]
  /** Of the authorities themselves. */
  country: string | null
  /** Slug. */
  organisation: string | null
  state: BoardState
  sort: BoardSort
}

/** Names of the parameters that the board reads: the page cache knows no other. */
export const boardParameters = [
  'q',
  'theme',
  'kind',
  'form',
  'level',
  'country',
  'organisation',
  'status',
  'sort',
  'view',
  'page',
  'now',
] as const

/** Reads the filter from an address. */
export function readFilter(query: unknown): BoardFilter {
  const state = parameterOf(query, 'status')
  const sort = parameterOf(query, 'sort')
  return {
    text: (parameterOf(query, 'q') ?? '').slice(0, 200).trim(),
    themes: parametersOf(query, 'theme').filter((theme) => isCode(themes, theme)),
    kinds: parametersOf(query, 'kind').filter((kind) => isCode(wishKinds, kind)),
    forms: parametersOf(query, 'form').filter((form) => isCode(forms, form)),
    levels: parametersOf(query, 'level').filter((level) => isCode(tiers, level)),
    country: readMatching(parameterOf(query, 'country'), /^[A-Z]{2}$/),
    organisation: readMatching(parameterOf(query, 'organisation'), /^[a-z0-9-]{1,120}$/),
    state: isCode(boardStates, state) ? state : 'open',
    sort: isCode(boardSorts, sort) ? sort : 'side',
  }
}

/** Which way of looking at the board an address asks for. */
export function readView(query: unknown): BoardView {
  return parameterOf(query, 'view') === 'map' ? 'map' : 'list'
}

/** The filter as an address carries it, without one value that is taken away; what is usual is left out. */
export function filterParameters(filter: BoardFilter, without: Readonly<Record<string, string>> = {}) {
  const keep = (name: string, values: readonly string[]) => values.filter((value) => without[name] !== value)
  const one = (name: string, value: string | null, usual: string | null = null) =>
    value === null || value === '' || value === usual || without[name] !== undefined ? undefined : value
  return {
    q: one('q', filter.text),
    theme: keep('theme', filter.themes),
    kind: keep('kind', filter.kinds),
    form: keep('form', filter.forms),
    level: keep('level', filter.levels),
    country: one('country', filter.country),
    organisation: one('organisation', filter.organisation),
    status: one('status', filter.state, 'open'),
    sort: one('sort', filter.sort, 'side'),
  }
}

function readMatching(text: string | undefined, pattern: RegExp): string | null {
  return text !== undefined && pattern.test(text) ? text : null
}
