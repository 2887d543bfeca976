import { isCode } from '../../../platform/input/code.ts'
import { parameterOf, parametersOf } from '../../../platform/input/parameters.ts'
import { type Theme, themes } from '../../networks/index.ts'
import {
  type AgreementKind,
  agreementKinds,
  type Confirmation,
  confirmations,
  type Status,
  statuses,
} from '../codes.ts'

export const sorts = ['name', '-name', 'since', '-since'] as const
export type Sort = (typeof sorts)[number]

export const scopes = ['listed', 'all'] as const
export type Scope = (typeof scopes)[number]

/** What a reader asks of the list of cooperations; what is not understood is left out, never an error. */
export interface CooperationFilter {
  text: string
  themes: Theme[]
  statuses: Status[]
  kinds: AgreementKind[]
  confirmations: Confirmation[]
  country: string | null
  /** Slug of an authority: its own ties and those of the authorities beneath it. */
  within: string | null
  level: number | null
  /** Years, both included: ties that existed or were active then. */
  from: number | null
  to: number | null
  sort: Sort
  /** `listed`: what the group presents as its cooperations; `all`: the ties known beside them too. */
  scope: Scope
}

/** Names of the parameters that the list reads, as in the contract: the page cache knows no other. */
export const filterParameters = [
  'q',
  'theme',
  'status',
  'kind',
  'confirmation',
  'country',
  'within',
  'level',
  'from',
  'to',
  'sort',
  'scope',
  'page',
  'view',
  'now',
] as const

/** Reads the filter from an address. */
export function readFilter(query: unknown): CooperationFilter {
  const sort = parameterOf(query, 'sort')
  return {
    text: (parameterOf(query, 'q') ?? '').slice(0, 200).trim(),
    themes: parametersOf(query, 'theme').filter((theme) => isCode(themes, theme)),
    statuses: parametersOf(query, 'status').filter((status) => isCode(statuses, status)),
    kinds: parametersOf(query, 'kind').filter((kind) => isCode(agreementKinds, kind)),
    confirmations: parametersOf(query, 'confirmation').filter((code) => isCode(confirmations, code)),
    country: readMatching(parameterOf(query, 'country'), /^[A-Z]{2}$/),
    within: readMatching(parameterOf(query, 'within'), /^[a-z0-9-]{1,120}$/),
    level: readWholeNumber(parameterOf(query, 'level'), 1, 9),
    from: readWholeNumber(parameterOf(query, 'from'), 1800, 2200),
    to: readWholeNumber(parameterOf(query, 'to'), 1800, 2200),
    sort: isCode(sorts, sort) ? sort : 'name',
    scope: parameterOf(query, 'scope') === 'all' ? 'all' : 'listed',
  }
}

/** Every tie that a network knows, in the order of names. */
export const wholeRegistry: CooperationFilter = readFilter({ scope: 'all' })

function readMatching(text: string | undefined, pattern: RegExp): string | null {
  return text !== undefined && pattern.test(text) ? text : null
}

function readWholeNumber(text: string | undefined, least: number, most: number): number | null {
  const number = text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN
  return number >= least && number <= most ? number : null
}
