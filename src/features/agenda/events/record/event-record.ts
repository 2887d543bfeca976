import type { RecordKind, RecordPart } from '../../../../platform/records/record-kind.ts'
import { storedDocuments } from '../../../../platform/records/stored-documents.ts'
import { listPictureTexts, pictureTexts } from '../../../pictures/index.ts'
import { criticalMassForm } from '../../commitments/critical-mass-form.tsx'
import { eventTexts } from '../../event-texts.commands.ts'
import { debriefForm } from '../../missions/forms/debrief-form.tsx'
import { headForm } from '../../missions/forms/head-form.tsx'
import { immersionForm } from '../../missions/forms/immersion-form.tsx'
import { membersForm } from '../../missions/forms/members-form.tsx'
import { seatsForm } from '../../missions/forms/seats-form.tsx'
import { stopsForm } from '../../missions/forms/stops-form.tsx'
import { datesForm } from '../../recurrence/forms/dates-form.tsx'
import { repeatForm } from '../../recurrence/forms/repeat-form.tsx'
import { eventProgram } from '../api/event-program.ts'
import { insertEventDocument, writeEventDocument } from '../document/commands.ts'
import { listEventDocuments } from '../document/queries.ts'
import { emptyEvent, eventDocument } from '../document/schema.ts'
import { aboutForm } from '../forms/about-form.tsx'
import { newEventForm } from '../forms/new-event-form.tsx'
import { peopleForm } from '../forms/people-form.tsx'
import { placeForm } from '../forms/place-form.tsx'
import { stateForm, visibilityForm } from '../forms/state-forms.tsx'
import { tiesForm } from '../forms/ties-form.tsx'
import { whenForm } from '../forms/when-form.tsx'
import { resourcesForm } from '../resources-form.tsx'
import { explainEvent } from './explanation.ts'
import { holdersOf } from './holders.ts'
import { listAlikeEvents, lookUpHead } from './queries.ts'

/** The forms of an event, in the order in which they are offered. */
const eventParts: readonly RecordPart[] = [
  whenForm,
  repeatForm,
  datesForm,
  placeForm,
  peopleForm,
  aboutForm,
  resourcesForm,
  immersionForm,
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

/** Events as members edit, suggest, compare and restore them. The feature that keeps sources stores what is declared with a change. */
export const eventRecord: RecordKind = {
  ...storedDocuments({
    kind: 'event',
    lookUp: lookUpHead,
    parse: (document) => eventDocument.parse(document),
    list: listEventDocuments,
    write: writeEventDocument,
    insert: insertEventDocument,
  }),
  segment: 'agenda',
  noun: 'agenda.record.event',
  blank: () => emptyEvent,
  newPart: newEventForm,
  ownersOf: (document) => holdersOf(eventDocument.parse(document).organisations),
  listAlike: listAlikeEvents,
  parts: eventParts,
  sharedField: null,
  texts: {
    owners: [eventTexts, pictureTexts],
    // What stands beneath its pictures is read by those who may read the event.
    within: async (context, _network, ids) => [
      ...ids.map((id) => ({ kind: 'activity', id })),
      ...(await listPictureTexts(context, 'event', ids)),
    ],
    listRecordsWith: async (_context, _network, { kind, id }) => (kind === 'activity' ? [id] : []),
  },
  program: eventProgram,
  explain: explainEvent,
}
