import type { RecordPart } from '../../../../platform/records/record-kind.ts'
import { aboutForm } from '../forms/about-form.tsx'
import { peopleForm } from '../forms/people-form.tsx'
import { placeForm } from '../forms/place-form.tsx'
import { stateForm } from '../forms/state-form.tsx'
import { tiesForm } from '../forms/ties-form.tsx'
import { visibilityForm } from '../forms/visibility-form.tsx'
import { whenForm } from '../forms/when-form.tsx'

/** The forms of an event, in the order in which they are offered. */
export const eventParts: readonly RecordPart[] = [
  whenForm,
  placeForm,
  peopleForm,
  aboutForm,
  tiesForm,
  stateForm,
  visibilityForm,
]
