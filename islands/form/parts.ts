import { saveWhileTyping } from './autosave.ts'
import { countSigns } from './counter.ts'
import { guessCountryByClock } from './country.ts'
import { sayHowDatesAreUnderstood } from './date.ts'
import { sayHowFull } from './meter.ts'
import { shareNotes } from './notes.ts'
import { suggestWhileTyping } from './picker.ts'
import { makePictureSmaller } from './picture.ts'
import { sayWhatStandsInTheWay } from './planned.ts'
import { pointOnMap } from './point.ts'
import { gatherThemes } from './themes.ts'
import { saveAtATick } from './ticks.ts'
import { proposeLanguage } from './written-in.ts'

const parts: Readonly<Record<string, (element: HTMLElement) => void>> = {
  counter: countSigns,
  country: guessCountryByClock,
  date: sayHowDatesAreUnderstood,
  meter: sayHowFull,
  notes: shareNotes,
  picker: suggestWhileTyping,
  picture: makePictureSmaller,
  planned: sayWhatStandsInTheWay,
  point: pointOnMap,
  themes: gatherThemes,
  ticks: saveAtATick,
  'written-in': proposeLanguage,
}

export function helpWithParts(page: Document) {
  for (const element of page.querySelectorAll<HTMLElement>('[data-part]')) {
    parts[element.dataset.part ?? '']?.(element)
  }
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-autosave]')) saveWhileTyping(form)
}
