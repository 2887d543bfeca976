import { fold } from '../../../platform/search/index.ts'
import type { PartValue } from './part-values.ts'

/** A value about a tie as one short line of codes, dates and folded words: equal wherever the same thing is stated. */
export function signOf(value: PartValue): string {
  switch (value.part) {
    case 'since':
      return `since:${value.date}`
    case 'standing':
      return `standing:${value.status}`
    case 'agreement':
      return `agreement:${value.kind}:${value.date ?? ''}`
    case 'theme':
      return `theme:${value.theme}`
    case 'summary':
      return `summary:${fold(value.text).slice(0, longest)}`
    default:
      return value.part
  }
}

const longest = 80
