import type { RecordPart } from '../../../../platform/records/record-kind.ts'
import { criticalMassForm } from '../../commitments/forms/critical-mass-form.tsx'
import { debriefForm } from '../../missions/forms/debrief-form.tsx'
import { headForm } from '../../missions/forms/head-form.tsx'
import { membersForm } from '../../missions/forms/members-form.tsx'
import { seatsForm } from '../../missions/forms/seats-form.tsx'
import { stopsForm } from '../../missions/forms/stops-form.tsx'
import { datesForm } from '../../recurrence/forms/dates-form.tsx'
import { repeatForm } from '../../recurrence/forms/repeat-form.tsx'
import { aboutForm } from '../forms/about-form.tsx'
import { peopleForm } from '../forms/people-form.tsx'
import { placeForm } from '../forms/place-form.tsx'
import { stateForm } from '../forms/state-form.tsx'
import { tiesForm } from '../forms/ties-form.tsx'
import { visibilityForm } from '../forms/visibility-form.tsx'
import { whenForm } from '../forms/when-form.tsx'
import { resourcesForm } from '../resources/resources-form.tsx'

/** The forms of an event, in the order in which they are offered. */
export const eventParts: readonly RecordPart[] = [
  whenForm,
  repeatForm,
  datesForm,
  placeForm,
  peopleForm,
  aboutForm,
  resourcesForm,
  headForm,
  membersForm,
  stopsForm,
  seatsForm,
  debriefForm,
  tiesForm,
  criticalMassForm,
  stateForm,
  visibilityForm,
]
