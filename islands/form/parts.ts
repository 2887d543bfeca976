import { saveWhileTyping } from './autosave.ts'
import { countSigns } from './counter.ts'
import { guessCountryByClock } from './country.ts'
import { sayHowDatesAreUnderstood } from './date.ts'
import { filterChoices } from './filter.ts'
import { shareNotes } from './notes.ts'
import { suggestWhileTyping } from './picker.ts'
import { sayWhatStandsInTheWay } from './planned.ts'
import { pointOnMap } from './point.ts'

const parts: Readonly<Record<string, (element: HTMLElement) => void>> = {
  counter: countSigns,
  country: guessCountryByClock,
  date: sayHowDatesAreUnderstood,
  filter: filterChoices,
  notes: shareNotes,
  picker: suggestWhileTyping,
  planned: sayWhatStandsInTheWay,
  point: pointOnMap,
}

export function helpWithParts(page: Document) {
  for (const element of page.querySelectorAll<HTMLElement>('[data-part]')) {
    parts[element.dataset.part ?? '']?.(element)
  }
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-autosave]')) saveWhileTyping(form)
}
