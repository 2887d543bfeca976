import type { RecordPart } from '../../../../platform/records/record-kind.ts'
import { notePart } from '../../notes/note-part.tsx'
import { cooperationDocument } from '../document/schema.ts'
import { activityForm } from '../forms/activity-form.tsx'
import { actorForm } from '../forms/actor-form.tsx'
import { agreementForm } from '../forms/agreement-form.tsx'
import { disputeForm } from '../forms/dispute-form.tsx'
import { evidenceForm } from '../forms/evidence-form.tsx'
import { partiesForm } from '../forms/parties-form.tsx'
import { prospectForm } from '../forms/prospect-form.tsx'
import { standingForm } from '../forms/standing-form.tsx'
import { summaryForm } from '../forms/summary-form.tsx'
import { themesForm } from '../forms/themes-form.tsx'

/** The forms of a cooperation, in the order in which they are offered. */
export const cooperationParts: readonly RecordPart[] = [
  summaryForm,
  partiesForm,
  standingForm,
  agreementForm,
  activityForm,
  themesForm,
  actorForm,
  prospectForm,
  notePart({
    parse: (document) => cooperationDocument.parse(document),
    notesOf: ({ document }) => document.notes,
    withNotes: ({ document }, notes) => ({ ...document, notes }),
  }),
  evidenceForm,
  disputeForm,
]
