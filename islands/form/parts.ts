import { countSigns } from './counter.ts'
import { sayHowDatesAreUnderstood } from './date.ts'
import { filterChoices } from './filter.ts'
import { suggestWhileTyping } from './picker.ts'

/** Helps with each part of a form that the page has. */
export function helpWithParts(page: Document) {
  const each = (part: string, help: (element: HTMLElement) => void) => {
    for (const element of page.querySelectorAll<HTMLElement>(`[data-part="${part}"]`)) help(element)
  }
  each('counter', countSigns)
  each('filter', filterChoices)
  each('picker', suggestWhileTyping)
  each('date', sayHowDatesAreUnderstood)
}
